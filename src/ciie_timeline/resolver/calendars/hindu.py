"""Hindu feasts: a lunar day of a month of moon and sun, at the time of day that the feast asks for.

Months run from new moon to new moon and are named after the sign of the zodiac of the stars that
the sun enters in them, Chaitra being 1; a month in which it enters none does not count.  A lunar
day (tithi) is the time in which the moon gains twelve degrees on the sun: 1 to 15 in the bright
half, 15 being the full moon, 16 to 30 in the dark half, 30 the new moon.  Almanacs of other places
and schools can be a day off where two days compete.

The place is Ujjain, the zodiac that of the Indian calendar reform (Lahiri).  Source of the rules:
the Report of the Calendar Reform Committee (1955) and the Rashtriya Panchang.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import floor
from typing import Final

from ciie_timeline.resolver.calendars.sky import (
    SYNODIC_MONTH,
    daylight,
    moon_at,
    moon_longitude,
    moon_number,
    new_moon,
    sun_at,
    sun_longitude,
)

#: The civil years whose feasts it gives.
YEARS: Final = range(1900, 2101)
_LATITUDE, _LONGITUDE = 23.18, 75.77
_J2000: Final = 730120.5
_SIGN, _TITHI, _CIRCLE = 30.0, 12.0, 360.0
_MONTHS, _TITHIS = 12, 30
_STAR: Final = 360 / 27
#: Six of the sixty parts of a day after sunrise, as a part of the daylight.
_AFTER_SUNRISE: Final = 0.2

#: The times of day as parts of the daylight from sunrise (0) to sunset (1), or of the night behind
#: it (1 to 2, before sunrise -1 to 0): a feast has the day on which its lunar day holds most of it.
PERIODS: Final = {
    "dawn": (-0.13, -0.0667),
    "sunrise": (0.0, 0.0),
    "forenoon": (0.0, 0.4),
    "midday": (0.4, 0.6),
    "afternoon": (0.6, 0.8),
    "dusk": (1.0, 1.2),
    "moonrise": (1.18, 1.18),
    "midnight": (1.4667, 1.5333),
}


def precession(moment: float) -> float:
    """How far the zodiac of the stars lies behind the equinox, in degrees.

    >>> round(precession(730120.5), 2)
    23.86
    """
    return 23.857 + (moment - _J2000) / 365.2422 * 50.2788 / 3600


def _sign(moment: float) -> int:
    return floor((sun_longitude(moment) - precession(moment)) % _CIRCLE / _SIGN)


@lru_cache(maxsize=512)
def _month(number: int) -> int | None:
    """The month that begins with a new moon; None for one that does not count."""
    sign = _sign(new_moon(number))
    return None if sign == _sign(new_moon(number + 1)) else (sign + 1) % _MONTHS + 1


@lru_cache(maxsize=1024)
def _day(ordinal: int) -> tuple[float, float, float, float]:
    """Sunset of the day before, sunrise, sunset, the next sunrise."""
    rise, fall = daylight(ordinal, _LATITUDE, _LONGITUDE)
    return (
        daylight(ordinal - 1, _LATITUDE, _LONGITUDE)[1],
        rise,
        fall,
        daylight(ordinal + 1, _LATITUDE, _LONGITUDE)[0],
    )


def _moment(ordinal: int, part: float) -> float:
    before, rise, fall, after = _day(ordinal)
    if part < 0:
        return rise + part * (rise - before)
    return rise + part * (fall - rise) if part <= 1 else fall + (part - 1) * (after - fall)


def _held(ordinal: int, period: str, start: float, end: float) -> float:
    """Which part of a time of day a lunar day holds; of a point 1 or 0."""
    first, last = (_moment(ordinal, part) for part in PERIODS[period])
    if first == last:
        return float(start <= first < end)
    return max(min(last, end) - max(first, start), 0.0) / (last - first)


def feast(number: int, tithi: int, period: str, *, late: bool = False) -> date:
    """The day of a lunar day in the month of a new moon; of two days that hold as much the first.

    One that holds no such time at all (it is over too soon) has the day on which it begins.
    """
    near = new_moon(number) + SYNODIC_MONTH * (tithi - 1) / _TITHIS
    start = moon_at(_TITHI * (tithi - 1), near)
    end = moon_at(_TITHI * tithi % _CIRCLE, near + SYNODIC_MONTH / _TITHIS)
    begins = floor(start + _LONGITUDE / _CIRCLE)
    shares = [(_held(day, period, start, end), day) for day in range(begins - 1, begins + 3)]
    most = max(share for share, _ in shares)
    if most == 0:
        return date.fromordinal(begins if start >= _day(begins)[1] else begins - 1)
    best = [day for share, day in shares if share == most]
    return date.fromordinal(best[-1] if late else best[0])


def days_in(year: int, month: int, tithi: int, period: str, *, late: bool = False) -> list[date]:
    """The days of a civil year of a feast by month, lunar day and time of day.

    >>> days_in(2023, 7, 30, "dusk"), days_in(2024, 12, 15, "dusk")
    ([datetime.date(2023, 11, 12)], [datetime.date(2024, 3, 24)])
    """
    first = moon_number(date(year, 1, 1).toordinal()) - 1
    numbers = [each for each in range(first, first + 15) if _month(each) == month]
    found = [feast(number, tithi, period, late=late) for number in numbers]
    return [each for each in found if each.year == year]


def entry(year: int, sign: int, *, sunset: bool = True) -> date:
    """The day on which the sun enters a sign of the stars (0 Mesha).

    After sunset it is the next day, or, where the civil day counts, after midnight.

    >>> entry(2024, 9), entry(2024, 0), entry(2024, 0, sunset=False)
    (datetime.date(2024, 1, 15), datetime.date(2024, 4, 14), datetime.date(2024, 4, 13))
    """
    middle = date(year, 1, 14).toordinal() + (sign + 3) % _MONTHS * 30.44
    longitude = (sign * _SIGN + precession(middle)) % _CIRCLE
    moment = sun_at(longitude, middle)
    day = floor(moment + _LONGITUDE / _CIRCLE)
    return date.fromordinal(day + 1 if sunset and moment > _day(day)[2] else day)


def star_day(year: int, sign: int, star: int) -> date | None:
    """The last day with the sun in a sign on which the moon stands in a star (1 to 27).

    It must stand there a while after sunrise, as the almanacs of Kerala have it.

    >>> star_day(2024, 4, 22), star_day(2018, 4, 22)
    (datetime.date(2024, 9, 15), datetime.date(2018, 8, 25))
    """
    first, last = entry(year, sign).toordinal(), entry(year, (sign + 1) % _MONTHS).toordinal()
    found = None
    for day in range(first, last):
        moment = _moment(day, _AFTER_SUNRISE)
        if floor((moon_longitude(moment) - precession(moment)) % _CIRCLE / _STAR) == star - 1:
            found = date.fromordinal(day)
    return found
