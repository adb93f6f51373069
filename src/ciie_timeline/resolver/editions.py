"""Editions, sessions, announcements and anniversaries, from what is known of their series."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from ciie_timeline.forms import (
    Alternative,
    AnnouncementRef,
    Calendar,
    Context,
    EditionRef,
    EditionsRef,
    Expression,
    Inception,
    Kind,
    Known,
    Relation,
    Resolution,
    SessionRef,
    Step,
)
from ciie_timeline.model import Status
from ciie_timeline.resolver import occasions
from ciie_timeline.resolver.records import (
    first_day,
    focused,
    known_of,
    last_day,
    named_series,
    no_series,
    overlaps,
    slug,
)
from ciie_timeline.resolver.units import day_value
from ciie_timeline.values import Bound, Interval, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ciie_timeline.model import Edition

    Resolve = Callable[..., Resolution]


def resolve(
    given: EditionRef | EditionsRef | Inception | SessionRef | AnnouncementRef,
    context: Context,
    resolve_time: Resolve,
) -> Resolution:
    """Find the editions that are meant; ``series`` is None when the text's series is not known."""
    match given:
        case EditionRef():
            return _edition(given, context, resolve_time)
        case EditionsRef():
            return _editions(given, context, resolve_time)
        case Inception():
            return occasions.inception(given, context)
        case SessionRef():
            return occasions.session(given, context, resolve_time)
        case AnnouncementRef():
            return occasions.announcement(given, context)


# --------------------------------------------------------------------------- one edition


def _edition(given: EditionRef, context: Context, resolve_time: Resolve) -> Resolution:
    if given.named is not None:
        return _named(given, context, resolve_time)
    known = known_of(given.series, given.noun, context)
    if known is None:
        return no_series()
    key = known.series.key
    if given.number is not None:
        return _by_number(known, given, context)
    if given.of is not None:
        return _by_time(known, given.of, context, resolve_time)
    if given.relation is not None:
        return _by_relation(known, given.relation, context)
    seek = given.seek or "latest"
    found = _sought(known, seek, context)
    step = Step(f"edition.{seek}", (*named_series(known), ("day", context.today)))
    return _of_edition(found, key, step)


def _of_edition(
    found: Edition | None, series: str, *steps: Step, readings: tuple[Alternative, ...] = ()
) -> Resolution:
    if found is None:
        return Resolution(
            Kind.EDITION, None, series=series, steps=(*steps, Step("unresolved.no-such-edition"))
        )
    numbers = () if found.number is None else (found.number,)
    dates = Step(
        "edition.dates",
        (
            ("edition", found.key),
            ("number", found.number),
            ("name", found.name),
            ("when", found.when),
            ("status", found.status.value),
        ),
    )
    return Resolution(
        Kind.EDITION,
        found.when,
        None if found.when is None else found.when.precision,
        series,
        numbers,
        readings,
        (*steps, dates),
    )


def _by_number(known: Known, given: EditionRef, context: Context) -> Resolution:
    number = given.number or 0
    step = Step("edition.number", (("number", number), *named_series(known)))
    found = known.numbered(number)
    if found is None:
        return Resolution(
            Kind.EDITION,
            None,
            series=known.series.key,
            editions=(number,),
            steps=(step, Step("unresolved.no-such-edition", (("number", number),))),
        )
    other = _of_given_year(known, found, given) or _current(known, found, context)
    return _of_edition(found, known.series.key, step, readings=other)


def _of_given_year(known: Known, found: Edition, given: EditionRef) -> tuple[Alternative, ...]:
    """When the phrase gives another year than that of its number: the edition of that year."""
    held = first_day(found)
    if not isinstance(given.of, Calendar) or held is None or given.of.year in (None, held.year):
        return ()
    return _as_reading(known, given.of.year or 0)


def _current(known: Known, found: Edition, context: Context) -> tuple[Alternative, ...]:
    """When the number contradicts the day: the edition of the text's own year as a reading."""
    today, held = context.today, first_day(found)
    if today is None or held is None or context.focus != found.number or held.year == today.year:
        return ()
    if not context.speaks_of_now:
        return ()
    return _as_reading(known, today.year)


def _as_reading(known: Known, year: int) -> tuple[Alternative, ...]:
    """The edition of a year as another reading."""
    other = _of_year(known, year)
    if other is None or other.number is None:
        return ()
    step = Step("reading.current-edition", (("number", other.number), ("year", year)))
    return (Alternative(other.when, Precision.DAY, known.series.key, (other.number,), step),)


def _of_year(known: Known, year: int) -> Edition | None:
    for each in known.editions:
        first = first_day(each)
        if (first is not None and first.year == year) or each.label == str(year):
            return each
    return None


