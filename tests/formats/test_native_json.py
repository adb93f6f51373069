"""The timeline's own JSON: nothing lost, stable bytes, and errors that name the path."""

import json
from datetime import UTC, date, datetime
from importlib.resources import files
from math import inf

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.strategies import timelines

from ciie_timeline.errors import FormatError
from ciie_timeline.formats import native_json
from ciie_timeline.forms import Conflict, Finding, Step
from ciie_timeline.model import (
    Announcement,
    Claim,
    Derivation,
    Edition,
    EventSeries,
    Place,
    Rule,
    Session,
    Source,
    Status,
)
from ciie_timeline.timeline import SeriesTimeline, Timeline
from ciie_timeline.values import (
    Duration,
    Extent,
    FarDay,
    PartialDate,
    Precision,
    Recurrence,
    Window,
    parse_edtf,
)

SCHEMA = json.loads(files("ciie_timeline.formats").joinpath("timeline.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
RULE = {"id": "r", "series": "a", "kind": "k"}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a whole timeline shrinks for minutes


def with_event(**fields: object) -> str:
    event = {"kind": "edition", "key": "ciie/6", "name": "6th CIIE", **fields}
    return json.dumps({"schema_version": 1, "events": [event]})


@settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=SLOW)
@given(timelines())
def test_what_is_written_is_read_back(timeline):
    text = native_json.render(timeline)
    again = native_json.load(text)
    assert again == timeline
    assert native_json.render(again) == text
    assert list(VALIDATOR.iter_errors(json.loads(text))) == []
    text.encode()


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_order_of_insertion_changes_no_byte():
    events = [Edition(f"ciie/{n}", f"{n}. CIIE", when=str(2017 + n)) for n in range(1, 8)]
    sources = [Source(id_) for id_ in "abc"]
    claims = [Claim(id_, "ciie/6", "when", 1) for id_ in "xyz"]
    forwards = Timeline(events, sources=sources, claims=claims)
    backwards = Timeline(events[::-1], sources=sources[::-1], claims=claims[::-1])
    assert native_json.render(forwards) == native_json.render(backwards)


def test_a_timeline_of_one_series_is_read_back_as_a_timeline():
    timeline = SeriesTimeline([Edition("ciie/6", "6th")], series=[EventSeries("ciie", "CIIE")])
    assert native_json.load(native_json.render(timeline)) == timeline


def test_events_are_readable_for_people_and_programs():
    sixth = Edition("ciie/6", "第六届进博会", when="2023-11-05/..", place="NECC")
    (event,) = json.loads(native_json.render(Timeline([sixth])))["events"]
    assert event == {
        "kind": "edition",
        "key": "ciie/6",
        "name": "第六届进博会",
        "number": 6,
        "label": "",
        "when": "2023-11-05/..",
        "earliest": "2023-11-05",
        "latest": None,
        "place": {"name": "NECC"},
    }
    assert "第六届进博会" in native_json.render(Timeline([sixth]))


def test_claims_and_rules_stand_in_tables_once():
    claim = Claim("ciie/6#when@paper", "ciie/6", "when", Place("x"))
    other = attrs.evolve(claim, value=("a", 1))
    rule = Rule("annual", "ciie", "recurrence")
    why = Derivation((claim, other), (rule,))
    timeline = Timeline(
        [Edition("ciie/6", "6th", why=why), Edition("ciie/7", "7th", why=why)],
        series=[EventSeries("ciie", "CIIE", rules=(rule,))],
        findings=[Finding("error", "k", conflict=Conflict((claim,), (rule,)))],
    )
    document = json.loads(native_json.render(timeline))
    assert len(document["claims"]) == 2
    assert [claim.get("ref") for claim in document["claims"]] == [None, f"{claim.id} (2)"]
    assert document["rules"] == [{"id": "annual", "series": "ciie", "kind": "recurrence"}]
    assert document["events"][0]["why"] == document["events"][1]["why"]
    assert document["findings"][0]["conflict"]["rules"] == ["annual"]
    assert native_json.load(json.dumps(document)) == timeline


def test_what_a_finding_says_in_words_is_no_data():
    spoken = Finding("info", "k", voice=lambda _record, _lang: "some words")
    loaded = native_json.load(native_json.render(Timeline([], findings=[spoken])))
    assert loaded.findings == (spoken,)
    assert "some words" not in native_json.render(Timeline([], findings=[spoken]))


def test_texts_that_no_encoding_can_hold_survive():
    timeline = Timeline([Edition("ciie/6", "half a pair: \ud83c.")])
    text = native_json.render(timeline)
    assert "\\ud83c" in text
    assert native_json.load(text.encode().decode()) == timeline


def test_far_days_of_extents_survive():
    extent = Extent(Window(FarDay(-44, 3, 15), None), Window(None, FarDay(12345, 2, 28)), ("p",))
    timeline = Timeline([Edition("ciie/6", "6th", when=extent)])
    assert native_json.load(native_json.render(timeline)) == timeline


@pytest.mark.parametrize(
    "value",
    [
        datetime(2023, 11, 5, 9, 30, tzinfo=UTC),
        date(2023, 11, 5),
        FarDay(-44, 3, 15),
        parse_edtf("198X"),
        Extent(Window(None, None), Window(None, None)),
        Duration(years=None),
        Recurrence(months=(11,), start=PartialDate(2018)),
        Place("NECC", latitude=31),
        Step("r", (("when", PartialDate(2023)),)),
        Status.HELD,
        Precision.DAY,
        [1, [True, None], ({"a": (0.5,)},)],
        {},
        (),
    ],
)
def test_a_claim_can_say_anything(value):
    timeline = Timeline([], claims=[Claim("a", "ciie/6", "k", value)])
    text = native_json.render(timeline)
    (claim,) = native_json.load(text).claims
    assert claim.value == value
    assert type(claim.value) is type(value)
    assert list(VALIDATOR.iter_errors(json.loads(text))) == []


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (object(), r"^\$\.claims\[1\]: expected something that JSON can hold, found <object"),
        (inf, r"^\$\.claims\[1\]: expected finite numbers"),
        ({1: 2}, r"^\$\.claims\[1\]: expected something that JSON can hold, found an object"),
    ],
)
def test_what_json_cannot_hold_is_refused(value, message):
    claims = [Claim("a", "ciie/6", "when", 1), Claim("b", "ciie/6", "when", value)]
    with pytest.raises(FormatError, match=message):
        native_json.render(Timeline([], claims=claims))


