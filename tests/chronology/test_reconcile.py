"""Claims to events: agreement, contradiction, plans, inference by numbering."""

import random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline.chronology import reconcile
from ciie_timeline.model import (
    Announcement,
    Attendance,
    Claim,
    Edition,
    EventSeries,
    Method,
    Modality,
    Place,
    Rule,
    Session,
    Source,
    Status,
)
from ciie_timeline.seeds import load_pack
from ciie_timeline.values import Precision, parse_edtf

SERIES = EventSeries("expo", "Expo", tz="Asia/Shanghai")


def rule(**parameters):
    return Rule("expo.numbering", "expo", "numbering", tuple(parameters.items()))


ONE_A_YEAR = rule(unit="year", every=1)
EVERY_YEAR = rule(unit="year", every=1, max_gap=1)


def claim(subject, value, source="s", **more):
    name = more.pop("property", "when")
    if isinstance(value, str) and name in ("when", "current-in", "previous-start"):
        value = parse_edtf(value)
    key = f"expo/{subject}" if subject else "expo"
    return Claim(f"{key}#{name}@{source}", key, name, value, source, **more)


def mention(subject, source="s"):
    return claim(subject, value=True, source=source, property="mentioned")


def told(claims, *rules, sources=()):
    return reconcile(SERIES, claims, rules, sources)


def times(chronicle):
    return {
        event.key.partition("/")[2]: event.when and event.when.to_edtf()
        for event in chronicle.events
    }


def ids(claims):
    return {each.id for each in claims}


# --------------------------------------------------------------------------- what is given


def test_agreeing_sources_are_all_reasons():
    chronicle = told([claim(6, "2023-11-05/2023-11-10", name) for name in "abc"])
    (edition,) = chronicle.events
    assert isinstance(edition, Edition)
    assert edition.number == 6
    assert edition.status is Status.HELD
    assert edition.tz == "Asia/Shanghai"
    assert [each.source for each in edition.why.claims] == ["a", "b", "c"]
    assert edition.sources == ("a", "b", "c")
    assert chronicle.findings == ()


def test_a_coarser_source_agrees_and_is_a_reason_too():
    (edition,) = told([claim(6, "2023-11", "a"), claim(6, "2023-11-05/2023-11-10", "b")]).events
    assert edition.when.to_edtf() == "2023-11-05/2023-11-10"
    assert edition.sources == ("a", "b")


def test_a_certain_day_goes_before_a_doubtful_one():
    chronicle = told([claim(6, "2023-11-04?", "a"), claim(6, "2023-11-05", "b")])
    assert times(chronicle) == {"6": "2023-11-05"}
    assert chronicle.findings == ()


def test_properties_come_from_the_most_sources():
    here, there = Place("Here"), Place("There")
    (edition,) = told(
        [
            claim(6, here, "a", property="place"),
            claim(6, there, "b", property="place"),
            claim(6, there, "c", property="place"),
            claim(6, "online", "a", property="attendance"),
            claim(6, "cancelled", "a", property="status"),
            claim(6, "Sixth", "a", property="name"),
            claim(6, "a note", "a", property="description"),
            claim(6, "trade", "a", property="category"),
            claim(6, "expo/old", "a", property="former-key"),
            claim(6, "2023-04-15", "a", property="previous-start"),
        ]
    ).events
    assert edition.place == there
    assert edition.attendance is Attendance.ONLINE
    assert edition.status is Status.CANCELLED
    assert edition.name == "Sixth"
    assert edition.description == "a note"
    assert edition.categories == ("trade",)
    assert edition.former_keys == ("expo/old",)
    assert [each.to_edtf() for each in edition.previous_starts] == ["2023-04-15"]
    assert edition.when is None


def test_what_texts_call_a_thing_does_not_rename_it():
    texts = [claim(6, "the sixth", name, property="name", span=(0, 9)) for name in "abc"]
    (edition,) = told([claim(6, "2023"), claim(6, "6th Expo", property="name"), *texts]).events
    assert edition.name == "6th Expo"
    (session,) = told([claim("6/talk", "A talk", property="name", span=(0, 6))]).events
    assert session.name == "A talk"


