"""Rules and cues are counted by the documents that they take part in reading."""

import pytest
from rules_fired import Watch, count, listing, main, summary
from timeml import Document

from ciie_timeline.lexicons import load

WATCH = Watch(load("en"))


def fired(*texts):
    documents = [Document(f"text-{at}", text, "2021-03-04") for at, text in enumerate(texts)]
    return [{name: dict(found) for name, found in each.items()} for each in count(documents, WATCH)]


def seen(found):
    return {name: where for name, where in found.items() if where}


def test_a_rule_fires_where_it_matches_and_inside_of_others():
    rules, _ = fired("They met in late\nMarch.", "They met two days before Christmas.")

    assert {
        "calendar.month-in": {"text-0": ["March"]},
        "part.early": {"text-0": ["late March"]},
        "length.count": {"text-1": ["two days"]},
        "calendar.holiday": {"text-1": ["Christmas"]},
        "shift.before-anchor": {"text-1": ["two days before Christmas"]},
    } == seen(rules)


def test_what_keeps_words_from_being_a_time_fires_too():
    rules, _ = fired("The 12-year-old girl won.")

    assert {"length.old": {"text-0": ["12-year-old"]}} == seen(rules)


def test_a_document_counts_once_and_its_words_each_time():
    rules, _ = fired("On Monday and again on Tuesday.", "By Monday.")

    assert {"text-0": ["Monday", "Tuesday"], "text-1": ["Monday"]} == rules["calendar.weekday"]


def test_rules_of_editions_are_not_counted():
    rules, _ = fired("The sixth edition opened.")

    assert {} == seen(rules)
    assert "edition.number" not in rules


def test_a_cue_counts_beside_a_time_that_leaves_something_open():
    _, cues = fired(
        "It will open on Friday.", "It will open on 5 March 2021.", "It will. They met on Friday."
    )

    assert {"will (ahead)": {"text-0": ["Friday"]}, "met (behind)": {"text-2": ["Friday"]}} == seen(
        cues
    )


def test_the_summary_counts_those_of_one_document_and_of_none():
    found = {"a": {"x": ["1"], "y": ["2"]}, "b": {"x": ["1", "1"]}, "c": {}, "d": {}}

    assert "4 rules on 9 documents: 1 in one only, 2 in none" == summary(found, "rules", 9)


def test_the_listing_gives_words_where_there_is_one_document():
    found = {"c": {}, "b": {"x": ["1", "1"]}, "a": {"x": ["1"], "y": ["2"]}}

    assert [
        "    2  a",
        "in one document only:",
        "       b: 1  [x]",
        "in none:",
        "       c",
    ] == list(listing(found))


@pytest.fixture
def folder(tmp_path):
    body = "<TimeML><DCT><TIMEX3 value='2021-03-04'>4 March</TIMEX3></DCT><TEXT>It will end on "
    for name in ("Friday", "Monday"):
        text = f"{body}{name}.</TEXT></TimeML>"
        (tmp_path / f"{name}.tml").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_script_prints_what_it_counted(folder, capsys):
    main([str(folder)])

    lines = capsys.readouterr().out.splitlines()
    assert "    2  calendar.weekday" in lines
    assert "       set.every" in lines
    assert "    2  will (ahead)" in lines


def test_the_summary_is_two_lines(folder, capsys):
    main([str(folder), "--summary"])

    rules, cues = capsys.readouterr().out.splitlines()
    assert f"{len(WATCH.rules)} rules on 2 documents: 0 in one only" in rules
    assert f"{len(WATCH.cues)} cues on 2 documents: 0 in one only" in cues


def test_a_corpus_is_asked_for(capsys):
    with pytest.raises(SystemExit):
        main([])
    assert "CORPUS" in capsys.readouterr().err
