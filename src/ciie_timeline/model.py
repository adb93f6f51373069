"""The things a timeline speaks of: sources, places, series, claims and events.

Names follow the field: ``EventSeries``, ``Edition``, ``previous_starts`` and ``status`` from
schema.org and Wikidata, ``Source`` and ``Derivation`` from PROV-O.  Records are frozen; nothing
here reads, writes or knows a format.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from ciie_timeline.errors import KeyFormatError, ValidationError
from ciie_timeline.values import (
    AllOf,
    Duration,
    Extent,
    Interval,
    OneOf,
    PartialDate,
    TimeValue,
    parse_edtf,
)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_VALUES = (PartialDate, Interval, OneOf, AllOf, Extent)
#: The largest number that a key's second part is taken for an ordinal rather than a year.
_LARGEST_ORDINAL = 999


class Status(Enum):
    """What became of an event (schema.org ``eventStatus``, plus ``held`` for the past)."""

    SCHEDULED = "scheduled"
    HELD = "held"
    POSTPONED = "postponed"
    RESCHEDULED = "rescheduled"
    CANCELLED = "cancelled"


class Attendance(Enum):
    """Where visitors take part (schema.org ``eventAttendanceMode``)."""

    OFFLINE = "offline"
    ONLINE = "online"
    MIXED = "mixed"


class Method(Enum):
    """How a claim came about: written so, resolved from a relative phrase, or concluded."""

    STATED = "stated"
    RESOLVED = "resolved"
    INFERRED = "inferred"


class Modality(Enum):
    """Whether a claim speaks of what happened, of a plan, or denies it."""

    HELD = "held"
    PLANNED = "planned"
    DENIED = "denied"


def _to_value(given: Any) -> Any:
    """An EDTF text, a date or a datetime as a time value; values and None stay as they are."""
    if isinstance(given, str):
        return parse_edtf(given)
    if isinstance(given, datetime):
        return parse_edtf(given.replace(microsecond=0).isoformat())
    if isinstance(given, date):
        return PartialDate(given.year, given.month, given.day)
    return given


def _to_values(given: Any) -> Any:
    return tuple(_to_value(each) for each in given)


def _to_place(given: Any) -> Any:
    return Place(given) if isinstance(given, str) else given


def _to_tuple(given: Any) -> Any:
    return (given,) if isinstance(given, str) else tuple(given)


def _to_pairs(given: Any) -> Any:
    pairs = given.items() if hasattr(given, "items") else given
    return tuple((lang, _to_tuple(names)) for lang, names in pairs)


def _is_value(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and not isinstance(value, _VALUES):
        raise ValidationError(
            f"{type(instance).__name__}.{attribute.name}: expected an EDTF text, a date or a time "
            f"value, found {value!r}"
        )


def _are_values(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    for each in value:
        _is_value(instance, attribute, each)


def _is_zone(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is None:
        return
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError):
        raise ValidationError(
            f"{type(instance).__name__}.{attribute.name}: expected an IANA time zone such as "
            f"'Asia/Shanghai', found {value!r}"
        ) from None


def _is_text(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ValidationError(
            f"{type(instance).__name__}.{attribute.name}: expected a text that is not empty, "
            f"found {value!r}"
        )


def _in_range(low: float, high: float) -> Any:
    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value is not None and not low <= value <= high:
            raise ValidationError(
                f"{type(instance).__name__}.{attribute.name}: expected a number from {low:g} to "
                f"{high:g}, found {value!r}"
            )

    return check


def check_key(key: Any, parts: tuple[int, ...], where: str) -> tuple[str, ...]:
    """The ids of a key, checked: ``[a-z0-9-]+`` joined by slashes.

    Args:
        key: the key, such as ``ciie/6/opening-ceremony``.
        parts: how many ids it may have.
        where: what the key belongs to, for the message.

    Raises:
        KeyFormatError: the key has another depth or an id with other characters.

    >>> check_key("ciie/6", (2,), "Edition.key")
    ('ciie', '6')
    >>> check_key("CIIE/6", (2,), "Edition.key")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.KeyFormatError: Edition.key: expected 2 ids of [a-z0-9-] joined by '/', ...
    """
    ids = tuple(key.split("/")) if isinstance(key, str) else ()
    if len(ids) not in parts or not all(map(_ID.match, ids)):
        depth = " or ".join(map(str, parts))
        noun = "id" if parts == (1,) else "ids"
        raise KeyFormatError(
            f"{where}: expected {depth} {noun} of [a-z0-9-] joined by '/', found {key!r}"
        )
    return ids


def _key_of(*parts: int) -> Any:
    def check(instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        check_key(value, parts, f"{type(instance).__name__}.{attribute.name}")

    return check


@attrs.frozen
class Source:
    """Where a claim comes from (prov:Entity).

    ``published`` is the day of publication (a day is 00:00 UTC where an instant is needed);
    ``derived_from`` names the sources that it repeats, so that copies do not count twice.

    >>> Source("people-daily-2024-10-28", published="2024-10-28").published.to_edtf()
    '2024-10-28'
    """

    id: str = attrs.field(validator=_is_text)
    title: str = ""
    publisher: str = ""
    published: TimeValue | None = attrs.field(
        default=None, converter=_to_value, validator=_is_value
    )
    url: str = ""
    language: str = ""
    derived_from: tuple[str, ...] = attrs.field(default=(), converter=_to_tuple)


@attrs.frozen
class Place:
    """Where an event is held (schema.org ``Place``).

    ``country`` is an ISO 3166-1 alpha-2 code, ``latitude`` and ``longitude`` are WGS 84 degrees,
    ``tz`` is the IANA zone of its clocks.

    >>> Place("NECC", locality="Shanghai", country="CN", tz="Asia/Shanghai").label
    'NECC, Shanghai'
    """

    name: str = attrs.field(validator=_is_text)
    locality: str = attrs.field(default="", kw_only=True)
    country: str = attrs.field(default="", kw_only=True)
    address: str = attrs.field(default="", kw_only=True)
    latitude: float | None = attrs.field(default=None, kw_only=True, validator=_in_range(-90, 90))
    longitude: float | None = attrs.field(
        default=None, kw_only=True, validator=_in_range(-180, 180)
    )
    tz: str | None = attrs.field(default=None, kw_only=True, validator=_is_zone)
    url: str = attrs.field(default="", kw_only=True)

    @property
    def label(self) -> str:
        """Name and locality in one line."""
        return ", ".join(dict.fromkeys(filter(None, (self.name, self.locality))))


@attrs.frozen
class Rule:
    """A regularity of a series that conclusions may use: its numbering, recurrence, containment.

    ``parameters`` are name and value pairs; ``source`` is a source id, empty for a default.
    """

    id: str
    series: str
    kind: str
    parameters: tuple[tuple[str, str | int | bool], ...] = ()
    source: str = ""

    def get(self, name: str, default: Any = None) -> Any:
        """The value of one parameter.

        >>> Rule("ciie.numbering", "ciie", "numbering", (("first", 1),)).get("first")
        1
        """
        return dict(self.parameters).get(name, default)


@attrs.frozen
class Claim:
    """What one source says of one property of one subject; claims are never overwritten.

    Args:
        id: the same for the same statement of the same source.
        subject: the key of a series, edition, session or announcement.
        property: ``when``, ``place``, ``status``, ``number``, ``current-in``, ``mentioned`` ….
        value: a time value, a text, a number or a place.
        source: a source id.
        span: start and end of the words in the source (code points, end exclusive).
        quote: the words.
        method: stated, resolved or inferred.
        modality: held, planned or denied.
    """

    id: str
    subject: str
    property: str
    value: Any
    source: str = ""
    span: tuple[int, int] | None = None
    quote: str = ""
    method: Method = Method.STATED
    modality: Modality = Modality.HELD


@attrs.frozen
class Derivation:
    """Why a result is as it is: the claims and rules that it rests on (prov:wasDerivedFrom)."""

    claims: tuple[Claim, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind the claims, each once, in order."""
        return tuple(dict.fromkeys(claim.source for claim in self.claims if claim.source))


