"""Listing, canonical notation, coarser units, margins for marks."""

from datetime import date

import pytest

from ciie_timeline.errors import ValidationError
from ciie_timeline.values import (
    Duration,
    Extent,
    Padding,
    Precision,
    Window,
    parse_edtf,
)

WITHIN = Extent(
    Window(date(2023, 11, 5), date(2023, 11, 6)), Window(date(2023, 11, 6), date(2023, 11, 7))
)
UNKNOWN = Extent(Window(None, None), Window(None, date(2023, 11, 7)))


@pytest.mark.parametrize(
    ("text", "count", "first", "last"),
    [
        ("2023", 1, "2023", "2023"),
        ("2023-11-05T09:00", 1, "2023-11-05T09:00", "2023-11-05T09:00"),
        ("201X", 10, "2010", "2019"),
        ("2023-XX", 12, "2023-01", "2023-12"),
        ("2024-02-XX", 29, "2024-02-01", "2024-02-29"),
        ("XXXX-12-25", 10_000, "0000-12-25", "9999-12-25"),
        ("1851S2", 100, "1800", "1899"),
        ("198X-02-29", 3, "1980-02-29", "1988-02-29"),
        ("2018/2023", 6, "2018", "2023"),
        ("2023-11/2024-01", 3, "2023-11", "2024-01"),
        ("2023/2024-02", 14, "2023-01", "2024-02"),
        ("2023-02/2024", 23, "2023-02", "2024-12"),
        ("2023-33/2024", 8, "2023-33", "2024-36"),
        ("2023-05/2023-34", 2, "2023-05", "2023-06"),
        ("2023-11-05/2023-11-10", 6, "2023-11-05", "2023-11-10"),
        ("2023-11-05/2023-12", 57, "2023-11-05", "2023-12-31"),
        ("2023-11-05T09:00/2023-11-06T00:00", 1, "2023-11-05", "2023-11-05"),
        ("201X/2023", 14, "2010", "2023"),
        ("2018-1X/2023", 1918, "2018-10-01", "2023-12-31"),
        ("[1851,1862..1867]", 7, "1851", "1867"),
        ("{2023-21..2023-23}", 3, "2023-21", "2023-23"),
        ("{2023-12-30..2024-01-02}", 4, "2023-12-30", "2024-01-02"),
    ],
)
def test_dates(text, count, first, last):
    found = [str(each) for each in parse_edtf(text).dates()]

    assert (count, first, last) == (len(found), found[0], found[-1])


def test_dates_of_extents_are_days():
    assert [str(day) for day in WITHIN.dates()] == ["2023-11-05", "2023-11-06", "2023-11-07"]


@pytest.mark.parametrize(
    "value", [*map(parse_edtf, ("2018/..", "/2018", "[2018..]", "{..2018}")), UNKNOWN]
)
def test_what_has_no_end_has_no_list(value):
    with pytest.raises(ValidationError, match="dates"):
        list(value.dates())


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2018", "2018"),
        ("?2018", "2018?"),
        ("%2018-%11-%05", "2018-11-05%"),
        ("2018?-?11-05", "2018-11?-05"),
        ("2018?-11~", "2018%-~11"),
        ("?2018-11-~05", "2018?-11-~05"),
        ("2018-?11-?05", "2018-?11-?05"),
        ("Y3E5", "Y300000"),
        ("Y3E2", "0300"),
        ("Y1851E3S3", "Y1851000S3"),
        ("1851S4", "1851"),
        ("1851S2", "1851S2"),
        ("2018-04-3X", "2018-04-30"),
        ("2018-XX", "2018-XX"),
        ("2018-11-05T09:00-04", "2018-11-05T09:00-04:00"),
        ("2018-11-05T09:00+00:00", "2018-11-05T09:00Z"),
        ("2018-11-05T09:00+08:00", "2018-11-05T09:00+08:00"),
        ("2018-12-31T24:00:00", "2019-01-01T00:00:00"),
        ("2018-11-05/2018-11-05", "2018-11-05"),
        ("2018/2018", "2018/2018"),
        ("?2018/..", "2018?/.."),
        ("2018-11-05T22:00/2018-11-05T24:00", "2018-11-05T22:00/2018-11-06T00:00"),
        ("[2018]", "2018"),
        ("{2018}", "2018"),
        ("[2018..2018]", "2018"),
        ("[2019,2018]", "[2018,2019]"),
        ("[2018,2018]", "2018"),
        ("[2020,2018,2019]", "[2018..2020]"),
        ("[2018..2020,2019..2023]", "[2018..2023]"),
        ("{2018..2019}", "{2018,2019}"),
        ("[2018-12,2019-01,2018]", "[2018,2018-12,2019-01]"),
        ("[2018?,2018]", "[2018,2018?]"),
        ("[?2018,2018?]", "2018?"),
        ("[2018?..2020?]", "[2018?..2020?]"),
        ("[..2018,2017..2020]", "[..2020]"),
        ("[2015,2018..]", "[2015,2018..]"),
        ("[2017,2018..]", "[2017..]"),
        ("[..2018,2018..]", "[..2018,2018..]"),
        ("[201X,2018]", "[201X,2018]"),
    ],
)
def test_canonical(text, canonical):
    found = parse_edtf(text).canonical()

    assert canonical == str(found)
    assert found == found.canonical()


def test_extents_are_canonical():
    assert WITHIN.canonical() == WITHIN


