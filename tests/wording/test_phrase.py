"""Values as people write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.errors import InputError, UnknownLanguageError
from ciie_timeline.lexicons import load, spoken_languages
from ciie_timeline.values import (
    AllOf,
    Bound,
    Clock,
    Duration,
    Extent,
    FarDay,
    Interval,
    MemberRange,
    OneOf,
    PartialDate,
    Window,
    parse_edtf,
)
from ciie_timeline.wording import phrase


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2023-11-05", "5 November 2023"),
        ("2018-11", "November 2018"),
        ("2018", "2018"),
        # ranges say once what both ends share
        ("2023-11-05/2023-11-10", "5–10 November 2023"),
        ("2023-11-05/2023-12-10", "5 November to 10 December 2023"),
        ("2018-11-05/2022-11-10", "5 November 2018 to 10 November 2022"),
        ("2004-02/2004-05", "February to May 2004"),
        ("2004-02/2005-05", "February 2004 to May 2005"),
        ("2018/2022", "2018 to 2022"),
        ("2018-11-05/2018-11-06", "5–6 November 2018"),
        ("2004-02-01/2005", "1 February 2004 to 2005"),
        ("2018-11-05/2018-11-05", "5 November 2018"),
        # doubt
        ("1984~", "around 1984"),
        ("1984?", "perhaps 1984"),
        ("1984%", "perhaps around 1984"),
        ("2004-06~/2006-08?", "around June 2004 to perhaps August 2006"),
        ("2023-11-05?/2023-11-10?", "perhaps 5–10 November 2023"),
        ("2004-06-~11", "11 June 2004 (day approximate)"),
        ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
        ("2004-?06-11", "11 June 2004 (month uncertain)"),
        ("2004-%06", "June 2004 (month uncertain and approximate)"),
        ("?2004-06-11/2004-06-12", "11 June 2004 (year uncertain) to 12 June 2004"),
        # parts of a year
        ("2021-21", "spring 2021"),
        ("2021-24", "winter 2021–22"),
        ("1999-24", "winter 1999–2000"),
        ("-0001-24", "winter 2 BC"),
        ("2021-30", "summer 2021–22 (southern hemisphere)"),
        ("2023-35", "the third quarter of 2023"),
        ("2023-39", "the last third of 2023"),
        ("2023-40", "the first half of 2023"),
        ("2021-21/2021-23", "spring 2021 to autumn 2021"),
        ("2021-21~", "around spring 2021"),
        # masked digits
        ("199X", "the 1990s"),
        ("1990/1999", "the 1990s"),
        ("200X", "2000 to 2009"),
        ("2000/2009", "2000 to 2009"),
        ("19XX", "the 20th century"),
        ("1900/1999", "the 20th century"),
        ("1XXX", "a year from 1000 to 1999"),
        ("XXXX", "an unknown year"),
        ("1X99", "a year of the form 1X99"),
        ("-01XX", "a year of the form -01XX"),
        ("000X", "a year from 1 BC to 9"),
        ("2004-XX", "a month of 2004"),
        ("2004-06-XX", "a day of June 2004"),
        ("2004-XX-XX", "a day of 2004"),
        ("2004-1X", "a month of October to December 2004"),
        ("2004-06-1X", "a day of 10–19 June 2004"),
        ("2004-XX-05", "day 5 of a month of 2004"),
        ("2004-1X-05", "a day of 5 October to 5 December 2004"),
        ("1XXX-XX", "a month of a year from 1000 to 1999"),
        ("1XXX-12", "December of a year from 1000 to 1999"),
        ("156X-12-25", "25 December of the 1560s"),
        ("15XX-12-XX", "a day of December of the 16th century"),
        ("XXXX-12-25", "25 December of an unknown year"),
        ("XXXX-XX-05", "day 5 of a month of an unknown year"),
        ("156X-12-1X", "a date of the form 156X-12-1X"),
        ("2004-XX~", "around a month of 2004"),
        ("199X/2004", "the 1990s to 2004"),
        # far years and estimates
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("Y170000", "170,000"),
        ("Y-17E7", "170,000,001 BC"),
        ("1950S2", "around 1950 (1900 to 1999)"),
        ("Y17E7", "170,000,000"),
        # clock times
        ("2027-05-14T09:00", "14 May 2027, 09:00"),
        ("2027-05-14T09:00:30", "14 May 2027, 09:00:30"),
        ("2027-05-14T09:00Z", "14 May 2027, 09:00 (UTC)"),
        ("2027-05-14T09:00-04:30", "14 May 2027, 09:00 (UTC−4:30)"),  # noqa: RUF001 - minus
        ("2027-05-14T09:00+08:00", "14 May 2027, 09:00 (UTC+8)"),
        ("2027-05-14T09:00/2027-05-14T10:30", "14 May 2027, 09:00–10:30"),
        ("2027-05-14T09:00Z/2027-05-14T10:30Z", "14 May 2027, 09:00–10:30 (UTC)"),
        ("2027-05-14T09:00/2027-05-15T10:30", "14 May 2027, 09:00 to 15 May 2027, 10:30"),
        ("2027-05-14T09:00/2027-05-15", "14 May 2027, 09:00 to 15 May 2027"),
        (
            "2027-05-14T09:00Z/2027-05-14T10:30",
            "14 May 2027, 09:00 (UTC) to 14 May 2027, 10:30",
        ),
        # ends that are open or unknown
        ("2018/..", "since 2018"),
        ("../2024", "until 2024"),
        ("2018/", "2018 to an unknown date"),
        ("/2024", "an unknown date to 2024"),
        ("../..", "any time"),
        # sets
        ("[2018,2019]", "2018 or 2019"),
        ("[1667,1668,1670..1672]", "1667, 1668 or one year of 1670 to 1672"),
        ("[..1984]", "1984 or earlier"),
        ("[1667,1670..]", "1667 or 1670 or later"),
        ("{1960,1961-12}", "1960 and December 1961"),
        ("{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672"),
        ("{..1984}", "1984 and earlier"),
        ("{1762..}", "1762 and later"),
    ],
)
def test_time_values(edtf, expected):
    assert phrase(parse_edtf(edtf)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (Bound.OPEN, Bound.UNKNOWN, "until an unknown date"),
        (Bound.UNKNOWN, Bound.OPEN, "since an unknown date"),
        (Bound.UNKNOWN, Bound.UNKNOWN, "unknown dates"),
    ],
)
def test_intervals_of_which_nothing_is_known(start, end, expected):
    assert phrase(Interval(start, end)) == expected


def test_a_set_that_holds_all_time():
    assert phrase(AllOf((MemberRange(Bound.OPEN, Bound.OPEN),))) == "any time"
    assert phrase(OneOf((MemberRange(Bound.OPEN, Bound.OPEN),))) == "any time"


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("P5Y", "five years"),
        ("P1D", "one day"),
        ("P3D", "three days"),
        ("P12W", "twelve weeks"),
        ("P13W", "13 weeks"),
        ("P1Y6M", "one year and six months"),
        ("P1Y2M3D", "one year, two months and three days"),
        ("PXY", "some years"),
        ("P1.5D", "1.5 days"),
        ("-P3D", "minus three days"),
        ("P0D", "no days"),
        ("P2DE", "two decades"),
        ("P1CE", "one century"),
        ("P2ML", "two millennia"),
        ("P1Q", "one quarter"),
        ("PT36H", "36 hours"),
    ],
)
def test_lengths(length, expected):
    assert phrase(Duration.parse(length)) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((6,), "the 6th"),
        ((1, 2), "the 1st and the 2nd"),
        ((1, 2, 3, 4, 5, 6), "the 1st to the 6th"),
        ((3, 1, 1), "the 1st and the 3rd"),
        ((1, 2, 3, 6, 8, 9), "the 1st to the 3rd, the 6th, the 8th and the 9th"),
        ((11, 12, 13, 111, 121), "the 11th to the 13th, the 111th and the 121st"),
        ((), "no edition"),
    ],
)
def test_numbers_of_editions(numbers, expected):
    assert phrase(numbers) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2027, 5, 14), "14 May 2027"),
        (FarDay(-44, 3, 15), "15 March 45 BC"),
        (datetime(2027, 5, 14, 9, 0), "14 May 2027, 09:00"),
        (datetime(2027, 5, 14, 9, 0, 5, tzinfo=UTC), "14 May 2027, 09:00:05 (UTC)"),
        (
            datetime(2027, 5, 14, 9, tzinfo=timezone(timedelta(hours=-5, minutes=-30))),
            "14 May 2027, 09:00 (UTC−5:30)",  # noqa: RUF001 - minus
        ),
        (Clock(24, 0), "24:00"),
    ],
)
def test_days_and_times_of_the_standard_library(value, expected):
    assert phrase(value) == expected


def window(first: str | None, last: str | None) -> Window:
    days = (None if day is None else date.fromisoformat(day) for day in (first, last))
    return Window(*days)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (("2024-11-05", "2024-11-05"), ("2024-11-10", "2024-11-10"), "5–10 November 2024"),
        (("2024-11-01", "2024-11-01"), ("2024-11-30", "2024-11-30"), "November 2024"),
        (("2024-11-01", "2024-11-30"), ("2024-11-01", "2024-11-30"),
         "at some time within November 2024"),
        (("2024-01-01", "2024-12-31"), ("2024-01-01", "2024-12-31"), "at some time within 2024"),
        (("2024-11-05", "2024-11-06"), ("2024-11-09", "2024-11-10"),
         ("begins between 5 November 2024 and 6 November 2024, "
         "ends between 9 November 2024 and 10 November 2024")),
        (("2024-11-05", "2024-11-05"), ("2024-11-07", None),
         "begins on 5 November 2024, ends on 7 November 2024 or later"),
        ((None, "2024-11-05"), (None, None),
         "begins on 5 November 2024 or earlier, ends on an unknown day"),
        ((None, None), (None, "2024-11-07"),
         "begins on an unknown day, ends on 7 November 2024 or earlier"),
        ((None, None), (None, None), "begins on an unknown day, ends on an unknown day"),
    ],
)  # fmt: skip
def test_what_a_chronology_knows(start, end, expected):
    assert phrase(Extent(window(*start), window(*end))) == expected


@pytest.mark.parametrize("value", [None, 5, "2023", ("a",), object()])
def test_what_is_no_time_is_refused(value):
    with pytest.raises(InputError, match="expected a time value"):
        phrase(value)


def test_languages_are_found_by_their_main_tag():
    assert phrase(PartialDate(2018, 11), "en-GB") == "November 2018"
    assert phrase(PartialDate(2018, 11), load("en")) == "November 2018"
    with pytest.raises(UnknownLanguageError, match="'xx'"):
        phrase(PartialDate(2018, 11), "xx")


# --------------------------------------------------------------------------- laws

days = st.dates()
plain = st.one_of(
    days.map(lambda day: PartialDate(day.year, day.month, day.day)),
    days.map(lambda day: PartialDate(day.year, day.month)),
    days.map(lambda day: PartialDate(day.year)),
    st.builds(PartialDate, st.integers(1, 9999), st.integers(21, 41)),
)
marked = st.builds(PartialDate.qualified, plain, st.sampled_from(["", "?", "~", "%"]))
ends = st.one_of(marked, st.sampled_from(Bound))
values = st.one_of(
    marked,
    st.builds(Interval, ends, ends),
    st.lists(plain, min_size=1, max_size=4).map(lambda each: OneOf(tuple(each))),
    st.lists(plain, min_size=1, max_size=4).map(lambda each: AllOf(tuple(each))),
)


LANGUAGES = st.sampled_from(spoken_languages())


@given(values, LANGUAGES)
def test_every_value_has_a_phrase_without_holes(value, lang):
    said = phrase(value, lang)

    assert said == said.strip()
    assert said
    assert not set("{}") & set(said)


@given(plain, plain, LANGUAGES)
def test_different_dates_have_different_phrases(one, other, lang):
    assert (one == other) == (phrase(one, lang) == phrase(other, lang))


@given(days, days)
def test_a_range_names_both_days_and_both_years(one, other):
    first, last = sorted((one, other))
    said = phrase(
        Interval(
            PartialDate(first.year, first.month, first.day),
            PartialDate(last.year, last.month, last.day),
        )
    )
    words = said.replace("–", " ").split()

    assert {str(first.day), str(last.day), str(first.year), str(last.year)} <= set(words)


@given(st.sets(st.integers(1, 200), min_size=1))
def test_editions_are_named_whatever_their_order(numbers):
    ordered = tuple(sorted(numbers))

    assert phrase(ordered) == phrase(tuple(reversed(ordered)))
