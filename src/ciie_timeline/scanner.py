"""Text to runs of tokens: where something may stand that speaks of time or of an edition.

The text is folded code point to code point (offsets hold), anchor words are found with one trie,
and from each anchor a run of known tokens grows outwards, bounded in length, so that no input makes
the pass more than linear.  The scanner knows words and names; it knows nothing of dates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.forms import Run
from ciie_timeline.lexicons.numerals import compose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ciie_timeline.lexicons import Lexicon

#: The most tokens that a run has on either side of its anchor.
REACH = 14
#: The most code points that a name or a quotation has.
LONGEST_NAME = 160

#: Punctuation beyond Latin-1 that has a plain twin; one code point for one code point.
_TWINS = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-",
    "\u2012": "-", "\u2013": "-", "\u2014": "\u00a6", "\u2015": "\u00a6", "\u2212": "-",
    "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ",
}  # fmt: skip
_LETTER = "\x01"  # stands for a letter outside Latin-1, so that it does not split its word
_GAPS = {
    "": "", ",": "comma", "-": "hyphen", "--": "dash", "\u00a6": "dash", "/": "slash",
    ":": "colon", ".": "stop", "'": "apostrophe", "(": "open", ")": "close",
}  # fmt: skip
_CASED = ("MONTH", "MONTHALONE", "WEEKDAY")
_LATIN = 256
_WORD = re.compile(r" +([^ ]+)")
_SHAPE = re.compile(r"(\d+)(st|nd|rd|th|s|am|pm)?|([qh])([1-4])")
_CACHE = 8192

Entry = tuple[str, "Mapping[str, Any]"]


def _fold_table() -> bytes:
    table = bytearray(b" " * _LATIN)
    for code in range(_LATIN):
        if chr(code).isalnum():
            low = ord(chr(code).lower())
            table[code] = low if low < _LATIN else code
    table[ord("?")] = ord(_LETTER)
    return bytes(table)


_TABLE = _fold_table()


def plain(text: str) -> str:
    """The text with typographic quotes, dashes and spaces as their plain twins, offsets kept.

    >>> plain("5\u201310 November, this year\u2019s")
    "5-10 November, this year's"
    """
    if not text.isascii():
        for char, twin in _TWINS.items():
            text = text.replace(char, twin)
    return text


def fold(text: str) -> str:
    """The text in lower case, everything but letters and digits a space, of the same length.

    >>> fold("Nov. 5, this year\u2019s 6th")
    'nov  5  this year s 6th'
    """
    text = plain(text).replace("?", " ")
    return text.encode("latin-1", "replace").translate(_TABLE).decode("latin-1")


@attrs.frozen(eq=False)
class Names:
    """The names that the scanner was given: a folded name to its class, value and spelling.

    Made from the series packs; a name written with capitals is found only with a capital.
    """

    table: Mapping[str, tuple[str, Any, bool]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, triples: Iterable[tuple[str, str, Any]]) -> Names:
        """From names with their class and value; of two equal names the first counts.

        >>> Names.of([("Import Expo", "SERIES", "ciie")]).table
        {'import expo': ('SERIES', 'ciie', True)}
        """
        table: dict[str, tuple[str, Any, bool]] = {}
        for name, kind, value in triples:
            folded = " ".join(fold(name).split())
            table.setdefault(folded, (kind, value, name[:1].isupper()))
        return cls(table)


NO_NAMES = Names()


def _trie(words: Iterable[str]) -> str:
    """A regular expression for a set of words that shares their beginnings; longest first."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    arms = []
    for char, rest in sorted(node.items()):
        tail, label = rest, re.escape(char) if char != " " else " +"
        while len(tail) == 1 and "" not in tail:
            ((after, tail),) = tail.items()
            label += re.escape(after) if after != " " else " +"
        arms.append(label + _branch(tail)) if char else None
    if not arms:
        return ""
    body = arms[0] if len(arms) == 1 else f"(?:{'|'.join(arms)})"
    return f"(?:{body})?" if "" in node else body


