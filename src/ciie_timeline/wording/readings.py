"""Mentions and resolutions explained: what was said, how it was read, what else it could be."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from ciie_timeline.wording.book import holds
from ciie_timeline.wording.clauses import Clauses, names_in, subject
from ciie_timeline.wording.counts import editions
from ciie_timeline.wording.values import phrase_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ciie_timeline.forms import Alternative, Resolution, Step
    from ciie_timeline.wording.book import Book, Said

_MARKS = '“”"「」『』'
_COMMA = re.compile(rf"[,，]([{_MARKS}])$")
#: Arguments that hold for the whole of a resolution.
_SHARED = frozenset({"day", "names", "relation", "focus", "time"})


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
    """Words of a text in quotation marks, in one line; marks inside become inner ones.

    >>> from ciie_timeline.wording.book import Book
    >>> quoted(Book.of("en"), "“Open Trade” forum"), quoted(Book.of("en"), "“Open Trade,”")
    ('“‘Open Trade’ forum”', '“Open Trade”')
    """
    words = _COMMA.sub(r"\1", " ".join(text.split()))
    marks = [at for at, sign in enumerate(words) if sign in _MARKS]
    if marks == [0, len(words) - 1] and marks[1]:
        words = words[1:-1]
    for mark, inner in book.need("explain", "inner").items():
        words = words.replace(mark, inner)
    return book.text("explain", "quote", text=words)


def say_step(book: Book, step: Step) -> str:
    """One step as a sentence of its own."""
    clauses = _clauses(book, (step,))
    condition = clauses.reading(step)
    if book.find("rule", step.rule) is None and condition is not None:
        return sentence(book, book.text("explain", "condition", because=condition))
    said = clauses.rule(step).text
    if book.find("rule", step.rule) is None and book.find("reading", step.rule) is None:
        return said
    if step.rule in (*book.need("explain", "results"), *book.need("explain", "apart")):
        return sentence(book, said)
    return sentence(book, book.text("explain", "next", clause=said, lead=None))


def _clauses(book: Book, steps: Sequence[Step]) -> Clauses:
    """The clauses with the names of the series that the steps speak of."""
    names: dict[str, str] = {}
    for step in steps:
        names |= names_in(step.arguments)
    return Clauses(book, names)


def explain_resolution(book: Book, resolution: Resolution, text: str = "") -> str:
    """A resolution in sentences, with the words that were said when they are known."""
    clauses = _clauses(book, resolution.steps)
    outcome, apart = book.need("explain", "results"), book.need("explain", "apart")
    steps = [step for step in resolution.steps if step.rule not in apart]
    results = [step for step in steps if step.rule in outcome]
    loud = _loud(book, [step for step in steps if step.rule not in outcome])
    facts = _shared(book, resolution, loud)
    said = _said_once(clauses, loud or [], facts) or _said_once(clauses, steps[:1], facts)
    whole = quoted(book, text) if text else book.text("explain", "unnamed")
    main = _joined(book, whole, [each.text for each in said], facts["lead"])
    if results:
        echo = _echo(clauses, text, said, results[-1], whole)
        result = clauses.rule(results[-1], **facts).text
        main = echo or book.text("explain", "result", clauses=main, result=result)
    elif resolution.when is not None and not (said and said[-1].whole):
        result = phrase_of(book, resolution.when)
        main = book.text("explain", "result", clauses=main, result=result)
    beside = [clauses.rule(step).text for step in resolution.steps if step.rule in apart]
    others = [
        other_reading(clauses, each) for each in resolution.readings if each.because is not None
    ]
    return sentences(book, [main, *beside, *others])


def _said_once(clauses: Clauses, steps: Sequence[Step], facts: dict[str, Any]) -> list[Said]:
    """The clauses of steps, each once; a rule whose words are empty here says nothing."""
    said = [clauses.rule(step, **facts) for step in steps]
    return list({each.text: each for each in said if each.text}.values())


def _echo(
    clauses: Clauses, text: str, said: Sequence[Said], result: Step, whole: str
) -> str | None:
    """What is on record of an edition whose clause would only repeat the words of the text."""
    given = dict(result.arguments)
    words, key = " ".join(text.split()).casefold(), given.get("edition")
    if len(said) != 1 or not words or not isinstance(key, str):
        return None
    names = (said[0].text, subject(clauses.book, key, clauses.names))
    if not any(name.casefold().endswith(words) for name in names):
        return None
    filled = clauses.fill(clauses.book.need("explain", "echo"), {**given, "subject": whole})
    return None if filled is None else filled.text


def _loud(book: Book, steps: Sequence[Step]) -> list[Step]:
    """The steps that are said: each once, the leading first, none that another one covers."""
    rules = {step.rule for step in steps}
    quiet = set(book.need("explain", "quiet"))
    for rule, covered in book.need("explain", "covers").items():
        quiet |= set(covered) if rule in rules else set()
    leading = book.need("explain", "leading")
    loud = [step for step in dict.fromkeys(steps) if step.rule not in quiet] or list(steps[:1])
    return sorted(loud, key=lambda step: step.rule not in leading)


def _shared(book: Book, resolution: Resolution, loud: Sequence[Step]) -> dict[str, Any]:
    """The facts that all steps of a resolution share, and those that the language derives."""
    facts: dict[str, Any] = {
        "series": resolution.series,
        "editions": resolution.editions or None,
        "has": frozenset(step.rule for step in resolution.steps),
        "lead": loud[0].rule if loud else None,
    }
    if resolution.series is not None and len(resolution.editions) == 1:
        facts["edition"] = f"{resolution.series}/{resolution.editions[0]}"
    first, last = resolution.earliest, resolution.latest
    if isinstance(first, date) and isinstance(last, date) and first == last:
        facts["weekday"] = first.isoweekday()
    for step in resolution.steps:
        facts |= {name: value for name, value in step.arguments if name in _SHARED}
    facts |= {f"no-{name}": facts.get(name) is None for name in ("day", "focus")}
    return facts | {
        name: any(holds(facts, condition) for condition in conditions)
        for name, conditions in book.need("fact").items()
    }


def _joined(book: Book, whole: str, clauses: Sequence[str], lead: str | None) -> str:
    """The subject with its first clause, and the others behind it."""
    if not clauses:
        return whole
    first = book.text("explain", "clause", subject=whole, clause=clauses[0])
    others = [book.text("explain", "next", clause=clause, lead=lead) for clause in clauses[1:]]
    join: str = book.need("explain", "join")
    return join.join((first, *others))


def other_reading(clauses: Clauses, reading: Alternative) -> str:
    """A reading that was not chosen, with what would make it right; no sentence yet."""
    book, because = clauses.book, reading.because
    result = _meaning(clauses, reading)
    if because is None:
        return book.text("explain", "alternative", because=None, result=result)
    if book.find("explain", "asides", because.rule) is not None:
        return book.text("explain", "asides", because.rule, result=result)
    condition = clauses.reading(because)
    if condition is not None:
        return book.text("explain", "alternative", because=condition, result=result)
    return book.text("explain", "another", clause=clauses.rule(because).text, result=result)


def _meaning(clauses: Clauses, reading: Alternative) -> str:
    """The editions of a reading and its time."""
    book = clauses.book
    numbers = editions(book, reading.editions) if reading.editions else None
    when = None if reading.when is None else phrase_of(book, reading.when)
    return book.text("explain", "meaning", editions=numbers, when=when)


def explain_alternative(book: Book, reading: Alternative) -> str:
    """A reading by itself."""
    steps = () if reading.because is None else (reading.because,)
    return sentence(book, other_reading(_clauses(book, steps), reading))
