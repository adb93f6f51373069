"""A page for people: contradictions first, then each event with place, sources and reasons.

One file that needs nothing else and no script, for eyes and screen readers, wide and narrow, light
and dark, and for paper.  A time that is not exact says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.errors import UnknownLanguageError
from ciie_timeline.formats.calendar_times import doubtful, is_coarse, text_of
from ciie_timeline.formats.content_lines import clean, uri
from ciie_timeline.formats.labels import labels, phrased
from ciie_timeline.forms import Finding
from ciie_timeline.model import Attendance, Edition, Session, Status
from ciie_timeline.timeline import Timeline
from ciie_timeline.values import AllOf, Extent, Interval, OneOf, PartialDate
from ciie_timeline.wording import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.model import Claim, Derivation, Event, Source
    from ciie_timeline.values import TimeValue

_LEVELS: Final = ("error", "warning", "info")
_VALUES: Final = (PartialDate, Interval, OneOf, AllOf, Extent)
#: What the ``datetime`` attribute may hold (HTML, "valid month, date, year or date and time").
_MACHINE_TIME: Final = re.compile(
    r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2}"
    r"(T([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)
_WEB: Final = re.compile(r"https?:", re.IGNORECASE)


def chunks(
    timeline: Timeline,
    *,
    report: Callable[[Finding], None] | None = None,
    name: str | None = None,
    lang: str = "en",
) -> Iterator[str]:
    """The page in parts of about one event.

    Args:
        timeline: what to show.
        report: called with a finding of the kind ``html.control-characters`` (argument
            ``characters``) for each text from which characters had to be taken out.
        name: the title; None takes the names of the series.
        lang: the language of the words around the events, and of the page.

    >>> sixth = Edition("ciie/6", "6th <CIIE>", when="2023-11")
    >>> page = "".join(chunks(Timeline([sixth])))
    >>> "<h4>6th &lt;CIIE&gt;</h4>" in page, '<time datetime="2023-11">November 2023</time>' in page
    (True, True)
    """
    page = _Page(timeline=timeline, report=report or _ignore, lang=lang, words=labels(lang))
    groups = [(label, list(found)) for label, found in groupby(timeline, key=page.year)]
    yield from _head(page, name, [label for label, _ in groups])
    yield from _findings(page)
    yield _section("events", page.words["events"])
    for place, (label, events) in enumerate(groups):
        yield f'<h3 id="part-{place + 1}">{page.text(label)}</h3>\n<ol>\n'
        yield from (_event(page, event) for event in events)
        yield "</ol>\n"
    yield "</section>\n"
    yield from _all_sources(page)
    yield "</main>\n</body>\n</html>\n"


def render(
    timeline: Timeline,
    *,
    report: Callable[[Finding], None] | None = None,
    name: str | None = None,
    lang: str = "en",
) -> str:
    """The whole page; see ``chunks``.

    >>> render(Timeline([])).splitlines()[:2]
    ['<!DOCTYPE html>', '<html lang="en">']
    """
    return "".join(chunks(timeline, report=report, name=name, lang=lang))


def _ignore(finding: Finding) -> None:
    del finding


@attrs.frozen(kw_only=True)
class _Page:
    """One page in the making."""

    timeline: Timeline
    report: Callable[[Finding], None]
    lang: str
    words: Mapping[str, str]
    places: Mapping[str, int] = attrs.field(init=False)

    @places.default
    def _places_of_sources(self) -> Mapping[str, int]:
        return {source.id: place for place, source in enumerate(self.timeline.sources, start=1)}

    def text(self, text: str) -> str:
        """A text as HTML, for an attribute too."""
        cleaned, removed = clean(text)
        if removed:
            arguments = (("characters", ", ".join(removed)),)
            self.report(Finding("warning", "html.control-characters", arguments=arguments))
        return escape(cleaned)

    def link(self, url: str, text: str) -> str:
        """A link to a page of the web; other texts as they are."""
        target = uri(url)
        shown = self.text(text)
        if target is None or not _WEB.match(target):
            return shown
        return f'<a href="{escape(target)}">{shown}</a>'

    def year(self, event: Event) -> str:
        """The heading that an event stands under: the year in which it begins."""
        if event.when is None:
            return self.words["undated"]
        day = event.when.earliest or event.when.latest
        return self.words["undated"] if day is None else phrased(PartialDate(day.year), self.lang)

    def explained(self, record: Finding | Derivation) -> str:
        """A record in sentences, in English where there is no lexicon of the language."""
        try:
            return explain(record, self.lang)
        except UnknownLanguageError:
            return explain(record, "en")


def _head(page: _Page, name: str | None, years: list[str]) -> Iterator[str]:
    words, timeline = page.words, page.timeline
    title = name or words["comma"].join(record.name for record in timeline.series)
    title = page.text(title or words["timeline"])
    style = files("ciie_timeline.formats").joinpath("timeline.css").read_text("utf-8")
    counts = [("events", len(timeline)), ("contradictions", len(_errors(timeline)))]
    counted = " · ".join(f"{words[what]}: {count}" for what, count in counts)
    yield (
        f'<!DOCTYPE html>\n<html lang="{page.text(page.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#events">{words["skip"]}</a>\n'
        f'<header>\n<h1>{title}</h1>\n<p class="counts">{counted}</p>\n</header>\n'
    )
    if years:
        links = (
            f'<li><a href="#part-{place}">{page.text(year)}</a></li>'
            for place, year in enumerate(years, start=1)
        )
        yield f'<nav aria-label="{words["years"]}">\n<ul>\n{_lines(links)}</ul>\n</nav>\n'
    yield "<main>\n"


def _section(name: str, heading: str) -> str:
    return (
        f'<section id="{name}" aria-labelledby="{name}-title">\n'
        f'<h2 id="{name}-title">{heading}</h2>\n'
    )


def _lines(parts: Iterator[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


# --------------------------------------------------------------------------- findings


def _errors(timeline: Timeline) -> list[Finding]:
    return [finding for finding in timeline.findings if finding.level == "error"]


def _findings(page: _Page) -> Iterator[str]:
    words, found = page.words, page.timeline.findings
    yield _section("findings", page.words["contradictions"])
    if not _errors(page.timeline):
        yield f"<p>{words['none found']}</p>\n"
    if found:
        ordered = sorted(found, key=lambda finding: _LEVELS.index(finding.level))
        yield f"<ol>\n{_lines(_finding(page, each) for each in ordered)}</ol>\n"
    yield "</section>\n"


def _finding(page: _Page, finding: Finding) -> str:
    said = page.text(page.explained(finding))
    level = page.words[finding.level]
    sides = [] if finding.conflict is None else list(finding.conflict.claims)
    items = _lines(f"<li>{_side(page, claim)}</li>" for claim in sides)
    more = f"\n<ul>\n{items}</ul>" if sides else ""
    return f'<li class="finding {finding.level}"><p><strong>{level}</strong> {said}</p>{more}</li>'


def _side(page: _Page, claim: Claim) -> str:
    """What one source says."""
    value = phrased(claim.value, page.lang) if isinstance(claim.value, _VALUES) else claim.value
    source = page.timeline.source(claim.source)
    who = _source(page, source) if source is not None else page.text(claim.source or claim.id)
    quote = f"<q>{page.text(claim.quote)}</q> " if claim.quote else ""
    return f"{who}{page.words['colon']}{quote}{page.text(str(value))}"


# --------------------------------------------------------------------------- events


def _event(page: _Page, event: Event) -> str:
    kind = type(event).__name__.lower()
    doubt = event.when is not None and any(_doubts(page, event.when))
    classes = f"event {kind} {event.status.value}{' doubt' if doubt else ''}"
    parts = (
        f"<h4>{page.link(event.url, event.name)}</h4>",
        _when(page, event),
        f'<p class="kind">{_kind(page, event)}</p>',
        _notes(page, event),
        _paragraph(page, "description", event.description),
        _paragraph(page, "why", _reasons(page, event)),
        _event_sources(page, event),
    )
    inside = _lines(part for part in parts if part)
    return f'<li class="{classes}" id="{page.text(event.key)}"><article>\n{inside}</article></li>\n'


def _when(page: _Page, event: Event) -> str:
    if event.when is None:
        return f'<p class="when">{page.words["undated"]}</p>'
    said = page.text(phrased(event.when, page.lang))
    machine = _machine_time(event.when)
    zone = f" ({page.text(event.zone)})" if event.zone and _has_clock(event.when) else ""
    if machine is None:
        return f'<p class="when">{said}{zone}</p>'
    return f'<p class="when"><time datetime="{machine}">{said}</time>{zone}</p>'


def _machine_time(when: TimeValue) -> str | None:
    """The date, or the start of the interval, if HTML can write it."""
    start = when.start if isinstance(when, Interval) else when
    text = text_of(start) if isinstance(start, PartialDate) and not doubtful(start) else ""
    return text if _MACHINE_TIME.fullmatch(text) else None


def _has_clock(when: TimeValue) -> bool:
    ends = (when.start, when.end) if isinstance(when, Interval) else (when,)
    return any(isinstance(end, PartialDate) and end.clock is not None for end in ends)


def _kind(page: _Page, event: Event) -> str:
    words = page.words
    if isinstance(event, Edition):
        number = "" if event.number is None else f" {event.number}"
        return f"{words['edition']}{number}"
    if isinstance(event, Session):
        parent = page.timeline.get(event.edition)
        if parent is not None:
            link = f'<a href="#{page.text(parent.key)}">{page.text(parent.name)}</a>'
            return f"{words['session']}{words['colon']}{link}"
        return words["session"]
    return words["announcement"]


def _notes(page: _Page, event: Event) -> str:
    """Place, what became of it, how one takes part, and what is not known."""
    words, notes = page.words, []
    if event.place is not None:
        label = page.words["comma"].join(
            dict.fromkeys(filter(None, (event.place.label, event.place.country)))
        )
        notes.append(page.link(event.place.url, label))
    if event.status is not Status.SCHEDULED:
        notes.append(f'<span class="status">{words[f"status {event.status.value}"]}</span>')
    if event.attendance is not Attendance.OFFLINE:
        notes.append(words[event.attendance.value])
    if event.previous_starts:
        dates = (phrased(each, page.lang) for each in event.previous_starts)
        notes.append(words["previously"] + page.text(words["comma"].join(dates)))
    if event.when is not None:
        notes += _doubts(page, event.when)
    return f'<p class="notes">{" · ".join(notes)}</p>' if notes else ""


def _doubts(page: _Page, when: TimeValue) -> Iterator[str]:
    if is_coarse(when):
        yield page.words["day not known"]
    if doubtful(when):
        yield page.words["date in doubt"]
    if when.earliest is None or when.latest is None:
        yield page.words["end not known"]


def _paragraph(page: _Page, cls: str, text: str) -> str:
    return f'<p class="{cls}">{page.text(text)}</p>' if text else ""


def _reasons(page: _Page, event: Event) -> str:
    return page.explained(event.why) if event.why.claims or event.why.rules else ""


# --------------------------------------------------------------------------- sources


def _event_sources(page: _Page, event: Event) -> str:
    ids = dict.fromkeys((*event.sources, *event.why.sources))
    known = [source for id_ in ids if (source := page.timeline.source(id_)) is not None]
    if not known:
        return ""
    items = _lines(
        f'<li><a href="#source-{page.places[each.id]}">{page.text(_title(page, each))}</a></li>'
        for each in known
    )
    return f'<ul class="sources" aria-label="{page.words["sources"]}">\n{items}</ul>'


def _title(page: _Page, source: Source) -> str:
    parts = [source.title or source.publisher or source.id]
    if source.published is not None:
        parts.append(phrased(source.published, page.lang))
    return page.words["comma"].join(parts)


def _source(page: _Page, source: Source) -> str:
    """A source with a link to where it lies."""
    parts = [source.title, source.publisher]
    if source.published is not None:
        parts.append(phrased(source.published, page.lang))
    return page.link(source.url, page.words["comma"].join(filter(None, parts)) or source.id)


def _all_sources(page: _Page) -> Iterator[str]:
    if not page.timeline.sources:
        return
    yield _section("sources", page.words["sources"]) + "<ol>\n"
    for place, source in enumerate(page.timeline.sources, start=1):
        yield f'<li id="source-{place}">{_source(page, source)}</li>\n'
    yield "</ol>\n</section>\n"
