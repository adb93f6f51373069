"""dateparser: ``search_dates`` for English, with the grain that it gives (``add_period``)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from taggers.serve import Found, Tagger
from taggers.words import timex, trimmed

if TYPE_CHECKING:
    from datetime import date

GRAINS = {"time": "minute", "part_of_day": "part"}


def tagger() -> Tagger:
    """The day of the document is the base; of two possible dates the past one is taken."""
    from dateparser.search import search_dates

    def ask(text: str, base: date) -> Any:
        settings = {
            "RELATIVE_BASE": datetime(base.year, base.month, base.day),
            "PREFER_DATES_FROM": "current_period",
            "RETURN_TIME_AS_PERIOD": True,
        }
        return search_dates(text, languages=["en"], settings=settings, add_period=True)

    return Tagger(("dateparser",), ask, timexes)


def timexes(said: Any, text: str, base: date) -> list[Found]:
    """It gives words, not places: each phrase is looked for after the one before."""
    found, at = [], 0
    for words, moment, period in said or ():
        place = text.find(words, at)
        if place < 0:
            continue
        at = place + len(words)
        start, end = trimmed(text, place, at)
        if start < end:
            value = timex(text[start:end], moment, GRAINS.get(period, period))
            found.append((start, end, *value))
    return found
