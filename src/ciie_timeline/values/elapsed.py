"""How much time lies between two values, at least and at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.days import civil, month_length
from ciie_timeline.values.drift import clocks_of, local_windows
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER
from ciie_timeline.values.temporal import DAY_SECONDS, require_time_value
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.union import TimeValue


@frozen
class Elapsed:
    """How much time lies between two values: at least and at most; None where nothing limits it.

    Args:
        shortest: the least that can lie between them; negative counts when they can be reversed.
        longest: the most that can lie between them.

    >>> str(Elapsed(Duration(days=3), Duration(days=5)))
    'P3D..P5D'
    """

    shortest: Duration | None
    longest: Duration | None

    @property
    def is_exact(self) -> bool:
        """Whether least and most are the same.

        >>> Elapsed(Duration(days=3), Duration(days=3)).is_exact
        True
        """
        return self.shortest is not None and self.shortest == self.longest

    def __str__(self) -> str:
        if self.is_exact:
            return str(self.shortest)
        return f"{self.shortest or ''}..{self.longest or ''}"


def difference(
    later: TimeValue, earlier: TimeValue, *, unit: Literal["years", "months", "days"] = "days"
) -> Elapsed:
    """How long after ``earlier`` the time ``later`` is, from any day of one to any of the other.

    Args:
        later: the value to which is counted.
        earlier: the value from which is counted.
        unit: "days" (with clock times on both sides the seconds too), or the complete calendar
            "months" or "years" between the days: as many as ``shift`` with "clamp" can add.

    Where one side has an offset from UTC and the other has none, the result leaves room for every
    local offset from -12 to +14 hours.

    Raises:
        ValidationError: no time value, or another unit.

    >>> str(difference(PartialDate(2023, 11, 10), PartialDate(2023, 11, 5)))
    'P5D'
    >>> str(difference(PartialDate(2023), PartialDate(2018), unit="years"))
    'P4Y..P5Y'
    """
    for value in (later, earlier):
        require_time_value(value, "difference")
    clocks = clocks_of(later) | clocks_of(earlier)
    mixed = len(clocks) > 1
    zoned = True in clocks
    timed = _is_timed(later) and _is_timed(earlier)
    to_first, to_last = _touched(later, zoned=zoned, mixed=mixed, timed=timed)
    from_first, from_last = _touched(earlier, zoned=zoned, mixed=mixed, timed=timed)
    return Elapsed(_between(from_last, to_first, unit), _between(from_first, to_last, unit))


def _is_timed(value: TimeValue) -> bool:
    """Whether each end that is given is a clock time."""
    sides = (value.start, value.end) if isinstance(value, Interval) else (value,)
    return all(
        isinstance(side, Bound) or (isinstance(side, PartialDate) and side.clock is not None)
        for side in sides
    )


def _touched(
    value: TimeValue, *, zoned: bool, mixed: bool, timed: bool
) -> tuple[int | None, int | None]:
    """The first and the last day of a value in seconds; when ``timed`` its instants."""
    start, end = local_windows(value, zoned=zoned, mixed=mixed)
    first = None if start is None else start[0]
    if isinstance(value, PartialDate) and value.clock is not None:
        last = None if start is None else start[1]
    elif end is None:
        last = None
    elif timed:
        last = end[1]
    else:
        last = end[1] - 1
    if timed:
        return first, last
    return _midnight(first), _midnight(last)


def _midnight(second: int | None) -> int | None:
    return None if second is None else second - second % DAY_SECONDS


def _between(first: int | None, last: int | None, unit: str) -> Duration | None:
    if unit not in ("years", "months", "days"):
        raise ValidationError(f"unit: expected years, months or days, found {unit!r}")
    if first is None or last is None:
        return None
    if unit == "days":
        days, rest = divmod(abs(last - first), DAY_SECONDS)
        counts = (days, rest // 3600, rest // 60 % 60, rest % 60)
        days, hours, minutes, seconds = (-n if last < first else n for n in counts)
        return Duration(days=days, hours=hours, minutes=minutes, seconds=seconds)
    months = _whole_months(first, last)
    if unit == "months":
        return Duration(months=months)
    return Duration(years=months // DECEMBER if months >= 0 else -(-months // DECEMBER))


def _whole_months(first: int, last: int) -> int:
    """The complete calendar months between two instants; negative when they are reversed."""
    if last < first:
        return -_whole_months(last, first)
    (number1, rest1), (number2, rest2) = (divmod(at, DAY_SECONDS) for at in (first, last))
    (year1, month1, day1), (year2, month2, day2) = civil(number1), civil(number2)
    months = (year2 - year1) * DECEMBER + month2 - month1
    same_day = min(day1, month_length(year2, month2))
    return months if (day2, rest2) >= (same_day, rest1) else months - 1
