"""Spans: ranges, what is bounded on one side, parts, what is not exactly so."""

from datetime import datetime

import pytest

from ciie_timeline.forms import (
    At,
    Before,
    Between,
    Beyond,
    Calendar,
    Clock,
    Context,
    Cues,
    Decade,
    Elapsed,
    Kind,
    Last,
    Modified,
    Next,
    Nth,
    Part,
    Period,
    Portion,
    Relation,
    Season,
    Since,
    This,
    Until,
    Window,
)
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Duration, Precision

DAY, WEEKEND, WEEK, MONTH, QUARTER, YEAR, CENTURY = (
    Precision(word) for word in ("day", "weekend", "week", "month", "quarter", "year", "century")
)
PAST, FUTURE = Cues("past"), Cues("future")
EARLY, START, MID, LATE, END, EARLIER, LATER = (
    Portion(word) for word in ("early", "start", "mid", "late", "end", "earlier", "later")
)


def on(day, form, cues=None):
    """What a form means on a day."""
    return resolve(form, Context(published=day and datetime.fromisoformat(day)), cues or Cues())


def at(text):
    return text and datetime.fromisoformat(text)


def rules(found):
    return [step.rule for step in found.steps]


# --------------------------------------------------------------------------- ranges


@pytest.mark.parametrize("day", ["2023-03-10", "2024-03-10", "2025-01-10"])
def test_a_range_without_a_year_up_to_the_leap_day_is_of_one_year(day):
    found = on(day, Between(Calendar(None, 2, 20), Calendar(None, 2, 29)))

    assert "2024-02-20/2024-02-29" == found.edtf


def test_clock_times_the_wrong_way_round_make_no_range():
    found = on("2000-01-01", Between(At(None, Clock(1)), Elapsed(Duration(years=0))))

    assert (None, None, "range.reversed") == (found.edtf, found.interval, rules(found)[-1])


