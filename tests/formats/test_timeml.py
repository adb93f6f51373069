"""TimeML: documents that are valid and read back, links that say what was counted from what."""

import importlib.util
import os
import re
import tomllib
from datetime import datetime
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.timeml_rules import faults, type_of

import ciie_timeline as ct
from ciie_timeline import lexicons
from ciie_timeline.errors import FormatError
from ciie_timeline.formats.timeml import Document, dumps, loads
from ciie_timeline.formats.timeml_values import is_value, stretch, understood, written
from ciie_timeline.forms import Calendar, Kind, Mention, Reading, Resolution, Timex3
from ciie_timeline.timeline import Timeline

EXAMPLES = 500 if os.environ.get("CI") else 100
DAY = "2023-11-04"
GOLD = """\
<?xml version="1.0"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

<DOCID>a &amp; b</DOCID>

<DCT><TIMEX3 tid="t0" type="DATE" value="2023-11-04" temporalFunction="false" functionInDocument="CREATION_TIME">2023-11-04</TIMEX3></DCT>

<TEXT>Since <TIMEX3 tid="t1" type="DATE" value="2018" temporalFunction="false" functionInDocument="NONE">2018</TIMEX3> &amp; over
<TIMEX3 tid="t2" type="DURATION" value="P5Y" temporalFunction="true" functionInDocument="NONE" beginPoint="t3" endPoint="t0">the past five years</TIMEX3>.</TEXT>

<TIMEX3 tid="t3" type="DATE" value="2018-11-04" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t2"/>

</TimeML>
"""  # noqa: E501 - as it is written


def read(text: str, published: str | None = DAY) -> Reading:
    return ct.read(text, published=published, lang="en", series=())


def timexes(reading: Reading) -> tuple[Timex3, ...]:
    return tuple(timex for mention in reading for timex in mention.timexes)


def by_hand(text: str, *given: Timex3, **fields: object) -> Reading:
    """A reading with these timexes, each in a mention of its own."""
    found = Resolution(Kind.DATE, None)
    mentions = (
        Mention(t.start, t.end, text[t.start : t.end], Calendar(2023), found, (t,)) for t in given
    )
    return Reading(text, tuple(mentions), **fields)  # type: ignore[arg-type]


# --------------------------------------------------------------------------- the document


def test_the_whole_document():
    reading = read("Since 2018 & over\nthe past five years.")

    assert dumps(reading, docid="a & b") == GOLD
    assert faults(GOLD) == []


def test_the_name_is_that_of_the_source_unless_another_is_given():
    reading = attrs.evolve(read("Nothing."), source="wire/1")

    assert loads(dumps(reading)).docid == "wire/1"
    assert loads(dumps(reading, docid="")).docid == ""


@pytest.mark.parametrize(
    ("published", "type_", "value"),
    [
        ("2023-11-04", "DATE", "2023-11-04"),
        ("2023-11-04T09:30", "TIME", "2023-11-04T09:30"),
        ("2023-11-04T09:30:05", "TIME", "2023-11-04T09:30:05"),
        ("0987-06-01", "DATE", "0987-06-01"),
    ],
)
def test_the_creation_time_is_the_day_of_publication(published, type_, value):
    document = loads(text := dumps(read("It rained yesterday.", published)))

    assert (document.dct, document.tags[0].attributes["type"]) == (value, type_)
    assert faults(text) == []
    assert read("It rained.", document.dct).published == datetime.fromisoformat(published)


def test_without_a_day_of_publication_there_is_no_creation_time_and_nothing_points_to_it():
    text = dumps(
        read("Over the past five years and yesterday, until last May, two weeks ago.", None)
    )

    assert "DCT" not in text
    assert "t0" not in text
    assert loads(text).dct is None
    assert faults(text) == []


# --------------------------------------------------------------------------- links

SHORT = (("mod", "mod"), ("anchor", "anchorTimeID"), ("quant", "quant"), ("freq", "freq"),
         ("begin", "beginPoint"), ("end", "endPoint"))  # fmt: skip
