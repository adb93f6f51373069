"""The scan: stretches of known words around the anchors of a text, and the tokens in them.

A stretch is found by looking at the words around an anchor, each only once and without keeping
anything of it; what its words are is asked for the stretch by itself.  So its tokens depend on its
own characters alone, and whoever reads may keep what it made of them.
"""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any, Final

from ciie_timeline.scanner.anchors import Anchors
from ciie_timeline.scanner.folding import fold, plain
from ciie_timeline.scanner.growth import Growth
from ciie_timeline.scanner.number_words import NumberWords
from ciie_timeline.scanner.titles import Titles
from ciie_timeline.scanner.vocabulary import NO_NAMES, NUMBER_SHAPES, Alphabet, Names
from ciie_timeline.scanner.words import AFTER_DIGITS, LONGEST_GAP, Words, word_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ciie_timeline.forms import Run
    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.scanner.vocabulary import Entry

    #: A token: its start and end, its character, and what each of its classes makes of it.
    _Token = tuple[int, int, str, Mapping[str, Any]]

#: A stretch of a text: its start, its end, and how far behind its start the anchor stands.
Stretch = tuple[int, int, int]
#: Words that make an expression of a word when they stand before or behind it, and the spelling
#: that the word must have to be taken at once.
_Near = tuple[frozenset[str], frozenset[str], "Callable[[str], bool] | None"]

_EMPTY: Final[dict[str, Any]] = {}
#: The classes of nouns that say nothing of time or an edition by themselves.
_NEEDY: Final = frozenset({"EDITION", "EDITIONS", "EVENT", "EVENTS", "HEAD"})
#: The classes of numbers that are anchors by themselves.
_ANCHORED: Final = (
    "YEAR", "ORD", "DECADENUM", "CLOCKNUM", "HOURMINUTE", "GLUED", "STAMP", "MINUTEZ",
)  # fmt: skip
#: What stands right before an amount of money.
CURRENCY: Final = "$\u00a3\u20ac\u00a5"
#: The digits of a year, and those of a short number that is an anchor in a row only.
_YEAR, _SHORT = 4, 2


#: An hour with a point behind it ("9.30am"), at the end of what is searched.
_HOUR: Final = re.compile(r"(?<![\d.,$])\d\d?\.\Z")


