"""Moving time values by durations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from attrs import evolve, frozen

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.completions import completions
from ciie_timeline.values.components import Clock, Mask
from ciie_timeline.values.days import civil, day_of, month_length, ordinal
from ciie_timeline.values.duration import require_duration
from ciie_timeline.values.extent import Extent, Window
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER, SEASONS
from ciie_timeline.values.sets import AllOf, MemberRange, OneOf
from ciie_timeline.values.spans import clocked, exact, require_notation
from ciie_timeline.values.steps import gathered, stepped
from ciie_timeline.values.temporal import DAY_SECONDS
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.days import Day
    from ciie_timeline.values.duration import Duration
    from ciie_timeline.values.sets import Member
    from ciie_timeline.values.union import TimeValue

Overflow: TypeAlias = Literal["clamp", "overflow", "raise"]
MOST_MEMBERS: Final = 1000
_MONTHS: Final = {"years": 12, "months": 1, "quarters": 3}
_YEARS: Final = {"decades": 10, "centuries": 100, "millennia": 1000}
_SECONDS: Final = {"weeks": 604_800, "days": 86_400, "hours": 3600, "minutes": 60, "seconds": 1}


@frozen
class Shift:
    """A duration in the three sizes that do not convert into each other: months, days, seconds."""

    months: int
    days: int
    seconds: int
    overflow: Overflow

    @classmethod
    def of(cls, by: Duration, overflow: Overflow) -> Shift:
        """The sizes of a duration.

        Raises:
            ValidationError: a count that is not said, a fraction of a month or of a second, or an
                overflow policy that does not exist.

        >>> from ciie_timeline.values import Duration
        >>> Shift.of(Duration(years=1, weeks=1, hours=30), "clamp")
        Shift(months=12, days=8, seconds=21600, overflow='clamp')
        """
        if overflow not in ("clamp", "overflow", "raise"):
            raise ValidationError(
                f"overflow: expected clamp, overflow or raise, found {overflow!r}"
            )
        months = seconds = 0
        for name, count in by.counts():
            if count is None:
                raise ValidationError(f"shift: expected counts that are said, found {by}")
            size = _MONTHS.get(name) or 12 * _YEARS.get(name, 0)
            amount = count * (size or _SECONDS[name])
            if amount != int(amount):
                raise ValidationError(f"shift: expected whole months, days or seconds, found {by}")
            months += int(amount) if size else 0
            seconds += 0 if size else int(amount)
        days = seconds // DAY_SECONDS if seconds >= 0 else -(-seconds // DAY_SECONDS)
        return cls(months, days, seconds - days * DAY_SECONDS, overflow)

    def day(self, number: int) -> int:
        """The ordinal of a day after the months and days."""
        return self._months_later(number) + self.days

    def instant(self, second: int) -> int:
        """An instant after the whole shift."""
        number, rest = divmod(second, DAY_SECONDS)
        return self.day(number) * DAY_SECONDS + rest + self.seconds

    def _months_later(self, number: int) -> int:
        if not self.months:
            return number
        year, month, day = civil(number)
        years, place = divmod(month - 1 + self.months, DECEMBER)
        year, month = year + years, place + 1
        excess = day - month_length(year, month)
        if excess <= 0:
            return ordinal(year, month, day)
        if self.overflow == "raise":
            raise ValidationError(
                f"shift: expected a day of {PartialDate(year, month)}, found day {day}"
            )
        last = ordinal(year, month, day - excess)
        return last if self.overflow == "clamp" else last + excess


def shift(value: TimeValue, by: Duration, *, overflow: Overflow = "clamp") -> TimeValue:
    """The value moved by a duration; see the method of the same name.

    >>> from ciie_timeline.values import Duration
    >>> str(shift(PartialDate(2020, 2, 29), Duration(years=1), overflow="overflow"))
    '2021-03-01'
    """
    require_duration(by, "shift")
    return require_notation(_shifted(value, Shift.of(by, overflow)), "shift", value)


def _shifted(value: TimeValue, how: Shift) -> TimeValue:
    match value:
        case PartialDate():
            return _moved(value, how)
        case Interval():
            return _moved_interval(value, how)
        case OneOf(members=members):
            return OneOf(_moved_members(members, how))
        case AllOf(members=members):
            return AllOf(_moved_members(members, how))
        case Extent():
            return Extent(
                _moved_window(value.start, how), _moved_window(value.end, how), value.premises
            )
        case _:
            assert_never(value)


def _moved(date: PartialDate, how: Shift) -> PartialDate | Interval | OneOf:
    if date.digits is not None:
        return _moved_choice(date, how)
    if date.clock is not None:
        return _moved_clock(date, date.clock, how)
    if date.day is not None and not how.seconds:
        number = how.day(ordinal(date.year, date.month or 1, date.day))
        return PartialDate(*civil(number), qualifiers=date.qualifiers)
    months = _unit_months(date)
    if months and not how.days and not how.seconds and how.months % months == 0:
        return stepped(date, how.months // months)
    start, end = date.span()
    moved = exact(how.instant(start), how.instant(end))
    return _remarked(moved, date)


def _unit_months(date: PartialDate) -> int:
    if date.day is not None:
        return 0
    if date.month is None:
        return DECEMBER
    return SEASONS[date.month][3] if date.month > DECEMBER else 1


def _remarked(moved: Interval, date: PartialDate) -> Interval:
    """The marks of a date on the ends of the interval that it became."""
    if date.qualifiers is None:
        return moved
    if not isinstance(moved.start, PartialDate) or moved.start.clock is not None:
        raise ValidationError(
            f"shift: expected whole days for a date with a mark, found {date}: the standard has "
            f"no marks beside clock times, and qualified('') takes them away"
        )
    mark = date.qualifiers.overall()
    ends = (end.qualified(mark) for end in (moved.start, moved.end) if isinstance(end, PartialDate))
    return Interval(*ends)


def _moved_clock(date: PartialDate, clock: Clock, how: Shift) -> PartialDate | Interval:
    start, end = (how.instant(second) for second in date.span())
    if clock.second is None and how.seconds % 60:
        return Interval(clocked(start, clock.zone, 1), clocked(end, clock.zone, 1))
    return clocked(start, clock.zone, clock.length)


def _moved_choice(date: PartialDate, how: Shift) -> PartialDate | OneOf:
    """A masked or rounded date: still such a date when the masked digits allow it."""
    kept = _moved_mask(date, how)
    if kept is not None:
        return kept
    dates: list[PartialDate] = []
    for each in completions(date):
        moved = _moved(each, how)
        if not isinstance(moved, PartialDate):
            raise ValidationError(
                f"shift: expected whole units of {each}, which {date} can be, so that it stays a "
                "date"
            )
        if len(dates) >= MOST_MEMBERS:
            raise ValidationError(
                f"shift: expected a date that can be at most {MOST_MEMBERS} dates, found {date}"
            )
        dates.append(moved)
    mark = date.qualifiers.overall() if date.qualifiers else ""
    return OneOf(gathered(each.qualified(mark) for each in dates))


def _moved_mask(date: PartialDate, how: Shift) -> PartialDate | None:
    """A year masked from the right, moved by a whole number of what is masked."""
    mask = date.mask
    if mask is None or mask.year is None or mask.month or date.month or how.days or how.seconds:
        return None
    sure = mask.year.rstrip("X")
    unit = 10 ** (len(mask.year) - len(sure))
    years, months = divmod(how.months, DECEMBER)
    year = date.year + years
    if months or years % unit or "X" in sure or "-" in sure or not 0 <= year <= 9999:  # noqa: PLR2004
        return None
    text = f"{year:04d}"[: len(sure)] + "X" * (4 - len(sure))
    return evolve(date, year=year, digits=Mask(year=text, month=mask.month, day=mask.day))


def _moved_interval(value: Interval, how: Shift) -> Interval | Extent:
    start = value.start if isinstance(value.start, Bound) else _moved(value.start, how)
    end = value.end if isinstance(value.end, Bound) else _moved(value.end, how)
    if isinstance(start, PartialDate | Bound) and isinstance(end, PartialDate | Bound):
        return Interval(start, end)
    if isinstance(start, Bound) or isinstance(end, Bound) or how.seconds:
        raise ValidationError(f"shift: expected whole units of both ends, found {value}")
    if value.uncertain or value.approximate:
        raise ValidationError(
            f"shift: expected whole units of both ends, found {value}: the windows that it would "
            f"become have no marks"
        )
    return Extent(_window(start), _window(end))


def _window(value: PartialDate | Interval | OneOf) -> Window:
    return Window(value.earliest, value.latest)


def _moved_members(members: tuple[Member, ...], how: Shift) -> tuple[Member, ...]:
    moved: list[Member] = []
    for member in members:
        if isinstance(member, PartialDate):
            result = _moved(member, how)
            if isinstance(result, Interval):
                raise ValidationError(f"shift: expected whole units of {member}")
            moved.extend(result.members if isinstance(result, OneOf) else (result,))
        else:
            moved.append(MemberRange(_moved_edge(member.start, how), _moved_edge(member.end, how)))
    return tuple(moved)


def _moved_edge(edge: PartialDate | Bound, how: Shift) -> PartialDate | Bound:
    moved = edge if isinstance(edge, Bound) else _moved(edge, how)
    if not isinstance(moved, PartialDate | Bound):
        raise ValidationError(f"shift: expected whole units of {edge}")
    return moved


def _moved_window(window: Window, how: Shift) -> Window:
    if how.seconds:
        raise ValidationError("shift: expected whole days for an Extent")

    def moved(day: Day | None) -> Day | None:
        return None if day is None else day_of(how.day(day.toordinal()))

    return Window(moved(window.earliest), moved(window.latest))
