"""What the text spoke of before, and what is kept of it.  1989-10-26 is a Thursday."""

from datetime import date, datetime

import pytest

from ciie_timeline.forms import (
    Before,
    Calendar,
    Context,
    Cues,
    Decade,
    Kind,
    Last,
    Modified,
    Nth,
    Reference,
    Then,
    This,
)
from ciie_timeline.resolver import remember, resolve
from ciie_timeline.resolver.said import grain_of
from ciie_timeline.values import Duration, Precision, parse_edtf

DAY, WEEKEND, WEEK, MONTH, QUARTER, YEAR = (
    Precision(word) for word in ("day", "weekend", "week", "month", "quarter", "year")
)


def on(day, form, spoken=None, cues=None):
    """What a form means on a day, after what the text has spoken of."""
    published = None if day is None else datetime.fromisoformat(day)
    known = {name: parse_edtf(value) for name, value in (spoken or {}).items()}
    return resolve(form, Context(published=published, spoken=known), cues or Cues())


@pytest.mark.parametrize(
    ("form", "spoken", "expected"),
    [
        # its own grain
        (Then(), {"last": "1988"}, "1988"),
        (Then(), {"last": "1988-05"}, "1988-05"),
        (Then(), {"last": "1988-05-07"}, "1988-05-07"),
        (Then(None, 1), {"last": "1988-12"}, "1989-01"),
        # the grain of a unit, counted on
        (Then(YEAR), {"last": "1988-05-07"}, "1988"),
        (Then(YEAR, 1), {"last": "1988"}, "1989"),
        (Then(YEAR, -1), {"last": "1988"}, "1987"),
        (Then(MONTH), {"last": "1988-05-07"}, "1988-05"),
        (Then(MONTH, 1), {"last": "1988-12"}, "1989-01"),
        (Then(WEEK), {"last": "1989-10-18"}, "1989-10-16/1989-10-22"),
        (Then(DAY, 1), {"last": "1988-12-31"}, "1989-01-01"),
        # a unit finer than what was said is none
        (Then(MONTH), {"last": "1988"}, None),
        (Then(DAY), {"last": "1988-05"}, None),
        (Then(WEEK, 1), {"last": "1988"}, None),
        # weekdays count from the day of the text
        (Then(None, -1, 5), {"last": "1989-10-16"}, "1989-10-13"),
        (Then(None, -1, 1), {"last": "1989-10-16"}, "1989-10-09"),
        (Then(None, 1, 5), {"last": "1989-10-16"}, "1989-10-20"),
        (Then(None, 1, 1), {"last": "1989-10-16"}, "1989-10-23"),
        (Then(None, 0, 5), {"last": "1989-10-16"}, "1989-10-20"),
        (Then(None, 1, 7), {"last": "9999-12-31"}, None),
        # nothing said before: the publication day
        (Then(YEAR), {}, "1989"),
        (Then(None, -1, 5), {}, "1989-10-20"),
        (Then(), {}, None),
        (Then(None, 0, 5), {}, "1989-10-27"),
        # off the calendar
        (Then(YEAR, 1), {"last": "9999"}, None),
        # an open end is no day to count from
        (Then(YEAR), {"last": "../1988"}, None),
    ],
)
def test_the_time_that_the_text_spoke_of(form, spoken, expected):
    assert expected == on("1989-10-26", form, spoken).edtf


@pytest.mark.parametrize(
    ("day", "form", "spoken", "expected"),
    [
        ("1989-10-26", Then(QUARTER), {"quarter": "1989-34"}, "1989-34"),
        ("1989-10-26", Then(QUARTER, 1), {"quarter": "1989-34"}, "1989-35"),
        ("1989-10-26", Then(QUARTER, -1), {"quarter": "1989-33"}, "1988-36"),
        # none named: the latest that was over
        ("1989-10-26", Then(QUARTER, latest=True), {}, "1989-35"),
        ("1990-01-02", Then(QUARTER, latest=True), {}, "1989-36"),
        ("1989-10-26", Then(QUARTER), {}, None),
        ("1989-10-26", Then(QUARTER, -1), {}, "1989-34"),
        ("1989-10-26", Then(QUARTER), {"last": "1985"}, "1989-35"),
        # nobody reports of a quarter that is not over
        ("1989-10-26", Then(QUARTER), {"quarter": "1989-36"}, "1989-35"),
        (None, Then(QUARTER), {"quarter": "1989-34", "last": "1985"}, "1989-34"),
        (None, Then(QUARTER), {"last": "1989-05-07"}, "1989-34"),
        (None, Then(QUARTER), {}, None),
        ("0001-02-01", Then(QUARTER), {}, None),
    ],
)
def test_the_quarter_is_the_one_named_last_or_the_latest_that_is_over(day, form, spoken, expected):
    assert expected == on(day, form, spoken).edtf


