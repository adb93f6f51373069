"""timefhuman: every match with its place."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from taggers.serve import Found, Tagger
from taggers.words import timex, trimmed


def tagger() -> Tagger:
    """The day of the document is now; a weekday is the one before it."""
    from timefhuman import Direction, tfhConfig, timefhuman

    def ask(text: str, base: date) -> Any:
        config = tfhConfig(
            now=datetime(base.year, base.month, base.day),
            direction=Direction.previous,
            return_matched_text=True,
        )
        return timefhuman(text, config)

    return Tagger(("timefhuman",), ask, timexes)


def timexes(said: Any, text: str, base: date) -> list[Found]:
    """Of a range or of a list the first moment counts."""
    found = []
    for _, (first, last), value in said:
        start, end = trimmed(text, first, last)
        if start < end:
            found.append((start, end, *timex(text[start:end], moment(value, base))))
    return found


def moment(value: Any, base: date) -> datetime:
    """The first moment of an answer."""
    while isinstance(value, list | tuple):
        value = value[0]
    midnight = datetime(base.year, base.month, base.day)
    if isinstance(value, timedelta):
        return midnight + value
    if isinstance(value, time):
        return datetime.combine(base, value)
    return value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
