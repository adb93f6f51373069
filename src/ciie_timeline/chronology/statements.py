"""Statements: what several claims say alike, and how many independent sources are behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.model import Claim, Method, Modality, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@attrs.frozen
class Statement:
    """One value of one property of one subject, with every claim that says so.

    ``id`` is the id of the first claim, ``name`` is the property, ``support`` the number of
    independent sources (a source that repeats others counts as those; claims without a source
    count as one together).
    """

    id: str
    subject: str
    name: str
    value: Any
    claims: tuple[Claim, ...]
    support: int

    @property
    def in_text(self) -> bool:
        """Whether only words of texts say so, no pack and no hand-made record."""
        return all(claim.span is not None for claim in self.claims)

    @property
    def witness(self) -> Claim:
        """The claim that stands for all of them: one of a record, if there is one."""
        return next((claim for claim in self.claims if claim.span is None), self.claims[0])

    @property
    def is_planned(self) -> bool:
        """Whether it is only said of a plan."""
        return all(claim.modality is Modality.PLANNED for claim in self.claims)


def statements(
    claims: Iterable[Claim], sources: Mapping[str, Source] | None = None
) -> tuple[Statement, ...]:
    """The statements in claims, in an order that does not depend on that of the claims.

    Denials are no statements, nor are claims without a value.

    >>> two = (Claim("a#n@x", "a", "n", 6, "x"), Claim("a#n@y", "a", "n", 6, "y"))
    >>> [(each.value, each.support) for each in statements(two)]
    [(6, 2)]
    """
    groups: dict[tuple[str, str, Any], list[Claim]] = defaultdict(list)
    for claim in sorted(set(claims), key=_order):
        if claim.modality is not Modality.DENIED and _says_something(claim):
            groups[claim.subject, claim.property, claim.value].append(claim)
    known = sources or {}
    return tuple(
        Statement(said[0].id, subject, name, value, tuple(said), support(said, known))
        for (subject, name, value), said in groups.items()
    )


def support(claims: Iterable[Claim], sources: Mapping[str, Source]) -> int:
    """The number of independent sources of claims: copies count as what they were copied from.

    A source does not count for what was only inferred from it, unless nothing else says so: such
    claims count as one together.

    >>> sources = {each.id: each for each in (Source("wire"), Source("copy", derived_from="wire"))}
    >>> said = [Claim("1", "a", "n", 6, "wire"), Claim("2", "a", "n", 6, "copy")]
    >>> support(said, sources)
    1
    """
    given = list(claims)
    stated = {claim.source for claim in given if claim.method is not Method.INFERRED}
    roots = {root for name in stated for root in _roots(name, sources)}
    return len(roots) or int(bool(given))


def _roots(name: str, sources: Mapping[str, Source]) -> set[str]:
    """The sources that a source rests on in the end; itself when it rests on no other."""
    roots: set[str] = set()
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        above = sources[at].derived_from if at in sources else ()
        waiting.extend(above)
        if not above:
            roots.add(at)
    return roots or {min(seen)}


def _says_something(claim: Claim) -> bool:
    return claim.value is not None or claim.property == "mentioned"


def _order(claim: Claim) -> tuple[Any, ...]:
    """A total order of claims that no hash seed moves."""
    span = claim.span or (-1, -1)
    what = claim.subject, claim.property, claim.id, claim.source
    return *what, span, repr(claim.value), claim.quote, claim.method.value, claim.modality.value
