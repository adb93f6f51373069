"""A document to a reading: the one place that runs scanner, grammar and resolver.

The reader finds what a text is about (its series and its focus edition), hears the tense around a
phrase, resolves every expression, and makes claims of what it found.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.forms import (
    After,
    AnnouncementRef,
    Calendar,
    Context,
    Cues,
    EditionRef,
    EditionsRef,
    Elapsed,
    Expression,
    Inception,
    Kind,
    Mention,
    Nth,
    Reading,
    Relation,
    Resolution,
    Season,
    SessionRef,
    Since,
    This,
    Timex3,
    Voice,
)
from ciie_timeline.grammar import Grammar
from ciie_timeline.model import Claim, Method, Modality
from ciie_timeline.resolver import focus_of, resolve
from ciie_timeline.scanner import Names, Scanner
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.forms import Known
    from ciie_timeline.grammar import Parsed
    from ciie_timeline.lexicons import Lexicon
    from ciie_timeline.values import TimeValue

#: How far into a text its title and lead go: paragraphs that are not empty, and code points.
LEAD_PARAGRAPHS, LEAD_LENGTH = 3, 1200
#: How many code points around a phrase may say its tense.
AROUND = 120
_PARAGRAPH = re.compile(r"\S[^\n]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?]['\")\]]?\s+(?=[\"'(\[]?[A-Z0-9])|\n\s*\n")
_SERIES = (EditionRef, EditionsRef, Inception, SessionRef, AnnouncementRef)
_NO_CUES = Cues()


class Reader:
    """Reads texts in one language with one table of names; make it once, use it often."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        self.lexicon = lexicon
        self._scanner = Scanner(lexicon, names)
        self._grammar = Grammar(lexicon, self._scanner.alphabet.by_class())
        self._cues = _Hearing(lexicon)

    def read(self, text: str, context: Context, voice: Voice, source: str = "") -> Reading:
        """A text as read.

        Args:
            text: the text, offsets in code points.
            context: the publication day, what is known of series, the policy; ``series`` and
                ``focus`` are found here unless they are given.
            voice: what records explain themselves with.
            source: the id of the source, for claims.
        """
        parsed = [each for run in self._scanner.runs(text) for each in self._grammar.parse(run)]
        if context.known:
            context = _about(text, parsed, context)
        mentions = tuple(self._mentions(text, parsed, context, voice))
        return Reading(
            text,
            mentions,
            tuple(_claims(mentions, context, source)),
            (),
            self.lexicon.code,
            context.published,
            context.series,
            context.focus,
            source,
        )

    def _mentions(
        self, text: str, parsed: Sequence[Parsed], context: Context, voice: Voice
    ) -> Iterator[Mention]:
        alone = len(parsed) == 1 and _covers(text, parsed[0])
        later: list[Parsed] = []
        found = []
        for each in parsed:
            cues = self._cues.around(text, each, alone=alone)
            if isinstance(each.expression, Elapsed):
                later.append(each)
            else:
                found += _resolved(text, each, context, cues, voice)
        for each in later:
            anchors = _anchor(each.expression, found, context)
            found += _resolved(text, each, attrs.evolve(context, anchors=anchors), _NO_CUES, voice)
        yield from sorted(found, key=lambda mention: mention.start) if later else found


def _covers(text: str, parsed: Parsed) -> bool:
    """Whether a phrase is the whole text, but for space, a determiner and a preposition."""
    return len(text) < AROUND and len(text.split()) <= len(
        text[parsed.start : parsed.end].split()
    ) + 2 and not text[parsed.end :].strip(" .!?\n")


def _resolved(
    text: str, parsed: Parsed, context: Context, cues: Cues, voice: Voice
) -> Iterator[Mention]:
    """The mention of a phrase, or those of its parts when its series is not known."""
    resolution = resolve(parsed.expression, context, cues)
    if resolution.series is None and _is_of_series(parsed.expression):
        for part in parsed.parts:
            yield from _resolved(text, part, context, cues, voice)
        return
    timexes = tuple(
        _timex(start, end, resolution if marked is parsed.expression else resolve(marked, context, cues))
        for start, end, marked in parsed.timexes
    )
    yield Mention(
        parsed.start,
        parsed.end,
        text[parsed.start : parsed.end],
        parsed.expression,
        resolution,
        timexes,
        voice,
    )


def _is_of_series(expression: Expression) -> bool:
    if isinstance(expression, Since):
        expression = expression.anchor
    return isinstance(expression, _SERIES)


def _timex(start: int, end: int, found: Resolution) -> Timex3:
    return Timex3(start, end, found.timex_type, found.timex or "", found.mod)


# --------------------------------------------------------------------------- cues


class _Hearing:
    """Hears tense and superlatives in the sentence around a phrase."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._future = _words(lexicon.cues.get("future", ()))
        self._past = _words(lexicon.cues.get("past", ()))
        self._superlative = _words(lexicon.cues.get("superlative", ()))

    def around(self, text: str, parsed: Parsed, *, alone: bool) -> Cues:
        """The cues for a phrase; they are sought only where they can change something."""
        form = parsed.expression
        if isinstance(form, After):
            before, _ = _sentence(text, parsed)
            return Cues(superlative=bool(self._superlative.search(before)), alone=alone)
        if not _hears(form):
            return _NO_CUES
        before, behind = _sentence(text, parsed)
        if self._future.search(before) or self._future.search(behind[: AROUND // 4]):
            return Cues("future", alone)
        if self._past.search(before):
            return Cues("past", alone)
        return Cues(alone=alone)


def _hears(form: Expression) -> bool:
    """Whether tense matters: something was left open that it can settle."""
    match form:
        case Calendar(year=None) | Nth(of=None) | Season(of=None):
            return True
        case This() | Since():
            return False
        case _:
            return hasattr(form, "start") and _hears(form.start)


def _words(words: Sequence[str]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"\b(?:{body})\b", re.IGNORECASE)


def _sentence(text: str, parsed: Parsed) -> tuple[str, str]:
    """What stands before and behind a phrase in its sentence, bounded."""
    before = text[max(0, parsed.start - AROUND) : parsed.start]
    behind = text[parsed.end : parsed.end + AROUND]
    ends = list(_SENTENCE_END.finditer(before))
    stop = _SENTENCE_END.search(behind)
    return before[ends[-1].end() :] if ends else before, behind[: stop.start()] if stop else behind


# --------------------------------------------------------------------------- series and focus


def _about(text: str, parsed: Sequence[Parsed], context: Context) -> Context:
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


def _anchor(
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


_FINE = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})


# --------------------------------------------------------------------------- claims


def _claims(mentions: Sequence[Mention], context: Context, source: str) -> Iterator[Claim]:
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

