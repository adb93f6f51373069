"""The TimeML ``value`` grammar: what may be written, how the library's values are put into it.

The grammar is that of the TimeML 1.2.1 schema with two things more, which the validator of
TempEval-3 takes too: years before the common era (``BC0044``) and fractions of the smallest unit of
a length (``P6.5M``).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

import attrs

from ciie_timeline.errors import InputError
from ciie_timeline.values import Duration, PartialDate
from ciie_timeline.values.convert import from_timex

TYPES: Final = ("DATE", "TIME", "DURATION", "SET")
MODS: Final = (
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
    "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
)  # fmt: skip

_YEAR: Final = "[0-9X]{1,4}"
_CLOCK: Final = "T(?:[0-9]{2}(?::[0-9]{2}(?::[0-9]{2})?)?|MO|MI|AF|EV|NI|DT)"
_COUNT: Final = r"(?:[0-9]+(?:\.[0-9]+)?|X{1,2})"
_LENGTH: Final = (
    f"P(?:{_COUNT}[WLECQ]|(?=.)"
    + "".join(f"(?:{_COUNT}{letter})?" for letter in "YMD")
    + "(?:T(?=.)"
    + "".join(f"(?:{_COUNT}{letter})?" for letter in "HMS")
    + ")?)"
)
_VALUE: Final = re.compile(
    "|".join(
        (
            f"(?:BC)?{_YEAR}(?:-[0-9X]{{1,2}}(?:-[0-9X]{{1,2}})?)?",
            f"(?:{_YEAR}-[0-9X]{{1,2}}-[0-9X]{{1,2}})?{_CLOCK}",
            f"{_YEAR}-W[0-9X]{{1,2}}(?:-(?:[1-7X]|WE))?",
            f"{_YEAR}-W[0-9X]{{1,2}}-[1-7X]{_CLOCK}",
            f"{_YEAR}-(?:SP|SU|FA|WI|H[12X]|Q[1-4X])",
            "(?:PAST|PRESENT|FUTURE)_REF",
            _LENGTH,
        )
    )
)
#: What the library writes with two letters, as TIMEX2 did, the schema writes with one.
_LETTERS: Final = {"ML": "L", "CE": "C", "DE": "E"}
_LARGE: Final = re.compile(f"(P{_COUNT})({'|'.join(_LETTERS)})")
_LARGE_READ: Final = re.compile(f"(P{_COUNT})([{''.join(_LETTERS.values())}])")
#: By the shape of a value: how many months of it make one, and the letter that counts them.
_MONTHS: Final = {
    **dict.fromkeys(("9999", "999", "99"), (12, "Y")),
    **dict.fromkeys(("9999-99", "9999-H9"), (1, "M")),
    **dict.fromkeys((f"9999-{season}" for season in ("SP", "SU", "FA", "WI")), (1, "M")),
    "9999-Q9": (3, "Q"),
}
_WEEKLY: Final = "9999-W99"
_OFFSET: Final = re.compile(r"(.*T[\d:]+)(?:Z|[+-]\d\d:\d\d)")


def is_value(text: str) -> bool:
    """Whether a text is a TimeML value.

    >>> is_value("2023-W44"), is_value("P2E"), is_value("2023-11-05/2023-11-10")
    (True, True, False)
    """
    return _VALUE.fullmatch(text) is not None


def written(value: str) -> str | None:
    """A value of the library as TimeML writes it; None where TimeML has no value for it.

    Decades, centuries and millennia have one letter.  Weeks beside other units become days,
    quarters beside other units months.  Clock times have no offset there.

    >>> written("P1CE"), written("P2W3D"), written("2023-11-05"), written("-P3D")
    ('P1C', 'P17D', '2023-11-05', None)
    >>> written("2023-11-05T09:00+08:00")
    '2023-11-05T09:00'
    """
    local = _OFFSET.fullmatch(value)
    if local is not None:
        value = local[1]
    large = _LARGE.fullmatch(value)
    if large is not None:
        return large[1] + _LETTERS[large[2]]
    if is_value(value):
        return value
    try:
        length = Duration.parse(Duration.parse(value).to_iso())
    except InputError:
        return None
    if length.weeks is None or length.days is None:
        length = attrs.evolve(length, weeks=0, days=None)
    else:
        length = attrs.evolve(length, weeks=0, days=length.days + 7 * length.weeks)
    text = length.to_timex()
    return text if is_value(text) else None


def understood(value: str) -> str:
    """A TimeML value as the library writes it: both spellings of large units are one.

    >>> understood("P1C"), understood("PXE"), understood("2023-11")
    ('P1CE', 'PXDE', '2023-11')
    """
    large = _LARGE_READ.fullmatch(value)
    if large is None:
        return value
    letters = {short: long for long, short in _LETTERS.items()}
    return large[1] + letters[large[2]]


def days_of(value: str) -> tuple[date, date] | None:
    """The first and the last day of a value; None when it has no place in time.

    >>> days_of("2023-Q3")
    (datetime.date(2023, 7, 1), datetime.date(2023, 9, 30))
    """
    if "X" in value:
        return None
    try:
        found = from_timex(value)
    except InputError:
        return None
    if isinstance(found, Duration):
        return None
    first, last = found.earliest, found.latest
    return (first, last) if isinstance(first, date) and isinstance(last, date) else None


def stretch(first: str, last: str) -> str | None:
    """The length from one value to another, both included; up to it for clock times.

    Years, quarters, months and weeks are counted as such where both ends fit, else days are.  None
    when a value has no place in time, or the last is before the first.

    >>> stretch("1992", "1995"), stretch("2023-11-05", "2023-11-10"), stretch("2020-03", "2021")
    ('P4Y', 'P6D', 'P22M')
    >>> stretch("2023-11-04T09:30", "2023-11-04T11:00")
    'PT1H30M'
    """
    if "T" in first or "T" in last:
        return _between_clocks(first, last)
    begin, end = days_of(first), days_of(last)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    shapes = [re.sub("[0-9]", "9", each) for each in (first, last)]
    if all(shape in _MONTHS for shape in shapes):
        months = (end[1].year - begin[0].year) * 12 + end[1].month - begin[0].month + 1
        units = {_MONTHS[shape] for shape in shapes}
        size, letter = units.pop() if len(units) == 1 else (1, "M")
        return f"P{months // size}{letter}"
    days = (end[1] - begin[0]).days + 1
    return f"P{days // 7}W" if shapes == [_WEEKLY, _WEEKLY] else f"P{days}D"


def _between_clocks(first: str, last: str) -> str | None:
    begin, end = _instant(first), _instant(last)
    if begin is None or end is None or begin >= end:
        return None
    seconds = int((end - begin).total_seconds())
    return Duration(
        hours=seconds // 3600, minutes=seconds // 60 % 60, seconds=seconds % 60
    ).to_timex()


def _instant(value: str) -> datetime | None:
    """The moment that a value names by day and clock."""
    try:
        found = from_timex(value)
    except InputError:
        return None
    if not isinstance(found, PartialDate) or found.clock is None:
        return None
    return found.interval[0] if found.interval else None
