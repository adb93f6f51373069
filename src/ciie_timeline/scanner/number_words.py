"""Numbers in words: neighbouring number words of a run as one token."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from ciie_timeline.forms import Run
from ciie_timeline.lexicons.numerals import compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ciie_timeline.scanner.words import Words

#: Numbers behind which "and" goes on counting ("two thousand and five").
_ROUND: Final = (100, 1000)
#: The most words that a number has.
_MOST_WORDS: Final = 12


class NumberWords:
    """Joins the number words of a run ("twenty-five" is one number)."""

    def __init__(self, words: Words) -> None:
        self._numbers = words.numbers
        self._hyphen = words.gap_chars["hyphen"]
        self._and = words.words["and"][0] if "and" in words.words else ""
        self._spelled = _spelled_chars(words)
        spelled = "".join(sorted(self._spelled))
        self._row = re.compile(f"[{spelled}]{self._hyphen}?[{spelled}]" if spelled else "(?!)")
        self._point = words.gap_chars["point"]
        large = "".join(sorted(_large_chars(words)))
        figures = f"[{words.numbers.plain_chars()}]"
        self._amount = re.compile(
            f"{figures}(?:{self._point}{figures})?(?=[{large}])" if large else "(?!)"
        )
        self._large = frozenset(large)

    def run(
        self,
        starts: Sequence[int],
        ends: Sequence[int],
        chars: Sequence[str],
        values: Sequence[Mapping[str, Any]],
    ) -> Run:
        """The run of these tokens, its number words joined."""
        classes = "".join(chars)
        if not self._large.isdisjoint(classes) and self._amount.search(classes) is not None:
            starts, ends, chars, values = self._scaled(starts, ends, chars, values)
            classes = "".join(chars)
        if self._row.search(classes) is None:
            return Run(starts, ends, classes, values)
        return self._joined(starts, ends, chars, values)

    def _scaled(
        self,
        starts: Sequence[int],
        ends: Sequence[int],
        chars: Sequence[str],
        values: Sequence[Mapping[str, Any]],
    ) -> Sequence[Any]:
        """The tokens with figures and a large number in words as one number ("2.5 million")."""
        classes, at = "".join(chars), 0
        tokens: list[Any] = []
        for found in self._amount.finditer(classes):
            first, last = found.span()
            number = _amount(values[first:last], ends[last - 1] - starts[last - 1])
            number *= values[last]["HUNDRED"]
            tokens += zip(
                starts[at:first], ends[at:first], classes[at:first], values[at:first], strict=True
            )
            at = first
            if number == int(number):
                tokens.append((starts[first], ends[last], *self._numbers.counted(int(number))))
                at = last + 1
        tokens += zip(starts[at:], ends[at:], classes[at:], values[at:], strict=True)
        return tuple(zip(*tokens, strict=True))

    def _joined(
        self,
        starts: Sequence[int],
        ends: Sequence[int],
        chars: Sequence[str],
        values: Sequence[Mapping[str, Any]],
    ) -> Run:
        """The run with neighbouring number words as one number ("twenty-five")."""
        at, tokens = 0, []
        while at < len(chars):
            end, numbers = self._number_words(chars, values, at)
            number = compose(numbers) if len(numbers) > 1 else None
            if number is None:
                tokens.append((starts[at], ends[at], chars[at], values[at]))
                at += 1
            else:
                ordinal = self._spelled[chars[end - 1]] == "ORDINAL"
                entry = self._numbers.spelled(number, ordinal=ordinal)
                tokens.append((starts[at], ends[end - 1], *entry))
                at = end
        starts, ends, chars, values = zip(*tokens, strict=True)
        return Run(starts, ends, "".join(chars), values)

    def _number_words(
        self, chars: Sequence[str], values: Sequence[Mapping[str, Any]], at: int
    ) -> tuple[int, list[int]]:
        """The end of a row of number words, and their values; an ordinal ends the row."""
        end = at
        numbers: list[int] = []
        while end < len(chars) and len(numbers) < _MOST_WORDS:
            skip = int(bool(numbers) and chars[end] == self._hyphen)
            if not skip and numbers and numbers[-1] in _ROUND and chars[end] == self._and:
                skip = 1
            kind = self._spelled.get(chars[end + skip]) if end + skip < len(chars) else None
            if kind is None:
                break
            end += skip + 1
            numbers.append(values[end - 1][kind])
            if kind == "ORDINAL":
                break
        return end, numbers


def _amount(values: Sequence[Mapping[str, Any]], digits: int) -> Decimal:
    """A number in figures, whose decimals have so many digits when it has any."""
    whole = Decimal(values[0]["NUM"])
    return whole if len(values) == 1 else whole + Decimal(values[-1]["NUM"]).scaleb(-digits)


def _large_chars(words: Words) -> Iterator[str]:
    """The characters of the words for a hundred, a thousand and what is larger."""
    for entry in words.words.values():
        if "HUNDRED" in entry[1]:
            yield entry[0]


def _spelled_chars(words: Words) -> dict[str, str]:
    """For each character of a number word the class that it has as one."""
    return {
        words.words[word][0]: name
        for word, classes in words.lexicon.words.items()
        for name in ("CARDINAL", "ORDINAL")
        if name in classes and word in words.words
    }
