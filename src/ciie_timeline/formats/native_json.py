"""The timeline's own JSON: nothing is lost, and the same timeline is always the same bytes.

``load(render(timeline)) == timeline``.  The JSON Schema (draft 2020-12) of version 1 lies beside
this module; docs/reference/json-timeline.md explains the fields.  What a ``Finding`` says in words
is no data: a loaded finding has its kind, arguments, spans and conflict.
"""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NoReturn

from ciie_timeline.errors import CiieTimelineError, FormatError
from ciie_timeline.formats.json_records import Records, Table
from ciie_timeline.formats.json_values import UnexpectedError, shown
from ciie_timeline.forms import Finding
from ciie_timeline.model import Claim, EventSeries, Rule, Source
from ciie_timeline.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SCHEMA_VERSION: Final = 1
_PARTS: Final = ("series", "sources", "events", "claims", "rules", "findings")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def chunks(timeline: Timeline, *, report: Callable[[Finding], None] | None = None) -> Iterator[str]:
    """The JSON text in parts of one record.

    Args:
        timeline: what to write.
        report: never called, for nothing is lost.

    Raises:
        FormatError: a claim or finding holds something that JSON cannot, such as an object of
            your own or an infinite number.

    >>> print("".join(chunks(Timeline([]))).replace(chr(10), ""))
    {  "schema_version": 1,  "series": [],  "sources": [],  "events": [],  ...
    """
    del report
    rules = Table(_rules(timeline))
    records = Records(Table(timeline.claims), rules)
    yield f'{{\n  "schema_version": {SCHEMA_VERSION}'
    for name, entries in (
        ("series", map(records.to_json, timeline.series)),
        ("sources", map(records.to_json, timeline.sources)),
        ("events", map(records.to_json, timeline.events)),
        ("claims", _entries(records, records.claims)),
        ("rules", _entries(records, rules)),
        ("findings", map(records.to_json, timeline.findings)),
    ):
        yield from _array(name, entries)
    yield "\n}\n"


def render(timeline: Timeline, *, report: Callable[[Finding], None] | None = None) -> str:
    """The whole JSON text; see ``chunks``.

    >>> render(Timeline([])).splitlines()[1]
    '  "schema_version": 1,'
    """
    return "".join(chunks(timeline, report=report))


def load(text: str) -> Timeline:
    """The timeline that a JSON text holds.

    Raises:
        FormatError: no JSON, a newer ``schema_version``, or something else than was expected; the
            message has the JSON path, what was expected and what was found.

    >>> load('{"schema_version": 1, "events": [{"kind": "edition", "key": "ciie/6"}]}')
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.FormatError: $.events[0].name: expected a value, found none
    """
    document = _document(text)
    records = Records(Table(()), Table(()))
    for name, table, cls in (("rules", records.rules, Rule), ("claims", records.claims, Claim)):
        entries = _each(document, name, records.entry_from_json, cls)
        for place, (reference, record) in enumerate(entries):
            if reference in table.by_reference:
                raise FormatError(
                    f"$.{name}[{place}]: expected each reference once, found {reference!r} again"
                )
            table.put(reference, record)
    parts: dict[str, Any] = {
        name: _each(document, name, records.from_json, cls)
        for name, cls in (("series", EventSeries), ("sources", Source), ("findings", Finding))
    }
    events = _each(document, "events", records.event_from_json)
    claims = records.claims.by_reference.values()
    try:
        return Timeline(events, claims=claims, **parts)
    except CiieTimelineError as error:
        raise FormatError(f"$: {error}") from error


# --------------------------------------------------------------------------- writing


def _rules(timeline: Timeline) -> list[Rule]:
    """All rules that anything rests on, by id."""
    series = (record.rules for record in timeline.series)
    whys = (event.why.rules for event in timeline.events)
    conflicts = (conflict.rules for conflict in timeline.conflicts)
    return sorted(chain(*series, *whys, *conflicts), key=lambda rule: (rule.id, repr(rule)))


