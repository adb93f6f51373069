"""Windows of so many units, and what lies so long before or after something."""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    After,
    Alternative,
    Before,
    Context,
    Cues,
    Elapsed,
    Kind,
    Relation,
    Resolution,
    Step,
    Then,
    Window,
)
from ciie_timeline.resolver.dates import NO_DAY, unit_found, unresolved
from ciie_timeline.resolver.said import year_back
from ciie_timeline.resolver.units import (
    YEARS,
    day_value,
    days_value,
    length_text,
    plus,
    unit_length,
    unit_of,
    unit_timex,
)
from ciie_timeline.values import Interval, PartialDate, Precision
from ciie_timeline.values.components import Clock

if TYPE_CHECKING:
    from ciie_timeline.forms import Resolve
    from ciie_timeline.values import Duration

COARSE: Final = frozenset({Precision.YEAR, *YEARS})
_MONTHLY: Final = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF})
_FINE: Final = frozenset({Precision.HOUR, Precision.MINUTE, Precision.SECOND})
_UNITS: Final = (
    ("millennia", Precision.MILLENNIUM),
    ("centuries", Precision.CENTURY),
    ("decades", Precision.DECADE),
    ("years", Precision.YEAR),
    ("quarters", Precision.QUARTER),
    ("months", Precision.MONTH),
    ("weeks", Precision.WEEK),
    ("days", Precision.DAY),
    ("hours", Precision.HOUR),
    ("minutes", Precision.MINUTE),
    ("seconds", Precision.SECOND),
)
_SECONDS: Final = (("hours", 3600), ("minutes", 60), ("seconds", 1))


def midnight(day: date) -> datetime:
    """The start of a day."""
    return datetime.combine(day, time.min)


def _unplaced(timex: str, kind: Kind = Kind.DATE) -> Resolution:
    """What counts a length from a time that is not known: the length alone."""
    return attrs.evolve(unresolved(timex, kind), timex_type="DURATION")


# --------------------------------------------------------------------------- windows


def window(given: Window, context: Context) -> Resolution:
    """A number of units that ends or begins at the publication day."""
    timex = length_text(unit_length(given.unit, given.number))
    if context.published is None or context.today is None or given.number is None:
        step = (
            NO_DAY
            if context.today is None
            else Step("window.vague", (("unit", given.unit.value), ("to", given.relation.value)))
        )
        return Resolution(
            Kind.RANGE, None, given.unit, steps=(step,), timex=timex, timex_type="DURATION"
        )
    if given.relation is Relation.NEXT and not given.within and given.unit not in _FINE:
        return _next_units(given, context.today, timex)
    return _rolling(given, context, context.published, timex)


def _rolling(given: Window, context: Context, now: datetime, timex: str) -> Resolution:
    number = given.number or 1
    back = given.relation is Relation.LAST
    other = moved(now, unit_length(given.unit, number), -1 if back else 1)
    if other is None:
        return _unplaced(timex, Kind.RANGE)
    span = (other, now) if back else (now, other)
    aligned = _aligned(given, now.date()) if back else None
    step = Step(
        "window.rolling" if back else "window.ahead",
        (("number", number), ("unit", given.unit.value), ("day", now.date())),
    )
    fine = given.unit in _FINE
    ends = tuple(_stamp(each) if fine else day_value(each.date()) for each in span)
    chosen = Resolution(
        Kind.RANGE,
        Interval(ends[0], ends[1]),
        given.unit,
        readings=() if aligned is None else (aligned,),
        steps=(step,),
        timex=timex,
        timex_type="DURATION",
        span=span,
    )
    if aligned is not None and context.policy.window == "calendar":
        rolling = Alternative(chosen.when, given.unit, because=step, span=chosen.span)
        return attrs.evolve(
            chosen,
            when=aligned.when,
            span=None,
            readings=(rolling,),
            steps=(aligned.because,) if aligned.because else (),
        )
    return chosen


def _stamp(when: datetime) -> PartialDate:
    return PartialDate(
        when.year, when.month, when.day, clock=Clock(when.hour, when.minute, when.second or None)
    )


