"""Hearing: tense and superlatives in the sentence around a phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from ciie_timeline.forms import (
    After,
    At,
    Before,
    Beside,
    Between,
    Beyond,
    Calendar,
    Cues,
    Expression,
    Holiday,
    Modified,
    Nth,
    Part,
    Season,
    Until,
)
from ciie_timeline.reader.sentences import NEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.reader.sentences import Sentences

NO_CUES: Final = Cues()
_TENSES: Final[tuple[Literal["past", "future"] | None, ...]] = (None, "past", "future")
_CUES: Final = {(tense, alone): Cues(tense, alone) for tense in _TENSES for alone in (False, True)}
#: How many words before and behind a phrase may tell its tense.
BEFORE: Final = 8
BEHIND: Final = 5
#: How many of them, a preposition included, stand right before it.
_RIGHT_BEFORE: Final = 2
_MARKS: Final = ".,;:!?'\"()"
_SHORT: Final = 4
_BESIDE: Final = 64
_CACHE: Final = 8192
#: What a word tells that was not listened to yet.
_UNHEARD: Final = "unheard"
_TO: Final = frozenset({"to"})
_BE: Final = (["be"], ["being"])


class Hearing:
    """Hears tense and superlatives in the sentence around a phrase."""

    def __init__(self, lexicon: Lexicon, sentences: Sentences) -> None:
        self._sentences = sentences
        self._future = _words(lexicon.cues.get("future", ()))
        self._superlative = frozenset(lexicon.cues.get("superlative", ()))
        self._ahead = frozenset(lexicon.cues.get("ahead", ()))
        self._behind = frozenset(lexicon.cues.get("behind", ()))
        self._over = frozenset(lexicon.cues.get("over", ()))
        self._to_come = frozenset(lexicon.cues.get("to-come", ()))
        self._capital = lexicon.capital
        self._known: dict[str, str | None] = {}
        self._untold = frozenset(lexicon.cues.get("untold", ()))
        self._endings = lexicon.cues.get("past-endings", ()) or ("\0",)
        self._happening = _words(lexicon.cues.get("happening", ()))

    def reports(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence around a place reports something as happening, not as planned."""
        first, last = self._sentences.bounds(text, start, end)
        said = text[first:last]
        return bool(self._happening.search(said)) and not self._future.search(said)

    def plans(self, text: str, start: int, end: int) -> bool:
        """Whether the sentence around a place speaks of what is to come."""
        first, last = self._sentences.bounds(text, start, end)
        return bool(self._future.search(text, first, last))

    def around(self, text: str, start: int, end: int, form: Expression, *, alone: bool) -> Cues:
        """The cues for an expression at a place that ``asks`` for them."""
        if isinstance(form, After):
            first, _ = self._sentences.bounds(text, start, end, NEAR)
            before = text[first:start]
            heard = not self._superlative.isdisjoint(before.lower().split())
            return Cues(superlative=heard, alone=alone)
        if isinstance(form, Until) and _looks_ahead(form):
            return _CUES["future", alone]
        tense = self._tense_before(text, start) or self._tense_behind(text, end)
        if isinstance(form, Until):
            if tense == "past" and not form.inclusive:
                return Cues("past", alone, over=True)
            tense = tense or "future"
        if tense == "past" and self._has_ended(text, start):
            return Cues("past", alone, over=True)
        return _CUES[tense, alone]

    def _has_ended(self, text: str, start: int) -> bool:
        """Whether the words right before a place say that something ended then."""
        words = text[self._sentences.first(text, start, _BESIDE) : start].lower().split()
        return not self._over.isdisjoint(words[-_RIGHT_BEFORE:])

    def _tense_before(self, text: str, start: int) -> Literal["past", "future"] | None:
        """What the nearest word before a place that tells says."""
        known = self._known
        words = text[self._sentences.first(text, start, _BESIDE) : start].split()[
            : -BEFORE - 1 : -1
        ]
        for at, word in enumerate(words):
            heard = known.get(word, _UNHEARD)
            if heard is _UNHEARD:
                heard = self._heard(word)
            if heard is None:
                continue
            if heard == "to-come":
                if at and words[at - 1] in _TO:
                    return "future"
                heard = self._plain(word)
                if heard is None:
                    continue
            if heard == "past" and words[at + 1 : at + 2] in _BE:
                ahead = words[at + 2 : at + 3]
                if ahead and (ahead[0] in _TO or self._heard(ahead[0]) == "future"):
                    return "future"
                continue
            return "future" if heard == "future" else "past"
        return None

    def _tense_behind(self, text: str, end: int) -> Literal["past", "future"] | None:
        known = self._known
        for word in text[end : self._sentences.last(text, end, _BESIDE)].split()[:BEHIND]:
            heard = known.get(word, _UNHEARD)
            if heard is _UNHEARD:
                heard = self._heard(word)
            if heard == "to-come":
                heard = self._plain(word)
            if heard is not None:
                return "future" if heard == "future" else "past"
        return None

    def _heard(self, word: str) -> str | None:
        """What a word as it stands in the text tells; kept, for there are few of them."""
        bare = word.strip(_MARKS)
        low = bare.lower()
        heard = "to-come" if low in self._to_come else self._plain(low)
        if bare != low and low in self._capital:  # the month of May
            heard = None
        if len(self._known) >= _CACHE:
            self._known.clear()
        self._known[word] = heard
        return heard

    def _plain(self, word: str) -> Literal["past", "future"] | None:
        """What a word tells by itself."""
        low = word.lower().strip(_MARKS)
        if low in self._ahead:
            return "future"
        if low in self._untold:
            return None
        if low in self._behind or (len(low) > _SHORT and low.endswith(self._endings)):
            return "past"
        return None


def asks(form: Expression) -> bool:
    """Whether the words around an expression can settle something that it leaves open."""
    return isinstance(form, After) or _is_open(form)


def _is_open(form: Expression) -> bool:
    """Whether tense matters."""
    match form:
        case Calendar():
            return form.year is None
        case Beside(anchor=inner):
            return _is_open(inner)
        case Before(anchor=Holiday() as inner) | After(anchor=Holiday() as inner):
            return _is_open(inner)
        case Nth() | Season() | Holiday():
            return form.of is None
        case At():
            return form.day is not None and _is_open(form.day)
        case Part(of=inner) | Modified(of=inner):
            return _is_open(inner)
        case Until(anchor=inner) | Beyond(anchor=inner) | Between(start=inner):
            return _is_open(inner)
    return False


def _looks_ahead(form: Until) -> bool:
    """Whether a limit lies ahead whatever the verb is: "It was extended until June 5".

    "He left before June 5" hears its verb; "They met before Christmas" may be said in December.
    """
    if isinstance(form.anchor, Holiday):
        return True
    return form.inclusive and not _is_weekday(form.anchor)


def _is_weekday(form: Expression | None) -> bool:
    """Whether a weekday alone is meant, with or without a time of day."""
    if isinstance(form, At):
        form = form.day
    return isinstance(form, Calendar) and form.month is None


def _words(words: Sequence[str]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"\b(?:{body})\b", re.IGNORECASE)
