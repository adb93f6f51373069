"""Claims that say the same, and how many sources are really behind them."""

import pytest

from ciie_timeline.chronology import statements, support
from ciie_timeline.model import Claim, Method, Modality, Source


def said(source, value="x", **more):
    return Claim(f"a#p@{source}", "a", "p", value, source, **more)


@pytest.mark.parametrize(
    ("derived", "expected"),
    [
        ({}, 3),
        ({"b": "a"}, 2),
        ({"b": "a", "c": "b"}, 1),
        ({"c": ("a", "b")}, 2),
        ({"a": "b", "b": "a"}, 2),
        ({"a": "unknown", "b": "unknown"}, 2),
    ],
)
def test_copies_count_as_what_they_were_copied_from(derived, expected):
    sources = {each: Source(each, derived_from=derived.get(each, ())) for each in "abc"}
    assert support([said(each) for each in "abc"], sources) == expected


def test_claims_without_a_source_count_once():
    assert support([Claim("1", "a", "p", 1), Claim("2", "a", "p", 1)], {}) == 1


def test_denials_are_no_statements_and_the_same_claim_twice_is_one():
    claims = [said("a"), said("a"), said("b", modality=Modality.DENIED)]
    (statement,) = statements(claims)
    assert statement.claims == (claims[0],)


def test_what_is_planned_by_all_is_planned():
    planned = said("a", modality=Modality.PLANNED)
    assert statements([planned])[0].is_planned
    assert not statements([planned, said("b")])[0].is_planned


def test_what_only_texts_say_is_in_text_and_a_record_speaks_for_the_rest():
    text, record = said("a", span=(0, 3)), said("b")
    assert statements([text])[0].in_text
    assert statements([text])[0].witness == text
    (both,) = statements([text, record])
    assert not both.in_text
    assert both.witness == record


def test_what_was_inferred_from_a_text_adds_no_support():
    inferred = [Claim(f"{n}", "a", "when", "x", f"s{n}", method=Method.INFERRED) for n in range(4)]
    stated = Claim("5", "a", "when", "x", "pack")

    assert [0, 1, 1] == [support(each, {}) for each in ([], inferred, [*inferred, stated])]
