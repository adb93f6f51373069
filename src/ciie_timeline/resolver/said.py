"""What the text spoke of before: "the quarter", "that year", "the following month"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from ciie_timeline.forms import Before, Context, Cues, Kind, Modified, Resolution, Step, Then
from ciie_timeline.resolver.dates import day_found, unit_found, unresolved
from ciie_timeline.resolver.units import plus_months, unit_of
from ciie_timeline.values import PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from ciie_timeline.forms import Expression, Resolve
    from ciie_timeline.values import TimeValue

_UNSAID: Final = Step("unresolved.no-time-before")
_WEEK: Final = 7
_SATURDAY: Final = 6
_ASIDE: Final = (Before, Modified)
_GRAINS: Final = frozenset(
    {Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR}
)
_QUARTERS: Final = frozenset({33, 34, 35, 36})


def remember(form: Expression, found: Resolution, spoken: MutableMapping[str, TimeValue]) -> None:
    """Keep a date for what the text may say of it later: the last one, and the last quarter.

    What was only compared with ("a year earlier") is not what the text goes on to speak of.
    """
    when = found.when
    if isinstance(form, _ASIDE) or (isinstance(form, Then) and form.year is not None):
        return
    if found.kind is not Kind.DATE or when is None or found.precision not in _GRAINS:
        return
    if found.timex is not None and found.timex.endswith("_REF"):
        return
    spoken["last"] = when
    if found.precision is Precision.QUARTER:
        spoken["quarter"] = when


def then(given: Then, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """The time that the text spoke of, at the grain of a unit, counted on where it says so."""
    if given.year is not None:
        return _in_year(given, context, cues, resolve)
    if _is_unsaid(given, context):
        text = "XXXX-QX" if given.unit is Precision.QUARTER else "XXXX"
        return Resolution(Kind.DATE, None, steps=(_UNSAID,), timex=text)
    last = context.spoken.get("last")
    base = last.earliest if last is not None else context.today
    if not isinstance(base, date):
        return unresolved("XXXX")
    step = Step("text.last-time" if last is not None else "text.no-time-before", (("day", base),))
    if given.index is not None:
        return _weekday(given, base, step)
    unit = given.unit or grain_of(last)
    if unit is Precision.QUARTER:
        return _quarter(given, context, base, step)
    if unit is Precision.WEEKEND:
        return _weekend(context, cues)
    if last is not None and unit.rank < grain_of(last).rank:
        return unresolved("XXXX-XX-XX" if unit is Precision.DAY else "XXXX")
    ends = unit_of(base, unit, given.shift)
    return unresolved("XXXX") if ends is None else unit_found(*ends, unit, step)


def _is_unsaid(given: Then, context: Context) -> bool:
    """Whether "the quarter" or "the same period" stands where no time was spoken of."""
    if context.today is None or given.shift or given.index is not None:
        return False
    if any(context.spoken.get(name) is not None for name in ("last", "quarter")):
        return False
    return given.unit is None or (given.unit is Precision.QUARTER and not given.latest)


def grain_of(value: TimeValue | None) -> Precision:
    """The grain of a value that was remembered."""
    if isinstance(value, PartialDate):
        if value.day is not None:
            return Precision.DAY
        if value.month is None:
            return Precision.YEAR
        return Precision.QUARTER if value.month in _QUARTERS else Precision.MONTH
    return Precision.DAY


def _weekday(given: Then, base: date, step: Step) -> Resolution:
    """The previous or the following Friday, counted from the time before."""
    weekday = given.index or 1
    if given.shift < 0:
        days = -((base.isoweekday() - weekday - 1) % _WEEK + 1)
    elif given.shift > 0:
        days = (weekday - base.isoweekday() - 1) % _WEEK + 1
    else:
        days = weekday - base.isoweekday()
    try:
        return day_found(base + timedelta(days=days), step)
    except OverflowError:
        return unresolved(f"XXXX-WXX-{weekday}")


def _weekend(context: Context, cues: Cues) -> Resolution:
    """The weekend that was last, today's own on a Saturday or Sunday; in a plan the next."""
    today = context.today
    if today is None:
        return unresolved("XXXX-WXX-WE")
    shift = 0 if today.isoweekday() >= _SATURDAY or cues.tense == "future" else -1
    ends = unit_of(today, Precision.WEEKEND, shift)
    if ends is None:
        return unresolved("XXXX-WXX-WE")
    return unit_found(*ends, Precision.WEEKEND, Step("text.weekend", (("day", today),)))


def _quarter(given: Then, context: Context, base: date, step: Step) -> Resolution:
    """The quarter named last; without one the latest that was over on the publication day."""
    quarter = context.spoken.get("quarter")
    named = quarter.earliest if quarter is not None else None
    today = context.today
    over = quarter is not None and today is not None and not _is_ahead(quarter, today)
    if isinstance(named, date) and (over or today is None):
        ends = unit_of(named, Precision.QUARTER, given.shift)
        step = Step("text.last-quarter", (("day", named),))
    elif today is not None:
        ends = unit_of(today, Precision.QUARTER, given.shift - 1)
        step = Step("text.latest-quarter", (("day", today),))
    else:
        ends = unit_of(base, Precision.QUARTER, given.shift)
    return unresolved("XXXX") if ends is None else unit_found(*ends, Precision.QUARTER, step)


def _is_ahead(quarter: TimeValue, today: date) -> bool:
    """Whether a quarter is not over yet, so that nobody reports of it."""
    last = quarter.latest
    return isinstance(last, date) and last > today


def _in_year(given: Then, context: Context, cues: Cues, resolve: Resolve) -> Resolution:
    """The quarter or the period spoken of, in another year ("the 1988 quarter")."""
    assert given.year is not None  # noqa: S101  # the caller asked
    year = resolve(given.year, context, cues)
    quarter = _quarter(Then(), context, date.min, Step("text.last-quarter"))
    first, start = year.earliest, quarter.earliest
    named = "quarter" in context.spoken
    spoken = named or (given.unit is Precision.QUARTER and context.today is not None)
    if not isinstance(first, date) or not isinstance(start, date) or not spoken:
        return year
    moved = plus_months(start, 12 * (first.year - start.year))
    ends = None if moved is None else unit_of(moved, Precision.QUARTER)
    if ends is None:
        return year
    step = Step("text.quarter-in-year", (("year", first.year),))
    return unit_found(*ends, Precision.QUARTER, step)


def year_back(context: Context, unit: Precision | None, years: int) -> Resolution | None:
    """So many years before the quarter spoken of, else before the year of the time spoken of."""
    spoken = context.spoken
    value = spoken.get("quarter") if unit in (None, Precision.QUARTER) else None
    grain = Precision.QUARTER
    if value is None:
        value, grain = spoken.get("last"), Precision.YEAR
    first = context.today if value is None else value.earliest
    moved = plus_months(first, -12 * years) if isinstance(first, date) else None
    ends = None if moved is None else unit_of(moved, grain)
    if ends is None:
        return None
    return unit_found(*ends, grain, Step("text.years-before", (("years", years), ("of", value))))
