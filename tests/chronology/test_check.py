"""A text's claims against what is known: contradictions once, with their places."""

import pytest

from ciie_timeline.chronology import check, reconcile
from ciie_timeline.forms import Known
from ciie_timeline.model import Claim, Edition, EventSeries, Modality, Rule, Session
from ciie_timeline.seeds import load_pack
from ciie_timeline.values import Precision, parse_edtf


def known_of(key):
    pack = load_pack(key)
    chronicle = reconcile(pack.series, pack.claims, pack.rules, pack.sources)
    editions = tuple(event for event in chronicle.events if isinstance(event, Edition))
    sessions = tuple(event for event in chronicle.events if isinstance(event, Session))
    return {key: Known(pack.series, editions, sessions)}


CIIE = known_of("ciie")
LAC = known_of("china-lac-business-summit")


def said(subject, name, value, start=0, words="the sixth", **more):
    when = parse_edtf(value) if isinstance(value, str) else value
    span = (start, start + len(words))
    return Claim(
        f"article#{subject}-{name}-{start}", subject, name, when, "article", span, words, **more
    )


def test_the_sixth_taken_for_that_of_2025_is_one_finding_with_all_places():
    claims = [
        said("ciie/6", "current-in", "2025", 124, "The sixth China International Import Expo"),
        said("ciie/8", "current-in", "2025", 1182, "This year's event"),
        said("ciie/9", "current-in", "2026", 4804, "next year's expo"),
        said("ciie/6", "current-in", "2025", 8795, "Now in its sixth edition"),
    ]
    (finding,) = check(CIIE, claims)
    assert (finding.level, finding.kind) == ("error", "edition-year")
    assert [(span.start, span.text) for span in finding.spans] == [
        (124, "The sixth China International Import Expo"),
        (8795, "Now in its sixth edition"),
    ]
    assert dict(finding.arguments) == {
        "series": "ciie",
        "names": CIIE["ciie"].series.short_names,
        "number": 6,
        "claimed": 2025,
        "claimed_when": parse_edtf("2025"),
        "held": 2023,
        "held_when": parse_edtf("2023-11-05/2023-11-10"),
        "right": 8,
        "right_when": parse_edtf("2025-11-05/2025-11-10"),
    }
    assert (finding.conflict.slack, finding.conflict.unit) == (-2, Precision.YEAR)
    assert [each.source for each in finding.conflict.claims][1:] == ["article"]
    assert finding.conflict.rules == ()
    assert finding.conflict.repairs == ((claims[0].id, claims[3].id),)
    assert [(step.rule, dict(step.arguments)["number"]) for step in finding.conflict.readings] == [
        ("reading.misnumbered", 8),
        ("reading.another-year", 6),
    ]


def test_the_order_of_the_claims_does_not_matter():
    claims = [
        said("ciie/6", "current-in", "2025", 124),
        said("ciie/6", "current-in", "2025", 8795),
        said("ciie/3", "when", "2021-11-05", 20),
    ]
    assert check(CIIE, claims) == check(CIIE, claims[::-1])
    assert len(check(CIIE, claims)) == 2


@pytest.mark.parametrize(
    "claim",
    [
        said("ciie/6", "mentioned", value=True),
        said("ciie/8", "current-in", "2025"),
        said("ciie/6", "when", "2023-11-05/2023-11-10"),
        said("ciie/6", "when", "2023-11"),
        said("ciie/6", "when", "2023-11-06?"),
        said("ciie/10", "current-in", "2027"),
        said("ciie/6/smart-mobility-forum", "when", "2023-11-07"),
        said("fair/6", "current-in", "2025"),
    ],
)
def test_what_fits_is_silent(claim):
    assert check(CIIE, [claim]) == ()


def test_days_that_are_not_the_editions_are_an_error():
    (finding,) = check(CIIE, [said("ciie/6", "when", "2023-11-07/2023-11-12")])
    assert finding.kind == "event-dates"
    assert dict(finding.arguments)["held_when"] == parse_edtf("2023-11-05/2023-11-10")
    assert (finding.conflict.slack, finding.conflict.unit) == (-2, Precision.DAY)


def test_another_year_given_by_days_is_a_contradiction_of_years():
    (finding,) = check(CIIE, [said("ciie/6", "when", "2025-11-05/2025-11-10")])
    assert finding.kind == "edition-year"
    assert dict(finding.arguments)["right"] == 8


