"""Steps as sentences: every rule and every variant of it, in English and in Chinese."""

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
    ("calendar.given", {}, "It is a date as written.", "是文中写明的日期。"),
    (
        "calendar.short-year",
        {"year": 2024},
        "It gives the year with two figures; the nearest to the day of publication is 2024.",
        "只写了年份的后两位，取离发稿日最近的2024年。",
    ),
    (
        "fiscal.calendar",
        {},
        "It is of a fiscal year, which is taken to be that of the calendar.",
        "是按财政年度说的，财政年度视同公历年。",
    ),
    (
        "fiscal.moved",
        {"start": parse_edtf("2023-10"), "end": parse_edtf("2024-09")},
        "It is of a fiscal year, and so lasts from October 2023 to September 2024.",
        "是按财政年度说的，即从2023年10月到2024年9月。",
    ),
    (
        "range.year",
        {"year": 2022},
        "It has an end without a year; seen from its other end that is 2022.",
        "一端没有写年份，从另一端看是2022年。",
    ),
    (
        "calendar.no-such-day",
        {"month": 2, "of": parse_edtf("2023-02"), "day": 29, "days": 28},
        "It is no day: February 2023 has only 28 days.",
        "所写的日子不存在：2023年2月只有28天。",
    ),
    (
        "calendar.no-such-day",
        {"month": 4, "day": 31, "days": 30},
        "It is no day: April has only 30 days.",
        "所写的日子不存在：4月只有30天。",
    ),
    (
        "calendar.nearest-year",
        {"year": 2024, "day": DAY},
        "It names no year; the nearest to the day of publication, 28 October 2024, is taken.",
        "没有写年份，取离发稿日（2024年10月28日）最近的一个。",
    ),
    (
        "calendar.weekday-year",
        {"year": 2024, "day": DAY},
        (
            "It names no year; around the day of publication, 28 October 2024, it falls on that "
            "weekday in this one."
        ),
        "没有写年份，在发稿日（2024年10月28日）前后的各年里，取这一天正好是所说星期几的一年。",
    ),
    (
        "calendar.past-year",
        {"year": 2024, "day": DAY},
        (
            "It names no year; the sentence looks back, so it is the last one before the "
            "day of publication, 28 October 2024."
        ),
        "没有写年份，句子说的是过去的事，因此取发稿日（2024年10月28日）之前最近的一个。",
    ),
    (
        "calendar.future-year",
        {"year": 2024, "day": DAY},
        (
            "It names no year; the sentence looks ahead, so it is the next one on or after "
            "the day of publication, 28 October 2024."
        ),
        "没有写年份，句子说的是将来的事，因此取发稿日（2024年10月28日）当天或之后最近的一个。",
    ),
    (
        "calendar.nearest-month",
        {"day": DAY},
        (
            "It names a day without its month; it is counted from the day of publication, "
            "28 October 2024."
        ),
        "只写了日子，没有写月份，从发稿日（2024年10月28日）推算。",
    ),
    (
        "weekday.latest",
        {"day": DAY},
        (
            "It names only a weekday; it is the latest one up to the day of publication, 28 "
            "October 2024."
        ),
        "只说了星期几，取发稿日（2024年10月28日）当天或之前最近的一个。",
    ),
    (
        "weekday.nearest",
        {"day": DAY},
        (
            "It names only a weekday; it is the one nearest to the day of publication, 28 "
            "October 2024."
        ),
        "只说了星期几，取离发稿日（2024年10月28日）最近的一个。",
    ),
    (
        "weekday.next",
        {"day": DAY},
        (
            "It names only a weekday; it is the first one on or after the day of "
            "publication, 28 October 2024."
        ),
        "只说了星期几，取发稿日（2024年10月28日）当天或之后最近的一个。",
    ),
    (
        "weekday.relative",
        {"shift": -1, "day": DAY},
        "It points to the week before the one in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在周的前一周。",
    ),
    (
        "weekday.relative",
        {"shift": 0, "day": DAY},
        "It points to the week in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在的那一周。",
    ),
    (
        "weekday.relative",
        {"shift": 1, "day": DAY},
        "It points to the week after the one in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在周的后一周。",
    ),
    (
        "month.relative",
        {"year": 2023, "day": DAY},
        "It is counted from the day of publication, 28 October 2024, and lies in 2023.",
        "从发稿日（2024年10月28日）推算，在2023年。",
    ),
    (
        "season.relative",
        {"year": 2023, "day": DAY},
        "It is counted from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）推算。",
    ),
    (
        "unit.last",
        {"unit": "day", "day": DAY},
        "It is the day before the day of publication (28 October 2024).",
        "是发稿日（2024年10月28日）的前一天。",
    ),
    (
        "unit.last",
        {"unit": "week", "day": DAY},
        "It points to the week before the one in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在周的前一周。",
    ),
    (
        "unit.this",
        {"unit": "day", "day": DAY},
        "It is the day of publication, 28 October 2024.",
        "是发稿日，即2024年10月28日。",
    ),
    (
        "unit.this",
        {"unit": "week", "day": DAY},
        "It points to the week in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在的那一周。",
    ),
    (
        "unit.next",
        {"unit": "day", "day": DAY},
        "It is the day after the day of publication (28 October 2024).",
        "是发稿日（2024年10月28日）的后一天。",
    ),
    (
        "unit.next",
        {"unit": "week", "day": DAY},
        "It points to the week after the one in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在周的后一周。",
    ),
    (
        "unit.shifted",
        {"unit": "day", "shift": -2, "day": DAY},
        "It is two days before the day of publication (28 October 2024).",
        "比发稿日（2024年10月28日）早两天。",
    ),
    (
        "unit.shifted",
        {"unit": "day", "shift": 2, "day": DAY},
        "It is two days after the day of publication (28 October 2024).",
        "比发稿日（2024年10月28日）晚两天。",
    ),
    (
        "unit.shifted",
        {"unit": "week", "shift": -2, "day": DAY},
        (
            "It points to the second week before the one in which the text was published "
            "(28 October 2024)."
        ),
        "指发稿日（2024年10月28日）所在周之前的第二周。",
    ),
    (
        "unit.shifted",
        {"unit": "week", "shift": 2, "day": DAY},
        (
            "It points to the second week after the one in which the text was published (28 "
            "October 2024)."
        ),
        "指发稿日（2024年10月28日）所在周之后的第二周。",
    ),
    (
        "unit.shifted",
        {"unit": "month", "shift": -2, "day": DAY},
        (
            "It points to the second month before the one in which the text was published "
            "(28 October 2024)."
        ),
        "指发稿日（2024年10月28日）所在月份之前的第二个月。",
    ),
    (
        "unit.shifted",
        {"unit": "month", "shift": 2, "day": DAY},
        (
            "It points to the second month after the one in which the text was published "
            "(28 October 2024)."
        ),
        "指发稿日（2024年10月28日）所在月份之后的第二个月。",
    ),
    (
        "unit.shifted",
        {"unit": "year", "shift": -2, "day": DAY},
        (
            "It points to the second year before the one in which the text was published "
            "(28 October 2024)."
        ),
        "指发稿日（2024年10月28日）所在年份之前的第二年。",
    ),
    (
        "unit.shifted",
        {"unit": "year", "shift": 2, "day": DAY},
        (
            "It points to the second year after the one in which the text was published (28 "
            "October 2024)."
        ),
        "指发稿日（2024年10月28日）所在年份之后的第二年。",
    ),
    (
        "unit.shifted",
        {"unit": "quarter", "shift": -2, "day": DAY},
        (
            "It points to the second quarter before the one in which the text was published "
            "(28 October 2024)."
        ),
        "指发稿日（2024年10月28日）所在季度之前的第二个季度。",
    ),
    (
        "unit.shifted",
        {"unit": "quarter", "shift": 2, "day": DAY},
        (
            "It points to the second quarter after the one in which the text was published "
            "(28 October 2024)."
        ),
        "指发稿日（2024年10月28日）所在季度之后的第二个季度。",
    ),
    (
        "unit.shifted",
        {"unit": "week", "shift": 3, "day": DAY},
        "It is counted from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）推算。",
    ),
    ("decade", {"start": 1990}, "It is taken as 1990 to 1999.", "指1990年至1999年。"),
    ("century", {"number": 21}, "It is taken as 2000 to 2099.", "指2000年至2099年。"),
    (
        "season.given",
        {"year": 2024},
        "It is a season of 2024, in whole months.",
        "是2024年的一个季节，按整月计。",
    ),
    (
        "season.nearest",
        {"year": 2024},
        "It names no year; seen from the day of publication it is that of 2024, in whole months.",
        "没有写年份，从发稿日推算，在2024年，按整月计。",
    ),
    (
        "quarter.nearest",
        {"number": 1, "count": 1, "year": 2024},
        "It names no year; seen from the day of publication it is that of 2024.",
        "没有写年份，从发稿日推算，在2024年。",
    ),
    (
        "quarter.nearest",
        {"number": 1, "count": 3, "year": 2024},
        "It names no year; seen from the day of publication it is three quarters of 2024.",
        "没有写年份，从发稿日推算，是2024年的三个季度。",
    ),
    (
        "part",
        {"portion": "start", "of": parse_edtf("2023-23")},
        "It is taken as the first month of autumn 2023 (September to November 2023).",
        "指2023年秋季（2023年9月至11月）的第一个月。",
    ),
    (
        "part",
        {"portion": "early", "of": parse_edtf("2023-23")},
        "It is taken as the first month of autumn 2023 (September to November 2023).",
        "指2023年秋季（2023年9月至11月）的第一个月。",
    ),
    (
        "part",
        {"portion": "mid", "of": parse_edtf("2023-23")},
        "It is taken as the middle month of autumn 2023 (September to November 2023).",
        "指2023年秋季（2023年9月至11月）的中间一个月。",
    ),
    (
        "part",
        {"portion": "late", "of": parse_edtf("2023-23")},
        "It is taken as the last month of autumn 2023 (September to November 2023).",
        "指2023年秋季（2023年9月至11月）的最后一个月。",
    ),
    (
        "part",
        {"portion": "end", "of": parse_edtf("2023-23")},
        "It is taken as the last month of autumn 2023 (September to November 2023).",
        "指2023年秋季（2023年9月至11月）的最后一个月。",
    ),
    (
        "window.rolling",
        {"number": 5, "unit": "year", "day": DAY},
        "It counts back five years from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）往前数五年。",
    ),
    (
        "window.rolling",
        {"number": 1, "unit": "decade", "day": DAY},
        "It counts back one decade from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）往前数十年。",
    ),
    (
        "window.ahead",
        {"number": 2, "unit": "week", "day": DAY},
        "It counts two weeks on from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）往后数两周。",
    ),
    (
        "window.calendar",
        {"number": 5, "unit": "year"},
        "It covers five years by the calendar, before the year of publication.",
        "按日历计，指发稿时所在年份之前的五年。",
    ),
    (
        "window.next",
        {"number": 2, "unit": "week", "day": DAY},
        (
            "It covers two weeks by the calendar, after the week in which the text was "
            "published (28 October 2024)."
        ),
        "按日历计，指发稿日（2024年10月28日）所在周之后的两周。",
    ),
    (
        "window.vague",
        {"unit": "year"},
        "It does not say how many years it means, so it has no dates.",
        "没有说明具体是多长时间，因此没有日期。",
    ),
    (
        "window.superlative",
        {},
        "It stands with a word such as “largest”, so it looks back.",
        "与“最大”一类的说法连用，因此指过去。",
    ),
    (
        "shift.before",
        {"length": "P5W", "day": DAY, "said": False},
        "It is five weeks before the day of publication, 28 October 2024.",
        "指发稿日（2024年10月28日）的五周前。",
    ),
    (
        "shift.before",
        {"length": "P5W", "day": DAY, "said": True},
        "It is five weeks before 28 October 2024.",
        "指2024年10月28日的五周前。",
    ),
    (
        "shift.after",
        {"length": "P5W", "day": DAY, "said": False},
        "It is five weeks after the day of publication, 28 October 2024.",
        "指发稿日（2024年10月28日）的五周后。",
    ),
    (
        "shift.after",
        {"length": "P5W", "day": DAY, "said": True},
        "It is five weeks after 28 October 2024.",
        "指2024年10月28日的五周后。",
    ),
    (
        "shift.vague",
        {"length": "PXD"},
        "It does not say exactly how long before or after, so it has no date.",
        "没有说明提前或推后多久，因此没有日期。",
    ),
    (
        "shift.exact-day",
        {},
        "This is right if the exact day is meant.",
        "如果指的是具体的某一天，这一解读成立。",
    ),
    (
        "elapsed.anchor",
        {"length": "P6Y", "day": DAY, "anchor": parse_edtf("2017-05")},
        (
            "It counts from May 2017, which the text names and which is six years before, "
            "to the day of publication, 28 October 2024."
        ),
        "从文中提到的2017年5月（六年前）算到发稿日（2024年10月28日）。",
    ),
    (
        "elapsed.rolling",
        {"length": "P6Y", "day": DAY, "anchor": None},
        "It counts back six years from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）往前数六年。",
    ),
    ("range", {}, "It includes both its first and its last day.", "首尾两天都计算在内。"),
    (
        "since",
        {"start": parse_edtf("2018"), "day": DAY},
        "It runs from 2018 to the day of publication, 28 October 2024.",
        "从2018年起到发稿日（2024年10月28日）为止。",
    ),
    (
        "since.open",
        {"start": parse_edtf("2018")},
        "It runs from 2018 on, and no end is given.",
        "从2018年起，没有写明何时结束。",
    ),
    (
        "range.reversed",
        {"start": parse_edtf("2023-11-10"), "end": parse_edtf("2023-11-05")},
        "It ends before it begins, so it has no dates.",
        "结束早于开始，因此没有日期。",
    ),
    (
        "dateline",
        {"day": date(2024, 10, 28)},
        "It is the dateline over the text, which gives the day of publication.",
        "是标在正文之外的电头，写明了发稿日。",
    ),
    (
        "until",
        {"anchor": parse_edtf("2026")},
        "It runs up to the end of 2026, and no beginning is given.",
        "到2026年为止，没有写明何时开始。",
    ),
    (
        "duration",
        {"length": "P3D"},
        "It is a length of time (three days) and has no place in the calendar.",
        "是一段时间的长度（三天），没有具体日期。",
    ),
    (
        "set",
        {"length": "P1Y", "times": 1},
        "It says that something comes back every year; it is no date.",
        "表示每年一次，不是具体日期。",
    ),
    (
        "set",
        {"length": "P1Y", "times": 2},
        "It says that something comes back twice every year; it is no date.",
        "表示每年两次，不是具体日期。",
    ),
    (
        "set",
        {"length": "P1Y", "times": 3},
        "It says that something comes back three times every year; it is no date.",
        "表示每年三次，不是具体日期。",
    ),
    (
        "set",
        {"length": "P2W", "times": 1},
        "It says that something comes back every two weeks; it is no date.",
        "表示每两周一次，不是具体日期。",
    ),
    (
        "reference.present",
        {"day": DAY},
        "It points to the time of publication, 28 October 2024.",
        "指发稿之时，即2024年10月28日。",
    ),
    (
        "reference.vague",
        {"when": "past"},
        "It points to the past without saying when.",
        "指过去，没有说明具体时间。",
    ),
    (
        "reference.vague",
        {"when": "future"},
        "It points to the future without saying when.",
        "指将来，没有说明具体时间。",
    ),
    (
        "reference.vague",
        {"when": "present"},
        "It points to the time of writing, which is not known.",
        "指写作之时，而这一时间不详。",
    ),
    ("edition.number", {"number": 6, "series": "ciie"}, "It is the sixth CIIE.", "是第六届CIIE。"),
    (
        "edition.number",
        {"number": 18, "series": "lac", "names": (("en", "LAC Summit"),)},
        "It is the 18th LAC Summit.",
        "是第十八届LAC Summit。",
    ),
    ("edition.first", {"series": "ciie"}, "It is the first CIIE.", "是首届CIIE。"),
    (
        "edition.last",
        {"series": "ciie", "day": DAY},
        "It is the last CIIE that had begun by the day of publication, 28 October 2024.",
        "是到发稿日（2024年10月28日）为止已开幕的最后一届CIIE。",
    ),
    (
        "edition.latest",
        {"series": "ciie", "day": DAY},
        "It is the latest CIIE that had begun by the day of publication, 28 October 2024.",
        "是到发稿日（2024年10月28日）为止已开幕的最近一届CIIE。",
    ),
    (
        "edition.upcoming",
        {"series": "ciie", "day": DAY},
        "It is the first CIIE that begins on the day of publication, 28 October 2024, or later.",
        "是发稿日（2024年10月28日）当天或之后开幕的第一届CIIE。",
    ),
    (
        "edition.anniversary",
        {"series": "ciie", "day": DAY},
        "It is the edition of the CIIE that keeps the anniversary.",
        "是举行周年纪念的那一届CIIE。",
    ),
    (
        "edition.of-time",
        {"series": "ciie", "time": parse_edtf("2025")},
        "It is the CIIE of 2025.",
        "是2025年的CIIE。",
    ),
    (
        "edition.of-time",
        {"series": "ciie", "time": None},
        "It is a CIIE whose time is not known.",
        "是某一届CIIE，时间不详。",
    ),
    (
        "edition.relative",
        {"relation": "last", "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It is the one before the edition that the text is about, the 7th (5–10 November 2024).",
        "是文章所谈的第七届（2024年11月5日至10日）的上一届。",
    ),
    (
        "edition.relative",
        {"relation": "this", "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It is the edition that the text is about, the 7th.",
        "是文章所谈的第七届。",
    ),
    (
        "edition.relative",
        {"relation": "next", "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It is the one after the edition that the text is about, the 7th (5–10 November 2024).",
        "是文章所谈的第七届（2024年11月5日至10日）的下一届。",
    ),
    (
        "edition.relative",
        {"relation": "last", "focus": 7, "focus_when": None, "series": "ciie"},
        "It is the one before the edition that the text is about, the 7th.",
        "是文章所谈的第七届的上一届。",
    ),
    (
        "edition.relative",
        {"relation": "this", "focus": 7, "focus_when": None, "series": "ciie"},
        "It is the edition that the text is about, the 7th.",
        "是文章所谈的第七届。",
    ),
    (
        "edition.relative",
        {"relation": "next", "focus": 7, "focus_when": None, "series": "ciie"},
        "It is the one after the edition that the text is about, the 7th.",
        "是文章所谈的第七届的下一届。",
    ),
    (
        "edition.relative",
        {"relation": "last", "series": "ciie"},
        "It depends on which edition the text is about, and that is not known.",
        "取决于文章谈的是哪一届，而这一点不详。",
    ),
    (
        "edition.named",
        {"name": "Balkan Trade Summit", "number": 1},
        "It is the first Balkan Trade Summit, an event that is not on record here.",
        "是第一届Balkan Trade Summit，资料中没有收录这一活动。",
    ),
    (
        "edition.named",
        {"name": "Balkan Trade Summit", "number": None},
        "It is an edition of the Balkan Trade Summit, an event that is not on record here.",
        "是某一届Balkan Trade Summit，资料中没有收录这一活动。",
    ),
    (
        "part",
        {"portion": "late", "of": parse_edtf("-0001-24")},
        "It is taken as the last month of winter 2 BC (winter 2 BC).",
        "指公元前2年冬季（公元前2年冬季）的最后一个月。",
    ),
    (
        "reading.misnumbered",
        {"number": None, "year": 2025},
        "It needs more than the text gives.",
        "凭文中所写无法确定。",
    ),
    (
        "edition.meets",
        {"edition": "ciie/6", "when": SIXTH, "fit": "same"},
        "These are the days of the 6th CIIE.",
        "这正是第六届CIIE的举办时间。",
    ),
    (
        "edition.meets",
        {"edition": "ciie/6", "when": SIXTH, "fit": "within"},
        "It falls within the 6th CIIE.",
        "这一时间在第六届CIIE期间。",
    ),
    (
        "edition.meets",
        {"edition": "ciie/6", "when": SIXTH, "fit": "holds"},
        "The 6th CIIE falls in it.",
        "第六届CIIE就在这一时间之内。",
    ),
    (
        "edition.meets",
        {"edition": "ciie/6", "when": SIXTH, "fit": "overlaps"},
        "It overlaps with the 6th CIIE.",
        "这一时间与第六届CIIE有重叠。",
    ),
    (
        "edition.last",
        {"series": "ciie", "day": None},
        "It depends on the day of publication, and that is not known.",
        "取决于发稿日，而发稿日不详。",
    ),
    (
        "edition.latest",
        {"series": "ciie", "day": None},
        "It depends on the day of publication, and that is not known.",
        "取决于发稿日，而发稿日不详。",
    ),
    (
        "edition.upcoming",
        {"series": "ciie", "day": None},
        "It depends on the day of publication, and that is not known.",
        "取决于发稿日，而发稿日不详。",
    ),
    (
        "editions.since",
        {"number": 5, "start": parse_edtf("2018/.."), "series": "ciie"},
        "It counts five editions of the CIIE from 2018 on.",
        "指从2018年起的五届CIIE。",
    ),
    (
        "editions.since",
        {"number": 1, "start": parse_edtf("2018/.."), "series": "ciie"},
        "It counts one edition of the CIIE from 2018 on.",
        "指从2018年起的一届CIIE。",
    ),
    (
        "editions.since",
        {"number": None, "start": parse_edtf("2018/.."), "series": "ciie"},
        "It means the editions of the CIIE from 2018 on.",
        "指从2018年起的各届CIIE。",
    ),
    (
        "editions.dates",
        {"first": 1, "last": 7, "from": date(2018, 11, 5), "to": date(2024, 11, 10), "day": DAY},
        "The 1st to the 7th, 5 November 2018 to 10 November 2024.",
        "第一届至第七届，2018年11月5日至2024年11月10日。",
    ),
    (
        "editions.dates",
        {"first": 7, "last": 7, "from": date(2024, 11, 5), "to": date(2024, 11, 10), "day": DAY},
        "The 7th, 5–10 November 2024.",
        "第七届，2024年11月5日至10日。",
    ),
    (
        "text.years-before",
        {"years": 2, "of": None},
        "It is two years before the year of publication.",
        "比发稿的年份早两年。",
    ),
    (
        "part",
        {"portion": "late", "of": parse_edtf("2023-24")},
        "It is taken as the last month of winter 2023–24 (December 2023 to February 2024).",
        "指2023—2024年冬季（2023年12月至2024年2月）的最后一个月。",
    ),
    (
        "part",
        {"portion": "early", "of": parse_edtf("2023")},
        "It is the early part of 2023.",
        "指2023年的前段。",
    ),
    (
        "since",
        {"start": parse_edtf("2018-11-01/2018-12-31"), "day": DAY},
        "It runs from 1 November 2018 to the day of publication, 28 October 2024.",
        "从2018年11月1日起到发稿日（2024年10月28日）为止。",
    ),
    (
        "since.open",
        {"start": parse_edtf("2018-11-01/2018-12-31")},
        "It runs from 1 November 2018 on, and no end is given.",
        "从2018年11月1日起，没有写明何时结束。",
    ),
    (
        "until",
        {"anchor": parse_edtf("2026-11-01/2026-12-31")},
        "It runs up to 31 December 2026, and no beginning is given.",
        "到2026年12月31日为止，没有写明何时开始。",
    ),
    (
        "until",
        {"anchor": parse_edtf("2026-11-05")},
        "It runs up to 5 November 2026, and no beginning is given.",
        "到2026年11月5日为止，没有写明何时开始。",
    ),
    (
        "before",
        {"anchor": parse_edtf("2026-11-01/2026-12-31")},
        "It ends before 1 November 2026, and no beginning is given.",
        "在2026年11月1日之前结束，没有写明何时开始。",
    ),
    (
        "after",
        {"anchor": parse_edtf("2026-11-01/2026-12-31")},
        "It begins after 31 December 2026, and no end is given.",
        "在2026年12月31日之后开始，没有写明何时结束。",
    ),
    (
        "from-on",
        {"anchor": parse_edtf("2026-11-01/2026-12-31")},
        "It begins with 1 November 2026, and no end is given.",
        "从2026年11月1日开始，没有写明何时结束。",
    ),
    ("century", {"number": 1}, "It is taken as 1 to 99.", "指1年至99年。"),
    (
        "unit.this",
        {"unit": "month", "day": DAY},
        "It points to the month in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在的那个月。",
    ),
    (
        "unit.this",
        {"unit": "year", "day": DAY},
        "It points to the year in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在的年份。",
    ),
    (
        "unit.last",
        {"unit": "month", "day": DAY},
        (
            "It points to the month before the one in which the text was published (28 "
            "October 2024)."
        ),
        "指发稿日（2024年10月28日）所在月份的前一个月。",
    ),
    (
        "unit.last",
        {"unit": "quarter", "day": DAY},
        (
            "It points to the quarter before the one in which the text was published (28 "
            "October 2024)."
        ),
        "指发稿日（2024年10月28日）所在季度的前一个季度。",
    ),
    (
        "unit.last",
        {"unit": "year", "day": DAY},
        "It points to the year before the one in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在年份的前一年。",
    ),
    (
        "unit.next",
        {"unit": "month", "day": DAY},
        "It points to the month after the one in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在月份的后一个月。",
    ),
    (
        "unit.next",
        {"unit": "year", "day": DAY},
        "It points to the year after the one in which the text was published (28 October 2024).",
        "指发稿日（2024年10月28日）所在年份的后一年。",
    ),
    (
        "unit.next",
        {"unit": "decade", "day": DAY},
        (
            "It points to the decade after the one in which the text was published (28 "
            "October 2024)."
        ),
        "指发稿日（2024年10月28日）所在十年的后一个十年。",
    ),
    (
        "window.calendar",
        {"number": 1, "unit": "decade"},
        "It covers one decade by the calendar, before the decade of publication.",
        "按日历计，指发稿时所在十年之前的十年。",
    ),
    (
        "window.next",
        {"number": 3, "unit": "month", "day": DAY},
        (
            "It covers three months by the calendar, after the month in which the text was "
            "published (28 October 2024)."
        ),
        "按日历计，指发稿日（2024年10月28日）所在月份之后的三个月。",
    ),
    (
        "edition.number",
        {"number": None, "series": "ciie"},
        "It needs more than the text gives.",
        "凭文中所写无法确定。",
    ),
    (
        "edition.beside",
        {"phrase": "this week", "when": SEVENTH},
        "It takes the date that its sentence gives, “this week”.",
        "取同一句中写明的时间“this week”。",
    ),
    (
        "edition.dates",
        {"edition": "ciie/6", "number": 6, "name": "6th CIIE", "when": SIXTH, "status": "held"},
        "The 6th, 5–10 November 2023.",
        "第六届，2023年11月5日至10日。",
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
        "第六届，定于2023年11月5日至10日举办。",
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
        "第六届，已取消，2023年11月5日至10日。",
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
        "PyCon 2027，2023年11月5日至10日。",
    ),
    (
        "edition.dates",
        {"edition": "p/2027", "number": None, "name": "PyCon 2027", "when": None, "status": "held"},
        "PyCon 2027, whose date is not on record.",
        "PyCon 2027，资料中没有日期。",
    ),
    (
        "edition.dates",
        {"edition": "ciie/6", "number": 6, "name": "6", "when": None, "status": "held"},
        "The 6th, whose date is not on record.",
        "第六届，资料中没有日期。",
    ),
    (
        "editions.first",
        {"number": 1, "series": "ciie"},
        "It means the first edition of the CIIE.",
        "指首届CIIE。",
    ),
    (
        "editions.first",
        {"number": 5, "series": "ciie"},
        "It means the first five editions of the CIIE.",
        "指前五届CIIE。",
    ),
    (
        "editions.first",
        {"number": None, "series": "ciie"},
        "It means all editions of the CIIE.",
        "指历届CIIE。",
    ),
    (
        "editions.total",
        {"number": 1, "series": "ciie"},
        "It counts one edition of the CIIE, the first.",
        "共计一届CIIE，即首届。",
    ),
    (
        "editions.total",
        {"number": 5, "series": "ciie"},
        "It counts the editions of the CIIE, five in all, from the first on.",
        "从首届算起，共计五届CIIE。",
    ),
    (
        "editions.total",
        {"number": None, "series": "ciie"},
        "It means all editions of the CIIE.",
        "指历届CIIE。",
    ),
    (
        "editions.listed",
        {"number": 2, "series": "ciie"},
        "It names two editions of the CIIE.",
        "列出两届CIIE。",
    ),
    (
        "editions.since",
        {"number": 1, "start": date(2018, 1, 1), "series": "ciie"},
        "It counts one edition of the CIIE from 1 January 2018 on.",
        "指从2018年1月1日起的一届CIIE。",
    ),
    (
        "editions.since",
        {"number": 5, "start": date(2018, 1, 1), "series": "ciie"},
        "It counts five editions of the CIIE from 1 January 2018 on.",
        "指从2018年1月1日起的五届CIIE。",
    ),
    (
        "editions.since",
        {"number": None, "start": date(2018, 1, 1), "series": "ciie"},
        "It means the editions of the CIIE from 1 January 2018 on.",
        "指从2018年1月1日起的各届CIIE。",
    ),
    (
        "editions.previous",
        {"number": 6, "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It counts back from the edition that the text is about, the 7th (5–10 November 2024).",
        "从文章所谈的第七届（2024年11月5日至10日）往前数。",
    ),
    (
        "editions.previous",
        {"number": 6, "focus": 7, "focus_when": None, "series": "ciie"},
        "It counts back from the edition that the text is about, the 7th.",
        "从文章所谈的第七届往前数。",
    ),
    (
        "editions.previous",
        {"number": 6, "focus": None, "day": DAY, "series": "ciie"},
        "It counts back from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）往前数。",
    ),
    (
        "editions.previous",
        {"number": 6, "series": "ciie"},
        "It counts back from an edition that is not known.",
        "从某一届往前数，而是哪一届不详。",
    ),
    (
        "editions.next",
        {"number": 6, "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        "It counts on from the edition that the text is about, the 7th (5–10 November 2024).",
        "从文章所谈的第七届（2024年11月5日至10日）往后数。",
    ),
    (
        "editions.next",
        {"number": 6, "focus": 7, "focus_when": None, "series": "ciie"},
        "It counts on from the edition that the text is about, the 7th.",
        "从文章所谈的第七届往后数。",
    ),
    (
        "editions.next",
        {"number": 6, "focus": None, "day": DAY, "series": "ciie"},
        "It counts on from the day of publication, 28 October 2024.",
        "从发稿日（2024年10月28日）往后数。",
    ),
    (
        "editions.next",
        {"number": 6, "series": "ciie"},
        "It counts on from an edition that is not known.",
        "从某一届往后数，而是哪一届不详。",
    ),
    (
        "editions.consecutive",
        {"number": 6, "focus": 7, "focus_when": SEVENTH, "series": "ciie"},
        (
            "It counts six editions in a row, up to the one that the text is about, the 7th "
            "(5–10 November 2024)."
        ),
        "指连续六届，到文章所谈的第七届（2024年11月5日至10日）为止。",
    ),
    (
        "editions.consecutive",
        {"number": 6, "focus": 7, "focus_when": None, "series": "ciie"},
        "It counts six editions in a row, up to the one that the text is about, the 7th.",
        "指连续六届，到文章所谈的第七届为止。",
    ),
    (
        "editions.consecutive",
        {"number": 6, "focus": None, "day": DAY, "series": "ciie"},
        "It counts six editions in a row, up to one that is not known.",
        "指连续六届，而到哪一届为止不详。",
    ),
    (
        "editions.consecutive",
        {"number": 6, "series": "ciie"},
        "It counts six editions in a row, up to one that is not known.",
        "指连续六届，而到哪一届为止不详。",
    ),
    (
        "editions.dates",
        {"first": 1, "last": 6, "from": date(2018, 11, 5), "to": date(2023, 11, 10)},
        "The 1st to the 6th, held 5 November 2018 to 10 November 2023.",
        "第一届至第六届，举办于2018年11月5日至2023年11月10日。",
    ),
    (
        "editions.dates",
        {"first": 1, "last": 1, "from": date(2018, 11, 5), "to": date(2018, 11, 10)},
        "The 1st, held 5–10 November 2018.",
        "第一届，举办于2018年11月5日至10日。",
    ),
    (
        "series.inception",
        {"series": "ciie", "day": date(2018, 11, 5)},
        "It goes back to the first day of the first CIIE, 5 November 2018.",
        "追溯到首届CIIE的第一天，即2018年11月5日。",
    ),
    (
        "session",
        {"name": "x", "editions": (6,)},
        "It is part of an edition.",
        "是某一届的一项活动。",
    ),
    (
        "session.dates",
        {"session": "x", "when": SIXTH},
        "5–10 November 2023, as on record.",
        "2023年11月5日至10日，以资料所载为准。",
    ),
    (
        "announcement",
        {"series": "ciie", "when": parse_edtf("2017-05")},
        "It is the announcement of the CIIE.",
        "指宣布举办CIIE一事。",
    ),
    (
        "announcement",
        {},
        "It is the announcement, whose date is not on record.",
        "指宣布一事，资料中没有日期。",
    ),
    (
        "anniversary.founding",
        {"number": 1, "founded": 2014, "celebrated": 2015},
        "It points back to the founding, one year before 2015.",
        "指创立的年份，比2015年早一年。",
    ),
    (
        "anniversary.founding",
        {"number": 10, "founded": 2014, "celebrated": 2024},
        "It points back to the founding, ten years before 2024.",
        "指创立的年份，比2024年早十年。",
    ),
    (
        "anniversary.on-record",
        {"number": 5, "founded": 2018, "celebrated": 2023, "series": "ciie"},
        "It points back to the first CIIE, which is on record for 2018.",
        "指首届CIIE，据资料在2018年。",
    ),
    (
        "anniversary.celebration",
        {"number": 10, "year": 2024},
        "It is taken as the year in which the anniversary is kept.",
        "理解为举行周年纪念的年份。",
    ),
    (
        "unresolved.no-time-before",
        {},
        "It points back to a time, and the text names none before it.",
        "承接前文的时间，而前文没有提到。",
    ),
    (
        "unresolved.no-publication-day",
        {},
        "It depends on the day of publication, and that is not known.",
        "取决于发稿日，而发稿日不详。",
    ),
    (
        "unresolved.no-series",
        {},
        "It speaks of an event, and the text names none that is on record here.",
        "说的是一项活动，而文中没有提到资料收录的活动。",
    ),
    (
        "unresolved.no-such-edition",
        {"number": 12},
        "It is not on record, so it has no date.",
        "资料中没有收录，因此没有日期。",
    ),
    (
        "reading.current-edition",
        {"number": 8, "year": 2025},
        "This is right if the edition of 2025 is meant.",
        "如果指的是2025年的那一届，这一解读成立。",
    ),
    (
        "reading.as-numbered",
        {"number": 6},
        "This is right if the number that the text gives, the sixth, is right.",
        "如果以文中所写的届次（第六届）为准，这一解读成立。",
    ),
    (
        "reading.misnumbered",
        {"series": "ciie", "number": 8, "year": 2025},
        "This is right if the text means the edition of 2025, the eighth.",
        "如果文章指的是2025年的那一届，即第八届，这一解读成立。",
    ),
    (
        "reading.another-year",
        {"series": "ciie", "number": 6, "year": 2023},
        "This is right if it speaks of the sixth, that of 2023.",
        "如果说的是2023年的第六届，这一解读成立。",
    ),
    (
        "my.rule",
        {"number": 3, "when": SIXTH, "unit": Precision.YEAR, "names": ("a", "b")},
        "my.rule: number=3, when=5–10 November 2023, unit=year, names=a and b",
        "my.rule：number=3、when=2023年11月5日至10日、unit=year、names=a和b",
    ),
    ("my.rule", {}, "my.rule", "my.rule"),
    (
        "before",
        {"anchor": parse_edtf("2026")},
        "It ends before 2026, and no beginning is given.",
        "在2026年之前结束，没有写明何时开始。",
    ),
    (
        "after",
        {"anchor": parse_edtf("2018")},
        "It begins after 2018, and no end is given.",
        "在2018年之后开始，没有写明何时结束。",
    ),
    (
        "from-on",
        {"anchor": parse_edtf("2018")},
        "It begins with 2018, and no end is given.",
        "从2018年开始，没有写明何时结束。",
    ),
    (
        "weekday.coming",
        {"day": DAY},
        "It is the first such day after the day of publication, 28 October 2024.",
        "是发稿日（2024年10月28日）之后的第一个这样的日子。",
    ),
    ("modified", {"modifier": "APPROX"}, "It is meant as approximate.", "意为约数。"),
    (
        "quarter.relative",
        {"year": 2024, "day": DAY},
        "It is counted from the day of publication, 28 October 2024, and lies in 2024.",
        "从发稿日（2024年10月28日）推算，在2024年。",
    ),
    ("millennium", {"number": 2}, "It is taken as 1000 to 1999.", "指1000年至1999年。"),
    (
        "clock.today",
        {"day": DAY},
        "It names no day, so it is that of publication, 28 October 2024.",
        "没有写日期，因此取发稿日（2024年10月28日）。",
    ),
    (
        "clock.today",
        {"day": None},
        "It names no day, and the day of publication is not known.",
        "没有写日期，而发稿日不详。",
    ),
    (
        "clock.no-single-day",
        {},
        "It is not about a single day, so the time of day is left aside.",
        "说的不是某一天，因此不计时刻。",
    ),
    (
        "clock",
        {"time": "09:00", "zone": "Asia/Shanghai"},
        "It gives the time of day in Asia/Shanghai.",
        "写明了时刻，以Asia/Shanghai时区为准。",
    ),
    ("clock", {"time": "09:00", "zone": None}, "It gives a time of day.", "写明了时刻。"),
    (
        "part-of-day",
        {"part": "morning", "from": 8, "to": 12},
        "It is the morning, taken as 8:00 to 12:00.",
        "指上午，按8:00至12:00计。",
    ),
    ("holiday.given", {}, "It gives the year.", "写明了年份。"),
    (
        "holiday.nearest",
        {"day": DAY},
        "It names no year; it is sought from the day of publication, 28 October 2024.",
        "没有写年份，从发稿日（2024年10月28日）推算。",
    ),
    (
        "holiday",
        {"rule": "12-25", "year": 2024},
        "It is the day of that name in 2024.",
        "是2024年的这个节日。",
    ),
    (
        "holiday",
        {"rule": "1-26", "year": 2024, "country": "in"},
        "It is the day of that name in India in 2024.",
        "是2024年印度的这个节日。",
    ),
    (
        "holiday",
        {"rule": "9 mon 1", "year": 2024, "part": "weekend"},
        "It is the weekend nearest to the day of that name in 2024.",
        "是最靠近2024年这个节日的周末。",
    ),
    (
        "holiday",
        {"rule": "12-25", "year": 2024, "part": "eve"},
        "It is the day before the day of that name in 2024.",
        "是2024年这个节日的前一天。",
    ),
    (
        "holiday",
        {"rule": "12-25", "year": 2021, "part": "observed"},
        "It is the weekday on which the day of that name is kept in 2021.",
        "是2021年这个节日补假的工作日。",
    ),
    ("holiday.none", {"year": 2023}, "It has no such day in 2023.", "在2023年没有这一天。"),
    (
        "holiday.undefined",
        {"year": 1850, "first": 1900, "last": 2100},
        "It has no date in 1850: the calendar of that day is reckoned here only from 1900 to 2100.",
        "在1850年没有日期：这个节日的历法这里只推算1900年至2100年。",
    ),
    (
        "holiday.sighting",
        {},
        "The day hangs on the sighting of the moon and can be one earlier or later, by country.",
        "这一天以见月为准，各地可能早一天或晚一天。",
    ),
    (
        "holiday.almanac",
        {},
        (
            "The day is taken from the rules of the almanac for central India; elsewhere it can be "
            "one off."
        ),
        "这一天按印度中部历书的规则推算，其他地方可能相差一天。",
    ),
    (
        "holiday.dusk",
        {},
        "It begins at sunset on the evening before.",
        "这一天从前一天日落开始。",
    ),
    (
        "holiday.country",
        {"country": "us"},
        "The date is another in each country; that of the United States was taken.",
        "各国各地日期不同，这里取美国的日期。",
    ),
    (
        "holiday.again",
        {},
        "This is right if the other day of that name in the year is meant.",
        "如果指这一年里另一次同名节日，这一解读成立。",
    ),
    (
        "holiday.in-country",
        {"country": "ca"},
        "This is right if the day in Canada is meant.",
        "如果指加拿大的日期，这一解读成立。",
    ),
    (
        "beside",
        {"unit": "day", "sign": 1, "day": DAY, "index": 1},
        "It is the first Monday after 28 October 2024.",
        "是2024年10月28日之后的第一个星期一。",
    ),
    (
        "beside",
        {"unit": "day", "sign": -1, "day": DAY, "index": 5},
        "It is the last Friday before 28 October 2024.",
        "是2024年10月28日之前的最后一个星期五。",
    ),
    (
        "beside",
        {"unit": "day", "sign": 1, "day": DAY},
        "It is the day after 28 October 2024.",
        "是2024年10月28日的后一天。",
    ),
    (
        "beside",
        {"unit": "day", "sign": -1, "day": DAY},
        "It is the day before 28 October 2024.",
        "是2024年10月28日的前一天。",
    ),
    (
        "beside",
        {"unit": "week", "sign": 1, "day": DAY},
        "It is the seven days after 28 October 2024.",
        "是2024年10月28日之后的七天。",
    ),
    (
        "beside",
        {"unit": "week", "sign": -1, "day": DAY},
        "It is the seven days before 28 October 2024.",
        "是2024年10月28日之前的七天。",
    ),
    (
        "beside",
        {"unit": "weekend", "sign": 1, "day": DAY},
        "It is the first weekend after 28 October 2024.",
        "是2024年10月28日之后的第一个周末。",
    ),
    (
        "beside",
        {"unit": "weekend", "sign": -1, "day": DAY},
        "It is the last weekend before 28 October 2024.",
        "是2024年10月28日之前的最后一个周末。",
    ),
    (
        "text.last-time",
        {"day": DAY},
        "It is counted from a time that the text spoke of before (28 October 2024).",
        "从前文提到的时间（2024年10月28日）算起。",
    ),
    (
        "text.no-time-before",
        {"day": DAY},
        (
            "It points back to a time, and the text names none before it, so it is counted "
            "from 28 October 2024."
        ),
        "承接前文的时间，而前文没有提到，因此从2024年10月28日算起。",
    ),
    (
        "text.weekend",
        {"day": DAY},
        (
            "It is the weekend that fits the sentence, seen from the day of publication, 28 "
            "October 2024."
        ),
        "指与句意相符的那个周末，从发稿日（2024年10月28日）推算。",
    ),
    (
        "text.last-quarter",
        {},
        "It points to the quarter that the text spoke of before.",
        "指前文提到的那个季度。",
    ),
    (
        "text.latest-quarter",
        {"day": DAY},
        (
            "It points to a quarter, and the text names none before it, so it is the last "
            "one that was over by the day of publication, 28 October 2024."
        ),
        (
            "指某个季度，而前文没有提到，因此取到发稿日（2024年10月28日）为止已经结束的最近一"
            "个季度。"
        ),
    ),
    (
        "text.quarter-in-year",
        {"year": 1988},
        "It is the quarter that the text spoke of before, in 1988.",
        "指前文提到的那个季度，在1988年。",
    ),
    (
        "text.years-before",
        {"years": 1, "of": parse_edtf("2024-34")},
        "It is one year before the second quarter of 2024, which the text spoke of.",
        "比文中提到的2024年第二季度早一年。",
    ),
    (
        "numbered.unit",
        {"number": 1, "unit": "week", "of": parse_edtf("2024-11")},
        "It is a part of November 2024.",
        "是2024年11月的一部分。",
    ),
    (
        "window.vague",
        {"unit": "year", "to": "last"},
        "It does not say how many years it means, so it has no dates.",
        "没有说明具体是多长时间，因此没有日期。",
    ),
    (
        "set",
        {"length": "?", "times": 1},
        "It says that something comes back every ?; it is no date.",
        "表示每?一次，不是具体日期。",
    ),
    (
        "part",
        {"portion": "later", "of": parse_edtf("2023")},
        "It is what was still to come of 2023.",
        "指2023年余下的部分。",
    ),
    (
        "editions.dates",
        {"first": 8, "last": 9, "from": date(2025, 11, 5), "to": date(2026, 11, 10)},
        "The 8th to the 9th, held 5 November 2025 to 10 November 2026.",
        "第八届至第九届，举办于2025年11月5日至2026年11月10日。",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "english", "chinese"), CASES)
def test_steps(rule, arguments, english, chinese):
    step = Step(rule, tuple(arguments.items()))

    assert (say(step), say(step, "zh")) == (english, chinese)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_rule_is_in_the_table(lang):
    tables = phrases(lang)

    assert {*tables["rule"], *tables["reading"]} - {rule for rule, *_ in CASES} == set()


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_sentence_names_a_rule(lang):
    ids = {each for each in (*phrases(lang)["rule"], *phrases(lang)["reading"]) if "." in each}
    said = [text for rule, _, *texts in CASES if rule in ids for text in texts]

    assert [text for text in said if "=" in text or any(each in text for each in ids)] == []


def test_no_chinese_sentence_has_english_marks():
    ids = {*phrases("zh")["rule"], *phrases("zh")["reading"]}
    said = [chinese for rule, *_, chinese in CASES if rule in ids]

    assert [text for text in said if set(',;()"') & {*text} or text.endswith(".")] == []
