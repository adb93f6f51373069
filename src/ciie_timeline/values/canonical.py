"""One spelling for notations that differ in nothing but spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from attrs import evolve

from ciie_timeline.values.completions import completions
from ciie_timeline.values.components import Clock, Mask, Qualifiers, Scale
from ciie_timeline.values.extent import Extent
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import shape
from ciie_timeline.values.sets import AllOf, MemberRange, OneOf
from ciie_timeline.values.spans import clocked
from ciie_timeline.values.steps import stepped
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.sets import Member
    from ciie_timeline.values.union import TimeValue


def canonical(value: TimeValue) -> TimeValue:
    """The canonical notation of a value; see the method of the same name.

    >>> str(canonical(PartialDate(170_000_000, digits=Scale(exponent=7))))
    'Y170000000'
    """
    match value:
        case PartialDate():
            return _canonical_date(value)
        case Interval():
            return _canonical_interval(value)
        case OneOf():
            kept = _canonical_members(value.members)
            return _one_date(kept) or OneOf(kept)
        case AllOf():
            kept = _canonical_members(value.members)
            return _one_date(kept) or AllOf(kept)
        case Extent():
            return value
        case _:
            assert_never(value)


def _canonical_date(date: PartialDate) -> PartialDate:
    if date.clock is not None:
        return clocked(date.span()[0], _zone(date.clock), date.clock.length)
    marks = date.qualifiers
    if marks is not None:
        marks = Qualifiers.placed(marks.effective()[: date.components])
    return evolve(_canonical_digits(date), qualifiers=marks)


def _zone(clock: Clock) -> str:
    if not clock.offset:
        return "Z" if clock.zone else ""
    return clock.zone if len(clock.zone) > len("-04") else f"{clock.zone}:00"


def _canonical_digits(date: PartialDate) -> PartialDate:
    match date.digits:
        case Scale() as scale:
            sure = scale.significant if scale.unknown(date.year) else None
            return evolve(date, digits=None if sure is None else Scale(significant=sure))
        case Mask():
            dates = completions(date)
            only = next(dates)
            return date if next(dates, None) else only
        case None:
            return date
        case _:
            assert_never(date.digits)


def _canonical_interval(value: Interval) -> PartialDate | Interval:
    start, end = (
        side if isinstance(side, Bound) else _canonical_date(side)
        for side in (value.start, value.end)
    )
    if isinstance(start, PartialDate) and start == end and start.day is not None:
        return start
    return Interval(start, end)


def _one_date(members: tuple[Member, ...]) -> PartialDate | None:
    only = members[0]
    return only if len(members) == 1 and isinstance(only, PartialDate) else None


def _canonical_members(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Members without repetition, ranges joined, in order."""
    others: set[Member] = set()
    ranges: list[MemberRange] = []
    for member in members:
        clean = _canonical_member(member)
        if isinstance(clean, PartialDate) and (clean.digits or clean.qualifiers):
            others.add(clean)
        elif isinstance(clean, PartialDate):
            ranges.append(MemberRange(clean, clean))
        elif _is_marked(clean):
            others.add(clean)
        else:
            ranges.append(clean)
    return tuple(sorted([*others, *_joined(ranges)], key=_place))


def _canonical_member(member: Member) -> Member:
    if isinstance(member, PartialDate):
        return _canonical_date(member)
    start, end = (
        side if isinstance(side, Bound) else _canonical_date(side)
        for side in (member.start, member.end)
    )
    return start if start == end and isinstance(start, PartialDate) else MemberRange(start, end)


def _is_marked(member: MemberRange) -> bool:
    return any(
        isinstance(side, PartialDate) and side.qualifiers for side in (member.start, member.end)
    )


def _joined(ranges: list[MemberRange]) -> list[Member]:
    """Ranges of one unit that touch or cross, made one."""
    joined: list[MemberRange] = []
    for each in sorted(ranges, key=lambda member: (_shape(member), _low(member))):
        last = joined[-1] if joined else None
        if last is not None and _shape(last) == _shape(each) and _touches(last, each):
            joined[-1] = MemberRange(last.start, _later(last.end, each.end))
        else:
            joined.append(each)
    return [member for each in joined for member in _shortest(each)]


def _shape(member: MemberRange) -> tuple[int, int]:
    side = member.end if isinstance(member.start, Bound) else member.start
    return (0, 0) if isinstance(side, Bound) else shape(side.month, side.day)


def _touches(first: MemberRange, second: MemberRange) -> bool:
    if isinstance(first.start, Bound) and isinstance(second.end, Bound):
        return False  # a range without ends has no notation
    if isinstance(first.end, Bound) or isinstance(second.start, Bound):
        return True
    return second.start.span()[0] <= stepped(first.end, 1).span()[0]


def _later(first: PartialDate | Bound, second: PartialDate | Bound) -> PartialDate | Bound:
    if isinstance(first, Bound) or isinstance(second, Bound):
        return Bound.OPEN
    return max(first, second, key=lambda date: date.span()[0])


def _low(member: MemberRange) -> tuple[int, int]:
    start = member.span()[0]
    return (0, 0) if isinstance(start, Bound) else (1, start)


def _shortest(member: MemberRange) -> tuple[Member, ...]:
    """One date, two dates, or a range."""
    start, end = member.start, member.end
    if isinstance(start, Bound) or isinstance(end, Bound):
        return (member,)
    if start == end:
        return (start,)
    return (start, end) if stepped(start, 1) == end else (member,)


def _place(member: Member) -> tuple[int, int, int, int, str]:
    """Open to the past first, open to the future last, else by the calendar."""
    start, end = member.span()
    return (
        0 if isinstance(start, Bound) else 1,
        1 if isinstance(end, Bound) else 0,
        0 if isinstance(start, Bound) else start,
        0 if isinstance(end, Bound) else end,
        str(member),
    )
