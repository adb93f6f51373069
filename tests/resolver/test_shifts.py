"""Windows of so many units, and what lies so long before or after something.

2024-03-01 is a Friday of ISO week 9.
"""

from datetime import datetime
from decimal import Decimal

import pytest

from ciie_timeline.forms import (
    After,
    At,
    Before,
    Calendar,
    Clock,
    Context,
    Cues,
    Elapsed,
    Kind,
    Last,
    Nth,
    Policy,
    Relation,
    Season,
    Then,
    Window,
)
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Duration, Precision, parse_edtf

LAST, NEXT = Relation.LAST, Relation.NEXT
HOUR, MINUTE, DAY, WEEKEND, WEEK, MONTH, QUARTER, HALF, YEAR, DECADE, CENTURY = (
    Precision(word)
    for word in (
        "hour", "minute", "day", "weekend", "week", "month", "quarter", "half", "year", "decade",
        "century",
    )
)  # fmt: skip
DAY_OF_TEXT = "2024-03-01"


def on(day, form, cues=None, **context):
    """What a form means on a day."""
    published = None if day is None else datetime.fromisoformat(day)
    return resolve(form, Context(published=published, **context), cues or Cues())


def rules(found):
    return [step.rule for step in found.steps]


def at(text):
    return datetime.fromisoformat(text)


# --------------------------------------------------------------------------- windows


@pytest.mark.parametrize(
    ("number", "unit", "rolling", "aligned", "timex"),
    [
        (5, YEAR, "2019-03-01/2024-03-01", "2019/2023", "P5Y"),
        (1, YEAR, "2023-03-01/2024-03-01", "2023/2023", "P1Y"),
        (1, DECADE, "2014-03-01/2024-03-01", "2010/2019", "P10Y"),
        (2, CENTURY, "1824-03-01/2024-03-01", "1800/1999", "P2CE"),
        (3, MONTH, "2023-12-01/2024-03-01", "2023-12-01/2024-02-29", "P3M"),
        (2, QUARTER, "2023-09-01/2024-03-01", "2023-07-01/2023-12-31", "P2Q"),
        (1, HALF, "2023-09-01/2024-03-01", "2023-07-01/2023-12-31", "P6M"),
        (2, WEEK, "2024-02-16/2024-03-01", "2024-02-12/2024-02-25", "P2W"),
    ],
)
def test_past_units_roll_back_and_whole_units_are_a_reading(number, unit, rolling, aligned, timex):
    found = on(DAY_OF_TEXT, Window(LAST, number, unit))
    (other,) = found.readings

    assert (Kind.RANGE, rolling, unit) == (found.kind, found.edtf, found.precision)
    assert (timex, "DURATION") == (found.timex, found.timex_type)
    assert (["window.rolling"], "window.calendar") == (rules(found), other.because.rule)
    assert (aligned, unit) == (other.when.to_edtf(), other.precision)


def test_the_policy_chooses_whole_calendar_units():
    policy = Policy(window="calendar")
    found = on(DAY_OF_TEXT, Window(LAST, 5, YEAR), policy=policy)
    (other,) = found.readings

    assert ("2019/2023", ["window.calendar"]) == (found.edtf, rules(found))
    assert (at("2019-01-01"), at("2024-01-01")) == found.interval
    assert ("2019-03-01/2024-03-01", "window.rolling") == (
        other.when.to_edtf(),
        other.because.rule,
    )
    assert (at("2019-03-01"), at("2024-03-01")) == other.interval


@pytest.mark.parametrize("policy", ["rolling", "calendar"])
def test_days_have_no_calendar_reading(policy):
    found = on(DAY_OF_TEXT, Window(LAST, 3, DAY), policy=Policy(window=policy))

    assert ("2024-02-27/2024-03-01", ()) == (found.edtf, found.readings)


def test_a_window_ends_at_the_reference_as_given_and_its_last_day_is_the_day():
    day = on(DAY_OF_TEXT, Window(LAST, 5, YEAR))
    hour = on("2024-03-01T08:30", Window(LAST, 5, YEAR))

    assert (at("2019-03-01"), at("2024-03-01")) == day.interval
    assert (at("2019-03-01T08:30"), at("2024-03-01T08:30")) == hour.interval
    assert at("2024-03-01").date() == day.latest == hour.latest


