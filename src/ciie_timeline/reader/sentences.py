"""Sentences: how far around a phrase its sentence goes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import Mention

if TYPE_CHECKING:
    from ciie_timeline.lexicons import Lexicon

#: How many code points around a phrase its sentence may have, and how many may say its tense.
WHOLE: Final = 400
NEAR: Final = 120


class Sentences:
    """Finds the bounds of sentences; abbreviations of the language do not end one."""

    def __init__(self, lexicon: Lexicon) -> None:
        short = "".join(
            rf"(?<!\b(?:{'|'.join(words)})\.)"
            for _, words in groupby(sorted(map(_titled, lexicon.stop), key=len), key=len)
        )
        after = r"['\")\]\u201d\u2019]?\s+(?=[\"'(\[\u201c]?[^\Wa-z_])"
        self._end = re.compile(
            rf"\.{short}(?<!\b[A-Z]\.){after}|!{after}|\?{after}|\u3002|\uff01|\uff1f|\n\s*\n"
        )

    def bounds(self, text: str, start: int, end: int, reach: int = WHOLE) -> tuple[int, int]:
        """Where the sentence around a place begins and ends, within a reach on either side."""
        return self.first(text, start, reach), self.last(text, end, reach)

    def first(self, text: str, start: int, reach: int = WHOLE) -> int:
        """Where the sentence that holds a place begins."""
        first = max(0, start - reach)
        for found in self._end.finditer(text, first, start):
            first = found.end()
        return first

    def last(self, text: str, end: int, reach: int = WHOLE) -> int:
        """Where the sentence that holds a place ends."""
        last = min(len(text), end + reach)
        stop = self._end.search(text, end, last)
        return stop.start() if stop else last


def _titled(word: str) -> str:
    return re.escape(word.title())


@attrs.frozen(eq=False)
class Page:
    """A text with its mentions, and what stands beside each in its sentence."""

    text: str
    mentions: Sequence[Mention]
    sentences: Sentences

    def bounds(self, mention: Mention) -> tuple[int, int]:
        """Where the sentence of a mention begins and ends."""
        return self.sentences.bounds(self.text, mention.start, mention.end)

    def beside(self, mention: Mention) -> list[Mention]:
        """The other mentions in the sentence of a mention."""
        start, end = self.bounds(mention)
        at = bisect_left(self.mentions, start, key=lambda each: each.start)
        stop = bisect_left(self.mentions, end, key=lambda each: each.start)
        near = (self.mentions[place] for place in range(at, stop))
        return [each for each in near if each is not mention and each.end <= end]
