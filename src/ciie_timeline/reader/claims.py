"""What a text claims of editions: that it mentions them, which it takes for the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import Context, EditionRef, Kind, Mention, Relation, This
from ciie_timeline.model import Claim, Method, Modality
from ciie_timeline.reader.hearing import sentence_bounds
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
            if current == number or _is_reported(text, mention, mentions, hearing):
                yield _claim(mention, subject, "current-in", PartialDate(today.year), source)


def _is_numbered(mention: Mention) -> bool:
    form = mention.expression
    return isinstance(form, EditionRef) and form.number is not None and form.of is None


def _is_reported(
    text: str, mention: Mention, mentions: Sequence[Mention], hearing: Hearing
) -> bool:
    """Whether an edition of unknown days is news: reported, and tied to no other time."""
    if mention.when is not None:
        return False
    start, end = sentence_bounds(text, mention.start, mention.end)
    beside = [
        each
        for each in mentions
        if each is not mention and start <= each.start and each.end <= end
    ]
    tied = any(each.when is not None and each.kind in _DATED for each in beside)
    return not tied and hearing.reports(text, mention.start, mention.end)


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
