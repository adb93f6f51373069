"""What a text claims of editions: that it mentions them, which it takes for the current one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    Between,
    Calendar,
    Context,
    EditionRef,
    Kind,
    Mention,
    SessionRef,
)
from ciie_timeline.model import Claim, Edition, Method, Modality, Place
from ciie_timeline.reader.about import is_of_now
from ciie_timeline.reader.belonging import PARAGRAPH
from ciie_timeline.resolver import slug
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.reader.hearing import Hearing
    from ciie_timeline.reader.sentences import Page
    from ciie_timeline.values import TimeValue

_EDITION_KINDS: Final = frozenset({Kind.EDITION.value, Kind.EDITIONS.value})
#: The most days of a range that is taken for the days of an edition.
_LONGEST: Final = 45


def claims(page: Page, context: Context, hearing: Hearing, source: str) -> Iterator[Claim]:
    """What a text says of editions and sessions.

    Each is mentioned.  A range of days beside a single edition is when it is held; a session that
    no record has gets its name, and the days of its edition to lie in.  An edition that the text
    takes for that of its own year is ``current-in`` it.
    """
    current = _takes_for_current(page, context)
    for mention in page.mentions:
        if mention.resolution.series is None:
            continue
        if mention.kind in _EDITION_KINDS:
            yield from _of_editions(page, mention, context, hearing, source)
            year = _given_year(mention)
            if year is not None:
                yield _claim(mention, _subjects(mention)[0], "current-in", year, source)
            if _is_current(page, mention, context, hearing, current):
                year = PartialDate(context.today.year if context.today else 0)
                yield _claim(mention, _subjects(mention)[0], "current-in", year, source)
        elif mention.kind == Kind.SESSION.value and len(mention.editions) == 1:
            yield from _of_session(mention, source)


def _given_year(mention: Mention) -> PartialDate | None:
    """The year that a phrase gives beside a number ("the sixth CIIE in 2023")."""
    form = mention.expression
    if not isinstance(form, EditionRef) or form.number is None or form.named is not None:
        return None
    year = form.of.year if isinstance(form.of, Calendar) and not form.of.short_year else None
    return None if year is None else PartialDate(year)


def _subjects(mention: Mention) -> tuple[str, ...]:
    """The keys of the editions that are meant: by number, else by year."""
    if mention.editions:
        return tuple(f"{mention.series}/{number}" for number in mention.editions)
    first = mention.earliest
    return (f"{mention.series}/{first.year}",) if isinstance(first, date) else ()


def _of_editions(
    page: Page, mention: Mention, context: Context, hearing: Hearing, source: str
) -> Iterator[Claim]:
    form = mention.expression
    for subject in _subjects(mention):
        yield _claim(mention, subject, "mentioned", mention.when, source)
    if len(_subjects(mention)) != 1 or not isinstance(form, EditionRef):
        return
    if form.named is not None:
        yield _claim(mention, _subjects(mention)[0], "name", form.named, source)
        if mention.when is not None:
            # Beside a record, a week or one of its days says no more than the year.
            year = _only_year(mention) if mention.series in context.known else None
            name, value = ("when", mention.when) if year is None else ("current-in", year)
            yield _claim(mention, _subjects(mention)[0], name, value, source)
        return
    days = _days_beside(page, mention)
    if days is not None:
        said = _claim(days, _subjects(mention)[0], "when", days.when, source)
        planned = hearing.plans(page.text, mention.start, mention.end)
        yield attrs.evolve(said, modality=Modality.PLANNED) if planned else said


def _only_year(mention: Mention) -> PartialDate | None:
    first, last = mention.earliest, mention.latest
    if isinstance(first, date) and isinstance(last, date) and first.year == last.year:
        return PartialDate(first.year)
    return None


def _days_beside(page: Page, mention: Mention) -> Mention | None:
    """The range of days in the sentence of a single edition, when there is one of each."""
    beside = page.beside(mention)
    others = {each.editions for each in beside if each.kind in _EDITION_KINDS}
    ranges = [each for each in beside if _is_days(each)]
    return ranges[0] if len(ranges) == 1 and others <= {mention.editions} else None


def _is_days(mention: Mention) -> bool:
    if not isinstance(mention.expression, Between):
        return False
    first, last = mention.earliest, mention.latest
    return (
        mention.resolution.precision is Precision.DAY
        and isinstance(first, date)
        and isinstance(last, date)
        and (last - first).days < _LONGEST
    )


def _of_session(mention: Mention, source: str) -> Iterator[Claim]:
    form = mention.expression
    if not isinstance(form, SessionRef) or form.part:
        return
    subject = f"{mention.series}/{mention.editions[0]}/{slug(form.name)}"
    yield _claim(mention, subject, "name", form.name, source)
    if any(step.rule == "session.dates" for step in mention.resolution.steps):
        return  # the days are those of the record: the text does not say them again
    when = _claim(mention, subject, "when", mention.when, source)
    yield attrs.evolve(when, method=Method.INFERRED)


def _is_current(
    page: Page, mention: Mention, context: Context, hearing: Hearing, current: int | None
) -> bool:
    if mention.series not in context.known or not _is_numbered(page, mention):
        return False
    if current is not None and mention.series == context.series and mention.editions == (current,):
        return True
    return _is_reported(page, mention, context, hearing)


def _is_numbered(page: Page, mention: Mention) -> bool:
    """Whether an edition is named by number and tied to no year or day of its own."""
    form = mention.expression
    if not isinstance(form, EditionRef) or form.number is None or form.of is not None:
        return False
    return not any(
        each.resolution.kind is Kind.DATE
        and each.when is not None
        and each.resolution.timex != "PRESENT_REF"
        and mention.editions == each.editions
        for each in page.beside(mention)
    )


def _is_reported(page: Page, mention: Mention, context: Context, hearing: Hearing) -> bool:
    """Whether the text reports an edition as news of its year though its days say otherwise.

    It does when a sentence without another edition reports it, and its days are not known or the
    paragraph puts it where another edition, that of the year, is held.
    """
    today, held = context.today, mention.earliest
    if today is None or (isinstance(held, date) and held.year == today.year):
        return False
    if any(each.kind == Kind.EDITION.value for each in page.beside(mention)):
        return False
    if not hearing.reports(page.text, mention.start, mention.end):
        return False
    return mention.when is None or _is_put_elsewhere(page.text, mention, context, today.year)


def _is_put_elsewhere(text: str, mention: Mention, context: Context, year: int) -> bool:
    """Whether the paragraph names the place of the year's edition, and not that of the mention."""
    known = context.known[mention.series or ""]
    own = known.numbered(mention.editions[0])
    now = next((each for each in known.editions if _year(each) == year), None)
    if own is None or now is None or own.place is None or now.place is None:
        return False
    here, there = _locality(own.place), _locality(now.place)
    first = max(0, mention.start - PARAGRAPH)
    around = text[text.rfind("\n\n", first, mention.start) + 1 : mention.end + PARAGRAPH]
    paragraph = around.partition("\n\n")[0] if mention.start - first < PARAGRAPH else around
    return here != there and there in paragraph and here not in paragraph


def _locality(place: Place) -> str:
    return place.locality or place.name


def _year(edition: Edition) -> int | None:
    first = None if edition.when is None else edition.when.earliest
    return first.year if isinstance(first, date) else None


def _claim(
    mention: Mention, subject: str, name: str, value: TimeValue | str | None, source: str
) -> Claim:
    return Claim(
        id=f"{subject}#{name}@{source}:{mention.start}-{mention.end}",
        subject=subject,
        property=name,
        value=value,
        source=source,
        span=(mention.start, mention.end),
        quote=mention.text,
        method=Method.RESOLVED,
        modality=Modality.HELD,
    )


def _takes_for_current(page: Page, context: Context) -> int | None:
    """The number that the text gives to the edition of its own year, when it is the focus.

    It does so when the focus is named by number, the text speaks of this year's edition, and
    gives that no other number.
    """
    focus, series = context.focus, context.series
    if context.today is None or focus is None:
        return None
    own = [each for each in page.mentions if each.series == series]
    named = {each.editions for each in own if _is_numbered(page, each)}
    years = {
        each.editions
        for each in own
        if isinstance(each.expression, EditionRef) and is_of_now(each.expression)
    }
    return focus if (focus,) in named and years and not years & named else None
