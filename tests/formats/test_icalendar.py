"""iCalendar: what is written is what two independent readers read, and nothing else is lost."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import attrs
import icalendar as oracle
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from ical.calendar_stream import IcsCalendarStream
from tests.formats.by_hand import TIMELINE
from tests.strategies import timelines

from ciie_timeline.errors import FormatError
from ciie_timeline.formats import icalendar
from ciie_timeline.formats.calendar_times import doubtful
from ciie_timeline.formats.content_lines import clean
from ciie_timeline.model import Announcement, Edition, EventSeries, Place, Session, Source
from ciie_timeline.timeline import Timeline, uid
from ciie_timeline.values import Extent, FarDay, Window, parse_edtf

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a whole timeline shrinks for minutes


def rendered(*events, **options):
    """Each event's lines, unfolded, as a mapping of what stands before the value to the value."""
    text = icalendar.render(Timeline(events), **options).replace("\r\n ", "")
    return [
        dict(
            re.fullmatch(r"([^:]+):(.*)", line, re.DOTALL).groups() for line in block.split("\r\n")
        )
        for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)\r\nEND:VEVENT", text, re.DOTALL)
    ]


def found_in(timeline, **options):
    findings = []
    icalendar.render(timeline, report=findings.append, **options)
    return [(each.level, each.kind, dict(each.arguments)) for each in findings]


def one(when, **fields):
    (event,) = rendered(Session("a/1/b", "B", when=when, **fields))
    return event


# --------------------------------------------------------------------------- other readers


def summaries(timeline):
    """What the readers must find: UID, first day or moment, end, and the cleaned name."""
    return {uid(event): clean(event.name)[0] for event in timeline}


def day_or_moment(value):
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo else value


def check_read_back(timeline):
    text = icalendar.render(timeline)
    text.encode()
    theirs = {
        str(event["UID"]): event
        for event in oracle.Calendar.from_ical(text).walk("VEVENT")
        if not event.errors
    }
    strict = {event.uid: event for event in IcsCalendarStream.calendar_from_ics(text).events}
    shown = {uid(e): e for e in timeline if f"UID:{uid(e)}\r\n" in text}
    assert theirs.keys() == strict.keys() == shown.keys()
    for id_, event in shown.items():
        name = clean(event.name)[0]
        assert name in str(theirs[id_]["SUMMARY"]) or "\\N" in text
        assert name in strict[id_].summary
        start = theirs[id_]["DTSTART"].dt
        assert day_or_moment(strict[id_].dtstart) == day_or_moment(start)
        end = theirs[id_].get("DTEND")
        if end is not None:
            assert day_or_moment(strict[id_].dtend) == day_or_moment(end.dt)
            assert start < end.dt
        if not isinstance(start, datetime):
            when = event.when or event.previous_starts[-1]
            known = [day for day in (when.earliest, when.latest) if isinstance(day, date)]
            assert start in known
            assert end.dt - timedelta(days=1) in known or len(known) < 2 or not when.earliest


def test_two_readers_find_what_was_written_by_hand():
    check_read_back(TIMELINE)


@settings(max_examples=40, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(timelines())
def test_two_readers_find_what_was_generated(timeline):
    check_read_back(timeline)


@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
@given(timelines())
def test_every_line_keeps_the_standard(timeline):
    reported = []
    text = icalendar.render(timeline, report=reported.append)
    assert text.endswith("END:VCALENDAR\r\n")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|(?<!\r)\n", text)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    lines = text.replace("\r\n ", "").split("\r\n")
    ids = [line.removeprefix("UID:") for line in lines if line.startswith("UID:")]
    assert max(Counter(ids).values(), default=1) == 1
    assert {line.partition(":")[2] for line in lines if line.startswith("RELATED-TO")} <= set(ids)
    left_out = {"ical.no-date", "ical.imprecise", "ical.year-out-of-range"}
    kinds = Counter(each.kind for each in reported)
    assert len(ids) + sum(kinds[kind] for kind in left_out) == len(timeline)
    keys = [dict(each.arguments).get("key") for each in reported if each.arguments]
    assert [key for key in keys if key and key not in timeline] == []
    assert "CATEGORIES:\r\n" not in text
    assert "".join(icalendar.chunks(timeline)) == text


# --------------------------------------------------------------------------- times


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2023-11-05", "20231105", "20231106"),
        ("2023-11-05/2023-11-10", "20231105", "20231111"),
        ("2023-12-31", "20231231", "20240101"),
        ("2024-02-28/2024-02-28", "20240228", "20240229"),
        ("0987-06-01", "09870601", "09870602"),
        ("2027-05-14T09:00/2027-05-16", "20270514", "20270517"),
    ],
)
def test_days_are_dates_with_an_exclusive_end(when, start, end):
    event = one(when)
    assert event["DTSTART;VALUE=DATE"] == start
    assert event["DTEND;VALUE=DATE"] == end
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["STATUS"] == "CONFIRMED"


