"""Anchors: the places of a text where a run can begin to grow.

A folded text is cut into its words and each is looked up in one set; digits count as ``0`` there,
so that a handful of shapes stands for all numbers.  Both happen in the interpreter's own loops:
that is faster than an expression with an arm for each word, and nothing has to be compiled.  What
is written in several words is found by one of them.
"""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING, Final

from ciie_timeline.scanner.folding import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: How much of a text is cut into words at a time, in code points.
_BLOCK: Final = 1 << 15
#: The shapes of short numbers, and of the last number of a row ("10-15", "5/11/23", "5/11/2023").
_SHORT: Final = frozenset({"0", "00"})
_LAST: Final = frozenset({"00", "0000"})
_BEFORE_LAST: Final = _SHORT | {""}

#: A place, and where the word there stands in a row of words.  The words have ``0`` for each digit,
#: and what is between two of them is one code point wide, so that some are empty.
Hit = tuple[int, "Sequence[str]", int]


class Anchors:
    """Finds the words of a text that runs grow from.

    Args:
        words: single words, folded.
        phrases: what is written in several words, folded, and means something by itself.
        traps: what is written in several words and means nothing; it counts where it holds one
            of the words.
        before: single words; a number of two digits with a mark between is one behind them ("in
            '68").

    >>> anchors = Anchors(["november", "0000"])
    >>> [(place, words[at]) for place, words, at in anchors.hits("on 5 november 2023 ")]
    [(5, 'november'), (14, '0000')]
    """

    def __init__(
        self,
        words: Iterable[str],
        phrases: Iterable[str] = (),
        traps: Iterable[str] = (),
        before: Iterable[str] = (),
    ) -> None:
        self._before = frozenset(before)
        single = frozenset(map(shape, words))
        holding: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        unsaid = frozenset(traps)
        for phrase in (*phrases, *sorted(unsaid)):
            row = phrase.split()
            held = next((at for at, word in enumerate(row) if shape(word) in single), None)
            if held is None and phrase not in unsaid:
                held = max(range(len(row)), key=lambda at: (len(row[at]), at))
            if held is not None:
                rows = holding.setdefault(row[held], {})
                if held:
                    rows.setdefault(shape(row[held - 1]), []).append(tuple(row[:held]))
        self._starts = single.union(map(shape, holding))
        self._words = self._starts | _LAST
        #: For a word inside of expressions that are found by it: the rows of words that stand
        #: before it there, by the last word of the row, the longest first.
        self.holding: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]] = {
            word: {last: tuple(sorted(rows, key=len, reverse=True)) for last, rows in each.items()}
            for word, each in holding.items()
        }

    def hits(self, flat: str) -> Iterator[Hit]:
        """Where words stand that runs may grow from, in order.

        ``flat`` is the folded text with a space behind it.
        """
        shapes, at = f" {shape(flat)}", 0
        find, is_anchor, starts = shapes.find, self._words.__contains__, self._starts
        for start, end in _blocks(shapes):
            words = shapes[start:end].split(" ")
            for index in compress(count(), map(is_anchor, words)):
                word = words[index]
                at = find(f" {word} ", at)
                if word in _LAST and words[index - 1] in _BEFORE_LAST:
                    for first in _rows(words, index):
                        back = sum(map(len, words[first:index])) + index - first
                        yield at - back, words, first
                    if index > 1 and not words[index - 1] and words[index - 2] in self._before:
                        yield at, words, index
                if word in starts:
                    yield at, words, index
                at += 1


def _rows(words: Sequence[str], last: int) -> Iterator[int]:
    """Where rows of short numbers begin that a number ends: three of them, or two side by side."""
    second = _number_before(words, last)
    if second < last:
        first = _number_before(words, second)
        if first < second:
            yield first
        if words[last] in _SHORT and second == last - 1:
            yield second


def _number_before(words: Sequence[str], at: int) -> int:
    """Where the short number before a word is; the word's own place when there is none."""
    before = at - 1
    while before > 0 and not words[before]:
        before -= 1
    return before if before >= 0 and words[before] in _SHORT else at


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Pieces of a text that end with a space; a long word is never cut."""
    start, size = 0, len(text)
    while start < size:
        end = text.find(" ", start + _BLOCK) + 1 or size
        yield start, end
        start = end
