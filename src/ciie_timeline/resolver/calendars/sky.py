"""Where sun and moon stand: what calendars that follow the sky are made of.

Moments are days of the proleptic Gregorian calendar with a fraction (``date.toordinal()`` at
midnight, universal time).  Between 1900 and 2100 the sun is right to about an arcsecond, the moon
to about ten: a new moon, a solstice to a minute.

Sources: the sun after Bretagnon and Simon, *Planetary Programs and Tables from -4000 to +2800*
(1986); the moon after Chapront's ELP 2000-82 as Meeus shortens it (*Astronomical Algorithms*,
chapter 47); the difference between the clocks after Espenak and Meeus (2006).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import acos, asin, atan2, cos, degrees, floor, radians, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

CIRCLE: Final = 360.0
TROPICAL_YEAR: Final = 365.242189
SYNODIC_MONTH: Final = 29.530588861
_J2000: Final = 730120.5
_CENTURY: Final = 36525.0
#: Where the sun stands when a civil year begins, about.
_NEW_YEAR: Final = 280
_SECONDS: Final = 86400.0
#: A new moon from which lunations are counted (6 January 2000, 18:14).
_FIRST_MOON: Final = 730125.76
#: Steps of Newton's way; each makes the error far smaller, and four leave well under a second.
_ROUNDS: Final = 5
#: The sun's upper limb stands on the horizon, lifted by refraction.
_HORIZON: Final = -50 / 60

#: Up to a year, from which year they count, and the terms of the difference between the clocks.
_DRIFT: Final[tuple[tuple[int, int, tuple[float, ...]], ...]] = (
    (1920, 1900, (-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197)),
    (1941, 1920, (21.20, 0.84493, -0.076100, 0.0020936)),
    (1961, 1950, (29.07, 0.407, -1 / 233, 1 / 2547)),
    (1986, 1975, (45.45, 1.067, -1 / 260, -1 / 718)),
    (2005, 2000, (63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599)),
    (2050, 2000, (62.92, 0.32217, 0.005589)),
)
_DRIFT_FROM: Final = 1900

# Amplitude in 1e-7 radian, phase in degrees, motion in degrees a century.
_SUN: Final = (
    (403406, 270.54861, 0.9287892), (195207, 340.19128, 35999.1376958),
    (119433, 63.91854, 35999.4089666), (112392, 331.26220, 35998.7287385),
    (3891, 317.843, 71998.20261), (2819, 86.631, 71998.4403), (1721, 240.052, 36000.35726),
    (660, 310.26, 71997.4812), (350, 247.23, 32964.4678), (334, 260.87, -19.4410),
    (314, 297.82, 445267.1117), (268, 343.14, 45036.8840), (242, 166.79, 3.1008),
    (234, 81.53, 22518.4434), (158, 3.50, -19.9739), (132, 132.75, 65928.9345),
    (129, 182.95, 9038.0293), (114, 162.03, 3034.7684), (99, 29.8, 33718.148),
    (93, 266.4, 3034.448), (86, 249.2, -2280.773), (78, 157.6, 29929.992),
    (72, 257.8, 31556.493), (68, 185.1, 149.588), (64, 69.9, 9037.750), (46, 8.0, 107997.405),
    (38, 197.1, -4444.176), (37, 250.4, 151.771), (32, 65.3, 67555.316), (29, 162.7, 31556.080),
    (28, 341.5, -4561.540), (27, 291.6, 107996.706), (27, 98.5, 1221.655), (25, 146.7, 62894.167),
    (24, 110.0, 31437.369), (21, 5.2, 14578.298), (21, 342.6, -31931.757), (20, 230.9, 34777.243),
    (18, 256.1, 1221.999), (17, 45.3, 62894.511), (14, 242.9, -4442.039), (13, 115.2, 107997.909),
    (13, 151.8, 119.066), (13, 285.3, 16859.071), (12, 53.3, -4.578), (10, 126.6, 26895.292),
    (10, 205.7, -39.127), (10, 85.9, 12297.536), (10, 146.1, 90073.778),
)  # fmt: skip

# Amplitude in 1e-6 degree; multiples of the moon's elongation, the sun's anomaly, the moon's
# anomaly and its argument of latitude.
_MOON: Final = (
    (6288774, 0, 0, 1, 0), (1274027, 2, 0, -1, 0), (658314, 2, 0, 0, 0), (213618, 0, 0, 2, 0),
    (-185116, 0, 1, 0, 0), (-114332, 0, 0, 0, 2), (58793, 2, 0, -2, 0), (57066, 2, -1, -1, 0),
    (53322, 2, 0, 1, 0), (45758, 2, -1, 0, 0), (-40923, 0, 1, -1, 0), (-34720, 1, 0, 0, 0),
    (-30383, 0, 1, 1, 0), (15327, 2, 0, 0, -2), (-12528, 0, 0, 1, 2), (10980, 0, 0, 1, -2),
    (10675, 4, 0, -1, 0), (10034, 0, 0, 3, 0), (8548, 4, 0, -2, 0), (-7888, 2, 1, -1, 0),
    (-6766, 2, 1, 0, 0), (-5163, 1, 0, -1, 0), (4987, 1, 1, 0, 0), (4036, 2, -1, 1, 0),
    (3994, 2, 0, 2, 0), (3861, 4, 0, 0, 0), (3665, 2, 0, -3, 0), (-2689, 0, 1, -2, 0),
    (-2602, 2, 0, -1, 2), (2390, 2, -1, -2, 0), (-2348, 1, 0, 1, 0), (2236, 2, -2, 0, 0),
    (-2120, 0, 1, 2, 0), (-2069, 0, 2, 0, 0), (2048, 2, -2, -1, 0), (-1773, 2, 0, 1, -2),
    (-1595, 2, 0, 0, 2), (1215, 4, -1, -1, 0), (-1110, 0, 0, 2, 2), (-892, 3, 0, -1, 0),
    (-810, 2, 1, 1, 0), (759, 4, -1, -2, 0), (-713, 0, 2, -1, 0), (-700, 2, 2, -1, 0),
    (691, 2, 1, -2, 0), (596, 2, -1, 0, -2), (549, 4, 0, 1, 0), (537, 0, 0, 4, 0),
    (520, 4, -1, 0, 0), (-487, 1, 0, -2, 0), (-399, 2, 1, 0, -2), (-381, 0, 0, 2, -2),
    (351, 1, 1, 1, 0), (-340, 3, 0, -2, 0), (330, 4, 0, -3, 0), (327, 2, -1, 2, 0),
    (-323, 0, 2, 1, 0), (299, 1, 1, -1, 0), (294, 2, 0, 3, 0),
)  # fmt: skip


def clock_drift(moment: float) -> float:
    """By how many seconds the even time of astronomy is ahead of universal time.

    >>> round(clock_drift(date(2000, 1, 1).toordinal()))
    64
    """
    year = 2000 + (moment - _J2000) / 365.2425
    for end, origin, terms in _DRIFT:
        if year < end and year >= _DRIFT_FROM:
            return _polynomial(year - origin, terms)
    return _polynomial((year - 1820) / 100, (-20, 0, 32))


def _polynomial(at: float, terms: tuple[float, ...]) -> float:
    total = 0.0
    for term in reversed(terms):
        total = total * at + term
    return total


def _centuries(moment: float) -> float:
    return (moment + clock_drift(moment) / _SECONDS - _J2000) / _CENTURY


def _nutation(t: float) -> float:
    """How far the equinox nods along the ecliptic, in degrees."""
    node = radians(124.90 - 1934.134 * t + 0.002063 * t * t)
    sun = radians(201.11 + 72001.5377 * t + 0.00057 * t * t)
    return -0.004778 * sin(node) - 0.0003667 * sin(sun)


def sun_longitude(moment: float) -> float:
    """The sun's apparent longitude in degrees, 0 at the March equinox.

    >>> round(sun_longitude(date(2024, 6, 20).toordinal() + 20.85 / 24), 2)
    90.0
    """
    t = _centuries(moment)
    waves = sum(size * sin(radians(phase + speed * t)) for size, phase, speed in _SUN)
    longitude = 282.7771834 + 36000.76953744 * t + 0.000005729577951308232 * waves
    aberration = 0.0000974 * cos(radians(177.63 + 35999.01848 * t)) - 0.005575
    return (longitude + aberration + _nutation(t)) % CIRCLE


def moon_longitude(moment: float) -> float:
    """The moon's apparent longitude in degrees.

    >>> round(moon_longitude(date(1992, 4, 12).toordinal() - 59 / 86400), 2)
    133.17
    """
    t = _centuries(moment)
    mean = 218.3164477 + 481267.88123421 * t - 0.0015786 * t * t
    elongation = 297.8501921 + 445267.1114034 * t - 0.0018819 * t * t
    sun = 357.5291092 + 35999.0502909 * t - 0.0001536 * t * t
    moon = 134.9633964 + 477198.8675055 * t + 0.0087414 * t * t
    latitude = 93.2720950 + 483202.0175233 * t - 0.0036539 * t * t
    flat = 1 - 0.002516 * t - 0.0000074 * t * t
    waves = sum(
        size * flat ** abs(m) * sin(radians(d * elongation + m * sun + a * moon + f * latitude))
        for size, d, m, a, f in _MOON
    )
    waves += 3958 * sin(radians(119.75 + 131.849 * t))
    waves += 1962 * sin(radians(mean - latitude))
    waves += 318 * sin(radians(53.09 + 479264.290 * t))
    return (mean + waves / 1e6 + _nutation(t)) % CIRCLE


def elongation(moment: float) -> float:
    """How far the moon is ahead of the sun, 0 to 360 degrees."""
    return (moon_longitude(moment) - sun_longitude(moment)) % CIRCLE


def _apart(angle: float) -> float:
    """An angle between -180 and 180."""
    return (angle + CIRCLE / 2) % CIRCLE - CIRCLE / 2


def _reached(
    angle: Callable[[float], float], target: float, near: float, round_trip: float
) -> float:
    """When an angle that grows evenly enough is ``target``, near a moment."""
    moment = near
    for _ in range(_ROUNDS):
        moment -= _apart(angle(moment) - target) * round_trip / CIRCLE
    return moment


@lru_cache(maxsize=1024)
def sun_at(longitude: float, near: float) -> float:
    """The moment near another at which the sun has a longitude.

    >>> date.fromordinal(int(sun_at(270, date(2023, 12, 20).toordinal())))
    datetime.date(2023, 12, 22)
    """
    return _reached(sun_longitude, longitude, near, TROPICAL_YEAR)


def sun_day(year: int, longitude: float) -> date:
    """The day (UTC) of a civil year on which the sun reaches a longitude.

    >>> sun_day(2023, 270), sun_day(2024, 0)
    (datetime.date(2023, 12, 22), datetime.date(2024, 3, 20))
    """
    days = longitude if longitude < _NEW_YEAR else longitude - CIRCLE
    near = date(year, 3, 20).toordinal() + days * TROPICAL_YEAR / CIRCLE
    return date.fromordinal(floor(sun_at(longitude, near)))


@lru_cache(maxsize=4096)
def moon_at(phase: float, near: float) -> float:
    """The moment near another at which the moon has a phase (0 new, 180 full)."""
    return _reached(elongation, phase, near, SYNODIC_MONTH)


@lru_cache(maxsize=4096)
def new_moon(number: int) -> float:
    """The new moon of a number, 0 being that of 6 January 2000.

    >>> date.fromordinal(int(new_moon(0)))
    datetime.date(2000, 1, 6)
    """
    return moon_at(0, _FIRST_MOON + SYNODIC_MONTH * number)


def moon_number(moment: float) -> int:
    """The number of the last new moon at or before a moment.

    >>> moon_number(date(2000, 2, 6).toordinal())
    1
    """
    number = floor((moment - _FIRST_MOON) / SYNODIC_MONTH) + 1
    while new_moon(number) > moment:
        number -= 1
    return number


def daylight(day: int, latitude: float, longitude: float) -> tuple[float, float]:
    """Sunrise and sunset of a day (its ordinal) at a place between the polar circles.

    >>> up, down = daylight(date(2024, 3, 20).toordinal(), 23.18, 75.77)
    >>> round((down - up) * 24, 1)
    12.1
    """
    noon = day + 0.5 - longitude / CIRCLE
    sun = radians(sun_longitude(noon))
    tilt = radians(23.4393)
    sinking = asin(sin(tilt) * sin(sun))
    t = _centuries(noon)
    mean = 280.46646 + 36000.76983 * t
    ascension = degrees(atan2(cos(tilt) * sin(sun), cos(sun)))
    noon += -_apart(mean - 0.0057183 - ascension) / CIRCLE
    here = radians(latitude)
    cosine = (sin(radians(_HORIZON)) - sin(here) * sin(sinking)) / (cos(here) * cos(sinking))
    half = degrees(acos(max(-1.0, min(1.0, cosine)))) / CIRCLE
    return noon - half, noon + half
