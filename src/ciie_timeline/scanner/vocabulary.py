"""What a word can be: classes, their characters, numbers, and the names that were given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from ciie_timeline.forms import Elided
from ciie_timeline.scanner.folding import fold

#: A token's character and what each of its classes makes of the word.
Entry = tuple[str, Mapping[str, Any]]

_NTH: Final = ("st", "nd", "rd", "th")
_HALVES: Final = ("am", "pm")
_SHAPE: Final = re.compile(rf"(\d+)({'|'.join((*_NTH, *_HALVES))}|s)?")
#: Units that are written right behind a figure ("15min").
_GLUED_UNITS: Final = {
    "day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "hr": "hour",
    "minute": "minute", "min": "minute", "second": "second", "sec": "second", "yr": "year",
    "wk": "week",
}  # fmt: skip
_GLUED: Final = re.compile(rf"(\d{{1,3}})({'|'.join(_GLUED_UNITS)})s?")
_TWO: Final = re.compile(r"(\d\d?)(h|t)(\d\d)?z?")
_UNIVERSAL: Final = re.compile(r"([0-5]\d)z")
_STAMP: Final = re.compile(r"(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)?(z?)")
#: What "Z" behind a clock time is short for: the zone's name, and its minutes from UTC.
_UTC: Final = ("UTC", 0)
_LONGEST_NUMBER: Final = 9
#: What the entry of a number is that was not made yet.
_UNMADE: Final[Entry] = ("", {})
_CACHE: Final = 8192
_LAST_DAY, _LAST_MONTH, _LAST_HOUR, _MINUTES = 31, 12, 24, 60
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
#: The digits of days, months, hours and short years.
_SHORT: Final = 2
# A number in words that may be a year; a round one ("two thousand") is one only where words say so.
_YEAR_WORDS: Final = ("NUM", "SPELLED", "YEAR")
# Those that open with a word that starts a run ("nineteen ninety-eight").
_CENTURY_WORDS: Final = ("CENTURY", "NUM", "SPELLED", "YEAR")
_CENTURIES: Final = range(1700, 2100)
_ROUND_WORDS: Final = ("NUM", "ROUNDYEAR", "SPELLED")


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
            if folded:
                table.setdefault(folded, (kind, value, name[:1].isupper()))
        return cls(table)


NO_NAMES: Final = Names()
#: The classes that a name can have.
NAME_KINDS: Final = ("SERIES", "SERIESPLURAL", "PART")


def _number_shapes() -> Iterator[str]:
    yield "0000"
    for figures in ("0", "00"):
        yield from (figures + each for each in (*_NTH, *_HALVES, "h", "h00"))
    for figures in ("0", "00", "000"):
        yield from (f"{figures}{unit}{s}" for unit in _GLUED_UNITS for s in ("", "s"))
    yield from ("00z", "00000000t0000", "00000000t0000z", "00000000t000000", "00000000t000000z")
    yield from ("0s", "00s", "000s", "0000s")


#: The shapes of the numbers that a run may grow from by themselves.
NUMBER_SHAPES: Final = frozenset(_number_shapes())


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
        key = frozenset(classes)
        found = self._chars.get(key)
        if found is None:
            found = self._chars[key] = chr(0x4E00 + len(self._chars))
        return found

    def by_class(self) -> dict[str, str]:
        """For each class or literal the characters whose set holds it, in order of making."""
        table: dict[str, str] = {}
        for names, char in self._chars.items():
            for name in names:
                table[name] = table.get(name, "") + char
        return table


class Numbers:
    """The entries of words with digits, and of numbers in words; made once for an alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        sets = {_plain(len(f"{n}"), n) for n in (0, 1, 13, 25, 32, 60, 100, 1000, 3000)}
        sets |= {_plain(2, n) for n in (0, 1, 13, 25, 32, 60)}
        sets |= {("ORD", "DAYTH", "NTH"), ("ORD",), ("DECADENUM",), ("CLOCKNUM",), ("GLUED",)}
        sets |= {("HOURMINUTE",), ("DAYHOUR",), ("MINUTEZ",), ("STAMP",), _plain(4, 0)}
        sets |= {("NUM", "SPELLED"), ("ORD", "SPELLED"), _YEAR_WORDS, _CENTURY_WORDS, _ROUND_WORDS}
        sets |= {("ORD", "DAYTH", "SPELLED")}
        self._chars = {each: alphabet.char(each) for each in sorted(sets)}
        self._cache: dict[str, Entry | None] = {}

    def leads(self) -> Iterator[str]:
        """The characters of years and ordinals in digits: a title may follow them."""
        for classes, char in self._chars.items():
            if "YEAR" in classes or "ORD" in classes:
                yield char

    def plain_chars(self) -> str:
        """The characters of numbers in digits."""
        return "".join(
            char
            for classes, char in self._chars.items()
            if "NUM" in classes and "SPELLED" not in classes
        )

    def shapes(self) -> dict[str, Entry]:
        """The shapes that are numbers whatever the digits, with the entry of one of them."""
        shapes = ["0" * size for size in range(1, _LONGEST_NUMBER + 1)]
        shapes += [figures + each for figures in ("0", "00", "000") for each in (*_NTH, *_HALVES)]
        shapes += [f"{'0' * size}{',000' * more}" for size in (1, 2, 3) for more in (1, 2)]
        found = {each: self.entry(each.replace("0", "1")) for each in shapes}
        return {each: entry for each, entry in found.items() if entry is not None}

    def entry(self, word: str) -> Entry | None:
        """The entry of a word that begins with a digit, None when it is no number."""
        cache = self._cache
        found = cache.get(word, _UNMADE)
        if found is _UNMADE:
            if len(cache) >= _CACHE:
                cache.clear()
            found = cache[word] = self._made(word)
        return found

    def _made(self, word: str) -> Entry | None:
        if "," in word:
            return self._parted(word)
        shape = _SHAPE.fullmatch(word) if len(word) <= _LONGEST_NUMBER else None
        if shape is None:
            glued = _GLUED.fullmatch(word)
            if glued is not None:
                return self._of(("GLUED",), (int(glued[1]), _GLUED_UNITS[glued[2]]))
            return self._timed(word)
        digits, suffix = shape[1], shape[2]
        if suffix is None:
            entry = self._of(_plain(len(digits), int(digits)), int(digits))
            if entry is not None and "ELIDEDYEAR" in entry[1]:
                return entry[0], {**entry[1], "ELIDEDYEAR": Elided(digits)}
            return entry
        return self._of(*_suffixed(digits, suffix))

    def _timed(self, word: str) -> Entry | None:
        """The entry of a word with the hour and the minute of a clock."""
        two, universal = _TWO.fullmatch(word), _UNIVERSAL.fullmatch(word)
        if two is not None:
            return self._of(*_paired(two[1], two[2], two[3]))
        if universal is not None:
            return self._of(("MINUTEZ",), (int(universal[1]), _UTC))
        stamp = _STAMP.fullmatch(word)
        if stamp is None:
            return None
        fields = tuple(None if each is None else int(each) for each in stamp.groups()[:-1])
        return self._of(("STAMP",), (*fields, _UTC if stamp[7] else ()))

    def _parted(self, word: str) -> Entry | None:
        """The entry of a number with commas between its thousands: a count, never a year."""
        shape = _SHAPE.fullmatch(word.replace(",", ""))
        if shape is None or len(shape[1]) > _LONGEST_NUMBER:
            return None
        if shape[2] is None:
            return self._of(("NUM",), int(shape[1]))
        return self._of(("ORD",), int(shape[1])) if shape[2] in _NTH else None

    def counted(self, number: int) -> Entry:
        """The entry of a number that is a count and nothing else ("66 million")."""
        return self._chars["NUM",], {"NUM": number}

    def spelled(self, number: int, *, ordinal: bool) -> Entry:
        """The entry of a number written in several words."""
        classes: tuple[str, ...] = ("ORD", "SPELLED") if ordinal else ("NUM", "SPELLED")
        if ordinal and 1 <= number <= _LAST_DAY:
            classes = ("ORD", "DAYTH", "SPELLED")
        elif not ordinal and _FIRST_YEAR <= number <= _LAST_YEAR:
            in_words = _CENTURY_WORDS if number in _CENTURIES else _YEAR_WORDS
            classes = in_words if number % 100 else _ROUND_WORDS
        return self._chars[classes], dict.fromkeys(classes, number)

    def _of(self, classes: tuple[str, ...], value: Any) -> Entry | None:
        return (self._chars[classes], dict.fromkeys(classes, value)) if classes else None