@attrs.frozen
class EventSeries:
    """A recurring event as a whole (schema.org ``EventSeries``).

    ``names`` gives for each language all names that a text may use, the usual one first; ``nouns``
    the common nouns that stand for an edition ("expo", "fair").  ``founded`` is the founding or
    announcement of the series, apart from the first edition's days.  ``duration`` is the usual
    length, ``recurrence`` the usual rhythm as an RFC 5545 rule: both are rules of thumb, never a
    source of dates.

    >>> EventSeries("ciie", "China International Import Expo", names={"en": ["CIIE"]}).aliases("en")
    ('CIIE',)
    """

    key: str = attrs.field(validator=_key_of(1))
    name: str = attrs.field(validator=_is_text)
    names: tuple[tuple[str, tuple[str, ...]], ...] = attrs.field(
        default=(), kw_only=True, converter=_to_pairs
    )
    nouns: tuple[tuple[str, tuple[str, ...]], ...] = attrs.field(
        default=(), kw_only=True, converter=_to_pairs
    )
    founded: TimeValue | None = attrs.field(
        default=None, kw_only=True, converter=_to_value, validator=_is_value
    )
    recurrence: str = attrs.field(default="", kw_only=True)
    duration: Duration | None = attrs.field(default=None, kw_only=True)
    rules: tuple[Rule, ...] = attrs.field(default=(), kw_only=True)
    place: Place | None = attrs.field(default=None, kw_only=True, converter=_to_place)
    tz: str | None = attrs.field(default=None, kw_only=True, validator=_is_zone)
    url: str = attrs.field(default="", kw_only=True)
    former_keys: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_to_tuple)

    @property
    def short_names(self) -> tuple[tuple[str, str], ...]:
        """What the series is called in passing, by language: an acronym where there is one.

        >>> EventSeries("ciie", "Expo", names={"en": ["Import Expo", "CIIE"]}).short_names
        (('en', 'CIIE'),)
        """
        return tuple(
            (lang, next((name for name in names if name.isupper() and name.isalpha()), names[0]))
            for lang, names in self.names
            if names
        )

    def aliases(self, lang: str) -> tuple[str, ...]:
        """All names of the series in a language, none when the language is not covered."""
        return dict(self.names).get(lang, ())

    def nouns_of(self, lang: str) -> tuple[str, ...]:
        """The common nouns that stand for an edition in a language."""
        return dict(self.nouns).get(lang, ())


