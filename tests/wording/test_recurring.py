"""Recurrences and differences as people write them."""

import pytest

from ciie_timeline.lexicons import phrases, spoken_languages
from ciie_timeline.values import Duration, Elapsed, Recurrence, parse_edtf
from ciie_timeline.wording import phrase

WEEK, MONTH = Duration(weeks=1), Duration(months=1)


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        (Recurrence(), "every year", "每年"),
        (Recurrence(MONTH), "every month", "每月"),
        (Recurrence(Duration(weeks=2)), "every two weeks", "每两周"),
        (Recurrence(Duration(months=2)), "every two months", "每两个月"),
        (Recurrence(times=2), "twice a year", "每年两次"),
        (Recurrence(WEEK, times=3), "three times a week", "每周三次"),
        (Recurrence(Duration(hours=1), times=2), "twice an hour", "每小时两次"),
        (Recurrence(Duration(hours=1), times=4), "four times an hour", "每小时四次"),
        (Recurrence(Duration(years=2), times=2), "twice in two years", "每两年两次"),
        (Recurrence(Duration(years=4), times=3), "three times in four years", "每四年三次"),
        (Recurrence(months=(11,)), "every November", "每年11月"),
        (Recurrence(months=(5, 11)), "every May and November", "每年5月和11月"),
        (Recurrence(months=(22,)), "every summer", "每年夏季"),
        (Recurrence(months=(36,)), "every fourth quarter", "每年第四季度"),
        (Recurrence(months=(11,), days=(5,)), "every 5 November", "每年11月5日"),
        (Recurrence(WEEK, weekdays=((0, 1),)), "every Monday", "每星期一"),
        (Recurrence(weekdays=((0, 1), (0, 5))), "every Monday and Friday", "每星期一和星期五"),
        (
            Recurrence(Duration(weeks=2), weekdays=((0, 1),)),
            "every two weeks on Monday",
            "每两周星期一",
        ),
        (
            Recurrence(MONTH, weekdays=((2, 1),)),
            "every month on the second Monday",
            "每月第2个星期一",
        ),
        (
            Recurrence(months=(11,), weekdays=((-1, 5),)),
            "every year in November on the last Friday",
            "每年11月最后一个星期五",
        ),
        (
            Recurrence(MONTH, weekdays=((-2, 5),)),
            "every month on the second Friday from the end",
            "每月倒数第2个星期五",
        ),
        (Recurrence(MONTH, days=(5,)), "every month on the 5th", "每月5日"),
        (
            Recurrence(MONTH, days=(1, -1)),
            "every month on the 1st and the last day",
            "每月1日和最后一天",
        ),
        (Recurrence(MONTH, days=(-2,)), "every month on the 2nd day from the end", "每月倒数第2天"),
        (
            Recurrence(MONTH, days=(13,), weekdays=((0, 5),)),
            "every month on the 13th when it is Friday",
            "每月13日（须为星期五）",
        ),
        (
            Recurrence(months=(11,), days=(13,), weekdays=((0, 5),)),
            "every year in November on the 13th when it is Friday",
            "每年11月13日（须为星期五）",
        ),
        (
            Recurrence(months=(5, 11), days=(5,)),
            "every year in May and November on the 5th",
            "每年5月和11月5日",
        ),
        (Recurrence(Duration(years=2), months=(11,)), "every two years in November", "每两年11月"),
        (Recurrence(times=2, months=(11,)), "twice a year in November", "每年两次11月"),
        (
            Recurrence(start=parse_edtf("2018-11-05"), count=6),
            "every year, from 5 November 2018, six times",
            "每年，自2018年11月5日起，共六次",
        ),
        (Recurrence(count=2), "every year, twice", "每年，共两次"),
        (Recurrence(count=1), "every year, once", "每年，共一次"),
        (
            Recurrence(months=(11,), until=parse_edtf("2030")),
            "every November, until 2030",
            "每年11月，至2030年止",
        ),
    ],
)
def test_recurrences(rule, english, chinese):
    assert english == phrase(rule)
    assert chinese == phrase(rule, "zh")


@pytest.mark.parametrize(
    ("shortest", "longest", "english", "chinese"),
    [
        (Duration(days=5), Duration(days=5), "five days", "五天"),
        (Duration(years=4), Duration(years=5), "between four years and five years", "四年至五年"),
        (Duration(years=4), None, "at least four years", "至少四年"),
        (None, Duration(years=5), "at most five years", "至多五年"),
        (None, None, "any length of time", "长短不限"),
    ],
)
def test_differences(shortest, longest, english, chinese):
    assert english == phrase(Elapsed(shortest, longest))
    assert chinese == phrase(Elapsed(shortest, longest), "zh")


@pytest.mark.parametrize("lang", sorted(spoken_languages()))
def test_every_language_names_all_parts_of_a_year(lang):
    named = phrases(lang)["recurrence"]["part"]

    assert [str(code) for code in range(21, 42)] == sorted(named)
    assert len(set(named.values())) == len(named)
