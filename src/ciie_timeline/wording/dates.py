"""One date in words: any precision, masked digits, seasons, clock times, marks of doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ciie_timeline.values import Clock, Mask, PartialDate, Precision, Scale

if TYPE_CHECKING:
    from ciie_timeline.values import Day
    from ciie_timeline.wording.book import Book

_DECEMBER = 12
_DECADE, _CENTURY = 10, 100
_FOUR_DIGITS = 9999
_HOUR = 60


def day_value(day: Day) -> PartialDate:
    """A day as a date of day precision.

    >>> from datetime import date
    >>> day_value(date(2023, 11, 5))
    PartialDate('2023-11-05')
    """
    return PartialDate(day.year, day.month, day.day)


def date_text(book: Book, value: PartialDate) -> str:
    """A date as people write it.

    >>> from ciie_timeline.values import parse_edtf
    >>> from ciie_timeline.wording.book import Book
    >>> en = Book.of("en")
    >>> [date_text(en, parse_edtf(text)) for text in ("2023-11-05", "1984~", "201X", "2023-35")]
    ['5 November 2023', 'around 1984', 'the 2010s', 'the third quarter of 2023']
    """
    match value.digits:
        case Mask() as mask:
            text = _masked(book, value, mask)
        case Scale(significant=int()) as scale:
            low, high = scale.years(value.year)
            text = book.text(
                "year",
                "estimated",
                year=year_text(book, value.year),
                first=year_text(book, low),
                last=year_text(book, high),
            )
        case _:
            text = _exact(book, value)
    return _qualified(book, value, text)


def year_text(book: Book, year: int) -> str:
    """A year, before the year 1 by the count that has no year 0.

    >>> from ciie_timeline.wording.book import Book
    >>> year_text(Book.of("en"), 2023), year_text(Book.of("en"), -43)
    ('2023', '44 BC')
    """
    shown = year if year > 0 else 1 - year
    figures = f"{shown:,}".replace(",", book.need("year", "group"))
    figures = str(shown) if shown <= _FOUR_DIGITS else figures
    facts = {"n": figures, "digits": len(str(shown))}
    return book.text("year", "ad" if year > 0 else "bc", **facts)


def month_name(book: Book, month: int) -> str:
    """The name of a month, 1 to 12."""
    name: str = book.need("month")[month - 1]
    return name


def facts_of(book: Book, value: PartialDate) -> dict[str, Any]:
    """The parts of a plain date as texts, for templates of dates and ranges."""
    month = value.month
    return {
        "year": year_text(book, value.year),
        "month": None if month is None or month > _DECEMBER else month_name(book, month),
        "day": value.day,
    }


def _exact(book: Book, value: PartialDate) -> str:
    """A date without masked digits and without its marks."""
    if value.clock is not None:
        day = _exact(book, PartialDate(value.year, value.month, value.day))
        return book.text("date", "time", date=day, time=clock_text(book, value.clock))
    if value.month is not None and value.month > _DECEMBER:
        return book.text("season", str(value.month), **_year_facts(book, value.year))
    form = "day" if value.day is not None else "month" if value.month is not None else "year"
    return book.text("date", form, **facts_of(book, value))


def _year_facts(book: Book, year: int) -> dict[str, Any]:
    """A year and the one after it, whole and as it stands behind a dash; none before the year 1."""
    facts = {"n": year, "year": year_text(book, year)}
    if year < 1:
        return facts
    further = (year + 1) % _CENTURY
    facts["next"] = f"{further:02d}" if further else str(year + 1)
    return facts | {"next-year": year_text(book, year + 1)}


def clock_text(book: Book, clock: Clock) -> str:
    """A time of day on the clock of 24 hours, with its offset where it has one.

    >>> from ciie_timeline.wording.book import Book
    >>> clock_text(Book.of("en"), Clock(9, 0)), clock_text(Book.of("en"), Clock(9, 5, 30, "+05:30"))
    ('09:00', '09:05:30 (UTC+5:30)')
    """
    seconds = None if clock.second is None else f"{clock.second:02d}"
    hour = {"h": clock.hour, "hh": f"{clock.hour:02d}"}
    time = book.text("clock", "time", mm=f"{clock.minute:02d}", ss=seconds, **hour)
    if clock.offset is None:
        return time
    hours, minutes = divmod(abs(clock.offset), _HOUR)
    sign = "−" if clock.offset < 0 else "+"  # noqa: RUF001 - the minus sign
    shift = f"{sign}{hours}" + (f":{minutes:02d}" if minutes else "") if clock.offset else ""
    return book.text("clock", "zoned", time=time, offset=f"UTC{shift}")


# --------------------------------------------------------------------------- masked digits


def _masked(book: Book, value: PartialDate, mask: Mask) -> str:
    """A date with masked digits: the decade, or "a day of June 2004"."""
    if not mask.year:
        return _somewhere(book, value, mask)
    year = _masked_year(book, mask.year)
    day = None if mask.day else value.day
    if mask.month is None and value.month is None:
        return year
    month = None if mask.month or value.month is None else value.month
    if not _is_regular(value, mask):
        return book.text("masked", "irregular", form=value.to_edtf())
    if month is None and day is not None:
        return book.text("masked", "day-of-month", day=day, whole=year)
    if month is None:
        return book.text("masked", _unit(value, mask), whole=year)
    name = month_name(book, month)
    if mask.day:
        return book.text(
            "masked", "day", whole=book.text("masked", "of-year", date=name, year=year)
        )
    inside = name if day is None else book.text("date", "day-in-year", day=day, month=name)
    return book.text("masked", "of-year", date=inside, year=year)


def _is_regular(value: PartialDate, mask: Mask) -> bool:
    """Whether each masked part but the year is masked as a whole."""
    return (
        mask.month in (None, "XX")
        and mask.day in (None, "XX")
        and (value.month is None or value.month <= _DECEMBER)
    )


def _somewhere(book: Book, value: PartialDate, mask: Mask) -> str:
    """A day or a month of a span: the whole that holds it, or its first to its last."""
    if mask.month == "XX" and mask.day in (None, "XX"):
        whole = _exact(book, PartialDate(value.year))
        if not mask.day and value.day is not None:
            return book.text("masked", "day-of-month", day=value.day, whole=whole)
    elif not mask.month and mask.day == "XX":
        whole = _exact(book, PartialDate(value.year, value.month))
    else:
        first, last = day_value(value.earliest), day_value(value.latest)
        if not mask.day and value.day is None:
            first, last = PartialDate(first.year, first.month), PartialDate(last.year, last.month)
        whole = range_text(book, first, last)
    return book.text("masked", _unit(value, mask), whole=whole)


def _unit(value: PartialDate, mask: Mask) -> str:
    return "day" if mask.day or value.day is not None else "month"


def _masked_year(book: Book, pattern: str) -> str:
    """A year with masked digits: a decade or a century where whole ones are masked."""
    known = pattern.rstrip("X")
    hidden = len(pattern) - len(known)
    if not known.strip("-"):
        return book.text("masked", "year-unknown")
    if "X" in known or known.startswith("-"):
        return book.text("masked", "year-irregular", form=pattern)
    return years_text(book, int(known) * 10**hidden, hidden) or book.text(
        "masked",
        "year",
        first=year_text(book, int(known) * 10**hidden),
        last=year_text(book, (int(known) + 1) * 10**hidden - 1),
    )


def years_text(book: Book, start: int, zeros: int) -> str | None:
    """The decade (1 zero) or century (2) that begins with a year; None when it has no name."""
    if start <= 0 or start > _FOUR_DIGITS or zeros not in (1, 2):
        return None
    number = start // _CENTURY + 1
    if zeros == 1 and start % _CENTURY:
        facts = {"first": year_text(book, start), "century": number, "tens": start % _CENTURY}
        return book.text("years", "decade", **facts)
    if zeros == 1:
        last = year_text(book, start + _DECADE - 1)
        return book.text("years", "first-decade", first=year_text(book, start), last=last)
    from ciie_timeline.wording.counts import ordinal

    return book.text("years", "century", n=number, number=ordinal(book, number))


# --------------------------------------------------------------------------- marks of doubt


def _qualified(book: Book, value: PartialDate, text: str) -> str:
    """A date with its marks of doubt: for the whole of it, or part by part."""
    if value.qualifiers is None:
        return text
    marks = value.qualifiers.effective()[: value.components]
    if len(set(marks)) == 1:
        return book.text("doubt", marks[0], date=text)
    parts = [
        book.text("doubt", f"part{mark}", part=book.need("doubt", name))
        for name, mark in zip(("year", "month", "day"), marks, strict=False)
        if mark
    ]
    comma: str = book.need("list", "comma")
    return book.text("doubt", "parts", date=text, parts=comma.join(parts))


# --------------------------------------------------------------------------- ranges of plain dates


def range_text(book: Book, start: PartialDate, end: PartialDate) -> str:
    """From one date to another; what both share is said once.

    >>> from ciie_timeline.wording.book import Book
    >>> en = Book.of("en")
    >>> range_text(en, PartialDate(2023, 11, 5), PartialDate(2023, 11, 10))
    '5–10 November 2023'
    """
    if start == end:
        return date_text(book, start)
    mark = _common_mark(start, end)
    if mark is not None:
        inside = range_text(book, start.qualified(""), end.qualified(""))
        return book.text("doubt", mark, date=inside)
    form = _shared(start, end)
    if form == "years":
        return _years(book, start.year, end.year)
    if form is None:
        first, last = date_text(book, start), date_text(book, end)
        return book.text("range", "other", first=first, last=last)
    facts = {f"first-{name}": part for name, part in facts_of(book, start).items()}
    facts |= {f"last-{name}": part for name, part in facts_of(book, end).items()}
    if form.startswith("times") and start.clock is not None and end.clock is not None:
        day = _exact(book, PartialDate(start.year, start.month, start.day))
        zone = start.clock.zone
        begin = clock_text(book, Clock(start.clock.hour, start.clock.minute, start.clock.second))
        facts = {"date": day, "first": begin, "last": clock_text(book, end.clock), "zone": zone}
    return book.text("range", form, **facts)


def _common_mark(start: PartialDate, end: PartialDate) -> str | None:
    """The mark that both dates carry as a whole; None when they do not."""
    marks = [
        set(each.qualifiers.effective()[: each.components])
        for each in (start, end)
        if each.qualifiers is not None
    ]
    if len(marks) != 2 or marks[0] != marks[1] or len(marks[0]) != 1:  # noqa: PLR2004 - two ends
        return None
    return marks[0].pop()


def _shared(start: PartialDate, end: PartialDate) -> str | None:
    """What two plain dates share, as the name of a template; None when nothing is left out."""
    both = (start, end)
    if any(each.digits is not None or each.qualifiers is not None for each in both):
        return None
    if start.clock is not None and end.clock is not None:
        same = (start.year, start.month, start.day) == (end.year, end.month, end.day)
        return "times" if same and start.clock.zone == end.clock.zone else None
    if any(each.clock is not None or (each.month or 0) > _DECEMBER for each in both):
        return None
    if start.precision is not end.precision or start.earliest > end.earliest:
        return None
    if start.precision is Precision.YEAR:
        return "years"
    if start.year != end.year:
        return None
    if start.day is None:
        return "months-in-year"
    return "days-in-month" if start.month == end.month else "days-in-year"


def _years(book: Book, first: int, last: int) -> str:
    """From year to year: a decade or a century by its name where it has one."""
    for zeros, length in ((1, _DECADE), (2, _CENTURY)):
        if first > 0 and first % length == 0 and last == first + length - 1:
            named = years_text(book, first, zeros)
            if named is not None:
                return named
    return book.text("range", "other", first=year_text(book, first), last=year_text(book, last))
