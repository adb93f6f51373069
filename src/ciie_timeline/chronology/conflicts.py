"""Conflicts as findings: what kind they are, what the sentence needs, what would be consistent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import attrs

from ciie_timeline.chronology.problem import Core, Problem, exact_slots
from ciie_timeline.chronology.settle import repairs
from ciie_timeline.chronology.slots import PER_YEAR, PRECISION, ends, slot_of
from ciie_timeline.chronology.statements import Statement
from ciie_timeline.forms import Conflict, Finding, Span, Step
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ciie_timeline.model import Claim

Level = Literal["error", "warning", "info"]


@attrs.frozen
class Judge:
    """Turns the conflicts of one series into findings.

    ``kept`` are the statements that hold; they tell which edition would be the right one.
    """

    problem: Problem
    kept: tuple[Statement, ...]

    def findings(self, cores: Iterable[Core]) -> tuple[Finding, ...]:
        """One finding for each thing that is wrong, however often a text repeats it."""
        found: dict[tuple[Any, ...], Finding] = {}
        for core in cores:
            finding = self._finding(core)
            same = (finding.kind, *self._identity(finding))
            found[same] = _merged(found[same], finding) if same in found else finding
        return tuple(sorted(found.values(), key=_order))

    def _finding(self, core: Core) -> Finding:
        subjects = {each.subject for each in core.statements}
        accused = _accused(core.statements)
        editions = [each for each in core.statements if each.subject in self.problem.numbers]
        if any(rule.kind == "containment" for rule in core.rules):
            return self._session_outside(core)
        if accused is None:
            if len(subjects) == 1:
                return self._sources_disagree(core)
            return self._clash(core, "editions-clash" if editions else "claims-clash")
        if core.unit != "day" and accused.subject in self.problem.numbers:
            return self._edition_year(core, accused)
        if len(subjects) == 1:
            return self._edition_dates(core, accused)
        return self._clash(core, "editions-clash" if editions else "claims-clash")

    def _edition_year(self, core: Core, accused: Statement) -> Finding:
        """A text has an edition in another year than the one in which it is or can be held."""
        number = self.problem.numbers[accused.subject]
        exact = exact_slots(self.problem, self.kept)
        others = [each for each in core.statements if each.id != accused.id]
        held = next((each for each in others if each.subject == accused.subject), None)
        slot = slot_of(ends(accused.value)[0][0], self.problem.unit)
        right = None
        if slot is not None and PER_YEAR[self.problem.unit] == 1:
            known = {each: at for each, (at, _) in exact.items()}
            right = self.problem.numbering.number_at(slot, known)
        arguments = (
            ("series", self.problem.series),
            ("number", number),
            ("claimed", _year(accused)),
            ("claimed_when", accused.value),
            ("held", None if held is None else _year(held)),
            ("held_when", None if held is None else held.value),
            ("right", right),
            ("right_when", exact[right][1] if right in exact else None),
        )
        readings = self._readings(accused, held, right)
        return self._made("error", "edition-year", core, arguments, readings, first=accused)

    def _readings(
        self, accused: Statement, held: Statement | None, right: int | None
    ) -> Iterator[Step]:
        series, number = self.problem.series, self.problem.numbers[accused.subject]
        if right is not None and right != number:
            yield Step(
                "reading.misnumbered",
                (("series", series), ("number", right), ("year", _year(accused))),
            )
        if held is not None:
            yield Step(
                "reading.another-year",
                (("series", series), ("number", number), ("year", _year(held))),
            )

    def _edition_dates(self, core: Core, accused: Statement) -> Finding:
        """A text has an event on other days of the same year."""
        held = next(each for each in core.statements if each.id != accused.id)
        arguments = (
            ("subject", accused.subject),
            ("claimed_when", accused.value),
            ("held_when", held.value),
        )
        return self._made("error", "event-dates", core, arguments, (), first=accused)

    def _sources_disagree(self, core: Core) -> Finding:
        """Sources give different times for one thing; a majority decides, a tie is a warning."""
        sides = sorted(core.statements, key=lambda each: (-each.support, each.id))
        level: Level = "warning" if sides[0].support == sides[-1].support else "info"
        arguments = (
            ("subject", sides[0].subject),
            ("property", "when"),
            ("values", tuple(each.value for each in sides)),
            ("support", tuple(each.support for each in sides)),
            ("sources", tuple(_sources(each) for each in sides)),
        )
        return self._made(level, "sources-disagree", core, arguments, ())

    def _session_outside(self, core: Core) -> Finding:
        """A part lies outside the days of its edition."""
        session = max(core.statements, key=lambda each: each.subject.count("/"))
        other = min(core.statements, key=lambda each: each.subject.count("/"))
        arguments = (
            ("subject", session.subject),
            ("edition", other.subject),
            ("claimed_when", session.value),
            ("held_when", other.value),
        )
        return self._made("warning", "session-outside", core, arguments, (), first=session)

    def _clash(self, core: Core, kind: str) -> Finding:
        """Statements about several things that the rules do not let stand side by side."""
        sides = sorted(core.statements, key=lambda each: each.id)
        arguments = (
            ("series", self.problem.series),
            ("subjects", tuple(each.subject for each in sides)),
            ("numbers", tuple(self.problem.numbers.get(each.subject) for each in sides)),
            ("values", tuple(each.value for each in sides)),
        )
        return self._made("error", kind, core, arguments, ())

    def _made(  # noqa: PLR0913 - the parts of a finding
        self,
        level: Level,
        kind: str,
        core: Core,
        arguments: tuple[tuple[str, Any], ...],
        readings: Iterable[Step],
        *,
        first: Statement | None = None,
    ) -> Finding:
        sides = sorted(core.statements, key=lambda each: (each.in_text, each.id))
        said = core.statements if first is None else (first,)
        return Finding(
            level,
            kind,
            _spans(claim for each in said for claim in each.claims),
            arguments,
            Conflict(
                tuple(each.witness for each in sides),
                core.rules,
                core.slack,
                PRECISION.get(core.unit, Precision.DAY),
                repairs(core),
                tuple(readings),
            ),
        )

    def _identity(self, finding: Finding) -> tuple[Any, ...]:
        given = dict(finding.arguments)
        if finding.kind == "edition-year":
            return given["series"], given["number"], given["claimed"]
        return tuple(str(given.get(name)) for name in ("subject", "subjects", "values"))


def _accused(sides: Sequence[Statement]) -> Statement | None:
    """The statement of a text that stands against the rest; the idea of "this year" first."""
    current = [each for each in sides if each.name == "current-in"]
    if len(current) == 1:
        return current[0]
    texts = sorted((each for each in sides if each.in_text), key=lambda each: each.id)
    alone = len(texts) == len(sides) > 1
    return None if alone or len(current) == len(sides) or not texts else texts[0]


def _sources(each: Statement) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.source for claim in each.claims))


def _year(each: Statement) -> int | None:
    (first, last), _ = ends(each.value)
    low, high = slot_of(first, "year"), slot_of(last, "year")
    return low if low == high else None


def _spans(claims: Iterable[Claim]) -> tuple[Span, ...]:
    found = {
        Span(claim.source, claim.span[0], claim.span[1], claim.quote)
        for claim in claims
        if claim.span is not None
    }
    return tuple(sorted(found, key=lambda span: (span.source, span.start, span.end)))


def _merged(first: Finding, second: Finding) -> Finding:
    spans = {*first.spans, *second.spans}
    order = sorted(spans, key=lambda span: (span.source, span.start, span.end))
    return attrs.evolve(first, spans=tuple(order))


def _order(finding: Finding) -> tuple[Any, ...]:
    rank = ("error", "warning", "info").index(finding.level)
    start = finding.spans[0] if finding.spans else None
    place = ("", -1) if start is None else (start.source, start.start)
    return rank, place, finding.kind, str(finding.arguments)
