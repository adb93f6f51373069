"""Constructors of times within a day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.forms import (
    After,
    At,
    Between,
    Beyond,
    Calendar,
    Clock,
    Every,
    Last,
    Next,
    Then,
    This,
    Until,
)
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.values import Duration, Precision

DAY = Precision.DAY
MAY = Calendar(month=5)
TUESDAY = Calendar(weekday=2)


def at(hour, minute=None, *, day=None):
    return At(day, Clock(hour, minute))


def make(name, /, **slots):
    return CONSTRUCTORS[name](**slots)


# --------------------------------------------------------------------------- clock


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"hour": 14, "minute": 30}, at(14, 30)),
        ({"hour": 14}, at(14)),
        ({"hour": 5, "half": "pm"}, at(17)),
        ({"hour": 5, "half": "am"}, at(5)),
        ({"hour": 12, "half": "am"}, at(0)),
        ({"hour": 12, "half": "pm"}, at(12)),
        ({"hour": 12, "minute": 30, "half": "am"}, at(0, 30)),
        ({"hour": 4, "half": "morning"}, at(4)),
        ({"hour": 8, "half": "evening"}, at(20)),
        ({"hour": 3, "half": "afternoon"}, at(15)),
        ({"hour": 9, "half": "night"}, at(21)),
        ({"hour": 2, "half": "night"}, at(2)),
        ({"hour": 16, "minute": (5, ("UTC", 0))}, At(clock=Clock(16, 5, None, 0, "UTC"))),
        ({"hour": 16, "minute": 5, "second": (3, ("UTC", 0))}, At(clock=Clock(16, 5, 3, 0, "UTC"))),
        ({"hour": 16, "minute": 5, "east": 530}, At(clock=Clock(16, 5, None, 330))),
        ({"hour": 16, "minute": 5, "west": 500}, At(clock=Clock(16, 5, None, -300))),
        ({"hour": 16, "minute": 5, "east": 9999}, at(16, 5)),
        ({"hour": 0, "half": "am"}, None),
        ({"hour": 14, "half": "pm"}, at(14)),
        ({"hour": (5, "pm")}, at(17)),
        ({"hour": 1, "minute": (30, "pm")}, at(13, 30)),
        ({"hour": 24}, at(24)),
        ({"hour": 24, "minute": 0}, at(24, 0)),
        ({"hour": 24, "minute": 1}, None),
        ({"hour": 25}, None),
        ({"hour": 10, "minute": 60}, None),
        ({"hour": 14, "minute": 0, "second": 30}, At(None, Clock(14, 0, 30))),
        (
            {"hour": 9, "half": "am", "zone": ["EST", -300]},
            At(None, Clock(9, None, None, -300, "EST")),
        ),
        ({"hour": 9, "half": "am", "zone": ["ET"]}, At(None, Clock(9, None, None, None, "ET"))),
        (
            {"hour": 9, "zone": ["UTC", 0], "west": 3, "zone_minute": 30},
            At(None, Clock(9, None, None, -210, "UTC")),
        ),
        ({"hour": 9, "zone": ["UTC", 0], "west": 20}, At(None, Clock(9, None, None, 0, "UTC"))),
    ],
)
def test_clock_times(slots, expected):
    assert expected == make("clock", **slots)


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("past_hour", {"hour": 5, "minute": 30}, at(5, 30)),
        ("past_hour", {"hour": (3, "pm"), "minute": "20"}, at(15, 20)),
        ("past_hour", {"hour": 7, "minute": 75}, None),
        ("to_hour", {"hour": 6, "minute": 15}, at(5, 45)),
        ("to_hour", {"hour": 1, "minute": 15}, at(12, 45)),
        ("to_hour", {"hour": (6, "pm"), "minute": 10}, at(17, 50)),
        ("to_hour", {"hour": 6, "minute": 15, "half": "am"}, at(5, 45)),
        ("day_part", {"part": "morning"}, At(None, None, "morning")),
        ("day_part", {"part": "morning", "relation": "this"}, At(This(DAY), None, "morning")),
        ("day_part", {"part": "night", "relation": "last"}, At(Last(DAY), None, "night")),
        ("day_part", {"part": "evening", "relation": "next"}, At(Next(DAY), None, "evening")),
        ("day_part", {"part": "night", "shift": 1}, At(Next(DAY), None, "night")),
        (
            "day_part",
            {"part": "night", "relation": "this", "shift": 0},
            At(This(DAY), None, "night"),
        ),
        ("day_part", {"part": "morning", "relation": "text"}, At(Then(DAY, 1), None, "morning")),
        ("at", {"day": TUESDAY, "time": at(10)}, at(10, day=TUESDAY)),
        ("at", {"day": TUESDAY, "part": "morning"}, At(TUESDAY, None, "morning")),
        ("at", {"day": TUESDAY, "time": at(10, day=MAY)}, None),
        ("at", {"day": TUESDAY, "time": MAY}, None),
        ("at", {"day": TUESDAY, "time": at(8), "part": "evening"}, at(20, day=TUESDAY)),
        (
            "at",
            {"day": Calendar(None, 10, 26), "time": at(11), "of": Calendar(2023)},
            at(11, day=Calendar(2023, 10, 26)),
        ),
        (
            "at",
            {"day": Calendar(2022, 10, 26), "time": at(11), "of": Every(Duration(years=1))},
            None,
        ),
        ("clock_part", {"time": at(8), "part": "evening"}, at(20)),
        ("clock_part", {"time": at(8), "part": "morning"}, at(8)),
        ("clock_part", {"time": at(13), "part": "afternoon"}, at(13)),
        ("clock_part", {"time": At(None, None, "night"), "part": "evening"}, None),
        ("clock_part", {"time": MAY, "part": "evening"}, None),
        ("at_hour", {"day": TUESDAY, "hour": 5}, at(5, day=TUESDAY)),
        ("at_hour", {"day": At(This(DAY), None, "afternoon"), "hour": 3}, at(15, day=This(DAY))),
        ("at_hour", {"day": TUESDAY, "hour": 30}, None),
        (
            "after_clock",
            {"day": TUESDAY, "time": at(17)},
            Beyond(at(17, day=TUESDAY), inclusive=True),
        ),
        ("after_clock", {"day": TUESDAY, "time": MAY}, None),
        (
            "before_clock",
            {"day": TUESDAY, "time": at(17)},
            Until(at(17, day=TUESDAY), inclusive=False),
        ),
        ("before_clock", {"day": TUESDAY, "time": MAY}, None),
        ("clock_in", {"time": at(8), "day": At(This(DAY), None, "evening")}, at(20, day=This(DAY))),
        ("clock_in", {"time": at(8), "day": At(This(DAY), None, "morning")}, at(8, day=This(DAY))),
        ("clock_in", {"time": at(8)}, None),
        ("clock_in", {"time": MAY, "day": At(This(DAY), None, "morning")}, None),
        ("clock_in", {"time": at(8), "day": MAY}, None),
        ("clock_in", {"time": At(None, None, "night"), "day": At(This(DAY), None, "night")}, None),
        ("at_hours", {"day": TUESDAY, "hours": MAY}, None),
        (
            "at_hours",
            {"day": TUESDAY, "hours": Between(at(9), at(11))},
            Between(at(9, day=TUESDAY), at(11, day=TUESDAY)),
        ),
        ("day_hours", {"day": TUESDAY, "start": MAY, "end": at(11)}, None),
        ("day_hours", {"day": TUESDAY, "start": at(11), "end": MAY}, None),
        ("hours", {"first": 5, "last": 6, "half": "pm"}, Between(at(17), at(18))),
        ("hours", {"first": 9, "last": 11, "half": "am"}, Between(at(9), at(11))),
        ("hours", {"first": 11, "last": 2, "half": "pm"}, Between(at(11), at(14))),
        ("hours", {"first": 4, "last": (5, "pm")}, Between(at(16), at(17))),
        (
            "hours",
            {"first": 9, "first_minute": 30, "last": 11, "half": "am"},
            Between(at(9, 30), at(11)),
        ),
        ("hours", {"first": 5, "last": 6, "minute": 70, "half": "pm"}, None),
        ("hours", {"first": 0, "last": 6, "half": "am"}, None),
    ],
)
def test_times_within_a_day(name, slots, expected):
    assert expected == make(name, **slots)


# --------------------------------------------------------------------------- written with signs


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("clock_figures", {"figures": 1140, "half": "am"}, at(11, 40)),
        ("clock_figures", {"figures": 230, "half": "pm"}, at(14, 30)),
        ("clock_figures", {"figures": 1290, "half": "am"}, None),
        ("clock_h", {"time": (15, 30)}, at(15, 30)),
        ("clock_h", {"time": (15, None)}, at(15)),
        ("clock_h", {"time": (25, None)}, None),
        (
            "iso",
            {"year": 2023, "month": 11, "day_hour": (5, 14), "minute": 30},
            at(14, 30, day=Calendar(2023, 11, 5)),
        ),
        (
            "iso",
            {"year": 2023, "month": 11, "day_hour": (5, 14), "minute": 30, "second": 15},
            At(Calendar(2023, 11, 5), Clock(14, 30, 15)),
        ),
        (
            "iso",
            {"year": 2023, "month": 2, "day_hour": (29, 14), "minute": 30},
            at(14, 30, day=Calendar(2023, 2, 29)),
        ),
        ("iso", {"year": 2023, "month": 13, "day_hour": (28, 14), "minute": 30}, None),
        ("iso", {"year": 2023, "month": 2, "day_hour": (28, 25), "minute": 30}, None),
        ("weekdays_on", {"number": 1, "weekday": 5}, Next(DAY, 5, coming=True)),
        (
            "weekdays_on",
            {"number": 3, "weekday": 5},
            After(Duration(weeks=2), Next(DAY, 5, coming=True)),
        ),
    ],
)
def test_times_written_with_signs(name, slots, expected):
    assert expected == make(name, **slots)


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from([None, "am", "pm", "evening"]))
def test_a_clock_time_lies_within_a_day(hour, minute, half):
    found = make("clock", hour=hour, minute=minute, half=half)

    if found is not None:
        assert 0 <= found.clock.hour * 60 + found.clock.minute <= 24 * 60


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("clock_range", {"first": 900, "last": 1799}),
        ("clock_range", {"first": 960, "last": 1700}),
        ("stamp", {"stamp": (2024, 2, 29, 25, 5, 0, ())}),
    ],
)
def test_what_no_clock_or_calendar_shows_is_no_time(name, slots):
    assert make(name, **slots) is None
