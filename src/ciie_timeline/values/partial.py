"""One date as ISO 8601-2 writes it: any precision, qualifiers, masked digits, far years, clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from ciie_timeline.errors import EdtfError, ValidationError
from ciie_timeline.values.components import Clock, Mask, Qualifiers, Scale, join
from ciie_timeline.values.days import civil, day_at, month_length, ordinal, year_text
from ciie_timeline.values.seasons import DECEMBER, SEASONS, first_day, last_day
from ciie_timeline.values.temporal import DAY_SECONDS, Temporal
from ciie_timeline.values.vocabulary import Precision

if TYPE_CHECKING:
    from ciie_timeline.values.days import Day
    from ciie_timeline.values.seasons import Civil

_ONE_DAY: Final = timedelta(days=1)
_LAST_YEAR: Final = 9999
_COARSE: Final = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)


@frozen(repr=False)
class PartialDate(Temporal):
    """One date, as finely as it is known: ``2023``, ``2023-11-05``, ``198X``, ``1984~``.

    The constructor checks nothing, to be quick; ``PartialDate.of`` checks.  Codes 21 to 41 in
    ``month`` are the standard's parts of a year, with these days: seasons are meteorological and
    those without a hemisphere (21 to 24) are northern; a winter (or southern summer) begins in
    December of its year and ends in February of the next; 33 to 36 are quarters, 37 to 39 are
    thirds of a year, 40 and 41 halves.

    Args:
        year: any year, 0 being the year before 1; of a masked year each ``X`` counts as 0 here.
        month: 1 to 12, a code from 21 to 41, or None when not given or masked.
        day: 1 to 31, or None when not given or masked.
        clock: the time of day; only with a full date.
        qualifiers: the marks ``? ~ %`` and their places.
        digits: masked digits (``Mask``), or exponent and significant digits (``Scale``).

    >>> PartialDate(2023, 11).latest, PartialDate(2023, 11).day
    (datetime.date(2023, 11, 30), None)
    >>> str(PartialDate(2023, 11, 5))
    '2023-11-05'
    """

    year: int
    month: int | None = None
    day: int | None = None
    clock: Clock | None = field(default=None, kw_only=True)
    qualifiers: Qualifiers | None = field(default=None, kw_only=True)
    digits: Mask | Scale | None = field(default=None, kw_only=True)

    @classmethod
    def of(  # noqa: PLR0913 - the fields of the class
        cls,
        year: int,
        month: int | None = None,
        day: int | None = None,
        *,
        clock: Clock | None = None,
        qualifiers: Qualifiers | None = None,
        digits: Mask | Scale | None = None,
    ) -> PartialDate:
        """A date whose parts have been checked against the calendar.

        Args: as of the class.

        Raises:
            ValidationError: the parts make no date.

        >>> PartialDate.of(2024, 2, 29)
        PartialDate('2024-02-29')
        >>> PartialDate.of(2023, 2, 29)
        Traceback (most recent call last):
        ...
        ciie_timeline.errors.ValidationError: PartialDate: not an EDTF value: '2023-02-29' ...
        """
        from ciie_timeline.values.edtf import parse_edtf

        value = cls(year, month, day, clock=clock, qualifiers=qualifiers, digits=digits)
        for name, part in (("year", year), ("month", month), ("day", day)):
            if part is not None and type(part) is not int:
                raise ValidationError(f"PartialDate.{name}: expected an int, found {part!r}")
        try:
            again = parse_edtf(value.to_edtf())
        except EdtfError as error:
            raise ValidationError(f"PartialDate: {error}") from error
        if again != value:
            raise ValidationError(
                f"PartialDate: expected parts that agree with their notation, found "
                f"{year=}, {month=}, {day=}, {clock=}, {qualifiers=}, {digits=}"
            )
        return value

    @property
    def earliest(self) -> Day:
        """The first day that the date can be, for a clock time its local day.

        A day outside the years 1 to 9999 is a ``FarDay``.

        >>> PartialDate(2023, 11).earliest, str(PartialDate(-44, 3, 15).earliest)
        (datetime.date(2023, 11, 1), '-0044-03-15')
        """
        month = self.month or 1
        if (
            month <= DECEMBER
            and self.digits is None
            and self.clock is None
            and 1 <= self.year <= _LAST_YEAR
        ):
            return date(self.year, month, self.day or 1)
        return day_at(*self._first())

    @property
    def latest(self) -> Day:
        """The last day that the date can be, inclusive; for a clock time its local day.

        >>> PartialDate(2024, 2).latest, PartialDate(2024).latest
        (datetime.date(2024, 2, 29), datetime.date(2024, 12, 31))
        """
        month = self.month or 12
        if (
            month <= DECEMBER
            and self.digits is None
            and self.clock is None
            and 1 <= self.year <= _LAST_YEAR
        ):
            return date(self.year, month, self.day or month_length(self.year, month))
        return day_at(*self._last())

    @property
    def interval(self) -> tuple[datetime | None, datetime | None]:
        """The date as a half-open pair of naive local times.

        None stands for an end outside the years 1 to 9999.  A time of minute precision lasts a
        minute, one of second precision a second.

        >>> PartialDate(2023, 11, 5).interval
        (datetime.datetime(2023, 11, 5, 0, 0), datetime.datetime(2023, 11, 6, 0, 0))
        """
        year, month, day = self.year, self.month, self.day
        if self.digits is not None or self.clock is not None or not 1 <= year < _LAST_YEAR:
            return super().interval
        if day is not None:
            start = datetime(year, month or 1, day)  # noqa: DTZ001 - local by meaning
            return start, start + _ONE_DAY
        if month is None:
            return datetime(year, 1, 1), datetime(year + 1, 1, 1)  # noqa: DTZ001 - local by meaning
        if month < DECEMBER:
            return datetime(year, month, 1), datetime(year, month + 1, 1)  # noqa: DTZ001 - the same
        return super().interval

    @property
    def precision(self) -> Precision:
        """How finely the date is known: what is masked to the right does not count.

        ``201X`` is known to the decade and ``2004-XX`` to the year, while ``1XXX-12`` names a
        month.  The thirds of a year (37 to 39) count as seasons.

        >>> PartialDate(2023, 35).precision.value
        'quarter'
        """
        if self.clock is not None:
            return Precision.MINUTE if self.clock.second is None else Precision.SECOND
        if self.day is not None:
            return Precision.DAY
        match self.digits:
            case None:
                if self.month is None:
                    return Precision.YEAR
                return SEASONS[self.month][1] if self.month > DECEMBER else Precision.MONTH
            case Scale() as scale:
                return _COARSE[min(scale.unknown(self.year), 3)]
            case Mask() as mask:
                return self._masked_precision(mask)

    @property
    def mask(self) -> Mask | None:
        """The masked digits, if there are any.

        >>> PartialDate(2010, digits=Mask(year="201X")).mask
        Mask(year='201X', month=None, day=None)
        """
        return self.digits if isinstance(self.digits, Mask) else None

    @property
    def scale(self) -> Scale | None:
        """Exponent and significant digits of the year, if they are written.

        >>> PartialDate(1950, digits=Scale(significant=2)).scale
        Scale(exponent=0, significant=2)
        """
        return self.digits if isinstance(self.digits, Scale) else None

    @property
    def uncertain(self) -> bool:
        """Whether any part carries ``?`` or ``%``.

        >>> PartialDate(1984, qualifiers=Qualifiers.whole("%", 1)).uncertain
        True
        """
        return self.qualifiers is not None and self.qualifiers.has("?")

    @property
    def approximate(self) -> bool:
        """Whether any part carries ``~`` or ``%``.

        >>> PartialDate(1984, qualifiers=Qualifiers.whole("~", 1)).approximate
        True
        """
        return self.qualifiers is not None and self.qualifiers.has("~")

    def written_dates(self) -> tuple[PartialDate, ...]:
        """The date itself.

        >>> PartialDate(2023).written_dates()
        (PartialDate('2023'),)
        """
        return (self,)

    @property
    def has_offset(self) -> bool:
        """Whether the date has a clock time with an offset from UTC.

        >>> PartialDate(2023, 11, 5, clock=Clock(9, 0, zone="+08:00")).has_offset
        True
        """
        return self.clock is not None and bool(self.clock.zone)

    @property
    def components(self) -> int:
        """How many of year, month and day are written, masked ones too.

        >>> PartialDate(1985, digits=Mask(month="XX", day="XX")).components
        3
        """
        return len(self._parts())

    def qualified(self, mark: str) -> PartialDate:
        """The same date with one mark for the whole of it; an empty mark takes all marks away.

        Args:
            mark: ``?`` uncertain, ``~`` approximate, ``%`` both, or an empty text.

        Raises:
            ValidationError: another mark, or a date with a clock time (the standard has none).

        >>> PartialDate(1984, 6).qualified("~")
        PartialDate('1984-06~')
        """
        if mark not in ("", "?", "~", "%"):
            raise ValidationError(f"a mark of {self}: expected one of ? ~ %, found {mark!r}")
        if mark and self.clock is not None:
            raise ValidationError(
                f"a mark of {self}: expected a date without a clock time, which the standard does "
                f"not mark, found {mark!r}"
            )
        marks = Qualifiers.whole(mark, self.components) if mark else None
        return PartialDate(
            self.year,
            self.month,
            self.day,
            clock=self.clock,
            qualifiers=marks,
            digits=self.digits,
        )

    def span(self, *, zoned: bool = False) -> tuple[int, int]:
        """The hull in seconds from ordinal day 0, half-open.

        Args:
            zoned: count a clock time with an offset in UTC instead of as written.

        >>> PartialDate(1, 1, 1).span()
        (86400, 172800)
        """
        if self.clock is not None:
            day = ordinal(self.year, self.month or 1, self.day or 1)
            start = day * DAY_SECONDS + self.clock.seconds
            if zoned:
                start -= (self.clock.offset or 0) * 60
            return start, start + self.clock.length
        return (
            ordinal(*self._first()) * DAY_SECONDS,
            (ordinal(*self._last()) + 1) * DAY_SECONDS,
        )

    def to_edtf(self) -> str:
        """The date as EDTF text; the very text that it was read from.

        >>> PartialDate(-44, 3, 15).to_edtf(), PartialDate(2001, 21).to_edtf()
        ('-0044-03-15', '2001-21')
        """
        if self.digits is None and self.qualifiers is None and 0 <= self.year <= _LAST_YEAR:
            text = f"{self.year:04d}"
            if self.month is not None:
                text = f"{text}-{self.month:02d}"
                if self.day is not None:
                    text = f"{text}-{self.day:02d}"
        else:
            text = join(self._parts(), self.qualifiers)
        return text if self.clock is None else f"{text}T{self.clock}"

    def __str__(self) -> str:
        return self.to_edtf()

    def _parts(self) -> tuple[str, ...]:
        """The components as text, without qualifiers."""
        mask = self.digits if isinstance(self.digits, Mask) else Mask()
        if isinstance(self.digits, Scale):
            year = self.digits.text(self.year)
        else:
            year = mask.year or year_text(self.year)
        month = mask.month or ("" if self.month is None else f"{self.month:02d}")
        day = mask.day or ("" if self.day is None else f"{self.day:02d}")
        return tuple(part for part in (year, month, day) if part)

    def _masked_precision(self, mask: Mask) -> Precision:
        if mask.day is not None and mask.day != "XX":
            return Precision.DAY
        if self.month is not None:
            return SEASONS[self.month][1] if self.month > DECEMBER else Precision.MONTH
        if mask.month is not None and mask.month != "XX":
            return Precision.MONTH
        year = mask.year or ""
        return _COARSE[min(len(year) - len(year.rstrip("X")), 3)]

    def _first(self) -> Civil:
        """Year, month and day of the first day."""
        if isinstance(self.digits, Mask):
            return self.digits.edge(self.year, self.month, self.day, last=False)
        if isinstance(self.digits, Scale):
            return first_day(self.digits.years(self.year)[0], None, None)
        if self.clock is not None:
            return civil(self.span()[0] // DAY_SECONDS)
        return first_day(self.year, self.month, self.day)

    def _last(self) -> Civil:
        """Year, month and day of the last day."""
        if isinstance(self.digits, Mask):
            return self.digits.edge(self.year, self.month, self.day, last=True)
        if isinstance(self.digits, Scale):
            return last_day(self.digits.years(self.year)[1], None, None)
        if self.clock is not None:
            return civil(self.span()[0] // DAY_SECONDS)
        return last_day(self.year, self.month, self.day)
