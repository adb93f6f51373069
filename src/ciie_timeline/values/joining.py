"""What encloses several time values, and what two have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.components import merged
from ciie_timeline.values.drift import clocks_of
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.sets import AllOf, OneOf
from ciie_timeline.values.spans import beginning, between, clocked, ending, require_notation
from ciie_timeline.values.temporal import require_time_value
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.sets import MemberRange
    from ciie_timeline.values.union import TimeValue

_START, _END = 0, 1


def hull(first: TimeValue, *others: TimeValue) -> TimeValue:
    """The shortest value whose bounds enclose all: one of them when it does, else an interval.

    The interval begins with the date that begins first and ends with the one that ends last, as
    they are written, marks too; masked dates and sets give days, a clock time at the end the
    instant at which it is over.  Different offsets become UTC; where some times have an offset and
    others have none, all are taken as written.  An end that is open stays open, one that is
    unknown unknown.

    Raises:
        ValidationError: no time value, both ends unknown, times with and without offset whose
            order is not sure, or a day beyond four digits of the year.

    >>> from ciie_timeline.values.edtf import parse_edtf
    >>> str(hull(parse_edtf("2018-11-05/2018-11-10"), parse_edtf("2023-11")))
    '2018-11-05/2023-11'
    >>> str(hull(parse_edtf("2023"), parse_edtf("2023-05")))
    '2023'
    >>> str(hull(parse_edtf("2023-11-05T09:00"), parse_edtf("2023-11-05T09:30")))
    '2023-11-05T09:00/2023-11-05T09:31'
    """
    values = (first, *others)
    for value in values:
        require_time_value(value, "hull")
    zoned = all(value.has_offset for value in values)
    start = min(values, key=lambda value: _low(value.span(zoned=zoned)[0]))
    end = max(values, key=lambda value: _high(value.span(zoned=zoned)[1]))
    edges = (start.span(zoned=zoned)[0], end.span(zoned=zoned)[1])
    enclosing = [value for value in values if value.span(zoned=zoned) == edges]
    if enclosing:
        return max(enclosing, key=lambda value: bool(_mark(value, _START) + _mark(value, _END)))
    if edges == (Bound.UNKNOWN, Bound.UNKNOWN):
        raise ValidationError(f"hull: expected an end that is known or open, found {_row(values)}")
    zone = "Z" if zoned and len({_zone(start, _START), _zone(end, _END)}) > 1 else None
    around = Interval(_left_end(start, zone), _right_end(end, zone))
    if not around.is_ordered():
        raise ValidationError(
            f"hull: expected offsets on all clock times or on none, found {_row(values)}"
        )
    return require_notation(around, "hull", first)


def intersection(first: TimeValue, second: TimeValue) -> TimeValue | None:
    """The bounds of what both can have in common; None when they share no time for certain.

    The result is the simplest notation with these bounds: ``2018/2020`` and ``2020/2023`` have
    ``2020`` in common.  It may be wider than what is shared where a value has gaps or is not
    certain, and is None exactly when ``overlaps`` is False or neither end would be known.  A mark
    stays with the edge that its date gives.  An end stays open when it is open in both, and is
    unknown when either is unknown.

    Raises:
        ValidationError: no time value, a day beyond four digits of the year, or times with and
            without offset of which neither side lies inside the other for certain.

    >>> str(intersection(PartialDate(2023, 5), Interval(PartialDate(2023, 5, 20), Bound.OPEN)))
    '2023-05-20/2023-05-31'
    """
    for value in (first, second):
        require_time_value(value, "intersection")
    if first.overlaps(second) is False:
        return None
    clocks = clocks_of(first) | clocks_of(second)
    if len(clocks) > 1:
        return _inner(first, second)
    common = _common(first, second, zoned=True in clocks)
    return None if common is None else require_notation(common, "intersection", first)


def _inner(first: TimeValue, second: TimeValue) -> TimeValue:
    """The one of two values that lies inside the other."""
    if first.during(second):
        return first
    if second.during(first):
        return second
    raise ValidationError(
        f"intersection: expected offsets on both sides or on neither, found {_row((first, second))}"
    )


def _common(first: TimeValue, second: TimeValue, *, zoned: bool) -> TimeValue | None:
    (start1, end1), (start2, end2) = first.span(zoned=zoned), second.span(zoned=zoned)
    starts = [each for each in (start1, start2) if isinstance(each, int)]
    ends = [each for each in (end1, end2) if isinstance(each, int)]
    if starts and ends and max(starts) >= min(ends):
        return None
    no_start = _lost(start1, start2, starts)
    no_end = _lost(end1, end2, ends)
    marks = tuple(
        merged(
            *(
                _mark(value, place)
                for value in (first, second)
                if edges and value.span(zoned=zoned)[place] == edge(edges)
            )
        )
        for place, edges, edge in ((_START, starts, max), (_END, ends, min))
    )
    zone = "Z" if zoned else ""
    if no_start is None and no_end is None:
        return _remarked(between(max(starts), min(ends), zone), marks[0], marks[1])
    if no_start is no_end is Bound.UNKNOWN:
        return None
    starting = max((first, second), key=lambda value: _low(value.span(zoned=zoned)[0]))
    stopping = min((first, second), key=lambda value: _high(value.span(zoned=zoned)[1]))
    return Interval(no_start or _left_end(starting, None), no_end or _right_end(stopping, None))


def _remarked(common: PartialDate | Interval, at_start: str, at_end: str) -> PartialDate | Interval:
    """A value with the marks of its two edges; a marked edge is one of days, not of clock times."""
    if not (at_start or at_end):
        return common
    if isinstance(common, PartialDate):
        return common.qualified(merged(at_start, at_end))
    start, end = common.start, common.end
    first, last = cast("tuple[int, int]", common.span())
    if at_start and isinstance(start, PartialDate):
        start = (start if start.clock is None else beginning(first)).qualified(at_start)
    if at_end and isinstance(end, PartialDate):
        end = (end if end.clock is None else ending(last)).qualified(at_end)
    return Interval(start, end)


def _lost(first: int | Bound, second: int | Bound, known: list[int]) -> Bound | None:
    """Why an edge does not follow from two; an open end limits nothing, an unknown one might."""
    if Bound.UNKNOWN in (first, second):
        return Bound.UNKNOWN
    return None if known else Bound.OPEN


def _low(end: int | Bound) -> tuple[int, int]:
    return (0, int(end is Bound.UNKNOWN)) if isinstance(end, Bound) else (1, end)


def _high(end: int | Bound) -> tuple[int, int]:
    return (1, int(end is Bound.OPEN)) if isinstance(end, Bound) else (0, end)


def _row(values: tuple[TimeValue, ...]) -> str:
    return ", ".join(map(str, values))


def _edge(value: TimeValue, place: int) -> PartialDate | Bound | None:
    """The date or bound that is written for an edge; None where several are, or days."""
    if isinstance(value, Interval):
        return value.end if place else value.start
    return value if isinstance(value, PartialDate) else None


def _zone(value: TimeValue, place: int) -> str:
    edge = _edge(value, place)
    return edge.clock.zone if isinstance(edge, PartialDate) and edge.clock else ""


def _mark(value: TimeValue, place: int) -> str:
    """The mark of what gives an edge of a value."""
    if isinstance(value, OneOf | AllOf):
        edge = value.span()[place]
        return merged(
            *(_member_mark(each, place) for each in value.members if each.span()[place] == edge)
        )
    return _date_mark(_edge(value, place))


def _member_mark(member: PartialDate | MemberRange, place: int) -> str:
    if isinstance(member, PartialDate):
        return _date_mark(member)
    return _date_mark(member.end if place else member.start)


def _date_mark(date: PartialDate | Bound | None) -> str:
    marked = isinstance(date, PartialDate) and date.qualifiers
    return marked.overall() if marked else ""


def _left_end(value: TimeValue, zone: str | None) -> PartialDate | Bound:
    """The start of a value as an interval writes it, in another offset when one is given."""
    start = value.span(zoned=zone is not None)[0]
    if isinstance(start, Bound):
        return start
    written = _edge(value, _START)
    if isinstance(written, PartialDate) and written.digits is None:
        if written.clock is None or zone is None:
            return written
        return clocked(start, zone, written.clock.length)
    return beginning(start).qualified(_mark(value, _START))


def _right_end(value: TimeValue, zone: str | None) -> PartialDate | Bound:
    """The end of a value as an interval writes it: for a clock time the instant when it is over."""
    end = value.span(zoned=zone is not None)[1]
    if isinstance(end, Bound):
        return end
    written = _edge(value, _END)
    if isinstance(written, PartialDate) and written.digits is None:
        if written.clock is None or (zone is None and written.span()[0] == end):
            return written
        offset = written.clock.zone if zone is None else zone
        return clocked(end, offset, written.clock.length)
    return ending(end).qualified(_mark(value, _END))
