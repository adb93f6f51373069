"""Constructors of numbered units, and of what lies inside something larger."""

from __future__ import annotations

from typing import Final

import attrs

from ciie_timeline.forms import (
    After,
    Before,
    Between,
    Calendar,
    Decade,
    Expression,
    Fiscal,
    Holiday,
    Last,
    Next,
    Nth,
    Part,
    Portion,
    Relation,
    Season,
    Then,
    This,
    Window,
)
from ciie_timeline.grammar.dates import calendar, fiscal_of, relative
from ciie_timeline.grammar.lengths import count_of
from ciie_timeline.grammar.vocabulary import CENTURY, PRECISIONS, SEASONS
from ciie_timeline.values import Precision

#: Units that the first so many of are those of a year.
_IN_YEAR: Final = frozenset(
    {Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.HALF}
)

#: Units whose halves nobody counts.
_UNHALVED: Final = frozenset(
    {Precision.DAY, Precision.WEEK, Precision.WEEKEND, Precision.QUARTER, Precision.SEASON}
)


def nth(  # noqa: PLR0913  # what can single out a numbered unit
    *,
    number: int,
    unit: str,
    of: Expression | None = None,
    count: int | str = 1,
    year: int | None = None,
    short_year: int | None = None,
    weekday: int | None = None,
    month: int | None = None,
    relation: str | None = None,
    fiscal: bool = False,
) -> Expression | None:
    """A numbered unit inside a larger one ("the third quarter of 2023", "May of next year")."""
    if relation is not None:
        of = relative(relation=relation, unit="year")
    if month is not None or year is not None or short_year is not None:
        of = calendar(year=year, short_year=short_year, month=month)
    if unit not in PRECISIONS:
        return None
    found = Nth(number, PRECISIONS[unit], of, weekday, count if isinstance(count, int) else 1)
    return Fiscal(found) if fiscal else found


def century_before(*, number: int) -> Expression | None:
    """A century before the common era, by a negative number ("the third century BC")."""
    return Nth(-number, Precision.CENTURY) if number > 0 else None


def from_end(*, number: int, unit: str = "day", weekday: int | None = None) -> Expression | None:
    """A unit counted from the end ("the third last week")."""
    return nth(number=-number, unit=unit, weekday=weekday)


def half_of(*, of: Expression, number: int | None = None) -> Expression | None:
    """A half of a year, or of something longer or shorter ("the first half of the 1980s").

    What has no halves of its own gives a part, as TIMEX3 writes it; without a number such a part
    gives the units from its first to its last.
    """
    if number is None:
        if isinstance(of, Part):
            return _exactly(of)
        return of if isinstance(of, Nth) and of.unit is Precision.HALF else None
    if number not in (1, 2, -1):
        return None
    if isinstance(of, (This, Next, Last, Then)) and of.unit in _UNHALVED:
        return None
    if _halves(of)[1]:
        return Part(Portion.EARLY if number == 1 else Portion.LATE, of)
    return Nth(number, Precision.HALF, of)


def _exactly(half: Part) -> Expression:
    """A half from its first unit to its last."""
    unit, middle, last = _halves(half.of)
    ends = (1, middle) if half.portion is Portion.EARLY else (middle + 1, last)
    return Between(Nth(ends[0], unit, half.of), Nth(ends[1], unit, half.of))


def _halves(of: Expression) -> tuple[Precision, int, int]:
    """The unit that the halves of something are counted in, the end of the first and of the second.

    A month is halved after its 15th; 0 where something has halves of its own, as a year.
    """
    match of:
        case Decade():
            return Precision.YEAR, 5, 10
        case Nth(unit=Precision.CENTURY) | This(unit=Precision.CENTURY):
            return Precision.YEAR, 50, 100
        case Calendar(month=int()) | Nth(unit=Precision.MONTH):
            return Precision.DAY, 15, -1
        case This(unit=Precision.MONTH) | Next(unit=Precision.MONTH) | Last(unit=Precision.MONTH):
            return Precision.DAY, 15, -1
    return Precision.YEAR, 0, 0


def edge_day(*, portion: str, of: Expression) -> Expression | None:
    """The first or the last day of days in a row ("the end of Ramadan")."""
    return {"start": Nth(1, Precision.DAY, of), "end": Nth(-1, Precision.DAY, of)}.get(portion)


