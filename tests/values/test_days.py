"""Days of any year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.values import FarDay
from ciie_timeline.values.days import civil, day_at, day_of, is_leap, month_length, ordinal


@given(st.integers(-(10**9), 10**9))
def test_ordinals_and_civil_days_are_inverse(number):
    year, month, day = civil(number)

    assert number == ordinal(year, month, day)
    assert 1 <= day <= month_length(year, month)
    assert number + 1 == ordinal(*civil(number + 1))


@given(st.dates())
def test_ordinals_are_those_of_datetime(day):
    assert day.toordinal() == ordinal(day.year, day.month, day.day)
    assert day == day_of(day.toordinal())


@pytest.mark.parametrize(
    ("year", "leap"),
    [(2000, True), (1900, False), (2023, False), (0, True), (-1, False), (-400, True)],
)
def test_leap_years_are_proleptic(year, leap):
    assert leap is is_leap(year)


def test_far_days_compare_with_each_other_and_with_dates():
    ancient, old, far = FarDay(-44, 3, 15), FarDay(0, 12, 31), FarDay(12345, 1, 1)

    assert [ancient, old, date(1, 1, 1), far] == sorted([far, date(1, 1, 1), old, ancient])
    assert ancient < old < date.min <= date.max < far
    assert far > date.max > old > ancient
    assert FarDay(0, 12, 31) <= old
    assert FarDay(0, 12, 31) >= old
    assert not far <= date.max
    assert not old >= date.min
    assert FarDay(0, 12, 31) == old != ancient


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((0, 12, 31), "0000-12-31"),
        ((-44, 3, 15), "-0044-03-15"),
        ((12345, 1, 1), "Y12345-01-01"),
        ((-12345, 1, 1), "Y-12345-01-01"),
    ],
)
def test_far_days_are_written_as_iso_8601(parts, text):
    day = day_at(*parts)

    assert text == str(day) == day.isoformat()
    assert f"FarDay{parts}" == repr(day)
    assert ordinal(*parts) == day.toordinal()
