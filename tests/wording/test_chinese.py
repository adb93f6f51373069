"""Chinese: values, explanations of texts, findings and reasons as a Chinese editor writes them."""

from datetime import UTC, date, datetime

import pytest

import ciie_timeline as ct
from ciie_timeline.forms import Conflict, Finding, Span, Step
from ciie_timeline.lexicons import phrases
from ciie_timeline.model import (
    Announcement,
    Claim,
    Derivation,
    Edition,
    Method,
    Modality,
    Place,
    Rule,
    Session,
    Status,
)
from ciie_timeline.values import (
    Clock,
    Duration,
    Extent,
    PartialDate,
    Precision,
    Window,
    parse_edtf,
)
from ciie_timeline.wording import explain, phrase

VALUES = [
    ("2023-11-05", "2023年11月5日"),
    ("2018-11", "2018年11月"),
    ("2023", "2023年"),
    ("2023-11-05/2023-11-10", "2023年11月5日至10日"),
    ("2023-11-05/2023-12-10", "2023年11月5日至12月10日"),
    ("2018-11-05/2022-11-10", "2018年11月5日至2022年11月10日"),
    ("2004-02/2004-05", "2004年2月至5月"),
    ("2004-02/2005-05", "2004年2月至2005年5月"),
    ("2018/2022", "2018年至2022年"),
    ("2018/2023-11-04", "2018年至2023年11月4日"),
    ("1984~", "约1984年"),
    ("1984?", "可能是1984年"),
    ("1984%", "可能是1984年前后"),
    ("2023-11-05?/2023-11-10?", "可能是2023年11月5日至10日"),
    ("?2004-06-~11", "2004年6月11日（年份存疑、日为约数）"),
    ("2004-%06", "2004年6月（月份存疑且为约数）"),
    ("2021-21", "2021年春季"),
    ("2021-24", "2021—2022年冬季"),
    ("1999-24", "1999—2000年冬季"),
    ("-0001-24", "公元前2年冬季"),
    ("2021-30", "2021—2022年夏季（南半球）"),
    ("2021-28", "2021—2022年冬季（北半球）"),
    ("2023-35", "2023年第三季度"),
    ("2023-37", "2023年前四个月"),
    ("2023-40", "2023年上半年"),
    ("2023-41", "2023年下半年"),
    ("199X", "20世纪90年代"),
    ("201X", "21世纪10年代"),
    ("200X", "2000年至2009年"),
    ("19XX", "20世纪"),
    ("1XXX", "1000年至1999年之间"),
    ("XXXX", "某年"),
    ("2004-XX", "2004年的某个月"),
    ("2004-06-XX", "2004年6月的某一天"),
    ("2004-XX-05", "2004年某月5日"),
    ("1XXX-12", "1000年至1999年之间某年12月"),
    ("156X-12-25", "16世纪60年代某年12月25日"),
    ("15XX-12-XX", "16世纪某年12月的某一天"),
    ("XXXX-12-25", "某年12月25日"),
    ("156X-12-1X", "形如156X-12-1X的日期"),
    ("-0043-03-15", "公元前44年3月15日"),
    ("0079", "公元79年"),
    ("Y170000", "公元170000年"),
    ("1950S2", "约1950年（1900年至1999年）"),
    ("2027-05-14T09:00", "2027年5月14日9:00"),
    ("2027-05-14T09:05:30", "2027年5月14日9:05:30"),
    ("2027-05-14T09:00+08:00", "2027年5月14日9:00（UTC+8）"),
    ("2027-05-14T09:00/2027-05-14T10:30", "2027年5月14日9:00至10:30"),
    ("2027-05-14T09:00Z/2027-05-14T10:30Z", "2027年5月14日9:00至10:30（UTC）"),
    ("2018/..", "2018年以来"),
    ("../2024", "截至2024年"),
    ("2018/", "2018年起，结束日期不详"),
    ("/2024", "至2024年止，开始日期不详"),
    ("../..", "任何时间"),
    ("[2018,2019]", "2018年或2019年"),
    ("[1667,1668,1670..1672]", "1667年、1668年或1670年至1672年中的某一年"),
    ("[2004-06-11..2004-06-13]", "2004年6月11日至13日中的某一天"),
    ("[2004-01..2004-03]", "2004年1月至3月中的某个月"),
    ("[..1984]", "1984年或以前"),
    ("[1667,1670..]", "1667年或1670年或以后"),
    ("{1960,1961-12}", "1960年和1961年12月"),
    ("{..1984}", "1984年及以前"),
    ("{1762..}", "1762年及以后"),
]


