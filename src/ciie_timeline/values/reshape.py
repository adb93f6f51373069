"""The dates inside a value, the coarser unit around it, and margins for its marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from attrs import evolve, frozen

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.completions import completions, consecutive
from ciie_timeline.values.components import Mask, Qualifiers, Scale, merged
from ciie_timeline.values.days import day_of
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.extent import Extent, Window
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.seasons import DECEMBER
from ciie_timeline.values.sets import AllOf, MemberRange, OneOf
from ciie_timeline.values.shifting import shift
from ciie_timeline.values.spans import clocked, require_notation
from ciie_timeline.values.steps import stepped
from ciie_timeline.values.temporal import DAY_SECONDS
from ciie_timeline.values.vocabulary import Bound, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.values.days import Day
    from ciie_timeline.values.sets import Member
    from ciie_timeline.values.union import TimeValue

_NOTHING: Final = Duration()
_DIGITS_CUT: Final = {Precision.DECADE: 1, Precision.CENTURY: 2, Precision.MILLENNIUM: 3}


@frozen
class Padding:
    """How far the marks are taken to reach, to either side; a policy of the caller, not of EDTF.

    Args:
        uncertain: the margin for ``?``.
        approximate: the margin for ``~``.
        both: the margin for ``%``; the approximate one when None.

    >>> Padding(approximate=Duration(years=5)).margin("%")
    Duration('P5Y')
    """

    uncertain: Duration = _NOTHING
    approximate: Duration = _NOTHING
    both: Duration | None = None

    def margin(self, mark: str) -> Duration:
        """The margin of one mark.

        >>> Padding(uncertain=Duration(days=3)).margin("?")
        Duration('P3D')
        """
        if mark == "%":
            return self.approximate if self.both is None else self.both
        return {"?": self.uncertain, "~": self.approximate}.get(mark, _NOTHING)


def dates(value: TimeValue) -> Iterator[PartialDate]:
    """The dates that a value stands for; see the method of the same name.

    >>> [str(date) for date in dates(PartialDate(2004, 2, 28))]
    ['2004-02-28']
    """
    match value:
        case PartialDate():
            yield from _marked_completions(value)
        case Interval():
            yield from _touched_units(value)
        case OneOf() | AllOf():
            for member in value.members:
                yield from _member_dates(member)
        case Extent():
            yield from _days(value)
        case _:
            assert_never(value)


def _marked_completions(date: PartialDate) -> Iterator[PartialDate]:
    """The dates that a date can be, with its marks."""
    for each in completions(date):
        yield each if date.qualifiers is None else evolve(each, qualifiers=date.qualifiers)


def _member_dates(member: Member) -> Iterator[PartialDate]:
    if isinstance(member, PartialDate):
        yield from _marked_completions(member)
        return
    if isinstance(member.start, Bound) or isinstance(member.end, Bound):
        raise ValidationError(f"dates: expected a range with two ends, found {member}")
    for each in consecutive(member):
        yield _as_marked(each, member.start, member.end)


def _as_marked(date: PartialDate, start: PartialDate, end: PartialDate) -> PartialDate:
    """A date between two, with the mark of the one that it lies in, else with what both share."""
    if start.qualifiers is None and end.qualifiers is None:
        return date
    marks = [side.qualifiers.overall() if side.qualifiers else "" for side in (start, end)]
    (low, high), around = date.span(), (start.span(), end.span())
    held = [
        mark
        for mark, (first, last) in zip(marks, around, strict=True)
        if first <= low and high <= last
    ]
    return date.qualified(merged(*held) if held else _shared(marks[0], marks[1]))


def _shared(first: str, second: str) -> str:
    """What two marks both say."""
    if second in (first, "%"):
        return first
    return second if first == "%" else ""


def _touched_units(value: Interval) -> Iterator[PartialDate]:
    """The units of the finer end that an interval touches."""
    if isinstance(value.start, Bound) or isinstance(value.end, Bound):
        raise ValidationError(f"dates: expected an interval with two ends, found {value}")
    finest = min((value.start, value.end), key=lambda end: end.precision.rank)
    if finest.digits is not None or finest.clock is not None or finest.day is not None:
        for day in _days(value):
            yield _as_marked(day, value.start, value.end)
        return
    start, end = value.start.span()[0], value.end.span()[1]
    date = finest.qualified("")
    while date.span()[0] > start:
        date = stepped(date, -1)
    while date.span()[0] < end:
        yield _as_marked(date, value.start, value.end)
        date = stepped(date, 1)


def _days(value: Interval | Extent) -> Iterator[PartialDate]:
    start, end = value.span()
    if isinstance(start, Bound) or isinstance(end, Bound):
        raise ValidationError(f"dates: expected two known ends, found {value}")
    for number in range(start // DAY_SECONDS, (end - 1) // DAY_SECONDS + 1):
        yield _on(number)


def _on(number: int) -> PartialDate:
    day = day_of(number)
    return PartialDate(day.year, day.month, day.day)


def truncate(value: TimeValue, precision: Precision) -> TimeValue:
    """The unit of a coarser precision around a value; see the method of the same name.

    >>> str(truncate(PartialDate(2023, 11, 5), Precision.CENTURY))
    '20XX'
    """
    if not isinstance(precision, Precision):
        raise ValidationError(
            f"truncate: expected a Precision such as Precision.MONTH, found {precision!r}"
        )
    if precision in (Precision.PART_OF_DAY, Precision.WEEKEND):
        raise ValidationError(f"truncate: expected a unit that days divide into, found {precision}")
    match value:
        case PartialDate():
            return _cut(value, precision)
        case Interval():
            start = value.start if isinstance(value.start, Bound) else _cut(value.start, precision)
            end = value.end if isinstance(value.end, Bound) else _cut(value.end, precision)
            return Interval(
                start.start if isinstance(start, Interval) else start,
                end.end if isinstance(end, Interval) else end,
            )
        case OneOf():
            return OneOf(
                tuple(dict.fromkeys(_cut_member(each, precision) for each in value.members))
            )
        case AllOf():
            return AllOf(
                tuple(dict.fromkeys(_cut_member(each, precision) for each in value.members))
            )
        case Extent():
            return _cut_hull(value, precision)
        case _:
            assert_never(value)


def _cut(date: PartialDate, precision: Precision) -> PartialDate | Interval:
    if date.precision.rank >= precision.rank:
        return date
    if date.clock is not None and precision is Precision.MINUTE:
        return evolve(date, clock=evolve(date.clock, second=None))
    if date.clock is not None and precision is Precision.HOUR:
        start = date.span()[0] // 3600 * 3600
        return Interval(*(clocked(at, date.clock.zone, 60) for at in (start, start + 3600)))
    unit = _cut_hull(date, precision)
    if date.qualifiers is None:
        return unit
    if isinstance(unit, Interval):
        mark = date.qualifiers.overall()
        ends = (end.qualified(mark) for end in (unit.start, unit.end) if not isinstance(end, Bound))
        return Interval(*ends)
    several = unit.month is not None
    return evolve(unit, qualifiers=Qualifiers.placed(date.qualifiers.effective()[: 1 + several]))


def _cut_hull(value: PartialDate | Extent, precision: Precision) -> PartialDate | Interval:
    """The unit in which the first and the last day of a value lie."""
    first, last = value.earliest, value.latest
    if first is None or last is None:
        raise ValidationError(f"truncate: expected two known ends, found {value}")
    unit = _unit_of(first, precision)
    if unit != _unit_of(last, precision):
        raise ValidationError(f"truncate: expected one {precision.value}, found {value} in several")
    return unit


def _cut_member(member: Member, precision: Precision) -> Member:
    if isinstance(member, PartialDate):
        cut = _cut(member, precision)
        if isinstance(cut, Interval):
            raise ValidationError(f"truncate: expected a unit that a set holds, found {precision}")
        return cut
    ends = (
        end if isinstance(end, Bound) else _cut_member(end, precision)
        for end in (member.start, member.end)
    )
    start, end = (end for end in ends if not isinstance(end, MemberRange))
    return start if start == end and isinstance(start, PartialDate) else MemberRange(start, end)


def _unit_of(day: Day, precision: Precision) -> PartialDate | Interval:
    """The unit of a precision, from the day upwards, that holds a day."""
    year, month = day.year, day.month
    match precision:
        case Precision.WEEK:
            monday = (day.toordinal() - 1) // 7 * 7 + 1
            return Interval(_on(monday), _on(monday + 6))
        case Precision.MONTH:
            return PartialDate(year, month)
        case Precision.QUARTER:
            return PartialDate(year, 33 + (month - 1) // 3)
        case Precision.SEASON:
            return PartialDate(year - (month < 3), 21 + (month - 3) % DECEMBER // 3)  # noqa: PLR2004
        case Precision.HALF:
            return PartialDate(year, 40 + (month - 1) // 6)
        case Precision.YEAR:
            return PartialDate(year)
        case Precision.DECADE | Precision.CENTURY | Precision.MILLENNIUM:
            return _rounded(year, _DIGITS_CUT[precision])
        case _:
            return PartialDate(year, month, day.day)


def _rounded(year: int, digits: int) -> PartialDate:
    """A year with so many digits unknown: masked, or counted as not significant beyond 9999."""
    sign, size = (-1 if year < 0 else 1), abs(year)
    low = sign * (size - size % 10**digits)
    if size > 9999:  # noqa: PLR2004 - four digits
        return PartialDate(low, digits=Scale(significant=len(str(size)) - digits))
    text = f"{'-' if year < 0 else ''}{f'{size:04d}'[:-digits]}{'X' * digits}"
    return PartialDate(low, digits=Mask(year=text))


def pad(value: TimeValue, policy: Padding) -> TimeValue:
    """What marks mean under a policy; see the method of the same name.

    >>> marked = PartialDate(2023, 11, 5, qualifiers=Qualifiers.whole("?", 3))
    >>> str(pad(marked, Padding(uncertain=Duration(days=1))))
    '[2023-11-04..2023-11-06]'
    """
    if not isinstance(policy, Padding):
        raise ValidationError(f"pad: expected a Padding, found {policy!r}")
    return require_notation(_padded_value(value, policy), "pad", value)


def _padded_value(value: TimeValue, policy: Padding) -> TimeValue:
    match value:
        case PartialDate():
            around = _padded(value, policy)
            return value if around is None else OneOf((around,))
        case Interval():
            return _padded_interval(value, policy)
        case OneOf():
            return OneOf(tuple(_padded_member(member, policy) for member in value.members))
        case AllOf():
            if any(_padded_member(member, policy) != member for member in value.members):
                raise ValidationError(f"pad: expected members without marks, found {value}")
            return value
        case Extent():
            return value
        case _:
            assert_never(value)


def _padded(date: PartialDate, policy: Padding) -> MemberRange | None:
    """All dates within the margin of a marked date: in its own unit, else in days."""
    margin = policy.margin(date.qualifiers.overall() if date.qualifiers else "")
    if margin == _NOTHING:
        return None
    if any(count is None or count < 0 for _, count in margin.counts()):
        raise ValidationError(
            f"pad: expected a margin that is said and not negative, found {margin}"
        )
    bare = date.qualified("")
    if bare.mask is not None and bare.mask.year is not None and bare.month is None:
        first, last = PartialDate(bare.earliest.year), PartialDate(bare.latest.year)
    elif bare.digits is None:
        first = last = bare
    else:
        first, last = (_on(day.toordinal()) for day in (bare.earliest, bare.latest))
    start, end = shift(first, -margin), shift(last, margin)
    if isinstance(start, PartialDate) and isinstance(end, PartialDate):
        return MemberRange(start, end)
    start, end = (
        shift(_on(day.toordinal()), by)
        for day, by in ((first.earliest, -margin), (last.latest, margin))
    )
    if not (isinstance(start, PartialDate) and isinstance(end, PartialDate)):
        raise ValidationError(f"pad: expected a margin in whole days or more, found {margin}")
    return MemberRange(start, end)


def _padded_member(member: Member, policy: Padding) -> Member:
    if isinstance(member, PartialDate):
        return _padded(member, policy) or member
    edges = [
        None if isinstance(edge, Bound) else _padded(edge, policy)
        for edge in (member.start, member.end)
    ]
    return MemberRange(
        edges[0].start if edges[0] else member.start, edges[1].end if edges[1] else member.end
    )


def _padded_interval(value: Interval, policy: Padding) -> Interval | Extent:
    windows: list[Window] = []
    changed = False
    for end in (value.start, value.end):
        around = None if isinstance(end, Bound) else _padded(end, policy)
        changed = changed or around is not None
        if isinstance(end, PartialDate):
            known = end if around is None else OneOf((around,))
            windows.append(Window(known.earliest, known.latest))
    if not changed:
        return value
    if len(windows) < 2:  # noqa: PLR2004 - start and end
        raise ValidationError(f"pad: expected an interval with two dates, found {value}")
    return Extent(windows[0], windows[1])