@pytest.mark.parametrize(
    ("day", "window", "expected"),
    [
        ("2024-02-29", Window(LAST, 1, YEAR), "2023-02-28/2024-02-29"),
        ("2024-03-31", Window(LAST, 1, MONTH), "2024-02-29/2024-03-31"),
        ("2024-03-01T10:00", Window(LAST, 24, HOUR), "2024-02-29T10:00/2024-03-01T10:00"),
        ("2024-03-01T10:00", Window(NEXT, 30, MINUTE), "2024-03-01T10:00/2024-03-01T10:30"),
        ("2024-03-01", Window(NEXT, 3, DAY), "2024-03-02/2024-03-04"),
        ("2024-03-01", Window(NEXT, 1, DAY), "2024-03-02"),
        ("2024-03-01", Window(NEXT, 2, WEEK), "2024-03-04/2024-03-17"),
        ("2024-03-01", Window(NEXT, 2, MONTH), "2024-04-01/2024-05-31"),
        ("2024-03-01", Window(NEXT, 1, QUARTER), "2024-04-01/2024-06-30"),
        ("2024-03-01", Window(NEXT, 2, YEAR, within=True), "2024-03-01/2026-03-01"),
        ("2024-03-01", Window(NEXT, 10, DAY, within=True), "2024-03-01/2024-03-11"),
        ("2024-02-29", Window(NEXT, 1, YEAR, within=True), "2024-02-29/2025-02-28"),
    ],
)
def test_windows_back_and_ahead(day, window, expected):
    assert expected == on(day, window).edtf


def test_next_years_are_whole_calendar_years():
    found = on(DAY_OF_TEXT, Window(NEXT, 3, YEAR))

    assert (at("2025-01-01"), at("2028-01-01")) == found.interval
    assert (["window.next"], YEAR) == (rules(found), found.precision)


@pytest.mark.parametrize(
    ("day", "window"),
    [
        ("0003-01-01", Window(LAST, 5, YEAR)),
        ("9998-01-01", Window(NEXT, 5, YEAR)),
        ("9998-01-01", Window(NEXT, 5, YEAR, within=True)),
        ("2024-01-01", Window(LAST, 10**9, DAY)),
        ("2024-01-01", Window(LAST, 10**12, HOUR)),
    ],
)
def test_windows_off_the_calendar_stay_open(day, window):
    found = on(day, window)

    assert (Kind.RANGE, None, "DURATION") == (found.kind, found.edtf, found.timex_type)


def test_whole_units_off_the_calendar_are_no_reading():
    found = on("0006-03-01", Window(LAST, 5, YEAR))

    assert ("0001-03-01/0006-03-01", "0001/0005") == (
        found.edtf,
        found.readings[0].when.to_edtf(),
    )
    assert () == on("0011-03-01", Window(LAST, 1, DECADE)).readings


@pytest.mark.parametrize(
    ("day", "window", "rule", "timex"),
    [
        (DAY_OF_TEXT, Window(LAST, None, YEAR), "window.vague", "PXY"),
        (DAY_OF_TEXT, Window(NEXT, None, WEEK), "window.vague", "PXW"),
        (None, Window(LAST, 5, YEAR), "unresolved.no-publication-day", "P5Y"),
        (None, Window(NEXT, 2, MONTH), "unresolved.no-publication-day", "P2M"),
        (None, Window(LAST, None, YEAR), "unresolved.no-publication-day", "PXY"),
    ],
)
def test_vague_windows_and_those_without_a_day_have_no_dates(day, window, rule, timex):
    found = on(day, window)

    assert (None, None, (), [rule]) == (found.edtf, found.interval, found.readings, rules(found))
    assert (timex, "DURATION") == (found.timex, found.timex_type)


# --------------------------------------------------------------------------- before and after now


