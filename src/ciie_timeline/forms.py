"""The records between the stages: runs, expressions, mentions, resolutions, readings, findings.

``Expression`` is a closed union: each stage handles every form or the type checker says so.  The
names follow SCATE's operators and TimeML.  Records hold no prose; where a record can explain
itself, it carries a ``voice``: the function of the room ``wording`` that the api put in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal

import attrs

from ciie_timeline.model import Claim, Edition, EventSeries, Rule, Session
from ciie_timeline.values import Duration, Precision, TimeValue

Day = date | Any
HalfOpen = tuple[datetime | None, datetime | None]
Voice = Callable[[Any, str], str]


def _no_voice(record: Any, lang: str) -> str:
    del lang
    return type(record).__name__


# --------------------------------------------------------------------------- scanner


@attrs.frozen
class Run:
    """Neighbouring tokens that may form expressions: one entry a token in each field.

    ``classes`` has one character a token, which stands for the set of word classes that the token
    can have; ``values`` what each class makes of it; ``starts`` and ``ends`` are code points.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    classes: str
    values: Sequence[Mapping[str, Any]]


# --------------------------------------------------------------------------- grammar


class Relation(Enum):
    """Where something lies as seen from its anchor."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Portion(Enum):
    """A part of a span, from its beginning to its end."""

    START = "start"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    END = "end"
    EARLIER = "earlier"
    LATER = "later"


@attrs.frozen
class Clock:
    """A clock time: hour 0 to 24, minute and second where given, offset in minutes or a zone."""

    hour: int
    minute: int | None = None
    second: int | None = None
    offset: int | None = None
    zone: str | None = None


@attrs.frozen
class Calendar:
    """Calendar fields as given; what is None was not said (SCATE ``Year``, ``Month-Of-Year`` …).

    ``year`` may have two digits (``short_year``); ``month`` 1 to 12, ``weekday`` 1 (Monday) to 7.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    short_year: bool = False


@attrs.frozen
class At:
    """A time within a day ("10 p.m. Wednesday", "Friday morning"); no day: the reference day.

    ``part`` is a part of the day: morning, noon, afternoon, evening, night, midnight.
    """

    day: Expression | None = None
    clock: Clock | None = None
    part: str | None = None


@attrs.frozen
class This:
    """The unit, weekday, month or season that holds the anchor ("this week", "today")."""

    unit: Precision
    index: int | None = None


@attrs.frozen
class Last:
    """The one before that ("last week", "yesterday"); ``index`` as in ``Nth``."""

    unit: Precision
    index: int | None = None


@attrs.frozen
class Next:
    """The one after that ("next year", "tomorrow"); ``coming`` is the first to come."""

    unit: Precision
    index: int | None = None
    coming: bool = False


@attrs.frozen
class Then:
    """The time that the text spoke of last ("the quarter", "that year", "a year earlier").

    ``unit`` is its grain, None its own; ``shift`` counts on from it ("the following year");
    ``index`` is a weekday or month there ("the previous Friday"); ``year`` puts it in a year
    ("the 1988 period").
    """

    unit: Precision | None = None
    shift: int = 0
    index: int | None = None
    year: Expression | None = None


@attrs.frozen
class Holiday:
    """A day with a name ("Easter", "Thanksgiving 2019"); ``rule`` is how its date is found.

    A rule is a day of the year (``12-25``), a numbered weekday of a month (``11 thu 4``,
    ``5 mon -1``), or days from Easter (``easter+1``).
    """

    rule: str
    relation: Relation | None = None
    of: Expression | None = None


@attrs.frozen
class Before:
    """A length before an anchor ("two weeks ago", "44 days before the fifth CIIE")."""

    length: Duration
    anchor: Expression | None = None


@attrs.frozen
class After:
    """A length after an anchor ("in two weeks", "a year later")."""

    length: Duration
    anchor: Expression | None = None


@attrs.frozen
class Between:
    """From one time to another, both included ("from 5 to 10 November")."""

    start: Expression
    end: Expression


@attrs.frozen
class Since:
    """From the start of something to the reference ("since 2018", "since its inception")."""

    anchor: Expression


@attrs.frozen
class Until:
    """Up to something ("until 2026", "by Friday")."""

    anchor: Expression
    inclusive: bool = True


@attrs.frozen
class Beyond:
    """After the end of something ("after 2018")."""

    anchor: Expression


