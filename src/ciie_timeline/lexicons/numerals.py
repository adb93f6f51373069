"""Numbers in words: the values of neighbouring number words as one number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: More than any number word says.
_LARGEST = 10**12
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000


def compose(values: Sequence[int]) -> int | None:
    """The number that a row of number words makes; None when they make none.

    Units follow tens, what stands before a hundred or thousand is multiplied, and two numbers of
    two digits are a year.

    >>> compose([20, 5]), compose([2, 100, 30]), compose([2, 1000, 18])
    (25, 230, 2018)
    >>> compose([3, 1000000]), compose([2, 100, 1000])
    (3000000, 200000)
    >>> compose([19, 90, 8]), compose([5, 6])
    (1998, None)
    """
    total, part, last, scale = 0, 0, _LARGEST, _LARGEST
    for value in values:
        if value >= _HUNDRED:
            if part == 0 and total == 0:
                part = 1
            if part == 0 or part >= value or value >= scale:
                return None
            part *= value
            if value >= _THOUSAND:
                total, part, scale = total + part, 0, value
            last = value
        elif value < last and (last >= _HUNDRED or (last >= _TWENTY and value < _TEN)):
            part, last = part + value, value
        else:
            return _year(values)
    return total + part


def _year(values: Sequence[int]) -> int | None:
    """A century and a year of it ("nineteen ninety-eight")."""
    rest = compose(values[1:]) if len(values) > 1 else None
    century = values[0]
    if _TEN <= century <= _TWENTY and rest is not None and _TEN <= rest < _HUNDRED:
        return century * _HUNDRED + rest
    return None
