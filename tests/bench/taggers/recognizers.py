"""recognizers-text: its English date-time model, whose ``timex`` strings are close to TIMEX3.

Of several resolutions (an October, a Tuesday) the latest that does not lie after the day of the
document is taken.  What TIMEX3 writes otherwise is rewritten: a span of three months called a
quarter, other spans as their length, "few" and "several" (a 3 there) as X, "N weeks ago" (a day
there) at the grain of its unit, a clock time on the day of the document.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from taggers.serve import Found, Tagger
from taggers.words import trimmed, written

TYPES = {
    "date": "DATE", "daterange": "DATE", "datetime": "TIME", "datetimerange": "TIME",
    "time": "TIME", "timerange": "TIME", "duration": "DURATION", "set": "SET",
}  # fmt: skip
RANGE = re.compile(r"\(([^,]*),([^,]*),(P\w+)\)")
SHIFT = re.compile(r".*\b(week|month|year)s? (?:ago|earlier|later|from now|hence)\b.*")


def tagger() -> Tagger:
    """The day of the document is the reference."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def ask(text: str, base: date) -> Any:
        return model.parse(text, datetime(base.year, base.month, base.day))

    return Tagger(("recognizers-text-date-time",), ask, timexes)


def timexes(said: Any, text: str, base: date) -> list[Found]:
    """An answer that it does not resolve keeps its span and its kind, with an empty value."""
    found = []
    for each in said:
        start, end = trimmed(text, each.start, each.end + 1)
        kind = each.type_name.rpartition(".")[2]
        values = (each.resolution or {}).get("values") or [{}]
        if start < end:
            words = " ".join(text[start:end].lower().split())
            found.append((start, end, *timex(kind, chosen(values, base), words, base)))
    return found


def chosen(values: list[dict[str, str]], base: date) -> dict[str, str]:
    """The latest resolution on or before the day of the document, else the first."""
    past = [each for each in values if str(first(each) or "9999") <= f"{base} 24"]
    return past[-1] if past else values[0]


def first(value: dict[str, str]) -> str | None:
    """The first day or moment of a resolution, as ISO text; None for what has none."""
    text = value.get("start") or value.get("value") or ""
    return text if re.match(r"\d{4}-\d\d-\d\d", text) else None


def timex(kind: str, value: dict[str, str], words: str, base: date) -> tuple[str, str]:
    """Type and value in TIMEX3."""
    text, begin, type_ = value.get("timex", ""), first(value), TYPES[kind]
    span = RANGE.fullmatch(text)
    if text.endswith("_REF"):
        return "DATE", text
    if span and begin and span[3] == "P3M" and "quarter" in words:
        return written(datetime.fromisoformat(begin), "quarter", words)
    if span:
        type_, text = "DURATION", span[3]
    if type_ == "DURATION" and re.search(r"\b(?:few|several)\b", words):
        return type_, re.sub(r"\d+", "X", text)
    if type_ == "TIME":
        return type_, clock(text, begin or f"{base}")
    shift = SHIFT.fullmatch(words)
    if begin and type_ == "DATE" and (shift or text.startswith("XXXX")):
        grain = shift[1] if shift else "day" if kind == "date" else ranged(text)
        return written(datetime.fromisoformat(begin), grain, words)
    return type_, text


def ranged(text: str) -> str:
    """The grain of a stretch of days without a year: a month, or the week of a day."""
    return "month" if re.fullmatch(r"XXXX-\d\d", text) else "week"


def clock(text: str, begin: str) -> str:
    """A time on its day, with minutes: ``T20`` is T20:00, ``TNI`` stays."""
    _, mark, hour = text.partition("T")
    if not mark:
        return text
    return f"{begin[:10]}T{hour}{':00' if hour.isdigit() else ''}"
