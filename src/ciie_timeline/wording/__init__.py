"""How a language says it: values, steps, findings and reasons as words; nothing is decided here.

The words are data: ``lexicons/<language>/phrases.toml``.  ``lang`` is everywhere a language code,
a lexicon, or tables of one's own in the form of that file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ciie_timeline.errors import InputError
from ciie_timeline.forms import Alternative, Conflict, Finding, Mention, Resolution, Step
from ciie_timeline.model import Announcement, Derivation, Edition, Session
from ciie_timeline.wording.book import Book
from ciie_timeline.wording.findings import explain_conflict, explain_finding
from ciie_timeline.wording.readings import explain_alternative, explain_resolution, say_step
from ciie_timeline.wording.reasons import explain_derivation, explain_event
from ciie_timeline.wording.values import phrase_of

if TYPE_CHECKING:
    from ciie_timeline.wording.book import Language

__all__ = ["Book", "explain", "phrase", "say"]


def phrase(value: Any, lang: Language = "en") -> str:
    """A value as people write it.

    Args:
        value: a time value, a duration, a recurrence, a difference (``Elapsed``), a ``date`` or
            ``datetime``, a clock time, or a tuple of numbers of editions.  Clock times are on the
            clock of 24 hours, an offset is shown as ``UTC+8``; years before the year 1 are
            counted without a year 0.
        lang: the language.

    Raises:
        InputError: the value is of none of these kinds.
        UnknownLanguageError: there are no phrases for the language.

    >>> from ciie_timeline.values import Duration, parse_edtf
    >>> phrase(parse_edtf("2023-11-05/2023-11-10")), phrase(parse_edtf("1984~"))
    ('5–10 November 2023', 'around 1984')
    >>> phrase(Duration(years=5)), phrase((1, 2, 3, 4, 5, 6))
    ('five years', 'the 1st to the 6th')
    """
    return phrase_of(Book.of(lang), value)


def say(step: Step, lang: Language = "en") -> str:
    """One step of a resolution as a sentence.

    Args:
        step: a rule and its arguments; a rule that the language does not know is said as its id
            with its arguments.
        lang: the language.

    Raises:
        UnknownLanguageError: there are no phrases for the language.

    >>> say(Step("edition.number", (("number", 6), ("series", "ciie"))))
    'It is the sixth CIIE.'
    >>> say(Step("moon.full", (("number", 3),)))
    'moon.full: number=3'
    """
    return say_step(Book.of(lang), step)


def explain(record: Any, lang: Language = "en") -> str:
    """A record in full sentences, for readers who know nothing of how it was made.

    Args:
        record: a mention or resolution (what was said, how it was read, from what, what it comes
            to, what else it could be), another reading, a step, a finding or conflict (what does
            not fit, where, by how much, what would), an edition, session or announcement, or a
            derivation (which sources say so).
        lang: the language.

    Raises:
        InputError: the record is of none of these kinds.
        UnknownLanguageError: there are no phrases for the language.

    >>> from ciie_timeline.model import Claim
    >>> from ciie_timeline.values import parse_edtf
    >>> held = Claim("a", "ciie/6", "when", parse_edtf("2023-11-05/2023-11-10"), "daily-2023")
    >>> explain(Derivation((held,)))
    'One source gives the date, 5–10 November 2023: daily-2023.'
    """
    book = Book.of(lang)
    match record:
        case Mention():
            return explain_resolution(book, record.resolution, record.text)
        case Resolution():
            return explain_resolution(book, record)
        case Alternative():
            return explain_alternative(book, record)
        case Step():
            return say_step(book, record)
        case Finding():
            return explain_finding(book, record)
        case Conflict():
            return explain_conflict(book, record)
        case Derivation():
            return explain_derivation(book, record)
        case Edition() | Session() | Announcement():
            return explain_event(book, record)
        case _:
            raise InputError(
                "explain: expected a mention, a resolution, a reading, a step, a finding, a "
                "conflict, a derivation, an edition, a session or an announcement, found "
                f"{type(record).__name__}"
            )
