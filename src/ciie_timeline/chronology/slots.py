"""Days and slots as numbers: what a time value says of a first and a last day.

A slot is a year, half-year, quarter or month of the calendar, counted from year 0.
"""

from __future__ import annotations

from typing import Any, Final, TypeAlias, assert_never

from ciie_timeline.values import (
    AllOf,
    Bound,
    Extent,
    Interval,
    MemberRange,
    OneOf,
    PartialDate,
    Precision,
    TimeValue,
)
from ciie_timeline.values.days import day_of, ordinal

Range: TypeAlias = tuple[int | None, int | None]

#: Slots a year, and the precision that a slot has.
PER_YEAR: Final = {"year": 1, "half": 2, "quarter": 4, "month": 12}
PRECISION: Final = {
    "year": Precision.YEAR,
    "half": Precision.HALF,
    "quarter": Precision.QUARTER,
    "month": Precision.MONTH,
}
_FINE: Final = frozenset(
    {Precision.SECOND, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}
)
_DOUBT: Final = frozenset("?~%")


def ends(value: TimeValue) -> tuple[Range, Range]:
    """The days on which something with this time can begin, and those on which it can end.

    Days are ordinals as ``date.toordinal`` counts; None is no bound.  What is coarser than a day
    is taken as "some time within".

    >>> from ciie_timeline.values import parse_edtf
    >>> ends(parse_edtf("2023-11-05/2023-11-10"))
    ((738829, 738829), (738834, 738834))
    >>> ends(parse_edtf("2023-11"))
    ((738825, 738854), (738825, 738854))
    """
    match value:
        case Interval():
            return _end(value.start), _end(value.end)
        case Extent():
            start, end = value.start, value.end
            return (
                (_number(start.earliest), _number(start.latest)),
                (_number(end.earliest), _number(end.latest)),
            )
        case PartialDate() | OneOf() | AllOf():
            hull = _number(value.earliest), _number(value.latest)
            return hull, hull
        case _:
            assert_never(value)


def _end(end: PartialDate | Bound) -> Range:
    if isinstance(end, Bound):
        return None, None
    return _number(end.earliest), _number(end.latest)


def _number(day: Any) -> int | None:
    return None if day is None else int(day.toordinal())


def is_doubtful(value: TimeValue) -> bool:
    """Whether a value is marked as uncertain or approximate, in whole or in part.

    >>> from ciie_timeline.values import parse_edtf
    >>> is_doubtful(parse_edtf("2023-11-05?")), is_doubtful(parse_edtf("2023"))
    (True, False)
    """
    return not isinstance(value, Extent) and not _DOUBT.isdisjoint(value.to_edtf())


def width(value: TimeValue) -> int | None:
    """How many days a value leaves open, first to last; None when an end is open or unknown."""
    first, last = _number(value.earliest), _number(value.latest)
    return None if first is None or last is None else last - first


def covers(outer: TimeValue, inner: TimeValue) -> bool:
    """Whether the hull of one value holds that of the other.

    >>> from ciie_timeline.values import parse_edtf
    >>> covers(parse_edtf("2023-11"), parse_edtf("2023-11-05/2023-11-10"))
    True
    """
    low, high = _number(outer.earliest), _number(outer.latest)
    first, last = _number(inner.earliest), _number(inner.latest)
    after = low is None or (first is not None and low <= first)
    return after and (high is None or (last is not None and last <= high))


def slot_of(day: int | None, unit: str) -> int | None:
    """The slot of a day.

    >>> from datetime import date
    >>> [slot_of(date(2023, 11, 5).toordinal(), unit) for unit in ("year", "half")]
    [2023, 4047]
    """
    if day is None:
        return None
    found = day_of(day)
    per_year = PER_YEAR[unit]
    return int(found.year * per_year + (found.month - 1) * per_year // 12)


def days_of(slot: int, unit: str) -> tuple[int, int]:
    """The first and the last day of a slot.

    >>> from datetime import date
    >>> [date.fromordinal(day).isoformat() for day in days_of(4047, "half")]
    ['2023-07-01', '2023-12-31']
    """
    return _first_day(slot, unit), _first_day(slot + 1, unit) - 1


def _first_day(slot: int, unit: str) -> int:
    year, part = divmod(slot, PER_YEAR[unit])
    return ordinal(year, part * 12 // PER_YEAR[unit] + 1, 1)


def day_value(day: int) -> PartialDate:
    """A day as a time value.

    >>> day_value(738829).to_edtf()
    '2023-11-05'
    """
    found = day_of(day)
    return PartialDate(found.year, found.month, found.day)


def slots_value(low: int, high: int, per_year: int) -> TimeValue:
    """Some slot from the first to the last as a time value: years, else a range of days.

    >>> slots_value(2020, 2020, 1).to_edtf(), slots_value(2020, 2021, 1).to_edtf()
    ('2020', '[2020..2021]')
    >>> slots_value(4047, 4047, 2).to_edtf()
    '[2023-07-01..2023-12-31]'
    """
    if per_year == 1:
        first, last = PartialDate(low), PartialDate(high)
    else:
        unit = next(name for name, count in PER_YEAR.items() if count == per_year)
        first, last = day_value(days_of(low, unit)[0]), day_value(days_of(high, unit)[1])
    return first if low == high and per_year == 1 else OneOf((MemberRange(first, last),))