@pytest.mark.parametrize(
    ("day", "form", "expected", "precision", "timex"),
    [
        ("2024-03-01", Before(Duration(days=2)), "2024-02-28", DAY, "2024-02-28"),
        ("2024-03-01", Before(Duration(weeks=2)), "2024-02-16", DAY, "2024-W07"),
        ("2024-03-01", Before(Duration(months=3)), "2023-12-01", DAY, "2023-12"),
        ("2024-03-01", Before(Duration(quarters=1)), "2023-12-01", DAY, "2023-Q4"),
        ("2024-03-31", Before(Duration(months=1)), "2024-02-29", DAY, "2024-02"),
        ("2024-03-01", Before(Duration(years=7)), "2017", YEAR, "2017"),
        ("2024-03-01", Before(Duration(years=20)), "2004", YEAR, "2004"),
        ("2024-03-01", Before(Duration(centuries=1)), "1924", YEAR, "1924"),
        ("2024-03-01", Before(Duration(years=1, months=2)), "2023-01-01", DAY, "2023-01"),
        ("2024-03-01", After(Duration(weeks=2)), "2024-03-15", DAY, "2024-W11"),
        ("2024-03-01", After(Duration(months=1)), "2024-04-01", DAY, "2024-04"),
        ("2024-03-01", After(Duration(years=5)), "2029", YEAR, "2029"),
        ("2024-01-31", After(Duration(months=1)), "2024-02-29", DAY, "2024-02"),
        (
            "2024-03-01T10:00",
            Before(Duration(hours=3)),
            "2024-03-01T07:00",
            MINUTE,
            "2024-03-01T07:00",
        ),
        (
            "2024-03-01T10:00",
            After(Duration(minutes=90)),
            "2024-03-01T11:30",
            MINUTE,
            "2024-03-01T11:30",
        ),
        (
            "2024-03-01T01:00",
            Before(Duration(hours=2)),
            "2024-02-29T23:00",
            MINUTE,
            "2024-02-29T23:00",
        ),
        ("2024-03-01", Before(Duration(days=Decimal("1.5"))), "2024-02-28", DAY, "2024-02-28"),
    ],
)
def test_ago_and_ahead(day, form, expected, precision, timex):
    found = on(day, form)

    assert (expected, precision, timex) == (found.edtf, found.precision, found.timex)
    assert ["shift.before" if isinstance(form, Before) else "shift.after"] == rules(found)


@pytest.mark.parametrize(
    ("day", "form", "exact"),
    [
        ("2024-03-01", Before(Duration(years=7)), "2017-03-01"),
        ("2024-02-29", Before(Duration(years=1)), "2023-02-28"),
        ("2024-02-29", After(Duration(years=4)), "2028-02-29"),
    ],
)
def test_the_exact_day_is_a_reading_of_years_ago(day, form, exact):
    (other,) = on(day, form).readings

    assert (exact, DAY, "shift.exact-day") == (
        other.when.to_edtf(),
        other.precision,
        other.because.rule,
    )


def test_hours_are_a_minute_long():
    found = on("2024-03-01T10:00", Before(Duration(hours=3)))

    assert (Kind.DATETIME, "TIME") == (found.kind, found.timex_type)
    assert (at("2024-03-01T07:00"), at("2024-03-01T07:01")) == found.interval


def test_the_last_year_has_no_next_minute():
    found = on("9999-12-31T10:00", After(Duration(hours=3)))

    assert (at("9999-12-31T13:00"), None) == found.interval


@pytest.mark.parametrize(
    ("day", "form", "timex"),
    [
        (DAY_OF_TEXT, Before(Duration(years=None)), "PAST_REF"),
        (DAY_OF_TEXT, After(Duration(weeks=None)), "FUTURE_REF"),
        (DAY_OF_TEXT, Before(Duration(hours=None)), "PAST_REF"),
        (DAY_OF_TEXT, Before(Duration(years=3000)), "PAST_REF"),
        (DAY_OF_TEXT, After(Duration(years=9000)), "FUTURE_REF"),
        (DAY_OF_TEXT, After(Duration(seconds=10**11)), "FUTURE_REF"),
        ("9999-12-31T23:00", After(Duration(hours=2)), "FUTURE_REF"),
    ],
)
def test_nobody_says_how_long_or_it_leads_off_the_calendar(day, form, timex):
    found = on(day, form)

    assert (None, timex, ["shift.vague"]) == (found.edtf, found.timex, rules(found))


