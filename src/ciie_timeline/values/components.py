"""What a date carries besides year, month and day: clock, qualifiers, masked digits, scale."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from attrs import frozen

from ciie_timeline.values.days import month_length
from ciie_timeline.values.seasons import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.values.seasons import Civil

_DIGITS: Final = "0123456789"
_MONTHS: Final = range(1, 13)
_UNCERTAIN: Final = "?%"
_APPROXIMATE: Final = "~%"


@frozen
class Clock:
    """A time of day, as written; the constructor checks nothing.

    Args:
        hour: 0 to 23, or 24 with minute and second 0 for the end of the day.
        minute: 0 to 59.
        second: 0 to 59, or None for a time of minute precision.
        zone: the offset from UTC as text (``Z``, ``-04``, ``+04:30``); empty for local time.

    >>> str(Clock(23, 20, 30, "-04")), Clock(9, 0).length, Clock(9, 0, zone="+05:30").offset
    ('23:20:30-04', 60, 330)
    """

    hour: int
    minute: int
    second: int | None = None
    zone: str = ""

    @property
    def seconds(self) -> int:
        """Seconds since the start of the day.

        >>> Clock(1, 1, 1).seconds
        3661
        """
        return self.hour * 3600 + self.minute * 60 + (self.second or 0)

    @property
    def length(self) -> int:
        """How long the named time lasts in seconds: a minute or a second.

        >>> Clock(1, 1, 1).length
        1
        """
        return 60 if self.second is None else 1

    @property
    def offset(self) -> int | None:
        """Minutes east of UTC, or None for local time.

        >>> Clock(9, 0, zone="Z").offset, Clock(9, 0).offset
        (0, None)
        """
        if not self.zone:
            return None
        if self.zone == "Z":
            return 0
        minutes = int(self.zone[1:3]) * 60 + int(self.zone[4:6] or 0)
        return -minutes if self.zone[0] == "-" else minutes

    def __str__(self) -> str:
        text = f"{self.hour:02d}:{self.minute:02d}"
        return (
            f"{text}{self.zone}" if self.second is None else f"{text}:{self.second:02d}{self.zone}"
        )


@frozen
class Qualifiers:
    """The marks ``?`` (uncertain), ``~`` (approximate) and ``%`` (both), and where they stand.

    A mark before a component qualifies that one; a mark after a component qualifies it and all
    to its left (ISO 8601-2, 8.4.2).  No mark ever moves a bound.

    Args:
        before: the marks before year, month and day; an empty text for none.
        after: the marks after them.

    >>> Qualifiers(before=("", "", "~"), after=("?", "", "")).effective()
    ('?', '', '~')
    """

    before: tuple[str, str, str] = ("", "", "")
    after: tuple[str, str, str] = ("", "", "")

    @classmethod
    def whole(cls, mark: str, components: int) -> Qualifiers:
        """One mark behind the last of 1, 2 or 3 components, so that it qualifies them all.

        >>> Qualifiers.whole("~", 2).after
        ('', '~', '')
        """
        first, second, third = (mark if place == components else "" for place in (1, 2, 3))
        return cls(after=(first, second, third))

    @classmethod
    def placed(cls, marks: Sequence[str]) -> Qualifiers | None:
        """The canonical places for the marks of year, month and day; None when there are none.

        One mark behind all components from the first that share it, one before each other.

        Args:
            marks: for one, two or three components the mark that holds for each.

        >>> join(("2004", "06", "11"), Qualifiers.placed(("~", "~", "?")))
        '2004-06~-?11'
        """
        shared = next((n for n, mark in enumerate(marks) if mark != marks[0]), len(marks))
        if not any(marks):
            return None
        places = range(3)
        first, second, third = (
            marks[n] if shared <= n < len(marks) or (not marks[0] and n < len(marks)) else ""
            for n in places
        )
        after = cls.whole(marks[0], shared).after
        return cls((first, second, third), after)

    def effective(self) -> tuple[str, str, str]:
        """The mark that holds for year, month and day in the end.

        >>> Qualifiers(before=("?", "", ""), after=("", "~", "")).effective()
        ('%', '~', '')
        """
        first, second, third = (
            merged(self.before[place], *self.after[place:]) for place in range(3)
        )
        return first, second, third

    def overall(self) -> str:
        """One mark for all that the marks say together.

        >>> Qualifiers(before=("?", "", ""), after=("", "~", "")).overall()
        '%'
        """
        return merged(*self.before, *self.after)

    def has(self, mark: str) -> bool:
        """Whether any component is uncertain (``?``) or approximate (``~``).

        >>> Qualifiers.whole("%", 1).has("~")
        True
        """
        wanted = _UNCERTAIN if mark == "?" else _APPROXIMATE
        return any(sign in wanted for sign in (*self.before, *self.after) if sign)


def merged(*marks: str) -> str:
    """One mark for all that several marks say together.

    >>> merged("?", "", "~"), merged("", "")
    ('%', '')
    """
    uncertain = any(mark in _UNCERTAIN for mark in marks if mark)
    approximate = any(mark in _APPROXIMATE for mark in marks if mark)
    return {(True, True): "%", (True, False): "?", (False, True): "~"}.get(
        (uncertain, approximate), ""
    )


@frozen
class Scale:
    """How a year is written beyond its value: exponent and significant digits.

    Args:
        exponent: the ``E`` part; 0 when there is none.
        significant: the ``S`` part, how many leading digits are sure; None when there is none.

    >>> Scale(exponent=7).text(170_000_000), Scale(significant=2).years(1950)
    ('Y17E7', (1900, 1999))
    """

    exponent: int = 0
    significant: int | None = None

    def text(self, year: int) -> str:
        """The year as EDTF text.

        >>> Scale(exponent=2, significant=3).text(338_800)
        'Y3388E2S3'
        """
        sign, digits = ("-" if year < 0 else ""), abs(year)
        if self.exponent:
            text = f"Y{sign}{digits // 10**self.exponent}E{self.exponent}"
        else:
            text = f"{'Y' if digits > 9999 else ''}{sign}{digits:04d}"  # noqa: PLR2004 - four digits
        return text if self.significant is None else f"{text}S{self.significant}"

    def unknown(self, year: int) -> int:
        """How many digits of the year are not significant.

        >>> Scale(significant=3).unknown(1953)
        1
        """
        return 0 if self.significant is None else len(str(abs(year))) - self.significant

    def years(self, year: int) -> tuple[int, int]:
        """The first and the last year that share the significant digits.

        >>> Scale(significant=3).years(-1953)
        (-1959, -1950)
        """
        unit = 10 ** self.unknown(year)
        low = abs(year) // unit * unit
        high = low + unit - 1
        return (low, high) if year >= 0 else (-high, -low)


@frozen
class Mask:
    """Components with masked digits, each as written with its ``X``; None where nothing is masked.

    Args:
        year: four characters with at least one ``X``, perhaps after a minus sign.
        month: two characters with at least one ``X``.
        day: two characters with at least one ``X``.

    >>> Mask(year="201X").edge(2010, None, None, last=True)
    (2019, 12, 31)
    """

    year: str | None = None
    month: str | None = None
    day: str | None = None

    def years(self, year: int, *, last: bool = False) -> Iterator[int]:
        """The years that fit the mask, or the year itself; downwards when ``last``.

        >>> [*Mask(year="-000X").years(0)][:2]
        [-9, -8]
        """
        if self.year is None:
            yield year
            return
        negative = self.year.startswith("-")
        for number in _fitting(self.year.lstrip("-"), downwards=last != negative):
            if number or not negative:
                yield -number if negative else number

    def months(self, month: int | None) -> Sequence[int | None]:
        """The months that fit the mask, or the month itself.

        >>> Mask(month="1X").months(None)
        (10, 11, 12)
        """
        if self.month is None:
            return [month]
        return _months_fitting(self.month)

    def days(self, year: int, month: int | None, day: int | None) -> Sequence[int | None]:
        """The days of that month that fit the mask, or the day itself where it exists.

        >>> Mask(day="3X").days(2023, 11, None)
        [30]
        """
        if self.day is None:
            return [day] if day is None or day <= month_length(year, month or 1) else []
        longest = month_length(year, month or 1)
        return [number for number in _days_fitting(self.day) if number <= longest]

    def completions(
        self, date: tuple[int, int | None, int | None], *, last: bool = False
    ) -> Iterator[tuple[int, int | None, int | None]]:
        """The dates that fit, in the order of the calendar, or against it when ``last``.

        >>> next(Mask(year="198X").completions((1980, 2, 29), last=True))
        (1988, 2, 29)
        """
        step = -1 if last else 1
        for year in self.years(date[0], last=last):
            for month in self.months(date[1])[::step]:
                for day in self.days(year, month, date[2])[::step]:
                    yield year, month, day

    def edge(self, year: int, month: int | None, day: int | None, *, last: bool) -> Civil:
        """The first or last day of all the dates that fit; there must be one.

        >>> Mask(month="XX").edge(1560, None, 25, last=True)
        (1560, 12, 25)
        """
        completion = next(self.completions((year, month, day), last=last))
        return last_day(*completion) if last else first_day(*completion)


@lru_cache(maxsize=128)
def _months_fitting(pattern: str) -> tuple[int, ...]:
    return tuple(number for number in _fitting(pattern) if number in _MONTHS)


@lru_cache(maxsize=128)
def _days_fitting(pattern: str) -> tuple[int, ...]:
    return tuple(number for number in _fitting(pattern) if number)


def _fitting(pattern: str, *, downwards: bool = False) -> Iterator[int]:
    digits = _DIGITS[::-1] if downwards else _DIGITS
    for choice in product(*(digits if sign == "X" else sign for sign in pattern)):
        yield int("".join(choice))


def join(parts: Sequence[str], qualifiers: Qualifiers | None) -> str:
    """Components and marks as one text.

    >>> join(("2004", "06"), Qualifiers.whole("~", 2))
    '2004-06~'
    """
    if qualifiers is None:
        return "-".join(parts)
    marked = zip(qualifiers.before, parts, qualifiers.after, strict=False)
    return "-".join(f"{before}{part}{after}" for before, part, after in marked)
