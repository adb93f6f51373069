"""What happens again and again: every November, twice a year, each second Monday."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from attrs import field, frozen

from ciie_timeline.errors import FormatError, InputError, ValidationError
from ciie_timeline.values.duration import Duration, require_duration
from ciie_timeline.values.edtf import parse_edtf
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER, SEASONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

Frequency = Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]

# Unit of the duration: frequency, units of the frequency in one.
FREQUENCIES: Final[dict[str, tuple[Frequency, int]]] = {
    "millennia": ("YEARLY", 1000),
    "centuries": ("YEARLY", 100),
    "decades": ("YEARLY", 10),
    "years": ("YEARLY", 1),
    "quarters": ("MONTHLY", 3),
    "months": ("MONTHLY", 1),
    "weeks": ("WEEKLY", 1),
    "days": ("DAILY", 1),
    "hours": ("HOURLY", 1),
    "minutes": ("MINUTELY", 1),
    "seconds": ("SECONDLY", 1),
}
# What a unit divides into: smaller unit, how many.
_SMALLER: Final = {
    "years": ("months", 12),
    "weeks": ("days", 7),
    "days": ("hours", 24),
    "hours": ("minutes", 60),
    "minutes": ("seconds", 60),
}
_YEARLY: Final = Duration(years=1)
_MONTHLY: Final = Duration(months=1)
_WEEKLY: Final = Duration(weeks=1)
_DAILY: Final = Duration(days=1)
_ISO: Final = re.compile(r"R([0-9]{0,9})/(?:([^/P]+)/)?(P[^/]+)(?:/([^/P]+))?")
_MASKED: Final = re.compile(r"XXXX-(?:WXX-([1-7])|([0-9]{2}|XX|SP|SU|FA|WI)(?:-([0-9]{2}|XX))?)")
_SEASON_CODES: Final = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_TIMEX_MONTHS: Final = {
    **{month: f"{month:02d}" for month in range(1, 13)},
    **{code: name for name, code in _SEASON_CODES.items()},
}


@frozen(repr=False)
class Recurrence:
    """A rule of repetition; the constructor checks nothing, ``Recurrence.of`` does.

    Args:
        every: the period; one year when not given.
        times: how many times in each period ("twice a year" is 2 in ``P1Y``).
        months: the months, 1 to 12, or parts of a year, 21 to 41 (``PartialDate`` has the list).
        days: the days of the month, 1 to 31, or -1 to -31 counted from its end.
        weekdays: pairs of place and ISO weekday (1 is Monday): place 0 is every such day, 2 the
            second and -1 the last of the month (of the year, without ``months`` in a yearly rule).
        count: how many occurrences in all, or None.
        start: the first date, from which periods are counted, or None.
        until: the last date, inclusive, or None.

    >>> Recurrence(months=(11,)).to_rrule(), Recurrence(times=2).to_iso()
    ('FREQ=YEARLY;BYMONTH=11', 'R/P6M')
    """

    every: Duration = _YEARLY
    times: int = field(default=1, kw_only=True)
    months: tuple[int, ...] = field(default=(), kw_only=True)
    days: tuple[int, ...] = field(default=(), kw_only=True)
    weekdays: tuple[tuple[int, int], ...] = field(default=(), kw_only=True)
    count: int | None = field(default=None, kw_only=True)
    start: PartialDate | None = field(default=None, kw_only=True)
    until: PartialDate | None = field(default=None, kw_only=True)

    @classmethod
    def of(  # noqa: PLR0913 - the fields of the class
        cls,
        every: Duration = _YEARLY,
        *,
        times: int = 1,
        months: tuple[int, ...] = (),
        days: tuple[int, ...] = (),
        weekdays: tuple[tuple[int, int], ...] = (),
        count: int | None = None,
        start: PartialDate | None = None,
        until: PartialDate | None = None,
    ) -> Recurrence:
        """A rule whose fields have been checked.

        Args: as of the class.

        Raises:
            ValidationError: a field of another type or out of range, both ``count`` and
                ``until``, a period that is not a positive whole number of units, or places of
                weekdays ("the second Monday") in weeks or days.

        >>> Recurrence.of(months=(13,))
        Traceback (most recent call last):
        ...
        ciie_timeline.errors.ValidationError: Recurrence.months: expected 1 to 12 or 21 to 41, ...
        """
        require_duration(every, "Recurrence.every")
        for name, edge in (("start", start), ("until", until)):
            if not (edge is None or isinstance(edge, PartialDate)):
                raise ValidationError(f"Recurrence.{name}: expected a PartialDate, found {edge!r}")
        ranges = (
            ("months", months, {*range(1, 13), *SEASONS}, "1 to 12 or 21 to 41"),
            ("days", days, {*range(1, 32), *range(-31, 0)}, "1 to 31 or -31 to -1"),
            ("weekdays", tuple(day for _, day in weekdays), set(range(1, 8)), "days from 1 to 7"),
            ("weekdays", tuple(n for n, _ in weekdays), set(range(-53, 54)), "places to 53"),
        )
        for name, numbers, allowed, wanted in ranges:
            if not allowed.issuperset(numbers):
                raise ValidationError(f"Recurrence.{name}: expected {wanted}, found {numbers}")
        if times < 1 or (count is not None and count < 1):
            raise ValidationError(f"Recurrence: expected counts from 1, found {times=}, {count=}")
        if count is not None and until is not None:
            raise ValidationError("Recurrence: expected count or until, found both")
        counts = every.counts()
        if not counts or any(n is None or n < 0 or n != int(n) for _, n in counts):
            raise ValidationError(
                f"Recurrence.every: expected a period of whole units, found {every}"
            )
        if any(place for place, _ in weekdays) and not _has_places(every):
            raise ValidationError(
                f"Recurrence.weekdays: expected places in a rule by the month or year, "
                f"found {weekdays} in {every}"
            )
        return cls(
            every,
            times=times,
            months=months,
            days=days,
            weekdays=weekdays,
            count=count,
            start=start,
            until=until,
        )

    @classmethod
    def parse(cls, text: str) -> Recurrence:
        """A rule from ISO 8601 text ``R[n]/[start/]period[/end]``.

        Raises:
            InputError: the text is no repeating interval.

        >>> Recurrence.parse("R5/2018-11-05/P1Y").count
        5
        """
        match = _ISO.fullmatch(text)
        if match is None:
            raise InputError(f"expected a repeating interval such as 'R/P6M', found {text!r}")
        number, start, every, until = match.groups()
        try:
            return cls.of(
                Duration.parse(every),
                count=int(number) if number else None,
                start=_date(start) if start else None,
                until=_date(until) if until else None,
            )
        except ValidationError as error:
            raise InputError(f"{text!r}: {error}") from error

    @classmethod
    def parse_timex(cls, value: str, freq: str = "") -> Recurrence:
        """A rule from the ``value`` and ``freq`` of a TIMEX3 of type SET.

        Args:
            value: a period (``P1Y``) or a date with masked parts (``XXXX-11``, ``XXXX-WXX-1``).
            freq: how often in each period, such as ``2X``; empty for once.

        Raises:
            InputError: a value of another form.

        >>> Recurrence.parse_timex("P1Y", "2X").to_iso(), Recurrence.parse_timex("XXXX-11").months
        ('R/P6M', (11,))
        """
        times = re.fullmatch(r"([1-9][0-9]{0,8})X", freq)
        if freq and times is None:
            raise InputError(f"freq: expected a number with X such as '2X', found {freq!r}")
        number = int(times[1]) if times else 1
        if value.startswith("P"):
            return cls(Duration.parse(value), times=number)
        match = _MASKED.fullmatch(value)
        if match is None:
            raise InputError(f"expected a value such as 'P1Y' or 'XXXX-11', found {value!r}")
        weekday, month, day = match.groups()
        if weekday:
            return cls(Duration(weeks=1), weekdays=((0, int(weekday)),), times=number)
        months = () if month == "XX" else (_SEASON_CODES.get(month) or int(month),)
        days = () if day in (None, "XX") else (int(day),)
        every = Duration(months=1) if not months else _YEARLY
        if day == "XX" and not months:
            every = Duration(days=1)
        try:
            return cls.of(every, months=months, days=days, times=number)
        except ValidationError as error:
            raise InputError(f"{value!r}: {error}") from error

    @classmethod
    def parse_rrule(cls, text: str, *, start: PartialDate | None = None) -> Recurrence:
        """A rule from an iCalendar RRULE (RFC 5545, 3.3.10), with or without ``RRULE:``.

        Args:
            text: the rule, in letters of either case; FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY,
                COUNT and UNTIL are read, BYSETPOS beside one weekday, WKST where it changes
                nothing.
            start: the date of the DTSTART that goes with it.

        Raises:
            InputError: a part that is not read, or a value that it cannot have.

        >>> Recurrence.parse_rrule("FREQ=MONTHLY;BYDAY=2MO,-1FR").weekdays
        ((2, 1), (-1, 5))
        """
        from ciie_timeline.values.rrule import read

        return read(text, start)

    @property
    def timex_freq(self) -> str:
        """The TIMEX3 attribute ``freq`` that goes with ``to_timex``; empty for once.

        >>> Recurrence(times=2).timex_freq
        '2X'
        """
        return "" if self.times == 1 else f"{self.times}X"

    def to_timex(self) -> str:
        """The TIMEX3 ``value`` of the rule: a period, or a date with masked parts.

        Start, end and count have no place in it.

        Raises:
            FormatError: several months, days or weekdays, places such as "the second Monday", or
                another period than the masked date says ("every other Monday").

        >>> Recurrence(months=(11,), days=(5,)).to_timex(), Recurrence(Duration(days=2)).to_timex()
        ('XXXX-11-05', 'P2D')
        """
        if not (self.months or self.days or self.weekdays):
            return self.every.to_timex()
        found: tuple[str, tuple[Duration, ...]] | None = None
        match self.months, self.days, self.weekdays:
            case (), (), ((0, weekday),):
                found = f"XXXX-WXX-{weekday}", (_YEARLY, _MONTHLY, _WEEKLY, _DAILY)
            case (), (day,), () if day > 0:
                found = f"XXXX-XX-{day:02d}", (_YEARLY, _MONTHLY, _DAILY)
            case (month,), (), () if month in _TIMEX_MONTHS:
                found = f"XXXX-{_TIMEX_MONTHS[month]}", (_YEARLY, _MONTHLY)
            case (month,), (day,), () if month <= DECEMBER and day > 0:
                found = f"XXXX-{month:02d}-{day:02d}", (_YEARLY, _MONTHLY, _DAILY)
        if found is None or self.every not in found[1]:
            raise FormatError(f"expected a rule with a TIMEX3 value, found {self}")
        return found[0]

    def to_iso(self) -> str:
        """The rule as ISO 8601 text; several times in a period become an evenly divided period.

        Raises:
            FormatError: months, days or weekdays are fixed, or the period does not divide.

        >>> Recurrence(Duration(weeks=1), count=5, start=PartialDate(2018, 11, 5)).to_iso()
        'R5/2018-11-05/P1W'
        """
        if self.months or self.days or self.weekdays:
            raise FormatError(f"expected a rule without months, days and weekdays, found {self}")
        parts = [f"R{self.count or ''}"]
        if self.start is not None:
            parts.append(str(self.start))
        parts.append(self._period().to_iso())
        if self.until is not None:
            parts.append(str(self.until))
        return "/".join(parts)

    def to_rrule(self) -> str:
        """The rule as an iCalendar RRULE value (RFC 5545, 3.3.10); ``start`` is its DTSTART.

        Raises:
            FormatError: a period of several units, one that does not divide by ``times``, several
                times beside fixed months or days, a season among the months, places of weekdays in
                weeks or days, or an ``until`` outside the years 1 to 9999.

        >>> Recurrence(Duration(months=1), weekdays=((2, 1),), count=3).to_rrule()
        'FREQ=MONTHLY;BYDAY=2MO;COUNT=3'
        """
        from ciie_timeline.values.rrule import written

        return written(self)

    def frequency(self) -> tuple[Frequency, int]:
        """The RFC 5545 frequency and interval of the rule.

        Raises:
            FormatError: a period of several units, one that does not divide by ``times``, or
                several times beside fixed months, days or weekdays.

        >>> Recurrence(Duration(decades=1)).frequency()
        ('YEARLY', 10)
        """
        if self.times > 1 and (self.months or self.days or self.weekdays):
            raise FormatError(
                f"RRULE: expected several times in a period, or fixed months and days, found {self}"
            )
        counts = self._period().counts()
        if len(counts) != 1 or counts[0][1] is None:
            raise FormatError(f"RRULE: expected a period of one unit, found {self.every}")
        frequency, size = FREQUENCIES[counts[0][0]]
        return frequency, int(counts[0][1]) * size

    def occurrences(self, first: date, last: date) -> Iterator[PartialDate]:
        """The dates that touch the days from ``first`` to ``last``, in order.

        Periods and ``count`` run from ``start``, else from ``first``; a rule that fixes no day
        gives months, seasons or years, and a day that a month does not have is left out.

        Raises:
            ValidationError: a rule by the hour or faster, or a weekly one with neither start nor
                weekday.
            FormatError: a period of several units, or one that does not divide by ``times``.

        >>> from datetime import date
        >>> rule = Recurrence(Duration(months=1), weekdays=((2, 1),))
        >>> [str(day) for day in rule.occurrences(date(2023, 11, 1), date(2023, 12, 31))]
        ['2023-11-13', '2023-12-11']
        """
        from ciie_timeline.values.occurrences import occurrences

        return occurrences(self, first, last)

    def __str__(self) -> str:
        fixed = (
            f"{name}={','.join(map(str, found))}"
            for name, found in (
                ("months", self.months),
                ("days", self.days),
                ("weekdays", tuple(f"{place}/{day}" for place, day in self.weekdays)),
            )
            if found
        )
        times = f"{self.times} times in " if self.times > 1 else ""
        return " ".join((f"{times}{self.every}", *fixed))

    def __repr__(self) -> str:
        return f"Recurrence({str(self)!r})"

    def _period(self) -> Duration:
        """The period from one occurrence to the next."""
        if self.times == 1:
            return self.every
        unit, count = self._one_unit()
        while count % self.times:
            if unit not in _SMALLER:
                raise FormatError(f"expected a period that divides evenly, found {self}")
            unit, factor = _SMALLER[unit]
            count *= factor
        return Duration.of(**{unit: count // self.times})

    def _one_unit(self) -> tuple[str, int]:
        counts = self.every.counts()
        if len(counts) != 1 or counts[0][1] is None or counts[0][1] != int(counts[0][1]):
            raise FormatError(f"expected a period of one unit, found {self.every}")
        return counts[0][0], int(counts[0][1])


def _has_places(every: Duration) -> bool:
    return all(FREQUENCIES[name][0] in ("YEARLY", "MONTHLY") for name, _ in every.counts())


def _date(text: str) -> PartialDate:
    value = parse_edtf(text)
    if not isinstance(value, PartialDate):
        raise InputError(f"expected one date, found {text!r}")
    return value
