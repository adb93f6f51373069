"""The ordered index of events: queries by time, series and key."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import attrs

from ciie_timeline.errors import UnknownSeriesError, ValidationError
from ciie_timeline.forms import Conflict, Finding
from ciie_timeline.model import (
    Announcement,
    Claim,
    Edition,
    Event,
    EventSeries,
    Session,
    Source,
)
from ciie_timeline.timeline.identity import first_key
from ciie_timeline.timeline.windows import queried, touches, window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ciie_timeline.timeline.windows import Query, Window

_EVENTS: Final = (Edition, Session, Announcement)


def _to_events(given: Iterable[Event]) -> tuple[Event, ...]:
    events = tuple(given)
    for place, event in enumerate(events):
        if not isinstance(event, _EVENTS):
            raise ValidationError(
                f"Timeline.events[{place}]: expected an Edition, a Session or an Announcement, "
                f"found {event!r}"
            )
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[bool, Any, str]:
    return event.when is None, () if event.when is None else event.when.sort_key(), event.key


def _to_series(given: Iterable[EventSeries]) -> tuple[EventSeries, ...]:
    return tuple(sorted(given, key=lambda each: each.key))


def _to_sources(given: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(sorted(given, key=lambda each: each.id))


def _to_claims(given: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(given)


def _to_findings(given: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(given)


def _claim_order(claim: Claim) -> tuple[str, ...]:
    return claim.id, claim.subject, claim.property, claim.source, repr(claim)


def _all_claims(timeline: Timeline) -> tuple[Claim, ...]:
    """The claims given and those that events and conflicts rest on, each once, by id."""
    found: dict[str, list[Claim]] = {}
    whys = (event.why.claims for event in timeline.events)
    conflicts = (conflict.claims for conflict in timeline.conflicts)
    for claim in chain(timeline.claims, *whys, *conflicts):
        same = found.setdefault(claim.id, [])
        if claim not in same:
            same.append(claim)
    return tuple(sorted(chain(*found.values()), key=_claim_order))


@attrs.frozen(eq=False, repr=False)
class Timeline:
    """Events in order of time, with the series, claims, sources and findings that go with them.

    It never changes.  The order is that of ``when.sort_key()``, then of the keys; events without a
    date come last.  Series and sources are kept in the order of their keys and ids; ``claims``
    holds those given and all that an event's ``why`` or a conflict rests on.  Two timelines are
    equal when all their parts are.

    Args:
        events: editions, sessions and announcements; the edition of a session may be absent.
        series: the records of the series.
        claims: what the sources say.
        sources: where the claims come from.
        findings: what was found while the timeline was built, in the order given.

    Raises:
        ValidationError: a key, source id or series stands twice, two events would have the same
            UID, or something is no event.

    >>> timeline = Timeline([
    ...     Edition("ciie/7", "7th CIIE", when="2024-11-05/2024-11-10"),
    ...     Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10"),
    ... ])
    >>> [event.key for event in timeline], len(timeline), "ciie/7" in timeline
    (['ciie/6', 'ciie/7'], 2, True)
    >>> [event.key for event in timeline.on("2023-11-07")]
    ['ciie/6']
    """

    events: tuple[Event, ...] = attrs.field(default=(), converter=_to_events)
    series: tuple[EventSeries, ...] = attrs.field(default=(), converter=_to_series, kw_only=True)
    claims: tuple[Claim, ...] = attrs.field(default=(), converter=_to_claims, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=_to_sources, kw_only=True)
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=_to_findings, kw_only=True)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "claims", _all_claims(self))
        _once("the key", (event.key for event in self.events))
        _once("the first key (a UID)", map(first_key, self.events))
        _once("the source id", (source.id for source in self.sources))
        _once("the series", (record.key for record in self.series))

    # -- a collection of events

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __contains__(self, key: object) -> bool:
        if isinstance(key, _EVENTS):
            return self._by_key.get(key.key) == key
        return key in self._by_key

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Timeline):
            return NotImplemented
        return self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(tuple(event.key for event in self.events))

    def __repr__(self) -> str:
        noun = "event" if len(self) == 1 else "events"
        return f"<{type(self).__name__} of {len(self)} {noun}>"

    def _parts(self) -> tuple[Any, ...]:
        return self.events, self.series, self.claims, self.sources, self.findings

    # -- by key

    @cached_property
    def _by_key(self) -> dict[str, Event]:
        return {event.key: event for event in self.events}

    @cached_property
    def _by_source_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def get(self, key: str) -> Event | None:
        """The event with a key, None when there is none.

        >>> Timeline([Edition("ciie/6", "6th CIIE")]).get("ciie/6").name
        '6th CIIE'
        """
        return self._by_key.get(key)

    def source(self, id_: str) -> Source | None:
        """The source with an id, None when there is none.

        >>> Timeline([], sources=[Source("paper", title="A paper")]).source("paper").title
        'A paper'
        """
        return self._by_source_id.get(id_)

    # -- by kind

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The editions in order."""
        return tuple(event for event in self.events if isinstance(event, Edition))

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions in order."""
        return tuple(event for event in self.events if isinstance(event, Session))

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """The announcements in order."""
        return tuple(event for event in self.events if isinstance(event, Announcement))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts of those findings that have one."""
        return tuple(each.conflict for each in self.findings if each.conflict is not None)

    # -- by time

    def between(self, start: Query, end: Query, *, certain: bool = False) -> tuple[Event, ...]:
        """The events that touch the time from the start of one value to the end of another.

        Both ends belong to it.  Clock times count as written, each in its own zone; a mark of
        doubt (``? ~ %``) moves no bound.  Events without a date are never among them.

        Args:
            start: EDTF text, a date or a time value; an open one stands for "since ever".
            end: the same; an open one stands for "for ever".
            certain: leave out what can also have been at another time: with ``True`` an event of
                "May 2017" is not on 4 May 2017, yet it is between April and June.

        Raises:
            EdtfError: a text that is no EDTF value.
            ValidationError: the end lies before the start, or something is no time.

        >>> timeline = Timeline([Announcement("ciie/announced", "Announced", when="2017-05")])
        >>> len(timeline.between("2017-04", "2017-05-04"))
        1
        >>> len(timeline.between("2017-04", "2017-05-04", certain=True))
        0
        """
        first, last = window(queried(start))[0], window(queried(end))[1]
        if first >= last:
            raise ValidationError(f"between: expected an end not before {start}, found {end}")
        return self._touching((first, last), certain=certain)

    def on(self, day: Query, *, certain: bool = False) -> tuple[Event, ...]:
        """The events of a day (or month, or year …); see ``between`` for what counts.

        >>> expo = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")
        >>> [len(Timeline([expo]).on(day)) for day in ("2023-11-10", "2023-11-11", "2023")]
        [1, 0, 1]
        """
        return self._touching(window(queried(day)), certain=certain)

    def overlapping(self, value: Query | Event, *, certain: bool = False) -> tuple[Event, ...]:
        """The events that share time with a value or an event (that event left out).

        >>> expo = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")
        >>> forum = Session("ciie/6/forum", "Forum", when="2023-11-05")
        >>> [event.key for event in Timeline([expo, forum]).overlapping(expo)]
        ['ciie/6/forum']
        """
        if not isinstance(value, _EVENTS):
            return self._touching(window(queried(value)), certain=certain)
        if value.when is None:
            return ()
        found = self._touching(window(value.when), certain=certain)
        return tuple(event for event in found if event.key != value.key)

    def _touching(self, asked: Window, *, certain: bool) -> tuple[Event, ...]:
        return tuple(
            event
            for event in self.events
            if event.when is not None and touches(event.when, asked, certain=certain)
        )

    def next(self, after: Query | Event) -> Event | None:
        """The first event that begins after a day, or the one that follows an event.

        An event that runs on the day is not next, it is ``on`` that day.

        Args:
            after: EDTF text, a date or a time value; or an event, or the key of one.

        >>> timeline = Timeline([Edition(f"ciie/{n}", f"{n}. CIIE", when=f"{2017 + n}-11-05")
        ...                      for n in (6, 7)])
        >>> timeline.next("2023-11-05").key, timeline.next("ciie/6").key, timeline.next("2024-12")
        ('ciie/7', 'ciie/7', None)
        """
        event = self._event(after)
        if event is not None:
            place = bisect_right(self.events, _order(event), key=_order)
            return self.events[place] if place < len(self) else None
        last = window(queried(after))[1]  # type: ignore[arg-type]  # no event, so a query
        return next((event for event, span in self._windows if span[0] >= last), None)

    def previous(self, before: Query | Event) -> Event | None:
        """The last event that was over before a day, or the one that precedes an event.

        Args:
            before: EDTF text, a date or a time value; or an event, or the key of one.

        >>> expo = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")
        >>> Timeline([expo]).previous("2023-11-11").key, Timeline([expo]).previous("2023-11-10")
        ('ciie/6', None)
        """
        event = self._event(before)
        if event is not None:
            place = bisect_left(self.events, _order(event), key=_order)
            return self.events[place - 1] if place else None
        first = window(queried(before))[0]  # type: ignore[arg-type]  # no event, so a query
        over = [(span[1], event) for event, span in self._windows if span[1] <= first]
        return max(over, key=lambda each: each[0])[1] if over else None

    @cached_property
    def _windows(self) -> tuple[tuple[Event, Window], ...]:
        dated = ((event, event.when) for event in self.events)
        return tuple((event, window(when)) for event, when in dated if when is not None)

    def _event(self, given: Query | Event) -> Event | None:
        if isinstance(given, _EVENTS):
            return given
        return self._by_key.get(given) if isinstance(given, str) else None

    # -- by series

    def of(self, series: str | EventSeries) -> Timeline:
        """The part of the timeline that concerns one series.

        It keeps the events, the record and the claims of the series, the sources that these name
        (with those that they repeat), and the findings whose conflict or arguments name it.

        Args:
            series: the key of a series or its record.

        Raises:
            UnknownSeriesError: the timeline knows no such series.

        >>> Timeline([Edition("ciie/6", "6th CIIE"), Edition("cop/28", "COP 28")]).of("cop").events
        (Edition(..., key='cop/28', name='COP 28', ...),)
        """
        key = series.key if isinstance(series, EventSeries) else series
        events = tuple(event for event in self.events if event.series == key)
        records = tuple(record for record in self.series if record.key == key)
        if not events and not records:
            known = sorted({each.series for each in self} | {each.key for each in self.series})
            raise UnknownSeriesError(
                f"expected one of the series {', '.join(known) or '(none)'}, found {key!r}"
            )
        claims = tuple(each for each in self.claims if _belongs(each.subject, key))
        findings = tuple(each for each in self.findings if _concerns(each, key))
        part = Timeline(events, series=records, claims=claims, findings=findings)
        return attrs.evolve(part, sources=self._sources_of(part))

    def _sources_of(self, part: Timeline) -> tuple[Source, ...]:
        wanted = [id_ for event in part for id_ in event.sources]
        wanted += (claim.source for claim in part.claims)
        wanted += (rule.source for record in part.series for rule in record.rules)
        wanted += (rule.source for event in part for rule in event.why.rules)
        wanted += (span.source for finding in part.findings for span in finding.spans)
        found: dict[str, Source] = {}
        while wanted:
            source = self.source(wanted.pop())
            if source is not None and source.id not in found:
                found[source.id] = source
                wanted += source.derived_from
        return tuple(found.values())