def test_this_year_and_its_days_are_one_contradiction():
    claims = [
        said("ciie/6", "current-in", "2025", 10),
        said("ciie/6", "when", "2025-11-05/2025-11-10", 30),
    ]
    (finding,) = check(CIIE, claims)
    assert [span.start for span in finding.spans] == [10, 30]


def test_an_edition_that_no_pack_has_is_judged_by_the_numbering():
    (finding,) = check(CIIE, [said("ciie/12", "current-in", "2026")])
    arguments = dict(finding.arguments)
    assert (arguments["held"], arguments["right"]) == (None, 9)
    assert finding.conflict.slack == -3
    assert [rule.id for rule in finding.conflict.rules] == ["ciie.numbering"]


def test_a_text_that_contradicts_itself_needs_no_pack_but_a_rule():
    rule = Rule("s.numbering", "s", "numbering", (("every", 1),))
    known = {"s": Known(EventSeries("s", "Summit", rules=(rule,)))}
    claims = [said("s/17", "current-in", "2025", 0), said("s/18", "current-in", "2025", 50)]
    (finding,) = check(known, claims)
    assert (finding.level, finding.kind) == ("error", "editions-clash")
    assert dict(finding.arguments)["numbers"] == (17, 18)
    assert [span.start for span in finding.spans] == [0, 50]
    assert check({}, claims) == ()


def test_two_summits_of_one_year_are_judged_by_the_pack():
    claims = [
        said("china-lac-business-summit/18", "current-in", "2025", 0),
        said("china-lac-business-summit/17", "current-in", "2025", 50),
    ]
    (finding,) = check(LAC, claims)
    assert finding.kind == "edition-year"
    assert dict(finding.arguments)["number"] == 17
    assert dict(finding.arguments)["right"] == 18


def test_a_session_outside_its_edition_is_a_warning():
    (finding,) = check(CIIE, [said("ciie/6/keynote", "when", "2023-11-30")])
    assert (finding.level, finding.kind) == ("warning", "session-outside")
    assert dict(finding.arguments)["edition"] == "ciie/6"


def test_other_days_for_a_known_session_are_an_error():
    (finding,) = check(CIIE, [said("ciie/6/opening-ceremony", "when", "2023-11-04")])
    assert (finding.level, finding.kind) == ("error", "event-dates")
    assert check(CIIE, [said("ciie/3/opening-ceremony", "when", "2020-11-04")]) == ()


def test_the_start_that_was_planned_first_is_no_contradiction():
    fair = Edition(
        "fair/127", "127th", when="2020-06-15/2020-06-24", previous_starts=["2020-04-15"]
    )
    known = {"fair": Known(EventSeries("fair", "Fair"), (fair,))}
    plan = said("fair/127", "when", "2020-04-15/2020-05-05", modality=Modality.PLANNED)
    assert check(known, [plan]) == ()
    assert len(check(known, [said("fair/127", "when", "2020-05-15/2020-05-25")])) == 1


def test_editions_made_by_hand_count_too():
    sixth = Edition("expo/6", "6th", when="2023-11-05/2023-11-10")
    undated = Edition("expo/7", "7th")
    known = {"expo": Known(EventSeries("expo", "Expo"), (sixth, undated))}
    (finding,) = check(known, [said("expo/6", "current-in", "2025")])
    assert dict(finding.arguments)["right"] is None
    assert finding.conflict.claims[0].id == "expo/6#when"


def test_contradictions_among_the_known_are_not_the_texts():
    one = Edition("expo/1", "1st", when="2018-11-05")
    two = Edition("expo/2", "2nd", when="2018-12-05")
    rule = Rule("expo.numbering", "expo", "numbering", (("every", 1),))
    known = {"expo": Known(EventSeries("expo", "Expo", rules=(rule,)), (one, two))}
    assert check(known, [said("expo/1", "mentioned", value=True)]) == ()


def test_a_text_that_gives_one_edition_two_years_is_found_without_a_pack():
    claims = [said("s/6", "when", "2023-11-05", 0), said("s/6", "when", "2024-11-05", 30)]
    (finding,) = check({}, claims)
    assert finding.kind == "sources-disagree"
    assert [span.start for span in finding.spans] == [0, 30]


def test_sessions_that_contradict_each_other_clash():
    claims = [said("s/x-a/talk", "when", "2023-11-05"), said("s/x-a/talk", "when", "2023-11-06", 9)]
    assert [finding.kind for finding in check({}, claims)] == ["sources-disagree"]
