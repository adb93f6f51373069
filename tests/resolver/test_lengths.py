"""Durations, sets and vague references."""

from datetime import datetime

import pytest

from ciie_timeline.forms import (
    Calendar,
    Context,
    Cues,
    Every,
    Holiday,
    Kind,
    Period,
    Reference,
    Season,
    This,
)
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Duration, Precision


def on(day, form):
    """What a form means on a day."""
    return resolve(form, Context(published=day and datetime.fromisoformat(day)), Cues())


@pytest.mark.parametrize("day", [None, "2024-03-01"])
@pytest.mark.parametrize(
    ("length", "timex"),
    [
        (Duration(days=6), "P6D"),
        (Duration(years=2, months=6), "P2Y6M"),
        (Duration(minutes=90), "PT90M"),
        (Duration(months=None), "PXM"),
        (Duration(quarters=2), "P2Q"),
    ],
)
def test_a_length_has_no_place_in_time(day, length, timex):
    found = on(day, Period(length))

    assert (Kind.DURATION, None, None) == (found.kind, found.when, found.interval)
    assert (timex, "DURATION", None) == (found.timex, found.timex_type, found.mod)
    assert [("duration", (("length", timex),))] == [(s.rule, s.arguments) for s in found.steps]


def test_a_length_keeps_its_modifier():
    assert "APPROX" == on(None, Period(Duration(years=2), "APPROX")).mod


@pytest.mark.parametrize("day", [None, "2024-03-01"])
@pytest.mark.parametrize(
    ("form", "timex"),
    [
        (Every(Duration(years=1)), "P1Y"),
        (Every(Duration(weeks=2)), "P2W"),
        (Every(Duration(years=1), 2), "P1Y"),
        (Every(Duration(years=1), of=Calendar(month=11)), "XXXX-11"),
        (Every(Duration(years=1), of=Calendar(None, 11, 5)), "XXXX-11-05"),
        (Every(Duration(weeks=1), of=Calendar(weekday=1)), "XXXX-WXX-1"),
        (Every(Duration(years=1), of=Season(4)), "XXXX-WI"),
        (Every(Duration(years=1), of=Holiday("12-25")), "XXXX-12-25"),
        (Every(Duration(years=1), of=Holiday("easter")), "P1Y"),
        (Every(Duration(years=1), of=Holiday("11 thu 4")), "P1Y"),
        (Every(Duration(weeks=1), of=This(Precision.WEEK)), "P1W"),
    ],
)
def test_a_repetition_has_no_place_in_time_but_what_comes_back(day, form, timex):
    found = on(day, form)

    assert (Kind.SET, None, "SET", timex) == (found.kind, found.when, found.timex_type, found.timex)
    assert [("set", form.times)] == [(s.rule, dict(s.arguments)["times"]) for s in found.steps]


@pytest.mark.parametrize(
    ("day", "when", "expected", "precision"),
    [
        ("2024-03-01", "present", "2024-03-01", Precision.DAY),
        ("2024-03-01T10:30", "present", "2024-03-01T10:30", Precision.MINUTE),
        ("2024-03-01T10:30:15", "present", "2024-03-01T10:30:15", Precision.MINUTE),
        ("2024-03-01", "past", None, None),
        ("2024-03-01", "future", None, None),
        (None, "present", None, None),
        (None, "past", None, None),
    ],
)
def test_now_is_the_publication_and_past_and_future_are_vague(day, when, expected, precision):
    found = on(day, Reference(when))

    assert (expected, precision) == (found.edtf, found.precision)
    assert f"{when.upper()}_REF" == found.timex
    assert ["reference.vague" if expected is None else "reference.present"] == [
        step.rule for step in found.steps
    ]
