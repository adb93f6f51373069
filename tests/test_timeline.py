"""The index of events: order, validation, queries by time and series, UIDs and revisions."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import any_times, timelines

from ciie_timeline.errors import EdtfError, UnknownSeriesError, ValidationError
from ciie_timeline.forms import Conflict, Finding, Span
from ciie_timeline.model import (
    Announcement,
    Claim,
    Derivation,
    Edition,
    EventSeries,
    Rule,
    Session,
    Source,
)
from ciie_timeline.timeline import (
    NAMESPACE,
    UNDATED,
    SeriesTimeline,
    Timeline,
    created,
    instant,
    revision,
    uid,
)
from ciie_timeline.values import Bound, Extent, Interval, PartialDate, Window, parse_edtf

FIFTH = Edition("ciie/5", "5th CIIE", when="2022-11-05/2022-11-10")
SIXTH = Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")
FORUM = Session("ciie/6/forum", "Forum", when="2023-11-05")
MAY = Announcement("ciie/announced", "Announced", when="2017-05")
UNKNOWN = Edition("ciie/99", "99th CIIE")
COP = Edition("cop/28", "COP 28", when="2023-11-30/2023-12-12")
ALL = Timeline([UNKNOWN, COP, FORUM, SIXTH, FIFTH, MAY])


def keys(events):
    return [event.key for event in events]


def test_events_stand_in_order_of_time_with_those_without_a_date_last():
    assert keys(ALL) == ["ciie/announced", "ciie/5", "ciie/6", "ciie/6/forum", "cop/28", "ciie/99"]


def test_events_of_one_time_stand_in_order_of_their_keys():
    twins = [Edition(f"ciie/{n}", "x", when="2023") for n in (3, 1, 2)]
    assert keys(Timeline(twins)) == ["ciie/1", "ciie/2", "ciie/3"]


def test_a_timeline_is_a_collection():
    assert len(ALL) == 6
    assert "ciie/6" in ALL
    assert SIXTH in ALL
    assert "ciie/7" not in ALL
    assert attrs.evolve(SIXTH, url="https://example.org") not in ALL
    assert ALL.get("ciie/7") is None
    assert repr(ALL) == "<Timeline of 6 events>"
    assert repr(Timeline([SIXTH])) == "<Timeline of 1 event>"


def test_equality_is_that_of_all_parts_whatever_the_order_given():
    sources = [Source("a"), Source("b")]
    assert Timeline([SIXTH, FIFTH], sources=sources) == Timeline(
        [FIFTH, SIXTH], sources=sources[::-1]
    )
    assert hash(Timeline([SIXTH, FIFTH])) == hash(Timeline([FIFTH, SIXTH]))
    assert Timeline([SIXTH]) != Timeline([SIXTH], sources=sources)
    assert Timeline([]) != 5


def test_kinds_have_tuples_of_their_own():
    assert keys(ALL.editions) == ["ciie/5", "ciie/6", "cop/28", "ciie/99"]
    assert ALL.sessions == (FORUM,)
    assert ALL.announcements == (MAY,)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"events": [SIXTH, SIXTH]}, "the key 'ciie/6' once, found it twice"),
        (
            {"events": [SIXTH, attrs.evolve(FIFTH, former_keys=("ciie/6",))]},
            r"the first key \(a UID\) 'ciie/6' once",
        ),
        ({"events": ["ciie/6"]}, r"Timeline.events\[0\]: expected an Edition, .* found 'ciie/6'"),
        ({"events": [], "sources": [Source("a"), Source("a")]}, "the source id 'a' once"),
        ({"events": [], "series": [EventSeries("a", "A")] * 2}, "the series 'a' once"),
    ],
)
def test_what_cannot_hold_is_refused(parts, message):
    with pytest.raises(ValidationError, match=message):
        Timeline(**parts)


def test_claims_are_those_given_and_those_that_events_and_conflicts_rest_on():
    mine, why, torn = (Claim(id_, "ciie/6", "when", [1]) for id_ in "abc")
    timeline = Timeline(
        [attrs.evolve(SIXTH, why=Derivation((why, why)))],
        claims=[mine, mine],
        findings=[Finding("error", "k", conflict=Conflict((torn, why)))],
    )
    assert timeline.claims == (mine, why, torn)
    assert timeline.conflicts == (Conflict((torn, why)),)


# --------------------------------------------------------------------------- queries


@pytest.mark.parametrize(
    ("when", "query", "possible", "certain"),
    [
        ("2023-11-05/2023-11-10", "2023-11-10", True, True),
        ("2023-11-05/2023-11-10", "2023-11-11", False, False),
        ("2023-11-05/2023-11-10", "2023-11-04", False, False),
        ("2023-11-05/2023-11-10", "2023", True, True),
        ("2017-05", "2017-05-04", True, False),
        ("2017-05", "2017-04/2017-05", True, True),
        ("2017-05?", "2017-05", True, True),
        ("2017-05/2017-06", "2017-05-20", True, False),
        ("2017-05/2017-06", "2017-05-31", True, True),
        ("2017-05/2017-06", "2017-05/..", True, True),
        ("2023-11-05/..", "2199", True, True),
        ("2023-11-05/..", "2022", False, False),
        ("2023-11-05/", "2199", True, False),
        ("/2023-11-05", "1999", True, False),
        ("../2023-11-05", "1999", True, True),
        ("2016-03-1X", "2016-03-12", True, False),
        ("2016-03-1X", "2016-03", True, True),
        ("198X", "1980/1984", True, False),
        ("[2023-11-05,2023-11-07]", "2023-11-05", True, False),
        ("[2023-11-05,2023-11-07]", "2023-11-06", False, False),
        ("[2023-11-05,2023-11-07]", "2023-11-04/2023-11-08", True, True),
        ("{2023-11-05,2023-11-07}", "2023-11-05", True, True),
        ("{2023-11-05,2023-11-07}", "2023-11-06", False, False),
        ("{2021..2023}", "2022", True, True),
        ("2027-05-14T09:00/2027-05-14T10:30", "2027-05-14", True, True),
        ("2027-05-14T09:00/2027-05-14T10:30", "2027-05-14T10:00", True, True),
        ("2027-05-14T09:00/2027-05-14T10:30", "2027-05-14T10:30", False, False),
        ("2027-05-14T09:00", "2027-05-14T09:00", True, True),
        ("2027-05-14T22:00/2027-05-15T00:00", "2027-05-15", False, False),
        ("-0044-03-15", "-0044", True, True),
        ("Y12345", "Y12345", True, True),
    ],
)
def test_a_query_finds_what_is_possible_or_certain(when, query, possible, certain):
    timeline = Timeline([Edition("ciie/6", "6th", when=when)])
    assert len(timeline.on(query)) == possible
    assert len(timeline.on(query, certain=True)) == certain
    assert timeline.overlapping(query) == timeline.on(query)
    assert timeline.overlapping(query, certain=True) == timeline.on(query, certain=True)


def test_extents_are_asked_by_their_windows():
    extent = Extent(Window(date(2024, 11, 1), date(2024, 11, 5)), Window(date(2024, 11, 8), None))
    timeline = Timeline([Edition("ciie/7", "7th", when=extent)])
    assert [len(timeline.on(day)) for day in ("2024-10-31", "2024-11-02", "2025")] == [0, 1, 1]
    answers = [len(timeline.on(f"2024-11-0{day}", certain=True)) for day in (4, 5, 8, 9)]
    assert answers == [0, 1, 1, 0]


def test_between_includes_both_ends_and_takes_texts_dates_and_values():
    assert keys(ALL.between("2023-11-10", date(2023, 11, 30))) == ["ciie/6", "cop/28"]
    assert keys(ALL.between(PartialDate(2022), "2022")) == ["ciie/5"]
    assert len(ALL.between(Interval(Bound.OPEN, PartialDate(2000)), "2030/..")) == 5
    assert len(ALL.between("../2000", "2030/..")) == 5


def test_between_refuses_an_end_before_the_start_and_what_is_no_time():
    with pytest.raises(ValidationError, match="expected an end not before 2024, found 2023"):
        ALL.between("2024", "2023")
    with pytest.raises(EdtfError):
        ALL.on("soon")
    with pytest.raises(ValidationError, match=r"a query: expected .* found 2023"):
        ALL.on(2023)


def test_an_event_overlaps_others():
    assert keys(ALL.overlapping(SIXTH)) == ["ciie/6/forum"]
    assert ALL.overlapping(UNKNOWN) == ()


@settings(max_examples=150, deadline=None)
@given(any_times, any_times)
def test_what_is_certain_is_possible(when, query):
    timeline = Timeline([Edition("ciie/6", "6th", when=when)])
    assert set(timeline.on(query, certain=True)) <= set(timeline.on(query))


@settings(max_examples=150, deadline=None)
@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_days_are_asked_as_dates_compare(a, b, c, d):
    (start, end), (first, last) = sorted((a, b)), sorted((c, d))
    event = Edition("ciie/6", "6th", when=f"{start.isoformat()}/{end.isoformat()}")
    expected = start <= last and first <= end
    for certain in (False, True):
        found = Timeline([event]).between(first, last, certain=certain)
        assert (event in found) == expected


def test_next_and_previous_of_a_day_leave_out_what_runs():
    assert ALL.next("2023-11-04") == SIXTH
    assert ALL.next("2023-11-05") == COP
    assert ALL.next(date(2024, 1, 1)) is None
    assert ALL.previous("2023-11-10") == FORUM
    assert ALL.previous("2023-11-11") == SIXTH
    assert ALL.previous("2017-05-31") is None


def test_next_and_previous_of_an_event_go_by_order():
    assert ALL.next("ciie/5") == SIXTH
    assert ALL.next(FORUM) == COP
    assert ALL.next(UNKNOWN) is None
    assert ALL.previous(MAY) is None
    assert ALL.previous(COP) == FORUM
    assert ALL.next(Edition("cop/27", "COP 27", when="2022-11-06")) == SIXTH


# --------------------------------------------------------------------------- series


def test_the_part_of_a_series_has_all_that_concerns_it():
    claim = Claim("c", "ciie/6", "when", 1, source="copy")
    other = Claim("o", "cop/28", "when", 1, source="cop")
    about = Finding("error", "k", (Span("text", 0, 1),), (("edition", "ciie/6"),))
    by_claim = Finding("error", "k", conflict=Conflict((claim,)))
    elsewhere = Finding("error", "k", (), (("edition", "cop/28"), ("n", 6)))
    timeline = Timeline(
        [attrs.evolve(SIXTH, sources=("named", "nowhere")), COP],
        series=[
            EventSeries("ciie", "CIIE", rules=(Rule("r", "ciie", "k", source="rule"),)),
            EventSeries("cop", "COP"),
        ],
        claims=[claim, other],
        sources=[
            Source("copy", derived_from=("origin",)),
            *map(Source, ("cop", "named", "origin", "rule", "text")),
        ],
        findings=[about, by_claim, elsewhere],
    )
    part = timeline.of("ciie")
    assert keys(part) == ["ciie/6"]
    assert [record.key for record in part.series] == ["ciie"]
    assert part.claims == (claim,)
    assert part.findings == (about, by_claim)
    assert [each.id for each in part.sources] == ["copy", "named", "origin", "rule", "text"]
    assert timeline.of(EventSeries("ciie", "CIIE")) == part


def test_an_unknown_series_is_named_with_those_that_exist():
    with pytest.raises(UnknownSeriesError, match="one of the series ciie, cop, found 'expo'"):
        ALL.of("expo")
    with pytest.raises(UnknownSeriesError, match=r"\(none\)"):
        Timeline([]).of("expo")


def test_editions_of_one_series_are_found_by_number_and_label():
    record = EventSeries("ciie", "CIIE")
    labelled = Edition("ciie/2020", "2020", when="2020")
    slug = Edition("ciie/x-special", "Special", when="2021")
    series = SeriesTimeline([FIFTH, SIXTH, labelled, slug], series=[record])
    assert series[6] == series["6"] == SIXTH
    assert series["2020"] == series[2020] == labelled
    assert series["x-special"] == slug
    assert series.record == record
    assert series == Timeline(series.events, series=[record])
    with pytest.raises(KeyError, match="one of the editions 2020, x-special, 5, 6 of 'ciie', foun"):
        series[7]


def test_a_timeline_of_one_series_has_one_record_and_its_events():
    with pytest.raises(ValidationError, match="expected exactly one record, found 0"):
        SeriesTimeline([SIXTH])
    with pytest.raises(ValidationError, match="expected events of 'cop', found 'ciie/6'"):
        SeriesTimeline([SIXTH], series=[EventSeries("cop", "COP")])


# --------------------------------------------------------------------------- identity


def test_published_uids_never_change():
    assert UUID("73f4ff4d-5d00-4dc8-aadb-e6a646c95723") == NAMESPACE
    assert uid(SIXTH) == "3483b5ae-e777-5839-ac50-4dd898c1ce0b"
    assert uid(FORUM) == str(uuid5(NAMESPACE, "ciie/6/forum"))
    renamed = Edition("expo/6", "6th", former_keys=("ciie/6", "import-expo/6"))
    assert uid(renamed) == uid(SIXTH)


def test_the_revision_is_the_newest_of_the_events_own_sources():
    sources = [
        Source("old", published="2018-11-05"),
        Source("new", published="2024-10-28T09:30+08:00"),
        Source("newer", published="2025-11-04"),
        Source("undated"),
        Source("open", published="../2026"),
    ]
    claim = Claim("c", "ciie/6", "when", 1, source="new")
    event = attrs.evolve(
        SIXTH, sources=("old", "undated", "open", "gone"), why=Derivation((claim,))
    )
    timeline = Timeline([event, FIFTH], sources=sources)
    assert revision(event, timeline) == datetime(2024, 10, 28, 1, 30, tzinfo=UTC)
    assert created(event, timeline) == datetime(2018, 11, 5, tzinfo=UTC)
    assert revision(FIFTH, timeline) == created(FIFTH, timeline) == UNDATED
    said = attrs.evolve(event, revised="2024-11-01")
    assert revision(said, timeline) == datetime(2024, 11, 1, tzinfo=UTC)
    early = attrs.evolve(event, revised="2017")
    assert created(early, timeline) == revision(early, timeline) == datetime(2017, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-10", "2024-10-01T00:00:00+00:00"),
        ("2024-10-28T09:30", "2024-10-28T09:30:00+00:00"),
        ("2024-10-28T09:30-03:30", "2024-10-28T13:00:00+00:00"),
        ("2024-10-28T09:30Z/2024-11-01T09:00Z", "2024-10-28T09:30:00+00:00"),
        ("[2024-10-28,2024-11-01]", "2024-10-28T00:00:00+00:00"),
        ("../2024", None),
        ("-0044-03-15", None),
        ("0001-01-01T00:00+08:00", None),
        ("Y12345", None),
    ],
)
def test_the_instant_of_a_value_is_its_start_in_utc(text, expected):
    found = instant(parse_edtf(text))
    assert (None if found is None else found.isoformat()) == expected


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(timelines())
def test_parts_of_a_timeline_are_timelines(timeline):
    for key in {event.series for event in timeline}:
        part = timeline.of(key)
        assert part.events == tuple(event for event in timeline if event.series == key)
        assert part.of(key) == part
