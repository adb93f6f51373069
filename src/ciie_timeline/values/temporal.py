"""What every time value offers, whatever its notation."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final, cast, overload

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
    from ciie_timeline.values.vocabulary import Allen, Precision

DAY_SECONDS: Final = 86_400
_FIRST_SECOND: Final = DAY_SECONDS  # 0001-01-01T00:00 has the ordinal 1
_FIRST_MOMENT: Final = datetime(1, 1, 1)  # noqa: DTZ001 - local by meaning
_LAST_SECOND: Final = 3_652_059 * DAY_SECONDS + DAY_SECONDS - 1

End = int | Bound


class Temporal:
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

    def relation(self, other: TimeValue) -> frozenset[Allen]:
        """The Allen relations to the other that the notation leaves possible; one alone is certain.

        A date stands for its whole unit, a masked date or one-of set for one of several units; an
        interval begins on a day of its start and ends on a day of its end.  Times with an offset
        are compared as instants when both sides have one, else as written.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-05").relation(parse_edtf("2023-06"))
        frozenset({<Allen.MEETS: 'meets'>})
        """
        from ciie_timeline.values.relations import relation

        return relation(cast("TimeValue", self), other)

    def before(self, other: TimeValue) -> bool | None:
        """Whether this ends before the other begins, be it at the very instant; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2022").before(parse_edtf("2023"))
        True
        >>> parse_edtf("202X").before(parse_edtf("2023")) is None
        True
        """
        return self._verdict(other, "BEFORE")

    def after(self, other: TimeValue) -> bool | None:
        """Whether this begins after the other has ended; None if the notation does not settle it.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-05").after(parse_edtf("2023"))
        False
        """
        return self._verdict(other, "AFTER")

    def during(self, other: TimeValue) -> bool | None:
        """Whether no part of this lies outside the other, shared edges allowed; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-05").during(parse_edtf("2023"))
        True
        >>> parse_edtf("2023-05").during(parse_edtf("2022/")) is None
        True
        """
        return self._verdict(other, "DURING")

    def contains(self, other: TimeValue) -> bool | None:
        """Whether no part of the other lies outside this, shared edges allowed; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2018/..").contains(parse_edtf("2030"))
        True
        """
        return self._verdict(other, "CONTAINS")

    def overlaps(self, other: TimeValue) -> bool | None:
        """Whether both have some time in common; None if the notation does not settle it.

        >>> from ciie_timeline.values import parse_edtf
        >>> may, year = parse_edtf("2023-05"), parse_edtf("2023")
        >>> may.overlaps(year), may.overlaps(parse_edtf("2022"))
        (True, False)
        """
        return self._verdict(other, "OVERLAPS")

    def equals(self, other: TimeValue) -> bool | None:
        """Whether both are the same stretch of time, however written; None if unsure.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023").equals(parse_edtf("2023-01-01/2023-12-31"))
        True
        >>> parse_edtf("202X").equals(parse_edtf("202X")) is None
        True
        """
        return self._verdict(other, "EQUALS")

    def possibly_before(self, other: TimeValue) -> bool:
        """Whether this can be such that it ends before the other begins.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_before(parse_edtf("2023"))
        True
        """
        return self.before(other) is not False

    def definitely_before(self, other: TimeValue) -> bool:
        """Whether this certainly ends before the other begins.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_before(parse_edtf("2023"))
        False
        """
        return self.before(other) is True

    def possibly_after(self, other: TimeValue) -> bool:
        """Whether this can be such that it begins after the other has ended.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_after(parse_edtf("2023"))
        True
        """
        return self.after(other) is not False

    def definitely_after(self, other: TimeValue) -> bool:
        """Whether this certainly begins after the other has ended.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_after(parse_edtf("2023"))
        False
        """
        return self.after(other) is True

    def possibly_during(self, other: TimeValue) -> bool:
        """Whether this can be such that it lies inside the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").possibly_during(parse_edtf("2023-11"))
        True
        """
        return self.during(other) is not False

    def definitely_during(self, other: TimeValue) -> bool:
        """Whether this certainly lies inside the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").definitely_during(parse_edtf("2023-11"))
        False
        """
        return self.during(other) is True

    def possibly_contains(self, other: TimeValue) -> bool:
        """Whether this can be such that it encloses the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").possibly_contains(parse_edtf("2023-11-05"))
        True
        """
        return self.contains(other) is not False

    def definitely_contains(self, other: TimeValue) -> bool:
        """Whether this certainly encloses the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("2023-1X").definitely_contains(parse_edtf("2023-11-05"))
        False
        """
        return self.contains(other) is True

    def possibly_overlaps(self, other: TimeValue) -> bool:
        """Whether this can be such that it shares some time with the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_overlaps(parse_edtf("2023"))
        True
        """
        return self.overlaps(other) is not False

    def definitely_overlaps(self, other: TimeValue) -> bool:
        """Whether this certainly shares some time with the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_overlaps(parse_edtf("2023"))
        False
        """
        return self.overlaps(other) is True

    def possibly_equals(self, other: TimeValue) -> bool:
        """Whether this can be such that it is the same stretch as the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").possibly_equals(parse_edtf("2023"))
        True
        """
        return self.equals(other) is not False

    def definitely_equals(self, other: TimeValue) -> bool:
        """Whether this certainly is the same stretch as the other.

        >>> from ciie_timeline.values import parse_edtf
        >>> parse_edtf("202X").definitely_equals(parse_edtf("2023"))
        False
        """
        return self.equals(other) is True

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

        Raises:
            ValidationError: an end is open or unknown, so that there is no end of dates.

        >>> from ciie_timeline.values import parse_edtf
        >>> [str(date) for date in parse_edtf("2023-11/2024-01").dates()]
        ['2023-11', '2023-12', '2024-01']
        """
        from ciie_timeline.values.reshape import dates

        return dates(cast("TimeValue", self))

    def canonical(self) -> TimeValue:
        """The one notation among those that mean the same; ``==`` of two such compares meanings.

        Marks move to the standard's shortest places, sets are sorted and joined, exponents are
        written out, offsets get minutes, 24:00 becomes the next day, a set of one becomes its
        date, and an interval of one day that day.

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
            ValidationError: a vague duration, a fraction that does not come out, a result that no
                notation holds, or a day that does not exist under "raise".

        >>> from ciie_timeline.values import Duration, parse_edtf
        >>> str(parse_edtf("2024-01-31").shift(Duration(months=1)))
        '2024-02-29'
        >>> str(parse_edtf("2023-11") + Duration(days=10))
        '2023-11-11/2023-12-10'
        """
        from ciie_timeline.values.shifting import shift

        return shift(cast("TimeValue", self), by, overflow=overflow)

    def __add__(self, by: Duration) -> TimeValue:
        return self.shift(by)

    @overload
    def __sub__(self, other: Duration) -> TimeValue: ...

    @overload
    def __sub__(self, other: TimeValue) -> Elapsed: ...

    def __sub__(self, other: Duration | TimeValue) -> TimeValue | Elapsed:
        from ciie_timeline.values.elapsed import difference

        if isinstance(other, Temporal):
            return difference(cast("TimeValue", self), other)
        return self.shift(-other)

    def _verdict(self, other: TimeValue, wanted: str) -> bool | None:
        from ciie_timeline.values import relations

        return relations.verdict(cast("TimeValue", self), other, getattr(relations, wanted))

    def __str__(self) -> str:
        return self.to_edtf()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _moment(second: End) -> datetime | None:
    if isinstance(second, Bound) or not _FIRST_SECOND <= second <= _LAST_SECOND:
        return None
    return _FIRST_MOMENT + timedelta(seconds=second - _FIRST_SECOND)


def _or_last(second: End) -> tuple[int, int]:
    return (2, 0) if isinstance(second, Bound) else (1, second)
