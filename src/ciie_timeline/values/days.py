"""Days of the proleptic Gregorian calendar for any year, also before 1 and after 9999.

An ordinal counts days as ``datetime.date.toordinal`` does: 1 is 0001-01-01, 0 is 0000-12-31.
"""

from __future__ import annotations

from datetime import date
from typing import Final, TypeAlias

from attrs import frozen

CYCLE_YEARS: Final = 400
CYCLE_DAYS: Final = 146_097
_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_LEAP_DAY: Final = 29
_FOUR_DIGITS: Final = 9999


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February; any year, 0 being the year before 1.

    >>> is_leap(2000), is_leap(1900), is_leap(0), is_leap(-4)
    (True, False, True, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % CYCLE_YEARS == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month (1 to 12).

    >>> month_length(2024, 2), month_length(2023, 11)
    (29, 30)
    """
    if month == _FEBRUARY and is_leap(year):
        return _LEAP_DAY
    return _LENGTHS[month]


def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day of any year; the day must exist.

    >>> ordinal(1, 1, 1), ordinal(0, 12, 31), ordinal(2023, 11, 5) == date(2023, 11, 5).toordinal()
    (1, 0, True)
    """
    cycle, year_in_cycle = divmod(year - 1, CYCLE_YEARS)
    return date(year_in_cycle + 1, month, day).toordinal() + cycle * CYCLE_DAYS


def civil(number: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal.

    >>> civil(0), civil(ordinal(-44, 3, 15))
    ((0, 12, 31), (-44, 3, 15))
    """
    cycle, rest = divmod(number - 1, CYCLE_DAYS)
    day = date.fromordinal(rest + 1)
    return day.year + cycle * CYCLE_YEARS, day.month, day.day


def year_text(year: int) -> str:
    """A year as ISO 8601-2 writes it: four digits, a sign below zero, ``Y`` beyond four digits.

    >>> year_text(985), year_text(-44), year_text(12345), year_text(-12345)
    ('0985', '-0044', 'Y12345', 'Y-12345')
    """
    if 0 <= year <= _FOUR_DIGITS:
        return f"{year:04d}"
    if -_FOUR_DIGITS <= year < 0:
        return f"-{-year:04d}"
    return f"Y{year}"


@frozen(repr=False, order=False)
class FarDay:
    """A day outside the years 1 to 9999, which ``datetime.date`` cannot hold.

    It compares with other days and with ``datetime.date``; ``str()`` is ISO 8601-2, with ``Y``
    before a year of more than four digits.  The constructor does not check the day.

    Args:
        year: below 1 or above 9999; 0 is the year before 1.
        month: 1 to 12.
        day: 1 to 31.

    >>> str(FarDay(-44, 3, 15)), FarDay(-44, 3, 15) < date(1, 1, 1) < FarDay(12345, 1, 1)
    ('-0044-03-15', True)
    """

    year: int
    month: int
    day: int

    def toordinal(self) -> int:
        """The day as an ordinal, counted as ``datetime.date.toordinal`` counts.

        >>> FarDay(0, 12, 31).toordinal()
        0
        """
        return ordinal(self.year, self.month, self.day)

    def isoformat(self) -> str:
        """The day as ISO 8601-2 text.

        >>> FarDay(12345, 1, 1).isoformat()
        'Y12345-01-01'
        """
        return f"{year_text(self.year)}-{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        return f"FarDay({self.year}, {self.month}, {self.day})"

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month, self.day

    def __lt__(self, other: Day) -> bool:
        return self._key() < (other.year, other.month, other.day)

    def __le__(self, other: Day) -> bool:
        return self._key() <= (other.year, other.month, other.day)

    def __gt__(self, other: Day) -> bool:
        return self._key() > (other.year, other.month, other.day)

    def __ge__(self, other: Day) -> bool:
        return self._key() >= (other.year, other.month, other.day)


Day: TypeAlias = date | FarDay


def day_at(year: int, month: int, day: int) -> Day:
    """A day of any year: a ``date`` in the years 1 to 9999, else a ``FarDay``.

    >>> day_at(2023, 11, 5), day_at(0, 2, 29)
    (datetime.date(2023, 11, 5), FarDay(0, 2, 29))
    """
    if 1 <= year <= _FOUR_DIGITS:
        return date(year, month, day)
    return FarDay(year, month, day)


def day_of(number: int) -> Day:
    """The day of an ordinal.

    >>> day_of(1), day_of(0)
    (datetime.date(1, 1, 1), FarDay(0, 12, 31))
    """
    return day_at(*civil(number))
