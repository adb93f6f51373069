"""Steps as sentences: every rule and every variant of it."""

from datetime import date

import pytest

from ciie_timeline.forms import Step
from ciie_timeline.lexicons import phrases
from ciie_timeline.values import Precision, parse_edtf
from ciie_timeline.wording import say

DAY = date(2024, 10, 28)
SIXTH = parse_edtf("2023-11-05/2023-11-10")
SEVENTH = parse_edtf("2024-11-05/2024-11-10")
CASES = [
    ("calendar.given", {}, "It is a date as written."),
    (
        "calendar.short-year",
        {"year": 2024},
        "It gives the year with two figures; the nearest to the day of publication is 2024.",
    ),
    ("calendar.no-such-day", {"year": 2023}, "It names a day that 2023 does not have."),
    (
        "calendar.nearest-year",
        {"year": 2024, "day": DAY},
        "It names no year; the nearest to the day of publication, 28 October 2024, is taken.",
    ),
    (
        "calendar.past-year",
        {"year": 2024, "day": DAY},
        (
            "It names no year; the sentence looks back, so it is the last one before the day "
            "of publication, 28 October 2024."
        ),
    ),
    (
        "calendar.future-year",
        {"year": 2024, "day": DAY},
        (
            "It names no year; the sentence looks ahead, so it is the next one from the day "
            "of publication, 28 October 2024, on."
        ),
    ),
    (
        "calendar.nearest-month",
        {"day": DAY},
        (
            "It names a day without its month; it is counted from the day of publication, 28 "
            "October 2024."
        ),
    ),
    (
        "weekday.latest",
        {"day": DAY},
        (
            "It names only a weekday; it is the latest one up to the day of publication, 28 "
            "October 2024."
        ),
    ),
    (
        "weekday.nearest",
        {"day": DAY},
        (
            "It names only a weekday; it is the one nearest to the day of publication, 28 "
            "October 2024."
        ),
    ),
    (
        "weekday.next",
        {"day": DAY},
        (
            "It names only a weekday; it is the first one from the day of publication, 28 "
            "October 2024, on."
        ),
    ),
    (
        "weekday.relative",
        {"shift": -1, "day": DAY},
        "It points to the week before the one in which the text was published (28 October 2024).",
    ),
    (
        "weekday.relative",
        {"shift": 0, "day": DAY},
        "It points to the week in which the text was published (28 October 2024).",
    ),
    (
        "weekday.relative",
        {"shift": 1, "day": DAY},
        "It points to the week after the one in which the text was published (28 October 2024).",
    ),
    (
        "month.relative",
        {"year": 2023, "day": DAY},
        "It is counted from the day of publication, 28 October 2024, and lies in 2023.",
    ),
    (
        "season.relative",
        {"year": 2023, "day": DAY},
        "It is counted from the day of publication, 28 October 2024, and lies in 2023.",
    ),
    (
        "unit.last",
        {"unit": "day", "day": DAY},
        "It is the day before the day of publication (28 October 2024).",
    ),
    (
        "unit.last",
        {"unit": "week", "day": DAY},
        "It points to the week before the one in which the text was published (28 October 2024).",
    ),
    ("unit.this", {"unit": "day", "day": DAY}, "It is the day of publication, 28 October 2024."),
    (
        "unit.this",
        {"unit": "week", "day": DAY},
        "It points to the week in which the text was published (28 October 2024).",
    ),
    (
        "unit.next",
        {"unit": "day", "day": DAY},
        "It is the day after the day of publication (28 October 2024).",
    ),
    (
        "unit.next",
        {"unit": "week", "day": DAY},
        "It points to the week after the one in which the text was published (28 October 2024).",
    ),
    ("decade", {"start": 1990}, "It is the ten years that begin with 1990."),
    (
        "century",
        {"number": 21},
        "It is taken from the year that ends in 00 to the one that ends in 99.",
    ),
    ("season.given", {"year": 2024}, "It is a season of 2024, in whole months."),
    (
        "season.nearest",
        {"year": 2024},
        "It names no year; seen from the day of publication it is that of 2024, in whole months.",
    ),
    (
        "quarter.nearest",
        {"number": 1, "count": 1, "year": 2024},
        "It names no year; seen from the day of publication it is that of 2024.",
    ),
    (
        "quarter.nearest",
        {"number": 1, "count": 3, "year": 2024},
        "It names no year; seen from the day of publication it is three quarters of 2024.",
    ),
    (
        "part",
        {"portion": "start", "of": parse_edtf("2023-23")},
        "It is the beginning of autumn 2023.",
    ),
    (
        "part",
        {"portion": "early", "of": parse_edtf("2023-23")},
        "It is the early part of autumn 2023.",
    ),
    ("part", {"portion": "mid", "of": parse_edtf("2023-23")}, "It is the middle of autumn 2023."),
    (
        "part",
        {"portion": "late", "of": parse_edtf("2023-23")},
        "It is the late part of autumn 2023.",
    ),
    ("part", {"portion": "end", "of": parse_edtf("2023-23")}, "It is the end of autumn 2023."),
    (
        "window.rolling",
        {"number": 5, "unit": "year", "day": DAY},
        "It counts back five years from the day of publication, 28 October 2024.",
    ),
    (
        "window.rolling",
        {"number": 1, "unit": "decade", "day": DAY},
        "It counts back one decade from the day of publication, 28 October 2024.",
    ),
    (
        "window.ahead",
        {"number": 2, "unit": "week", "day": DAY},
        "It counts two weeks on from the day of publication, 28 October 2024.",
    ),
    (
        "window.calendar",
        {"number": 5, "unit": "year"},
        "It covers five years by the calendar, before the year of publication.",
    ),
    (
        "window.next",
        {"number": 2, "unit": "week", "day": DAY},
        (
            "It covers two weeks by the calendar, after the week in which the text was "
            "published (28 October 2024)."
        ),
    ),
    (
        "window.vague",
        {"unit": "year"},
        "It does not say how many years it means, so it has no dates.",
    ),
    ("window.superlative", {}, "It stands with a word such as “largest”, so it looks back."),
    (
        "shift.before",
        {"length": "P5W", "day": DAY, "said": False},
        "It is five weeks before the day of publication, 28 October 2024.",
    ),
    (
        "shift.before",
        {"length": "P5W", "day": DAY, "said": True},
        "It is five weeks before 28 October 2024.",
    ),
    (
        "shift.after",
        {"length": "P5W", "day": DAY, "said": False},
        "It is five weeks after the day of publication, 28 October 2024.",
    ),
    (
        "shift.after",
        {"length": "P5W", "day": DAY, "said": True},
        "It is five weeks after 28 October 2024.",
    ),
    (
        "shift.vague",
        {"length": "PXD"},
        "It does not say exactly how long before or after, so it has no date.",
    ),
    ("shift.exact-day", {}, "This is right if the exact day is meant."),
    (
        "elapsed.anchor",
        {"length": "P6Y", "day": DAY, "anchor": parse_edtf("2017-05")},
        (
            "It counts from May 2017, which the text names and which is six years before, to "
            "the day of publication, 28 October 2024."
        ),
    ),
    (
        "elapsed.rolling",
        {"length": "P6Y", "day": DAY, "anchor": None},
        "It counts back six years from the day of publication, 28 October 2024.",
    ),
    ("range", {}, "It includes both its first and its last day."),
    (
        "since",
        {"start": parse_edtf("2018"), "day": DAY},
        "It runs from 2018 to the day of publication, 28 October 2024.",
    ),
    (
        "since.open",
        {"start": parse_edtf("2018")},
        "It runs from 2018 on, and no end is given.",
    ),
    (
        "dateline",
        {"day": date(2024, 10, 28)},
        "It stands as a line over the text, the day of publication.",
    ),
    ("until", {"anchor": parse_edtf("2026")}, "It ends with 2026, and no beginning is given."),
    (
        "duration",
        {"length": "P3D"},
        "It is a length of time (three days) and has no place in the calendar.",
    ),
    (
        "set",
        {"length": "P1Y", "times": 1},
        "It says that something comes back every year; it is no date.",
    ),
    (
        "set",
        {"length": "P1Y", "times": 2},
        "It says that something comes back twice every year; it is no date.",
    ),
    (
        "set",
        {"length": "P1Y", "times": 3},
        "It says that something comes back three times every year; it is no date.",
    ),
    (
        "set",
        {"length": "P2W", "times": 1},
        "It says that something comes back every two weeks; it is no date.",
    ),
    ("reference.present", {"day": DAY}, "It points to the time of publication, 28 October 2024."),
    ("reference.vague", {"when": "past"}, "It points to the past without saying when."),
    ("reference.vague", {"when": "future"}, "It points to the future without saying when."),
    (
        "reference.vague",
        {"when": "present"},
        "It points to the time of writing, which is not known.",
    ),
    ("edition.number", {"number": 6, "series": "ciie"}, "It is the sixth CIIE."),
    (
        "edition.number",
        {"number": 18, "series": "lac", "names": (("en", "LAC Summit"),)},
        "It is the 18th LAC Summit.",
    ),
    ("edition.first", {"series": "ciie"}, "It is the first CIIE."),
    (
        "edition.last",
        {"series": "ciie", "day": DAY},
        "It is the last CIIE that had begun by the day of publication, 28 October 2024.",
    ),
    (
        "edition.latest",
        {"series": "ciie", "day": DAY},
        "It is the latest CIIE that had begun by the day of publication, 28 October 2024.",
    ),
    (
        "edition.upcoming",
        {"series": "ciie", "day": DAY},
        "It is the first CIIE that begins on the day of publication, 28 October 2024, or later.",
    ),
    (
        "edition.anniversary",
        {"series": "ciie", "day": DAY},
        "It is the edition of the CIIE that keeps the anniversary.",
    ),
    ("edition.of-time", {"series": "ciie", "time": parse_edtf("2025")}, "It is the CIIE of 2025."),
    ("edition.of-time", {"series": "ciie", "time": None}, "It is a CIIE whose time is not known."),
    (
        "edition.relative",
        {"relation": "last", "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It is the one before the edition that the text is about, the 7th (5–10 November 2024).",
    ),
    (
        "edition.relative",
        {"relation": "this", "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It is the edition that the text is about, the 7th.",
    ),
    (
        "edition.relative",
        {"relation": "next", "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It is the one after the edition that the text is about, the 7th (5–10 November 2024).",
    ),
    (
        "edition.relative",
        {"relation": "last", "focus": 7, "focus_when": None, "series": "ciie"},
        "It is the one before the edition that the text is about, the 7th.",
    ),
    (
        "edition.relative",
        {"relation": "this", "focus": 7, "focus_when": None, "series": "ciie"},
        "It is the edition that the text is about, the 7th.",
    ),
    (
        "edition.relative",
        {"relation": "next", "focus": 7, "focus_when": None, "series": "ciie"},
        "It is the one after the edition that the text is about, the 7th.",
    ),
    (
        "edition.relative",
        {"relation": "last", "series": "ciie"},
        "It depends on which edition the text is about, and that is not known.",
    ),
    (
        "edition.named",
        {"name": "Balkan Trade Summit", "number": 1},
        "It is the first Balkan Trade Summit, an event that is not on record here.",
    ),
    (
        "edition.named",
        {"name": "Balkan Trade Summit", "number": None},
        "It is an edition of the Balkan Trade Summit, an event that is not on record here.",
    ),
    (
        "edition.beside",
        {"phrase": "this week", "when": SEVENTH},
        "It takes the date that its sentence gives, “this week”.",
    ),
    (
        "edition.dates",
        {"edition": "ciie/6", "number": 6, "name": "6th CIIE", "when": SIXTH, "status": "held"},
        "The 6th, 5–10 November 2023.",
    ),
    (
        "edition.dates",
        {
            "edition": "ciie/6",
            "number": 6,
            "name": "6th CIIE",
            "when": SIXTH,
            "status": "scheduled",
        },
        "The 6th, planned for 5–10 November 2023.",
    ),
    (
        "edition.dates",
        {
            "edition": "ciie/6",
            "number": 6,
            "name": "6th CIIE",
            "when": SIXTH,
            "status": "cancelled",
        },
        "The 6th, cancelled, 5–10 November 2023.",
    ),
    (
        "edition.dates",
        {
            "edition": "p/2027",
            "number": None,
            "name": "PyCon 2027",
            "when": SIXTH,
            "status": "held",
        },
        "PyCon 2027, 5–10 November 2023.",
    ),
    (
        "edition.dates",
        {"edition": "p/2027", "number": None, "name": "PyCon 2027", "when": None, "status": "held"},
        "PyCon 2027, whose date is not on record.",
    ),
    (
        "edition.dates",
        {"edition": "ciie/6", "number": 6, "name": "6", "when": None, "status": "held"},
        "The 6th, whose date is not on record.",
    ),
    ("editions.first", {"number": 1, "series": "ciie"}, "It means the first edition of the CIIE."),
    (
        "editions.first",
        {"number": 5, "series": "ciie"},
        "It means the first five editions of the CIIE.",
    ),
    ("editions.first", {"number": None, "series": "ciie"}, "It means all editions of the CIIE."),
    (
        "editions.total",
        {"number": 1, "series": "ciie"},
        "It counts one edition of the CIIE, the first.",
    ),
    (
        "editions.total",
        {"number": 5, "series": "ciie"},
        "It counts the editions of the CIIE, five in all, from the first on.",
    ),
    ("editions.total", {"number": None, "series": "ciie"}, "It means all editions of the CIIE."),
    (
        "editions.since",
        {"number": 1, "start": date(2018, 1, 1), "series": "ciie"},
        "It counts one edition of the CIIE from 1 January 2018 on.",
    ),
    (
        "editions.since",
        {"number": 5, "start": date(2018, 1, 1), "series": "ciie"},
        "It counts five editions of the CIIE from 1 January 2018 on.",
    ),
    (
        "editions.since",
        {"number": None, "start": date(2018, 1, 1), "series": "ciie"},
        "It means the editions of the CIIE from 1 January 2018 on.",
    ),
    (
        "editions.previous",
        {"number": 6, "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It counts back from the edition that the text is about, the 7th (5–10 November 2024).",
    ),
    (
        "editions.previous",
        {"number": 6, "focus": 7, "focus_when": None, "series": "ciie"},
        "It counts back from the edition that the text is about, the 7th.",
    ),
    (
        "editions.previous",
        {"number": 6, "focus": None, "day": DAY, "series": "ciie"},
        "It counts back from the day of publication, 28 October 2024.",
    ),
    (
        "editions.previous",
        {"number": 6, "series": "ciie"},
        "It counts back from an edition that is not known.",
    ),
    (
        "editions.next",
        {"number": 6, "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It counts on from the edition that the text is about, the 7th (5–10 November 2024).",
    ),
    (
        "editions.next",
        {"number": 6, "focus": 7, "focus_when": None, "series": "ciie"},
        "It counts on from the edition that the text is about, the 7th.",
    ),
    (
        "editions.next",
        {"number": 6, "focus": None, "day": DAY, "series": "ciie"},
        "It counts on from the day of publication, 28 October 2024.",
    ),
    (
        "editions.next",
        {"number": 6, "series": "ciie"},
        "It counts on from an edition that is not known.",
    ),
    (
        "editions.consecutive",
        {"number": 6, "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        (
            "It counts six editions in a row, up to the one that the text is about, the 7th "
            "(5–10 November 2024)."
        ),
    ),
    (
        "editions.consecutive",
        {"number": 6, "focus": 7, "focus_when": None, "series": "ciie"},
        "It counts six editions in a row, up to the one that the text is about, the 7th.",
    ),
    (
        "editions.consecutive",
        {"number": 6, "focus": None, "day": DAY, "series": "ciie"},
        "It counts six editions in a row, up to one that is not known.",
    ),
    (
        "editions.consecutive",
        {"number": 6, "series": "ciie"},
        "It counts six editions in a row, up to one that is not known.",
    ),
    (
        "editions.dates",
        {"first": 1, "last": 6, "from": date(2018, 11, 5), "to": date(2023, 11, 10)},
        "The 1st to the 6th, held 5 November 2018 to 10 November 2023.",
    ),
    (
        "editions.dates",
        {"first": 1, "last": 1, "from": date(2018, 11, 5), "to": date(2018, 11, 10)},
        "The 1st, held 5–10 November 2018.",
    ),
    (
        "series.inception",
        {"series": "ciie", "day": date(2018, 11, 5)},
        "It goes back to the first day of the first CIIE, 5 November 2018.",
    ),
    (
        "session",
        {"name": "x", "editions": (6,)},
        "It is a part of an edition, at some time within it.",
    ),
    ("session.dates", {"session": "x", "when": SIXTH}, "5–10 November 2023, as on record."),
    (
        "announcement",
        {"series": "ciie", "when": parse_edtf("2017-05")},
        "It is the announcement of the CIIE.",
    ),
    ("announcement", {}, "It is the announcement, whose date is not on record."),
    (
        "anniversary.founding",
        {"number": 1, "founded": 2014, "celebrated": 2015},
        "It points back to the founding, one year before 2015.",
    ),
    (
        "anniversary.founding",
        {"number": 10, "founded": 2014, "celebrated": 2024},
        "It points back to the founding, ten years before 2024.",
    ),
    (
        "anniversary.on-record",
        {"number": 5, "founded": 2018, "celebrated": 2023, "series": "ciie"},
        "It points back to the first CIIE, which is on record for 2018.",
    ),
    (
        "anniversary.celebration",
        {"number": 10, "year": 2024},
        "It is taken as the year in which the anniversary is kept.",
    ),
    (
        "unresolved.no-publication-day",
        {},
        "It depends on the day of publication, and that is not known.",
    ),
    (
        "unresolved.no-series",
        {},
        "It speaks of an event, and the text names none that is on record here.",
    ),
    ("unresolved.no-such-edition", {"number": 12}, "It is not on record, so it has no date."),
    (
        "reading.current-edition",
        {"number": 8, "year": 2025},
        "This is right if the edition of 2025 is meant.",
    ),
    ("reading.as-numbered", {"number": 6}, "This is right if the text's own number is right."),
    (
        "reading.misnumbered",
        {"series": "ciie", "number": 8, "year": 2025},
        "This is right if the text means the edition of 2025, the eighth.",
    ),
    (
        "reading.another-year",
        {"series": "ciie", "number": 6, "year": 2023},
        "This is right if it speaks of the sixth, that of 2023.",
    ),
    (
        "my.rule",
        {"number": 3, "when": SIXTH, "unit": Precision.YEAR, "names": ("a", "b")},
        "my.rule: number=3, when=5–10 November 2023, unit=year, names=a and b",
    ),
    ("my.rule", {}, "my.rule"),
    ("before", {"anchor": parse_edtf("2026")}, "It ends before 2026, and no beginning is given."),
    (
        "after",
        {"anchor": parse_edtf("2018")},
        "It begins after 2018, and no end is given.",
    ),
    (
        "from-on",
        {"anchor": parse_edtf("2018")},
        "It begins with 2018, and no end is given.",
    ),
    (
        "weekday.coming",
        {"day": DAY},
        "It is the first such day after the day of publication, 28 October 2024.",
    ),
    ("modified", {"modifier": "APPROX"}, "It is meant as approximate."),
    (
        "quarter.relative",
        {"year": 2024, "day": DAY},
        "It is counted from the day of publication, 28 October 2024, and lies in 2024.",
    ),
    (
        "millennium",
        {"number": 2},
        "It is taken from the year that ends in 000 to the one that ends in 999.",
    ),
    (
        "clock.today",
        {"day": DAY},
        "It names no day, so it is that of publication, 28 October 2024.",
    ),
    ("clock.today", {"day": None}, "It names no day, and the day of publication is not known."),
    ("clock.no-single-day", {}, "It is not about a single day, so the time of day is left aside."),
    (
        "clock",
        {"time": "09:00", "zone": "Asia/Shanghai"},
        "It gives the time of day in Asia/Shanghai.",
    ),
    ("clock", {"time": "09:00", "zone": None}, "It gives a time of day."),
    (
        "part-of-day",
        {"part": "morning", "from": 8, "to": 12},
        "It is the morning, taken as 8:00 to 12:00.",
    ),
    ("holiday.given", {}, "It gives the year."),
    (
        "holiday.nearest",
        {"day": DAY},
        "It names no year; it is sought from the day of publication, 28 October 2024.",
    ),
    ("holiday", {"rule": "12-25", "year": 2024}, "It is the day of that name in 2024."),
    (
        "text.last-time",
        {"day": DAY},
        "It is counted from a time that the text spoke of before (28 October 2024).",
    ),
    (
        "text.no-time-before",
        {"day": DAY},
        (
            "It points back to a time, and the text names none before it, so it is counted "
            "from 28 October 2024."
        ),
    ),
    (
        "text.weekend",
        {"day": DAY},
        (
            "It is the weekend that fits the sentence, seen from the day of publication, "
            "28 October 2024."
        ),
    ),
    ("text.last-quarter", {}, "It points to the quarter that the text spoke of before."),
    (
        "text.latest-quarter",
        {"day": DAY},
        (
            "It points to a quarter, and the text names none before it, so it is the last "
            "one that was over by the day of publication, 28 October 2024."
        ),
    ),
    (
        "text.quarter-in-year",
        {"year": 1988},
        "It is the quarter that the text spoke of before, in 1988.",
    ),
    (
        "text.years-before",
        {"years": 1, "of": parse_edtf("2024-34")},
        "It is one year before the second quarter of 2024, which the text spoke of.",
    ),
    (
        "numbered.unit",
        {"number": 1, "unit": "week", "of": parse_edtf("2024-11")},
        "It is counted within November 2024.",
    ),
    (
        "window.vague",
        {"unit": "year", "to": "last"},
        "It does not say how many years it means, so it has no dates.",
    ),
    (
        "set",
        {"length": "?", "times": 1},
        "It says that something comes back every ?; it is no date.",
    ),
    (
        "part",
        {"portion": "later", "of": parse_edtf("2023")},
        "It is what was still to come of 2023.",
    ),
    (
        "editions.dates",
        {"first": 8, "last": 9, "from": date(2025, 11, 5), "to": date(2026, 11, 10)},
        "The 8th to the 9th, held 5 November 2025 to 10 November 2026.",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "expected"), CASES)
def test_steps(rule, arguments, expected):
    assert say(Step(rule, tuple(arguments.items()))) == expected


def test_every_rule_is_in_the_table():
    tables = phrases("en")

    assert {*tables["rule"], *tables["reading"]} - {rule for rule, _, _ in CASES} == set()


def test_no_sentence_names_a_rule():
    ids = {*phrases("en")["rule"], *phrases("en")["reading"]}
    said = [expected for rule, _, expected in CASES if rule in ids]

    assert [text for text in said if "=" in text or any(f"{each}:" in text for each in ids)] == []
