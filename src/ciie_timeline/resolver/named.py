"""Days with a name: fixed days, numbered weekdays of a month, days counted from Easter."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import Context, Cues, Holiday, Kind, Relation, Resolution, Step
from ciie_timeline.resolver.dates import unresolved
from ciie_timeline.resolver.units import day_value, month_length
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from ciie_timeline.forms import Resolve

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def holiday(given: Holiday, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """A day with a name, in the year that was said or the one nearest to publication."""
    if given.of is not None:
        found = resolve(given.of, context, cues)
        first = found.earliest
        if isinstance(first, date):
            return _in(given.rule, first.year, (*found.steps, Step("holiday.given")))
        return found
    today = context.today
    if today is None:
        return unresolved("XXXX")
    years = range(max(today.year - 1, 1), min(today.year + 2, 10000))
    days = [each for each in (date_of(given.rule, year) for year in years) if each is not None]
    if not days:
        return unresolved("XXXX")
    best = _nearest(days, today, given.relation, cues)
    return _in(given.rule, best.year, (Step("holiday.nearest", (("day", today),)),))


def _nearest(days: list[date], today: date, relation: Relation | None, cues: Cues) -> date:
    if relation is Relation.THIS:
        return next((day for day in days if day.year == today.year), days[0])
    if relation is Relation.LAST or (relation is None and cues.tense == "past"):
        fitting = [day for day in days if day < today or (relation is None and day == today)]
        return fitting[-1] if fitting else days[0]
    if relation is Relation.NEXT or cues.alone or cues.tense == "future":
        fitting = [day for day in days if day > today or (relation is None and day == today)]
        return fitting[0] if fitting else days[-1]
    return min(days, key=lambda day: abs((day - today).days))


def _in(rule: str, year: int, steps: tuple[Step, ...]) -> Resolution:
    day = date_of(rule, year)
    if day is None:
        return unresolved(f"{year:04d}")
    step = Step("holiday", (("rule", rule), ("year", year)))
    return Resolution(
        Kind.DATE, day_value(day), Precision.DAY, steps=(*steps, step), timex=day.isoformat()
    )


@lru_cache(maxsize=4096)
def date_of(rule: str, year: int) -> date | None:
    """The day that a rule gives in a year, None when the rule has none there.

    A rule is ``12-25``, ``11 thu 4`` (a weekday of a month by number, negative from the end, with
    days on behind it), ``easter-2`` or ``orthodox+1``.

    >>> date_of("11 thu 4", 2019), date_of("easter+1", 2024), date_of("5 mon -1", 2023)
    (datetime.date(2019, 11, 28), datetime.date(2024, 4, 1), datetime.date(2023, 5, 29))
    """
    try:
        if rule.startswith("orthodox"):
            return orthodox_easter(year) + timedelta(days=int(rule[8:] or 0))
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule[6:] or 0))
        if " " not in rule:
            month, day = map(int, rule.split("-"))
            return date(year, month, day)
        month_text, name, number, *more = rule.split()
        first = _weekday(year, int(month_text), _WEEKDAYS.index(name), int(number))
        return first + timedelta(days=int(more[0])) if more else first
    except (ValueError, OverflowError):
        return None


def _weekday(year: int, month: int, weekday: int, number: int) -> date:
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = date(year, month, month_length(year, month))
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-number - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches in the Gregorian calendar.

    The golden number and the epact give the full moon, the Sunday after it is the day.

    >>> easter(2024), easter(1998)
    (datetime.date(2024, 3, 31), datetime.date(1998, 4, 12))
    """
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    days = epact - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches as a day of the Gregorian calendar.

    The full moon and the Sunday are those of the Julian calendar.

    >>> orthodox_easter(2018), orthodox_easter(2024)
    (datetime.date(2018, 4, 8), datetime.date(2024, 5, 5))
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
