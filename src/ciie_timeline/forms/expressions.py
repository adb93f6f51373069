"""Runs of tokens, and the closed union of expressions that the grammar makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Literal

import attrs

from ciie_timeline.values import Duration, Precision


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

    def moved(self, by: int) -> Run:
        """The same tokens so many code points on."""
        starts, ends = (tuple([at + by for at in each]) for each in (self.starts, self.ends))
        return Run(starts, ends, self.classes, self.values)


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


class Elided(int):
    """A year of two digits that an apostrophe stands before ("'68"), 0 to 99.

    >>> Elided(68)
    68
    """


@attrs.frozen
class Calendar:
    """Calendar fields as given; what is None was not said (SCATE ``Year``, ``Month-Of-Year`` …).

    ``year`` may have two digits (``short_year``), with an apostrophe before them (``elided``: such
    years are seldom ahead); ``month`` 1 to 12, ``weekday`` 1 (Monday) to 7.
    ``either``: the month and the day are figures that could change places; their order is a policy.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    short_year: bool = False
    either: bool = False
    elided: bool = False


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
    """The one before that ("last week", "yesterday"), ``steps`` back ("the year before last").

    ``index`` is a weekday, a month or the word of a season.
    """

    unit: Precision
    index: int | None = None
    steps: int = 1


@attrs.frozen
class Next:
    """The one after that ("next year", "tomorrow"); ``coming`` is the first to come."""

    unit: Precision
    index: int | None = None
    coming: bool = False
    steps: int = 1


@attrs.frozen
class Then:
    """The time that the text spoke of last ("the quarter", "that year", "a year earlier").

    ``unit`` is its grain, None its own; ``shift`` counts on from it ("the following year");
    ``index`` is a weekday or month there ("the previous Friday"); ``year`` puts it in a year
    ("the 1988 period").  ``latest`` is the last one that is over where the text spoke of none
    ("the latest quarter").
    """

    unit: Precision | None = None
    shift: int = 0
    index: int | None = None
    year: Expression | None = None
    latest: bool = False


@attrs.frozen
class Holiday:
    """A day with a name ("Easter", "Thanksgiving 2019"); ``rule`` is how its date is found.

    A rule is a day of the year (``12-25``), a numbered weekday of a month (``11 thu 4``,
    ``5 mon -1``), days from Easter (``easter+1``), a day of another calendar (``hebrew 7-10``);
    the resolver's module ``day_rules`` has them all.  ``country`` (ISO 3166-1, two letters) is
    named where the day is another in each; ``part`` is what is meant of it: its weekend, the day
    before it, the weekday on which it is kept when it falls on a weekend.
    """

    rule: str
    relation: Relation | None = None
    of: Expression | None = None
    country: str | None = None
    part: Literal["weekend", "eve", "observed"] | None = None


@attrs.frozen
class Beside:
    """What stands right before or after a time ("the day after Thanksgiving").

    ``unit`` is a day, weekend or week, ``index`` a weekday (1 Monday: "the Friday before Easter"),
    ``sign`` -1 before and 1 after.
    """

    unit: Precision
    sign: Literal[-1, 1]
    anchor: Expression
    index: int | None = None


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
    """After the end of something ("after 2018"), or from its start on ("2018 or later")."""

    anchor: Expression
    inclusive: bool = False


@attrs.frozen
class Window:
    """A number of units that ends or begins at the reference ("the past five years").

    ``number`` None is a vague count ("recent years").
    """

    relation: Relation
    number: int | None
    unit: Precision
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
class Fiscal:
    """A year of accounts, or a part of one ("fiscal 2024", "the fiscal first quarter").

    It is named by the year in which it ends; in which month it begins is a policy.
    """

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

    ``listed`` are named one by one: ``numbers`` holds them.

    ``number`` None is all there are.  ``direction``: ``first`` counts from the first edition,
    ``previous`` back from the focus, ``next`` ahead, ``consecutive`` back from the focus with the
    focus included, ``total`` all up to the count.
    """

    direction: Literal["first", "previous", "next", "consecutive", "total", "listed"]
    number: int | None = None
    series: str | None = None
    since: Expression | None = None
    unit: Precision | None = None
    noun: str | None = None
    numbers: tuple[int, ...] = ()


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
    | Beside
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
    | Fiscal
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
