"""Binding: an event without a date of its own takes the one that its sentence gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import Anniversary, Calendar, Context, EditionRef, Kind, Mention, Step
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.reader.sentences import Page

#: How many code points behind an anniversary its year may begin.
_NEXT: Final = 5
_TIMES: Final = frozenset({Kind.DATE.value, Kind.RANGE.value})
_GRAINS: Final = frozenset({Precision.DAY, Precision.WEEK, Precision.WEEKEND, Precision.MONTH})


def bound(page: Page) -> Iterator[Mention]:
    """The mentions, those of named events without a date bound to the time of their sentence.

    It must be the only such time there, of a month or less.
    """
    for mention in page.mentions:
        form = mention.expression
        if isinstance(form, EditionRef) and form.named and mention.when is None:
            yield _with_time(mention, [each for each in page.beside(mention) if _is_time(each)])
        elif isinstance(form, Anniversary) and form.of is None:
            yield _in_year(mention, [each for each in page.beside(mention) if _is_year(each)])
        else:
            yield mention


def _is_year(mention: Mention) -> bool:
    form = mention.expression
    return isinstance(form, Calendar) and form.month is None and form.year is not None


def _in_year(mention: Mention, years: Sequence[Mention]) -> Mention:
    """An anniversary in the year that stands right behind it ("its tenth anniversary in 2027")."""
    behind = [each for each in years if 0 < each.start - mention.end <= _NEXT]
    if not behind:
        return mention
    number = mention.expression.number if isinstance(mention.expression, Anniversary) else 0
    form = Anniversary(number, behind[0].expression)
    return attrs.evolve(mention, expression=form, resolution=resolve(form, Context()))


def _is_time(mention: Mention) -> bool:
    found = mention.resolution
    return mention.kind in _TIMES and found.precision in _GRAINS and found.timex != "PRESENT_REF"


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
