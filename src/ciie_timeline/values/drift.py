"""Between times with an offset from UTC and local ones: the local offset, which nobody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ciie_timeline.values.completions import FOREVER, Stretch
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.temporal import DAY_SECONDS
from ciie_timeline.values.vocabulary import Bound

if TYPE_CHECKING:
    from ciie_timeline.values.completions import Case
    from ciie_timeline.values.union import TimeValue

# The offsets in use, in seconds east of UTC.
WESTMOST: Final = -12 * 3600
EASTMOST: Final = 14 * 3600
_SLACK: Final = EASTMOST - WESTMOST
# What is further away stands for an end that is open or unknown.
_LIMIT: Final = FOREVER - 2 * DAY_SECONDS

_LOCAL: Final = frozenset((False,))
_OFFSET: Final = frozenset((True,))
_MIXED: Final = _LOCAL | _OFFSET
_NEITHER: Final[frozenset[bool]] = frozenset()


def clocks_of(value: TimeValue) -> frozenset[bool]:
    """Whether the ends that are given carry an offset: True, False, both, or nothing for none.

    >>> from ciie_timeline.values.edtf import parse_edtf
    >>> sorted(clocks_of(parse_edtf("2023-11-05T09:00Z/2023-11-06")))
    [False, True]
    """
    match value:
        case PartialDate():
            return _OFFSET if value.has_offset else _LOCAL
        case Interval(start=start, end=end):
            found = [side.has_offset for side in (start, end) if isinstance(side, PartialDate)]
            return frozenset(found)
        case _:
            return _LOCAL


def adrift(value: TimeValue, found: tuple[Case, ...]) -> tuple[Case, ...]:
    """The cases of a value in UTC, its local ends anywhere that their offset can put them.

    The offset may change between two local ends, as it does in spring and autumn.

    Args:
        value: the value.
        found: its cases, ends with an offset counted in UTC, local ends as written.

    >>> from ciie_timeline.values.completions import cases
    >>> day = PartialDate(1, 1, 2)
    >>> stretch = adrift(day, cases(day, zoned=True))[0][0]
    >>> stretch.start_low // 3600, stretch.start_high // 3600
    (34, 60)
    """
    if isinstance(value, Interval):
        starts, ends = (
            isinstance(side, PartialDate) and not side.has_offset
            for side in (value.start, value.end)
        )
    else:
        starts = ends = not value.has_offset
    instant = isinstance(value, PartialDate) and value.clock is not None
    slack = 0 if instant or not (starts or ends) else _SLACK
    return tuple(
        tuple(_moved(stretch, slack, starts=starts, ends=ends) for stretch in case)
        for case in found
    )


def _moved(stretch: Stretch, slack: int, *, starts: bool, ends: bool) -> Stretch:
    low, high = -EASTMOST, -WESTMOST
    return Stretch(
        _later(stretch.start_low, low if starts else 0),
        _later(stretch.start_high, high if starts else 0),
        _later(stretch.end_low, low if ends else 0),
        _later(stretch.end_high, high if ends else 0),
        max(1, stretch.shortest - slack),
        stretch.longest + slack,
    )


def _later(second: int, by: int) -> int:
    return second + by if -_LIMIT < second < _LIMIT else second


def local_windows(
    value: TimeValue, *, zoned: bool, mixed: bool
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Where start and end of a value's hull can be on one clock: windows in seconds.

    Args:
        value: the value.
        zoned: count clock times with an offset in UTC.
        mixed: count them on a local clock instead, wherever its offset can put them.

    Returns:
        The windows of start and of end; None where an end is open or unknown.

    >>> moment = PartialDate(1, 1, 1)
    >>> local_windows(moment, zoned=False, mixed=False)
    ((86400, 86400), (172800, 172800))
    """
    if isinstance(value, Interval):
        sides = [
            isinstance(side, PartialDate) and side.has_offset for side in (value.start, value.end)
        ]
    else:
        sides = [value.has_offset] * 2
    first, last = (
        None
        if isinstance(edge, Bound)
        else (edge + WESTMOST, edge + EASTMOST)
        if mixed and side
        else (edge, edge)
        for edge, side in zip(value.span(zoned=zoned or mixed), sides, strict=True)
    )
    return first, last