@pytest.mark.parametrize(
    ("text", "precision", "cut"),
    [
        ("2023-11-05T09:45:30", "second", "2023-11-05T09:45:30"),
        ("2023-11-05T09:45:30Z", "minute", "2023-11-05T09:45Z"),
        ("2023-11-05T09:45", "minute", "2023-11-05T09:45"),
        ("2023-11-05T09:45", "hour", "2023-11-05T09:00/2023-11-05T10:00"),
        ("2023-11-05T09:45", "day", "2023-11-05"),
        ("2023-11-05", "day", "2023-11-05"),
        ("2023-11-05", "week", "2023-10-30/2023-11-05"),
        ("2023-11-06", "week", "2023-11-06/2023-11-12"),
        ("2023-11-05~", "week", "2023-10-30~/2023-11-05~"),
        ("2023-11-05", "month", "2023-11"),
        ("2023-11-05", "quarter", "2023-36"),
        ("2023-11-05", "season", "2023-23"),
        ("2023-01-05", "season", "2022-24"),
        ("2023-12-05", "season", "2023-24"),
        ("2023-03-01", "season", "2023-21"),
        ("2023-11-05", "half", "2023-41"),
        ("2023-11-05", "year", "2023"),
        ("2023-11-05", "decade", "202X"),
        ("2023-11-05", "century", "20XX"),
        ("2023-11-05", "millennium", "2XXX"),
        ("-0044-03-15", "century", "-00XX"),
        ("Y12345", "decade", "Y12340S4"),
        ("2023", "month", "2023"),
        ("201X", "century", "20XX"),
        ("2023-XX", "year", "2023-XX"),
        ("2023-1X", "year", "2023"),
        ("2023-36", "half", "2023-41"),
        ("2023~-11-05", "year", "2023~"),
        ("2023-11~-05", "month", "2023-11~"),
        ("2023-~11-05", "year", "2023"),
        ("2023-~11-05", "half", "2023-~41"),
        ("2018-11-05/2023-11-10", "year", "2018/2023"),
        ("2023-11-05/2023-11-10", "week", "2023-10-30/2023-11-12"),
        ("2018-11-05/..", "month", "2018-11/.."),
        ("../2018-11-05", "month", "../2018-11"),
        ("[2018-11,2018-12,2019-05]", "year", "[2018,2019]"),
        ("{2018-11..2019-05,2020-01..}", "year", "{2018..2019,2020..}"),
        ("{2018-11..2018-12}", "year", "{2018}"),
    ],
)
def test_truncate(text, precision, cut):
    assert cut == str(parse_edtf(text).truncate(Precision(precision)))


def test_extents_are_cut_to_the_unit_around_them():
    assert str(WITHIN.truncate(Precision.MONTH)) == "2023-11"


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        (parse_edtf("2023-11-05"), Precision.WEEKEND),
        (parse_edtf("2023-11-05T09:00"), Precision.PART_OF_DAY),
        (parse_edtf("1X51"), Precision.CENTURY),
        (parse_edtf("2023-33"), Precision.SEASON),
        (parse_edtf("[2023-11-05,2023-11-06]"), Precision.WEEK),
        (WITHIN, Precision.WEEK),
        (UNKNOWN, Precision.YEAR),
    ],
)
def test_what_lies_in_several_units_is_not_cut(value, precision):
    with pytest.raises(ValidationError, match="truncate"):
        value.truncate(precision)


CIRCA = Padding(uncertain=Duration(years=1), approximate=Duration(years=5))
DAYS = Padding(uncertain=Duration(days=2), approximate=Duration(days=10), both=Duration(days=20))


@pytest.mark.parametrize(
    ("text", "policy", "padded"),
    [
        ("1851", CIRCA, "1851"),
        ("1851~", CIRCA, "[1846..1856]"),
        ("1851?", CIRCA, "[1850..1852]"),
        ("1851%", CIRCA, "[1846..1856]"),
        ("1851-05~", CIRCA, "[1846-05..1856-05]"),
        ("1851-05-01~", CIRCA, "[1846-05-01..1856-05-01]"),
        ("185X~", CIRCA, "[1845..1864]"),
        ("1851-XX~", CIRCA, "[1846-01-01..1856-12-31]"),
        ("1851-05-01?", DAYS, "[1851-04-29..1851-05-03]"),
        ("1851-05-01%", DAYS, "[1851-04-11..1851-05-21]"),
        ("1851-05~", DAYS, "[1851-04-21..1851-06-10]"),
        ("2018/2023", CIRCA, "2018/2023"),
        ("2018/..", CIRCA, "2018/.."),
        ("[1851~,1862]", CIRCA, "[1846..1856,1862]"),
        ("[1851~..1862]", CIRCA, "[1846..1862]"),
        ("[1851..1862?]", CIRCA, "[1851..1863]"),
        ("[1851..]", CIRCA, "[1851..]"),
        ("{1851,1862}", CIRCA, "{1851,1862}"),
    ],
)
def test_pad(text, policy, padded):
    assert padded == str(parse_edtf(text).pad(policy))


def test_padded_intervals_become_extents():
    padded = parse_edtf("1851~/1862-05-01").pad(CIRCA)

    assert Window(date(1846, 1, 1), date(1856, 12, 31)) == padded.start
    assert Window(date(1862, 5, 1), date(1862, 5, 1)) == padded.end
    assert padded == padded.pad(CIRCA)


@pytest.mark.parametrize(
    ("text", "policy"),
    [
        ("1851~/..", CIRCA),
        ("/1851~", CIRCA),
        ("{1851~,1862}", CIRCA),
        ("1851-05-01?", Padding(uncertain=Duration(hours=1))),
        ("1851?", Padding(uncertain=Duration(years=None))),
    ],
)
def test_margins_without_a_result(text, policy):
    with pytest.raises(ValidationError):
        parse_edtf(text).pad(policy)
