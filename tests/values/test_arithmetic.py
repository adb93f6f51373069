"""Moving, measuring, joining and cutting, by example."""

from datetime import date
from decimal import Decimal

import pytest

from ciie_timeline.errors import ValidationError
from ciie_timeline.values import (
    Bound,
    Duration,
    Elapsed,
    Extent,
    Interval,
    PartialDate,
    Window,
    difference,
    hull,
    intersection,
    parse_edtf,
)

DAY = Window(date(2023, 11, 5), date(2023, 11, 5))


@pytest.mark.parametrize(
    ("text", "by", "moved"),
    [
        ("2023-11-05", "P5D", "2023-11-10"),
        ("2023-11-05", "P1W", "2023-11-12"),
        ("2023-11-05", "-P5D", "2023-10-31"),
        ("2023-12-31", "P1D", "2024-01-01"),
        ("0001-01-01", "-P1D", "0000-12-31"),
        ("-0044-03-15", "P1Y", "-0043-03-15"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-01-31", "P1M1D", "2024-03-01"),
        ("2023-11-05", "PT24H", "2023-11-06"),
        ("2023-11-05", "PT12H", "2023-11-05T12:00/2023-11-06T12:00"),
        ("2023-11-05", "PT90S", "2023-11-05T00:01:30/2023-11-06T00:01:30"),
        ("2023-11-05~", "P1D", "2023-11-06~"),
        ("2023-11", "P1Y2M", "2025-01"),
        ("2023-11", "P10D", "2023-11-11/2023-12-10"),
        ("2023-11?", "P10D", "2023-11-11?/2023-12-10?"),
        ("2023", "P2DE", "2043"),
        ("2023", "P1Q", "2023-04-01/2024-03-31"),
        ("2023", "P1M", "2023-02-01/2024-01-31"),
        ("2023-36", "P1Q", "2024-33"),
        ("2023-33", "-P3M", "2022-36"),
        ("2023-24", "P1Y", "2024-24"),
        ("2023-41", "P6M", "2024-40"),
        ("2023-39", "P4M", "2024-37"),
        ("2023-33", "P1M", "2023-02-01/2023-04-30"),
        ("Y12345", "P1Y", "Y12346"),
        ("2023-11-05T09:00", "PT90M", "2023-11-05T10:30"),
        ("2023-11-05T09:00Z", "PT15H", "2023-11-06T00:00Z"),
        ("2023-11-05T09:00:30+08:00", "PT40S", "2023-11-05T09:01:10+08:00"),
        ("2023-11-05T09:00", "PT30S", "2023-11-05T09:00:30/2023-11-05T09:01:30"),
        ("2024-01-31T09:00", "P1M", "2024-02-29T09:00"),
        ("201X", "P10Y", "202X"),
        ("201X~", "-P1DE", "200X~"),
        ("20XX", "P1CE", "21XX"),
        ("201X", "P1Y", "[2011..2020]"),
        ("-198X", "P10Y", "[-1979..-1970]"),
        ("000X", "-P10Y", "[-0010..-0001]"),
        ("999X", "P10Y", "[Y10000..Y10009]"),
        ("201X?", "P1Y", "[2011?..2020?]"),
        ("1851S3", "P1Y", "[1851..1860]"),
        ("2023-1X", "P2M", "[2023-12..2024-02]"),
        (
            "1X51-05",
            "P1M",
            "[1051-06,1151-06,1251-06,1351-06,1451-06,1551-06,1651-06,1751-06,1851-06,1951-06]",
        ),
        ("2023-04-3X", "P1D", "[2023-05-01]"),
        ("2018/2023", "P1Y", "2019/2024"),
        ("2018/..", "P1Y", "2019/.."),
        ("/2018-11-05", "P1D", "/2018-11-06"),
        ("2023-11-05/2023-11-10", "-P1Y", "2022-11-05/2022-11-10"),
        ("[1851,1862..1867]", "P1Y", "[1852,1863..1868]"),
        ("{..1851,186X}", "P10Y", "{..1861,187X}"),
        ("[185X]", "P1Y", "[1851..1860]"),
    ],
)
def test_shift(text, by, moved):
    value, duration = parse_edtf(text), Duration.parse(by)

    assert moved == str(value + duration)
    assert parse_edtf(moved) == value.shift(duration)
    if not str(duration).startswith("-"):
        assert value.shift(-duration) == value - duration


@pytest.mark.parametrize(("policy", "moved"), [("clamp", "2023-02-28"), ("overflow", "2023-03-03")])
def test_days_that_a_month_lacks(policy, moved):
    month = Duration(months=1)

    assert moved == str(parse_edtf("2023-01-31").shift(month, overflow=policy))
    assert str(parse_edtf("2023-02-01").shift(month, overflow=policy)) == "2023-03-01"


@pytest.mark.parametrize(
    ("text", "by", "policy"),
    [
        ("2023-01-31", "P1M", "raise"),
        ("2023-01-31", "P1M", "guess"),
        ("2023", "PXY", "clamp"),
        ("2023", "P0.3Y", "clamp"),
        ("2023-11-05T09:00", "PT0.5S", "clamp"),
        ("XXXX-XX-XX", "P1D", "clamp"),
        ("201X", "P1D", "clamp"),
        ("2018/..", "P1D", "clamp"),
        ("2018/2023", "PT1H", "clamp"),
        ("[1851,1862]", "P1D", "clamp"),
        ("[1851..1862]", "P1D", "clamp"),
    ],
)
def test_shifts_without_a_result(text, by, policy):
    with pytest.raises(ValidationError):
        parse_edtf(text).shift(Duration.parse(by), overflow=policy)


def test_fractions_that_come_out_are_taken():
    assert str(parse_edtf("2023-11-05") + Duration(weeks=Decimal("1.0"))) == "2023-11-12"
    assert str(parse_edtf("2023-11-05T09:00") + Duration.parse("PT1.5H")) == "2023-11-05T10:30"


def test_intervals_of_coarse_dates_become_extents():
    moved = parse_edtf("2018/2023") + Duration(days=1)

    assert Window(date(2018, 1, 2), date(2019, 1, 1)) == moved.start
    assert Window(date(2023, 1, 2), date(2024, 1, 1)) == moved.end


def test_extents_move_by_days():
    extent = Extent(DAY, Window(None, date(2023, 11, 10)), ("a",))

    moved = extent + Duration(months=1, days=1)

    assert Window(date(2023, 12, 6), date(2023, 12, 6)) == moved.start
    assert Window(None, date(2023, 12, 11)) == moved.end
    assert moved.premises == ("a",)
    with pytest.raises(ValidationError):
        extent + Duration(hours=1)


@pytest.mark.parametrize(
    ("later", "earlier", "unit", "found"),
    [
        ("2023-11-10", "2023-11-05", "days", "P5D"),
        ("2023-11-05", "2023-11-10", "days", "-P5D"),
        ("2023-11-05", "2023-11-05", "days", "P0D"),
        ("2023-12", "2023-11-05", "days", "P26D..P56D"),
        ("2023-11", "2023-11", "days", "-P29D..P29D"),
        ("2023-11-05T10:30", "2023-11-04T09:00", "days", "P1DT1H30M"),
        ("2023-11-05T10:00Z", "2023-11-05T10:00+08:00", "days", "PT8H"),
        ("2023-11-06", "2023-11-05T12:00", "days", "P1D"),
        ("2018/..", "2017", "days", "P1D.."),
        ("2018", "../2017", "days", "P1D.."),
        ("/2018", "2017", "days", "..P729D"),
        ("2023", "2018", "years", "P4Y..P5Y"),
        ("2023-11-05", "2018-11-05", "years", "P5Y"),
        ("2023-11-04", "2018-11-05", "years", "P4Y"),
        ("2018-11-05", "2023-11-04", "years", "-P4Y"),
        ("2024-02-29", "2023-02-28", "months", "P12M"),
        ("2023-11-05T10:00/2023-11-05T12:00", "2023-11-05T09:00", "days", "PT1H..PT3H"),
    ],
)
def test_difference(later, earlier, unit, found):
    assert found == str(difference(parse_edtf(later), parse_edtf(earlier), unit=unit))


def test_subtraction_of_values_counts_days():
    elapsed = parse_edtf("2023-11-10") - parse_edtf("2023-11-05")

    assert Elapsed(Duration(days=5), Duration(days=5)) == elapsed
    assert elapsed.is_exact
    with pytest.raises(ValidationError, match="unit"):
        difference(PartialDate(2023), PartialDate(2018), unit="weeks")


@pytest.mark.parametrize(
    ("texts", "around"),
    [
        (["2018", "2023"], "2018/2023"),
        (["2023", "2018"], "2018/2023"),
        (["2018-11-05/2018-11-10", "2023-11-05/2023-11-10"], "2018-11-05/2023-11-10"),
        (["2023", "2023-05"], "2023"),
        (["2023-05"], "2023-05"),
        (["2018", "2020/.."], "2018/.."),
        (["2018", "2020/"], "2018/"),
        (["../2018", "/2020"], "../2020"),
        (["201X", "2023"], "2010-01-01/2023"),
        (["2018", "[2020,2023]"], "2018/2023-12-31"),
        (["2018~", "2020", "2023?"], "2018~/2023?"),
    ],
)
def test_hull(texts, around):
    assert around == str(hull(*map(parse_edtf, texts)))


@pytest.mark.parametrize(
    ("first", "second", "common"),
    [
        ("2018/2020", "2020/2023", "2020"),
        ("2018/2021", "2020/2023", "2020/2021"),
        ("2023", "2023-05", "2023-05"),
        ("2023-33", "2023", "2023-33"),
        ("2023-05/2024", "2023", "2023-05/2023-12"),
        ("2023-40", "2023-01/2023-06", "2023-40"),
        ("2023-11-05/2023-11-10", "2023-11", "2023-11-05/2023-11-10"),
        ("2023-11-05/2023-11-10", "2023-11-10/2023-11-12", "2023-11-10"),
        ("2022", "2023", None),
        ("2018/..", "2020", "2020"),
        ("2018/..", "2020/..", "2020/.."),
        ("../2020", "../2018", "../2018"),
        ("../2018", "2020/", None),
        ("2018/", "2017/2020", "2018/"),
        ("/2020", "2018/2019", "/2019"),
        ("/2020", "2018/", None),
        ("../..", "../..", "../.."),
        (
            "2023-11-05T09:00/2023-11-05T12:00",
            "2023-11-05T10:00/2023-11-05T14:00",
            "2023-11-05T10:00/2023-11-05T12:00",
        ),
        (
            "2023-11-05T09:00Z/2023-11-05T12:00Z",
            "2023-11-05T19:00+08:00/..",
            "2023-11-05T11:00Z/2023-11-05T12:00Z",
        ),
    ],
)
def test_intersection(first, second, common):
    found = intersection(parse_edtf(first), parse_edtf(second))

    assert common == (None if found is None else str(found))


def test_clock_times_of_hulls_and_intersections():
    morning = parse_edtf("2023-11-05T09:00/2023-11-05T12:00")

    assert str(hull(morning, parse_edtf("2023-11-06"))) == "2023-11-05T09:00/2023-11-06"
    assert str(intersection(morning, parse_edtf("2023"))) == "2023-11-05T09:00/2023-11-05T12:00"
    noon = parse_edtf("2023-11-05T12:00/..")
    assert str(intersection(parse_edtf("2023-11-05T09:00/.."), noon)) == "2023-11-05T12:00/.."


def test_extents_can_be_joined():
    extent = Extent(DAY, Window(None, None))

    assert Bound.UNKNOWN is hull(extent, parse_edtf("2018")).end
    assert Interval(PartialDate(2023, 11, 5), Bound.UNKNOWN) == intersection(
        extent, parse_edtf("2023")
    )
