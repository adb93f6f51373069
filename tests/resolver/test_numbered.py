"""Numbered units, seasons, decades and centuries.  Days of the week are those of the calendar."""

from datetime import datetime

import pytest

from ciie_timeline.forms import (
    Calendar,
    Context,
    Cues,
    Decade,
    Kind,
    Last,
    Next,
    Nth,
    Relation,
    Season,
    Then,
    This,
    Window,
)
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Precision

DAY, WEEKEND, WEEK, MONTH, QUARTER, SEASON, HALF, YEAR, DECADE, CENTURY, MILLENNIUM = (
    Precision(word)
    for word in (
        "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century",
        "millennium",
    )
)  # fmt: skip
PAST, FUTURE, ALONE = Cues("past"), Cues("future"), Cues(alone=True)
IN_2023 = Calendar(2023)


def on(day, form, cues=None, **context):
    """What a form means on a day."""
    published = None if day is None else datetime.fromisoformat(day)
    return resolve(form, Context(published=published, **context), cues or Cues())


def rules(found):
    return [step.rule for step in found.steps]


@pytest.mark.parametrize(
    ("form", "expected", "timex"),
    [
        (Nth(3, QUARTER, IN_2023), "2023-35", "2023-Q3"),
        (Nth(-1, QUARTER, IN_2023), "2023-36", "2023-Q4"),
        (Nth(1, HALF, IN_2023), "2023-40", "2023-H1"),
        (Nth(2, HALF, IN_2023), "2023-41", "2023-H2"),
        (Nth(5, MONTH, IN_2023), "2023-05", "2023-05"),
        (Nth(-1, MONTH, IN_2023), "2023-12", "2023-12"),
        (Nth(100, DAY, IN_2023), "2023-04-10", "2023-04-10"),
        (Nth(-1, DAY, Calendar(2015, 10)), "2015-10-31", "2015-10-31"),
        (Nth(-1, DAY, Calendar(2024, 2)), "2024-02-29", "2024-02-29"),
        (Nth(366, DAY, Calendar(2024)), "2024-12-31", "2024-12-31"),
        # weekdays
        (Nth(3, DAY, Calendar(2024, 11), 2), "2024-11-19", "2024-11-19"),
        (Nth(-1, DAY, Calendar(2020, 3), 5), "2020-03-27", "2020-03-27"),
        (Nth(-2, DAY, Calendar(2020, 3), 5), "2020-03-20", "2020-03-20"),
        (Nth(1, DAY, Calendar(2024, 9), 1), "2024-09-02", "2024-09-02"),
        # weeks belong to a month or a year by their Thursday, weekends by their Saturday
        (Nth(1, WEEK, Calendar(2024, 10)), "2024-09-30/2024-10-06", "2024-W40"),
        (Nth(-1, WEEK, Calendar(2024, 7)), "2024-07-22/2024-07-28", "2024-W30"),
        (Nth(-3, WEEK, Calendar(2018)), "2018-12-10/2018-12-16", "2018-W50"),
        (Nth(3, WEEK, Calendar(2027)), "2027-01-18/2027-01-24", "2027-W03"),
        (Nth(1, WEEK, Calendar(2025)), "2024-12-30/2025-01-05", "2025-W01"),
        (Nth(1, WEEKEND, Calendar(2024, 6)), "2024-06-01/2024-06-02", "2024-W22-WE"),
        # the week that holds a day
        (Nth(1, WEEK, Calendar(2024, 3, 6)), "2024-03-04/2024-03-10", "2024-W10"),
        # years of a decade or a century
        (Nth(1, YEAR, Decade(1990)), "1990", "1990"),
        (Nth(3, YEAR, Decade(1990)), "1992", "1992"),
        (Nth(-1, YEAR, Decade(1990)), "1999", "1999"),
        (Nth(2, DECADE, Nth(20, CENTURY)), "191X", "191"),
        # inside of something numbered
        (Nth(2, MONTH, Nth(3, QUARTER, IN_2023)), "2023-08", "2023-08"),
        (Nth(1, DAY, Nth(2, QUARTER, IN_2023), 1), "2023-04-03", "2023-04-03"),
    ],
)
@pytest.mark.parametrize("day", [None, "2024-03-01"])
def test_a_numbered_unit_of_a_given_time_needs_no_day(day, form, expected, timex):
    found = on(day, form)

    assert (expected, timex) == (found.edtf, found.timex)
    assert (Kind.DATE, form.unit) == (found.kind, found.precision)
    assert "numbered.unit" == rules(found)[-1]


