"""Findings, conflicts and reasons in sentences."""

from datetime import date

import pytest

import ciie_timeline as ct
from ciie_timeline.forms import Conflict, Finding, Span, Step
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
from ciie_timeline.values import PartialDate, Precision, parse_edtf
from ciie_timeline.wording import explain

SIXTH = parse_edtf("2023-11-05/2023-11-10")
EIGHTH = parse_edtf("2025-11-05/2025-11-10")
YEAR = PartialDate(2025)
HELD = Claim("h", "ciie/6", "when", SIXTH, "daily-2023")
SAID = Claim("t", "ciie/6", "current-in", YEAR, "page", (0, 10), "the sixth\nCIIE", Method.RESOLVED)
SPANS = (Span("page", 0, 10, "the sixth\nCIIE"), Span("page", 30, 45, "its sixth edition"))
READINGS = (
    Step("reading.misnumbered", (("series", "ciie"), ("number", 8), ("year", 2025))),
    Step("reading.another-year", (("series", "ciie"), ("number", 6), ("year", 2023))),
)
CONFLICT = Conflict((HELD, SAID), (), -2, Precision.YEAR, (("t",),), READINGS)
ARGUMENTS = {
    "series": "ciie",
    "number": 6,
    "claimed": 2025,
    "claimed_when": YEAR,
    "held": 2023,
    "held_when": SIXTH,
    "right": 8,
    "right_when": EIGHTH,
}


def finding(kind, *, level="error", spans=(), conflict=None, **arguments):
    return Finding(level, kind, spans, tuple(arguments.items()), conflict)


# --------------------------------------------------------------------------- another year


def test_an_edition_in_another_year():
    found = finding("edition-year", spans=SPANS, conflict=CONFLICT, **ARGUMENTS)

    assert explain(found) == (
        "The sixth CIIE was held in 2023 (5–10 November 2023); the edition of 2025 is the eighth "
        "(5–10 November 2025). The text speaks of the sixth as if it were that of 2025, two years "
        "later: “the sixth CIIE” and “its sixth edition”. "
        "Either the text means the edition of 2025, the eighth, or it speaks of the sixth, that "
        "of 2023."
    )


def test_the_name_of_the_series_is_used_where_it_is_known():
    names = (("en", "China International Import Expo"), ("zh", "进博会"))
    found = finding("edition-year", conflict=CONFLICT, **ARGUMENTS, names=names)

    assert explain(found).startswith("The sixth China International Import Expo was held in 2023")


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        (
            {"right_when": None},
            (
                "The sixth CIIE was held in 2023 (5–10 November 2023); "
                "the edition of 2025 is the eighth."
            ),
        ),
        (
            {"right": None, "right_when": None},
            "The sixth CIIE was held on 5–10 November 2023, not in 2025.",
        ),
        (
            {"right": None, "held": None, "held_when": None},
            "The sixth CIIE cannot be that of 2025.",
        ),
    ],
)
def test_what_is_not_known_is_left_out(missing, expected):
    found = finding("edition-year", **(ARGUMENTS | missing))

    assert explain(found) == expected


def test_an_edition_that_is_only_planned():
    plan = Claim("p", "ciie/9", "when", EIGHTH, "bureau", modality=Modality.PLANNED)
    conflict = Conflict((plan, SAID), (), -1, Precision.YEAR)
    arguments = ARGUMENTS | {
        "number": 9, "held": 2025, "held_when": EIGHTH, "claimed": 2024, "right": 7,
        "right_when": None,
    }  # fmt: skip

    assert explain(finding("edition-year", spans=SPANS[1:], conflict=conflict, **arguments)) == (
        "The ninth CIIE is planned for 2025 (5–10 November 2025); the edition of 2024 is the "
        "seventh. The text speaks of the ninth as if it were that of 2024, one year earlier: "
        "“its sixth edition”."
    )
    full = explain(
        finding("edition-year", conflict=conflict, **(arguments | {"right_when": SIXTH}))
    )
    assert full.endswith("the edition of 2024 is the seventh (5–10 November 2023).")
    bare = finding("edition-year", conflict=conflict, **(arguments | {"right": None}))
    assert explain(bare) == "The ninth CIIE is planned for 5–10 November 2025, not for 2025."


