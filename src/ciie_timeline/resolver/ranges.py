"""Ranges: from one time to another, each of which may take from the other what it leaves out."""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime
from typing import TYPE_CHECKING, Final, Literal

import attrs

from ciie_timeline.forms import (
    At,
    Between,
    Calendar,
    Context,
    Cues,
    Expression,
    Holiday,
    Kind,
    Modified,
    Nth,
    Part,
    Resolution,
    Season,
    Step,
)
from ciie_timeline.resolver.dates import weighed
from ciie_timeline.resolver.shifts import midnight
from ciie_timeline.resolver.units import day_value, plus_days
from ciie_timeline.values import Interval, PartialDate, Precision

if TYPE_CHECKING:
    from ciie_timeline.forms import Resolve

_LEAP_DAY: Final = (2, 29)
_DECEMBER: Final = 12


def between(given: Between, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """From one time to another, both included; the end is never before the start."""
    given = _to_leap_day(given, context, cues, resolve)
    start = _start_before(given, context, cues, resolve)
    end = _end_after(given, start, context, cues, resolve)
    end = _past_midnight(given, start, end, context, resolve)
    start, end = _year_before(given, start, end, context, cues)
    timex = f"{start.timex}/{end.timex}"
    if not datelike(start) or not datelike(end):
        steps = (*start.steps, *end.steps)
        return Resolution(Kind.RANGE, None, steps=steps, timex=timex, ends=(start, end))
    told = {step.rule for step in start.steps}
    steps = (*start.steps, *(step for step in end.steps if step.rule not in told))
    when = Interval(edge_of(start, 0), edge_of(end, 1))
    ends = (("start", start.when), ("end", end.when))
    kind, span = Kind.RANGE, None
    if isinstance(given.start, At) or isinstance(given.end, At):
        kind, span = _clocked(given, start, end)
    if not when.is_ordered() or _is_backwards(span):
        wrong = Step("range.reversed", ends)
        steps = (*steps, wrong)
        return Resolution(Kind.RANGE, None, steps=steps, timex=timex, ends=(start, end))
    step = Step("range", ends)
    return Resolution(
        kind,
        when,
        end.precision,
        steps=(*steps, step),
        timex=timex,
        span=span,
        ends=(start, end),
    )


def _to_leap_day(given: Between, context: Context, cues: Cues, resolve: Resolve) -> Between:
    """A range without a year that ends on 29 February: the start is of the year that has one."""
    start, end = given.start, given.end
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return given
    if (end.month, end.day) != _LEAP_DAY or (start.year, end.year) != (None, None):
        return given
    last = resolve(end, context, cues).earliest
    if not isinstance(last, date) or start.month is None:
        return given
    before = (start.month, start.day or 0) > _LEAP_DAY
    return Between(attrs.evolve(start, year=last.year - before), attrs.evolve(end, year=last.year))


def _past_midnight(
    given: Between, start: Resolution, end: Resolution, context: Context, resolve: Resolve
) -> Resolution:
    """The end of a range of clock times on one day: on the next when it is before the start."""
    if not isinstance(given.start, At) or not isinstance(given.end, At):
        return end
    day, finish = end.earliest, _finish(given, end)
    begin = None if start.interval is None else start.interval[0]
    if not isinstance(day, date) or start.earliest != day or begin is None or finish is None:
        return end
    after = plus_days(day, 1)
    if finish >= begin or after is None:
        return end
    on = Calendar(after.year, after.month, after.day)
    return attrs.evolve(resolve(attrs.evolve(given.end, day=on), context, Cues()), steps=end.steps)


def _finish(given: Between, end: Resolution) -> datetime | None:
    """The instant at which a range ends: a clock time is not included, a day or a part is."""
    clocked = isinstance(given.end, At) and given.end.clock is not None
    return None if end.interval is None else end.interval[0 if clocked else 1]


def _year_before(
    given: Between, start: Resolution, end: Resolution, context: Context, cues: Cues
) -> tuple[Resolution, Resolution]:
    """A range without a year a year earlier, when it lies nearer as a whole so."""
    today, first = context.today, start.earliest
    ends = (given.start, given.end)
    if not all(isinstance(each, Calendar) and each.year is None and each.month for each in ends):
        return start, end
    if today is None or not isinstance(first, date) or first <= today:
        return start, end
    earlier = tuple(_a_year_back(each, today) for each in (start, end))
    last = earlier[1].latest
    if any(each.earliest is None for each in earlier) or not isinstance(last, date):
        return start, end
    ahead = weighed((first - today).days, cues.tense, alone=cues.alone)
    behind = weighed(min((last - today).days, 0), cues.tense, alone=cues.alone)
    return (earlier[0], earlier[1]) if behind < ahead else (start, end)


def _a_year_back(found: Resolution, today: date) -> Resolution:
    """A date without a year of its own as that of the year before; unresolved where it has none."""
    when = found.when
    if not isinstance(when, PartialDate) or (when.month, when.day) == _LEAP_DAY:
        return attrs.evolve(found, when=None)
    earlier = attrs.evolve(when, year=when.year - 1)
    step = Step("calendar.nearest-year", (("year", earlier.year), ("day", today)))
    return attrs.evolve(found, when=earlier, steps=(step,), timex=earlier.to_edtf())


def _clocked(
    given: Between, start: Resolution, end: Resolution
) -> tuple[Kind, tuple[datetime | None, datetime | None] | None]:
    """The kind of a range of clock times, and its half-open ends: the second is not included."""
    named = [each.day for each in (given.start, given.end) if isinstance(each, At)]
    kind = Kind.TIMERANGE if named == [None, None] else Kind.RANGE
    if start.interval is None or end.interval is None:
        return kind, None
    return kind, (start.interval[0], _finish(given, end))


def _is_backwards(span: tuple[datetime | None, datetime | None] | None) -> bool:
    """Whether two instants that are both known stand the wrong way round."""
    first, last = span or (None, None)
    return first is not None and last is not None and first > last


def datelike(found: Resolution) -> bool:
    """Whether a time has a value with two known ends."""
    return isinstance(found.when, (PartialDate, Interval)) and None not in (
        found.earliest,
        found.latest,
    )


def edge_of(found: Resolution, side: int) -> PartialDate:
    """The notation of one end: a date as it is, an interval by its own end."""
    when: object = found.when
    if isinstance(when, Interval):
        when = (when.start, when.end)[side]
    if isinstance(when, PartialDate) and (when.month is None or when.month <= _DECEMBER):
        return when
    edge = (found.earliest, found.latest)[side]
    return day_value(edge) if isinstance(edge, date) else PartialDate(0)


# --------------------------------------------------------------------------- what ends lend


def _start_before(given: Between, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """The start; what leaves something open is the last such time before an end that does not."""
    lacks = _lacks(given.start)
    if lacks is None or _lacks(given.end) is not None:
        return resolve(given.start, context, cues)
    last = resolve(given.end, context, cues).earliest
    if not isinstance(last, date):
        return resolve(given.start, context, cues)
    if lacks != "year":
        policy = attrs.evolve(context.policy, weekday="latest")
        seen = attrs.evolve(context, published=midnight(last), policy=policy)
        return resolve(given.start, seen, Cues("past"))
    for year in (last.year, last.year - 1):
        found = _in_year(given.start, year, context, resolve)
        if isinstance(found.earliest, date) and found.earliest <= last:
            return found
    return resolve(given.start, context, cues)


def _end_after(
    given: Between, start: Resolution, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """The end; what leaves something open is the first such time that the start is not after.

    After a date a weekday is that of the publication day, if it can be.
    """
    form, first = given.end, start.earliest
    if isinstance(form, Nth) and form.of is None and isinstance(first, date):
        form = attrs.evolve(form, of=Calendar(first.year))
    end, lacks = resolve(form, context, cues), _lacks(form)
    if lacks is None or not isinstance(first, date):
        return end
    fits = isinstance(end.latest, date) and end.latest >= first
    if lacks != "year":
        dated = isinstance(given.start, Calendar) and given.start.month is not None
        if lacks == "week" and fits and dated:
            return end
        return resolve(form, attrs.evolve(context, published=midnight(first)), Cues("future"))
    if fits and _lacks(given.start) is not None:
        return end
    for year in (first.year, first.year + 1):
        found = _in_year(form, year, context, resolve)
        if isinstance(found.latest, date) and found.latest >= first:
            return found
    return end


def _lacks(form: Expression | None) -> Literal["year", "month", "week"] | None:
    """What a time leaves out that the other end of its range lends."""
    match form:
        case Calendar(year=None, month=int()) | Season(of=None):
            return "year"
        case Holiday(of=None, relation=None) | Nth(of=None, unit=Precision.QUARTER):
            return "year"
        case Calendar(year=None, month=None, day=day):
            return "week" if day is None else "month"
        case Part() | Modified():
            return _lacks(form.of)
        case At():
            return _lacks(form.day)
    return None


def _in_year(form: Expression, year: int, context: Context, resolve: Resolve) -> Resolution:
    """A time that says no year, in one that the other end of its range lends."""
    if not 1 <= year <= MAXYEAR:
        return Resolution(Kind.DATE, None)
    found = resolve(_of_year(form, year), context, Cues())
    said = [step for step in found.steps if not step.rule.endswith(".given")]
    return attrs.evolve(found, steps=(Step("range.year", (("year", year),)), *said))


def _of_year(form: Expression, year: int) -> Expression:
    match form:
        case Calendar():
            return attrs.evolve(form, year=year)
        case Season() | Holiday() | Nth():
            return attrs.evolve(form, of=Calendar(year))
        case Part() | Modified():
            return attrs.evolve(form, of=_of_year(form.of, year))
        case At(day=day) if day is not None:
            return attrs.evolve(form, day=_of_year(day, year))
    return form
