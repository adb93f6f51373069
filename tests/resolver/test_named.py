"""Days with a name: fixed days, numbered weekdays, days from Easter."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.forms import Calendar, Context, Cues, Holiday, Last, Next, Relation
from ciie_timeline.lexicons import languages, load
from ciie_timeline.resolver import resolve
from ciie_timeline.resolver.named import date_of, easter
from ciie_timeline.resolver.units import month_length
from ciie_timeline.values import Precision

PAST, FUTURE, ALONE = Cues("past"), Cues("future"), Cues(alone=True)
LAST, THIS, NEXT = Relation.LAST, Relation.THIS, Relation.NEXT
CHRISTMAS = "12-25"


def on(day, form, cues=None):
    """What a form means on a day."""
    return resolve(form, Context(published=day and datetime.fromisoformat(day)), cues or Cues())


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2024, date(2024, 12, 25)),
        ("1-1", 1, date(1, 1, 1)),
        ("2-29", 2024, date(2024, 2, 29)),
        ("2-29", 2023, None),
        ("11 thu 4", 2019, date(2019, 11, 28)),
        ("11 thu 4", 2023, date(2023, 11, 23)),
        ("11 thu 4 1", 2023, date(2023, 11, 24)),
        ("5 mon -1", 2023, date(2023, 5, 29)),
        ("5 mon -1", 2021, date(2021, 5, 31)),
        ("9 mon 1", 2024, date(2024, 9, 2)),
        ("5 sun 2", 2024, date(2024, 5, 12)),
        ("4 fri -1", 2024, date(2024, 4, 26)),
        ("11 mon 1 1", 2024, date(2024, 11, 5)),
        ("easter", 2024, date(2024, 3, 31)),
        ("easter+1", 2024, date(2024, 4, 1)),
        ("easter-47", 2024, date(2024, 2, 13)),
        ("easter+49", 2024, date(2024, 5, 19)),
        # none
        ("13-1", 2024, None),
        ("11 xyz 4", 2024, None),
        ("11 thu", 2024, None),
        ("x", 2024, None),
        ("12-25", 0, None),
        ("12-25", 10000, None),
        ("12 fri -1 1", 9999, None),
    ],
)
def test_the_day_that_a_rule_gives_in_a_year(rule, year, expected):
    assert expected == date_of(rule, year)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1818, 3, 22), (1886, 4, 25), (1943, 4, 25), (1961, 4, 2), (1998, 4, 12), (2000, 4, 23),
        (2008, 3, 23), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25), (2285, 3, 22),
    ],
)  # fmt: skip
def test_easter_in_years_that_the_almanacs_list(year, month, day):
    assert date(year, month, day) == easter(year)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_from_22_march_to_25_april(year):
    day = easter(year)

    assert 7 == day.isoweekday()
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.integers(1583, 4099))
def test_easter_is_the_sunday_after_the_full_moon_of_the_church(year):
    # the full moon by golden number and century, by table arithmetic of its own
    golden, century = year % 19 + 1, year // 100 + 1
    solar, lunar = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + lunar - solar) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact
    moon += 30 if moon < 21 else 0
    full = date(year, 3, 1) + timedelta(days=moon - 1)

    assert full + timedelta(days=7 - full.isoweekday() % 7) == easter(year)


@given(
    st.integers(1, 9999),
    st.integers(1, 12),
    st.integers(0, 6),
    st.sampled_from([1, 2, 3, 4, -1, -2]),
)
def test_a_numbered_weekday_is_that_weekday_of_that_month(year, month, weekday, number):
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[weekday]
    day = date_of(f"{month} {name} {number}", year)

    assert (year, month, weekday) == (day.year, day.month, day.weekday())
    if number > 0:
        assert number == (day.day + 6) // 7
    else:
        assert 7 * -number > month_length(year, month) - day.day


@pytest.mark.parametrize("lang", languages())
def test_each_holiday_of_a_lexicon_has_a_day_in_every_year(lang):
    rules = {each["HOLIDAY"] for each in load(lang).words.values() if "HOLIDAY" in each}

    assert [] == [
        rule for rule in rules for year in (1999, 2000, 2023) if date_of(rule, year) is None
    ]


@pytest.mark.parametrize(
    ("day", "form", "cues", "expected"),
    [
        ("2024-03-01", Holiday(CHRISTMAS), None, "2023-12-25"),
        ("2024-03-01", Holiday(CHRISTMAS), PAST, "2023-12-25"),
        ("2024-03-01", Holiday(CHRISTMAS), FUTURE, "2024-12-25"),
        ("2024-03-01", Holiday(CHRISTMAS), ALONE, "2024-12-25"),
        ("2024-09-01", Holiday(CHRISTMAS), None, "2024-12-25"),
        ("2024-09-01", Holiday(CHRISTMAS), PAST, "2023-12-25"),
        ("2024-03-01", Holiday("easter"), None, "2024-03-31"),
        ("2024-03-01", Holiday("easter"), PAST, "2023-04-09"),
        # with a word for it
        ("2024-03-01", Holiday("easter", LAST), None, "2023-04-09"),
        ("2024-03-01", Holiday("easter", NEXT), None, "2024-03-31"),
        ("2024-03-01", Holiday(CHRISTMAS, THIS), None, "2024-12-25"),
        ("2024-03-01", Holiday("easter", THIS), PAST, "2024-03-31"),
        # on the day itself
        ("2024-12-25", Holiday(CHRISTMAS), PAST, "2024-12-25"),
        ("2024-12-25", Holiday(CHRISTMAS), FUTURE, "2024-12-25"),
        ("2024-12-25", Holiday(CHRISTMAS), None, "2024-12-25"),
        ("2024-12-25", Holiday(CHRISTMAS, LAST), None, "2023-12-25"),
        ("2024-12-25", Holiday(CHRISTMAS, NEXT), None, "2025-12-25"),
        # in a year
        (None, Holiday(CHRISTMAS, None, Calendar(2019)), None, "2019-12-25"),
        (None, Holiday("11 thu 4", None, Calendar(2019)), None, "2019-11-28"),
        ("2024-03-01", Holiday("easter", None, Last(Precision.YEAR)), None, "2023-04-09"),
        ("2024-03-01", Holiday("easter", None, Next(Precision.YEAR)), None, "2025-04-20"),
        # at the ends of the calendar
        ("9999-12-30", Holiday(CHRISTMAS), FUTURE, "9999-12-25"),
        ("0001-01-02", Holiday(CHRISTMAS), PAST, "0001-12-25"),
        # none
        (None, Holiday(CHRISTMAS), None, None),
        (None, Holiday("easter", None, Last(Precision.YEAR)), None, None),
        (None, Holiday("2-29", None, Calendar(2023)), None, None),
        ("2022-06-01", Holiday("2-29"), None, None),
    ],
)
def test_a_day_with_a_name(day, form, cues, expected):
    found = on(day, form, cues)

    assert expected == found.edtf
    if expected is not None:
        assert (Precision.DAY, expected) == (found.precision, found.timex)
        assert "holiday" == found.steps[-1].rule
