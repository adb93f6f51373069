"""Constructors: what the words make, and when they make none."""

from calendar import monthrange

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.forms import (
    After,
    Anniversary,
    AnnouncementRef,
    At,
    Before,
    Between,
    Beyond,
    Calendar,
    Clock,
    Decade,
    EditionRef,
    EditionsRef,
    Elapsed,
    Every,
    Holiday,
    Inception,
    Last,
    Modified,
    Next,
    Nth,
    Part,
    Period,
    Portion,
    Reference,
    Relation,
    Season,
    SessionRef,
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
TWO_DAYS = Period(Duration(days=2))
MAY = Calendar(month=5)
TUESDAY = Calendar(weekday=2)


def at(hour, minute=None, *, day=None):
    return At(day, Clock(hour, minute))


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
        ({"year": 2023, "month": 2, "day": 29}, None),
        ({"year": 1900, "month": 2, "day": 29}, None),
        ({"month": 2, "day": 30}, None),
        ({"month": 4, "day": 31}, None),
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
        ("days", {"month": 11, "first": 5, "last": 31}, None),
        ("days", {"month": 2, "first": 29, "last": 31}, None),
        ("days", {"month": 2, "first": 0, "last": 5}, None),
        ("years", {"first": 2018, "last": 2023}, Between(Calendar(2018), Calendar(2023))),
        ("years", {"first": 1957, "last": 58}, Between(Calendar(1957), Calendar(1958))),
        ("years", {"first": 2009, "last": 10}, Between(Calendar(2009), Calendar(2010))),
        ("years", {"first": 2014, "last": 10}, Calendar(2014, 10)),
        ("years", {"first": 2014, "last": 14}, None),
        ("years", {"first": 2023, "last": 2018}, None),
        ("years", {"first": 2018, "last": 2018}, None),
        ("numeric", {"first": 11, "second": 5, "year": 2023}, Calendar(2023, 11, 5)),
        ("numeric", {"first": 13, "second": 5, "year": 2023}, Calendar(2023, 5, 13)),
        ("numeric", {"first": 13, "second": 13, "year": 2023}, None),
        ("numeric", {"first": 2, "second": 30, "year": 2023}, None),
        ("numeric", {"first": 0, "second": 12, "year": 2023}, None),
        (
            "numeric",
            {"first": 8, "second": 3, "short_year": 98},
            Calendar(98, 8, 3, short_year=True),
        ),
        ("numeric", {"first": 8, "second": 3}, Calendar(None, 8, 3)),
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
        ("nothing", {"anything": 1}, None),
    ],
)
def test_dates(name, slots, expected):
    assert expected == make(name, **slots)


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
        ({"hour": 9, "half": "am", "zone": "EST"}, At(None, Clock(9, None, None, None, "EST"))),
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


# --------------------------------------------------------------------------- lengths


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
        # over the turn of the year the start is a year earlier
        (
            Calendar(None, 12, 28),
            Calendar(2024, 1, 3),
            (Calendar(2023, 12, 28), Calendar(2024, 1, 3)),
        ),
        (Calendar(None, 11), Calendar(2024, 2), (Calendar(2023, 11), Calendar(2024, 2))),
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


# --------------------------------------------------------------------------- one phrase in another


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("clock_to", {"start": at(13), "hour": 4}, Between(at(13), at(16))),
        ("clock_to", {"start": at(9), "hour": 11}, Between(at(9), at(11))),
        ("clock_to", {"start": at(10), "hour": 12}, Between(at(10), at(12))),
        ("clock_to", {"start": at(22), "hour": 2}, Between(at(22), at(2))),
        ("clock_to", {"start": at(13), "hour": 13}, None),
        ("clock_to", {"start": MAY, "hour": 4}, None),
        ("clock_to", {"start": At(None, None, "night"), "hour": 4}, None),
        ("clock", {"hour": 1030, "half": "am"}, at(10, 30)),
        ("clock", {"hour": 1030}, None),
        (
            "day_hours",
            {"day": At(TUESDAY, None, "morning"), "start": at(9), "end": at(11)},
            Between(at(9, day=TUESDAY), at(11, day=TUESDAY)),
        ),
        ("day_hours", {"day": At(None, None, "morning"), "start": at(9), "end": at(11)}, None),
        ("then", {"unit": "fortnight"}, None),
        ("half_of", {"number": 1, "of": Last(YEAR)}, Nth(1, Precision.HALF, Last(YEAR))),
        ("half_of", {"number": -1, "of": Last(YEAR)}, Nth(-1, Precision.HALF, Last(YEAR))),
        ("half_of", {"number": 3, "of": Last(YEAR)}, None),
        (
            "counted_from",
            {"of": Before(Duration(years=1)), "anchor": This(DAY)},
            Before(Duration(years=1), This(DAY)),
        ),
        (
            "counted_from",
            {"of": After(Duration(weeks=1)), "anchor": TUESDAY},
            After(Duration(weeks=1), TUESDAY),
        ),
        ("counted_from", {"of": Before(Duration(years=1), MAY), "anchor": TUESDAY}, None),
        ("counted_from", {"of": MAY, "anchor": TUESDAY}, None),
        (
            "every_at",
            {"of": Every(Duration(days=1)), "time": at(12)},
            Every(Duration(days=1), of=at(12)),
        ),
        (
            "every_at",
            {"of": Every(Duration(weeks=1), of=TUESDAY), "time": at(9)},
            Every(Duration(weeks=1), of=at(9, day=TUESDAY)),
        ),
        ("every_at", {"of": Every(Duration(years=1)), "time": at(12)}, None),
        ("every_at", {"of": Every(Duration(years=1), of=Season(2)), "time": at(12)}, None),
        ("every_at", {"of": MAY, "time": at(12)}, None),
        ("every_at", {"of": Every(Duration(days=1)), "time": MAY}, None),
        ("every_at", {"of": Every(Duration(days=1)), "time": at(12, day=MAY)}, None),
        (
            "lasting",
            {"of": Period(Duration(days=10)), "start": Calendar(None, 12, 18)},
            Between(
                Calendar(None, 12, 18),
                Before(Duration(days=1), After(Duration(days=10), Calendar(None, 12, 18))),
            ),
        ),
        (
            "lasting",
            {"of": Period(Duration(hours=2)), "start": at(9)},
            Between(at(9), After(Duration(hours=2), at(9))),
        ),
    ],
)
def test_one_phrase_in_another(name, slots, expected):
    assert expected == make(name, **slots)


