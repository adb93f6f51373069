"""When the entry of an event last changed, by what its sources say; no clock is read."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from ciie_timeline.values import Interval, PartialDate, TimeValue

if TYPE_CHECKING:
    from ciie_timeline.model import Event
    from ciie_timeline.timeline.index import Timeline

UNDATED: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""The revision of an event that has neither a dated source nor a ``revised`` of its own."""


def revision(event: Event, timeline: Timeline) -> datetime:
    """When the entry of an event last changed: its ``revised``, else its newest source.

    The sources are those that the event names and those of its own claims; a day counts as
    00:00 UTC, a clock time without offset as UTC, what is coarser as its first day.  Without any
    it is ``UNDATED``.  A source that is added to one event changes no other.

    Returns:
        An aware datetime in UTC.

    >>> from ciie_timeline.model import Edition, Source
    >>> from ciie_timeline.timeline import Timeline
    >>> paper = Source("paper", published="2024-10-28")
    >>> sixth = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10", sources="paper")
    >>> revision(sixth, Timeline([sixth], sources=[paper])).isoformat()
    '2024-10-28T00:00:00+00:00'
    """
    return history(event, timeline)[1]


def created(event: Event, timeline: Timeline) -> datetime:
    """When the event first became known: its oldest source, but not after its revision.

    Returns:
        An aware datetime in UTC.

    >>> from ciie_timeline.model import Edition, Source
    >>> from ciie_timeline.timeline import Timeline
    >>> old, new = Source("old", published="2017-05-14"), Source("new", published="2024-10-28")
    >>> expo = Edition("ciie/1", "1st CIIE", sources=("new", "old"))
    >>> created(expo, Timeline([expo], sources=[old, new])).isoformat()
    '2017-05-14T00:00:00+00:00'
    """
    return history(event, timeline)[0]


def history(event: Event, timeline: Timeline) -> tuple[datetime, datetime]:
    """When the event first became known and when its entry last changed, in UTC.

    >>> from ciie_timeline.model import Edition
    >>> from ciie_timeline.timeline import Timeline
    >>> expo = Edition("ciie/1", "1st CIIE", revised="2018-11-05")
    >>> [moment.year for moment in history(expo, Timeline([expo]))]
    [2018, 2018]
    """
    known = _source_instants(event, timeline)
    if event.revised is not None:
        last = instant(event.revised) or UNDATED
    else:
        last = max(known, default=UNDATED)
    return min((last, *known)), last


def instant(value: TimeValue) -> datetime | None:
    """The first instant of a value in UTC; None when it is open, unknown or out of range.

    A clock time without an offset is taken for UTC, a day for its 00:00.

    >>> from ciie_timeline.values import parse_edtf
    >>> instant(parse_edtf("2024-10-28T09:30+08:00")).isoformat()
    '2024-10-28T01:30:00+00:00'
    """
    match value:
        case PartialDate(clock=clock) if clock is not None:
            start = value.interval[0]
            return None if start is None else _shifted(start, -(clock.offset or 0))
        case Interval(start=PartialDate() as start):
            return instant(start)
        case _:
            day = value.earliest
            return datetime.combine(day, time(), UTC) if isinstance(day, date) else None


def _shifted(local: datetime, minutes: int) -> datetime | None:
    try:
        return local.replace(tzinfo=UTC) + timedelta(minutes=minutes)
    except OverflowError:
        return None


def _source_instants(event: Event, timeline: Timeline) -> list[datetime]:
    ids = dict.fromkeys((*event.sources, *event.why.sources))
    sources = (timeline.source(each) for each in ids)
    dates = (each.published for each in sources if each and each.published)
    return [moment for value in dates if (moment := instant(value)) is not None]
