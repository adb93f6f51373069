"""What comes out: results, mentions and readings tell what they hold and speak with a voice."""

from datetime import date, datetime

import attrs
import pytest

from ciie_timeline.forms import (
    Alternative,
    Calendar,
    Context,
    Finding,
    Kind,
    Known,
    Mention,
    Policy,
    Reading,
    Resolution,
    Step,
    Timex3,
)
from ciie_timeline.model import Edition, EventSeries
from ciie_timeline.values import Precision, parse_edtf

MAY = parse_edtf("2017-05")
STEP = Step("calendar.given")
FOUND = Resolution(
    Kind.DATE, MAY, Precision.MONTH, "ciie", (6,), (Alternative(None),), (STEP,), "2017-05"
)
NONE = Resolution(Kind.SET, None)


def voice(record, lang):
    return f"{type(record).__name__} in {lang}"


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    "make", [lambda **more: Alternative(MAY, **more), lambda **more: attrs.evolve(FOUND, **more)]
)
def test_days_and_interval_are_those_of_the_value_unless_a_span_is_given(make):
    plain, spanned = make(), make(span=(at("2017-05-02T08:00"), None))

    assert (at("2017-05-01"), at("2017-06-01")) == plain.interval
    assert (date(2017, 5, 1), date(2017, 5, 31)) == (plain.earliest, plain.latest)
    assert (at("2017-05-02T08:00"), None) == spanned.interval
    assert plain.earliest == spanned.earliest


@pytest.mark.parametrize("record", [Alternative(None), NONE])
def test_what_has_no_value_has_no_days(record):
    assert (None, None, None) == (record.interval, record.earliest, record.latest)


def test_a_mention_tells_what_its_resolution_holds():
    timex = Timex3(0, 8, "DATE", "2017-05")
    mention = Mention(0, 8, "May 2017", Calendar(2017, 5), FOUND, (timex,), voice)

    assert ("date", "2017-05", "month") == (mention.kind, mention.edtf, mention.precision)
    assert (MAY, FOUND.interval) == (mention.when, mention.interval)
    assert (FOUND.earliest, FOUND.latest) == (mention.earliest, mention.latest)
    assert ("ciie", (6,)) == (mention.series, mention.editions)
    assert (FOUND.readings, (STEP,)) == (mention.readings, mention.steps)
    assert "Mention in de" == mention.explain("de")


def test_a_mention_without_a_precision_has_none():
    mention = Mention(0, 6, "yearly", Calendar(2017), NONE)

    assert (None, None, None) == (mention.precision, mention.edtf, mention.when)


def test_records_speak_with_the_voice_that_they_were_given_or_tell_their_name():
    assert "Resolution" == FOUND.explain()
    assert "Resolution in en" == attrs.evolve(FOUND, voice=voice).explain()
    assert "Finding" == Finding("info", "some.kind").message
    assert "Finding in en" == Finding("info", "some.kind", voice=voice).message
    assert "Finding in de" == Finding("info", "some.kind", voice=voice).explain("de")


def test_the_voice_is_no_part_of_a_record():
    assert attrs.evolve(FOUND, voice=voice) == FOUND


def test_a_reading_is_its_mentions():
    mention = Mention(0, 8, "May 2017", Calendar(2017, 5), FOUND)
    reading = Reading("May 2017", (mention,))

    assert ([mention], 1) == (list(reading), len(reading))
    assert ([], 0) == (list(Reading("")), len(Reading("")))


def test_a_context_reads_no_clock():
    assert Context().today is None
    assert date(2023, 11, 4) == Context(published=at("2023-11-04T08:30")).today
    assert ("rolling", "latest", "founding") == (
        Policy().window,
        Policy().weekday,
        Policy().anniversary,
    )


def test_an_edition_is_known_by_its_number():
    known = Known(
        EventSeries("expo", "Expo"), (Edition("expo/1", "First"), Edition("expo/2", "2nd"))
    )

    assert "expo/2" == known.numbered(2).key
    assert known.numbered(3) is None
