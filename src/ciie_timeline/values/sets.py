"""One of several dates (``[...]``) and all of several dates (``{...}``), ISO 8601-2 level 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from attrs import frozen

from ciie_timeline.errors import EdtfError, ValidationError
from ciie_timeline.values.days import day_of
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.temporal import DAY_SECONDS, Temporal
from ciie_timeline.values.vocabulary import Bound, Precision

if TYPE_CHECKING:
    from ciie_timeline.values.days import Day
    from ciie_timeline.values.temporal import End


@frozen
class MemberRange:
    """The consecutive dates from ``start`` to ``end`` inside a set; both ends belong to it.

    The dates have one precision, that of the ends: ``1670..1672`` stands for three years.

    Args:
        start: the first date, or ``Bound.OPEN`` for "or any earlier one".
        end: the last date, or ``Bound.OPEN`` for "or any later one".

    >>> str(MemberRange(PartialDate(1670), PartialDate(1672)))
    '1670..1672'
    """

    start: PartialDate | Bound
    end: PartialDate | Bound

    @property
    def precision(self) -> Precision:
        """The precision of each date.

        >>> MemberRange(Bound.OPEN, PartialDate(1984)).precision.value
        'year'
        """
        edge = self.end if isinstance(self.start, Bound) else self.start
        return Precision.MILLENNIUM if isinstance(edge, Bound) else edge.precision

    def span(self, *, zoned: bool = False) -> tuple[End, End]:
        """The hull in seconds from ordinal day 0, half-open; ``Bound.OPEN`` where it goes on.

        Args:
            zoned: count clock times with an offset in UTC instead of as written.

        >>> MemberRange(PartialDate(1, 1, 1), Bound.OPEN).span()
        (86400, <Bound.OPEN: '..'>)
        """
        return (
            self.start if isinstance(self.start, Bound) else self.start.span(zoned=zoned)[0],
            self.end if isinstance(self.end, Bound) else self.end.span(zoned=zoned)[1],
        )

    def __str__(self) -> str:
        start = "" if isinstance(self.start, Bound) else self.start.to_edtf()
        end = "" if isinstance(self.end, Bound) else self.end.to_edtf()
        return f"{start}..{end}"


Member: TypeAlias = PartialDate | MemberRange


@frozen(repr=False)
class _DateSet(Temporal):
    members: tuple[Member, ...]

    @classmethod
    def _checked(cls, members: tuple[Member, ...]) -> None:
        from ciie_timeline.values.edtf import parse_edtf

        value = cls(members)
        try:
            again = parse_edtf(value.to_edtf())
        except EdtfError as error:
            raise ValidationError(f"{cls.__name__}: {error}") from error
        if again != value:
            raise ValidationError(
                f"{cls.__name__}: expected members that agree with their notation, "
                f"found {members!r}"
            )

    @property
    def earliest(self) -> Day | None:
        """The first day of all members; None when any earlier date is a member too."""
        start = self.span()[0]
        return None if isinstance(start, Bound) else day_of(start // DAY_SECONDS)

    @property
    def latest(self) -> Day | None:
        """The last day of all members, inclusive; None when any later date is a member too."""
        end = self.span()[1]
        return None if isinstance(end, Bound) else day_of((end - 1) // DAY_SECONDS)

    @property
    def precision(self) -> Precision:
        """The coarsest precision among the members."""
        return max((member.precision for member in self.members), key=lambda each: each.rank)

    def span(self, *, zoned: bool = False) -> tuple[End, End]:
        """The hull in seconds from ordinal day 0, half-open; ``Bound.OPEN`` where it goes on.

        Args:
            zoned: count clock times with an offset in UTC instead of as written.
        """
        spans = [member.span(zoned=zoned) for member in self.members]
        starts = [start for start, _ in spans if not isinstance(start, Bound)]
        ends = [end for _, end in spans if not isinstance(end, Bound)]
        return (
            min(starts) if len(starts) == len(spans) else Bound.OPEN,
            max(ends) if len(ends) == len(spans) else Bound.OPEN,
        )

    def written_dates(self) -> tuple[PartialDate, ...]:
        """The members that are dates, and the ends of those that are ranges."""
        found: list[PartialDate] = []
        for member in self.members:
            sides = (member,) if isinstance(member, PartialDate) else (member.start, member.end)
            found.extend(side for side in sides if not isinstance(side, Bound))
        return tuple(found)

    def _inside(self) -> str:
        return ",".join(map(str, self.members))


@frozen(repr=False)
class OneOf(_DateSet):
    """Exactly one of the dates, it is not known which: ``[1667,1668,1670..1672]``.

    The constructor checks nothing; ``OneOf.of`` checks.

    Args:
        members: dates and ranges of dates; a range open to the past comes first, one open to the
            future last.

    >>> choice = OneOf((PartialDate(1667), MemberRange(PartialDate(1670), PartialDate(1672))))
    >>> str(choice), choice.latest
    ('[1667,1670..1672]', datetime.date(1672, 12, 31))
    """

    _KIND: ClassVar[int] = 2

    @classmethod
    def of(cls, *members: Member) -> OneOf:
        """A set whose members have been checked.

        Raises:
            ValidationError: no members, or members that EDTF cannot hold.

        >>> OneOf.of(PartialDate(2024, 11, 5), PartialDate(2024, 11, 6))
        OneOf('[2024-11-05,2024-11-06]')
        """
        cls._checked(members)
        return cls(members)

    def to_edtf(self) -> str:
        """The set as EDTF text.

        >>> OneOf((MemberRange(Bound.OPEN, PartialDate(1984)),)).to_edtf()
        '[..1984]'
        """
        return f"[{self._inside()}]"


@frozen(repr=False)
class AllOf(_DateSet):
    """All of the dates: ``{1960,1961-12}``.

    The constructor checks nothing; ``AllOf.of`` checks.

    Args:
        members: dates and ranges of dates; a range open to the past comes first, one open to the
            future last.

    >>> both = AllOf((PartialDate(1960), PartialDate(1961, 12)))
    >>> str(both), both.precision.value
    ('{1960,1961-12}', 'year')
    """

    _KIND: ClassVar[int] = 3

    @classmethod
    def of(cls, *members: Member) -> AllOf:
        """A set whose members have been checked.

        Raises:
            ValidationError: no members, or members that EDTF cannot hold.

        >>> AllOf.of(PartialDate(2023), PartialDate(2025))
        AllOf('{2023,2025}')
        """
        cls._checked(members)
        return cls(members)

    def to_edtf(self) -> str:
        """The set as EDTF text.

        >>> AllOf((PartialDate(1760, 12), MemberRange(PartialDate(1762), Bound.OPEN))).to_edtf()
        '{1760-12,1762..}'
        """
        return f"{{{self._inside()}}}"
