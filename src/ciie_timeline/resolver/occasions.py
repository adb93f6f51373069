"""Occasions of a series: its inception, sessions, announcements and anniversaries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.forms import (
    Alternative,
    Anniversary,
    AnnouncementRef,
    Context,
    EditionRef,
    Inception,
    Kind,
    Relation,
    Resolution,
    SessionRef,
    Step,
)
from ciie_timeline.resolver.records import first_day, known_of, named_series, no_series, slug
from ciie_timeline.resolver.units import day_value
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

    from ciie_timeline.model import Session

    Resolve = Callable[..., Resolution]


def inception(given: Inception, context: Context) -> Resolution:
    """The beginning of a series: the first day of its first edition."""
    known = known_of(given.series, given.noun, context)
    first = None if known is None else known.numbered(1)
    day = None if first is None else first_day(first)
    if known is None or day is None:
        return attrs.evolve(no_series(), kind=Kind.DATE)
    step = Step("series.inception", (*named_series(known), ("day", day)))
    return Resolution(Kind.DATE, day_value(day), Precision.DAY, known.series.key, steps=(step,))


def session(given: SessionRef, context: Context, resolve_time: Resolve) -> Resolution:
    """A session of an edition: its own days where they are known, else inside the edition."""
    edition = given.edition or EditionRef(relation=Relation.THIS)
    found = resolve_time(edition, context)
    step = Step("session", (("name", given.name), ("editions", found.editions)))
    own = _known_session(given, found, context)
    if own is None or own.when is None:
        return attrs.evolve(
            found, kind=Kind.SESSION, readings=(), steps=(*found.steps, step), timex=None
        )
    inside = Alternative(found.when, found.precision, found.series, found.editions)
    dates = Step("session.dates", (("session", own.key), ("when", own.when)))
    return attrs.evolve(
        found,
        kind=Kind.SESSION,
        when=own.when,
        precision=own.when.precision,
        readings=(inside,),
        steps=(*found.steps, step, dates),
        timex=None,
    )


def _known_session(given: SessionRef, found: Resolution, context: Context) -> Session | None:
    """The record of the session: by the id of its part, or by its name."""
    known = context.known.get(found.series or "")
    if known is None or len(found.editions) != 1:
        return None
    part = given.part or slug(given.name)
    key = f"{found.series}/{found.editions[0]}/{part}"
    return next((each for each in known.sessions if each.key == key), None)


def announcement(given: AnnouncementRef, context: Context) -> Resolution:
    """The announcement of the series: as its record has it, else unknown."""
    known = known_of(given.series, None, context)
    if known is None:
        return attrs.evolve(no_series(), kind=Kind.ANNOUNCEMENT)
    when = known.series.founded
    step = Step("announcement", (*named_series(known), ("when", when)))
    return Resolution(
        Kind.ANNOUNCEMENT,
        when,
        None if when is None else when.precision,
        known.series.key,
        steps=(step,),
    )


def anniversary(given: Anniversary, context: Context, resolve_time: Resolve) -> Resolution:
    """The Nth anniversary: the founding N years before, the year of celebration as a reading.

    The founding is that of the record where the series is named; else it is counted back from the
    year that the phrase gives, else from the publication day.
    """
    founded, source = _founding(given, context, resolve_time)
    if founded is None:
        return Resolution(Kind.ANNIVERSARY, None, steps=(Step("unresolved.no-publication-day"),))
    year = founded + given.number
    said = (("number", given.number), ("founded", founded), ("celebrated", year), *source)
    founding = Step("anniversary.on-record" if source else "anniversary.founding", said)
    celebration = Step("anniversary.celebration", said)
    chosen, kept = (PartialDate(founded), founding), (PartialDate(year), celebration)
    if context.policy.anniversary == "celebration":
        chosen, kept = kept, chosen
    return Resolution(
        Kind.ANNIVERSARY,
        chosen[0],
        Precision.YEAR,
        readings=(Alternative(kept[0], Precision.YEAR, because=kept[1]),),
        steps=(chosen[1],),
    )


def _founding(
    given: Anniversary, context: Context, resolve_time: Resolve
) -> tuple[int | None, tuple[tuple[str, Any], ...]]:
    """The year of the founding, and what the series is called when its record gives it."""
    if isinstance(given.of, EditionRef):
        known = known_of(given.of.series, None, context)
        first = None if known is None else known.numbered(1)
        day = None if first is None else first_day(first)
        if known is not None and day is not None:
            return day.year, named_series(known)
    elif given.of is not None:
        year = resolve_time(given.of, attrs.evolve(context, series=None)).earliest
        return (year.year - given.number if isinstance(year, date) else None), ()
    if context.today is None or context.today.year <= given.number:
        return None, ()
    return context.today.year - given.number, ()
