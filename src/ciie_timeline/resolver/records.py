"""Look-ups in what is known of a series, for those who resolve its editions and occasions."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any, Final

from ciie_timeline.forms import Context, Kind, Known, Resolution, Step
from ciie_timeline.model import Edition, Status

_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")
#: Nouns that stand for an edition of any series.
GENERIC: Final = frozenset({"edition"})


def slug(name: str) -> str:
    """The id made of a name.

    >>> slug("Balkan Regional Trade Summit")
    'balkan-regional-trade-summit'
    """
    return _NOT_SLUG.sub("-", name.lower()).strip("-") or "unnamed"


def known_of(series: str | None, noun: str | None, context: Context) -> Known | None:
    """The series that a phrase is about: the one it names, else the text's, if the noun is its."""
    known = context.known.get(series or context.series or "")
    if known is None or series is not None or noun is None or noun in GENERIC:
        return known
    nouns = {each for _, names in known.series.nouns for each in names}
    return known if noun in nouns else None


@lru_cache(maxsize=256)
def named_series(known: Known) -> tuple[tuple[str, Any], ...]:
    """Arguments that name a series: its key and, by language, its acronym or else usual name."""
    return (("series", known.series.key), ("names", known.series.short_names))


def focused(known: Known, focus: int | None) -> tuple[tuple[str, Any], ...]:
    """Arguments that tell of the focus edition: its number and its days."""
    found = None if focus is None else known.numbered(focus)
    return (("focus", focus), ("focus_when", None if found is None else found.when))


def first_day(edition: Edition) -> date | None:
    """The first possible day of an edition, None when it is open or out of the calendar."""
    first = None if edition.when is None else edition.when.earliest
    return first if isinstance(first, date) else None


def last_day(edition: Edition) -> date | None:
    """The last possible day of an edition, None when it is open or out of the calendar."""
    last = None if edition.when is None else edition.when.latest
    return last if isinstance(last, date) else None


def no_series() -> Resolution:
    """What a phrase about an edition is when the text names no series that is known."""
    return Resolution(Kind.EDITION, None, steps=(Step("unresolved.no-series"),))


def overlaps(edition: Edition, first: date, last: date) -> bool:
    """Whether an edition that was not cancelled shares a day with a span of days."""
    begin, end = first_day(edition), last_day(edition)
    return (
        begin is not None
        and end is not None
        and edition.status is not Status.CANCELLED
        and begin <= last
        and first <= end
    )
