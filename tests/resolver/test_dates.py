"""Calendar dates and the units around the publication day.

2024-03-01 is a Friday, 2025-11-04 a Tuesday, 0001-01-01 a Monday, 9999-12-31 a Friday.
"""

from datetime import datetime

import pytest

from ciie_timeline import read
from ciie_timeline.forms import (
    After,
    At,
    Between,
    Calendar,
    Clock,
    Context,
    Cues,
    Kind,
    Last,
    Next,
    Part,
    Policy,
    Portion,
    Since,
    This,
    Until,
)
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Duration, Precision

SECOND, DAY, WEEKEND, WEEK, MONTH, QUARTER, SEASON, HALF, YEAR, DECADE, CENTURY, MILLENNIUM = (
    Precision(word)
    for word in (
        "second", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade",
        "century", "millennium",
    )
)  # fmt: skip


def on(day, form, cues=None, **context):
    """What a form means on a day."""
    published = None if day is None else datetime.fromisoformat(day)
    return resolve(form, Context(published=published, **context), cues or Cues())


def rules(found):
    return [step.rule for step in found.steps]


PAST, FUTURE, ALONE = Cues("past"), Cues("future"), Cues(alone=True)


# --------------------------------------------------------------------------- given in full


@pytest.mark.parametrize(
    ("form", "edtf", "precision", "timex"),
    [
        (Calendar(2018), "2018", YEAR, "2018"),
        (Calendar(2018, 5), "2018-05", MONTH, "2018-05"),
        (Calendar(2018, 5, 7), "2018-05-07", DAY, "2018-05-07"),
        (Calendar(2018, 5, 7, 1), "2018-05-07", DAY, "2018-05-07"),
        (Calendar(2024, 2, 29), "2024-02-29", DAY, "2024-02-29"),
        (Calendar(1), "0001", YEAR, "0001"),
        (Calendar(9999, 12, 31), "9999-12-31", DAY, "9999-12-31"),
        (Calendar(0), "0000", YEAR, "BC0001"),
        (Calendar(-43), "-0043", YEAR, "BC0044"),
    ],
)
@pytest.mark.parametrize("day", [None, "2024-03-01", "0001-01-01"])
def test_what_is_given_in_full_needs_no_day(day, form, edtf, precision, timex):
    found = on(day, form)

    assert (edtf, precision, timex) == (found.edtf, found.precision, found.timex)
    assert (Kind.DATE, "DATE", ["calendar.given"]) == (found.kind, found.timex_type, rules(found))


@pytest.mark.parametrize(
    ("text", "month_first", "day_first"),
    [
        ("It opens on 11/05/2023.", "2023-11-05", "2023-05-11"),
        ("It opens on 11-05-2023.", "2023-11-05", "2023-05-11"),
        ("It opens on 8/10/98.", "1998-08-10", "1998-10-08"),
        ("It opens on 12/02.", "2023-12-02", "2024-02-12"),
        ("It opens on 31/10/2023.", "2023-10-31", "2023-10-31"),
        ("It opens on 10/31/2023.", "2023-10-31", "2023-10-31"),
        ("It opens on 05/05/2023.", "2023-05-05", "2023-05-05"),
        ("It opens on 11.05.2023.", "2023-05-11", "2023-05-11"),
        ("It opens on 2023-11-05.", "2023-11-05", "2023-11-05"),
    ],
)
def test_the_order_of_a_date_in_figures_is_a_policy(text, month_first, day_first):
    published = datetime.fromisoformat("2023-12-20")
    for order, expected in (("month-first", month_first), ("day-first", day_first)):
        found = read(text, published=published, policy=Policy(numeric=order)).mentions

        assert [expected] == [each.edtf for each in found]


@pytest.mark.parametrize(
    "form", [Calendar(2023, 2, 29), Calendar(1900, 2, 29), Calendar(2023, 4, 31)]
)
def test_a_day_that_no_calendar_has_stays_open_and_says_so(form):
    found = on("2024-03-01", form)

    assert (None, f"{form.year}-{form.month:02d}-XX") == (found.edtf, found.timex)
    assert "calendar.no-such-day" == rules(found)[-1]


@pytest.mark.parametrize("day", [None, "1901-06-01", "2024-03-01"])
@pytest.mark.parametrize(("month", "number", "days"), [(2, 30, 29), (4, 31, 30), (11, 31, 30)])
def test_a_day_that_no_year_has_is_none_whenever_it_is_said(day, month, number, days):
    found = on(day, Calendar(None, month, number))

    assert (None, f"XXXX-{month:02d}-XX") == (found.edtf, found.timex)
    assert [(("month", month), ("day", number), ("days", days))] == [
        step.arguments for step in found.steps
    ]