@pytest.mark.parametrize(
    ("form", "timex"),
    [
        (Before(Duration(years=7)), "P7Y"),
        (After(Duration(weeks=2)), "P2W"),
        (Before(Duration(hours=2)), "PT2H"),
    ],
)
def test_without_a_day_a_shift_stays_open(form, timex):
    found = on(None, form)

    assert (None, timex, "DURATION", ["unresolved.no-publication-day"]) == (
        found.edtf,
        found.timex,
        found.timex_type,
        rules(found),
    )


# --------------------------------------------------------------------------- before and after more

CHRISTMAS = Calendar(2024, 12, 25)
MAY = Calendar(2024, 5)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Before(Duration(days=2), CHRISTMAS), "2024-12-23"),
        (After(Duration(weeks=1), Calendar(2024, 5, 5)), "2024-05-12"),
        (After(Duration(months=1), Calendar(2024, 1, 31)), "2024-02-29"),
        # before its first day, after its last
        (Before(Duration(days=2), MAY), "2024-04-29"),
        (After(Duration(days=2), MAY), "2024-06-02"),
        # years before something of its own grain
        (Before(Duration(years=1), MAY), "2023-05"),
        (Before(Duration(years=1), Nth(3, QUARTER, Calendar(2024))), "2023-35"),
        (Before(Duration(years=2), Nth(1, HALF, Calendar(2024))), "2022-40"),
        (Before(Duration(years=1), Calendar(2024, 5, 7)), "2023-05-07"),
        (Before(Duration(years=1), Calendar(2024, 2, 29)), "2023-02-28"),
        (After(Duration(years=1), Calendar(2024, 5, 7)), "2025-05-07"),
        (After(Duration(days=1), Before(Duration(days=1), CHRISTMAS)), "2024-12-25"),
        # a clock time counts from its own beginning
        (After(Duration(hours=2), At(Calendar(2024, 5, 7), Clock(10))), "2024-05-07T12:00"),
        (Before(Duration(hours=2), At(Calendar(2024, 5, 7), Clock(1))), "2024-05-06T23:00"),
        (Before(Duration(days=1), Last(WEEK)), "2024-02-18"),
        (After(Duration(days=1), Last(WEEK)), "2024-02-26"),
    ],
)
def test_counted_from_another_time(form, expected):
    assert expected == on(DAY_OF_TEXT, form).edtf


@pytest.mark.parametrize(
    "form",
    [
        Before(Duration(days=2), Calendar(2023, 2, 29)),
        After(Duration(days=2), Window(LAST, None, YEAR)),
        Before(Duration(years=1), Window(LAST, None, YEAR)),
        Before(Duration(years=3000), MAY),
        Before(Duration(years=1), Calendar(1, 5)),
    ],
)
def test_counted_from_what_has_no_day_or_off_the_calendar(form):
    assert on(DAY_OF_TEXT, form).edtf is None


def test_without_a_day_what_names_its_anchor_still_counts():
    assert "2024-12-23" == on(None, Before(Duration(days=2), CHRISTMAS)).edtf
    assert on(None, Before(Duration(days=2), Season(2))).edtf is None


# --------------------------------------------------------------------------- superlatives, elapsed


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (Duration(years=5), "2019-03-01/2024-03-01"),
        (Duration(months=3), "2023-12-01/2024-03-01"),
        (Duration(weeks=2), "2024-02-16/2024-03-01"),
        (Duration(years=None), None),
    ],
)
def test_the_largest_in_so_many_years_looks_back(length, expected):
    found = on(DAY_OF_TEXT, After(length), Cues(superlative=True))

    assert (expected, "window.superlative") == (found.edtf, rules(found)[0])


