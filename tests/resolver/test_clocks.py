"""Times within a day: clock times and parts of the day.  2025-11-04 is a Tuesday."""

from datetime import datetime

import pytest

from ciie_timeline.forms import (
    At,
    Before,
    Calendar,
    Clock,
    Context,
    Cues,
    Every,
    Kind,
    Last,
    Next,
    This,
)
from ciie_timeline.resolver import resolve
from ciie_timeline.resolver.clocks import PARTS
from ciie_timeline.values import Duration, Precision

DAY, WEEK, MONTH = Precision.DAY, Precision.WEEK, Precision.MONTH
TODAY = "2025-11-04"


def on(day, form, cues=None):
    """What a form means on a day."""
    published = None if day is None else datetime.fromisoformat(day)
    return resolve(form, Context(published=published), cues or Cues())


def at(text):
    return datetime.fromisoformat(text)


def rules(found):
    return [step.rule for step in found.steps]


@pytest.mark.parametrize(
    ("clock", "expected", "precision", "end"),
    [
        (Clock(22), "2025-11-04T22:00", Precision.HOUR, "2025-11-04T23:00"),
        (Clock(22, 30), "2025-11-04T22:30", Precision.MINUTE, "2025-11-04T22:31"),
        (Clock(0), "2025-11-04T00:00", Precision.HOUR, "2025-11-04T01:00"),
        (Clock(23, 59), "2025-11-04T23:59", Precision.MINUTE, "2025-11-05T00:00"),
        (Clock(14, 0, 30), "2025-11-04T14:00:30", Precision.SECOND, "2025-11-04T14:00:31"),
    ],
)
def test_a_clock_time_is_as_long_as_it_is_fine(clock, expected, precision, end):
    found = on(TODAY, At(None, clock))

    assert (Kind.TIME, expected, precision) == (found.kind, found.edtf, found.precision)
    assert (expected, "TIME") == (found.timex, found.timex_type)
    assert (at(expected), at(end)) == found.interval
    assert ["clock.today", "clock"] == rules(found)


def test_midnight_at_the_end_of_a_day_is_the_start_of_the_next():
    found = on(TODAY, At(None, Clock(24)))

    assert "2025-11-04T24:00" == found.timex
    assert (at("2025-11-05"), at("2025-11-05T01:00")) == found.interval


@pytest.mark.parametrize(
    ("form", "cues", "expected"),
    [
        (At(Next(DAY), Clock(10, 30)), None, "2025-11-05T10:30"),
        (At(Last(DAY), Clock(10)), None, "2025-11-03T10:00"),
        (At(Calendar(2025, 11, 6), Clock(17)), None, "2025-11-06T17:00"),
        (At(Calendar(weekday=3), Clock(22)), None, "2025-10-29T22:00"),
        (At(Calendar(weekday=3), Clock(22)), Cues("future"), "2025-11-05T22:00"),
        (At(Calendar(None, 11, 6), Clock(9)), None, "2025-11-06T09:00"),
        (At(Before(Duration(days=2)), Clock(9)), None, "2025-11-02T09:00"),
    ],
)
def test_a_clock_time_on_a_day(form, cues, expected):
    found = on(TODAY, form, cues)

    assert (Kind.DATETIME, expected) == (found.kind, found.edtf)


@pytest.mark.parametrize(
    ("part", "letters", "first", "last"),
    [
        ("morning", "MO", "2025-11-04T08:00", "2025-11-04T12:00"),
        ("afternoon", "AF", "2025-11-04T12:00", "2025-11-04T16:00"),
        ("evening", "EV", "2025-11-04T16:00", "2025-11-04T20:00"),
        ("night", "NI", "2025-11-04T20:00", "2025-11-05T00:00"),
    ],
)
def test_parts_of_the_day(part, letters, first, last):
    found = on(TODAY, At(None, None, part))

    assert (Kind.TIMERANGE, Precision.PART_OF_DAY) == (found.kind, found.precision)
    assert (at(first), at(last)) == found.interval
    assert (f"2025-11-04T{letters}", "TIME") == (found.timex, found.timex_type)
    assert "part-of-day" == rules(found)[-1]


@pytest.mark.parametrize("part", sorted(PARTS))
def test_each_part_lies_within_its_day(part):
    start, end = on(TODAY, At(None, None, part)).interval

    assert at("2025-11-04") <= start < end <= at("2025-11-05")


