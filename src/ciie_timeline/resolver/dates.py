"""Calendar dates, relative units and numbered units."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ciie_timeline.forms import (
    Calendar,
    Context,
    Cues,
    Decade,
    Expression,
    Kind,
    Last,
    Next,
    Nth,
    Resolution,
    Season,
    Step,
    This,
)
from ciie_timeline.resolver.units import (
    SEASON_NAMES,
    day_value,
    days_value,
    plus_days,
    season_value,
    unit_of,
    unit_timex,
    unit_value,
)
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

    Resolve = Callable[[Expression, Context, Cues], Resolution]

_SHIFT = {Last: -1, This: 0, Next: 1}
_WEEK = 7
_HALF_YEAR = 183
_CENTURY = 100
_PIVOT = 50
NO_DAY = Step("unresolved.no-publication-day")


def unresolved(timex: str, kind: Kind = Kind.DATE) -> Resolution:
    """What a relative phrase is without a publication day."""
    return Resolution(kind, None, steps=(NO_DAY,), timex=timex)


# --------------------------------------------------------------------------- calendar fields


def calendar(given: Calendar, context: Context, cues: Cues) -> Resolution:
    """A date by its fields; what was left out is filled in from the publication day."""
    if given.year is not None:
        year = _full_year(given.year, context) if given.short_year else given.year
        steps = (Step("calendar.given"),) if not given.short_year else (
            Step("calendar.short-year", (("year", year),)),
        )
        return _on(given, year, steps)
    if given.month is not None:
        return _yearless(given, context, cues)
    if given.day is not None:
        return _dayless_month(given, context, cues)
    if given.weekday is not None:
        return _weekday(given.weekday, context, cues)
    return _clock_alone(given, context)


def _full_year(short: int, context: Context) -> int:
    """Two digits as the year nearest to publication."""
    base = context.published.year if context.published else 2000
    return min(
        (century * _CENTURY + short for century in range(base // _CENTURY - 1, base // _CENTURY + 2)),
        key=lambda year: (abs(year - base), year),
    )


def _on(given: Calendar, year: int, steps: tuple[Step, ...]) -> Resolution:
    if given.day is not None and given.month is not None and not _is_day(year, given.month, given.day):
        step = Step("calendar.no-such-day", (("year", year),))
        return Resolution(Kind.DATE, None, steps=(*steps, step), timex=f"{year:04d}")
    when = PartialDate(year, given.month, given.day)
    precision = (
        Precision.DAY
        if given.day is not None
        else Precision.MONTH
        if given.month is not None
        else Precision.YEAR
    )
    return Resolution(Kind.DATE, when, precision, steps=steps, timex=when.to_edtf())


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _yearless(given: Calendar, context: Context, cues: Cues) -> Resolution:
    today = context.today
    if today is None:
        month, day = given.month or 1, given.day
        return unresolved(f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}"))
    years = [
        year
        for year in range(max(today.year - 4, 1), today.year + 5)
        if given.day is None or _is_day(year, given.month or 1, given.day)
    ]
    found = min(years, key=lambda year: _distance(given, year, today, cues))
    rule = "calendar.nearest-year" if cues.tense is None else f"calendar.{cues.tense}-year"
    return _on(given, found, (Step(rule, (("year", found), ("day", today))),))


def _distance(given: Calendar, year: int, today: date, cues: Cues) -> tuple[int, int, int]:
    """How far a candidate year is, what disagrees with the tense last; a weekday overrules it."""
    first = date(year, given.month or 1, given.day or 1)
    if given.day is None:
        apart = (first.year - today.year) * 12 + first.month - today.month
    else:
        apart = (first - today).days
    wrong = (cues.tense == "past" and apart > 0) or (cues.tense == "future" and apart < 0)
    if given.weekday == first.isoweekday() and given.day is not None and abs(apart) <= _HALF_YEAR:
        wrong = False
    return int(wrong), abs(apart), apart


def _dayless_month(given: Calendar, context: Context, cues: Cues) -> Resolution:
    """A day of the month alone ("the 15th"): the nearest that agrees with the tense."""
    today = context.today
    if today is None:
        return unresolved(f"XXXX-XX-{given.day:02d}")
    months = [today.year * 12 + today.month - 1 + shift for shift in (-2, -1, 0, 1, 2)]
    days = [
        date(month // 12, month % 12 + 1, given.day or 1)
        for month in months
        if 1 <= month // 12 <= 9999 and _is_day(month // 12, month % 12 + 1, given.day or 1)
    ]
    ahead = cues.tense == "future" or (cues.alone and cues.tense is None)
    fitting = [d for d in days if (d >= today if ahead else d <= today if cues.tense else True)]
    found = min(fitting or days, key=lambda d: abs((d - today).days))
    return _day(found, Step("calendar.nearest-month", (("day", today),)))


def _weekday(weekday: int, context: Context, cues: Cues) -> Resolution:
    """A weekday alone: the latest one in running text, the next one in a plan."""
    today = context.today
    if today is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    policy = context.policy.weekday
    if cues.tense == "future" or cues.alone:
        policy = "next"
    back = (today.isoweekday() - weekday) % _WEEK
    ahead = (weekday - today.isoweekday()) % _WEEK
    if policy == "nearest":
        shift = -back if back <= ahead else ahead
    else:
        shift = ahead if policy == "next" else -back
    found = plus_days(today, shift)
    if found is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    return _day(found, Step(f"weekday.{policy}", (("day", today),)))


def _day(found: date, step: Step) -> Resolution:
    return Resolution(
        Kind.DATE, day_value(found), Precision.DAY, steps=(step,), timex=found.isoformat()
    )


def _clock_alone(given: Calendar, context: Context) -> Resolution:
    """A clock time without a day."""
    clock = given.clock
    timex = "TXX" if clock is None else f"T{clock.hour:02d}:{clock.minute or 0:02d}"
    if context.today is None or clock is None:
        return Resolution(Kind.TIME, None, steps=(NO_DAY,), timex=timex, timex_type="TIME")
    return Resolution(
        Kind.TIME, None, Precision.MINUTE, steps=(Step("clock"),), timex=timex, timex_type="TIME"
    )


# --------------------------------------------------------------------------- relative units


def relative(given: This | Last | Next, context: Context) -> Resolution:
    """The unit before, around or after the publication day."""
    today = context.today
    if today is None:
        return unresolved("XXXX")
    shift = _SHIFT[type(given)]
    if given.index is None:
        return _unit(given.unit, shift, today)
    match given.unit:
        case Precision.MONTH:
            return _named_month(given.index, shift, today)
        case Precision.SEASON:
            return _named_season(given.index, shift, today)
        case _:
            return _named_weekday(given.index, shift, today)


def _unit(unit: Precision, shift: int, today: date) -> Resolution:
    ends = unit_of(today, unit, shift)
    if ends is None:
        return unresolved("XXXX")
    relation = ("last", "this", "next")[shift + 1]
    step = Step(f"unit.{relation}", (("unit", unit.value), ("day", today)))
    return Resolution(
        Kind.DATE, unit_value(*ends, unit), unit, steps=(step,), timex=unit_timex(ends[0], unit)
    )


def _named_month(month: int, shift: int, today: date) -> Resolution:
    """ "Last April" is the latest past one, "next April" that of the next calendar year."""
    year = today.year
    if shift < 0:
        year -= month >= today.month
    elif shift > 0:
        year += 1
    when = PartialDate(year, month)
    step = Step("month.relative", (("year", year), ("day", today)))
    return Resolution(Kind.DATE, when, Precision.MONTH, steps=(step,), timex=when.to_edtf())


def _named_season(index: int, shift: int, today: date) -> Resolution:
    season = (1, 2, 3, 3, 4)[index - 1]
    year = today.year
    if shift < 0:
        year -= (season * 3, 1) > (today.month, 1)
        year -= season * 3 <= today.month <= season * 3 + 2
    elif shift > 0:
        year += 1
    when = season_value(year, season)
    step = Step("season.relative", (("year", year), ("day", today)))
    timex = f"{year:04d}-{SEASON_NAMES[season - 1]}"
    return Resolution(Kind.DATE, when, Precision.SEASON, steps=(step,), timex=timex)


def _named_weekday(weekday: int, shift: int, today: date) -> Resolution:
    """ "Last / this / next Monday": that of the previous, this, next ISO week."""
    found = plus_days(today, weekday - today.isoweekday() + _WEEK * shift)
    if found is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    return _day(found, Step("weekday.relative", (("shift", shift), ("day", today))))


# --------------------------------------------------------------------------- numbered units


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
        start -= _CENTURY if start > base else 0
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
    step = Step("season.given" if said else "season.nearest", (("year", year),))
    return Resolution(
        Kind.DATE,
        season_value(year, given.season),
        Precision.SEASON,
        steps=(step,),
        timex=f"{year:04d}-{name}",
    )


def _nth(given: Nth, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    if given.unit is Precision.CENTURY:
        first = date((given.number - 1) * _CENTURY or 1, 1, 1)
        last = date(given.number * _CENTURY - 1, 12, 31)
        return Resolution(
            Kind.DATE,
            unit_value(first, last, Precision.CENTURY),
            Precision.CENTURY,
            steps=(Step("century", (("number", given.number),)),),
            timex=f"{given.number - 1:02d}",
        )
    year, said = _year_of(given.of, context, cues, resolve)
    if year is None or given.unit is not Precision.QUARTER or not 1 <= given.number <= 4:
        return unresolved("XXXX")
    if not said and context.today and given.number > (context.today.month + 2) // 3:
        year -= cues.tense != "future"
    return _quarters(given, year, said=said)


def _quarters(given: Nth, year: int, *, said: bool) -> Resolution:
    first = date(year, 3 * given.number - 2, 1)
    ends = unit_of(first, Precision.QUARTER, given.count - 1)
    last = ends[1] if ends else first
    single = given.count == 1
    step = Step(
        "quarter.given" if said else "quarter.nearest",
        (("number", given.number), ("count", given.count), ("year", year)),
    )
    return Resolution(
        Kind.DATE if single else Kind.RANGE,
        unit_value(first, last, Precision.QUARTER) if single else days_value(first, last),
        Precision.QUARTER,
        steps=(step,),
        timex=f"{year:04d}-Q{given.number}" if single else f"P{given.count}Q",
        timex_type="DATE" if single else "DURATION",
    )