@pytest.mark.parametrize(
    ("day", "form", "expected"),
    [
        ("2024-03-01", Nth(3, QUARTER, Last(YEAR)), "2023-35"),
        ("2024-03-01", Nth(20, DAY, Next(MONTH)), "2024-04-20"),
        ("2024-03-01", Nth(1, DAY, Next(WEEK), 2), "2024-03-05"),
        # nobody says in what: the year, for weekdays the month
        ("2024-03-01", Nth(1, DAY, None, 1), "2024-03-04"),
        ("2024-03-01", Nth(2, WEEK), "2024-01-08/2024-01-14"),
        ("2024-03-01", Nth(2, MONTH), "2024-02"),
        ("2024-03-01", Nth(1, HALF), "2024-40"),
    ],
)
def test_a_numbered_unit_of_a_relative_time(day, form, expected):
    assert expected == on(day, form).edtf


@pytest.mark.parametrize(
    ("form", "expected", "timex"),
    [
        (Nth(1, QUARTER, IN_2023, None, 3), "2023-01-01/2023-09-30", "P3Q"),
        (Nth(1, MONTH, IN_2023, None, 9), "2023-01-01/2023-09-30", "P9M"),
        (Nth(-1, MONTH, Calendar(2018), None, 3), "2018-10-01/2018-12-31", "P3M"),
        (Nth(1, WEEK, Calendar(2018), None, 2), "2018-01-01/2018-01-14", "P2W"),
        (Nth(-1, WEEK, Calendar(2018), None, 2), "2018-12-17/2018-12-30", "P2W"),
        (Nth(1, DAY, Calendar(2024, 5), None, 10), "2024-05-01/2024-05-10", "P10D"),
        (Nth(-1, DAY, Calendar(2024, 5), None, 3), "2024-05-29/2024-05-31", "P3D"),
        (Nth(1, DAY, Calendar(2024, 2), None, 40), "2024-02-01/2024-02-29", "P40D"),
        (Nth(1, YEAR, Decade(1990), None, 3), "1990-01-01/1992-12-31", "P3Y"),
    ],
)
def test_a_row_of_numbered_units_is_a_range(form, expected, timex):
    found = on(None, form)

    assert (Kind.RANGE, expected) == (found.kind, found.edtf)
    assert (timex, "DURATION") == (found.timex, found.timex_type)


@pytest.mark.parametrize(
    "form",
    [
        Nth(5, QUARTER, IN_2023),
        Nth(-5, QUARTER, IN_2023),
        Nth(13, MONTH, IN_2023),
        Nth(3, HALF, IN_2023),
        Nth(0, DAY, IN_2023),
        Nth(0, DAY, IN_2023, 1),
        Nth(0, QUARTER, IN_2023),
        Nth(32, DAY, Calendar(2023, 1)),
        Nth(-32, DAY, Calendar(2023, 1)),
        Nth(5, DAY, Calendar(2024, 2), 2),
        Nth(6, WEEK, Calendar(2024, 2)),
        Nth(4, QUARTER, Calendar(2023, 5)),
        Nth(1, SEASON, IN_2023),
        Nth(1, Precision.HOUR, IN_2023),
        Nth(1, DAY, Calendar(2023, 2, 29)),
        Nth(1, DAY, Window(Relation.LAST, None, YEAR)),
        Nth(9999, YEAR, Decade(1990)),
        Nth(0, CENTURY),
        Nth(101, CENTURY),
        Nth(11, MILLENNIUM),
    ],
)
def test_a_unit_that_is_not_there_stays_open(form):
    found = on("2024-03-01", form)

    assert (None, "XXXX") == (found.edtf, found.timex)


@pytest.mark.parametrize(
    ("day", "number", "cues", "expected"),
    [
        # this year's, unless it is not reached yet
        ("2024-02-15", 1, None, "2024-33"),
        ("2024-02-15", 2, None, "2024-34"),
        ("2024-02-15", 2, PAST, "2023-34"),
        ("2024-02-15", 3, None, "2023-35"),
        ("2024-02-15", 4, PAST, "2023-36"),
        ("2024-02-15", 3, FUTURE, "2024-35"),
        ("2024-02-15", 4, ALONE, "2024-36"),
        ("2024-10-15", 4, None, "2024-36"),
        ("2024-10-15", 1, PAST, "2024-33"),
        ("0001-01-15", 4, None, "0001-36"),
        ("2024-02-15", 5, None, None),
        ("2024-02-15", 0, None, None),
        (None, 3, None, None),
    ],
)
def test_a_quarter_without_a_year(day, number, cues, expected):
    found = on(day, Nth(number, QUARTER), cues)

    assert expected == found.edtf
    assert (["quarter.nearest"] if expected else ["unresolved.no-publication-day"]) == rules(found)


def test_so_many_quarters_without_a_year():
    assert "2024-01-01/2024-09-30" == on("2024-10-15", Nth(1, QUARTER, count=3)).edtf


@pytest.mark.parametrize(
    ("form", "expected", "timex"),
    [
        (Nth(21, CENTURY), "20XX", "20"),
        (Nth(20, CENTURY), "19XX", "19"),
        (Nth(100, CENTURY), "99XX", "99"),
        (Nth(3, MILLENNIUM), "2000/2999", "2"),
        (Nth(2, MILLENNIUM), "1000/1999", "1"),
    ],
)
def test_centuries_are_counted_as_they_are_spoken_of(form, expected, timex):
    found = on(None, form)

    assert (expected, timex, [form.unit.value]) == (found.edtf, found.timex, rules(found))


