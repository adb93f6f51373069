"""The closed set of constructors: what the rules of every language may make.

Each takes the slots of a rule by name and gives an expression, or None when the words make none
("30 February"); the constructor of a list gives the expressions of its members by their slots.
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
from ciie_timeline.grammar import clocks, dates, lengths, lists, sets, spans, units
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# --------------------------------------------------------------------------- editions

#: The most editions that "the third to the fifth" is taken to list.
MOST_LISTED = 200


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


def listed(  # noqa: PLR0913 - one parameter a slot of the rule
    *,
    first: int,
    last: int,
    middle: int | None = None,
    through: bool = False,
    series: str | None = None,
    noun: str | None = None,
) -> Expression | None:
    """Editions named one by one ("the seventh and eighth"), or from one to another."""
    if last <= first:
        return None
    numbers: tuple[int, ...] = (first, last) if middle is None else (first, middle, last)
    if through:
        numbers = tuple(range(first, min(last, first + MOST_LISTED) + 1))
    return EditionsRef("listed", len(numbers), series, noun=noun, numbers=numbers)


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


def anniversary(
    *, number: int, of: Expression | None = None, series: str | None = None
) -> Expression:
    """The Nth return of a founding, of a series or in a year where they are named."""
    return Anniversary(number, of if series is None else EditionRef(series, 1))


CONSTRUCTORS: Mapping[str, Callable[..., Expression | Mapping[str, Expression] | None]] = {
    each.__name__: each
    for each in (
        dates.calendar,
        dates.fiscal_year,
        dates.before_christ,
        dates.days,
        dates.days_alone,
        dates.weekdays,
        dates.years,
        dates.numeric,
        dates.day_first,
        dates.holiday,
        dates.lunar,
        dates.beside,
        dates.relative,
        dates.the_unit,
        dates.day,
        dates.then,
        clocks.clock,
        clocks.clock_figures,
        clocks.clock_h,
        clocks.clock_hours,
        clocks.clock_range,
        clocks.iso,
        clocks.stamp,
        clocks.clock_to,
        clocks.past_hour,
        clocks.to_hour,
        clocks.day_part,
        clocks.at,
        clocks.clock_part,
        clocks.at_hour,
        clocks.at_within,
        clocks.after_clock,
        clocks.before_clock,
        clocks.clock_in,
        clocks.at_hours,
        clocks.day_hours,
        clocks.hours,
        lengths.period,
        lengths.glued_length,
        lengths.joined,
        lengths.modified,
        lengths.window,
        lengths.ago,
        lengths.ahead,
        lengths.before,
        lengths.counted_from,
        lengths.after,
        lengths.earlier,
        lengths.later,
        lengths.year_earlier,
        lengths.elapsed,
        lengths.lasting,
        lengths.weekdays_on,
        lengths.weekdays_ago,
        units.days_in,
        units.week_of,
        units.week_of_day,
        units.nth,
        units.from_end,
        units.edge_day,
        units.century_before,
        units.first_units,
        units.half_of,
        units.inside,
        units.season,
        units.decade,
        spans.between,
        spans.since,
        spans.until,
        spans.up_to,
        spans.beyond,
        spans.part,
        spans.same,
        lists.listed_days,
        lists.listed_dates,
        lists.listed_units,
        lists.listed_numbers,
        lists.listed_seasons,
        sets.nothing,
        sets.every,
        sets.every_one,
        sets.every_at,
        sets.every_day_of_month,
        sets.reference,
        edition,
        editions,
        in_a_row,
        listed,
        inception,
        session,
        announcement,
        anniversary,
    )
}
