"""The few words that formats print around what the timeline says, by language."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ciie_timeline.errors import UnknownLanguageError
from ciie_timeline.wording import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ciie_timeline.values import TimeValue

_ENGLISH: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cancelled": "Cancelled: ",
        "postponed": "Postponed: ",
        "day unknown": "day unknown",
        "comma": ", ",
        "opening": " (",
        "closing": ")",
        "local time": "Local time: ",
        "previously": "Previously planned for: ",
        "online": "Online",
        "mixed": "On site and online",
        "sources": "Sources",
        "colon": ": ",
        "timeline": "Timeline",
        "skip": "Skip to the events",
        "years": "Years",
        "events": "Events",
        "contradictions": "Contradictions",
        "none found": "None was found.",
        "error": "Contradiction.",
        "warning": "Warning.",
        "info": "Note.",
        "undated": "No date is known",
        "edition": "Edition",
        "session": "Session",
        "announcement": "Announcement",
        "status held": "Held",
        "status postponed": "Postponed",
        "status rescheduled": "Moved to these days",
        "status cancelled": "Cancelled",
        "day not known": "The day is not known",
        "date in doubt": "The date is in doubt",
        "end not known": "Beginning or end is open or not known",
    }
)
_CHINESE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cancelled": "已取消：",
        "postponed": "已推迟：",
        "day unknown": "具体日期不详",
        "comma": "，",
        "opening": "（",
        "closing": "）",
        "local time": "当地时间：",
        "previously": "原定：",
        "online": "线上",
        "mixed": "线上线下",
        "sources": "来源",
        "colon": "：",
        "timeline": "时间线",
        "skip": "跳到事件",
        "years": "年份",
        "events": "事件",
        "contradictions": "矛盾",
        "none found": "未发现矛盾。",
        "error": "矛盾。",
        "warning": "提醒。",
        "info": "说明。",
        "undated": "日期不详",
        "edition": "届次",
        "session": "活动",
        "announcement": "公告",
        "status held": "已举办",
        "status postponed": "已推迟",
        "status rescheduled": "已改期",
        "status cancelled": "已取消",
        "day not known": "具体日期不详",
        "date in doubt": "日期存疑",
        "end not known": "起止未定或不详",
    }
)
_LABELS: Final = {"en": _ENGLISH, "zh": _CHINESE}


def labels(lang: str) -> Mapping[str, str]:
    """The words of a language, by its main tag; English where there are none.

    >>> labels("zh-Hant")["cancelled"], labels("fi")["cancelled"]
    ('已取消：', 'Cancelled: ')
    """
    return _LABELS.get(lang.partition("-")[0].lower(), _ENGLISH)


def phrased(value: TimeValue, lang: str) -> str:
    """A time value as people write it; in English where there is no lexicon of the language.

    >>> from ciie_timeline.values import parse_edtf
    >>> phrased(parse_edtf("2017-05"), "tlh")
    'May 2017'
    """
    try:
        return phrase(value, lang)
    except UnknownLanguageError:
        return phrase(value, "en")
