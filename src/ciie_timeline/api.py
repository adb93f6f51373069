"""The doors of the house: each wires the rooms and has no logic of its own."""

from __future__ import annotations

import os
import tempfile
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline import chronology, formats, lexicons, seeds, wording
from ciie_timeline.errors import AmbiguousError, InputError
from ciie_timeline.forms import Context, Finding, Known, Policy, Reading, Resolution
from ciie_timeline.lexicons import Lexicon
from ciie_timeline.model import EventSeries
from ciie_timeline.reader import Reader
from ciie_timeline.scanner import Names
from ciie_timeline.timeline import SeriesTimeline, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ciie_timeline.formats import Format
    from ciie_timeline.model import Claim, Source

_POLICY = Policy()
_GRAVITY = ("error", "warning", "info")
Triple = tuple[str, str, Any]


# --------------------------------------------------------------------------- text


def read(  # noqa: PLR0913 - what a text may come with
    text: str,
    *,
    published: str | date | None = None,
    lang: str | Lexicon | None = None,
    series: Iterable[str | SeriesTimeline] | None = None,
    policy: Policy = _POLICY,
    tz: str | None = None,
    as_of: str | date | None = None,
    source: str = "",
) -> Reading:
    """Read a text: every time and edition that it speaks of, what it claims, what contradicts.

    Args:
        text: the text; offsets in the result are code points.
        published: the day or instant of publication as ISO 8601 text, date or datetime (naive, or
            taken without its zone); without it what is relative stays unresolved.
        lang: a language code or a lexicon of your own; None takes what the text is in.
        series: keys of bundled packs or timelines of one series; None means every bundled pack,
            ``()`` none.  The timexes do not depend on it.
        policy: named choices where usage differs.
        tz: the IANA zone of clock times in the text.
        as_of: what is known of editions is cut to what was announced by then.
        source: the id that claims name as their source.

    Raises:
        InputError: ``text`` is no text or ``published`` is no day.
        UnknownLanguageError: there is no lexicon for ``lang``.
        UnknownSeriesError: no pack has one of the keys.

    >>> reading = read("The 6th CIIE opened on Sunday.", published="2023-11-09")
    >>> [(mention.text, mention.edtf) for mention in reading]
    [('6th CIIE', '2023-11-05/2023-11-10'), ('Sunday', '2023-11-05')]
    """
    if not isinstance(text, str):
        raise InputError(f"read: expected a text, found {type(text).__name__}")
    lexicon = _lexicon(lang, text)
    known = _known(series)
    context = Context(
        published=instant(published, "published"),
        tz=tz,
        policy=policy,
        known=known,
        as_of=instant(as_of, "as_of"),
    )
    reading = _reader(lexicon, _names(known, lexicon.code)).read(
        text, context, wording.explain, source
    )
    if not reading.claims or not known:
        return reading
    found = chronology.check(known, reading.claims)
    return attrs.evolve(reading, findings=(*reading.findings, *_voiced(found)))


def resolve(
    text: str,
    *,
    published: str | date | None = None,
    lang: str | Lexicon | None = None,
    series: Iterable[str | SeriesTimeline] | None = None,
    policy: Policy = _POLICY,
) -> Resolution:
    """What one phrase means; the arguments are those of ``read``.

    Raises:
        InputError: the text has no such phrase.
        AmbiguousError: it has several; the message lists them.

    >>> resolve("the past five years", published="2023-11-04").when.to_edtf()
    '2018-11-04/2023-11-04'
    """
    reading = read(text, published=published, lang=lang, series=series, policy=policy)
    if not reading.mentions:
        raise InputError(f"resolve: expected a time or an edition, found none in {text!r}")
    if len(reading.mentions) > 1:
        several = ", ".join(repr(each.text) for each in reading)
        raise AmbiguousError(f"resolve: expected one phrase in {text!r}, found {several}")
    return attrs.evolve(reading.mentions[0].resolution, voice=wording.explain)


def check(text: str | Reading, **arguments: Any) -> tuple[Finding, ...]:
    """What contradicts itself or what is known, in a text or a reading; arguments as for ``read``.

    >>> check("The 6th CIIE opened on Sunday.", published="2023-11-09")
    ()
    """
    reading = text if isinstance(text, Reading) else read(text, **arguments)
    return reading.findings


def explain(record: Any, lang: str = "en") -> str:
    """A mention, a resolution, a finding or an event with its reasons, in sentences."""
    return wording.explain(record, lang)


