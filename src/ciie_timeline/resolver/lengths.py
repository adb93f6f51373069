"""Durations, sets and vague references."""

from __future__ import annotations

from typing import Final

from ciie_timeline.forms import (
    At,
    Calendar,
    Context,
    Every,
    Expression,
    Holiday,
    Kind,
    Period,
    Reference,
    Resolution,
    Season,
    Step,
)
from ciie_timeline.resolver.clocks import set_text
from ciie_timeline.resolver.dates import ordered
from ciie_timeline.resolver.units import SEASON_NAMES, day_value, length_text
from ciie_timeline.values import PartialDate, Precision
from ciie_timeline.values.components import Clock


def resolve(expression: Period | Every | Reference, context: Context) -> Resolution:
    """A length or a repetition has no place in time; "now" is the day of publication."""
    match expression:
        case Period():
            text = length_text(expression.length)
            return Resolution(
                Kind.DURATION,
                None,
                steps=(Step("duration", (("length", text),)),),
                timex=text,
                timex_type="DURATION",
                mod=expression.modifier,
            )
        case Every():
            return _every(expression, context)
        case Reference():
            return _reference(expression, context)


#: The rhythms of what comes back each time; any other ("every second Tuesday") is said itself.
_EVERY_ONE: Final = frozenset({"P1D", "P1W", "P1M", "P1Y"})


def _every(given: Every, context: Context) -> Resolution:
    """A repetition: its rhythm, or what comes back ("XXXX-07")."""
    length = length_text(given.length)
    each = given.of is not None and length in _EVERY_ONE
    text = (_returning(given.of, context) if each and given.of else None) or length
    step = Step("set", (("length", length), ("times", given.times)))
    return Resolution(Kind.SET, None, steps=(step,), timex=text, timex_type="SET")


def _returning(of: Expression, context: Context) -> str | None:
    """The TimeML value of what comes back, its year masked."""
    if isinstance(of, Calendar):
        of = ordered(of, context)
    match of:
        case Calendar(month=int() as month, day=day):
            return f"XXXX-{month:02d}" + ("" if day is None else f"-{day:02d}")
        case Calendar(month=None, day=int() as day):
            return f"XXXX-XX-{day:02d}"
        case Calendar(weekday=int() as weekday):
            return f"XXXX-WXX-{weekday}"
        case Season():
            return f"XXXX-{SEASON_NAMES[of.season - 1]}"
        case At():
            return set_text(of)
        case Holiday() if of.rule[:1].isdigit() and " " not in of.rule:
            return f"XXXX-{of.rule}"
    return None


def _reference(expression: Reference, context: Context) -> Resolution:
    timex = f"{expression.when.upper()}_REF"
    if expression.when != "present" or context.today is None:
        step = Step("reference.vague", (("when", expression.when),))
        return Resolution(Kind.DATE, None, steps=(step,), timex=timex)
    step = Step("reference.present", (("day", context.today),))
    now = context.published
    if now is not None and (now.hour or now.minute or now.second):
        when = PartialDate(
            now.year, now.month, now.day, clock=Clock(now.hour, now.minute, now.second or None)
        )
        return Resolution(Kind.DATE, when, Precision.MINUTE, steps=(step,), timex=timex)
    return Resolution(
        Kind.DATE, day_value(context.today), Precision.DAY, steps=(step,), timex=timex
    )
