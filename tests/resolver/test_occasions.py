"""Inceptions, sessions, announcements and anniversaries, from what is known of their series.

The expo is held from 5 to 10 November of each year, the 1st in 2018, the 8th in 2025.  Of the games
no first edition is on record.
"""

from datetime import datetime

import pytest

from ciie_timeline.forms import (
    Anniversary,
    AnnouncementRef,
    Calendar,
    Context,
    Cues,
    EditionRef,
    Inception,
    Kind,
    Known,
    Last,
    Next,
    Policy,
    SessionRef,
    Since,
)
from ciie_timeline.model import Edition, EventSeries, Session
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Precision

YEAR = Precision.YEAR

EXPO = Known(
    EventSeries(
        "expo", "World Goods Expo", names={"en": ["World Goods Expo", "WGE"]},
        nouns={"en": ["expo", "event"]}, founded="2017-05",
    ),
    tuple(
        Edition(f"expo/{number}", f"{number}. WGE", when=f"{year}-11-05/{year}-11-10")
        for number, year in enumerate(range(2018, 2026), 1)
    ),
    (
        Session("expo/6/opening-ceremony", "Opening ceremony", when="2023-11-05T10:00"),
        Session("expo/6/trade-forum", "Trade Forum", when="2023-11-06"),
        Session("expo/7/trade-forum", "Trade Forum"),
    ),
)  # fmt: skip
GAMES = Known(EventSeries("games", "Great Games"), (Edition("games/2016", "Games", number=31),))
KNOWN = {"expo": EXPO, "games": GAMES}


def on(day, form, *, series="expo", focus=None, **context):
    """What a form means in a text of a day about a series."""
    published = None if day is None else datetime.fromisoformat(day)
    whole = Context(published=published, known=KNOWN, series=series, focus=focus, **context)
    return resolve(form, whole, Cues())


def rules(found):
    return [step.rule for step in found.steps]


def days(number):
    year = 2017 + number
    return f"{year}-11-05/{year}-11-10"


# --------------------------------------------------------------------------- inception


@pytest.mark.parametrize(
    ("day", "form", "series", "expected"),
    [
        ("2023-11-06", Since(Inception("expo")), None, "2018-11-05/2023-11-06"),
        ("2023-11-06", Since(Inception()), "expo", "2018-11-05/2023-11-06"),
        ("2023-11-06", Since(Inception(None, "expo")), "expo", "2018-11-05/2023-11-06"),
        (None, Since(Inception("expo")), None, "2018-11-05/.."),
        ("2023-11-06", Inception("expo"), None, "2018-11-05"),
        ("2023-11-06", Since(Inception(None, "show")), "expo", None),
        ("2023-11-06", Since(Inception()), None, None),
        ("2023-11-06", Since(Inception("games")), None, None),
    ],
)
def test_since_its_inception_runs_from_the_first_day_of_the_first_edition(
    day, form, series, expected
):
    found = on(day, form, series=series)

    assert expected == found.edtf
    assert ("expo" if expected else None) == found.series


# --------------------------------------------------------------------------- sessions


@pytest.mark.parametrize(
    ("form", "focus", "edtf", "editions", "readings"),
    [
        (
            SessionRef("Opening ceremony", EditionRef(number=6)),
            None,
            "2023-11-05T10:00",
            (6,),
            [days(6)],
        ),
        (
            SessionRef("Hall of Trade", EditionRef(number=6), "trade-forum"),
            None,
            "2023-11-06",
            (6,),
            [days(6)],
        ),
        (SessionRef("Opening ceremony"), 6, "2023-11-05T10:00", (6,), [days(6)]),
        # not known: inside of the edition
        (SessionRef("Opening ceremony", EditionRef(number=5)), None, days(5), (5,), []),
        (SessionRef("Trade Forum", EditionRef(number=7)), None, days(7), (7,), []),
        (SessionRef("Green Summit"), 6, days(6), (6,), []),
        (SessionRef("Green Summit", EditionRef(number=20)), None, None, (20,), []),
        (SessionRef("Green Summit", EditionRef("olympics")), None, None, (), []),
    ],
)
def test_a_session_has_its_own_days_or_lies_inside_its_edition(
    form, focus, edtf, editions, readings
):
    found = on("2023-11-06", form, focus=focus)

    assert (Kind.SESSION, edtf, editions, None) == (
        found.kind,
        found.edtf,
        found.editions,
        found.timex,
    )
    assert readings == [each.when.to_edtf() for each in found.readings]


# --------------------------------------------------------------------------- announcements


@pytest.mark.parametrize(
    ("form", "series", "expected", "precision"),
    [
        (AnnouncementRef("expo"), None, "2017-05", Precision.MONTH),
        (AnnouncementRef(), "expo", "2017-05", Precision.MONTH),
        (AnnouncementRef("games"), None, None, None),
    ],
)
def test_the_announcement_of_a_series_is_its_founding_on_record(form, series, expected, precision):
    found = on(None, form, series=series)

    assert (Kind.ANNOUNCEMENT, expected, precision) == (found.kind, found.edtf, found.precision)
    assert ["announcement"] == rules(found)


def test_an_announcement_of_nothing_stays_open():
    found = on(None, AnnouncementRef(), series=None)

    assert (Kind.ANNOUNCEMENT, None, ["unresolved.no-series"]) == (
        found.kind,
        found.series,
        rules(found),
    )


# --------------------------------------------------------------------------- anniversaries


@pytest.mark.parametrize(
    ("day", "form", "founding", "celebration"),
    [
        ("2028-05-01", Anniversary(10), "2018", "2028"),
        ("2028-05-01", Anniversary(70), "1958", "2028"),
        (None, Anniversary(10, Calendar(2028)), "2018", "2028"),
        ("2027-05-01", Anniversary(10, Next(YEAR)), "2018", "2028"),
        # on record, whatever the day
        (None, Anniversary(10, EditionRef("expo")), "2018", "2028"),
        ("2024-05-01", Anniversary(10, EditionRef("expo")), "2018", "2028"),
        # no record of a first edition: counted back
        ("2026-05-01", Anniversary(10, EditionRef("games")), "2016", "2026"),
    ],
)
@pytest.mark.parametrize("policy", ["founding", "celebration"])
def test_an_anniversary_is_the_founding_and_the_year_of_celebration_a_reading(
    day, form, founding, celebration, policy
):
    found = on(day, form, policy=Policy(anniversary=policy))
    (other,) = found.readings
    expected = (founding, celebration) if policy == "founding" else (celebration, founding)

    assert expected == (found.edtf, other.when.to_edtf())
    assert (Kind.ANNIVERSARY, YEAR) == (found.kind, found.precision)


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (None, Anniversary(10)),
        ("0010-01-01", Anniversary(10)),
        (None, Anniversary(10, Last(YEAR))),
        (None, Anniversary(10, EditionRef("olympics"))),
    ],
)
def test_an_anniversary_without_a_year_stays_open(day, form):
    found = on(day, form)

    assert (Kind.ANNIVERSARY, None, ()) == (found.kind, found.edtf, found.readings)
