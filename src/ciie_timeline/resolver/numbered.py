"""Numbered units: the third quarter, the first week of May, the 21st century, the nineties."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import (
    Context,
    Cues,
    Decade,
    Expression,
    Kind,
    Nth,
    Resolution,
    Season,
    Step,
    This,
)
from ciie_timeline.resolver.dates import day_found, unit_found, unresolved
from ciie_timeline.resolver.units import (
    SEASON_NAMES,
    YEARS,
    as_sure_as,
    days_value,
    length_text,
    plus_days,
    plus_months,
    season_value,
    unit_length,
    unit_of,
    unit_value,
)
from ciie_timeline.values import Interval, PartialDate, Precision

if TYPE_CHECKING:
    from ciie_timeline.forms import Resolve
    from ciie_timeline.values import TimeValue

_CENTURY: Final = 100
#: Ages before the common era go no further back than four digits.
_OLDEST: Final = 9999
_WEEK: Final = 7
_FEBRUARY, _WINTER = 2, 4
_SIZES: Final = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6}
_COUNTS: Final = {Precision.MONTH: 12, Precision.QUARTER: 4, Precision.HALF: 2}


def numbered(
    given: Nth | Season | Decade, context: Context, cues: Cues, resolve: Resolve
) -> Resolution:
    """The third quarter, the 21st century, spring, the nineties."""
    match given:
        case Decade():
            return _decade(given, context)
        case Season():
            return _season(given, context, cues, resolve)
        case Nth():
            return _nth(given, context, cues, resolve)


def _decade(given: Decade, context: Context) -> Resolution:
    start = given.start
    if given.short:
        base = context.published.year if context.published else 2000
        start += base // _CENTURY * _CENTURY
        start -= _CENTURY if start > base >= _CENTURY else 0
    first, last = date(max(start, 1), 1, 1), date(start + 9, 12, 31)
    return Resolution(
        Kind.DATE,
        unit_value(first, last, Precision.DECADE),
        Precision.DECADE,
        steps=(Step("decade", (("start", start),)),),
        timex=f"{start // 10:03d}",
    )


def _year_of(
    of: Expression | None, context: Context, cues: Cues, resolve: Resolve
) -> tuple[int | None, bool]:
    """The year that a phrase is in, and whether it was said."""
    if of is not None:
        found = resolve(of, context, cues)
        first = found.earliest
        return (first.year if isinstance(first, date) else None), True
    return (context.published.year if context.published else None), False


def _season(given: Season, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    year, said = _year_of(given.of, context, cues, resolve)
    name = SEASON_NAMES[given.season - 1]
    if year is None:
        return unresolved(f"XXXX-{name}")
    if not said and context.today is not None:
        year = _nearest_season(given.season, context.today, cues)
    step = Step("season.given" if said else "season.nearest", (("year", year),))
    return Resolution(
        Kind.DATE,
        season_value(year, given.season),
        Precision.SEASON,
        steps=(step,),
        timex=f"{year:04d}-{name}",
    )


def _nearest_season(season: int, today: date, cues: Cues) -> int:
    """The year of a season that nobody dated: this year's, where the tense does not forbid it."""
    year, month = today.year, today.month
    if season == _WINTER and month <= _FEBRUARY:
        return year - (cues.tense != "future")
    begin = season * 3
    if cues.tense == "past" and begin > month:
        year -= 1
    elif cues.tense == "future" and begin + 2 < month:
        year += 1
    return max(year, 1)


