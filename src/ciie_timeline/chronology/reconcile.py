"""From claims to dated editions, sessions and announcements, and what does not fit."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import attrs

from ciie_timeline.chronology.conflicts import Judge
from ciie_timeline.chronology.problem import Outcome, Problem
from ciie_timeline.chronology.settle import Settled, settle
from ciie_timeline.chronology.slots import (
    PER_YEAR,
    covers,
    day_value,
    ends,
    is_doubtful,
    slots_value,
    width,
)
from ciie_timeline.chronology.statements import Statement, statements
from ciie_timeline.forms import Finding, Known
from ciie_timeline.model import (
    Announcement,
    Claim,
    Derivation,
    Edition,
    Event,
    EventSeries,
    Modality,
    Rule,
    Session,
    Source,
    Status,
)
from ciie_timeline.values import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ciie_timeline.values import TimeValue

_PARTS_OF_SESSION: Final = 3
#: Properties of which an event has one value, with the argument that takes it.
_SINGLE: Final = {
    "place": "place",
    "attendance": "attendance",
    "tz": "tz",
    "description": "description",
    "url": "url",
    "label": "label",
    "revised": "revised",
}
#: Properties of which an event has any number of values.
_MANY: Final = {"category": "categories", "former-key": "former_keys", "about": "about"}
#: Properties that say nothing of what an event is, only that or how a text speaks of it.
_SPOKEN: Final = frozenset({"mentioned", "current-in"})
#: Properties whose claims are the reasons of an event.
_REASONS: Final = ("when", "previous-start", "place", "status", "attendance")


@attrs.frozen
class Chronicle:
    """What claims come to: events in order of time, and findings, the gravest first."""

    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()


def reconcile(
    series: EventSeries,
    claims: Iterable[Claim],
    rules: Iterable[Rule] = (),
    sources: Iterable[Source] = (),
) -> Chronicle:
    """The dated events of one series, each with its reasons, and the contradictions met on the way.

    Claims about other series are left alone.  The order of the claims does not matter; a result
    without one of them is had by leaving it out.  Of contradicting claims those of the most
    independent sources win, and a finding tells.

    Args:
        series: the series; its own rules are used when ``rules`` is empty.
        claims: what packs, texts and people say.
        rules: numbering and containment.
        sources: tells which sources repeat others, and when they were published.

    >>> from ciie_timeline.values import parse_edtf
    >>> said = [Claim("a", "ciie/1", "when", parse_edtf("2018-11-05/2018-11-10"), "x"),
    ...         Claim("b", "ciie/6", "when", parse_edtf("2023-11-05/2023-11-10"), "x"),
    ...         Claim("c", "ciie/3", "mentioned", True, "y")]
    >>> rule = Rule("ciie.numbering", "ciie", "numbering", (("every", 1),))
    >>> chronicle = reconcile(EventSeries("ciie", "CIIE"), said, [rule])
    >>> [(each.number, each.when.to_edtf()) for each in chronicle.events]
    [(1, '2018-11-05/2018-11-10'), (3, '2020'), (6, '2023-11-05/2023-11-10')]
    """
    known = {source.id: source for source in sources}
    own = [each for each in claims if each.subject.partition("/")[0] == series.key]
    given = statements(own, known)
    problem = Problem.of(series.key, tuple(rules) or series.rules, given)
    plans = _superseded(given, known)
    settled = settle(problem, [each for each in given if each.id not in plans])
    judge = Judge(problem, settled.kept)
    findings = _named(series, (*judge.findings(settled.cores), *_denials(own)))
    builder = _Builder(series, problem, settled, plans)
    events = tuple(builder.events(given))
    return Chronicle(tuple(sorted(events, key=_in_time)), findings)


def check(known: Mapping[str, Known], claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """What the claims of a text contradict: the known editions of their series, or each other.

    A text that speaks of a past edition contradicts nothing; one that takes an edition for that
    of another year (property ``current-in``) or gives it other days (``when``) does.  The same
    contradiction is found once, with all its places in the text.

    Args:
        known: what is known of each series, by key.
        claims: the claims of the text; series that are not known are compared with themselves.

    >>> from ciie_timeline.values import parse_edtf
    >>> sixth = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")
    >>> claim = Claim("t", "ciie/6", "current-in", parse_edtf("2025"), "article", (0, 10))
    >>> finding, = check({"ciie": Known(EventSeries("ciie", "CIIE"), (sixth,))}, [claim])
    >>> finding.kind, dict(finding.arguments)["held"], finding.conflict.slack
    ('edition-year', 2023, -2)
    """
    spoken: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        spoken[claim.subject.partition("/")[0]].append(claim)
    found: list[Finding] = []
    for key in sorted(spoken):
        if key in known:
            found += _checked(known[key], spoken[key])
        else:
            found += _checked(_unknown(key), [_in_months(claim) for claim in spoken[key]])
    return tuple(found)


def _unknown(key: str) -> Known:
    """A series without a record: its editions are held in their order, in different months."""
    order = Rule(f"{key}.numbering", key, "numbering", (("every", 1), ("unit", "month")))
    return Known(EventSeries(key, key, rules=(order,)))


def _in_months(claim: Claim) -> Claim:
    """A claim with the month of an edition: a day or a week beside it may be one of several."""
    value = claim.value
    if (
        claim.property != "when"
        or value is None
        or len(claim.subject.split("/")) >= _PARTS_OF_SESSION
    ):
        return claim
    first, last = value.earliest, value.latest
    if not isinstance(first, date) or not isinstance(last, date) or first.year != last.year:
        return claim
    month = first.month if first.month == last.month else None
    return attrs.evolve(claim, value=PartialDate(first.year, month))


def _checked(known: Known, claims: Sequence[Claim]) -> tuple[Finding, ...]:
    if all(claim.property == "mentioned" for claim in claims):
        return ()
    facts = [claim for event in _events(known) for claim in _facts(event)]
    said = _not_given_up(known, claims)
    given = statements([*facts, *said])
    spoken = {claim.id for claim in said}
    texts = {each.id for each in given if any(claim.id in spoken for claim in each.claims)}
    heavy = 1 + sum(each.support for each in given)
    problem = Problem.of(known.series.key, known.series.rules, given)
    settled = settle(problem, given, lambda each: each.support + (0 if each.id in texts else heavy))
    cores = [core for core in settled.cores if any(each.id in texts for each in core.statements)]
    return _named(known.series, Judge(problem, settled.kept).findings(cores))


def _named(series: EventSeries, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with what the series is called in passing."""
    return tuple(
        attrs.evolve(each, arguments=(*each.arguments, ("names", series.short_names)))
        for each in findings
    )