def instant(given: str | date | None, name: str) -> datetime | None:
    """A day or an instant as a naive datetime (a day is 00:00).

    Raises:
        InputError: the text is neither.

    >>> instant("2023-11-04", "published")
    datetime.datetime(2023, 11, 4, 0, 0)
    """
    if given is None:
        return None
    if isinstance(given, datetime):
        return given.replace(tzinfo=None)
    if isinstance(given, date):
        return datetime(given.year, given.month, given.day)  # noqa: DTZ001 - local to the text
    try:
        return datetime.fromisoformat(given).replace(tzinfo=None)
    except (TypeError, ValueError):
        raise InputError(
            f"{name}: expected an ISO 8601 day or date-time such as '2023-11-04', found {given!r}"
        ) from None


def _lexicon(lang: str | Lexicon | None, text: str) -> Lexicon:
    if isinstance(lang, Lexicon):
        return lang
    return lexicons.load(lexicons.detect(text) if lang is None else lang)


@lru_cache(maxsize=16)
def _reader(lexicon: Lexicon, triples: tuple[Triple, ...]) -> Reader:
    return Reader(lexicon, Names.of(triples))


def _names(known: Mapping[str, Known], lang: str) -> tuple[Triple, ...]:
    return tuple(triple for each in known.values() for triple in _series_names(each, lang))


@lru_cache(maxsize=256)
def _series_names(known: Known, lang: str) -> tuple[Triple, ...]:
    """The names of a series and of the parts of its editions, for the scanner."""
    key, names = known.series.key, known.series.aliases(lang)
    series = [(name, "SERIES", key) for name in names]
    plural = [(f"{name}s", "SERIESPLURAL", key) for name in names]
    parts = [
        (name, "PART", (key, part, name))
        for part, by_lang in known.parts
        for name in dict(by_lang).get(lang, ())
    ]
    return (*series, *plural, *parts)


