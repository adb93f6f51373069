"""From text: read, resolve, check.

What is heavy and not always wanted (packs, chronology, wording) is imported when it is called for.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline import lexicons
from ciie_timeline.api.voice import explain, voiced
from ciie_timeline.errors import AmbiguousError, EdtfError, InputError
from ciie_timeline.forms import Context, Finding, Known, Policy, Reading, Resolution
from ciie_timeline.lexicons import Lexicon
from ciie_timeline.reader import Reader
from ciie_timeline.scanner import Names
from ciie_timeline.values import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ciie_timeline.timeline import SeriesTimeline

_POLICY = Policy()
Triple = tuple[str, str, Any]


def read(  # noqa: PLR0913 - what a text may come with
    text: str,
    *,
    published: str | date | None = None,
    lang: str | Lexicon | None = None,
    series: Iterable[str | SeriesTimeline] | None = None,
    policy: Policy = _POLICY,
    source: str = "",
) -> Reading:
    """Read a text: every time and edition that it speaks of, what it claims, what contradicts.

    Args:
        text: the text; offsets in the result are code points.
        published: the day or instant of publication as ISO 8601 text, date or datetime, on the
            clocks of the text: an offset is dropped, so bring an instant that is not local into
            the zone of the text first (``instant.astimezone(ZoneInfo("Asia/Shanghai"))``); without
            it what is relative stays unresolved.
        lang: a language code or a lexicon of your own; None takes what the text is in.
        series: keys of bundled packs or timelines of one series; None means every bundled pack,
            ``()`` none.  The timexes do not depend on it.
        policy: named choices where usage differs.
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
    known = _known(series)
    lexicon = _lexicon(lang, text)
    context = Context(
        published=instant(published, "published"),
        policy=policy,
        known=known,
    )
    reading = _reader(lexicon, _names(known, lexicon.code)).read(text, context, explain, source)
    if all(claim.property in ("mentioned", "name") for claim in reading.claims):
        return reading
    from ciie_timeline import chronology

    found = chronology.check(known, reading.claims)
    return attrs.evolve(reading, findings=(*reading.findings, *voiced(found)))


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
        InputError: the text has no such phrase, or names a day that its month does not have.
        AmbiguousError: it has several; the message lists them.

    >>> resolve("the past five years", published="2023-11-04").when.to_edtf()
    '2018-11-04/2023-11-04'
    """
    reading = read(text, published=published, lang=lang, series=series, policy=policy)
    for finding in reading.findings:
        if finding.kind == "no-such-day":
            raise InputError(f"resolve: expected a day of the calendar; {finding.message}")
    if not reading.mentions:
        raise InputError(
            f"resolve: expected a time or an edition, found none in {text!r}{_no_such_day(text)}"
        )
    if len(reading.mentions) > 1:
        several = ", ".join(repr(each.text) for each in reading)
        raise AmbiguousError(f"resolve: expected one phrase in {text!r}, found {several}")
    return attrs.evolve(reading.mentions[0].resolution, voice=explain)


def _no_such_day(text: str) -> str:
    """Why a phrase in figures is no day ("2023-02-30"), for the end of a message."""
    if not text.strip().replace("-", "").isdecimal():
        return ""
    try:
        parse_edtf(text.strip())
    except EdtfError as error:
        return f": {error}"
    return ""


def check(text: str | Reading, **arguments: Any) -> tuple[Finding, ...]:
    """What contradicts itself or what is known, in a text or a reading; arguments as for ``read``.

    >>> check("The 6th CIIE opened on Sunday.", published="2023-11-09")
    ()
    """
    reading = text if isinstance(text, Reading) else read(text, **arguments)
    return reading.findings


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


def _known(series: Iterable[str | SeriesTimeline] | None) -> Mapping[str, Known]:
    """What is known of the series that were asked for, by key."""
    if isinstance(series, str):
        raise InputError(f"series: expected a list of keys, found the text {series!r}")
    given = None if series is None else tuple(series)
    if given == ():
        return {}
    from ciie_timeline.api.known import known_series

    return known_series(given)


def _lexicon(lang: str | Lexicon | None, text: str) -> Lexicon:
    if isinstance(lang, Lexicon):
        return lang
    return lexicons.load(lexicons.detect(text) if lang is None else lang)


@lru_cache(maxsize=16)
def _reader(lexicon: Lexicon, triples: tuple[Triple, ...]) -> Reader:
    return _plain_reader(lexicon).naming(Names.of(triples))


@lru_cache(maxsize=16)
def _plain_reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


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
