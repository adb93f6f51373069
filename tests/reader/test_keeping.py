"""Keeping: what was parsed and meant before is used again, within bounds, and changes nothing."""

import sys
from concurrent.futures import ThreadPoolExecutor

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ciie_timeline as ct
from ciie_timeline.api.text import instant
from ciie_timeline.forms import Context, Policy
from ciie_timeline.lexicons import load
from ciie_timeline.reader import Reader
from ciie_timeline.reader import document as room

ENGLISH = load("en")
KEPT = Reader(ENGLISH)
_SENTENCES = st.lists(
    st.sampled_from(
        [
            "It met on Monday.", "They will meet on Monday.", "It opened in April 1998.",
            "Sales rose in the quarter.", "A year earlier they fell.",
            "In the latest quarter they grew.",
            "He came the next day.", "That year was the worst.", "It began on Friday, May 5, 2023.",
            "Six years on, it goes on.", "The 17th Harbour Maps Forum opened on Monday.",
            "The past five years were good.", "It is due in June.", "the fourth quarter of 1997",
            "It closed in the year ended March 31.", "It closed on March 31.",
            "May 10 to May 5, 2023", "It took place the following week.",
        ]
    ),
    max_size=8,
)  # fmt: skip
_DAYS = st.sampled_from([None, "1998-03-01", "2024-02-29T10:30"])


def said(reader, text, published=None, policy=Policy()):  # noqa: B008 - frozen
    context = Context(published=instant(published, "published"), policy=policy)
    return reader.read(text, context, lambda record, lang: f"{record}{lang}")


@given(st.lists(st.tuples(_SENTENCES, _DAYS), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_text_reads_the_same_whatever_was_read_before(texts):
    for sentences, published in texts:
        text = " ".join(sentences)
        assert said(Reader(ENGLISH), text, published) == said(KEPT, text, published)


def test_the_day_and_the_policy_are_not_mixed_up():
    reader, text = Reader(ENGLISH), "the past five years"
    found = [
        said(reader, text, day, policy).mentions[0].edtf
        for day in ("2023-11-04", "2013-11-04")
        for policy in (Policy(), Policy(window="calendar"), Policy())
    ]

    assert found == [
        "2018-11-04/2023-11-04", "2018/2022", "2018-11-04/2023-11-04",
        "2008-11-04/2013-11-04", "2008/2012", "2008-11-04/2013-11-04",
    ]  # fmt: skip


def test_a_name_learned_later_is_a_name_though_the_words_were_read_before():
    text = "The sixth China International Import Expo opened on Sunday."

    for series, expected in (((), None), (("ciie",), "ciie"), ((), None)):
        mention = ct.read(text, published="2023-11-09", series=series).mentions[0]
        known = mention.series if mention.series == "ciie" else None
        assert known == expected


def test_what_is_kept_is_bounded(monkeypatch):
    monkeypatch.setattr(room, "_STRETCHES", 3)
    monkeypatch.setattr(room, "_CONTEXTS", 2)
    monkeypatch.setattr("ciie_timeline.reader.meaning._CACHE", 4)
    reader = Reader(ENGLISH)
    text = ". ".join(f"Since {year}, a year earlier, on Monday" for year in range(1990, 2010))

    for year in range(2000, 2010):
        found = said(reader, text, f"{year}-03-01")
        assert found == said(Reader(ENGLISH), text, f"{year}-03-01")
        assert len(reader._stretches) <= 3
        assert len(reader._kept) <= 2
        for each in reader._kept.values():
            assert len(each.sure) + sum(map(len, each.asking.values())) <= 4


def test_a_very_long_stretch_is_read_and_not_kept(monkeypatch):
    monkeypatch.setattr(room, "_LONGEST", 20)
    reader = Reader(ENGLISH)

    assert said(reader, "in the first week of May 2018 and in May").mentions
    assert not reader._stretches


def test_several_threads_read_as_one():
    texts = [
        f"It met on Monday and in {year}. A year earlier, on Nov. {day}, it did not."
        for year in range(1990, 2000)
        for day in range(1, 20)
    ]
    expected = [said(Reader(ENGLISH), text, "2003-05-01") for text in texts[:20]]
    shared = Reader(ENGLISH)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: said(shared, text, "2003-05-01"), texts))

    assert found[:20] == expected
    assert found == [said(shared, text, "2003-05-01") for text in texts]


def test_phrases_that_count_back_look_their_beginning_up_once():
    """Twice the text takes twice the work, not four times."""

    def work(count):
        steps = 0

        def count_calls(frame, event, argument):
            nonlocal steps
            steps += event == "call"

        sys.setprofile(count_calls)
        try:
            said(KEPT, "It began in May 1997. Six years on, it goes on. " * count, "2003-05-01")
        finally:
            sys.setprofile(None)
        return steps

    work(2)
    assert work(80) <= 2.5 * work(40)


def test_the_cues_around_a_phrase_are_not_mixed_up():
    reader = Reader(ENGLISH)
    for text in ("the months ended March 31", "the months until March 31", "It met on March 31"):
        for _ in range(2):
            assert said(reader, text, "2024-03-12") == said(Reader(ENGLISH), text, "2024-03-12")
