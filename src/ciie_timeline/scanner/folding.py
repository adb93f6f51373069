"""Folding: a text in one simple spelling, code point for code point."""

from __future__ import annotations

import re
from typing import Final

_LATIN: Final = 256
_LETTER: Final = "\x01"  # stands for a letter outside Latin-1, so that it does not split its word
#: Punctuation that has a plain twin; one code point for one code point.
_TWINS: Final = {
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2011": "-",
    "\u2012": "-", "\u2013": "-", "\u2014": "\u00a6", "\u2015": "\u00a6", "\u2212": "-",
    "\u2009": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ", "\u00a0": " ",
}  # fmt: skip


#: A comma between the thousands of a number, which begins with three digits at the most.
_THOUSANDS: Final = re.compile(r",(?<=[0-9],)(?<![0-9]{4},)[0-9]{3}(?![0-9])")


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
    """The text in lower case, all but letters and digits a space, of the same length.

    The commas that part the thousands of a number stay: it is one word.

    >>> fold("Nov. 5, this year\u2019s 6th of 1,500")
    'nov  5  this year s 6th of 1,500'
    """
    text = plain(text).replace("?", " ")
    flat = text.encode("latin-1", "replace").translate(_TABLE).decode("latin-1")
    found = _THOUSANDS.search(text)
    return flat if found is None else _with_thousands(flat, text, found.start())


def _with_thousands(flat: str, text: str, first: int) -> str:
    """A folded text with the commas between thousands, of which the first is given."""
    pieces: list[str] = []
    start = 0
    for comma in _THOUSANDS.finditer(text, first):
        at = comma.start()
        pieces += flat[start:at], ","
        start = at + 1
    return "".join([*pieces, flat[start:]])


def shape(flat: str) -> str:
    """A folded text with all its digits as ``0``.

    >>> shape("5th of november 2023")
    '0th of november 0000'
    """
    if flat.isalpha():
        return flat
    return flat.encode("latin-1").translate(_DIGITS).decode("latin-1")


def _fold_table() -> bytes:
    table = bytearray(b" " * _LATIN)
    for code in range(_LATIN):
        if chr(code).isalnum():
            low = ord(chr(code).lower())
            table[code] = low if low < _LATIN else code
    table[ord("?")] = ord(_LETTER)
    return bytes(table)


_TABLE: Final = _fold_table()
_DIGITS: Final = bytes.maketrans(b"123456789", b"0" * 9)