def _aligned(given: Window, today: date) -> Alternative | None:
    """The whole calendar units before the publication day's own."""
    number = given.number or 1
    if given.unit is Precision.DAY or given.unit in _FINE:
        return None
    first, last = unit_of(today, given.unit, -number), unit_of(today, given.unit, -1)
    if first is None or last is None:
        return None
    step = Step("window.calendar", (("number", number), ("unit", given.unit.value)))
    if given.unit in COARSE:
        when = Interval(PartialDate(first[0].year), PartialDate(last[1].year))
        return Alternative(when, given.unit, because=step)
    return Alternative(Interval(day_value(first[0]), day_value(last[1])), given.unit, because=step)


def _next_units(given: Window, today: date, timex: str) -> Resolution:
    number = given.number or 1
    first, last = unit_of(today, given.unit, 1), unit_of(today, given.unit, number)
    if first is None or last is None:
        return _unplaced(timex, Kind.RANGE)
    step = Step("window.next", (("number", number), ("unit", given.unit.value), ("day", today)))
    return Resolution(
        Kind.RANGE,
        days_value(first[0], last[1]),
        given.unit,
        steps=(step,),
        timex=timex,
        timex_type="DURATION",
    )


# --------------------------------------------------------------------------- before and after


def shifted(given: Before | After, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """So long before or after the publication day or another time."""
    if given.anchor is None and isinstance(given, After) and cues.superlative:
        return _looking_back(given, context)
    sign = -1 if isinstance(given, Before) else 1
    unit = unit_in(given.length)
    if sign < 0 and unit is Precision.YEAR and isinstance(given.length.years, int):
        same = _same_time(given, context, cues, resolve)
        if same is not None:
            return same
    if isinstance(given.anchor, Then) and None in (given.length.days, given.length.weeks):
        return _vague(given, sign, unit)
    base, said = _base(given, context, cues, resolve)
    if base is None:
        found = _unplaced(length_text(given.length))
        why = found if given.anchor is None else resolve(given.anchor, context, cues)
        return attrs.evolve(found, steps=why.steps)
    to = moved(base, given.length, sign)
    if to is None:
        return _vague(given, sign, unit)
    step = Step(
        "shift.before" if sign < 0 else "shift.after",
        (("length", length_text(given.length)), ("day", base.date()), ("said", said)),
    )
    return _landed(to, unit, step, exact=said)


def _same_time(
    given: Before | After, context: Context, cues: Cues, resolve: Resolve
) -> Resolution | None:
    """Years before a time of its own grain: the same quarter, month or day of that year."""
    years = given.length.years
    assert isinstance(years, int)  # noqa: S101  # the caller asked
    if given.anchor is None:
        quarter = "quarter" in context.spoken and years == 1
        return year_back(context, Precision.QUARTER, years) if quarter else None
    if isinstance(given.anchor, Then) and given.anchor.year is None:
        return year_back(context, given.anchor.unit, years)
    whole = resolve(given.anchor, context, cues)
    first = whole.earliest
    unit = whole.precision
    if not isinstance(first, date) or unit not in _MONTHLY:
        return None
    moved_to = plus(first, given.length, -1)
    ends = None if moved_to is None or unit is None else unit_of(moved_to, unit)
    if ends is None or unit is None:
        return None
    return unit_found(
        *ends, unit, Step("text.years-before", (("years", years), ("of", whole.when)))
    )


def _vague(given: Before | After, sign: int, unit: Precision) -> Resolution:
    """So long before or after, nobody says how long."""
    text = length_text(given.length)
    step = Step("shift.vague", (("length", text),))
    if isinstance(given.anchor, Then):
        return Resolution(
            Kind.DURATION, None, unit, steps=(step,), timex=text, timex_type="DURATION"
        )
    timex = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Resolution(Kind.DATE, None, unit, steps=(step,), timex=timex)


def _landed(to: datetime, unit: Precision, step: Step, *, exact: bool) -> Resolution:
    """Where a shift comes out: the year for years, else the day, or the time for hours."""
    day = to.date()
    if unit in _FINE:
        end = to + timedelta(minutes=1) if to.year < MAXYEAR else None
        return Resolution(
            Kind.DATETIME,
            _stamp(to),
            Precision.MINUTE,
            steps=(step,),
            timex=to.isoformat(timespec="minutes"),
            timex_type="TIME",
            span=(to, end),
        )
    if unit in COARSE and not exact:
        other = Alternative(day_value(day), Precision.DAY, because=Step("shift.exact-day"))
        return Resolution(
            Kind.DATE,
            PartialDate(to.year),
            Precision.YEAR,
            readings=(other,),
            steps=(step,),
            timex=f"{to.year:04d}",
        )
    grain = unit if unit in _MONTHLY or unit is Precision.WEEK else Precision.DAY
    return Resolution(
        Kind.DATE,
        day_value(day),
        Precision.DAY,
        steps=(step,),
        timex=day.isoformat() if exact else unit_timex(day, grain),
    )


def _base(
    given: Before | After, context: Context, cues: Cues, resolve: Resolve
) -> tuple[datetime | None, bool]:
    """What a shift counts from, and whether the words name it."""
    if given.anchor is None:
        return context.published, False
    fine = unit_in(given.length) in _FINE or "last" not in context.spoken
    if isinstance(given.anchor, Then) and given.anchor == Then() and fine:
        return context.published, False
    found = resolve(given.anchor, context, cues)
    if found.precision is not None and found.precision.rank < Precision.DAY.rank:
        span = found.interval
        return (span[0] if span else None), True
    edge = found.earliest if isinstance(given, Before) else found.latest
    return (midnight(edge) if isinstance(edge, date) else None), True


def unit_in(length: Duration) -> Precision:
    """The smallest unit that a length counts in."""
    found = Precision.DAY
    for name, unit in _UNITS:
        if getattr(length, name) != 0:
            found = unit
    return found


def moved(base: datetime, length: Duration, sign: int) -> datetime | None:
    """A time so long before or after another; None when it is vague or out of range."""
    seconds = 0
    for name, size in _SECONDS:
        count = getattr(length, name)
        if count is None or abs(count) > 10**10:
            return None
        seconds += int(count * size)
    days, length = _halves(length)
    day = plus(base.date(), length, sign)
    if day is None:
        return None
    try:
        return datetime.combine(day, base.time()) + sign * timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None


def _halves(length: Duration) -> tuple[float, Duration]:
    """The fraction of a day in a length, and the length without it."""
    if not isinstance(length.days, Decimal):
        return 0.0, length
    return float(length.days % 1), attrs.evolve(length, days=int(length.days))


def _looking_back(given: After, context: Context) -> Resolution:
    """The largest "in five years": the five years up to the publication day."""
    unit = unit_in(given.length)
    number = {unit_: getattr(given.length, name) for name, unit_ in _UNITS}[unit]
    back = Window(Relation.LAST, number if isinstance(number, int) else None, unit)
    found = window(back, context)
    return attrs.evolve(found, steps=(Step("window.superlative"), *found.steps))


def elapsed(given: Elapsed, context: Context) -> Resolution:
    """From the anchor that the text names to the publication day."""
    timex, now = length_text(given.length), context.published
    start = None if now is None else plus(now.date(), given.length, -1)
    if now is None or start is None:
        return Resolution(Kind.RANGE, None, steps=(NO_DAY,), timex=timex, timex_type="DURATION")
    anchor = context.anchors.get("elapsed")
    first = start if anchor is None or not isinstance(anchor.earliest, date) else anchor.earliest
    rule = "elapsed.anchor" if anchor is not None else "elapsed.rolling"
    step = Step(rule, (("length", timex), ("day", now.date()), ("anchor", anchor)))
    rolling = Alternative(
        Interval(day_value(start), day_value(now.date())),
        because=Step("elapsed.rolling", (("length", timex),)),
    )
    return Resolution(
        Kind.RANGE,
        Interval(day_value(first), day_value(now.date())),
        unit_in(given.length),
        readings=() if anchor is None else (rolling,),
        steps=(step,),
        timex=timex,
        timex_type="DURATION",
        span=(midnight(first), now),
    )