def _by_time(known: Known, of: Expression, context: Context, resolve_time: Resolve) -> Resolution:
    """The edition that lies in a time ("this year's expo"): its days decide, then its label."""
    time = resolve_time(of, attrs.evolve(context, series=None))
    first, last = time.earliest, time.latest
    series = known.series.key
    step = Step("edition.of-time", (*named_series(known), ("time", time.when)))
    if not isinstance(first, date) or not isinstance(last, date):
        return Resolution(Kind.EDITION, None, series=series, steps=(*time.steps, step))
    inside = [each for each in known.editions if overlaps(each, first, last)]
    labelled = [each for each in known.editions if each.label == str(first.year)]
    chosen = inside[0] if inside else labelled[0] if labelled else None
    found = _of_edition(chosen, series, *time.steps, step)
    return _misnumbered(found, known, first.year, context)


def _misnumbered(found: Resolution, known: Known, year: int, context: Context) -> Resolution:
    """Where the text numbers its own year's edition otherwise, that edition is a reading."""
    today = context.today
    if today is None or context.focus is None or year != today.year or not found.editions:
        return found
    focus = known.numbered(context.focus)
    held = None if focus is None else first_day(focus)
    if focus is None or held is None or held.year == year or held > today:
        return found
    step = Step("reading.as-numbered", (("number", context.focus),))
    other = Alternative(focus.when, Precision.DAY, known.series.key, (context.focus,), step)
    return attrs.evolve(found, readings=(*found.readings, other))


def _by_relation(known: Known, relation: Relation, context: Context) -> Resolution:
    """Previous, this and next count from the focus edition."""
    shift = {Relation.LAST: -1, Relation.THIS: 0, Relation.NEXT: 1}[relation]
    focus = context.focus
    series = known.series.key
    if focus is None:
        near = _nearest(known, context)
        focus = None if near is None else near.number
    if focus is None:
        unknown = (("relation", relation.value), *named_series(known))
        return _of_edition(None, series, Step("edition.relative", unknown))
    if relation is Relation.NEXT and not context.named and _is_ahead(known, focus, context):
        step = Step("edition.upcoming", (*named_series(known), ("day", context.today)))
        return _of_edition(known.numbered(focus), series, step)
    said = (("relation", relation.value), *focused(known, focus), *named_series(known))
    step = Step("edition.relative", said)
    return _of_edition(known.numbered(focus + shift), series, step)


def _is_ahead(known: Known, number: int, context: Context) -> bool:
    """Whether an edition begins after the publication day."""
    found = known.numbered(number)
    first = None if found is None else first_day(found)
    return first is not None and context.today is not None and first > context.today


def _nearest(known: Known, context: Context) -> Edition | None:
    """The edition that runs on the publication day, else the nearest in its calendar year."""
    today = context.today
    if today is None:
        return None
    running = [each for each in known.editions if overlaps(each, today, today)]
    year = [each for each in known.editions if _in_year(each, today.year)]
    near = min(year, key=lambda each: _apart(each, today), default=None)
    return running[0] if running else near


def _in_year(edition: Edition, year: int) -> bool:
    first = first_day(edition)
    return first is not None and first.year == year


def _apart(edition: Edition, today: date) -> int:
    first, last = first_day(edition) or today, last_day(edition) or today
    return max((first - today).days, (today - last).days, 0)


def focus_of(known: Known, context: Context) -> int | None:
    """The number of the edition that a text of that day is about when it names none."""
    found = _nearest(known, context)
    return None if found is None else found.number


def _sought(known: Known, seek: str, context: Context) -> Edition | None:
    today = context.today
    kept = [each for each in known.editions if each.status is not Status.CANCELLED]
    dated = [(first, each) for each in kept if (first := first_day(each)) is not None]
    if seek == "first":
        return known.numbered(1)
    if today is None or not dated:
        return None
    if seek == "upcoming":
        return next((each for first, each in dated if first >= today), None)
    started = [each for first, each in dated if first <= today]
    return started[-1] if started else None


def _named(given: EditionRef, context: Context, resolve_time: Resolve) -> Resolution:
    """An edition of an event that no pack describes: a series of its own."""
    series = slug(given.named or "")
    number = () if given.number is None else (given.number,)
    step = Step("edition.named", (("name", given.named), ("number", given.number)))
    if given.of is None:
        return Resolution(Kind.EDITION, None, series=series, editions=number, steps=(step,))
    time = resolve_time(given.of, attrs.evolve(context, series=None))
    return Resolution(
        Kind.EDITION, time.when, time.precision, series, number, steps=(*time.steps, step)
    )


# --------------------------------------------------------------------------- several editions


def _editions(given: EditionsRef, context: Context, resolve_time: Resolve) -> Resolution:
    known = known_of(given.series, given.noun, context)
    if known is None:
        return attrs.evolve(no_series(), kind=Kind.EDITIONS)
    listed = [each for each in known.editions if each.number is not None]
    counted = [each for each in listed if each.status is not Status.CANCELLED]
    match given.direction:
        case "first" | "total":
            chosen, steps = _from_start(given, counted, context, resolve_time)
        case "previous":
            chosen, steps = _before(given, counted, known, context)
        case "next":
            chosen, steps = _after(given, counted, known, context)
        case "listed":
            chosen = [each for each in listed if each.number in given.numbers]
            steps = (Step("editions.listed", (("number", len(given.numbers)),)),)
        case "consecutive":
            chosen, steps = _in_a_row(given, counted, known, context)
    last = attrs.evolve(steps[-1], arguments=(*steps[-1].arguments, *named_series(known)))
    return _of_editions(known.series.key, chosen, (*steps[:-1], last), context.today)


