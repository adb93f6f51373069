"""The closed union of time values; ``match`` over it ends in ``assert_never``."""

from __future__ import annotations

from typing import TypeAlias

from ciie_timeline.values.extent import Extent
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.sets import AllOf, OneOf

Notation: TypeAlias = PartialDate | Interval | OneOf | AllOf
TimeValue: TypeAlias = PartialDate | Interval | OneOf | AllOf | Extent
