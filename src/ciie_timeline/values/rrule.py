"""Recurrences as iCalendar RRULE texts (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import evolve

from ciie_timeline.errors import CiieTimelineError, FormatError, InputError
from ciie_timeline.values.components import Clock
from ciie_timeline.values.days import day_of
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.recurrence import FREQUENCIES, Recurrence
from ciie_timeline.values.seasons import DECEMBER
from ciie_timeline.values.temporal import DAY_SECONDS

if TYPE_CHECKING:
    from ciie_timeline.values.days import Day

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_UNITS: Final = {frequency: unit for unit, (frequency, size) in FREQUENCIES.items() if size == 1}
_BYDAY: Final = re.compile(r"([+-]?0?[1-9]|[+-]?[1-5][0-9])?(MO|TU|WE|TH|FR|SA|SU)")
_RRULE_PARTS: Final = (
    "FREQ",
    "INTERVAL",
    "BYMONTH",
    "BYMONTHDAY",
    "BYDAY",
    "BYSETPOS",
    "COUNT",
    "UNTIL",
    "WKST",
)
_MOST_YEAR: Final = 9999
_NUMBER: Final = re.compile("[+-]?[0-9]{1,9}")
_UNTIL: Final = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?"
)


def read(text: str, start: PartialDate | None) -> Recurrence:
    """A rule from an RRULE; see ``Recurrence.parse_rrule``.

    >>> read("FREQ=WEEKLY;BYDAY=MO", None).weekdays
    ((0, 1),)
    """
    parts = _parts(text)
    unit = _UNITS.get(parts.get("FREQ", ""))  # type: ignore[call-overload]
    if unit is None:
        raise InputError(f"RRULE: expected FREQ with a frequency, found {text!r}")
    if unit == "weeks" and parts.keys() & {"BYMONTHDAY"}:
        raise InputError(f"RRULE: expected no BYMONTHDAY in a rule by the week, found {text!r}")
    if parts.get("WKST", "MO") != "MO" and unit == "weeks" and parts.get("INTERVAL", "1") != "1":
        raise InputError(f"RRULE: expected weeks from Monday (WKST=MO), found {text!r}")
    try:
        return Recurrence.of(
            Duration.of(**{unit: _whole(parts.get("INTERVAL", "1"))}),
            months=_months(parts.get("BYMONTH")),
            days=_numbers(parts.get("BYMONTHDAY")),
            weekdays=_placed(_places(parts.get("BYDAY")), parts, text),
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
    if frequency not in ("YEARLY", "MONTHLY") and any(place for place, _ in rule.weekdays):
        raise FormatError(f"RRULE: expected weekdays without places in {rule.every}, found {rule}")
    if frequency == "WEEKLY" and rule.days:
        raise FormatError(f"RRULE: expected no days of the month in {rule.every}, found {rule}")
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
        parts.append(f"UNTIL={_until_text(rule.until, rule.start)}")
    return ";".join(parts)


def _until_text(until: PartialDate, start: PartialDate | None) -> str:
    """The end in the form of the start: a day beside a day, else a time, in UTC beside an offset.

    A day beside a clock time is meant to its last second.
    """
    timed = until if start is None else start
    if timed.clock is None:
        return _basic(until.latest)
    zone = timed.clock.zone or (until.clock.zone if until.clock else "")
    if until.clock is not None:
        moment = until
        if zone and not until.clock.zone:
            moment = evolve(until, clock=evolve(until.clock, zone=zone))
        second = moment.span(zoned=bool(zone))[0]
    else:
        offset = timed.clock.offset or 0
        second = until.span()[1] - 1 - offset * 60
    day, rest = divmod(second, DAY_SECONDS)
    clock = f"{rest // 3600:02d}{rest // 60 % 60:02d}{rest % 60:02d}"
    return f"{_basic(day_of(day))}T{clock}{'Z' if zone else ''}"


def _basic(day: Day) -> str:
    if not 1 <= day.year <= _MOST_YEAR:
        raise FormatError(f"RRULE: expected an end in the years 1 to 9999, found {day}")
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _parts(text: str) -> dict[str, str]:
    """The parts of a rule by name, letters in upper case."""
    parts: dict[str, str] = {}
    for part in text.upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name not in _RRULE_PARTS:
            raise InputError(f"RRULE: expected one of {', '.join(_RRULE_PARTS)}, found {name!r}")
        if name in parts:
            raise InputError(f"RRULE: expected {name} once, found it again in {text!r}")
        parts[name] = value
    return parts


def _until(text: str) -> PartialDate:
    match = _UNTIL.fullmatch(text)
    if match is None:
        raise InputError(
            f"UNTIL: expected a day such as 20231110 or a time such as 20231110T090000Z, "
            f"found {text!r}"
        )
    year, month, day, hour, minute, second = (int(found or 0) for found in match.groups()[:6])
    clock = None if match[4] is None else Clock(hour, minute, second, match[7])
    return PartialDate.of(year, month, day, clock=clock)


def _placed(
    weekdays: tuple[tuple[int, int], ...], parts: dict[str, str], text: str
) -> tuple[tuple[int, int], ...]:
    """Weekdays with the place that BYSETPOS gives them, which one weekday can have."""
    if "BYSETPOS" not in parts:
        return weekdays
    single = len(weekdays) == 1 and not weekdays[0][0] and "BYMONTHDAY" not in parts
    months = parts["FREQ"] == "MONTHLY" or (
        parts["FREQ"] == "YEARLY" and "," not in parts.get("BYMONTH", "")
    )
    places = _numbers(parts["BYSETPOS"])
    if not single or not months or 0 in places or not places:
        raise InputError(f"RRULE: expected BYSETPOS beside one weekday of a month, found {text!r}")
    return tuple((place, weekdays[0][1]) for place in places)


def _whole(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise InputError(f"expected a whole number, found {text!r}")
    return int(text)


def _numbers(text: str | None) -> tuple[int, ...]:
    return tuple(_whole(part) for part in text.split(",")) if text else ()


def _months(text: str | None) -> tuple[int, ...]:
    months = _numbers(text)
    if not all(1 <= month <= DECEMBER for month in months):
        raise InputError(f"BYMONTH: expected months from 1 to 12, found {text!r}")
    return months


def _places(text: str | None) -> tuple[tuple[int, int], ...]:
    places = []
    for part in text.split(",") if text else ():
        match = _BYDAY.fullmatch(part)
        if match is None:
            raise InputError(f"BYDAY: expected days such as MO or 2MO, found {part!r}")
        places.append((int(match[1] or 0), _WEEKDAYS.index(match[2]) + 1))
    return tuple(places)
