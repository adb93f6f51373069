"""Titles: names of events by their capitals, and names in quotation marks, as single tokens.

A head noun with a capital ("Forum", "Expo") ends a name that reaches left over capitalised words;
a head noun beside a quotation ("the “Invest in China Year” summit") has it as its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ciie_timeline.scanner.vocabulary import Alphabet, Entry

#: The most words of a name, and the most code points of a quotation.
LONGEST_TITLE: Final = 12
LONGEST_QUOTE: Final = 200
LONGEST_TITLE_WORD: Final = 40
_INSIDE: Final = frozenset({"of", "and", "for", "on", "in", "de", "the"})
#: Words of these classes do not begin a name, though a sentence or a title gives them a capital.
_NO_START: Final = frozenset(
    {
        "DETERMINER", "PREPOSITION", "ORDINAL", "ORDTIME", "LAST", "PREVIOUS", "NEXT", "UPCOMING",
        "LATEST", "THIS", "REPEAT", "PLAIN", "NOW", "DAYWORD", "WEEKDAY",
    }
)  # fmt: skip
#: Words of these classes may stand inside a title and mean no time there.
_INNER: Final = frozenset({"SEASON", "REPEAT", "DAYPART"})
#: Words of these classes may stand right before a title.
_LEADS: Final = frozenset({"DETERMINER", "ORDINAL", "ORDTIME", "UPCOMING", "LATEST", "REPEAT"})


class Titles:
    """Finds titles around head nouns.

    ``traps`` are folded names that may begin a title though they look like an ordinal or a year;
    ``leads`` are characters of tokens (numbers, possessives) that a title may follow.
    """

    def __init__(
        self,
        alphabet: Alphabet,
        words: Mapping[str, Entry],
        traps: frozenset[str],
        leads: Iterable[str],
    ) -> None:
        self._words = words
        self._traps = traps
        self._heads = {
            entry[0]: "HEADNAME" if "HEAD" in entry[1] else "NAME"
            for entry in words.values()
            if "HEAD" in entry[1] or "EVENT" in entry[1]
        }
        #: The characters of words that a title may follow.
        self.leads = {
            entry[0] for entry in words.values() if not _LEADS.isdisjoint(entry[1])
        } | set(leads)
        self._chars = {
            "NAME": alphabet.char(["NAME"]),
            "HEADNAME": alphabet.char(["NAME", "HEADNAME"]),
            "QUOTED": alphabet.char(["QUOTED"]),
            "QUOTE": alphabet.char(["QUOTE"]),
        }
        self.leads.add(self._chars["NAME"])
        inner = {entry[0] for entry in words.values() if not _INNER.isdisjoint(entry[1])}
        self._touched = frozenset(self._heads) | inner

    @property
    def touched(self) -> frozenset[str]:
        """The characters of words that a title may end with or have inside."""
        return self._touched

    def at(  # noqa: PLR0913 - the place of the word and the two spellings of the text
        self, flat: str, text: str, start: int, end: int, entry: Entry, floor: int
    ) -> tuple[int, int, Entry]:
        """The title that a word ends or stands in: its place and token; else the word's own."""
        title = self.before(flat, text, start, end, entry, floor)
        if title is not None:
            return title[0], end, title[1]
        return self.around(flat, text, start, entry, floor) or (start, end, entry)

    def before(  # noqa: PLR0913 - the place of the head noun and the two spellings of the text
        self, flat: str, text: str, start: int, end: int, entry: Entry, floor: int
    ) -> tuple[int, Entry] | None:
        """The start and the token of a title that a head noun ends, None when there is none."""
        kind = self._heads.get(entry[0])
        if kind is None:
            return None
        if text[start].isupper():
            begin = self._name_start(flat, text, start, floor)
            return None if begin is None else (begin, self._title(text, begin, end, kind))
        close = start - 2
        if text[start - 1 : start] != " " or close < 1 or text[close] != '"':
            return None
        opening = text.rfind('"', max(0, close - LONGEST_QUOTE), close)
        if opening < 0 or kind != "HEADNAME":
            return None
        return opening, (self._chars["QUOTED"], {"QUOTED": _inner(text[opening : close + 1])})

    def ahead(self, flat: str, text: str, start: int, before: str) -> tuple[int, Entry] | None:
        """The end and the token of a title that begins at a word, after what may lead one."""
        if before not in self.leads or not text[start].isupper():
            return None
        at, found = start, None
        for _ in range(LONGEST_TITLE):
            end = flat.find(" ", at, at + LONGEST_TITLE_WORD)
            word = flat[at:end]
            if end < 0 or not (text[at].isupper() or word in _INSIDE):
                break
            entry = self._words.get(word)
            if entry is not None and entry[0] in self._heads and text[at].isupper():
                found = end, self._heads[entry[0]]
            if text[end] not in " -&\n" or flat[end + 1 : end + 2] in ("", " "):
                break
            at = end + 1
        if found is None or found[0] <= start + len(word_at(flat, start)):
            return None
        return found[0], self._title(text, start, *found)

    def around(
        self, flat: str, text: str, start: int, entry: Entry, floor: int
    ) -> tuple[int, int, Entry] | None:
        """A title that holds a word such as "Autumn" or "Annual": its place and its token."""
        if _INNER.isdisjoint(entry[1]) or not text[start].isupper():
            return None
        begin = self._name_start(flat, text, start, floor)
        found = None if begin is None else self.ahead(flat, text, start, self._chars["NAME"])
        if begin is None or found is None:
            return None
        kind = "HEADNAME" if found[1][0] == self._chars["HEADNAME"] else "NAME"
        return begin, found[0], self._title(text, begin, found[0], kind)

    def _title(self, text: str, begin: int, end: int, kind: str) -> Entry:
        name = " ".join(text[begin:end].split())
        return self._chars[kind], {"NAME": name, "HEADNAME": name}

    def after(self, text: str, end: int, start: int, before: str) -> tuple[int, int, Entry] | None:
        """A quotation right behind a head noun: its place and its token."""
        if self._heads.get(before) != "HEADNAME" or text[end:start] != ' "':
            return None
        close = text.find('"', start, start + LONGEST_QUOTE)
        if close < 0:
            return None
        quote = {"QUOTE": _inner(text[start - 1 : close + 1])}
        return start - 1, close + 1, (self._chars["QUOTE"], quote)

    def _name_start(self, flat: str, text: str, start: int, floor: int) -> int | None:
        """Where a name begins that ends with the head noun at ``start``."""
        begins: list[int] = []
        at = start
        for _ in range(LONGEST_TITLE):
            end = at - 1
            if end <= floor or text[end] not in " -&\n" or flat[end - 1] == " ":
                break
            begin = flat.rfind(" ", floor, end) + 1
            word = flat[begin:end]
            if not text[begin].isupper() and word not in _INSIDE:
                break
            begins.append(begin)
            at = begin
        while begins and not self._may_begin(flat, text, begins[-1]):
            begins.pop()
        return begins[-1] if begins else None

    def _may_begin(self, flat: str, text: str, begin: int) -> bool:
        if any(flat.startswith(f"{trap} ", begin) for trap in self._traps_at(flat, begin)):
            return True
        entry = self._words.get(word_at(flat, begin))
        return text[begin].isupper() and (entry is None or _NO_START.isdisjoint(entry[1]))

    def _traps_at(self, flat: str, begin: int) -> tuple[str, ...]:
        word = word_at(flat, begin)
        return tuple(trap for trap in self._traps if trap.startswith(word))


def word_at(flat: str, start: int) -> str:
    """The word that begins at a place."""
    return flat[start : flat.index(" ", start)]


def _inner(quoted: str) -> str:
    """The words between quotation marks, without the comma that the writer put inside."""
    return " ".join(quoted.strip('"').split()).rstrip(",.")