def test_a_claim_without_a_value_says_nothing():
    (edition,) = told([claim(6, None), claim(6, "6th", property="name"), mention(6)]).events
    assert edition.when is None


def test_sessions_and_announcements_come_by_their_keys():
    chronicle = told(
        [
            claim("announcement", "2017-05"),
            claim("announcement", "expo", property="about"),
            claim("6/opening", "2023-11-05"),
            claim("2020", "2020-11"),
            claim("x-trial", "2017-11"),
        ]
    )
    by_key = {event.key: event for event in chronicle.events}
    assert isinstance(by_key["expo/announcement"], Announcement)
    assert by_key["expo/announcement"].about == ("expo",)
    assert isinstance(by_key["expo/6/opening"], Session)
    assert by_key["expo/2020"].label == "2020"
    assert by_key["expo/2020"].number is None
    assert isinstance(by_key["expo/x-trial"], Edition)
    assert {event.name for event in chronicle.events} == {
        "Announcement",
        "Opening",
        "Expo 2020",
        "X trial",
    }


def test_other_series_and_the_series_itself_make_no_events():
    other = Claim("o", "fair/1", "when", parse_edtf("2018"))
    assert told([other, claim("", "2017-05", property="founded")]).events == ()


def test_a_number_claimed_against_a_key_counts():
    (edition,) = told([claim("x-first", "2018"), claim("x-first", 1, property="number")]).events
    assert edition.number == 1


def test_events_come_in_the_order_of_time_undated_ones_last():
    chronicle = told(
        [claim(2, "2019"), claim(1, "2018"), claim(3, "held", property="status")], ONE_A_YEAR
    )
    assert [event.key for event in chronicle.events] == ["expo/1", "expo/2", "expo/3"]


# --------------------------------------------------------------------------- contradiction


def test_two_sources_that_disagree_are_a_warning_with_both_sides():
    chronicle = told([claim(6, "2023-11-05", "a"), claim(6, "2023-11-04", "b")])
    (finding,) = chronicle.findings
    assert (finding.level, finding.kind) == ("warning", "sources-disagree")
    assert ids(finding.conflict.claims) == {"expo/6#when@a", "expo/6#when@b"}
    assert finding.conflict.slack == -1
    assert finding.conflict.unit is Precision.DAY
    assert len(finding.conflict.repairs) == 2


def test_a_majority_decides_and_is_told():
    chronicle = told(
        [claim(6, "2023-11-05", "a"), claim(6, "2023-11-05", "b"), claim(6, "2023-11-04", "c")]
    )
    (finding,) = chronicle.findings
    assert finding.level == "info"
    assert dict(finding.arguments)["support"] == (2, 1)
    assert dict(finding.arguments)["sources"] == (("a", "b"), ("c",))
    assert finding.conflict.repairs == (("expo/6#when@c",),)
    assert times(chronicle) == {"6": "2023-11-05"}
    assert ids(chronicle.events[0].why.claims) == {"expo/6#when@a", "expo/6#when@b"}


def test_copies_of_one_source_count_once():
    sources = [Source("wire"), Source("copy", derived_from="wire"), Source("other"), Source("own")]
    said = [claim(6, "2023-11-04", name) for name in ("wire", "copy")]
    said += [claim(6, "2023-11-05", name) for name in ("other", "own")]
    chronicle = told(said, sources=sources)
    assert times(chronicle) == {"6": "2023-11-05"}
    assert dict(chronicle.findings[0].arguments)["support"] == (2, 1)


def test_another_year_is_a_contradiction_in_years():
    chronicle = told([claim(6, "2023-11-05", "a"), claim(6, "2025-11-05", "b")], ONE_A_YEAR)
    (finding,) = chronicle.findings
    assert (finding.conflict.slack, finding.conflict.unit) == (-2, Precision.YEAR)


def test_leaving_a_claim_out_gives_the_other_result():
    said = [claim(6, "2023-11-05", "a"), claim(6, "2023-11-05", "b"), claim(6, "2023-11-04", "c")]
    alone = told(said[2:])
    assert times(alone) == {"6": "2023-11-04"}
    assert alone.findings == ()


