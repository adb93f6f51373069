"""From packs and documents: one series, or one timeline of a whole folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ciie_timeline import seeds
from ciie_timeline.api.known import series_of
from ciie_timeline.api.text import read
from ciie_timeline.model import EventSeries
from ciie_timeline.timeline import SeriesTimeline, Timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from ciie_timeline.forms import Finding
    from ciie_timeline.model import Claim, Source

_GRAVITY = ("error", "warning", "info")


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
    return series_of(seeds.load_pack(key_or_path))


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
    series = tuple(series_of(pack) for pack in found.packs)
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
        series_of(pack, claims, sources)
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