def test_mixed_precision_keeps_its_text():
    event = one("2027-05-14T09:00/2027-05-16", tz="Asia/Shanghai")
    assert event["X-EDTF"] == "2027-05-14T09:00/2027-05-16"
    assert "Local time: 2027-05-14T09:00/2027-05-16 (Asia/Shanghai)" in event["DESCRIPTION"]
    assert "X-EDTF" not in one("2027-05-14/2027-05-16")


@pytest.mark.parametrize(
    ("when", "zone", "start", "end", "local"),
    [
        (
            "2027-05-14T09:00/2027-05-14T10:30",
            "America/New_York",
            "20270514T130000Z",
            "20270514T143000Z",
            "2027-05-14 09:00–10:30 (America/New_York)",
        ),
        (
            "2027-05-14T22:00/2027-05-15T01:00",
            "Asia/Shanghai",
            "20270514T140000Z",
            "20270514T170000Z",
            "2027-05-14 22:00 – 2027-05-15 01:00 (Asia/Shanghai)",
        ),
        ("2027-05-14T09:00Z", "Asia/Shanghai", "20270514T090000Z", None, "09:00 (UTC+00:00)"),
        ("2027-05-14T09:00-03:30", None, "20270514T123000Z", None, "09:00 (UTC-03:30)"),
        (
            "2027-05-14T09:00/2027-05-14T10:00+08:00",
            None,
            "20270514T010000Z",
            "20270514T020000Z",
            "09:00–10:00 (UTC+08:00)",
        ),
        ("2027-05-14T23:00/2027-05-14T24:00", None, "20270514T230000", "20270515T000000", "00:00"),
        ("2027-05-14T09:00/2027-05-14T09:00", None, "20270514T090000", None, "09:00–09:00"),
    ],
)
def test_clock_times_are_instants_and_keep_their_local_time(when, zone, start, end, local):
    event = one(when, tz=zone)
    assert event["DTSTART"] == start
    assert event.get("DTEND") == end
    assert local in event["DESCRIPTION"]
    assert event.get("X-TIMEZONE") == zone
    assert event["TRANSP"] == "OPAQUE"


#: Local times around changes of the clocks, with what CPython's zoneinfo says in UTC.
EDGES = [
    ("Europe/Berlin", "2024-03-31T01:59", "20240331T005900Z", None),
    ("Europe/Berlin", "2024-03-31T02:30", "20240331T013000Z", "ical.time-skipped"),
    ("Europe/Berlin", "2024-03-31T03:00", "20240331T010000Z", None),
    ("Europe/Berlin", "2024-07-01T12:00", "20240701T100000Z", None),
    ("Europe/Berlin", "2024-10-27T01:59", "20241026T235900Z", None),
    ("Europe/Berlin", "2024-10-27T02:30", "20241027T003000Z", "ical.time-ambiguous"),
    ("Europe/Berlin", "2024-10-27T03:00", "20241027T020000Z", None),
    ("Europe/Berlin", "2039-07-01T12:00", "20390701T100000Z", None),
    ("America/New_York", "2023-03-12T02:30", "20230312T073000Z", "ical.time-skipped"),
    ("Australia/Lord_Howe", "2024-04-07T01:45", "20240406T144500Z", "ical.time-ambiguous"),
    ("Pacific/Apia", "2011-12-30T12:00", "20111230T220000Z", "ical.time-skipped"),
]


@pytest.mark.parametrize(("zone", "local", "expected", "kind"), EDGES)
def test_local_times_that_are_skipped_or_repeated_follow_the_stated_rule(
    zone, local, expected, kind
):
    assert one(local, tz=zone)["DTSTART"] == expected
    found = found_in(Timeline([Session("a/1/b", "B", when=local, tz=zone)]))
    assert [each[1] for each in found] == ([] if kind is None else [kind])
    for level, _, arguments in found:
        assert level == "warning"
        assert arguments["time"] == local
        assert arguments["zone"] == zone


