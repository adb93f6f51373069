"""Reading TimeML: the text of a document, its creation time and its TIMEX3 elements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from xml.parsers import expat

import attrs

from ciie_timeline.errors import FormatError
from ciie_timeline.formats.timeml_values import TYPES, understood
from ciie_timeline.forms import Timex3

_CREATION: Final = "CREATION_TIME"


@attrs.frozen
class Tag:
    """A TIMEX3 element as a document has it.

    ``start`` and ``end`` are code points of the document's text; both are None for an element that
    takes no text of it.  ``attributes`` are all that stand there, as they stand there.
    """

    tid: str
    attributes: Mapping[str, str] = attrs.field(hash=False)
    start: int | None = None
    end: int | None = None

    @property
    def timex(self) -> Timex3 | None:
        """The annotation; None for an element that takes no text."""
        if self.start is None or self.end is None:
            return None
        given = self.attributes
        value, mod = understood(given.get("value", "")), given.get("mod") or None
        return Timex3(self.start, self.end, given["type"], value, mod)  # type: ignore[arg-type]


@attrs.frozen
class Document:
    """A TimeML document: its text, its creation time, its TIMEX3 elements in order.

    ``dct`` is the value of the creation time, as ``published`` of ``ciie_timeline.read`` takes it;
    None when the document has none.
    """

    text: str
    tags: tuple[Tag, ...] = ()
    dct: str | None = None
    docid: str = ""

    @property
    def timexes(self) -> tuple[Timex3, ...]:
        """The annotations of the text, by place, the creation time not among them.

        Values are spelled as the library spells them: ``P2E`` and ``P2DE`` are both ``P2DE``.
        """
        found = [
            timex
            for each in self.tags
            if each.attributes.get("functionInDocument") != _CREATION
            if (timex := each.timex) is not None
        ]
        return tuple(sorted(found, key=lambda timex: (timex.start, -timex.end)))


def loads(text: str | bytes) -> Document:
    """A TimeML document: its text, the creation time and the timexes.

    Whatever else stands in the document (events, signals, links) is passed over.  A document
    without a TEXT element, as some taggers write it, is all text.  A document type may be named,
    with nothing declared in it: no entity is ever expanded and no file is opened.

    Args:
        text: the document; bytes in the encoding that it declares, UTF-8 when it declares none.

    Raises:
        FormatError: no well-formed XML, no TimeML, a TIMEX3 without tid, type or value, or of an
            unknown type; the message begins with line and column.

    >>> document = loads(
    ...     "<TimeML><DCT><TIMEX3 tid='t0' type='DATE' value='1998-03-03'/></DCT><TEXT>It rained "
    ...     "on <TIMEX3 tid='t1' type='DATE' value='1998-03-02'>Monday</TIMEX3>.</TEXT></TimeML>"
    ... )
    >>> document.text, document.dct, [(t.start, t.end, t.value) for t in document.timexes]
    ('It rained on Monday.', '1998-03-03', [(13, 19, '1998-03-02')])
    >>> loads("<TimeML><TEXT>Monday</TIMEX3></TEXT></TimeML>")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.FormatError: line 1, column 23: expected well-formed XML: mismatched tag
    """
    return _Loading().document(text)


class _Loading:
    """Reads one document; places are counted in all of its characters, then in those of TEXT."""

    def __init__(self) -> None:
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        parser.SkippedEntityHandler = self._entity
        self._parts: list[str] = []
        self._at = 0
        self._open: list[tuple[str, int, dict[str, str]]] = []
        self._spans: dict[str, tuple[int, int]] = {}
        self._found: list[tuple[int, int, dict[str, str]]] = []
        self._creation: list[dict[str, str]] = []

    def document(self, text: str | bytes) -> Document:
        self._parse(text)
        every = "".join(self._parts)
        first, last = self._spans.get("TEXT", (0, len(every)))
        begin, end = self._spans.get("DOCID", (0, 0))
        tags = tuple(self._tag(each, first, last) for each in sorted(self._found, key=_place))
        return Document(every[first:last], tags, self._day(), every[begin:end].strip())

    def _parse(self, text: str | bytes) -> None:
        try:
            self._parser.Parse(text, True)  # noqa: FBT003 - this is the last part
        except expat.ExpatError as error:
            raise FormatError(
                f"line {error.lineno}, column {error.offset + 1}: "
                f"expected well-formed XML: {expat.ErrorString(error.code)}"
            ) from None
        except FormatError:
            raise
        except UnicodeEncodeError as error:
            raise FormatError(
                f"offset {error.start}: expected characters that XML can hold, "
                f"found U+{ord(error.object[error.start]):04X}"
            ) from None
        except (LookupError, ValueError) as error:
            raise self._wrong("an encoding that is known", str(error)) from None

    def _day(self) -> str | None:
        """The creation time: the TIMEX3 that says it is, else the one in DCT."""
        marked = [each for each in self._creation if each.get("functionInDocument") == _CREATION]
        return next((each.get("value") for each in marked or self._creation), None)

    def _tag(self, found: tuple[int, int, dict[str, str]], first: int, last: int) -> Tag:
        start, end, given = found
        if first <= start < end <= last:
            return Tag(given["tid"], given, start - first, end - first)
        return Tag(given["tid"], given)

    def _wrong(self, expected: str, found: str) -> FormatError:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        return FormatError(f"line {line}, column {column}: expected {expected}, found {found}")

    def _doctype(self, name: str, system: str | None, public: str | None, inner: int) -> None:
        del name, system, public
        if inner:
            raise self._wrong("a document that declares nothing", "declarations in its DOCTYPE")

    def _entity(self, name: str, parameter: int) -> None:
        del parameter
        raise self._wrong("one of the five entities of XML", f"&{name};")

    def _start(self, name: str, given: dict[str, str]) -> None:
        if not self._open and name != "TimeML":
            raise self._wrong("a TimeML document", f"<{name}>")
        if name == "TIMEX3":
            self._check(given)
            within = bool(self._open) and self._open[-1][0] == "DCT"
            if within or given.get("functionInDocument") == _CREATION:
                self._creation.append(given)
        elif name == "TEXT" and name in self._spans:
            raise self._wrong("one TEXT", "another")
        self._open.append((name, self._at, given))

    def _check(self, given: dict[str, str]) -> None:
        for name in ("tid", "type", "value"):
            if name not in given and not (name == "value" and "valueFromFunction" in given):
                raise self._wrong(f"a TIMEX3 with {name}", f"one with {', '.join(given) or 'none'}")
        if given["type"] not in TYPES:
            raise self._wrong(f"a TIMEX3 of type {', '.join(TYPES)}", repr(given["type"]))

    def _end(self, name: str) -> None:
        _, start, given = self._open.pop()
        if name == "TIMEX3":
            self._found.append((start, self._at, given))
        elif name in ("TEXT", "DOCID"):
            self._spans.setdefault(name, (start, self._at))

    def _characters(self, data: str) -> None:
        self._parts.append(data)
        self._at += len(data)


def _place(found: tuple[int, int, Any]) -> tuple[int, int]:
    return found[0], -found[1]