def first_units(*, count: Expression) -> Expression | None:
    """The first so many units of something ("the first nine months")."""
    counted = count_of(count)
    if counted is None or counted[0] is None or counted[1] not in _IN_YEAR:
        return count
    return Nth(1, counted[1], count=counted[0])


def inside(*, inner: Expression, of: Expression) -> Expression | None:
    """Something of a year, month or week that is itself a phrase ("Monday of next week")."""
    if isinstance(of, After) and of.anchor is None and not isinstance(inner, Holiday):
        return None  # "the driest winter in 40 years"
    if isinstance(of, Fiscal):
        return fiscal_of(inside(inner=inner, of=of.of))
    return _inside(inner, of)


def _inside(inner: Expression, of: Expression) -> Expression | None:
    match inner:
        case Nth(of=None) | Season(of=None):
            return attrs.evolve(inner, of=of)
        case Calendar(year=None, month=None, weekday=int() as weekday, day=None):
            # "Tuesday of next week"; which "Thursday in 1969" it was nobody says
            return Nth(1, Precision.DAY, of, weekday) if _is_one_week(of) else None
        case Calendar(year=None, month=int()):
            return _with_year(inner, of)
        case Then(year=None):
            return attrs.evolve(inner, year=of)
        case Holiday(of=None):
            return attrs.evolve(inner, of=of)
        case Last(unit=unit, index=None) if _is_within(unit, of):
            return Nth(-1, unit, of)
        case Window(relation=Relation.LAST, number=int() as number, unit=unit) if _is_within(
            unit, of
        ):
            return Nth(-1, unit, of, None, number)
        case Part(of=Calendar(year=None)) if isinstance(of, (Last, This, Next, Calendar)):
            deeper = inside(inner=inner.of, of=of)
            return deeper and Part(inner.portion, deeper)
    return None


def _is_one_week(of: Expression) -> bool:
    """Whether something has each weekday once only."""
    match of:
        case This(unit=Precision.WEEK) | Next(unit=Precision.WEEK) | Last(unit=Precision.WEEK):
            return True
        case Then(unit=Precision.WEEK) | Nth(unit=Precision.WEEK, count=1):
            return True
        case Before() | After():
            return True
    return False


def _is_within(unit: Precision, of: Expression) -> bool:
    """Whether a unit is smaller than what it should lie in."""
    match of:
        case Calendar(month=None) | Decade():
            whole = Precision.YEAR
        case Last(unit=whole, index=None) | This(unit=whole, index=None):
            pass
        case Next(unit=whole, index=None) | Then(unit=Precision() as whole):
            pass
        case _:
            whole = Precision.MONTH
    return unit.rank < whole.rank


def _with_year(inner: Calendar, of: Expression) -> Expression | None:
    if isinstance(of, Calendar) and of.year is not None:
        return attrs.evolve(inner, year=of.year, short_year=of.short_year, elided=of.elided)
    if isinstance(of, (Last, This, Next, Then, Before)) and inner.month is not None:
        month = Nth(inner.month, Precision.MONTH, of)
        return month if inner.day is None else Nth(inner.day, Precision.DAY, month)
    return None


def season(
    *,
    season: int,
    of: Expression | None = None,
    year: int | None = None,
    short_year: int | None = None,
) -> Expression:
    """A season, of a year when one is given."""
    if year is not None or short_year is not None:
        of = calendar(year=year, short_year=short_year)
    return Season(SEASONS[season - 1], of)


def decade(*, start: int) -> Expression:
    """Ten years by their first year ("the 1990s", "the 90s")."""
    return Decade(start, short=start < CENTURY)


def days_in(*, first: int, last: int, of: Expression) -> Expression | None:
    """Two days of a month that is itself a phrase ("4 to 23 next month")."""
    if first >= last:
        return None
    return Between(Nth(first, Precision.DAY, of), Nth(last, Precision.DAY, of))


def week_of_day(*, day: int) -> Expression:
    """The week that holds a day of a month that nobody names ("the week of the 18th")."""
    return week_of(of=Calendar(day=day))


def week_of(*, of: Expression) -> Expression:
    """The week that holds a day ("the week of March 6")."""
    return Nth(1, Precision.WEEK, of)