@pytest.mark.parametrize(("edtf", "expected"), VALUES)
def test_time_values(edtf, expected):
    assert phrase(parse_edtf(edtf), "zh") == expected


LENGTHS = [
    ("P5Y", "五年"),
    ("P2Y", "两年"),
    ("P1D", "一天"),
    ("P3D", "三天"),
    ("P12W", "12周"),
    ("P3M", "三个月"),
    ("P1Y6M", "一年六个月"),
    ("P1Y2M3D", "一年两个月三天"),
    ("PXY", "几年"),
    ("PXM", "几个月"),
    ("P1.5D", "1.5天"),
    ("-P3D", "负三天"),
    ("P0D", "零天"),
    ("P1DE", "十年"),
    ("P2DE", "两个十年"),
    ("P1CE", "一个世纪"),
    ("P2ML", "两个千年"),
    ("P1Q", "一个季度"),
    ("PT36H", "36小时"),
    ("PT90M", "90分钟"),
]


@pytest.mark.parametrize(("length", "expected"), LENGTHS)
def test_lengths(length, expected):
    assert phrase(Duration.parse(length), "zh") == expected


EDITIONS = [
    ((6,), "第六届"),
    ((1, 2), "第一届和第二届"),
    ((1, 2, 3, 4, 5, 6), "第一届至第六届"),
    ((1, 2, 3, 6, 8, 9), "第一届至第三届、第六届、第八届和第九届"),
    ((10, 11, 20, 21), "第十届、第十一届、第二十届和第二十一届"),
    ((99, 100), "第九十九届和第100届"),
    ((137,), "第137届"),
    ((), "无此届次"),
]


@pytest.mark.parametrize(("numbers", "expected"), EDITIONS)
def test_numbers_of_editions(numbers, expected):
    assert phrase(numbers, "zh") == expected


def test_days_and_times_of_the_standard_library():
    moment = datetime(2027, 5, 14, 9, 0, 5, tzinfo=UTC)

    assert phrase(date(2027, 5, 14), "zh") == "2027年5月14日"
    assert phrase(moment, "zh") == "2027年5月14日9:00:05（UTC）"
    assert phrase(Clock(24, 0), "zh") == "24:00"


def test_what_a_chronology_knows():
    first, last = date(2024, 11, 1), date(2024, 11, 30)
    within = Extent(Window(first, last), Window(first, last))
    between = Extent(Window(first, first), Window(None, last))

    assert phrase(within, "zh") == "2024年11月之内的某个时间"
    assert phrase(between, "zh") == "2024年11月1日开始，2024年11月30日或以前结束"


# --------------------------------------------------------------------------- texts