def test_an_end_that_the_clocks_put_before_the_start_is_left_out():
    when, zone = "2024-03-31T02:45/2024-03-31T03:15", "Europe/Berlin"
    event = one(when, tz=zone)
    assert event["DTSTART"] == "20240331T014500Z"
    assert "DTEND" not in event
    found = found_in(Timeline([Session("a/1/b", "B", when=when, tz=zone)]))
    assert ("warning", "ical.end-before-start", {"key": "a/1/b", "when": when}) in found


def test_a_time_without_a_zone_floats_and_says_so():
    found = found_in(Timeline([Session("a/1/b", "B", when="2027-05-14T09:00")]))
    assert found == [("info", "ical.floating-time", {"key": "a/1/b", "time": "2027-05-14T09:00"})]
    zoned = Place("NECC", tz="Asia/Shanghai")
    assert one("2027-05-14T09:00", place=zoned)["DTSTART"] == "20270514T010000Z"


def test_exact_extents_are_days():
    day = Window(date(2024, 11, 5), date(2024, 11, 5))
    assert one(Extent(day, day))["DTEND;VALUE=DATE"] == "20241106"
    assert one(Extent(day, day))["STATUS"] == "CONFIRMED"


# --------------------------------------------------------------------------- what is not exact


@pytest.mark.parametrize(
    ("when", "start", "end", "summary"),
    [
        ("2017-05", "20170501", "20170601", "B (May 2017\\, day unknown)"),
        ("2017", "20170101", "20180101", "B (2017\\, day unknown)"),
        ("198X", "19800101", "19900101", "B (the 1980s\\, day unknown)"),
        ("2017-05/2017-06", "20170501", "20170701", "B (May to June 2017\\, day unknown)"),
        ("2029-11-05~", "20291105", "20291106", "B (around 5 November 2029)"),
        ("2023-11-05?/2023-11-10", "20231105", "20231111", None),
        ("[2023-11-05,2023-11-07]", "20231105", "20231108", None),
        ("{2023-11-05,2023-11-07?}", "20231105", "20231108", None),
    ],
)
def test_a_window_is_tentative_transparent_and_says_what_it_is(when, start, end, summary):
    event = one(when)
    assert event["DTSTART;VALUE=DATE"] == start
    assert event["DTEND;VALUE=DATE"] == end
    assert event["STATUS"] == "TENTATIVE"
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["X-EDTF"].replace("\\", "") == when
    assert event["SUMMARY"] == summary or (summary is None and event["SUMMARY"].startswith("B ("))
    assert found_in(Timeline([Session("a/1/b", "B", when=when)])) == []


@pytest.mark.parametrize("policy", ["span", "skip", "first-day"])
@pytest.mark.parametrize(
    ("when", "kinds"),
    [
        ("2017-05", {"span": None, "skip": "ical.imprecise", "first-day": "ical.first-day"}),
        ("2023-11-05", {"span": None, "skip": None, "first-day": None}),
        ("2023-11-05?", {"span": None, "skip": None, "first-day": None}),
        ("-0044-03-15", dict.fromkeys(("span", "skip", "first-day"), "ical.year-out-of-range")),
        ("9999-12-31", dict.fromkeys(("span", "skip", "first-day"), "ical.year-out-of-range")),
        (
            "0001-01-01T00:00+08:00",
            dict.fromkeys(("span", "skip", "first-day"), "ical.year-out-of-range"),
        ),
        (
            "0000-01-01T00:00",
            dict.fromkeys(("span", "skip", "first-day"), "ical.year-out-of-range"),
        ),
    ],
)
def test_policies_for_what_is_not_exact(policy, when, kinds):
    found = found_in(Timeline([Announcement("a/b", "B", when=when)]), imprecise=policy)
    found = [kind for _, kind, _ in found if kind not in ("ical.empty", "ical.floating-time")]
    assert found == ([] if kinds[policy] is None else [kinds[policy]])


def test_first_day_is_only_by_request():
    (event,) = rendered(Announcement("a/b", "B", when="2017-05"), imprecise="first-day")
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20170501", "20170502")
    assert event["X-EDTF"] == "2017-05"


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2027-11-05/..", "20271105", "20271106"),
        ("2027-11/", "20271101", "20271201"),
        ("../2027-11-05", "20271105", "20271106"),
        ("[2027-11-05..]", "20271105", "20271106"),
    ],
)
def test_of_an_open_end_the_known_one_is_shown(when, start, end):
    event = one(when)
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == (start, end)
    assert event["STATUS"] == "TENTATIVE"
    ((_, kind, arguments),) = found_in(Timeline([Session("a/1/b", "B", when=when)]))
    assert (kind, arguments["when"]) == ("ical.open-end", when)


