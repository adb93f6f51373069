"""Mentions, resolutions and readings in full sentences."""

import re
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ciie_timeline as ct
from ciie_timeline.errors import InputError
from ciie_timeline.forms import Alternative, Kind, Mention, Period, Resolution, Step
from ciie_timeline.lexicons import phrases
from ciie_timeline.values import Duration, Precision, parse_edtf
from ciie_timeline.wording import explain

DAY = date(2024, 10, 28)
SIXTH = parse_edtf("2023-11-05/2023-11-10")
SEVENTH = parse_edtf("2024-11-05/2024-11-10")
EIGHTH = parse_edtf("2025-11-05/2025-11-10")
CIIE = (("series", "ciie"), ("names", (("en", "CIIE"), ("zh", "进博会"))))
FOCUS = (("focus", 7), ("focus_when", SEVENTH))


def mention(text: str, kind: Kind, when: str | None, *steps: Step, **fields: object) -> Mention:
    value = None if when is None else parse_edtf(when)
    found = attrs.evolve(Resolution(kind, value, steps=steps), **fields)
    return Mention(0, len(text), text, Period(Duration()), found)


def dates(number: int | None, when: object, status: str = "held", name: str = "CIIE") -> Step:
    return Step("edition.dates", (
        ("edition", f"ciie/{number}"), ("number", number), ("name", name), ("when", when),
        ("status", status),
    ))  # fmt: skip


def editions(first: int, last: int, start: date, end: date) -> Step:
    return Step("editions.dates", (("first", first), ("last", last), ("from", start), ("to", end)))


