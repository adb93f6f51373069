"""One pass over a document: scan, parse, resolve, claim."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    Anniversary,
    AnnouncementRef,
    EditionRef,
    EditionsRef,
    Mention,
    Reading,
    SessionRef,
    Since,
)
from ciie_timeline.grammar import Grammar
from ciie_timeline.reader.about import Beginnings, about
from ciie_timeline.reader.belonging import Belonging
from ciie_timeline.reader.binding import bound
from ciie_timeline.reader.claims import claims
from ciie_timeline.reader.contradictions import contradictions, names_nothing
from ciie_timeline.reader.hearing import NO_CUES, Hearing
from ciie_timeline.reader.meaning import Kept, Meanings, Phrase
from ciie_timeline.reader.sentences import NEAR, Page, Sentences
from ciie_timeline.scanner import Names, Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.forms import Context, Timex3, Voice
    from ciie_timeline.grammar import Parsed
    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.model import Claim

    #: The phrases of a stretch, and the places in it where a series is named, with its key.
    _Parsed = tuple[tuple[Phrase, ...], tuple[tuple[int, str], ...]]

#: What is bound to the times beside it, or claimed.
_OF_EVENTS: Final = (EditionRef, EditionsRef, SessionRef, AnnouncementRef, Anniversary, Since)
#: The most words before a phrase that is the whole text.
_OPENING: Final = 2
#: What may stand behind such a phrase.
_ENDING: Final = " .!?\n"
#: How many stretches are kept, how many contexts, and the longest stretch that is kept.
_STRETCHES: Final = 8192
_CONTEXTS: Final = 8
_LONGEST: Final = 600


class Reader:
    """Reads texts in one language; make it once, use it often.

    What was parsed of a stretch of words, and what it meant in a context, is kept (a bounded
    number) and used again where the same words come back.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._scanner = Scanner(lexicon)
        self._grammar = Grammar(lexicon, self._scanner.classes())
        self._sentences = Sentences(lexicon)
        self._hearing = Hearing(lexicon, self._sentences)
        self._belonging = Belonging(lexicon, self._sentences)
        self._stretches: dict[tuple[str, int], _Parsed] = {}
        self._kept: dict[tuple[object, ...], Kept] = {}

    def naming(self, names: Names) -> Reader:
        """A reader that knows these names too and shares all the rest with this one."""
        named = copy(self)
        named._scanner = self._scanner.naming(names)  # noqa: SLF001 - a copy of this reader
        named._stretches, named._kept = {}, {}  # noqa: SLF001
        return named

    def read(self, text: str, context: Context, voice: Voice, source: str = "") -> Reading:
        """A text as read.

        Args:
            text: the text, offsets in code points.
            context: the publication day, what is known of series, the policy; ``series`` and
                ``focus`` are found here unless they are given.
            voice: what records explain themselves with.
            source: the id of the source, for claims.
        """
        phrases, names = self._phrases(text)
        if context.known:
            parsed = [phrase.parsed.moved(at) for at, phrase in phrases]
            context = about(text, parsed, names, context, self._sentences)
        found, doubtful = self._mentions(text, phrases, context, voice)
        mentions = tuple(found)
        said: tuple[Claim, ...] = ()
        if context.known or any(isinstance(each.expression, _OF_EVENTS) for each in found):
            mentions = tuple(bound(Page(text, found, self._sentences)))
            page = Page(text, mentions, self._sentences)
            said = tuple(claims(page, context, self._hearing, source))
        return Reading(
            text,
            mentions,
            said,
            tuple(contradictions(doubtful, source, voice)),
            self.lexicon.code,
            context.published,
            context.series,
            context.focus,
            source,
        )

    def _phrases(self, text: str) -> tuple[list[tuple[int, Phrase]], list[tuple[int, str]]]:
        """The phrases of a text, each with the place where its stretch begins; the series named."""
        kept = self._stretches
        phrases: list[tuple[int, Phrase]] = []
        names: list[tuple[int, str]] = []
        last: tuple[int, int, int] | None = None
        for last in self._scanner.stretches(text):
            start, end, anchor = last
            key = text[start:end], anchor
            found = kept.get(key)
            if found is None:
                found = self._parsed(*key)
                self._keep(key, found)
            for phrase in found[0]:
                phrases.append((start, phrase))  # noqa: PERF401 - mostly one
            if found[1]:
                names += [(start + at, series) for at, series in found[1]]
        if last is not None and not phrases:
            phrases += self._whole(text, *last)
        return phrases, names

    def _whole(self, text: str, start: int, end: int, anchor: int) -> Iterator[tuple[int, Phrase]]:
        """The phrase of a stretch that means a time only where it is the whole text ("Jan")."""
        if end - start > NEAR or text[:start].strip() or text[end:].strip(_ENDING):
            return
        words = text[start:end]
        key = words, ~anchor  # beside what the same words are in a longer text
        found = self._stretches.get(key)
        if found is None:
            whole = self._grammar.parse_whole(self._scanner.run(words, anchor))
            found = tuple([Phrase.of(words, each) for each in whole]), ()
            self._keep(key, found)
        for phrase in found[0]:
            yield start, phrase

    def _keep(self, key: tuple[str, int], found: _Parsed) -> None:
        if len(self._stretches) >= _STRETCHES:
            self._stretches.clear()
        if len(key[0]) <= _LONGEST:
            self._stretches[key] = found

    def _parsed(self, words: str, anchor: int) -> _Parsed:
        run = self._scanner.run(words, anchor)
        phrases = tuple([Phrase.of(words, each) for each in self._grammar.parse(run)])
        return phrases, tuple(self._scanner.names_in(run))

    def _mentions(
        self, text: str, phrases: Sequence[tuple[int, Phrase]], context: Context, voice: Voice
    ) -> tuple[list[Mention], list[Mention]]:
        """The mentions of a text, and those that contradict themselves."""
        meanings = Meanings(text, context, self._belonging, self._kept_for(context))
        alone = len(phrases) == 1 and _covers(text, phrases[0][1].parsed.moved(phrases[0][0]))
        hear = self._hearing.around
        doubtful: list[Mention] = []
        later: list[tuple[int, Phrase]] = []
        found: list[Mention] = []
        for at, phrase in phrases:
            cues = NO_CUES
            if phrase.asks:
                parsed = phrase.parsed
                start, end = at + parsed.start, at + parsed.end
                cues = hear(text, start, end, parsed.expression, alone=alone)
            elif phrase.later:
                later.append((at, phrase))
                continue
            meaning = meanings.of(phrase, at, cues)
            placed = meaning.placed(at, voice)
            if meaning.contradicts:
                doubtful += placed
                placed = [mention for mention in placed if not names_nothing(mention)]
            for mention in placed:
                if found and found[-1].start >= mention.start:
                    found.append(_outermost(mention, found))
                else:
                    found.append(mention)
        if later:
            found += self._counted_back(text, later, found, context, voice)
            found.sort(key=lambda mention: mention.start)
        return found, doubtful

    def _counted_back(
        self,
        text: str,
        later: Sequence[tuple[int, Phrase]],
        found: Sequence[Mention],
        context: Context,
        voice: Voice,
    ) -> list[Mention]:
        """The mentions of phrases such as "six years on", whose beginning the text may give."""
        begun, kept = Beginnings(found), dict[object, Meanings]()
        mentions = []
        for at, phrase in later:
            anchors = begun.anchors(phrase.parsed.expression, context)
            start = anchors.get("elapsed")
            if start not in kept:
                inner = attrs.evolve(context, anchors=anchors)
                kept[start] = Meanings(text, inner, self._belonging, Kept())
            mentions += kept[start].of(phrase, at).placed(at, voice)
        return mentions

    def _kept_for(self, context: Context) -> Kept:
        """The meanings that are kept for a context; those of known series are of one text only."""
        if context.known or context.series or context.anchors or context.spoken:
            return Kept()
        key = context.published, context.policy
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= _CONTEXTS:
                self._kept.clear()
            kept = self._kept[key] = Kept()
        return kept


def _outermost(mention: Mention, found: list[Mention]) -> Mention:
    """A mention that takes in those that it encloses (a quoted name with a time inside)."""
    inside: tuple[Timex3, ...] = ()
    while found and found[-1].start >= mention.start:
        inside = (*found.pop().timexes, *inside)
    return attrs.evolve(mention, timexes=(*inside, *mention.timexes)) if inside else mention


def _covers(text: str, parsed: Parsed) -> bool:
    """Whether a phrase is the whole text, but for space, a determiner and a preposition."""
    if len(text) > NEAR or text[parsed.end :].strip(_ENDING):
        return False
    return len(text[: parsed.start].split()) <= _OPENING
