"""Constructors of dates and of what is relative to the day: values, and when there are none."""

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.forms import (
    After,
    At,
    Before,
    Beside,
    Between,
    Calendar,
    Elapsed,
    Holiday,
    Last,
    Modified,
    Next,
    Nth,
    Period,
    Reference,
    Relation,
    Then,
    This,
    Window,
)
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.values import Duration, Precision

YEAR, QUARTER, MONTH, WEEK, WEEKEND, DAY = (
    Precision.YEAR,
    Precision.QUARTER,
    Precision.MONTH,
    Precision.WEEK,
    Precision.WEEKEND,
    Precision.DAY,
)
FIVE_YEARS = Period(Duration(years=5))
TWO_DAYS = Period(Duration(days=2))
MAY = Calendar(month=5)
TUESDAY = Calendar(weekday=2)


def make(name, /, **slots):
    return CONSTRUCTORS[name](**slots)


# --------------------------------------------------------------------------- calendar


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"year": 2018}, Calendar(2018)),
        ({"year": 2018, "month": 5}, Calendar(2018, 5)),
        ({"month": 11, "day": 5, "weekday": 7}, Calendar(None, 11, 5, 7)),
        ({"weekday": 1}, Calendar(weekday=1)),
        ({"short_year": 98, "month": 8, "day": 3}, Calendar(98, 8, 3, short_year=True)),
        ({"year": 1998, "short_year": 98}, Calendar(1998)),
        ({"month": 2, "day": 29}, Calendar(None, 2, 29)),
        ({"year": 2024, "month": 2, "day": 29}, Calendar(2024, 2, 29)),
        ({"year": 2000, "month": 2, "day": 29}, Calendar(2000, 2, 29)),
        # whether the month has the day the resolver says
        ({"year": 2023, "month": 2, "day": 29}, Calendar(2023, 2, 29)),
        ({"month": 2, "day": 30}, Calendar(None, 2, 30)),
        ({"month": 4, "day": 31}, Calendar(None, 4, 31)),
        ({"month": 5, "day": 31}, Calendar(None, 5, 31)),
        ({"month": 5, "day": 32}, None),
        ({"month": 5, "day": 0}, None),
    ],
)
def test_calendar_fields(slots, expected):
    assert expected == make("calendar", **slots)


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("before_christ", {"year": 1}, Calendar(0)),
        ("before_christ", {"year": 44}, Calendar(-43)),
        ("before_christ", {"year": 0}, None),
        (
            "days",
            {"month": 11, "first": 5, "last": 10},
            Between(Calendar(None, 11, 5), Calendar(None, 11, 10)),
        ),
        (
            "days",
            {"month": 11, "first": 5, "last": 10, "year": 2023},
            Between(Calendar(2023, 11, 5), Calendar(2023, 11, 10)),
        ),
        (
            "days",
            {"month": 11, "first": 5, "last": 10, "short_year": 23},
            Between(Calendar(23, 11, 5, short_year=True), Calendar(23, 11, 10, short_year=True)),
        ),
        ("days", {"month": 11, "first": 10, "last": 5}, None),
        ("days", {"month": 11, "first": 5, "last": 5}, None),
        (
            "days",
            {"month": 11, "first": 5, "last": 31},
            Between(Calendar(None, 11, 5), Calendar(None, 11, 31)),
        ),
        ("days", {"month": 2, "first": 0, "last": 5}, None),
        ("years", {"first": 2018, "last": 2023}, Between(Calendar(2018), Calendar(2023))),
        ("years", {"first": 1957, "last": 58}, Between(Calendar(1957), Calendar(1958))),
        ("years", {"first": 2009, "last": 10}, Between(Calendar(2009), Calendar(2010))),
        ("years", {"first": 2014, "last": 10}, Calendar(2014, 10)),
        ("years", {"first": 2014, "last": 14}, None),
        ("years", {"first": 2023, "last": 2018}, None),
        ("years", {"first": 2018, "last": 2018}, None),
        ("numeric", {"first": 11, "second": 5, "year": 2023}, Calendar(2023, 11, 5, either=True)),
        ("numeric", {"first": 13, "second": 5, "year": 2023}, Calendar(2023, 5, 13)),
        ("numeric", {"first": 13, "second": 13, "year": 2023}, None),
        ("numeric", {"first": 2, "second": 30, "year": 2023}, Calendar(2023, 2, 30)),
        ("numeric", {"first": 2, "second": 30}, None),
        ("numeric", {"first": 0, "second": 12, "year": 2023}, None),
        (
            "numeric",
            {"first": 8, "second": 3, "short_year": 98},
            Calendar(98, 8, 3, short_year=True, either=True),
        ),
        ("numeric", {"first": 8, "second": 3}, Calendar(None, 8, 3, either=True)),
        ("day_first", {"first": 5, "second": 11, "year": 2023}, Calendar(2023, 11, 5)),
        ("day_first", {"first": 5, "second": 13, "year": 2023}, Calendar(2023, 5, 13)),
        ("day_first", {"first": 13, "second": 13}, None),
        ("day_first", {"first": 31, "second": 4}, None),
        ("day_first", {"first": 26, "second": 10, "weekday": 4}, Calendar(None, 10, 26, 4)),
        ("holiday", {"rule": "12-25"}, Holiday("12-25")),
        ("holiday", {"rule": "12-25", "relation": "last"}, Holiday("12-25", Relation.LAST)),
        ("holiday", {"rule": "12-25", "year": 2019}, Holiday("12-25", None, Calendar(2019))),
        (
            "holiday",
            {"rule": "easter", "short_year": 19},
            Holiday("easter", None, Calendar(19, short_year=True)),
        ),
        ("holiday", {"rule": "easter", "of": Last(YEAR)}, Holiday("easter", None, Last(YEAR))),
        ("lunar", {"month": 8, "day": 15}, Holiday("chinese 8-15")),
        ("lunar", {"month": 8, "year": 2024}, Holiday("chinese 8", of=Calendar(2024))),
        ("lunar", {"month": 13}, None),
        ("lunar", {"month": 8, "day": 31}, None),
        (
            "holiday",
            {"rule": "national mother", "country": "gb"},
            Holiday("national mother", country="gb"),
        ),
        (
            "holiday",
            {"rule": "easter", "part": "weekend"},
            Holiday("easter", part="weekend"),
        ),
        (
            "beside",
            {"sign": 1, "unit": "day", "anchor": Holiday("easter")},
            Beside(DAY, 1, Holiday("easter")),
        ),
        ("beside", {"sign": -1, "of": TUESDAY, "anchor": MAY}, Beside(DAY, -1, MAY, 2)),
        ("beside", {"sign": 1, "of": Then(WEEKEND), "anchor": MAY}, Beside(WEEKEND, 1, MAY)),
        ("beside", {"sign": 1, "of": This(WEEK), "anchor": MAY}, Beside(WEEK, 1, MAY)),
        (
            "beside",
            {"sign": -1, "of": At(None, None, "night"), "anchor": MAY},
            At(Beside(DAY, -1, MAY), None, "night"),
        ),
        ("beside", {"sign": 1, "unit": "month", "anchor": MAY}, None),
        ("beside", {"sign": 1, "of": Calendar(2020), "anchor": MAY}, None),
        ("edge_day", {"portion": "start", "of": Holiday("x")}, Nth(1, DAY, Holiday("x"))),
        ("edge_day", {"portion": "end", "of": Holiday("x")}, Nth(-1, DAY, Holiday("x"))),
        ("edge_day", {"portion": "mid", "of": Holiday("x")}, None),
        ("nothing", {"anything": 1}, None),
    ],
)
def test_dates(name, slots, expected):
    assert expected == make(name, **slots)


