"""What comes out: steps, resolutions, mentions, findings, readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from typing import Any, Literal

import attrs

from ciie_timeline.forms.context import Context, Cues
from ciie_timeline.forms.expressions import Expression
from ciie_timeline.model import Claim, Rule
from ciie_timeline.values import Precision, TimeValue

Day = date | Any
HalfOpen = tuple[datetime | None, datetime | None]
Voice = Callable[[Any, str], str]


def _no_voice(record: Any, lang: str) -> str:
    del lang
    return type(record).__name__


@attrs.frozen
class Step:
    """One step of a resolution: a rule and its arguments; ``wording`` turns it into a sentence."""

    rule: str
    arguments: tuple[tuple[str, Any], ...] = ()


class Kind(Enum):
    """What a mention is."""

    DATE = "date"
    DATETIME = "datetime"
    RANGE = "range"
    TIME = "time"
    TIMERANGE = "timerange"
    DURATION = "duration"
    SET = "set"
    EDITION = "edition"
    EDITIONS = "editions"
    SESSION = "session"
    ANNOUNCEMENT = "announcement"
    ANNIVERSARY = "anniversary"


class _Timed:
    """What has a value in time: its bounds."""

    __slots__ = ()
    when: TimeValue | None
    span: HalfOpen | None

    @property
    def interval(self) -> HalfOpen | None:
        """Half-open pair of naive local datetimes; None is open or unknown."""
        return _interval_of(self)

    @property
    def earliest(self) -> Day | None:
        """The first possible day, None when open or unknown."""
        return None if self.when is None else self.when.earliest

    @property
    def latest(self) -> Day | None:
        """The last possible day, None when open or unknown."""
        return None if self.when is None else self.when.latest


def _interval_of(timed: _Timed) -> HalfOpen | None:
    if timed.span is not None or timed.when is None:
        return timed.span
    return timed.when.interval


@attrs.frozen
class Alternative(_Timed):
    """A reading that was not chosen, with the step that would make it right."""

    when: TimeValue | None
    precision: Precision | None = None
    series: str | None = None
    editions: tuple[int, ...] = ()
    because: Step | None = None
    span: HalfOpen | None = None


@attrs.frozen
class Resolution(_Timed):
    """What an expression means: the chosen value, other readings, and the steps that led there.

    ``when`` is None when it stays unresolved or has no place in time; ``span`` is given where the
    half-open interval is not that of ``when`` (a window that ends now).  ``timex`` is the TimeML
    value, ``mod`` its modifier.  ``ends`` are what the two ends of a range mean in it.
    """

    kind: Kind
    when: TimeValue | None
    precision: Precision | None = None
    series: str | None = None
    editions: tuple[int, ...] = ()
    readings: tuple[Alternative, ...] = ()
    steps: tuple[Step, ...] = ()
    timex: str | None = None
    timex_type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    span: HalfOpen | None = None
    mod: str | None = None
    voice: Voice = attrs.field(default=_no_voice, eq=False, repr=False)
    ends: tuple[Resolution, Resolution] | None = attrs.field(default=None, eq=False, repr=False)

    @cached_property
    def interval(self) -> HalfOpen | None:
        """Half-open pair of naive local datetimes; None is open or unknown."""
        return _interval_of(self)

    @cached_property
    def edtf(self) -> str | None:
        """The value in EDTF, None when there is none."""
        return None if self.when is None else self.when.to_edtf()

    def explain(self, lang: str = "en") -> str:
        """The steps in sentences."""
        return self.voice(self, lang)


Resolve = Callable[[Expression, Context, Cues], Resolution]


@attrs.frozen
class Timex3:
    """A TIMEX3 annotation (TimeML 1.2.1): code points with TimeML extent, type and value."""

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None
    begin: str | None = None
    until: str | None = None


@attrs.frozen
class Mention:
    """A phrase of a text with its expression, its resolution and the timexes inside it.

    ``start`` and ``end`` are code points, end exclusive.
    """

    start: int
    end: int
    text: str
    expression: Expression
    resolution: Resolution
    timexes: tuple[Timex3, ...] = ()
    voice: Voice = attrs.field(default=_no_voice, eq=False, repr=False)

    @property
    def kind(self) -> str:
        """What it is: ``date``, ``range``, ``edition`` … (the values of ``Kind``)."""
        return self.resolution.kind.value

    @property
    def when(self) -> TimeValue | None:
        """The chosen time value."""
        return self.resolution.when

    @property
    def interval(self) -> HalfOpen | None:
        """Half-open pair of naive local datetimes; None is open or unknown."""
        return self.resolution.interval

    @property
    def earliest(self) -> Day | None:
        """The first possible day."""
        return self.resolution.earliest

    @property
    def latest(self) -> Day | None:
        """The last possible day."""
        return self.resolution.latest

    @property
    def precision(self) -> str | None:
        """The precision word, such as ``day``."""
        precision = self.resolution.precision
        return None if precision is None else precision.value

    @property
    def edtf(self) -> str | None:
        """The value in EDTF."""
        return self.resolution.edtf

    @property
    def series(self) -> str | None:
        """The series id of an edition, session or announcement."""
        return self.resolution.series

    @property
    def editions(self) -> tuple[int, ...]:
        """The numbers of the editions that are meant."""
        return self.resolution.editions

    @property
    def readings(self) -> tuple[Alternative, ...]:
        """The readings that were not chosen."""
        return self.resolution.readings

    @property
    def steps(self) -> tuple[Step, ...]:
        """How the value was found."""
        return self.resolution.steps

    def explain(self, lang: str = "en") -> str:
        """The steps in sentences."""
        return self.voice(self, lang)


@attrs.frozen
class Span:
    """A place in a source: code points, end exclusive, and the words there."""

    source: str
    start: int
    end: int
    text: str = ""


@attrs.frozen
class Conflict:
    """The smallest set of claims and rules that cannot all hold.

    ``slack`` is by how much (negative, in ``unit``); ``repairs`` are the cheapest sets of claim or
    rule ids whose removal makes the rest hold; ``readings`` what would be consistent.
    """

    claims: tuple[Claim, ...]
    rules: tuple[Rule, ...] = ()
    slack: int = 0
    unit: Precision = Precision.DAY
    repairs: tuple[tuple[str, ...], ...] = ()
    readings: tuple[Step, ...] = ()


@attrs.frozen
class Finding:
    """Something that a reader should know: a contradiction, a doubt, a loss in an export.

    ``kind`` names what was found, ``spans`` where, ``arguments`` what the sentence needs.
    """

    level: Literal["error", "warning", "info"]
    kind: str
    spans: tuple[Span, ...] = ()
    arguments: tuple[tuple[str, Any], ...] = ()
    conflict: Conflict | None = None
    voice: Voice = attrs.field(default=_no_voice, eq=False, repr=False)

    @property
    def message(self) -> str:
        """The finding in English."""
        return self.voice(self, "en")

    def explain(self, lang: str = "en") -> str:
        """The finding in a language."""
        return self.voice(self, lang)


@attrs.frozen
class Reading:
    """A text as read: its mentions in order, what it claims, what was found.

    Iteration and length are those of the mentions.
    """

    text: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    lang: str = "en"
    published: datetime | None = None
    series: str | None = None
    focus: int | None = None
    source: str = ""

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.mentions)

    def __len__(self) -> int:
        return len(self.mentions)