TEXTS = [
    (
        "It opened on 6 November 2023.",
        "2023-11-09",
        0,
        "“6 November 2023”是文中写明的日期：2023年11月6日。",
    ),
    (
        "The fair runs from 5 to 10 November.",
        "2024-10-28",
        0,
        (
            "“5 to 10 November”没有写年份，取离发稿日（2024年10月28日）最近的一个；"
            "首尾两天都计算在内：2024年11月5日至10日。"
        ),
    ),
    (
        "It opened last week.",
        "2025-11-04",
        0,
        "“last week”指发稿日（2025年11月4日）所在周的前一周：2025年10月27日至11月2日。",
    ),
    (
        "It opens tomorrow.",
        "2025-11-04",
        0,
        "“tomorrow”是发稿日（2025年11月4日）的后一天：2025年11月5日。",
    ),
    ("It opens tomorrow.", None, 0, "“tomorrow”取决于发稿日，而发稿日不详。"),
    (
        "It began two years ago.",
        "2023-11-04",
        0,
        (
            "“two years ago”指发稿日（2023年11月4日）的两年前：2021年。如果指的是具体的某"
            "一天，则为2021年11月4日。"
        ),
    ),
    (
        "It grew over the past five years.",
        "2023-11-04",
        0,
        (
            "“past five years”从发稿日（2023年11月4日）往前数五年：2018年11月4日至2023年1"
            "1月4日。如果按完整的自然年计算，则为2018年至2022年。"
        ),
    ),
    (
        "It grew over the past decade.",
        "2025-11-04",
        0,
        (
            "“past decade”从发稿日（2025年11月4日）往前数十年：2015年11月4日至2025年11月4"
            "日。如果按日历上完整的十年计算，则为21世纪10年代。"
        ),
    ),
    (
        "It has grown in recent years.",
        "2023-11-04",
        0,
        "“recent years”没有说明具体是多长时间，因此没有日期。",
    ),
    ("It was held in the 1990s.", "2023-11-04", 0, "“1990s”指1990年至1999年：20世纪90年代。"),
    (
        "It was held in the third quarter of 2023.",
        "2023-11-04",
        0,
        "“third quarter of 2023”是2023年的一部分：2023年第三季度。",
    ),
    (
        "The 6th CIIE has opened.",
        "2025-11-04",
        0,
        "“6th CIIE”是第六届中国国际进口博览会：2023年11月5日至10日。",
    ),
    (
        "The 12th CIIE was large.",
        "2025-11-04",
        0,
        "“12th CIIE”是第十二届中国国际进口博览会；资料中没有收录，因此没有日期。",
    ),
    (
        "CIIE opens in Shanghai. Next year's expo is planned.",
        "2025-11-04",
        -1,
        (
            "“Next year's expo”从发稿日（2025年11月4日）推算，是2026年的中国国际进口博览会"
            "：第九届，定于2026年11月5日至10日举办。"
        ),
    ),
    (
        "Seventh CIIE opens soon. The previous edition was large.",
        "2024-10-28",
        -1,
        (
            "“previous edition”是文章所谈的第七届（2024年11月5日至10日）的上一届："
            "第六届，2023年11月5日至10日。"
        ),
    ),
    (
        "Seventh CIIE opens soon. The previous six editions were large.",
        "2024-10-28",
        -1,
        (
            "“previous six editions”从文章所谈的第七届（2024年11月5日至10日）"
            "往前数：第一届至第六届，举办于2018年11月5日至2023年11月10日。"
        ),
    ),
    (
        "Seventh CIIE opens soon. The next two CIIEs follow.",
        "2024-10-28",
        -1,
        (
            "“next two CIIEs”从文章所谈的第七届（2024年11月5日至10日）往后数："
            "第八届和第九届，2025年11月5日至2026年11月10日。"
        ),
    ),
    (
        "Since the inception of the CIIE it has grown.",
        "2023-11-04",
        0,
        (
            "“Since the inception of the CIIE”追溯到首届中国国际进口博览会的第一天，"
            "即2018年11月5日；从那时起到发稿日（2023年11月4日）为止：2018年11月5日至2023年"
            "11月4日。"
        ),
    ),
    (
        "The opening ceremony of the seventh CIIE was short.",
        "2024-11-09",
        0,
        (
            "“opening ceremony of the seventh CIIE”是第七届中国国际进口博览会的一项活动："
            "2024年11月5日，以资料所载为准。"
        ),
    ),
    (
        "The initiative celebrates its tenth anniversary.",
        "2023-11-09",
        0,
        "“tenth anniversary”指创立的年份，比2023年早十年：2013年。周年纪念本身在2023年。",
    ),
    (
        "Seventh CIIE opens soon. It runs until the end of 2024.",
        "2024-10-28",
        -1,
        "“until the end of 2024”到2024年12月31日为止，没有写明何时开始。",
    ),
    (
        "Seventh CIIE was held for seven consecutive years.",
        "2024-10-28",
        -1,
        (
            "“seven consecutive years”指连续七届，到文章所谈的第七届（2024年11月5日至10日）为止："
            "第一届至第七届，2018年11月5日至2024年11月10日。"
        ),
    ),
]


@pytest.mark.parametrize(("text", "published", "at", "expected"), TEXTS)
def test_what_a_text_says(text, published, at, expected):
    reading = ct.read(text, published=published)

    assert explain(reading.mentions[at], "zh") == expected


# --------------------------------------------------------------------------- findings

