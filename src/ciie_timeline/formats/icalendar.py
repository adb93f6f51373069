"""iCalendar (RFC 5545, with the feed properties of RFC 7986) as every client reads it right.

Days are DATE values with an exclusive DTEND, instants are in UTC with the local time in the
DESCRIPTION; nothing is taken from a clock, so that the same timeline gives the same bytes.  What
the format cannot keep becomes a finding:

==========================  =======  ============================================================
kind                        level    arguments (``key`` of the event is always the first)
==========================  =======  ============================================================
ical.no-date                warning  –; the event is left out
ical.imprecise              warning  ``when``; left out (policy ``skip``, or nothing is known)
ical.first-day              warning  ``when``, ``day``: the policy ``first-day`` hides the rest
ical.open-end               warning  ``when``; only the end that is known is shown
ical.year-out-of-range      warning  ``when``; left out, RFC 5545 has the years 1 to 9999
ical.time-skipped           warning  ``time``, ``zone``, ``taken``: the clocks never showed it
ical.time-ambiguous         warning  ``time``, ``zone``, ``taken``: the clocks showed it twice
ical.end-before-start       warning  ``when``; it is before in UTC, so that DTEND is left out
ical.floating-time          info     ``time``; neither zone nor offset is known
ical.control-characters     warning  ``property``, ``characters``; taken out
ical.url                    warning  ``url``; no absolute URI, left out
ical.empty                  warning  no ``key``; the calendar has no event, which RFC 5545 forbids
ical.removed                info     ``uid``, ``summary`` of an event of ``previous`` that is gone
==========================  =======  ============================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from ciie_timeline.errors import FormatError
from ciie_timeline.formats.calendar_events import (
    Cancelled,
    Setting,
    lines_of,
    text_value,
    time_of,
    time_value,
)
from ciie_timeline.formats.calendar_times import Imprecise, slot
from ciie_timeline.formats.content_lines import fold
from ciie_timeline.forms import Finding
from ciie_timeline.model import Status
from ciie_timeline.timeline import history, uid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ciie_timeline.model import Event
    from ciie_timeline.timeline import Timeline

PRODID: Final = "-//ciie_timeline//Event timelines//EN"
_STAMPS: Final = ("DTSTAMP", "CREATED", "LAST-MODIFIED")
_FRAME: Final = "BEGIN:VEVENT\r\n{}END:VEVENT\r\n"
#: An event as this module writes it: UID, and what stands behind the stamps.
_OURS: Final = re.compile(
    r"BEGIN:VEVENT\r\nUID:([^\r\n]*)\r\nDTSTAMP:[^\r\n]*\r\nCREATED:[^\r\n]*\r\n"
    r"LAST-MODIFIED:[^\r\n]*\r\nSEQUENCE:[0-9]+\r\n((?:(?!END:VEVENT\r)[^\r\n]*\r\n)*)END:VEVENT"
)
_NO_FACTS: Final = frozenset({"BEGIN", "END", "UID", "SEQUENCE", *_STAMPS})
#: A change of one of these is one that people who planned to come must know (RFC 5546, 2.1.4).
_SCHEDULE: Final = frozenset({"DTSTART", "DTEND", "LOCATION", "GEO", "STATUS", "X-EDTF"})
_REFRESH: Final = re.compile(r"P(?:\d+W|(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)")
_POLICIES: Final = {
    "imprecise": ("span", "skip", "first-day"),
    "cancelled": ("prefix", "plain", "skip"),
}


@attrs.frozen
class _Earlier:
    """What an earlier calendar said of an event; ``text`` is its facts, if we wrote them."""

    facts: frozenset[str]
    stamps: Mapping[str, datetime]
    sequence: int
    summary: str
    text: str

    @property
    def schedule(self) -> frozenset[str]:
        return frozenset(fact for fact in self.facts if re.split("[;:]", fact)[0] in _SCHEDULE)


@attrs.frozen
class _Feed:
    """One calendar in the making."""

    setting: Setting
    revised: datetime | None
    earlier: Mapping[str, _Earlier]


def chunks(  # noqa: PLR0913 - a calendar has that many choices, each with a name
    timeline: Timeline,
    *,
    report: Callable[[Finding], None] | None = None,
    name: str | None = None,
    imprecise: Imprecise = "span",
    cancelled: Cancelled = "prefix",
    revised: date | str | None = None,
    previous: str | bytes | None = None,
    refresh: str | None = "P1D",
    lang: str = "en",
) -> Iterator[str]:
    """The calendar in parts: its head, each event, its end; memory does not grow with events.

    Args:
        timeline: the events, in whose order they are written.
        report: called with each finding (see the module's table).
        name: the name of the calendar; None takes that of the only series, if there is one and
            more than one event (Outlook makes a new calendar of a named file of one event).
        imprecise: what has no exact day: ``span`` (the whole window, transparent, tentative, with
            X-EDTF and a note in the SUMMARY), ``skip`` or ``first-day``.
        cancelled: a cancelled or postponed event has its name ``prefix``-ed, is left ``plain``
            (STATUS alone), or ``skip`` leaves cancelled ones out.
        revised: the moment of this revision as ISO 8601 text, date or datetime (without offset:
            UTC); it stands in for the newest source where an event has no ``revised`` of its own.
        previous: an earlier iCalendar file of the same events.  Events that have not changed keep
            DTSTAMP, CREATED, LAST-MODIFIED and SEQUENCE from it; where date, place or status
            changed, SEQUENCE is one higher.
        refresh: how often subscribers should look again (ISO 8601, weeks or days and times); None
            for no word on it.
        lang: the language of the few words that are added, such as "day unknown".

    Raises:
        FormatError: an option that cannot hold, or a ``previous`` that is no calendar.

    >>> from ciie_timeline.model import Edition
    >>> from ciie_timeline.timeline import Timeline
    >>> expo = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10", status="held")
    >>> text = "".join(chunks(Timeline([expo])))
    >>> [line for line in text.splitlines() if line.startswith("DT")]
    ['DTSTAMP:19700101T000000Z', 'DTSTART;VALUE=DATE:20231105', 'DTEND;VALUE=DATE:20231111']
    """
    for option, given in (("imprecise", imprecise), ("cancelled", cancelled)):
        if given not in _POLICIES[option]:
            expected = ", ".join(_POLICIES[option])
            raise FormatError(f"{option}: expected one of {expected}, found {given!r}")
    if refresh is not None and not _REFRESH.fullmatch(refresh):
        raise FormatError(f"refresh: expected a duration such as 'P1D', found {refresh!r}")
    setting = Setting(
        timeline=timeline,
        report=report or _ignore,
        imprecise=imprecise,
        cancelled=cancelled,
        lang=lang,
    )
    feed = _Feed(
        setting,
        None if revised is None else _moment(revised),
        {} if previous is None else _read(previous),
    )
    return _parts(feed, name, refresh)


def render(
    timeline: Timeline, *, report: Callable[[Finding], None] | None = None, **options: Any
) -> str:
    """The whole calendar; the options are those of ``chunks``.

    >>> from ciie_timeline.timeline import Timeline
    >>> render(Timeline([])).splitlines()[:2]
    ['BEGIN:VCALENDAR', 'VERSION:2.0']
    """
    return "".join(chunks(timeline, report=report, **options))


def _ignore(finding: Finding) -> None:
    del finding


def _moment(given: date | str) -> datetime:
    text = given if isinstance(given, str) else given.isoformat()
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise FormatError(
            f"revised: expected an ISO 8601 date or date-time, found {text!r}"
        ) from None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


# --------------------------------------------------------------------------- calendar


def _parts(feed: _Feed, name: str | None, refresh: str | None) -> Iterator[str]:
    yield _head(feed.setting, name, refresh)
    written: set[str] = set()
    empty = True
    for event in feed.setting.timeline:
        text = _event(feed, event)
        if text is not None:
            empty = False
            if feed.earlier:
                written.add(uid(event))
            yield text
    if empty:
        feed.setting.report(Finding("warning", "ical.empty"))
    for id_, earlier in feed.earlier.items():
        if id_ not in written:
            arguments = (("uid", id_), ("summary", earlier.summary))
            feed.setting.report(Finding("info", "ical.removed", arguments=arguments))
    yield "END:VCALENDAR\r\n"


def _head(setting: Setting, name: str | None, refresh: str | None) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"]
    series = setting.timeline.series
    if name is None and len(series) == 1 and len(setting.timeline) > 1:
        name = series[0].name
    if name is not None:
        text = text_value(setting, "", "NAME", name)
        lines += [f"NAME:{text}", f"X-WR-CALNAME:{text}"]
    if refresh is not None:
        lines += [f"REFRESH-INTERVAL;VALUE=DURATION:{refresh}", f"X-PUBLISHED-TTL:{refresh}"]
    return "".join(map(fold, lines))


def _event(feed: _Feed, event: Event) -> str | None:
    setting, when = feed.setting, time_of(event)
    if setting.cancelled == "skip" and event.status is Status.CANCELLED:
        return None
    if when is None:
        setting.found(event.key, "ical.no-date", "warning")
        return None

    def report(kind: str, level: Literal["warning", "info"], arguments: dict[str, Any]) -> None:
        setting.found(event.key, kind, level, **arguments)

    place = slot(event, when, setting.imprecise, report)
    if place is None:
        return None
    facts = "".join(map(fold, lines_of(setting, event, when, place)))
    id_ = uid(event)
    return _FRAME.format(f"UID:{id_}\r\n{_stamps(feed, event, id_, facts)}{facts}")


# --------------------------------------------------------------------------- revisions


def _stamps(feed: _Feed, event: Event, id_: str, facts: str) -> str:
    """Revision, creation and sequence: carried over where an earlier calendar has the event."""
    first, last = history(event, feed.setting.timeline)
    if event.revised is None and feed.revised is not None:
        last = feed.revised
    stamps = {"DTSTAMP": last, "CREATED": min(first, last), "LAST-MODIFIED": last}
    earlier, sequence = feed.earlier.get(id_), 0
    if earlier is not None:
        sequence = earlier.sequence
        now = earlier if facts == earlier.text else _known(_parsed(_FRAME.format(facts))[0])
        if now.facts == earlier.facts:
            stamps |= earlier.stamps
        else:
            sequence += now.schedule != earlier.schedule
            last = max(last, *earlier.stamps.values())
            stamps |= {"DTSTAMP": last, "LAST-MODIFIED": last}
            stamps["CREATED"] = earlier.stamps.get("CREATED", stamps["CREATED"])
    lines = "".join(f"{name}{time_value(at)}\r\n" for name, at in stamps.items())
    return f"{lines}SEQUENCE:{sequence}\r\n"


def _read(previous: str | bytes) -> dict[str, _Earlier]:
    """The events of an earlier calendar by UID."""
    text = previous if isinstance(previous, str) else previous.decode("utf-8", "replace")
    ours = dict(_OURS.findall(text))
    return {
        str(component["UID"]): _known(component, ours.get(str(component["UID"]), ""))
        for component in _parsed(text)
        if "UID" in component
    }


def _parsed(text: str | bytes) -> list[Any]:
    from icalendar import Component

    try:
        found = Component.from_ical(text, multiple=True)
        return [event for each in found for event in each.walk("VEVENT")]
    except (ValueError, IndexError, KeyError) as error:
        raise FormatError(f"previous: expected an iCalendar file, found {error}") from error


def _known(component: Any, text: str = "") -> _Earlier:
    lines = [str(line) for line in component.content_lines() if line]
    stamps = {
        name: _in_utc(component[name].dt)
        for name in _STAMPS
        if isinstance(getattr(component.get(name), "dt", None), date)
    }
    return _Earlier(
        frozenset(line for line in lines if re.split("[;:]", line)[0] not in _NO_FACTS),
        stamps,
        int(component.get("SEQUENCE", 0)),
        str(component.get("SUMMARY", "")),
        text,
    )


def _in_utc(at: date) -> datetime:
    if not isinstance(at, datetime):
        return datetime(at.year, at.month, at.day, tzinfo=UTC)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
