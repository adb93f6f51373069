"""Recurrences as iCalendar RRULE texts (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re
from typing import Final

from ciie_timeline.errors import CiieTimelineError, FormatError, InputError
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.recurrence import FREQUENCIES, Recurrence
from ciie_timeline.values.seasons import DECEMBER

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS: Final = {frequency: unit for unit, (frequency, size) in FREQUENCIES.items() if size == 1}
_BYDAY: Final = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_RRULE_PARTS: Final = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "COUNT", "UNTIL")
_NUMBER: Final = re.compile("[+-]?[0-9]{1,9}")
_UNTIL: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T[0-9]{6}Z?)?")


def read(text: str, start: PartialDate | None) -> Recurrence:
    """A rule from an RRULE; see ``Recurrence.parse_rrule``.

    >>> read("FREQ=WEEKLY;BYDAY=MO", None).weekdays
    ((0, 1),)
    """
    parts = dict(part.partition("=")[::2] for part in text.removeprefix("RRULE:").split(";"))
    for name in parts:
        if name not in _RRULE_PARTS:
            raise InputError(f"RRULE: expected one of {', '.join(_RRULE_PARTS)}, found {name!r}")
    unit = _UNITS.get(parts.get("FREQ", ""))  # type: ignore[call-overload]
    if unit is None:
        raise InputError(f"RRULE: expected FREQ with a frequency, found {text!r}")
    try:
        return Recurrence.of(
            Duration.of(**{unit: _whole(parts.get("INTERVAL", "1"))}),
            months=_numbers(parts.get("BYMONTH")),
            days=_numbers(parts.get("BYMONTHDAY")),
            weekdays=_places(parts.get("BYDAY")),
            count=_whole(parts["COUNT"]) if "COUNT" in parts else None,
            start=start,
            until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        )
    except CiieTimelineError as error:
        raise InputError(f"RRULE {text!r}: {error}") from error


def written(rule: Recurrence) -> str:
    """The RRULE of a rule; see ``Recurrence.to_rrule``.

    >>> written(Recurrence(months=(11,)))
    'FREQ=YEARLY;BYMONTH=11'
    """
    frequency, interval = rule.frequency()
    if any(month > DECEMBER for month in rule.months):
        raise FormatError(f"RRULE: expected months from 1 to 12, found {rule.months}")
    parts = [f"FREQ={frequency}"]
    if interval != 1:
        parts.append(f"INTERVAL={interval}")
    weekdays = (f"{place or ''}{_WEEKDAYS[day - 1]}" for place, day in rule.weekdays)
    for name, values in (
        ("BYMONTH", map(str, rule.months)),
        ("BYMONTHDAY", map(str, rule.days)),
        ("BYDAY", weekdays),
    ):
        if listed := ",".join(values):
            parts.append(f"{name}={listed}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        last = rule.until.latest
        parts.append(f"UNTIL={last.year:04d}{last.month:02d}{last.day:02d}")
    return ";".join(parts)


def _until(text: str) -> PartialDate:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise InputError(f"UNTIL: expected a day such as 20231110, found {text!r}")
    return PartialDate.of(int(match[1]), int(match[2]), int(match[3]))


def _whole(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise InputError(f"expected a whole number, found {text!r}")
    return int(text)


def _numbers(text: str | None) -> tuple[int, ...]:
    return tuple(_whole(part) for part in text.split(",")) if text else ()


def _places(text: str | None) -> tuple[tuple[int, int], ...]:
    places = []
    for part in text.split(",") if text else ():
        match = _BYDAY.fullmatch(part)
        if match is None:
            raise InputError(f"BYDAY: expected days such as MO or 2MO, found {part!r}")
        places.append((int(match[1] or 0), _WEEKDAYS.index(match[2]) + 1))
    return tuple(places)
