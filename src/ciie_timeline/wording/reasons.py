"""Why an event is dated as it is: which sources say so, and what follows from rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ciie_timeline.model import Announcement, Edition, Method, Session, Status
from ciie_timeline.wording.clauses import Clauses, property_name, subject
from ciie_timeline.wording.counts import cardinal, listed
from ciie_timeline.wording.findings import rule_text
from ciie_timeline.wording.readings import quoted, sentences
from ciie_timeline.wording.values import phrase_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ciie_timeline.model import Claim, Derivation
    from ciie_timeline.values import TimeValue
    from ciie_timeline.wording.book import Book

_WHEN = "when"
_DATES = frozenset({"when", "number", "current-in"})


def explain_event(book: Book, event: Edition | Session | Announcement) -> str:
    """An event with its time, what became of it, and its reasons."""
    when = None if event.when is None else phrase_of(book, event.when)
    texts = [book.text("why", "event", name=event.name, when=when)]
    if event.status not in (Status.HELD, Status.SCHEDULED):
        status = Clauses(book).render("status", event.status.value, "word")
        texts.append(book.text("why", "status", status=status))
    if event.previous_starts:
        starts = [phrase_of(book, each) for each in event.previous_starts]
        texts.append(book.text("why", "moved", starts=listed(book, starts)))
    return sentences(book, [*texts, *_reasons(book, event.why, event.key, event.when)])


def explain_derivation(book: Book, why: Derivation) -> str:
    """The reasons of a result; the subject is named where it is not that of all claims."""
    subjects = {claim.subject for claim in why.claims}
    return sentences(book, list(_reasons(book, why, subjects.pop() if len(subjects) == 1 else "")))


def _reasons(book: Book, why: Derivation, key: str, when: TimeValue | None = None) -> Iterator[str]:
    """A sentence for each thing that sources give, and for what follows from others."""
    own = [claim for claim in why.claims if claim.subject == key]
    others = [claim for claim in why.claims if claim.subject != key and claim.property in _DATES]
    if not any(claim.property == _WHEN for claim in own) and (others or why.rules):
        yield _inferred(book, others, why)
    groups = _groups(own)
    for said in groups:
        if any(claim.source for claim in said):
            yield _given(book, said, when)
    bare = [said[0] for said in groups if not any(claim.source for claim in said)]
    if bare:
        yield book.text(
            "why", "unsourced", things=listed(book, [_thing(book, each) for each in bare])
        )
    if not why.claims and not why.rules:
        yield book.text("why", "nothing")


def _groups(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims that say the same of the same property, dates first."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.property, str(claim.value)), []).append(claim)
    return sorted(groups.values(), key=lambda said: said[0].property != _WHEN)


def _given(book: Book, said: Sequence[Claim], when: TimeValue | None) -> str:
    """What the claims of one group say, and every source that says so."""
    stated = [claim for claim in said if claim.method is not Method.INFERRED]
    first, names = said[0], _sources(book, stated or said)
    facts: dict[str, Any] = {
        "what": property_name(book, first.property),
        "value": _value(book, first),
        "drawn": not stated,
        "this": when is not None and first.property == _WHEN and first.value == when,
        "n": len(names),
        "count": cardinal(book, len(names)),
        "sources": listed(book, names),
    }
    return book.text("why", "sources", **facts)


def _thing(book: Book, claim: Claim) -> str:
    return book.text(
        "why", "thing", what=property_name(book, claim.property), value=_value(book, claim)
    )


def _sources(book: Book, said: Iterable[Claim]) -> list[str]:
    """Every source once, with its words where they are known."""
    quotes: dict[str, str] = {}
    for claim in said:
        if claim.source:
            quotes.setdefault(claim.source, claim.quote)
    return [
        book.text("why", "quoted", source=source, quote=quoted(book, quote)) if quote else source
        for source, quote in quotes.items()
    ]


def _value(book: Book, claim: Claim) -> str:
    clauses = Clauses(book)
    if isinstance(claim.value, str):
        return clauses.render(claim.property, claim.value, "word")
    return clauses.plain(claim.value)


def _inferred(book: Book, claims: Sequence[Claim], why: Derivation) -> str:
    """A date that no source gives: what it follows from."""
    said = list(dict.fromkeys(_premise(book, claim) for claim in claims))
    rules = list(dict.fromkeys(rule_text(book, rule) for rule in why.rules))
    if not said or not rules:
        return book.text("why", "inferred", claims=listed(book, said or rules))
    facts = {"claims": listed(book, said), "rules": listed(book, rules)}
    return book.text("why", "inferred-rules", **facts)


def _premise(book: Book, claim: Claim) -> str:
    facts = {"subject": subject(book, claim.subject), "value": _value(book, claim)}
    if claim.source:
        return book.text("why", "claim", source=claim.source, **facts)
    return book.text("why", "claim-unsourced", **facts)
