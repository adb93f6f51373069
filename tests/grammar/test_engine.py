"""The engine: levels, the longest match, anchors, what stands beside, bounded memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.errors import ValidationError
from ciie_timeline.grammar import engine
from ciie_timeline.grammar.engine import Engine
from ciie_timeline.lexicons import Lexicon

#: One character a class; MONTH and DAY start runs, digits do so in pairs.
CHARS = {
    "MONTH": "m", "DAY": "d", "NUM": "dn", "of": "o", "the": "t", "WORD": "w",
    "ANCHOR": "m", "DIGITS": "dn",
}  # fmt: skip


def lexicon(*rules, macros=None):
    return Lexicon(
        code="x",
        words={},
        anchors=frozenset(),
        capital=frozenset(),
        cased=frozenset(),
        small=frozenset(),
        stop=frozenset(),
        names=(),
        rules=tuple(rules),
        macros=macros or {},
    )


def rule(name, match, **fields):
    return {"id": name, "match": match, "make": "calendar", **fields}


def plan(classes, *rules, chars=CHARS):
    found = Engine(lexicon(*rules), chars).plan(classes)
    return [(node.rule.id, node.start, node.end) for node in found]


MONTH = rule("month", "MONTH", gives="MONTHREF")
MONTH_DAY = rule("month-day", "MONTH DAY", gives="DATE")


@pytest.mark.parametrize(
    ("classes", "rules", "expected"),
    [
        # the longest at each place, whatever the order of the rules
        ("md", [MONTH, MONTH_DAY], [("month-day", 0, 2)]),
        ("md", [MONTH_DAY, MONTH], [("month-day", 0, 2)]),
        ("mw", [MONTH, MONTH_DAY], [("month", 0, 1)]),
        # of equals the first
        ("md", [rule("a", "MONTH DAY"), rule("b", "MONTH NUM")], [("a", 0, 2)]),
        ("md", [rule("b", "MONTH NUM"), rule("a", "MONTH DAY")], [("b", 0, 2)]),
        # from the left, apart from each other
        ("mmd", [MONTH, MONTH_DAY], [("month", 0, 1), ("month-day", 1, 3)]),
        ("wmwmdw", [MONTH, MONTH_DAY], [("month", 1, 2), ("month-day", 3, 5)]),
        ("mdm", [rule("dm", "DAY MONTH"), MONTH_DAY], [("month-day", 0, 2)]),
        # nothing at all
        ("w", [MONTH], []),
        ("", [MONTH], []),
        # a rule that may be empty matches nothing by it
        ("wm", [rule("perhaps", "MONTH?")], [("perhaps", 1, 2)]),
        # a class that no token has
        ("m", [rule("never", "WEEKDAY"), rule("maybe", "WEEKDAY? MONTH")], [("maybe", 0, 1)]),
    ],
)
def test_the_longest_match_from_the_left_and_of_equals_the_first(classes, rules, expected):
    assert expected == plan(classes, *rules)


RANGE = rule("range", "( MONTHREF:start | DATE:start ) of DATE:end", level=2, gives="RANGE")


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("mdomd", [("range", 0, 5)]),
        ("momd", [("range", 0, 4)]),
        ("mdom", [("month-day", 0, 2), ("month", 3, 4)]),
        ("mdomdomd", [("range", 0, 5), ("month-day", 6, 8)]),
    ],
)
def test_what_a_level_makes_is_a_symbol_for_the_next(classes, expected):
    assert expected == plan(classes, RANGE, MONTH, MONTH_DAY)


def test_levels_go_by_their_number_not_by_their_place():
    high = rule("high", "LOW MONTH", level=1.5)
    low = rule("low", "MONTH", level=0.5, gives="LOW")

    assert [("low", 0, 1), ("low", 1, 2)] == plan("mm", high, low)
    assert [("high", 0, 2)] == plan("md", rule("high", "LOW DAY", level=1.5), low)


def test_one_result_may_have_several_names():
    both = rule("both", "MONTH", gives="ONE TWO")
    one = rule("one", "ONE DAY", level=2)
    two = rule("two", "TWO of", level=2)

    assert [("one", 0, 2)] == plan("md", both, one, two)
    assert [("two", 0, 2)] == plan("mo", both, one, two)


def test_what_is_not_alone_counts_only_inside_of_others():
    part = rule("part", "MONTH", gives="PART", alone=False)
    whole = rule("whole", "PART DAY", level=2)

    assert [] == plan("m", part, whole)
    assert [("whole", 0, 2)] == plan("md", part, whole)


@pytest.mark.parametrize(
    ("fields", "classes", "expected"),
    [
        ({"after": ["of"]}, "om", [("a", 1, 2)]),
        ({"after": ["of"]}, "m", []),
        ({"after": ["of"]}, "tm", []),
        ({"after": ["of", "the"]}, "tm", [("a", 1, 2)]),
        ({"not-after": ["of"]}, "om", []),
        ({"not-after": ["of"]}, "m", [("a", 0, 1)]),
        ({"not-after": ["of"]}, "tm", [("a", 1, 2)]),
        ({"before": ["of"]}, "mo", [("a", 0, 1)]),
        ({"before": ["of"]}, "m", []),
        ({"not-before": ["of"]}, "mo", []),
        ({"not-before": ["of"]}, "m", [("a", 0, 1)]),
        ({"not-before": ["DAY", "of"]}, "md", []),
        # what no token is puts no condition
        ({"not-before": ["WEEKDAY"]}, "md", [("a", 0, 1)]),
    ],
)
def test_what_must_and_must_not_stand_beside_a_match(fields, classes, expected):
    assert expected == plan(classes, rule("a", "MONTH", **fields))


def test_results_can_stand_beside_a_match_too():
    day = rule("day", "DAY DAY", gives="DAYS")
    month = rule("month", "MONTH", level=2, after=["DAYS"])

    assert [("day", 0, 2), ("month", 2, 3)] == plan("ddm", day, month)
    assert [] == plan("dm", rule("day", "DAY", gives="DAYS"), month)


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("d", []),
        ("dd", [("days", 0, 2)]),
        ("dn", [("days", 0, 2)]),
        ("wd", []),
    ],
)
def test_tokens_that_start_no_run_need_another_digit(classes, expected):
    assert expected == plan(classes, rule("days", "NUM NUM?"))


def test_a_lexicon_without_anchors_takes_every_token():
    chars = {name: each for name, each in CHARS.items() if name != "ANCHOR"}

    assert [("word", 0, 1)] == plan("w", rule("word", "WORD"), chars=chars)
    assert [] == plan("w", rule("word", "WORD"))


def test_editions_need_no_anchor():
    assert [] == plan("w", rule("word", "WORD", level=2))
    assert [("word", 0, 1)] == plan("w", rule("word", "WORD", level=3))


def test_a_result_anchors_what_is_built_on_it():
    assert [("on", 0, 2)] == plan("mw", MONTH, rule("on", "MONTHREF WORD", level=2))


def test_slots_name_a_token_with_its_class_or_a_node():
    rules = [MONTH_DAY, rule("of", "DATE:end of NUM:count of DATE", level=2)]
    (node,) = Engine(lexicon(*rules), CHARS).plan("mdonomd")
    end, count, date = node.slots

    assert ("count", 3, "NUM") == count
    assert ("end", "DATE") == (end[0], end[2])
    assert (0, 2, "month-day") == (end[1].start, end[1].end, end[1].rule.id)
    assert ("date", "DATE") == (date[0], date[2])
    assert (5, 7) == (date[1].start, date[1].end)
    assert (("month", 0, "MONTH"), ("day", 1, "DAY")) == end[1].slots


@pytest.mark.parametrize(
    ("fields", "timex"),
    [
        ({}, "self"),
        ({"level": 0}, "self"),
        ({"level": 1.5}, "parts"),
        ({"level": 3}, "parts"),
        ({"level": 3, "timex": "none"}, "none"),
        ({"timex": "ends"}, "ends"),
    ],
)
def test_timexes_are_the_match_itself_up_to_level_one_and_its_parts_above(fields, timex):
    table = rule("a", "MONTH", **fields)
    (node,) = Engine(lexicon(table), CHARS).plan("m")

    assert timex == node.rule.timex
    assert (False, True) == (node.rule.keep, node.rule.alone)


def test_rules_keep_their_constants_and_their_constructor():
    table = rule("a", "MONTH", **{"with": {"unit": "month"}, "keep": True, "make": "relative"})
    (node,) = Engine(lexicon(table), CHARS).plan("m")

    assert ({"unit": "month"}, "relative", True) == (
        node.rule.constants,
        node.rule.make,
        node.rule.keep,
    )


@pytest.mark.parametrize(
    ("table", "macros", "message"),
    [
        (rule("wrong", "( MONTH"), {}, r"rule wrong: expected '\)' in the pattern"),
        (rule("odd", "MONTH 7"), {}, "rule odd: expected a symbol at position 5"),
        (rule("deep", "ANY"), {"ANY": "( DAY"}, r"rule deep: expected '\)'"),
    ],
)
def test_a_rule_that_is_none_is_refused_by_its_id(table, macros, message):
    with pytest.raises(ValidationError, match=message):
        Engine(lexicon(table, macros=macros), CHARS)


def test_plans_are_remembered_within_bounds(monkeypatch):
    monkeypatch.setattr(engine, "_CACHE", 2)
    machine = Engine(lexicon(MONTH, MONTH_DAY), CHARS)

    first = machine.plan("md")
    assert machine.plan("md") is first
    for classes in ("m", "mw", "wm", "dm"):
        machine.plan(classes)
        assert len(machine._plans) <= 2
    assert machine.plan("md") is not first


@given(st.text("mdnotw", max_size=12))
def test_nodes_lie_in_the_run_in_order_and_apart(classes):
    end = 0
    for _, start, stop in plan(classes, MONTH, MONTH_DAY, RANGE, rule("days", "NUM NUM")):
        assert end <= start < stop <= len(classes)
        end = stop
