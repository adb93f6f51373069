"""Spans: windows, ranges, what is so long before or after, parts of something."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import attrs

from ciie_timeline.forms import (
    After,
    Alternative,
    Before,
    Between,
    Calendar,
    Context,
    Cues,
    Elapsed,
    Expression,
    Kind,
    Part,
    Portion,
    Relation,
    Resolution,
    Since,
    Step,
    Until,
    Window,
)
from ciie_timeline.resolver.dates import NO_DAY, unresolved
from ciie_timeline.resolver.units import (
    YEARS,
    day_value,
    days_value,
    plus,
    plus_days,
    unit_length,
    unit_of,
    unit_timex,
)
from ciie_timeline.values import Bound, Interval, PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

    from ciie_timeline.values import Duration

    Resolve = Callable[[Expression, Context, Cues], Resolution]

_COARSE = frozenset({Precision.YEAR, *YEARS})
_MONTHLY = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF})


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


# --------------------------------------------------------------------------- windows


def window(given: Window, context: Context) -> Resolution:
    """A number of units that ends or begins at the publication day."""
    vague = given.number is None
    timex = "PX" + unit_length(given.unit, 1).to_timex()[2:] if vague else (
        unit_length(given.unit, given.number or 1).to_timex()
    )
    if context.published is None or context.today is None or vague:
        step = NO_DAY if context.today is None else Step("window.vague", (("unit", given.unit.value),))
        return Resolution(
            Kind.RANGE, None, given.unit, steps=(step,), timex=timex, timex_type="DURATION"
        )
    if given.relation is Relation.NEXT and not given.within:
        return _next_units(given, context.today, timex)
    return _rolling(given, context, context.published, timex)


def _rolling(given: Window, context: Context, now: datetime, timex: str) -> Resolution:
    today, number = now.date(), given.number or 1
    length = unit_length(given.unit, number)
    back = given.relation is Relation.LAST
    other = plus(today, length, -1 if back else 1)
    if other is None:
        return unresolved(timex, Kind.RANGE)
    first, last = (other, today) if back else (today, other)
    start = datetime.combine(first, now.time()) if back else now
    end = now if back else datetime.combine(last, now.time())
    aligned = _aligned(given, today) if back else None
    step = Step(
        "window.rolling" if back else "window.ahead",
        (("number", number), ("unit", given.unit.value), ("day", today)),
    )
    chosen = Resolution(
        Kind.RANGE,
        Interval(day_value(first), day_value(last)),
        given.unit,
        readings=() if aligned is None else (aligned,),
        steps=(step,),
        timex=timex,
        timex_type="DURATION",
        span=(start, end),
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


def _aligned(given: Window, today: date) -> Alternative | None:
    """The whole calendar units before the publication day's own."""
    number = given.number or 1
    first, last = unit_of(today, given.unit, -number), unit_of(today, given.unit, -1)
    if first is None or last is None or given.unit is Precision.DAY:
        return None
    step = Step("window.calendar", (("number", number), ("unit", given.unit.value)))
    if given.unit in _COARSE:
        when = Interval(PartialDate(first[0].year), PartialDate(last[1].year))
        return Alternative(when, given.unit, because=step)
    return Alternative(Interval(day_value(first[0]), day_value(last[1])), given.unit, because=step)


def _next_units(given: Window, today: date, timex: str) -> Resolution:
    number = given.number or 1
    first, last = unit_of(today, given.unit, 1), unit_of(today, given.unit, number)
    if first is None or last is None:
        return unresolved(timex, Kind.RANGE)
    step = Step(
        "window.next", (("number", number), ("unit", given.unit.value), ("day", today))
    )
    return Resolution(
        Kind.RANGE,
        days_value(first[0], last[1]),
        given.unit,
        steps=(step,),
        timex=timex,
        timex_type="DURATION",
    )


# --------------------------------------------------------------------------- shifted