def test_names_that_stand_twice_are_refused():
    step = Step("r", (("a", 1), ("a", 2)))
    with pytest.raises(FormatError, match=r"Step\.arguments: expected each name once, found 'a'"):
        native_json.render(Timeline([], claims=[Claim("a", "ciie/6", "when", step)]))


def claimed(value: object) -> str:
    entry = {"id": "a", "subject": "ciie/6", "property": "when", "value": value}
    return json.dumps({"schema_version": 1, "claims": [entry]})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "$: expected JSON, found Expecting value in line 1, column 1"),
        ("[]", "$: expected an object, found an array"),
        ("\ufeff{}", "$: expected JSON, found Unexpected UTF-8 BOM (decode using utf-8-sig) in"),
        ("{}", "$.schema_version: expected 1, found null"),
        ('{"schema_version": true}', "$.schema_version: expected 1, found true"),
        (
            '{"schema_version": 7}',
            "$.schema_version: expected at most 1, found 7: the file was written by a newer",
        ),
        ('{"schema_version": 1, "event": []}', "$.event: expected one of series, sources, events"),
        ('{"schema_version": 1, "events": {}}', "$.events: expected an array, found an object"),
        ('{"schema_version": 1, "events": [5]}', "$.events[0]: expected one of edition, session"),
        (
            '{"schema_version": 1, "events": [{"kind": "fair"}]}',
            "$.events[0].kind: expected one of edition, session, announcement, found 'fair'",
        ),
        ('{"schema_version": 1, "a": 1, "a": 2}', "$: expected each name of an object once, found"),
        ('{"schema_version": NaN}', "$: expected a finite number, found 'NaN'"),
        ("[" * 100_000, "$: expected less than a thousand levels of nesting"),
        ('{"a": ' + "1" * 5000 + "}", "$: expected JSON, found Exceeds the limit"),
        (with_event(name=7), "$.events[0].name: expected a text, found 7"),
        (with_event(nam="x"), "$.events[0].nam: expected no such name"),
        (with_event(number="6"), "$.events[0].number: expected a whole number, found '6'"),
        (with_event(number=True), "$.events[0].number: expected a whole number, found true"),
        (with_event(when="2023-13"), "$.events[0].when: expected an EDTF text (not an EDTF value"),
        (with_event(when=2023), "$.events[0].when: expected an EDTF text, found 2023"),
        (with_event(when={"x": 1}), "$.events[0].when: expected an EDTF text, found an object"),
        (
            with_event(when={"extent": {"start": 1}}),
            "$.events[0].when.extent: expected an object with start and end and premises",
        ),
        (
            with_event(when={"extent": {"start": {}, "end": {}, "premises": "x"}}),
            "$.events[0].when.extent.premises: expected an array of texts, found 'x'",
        ),
        (
            with_event(
                when={
                    "extent": {
                        "start": {"earliest": "2023-02-30", "latest": None},
                        "end": {},
                        "premises": [],
                    }
                }
            ),
            "$.events[0].when.extent.start.earliest: expected a day of the calendar, found",
        ),
        (
            with_event(
                when={
                    "extent": {
                        "start": {"earliest": "soon", "latest": None},
                        "end": {},
                        "premises": [],
                    }
                }
            ),
            "$.events[0].when.extent.start.earliest: expected a day such as '2023-11-05' or null",
        ),
        (
            with_event(when="2023-11", latest="2023-11-29"),
            "$.events[0].latest: expected '2023-11-30' by what `when` says, found '2023-11-29'",
        ),
        (with_event(status="hold"), "$.events[0].status: expected one of scheduled, held"),
        (with_event(sources="paper"), "$.events[0].sources: expected an array, found 'paper'"),
        (with_event(sources=["a", 1]), "$.events[0].sources[1]: expected a text, found 1"),
        (with_event(place="NECC"), "$.events[0].place: expected an object, found 'NECC'"),
        (
            with_event(place={"name": "NECC", "latitude": "31"}),
            "$.events[0].place.latitude: expected a number, found '31'",
        ),
        (
            with_event(place={"name": "NECC", "latitude": 131}),
            "$.events[0].place: Place.latitude: expected a number from -90 to 90, found 131",
        ),
        (with_event(key="CIIE/6"), "$.events[0]: Edition.key: expected 2 ids"),
        (
            with_event(why={"claims": ["nobody"]}),
            "$.events[0].why.claims[0]: expected the reference of a claim in $.claims, found",
        ),
        (
            '{"schema_version": 1, "series": [{"key": "a", "name": "A", "names": {"en": [1]}}]}',
            "$.series[0].names.en[0]: expected a text, found 1",
        ),
        (
            '{"schema_version": 1, "series": [{"key": "a", "name": "A", "names": ["en"]}]}',
            "$.series[0].names: expected an object, found an array",
        ),
        (
            '{"schema_version": 1, "series": [{"key": "a", "name": "A", "duration": 6}]}',
            "$.series[0].duration: expected a duration such as 'P1Y', found 6",
        ),
        (
            claimed({"recurrence": {"start": "2018/2019"}}),
            "$.claims[0].value.start: expected the EDTF text of one date, found '2018/2019'",
        ),
        (
            json.dumps({"schema_version": 1, "rules": [RULE, RULE | {"series": "b"}]}),
            "$.rules[1]: expected each reference once, found 'r' again",
        ),
        (
            '{"schema_version": 1, "rules": [{"id": "r", "series": "a", "kind": "k", "ref": 1}]}',
            "$.rules[0].ref: expected a text, found 1",
        ),
        (
            '{"schema_version": 1, "sources": [{"id": "a"}, {"id": "a"}]}',
            "$: Timeline: expected the source id 'a' once, found it twice",
        ),
        (claimed({"edtf": "2023", "x": 1}), "$.claims[0].value: expected an object with one key"),
        (claimed({"edtf": 2023}), "$.claims[0].value: expected an object whose key says what"),
        (claimed({"datetime": "noon"}), "$.claims[0].value: expected an ISO 8601 date-time, found"),
        (claimed({"status": "x"}), "$.claims[0].value: expected one of scheduled, held"),
        (claimed([{"place": {"name": 1}}]), "$.claims[0].value.name: expected a text, found 1"),
        (
            json.dumps({"schema_version": 1, "claims": [1]}),
            "$.claims[0]: expected an object, found 1",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_path(text, message):
    with pytest.raises(FormatError) as caught:
        native_json.load(text)
    assert str(caught.value)[: len(message)] == message


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "session", "key": "ciie/6", "name": "x"},
        {"kind": "edition", "key": "ciie/6/forum", "name": "x"},
        {"kind": "session", "key": "ciie/6/forum", "name": "x", "number": 6},
        {"kind": "edition", "key": "ciie/6", "name": "x", "about": []},
        {"kind": "edition", "key": "ciie/6", "name": "x", "colour": "red"},
        {"kind": "edition", "key": "ciie/6", "name": " "},
    ],
)
def test_schema_and_loader_refuse_the_same(event):
    document = {"schema_version": 1, "events": [event]}
    assert list(VALIDATOR.iter_errors(document))
    with pytest.raises(FormatError):
        native_json.load(json.dumps(document))


def test_a_document_of_least_content_is_read():
    assert native_json.load('{"$schema": "x", "schema_version": 1}') == Timeline([])


def test_all_kinds_of_events_come_back():
    timeline = Timeline(
        [
            Edition("ciie/6", "6th", number=None, label="2023"),
            Session("ciie/6/forum", "Forum"),
            Announcement("ciie/said", "Said", about=("ciie", "ciie/1")),
        ]
    )
    assert native_json.load(native_json.render(timeline)) == timeline
