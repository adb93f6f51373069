"""Mentions and resolutions explained: what was said, how it was read, what else it could be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.forms import Alternative, Kind, Resolution, Step
from ciie_timeline.wording.clauses import Clauses, subject
from ciie_timeline.wording.counts import editions
from ciie_timeline.wording.values import phrase_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.wording.book import Book, Said

_OF_EDITIONS = frozenset({Kind.EDITION, Kind.EDITIONS, Kind.SESSION, Kind.ANNOUNCEMENT})


def sentence(book: Book, text: str) -> str:
    """A clause as a sentence: a capital at its start, a stop at its end.

    >>> from ciie_timeline.wording.book import Book
    >>> sentence(Book.of("en"), "it is a date")
    'It is a date.'
    """
    return book.text("explain", "sentence", text=text[:1].upper() + text[1:])


def sentences(book: Book, texts: Sequence[str]) -> str:
    """Several sentences in a row."""
    space: str = book.need("explain", "space")
    return space.join(sentence(book, text) for text in texts)


def quoted(book: Book, text: str) -> str:
    """Words of a text in quotation marks, in one line and without marks of their own."""
    words = " ".join(text.split()).strip("“”\"„«»「」『』")
    return book.text("explain", "quote", text=words)


def say_step(book: Book, step: Step) -> str:
    """One step as a sentence of its own."""
    clauses = _clauses(book, (step,))
    condition = clauses.reading(step)
    if book.find("rule", step.rule) is None and condition is not None:
        return sentence(book, condition)
    said = clauses.rule(step).text
    if book.find("rule", step.rule) is None:
        return said
    if step.rule in book.need("explain", "results"):
        return sentence(book, said)
    return sentence(book, book.text("explain", "next", clause=said))


def _clauses(book: Book, steps: Sequence[Step]) -> Clauses:
    """The clauses with the names of the series that the steps speak of."""
    names: dict[str, str] = {}
    for step in steps:
        names |= dict(dict(step.arguments).get("names") or ())
    return Clauses(book, names)


@attrs.frozen(eq=False)
class _Account:
    """What is said of one resolution."""

    book: Book
    clauses: Clauses
    facts: Mapping[str, Any]

    def sayings(self, steps: Sequence[Step]) -> list[Said]:
        """What each step did; steps that have nothing to add are left out."""
        quiet = self.book.need("explain", "quiet")
        loud = [step for step in steps if step.rule not in quiet] or steps
        return [self.clauses.rule(step, **self.facts) for step in dict.fromkeys(loud)]

    def result(self, resolution: Resolution, steps: Sequence[Step]) -> str | None:
        """What it comes to in plain dates."""
        if steps:
            return self.clauses.rule(steps[-1], **self.facts).text
        return None if resolution.when is None else phrase_of(self.book, resolution.when)


def explain_resolution(book: Book, resolution: Resolution, text: str = "") -> str:
    """A resolution in sentences, with the words that were said when they are known."""
    outcome = book.need("explain", "results")
    results = [step for step in resolution.steps if step.rule in outcome]
    steps = [step for step in resolution.steps if step.rule not in outcome]
    account = _Account(book, _clauses(book, resolution.steps), _shared(book, resolution, steps))
    whole = quoted(book, text) if text else book.text("explain", "unnamed")
    said = account.sayings(steps)
    main = _joined(book, whole, [each.text for each in said])
    result = account.result(resolution, results)
    if result is not None and not (said and said[-1].whole and not results):
        main = book.text("explain", "result", clauses=main, result=result)
    more = [*_overlap(book, resolution, account.clauses), *_others(account, resolution.readings)]
    return sentences(book, [main, *more])


def _shared(book: Book, resolution: Resolution, steps: Sequence[Step]) -> dict[str, Any]:
    """The facts that all steps of a resolution share."""
    rules = [step.rule for step in steps]
    counted = any(rule in book.need("explain", "numbering") for rule in rules)
    ahead = "editions.next" in rules
    return {"series": resolution.series, "counted": counted, "ahead": ahead}


def _joined(book: Book, whole: str, clauses: Sequence[str]) -> str:
    """The subject with its first clause, and the others behind it."""
    if not clauses:
        return whole
    first = book.text("explain", "clause", subject=whole, clause=clauses[0])
    others = [book.text("explain", "next", clause=clause) for clause in clauses[1:]]
    join: str = book.need("explain", "join")
    return join.join((first, *others))


def _overlap(book: Book, resolution: Resolution, clauses: Clauses) -> Iterator[str]:
    """The edition whose days a time touches, where the words did not name it."""
    if resolution.kind in _OF_EDITIONS or resolution.series is None or not resolution.editions:
        return
    key = f"{resolution.series}/{resolution.editions[0]}"
    yield book.text("explain", "overlap", edition=subject(book, key, clauses.names))


def _others(account: _Account, readings: Sequence[Alternative]) -> Iterator[str]:
    for each in readings:
        yield other_reading(account.clauses, each)


def other_reading(clauses: Clauses, reading: Alternative) -> str:
    """A reading that was not chosen, with what would make it right; no sentence yet."""
    book, because = clauses.book, reading.because
    result = _meaning(clauses, reading)
    condition = None if because is None else clauses.reading(because)
    if because is not None and condition is None:
        clause = clauses.rule(because).text
        return book.text("explain", "another", clause=clause, result=result)
    return book.text("explain", "alternative", because=condition, result=result)


def _meaning(clauses: Clauses, reading: Alternative) -> str:
    """The editions of a reading and its time."""
    book = clauses.book
    comma: str = book.need("list", "comma")
    numbers = editions(book, reading.editions) if reading.editions else ""
    when = "" if reading.when is None else phrase_of(book, reading.when)
    return comma.join(filter(None, (numbers, when))) or book.text("edition", "none")


def explain_alternative(book: Book, reading: Alternative) -> str:
    """A reading by itself."""
    steps = () if reading.because is None else (reading.because,)
    return sentence(book, other_reading(_clauses(book, steps), reading))