def test_a_superlative_leaves_what_has_an_anchor_and_what_lies_before():
    cues = Cues(superlative=True)

    assert "2024-12-26" == on(DAY_OF_TEXT, After(Duration(days=1), CHRISTMAS), cues).edtf
    assert "2019" == on(DAY_OF_TEXT, Before(Duration(years=5)), cues).edtf


def test_six_years_on_rolls_back_when_the_text_names_no_anchor():
    found = on("2024-11-05", Elapsed(Duration(years=6)))

    assert ("2018-11-05/2024-11-05", ["elapsed.rolling"], ()) == (
        found.edtf,
        rules(found),
        found.readings,
    )
    assert ("P6Y", YEAR) == (found.timex, found.precision)
    assert (at("2018-11-05"), at("2024-11-05")) == found.interval


def test_six_years_on_runs_from_the_anchor_of_the_text():
    anchors = {"elapsed": parse_edtf("2018-11-10/2018-11-15")}
    found = on("2024-11-05", Elapsed(Duration(years=6)), anchors=anchors)
    (other,) = found.readings

    assert ("2018-11-10/2024-11-05", ["elapsed.anchor"]) == (found.edtf, rules(found))
    assert "2018-11-05/2024-11-05" == other.when.to_edtf()


@pytest.mark.parametrize(
    ("day", "length"),
    [
        (None, Duration(years=6)),
        ("2024-11-05", Duration(years=None)),
        ("0003-01-01", Duration(years=6)),
    ],
)
def test_what_elapsed_needs_a_day_and_a_length(day, length):
    found = on(day, Elapsed(length))

    assert (Kind.RANGE, None, "DURATION") == (found.kind, found.edtf, found.timex_type)


# --------------------------------------------------------------------------- earlier, later


@pytest.mark.parametrize(
    ("form", "spoken", "expected", "timex"),
    [
        # a year before the quarter of the text, else before its year
        (Before(Duration(years=1), Then()), {"quarter": "2023-35"}, "2022-35", "2022-Q3"),
        (Before(Duration(years=1), Then(QUARTER)), {"quarter": "2023-35"}, "2022-35", "2022-Q3"),
        (Before(Duration(years=1), Then()), {"last": "1989"}, "1988", "1988"),
        (Before(Duration(years=1), Then()), {"last": "1989-10-16"}, "1988", "1988"),
        (Before(Duration(years=1), Then()), {}, "2023", "2023"),
        (
            Before(Duration(years=2), Then(YEAR)),
            {"quarter": "2023-35", "last": "2020"},
            "2018",
            "2018",
        ),
        (Before(Duration(years=1)), {"quarter": "2023-35"}, "2022-35", "2022-Q3"),
        (Before(Duration(years=2)), {"quarter": "2023-35"}, "2022", "2022"),
        # days and weeks from the day of the text, else from publication
        (Before(Duration(days=2), Then()), {"last": "1989-10-16"}, "1989-10-14", "1989-10-14"),
        (After(Duration(weeks=3), Then()), {"last": "1989-10-16"}, "1989-11-06", "1989-11-06"),
        (Before(Duration(days=2), Then()), {}, "2024-02-28", "2024-02-28"),
        (After(Duration(years=1), Then()), {"last": "1989"}, "1990-12-31", "1990-12-31"),
        (
            Before(Duration(hours=2), Then()),
            {"last": "1989-10-16"},
            "2024-02-29T22:00",
            "2024-02-29T22:00",
        ),
        (Before(Duration(days=None), Then()), {"last": "1989-10-16"}, None, "PXD"),
        (After(Duration(weeks=None), Then()), {}, None, "PXW"),
    ],
)
def test_earlier_and_later_count_from_what_the_text_spoke_of(form, spoken, expected, timex):
    known = {name: parse_edtf(value) for name, value in spoken.items()}
    found = on(DAY_OF_TEXT, form, spoken=known)

    assert (expected, timex) == (found.edtf, found.timex)


@pytest.mark.parametrize("day", [None, "0001-01-01"])
def test_a_year_earlier_off_the_calendar_stays_open(day):
    assert on(day, Before(Duration(years=1), Then())).edtf is None