def test_the_contradiction_of_a_page():
    text = "The sixth CIIE has become a platform. This year's event has more exhibitors."
    found = ct.read(text, published="2025-11-04").findings

    assert len(found) == 1
    assert found[0].message.startswith(
        "The sixth CIIE was held in 2023 (5–10 November 2023); "
        "the edition of 2025 is the eighth (5–10 November 2025). "
    )
    assert "“sixth CIIE”" in found[0].message
    assert "two years" in found[0].message


# --------------------------------------------------------------------------- other kinds

DAYS = Conflict((HELD, SAID), (), -3, Precision.DAY)
KINDS = [
    (
        finding("weekday", spans=SPANS[1:], day=date(2024, 11, 5), said=1, held=2,
                nearest=date(2024, 11, 4)),
        ("5 November 2024 is a Tuesday, not a Monday: “its sixth edition”. "
        "The nearest Monday is 4 November 2024."),
    ),
    (finding("no-such-day", spans=SPANS[1:], month=2, of=parse_edtf("2023-02"), day=29, days=28),
     "February 2023 has only 28 days: “its sixth edition”."),
    (finding("no-such-day", spans=SPANS[1:], month=4, day=31, days=30),
     "April has only 30 days: “its sixth edition”."),
    (finding("range-over-year", spans=SPANS[1:], when=parse_edtf("2022-11-10/2023-11-05")),
     ("A range ends before it begins unless it lasts nearly a year: “its sixth edition”. "
      "It is taken as 10 November 2022 to 5 November 2023.")),
    (finding("range-reversed", spans=SPANS[1:]),
     "A range ends before it begins: “its sixth edition”."),
    (
        finding("event-dates", spans=SPANS[1:], conflict=DAYS, subject="ciie/6",
                claimed_when=parse_edtf("2023-11-08/2023-11-13"), held_when=SIXTH),
        ("The text dates the 6th CIIE to 8–13 November 2023; on record is 5–10 November 2023. "
        "That is three days apart. The text says so at “its sixth edition”."),
    ),
    (
        finding("session-outside", level="warning", conflict=DAYS, edition="ciie/6",
                subject="ciie/6/opening-ceremony", claimed_when=PartialDate(2023, 11, 2),
                held_when=SIXTH),
        ("The opening ceremony of the 6th CIIE is dated 2 November 2023, which is outside the 6th "
        "CIIE (5–10 November 2023) by three days."),
    ),
    (
        finding("session-outside", subject="pycon/2027/talk", edition="pycon/2027",
                claimed_when=PartialDate(2027), held_when=YEAR),
        "The talk of the 2027 PYCON is dated 2027, which is outside the 2027 PYCON (2025).",
    ),
    (
        finding("sources-disagree", level="info",
                property="when", subject="ciie/7/opening-ceremony",
                values=(PartialDate(2024, 11, 5), PartialDate(2024, 11, 4)), support=(3, 1),
                sources=(("a", "b", "c"), ("d",))),
        ("Sources give different dates for the opening ceremony of the 7th CIIE: 5 November 2024 "
        "(a, b and c) or 4 November 2024 (d). The first is kept, because more sources give it."),
    ),
    (
        finding("sources-disagree", level="warning", subject="ciie/7", property="when",
                values=(PartialDate(2024, 11, 5), PartialDate(2024, 11, 4)), support=(1, 1),
                sources=(("a",), ("",))),
        ("Sources give different dates for the 7th CIIE: 5 November 2024 (a) or 4 November 2024. "
        "As many sources give the one as the other."),
    ),
    (
        finding("editions-clash", conflict=DAYS, series="fair", subjects=("fair/17", "fair/18"),
                numbers=(17, 18), values=(PartialDate(2024), PartialDate(2024))),
        ("These cannot all be right: the 17th FAIR at 2024 and the 18th FAIR at 2024. "
        "They miss each other by three days."),
    ),
    (
        finding("claims-clash", subjects=("harbour-maps", "harbour-maps/call-2027")),
        "The dates given for the Harbour Maps and call 2027 (Harbour Maps) cannot all be right.",
    ),
    (
        finding("claim-denied", level="warning", subject="ciie/6", property="when", value=SIXTH,
                sources=("a", "b"), denied_by="c"),
        "The date of the 6th CIIE is 5–10 November 2023 according to a and b, and c denies it.",
    ),
    (
        finding("claim-denied", subject="ciie/6", property="visitors", value=5, denied_by="c",
                sources=()),
        "It is denied that what is given as visitors of the 6th CIIE is 5.",
    ),
    (finding("ical.empty"), "The calendar has no entries."),
    (finding("ical.removed", uid="u", summary="Talk"),
     "“Talk” was in the earlier calendar and is not in this one."),
    (finding("ical.no-date", key="x/1"), "The 1st X has no date, so it is not in the calendar."),
    (finding("ical.imprecise", key="x/1", when="2017-05"),
     "The 1st X is not known to the day (May 2017), so it is not in the calendar."),
    (finding("ical.open-end", key="x/1", when="2017-05/.."),
     ("The 1st X has an end that is not known (since May 2017); "
     "the calendar shows the end that is.")),
    (finding("ical.url", key="x/x-special", url="ftp"),
     "The address of special (X) is no web address, so it is left out: ftp."),
    (finding("ical.time-skipped", key="x/1", time="2027-03-28T02:30", zone="Europe/Lisbon",
             taken="no time"),
     ("The 1st X has a clock time that the clocks of Europe/Lisbon skip (28 March 2027, 02:30); "
     "no time is taken.")),
    (finding("ical.control-characters", key="", property="NAME", characters="U+0007"),
     "Characters that no calendar may contain are left out of NAME: U+0007."),
    (finding("timeml.value", value="-P3D"),
     "TimeML has no such value, so it is not annotated: -P3D."),
    (finding("timeml.characters", characters="U+000C"),
     "U+FFFD stands in the place of each character that XML cannot hold: U+000C."),
    (finding("my.finding", number=3, value=SIXTH, place=Place("Hall"), at=(Precision.DAY, None)),
     "my.finding: number=3, value=5–10 November 2023, place=Hall, at=day and None"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "expected"), KINDS, ids=[each.kind for each, _ in KINDS])