@pytest.mark.parametrize(
    ("day", "start", "end", "cues", "expected"),
    [
        (None, Calendar(2020, 3), Calendar(2021, 5), None, "2020-03/2021-05"),
        (None, Calendar(2018), Calendar(2023), None, "2018/2023"),
        (None, Calendar(2023, 11, 5), Calendar(2023, 11, 10), None, "2023-11-05/2023-11-10"),
        (None, Calendar(2018), Calendar(2023, 5, 7), None, "2018/2023-05-07"),
        (None, Decade(1980), Decade(1990), None, "198X/199X"),
        # quarters have no notation inside of an interval: their days
        (None, Nth(1, QUARTER, Calendar(2023)), Nth(3, QUARTER), None, "2023-01-01/2023-09-30"),
        # without years: the end is seen from the start
        (
            "2024-03-01",
            Calendar(None, 11, 5),
            Calendar(None, 11, 10),
            None,
            "2023-11-05/2023-11-10",
        ),
        (
            "2024-03-01",
            Calendar(None, 11, 5),
            Calendar(None, 11, 10),
            FUTURE,
            "2024-11-05/2024-11-10",
        ),
        ("2023-12-20", Calendar(None, 12, 28), Calendar(None, 1, 3), None, "2023-12-28/2024-01-03"),
        (
            "2024-06-15",
            Calendar(None, 12, 28),
            Calendar(None, 1, 3),
            FUTURE,
            "2024-12-28/2025-01-03",
        ),
        ("2024-06-15", Calendar(None, 11), Calendar(None, 2), PAST, "2023-11/2024-02"),
        ("2024-03-20", Calendar(day=25), Calendar(day=28), FUTURE, "2024-03-25/2024-03-28"),
        ("2024-03-27", Calendar(day=25), Calendar(day=2), PAST, "2024-03-25/2024-04-02"),
        # the range as a whole is the nearest, also at the beginning of the calendar
        ("2024-03-01", Calendar(None, 10), Calendar(None, 12), None, "2023-10/2023-12"),
        ("2024-09-20", Calendar(None, 10), Calendar(None, 12), None, "2024-10/2024-12"),
        ("0001-03-01", Calendar(None, 11), Calendar(None, 12), None, "0001-11/0001-12"),
        # both ends are of the year before, or neither
        (
            "2024-01-10",
            Calendar(None, 2, 20),
            Calendar(None, 2, 29),
            None,
            "2024-02-20/2024-02-29",
        ),
        # Saturday to Thursday, said on a Tuesday
        ("2025-11-04", Calendar(weekday=6), Calendar(weekday=4), None, "2025-11-01/2025-11-06"),
        ("2025-11-04", Calendar(weekday=6), Calendar(weekday=4), FUTURE, "2025-11-08/2025-11-13"),
        ("2024-03-01", Last(YEAR), This(MONTH), None, "2023/2024-03"),
        ("2024-03-01", Last(WEEK), Next(WEEK), None, "2024-02-19/2024-03-10"),
        # what leaves its year open takes that of the other end, or the one beside it
        ("2025-03-01", Calendar(None, 12, 28), Calendar(2022, 1, 3), None, "2021-12-28/2022-01-03"),
        ("2025-03-01", Calendar(2021, 12, 28), Calendar(None, 1, 3), None, "2021-12-28/2022-01-03"),
        ("2025-03-01", Calendar(None, 3), This(DAY), None, "2025-03/2025-03-01"),
        ("2025-02-28", Calendar(None, 3), This(DAY), None, "2024-03/2025-02-28"),
        ("2025-03-01", Season(1), Season(3, Calendar(2022)), None, "2022-03-01/2022-11-30"),
        ("2025-03-01", Season(4), Season(1, Calendar(2022)), None, "2021-12-01/2022-05-31"),
        ("2025-03-01", Part(MID, Calendar(None, 3)), Calendar(2021, 5), None, "2021-03-11/2021-05"),
        (
            "2025-03-01",
            Calendar(2021, 12),
            Modified("APPROX", Calendar(None, 2)),
            None,
            "2021-12/2022-02~",
        ),
        ("0001-01-20", Calendar(None, 12), Calendar(1, 1, 3), None, None),
        ("9999-12-20", Calendar(9999, 12, 28), Calendar(None, 1, 3), None, None),
        # what leaves its week or month open is the one beside the other end
        ("2025-03-01", Calendar(weekday=1), Calendar(2022, 1, 5), None, "2022-01-03/2022-01-05"),
        ("2025-03-01", Calendar(day=28), Calendar(2022, 1, 5), None, "2021-12-28/2022-01-05"),
        ("2025-03-01", Calendar(2021, 12, 28), Calendar(day=3), None, "2021-12-28/2022-01-03"),
        ("2025-03-01", Calendar(weekday=5), Next(WEEK), None, "2025-02-28/2025-03-09"),
        ("2025-03-05", Last(DAY), Calendar(weekday=1), None, "2025-03-04/2025-03-10"),
        # after a date it is that of the publication day
        ("2025-03-07", Calendar(2025, 1, 5), Calendar(weekday=4), None, "2025-01-05/2025-03-06"),
        # what ends before it begins is none
        (None, Calendar(2021), Calendar(2019), None, None),
        ("2024-03-01", Next(WEEK), Last(WEEK), None, None),
        ("2024-03-01", Calendar(2018), This(DAY), None, "2018/2024-03-01"),
        ("2024-03-01", Calendar(None, 3), Calendar(2023, 2, 29), None, None),
        ("2024-03-01", Calendar(2023, 2, 29), Calendar(None, 3), None, None),
        (None, Calendar(None, 3), Calendar(None, 5), None, None),
        (None, Calendar(2018), This(DAY), None, None),
        ("2024-03-01", Period(Duration(days=2)), This(DAY), None, None),
    ],
)
def test_ranges_include_their_end_and_lie_after_their_start(day, start, end, cues, expected):
    found = on(day, Between(start, end), cues)

    assert (Kind.RANGE, expected) == (found.kind, found.edtf)


