"""A mention as one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ciie_timeline.forms import Alternative, Mention, Timex3


def line_of(mention: Mention) -> str:
    """The line, with its end."""
    return json.dumps(record(mention), ensure_ascii=False) + "\n"


def record(mention: Mention) -> dict[str, Any]:
    """One mention as plain data; ``docs/reference/cli.md`` describes each field."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "edtf": mention.edtf,
        "earliest": plain(mention.earliest),
        "latest": plain(mention.latest),
        "precision": mention.precision,
        "series": mention.series,
        "editions": list(mention.editions),
        "timexes": [_timex(each) for each in mention.timexes],
        "readings": [_reading(each) for each in mention.readings],
        "steps": [{"rule": s.rule, "arguments": plain(dict(s.arguments))} for s in mention.steps],
        "explanation": mention.explain(),
    }


def _timex(timex: Timex3) -> dict[str, Any]:
    extent = {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}
    more = {"mod": timex.mod, "beginPoint": timex.begin, "endPoint": timex.until}
    return extent | {name: value for name, value in more.items() if value is not None}


def _reading(reading: Alternative) -> dict[str, Any]:
    return {
        "edtf": plain(reading.when),
        "earliest": plain(reading.earliest),
        "latest": plain(reading.latest),
        "series": reading.series,
        "editions": list(reading.editions),
        "because": reading.because and reading.because.rule,
    }


def plain(value: Any) -> Any:
    """A value as JSON has it: texts for times and words, lists for tuples."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Mapping():
            return {str(name): plain(each) for name, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(each) for each in value]
        case _:
            return str(value)