# --------------------------------------------------------------------------- relative


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("relative", {"relation": "last", "unit": "week"}, Last(WEEK)),
        ("relative", {"relation": "this", "unit": "year"}, This(YEAR)),
        ("relative", {"relation": "next", "unit": "month", "index": 5}, Next(MONTH, 5)),
        ("relative", {"relation": "coming", "unit": "day", "index": 7}, Next(DAY, 7, coming=True)),
        ("the_unit", {"unit": "day"}, None),
        ("the_unit", {"unit": "week"}, This(WEEK)),
        ("day", {"shift": -1}, Last(DAY)),
        ("day", {"shift": 0}, This(DAY)),
        ("day", {"shift": 1}, Next(DAY)),
        ("day", {"shift": 2}, After(Duration(days=1), Next(DAY))),
        ("day", {"shift": -2}, Before(Duration(days=1), Last(DAY))),
        ("then", {}, Then()),
        ("then", {"unit": "quarter"}, Then(QUARTER)),
        ("then", {"unit": "month", "shift": 1}, Then(MONTH, 1)),
        ("then", {"relation": "last", "index": 5}, Then(None, -1, 5)),
        ("then", {"unit": "quarter", "year": 1988}, Then(QUARTER, 0, None, Calendar(1988))),
        ("then", {"unit": "quarter", "of": Last(YEAR)}, Then(QUARTER, 0, None, Last(YEAR))),
        ("window", {"relation": "last", "of": FIVE_YEARS}, Window(Relation.LAST, 5, YEAR)),
        ("window", {"relation": "last", "unit": "year"}, Window(Relation.LAST, None, YEAR)),
        (
            "window",
            {"relation": "last", "unit": "week", "number": 1},
            Window(Relation.LAST, 1, WEEK),
        ),
        (
            "window",
            {"relation": "last", "unit": "fortnight", "number": 1},
            Window(Relation.LAST, 2, WEEK),
        ),
        ("window", {"relation": "last"}, Window(Relation.LAST, None, YEAR)),
        (
            "window",
            {"relation": "next", "of": TWO_DAYS, "within": True},
            Window(Relation.NEXT, 2, DAY, within=True),
        ),
        (
            "window",
            {"relation": "last", "of": Modified("APPROX", FIVE_YEARS)},
            Window(Relation.LAST, 5, YEAR),
        ),
        (
            "window",
            {"relation": "last", "of": Period(Duration(months=None))},
            Window(Relation.LAST, None, MONTH),
        ),
        ("window", {"relation": "last", "of": Period(Duration(years=1, months=2))}, None),
        ("window", {"relation": "last", "of": MAY}, None),
        ("ago", {"of": TWO_DAYS}, Before(Duration(days=2))),
        ("ago", {"of": MAY}, None),
        ("ahead", {"of": TWO_DAYS}, After(Duration(days=2))),
        ("ahead", {"of": MAY}, None),
        ("before", {"of": TWO_DAYS, "anchor": MAY}, Before(Duration(days=2), MAY)),
        ("before", {"of": MAY, "anchor": MAY}, None),
        ("after", {"of": TWO_DAYS, "anchor": MAY}, After(Duration(days=2), MAY)),
        ("after", {"of": MAY, "anchor": MAY}, None),
        ("earlier", {"of": TWO_DAYS}, Before(Duration(days=2), Then())),
        (
            "earlier",
            {"of": FIVE_YEARS, "grain": "quarter"},
            Before(Duration(years=5), Then(QUARTER)),
        ),
        ("earlier", {"of": MAY}, None),
        ("later", {"of": TWO_DAYS}, After(Duration(days=2), Then())),
        ("later", {"of": MAY}, None),
        ("year_earlier", {}, Before(Duration(years=1), Then())),
        ("year_earlier", {"unit": "quarter"}, Before(Duration(years=1), Then(QUARTER))),
        ("year_earlier", {"number": 3}, Before(Duration(years=1), Nth(3, QUARTER))),
        ("elapsed", {"of": FIVE_YEARS}, Elapsed(Duration(years=5))),
        ("elapsed", {"of": MAY}, None),
        ("lasting", {"of": MAY, "start": TUESDAY}, None),
        ("modified", {"modifier": "APPROX", "of": TWO_DAYS}, Modified("APPROX", TWO_DAYS)),
        ("same", {"of": MAY}, MAY),
        ("reference", {"when": "past"}, Reference("past")),
    ],
)
def test_relative_times(name, slots, expected):
    assert expected == make(name, **slots)


@given(st.integers(1, 12), st.integers(1, 31))
def test_two_numbers_are_a_date_exactly_when_some_year_has_such_a_day(month, day):
    there = day <= monthrange(2000, month)[1]

    assert there == (make("day_first", first=day, second=month) is not None)
