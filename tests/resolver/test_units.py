"""Arithmetic on days and units: clamping, ranges, and that units tile the calendar."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.resolver.units import (
    days_value,
    month_length,
    plus,
    plus_days,
    plus_months,
    season_value,
    unit_length,
    unit_of,
    unit_timex,
    unit_value,
)
from ciie_timeline.values import Duration, Precision

TILES = [
    Precision(word)
    for word in (
        "day", "week", "month", "quarter", "half", "year", "decade", "century", "millennium",
    )
]  # fmt: skip
MIDDLE = st.dates(date(1000, 1, 1), date(4999, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2023, 3, 31), -1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 5, 31), 0, date(2024, 5, 31)),
        (date(1, 1, 31), -1, None),
        (date(9999, 12, 1), 1, None),
    ],
)
def test_months_clamp_to_the_end_of_a_month(day, months, expected):
    assert expected == plus_months(day, months)


@pytest.mark.parametrize(
    ("day", "length", "sign", "expected"),
    [
        (date(2023, 11, 4), Duration(years=5), -1, date(2018, 11, 4)),
        (date(2024, 2, 29), Duration(years=1), -1, date(2023, 2, 28)),
        (date(2024, 3, 1), Duration(weeks=2), 1, date(2024, 3, 15)),
        (date(2024, 3, 1), Duration(quarters=1), 1, date(2024, 6, 1)),
        (date(2024, 3, 1), Duration(decades=2), -1, date(2004, 3, 1)),
        (date(2024, 3, 1), Duration(centuries=1), -1, date(1924, 3, 1)),
        (date(2024, 3, 1), Duration(millennia=1), -1, date(1024, 3, 1)),
        (date(2024, 3, 1), Duration(years=1, months=2, days=3), 1, date(2025, 5, 4)),
        (date(2024, 3, 1), Duration(years=None), 1, None),
        (date(2024, 3, 1), Duration(years=Decimal("1.5")), 1, None),
        (date(2024, 3, 1), Duration(years=10**12), 1, None),
        (date(2024, 3, 1), Duration(days=10**12), -1, None),
        (date(2024, 3, 1), Duration(years=8000), 1, None),
        (date(9999, 12, 1), Duration(days=31), 1, None),
    ],
)
def test_a_length_on_or_back(day, length, sign, expected):
    assert expected == plus(day, length, sign)


@pytest.mark.parametrize(
    ("unit", "number", "expected"),
    [
        ("year", 5, "P5Y"),
        ("decade", 1, "P10Y"),
        ("decade", None, "PXY"),
        ("century", 2, "P2CE"),
        ("millennium", 1, "P1ML"),
        ("half", 1, "P6M"),
        ("half", None, "PXM"),
        ("quarter", 3, "P3Q"),
        ("month", 9, "P9M"),
        ("month", None, "PXM"),
        ("season", 2, "P6M"),
        ("week", 2, "P2W"),
        ("weekend", 2, "P2W"),
        ("day", 6, "P6D"),
        ("hour", 24, "PT24H"),
        ("minute", 90, "PT90M"),
        ("second", 5, "PT5S"),
        ("part-of-day", 2, "P2D"),
    ],
)
def test_so_many_units_as_a_length(unit, number, expected):
    assert expected == unit_length(Precision(unit), number).to_timex()


@pytest.mark.parametrize(
    ("unit", "first", "last", "edtf", "timex"),
    [
        ("month", date(2024, 2, 1), date(2024, 2, 29), "2024-02", "2024-02"),
        ("quarter", date(2024, 10, 1), date(2024, 12, 31), "2024-36", "2024-Q4"),
        ("half", date(2024, 7, 1), date(2024, 12, 31), "2024-41", "2024-H2"),
        ("decade", date(1990, 1, 1), date(1999, 12, 31), "199X", "199"),
        ("decade", date(30, 1, 1), date(39, 12, 31), "003X", "003"),
        ("century", date(1900, 1, 1), date(1999, 12, 31), "19XX", "19"),
        ("week", date(2024, 12, 30), date(2025, 1, 5), "2024-12-30/2025-01-05", "2025-W01"),
        ("day", date(2024, 2, 29), date(2024, 2, 29), "2024-02-29", "2024-02-29"),
    ],
)
def test_units_have_a_notation_and_a_timeml_name(unit, first, last, edtf, timex):
    assert edtf == unit_value(first, last, Precision(unit)).to_edtf()
    assert timex == unit_timex(first, Precision(unit))


@given(MIDDLE, st.sampled_from(TILES), st.integers(-30, 30))
def test_units_follow_each_other_without_a_gap(day, unit, shift):
    here, after = unit_of(day, unit, shift), unit_of(day, unit, shift + 1)

    if here is not None and after is not None:
        assert here[1] + timedelta(days=1) == after[0]


@given(MIDDLE, st.sampled_from(TILES))
def test_a_unit_holds_its_day_and_is_the_same_for_each_of_its_days(day, unit):
    first, last = unit_of(day, unit)

    assert first <= day <= last
    assert unit_of(first, unit) == unit_of(last, unit) == (first, last)


@given(MIDDLE, st.integers(-30, 30))
def test_a_weekend_is_saturday_and_sunday_of_the_iso_week(day, shift):
    first, last = unit_of(day, Precision.WEEKEND, shift)
    week = unit_of(day, Precision.WEEK, shift)

    assert (6, 7) == (first.isoweekday(), last.isoweekday())
    assert week[1] == last == first + timedelta(days=1)


@given(MIDDLE, st.sampled_from(TILES))
def test_the_notation_of_a_unit_has_its_days(day, unit):
    first, last = unit_of(day, unit)
    value = unit_value(first, last, unit)

    assert (first, last) == (value.earliest, value.latest)


@given(st.dates(), st.integers(-150_000, 150_000))
def test_months_on_land_in_the_month_that_is_counted(day, months):
    found = plus_months(day, months)
    counted = day.year * 12 + day.month - 1 + months

    if found is None:
        assert not 12 <= counted < 120_000
    else:
        assert counted == found.year * 12 + found.month - 1
        assert found.day == min(day.day, month_length(found.year, found.month))


@given(st.dates(), st.integers(-(10**9), 10**9))
def test_days_on_and_back_again(day, days):
    there = plus_days(day, days)

    assert there is None or day == plus_days(there, -days)


def test_one_day_is_no_interval():
    assert "2024-03-01" == days_value(date(2024, 3, 1), date(2024, 3, 1)).to_edtf()
    assert "2024-22" == season_value(2024, 2).to_edtf()
