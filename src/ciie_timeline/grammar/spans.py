"""Constructors of spans: ranges, what is open on one side, parts of something."""

from __future__ import annotations

import attrs

from ciie_timeline.forms import (
    At,
    Between,
    Beyond,
    Calendar,
    Expression,
    Part,
    Portion,
    Since,
    Until,
)
from ciie_timeline.grammar.dates import relative


def between(*, start: Expression, end: Expression) -> Expression:
    """From one time to another; fields that one of them leaves out are taken from the other."""
    if isinstance(start, Calendar) and isinstance(end, Calendar):
        start, end = _dates(start, end)
    elif isinstance(start, At) and isinstance(end, At):
        start, end = _clocks(start, end)
    return Between(start, end)


def _dates(start: Calendar, end: Calendar) -> tuple[Calendar, Calendar]:
    """Two dates of one year and month, where only one of them says it.

    They are not where the range would end before it starts ("from 28 December to 3 January 2024");
    what they are then the resolver finds.
    """
    first, last = _lent(start, end), _lent(end, start)
    one_year = (start.year is None) is not (end.year is None)
    if one_year and first.month and last.month:
        late = (first.month, first.day or 0) > (last.month, last.day or 31)
        return (start, end) if late else (first, last)
    return first, last


def _lent(to: Calendar, by: Calendar) -> Calendar:
    """Calendar fields completed from a neighbour, from the year down to what is given."""
    if to.weekday is not None and to.day is None:
        return to
    year = to.year if to.year is not None else by.year
    month = to.month
    if month is None and to.day is not None:
        month = by.month
    years = to if to.year is not None else by
    return attrs.evolve(
        to, year=year, month=month, short_year=years.short_year, elided=years.elided
    )


def _clocks(start: At, end: At) -> tuple[At, At]:
    """Two clock times on the one day, and in the one zone, that either of them names."""
    whole = start.day if start.day is not None else end.day
    first, last = start.clock, end.clock
    if first is not None and last is not None and first.zone is None is first.offset:
        first = attrs.evolve(first, zone=last.zone, offset=last.offset)
    return attrs.evolve(start, day=whole, clock=first), attrs.evolve(end, day=end.day or whole)


def since(*, anchor: Expression) -> Expression:
    """From the start of something to the reference."""
    return Since(anchor)


def until(*, anchor: Expression) -> Expression:
    """Up to the end of something."""
    return Until(anchor)


def up_to(*, anchor: Expression) -> Expression:
    """Up to the start of something ("before 2018")."""
    return Until(anchor, inclusive=False)


def beyond(*, anchor: Expression, inclusive: bool = False) -> Expression:
    """After something ("after 2018"), or from it on ("1994 or later")."""
    return Beyond(anchor, inclusive)


def part(
    *,
    portion: str,
    of: Expression | None = None,
    year: int | None = None,
    unit: str = "year",
) -> Expression:
    """A part of something ("early 2024"), of this year when nothing is said ("year-end")."""
    if of is None:
        of = relative(relation="this", unit=unit) if year is None else Calendar(year)
    return Part(Portion(portion), of)


def same(*, of: Expression) -> Expression:
    """What was found inside, with the words around it."""
    return of
