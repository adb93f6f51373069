"""Constructors of lengths, and of what lies a length before or after something."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

import attrs

from ciie_timeline.forms import (
    After,
    At,
    Before,
    Between,
    Elapsed,
    Expression,
    Modified,
    Next,
    Nth,
    Period,
    Relation,
    Then,
    Window,
)
from ciie_timeline.grammar.vocabulary import FIELDS, PRECISIONS
from ciie_timeline.values import Duration, Precision

_UNITS: Final = {
    "seconds": Precision.SECOND,
    "minutes": Precision.MINUTE,
    "hours": Precision.HOUR,
    "days": Precision.DAY,
    "weeks": Precision.WEEK,
    "months": Precision.MONTH,
    "quarters": Precision.QUARTER,
    "years": Precision.YEAR,
    "decades": Precision.DECADE,
    "centuries": Precision.CENTURY,
    "millennia": Precision.MILLENNIUM,
}
_SMALLER: Final = {
    "minutes": ("seconds", 60),
    "hours": ("minutes", 60),
    "days": ("hours", 24),
    "weeks": ("days", 7),
    "years": ("months", 12),
    "decades": ("years", 10),
    "centuries": ("years", 100),
    "millennia": ("years", 1000),
}


@lru_cache(maxsize=4096)
def length(number: int | str | Decimal, unit: str) -> Duration:
    """A duration of so many units; a vague number stays vague."""
    name, scale = FIELDS[unit]
    count = None if isinstance(number, str) else number * scale
    if isinstance(count, Decimal):
        return _fraction(count, name)
    return Duration(**{name: count})


def _fraction(count: Decimal, name: str) -> Duration:
    """A fraction of a unit as whole smaller units where there are any."""
    whole, rest = int(count), count % 1
    smaller, scale = _SMALLER.get(name, ("", 0))
    if rest and rest * scale % 1 == 0 and smaller:
        return Duration(**{name: whole, smaller: int(rest * scale)})
    return Duration(**{name: count if rest else whole})


def period(  # noqa: PLR0913  # the ways to say a fraction
    *,
    unit: str,
    number: int | str = 1,
    times: int = 1,
    half: bool = False,
    over: int | None = None,
    under: int | None = None,
    decimals: int | None = None,
) -> Expression | None:
    """A length without a place in time ("six days", "a couple hundred years")."""
    if unit not in FIELDS:
        return None
    count: int | str | Decimal = number
    if isinstance(number, int):
        count = number * times
        if half:
            count = number + Decimal("0.5")
        elif over is not None and under:
            count = number + Decimal(over) / Decimal(under)
        elif decimals is not None:
            count = Decimal(f"{number}.{decimals}")
    return Period(length(count, unit))


def glued_length(*, glued: tuple[int, str]) -> Expression | None:
    """A length whose number and unit are one word ("15min")."""
    return period(number=glued[0], unit=glued[1])


def joined(
    *,
    first: Expression,
    second: Expression,
    third: Expression | None = None,
    fourth: Expression | None = None,
) -> Expression | None:
    """Lengths of falling units as one ("2 years and 3 months")."""
    whole = _joined(first, second)
    for more in (third, fourth):
        whole = whole if more is None or whole is None else _joined(whole, more)
    return whole


def _joined(first: Expression, second: Expression) -> Expression | None:
    if not isinstance(first, Period) or not isinstance(second, Period):
        return None
    old, new = (attrs.asdict(each.length) for each in (first, second))
    order = list(_UNITS)[::-1]
    last, then = ([name for name in order if each[name] != 0] for each in (old, new))
    if not last or not then or order.index(last[-1]) >= order.index(then[0]):
        return None
    return Period(Duration(**{name: old[name] if old[name] != 0 else new[name] for name in old}))


def modified(*, modifier: str, of: Expression) -> Expression:
    """Something not exactly so ("nearly two years")."""
    return Modified(modifier, of)


def count_of(of: Expression) -> tuple[int | None, Precision] | None:
    """The number and the unit of a length of one unit."""
    if isinstance(of, Modified):
        of = of.of
    if not isinstance(of, Period):
        return None
    found = [(name, getattr(of.length, name)) for name in _UNITS]
    parts = [(count, _UNITS[name]) for name, count in found if count != 0]
    if len(parts) != 1:
        return None
    count, unit = parts[0]
    return (count if isinstance(count, int) else None), unit


def window(
    *,
    relation: str,
    of: Expression | None = None,
    unit: str | None = None,
    number: int | None = None,
    within: bool = False,
) -> Expression | None:
    """A number of units that ends or begins at the reference; vague with a bare unit."""
    if of is None:
        if unit is None:
            return Window(Relation(relation), number, Precision.YEAR, within=within)
        if unit in PRECISIONS:
            return Window(Relation(relation), number, PRECISIONS[unit], within=within)
        of = Period(length("X" if number is None else number, unit))  # nights are days
    counted = count_of(of)
    return counted and Window(Relation(relation), *counted, within=within)


def ago(*, of: Expression) -> Expression | None:
    """A length before the reference ("two weeks ago")."""
    return Before(of.length) if isinstance(of, Period) else None


def ahead(*, of: Expression) -> Expression | None:
    """A length after the reference ("in two weeks")."""
    return After(of.length) if isinstance(of, Period) else None


def counted_from(*, of: Expression, anchor: Expression) -> Expression | None:
    """A length before or after a day that is named behind it ("a year ago today")."""
    if not isinstance(of, (Before, After)) or of.anchor is not None:
        return None
    return Before(of.length, anchor) if isinstance(of, Before) else After(of.length, anchor)


def before(*, of: Expression, anchor: Expression) -> Expression | None:
    """A length before another time ("two days before Christmas")."""
    return Before(of.length, anchor) if isinstance(of, Period) else None


def after(*, of: Expression, anchor: Expression) -> Expression | None:
    """A length after another time ("a week after May 5")."""
    return After(of.length, anchor) if isinstance(of, Period) else None


def earlier(*, of: Expression, grain: str | None = None) -> Expression | None:
    """A length before the time that the text spoke of ("a year earlier")."""
    anchor = Then(None if grain is None else PRECISIONS[grain])
    return Before(of.length, anchor) if isinstance(of, Period) else None


def later(*, of: Expression) -> Expression | None:
    """A length after the time that the text spoke of ("a year later")."""
    return After(of.length, Then()) if isinstance(of, Period) else None


def year_earlier(*, unit: str | None = None, number: int | None = None) -> Expression:
    """The same time a year before ("the year-earlier quarter")."""
    anchor: Expression = Then(None if unit is None else PRECISIONS[unit])
    if number is not None:
        anchor = Nth(number, Precision.QUARTER)
    return Before(length(1, "year"), anchor)


def elapsed(*, of: Expression) -> Expression | None:
    """The time from an anchor in the text to the reference ("six years on")."""
    return Elapsed(of.length) if isinstance(of, Period) else None


def lasting(*, of: Expression, start: Expression) -> Expression | None:
    """A length that begins at a time ("3 days from today")."""
    if not isinstance(of, Period):
        return None
    end = After(of.length, start)
    clocked = isinstance(start, At) and start.clock is not None
    return Between(start, end if clocked else Before(length(1, "day"), end))


def weekdays_on(*, number: int, weekday: int) -> Expression | None:
    """The Nth such day from now ("three Fridays from now")."""
    first = Next(Precision.DAY, weekday, coming=True)
    return After(length(number - 1, "week"), first) if number > 1 else first


def weekdays_ago(*, number: int, weekday: int) -> Expression | None:
    """The Nth such day back from now ("two Mondays ago")."""
    return Before(length(number, "week"), Next(Precision.DAY, weekday, coming=True))
