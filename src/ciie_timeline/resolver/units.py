"""Calendar units around a day: first days, lengths, and the TimeML names of units.

Everything here is arithmetic on ``datetime.date``; months and years clamp to the end of a month.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Final

from ciie_timeline.values import Duration, Interval, PartialDate, Precision, TimeValue, parse_edtf

MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}
YEARS = {
    Precision.YEAR: 1,
    Precision.DECADE: 10,
    Precision.CENTURY: 100,
    Precision.MILLENNIUM: 1000,
}
SEASON_NAMES = ("SP", "SU", "FA", "WI")
_SEASON_CODE = 20
_FEBRUARY = 2
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_QUARTER_CODE = 32
_HALF_CODE = 39


def day_value(day: date) -> PartialDate:
    """A day as a value."""
    return PartialDate(day.year, day.month, day.day)


def days_value(first: date, last: date) -> TimeValue:
    """The days from one to another as a value."""
    return Interval(day_value(first), day_value(last)) if first != last else day_value(first)


def as_sure_as(when: TimeValue, whole: TimeValue | None) -> TimeValue:
    """A value that was counted from another: uncertain where that one is.

    >>> as_sure_as(PartialDate(2024, 4, 9), parse_edtf("2024-04-10?")).to_edtf()
    '2024-04-09?'
    """
    if whole is None or not whole.uncertain:
        return when
    match when:
        case PartialDate(clock=None):
            return when.qualified("?")
        case Interval(start=PartialDate(clock=None) as start, end=PartialDate(clock=None) as end):
            return Interval(start.qualified("?"), end.qualified("?"))
    return when


def month_length(year: int, month: int) -> int:
    """The number of days of a month.

    >>> month_length(2024, 2)
    29
    """
    return monthrange(year, month)[1] if month == _FEBRUARY else _DAYS[month - 1]


def plus_months(day: date, months: int) -> date | None:
    """A day some months on; the last of the month where the month is shorter; None out of range.

    >>> plus_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus_days(day: date, days: int) -> date | None:
    """A day some days on, None out of range."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def plus(day: date, length: Duration, sign: int = 1) -> date | None:
    """A day a length on (or back, with sign -1); None when it is vague or out of range.

    >>> plus(date(2023, 11, 4), Duration(years=5), -1)
    datetime.date(2018, 11, 4)
    """
    years = [length.years, length.decades, length.centuries, length.millennia]
    months = [length.months, length.quarters]
    days = [length.weeks, length.days]
    if not all(isinstance(each, int) for each in (*years, *months, *days)):
        return None
    scaled = sum(int(n or 0) * k for n, k in zip(years, (12, 120, 1200, 12000), strict=True))
    scaled += int(months[0] or 0) + 3 * int(months[1] or 0)
    if abs(scaled) > 12 * MAXYEAR or abs(int(days[0] or 0)) + abs(int(days[1] or 0)) > 10**7:
        return None
    moved = plus_months(day, sign * scaled)
    if moved is None:
        return None
    return plus_days(moved, sign * (7 * int(days[0] or 0) + int(days[1] or 0)))


@lru_cache(maxsize=1024)
def length_text(length: Duration) -> str:
    """The TimeML text of a length."""
    return length.to_timex()


@lru_cache(maxsize=1024)
def unit_length(unit: Precision, number: int | None) -> Duration:
    """So many units as a duration; None is a number that nobody named.

    >>> unit_length(Precision.DECADE, 1).to_timex()
    'P10Y'
    """
    name, size = _LENGTHS.get(unit, ("days", 1))
    return Duration(**{name: None if number is None else number * size})


# The field of a duration for each unit, and how many of it make one.
_LENGTHS: Final = {
    Precision.SECOND: ("seconds", 1),
    Precision.MINUTE: ("minutes", 1),
    Precision.HOUR: ("hours", 1),
    Precision.WEEKEND: ("weeks", 1),
    Precision.WEEK: ("weeks", 1),
    Precision.MONTH: ("months", 1),
    Precision.QUARTER: ("quarters", 1),
    Precision.SEASON: ("months", 3),
    Precision.HALF: ("months", 6),
    Precision.YEAR: ("years", 1),
    Precision.DECADE: ("years", 10),
    Precision.CENTURY: ("centuries", 1),
    Precision.MILLENNIUM: ("millennia", 1),
}


def unit_of(day: date, unit: Precision, shift: int = 0) -> tuple[date, date] | None:
    """First and last day of the unit that holds a day, or of one ``shift`` units on.

    Weeks are ISO weeks, a weekend is Saturday and Sunday of the week.  None out of range.

    >>> unit_of(date(2025, 11, 4), Precision.WEEK, -1)
    (datetime.date(2025, 10, 27), datetime.date(2025, 11, 2))
    """
    if unit in (Precision.WEEK, Precision.WEEKEND):
        monday = plus_days(day, 7 * shift - day.weekday())
        first = None if monday is None else plus_days(monday, 5 if unit is Precision.WEEKEND else 0)
        last = None if monday is None else plus_days(monday, 6)
    elif unit in MONTHS:
        size = MONTHS[unit]
        start = date(day.year, (day.month - 1) // size * size + 1, 1)
        first = plus_months(start, shift * size)
        after = plus_months(start, (shift + 1) * size)
        last = None if after is None else plus_days(after, -1)
    elif unit in YEARS:
        size = YEARS[unit]
        begin = day.year // size * size + shift * size
        if not MINYEAR <= begin <= MAXYEAR - size + 1:
            return None
        first, last = date(begin, 1, 1), date(begin + size - 1, 12, 31)
    else:
        first = last = plus_days(day, shift)
    return None if first is None or last is None else (first, last)


def unit_value(first: date, last: date, unit: Precision) -> TimeValue:
    """The notation of a unit by its days: a year, month, quarter or half has one of its own."""
    match unit:
        case Precision.YEAR:
            return PartialDate(first.year)
        case Precision.MONTH:
            return PartialDate(first.year, first.month)
        case Precision.QUARTER:
            return PartialDate(first.year, _QUARTER_CODE + (first.month + 2) // 3)
        case Precision.HALF:
            return PartialDate(first.year, _HALF_CODE + (first.month + 5) // 6)
        case Precision.DECADE:
            return _masked(f"{first.year // 10:03d}X")
        case Precision.CENTURY:
            return _masked(f"{first.year // 100:02d}XX")
        case Precision.MILLENNIUM:
            return Interval(PartialDate(first.year), PartialDate(last.year))
        case _:
            return days_value(first, last)


@lru_cache(maxsize=1024)
def _masked(text: str) -> TimeValue:
    """A year whose last digits are open."""
    return parse_edtf(text)


def unit_timex(first: date, unit: Precision) -> str:
    """The TimeML value of a unit by its first day.

    >>> unit_timex(date(2025, 10, 27), Precision.WEEK)
    '2025-W44'
    >>> unit_timex(date(1990, 1, 1), Precision.DECADE)
    '199'
    """
    match unit:
        case Precision.YEAR:
            return f"{first.year:04d}"
        case Precision.MONTH:
            return f"{first.year:04d}-{first.month:02d}"
        case Precision.QUARTER:
            return f"{first.year:04d}-Q{(first.month + 2) // 3}"
        case Precision.HALF:
            return f"{first.year:04d}-H{(first.month + 5) // 6}"
        case Precision.WEEK | Precision.WEEKEND:
            year, week, _ = first.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit is Precision.WEEKEND else "")
        case Precision.DECADE:
            return f"{first.year // 10:03d}"
        case Precision.CENTURY:
            return f"{first.year // 100:02d}"
        case Precision.MILLENNIUM:
            return f"{first.year // 1000}"
        case _:
            return first.isoformat()


def season_value(year: int, season: int) -> PartialDate:
    """A season of a year as a value."""
    return PartialDate(year, _SEASON_CODE + season)
