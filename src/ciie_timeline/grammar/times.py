"""Constructors of times: dates, clock times, lengths, relative units, spans, sets.

Each takes the slots of a rule by name and gives an expression, or None when the words make none
("30 February").
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import attrs

from ciie_timeline.forms import (
    After,
    At,
    Before,
    Between,
    Beyond,
    Calendar,
    Clock,
    Decade,
    Elapsed,
    Every,
    Expression,
    Holiday,
    Last,
    Modified,
    Next,
    Nth,
    Part,
    Period,
    Portion,
    Reference,
    Relation,
    Season,
    Since,
    Then,
    This,
    Until,
    Window,
)
from ciie_timeline.values import Duration, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NOON, _HOURS, _MINUTES = 12, 24, 60
_BEFORE_NOON: Final = frozenset({"am", "morning"})
_SEASONS: Final = (1, 2, 3, 3, 4)
_CENTURY: Final = 100
#: Ranges of years written with figures go no further.
_LAST_YEAR: Final = 2200
_RELATIONS: Final = {"last": Last, "this": This, "next": Next}
_SHIFTS: Final = {"last": -1, "this": 0, "next": 1}
_PRECISIONS: Final = {each.value: each for each in Precision}
#: For each unit the field of a duration, and how many of it make one unit.
_FIELDS: Final = {
    "second": ("seconds", 1),
    "minute": ("minutes", 1),
    "hour": ("hours", 1),
    "day": ("days", 1),
    "night": ("days", 1),
    "week": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "month": ("months", 1),
    "season": ("months", 3),
    "quarter": ("quarters", 1),
    "half": ("months", 6),
    "year": ("years", 1),
    "decade": ("years", 10),
    "century": ("centuries", 1),
    "millennium": ("millennia", 1),
}
_UNITS: Final = {
    "seconds": Precision.SECOND,
    "minutes": Precision.MINUTE,
    "hours": Precision.HOUR,
    "days": Precision.DAY,
    "weeks": Precision.WEEK,
    "months": Precision.MONTH,
    "quarters": Precision.QUARTER,
    "years": Precision.YEAR,
    "decades": Precision.DECADE,
    "centuries": Precision.CENTURY,
    "millennia": Precision.MILLENNIUM,
}
#: Units that the first so many of are those of a year.
_IN_YEAR: Final = frozenset(
    {Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.HALF}
)
_SMALLER: Final = {
    "minutes": ("seconds", 60),
    "hours": ("minutes", 60),
    "days": ("hours", 24),
    "weeks": ("days", 7),
    "years": ("months", 12),
    "decades": ("years", 10),
    "centuries": ("years", 100),
    "millennia": ("years", 1000),
}


def nothing(**slots: Any) -> None:
    """A phrase that looks like a time and is none."""
    del slots


# --------------------------------------------------------------------------- calendar


def calendar(
    *,
    year: int | None = None,
    short_year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
) -> Expression | None:
    """Calendar fields as given; None for a day that no such month has."""
    if month is not None and day is not None and not 1 <= day <= _longest(month, year):
        return None
    if year is None and short_year is not None:
        return Calendar(short_year, month, day, weekday, short_year=True)
    return Calendar(year, month, day, weekday)


def _longest(month: int, year: int | None) -> int:
    if month == 2 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _LONGEST[month - 1]


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


def days_in(*, first: int, last: int, of: Expression) -> Expression | None:
    """Two days of a month that is itself a phrase ("4 to 23 next month")."""
    if first >= last:
        return None
    return Between(Nth(first, Precision.DAY, of), Nth(last, Precision.DAY, of))


def week_of(*, of: Expression) -> Expression:
    """The week that holds a day ("the week of March 6")."""
    return Nth(1, Precision.WEEK, of)


def years(*, first: int, last: int) -> Expression | None:
    """Two years ("1957-58", "2018-2023"), or a year and a month ("2014-10")."""
    month = last if 1 <= last <= _NOON else None
    if last < _CENTURY:
        last += first - first % _CENTURY
    if first < last < _LAST_YEAR:
        return Between(Calendar(first), Calendar(last))
    return None if month is None else Calendar(first, month)


def numeric(
    *, first: int, second: int, year: int | None = None, short_year: int | None = None,
    weekday: int | None = None,
) -> Expression | None:
    """A date in numbers, the month first where it can be."""
    month, day = (first, second) if first <= _NOON else (second, first)
    if month > _NOON:
        return None
    return calendar(
        year=year, short_year=short_year, month=month, day=day, weekday=weekday
    )


def day_first(
    *, first: int, second: int, year: int | None = None, short_year: int | None = None,
    weekday: int | None = None,
) -> Expression | None:
    """A date in numbers, the day first where it can be."""
    month, day = (second, first) if second <= _NOON else (first, second)
    if month > _NOON:
        return None
    return calendar(
        year=year, short_year=short_year, month=month, day=day, weekday=weekday
    )


def holiday(
    *,
    rule: str,
    relation: str | None = None,
    year: int | None = None,
    short_year: int | None = None,
    of: Expression | None = None,
) -> Expression:
    """A day with a name, in a year when one is given."""
    if year is not None or short_year is not None:
        of = calendar(year=year, short_year=short_year)
    return Holiday(rule, None if relation is None else Relation(relation), of)


# --------------------------------------------------------------------------- clock


def clock(
    *,
    hour: int | tuple[int, str],
    minute: int | tuple[int, str] | None = None,
    second: int | None = None,
    half: str | None = None,
    zone: str | None = None,
) -> Expression | None:
    """A clock time; None for an hour or a minute that no clock shows."""
    if isinstance(hour, tuple):
        hour, half = hour
    if isinstance(minute, tuple):
        minute, half = minute
    if minute is not None and minute >= _MINUTES:
        return None
    if half is not None and hour <= _NOON:
        if hour == 0:
            return None
        hour = hour % _NOON + (0 if half in _BEFORE_NOON else _NOON)
    if hour > _HOURS or (hour == _HOURS and minute):
        return None
    return At(clock=Clock(hour, minute, second, None, zone))


def clock_figures(*, figures: int, half: str, zone: str | None = None) -> Expression | None:
    """A clock time in figures without a point ("1140 a.m.")."""
    return clock(hour=figures // 100, minute=figures % 100, half=half, zone=zone)


def clock_h(*, time: tuple[int, int | None], zone: str | None = None) -> Expression | None:
    """A clock time with an h between ("15h30")."""
    return clock(hour=time[0], minute=time[1], zone=zone)


def iso(
    *, year: int, month: int, day_hour: tuple[int, int], minute: int, second: int | None = None
) -> Expression | None:
    """A date and time as ISO 8601 writes them."""
    whole = calendar(year=year, month=month, day=day_hour[0])
    time = clock(hour=day_hour[1], minute=minute, second=second)
    return at(day=whole, time=time) if whole is not None and time is not None else None


def past_hour(*, hour: int | tuple[int, str], minute: int | str, half: str | None = None) -> Expression | None:
    """Minutes after an hour ("half past five")."""
    return clock(hour=hour, minute=int(minute), half=half)


def to_hour(
    *, hour: int | tuple[int, str], minute: int | str, half: str | None = None
) -> Expression | None:
    """Minutes before an hour ("quarter to five")."""
    if isinstance(hour, tuple):
        hour, half = hour
    return clock(hour=hour - 1 if hour > 1 else _NOON, minute=_MINUTES - int(minute), half=half)


def day_part(*, part: str, relation: str | None = None, shift: int | None = None) -> Expression:
    """A part of the day before, of this day or the next ("this morning", "last night")."""
    if relation == "text":
        return At(Then(Precision.DAY, 1), None, part)
    if shift is None:
        shift = _SHIFTS[relation] if relation is not None else 0
    return At(None if relation is None and not shift else day(shift=shift), None, part)


def at(
    *,
    day: Expression,
    time: Expression | None = None,
    part: str | None = None,
    of: Expression | None = None,
) -> Expression | None:
    """A clock time or a part of the day on a day, in a year when one is given."""
    if of is not None:
        dated = inside(inner=day, of=of)
        return None if dated is None else at(day=dated, time=time, part=part)
    if isinstance(time, At):
        if part is not None and time.clock is not None:
            time = attrs.evolve(time, clock=_in_part(time.clock, part))
        return attrs.evolve(time, day=day) if time.day is None else None
    return At(day, None, part) if time is None else None


def clock_part(*, time: Expression, part: str) -> Expression | None:
    """A clock time in a part of the day ("8 in the evening")."""
    if not isinstance(time, At) or time.clock is None:
        return None
    return attrs.evolve(time, clock=_in_part(time.clock, part))


def at_hour(*, day: Expression, hour: int) -> Expression | None:
    """An hour on a day or in a part of one ("tomorrow at 5")."""
    time = clock(hour=hour)
    if isinstance(day, At):
        return time and clock_in(time=time, day=day)
    return time and at(day=day, time=time)


def after_clock(*, day: Expression, time: Expression) -> Expression | None:
    """From a clock time on, on a day ("Thursday after 5 p.m.")."""
    at_that = at(day=day, time=time)
    return at_that and Beyond(at_that, inclusive=True)


def before_clock(*, day: Expression, time: Expression) -> Expression | None:
    """Up to a clock time on a day ("Thursday before 5 p.m.")."""
    at_that = at(day=day, time=time)
    return at_that and Until(at_that, inclusive=False)


def clock_in(*, time: Expression, day: Expression | None = None) -> Expression | None:
    """A clock time in a part of a day that is a phrase of its own ("8 o'clock this morning")."""
    if day is None or not isinstance(time, At) or not isinstance(day, At) or time.clock is None:
        return None
    return At(day.day, _in_part(time.clock, day.part or ""))


def _in_part(time: Clock, part: str) -> Clock:
    late = part in ("afternoon", "evening", "night") and time.hour < _NOON
    return attrs.evolve(time, hour=time.hour + _NOON) if late and time.hour > 0 else time


def at_hours(*, day: Expression, hours: Expression) -> Expression | None:
    """Two clock times on a day ("Thursday 9-11 a.m.")."""
    if not isinstance(hours, Between):
        return None
    return day_hours(day=day, start=hours.start, end=hours.end)


def day_hours(*, day: Expression, start: Expression, end: Expression) -> Expression | None:
    """From a clock time to another on a day ("tomorrow from 2 to 3 p.m.")."""
    if not isinstance(start, At) or not isinstance(end, At):
        return None
    if isinstance(day, At):
        if day.day is None:
            return None
        day = day.day
    return Between(attrs.evolve(start, day=day), attrs.evolve(end, day=day))


# --------------------------------------------------------------------------- lengths


@lru_cache(maxsize=4096)
def length(number: int | str | Decimal, unit: str) -> Duration:
    """A duration of so many units; a vague number stays vague."""
    name, scale = _FIELDS[unit]
    count = None if isinstance(number, str) else number * scale
    if isinstance(count, Decimal):
        return _fraction(count, name)
    return Duration(**{name: count})


def _fraction(count: Decimal, name: str) -> Duration:
    """A fraction of a unit as whole smaller units where there are any."""
    whole, rest = int(count), count % 1
    smaller, scale = _SMALLER.get(name, ("", 0))
    if rest and rest * scale % 1 == 0 and smaller:
        return Duration(**{name: whole, smaller: int(rest * scale)})
    return Duration(**{name: count if rest else whole})


def period(  # noqa: PLR0913  # the ways to say a fraction
    *,
    unit: str,
    number: int | str = 1,
    half: bool = False,
    over: int | None = None,
    under: int | None = None,
    decimals: int | None = None,
) -> Expression | None:
    """A length without a place in time ("six days", "2 1/2 years")."""
    if unit not in _FIELDS:
        return None
    count: int | str | Decimal = number
    if isinstance(number, int):
        if half:
            count = number + Decimal("0.5")
        elif over is not None and under:
            count = number + Decimal(over) / Decimal(under)
        elif decimals is not None:
            count = Decimal(f"{number}.{decimals}")
    return Period(length(count, unit))


def joined(*, first: Expression, second: Expression) -> Expression | None:
    """Two lengths as one ("2 years and 3 months")."""
    if not isinstance(first, Period) or not isinstance(second, Period):
        return None
    old, new = (attrs.asdict(each.length) for each in (first, second))
    order = list(_UNITS)[::-1]
    last, then = ([name for name in order if each[name] != 0] for each in (old, new))
    if not last or not then or order.index(last[-1]) >= order.index(then[0]):
        return None
    return Period(Duration(**{name: old[name] if old[name] != 0 else new[name] for name in old}))


def modified(*, modifier: str, of: Expression) -> Expression:
    """Something not exactly so ("nearly two years")."""
    return Modified(modifier, of)


def _counted(of: Expression) -> tuple[int | None, Precision] | None:
    """The number and the unit of a length of one unit."""
    if isinstance(of, Modified):
        of = of.of
    if not isinstance(of, Period):
        return None
    found = [(name, getattr(of.length, name)) for name in _UNITS]
    parts = [(count, _UNITS[name]) for name, count in found if count != 0]
    if len(parts) != 1:
        return None
    count, unit = parts[0]
    return (count if isinstance(count, int) else None), unit


# --------------------------------------------------------------------------- relative


def relative(*, relation: str, unit: str, index: int | None = None) -> Expression:
    """A unit before, around or after the reference ("last week", "next March")."""
    precision = _PRECISIONS.get(unit, Precision.WEEK)
    if relation == "coming":
        return Next(precision, index, coming=True)
    return _RELATIONS[relation](precision, index)


def the_unit(*, unit: str) -> Expression | None:
    """The unit that holds the reference, as the text speaks of it; "the day" is any day."""
    return None if unit == "day" else relative(relation="this", unit=unit)


def day(*, shift: int) -> Expression:
    """Yesterday, today, tomorrow, the days beside them."""
    if abs(shift) > 1:
        return (
            Before(length(1, "day"), day(shift=-1))
            if shift < 0
            else After(length(1, "day"), day(shift=1))
        )
    return _RELATIONS[("last", "this", "next")[shift + 1]](Precision.DAY)


def then(  # noqa: PLR0913  # what can single out a time named before
    *,
    unit: str | None = None,
    shift: int = 0,
    relation: str | None = None,
    index: int | None = None,
    of: Expression | None = None,
    year: int | None = None,
) -> Expression:
    """A time that the text spoke of before ("the quarter", "the following year")."""
    if relation is not None:
        shift = _SHIFTS[relation]
    if year is not None:
        of = Calendar(year)
    return Then(None if unit is None else _PRECISIONS[unit], shift, index, of)


def window(
    *,
    relation: str,
    of: Expression | None = None,
    unit: str | None = None,
    number: int | None = None,
    within: bool = False,
) -> Expression | None:
    """A number of units that ends or begins at the reference; vague with a bare unit."""
    if of is None and unit == "fortnight" and number is not None:
        unit, number = "week", 2 * number
    if of is None:
        return Window(Relation(relation), number, _PRECISIONS[unit or "year"], within=within)
    counted = _counted(of)
    return counted and Window(Relation(relation), *counted, within=within)


def ago(*, of: Expression) -> Expression | None:
    """A length before the reference ("two weeks ago")."""
    return Before(of.length) if isinstance(of, Period) else None


def ahead(*, of: Expression) -> Expression | None:
    """A length after the reference ("in two weeks")."""
    return After(of.length) if isinstance(of, Period) else None


def before(*, of: Expression, anchor: Expression) -> Expression | None:
    """A length before another time ("two days before Christmas")."""
    return Before(of.length, anchor) if isinstance(of, Period) else None


def after(*, of: Expression, anchor: Expression) -> Expression | None:
    """A length after another time ("a week after May 5")."""
    return After(of.length, anchor) if isinstance(of, Period) else None


def earlier(*, of: Expression, grain: str | None = None) -> Expression | None:
    """A length before the time that the text spoke of ("a year earlier")."""
    anchor = Then(None if grain is None else _PRECISIONS[grain])
    return Before(of.length, anchor) if isinstance(of, Period) else None


def later(*, of: Expression) -> Expression | None:
    """A length after the time that the text spoke of ("a year later")."""
    return After(of.length, Then()) if isinstance(of, Period) else None


def year_earlier(*, unit: str | None = None, number: int | None = None) -> Expression:
    """The same time a year before ("the year-earlier quarter")."""
    anchor: Expression = Then(None if unit is None else _PRECISIONS[unit])
    if number is not None:
        anchor = Nth(number, Precision.QUARTER)
    return Before(length(1, "year"), anchor)


def elapsed(*, of: Expression) -> Expression | None:
    """The time from an anchor in the text to the reference ("six years on")."""
    return Elapsed(of.length) if isinstance(of, Period) else None


def lasting(*, of: Expression, start: Expression) -> Expression | None:
    """A length that begins at a time ("3 days from today")."""
    if not isinstance(of, Period):
        return None
    end = After(of.length, start)
    clocked = isinstance(start, At) and start.clock is not None
    return Between(start, end if clocked else Before(length(1, "day"), end))


def weekdays_on(*, number: int, weekday: int) -> Expression | None:
    """The Nth such day from now ("three Fridays from now")."""
    first = Next(Precision.DAY, weekday, coming=True)
    return After(length(number - 1, "week"), first) if number > 1 else first


# --------------------------------------------------------------------------- spans


def between(*, start: Expression, end: Expression) -> Expression:
    """From one time to another; fields that one of them leaves out are taken from the other."""
    if isinstance(start, Calendar) and isinstance(end, Calendar):
        start, end = _before(_lent(start, end), start, end), _lent(end, start)
    elif isinstance(start, At) and isinstance(end, At):
        start, end = _clocks(start, end)
    return Between(start, end)


def _before(lent: Calendar, start: Calendar, end: Calendar) -> Calendar:
    """A start whose year was lent, a year earlier when it would lie after the end."""
    if start.year is None and end.year is not None and start.month and end.month:
        late = (start.month, start.day or 0) > (end.month, end.day or 31)
        return attrs.evolve(lent, year=end.year - 1) if late else lent
    return lent


def _lent(to: Calendar, by: Calendar) -> Calendar:
    """Calendar fields completed from a neighbour, from the year down to what is given."""
    year = to.year if to.year is not None else by.year
    month = to.month
    if month is None and to.day is not None:
        month = by.month
    short = to.short_year if to.year is not None else by.short_year
    return attrs.evolve(to, year=year, month=month, short_year=short)


def _clocks(start: At, end: At) -> tuple[At, At]:
    """Two clock times on the one day that either of them names."""
    whole = start.day if start.day is not None else end.day
    return attrs.evolve(start, day=whole), attrs.evolve(end, day=end.day or whole)


def hours(
    *,
    first: int,
    last: int | tuple[int, str],
    first_minute: int | None = None,
    minute: int | tuple[int, str] | None = None,
    half: str | None = None,
) -> Expression | None:
    """Two clock times of which the second says whether it is before noon ("5 to 6 p.m.")."""
    end = clock(hour=last, minute=minute, half=half)
    if not isinstance(end, At) or end.clock is None:
        return None
    late = end.clock.hour >= _NOON
    start = clock(hour=first, minute=first_minute, half="pm" if late else "am")
    if isinstance(start, At) and start.clock is not None and start.clock.hour > end.clock.hour:
        start = clock(hour=first, minute=first_minute, half="am")
    return None if start is None else Between(start, end)


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


# --------------------------------------------------------------------------- units


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
) -> Expression | None:
    """A numbered unit inside a larger one ("the third quarter of 2023", "first three quarters")."""
    if month is not None or year is not None or short_year is not None:
        of = calendar(year=year, short_year=short_year, month=month)
    if unit not in _PRECISIONS:
        return None
    return Nth(number, _PRECISIONS[unit], of, weekday, count if isinstance(count, int) else 1)


def from_end(
    *, number: int, unit: str = "day", weekday: int | None = None
) -> Expression | None:
    """A unit counted from the end ("the third last week")."""
    return nth(number=-number, unit=unit, weekday=weekday)


def first_units(*, count: Expression) -> Expression | None:
    """The first so many units of something ("the first nine months")."""
    counted = _counted(count)
    if counted is None or counted[0] is None or counted[1] not in _IN_YEAR:
        return count
    return Nth(1, counted[1], count=counted[0])


def inside(*, inner: Expression, of: Expression) -> Expression | None:
    """Something of a year, month or week that is itself a phrase ("Monday of next week")."""
    match inner:
        case Nth(of=None) | Season(of=None):
            return attrs.evolve(inner, of=of)
        case Calendar(year=None, month=None, weekday=int() as weekday, day=None):
            return Nth(1, Precision.DAY, of, weekday)
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
        return attrs.evolve(inner, year=of.year, short_year=of.short_year)
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
    return Season(_SEASONS[season - 1], of)


def decade(*, start: int) -> Expression:
    """Ten years by their first year ("the 1990s", "the 90s")."""
    return Decade(start, short=start < _CENTURY)


# --------------------------------------------------------------------------- sets, references


def every(
    *,
    rhythm: str | None = None,
    unit: str | None = None,
    number: int = 1,
    times: int = 1,
    length: Expression | None = None,
) -> Expression | None:
    """A repetition ("annual", "every two years", "twice a year")."""
    if rhythm is not None:
        return Every(Duration.parse(rhythm), times)
    if isinstance(length, Period):
        return Every(length.length, times)
    return Every(_length(number, unit), times) if unit in _FIELDS else None


_length: Callable[[int, str], Duration] = length


def every_one(
    *,
    month: int | None = None,
    weekday: int | None = None,
    season: int | None = None,
    part: str | None = None,
    day: int | None = None,
    number: int = 1,
    rule: str | None = None,
    time: Expression | None = None,
) -> Expression | None:
    """Every return of a month, weekday, season or part of the day ("each July", "Mondays")."""
    if rule is not None:
        return Every(_length(number, "year"), of=Holiday(rule))
    if season is not None:
        return Every(_length(number, "year"), of=Season(_SEASONS[season - 1]))
    if month is not None:
        return Every(_length(number, "year"), of=Calendar(month=month, day=day))
    if weekday is None:
        clocked = time.clock if isinstance(time, At) else None
        return Every(_length(number, "day"), of=At(None, clocked, part))
    whole = Calendar(weekday=weekday)
    if isinstance(time, At):
        return Every(_length(number, "week"), of=attrs.evolve(time, day=whole))
    return Every(_length(number, "week"), of=whole if part is None else At(whole, None, part))


def reference(*, when: str) -> Expression:
    """A vague pointer to the present, the past or the future."""
    return Reference(when)  # type: ignore[arg-type]  # the rules hold one of the three words
