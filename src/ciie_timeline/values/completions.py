"""What a time value can turn out to be: each completion as stretches between windows of instants.

Instants are integers, seconds from ordinal day 0.  A stretch that is fully known has windows of
one instant.  Where a value has very many completions, one stretch with wide windows stands for all
of them: it allows every one and perhaps more, so that what is concluded from it stays true.
"""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Final, NamedTuple, assert_never

from ciie_timeline.values.components import Mask, Scale
from ciie_timeline.values.extent import Extent
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER, SEASONS
from ciie_timeline.values.sets import AllOf, MemberRange, OneOf
from ciie_timeline.values.steps import stepped
from ciie_timeline.values.temporal import DAY_SECONDS
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.values.days import Day
    from ciie_timeline.values.sets import Member
    from ciie_timeline.values.union import TimeValue

# Beyond every year of a hundred digits, and a whole number of days.
FOREVER: Final = DAY_SECONDS * 10**110
MOST_CASES: Final = 128
_NEVER_SAID: Final = FOREVER - DAY_SECONDS
_MONTHS_TO_DAYS: Final = {1: (28, 31), 3: (89, 92), 4: (120, 123), 6: (181, 184)}


class Stretch(NamedTuple):
    """One connected piece of time: windows of its start and end, and the range of its length."""

    start_low: int
    start_high: int
    end_low: int
    end_high: int
    shortest: int
    longest: int

    @property
    def is_fixed(self) -> bool:
        """Whether start and end are known to the instant."""
        return self.start_low == self.start_high and self.end_low == self.end_high


Case = tuple[Stretch, ...]


def cases(value: TimeValue, *, zoned: bool) -> tuple[Case, ...]:
    """All that a value can turn out to be; each case is one or more separate stretches.

    >>> len(cases(PartialDate(2010, digits=Mask(year="201X")), zoned=False))
    10
    """
    match value:
        case PartialDate():
            return tuple((stretch,) for stretch in _date(value, zoned=zoned))
        case Interval():
            return ((_interval(value, zoned=zoned),),)
        case OneOf():
            each = (_member(member, zoned=zoned) for member in value.members)
            return _capped(tuple((stretch,) for stretches in each for stretch in stretches))
        case AllOf():
            return _all_of(value, zoned=zoned)
        case Extent():
            return ((_extent(value),),)
        case _:
            assert_never(value)


def completions(date: PartialDate) -> Iterator[PartialDate]:
    """The dates that a masked or rounded date can be, in order; any other date is its only one.

    >>> [str(date) for date in completions(PartialDate(1984, digits=Mask(month="1X")))]
    ['1984-10', '1984-11', '1984-12']
    """
    match date.digits:
        case Mask() as mask:
            for year, month, day in mask.completions((date.year, date.month, date.day)):
                yield PartialDate(year, month, day)
        case Scale() as scale:
            first, last = scale.years(date.year)
            year = first
            while year <= last:
                yield PartialDate(year)
                year += 1
        case None:
            yield date
        case _:
            assert_never(date.digits)


def fixed(start: int, end: int) -> Stretch:
    """A stretch known to the instant."""
    return Stretch(start, start, end, end, end - start, end - start)


def hull(case: Case) -> Stretch:
    """The stretch from the first start to the last end of a case."""
    if len(case) == 1:
        return case[0]
    start_low, start_high = (min(each[place] for each in case) for place in (0, 1))
    end_low, end_high = (max(each[place] for each in case) for place in (2, 3))
    return Stretch(start_low, start_high, end_low, end_high, 1, 2 * FOREVER)


def _date(date: PartialDate, *, zoned: bool) -> tuple[Stretch, ...]:
    if date.digits is None:
        return (fixed(*date.span(zoned=zoned)),)
    return _units(completions(date), date.span(), date)


def _units(
    dates: Iterator[PartialDate], span: tuple[int, int], like: PartialDate
) -> tuple[Stretch, ...]:
    """Each of the dates as a stretch, or one wide stretch when there are too many."""
    first = tuple(islice(dates, MOST_CASES + 1))
    if len(first) <= MOST_CASES:
        return tuple(fixed(*date.span()) for date in first)
    return (_wide(span[0], span[1], like),)


def _wide(low: int, high: int, like: PartialDate) -> Stretch:
    """Some unit such as the given date, anywhere between two instants."""
    shortest, longest = _lengths(like)
    return Stretch(low, high - shortest, low + shortest, high, shortest, longest)


def _lengths(date: PartialDate) -> tuple[int, int]:
    """How long a date can be, by the unit that it names."""
    mask = date.mask or Mask()
    if date.day is not None or mask.day is not None:
        days = (1, 1)
    elif date.month is not None and date.month > DECEMBER:
        days = _MONTHS_TO_DAYS[SEASONS[date.month][3]]
    elif date.month is not None or mask.month is not None:
        days = _MONTHS_TO_DAYS[1]
    else:
        days = (365, 366)
    return days[0] * DAY_SECONDS, days[1] * DAY_SECONDS