def test_a_denial_of_what_others_say_is_told():
    chronicle = told(
        [claim(6, "2023-11-05", "a"), claim(6, "2023-11-05", "b", modality=Modality.DENIED)]
    )
    (finding,) = chronicle.findings
    assert (finding.level, finding.kind) == ("warning", "claim-denied")
    assert dict(finding.arguments)["denied_by"] == "b"
    assert times(chronicle) == {"6": "2023-11-05"}


def test_a_session_far_from_its_edition_is_a_warning():
    chronicle = told([claim(6, "2023-08-20/2023-08-24"), claim("6/keynote", "2023-08-30")])
    (finding,) = chronicle.findings
    assert (finding.level, finding.kind) == ("warning", "session-outside")
    assert dict(finding.arguments)["subject"] == "expo/6/keynote"
    assert finding.conflict.slack == -3


def test_a_session_on_the_eve_is_none():
    assert (
        told([claim(6, "2020-11-05/2020-11-10"), claim("6/opening", "2020-11-04")]).findings == ()
    )


def test_an_edition_that_begins_before_the_last_one_ends_is_a_clash():
    chronicle = told(
        [claim(1, "2018-11-05/2018-11-10"), claim(2, "2018-11-08/2018-11-12", "t")],
        rule(unit="month", every=0),
    )
    (finding,) = chronicle.findings
    assert finding.kind == "editions-clash"
    assert (finding.conflict.slack, finding.conflict.unit) == (-2, Precision.DAY)


def test_an_edition_may_open_on_the_day_the_last_one_closes():
    chronicle = told([claim(79, "2024-09-10/2025-09-09"), claim(80, "2025-09-09")], ONE_A_YEAR)
    assert chronicle.findings == ()


# --------------------------------------------------------------------------- plans


def test_an_old_plan_becomes_a_start_that_was_given_up():
    sources = [Source("then", published="2020-01-10"), Source("later", published="2020-06-20")]
    chronicle = told(
        [
            claim(127, "2020-04-15/2020-05-05", "then", modality=Modality.PLANNED),
            claim(127, "2020-06-15/2020-06-24", "later"),
        ],
        sources=sources,
    )
    (edition,) = chronicle.events
    assert edition.when.to_edtf() == "2020-06-15/2020-06-24"
    assert [each.to_edtf() for each in edition.previous_starts] == ["2020-04-15"]
    assert chronicle.findings == ()


def test_a_new_plan_takes_the_place_of_an_old_one():
    sources = [Source("then", published="2025-01-10"), Source("later", published="2025-06-20")]
    chronicle = told(
        [
            claim(9, "2026-04-15", "then", modality=Modality.PLANNED),
            claim(9, "2026-11-05", "later", modality=Modality.PLANNED),
        ],
        sources=sources,
    )
    (edition,) = chronicle.events
    assert edition.when.to_edtf() == "2026-11-05"
    assert edition.status is Status.SCHEDULED
    assert [each.to_edtf() for each in edition.previous_starts] == ["2026-04-15"]


def test_a_plan_published_after_the_event_is_a_contradiction():
    chronicle = told(
        [
            claim(6, "2025-11", "late", modality=Modality.PLANNED),
            claim(6, "2023-11-05", "then"),
        ],
        ONE_A_YEAR,
        sources=[Source("late", published="2025-11-04")],
    )
    assert [each.kind for each in chronicle.findings] == ["sources-disagree"]


# --------------------------------------------------------------------------- numbering


def test_between_two_editions_the_pigeonhole_leaves_one_year():
    chronicle = told([claim(1, "2018-11-05"), claim(6, "2023-11-05"), mention(3)], ONE_A_YEAR)
    third = next(event for event in chronicle.events if event.number == 3)
    assert third.when.to_edtf() == "2020"
    assert ids(third.why.claims) == {"expo/1#when@s", "expo/6#when@s"}
    assert third.why.rules == (ONE_A_YEAR,)
    assert third.status is Status.HELD


