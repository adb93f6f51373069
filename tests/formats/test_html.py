"""The page: well formed, linked, honest about doubt, and harmless whatever the texts hold."""

from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.formats.by_hand import TIMELINE
from tests.strategies import timelines

from ciie_timeline.formats import html
from ciie_timeline.forms import Conflict, Finding
from ciie_timeline.model import Claim, Edition, EventSeries, Place, Session, Source
from ciie_timeline.timeline import Timeline
from ciie_timeline.values import Extent, Window

VOID = {"meta", "link", "br"}
INERT = {"script", "iframe", "object", "embed", "form", "img"}


class Page(HTMLParser):
    """Checks that tags nest, and collects ids, links, headings, times and the text."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.headings, self.times = [], [], [], [], []
        self.tags, self.attributes, self.text = set(), set(), ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        assert len(given) == len(attributes)
        self.tags.add(tag)
        self.attributes |= set(given)
        if tag not in VOID:
            self.open.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        if tag == "time":
            self.times.append(given["datetime"])
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text += data


def check(text):
    page = Page(text)
    assert text.startswith("<!DOCTYPE html>\n<html lang=")
    assert len(set(page.ids)) == len(page.ids)
    assert not page.tags & INERT
    assert not any(name.startswith("on") or name == "style" for name in page.attributes)
    for link in page.links:
        assert link[1:] in page.ids if link.startswith("#") else link.startswith("http")
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    for above, below in zip(page.headings, page.headings[1:], strict=False):
        assert below <= above + 1
    return page


def page_of(*events, **parts):
    return check(html.render(Timeline(events, **parts)))


@settings(
    max_examples=60, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(timelines())
def test_every_page_is_well_formed(timeline):
    text = html.render(timeline)
    text.encode()
    check(text)
    assert "".join(html.chunks(timeline)) == text


def test_the_page_by_hand_has_its_parts():
    text = html.render(TIMELINE)
    page = check(text)
    assert {"nav", "main", "header", "article", "time", "section", "q"} <= page.tags
    assert text.index('id="findings"') < text.index('id="events"') < text.index('id="sources"')
    assert "#events" in page.links
    assert "the edition of 2025 is the eighth" in page.text
    assert "the sixth China International Import Expo" in page.text
    assert "2017-05" in page.times
    assert page.times.index("2017-05") < page.times.index("2023-11-05")
    assert 'name="viewport"' in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2017-05", ["The day is not known"]),
        ("2017-05-14", []),
        ("2029-11-05~", ["The date is in doubt"]),
        ("2027-11-05/..", ["Beginning or end is open or not known"]),
        ("198X~", ["The day is not known", "The date is in doubt"]),
    ],
)
def test_doubt_is_said(when, said):
    text = html.render(Timeline([Edition("a/1", "A", when=when)]))
    every = {
        "The day is not known",
        "The date is in doubt",
        "Beginning or end is open or not known",
    }
    assert {each for each in every if each in text} == set(said)
    assert ("scheduled doubt" in text) == bool(said)


@pytest.mark.parametrize(
    ("when", "machine"),
    [
        ("2023-11-05", ["2023-11-05"]),
        ("2023-11-05/2023-11-10", ["2023-11-05"]),
        ("2023-11", ["2023-11"]),
        ("2023", ["2023"]),
        ("2023-11-05T09:00+08:00", ["2023-11-05T09:00+08:00"]),
        ("2023-11-05T24:00", []),
        ("2023-21", []),
        ("198X", []),
        ("0000", []),
        ("-0044-03-15", []),
        ("1984~", []),
        ("../2023", []),
        ("[2023,2024]", []),
        (Extent(Window(None, None), Window(None, None)), []),
    ],
)
def test_times_are_machine_readable_where_html_can_write_them(when, machine):
    assert page_of(Edition("a/1", "A", when=when)).times == machine


def test_texts_are_shown_and_never_run():
    evil = "<script>alert(1)</script>\"'&"
    event = Edition("a/1", evil, when="2023", url="javascript:alert(1)", description=evil)
    page = page_of(
        attrs.evolve(event, place=Place(evil), sources="s", categories=evil),
        series=[EventSeries("a", evil)],
        sources=[Source("s", title=evil, url="javascript:alert(1)")],
    )
    assert page.text.count(evil) >= 5
    assert all(link.startswith("#") for link in page.links)


def test_control_characters_are_taken_out_and_reported():
    found = []
    html.render(Timeline([Edition("a/1", "A\x07", when="2023")]), report=found.append)
    assert [(each.kind, each.arguments) for each in found] == [
        ("html.control-characters", (("characters", "U+0007"),))
    ]


def test_what_happened_to_an_event_is_said():
    place = Place("NECC", locality="Shanghai", country="CN", url="https://example.org/")
    event = Edition(
        "a/6",
        "A",
        when="2020-11-05",
        status="cancelled",
        attendance="online",
        previous_starts=["2020-10-05"],
        place=place,
    )
    page = page_of(event)
    for said in ("Edition 6", "NECC, Shanghai, CN", "Cancelled", "Online", "5 October 2020"):
        assert said in page.text
    assert "https://example.org/" in page.links


def test_sessions_point_to_their_edition_and_show_their_zone():
    session = Session("a/1/b", "B", when="2023-11-05T09:00", tz="Asia/Shanghai")
    assert "(Asia/Shanghai)" in page_of(session).text
    assert "#a/1" not in page_of(session).links
    assert "#a/1" in page_of(session, Edition("a/1", "A", when="2023")).links
    assert "(Asia/Shanghai)" not in page_of(attrs.evolve(session, when="2023-11-05")).text


def test_findings_stand_in_order_of_weight_with_what_each_side_says():
    claim = Claim("c", "a/1", "place", "Shanghai", source="nowhere")
    findings = [
        Finding("info", "i"),
        Finding("error", "e", conflict=Conflict((claim, attrs.evolve(claim, id="d", source="")))),
        Finding("warning", "w"),
    ]
    text = html.render(Timeline([], findings=findings))
    assert text.index("finding error") < text.index("finding warning") < text.index("finding info")
    assert "nowhere: Shanghai" in text
    assert "d: Shanghai" in text
    assert "None was found." not in text
    assert "None was found." in html.render(Timeline([], findings=findings[:1]))


def test_where_a_language_has_no_lexicon_reasons_are_english():
    text = html.render(TIMELINE, lang="tlh")
    assert '<html lang="tlh">' in text
    assert "the edition of 2025 is the eighth" in text


def test_another_language_and_title():
    text = html.render(Timeline([Edition("a/1", "A")]), lang="zh-Hans", name="进博会")
    assert '<html lang="zh-Hans">' in text
    assert "<h1>进博会</h1>" in text
    assert "日期不详" in text