#: A text, and of each element words (or none) and the attributes that are worth a look.
LINKS = [
    ("It grew over the past five years.",
     {"the past five years": "DURATION P5Y true begin=2018-11-04 end=t0"}),
    ("It grows over the next two years.",
     {"the next two years": "DURATION P2Y true begin=2024-01-01 end=2025-12-31"}),
    ("It opens within five years.", {"five years": "DURATION P5Y true begin=t0 end=2028-11-04"}),
    ("Recent years were hard.", {"Recent years": "DURATION PXY true end=t0"}),
    ("It will rain in the next few days.", {"the next few days": "DURATION PXD true begin=t0"}),
    ("It was the largest in five years.",
     {"five years": "DURATION P5Y true begin=2018-11-04 end=t0"}),
    ("The first nine months of 2023 were wet.",
     {"The first nine months of 2023": "DURATION P9M false begin=2023-01-01 end=2023-09-30"}),
    ("The fair lasts six days.", {"six days": "DURATION P6D false"}),
    ("They talked two days before Christmas.",
     {"two days": "DURATION P2D false begin=2022-12-23 end=t2",
      "Christmas": "DATE 2022-12-25 true anchor=t0"}),
    ("It opens two weeks from June 7, 2003.",
     {"two weeks": "DURATION P2W false begin=t2 end=2003-06-21",
      "June 7, 2003": "DATE 2003-06-07 false"}),
    ("It ran from 5 to 10 November 2023.",
     {"5": "DATE 2023-11-05 false", "10 November 2023": "DATE 2023-11-10 false",
      "-": "DURATION P6D true begin=t1 end=t2"}),
    ("He taught from 1992 through 1995.",
     {"1992": "DATE 1992 false", "1995": "DATE 1995 false",
      "-": "DURATION P4Y true begin=t1 end=t2"}),
    ("They meet from 9 a.m. to 11 a.m.",
     {"9 a.m.": "TIME 2023-11-04T09:00 true anchor=t0",
      "11 a.m.": "TIME 2023-11-04T11:00 true anchor=t0",
      "-": "DURATION PT2H true begin=t1 end=t2"}),
    ("It is open 4 to 23 next month.",
     {"4": "DATE 2023-12-04 true anchor=t0", "23 next month": "DATE 2023-12-23 true anchor=t0",
      "-": "DURATION P20D true begin=t1 end=t2"}),
    ("It closed over Hanukkah 2023.",
     {"Hanukkah 2023": "DURATION P8D true begin=2023-12-08 end=2023-12-15"}),
    ("It opened on March 3, 1998. A year earlier it was small. Two days later it closed.",
     {"March 3, 1998": "DATE 1998-03-03 false", "A year earlier": "DATE 1997 true anchor=t1",
      "Two days": "DURATION P2D false begin=t1 end=1998-03-05"}),
    ("It opened in March 1998. The following month it closed.",
     {"March 1998": "DATE 1998-03 false", "The following month": "DATE 1998-04 true anchor=t1"}),
    ("Profits rose in the third quarter. A year ago, they fell.",
     {"the third quarter": "DATE 2023-Q3 true anchor=t0",
      "A year ago": "DATE 2022-Q3 true anchor=t1"}),
    ("Six years on it has grown, since 4 November 2017.",
     {"Six years on": "DURATION P6Y true begin=t2 end=t0",
      "4 November 2017": "DATE 2017-11-04 false"}),
    ("It rained yesterday. Now, as in May, it is dry. It rained on Friday morning.",
     {"yesterday": "DATE 2023-11-03 true anchor=t0", "Now": "DATE PRESENT_REF true anchor=t0",
      "May": "DATE 2023-05 true anchor=t0",
      "Friday morning": "TIME 2023-11-03TMO true anchor=t0"}),
    ("about 1950, early 2024, the 1990s, the 21st century, Thanksgiving 2019, 2023-11-05",
     {"about 1950": "DATE 1950 false mod=APPROX", "early 2024": "DATE 2024 false mod=START",
      "the 1990s": "DATE 199 false", "the 21st century": "DATE 20 false",
      "Thanksgiving 2019": "DATE 2019-11-28 false", "2023-11-05": "DATE 2023-11-05 false"}),
    ("It closed for 10 days from 18 December 2023.",
     {"10 days": "DURATION P10D false begin=t2 end=2023-12-27",
      "18 December 2023": "DATE 2023-12-18 false"}),
    ("It rained that weekend, and in the latest quarter.",
     {"that weekend": "DATE 2023-W44-WE true anchor=t0",
      "the latest quarter": "DATE 2023-Q3 true anchor=t0"}),
    ("It rained two days later, as in the year-earlier period.",
     {"two days": "DURATION P2D false begin=t0 end=2023-11-06",
      "the year-earlier period": "DATE 2022 true anchor=t0"}),
    ("The 1988 period was better.", {"The 1988 period": "DATE 1988 false"}),
    ("In the third quarter profits rose. In the 1988 quarter they fell.",
     {"the third quarter": "DATE 2023-Q3 true anchor=t0", "the 1988 quarter": "DATE 1988-Q3 true"}),
    ("It began in the first half of the '80s and of the 1990s.",
     {"the first half of the '80s": "DATE 198 true mod=START anchor=t0",
      "the 1990s": "DATE 199 false"}),
    ("It ran from spring to autumn 2023.",
     {"spring": "DATE 2023-SP true anchor=t0", "autumn 2023": "DATE 2023-FA false",
      "-": "DURATION P9M true begin=t1 end=t2"}),
    ("It will grow until two days before Easter, and grew a few days after May 5, 2023.",
     {"two days": "DURATION P2D false end=t2", "Easter": "DATE 2024-03-31 true anchor=t0",
      "a few days": "DURATION PXD false begin=t4", "May 5, 2023": "DATE 2023-05-05 false"}),
    ("twice a year, every Monday, every two years",
     {"twice a year": "SET P1Y false freq=2X", "every Monday": "SET XXXX-WXX-1 false quant=EVERY",
      "every two years": "SET P2Y false quant=EVERY"}),
    ("It took more than two weeks, and nearly two years ago it began.",
     {"more than two weeks": "DURATION P2W false mod=MORE_THAN",
      "nearly two years ago": "DATE 2021 true mod=APPROX anchor=t0"}),
    ("It grew over the past century, by the end of March, until tomorrow.",
     {"the past century": "DURATION P1C true begin=1923-11-04 end=t0",
      "the end of March": "DATE 2024-03 true mod=END anchor=t0",
      "tomorrow": "DATE 2023-11-05 true anchor=t0"}),
]  # fmt: skip


