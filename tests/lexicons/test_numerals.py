"""Numbers in words: what neighbours make, and that every number that English spells comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.lexicons.numerals import compose


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([7], 7),
        ([20, 5], 25),
        ([90, 9], 99),
        ([100], 100),
        ([1, 100], 100),
        ([2, 100, 30], 230),
        ([2, 100, 30, 4], 234),
        ([3, 100, 12], 312),
        ([1000], 1000),
        ([2, 1000], 2000),
        ([2, 1000, 18], 2018),
        ([2, 1000, 20, 4], 2024),
        ([12, 1000, 5, 100], 12500),
        ([5, 100, 1000], 500_000),
        ([19, 90, 8], 1998),
        ([20, 10], 2010),
        ([20, 20, 4], 2024),
        ([18, 12], 1812),
        ([10, 66], 1066),
        ([3, 10**6], 3_000_000),
        ([2, 10**6, 5, 100, 1000, 7], 2_500_007),
        ([2, 10**9, 3, 10**6], 2_003_000_000),
        # none
        ([2, 1000, 3, 10**6], None),
        ([2, 1000, 100], None),
        ([5, 6], None),
        ([5, 20], None),
        ([20, 30], 2030),
        ([30, 20], None),
        ([100, 100], None),
        ([9, 90], None),
        ([19, 5], None),
        ([19, 100], 1900),
        ([2, 100, 3, 100], None),
        ([21, 50], None),
        ([5, 100, 200], None),
        ([19, 90, 8, 7], None),
    ],
)
def test_what_number_words_make(values, expected):
    assert expected == compose(values)


def spelled(number):
    """The values of the words that English uses for a number below a million."""
    thousands, rest = divmod(number, 1000)
    words = [*spelled(thousands), 1000] if thousands else []
    hundreds, small = divmod(rest, 100)
    words += [hundreds, 100] if hundreds else []
    if small > 20:
        words += [small - small % 10, small % 10] if small % 10 else [small]
    elif small:
        words += [small]
    return words


@given(st.integers(1, 999_999))
def test_every_number_comes_back_from_its_words(number):
    assert number == compose(spelled(number))


@given(st.integers(10, 20), st.integers(10, 99))
def test_a_century_and_two_digits_are_a_year(century, rest):
    assert century * 100 + rest == compose([century, *spelled(rest)])


@given(st.lists(st.sampled_from([*range(1, 20), *range(20, 100, 10), 100, 1000]), max_size=6))
def test_any_row_of_words_is_a_number_or_none(values):
    found = compose(values)

    assert found is None or found >= 0
