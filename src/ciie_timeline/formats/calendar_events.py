"""What a calendar says of one event: its lines without identity and revision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import attrs

from ciie_timeline.formats.calendar_times import (
    Imprecise,
    Slot,
    doubtful,
    is_coarse,
    slot,
    text_of,
)
from ciie_timeline.formats.content_lines import clean, escape, uri
from ciie_timeline.formats.labels import labels, phrased
from ciie_timeline.forms import Finding
from ciie_timeline.model import Attendance, Edition, Event, Session, Status
from ciie_timeline.timeline import Timeline, uid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.model import Place
    from ciie_timeline.values import TimeValue

Cancelled: TypeAlias = Literal["prefix", "plain", "skip"]
_STATUS: Final = {
    Status.SCHEDULED: "CONFIRMED",
    Status.HELD: "CONFIRMED",
    Status.RESCHEDULED: "CONFIRMED",
    Status.POSTPONED: "TENTATIVE",
    Status.CANCELLED: "CANCELLED",
}


@attrs.frozen(kw_only=True)
class Setting:
    """What all entries of a calendar share: the timeline, the policies and where findings go."""

    timeline: Timeline
    report: Callable[[Finding], None]
    imprecise: Imprecise
    cancelled: Cancelled
    lang: str
    names: Mapping[str, str] = attrs.field(init=False)
    parents: dict[str, Event | None] = attrs.field(factory=dict, init=False)

    @names.default
    def _names_of_series(self) -> Mapping[str, str]:
        return {record.key: record.name for record in self.timeline.series}

    def found(self, key: str, kind: str, level: Literal["warning", "info"], **facts: Any) -> None:
        """Report something that the calendar does not keep of an event."""
        self.report(Finding(level, kind, arguments=(("key", key), *facts.items())))


def text_value(setting: Setting, key: str, property_: str, text: str) -> str:
    """A text as the value of a property; what had to be taken out is reported."""
    cleaned, removed = clean(text)
    if removed:
        setting.found(
            key,
            "ical.control-characters",
            "warning",
            property=property_,
            characters=", ".join(removed),
        )
    return escape(cleaned)


def time_of(event: Event) -> TimeValue | None:
    """The time of an event; of one called off, the start that was given up last."""
    given_up = event.status in (Status.CANCELLED, Status.POSTPONED)
    if event.when is None and given_up and event.previous_starts:
        return event.previous_starts[-1]
    return event.when


def lines_of(setting: Setting, event: Event, when: TimeValue, place: Slot) -> Iterator[str]:
    """The lines of an event but its identity and stamps."""
    key = event.key
    yield f"DTSTART{time_value(place.start)}"
    if place.end is not None:
        yield f"DTEND{time_value(place.end)}"
    yield f"SUMMARY:{text_value(setting, key, 'SUMMARY', _summary(setting, event, when, place))}"
    if description := _description(setting, event, place):
        yield f"DESCRIPTION:{text_value(setting, key, 'DESCRIPTION', description)}"
    if event.place is not None:
        yield from _location(setting, key, event.place)
    if event.url:
        yield from _url(setting, key, event.url)
    categories = (text_value(setting, key, "CATEGORIES", x) for x in _categories(setting, event))
    if texts := ",".join(filter(None, categories)):
        yield f"CATEGORIES:{texts}"
    tentative = not place.exact or doubtful(when)
    status = _STATUS[event.status]
    yield f"STATUS:{'TENTATIVE' if tentative and status == 'CONFIRMED' else status}"
    yield f"TRANSP:{'TRANSPARENT' if place.all_day else 'OPAQUE'}"
    if isinstance(event, Session) and (parent := _parent(setting, event)) is not None:
        yield f"RELATED-TO;RELTYPE=PARENT:{uid(parent)}"
    if tentative or (place.all_day and place.local):
        yield f"X-EDTF:{escape(text_of(when))}"
    if isinstance(event, Edition) and event.number is not None:
        yield f"X-ORDINAL:{event.number}"
    if event.zone is not None and not place.all_day:
        yield f"X-TIMEZONE:{event.zone}"


def time_value(at: date | datetime) -> str:
    """Parameters and value of a day or a moment, from the colon or semicolon on.

    >>> from datetime import UTC
    >>> time_value(date(987, 6, 1)), time_value(datetime(2027, 5, 14, 13, tzinfo=UTC))
    (';VALUE=DATE:09870601', ':20270514T130000Z')
    """
    if not isinstance(at, datetime):
        return f";VALUE=DATE:{_digits(at)}"
    zone = "Z" if at.tzinfo else ""
    return f":{_digits(at)}T{at.hour:02d}{at.minute:02d}{at.second:02d}{zone}"


def _digits(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _summary(setting: Setting, event: Event, when: TimeValue, place: Slot) -> str:
    words = labels(setting.lang)
    prefix = ""
    if setting.cancelled != "plain":
        prefix = words.get(event.status.value, "")
    if place.exact and not doubtful(when):
        return f"{prefix}{event.name}"
    note = phrased(when, setting.lang)
    if not place.exact and is_coarse(when):
        note += words["comma"] + words["day unknown"]
    return f"{prefix}{event.name}{words['opening']}{note}{words['closing']}"


def _description(setting: Setting, event: Event, place: Slot) -> str:
    words = labels(setting.lang)
    notes = []
    if place.local:
        notes.append(words["local time"] + place.local)
    if event.previous_starts:
        dates = words["comma"].join(phrased(each, setting.lang) for each in event.previous_starts)
        notes.append(words["previously"] + dates)
    if event.attendance is not Attendance.OFFLINE:
        notes.append(words[event.attendance.value])
    parts = (event.description, "\n".join(notes), event.url, _sources(setting, event))
    return "\n\n".join(part for part in parts if part)


def _sources(setting: Setting, event: Event) -> str:
    ids = dict.fromkeys((*event.sources, *event.why.sources))
    known = [source for id_ in ids if (source := setting.timeline.source(id_)) is not None]
    words, lines = labels(setting.lang), []
    for source in known:
        published = "" if source.published is None else phrased(source.published, setting.lang)
        about = ", ".join(filter(None, (source.title, source.publisher, published)))
        lines.append(f"- {about or source.id} {source.url}".rstrip())
    return "\n".join((f"{words['sources']}{words['colon']}".rstrip(), *lines)) if lines else ""


def _location(setting: Setting, key: str, place: Place) -> Iterator[str]:
    parts = dict.fromkeys(filter(None, (place.name, place.address, place.locality)))
    yield f"LOCATION:{text_value(setting, key, 'LOCATION', ', '.join(parts))}"
    if place.latitude is not None and place.longitude is not None:
        yield f"GEO:{_degrees(place.latitude)};{_degrees(place.longitude)}"


def _degrees(angle: float) -> str:
    """Six decimals, which is a decimetre; never an exponent, never a negative zero."""
    return f"{round(angle, 6) + 0.0:.6f}".rstrip("0").rstrip(".")


def _url(setting: Setting, key: str, url: str) -> Iterator[str]:
    absolute = uri(url)
    if absolute is None:
        setting.found(key, "ical.url", "warning", url=url)
    else:
        yield f"URL:{absolute}"


def _categories(setting: Setting, event: Event) -> list[str]:
    """The names of series and edition, then the event's own."""
    named = [setting.names.get(event.series, "")]
    if isinstance(event, Session) and (parent := setting.timeline.get(event.edition)):
        named.append(parent.name)
    return [each for each in dict.fromkeys((*named, *event.categories)) if each.strip()]


def _parent(setting: Setting, session: Session) -> Event | None:
    """The edition of a session if the calendar has it too, for a link must lead somewhere."""
    key = session.edition
    if key not in setting.parents:
        parent = setting.timeline.get(key)
        shown = parent is not None and _is_shown(setting, parent)
        setting.parents[key] = parent if shown else None
    return setting.parents[key]


def _is_shown(setting: Setting, event: Event) -> bool:
    when = time_of(event)
    if when is None or (setting.cancelled == "skip" and event.status is Status.CANCELLED):
        return False
    return slot(event, when, setting.imprecise, lambda *_: None) is not None
