"""Values as JSON: EDTF texts where a time is expected, one-key objects where anything may stand.

Where a record's field can be anything (what a claim says, what a finding needs), texts, numbers,
truth values and null stand for themselves and an array is a tuple; all else is an object with one
key that says what it is: ``{"edtf": "2023-11"}``, ``{"place": {…}}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final

from ciie_timeline.errors import CiieTimelineError
from ciie_timeline.model import Attendance, Method, Modality, Status
from ciie_timeline.values import (
    AllOf,
    Duration,
    Extent,
    FarDay,
    Interval,
    OneOf,
    PartialDate,
    Precision,
    TimeValue,
    Window,
    parse_edtf,
)

NOTATIONS: Final = (PartialDate, Interval, OneOf, AllOf)
ENUMS: Final[Mapping[str, type[Enum]]] = {
    "status": Status,
    "attendance": Attendance,
    "method": Method,
    "modality": Modality,
    "precision": Precision,
}
_ENUM_TAGS: Final = {enum: tag for tag, enum in ENUMS.items()}
_DAY: Final = re.compile(r"Y?(-?[0-9]{4,})-([0-9]{2})-([0-9]{2})")
_FOUR_DIGITS: Final = range(1, 10_000)
_PLAIN: Final = (str, bool, int, float)
_LONGEST: Final = 41


class UnexpectedError(CiieTimelineError):
    """What stands in a JSON text is not what belongs there.

    Args:
        expected: what would have been right.
        found: what stands there.
        at: the way from the value that was asked for to the one that is wrong.

    >>> print(UnexpectedError("a text", 7))
    expected a text, found 7
    """

    def __init__(self, expected: str, found: Any, at: str = "") -> None:
        super().__init__(f"expected {expected}, found {shown(found)}")
        self.at = at


def shown(found: Any) -> str:
    """Something found, short enough for a message.

    >>> shown([1, 2]), shown("a" * 99)
    ('an array', "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'")
    """
    if isinstance(found, Mapping):
        return "an object"
    if isinstance(found, list):
        return "an array"
    names = {None: "null", True: "true", False: "false"}
    if found is None or isinstance(found, bool):
        return names[found]
    text = repr(found)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]}…{text[-1]}"


def time_to_json(value: TimeValue) -> Any:
    """A time value as its EDTF text; an extent, which has none, as its windows.

    >>> time_to_json(PartialDate(2017, 5))
    '2017-05'
    """
    if not isinstance(value, Extent):
        return value.to_edtf()
    windows = {
        name: {"earliest": _day_text(window.earliest), "latest": _day_text(window.latest)}
        for name, window in (("start", value.start), ("end", value.end))
    }
    return {"extent": {**windows, "premises": list(value.premises)}}


def time_from_json(given: Any) -> TimeValue:
    """A time value from what ``time_to_json`` made of it.

    Raises:
        UnexpectedError: no EDTF text and no extent.

    >>> time_from_json("2017-05").precision.value
    'month'
    """
    if isinstance(given, str):
        try:
            return parse_edtf(given)
        except CiieTimelineError as error:
            raise UnexpectedError(f"an EDTF text ({error})", given) from error
    if not isinstance(given, Mapping) or given.keys() != {"extent"}:
        raise UnexpectedError("an EDTF text", given)
    parts = _object(given["extent"], ("start", "end", "premises"), ".extent")
    premises = parts["premises"]
    if not isinstance(premises, list) or not all(isinstance(each, str) for each in premises):
        raise UnexpectedError("an array of texts", premises, ".extent.premises")
    start, end = (_window(parts[name], f".extent.{name}") for name in ("start", "end"))
    return Extent.of(start, end, tuple(premises))


def _object(given: Any, keys: tuple[str, ...], at: str) -> Mapping[str, Any]:
    if not isinstance(given, Mapping) or given.keys() != set(keys):
        raise UnexpectedError(f"an object with {' and '.join(keys)}", given, at)
    return given


def _window(given: Any, at: str) -> Window:
    parts = _object(given, ("earliest", "latest"), at)
    first, last = (_day(parts[name], f"{at}.{name}") for name in ("earliest", "latest"))
    return Window(first, last)


def _day_text(day: date | FarDay | None) -> str | None:
    return None if day is None else str(day)


def _day(given: Any, at: str = "") -> date | FarDay | None:
    if given is None:
        return None
    match = _DAY.fullmatch(given) if isinstance(given, str) else None
    if match is None:
        raise UnexpectedError("a day such as '2023-11-05' or null", given, at)
    year, month, day = map(int, match.groups())
    try:
        if year in _FOUR_DIGITS:
            return date(year, month, day)
        FarDay(year, month, day).toordinal()
    except ValueError:
        raise UnexpectedError("a day of the calendar", given, at) from None
    return FarDay(year, month, day)


# --------------------------------------------------------------------------- anything


def any_to_json(value: Any, record: Callable[[Any], Any]) -> Any:
    """Anything that a claim or a finding can hold.

    Args:
        value: texts, numbers, truth values, None, dates, time values, durations, places, the
            enums of the model, and tuples, lists and mappings of these.
        record: makes a JSON object of a record.

    Raises:
        UnexpectedError: something else.

    >>> any_to_json(("6", PartialDate(2023)), record=lambda each: each)
    ['6', {'edtf': '2023'}]
    """
    if value is None or (isinstance(value, _PLAIN) and not isinstance(value, Enum)):
        return value
    if type(value) is tuple:
        return [any_to_json(each, record) for each in value]
    if isinstance(value, list):
        return {"list": [any_to_json(each, record) for each in value]}
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        return {"object": {key: any_to_json(each, record) for key, each in value.items()}}
    return _tagged(value, record)


def _tagged(value: Any, record: Callable[[Any], Any]) -> Any:
    if isinstance(value, NOTATIONS):
        return {"edtf": value.to_edtf()}
    if isinstance(value, Extent):
        return time_to_json(value)
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, date | FarDay):
        return {"day": str(value)}
    if isinstance(value, Duration):
        return {"duration": str(value)}
    tag = _ENUM_TAGS.get(type(value))
    if tag is not None:
        return {tag: value.value}
    return record(value)


def any_from_json(given: Any, records: Mapping[str, Callable[[Any], Any]]) -> Any:
    """What ``any_to_json`` was given.

    Args:
        given: the JSON value.
        records: for each tag of a record, what makes the record.

    Raises:
        UnexpectedError: an object with another tag, or with more than one key.

    >>> any_from_json(["6", {"edtf": "2023"}], records={})
    ('6', PartialDate('2023'))
    """
    if isinstance(given, list):
        return tuple(any_from_json(each, records) for each in given)
    if not isinstance(given, Mapping):
        return given
    if len(given) != 1:
        raise UnexpectedError("an object with one key that says what it is", given)
    ((tag, inside),) = given.items()
    if tag in records:
        return records[tag](inside)
    if tag in ENUMS:
        return enum_from_json(ENUMS[tag], inside)
    return _untagged(tag, inside, records)


def _untagged(tag: str, inside: Any, records: Mapping[str, Callable[[Any], Any]]) -> Any:
    match tag, inside:
        case "list", list():
            return [any_from_json(each, records) for each in inside]
        case "object", Mapping():
            return {key: any_from_json(each, records) for key, each in inside.items()}
        case "edtf", str():
            return time_from_json(inside)
        case "extent", _:
            return time_from_json({tag: inside})
        case "day", str():
            return _day(inside)
        case "duration", str():
            return duration_from_json(inside)
        case "datetime", str():
            return _datetime(inside)
        case _:
            raise UnexpectedError("an object whose key says what it is", {tag: inside})


def _datetime(given: str) -> datetime:
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        raise UnexpectedError("an ISO 8601 date-time", given) from None


def duration_from_json(given: Any) -> Duration:
    """A duration from its text.

    >>> duration_from_json("P3D").days
    3
    """
    if not isinstance(given, str):
        raise UnexpectedError("a duration such as 'P1Y'", given)
    return Duration.parse(given)


def enum_from_json(enum: type[Enum], given: Any) -> Enum:
    """A member of an enum by its word.

    >>> enum_from_json(Status, "hold")
    Traceback (most recent call last):
    ...
    ciie_timeline.formats.json_values.UnexpectedError: expected one of scheduled, held, ...
    """
    words = {member.value: member for member in enum}
    if not isinstance(given, str) or given not in words:
        raise UnexpectedError(f"one of {', '.join(words)}", given)
    return words[given]
