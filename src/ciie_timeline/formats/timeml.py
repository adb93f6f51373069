"""TimeML 1.2.1: a reading with its TIMEX3 annotations inside the text, and back again.

``dumps(reading)`` writes a document as TempEval-3 has them: DOCID, DCT (the creation time, ``t0``),
TEXT.  The characters of TEXT are exactly those of ``reading.text``, and TEXT holds only elements
that take text; those that take none (the points where a length begins and ends, the length of a
range) stand behind it.  ``loads(text)`` reads such a document, whoever made it, and
``loads(dumps(reading)).timexes`` are the timexes of the reading.

This is no entry of ``formats.FORMATS``, for those write timelines.  What the format cannot keep is
a finding, ``report`` is called with it:

==================  =======  ====================================================================
kind                level    arguments
==================  =======  ====================================================================
timeml.value        warning  ``value``: TimeML has none such; the timex is left out
timeml.characters   warning  ``characters`` that XML cannot hold; U+FFFD stands in their places
==================  =======  ====================================================================

docs/reference/timeml.md says which attribute is filled in when.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from ciie_timeline.errors import FormatError
from ciie_timeline.formats.timeml_documents import Document, Tag, loads
from ciie_timeline.formats.timeml_links import CREATION, Element, Links, creation_value
from ciie_timeline.formats.timeml_values import MODS, TYPES, written
from ciie_timeline.forms import Finding, Reading, Span, Timex3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Report = Callable[[Finding], None]

__all__ = ["Document", "Tag", "dumps", "loads"]

SCHEMA: Final = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
_OPENING: Final = (
    '<?xml version="1.0"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:noNamespaceSchemaLocation="{SCHEMA}">\n\n'
)
#: What XML 1.0 (section 2.2) has no place for, not even as a reference.
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INSTEAD: Final = "\ufffd"
#: A parser makes a carriage return a line feed unless it is a reference.
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def dumps(
    reading: Reading,
    *,
    docid: str | None = None,
    invalid: Literal["error", "replace"] = "error",
    report: Report | None = None,
) -> str:
    r"""A reading as a TimeML document.

    Args:
        reading: what ``ciie_timeline.read`` gave.
        docid: the DOCID; None takes ``reading.source``.
        invalid: what to do with characters that XML cannot hold (control characters such as a
            form feed): ``"error"``, or ``"replace"`` each by U+FFFD, so that every offset stays.
        report: called with a finding for each thing that is lost.

    Raises:
        FormatError: no reading; timexes that overlap or do not lie in the text; a type or ``mod``
            that TimeML does not have; a character that XML cannot hold.

    >>> from datetime import datetime
    >>> fair = Timex3(3, 9, "DATE", "2023")
    >>> print(dumps(Reading("In “2023” & on.", published=datetime(2023, 11, 4))))
    <?xml version="1.0"?>
    <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ...>
    <BLANKLINE>
    <DOCID></DOCID>
    <BLANKLINE>
    <DCT><TIMEX3 tid="t0" type="DATE" value="2023-11-04" ...>2023-11-04</TIMEX3></DCT>
    <BLANKLINE>
    <TEXT>In “2023” &amp; on.</TEXT>
    <BLANKLINE>
    </TimeML>
    <BLANKLINE>
    """
    if not isinstance(reading, Reading):
        raise FormatError(f"timeml: expected a Reading, found {type(reading).__name__}")
    if invalid not in ("error", "replace"):
        raise FormatError(f"invalid: expected 'error' or 'replace', found {invalid!r}")
    report = report or _nobody
    text = _holdable(reading.text, "text", invalid, report)
    name = _holdable(reading.source if docid is None else docid, "docid", invalid, report)
    elements, links = _linked(reading, report)
    return "".join(
        (
            _OPENING,
            f"<DOCID>{name.translate(_ESCAPES)}</DOCID>\n\n",
            _creation(reading),
            f"<TEXT>{''.join(_annotated(text, elements))}</TEXT>\n\n",
            *(f"{_tag(each.attributes())}/>\n" for each in links.points),
            "\n" if links.points else "",
            "</TimeML>\n",
        )
    )


def _nobody(finding: Finding) -> None:
    del finding


def _holdable(text: str, where: str, invalid: str, report: Report) -> str:
    """A text with nothing that XML cannot hold."""
    found = _NOT_XML.search(text)
    if found is None:
        return text
    if invalid == "error":
        raise FormatError(
            f"{where}: expected characters that XML can hold, found U+{ord(found[0]):04X} at "
            f"offset {found.start()}; invalid='replace' puts U+FFFD in its place"
        )
    names = dict.fromkeys(f"U+{ord(each):04X}" for each in _NOT_XML.findall(text))
    arguments = (("characters", ", ".join(names)),)
    report(Finding("warning", "timeml.characters", arguments=arguments))
    return _NOT_XML.sub(_INSTEAD, text)


def _creation(reading: Reading) -> str:
    """The creation time, where the reading has a day of publication."""
    if reading.published is None:
        return ""
    value = creation_value(reading.published)
    opening = _tag(
        (
            ("tid", CREATION),
            ("type", "TIME" if "T" in value else "DATE"),
            ("value", value),
            ("temporalFunction", "false"),
            ("functionInDocument", "CREATION_TIME"),
        )
    )
    return f"<DCT>{opening}>{value}</TIMEX3></DCT>\n\n"


def _tag(attributes: Iterable[tuple[str, str]]) -> str:
    """The opening tag but for its end; no value has a mark in it that would need an escape."""
    return "<TIMEX3" + "".join(f' {name}="{value}"' for name, value in attributes)


def _annotated(text: str, elements: Iterable[Element]) -> Iterator[str]:
    """The text with its elements, in parts."""
    at = 0
    for each in elements:
        if each.timex is not None:
            start, end = each.timex.start, each.timex.end
            yield text[at:start].translate(_ESCAPES)
            yield f"{_tag(each.attributes())}>{text[start:end].translate(_ESCAPES)}</TIMEX3>"
            at = end
    yield text[at:].translate(_ESCAPES)


def _linked(reading: Reading, report: Report) -> tuple[list[Element], Links]:
    """The elements that take text, in order, and the links between them with what they need."""
    pairs = [(timex, mention) for mention in reading for timex in mention.timexes]
    pairs.sort(key=lambda pair: pair[0].start)
    elements: list[Element] = []
    of: dict[int, list[Element]] = {id(mention): [] for mention in reading}
    for timex, mention in pairs:
        _check(timex, reading.text, elements[-1].timex if elements else None)
        value = _value(timex)
        if value is None:
            report(_lost(timex, reading))
            continue
        element = Element(f"t{len(elements) + 1}", timex.type, value, timex.mod, timex)
        elements.append(element)
        of[id(mention)].append(element)
    links = Links(reading.published, elements)
    for mention in reading:
        links.link(mention, of[id(mention)])
    return elements, links


def _check(timex: Timex3, text: str, before: Timex3 | None) -> None:
    where = f"timex at {timex.start} to {timex.end}"
    if not 0 <= timex.start < timex.end <= len(text):
        raise FormatError(f"{where}: expected a place in the text, which ends at {len(text)}")
    if before is not None and timex.start < before.end:
        raise FormatError(
            f"{where}: expected none that overlaps another, "
            f"found one at {before.start} to {before.end}"
        )
    if timex.type not in TYPES:
        raise FormatError(
            f"{where}: expected one of the types {', '.join(TYPES)}, found {timex.type!r}"
        )
    if timex.mod is not None and timex.mod not in MODS:
        raise FormatError(f"{where}: expected a mod of TimeML, found {timex.mod!r}")


def _value(timex: Timex3) -> str | None:
    """The value as TimeML writes it; a range keeps both of its ends, if TimeML has them."""
    ends = [written(each) for each in timex.value.split("/")]
    if None in ends or len(ends) > 2:  # noqa: PLR2004 - a range has two ends
        return None
    return "/".join(filter(None, ends))


def _lost(timex: Timex3, reading: Reading) -> Finding:
    words = reading.text[timex.start : timex.end]
    span = Span(reading.source, timex.start, timex.end, words)
    return Finding("warning", "timeml.value", (span,), (("value", timex.value),))
