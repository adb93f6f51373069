"""From one date to another, with open (``..``) and unknown (empty) ends kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.days import day_of
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.temporal import DAY_SECONDS, Temporal
from ciie_timeline.values.vocabulary import Bound, Precision

if TYPE_CHECKING:
    from datetime import datetime

    from ciie_timeline.values.days import Day
    from ciie_timeline.values.temporal import End


@frozen(repr=False)
class Interval(Temporal):
    """A stretch of time from ``start`` to ``end``, both included; the constructor checks nothing.

    ``Interval.of`` checks.  An end with a clock time is the instant itself, so that
    ``2027-05-14T09:00/2027-05-14T10:30`` lasts ninety minutes; where both ends are the same
    minute or second, the interval is that minute or second.

    Args:
        start: a date, ``Bound.OPEN`` or ``Bound.UNKNOWN``.
        end: a date, ``Bound.OPEN`` or ``Bound.UNKNOWN``.

    >>> fair = Interval(PartialDate(2023, 11, 5), PartialDate(2023, 11, 10))
    >>> str(fair), fair.latest
    ('2023-11-05/2023-11-10', datetime.date(2023, 11, 10))
    >>> str(Interval(PartialDate(2018), Bound.OPEN))
    '2018/..'
    """

    _KIND: ClassVar[int] = 1

    start: PartialDate | Bound
    end: PartialDate | Bound

    @classmethod
    def of(cls, start: PartialDate | Bound, end: PartialDate | Bound) -> Interval:
        """An interval whose order has been checked; equal and overlapping ends are in order.

        Args: as of the class.

        Raises:
            ValidationError: the end lies before the start, or nothing is known of either.

        >>> Interval.of(PartialDate(2004), PartialDate(2004))
        Interval('2004/2004')
        >>> Interval.of(PartialDate(2008), PartialDate(2004))
        Traceback (most recent call last):
        ...
        ciie_timeline.errors.ValidationError: Interval: expected an end not before 2008, found 2004
        """
        for name, end_ in (("start", start), ("end", end)):
            if not isinstance(end_, PartialDate | Bound):
                raise ValidationError(
                    f"Interval.{name}: expected a PartialDate or a Bound, found {end_!r}"
                )
        if start is Bound.UNKNOWN and end is Bound.UNKNOWN:
            raise ValidationError("Interval: expected at least one end that is known or open")
        value = cls(start, end)
        if not value.is_ordered():
            raise ValidationError(f"Interval: expected an end not before {start}, found {end}")
        return value

    def is_ordered(self) -> bool:
        """Whether the end can lie at or after the start.

        Two clock times are compared as instants when both carry an offset.

        >>> Interval(PartialDate(2004, 6), PartialDate(2004)).is_ordered()
        True
        """
        if isinstance(self.start, Bound) or isinstance(self.end, Bound):
            return True
        if self.start.year < self.end.year and not (self.start.clock or self.start.digits):
            return True
        zoned = self.has_offset
        return self.start.span(zoned=zoned)[0] < self.end.span(zoned=zoned)[1]

    @property
    def earliest(self) -> Day | None:
        """The first day; None for an open or unknown start.

        >>> Interval(Bound.OPEN, PartialDate(1985)).earliest is None
        True
        """
        return None if isinstance(self.start, Bound) else self.start.earliest

    @property
    def latest(self) -> Day | None:
        """The last day, inclusive; None for an open or unknown end.

        An interval that ends at midnight does not touch the day that then begins.

        >>> Interval(PartialDate(2004, 2, 1), PartialDate(2005, 2)).latest
        datetime.date(2005, 2, 28)
        """
        if isinstance(self.end, Bound):
            return None
        if self.end.clock is None:
            return self.end.latest
        last = self.span()[1]
        return self.end.latest if isinstance(last, Bound) else day_of((last - 1) // DAY_SECONDS)

    @property
    def interval(self) -> tuple[datetime | None, datetime | None]:
        """The hull as a half-open pair of naive local times; None for an end that is missing.

        >>> Interval(PartialDate(2023, 11, 5), Bound.OPEN).interval
        (datetime.datetime(2023, 11, 5, 0, 0), None)
        """
        if isinstance(self.end, Bound) or self.end.clock is None:
            return (
                None if isinstance(self.start, Bound) else self.start.interval[0],
                None if isinstance(self.end, Bound) else self.end.interval[1],
            )
        return super().interval

    @property
    def precision(self) -> Precision:
        """The coarser precision of the ends that are given; a millennium if none is.

        >>> Interval(PartialDate(2004, 2, 1), PartialDate(2005)).precision.value
        'year'
        """
        known = [end.precision for end in (self.start, self.end) if not isinstance(end, Bound)]
        return max(known, key=lambda precision: precision.rank, default=Precision.MILLENNIUM)

    def written_dates(self) -> tuple[PartialDate, ...]:
        """The ends that are dates.

        >>> Interval(PartialDate(2018), Bound.OPEN).written_dates()
        (PartialDate('2018'),)
        """
        return tuple(end for end in (self.start, self.end) if not isinstance(end, Bound))

    @property
    def has_offset(self) -> bool:
        """Whether each end that is given has a clock time with an offset from UTC.

        >>> Interval(PartialDate(2004), Bound.OPEN).has_offset
        False
        """
        known = [end for end in (self.start, self.end) if not isinstance(end, Bound)]
        return bool(known) and all(end.has_offset for end in known)

    def span(self, *, zoned: bool = False) -> tuple[End, End]:
        """The hull in seconds from ordinal day 0, half-open; a ``Bound`` where an end is missing.

        Args:
            zoned: count clock times with an offset in UTC instead of as written.

        >>> Interval(PartialDate(1, 1, 1), Bound.OPEN).span()
        (86400, <Bound.OPEN: '..'>)
        """
        first: End = (
            self.start if isinstance(self.start, Bound) else self.start.span(zoned=zoned)[0]
        )
        if isinstance(self.end, Bound):
            return first, self.end
        at, after = self.end.span(zoned=zoned)
        if self.end.clock is None or first == at:
            return first, after
        return first, at

    def to_edtf(self) -> str:
        """The interval as EDTF text.

        >>> Interval(Bound.UNKNOWN, PartialDate(1985, 4)).to_edtf()
        '/1985-04'
        """
        start, end = self.start, self.end
        return (
            f"{start.value if isinstance(start, Bound) else start.to_edtf()}/"
            f"{end.value if isinstance(end, Bound) else end.to_edtf()}"
        )
