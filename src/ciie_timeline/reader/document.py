"""One pass over a document: scan, parse, resolve, claim."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Final

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
from ciie_timeline.scanner import Names, Scanner, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ciie_timeline.forms import Context, Voice
    from ciie_timeline.grammar import Parsed
    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.values import TimeValue

_OF_SERIES: Final = (EditionRef, EditionsRef, Inception, SessionRef, AnnouncementRef)
#: The most words before a phrase that is the whole text.
_OPENING: Final = 2


class Reader:
    """Reads texts in one language; make it once, use it often."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._scanner = Scanner(lexicon)
        self._grammar = Grammar(lexicon, self._scanner.classes())
        self._sentences = Sentences(lexicon)
        self._hearing = Hearing(lexicon, self._sentences)
        self._belonging = Belonging(lexicon, self._sentences)

    def naming(self, names: Names) -> Reader:
        """A reader that knows these names too and shares all the rest with this one."""
        named = copy(self)
        named._scanner = self._scanner.naming(names)  # noqa: SLF001 - a copy of this reader
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
        flat = f"{fold(text)} "
        runs = list(self._scanner.runs(text, flat))
        parsed = [each for run in runs for each in self._grammar.parse(run, text)]
        if context.known:
            context = about(text, parsed, self._scanner.names_in(runs), context, self._sentences)
        found = self._mentions(text, parsed, context, voice)
        mentions = tuple(bound(Page(text, found, self._sentences)))
        page = Page(text, mentions, self._sentences)
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
    ) -> list[Mention]:
        resolving = _Resolving(text, context, voice, self._belonging)
        alone = len(parsed) == 1 and _covers(text, parsed[0])
        hearing = self._hearing
        later: list[Parsed] = []
        found: list[Mention] = []
        for each in parsed:
            form = each.expression
            if isinstance(form, Elapsed):
                later.append(each)
                continue
            cues = hearing.around(text, each, alone=alone)
            for mention in resolving.mentions(each, cues):
                found.append(_outermost(mention, found) if found else mention)
        for each in later:
            named = attrs.evolve(context, anchors=anchors(each.expression, found, context))
            found += _Resolving(text, named, voice, self._belonging).mentions(each, NO_CUES)
        return sorted(found, key=lambda mention: mention.start) if later else found


class _Spoken(dict[str, "TimeValue"]):
    """What the text has spoken of so far; it notes whether it was asked."""

    asked = False

    def get(self, key: str, default: Any = None) -> Any:
        self.asked = True
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self.asked = True
        return super().__contains__(key)

    def __getitem__(self, key: str) -> TimeValue:
        self.asked = True
        return super().__getitem__(key)


class _Resolving:
    """Resolves the expressions of one text; what is the same means the same."""

    def __init__(self, text: str, context: Context, voice: Voice, belonging: Belonging) -> None:
        self._text = text
        self._spoken = _Spoken()
        self._context = attrs.evolve(context, spoken=self._spoken)
        self._voice = voice
        self._belonging = belonging
        # Expressions are kept with what was found of them, so that an id stands for one of them.
        self._found: dict[tuple[int, Cues], tuple[Expression, Resolution]] = {}

    def mentions(self, parsed: Parsed, cues: Cues) -> Iterable[Mention]:
        """The mention of a phrase, or those of its parts when it is not about a known series."""
        form, text = parsed.expression, self._text
        resolution = self._resolved(form, cues)
        if _is_of_series(form) and (
            resolution.series is None or self._belonging.is_foreign(text, parsed, self._context)
        ):
            return [found for part in parsed.parts for found in self.mentions(part, cues)]
        timexes = []
        for start, end, each in parsed.timexes:
            marked = resolution if each is form else self._resolved(each, cues)
            remember(each, marked, self._spoken)
            timexes.append(_timex(start, end, marked))
        start, end = parsed.start, parsed.end
        return (
            Mention(start, end, text[start:end], form, resolution, tuple(timexes), self._voice),
        )

    def _resolved(self, form: Expression, cues: Cues) -> Resolution:
        key = id(form), cues
        kept = self._found.get(key)
        if kept is not None:
            return kept[1]
        self._spoken.asked = False
        found = resolve(form, self._context, cues)
        if not self._spoken.asked:
            self._found[key] = form, found
        return found


def _outermost(mention: Mention, found: list[Mention]) -> Mention:
    """A mention that takes in those that it encloses (a quoted name with a time inside)."""
    inside: tuple[Timex3, ...] = ()
    while found and found[-1].start >= mention.start:
        inside = (*found.pop().timexes, *inside)
    return attrs.evolve(mention, timexes=(*inside, *mention.timexes)) if inside else mention


def _covers(text: str, parsed: Parsed) -> bool:
    """Whether a phrase is the whole text, but for space, a determiner and a preposition."""
    if len(text) > NEAR or text[parsed.end :].strip(" .!?\n"):
        return False
    return len(text[: parsed.start].split()) <= _OPENING


def _is_of_series(form: Expression) -> bool:
    if isinstance(form, Since):
        form = form.anchor
    return isinstance(form, _OF_SERIES)


def _timex(start: int, end: int, found: Resolution) -> Timex3:
    return Timex3(start, end, found.timex_type, found.timex or "", found.mod)
