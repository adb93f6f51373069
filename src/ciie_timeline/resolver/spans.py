"""Spans: what is bounded on one side, parts of something, what is not exactly so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    At,
    Beyond,
    Calendar,
    Context,
    Cues,
    Kind,
    Modified,
    Part,
    Portion,
    Resolution,
    Since,
    Step,
    Until,
)
from ciie_timeline.resolver.ranges import datelike, edge_of
from ciie_timeline.resolver.units import day_value, days_value, month_length, plus_days, plus_months
from ciie_timeline.values import Bound, Interval, PartialDate, Precision

if TYPE_CHECKING:
    from ciie_timeline.forms import HalfOpen, Resolve

# --------------------------------------------------------------------------- open on one side


def bounded(
    given: Since | Until | Beyond, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """Since X: from its first day to publication; until, before and after X: open on one side."""
    heard = Cues("past") if isinstance(given, Since) else cues
    anchor = resolve(given.anchor, context, heard)
    if not datelike(anchor):
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
        rule, when = "from-on", Interval(edge_of(anchor, 0), Bound.OPEN)
        sides = (span[0] if span else None, None)
    elif isinstance(given, Beyond):
        rule, when = "after", Interval(edge_of(anchor, 1), Bound.OPEN)
        clocked = isinstance(given.anchor, At) and given.anchor.clock is not None
        sides = (span[0 if clocked else 1] if span else None, None)
    elif given.inclusive:
        rule, when = "until", Interval(Bound.OPEN, edge_of(anchor, 1))
        sides = (None, span[1] if span else None)
    else:
        rule, when = "before", Interval(Bound.OPEN, edge_of(anchor, 0))
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
    start, now = edge_of(anchor, 0), context.published
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