@pytest.mark.parametrize(
    ("form", "start", "kind"),
    [
        (At(This(DAY), None, "morning"), "2025-11-04T08:00", Kind.DATETIME),
        (At(Last(DAY), None, "night"), "2025-11-03T20:00", Kind.DATETIME),
        (At(Calendar(weekday=5), None, "evening"), "2025-10-31T16:00", Kind.DATETIME),
        (At(None, None, None), "2025-11-04T08:00", Kind.TIMERANGE),
    ],
)
def test_a_part_of_a_day_on_a_day(form, start, kind):
    found = on(TODAY, form)

    assert (at(start), kind) == (found.interval[0], found.kind)


@pytest.mark.parametrize(
    ("form", "timex", "rule"),
    [
        (At(None, Clock(22)), "T22:00", "unresolved.no-publication-day"),
        (At(None, Clock(9, 5, 7)), "T09:05:07", "unresolved.no-publication-day"),
        (At(None, None, "morning"), "TMO", "unresolved.no-publication-day"),
        (At(This(DAY), Clock(22)), "T22:00", "unresolved.no-publication-day"),
        (At(Calendar(weekday=3), None, "night"), "TNI", "unresolved.no-publication-day"),
    ],
)
def test_without_a_day_a_time_keeps_its_hour(form, timex, rule):
    found = on(None, form)

    assert (None, None, timex, "TIME") == (
        found.edtf,
        found.interval,
        found.timex,
        found.timex_type,
    )
    assert [rule] == rules(found)


@pytest.mark.parametrize("form", [At(Last(WEEK), Clock(9)), At(This(MONTH), None, "morning")])
def test_more_than_one_day_stays_as_it_is_and_says_so(form):
    found, whole = on(TODAY, form), on(TODAY, form.day)

    assert (whole.edtf, whole.timex) == (found.edtf, found.timex)
    assert "clock.no-single-day" == rules(found)[-1]


def test_the_zone_is_told():
    found = on(TODAY, At(None, Clock(9, None, None, None, "EST")))

    assert ("zone", "EST") in found.steps[-1].arguments


@pytest.mark.parametrize(
    ("clock", "edtf", "timex"),
    [
        # a name tells no offset, or one that the corpora leave out of the value
        (Clock(9, zone="ET"), "2025-11-04T09:00", "2025-11-04T09:00"),
        (Clock(9, offset=-300, zone="EST"), "2025-11-04T09:00-05:00", "2025-11-04T09:00"),
        # the words give the offset
        (Clock(9, offset=0, zone="GMT"), "2025-11-04T09:00Z", "2025-11-04T09:00Z"),
        (Clock(9, 5, 6, 330, "UTC"), "2025-11-04T09:05:06+05:30", "2025-11-04T09:05:06+05:30"),
        (Clock(9, offset=-60), "2025-11-04T09:00-01:00", "2025-11-04T09:00-01:00"),
    ],
)
def test_a_sure_offset_is_part_of_the_value_and_the_interval_stays_local(clock, edtf, timex):
    found = on(TODAY, At(None, clock))

    assert (edtf, timex) == (found.edtf, found.timex)
    assert at("2025-11-04T09:00") <= found.interval[0] < at("2025-11-04T09:06")


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (Clock(24), (None, None)),
        (Clock(23), ("9999-12-31T23:00", None)),
        (Clock(23, 59, 59), ("9999-12-31T23:59:59", None)),
    ],
)
def test_the_last_day_has_no_day_after(clock, expected):
    found = on("9999-12-31", At(None, clock))

    assert tuple(each and at(each) for each in expected) == found.interval


def test_the_last_night_has_no_end():
    assert (at("9999-12-31T20:00"), None) == on("9999-12-31", At(None, None, "night")).interval


@pytest.mark.parametrize(
    ("of", "timex"),
    [
        (At(None, None, "night"), "XXXX-XX-XXTNI"),
        (At(None, Clock(9)), "XXXX-XX-XXT09:00"),
        (At(Calendar(weekday=1), None, "morning"), "XXXX-WXX-1TMO"),
        (At(Calendar(weekday=1), Clock(9, 30)), "XXXX-WXX-1T09:30"),
        (At(), "XXXX-XX-XXTDT"),
    ],
)
def test_times_that_come_back(of, timex):
    assert timex == on(TODAY, Every(Duration(days=1), of=of)).timex
