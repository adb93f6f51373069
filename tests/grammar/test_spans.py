"""Constructors of spans, numbered units and repetitions."""

import pytest

from ciie_timeline.forms import (
    At,
    Before,
    Between,
    Beyond,
    Calendar,
    Clock,
    Decade,
    Every,
    Holiday,
    Last,
    Next,
    Nth,
    Part,
    Period,
    Portion,
    Relation,
    Season,
    Since,
    Then,
    This,
    Until,
    Window,
)
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.values import Duration, Precision

YEAR, QUARTER, MONTH, WEEK, DAY = (
    Precision.YEAR,
    Precision.QUARTER,
    Precision.MONTH,
    Precision.WEEK,
    Precision.DAY,
)
FIVE_YEARS = Period(Duration(years=5))
MAY = Calendar(month=5)
TUESDAY = Calendar(weekday=2)


def at(hour, minute=None, *, day=None):
    return At(day, Clock(hour, minute))


def make(name, /, **slots):
    return CONSTRUCTORS[name](**slots)


# --------------------------------------------------------------------------- spans


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        # the start borrows the year and the month of the end
        (Calendar(None, 3), Calendar(2021, 5), (Calendar(2021, 3), Calendar(2021, 5))),
        (
            Calendar(None, None, 5),
            Calendar(2023, 11, 10),
            (Calendar(2023, 11, 5), Calendar(2023, 11, 10)),
        ),
        # the end borrows the year and the month of the start
        (
            Calendar(2023, 11, 5),
            Calendar(None, None, 10),
            (Calendar(2023, 11, 5), Calendar(2023, 11, 10)),
        ),
        (
            Calendar(2023, 5, 28),
            Calendar(None, 6, 1),
            (Calendar(2023, 5, 28), Calendar(2023, 6, 1)),
        ),
        # over the turn of the year neither lends its own
        (
            Calendar(None, 12, 28),
            Calendar(2024, 1, 3),
            (Calendar(None, 12, 28), Calendar(2024, 1, 3)),
        ),
        (Calendar(None, 11), Calendar(2024, 2), (Calendar(None, 11), Calendar(2024, 2))),
        (Calendar(2023, 11), Calendar(None, 2), (Calendar(2023, 11), Calendar(None, 2))),
        (
            Calendar(None, None, 28),
            Calendar(2024, 1, 3),
            (Calendar(None, None, 28), Calendar(2024, 1, 3)),
        ),
        # a weekday has no use for a year
        (
            Calendar(weekday=1),
            Calendar(2023, 11, 10),
            (Calendar(weekday=1), Calendar(2023, 11, 10)),
        ),
        # what is whole stays
        (Calendar(2018), Calendar(2023), (Calendar(2018), Calendar(2023))),
        (Calendar(2020, 3), Calendar(2021, 5), (Calendar(2020, 3), Calendar(2021, 5))),
        (Calendar(None, 3), Calendar(None, 5), (Calendar(None, 3), Calendar(None, 5))),
        (Calendar(weekday=6), Calendar(weekday=4), (Calendar(weekday=6), Calendar(weekday=4))),
        (
            Calendar(None, 3),
            Calendar(21, 5, short_year=True),
            (Calendar(21, 3, short_year=True), Calendar(21, 5, short_year=True)),
        ),
        # clock times share the day of either
        (at(9), at(11, day=TUESDAY), (at(9, day=TUESDAY), at(11, day=TUESDAY))),
        (at(9, day=TUESDAY), at(11), (at(9, day=TUESDAY), at(11, day=TUESDAY))),
        (at(9, day=TUESDAY), at(11, day=MAY), (at(9, day=TUESDAY), at(11, day=MAY))),
        (at(9), at(11), (at(9), at(11))),
        # anything else as it is
        (Last(WEEK), TUESDAY, (Last(WEEK), TUESDAY)),
    ],
)
def test_ranges_complete_each_other(start, end, expected):
    assert Between(*expected) == make("between", start=start, end=end)


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("since", {"anchor": MAY}, Since(MAY)),
        ("until", {"anchor": MAY}, Until(MAY)),
        ("up_to", {"anchor": MAY}, Until(MAY, inclusive=False)),
        ("beyond", {"anchor": MAY}, Beyond(MAY)),
        ("beyond", {"anchor": MAY, "inclusive": True}, Beyond(MAY, inclusive=True)),
        ("part", {"portion": "early", "of": MAY}, Part(Portion.EARLY, MAY)),
        ("part", {"portion": "end"}, Part(Portion.END, This(YEAR))),
        ("part", {"portion": "end", "year": 1990}, Part(Portion.END, Calendar(1990))),
        ("part", {"portion": "start", "unit": "month"}, Part(Portion.START, This(MONTH))),
        (
            "days_in",
            {"first": 4, "last": 23, "of": Next(MONTH)},
            Between(Nth(4, DAY, Next(MONTH)), Nth(23, DAY, Next(MONTH))),
        ),
        ("days_in", {"first": 23, "last": 4, "of": Next(MONTH)}, None),
        ("days_in", {"first": 4, "last": 4, "of": Next(MONTH)}, None),
        ("week_of", {"of": MAY}, Nth(1, WEEK, MAY)),
    ],
)
def test_spans(name, slots, expected):
    assert expected == make(name, **slots)