def spelled_classes(classes: Mapping[str, Any]) -> Mapping[str, Any]:
    """The classes of a word, with those of a number where the word is one.

    >>> spelled_classes({"ORDINAL": 6})
    {'ORDINAL': 6, 'ORD': 6, 'SPELLED': 6, 'DAYTH': 6}
    """
    if "CARDINAL" in classes:
        return {**classes, "NUM": classes["CARDINAL"], "SPELLED": classes["CARDINAL"]}
    if "ORDINAL" in classes:
        number = classes["ORDINAL"]
        day = {"DAYTH": number} if number <= _LAST_DAY else {}
        return {**classes, "ORD": number, "SPELLED": number, **day}
    return classes


def _plain(size: int, value: int) -> tuple[str, ...]:
    """What a plain number of ``size`` digits may be."""
    found = ["NUM"]
    if size <= _SHORT:
        found += ["DAY"] if 1 <= value <= _LAST_DAY else []
        found += ["MONTHNUM"] if 1 <= value <= _LAST_MONTH else []
        found += ["HOUR"] if value <= _LAST_HOUR else []
    if size == _SHORT:
        found += ["SHORTYEAR", "ELIDEDYEAR"]
        found += ["MINUTE"] if value < _MINUTES else ["OLDYEAR"]
    if size == len("0900") and value < _FIRST_YEAR:
        found += ["ZEROHOUR"]
    if size == len("2023") and _FIRST_YEAR <= value <= _LAST_YEAR:
        found += ["YEAR"]
    return tuple(found)


def _paired(first: str, letter: str, second: str | None) -> tuple[tuple[str, ...], Any]:
    """What two numbers with an ``h`` or a ``t`` between may be ("15h30", "05T08")."""
    pair = int(first), None if second is None else int(second)
    if letter == "h":
        return (("HOURMINUTE",) if pair[0] <= _LAST_HOUR else ()), pair
    return (("DAYHOUR",) if second is not None else ()), pair


def _suffixed(digits: str, suffix: str) -> tuple[tuple[str, ...], Any]:
    """What a number with a suffix may be, and its value."""
    value = int(digits)
    if suffix in ("am", "pm"):
        return ("CLOCKNUM",), (value, suffix)
    if suffix == "s":
        return (("DECADENUM",) if len(digits) in (2, 4) and value % 10 == 0 else ()), value
    return (("ORD", "DAYTH", "NTH") if 1 <= value <= _LAST_DAY else ("ORD",)), value
