"""Readings: what a text is about, what it claims, what contradicts; laws for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ciie_timeline as ct
from ciie_timeline.lexicons import load
from ciie_timeline.reader.sentences import Page, Sentences


def read(text, published="2023-11-09", **more):
    return ct.read(text, published=published, lang="en", **more)


def found(text, published="2023-11-09", **more):
    return [(each.text, each.edtf, each.editions) for each in read(text, published, **more)]


SIXTH = "2023-11-05/2023-11-10"
SEVENTH = "2024-11-05/2024-11-10"


# --------------------------------------------------------------------------- focus


@pytest.mark.parametrize(
    ("text", "published", "focus"),
    [
        ("Seventh CIIE to open. The previous edition was large.", "2024-10-28", 7),
        (
            "The upcoming CIIE will top the last CIIE; some signed for the 3rd CIIE.",
            "2019-10-31",
            2,
        ),
        ("This year's CIIE follows the sixth CIIE.", "2024-11-06", 7),
        ("Since the inaugural CIIE much has changed.", "2021-11-06", 4),
        ("The sixth CIIE in 2023 was large. The CIIE is back.", "2024-11-06", 7),
        ("The CIIE is coming.", "2023-05-17", 6),
        ("The CIIE was announced.", "2016-05-17", None),
    ],
)
def test_the_focus_is_the_edition_that_the_lead_names_as_its_own(text, published, focus):
    assert focus == read(text, published).focus


def test_a_text_without_a_named_series_is_about_the_only_one_given():
    assert [("sixth edition", SIXTH, (6,))] == found(
        "The sixth edition was large.", series=["ciie"]
    )
    assert [] == found("The sixth edition was large.", series=())


def test_the_series_named_most_is_the_texts():
    text = (
        "The 6th CIIE and the 17th China-LAC Business Summit; the 5th CIIE, too. "
        "The previous edition was smaller."
    )

    assert "ciie" == read(text).series


def test_six_years_on_counts_from_what_the_text_dates_so_long_ago():
    text = "Six years on: the CIIE. It was first announced in May 2017."

    assert ("Six years on", "2017-05-01/2023-05-17", ()) in found(text, "2023-05-17")
    assert ("Six years on", "2017-05-17/2023-05-17", ()) in found("Six years on.", "2023-05-17")


# --------------------------------------------------------------------------- belonging


def test_a_phrase_beside_another_event_is_not_the_series_own():
    text = "The 8th CIIE opened.\nThe Vietnam Autumn Expo closed; this year's event was large."

    assert [("8th CIIE", (8,)), ("this year", (8,))] == [
        (text, editions) for text, _, editions in found(text, "2025-11-06")
    ]


def test_its_inception_needs_the_series_in_its_sentence():
    near = "The CIIE has grown since its inception. The 6th CIIE is on."
    far = "The 6th CIIE is on. The zone has grown since its establishment."

    assert ("since its inception", "2018-11-05/2023-11-09", ()) in found(near)
    assert not any("since" in text for text, *_ in found(far))


def test_a_forum_is_a_session_where_its_sentence_opens_with_it():
    report = "The 6th CIIE is on. At the Smart Mobility Forum, people spoke."
    passing = "The 6th CIIE, announced at the Smart Mobility Forum, is on."

    assert ("Smart Mobility Forum", SIXTH, (6,)) in found(report)
    assert not any("Forum" in text for text, *_ in found(passing))


def test_a_named_event_takes_the_time_of_its_sentence():
    text = "Leaders met this week for the inaugural Balkan Regional Trade Summit."
    (week, summit) = read(text, "2025-11-04").mentions

    assert week.edtf == summit.edtf == "2025-11-03/2025-11-09"
    assert ("balkan-regional-trade-summit", (1,)) == (summit.series, summit.editions)


def test_a_named_event_beside_two_times_takes_neither():
    text = "After Monday and Tuesday came the inaugural Balkan Regional Trade Summit."

    assert read(text, "2025-11-04").mentions[-1].edtf is None


def test_a_quoted_name_takes_in_the_times_inside_it():
    text = "The 6th CIIE will host the “Trade in May 2025” summit."
    (_, summit) = read(text).mentions

    assert "“Trade in May 2025” summit" == summit.text
    assert ["2025-05"] == [each.value for each in summit.timexes]


# --------------------------------------------------------------------------- claims


def claims(text, published="2023-11-09"):
    return {
        (each.subject, each.property, str(each.value), each.modality.value)
        for each in read(text, published, source="paper").claims
        if each.property != "mentioned"
    }


def test_days_beside_a_single_edition_are_when_it_is_held():
    text = "The 6th CIIE takes place from November 5th to 10th."

    assert {("ciie/6", "when", SIXTH, "held")} == claims(text)


def test_days_to_come_are_planned():
    text = "The 7th CIIE will be held from Nov. 5 to 10."

    assert {("ciie/7", "when", SEVENTH, "planned")} == claims(text, "2024-10-28")


def test_days_beside_two_editions_belong_to_neither():
    assert set() == claims("The 6th CIIE, unlike the 5th CIIE, ran from November 5 to 10.")


def test_a_session_is_claimed_with_its_name_inside_its_edition():
    text = "The 6th CIIE will host the “Invest in China Year” summit."

    assert {
        ("ciie/6/invest-in-china-year", "name", "Invest in China Year", "held"),
        ("ciie/6/invest-in-china-year", "when", SIXTH, "held"),
    } == claims(text)


def test_a_named_event_is_claimed_as_an_edition_of_its_own_series():
    text = "This week saw the inaugural Balkan Regional Trade Summit."

    assert {
        ("balkan-regional-trade-summit/1", "name", "Balkan Regional Trade Summit", "held"),
        ("balkan-regional-trade-summit/1", "when", "2025-11-03/2025-11-09", "held"),
    } == claims(text, "2025-11-04")


@pytest.mark.parametrize(
    "text",
    [
        "At the opening ceremony of the seventh CIIE in 2024 guests spoke.",
        "The 7th CIIE will host the “Opening Ceremony” summit.",
    ],
)
def test_a_session_on_record_is_not_dated_by_a_text_that_only_names_it(text):
    assert [] == [each for each in claims(text) if each[:2] == ("ciie/7/opening-ceremony", "when")]


def test_claims_name_their_source_and_their_words():
    (claim, *_) = read("The 6th CIIE was large.", source="paper").claims

    assert ("paper", (4, 12), "6th CIIE") == (claim.source, claim.span, claim.quote)


# --------------------------------------------------------------------------- findings


def kinds(text, published):
    return [each.kind for each in read(text, published).findings]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The sixth CIIE opens. This year's event is large.", "2025-11-04", ["edition-year"]),
        (
            "Now in its sixth edition, the CIIE grows. This year's edition is large.",
            "2025-11-04",
            ["edition-year"],
        ),
        ("The eighth CIIE opens. This year's event is large.", "2025-11-04", []),
        ("The sixth CIIE was held in 2023. This year's event is large.", "2025-11-04", []),
        (
            "The sixth CIIE was a success; the eighth CIIE opens. This year's event is large.",
            "2025-11-04",
            [],
        ),
        ("The 17th China-LAC Business Summit opened in Zhengzhou.", "2025-11-04", ["edition-year"]),
        ("The 18th China-LAC Business Summit opened in Zhengzhou.", "2025-11-04", []),
        ("The 17th China-LAC Business Summit opened in Managua in 2024.", "2025-11-04", []),
        ("It opened on Tuesday, 5 November 2023.", "2023-11-09", ["weekday"]),
        ("It opened on Sunday, 5 November 2023.", "2023-11-09", []),
        ("It ran from 10 November 2023 to 5 November 2023.", "2023-11-09", ["range-reversed"]),
        ("It ran from May 2023 to 5 May 2023.", "2023-11-09", []),
        ("It ran from November 10 to November 5, 2023.", "2023-11-09", ["range-over-year"]),
        ("It ran from November 10, 2022 to November 5.", "2023-11-09", ["range-over-year"]),
        ("It ran from November 10 to November 5.", "2023-11-09", ["range-over-year"]),
        ("It ran from November 10 to January 5, 2023.", "2023-11-09", []),
        ("It ran from November 10 to November 9, 2023.", "2023-11-09", []),
        ("It ran from November 10, 2022 to November 5, 2023.", "2023-11-09", []),
        ("It ran from November to November 2023.", "2023-11-09", []),
        ("It ran from December 28 to January 3.", "2023-11-09", []),
        ("It opened on 30 February 2023.", "2023-11-09", ["no-such-day"]),
        ("It opened on November 31.", "2023-11-09", ["no-such-day"]),
        ("It opened on Feb. 30.", None, ["no-such-day"]),
        ("It opened on 29 February 2023.", "2023-11-09", ["no-such-day"]),
        ("It opened on 29 February 2024.", "2023-11-09", []),
        ("It opened on Tuesday, 31 April 2024.", "2023-11-09", ["no-such-day"]),
        ("It opened on 30/02/2023 at noon.", "2023-11-09", ["no-such-day"]),
        ("It ran from 27 to 31 June 2023.", "2023-11-09", ["no-such-day"]),
        ("It ran from 30 to 31 June 2023.", "2023-11-09", ["no-such-day"]),
        ("It closed two days after June 31.", "2023-11-09", ["no-such-day"]),
        ("It got 2/30 of the votes by 2/30 of them.", "2023-11-09", []),
    ],
)
def test_what_contradicts_is_found_and_nothing_else(text, published, expected):
    assert expected == kinds(text, published)


def test_a_day_that_is_none_is_no_mention_and_neither_is_a_part_of_it():
    reading = read("In May 2023, not on 30 February 2023 or since Feb. 30, it opened.")

    assert ["May 2023"] == [each.text for each in reading]
    assert ["30 February 2023", "since Feb. 30"] == [
        span.text for each in reading.findings for span in each.spans
    ]
    assert ["error", "error"] == [each.level for each in reading.findings]
    assert "2023年2月只有28天：“30 February 2023”。" == reading.findings[0].explain("zh")


def test_a_range_of_nearly_a_year_is_read_and_doubted():
    reading = read("It ran from November 10 to November 5, 2023.")

    assert ["2022-11-10/2023-11-05"] == [each.edtf for each in reading]
    assert [("warning", "November 10 to November 5, 2023")] == [
        (each.level, each.spans[0].text) for each in reading.findings
    ]
    assert reading.findings[0].message.endswith(
        "It is taken as 10 November 2022 to 5 November 2023."
    )


def test_one_contradiction_is_one_finding_with_all_its_places():
    text = "The sixth CIIE opens. This year's event is large. The sixth CIIE is back."
    (finding,) = read(text, "2025-11-04").findings

    assert ["sixth CIIE", "sixth CIIE"] == [span.text for span in finding.spans]
    assert finding.conflict is not None
    assert -2 == finding.conflict.slack
    assert "eighth" in finding.message
    assert finding.message == finding.explain("en")


def test_both_readings_of_a_contradicted_edition_are_kept():
    reading = read("The sixth CIIE opens. This year's event is large.", "2025-11-04")
    sixth, event = reading.mentions

    assert ((6,), [(8,)]) == (sixth.editions, [each.editions for each in sixth.readings])
    assert ((8,), [(6,)]) == (event.editions, [each.editions for each in event.readings])


# --------------------------------------------------------------------------- laws

_PIECES = st.sampled_from(
    [
        "The sixth CIIE",
        "this year's event",
        "from Nov. 5 to 10",
        "2018",
        "since",
        "the past five years",
        "“Green Trade” forum",
        "At the Trade Forum",
        "Six years on",
        "next Monday",
        "opened",
        ".",
        "\n\n",
        "漢字",
        "the previous two editions",
        "30 February 2023",
        "May 9999",
        "99999",
        "in 500000 years",
        "annual",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=12).map(" ".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_mentions_lie_in_it_in_order(text):
    reading = read(text, "2024-03-01")

    end = 0
    for mention in reading:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert all(
            mention.start - 24 <= each.start < each.end <= mention.end for each in mention.timexes
        )
        assert isinstance(mention.explain(), str)
        end = mention.end


@given(st.lists(_PIECES, max_size=8).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_known_series_change_no_timex(text):
    def timexes(series):
        return [
            each for mention in read(text, "2024-03-01", series=series) for each in mention.timexes
        ]

    assert timexes(()) == timexes(None)


@given(st.lists(_PIECES, max_size=8).map(" ".join), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_blank_lines_in_front_shift_offsets_and_change_nothing_else(text, lines):
    plain = [(each.start, each.text, each.edtf) for each in read(text, "2024-03-01", series=())]
    lower = [
        (each.start - 2 * lines, each.text, each.edtf)
        for each in read("\n\n" * lines + text, "2024-03-01", series=())
    ]

    assert plain == lower


def test_reading_takes_twice_as_long_for_twice_as_many_editions(monkeypatch):
    seen = []
    bounds = Page.bounds
    monkeypatch.setattr(Page, "bounds", lambda self, each: seen.append(each) or bounds(self, each))

    class Counted(list):
        """A list that notes how many of its items were looked at."""

        def __getitem__(self, at):
            found = super().__getitem__(at)
            seen.extend(found if isinstance(at, slice) else [found])
            return found

    def looked_at(times):
        reading = ct.read("The sixth CIIE was held in 2025. " * times, published="2025-11-01")
        page = Page(reading.text, Counted(reading.mentions), Sentences(load("en")))
        seen.clear()
        for each in reading.mentions:
            page.beside(each)
        return len(seen)

    assert looked_at(400) < 2.2 * looked_at(200)


# --------------------------------------------------------------------------- contradictions


def flagged(text, **more):
    return [each.kind for each in read(text, "2025-11-04", **more).findings]


def test_two_numbers_for_one_event_are_found_without_any_record():
    text = (
        "Lisbon hosts the 17th Harbour Maps Forum this week. "
        "The 18th Harbour Maps Forum opened on Monday."
    )

    assert ["editions-clash"] == flagged(text, series=())
    assert [] == flagged(text.replace("17th", "18th"), series=())
    assert [] == flagged("The 17th Harbour Maps Forum opened on Monday; the 18th is far off.")


def test_a_day_or_a_week_of_an_edition_on_record_is_no_contradiction():
    text = "The {}th China-LAC Business Summit opened in Zhengzhou on Monday."

    assert [] == flagged(text.format(18))
    assert [] == flagged("Zhengzhou hosts the 18th China-LAC Business Summit this week.")
    assert ["edition-year"] == flagged(text.format(17))


@pytest.mark.parametrize(
    ("numeric", "expected"), [("month-first", ["range-reversed"]), ("day-first", [])]
)
def test_whether_a_range_in_figures_is_reversed_follows_the_policy(numeric, expected):
    text = "It ran from 11/05/2023 to 04/06/2023."

    assert expected == flagged(text, policy=ct.Policy(numeric=numeric))


def test_a_phrase_by_itself_is_of_the_only_series_that_is_known():
    only = {"series": ["ciie"]}

    assert (
        "2018-11-05/2023-11-04"
        == ct.resolve("since its inception", published="2023-11-04", **only).edtf
    )
    assert [] == found("The harbour grew since its inception.", **only)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan", [("Jan", "2024-01", ())]),
        ("\n May. ", [("May", "2024-05", ())]),
        ("Sun", [("Sun", "2023-11-12", ())]),
        ("the 15th", [("15th", "2023-11-15", ())]),
        ("2/15", [("2/15", "2024-02-15", ())]),
        # no time among other words, and never one that the calendar does not have
        ("Jan Smith", []),
        ("See Jan", []),
        ("Jan, May", []),
        ("Jan?\n\nYes", []),
        ("the 15th row", []),
        ("2/15 of it", []),
        ("2/30", []),
        ("May 5", [("May 5", "2024-05-05", ())]),
    ],
)
def test_what_is_a_time_only_where_it_is_the_whole_text(text, expected):
    assert expected == found(text, series=())


def test_starting_on_a_day_gives_the_day_and_starting_in_a_year_the_time_from_there():
    text = "The race is held in 2020, starting on June 27, and again starting in 2022."

    assert [
        ("2020", "2020", ()),
        ("June 27", "2020-06-27", ()),
        ("starting in 2022", "2022/..", ()),
    ] == found(text, "2020-04-15", series=())


@pytest.mark.parametrize(
    ("text", "day", "nearest"),
    [
        ("saturday, 12.31", "9999-12-31", "9999-12-25"),
        ("Saturday, January 1", "0001-01-01", "0001-01-06"),
    ],
)
def test_the_nearest_such_weekday_lies_in_the_calendar(text, day, nearest):
    (finding,) = ct.check(text, published=day, lang="en", series=())

    assert ("weekday", nearest) == (finding.kind, str(dict(finding.arguments)["nearest"]))


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It was built about 1968.", "APPROX"),
        ("They spoke about two years ago.", "APPROX"),
        ("They talked about two hours.", "APPROX"),
        ("She wrote about 1968.", None),
        ("How about next Tuesday?", None),
        ("He worried about last week.", None),
    ],
)
def test_what_something_is_about_is_not_roughly_so(text, mod):
    (mention,) = read(text, "2024-03-12", series=())

    assert [mod] == [each.mod for each in mention.timexes]


@pytest.mark.parametrize(
    ("text", "published", "year"),
    [
        ("the class of '68", "2024-03-12", "1968"),
        ("the class of '34", "2024-03-12", "2034"),
        ("the class of '35", "2024-03-12", "1935"),
        ("the class of '05", "1998-03-12", "2005"),
        ("the class of '09", "1998-03-12", "1909"),
        ("the class of '68", "0001-01-01", "0068"),
        ("the class of '68", "9999-12-31", "9968"),
    ],
)
def test_a_year_behind_an_apostrophe_is_seldom_ahead(text, published, year):
    (mention,) = read(text, published, series=())

    assert year == mention.edtf


@pytest.mark.parametrize("text", ["a group of (45) men", "of $45 or '68 men", "in 68 homes"])
def test_two_digits_without_their_apostrophe_are_no_year(text):
    assert () == tuple(read(text, "2024-03-12", series=()))
