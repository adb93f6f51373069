"""What encloses several time values, and what two have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.spans import beginning, between, ending
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.union import TimeValue


def hull(first: TimeValue, *others: TimeValue) -> TimeValue:
    """The shortest value that encloses all: one of them when it does, else an interval.

    The interval begins with the date that begins first and ends with the one that ends last, as
    they are written; masked dates and sets give days.  An end that is open stays open, one that
    is unknown unknown.

    >>> from ciie_timeline.values.edtf import parse_edtf
    >>> str(hull(parse_edtf("2018-11-05/2018-11-10"), parse_edtf("2023-11")))
    '2018-11-05/2023-11'
    >>> str(hull(parse_edtf("2023"), parse_edtf("2023-05")))
    '2023'
    """
    values = (first, *others)
    start = min(values, key=lambda value: _low(value.span()[0]))
    end = max(values, key=lambda value: _high(value.span()[1]))
    for value in values:
        if value.span() == (start.span()[0], end.span()[1]):
            return value
    return Interval(_left_end(start), _right_end(end))


def intersection(first: TimeValue, second: TimeValue) -> TimeValue | None:
    """The time that the hulls of both have in common; None when there is none.

    The result is the simplest notation with these bounds: ``2018/2020`` and ``2020/2023`` have
    ``2020`` in common.  An end stays open when it is open in both, and is unknown when either
    is unknown; where neither end would be known, the result is None too.

    >>> str(intersection(PartialDate(2023, 5), Interval(PartialDate(2023, 5, 20), Bound.OPEN)))
    '2023-05-20/2023-05-31'
    """
    zoned = first.has_offset and second.has_offset
    (start1, end1), (start2, end2) = first.span(zoned=zoned), second.span(zoned=zoned)
    starts = [each for each in (start1, start2) if isinstance(each, int)]
    ends = [each for each in (end1, end2) if isinstance(each, int)]
    if starts and ends and max(starts) >= min(ends):
        return None
    zone = "Z" if zoned else ""
    no_start = _lost(start1, start2, starts)
    no_end = _lost(end1, end2, ends)
    if no_start is None and no_end is None:
        return between(max(starts), min(ends), zone)
    if no_start is no_end is Bound.UNKNOWN:
        return None
    starting = max((first, second), key=lambda value: _low(value.span(zoned=zoned)[0]))
    stopping = min((first, second), key=lambda value: _high(value.span(zoned=zoned)[1]))
    return Interval(no_start or _left_end(starting), no_end or _right_end(stopping))


def _lost(first: int | Bound, second: int | Bound, known: list[int]) -> Bound | None:
    """Why an edge does not follow from two; an open end limits nothing, an unknown one might."""
    if Bound.UNKNOWN in (first, second):
        return Bound.UNKNOWN
    return None if known else Bound.OPEN


def _low(end: int | Bound) -> tuple[int, int]:
    return (0, int(end is Bound.UNKNOWN)) if isinstance(end, Bound) else (1, end)


def _high(end: int | Bound) -> tuple[int, int]:
    return (1, int(end is Bound.OPEN)) if isinstance(end, Bound) else (0, end)


def _left_end(value: TimeValue) -> PartialDate | Bound:
    start = value.span()[0]
    if isinstance(start, Bound):
        return start
    written = value.start if isinstance(value, Interval) else value
    if isinstance(written, PartialDate) and written.digits is None:
        return written
    return beginning(start)


def _right_end(value: TimeValue) -> PartialDate | Bound:
    end = value.span()[1]
    if isinstance(end, Bound):
        return end
    written = value.end if isinstance(value, Interval) else value
    if isinstance(written, PartialDate) and written.digits is None:
        return written
    return ending(end)
