"""Counting in the units that dates name: the next day, month, quarter or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ciie_timeline.values.days import civil, ordinal
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER, GROUP_SIZES, SEASONS
from ciie_timeline.values.sets import MemberRange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ciie_timeline.values.sets import Member


def stepped(date: PartialDate, count: int) -> PartialDate:
    """The date so many of its own units later, earlier for a negative count; marks are kept.

    Args:
        date: a date without masked digits, scale or clock time.
        count: days for a day, months for a month, quarters for a quarter, years for a year.

    >>> str(stepped(PartialDate(2023, 12), 1)), str(stepped(PartialDate(2023, 36), 1))
    ('2024-01', '2024-33')
    """
    if date.day is not None:
        year, month, day = civil(ordinal(date.year, date.month or 1, date.day) + count)
        return PartialDate(year, month, day, qualifiers=date.qualifiers)
    if date.month is None:
        return PartialDate(date.year + count, qualifiers=date.qualifiers)
    first = SEASONS[date.month][0] if date.month > DECEMBER else 1
    size = GROUP_SIZES[first] if date.month > DECEMBER else DECEMBER
    years, place = divmod(date.month - first + count, size)
    return PartialDate(date.year + years, first + place, qualifiers=date.qualifiers)


def gathered(dates: Iterable[PartialDate]) -> tuple[Member, ...]:
    """Dates as members of a set: three or more in a row become a range; two stay two.

    >>> [str(each) for each in gathered(PartialDate(year) for year in (1667, 1670, 1671, 1672))]
    ['1667', '1670..1672']
    """
    runs: list[list[PartialDate]] = []
    for date in dates:
        plain = date.digits is None and date.clock is None
        if plain and runs and runs[-1][-1].digits is None and stepped(runs[-1][-1], 1) == date:
            runs[-1].append(date)
        else:
            runs.append([date])
    members: list[Member] = []
    for run in runs:
        if len(run) <= 2:  # noqa: PLR2004 - a range says less than two dates
            members.extend(run)
        else:
            members.append(MemberRange(run[0], run[-1]))
    return tuple(members)