# --------------------------------------------------------------------------- units


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("nth", {"number": 3, "unit": "quarter"}, Nth(3, QUARTER)),
        ("nth", {"number": 3, "unit": "quarter", "year": 2023}, Nth(3, QUARTER, Calendar(2023))),
        (
            "nth",
            {"number": 3, "unit": "quarter", "short_year": 23},
            Nth(3, QUARTER, Calendar(23, short_year=True)),
        ),
        (
            "nth",
            {"number": 3, "unit": "day", "weekday": 2, "month": 11},
            Nth(3, DAY, Calendar(month=11), 2),
        ),
        (
            "nth",
            {"number": 1, "unit": "quarter", "count": 3, "year": 2023},
            Nth(1, QUARTER, Calendar(2023), None, 3),
        ),
        ("nth", {"number": 1, "unit": "quarter", "count": "X"}, Nth(1, QUARTER)),
        ("nth", {"number": 1, "unit": "fortnight"}, None),
        ("from_end", {"number": 3, "unit": "week"}, Nth(-3, WEEK)),
        ("from_end", {"number": 2, "weekday": 5}, Nth(-2, DAY, None, 5)),
        ("from_end", {"number": 2, "unit": "fortnight"}, None),
        ("first_units", {"count": Period(Duration(months=9))}, Nth(1, MONTH, count=9)),
        ("first_units", {"count": Period(Duration(quarters=3))}, Nth(1, QUARTER, count=3)),
        ("first_units", {"count": Period(Duration(years=2))}, Period(Duration(years=2))),
        ("first_units", {"count": Period(Duration(months=None))}, Period(Duration(months=None))),
        ("first_units", {"count": MAY}, MAY),
        ("season", {"season": 1}, Season(1)),
        ("season", {"season": 4, "year": 2018}, Season(3, Calendar(2018))),
        ("season", {"season": 5, "short_year": 98}, Season(4, Calendar(98, short_year=True))),
        ("season", {"season": 2, "of": Last(YEAR)}, Season(2, Last(YEAR))),
        ("decade", {"start": 1990}, Decade(1990)),
        ("decade", {"start": 80}, Decade(80, short=True)),
        ("decade", {"start": 0}, Decade(0, short=True)),
    ],
)
def test_numbered_units(name, slots, expected):
    assert expected == make(name, **slots)


