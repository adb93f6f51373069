"""Contradictions inside one text that the calendar alone can tell."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import Between, Calendar, Finding, Span
from ciie_timeline.resolver import NO_SUCH_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.forms import Expression, Mention, Resolution, Voice

_WEEK: Final = 7


def contradicts(form: Expression, found: Resolution) -> bool:
    """Whether what a phrase says cannot be so."""
    return (
        _wrong_weekday(form, found) is not None
        or _is_reversed(form, found)
        or bool(_no_such_days(found))
        or _is_nearly_a_year(form, found)
    )


def names_nothing(mention: Mention) -> bool:
    """Whether a phrase has no value because it names a day that its month does not have."""
    return mention.when is None and bool(_no_such_days(mention.resolution))


def contradictions(mentions: Sequence[Mention], source: str, voice: Voice) -> Iterator[Finding]:
    """Weekdays of other dates, days that no month has, and ranges that end before they start."""
    for mention in mentions:
        for none in _no_such_days(mention.resolution).values():
            yield Finding("error", "no-such-day", _place(mention, source), none, voice=voice)
        wrong = _wrong_weekday(mention.expression, mention.resolution)
        if wrong is not None:
            yield Finding("error", "weekday", _place(mention, source), wrong, voice=voice)
        if _is_reversed(mention.expression, mention.resolution):
            yield Finding("error", "range-reversed", _place(mention, source), voice=voice)
        if _is_nearly_a_year(mention.expression, mention.resolution):
            read = (("when", mention.when),)
            yield Finding("warning", "range-over-year", _place(mention, source), read, voice=voice)


def _place(mention: Mention, source: str) -> tuple[Span, ...]:
    return (Span(source, mention.start, mention.end, mention.text),)


def _no_such_days(found: Resolution) -> dict[object, tuple[tuple[str, object], ...]]:
    """The days that were named and that their month does not have, one for each month."""
    steps = [step.arguments for step in found.steps if step.rule == NO_SUCH_DAY]
    return {dict(each)["month"]: each for each in steps}


def _wrong_weekday(form: Expression, found: Resolution) -> tuple[tuple[str, object], ...] | None:
    """What was said and what is so, when a date names the wrong weekday."""
    if isinstance(form, Between):
        form = form.start
    if not isinstance(form, Calendar) or form.weekday is None or form.day is None:
        return None
    day = found.earliest
    if form.month is None or not isinstance(day, date) or day.isoweekday() == form.weekday:
        return None
    ahead = ((form.weekday or 0) - day.isoweekday()) % _WEEK
    near = _near(day, ahead if ahead <= _WEEK // 2 else ahead - _WEEK)
    return ("day", day), ("said", form.weekday), ("held", day.isoweekday()), ("nearest", near)


def _is_nearly_a_year(form: Expression, found: Resolution) -> bool:
    """Whether a range ends before it starts unless it lasts nearly a year: probably a slip.

    That is so for two days of one month of which at most one has a year.  From November to January
    people write so, and from a day to the one before it lies a whole year.
    """
    if not isinstance(form, Between) or found.when is None:
        return False
    start, end = form.start, form.end
    if not isinstance(start, Calendar) or not isinstance(end, Calendar):
        return False
    if None not in (start.year, end.year) or start.month is None or start.month != end.month:
        return False
    return start.day is not None and end.day is not None and start.day > end.day + 1


def _near(day: date, ahead: int) -> date:
    """A day so many days on, a week nearer to the calendar's middle where it would leave it."""
    try:
        return day + timedelta(days=ahead)
    except OverflowError:
        return day + timedelta(days=ahead - _WEEK if ahead > 0 else ahead + _WEEK)


def _is_reversed(form: Expression, found: Resolution) -> bool:
    """Whether both ends of a range are given in full and the end lies before the start."""
    if not isinstance(form, Between):
        return False
    ends = (form.start, form.end)
    if not all(isinstance(end, Calendar) and end.year and not end.short_year for end in ends):
        return False
    if any(isinstance(end, Calendar) and end.either for end in ends):  # the policy has read them
        return any(step.rule == "range.reversed" for step in found.steps)
    start, end = ((each.year, each.month or 0, each.day or 0) for each in ends)  # type: ignore[union-attr]
    depth = min(sum(1 for part in each if part) for each in (start, end))
    return end[:depth] < start[:depth]
