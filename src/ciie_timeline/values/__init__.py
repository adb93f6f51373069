"""Time values that keep their precision and their doubt: EDTF, Allen relations, arithmetic."""

from __future__ import annotations

from ciie_timeline.values.components import Clock, Mask, Qualifiers, Scale
from ciie_timeline.values.days import Day, FarDay
from ciie_timeline.values.duration import Duration
from ciie_timeline.values.edtf import parse_edtf
from ciie_timeline.values.extent import Extent, Window
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
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
    "Extent",
    "FarDay",
    "Interval",
    "Mask",
    "MemberRange",
    "Notation",
    "OneOf",
    "PartialDate",
    "Precision",
    "Qualifiers",
    "Scale",
    "TimeValue",
    "Window",
    "parse_edtf",
]
