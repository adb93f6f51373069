"""Steps between edition numbers, and which number a year has."""

import pytest

from ciie_timeline.chronology.numbering import Numbering, Step
from ciie_timeline.model import Rule


def numbering(*parameters):
    return Numbering.of(
        [Rule(f"r{n}", "s", "numbering", tuple(each.items())) for n, each in enumerate(parameters)]
    )


YEARLY = {"every": 1, "max_gap": 1}


@pytest.mark.parametrize(
    ("rules", "pair", "expected"),
    [
        ([{"every": 1}], (1, 6), Step(5, None, ("r0",))),
        ([YEARLY], (1, 6), Step(5, 5, ("r0",))),
        ([{"every": 4, "max_gap": 4}], (31, 32), Step(4, 4, ("r0",))),
        ([{"every": 2, "max_gap": 1}], (1, 2), Step(2, 2, ("r0",))),
        (
            [{**YEARLY, "to": 3}, {"every": 2, "max_gap": 3, "from": 4}],
            (1, 5),
            Step(6, 8, ("r0", "r1")),
        ),
        ([{**YEARLY, "to": 3}], (1, 5), None),
        ([], (1, 5), None),
    ],
)
def test_the_slots_between_two_numbers(rules, pair, expected):
    assert numbering(*rules).between(*pair) == expected


@pytest.mark.parametrize(
    ("rules", "year", "known", "expected"),
    [
        ([YEARLY], 2023, {6: 2023}, 6),
        ([YEARLY], 2025, {6: 2023}, 8),
        ([{"every": 1}], 2025, {6: 2023}, None),
        ([{"every": 1}], 2020, {1: 2018, 6: 2023}, 3),
        ([{"every": 1}], 2020, {1: 2018, 6: 2024}, None),
        ([YEARLY], 2016, {6: 2023}, None),
        ([{"every": 4, "max_gap": 4}], 2024, {32: 2020}, 33),
        ([{"every": 4, "max_gap": 4}], 2023, {32: 2020}, None),
        ([{**YEARLY, "delay": 1}], 2025, {6: 2023}, None),
        ([{**YEARLY, "to": 6}], 2025, {6: 2023}, None),
        ([], 2025, {6: 2023}, None),
        ([], 2023, {6: 2023}, 6),
    ],
)
def test_the_number_of_a_year_when_it_is_certain(rules, year, known, expected):
    assert numbering(*rules).number_at(year, known) == expected


def test_labels_and_other_kinds_are_no_numbering():
    rules = [
        Rule("a", "s", "numbering", (("kind", "label"),)),
        Rule("b", "s", "containment"),
    ]
    assert Numbering.of(rules) == Numbering("year", ())