@pytest.mark.parametrize(
    "form",
    [
        At(Calendar(2023, 2, 30), Clock(10)),
        At(Calendar(2023, 2, 30), None, "morning"),
        Since(Calendar(2023, 2, 30)),
        Until(Calendar(2023, 2, 30)),
        Part(Portion.EARLY, Calendar(2023, 2, 30)),
        After(Duration(days=2), Calendar(2023, 2, 30)),
        Between(Calendar(None, 2, 1), Calendar(2023, 2, 30)),
    ],
)
def test_what_is_counted_from_a_day_that_is_none_says_why_it_stays_open(form):
    found = on("2024-03-01", form)

    assert (None, True) == (found.edtf, "calendar.no-such-day" in rules(found))
    assert "unresolved.no-publication-day" not in rules(found)


@pytest.mark.parametrize(
    ("day", "short", "year"),
    [
        ("2024-03-01", 98, "1998"),
        ("2024-03-01", 24, "2024"),
        ("2024-03-01", 0, "2000"),
        ("2024-03-01", 73, "2073"),
        ("2024-03-01", 74, "1974"),
        ("2024-03-01", 75, "1975"),
        ("1998-03-01", 2, "2002"),
        ("1998-03-01", 47, "2047"),
        (None, 98, "1998"),
        (None, 50, "1950"),
        (None, 49, "2049"),
        (None, 24, "2024"),
    ],
)
def test_two_digits_are_the_nearest_such_year(day, short, year):
    found = on(day, Calendar(short, short_year=True))

    assert (year, ["calendar.short-year"]) == (found.edtf, rules(found))


# --------------------------------------------------------------------------- without a year


@pytest.mark.parametrize(
    ("day", "form", "cues", "expected"),
    [
        ("2024-03-01", Calendar(None, 11), None, "2023-11"),
        ("2024-03-01", Calendar(None, 11), PAST, "2023-11"),
        ("2024-03-01", Calendar(None, 11), FUTURE, "2024-11"),
        ("2024-03-01", Calendar(None, 4), None, "2024-04"),
        ("2024-03-01", Calendar(None, 4), FUTURE, "2024-04"),
        ("2024-03-01", Calendar(None, 2), None, "2024-02"),
        ("2024-03-01", Calendar(None, 3), None, "2024-03"),
        ("2024-03-01", Calendar(None, 3), PAST, "2024-03"),
        ("2024-03-01", Calendar(None, 11, 5), None, "2023-11-05"),
        ("2024-03-01", Calendar(None, 11, 5), PAST, "2023-11-05"),
        ("2024-03-01", Calendar(None, 11, 5), FUTURE, "2024-11-05"),
        ("2024-03-01", Calendar(None, 3, 1), PAST, "2024-03-01"),
        ("2024-03-01", Calendar(None, 3, 1), FUTURE, "2024-03-01"),
        ("2024-12-30", Calendar(None, 1, 2), None, "2025-01-02"),
        ("2024-01-02", Calendar(None, 12, 30), None, "2023-12-30"),
        ("2024-01-02", Calendar(None, 12), PAST, "2023-12"),
        # a leap day is looked for further off
        ("2024-06-01", Calendar(None, 2, 29), None, "2024-02-29"),
        ("2023-06-01", Calendar(None, 2, 29), FUTURE, "2024-02-29"),
        ("2025-06-01", Calendar(None, 2, 29), None, "2024-02-29"),
        ("2025-06-01", Calendar(None, 2, 29), PAST, "2024-02-29"),
        ("1898-06-01", Calendar(None, 2, 29), PAST, "1896-02-29"),
        # a weekday that fits overrules the tense: 5 November 2023 is a Sunday
        ("2024-03-01", Calendar(None, 11, 5, 7), FUTURE, "2023-11-05"),
        ("2024-03-01", Calendar(None, 11, 5, 2), FUTURE, "2024-11-05"),
        # it chooses among the years around: 5 November is a Thursday in 2026, a Friday in 2021
        ("2024-03-01", Calendar(None, 11, 5, 2), None, "2024-11-05"),
        ("2024-11-30", Calendar(None, 11, 5, 4), None, "2024-11-05"),
        ("2024-06-30", Calendar(None, 11, 5, 4), None, "2026-11-05"),
        ("2024-06-30", Calendar(None, 11, 5, 5), None, "2024-11-05"),
        # far off it does not overrule the tense
        ("2024-06-30", Calendar(None, 11, 5, 4), PAST, "2023-11-05"),
        ("2024-06-30", Calendar(None, 11, 5, 4), FUTURE, "2026-11-05"),
        # right before or behind publication another weekday is a slip
        ("2024-03-01", Calendar(None, 3, 4, 2), None, "2024-03-04"),
        # what has ended is behind, however near the day ahead is
        ("2024-03-01", Calendar(None, 3, 4), PAST, "2024-03-04"),
        ("2024-03-01", Calendar(None, 3, 4), Cues("past", over=True), "2023-03-04"),
        ("2024-03-01", Calendar(None, 3, 1), Cues("past", over=True), "2024-03-01"),
        # at the ends of the calendar
        ("0001-01-05", Calendar(None, 12, 30), PAST, "0001-12-30"),
        ("9999-12-30", Calendar(None, 1, 2), FUTURE, "9999-01-02"),
    ],
)
def test_a_date_without_a_year_is_the_nearest_that_agrees_with_the_tense(day, form, cues, expected):
    assert expected == on(day, form, cues).edtf


