"""Event timelines and chronology: dated, sourced events; relative references with reasons.

``read`` and ``resolve`` turn what people write ("the sixth", "the past five years") into dates with
the steps that led there; ``load_series`` gives a series with its editions; ``Timeline`` holds
events; ``render`` and ``write`` give them to calendars and apps.  Everything is loaded when it is
first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ciie_timeline.api import (
        build,
        check,
        explain,
        load,
        load_series,
        read,
        render,
        resolve,
        write,
    )
    from ciie_timeline.errors import CiieTimelineError
    from ciie_timeline.forms import Finding, Mention, Policy, Reading, Resolution
    from ciie_timeline.model import (
        Announcement,
        Claim,
        Edition,
        EventSeries,
        Place,
        Session,
        Source,
        Status,
    )
    from ciie_timeline.timeline import SeriesTimeline, Timeline
    from ciie_timeline.values import Duration, Interval, PartialDate, parse_edtf

__all__ = [
    "Announcement",
    "CiieTimelineError",
    "Claim",
    "Duration",
    "Edition",
    "EventSeries",
    "Finding",
    "Interval",
    "Mention",
    "PartialDate",
    "Place",
    "Policy",
    "Reading",
    "Resolution",
    "SeriesTimeline",
    "Session",
    "Source",
    "Status",
    "Timeline",
    "build",
    "check",
    "explain",
    "load",
    "load_series",
    "parse_edtf",
    "read",
    "render",
    "resolve",
    "write",
]

_HOMES = {
    "ciie_timeline.api.files": ("load", "render", "write"),
    "ciie_timeline.api.series": ("build", "load_series"),
    "ciie_timeline.api.text": ("check", "read", "resolve"),
    "ciie_timeline.api.voice": ("explain",),
    "ciie_timeline.errors": ("CiieTimelineError",),
    "ciie_timeline.forms": ("Finding", "Mention", "Policy", "Reading", "Resolution"),
    "ciie_timeline.model": (
        "Announcement", "Claim", "Edition", "EventSeries", "Place", "Session", "Source", "Status",
    ),
    "ciie_timeline.timeline": ("SeriesTimeline", "Timeline"),
    "ciie_timeline.values": ("Duration", "Interval", "PartialDate", "parse_edtf"),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
