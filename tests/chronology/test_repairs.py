"""The cheapest choice that touches every core."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline.chronology.repairs import cheapest

MEMBERS = "abcdef"
COSTS = st.fixed_dictionaries({each: st.integers(1, 5) for each in MEMBERS})
CORES = st.lists(st.frozensets(st.sampled_from(MEMBERS), min_size=1, max_size=3), max_size=7)


@settings(deadline=None)
@given(CORES, COSTS)
def test_no_choice_is_cheaper(cores, costs):
    chosen = cheapest(cores, costs)
    assert all(core & chosen for core in cores)
    all_choices = (set(c) for n in range(len(MEMBERS) + 1) for c in combinations(MEMBERS, n))
    least = min(
        sum(costs[each] for each in choice)
        for choice in all_choices
        if all(core & choice for core in cores)
    )
    assert least == sum(costs[each] for each in chosen)


@settings(deadline=None)
@given(st.permutations([frozenset("ab"), frozenset("bc"), frozenset("de")]))
def test_the_order_of_the_cores_does_not_matter(cores):
    assert cheapest(cores, dict.fromkeys("abcde", 1)) == {"b", "d"}


def test_many_cores_that_hang_together_are_all_touched():
    cores = [frozenset({"hub", f"leaf{n}"}) for n in range(20)]
    costs = {"hub": 3} | {f"leaf{n}": 2 for n in range(20)}
    assert cheapest(cores, costs) == {"hub"}


def test_many_cores_apart_are_settled_one_by_one():
    cores = [frozenset({f"cheap{n}", f"dear{n}"}) for n in range(60)]
    costs = {name: 1 if name.startswith("cheap") else 2 for core in cores for name in core}
    assert cheapest(cores, costs) == {f"cheap{n}" for n in range(60)}


def test_nothing_to_mend_costs_nothing():
    assert cheapest([], {}) == frozenset()
