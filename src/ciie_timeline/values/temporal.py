"""What every time value offers, whatever its notation."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final, cast, overload

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.comparing import Comparing
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.values.days import Day
    from ciie_timeline.values.duration import Duration
    from ciie_timeline.values.elapsed import Elapsed
    from ciie_timeline.values.partial import PartialDate
    from ciie_timeline.values.reshape import Padding
    from ciie_timeline.values.shifting import Overflow
    from ciie_timeline.values.union import TimeValue
    from ciie_timeline.values.vocabulary import Precision

DAY_SECONDS: Final = 86_400
_FIRST_SECOND: Final = DAY_SECONDS  # 0001-01-01T00:00 has the ordinal 1
_FIRST_MOMENT: Final = datetime(1, 1, 1)  # noqa: DTZ001 - local by meaning
_LAST_SECOND: Final = 3_652_059 * DAY_SECONDS + DAY_SECONDS - 1

End = int | Bound


class Temporal(Comparing):
    """The base of the five time values; not for use on its own.

    All values are frozen; ``==`` and ``hash`` go by the notation, and there is no ``<``.
    """

    __slots__ = ()
    _KIND: ClassVar[int] = 0

    @property
    @abstractmethod
    def earliest(self) -> Day | None:
        """The first day that the value can touch; None where it is open or unknown."""

    @property
    @abstractmethod
    def latest(self) -> Day | None:
        """The last day that the value can touch, inclusive; None where it is open or unknown."""

    @property
    @abstractmethod
    def precision(self) -> Precision:
        """How finely the time is known."""

    @abstractmethod
    def to_edtf(self) -> str:
        """The value as EDTF text."""

    @abstractmethod
    def span(self, *, zoned: bool = False) -> tuple[End, End]:
        """The hull in seconds from ordinal day 0, half-open; a ``Bound`` where an end is missing.

        Args:
            zoned: count clock times with an offset in UTC instead of as written.
        """

    @property
    def interval(self) -> tuple[datetime | None, datetime | None]:
        """The hull as a half-open pair of naive local times.

        None stands for an end that is open, unknown or outside the years 1 to 9999.
        """
        start, end = self.span()
        return _moment(start), _moment(end)

    @property
    def has_offset(self) -> bool:
        """Whether each end that is given carries a clock time with an offset from UTC."""
        return False

    @property
    def uncertain(self) -> bool:
        """Whether any date in it carries ``?`` or ``%``.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("1984?/1986").uncertain, parse_edtf("[1984,1986]").uncertain
        (True, False)
        """
        return any(date.uncertain for date in self.written_dates())

    @property
    def approximate(self) -> bool:
        """Whether any date in it carries ``~`` or ``%``.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("1984/1986~").approximate
        True
        """
        return any(date.approximate for date in self.written_dates())

    def written_dates(self) -> tuple[PartialDate, ...]:
        """The dates that stand in the notation, in their order; none for an extent.

        >>> from ciie_timeline.values import parse_edtf
        >>> [str(date) for date in parse_edtf("[..1984,1986~]").written_dates()]
        ['1984', '1986~']
        """
        return ()

    def sort_key(self) -> tuple[int, ...]:
        """Six whole numbers for display order, usable across all kinds of value.

        By start, then the longer before the shorter, then the coarser before the finer.  What is
        open to the past comes first; an unknown end counts as if the known one were all.  It says
        nothing about truth: ``before`` does.

        >>> from ciie_timeline.values import parse_edtf
        >>> texts = ["2023-11-05", "2023", "2023-11", "../2020", "2023-11-05/2023-11-10"]
        >>> values = [parse_edtf(text) for text in texts]
        >>> [str(value) for value in sorted(values, key=lambda value: value.sort_key())]
        ['../2020', '2023', '2023-11', '2023-11-05/2023-11-10', '2023-11-05']
        """
        start, end = self.span(zoned=self.has_offset)
        known_start = end if isinstance(start, Bound) else start
        known_end = start if isinstance(end, Bound) else end
        first = (0, 0) if start is Bound.OPEN else _or_last(known_start)
        last = (0, 0) if end is Bound.OPEN else _or_last(known_end)
        return (*first, last[0], -last[1], -self.precision.rank, self._KIND)

    def dates(self) -> Iterator[PartialDate]:
        """The dates that this stands for, in order.

        Of a masked date the dates it can be; of a set its dates; of an interval the units of its
        finer end that it touches (days for clock times); of an extent the days it can touch.
        Marks stay: a date inside a marked end carries that end's mark, one between two marked ends
        what both marks say.

        Raises:
            ValidationError: an end is open or unknown, so that there is no end of dates.

        >>> from ciie_timeline.values import parse_edtf
        >>> [str(date) for date in parse_edtf("2023-11/2024-01").dates()]
        ['2023-11', '2023-12', '2024-01']
        """
        from ciie_timeline.values.reshape import dates

        return dates(cast("TimeValue", self))

    def canonical(self) -> TimeValue:
        """One spelling of those that differ in nothing else.

        Marks move to the standard's shortest places, sets are sorted and joined, exponents are
        written out, offsets get minutes, 24:00 becomes the next day, a set of one becomes its
        date, a mask that leaves one date that date, and an interval of one day that day.  Seasons
        with and without hemisphere, instants in different offsets, and a mask beside a set of the
        same dates stay apart: ``equals`` asks for meanings.

        >>> from ciie_timeline.values import parse_edtf
        >>> str(parse_edtf("%2004-%06-%11").canonical())
        '2004-06-11%'
        >>> str(parse_edtf("[1670,1668,1669]").canonical())
        '[1668..1670]'
        """
        from ciie_timeline.values.canonical import canonical

        return canonical(cast("TimeValue", self))

    def truncate(self, precision: Precision) -> TimeValue:
        """The unit of a coarser precision that this lies in; what is coarser already stays.

        Weeks come as an interval from Monday to Sunday, hours as an interval of clock times,
        decades as masked years; seasons are the northern ones.

        Raises:
            ValidationError: it lies in several such units, or there is no such unit to cut to
                (part of day, weekend).

        >>> from ciie_timeline.values import Precision, parse_edtf
        >>> str(parse_edtf("2023-11-05").truncate(Precision.WEEK))
        '2023-10-30/2023-11-05'
        """
        from ciie_timeline.values.reshape import truncate

        return truncate(cast("TimeValue", self), precision)

    def pad(self, policy: Padding) -> TimeValue:
        """What the marks ``? ~ %`` are taken to mean under a policy; alone they move no bound.

        A marked date becomes the one-of set of all dates within the margin, an interval with a
        marked end an ``Extent``; what carries no mark stays as it is.

        Raises:
            ValidationError: an all-of set with marks, or an interval with marks and an open or
                unknown end.

        >>> from ciie_timeline.values import Duration, Padding, parse_edtf
        >>> str(parse_edtf("1984~").pad(Padding(approximate=Duration(years=5))))
        '[1979..1989]'
        """
        from ciie_timeline.values.reshape import pad

        return pad(cast("TimeValue", self), policy)

    def shift(self, by: Duration, *, overflow: Overflow = "clamp") -> TimeValue:
        """The value moved by a duration, marks kept; ``+`` and ``-`` do the same with "clamp".

        A unit moved by whole units stays such a unit; moved by anything finer, a date becomes the
        interval of the days (or clock times) that it then covers, and an interval an ``Extent``.
        Months are added before days and clock units.

        Args:
            by: a duration whose counts are all said.
            overflow: where the day does not exist in the month, "clamp" takes the last day of that
                month, "overflow" counts on into the next, "raise" refuses.

        Raises:
            ValidationError: no duration, a vague one, a fraction that does not come out, a result
                that no notation holds (a month or day of a year beyond four digits, marks beside
                clock times or on windows), or a day that does not exist under "raise".

        >>> from ciie_timeline.values import Duration, parse_edtf
        >>> str(parse_edtf("2024-01-31").shift(Duration(months=1)))
        '2024-02-29'
        >>> str(parse_edtf("2023-11") + Duration(days=10))
        '2023-11-11/2023-12-10'
        """
        from ciie_timeline.values.shifting import shift

        return shift(cast("TimeValue", self), by, overflow=overflow)

    def __add__(self, by: Duration) -> TimeValue:
        from ciie_timeline.values.duration import Duration

        return self.shift(by) if isinstance(by, Duration) else NotImplemented

    @overload
    def __sub__(self, other: Duration) -> TimeValue: ...

    @overload
    def __sub__(self, other: TimeValue) -> Elapsed: ...

    def __sub__(self, other: Duration | TimeValue) -> TimeValue | Elapsed:
        from ciie_timeline.values.duration import Duration
        from ciie_timeline.values.elapsed import difference

        if isinstance(other, Temporal):
            return difference(cast("TimeValue", self), other)
        return self.shift(-other) if isinstance(other, Duration) else NotImplemented

    def __str__(self) -> str:
        return self.to_edtf()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def require_time_value(value: object, where: str) -> None:
    """Refuse what is no time value, with a hint of how to make one.

    Raises:
        ValidationError: it is none.

    >>> require_time_value("2023", "hull")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.ValidationError: hull: expected a time value, found str '2023': ...
    """
    if isinstance(value, Temporal):
        return
    hint = ""
    if isinstance(value, str):
        hint = ": parse_edtf reads a text"
    elif isinstance(value, date):
        hint = ": convert.from_date and convert.from_datetime make one"
    raise ValidationError(
        f"{where}: expected a time value, found {type(value).__name__} {value!r}{hint}"
    )


def _moment(second: End) -> datetime | None:
    if isinstance(second, Bound) or not _FIRST_SECOND <= second <= _LAST_SECOND:
        return None
    return _FIRST_MOMENT + timedelta(seconds=second - _FIRST_SECOND)


def _or_last(second: End) -> tuple[int, int]:
    return (2, 0) if isinstance(second, Bound) else (1, second)
