"""The closed set of constructors: what the rules of every language may make.

Each takes the slots of a rule by name and gives an expression, or None when the words make none
("30 February").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ciie_timeline.forms import (
    Anniversary,
    AnnouncementRef,
    Calendar,
    EditionRef,
    EditionsRef,
    Expression,
    Inception,
    Period,
    Relation,
    SessionRef,
    Since,
)
from ciie_timeline.grammar import times
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
        # times
        times.nothing, times.calendar, times.before_christ, times.days, times.years, times.numeric,
        times.day_first, times.holiday, times.clock, times.clock_h, times.clock_figures, times.weekdays_on, times.iso, times.past_hour, times.to_hour,
        times.day_part, times.at, times.clock_part, times.clock_in, times.at_hours, times.at_hour, times.after_clock,
        times.before_clock, times.days_in, times.week_of, times.the_unit,
        times.day_hours, times.period, times.joined, times.modified,
        times.relative, times.day, times.then, times.window, times.ago, times.ahead, times.before,
        times.after, times.earlier, times.later, times.year_earlier, times.elapsed, times.lasting, times.from_end,
        times.between, times.hours, times.since, times.until, times.up_to, times.beyond,
        times.part, times.same, times.nth, times.first_units, times.inside, times.season, times.decade, times.every,
        times.every_one, times.reference,
        # editions
        edition, editions, in_a_row, inception, session, announcement, anniversary,
    )
}  # fmt: skip