def test_an_open_end_after_a_clock_time_keeps_the_clock_time():
    event = one("2027-11-05T09:00Z/..")
    assert event["DTSTART"] == "20271105T090000Z"
    assert event["X-EDTF"] == "2027-11-05T09:00Z/.."


def test_where_nothing_is_known_nothing_is_shown():
    nothing = Extent(Window(None, None), Window(None, None))
    found = found_in(Timeline([Session("a/1/b", "B", when=nothing)]))
    assert [kind for _, kind, _ in found] == ["ical.imprecise", "ical.empty"]
    assert found[0][2]["when"] == "../.."
    far = Extent(Window(FarDay(-44, 3, 15), None), Window(None, FarDay(-44, 3, 16)))
    assert found_in(Timeline([Session("a/1/b", "B", when=far)]))[0][1] == "ical.year-out-of-range"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2023-11-05", False), ("2023~", True), ("../2023?", True), ("[2023-05,2024%]", True)],
)
def test_doubt_is_seen_wherever_it_stands(text, expected):
    assert doubtful(parse_edtf(text)) is expected
    assert not doubtful(Extent(Window(None, None), Window(None, None)))


# --------------------------------------------------------------------------- properties


def test_status_and_prefix():
    events = [
        Edition(f"a/{n}", "A", when=f"2023-11-0{n}", status=status)
        for n, status in enumerate(
            ("scheduled", "held", "postponed", "rescheduled", "cancelled"), start=1
        )
    ]
    found = rendered(*events)
    assert [event["STATUS"] for event in found] == [
        "CONFIRMED",
        "CONFIRMED",
        "TENTATIVE",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert [event["SUMMARY"] for event in found] == ["A", "A", "Postponed: A", "A", "Cancelled: A"]
    plain = rendered(*events, cancelled="plain")
    assert [event["SUMMARY"] for event in plain] == ["A"] * 5
    assert len(rendered(*events, cancelled="skip")) == 4
    assert rendered(*events, lang="zh")[4]["SUMMARY"] == "已取消：A"


def test_what_was_called_off_without_a_new_date_stays_on_its_old_one():
    old = {"previous_starts": ("2028-10-05", "2028-11-05")}
    for status in ("postponed", "cancelled"):
        (event,) = rendered(Edition("a/1", "A", status=status, **old))
        assert event["DTSTART;VALUE=DATE"] == "20281105"
        assert "Previously planned for: 5 October 2028\\, 5 November 2028" in event["DESCRIPTION"]
    assert rendered(Edition("a/1", "A", **old)) == []
    assert found_in(Timeline([Edition("a/1", "A")])) == [
        ("warning", "ical.no-date", {"key": "a/1"}),
        ("warning", "ical.empty", {}),
    ]


def test_place_url_categories_and_sources():
    place = Place(
        "NECC", address="Songze Ave, 333", locality="Shanghai", latitude=-0.0, longitude=1
    )
    event = attrs.evolve(
        TIMELINE.get("ciie/6"), place=place, sources=("paper", "bureau", "nowhere")
    )
    text = icalendar.render(attrs.evolve(TIMELINE, events=[event])).replace("\r\n ", "")
    assert "LOCATION:NECC\\, Songze Ave\\, 333\\, Shanghai\r\n" in text
    assert "GEO:0;1\r\n" in text
    assert "URL:https://www.ciie.org/%E7%AC%AC%E5%85%AD%E5%B1%8A?a=1&b=2\r\n" in text
    assert "CATEGORIES:China International Import Expo,trade\\, goods\\; services,进口\r\n" in text
    assert "- Open\\, and <open> again\\, 4 November 2025" in text
    assert "- Expo Bureau\\, 1 November 2023 https://ciie.org/" in text


def test_a_url_that_is_none_is_reported():
    timeline = Timeline([Edition("a/1", "A", when="2023-11-05", url="example.org")])
    expected = ("warning", "ical.url", {"key": "a/1", "url": "example.org"})
    assert found_in(timeline) == [expected]
    assert "URL:" not in icalendar.render(timeline)


def test_control_characters_are_reported_with_their_property():
    timeline = Timeline(
        [Edition("a/1", "A\x07", when="2023-11-05", description="\x00")],
        series=[EventSeries("a", "A")],
    )
    assert found_in(timeline, name="N\x1b") == [
        (
            "warning",
            "ical.control-characters",
            {"key": key, "property": property_, "characters": characters},
        )
        for key, property_, characters in (
            ("", "NAME", "U+001B"),
            ("a/1", "SUMMARY", "U+0007"),
            ("a/1", "DESCRIPTION", "U+0000"),
        )
    ]


def test_sessions_are_linked_to_the_edition_when_it_is_there_too():
    edition = Edition("a/1", "A", when="2023-11")
    session = Session("a/1/b", "B", when="2023-11-05")
    parent = f"RELATED-TO;RELTYPE=PARENT:{uid(edition)}"
    assert parent in icalendar.render(Timeline([edition, session])).replace("\r\n ", "")
    for timeline, options in (
        (Timeline([session]), {}),
        (Timeline([attrs.evolve(edition, when=None), session]), {}),
        (Timeline([edition, session]), {"imprecise": "skip"}),
        (Timeline([attrs.evolve(edition, status="cancelled"), session]), {"cancelled": "skip"}),
    ):
        assert "RELATED-TO" not in icalendar.render(timeline, **options)


def test_ordinals_are_those_of_editions():
    assert rendered(Edition("a/6", "A", when="2023-11-05"))[0]["X-ORDINAL"] == "6"
    assert "X-ORDINAL" not in rendered(Edition("a/2023", "A", when="2023-11-05"))[0]


def test_attendance_is_said():
    assert one("2023-11-05", attendance="online")["DESCRIPTION"] == "Online"


# --------------------------------------------------------------------------- the calendar


def head(timeline, **options):
    return icalendar.render(timeline, **options).replace("\r\n ", "").split("BEGIN:VEVENT")[0]


def test_the_head_names_the_feed():
    record = EventSeries("ciie", "进博会, the expo")
    pair = [Edition(f"ciie/{n}", "A", when=f"202{n}-11-05") for n in (1, 2)]
    text = head(Timeline(pair, series=[record]))
    assert text == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ciie_timeline//Event timelines//EN\r\n"
        "CALSCALE:GREGORIAN\r\nNAME:进博会\\, the expo\r\nX-WR-CALNAME:进博会\\, the expo\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\n"
    )
    assert "NAME:" not in head(Timeline(pair[:1], series=[record]))
    assert "NAME:Mine\r\n" in head(Timeline(pair[:1]), name="Mine")
    assert "PT12H" in head(Timeline(pair), refresh="PT12H")
    assert "REFRESH" not in head(Timeline(pair), refresh=None)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"imprecise": "guess"}, "imprecise: expected one of span, skip, first-day, found 'guess'"),
        ({"cancelled": "gone"}, "cancelled: expected one of prefix, plain, skip, found 'gone'"),
        ({"refresh": "daily"}, "refresh: expected a duration such as 'P1D', found 'daily'"),
        ({"refresh": "P"}, "refresh: expected a duration"),
        ({"revised": "soon"}, "revised: expected an ISO 8601 date or date-time, found 'soon'"),
        ({"previous": "no calendar"}, "previous: expected an iCalendar file, found"),
    ],
)
def test_options_that_cannot_hold_are_refused_at_once(options, message):
    with pytest.raises(FormatError, match=message):
        icalendar.chunks(Timeline([]), **options)


