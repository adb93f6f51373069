"""Recurrences against RFC 5545: what is read, what is refused, what comes out, and when."""

from datetime import date

import pytest

from ciie_timeline.errors import FormatError, InputError, ValidationError
from ciie_timeline.values import Duration, Recurrence, parse_edtf


@pytest.mark.parametrize(
    ("text", "start", "days"),
    [
        (
            "FREQ=DAILY;UNTIL=20231110T000000Z",
            "2023-11-08T09:00Z",
            "2023-11-08 2023-11-09",
        ),
        (
            "FREQ=DAILY;UNTIL=20231110T090000Z",
            "2023-11-08T09:00Z",
            "2023-11-08 2023-11-09 2023-11-10",
        ),
        (
            "FREQ=DAILY;UNTIL=20231110T003000Z",
            "2023-11-08T20:00-05:00",
            "2023-11-08",
        ),
        (
            "FREQ=DAILY;UNTIL=20231110T010000Z",
            "2023-11-08T20:00-05:00",
            "2023-11-08 2023-11-09",
        ),
        (
            "FREQ=DAILY;UNTIL=20231109T230000Z",
            "2023-11-08T05:00+08:00",
            "2023-11-08 2023-11-09 2023-11-10",
        ),
        ("FREQ=DAILY;UNTIL=20231110T080000", "2023-11-08T09:00", "2023-11-08 2023-11-09"),
        ("FREQ=DAILY;UNTIL=20231109", "2023-11-08T09:00", "2023-11-08 2023-11-09"),
        ("FREQ=DAILY;UNTIL=20231109T000000Z", "2023-11-08", "2023-11-08 2023-11-09"),
        ("FREQ=YEARLY;UNTIL=20240101T000000Z", "2023-11", "2023-11"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=2FR",
            "2023-01-01",
            "2023-01-13 2023-10-13 2024-09-13 2024-12-13",
        ),
        ("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=2FR", "2023-01-01", "2023-01-13"),
        ("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR;COUNT=2", "2023-01-01", "2023-01-13 2023-10-13"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2;COUNT=2", "2023-01-01", "2023-01-09 2023-02-13"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=TU;BYSETPOS=1,-1;COUNT=2", "2023", "2023-03-07 2023-03-28"),
        ("rrule:freq=weekly;byday=mo;wkst=su;count=2", "2023-01-01", "2023-01-02 2023-01-09"),
    ],
)
def test_occurrences(text, start, days):
    rule = Recurrence.parse_rrule(text, start=parse_edtf(start))

    found = rule.occurrences(date(2023, 1, 1), date(2024, 12, 31))

    assert days == " ".join(map(str, found))


