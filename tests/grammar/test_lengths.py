"""Constructors of lengths."""

import pytest

from ciie_timeline.forms import (
    Calendar,
    Period,
)
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.values import Duration

TWO_DAYS = Period(Duration(days=2))
MAY = Calendar(month=5)


def make(name, /, **slots):
    return CONSTRUCTORS[name](**slots)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"number": 6, "unit": "day"}, Duration(days=6)),
        ({"number": 2, "unit": "fortnight"}, Duration(weeks=4)),
        ({"number": 3, "unit": "night"}, Duration(days=3)),
        ({"number": 2, "unit": "decade"}, Duration(years=20)),
        ({"number": 2, "unit": "century"}, Duration(centuries=2)),
        ({"number": 1, "unit": "millennium"}, Duration(millennia=1)),
        ({"number": 2, "unit": "quarter"}, Duration(quarters=2)),
        ({"number": 1, "unit": "half"}, Duration(months=6)),
        ({"number": 90, "unit": "minute"}, Duration(minutes=90)),
        ({"number": "X", "unit": "month"}, Duration(months=None)),
        ({"unit": "year"}, Duration(years=1)),
        ({"number": 2, "unit": "year", "half": True}, Duration(years=2, months=6)),
        ({"number": 1, "unit": "hour", "half": True}, Duration(hours=1, minutes=30)),
        ({"number": 0, "unit": "hour", "half": True}, Duration(minutes=30)),
        ({"number": 0, "unit": "year", "half": True}, Duration(months=6)),
        ({"number": 0, "unit": "hour", "over": 3, "under": 4}, Duration(minutes=45)),
        ({"number": 1, "unit": "parsec"}, None),
    ],
)
def test_lengths(slots, expected):
    found = make("period", **slots)

    assert (expected and Period(expected)) == found


@pytest.mark.parametrize(
    ("number", "decimals", "unit", "expected"),
    [
        (1, 5, "day", "P1DT12H"),
        (1, 5, "hour", "PT1H30M"),
        (2, 5, "year", "P2Y6M"),
        (2, 0, "day", "P2D"),
        (1, 3, "month", "P1.3M"),
        (1, 37, "hour", "PT1.37H"),
    ],
)
def test_fractions_are_smaller_units_where_there_are_whole_ones(number, decimals, unit, expected):
    found = make("period", number=number, unit=unit, decimals=decimals)

    assert expected == found.length.to_timex()


def test_a_vulgar_fraction_counts_too():
    found = make("period", number=2, unit="year", over=1, under=2)

    assert Period(Duration(years=2, months=6)) == found


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (Duration(years=2), Duration(months=3), Duration(years=2, months=3)),
        (Duration(hours=1), Duration(minutes=30), Duration(hours=1, minutes=30)),
        (Duration(years=1, months=2), Duration(days=3), Duration(years=1, months=2, days=3)),
        (Duration(days=3), Duration(years=1), None),
        (Duration(days=3), Duration(days=4), None),
        (Duration(), Duration(days=4), None),
        (Duration(days=3), Duration(), None),
    ],
)
def test_lengths_of_several_units_go_from_large_to_small(first, second, expected):
    found = make("joined", first=Period(first), second=Period(second))

    assert (expected and Period(expected)) == found


def test_only_lengths_are_joined():
    assert make("joined", first=MAY, second=TWO_DAYS) is None
    assert make("joined", first=TWO_DAYS, second=MAY) is None
