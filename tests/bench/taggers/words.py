"""TIMEX3 for tools that answer with an instant: its grain is read off the words that they found.

An instant says neither how exact it is nor that a length was meant.  So that a tool is not charged
for what its answers cannot say, the words decide the type and the grain, and the tool's instant
gives the value at that grain.  "two weeks" with nothing that places it in time is a duration, as
TimeML has it.  A preposition before the phrase and a comma or a conjunction after it, which some
tools leave in, are cut off, since TimeML leaves them out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "zero", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
            "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty",
        )
    )
    for word in words.split()
}  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred")
NUMBERS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M",
    "year": "Y", "decade": "0Y",
}  # fmt: skip
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\b\.?"
DAY = r"\d\d?(?:st|nd|rd|th)?"
WEEKDAY = r"(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun)(?:day)?s?"
LINK = "on|in|at|of|by|for|from|to|until|till|since|after|before|during|and"

BEFORE = re.compile(
    rf"(?:(?:{LINK}|within|about)\b"
    rf"|an?\s+(?=(?:\d|{'|'.join(NUMBERS)}\b))|the\s+(?={MONTH}|\d{{4}}\b)|[\s,.;:'\"`(-])+",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"(?:\b(?:{LINK}|the|an?|we)|(?<!\b\w\w\w)(?<!\bSept)(?<!m)\.|[\s,;:'\"`)-])+$",
    re.IGNORECASE,
)
LENGTH = re.compile(
    rf"(?:(?:the|these|those|past|last|next|coming|previous|first|full|another|every|about)\s+)*"
    rf"(\d+|{'|'.join(NUMBERS)})[\s-]+({'|'.join(UNITS)})s?(?:-long)?",
    re.IGNORECASE,
)
PARTS = (
    (re.compile(r"morning"), "MO"),
    (re.compile(r"afternoon"), "AF"),
    (re.compile(r"evening"), "EV"),
    (re.compile(r"night\b|tonight"), "NI"),
)
GRAINS = tuple(
    (grain, re.compile(pattern))
    for grain, pattern in (
        ("now", r"^(?:right |just |until )?(?:now|currently|presently)$"),
        ("minute", r"\d:\d\d|\b\d\d?\s?[ap]\.?m\b|\b(?:noon|midnight|o'clock)\b"),
        ("part", r"morning|afternoon|evening|night"),
        ("day", rf"\b(?:(?:to|yester)day|tomorrow|{WEEKDAY})\b"),
        ("day", rf"\b{MONTH}\s*{DAY}(?!\d)|\b{DAY}(?: of)?[\s-]{MONTH}"),
        ("day", r"\d\d?[/.-]\d\d?[/.-]\d\d|\d{4}[/.-]\d\d?[/.-]\d"),
        ("decade", r"\bdecades?\b"),
        ("month", rf"\b{MONTH}(?![a-z])|months?\b"),
        ("week", r"\bweeks?\b"),
        ("quarter", r"\bquarters?\b"),
        ("year", r"\byears?\b|(?<!\d)\d{4}(?!\d)"),
        ("day", r"\bdays?\b"),
        ("minute", r"\b(?:hour|minute|second)s?\b"),
    )
)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without what TimeML leaves out; empty when nothing else is in it."""
    before = BEFORE.match(text, start, end)
    start = before.end() if before else start
    after = AFTER.search(text[start:end])
    return start, start + after.start() if after else end


def timex(words: str, moment: datetime, grain: str = "day") -> tuple[str, str]:
    """Type and value of a phrase; ``grain`` is for words that tell none."""
    words = " ".join(words.lower().split())
    length = LENGTH.fullmatch(words)
    if length:
        return "DURATION", duration(length[1], length[2])
    read = next((name for name, pattern in GRAINS if pattern.search(words)), grain)
    if read == "now":
        return "DATE", "PRESENT_REF"
    return written(moment, read, words)


def duration(number: str, unit: str) -> str:
    """A length in ISO 8601, such as P2W or PT4H."""
    code = UNITS[unit]
    return f"P{code[:-1] if code[0] == 'T' else ''}{NUMBERS.get(number, number)}{code.strip('T')}"


def written(moment: datetime, grain: str, words: str) -> tuple[str, str]:
    """An instant at a grain."""
    if grain == "minute":
        return "TIME", f"{moment:%Y-%m-%dT%H:%M}"
    if grain == "part":
        part = next((code for pattern, code in PARTS if pattern.search(words)), "DT")
        return "TIME", f"{moment:%Y-%m-%d}T{part}"
    if grain == "week":
        year, week, _ = moment.isocalendar()
        return "DATE", f"{year}-W{week:02d}"
    if grain == "quarter":
        return "DATE", f"{moment.year}-Q{(moment.month + 2) // 3}"
    if grain == "decade":
        return "DATE", f"{moment.year // 10}"
    form = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}[grain]
    return "DATE", moment.strftime(form)