ROLLING = Step("window.rolling", (("number", 5), ("unit", "year"), ("day", DAY)))
CASES = {
    "previous editions": (
        mention(
            "previous six editions", Kind.EDITIONS, "2018-11-05/2023-11-10",
            Step("editions.previous", (("number", 6), *FOCUS, ("day", DAY), *CIIE)),
            editions(1, 6, date(2018, 11, 5), date(2023, 11, 10)),
            series="ciie", editions=(1, 2, 3, 4, 5, 6),
        ),
        ("“previous six editions” counts back from the edition that the text is about, the 7th "
        "(5–10 November 2024): the 1st to the 6th, held 5 November 2018 to 10 November 2023."),
    ),
    "next editions": (
        mention(
            "next two CIIEs", Kind.EDITIONS, "2025-11-05/2026-11-10",
            Step("editions.next", (("number", 2), *FOCUS, ("day", DAY), *CIIE)),
            editions(8, 9, date(2025, 11, 5), date(2026, 11, 10)),
            series="ciie", editions=(8, 9),
        ),
        ("“next two CIIEs” counts on from the edition that the text is about, the 7th "
        "(5–10 November 2024): the 8th and the 9th, 5 November 2025 to 10 November 2026."),
    ),
    "no such editions": (
        mention(
            "previous two editions", Kind.EDITIONS, None,
            Step("editions.previous", (("number", 2), ("focus", 1), ("focus_when", None), *CIIE)),
            series="ciie",
        ),
        "“previous two editions” counts back from the edition that the text is about, the 1st.",
    ),
    "a window with another reading": (
        mention(
            "past five years", Kind.RANGE, "2019-10-28/2024-10-28", ROLLING,
            readings=(
                Alternative(
                    parse_edtf("2019/2023"), Precision.YEAR,
                    because=Step("window.calendar", (("number", 5), ("unit", "year"))),
                ),
            ),
        ),
        ("“past five years” counts back five years from the day of publication, 28 October 2024: "
        "28 October 2019 to 28 October 2024. "
        "If whole years of the calendar are meant, it is 2019 to 2023."),
    ),
    "a window by the calendar": (
        mention(
            "past decade", Kind.RANGE, "2010/2019",
            Step("window.calendar", (("number", 1), ("unit", "decade"))),
            readings=(Alternative(parse_edtf("2014-10-28/2024-10-28"), because=ROLLING),),
        ),
        ("“past decade” covers one decade by the calendar, before the decade of publication: "
        "the 2010s. If the time up to the very day of publication is meant, it is "
        "28 October 2014 to 28 October 2024."),
    ),
    "an edition by number": (
        mention(
            "6th CIIE", Kind.EDITION, "2023-11-05/2023-11-10",
            Step("edition.number", (("number", 6), *CIIE)), dates(6, SIXTH),
            series="ciie", editions=(6,),
            readings=(
                Alternative(
                    EIGHTH, Precision.DAY, "ciie", (8,),
                    Step("reading.current-edition", (("number", 8), ("year", 2025))),
                ),
            ),
        ),
        ("“6th CIIE” is on record for 5–10 November 2023. "
        "If the edition of 2025 is meant, it is the 8th, 5–10 November 2025."),
    ),
    "an edition that is planned": (
        mention(
            "next year's expo", Kind.EDITION, "2025-11-05/2025-11-10",
            Step("unit.next", (("unit", "year"), ("day", DAY))),
            Step("edition.of-time", (*CIIE, ("time", parse_edtf("2025")))),
            dates(8, EIGHTH, "scheduled"), series="ciie", editions=(8,),
        ),
        ("“next year's expo” is the CIIE of 2025, as seen from the day of publication, "
        "28 October 2024: the 8th, planned for 5–10 November 2025."),
    ),
    "an edition that was cancelled": (
        mention(
            "third CIIE", Kind.EDITION, "2020-11",
            Step("edition.number", (("number", 3), *CIIE)),
            dates(3, parse_edtf("2020-11"), "cancelled"), series="ciie", editions=(3,),
        ),
        "“third CIIE” is the third CIIE: cancelled, November 2020.",
    ),
    "an edition by its year": (
        mention(
            "2023 CIIE", Kind.EDITION, "2023-11-05/2023-11-10", Step("calendar.given"),
            Step("edition.of-time", (*CIIE, ("time", parse_edtf("2023")))), dates(6, SIXTH),
            series="ciie", editions=(6,),
        ),
        "“2023 CIIE” is the CIIE of 2023: the 6th, 5–10 November 2023.",
    ),
    "an edition that nobody knows": (
        mention(
            "12th CIIE", Kind.EDITION, None,
            Step("edition.number", (("number", 12), *CIIE)),
            Step("unresolved.no-such-edition", (("number", 12),)), series="ciie",
        ),
        "“12th CIIE” is the twelfth CIIE; it is not on record, so it has no date.",
    ),
    "an event that no pack describes": (
        mention(
            "inaugural Balkan Trade Summit", Kind.EDITION, "2025-11-03/2025-11-09",
            Step("edition.named", (("name", "Balkan Trade Summit"), ("number", 1))),
            Step("edition.beside", (("phrase", "this week"), ("when", SIXTH))),
            series="balkan-trade-summit", editions=(1,),
        ),
        ("“inaugural Balkan Trade Summit” is the first Balkan Trade Summit, an event that is not "
        "on record here; it takes the date that its sentence gives, “this week”: "
        "3–9 November 2025."),
    ),
    "a session of known days": (
        mention(
            "opening ceremony", Kind.SESSION, "2024-11-05",
            Step("edition.relative", (("relation", "this"), *FOCUS, *CIIE)), dates(7, SEVENTH),
            Step("session", (("name", "opening ceremony"), ("editions", (7,)))),
            Step("session.dates", (("session", "s"), ("when", parse_edtf("2024-11-05")))),
            series="ciie", editions=(7,),
            readings=(Alternative(SEVENTH, Precision.DAY, "ciie", (7,)),),
        ),
        ("“opening ceremony” is part of the 7th CIIE, which the text is about: "
        "5 November 2024, as on record."),
    ),
    "a session within its edition": (
        mention(
            "“Open Trade,” a forum", Kind.SESSION, "2024-11-05/2024-11-10",
            Step("edition.relative", (("relation", "this"), *FOCUS, *CIIE)), dates(7, SEVENTH),
            Step("session", (("name", "Open Trade"), ("editions", (7,)))),
            series="ciie", editions=(7,),
        ),
        ("“‘Open Trade,’ a forum” is part of the 7th CIIE, which the text is about: "
        "some time within 5–10 November 2024."),
    ),
    "since the inception": (
        mention(
            "since its inception", Kind.RANGE, "2018-11-05/2024-10-28",
            Step("series.inception", (*CIIE, ("day", date(2018, 11, 5)))),
            Step("since", (("start", parse_edtf("2018-11-05")), ("day", DAY))),
        ),
        ("“since its inception” goes back to the first day of the first CIIE, 5 November 2018; "
        "it runs from then to the day of publication, 28 October 2024: "
        "5 November 2018 to 28 October 2024."),
    ),
    "a founding": (
        mention(
            "tenth anniversary", Kind.ANNIVERSARY, "2014",
            Step("anniversary.founding", (("number", 10), ("founded", 2014), ("celebrated", 2024))),
            readings=(
                Alternative(
                    parse_edtf("2024"), because=Step("anniversary.celebration", (("number", 10),))
                ),
            ),
        ),
        ("“tenth anniversary” points back to the founding, ten years before 2024: 2014. "
        "The anniversary itself is in 2024."),
    ),
    "a day in an edition": (
        mention(
            "November 6, 2023", Kind.DATE, "2023-11-06", Step("calendar.given"),
            Step("edition.meets", (("edition", "ciie/6"), ("when", SIXTH), ("fit", "within"))),
            series="ciie", editions=(6,),
        ),
        "“November 6, 2023” is a date as written: 6 November 2023. It falls within the 6th CIIE.",
    ),
    "today": (
        mention(
            "today", Kind.DATE, "2024-10-28",
            Step("unit.this", (("unit", "day"), ("day", DAY))),
        ),
        "“today” is the day of publication, 28 October 2024.",
    ),
    "a range without a year": (
        mention(
            "Nov. 5 to 10", Kind.RANGE, "2024-11-05/2024-11-10",
            Step("calendar.future-year", (("year", 2024), ("day", DAY))), Step("range"),
        ),
        ("“Nov. 5 to 10” names no year; the sentence looks ahead, so it is the next one on or "
        "after the day of publication, 28 October 2024; it includes both its first and its last "
        "day: 5–10 November 2024."),
    ),
    "a length": (
        mention("three-day", Kind.DURATION, None, Step("duration", (("length", "P3D"),))),
        "“three-day” is a length of time (three days) and has no place in the calendar.",
    ),
    "without a publication day": (
        mention("tomorrow", Kind.DATE, None, Step("unresolved.no-publication-day")),
        "“tomorrow” depends on the day of publication, and that is not known.",
    ),
    "a rule of somebody's own": (
        mention(
            "full moon", Kind.DATE, "2024-11-15", Step("moon.full", (("number", 11),)),
            readings=(
                Alternative(parse_edtf("2024-12-15"), because=Step("moon.full", (("number", 12),))),
                Alternative(None, because=Step("shift.exact-day")),
            ),
        ),
        ("“full moon” moon.full: number=11: 15 November 2024. "
        "Or it moon.full: number=12: 15 December 2024. "
        "If the exact day is meant, it is no edition."),
    ),
    "no steps at all": (mention("2024", Kind.DATE, "2024"), "“2024”: 2024."),
}  # fmt: skip