# --------------------------------------------------------------------------- revisions

PAPER = Source("paper", published="2024-10-28")
NEWER = Source("newer", published="2025-11-04")
SIXTH = Edition("ciie/6", "6th", when="2023-11-05/2023-11-10", sources="paper")
SEVENTH = Edition("ciie/7", "7th", when="2024-11-05/2024-11-10", sources="paper")


def stamps(text):
    names = ("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE")
    found = re.findall(f"^({'|'.join(names)}):(.*)\r$", text, re.MULTILINE)
    size = len(names)
    events = [dict(found[place : place + size]) for place in range(0, len(found), size)]
    return {event.pop("UID"): event for event in events}


def test_without_an_earlier_calendar_the_sources_decide():
    text = icalendar.render(Timeline([SIXTH], sources=[PAPER]))
    assert stamps(text)[uid(SIXTH)] == {
        "DTSTAMP": "20241028T000000Z",
        "CREATED": "20241028T000000Z",
        "LAST-MODIFIED": "20241028T000000Z",
        "SEQUENCE": "0",
    }


@pytest.mark.parametrize(
    "revised",
    ["2026-01-02", date(2026, 1, 2), datetime(2026, 1, 2, tzinfo=UTC), "2026-01-02T08+08"],
)
def test_the_caller_can_say_when_it_was_revised(revised):
    own = attrs.evolve(SEVENTH, revised="2025-05-05")
    text = icalendar.render(Timeline([SIXTH, own], sources=[PAPER]), revised=revised)
    assert stamps(text)[uid(SIXTH)]["DTSTAMP"] == "20260102T000000Z"
    assert stamps(text)[uid(SIXTH)]["CREATED"] == "20241028T000000Z"
    assert stamps(text)[uid(own)]["DTSTAMP"] == "20250505T000000Z"


