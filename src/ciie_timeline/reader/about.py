"""What a text is about: its series, its focus edition, the anchors that it names."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs

from ciie_timeline.forms import (
    Context,
    EditionRef,
    EditionsRef,
    Elapsed,
    Expression,
    Inception,
    SessionRef,
    Since,
    This,
)
from ciie_timeline.resolver import focus_of, resolve
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.forms import Known, Mention
    from ciie_timeline.grammar import Parsed
    from ciie_timeline.values import TimeValue

#: How far into a text its title and lead go: paragraphs that are not empty, and code points.
LEAD_PARAGRAPHS: Final = 3
LEAD_LENGTH: Final = 1200
_PARAGRAPH: Final = re.compile(r"\S[^\n]*\n\s*")
_FINE = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})


def about(text: str, parsed: Sequence[Parsed], context: Context) -> Context:
    """The context with the series and the edition that the text is about."""
    forms = [(each.start, form) for each in parsed for form in _editions_in(each.expression)]
    series = context.series or _first_series(text, forms, context)
    known = context.known.get(series or "")
    if known is None:
        return context
    context = attrs.evolve(context, series=series)
    if context.focus is None:
        context = attrs.evolve(context, focus=_focus(text, forms, known, context))
    return context


def _editions_in(form: Expression) -> Iterator[EditionRef | EditionsRef | Inception]:
    if isinstance(form, Since):
        form = form.anchor
    if isinstance(form, SessionRef):
        form = form.edition or form
    if isinstance(form, (EditionRef, EditionsRef, Inception)):
        yield form


def _first_series(
    text: str, forms: Sequence[tuple[int, Any]], context: Context
) -> str | None:
    """The series named most, of equals the first; the only one there is when none is named."""
    del text
    names = [form.series for _, form in forms if form.series in context.known]
    if names:
        return max(dict.fromkeys(names), key=names.count)
    return next(iter(context.known)) if len(context.known) == 1 else None


def _lead(text: str) -> int:
    """Where the lead ends."""
    at = 0
    for _ in range(LEAD_PARAGRAPHS):
        found = _PARAGRAPH.match(text, at) or _PARAGRAPH.search(text, at, at + LEAD_LENGTH)
        if found is None:
            return min(len(text), LEAD_LENGTH)
        at = found.end()
    return min(at, LEAD_LENGTH)


def _focus(
    text: str, forms: Sequence[tuple[int, Any]], known: Known, context: Context
) -> int | None:
    """The first edition that the title or the lead names as its own, else the one of the day."""
    lead = _lead(text)
    for start, form in forms:
        if start >= lead:
            break
        if isinstance(form, EditionRef) and form.series in (known.series.key, None):
            number = _named_as_focus(form, known, context)
            if number is not None:
                return number
    return focus_of(known, context)


def _named_as_focus(form: EditionRef, known: Known, context: Context) -> int | None:
    if form.number is not None and form.number > 1 and form.of is None:
        return form.number
    if form.seek == "upcoming" or isinstance(form.of, This):
        found = resolve(attrs.evolve(form, series=known.series.key), context)
        return found.editions[0] if found.editions else None
    return None


def anchors(
    form: Expression, found: Sequence[Mention], context: Context
) -> dict[str, TimeValue]:
    """For "six years on": the time that the text gives for what began so long ago."""
    now, anchors = context.today, dict(context.anchors)
    years = form.length.years if isinstance(form, Elapsed) else None
    if now is None or not isinstance(years, int) or now.year <= years:
        return anchors
    day = date(now.year - years, now.month, min(now.day, 28))
    for mention in found:
        first, last = mention.earliest, mention.latest
        fits = isinstance(first, date) and isinstance(last, date) and first <= day <= last
        if fits and mention.when is not None and mention.resolution.precision in _FINE:
            anchors.setdefault("elapsed", mention.when)
    return anchors