class Scanner:
    """Finds the runs of a text for one lexicon and one table of names; make it once, use it often.

    >>> from ciie_timeline.lexicons import load
    >>> text = "It opened on Nov. 5, 2023 in Shanghai"
    >>> [text[start:end] for start, end, _ in Scanner(load("en")).stretches(text)]
    ['on Nov. 5, 2023 in']
    """

    def __init__(self, lexicon: Lexicon, names: Names = NO_NAMES) -> None:
        self.lexicon = lexicon
        self.alphabet = Alphabet()
        words = Words(lexicon, self.alphabet)
        leads = (words.possessive[0], *words.numbers.leads())
        self._titles = Titles(self.alphabet, words.words, frozenset(lexicon.names), leads)
        self._number_words = NumberWords(words)
        self._needy = frozenset(
            char for char, classes in words.words.values() if classes and _NEEDY.issuperset(classes)
        )
        self._know(words.naming(names) if names.table else words)

    def naming(self, names: Names) -> Scanner:
        """A scanner that knows these names too and shares all the rest with this one."""
        named = copy(self)
        if names.table:
            named._know(self._words.naming(names))  # noqa: SLF001 - a copy of this scanner
        return named

    def _know(self, words: Words) -> None:
        """Take words and names, and what follows of them for the scan."""
        self._words = words
        self._growth = Growth(words, self._titles)
        single = [name for name in words.names if " " not in name]
        several = [name for name in words.names if " " in name]
        self._anchors = Anchors(
            {*words.anchors, *NUMBER_SHAPES, *single},
            [*words.anchor_phrases, *several],
            self.lexicon.names,
            [word for word, given in self.lexicon.words.items() if "PREPOSITION" in given],
        )
        self._direct = {
            word: words.words[word]
            for word in sorted(words.anchors)
            if word in words.words and word not in single
        }
        self._near: dict[str, _Near] = {}
        for word in self._direct:
            before = frozenset(self._anchors.holding.get(word, ()))
            spelled = str.islower if word in self.lexicon.small else None
            near = (
                before and before | {""},
                words.reach[word][1] - {""},
                str.isupper if word in words.small else spelled,
            )
            if any(near):
                self._near[word] = near

    def classes(self) -> dict[str, str]:
        """For each class the characters that stand for it, for the grammar.

        ``ANCHOR`` are those that start a run by themselves (an apostrophe does so for the digits
        behind it), ``DIGITS`` those that do so in pairs.
        """
        table = self.alphabet.by_class()
        anchors = {char for name in self.lexicon.anchors for char in table.get(name, "")}
        spelled = set(table["SPELLED"])
        shaped = {char for name in _ANCHORED for char in table.get(name, "")} - spelled
        table["ANCHOR"] = "".join(
            sorted(anchors | shaped | set(table.get("CENTURY", "")) | set(table["apostrophe"]))
        )
        table["DIGITS"] = "".join(sorted(set(table["NUM"]) - spelled))
        return table

    def names_in(self, run: Run) -> list[tuple[int, str]]:
        """Where a run names a series, and the series: the places and the values of such tokens."""
        if self._words.series.isdisjoint(run.classes):
            return []
        keys = [each.get("SERIES") or each.get("SERIESPLURAL") for each in run.values]
        return [(at, key) for at, key in zip(run.starts, keys, strict=True) if key is not None]

    # ------------------------------------------------------------------ stretches

    def runs(self, text: str) -> Iterator[Run]:
        """The runs of a text from left to right; they do not overlap, save for quoted names."""
        for start, end, anchor in self.stretches(text):
            yield self.run(text[start:end], anchor).moved(start)

    def stretches(self, text: str) -> Iterator[Stretch]:  # noqa: C901 - one loop, for speed
        """Where the runs of a text are, from left to right."""
        text = plain(text)
        flat = f"{fold(text)} "
        text = f"{text} "
        direct, near, needy, touched = self._direct, self._near, self._needy, self._titles.touched
        known = self._words.reach
        left_edge, right_edge = self._growth.left_edge, self._growth.right_edge
        floor = behind = 0
        for anchor, words, index in self._anchors.hits(flat):
            if anchor < behind:
                continue
            word = words[index]
            start, end, entry = anchor, anchor + len(word), direct.get(word)
            if entry is None or (
                word in near and _is_unsure(near[word], text[start], words, index)
            ):
                before = words[index - 1] if index else ""
                start, end, entry = self._seed(flat, text, start, end, floor, before)
                if entry is None or entry is self._words.trap:
                    behind = end
                    continue
            seed, char = start, entry[0]
            if char in touched:
                start, end, entry = self._titles.at(flat, text, start, end, entry, floor)
            if start != anchor or end - start != len(word):
                words, index = (word, ""), 0  # noqa: PLW2901 - its neighbours are others
            first, before = start, words[index - 1] if index else ""
            if before < AFTER_DIGITS or before in known:
                first = left_edge(flat, text, floor, start, words, index)
            if text[first - 1] in CURRENCY and first < seed:
                first = self._behind_money(flat, text, first, seed)
            if first == seed and char in needy:
                behind = end
                continue
            after = words[index + 1] if text[end] == " " else ""
            if after > AFTER_DIGITS and after not in known and text[end + 1].islower():
                behind = floor = end
            else:
                behind = floor = right_edge(flat, text, (start, end, entry[0]), words, index)
            if text[floor] == ")" and "(" in text[first:floor]:
                behind = floor = floor + 1
            yield first, floor, seed - first

    def _behind_money(self, flat: str, text: str, first: int, seed: int) -> int:
        """What is left of a stretch that begins with money ("$2.5 million"), which is no count."""
        while first < seed:
            end = flat.index(" ", first)
            if not (
                flat[first].isdigit() or "HUNDRED" in self.lexicon.words.get(flat[first:end], ())
            ):
                break
            place = word_behind(flat, end)
            if place is None:
                break
            first = place[0]
            if flat[first].isdigit() and text[end:first] != ".":
                break
        return min(first, seed)

    def _seed(  # noqa: PLR0913 - a place between two edges in two spellings of the text
        self, flat: str, text: str, start: int, end: int, floor: int, before: str
    ) -> tuple[int, int, Entry | None]:
        """The place and the token of an anchor; no token when its spelling rules it out."""
        word = flat[start:end]
        if self._words.opens(word) or word in self._anchors.holding:
            phrase = self._phrase_around(flat, text, start, word, floor, before)
            if phrase is not None:
                return phrase
        if word[0] < AFTER_DIGITS:
            # Short numbers stand in a row, which is no amount.
            found = len(word) <= _SHORT or not _is_amount(text, start, end)
            if word.isdecimal() and len(word) == _YEAR and word[0] not in "12":
                found = False
        else:
            found = word in self._words.anchors
            if word in self.lexicon.small:
                found = found and not _is_name(text, start)
        return start, end, self._words.entry(word, text, start) if found else None

    def _phrase_around(  # noqa: PLR0913 - as above
        self, flat: str, text: str, start: int, word: str, floor: int, before: str
    ) -> tuple[int, int, Entry] | None:
        """The name or expression of several words that a word stands in or begins."""
        rows = self._anchors.holding.get(word)
        if rows is not None:
            for row in rows.get(before or _word_before(flat, start), ()):
                at = _behind(flat, start, row, floor)
                found = None if at is None else self._words.phrase_at(flat, text, at)
                if at is not None and found is not None and found[1] > start:
                    return at, found[1], found[0]
        found = self._words.phrase_at(flat, text, start) if self._words.opens(word) else None
        return None if found is None else (start, found[1], found[0])

    # ------------------------------------------------------------------ tokens

    def run(self, words: str, anchor: int) -> Run:
        """The tokens of a stretch by itself; ``anchor`` is where its anchor stands in it."""
        text = plain(words)
        flat, text = f"{fold(text)} ", f"{text} "
        start, end, entry = self._token_at(flat, text, anchor)
        if entry[0] in self._titles.touched:
            start, end, entry = self._titles.at(flat, text, start, end, entry, 0)
        tokens: list[_Token] = [(start, end, *entry)]
        while (step := self._growth.step_left(flat, text, 0, start)) is not None:
            if step[3]:
                gap = text[step[1] : start].rstrip()
                tokens.append((step[1], step[1] + len(gap), step[3], _EMPTY))
            start = step[0]
            tokens.append((start, step[1], *step[2]))
        tokens.reverse()
        while True:
            start, end, before, _ = tokens[-1]
            step = self._growth.step_right(flat, text, start, end, before)
            if step is None:
                break
            if step[3]:
                gap = text[end : step[0]].rstrip()
                tokens.append((end, end + len(gap), step[3], _EMPTY))
            tokens.append((step[0], step[1], *step[2]))
        if text[end] == ")":  # of a bracket that was opened in the stretch
            tokens.append((end, end + 1, self._words.gap_chars["close"], _EMPTY))
        starts, ends, chars, values = zip(*tokens, strict=True)
        return self._number_words.run(starts, ends, chars, values)

    def _token_at(self, flat: str, text: str, at: int) -> tuple[int, int, Entry]:
        """The token of an anchor."""
        end = flat.index(" ", at)
        phrase = self._words.phrase_at(flat, text, at) if self._words.opens(flat[at:end]) else None
        if phrase is not None:
            return at, phrase[1], phrase[0]
        entry = self._words.entry(flat[at:end], text, at)
        assert entry is not None  # noqa: S101  # an anchor is a known word
        return at, end, entry


