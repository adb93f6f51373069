"""One pass over a document: scan, parse, resolve, claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    AnnouncementRef,
    Cues,
    EditionRef,
    EditionsRef,
    Elapsed,
    Expression,
    Inception,
    Mention,
    Reading,
    Resolution,
    SessionRef,
    Since,
    Timex3,
)
from ciie_timeline.grammar import Grammar
from ciie_timeline.reader.about import about, anchors
from ciie_timeline.reader.belonging import Belonging
from ciie_timeline.reader.binding import bound
from ciie_timeline.reader.claims import claims
from ciie_timeline.reader.contradictions import contradictions
from ciie_timeline.reader.hearing import NO_CUES, Hearing
from ciie_timeline.reader.sentences import NEAR, Page, Sentences
from ciie_timeline.resolver import remember, resolve
from ciie_timeline.scanner import Names, Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.forms import Context, Voice
    from ciie_timeline.grammar import Parsed
    from ciie_timeline.lexicons import Lexicon

_OF_SERIES: Final = (EditionRef, EditionsRef, Inception, SessionRef, AnnouncementRef)
#: The most words before a phrase that is the whole text.
_OPENING: Final = 2


class Reader:
    """Reads texts in one language with one table of names; make it once, use it often."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self.lexicon = lexicon
        self._scanner = Scanner(lexicon, names)
        self._grammar = Grammar(lexicon, self._scanner.classes())
        self._sentences = Sentences(lexicon)
        self._hearing = Hearing(lexicon, self._sentences)
        self._belonging = Belonging(lexicon, self._sentences)

    def read(self, text: str, context: Context, voice: Voice, source: str = "") -> Reading:
        """A text as read.

        Args:
            text: the text, offsets in code points.
            context: the publication day, what is known of series, the policy; ``series`` and
                ``focus`` are found here unless they are given.
            voice: what records explain themselves with.
            source: the id of the source, for claims.
        """
        runs = list(self._scanner.runs(text))
        parsed = [each for run in runs for each in self._grammar.parse(run)]
        if context.known:
            context = about(text, parsed, self._scanner.names_in(runs), context, self._sentences)
        context = attrs.evolve(context, spoken={})
        page = Page(text, list(self._mentions(text, parsed, context, voice)), self._sentences)
        mentions = tuple(bound(page))
        page = attrs.evolve(page, mentions=mentions)
        return Reading(
            text,
            mentions,
            tuple(claims(page, context, self._hearing, source)),
            tuple(contradictions(mentions, source, voice)),
            self.lexicon.code,
            context.published,
            context.series,
            context.focus,
            source,
        )

    def _mentions(
        self, text: str, parsed: Sequence[Parsed], context: Context, voice: Voice
    ) -> Iterator[Mention]:
        alone = len(parsed) == 1 and _covers(text, parsed[0])
        later: list[Parsed] = []
        found: list[Mention] = []
        for each in parsed:
            if isinstance(each.expression, Elapsed):
                later.append(each)
                continue
            cues = self._hearing.around(text, each, alone=alone)
            found += _resolved(text, each, context, cues, voice, self._belonging)
        for each in later:
            named = attrs.evolve(context, anchors=anchors(each.expression, found, context))
            found += _resolved(text, each, named, NO_CUES, voice, self._belonging)
        yield from sorted(found, key=lambda mention: mention.start) if later else found


def _covers(text: str, parsed: Parsed) -> bool:
    """Whether a phrase is the whole text, but for space, a determiner and a preposition."""
    if len(text) > NEAR or text[parsed.end :].strip(" .!?\n"):
        return False
    return len(text[: parsed.start].split()) <= _OPENING


def _resolved(  # noqa: PLR0913 - what a phrase is read with
    text: str, parsed: Parsed, context: Context, cues: Cues, voice: Voice, belonging: Belonging
) -> Iterator[Mention]:
    """The mention of a phrase, or those of its parts when its series is not known."""
    form = parsed.expression
    resolution = resolve(form, context, cues)
    if _is_of_series(form) and (
        resolution.series is None or belonging.is_foreign(text, parsed, context)
    ):
        for part in parsed.parts:
            yield from _resolved(text, part, context, cues, voice, belonging)
        return
    marks = [
        (start, end, resolution if each is form else resolve(each, context, cues))
        for start, end, each in parsed.timexes
    ]
    for _, _, marked in marks:
        remember(marked, context.spoken)
    timexes = tuple(_timex(*mark) for mark in marks)
    start, end = parsed.start, parsed.end
    yield Mention(start, end, text[start:end], form, resolution, timexes, voice)


def _is_of_series(form: Expression) -> bool:
    if isinstance(form, Since):
        form = form.anchor
    return isinstance(form, _OF_SERIES)


def _timex(start: int, end: int, found: Resolution) -> Timex3:
    return Timex3(start, end, found.timex_type, found.timex or "", found.mod)