def test_the_21st_century_is_2000_to_2099():
    ends = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2100-01-01")

    assert ends == on(None, Nth(21, CENTURY)).interval


@pytest.mark.parametrize(
    ("day", "form", "expected", "timex"),
    [
        (None, Decade(1990), "199X", "199"),
        ("2024-03-01", Decade(1990), "199X", "199"),
        ("2024-03-01", Decade(80, short=True), "198X", "198"),
        ("2024-03-01", Decade(20, short=True), "202X", "202"),
        ("2024-03-01", Decade(30, short=True), "193X", "193"),
        ("2024-03-01", Decade(0, short=True), "200X", "200"),
        ("1998-03-01", Decade(30, short=True), "193X", "193"),
        ("1875-03-01", Decade(90, short=True), "179X", "179"),
        (None, Decade(80, short=True), "198X", "198"),
        (None, Decade(0, short=True), "200X", "200"),
        (None, Decade(9990), "999X", "999"),
    ],
)
def test_decades_by_their_first_year_two_digits_look_back(day, form, expected, timex):
    found = on(day, form)

    assert (expected, timex, DECADE) == (found.edtf, found.timex, found.precision)
    assert ["decade"] == rules(found)


@pytest.mark.parametrize(
    ("day", "form", "cues", "expected"),
    [
        (None, Season(2, Calendar(2018)), None, "2018-22"),
        (None, Season(4, Calendar(2018)), None, "2018-24"),
        ("2024-03-01", Season(2, Last(YEAR)), None, "2023-22"),
        ("2024-03-01", Season(2), None, "2024-22"),
        ("2024-12-01", Season(4), None, "2024-24"),
        # a winter carries the year of its December
        ("2024-01-15", Season(4), None, "2023-24"),
        ("2024-02-29", Season(4), PAST, "2023-24"),
        ("2024-01-15", Season(4), FUTURE, "2024-24"),
        ("2024-03-15", Season(4), FUTURE, "2024-24"),
        (None, Season(2), None, None),
        ("2024-03-01", Season(2, Calendar(2023, 2, 29)), None, None),
    ],
)
def test_seasons(day, form, cues, expected):
    found = on(day, form, cues)

    assert expected == found.edtf
    assert ("XXXX" if expected is None else expected[:4]) == found.timex[:4]


def test_seasons_are_meteorological():
    first, last = on(None, Season(4, Calendar(2023))).earliest, on(None, Season(4, IN_2023)).latest

    assert ("2023-12-01", "2024-02-29") == (first.isoformat(), last.isoformat())
    assert "2023-WI" == on(None, Season(4, IN_2023)).timex
    assert "XXXX-SU" == on(None, Season(2)).timex


def test_counted_in_what_the_text_spoke_of():
    assert "2024-02" == on("2024-03-01", Nth(2, MONTH, Then(YEAR))).edtf
    assert "2024-01" == on("2024-03-01", Nth(1, MONTH, This(YEAR))).edtf


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Nth(-1, YEAR, This(DECADE), None, 2), "2028-01-01/2029-12-31"),
        (Nth(1, YEAR, This(DECADE), None, 2), "2020-01-01/2021-12-31"),
        (Nth(-2, YEAR, This(DECADE), None, 2), "2027-01-01/2028-12-31"),
        (Nth(-1, YEAR, This(DECADE)), "2029"),
        (Nth(-1, DECADE, Nth(20, CENTURY), None, 2), "1980-01-01/1999-12-31"),
        # no row leaves what it is counted in
        (Nth(-1, YEAR, This(DECADE), None, 20), "2020-01-01/2029-12-31"),
        (Nth(1, YEAR, This(DECADE), None, 20), "2020-01-01/2029-12-31"),
        (Nth(-1, DAY, Calendar(2024, 2), None, 3), "2024-02-27/2024-02-29"),
        (Nth(-1, DAY, Calendar(2024, 2), None, 40), "2024-02-01/2024-02-29"),
        (Nth(1, DAY, Calendar(2024, 2), None, 40), "2024-02-01/2024-02-29"),
        # at the ends of the calendar
        (Nth(-1, DAY, Calendar(1, 1), None, 40), "0001-01-01/0001-01-31"),
        (Nth(1, DAY, Calendar(9999, 12), None, 40), "9999-12-01/9999-12-31"),
        (Nth(-1, WEEK, Calendar(1, 1), None, 9), None),
        (Nth(1, WEEK, Calendar(9999, 12), None, 9), None),
        (Nth(-1, YEAR, Calendar(1), None, 9), "0001-01-01/0001-12-31"),
        (Nth(101, CENTURY), None),
    ],
)
def test_rows_of_units_from_both_ends(form, expected):
    found = on("2024-01-10", form)

    assert expected == found.edtf
    assert found.steps
