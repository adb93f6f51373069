"""Constructors of times within a day: clock times, parts of the day, ranges of hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs

from ciie_timeline.forms import At, Between, Beyond, Clock, Expression, Then, Until
from ciie_timeline.grammar.dates import calendar, day
from ciie_timeline.grammar.spans import between
from ciie_timeline.grammar.units import inside
from ciie_timeline.grammar.vocabulary import NOON, SHIFTS
from ciie_timeline.values import Precision

_HOURS, _MINUTES, _CENTURY = 24, 60, 100
#: The last hour that is still of the night when a clock of twelve hours shows it at night.
_LATE: Final = 5
#: No zone is more minutes away from UTC.
_FARTHEST: Final = 14 * _MINUTES
#: The name of a time zone, and its minutes from UTC where they are sure; nothing for none.
Zone = Sequence[Any]
_BEFORE_NOON: Final = frozenset({"am", "morning"})


def clock(  # noqa: PLR0913  # what clocks show, and where
    *,
    hour: int | tuple[int, str],
    minute: int | tuple[int, str | Zone] | None = None,
    second: int | tuple[int, Zone] | None = None,
    half: str | None = None,
    zone: Zone = (),
    west: int | None = None,
    east: int | None = None,
    zone_minute: int = 0,
) -> Expression | None:
    """A clock time; None for an hour or a minute that no clock shows.

    ``zone`` is the name of its time zone, with minutes from UTC where the name tells them; what
    stands behind it is so many hours ``west`` ("UTC-5") or ``east`` of it ("UTC+8"), or hours and
    minutes in figures ("+0530").  A minute or a second may hold what stands right behind it.
    """
    if isinstance(hour, tuple):
        hour, half = hour
    if isinstance(minute, tuple):
        minute, half, zone = _with_tail(minute, half, zone)
    if isinstance(second, tuple):
        second, zone = second
    if hour > _HOURS and minute is None and half is not None:  # "ten thirty a.m."
        hour, minute = divmod(hour, _CENTURY)
    if minute is not None and minute >= _MINUTES:
        return None
    if half == "night" and hour <= NOON:
        hour = _hour_in_part(hour, half)
    elif half is not None and hour <= NOON:
        if hour == 0:
            return None
        hour = hour % NOON + (0 if half in _BEFORE_NOON else NOON)
    if hour > _HOURS or (hour == _HOURS and minute):
        return None
    name, offset = _zone(zone, west, east, zone_minute)
    return At(clock=Clock(hour, minute, second, offset, name))


def _with_tail(
    minute: tuple[int, str | Zone], half: str | None, zone: Zone
) -> tuple[int, str | None, Zone]:
    """A minute, and the half of the day or the zone that is written right behind it."""
    shown, tail = minute
    return (shown, tail, zone) if isinstance(tail, str) else (shown, half, tail)


def _zone(
    zone: Zone, west: int | None, east: int | None, minutes: int
) -> tuple[str | None, int | None]:
    """The name of a zone, and its minutes from UTC where they are sure."""
    name = zone[0] if zone else None
    hours, sign = (east, 1) if west is None else (west, -1)
    if hours is not None and hours >= _CENTURY:  # "+0530"
        hours, minutes = divmod(hours, _CENTURY)
    if hours is not None and hours * _MINUTES + minutes <= _FARTHEST:
        return name, sign * (hours * _MINUTES + minutes)
    return name, zone[1] if len(zone) > 1 else None


def clock_figures(  # noqa: PLR0913  # what may stand behind the figures
    *,
    figures: int,
    half: str | None = None,
    zone: Zone = (),
    west: int | None = None,
    east: int | None = None,
    zone_minute: int = 0,
) -> Expression | None:
    """A clock time in figures without a point ("1140 a.m.")."""
    return clock(
        hour=figures // 100,
        minute=figures % 100,
        half=half,
        zone=zone,
        west=west,
        east=east,
        zone_minute=zone_minute,
    )


def clock_hours(
    *, figures: int | None = None, hour: int | None = None, minute: int | None = None
) -> Expression | None:
    """A clock time of 24 hours that says so ("at 14.00 hours", "at 0900 hours")."""
    if figures is not None:
        return clock_figures(figures=figures)
    return None if hour is None else clock(hour=hour, minute=minute)


def clock_range(*, first: int, last: int) -> Expression | None:
    """Two clock times of 24 hours in figures ("0900 to 1700 hours")."""
    start, end = clock_figures(figures=first), clock_figures(figures=last)
    return None if start is None or end is None else between(start=start, end=end)


def stamp(*, stamp: tuple[int, int, int, int, int, int | None, Zone]) -> Expression | None:
    """A date and time as ISO 8601 writes them in one word ("20240311T160500Z")."""
    year, month, day_of_month, hour, minute, second, zone = stamp
    whole = calendar(year=year, month=month, day=day_of_month)
    time = clock(hour=hour, minute=minute, second=second, zone=zone)
    return at(day=whole, time=time) if whole is not None and time is not None else None


def clock_h(
    *,
    time: tuple[int, int | None],
    zone: Zone = (),
    west: int | None = None,
    east: int | None = None,
    zone_minute: int = 0,
) -> Expression | None:
    """A clock time with an h between ("15h30")."""
    return clock(
        hour=time[0],
        minute=time[1],
        zone=zone,
        west=west,
        east=east,
        zone_minute=zone_minute,
    )


def iso(  # noqa: PLR0913  # the fields that the standard has
    *,
    year: int,
    month: int,
    day_hour: tuple[int, int],
    minute: int | tuple[int, Zone],
    second: int | tuple[int, Zone] | None = None,
    zone: Zone = (),
    west: int | None = None,
    east: int | None = None,
    zone_minute: int = 0,
) -> Expression | None:
    """A date and time as ISO 8601 writes them."""
    whole = calendar(year=year, month=month, day=day_hour[0])
    time = clock(
        hour=day_hour[1],
        minute=minute,
        second=second,
        zone=zone,
        west=west,
        east=east,
        zone_minute=zone_minute,
    )
    return at(day=whole, time=time) if whole is not None and time is not None else None


def clock_to(*, start: Expression, hour: int) -> Expression | None:
    """From a clock time to the next such hour ("from 1 p.m. to 4")."""
    if not isinstance(start, At) or start.clock is None or not 1 <= hour <= NOON:
        return None
    base = start.clock.hour
    ends = [each for each in (hour % NOON, hour % NOON + NOON) if each > base]
    clocked = attrs.evolve(start.clock, hour=min(ends or [hour % NOON]), minute=None, second=None)
    return Between(start, At(clock=clocked))


def past_hour(
    *, hour: int | tuple[int, str], minute: int | str, half: str | None = None
) -> Expression | None:
    """Minutes after an hour ("half past five")."""
    return clock(hour=hour, minute=int(minute), half=half)


def to_hour(
    *, hour: int | tuple[int, str], minute: int | str, half: str | None = None
) -> Expression | None:
    """Minutes before an hour ("quarter to five")."""
    if isinstance(hour, tuple):
        hour, half = hour
    return clock(hour=hour - 1 if hour > 1 else NOON, minute=_MINUTES - int(minute), half=half)


def day_part(*, part: str, relation: str | None = None, shift: int | None = None) -> Expression:
    """A part of the day before, of this day or the next ("this morning", "last night")."""
    if relation == "text":
        return At(Then(Precision.DAY, 1), None, part)
    if shift is None:
        shift = SHIFTS[relation] if relation is not None else 0
    return At(None if relation is None and not shift else day(shift=shift), None, part)


def at(
    *,
    day: Expression,
    time: Expression | None = None,
    part: str | None = None,
    of: Expression | None = None,
) -> Expression | None:
    """A clock time or a part of the day on a day, in a year when one is given."""
    if of is not None:
        dated = inside(inner=day, of=of)
        return None if dated is None else at(day=dated, time=time, part=part)
    if isinstance(time, At):
        if part is not None and time.clock is not None:
            time = attrs.evolve(time, clock=_in_part(time.clock, part))
        return attrs.evolve(time, day=day) if time.day is None else None
    return At(day, None, part) if time is None else None


def clock_part(*, time: Expression, part: str) -> Expression | None:
    """A clock time in a part of the day ("8 in the evening")."""
    if not isinstance(time, At) or time.clock is None:
        return None
    return attrs.evolve(time, clock=_in_part(time.clock, part))


def at_within(
    *,
    day: Expression,
    within: Expression,
    time: Expression | None = None,
    hour: int | None = None,
) -> Expression | None:
    """A clock time in a part of a day that is named ("Monday morning at 9:30")."""
    if time is None and hour is not None:
        time = clock(hour=hour)
    whole = at(day=day, time=within)
    return None if time is None or whole is None else clock_in(time=time, day=whole)


def at_hour(*, day: Expression, hour: int) -> Expression | None:
    """An hour on a day or in a part of one ("tomorrow at 5")."""
    time = clock(hour=hour)
    if isinstance(day, At):
        return time and clock_in(time=time, day=day)
    return time and at(day=day, time=time)


def after_clock(*, day: Expression, time: Expression) -> Expression | None:
    """From a clock time on, on a day ("Thursday after 5 p.m.")."""
    at_that = at(day=day, time=time)
    return at_that and Beyond(at_that, inclusive=True)


def before_clock(*, day: Expression, time: Expression) -> Expression | None:
    """Up to a clock time on a day ("Thursday before 5 p.m.")."""
    at_that = at(day=day, time=time)
    return at_that and Until(at_that, inclusive=False)


def clock_in(*, time: Expression, day: Expression | None = None) -> Expression | None:
    """A clock time in a part of a day that is a phrase of its own ("8 o'clock this morning")."""
    if day is None or not isinstance(time, At) or not isinstance(day, At) or time.clock is None:
        return None
    return At(day.day, _in_part(time.clock, day.part or ""))


def _in_part(time: Clock, part: str) -> Clock:
    return attrs.evolve(time, hour=_hour_in_part(time.hour, part)) if time.hour <= NOON else time


def _hour_in_part(hour: int, part: str) -> int:
    """An hour up to noon in the half of the day that a part of the day tells."""
    if part == "morning":
        return hour % NOON
    if part == "night":
        return hour + NOON if hour > _LATE else hour
    return hour + NOON if part in ("afternoon", "evening") and 0 < hour < NOON else hour


def at_hours(*, day: Expression, hours: Expression) -> Expression | None:
    """Two clock times on a day ("Thursday 9-11 a.m.")."""
    if not isinstance(hours, Between):
        return None
    return day_hours(day=day, start=hours.start, end=hours.end)


def day_hours(*, day: Expression, start: Expression, end: Expression) -> Expression | None:
    """From a clock time to another on a day ("tomorrow from 2 to 3 p.m.")."""
    if not isinstance(start, At) or not isinstance(end, At):
        return None
    if isinstance(day, At):
        if day.day is None:
            return None
        day = day.day
    return between(start=attrs.evolve(start, day=day), end=attrs.evolve(end, day=day))


def hours(  # noqa: PLR0913  # what two clock times share
    *,
    first: int,
    last: int | tuple[int, str],
    first_minute: int | None = None,
    minute: int | tuple[int, str] | None = None,
    half: str | None = None,
    zone: Zone = (),
    west: int | None = None,
    east: int | None = None,
    zone_minute: int = 0,
) -> Expression | None:
    """Two clock times of which the second says whether it is before noon ("5 to 6 p.m.")."""
    end = clock(
        hour=last,
        minute=minute,
        half=half,
        zone=zone,
        west=west,
        east=east,
        zone_minute=zone_minute,
    )
    if not isinstance(end, At) or end.clock is None:
        return None
    late = end.clock.hour >= NOON
    start = clock(hour=first, minute=first_minute, half="pm" if late else "am")
    if isinstance(start, At) and start.clock is not None and start.clock.hour > end.clock.hour:
        start = clock(hour=first, minute=first_minute, half="am")
    return between(start=start, end=end) if start is not None else None
