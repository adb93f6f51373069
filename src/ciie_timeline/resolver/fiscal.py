"""Years of accounts and their parts: the policy says in which month they begin."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import Context, Cues, Fiscal, Resolution, Step
from ciie_timeline.resolver.units import month_length, plus_months
from ciie_timeline.values import Interval, PartialDate

if TYPE_CHECKING:
    from ciie_timeline.forms import Resolve

_YEAR: Final = 12


def of_accounts(given: Fiscal, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """A fiscal year or a part of one, moved from the calendar's to where the policy has it.

    The year is named by its end: with 10 the fiscal year 2024 begins in October 2023.
    """
    begin = context.policy.fiscal
    if begin == 1:
        found = resolve(given.of, context, cues)
        return attrs.evolve(found, steps=(*found.steps, Step("fiscal.calendar")))
    early = begin - 1 - _YEAR
    found = resolve(given.of, _ahead(context, -early), cues)
    first, last = found.earliest, found.latest
    moved = _moved(first, last, early)
    if moved is None:
        return resolve(given.of, context, cues)
    step = Step("fiscal.moved", (("start", moved.start), ("end", moved.end)))
    return attrs.evolve(found, when=moved, span=None, readings=(), steps=(step,))


def _ahead(context: Context, months: int) -> Context:
    """The context as those see it whose year has begun so many months before the calendar's."""
    now = context.published
    day = None if now is None else plus_months(now.date(), months)
    if now is None or day is None:
        return context
    return attrs.evolve(context, published=datetime.combine(day, now.time()))


def _moved(first: object, last: object, months: int) -> Interval | None:
    """Whole months of the calendar so many months on; None for what does not end with one."""
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return None
    begin, end = plus_months(first, months), plus_months(last.replace(day=1), months)
    if begin is None or end is None:
        return None
    return Interval(PartialDate(begin.year, begin.month), PartialDate(end.year, end.month))
