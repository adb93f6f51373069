"""What is known: packs as timelines of their series, and as the knowledge that readers use."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ciie_timeline import chronology, seeds
from ciie_timeline.api.voice import voiced
from ciie_timeline.forms import Known
from ciie_timeline.timeline import SeriesTimeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ciie_timeline.model import Claim, Source


@lru_cache(maxsize=64)
def _bundled(key: str) -> tuple[SeriesTimeline, Known]:
    pack = seeds.load_pack(key)
    timeline = series_of(pack)
    return timeline, _known_of(timeline, pack)


def series_of(
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
        findings=voiced(chronicle.findings),
    )


def _known_of(timeline: SeriesTimeline, pack: seeds.Pack | None = None) -> Known:
    parts = () if pack is None else tuple((part.id, part.names) for part in pack.parts)
    return Known(timeline.record, timeline.editions, timeline.sessions, parts)


def known_series(given: Sequence[str | SeriesTimeline] | None) -> Mapping[str, Known]:
    """What is known of some series by key: of every bundled one when None is given.

    Raises:
        UnknownSeriesError: no pack has one of the keys.

    >>> list(known_series(["ciie"]))
    ['ciie']
    """
    if given is None:
        return _all_known()
    found = {}
    for each in given:
        known = _known_of(each) if isinstance(each, SeriesTimeline) else _bundled(each)[1]
        found[known.series.key] = known
    return found


@lru_cache(maxsize=1)
def _all_known() -> Mapping[str, Known]:
    return MappingProxyType({key: _bundled(key)[1] for key in seeds.available()})