def shown(text: str) -> dict[str, str]:
    """The elements of a document in short; a point that takes no text by its value."""
    document = loads(text)
    given = {each.tid: each.attributes for each in document.tags}
    points = {
        each.tid: each.attributes["value"]
        for each in document.tags
        if each.timex is None and each.tid != "t0" and each.attributes["type"] != "DURATION"
    }
    found = {}
    for each in document.tags:
        if each.tid in points or each.tid == "t0":
            continue
        at = given[each.tid]
        more = [f"{name}={points.get(at[key], at[key])}" for name, key in SHORT if key in at]
        words = "-" if each.start is None else document.text[each.start : each.end]
        found[words] = " ".join([at["type"], at["value"], at["temporalFunction"], *more])
    return found


@pytest.mark.parametrize(("text", "expected"), LINKS, ids=[text for text, _ in LINKS])
def test_what_is_counted_from_what(text, expected):
    document = dumps(read(text))

    assert faults(document) == []
    assert shown(document) == expected


def test_hours_count_from_the_very_moment_of_publication():
    document = dumps(
        read("It rained for the past 24 hours, and grew for five years.", f"{DAY}T09:30")
    )

    assert shown(document)["the past 24 hours"] == (
        "DURATION PT24H true begin=2023-11-03T09:30 end=t0"
    )
    assert faults(document) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is open 4 to 23 next month.",
         {"4": "DATE XXXX true", "23 next month": "DATE XXXX true"}),
        ("It grew over the past five years.", {"the past five years": "DURATION P5Y true"}),
        ("It opened two weeks ago.", {"two weeks ago": "DURATION P2W true"}),
        ("It opened two days before Christmas.",
         {"two days": "DURATION P2D false end=t2", "Christmas": "DATE XXXX true"}),
        ("It closed two days later.", {"two days": "DURATION P2D false"}),
    ],
)  # fmt: skip
def test_without_a_day_of_publication_lengths_stay_open(text, expected):
    document = dumps(read(text, None))

    assert shown(document) == expected
    assert faults(document) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2019 CIIE was large.", {"2019": "DATE 2019 false"}),
        ("This year's CIIE was large.", {"This year": "DATE 2023 true anchor=t0"}),
        ("They met at the Hongqiao Forum of the 2019 CIIE.", {"2019": "DATE 2019 false"}),
        ("It drew guests for six consecutive years, the CIIE.",
         {"six consecutive years": "DURATION P6Y false"}),
    ],
)  # fmt: skip
def test_a_time_inside_the_name_of_an_edition_counts_by_itself(text, expected):
    reading = ct.read(text, published=DAY, lang="en", series=["ciie"])

    assert shown(dumps(reading)) == expected