def test_a_range_holds_both_timexes_and_its_step():
    found = on(None, Between(Calendar(2020, 3), Calendar(2021, 5)))

    assert ("2020-03/2021-05", "range", MONTH) == (found.timex, rules(found)[-1], found.precision)
    assert (at("2020-03-01"), at("2021-06-01")) == found.interval


@pytest.mark.parametrize(
    ("start", "end", "kind", "interval"),
    [
        (
            At(None, Clock(17)),
            At(None, Clock(18)),
            Kind.TIMERANGE,
            ("2025-11-04T17:00", "2025-11-04T18:00"),
        ),
        (
            At(Next(DAY), Clock(9, 30)),
            At(Next(DAY), Clock(11)),
            Kind.RANGE,
            ("2025-11-05T09:30", "2025-11-05T11:00"),
        ),
        # to a part of the day, to a day
        (
            At(None, Clock(9)),
            At(None, None, "evening"),
            Kind.TIMERANGE,
            ("2025-11-04T09:00", "2025-11-04T20:00"),
        ),
        # past midnight
        (
            At(None, Clock(22)),
            At(None, Clock(2)),
            Kind.TIMERANGE,
            ("2025-11-04T22:00", "2025-11-05T02:00"),
        ),
        (
            At(Calendar(2025, 12, 31), Clock(22)),
            At(Calendar(2025, 12, 31), Clock(2, 30)),
            Kind.RANGE,
            ("2025-12-31T22:00", "2026-01-01T02:30"),
        ),
        (
            At(None, None, "night"),
            At(None, None, "morning"),
            Kind.TIMERANGE,
            ("2025-11-04T20:00", "2025-11-05T12:00"),
        ),
        (At(Last(DAY), Clock(9)), This(DAY), Kind.RANGE, ("2025-11-03T09:00", "2025-11-05T00:00")),
        (Last(DAY), At(This(DAY), Clock(9)), Kind.RANGE, ("2025-11-03T00:00", "2025-11-04T09:00")),
    ],
)
def test_clock_ranges_end_at_their_second_time(start, end, kind, interval):
    found = on("2025-11-04", Between(start, end))

    assert (kind, tuple(map(at, interval))) == (found.kind, found.interval)


def test_a_clock_range_past_midnight_is_written_on_two_days():
    found = on("2025-11-04", Between(At(None, Clock(22)), At(None, Clock(2))))

    assert "2025-11-04T22:00/2025-11-05T02:00" == found.edtf
    assert "2025-11-04T22:00/2025-11-05T02:00" == found.timex
    assert "range" == rules(found)[-1]


def test_a_clock_range_past_the_last_day_of_the_calendar_stays_open():
    assert on("9999-12-31", Between(At(None, Clock(22)), At(None, Clock(2)))).edtf is None


def test_a_clock_range_without_a_day_stays_open():
    found = on(None, Between(At(None, Clock(17)), At(None, Clock(18))))

    assert (None, "T17:00/T18:00") == (found.edtf, found.timex)


# --------------------------------------------------------------------------- bounded on one side


@pytest.mark.parametrize(
    ("day", "anchor", "expected", "interval"),
    [
        ("2023-11-09", Calendar(2018), "2018/2023-11-09", ("2018-01-01", "2023-11-09")),
        ("2023-11-09", Calendar(2023), "2023/2023-11-09", ("2023-01-01", "2023-11-09")),
        (
            "2023-11-09T08:30",
            Calendar(2018, 5),
            "2018-05/2023-11-09",
            ("2018-05-01", "2023-11-09T08:30"),
        ),
        ("2024-03-01", Calendar(None, 11), "2023-11/2024-03-01", ("2023-11-01", "2024-03-01")),
        ("2025-11-04", Calendar(weekday=7), "2025-11-02/2025-11-04", ("2025-11-02", "2025-11-04")),
        ("2024-03-01", Last(WEEK), "2024-02-19/2024-03-01", ("2024-02-19", "2024-03-01")),
        ("2024-03-01", Decade(1990), "199X/2024-03-01", ("1990-01-01", "2024-03-01")),
        (
            "2024-03-01",
            Season(2, Calendar(2018)),
            "2018-06-01/2024-03-01",
            ("2018-06-01", "2024-03-01"),
        ),
        # from its beginning on, to nobody knows when
        (None, Calendar(2018), "2018/..", ("2018-01-01", None)),
        ("2017-03-01", Calendar(2018), "2018/..", ("2018-01-01", None)),
        ("2018-03-01", Next(DAY), "2018-03-02/..", ("2018-03-02", None)),
    ],
)
def test_since_runs_from_the_first_day_to_publication(day, anchor, expected, interval):
    found = on(day, Since(anchor))

    assert (Kind.RANGE, expected, tuple(map(at, interval))) == (
        found.kind,
        found.edtf,
        found.interval,
    )
    assert ("since.open" if expected.endswith("..") else "since") == rules(found)[-1]


