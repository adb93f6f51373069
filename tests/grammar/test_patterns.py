"""The little language of patterns: each construct, what it can begin with, what is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.errors import ValidationError
from ciie_timeline.grammar.patterns import compile_pattern

CHARS = {
    "MONTH": "mM",
    "DAY": "d",
    "NUM": "nd",
    "of": "o",
    "the": "t",
    "year-end": "y",
    "DASH": "-]",
}
MACROS = {
    "ANYDAY": "( DAY:day | NUM:day )",
    "TAIL": "of? DAY:last",
    "DEEP": "the ANYDAY TAIL?",
}


def compiled(text):
    return compile_pattern(text, CHARS, MACROS)


def caught(text, row):
    """The slots that a pattern fills from a row of characters, None when it does not match."""
    pattern = compiled(text)
    found = re.fullmatch(pattern.source, row)
    if found is None:
        return None
    return {
        slot: found[group] for group, (slot, _) in pattern.slots.items() if found[group] is not None
    }


@pytest.mark.parametrize(
    ("text", "row", "expected"),
    [
        # a class is caught under its own name, a word is not caught
        ("MONTH", "m", {"month": "m"}),
        ("MONTH", "M", {"month": "M"}),
        ("MONTH", "d", None),
        ("of", "o", {}),
        ("the MONTH", "tm", {"month": "m"}),
        ("the MONTH", "m", None),
        # another name, none
        ("MONTH:index", "m", {"index": "m"}),
        ("MONTH:_", "m", {"_": "m"}),
        ("of:word", "o", {"word": "o"}),
        ("year-end", "y", {}),
        # once or not at all, any number of times
        ("the? MONTH", "m", {"month": "m"}),
        ("the? MONTH", "tm", {"month": "m"}),
        ("the? MONTH", "ttm", None),
        ("the* MONTH", "m", {"month": "m"}),
        ("the* MONTH", "tttm", {"month": "m"}),
        ("MONTH? DAY?", "", {}),
        # groups and choices
        ("( MONTH | DAY )", "m", {"month": "m"}),
        ("( MONTH | DAY )", "d", {"day": "d"}),
        ("( MONTH | DAY )", "md", None),
        ("( MONTH DAY )?", "", {}),
        ("( MONTH DAY )?", "md", {"month": "m", "day": "d"}),
        ("( of the )* DAY", "ototd", {"day": "d"}),
        ("MONTH | DAY MONTH", "m", {"month": "m"}),
        ("MONTH | DAY MONTH", "dm", {"day": "d", "month": "m"}),
        ("( the ( of | MONTH ) | DAY ) DAY", "tmd", {"month": "m", "day": "d"}),
        ("(MONTH|DAY)", "d", {"day": "d"}),
        ("  MONTH   DAY  ", "md", {"month": "m", "day": "d"}),
        # a character that means something to regular expressions
        ("DASH", "]", {"dash": "]"}),
        ("DASH", "-", {"dash": "-"}),
        ("DASH", "a", None),
        # macros
        ("ANYDAY", "n", {"day": "n"}),
        ("MONTH ANYDAY", "md", {"month": "m", "day": "d"}),
        ("TAIL", "od", {"last": "d"}),
        ("TAIL MONTH", "dm", {"last": "d", "month": "m"}),
        ("MONTH TAIL?", "m", {"month": "m"}),
        ("DEEP", "tnod", {"day": "n", "last": "d"}),
        ("DEEP", "tn", {"day": "n"}),
        # what no token is
        ("WEEKDAY", "m", None),
        ("WEEKDAY? MONTH", "m", {"month": "m"}),
        ("( WEEKDAY | MONTH )", "m", {"month": "m"}),
        # the same class twice
        ("DAY:first DAY:last", "dd", {"first": "d", "last": "d"}),
        ("DAY DAY", "dd", {"day": "d"}),
    ],
)
def test_what_a_pattern_matches_and_catches(text, row, expected):
    assert expected == caught(text, row)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MONTH DAY", "mM"),
        ("the? MONTH DAY", "tmM"),
        ("the* of? MONTH", "tomM"),
        ("( the | of ) MONTH", "to"),
        ("( the | of? ) MONTH", "tomM"),
        ("( the of )? MONTH", "tmM"),
        ("TAIL", "od"),
        ("TAIL? MONTH", "odmM"),
        ("ANYDAY MONTH", "nd"),
        ("WEEKDAY MONTH", ""),
        ("WEEKDAY? MONTH", "mM"),
        ("the?", "t"),
    ],
)
def test_what_a_pattern_can_begin_with(text, expected):
    assert frozenset(expected) == compiled(text).first


def test_slots_remember_the_class_that_was_meant():
    pattern = compiled("( DAY:number | NUM:number )")

    assert [("number", "DAY"), ("number", "NUM")] == sorted(pattern.slots.values())
    assert 2 == len(pattern.slots)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("( MONTH", r"expected '\)' in the pattern '\( MONTH'"),
        ("( MONTH | ( DAY )", r"expected '\)'"),
        ("MONTH )", r"expected a symbol at position 5 of the pattern 'MONTH \)'"),
        (")", "position 0"),
        ("MONTH 5", "position 5"),
        ("MONTH:5", "position 5"),
        ("MONTH ? DAY", "position 5"),
        ("MONTH+", "position 5"),
        ("( MONTH ]", r"expected '\)'"),
        ("{MONTH}", "position 0"),
    ],
)
def test_what_is_no_pattern_is_refused_with_its_place(text, message):
    with pytest.raises(ValidationError, match=message):
        compiled(text)


def test_an_error_inside_a_macro_names_the_macro_text():
    with pytest.raises(ValidationError, match=r"the pattern '\( DAY'"):
        compile_pattern("MONTH BROKEN", CHARS, {"BROKEN": "( DAY"})


symbols = st.sampled_from(["MONTH", "DAY", "of", "the", "ANYDAY", "TAIL", "WEEKDAY", "NUM:_"])
patterns = st.recursive(
    symbols,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda arms: f"( {' | '.join(arms)} )"),
        inner.map(lambda one: f"( {one} )?"),
        inner.map(lambda one: f"( {one} )*"),
    ),
    max_leaves=6,
)


@given(patterns, st.text("mMdnoty", max_size=5))
def test_whatever_matches_begins_with_a_character_that_was_announced(text, row):
    pattern = compiled(text)
    found = re.compile(pattern.source).match(row)

    if found is not None and found[0]:
        assert row[0] in pattern.first
