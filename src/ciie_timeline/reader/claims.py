"""What a text claims of editions: that it mentions them, which it takes for the current one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    Between,
    Context,
    EditionRef,
    Kind,
    Mention,
    Relation,
    SessionRef,
    This,
)
from ciie_timeline.model import Claim, Edition, Method, Modality, Place
from ciie_timeline.reader.belonging import PARAGRAPH
from ciie_timeline.reader.hearing import WHOLE, sentence_bounds
from ciie_timeline.resolver import slug
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.reader.hearing import Hearing
    from ciie_timeline.values import TimeValue

_EDITION_KINDS: Final = frozenset({Kind.EDITION.value, Kind.EDITIONS.value})
#: The most days of a range that is taken for the days of an edition.
_LONGEST: Final = 45


def claims(
    text: str, mentions: Sequence[Mention], context: Context, hearing: Hearing, source: str
) -> Iterator[Claim]:
    """What a text says of editions and sessions.

    Each is mentioned.  A range of days beside a single edition is when it is held; a session that
    no record has gets its name, and the days of its edition to lie in.  An edition that the text
    takes for that of its own year is ``current-in`` it.
    """
    current = _takes_for_current(mentions, context)
    for mention in mentions:
        if mention.kind in _EDITION_KINDS:
            yield from _of_editions(text, mention, mentions, hearing, source)
            if _is_current(text, mention, mentions, context, hearing, current):
                year = PartialDate(context.today.year if context.today else 0)
                yield _claim(mention, _subjects(mention)[0], "current-in", year, source)
        elif mention.kind == Kind.SESSION.value and len(mention.editions) == 1:
            yield from _of_session(mention, source)


def _subjects(mention: Mention) -> tuple[str, ...]:
    """The keys of the editions that are meant: by number, else by year."""
    if mention.editions:
        return tuple(f"{mention.series}/{number}" for number in mention.editions)
    first = mention.earliest
    return (f"{mention.series}/{first.year}",) if isinstance(first, date) else ()


def _of_editions(
    text: str, mention: Mention, mentions: Sequence[Mention], hearing: Hearing, source: str
) -> Iterator[Claim]:
    form = mention.expression
    for subject in _subjects(mention):
        yield _claim(mention, subject, "mentioned", mention.when, source)
    if len(_subjects(mention)) != 1 or not isinstance(form, EditionRef):
        return
    if form.named is not None:
        yield _claim(mention, _subjects(mention)[0], "name", form.named, source)
        if mention.when is not None:
            yield _claim(mention, _subjects(mention)[0], "when", mention.when, source)
        return
    days = _days_beside(text, mention, mentions)
    if days is not None:
        said = _claim(days, _subjects(mention)[0], "when", days.when, source)
        planned = hearing.plans(text, mention.start, mention.end)
        yield attrs.evolve(said, modality=Modality.PLANNED) if planned else said


def _days_beside(text: str, mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The range of days in the sentence of a single edition, when there is one of each."""
    start, end = sentence_bounds(text, mention.start, mention.end, WHOLE)
    beside = [each for each in mentions if start <= each.start and each.end <= end]
    others = {each.editions for each in beside if each.kind in _EDITION_KINDS}
    ranges = [each for each in beside if _is_days(each)]
    return ranges[0] if len(ranges) == 1 and len(others) == 1 else None


def _is_days(mention: Mention) -> bool:
    first, last = mention.earliest, mention.latest
    return (
        isinstance(mention.expression, Between)
        and mention.resolution.precision is Precision.DAY
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
    when = _claim(mention, subject, "when", mention.when, source)
    yield attrs.evolve(when, method=Method.INFERRED)


def _is_current(  # noqa: PLR0913 - what the judgement rests on
    text: str,
    mention: Mention,
    mentions: Sequence[Mention],
    context: Context,
    hearing: Hearing,
    current: int | None,
) -> bool:
    if not _is_numbered(mention) or mention.series not in context.known:
        return False
    if current is not None and mention.series == context.series and mention.editions == (current,):
        return True
    return _is_reported(text, mention, mentions, context, hearing)


def _is_numbered(mention: Mention) -> bool:
    form = mention.expression
    return isinstance(form, EditionRef) and form.number is not None and form.of is None


def _is_reported(
    text: str, mention: Mention, mentions: Sequence[Mention], context: Context, hearing: Hearing
) -> bool:
    """Whether the text reports an edition as news of its year though its days say otherwise.

    It does when a sentence tied to no other time reports it, and its days are not known or the
    paragraph puts it where another edition, that of the year, is held.
    """
    today, held = context.today, mention.earliest
    if today is None or (isinstance(held, date) and held.year == today.year):
        return False
    start, end = sentence_bounds(text, mention.start, mention.end, WHOLE)
    tied = any(
        each.when is not None and each.kind in _DATED
        for each in mentions
        if each is not mention and start <= each.start and each.end <= end
    )
    if tied or not hearing.reports(text, mention.start, mention.end):
        return False
    return mention.when is None or _is_put_elsewhere(text, mention, context, today.year)


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


_DATED: Final = frozenset({Kind.DATE.value, Kind.EDITION.value})


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


def _takes_for_current(mentions: Sequence[Mention], context: Context) -> int | None:
    """The number that the text gives to the edition of its own year, when it is the focus.

    It does so when the focus is named by number, the text speaks of this year's edition, and
    gives that no other number.
    """
    today, focus, series = context.today, context.focus, context.series
    if today is None or focus is None:
        return None
    forms = [
        (each.expression, each)
        for each in mentions
        if isinstance(each.expression, EditionRef) and each.series == series
    ]
    named = {form.number for form, _ in forms if form.number is not None and form.of is None}
    years = {each.editions for form, each in forms if _is_this_years(form)}
    if focus not in named or not years or any(set(numbers) & named for numbers in years):
        return None
    return focus


def _is_this_years(form: EditionRef) -> bool:
    return (
        isinstance(form.of, This) and form.of.unit is Precision.YEAR
    ) or form.seek == "upcoming" or form.relation is Relation.THIS