@pytest.mark.parametrize(
    ("cues", "rule"),
    [
        (None, "calendar.nearest-year"),
        (PAST, "calendar.past-year"),
        (FUTURE, "calendar.future-year"),
    ],
)
def test_the_step_names_the_tense(cues, rule):
    assert [rule] == rules(on("2024-03-01", Calendar(None, 11), cues))


def test_the_step_says_that_the_weekday_chose():
    assert ["calendar.weekday-year"] == rules(on("2024-03-12", Calendar(None, 11, 7, 4)))


@pytest.mark.parametrize(
    ("day", "form", "cues", "expected"),
    [
        ("2024-03-01", Calendar(day=15), None, "2024-03-15"),
        ("2024-03-01", Calendar(day=15), PAST, "2024-02-15"),
        ("2024-03-01", Calendar(day=15), FUTURE, "2024-03-15"),
        ("2024-03-20", Calendar(day=15), None, "2024-03-15"),
        ("2024-03-20", Calendar(day=15), FUTURE, "2024-04-15"),
        ("2024-03-20", Calendar(day=15), ALONE, "2024-04-15"),
        ("2024-03-20", Calendar(day=15), Cues("past", alone=True), "2024-03-15"),
        ("2024-03-01", Calendar(day=1), PAST, "2024-03-01"),
        ("2024-03-01", Calendar(day=1), FUTURE, "2024-03-01"),
        ("2024-03-01", Calendar(day=31), PAST, "2024-01-31"),
        ("2024-03-01", Calendar(day=31), FUTURE, "2024-03-31"),
        ("2024-01-05", Calendar(day=30), PAST, "2023-12-30"),
        # Friday the 13th: October 2023, September 2024
        ("2024-03-01", Calendar(day=13, weekday=5), None, "2023-10-13"),
        ("2024-03-01", Calendar(day=13, weekday=5), FUTURE, "2024-09-13"),
        # at the ends of the calendar
        ("0001-01-10", Calendar(day=15), PAST, "0001-01-15"),
        ("9999-12-20", Calendar(day=15), FUTURE, "9999-12-15"),
    ],
)
def test_a_day_alone_is_the_nearest_that_agrees_with_the_tense(day, form, cues, expected):
    found = on(day, form, cues)

    assert (expected, ["calendar.nearest-month"]) == (found.edtf, rules(found))


@pytest.mark.parametrize(
    ("weekday", "cues", "policy", "expected"),
    [
        (7, None, "latest", "2025-11-02"),
        (7, PAST, "latest", "2025-11-02"),
        (7, FUTURE, "latest", "2025-11-09"),
        (7, ALONE, "latest", "2025-11-09"),
        (7, Cues("past", alone=True), "latest", "2025-11-02"),
        (1, None, "latest", "2025-11-03"),
        (2, None, "latest", "2025-11-04"),
        (3, None, "latest", "2025-10-29"),
        (3, FUTURE, "latest", "2025-11-05"),
        (7, None, "nearest", "2025-11-02"),
        (5, None, "nearest", "2025-11-07"),
        (2, None, "nearest", "2025-11-04"),
        (5, None, "next", "2025-11-07"),
        (1, None, "next", "2025-11-10"),
        (1, FUTURE, "nearest", "2025-11-10"),
    ],
)
def test_a_weekday_alone(weekday, cues, policy, expected):
    found = on("2025-11-04", Calendar(weekday=weekday), cues, policy=Policy(weekday=policy))

    assert (expected, expected, DAY) == (found.edtf, found.timex, found.precision)


