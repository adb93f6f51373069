"""Lists: each member is a time of its own, and the last one lends what the others leave out."""

import pytest

import ciie_timeline as ct
from ciie_timeline.forms import Calendar, Fiscal, Nth, Season
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.values import Precision

MONTH, QUARTER, CENTURY = Precision.MONTH, Precision.QUARTER, Precision.CENTURY
MAY_2021 = Calendar(2021, 5)


def make(name, /, **slots):
    found = CONSTRUCTORS[name](**slots)
    return None if found is None else list(found.values())


def told(text):
    """What is said of a text: the extent of each TIMEX3 and its value."""
    found = ct.read(text, published="2024-03-12", lang="en", series=())
    return [(text[each.start : each.end], each.value) for one in found for each in one.timexes]


# --------------------------------------------------------------------------- constructors


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"first": 3, "last": MAY_2021}, [Calendar(2021, 3), MAY_2021]),
        ({"first": Calendar(None, 3), "last": MAY_2021}, [Calendar(2021, 3), MAY_2021]),
        (
            {"first": 3, "second": Calendar(None, 4), "last": MAY_2021},
            [Calendar(2021, 3), Calendar(2021, 4), MAY_2021],
        ),
        # over the turn of the year
        (
            {"first": 11, "second": 12, "last": Calendar(2024, 1)},
            [Calendar(2023, 11), Calendar(2023, 12), Calendar(2024, 1)],
        ),
        (
            {"first": Calendar(None, 5, 31), "last": Calendar(2024, 5, 3)},
            [Calendar(2023, 5, 31), Calendar(2024, 5, 3)],
        ),
        (
            {"first": Calendar(None, 5, 3), "last": Calendar(2024, 6, 5)},
            [Calendar(2024, 5, 3), Calendar(2024, 6, 5)],
        ),
        (
            {"first": 4, "last": Calendar(21, 5, short_year=True)},
            [Calendar(21, 4, short_year=True), Calendar(21, 5, short_year=True)],
        ),
        # nothing to lend, nothing to complete
        ({"first": 3, "last": Calendar(None, 5)}, None),
        ({"first": Calendar(2020, 3), "last": MAY_2021}, None),
        ({"first": Season(1), "last": MAY_2021}, None),
        ({"first": 3, "last": Season(1)}, None),
    ],
)
def test_dates_take_the_year_of_the_last(slots, expected):
    assert expected == make("listed_dates", **slots)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({"first": 12, "last": 13}, [Calendar(2024, 10, 12), Calendar(2024, 10, 13)]),
        (
            {"first": 1, "second": 2, "third": 4, "last": 8},
            [Calendar(2024, 10, day) for day in (1, 2, 4, 8)],
        ),
        (
            {"first": 12, "first_weekday": 6, "last": 13, "last_weekday": 7},
            [Calendar(2024, 10, 12, 6), Calendar(2024, 10, 13, 7)],
        ),
        # what does not rise is no list
        ({"first": 20, "last": 5}, [Calendar(2024, 10, 5)]),
        ({"first": 5, "second": 5, "last": 6}, [Calendar(2024, 10, 6)]),
        ({"first": 31, "last": 32}, None),
    ],
)
def test_days_of_one_month(slots, expected):
    assert expected == make("listed_days", named="last", month=10, year=2024, **slots)


