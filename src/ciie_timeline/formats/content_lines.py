"""Content lines of iCalendar (RFC 5545 section 3.1): cleaned, escaped and folded by octets."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

LINE_OCTETS: Final = 75
_BACKSLASH: Final = 0x5C
_CONTINUES: Final = 0xC0  # 10xxxxxx after this mask is 0x80: an octet inside a code point
_INSIDE: Final = 0x80

#: Everything that RFC 5545 calls CONTROL but TAB and LF, and surrogates, which no encoding holds.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
#: Some readers end a line at the last three although the standard does not.
_LINE_ENDS: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_UNUSUAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
#: The backslash first, for the others bring new ones.
_ESCAPES: Final = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))
#: What RFC 3986 allows in a URI, escapes that are there already among it.
_URI_SAFE: Final = ":/?#[]@!$&'()*+,;=%-._~"
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    r"""A text without what iCalendar forbids, and the code points that were taken out.

    Line ends of any kind, U+0085 and U+2028 among them, become LF first; that is no loss.

    >>> clean("a\x07b\r\nc")
    ('ab\nc', ('U+0007',))
    """
    if not _UNUSUAL.search(text):
        return text, ()
    text = _LINE_ENDS.sub("\n", text)
    found = _FORBIDDEN.findall(text)
    return _FORBIDDEN.sub("", text), tuple(f"U+{ord(each):04X}" for each in dict.fromkeys(found))


def escape(text: str) -> str:
    r"""A text as a TEXT value (RFC 5545 section 3.3.11).

    >>> print(escape("a, b; c\\n\nd"))
    a\, b\; c\\n\nd
    """
    for character, escaped in _ESCAPES:
        text = text.replace(character, escaped)
    return text


def uri(text: str) -> str | None:
    """An absolute URI with what RFC 3986 does not allow percent-encoded; None when it is none.

    >>> uri("https://example.org/进博会 2023"), uri("example.org")
    ('https://example.org/%E8%BF%9B%E5%8D%9A%E4%BC%9A%202023', None)
    """
    if not _SCHEME.match(text):
        return None
    return quote(text, safe=_URI_SAFE, errors="replace")


def fold(line: str) -> str:
    r"""A content line with its CRLF, folded so that no physical line has more than 75 octets.

    No fold cuts a code point in two, and none parts a backslash from what it escapes.

    >>> [len(part.encode()) for part in fold("SUMMARY:" + "中国国际进口博览会" * 3).split("\r\n")]
    [74, 16, 0]
    """
    if len(line) <= LINE_OCTETS and line.isascii():
        return f"{line}\r\n"
    data = line.encode()
    if len(data) <= LINE_OCTETS:
        return f"{line}\r\n"
    parts: list[bytes] = []
    start, room = 0, LINE_OCTETS
    while len(data) - start > room:
        cut = _cut(data, start, start + room)
        parts.append(data[start:cut])
        start, room = cut, LINE_OCTETS - 1
    parts.append(data[start:])
    return b"\r\n ".join(parts).decode() + "\r\n"


def _cut(data: bytes, start: int, cut: int) -> int:
    while data[cut] & _CONTINUES == _INSIDE:
        cut -= 1
    first = cut
    while first > start and data[first - 1] == _BACKSLASH:
        first -= 1
    return cut - (cut - first) % 2