SIXTH = parse_edtf("2023-11-05/2023-11-10")
EIGHTH = parse_edtf("2025-11-05/2025-11-10")
NAMES = ("names", (("en", "CIIE"), ("zh", "进博会")))
SPANS = (Span("page", 0, 9, "第六届“进博会”"),)
HELD = Claim("h", "ciie/6", "when", SIXTH, "甲报")
SAID = Claim(
    "t", "ciie/6", "current-in", PartialDate(2025), "", (0, 9), "第六届“进博会”", Method.RESOLVED
)
READINGS = (
    Step("reading.misnumbered", (("series", "ciie"), ("number", 8), ("year", 2025))),
    Step("reading.another-year", (("series", "ciie"), ("number", 6), ("year", 2023))),
)
CONFLICT = Conflict((HELD, SAID), (), -2, Precision.YEAR, (("t",),), READINGS)
THREE_DAYS = Conflict((HELD, SAID), (), -3, Precision.DAY)


def finding(kind, *, level="error", conflict=None, **arguments):
    return Finding(level, kind, SPANS, (*arguments.items(), NAMES), conflict)


FINDINGS = [
    (
        finding(
            "edition-year",
            conflict=CONFLICT,
            series="ciie",
            number=6,
            claimed=2025,
            claimed_when=PartialDate(2025),
            held=2023,
            held_when=SIXTH,
            right=8,
            right_when=EIGHTH,
        ),
        (
            "第六届进博会已于2023年举办（2023年11月5日至10日），2025年的一届是第八届（202"
            "5年11月5日至10日）。文中把第六届当成了2025年的一届，晚了两年："
            "“第六届‘进博会’”。要么文章指的是2025年的那一届，即第八届，要么说的是2023年的"
            "第六届。"
        ),
    ),
    (
        finding("weekday", day=date(2024, 11, 5), said=1, held=2, nearest=date(2024, 11, 4)),
        ("2024年11月5日是星期二，不是星期一：“第六届‘进博会’”。最近的星期一是2024年11月4日。"),
    ),
    (
        finding("no-such-day", month=2, of=parse_edtf("2023-02"), day=29, days=28),
        "2023年2月只有28天：“第六届‘进博会’”。",
    ),
    (finding("no-such-day", month=4, day=31, days=30), "4月只有30天：“第六届‘进博会’”。"),
    (
        finding("range-over-year", when=parse_edtf("2022-11-10/2023-11-05")),
        (
            "起止可能颠倒，否则前后将近一年：“第六届‘进博会’”。"
            "这里读作2022年11月10日至2023年11月5日。"
        ),
    ),
    (finding("range-reversed"), "起止颠倒，结束早于开始：“第六届‘进博会’”。"),
    (
        finding(
            "event-dates",
            conflict=THREE_DAYS,
            subject="ciie/6",
            claimed_when=parse_edtf("2023-11-08/2023-11-13"),
            held_when=SIXTH,
        ),
        (
            "文中所写的第六届进博会的日期是2023年11月8日至13日，资料所载为2023年11月5日至"
            "10日。两者相差三天。见文中的“第六届‘进博会’”。"
        ),
    ),
    (
        finding(
            "session-outside",
            conflict=THREE_DAYS,
            edition="ciie/6",
            subject="ciie/6/opening-ceremony",
            claimed_when=PartialDate(2023, 11, 2),
            held_when=SIXTH,
        ),
        (
            "第六届进博会的“opening ceremony”的日期是2023年11月2日，不在第六届进博会的时间"
            "（2023年11月5日至10日）之内，相差三天。见文中的“第六届‘进博会’”。"
        ),
    ),
    (
        finding(
            "sources-disagree",
            level="info",
            property="when",
            subject="ciie/7",
            values=(PartialDate(2024, 11, 5), PartialDate(2024, 11, 4)),
            support=(3, 1),
            sources=(("甲报", "乙报", "丙报"), ("丁报",)),
        ),
        (
            "关于第七届进博会的日期，各来源说法不一：2024年11月5日（甲报、"
            "乙报和丙报）或2024年11月4日（丁报）。采用第一种说法，因为支持它的来源更多。"
        ),
    ),
    (
        finding(
            "editions-clash",
            conflict=THREE_DAYS,
            subjects=("ciie/7", "ciie/8"),
            values=(PartialDate(2024), PartialDate(2024)),
        ),
        (
            "以下日期不可能都对：第七届进博会（2024年）和第八届进博会（2024年）"
            "。相差三天。见文中的“第六届‘进博会’”。"
        ),
    ),
    (
        finding("claims-clash", subjects=("ciie", "ciie/x-call-2027")),
        "进博会和进博会的“call 2027”的日期不可能都对。见文中的“第六届‘进博会’”。",
    ),
    (
        finding(
            "claim-denied",
            subject="ciie/6",
            property="when",
            value=SIXTH,
            sources=("甲报", "乙报"),
            denied_by="丙报",
        ),
        "据甲报和乙报，第六届进博会的日期是2023年11月5日至10日，而丙报予以否认。",
    ),
    (finding("ical.empty"), "日历中没有任何条目。"),
    (
        finding("ical.removed", uid="u", summary="开幕式"),
        "“开幕式”在之前的日历中有，在本日历中没有。",
    ),
    (finding("ical.removed", uid="u"), "之前日历中的一个条目在本日历中没有（u）。"),
    (finding("ical.no-date", key="ciie/6"), "第六届进博会没有日期，因此没有列入日历。"),
    (
        finding("ical.imprecise", key="ciie/6", when="2017-05"),
        "第六届进博会的日期不能精确到日（2017年5月），因此没有列入日历。",
    ),
    (
        finding("ical.first-day", key="ciie/6", when="2017-05", day="2017-05-01"),
        "第六届进博会的日期不能精确到日（2017年5月），日历中显示为2017年5月1日。",
    ),
    (
        finding("ical.open-end", key="ciie/6", when="2017-05/.."),
        "第六届进博会的起止日期有一端不详（2017年5月以来），日历中只显示已知的一端。",
    ),
    (
        finding("ical.year-out-of-range", key="ciie/6", when="-0043"),
        "第六届进博会不在公元1年至9999年之间（公元前44年），因此没有列入日历。",
    ),
    (
        finding("ical.end-before-start", key="ciie/6", when="2017-05-02/2017-05-01"),
        "第六届进博会的结束早于开始（2017-05-02/2017-05-01），日历中显示其开始时间。",
    ),
    (
        finding("ical.floating-time", key="ciie/6", time="2027-05-14T09:00"),
        ("第六届进博会有时刻而没有时区（2027年5月14日9:00），各个日历会按自己的时区显示。"),
    ),
    (
        finding(
            "ical.time-skipped",
            key="ciie/6",
            time="2027-03-28T02:30",
            zone="Europe/Rome",
            taken="2027-03-28T03:30",
        ),
        (
            "第六届进博会的时刻（2027年3月28日2:30）在Europe/Rome时区因调整时钟而不存在，"
            "改取2027年3月28日3:30。"
        ),
    ),
    (
        finding(
            "ical.time-ambiguous",
            key="ciie/6",
            time="2027-10-31T02:30",
            zone="Europe/Rome",
            taken="2:30（UTC+2）",
        ),
        (
            "第六届进博会的时刻（2027年10月31日2:30）在Europe/Rome时区因调整时钟而出现两次"
            "，取第一次，即2:30（UTC+2）。"
        ),
    ),
    (
        finding("ical.url", key="ciie/6", url="ftp"),
        "第六届进博会的网址不是有效网址，因此略去：ftp。",
    ),
    (
        finding("ical.control-characters", key="ciie/6", property="NAME", characters="U+0007"),
        "第六届进博会的NAME中有日历不允许的字符，已略去：U+0007。",
    ),
    (
        finding("ical.control-characters", key="", property="NAME", characters="U+0007"),
        "NAME中有日历不允许的字符，已略去：U+0007。",
    ),
    (finding("html.control-characters", characters="U+0007"), "页面中不允许的字符已略去：U+0007。"),
    (
        finding("timeml.value", value="-P3D"),
        "TimeML中没有适合“第六届‘进博会’”的取值，因此未作标注：-P3D。",
    ),
    (
        finding("timeml.characters", characters="U+000C"),
        "XML不允许的字符已逐个改为U+FFFD：U+000C。",
    ),
]


