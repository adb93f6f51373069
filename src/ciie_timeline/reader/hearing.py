"""Hearing: tense and superlatives in the sentence around a phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ciie_timeline.reader.sentences import NEAR
from ciie_timeline.forms import After, Calendar, Cues, Expression, Nth, Season, Since, This

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ciie_timeline.grammar import Parsed
    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.reader.sentences import Sentences

NO_CUES: Final = Cues()


class Hearing:
    """Hears tense and superlatives in the sentence around a phrase."""

    def __init__(self, lexicon: Lexicon, sentences: Sentences) -> None:
        self._sentences = sentences
        self._future = _words(lexicon.cues.get("future", ()))
        self._past = _words(lexicon.cues.get("past", ()))
        self._superlative = _words(lexicon.cues.get("superlative", ()))
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

    def around(self, text: str, parsed: Parsed, *, alone: bool) -> Cues:
        """The cues for a phrase; they are sought only where they can change something."""
        form = parsed.expression
        if isinstance(form, After):
            before, _ = self._around(text, parsed)
            return Cues(superlative=bool(self._superlative.search(before)), alone=alone)
        if not _hears(form):
            return NO_CUES
        before, behind = self._around(text, parsed)
        if self._future.search(before) or self._future.search(behind[: NEAR // 4]):
            return Cues("future", alone)
        if self._past.search(before):
            return Cues("past", alone)
        return Cues(alone=alone)

    def _around(self, text: str, parsed: Parsed) -> tuple[str, str]:
        """What stands before and behind a phrase in its sentence, near it."""
        first, last = self._sentences.bounds(text, parsed.start, parsed.end, NEAR)
        return text[first : parsed.start], text[parsed.end : last]


def _hears(form: Expression) -> bool:
    """Whether tense matters: something was left open that it can settle."""
    match form:
        case Calendar(year=None) | Nth(of=None) | Season(of=None):
            return True
        case This() | Since():
            return False
        case _:
            return hasattr(form, "start") and _hears(form.start)


def _words(words: Sequence[str]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"\b(?:{body})\b", re.IGNORECASE)