@attrs.frozen(eq=False, repr=False)
class SeriesTimeline(Timeline):
    """The timeline of exactly one series; its editions are found by number or label.

    >>> ciie = SeriesTimeline([Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")],
    ...                       series=[EventSeries("ciie", "China International Import Expo")])
    >>> ciie[6].when.to_edtf(), ciie.record.name
    ('2023-11-05/2023-11-10', 'China International Import Expo')
    """

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if len(self.series) != 1:
            raise ValidationError(
                f"SeriesTimeline.series: expected exactly one record, found {len(self.series)}"
            )
        for event in self.events:
            if event.series != self.record.key:
                raise ValidationError(
                    f"SeriesTimeline.events: expected events of {self.record.key!r}, "
                    f"found {event.key!r}"
                )

    @property
    def record(self) -> EventSeries:
        """The record of the series."""
        return self.series[0]

    def __getitem__(self, edition: int | str) -> Edition:
        """The edition with a number, or with a label or last part of the key such as ``"2024"``.

        A number that no edition has is taken for a label: ``series[2024]``.

        Raises:
            KeyError: no such edition; the message lists those that exist.

        >>> games = SeriesTimeline([Edition("games/2024", "Games")],
        ...                        series=[EventSeries("games", "The Games")])
        >>> games["2024"].key, games[2024].key
        ('games/2024', 'games/2024')
        >>> games[7]
        Traceback (most recent call last):
        ...
        KeyError: "expected one of the editions 2024 of 'games', found 7"
        """
        wanted = str(edition)
        if not isinstance(edition, str):
            for each in self.editions:
                if each.number == edition:
                    return each
        for each in self.editions:
            if wanted in (each.label, each.key.partition("/")[2]):
                return each
        raise KeyError(
            f"expected one of the editions {', '.join(map(_short, self.editions)) or '(none)'} "
            f"of {self.record.key!r}, found {edition!r}"
        )


def _short(edition: Edition) -> str:
    return edition.label or edition.key.partition("/")[2]


def _belongs(subject: str, series: str) -> bool:
    return subject.partition("/")[0] == series


def _concerns(finding: Finding, series: str) -> bool:
    claims = () if finding.conflict is None else finding.conflict.claims
    named = [value for _, value in finding.arguments if isinstance(value, str)]
    return any(_belongs(each, series) for each in (*named, *(each.subject for each in claims)))


def _once(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValidationError(f"Timeline: expected {what} {name!r} once, found it twice")
        seen.add(name)