@pytest.mark.parametrize(
    ("form", "rule", "interval"),
    [
        (Until(Calendar(2026)), "until", (None, "2027-01-01")),
        (Until(Calendar(2026, 5)), "until", (None, "2026-06-01")),
        (Until(Calendar(2026, 5, 7)), "until", (None, "2026-05-08")),
        (Until(Calendar(2018), inclusive=False), "before", (None, "2018-01-01")),
        (Until(Calendar(2018, 5, 7), inclusive=False), "before", (None, "2018-05-07")),
        (Beyond(Calendar(2018)), "after", ("2019-01-01", None)),
        (Beyond(Calendar(2018, 5)), "after", ("2018-06-01", None)),
        (Beyond(Calendar(2018), inclusive=True), "from-on", ("2018-01-01", None)),
        (Beyond(At(Calendar(2018, 5, 7), Clock(17))), "after", ("2018-05-07T17:00", None)),
        (
            Beyond(At(Calendar(2018, 5, 7), Clock(17)), inclusive=True),
            "from-on",
            ("2018-05-07T17:00", None),
        ),
        (
            Until(At(Calendar(2018, 5, 7), Clock(17)), inclusive=False),
            "before",
            (None, "2018-05-07T17:00"),
        ),
    ],
)
@pytest.mark.parametrize("day", [None, "2024-03-01"])
def test_until_before_after_and_from_are_open_on_one_side(day, form, rule, interval):
    found = on(day, form)

    assert (Kind.RANGE, tuple(map(at, interval)), rule) == (
        found.kind,
        found.interval,
        rules(found)[-1],
    )


@pytest.mark.parametrize("make", [Since, Until, Beyond])
@pytest.mark.parametrize("day", ["2018-05-08", "2018-05-06", None])
def test_the_timex_of_a_limit_is_that_of_the_time_in_it(make, day):
    found = on(day, make(At(Calendar(2018, 5, 7), Clock(17))))

    assert ("TIME", "2018-05-07T17:00") == (found.timex_type, found.timex)


def test_the_timex_of_a_limit_without_a_place_in_time_keeps_its_type():
    assert "TIME" == on(None, Until(At(clock=Clock(17)))).timex_type


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Until(Calendar(2026)), "../2026"),
        (Until(Calendar(2026, 5, 7)), "../2026-05-07"),
        (Until(Season(2, Calendar(2026))), "../2026-08-31"),
        (Beyond(Calendar(2018), inclusive=True), "2018/.."),
        (Beyond(Nth(3, QUARTER, Calendar(2018)), inclusive=True), "2018-07-01/.."),
    ],
)
def test_the_notation_of_what_is_open_on_one_side(form, expected):
    assert expected == on(None, form).edtf


@pytest.mark.parametrize("make", [Since, Until, Beyond])
@pytest.mark.parametrize(
    "anchor",
    [
        Calendar(2023, 2, 29),
        Window(Relation.LAST, None, YEAR),
        Period(Duration(days=2)),
        Until(Calendar(2018)),
        Beyond(Calendar(2018)),
    ],
)
def test_what_has_no_days_bounds_nothing(make, anchor):
    found = on("2024-03-01", make(anchor))

    assert (Kind.RANGE, None) == (found.kind, found.edtf)


