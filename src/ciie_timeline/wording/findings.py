"""Findings and conflicts: what does not fit, where, by how much, and what would fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ciie_timeline.model import Modality
from ciie_timeline.wording.clauses import Clauses, names_in, subject
from ciie_timeline.wording.counts import amount, listed
from ciie_timeline.wording.readings import quoted, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ciie_timeline.forms import Conflict, Finding
    from ciie_timeline.model import Claim, Rule
    from ciie_timeline.wording.book import Book


def explain_finding(book: Book, finding: Finding) -> str:
    """A finding in sentences; one of a kind that the language does not know by its arguments."""
    given = dict(finding.arguments)
    clauses = Clauses(book, names_in(finding.arguments))
    parts = book.find("finding", finding.kind)
    facts = given | _facts(clauses, finding)
    said = [clauses.fill(part, facts) for part in parts or ()]
    texts = [each.text for each in said if each is not None]
    return sentences(book, texts) if texts else clauses.unknown(finding.kind, finding.arguments)


def _facts(clauses: Clauses, finding: Finding) -> dict[str, Any]:
    """What the sentences need beyond the arguments."""
    book, given, conflict = clauses.book, dict(finding.arguments), finding.conflict
    quotes = dict.fromkeys(quoted(book, span.text) for span in finding.spans if span.text)
    facts: dict[str, Any] = {"level": finding.level, "dated": _dated(clauses, given)}
    facts["quotes"] = listed(book, list(quotes)) if quotes else None
    facts["sides"] = _sides(clauses, given)
    facts["late"] = _is_late(given)
    facts |= {name: _subjects(clauses, given, name) for name in ("subjects", "series_names")}
    if isinstance(given.get("sources"), tuple) and facts["sides"] is None:
        facts["sources"] = listed(book, [str(each) for each in given["sources"]]) or None
    if conflict is None:
        return facts
    facts["gap"] = _gap(book, conflict)
    facts["planned"] = _is_planned(conflict, given.get("held_when"))
    facts["readings"] = readings = tuple(_readings(clauses, conflict))
    facts["choices"] = len(readings)
    return facts


def _gap(book: Book, conflict: Conflict) -> str | None:
    return amount(book, abs(conflict.slack), conflict.unit.value) if conflict.slack else None


def _is_late(given: Mapping[str, Any]) -> bool | None:
    """Whether the text is later than what is on record."""
    claimed, held = given.get("claimed"), given.get("held")
    return claimed > held if isinstance(claimed, int) and isinstance(held, int) else None


def _is_planned(conflict: Conflict, value: Any) -> bool:
    """Whether what is on record is a plan."""
    backing = [each for each in conflict.claims if each.span is None and each.value == value]
    return bool(backing) and all(each.modality is Modality.PLANNED for each in backing)


def _readings(clauses: Clauses, conflict: Conflict) -> Iterator[str]:
    for step in conflict.readings:
        yield clauses.reading(step) or clauses.rule(step).text


def _sides(clauses: Clauses, given: Mapping[str, Any]) -> str | None:
    """Each value with the sources that give it."""
    values, sources = given.get("values"), given.get("sources")
    if not isinstance(values, tuple) or not isinstance(sources, tuple):
        return None
    book = clauses.book
    sides = [
        book.text("why", "side", value=clauses.plain(value), sources=listed(book, names))
        if any(names)
        else clauses.plain(value)
        for value, names in zip(values, sources, strict=False)
    ]
    return listed(book, sides, "or")


def _dated(clauses: Clauses, given: Mapping[str, Any]) -> str | None:
    """Each thing of a clash with its time."""
    subjects, values = given.get("subjects"), given.get("values")
    if not isinstance(subjects, tuple) or not isinstance(values, tuple):
        return None
    book = clauses.book
    named = [subject(book, key, clauses.names) for key in subjects]
    pairs = zip(named, map(clauses.plain, values), strict=False)
    return listed(book, [book.text("why", "dated", subject=a, value=b) for a, b in pairs])


def _subjects(clauses: Clauses, given: Mapping[str, Any], name: str) -> str | None:
    keys = given.get(name)
    if not isinstance(keys, tuple):
        return None
    return listed(clauses.book, [subject(clauses.book, key, clauses.names) for key in keys])


# --------------------------------------------------------------------------- conflicts


def explain_conflict(book: Book, conflict: Conflict) -> str:
    """What cannot hold together, by how much, what would be enough to take back, what would fit."""
    clauses = Clauses(book)
    sides = [_claim(clauses, each) for each in conflict.claims]
    sides += [rule_text(book, each) for each in conflict.rules]
    texts = [book.text("conflict", "intro", claims=listed(book, sides))]
    gap = _gap(book, conflict)
    if gap is not None:
        texts.append(book.text("conflict", "gap", gap=gap))
    ways = [_repair(book, conflict.claims, each) for each in conflict.repairs if each]
    if ways:
        texts.append(book.text("conflict", "repairs", repairs=listed(book, ways, "or")))
    readings = list(_readings(clauses, conflict))
    if readings:
        said = clauses.fill(
            book.need("conflict", "readings"), {"readings": readings, "choices": len(readings)}
        )
        texts += [] if said is None else [said.text]
    return sentences(book, texts)


def _claim(clauses: Clauses, claim: Claim) -> str:
    facts = {
        "quote": quoted(clauses.book, claim.quote) if claim.quote else None,
        "source": claim.source or None,
        "subject": claim.subject,
        "value": clauses.plain(claim.value),
    }
    said = clauses.fill(clauses.book.need("conflict", "claim"), facts)
    return "" if said is None else said.text


def _repair(book: Book, claims: Sequence[Claim], ids: Sequence[str]) -> str:
    """The claims of one repair, those of a text by their words, others by their source."""
    known = {claim.id: claim for claim in claims}
    named = [_id(book, each, known.get(each)) for each in ids if each in known]
    return listed(book, list(dict.fromkeys(named or [_id(book, each, None) for each in ids])))


def _id(book: Book, id_: str, claim: Claim | None) -> str:
    quote = None if claim is None or not claim.quote else quoted(book, claim.quote)
    source = None if claim is None else claim.source or None
    return book.text("conflict", "id", id=id_, quote=quote, source=source)


def rule_text(book: Book, rule: Rule) -> str:
    """A rule of a series in words."""
    facts = dict(rule.parameters) | {"id": rule.id}
    template = book.find("why", "rule", rule.kind) or book.need("why", "rule", "other")
    said = Clauses(book).fill(template, facts)
    return rule.id if said is None else said.text
