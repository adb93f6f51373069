"""Belonging: whether a phrase that names no series can mean the text's own."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import EditionRef, EditionsRef, Inception, SessionRef, Since
from ciie_timeline.resolver import GENERIC

if TYPE_CHECKING:
    from ciie_timeline.forms import Context, Expression, Known
    from ciie_timeline.grammar import Parsed
    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.reader.sentences import Sentences

#: What may stand around a phrase that is the whole text.
_AROUND: Final = " .!?\n"
#: How far a paragraph is looked at on either side of a phrase.
PARAGRAPH: Final = 1500
#: The most words before a session's name in its sentence ("At the", "During the").
_OPENING: Final = 2
_QUOTES: Final = frozenset('"\u201c\u201d')


class Belonging:
    """Decides for one language which phrases are about something else than the text's series."""

    def __init__(self, lexicon: Lexicon, sentences: Sentences) -> None:
        self._sentences = sentences
        heads = (
            word
            for word, classes in lexicon.words.items()
            if ("EVENT" in classes or "HEAD" in classes) and " " not in word
        )
        nouns = "|".join(sorted(word.capitalize() for word in heads))
        self._title = re.compile(rf"\b[A-Z][\w-]* (?:{nouns})\b")
        self._code = lexicon.code

    def is_foreign(self, text: str, parsed: Parsed, context: Context) -> bool:
        """Whether the words around a phrase say that it belongs to another event."""
        form = parsed.expression
        if isinstance(form, SessionRef):
            return self._is_in_passing(text, parsed, form)
        known = context.known.get(context.series or "")
        if known is None or not _is_bare(form) or text.strip(_AROUND) == _phrase(text, parsed):
            return False
        if isinstance(form, Since):
            first, last = self._sentences.bounds(text, parsed.start, parsed.end)
            names = (*known.series.aliases(self._code), *known.series.nouns_of(self._code))
            return not _pattern(names).search(text, first, last)
        noun = getattr(form, "noun", None)
        return noun not in GENERIC and self._is_of_another(text, parsed, known)

    def _is_in_passing(self, text: str, parsed: Parsed, form: SessionRef) -> bool:
        """A forum only named on the way: one reported on opens its sentence or is quoted."""
        if form.edition is not None or not _QUOTES.isdisjoint(text[parsed.start : parsed.end]):
            return False
        first, _ = self._sentences.bounds(text, parsed.start, parsed.end)
        return len(text[first : parsed.start].split()) > _OPENING

    def _is_of_another(self, text: str, parsed: Parsed, known: Known) -> bool:
        """Whether the paragraph names another event by a title, and never the series."""
        first = text.rfind("\n", max(0, parsed.start - PARAGRAPH), parsed.start) + 1
        last = text.find("\n", parsed.end, parsed.end + PARAGRAPH)
        last = parsed.end + PARAGRAPH if last < 0 else last
        if _pattern(known.series.aliases(self._code)).search(text, first, last):
            return False
        return self._title.search(text, first, last) is not None


def _phrase(text: str, parsed: Parsed) -> str:
    return text[parsed.start : parsed.end]


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some names, in the singular or the plural."""
    body = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{body})s?\b" if body else r"(?!)")


def _is_bare(form: Expression) -> bool:
    """Whether a phrase about editions names neither a series nor an event."""
    if isinstance(form, Since):
        return isinstance(form.anchor, Inception) and form.anchor.series is None
    if isinstance(form, EditionRef):
        return form.series is None and form.named is None
    return isinstance(form, EditionsRef) and form.series is None and form.unit is None
