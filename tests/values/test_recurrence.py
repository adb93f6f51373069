"""Recurrences: their texts, and the dates they give."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline.errors import FormatError, InputError, ValidationError
from ciie_timeline.values import Duration, PartialDate, Recurrence, parse_edtf

YEARLY, MONTHLY, WEEKLY, DAILY = (
    Duration(years=1),
    Duration(months=1),
    Duration(weeks=1),
    Duration(days=1),
)
OPENING = PartialDate(2018, 11, 5)


@pytest.mark.parametrize(
    ("rule", "iso"),
    [
        (Recurrence(), "R/P1Y"),
        (Recurrence(times=2), "R/P6M"),
        (Recurrence(times=4), "R/P3M"),
        (Recurrence(Duration(years=2)), "R/P2Y"),
        (Recurrence(Duration(decades=1)), "R/P10Y"),
        (Recurrence(WEEKLY, times=7), "R/P1D"),
        (Recurrence(WEEKLY, times=2), "R/PT84H"),
        (Recurrence(DAILY, times=48), "R/PT30M"),
        (Recurrence(count=5, start=OPENING), "R5/2018-11-05/P1Y"),
        (Recurrence(until=OPENING), "R/P1Y/2018-11-05"),
    ],
)
def test_iso_text(rule, iso):
    assert iso == rule.to_iso()
    assert iso == Recurrence.parse(iso).to_iso()


@pytest.mark.parametrize(
    ("rule", "rrule"),
    [
        (Recurrence(), "FREQ=YEARLY"),
        (Recurrence(months=(11,)), "FREQ=YEARLY;BYMONTH=11"),
        (Recurrence(months=(1, 12)), "FREQ=YEARLY;BYMONTH=1,12"),
        (Recurrence(times=2), "FREQ=MONTHLY;INTERVAL=6"),
        (Recurrence(Duration(quarters=1)), "FREQ=MONTHLY;INTERVAL=3"),
        (Recurrence(Duration(decades=2)), "FREQ=YEARLY;INTERVAL=20"),
        (Recurrence(WEEKLY, weekdays=((0, 1), (0, 3))), "FREQ=WEEKLY;BYDAY=MO,WE"),
        (Recurrence(MONTHLY, weekdays=((2, 1), (-1, 5))), "FREQ=MONTHLY;BYDAY=2MO,-1FR"),
        (Recurrence(months=(11,), days=(5, -1)), "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=5,-1"),
        (Recurrence(DAILY, count=6), "FREQ=DAILY;COUNT=6"),
        (Recurrence(until=parse_edtf("2023")), "FREQ=YEARLY;UNTIL=20231231"),
        (Recurrence(Duration(hours=1)), "FREQ=HOURLY"),
    ],
)
def test_rrule_text(rule, rrule):
    assert rrule == rule.to_rrule()
    assert rrule == Recurrence.parse_rrule(f"RRULE:{rrule}").to_rrule()


@pytest.mark.parametrize(
    ("rule", "value", "freq"),
    [
        (Recurrence(), "P1Y", ""),
        (Recurrence(times=2), "P1Y", "2X"),
        (Recurrence(Duration(days=2)), "P2D", ""),
        (Recurrence(Duration(decades=1)), "P1DE", ""),
        (Recurrence(months=(11,)), "XXXX-11", ""),
        (Recurrence(months=(22,)), "XXXX-SU", ""),
        (Recurrence(months=(11,), days=(5,)), "XXXX-11-05", ""),
        (Recurrence(months=(12,), days=(25,)), "XXXX-12-25", ""),
        (Recurrence(MONTHLY, days=(15,)), "XXXX-XX-15", ""),
        (Recurrence(WEEKLY, weekdays=((0, 7),)), "XXXX-WXX-7", ""),
    ],
)
def test_timex_text(rule, value, freq):
    assert (value, freq) == (rule.to_timex(), rule.timex_freq)
    assert rule == Recurrence.parse_timex(value, freq)


def test_masked_timex_values_are_periods():
    assert Recurrence.parse_timex("XXXX-XX").every == MONTHLY
    assert Recurrence.parse_timex("XXXX-XX-XX").every == DAILY
    assert Recurrence.parse_timex("XXXX-11-XX").months == (11,)


@pytest.mark.parametrize(
    ("rule", "method"),
    [
        (Recurrence(months=(11,)), "to_iso"),
        (Recurrence(times=5), "to_iso"),
        (Recurrence(Duration(years=1, months=6)), "to_rrule"),
        (Recurrence(Duration(years=1, months=6), times=2), "to_iso"),
        (Recurrence(Duration(years=None)), "to_rrule"),
        (Recurrence(Duration(years=None), times=2), "to_iso"),
        (Recurrence(months=(22,)), "to_rrule"),
        (Recurrence(months=(5, 11)), "to_timex"),
        (Recurrence(MONTHLY, weekdays=((2, 1),)), "to_timex"),
        (Recurrence(MONTHLY, days=(-1,)), "to_timex"),
        (Recurrence(months=(11,), days=(-1,)), "to_timex"),
        (Recurrence(months=(22,), days=(5,)), "to_timex"),
        (Recurrence(months=(33,)), "to_timex"),
    ],
)
def test_what_a_text_cannot_say_is_refused(rule, method):
    with pytest.raises(FormatError):
        getattr(rule, method)()


@pytest.mark.parametrize(
    "fields",
    [
        {"months": (13,)},
        {"months": (0,)},
        {"days": (0,)},
        {"days": (32,)},
        {"weekdays": ((0, 8),)},
        {"weekdays": ((54, 1),)},
        {"times": 0},
        {"count": 0},
        {"count": 1, "until": OPENING},
        {"every": Duration()},
        {"every": Duration(days=-1)},
        {"every": Duration(years=None)},
        {"every": Duration.parse("P1.5D")},
    ],
)
def test_wrong_fields_are_refused(fields):
    with pytest.raises(ValidationError):
        Recurrence.of(**fields)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("parse", "P1Y"),
        ("parse", "R/"),
        ("parse", "R0/P1Y"),
        ("parse", "R5/2018/P1Y/2020"),
        ("parse", "R/[2018]/P1Y"),
        ("parse_timex", "XXXX-13"),
        ("parse_timex", "XXXX-WXX-8"),
        ("parse_timex", "2018-11"),
        ("parse_rrule", "INTERVAL=2"),
        ("parse_rrule", "FREQ=FORTNIGHTLY"),
        ("parse_rrule", "FREQ=YEARLY;BYSETPOS=1"),
        ("parse_rrule", "FREQ=YEARLY;BYMONTH=May"),
        ("parse_rrule", "FREQ=YEARLY;BYMONTH=13"),
        ("parse_rrule", "FREQ=YEARLY;BYMONTH=1_1"),
        ("parse_rrule", "FREQ=YEARLY;INTERVAL="),
        ("parse_rrule", "FREQ=YEARLY;COUNT=0"),
        ("parse_rrule", "FREQ=YEARLY;BYDAY=XX"),
        ("parse_rrule", "FREQ=YEARLY;UNTIL=soon"),
        ("parse_rrule", "FREQ=YEARLY;UNTIL=20231131"),
    ],
)
def test_other_texts_are_refused(reader, text):
    with pytest.raises(InputError):
        getattr(Recurrence, reader)(text)


def test_timex_freq_is_checked():
    with pytest.raises(InputError):
        Recurrence.parse_timex("P1Y", "twice")


def test_rules_show_what_they_fix():
    rule = Recurrence(MONTHLY, times=2, months=(11,), days=(5,), weekdays=((2, 1),))

    assert repr(rule) == "Recurrence('2 times in P1M months=11 days=5 weekdays=2/1')"


def occurrences(rule, first="2018-01-01", last="2020-12-31"):
    found = rule.occurrences(date.fromisoformat(first), date.fromisoformat(last))
    return [str(each) for each in found]


@pytest.mark.parametrize(
    ("rule", "dates"),
    [
        (Recurrence(), ["2018", "2019", "2020"]),
        (Recurrence(Duration(years=2)), ["2018", "2020"]),
        (Recurrence(start=OPENING), ["2018-11-05", "2019-11-05", "2020-11-05"]),
        (Recurrence(start=OPENING, count=2), ["2018-11-05", "2019-11-05"]),
        (Recurrence(start=PartialDate(2016), count=3), ["2018"]),
        (Recurrence(start=OPENING, until=PartialDate(2019)), ["2018-11-05", "2019-11-05"]),
        (Recurrence(start=PartialDate(2016, 2, 29)), ["2020-02-29"]),
        (Recurrence(months=(11,)), ["2018-11", "2019-11", "2020-11"]),
        (
            Recurrence(months=(22, 33)),
            ["2018-33", "2018-22", "2019-33", "2019-22", "2020-33", "2020-22"],
        ),
        (Recurrence(months=(11,), start=OPENING), ["2018-11-05", "2019-11-05", "2020-11-05"]),
        (Recurrence(months=(11,), weekdays=((1, 7),)), ["2018-11-04", "2019-11-03", "2020-11-01"]),
        (Recurrence(weekdays=((1, 1),)), ["2018-01-01", "2019-01-07", "2020-01-06"]),
        (Recurrence(weekdays=((53, 2),)), ["2019-12-31"]),
        (Recurrence(days=(31,), months=(2,)), []),
        (
            Recurrence(times=2, start=PartialDate(2019, 4)),
            ["2019-04", "2019-10", "2020-04", "2020-10"],
        ),
        (Recurrence(months=(5,), weekdays=((0, 5),), days=(13,)), []),
        (Recurrence(months=(9, 12), weekdays=((0, 5),), days=(13,)), ["2019-09-13", "2019-12-13"]),
    ],
)
def test_occurrences(rule, dates):
    assert dates == occurrences(rule)


def test_faster_rules_have_occurrences_too():
    november = ("2023-11-01", "2023-11-15")

    assert occurrences(Recurrence(WEEKLY, weekdays=((0, 1),)), *november) == [
        "2023-11-06",
        "2023-11-13",
    ]
    assert occurrences(Recurrence(WEEKLY, start=PartialDate(2023, 11, 5)), *november) == [
        "2023-11-05",
        "2023-11-12",
    ]
    assert occurrences(Recurrence(Duration(days=5), start=PartialDate(2023, 11, 5)), *november) == [
        "2023-11-05",
        "2023-11-10",
        "2023-11-15",
    ]
    assert occurrences(
        Recurrence(DAILY, weekdays=((0, 7),), days=(5, -1), months=(11,)), *november
    ) == ["2023-11-05"]
    assert occurrences(Recurrence(MONTHLY), *november) == ["2023-11"]
    assert occurrences(Recurrence(MONTHLY, months=(5,)), *november) == []


def test_the_last_day_of_each_month():
    found = occurrences(Recurrence(DAILY, days=(-1,)), "2023-11-01", "2023-12-30")

    assert found == ["2023-11-30"]


@pytest.mark.parametrize("rule", [Recurrence(WEEKLY), Recurrence(Duration(hours=1))])
def test_rules_without_days_have_no_occurrences(rule):
    with pytest.raises(ValidationError):
        occurrences(rule)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(
        [
            "FREQ=YEARLY",
            "FREQ=YEARLY;INTERVAL=2",
            "FREQ=YEARLY;BYMONTH=2,11",
            "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
            "FREQ=YEARLY;BYDAY=20MO,-1FR",
            "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1,1",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;INTERVAL=5",
            "FREQ=MONTHLY;BYDAY=2TU,-1SA",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
            "FREQ=WEEKLY;BYDAY=MO,SU",
            "FREQ=WEEKLY;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;BYMONTH=5",
            "FREQ=DAILY;INTERVAL=17",
            "FREQ=DAILY;BYMONTH=2;BYDAY=TU",
        ]
    ),
    st.dates(date(2000, 1, 1), date(2030, 12, 31)),
)
def test_occurrences_agree_with_an_independent_reader(text, start):
    rrule = pytest.importorskip("dateutil.rrule")
    last = date(start.year + 3, start.month, 1)
    begin, end = (datetime.combine(day, time()) for day in (start, last))
    theirs = rrule.rrulestr(text, dtstart=begin).between(begin, end, inc=True)
    rule = Recurrence.parse_rrule(text, start=PartialDate(start.year, start.month, start.day))

    assert [moment.date() for moment in theirs] == [
        day.earliest for day in rule.occurrences(start, last)
    ]
