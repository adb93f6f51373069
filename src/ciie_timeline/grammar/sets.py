"""Constructors of repetitions and of vague pointers to the present, the past and the future."""

from __future__ import annotations

from typing import Any

import attrs

from ciie_timeline.forms import At, Calendar, Every, Expression, Holiday, Period, Reference, Season
from ciie_timeline.grammar.clocks import clock_in
from ciie_timeline.grammar.lengths import length as length_of
from ciie_timeline.grammar.vocabulary import FIELDS, SEASONS
from ciie_timeline.values import Duration


def nothing(**slots: Any) -> None:
    """A phrase that looks like a time and is none."""
    del slots


def every(
    *,
    rhythm: str | None = None,
    unit: str | None = None,
    number: int = 1,
    times: int = 1,
    length: Expression | None = None,
) -> Expression | None:
    """A repetition ("annual", "every two years", "twice a year")."""
    if rhythm is not None:
        return Every(Duration.parse(rhythm), times)
    if isinstance(length, Period):
        return Every(length.length, times)
    return Every(length_of(number, unit), times) if unit in FIELDS else None


def every_one(  # noqa: PLR0913 - what can come back
    *,
    month: int | None = None,
    weekday: int | None = None,
    season: int | None = None,
    part: str | None = None,
    day: int | None = None,
    number: int = 1,
    rule: str | None = None,
    time: Expression | None = None,
) -> Expression | None:
    """Every return of a month, weekday, season or part of the day ("each July", "Mondays")."""
    if rule is not None:
        return Every(length_of(number, "year"), of=Holiday(rule))
    if season is not None:
        return Every(length_of(number, "year"), of=Season(SEASONS[season - 1]))
    if month is not None:
        return Every(length_of(number, "year"), of=Calendar(month=month, day=day))
    if weekday is None:
        clocked = time.clock if isinstance(time, At) else None
        return Every(length_of(number, "day"), of=At(None, clocked, part))
    whole = Calendar(weekday=weekday)
    if isinstance(time, At):
        return Every(length_of(number, "week"), of=attrs.evolve(time, day=whole))
    return Every(length_of(number, "week"), of=whole if part is None else At(whole, None, part))


def every_at(*, of: Expression, time: Expression) -> Expression | None:
    """A repetition at a clock time ("every day at noon")."""
    if not isinstance(of, Every) or not isinstance(time, At) or time.day is not None:
        return None
    if of.of is None:
        return Every(of.length, of.times, time) if of.length == length_of(1, "day") else None
    if isinstance(of.of, At) and of.of.clock is None:
        inside = clock_in(time=time, day=of.of)
        return inside and Every(of.length, of.times, inside)
    return (
        Every(of.length, of.times, attrs.evolve(time, day=of.of))
        if isinstance(of.of, Calendar)
        else None
    )


def every_day_of_month(*, day: int) -> Expression:
    """A day of every month ("the 1st of every month")."""
    return Every(length_of(1, "month"), of=Calendar(day=day))


def reference(*, when: str) -> Expression:
    """A vague pointer to the present, the past or the future."""
    return Reference(when)  # type: ignore[arg-type]  # the rules hold one of the three words
