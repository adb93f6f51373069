"""How two time values lie to each other, as far as their notation settles it.

A date stands for its whole unit (``2023`` is the year), a masked date or a one-of set for one of
several such units, an all-of set for all of them, and an interval begins on some day of its start
and ends on some day of its end.  A day is not divided unless a clock time is given.  Between an
offset from UTC and a local time lies what no notation says: the local offset, -12 to +14 hours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ciie_timeline.values.completions import Stretch, cases, hull
from ciie_timeline.values.drift import adrift, clocks_of
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.temporal import DAY_SECONDS, require_time_value
from ciie_timeline.values.vocabulary import Allen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ciie_timeline.values.completions import Case
    from ciie_timeline.values.union import TimeValue

BEFORE: Final = frozenset({Allen.BEFORE, Allen.MEETS})
AFTER: Final = frozenset({Allen.AFTER, Allen.MET_BY})
DURING: Final = frozenset({Allen.DURING, Allen.STARTS, Allen.FINISHES, Allen.EQUALS})
CONTAINS: Final = frozenset({Allen.CONTAINS, Allen.STARTED_BY, Allen.FINISHED_BY, Allen.EQUALS})
OVERLAPS: Final = frozenset(Allen) - BEFORE - AFTER
EQUALS: Final = frozenset({Allen.EQUALS})

# Points: start and end of the first, start and end of the second.
_S1, _E1, _S2, _E2 = range(4)
# (p, q, n): point q lies at least n behind point p.
_Rule = tuple[int, int, int]
_SAME_START: Final[tuple[_Rule, ...]] = ((_S1, _S2, 0), (_S2, _S1, 0))
_SAME_END: Final[tuple[_Rule, ...]] = ((_E1, _E2, 0), (_E2, _E1, 0))
_RULES: Final[dict[Allen, tuple[_Rule, ...]]] = {
    Allen.BEFORE: ((_E1, _S2, 1),),
    Allen.MEETS: ((_E1, _S2, 0), (_S2, _E1, 0)),
    Allen.OVERLAPS: ((_S1, _S2, 1), (_S2, _E1, 1), (_E1, _E2, 1)),
    Allen.FINISHED_BY: ((_S1, _S2, 1), *_SAME_END),
    Allen.CONTAINS: ((_S1, _S2, 1), (_E2, _E1, 1)),
    Allen.STARTS: ((_E1, _E2, 1), *_SAME_START),
    Allen.EQUALS: (*_SAME_START, *_SAME_END),
}
_RULES.update(
    {
        relation.converse: tuple(((p + 2) % 4, (q + 2) % 4, n) for p, q, n in rules)
        for relation, rules in tuple(_RULES.items())
    }
)


def relation(first: TimeValue, second: TimeValue) -> frozenset[Allen]:
    """The Allen relations that the two values can have; see the method of the same name.

    >>> from ciie_timeline.values.edtf import parse_edtf
    >>> found = relation(parse_edtf("2023-05"), parse_edtf("2023-05/2023-06"))
    >>> sorted(each.value for each in found)
    ['overlaps', 'starts']
    """
    known = _known(first, second)
    if known is not None:
        return frozenset((known,))
    ours, theirs = _on_one_scale(first, second)
    found = _relations([hull(case) for case in ours], [hull(case) for case in theirs])
    if all(len(case) == 1 for case in (*ours, *theirs)):
        return found
    return found.difference(
        *(
            each
            for each in (OVERLAPS, DURING, CONTAINS, EQUALS)
            if _each(ours, theirs, each) is False
        )
    )


def verdict(first: TimeValue, second: TimeValue, wanted: frozenset[Allen]) -> bool | None:
    """Whether the relation is among those wanted: True, False, or None when it can be either.

    Containing, equality and sharing time look at each date of an all-of set.

    >>> from ciie_timeline.values.partial import PartialDate
    >>> verdict(PartialDate(2022), PartialDate(2023), BEFORE)
    True
    """
    known = _known(first, second)
    if known is not None:
        return known in wanted
    ours, theirs = _on_one_scale(first, second)
    if wanted in (BEFORE, AFTER) or all(len(case) == 1 for case in (*ours, *theirs)):
        found = _relations([hull(case) for case in ours], [hull(case) for case in theirs])
        return _judged(found, wanted)
    return _each(ours, theirs, wanted)


def _each(
    ours: tuple[Case, ...], theirs: tuple[Case, ...], wanted: frozenset[Allen]
) -> bool | None:
    """The verdict piece by piece, where it is the same in all cases."""
    return _agreed(_in_pieces(mine, other, wanted) for mine in ours for other in theirs)


def _known(first: TimeValue, second: TimeValue) -> Allen | None:
    """The one relation of two values without any doubt, which most are: the short way."""
    if not (_is_known(first) and _is_known(second)):
        return None
    clocks = clocks_of(first) | clocks_of(second)
    if len(clocks) > 1:
        return None
    zoned = True in clocks
    (s1, e1), (s2, e2) = first.span(zoned=zoned), second.span(zoned=zoned)
    if isinstance(s1, int) and isinstance(e1, int) and isinstance(s2, int) and isinstance(e2, int):
        return _of_known(s1, e1, s2, e2)
    return None


def _is_known(value: TimeValue) -> bool:
    """Whether the value is one date, or goes from one day or clock time to another."""
    match value:
        case PartialDate():
            return value.digits is None
        case Interval(start=PartialDate() as start, end=PartialDate() as end):
            exact = start.day is not None and end.day is not None
            return exact and start.digits is None and end.digits is None
        case _:
            return False


def _on_one_scale(first: TimeValue, second: TimeValue) -> tuple[tuple[Case, ...], tuple[Case, ...]]:
    """The cases of both, in UTC when there are offsets, in days when neither divides a day."""
    for value in (first, second):
        require_time_value(value, "comparison")
    clocks = clocks_of(first) | clocks_of(second)
    zoned = True in clocks
    ours, theirs = cases(first, zoned=zoned), cases(second, zoned=zoned)
    if len(clocks) > 1:
        return adrift(first, ours), adrift(second, theirs)
    stretches = [stretch for case in (*ours, *theirs) for stretch in case]
    if any(instant % DAY_SECONDS for stretch in stretches for instant in stretch[:5]):
        return ours, theirs
    return _in_days(ours), _in_days(theirs)


def _in_days(found: tuple[Case, ...]) -> tuple[Case, ...]:
    return tuple(
        tuple(Stretch(*(instant // DAY_SECONDS for instant in stretch)) for stretch in case)
        for case in found
    )


def _judged(found: frozenset[Allen], wanted: frozenset[Allen]) -> bool | None:
    if found and found <= wanted:
        return True
    return None if found & wanted or not found else False


def _agreed(verdicts: Iterable[bool | None]) -> bool | None:
    """What all cases agree on."""
    different = set(verdicts)
    return different.pop() if len(different) == 1 else None


def _all(verdicts: Iterable[bool | None]) -> bool | None:
    known = set(verdicts)
    return False if False in known else None if None in known else True


def _any(verdicts: Iterable[bool | None]) -> bool | None:
    known = set(verdicts)
    return True if True in known else None if None in known else False


def _in_pieces(ours: Case, theirs: Case, wanted: frozenset[Allen]) -> bool | None:
    """The verdict on two cases of several stretches each."""
    if wanted is OVERLAPS:
        return _any(_judged(_relations([a], [b]), OVERLAPS) for a in ours for b in theirs)
    covered, covers = _covers(theirs, ours), _covers(ours, theirs)
    if wanted is DURING:
        return covered
    return covers if wanted is CONTAINS else _all((covered, covers))


def _covers(whole: Case, parts: Case) -> bool | None:
    """Whether each part lies inside one stretch of the whole.

    Two stretches that are not known to the instant might touch, so that they rule out covering a
    part together only where the time from the first to the last does.
    """
    found = _all(_any(_judged(_relations([a], [b]), CONTAINS) for a in whole) for b in parts)
    if found is False and not all(stretch.is_fixed for stretch in whole):
        around = _judged(_relations([hull(whole)], [hull(parts)]), CONTAINS)
        return False if around is False else None
    return found


def _relations(ours: Iterable[Stretch], theirs: Iterable[Stretch]) -> frozenset[Allen]:
    others = tuple(theirs)
    found: set[Allen] = set()
    for a in ours:
        for b in others:
            if a.is_fixed and b.is_fixed:
                found.add(_of_known(a.start_low, a.end_low, b.start_low, b.end_low))
            else:
                found.update(each for each in Allen if each not in found and _can(a, b, each))
    return frozenset(found)


def _of_known(s1: int, e1: int, s2: int, e2: int) -> Allen:
    if e1 <= s2:
        return Allen.MEETS if e1 == s2 else Allen.BEFORE
    if e2 <= s1:
        return Allen.MET_BY if e2 == s1 else Allen.AFTER
    if s1 == s2:
        return Allen.EQUALS if e1 == e2 else Allen.STARTS if e1 < e2 else Allen.STARTED_BY
    if e1 == e2:
        return Allen.FINISHES if s1 > s2 else Allen.FINISHED_BY
    if s1 < s2:
        return Allen.CONTAINS if e1 > e2 else Allen.OVERLAPS
    return Allen.DURING if e1 < e2 else Allen.OVERLAPPED_BY


def _can(a: Stretch, b: Stretch, wanted: Allen) -> bool:
    """Whether the windows and lengths leave room for a relation.

    All demands have the form "q at least n behind p", so the least solution is found by pushing
    the lower ends up, once for each point; if it still moves after that, there is none.
    """
    low = [a.start_low, a.end_low, b.start_low, b.end_low]
    high = (a.start_high, a.end_high, b.start_high, b.end_high)
    demands = (
        (_S1, _E1, a.shortest),
        (_E1, _S1, -a.longest),
        (_S2, _E2, b.shortest),
        (_E2, _S2, -b.longest),
        *_RULES[wanted],
    )
    for _ in range(len(low) + 1):
        moved = False
        for p, q, least in demands:
            if low[q] < low[p] + least:
                low[q] = low[p] + least
                moved = True
        if not moved:
            return all(at <= limit for at, limit in zip(low, high, strict=True))
    return False
