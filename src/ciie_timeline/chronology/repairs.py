"""The cheapest ways out of contradictions: what to leave out so that each of them is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Beyond this many contradictions that hang together the choice is made one by one.
_EXACT: Final = 8


def cheapest(cores: Sequence[frozenset[str]], costs: Mapping[str, int]) -> frozenset[str]:
    """The members whose removal touches every core at the least cost.

    Where more than eight cores hang together it is a good choice, not always the least.  Of
    choices that cost the same, the one whose members come first in the alphabet is taken.

    >>> abc = {"a": 1, "b": 2, "c": 2}
    >>> sorted(cheapest([frozenset("ab"), frozenset("bc")], abc))
    ['b']
    """
    chosen: set[str] = set()
    for group in _connected(cores):
        chosen |= _exact(group, costs) if len(group) <= _EXACT else _greedy(group, costs)
    return frozenset(chosen)


def _connected(cores: Sequence[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The cores in groups that share no member with each other."""
    groups: list[tuple[frozenset[str], list[frozenset[str]]]] = []
    for core in cores:
        members, inside = core, [core]
        apart = []
        for group in groups:
            if group[0] & core:
                members, inside = members | group[0], group[1] + inside
            else:
                apart.append(group)
        groups = [*apart, (members, inside)]
    return [inside for _, inside in groups]


def _exact(cores: Sequence[frozenset[str]], costs: Mapping[str, int]) -> frozenset[str]:
    """Search through one member of each core that is not yet touched."""
    best: tuple[int, list[str]] | None = None
    waiting: list[tuple[int, frozenset[str]]] = [(0, frozenset())]
    while waiting:
        cost, chosen = waiting.pop()
        if best is not None and cost > best[0]:
            continue
        open_ = next((core for core in cores if not core & chosen), None)
        if open_ is None:
            best = min(best or (cost, sorted(chosen)), (cost, sorted(chosen)))
        else:
            waiting += [(cost + costs[each], chosen | {each}) for each in sorted(open_)]
    return frozenset(best[1] if best else ())


def _greedy(cores: Sequence[frozenset[str]], costs: Mapping[str, int]) -> frozenset[str]:
    chosen: set[str] = set()
    left = list(cores)
    while left:
        members = sorted({each for core in left for each in core})
        best = min(members, key=lambda each: costs[each] / sum(each in core for core in left))
        chosen.add(best)
        left = [core for core in left if best not in core]
    return frozenset(chosen)
