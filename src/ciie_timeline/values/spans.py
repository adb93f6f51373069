"""The simplest notation for the time between two instants.

Instants are seconds from ordinal day 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.components import Clock
from ciie_timeline.values.days import civil, month_length
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER
from ciie_timeline.values.temporal import DAY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.values.union import TimeValue

_MINUTE = 60


_MOST_YEAR: Final = 10**100 - 1
_FOUR_DIGITS: Final = 9999

_Kept = TypeVar("_Kept", bound="TimeValue")


def require_notation(value: _Kept, doing: str, given: TimeValue) -> _Kept:
    """The value itself, when EDTF has a text for all of its dates.

    Args:
        value: what came out.
        doing: what was done, for the message.
        given: what it was done to, for the message.

    Raises:
        ValidationError: a month or day of a year beyond four digits, or a year beyond a hundred.

    >>> require_notation(PartialDate(10_000, 1), "shift", PartialDate(9999, 12))
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.ValidationError: shift: expected a result that EDTF can write, ...
    """
    if not all(map(_is_writable, value.written_dates())):
        raise ValidationError(
            f"{doing}: expected a result that EDTF can write, with a year of at most four digits "
            f"beside a month and a hundred alone, found one further away from {given}"
        )
    return value


def _is_writable(date: PartialDate) -> bool:
    most = _MOST_YEAR if date.month is None else _FOUR_DIGITS
    return -most <= date.year <= most


def clocked(second: int, zone: str = "", length: int | None = None) -> PartialDate:
    """The date and clock time of an instant.

    Args:
        second: the instant.
        zone: the offset to be written, in which the instant is counted.
        length: 60 for a time of minute precision, 1 for seconds, None for what the instant needs.

    >>> str(clocked(86_400 + 3600)), str(clocked(86_400 + 1, "Z"))
    ('0001-01-01T01:00', '0001-01-01T00:00:01Z')
    """
    number, rest = divmod(second, DAY_SECONDS)
    minutes, seconds = divmod(rest, _MINUTE)
    in_minutes = seconds == 0 if length is None else length == _MINUTE
    clock = Clock(minutes // 60, minutes % 60, None if in_minutes else seconds, zone)
    return PartialDate(*civil(number), clock=clock)


def exact(start: int, end: int, zone: str = "") -> Interval:
    """The interval between two instants with ends of one kind: days, or clock times.

    >>> str(exact(86_400, 3 * 86_400)), str(exact(86_400, 90_000))
    ('0001-01-01/0001-01-02', '0001-01-01T00:00/0001-01-01T01:00')
    """
    if zone or start % DAY_SECONDS or end % DAY_SECONDS:
        return Interval(clocked(start, zone), clocked(end, zone))
    return Interval(beginning(start), ending(end))


def beginning(second: int, zone: str = "") -> PartialDate:
    """The date that begins at an instant: a day at midnight, else a clock time.

    >>> str(beginning(86_400))
    '0001-01-01'
    """
    if zone or second % DAY_SECONDS:
        return clocked(second, zone)
    return PartialDate(*civil(second // DAY_SECONDS))


def ending(second: int, zone: str = "") -> PartialDate:
    """The end of an interval that ends at an instant: the day before a midnight, else a clock time.

    >>> str(ending(86_400))
    '0000-12-31'
    """
    if zone or second % DAY_SECONDS:
        return clocked(second, zone)
    return PartialDate(*civil(second // DAY_SECONDS - 1))


def between(start: int, end: int, zone: str = "") -> PartialDate | Interval:
    """The simplest value with these edges: a day, month, quarter, half or year, else an interval.

    >>> str(between(86_400, 86_400 * 366)), str(between(86_400, 86_400 * 60))
    ('0001', '0001-01/0001-02')
    """
    if zone or start % DAY_SECONDS or end % DAY_SECONDS:
        return exact(start, end, zone)
    first, last = start // DAY_SECONDS, end // DAY_SECONDS - 1
    for date in _units_from(first):
        if date.span()[1] == end:
            return date
    (year1, month1, day1), (year2, month2, day2) = civil(first), civil(last)
    ends_month = day2 == month_length(year2, month2)
    if (month1, day1, month2) == (1, 1, DECEMBER) and ends_month:
        return Interval(PartialDate(year1), PartialDate(year2))
    if day1 == 1 and ends_month:
        return Interval(PartialDate(year1, month1), PartialDate(year2, month2))
    return exact(start, end)


def _units_from(number: int) -> Iterator[PartialDate]:
    """The day, month, quarter, half and year that begin on a day."""
    year, month, day = civil(number)
    yield PartialDate(year, month, day)
    if day == 1:
        yield PartialDate(year, month)
        if month % 3 == 1:
            yield PartialDate(year, 33 + month // 3)
        if month % 6 == 1:
            yield PartialDate(year, 40 + month // 6)
        if month == 1:
            yield PartialDate(year)