@pytest.mark.parametrize("make", [Since, Until, Beyond])
def test_without_a_day_a_relative_anchor_bounds_nothing(make):
    assert on(None, make(Last(WEEK))).edtf is None


def test_by_the_day_of_publication_in_full_is_a_dateline():
    found = on("2024-03-01", Until(Calendar(2024, 3, 1)))

    assert (Kind.DATE, "2024-03-01", "dateline") == (found.kind, found.edtf, rules(found)[-1])
    assert "../2024-03-01" == on("2024-03-01", Until(Calendar(None, 3, 1))).edtf


# --------------------------------------------------------------------------- parts


@pytest.mark.parametrize(
    ("portion", "of", "expected", "mod"),
    [
        # months by tens of days, the end from the 25th
        (EARLY, Calendar(2024, 2), "2024-02-01/2024-02-10", "START"),
        (START, Calendar(2024, 2), "2024-02-01/2024-02-10", "START"),
        (MID, Calendar(2024, 2), "2024-02-11/2024-02-20", "MID"),
        (LATE, Calendar(2024, 2), "2024-02-21/2024-02-29", "END"),
        (LATE, Calendar(2024, 3), "2024-03-21/2024-03-31", "END"),
        (END, Calendar(2024, 2), "2024-02-25/2024-02-29", "END"),
        (END, Calendar(2023, 2), "2023-02-25/2023-02-28", "END"),
        # years by thirds, the end November and December
        (EARLY, Calendar(2024), "2024-01-01/2024-04-30", "START"),
        (START, Calendar(2024), "2024-01-01/2024-04-30", "START"),
        (MID, Calendar(2024), "2024-05-01/2024-08-31", "MID"),
        (LATE, Calendar(2024), "2024-09-01/2024-12-31", "END"),
        (END, Calendar(2024), "2024-11-01/2024-12-31", "END"),
        # decades, centuries and seasons by thirds
        (EARLY, Decade(1990), "1990-01-01/1993-04-30", "START"),
        (MID, Decade(1990), "1993-05-01/1996-08-31", "MID"),
        (LATE, Decade(1970), "1976-09-01/1979-12-31", "END"),
        (END, Decade(1990), "1996-09-01/1999-12-31", "END"),
        (EARLY, Nth(20, CENTURY), "1900-01-01/1933-04-30", "START"),
        (EARLY, Season(2, Calendar(2018)), "2018-06-01/2018-06-30", "START"),
        (LATE, Season(3, Calendar(2023)), "2023-11-01/2023-11-30", "END"),
        (MID, Season(4, Calendar(2023)), "2024-01-01/2024-01-31", "MID"),
        # a week begins Monday to Wednesday and ends Friday to Sunday
        (START, Nth(1, WEEK, Calendar(2024, 10)), "2024-09-30/2024-10-02", "START"),
        (EARLY, Nth(1, WEEK, Calendar(2024, 10)), "2024-09-30/2024-10-02", "START"),
        (END, Nth(1, WEEK, Calendar(2024, 10)), "2024-10-04/2024-10-06", "END"),
        (LATE, Nth(1, WEEK, Calendar(2024, 10)), "2024-10-04/2024-10-06", "END"),
    ],
)
def test_parts_of_months_years_decades_seasons_and_weeks(portion, of, expected, mod):
    found = on(None, Part(portion, of))

    assert (expected, mod, "part") == (found.edtf, found.mod, rules(found)[-1])
    assert on(None, of).timex == found.timex


@pytest.mark.parametrize("portion", [EARLY, MID, LATE])
def test_the_middle_of_a_week_lies_within_it(portion):
    week = on(None, Nth(1, WEEK, Calendar(2024, 10)))
    found = on(None, Part(portion, Nth(1, WEEK, Calendar(2024, 10))))

    assert week.earliest <= found.earliest <= found.latest <= week.latest


