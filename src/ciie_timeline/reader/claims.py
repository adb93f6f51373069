"""What a text claims of editions: that it mentions them, which it takes for the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import Context, EditionRef, Kind, Mention, Relation, This
from ciie_timeline.model import Claim, Method, Modality
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.values import TimeValue

def claims(
    text: str, mentions: Sequence[Mention], context: Context, lexicon: Lexicon, source: str
) -> Iterator[Claim]:
    """What a text says of editions: that it mentions them, and which it takes for the current."""
    current = _takes_for_current(mentions, context)
    for mention in mentions:
        if mention.series not in context.known or mention.kind not in _EDITION_KINDS:
            continue
        for number in mention.editions:
            subject = f"{mention.series}/{number}"
            yield _claim(mention, subject, "mentioned", mention.when, source)
            named = isinstance(mention.expression, EditionRef) and mention.expression.number
            if current is not None and number == current[0] and named:
                yield _claim(mention, subject, "current-in", PartialDate(current[1]), source)


_EDITION_KINDS = frozenset({Kind.EDITION.value, Kind.EDITIONS.value})


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


def _takes_for_current(
    mentions: Sequence[Mention], context: Context
) -> tuple[int, int] | None:
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
    return focus, today.year


def _is_this_years(form: EditionRef) -> bool:
    return (
        isinstance(form.of, This) and form.of.unit is Precision.YEAR
    ) or form.seek == "upcoming" or form.relation is Relation.THIS
