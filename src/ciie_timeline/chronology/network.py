"""A simple temporal network: difference constraints, their consistency, conflicts and windows.

A constraint says that one point lies at most so many units after another; which points they are and
whether a unit is a day or a year is the caller's affair.  Each constraint carries tags, and so does
everything that is concluded from it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import attrs

Adjacency: TypeAlias = Mapping[str, Sequence["Constraint"]]

_NOTHING: Final[tuple[str, ...]] = ()


@attrs.frozen
class Constraint:
    """``end`` lies at most ``bound`` units after ``start``: end - start <= bound.

    ``tags`` say what it rests on: ids of claims and rules, or nothing.
    """

    start: str
    end: str
    bound: int
    tags: tuple[str, ...] = _NOTHING


@attrs.frozen
class Window:
    """Where a point can lie, counted from the origin, and what each bound rests on.

    None is no bound.
    """

    low: int | None = None
    high: int | None = None
    low_tags: tuple[str, ...] = _NOTHING
    high_tags: tuple[str, ...] = _NOTHING


def between(
    start: str, end: str, low: int | None, high: int | None, tags: tuple[str, ...] = _NOTHING
) -> tuple[Constraint, ...]:
    """Constraints for low <= end - start <= high; None is no bound.

    >>> [c.bound for c in between("opening", "closing", 0, 5)]
    [5, 0]
    """
    upper = () if high is None else (Constraint(start, end, high, tags),)
    lower = () if low is None else (Constraint(end, start, -low, tags),)
    return upper + lower


def conflict(constraints: Iterable[Constraint]) -> tuple[Constraint, ...]:
    """The fewest constraints that cannot all hold, none when all can.

    They form a cycle whose bounds add up to less than nothing; the sum is by how much they miss.
    No proper part of them is a conflict.  The first of several that are equally small is found,
    in the order of the points' first appearance.

    >>> clash = conflict([*between("0", "a", 5, 5, ("x",)), *between("0", "a", 7, 9, ("y",))])
    >>> sum(c.bound for c in clash), sorted(tag for c in clash for tag in c.tags)
    (-2, ['x', 'y'])
    >>> conflict(between("0", "a", 5, 9))
    ()
    """
    rest = tuple(constraints)
    best: tuple[Constraint, ...] = ()
    while not is_consistent(rest):
        hub = _busiest(rest)
        found = _cycle_through(hub, rest, len(best) - 1 if best else len(rest))
        best = found or best
        rest = tuple(c for c in rest if hub not in (c.start, c.end))
    return best


def is_consistent(constraints: Iterable[Constraint]) -> bool:
    """Whether all constraints can hold together.

    >>> is_consistent([Constraint("a", "b", 1), Constraint("b", "a", -2)])
    False
    """
    outgoing = _outgoing(constraints)
    distance = dict.fromkeys(outgoing, 0)
    parent: dict[str, str] = {}
    order = list(outgoing)
    check_at = 1
    for sweep in range(1, len(order) + 2):
        changed = False
        for point in order:
            for each in outgoing[point]:
                if distance[point] + each.bound < distance[each.end]:
                    distance[each.end] = distance[point] + each.bound
                    parent[each.end] = point
                    changed = True
        if not changed:
            return True
        if sweep >= check_at:
            if _has_loop(parent):
                return False
            check_at *= 2
        order.reverse()
    return False


def windows(constraints: Iterable[Constraint], origin: str) -> dict[str, Window]:
    """Where each point can lie as seen from the origin; the constraints must be consistent.

    Each bound comes with the tags of the fewest constraints that give it.

    >>> chain = [*between("0", "a", 5, 5, ("x",)), *between("a", "b", 1, None, ("y",))]
    >>> windows(chain, "0")["b"]
    Window(low=6, high=None, low_tags=('x', 'y'), high_tags=())
    """
    given = tuple(constraints)
    upper = _distances(_outgoing(given), origin)
    lower = _distances(
        _outgoing(Constraint(c.end, c.start, c.bound, c.tags) for c in given), origin
    )
    result = {}
    for point in upper:
        high, high_tags = _bound(upper[point])
        low, low_tags = _bound(lower[point])
        result[point] = Window(None if low is None else -low, high, low_tags, high_tags)
    return result


# A point's distance from the origin, the constraints on the way, and the last of them.
_Label: TypeAlias = tuple[int, int, Constraint | None, "_Label | None"]


def _bound(label: _Label | None) -> tuple[int | None, tuple[str, ...]]:
    if label is None:
        return None, ()
    tags: dict[str, None] = {}
    at: _Label | None = label
    while at is not None and at[2] is not None:
        tags |= dict.fromkeys(at[2].tags)
        at = at[3]
    return label[0], tuple(sorted(tags))


def _distances(outgoing: Adjacency, origin: str) -> dict[str, _Label | None]:
    """Shortest ways from the origin, by length, then by number of constraints."""
    labels: dict[str, _Label | None] = dict.fromkeys(outgoing)
    if origin not in labels:
        return labels
    labels[origin] = (0, 0, None, None)
    order = list(outgoing)
    order.remove(origin)
    order.insert(0, origin)
    changed = True
    while changed:
        changed = False
        for point in order:
            at = labels[point]
            for each in outgoing[point] if at is not None else ():
                assert at is not None  # noqa: S101 - the loop is empty otherwise
                there = labels[each.end]
                length = (at[0] + each.bound, at[1] + 1)
                if there is None or length < there[:2]:
                    labels[each.end] = (*length, each, at)
                    changed = True
        order.reverse()
    return labels


def _outgoing(constraints: Iterable[Constraint]) -> dict[str, list[Constraint]]:
    outgoing: dict[str, list[Constraint]] = defaultdict(list)
    for each in constraints:
        outgoing[each.start].append(each)
        outgoing.setdefault(each.end, [])
    return dict(outgoing)


def _has_loop(parent: Mapping[str, str]) -> bool:
    """Whether following the parents leads back: then a negative cycle has been walked."""
    seen: dict[str, int] = {}
    for walk, start in enumerate(parent):
        at: str | None = start
        while at is not None and at not in seen:
            seen[at] = walk
            at = parent.get(at)
        if at is not None and seen[at] == walk:
            return True
    return False


def _busiest(constraints: Sequence[Constraint]) -> str:
    degrees = Counter(point for c in constraints for point in (c.start, c.end))
    return max(degrees, key=degrees.__getitem__)


def _cycle_through(
    hub: str, constraints: Sequence[Constraint], limit: int
) -> tuple[Constraint, ...]:
    """The shortest negative cycle through a point with at most ``limit`` constraints."""
    outgoing = _outgoing(constraints)
    labels: dict[str, _Label] = {hub: (0, 0, None, None)}
    for _ in range(min(limit, len(outgoing))):
        after: dict[str, _Label] = {}
        for point, at in labels.items():
            for each in outgoing[point]:
                there = after.get(each.end)
                if there is None or at[0] + each.bound < there[0]:
                    after[each.end] = (at[0] + each.bound, at[1] + 1, each, at)
        if hub in after and after[hub][0] < 0:
            return _walked(after[hub])
        labels = after
    return ()


def _walked(label: _Label) -> tuple[Constraint, ...]:
    steps: list[Constraint] = []
    at: _Label | None = label
    while at is not None and at[2] is not None:
        steps.append(at[2])
        at = at[3]
    return tuple(reversed(steps))