@pytest.mark.parametrize(("record", "expected"), CASES.values(), ids=CASES)
def test_mentions(record, expected):
    assert explain(record) == expected


def test_a_resolution_does_not_know_its_words():
    assert explain(Resolution(Kind.RANGE, parse_edtf("2019/2024"), steps=(ROLLING,))) == (
        "The phrase counts back five years from the day of publication, 28 October 2024: "
        "2019 to 2024."
    )


def test_a_reading_by_itself():
    assert explain(Alternative(SIXTH, editions=(6,))) == (
        "It may also be taken as the 6th, 5–10 November 2023."
    )
    because = Step("reading.as-numbered", (("number", 6),))
    assert explain(Alternative(SIXTH, editions=(6,), because=because)) == (
        "If the number that the text gives, the sixth, is right, it is the 6th, 5–10 November 2023."
    )


def test_a_step_by_itself():
    assert explain(ROLLING) == (
        "It counts back five years from the day of publication, 28 October 2024."
    )


def test_the_same_step_is_said_once():
    step = Step("calendar.nearest-year", (("year", 2024), ("day", DAY)))
    twice = Resolution(Kind.RANGE, SEVENTH, steps=(step, step))

    assert explain(twice) == explain(attrs.evolve(twice, steps=(step,)))


@pytest.mark.parametrize("record", [None, "text", 5, object()])
def test_what_cannot_be_explained_is_refused(record):
    with pytest.raises(InputError, match=f"found {type(record).__name__}"):
        explain(record)