def _is_unsure(near: _Near, letter: str, words: Sequence[str], index: int) -> bool:
    """Whether a word must be looked at more closely: for its neighbours, or for its capital."""
    before, behind, spelled = near
    if spelled is not None and not spelled(letter):
        return True
    if not index or index + 1 >= len(words):
        return True
    return words[index - 1] in before or words[index + 1] in behind


def _word_before(flat: str, start: int) -> str:
    """The word before a place."""
    end = start - 1
    if flat[end - 1 : end] == " ":
        end = len(flat[max(0, start - LONGEST_GAP) : end].rstrip()) + max(0, start - LONGEST_GAP)
    return flat[flat.rfind(" ", 0, end) + 1 : end] if end > 0 else ""


def _behind(flat: str, start: int, row: Sequence[str], floor: int) -> int | None:
    """Where a row of words begins that ends right before a place, None when it is not there."""
    for word in reversed(row):
        least = max(floor, start - LONGEST_GAP)
        begin = least + len(flat[least:start].rstrip()) - len(word)
        if begin < floor or not flat.startswith(word, begin) or flat[begin - 1 : begin].strip():
            return None
        start = begin
    return start


def _is_name(text: str, start: int) -> bool:
    """Whether a word has a capital though it does not open a sentence or a line."""
    return (
        text[start].isupper() and text[start - 1 : start] == " " and text[start - 2] not in '.!?\n"'
    )


def _is_amount(text: str, start: int, end: int) -> bool:
    """Whether a number is money, a share, or a piece of a longer number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "-" == after:
        return True
    if before == "." and text[end - 1] in "mM" and _HOUR.search(text, max(0, start - 4), start):
        return False  # "9.30am"
    if before and before in f"#%.,=&~_@+{CURRENCY}":
        return before not in ".," or text[start - 2 : start - 1].isdigit()
    return (bool(after) and after in "%=&~_@") or (
        bool(after) and after in ".," and text[end + 1 : end + 2].isdigit()
    )
