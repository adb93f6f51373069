"""Settling: which statements to set aside so that the others hold together, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ciie_timeline.chronology.problem import Core, Outcome, Problem
from ciie_timeline.chronology.repairs import cheapest
from ciie_timeline.chronology.statements import Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: In choices between equals a text's idea of "this year" goes before a date that somebody gives.
_WEIGHT = 2


@attrs.frozen
class Settled:
    """The statements that hold together, those set aside, the conflicts, and what follows."""

    kept: tuple[Statement, ...]
    aside: tuple[Statement, ...]
    cores: tuple[Core, ...]
    outcome: Outcome


def settle(
    problem: Problem,
    given: Sequence[Statement],
    cost: Callable[[Statement], int] = lambda each: each.support,
) -> Settled:
    """The cheapest choice of statements to set aside so that no conflict is left.

    Args:
        problem: the series.
        given: the statements.
        cost: what it costs to set one aside; by default the number of independent sources.
    """
    cores: list[Core] = []
    costs = {each.id: _WEIGHT * cost(each) + (each.name == "when") for each in given}
    aside: frozenset[str] = frozenset()
    while True:
        kept = tuple(each for each in given if each.id not in aside)
        outcome = problem.solve(kept, given)
        if outcome.core is None or not outcome.core.statements:
            break
        cores.append(outcome.core)
        members = [frozenset(each.id for each in core.statements) for core in cores]
        aside = cheapest(members, costs)
    dropped = tuple(each for each in given if each.id in aside)
    return Settled(kept, dropped, tuple(cores), outcome)


def repairs(core: Core) -> tuple[tuple[str, ...], ...]:
    """The cheapest ways out of one conflict: ids of all claims that say a thing, or of a rule.

    A statement costs the number of its independent sources, a rule two.
    """
    ways = [(each.support, tuple(claim.id for claim in each.claims)) for each in core.statements]
    ways += [(2, (rule.id,)) for rule in core.rules]
    least = min(cost for cost, _ in ways)
    return tuple(sorted(ids for cost, ids in ways if cost == least))
