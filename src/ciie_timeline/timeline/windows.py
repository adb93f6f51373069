"""Which events a stretch of time can touch, and which it must.

Something known to the month happened on some day of it: "May 2017" can touch 4 May and must touch
the month.  A mark of doubt moves no bound.
"""

from __future__ import annotations

from datetime import date
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, assert_never

from ciie_timeline.errors import ValidationError
from ciie_timeline.values import (
    AllOf,
    Bound,
    Extent,
    Interval,
    MemberRange,
    OneOf,
    PartialDate,
    TimeValue,
    parse_edtf,
)

if TYPE_CHECKING:
    from ciie_timeline.values import Day

Query: TypeAlias = TimeValue | date | str
Window: TypeAlias = tuple[float, float]
_DAY: Final = 86_400


class _Stretch(NamedTuple):
    """When something begins (first and last chance) and when it is over, in seconds."""

    start_low: float
    start_high: float
    end_low: float
    end_high: float


def _stretch(value: PartialDate | MemberRange) -> _Stretch:
    """Something that takes up one day, or one clock time, at an unknown place in the hull."""
    low, high = value.span()
    start, end = _seconds(low, -inf), _seconds(high, inf)
    unit = min(_DAY, end - start)
    return _Stretch(start, end - unit, start + unit, end)


def _seconds(second: int | Bound, missing: float) -> float:
    return missing if isinstance(second, Bound) else second


def _interval_stretch(value: Interval) -> _Stretch:
    start_low, start_high, end_low, end_high = -inf, inf, -inf, inf
    if isinstance(value.start, PartialDate):
        start_low, start_high, _, _ = _stretch(value.start)
    elif value.start is Bound.OPEN:
        start_high = -inf
    if isinstance(value.end, PartialDate):
        _, _, end_low, end_high = _stretch(value.end)
        if value.end.clock is not None:
            end_low = end_high = _seconds(value.span()[1], inf)
    elif value.end is Bound.OPEN:
        end_low = inf
    return _Stretch(start_low, min(start_high, end_high), max(end_low, start_low), end_high)


def _whole(member: PartialDate | MemberRange) -> _Stretch:
    """All dates of a member of ``{...}``: a range takes up everything from end to end."""
    if isinstance(member, PartialDate):
        return _stretch(member)
    return _interval_stretch(Interval(member.start, member.end))


def _extent_stretch(value: Extent) -> _Stretch:
    def at(day: Day | None, missing: float, further: int = 0) -> float:
        return missing if day is None else (day.toordinal() + further) * _DAY

    return _Stretch(
        at(value.start.earliest, -inf),
        at(value.start.latest, inf),
        at(value.end.earliest, -inf, 1),
        at(value.end.latest, inf, 1),
    )


def _stretches(value: TimeValue) -> tuple[_Stretch, ...]:
    match value:
        case PartialDate():
            return (_stretch(value),)
        case Interval():
            return (_interval_stretch(value),)
        case OneOf(members=members):
            return tuple(_stretch(each) for each in members)
        case AllOf(members=members):
            return tuple(_whole(each) for each in members)
        case Extent():
            return (_extent_stretch(value),)
        case _ as never:
            assert_never(never)


def touches(value: TimeValue, asked: Window, *, certain: bool) -> bool:
    """Whether something at that time can, or must, touch the half-open window.

    >>> may = parse_edtf("2017-05")
    >>> [touches(may, window(parse_edtf("2017-05-04")), certain=each) for each in (False, True)]
    [True, False]
    """
    first, last = asked
    if not certain:
        return any(each.start_low < last and first < each.end_high for each in _stretches(value))
    sure = (each.start_high < last and first < each.end_low for each in _stretches(value))
    return all(sure) if isinstance(value, OneOf) else any(sure)


def window(value: TimeValue) -> Window:
    """The hull of a value in seconds, half-open; an end that is open or unknown is infinite.

    >>> window(parse_edtf("0001-01-01/.."))
    (86400, inf)
    """
    start, end = value.span()
    return _seconds(start, -inf), _seconds(end, inf)


def queried(query: Query) -> TimeValue:
    """A query as a time value.

    Raises:
        EdtfError: a text that is no EDTF value.
        ValidationError: something that is no time.

    >>> queried(date(2023, 11, 5)).to_edtf()
    '2023-11-05'
    """
    if isinstance(query, str):
        return parse_edtf(query)
    if isinstance(query, date):
        return PartialDate(query.year, query.month, query.day)
    if isinstance(query, PartialDate | Interval | OneOf | AllOf | Extent):
        return query
    raise ValidationError(
        f"a query: expected an EDTF text, a date or a time value, found {query!r}"
    )