def test_numbers_that_do_not_rise_leave_the_date_beside_the_month():
    found = CONSTRUCTORS["listed_days"](named="first", month=11, first=20, last=5)

    assert {"first": Calendar(None, 11, 20)} == found


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (Nth(1, QUARTER), Nth(2, QUARTER, Calendar(2023)), Nth(1, QUARTER, Calendar(2023))),
        (
            Nth(1, QUARTER),
            Fiscal(Nth(2, QUARTER, Calendar(2023))),
            Fiscal(Nth(1, QUARTER, Calendar(2023))),
        ),
        (
            Fiscal(Nth(1, QUARTER)),
            Nth(2, QUARTER, Calendar(2023)),
            Nth(1, QUARTER, Calendar(2023)),
        ),
        (Nth(1, QUARTER), Nth(2, QUARTER), None),
        (Nth(1, QUARTER, Calendar(2022)), Nth(2, QUARTER, Calendar(2023)), None),
        (Nth(1, MONTH), Nth(2, QUARTER, Calendar(2023)), None),
        (Nth(1, QUARTER), Calendar(2023), None),
        (Calendar(2023), Nth(2, QUARTER, Calendar(2023)), None),
    ],
)
def test_quarters_take_the_year_of_the_last(first, last, expected):
    assert (expected and [expected, last]) == make("listed_units", first=first, last=last)


def test_numbers_and_seasons_that_are_named_once():
    centuries = make("listed_numbers", unit="century", first=19, last=20)
    quarters = make("listed_numbers", unit="quarter", first=1, second=2, last=3, year=2023)
    seasons = make("listed_seasons", first=1, last=2, year=2020)

    assert [Nth(19, CENTURY), Nth(20, CENTURY)] == centuries
    assert [Nth(each, QUARTER, Calendar(2023)) for each in (1, 2, 3)] == quarters
    assert [Season(1, Calendar(2020)), Season(2, Calendar(2020))] == seasons


# --------------------------------------------------------------------------- texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It closed in March, April and May 2021.",
            [("March", "2021-03"), ("April", "2021-04"), ("May 2021", "2021-05")],
        ),
        (
            "It closed in December and January 2024.",
            [("December", "2023-12"), ("January 2024", "2024-01")],
        ),
        (
            "on May 3 and June 5, 2021",
            [("May 3", "2021-05-03"), ("June 5, 2021", "2021-06-05")],
        ),
        (
            "Held on 12 and 13 October 2024.",
            [("12", "2024-10-12"), ("13 October 2024", "2024-10-13")],
        ),
        (
            "Sat 8 & Sun 9 June 2024",
            [("Sat 8", "2024-06-08"), ("Sun 9 June 2024", "2024-06-09")],
        ),
        (
            "May 3, 10 and 17, 2024",
            [("May 3", "2024-05-03"), ("10", "2024-05-10"), ("17, 2024", "2024-05-17")],
        ),
        (
            "the 12th, 13th or 14th of October 2024",
            [
                ("the 12th", "2024-10-12"),
                ("13th", "2024-10-13"),
                ("14th of October 2024", "2024-10-14"),
            ],
        ),
        ("profit in Q1 and Q2 2023", [("Q1", "2023-Q1"), ("Q2 2023", "2023-Q2")]),
        (
            "in spring and summer of 2020",
            [("spring", "2020-SP"), ("summer of 2020", "2020-SU")],
        ),
        (
            "the first and second quarters of 2023",
            [("the first", "2023-Q1"), ("second quarters of 2023", "2023-Q2")],
        ),
        ("the 19th and 20th centuries", [("the 19th", "18"), ("20th centuries", "19")]),
        # what is no list
        ("On Nov. 20 and 5 men died.", [("Nov. 20", "2023-11-20")]),
        ("in May and June", [("May", "2024-05"), ("June", "2024-06")]),
        ("in March 2020 and May 2021", [("March 2020", "2020-03"), ("May 2021", "2021-05")]),
        ("between March and April 2021", [("March", "2021-03"), ("April 2021", "2021-04")]),
    ],
)
def test_each_member_is_a_mention_of_its_own(text, expected):
    assert expected == told(text)


def test_a_member_on_the_wrong_weekday_is_found():
    found = ct.read("Sat 8 and Mon 9 June 2024", published="2024-03-12", series=())

    assert [("weekday", "Mon 9 June 2024")] == [(f.kind, f.spans[0].text) for f in found.findings]