# --------------------------------------------------------------------------- the whole way

TEXT = """The Seventh CIIE opens on Nov. 5, 2024. The previous six editions were held in Shanghai,
and since its inception the expo has grown. Over the past five years, in the third quarter of 2023,
in the 1990s, last week, tomorrow, on Monday, two years ago, until 2026, in recent years, in early
2024, last April, annually, in three days: the next edition and the next two CIIEs follow. The first
five CIIEs, this year's expo, the 2023 CIIE, the latest CIIE, the upcoming CIIE and its tenth
anniversary."""


PHRASES = """two decades ago|last winter|until the end of 2024|late autumn|the end of winter 2023
at least three days|the 19th century|this month|the latest CIIE|the upcoming CIIE|the next CIIE
on Monday|next Monday|this coming Monday|by the end of the year|a year earlier
two years before that|five editions since 2018|the day before yesterday|the week after next
from 9 a.m. to 5 p.m. on Monday|from March 2020 to May 2021|between 2018 and 2020|before 2020
after early 2019|since the end of 2018|Christmas|Friday morning|10 p.m. Wednesday
the second week of November|mid-2024|early next week|1990s|Nov. 5 to 10|November 5, 2025
the opening ceremony of CIIE|this year's Hongqiao Forum|fiscal 2024|the previous edition of CIIE
all editions of CIIE|the third and fourth CIIEs|the 12th CIIE|May 5, 24
the tenth anniversary of CIIE|since its inception|six years on|in recent years|every two years
now|recently|soon|the past few weeks|the same period of last year|the first quarter
February 30, 2024|in three weeks|five weeks ago|the largest in five years
the next two editions of CIIE"""


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("published", ["2024-10-28", None])
def test_no_explanation_of_a_text_names_a_rule(lang, published):
    texts = [TEXT, *(f"It was there {each}." for each in re.split(r"[|\n]", PHRASES))]
    said = [explain(each, lang) for text in texts for each in ct.read(text, published=published)]

    assert len(said) > 70
    assert [text for text in said if re.search(r"[a-z]\.[a-z-]+[:：]|=|None|\{", text)] == []
    assert {text[-1] for text in said} == ({"."} if lang == "en" else {"。"})


def test_the_model_of_the_design():
    text = "Seventh CIIE opens soon. The previous six editions were held in Shanghai."
    reading = ct.read(text, published="2024-10-28")

    assert (
        reading.mentions[-1]
        .explain()
        .endswith(
            "counts back from the edition that the text is about, the 7th (5–10 November 2024): "
            "the 1st to the 6th, held 5 November 2018 to 10 November 2023."
        )
    )


@given(
    st.sampled_from(sorted({*phrases("en")["rule"], *phrases("en")["reading"]})),
    st.dictionaries(
        st.sampled_from(["number", "day", "unit", "length", "when", "series"]), st.none()
    ),
    st.sampled_from(["en", "zh"]),
)
def test_a_step_that_lacks_arguments_is_still_said(rule, arguments, lang):
    step = Step(rule, tuple(arguments.items()))
    said = explain(Resolution(Kind.DATE, None, steps=(step,)), lang)

    assert said[-1] in ".。"
    assert not {*"{="} & {*said}
    assert rule not in said or "." not in rule
