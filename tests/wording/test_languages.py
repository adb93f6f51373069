"""Languages are data: orders, plurals and spaces of their own; and tables that lack something."""

import attrs
import pytest

from ciie_timeline.errors import InputError, UnknownLanguageError
from ciie_timeline.forms import Finding, Step
from ciie_timeline.lexicons import languages, load, phrases, spoken_languages
from ciie_timeline.values import Duration, parse_edtf
from ciie_timeline.wording import explain, phrase, say

ZH = phrases("zh")


def without(table: str, *names: str) -> dict:
    """The Chinese tables, some templates of one of them left out."""
    left = {name: each for name, each in ZH[table].items() if name not in names}
    return {**ZH, table: left}


def test_tables_of_ones_own():
    own = {**ZH, "date": {**ZH["date"], "day": "{year}{month}{day}號"}}

    assert phrase(parse_edtf("2023-11-05"), own) == "2023年11月5號"


def test_a_rule_without_words_is_said_by_its_id():
    step = Step("editions.next", (("number", 2),))
    found = Finding("info", "ical.url", arguments=(("url", "x"),))

    assert say(step, without("rule", "editions.next")) == "editions.next：number=2"
    assert explain(found, without("finding", "ical.url")) == "ical.url：url=x"


def test_a_template_that_is_missing_is_named():
    with pytest.raises(InputError, match=r"phrases of 'zh': expected a template set\.one-until"):
        phrase(parse_edtf("[..1984]"), without("set", "one-until"))


def test_a_template_of_which_no_variant_fits_is_named():
    with pytest.raises(InputError, match=r"a variant of date\.day that fits .*'year'.*found none"):
        phrase(parse_edtf("2023-11-05"), {**ZH, "date": {"day": "{week}"}})


def test_plural_forms_of_several_kinds_are_data():
    """Slavic languages have three forms that hang on the last digits."""
    forms = [
        {"if": {"n10": 1}, "unless": {"n100": 11}, "say": "rok"},
        {"if": {"n10": [2, 3, 4]}, "unless": {"n100": [12, 13, 14]}, "say": "lata"},
        "lat",
    ]
    tables = {**ZH, "amount": {"exact": "{number} {unit}"}, "unit": {"year": forms}, "cardinal": []}
    said = [phrase(Duration(years=n), tables) for n in (1, 2, 5, 11, 12, 21, 22)]

    assert said == ["1 rok", "2 lata", "5 lat", "11 lat", "12 lat", "21 rok", "22 lata"]


def test_a_lexicon_of_ones_own_speaks_as_its_language():
    own = attrs.evolve(load("en"), cues={})

    assert phrase(parse_edtf("2018-11"), own) == "November 2018"


def test_a_language_can_be_spoken_before_it_can_be_read():
    assert {*languages()} <= {*spoken_languages()}
    assert phrase(parse_edtf("2018-11"), "zh-Hans-CN") == "2018年11月"


def test_a_language_without_phrases():
    there = ", ".join(spoken_languages())
    with pytest.raises(UnknownLanguageError, match=f"for the language 'qq': there is {there}$"):
        phrase(parse_edtf("2018"), "qq-Latn")
