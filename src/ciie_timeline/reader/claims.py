"""What a text claims of editions: that it mentions them, which it takes for the current one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import Context, EditionRef, Kind, Mention, Relation, This
from ciie_timeline.model import Claim, Edition, Method, Modality, Place
from ciie_timeline.reader.belonging import PARAGRAPH
from ciie_timeline.reader.hearing import WHOLE, sentence_bounds
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.reader.hearing import Hearing
    from ciie_timeline.values import TimeValue

_EDITION_KINDS: Final = frozenset({Kind.EDITION.value, Kind.EDITIONS.value})


def claims(
    text: str, mentions: Sequence[Mention], context: Context, hearing: Hearing, source: str
) -> Iterator[Claim]:
    """What a text says of editions.

    Each is mentioned.  One that the text takes for that of its own year is ``current-in`` it; so
    is one without known days that the text reports as happening.
    """
    current = _takes_for_current(mentions, context)
    today = context.today
    for mention in mentions:
        if mention.series not in context.known or mention.kind not in _EDITION_KINDS:
            continue
        for number in mention.editions:
            subject = f"{mention.series}/{number}"
            yield _claim(mention, subject, "mentioned", mention.when, source)
            if not _is_numbered(mention) or today is None:
                continue
            if current == number or _is_reported(
                text, mention, mentions, context, hearing
            ):
                yield _claim(mention, subject, "current-in", PartialDate(today.year), source)


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
    mention: Mention, subject: str, name: str, value: TimeValue | None, source: str
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
