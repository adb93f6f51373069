"""Growth: how far known words reach on either side of a place, and what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ciie_timeline.scanner.words import (
    AFTER_DIGITS,
    LONGEST_GAP,
    POSSESSIVE,
    UNKNOWN,
    UNSURE,
    Words,
    word_behind,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ciie_timeline.scanner.titles import Titles
    from ciie_timeline.scanner.vocabulary import Entry

    #: A step to the next word: its place, its token, the token of the gap ("" for none).
    Step = tuple[int, int, Entry, str]

#: The most tokens that a run has on either side of its anchor.
REACH: Final = 40
_QUOTE: Final = ' "'


class Growth:
    """Grows stretches over the words of a text and the titles in it.

    The edges are sought in the words of ``Anchors.hits`` first: as long as each is what it seems,
    an edge moves on from word to word; where a word stops it for sure, the edge is found (the
    loops return); where a word must be looked at in its place, the rest goes step by step (the
    loops break).  Without words all goes step by step, and the edges are the same.
    """

    def __init__(self, words: Words, titles: Titles) -> None:
        self._words = words
        self._titles = titles

    def left_edge(  # noqa: C901, PLR0913 - the loop stays in one piece for speed
        self, flat: str, text: str, floor: int, start: int, words: Sequence[str], index: int
    ) -> int:
        """Where known words to the left of a place begin.

        ``words`` has the words up to ``index``, which is that of the place.
        """
        reach, gaps = self._words.reach, self._words.gaps
        least = max(0, index - REACH)
        while index > least and start - 1 > floor:
            index -= 1
            word, end = words[index], start - 1
            if text[end] != " " or not word:
                if not word and index > least:
                    index -= 1
                    word, end = words[index], end - 1
                gap = text[end:start]
                kind = gaps.get(gap, UNKNOWN)
                if kind == "stop" and gap != "." and word and word not in self._words.lexicon.stop:
                    return start
                if word and (kind is None or (word > AFTER_DIGITS and word not in reach)):
                    return start
                if kind in UNSURE or end <= floor:
                    break
            known = reach.get(word)
            if known is None and word > AFTER_DIGITS:
                return start
            if known is None or known[0] is None:
                break
            start = end - len(word)
        if start - 1 <= floor:
            return start
        for _ in range(REACH):
            step = self.step_left(flat, text, floor, start)
            if step is None:
                break
            start = step[0]
        return start

    def right_edge(  # noqa: C901, PLR0912 - the loop stays in one piece for speed
        self,
        flat: str,
        text: str,
        token: tuple[int, int, str],
        words: Sequence[str],
        index: int,
    ) -> int:
        """Where known words to the right of a token end: its place and its character."""
        (start, end, before), leads = token, self._titles.leads
        reach, gaps = self._words.reach, self._words.gaps
        most = min(len(words) - 3, index + REACH)
        while index < most:
            last, word, at = words[index], words[index + 1], end + 1
            index += 1
            if text[end] == " " and word:
                if before in leads and not text[at : at + 1].islower():
                    break
            else:
                if not word:
                    at, word = at + 1, words[index + 1]
                    index += 1
                gap = text[end:at]
                if gap == _QUOTE:
                    break
                if gap == "'" and word == POSSESSIVE:
                    end, before = at + 1, self._words.possessive[0]
                    continue
                kind = gaps.get(gap, UNKNOWN)
                if kind is None:
                    return end
                if kind == "stop" and gap != "." and last not in self._words.lexicon.stop:
                    return end
                if kind in UNSURE and (word in reach or word < AFTER_DIGITS):
                    break
            known = reach.get(word)
            if known is None and word > AFTER_DIGITS:
                return end
            if known is None or known[0] is None or words[index + 1] in known[1]:
                break
            start, end, before = at, at + len(word), known[0][0]
        for _ in range(REACH):
            step = self.step_right(flat, text, start, end, before)
            if step is None:
                break
            start, end, (before, _), _ = step
        return end

    def step_left(self, flat: str, text: str, floor: int, start: int) -> Step | None:
        """The known word to the left of a place: its place, its token, the gap behind it."""
        end = start if text[start] == "'" else start - 1
        if end <= floor:
            return None
        if flat[end - 1] == " ":
            least = max(floor, start - LONGEST_GAP)
            while end > least and flat[end - 1] == " ":
                end -= 1
            if end <= least:
                return None
        begin = flat.rfind(" ", 0, end) + 1
        if begin < floor:
            return None
        word = flat[begin:end]
        if word == POSSESSIVE and begin > floor + 1 and text[begin - 1] == "'":
            owned = text[end:start] == " " and flat[begin - 2] != " "
            return (begin - 1, end, self._words.possessive, "") if owned else None
        entry = self._words.entry(word, text, begin)
        if entry is None:
            return None
        gap = text[end:start]
        between = self._words.gap(gap, word)
        return None if between is None else (begin, end, entry, between)

    def step_right(self, flat: str, text: str, start: int, end: int, before: str) -> Step | None:
        """What follows a token to the right: its place, its token, the gap before it."""
        place = word_behind(flat, end)
        if place is None:
            return None
        at, after = place
        word, gap = flat[at:after], text[end:at]
        may_lead = gap == _QUOTE or (
            gap == " " and before in self._titles.leads and text[at].isupper()
        )
        if word > AFTER_DIGITS and word not in self._words.reach and not may_lead:
            return None
        if gap == "'" and word == POSSESSIVE:
            return end, after, self._words.possessive, ""
        found = self._words.phrase_at(flat, text, at) if self._words.opens(word) else None
        entry = self._words.entry(word, text, at)
        if found is not None:
            entry, after = found
        elif gap == " ":
            title = self._titles.ahead(flat, text, at, before)
            after, entry = title or (after, entry)
        elif entry is None:
            quoted = self._titles.after(text, end, at, before)
            return None if quoted is None else (*quoted, "")
        if entry is None:
            return None
        between = self._words.gap(gap, flat[start:end])
        return None if between is None else (at, after, entry, between)
