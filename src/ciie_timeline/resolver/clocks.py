"""Times within a day: clock times and parts of the day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import At, Calendar, Context, Cues, Kind, Resolution, Step
from ciie_timeline.resolver.dates import NO_DAY
from ciie_timeline.values import Interval, PartialDate, Precision
from ciie_timeline.values.components import Clock as ClockValue

if TYPE_CHECKING:
    from ciie_timeline.forms import Clock, Resolve

#: The TimeML letters of the parts of a day, and the hours from and to that they stand for.
PARTS: Final = {
    "dawn": ("MO", 5, 8),
    "morning": ("MO", 8, 12),
    "noon": ("MI", 12, 13),
    "midday": ("MI", 12, 13),
    "lunch": ("MI", 12, 14),
    "daytime": ("DT", 8, 18),
    "afternoon": ("AF", 12, 16),
    "evening": ("EV", 16, 20),
    "night": ("NI", 20, 24),
}
_NOON, _DAY_END = 12, 24
#: The zones from which offsets are counted.
_UNIVERSAL: Final = frozenset({None, "UTC", "GMT"})


def at(given: At, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """A clock time or a part of the day, on its day or on the publication day."""
    if given.day is None:
        day, kind = context.today, None
        steps: tuple[Step, ...] = (Step("clock.today", (("day", context.today),)),)
    else:
        whole = resolve(given.day, context, cues)
        first, last = whole.earliest, whole.latest
        day = first if isinstance(first, date) and first == last else None
        steps, kind = whole.steps, Kind.DATETIME
        if day is None and first is not None:
            return attrs.evolve(whole, steps=(*steps, Step("clock.no-single-day")))
    if day is None and given.day is None:
        steps = (NO_DAY,)
    if given.clock is not None:
        return _clock(given.clock, day, steps, kind or Kind.TIME)
    return _part(given.part or "daytime", day, steps, kind or Kind.TIMERANGE)


def clock_text(clock: Clock) -> str:
    """The TimeML text of a clock time, from the T on.

    An offset stands in it where the words give one ("UTC+8", "GMT"); that of a zone with a name of
    its own ("EST") does not, as in the annotated corpora.
    """
    text = f"T{clock.hour:02d}:{clock.minute or 0:02d}"
    text = text if clock.second is None else f"{text}:{clock.second:02d}"
    return f"{text}{offset_text(clock.offset)}" if clock.zone in _UNIVERSAL else text


def offset_text(offset: int | None) -> str:
    """Minutes from UTC as ISO 8601 writes them, nothing for None.

    >>> offset_text(0), offset_text(-300), offset_text(330), offset_text(None)
    ('Z', '-05:00', '+05:30', '')
    """
    if not offset:
        return "" if offset is None else "Z"
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def _clock(clock: Clock, day: date | None, steps: tuple[Step, ...], kind: Kind) -> Resolution:
    text = clock_text(clock)
    if day is None:
        return Resolution(kind, None, steps=steps, timex=text, timex_type="TIME")
    when = PartialDate(
        day.year,
        day.month,
        day.day,
        clock=ClockValue(clock.hour, clock.minute or 0, clock.second, offset_text(clock.offset)),
    )
    length = Precision.HOUR if clock.minute is None else Precision.MINUTE
    if clock.second is not None:
        length = Precision.SECOND
    begin = _instant(day, clock.hour, clock.minute or 0, clock.second or 0)
    end = None if begin is None else _after(begin, length)
    step = Step("clock", (("time", text[1:]), ("zone", clock.zone)))
    return Resolution(
        kind,
        when,
        length,
        steps=(*steps, step),
        timex=f"{day.isoformat()}{text}",
        timex_type="TIME",
        span=(begin, end),
    )


def _instant(day: date, hour: int, minute: int, second: int) -> datetime | None:
    try:
        return datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute, seconds=second)
    except OverflowError:
        return None


def _after(begin: datetime, length: Precision) -> datetime | None:
    seconds = {Precision.HOUR: 3600, Precision.MINUTE: 60}.get(length, 1)
    try:
        return begin + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _part(name: str, day: date | None, steps: tuple[Step, ...], kind: Kind) -> Resolution:
    letters, first, last = PARTS[name]
    if day is None:
        return Resolution(kind, None, steps=steps, timex=f"T{letters}", timex_type="TIME")
    begin, end = (
        PartialDate(day.year, day.month, day.day, clock=ClockValue(hour, 0))
        for hour in (first, last)
    )
    step = Step("part-of-day", (("part", name), ("from", first), ("to", last)))
    return Resolution(
        kind,
        Interval(begin, end),
        Precision.PART_OF_DAY,
        steps=(*steps, step),
        timex=f"{day.isoformat()}T{letters}",
        timex_type="TIME",
        span=(_instant(day, first, 0, 0), _instant(day, last, 0, 0)),
    )


def set_text(given: At) -> str:
    """The TimeML value of a time that comes back every day or every week."""
    letters = clock_text(given.clock) if given.clock else f"T{PARTS[given.part or 'daytime'][0]}"
    weekday = given.day.weekday if isinstance(given.day, Calendar) else None
    return f"XXXX-XX-XX{letters}" if weekday is None else f"XXXX-WXX-{weekday}{letters}"