@pytest.mark.parametrize(
    ("day", "cues", "expected"),
    [
        ("1989-10-26", Cues(), "1989-10-21/1989-10-22"),
        ("1989-10-26", Cues("past"), "1989-10-21/1989-10-22"),
        ("1989-10-26", Cues("future"), "1989-10-28/1989-10-29"),
        ("1989-10-28", Cues(), "1989-10-28/1989-10-29"),
        ("1989-10-29", Cues("past"), "1989-10-28/1989-10-29"),
        (None, Cues(), None),
        ("0001-01-01", Cues("past"), None),
    ],
)
def test_the_weekend_is_the_last_or_todays_and_in_a_plan_the_next(day, cues, expected):
    assert expected == on(day, Then(WEEKEND), {"last": "1989-10-26"}, cues).edtf


@pytest.mark.parametrize(
    ("day", "form", "spoken", "expected"),
    [
        ("1989-10-26", Then(QUARTER, 0, None, Calendar(1988)), {"quarter": "1989-34"}, "1988-34"),
        ("1989-10-26", Then(None, 0, None, Calendar(1988)), {"quarter": "1989-34"}, "1988-34"),
        ("1989-10-26", Then(QUARTER, 0, None, Calendar(1988)), {}, "1988-35"),
        # the period is the year where no quarter was spoken of
        ("1989-10-26", Then(None, 0, None, Calendar(1988)), {}, "1988"),
        ("1989-10-26", Then(QUARTER, 0, None, Last(YEAR)), {"quarter": "1989-34"}, "1988-34"),
        (None, Then(QUARTER, 0, None, Last(YEAR)), {"quarter": "1989-34"}, None),
    ],
)
def test_the_quarter_spoken_of_in_another_year(day, form, spoken, expected):
    assert expected == on(day, form, spoken).edtf


def test_without_a_day_and_without_a_word_nothing_was_spoken_of():
    found = on(None, Then(YEAR))

    assert (None, "XXXX") == (found.edtf, found.timex)
    assert "XXXX-XX-XX" == on(None, Then(DAY), {"last": "1988"}).timex
    assert "XXXX-WXX-WE" == on(None, Then(WEEKEND), {"last": "1988"}).timex


@pytest.mark.parametrize(
    ("spoken", "rule"), [({"last": "1988"}, "text.last-time"), ({}, "text.no-time-before")]
)
def test_the_step_says_whether_the_text_spoke_of_it(spoken, rule):
    assert [rule] == [step.rule for step in on("1989-10-26", Then(YEAR), spoken).steps]


@pytest.mark.parametrize(("form", "timex"), [(Then(), "XXXX"), (Then(QUARTER), "XXXX-QX")])
def test_what_nobody_spoke_of_stays_open(form, timex):
    found = on("1989-10-26", form)

    assert (timex, ["unresolved.no-time-before"]) == (found.timex, [s.rule for s in found.steps])


# --------------------------------------------------------------------------- what is kept


def kept(form, day="1989-10-26"):
    spoken = {}
    remember(form, on(day, form), spoken)
    return {name: value.to_edtf() for name, value in spoken.items()}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Calendar(1988), {"last": "1988"}),
        (Calendar(1988, 5), {"last": "1988-05"}),
        (Last(WEEK), {"last": "1989-10-16/1989-10-22"}),
        (Last(DAY), {"last": "1989-10-25"}),
        (Nth(3, QUARTER, Calendar(1989)), {"last": "1989-35", "quarter": "1989-35"}),
        (This(QUARTER), {"last": "1989-36", "quarter": "1989-36"}),
        # what was compared with, pointed at, or has no place in time
        (Before(Duration(years=1)), {}),
        (Modified("APPROX", Calendar(1988)), {}),
        (Then(QUARTER, 0, None, Calendar(1988)), {}),
        (Reference("present"), {}),
        (Decade(1980), {}),
        (Calendar(1989, 2, 29), {}),
    ],
)
def test_dates_are_kept_and_what_they_are_compared_with_is_not(form, expected):
    assert expected == kept(form)


def test_the_last_time_is_the_last_one():
    spoken = {}
    for form in (Nth(3, QUARTER, Calendar(1989)), Calendar(1988), Calendar(1988, 5)):
        remember(form, on("1989-10-26", form), spoken)

    assert {"last": "1988-05", "quarter": "1989-35"} == {
        name: value.to_edtf() for name, value in spoken.items()
    }


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("1988", YEAR),
        ("1988-05", MONTH),
        ("1988-34", QUARTER),
        ("1988-05-07", DAY),
        ("1988-05-02/1988-05-08", DAY),
    ],
)
def test_the_grain_of_a_value(value, grain):
    assert grain is grain_of(parse_edtf(value))


def test_nothing_has_the_grain_of_a_day():
    assert DAY is grain_of(None)
    assert Kind.DATE is on("1989-10-26", Then(DAY)).kind
    assert date(1989, 10, 26) == on("1989-10-26", Then(DAY)).earliest