def _entries(records: Records, table: Table[Any]) -> Iterator[Any]:
    for reference, record in table.by_reference.items():
        yield records.entry_to_json(record, reference)


def _array(name: str, entries: Iterable[Any]) -> Iterator[str]:
    """One part of the document, each entry as one chunk."""
    yield f',\n  "{name}": ['
    empty = True
    for place, entry in enumerate(_written(name, entries)):
        empty = False
        yield f"{',' if place else ''}\n    {entry}"
    yield "]" if empty else "\n  ]"


def _written(name: str, entries: Iterable[Any]) -> Iterator[str]:
    written = 0
    try:
        for entry in entries:
            text = json.dumps(entry, ensure_ascii=False, allow_nan=False, indent=2)
            yield _SURROGATE.sub(_escaped, text).replace("\n", "\n    ")
            written += 1
    except UnexpectedError as error:
        raise FormatError(f"$.{name}[{written}]: {error}") from error
    except ValueError as error:
        raise FormatError(f"$.{name}[{written}]: expected finite numbers: {error}") from error


def _escaped(surrogate: re.Match[str]) -> str:
    return f"\\u{ord(surrogate[0]):04x}"


# --------------------------------------------------------------------------- reading


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise FormatError(f"$: expected JSON, found {error.msg} in {where}") from error
    except RecursionError as error:
        raise FormatError("$: expected less than a thousand levels of nesting") from error
    except UnexpectedError as error:
        raise FormatError(f"$: {error}") from error
    except ValueError as error:  # an integer with more digits than Python reads
        raise FormatError(f"$: expected JSON, found {error}") from error
    if not isinstance(document, dict):
        raise FormatError(f"$: expected an object, found {shown(document)}")
    _check_version(document.get("schema_version"))
    for name in document.keys() - {"schema_version", "$schema", *_PARTS}:
        raise FormatError(f"$.{name}: expected one of {', '.join(_PARTS)}, found {name!r}")
    return document


def _check_version(version: Any) -> None:
    path = "$.schema_version"
    if type(version) is not int or version < 1:
        raise FormatError(f"{path}: expected {SCHEMA_VERSION}, found {shown(version)}")
    if version > SCHEMA_VERSION:
        raise FormatError(
            f"{path}: expected at most {SCHEMA_VERSION}, found {version}: the file was written "
            f"by a newer version of the library"
        )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise UnexpectedError("each name of an object once", twice)
    return found


def _no_constant(constant: str) -> NoReturn:
    raise UnexpectedError("a finite number", constant)


def _each(
    document: dict[str, Any], name: str, make: Callable[..., Any], *arguments: Any
) -> list[Any]:
    """The records of one part of the document."""
    entries = document.get(name, [])
    if not isinstance(entries, list):
        raise FormatError(f"$.{name}: expected an array, found {shown(entries)}")
    found = []
    for place, entry in enumerate(entries):
        try:
            found.append(make(entry, *arguments))
        except (ValueError, BaseExceptionGroup, KeyError) as error:
            path, message = _first(error, f"$.{name}[{place}]")
            raise FormatError(f"{path}: {message}") from None
    return found


def _first(error: BaseException, path: str) -> tuple[str, str]:
    """The path and the words of the first thing that was wrong."""
    if isinstance(error, BaseExceptionGroup):
        inner = error.exceptions[0]
        return _first(inner, path + _step(inner))
    if isinstance(error, KeyError):
        return path, "expected a value, found none"
    unknown = getattr(error, "extra_fields", None)
    if unknown:
        return f"{path}.{min(unknown)}", "expected no such name"
    return path + getattr(error, "at", ""), str(error)


def _step(error: BaseException) -> str:
    """The name or place that the notes of cattrs give to an error."""
    from cattrs import AttributeValidationNote, IterableValidationNote

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
    return ""
