"""Spans: ranges, what is bounded on one side, parts of something, what is not exactly so."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    At,
    Between,
    Beyond,
    Calendar,
    Context,
    Cues,
    Expression,
    Holiday,
    Kind,
    Modified,
    Nth,
    Part,
    Portion,
    Resolution,
    Since,
    Step,
    Until,
)
from ciie_timeline.resolver.dates import weighed
from ciie_timeline.resolver.shifts import midnight
from ciie_timeline.resolver.units import day_value, days_value, month_length, plus_days, plus_months
from ciie_timeline.values import Bound, Interval, PartialDate, Precision

if TYPE_CHECKING:
    from ciie_timeline.forms import HalfOpen, Resolve

_LEAP_DAY: Final = (2, 29)

# --------------------------------------------------------------------------- ranges


def between(given: Between, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """From one time to another, both included; the end is never before the start."""
    given = _to_leap_day(given, context, cues, resolve)
    start = resolve(_named_start(given, context, cues, resolve), context, cues)
    end = _end_after(given.end, start, context, cues, resolve)
    end = _past_midnight(given, start, end, context, resolve)
    start, end = _year_before(given, start, end, context, cues)
    timex = f"{start.timex}/{end.timex}"
    if not _datelike(start) or not _datelike(end):
        return Resolution(Kind.RANGE, None, steps=(*start.steps, *end.steps), timex=timex)
    told = {step.rule for step in start.steps}
    steps = (*start.steps, *(step for step in end.steps if step.rule not in told))
    when = Interval(_edge(start, 0), _edge(end, 1))
    ends = (("start", start.when), ("end", end.when))
    kind, span = Kind.RANGE, None
    if isinstance(given.start, At) or isinstance(given.end, At):
        kind, span = _clocked(given, start, end)
    if not when.is_ordered() or _is_backwards(span):
        wrong = Step("range.reversed", ends)
        return Resolution(Kind.RANGE, None, steps=(*steps, wrong), timex=timex)
    step = Step("range", ends)
    return Resolution(
        kind,
        when,
        end.precision,
        steps=(*steps, step),
        timex=timex,
        span=span,
    )


def _named_start(given: Between, context: Context, cues: Cues, resolve: Resolve) -> Expression:
    """The start; a named day takes the year of the end, or the one before, where that has one."""
    start, end = given.start, given.end
    if not isinstance(start, Holiday) or start.of is not None or start.relation is not None:
        return start
    dated = end.of if isinstance(end, Holiday) else isinstance(end, Calendar) and end.year
    last = resolve(end, context, cues).earliest if dated else None
    if not isinstance(last, date):
        return start
    for year in (last.year, last.year - 1):
        named = attrs.evolve(start, of=Calendar(year))
        first = resolve(named, context, cues).earliest
        if isinstance(first, date) and first <= last:
            return named
    return start


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


def _datelike(found: Resolution) -> bool:
    return isinstance(found.when, (PartialDate, Interval)) and None not in (
        found.earliest,
        found.latest,
    )


def _edge(found: Resolution, side: int) -> PartialDate:
    """The notation of one end: a date as it is, an interval by its own end."""
    when: object = found.when
    if isinstance(when, Interval):
        when = (when.start, when.end)[side]
    if isinstance(when, PartialDate) and (when.month is None or when.month <= _DECEMBER):
        return when
    edge = (found.earliest, found.latest)[side]
    return day_value(edge) if isinstance(edge, date) else PartialDate(0)


def _end_after(
    given: Expression, start: Resolution, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """The end of a range: seen from its start, so that it lies after it."""
    if isinstance(given, Nth) and given.of is None and isinstance(start.earliest, date):
        given = Nth(
            given.number, given.unit, Calendar(start.earliest.year), given.weekday, given.count
        )
    end = resolve(given, context, cues)
    first = start.earliest
    if not isinstance(given, Calendar) or given.year is not None or not isinstance(first, date):
        return end
    fits = isinstance(end.latest, date) and end.latest >= first
    if fits and given.weekday is None:
        return end
    later = attrs.evolve(context, published=midnight(first))
    return resolve(given, later, Cues(tense="future"))


def bounded(
    given: Since | Until | Beyond, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """Since X: from its first day to publication; until, before and after X: open on one side."""
    heard = Cues("past") if isinstance(given, Since) else cues
    anchor = resolve(given.anchor, context, heard)
    if not _datelike(anchor):
        return Resolution(
            Kind.RANGE,
            None,
            series=anchor.series,
            steps=anchor.steps,
            timex=anchor.timex,
            timex_type=anchor.timex_type,
        )
    if isinstance(given, Since):
        return since(anchor, context)
    if _is_dateline(given, anchor, context):
        step = Step("dateline", (("day", context.today),))
        return attrs.evolve(anchor, steps=(*anchor.steps, step))
    span = anchor.interval
    sides: HalfOpen
    if isinstance(given, Beyond) and given.inclusive:
        rule, when = "from-on", Interval(_edge(anchor, 0), Bound.OPEN)
        sides = (span[0] if span else None, None)
    elif isinstance(given, Beyond):
        rule, when = "after", Interval(_edge(anchor, 1), Bound.OPEN)
        clocked = isinstance(given.anchor, At) and given.anchor.clock is not None
        sides = (span[0 if clocked else 1] if span else None, None)
    elif given.inclusive:
        rule, when = "until", Interval(Bound.OPEN, _edge(anchor, 1))
        sides = (None, span[1] if span else None)
    else:
        rule, when = "before", Interval(Bound.OPEN, _edge(anchor, 0))
        sides = (None, span[0] if span else None)
    step = Step(rule, (("anchor", anchor.when),))
    return Resolution(
        Kind.RANGE,
        when,
        anchor.precision,
        steps=(*anchor.steps, step),
        timex=anchor.timex,
        timex_type=anchor.timex_type,
        span=sides,
    )


def _is_dateline(given: Until | Beyond, anchor: Resolution, context: Context) -> bool:
    """Whether "by" and the day of publication in full are a line over the text, no limit."""
    form = given.anchor
    return (
        isinstance(given, Until)
        and isinstance(form, Calendar)
        and form.year is not None
        and form.day is not None
        and anchor.earliest == context.today
    )


def since(anchor: Resolution, context: Context) -> Resolution:
    """From the anchor's first day to the publication day, open when there is none."""
    start, now = _edge(anchor, 0), context.published
    first, begin = anchor.earliest, (anchor.interval or (None, None))[0]
    if now is None or not isinstance(first, date) or begin is None or begin > now:
        step = Step("since.open", (("start", anchor.when),))
        when, span = Interval(start, Bound.OPEN), None
    else:
        step = Step("since", (("start", anchor.when), ("day", now.date())))
        when, span = Interval(start, day_value(now.date())), (begin, now)
    return Resolution(
        Kind.RANGE,
        when,
        anchor.precision,
        series=anchor.series,
        steps=(*anchor.steps, step),
        timex=anchor.timex,
        timex_type=anchor.timex_type,
        span=span,
    )