@pytest.mark.parametrize(
    ("until", "start", "text"),
    [
        ("2023-11-10", None, "20231110"),
        ("2023-11-10", "2023-11-08", "20231110"),
        ("2023-11", "2023-11-08", "20231130"),
        ("2023-11-10", "2023-11-08T09:00", "20231110T235959"),
        ("2023-11-10", "2023-11-08T09:00Z", "20231110T235959Z"),
        ("2023-11-10", "2023-11-08T09:00+08:00", "20231110T155959Z"),
        ("2023-11-10", "2023-11-08T09:00-08:00", "20231111T075959Z"),
        ("2023-11-10T00:00Z", "2023-11-08T09:00Z", "20231110T000000Z"),
        ("2023-11-10T00:00Z", None, "20231110T000000Z"),
        ("2023-11-10T00:00+08:00", "2023-11-08T09:00", "20231109T160000Z"),
        ("2023-11-10T09:00", "2023-11-08T09:00+08:00", "20231110T010000Z"),
        ("2023-11-10T09:00", "2023-11-08T09:00", "20231110T090000"),
        ("2023-11-10T00:00Z", "2023-11-08", "20231110"),
    ],
)
def test_end_is_of_the_kind_of_the_start(until, start, text):
    first = None if start is None else parse_edtf(start)
    rule = Recurrence.of(Duration(days=1), start=first, until=parse_edtf(until))

    assert f"FREQ=DAILY;UNTIL={text}" == rule.to_rrule()
    again = Recurrence.parse_rrule(rule.to_rrule(), start=first)
    assert text == again.to_rrule().rpartition("=")[2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("FREQ=WEEKLY;BYDAY=2MO", "places in a rule by the month or year"),
        ("FREQ=YEARLY;FREQ=DAILY", "FREQ once"),
        ("FREQ=YEARLY;BYMONTH=24", "months from 1 to 12"),
        ("FREQ=WEEKLY;BYMONTHDAY=5", "no BYMONTHDAY"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", "weeks from Monday"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1", "BYSETPOS beside one weekday"),
        ("FREQ=MONTHLY;BYDAY=2MO;BYSETPOS=1", "BYSETPOS beside one weekday"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS beside one weekday"),
        ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1", "BYSETPOS beside one weekday"),
        ("FREQ=YEARLY;BYMONTH=1,2;BYDAY=MO;BYSETPOS=1", "BYSETPOS beside one weekday"),
        ("FREQ=MONTHLY;BYDAY=0MO", "days such as MO or 2MO"),
        ("FREQ=DAILY;UNTIL=2023", "a day such as 20231110 or a time"),
        ("FREQ=DAILY;UNTIL=20231110T250000Z", "an hour from 00 to 23"),
    ],
)
def test_rules_that_are_refused(text, message):
    with pytest.raises(InputError, match=message):
        Recurrence.parse_rrule(text)


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (Recurrence(times=2, months=(11,)), "several times in a period, or fixed months"),
        (Recurrence(until=parse_edtf("Y12345")), "in the years 1 to 9999"),
        (Recurrence(until=parse_edtf("-0044")), "in the years 1 to 9999"),
        (Recurrence(Duration(weeks=1), weekdays=((2, 1),)), "weekdays without places"),
        (Recurrence(Duration(weeks=1), days=(5,)), "no days of the month"),
    ],
)
def test_rules_that_rrule_cannot_say(rule, message):
    with pytest.raises(FormatError, match=message):
        rule.to_rrule()


def test_several_times_beside_a_fixed_month_name_no_day():
    with pytest.raises(FormatError, match="several times"):
        [*Recurrence(times=2, months=(11,)).occurrences(date(2023, 1, 1), date(2024, 1, 1))]


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        (Recurrence(Duration(weeks=1), weekdays=((0, 1),)), "XXXX-WXX-1"),
        (Recurrence(weekdays=((0, 1),)), "XXXX-WXX-1"),
        (Recurrence(Duration(months=1), days=(5,)), "XXXX-XX-05"),
        (Recurrence(days=(5,)), "XXXX-XX-05"),
        (Recurrence(months=(11,)), "XXXX-11"),
        (Recurrence(months=(23,)), "XXXX-FA"),
        (Recurrence(months=(11,), days=(5,)), "XXXX-11-05"),
        (Recurrence(Duration(weeks=2), weekdays=((0, 1),)), None),
        (Recurrence(Duration(years=2), months=(11,)), None),
        (Recurrence(Duration(weeks=1), months=(11,)), None),
        (Recurrence(Duration(days=1), months=(11,)), None),
        (Recurrence(Duration(months=2), days=(5,)), None),
        (Recurrence(Duration(years=4), months=(2,), days=(29,)), None),
    ],
)
def test_timex_says_the_period_or_nothing(rule, value):
    if value is None:
        with pytest.raises(FormatError, match="a rule with a TIMEX3 value"):
            rule.to_timex()
    else:
        assert value == rule.to_timex()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"every": "P1Y"}, "Recurrence.every: expected a Duration, found str 'P1Y'"),
        ({"start": "2023"}, "Recurrence.start: expected a PartialDate"),
        ({"until": date(2023, 1, 1)}, "Recurrence.until: expected a PartialDate"),
        ({"every": Duration(weeks=1), "weekdays": ((2, 1),)}, "Recurrence.weekdays"),
    ],
)
def test_fields_are_checked(fields, message):
    with pytest.raises(ValidationError, match=message):
        Recurrence.of(**fields)


def test_counts_beyond_reason():
    with pytest.raises(InputError, match="a repeating interval"):
        Recurrence.parse("R" + "9" * 5000 + "/P1Y")
