"""The corpus of a language: every phrasing gives its value, alone or in its frame."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import ciie_timeline as ct
from ciie_timeline import lexicons

HOME = Path(lexicons.__file__).parent
CASES = [
    (path.parent.name, case)
    for path in sorted(HOME.glob("*/corpus.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
SAYINGS = [
    pytest.param(lang, case, said, id=f"{lang}: {said} ({case.get('given', 'no day')})")
    for lang, case in CASES
    for said in case["said"]
]
FIELDS = {"given", "means", "timex", "mod", "said", "frame", "series", "editions"}


@pytest.mark.parametrize(("lang", "case", "said"), SAYINGS)
def test_each_phrasing_gives_its_value(lang, case, said):
    text = case.get("frame", "{}").replace("{}", said)
    start = text.index(said)
    reading = ct.read(
        text,
        published=case.get("given"),
        lang=lang,
        series=[case["series"]] if "series" in case else (),
    )
    found = [each for each in reading if each.start < start + len(said) and start < each.end]

    assert 1 == len(found), [each.text for each in found]
    (mention,) = found
    if "means" in case:
        assert case["means"] == (mention.edtf or "")
    if "timex" in case:
        assert [case["timex"]] == [each.value for each in mention.timexes]
    if "mod" in case:
        assert [case["mod"]] == [each.mod for each in mention.timexes]
    if "editions" in case:
        assert tuple(case["editions"]) == mention.editions


@pytest.mark.parametrize(("lang", "case"), CASES)
def test_each_case_says_what_it_means_and_has_a_place_for_its_phrases(lang, case):
    assert set() == case.keys() - FIELDS, lang
    assert {"means", "timex", "editions"} & case.keys()
    assert case["said"]
    assert 1 == case.get("frame", "{}").count("{}")


def test_no_phrase_stands_twice_under_the_same_conditions():
    counted = Counter(
        (lang, case.get("given"), case.get("frame"), case.get("series"), said)
        for lang, case in CASES
        for said in case["said"]
    )

    assert [] == [each for each, count in counted.items() if count > 1]


def test_english_has_a_corpus():
    assert "en" in {lang for lang, _ in CASES}
