"""What a text is about: its series, its focus edition, the anchors that it names."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    Calendar,
    Context,
    EditionRef,
    EditionsRef,
    Elapsed,
    Expression,
    Inception,
    Relation,
    SessionRef,
    Since,
    This,
)
from ciie_timeline.resolver import focus_of, resolve
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ciie_timeline.forms import Known, Mention
    from ciie_timeline.grammar import Parsed
    from ciie_timeline.reader.sentences import Sentences
    from ciie_timeline.values import TimeValue

#: How far into a text its title and lead go: paragraphs that are not empty, and code points.
LEAD_PARAGRAPHS: Final = 3
LEAD_LENGTH: Final = 1200
_PARAGRAPH: Final = re.compile(r"\S[^\n]*\n\s*")
#: The last day that every month has, and the days of the longest.
_LAST_OF_ALL: Final = 28
_LONGEST: Final = 31
_FINE = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})


def about(
    text: str,
    parsed: Sequence[Parsed],
    names: Sequence[tuple[int, str]],
    context: Context,
    sentences: Sentences,
) -> Context:
    """The context with the series and the edition that the text is about.

    ``names`` are the places where a series is named, and its key.
    """
    series = context.series or _first_series(names, context)
    known = context.known.get(series or "")
    if known is None:
        return context
    context = attrs.evolve(context, series=series)
    if context.focus is None:
        lead = _lead(text)
        first = [each for each in parsed if each.start < lead]
        named = _focus(text, first, known, context, sentences)
        focus = focus_of(known, context) if named is None else named
        context = attrs.evolve(context, focus=focus, named=named is not None)
    now = any(
        is_of_now(form)
        for each in parsed
        for form in _editions_in(each.expression)
        if isinstance(form, EditionRef) and form.series in (known.series.key, None)
    )
    return attrs.evolve(context, speaks_of_now=now)


def is_of_now(form: EditionRef) -> bool:
    """Whether a phrase points to the edition of the text's own time ("this year's", "upcoming")."""
    return (
        (isinstance(form.of, This) and form.of.unit is Precision.YEAR)
        or form.seek == "upcoming"
        or form.relation is Relation.THIS
    )


def _editions_in(form: Expression) -> Iterator[EditionRef | EditionsRef | Inception]:
    if isinstance(form, Since):
        form = form.anchor
    if isinstance(form, SessionRef):
        form = form.edition or form
    if isinstance(form, (EditionRef, EditionsRef, Inception)):
        yield form


def _first_series(names: Sequence[tuple[int, str]], context: Context) -> str | None:
    """The series named most, of equals the first; the only one there is when none is named."""
    keys = [key for _, key in names if key in context.known]
    if keys:
        return max(dict.fromkeys(keys), key=keys.count)
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
    text: str, lead: Sequence[Parsed], known: Known, context: Context, sentences: Sentences
) -> int | None:
    """The first edition that the title or the lead names as its own, None when there is none."""
    for each in lead:
        for form in _editions_in(each.expression):
            if not isinstance(form, EditionRef) or form.series not in (known.series.key, None):
                continue
            if _is_tied(text, each, lead, context, sentences):
                continue
            number = _named_as_focus(form, known, context)
            if number is not None:
                return number
    return None


def _is_tied(
    text: str, phrase: Parsed, lead: Sequence[Parsed], context: Context, sentences: Sentences
) -> bool:
    """Whether the sentence ties an edition to a year that is not the publication's."""
    first, last = sentences.bounds(text, phrase.start, phrase.end)
    years = {
        each.expression.year
        for each in lead
        if first <= each.start < last
        and isinstance(each.expression, Calendar)
        and not each.expression.short_year
    } - {None}
    return bool(years) and (context.today is None or context.today.year not in years)


def _named_as_focus(form: EditionRef, known: Known, context: Context) -> int | None:
    if form.number is not None and form.number > 1 and form.of is None:
        return form.number
    if form.seek == "upcoming" or isinstance(form.of, This):
        found = resolve(attrs.evolve(form, series=known.series.key), context)
        return found.editions[0] if found.editions else None
    return None


class Beginnings:
    """For "six years on": the times that a text gives, by the days that they may be.

    >>> Beginnings([]).anchors(Inception(), Context())
    {}
    """

    def __init__(self, found: Iterable[Mention]) -> None:
        self._by_day: dict[date, TimeValue] = {}
        for mention in found:
            first, last = mention.earliest, mention.latest
            if mention.when is None or mention.resolution.precision not in _FINE:
                continue
            if isinstance(first, date) and isinstance(last, date):
                for day in range(min((last - first).days, _LONGEST) + 1):
                    self._by_day.setdefault(first + timedelta(days=day), mention.when)

    def anchors(self, form: Expression, context: Context) -> dict[str, TimeValue]:
        """The anchors of a context, with the time given for what began so long ago."""
        now, anchors = context.today, dict(context.anchors)
        years = form.length.years if isinstance(form, Elapsed) else None
        if now is None or not isinstance(years, int) or now.year <= years:
            return anchors
        begun = self._by_day.get(date(now.year - years, now.month, min(now.day, _LAST_OF_ALL)))
        if begun is not None:
            anchors.setdefault("elapsed", begun)
        return anchors
