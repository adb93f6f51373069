"""This project: ``read``, with the TIMEX3 annotations of every mention.

Everything that a mention holds is asked for while the time runs, so nothing is left for later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from taggers.serve import Found, Tagger

if TYPE_CHECKING:
    from datetime import date


def tagger() -> Tagger:
    """The library with its defaults, told that the text is English."""
    from ciie_timeline import read

    def ask(text: str, base: date) -> list[Any]:
        mentions = read(text, published=base, lang="en", series=()).mentions
        return [(each.timexes, each.interval, each.edtf) for each in mentions]

    return Tagger(("ciie-timeline",), ask, timexes)


def timexes(said: list[Any], text: str, base: date) -> list[Found]:
    """The annotations, as they are."""
    return [(each.start, each.end, each.type, each.value) for row in said for each in row[0]]
