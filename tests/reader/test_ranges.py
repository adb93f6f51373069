"""Ranges in texts: what their ends lend to each other, and how the ends are annotated."""

import os
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import ciie_timeline as ct
from ciie_timeline.forms import Between
from ciie_timeline.values.timex import from_timex

EXAMPLES = 2000 if os.environ.get("CI") else 300
THURSDAY = "2023-11-16"


def read(text, published=THURSDAY):
    return ct.read(text, published=published, lang="en", series=())


@pytest.mark.parametrize(
    ("text", "value", "timexes"),
    [
        ("The shop is open Mon-Fri.", "2023-11-13/2023-11-17", ["2023-11-13", "2023-11-17"]),
        (
            "They met Monday from 3 to 5 p.m. and left.",
            "2023-11-13T15:00/2023-11-13T17:00",
            ["2023-11-13", "2023-11-13T15:00", "2023-11-13T17:00"],
        ),
        (
            "They will meet tomorrow from 2pm to 3:30pm.",
            "2023-11-17T14:00/2023-11-17T15:30",
            ["2023-11-17", "2023-11-17T14:00", "2023-11-17T15:30"],
        ),
        (
            "She worked from 9 p.m. to 2 a.m. on Friday.",
            "2023-11-10T21:00/2023-11-11T02:00",
            ["2023-11-10T21:00", "2023-11-11T02:00"],
        ),
        (
            "It rained from last Monday to Friday.",
            "2023-11-06/2023-11-10",
            ["2023-11-06", "2023-11-10"],
        ),
        (
            "It was shut from Monday to 10 November 2021.",
            "2021-11-08/2021-11-10",
            ["2021-11-08", "2021-11-10"],
        ),
        (
            "It will be shut from Friday to next Tuesday.",
            "2023-11-17/2023-11-21",
            ["2023-11-17", "2023-11-21"],
        ),
        (
            "It was shut from Monday morning to Friday evening.",
            "2023-11-13T08:00/2023-11-17T20:00",
            ["2023-11-13TMO", "2023-11-17TEV"],
        ),
        (
            "It has rained since two days before Christmas.",
            "2022-12-23/2023-11-16",
            ["P2D", "2022-12-25"],
        ),
        (
            "It grew from early March to late May 2021.",
            "2021-03-01/2021-05-31",
            ["2021-03", "2021-05"],
        ),
        ("It grew from mid-March to May 2021.", "2021-03-11/2021-05", ["2021-03", "2021-05"]),
        ("It grew from mid-March to now.", "2023-03-11/2023-11-16", ["2023-03", "PRESENT_REF"]),
        ("It grew from spring to autumn 2022.", "2022-03-01/2022-11-30", ["2022-SP", "2022-FA"]),
        (
            "It grew from 10 November 2021 to spring.",
            "2021-11-10/2022-05-31",
            ["2021-11-10", "2022-SP"],
        ),
        (
            "It grew from the first quarter to the third quarter of 2022.",
            "2022-01-01/2022-09-30",
            ["2022-Q1", "2022-Q3"],
        ),
        (
            "It was shut from Christmas to New Year's Day 2022.",
            "2021-12-25/2022-01-01",
            ["2021-12-25", "2022-01-01"],
        ),
        (
            "It was shut from Nov. 5 morning to Nov. 6, 2021 evening.",
            "2021-11-05T08:00/2021-11-06T20:00",
            ["2021-11-05TMO", "2021-11-06TEV"],
        ),
        # over the turn of the year, whichever end says it
        (
            "It ran from December 28 to January 3, 2022.",
            "2021-12-28/2022-01-03",
            ["2021-12-28", "2022-01-03"],
        ),
        (
            "It ran from December 28, 2021 to January 3.",
            "2021-12-28/2022-01-03",
            ["2021-12-28", "2022-01-03"],
        ),
        ("It ran from December 2021 to March.", "2021-12/2022-03", ["2021-12", "2022-03"]),
        # a month that is itself a phrase
        (
            "It runs from 4 to 23 next month.",
            "2023-12-04/2023-12-23",
            ["2023-12-04", "2023-12-23"],
        ),
    ],
)
def test_the_ends_of_a_range_are_annotated_as_they_are_meant_in_it(text, value, timexes):
    (mention,) = read(text)

    assert (value, timexes) == (mention.edtf, [each.value for each in mention.timexes])


def test_the_ends_of_a_range_without_a_day_of_publication_stay_open():
    (mention,) = read("It was open from Monday to Friday.", None)

    assert (None, ["XXXX-WXX-1", "XXXX-WXX-5"]) == (
        mention.edtf,
        [each.value for each in mention.timexes],
    )


def test_a_year_that_an_end_takes_from_the_other_is_explained():
    (mention,) = read("It ran from December 28 to January 3, 2022.")

    assert "seen from its other end that is 2021" in mention.explain()


# --------------------------------------------------------------------------- a law

_WEEKDAYS = ["Monday", "Wednesday", "Sunday", "Mon", "Thu"]
_DAYS = ["5 November", "Nov. 10", "December 28", "January 3", "the 10th of March", "Feb. 28"]
_ENDS = st.sampled_from(
    [
        *_WEEKDAYS,
        *_DAYS,
        *[f"{day}, {year}" for day in _DAYS for year in (2021, 2023)],
        *["March", "October", "May 2022", "2018", "2023", "early March", "late May 2023"],
        *["mid-October", "spring", "autumn 2022", "winter", "the first quarter"],
        *["the third quarter of 2022", "Christmas", "Easter 2022", "last Monday", "next Friday"],
        *["yesterday", "tomorrow", "last week", "next month", "this year", "early 2019", "now"],
        *["Monday morning", "Friday evening", "Nov. 6 at 5 p.m.", "3 p.m.", "9:30 a.m.", "5 p.m."],
    ]
)
_RANGES = st.one_of(
    st.builds("from {} to {}".format, _ENDS, _ENDS),
    st.builds("between {} and {}".format, _ENDS, _ENDS),
    st.builds("{} - {}".format, _ENDS, _ENDS),
    st.builds(
        "{} from {} to {}".format,
        st.sampled_from([*_WEEKDAYS, "tomorrow", "5 November", "Nov. 10, 2022"]),
        st.sampled_from(["3", "9:30 a.m.", "11 p.m."]),
        st.sampled_from(["5 p.m.", "11:15 a.m.", "1 a.m."]),
    ),
    st.builds("{} to {} {}".format, st.integers(1, 15), st.integers(16, 28), st.just("next month")),
)
_FRAMES = st.sampled_from(["{}", "It was shut {} and empty.", "It will be shut {}."])
_PUBLISHED = st.dates(
    min_value=date(2000, 1, 1),
    max_value=date(2040, 12, 31),
)


@given(_FRAMES, _RANGES, _PUBLISHED)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_range_begins_where_its_first_timex_does_and_ends_where_its_last_does(
    frame, words, published
):
    for mention in read(frame.format(words), published):
        if not isinstance(mention.expression, Between):
            continue
        marks = [each for each in mention.timexes if each.type in ("DATE", "TIME")][-2:]
        start, end = mention.interval or (None, None)
        if len(marks) < 2 or start is None or end is None:
            continue
        assume(not any("REF" in each.value for each in marks))
        first, last = (from_timex(each.value).interval for each in marks)

        assert first[0] == start if marks[0].mod is None else first[0] <= start < first[1]
        if marks[1].type == "TIME" and "T" in marks[1].value and marks[1].value[-1].isdigit():
            assert last[0] == end  # a clock time is not included
        else:
            assert last[1] == end if marks[1].mod is None else last[0] < end <= last[1]