@pytest.mark.parametrize(
    ("day", "weekday", "cues"), [("0001-01-01", 7, None), ("9999-12-31", 1, FUTURE)]
)
def test_a_weekday_off_the_calendar_stays_open(day, weekday, cues):
    found = on(day, Calendar(weekday=weekday), cues)

    assert (None, f"XXXX-WXX-{weekday}") == (found.edtf, found.timex)


# --------------------------------------------------------------------------- units around the day


@pytest.mark.parametrize(
    ("unit", "last", "this", "after"),
    [
        (DAY, "2024-02-29", "2024-03-01", "2024-03-02"),
        (WEEK, "2024-02-19/2024-02-25", "2024-02-26/2024-03-03", "2024-03-04/2024-03-10"),
        (WEEKEND, "2024-02-24/2024-02-25", "2024-03-02/2024-03-03", "2024-03-09/2024-03-10"),
        (MONTH, "2024-02", "2024-03", "2024-04"),
        (QUARTER, "2023-36", "2024-33", "2024-34"),
        (HALF, "2023-41", "2024-40", "2024-41"),
        (YEAR, "2023", "2024", "2025"),
        (DECADE, "201X", "202X", "203X"),
        (CENTURY, "19XX", "20XX", "21XX"),
        (MILLENNIUM, "1000/1999", "2000/2999", "3000/3999"),
    ],
)
def test_units_around_the_publication_day_are_those_of_the_calendar(unit, last, this, after):
    found = [on("2024-03-01", form(unit)) for form in (Last, This, Next)]

    assert [last, this, after] == [each.edtf for each in found]
    assert [["unit.last"], ["unit.this"], ["unit.next"]] == [rules(each) for each in found]
    assert {(Kind.DATE, unit)} == {(each.kind, each.precision) for each in found}


@pytest.mark.parametrize(
    ("unit", "timex"),
    [
        (DAY, "2024-02-29"),
        (WEEK, "2024-W08"),
        (WEEKEND, "2024-W08-WE"),
        (MONTH, "2024-02"),
        (QUARTER, "2023-Q4"),
        (HALF, "2023-H2"),
        (YEAR, "2023"),
        (DECADE, "201"),
        (CENTURY, "19"),
        (MILLENNIUM, "1"),
    ],
)
def test_units_have_their_timeml_names(unit, timex):
    assert timex == on("2024-03-01", Last(unit)).timex


@pytest.mark.parametrize(
    ("day", "form", "expected"),
    [
        # a week belongs to the year of its Thursday
        ("2025-01-02", This(WEEK), "2025-W01"),
        ("2024-12-30", This(WEEK), "2025-W01"),
        ("2021-01-02", This(WEEK), "2020-W53"),
        # a Sunday closes its week
        ("2024-03-03", Last(WEEK), "2024-W08"),
        ("2024-03-04", Last(WEEK), "2024-W09"),
    ],
)
def test_weeks_are_iso_weeks(day, form, expected):
    assert expected == on(day, form).timex


