"""Runs: what the scanner finds, where, and that nothing can make it slow or lose its place."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline.lexicons import load
from ciie_timeline.scanner import Names, Scanner, fold, plain
from ciie_timeline.scanner.vocabulary import Alphabet, Numbers, spelled_classes

EXPO = Names.of(
    [
        ("China International Import Expo", "SERIES", "ciie"),
        ("CIIE", "SERIES", "ciie"),
        ("CIIEs", "SERIESPLURAL", "ciie"),
        ("import expo", "SERIES", "ciie"),
    ]
)
ENGLISH = Scanner(load("en"), EXPO)


def runs(text):
    return [text[run.starts[0] : run.ends[-1]] for run in ENGLISH.runs(text)]


def tokens(text):
    return [
        [text[start:end] for start, end in zip(run.starts, run.ends, strict=True)]
        for run in ENGLISH.runs(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on Nov. 5, 2023 here", ["on Nov. 5, 2023"]),
        ("November", ["November"]),
        ("5 November", ["5 November"]),
        ("nothing to see", []),
        ("", []),
        ("? ! ... ---", []),
        ("İstanbul in 2018", ["in 2018"]),
        ("one\n\nNovember\n\ntwo", ["November"]),
        ("the sixth CIIE", ["the sixth CIIE"]),
        (
            "the sixth China International\nImport Expo",
            ["the sixth China International\nImport Expo"],
        ),
        ("5 to 10 November 2023 and 2024", ["5 to 10 November 2023 and 2024"]),
    ],
)
def test_runs_reach_over_known_words_only(text, expected):
    assert expected == runs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we may go", []),
        ("in May", ["in May"]),
        ("the sun sat there", []),
        ("on Sat", ["on Sat"]),
        ("the ciie effect", []),
        ("the import expo", ["the import expo"]),
        ("The People's Daily reports", []),
        ("a daily show", ["a daily show"]),
    ],
)
def test_spelling_decides_what_a_word_is(text, expected):
    assert expected == runs(text)


def test_possessives_and_punctuation_are_tokens_of_their_own():
    assert [["this", "year", "'s", "expo"]] == tokens("this year's expo")
    assert [["this", "year", "’s", "expo"]] == tokens("this year’s expo")
    assert [["Nov", "5", "-", "10", ",", "2023"]] == tokens("Nov. 5-10, 2023")


def test_a_bracket_that_a_run_opens_is_closed_in_it():
    opened = ["China International Import Expo", " (", "CIIE", ")"]

    for behind in ("", ".", ", to be held", " will open", ") in May"):
        assert opened == tokens(f"China International Import Expo (CIIE){behind}")[0][:4]
    assert [["CIIE"]] == tokens("(CIIE)")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-five years", 25),
        ("one hundred and two years", None),
        ("two hundred thirty years", 230),
        ("the year nineteen ninety-eight", 1998),
        ("the twenty-fifth of May", 25),
    ],
)
def test_neighbouring_number_words_are_one_number(text, number):
    (run,) = ENGLISH.runs(text)
    numbers = {value for entry in run.values for value in entry.values() if isinstance(value, int)}

    assert number is None or number in numbers


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the 18th China-Latin Summit opened", "China-Latin Summit"),
        ("the inaugural Balkan Regional Trade Summit", "Balkan Regional Trade Summit"),
        ("At the Trade and E-Commerce Forum 2023", "Trade and E-Commerce Forum"),
        ("At the Fourth Industrial Revolution Forum", "Fourth Industrial Revolution Forum"),
        (
            "the 2025 Financial Street Forum Annual Conference",
            "Financial Street Forum Annual Conference",
        ),
        ("the Vietnam Autumn Expo", "Vietnam Autumn Expo"),
    ],
)
def test_capitals_before_a_head_noun_are_one_name(text, title):
    names = [entry.get("NAME") for run in ENGLISH.runs(text) for entry in run.values]

    assert title in names


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("the “Invest in China Year” summit", "Invest in China Year"),
        ('the parallel session "Green Trade, Now,"', "Green Trade, Now"),
        ("the “Invest in China Year", None),
        ('a session "without an end', None),
    ],
)
def test_a_quotation_beside_a_head_noun_is_its_name(text, quoted):
    found = [
        entry.get("QUOTED") or entry.get("QUOTE")
        for run in ENGLISH.runs(text)
        for entry in run.values
    ]

    assert (quoted in found) if quoted else not any(found)


def test_traps_are_no_anchors():
    assert [] == runs("the United Nations 2030 Agenda")


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text):
    assert len(text) == len(fold(text)) == len(plain(text))


@given(
    st.lists(
        st.sampled_from(
            [
                "Nov.",
                "5",
                "the",
                "sixth",
                "CIIE",
                "summit",
                "twenty",
                "-",
                "\n\n",
                "x",
                "é",
                "漢",
                "’s",
            ]
        )
    ).map(" ".join)
)
@settings(max_examples=200)
def test_runs_lie_in_the_text_in_order_and_apart(text):
    end = 0
    for run in ENGLISH.runs(text):
        assert len(run.starts) == len(run.ends) == len(run.classes) == len(run.values)
        for start, stop in zip(run.starts, run.ends, strict=True):
            assert end <= start < stop <= len(text)
            end = stop


@pytest.mark.parametrize(
    "piece", ["1990 ", "monday ", "the past ", "last ", "1", " ", "one ", "A ", '"', "Forum "]
)
def test_work_grows_with_the_text_and_no_faster(piece):
    def work(count):
        begin = time.process_time()
        steps = sum(len(run.classes) for run in ENGLISH.runs(piece * count))
        return steps, time.process_time() - begin

    small, _ = work(2000)
    large, _ = work(8000)

    assert large <= 4 * small + 100


def test_of_two_equal_names_the_first_counts():
    names = Names.of([("Expo", "SERIES", "a"), ("EXPO", "SERIES", "b"), (" ", "SERIES", "c")])

    assert {"expo": ("SERIES", "a", True)} == names.table


def found_by(scanner, text):
    return [text[run.starts[0] : run.ends[-1]] for run in scanner.runs(text)]


def series_in(scanner, text):
    return [key for run in scanner.runs(text) for _, key in scanner.names_in(run)]


def test_names_can_be_given_later_and_leave_the_first_scanner_as_it_was():
    bare = Scanner(load("en"))
    named = bare.naming(Names.of([("Harbour Day", "SERIES", "h"), ("June", "SERIES", "j")]))
    text = "Harbour Day opens in May."

    assert ["Harbour Day", "in May"] == found_by(named, text)
    assert ["Day", "in May"] == found_by(bare, text)
    assert bare.classes() == named.classes()
    assert ["h", "j"] == series_in(named, "Harbour Day. June.")


def test_the_longest_of_a_name_and_an_expression_at_one_place_counts():
    names = Names.of([("New Year", "SERIES", "short"), ("New Year's Day Run", "SERIES", "long")])
    scanner = Scanner(load("en")).naming(names)

    assert ["long"] == series_in(scanner, "At the New Year's Day Run and on New Year's Day")


def test_numbers_are_remembered_within_bounds(monkeypatch):
    monkeypatch.setattr("ciie_timeline.scanner.vocabulary._CACHE", 2)
    numbers = Numbers(Alphabet())

    assert [5, 6, 7, 5] == [numbers.entry(word)[1]["NUM"] for word in ("5", "6", "7", "5")]
    assert numbers.entry("12x") is None
    assert numbers.entry("1234567890123") is None
    assert numbers.entry("45s") is None


def test_gaps_are_remembered_within_bounds(monkeypatch):
    monkeypatch.setattr("ciie_timeline.scanner.words._CACHE", 2)
    scanner = Scanner(load("en"))

    found = [len(run.classes) for run in scanner.runs("May, 2018 May/2018 May--2018 May;2018")]

    assert sum(found) > 6


def test_words_that_are_no_numbers_keep_their_classes():
    assert {"MONTH": 5} == spelled_classes({"MONTH": 5})
    assert "DAYTH" not in spelled_classes({"ORDINAL": 60})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lincoln's Birthday", ["Lincoln's Birthday"]),
        ("on Lincoln Street in May", ["in May"]),
        ("at 9 a.m. on Monday", ["at 9 a.m. on Monday"]),
        ("Plan B.C. and 5 B.C.", ["B.C. and 5 B.C."]),
        ("St. Patrick's Day", ["St. Patrick's Day"]),
        ("Martin Luther King, Jr. Day", ["Martin Luther King, Jr. Day"]),
        ("at Patrick's Day", ["s Day"]),
        ("in Q1 and Q2", ["in Q1 and Q2"]),
        ("from 10-15 on", ["from 10-15 on"]),
        ("on 5 / 11 / 23", ["on 5 / 11 / 23"]),
        ("14.9. 12:10", ["14.9", "12:10"]),
        ("rows 12 34 56 78", ["12 34 56 78"]),
        ("5000 men", []),
        ("in a year of the tiger", []),
        ("this year's Harbour Forum", ["this year's Harbour Forum"]),
    ],
)
def test_expressions_are_found_by_one_of_their_words(text, expected):
    assert expected == found_by(Scanner(load("en")), text)


def test_a_text_longer_than_a_block_is_scanned_as_one(monkeypatch):
    text = (
        "It met on May 5, 2018 and at 9 a.m. on 6 May; later, in the past five years, 10-15 times. "
    )
    whole = found_by(ENGLISH, text * 3)

    for block in (1, 7, 30, 100):
        monkeypatch.setattr("ciie_timeline.scanner.anchors._BLOCK", block)
        assert whole == found_by(ENGLISH, text * 3)


_PIECES = st.one_of(
    st.sampled_from(sorted(load("en").words)),
    st.sampled_from(
        [*load("en").names, "CIIE", "Washington", "zebra", "5", "12", "1998", "5th", "q1"]
    ),
    st.sampled_from([".", ",", "'s", " ", "\n", "\n\n", "-", "$", '"', "(", "…", "Forum", "é"]),
)


@given(st.lists(_PIECES, max_size=30), st.booleans(), st.sampled_from([" ", " ", ""]))
@settings(max_examples=300, deadline=None)
def test_a_stretch_by_itself_is_one_run(pieces, titled, glue):
    """Its tokens cover it from end to end and can be told from its own characters."""
    text = glue.join(pieces)
    text = text.title() if titled else text

    for start, end, anchor in ENGLISH.stretches(text):
        run = ENGLISH.run(text[start:end], anchor)
        assert (0, end - start) == (min(run.starts), max(run.ends))
        assert all(a < b for a, b in zip(run.starts, run.ends, strict=True))


@given(st.lists(_PIECES, max_size=30), st.booleans(), st.sampled_from([" ", " ", ""]))
@settings(max_examples=300, deadline=None)
def test_edges_found_from_word_to_word_are_those_found_step_by_step(pieces, titled, glue):
    text = plain(glue.join(pieces))
    text = text.title() if titled else text
    flat, growth = f"{fold(text)} ", ENGLISH._growth
    text = f"{text} "

    for anchor, words, index in ENGLISH._anchors.hits(flat):
        end = flat.index(" ", anchor)
        entry = ENGLISH._words.entry(flat[anchor:end], text, anchor)
        token = anchor, end, entry[0] if entry else ""
        assert growth.left_edge(flat, text, 0, anchor, words, index) == growth.left_edge(
            flat, text, 0, anchor, (), 0
        )
        assert growth.right_edge(flat, text, token, words, index) == growth.right_edge(
            flat, text, token, (), 0
        )


def test_several_threads_scan_as_one():
    texts = [
        f"{word} {year}, at {year % 100} and {word}"
        for word in ("May", "1,5")
        for year in range(1990, 2090)
    ]
    one = Scanner(load("en"))
    expected = [found_by(one, text) for text in texts]
    before = sys.getswitchinterval()
    try:
        sys.setswitchinterval(1e-6)
        for _ in range(5):
            shared = Scanner(load("en"))
            with ThreadPoolExecutor(4) as pool:
                found = list(pool.map(partial(found_by, shared), texts * 4))
            assert found == expected * 4
    finally:
        sys.setswitchinterval(before)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("after 1,500 days", ["after", "1,500", "days"]),
        ("1,500,000 days", ["1,500,000", "days"]),
        ("2.5 million years", ["2.5 million", "years"]),
        ("66 million years", ["66 million", "years"]),
        ("the 1,000th day", ["the", "1,000th", "day"]),
        ("May 3,10", ["May", "3"]),
        ("Nov. 5,1998", ["Nov", "5"]),
        ("in 2019, 500 days", ["in", "2019", "500", "days"]),
        ("$1,500 a day", ["a", "day"]),
        ("$2.5 million a year", ["a", "year"]),
    ],
)
def test_a_large_number_is_one_token_and_money_is_none(text, expected):
    run = next(ENGLISH.runs(text))

    found = [text[start:end] for start, end in zip(run.starts, run.ends, strict=True)]
    assert expected == [each for each in found if each.strip(" ,.")]


@given(st.integers(1, 999_999_999))
def test_a_number_counts_alike_with_and_without_its_commas(number):
    numbers = Numbers(Alphabet())
    parted = numbers.entry(fold(f"{number:,}").strip())

    assert {"NUM": number}.items() <= dict(parted[1]).items()
    assert number < 1000 or "YEAR" not in parted[1]