@pytest.mark.parametrize(
    ("day", "portion", "of", "expected"),
    [
        ("2024-03-15", EARLIER, This(MONTH), "2024-03-01/2024-03-15"),
        ("2024-03-15", LATER, This(MONTH), "2024-03-15/2024-03-31"),
        ("2024-03-15", EARLIER, This(YEAR), "2024-01-01/2024-03-15"),
        ("2024-03-15", LATER, This(YEAR), "2024-03-15/2024-12-31"),
        ("2024-03-15", LATER, This(WEEK), "2024-03-15/2024-03-17"),
        ("2024-03-31", LATER, This(MONTH), "2024-03-31"),
        # today does not lie in it: all of it
        ("2024-03-15", EARLIER, Last(MONTH), "2024-02-01/2024-02-29"),
        (None, LATER, Calendar(2024), "2024-01-01/2024-12-31"),
    ],
)
def test_earlier_ends_and_later_begins_at_the_publication_day(day, portion, of, expected):
    found = on(day, Part(portion, of))

    assert expected == found.edtf
    assert {EARLIER: "BEFORE", LATER: "AFTER"}[portion] == found.mod


@pytest.mark.parametrize(
    ("day", "of", "expected"),
    [
        ("2024-03-15", Last(DAY), "2024-03-14"),
        ("2024-03-15", Calendar(weekday=5), "2024-03-15"),
        (None, Last(YEAR), None),
        ("2024-03-15", Calendar(2023, 2, 29), None),
        (None, Until(Calendar(2018)), "../2018"),
    ],
)
def test_a_part_of_one_day_or_of_what_is_open_is_the_whole_with_its_modifier(day, of, expected):
    found = on(day, Part(LATE, of))

    assert (expected, "END") == (found.edtf, found.mod)


def test_a_weekend_is_parted_by_days():
    weekend = Nth(1, WEEKEND, Calendar(2024, 6))

    assert "2024-06-01" == on(None, Part(EARLY, weekend)).edtf
    assert "2024-06-02" == on(None, Part(LATE, weekend)).edtf


# --------------------------------------------------------------------------- not exactly so


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Calendar(2018), "2018"),
        (Before(Duration(years=2)), "2022"),
        (Period(Duration(days=6)), None),
    ],
)
@pytest.mark.parametrize("modifier", ["APPROX", "MORE_THAN", "LESS_THAN"])
def test_what_is_not_exactly_so_keeps_its_value_with_a_modifier(form, expected, modifier):
    found, plain = on("2024-03-01", Modified(modifier, form)), on("2024-03-01", form)

    marked = f"{expected}~" if expected and modifier == "APPROX" else expected
    assert (marked, modifier, plain.timex) == (found.edtf, found.mod, found.timex)
    assert "modified" == rules(found)[-1]


@pytest.mark.parametrize(
    ("of", "portion", "expected"),
    [
        # the days themselves count, not what they are called
        (Part(EARLY, Calendar(2024)), END, "2024-03-22/2024-04-30"),
        (Part(START, Season(1, Calendar(2024))), START, "2024-03-01/2024-03-10"),
        (Part(EARLY, Calendar(2024, 5)), LATE, "2024-05-08/2024-05-10"),
        (Nth(1, QUARTER, Calendar(2023)), EARLY, "2023-01-01/2023-01-31"),
        (Nth(1, QUARTER, Calendar(2023)), MID, "2023-02-01/2023-02-28"),
        (Nth(1, QUARTER, Calendar(2023)), LATE, "2023-03-01/2023-03-31"),
        # at the end of the calendar
        (Calendar(9999), LATE, "9999-09-01/9999-12-31"),
        (Calendar(9999), END, "9999-11-01/9999-12-31"),
        (Calendar(9999, 12), END, "9999-12-25/9999-12-31"),
        (Nth(100, CENTURY), LATE, "9966-09-01/9999-12-31"),
    ],
)
def test_a_part_is_one_of_the_days_themselves(of, portion, expected):
    assert expected == on("2024-03-01", Part(portion, of)).edtf