def _voiced(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(attrs.evolve(each, voice=wording.explain) for each in findings)


# --------------------------------------------------------------------------- series


def series_keys() -> tuple[str, ...]:
    """The keys of the bundled series packs.

    >>> "ciie" in series_keys()
    True
    """
    return seeds.available()


def load_series(key_or_path: str | Path) -> SeriesTimeline:
    """The timeline of one series: its editions, sessions and announcements with their reasons.

    Args:
        key_or_path: the key of a bundled pack, or the path of a pack file.

    Raises:
        UnknownSeriesError: no pack has the key.
        SeedError: the pack has a wrong field.

    >>> load_series("ciie")[6].when.to_edtf()
    '2023-11-05/2023-11-10'
    """
    return _series_of(seeds.load_pack(key_or_path))


@lru_cache(maxsize=64)
def _bundled(key: str) -> tuple[SeriesTimeline, Known]:
    pack = seeds.load_pack(key)
    timeline = _series_of(pack)
    return timeline, _known_of(timeline, pack)


def _series_of(
    pack: seeds.Pack, claims: Iterable[Claim] = (), sources: tuple[Source, ...] = ()
) -> SeriesTimeline:
    """The series of a pack, with what texts claim of it."""
    key = pack.series.key
    own = tuple(each for each in claims if each.subject.partition("/")[0] == key)
    every = (*pack.sources, *sources)
    chronicle = chronology.reconcile(pack.series, (*pack.claims, *own), pack.rules, every)
    return SeriesTimeline(
        chronicle.events,
        series=(pack.series,),
        claims=(*pack.claims, *own),
        sources=every,
        findings=_voiced(chronicle.findings),
    )


def _known_of(timeline: SeriesTimeline, pack: seeds.Pack | None = None) -> Known:
    parts = () if pack is None else tuple((part.id, part.names) for part in pack.parts)
    return Known(timeline.record, timeline.editions, timeline.sessions, parts)


def _known(series: Iterable[str | SeriesTimeline] | None) -> Mapping[str, Known]:
    if series is None:
        return _all_known()
    if isinstance(series, str):
        raise InputError(f"series: expected a list of keys, found the text {series!r}")
    found = {}
    for each in series:
        known = _known_of(each) if isinstance(each, SeriesTimeline) else _bundled(each)[1]
        found[known.series.key] = known
    return found


@lru_cache(maxsize=1)
def _all_known() -> Mapping[str, Known]:
    return MappingProxyType({key: _bundled(key)[1] for key in seeds.available()})


def build(folder: str | Path) -> Timeline:
    """One sourced timeline from the packs and documents of a folder, with what was found.

    Args:
        folder: holds ``series/*.toml`` and ``documents/*.md``.

    Raises:
        SeedError: a file has a wrong field; nothing is built.
        OSError: the folder cannot be read.

    >>> timeline = build(seeds.bundled_folder())
    >>> len([each for each in timeline.editions if each.series == "ciie"])
    9
    """
    found = seeds.load_folder(folder)
    series = tuple(_series_of(pack) for pack in found.packs)
    readings = tuple(
        read(
            each.text,
            published=each.published,
            lang=each.language or None,
            series=series,
            source=each.source.id,
        )
        for each in found.documents
    )
    claims = tuple(claim for reading in readings for claim in reading.claims)
    sources = tuple(each.source for each in found.documents)
    packs = (*found.packs, *_packs_of_texts(claims, {pack.series.key for pack in found.packs}))
    parts = tuple(
        _series_of(pack, claims, sources)
        for pack in packs
        if not found.series or pack.series.key in found.series
    )
    own = (finding for reading in readings for finding in reading.findings)
    every = dict.fromkeys((*(each for part in parts for each in part.findings), *own))
    findings = sorted(every, key=lambda each: _GRAVITY.index(each.level))
    return Timeline(
        tuple(event for part in parts for event in part),
        series=tuple(part.record for part in parts),
        claims=tuple(dict.fromkeys(claim for part in parts for claim in part.claims)),
        sources=tuple(_sources_of(parts, found.packs, findings)),
        findings=tuple(findings),
    )


def _sources_of(
    parts: Iterable[SeriesTimeline], packs: Iterable[seeds.Pack], findings: Iterable[Finding]
) -> Iterable[Source]:
    """The sources of what is shown, and those that a contradiction names."""
    conflicts = (each.conflict for each in findings if each.conflict is not None)
    named = {claim.source for conflict in conflicts for claim in conflict.claims}
    own = (source for part in parts for source in part.sources)
    others = (source for pack in packs for source in pack.sources if source.id in named)
    return dict.fromkeys((*own, *others))


def _packs_of_texts(claims: Iterable[Claim], known: set[str]) -> Iterator[seeds.Pack]:
    """A pack for each event that only texts name: a series of its own, of what they say."""
    names: dict[str, str] = {}
    for claim in claims:
        key = claim.subject.partition("/")[0]
        if key not in known and claim.property == "name":
            names.setdefault(key, claim.value)
    for key, name in sorted(names.items()):
        yield seeds.Pack(EventSeries(key, name))


# --------------------------------------------------------------------------- formats


def render(timeline: Timeline, format: str | Format = "json", **options: Any) -> str:  # noqa: A002
    """A timeline as text in a format.

    Args:
        timeline: what to render.
        format: a name in ``formats.FORMATS``, a suffix, or a format module of your own.
        options: those of the format; ``report`` is called with each finding.

    Raises:
        UnknownFormatError: the format is not in the table.
        FormatError: the timeline cannot be expressed so.

    >>> render(Timeline([]), "icalendar").splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    return formats.named(format).render(timeline, **options)


def write(
    timeline: Timeline,
    path: str | Path,
    format: str | Format | None = None,  # noqa: A002
    **options: Any,
) -> tuple[Finding, ...]:
    """Write a timeline to a file: first beside it, then renamed, so that no half file is left.

    Args:
        timeline: what to write.
        path: where to; its suffix names the format unless ``format`` does.
        format: a name in ``formats.FORMATS`` or a format module of your own.
        options: those of the format.

    Returns:
        What the format could not keep, as findings.

    Raises:
        UnknownFormatError: neither the suffix nor ``format`` names one.
        FormatError: the timeline cannot be expressed so; no file is written.
        OSError: the file cannot be written.

    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     found = write(Timeline([]), pathlib.Path(folder, "empty.ics"))
    >>> [finding.kind for finding in found]
    ['ical.empty']
    """
    target = Path(path)
    module = formats.named(formats.of_path(target) if format is None else format)
    findings: list[Finding] = []
    report = options.pop("report", None)

    def noted(finding: Finding) -> None:
        findings.append(finding)
        if report is not None:
            report(finding)

    _replace(target, module.chunks(timeline, report=noted, **options))
    return _voiced(findings)


def _replace(target: Path, chunks: Iterable[str]) -> None:
    """Write beside the target and rename; the target is whole or untouched."""
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, else those of any new file."""
    return target.stat().st_mode & 0o777 if target.exists() else 0o644


def load(source: str | Path, format: str | Format = "json") -> Timeline:  # noqa: A002
    """A timeline read back from text or from a file.

    Args:
        source: the text, or a ``Path`` to a UTF-8 file.
        format: a format that can be read back.

    Raises:
        FormatError: the text is no such timeline; the message names the place in it.
        OSError: the file cannot be read.

    >>> load(render(Timeline([]))) == Timeline([])
    True
    """
    module = formats.named(format)
    if not hasattr(module, "load"):
        raise InputError(f"load: expected a format that can be read back, found {format!r}")
    text = _text(source) if isinstance(source, Path) else source
    loaded: Timeline = module.load(text)
    return loaded


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: expected UTF-8 text, found the byte 0x{error.object[error.start]:02x} at "
            f"offset {error.start}"
        ) from None
