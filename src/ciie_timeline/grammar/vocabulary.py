"""What the constructors share: units by their words, relations, seasons."""

from __future__ import annotations

from typing import Final

from ciie_timeline.values import Precision

NOON: Final = 12
CENTURY: Final = 100
SHIFTS: Final = {"last": -1, "this": 0, "next": 1}
PRECISIONS: Final = {each.value: each for each in Precision}
SEASONS: Final = (1, 2, 3, 3, 4)
#: For each unit the field of a duration, and how many of it make one unit.
FIELDS: Final = {
    "second": ("seconds", 1),
    "minute": ("minutes", 1),
    "hour": ("hours", 1),
    "day": ("days", 1),
    "night": ("days", 1),
    "week": ("weeks", 1),
    "fortnight": ("weeks", 2),
    "month": ("months", 1),
    "season": ("months", 3),
    "quarter": ("quarters", 1),
    "half": ("months", 6),
    "year": ("years", 1),
    "decade": ("years", 10),
    "century": ("centuries", 1),
    "millennium": ("millennia", 1),
}