def test_kinds_of_findings(found, expected):
    assert explain(found) == expected


# --------------------------------------------------------------------------- conflicts


def test_a_conflict_says_what_clashes_by_how_much_and_what_would_do():
    assert explain(CONFLICT) == (
        "These cannot all hold: daily-2023 dates the 6th CIIE to 5–10 November 2023 and “the sixth "
        "CIIE” dates the 6th CIIE to 2025. They miss each other by two years. "
        "Taking back “the sixth CIIE” would be enough. "
        "Either the text means the edition of 2025, the eighth, or it speaks of the sixth, that "
        "of 2023."
    )


def test_a_conflict_with_rules_and_several_ways_out():
    bare = Claim("b", "ciie/7", "when", YEAR)
    rule = Rule("r", "ciie", "numbering", (("every", 1), ("unit", "year"), ("max_gap", 1)))
    conflict = Conflict((HELD, bare), (rule,), 0, repairs=(("h",), ("b",), ("elsewhere",)))

    assert explain(conflict) == (
        "These cannot all hold: daily-2023 dates the 6th CIIE to 5–10 November 2023, the 7th CIIE "
        "is dated to 2025 and the numbering, one edition in each year. "
        "Taking back what daily-2023 says, b or elsewhere would be enough."
    )


def test_a_conflict_with_one_reading():
    conflict = Conflict((HELD,), readings=READINGS[:1])

    assert explain(conflict).endswith("It fits if the text means the edition of 2025, the eighth.")
    found = finding("edition-year", conflict=conflict, **ARGUMENTS)
    assert explain(found).endswith("It fits if the text means the edition of 2025, the eighth.")


