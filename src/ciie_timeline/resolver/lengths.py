"""Durations, sets and vague references."""

from __future__ import annotations

from ciie_timeline.forms import Context, Every, Kind, Period, Reference, Resolution, Step
from ciie_timeline.resolver.units import day_value
from ciie_timeline.values import Precision


def resolve(expression: Period | Every | Reference, context: Context) -> Resolution:
    """A length or a repetition has no place in time; "now" is the day of publication."""
    match expression:
        case Period():
            text = expression.length.to_timex()
            return Resolution(
                Kind.DURATION,
                None,
                steps=(Step("duration", (("length", text),)),),
                timex=text,
                timex_type="DURATION",
                mod=expression.modifier,
            )
        case Every():
            text = expression.length.to_timex()
            return Resolution(
                Kind.SET,
                None,
                steps=(Step("set", (("length", text), ("times", expression.times))),),
                timex=text,
                timex_type="SET",
            )
        case Reference():
            return _reference(expression, context)


def _reference(expression: Reference, context: Context) -> Resolution:
    timex = f"{expression.when.upper()}_REF"
    if expression.when != "present" or context.today is None:
        step = Step("reference.vague", (("when", expression.when),))
        return Resolution(Kind.DATE, None, steps=(step,), timex=timex)
    step = Step("reference.present", (("day", context.today),))
    return Resolution(
        Kind.DATE, day_value(context.today), Precision.DAY, steps=(step,), timex=timex
    )
