"""The parts of a year, ISO 8601-2 codes 21 to 41, with the days that this library gives them.

The standard leaves the days of a season open.  Here seasons are meteorological, those without a
hemisphere (21 to 24) are northern, and the season that begins in December belongs to that year and
ends in February of the next.
"""

from __future__ import annotations

from typing import Final

from ciie_timeline.values.days import month_length
from ciie_timeline.values.vocabulary import Precision

DECEMBER: Final = 12
_NORTHERN: Final = ((3, 3), (6, 3), (9, 3), (12, 3))
_SOUTHERN: Final = ((9, 3), (12, 3), (3, 3), (6, 3))
_GROUPS: Final = (
    (21, Precision.SEASON, _NORTHERN),
    (25, Precision.SEASON, _NORTHERN),
    (29, Precision.SEASON, _SOUTHERN),
    (33, Precision.QUARTER, ((1, 3), (4, 3), (7, 3), (10, 3))),
    (37, Precision.SEASON, ((1, 4), (5, 4), (9, 4))),
    (40, Precision.HALF, ((1, 6), (7, 6))),
)
# Code: first code of its group, precision, first month, number of months.
SEASONS: Final = {
    first + place: (first, precision, *months)
    for first, precision, group in _GROUPS
    for place, months in enumerate(group)
}
GROUP_SIZES: Final = {first: len(group) for first, _, group in _GROUPS}

Civil = tuple[int, int, int]


def first_day(year: int, month: int | None, day: int | None) -> Civil:
    """Year, month and day of the first day of a day, month, part of a year (21 to 41) or year.

    >>> first_day(2023, 36, None), first_day(2023, None, None)
    ((2023, 10, 1), (2023, 1, 1))
    """
    if month is not None and month > DECEMBER:
        return year, SEASONS[month][2], 1
    return year, month or 1, day or 1


def last_day(year: int, month: int | None, day: int | None) -> Civil:
    """Year, month and day of the last day of a day, month, part of a year (21 to 41) or year.

    >>> last_day(2023, 24, None), last_day(2023, 2, None)
    ((2024, 2, 29), (2023, 2, 28))
    """
    if month is not None and month > DECEMBER:
        _, _, first, count = SEASONS[month]
        further, place = divmod(first + count - 2, DECEMBER)
        year, month = year + further, place + 1
    month = month or DECEMBER
    return year, month, day or month_length(year, month)


def shape(month: int | None, day: int | None) -> tuple[int, int]:
    """What kind of unit a date is: two dates of one shape can be counted from one to the other.

    >>> shape(21, None) == shape(24, None), shape(11, None) == shape(11, 5)
    (True, False)
    """
    if month is None:
        return 0, 0
    return (SEASONS[month][0] if month > DECEMBER else 1), int(day is not None)