@attrs.frozen
class Window:
    """A number of units that ends or begins at the reference ("the past five years").

    ``aligned`` windows consist of whole calendar units ("the last quarter"); others roll.
    ``number`` None is a vague count ("recent years").
    """

    relation: Relation
    number: int | None
    unit: Precision
    aligned: bool = False
    within: bool = False


@attrs.frozen
class Elapsed:
    """The time from an anchor, named elsewhere in the text, to the reference ("six years on")."""

    length: Duration


@attrs.frozen
class Nth:
    """A numbered unit inside a larger one ("the third quarter of 2023", "the 21st century")."""

    number: int
    unit: Precision
    of: Expression | None = None
    weekday: int | None = None
    count: int = 1


@attrs.frozen
class Season:
    """A meteorological season: 1 spring, 2 summer, 3 autumn, 4 winter, in a year when given."""

    season: int
    of: Expression | None = None


@attrs.frozen
class Decade:
    """Ten years by their first year ("the 1990s"); two digits leave the century open."""

    start: int
    short: bool = False


@attrs.frozen
class Part:
    """A part of something ("late autumn", "early 2024", "the end of March")."""

    portion: Portion
    of: Expression


@attrs.frozen
class Modified:
    """Something not exactly so ("nearly two years ago"); ``modifier`` is TimeML's word for it."""

    modifier: str
    of: Expression


@attrs.frozen
class Period:
    """A length without a place in time ("six days", "three-day")."""

    length: Duration
    modifier: str | None = None


@attrs.frozen
class Every:
    """A repetition ("annual", "twice a year", "every November")."""

    length: Duration
    times: int = 1
    of: Expression | None = None


@attrs.frozen
class Reference:
    """A vague pointer: ``present``, ``past`` or ``future`` ("now", "recently", "soon")."""

    when: Literal["present", "past", "future"]


@attrs.frozen
class EditionRef:
    """One edition of a series, named by number, by a year or relative to the focus.

    ``series`` None is the series that the text is about.  ``named`` is the name of an event that
    no pack describes.  ``relation`` counts from the focus edition; with ``of`` ("this year's") it
    is the edition inside that time.  ``upcoming`` and ``latest`` look from the publication day.
    ``noun`` is the common noun that was used ("expo"): it must be one of the series.
    """

    series: str | None = None
    number: int | None = None
    relation: Relation | None = None
    seek: Literal["upcoming", "latest", "first", "last", "anniversary"] | None = None
    of: Expression | None = None
    named: str | None = None
    noun: str | None = None


@attrs.frozen
class EditionsRef:
    """Several editions: the first, the previous or the next N, those since a time, N in a row.

    ``number`` None is all there are.  ``direction``: ``first`` counts from the first edition,
    ``previous`` back from the focus, ``next`` ahead, ``consecutive`` back from the focus with the
    focus included, ``total`` all up to the count.
    """

    direction: Literal["first", "previous", "next", "consecutive", "total"]
    number: int | None = None
    series: str | None = None
    since: Expression | None = None
    unit: Precision | None = None
    noun: str | None = None


@attrs.frozen
class Inception:
    """The beginning of a series ("since the inception of the CIIE"); None: the text's series."""

    series: str | None = None
    noun: str | None = None


@attrs.frozen
class SessionRef:
    """A session by its name, of an edition: the text's unless one is named.

    ``part`` is the id of a session that comes back in the editions of the series.
    """

    name: str
    edition: EditionRef | None = None
    part: str = ""


@attrs.frozen
class AnnouncementRef:
    """The announcement of something ("first announced")."""

    series: str | None = None


@attrs.frozen
class Anniversary:
    """The Nth return of a founding ("the tenth anniversary")."""

    number: int
    of: Expression | None = None


Expression = (
    Calendar
    | At
    | This
    | Last
    | Next
    | Then
    | Holiday
    | Before
    | After
    | Between
    | Since
    | Until
    | Beyond
    | Window
    | Elapsed
    | Nth
    | Season
    | Decade
    | Part
    | Modified
    | Period
    | Every
    | Reference
    | EditionRef
    | EditionsRef
    | Inception
    | SessionRef
    | AnnouncementRef
    | Anniversary
)


# --------------------------------------------------------------------------- resolver


