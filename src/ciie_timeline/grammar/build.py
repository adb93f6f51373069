"""The closed set of constructors: what the rules of every language may make.

Each takes the slots of a rule by name and gives an expression, or None when the words make none
("30 February").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.forms import (
    After,
    Anniversary,
    AnnouncementRef,
    Before,
    Between,
    Calendar,
    Clock,
    Decade,
    EditionRef,
    EditionsRef,
    Elapsed,
    Every,
    Expression,
    Inception,
    Last,
    Next,
    Nth,
    Part,
    Period,
    Portion,
    Reference,
    Relation,
    Season,
    SessionRef,
    Since,
    This,
    Until,
    Window,
)
from ciie_timeline.values import Duration, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NOON = 12
_HOURS = 24
_RELATIONS = {"last": Last, "this": This, "next": Next}
#: For each unit the field of a duration, and how many of it make one unit.
_FIELDS = {
    "second": ("seconds", 1),
    "minute": ("minutes", 1),
    "hour": ("hours", 1),
    "day": ("days", 1),
    "week": ("weeks", 1),
    "weekend": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "month": ("months", 1),
    "season": ("months", 3),
    "quarter": ("quarters", 1),
    "half": ("months", 6),
    "year": ("years", 1),
    "decade": ("decades", 1),
    "century": ("centuries", 1),
    "millennium": ("millennia", 1),
}


def nothing(**slots: Any) -> None:
    """A phrase that looks like a time and is none."""
    del slots


# --------------------------------------------------------------------------- calendar


def calendar(  # noqa: PLR0913  # the fields of a calendar date
    *,
    year: int | None = None,
    short_year: int | None = None,
    month: int | None = None,
    day: int | None = None,
    weekday: int | None = None,
    part: str | None = None,
) -> Expression | None:
    """Calendar fields as given; None for a day that no such month has."""
    if month is not None and day is not None and not 1 <= day <= _LONGEST[month - 1]:
        return None
    short = year is None and short_year is not None
    return Calendar(
        year if year is not None else short_year,
        month,
        day,
        weekday,
        None,
        part,
        short,
    )


def days(
    *, month: int, first: int, last: int, year: int | None = None, weekday: int | None = None
) -> Expression | None:
    """Two days of one month ("5 to 10 November")."""
    del weekday
    start, end = calendar(year=year, month=month, day=first), calendar(year=year, month=month, day=last)
    if start is None or end is None or last < first:
        return None
    return Between(start, end)


def years(*, first: int, last: int) -> Expression | None:
    """Two years ("1957-58", "2018-2023"); None unless the second is later."""
    if last < 100:
        last += first - first % 100
    return Between(Calendar(first), Calendar(last)) if last > first else None


def numeric(*, first: int, second: int, year: int) -> Expression | None:
    """A date in numbers; which is the month is settled by a policy when it is resolved."""
    if first > _NOON and second > _NOON:
        return None
    return Calendar(year, first, second, short_year=year < 100) if first <= _NOON else Calendar(
        year, second, first, short_year=year < 100
    )


def clock(
    *,
    hour: int | tuple[int, str],
    minute: int | None = None,
    half: str | None = None,
    of: Expression | None = None,
) -> Expression | None:
    """A clock time, on a day when one is given."""
    if isinstance(hour, tuple):
        hour, half = hour
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if hour > _HOURS:
        return None
    time = Clock(hour, minute)
    if isinstance(of, Calendar):
        return attrs.evolve(of, clock=time)
    return Calendar(clock=time) if of is None else None


# --------------------------------------------------------------------------- relative


def relative(
    *, relation: str, unit: str, index: int | None = None
) -> Expression:
    """A unit before, around or after the reference ("last week", "next March")."""
    form = _RELATIONS[relation]
    return form(Precision(unit), index)


def day(*, shift: int, part: str | None = None) -> Expression:
    """Yesterday, today, tomorrow; with a part of the day when one is given."""
    whole = _RELATIONS[("last", "this", "next")[shift + 1]](Precision.DAY)
    return whole if part is None else Part(Portion(part), whole)


def window(
    *,
    relation: str,
    unit: str,
    number: int | str | None = 1,
    aligned: bool = False,
    within: bool = False,
) -> Expression:
    """A number of units that ends or begins at the reference."""
    count = number if isinstance(number, int) else None
    return Window(Relation(relation), count, Precision(unit), aligned, within)


def ago(*, unit: str, number: int | str = 1) -> Expression:
    """A length before the reference ("two weeks ago")."""
    return Before(length(number, unit))


def ahead(*, unit: str, number: int | str = 1) -> Expression:
    """A length after the reference ("in two weeks")."""
    return After(length(number, unit))


def looking_back(*, unit: str, number: int | str = 1) -> Expression:
    """"In five years" after a superlative: the window up to the reference."""
    return window(relation="last", unit=unit, number=number)


def elapsed(*, unit: str, number: int | str = 1) -> Expression:
    """The time from an anchor in the text to the reference ("six years on")."""
    return Elapsed(length(number, unit))


def between(*, start: Expression, end: Expression) -> Expression | None:
    """From one time to another; fields that one of them leaves out are taken from the other."""
    if isinstance(start, Calendar) and isinstance(end, Calendar):
        start, end = _lent(start, end), _lent(end, start)
    return Between(start, end)


def _lent(to: Calendar, by: Calendar) -> Calendar:
    """Calendar fields completed from a neighbour, from the year down to what is given."""
    year = to.year if to.year is not None else by.year
    month = to.month
    if month is None and to.day is not None:
        month = by.month
    return attrs.evolve(to, year=year, month=month)


def since(*, anchor: Expression) -> Expression:
    """From the start of something to the reference."""
    return Since(anchor)


def until(*, anchor: Expression) -> Expression:
    """Up to something."""
    return Until(anchor)


def part(*, portion: str, of: Expression) -> Expression:
    """A part of something ("early 2024")."""
    return Part(Portion(portion), of)


# --------------------------------------------------------------------------- units


def nth(
    *, number: int, unit: str, of: Expression | None = None, count: int | str = 1, year: int | None = None
) -> Expression:
    """A numbered unit inside a larger one ("the third quarter of 2023", "first three quarters")."""
    if year is not None:
        of = Calendar(year)
    return Nth(number, Precision(unit), of, None, count if isinstance(count, int) else 1)


def inside(*, inner: Expression, of: Expression) -> Expression | None:
    """A quarter or season of a year that is itself a phrase ("third quarter of last year")."""
    if isinstance(inner, (Nth, Season)) and inner.of is None:
        return attrs.evolve(inner, of=of)
    return None


def season(*, season: int, of: Expression | None = None, year: int | None = None) -> Expression:
    """A season, of a year when one is given."""
    number = (1, 2, 3, 3, 4)[season - 1]
    return Season(number, Calendar(year) if year is not None else of)


def decade(*, start: int) -> Expression:
    """Ten years by their first year ("the 1990s", "the 90s")."""
    return Decade(start, short=start < 100)


def length(number: int | str, unit: str) -> Duration:
    """A duration of whole units; a vague number stays vague."""
    name, scale = _FIELDS[unit]
    return Duration(**{name: number * scale if isinstance(number, int) else None})


def period(*, unit: str, number: int | str = 1) -> Expression:
    """A length without a place in time ("six days")."""
    return Period(length(number, unit))


def every(*, rhythm: str | None = None, unit: str | None = None, number: int = 1, times: int = 1) -> Expression:
    """A repetition ("annual", "every two years", "twice a year")."""
    if rhythm is not None:
        return Every(Duration.parse(rhythm), times)
    return Every(length(number, unit or "year"), times)


def reference(*, when: str) -> Expression:
    """A vague pointer to the present, the past or the future."""
    return Reference(when)  # type: ignore[arg-type]  # the rules hold one of the three words


# --------------------------------------------------------------------------- editions


def edition(  # noqa: PLR0913  # what can single out an edition
    *,
    number: int | None = None,
    series: str | None = None,
    relation: str | None = None,
    seek: str | None = None,
    of: Expression | None = None,
    year: int | None = None,
    noun: str | None = None,
    named: str | None = None,
) -> Expression:
    """One edition: by number, by year, or relative to the focus."""
    return EditionRef(
        series=series,
        number=number,
        relation=None if relation is None else Relation(relation),
        seek=seek,  # type: ignore[arg-type]  # the rules hold one of the words
        of=Calendar(year) if year is not None else of,
        named=named,
        noun=noun,
    )


def editions(  # noqa: PLR0913  # what can single out several editions
    *,
    direction: str,
    number: int | None = None,
    series: str | None = None,
    since: Expression | None = None,
    noun: str | None = None,
    unit: str | None = None,
) -> Expression:
    """Several editions: the first, the previous, the next N; N in a row; all since a time."""
    return EditionsRef(
        direction=direction,  # type: ignore[arg-type]  # the rules hold one of the words
        number=number,
        series=series,
        since=since,
        unit=None if unit is None else Precision(unit),
        noun=noun,
    )


def in_a_row(*, row: Expression) -> Expression | None:
    """N units in a row up to the focus ("for seven consecutive years")."""
    if not isinstance(row, Period) or not isinstance(row.length.years, int) or not row.length.years:
        return None
    return EditionsRef("consecutive", row.length.years, unit=Precision.YEAR)


def inception(*, series: str | None = None, noun: str | None = None) -> Expression:
    """From the beginning of a series to the reference."""
    return Since(Inception(series, noun))


def session(
    *,
    name: str | None = None,
    part: tuple[str, str, str] | None = None,
    edition: Expression | None = None,
    of: Expression | None = None,
    series: str | None = None,
) -> Expression | None:
    """A session by its name, of an edition or of the edition in a time."""
    if part is not None:
        series, key, name = part
    else:
        key = None
    if of is not None:
        edition = EditionRef(series=series, of=of)
    if edition is None and series is not None:
        edition = EditionRef(series=series, relation=Relation.THIS)
    if name is None or not isinstance(edition, EditionRef | None):
        return None
    return SessionRef(name, edition, key or "")


def announcement(*, series: str | None = None) -> Expression:
    """The announcement of something."""
    return AnnouncementRef(series)


def anniversary(*, number: int, of: Expression | None = None) -> Expression:
    """The Nth return of a founding."""
    return Anniversary(number, of)


CONSTRUCTORS: Mapping[str, Callable[..., Expression | None]] = {
    each.__name__: each
    for each in (
        nothing, calendar, days, years, numeric, clock, relative, day, window, ago, ahead,
        looking_back, elapsed, between, since, until, part, nth, inside, season, decade, period, every,
        reference, edition, editions, in_a_row, inception, session, announcement, anniversary,
    )
}  # fmt: skip
