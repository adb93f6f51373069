"""Time values that keep their precision and their doubt: EDTF, Allen relations, arithmetic."""

from __future__ import annotations

from ciie_timeline.values.components import Clock, Mask, Qualifiers, Scale
from ciie_timeline.values.days import Day, FarDay
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.edtf import parse_edtf
from ciie_timeline.values.elapsed import Elapsed, difference
from ciie_timeline.values.extent import Extent, Window
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.joining import hull, intersection
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.recurrence import Recurrence
from ciie_timeline.values.reshape import Padding
from ciie_timeline.values.sets import AllOf, MemberRange, OneOf
from ciie_timeline.values.union import Notation, TimeValue
from ciie_timeline.values.vocabulary import Allen, Bound, Precision

__all__ = [
    "AllOf",
    "Allen",
    "Bound",
    "Clock",
    "Day",
    "Duration",
    "Elapsed",
    "Extent",
    "FarDay",
    "Interval",
    "Mask",
    "MemberRange",
    "Notation",
    "OneOf",
    "Padding",
    "PartialDate",
    "Precision",
    "Qualifiers",
    "Recurrence",
    "Scale",
    "TimeValue",
    "Window",
    "difference",
    "hull",
    "intersection",
    "parse_edtf",
]
