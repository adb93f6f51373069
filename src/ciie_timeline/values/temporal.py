"""What every time value offers, whatever its notation."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.days import Day
    from ciie_timeline.values.vocabulary import Precision

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

    def __str__(self) -> str:
        return self.to_edtf()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _moment(second: End) -> datetime | None:
    if isinstance(second, Bound) or not _FIRST_SECOND <= second <= _LAST_SECOND:
        return None
    return _FIRST_MOMENT + timedelta(seconds=second - _FIRST_SECOND)
