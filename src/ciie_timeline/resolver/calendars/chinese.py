"""The Chinese calendar of moon and sun, and those that share its rule at their own meridian.

A month begins on the day of the new moon; the winter solstice lies in month 11; of thirteen months
between two of them the first in which the sun enters no sign is counted twice.  Days are those of
the meridian: 120 degrees east for China (before 1929 that of Beijing), 135 for Korea, 105 for
Vietnam.  Source: the rules of GB/T 33661-2017.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import pairwise
from math import floor
from typing import Final

from ciie_timeline.resolver.calendars.sky import (
    moon_number,
    new_moon,
    sun_at,
    sun_day,
    sun_longitude,
)

#: The civil years whose feasts it gives.
YEARS: Final = range(1900, 2101)
CHINA, KOREA, VIETNAM = 8.0, 9.0, 7.0
_BEIJING: Final = 116.3975 / 15
_ZONE_SINCE: Final = date(1929, 1, 1).toordinal()
_SOLSTICE: Final = 270.0
_SIGN: Final = 30.0
_MONTHS: Final = 12
_SOLSTICE_MONTH: Final = 11
_TERM: Final = 15.0


def _shift(day: float, zone: float) -> float:
    """What a meridian is ahead of universal time, as a part of a day."""
    return (_BEIJING if zone == CHINA and day < _ZONE_SINCE else zone) / 24


def _local(moment: float, zone: float) -> int:
    """The day of a moment."""
    return floor(moment + _shift(moment, zone))


def _moon_day(number: int, zone: float) -> int:
    return _local(new_moon(number), zone)


def _sign(day: int, zone: float) -> int:
    """The sign in which the sun stands when a day begins."""
    return floor(sun_longitude(day - _shift(day, zone)) / _SIGN)


def _first(year: int, zone: float) -> int:
    """The number of the new moon of month 11 before a civil year."""
    solstice = _local(sun_at(_SOLSTICE, date(year - 1, 12, 21).toordinal() + 0.5), zone)
    number = moon_number(solstice + 1)
    while _moon_day(number, zone) > solstice:
        number -= 1
    while _moon_day(number + 1, zone) <= solstice:
        number += 1
    return number


@lru_cache(maxsize=256)
def months(year: int, zone: float = CHINA) -> tuple[tuple[int, bool, int], ...]:
    """The months from month 11 before a civil year to month 10 in it.

    Each is its number, whether it is the second of that number, and the ordinal of its first day.

    >>> [number for number, leap, _ in months(2023) if leap]
    [2]
    """
    first, last = _first(year, zone), _first(year + 1, zone)
    found = []
    number, leap = _SOLSTICE_MONTH - 1, last - first == _MONTHS
    for moon in range(first, last):
        start, end = _moon_day(moon, zone), _moon_day(moon + 1, zone)
        extra = not leap and moon > first and _sign(start, zone) == _sign(end, zone)
        leap = leap or extra
        if not extra:
            number = number % _MONTHS + 1
        found.append((number, extra, start))
    return tuple(found)


def days_in(year: int, month: int, day: int, zone: float = CHINA) -> list[date]:
    """The days of a civil year that are a day of a month; one that comes twice counts once.

    >>> days_in(2024, 1, 1), days_in(2020, 8, 15)
    ([datetime.date(2024, 2, 10)], [datetime.date(2020, 10, 1)])
    """
    found = [
        date.fromordinal(start + day - 1)
        for around in (year, year + 1)
        for number, leap, start in months(around, zone)
        if number == month and not leap
    ]
    return [each for each in found if each.year == year]


def month_in(year: int, month: int, zone: float = CHINA) -> list[tuple[date, date]]:
    """First and last day of the months of a number that begin in a civil year, no second ones.

    >>> month_in(2024, 7)
    [(datetime.date(2024, 8, 4), datetime.date(2024, 9, 2))]
    """
    around = (*months(year, zone), *months(year + 1, zone), *months(year + 2, zone)[:1])
    found = [
        (date.fromordinal(start), date.fromordinal(following - 1))
        for (number, leap, start), (_, _, following) in pairwise(around)
        if number == month and not leap
    ]
    return [each for each in found if each[0].year == year]


def term(year: int, number: int, zone: float = CHINA) -> date:
    """The day of a solar term of a civil year by its degrees over 15 (0 the equinox of March).

    >>> term(2024, 1), term(2023, 18), term(2024, 21)
    (datetime.date(2024, 4, 4), datetime.date(2023, 12, 22), datetime.date(2024, 2, 4))
    """
    longitude = number * _TERM
    near = sun_day(year, longitude).toordinal()
    return date.fromordinal(_local(sun_at(longitude, near), zone))
