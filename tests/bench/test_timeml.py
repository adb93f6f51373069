"""TimeML is read with the right spans, and answers are counted as TempEval-3 does."""

import pytest
from timeml import Document, Scores, Timex, read_corpus, read_document, score, total

DOCUMENT = """<?xml version="1.0" ?>
<TimeML>
<DOCID>two</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-04T10:00" {mark}>20210304</TIMEX3></DCT>
<TEXT>
They <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2021-03-01">Monday</TIMEX3>,
<EVENT eid="e2">for <TIMEX3 tid="t2" type="DURATION" value="PT2H">two &amp; hours</TIMEX3></EVENT>.
<TIMEX3 tid="t3" type="DATE" value="2021-03-04"/>
<TIMEX3 tid="t4" type="DATE" value="2021-03-04" functionInDocument="CREATION_TIME">Today</TIMEX3>
</TEXT>
</TimeML>
"""
MARK = 'functionInDocument="CREATION_TIME"'


def write(folder, name, text=DOCUMENT, mark=MARK):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.format(mark=mark), encoding="utf-8")
    return path


def test_a_document_has_its_text_its_day_and_what_is_annotated(tmp_path):
    document = read_document(write(tmp_path, "two.tml"))

    assert ("two", "2021-03-04") == (document.name, document.base)
    assert document.text.startswith("\nThey met on Monday,\nfor two & hours.\n")
    assert [("Monday", "DATE", "2021-03-01"), ("two & hours", "DURATION", "PT2H")] == [
        (document.text[each.start : each.end], each.type, each.value) for each in document.gold
    ]


def test_the_size_is_in_bytes():
    assert Document("x", "5–10", "2021-03-04").size == 6


def test_a_creation_time_may_be_marked_by_its_place_alone(tmp_path):
    text = DOCUMENT.replace(MARK, "")

    assert read_document(write(tmp_path, "one.tml", text, mark="")).base == "2021-03-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<TimeML><DCT/></TimeML>", "with a TEXT"),
        ("<TimeML><DCT/><TEXT>x</TEXT></TimeML>", "with a creation time"),
    ],
)
def test_a_document_that_is_none_is_refused_with_its_path(tmp_path, text, expected):
    with pytest.raises(ValueError, match=rf"bad\.tml: a document {expected}"):
        read_document(write(tmp_path, "bad.tml", text))


def test_a_corpus_is_every_document_below_a_folder(tmp_path):
    write(tmp_path, "b/two.tml")
    write(tmp_path, "a.tml")
    write(tmp_path, "notes.xml")

    assert ["a", "two"] == [each.name for each in read_corpus(tmp_path)]


def test_a_folder_without_documents_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"\*\.tml"):
        read_corpus(tmp_path)


DAY = Timex(10, 16, "DATE", "2021-03-01")
LENGTH = Timex(20, 30, "DURATION", "P2W")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], Scores(2, 0)),
        ([DAY, LENGTH], Scores(2, 2, 2, 2, 2, 2)),
        ([DAY, DAY, LENGTH], Scores(2, 2, 2, 2, 2, 2)),
        ([DAY._replace(value="2021-03-08")], Scores(2, 1, 1, 1, 1, 0)),
        ([DAY._replace(start=7, type="TIME")], Scores(2, 1, 1, 0, 0, 1)),
        ([Timex(16, 20, "DATE", "2021")], Scores(2, 1)),
        ([DAY._replace(start=9), DAY], Scores(2, 2, 1, 1, 1, 1)),
        ([Timex(10, 30, "DATE", "2021")], Scores(2, 1, 1, 0, 0, 0)),
        ([Timex(20, 23, "SET", "P1W"), Timex(23, 30, "DURATION", "P2W")], Scores(2, 2, 1, 0, 1, 1)),
        ([Timex(12, 21, "DATE", "2021"), LENGTH], Scores(2, 2, 2, 1, 2, 1)),
    ],
)
def test_pairs_are_one_to_one_equal_spans_first_then_the_widest_overlap(answers, expected):
    assert expected == score((DAY, LENGTH), answers)


def test_f1_weighs_pairs_against_both_sides():
    counts = total([Scores(3, 1, 1, 1, 1, 0), Scores(1, 3, 1, 0, 1, 1)])

    assert Scores(4, 4, 2, 1, 2, 1) == counts
    assert [25.0, 50.0, 50.0, 25.0] == [
        counts.f1(each) for each in ("strict", "relaxed", "type", "value")
    ]


def test_nothing_to_find_and_nothing_found_has_no_figure():
    assert Scores().f1("value") == 0.0


@pytest.mark.parametrize("corpus", ["TimeBank", "AQUAINT"])
def test_the_counts_are_those_of_the_measuring_script(shared, corpus, monkeypatch):
    """Answers are the annotations, shortened, mistaken and left out by a fixed rule."""
    monkeypatch.syspath_prepend(str(shared / "eval"))
    script = pytest.importorskip("score_timex")
    documents = read_corpus(shared / "corpora" / corpus)
    answers = [
        [
            Timex(
                each.start + (turn % 3 == 0), each.end + turn % 5, each.type, each.value[turn % 2 :]
            )
            for turn, each in enumerate(document.gold)
            if turn % 7
        ]
        for document in documents
    ]
    theirs = script.score(script.read_corpus(shared / "corpora" / corpus), answers)
    ours = total([score(each.gold, found) for each, found in zip(documents, answers, strict=True)])

    assert {name: theirs[name] for name in ours._fields} == ours._asdict()
    assert [theirs[f"{each}_f1"] for each in ("strict", "relaxed", "type", "value")] == [
        pytest.approx(ours.f1(each)) for each in ("strict", "relaxed", "type", "value")
    ]