def test_points_without_text_are_functions_of_their_length():
    document = loads(dumps(read("It grew over the past five years.")))
    point = document.tags[-1]

    assert (point.start, point.end, point.timex) == (None, None, None)
    assert point.attributes["anchorTimeID"] == "t1"
    assert point.attributes["temporalFunction"] == "true"


def test_a_range_whose_ends_are_annotated_otherwise_gets_no_length():
    """The mention says another day than its timexes, so that no length would fit both."""
    reading = read("From 5 to 10 November 2023.")
    mention = attrs.evolve(
        reading.mentions[0], timexes=tuple(attrs.evolve(t, value="2022") for t in timexes(reading))
    )

    text = dumps(attrs.evolve(reading, mentions=(mention,)))

    assert "DURATION" not in text
    assert faults(text) == []


# --------------------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-11-05", "2023-11-05"),
        ("BC0044", "BC0044"),
        ("P6.5M", "P6.5M"),
        ("P2DE", "P2E"),
        ("PXCE", "PXC"),
        ("P2ML", "P2L"),
        ("P2W3D", "P17D"),
        ("P3Y2W5D", "P3Y19D"),
        ("P1DE2Y", "P12Y"),
        ("P1Q1M", "P4M"),
        ("PXW2D", "PXD"),
        ("", None),
        ("-P3D", None),
        ("P", None),
        ("PT", None),
        ("P1YT", None),
        ("Y17E7", None),
        ("2023?", None),
        ('"/><TEXT/>', None),
    ],
)
def test_a_value_as_timeml_writes_it(value, expected):
    assert written(value) == expected
    assert expected is None or (type_of(expected) and is_value(expected))


@given(
    st.one_of(
        st.text("0123456789XPTWYMDHSQECLBRV-:.FIASU_", max_size=12),
        st.from_regex(r"P(\d\d?[YMWDHSQECL]){0,3}(T(\d[HMS]){0,3})?", fullmatch=True),
        st.from_regex(r"(BC)?[0-9X]{1,4}(-(W?[0-9X]{1,2}|SP|Q[1-4]|H3))?(-..?)?(T.{0,5})?",
                      fullmatch=True),
    )
)  # fmt: skip
@settings(max_examples=EXAMPLES, deadline=None)
def test_the_grammar_is_that_of_the_schema(value):
    assert is_value(value) == (type_of(value) is not None)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1992", "1995", "P4Y"),
        ("198", "1995", "P16Y"),
        ("2023-03", "2023-12", "P10M"),
        ("2023-SP", "2023-FA", "P9M"),
        ("2023-Q2", "2024-Q1", "P4Q"),
        ("2023-W44", "2023-W46", "P3W"),
        ("2023-11-05", "2023-11-10", "P6D"),
        ("2023-11-05", "2023-12", "P57D"),
        ("2023-11-04T09:30", "2023-11-05T11:00:05", "PT25H30M5S"),
        ("2023-11-10", "2023-11-05", None),
        ("2023-11-04T11:00", "2023-11-04T11:00", None),
        ("2023-11-04TMO", "2023-11-04T11:00", None),
        ("XXXX-05", "XXXX-06", None),
        ("PRESENT_REF", "2023", None),
        ("T10:00", "T11:00", None),
    ],
)
def test_the_length_of_a_range(first, last, expected):
    assert stretch(first, last) == expected


def test_both_spellings_of_large_units_are_read_as_one():
    assert [understood(each) for each in ("P2E", "P2DE", "PXC", "P1L", "P1Y")] == [
        "P2DE", "P2DE", "PXCE", "P1ML", "P1Y",
    ]  # fmt: skip