def _interval(value: Interval, *, zoned: bool) -> Stretch:
    hull_start, hull_end = value.span(zoned=zoned)
    start = _start_window(value.start, hull_start, zoned=zoned)
    end = _end_window(value.end, hull_end, zoned=zoned)
    exact = any(isinstance(side, PartialDate) and side.clock for side in (value.start, value.end))
    if start[0] == start[1] and end[0] == end[1]:
        return fixed(start[0], end[0])
    return Stretch(*start, *end, 1 if exact else DAY_SECONDS, 2 * FOREVER)


def _start_window(side: PartialDate | Bound, edge: int | Bound, *, zoned: bool) -> tuple[int, int]:
    if isinstance(side, Bound) or isinstance(edge, Bound):
        return (-FOREVER, -FOREVER) if side is Bound.OPEN else (-_NEVER_SAID, _NEVER_SAID)
    if side.clock is not None:
        return edge, edge
    return edge, side.span(zoned=zoned)[1] - DAY_SECONDS


def _end_window(side: PartialDate | Bound, edge: int | Bound, *, zoned: bool) -> tuple[int, int]:
    if isinstance(side, Bound) or isinstance(edge, Bound):
        return (FOREVER, FOREVER) if side is Bound.OPEN else (-_NEVER_SAID, _NEVER_SAID)
    if side.clock is not None:
        return edge, edge
    return side.span(zoned=zoned)[0] + DAY_SECONDS, edge


def _member(member: Member, *, zoned: bool) -> tuple[Stretch, ...]:
    """A member of a one-of set: each date that it stands for."""
    if isinstance(member, PartialDate):
        return _date(member, zoned=zoned)
    like = member.end if isinstance(member.start, Bound) else member.start
    start, end = member.span()
    if isinstance(like, Bound):
        return (Stretch(-_NEVER_SAID, _NEVER_SAID, -_NEVER_SAID, _NEVER_SAID, 1, 2 * FOREVER),)
    if isinstance(start, Bound) or isinstance(end, Bound):
        low = -_NEVER_SAID if isinstance(start, Bound) else start
        return (_wide(low, _NEVER_SAID if isinstance(end, Bound) else end, like),)
    return _units(consecutive(member), (start, end), like)


def consecutive(member: MemberRange) -> Iterator[PartialDate]:
    """The dates of a range with two ends, in order.

    >>> range_ = MemberRange(PartialDate(1670), PartialDate(1672))
    >>> [date.year for date in consecutive(range_)]
    [1670, 1671, 1672]
    """
    start, end = member.start, member.end
    if isinstance(start, Bound) or isinstance(end, Bound):
        return
    date, last = PartialDate(start.year, start.month, start.day), end.span()[0]
    while date.span()[0] <= last:
        yield date
        date = stepped(date, 1)


def _all_of(value: AllOf, *, zoned: bool) -> tuple[Case, ...]:
    choices = [_piece_choices(member, zoned=zoned) for member in value.members]
    combined = tuple(islice(product(*choices), MOST_CASES + 1))
    if len(combined) > MOST_CASES:
        combined = (tuple(_widened(choice) for choice in choices),)
    return tuple(_merged(case) for case in combined)


def _piece_choices(member: Member, *, zoned: bool) -> tuple[Stretch, ...]:
    """A member of an all-of set: a range is one stretch, for its dates adjoin."""
    if isinstance(member, PartialDate):
        return _date(member, zoned=zoned)
    start, end = member.span()
    return (
        fixed(
            -FOREVER if isinstance(start, Bound) else start,
            FOREVER if isinstance(end, Bound) else end,
        ),
    )


def _merged(case: Case) -> Case:
    """The same time with known stretches that touch made one."""
    known = sorted(each for each in case if each.is_fixed)
    merged = list(known[:1])
    for each in known[1:]:
        if each.start_low <= merged[-1].end_low:
            merged[-1] = fixed(merged[-1].start_low, max(merged[-1].end_low, each.end_low))
        else:
            merged.append(each)
    return (*merged, *(each for each in case if not each.is_fixed))


def _widened(stretches: tuple[Stretch, ...]) -> Stretch:
    columns = tuple(zip(*stretches, strict=True))
    return Stretch(
        min(columns[0]),
        max(columns[1]),
        min(columns[2]),
        max(columns[3]),
        min(columns[4]),
        max(columns[5]),
    )


def _capped(found: tuple[Case, ...]) -> tuple[Case, ...]:
    if len(found) <= MOST_CASES:
        return found
    return ((_widened(tuple(stretch for case in found for stretch in case)),),)


def _extent(value: Extent) -> Stretch:
    def at(day: Day | None, missing: int, later: int = 0) -> int:
        return missing if day is None else (day.toordinal() + later) * DAY_SECONDS

    return Stretch(
        at(value.start.earliest, -_NEVER_SAID),
        at(value.start.latest, _NEVER_SAID),
        at(value.end.earliest, -_NEVER_SAID, 1),
        at(value.end.latest, _NEVER_SAID, 1),
        DAY_SECONDS,
        2 * FOREVER,
    )
