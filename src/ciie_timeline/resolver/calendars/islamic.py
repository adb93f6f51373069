"""The Islamic calendar as it is written down ahead: Umm al-Qura, elsewhere by the table.

A month begins when the crescent has been seen, so that a feast can be a day earlier or later than
any calendar says, and on different days in different countries: whoever uses these days must keep
that doubt.  A day begins at sunset of the civil day before; what is given here is the civil day
that holds its daylight.

Sources: the lengths of the months of 1343 to 1500 AH as the calendar of Umm al-Qura was and is
published in Saudi Arabia, after the almanacs as R. H. van Gent has collected them; outside these
years the tabular calendar with the leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

#: The civil years whose feasts it gives.
YEARS: Final = range(622, 10000)
_EPOCH: Final = 227015
_FIRST, _LAST = 1343, 1500
_START: Final = date(1924, 8, 1).toordinal()
_MONTHS: Final = 12
_LEAST: Final = 28
_LUNAR_YEAR: Final = 354.367
#: For each year twelve digits of base 4, the first for Muharram: the days of a month over 28.  The
#: early almanacs also have months of 28 and of 31 days.
_LENGTHS: Final = (
    "9a6a2a 599999 99d8a6 5a6969 5a69a5 999a5c 999a8e 6659a6 9995a6 999999 9a6696 666999 "
    "9999a6 599a59 99999a a65969 a99659 99999a 999999 999999 99999a 9998a9 99999a 999999 "
    "999999 99999a 999a69 999999 99666a 66659a 666666 999a5a 999969 65a999 96669a 999999 "
    "666666 999999 9a6599 9a6966 669999 999999 9a59a9 a5999a 59999a 699999 99999a 999a65 "
    "99999a 59999a 99599a 999969 9a6599 9a9966 669999 999a66 666669 a6599a 666599 a99966 "
    "6a6659 69a996 5a6999 9999a6 666666 999966 9a6659 9a9996 669a65 969a99 65a69a 5966a6 "
    "6659a6 999966 99a665 99a999 6669a6 659aa6 595aa6 9656a6 999666 9a6599 9a6699 6669a6 "
    "599a69 965a9a 65969a 696666 699996 6a6665 9a6999 6669a5 9999a6 666666 9a5996 9a9659 "
    "9a9996 66a665 99a699 666699 99999a 669666 6a6596 6a6965 9a9999 669a66 599a69 996669 "
    "a65999 a99666 6a5999 6a6666 5a6699 9666a6 65969a 9965a6 a65969 a6665a 669999 9999a6 "
    "659a69 99666a 66596a 999666 9a6599 9a6666 5a69a5 9699a9 659a69 999669 9a6599 a69966 "
    "66a659 66a696 59a6a5 9669a6 6599a6 696666 69a659 9a6996 5a6a65 969a69 65a66a 59999a "
    "66659a 699966 6a6659 9a6996 66699a 5999a6 9665a6 a59666 a66599 a99966 69a599 99a666 "
    "666669 a5966a"
)  # fmt: skip


@lru_cache(maxsize=1)
def _starts() -> tuple[int, ...]:
    """The first day of each month of the published years, and of the one behind them."""
    starts = [_START]
    for year in _LENGTHS.split():
        for place in range(_MONTHS - 1, -1, -1):
            starts.append(starts[-1] + _LEAST + (int(year, 16) >> 2 * place & 3))
    return tuple(starts)


def is_published(year: int) -> bool:
    """Whether the calendar of Umm al-Qura has been published for a year of the Hijra.

    >>> is_published(1445), is_published(1200)
    (True, False)
    """
    return _FIRST <= year <= _LAST


def ordinal_of(year: int, month: int, day: int) -> int:
    """The ordinal of a day; ``month`` 13 is the first of the next year.

    >>> date.fromordinal(ordinal_of(1445, 10, 1)), date.fromordinal(ordinal_of(1200, 1, 1))
    (datetime.date(2024, 4, 10), datetime.date(1785, 11, 4))
    """
    if is_published(year):
        return _starts()[(year - _FIRST) * _MONTHS + month - 1] + day - 1
    return (
        _EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    )


def month_length(year: int, month: int) -> int:
    """The days of a month.

    >>> month_length(1442, 9)
    30
    """
    if is_published(year):
        return ordinal_of(year, month + 1, 1) - ordinal_of(year, month, 1)
    return 30 if month % 2 or (month == _MONTHS and (11 * year + 14) % 30 in range(11)) else 29


def days_in(year: int, month: int, day: int) -> list[tuple[int, date]]:
    """The days of a civil year that are a day of the Islamic calendar, each with its year there.

    >>> days_in(2000, 10, 1)
    [(1420, datetime.date(2000, 1, 8)), (1421, datetime.date(2000, 12, 27))]
    """
    near = int((date(year, 7, 1).toordinal() - _EPOCH) / _LUNAR_YEAR) + 1
    found = [(each, ordinal_of(each, month, day)) for each in range(max(near - 1, 1), near + 2)]
    inside = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    return [(each, date.fromordinal(ordinal)) for each, ordinal in found if ordinal in inside]
