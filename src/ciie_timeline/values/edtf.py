"""Reading Extended Date/Time Format text, levels 0, 1 and 2 of ISO 8601-2:2019.

Beyond the standard's levels only this is read: clock times without seconds, and intervals whose
ends have clock times.  Years may have at most a hundred digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ciie_timeline.errors import EdtfError
from ciie_timeline.values.components import Clock, Mask, Qualifiers, Scale
from ciie_timeline.values.days import is_leap, month_length
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER, SEASONS, shape
from ciie_timeline.values.sets import AllOf, MemberRange, OneOf
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.sets import Member
    from ciie_timeline.values.union import Notation

MOST_DIGITS: Final = 100

_PLAIN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MARK: Final = "([?~%]?)"
_MARKED: Final = re.compile(
    f"{_MARK}(-?[0-9X]{{4}}){_MARK}"
    f"(?:-{_MARK}([0-9X]{{2}}){_MARK}(?:-{_MARK}([0-9X]{{2}}){_MARK})?)?"
)
_FAR: Final = re.compile(
    f"{_MARK}(?:Y(-?[1-9][0-9]*)(?:E([1-9][0-9]*))?|(-?[0-9]{{4}}))(?:S([1-9][0-9]*))?{_MARK}"
)
_TIMED: Final = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)

_SURE: Final = re.compile("[?~%]?-?[0-9]{4}S([1-9][0-9]*[?~%]?)?")
_SURE_BEHIND_MARK: Final = re.compile("[?~%]?-?[0-9]{4}[?~%]S")

_YEAR_WANTED: Final = "a year of four digits (X for a masked one), or Y before a longer year"
_MONTH_WANTED: Final = "a month from 01 to 12 or a part of a year from 21 to 41"
# What follows what in a date; an empty expectation is optional.
_STEPS: Final = tuple(
    (re.compile(pattern), wanted)
    for pattern, wanted in (
        ("[?~%]?", ""),
        ("-?[0-9X]{4}(?![0-9X])", _YEAR_WANTED),
        ("[?~%]?", ""),
        ("-", "a hyphen and a month, or the end"),
        ("[?~%]?", ""),
        ("[0-9X]{2}(?![0-9X])", "a month of two digits (X for a masked one)"),
        ("[?~%]?", ""),
        ("-", "a hyphen and a day, or the end"),
        ("[?~%]?", ""),
        ("[0-9X]{2}(?![0-9X])", "a day of two digits (X for a masked one)"),
        ("[?~%]?", ""),
        ("T", "a clock time after T, or the end"),
        ("[0-9]{2}", "an hour of two digits"),
        (":", "a colon and minutes"),
        ("[0-9]{2}", "minutes of two digits"),
        ("(:[0-9]{2})?", ""),
        ("Z|[+-][0-9]{2}(:[0-9]{2})?", "seconds, an offset such as Z or +08:00, or the end"),
    )
)
_FAR_STEPS: Final = tuple(
    (re.compile(pattern), wanted)
    for pattern, wanted in (
        ("[?~%]?Y-?", ""),
        ("[1-9][0-9]*", "a year without leading zeros"),
        ("(E[1-9][0-9]*)?", ""),
        ("(S[1-9][0-9]*)?", ""),
        ("[?~%]?", ""),
    )
)


def parse_edtf(text: str) -> Notation:
    """Read one EDTF value: a date, an interval, or a set of dates.

    Levels 0, 1 and 2 of ISO 8601-2:2019, checked against the calendar.  Clock times may leave out
    the seconds, and the ends of an interval may have clock times.  White space is not skipped.

    Args:
        text: such as ``2023-11-05``, ``1984~``, ``201X``, ``2018/..``, ``[1667,1670..1672]``.

    Returns:
        A ``PartialDate``, ``Interval``, ``OneOf`` or ``AllOf`` whose ``to_edtf()`` is the text.

    Raises:
        EdtfError: the text is no EDTF value; it names the text, the position and what was expected.

    >>> parse_edtf("2023-11-05/2023-11-10").latest
    datetime.date(2023, 11, 10)
    >>> parse_edtf("2004-06-~11").approximate
    True
    >>> parse_edtf("2001-02-29")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.EdtfError: not an EDTF value: '2001-02-29' at position 8: ...
    """
    match = _PLAIN.fullmatch(text)
    if match is not None:
        return _plain(text, 0, match)
    if "/" in text:
        return _interval(text)
    if text.startswith("["):
        return OneOf(_members(text, "]"))
    if text.startswith("{"):
        return AllOf(_members(text, "}"))
    return _date(text, 0, len(text))


def _interval(text: str) -> Interval:
    cut = text.index("/")
    further = text.find("/", cut + 1)
    if further >= 0:
        raise EdtfError(text, further, "the end: an interval has one slash")
    if text == "/":
        raise EdtfError(text, 0, "a date or .. on at least one side of the slash")
    value = Interval(_end(text, 0, cut), _end(text, cut + 1, len(text)))
    if not value.is_ordered():
        raise EdtfError(text, cut + 1, f"an end that is not before {text[:cut]}")
    return value


def _end(text: str, start: int, stop: int) -> PartialDate | Bound:
    if start == stop:
        return Bound.UNKNOWN
    if stop - start == 2 and text.startswith("..", start):  # noqa: PLR2004 - two dots
        return Bound.OPEN
    return _date(text, start, stop)


def _members(text: str, closing: str) -> tuple[Member, ...]:
    if not text.endswith(closing):
        raise EdtfError(text, len(text), f"{closing} at the end")
    members = []
    start, last = 1, len(text) - 1
    while start <= last:
        stop = text.find(",", start)
        stop = last if stop < 0 else stop
        members.append(_member(text, start, stop))
        if isinstance(members[-1], MemberRange):
            _check_place(text, members[-1], start, stop)
        start = stop + 1
    return tuple(members)


def _member(text: str, start: int, stop: int) -> Member:
    dots = text.find("..", start, stop)
    if dots < 0:
        return _undated_clock(text, start, stop)
    if stop - start == 2:  # noqa: PLR2004 - two dots
        raise EdtfError(text, start, "a date before or after the two dots")
    first = _range_end(text, start, dots)
    last = _range_end(text, dots + 2, stop)
    if isinstance(first, PartialDate) and isinstance(last, PartialDate):
        _check_range(text, dots + 2, first, last)
    return MemberRange(first, last)


def _check_place(text: str, member: MemberRange, start: int, stop: int) -> None:
    if member.start is Bound.OPEN and start != 1:
        raise EdtfError(text, start, "a range open to the past as the first member only")
    if member.end is Bound.OPEN and stop != len(text) - 1:
        raise EdtfError(text, stop, "a range open to the future as the last member only")


def _range_end(text: str, start: int, stop: int) -> PartialDate | Bound:
    if start == stop:
        return Bound.OPEN
    date = _undated_clock(text, start, stop)
    if date.digits is not None:
        raise EdtfError(text, start, "a range that ends in dates without masked digits or E and S")
    return date


def _check_range(text: str, at: int, first: PartialDate, last: PartialDate) -> None:
    if shape(first.month, first.day) != shape(last.month, last.day):
        raise EdtfError(text, at, f"a date of the same precision as {first}")
    if first.span()[0] > last.span()[0]:
        raise EdtfError(text, at, f"a date that is not before {first}")


def _undated_clock(text: str, start: int, stop: int) -> PartialDate:
    date = _date(text, start, stop)
    if date.clock is not None:
        raise EdtfError(text, text.index("T", start), "a date without a clock time in a set")
    return date


def _date(text: str, start: int, stop: int) -> PartialDate:
    part = text[start:stop]
    match = _PLAIN.fullmatch(part)
    if match is not None:
        return _plain(text, start, match)
    match = _MARKED.fullmatch(part)
    if match is not None:
        return _marked(text, start, match)
    match = _TIMED.fullmatch(part)
    if match is not None:
        return _timed(text, start, match)
    match = _FAR.fullmatch(part)
    if match is not None:
        return _far(text, start, match)
    raise _fault(text, start, stop)


def _plain(text: str, at: int, match: re.Match[str]) -> PartialDate:
    return PartialDate(*_calendar(text, at, match, (1, 2, 3)))


def _calendar(
    text: str, at: int, match: re.Match[str], groups: tuple[int, int, int]
) -> tuple[int, int | None, int | None]:
    """Year, month and day without masked digits, which the calendar must have."""
    year_, month_, day_ = match.group(*groups)
    year = int(year_)
    if month_ is None:
        return year, None, None
    month = int(month_)
    if day_ is None:
        if not (1 <= month <= DECEMBER or month in SEASONS):
            raise EdtfError(text, at + match.start(groups[1]), _MONTH_WANTED)
        return year, month, None
    day = int(day_)
    if not 1 <= month <= DECEMBER:
        raise EdtfError(text, at + match.start(groups[1]), "a month from 01 to 12")
    if not 1 <= day <= month_length(year, month):
        wanted = f"a day from 01 to {month_length(year, month)}"
        raise EdtfError(text, at + match.start(groups[2]), wanted)
    return year, month, day


def _marked(text: str, at: int, match: re.Match[str]) -> PartialDate:
    if match[2] == "-0000":
        raise EdtfError(text, at + match.start(2), "0000, the year 0 has no sign")
    if "X" in match[0]:
        return _masked(text, at, match)
    return PartialDate(*_calendar(text, at, match, (2, 5, 8)), qualifiers=_qualifiers(match))


def _masked(text: str, at: int, match: re.Match[str]) -> PartialDate:
    year_, month_, day_ = match.group(2, 5, 8)
    mask = Mask(*(part if part and "X" in part else None for part in (year_, month_, day_)))
    date = PartialDate(
        int(year_.replace("X", "0")),
        int(month_) if month_ and not mask.month else None,
        int(day_) if day_ and not mask.day else None,
        qualifiers=_qualifiers(match),
        digits=mask,
    )
    if month_ and not (
        (date.month in SEASONS and not day_)
        or any(1 <= (month or 0) <= DECEMBER for month in mask.months(date.month))
    ):
        wanted = "a month from 01 to 12" if day_ else _MONTH_WANTED
        raise EdtfError(text, at + match.start(5), wanted)
    if day_ and not _day_exists(mask, date):
        raise EdtfError(text, at + match.start(8), f"a day that {month_} has in {year_}")
    return date


def _qualifiers(match: re.Match[str]) -> Qualifiers | None:
    marks = match.group(1, 4, 7, 3, 6, 9)
    if not any(marks):
        return None
    b1, b2, b3, a1, a2, a3 = (mark or "" for mark in marks)
    return Qualifiers((b1, b2, b3), (a1, a2, a3))


def _day_exists(mask: Mask, date: PartialDate) -> bool:
    """Whether any date fits; years are searched only where 29 February alone fits."""
    common, leap = 2001, 2000

    def fits(year: int) -> bool:
        return any(
            day for month in mask.months(date.month) for day in mask.days(year, month, date.day)
        )

    return fits(common) or (fits(leap) and any(is_leap(year) for year in mask.years(date.year)))


def _timed(text: str, at: int, match: re.Match[str]) -> PartialDate:
    date = _date(text, at, at + match.end(1))
    hour, minute = int(match[2]), int(match[3])
    second = None if match[4] is None else int(match[4])
    zone = match[5] or ""
    midnight = hour == 24 and minute == 0 and not second  # noqa: PLR2004 - the end of the day
    if hour > 23 and not midnight:  # noqa: PLR2004 - hours of a day
        raise EdtfError(text, at + match.start(2), "an hour from 00 to 23, or 24:00")
    if minute > 59:  # noqa: PLR2004 - minutes of an hour
        raise EdtfError(text, at + match.start(3), "minutes from 00 to 59")
    if second is not None and second > 59:  # noqa: PLR2004 - seconds of a minute
        raise EdtfError(text, at + match.start(4), "seconds from 00 to 59")
    if zone in ("-00", "-00:00") or zone[1:3] > "23" or zone[4:6] > "59":
        raise EdtfError(text, at + match.start(5), "an offset up to 23:59, +00:00 without minus")
    return PartialDate(date.year, date.month, date.day, clock=Clock(hour, minute, second, zone))


def _far(text: str, at: int, match: re.Match[str]) -> PartialDate:
    before, long, power, short, sure, after = match.groups()
    digits = (long or short).lstrip("-")
    exponent = int(power) if power and len(power) <= len(str(MOST_DIGITS)) else 0
    if len(digits) + exponent > MOST_DIGITS or (power and not exponent):
        raise EdtfError(text, at, f"a year of at most {MOST_DIGITS} digits")
    if long and not power and len(digits) < 5:  # noqa: PLR2004 - Y is for more than four
        raise EdtfError(text, at + match.start(2), "at least five digits after Y")
    year = int(long or short) * 10**exponent
    known = len(str(abs(year)))
    if sure and (not year or len(sure) > len(str(known)) or int(sure) > known):
        raise EdtfError(
            text, at + match.start(5), f"a number of significant digits from 1 to {known}"
        )
    scale = Scale(exponent, int(sure) if sure else None)
    marked = bool(before or after)
    return PartialDate(
        year,
        qualifiers=Qualifiers((before, "", ""), (after, "", "")) if marked else None,
        digits=scale if exponent or sure else None,
    )


def _fault(text: str, start: int, stop: int) -> EdtfError:
    """Say where a date stops making sense and what would have been right there."""
    dots = text.find("..", start, stop)
    if dots >= 0:
        return EdtfError(
            text, dots, "no dots inside a date: a range stands in [ ] or { }, or has /"
        )
    sure = _SURE.match(text, start, stop)
    if sure is not None:
        at = sure.end()
        wanted = "the number of significant digits after S, from 1"
        return EdtfError(text, at, "the end" if sure[1] else wanted)
    marked = _SURE_BEHIND_MARK.match(text, start, stop)
    if marked is not None:
        return EdtfError(text, marked.end() - 1, "S and its digits before the mark")
    steps = _FAR_STEPS if text.startswith(("Y", "?Y", "~Y", "%Y"), start, stop) else _STEPS
    for pattern, wanted in steps:
        match = pattern.match(text, start, stop)
        if match is None:
            return EdtfError(text, start, wanted)
        start = match.end()
    return EdtfError(text, start, "the end")
