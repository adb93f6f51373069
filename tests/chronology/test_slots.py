"""Days and slots of time values."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline.chronology.slots import (
    PER_YEAR,
    covers,
    day_value,
    days_of,
    ends,
    is_doubtful,
    slot_of,
    slots_value,
    width,
)
from ciie_timeline.values import Extent, Window, parse_edtf


def iso(numbers):
    return tuple(n if n is None else date.fromordinal(n).isoformat() for n in numbers)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023-11-05", ("2023-11-05", "2023-11-05"), ("2023-11-05", "2023-11-05")),
        ("2023-11", ("2023-11-01", "2023-11-30"), ("2023-11-01", "2023-11-30")),
        ("2018/2023-06", ("2018-01-01", "2018-12-31"), ("2023-06-01", "2023-06-30")),
        ("2018-11-05/..", ("2018-11-05", "2018-11-05"), (None, None)),
        ("/2018-11-05", (None, None), ("2018-11-05", "2018-11-05")),
        ("[2020..2021]", ("2020-01-01", "2021-12-31"), ("2020-01-01", "2021-12-31")),
        ("[2025..]", ("2025-01-01", None), ("2025-01-01", None)),
        ("2027-05-14T09:00/2027-05-15T10:30", ("2027-05-14",) * 2, ("2027-05-15",) * 2),
    ],
)
def test_what_a_value_says_of_first_and_last_day(text, start, end):
    first, last = ends(parse_edtf(text))
    assert (iso(first), iso(last)) == (start, end)


def test_an_extent_has_two_windows():
    start = Window(date(2024, 11, 1), date(2024, 11, 9))
    first, last = ends(Extent(start, Window(None, date(2024, 11, 30))))
    assert (iso(first), iso(last)) == (("2024-11-01", "2024-11-09"), (None, "2024-11-30"))
    assert not is_doubtful(Extent(start, start))


@pytest.mark.parametrize(
    ("unit", "expected"), [("year", 2023), ("half", 4047), ("quarter", 8095), ("month", 24286)]
)
def test_the_slot_of_a_day(unit, expected):
    assert slot_of(date(2023, 11, 5).toordinal(), unit) == expected
    assert slot_of(None, unit) is None


@settings(deadline=None)
@given(st.dates(), st.sampled_from(sorted(PER_YEAR)))
def test_a_day_lies_in_its_slot_and_slots_leave_no_gap(day, unit):
    number = day.toordinal()
    slot = slot_of(number, unit)
    first, last = days_of(slot, unit)
    assert first <= number <= last
    assert days_of(slot + 1, unit)[0] == last + 1


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("2023-11", "2023-11-05/2023-11-10", True),
        ("2023-11-05", "2023-11", False),
        ("2023/..", "2024", True),
        ("2023", "2023/..", False),
    ],
)
def test_one_value_covers_another(outer, inner, expected):
    assert covers(parse_edtf(outer), parse_edtf(inner)) is expected


def test_width_and_values():
    assert width(parse_edtf("2023-11-05/2023-11-10")) == 5
    assert width(parse_edtf("2023/..")) is None
    assert str(day_value(date(2023, 11, 5).toordinal())) == "2023-11-05"
    assert slots_value(24286, 24286, 12).to_edtf() == "[2023-11-01..2023-11-30]"
