"""The closed vocabularies of time: precision words, kinds of missing ends, Allen's relations."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Precision(Enum):
    """How finely a time is known; the members run from fine to coarse and ``value`` is the word.

    ``rank`` is the place in that order (0 for a second, 14 for a millennium).

    >>> Precision.DAY.value, Precision("part-of-day") is Precision.PART_OF_DAY
    ('day', True)
    >>> Precision.MONTH.rank < Precision.YEAR.rank
    True
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @property
    def rank(self) -> int:
        """The place in the order from fine to coarse, 0 to 14.

        >>> Precision.SECOND.rank
        0
        """
        return _PRECISION_RANK[self]


class Bound(Enum):
    """Why an interval has no date at an end: it is open (``..``) or it is unknown (empty).

    An open end goes on for ever; an unknown end exists, but nobody wrote down when.
    ISO 8601-2, 9.

    >>> Bound.OPEN.value, Bound.UNKNOWN.value
    ('..', '')
    """

    OPEN = ".."
    UNKNOWN = ""


class Allen(Enum):
    """The thirteen relations of two intervals (J. F. Allen, 1983); ``value`` is the name.

    Times are half-open, so that May *meets* June.

    >>> Allen.BEFORE.converse is Allen.AFTER
    True
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    FINISHED_BY = "finished-by"
    CONTAINS = "contains"
    STARTS = "starts"
    EQUALS = "equals"
    STARTED_BY = "started-by"
    DURING = "during"
    FINISHES = "finishes"
    OVERLAPPED_BY = "overlapped-by"
    MET_BY = "met-by"
    AFTER = "after"

    @property
    def converse(self) -> Allen:
        """The relation read from the other side.

        >>> Allen.STARTS.converse
        <Allen.STARTED_BY: 'started-by'>
        """
        return _CONVERSE[self]


_PRECISION_RANK: Final = {precision: rank for rank, precision in enumerate(Precision)}
_PAIRS: Final = (
    (Allen.BEFORE, Allen.AFTER),
    (Allen.MEETS, Allen.MET_BY),
    (Allen.OVERLAPS, Allen.OVERLAPPED_BY),
    (Allen.FINISHED_BY, Allen.FINISHES),
    (Allen.CONTAINS, Allen.DURING),
    (Allen.STARTS, Allen.STARTED_BY),
    (Allen.EQUALS, Allen.EQUALS),
)
_CONVERSE: Final = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}
