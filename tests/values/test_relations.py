"""How values lie to each other, by example."""

from datetime import date

import pytest

from ciie_timeline.values import (
    Allen,
    Bound,
    Extent,
    MemberRange,
    OneOf,
    Window,
    parse_edtf,
)
from ciie_timeline.values.completions import consecutive

TABLE = [
    # first, relation words, second: True, False or None
    ("2022", "before", "2023", True),
    ("2022", "before", "2023-05", True),
    ("2023", "before", "2023-05", False),
    ("2023-04", "before", "2023-05", True),
    ("202X", "before", "2023", None),
    ("201X", "before", "2023", True),
    ("202X", "before", "2020", False),
    ("XXXX-12-25", "before", "2023", None),
    ("2018/", "before", "2023", None),
    ("2018/..", "before", "2023", False),
    ("/2018", "before", "2023", True),
    ("../2018", "before", "2018", False),
    ("[2018,2019]", "before", "2020", True),
    ("[2018,2021]", "before", "2020", None),
    ("{2018,2021}", "before", "2020", False),
    ("2018/2019", "before", "2019", False),
    ("2023-11-05T09:00", "before", "2023-11-05T09:01", True),
    ("2023-11-05T09:00", "before", "2023-11-05T09:00:30", False),
    ("2023-11-05T23:00-05:00", "before", "2023-11-06T01:00Z", False),
    ("2023-11-05T23:00", "before", "2023-11-06T01:00Z", None),
    ("2023-11-05T23:00", "before", "2023-11-06T11:01Z", True),
    ("2023-11-05T23:00", "before", "2023-11-06T11:00Z", None),
    ("2023-11-05T23:00", "after", "2023-11-05T09:00Z", None),
    ("2023-11-05T23:00", "after", "2023-11-05T08:59:30Z", True),
    ("2023-01-01T10:00", "before", "2023-01-01T12:00Z", None),
    ("2023-01-01T23:30-05:00", "before", "2023-01-02", None),
    ("2023-01-02T04:30Z", "during", "2023-01-02", None),
    ("2023-01-01T11:59Z", "during", "2023-01", None),
    ("2023-01-01T12:00Z", "during", "2023-01", True),
    ("2023-06-01T09:00Z", "during", "2023", True),
    ("2023-06-01T09:00Z", "equals", "2023-06-01T09:00", None),
    ("2023-06-01T09:00Z", "equals", "2023-06-01T09:00:00", False),
    ("2023-06-01T09:00Z/2023-06-02", "after", "2023-05-31T09:00Z", True),
    ("2023-06-01T09:00Z/2023-06-02", "contains", "2023-06-01T12:00Z", True),
    ("2023-06-01T09:00Z/2023-06-02", "before", "2023-06-03", None),
    ("2023-06-01T09:00Z/2023-06-02", "before", "2023-06-05", True),
    ("../..", "contains", "2023-06-01T09:00Z", True),
    ("2018/..", "contains", "2023-06-01T09:00Z", True),
    ("2018/", "contains", "2023-06-01T09:00Z", None),
    ("[2018,2020]", "after", "2017-06-01T09:00Z", True),
    ("2023-01-01T23:00-20:00/2023-01-01T23:30", "before", "2023-06", None),
    ("1851S2", "before", "1900", True),
    ("1851S2", "before", "1899", None),
    ("Y3388E2S3", "after", "9999", True),
    ("Y17E7", "after", "Y17E6", True),
    ("Y1E90S1", "after", "2023", True),
    ("2023-06", "after", "2023-05", True),
    ("2023-05", "during", "2023", True),
    ("2023-01", "during", "2023", True),
    ("2023", "during", "2023", True),
    ("2023", "during", "2023-05", False),
    ("2023-05", "during", "2018/2023", None),
    ("2022-05", "during", "2018/2023", True),
    ("2022-05", "during", "2018/..", True),
    ("2022-05", "during", "2018/", None),
    ("2022-05", "during", "../..", True),
    ("202X", "during", "2020-01-01/2029-12-31", True),
    ("202X-11", "during", "2023", None),
    ("2023-XX", "during", "2023", True),
    ("2023-XX-XX", "during", "2023", True),
    ("XXXX-XX-XX", "during", "2023", None),
    ("[2023-01,2023-02]", "during", "2023", True),
    ("{2023-01,2023-12}", "during", "2023", True),
    ("{2023-01,2024-12}", "during", "2023", False),
    ("2023", "contains", "2023-02-28", True),
    ("{2018,2020}", "contains", "2019", False),
    ("{2018,2019}", "contains", "2018-12/2019-01", True),
    ("{2018,2020}", "contains", "2020-05", True),
    ("{2018..2023}", "contains", "2020", True),
    ("{..2018,2020}", "contains", "1066", True),
    ("{201X,2020}", "contains", "2020-05", True),
    ("{201X,2020}", "contains", "2015", None),
    ("[..2018]", "contains", "2019", False),
    ("[..2018]", "contains", "1066", None),
    ("{2018,2020}", "overlaps", "2019", False),
    ("{2018,2020}", "overlaps", "2019/2020", True),
    ("2018/2020", "overlaps", "2019", True),
    ("2018/2020", "overlaps", "2020", True),
    ("2018/2020", "overlaps", "2020-12-31", None),
    ("2023-11-05/2023-11-10", "overlaps", "2023-11-10T12:00", True),
    ("2023-11-05T09:00/2023-11-05T10:00", "overlaps", "2023-11-05T10:00/2023-11-05T11:00", False),
    ("2023", "equals", "2023", True),
    ("2023", "equals", "2023-01-01/2023-12-31", True),
    ("2023?", "equals", "2023", True),
    ("2023-33", "equals", "2023-01-01/2023-03-31", True),
    ("202X", "equals", "202X", None),
    ("202X", "equals", "201X", False),
    *[
        (wide, "equals", narrow, None)
        for wide, narrow in [
            ("2XXX", "2023"),
            ("2XXX", "2024"),
            ("2XXX-02", "2023-02"),
            ("2XXX-1X", "2024-10"),
            ("2XXX-24", "2022-24"),
            ("2XXX-22", "2022-22"),
            ("2XXX-37", "2023-37"),
            ("2XXX-38", "2023-38"),
            ("2XXX-40", "2023-40"),
            ("2XXX-41", "2023-41"),
            ("2XXX-XX-XX", "2023-05-05"),
        ]
    ],
    ("2XXX", "equals", "2023-01-01/2023-12-30", False),
    ("2XXX-XX-XX", "contains", "2023-05-05/2023-05-06", False),
    ("{2023}", "equals", "2023", True),
    ("{2023-01,2023-03}", "equals", "2023-01/2023-03", False),
    ("{2022,2024}", "equals", "{2024,2022}", True),
    ("2018/..", "equals", "2018-01-01/..", None),
    ("2018-01-01/..", "equals", "2018-01-01/..", True),
    ("[1001..1999]", "before", "2000", True),
    ("[1001..1999]", "before", "1500", None),
    ("[XXXX-01-01,2023]", "after", "1066", None),
    ("[18XX,19XX]", "before", "2000", True),
    ("[18XX,19XX]", "before", "1850", None),
    ("{18XX,19XX}", "before", "2000", True),
    ("{18XX,19XX}", "contains", "1850", None),
    ("{19XX-XX-XX,18XX-XX-XX}", "before", "2000", True),
    ("{19XX-XX-XX,18XX-XX-XX}", "contains", "2000", False),
]


