"""Rules of named days: from the text of a rule and a year to days.

A rule is a base and what moves it on::

    12-25                  a day of the year
    11 thu 4               a numbered weekday of a month, negative from its end
    easter, orthodox       Easter Sunday of the western, of the eastern churches
    hebrew 7-10            a day of the Hebrew calendar (months from Nisan)
    islamic 10-1           a day of the Islamic calendar; islamic 9 is a whole month
    chinese 1-1            a day of the Chinese calendar; korean, vietnamese at their meridians;
                           chinese 1 is a whole month
    hindu 7-30 dusk        a lunar day of a month at its time of day; dusk/late: the second of two
    term 1, sun 90         a solar term in China; the day (UTC) of a longitude of the sun
    sign 9                 the sun enters a sign of the stars; sign 0/midnight by the civil day
    star 4-22              the moon in a star with the sun in a sign
    nowruz, parsi          New Year of Iran, of the Parsis

    easter+1, … -7         days on and back
    12-25 sun -4           the fourth Sunday before; 11-1 tue 1 the first Tuesday after
    10-16 sat-1 sun+1      on a Saturday a day earlier, on a Sunday a day later
    … for 8, … to 12-24    so many days; up to the next such day, included

``RULE & RULE`` are two days of one name.
``RULE until 1970 ; RULE`` changes with the years, ``us RULE | ca RULE`` with the country;
``national NAME`` is such a list by name.  Each calendar says for which years it is defined.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

import attrs

from ciie_timeline.resolver.calendars.churches import easter, orthodox_easter
from ciie_timeline.resolver.calendars.national import NATIONAL
from ciie_timeline.resolver.units import month_length

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EASTER: Final = re.compile(r"\b(easter|orthodox)([+-])")
_ONLY_ON: Final = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)([+-]\d+)")
_MONTH_DAY: Final = re.compile(r"\d+-\d+")
_COUNTRY: Final = re.compile(r"([a-z]{2}) (.+)")
_ALL: Final = range(1, 10000)
#: The sky is reckoned well enough for these years.
_SKY: Final = range(1900, 2101)
_WEEK: Final = 7

Doubt = Literal["sighting", "almanac"]


@attrs.frozen
class Named:
    """The day or the days of a name in one year.

    ``doubt`` is why they may be a day off, ``dusk`` whether they begin on the evening before.
    """

    first: date
    last: date
    doubt: Doubt | None = None
    dusk: bool = False


def options(rule: str) -> tuple[tuple[str, str], ...]:
    """What a rule is in each country, the one that is taken first; of all countries ``("", rule)``.

    >>> options("us 11 thu 4 | ca 10 mon 2")
    (('us', '11 thu 4'), ('ca', '10 mon 2'))
    >>> options("12-25")
    (('', '12-25'),)
    """
    name = rule.removeprefix("national ")
    text = NATIONAL.get(name, "") if name != rule else rule
    found = []
    for each in text.split(" | "):
        country = _COUNTRY.fullmatch(each)
        found.append((country[1], country[2]) if country else ("", each))
    return tuple(found)


@lru_cache(maxsize=8192)
def days_of(rule: str, year: int) -> tuple[Named, ...]:
    """The days that a rule gives in a year, in order: one, or none, or two.

    Args:
        rule: as the module says; of one with countries the first is taken.
        year: the civil year in which the days begin.

    >>> days_of("islamic 10-1", 2000)[1].first, days_of("hebrew 9-25 for 8", 2018)[0].last
    (datetime.date(2000, 12, 27), datetime.date(2018, 12, 10))
    >>> days_of("2-29", 2023)
    ()
    """
    try:
        text = _in_year(options(rule)[0][1], year)
        days = [each for part in text.split(" & ") for each in _read(part, year)]
    except (ValueError, OverflowError, IndexError, KeyError):
        return ()
    return tuple(sorted(days, key=lambda each: each.first))


def date_of(rule: str, year: int) -> date | None:
    """The first day that a rule gives in a year, None when it has none there.

    >>> date_of("11 thu 4", 2019), date_of("easter+1", 2024), date_of("5 mon -1", 2023)
    (datetime.date(2019, 11, 28), datetime.date(2024, 4, 1), datetime.date(2023, 5, 29))
    """
    days = days_of(rule, year)
    return days[0].first if days else None


def years_of(rule: str) -> range:
    """The years for which the calendar of a rule is defined here.

    >>> years_of("chinese 1-1"), years_of("12-25")
    (range(1900, 2101), range(1, 10000))
    """
    base = options(rule)[0][1].split()[:1]
    return _DEFINED.get(_EASTER.sub(r"\1 \2", base[0]).split()[0], _ALL) if base else _ALL


def _in_year(rule: str, year: int) -> str:
    """The rule that is in force in a year."""
    for each in rule.split(" ; "):
        text, _, last = each.partition(" until ")
        if not last or year <= int(last):
            return text
    return rule


def _read(rule: str, year: int) -> list[Named]:
    text, _, end = rule.partition(" to ")
    text, _, length = text.partition(" for ")
    found = _days(text, year)
    if end:
        ends = [each.last for at in (year, year + 1) for each in _days(end, at)]
        return [
            attrs.evolve(each, last=min(last for last in ends if last >= each.first))
            for each in found
        ]
    if length:
        more = timedelta(days=int(length) - 1)
        return [attrs.evolve(each, last=each.first + more) for each in found]
    return found


def _days(text: str, year: int) -> list[Named]:
    """The days of a base with what moves it."""
    words = _EASTER.sub(r"\1 \2", text).split()
    if _MONTH_DAY.fullmatch(words[0]):
        month, day = map(int, words[0].split("-"))
        return [_moved(Named(date(year, month, day), date(year, month, day)), words[1:])]
    if words[0].isdigit():
        first = weekday_of(year, int(words[0]), WEEKDAYS.index(words[1]), int(words[2]))
        return [_moved(Named(first, first), words[3:])]
    make, taken = _BASES[words[0]]
    if year not in _DEFINED.get(words[0], _ALL):
        return []
    found = make(words[1 : 1 + taken], year)
    return [_moved(each, words[1 + taken :]) for each in found]


def _moved(given: Named, words: Sequence[str]) -> Named:
    """What is moved on by the words behind a base."""
    rest = list(words)
    first = given.first
    while rest:
        word = rest.pop(0)
        only = _ONLY_ON.fullmatch(word)
        if only is not None:
            if first.weekday() == WEEKDAYS.index(only[1]):
                first += timedelta(days=int(only[2]))
                break
        elif word in WEEKDAYS:
            first = weekday_from(first, WEEKDAYS.index(word), int(rest.pop(0)))
        else:
            first += timedelta(days=int(word))
    return attrs.evolve(given, first=first, last=given.last + (first - given.first))


def weekday_of(year: int, month: int, weekday: int, number: int) -> date:
    """The weekday (0 Monday) of a number in a month, negative from its end.

    >>> weekday_of(2024, 11, 3, 4), weekday_of(2024, 5, 0, -1)
    (datetime.date(2024, 11, 28), datetime.date(2024, 5, 27))
    """
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % _WEEK + _WEEK * (number - 1))
    last = date(year, month, month_length(year, month))
    days = (last.weekday() - weekday) % _WEEK + _WEEK * (-number - 1)
    return last - timedelta(days=days)


def weekday_from(day: date, weekday: int, number: int) -> date:
    """The weekday of a number strictly after a day, with a negative number before it.

    >>> weekday_from(date(2023, 12, 25), 6, -4)
    datetime.date(2023, 12, 3)
    """
    if number > 0:
        return day + timedelta(
            days=(weekday - day.weekday() - 1) % _WEEK + 1 + _WEEK * (number - 1)
        )
    back = (day.weekday() - weekday - 1) % _WEEK + 1
    return day - timedelta(days=back + _WEEK * (-number - 1))


# --------------------------------------------------------------------------- bases


def _pair(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _certain(days: Sequence[date]) -> list[Named]:
    return [Named(day, day) for day in days]


def _hebrew(words: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import hebrew

    return [Named(day, day, dusk=True) for day in hebrew.days_in(year, *_pair(words[0]))]


def _islamic(words: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import islamic

    month, _, day = words[0].partition("-")
    found = islamic.days_in(year, int(month), int(day or 1))
    return [
        Named(
            first, first + timedelta(days=_more(islamic.month_length, at, month, day)), "sighting"
        )
        for at, first in found
    ]


def _more(length: Callable[[int, int], int], year: int, month: str, day: str) -> int:
    return 0 if day else length(year, int(month)) - 1


def _lunar(zone: float) -> Callable[[Sequence[str], int], list[Named]]:
    def read(words: Sequence[str], year: int) -> list[Named]:
        from ciie_timeline.resolver.calendars import chinese

        if words[0].isdigit():
            return [Named(*ends) for ends in chinese.month_in(year, int(words[0]), zone)]
        return _certain(chinese.days_in(year, *_pair(words[0]), zone))

    return read


def _hindu(words: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import hindu

    period, _, late = words[1].partition("/")
    days = hindu.days_in(year, *_pair(words[0]), period, late=bool(late))
    return [Named(day, day, "almanac") for day in days]


def _sign(words: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import hindu

    sign, _, midnight = words[0].partition("/")
    day = hindu.entry(year, int(sign), sunset=not midnight)
    return [Named(day, day, "almanac")]


def _star(words: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import hindu

    day = hindu.star_day(year, *_pair(words[0]))
    return [] if day is None else [Named(day, day, "almanac")]


def _term(words: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import chinese

    return _certain([chinese.term(year, int(words[0]))])


def _sun(words: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import sky

    return _certain([sky.sun_day(year, int(words[0]))])


def _nowruz(_: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import persian

    return _certain([persian.nowruz(year)])


def _parsi(_: Sequence[str], year: int) -> list[Named]:
    from ciie_timeline.resolver.calendars import persian

    return _certain([persian.parsi_new_year(year)])


#: The first word of a rule: what reads it, and how many words behind it belong to it.
_BASES: Final[Mapping[str, tuple[Callable[[Sequence[str], int], list[Named]], int]]] = {
    "easter": (lambda _, year: _certain([easter(year)]), 0),
    "orthodox": (lambda _, year: _certain([orthodox_easter(year)]), 0),
    "hebrew": (_hebrew, 1),
    "islamic": (_islamic, 1),
    "chinese": (_lunar(8.0), 1),
    "korean": (_lunar(9.0), 1),
    "vietnamese": (_lunar(7.0), 1),
    "hindu": (_hindu, 2),
    "sign": (_sign, 1),
    "star": (_star, 1),
    "term": (_term, 1),
    "sun": (_sun, 1),
    "nowruz": (_nowruz, 0),
    "parsi": (_parsi, 0),
}
#: The civil years of the bases that are not defined for all.
_DEFINED: Final[Mapping[str, range]] = {
    "hebrew": range(359, 10000),
    "islamic": range(622, 10000),
    **dict.fromkeys(
        (
            "chinese",
            "korean",
            "vietnamese",
            "hindu",
            "sign",
            "star",
            "term",
            "sun",
            "nowruz",
            "parsi",
        ),
        _SKY,
    ),
}