def test_with_a_year_to_spare_two_years_are_left():
    chronicle = told([claim(1, "2018-11-05"), claim(6, "2024-11-05"), mention(3)], ONE_A_YEAR)
    assert times(chronicle)["3"] == "[2020..2021]"


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        (ONE_A_YEAR, None),
        (EVERY_YEAR, "2023"),
        (rule(unit="year", every=1, max_gap=2), "[2023..2028]"),
    ],
)
def test_from_the_first_alone_the_sixth_follows_as_the_rule_allows(numbering, expected):
    chronicle = told([claim(1, "2018-11-05"), mention(6)], numbering)
    assert times(chronicle).get("6") == expected


def test_an_edition_still_to_come_is_scheduled():
    chronicle = told([claim(1, "2018-11-05"), mention(6)], EVERY_YEAR)
    assert [event.status for event in chronicle.events] == [Status.HELD, Status.SCHEDULED]


def test_what_nobody_dates_and_no_rule_bounds_is_no_event():
    assert told([mention(3)], ONE_A_YEAR).events == ()


def test_a_rule_is_part_of_a_conflict_when_it_is_needed():
    said = [claim(1, "2018-11-05", "a"), claim(6, "2025", "b", property="current-in", span=(0, 5))]
    (finding,) = told(said, EVERY_YEAR).findings
    assert finding.kind == "edition-year"
    assert finding.conflict.slack == -2
    assert ids(finding.conflict.claims) == {"expo/1#when@a", "expo/6#current-in@b"}
    assert finding.conflict.rules == (EVERY_YEAR,)
    assert dict(finding.arguments)["held"] is None
    assert dict(finding.arguments)["right"] == 8


def test_a_text_that_agrees_with_the_record_does_not_hide_the_one_that_is_wrong():
    said = [
        claim(6, "2023-11-05", "pack"),
        claim(6, "2023-11-05", "a-text", span=(0, 5)),
        claim(6, "2025", "b-text", property="current-in", span=(7, 9)),
    ]
    (finding,) = told(said, ONE_A_YEAR).findings
    assert (finding.level, finding.kind) == ("error", "edition-year")
    assert [span.source for span in finding.spans] == ["b-text"]
    assert ids(finding.conflict.claims) == {"expo/6#when@pack", "expo/6#current-in@b-text"}
    (alone,) = told(said[1:], ONE_A_YEAR).findings
    assert (alone.kind, alone.spans) == (finding.kind, finding.spans)


def test_without_the_rule_there_is_no_conflict_and_the_third_can_be_in_three_years():
    said = [claim(1, "2018-11-05"), claim(6, "2025", property="current-in"), mention(3)]
    chronicle = told(said, ONE_A_YEAR)
    assert chronicle.findings == ()
    assert times(chronicle)["3"] == "[2020..2022]"


def test_a_postponed_edition_keeps_its_number():
    games = rule(unit="year", every=4, max_gap=4, delay=1, cancelled="keep")
    chronicle = told([claim(31, "2016-08-05"), claim(32, "2021-07-23"), mention(30)], games)
    assert chronicle.findings == ()
    assert times(chronicle)["30"] == "[2012..2013]"


def test_two_contradictions_and_the_cheapest_way_out_of_both():
    said = [
        *(claim(1, "2018-11-05", name) for name in ("a", "b", "c")),
        *(claim(6, "2023-11-05", name) for name in ("a", "b", "c")),
        *(claim(8, "2025-11-05", name) for name in ("a", "b")),
        claim(6, "2025", "article", property="current-in", span=(0, 5)),
        claim(3, "2021", "blog", property="current-in", span=(0, 5)),
    ]
    chronicle = told(said, EVERY_YEAR)
    assert [each.kind for each in chronicle.findings] == ["edition-year", "edition-year"]
    assert {dict(each.arguments)["number"] for each in chronicle.findings} == {3, 6}
    assert times(chronicle) == {
        "1": "2018-11-05",
        "6": "2023-11-05",
        "8": "2025-11-05",
        "3": "2020",
    }


def test_half_years_have_a_unit_of_their_own():
    halves = rule(unit="half", every=1, max_gap=1)
    said = [claim(137, "2025-04-15/2025-05-05"), mention(138), mention(135)]
    chronicle = told(said, halves)
    assert times(chronicle) == {
        "135": "[2024-01-01..2024-06-30]",
        "137": "2025-04-15/2025-05-05",
        "138": "[2025-07-01..2025-12-31]",
    }
    assert chronicle.findings == ()


