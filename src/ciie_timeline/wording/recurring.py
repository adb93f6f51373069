"""What comes back, and how long it is from one time to another, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ciie_timeline.values import Duration, Recurrence
from ciie_timeline.wording.counts import (
    UNITS,
    cardinal,
    duration,
    every,
    listed,
    nth,
    ordinal,
    unit,
)
from ciie_timeline.wording.dates import date_text, month_name

if TYPE_CHECKING:
    from ciie_timeline.values import Elapsed
    from ciie_timeline.wording.book import Book

_DECEMBER: Final = 12
_YEAR, _MONTH = Duration(years=1), Duration(months=1)
_WEEK, _DAY = Duration(weeks=1), Duration(days=1)


def recurrence(book: Book, rule: Recurrence) -> str:
    """A rule of repetition.

    >>> from ciie_timeline.wording.book import Book
    >>> en = Book.of("en")
    >>> recurrence(en, Recurrence(months=(11,))), recurrence(en, Recurrence(times=2))
    ('every November', 'twice a year')
    """
    text = _plain(book, rule) or book.text(
        "recurrence",
        "fixed",
        period=_period(book, rule),
        months=_months(book, rule),
        days=listed(book, [_day(book, day) for day in rule.days]) or None,
        weekdays=listed(book, [_weekday(book, *each) for each in rule.weekdays]) or None,
    )
    if rule.start is not None:
        text = book.text("recurrence", "from", text=text, date=date_text(book, rule.start))
    if rule.until is not None:
        text = book.text("recurrence", "until", text=text, date=date_text(book, rule.until))
    if rule.count is not None:
        number = cardinal(book, rule.count)
        text = book.text("recurrence", "count", text=text, n=rule.count, count=number)
    return text


def _plain(book: Book, rule: Recurrence) -> str | None:
    """The short form where the fixed day or month says the period: "every Monday"."""
    if rule.times > 1:
        return None
    match rule.months, rule.days, rule.weekdays:
        case (), (), (_, *_) as found if rule.every in (_YEAR, _MONTH, _WEEK, _DAY):
            if any(place for place, _ in found):
                return None
            names = [_weekday(book, *each) for each in found]
            return book.text("recurrence", "weekdays", weekdays=listed(book, names))
        case (_, *_), (), () if rule.every == _YEAR:
            return book.text("recurrence", "months", months=_months(book, rule))
        case (month,), (day,), () if rule.every == _YEAR and month <= _DECEMBER and day > 0:
            date = book.text("date", "day-in-year", day=day, month=month_name(book, month))
            return book.text("recurrence", "date", date=date)
    return None


def _period(book: Book, rule: Recurrence) -> str:
    length = every(book, rule.every)
    if rule.times == 1:
        return book.text("recurrence", "every", length=length)
    counts = rule.every.counts()
    single = len(counts) == 1 and counts[0][1] == 1
    name = UNITS[counts[0][0]] if single else None
    return book.text(
        "recurrence",
        "times",
        n=rule.times,
        count=cardinal(book, rule.times),
        length=length,
        name=name,
        unit=None if name is None else unit(book, name),
    )


def _months(book: Book, rule: Recurrence) -> str | None:
    names = [
        month_name(book, month)
        if month <= _DECEMBER
        else book.text("recurrence", "part", str(month))
        for month in rule.months
    ]
    return listed(book, names) or None


def _day(book: Book, day: int) -> str:
    which = "day" if day > 0 else "day-from-end"
    return book.text("recurrence", which, n=abs(day), nth=nth(book, abs(day)))


def _weekday(book: Book, place: int, day: int) -> str:
    name: str = book.need("weekday")[day - 1]
    if place == 0:
        return name
    which = "place" if place > 0 else "place-from-end"
    number = abs(place)
    return book.text("recurrence", which, n=number, nth=ordinal(book, number), weekday=name)


def elapsed(book: Book, value: Elapsed) -> str:
    """How much time lies between two values, at least and at most.

    >>> from ciie_timeline.values import Elapsed
    >>> from ciie_timeline.wording.book import Book
    >>> elapsed(Book.of("en"), Elapsed(Duration(years=4), Duration(years=5)))
    'between four years and five years'
    """
    if value.is_exact and value.shortest is not None:
        return duration(book, value.shortest)
    first, last = (
        None if length is None else duration(book, length)
        for length in (value.shortest, value.longest)
    )
    return book.text("elapsed", "between", first=first, last=last)
