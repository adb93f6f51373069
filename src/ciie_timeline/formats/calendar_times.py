"""When an event stands in a calendar: days, instants, or a named way to show what is not exact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from zoneinfo import ZoneInfo

import attrs

from ciie_timeline.values import AllOf, Extent, Interval, OneOf, PartialDate, Precision

if TYPE_CHECKING:
    from ciie_timeline.model import Event
    from ciie_timeline.values import Clock, Day, TimeValue

Imprecise: TypeAlias = Literal["span", "skip", "first-day"]
Report: TypeAlias = Callable[[str, Literal["warning", "info"], dict[str, Any]], None]
_ONE_DAY: Final = timedelta(days=1)


@attrs.frozen
class Slot:
    """The time of an event as a calendar shows it.

    ``start`` and ``end`` are days (``end`` exclusive, as in RFC 5545 section 3.6.1) or datetimes,
    aware in UTC or, when ``floating``, naive; an ``end`` of None is none at all.  ``exact`` is
    False for what stands for a time that is not known to the day.  ``local`` is the clock time as
    written, with its zone.
    """

    start: date | datetime
    end: date | datetime | None
    exact: bool = True
    local: str = ""

    @property
    def all_day(self) -> bool:
        """Whether it takes whole days."""
        return not isinstance(self.start, datetime)


def slot(event: Event, when: TimeValue, imprecise: Imprecise, report: Report) -> Slot | None:
    """The slot of an event, None when a calendar has none for it.

    Args:
        event: gives its zone and its key to the findings.
        when: its time, or the one that stands in for it.
        imprecise: what becomes of a time that is not known to the day: the whole window, its
            first day, or nothing.
        report: called with kind, level and arguments of each finding.
    """
    try:
        return _slot(event, when, imprecise, report)
    except OverflowError:  # outside the years 1 to 9999, which is all that RFC 5545 can write
        report("ical.year-out-of-range", "warning", {"when": text_of(when)})
        return None


def text_of(when: TimeValue) -> str:
    """The EDTF text of a value, of its hull where it has none.

    >>> text_of(PartialDate(2017, 5))
    '2017-05'
    """
    if not isinstance(when, Extent):
        return when.to_edtf()
    known = when.earliest is not None or when.latest is not None
    return when.to_edtf(enclosing=True) if known else "../.."


def doubtful(when: TimeValue) -> bool:
    """Whether a value carries a mark of doubt (``? ~ %``).

    >>> doubtful(PartialDate(1984).qualified("~")), doubtful(PartialDate(1984))
    (True, False)
    """
    match when:
        case PartialDate(qualifiers=marks):
            return marks is not None
        case Interval(start=start, end=end):
            return any(isinstance(each, PartialDate) and doubtful(each) for each in (start, end))
        case OneOf(members=members) | AllOf(members=members):
            return any(mark in str(member) for member in members for mark in "?~%")
        case _:
            return False


def _slot(event: Event, when: TimeValue, imprecise: Imprecise, report: Report) -> Slot | None:
    match when:
        case PartialDate(clock=clock) if clock is not None:
            return _timed(event, when, None, report)
        case PartialDate() if _is_day(when):
            return _days(when.earliest, when.latest)
        case Interval(start=PartialDate() as start, end=PartialDate() as end):
            if start.clock is not None and end.clock is not None:
                return _timed(event, start, end, report)
            if _is_day(start) and _is_day(end):
                clocks = start.clock is not None or end.clock is not None
                local = f"{when} ({event.zone})" if event.zone else str(when)
                return _days(when.earliest, when.latest, local=local if clocks else "")
        case Interval(start=PartialDate() as start) if start.clock is not None:
            report("ical.open-end", "warning", {"when": text_of(when)})
            return attrs.evolve(_timed(event, start, None, report), exact=False)
        case Extent() if when.is_exact:
            return _days(when.earliest, when.latest)
        case _:
            pass
    return _imprecise(when, imprecise, report)


def _is_day(value: PartialDate) -> bool:
    return value.day is not None and value.digits is None


def _days(first: Day | None, last: Day | None, *, exact: bool = True, local: str = "") -> Slot:
    if not isinstance(first, date) or not isinstance(last, date):
        raise OverflowError
    return Slot(first, last + _ONE_DAY, exact=exact, local=local)


def _imprecise(when: TimeValue, imprecise: Imprecise, report: Report) -> Slot | None:
    first, last = when.earliest, when.latest
    if imprecise == "skip" or (first is None and last is None):
        report("ical.imprecise", "warning", {"when": text_of(when)})
        return None
    if first is None or last is None:
        known = _known_end(when)
        first, last = (first or last,) * 2 if known is None else (known.earliest, known.latest)
        report("ical.open-end", "warning", {"when": text_of(when)})
    if imprecise == "first-day":
        report("ical.first-day", "warning", {"when": text_of(when), "day": str(first)})
        last = first
    return _days(first, last, exact=False)


def _known_end(when: TimeValue) -> PartialDate | None:
    """The end that is known of an interval whose other end is not."""
    match when:
        case Interval(start=PartialDate() as known) | Interval(end=PartialDate() as known):
            return known
        case _:
            return None


# --------------------------------------------------------------------------- clock times


def _timed(event: Event, start: PartialDate, end: PartialDate | None, report: Report) -> Slot:
    """A slot between clock times, in UTC where zone or offset is known."""
    offset = _offset(start.clock) if _offset(start.clock) is not None else _offset(_clock(end))
    first, last = _local(start), None if end is None else _local(end)
    local = _written(first, last, _zone_text(event, start.clock, offset))
    if offset is None and event.zone is None:
        report("ical.floating-time", "info", {"time": first.isoformat("T", "minutes")})
        return Slot(first, last if last and last > first else None, local=local)
    begin = _utc(event, first, _offset(start.clock), offset, report)
    if last is None:
        return Slot(begin, None, local=local)
    finish = _utc(event, last, _offset(_clock(end)), offset, report)
    if finish < begin:
        report("ical.end-before-start", "warning", {"when": f"{start}/{end}"})
    return Slot(begin, finish if finish > begin else None, local=local)


def _clock(value: PartialDate | None) -> Clock | None:
    return None if value is None else value.clock


def _offset(clock: Clock | None) -> int | None:
    return None if clock is None else clock.offset


def _local(value: PartialDate) -> datetime:
    """The clock time as written; 24:00 is 00:00 of the next day."""
    if value.clock is None or not MINYEAR <= value.year <= MAXYEAR:
        raise OverflowError
    midnight = datetime(value.year, value.month or 1, value.day or 1)  # noqa: DTZ001 - local
    return midnight + timedelta(seconds=value.clock.seconds)


def _utc(
    event: Event, local: datetime, own: int | None, other: int | None, report: Report
) -> datetime:
    """An instant in UTC: by the offset as written, else the zone, else the other end's offset."""
    if own is None and event.zone is not None:
        return _in_zone(local, event.zone, report)
    minutes = own if own is not None else other or 0
    return (local - timedelta(minutes=minutes)).replace(tzinfo=UTC)