def test_a_rule_can_hold_for_a_stretch_of_numbers():
    yearly = Rule("expo.1", "expo", "numbering", (("every", 1), ("max_gap", 1), ("to", 3)))
    biennial = Rule("expo.2", "expo", "numbering", (("every", 2), ("max_gap", 2), ("from", 4)))
    chronicle = told([claim(1, "2012"), mention(3), mention(5)], yearly, biennial)
    assert times(chronicle) == {"1": "2012", "3": "2014", "5": "2018"}


def test_labels_are_no_ordinals():
    labels = rule(kind="label", unit="year", every=1, max_gap=1)
    assert told([claim(1, "2018"), claim(6, "2018")], labels).findings == ()


# --------------------------------------------------------------------------- laws


@settings(deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(shuffler: random.Random):
    pack = load_pack("ciie")
    mixed = list(pack.claims)
    shuffler.shuffle(mixed)
    expected = reconcile(pack.series, pack.claims, pack.rules, pack.sources)
    assert expected == reconcile(pack.series, mixed, pack.rules, pack.sources)


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 12), st.integers(2010, 2030))
def test_what_is_kept_holds_together(one, two, year):
    said = [claim(one, "2018-11-05", "a"), claim(two, str(year), "b")]
    chronicle = told(said, ONE_A_YEAR)
    gone = {c.id for f in chronicle.findings for ids_ in f.conflict.repairs[:1] for c in said
            if c.id in ids_}  # fmt: skip
    assert told([c for c in said if c.id not in gone], ONE_A_YEAR).findings == ()


YEARS = st.lists(
    st.tuples(st.integers(1, 8), st.integers(2018, 2026), st.sampled_from("abcd")),
    min_size=1,
    max_size=8,
    unique_by=lambda each: (each[0], each[2]),
)


@settings(deadline=None)
@given(YEARS, st.sampled_from([ONE_A_YEAR, EVERY_YEAR, rule(every=1, max_gap=2, delay=1)]))
def test_a_conflict_needs_each_of_its_claims(given_years, numbering):
    said = [claim(number, str(year), source) for number, year, source in given_years]
    for finding in told(said, numbering).findings:
        core = finding.conflict.claims
        assert told(core, *finding.conflict.rules).findings
        for gone in core:
            rest = [each for each in core if each != gone]
            assert told(rest, *finding.conflict.rules).findings == ()


@settings(deadline=None)
@given(YEARS)
def test_with_one_every_year_numbers_and_years_run_in_step(given_years):
    said = [claim(number, str(year), source) for number, year, source in given_years]
    chronicle = told([*said, mention(4)], EVERY_YEAR)
    if chronicle.findings:
        return
    number, year, _ = given_years[0]
    assert {number: year for number, year, _ in given_years} == {
        each: year + each - number for each, _, _ in given_years
    }
    assert times(chronicle)["4"] == str(year + 4 - number)


def test_the_pack_of_the_expo_is_consistent_but_for_one_opening():
    pack = load_pack("ciie")
    chronicle = reconcile(pack.series, pack.claims, pack.rules, pack.sources)
    (finding,) = chronicle.findings
    assert dict(finding.arguments)["subject"] == "ciie/7/opening-ceremony"
    assert finding.level == "info"
    editions = {event.number: event for event in chronicle.events if isinstance(event, Edition)}
    assert {number: edition.when.to_edtf() for number, edition in editions.items()} == {
        number: f"{2017 + number}-11-05/{2017 + number}-11-10" for number in range(1, 10)
    }
    assert editions[4].attendance is Attendance.MIXED
    assert editions[9].status is Status.SCHEDULED
    assert all(edition.sources for edition in editions.values())


def test_a_series_own_rules_are_used():
    series = attrs.evolve(SERIES, rules=(EVERY_YEAR,))
    chronicle = reconcile(series, [claim(1, "2018"), mention(6)])
    assert times(chronicle)["6"] == "2023"


def test_methods_make_no_difference_to_what_holds():
    (edition,) = told([claim(6, "2023", method=Method.RESOLVED)]).events
    assert edition.why.claims[0].method is Method.RESOLVED
