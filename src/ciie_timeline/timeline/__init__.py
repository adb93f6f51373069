"""Timelines: the ordered index of events, their identity and their revisions."""

from __future__ import annotations

from ciie_timeline.timeline.identity import NAMESPACE, uid
from ciie_timeline.timeline.index import SeriesTimeline, Timeline
from ciie_timeline.timeline.revisions import UNDATED, created, history, instant, revision
from ciie_timeline.timeline.windows import Query

__all__ = [
    "NAMESPACE",
    "UNDATED",
    "Query",
    "SeriesTimeline",
    "Timeline",
    "created",
    "history",
    "instant",
    "revision",
    "uid",
]
