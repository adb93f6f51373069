"""Calendar dates, and units before, around and after the publication day."""

from __future__ import annotations

from datetime import MAXYEAR, date
from math import inf
from typing import Final, Literal

import attrs

from ciie_timeline.forms import (
    Calendar,
    Context,
    Cues,
    Kind,
    Last,
    Next,
    Resolution,
    Step,
    This,
)
from ciie_timeline.resolver.units import (
    SEASON_NAMES,
    day_value,
    month_length,
    plus_days,
    season_value,
    unit_of,
    unit_timex,
    unit_value,
)
from ciie_timeline.values import PartialDate, Precision

_SHIFT = {Last: -1, This: 0, Next: 1}
_WEEK = 7
#: Years before and after publication among which a weekday may choose.
_YEARS_AROUND: Final = 2
_HALF_YEAR: Final = 183
#: A date so many days from publication is meant though its weekday is another: that is a slip.
_SLIP: Final = 31
_CENTURY = 100
_LEAP_DAY = (2, 29)
_WINTER, _FEBRUARY = 4, 2
_MONTHS_OF_SEASON = 3
_YEAR_AROUND = 14
_LEAP_YEAR = 2000
#: How many years ahead a year behind an apostrophe may be ("'68" is the last one).
_AHEAD = 10
NO_DAY = Step("unresolved.no-publication-day")
#: The rule of the step that says that a month does not have the day that is named.
NO_SUCH_DAY = "calendar.no-such-day"


def unresolved(timex: str, kind: Kind = Kind.DATE) -> Resolution:
    """What a relative phrase is without a publication day."""
    return Resolution(kind, None, steps=(NO_DAY,), timex=timex)


# --------------------------------------------------------------------------- calendar fields


def calendar(given: Calendar, context: Context, cues: Cues) -> Resolution:
    """A date by its fields; what was left out is filled in from the publication day."""
    given = ordered(given, context)
    if given.month is not None and given.day is not None and given.year is None:
        longest = month_length(_LEAP_YEAR, given.month)
        if given.day > longest:
            return _no_such_day(given, None, longest)
    if given.year is not None:
        year = _full_year(given, context) if given.short_year else given.year
        steps = (
            (Step("calendar.given"),)
            if not given.short_year
            else (Step("calendar.short-year", (("year", year),)),)
        )
        return _on(given, year, steps)
    if given.month is not None:
        return _yearless(given, context, cues)
    if given.day is not None:
        return _dayless_month(given, context, cues)
    return _weekday(given.weekday or 1, context, cues)


def ordered(given: Calendar, context: Context) -> Calendar:
    """A date in figures in the order of the policy; as read, the month is first."""
    if not given.either or context.policy.numeric == "month-first":
        return given
    return attrs.evolve(given, month=given.day, day=given.month, either=False)


