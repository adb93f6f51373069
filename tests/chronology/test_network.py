"""Difference constraints: consistency, the fewest in conflict, windows."""

from itertools import islice, product
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline.chronology.network import (
    Constraint,
    Window,
    between,
    conflict,
    is_consistent,
    windows,
)

POINTS = ("0", "a", "b", "c")

constraints = st.lists(
    st.builds(
        Constraint,
        st.sampled_from(POINTS),
        st.sampled_from(POINTS),
        st.integers(-3, 4),
        st.sampled_from((("x",), ("y",), ("z",), ())),
    ).filter(lambda each: each.start != each.end),
    max_size=8,
)


def solutions(given_constraints, reach=range(-12, 13)):
    """All places of a, b, c with the origin at 0 that hold every constraint; by trying."""
    points = sorted({p for c in given_constraints for p in (c.start, c.end)} | {"0"})
    others = [point for point in points if point != "0"]
    for places in product(reach, repeat=len(others)):
        at = dict(zip(others, places, strict=True)) | {"0": 0}
        if all(at[c.end] - at[c.start] <= c.bound for c in given_constraints):
            yield at


def test_a_chain_gives_windows_with_their_tags():
    chain = [
        *between("0", "first", 2018, 2018, ("ed1",)),
        *between("0", "sixth", 2023, 2023, ("ed6",)),
        *between("first", "third", 2, None, ("rule",)),
        *between("third", "sixth", 3, None, ("rule",)),
    ]
    expected = Window(2020, 2020, ("ed1", "rule"), ("ed6", "rule"))
    assert expected == windows(chain, "0")["third"]


def test_the_fewest_constraints_are_found_though_a_longer_conflict_comes_first():
    long = [
        *between("0", "a", 1, 1, ("1",)),
        *between("a", "b", 1, 1, ("2",)),
        *between("b", "c", 1, 1, ("3",)),
        *between("0", "c", 9, 9, ("4",)),
    ]
    short = [*between("p", "q", 3, None, ("5",)), *between("p", "q", None, 1, ("6",))]
    found = conflict([*long, *short])
    assert {"5", "6"} == {tag for each in found for tag in each.tags}
    assert sum(each.bound for each in found) == -2


def test_a_conflict_beside_the_busiest_point_is_found():
    star = [c for n in range(9) for c in between("0", f"s{n}", n, n)]
    away = [Constraint("p", "q", 1, ("x",)), Constraint("q", "p", -2, ("y",))]
    assert {"x", "y"} == {tag for each in conflict([*star, *away]) for tag in each.tags}


def test_no_bounds_are_none():
    assert {"0": Window(0, 0), "a": Window(None, 3, (), ("x",))} == windows(
        between("0", "a", None, 3, ("x",)), "0"
    )


def test_points_out_of_reach_have_no_bounds():
    assert Window() == windows(between("a", "b", 1, 2), "0")["b"]
    assert Window() == windows([*between("0", "x", 1, 1), *between("a", "b", 1, 2)], "0")["b"]


def test_nothing_is_consistent():
    assert is_consistent([])
    assert conflict([]) == ()
    assert windows([], "0") == {}


@settings(deadline=None)
@given(constraints)
def test_a_conflict_is_found_exactly_when_no_places_hold(given_constraints):
    possible = next(solutions(given_constraints), None) is not None
    assert possible == (conflict(given_constraints) == ())
    assert possible == is_consistent(given_constraints)


@settings(deadline=None)
@given(constraints)
def test_a_conflict_is_one_and_no_part_of_it_is(given_constraints):
    found = conflict(given_constraints)
    if found:
        assert set(found) <= set(given_constraints)
        assert sum(each.bound for each in found) < 0
        assert not is_consistent(found)
        for gone in range(len(found)):
            assert is_consistent(found[:gone] + found[gone + 1 :])


@settings(deadline=None)
@given(constraints)
def test_no_conflict_has_fewer_constraints(given_constraints):
    found = conflict(given_constraints)
    pairs = [
        (one, two)
        for one in given_constraints
        for two in given_constraints
        if one.end == two.start and two.end == one.start and one.bound + two.bound < 0
    ]
    assert not pairs or len(found) == 2


def shortest(given_constraints):
    """All shortest ways, by the textbook's three loops."""
    points = sorted({p for c in given_constraints for p in (c.start, c.end)} | {"0"})
    far = {(p, q): 0 if p == q else inf for p in points for q in points}
    for c in given_constraints:
        far[c.start, c.end] = min(far[c.start, c.end], c.bound)
    for k, p, q in product(points, repeat=3):
        far[p, q] = min(far[p, q], far[p, k] + far[k, q])
    return far


@settings(deadline=None)
@given(constraints)
def test_windows_are_the_tightest_and_hold_every_solution(given_constraints):
    if not is_consistent(given_constraints):
        return
    found = windows(given_constraints, "0")
    far = shortest(given_constraints)
    for point, window in found.items():
        assert far.get(("0", point), inf) == (inf if window.high is None else window.high)
        assert far.get((point, "0"), inf) == (inf if window.low is None else -window.low)
    for at in islice(solutions(given_constraints), 50):
        for point, window in found.items():
            assert window.low is None or window.low <= at[point]
            assert window.high is None or at[point] <= window.high


@settings(deadline=None)
@given(constraints, constraints)
def test_another_constraint_never_widens_a_window(some, more):
    if not is_consistent([*some, *more]):
        return
    before, after = windows(some, "0"), windows([*some, *more], "0")
    for point, window in before.items():
        assert window.low is None or after[point].low >= window.low
        assert window.high is None or after[point].high <= window.high


@pytest.mark.parametrize("length", [10, 400])
def test_a_long_chain_is_settled_and_its_conflict_found(length):
    chain = [
        each for n in range(length) for each in between(f"e{n}", f"e{n + 1}", 1, None, ("rule",))
    ]
    ends = [*between("0", "e0", 0, 0, ("first",)), *between("0", f"e{length}", None, 3, ("last",))]
    found = conflict([*chain, *ends])
    assert length + 2 == len(found)
    assert {"first", "last", "rule"} == {tag for each in found for tag in each.tags}
    assert length == windows([*chain, *ends[:2]], "0")[f"e{length}"].low