@pytest.mark.parametrize("value", ["", "-P3D", "2023?", "2018/2019/2020", "P1Y/..", '"><x y="'])
def test_what_has_no_value_in_timeml_is_left_out_and_reported(value):
    found = []
    reading = by_hand(
        "in 2023 or 2024", Timex3(3, 7, "DATE", value), Timex3(11, 15, "DATE", "2024")
    )

    text = dumps(reading, report=found.append)

    assert [each.value for each in loads(text).timexes] == ["2024"]
    assert faults(text) == []
    assert [(each.kind, each.arguments, each.spans[0].text) for each in found] == [
        ("timeml.value", (("value", value),), "2023")
    ]


# --------------------------------------------------------------------------- laws

_PHRASES = st.sampled_from(
    [*(text for text, _ in LINKS), "2018", "Monday", "3 May 1998", "the quarter", "that year",
     "5 days ago", "two weeks later", "from last Monday to Friday", "since 2018", "before 5 p.m.",
     "& <TIMEX3> ]]>", "\r\n", "\r", "\t", "\u2028", "進博会 🎪", "\ufeff", "\x85", "&#13;", "'\""]
)  # fmt: skip
_DAYS = st.sampled_from([None, "2023-11-04", "1998-03-01T09:30", "0001-01-01", "9999-12-31"])
_XML = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff") | (
    st.sampled_from("\t\n\r<>&]")
)
_VALUES = st.sampled_from(
    ["2023", "2023-11-05", "198", "2023-W44-WE", "P5Y", "PXDE", "P1CE", "P0.5Y", "PT36H", "T24:00",
     "XXXX-WXX-1TNI", "2023-11-04TMO", "PAST_REF", "BC0044", "2023-Q3"]
)  # fmt: skip


@given(st.lists(_PHRASES, max_size=6).map(" ".join), _DAYS)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_read_makes_a_valid_document_that_reads_back(text, published):
    reading = read(text, published)

    document = dumps(reading)

    assert faults(document) == []
    assert loads(document).text == text
    assert loads(document).timexes == tuple(map(spelled, timexes(reading)))


def _phrases_of_the_lexicon() -> list[str]:
    corpus = Path(lexicons.__file__).parent / "en" / "corpus.toml"
    cases = tomllib.loads(corpus.read_text(encoding="utf-8"))["case"]
    rules = [said for rule in lexicons.load("en").rules for said in rule.get("say", ())]
    return [*rules, *(said for case in cases for said in case["said"])]


@pytest.mark.parametrize("published", [None, "2023-11-04", "9999-12-31"])
def test_whatever_the_library_can_read_has_a_value_in_timeml(published):
    lost = []
    for said in _phrases_of_the_lexicon():
        dumps(read(said, published), report=lost.append)

    assert lost == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The call is at 13:00 GMT.", "2023-11-04T13:00"),
        ("It began on 15 March 44 BC.", "BC0044-03-15"),
        ("It began in March 44 BC.", "BC0044-03"),
    ],
)
def test_offsets_and_years_before_the_common_era_have_a_value(text, value):
    assert value in [timex.value for timex in loads(dumps(read(text, "2023-11-04"))).timexes]


