"""The dates of a recurrence, period by period, as iCalendar counts them (RFC 5545, 3.3.10)."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.days import civil, day_of, month_length, ordinal
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER, first_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ciie_timeline.values.days import Day
    from ciie_timeline.values.recurrence import Recurrence

_WEEK = 7


def occurrences(rule: Recurrence, first: date, last: date) -> Iterator[PartialDate]:
    """The dates of a rule that touch a stretch of days, in order.

    Periods and ``count`` run from the rule's ``start``, else from ``first``.  A rule that fixes no
    day gives months, seasons or years.  A day that a month does not have is left out.

    Args:
        rule: a rule by the day or slower.
        first: the first day that is wanted.
        last: the last day that is wanted, inclusive.

    Raises:
        ValidationError: a rule by the hour or faster, or a weekly one with neither start nor
            weekday.
        FormatError: a period of several units, or one that does not divide by ``times``.

    >>> from datetime import date
    >>> from ciie_timeline.values.recurrence import Recurrence
    >>> found = occurrences(Recurrence(months=(11,)), date(2023, 1, 1), date(2025, 6, 1))
    >>> [str(each) for each in found]
    ['2023-11', '2024-11']
    """
    start = rule.start
    anchor = PartialDate(first.year, first.month, first.day) if start is None else start
    limit = _last_day(rule, last)
    number = 0
    for period in _periods(rule, anchor, last):
        for each in period:
            if start is not None and each.earliest < start.earliest:
                continue
            number += 1
            if (rule.count is not None and number > rule.count) or each.earliest > limit:
                return
            if _is_too_late(rule, each):
                return
            if each.latest >= first:
                yield each


def _is_too_late(rule: Recurrence, each: PartialDate) -> bool:
    """Whether a day lies behind the clock time of the end, told on the clock of the start."""
    start, until = rule.start, rule.until
    if until is None or until.clock is None or start is None or start.clock is None:
        return False
    if each.day is None:
        return False
    zoned = start.has_offset and until.has_offset
    moment = PartialDate(each.year, each.month, each.day, clock=start.clock)
    return moment.span(zoned=zoned)[0] > until.span(zoned=zoned)[0]


def _last_day(rule: Recurrence, last: date) -> Day:
    """The last day on which the rule is asked or allowed; a far offset can make it a day more."""
    if rule.until is None:
        return last
    latest = rule.until.latest
    if rule.until.clock is not None and rule.start is not None and rule.start.clock is not None:
        latest = day_of(latest.toordinal() + 1)
    return min(last, latest)


def _periods(rule: Recurrence, anchor: PartialDate, last: date) -> Iterator[list[PartialDate]]:
    """The dates of each period from the one that holds the anchor, until periods are too late."""
    frequency, interval = rule.frequency()
    year, month, day = first_day(anchor.year, anchor.month, anchor.day)
    at = ordinal(year, month, day)
    for step in count(0, interval):
        match frequency:
            case "YEARLY":
                begins = ordinal(year + step, 1, 1)
                dates = _in_year(rule, anchor, year + step)
            case "MONTHLY":
                years, place = divmod(month - 1 + step, DECEMBER)
                begins = ordinal(year + years, place + 1, 1)
                dates = _in_month(rule, anchor, year + years, place + 1)
            case "WEEKLY":
                begins = (at - 1) // _WEEK * _WEEK + 1 + step * _WEEK
                dates = _in_week(rule, begins)
            case "DAILY":
                begins = at + step
                dates = [each for each in (_on(begins),) if _allowed(rule, each)]
            case _:
                raise ValidationError(f"occurrences: expected a rule by the day, found {rule}")
        if begins > last.toordinal():
            return
        yield dates


def _in_year(rule: Recurrence, anchor: PartialDate, year: int) -> list[PartialDate]:
    if rule.weekdays and not rule.months:
        days = [*range(ordinal(year, 1, 1), ordinal(year + 1, 1, 1))]
        return [each for each in _placed(rule, days) if _allowed_day(rule, each)]
    if not rule.months and not rule.days and anchor.month is None:
        return [PartialDate(year)]
    if rule.months:
        months = sorted(rule.months, key=lambda month: first_day(year, month, None))
    elif rule.days:
        months = [*range(1, DECEMBER + 1)]
    elif rule.start is None:
        return [PartialDate(year)]
    else:
        months = [anchor.month or 1]
    return [each for month in months for each in _in_month(rule, anchor, year, month)]


def _in_month(rule: Recurrence, anchor: PartialDate, year: int, month: int) -> list[PartialDate]:
    if month > DECEMBER:
        return [PartialDate(year, month)]
    if rule.months and month not in rule.months:
        return []
    length = month_length(year, month)
    first = ordinal(year, month, 1)
    days = [first + day for day in range(length)]
    if rule.days or rule.weekdays:
        dates = _placed(rule, days) if rule.weekdays else [_on(number) for number in days]
        return [each for each in dates if _allowed_day(rule, each)]
    if rule.start is None or anchor.day is None:
        return [PartialDate(year, month)]
    return [PartialDate(year, month, anchor.day)] if anchor.day <= length else []


def _in_week(rule: Recurrence, monday: int) -> list[PartialDate]:
    if rule.weekdays:
        wanted = {day for _, day in rule.weekdays}
    elif rule.start is not None and rule.start.day is not None:
        wanted = {(rule.start.earliest.toordinal() - 1) % _WEEK + 1}
    else:
        raise ValidationError(f"occurrences: expected a start or a weekday, found {rule}")
    dates = [_on(monday + day - 1) for day in sorted(wanted)]
    return [each for each in dates if _allowed(rule, each)]


def _allowed(rule: Recurrence, each: PartialDate) -> bool:
    """Whether a day agrees with the months, days and weekdays of a weekly or daily rule."""
    weekday = (each.earliest.toordinal() - 1) % _WEEK + 1
    return (
        (not rule.months or each.month in rule.months)
        and _allowed_day(rule, each)
        and (not rule.weekdays or weekday in {day for _, day in rule.weekdays})
    )


def _allowed_day(rule: Recurrence, each: PartialDate) -> bool:
    """Whether a day is one of those of the month, which may be counted from its end."""
    length = month_length(each.year, each.month or 1)
    days = {day if day > 0 else length + 1 + day for day in rule.days}
    return not days or each.day in days


def _placed(rule: Recurrence, days: list[int]) -> list[PartialDate]:
    """The days on the weekdays of the rule, each at its place among the same weekdays."""
    found = set()
    for place, weekday in rule.weekdays:
        same = [number for number in days if (number - 1) % _WEEK + 1 == weekday]
        if place == 0:
            found.update(same)
        elif abs(place) <= len(same):
            found.add(same[place - 1 if place > 0 else place])
    return [_on(number) for number in sorted(found)]


def _on(number: int) -> PartialDate:
    return PartialDate(*civil(number))