@pytest.mark.parametrize(("first", "word", "second", "truth"), TABLE)
def test_verdicts(first, word, second, truth):
    one, other = parse_edtf(first), parse_edtf(second)

    assert truth is getattr(one, word)(other)
    assert (truth is not False) is getattr(one, f"possibly_{word}")(other)
    assert (truth is True) is getattr(one, f"definitely_{word}")(other)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2022", "2024", "before"),
        ("2022", "2023", "meets"),
        ("2022-06-01/2023-05-31", "2023", "overlaps"),
        ("2022-06-01/2023-12-31", "2023", "finished-by"),
        ("2022-06-01/2024-05-31", "2023", "contains"),
        ("2023-01", "2023", "starts"),
        ("2023", "2023", "equals"),
        ("2023", "2023-01", "started-by"),
        ("2023-05", "2023", "during"),
        ("2023-12", "2023", "finishes"),
        ("2023-05-01/2024-05-01", "2023", "overlapped-by"),
        ("2024", "2023", "met-by"),
        ("2025", "2023", "after"),
        ("202X", "2023", "after before equals meets met-by"),
        ("2023-XX-XX", "2023-05-05", "after before equals meets met-by"),
        ("2018/..", "2020", "contains"),
        (
            "2018/",
            "2018-12-31",
            "before contains equals finished-by meets started-by",
        ),
        ("2018/2019", "2018-12-31/2019-01-01", "contains equals finished-by started-by"),
        ("{2018,2020}", "2019", ""),
        ("{2018,2020}", "{2018..2020}", ""),
        ("{2018,2020}", "2018/2020", ""),
        ("{2018,2020}", "2018-05", "contains"),
        ("{2018,2020}", "2021", "meets"),
        (
            "2023-11-05T09:00Z",
            "2023-11-05T09:00",
            "after before equals meets met-by overlaps overlapped-by",
        ),
    ],
)
def test_possible_relations(first, second, words):
    found = {relation.value for relation in parse_edtf(first).relation(parse_edtf(second))}

    assert set(words.split()) == found