def _full_year(given: Calendar, context: Context) -> int:
    """Two digits as the year nearest to publication, or the last that is not far ahead of it."""
    short = given.year or 0
    base = context.published.year if context.published else 2000
    around = range(base // _CENTURY - 1, base // _CENTURY + 2)
    years = [century * _CENTURY + short for century in around]
    inside = [year for year in years if 1 <= year <= MAXYEAR]
    if given.elided:
        return max((year for year in inside if year <= base + _AHEAD), default=inside[0])
    return min(inside, key=lambda year: (abs(year - base), year))


def _on(given: Calendar, year: int, steps: tuple[Step, ...]) -> Resolution:
    month, day = given.month, given.day
    if day is not None and month is not None and day > month_length(year, month):
        return _no_such_day(given, year, month_length(year, month), steps)
    when = PartialDate(year, month, day)
    if month is None:
        precision, timex = Precision.YEAR, year_text(year)
    elif day is None:
        precision, timex = Precision.MONTH, f"{year_text(year)}-{month:02d}"
    else:
        precision, timex = Precision.DAY, f"{year_text(year)}-{month:02d}-{day:02d}"
    return Resolution(Kind.DATE, when, precision, steps=steps, timex=timex)


def _no_such_day(
    given: Calendar, year: int | None, longest: int, steps: tuple[Step, ...] = ()
) -> Resolution:
    """A date on a day that its month does not have: unresolved, and nothing nearby instead."""
    month = given.month or 1
    of = (
        (("month", month),)
        if year is None
        else (("month", month), ("of", PartialDate(year, month)))
    )
    step = Step(NO_SUCH_DAY, (*of, ("day", given.day), ("days", longest)))
    timex = f"{'XXXX' if year is None else year_text(year)}-{month:02d}-XX"
    return Resolution(Kind.DATE, None, steps=(*steps, step), timex=timex)


def year_text(year: int) -> str:
    """The TimeML value of a year; those before the common era count as they are spoken.

    >>> year_text(1998), year_text(-43)
    ('1998', 'BC0044')
    """
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


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
    reach = 4 if (given.month, given.day) == _LEAP_DAY else 1
    years = [
        year
        for year in range(max(today.year - reach, 1), min(today.year + reach, MAXYEAR) + 1)
        if given.day is None or given.day <= month_length(year, given.month or 1)
    ]
    of_weekday = _year_of_weekday(given, today, cues)
    if of_weekday is not None:
        step = Step("calendar.weekday-year", (("year", of_weekday), ("day", today)))
        return _on(given, of_weekday, (step,))
    found = min(years, key=lambda year: _distance(given, year, today, cues))
    told = _on(given, found, ())
    agrees = {"past": told.earliest, "future": told.latest}.get(cues.tense or "")
    fits = isinstance(agrees, date) and (
        agrees <= today if cues.tense == "past" else agrees >= today
    )
    rule = f"calendar.{cues.tense}-year" if fits else "calendar.nearest-year"
    return _on(given, found, (Step(rule, (("year", found), ("day", today))),))


def _year_of_weekday(given: Calendar, today: date, cues: Cues) -> int | None:
    """The year around publication in which a day of the year falls on its weekday.

    None when no weekday is given, when there is no such year, or one far off and against the tense,
    and when the date lies right before or behind publication on another weekday.
    """
    month, day = given.month, given.day
    if given.weekday is None or month is None or day is None:
        return None
    around = range(today.year - _YEARS_AROUND, today.year + _YEARS_AROUND + 1)
    days = [
        date(year, month, day)
        for year in around
        if 1 <= year <= MAXYEAR and _is_day(year, month, day)
    ]
    days.sort(key=lambda each: abs((each - today).days))
    if days and abs((days[0] - today).days) <= _SLIP:
        del days[1:]
    for each in days:
        apart = (each - today).days
        against = cues.tense is not None and (apart > 0) is (cues.tense == "past")
        if each.isoweekday() == given.weekday and (abs(apart) <= _HALF_YEAR or not against):
            return each.year
    return None


def _distance(given: Calendar, year: int, today: date, cues: Cues) -> tuple[float, int]:
    """How far a candidate year is; time against the tense counts more, and the future a little."""
    first = date(year, given.month or 1, given.day or 1)
    apart = (first - today).days
    if cues.over and apart > 0:
        return inf, apart
    if given.day is None and apart < 0:
        apart = min((year - today.year) * 365 + (first.month - today.month) * 30, 0)
    return weighed(apart, cues.tense, alone=cues.alone, of_month=given.day is None), apart


def weighed(
    apart: int,
    tense: Literal["past", "future"] | None,
    *,
    alone: bool,
    of_month: bool = False,
) -> float:
    """How far off so many days are, ahead or behind: what is against the tense counts more.

    A month counts more than a day does: "It was extended to Nov. 20" has a near day ahead, but what
    "opened in April" did so in an April that has been.
    """
    ahead, weight = apart > 0, 1.0
    if tense is not None and ahead is (tense == "past"):
        weight = _MONTH_AGAINST if of_month else _DAY_AGAINST
    elif tense is None and ahead:
        weight = _ALONE if alone else _UNTOLD
    return abs(apart) * weight


#: How much a day and a month against the tense count.  Between 3 and 4, and between 8 and 50, no
#: date of the news corpora comes out otherwise.
_DAY_AGAINST: Final = 3.0
_MONTH_AGAINST: Final = 20.0
#: How much a day ahead counts when no tense is told: in running text, and of a phrase by itself.
_UNTOLD: Final = 1.25
_ALONE: Final = 0.5


def _dayless_month(given: Calendar, context: Context, cues: Cues) -> Resolution:
    """A day of the month alone ("the 15th"): the nearest that agrees with the tense."""
    today = context.today
    if today is None:
        return unresolved(f"XXXX-XX-{given.day:02d}")
    reach = 2 if given.weekday is None else _YEAR_AROUND
    months = [today.year * 12 + today.month - 1 + shift for shift in range(-reach, reach + 1)]
    days = [
        date(month // 12, month % 12 + 1, given.day or 1)
        for month in months
        if 1 <= month // 12 <= MAXYEAR and _is_day(month // 12, month % 12 + 1, given.day or 1)
    ]
    fit = [day for day in days if given.weekday in (None, day.isoweekday())]
    days = fit or days
    ahead = cues.tense == "future" or (cues.alone and cues.tense is None)
    fitting = [d for d in days if (d >= today if ahead else d <= today if cues.tense else True)]
    found = min(fitting or days, key=lambda d: abs((d - today).days))
    return day_found(found, Step("calendar.nearest-month", (("day", today),)))


def _weekday(weekday: int, context: Context, cues: Cues) -> Resolution:
    """A weekday alone: the latest one in running text, the next one in a plan."""
    today = context.today
    if today is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    policy = context.policy.weekday
    if cues.tense == "future" or (cues.alone and cues.tense is None):
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
    return day_found(found, Step(f"weekday.{policy}", (("day", today),)))


def day_found(found: date, step: Step) -> Resolution:
    """A day that was found, with the step that led there."""
    return Resolution(
        Kind.DATE, day_value(found), Precision.DAY, steps=(step,), timex=found.isoformat()
    )


# --------------------------------------------------------------------------- relative units


def relative(given: This | Last | Next, context: Context) -> Resolution:
    """The unit before, around or after the publication day."""
    today = context.today
    if today is None:
        return unresolved("XXXX")
    shift = _SHIFT[type(given)]
    if shift and not isinstance(given, This):
        shift *= given.steps
    if given.index is None:
        return _unit(given.unit, shift, today)
    if isinstance(given, Next) and given.coming:
        return _coming(given, today)
    match given.unit:
        case Precision.MONTH:
            return _named_month(given.index, shift, today)
        case Precision.SEASON:
            return _named_season(given.index, shift, today)
        case Precision.QUARTER | Precision.HALF:
            return _named_quarter(given.index, given.unit, shift, today)
        case _:
            return _named_weekday(given.index, shift, today)


def _coming(given: Next, today: date) -> Resolution:
    """The first such day, month or season after the publication day."""
    index = given.index or 1
    if given.unit is Precision.MONTH:
        return _named_month(index, int(index <= today.month), today)
    if given.unit is Precision.SEASON:
        return _named_season(index, int(_SEASON_STARTS[index] <= today.month), today)
    found = plus_days(today, (index - today.isoweekday() - 1) % _WEEK + 1)
    if found is None:
        return unresolved(f"XXXX-WXX-{index}")
    return day_found(found, Step("weekday.coming", (("day", today),)))


# The first month of each season by the index of its word.
_SEASON_STARTS: Final = {1: 3, 2: 6, 3: 9, 4: 9, 5: 12}


def _unit(unit: Precision, shift: int, today: date) -> Resolution:
    ends = unit_of(today, unit, shift)
    if ends is None:
        return unresolved("XXXX")
    if abs(shift) > 1:
        step = Step("unit.shifted", (("unit", unit.value), ("shift", shift), ("day", today)))
    else:
        relation = ("last", "this", "next")[shift + 1]
        step = Step(f"unit.{relation}", (("unit", unit.value), ("day", today)))
    return unit_found(*ends, unit, step)


def unit_found(first: date, last: date, unit: Precision, step: Step) -> Resolution:
    """A calendar unit by its first and last day."""
    return Resolution(
        Kind.DATE,
        unit_value(first, last, unit),
        unit,
        steps=(step,),
        timex=unit_timex(first, unit),
    )


def _named_month(month: int, shift: int, today: date) -> Resolution:
    """The month of a name around: "last April" is past, "next April" in the next year."""
    year = today.year
    if shift < 0:
        year -= month >= today.month
    elif shift > 0:
        year += 1
    if not 1 <= year <= MAXYEAR:
        return unresolved(f"XXXX-{month:02d}")
    when = PartialDate(year, month)
    step = Step("month.relative", (("year", year), ("day", today)))
    return Resolution(Kind.DATE, when, Precision.MONTH, steps=(step,), timex=when.to_edtf())


def _named_quarter(index: int, unit: Precision, shift: int, today: date) -> Resolution:
    """A quarter or a half by number, in the calendar year before, around or after."""
    size = 3 if unit is Precision.QUARTER else 6
    year = today.year + shift
    ends = unit_of(date(year, size * (index - 1) + 1, 1), unit) if 1 <= year <= MAXYEAR else None
    if ends is None:
        return unresolved("XXXX")
    return unit_found(*ends, unit, Step("quarter.relative", (("year", year), ("day", today))))


def _named_season(index: int, shift: int, today: date) -> Resolution:
    season = (1, 2, 3, 3, 4)[index - 1]
    year = today.year - (season == _WINTER and today.month <= _FEBRUARY)
    if shift < 0:
        year -= (today.month + (12 if year < today.year else 0)) < season * 3 + _MONTHS_OF_SEASON
        year += shift + 1
    elif shift > 0:
        year += shift
    if not 1 <= year <= MAXYEAR:
        return unresolved(f"XXXX-{SEASON_NAMES[season - 1]}")
    when = season_value(year, season)
    step = Step("season.relative", (("year", year), ("day", today)))
    timex = f"{year:04d}-{SEASON_NAMES[season - 1]}"
    return Resolution(Kind.DATE, when, Precision.SEASON, steps=(step,), timex=timex)


def _named_weekday(weekday: int, shift: int, today: date) -> Resolution:
    """The weekday of the previous, of this, of the next ISO week."""
    found = plus_days(today, weekday - today.isoweekday() + _WEEK * shift)
    if found is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    return day_found(found, Step("weekday.relative", (("shift", shift), ("day", today))))
