"""What phrases mean: resolved once, and put where they stand in the text.

A phrase that is written alike and stands in a like context means the same, so that meanings are
kept (a bounded number): by the phrase, by the cues around it, and, where the resolver asks what
the text spoke of before, by that too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

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
    Resolution,
    SessionRef,
    Since,
    Timex3,
)
from ciie_timeline.grammar import Parsed
from ciie_timeline.reader.contradictions import contradicts
from ciie_timeline.reader.hearing import NO_CUES, asks
from ciie_timeline.resolver import remember, resolve, resolve_with_parts
from ciie_timeline.values import TimeValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.forms import Context, Voice
    from ciie_timeline.reader.belonging import Belonging

_OF_SERIES: Final = (EditionRef, EditionsRef, Inception, SessionRef, AnnouncementRef)
_CACHE: Final = 4096
_NOTHING: Final[Mapping[int, Resolution]] = {}


@attrs.frozen(eq=False)
class Phrase:
    """An expression of a stretch, and what it takes to find what it means.

    ``words`` are those of the stretch, and the places of ``parsed`` are counted in them.  It
    ``asks`` when the words around matter, is ``later`` when it can only be told when the rest of
    the text is, ``of_series`` when it may belong to another series than that of the text.
    """

    words: str
    parsed: Parsed
    asks: bool
    later: bool
    of_series: bool

    @classmethod
    def of(cls, words: str, parsed: Parsed) -> Phrase:
        """A phrase of a stretch."""
        form = parsed.expression
        return cls(words, parsed, asks(form), isinstance(form, Elapsed), _is_of_series(form))


#: A timex whose place is counted from the beginning of its stretch: start, end, type, value, mod.
_Timex = tuple[int, int, Literal["DATE", "TIME", "DURATION", "SET"], str, str | None]
#: A mention whose place is: start, end, words, expression, resolution, timexes.
_Unplaced = tuple[int, int, str, Expression, Resolution, tuple[_Timex, ...]]


@attrs.frozen(eq=False)
class Meaning:
    """What a phrase means: its mentions, what it spoke of, whether it contradicts itself."""

    mentions: tuple[_Unplaced, ...]
    spoken: Mapping[str, TimeValue]
    contradicts: bool

    def placed(self, at: int, voice: Voice) -> list[Mention]:
        """The mentions of a phrase whose stretch begins at a place."""
        found = []
        for start, end, words, form, resolution, marks in self.mentions:
            timexes = [Timex3(at + a, at + b, kind, value, mod) for a, b, kind, value, mod in marks]
            place = at + start, at + end
            found.append(Mention(*place, words, form, resolution, tuple(timexes), voice))
        return found


class Kept:
    """Meanings that were found in one context (a bounded number).

    ``asking`` are those that depend on what the text spoke of before, by that.
    """

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget all."""
        self.count = 0
        self.sure: dict[Any, Meaning] = {}
        self.asking: dict[Any, dict[tuple[tuple[str, TimeValue], ...], Meaning]] = {}


class _Spoken(dict[str, "TimeValue"]):
    """What the text has spoken of so far; it notes what it was asked and told."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = False
        self.told: dict[str, TimeValue] = {}

    def get(self, key: str, default: Any = None) -> Any:
        self.asked = True
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self.asked = True
        return super().__contains__(key)

    def __getitem__(self, key: str) -> TimeValue:
        self.asked = True
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[str]:
        self.asked = True
        return super().__iter__()

    def __len__(self) -> int:
        self.asked = True
        return super().__len__()

    def state(self) -> tuple[tuple[str, TimeValue], ...]:
        """All of it, without noting that somebody asked."""
        return tuple(dict.items(self))

    def __setitem__(self, key: str, value: TimeValue) -> None:
        self.told[key] = value
        super().__setitem__(key, value)


class Meanings:
    """Finds the meanings of the phrases of one text, from its beginning to its end."""

    def __init__(self, text: str, context: Context, belonging: Belonging, kept: Kept) -> None:
        self._text = text
        self._spoken = _Spoken()
        self._context = attrs.evolve(context, spoken=self._spoken)
        self._belonging = belonging
        self._kept = kept

    def of(self, phrase: Phrase, at: int, cues: Cues = NO_CUES) -> Meaning:
        """What a phrase means whose stretch begins at a place; the text goes on from there."""
        key: Any = phrase
        if cues is not NO_CUES:
            key = phrase, cues
        found = self._kept.sure.get(key)
        if found is None:
            found = self._asking(phrase, at, cues, key)
        if found.spoken:
            self._spoken.update(found.spoken)
        return found

    def _asking(self, phrase: Phrase, at: int, cues: Cues, key: Any) -> Meaning:
        """A meaning that was not kept, or is kept for what the text spoke of before."""
        kept, spoken = self._kept, self._spoken
        state, by_state = spoken.state(), kept.asking.get(key)
        known = None if by_state is None else by_state.get(state)
        if known is not None:
            return known
        spoken.asked, spoken.told = False, {}
        mentions = tuple(self._mentions(phrase, phrase.parsed, at, cues))
        doubtful = any(contradicts(form, found) for _, _, _, form, found, _ in mentions)
        meaning = Meaning(mentions, spoken.told, doubtful)
        if phrase.of_series and self._context.known:
            return meaning
        kept.count += 1
        if kept.count > _CACHE:
            kept.clear()
        if spoken.asked:
            kept.asking.setdefault(key, {})[state] = meaning
        else:
            kept.sure[key] = meaning
        return meaning

    def _mentions(self, phrase: Phrase, parsed: Parsed, at: int, cues: Cues) -> Iterator[_Unplaced]:
        """The mention of a phrase, or those of its parts when it is not about a known series."""
        form, inside = parsed.expression, _NOTHING
        if any(each is not form for _, _, each in parsed.timexes):
            resolution, inside = resolve_with_parts(form, self._context, cues)
        else:
            resolution = resolve(form, self._context, cues)
        if _is_of_series(form) and (
            resolution.series is None
            or self._belonging.is_foreign(self._text, parsed.moved(at), self._context)
        ):
            for part in parsed.parts:
                yield from self._mentions(phrase, part, at, cues)
            return
        marks: list[_Timex] = []
        for start, end, each in parsed.timexes:
            marked = resolution if each is form else inside.get(id(each))
            if marked is None:
                marked = resolve(each, self._context, cues)
            remember(each, marked, self._spoken)
            marks.append((start, end, marked.timex_type, marked.timex or "", marked.mod))
        start, end = parsed.start, parsed.end
        yield start, end, phrase.words[start:end], form, resolution, tuple(marks)


def _is_of_series(form: Expression) -> bool:
    if isinstance(form, Since):
        form = form.anchor
    return isinstance(form, _OF_SERIES)
