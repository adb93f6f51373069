"""Days with a name: fixed days, numbered weekdays, days from Easter."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.forms import Beside, Calendar, Context, Cues, Holiday, Last, Next, Nth, Relation
from ciie_timeline.lexicons import languages, load, phrases, spoken_languages
from ciie_timeline.resolver import resolve
from ciie_timeline.resolver.calendars import chinese, hebrew, hindu, islamic
from ciie_timeline.resolver.calendars.churches import easter
from ciie_timeline.resolver.calendars.national import NATIONAL
from ciie_timeline.resolver.day_rules import date_of, days_of, options, years_of
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


@pytest.mark.parametrize(
    ("rule", "year", "first", "last"),
    [
        ("hebrew 7-10", 2018, "2018-09-19", None),
        ("hebrew 9-25 for 8", 2024, "2024-12-26", "2025-01-02"),
        ("hebrew 1-27 fri-1 sun+1", 2024, "2024-05-06", None),
        ("islamic 9", 2021, "2021-04-13", "2021-05-12"),
        ("islamic 10-1 fri -1", 2017, "2017-06-23", None),
        ("chinese 1-1 -1", 2024, "2024-02-09", None),
        ("vietnamese 1-1", 2007, "2007-02-17", None),
        ("term 1", 2024, "2024-04-04", None),
        ("sun 270", 2023, "2023-12-22", None),
        ("hindu 7-30 dusk/late", 2024, "2024-10-31", None),
        ("hindu 7-1 sunrise to hindu 7-10 midday -1", 2018, "2018-10-10", "2018-10-18"),
        ("sign 9 -1", 2024, "2024-01-14", None),
        ("sign 0/midnight +1", 2004, "2004-04-14", None),
        ("star 4-22", 2018, "2018-08-25", None),
        ("chinese 8", 2024, "2024-09-03", "2024-10-02"),
        ("nowruz", 2023, "2023-03-21", None),
        ("parsi", 2022, "2022-08-16", None),
        ("orthodox-48 to orthodox-9", 2018, "2018-02-19", "2018-03-30"),
        ("easter-46 to easter-1", 2018, "2018-02-14", "2018-03-31"),
        ("12-25 sun -4 to 12-24", 2023, "2023-12-03", "2023-12-24"),
        ("12-25 to 1-5", 2023, "2023-12-25", "2024-01-05"),
        ("10-16 sat-1 sun+1", 2016, "2016-10-17", None),
        ("10-16 sat-1 sun+1", 2021, "2021-10-15", None),
        ("4-15 fri+3 sat+3 sun+2", 2012, "2012-04-17", None),
        ("5-30 until 1970 ; 5 mon -1", 1970, "1970-05-30", None),
        ("5-30 until 1970 ; 5 mon -1", 1971, "1971-05-31", None),
        ("national thanksgiving", 1936, "1936-11-26", None),
        ("national thanksgiving", 1939, "1939-11-23", None),
        ("us 11 thu 4 | ca 10 mon 2", 2023, "2023-11-23", None),
        ("10-1 for 7", 2024, "2024-10-01", "2024-10-07"),
    ],
)
def test_the_days_that_a_rule_gives_in_a_year(rule, year, first, last):
    found = days_of(rule, year)

    assert [(first, last or first)] == [(f"{each.first}", f"{each.last}") for each in found]


@pytest.mark.parametrize(
    ("rule", "year"),
    [
        ("chinese 1-1", 1899), ("chinese 1-1", 2101), ("hindu 7-30 dusk", 1850), ("islamic 9", 600),
        ("hebrew 7-10", 358), ("sun 0", 2200), ("hebrew 10-10", 2024), ("national nothing", 2024),
        ("hindu 7-30 teatime", 2024), ("hebrew", 2024), ("12-25 for many", 2024),
    ],
)  # fmt: skip
def test_a_rule_gives_no_day_where_its_calendar_has_none(rule, year):
    assert () == days_of(rule, year)


def test_a_feast_of_the_moon_can_come_twice_a_year():
    assert [date(2000, 1, 8), date(2000, 12, 27)] == [
        each.first for each in days_of("islamic 10-1", 2000)
    ]
    assert [date(2024, 4, 10), date(2024, 6, 16)] == [
        each.first for each in days_of("islamic 10-1 & islamic 12-10", 2024)
    ]


def test_the_calendars_say_for_which_years_they_are_defined():
    assert range(1900, 2101) == years_of("hindu 7-30 dusk") == chinese.YEARS == hindu.YEARS
    assert (islamic.YEARS, hebrew.YEARS) == (years_of("islamic 9"), years_of("hebrew 7-10"))
    assert range(1, 10000) == years_of("easter-2") == years_of("national thanksgiving")


@pytest.mark.parametrize("lang", languages())
def test_each_day_of_a_lexicon_has_a_date_in_some_year(lang):
    named = ("HOLIDAY", "LOWDAY", "DAYNAME", "STATEDAY", "NEWYEAR")
    words = load(lang).words.values()
    rules = {each[name] for each in words for name in named if name in each}
    rules |= {rule for name in NATIONAL for _, rule in options(f"national {name}")}

    assert [] == [
        rule for rule in rules if not any(days_of(rule, year) for year in range(2020, 2025))
    ]


@pytest.mark.parametrize("lang", spoken_languages())
def test_each_country_with_a_day_of_its_own_has_a_name(lang):
    countries = {country for name in NATIONAL for country, _ in options(f"national {name}")}
    for words in load("en").words.values():
        countries |= {words["COUNTRY"]} if "COUNTRY" in words else set()

    assert set() == countries - set(phrases(lang)["word"]["country"])


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
        ("2024-06-03", Holiday("easter", THIS), None, "2024-03-31"),
        ("2024-06-03", Holiday("easter", THIS), FUTURE, "2025-04-20"),
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


@pytest.mark.parametrize(
    ("rule", "part", "year", "expected"),
    [
        ("9 mon 1", "weekend", 2024, "2024-08-31/2024-09-02"),
        ("easter", "weekend", 2024, "2024-03-30/2024-03-31"),
        ("easter-2", "weekend", 2024, "2024-03-29/2024-03-31"),
        ("11 thu 4", "weekend", 2024, "2024-11-28/2024-12-01"),
        ("7-4", "weekend", 2023, "2023-07-01/2023-07-04"),  # a Tuesday
        ("7-4", "weekend", 2018, "2018-07-07/2018-07-08"),  # a Wednesday
        ("10-31", "weekend", 2021, "2021-10-30/2021-10-31"),  # a Sunday
        ("12-25", "eve", 2024, "2024-12-24"),
        ("1-1", "eve", 2024, "2023-12-31"),
        ("12-25", "observed", 2021, "2021-12-24"),
        ("12-25", "observed", 2022, "2022-12-26"),
        ("12-25", "observed", 2024, "2024-12-25"),
    ],
)
def test_the_weekend_the_eve_and_the_kept_day_of_a_holiday(rule, part, year, expected):
    found = on(None, Holiday(rule, of=Calendar(year), part=part))

    assert expected == found.edtf
    assert (Precision.WEEKEND if part == "weekend" else Precision.DAY) == found.precision


def test_a_day_that_hangs_on_the_moon_is_uncertain():
    found = on("2024-03-01", Holiday("islamic 10-1"), FUTURE)

    assert ("2024-04-10?", "2024-04-10") == (found.edtf, found.timex)
    assert "holiday.sighting" in {step.rule for step in found.steps}


def test_a_feast_that_comes_twice_in_a_year_keeps_the_other_day():
    found = on(None, Holiday("islamic 10-1", of=Calendar(2000)))

    assert ("2000-01-08?", ["2000-12-27?"]) == (
        found.edtf, [each.when.to_edtf() for each in found.readings]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("country", "expected", "readings", "told"),
    [
        (None, "2023-11-23", ["2023-10-09"], True),
        ("us", "2023-11-23", [], False),
        ("ca", "2023-10-09", [], False),
        ("de", "2023-11-23", ["2023-10-09"], True),
    ],
)
def test_a_day_that_depends_on_the_country(country, expected, readings, told):
    found = on(None, Holiday("national thanksgiving", of=Calendar(2023), country=country))

    assert (expected, readings) == (found.edtf, [each.when.to_edtf() for each in found.readings])
    assert told == ("holiday.country" in {step.rule for step in found.steps})


def test_of_many_countries_only_the_one_that_was_taken_is_told():
    found = on("2024-03-01", Holiday("national independence"), FUTURE)

    assert ("2024-07-04", ()) == (found.edtf, found.readings)
    assert "2024-08-15" == on("2024-03-01", Holiday("national independence", country="in")).edtf


@pytest.mark.parametrize(
    ("rule", "year", "step"),
    [
        ("hindu 7-30 dusk", 1850, "holiday.undefined"),
        ("chinese 12-8", 2023, "holiday.none"),
        ("2-29", 2023, "holiday.none"),
    ],
)
def test_a_year_without_such_a_day_is_told(rule, year, step):
    found = on(None, Holiday(rule, of=Calendar(year)))

    assert (None, step, f"{year}") == (found.edtf, found.steps[-1].rule, found.timex)


@pytest.mark.parametrize(
    ("day", "cues", "expected"),
    [
        ("2024-03-20", PAST, "2024-03-11?/2024-04-09?"),  # in its midst
        ("2024-03-20", FUTURE, "2024-03-11?/2024-04-09?"),
        ("2024-04-20", FUTURE, "2025-03-01?/2025-03-29?"),
        ("2024-03-01", PAST, "2023-03-23?/2023-04-20?"),
    ],
)
def test_days_in_a_row_that_hold_the_publication_day_are_meant(day, cues, expected):
    assert expected == on(day, Holiday("islamic 9"), cues).edtf


THANKSGIVING = Holiday("11 thu 4", of=Calendar(2024))


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Beside(Precision.DAY, 1, THANKSGIVING), "2024-11-29"),
        (Beside(Precision.DAY, -1, THANKSGIVING), "2024-11-27"),
        (Beside(Precision.DAY, 1, THANKSGIVING, 1), "2024-12-02"),
        (Beside(Precision.DAY, -1, THANKSGIVING, 4), "2024-11-21"),
        (Beside(Precision.WEEKEND, 1, THANKSGIVING), "2024-11-30/2024-12-01"),
        (Beside(Precision.WEEKEND, -1, THANKSGIVING), "2024-11-23/2024-11-24"),
        (Beside(Precision.WEEKEND, 1, Calendar(2024, 3, 31)), "2024-04-06/2024-04-07"),
        (Beside(Precision.WEEKEND, -1, Calendar(2024, 3, 31)), "2024-03-23/2024-03-24"),
        (Beside(Precision.WEEK, 1, THANKSGIVING), "2024-11-29/2024-12-05"),
        (Beside(Precision.WEEK, -1, THANKSGIVING), "2024-11-21/2024-11-27"),
        (Beside(Precision.DAY, -1, Holiday("islamic 10-1", of=Calendar(2024))), "2024-04-09?"),
        (
            Beside(Precision.WEEKEND, 1, Holiday("islamic 10-1", of=Calendar(2024))),
            "2024-04-13?/2024-04-14?",
        ),
        (Nth(-1, Precision.DAY, Holiday("islamic 9", of=Calendar(2024))), "2024-04-09?"),
        (Beside(Precision.DAY, 1, Holiday(CHRISTMAS)), None),
        (Beside(Precision.DAY, 1, Calendar(9999, 12, 31)), None),
    ],
)
def test_what_stands_right_beside_a_time(form, expected):
    assert expected == on(None, form).edtf
