"""To and from datetime, pendulum, ISO 8601-1 and TIMEX3."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.errors import CiieTimelineError, FormatError, InputError, ValidationError
from ciie_timeline.values import (
    Clock,
    Duration,
    FarDay,
    Interval,
    PartialDate,
    Precision,
    parse_edtf,
)
from ciie_timeline.values.convert import (
    days,
    from_date,
    from_datetime,
    from_iso,
    from_pendulum,
    from_timedelta,
    from_timex,
    timex_mod,
    to_date,
    to_datetime,
    to_iso,
    to_pendulum,
    to_timedelta,
    to_timex,
)


@given(st.dates())
def test_dates_go_both_ways(day):
    assert day == to_date(from_date(day))


@given(
    st.datetimes(
        timezones=st.none() | st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=45))])
    )
)
def test_datetimes_go_both_ways(moment):
    whole = moment.replace(microsecond=0)

    assert whole == to_datetime(from_datetime(moment))
    assert whole.utcoffset() == to_datetime(from_datetime(moment)).utcoffset()
    assert whole.replace(second=0) == to_datetime(from_datetime(moment, Precision.MINUTE))


@given(st.integers(-(10**12), 10**12))
def test_timedeltas_go_both_ways(seconds):
    length = timedelta(seconds=seconds)

    assert length == to_timedelta(from_timedelta(length))


def test_offsets_are_kept_as_text():
    west = datetime(2023, 11, 5, 9, tzinfo=timezone(-timedelta(hours=3, minutes=30)))

    assert str(from_datetime(west)) == "2023-11-05T09:00:00-03:30"
    assert west == to_datetime(from_datetime(west))


def test_far_days_become_dates_and_back():
    assert str(from_date(FarDay(-44, 3, 15))) == "-0044-03-15"


@pytest.mark.parametrize("text", ["2023-11-05/2023-11-05", "2023-11-05T09:00", "2023-11-05?"])
def test_one_day_can_be_written_in_many_ways(text):
    assert date(2023, 11, 5) == to_date(parse_edtf(text))


@pytest.mark.parametrize(
    "text", ["2023", "2023-11", "2023-11-05/2023-11-06", "2023-11-05/..", "0000-01-01"]
)
def test_what_is_no_day_is_not_made_one(text):
    with pytest.raises(ValidationError, match="to_date"):
        to_date(parse_edtf(text))


@pytest.mark.parametrize("text", ["2023-11-05", "-0044-03-15T09:00"])
def test_what_is_no_moment_is_not_made_one(text):
    with pytest.raises(ValidationError, match="to_datetime"):
        to_datetime(parse_edtf(text))


def test_moments_are_checked():
    odd = datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=19, seconds=32)))

    with pytest.raises(ValidationError, match="SECOND or MINUTE"):
        from_datetime(odd, Precision.HOUR)
    with pytest.raises(ValidationError, match="whole minutes"):
        from_datetime(odd)
    with pytest.raises(ValidationError, match="whole seconds"):
        from_timedelta(timedelta(microseconds=1))


@pytest.mark.parametrize("duration", [Duration(years=1), Duration(days=None), Duration(decades=1)])
def test_calendar_units_have_no_timedelta(duration):
    with pytest.raises(ValidationError, match="to_timedelta"):
        to_timedelta(duration)


def test_fractions_have_a_timedelta():
    assert timedelta(hours=36) == to_timedelta(Duration(days=Decimal("1.5")))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (pendulum.date(2023, 11, 5), "2023-11-05"),
        (pendulum.datetime(2023, 11, 5, 9, 0, 1, tz="UTC"), "2023-11-05T09:00:01Z"),
        (pendulum.datetime(2023, 7, 5, 9, tz="Europe/Paris"), "2023-07-05T09:00:00+02:00"),
        (pendulum.naive(2023, 11, 5, 9), "2023-11-05T09:00:00"),
        (
            pendulum.interval(pendulum.date(2023, 11, 5), pendulum.date(2023, 11, 10)),
            "2023-11-05/2023-11-10",
        ),
        (
            pendulum.interval(
                pendulum.datetime(2023, 11, 5, 9), pendulum.datetime(2023, 11, 5, 10)
            ),
            "2023-11-05T09:00:00Z/2023-11-05T10:00:00Z",
        ),
        (pendulum.duration(years=1, months=2, weeks=3, days=4, hours=5), "P1Y2M3W4DT5H"),
    ],
)
def test_pendulum_goes_both_ways(value, text):
    ours = from_pendulum(value)

    assert text == str(ours)
    back = to_pendulum(ours)
    assert value == back
    assert ours == from_pendulum(back)


def test_clock_times_can_be_placed_in_a_zone():
    local, eastern = parse_edtf("2023-07-05T09:00"), parse_edtf("2023-07-05T09:00-04:00")

    assert to_pendulum(local, "Europe/Paris").timezone_name == "Europe/Paris"
    assert to_pendulum(eastern, "Europe/Paris").isoformat() == "2023-07-05T15:00:00+02:00"
    assert datetime(2023, 7, 5, 13, tzinfo=UTC) == to_datetime(eastern, UTC)
    assert datetime(2023, 7, 5, 9, tzinfo=UTC) == to_datetime(local, UTC)
    around = to_pendulum(parse_edtf("2023-07-05T09:00/2023-07-05T10:30"), "Europe/Paris")
    assert around.in_minutes() == 90


def test_pendulum_values_of_other_kinds_are_refused():
    with pytest.raises(ValidationError, match="pendulum"):
        from_pendulum(datetime(2023, 11, 5, tzinfo=UTC))
    with pytest.raises(ValidationError, match="Interval"):
        from_pendulum(pendulum.interval(pendulum.date(2023, 11, 5), pendulum.date(2023, 11, 1)))


@pytest.mark.parametrize(
    "value",
    [
        parse_edtf("2023"),
        parse_edtf("2023-11-05/.."),
        parse_edtf("2023-11-05/2023-11-05T09:00"),
        parse_edtf("[2023]"),
        Duration(years=None),
        Duration(years=Decimal("0.5")),
    ],
)
def test_what_pendulum_cannot_hold_is_refused(value):
    with pytest.raises(ValidationError):
        to_pendulum(value)


def test_pendulum_durations_may_have_fractions_of_days():
    assert to_pendulum(Duration.parse("P1.5D")).total_hours() == 36


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-11-05", "2023-11-05"),
        ("20231105", "2023-11-05"),
        ("20231105T0900", "2023-11-05T09:00"),
        ("20231105T090005+0800", "2023-11-05T09:00:05+08:00"),
        ("20231105T09:00Z", "2023-11-05T09:00Z"),
        ("20231105T0900-04", "2023-11-05T09:00-04"),
        ("2023-309", "2023-11-05"),
        ("2023309T0900", "2023-11-05T09:00"),
        ("2024-366", "2024-12-31"),
        ("2023-W44", "2023-10-30/2023-11-05"),
        ("2023W447", "2023-11-05"),
        ("2023-W44-7", "2023-11-05"),
        ("2020-W53-5", "2021-01-01"),
        ("2023-11-05/2023-11-10", "2023-11-05/2023-11-10"),
        ("20231105/20231110", "2023-11-05/2023-11-10"),
        ("2023-W44/2023-W45", "2023-10-30/2023-11-12"),
        ("2023-11-05/P6D", "2023-11-05/2023-11-10"),
        ("P6D/2023-11-10", "2023-11-05/2023-11-10"),
        ("2023/P2Y", "2023/2024"),
        ("P2M/2023-11", "2023-10/2023-11"),
        ("2023-11-05T09:00/PT90M", "2023-11-05T09:00/2023-11-05T10:30"),
        ("PT90M/2023-11-05T10:30", "2023-11-05T09:00/2023-11-05T10:30"),
        ("2023-11-05/..", "2023-11-05/.."),
        ("../2023-11-05", "../2023-11-05"),
        ("1984~", "1984~"),
        ("2023-11-05T09", "2023-11-05T09:00/2023-11-05T10:00"),
        ("20231105T09", "2023-11-05T09:00/2023-11-05T10:00"),
        ("2023-11-05T23+0800", "2023-11-05T23:00+08:00/2023-11-06T00:00+08:00"),
        ("2023-309T09Z", "2023-11-05T09:00Z/2023-11-05T10:00Z"),
        ("2023-11-05T09:00/10:30", "2023-11-05T09:00/2023-11-05T10:30"),
        ("2023-11-05T09:00Z/10:30", "2023-11-05T09:00Z/2023-11-05T10:30Z"),
        ("2023-11-05T09:00Z/10:30+01:00", "2023-11-05T09:00Z/2023-11-05T10:30+01:00"),
        ("2023-11-05/10", "2023-11-05/2023-11-10"),
        ("2023-11-05/12-10", "2023-11-05/2023-12-10"),
        ("2023-10/11", "2023-10/2023-11"),
        ("2018/2020", "2018/2020"),
    ],
)
def test_iso_texts_are_read(text, edtf):
    assert edtf == str(from_iso(text))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("R5/2018-11-05/P1Y", "found 'R5/2018-11-05/P1Y': Recurrence.parse reads a rule"),
        ("2023-35/P6M", "a year, month, day or time beside a duration, found '2023-35/P6M'"),
        ("2023-11-05/PT36H", "a day has no hour to count from"),
        ("2016-12-31T23:59:60Z", "EDTF has no leap second"),
        ("20161231T235960Z", "EDTF has no leap second"),
        ("2023-11-05T24", "an hour from 00 to 23"),
        ("2023-11-10/05", "an interval in order, found '2023-11-10/05'"),
        ("2023-11-05/P0D", "a duration of at least one unit"),
        ("2023-11-05/PXD", "'2023-11-05/PXD': shift: expected counts that are said"),
        ("9999-12/P2M", "'9999-12/P2M': shift: expected a result that EDTF can write"),
    ],
)
def test_iso_texts_are_refused_in_their_own_words(text, message):
    with pytest.raises(InputError, match=re.escape(message)):
        from_iso(text)


def test_open_ends_are_not_of_part_1():
    with pytest.raises(FormatError, match="an interval with two dates"):
        to_iso(parse_edtf("2018/.."))


@pytest.mark.parametrize(
    "text",
    [
        "2023-W54",
        "2023-W44-8",
        "2023-366",
        "2023-000",
        "P",
        "[2023]/2024",
        "2023/[2024]",
        "2023-11/P1D",
        "2023/PT1H",
        "2023-W44/P1D",
        "2023-11-05/2023-11-01",
        "20231131",
        "[2023]T0900",
        "2023-W44T0900",
        "soon",
    ],
)
def test_iso_texts_are_checked(text):
    with pytest.raises(CiieTimelineError):
        from_iso(text)


def test_iso_durations_are_read():
    assert Duration(years=1, months=6) == from_iso("P1Y6M")


@pytest.mark.parametrize("text", ["2023", "2023-11", "2023-11-05T09:00Z", "2018/2023-11-05"])
def test_iso_texts_are_written(text):
    assert text == to_iso(parse_edtf(text))


@pytest.mark.parametrize(
    "value",
    [
        *map(
            parse_edtf,
            ("1984?", "198X", "2023-21", "-0044", "Y12345", "2018/..", "[2018]", "2018~/2019"),
        ),
        Duration(years=None),
    ],
)
def test_what_part_1_of_iso_lacks_is_refused(value):
    with pytest.raises(FormatError):
        to_iso(value)


TIMEX = [
    ("2023", "2023"),
    ("2023-11", "2023-11"),
    ("2023-11-05", "2023-11-05"),
    ("2023-11-05T09:00", "2023-11-05T09:00"),
    ("2023-11-05T09", "2023-11-05T09:00/2023-11-05T10:00"),
    ("2023-11-05T23", "2023-11-05T23:00/2023-11-06T00:00"),
    ("2023-11-05TMO", "2023-11-05T08:00/2023-11-05T12:00"),
    ("2023-11-05TAF", "2023-11-05T12:00/2023-11-05T16:00"),
    ("2023-11-05TEV", "2023-11-05T16:00/2023-11-05T20:00"),
    ("2023-11-05TNI", "2023-11-05T20:00/2023-11-06T00:00"),
    ("2023-11-05TDT", "2023-11-05T08:00/2023-11-05T18:00"),
    ("2023-W44", "2023-10-30/2023-11-05"),
    ("2023-W44-WE", "2023-11-04/2023-11-05"),
    ("2023-Q1", "2023-33"),
    ("2023-Q4", "2023-36"),
    ("2023-H2", "2023-41"),
    ("2023-SP", "2023-21"),
    ("2023-WI", "2023-24"),
    ("XXXX-SU", "XXXX-22"),
    ("198", "198X"),
    ("19", "19XX"),
    ("1", "1XXX"),
    ("XXXX-11-05", "XXXX-11-05"),
    ("2023-XX-05", "2023-XX-05"),
    ("-0044", "-0044"),
]


@pytest.mark.parametrize(("timex", "edtf"), TIMEX)
def test_timex_values_go_both_ways(timex, edtf):
    assert edtf == str(from_timex(timex))
    assert timex == to_timex(parse_edtf(edtf))


@pytest.mark.parametrize(
    ("timex", "edtf"),
    [
        ("2023-W44-7", "2023-11-05"),
        ("BC44", "-0043"),
        ("BC0001", "0000"),
        ("198X", "198X"),
        ("2023-11-05TMI", "2023-11-05T12:00/2023-11-05T13:00"),
    ],
)
def test_other_spellings_of_timex_values(timex, edtf):
    assert edtf == str(from_timex(timex))


def test_timex_durations():
    assert Duration(decades=2) == from_timex("P2DE")
    assert to_timex(Duration(years=None)) == "PXY"


@pytest.mark.parametrize(
    "value",
    [
        "PRESENT_REF",
        "PAST_REF",
        "FUTURE_REF",
        "T09:00",
        "2023-W54",
        "2023-11-31TMO",
        "2023-11-05T24",
        "BC0",
        "-0000-SP",
        "FY2023",
        "XXXX-WXX-1",
        "",
    ],
)
def test_timex_values_without_a_place_in_time(value):
    with pytest.raises(InputError):
        from_timex(value)


@pytest.mark.parametrize(
    "text",
    [
        "2018/2023",
        "2023-11-05/2023-11-10",
        "2023-10-31/2023-11-06",
        "2023-37",
        "Y12345",
        "1851S2",
        "2018/..",
        "[2018]",
        "2023-11-05T09:00/2023-11-05T10:30",
        "2023-11-05T09:30/2023-11-05T10:30",
        "2023-11-05T09:00Z/2023-11-05T10:00Z",
        "2023-11-05/2023-11-05T10:00",
        "Y12345/Y12346",
        "2023-11-05T09:00/2023-11-06T10:00",
        "0000-01-01/0000-01-02",
    ],
)
def test_ranges_have_no_single_timex_value(text):
    with pytest.raises(FormatError):
        to_timex(parse_edtf(text))


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("1984~", "1984", "APPROX"),
        ("1984%", "1984", "APPROX"),
        ("1984?", "1984", None),
        ("2001-29~", "2001-SP", "APPROX"),
        ("2018/2023", None, None),
    ],
)
def test_marks_become_mod(text, value, mod):
    assert mod == timex_mod(parse_edtf(text))
    if value is not None:
        assert value == to_timex(parse_edtf(text))


def test_days_are_listed():
    assert [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)] == [
        *days(parse_edtf("2024-02-28/2024-03-01"))
    ]
    assert len([*days(parse_edtf("2024"))]) == 366
    for text in ("2018/..", "-0044", "9999/Y10000"):
        with pytest.raises(ValidationError, match="days"):
            list(days(parse_edtf(text)))


def test_clock_times_of_intervals_survive():
    start = PartialDate(2023, 11, 5, clock=Clock(9, 0, zone="Z"))

    assert Interval(start, start) == from_iso("2023-11-05T09:00Z/2023-11-05T09:00Z")
