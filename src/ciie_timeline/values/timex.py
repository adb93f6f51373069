"""TimeML TIMEX3 ``value`` texts and the time values they stand for.

What a value cannot say is left to the other attributes of a TIMEX3: ``mod`` for marks, begin and
end points for ranges.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from ciie_timeline.errors import EdtfError, FormatError, InputError
from ciie_timeline.values.components import Mask, Scale
from ciie_timeline.values.days import civil
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.edtf import parse_edtf
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER
from ciie_timeline.values.spans import clocked
from ciie_timeline.values.temporal import DAY_SECONDS
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.union import TimeValue

_REFERENCES: Final = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
_WEEK: Final = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE|-[1-7])?")
_PART: Final = re.compile(r"(-?[0-9X]{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_SHORT: Final = re.compile(r"[0-9]{1,3}")
_BEFORE_CHRIST: Final = re.compile(r"BC([0-9]{1,4})")
_HOUR: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:([0-9]{2})|(MO|MI|AF|EV|NI|DT))")
_CODES: Final = {
    "SP": 21,
    "SU": 22,
    "FA": 23,
    "WI": 24,
    **{f"Q{place}": 32 + place for place in (1, 2, 3, 4)},
    **{f"H{place}": 39 + place for place in (1, 2)},
}
# Northern and southern seasons have the same letters.
_LETTERS: Final = {
    **{code: name for name, code in _CODES.items()},
    **{base + place: ("SP", "SU", "FA", "WI")[place] for base in (25, 29) for place in range(4)},
}
# First and last hour of a part of a day; the part before noon ends at noon.
_HOURS: Final = {
    "MO": (8, 12),
    "MI": (12, 13),
    "AF": (12, 16),
    "EV": (16, 20),
    "NI": (20, 24),
    "DT": (8, 18),
}
_NAMES: Final = {hours: name for name, hours in _HOURS.items()}
_WEEKEND: Final = 6


def from_timex(value: str) -> TimeValue | Duration:
    """The time value, or the duration, of a TIMEX3 ``value``.

    Decades, centuries and millennia (``198``, ``19``, ``1``) are masked years; weeks, weekends and
    parts of a day come as intervals.  Seasons are northern; a morning is 08 to 12, an afternoon 12
    to 16, an evening 16 to 20, a night 20 to 24, the working day 08 to 18.

    Args:
        value: such as ``2023-11-05``, ``2023-W44``, ``2023-Q3``, ``2023-SP``, ``198``, ``P5Y``,
            ``2023-11-05TMO``.

    Raises:
        InputError: a value without a place in time (``PRESENT_REF``, a clock time without a day)
            or none at all.

    >>> str(from_timex("2023-Q3")), str(from_timex("198")), str(from_timex("2023-11-05TMO"))
    ('2023-35', '198X', '2023-11-05T08:00/2023-11-05T12:00')
    """
    if value in _REFERENCES:
        raise InputError(f"expected a value with a place in time, found {value!r}")
    if value.startswith("P"):
        return Duration.parse(value)
    for pattern, read in (
        (_WEEK, _week),
        (_PART, _part),
        (_HOUR, _hours),
        (_BEFORE_CHRIST, _before_christ),
        (_SHORT, _masked),
    ):
        match = pattern.fullmatch(value)
        if match is not None:
            return read(match)
    try:
        return parse_edtf(value)
    except EdtfError as error:
        raise InputError(f"expected a TIMEX3 value such as '2023-W44', found {value!r}") from error


def to_timex(value: TimeValue | Duration) -> str:
    """The TIMEX3 ``value`` text; marks are left to ``timex_mod``.

    Raises:
        FormatError: TimeML has no single value for it (a range has two).

    >>> to_timex(PartialDate(2023, 35)), to_timex(Duration(years=None))
    ('2023-Q3', 'PXY')
    """
    match value:
        case Duration():
            return value.to_timex()
        case PartialDate():
            return _date_text(value)
        case Interval(start=PartialDate() as start, end=PartialDate() as end):
            text = _stretch_text(value, start, end)
            if text is not None:
                return text
    raise FormatError(
        f"expected a date, a week or a part of a day for a TIMEX3 value, found {value}"
    )


def timex_mod(value: TimeValue) -> str | None:
    """The TIMEX3 attribute ``mod``: ``APPROX`` for a date that is marked ``~`` or ``%``.

    >>> timex_mod(PartialDate(1984).qualified("~"))
    'APPROX'
    """
    return "APPROX" if isinstance(value, PartialDate) and value.approximate else None


def _week(match: re.Match[str]) -> PartialDate | Interval:
    year, week, part = int(match[1]), int(match[2]), match[3]
    try:
        monday = date.fromisocalendar(year, week, 1).toordinal()
    except ValueError as error:
        raise InputError(f"expected a week that the year has, found {match[0]!r}") from error
    if part is not None and part != "-WE":
        return PartialDate(*civil(monday + int(part[1]) - 1))
    first = monday + _WEEKEND - 1 if part else monday
    return Interval(PartialDate(*civil(first)), PartialDate(*civil(monday + 6)))


def _part(match: re.Match[str]) -> TimeValue:
    try:
        return parse_edtf(f"{match[1]}-{_CODES[match[2]]}")
    except EdtfError as error:
        raise InputError(f"expected a part of a year, found {match[0]!r}") from error


def _hours(match: re.Match[str]) -> Interval:
    try:
        day = parse_edtf(match[1]).span()[0]
    except EdtfError as error:
        raise InputError(f"expected a day that exists, found {match[0]!r}") from error
    first, last = _HOURS[match[3]] if match[3] else (int(match[2]), int(match[2]) + 1)
    if isinstance(day, Bound) or last > 24:  # noqa: PLR2004 - hours of a day
        raise InputError(f"expected an hour from 00 to 23, found {match[0]!r}")
    return Interval(clocked(day + first * 3600), clocked(day + last * 3600))


def _before_christ(match: re.Match[str]) -> PartialDate:
    if int(match[1]) == 0:
        raise InputError(f"expected a year from BC1, found {match[0]!r}")
    return PartialDate(1 - int(match[1]))


def _masked(match: re.Match[str]) -> PartialDate:
    return PartialDate(int(f"{match[0]:0<4}"), digits=Mask(year=f"{match[0]:X<4}"))


def _date_text(date: PartialDate) -> str:
    text = date.qualified("").to_edtf() if date.qualifiers else date.to_edtf()
    if isinstance(date.digits, Scale) or text.startswith("Y") or date.month in (37, 38, 39):
        raise FormatError(f"expected a year of four digits for a TIMEX3 value, found {date}")
    if date.month is not None and date.month > DECEMBER:
        return f"{text[:-3]}-{_LETTERS[date.month]}"
    if (
        date.mask is not None
        and date.components == 1
        and not text.startswith("-")
        and "X" not in text.rstrip("X")
    ):
        return text.rstrip("X") or text
    return text


def _stretch_text(value: Interval, start: PartialDate, end: PartialDate) -> str | None:
    """A week, a weekend, an hour or a part of a day."""
    first, last = (edge for edge in value.span() if not isinstance(edge, Bound))
    if start.day is None or start.has_offset or end.has_offset or start.digits or end.digits:
        return None
    number = first // DAY_SECONDS
    if start.clock is not None and end.clock is not None:
        hours = (first % DAY_SECONDS // 3600, (last - number * DAY_SECONDS) // 3600)
        whole = first % 3600 == 0 and last % 3600 == 0
        name = _NAMES.get(hours, f"{hours[0]:02d}" if hours[1] == hours[0] + 1 else None)
        return f"{PartialDate(*civil(number))}T{name}" if whole and name else None
    length, weekday = (last - first) // DAY_SECONDS, (number - 1) % 7 + 1
    if not 1 <= start.year <= 9999 or (length, weekday) not in ((7, 1), (2, _WEEKEND)):  # noqa: PLR2004
        return None
    year, week, _ = date.fromordinal(number).isocalendar()
    return f"{year:04d}-W{week:02d}" + ("" if weekday == 1 else "-WE")
