"""Time values of every kind in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, assert_never

from ciie_timeline.errors import InputError
from ciie_timeline.values import (
    AllOf,
    Bound,
    Clock,
    Duration,
    Elapsed,
    Extent,
    FarDay,
    Interval,
    MemberRange,
    OneOf,
    PartialDate,
    Recurrence,
    TimeValue,
    Window,
)
from ciie_timeline.wording.counts import duration, editions, listed, unit
from ciie_timeline.wording.dates import clock_text, date_text, day_value, range_text
from ciie_timeline.wording.recurring import elapsed, recurrence

if TYPE_CHECKING:
    from datetime import timedelta

    from ciie_timeline.wording.book import Book

_HOUR = 60


def phrase_of(book: Book, value: Any) -> str:
    """Any value that people write as a time, a length or a row of editions.

    Raises:
        InputError: it is none of these.

    >>> from ciie_timeline.values import parse_edtf
    >>> from ciie_timeline.wording.book import Book
    >>> phrase_of(Book.of("en"), parse_edtf("2018/.."))
    'since 2018'
    """
    match value:
        case PartialDate() | Interval() | OneOf() | AllOf() | Extent():
            return _time(book, value)
        case Duration():
            return duration(book, value)
        case Recurrence():
            return recurrence(book, value)
        case Elapsed():
            return elapsed(book, value)
        case datetime():
            return date_text(book, _of_datetime(value))
        case date() | FarDay():
            return date_text(book, day_value(value))
        case Clock():
            return clock_text(book, value)
        case tuple() if all(isinstance(each, int) for each in value):
            return editions(book, value)
        case _:
            raise InputError(
                "phrase: expected a time value, a duration, a recurrence, a date or numbers of "
                "editions, found "
                f"{type(value).__name__} {value!r}"
            )


def _time(book: Book, value: TimeValue) -> str:
    match value:
        case PartialDate():
            return date_text(book, value)
        case Interval(start=start, end=end):
            return _interval(book, start, end)
        case OneOf(members=members):
            return listed(book, [_choice(book, each) for each in members], "or")
        case AllOf(members=members):
            return listed(book, [_member(book, each, "all") for each in members])
        case Extent():
            return _extent(book, value)
        case _:
            assert_never(value)


def _of_datetime(value: datetime) -> PartialDate:
    shift = value.utcoffset()
    second = value.second or None
    clock = Clock(value.hour, value.minute, second, "" if shift is None else _offset(shift))
    return PartialDate(value.year, value.month, value.day, clock=clock)


def _offset(shift: timedelta) -> str:
    minutes = int(shift.total_seconds()) // _HOUR
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // _HOUR:02d}:{abs(minutes) % _HOUR:02d}"


def _interval(book: Book, start: PartialDate | Bound, end: PartialDate | Bound) -> str:
    """A range; an end that is open or unknown is said as such."""
    if isinstance(start, PartialDate) and isinstance(end, PartialDate):
        return range_text(book, start, end)
    facts = {
        name: date_text(book, edge)
        for name, edge in (("first", start), ("last", end))
        if isinstance(edge, PartialDate)
    }
    kinds = [edge.name.lower() if isinstance(edge, Bound) else "known" for edge in (start, end)]
    return book.text("ends", "-".join(kinds), **facts)


# --------------------------------------------------------------------------- sets


def _choice(book: Book, member: PartialDate | MemberRange) -> str:
    """One of several: of a range of dates it is one that is meant."""
    text = _member(book, member, "one")
    if isinstance(member, PartialDate) or Bound.OPEN in (member.start, member.end):
        return text
    return book.text("set", "one", unit=unit(book, member.precision.value), range=text)


def _member(book: Book, member: PartialDate | MemberRange, kind: str) -> str:
    match member:
        case PartialDate():
            return date_text(book, member)
        case MemberRange(start=PartialDate() as start, end=PartialDate() as end):
            return range_text(book, start, end)
        case MemberRange(start=PartialDate() as start):
            return book.text("set", f"{kind}-from", date=date_text(book, start))
        case MemberRange(end=PartialDate() as end):
            return book.text("set", f"{kind}-until", date=date_text(book, end))
        case _:
            return book.text("ends", "open-open")


# --------------------------------------------------------------------------- extents


def _extent(book: Book, value: Extent) -> str:
    """What is known of first and last day."""
    start, end = value.start, value.end
    if start.is_exact and end.is_exact:
        return _days(book, start.earliest, end.latest)
    if start == end and start.earliest is not None and start.latest is not None:
        return book.text("extent", "within", range=_days(book, start.earliest, start.latest))
    return book.text(
        "extent", "both", start=_window(book, start, "start"), end=_window(book, end, "end")
    )


def _window(book: Book, window: Window, side: str) -> str:
    first = None if window.earliest is None else date_text(book, day_value(window.earliest))
    last = None if window.latest is None else date_text(book, day_value(window.latest))
    if window.is_exact:
        return book.text("extent", f"{side}-on", date=first)
    return book.text("extent", side, first=first, last=last)


def _days(book: Book, first: Any, last: Any) -> str:
    """From day to day, as a month or a year where it is exactly that."""
    month = PartialDate(first.year, first.month)
    year = PartialDate(first.year)
    for whole in (month, year):
        if (whole.earliest, whole.latest) == (first, last):
            return date_text(book, whole)
    return range_text(book, day_value(first), day_value(last))