def spelled(timex: Timex3) -> Timex3:
    """The timex, but for what TimeML writes otherwise: a range, weeks beside years, offsets."""
    if re.fullmatch(r"P(?![\dX.]+W$).*W.*|.*T[\d:]+(Z|[+-]\d\d:\d\d)", timex.value):
        return attrs.evolve(timex, value=written(timex.value))
    if "/" not in timex.value:
        return timex
    return attrs.evolve(timex, type="DURATION", value=stretch(*timex.value.split("/")) or "PXD")


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text that XML can hold, with timexes anywhere in it."""
    text = draw(st.text(_XML, min_size=1, max_size=40))
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    found = [
        Timex3(start, end, draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"])),
               draw(_VALUES), draw(st.none() | st.sampled_from(["APPROX", "START"])))
        for start, end in zip(places[::2], places[1::2], strict=False)
    ]  # fmt: skip
    published = draw(st.none() | st.datetimes(datetime(1, 1, 1)).map(_without_fraction))
    return by_hand(text, *found, published=published, source=draw(st.text(_XML, max_size=9)))


def _without_fraction(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


@given(readings())
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_reading_made_by_hand_reads_back(reading):
    text = dumps(reading)
    document = loads(text)

    assert document.text == reading.text
    assert document.timexes == timexes(reading)
    assert document.docid == reading.source.strip()
    assert document.dct is None or read("", document.dct).published == reading.published
    assert loads(text.encode()) == document


@given(st.text() | st.lists(st.sampled_from(
    ["<TimeML>", "</TimeML>", "<TEXT>", "</TEXT>", "<TIMEX3>", "</TIMEX3>", "text", "<?xml ?>",
     "<TIMEX3 tid='t1' type='DATE' value='2023'>", "<TIMEX3/>", "<!DOCTYPE TimeML>", "&x;", "]]>"]
)).map("".join))  # fmt: skip
@settings(max_examples=EXAMPLES, deadline=None)
def test_any_text_is_a_document_or_a_clear_error(text):
    try:
        found, told = loads(text).timexes, ""
    except FormatError as error:
        found, told = (), str(error)

    assert re.match("line [0-9]+, column [0-9]+: expected |offset [0-9]+: expected |$", told)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


# --------------------------------------------------------------------------- what cannot be written


@pytest.mark.parametrize("character", ["\x00", "\x0c", "\x1b", "\ud800", "\ufffe"])
def test_a_character_that_xml_cannot_hold_is_an_error_or_replaced_in_its_place(character):
    reading = read(f"In 2018.{character} In 2019.")
    code = f"U\\+{ord(character):04X}"

    with pytest.raises(
        FormatError, match=rf"^text: .* found {code} at offset 8; invalid='replace'"
    ):
        dumps(reading)
    found = []
    document = loads(dumps(reading, invalid="replace", report=found.append))

    assert document.text == "In 2018.\ufffd In 2019."
    assert document.timexes == timexes(reading)
    assert [(each.kind, each.level) for each in found] == [("timeml.characters", "warning")]
    assert re.fullmatch(code, dict(found[0].arguments)["characters"])


def test_a_name_is_treated_as_the_text_is():
    with pytest.raises(FormatError, match=r"^docid: .* found U\+0007 at offset 1"):
        dumps(read("Nothing."), docid="a\x07")

    assert loads(dumps(read("Nothing."), docid="a\x07", invalid="replace")).docid == "a\ufffd"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((Timex3(0, 4, "DATE", "2018"), Timex3(3, 6, "DATE", "2019")),
         "timex at 3 to 6: expected none that overlaps another, found one at 0 to 4"),
        ((Timex3(0, 4, "DATE", "2018"), Timex3(0, 4, "DATE", "2018")), "none that overlaps"),
        ((Timex3(3, 99, "DATE", "2018"),), "expected a place in the text, which ends at 12"),
        ((Timex3(-1, 4, "DATE", "2018"),), "timex at -1 to 4: expected a place in the text"),
        ((Timex3(4, 4, "DATE", "2018"),), "expected a place in the text"),
        ((Timex3(0, 4, "date", "2018"),), "types DATE, TIME, DURATION, SET, found 'date'"),
        ((Timex3(0, 4, "DATE", "2018", 'X" y="'),), "expected a mod of TimeML, found"),
    ],
)  # fmt: skip
def test_records_that_make_no_document_are_refused(given, message):
    with pytest.raises(FormatError, match=re.escape(message)):
        dumps(by_hand("2018 or 2019", *given))


def test_only_readings_are_written():
    with pytest.raises(FormatError, match="expected a Reading, found Timeline"):
        dumps(Timeline([]))  # type: ignore[arg-type]
    with pytest.raises(FormatError, match="invalid: expected 'error' or 'replace', found 'drop'"):
        dumps(read(""), invalid="drop")  # type: ignore[arg-type]


# --------------------------------------------------------------------------- what is read

OPEN, CLOSE = "<TimeML><TEXT>", "</TEXT></TimeML>"
ONE = "<TIMEX3 tid='t1' type='DATE' value='2018'>2018</TIMEX3>"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1: expected well-formed XML: no element found"),
        ("In 2018.", "line 1, column 1: expected well-formed XML: syntax error"),
        (f"{OPEN}\n\n</TXT>", "line 3, column 3: expected well-formed XML: mismatched tag"),
        ("<DOC/>", "line 1, column 1: expected a TimeML document, found <DOC>"),
        (f"{OPEN}<TIMEX3 type='DATE'/>{CLOSE}",
         "line 1, column 15: expected a TIMEX3 with tid, found one with type"),
        (f"{OPEN}<TIMEX3 tid='t1' type='DATE'/>{CLOSE}", "expected a TIMEX3 with value"),
        (f"{OPEN}\n<TIMEX3 tid='t1' value='2018' type='DAY'/>{CLOSE}",
         "line 2, column 1: expected a TIMEX3 of type DATE, TIME, DURATION, SET, found 'DAY'"),
        ("<TimeML><TEXT/><TEXT/></TimeML>", "line 1, column 16: expected one TEXT, found another"),
        (f"{OPEN}&nbsp;{CLOSE}", "expected well-formed XML: undefined entity"),
        (f"<!DOCTYPE TimeML SYSTEM 'x.dtd'>{OPEN}&nbsp;{CLOSE}",
         "expected one of the five entities of XML, found &nbsp;"),
        (f"{OPEN}\ud800{CLOSE}", "offset 14: expected characters that XML can hold, found U+D800"),
        (f"{OPEN}\x07{CLOSE}", "line 1, column 15: expected well-formed XML: not well-formed"),
        (b"<?xml version='1.0' encoding='x-none'?><TimeML/>",
         "column 31: expected an encoding that is known, found unknown encoding: x-none"),
        (b"<?xml version='1.0' encoding='big5'?><TimeML/>", "expected an encoding that is known"),
    ],
)  # fmt: skip
def test_what_is_no_timeml_is_a_clear_error(text, message):
    with pytest.raises(FormatError, match=re.escape(message)):
        loads(text)


BOMB = "<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE TimeML [{BOMB}]>",
        "<!DOCTYPE TimeML [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE TimeML SYSTEM 'http://example.org/x.dtd' [<!ENTITY % p SYSTEM 'x'> %p;]>",
        "<!DOCTYPE TimeML [<!ATTLIST TIMEX3 mod CDATA 'START'>]>",
    ],
    ids=["bomb", "file", "parameter", "default"],
)
def test_nothing_is_expanded_and_nothing_opened(doctype):
    with pytest.raises(FormatError, match="declares nothing, found declarations in its DOCTYPE"):
        loads(f"{doctype}{OPEN}&i;{CLOSE}")


def test_a_document_type_without_declarations_is_fine():
    document = loads(
        f'<?xml version="1.0"?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n{OPEN}{ONE}{CLOSE}'
    )

    assert document.timexes == (Timex3(0, 4, "DATE", "2018"),)


def test_a_document_without_text_element_is_all_text():
    document = loads(f"<TimeML>\nIn {ONE}.\n</TimeML>")

    assert (document.text, document.timexes) == ("\nIn 2018.\n", (Timex3(4, 8, "DATE", "2018"),))
    assert (document.dct, document.docid) == (None, "")


def test_events_and_links_are_passed_over():
    document = loads(
        "<TimeML><DOCID> wsj </DOCID><DCT><TIMEX3 tid='t0' type='DATE' value='1998-03-03' mod=''>"
        "03/03/98</TIMEX3></DCT><TITLE>In 1997</TITLE><TEXT>It <EVENT eid='e1'>rained <TIMEX3 "
        "tid='t2' type='DURATION' value='PXE' mod='MORE_THAN' quant=''>for <SIGNAL>dec</SIGNAL>ades"
        "</TIMEX3></EVENT> &amp; on.</TEXT><MAKEINSTANCE eiid='ei1'/><TLINK lid='l1'/></TimeML>"
    )

    assert (document.docid, document.dct) == ("wsj", "1998-03-03")
    assert document.text == "It rained for decades & on."
    assert document.timexes == (Timex3(10, 21, "DURATION", "PXDE", "MORE_THAN"),)
    assert [each.attributes["value"] for each in document.tags] == ["1998-03-03", "PXE"]


def test_the_creation_time_in_the_text_is_none_of_its_timexes():
    marked = (
        "<TIMEX3 tid='t0' type='TIME' functionInDocument='CREATION_TIME' value='1998-03-03T10:00'>"
    )
    document = loads(f"{OPEN}{marked}10:00</TIMEX3> {ONE}{CLOSE}")

    assert document.dct == "1998-03-03T10:00"
    assert [each.tid for each in document.tags] == ["t0", "t1"]
    assert document.timexes == (Timex3(6, 10, "DATE", "2018"),)


def test_a_value_may_come_from_a_function():
    document = loads(
        f"{OPEN}<TIMEX3 tid='t1' type='DATE' valueFromFunction='tf1'>May</TIMEX3>{CLOSE}"
    )

    assert document.timexes == (Timex3(0, 3, "DATE", ""),)


def test_bytes_are_read_in_their_encoding():
    text = f"<?xml version='1.0' encoding='ISO-8859-1'?>{OPEN}né en {ONE}\r\n{CLOSE}"

    assert loads(text.encode("latin-1")) == loads(text)
    assert loads(text).text == "né en 2018\n"


# --------------------------------------------------------------------------- the corpora


@pytest.fixture(scope="module")
def scorer(shared) -> ModuleType:
    """The measuring script, whose reader of TimeML is not ours."""
    spec = importlib.util.spec_from_file_location("scorer", shared / "eval" / "score_timex.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_scored(document: Document) -> list[tuple[int, int, str, str]]:
    found = [(each.timex, each.attributes["value"]) for each in document.tags]
    given = [
        (t.start, t.end, t.type, v) for t, v in found if t in document.timexes and t is not None
    ]
    return sorted(given)


@pytest.mark.parametrize("corpus", ["TimeBank", "AQUAINT"])
def test_every_document_of_the_corpora_is_read_as_the_scorer_reads_it(corpus, shared, scorer):
    files = sorted((shared / "corpora" / corpus).glob("*.tml"))
    assert files
    for file in files:
        document, expected = loads(file.read_bytes()), scorer.read_tml(file)
        assert (document.text, document.docid) == (expected.text, file.stem)
        assert document.dct is not None
        assert document.dct[:10] == expected.dct
        assert as_scored(document) == list(map(tuple, expected.gold)), file.name


def test_what_is_written_is_read_by_the_scorer(shared, scorer, tmp_path):
    for file in sorted((shared / "corpora" / "TimeBank").glob("*.tml"))[::9]:
        gold = loads(file.read_bytes())
        reading = read(gold.text, gold.dct)
        text, path = dumps(reading, docid=gold.docid), tmp_path / file.name
        path.write_bytes(text.encode())
        found = scorer.read_tml(path)

        assert faults(text) == [], file.name
        assert (found.text, found.dct) == (gold.text, (gold.dct or "")[:10])
        assert list(map(tuple, found.gold)) == as_scored(loads(text))
        assert loads(text).timexes == timexes(reading)


# --------------------------------------------------------------------------- the rules themselves

BROKEN = {
    "an unknown attribute": ('tid="t1"', 'tid="t1" id="1"'),
    "a wrong order": ('tid="t1" type="DATE"', 'type="DATE" tid="t1"'),
    "an id twice": ('tid="t2"', 'tid="t1"'),
    "a name that is no id": ('tid="t1"', 'tid="1"'),
    "a reference to nothing": ('endPoint="t0"', 'endPoint="t9"'),
    "an unknown mod": ('value="P5Y"', 'value="P5Y" mod="ABOUT"'),
    "no value": ('value="2018-11-04"', 'value=""'),
    "a value of another type": ('value="2018"', 'value="P2018Y"'),
    "ends of a date": ('NONE">2018<', 'NONE" endPoint="t0">2018<'),
    "an empty element in the text": (">2018</TIMEX3>", "/>"),
    "an anchor for what is given": ('NONE">2018<', 'NONE" anchorTimeID="t0">2018<'),
    "text between the parts": ("</TEXT>", "</TEXT>x"),
    "another root": ("TimeML_1.2.1", "TimeML_1.2"),
    "another order of the parts": ("<DOCID>a &amp; b</DOCID>", ""),
}


@pytest.mark.parametrize(("old", "new"), BROKEN.values(), ids=BROKEN)
def test_a_document_that_breaks_a_rule_is_found_out(old, new):
    assert old in GOLD
    assert faults(GOLD.replace(old, new, 1))


def test_a_document_that_is_no_xml_is_not_looked_at():
    with pytest.raises(ET.ParseError):
        faults(GOLD.replace("</TEXT>", ""))