def _in_zone(local: datetime, name: str, report: Report) -> datetime:
    """The instant of a local time by the rule of RFC 5545 section 3.3.5.

    A time that the clocks skip counts with the offset before the gap, one that they show twice is
    the first of both: what ``fold=0`` gives.
    """
    zone = _zone(name)
    aware = local.replace(tzinfo=zone)
    instant = aware.astimezone(UTC)
    shown = instant.astimezone(zone).replace(tzinfo=None)
    arguments = {"time": local.isoformat("T", "minutes"), "zone": name}
    if shown != local:
        taken = shown.isoformat("T", "minutes")
        report("ical.time-skipped", "warning", {**arguments, "taken": taken})
    elif aware.utcoffset() != aware.replace(fold=1).utcoffset():
        report("ical.time-ambiguous", "warning", {**arguments, "taken": f"{instant:%H:%M}Z"})
    return instant


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _zone_text(event: Event, clock: Clock | None, offset: int | None) -> str:
    if event.zone is not None and (clock is None or clock.offset is None):
        return event.zone
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def _written(first: datetime, last: datetime | None, zone: str) -> str:
    """Local start and end for people: ``2027-05-14 09:00–10:30 (America/New_York)``."""
    text = first.isoformat(" ", "minutes")
    if last is not None:
        same = first.date() == last.date()
        text += f"–{last:%H:%M}" if same else f" – {last.isoformat(' ', 'minutes')}"
    return f"{text} ({zone})" if zone else text


def is_coarse(when: TimeValue) -> bool:
    """Whether the days themselves are unknown, rather than which of some days it was.

    >>> is_coarse(PartialDate(2017, 5)), is_coarse(PartialDate(2017, 5, 14))
    (True, False)
    """
    return isinstance(when, Extent) or when.precision.rank > Precision.DAY.rank
