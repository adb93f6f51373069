"""Constructors of dates: calendar fields, numeric dates, named days, units around the reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import attrs

from ciie_timeline.forms import (
    After,
    At,
    Before,
    Beside,
    Between,
    Calendar,
    Elided,
    Expression,
    Fiscal,
    Holiday,
    Last,
    Next,
    Relation,
    Then,
    This,
)
from ciie_timeline.grammar.lengths import length
from ciie_timeline.grammar.vocabulary import CENTURY, PRECISIONS, SHIFTS
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MONTHS: Final = 12
_LUNAR_DAYS: Final = 30
_LONGEST: Final = 31
#: Two numbers that are no day in any year, and so rather a fraction than a date.
_NO_DAYS: Final = frozenset({(2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)})
#: Ranges of years written with figures go no further.
_LAST_YEAR: Final = 2200
#: What can stand right before or after a day.
_BESIDE: Final = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "weekend": Precision.WEEKEND,
}
_FORMS: Final[Mapping[str, Callable[..., Last | This | Next]]] = {
    "last": Last,
    "this": This,
    "next": Next,
}


def calendar(
    *,
    year: int | None = None,
    short_year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
) -> Expression | None:
    """Calendar fields as given; None for those of no calendar.

    A day that its month does not have ("30 February") is kept: whoever wrote it meant a date.
    """
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    if month is not None and day is not None and not 1 <= day <= _LONGEST:
        return None
    if year is None and short_year is not None:
        elided = isinstance(short_year, Elided)
        return Calendar(int(short_year), month, day, weekday, short_year=True, elided=elided)
    return Calendar(year, month, day, weekday)


def fiscal_year(
    *, year: int | None = None, short_year: int | None = None, last: int | None = None
) -> Expression | None:
    """A year of accounts ("fiscal 2024", "FY24"); of two ("2022-23") the one in which it ends."""
    if year is not None and last is not None:
        if last != (year + 1) % CENTURY:
            return None
        year += 1
    return fiscal_of(calendar(year=year, short_year=short_year))


def fiscal_of(found: Expression | None) -> Expression | None:
    """What was found, as one of a year of accounts."""
    return None if found is None else Fiscal(found)


def before_christ(*, year: int) -> Expression | None:
    """A year before the common era; 1 BC is the year 0."""
    return Calendar(1 - year) if year > 0 else None


def days(
    *,
    month: int,
    first: int,
    last: int,
    year: int | None = None,
    short_year: int | None = None,
) -> Expression | None:
    """Two days of one month ("5 to 10 November")."""
    start = calendar(year=year, short_year=short_year, month=month, day=first)
    end = calendar(year=year, short_year=short_year, month=month, day=last)
    return Between(start, end) if start is not None and end is not None and first < last else None


def days_alone(*, first: int, last: int) -> Expression | None:
    """Two days of a month that nobody names ("from the 20th to the 24th")."""
    return Between(Calendar(day=first), Calendar(day=last)) if first != last else None


def weekdays(*, first: int, last: int) -> Expression | None:
    """From one weekday to another ("Mon-Fri")."""
    if first == last:
        return None
    return Between(Calendar(weekday=first), Calendar(weekday=last))


def years(*, first: int, last: int) -> Expression | None:
    """Two years ("1957-58", "2018-2023"), or a year and a month ("2014-10")."""
    month = last if 1 <= last <= _MONTHS else None
    if last < CENTURY:
        last += first - first % CENTURY
    if first < last < _LAST_YEAR:
        return Between(Calendar(first), Calendar(last))
    return None if month is None else Calendar(first, month)


def numeric(
    *,
    first: int,
    second: int,
    year: int | None = None,
    short_year: int | None = None,
    weekday: int | None = None,
) -> Expression | None:
    """A date in numbers, the month first where it can be; where either can be it says so."""
    found = day_first(first=second, second=first, year=year, short_year=short_year, weekday=weekday)
    if isinstance(found, Calendar) and first != second and max(first, second) <= _MONTHS:
        return attrs.evolve(found, either=True)
    return found


def day_first(
    *,
    first: int,
    second: int,
    year: int | None = None,
    short_year: int | None = None,
    weekday: int | None = None,
) -> Expression | None:
    """A date in numbers, the day first where it can be; without a year only one that there is."""
    month, day = (second, first) if second <= _MONTHS else (first, second)
    if (year, short_year) == (None, None) and (month, day) in _NO_DAYS:
        return None
    return calendar(year=year, short_year=short_year, month=month, day=day, weekday=weekday)


def holiday(  # noqa: PLR0913  # what can be said of a named day
    *,
    rule: str,
    relation: str | None = None,
    year: int | None = None,
    short_year: int | None = None,
    of: Expression | None = None,
    country: str | None = None,
    part: Literal["weekend", "eve", "observed"] | None = None,
) -> Expression:
    """A day with a name, in a year or a country when one is given, or its weekend or eve."""
    if year is not None or short_year is not None:
        of = calendar(year=year, short_year=short_year)
    return Holiday(rule, None if relation is None else Relation(relation), of, country, part)


def lunar(
    *, month: int, day: int | None = None, year: int | None = None, short_year: int | None = None
) -> Expression | None:
    """A day or a month of the Chinese calendar ("the first day of the first lunar month")."""
    if not 1 <= month <= _MONTHS or not 1 <= (day or 1) <= _LUNAR_DAYS:
        return None
    rule = f"chinese {month}" if day is None else f"chinese {month}-{day}"
    return holiday(rule=rule, year=year, short_year=short_year)


def beside(
    *,
    sign: Literal[-1, 1],
    anchor: Expression,
    unit: str | None = None,
    of: Expression | None = None,
) -> Expression | None:
    """What stands right before or after a time ("the day after Easter", "the Monday before")."""
    match of:
        case Calendar(year=None, month=None, day=None, weekday=int() as weekday):
            return Beside(Precision.DAY, sign, anchor, weekday)
        case At(day=None, clock=None, part=str() as part):
            return At(Beside(Precision.DAY, sign, anchor), None, part)
        case Then(unit=(Precision.WEEK | Precision.WEEKEND) as whole, shift=0, year=None):
            return Beside(whole, sign, anchor)
        case This(unit=(Precision.WEEK | Precision.WEEKEND) as whole, index=None):
            return Beside(whole, sign, anchor)
    return None if unit not in _BESIDE else Beside(_BESIDE[unit], sign, anchor)


def relative(
    *,
    relation: str,
    unit: str | None = None,
    index: int | None = None,
    steps: int = 1,
    fiscal: bool = False,
) -> Expression:
    """A unit before, around or after the reference ("last week", "the year before last")."""
    if fiscal:
        return Fiscal(relative(relation=relation, unit=unit, index=index, steps=steps))
    precision = PRECISIONS.get(unit or "season", Precision.WEEK)
    if relation == "coming":
        return Next(precision, index, coming=True)
    if steps > 1:
        return (
            Last(precision, index, steps)
            if relation == "last"
            else Next(precision, index, steps=steps)
        )
    return _FORMS[relation](precision, index)


def the_unit(*, unit: str, fiscal: bool = False) -> Expression | None:
    """The unit that holds the reference, as the text speaks of it; "the day" is any day."""
    return None if unit == "day" else relative(relation="this", unit=unit, fiscal=fiscal)


def day(*, shift: int) -> Expression:
    """Yesterday, today, tomorrow, the days beside them."""
    if abs(shift) > 1:
        return (
            Before(length(1, "day"), day(shift=-1))
            if shift < 0
            else After(length(1, "day"), day(shift=1))
        )
    return _FORMS[("last", "this", "next")[shift + 1]](Precision.DAY)


def then(  # noqa: PLR0913  # what can single out a time named before
    *,
    unit: str | None = None,
    shift: int = 0,
    relation: str | None = None,
    index: int | None = None,
    of: Expression | None = None,
    year: int | None = None,
    latest: bool = False,
) -> Expression | None:
    """A time that the text spoke of before ("the quarter", "the following year")."""
    if unit is not None and unit not in PRECISIONS:
        return None
    if relation is not None:
        shift = SHIFTS[relation]
    if year is not None:
        of = Calendar(year)
    return Then(None if unit is None else PRECISIONS[unit], shift, index, of, latest)