# --------------------------------------------------------------------------- parts


_DECEMBER = 12
#: The start of a week is Monday to Wednesday, its end Friday to Sunday.
_WEEK, _HALF_WEEK = 7, 3
#: The first and the last day of the parts of a month; 0 is its end.
_OF_MONTH: Final = {
    Portion.EARLY: (1, 10),
    Portion.START: (1, 10),
    Portion.MID: (11, 20),
    Portion.LATE: (21, 0),
    Portion.END: (25, 0),
}
#: Which third of something longer a part is.
_PLACES: Final = {
    Portion.EARLY: 0,
    Portion.START: 0,
    Portion.MID: 1,
    Portion.LATE: 2,
    Portion.END: 2,
}
_MODS = {
    Portion.START: "START",
    Portion.EARLY: "START",
    Portion.MID: "MID",
    Portion.LATE: "END",
    Portion.END: "END",
    Portion.LATER: "AFTER",
    Portion.EARLIER: "BEFORE",
}


def part(given: Part, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """Early, mid, late, the start or the end of something."""
    whole = resolve(given.of, context, cues)
    mod = _MODS[given.portion]
    first, last = whole.earliest, whole.latest
    if not isinstance(first, date) or not isinstance(last, date) or first == last:
        return attrs.evolve(whole, mod=mod)
    begin, finish = _portion_days(given.portion, first, last, whole.precision, context)
    step = Step("part", (("portion", given.portion.value), ("of", whole.when)))
    return Resolution(
        Kind.DATE,
        days_value(begin, finish),
        whole.precision,
        steps=(*whole.steps, step),
        timex=whole.timex,
        timex_type=whole.timex_type,
        mod=mod,
    )


def _portion_days(
    portion: Portion, first: date, last: date, precision: Precision | None, context: Context
) -> tuple[date, date]:
    """The days of a part; "earlier" and "later" end and begin at the publication day."""
    today = context.today
    if portion not in (Portion.LATER, Portion.EARLIER):
        return _portion(portion, first, last, precision)
    if today is None or not first <= today <= last:
        return first, last
    return (today, last) if portion is Portion.LATER else (first, today)


def modified(given: Modified, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """Something not exactly so: its value with TimeML's modifier, and EDTF's mark for "about"."""
    whole = resolve(given.of, context, cues)
    step = Step("modified", (("modifier", given.modifier),))
    when = whole.when
    if given.modifier == "APPROX" and isinstance(when, PartialDate) and when.clock is None:
        when = when.qualified("~")
    return attrs.evolve(whole, when=when, mod=given.modifier, steps=(*whole.steps, step))


def _portion(
    portion: Portion, first: date, last: date, precision: Precision | None
) -> tuple[date, date]:
    """The days of a part: tenths of a month, thirds of anything longer."""
    months, days = _whole_months(first, last), (last - first).days + 1
    if months == 1:
        begin, finish = _OF_MONTH[portion]
        return first.replace(day=begin), first.replace(day=finish) if finish else last
    if portion is Portion.END and months == _DECEMBER == last.month:
        return date(last.year, 11, 1), last
    if months and months % 3 == 0:
        return _third(portion, first, last, months // 3)
    if precision is Precision.WEEK and days == _WEEK and portion is not Portion.MID:
        size = _HALF_WEEK
    else:
        size = max(days // 3, 1)
    shift = (0, size, days - size)[_PLACES[portion]]
    moved = plus_days(first, shift) or first
    return moved, min(plus_days(moved, size - 1) or last, last)


def _whole_months(first: date, last: date) -> int:
    """How many months of the calendar two days hold between them, 0 when they cut one."""
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _third(portion: Portion, first: date, last: date, months: int) -> tuple[date, date]:
    place = _PLACES[portion]
    begin, after = plus_months(first, place * months), plus_months(first, (place + 1) * months)
    return begin or first, (after and plus_days(after, -1)) or last