@pytest.mark.parametrize(("found", "expected"), FINDINGS, ids=[each.kind for each, _ in FINDINGS])
def test_findings(found, expected):
    assert explain(found, "zh") == expected


def test_every_kind_of_finding_is_in_the_table():
    assert {found.kind for found, _ in FINDINGS} == {*phrases("zh")["finding"]}


def test_an_edition_that_is_only_planned():
    plan = Claim("p", "ciie/9", "when", EIGHTH, "甲报", modality=Modality.PLANNED)
    conflict = Conflict((plan, SAID), (), -1, Precision.YEAR, readings=READINGS[:1])
    found = finding(
        "edition-year", conflict=conflict, series="ciie", number=9, claimed=2024,
        claimed_when=PartialDate(2024), held=2025, held_when=EIGHTH, right=7,
    )  # fmt: skip

    assert explain(found, "zh") == (
        "第九届进博会定于2025年举办（2025年11月5日至10日），2024年的一届是第七届。"
        "文中把第九届当成了2024年的一届，早了一年：“第六届‘进博会’”。"
        "如果文章指的是2025年的那一届，即第八届，就没有矛盾。"
    )


def test_a_conflict():
    assert explain(CONFLICT, "zh") == (
        "以下各项不能同时成立：甲报所载的第六届CIIE的日期（2023年11月5日至10日）"
        "和“第六届‘进博会’”所说的第六届CIIE的日期（2025年）。相差两年。"
        "只要撤回“第六届‘进博会’”，矛盾即可消除。要么文章指的是2025年的那一届，"
        "即第八届，要么说的是2023年的第六届。"
    )