def _nth(given: Nth, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    if given.unit in (Precision.CENTURY, Precision.MILLENNIUM):
        return _age(given)
    if given.of is None and given.unit in (Precision.QUARTER, Precision.HALF):
        return _quarter_alone(given, context, cues)
    of = given.of if given.of is not None else _around(given)
    whole = resolve(of, context, cues)
    first, last = whole.earliest, whole.latest
    if not isinstance(first, date) or not isinstance(last, date):
        return unresolved("XXXX")
    found = _inside(given, first, last)
    if found is None:
        return unresolved("XXXX")
    step = Step(
        "numbered.unit",
        (("number", given.number), ("unit", given.unit.value), ("of", whole.when)),
    )
    return _found(given, *found, (*whole.steps, step), whole.when)


def _around(given: Nth) -> Expression:
    """What a numbered unit is counted in when nobody says: the year, for days the month."""
    inner = given.unit is Precision.DAY and given.weekday is not None
    return This(Precision.MONTH if inner else Precision.YEAR)


def _found(
    given: Nth, first: date, last: date, steps: tuple[Step, ...], whole: TimeValue | None = None
) -> Resolution:
    """The unit that was found, or the row of them."""
    if given.count == 1 and given.unit is Precision.DAY:
        found = day_found(first, steps[-1])
    elif given.count == 1:
        found = unit_found(first, last, given.unit, steps[-1])
    else:
        return Resolution(
            Kind.RANGE,
            days_value(first, last),
            given.unit,
            steps=steps,
            timex=length_text(unit_length(given.unit, given.count)),
            timex_type="DURATION",
        )
    when = None if found.when is None else as_sure_as(found.when, whole)
    return Resolution(found.kind, when, found.precision, steps=steps, timex=found.timex)


def _age(given: Nth) -> Resolution:
    """The 21st century is 2000 to 2099, as it is spoken of."""
    years = YEARS[given.unit]
    if given.number < 0:
        return _age_before_christ(given, years)
    start = (given.number - 1) * years
    if not 0 <= start <= MAXYEAR - years + 1:
        return unresolved("XXXX")
    first, last = date(start or 1, 1, 1), date(start + years - 1, 12, 31)
    name = given.unit.value
    return Resolution(
        Kind.DATE,
        unit_value(first, last, given.unit),
        given.unit,
        steps=(Step(name, (("number", given.number),)),),
        timex=f"{given.number - 1:02d}" if years == _CENTURY else f"{given.number - 1}",
    )


def _age_before_christ(given: Nth, years: int) -> Resolution:
    """The third century BC is 300 to 201 BC, as it is spoken of."""
    first = 1 + given.number * years
    if first < -_OLDEST:
        return unresolved("XXXX")
    name = given.unit.value
    return Resolution(
        Kind.DATE,
        Interval(PartialDate(first), PartialDate(first + years - 1)),
        given.unit,
        steps=(Step(name, (("number", given.number),)),),
        timex=f"BC{-given.number - 1:02d}",
    )


def _quarter_alone(given: Nth, context: Context, cues: Cues) -> Resolution:
    """A quarter or a half without a year: of this year, or of the last when not reached yet."""
    today = context.today
    if today is None or not 1 <= given.number <= _COUNTS[given.unit]:
        return unresolved("XXXX")
    year, size = today.year, _SIZES[given.unit]
    ahead = given.number - (today.month + size - 1) // size
    if given.unit is Precision.HALF:
        ahead += 1  # a half is told of when it is over, or before it begins
    if not cues.alone and (
        (ahead > 1 and cues.tense != "future") or (ahead == 1 and cues.tense == "past")
    ):
        year -= 1
    year = max(year, 1)
    found = _inside(given, date(year, 1, 1), date(year, 12, 31))
    if found is None:
        return unresolved("XXXX")
    step = Step(
        "quarter.nearest",
        (("number", given.number), ("count", given.count), ("year", year)),
    )
    return _found(given, *found, (step,))


def _inside(given: Nth, first: date, last: date) -> tuple[date, date] | None:
    """The days of the Nth unit between two days; negative numbers count from the end."""
    unit, number, count = given.unit, given.number, given.count
    if given.weekday is not None:
        return _weekdays(given.weekday, number, first, last)
    if unit in _SIZES:
        return _months(unit, number, count, first, last)
    if unit is Precision.WEEK and first == last:
        return unit_of(first, unit)
    if unit is Precision.WEEK or unit is Precision.WEEKEND:
        return _weeks(unit, number, count, first, last)
    if unit in YEARS:
        return _years(YEARS[unit], number, count, first, last)
    if unit is not Precision.DAY or number == 0:
        return None
    span = (last - first).days + 1
    place = number - 1 if number > 0 else span + number
    if not 0 <= place < span:
        return None
    found = first + timedelta(days=place)
    if number < 0:
        return max(plus_days(found, 1 - count) or first, first), found
    return found, min(plus_days(found, count - 1) or last, last)


def _years(size: int, number: int, count: int, first: date, last: date) -> tuple[date, date] | None:
    """Years, decades and more by number; a row of them stays inside."""
    begin = first.year + (number - 1) * size
    if number < 0:
        begin = last.year + 1 + (number - count + 1) * size
    end = begin + size * count - 1
    if count > 1 and begin <= last.year and end >= first.year:
        begin, end = max(begin, first.year), min(end, last.year)
    return (date(begin, 1, 1), date(end, 12, 31)) if begin >= 1 and end <= MAXYEAR else None


def _months(
    unit: Precision, number: int, count: int, first: date, last: date
) -> tuple[date, date] | None:
    size = _SIZES[unit]
    total = ((last.year - first.year) * 12 + last.month - first.month + 1) // size
    place = number - 1 if number > 0 else total + number - count + 1
    if not 0 <= place < max(total, 1):
        return None
    begin = plus_months(date(first.year, first.month, 1), place * size)
    after = plus_months(date(first.year, first.month, 1), (place + count) * size)
    if begin is None or after is None:
        return None
    return begin, after - timedelta(days=1)


def _weeks(
    unit: Precision, number: int, count: int, first: date, last: date
) -> tuple[date, date] | None:
    """Weeks of a month or year: ISO weeks by their Thursday, weekends by their Saturday."""
    middle = 6 if unit is Precision.WEEKEND else 4
    days = _weekdays(middle, number, first, last)
    ends = None if days is None else unit_of(days[0], unit)
    if ends is None:
        return None
    if count == 1:
        return ends
    shift = _WEEK * (count - 1)
    begin, end = ends
    moved = plus_days(begin, -shift) if number < 0 else plus_days(end, shift)
    if moved is None:
        return None
    return (moved, end) if number < 0 else (begin, moved)


def _weekdays(weekday: int, number: int, first: date, last: date) -> tuple[date, date] | None:
    if number > 0:
        day = plus_days(first, (weekday - first.isoweekday()) % _WEEK + _WEEK * (number - 1))
    elif number < 0:
        day = plus_days(last, -((last.isoweekday() - weekday) % _WEEK) + _WEEK * (number + 1))
    else:
        return None
    return (day, day) if day is not None and first <= day <= last else None
