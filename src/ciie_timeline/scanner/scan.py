"""The scan: anchors in the folded text, and runs that grow from them."""

from __future__ import annotations

import re
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ciie_timeline.forms import Run
from ciie_timeline.lexicons.numerals import compose
from ciie_timeline.scanner.folding import fold, plain
from ciie_timeline.scanner.titles import Titles
from ciie_timeline.scanner.vocabulary import (
    NAME_KINDS,
    NO_NAMES,
    Alphabet,
    Names,
    Numbers,
    spelled_classes,
    trie,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.scanner.vocabulary import Entry

    _Token = tuple[int, int, str, Mapping[str, Any]]

#: The most tokens that a run has on either side of its anchor.
REACH: Final = 40
#: The longest word and the longest gap between words, in code points.
LONGEST_WORD: Final = 40
LONGEST_GAP: Final = 12
#: Where the word or name that opens a text has ended.
_HEAD: Final = 400
_CACHE: Final = 8192
#: Numbers behind which "and" goes on counting ("two thousand and five").
_ROUND: Final = (100, 1000)
_EMPTY: Final[dict[str, Any]] = {}
_NUMBERS: Final = (
    r"[12]\d\d\d|\d(?:\d{0,3}s|\d?(?:st|nd|rd|th|[ap]m|h(?:\d\d)?)|\d? +\d\d? +\d\d(?:\d\d)?"
    r"|\d{0,2}(?:day|week|month|year|hour|hr|minute|min|second|sec|yr|wk)s?|\d? \d\d)"
)
#: The classes of nouns that say nothing of time or an edition by themselves.
_NEEDY: Final = frozenset({"EDITION", "EDITIONS", "EVENT", "EVENTS", "HEAD"})
#: The classes of numbers that ``_NUMBERS`` finds one by one.
_ANCHORED: Final = ("YEAR", "ORD", "DECADENUM", "CLOCKNUM", "HOURMINUTE", "GLUED")
_GAPS: Final = {
    "": "", ",": "comma", "-": "hyphen", "--": "dash", "\u00a6": "dash", "/": "slash",
    ":": "colon", ".": "stop", "'": "apostrophe", "(": "open", ")": "close", "..": "point",
}  # fmt: skip


class Scanner:
    """Finds the runs of a text for one lexicon and one table of names; make it once, use it often.

    >>> from ciie_timeline.lexicons import load
    >>> text = "It opened on Nov. 5, 2023 in Shanghai"
    >>> [text[run.starts[0]:run.ends[-1]] for run in Scanner(load("en")).runs(text)]
    ['on Nov. 5, 2023 in']
    """

    def __init__(self, lexicon: Lexicon, names: Names = NO_NAMES) -> None:
        self.lexicon = lexicon
        self.alphabet = Alphabet()
        char = self.alphabet.char
        self._gap_chars = {name: char([name]) for name in sorted(filter(None, _GAPS.values()))}
        self._hyphen = self._gap_chars["hyphen"]
        self._possessive: Entry = (char(["poss"]), {})
        self._named: Entry = (char(["NAMED"]), {})
        self._numbers = Numbers(self.alphabet)
        self._words: dict[str, Entry] = {}
        self._small: dict[str, Entry | None] = {}
        self._phrases: dict[str, tuple[Entry, bool]] = {}
        self._gap_cache: dict[str, str | None] = {}
        anchors = self._enter_words()
        for kind in NAME_KINDS:
            self.alphabet.char([kind])
        leads = (self._possessive[0], *self._numbers.leads())
        self._titles = Titles(self.alphabet, self._words, frozenset(lexicon.names), leads)
        self._spelled = self._spelled_chars()
        self._and = self._words["and"][0] if "and" in self._words else ""
        self._needy = self._needy_chars()
        spelled = "".join(sorted(self._spelled))
        self._number_row = re.compile(
            f"[{spelled}]{self._hyphen}?[{spelled}]" if spelled else "(?!)"
        )
        self._named_chars = frozenset(
            self.alphabet.char([kind]) for kind in ("SERIES", "SERIESPLURAL")
        )
        self._first = frozenset(phrase.partition(" ")[0] for phrase in self._phrases)
        self._phrase = re.compile(f" *({trie(sorted(self._phrases))})(?= )")
        self._direct = {
            word: self._words[word]
            for word in anchors
            if word in self._words
            and word not in self._small
            and word not in self._phrases
            and word not in lexicon.small
        }
        self._anchor = re.compile(f" ({trie(sorted(anchors))}|{_NUMBERS})(?= )")
        self._name: re.Pattern[str] | None = None
        self._name_anchor: re.Pattern[str] | None = None
        if names.table:
            self._learn(names)

    def naming(self, names: Names) -> Scanner:
        """A scanner that knows these names too and shares all the rest with this one."""
        named = copy(self)
        if names.table:
            named._learn(names)  # noqa: SLF001 - a copy of this scanner
        return named

    def _learn(self, names: Names) -> None:
        """Names to look for beside the words; a name goes before the same words of the lexicon."""
        learned = {
            phrase: ((self.alphabet.char([kind]), {kind: value}), cased)
            for phrase, (kind, value, cased) in names.table.items()
        }
        self._phrases = self._phrases | learned
        self._first = self._first | {phrase.partition(" ")[0] for phrase in learned}
        self._direct = {word: self._direct[word] for word in self._direct if word not in learned}
        body = f"({trie(sorted(learned))})(?= )"
        self._name, self._name_anchor = re.compile(f" *{body}"), re.compile(f" {body}")

    def _enter(self, word: str, entry: Mapping[str, Any]) -> Entry:
        literal = [word] if word in self.lexicon.literals else []
        return self.alphabet.char([*entry, *literal]), entry

    def _enter_words(self) -> set[str]:
        lexicon, anchors = self.lexicon, set()
        for word, given in sorted(lexicon.words.items()):
            classes = spelled_classes(given)
            entry = self._enter(word, classes)
            if " " in word:
                self._phrases[word] = entry, False
            else:
                self._words[word] = entry
            if word in lexicon.capital:
                rest = {name: value for name, value in classes.items() if name not in lexicon.cased}
                self._small[word] = self._enter(word, rest) if rest else None
            if not lexicon.anchors.isdisjoint(classes):
                anchors.add(word)
        for phrase in lexicon.names:
            self._phrases[phrase] = self._named, False
        return anchors | set(lexicon.names)

    def classes(self) -> dict[str, str]:
        """For each class the characters that stand for it, for the grammar.

        ``ANCHOR`` are those that start a run by themselves, ``DIGITS`` those that do so in pairs.
        """
        table = self.alphabet.by_class()
        anchors = {char for name in self.lexicon.anchors for char in table.get(name, "")}
        spelled = set(table["SPELLED"])
        shaped = {char for name in _ANCHORED for char in table.get(name, "")} - spelled
        table["ANCHOR"] = "".join(sorted(anchors | shaped | set(table.get("CENTURY", ""))))
        table["DIGITS"] = "".join(sorted(set(table["NUM"]) - spelled))
        return table

    def _needy_chars(self) -> frozenset[str]:
        """The characters of nouns that mean nothing here without a word before them."""
        return frozenset(
            char for char, classes in self._words.values() if classes and _NEEDY.issuperset(classes)
        )

    def _spelled_chars(self) -> dict[str, str]:
        """For each character of a number word the class that it has as one."""
        table = {}
        for word, classes in self.lexicon.words.items():
            for name in ("CARDINAL", "ORDINAL"):
                if name in classes and word in self._words:
                    table[self._words[word][0]] = name
        return table

    # ------------------------------------------------------------------ runs

    def runs(self, text: str, flat: str | None = None) -> Iterator[Run]:
        """The runs of a text from left to right; they do not overlap, save for quoted names.

        ``flat`` is the folded text with a space behind it, when it is at hand.
        """
        text = plain(text)
        flat = f"{fold(text)} " if flat is None else flat
        text = f"{text} "
        search, direct, floor = self._search_in(flat), self._direct, 0
        place = self._opening(flat) or _span(search(0))
        while place is not None:
            at, end = place
            entry = direct.get(flat[at:end])
            if entry is None:
                entry, end = self._seed(flat, text, at, end)
            if entry is not None:
                run, at = self._grown(entry, end, flat, text, at, floor)
                if run is not None:
                    floor = at
                    yield run
            place = _span(search(at))

    def _search_in(self, flat: str) -> Callable[[int], re.Match[str] | None]:
        """What finds the next word or name to begin a run with, behind a place."""
        if self._name_anchor is None:
            return partial(self._anchor.search, flat)
        return _Earliest(flat, (self._anchor, self._name_anchor))

    def _opening(self, flat: str) -> tuple[int, int] | None:
        """The word or name that the text opens with, where a run can begin with it."""
        head = f" {flat[:_HEAD]}"
        patterns = (self._anchor, self._name_anchor)
        found = [match for each in patterns if each is not None and (match := each.match(head))]
        return (0, max(match.end(1) for match in found) - 1) if found else None

    def names_in(self, runs: Iterable[Run]) -> list[tuple[int, str]]:
        """Where runs name a series, and the series: the places and the values of such tokens."""
        found = []
        for run in runs:
            if not self._named_chars.isdisjoint(run.classes):
                for start, entry in zip(run.starts, run.values, strict=True):
                    key = entry.get("SERIES") or entry.get("SERIESPLURAL")
                    if key is not None:
                        found.append((start, key))
        return found

    def _seed(self, flat: str, text: str, start: int, end: int) -> tuple[Entry | None, int]:
        """The anchor's own token and its end; None when its spelling rules it out."""
        word = flat[start:end]
        if " " not in word and word not in self._phrases:
            entry = self._entry(word, text, start)
            if "0" <= word[0] <= "9":
                return (None if _is_amount(text, start, end) else entry), end
            is_name = word in self.lexicon.small and _is_name(text, start)
            return (None if is_name else entry), end
        phrase = self._phrase_at(flat, text, start)
        if phrase is not None:
            return phrase
        end = flat.index(" ", start)
        return self._entry(flat[start:end], text, start), end

    def _entry(self, word: str, text: str, start: int) -> Entry | None:
        """What a word at a place is, None when it is unknown."""
        found = self._words.get(word)
        if found is None:
            return self._numbers.entry(word) if "0" <= word[0] <= "9" else None
        if word in self._small and text[start].islower():
            return self._small[word]
        return found

    def _phrase_at(self, flat: str, text: str, at: int) -> tuple[Entry, int] | None:
        """A name or an expression of several words that begins at a place or the space before."""
        found = self._phrase.match(flat, at)
        named = None if self._name is None else self._name.match(flat, at)
        if named is not None and (found is None or named.end() >= found.end()):
            found = named
        if found is None:
            return None
        entry, cased = self._phrases[" ".join(found[1].split())]
        if cased and not text[found.start(1)].isupper():
            return None
        end = found.end(1)
        if text[end] == "." == text[end - 2]:  # the last stop of "p.m."
            end += 1
        return entry, end

    def _gap(self, gap: str, before: str) -> str | None:
        """The token character for what stands between two words; "" for nothing, None to stop."""
        kinds = self._gap_cache
        if gap not in kinds:
            if len(kinds) >= _CACHE:
                kinds.clear()
            kinds[gap] = _gap_kind(gap)
        kind = kinds[gap]
        if kind == "stop":
            if gap == "." and before.isdigit():
                return self._gap_chars["point"]
            return "" if before in self.lexicon.stop else None
        return self._gap_chars[kind] if kind else kind

    # ------------------------------------------------------------------ growth

    def _grown(  # noqa: PLR0913 - the anchor and the two spellings of the text
        self, entry: Entry, end: int, flat: str, text: str, start: int, floor: int
    ) -> tuple[Run | None, int]:
        """The run around an anchor, and where the search goes on."""
        if entry is self._named:
            return None, end
        char = entry[0]
        if char in self._titles.touched:
            start, end, entry = self._titles.at(flat, text, start, end, entry, floor)
        tokens: list[_Token] = [(start, end, *entry)]
        self._grow_left(flat, text, floor, start, tokens)
        if len(tokens) > 1:
            tokens.reverse()
        elif char in self._needy and entry[0] == char:
            return None, end
        end = self._grow_right(flat, text, end, tokens)
        starts, ends, chars, values = zip(*tokens, strict=True)
        classes = "".join(chars)
        if self._number_row.search(classes):
            return self._join_numbers(starts, ends, chars, values), end
        return Run(starts, ends, classes, values), end

    def _grow_left(  # noqa: C901, PLR0912 - the inner loop stays in one piece for speed
        self, flat: str, text: str, floor: int, start: int, tokens: list[_Token]
    ) -> None:
        """Known words to the left, put in from right to left."""
        words, small = self._words, self._small
        for _ in range(REACH):
            end = start - 1
            if end <= floor:
                return
            if flat[end - 1] == " ":
                least = max(floor, start - LONGEST_GAP)
                while end > least and flat[end - 1] == " ":
                    end -= 1
                if end <= least:
                    return
            least = end - LONGEST_WORD
            begin = flat.rfind(" ", max(floor, least), end) + 1
            if not begin and (least > floor or floor):
                return
            word = flat[begin:end]
            entry = words.get(word)
            if entry is None:
                if not "0" <= word[0] <= "9":
                    return
                entry = self._numbers.entry(word)
            elif word in small and text[begin].islower():
                entry = small[word]
            if entry is None:
                return
            gap = text[end:start]
            if gap != " ":
                between = self._gap(gap, word)
                if between is None:
                    return
                if between:
                    tokens.append((end, start, between, _EMPTY))
            tokens.append((begin, end, *entry))
            start = begin

    def _grow_right(  # noqa: C901, PLR0912 - the inner loop stays in one piece for speed
        self, flat: str, text: str, end: int, tokens: list[_Token]
    ) -> int:
        """Known words to the right; where the run ends."""
        words, small, first, size = self._words, self._small, self._first, len(flat)
        for _ in range(REACH):
            start = end + 1
            if start >= size:
                return end
            if flat[start] == " ":
                most = min(size, end + LONGEST_GAP)
                while start < most and flat[start] == " ":
                    start += 1
                if start >= most:
                    return end
            after = flat.find(" ", start, start + LONGEST_WORD)
            if after < 0:
                return end
            word = flat[start:after]
            entry = words.get(word)
            if entry is None and "0" <= word[0] <= "9":
                entry = self._numbers.entry(word)
            elif word in small and text[start].islower():
                entry = small[word]
            gap = text[end:start]
            if gap == "'" and word == "s":
                tokens.append((end, after, *self._possessive))
                end = after
                continue
            before = tokens[-1][2]
            phrase = self._phrase_at(flat, text, start) if word in first else None
            if phrase is not None:
                entry, after = phrase
            elif gap == " ":
                title = self._titles.ahead(flat, text, start, before)
                after, entry = title or (after, entry)
            elif entry is None:
                quoted = self._titles.after(text, end, start, before)
                if quoted is None:
                    return end
                start, after, entry = quoted
                gap = " "
            if entry is None:
                return end
            if gap != " ":
                between = self._gap(gap, flat[tokens[-1][0] : end])
                if between is None:
                    return end
                if between:
                    tokens.append((end, start, between, _EMPTY))
            tokens.append((start, after, *entry))
            end = after
        return end

    def _join_numbers(
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
        while end < len(chars):
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


class _Earliest:
    """The earliest match of two patterns in one text, the longer one of two at a place."""

    def __init__(self, flat: str, patterns: Iterable[re.Pattern[str]]) -> None:
        self._flat = flat
        self._found = {each: each.search(flat) for each in patterns}

    def __call__(self, at: int) -> re.Match[str] | None:
        found = self._found
        for each, match in found.items():
            if match is not None and match.start() < at:
                found[each] = each.search(self._flat, at)
        return min(
            filter(None, found.values()),
            key=lambda match: (match.start(), -match.end()),
            default=None,
        )


def _span(found: re.Match[str] | None) -> tuple[int, int] | None:
    return None if found is None else found.span(1)


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
    if before and before in "$#%.,=&~_@+\u00a3\u20ac\u00a5":
        return before not in ".," or text[start - 2 : start - 1].isdigit()
    return (bool(after) and after in "%=&~_@") or (
        bool(after) and after in ".," and text[end + 1 : end + 2].isdigit()
    )


def _gap_kind(gap: str) -> str | None:
    """The name of what stands between two words, "" for nothing, None for what parts them."""
    if gap.count("\n") > 1:
        return None
    core = "".join(gap.split())
    if core.startswith(".") and core[1:] in (",", ")"):
        core = core[1:]
    kind = _GAPS.get(core)
    if kind == "hyphen" and len(core) != len(gap):
        return "dash"
    if kind == "comma" and len(core) == len(gap):
        return None
    return kind