# --------------------------------------------------------------------------- reasons


def test_an_edition_names_every_source_of_its_date():
    claims = (
        HELD,
        Claim("i", "ciie/6", "when", SIXTH, "乙报", quote="5日至10日"),
        Claim("p", "ciie/6", "place", Place("国家会展中心", locality="上海"), "甲报"),
        Claim("a", "ciie/6", "attendance", "mixed", ""),
        Claim("s", "ciie/6", "status", "held", ""),
    )
    edition = Edition("ciie/6", "第六届进博会", when=SIXTH, why=Derivation(claims))

    assert explain(edition, "zh") == (
        "第六届进博会：2023年11月5日至10日。两个来源给出这一日期：甲报和乙报（“5日至1"
        "0日”）。一个来源给出地点（国家会展中心, 上海）：甲报。未注明来源："
        "参与方式（线上线下结合）和状态（已举办）。"
    )


def test_what_became_of_an_event():
    moved = Session(
        "expo/3/talk", "开幕式", when="2021-10-01", status=Status.RESCHEDULED,
        previous_starts=("2020-10-01", "2021-03"),
    )  # fmt: skip
    cancelled = Announcement("expo/call", "征集令", status=Status.CANCELLED)

    assert (
        explain(moved, "zh")
        == "开幕式：2021年10月1日。已改期。原定2020年10月1日和2021年3月。没有注明来源。"
    )
    assert explain(cancelled, "zh") == "征集令：日期不详。已取消。没有注明来源。"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            Rule("r", "s", "numbering", (("every", 1), ("unit", "year"), ("max_gap", 1))),
            "每年一届的规则",
        ),
        (Rule("r", "s", "numbering", (("every", 1), ("unit", "month"))), "每月至多一届的规则"),
        (Rule("r", "s", "numbering", (("every", 2), ("unit", "year"))), "届次的顺序"),
        (Rule("r", "s", "containment"), "活动须在所属一届之内的规则"),
        (Rule("s.own", "s", "moon"), "规则s.own"),
    ],
)
def test_a_date_that_follows_from_others(rule, expected):
    claims = (
        Claim("1", "ciie/1", "when", PartialDate(2018), "甲报"),
        Claim("6", "ciie/6", "when", PartialDate(2023)),
    )
    edition = Edition("ciie/3", "第三届进博会", when="2020", why=Derivation(claims, (rule,)))

    assert explain(edition, "zh") == (
        "第三届进博会：2020年。没有来源直接给出日期，由第一届CIIE的日期2018年（甲报）"
        f"和第六届CIIE的日期2023年以及{expected}推得。"
    )


def test_every_event_of_a_pack_has_its_reasons():
    said = [explain(event, "zh") for event in ct.load_series("ciie")]

    assert len(said) > 20
    assert [text for text in said if "来源" not in text or "None" in text] == []


def test_pages_and_calendars_speak_chinese():
    announced = Announcement("ciie/announced", "首次宣布", when="2017-05")
    timeline = ct.Timeline([announced])
    page = ct.render(timeline, "html", lang="zh", name="进博会")
    calendar = ct.render(timeline, "icalendar", lang="zh")

    assert "2017年5月" in page
    assert "首次宣布（2017年5月，具体日期不详）" in calendar
