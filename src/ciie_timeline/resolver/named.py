"""Days with a name: feasts, national and international days, their weekends, days beside them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.forms import (
    Alternative,
    Beside,
    Context,
    Cues,
    Holiday,
    Kind,
    Relation,
    Resolution,
    Step,
)
from ciie_timeline.resolver.dates import day_found, unit_found, unresolved
from ciie_timeline.resolver.day_rules import Named, days_of, options, weekday_from, years_of
from ciie_timeline.resolver.units import as_sure_as, days_value, unit_timex
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from ciie_timeline.forms import Resolve
    from ciie_timeline.values import TimeValue

_WEDNESDAY, _SATURDAY, _SUNDAY = 3, 6, 7
_WEEK: Final = 7
_DOUBTED: Final = PartialDate(0).qualified("?")
#: Where more countries have a day of the name, their days are no readings of it.
_FEW: Final = 6


def holiday(given: Holiday, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """A day with a name, in the year that was said or the one nearest to publication."""
    asked = _asked(given, context, cues, resolve)
    if isinstance(asked, Resolution):
        return asked
    years, about = asked
    rules = dict(options(given.rule))
    country = given.country if given.country in rules else next(iter(rules))
    days = _days(given, rules[country], years, context, cues)
    if not days:
        return _none(rules[country], years[len(years) // 2], about)
    others = [_reading(given, each, Step("holiday.again")) for each in days[1:]]
    taken = country if country != given.country and len(rules) > 1 else ""
    if taken and len(rules) <= _FEW:
        for other in [each for each in rules if each != taken]:
            because = Step("holiday.in-country", (("country", other),))
            theirs = _days(given, rules[other], years, context, cues)[:1]
            others += [_reading(given, each, because) for each in theirs]
    steps = (*about, *_doubts(days[0], taken), _result(given, days[0], country))
    return _found(given, days[0], steps, others)


def _asked(
    given: Holiday, context: Context, cues: Cues, resolve: Resolve
) -> tuple[range, tuple[Step, ...]] | Resolution:
    """The years in which a day is sought, and why; what stays unresolved as it is."""
    if given.of is not None:
        whole = resolve(given.of, context, cues)
        if not isinstance(whole.earliest, date):
            return whole
        year = whole.earliest.year
        return range(year, year + 1), (*whole.steps, Step("holiday.given"))
    if context.today is None:
        return unresolved("XXXX")
    around = range(max(context.today.year - 1, 1), min(context.today.year + 2, 10000))
    return around, (Step("holiday.nearest", (("day", context.today),)),)


def _days(
    given: Holiday, rule: str, years: range, context: Context, cues: Cues
) -> tuple[Named, ...]:
    """The days of a rule in a year that was said, else the ones that are nearest."""
    days = [each for year in years for each in days_of(rule, year)]
    if given.of is None and days and context.today is not None:
        return (_nearest(days, context.today, given.relation, cues),)
    return tuple(days)


def _nearest(days: list[Named], today: date, relation: Relation | None, cues: Cues) -> Named:
    """The days that a relation, the tense or the publication day asks for."""
    if relation is Relation.THIS and cues.tense != "future":
        return next((each for each in days if each.first.year == today.year), days[0])
    if relation is Relation.LAST or (relation is None and cues.tense == "past"):
        fit = [e for e in days if e.last < today or (relation is None and e.first <= today)]
        return fit[-1] if fit else days[0]
    if relation is not None or cues.alone or cues.tense == "future":
        over = relation is Relation.NEXT
        fit = [e for e in days if e.first > today or (not over and e.last >= today)]
        return fit[0] if fit else days[-1]
    return min(days, key=lambda each: _apart(each, today))


def _apart(days: Named, today: date) -> int:
    return max((days.first - today).days, (today - days.last).days, 0)


def _none(rule: str, year: int, about: tuple[Step, ...]) -> Resolution:
    """What a name is in a year in which there is no such day, or none is known."""
    defined = years_of(rule)
    step = Step("holiday.none", (("year", year),))
    if year not in defined:
        facts = (("year", year), ("first", defined[0]), ("last", defined[-1]))
        step = Step("holiday.undefined", facts)
    return Resolution(Kind.DATE, None, steps=(*about, step), timex=f"{year:04d}")


def _doubts(days: Named, country: str) -> tuple[Step, ...]:
    """What is to be said of days that are not the same everywhere."""
    doubts = []
    if days.doubt is not None:
        doubts.append(Step("holiday.sighting" if days.doubt == "sighting" else "holiday.almanac"))
    if days.dusk:
        doubts.append(Step("holiday.dusk"))
    if country:
        doubts.append(Step("holiday.country", (("country", country),)))
    return tuple(doubts)


def _result(given: Holiday, days: Named, country: str) -> Step:
    facts = (("rule", given.rule), ("year", days.first.year))
    more = () if given.country != country else (("country", country),)
    part = () if given.part is None else (("part", given.part),)
    return Step("holiday", (*facts, *more, *part))


def _found(
    given: Holiday, days: Named, steps: tuple[Step, ...], readings: list[Alternative]
) -> Resolution:
    first, last = _ends(given, days)
    timex = first.isoformat() if first == last else f"{first}/{last}"
    if given.part == "weekend":
        timex = unit_timex(_weekend(days), Precision.WEEKEND)
    when = _value(first, last, days)
    others = list({each.when: each for each in readings if each.when != when}.values())
    return Resolution(
        Kind.DATE, when, _precision(given), readings=tuple(others), steps=steps, timex=timex
    )


def _reading(given: Holiday, days: Named, because: Step) -> Alternative:
    return Alternative(_value(*_ends(given, days), days), _precision(given), because=because)


def _precision(given: Holiday) -> Precision:
    return Precision.WEEKEND if given.part == "weekend" else Precision.DAY


def _value(first: date, last: date, days: Named) -> TimeValue:
    """The days as a value; days that depend on a sighting are uncertain."""
    value = days_value(first, last)
    return as_sure_as(value, _DOUBTED) if days.doubt == "sighting" else value


def _ends(given: Holiday, days: Named) -> tuple[date, date]:
    """The first and the last day that are meant: the feast, its eve, its weekend, its holiday."""
    match given.part:
        case "weekend":
            saturday = _weekend(days)
            sunday = saturday + timedelta(days=1)
            if days.first.isoweekday() == _WEDNESDAY:
                return saturday, sunday
            return min(saturday, days.first), max(sunday, days.first)
        case "observed":
            shift = {_SATURDAY: -1, _SUNDAY: 1}.get(days.first.isoweekday(), 0)
            return (days.first + timedelta(days=shift),) * 2
        case "eve":
            return (days.first - timedelta(days=1),) * 2
    return days.first, days.last


def _weekend(days: Named) -> date:
    """The Saturday nearest to the first day: that before a Monday or Tuesday, else that after."""
    day = days.first.isoweekday()
    back = day + 1 if day < _WEDNESDAY else day - _SATURDAY
    return days.first - timedelta(days=back)


# --------------------------------------------------------------------------- beside another time


def beside(given: Beside, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """The day, weekday, weekend or week right before or after another time."""
    whole = resolve(given.anchor, context, cues)
    edge = whole.earliest if given.sign < 0 else whole.latest
    if not isinstance(edge, date):
        return attrs.evolve(whole, kind=Kind.DATE, when=None, precision=None, readings=())
    weekday = () if given.index is None else (("index", given.index),)
    facts = (("unit", given.unit.value), ("sign", given.sign), ("day", edge), *weekday)
    step = Step("beside", facts)
    steps = (*whole.steps, step)
    try:
        found = _beside(given, edge, step)
    except OverflowError:
        return unresolved("XXXX")
    when = None if found.when is None else as_sure_as(found.when, whole.when)
    return attrs.evolve(found, when=when, steps=steps)


def _beside(given: Beside, edge: date, step: Step) -> Resolution:
    if given.unit is Precision.WEEK:
        near, far = (edge + timedelta(days=given.sign * each) for each in (1, _WEEK))
        first, last = sorted((near, far))
        return unit_found(first, last, Precision.WEEK, step)
    if given.unit is Precision.WEEKEND:
        outside = edge if edge.isoweekday() != _SUNDAY else edge - timedelta(days=1)
        saturday = weekday_from(outside, _SATURDAY - 1, given.sign)
        return unit_found(saturday, saturday + timedelta(days=1), Precision.WEEKEND, step)
    if given.index is not None:
        return day_found(weekday_from(edge, given.index - 1, given.sign), step)
    return day_found(edge + timedelta(days=given.sign), step)
