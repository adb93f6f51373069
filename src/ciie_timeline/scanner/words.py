"""The words that a scanner knows: those of a lexicon, expressions of several words, names, gaps."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Final

from ciie_timeline.scanner.folding import shape
from ciie_timeline.scanner.vocabulary import (
    NAME_KINDS,
    Alphabet,
    Names,
    Numbers,
    spelled_classes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.scanner.vocabulary import Entry

    #: An expression that a word begins: its other words, its token, whether it needs a capital.
    _Phrase = tuple[tuple[str, ...], Entry, bool]

#: The longest word and the longest gap between words, in code points.
LONGEST_WORD: Final = 40
LONGEST_GAP: Final = 12
#: What comes behind all words that begin with a digit.
AFTER_DIGITS: Final = ":"
#: What a gap is that was not looked at yet, and the gaps that alone do not tell.
UNKNOWN: Final = "unknown"
UNSURE: Final = frozenset({"stop", "colon", UNKNOWN})
_CACHE: Final = 8192
#: What stands behind the apostrophe of a possessive.
POSSESSIVE: Final = "s"
_NONE: Final[frozenset[str]] = frozenset()
#: A word that must be looked at where it stands.
_UNSURE: Final[tuple[Entry | None, frozenset[str]]] = (None, _NONE)
_GAPS: Final = {
    "": "", ",": "comma", "-": "hyphen", "--": "dash", "\u00a6": "dash", "/": "slash",
    ":": "colon", ".": "stop", "'": "apostrophe", "(": "open", ")": "close", "..": "point",
    "+": "plus",
}  # fmt: skip


class Words:
    """The words of a lexicon by their spelling in folded text; made once for an alphabet.

    What the scan asks of every word stands in one table, ``reach``: whatever may go on a run (words
    with digits as shapes), with its token where it is the same in every spelling and place, and the
    words that make an expression of it when they stand behind it.  ``anchors`` are the single words
    that start a run, ``anchor_phrases`` the expressions.
    """

    def __init__(self, lexicon: Lexicon, alphabet: Alphabet) -> None:
        self.lexicon = lexicon
        self._alphabet = alphabet
        self.gap_chars = {
            name: alphabet.char([name]) for name in sorted(filter(None, _GAPS.values()))
        }
        self.possessive: Entry = (alphabet.char(["poss"]), {})
        self.trap: Entry = (alphabet.char(["NAMED"]), {})
        self.numbers = Numbers(alphabet)
        self.words: dict[str, Entry] = {}
        self.small: dict[str, Entry | None] = {}
        self.anchors: set[str] = set()
        self.anchor_phrases: list[str] = []
        self.names: dict[str, tuple[Entry, bool]] = {}
        self.gaps: dict[str, str | None] = {}
        self._phrases: dict[str, tuple[_Phrase, ...]] = {}
        phrases = self._enter_words()
        kinds = {kind: alphabet.char([kind]) for kind in NAME_KINDS}
        self.series = frozenset((kinds["SERIES"], kinds["SERIESPLURAL"]))
        unsure = {*self.small, POSSESSIVE}
        self.reach: dict[str, tuple[Entry | None, frozenset[str]]] = {
            **{shape(word): _UNSURE for word in self.words},  # "q1"
            **{word: (entry, _NONE) for word, entry in self.numbers.shapes().items()},
            **{word: (entry, _NONE) for word, entry in self.words.items() if word not in unsure},
            **dict.fromkeys(unsure, _UNSURE),
        }
        self._enter_phrases(phrases)

    def naming(self, names: Names) -> Words:
        """The same words with names beside them; a name goes before the same words."""
        named = copy(self)
        named.names = {
            phrase: ((self._alphabet.char([kind]), {kind: value}), cased)
            for phrase, (kind, value, cased) in names.table.items()
        }
        named._enter_phrases(named.names)  # noqa: SLF001 - a copy of these words
        return named

    def _enter(self, word: str, entry: Mapping[str, Any]) -> Entry:
        literal = [word] if word in self.lexicon.literals else []
        return self._alphabet.char([*entry, *literal]), entry

    def _enter_words(self) -> dict[str, tuple[Entry, bool]]:
        """Take in the words of the lexicon; its expressions of several words."""
        lexicon = self.lexicon
        phrases: dict[str, tuple[Entry, bool]] = {}
        for word, given in sorted(lexicon.words.items()):
            classes = spelled_classes(given)
            entry = self._enter(word, classes)
            if " " in word:
                phrases[word] = entry, False
            else:
                self.words[word] = entry
            if word in lexicon.capital:
                rest = {name: value for name, value in classes.items() if name not in lexicon.cased}
                self.small[word] = self._enter(word, rest) if rest else None
            if lexicon.anchors.isdisjoint(classes):
                continue
            if " " in word:
                self.anchor_phrases.append(word)
            else:
                self.anchors.add(word)
        for phrase in lexicon.names:
            phrases[phrase] = self.trap, False
        return phrases

    def _enter_phrases(self, phrases: Mapping[str, tuple[Entry, bool]]) -> None:
        """Expressions go before those that were there and are as long."""
        table: dict[str, list[_Phrase]] = {}
        for phrase, (entry, cased) in phrases.items():
            first, *rest = phrase.split()
            table.setdefault(first, []).append((tuple(rest), entry, cased))
        new = {
            first: tuple(sorted((*rows, *self._phrases.get(first, ())), key=_letters, reverse=True))
            for first, rows in table.items()
        }
        self._phrases = self._phrases | new
        self.reach = dict(self.reach)
        for first, rows in new.items():
            token = self.reach.get(first, _UNSURE)[0]
            second = {"", *(shape(rest[0]) for rest, _, _ in rows if rest)}
            named = any(not rest for rest, _, _ in rows)
            self.reach[first] = None if named else token, frozenset(second)

    def opens(self, word: str) -> bool:
        """Whether a word begins an expression or a name."""
        return word in self._phrases

    def entry(self, word: str, text: str, start: int) -> Entry | None:
        """What a word at a place is, None when it is unknown."""
        found = self.words.get(word)
        if found is None:
            return self.numbers.entry(word) if "0" <= word[0] <= "9" else None
        if word in self.small and text[start].islower():
            return self.small[word]
        return found

    def phrase_at(self, flat: str, text: str, at: int) -> tuple[Entry, int] | None:
        """The longest name or expression of several words that begins at a place, and its end."""
        first = flat[at : flat.index(" ", at)]
        rows = self._phrases.get(first)
        if rows is None:
            return None
        if rows[-1][0]:
            place = word_behind(flat, at + len(first))
            if place is None or shape(flat[place[0] : place[1]]) not in self.reach[first][1]:
                return None
        for rest, entry, cased in rows:
            end = _end_of(flat, at + len(first), rest)
            if end is None:
                continue
            if cased and not text[at].isupper():
                return None
            if text[end] == "." == text[end - 2]:  # the last stop of "p.m."
                end += 1
            return entry, end
        return None

    def gap(self, gap: str, before: str) -> str | None:
        """The token character for what stands between two words; "" for nothing, None to stop."""
        kinds = self.gaps
        kind = kinds.get(gap, UNKNOWN)
        if kind is UNKNOWN:
            if len(kinds) >= _CACHE:
                kinds.clear()
            kind = kinds[gap] = _gap_kind(gap)
        if kind == "stop":
            if gap == "." and before.isdigit():
                return self.gap_chars["point"]
            return "" if before in self.lexicon.stop else None
        if kind == "colon" and gap != ":" and before.isdigit():  # "Day 2: 10.30"
            return None
        return self.gap_chars[kind] if kind else kind


def word_behind(flat: str, end: int) -> tuple[int, int] | None:
    """The place of the word behind a place, None when there is none near."""
    at, most = end + 1, min(len(flat), end + LONGEST_GAP)
    while at < most and flat[at] == " ":
        at += 1
    after = flat.find(" ", at, at + LONGEST_WORD) if at < most else -1
    return None if after < 0 else (at, after)


def _letters(row: _Phrase) -> int:
    return len(" ".join(row[0]))


def _end_of(flat: str, end: int, words: Iterable[str]) -> int | None:
    """Where words end that follow one another behind a place, None when they do not."""
    for word in words:
        at, most = end + 1, end + LONGEST_GAP
        while at < most and flat[at : at + 1] == " ":
            at += 1
        if not flat.startswith(f"{word} ", at):
            return None
        end = at + len(word)
    return end


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