def _events(known: Known) -> tuple[Edition | Session, ...]:
    return known.editions + known.sessions


def _facts(event: Edition | Session) -> tuple[Claim, ...]:
    """The claims that the time of an event rests on; one of its own when it was made by hand."""
    key, when = event.key, event.when
    found = [each for each in event.why.claims if each.property == "when" and each.value == when]
    if when is not None and not found:
        found.append(Claim(f"{key}#when", key, "when", when))
    if isinstance(event, Edition) and event.number is not None:
        found.append(Claim(f"{key}#number", key, "number", event.number))
    return tuple(found)


def _not_given_up(known: Known, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims but for those that give the start that an edition was once planned for."""
    starts = {event.key: event.previous_starts for event in _events(known)}
    return tuple(
        claim
        for claim in claims
        if claim.property != "when"
        or not any(covers(claim.value, start) for start in starts.get(claim.subject, ()))
    )


def _superseded(given: Sequence[Statement], known: Mapping[str, Source]) -> frozenset[str]:
    """Plans that came to nothing: older than the event as held, or than a newer plan."""
    by_subject: dict[str, list[Statement]] = defaultdict(list)
    for each in given:
        if each.name == "when":
            by_subject[each.subject].append(each)
    found: set[str] = set()
    for sides in by_subject.values():
        held = [each for each in sides if not each.is_planned]
        plans = [each for each in sides if each.is_planned]
        newest = max((_published(each, known) or 0 for each in plans), default=0)
        for each in plans:
            published = _published(each, known)
            begin = max((ends(other.value)[0][0] or 0 for other in held), default=newest)
            if published is not None and published < begin:
                found.add(each.id)
    return frozenset(found)


def _published(each: Statement, known: Mapping[str, Source]) -> int | None:
    """The last day on which a source of the statement was published, as an ordinal."""
    days = [
        source.published.latest.toordinal()
        for claim in each.claims
        if (source := known.get(claim.source)) is not None
        and source.published is not None
        and source.published.latest is not None
    ]
    return max(days, default=None)


def _denials(claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """A finding for each claim that denies what others say."""
    given = tuple(claims)
    said: dict[tuple[str, str, Any], list[Claim]] = defaultdict(list)
    for claim in given:
        if claim.modality is not Modality.DENIED:
            said[claim.subject, claim.property, claim.value].append(claim)
    found = []
    for denial in sorted(given, key=lambda each: each.id):
        others = said.get((denial.subject, denial.property, denial.value))
        if denial.modality is Modality.DENIED and others:
            arguments = (
                ("subject", denial.subject),
                ("property", denial.property),
                ("value", denial.value),
                ("sources", tuple(sorted({each.source for each in others if each.source}))),
                ("denied_by", denial.source),
            )
            found.append(Finding("warning", "claim-denied", arguments=arguments))
    return tuple(found)


# --------------------------------------------------------------------------- events


@attrs.frozen
class _Builder:
    """Makes events out of what holds."""

    series: EventSeries
    problem: Problem
    settled: Settled
    plans: frozenset[str]

    def events(self, given: Sequence[Statement]) -> list[Event]:
        by_subject: dict[str, list[Statement]] = defaultdict(list)
        gone = {each.id for each in self.settled.aside}
        for each in given:
            if each.subject != self.series.key:
                by_subject[each.subject] += [] if each.id in gone else [each]
        made = (self._event(key, said) for key, said in sorted(by_subject.items()))
        return [each for each in made if each is not None]

    def _event(self, key: str, said: Sequence[Statement]) -> Event | None:
        groups: dict[str, list[Statement]] = defaultdict(list)
        for each in said:
            groups[each.name].append(each)
        times = [each for each in groups["when"] if each.id not in self.plans]
        chosen = min(times, key=_preference) if times else None
        inferred, rules = (None, ()) if chosen else self._inferred(key)
        if inferred is None and {each.name for each in said} <= _SPOKEN:
            return None
        when = chosen.value if chosen else inferred
        fields: dict[str, Any] = {"when": when, "why": self._why(groups, chosen, rules)}
        fields |= {"previous_starts": self._given_up(groups, when), "tz": self.series.tz}
        fields |= {"status": _status(groups, past=self._is_past(key, chosen))}
        for name, field in _SINGLE.items():
            if groups[name]:
                fields[field] = max(groups[name], key=_weight).value
        for name, field in _MANY.items():
            if groups[name]:
                fields[field] = tuple(
                    each.value for each in sorted(groups[name], key=lambda one: one.id)
                )
        names = groups["name"]
        name = max(names, key=_weight).value if names else self._name(key)
        return self._made(key, name, fields)

    def _made(self, key: str, name: str, fields: dict[str, Any]) -> Event:
        fields["sources"] = fields["why"].sources
        own = key.split("/")
        if len(own) == _PARTS_OF_SESSION:
            return Session(key, name, **_without(fields, "label", "about"))
        number = self.problem.numbers.get(key)
        if number is None and not own[1].isdecimal() and not own[1].startswith("x-"):
            return Announcement(key, name, **_without(fields, "label"))
        fields = _without(fields, "about")
        return Edition(key, name, **(fields if number is None else fields | {"number": number}))

    def _name(self, key: str) -> str:
        """What an event is called when no claim names it."""
        own = key.rpartition("/")[2]
        if key.count("/") == 1 and (key in self.problem.numbers or own.isdecimal()):
            return f"{self.series.name} {own}"
        return own.replace("-", " ").capitalize()

    def _inferred(self, key: str) -> tuple[TimeValue | None, tuple[str, ...]]:
        """What the network says of the time of an edition or a session, if both ends are known."""
        outcome: Outcome = self.settled.outcome
        number = self.problem.numbers.get(key)
        if number in outcome.slots:
            window = outcome.slots[number]
            tags = (*window.low_tags, *window.high_tags)
            unit, delay = self.problem.unit, self.problem.numbering.delay
            if window.low is None or window.high is None:
                return None, ()
            return slots_value(window.low, window.high + delay, PER_YEAR[unit]), tags
        return None, ()

    def _is_past(self, key: str, chosen: Statement | None) -> bool:
        """Whether claims speak of an event, or else of a later edition, as held."""
        if chosen is not None:
            return not chosen.is_planned
        numbers = self.problem.numbers
        return key in numbers and any(
            each.name == "when"
            and not each.is_planned
            and numbers.get(each.subject, 0) > numbers[key]
            for each in self.settled.kept
        )

    def _why(
        self, groups: Mapping[str, list[Statement]], chosen: Statement | None, tags: Iterable[str]
    ) -> Derivation:
        backing = (
            [] if chosen is None else [each for each in groups["when"] if _backs(each, chosen)]
        )
        others = [each for name in _REASONS[1:] for each in groups.get(name, ())]
        claims = [claim for each in (*backing, *others) for claim in each.claims]
        rested = set(tags)
        for each in self.settled.kept:
            if each.id in rested:
                claims.extend(each.claims)
        rules = tuple(rule for name, rule in self.problem.rules.items() if name in rested)
        return Derivation(tuple(dict.fromkeys(claims)), rules)

    def _given_up(
        self, groups: Mapping[str, list[Statement]], when: TimeValue | None
    ) -> tuple[TimeValue, ...]:
        """The starts that were planned and given up, oldest first."""
        said = [each.value for each in groups.get("previous-start", ())]
        planned = [each.value for each in groups["when"] if each.id in self.plans]
        begin = None if when is None else ends(when)[0][0]
        for value in planned:
            first = ends(value)[0]
            if first[0] is not None and first[0] == first[1] and first[0] != begin:
                said.append(day_value(first[0]))
        return tuple(sorted(dict.fromkeys(said), key=lambda value: str(value.earliest)))


def _preference(each: Statement) -> tuple[Any, ...]:
    """As held before as planned, certain before doubtful, exact before wide, then by support."""
    days = width(each.value)
    return (
        each.is_planned,
        is_doubtful(each.value),
        days is None,
        days or 0,
        -each.support,
        str(each.value),
    )


def _weight(each: Statement) -> tuple[Any, ...]:
    """Records before texts, then the most sources, then the last in the alphabet."""
    recorded = any(claim.span is None for claim in each.claims)
    return recorded, each.support, not each.is_planned, str(each.value)


def _backs(each: Statement, chosen: Statement) -> bool:
    return each is chosen or covers(each.value, chosen.value)


def _status(groups: Mapping[str, list[Statement]], *, past: bool) -> Status:
    """What the claims say, else held or scheduled as the claims speak of it."""
    if groups.get("status"):
        return Status(max(groups["status"], key=_weight).value)
    return Status.HELD if past else Status.SCHEDULED


def _without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}


def _in_time(event: Event) -> tuple[Any, ...]:
    first = None if event.when is None else event.when.earliest
    return first is None, 0 if first is None else first.toordinal(), event.key
