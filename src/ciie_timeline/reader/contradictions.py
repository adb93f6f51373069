"""Contradictions inside one text that the calendar alone can tell."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import Between, Calendar, Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ciie_timeline.forms import Expression, Mention, Resolution, Voice

_WEEK: Final = 7


def contradicts(form: Expression, found: Resolution) -> bool:
    """Whether what a phrase says cannot be so."""
    return _wrong_weekday(form, found) is not None or _is_reversed(form, found)


def contradictions(mentions: Sequence[Mention], source: str, voice: Voice) -> Iterator[Finding]:
    """Weekdays that are not those of their dates, and ranges that end before they start."""
    for mention in mentions:
        wrong = _wrong_weekday(mention.expression, mention.resolution)
        if wrong is not None:
            yield Finding("error", "weekday", _place(mention, source), wrong, voice=voice)
        if _is_reversed(mention.expression, mention.resolution):
            yield Finding("error", "range-reversed", _place(mention, source), voice=voice)


def _place(mention: Mention, source: str) -> tuple[Span, ...]:
    return (Span(source, mention.start, mention.end, mention.text),)


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
