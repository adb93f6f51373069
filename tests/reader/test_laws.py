"""Laws for texts made of the words that the library knows, at any day of publication."""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ciie_timeline as ct
from ciie_timeline.lexicons import load

EXAMPLES = 1000 if os.environ.get("CI") else 150

_OTHERS = [
    "CIIE", "China International Import Expo", "5", "10", "31", "1998", "2023", "0001", "9999",
    "99", "0", "5th", "1990s", "3:30", "5 p.m.", "EST", "Nov.", "Feb", "'s", ",", ".", "-", "–",
    "/", "(", ")", "“", "”", "\n", "\n\n", "Forum", "Summit", "Shanghai", "é", "漢字", "%", "$",
    "İ", "\u2028",
]  # fmt: skip
_WORDS = st.one_of(st.sampled_from(sorted(load("en").words)), st.sampled_from(_OTHERS))
_TEXTS = st.builds(
    lambda glue, words, titled: glue.join(words).title() if titled else glue.join(words),
    st.sampled_from([" ", " ", " ", "-", ""]),
    st.lists(_WORDS, max_size=20),
    st.booleans(),
)
_DAYS = st.sampled_from(
    [None, "0001-01-01", "1998-03-01", "2023-11-05T23:59:00", "2024-02-29", "9999-12-31"]
)
_SERIES = st.sampled_from([None, (), ("ciie",)])


@given(_TEXTS, _DAYS, _SERIES)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_read_is_in_order_in_the_text_and_sayable(text, published, series):
    end = 0
    for mention in ct.read(text, published=published, lang="en", series=series):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert all(0 <= each.start < each.end <= len(text) for each in mention.timexes)
        assert mention.explain()
        end = mention.end


@given(_TEXTS, _DAYS, _SERIES)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_value_is_edtf_with_its_bounds_in_order(text, published, series):
    for mention in ct.read(text, published=published, lang="en", series=series):
        for found in (mention, *mention.readings):
            if found.when is None:
                continue
            assert ct.parse_edtf(found.when.to_edtf()) == found.when
            start, stop = found.interval or (None, None)
            assert start is None or stop is None or start <= stop
