"""Constructors of lists ("March, April and May 2021"): each member is a time of its own.

They give the members by the names of their slots, in the order of the text; the last one lends the
others what they leave out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

import attrs

from ciie_timeline.forms import Calendar, Expression, Fiscal, Nth
from ciie_timeline.grammar.dates import calendar
from ciie_timeline.grammar.units import nth, season

if TYPE_CHECKING:
    from collections.abc import Mapping

    Members = Mapping[str, Expression]

_LAST_DAY: Final = 31


def listed_days(  # noqa: PLR0913 - one parameter a slot of the rules
    *,
    named: Literal["first", "last"],
    month: int,
    first: int,
    last: int,
    second: int | None = None,
    third: int | None = None,
    year: int | None = None,
    short_year: int | None = None,
    first_weekday: int | None = None,
    second_weekday: int | None = None,
    third_weekday: int | None = None,
    last_weekday: int | None = None,
) -> Members | None:
    """Days of one month ("12 and 13 October 2024"), one after the other.

    ``named`` is the member beside the name of the month.  It stays alone when the numbers do not
    rise ("On Nov. 20 and 5 men died").
    """
    given = {
        "first": (first, first_weekday),
        "second": (second, second_weekday),
        "third": (third, third_weekday),
        "last": (last, last_weekday),
    }
    said = {name: day for name, (day, _) in given.items() if day is not None}
    if any(one >= other for one, other in pairwise(said.values())):
        said = {named: said[named]}
    found = {
        name: calendar(
            year=year, short_year=short_year, month=month, day=day, weekday=given[name][1]
        )
        for name, day in said.items()
    }
    return _whole(found)


def listed_dates(
    *,
    first: Expression | int,
    last: Expression,
    second: Expression | int | None = None,
    third: Expression | int | None = None,
) -> Members | None:
    """Months or days that take their year from the last ("May 3 and June 5, 2024").

    A month that would come after the one behind it is of the year before ("December and January
    2024").  None when the last one has no year, or another member has one.
    """
    given = _months({"first": first, "second": second, "third": third, "last": last})
    if given is None:
        return None
    *others, dated = given.values()
    if dated.year is None or any(each.year is not None or not each.month for each in others):
        return None
    found = [dated]
    for each in reversed(others):
        after = found[0]
        late = (each.month or 0, each.day or 0) > (after.month or 0, after.day or _LAST_DAY)
        year = (after.year or 0) - late
        found.insert(0, attrs.evolve(each, year=year, short_year=after.short_year))
    return dict(zip(given, found, strict=True))


def _months(members: Mapping[str, Expression | int | None]) -> dict[str, Calendar] | None:
    """Members as calendar fields; a number is the month of that name."""
    found: dict[str, Calendar] = {}
    for name, each in members.items():
        if isinstance(each, int):
            found[name] = Calendar(month=each)
        elif isinstance(each, Calendar):
            found[name] = each
        elif each is not None:
            return None
    return found


def listed_units(
    *,
    first: Expression,
    last: Expression,
    second: Expression | None = None,
    third: Expression | None = None,
) -> Members | None:
    """Numbered units that take what they lie in from the last ("Q1 and Q2 2023")."""
    whole = last.of if isinstance(last, Fiscal) else last
    if not isinstance(whole, Nth) or whole.of is None:
        return None
    found: dict[str, Expression] = {}
    for name, each in (("first", first), ("second", second), ("third", third)):
        if each is None:
            continue
        inner = each.of if isinstance(each, Fiscal) else each
        if not isinstance(inner, Nth) or inner.of is not None or inner.unit is not whole.unit:
            return None
        lent = attrs.evolve(inner, of=whole.of)
        found[name] = Fiscal(lent) if isinstance(last, Fiscal) else lent
    return {**found, "last": last}


def listed_numbers(  # noqa: PLR0913 - one parameter a slot of the rules
    *,
    unit: str,
    first: int,
    last: int,
    second: int | None = None,
    year: int | None = None,
    short_year: int | None = None,
    fiscal: bool = False,
) -> Members | None:
    """Numbered units named once ("the first and second quarters of 2023")."""
    numbers = {"first": first, "second": second, "last": last}
    return _whole(
        {
            name: nth(number=number, unit=unit, year=year, short_year=short_year, fiscal=fiscal)
            for name, number in numbers.items()
            if number is not None
        }
    )


def listed_seasons(*, first: int, last: int, year: int) -> Members | None:
    """Seasons of one year ("spring and summer of 2020")."""
    return _whole(
        {"first": season(season=first, year=year), "last": season(season=last, year=year)}
    )


def _whole(members: Mapping[str, Expression | None]) -> Members | None:
    """The members, none when one of them is no time."""
    found = {name: each for name, each in members.items() if each is not None}
    return found if len(found) == len(members) else None
