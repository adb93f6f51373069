"""Binding: an event without a date of its own takes the one that its sentence gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import EditionRef, Kind, Mention, Step
from ciie_timeline.reader.hearing import WHOLE, sentence_bounds
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TIMES: Final = frozenset({Kind.DATE.value, Kind.RANGE.value})
_GRAINS: Final = frozenset({Precision.DAY, Precision.WEEK, Precision.WEEKEND, Precision.MONTH})


def bound(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, those of named events without a date bound to the time of their sentence.

    It must be the only such time there, of a month or less.
    """
    for mention in mentions:
        form = mention.expression
        if isinstance(form, EditionRef) and form.named and mention.when is None:
            yield _with_time(mention, _times_beside(text, mention, mentions))
        else:
            yield mention


def _times_beside(text: str, mention: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    start, end = sentence_bounds(text, mention.start, mention.end, WHOLE)
    return [
        each
        for each in mentions
        if start <= each.start
        and each.end <= end
        and each.kind in _TIMES
        and each.resolution.precision in _GRAINS
        and each.resolution.timex != "PRESENT_REF"
    ]


def _with_time(mention: Mention, times: Sequence[Mention]) -> Mention:
    if len(times) != 1:
        return mention
    time = times[0].resolution
    step = Step("edition.beside", (("phrase", times[0].text), ("when", time.when)))
    resolution = attrs.evolve(
        mention.resolution,
        when=time.when,
        precision=time.precision,
        span=time.span,
        steps=(*mention.resolution.steps, step),
    )
    return attrs.evolve(mention, resolution=resolution)