def _of_editions(
    series: str, chosen: Sequence[Edition], steps: tuple[Step, ...], today: date | None
) -> Resolution:
    numbers = tuple(each.number for each in chosen if each.number is not None)
    first = first_day(chosen[0]) if chosen else None
    last = last_day(chosen[-1]) if chosen else None
    if first is None or last is None:
        return Resolution(Kind.EDITIONS, None, series=series, editions=numbers, steps=steps)
    dates = Step(
        "editions.dates",
        (
            ("first", numbers[0]),
            ("last", numbers[-1]),
            ("from", first),
            ("to", last),
            ("day", today),
        ),
    )
    return Resolution(
        Kind.EDITIONS,
        Interval(day_value(first), day_value(last)),
        Precision.DAY,
        series,
        numbers,
        steps=(*steps, dates),
    )


def _from_start(
    given: EditionsRef, counted: list[Edition], context: Context, resolve_time: Resolve
) -> tuple[list[Edition], tuple[Step, ...]]:
    """The first N, or N since a time."""
    step = Step(f"editions.{given.direction}", (("number", given.number),))
    if given.since is None:
        return counted[: given.number], (step,)
    time = resolve_time(given.since, attrs.evolve(context, series=None))
    start = time.earliest
    if not isinstance(start, date):
        return [], (*time.steps, step)
    later = [each for each in counted if (first_day(each) or date.min) >= start]
    since = Step("editions.since", (("number", given.number), ("start", time.when)))
    return later[: given.number], (since,)


def _before(
    given: EditionsRef, counted: list[Edition], known: Known, context: Context
) -> tuple[list[Edition], tuple[Step, ...]]:
    """The N latest that were over before the focus edition and the publication day."""
    today, focus = context.today, context.focus
    over = [
        each
        for each in counted
        if (today is not None or focus is not None)
        and (focus is None or (each.number or 0) < focus)
        and (today is None or (last_day(each) or date.max) < today)
    ]
    said = (("number", given.number), *focused(known, focus), ("day", today))
    step = Step("editions.previous", said)
    return (over if given.number is None else over[-given.number :]), (step,)


def _after(
    given: EditionsRef, counted: list[Edition], known: Known, context: Context
) -> tuple[list[Edition], tuple[Step, ...]]:
    """The N that follow the focus edition, or else the publication day."""
    today, focus = context.today, context.focus
    ahead = [
        each
        for each in counted
        if (focus is not None and (each.number or 0) > focus)
        or (focus is None and today is not None and (first_day(each) or date.min) >= today)
    ]
    said = (("number", given.number), *focused(known, focus), ("day", today))
    step = Step("editions.next", said)
    return ahead[: given.number], (step,)


def _in_a_row(
    given: EditionsRef, counted: list[Edition], known: Known, context: Context
) -> tuple[list[Edition], tuple[Step, ...]]:
    """The N editions that end with the focus edition."""
    focus = context.focus if context.focus is not None else focus_of(known, context)
    upto = [each for each in counted if focus is not None and (each.number or 0) <= focus]
    number = given.number or 0
    step = Step("editions.consecutive", (("number", number), *focused(known, focus)))
    return (upto[-number:] if len(upto) >= number else []), (step,)


def numbered(found: Resolution, context: Context) -> Resolution:
    """A time that overlaps exactly one edition of the text's series carries its number."""
    inner = tuple(step for step in found.steps if step.rule != "edition.meets")
    found = attrs.evolve(found, steps=inner) if inner != found.steps else found
    known = context.known.get(context.series or "")
    first, last = found.earliest, found.latest
    if known is None or not isinstance(first, date) or not isinstance(last, date):
        return found
    hits = [each for each in known.editions if overlaps(each, first, last)]
    if len(hits) != 1 or hits[0].number is None or _now(found):
        return found
    step = Step(
        "edition.meets",
        (
            ("edition", hits[0].key),
            ("when", hits[0].when),
            ("fit", _fit(hits[0], first, last)),
            *named_series(known),
        ),
    )
    return attrs.evolve(
        found, series=known.series.key, editions=(hits[0].number,), steps=(*found.steps, step)
    )


def _fit(edition: Edition, first: date, last: date) -> str:
    """How the days of a time lie to those of an edition that they touch."""
    opens, closes = first_day(edition), last_day(edition)
    if opens is None or closes is None:
        return "overlaps"
    if (first, last) == (opens, closes):
        return "same"
    if opens <= first and last <= closes:
        return "within"
    return "holds" if first <= opens and closes <= last else "overlaps"


def _now(found: Resolution) -> bool:
    """Whether it is no more than a pointer to the publication day."""
    return found.timex == "PRESENT_REF" or (
        isinstance(found.when, Interval) and found.when.end is Bound.OPEN
    )