class Alphabet:
    """One character for each set of word classes that a token can have.

    The grammar asks which characters stand for a class; the scanner asks for the character of a
    set.  All sets are known when the scanner has been made.
    """

    def __init__(self) -> None:
        self._chars: dict[frozenset[str], str] = {}

    def char(self, classes: Iterable[str]) -> str:
        """The character for a set of classes.

        >>> alphabet = Alphabet()
        >>> alphabet.char(["NUM", "DAY"]) == alphabet.char(["DAY", "NUM"])
        True
        """
        return self._chars.setdefault(frozenset(classes), chr(0x4E00 + len(self._chars)))

    def by_class(self) -> dict[str, str]:
        """For each class or literal the characters whose set holds it, in order of making."""
        table: dict[str, str] = {}
        for names, char in self._chars.items():
            for name in names:
                table[name] = table.get(name, "") + char
        return table


def _number_classes(size: int, value: int) -> tuple[str, ...]:
    """What a plain number of ``size`` digits may be."""
    found = ["NUM"]
    if size <= 2:
        found += ["DAY"] if 1 <= value <= 31 else []
        found += ["MONTHNUM"] if 1 <= value <= 12 else []
        found += ["HOUR"] if value <= 24 else []
    if size == 2:
        found += ["SHORTYEAR"]
        found += ["MINUTE"] if value < 60 else []
    if size == 4 and 1000 <= value <= 2999:
        found += ["YEAR"]
    return tuple(found)


def _shaped_classes(digits: str, suffix: str) -> tuple[tuple[str, ...], Any]:
    """What a number with a suffix may be, and its value."""
    value = int(digits)
    if suffix in ("am", "pm"):
        return ("CLOCKNUM",), (value, suffix)
    if suffix == "s":
        return (("DECADENUM",) if len(digits) in (2, 4) and value % 10 == 0 else ()), value
    return ("ORD", "DAYTH") if 1 <= value <= 31 else ("ORD",), value