@pytest.mark.parametrize(
    ("inner", "of", "expected"),
    [
        (Nth(3, QUARTER), Last(YEAR), Nth(3, QUARTER, Last(YEAR))),
        (Nth(3, QUARTER, Calendar(2020)), Last(YEAR), None),
        (Season(2), Last(YEAR), Season(2, Last(YEAR))),
        (TUESDAY, Next(WEEK), Nth(1, DAY, Next(WEEK), 2)),
        (MAY, Calendar(2023), Calendar(2023, 5)),
        (MAY, Calendar(98, short_year=True), Calendar(98, 5, short_year=True)),
        (MAY, Last(YEAR), Nth(5, MONTH, Last(YEAR))),
        (Calendar(None, 5, 7), Last(YEAR), Nth(7, DAY, Nth(5, MONTH, Last(YEAR)))),
        (
            Calendar(None, 5, 7),
            Before(Duration(years=2)),
            Nth(7, DAY, Nth(5, MONTH, Before(Duration(years=2)))),
        ),
        (MAY, Calendar(None, 6), None),
        (MAY, Every(Duration(years=1)), None),
        (Calendar(2023, 5), Last(YEAR), None),
        (Then(QUARTER), Last(YEAR), Then(QUARTER, 0, None, Last(YEAR))),
        (Then(QUARTER, 0, None, Calendar(1988)), Last(YEAR), None),
        (Holiday("easter"), Last(YEAR), Holiday("easter", None, Last(YEAR))),
        (Last(WEEK), Calendar(2018), Nth(-1, WEEK, Calendar(2018))),
        (Last(DAY), Calendar(2015, 10), Nth(-1, DAY, Calendar(2015, 10))),
        (Last(WEEK), Last(MONTH), Nth(-1, WEEK, Last(MONTH))),
        (Last(WEEK), This(YEAR), Nth(-1, WEEK, This(YEAR))),
        (Last(QUARTER), Next(YEAR), Nth(-1, QUARTER, Next(YEAR))),
        (Last(WEEK), Then(MONTH), Nth(-1, WEEK, Then(MONTH))),
        (Last(WEEK), Decade(1990), Nth(-1, WEEK, Decade(1990))),
        (Last(YEAR), Calendar(2018), None),
        (Last(MONTH), Calendar(2018, 5), None),
        (Last(WEEK, 2), Calendar(2018), None),
        (Window(Relation.LAST, 3, MONTH), Calendar(2018), Nth(-1, MONTH, Calendar(2018), None, 3)),
        (Window(Relation.LAST, 3, YEAR), Calendar(2018), None),
        (Window(Relation.LAST, None, MONTH), Calendar(2018), None),
        (Window(Relation.NEXT, 3, MONTH), Calendar(2018), None),
        (Part(Portion.EARLY, MAY), Last(YEAR), Part(Portion.EARLY, Nth(5, MONTH, Last(YEAR)))),
        (Part(Portion.EARLY, MAY), Calendar(2018), Part(Portion.EARLY, Calendar(2018, 5))),
        (Part(Portion.EARLY, MAY), Then(YEAR), None),
        (Part(Portion.EARLY, Calendar(day=5)), Last(YEAR), None),
        (FIVE_YEARS, Last(YEAR), None),
    ],
)
def test_something_inside_something_larger(inner, of, expected):
    assert expected == make("inside", inner=inner, of=of)


# --------------------------------------------------------------------------- sets


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("every", {"rhythm": "P1Y"}, Every(Duration(years=1))),
        ("every", {"unit": "week", "number": 2}, Every(Duration(weeks=2))),
        ("every", {"unit": "year"}, Every(Duration(years=1))),
        ("every", {"length": FIVE_YEARS}, Every(Duration(years=5))),
        ("every", {"length": Period(Duration(years=1)), "times": 2}, Every(Duration(years=1), 2)),
        ("every", {"length": MAY}, None),
        ("every", {"unit": "weekend"}, None),
        ("every", {}, None),
        ("every_one", {"month": 11}, Every(Duration(years=1), of=Calendar(month=11))),
        ("every_one", {"month": 11, "day": 5}, Every(Duration(years=1), of=Calendar(None, 11, 5))),
        ("every_one", {"weekday": 1}, Every(Duration(weeks=1), of=Calendar(weekday=1))),
        (
            "every_one",
            {"weekday": 5, "number": 2},
            Every(Duration(weeks=2), of=Calendar(weekday=5)),
        ),
        (
            "every_one",
            {"weekday": 1, "part": "morning"},
            Every(Duration(weeks=1), of=At(Calendar(weekday=1), None, "morning")),
        ),
        (
            "every_one",
            {"weekday": 1, "time": at(9)},
            Every(Duration(weeks=1), of=at(9, day=Calendar(weekday=1))),
        ),
        ("every_one", {"season": 4}, Every(Duration(years=1), of=Season(3))),
        ("every_one", {"part": "night"}, Every(Duration(days=1), of=At(None, None, "night"))),
        ("every_one", {"time": at(9)}, Every(Duration(days=1), of=at(9))),
        ("every_one", {"rule": "12-25"}, Every(Duration(years=1), of=Holiday("12-25"))),
    ],
)
def test_sets(name, slots, expected):
    assert expected == make(name, **slots)
