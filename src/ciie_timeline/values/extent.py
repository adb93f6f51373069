"""What a chronology knows of an event: the days on which it can begin, and can end."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from attrs import frozen

from ciie_timeline.errors import FormatError, ValidationError
from ciie_timeline.values.days import Day, FarDay, year_text
from ciie_timeline.values.temporal import DAY_SECONDS, Temporal
from ciie_timeline.values.vocabulary import Bound, Precision

if TYPE_CHECKING:
    from ciie_timeline.values.temporal import End

_FOUR_DIGITS: Final = 9999


@frozen
class Window:
    """The days on which something can happen, both ends included; None where nothing is known.

    Args:
        earliest: the first possible day.
        latest: the last possible day.

    >>> from datetime import date
    >>> str(Window(date(2024, 11, 1), date(2024, 11, 9))), str(Window(None, None))
    ('2024-11-01..2024-11-09', '..')
    """

    earliest: Day | None
    latest: Day | None

    @property
    def is_exact(self) -> bool:
        """Whether one day alone is possible.

        >>> from datetime import date
        >>> Window(date(2024, 11, 5), date(2024, 11, 5)).is_exact
        True
        """
        return self.earliest is not None and self.earliest == self.latest

    def __str__(self) -> str:
        if self.is_exact:
            return str(self.earliest)
        first = "" if self.earliest is None else str(self.earliest)
        return f"{first}..{'' if self.latest is None else self.latest}"


@frozen(repr=False)
class Extent(Temporal):
    """A stretch of whole days whose first and last day are each known as a window.

    These are the four parts of a PeriodO period.  EDTF has no text for them: ``to_edtf()``
    raises, ``to_edtf(enclosing=True)`` gives the hull.  The constructor checks nothing;
    ``Extent.of`` checks.

    Args:
        start: the window of the first day.
        end: the window of the last day, inclusive.
        premises: ids of what the windows were derived from; opaque here.

    >>> from datetime import date
    >>> november = Window(date(2024, 11, 1), date(2024, 11, 30))
    >>> fair = Extent(november, november, premises=("claim-7",))
    >>> fair.earliest, fair.latest, fair.to_edtf(enclosing=True)
    (datetime.date(2024, 11, 1), datetime.date(2024, 11, 30), '2024-11-01/2024-11-30')
    """

    _KIND: ClassVar[int] = 4

    start: Window
    end: Window
    premises: tuple[str, ...] = ()

    @classmethod
    def of(cls, start: Window, end: Window, premises: tuple[str, ...] = ()) -> Extent:
        """An extent whose windows are in order and leave room for a day.

        Args: as of the class.

        Raises:
            ValidationError: a window is empty, or the end lies before the start for certain.

        >>> from datetime import date
        >>> Extent.of(Window(date(2024, 1, 1), None), Window(None, date(2023, 1, 1)))
        Traceback (most recent call last):
        ...
        ciie_timeline.errors.ValidationError: Extent: expected an end not before 2024-01-01, ...
        """
        for name, window in (("start", start), ("end", end)):
            if _after(window.earliest, window.latest):
                raise ValidationError(f"Extent.{name}: expected days in order, found {window}")
        if _after(start.earliest, end.latest):
            raise ValidationError(
                f"Extent: expected an end not before {start.earliest}, found {end.latest}"
            )
        return cls(start, end, premises)

    @property
    def earliest(self) -> Day | None:
        """The first day on which it can begin; None when nothing is known."""
        return self.start.earliest

    @property
    def latest(self) -> Day | None:
        """The last day on which it can end, inclusive; None when nothing is known."""
        return self.end.latest

    @property
    def precision(self) -> Precision:
        """Always the day: the windows are counted in days, however wide they are."""
        return Precision.DAY

    @property
    def is_exact(self) -> bool:
        """Whether first and last day are both known.

        >>> from datetime import date
        >>> day = Window(date(2024, 11, 5), date(2024, 11, 5))
        >>> Extent(day, day).is_exact
        True
        """
        return self.start.is_exact and self.end.is_exact

    def span(self, *, zoned: bool = False) -> tuple[End, End]:  # noqa: ARG002 - days have no zone
        """The hull in seconds from ordinal day 0, half-open; ``Bound.UNKNOWN`` where none is known.

        Args:
            zoned: of no effect here, days have no offset.

        >>> Extent(Window(None, None), Window(None, None)).span()[0]
        <Bound.UNKNOWN: ''>
        """
        first, last = self.start.earliest, self.end.latest
        return (
            Bound.UNKNOWN if first is None else first.toordinal() * DAY_SECONDS,
            Bound.UNKNOWN if last is None else (last.toordinal() + 1) * DAY_SECONDS,
        )

    def to_edtf(self, *, enclosing: bool = False) -> str:
        """The hull as EDTF text, when that is what is asked for.

        Args:
            enclosing: give the interval from the first possible to the last possible day; an
                unknown end is empty.

        Raises:
            FormatError: ``enclosing`` is not set, or nothing at all is known.

        >>> Extent(Window(None, None), Window(None, None)).to_edtf()
        Traceback (most recent call last):
        ...
        ciie_timeline.errors.FormatError: an Extent has no EDTF text: expected enclosing=True ...
        """
        if not enclosing:
            raise FormatError(
                f"an Extent has no EDTF text: expected enclosing=True for the hull of {self}"
            )
        first, last = self.earliest, self.latest
        if first is None and last is None:
            raise FormatError(f"expected an Extent with a known day, found {self}")
        if first is not None and first == last:
            return _day_text(first)
        return f"{_day_text(first)}/{_day_text(last)}"

    def __str__(self) -> str:
        return f"start {self.start}, end {self.end}"


def _after(first: Day | None, last: Day | None) -> bool:
    return first is not None and last is not None and first > last


def _day_text(day: Day | None) -> str:
    """A day as EDTF; a day of a year beyond four digits gives its year, the finest EDTF has."""
    if isinstance(day, FarDay) and abs(day.year) > _FOUR_DIGITS:
        return year_text(day.year)
    return "" if day is None else str(day)
