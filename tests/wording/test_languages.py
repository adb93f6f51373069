"""A second language is data: other orders, no plural, no spaces; and tables that lack something."""

import tomllib
from datetime import date
from pathlib import Path

import attrs
import pytest

from ciie_timeline.errors import InputError, UnknownLanguageError
from ciie_timeline.forms import Alternative, Finding, Kind, Mention, Period, Resolution, Step
from ciie_timeline.lexicons import load
from ciie_timeline.model import Claim, Derivation, Edition
from ciie_timeline.values import Duration, parse_edtf
from ciie_timeline.wording import book as wording_book
from ciie_timeline.wording import explain, phrase, say

ZH = tomllib.loads(Path(__file__).with_name("private_zh.toml").read_text(encoding="utf-8"))
NAMES = ("names", (("en", "CIIE"), ("zh", "进博会")))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2023-11-05", "2023年11月5日"),
        ("2023-11", "2023年11月"),
        ("2023", "2023年"),
        ("-0043", "公元前44年"),
        ("2023-11-05/2023-11-10", "2023年11月5日至10日"),
        ("2023-10-28/2023-11-10", "2023年10月28日至11月10日"),
        ("2018-11-05/2022-11-10", "2018年11月5日至2022年11月10日"),
        ("2023-03/2023-05", "2023年3月至5月"),
        ("2018/2022", "2018年至2022年"),
        ("199X", "1990年代"),
        ("2021-21", "2021年春季"),
        ("2023-35", "2023年第三季度"),
        ("1984~", "1984年前后"),
        ("2018/..", "自2018年以来"),
        ("../2024", "直到2024年"),
        ("[2018,2019]", "2018年或2019年"),
        ("2027-05-14T09:00", "2027年5月14日09:00"),
        ("2027-05-14T09:00/2027-05-14T10:30", "2027年5月14日09:00至10:30"),
    ],
)
def test_dates_in_another_order(edtf, expected):
    assert phrase(parse_edtf(edtf), ZH) == expected


def test_counts_without_plural():
    assert phrase(Duration(years=5), ZH) == "五年"
    assert phrase(Duration(years=None), ZH) == "几年"
    assert phrase((1, 2, 3, 4, 5, 6), ZH) == "第1届至第6届"
    assert say(Step("edition.number", (("number", 6), ("series", "ciie"), NAMES)), ZH) == (
        "是第六届进博会。"
    )


def test_an_explanation():
    steps = (
        Step("editions.previous", (
            ("number", 6), ("focus", 7), ("focus_when", parse_edtf("2024-11-05/2024-11-10")),
            ("series", "ciie"), NAMES,
        )),
        Step("editions.dates", (
            ("first", 1), ("last", 6), ("from", date(2018, 11, 5)), ("to", date(2023, 11, 10)),
        )),
    )  # fmt: skip
    found = Resolution(
        Kind.EDITIONS,
        parse_edtf("2018-11-05/2023-11-10"),
        None,
        "ciie",
        (1, 2, 3, 4, 5, 6),
        (),
        steps,
    )

    assert explain(Mention(0, 3, "前六届", Period(Duration()), found), ZH) == (
        "“前六届”从文章所谈的第七届（2024年11月5日至10日）往回数："
        "第1届至第6届，举办于2018年11月5日至2023年11月10日。"
    )


def test_another_reading():
    step = Step("window.rolling", (("number", 5), ("unit", "year"), ("day", date(2023, 11, 4))))
    other = Alternative(parse_edtf("2018/2022"), because=Step("window.calendar"))
    found = Resolution(
        Kind.RANGE, parse_edtf("2018-11-04/2023-11-04"), readings=(other,), steps=(step,)
    )

    assert explain(found, ZH) == (
        "这一说法从发稿日2023年11月4日往回数五年：2018年11月4日至2023年11月4日。"
        "如果指完整的历年，则为2018年至2022年。"
    )


def test_findings_and_reasons():
    finding = Finding("error", "edition-year", arguments=(
        ("series", "ciie"), ("number", 6), ("claimed", 2025), ("right", 8),
        ("held_when", parse_edtf("2023-11-05/2023-11-10")), NAMES,
    ))  # fmt: skip
    held = parse_edtf("2023-11-05/2023-11-10")
    claims = tuple(Claim(each, "ciie/6", "when", held, each) for each in ("甲报", "乙报"))
    edition = Edition("ciie/6", "第六届进博会", when=held, why=Derivation(claims))

    assert explain(finding, ZH) == "第六届进博会举办于2023年11月5日至10日，2025年的是第八届。"
    assert explain(edition, ZH) == (
        "第六届进博会：2023年11月5日至10日。两个来源给出此日期：甲报和乙报。"
    )


def test_a_rule_without_words_is_said_by_its_id():
    assert say(Step("editions.next", (("number", 2),)), ZH) == "editions.next：number=2"
    assert explain(Finding("info", "ical.url", arguments=(("url", "x"),)), ZH) == "ical.url：url=x"


def test_a_template_that_is_missing_is_named():
    with pytest.raises(InputError, match=r"phrases of 'zh': expected a template set\.one-until"):
        phrase(parse_edtf("[..1984]"), ZH)


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


def test_a_language_with_words_but_without_phrases(monkeypatch):
    def missing(lang):
        raise FileNotFoundError(lang)

    monkeypatch.setattr(wording_book, "phrases", missing)
    with pytest.raises(UnknownLanguageError, match="no phrases for the language 'qq'"):
        phrase(parse_edtf("2018"), "qq")