def test_days_are_not_divided_without_clock_times():
    """One day of a year is another day or the same; it never laps over."""
    found = parse_edtf("2024-XX-XX").relation(parse_edtf("2024-02-29"))

    assert "overlaps" not in {relation.value for relation in found}


def test_ranges_without_ends_limit_nothing():
    anything = OneOf((MemberRange(Bound.OPEN, Bound.OPEN),))

    assert anything.before(parse_edtf("2024")) is None
    assert set(Allen) == anything.relation(parse_edtf("2024"))
    assert [*consecutive(anything.members[0])] == []


def test_extents_are_windows():
    november = Window(date(2024, 11, 1), date(2024, 11, 30))
    within = Extent(november, november)

    assert within.before(parse_edtf("2024-12")) is True
    assert within.before(parse_edtf("2024-11-15")) is None
    assert within.during(parse_edtf("2024")) is True
    assert within.overlaps(parse_edtf("2024-12")) is False
    assert within.contains(parse_edtf("2024-11-15")) is None
    assert within.equals(within) is None
    assert Extent(Window(None, None), november).before(parse_edtf("2025")) is True
    assert Extent(november, Window(None, None)).after(parse_edtf("2023")) is True
    assert Extent(november, Window(None, None)).before(parse_edtf("2025")) is None


def test_display_order_puts_what_encloses_first():
    texts = [
        "../..",
        "../2017",
        "2018/..",
        "2018/2023",
        "2018",
        "2018?",
        "2018-01",
        "2018-01-01",
        "2018-01-01T09:00",
        "2018-01-01T10:00Z",
        "/2018-01-05",
        "2018-11/",
        "2018-11",
    ]
    found = sorted(map(parse_edtf, reversed(texts)), key=lambda value: value.sort_key())

    assert texts[:4] == [str(value) for value in found[:4]]
    assert {"2018", "2018?"} == {str(value) for value in found[4:6]}
    assert (
        parse_edtf("2018-11-05T09:00+08:00").sort_key() < parse_edtf("2018-11-05T09:00Z").sort_key()
    )


def test_nothing_known_comes_last():
    nothing = Extent(Window(None, None), Window(None, None))

    assert nothing.sort_key() > parse_edtf("Y99999999").sort_key()
