"""Days of other calendars: dates that are on record, and laws of each calendar."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.resolver.calendars import chinese, hebrew, hindu, islamic, persian, sky
from ciie_timeline.resolver.calendars.churches import easter, orthodox_easter

YEARS = st.integers(1900, 2100)
_MINUTE = 1 / 1440


def at(day, hour=0, minute=0):
    """A moment of universal time."""
    return date.fromisoformat(day).toordinal() + hour / 24 + minute / 1440


# --------------------------------------------------------------------------- the sky


@pytest.mark.parametrize(
    ("longitude", "moment"),
    [
        (0, at("2024-03-20", 3, 6)),
        (90, at("2024-06-20", 20, 51)),
        (180, at("2024-09-22", 12, 44)),
        (270, at("2024-12-21", 9, 20)),
        (0, at("2000-03-20", 7, 35)),
        (270, at("2000-12-21", 13, 37)),
        (90, at("2030-06-21", 7, 31)),
    ],
)
def test_solstices_and_equinoxes_as_the_almanacs_list_them(longitude, moment):
    assert abs(sky.sun_at(longitude, moment + 2) - moment) < 2 * _MINUTE


@pytest.mark.parametrize(
    ("phase", "moment"),
    [
        (0, at("2000-01-06", 18, 14)),
        (0, at("2017-08-21", 18, 30)),
        (0, at("2024-04-08", 18, 21)),
        (180, at("2018-01-31", 13, 27)),
        (180, at("2023-08-31", 1, 36)),
    ],
)
def test_moons_as_the_almanacs_list_them(phase, moment):
    assert abs(sky.moon_at(phase, moment + 3) - moment) < 2 * _MINUTE


@given(st.integers(-1200, 1200))
def test_new_moons_follow_each_other_in_29_or_30_days(number):
    assert 29.2 < sky.new_moon(number + 1) - sky.new_moon(number) < 29.9
    assert sky.moon_number(sky.new_moon(number) + 0.01) == number


@pytest.mark.parametrize(
    ("day", "latitude", "longitude", "rise", "fall"),
    [
        ("2024-03-20", 51.48, 0.0, (6, 4), (18, 14)),
        ("2024-06-20", 40.71, -74.01, (9, 25), (24, 31)),
        ("2024-12-21", 28.61, 77.21, (1, 40), (11, 58)),
    ],
)
def test_sunrise_and_sunset(day, latitude, longitude, rise, fall):
    found = sky.daylight(date.fromisoformat(day).toordinal(), latitude, longitude)

    for moment, (hour, minute) in zip(found, (rise, fall), strict=True):
        assert abs(moment - at(day, hour, minute)) < 3 * _MINUTE


def test_the_clocks_drift_evenly_from_one_formula_to_the_next():
    for year in (1920, 1941, 1961, 1986, 2005):
        before, behind = (sky.clock_drift(at(f"{year}-01-01") + each) for each in (-1, 1))

        assert abs(before - behind) < 1


# --------------------------------------------------------------------------- Hebrew


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (5734, 7, 10, "1973-10-06"),  # the Yom Kippur war
        (5708, 2, 5, "1948-05-14"),  # the state of Israel is declared
        (5784, 7, 1, "2023-09-16"),
        (5784, 1, 15, "2024-04-23"),
        (5784, 12, 14, "2024-03-24"),
        (5784, 3, 6, "2024-06-12"),
        (5785, 9, 25, "2024-12-26"),
        (5782, 12, 14, "2022-03-17"),
        (5777, 9, 25, "2016-12-25"),
        (5779, 5, 9, "2019-08-10"),
    ],
)
def test_days_of_the_hebrew_calendar(year, month, day, expected):
    assert date.fromisoformat(expected) == hebrew.day_of(year, month, day)


@given(st.integers(4120, 13000))
def test_hebrew_years_have_a_lawful_length_and_first_day(year):
    first, length = hebrew.new_year(year), hebrew.new_year(year + 1) - hebrew.new_year(year)

    assert length in ((383, 384, 385) if hebrew.is_leap(year) else (353, 354, 355))
    assert date.fromordinal(first).isoweekday() not in (7, 3, 5)


@given(st.integers(4120, 13000))
def test_passover_is_163_days_before_the_hebrew_new_year(year):
    assert hebrew.day_of(year, 1, 15).toordinal() + 163 == hebrew.new_year(year + 1)


# --------------------------------------------------------------------------- Islamic


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1, 1, 1, "0622-07-19"),  # 16 July of the Julian calendar
        (1435, 9, 1, "2014-06-28"),
        (1440, 10, 1, "2019-06-04"),
        (1442, 9, 1, "2021-04-13"),
        (1443, 12, 10, "2022-07-09"),
        (1444, 10, 1, "2023-04-21"),
        (1445, 10, 1, "2024-04-10"),
        (1445, 12, 10, "2024-06-16"),
        (1446, 1, 1, "2024-07-07"),
    ],
)
def test_days_of_the_islamic_calendar(year, month, day, expected):
    assert date.fromisoformat(expected).toordinal() == islamic.ordinal_of(year, month, day)


@given(st.integers(1, 9600), st.integers(1, 12))
def test_islamic_months_follow_each_other(year, month):
    length = islamic.month_length(year, month)
    following = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)

    if year + (month == 12) not in (1343, 1501):  # where one table ends and the other begins
        assert islamic.ordinal_of(year, month, 1) + length == islamic.ordinal_of(*following)
    assert length in ((28, 29, 30, 31) if 1343 <= year <= 1371 else (29, 30))


@given(st.integers(1343, 1500), st.integers(1, 12))
def test_the_published_calendar_stays_near_the_table(year, month):
    table = 227014 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + 1

    assert abs(islamic.ordinal_of(year, month, 1) - table) <= 3


@given(st.integers(623, 9998))
def test_each_civil_year_has_an_islamic_feast_or_two(year):
    found = islamic.days_in(year, 10, 1)

    assert 1 <= len(found) <= 2
    assert all(day.year == year for _, day in found)


# --------------------------------------------------------------------------- Chinese


@pytest.mark.parametrize(
    "expected",
    [
        "1912-02-18", "1949-01-29", "1966-01-21", "1985-02-20", "2000-02-05", "2001-01-24",
        "2008-02-07", "2012-01-23", "2015-02-19", "2019-02-05", "2020-01-25", "2021-02-12",
        "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2033-01-31", "2034-02-19",
    ],
)  # fmt: skip
def test_chinese_new_years(expected):
    day = date.fromisoformat(expected)

    assert [day] == chinese.days_in(day.year, 1, 1)


@pytest.mark.parametrize(
    ("year", "month"),
    [(1984, 10), (2006, 7), (2009, 5), (2012, 4), (2014, 9), (2017, 6), (2020, 4), (2023, 2)],
)
def test_months_that_come_twice(year, month):
    around = (*chinese.months(year), *chinese.months(year + 1))

    assert month in [number for number, leap, _ in around if leap]


def test_the_month_that_comes_twice_in_2033_is_the_eleventh():
    assert [11] == [number for number, leap, _ in chinese.months(2034) if leap]
    assert not [number for number, leap, _ in chinese.months(2033) if leap]


@pytest.mark.parametrize(
    ("year", "month", "day", "zone", "expected"),
    [
        (2020, 8, 15, chinese.CHINA, "2020-10-01"),
        (1978, 8, 15, chinese.CHINA, "1978-09-17"),
        (2023, 5, 5, chinese.CHINA, "2023-06-22"),
        (2024, 9, 9, chinese.CHINA, "2024-10-11"),
        (1985, 1, 1, chinese.VIETNAM, "1985-01-21"),
        (2007, 1, 1, chinese.VIETNAM, "2007-02-17"),
        (1997, 1, 1, chinese.KOREA, "1997-02-08"),
        (2024, 8, 15, chinese.KOREA, "2024-09-17"),
    ],
)
def test_feasts_of_the_chinese_calendar(year, month, day, zone, expected):
    assert [date.fromisoformat(expected)] == chinese.days_in(year, month, day, zone)


@given(YEARS)
def test_a_chinese_year_has_twelve_months_or_thirteen_of_29_or_30_days(year):
    months = chinese.months(year)
    starts = [start for _, _, start in months] + [chinese.months(year + 1)[0][2]]

    assert len(months) in (12, 13)
    assert (len(months) == 13) == (1 == sum(leap for _, leap, _ in months))
    assert [11, 12, *range(1, 11)] == [number for number, leap, _ in months if not leap]
    assert all(b - a in (29, 30) for a, b in pairwise(starts))


@given(YEARS)
def test_new_year_in_china_lies_between_21_january_and_21_february(year):
    (day,) = chinese.days_in(year, 1, 1)

    assert date(year, 1, 21) <= day <= date(year, 2, 21)


@given(YEARS)
def test_qingming_lies_from_4_to_6_april(year):
    assert date(year, 4, 4) <= chinese.term(year, 1) <= date(year, 4, 6)


# --------------------------------------------------------------------------- India, Iran


@pytest.mark.parametrize(
    ("feast", "expected"),
    [
        ((7, 30, "dusk"), "2010-11-05"),
        ((7, 30, "dusk"), "2015-11-11"),
        ((7, 30, "dusk"), "2018-11-07"),
        ((7, 30, "dusk"), "2019-10-27"),
        ((7, 30, "dusk"), "2020-11-14"),
        ((7, 30, "dusk"), "2021-11-04"),
        ((7, 30, "dusk"), "2022-10-24"),
        ((7, 30, "dusk"), "2023-11-12"),
        ((7, 30, "dusk"), "2024-10-31"),
        ((12, 15, "dusk"), "2024-03-24"),
        ((7, 10, "midday"), "2019-10-08"),
        ((7, 10, "midday"), "2023-10-24"),
        ((6, 4, "midday"), "2019-09-02"),
        ((6, 4, "midday"), "2023-09-19"),
        ((1, 9, "midday"), "2024-04-17"),
        ((11, 29, "midnight"), "2024-03-08"),
        ((5, 23, "midnight"), "2023-09-06"),
        ((8, 15, "sunrise"), "2023-11-27"),
        ((1, 1, "sunrise"), "2024-04-09"),
    ],
)
def test_feasts_of_india(feast, expected):
    day = date.fromisoformat(expected)

    assert [day] == hindu.days_in(day.year, *feast)


@given(YEARS)
def test_diwali_is_a_new_moon_of_autumn(year):
    (day,) = hindu.days_in(year, 7, 30, "dusk", late=True)

    assert date(year, 10, 10) <= day <= date(year, 11, 20)
    assert sky.elongation(day.toordinal() + 0.5) > 330 or sky.elongation(day.toordinal() + 0.5) < 12


@given(YEARS)
def test_the_sun_enters_the_signs_in_order(year):
    assert date(year, 1, 12) <= hindu.entry(year, 9) <= date(year, 1, 17)
    assert date(year, 4, 11) <= hindu.entry(year, 0) <= date(year, 4, 16)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2017, 3, 21), (2020, 3, 20), (2021, 3, 21), (2024, 3, 20)]
)
def test_new_year_in_iran(year, month, day):
    assert date(year, month, day) == persian.nowruz(year)


def test_new_year_of_the_parsis_moves_back_by_a_day_in_four_years():
    assert [
        date(2018, 8, 17), date(2019, 8, 17), date(2020, 8, 16), date(2024, 8, 15)
    ] == [persian.parsi_new_year(year) for year in (2018, 2019, 2020, 2024)]  # fmt: skip


# --------------------------------------------------------------------------- the churches


@given(st.integers(1583, 9998))
def test_orthodox_easter_is_a_sunday_not_before_the_western_one(year):
    east, west = orthodox_easter(year), easter(year)

    assert 7 == east.isoweekday()
    if year < 2700:
        assert west <= east <= west + timedelta(weeks=6)
