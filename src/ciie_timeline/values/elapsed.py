"""How much time lies between two values, at least and at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.days import civil
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER
from ciie_timeline.values.temporal import DAY_SECONDS
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
            "months" or "years" between the days.

    >>> str(difference(PartialDate(2023, 11, 10), PartialDate(2023, 11, 5)))
    'P5D'
    >>> str(difference(PartialDate(2023), PartialDate(2018), unit="years"))
    'P4Y..P5Y'
    """
    zoned = later.has_offset and earlier.has_offset
    to_first, to_last = _touched(later, zoned=zoned)
    from_first, from_last = _touched(earlier, zoned=zoned)
    return Elapsed(_between(from_last, to_first, unit), _between(from_first, to_last, unit))


def _touched(value: TimeValue, *, zoned: bool) -> tuple[int | None, int | None]:
    """The first and the last day of a value in seconds; for a clock time its instant."""
    start, end = value.span(zoned=zoned)
    if isinstance(value, PartialDate) and value.clock is not None:
        end = start
    elif not isinstance(end, Bound) and not _ends_at_a_clock_time(value):
        end -= DAY_SECONDS
    return None if isinstance(start, Bound) else start, None if isinstance(end, Bound) else end


def _ends_at_a_clock_time(value: TimeValue) -> bool:
    end = value.end if isinstance(value, Interval) else None
    return isinstance(end, PartialDate) and end.clock is not None


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
    return months if (day2, rest2) >= (day1, rest1) else months - 1
