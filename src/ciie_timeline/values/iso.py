"""The texts of ISO 8601 part 1: basic forms, week and ordinal dates, intervals by a duration."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from ciie_timeline.errors import FormatError, InputError, ValidationError
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.edtf import parse_edtf
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER
from ciie_timeline.values.shifting import shift
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.union import TimeValue

_BASIC_DAY: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_WEEK: Final = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?")
_DAY_OF_YEAR: Final = re.compile(r"([0-9]{4})-?([0-9]{3})")
_BASIC_TIME: Final = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})?(Z|[+-][0-9]{2,4})?")
_HOUR: Final = re.compile(r"[0-9]{2}(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?")
_LEAP_SECOND: Final = re.compile(r"^[0-9]{2}:?[0-9]{2}:?60")
_SHORT_TIME: Final = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}(:[0-9]{2})?)?")
_SHORT_DATE: Final = re.compile(r"[0-9]{2}(-[0-9]{2})?")
_PLAIN: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ZONE: Final = re.compile(r"(Z|[+-][0-9]{2}(:?[0-9]{2})?)$")
_ZONE_LENGTH: Final = 5  # +0800


def from_iso(text: str) -> TimeValue | Duration:
    """A value from ISO 8601-1 text: extended and basic forms, week and ordinal dates, intervals.

    Args:
        text: such as ``20231105``, ``2023-W44-7``, ``2023-309``, ``2023-11-05/P5D``, ``P1M/2023``;
            and all of EDTF.  An interval by a duration is that long: five days from the start; its
            end may leave out what the start has said (``2023-11-05/10``); an hour without minutes
            is the interval from hour to hour.

    Raises:
        InputError: the text is none of these.
        EdtfError: a plain date that does not exist.

    >>> str(from_iso("2023-W44")), str(from_iso("20231105T0900Z")), str(from_iso("2023-11-05/P6D"))
    ('2023-10-30/2023-11-05', '2023-11-05T09:00Z', '2023-11-05/2023-11-10')
    """
    if text.startswith("P") and "/" not in text:
        return Duration.parse(text)
    if "/" in text:
        return _iso_interval(text)
    return _iso_date(text)


def _iso_interval(text: str) -> TimeValue:
    if text.startswith("R"):
        raise InputError(f"expected one interval, found {text!r}: Recurrence.parse reads a rule")
    first, _, second = text.partition("/")
    if first.startswith("P"):
        end = _iso_date(second)
        return _span_of(_moved(end, -Duration.parse(first), text), end, text, from_end=True)
    start = _iso_date(first) if first not in ("", "..") else Bound(first)
    if second.startswith("P") and not isinstance(start, Bound):
        moved = _moved(start, Duration.parse(second), text)
        return _span_of(start, moved, text, from_end=False)
    second = _completed(first, second)
    end_ = _iso_date(second) if second not in ("", "..") else Bound(second)
    start = start.start if isinstance(start, Interval) else start
    end_ = end_.end if isinstance(end_, Interval) else end_
    try:
        return Interval.of(start, end_)
    except ValidationError as error:
        raise InputError(f"expected an interval in order, found {text!r}: {error}") from error


def _moved(date_: PartialDate | Interval, by: Duration, text: str) -> TimeValue:
    try:
        return shift(date_, by)
    except ValidationError as error:
        raise InputError(f"{text!r}: {error}") from error


def _completed(first: str, second: str) -> str:
    """The end of an interval with what it leaves out because the start has said it.

    An end of two digits is a day behind a day, a month behind a month; ``11-10`` is month and day;
    ``10:30`` is a time on the day of the start, with its offset.
    """
    day, mark, time = first.partition("T")
    if _SHORT_TIME.fullmatch(second) and mark and _DAY.fullmatch(day):
        zone = _ZONE.search(time)
        return f"{day}T{second}" + (zone[0] if zone and not _ZONE.search(second) else "")
    parts, given = first.split("-"), second.split("-")
    if _SHORT_DATE.fullmatch(second) and not mark and _PLAIN.fullmatch(first):
        return "-".join((*parts[: -len(given)], *given)) if len(given) < len(parts) else second
    return second


def _span_of(start: TimeValue, end: TimeValue, text: str, *, from_end: bool) -> TimeValue:
    """The interval between a date and the same date moved, which is not part of it itself."""
    if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
        raise InputError(
            f"expected a duration in units of the date or larger, found {text!r}: a day has no "
            "hour to count from"
        )
    if start.clock is None:
        if start.month is not None and start.month > DECEMBER:
            raise InputError(
                f"expected a year, month, day or time beside a duration, found {text!r}"
            )
        one = Duration(**{_unit_name(start): 1})
        start, end = (shift(start, one), end) if from_end else (start, shift(end, -one))
    if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
        raise InputError(f"expected a duration that leads to a date, found {text!r}")
    try:
        return Interval.of(start, end)
    except ValidationError as error:
        raise InputError(f"expected a duration of at least one unit, found {text!r}") from error


def _unit_name(value: PartialDate) -> str:
    if value.day is not None:
        return "days"
    return "years" if value.month is None else "months"


def _iso_date(text: str) -> PartialDate | Interval:
    if match := _BASIC_DAY.fullmatch(text):
        return _one(f"{match[1]}-{match[2]}-{match[3]}")
    if match := _WEEK.fullmatch(text):
        return _week_date(text, int(match[1]), int(match[2]), match[3])
    if match := _DAY_OF_YEAR.fullmatch(text):
        return _ordinal_date(text, int(match[1]), int(match[2]))
    day, mark, time = text.partition("T")
    if mark and _HOUR.fullmatch(time):
        return _hour(day, time)
    if mark and _LEAP_SECOND.search(time):
        raise InputError(f"expected seconds from 00 to 59, EDTF has no leap second, found {text!r}")
    if mark and (basic := _BASIC_TIME.fullmatch(time)):
        hour, minute, second, zone = basic.groups()
        time = ":".join(part for part in (hour, minute, second) if part)
        time += f"{zone[:3]}:{zone[3:]}" if zone and len(zone) == _ZONE_LENGTH else zone or ""
    if mark:
        return _one(f"{_iso_date(day)}T{time}")
    return _one(text)


def _hour(day: str, time: str) -> Interval:
    """An hour without minutes, which EDTF writes as the interval from hour to hour."""
    zone = time[2:]
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == _ZONE_LENGTH else zone
    start = _one(f"{_iso_date(day)}T{time[:2]}:00{zone}")
    if time.startswith("24"):
        raise InputError(f"expected an hour from 00 to 23, found {time!r}")
    end = shift(start, Duration(hours=1))
    return Interval.of(start, _one(str(end)))


def _one(text: str) -> PartialDate:
    value = parse_edtf(text)
    if not isinstance(value, PartialDate):
        raise InputError(f"expected one date, found {text!r}")
    return value


def _week_date(text: str, year: int, week: int, weekday: str | None) -> PartialDate | Interval:
    try:
        first = date.fromisocalendar(year, week, int(weekday or 1))
        if weekday:
            return _on(first)
        return Interval(_on(first), _on(date.fromisocalendar(year, week, 7)))
    except ValueError as error:
        raise InputError(f"expected a week that the year has, found {text!r}") from error


def _ordinal_date(text: str, year: int, number: int) -> PartialDate:
    first = PartialDate(year)
    length = (first.span()[1] - first.span()[0]) // 86_400
    if not 1 <= number <= length:
        raise InputError(f"expected a day from 001 to {length} of {year:04d}, found {text!r}")
    day = shift(PartialDate(year, 1, 1), Duration(days=number - 1))
    return _one(str(day))


def to_iso(value: TimeValue | Duration) -> str:
    """The value as ISO 8601-1 text, which has neither marks nor masked digits.

    Raises:
        FormatError: the value needs more than part 1 of the standard has.

    >>> to_iso(PartialDate(2023, 11)), to_iso(Duration(decades=1))
    ('2023-11', 'P10Y')
    """
    match value:
        case Duration() if not value.is_vague:
            return value.to_iso()
        case PartialDate() if _is_plain(value):
            return value.to_edtf()
        case Interval(start=PartialDate() as start, end=PartialDate() as end) if _is_plain(
            start
        ) and _is_plain(end):
            return value.to_edtf()
        case Interval() if isinstance(value.start, Bound) or isinstance(value.end, Bound):
            raise FormatError(
                f"expected an interval with two dates, part 1 has no other, found {value}"
            )
        case _:
            raise FormatError(f"expected a value without marks, masks or sets, found {value}")


def _is_plain(value: PartialDate) -> bool:
    far = not 0 <= value.year <= 9999  # noqa: PLR2004 - four digits
    season = value.month is not None and value.month > 12  # noqa: PLR2004 - months of a year
    return value.digits is None and value.qualifiers is None and not far and not season


def _on(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