@attrs.frozen(kw_only=True)
class Policy:
    """Named choices where usage differs; the defaults win most in the development data.

    Args:
        window: "past N years" ``rolling`` back from the reference day, or ``calendar`` years.
        weekday: a bare weekday ``latest`` on or before, ``nearest``, or ``next``.
        numeric: the order of slashed numeric dates, ``month-first`` or ``day-first``.
        anniversary: the ``founding`` or the year of ``celebration``.

    >>> Policy().window
    'rolling'
    """

    window: Literal["rolling", "calendar"] = "rolling"
    weekday: Literal["latest", "nearest", "next"] = "latest"
    numeric: Literal["month-first", "day-first"] = "month-first"
    anniversary: Literal["founding", "celebration"] = "founding"


@attrs.frozen(eq=False)
class Known:
    """What is known of one series: its record, its editions and sessions in order of time.

    ``parts`` are the sessions that come back: their id and for each language their names.
    """

    series: EventSeries
    editions: tuple[Edition, ...] = ()
    sessions: tuple[Session, ...] = ()
    parts: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = ()

    def numbered(self, number: int) -> Edition | None:
        """The edition with a number."""
        return next((each for each in self.editions if each.number == number), None)


@attrs.frozen(kw_only=True)
class Context:
    """What a resolution may use; no clock is ever read.

    ``published`` is the reference instant (naive, local to ``tz``; None: what is relative stays
    unresolved), ``known`` maps series keys to what is known of them, ``series`` is the series
    the text is about and ``focus`` its edition there, ``anchors`` maps names to time values,
    ``spoken`` what the text has spoken of so far (the reader keeps it while it reads).
    """

    published: datetime | None = None
    tz: str | None = None
    policy: Policy = Policy()
    known: Mapping[str, Known] = attrs.field(factory=dict)
    series: str | None = None
    focus: int | None = None
    as_of: datetime | None = None
    anchors: Mapping[str, TimeValue] = attrs.field(factory=dict)
    spoken: MutableMapping[str, TimeValue] = attrs.field(factory=dict)

    @property
    def today(self) -> date | None:
        """The reference day."""
        return self.published.date() if self.published else None


@attrs.frozen
class Cues:
    """What the words around an expression say: tense, a superlative before it, whether
    it is the whole text.
    """

    tense: Literal["past", "future"] | None = None
    alone: bool = False
    superlative: bool = False


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


@attrs.frozen
class Alternative:
    """A reading that was not chosen, with the step that would make it right."""

    when: TimeValue | None
    precision: Precision | None = None
    series: str | None = None
    editions: tuple[int, ...] = ()
    because: Step | None = None
    span: HalfOpen | None = None

    @property
    def interval(self) -> HalfOpen | None:
        """Half-open pair of naive local datetimes; None is open or unknown."""
        return _interval(self.when, self.span)

    @property
    def earliest(self) -> Day | None:
        """The first possible day, None when open or unknown."""
        return None if self.when is None else self.when.earliest

    @property
    def latest(self) -> Day | None:
        """The last possible day, None when open or unknown."""
        return None if self.when is None else self.when.latest


def _interval(when: TimeValue | None, span: HalfOpen | None) -> HalfOpen | None:
    if span is not None or when is None:
        return span
    return when.interval


@attrs.frozen
class Resolution:
    """What an expression means: the chosen value, other readings, and the steps that led there.

    ``when`` is None when it stays unresolved or has no place in time; ``span`` is given where the
    half-open interval is not that of ``when`` (a window that ends now).  ``timex`` is the TimeML
    value, ``mod`` its modifier.
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

    @property
    def interval(self) -> HalfOpen | None:
        """Half-open pair of naive local datetimes; None is open or unknown."""
        return _interval(self.when, self.span)

    @property
    def earliest(self) -> Day | None:
        """The first possible day, None when open or unknown."""
        return None if self.when is None else self.when.earliest

    @property
    def latest(self) -> Day | None:
        """The last possible day, None when open or unknown."""
        return None if self.when is None else self.when.latest

    @property
    def edtf(self) -> str | None:
        """The value in EDTF, None when there is none."""
        return None if self.when is None else self.when.to_edtf()

    def explain(self, lang: str = "en") -> str:
        """The steps in sentences."""
        return self.voice(self, lang)


Resolve = Callable[[Expression, Context, Cues], Resolution]

# --------------------------------------------------------------------------- reader


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
