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
        "sources": "Sources:",
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
        "sources": "来源：",
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
