"""Runs to expressions: places of mentions and timexes, parts that stand in, bounded memory."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline.errors import ValidationError
from ciie_timeline.forms import (
    Between,
    Calendar,
    EditionRef,
    EditionsRef,
    Every,
    Last,
    Period,
    Relation,
    SessionRef,
    Since,
    Window,
)
from ciie_timeline.grammar import Grammar
from ciie_timeline.lexicons import load
from ciie_timeline.scanner import Names, Scanner
from ciie_timeline.values import Duration, Precision

NAMES = Names.of([("CIIE", "SERIES", "ciie"), ("CIIEs", "SERIESPLURAL", "ciie")])
SCANNER = Scanner(load("en"), NAMES)
ENGLISH = Grammar(SCANNER.lexicon, SCANNER.classes())


def parsed(text, grammar=ENGLISH):
    return [each for run in SCANNER.runs(text) for each in grammar.parse(run)]


def words(text):
    return [text[each.start : each.end] for each in parsed(text)]


def timexes(text):
    return [text[start:end] for each in parsed(text) for start, end, _ in each.timexes]


@pytest.mark.parametrize(
    ("text", "mentions", "marks"),
    [
        # plain prepositions and determiners stay outside of the mention, articles in the timex
        ("It opened in 2018 there", ["2018"], ["2018"]),
        ("over the past five years", ["past five years"], ["the past five years"]),
        (
            "on the fifth of November 2023",
            ["fifth of November 2023"],
            ["the fifth of November 2023"],
        ),
        # operators belong to the mention, not to the timex
        ("ever since 2018", ["ever since 2018"], ["2018"]),
        ("until 2026", ["until 2026"], ["2026"]),
        ("after May 2017", ["after May 2017"], ["May 2017"]),
        # a range is one mention with two timexes
        ("from March 2020 to May 2021", ["March 2020 to May 2021"], ["March 2020", "May 2021"]),
        ("From 5 to 10 November", ["5 to 10 November"], ["5", "10 November"]),
        ("Nov. 5-10, 2023", ["Nov. 5-10, 2023"], ["Nov. 5", "10, 2023"]),
        # an edition has the timexes of its parts
        ("the sixth CIIE", ["sixth CIIE"], []),
        ("the 2025 CIIE", ["2025 CIIE"], ["2025"]),
        ("this year's expo", ["this year's expo"], ["this year"]),
        # the kind of a thing is a mention without a timex
        ("its annual show", ["annual"], []),
        ("a monthly show", ["monthly"], ["monthly"]),
        # one after the other
        ("2018, 2019 and May 2020", ["2018", "2019", "May 2020"], ["2018", "2019", "May 2020"]),
    ],
)
def test_where_mentions_and_timexes_lie(text, mentions, marks):
    assert mentions == words(text)
    assert marks == timexes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the past five years", [Window(Relation.LAST, 5, Precision.YEAR)]),
        ("last week", [Last(Precision.WEEK)]),
        ("since 2018", [Since(Calendar(2018))]),
        ("six days", [Period(Duration(days=6))]),
        ("30 February 2023", [Calendar(2023, 2, 30)]),
        ("32 February 2023", [Calendar(2023, 2)]),
        ("February 29, 2024", [Calendar(2024, 2, 29)]),
        ("the sixth CIIE", [EditionRef("ciie", 6)]),
        ("the first five CIIEs", [EditionsRef("first", 5, "ciie")]),
    ],
)
def test_which_expressions_words_make(text, expected):
    assert expected == [each.expression for each in parsed(text)][-1:]


def test_the_ends_of_a_range_are_marked_with_their_expressions():
    (found,) = parsed("from March 2020 to May 2021")
    first, last = found.timexes

    assert Between(Calendar(2020, 3), Calendar(2021, 5)) == found.expression
    assert (Calendar(2020, 3), Calendar(2021, 5)) == (first[2], last[2])


def test_an_edition_keeps_the_times_inside_for_a_text_of_another_series():
    (found,) = parsed("the sixth CIIE in 2023")
    (part,) = found.parts

    assert EditionRef("ciie", 6, of=Calendar(2023)) == found.expression
    assert Calendar(2023) == part.expression


def test_times_keep_no_parts():
    (found,) = parsed("since 2018")

    assert () == found.parts


def test_a_session_holds_its_edition():
    (found,) = parsed("the opening ceremony of the sixth CIIE")

    assert SessionRef("opening ceremony", EditionRef("ciie", 6)) == found.expression


def test_a_whole_that_is_none_gives_its_parts():
    rules = (
        {"id": "year", "match": "YEAR", "make": "calendar", "gives": "YEARREF"},
        {"id": "none", "match": "YEARREF:of and YEARREF:_", "make": "nothing", "level": 2},
    )
    grammar = Grammar(attrs.evolve(load("en"), rules=rules), SCANNER.classes())

    assert [("year", Calendar(2018)), ("year", Calendar(2019))] == [
        (each.rule, each.expression) for each in parsed("in 2018 and 2019", grammar)
    ]


def test_a_part_that_is_none_leaves_nothing_of_the_whole_but_the_other_parts():
    rules = (
        {
            "id": "day",
            "match": "NUM:month slash DAY slash YEAR",
            "make": "calendar",
            "gives": "DATE",
        },
        {"id": "year", "match": "YEAR", "make": "calendar", "gives": "YEARREF"},
        {"id": "to", "match": "YEARREF:start to DATE:end", "make": "between", "level": 2},
    )
    grammar = Grammar(attrs.evolve(load("en"), rules=rules), SCANNER.classes())

    assert ["to"] == [each.rule for each in parsed("2018 to 3/3/2019", grammar)]
    assert ["year"] == [each.rule for each in parsed("2018 to 13/3/2019", grammar)]


def test_what_was_made_before_is_moved_to_its_new_place():
    text = "the sixth CIIE in 2023, and then the sixth CIIE in 2023"
    first, second = parsed(text)
    by = second.start - first.start

    assert text[first.start : first.end] == text[second.start : second.end]
    assert first.moved(by) is not first
    assert first.expression == second.expression
    assert [(a + by, b + by, form) for a, b, form in first.timexes] == list(second.timexes)
    assert [each.start + by for each in first.parts] == [each.start for each in second.parts]


@pytest.mark.parametrize(
    ("text", "times"),
    [("once a week", 1), ("twice a week", 2), ("Twice a week", 2), ("three times a week", 3)],
)
def test_how_often_something_comes_back(text, times):
    assert [Every(Duration(weeks=1), times)] == [each.expression for each in parsed(text)]


def test_a_rule_with_an_unknown_constructor_is_refused():
    lexicon = load("en")
    wrong = ({"id": "wrong", "match": "MONTH", "make": "miracle"},)

    with pytest.raises(ValidationError, match=r"rule wrong: expected one of .*, found 'miracle'"):
        Grammar(attrs.evolve(lexicon, rules=wrong), SCANNER.classes())


@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "past",
                "five",
                "years",
                "since",
                "2018",
                "Nov.",
                "5",
                "-",
                "10",
                "CIIE",
                "sixth",
                "last",
                "week",
                "ago",
                "to",
                "from",
                "early",
                "next",
                "Monday",
                "at",
                "p.m.",
                ",",
                "of",
                "quarter",
                "a",
                "half",
                "every",
                "edition",
                "this",
                "'s",
                "noon",
                "summer",
                "x",
            ]
        ),
        max_size=14,
    ).map(" ".join)
)
@settings(max_examples=300)
def test_expressions_lie_in_the_text_in_order_and_their_timexes_in_the_text(text):
    end = 0
    for each in parsed(text):
        assert end <= each.end <= len(text)
        assert each.start < each.end
        assert all(0 <= start < stop <= len(text) for start, stop, _ in each.timexes)
        end = each.end
