"""The Hebrew calendar: fixed arithmetic, the same for every year.

Months are counted from Nisan (1); Tishri, with which the year begins, is 7, Adar 12, and in a leap
year, when there are two, 12 is the first and 13 the second.  A day begins at sunset of the civil
day before; what is given here is the civil day that holds its daylight.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

#: The civil years whose feasts it gives: the rule is known to be kept since the year 4119 (358/9).
YEARS: Final = range(359, 10000)
_EPOCH: Final = -1373427
_CIVIL: Final = 3761
_TISHRI, _MARHESHVAN, _KISLEV, _ADAR, _SECOND_ADAR = 7, 8, 9, 12, 13
_PARTS: Final = 25920
_FULL, _SHORT = 30, 29
_COMPLETE, _DEFICIENT = (355, 385), (353, 383)
#: Years that the rule of the new moon would make too long, or too short when they are leap years.
_TOO_LONG, _TOO_SHORT = 356, 382


def is_leap(year: int) -> bool:
    """Whether a year has thirteen months.

    >>> is_leap(5784), is_leap(5785)
    (True, False)
    """
    return (7 * year + 1) % 19 in range(7)


@lru_cache(maxsize=512)
def _delay(year: int) -> int:
    """Days from the epoch to the new moon of a year, put off where its weekday is not allowed."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // _PARTS
    return day + 1 if 3 * (day + 1) % 7 in range(3) else day


@lru_cache(maxsize=512)
def new_year(year: int) -> int:
    """The ordinal of 1 Tishri of a year.

    >>> date.fromordinal(new_year(5785))
    datetime.date(2024, 10, 3)
    """
    before, here, behind = (_delay(each) for each in (year - 1, year, year + 1))
    if behind - here == _TOO_LONG:
        here += 2
    elif here - before == _TOO_SHORT:
        here += 1
    return _EPOCH + here


def _length(year: int, month: int) -> int:
    days = new_year(year + 1) - new_year(year)
    if month == _MARHESHVAN:
        return _FULL if days in _COMPLETE else _SHORT
    if month == _KISLEV:
        return _SHORT if days in _DEFICIENT else _FULL
    if month == _ADAR:
        return _FULL if is_leap(year) else _SHORT
    return _FULL if month % 2 and month != _SECOND_ADAR else _SHORT


def _in_order(year: int) -> tuple[int, ...]:
    return (*range(_TISHRI, 14 if is_leap(year) else 13), *range(1, _TISHRI))


def day_of(year: int, month: int, day: int) -> date | None:
    """The civil day of a day of the Hebrew calendar; of two Adars, 12 is the second.

    >>> day_of(5779, 7, 10), day_of(5784, 12, 14), day_of(5773, 12, 14)
    (datetime.date(2018, 9, 19), datetime.date(2024, 3, 24), datetime.date(2013, 2, 24))
    """
    if month == _ADAR and is_leap(year):
        month = _SECOND_ADAR
    months = _in_order(year)
    before = sum(_length(year, each) for each in months[: months.index(month)])
    ordinal = new_year(year) + before + day - 1
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def days_in(year: int, month: int, day: int) -> list[date]:
    """The days of a civil year that are a day of the Hebrew calendar.

    >>> days_in(2018, 9, 25)
    [datetime.date(2018, 12, 3)]
    """
    found = [day_of(year + _CIVIL + shift, month, day) for shift in (-1, 0)]
    return [each for each in found if each is not None and each.year == year]