# --------------------------------------------------------------------------- reasons


def test_an_edition_names_every_source_of_its_date():
    claims = (HELD, Claim("i", "ciie/6", "when", SIXTH, "evening-2023", quote="from 5 to 10"))
    edition = Edition("ciie/6", "6th CIIE", when=SIXTH, why=Derivation(claims))

    assert explain(edition) == (
        "6th CIIE: 5–10 November 2023. Two sources give this date: daily-2023 and evening-2023 "
        "(“from 5 to 10”)."
    )


def test_what_sources_give_besides():
    claims = (
        Claim("p", "ciie/6", "place", Place("Hall", locality="Shanghai"), "daily-2023"),
        Claim("a", "ciie/6", "attendance", "mixed", ""),
        Claim("s", "ciie/6", "status", "held", ""),
        Claim("n", "ciie/6", "visitors", 5, "daily-2023"),
        Claim("m", "ciie/6", "when", PartialDate(2023, 11), "weekly"),
        HELD,
    )
    edition = Edition("ciie/6", "6th CIIE", when=SIXTH, why=Derivation(claims))

    assert explain(edition) == (
        "6th CIIE: 5–10 November 2023. One source gives the date, November 2023: weekly. "
        "One source gives this date: daily-2023. "
        "One source gives the place, Hall, Shanghai: daily-2023. "
        "One source gives what is given as visitors, 5: daily-2023. "
        "Given without a source: the way of taking part (on site and online) and the status (held)."
    )


def test_what_became_of_an_event():
    moved = Session(
        "expo/3/talk", "Talk", when="2021-10-01", status=Status.RESCHEDULED,
        previous_starts=("2020-10-01", "2021-03"),
    )  # fmt: skip
    assert explain(moved) == (
        "Talk: 1 October 2021. Moved to other days. "
        "First planned for 1 October 2020 and March 2021. No source is given."
    )
    cancelled = Announcement("expo/call", "Call", status=Status.CANCELLED)
    assert explain(cancelled) == "Call: no date is known. Cancelled. No source is given."


def test_a_date_that_follows_from_others():
    first = Claim("1", "ciie/1", "when", parse_edtf("2018-11-05/2018-11-10"), "daily-2018")
    bare = Claim("6", "ciie/6", "when", SIXTH)
    rule = Rule("r", "ciie", "numbering", (("every", 1), ("unit", "year")))
    edition = Edition("ciie/3", "3rd CIIE", when="2020", why=Derivation((first, bare), (rule,)))

    assert explain(edition) == (
        "3rd CIIE: 2020. No source gives its date; it follows from the 1st CIIE, 5–10 November "
        "2018 (daily-2018) and the 6th CIIE, 5–10 November 2023 and from the numbering, no more "
        "than one edition a year."
    )


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Rule("r", "s", "numbering", (("every", 2), ("unit", "year"))),
         "the numbering of the editions"),
        (Rule("r", "s", "containment"), "the rule that a part lies within its edition"),
        (Rule("s.own", "s", "moon"), "the rule s.own"),
    ],
)  # fmt: skip
def test_rules(rule, expected):
    assert explain(Derivation(rules=(rule,))) == (
        f"No source gives its date; it follows from {expected}."
    )


def test_a_derivation_by_itself():
    assert explain(Derivation((HELD,))) == (
        "One source gives the date, 5–10 November 2023: daily-2023."
    )
    assert explain(Derivation()) == "No source is given."


def test_every_event_of_a_pack_has_its_reasons():
    series = ct.load_series("ciie")
    said = [explain(event) for event in series]

    assert len(said) == len(series)
    assert [text for text in said if "source" not in text or "None" in text] == []