@pytest.mark.parametrize(
    ("day", "form", "expected"),
    [
        ("2024-03-01", Last(MONTH, 4), "2023-04"),
        ("2024-03-01", Last(MONTH, 3), "2023-03"),
        ("2024-03-01", Last(MONTH, 2), "2024-02"),
        ("2024-03-01", This(MONTH, 9), "2024-09"),
        ("2024-03-01", Next(MONTH, 5), "2025-05"),
        ("2024-03-01", Next(MONTH, 2), "2025-02"),
        ("2024-03-01", Next(MONTH, 4, coming=True), "2024-04"),
        ("2024-03-01", Next(MONTH, 3, coming=True), "2025-03"),
        ("2024-03-01", Next(MONTH, 2, coming=True), "2025-02"),
        ("2024-03-01", Last(SEASON, 3), "2023-23"),
        ("2024-03-01", Last(SEASON, 4), "2023-23"),
        ("2024-03-01", Last(SEASON, 1), "2023-21"),
        ("2024-03-01", Last(SEASON, 5), "2023-24"),
        ("2024-12-15", Last(SEASON, 5), "2023-24"),
        ("2024-08-15", Last(SEASON, 2), "2023-22"),
        ("2024-12-15", Last(SEASON, 3), "2024-23"),
        ("2024-03-01", This(SEASON, 2), "2024-22"),
        ("2024-01-15", This(SEASON, 5), "2023-24"),
        ("2024-12-15", This(SEASON, 5), "2024-24"),
        ("2024-03-01", Next(SEASON, 2), "2025-22"),
        ("2024-02-15", Next(SEASON, 1, coming=True), "2024-21"),
        ("2024-03-01", Next(SEASON, 1, coming=True), "2025-21"),
        ("2024-03-01", Next(SEASON, 5, coming=True), "2024-24"),
        ("2024-03-01", Last(QUARTER, 3), "2023-35"),
        ("2024-03-01", This(QUARTER, 2), "2024-34"),
        ("2024-03-01", Next(QUARTER, 1), "2025-33"),
        ("2024-03-01", Last(HALF, 1), "2023-40"),
        ("2025-11-04", Last(DAY, 1), "2025-10-27"),
        ("2025-11-04", This(DAY, 1), "2025-11-03"),
        ("2025-11-04", Next(DAY, 1), "2025-11-10"),
        ("2025-11-04", Last(DAY, 7), "2025-11-02"),
        ("2025-11-04", This(DAY, 7), "2025-11-09"),
        ("2025-11-04", Next(DAY, 7), "2025-11-16"),
        ("2025-11-04", Next(DAY, 7, coming=True), "2025-11-09"),
        ("2025-11-04", Next(DAY, 2, coming=True), "2025-11-11"),
        ("2025-11-04", Next(DAY, 3, coming=True), "2025-11-05"),
    ],
)
def test_months_seasons_quarters_and_weekdays_by_name(day, form, expected):
    assert expected == on(day, form).edtf


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Last(YEAR, steps=2), "2022"),
        (Last(MONTH, steps=2), "2024-01"),
        (Last(WEEK, steps=2), "2024-02-12/2024-02-18"),
        (Last(QUARTER, steps=2), "2023-35"),
        (Next(YEAR, steps=2), "2026"),
        (Next(WEEK, steps=2), "2024-03-11/2024-03-17"),
        (Next(MONTH, steps=2), "2024-05"),
        (Last(DAY, 1, steps=2), "2024-02-12"),
        (Last(SEASON, 2, steps=2), "2022-22"),
    ],
)
def test_the_one_before_the_last_and_after_the_next(form, expected):
    assert expected == on("2024-03-01", form).edtf


@pytest.mark.parametrize(
    ("day", "form"),
    [
        ("0001-03-01", Last(MONTH, 4)),
        ("9999-03-01", Next(MONTH, 4)),
        ("0001-03-01", Last(SEASON, 4)),
        ("9999-03-01", Next(SEASON, 2)),
        ("0001-01-01", Last(DAY)),
        ("0001-01-01", Last(WEEK)),
        ("0001-01-01", Last(WEEKEND)),
        ("0001-01-31", Last(MONTH)),
        ("0001-03-31", Last(QUARTER)),
        ("0001-06-30", Last(HALF)),
        ("0001-12-31", Last(YEAR)),
        ("0005-01-01", This(DECADE)),
        ("0050-01-01", Last(CENTURY)),
        ("9999-12-31", Next(DAY)),
        ("9999-12-31", Next(WEEK)),
        ("9999-12-31", Next(MONTH)),
        ("9999-01-01", Next(YEAR)),
        ("9990-01-01", Next(DECADE)),
        ("9500-01-01", Next(MILLENNIUM)),
        ("0001-01-01", Last(QUARTER, 3)),
        ("9999-01-01", Next(HALF, 1)),
        ("0001-01-01", Last(DAY, 1)),
        ("9999-12-31", Next(DAY, 7)),
        ("9999-12-31", Next(DAY, 7, coming=True)),
    ],
)
def test_units_off_the_calendar_stay_open(day, form):
    found = on(day, form)

    assert (None, "XXXX") == (found.edtf, found.timex[:4])


@pytest.mark.parametrize(
    "form",
    [
        Last(WEEK), This(YEAR), Next(MONTH), Last(MONTH, 4), Next(DAY, 1, coming=True),
        Calendar(None, 11), Calendar(None, 11, 5), Calendar(day=5), Calendar(weekday=3),
    ],
)  # fmt: skip
def test_without_a_day_what_is_relative_stays_open_and_says_why(form):
    found = on(None, form)

    assert (None, None, None, None) == (found.edtf, found.interval, found.earliest, found.latest)
    assert ["unresolved.no-publication-day"] == rules(found)
    assert found.timex.startswith("XXXX")


@pytest.mark.parametrize(
    ("form", "timex"),
    [
        (Calendar(None, 11), "XXXX-11"),
        (Calendar(None, 11, 5), "XXXX-11-05"),
        (Calendar(day=5), "XXXX-XX-05"),
        (Calendar(weekday=3), "XXXX-WXX-3"),
    ],
)
def test_the_timex_keeps_what_was_said(form, timex):
    assert timex == on(None, form).timex