def _spelled(classes: Mapping[str, Any]) -> Mapping[str, Any]:
    """The classes of a word, those of a number with it where the word is one."""
    if "CARDINAL" in classes:
        return {**classes, "NUM": classes["CARDINAL"], "SPELLED": classes["CARDINAL"]}
    if "ORDINAL" in classes:
        number = classes["ORDINAL"]
        day = {"DAYTH": number} if number <= 31 else {}
        return {**classes, "ORD": number, "SPELLED": number, **day}
    return classes


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
        self._possessive: Entry = (char(["poss"]), {})
        self._hyphen = char(["hyphen"])
        self._words: dict[str, Entry] = {}
        self._small: dict[str, Entry | None] = {}
        self._phrases: dict[str, tuple[Entry, bool]] = {}
        self._gap_cache: dict[str, str | None] = {}
        self._number_cache: dict[str, Entry | None] = {}
        self._number_chars = self._make_number_chars()
        anchors = self._enter_words() | self._enter_names(names)
        self._spelled = self._spelled_chars()
        self._first = frozenset(phrase.partition(" ")[0] for phrase in self._phrases)
        self._phrase = re.compile(f" +({_trie(sorted(self._phrases))})(?= )")
        self._anchor = re.compile(
            rf" ({_trie(sorted(anchors))}|[12]\d\d\d|\d\d?(?:st|nd|rd|th)|\d{{1,4}}0s|\d\d?[ap]m"
            r"|[qh][1-4]|\d\d? +\d\d? +\d\d(?:\d\d)?|\d\d? \d\d)(?= )"
        )

    def _make_number_chars(self) -> dict[tuple[str, ...], str]:
        sets = {_number_classes(len(f"{n}"), n) for n in (0, 1, 13, 25, 32, 60, 100, 1000, 3000)}
        sets |= {_number_classes(2, n) for n in (0, 1, 13, 25, 32, 60)}
        sets |= {("ORD", "DAYTH"), ("ORD",), ("DECADENUM",), ("CLOCKNUM",), ("QUARTERNUM",)}
        sets |= {("HALFNUM",), ("NUM", "SPELLED"), ("ORD", "SPELLED"), ("YEAR", "SPELLED")}
        sets |= {("ORD", "DAYTH", "SPELLED")}
        return {each: self.alphabet.char(each) for each in sorted(sets)}

    def _enter(self, word: str, entry: Mapping[str, Any]) -> Entry:
        literal = [word] if word in self.lexicon.literals else []
        return self.alphabet.char([*entry, *literal]), entry

    def _enter_words(self) -> set[str]:
        lexicon, anchors = self.lexicon, set()
        for word, given in sorted(lexicon.words.items()):
            classes = _spelled(given)
            entry = self._enter(word, classes)
            if " " in word:
                self._phrases[word] = entry, False
            else:
                self._words[word] = entry
            if word in lexicon.capital:
                rest = {name: value for name, value in classes.items() if name not in _CASED}
                self._small[word] = self._enter(word, rest) if rest else None
            if not lexicon.anchors.isdisjoint(classes):
                anchors.add(word)
        return anchors

    def _enter_names(self, names: Names) -> set[str]:
        for phrase in self.lexicon.names:
            self._phrases[phrase] = (self.alphabet.char(["NAMED"]), {}), False
        for phrase, (kind, value, cased) in sorted(names.table.items()):
            self._phrases[phrase] = (self.alphabet.char([kind]), {kind: value}), cased
        return {*self.lexicon.names, *names.table}

    def _spelled_chars(self) -> dict[str, str]:
        """For each character of a number word the class that it has as one."""
        table = {}
        for word, classes in self.lexicon.words.items():
            for name in ("CARDINAL", "ORDINAL"):
                if name in classes and word in self._words:
                    table[self._words[word][0]] = name
        return table

    # ------------------------------------------------------------------ tokens

    def _number(self, word: str) -> Entry | None:
        """The entry of a word with digits, or None when it is none."""
        cache = self._number_cache
        if word in cache:
            return cache[word]
        if len(cache) >= _CACHE:
            cache.clear()
        shape = _SHAPE.fullmatch(word) if len(word) <= 9 else None
        found: Entry | None = None
        if shape and shape[1] and not shape[2]:
            classes, value = _number_classes(len(word), int(word)), int(word)
            found = self._number_chars[classes], dict.fromkeys(classes, value)
        elif shape:
            names, shaped = _shaped_classes(shape[1], shape[2]) if shape[1] else (
                ("QUARTERNUM" if shape[3] == "q" else "HALFNUM",), int(shape[4])
            )
            found = (self._number_chars[names], dict.fromkeys(names, shaped)) if names else None
        cache[word] = found
        return found

    def _entry(self, word: str, text: str, start: int) -> Entry | None:
        """What a word at a place is, None when it is unknown."""
        if word in self._small and text[start].islower():
            return self._small[word]
        found = self._words.get(word)
        if found is None and ("0" <= word[0] <= "9" or len(word) == 2):
            found = self._number(word)
        return found

    def _gap(self, gap: str, before: str) -> str | None:
        """The token character for what stands between two words; "" for nothing, None to stop."""
        if gap == " ":
            return ""
        kinds = self._gap_cache
        if gap not in kinds:
            if len(kinds) >= _CACHE:
                kinds.clear()
            kinds[gap] = self._gap_kind(gap)
        kind = kinds[gap]
        if kind == "stop":
            return "" if before in self.lexicon.stop else None
        return self._gap_chars[kind] if kind else kind

    @staticmethod
    def _gap_kind(gap: str) -> str | None:
        if gap.count("\n") > 1 or len(gap) > 12:
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

    # ------------------------------------------------------------------ runs

    def runs(self, text: str) -> Iterator[Run]:
        """The runs of a text from left to right; they do not overlap."""
        flat = f" {fold(text)} "
        text = f" {plain(text)} "
        search, at, floor = self._anchor.search, 0, 0
        while (found := search(flat, at)) is not None:
            tokens = _Tokens()
            at = self._seed(tokens, flat, text, found)
            if tokens:
                self._grow_left(tokens, flat, text, floor)
                at = floor = self._grow_right(tokens, flat, text)
                if not self._spelled.keys().isdisjoint(tokens.chars):
                    self._join_numbers(tokens)
                yield tokens.run()

    def _seed(self, tokens: _Tokens, flat: str, text: str, found: re.Match[str]) -> int:
        """Put the anchor's first token in; the place to go on from when there is none."""
        phrase = self._phrase_at(flat, text, found.start())
        if phrase is not None:
            tokens.add(phrase[1], phrase[2], phrase[0])
            return phrase[2]
        start = found.start(1)
        end = flat.index(" ", start)
        entry = self._entry(flat[start:end], text, start)
        if entry is not None:
            tokens.add(start, end, entry)
        return end

    def _phrase_at(self, flat: str, text: str, at: int) -> tuple[Entry, int, int] | None:
        """A name or an expression of several words that begins after the space ``at``."""
        found = self._phrase.match(flat, at)
        if found is None:
            return None
        entry, cased = self._phrases[" ".join(found[1].split())]
        if cased and not text[found.start(1)].isupper():
            return None
        return entry, found.start(1), found.end(1)

    def _grow_right(self, tokens: _Tokens, flat: str, text: str) -> int:
        end = tokens.ends[-1]
        for _ in range(REACH):
            found = _WORD.match(flat, end)
            if found is None:
                break
            start, word = found.start(1), found[1]
            gap = text[end:start]
            if gap == "'" and word == "s":
                tokens.add(start - 1, start + 1, self._possessive)
                end = start + 1
                continue
            between = self._gap(gap, flat[tokens.starts[-1] : end])
            if between is None:
                break
            phrase = self._phrase_at(flat, text, end) if word in self._first else None
            entry = phrase[0] if phrase else self._entry(word, text, start)
            if entry is None:
                break
            if between:
                tokens.add(end, start, (between, {}))
            end = phrase[2] if phrase else found.end(1)
            tokens.add(start, end, entry)
        return end

    def _grow_left(self, tokens: _Tokens, flat: str, text: str, floor: int) -> None:
        start = tokens.starts[0]
        for _ in range(REACH):
            end = start
            while end > floor and flat[end - 1] == " ":
                end -= 1
            if end <= floor:
                break
            begin = flat.rfind(" ", 0, end) + 1
            word = flat[begin:end]
            entry = self._entry(word, text, begin) if begin >= floor else None
            between = None if entry is None else self._gap(text[end:start], word)
            if entry is None or between is None:
                break
            if between:
                tokens.add(end, start, (between, {}), 0)
            tokens.add(begin, end, entry, 0)
            start = begin

    def _join_numbers(self, tokens: _Tokens) -> None:
        """Neighbouring number words as one number ("twenty-five", "nineteen ninety-eight")."""
        at = 0
        while at < len(tokens):
            end, values = self._number_words(tokens, at)
            number = compose(values) if len(values) > 1 else None
            if number is not None:
                ordinal = self._spelled[tokens.chars[end - 1]] == "ORDINAL"
                tokens.replace(at, end, self._spelled_entry(number, ordinal=ordinal))
            at += 1

    def _number_words(self, tokens: _Tokens, at: int) -> tuple[int, list[int]]:
        """The end of a row of number words, and their values; an ordinal ends the row."""
        end, values = at, []
        while end < len(tokens):
            skip = bool(values) and tokens.chars[end] == self._hyphen
            kind = self._spelled.get(tokens.chars[end + skip]) if end + skip < len(tokens) else None
            if kind is None:
                break
            end += skip + 1
            values.append(tokens.values[end - 1][kind])
            if kind == "ORDINAL":
                break
        return end, values

    def _spelled_entry(self, number: int, *, ordinal: bool) -> Entry:
        names: tuple[str, ...] = ("ORD", "SPELLED") if ordinal else ("NUM", "SPELLED")
        if ordinal and 1 <= number <= 31:
            names = ("ORD", "DAYTH", "SPELLED")
        elif not ordinal and 1000 <= number <= 2999:
            names = ("YEAR", "SPELLED")
        return self._number_chars[names], dict.fromkeys(names, number)


class _Tokens:
    """The tokens of a run while it grows."""

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.chars: list[str] = []
        self.values: list[Mapping[str, Any]] = []

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, start: int, end: int, entry: Entry, at: int | None = None) -> None:
        """Put a token at the end, or in front with ``at`` 0."""
        place = len(self.starts) if at is None else at
        self.starts.insert(place, start)
        self.ends.insert(place, end)
        self.chars.insert(place, entry[0])
        self.values.insert(place, entry[1])

    def replace(self, start: int, end: int, entry: Entry) -> None:
        """One token in the place of several."""
        self.starts[start:end] = [self.starts[start]]
        self.ends[start:end] = [self.ends[end - 1]]
        self.chars[start:end] = [entry[0]]
        self.values[start:end] = [entry[1]]

    def run(self) -> Run:
        """The run, its offsets those of the text."""
        return Run(
            tuple(start - 1 for start in self.starts),
            tuple(end - 1 for end in self.ends),
            "".join(self.chars),
            tuple(self.values),
        )