def shifted(
    given: Before | After | Elapsed, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """So long before or after the publication day or another time."""
    if isinstance(given, Elapsed):
        return _elapsed(given, context)
    if isinstance(given, After) and given.anchor is None and cues.superlative:
        return _looking_back(given, context)
    base, said = _base(given, context, cues, resolve)
    sign = -1 if isinstance(given, Before) else 1
    unit = _unit_of(given.length)
    moved = None if base is None else plus(base, given.length, sign)
    if base is None or moved is None:
        if base is not None:
            vague = Step("shift.vague", (("length", given.length.to_timex()),))
            return Resolution(Kind.DATE, None, unit, steps=(vague,), timex=_ref(sign))
        return unresolved(given.length.to_timex())
    step = Step(
        "shift.before" if sign < 0 else "shift.after",
        (("length", given.length.to_timex()), ("day", base), ("said", said)),
    )
    if unit in _COARSE:
        exact = Alternative(day_value(moved), Precision.DAY, because=Step("shift.exact-day"))
        return Resolution(
            Kind.DATE,
            PartialDate(moved.year),
            Precision.YEAR,
            readings=(exact,),
            steps=(step,),
            timex=f"{moved.year:04d}",
        )
    grain = unit if unit in _MONTHLY or unit is Precision.WEEK else Precision.DAY
    return Resolution(
        Kind.DATE,
        day_value(moved),
        Precision.DAY,
        steps=(step,),
        timex=unit_timex(moved, grain),
    )


def _ref(sign: int) -> str:
    return "PAST_REF" if sign < 0 else "FUTURE_REF"


def _base(
    given: Before | After, context: Context, cues: Cues, resolve: Resolve
) -> tuple[date | None, bool]:
    if given.anchor is None:
        return context.today, False
    found = resolve(given.anchor, context, cues)
    edge = found.earliest if isinstance(given, Before) else found.latest
    return (edge if isinstance(edge, date) else None), True


def _unit_of(length: Duration) -> Precision:
    """The unit that a length of one unit is in."""
    for name, unit in (
        ("millennia", Precision.MILLENNIUM),
        ("centuries", Precision.CENTURY),
        ("decades", Precision.DECADE),
        ("years", Precision.YEAR),
        ("quarters", Precision.QUARTER),
        ("months", Precision.MONTH),
        ("weeks", Precision.WEEK),
    ):
        if getattr(length, name) != 0:
            return unit
    return Precision.DAY


def _looking_back(given: After, context: Context) -> Resolution:
    """The largest "in five years": the five years up to the publication day."""
    unit = _unit_of(given.length)
    number = getattr(given.length, f"{unit.value}s", None)
    back = Window(Relation.LAST, number if isinstance(number, int) else None, unit)
    found = window(back, context)
    return attrs.evolve(found, steps=(Step("window.superlative"), *found.steps))


def _elapsed(given: Elapsed, context: Context) -> Resolution:
    """From the anchor that the text names to the publication day."""
    timex, now = given.length.to_timex(), context.published
    start = None if now is None else plus(now.date(), given.length, -1)
    if now is None or start is None:
        return Resolution(Kind.RANGE, None, steps=(NO_DAY,), timex=timex, timex_type="DURATION")
    anchor = context.anchors.get("elapsed")
    first = start if anchor is None or not isinstance(anchor.earliest, date) else anchor.earliest
    rule = "elapsed.anchor" if anchor is not None else "elapsed.rolling"
    step = Step(rule, (("length", timex), ("day", now.date()), ("anchor", anchor)))
    return Resolution(
        Kind.RANGE,
        Interval(day_value(first), day_value(now.date())),
        _unit_of(given.length),
        readings=()
        if anchor is None
        else (
            Alternative(
                Interval(day_value(start), day_value(now.date())),
                because=Step("elapsed.rolling", (("length", timex),)),
            ),
        ),
        steps=(step,),
        timex=timex,
        timex_type="DURATION",
        span=(_midnight(first), now),
    )


# --------------------------------------------------------------------------- ranges


def between(given: Between, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """From one time to another, both included; the end is never before the start."""
    start = resolve(given.start, context, cues)
    end = _end_after(given.end, start, context, cues, resolve)
    timex = f"{start.timex}/{end.timex}"
    if not _datelike(start) or not _datelike(end):
        return Resolution(Kind.RANGE, None, steps=(*start.steps, *end.steps), timex=timex)
    first, last = _edge(start, 0), _edge(end, 1)
    steps = start.steps if start.steps == end.steps else (*start.steps, *end.steps)
    step = Step("range", (("start", start.when), ("end", end.when)))
    return Resolution(
        Kind.RANGE, Interval(first, last), end.precision, steps=(*steps, step), timex=timex
    )


def _datelike(found: Resolution) -> bool:
    return isinstance(found.when, (PartialDate, Interval)) and None not in (
        found.earliest,
        found.latest,
    )


def _edge(found: Resolution, side: int) -> PartialDate:
    """The notation of one end: a date as it is, an interval by its own end."""
    when = found.when
    if isinstance(when, Interval):
        when = (when.start, when.end)[side]
    if isinstance(when, PartialDate) and (when.month is None or when.month <= 12):
        return when
    edge = (found.earliest, found.latest)[side]
    return day_value(edge) if isinstance(edge, date) else PartialDate(edge.year)


def _end_after(
    given: Expression, start: Resolution, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """The end of a range: seen from its start, so that it lies after it."""
    end = resolve(given, context, cues)
    first = start.earliest
    if not isinstance(given, Calendar) or given.year is not None or not isinstance(first, date):
        return end
    if isinstance(end.latest, date) and end.latest >= first and given.weekday is None:
        return end
    later = attrs.evolve(context, published=_midnight(first))
    return resolve(given, later, Cues(tense="future"))


def bounded(
    given: Since | Until, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """Since X: from its first day to publication; until X: open to its last day."""
    anchor = resolve(given.anchor, context, Cues("past") if isinstance(given, Since) else cues)
    if not _datelike(anchor):
        return Resolution(
            Kind.RANGE, None, steps=anchor.steps, timex=anchor.timex, series=anchor.series
        )
    if isinstance(given, Until):
        step = Step("until", (("end", anchor.when),))
        return Resolution(
            Kind.RANGE,
            Interval(Bound.OPEN, _edge(anchor, 1)),
            anchor.precision,
            steps=(*anchor.steps, step),
            timex=anchor.timex,
        )
    return since(anchor, context)


def since(anchor: Resolution, context: Context) -> Resolution:
    """From the anchor's first day to the publication day, open when there is none."""
    start, now = _edge(anchor, 0), context.published
    first = anchor.earliest
    if now is None or not isinstance(first, date) or first > now.date():
        step = Step("since.open", (("start", anchor.when),))
        when, span = Interval(start, Bound.OPEN), None
    else:
        step = Step("since", (("start", anchor.when), ("day", now.date())))
        when, span = Interval(start, day_value(now.date())), (_midnight(first), now)
    return Resolution(
        Kind.RANGE,
        when,
        anchor.precision,
        series=anchor.series,
        steps=(*anchor.steps, step),
        timex=anchor.timex,
        span=span,
    )


# --------------------------------------------------------------------------- parts


def part(given: Part, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """Early, mid, late, the start or the end of something."""
    whole = resolve(given.of, context, cues)
    mod = {"early": "START", "start": "START", "mid": "MID", "late": "END", "end": "END"}
    first, last = whole.earliest, whole.latest
    if not isinstance(first, date) or not isinstance(last, date):
        return attrs.evolve(whole, mod=mod[given.portion.value])
    begin, finish = _portion(given.portion, first, last, whole.precision)
    step = Step("part", (("portion", given.portion.value), ("of", whole.when)))
    return Resolution(
        Kind.DATE,
        days_value(begin, finish),
        whole.precision,
        steps=(*whole.steps, step),
        timex=whole.timex,
        mod=mod[given.portion.value],
    )


def _portion(
    portion: Portion, first: date, last: date, precision: Precision | None
) -> tuple[date, date]:
    """The days of a part: tenths of a month, thirds of anything longer."""
    if precision is Precision.MONTH:
        edges = {"early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 0), "end": (25, 0)}
        begin, finish = edges[portion.value]
        return first.replace(day=begin), first.replace(day=finish) if finish else last
    if portion is Portion.END and precision is Precision.YEAR:
        return date(last.year, 11, 1), last
    if precision is Precision.SEASON or precision in _COARSE:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        return _third(portion, first, months // 3)
    days = (last - first).days + 1
    third = max(days // 3, 1)
    begin = {"early": 0, "start": 0, "mid": third}.get(portion.value, days - third)
    moved = plus_days(first, begin) or first
    return moved, min(plus_days(moved, third - 1) or last, last)


def _third(portion: Portion, first: date, months: int) -> tuple[date, date]:
    place = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}[portion.value]
    number = first.year * 12 + first.month - 1 + place * months
    begin = date(number // 12, number % 12 + 1, 1)
    after = number + months
    finish = date(after // 12, after % 12 + 1, 1)
    return begin, plus_days(finish, -1) or finish