@pytest.mark.parametrize(
    ("slots", "numbers"),
    [
        ({"first": 7, "last": 8}, (7, 8)),
        ({"first": 3, "middle": 5, "last": 8}, (3, 5, 8)),
        ({"first": 3, "last": 6, "through": True}, (3, 4, 5, 6)),
        ({"first": 8, "last": 7}, None),
        ({"first": 8, "last": 8}, None),
    ],
)
def test_editions_named_one_by_one(slots, numbers):
    found = make("listed", series="ciie", **slots)

    if numbers is None:
        assert found is None
    else:
        assert EditionsRef("listed", len(numbers), "ciie", numbers=numbers) == found


def test_a_row_of_editions_from_one_to_another_is_bounded():
    assert len(make("listed", first=1, last=10**9, through=True).numbers) < 1000


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
        ("iso", {"year": 2023, "month": 2, "day_hour": (29, 14), "minute": 30}, None),
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


# --------------------------------------------------------------------------- editions

SIXTH = EditionRef("ciie", 6)


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("edition", {"number": 6, "series": "ciie"}, EditionRef("ciie", 6)),
        ("edition", {"relation": "last"}, EditionRef(relation=Relation.LAST)),
        ("edition", {"seek": "upcoming", "noun": "expo"}, EditionRef(seek="upcoming", noun="expo")),
        ("edition", {"of": This(YEAR)}, EditionRef(of=This(YEAR))),
        ("edition", {"year": 2025, "series": "ciie"}, EditionRef("ciie", of=Calendar(2025))),
        (
            "edition",
            {"named": "Balkan Summit", "number": 1},
            EditionRef(None, 1, named="Balkan Summit"),
        ),
        ("editions", {"direction": "first", "number": 5}, EditionsRef("first", 5)),
        (
            "editions",
            {"direction": "total", "number": 5, "since": Calendar(2018), "noun": "expo"},
            EditionsRef("total", 5, None, Calendar(2018), None, "expo"),
        ),
        ("editions", {"direction": "previous", "unit": "year"}, EditionsRef("previous", unit=YEAR)),
        ("in_a_row", {"row": Period(Duration(years=7))}, EditionsRef("consecutive", 7, unit=YEAR)),
        ("in_a_row", {"row": Period(Duration(years=None))}, None),
        ("in_a_row", {"row": Period(Duration(days=7))}, None),
        ("in_a_row", {"row": MAY}, None),
        ("inception", {}, Since(Inception())),
        ("inception", {"series": "ciie"}, Since(Inception("ciie"))),
        ("inception", {"noun": "expo"}, Since(Inception(None, "expo"))),
        ("session", {"name": "Trade Forum"}, SessionRef("Trade Forum")),
        ("session", {"name": "Trade Forum", "edition": SIXTH}, SessionRef("Trade Forum", SIXTH)),
        (
            "session",
            {"part": ("ciie", "hongqiao-forum", "Hongqiao Forum")},
            SessionRef(
                "Hongqiao Forum", EditionRef("ciie", relation=Relation.THIS), "hongqiao-forum"
            ),
        ),
        (
            "session",
            {"part": ("ciie", "hongqiao-forum", "Hongqiao Forum"), "of": This(YEAR)},
            SessionRef("Hongqiao Forum", EditionRef("ciie", of=This(YEAR)), "hongqiao-forum"),
        ),
        (
            "session",
            {"part": ("ciie", "hongqiao-forum", "Hongqiao Forum"), "edition": SIXTH},
            SessionRef("Hongqiao Forum", SIXTH, "hongqiao-forum"),
        ),
        (
            "session",
            {"name": "opening ceremony", "series": "ciie"},
            SessionRef("opening ceremony", EditionRef("ciie", relation=Relation.THIS)),
        ),
        ("session", {"edition": SIXTH}, None),
        ("session", {"name": "Trade Forum", "edition": MAY}, None),
        ("announcement", {}, AnnouncementRef()),
        ("announcement", {"series": "ciie"}, AnnouncementRef("ciie")),
        ("anniversary", {"number": 10}, Anniversary(10)),
        ("anniversary", {"number": 10, "of": MAY}, Anniversary(10, MAY)),
    ],
)
def test_editions(name, slots, expected):
    assert expected == make(name, **slots)


def test_constructors_are_known_by_their_own_names():
    assert all(name == each.__name__ for name, each in CONSTRUCTORS.items())


# --------------------------------------------------------------------------- laws


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1583, 2999))
def test_a_date_is_made_exactly_when_there_is_such_a_day(month, day, year):
    there = day <= monthrange(year, month)[1]

    assert there == (make("calendar", year=year, month=month, day=day) is not None)


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from([None, "am", "pm", "evening"]))
def test_a_clock_time_lies_within_a_day(hour, minute, half):
    found = make("clock", hour=hour, minute=minute, half=half)

    if found is not None:
        assert 0 <= found.clock.hour * 60 + found.clock.minute <= 24 * 60
