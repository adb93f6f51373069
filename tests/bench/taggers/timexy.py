"""timexy: its component in an empty English pipeline of spaCy; it has no base to be told."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from taggers.serve import Found, Tagger
from taggers.words import timex, trimmed

if TYPE_CHECKING:
    from datetime import date

ANNOTATION = re.compile(r'TIMEX3 type="(\w+)" value="([^"]*)"')


def tagger() -> Tagger:
    """It annotates entities whose identifier is the text of a TIMEX3 tag."""
    import spacy
    from timexy import Timexy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": Timexy.__name__.lower()})

    def ask(text: str, base: date) -> Any:
        return [(each.start_char, each.end_char, each.kb_id_) for each in pipeline(text).ents]

    return Tagger(("timexy", "spacy"), ask, timexes)


def timexes(said: Any, text: str, base: date) -> list[Found]:
    """A date comes as midnight of its first day: the words tell whether a month is meant."""
    found = []
    for first, last, tag in said:
        kind, value = ANNOTATION.fullmatch(tag).groups()  # type: ignore[union-attr]
        start, end = trimmed(text, first, last)
        if kind == "DATE":
            kind, value = timex(text[start:end], datetime.fromisoformat(value))
        found.append((start, end, kind, value))
    return found