@attrs.frozen(kw_only=True)
class _Event:
    """What editions, sessions and announcements have in common.

    ``when`` takes EDTF text, a date, a datetime or a time value; None is "no date known".  Clock
    times are local to ``tz``, else to the zone of ``place``; a time with an offset needs neither.
    ``previous_starts`` are the starts that were given up, oldest first.  ``revised`` is the last
    change of this entry for calendars; without it the newest source counts.
    """

    when: TimeValue | None = attrs.field(default=None, converter=_to_value, validator=_is_value)
    place: Place | None = attrs.field(
        default=None,
        converter=_to_place,
        validator=attrs.validators.optional(attrs.validators.instance_of(Place)),
    )
    tz: str | None = attrs.field(default=None, validator=_is_zone)
    status: Status = attrs.field(default=Status.SCHEDULED, converter=Status)
    attendance: Attendance = attrs.field(default=Attendance.OFFLINE, converter=Attendance)
    previous_starts: tuple[TimeValue, ...] = attrs.field(
        default=(), converter=_to_values, validator=_are_values
    )
    description: str = ""
    url: str = ""
    categories: tuple[str, ...] = attrs.field(default=(), converter=_to_tuple)
    sources: tuple[str, ...] = attrs.field(default=(), converter=_to_tuple)
    revised: TimeValue | None = attrs.field(default=None, converter=_to_value, validator=_is_value)
    former_keys: tuple[str, ...] = attrs.field(default=(), converter=_to_tuple)
    why: Derivation = attrs.field(factory=Derivation)

    @property
    def zone(self) -> str | None:
        """The zone of the clock times: its own, else the place's."""
        return self.tz or (self.place.tz if self.place else None)


@attrs.frozen
class Edition(_Event):
    """One edition of a series, its ``when`` the days as held (Wikidata Q27968055).

    The key is ``series/edition``: the number; else the label year; else a slug after ``x-``.
    ``number`` and ``label`` are taken from the key when not given.

    >>> sixth = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10", place="Shanghai")
    >>> sixth.number, sixth.series, sixth.when.to_edtf()
    (6, 'ciie', '2023-11-05/2023-11-10')
    """

    key: str = attrs.field(validator=_key_of(2), kw_only=False)
    name: str = attrs.field(validator=_is_text, kw_only=False)
    number: int | None = attrs.field(
        default=attrs.Factory(lambda self: _number_of(self.key), takes_self=True), kw_only=True
    )
    label: str = attrs.field(
        default=attrs.Factory(lambda self: _label_of(self.key), takes_self=True), kw_only=True
    )

    @property
    def series(self) -> str:
        """The key of the series."""
        return self.key.partition("/")[0]


@attrs.frozen
class Session(_Event):
    """A part of an edition: a forum, a ceremony, a talk (schema.org ``subEvent``).

    The key is ``series/edition/session-id``.

    >>> Session("pycon/2027/keynote", "Opening keynote", when="2027-05-14T09:00",
    ...         tz="America/New_York").edition
    'pycon/2027'
    """

    key: str = attrs.field(validator=_key_of(3), kw_only=False)
    name: str = attrs.field(validator=_is_text, kw_only=False)

    @property
    def series(self) -> str:
        """The key of the series."""
        return self.key.partition("/")[0]

    @property
    def edition(self) -> str:
        """The key of the edition that it belongs to."""
        return self.key.rpartition("/")[0]


@attrs.frozen
class Announcement(_Event):
    """Something made known, with a time of its own and the keys of what it announces.

    The key is ``series/announcement-id``.

    >>> Announcement("ciie/announcement", "The expo is announced", when="2017-05",
    ...              about=("ciie",)).when.precision.value
    'month'
    """

    key: str = attrs.field(validator=_key_of(2), kw_only=False)
    name: str = attrs.field(validator=_is_text, kw_only=False)
    about: tuple[str, ...] = attrs.field(default=(), converter=_to_tuple, kw_only=True)

    @property
    def series(self) -> str:
        """The key of the series."""
        return self.key.partition("/")[0]


Event = Edition | Session | Announcement


def _number_of(key: Any) -> int | None:
    last = str(key).rpartition("/")[2]
    return int(last) if last.isdecimal() and int(last) <= _LARGEST_ORDINAL else None


def _label_of(key: Any) -> str:
    last = str(key).rpartition("/")[2]
    return last if last.isdecimal() and int(last) > _LARGEST_ORDINAL else ""