def test_the_same_timeline_after_itself_is_the_same_file():
    text = icalendar.render(TIMELINE)
    assert icalendar.render(TIMELINE, previous=text) == text
    assert icalendar.render(TIMELINE, previous=text.encode(), revised="2030-01-01") == text
    resaved = oracle.Calendar.from_ical(text).to_ical()
    assert icalendar.render(TIMELINE, previous=resaved) == text


def test_unchanged_events_keep_their_bytes_when_others_change():
    before = icalendar.render(Timeline([SIXTH, SEVENTH], sources=[PAPER]))
    moved = attrs.evolve(SEVENTH, when="2024-11-06/2024-11-11", sources=("paper", "newer"))
    after = icalendar.render(Timeline([SIXTH, moved], sources=[PAPER, NEWER]), previous=before)
    first = re.search(r"BEGIN:VEVENT.*?END:VEVENT", before, re.DOTALL)[0]
    assert first in after
    assert stamps(after)[uid(moved)] == {
        "DTSTAMP": "20251104T000000Z",
        "CREATED": "20241028T000000Z",
        "LAST-MODIFIED": "20251104T000000Z",
        "SEQUENCE": "1",
    }


@pytest.mark.parametrize(
    ("change", "sequence"),
    [
        ({"when": "2024-11-06"}, "1"),
        ({"when": "2024-11"}, "1"),
        ({"place": "Shanghai"}, "1"),
        ({"status": "cancelled"}, "1"),
        ({"description": "more"}, "0"),
        ({"name": "Seventh"}, "0"),
    ],
)
def test_the_sequence_goes_up_when_date_place_or_status_change(change, sequence):
    before = icalendar.render(Timeline([SEVENTH], sources=[PAPER]))
    changed = Timeline([attrs.evolve(SEVENTH, **change)], sources=[PAPER])
    after = icalendar.render(changed, previous=before)
    assert stamps(after)[uid(SEVENTH)]["SEQUENCE"] == sequence
    revised = icalendar.render(changed, previous=before, revised="2025-01-01")
    assert stamps(revised)[uid(SEVENTH)]["LAST-MODIFIED"] == "20250101T000000Z"
    again = icalendar.render(changed, previous=after)
    assert again == after


def test_a_renamed_key_keeps_its_history():
    before = icalendar.render(Timeline([SIXTH], sources=[PAPER]))
    renamed = attrs.evolve(SIXTH, key="expo/6", former_keys=("ciie/6",))
    assert icalendar.render(Timeline([renamed], sources=[PAPER]), previous=before) == before


def test_an_event_that_is_gone_is_reported():
    before = icalendar.render(Timeline([SIXTH, SEVENTH]))
    found = found_in(Timeline([SIXTH]), previous=before)
    assert found == [("info", "ical.removed", {"uid": uid(SEVENTH), "summary": "7th"})]


def test_a_foreign_calendar_may_lack_what_ours_has():
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "BEGIN:VEVENT",
        "SUMMARY:no identity",
        "END:VEVENT",
        "BEGIN:VEVENT",
        f"UID:{uid(SIXTH)}",
        "DTSTAMP:20300101T080000",
        "CREATED;VALUE=DATE:20230101",
        "SEQUENCE:4",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    text = icalendar.render(Timeline([SIXTH], sources=[PAPER]), previous="\r\n".join(lines))
    assert stamps(text)[uid(SIXTH)] == {
        "DTSTAMP": "20300101T080000Z",
        "CREATED": "20230101T000000Z",
        "LAST-MODIFIED": "20300101T080000Z",
        "SEQUENCE": "5",
    }


def test_findings_of_events_carry_their_key():
    found = []
    icalendar.render(TIMELINE, report=found.append)
    assert {each.kind for each in found} == {
        "ical.control-characters",
        "ical.floating-time",
        "ical.no-date",
        "ical.open-end",
        "ical.year-out-of-range",
    }
