"""Editions by number, by time and as seen from others, from what is known of their series.

The expo is held from 5 to 10 November of each year, the 1st in 2018, the 8th in 2025.  The games
have label years; those of 2020 were held in 2021.
"""

from datetime import date, datetime

import pytest

from ciie_timeline.forms import (
    At,
    Before,
    Between,
    Beyond,
    Calendar,
    Clock,
    Context,
    Cues,
    EditionRef,
    EditionsRef,
    Kind,
    Known,
    Last,
    Next,
    Period,
    Reference,
    Relation,
    Since,
    This,
    Until,
)
from ciie_timeline.model import Edition, EventSeries, Session, Status
from ciie_timeline.resolver import GENERIC, focus_of, resolve, slug
from ciie_timeline.values import Duration, Precision

DAY, YEAR = Precision.DAY, Precision.YEAR
LAST, THIS, NEXT = Relation.LAST, Relation.THIS, Relation.NEXT

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
GAMES = Known(
    EventSeries("games", "Great Games", nouns={"en": ["games"]}),
    (
        Edition("games/2016", "Games of 2016", number=31, when="2016-08-05/2016-08-21"),
        Edition(
            "games/2020", "Games of 2020", number=32, when="2021-07-23/2021-08-08",
            previous_starts=["2020-07-24"], status=Status.POSTPONED,
        ),
        Edition("games/2024", "Games of 2024", number=33, when="2024-07-26/2024-08-11"),
    ),
)  # fmt: skip
FAIR = Known(
    EventSeries("fair", "Spring Fair"),
    (
        Edition("fair/1", "First fair", when="2019-05-01/2019-05-05"),
        Edition(
            "fair/x-2020",
            "Fair of 2020",
            label="2020",
            when="2020-05-01/2020-05-05",
            status=Status.CANCELLED,
        ),
        Edition("fair/2", "Second fair", when="2021-05-01/2021-05-05"),
        Edition("fair/3", "Third fair"),
    ),
)
KNOWN = {"expo": EXPO, "games": GAMES, "fair": FAIR}


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


# --------------------------------------------------------------------------- one edition


@pytest.mark.parametrize("day", [None, "2023-11-06"])
@pytest.mark.parametrize("number", range(1, 9))
def test_an_edition_by_its_number_has_its_days(day, number):
    found = on(day, EditionRef(number=number))

    assert (Kind.EDITION, days(number), DAY) == (found.kind, found.edtf, found.precision)
    assert ("expo", (number,), ()) == (found.series, found.editions, found.readings)
    assert ["edition.number", "edition.dates"] == rules(found)


def test_an_edition_that_nobody_knows_keeps_its_number():
    found = on("2023-11-06", EditionRef(number=20))

    assert (None, "expo", (20,)) == (found.edtf, found.series, found.editions)
    assert "unresolved.no-such-edition" == rules(found)[-1]


def test_an_edition_without_days_has_a_number():
    found = on("2023-11-06", EditionRef("fair", 3))

    assert (None, None, (3,)) == (found.edtf, found.precision, found.editions)


@pytest.mark.parametrize(
    ("day", "form", "context", "other"),
    [
        # the text of 2025 calls its edition the sixth
        ("2025-11-04", EditionRef(number=6), {"focus": 6, "speaks_of_now": True}, (8,)),
        ("2025-11-04", EditionRef(number=6), {"focus": 6}, None),
        ("2025-11-04", EditionRef(number=5), {"focus": 6, "speaks_of_now": True}, None),
        ("2023-11-04", EditionRef(number=6), {"focus": 6, "speaks_of_now": True}, None),
        ("2030-11-04", EditionRef(number=6), {"focus": 6, "speaks_of_now": True}, None),
        (None, EditionRef(number=6), {"focus": 6, "speaks_of_now": True}, None),
        # the phrase gives another year than that of its number
        ("2025-11-04", EditionRef(number=6, of=Calendar(2025)), {}, (8,)),
        (None, EditionRef(number=6, of=Calendar(2024)), {}, (7,)),
        ("2025-11-04", EditionRef(number=6, of=Calendar(2023)), {}, None),
        ("2025-11-04", EditionRef(number=6, of=Calendar(1990)), {}, None),
    ],
)
def test_a_number_that_contradicts_its_year_is_not_repaired_in_silence(day, form, context, other):
    found = on(day, form, **context)

    assert (form.number,) == found.editions
    assert days(form.number) == found.edtf
    assert ([] if other is None else [other]) == [each.editions for each in found.readings]
    if other:
        (reading,) = found.readings
        assert (days(other[0]), "reading.current-edition") == (
            reading.when.to_edtf(),
            reading.because.rule,
        )


@pytest.mark.parametrize(
    ("day", "of", "expected"),
    [
        ("2023-05-01", This(YEAR), 6),
        ("2023-05-01", Last(YEAR), 5),
        ("2023-05-01", Next(YEAR), 7),
        ("2023-12-31", This(YEAR), 6),
        (None, Calendar(2021), 4),
        (None, Calendar(2021, 11), 4),
        (None, Calendar(2021, 11, 10), 4),
        (None, Calendar(2021, 11, 11), None),
        (None, Calendar(2017), None),
        (None, This(YEAR), None),
    ],
)
def test_this_years_edition_is_that_of_the_calendar_year(day, of, expected):
    found = on(day, EditionRef(of=of), focus=3 if day is None else None)

    assert (() if expected is None else (expected,)) == found.editions
    assert (None if expected is None else days(expected)) == found.edtf
    assert "expo" == found.series
    assert "edition.of-time" in rules(found)


@pytest.mark.parametrize("focus", [None, 3, 8])
def test_this_years_edition_does_not_look_at_the_focus(focus):
    assert (6,) == on("2023-05-01", EditionRef(of=This(YEAR)), focus=focus).editions


def test_where_the_text_numbers_its_own_years_edition_otherwise_that_is_a_reading():
    found = on("2025-11-04", EditionRef(of=This(YEAR)), focus=6)
    (other,) = found.readings

    assert ((8,), (6,), "reading.as-numbered") == (
        found.editions,
        other.editions,
        other.because.rule,
    )
    assert () == on("2025-11-04", EditionRef(of=Last(YEAR)), focus=6).readings
    assert () == on("2025-11-04", EditionRef(of=This(YEAR)), focus=20).readings
    assert () == on("2023-11-04", EditionRef(of=This(YEAR)), focus=8).readings


@pytest.mark.parametrize(
    ("day", "relation", "context", "expected"),
    [
        # counted from the focus
        ("2023-11-06", LAST, {"focus": 6}, 5),
        ("2023-11-06", THIS, {"focus": 6}, 6),
        ("2023-11-06", NEXT, {"focus": 6}, 7),
        ("2025-01-01", LAST, {"focus": 3}, 2),
        (None, NEXT, {"focus": 3}, 4),
        # right after the close the next is one on
        ("2023-11-12", NEXT, {"focus": 6}, 7),
        # no focus: the one that runs, else the nearest of the year
        ("2023-11-06", THIS, {}, 6),
        ("2023-11-06", LAST, {}, 5),
        ("2023-11-12", NEXT, {}, 7),
        ("2023-05-01", THIS, {}, 6),
        ("2023-05-01", LAST, {}, 5),
        # the one ahead is the next, unless the text named it
        ("2023-05-01", NEXT, {}, 6),
        ("2023-05-01", NEXT, {"focus": 6}, 6),
        ("2023-05-01", NEXT, {"focus": 6, "named": True}, 7),
        # none
        ("2023-11-06", LAST, {"focus": 1}, None),
        ("2025-12-01", NEXT, {"focus": 8}, None),
        ("2031-11-06", THIS, {}, None),
        (None, THIS, {}, None),
    ],
)
def test_previous_this_and_next_count_from_the_focus(day, relation, context, expected):
    found = on(day, EditionRef(relation=relation), **context)

    assert (() if expected is None else (expected,)) == found.editions
    assert "expo" == found.series
    if expected is None:
        assert "unresolved.no-such-edition" == rules(found)[-1]


@pytest.mark.parametrize(
    ("day", "seek", "expected"),
    [
        ("2023-05-01", "upcoming", 6),
        ("2023-11-05", "upcoming", 6),
        ("2023-11-06", "upcoming", 7),
        ("2026-01-01", "upcoming", None),
        (None, "upcoming", None),
        ("2023-11-04", "latest", 5),
        ("2023-11-05", "latest", 6),
        ("2023-11-11", "latest", 6),
        ("2018-11-04", "latest", None),
        (None, "latest", None),
        ("2023-11-06", "first", 1),
        (None, "first", 1),
        ("2023-11-06", None, 6),
    ],
)
def test_upcoming_latest_and_first(day, seek, expected):
    found = on(day, EditionRef(seek=seek), focus=3)

    assert (() if expected is None else (expected,)) == found.editions
    assert f"edition.{seek or 'latest'}" == rules(found)[0]


def test_a_series_without_dates_has_no_latest_edition():
    bare = {"bare": Known(EventSeries("bare", "Bare"), (Edition("bare/1", "First"),))}
    context = Context(published=datetime.fromisoformat("2023-11-06"), known=bare, series="bare")

    assert () == resolve(EditionRef(seek="latest"), context).editions
    assert (1,) == resolve(EditionRef(seek="first"), context).editions


@pytest.mark.parametrize(
    ("form", "series", "expected"),
    [
        (EditionRef(number=6, noun="expo"), "expo", "expo"),
        (EditionRef(number=6, noun="event"), "expo", "expo"),
        (EditionRef(number=6, noun="edition"), "expo", "expo"),
        (EditionRef(number=6, noun="fair"), "expo", None),
        (EditionRef("expo", 6, noun="fair"), None, "expo"),
        (EditionRef("expo", 6), "games", "expo"),
        (EditionRef(number=6), None, None),
        (EditionRef("olympics", 6), "expo", None),
        (EditionRef(seek="latest", noun="show"), "expo", None),
    ],
)
def test_a_noun_must_be_one_of_the_series(form, series, expected):
    found = on("2023-11-06", form, series=series)

    assert expected == found.series
    if expected is None:
        assert (None, ["unresolved.no-series"]) == (found.edtf, rules(found))


def test_the_noun_of_every_series_is_edition():
    assert "edition" in GENERIC


@pytest.mark.parametrize(
    ("of", "expected", "edtf"),
    [
        # as held, whatever the name
        (Calendar(2021), 32, "2021-07-23/2021-08-08"),
        (Calendar(2021, 8), 32, "2021-07-23/2021-08-08"),
        # no edition was held in 2020: the label counts
        (Calendar(2020), 32, "2021-07-23/2021-08-08"),
        (Calendar(2016), 31, "2016-08-05/2016-08-21"),
        (Calendar(2022), None, None),
    ],
)
def test_a_name_does_not_move_a_date(of, expected, edtf):
    found = on("2024-01-01", EditionRef("games", of=of))

    assert (edtf, () if expected is None else (expected,)) == (found.edtf, found.editions)


def test_a_cancelled_edition_has_no_number_and_is_found_by_its_label():
    found = on("2024-01-01", EditionRef("fair", of=Calendar(2020)))

    assert ("2020-05-01/2020-05-05", ()) == (found.edtf, found.editions)
    assert ("status", "cancelled") in found.steps[-1].arguments


@pytest.mark.parametrize(
    ("form", "day", "edtf", "series", "numbers"),
    [
        (
            EditionRef(None, 1, named="Balkan Trade Summit"),
            "2023-11-06",
            None,
            "balkan-trade-summit",
            (1,),
        ),
        (
            EditionRef(None, 1, named="Balkan Trade Summit", of=Calendar(2025)),
            None,
            "2025",
            "balkan-trade-summit",
            (1,),
        ),
        (EditionRef(named="Öko-Forum!", of=This(YEAR)), "2023-11-06", "2023", "ko-forum", ()),
        (EditionRef(named="Öko-Forum!", of=This(YEAR)), None, None, "ko-forum", ()),
    ],
)
def test_an_event_that_no_pack_describes_is_a_series_of_its_own(form, day, edtf, series, numbers):
    found = on(day, form)

    assert (edtf, series, numbers) == (found.edtf, found.series, found.editions)
    assert "edition.named" == rules(found)[-1]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Balkan Regional Trade Summit", "balkan-regional-trade-summit"),
        ("  A & B  ", "a-b"),
        ("5G+", "5g"),
        ("???", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_slugs(name, expected):
    assert expected == slug(name)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-11-06", 6),
        ("2023-01-01", 6),
        ("2023-12-31", 6),
        ("2018-11-10", 1),
        ("2017-12-31", None),
        (None, None),
    ],
)
def test_the_edition_that_a_text_of_a_day_is_about(day, expected):
    published = day and datetime.fromisoformat(day)

    assert expected == focus_of(EXPO, Context(published=published))


def test_of_two_editions_in_a_year_the_nearest_counts():
    twice = Known(
        EventSeries("twice", "Twice"),
        (
            Edition("twice/1", "Spring", when="2024-04-15/2024-05-05"),
            Edition("twice/2", "Autumn", when="2024-10-15/2024-11-04"),
        ),
    )

    for day, expected in (
        ("2024-01-01", 1),
        ("2024-06-01", 1),
        ("2024-09-30", 2),
        ("2024-10-20", 2),
    ):
        assert expected == focus_of(twice, Context(published=datetime.fromisoformat(day)))


# --------------------------------------------------------------------------- several editions


@pytest.mark.parametrize(
    ("day", "form", "focus", "expected"),
    [
        ("2023-11-06", EditionsRef("first", 5), None, (1, 2, 3, 4, 5)),
        (None, EditionsRef("first", 2), 6, (1, 2)),
        (None, EditionsRef("total", 6), None, (1, 2, 3, 4, 5, 6)),
        (None, EditionsRef("total", 3, since=Calendar(2020)), None, (3, 4, 5)),
        ("2024-01-01", EditionsRef("total", 2, since=Last(YEAR)), None, (6, 7)),
        (None, EditionsRef("total", 3, since=Last(YEAR)), None, ()),
        # back from the focus, which is not counted, and over before the day
        ("2024-10-28", EditionsRef("previous", 6), 7, (1, 2, 3, 4, 5, 6)),
        ("2023-11-06", EditionsRef("previous", 3), 6, (3, 4, 5)),
        ("2023-11-12", EditionsRef("previous", 5), 6, (1, 2, 3, 4, 5)),
        ("2023-11-06", EditionsRef("previous", 3), None, (3, 4, 5)),
        ("2023-11-12", EditionsRef("previous", 5), None, (2, 3, 4, 5, 6)),
        ("2023-11-11", EditionsRef("previous", 3), None, (4, 5, 6)),
        ("2023-11-10", EditionsRef("previous", 3), None, (3, 4, 5)),
        ("2021-01-01", EditionsRef("previous", 2), 8, (2, 3)),
        (None, EditionsRef("previous", 2), 4, (2, 3)),
        ("2020-11-06", EditionsRef("previous"), None, (1, 2)),
        (None, EditionsRef("previous", 2), None, ()),
        # ahead
        ("2023-11-06", EditionsRef("next", 2), 6, (7, 8)),
        ("2023-11-06", EditionsRef("next", 2), None, (7, 8)),
        ("2023-05-01", EditionsRef("next", 2), None, (6, 7)),
        ("2023-11-05", EditionsRef("next", 2), None, (6, 7)),
        (None, EditionsRef("next", 2), 3, (4, 5)),
        # in a row: the focus included
        ("2024-11-05", EditionsRef("consecutive", 7), 7, (1, 2, 3, 4, 5, 6, 7)),
        ("2024-11-05", EditionsRef("consecutive", 3), 7, (5, 6, 7)),
        ("2023-11-06", EditionsRef("consecutive", 3), None, (4, 5, 6)),
        ("2024-11-05", EditionsRef("consecutive", 9), 7, ()),
        (None, EditionsRef("consecutive", 3), None, ()),
    ],
)
def test_several_editions(day, form, focus, expected):
    found = on(day, form, focus=focus)

    assert (Kind.EDITIONS, "expo", expected) == (found.kind, found.series, found.editions)
    if expected:
        first, last = date(2017 + expected[0], 11, 5), date(2017 + expected[-1], 11, 10)
        assert (f"{first}/{last}", DAY) == (found.edtf, found.precision)
        assert "editions.dates" == rules(found)[-1]
    else:
        assert found.edtf is None


def test_several_editions_need_a_series_and_a_noun_of_it():
    for form, series in (
        (EditionsRef("first", 5), None),
        (EditionsRef("first", 5, noun="fair"), "expo"),
        (EditionsRef("first", 5, "olympics"), "expo"),
    ):
        found = on("2023-11-06", form, series=series)

        assert (Kind.EDITIONS, None, ["unresolved.no-series"]) == (
            found.kind,
            found.series,
            rules(found),
        )


def test_what_has_no_number_is_not_counted_and_what_has_no_days_has_no_span():
    assert (1, 2) == on(None, EditionsRef("first", 2, "fair")).editions
    assert "2019-05-01/2021-05-05" == on(None, EditionsRef("first", 2, "fair")).edtf
    third = on(None, EditionsRef("first", 3, "fair"))
    assert ((1, 2, 3), None) == (third.editions, third.edtf)


# --------------------------------------------------------------------------- times with a number


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Calendar(2023, 11), (6,)),
        (Calendar(2023), (6,)),
        (Calendar(2023, 11, 10), (6,)),
        (Calendar(2023, 11, 11), ()),
        (Calendar(2017), ()),
        (Last(YEAR), (5,)),
        (Between(Calendar(2023, 11, 5), Calendar(2023, 11, 10)), (6,)),
        (Between(Calendar(2022), Calendar(2023)), ()),
        (At(Calendar(2023, 11, 5), Clock(10)), (6,)),
        (Before(Duration(days=1)), (6,)),
        # no more than a pointer to now, open on one side, or no time at all
        (Reference("present"), ()),
        (Beyond(Calendar(2025)), ()),
        (Since(Calendar(2026)), ()),
        (Until(Calendar(2018)), ()),
        (Period(Duration(days=6)), ()),
    ],
)
def test_a_time_that_overlaps_one_edition_of_the_texts_series_carries_its_number(form, expected):
    found = on("2023-11-07", form)

    assert expected == found.editions
    assert ("expo" if expected else None) == found.series


@pytest.mark.parametrize(
    "form",
    [
        Calendar(2023, 11, 5),
        Calendar(2023),
        Between(Calendar(2023, 11, 5), Calendar(2023, 11, 10)),
        Between(Calendar(2023, 11, 1), Calendar(2023, 11, 7)),
        Between(Calendar(2023, 11, 8), Calendar(2023, 11, 30)),
    ],
)
def test_the_number_of_a_time_comes_with_a_reason(form):
    alone, found = on("2023-11-07", form, series=None), on("2023-11-07", form)

    assert alone.when == found.when
    assert len(alone.steps) < len(found.steps)
    assert rules(alone) == rules(found)[: len(alone.steps)]


@pytest.mark.parametrize(
    ("numbers", "expected", "edtf"),
    [
        ((7, 8), (7, 8), "2024-11-05/2025-11-10"),
        ((2, 4), (2, 4), "2019-11-05/2021-11-10"),
        ((8, 9), (8,), "2025-11-05/2025-11-10"),
        ((20, 21), (), None),
    ],
)
def test_editions_named_one_by_one(numbers, expected, edtf):
    found = on(None, EditionsRef("listed", len(numbers), numbers=numbers))

    assert (expected, edtf) == (found.editions, found.edtf)


def test_without_a_series_times_carry_no_number():
    found = on("2023-11-07", Calendar(2023, 11), series=None)

    assert ((), None) == (found.editions, found.series)
    assert () == on("2023-11-07", Calendar(2023, 11), series="olympics").editions
    assert () == on("2020-05-02", Calendar(2020, 5), series="fair").editions


#: A meeting that keeps the number of the edition that was cancelled.
MEETING = Known(
    EventSeries("meeting", "Annual Meeting"),
    tuple(
        Edition(
            f"meeting/{number}",
            f"Meeting {number}",
            when=f"{year}-06-01/{year}-06-03",
            status=Status.CANCELLED if year == 2020 else Status.HELD,
        )
        for number, year in enumerate(range(2018, 2024), 1)
    ),
)


@pytest.mark.parametrize(
    ("day", "form", "editions"),
    [
        ("2020-01-10", EditionRef("meeting", seek="upcoming"), (4,)),
        ("2020-12-10", EditionRef("meeting", seek="latest"), (2,)),
        ("2020-06-02", EditionRef("meeting", seek="latest"), (2,)),
        ("2021-12-10", EditionsRef("previous", 2, "meeting"), (2, 4)),
        ("2020-01-10", EditionsRef("next", 2, "meeting"), (4, 5)),
        ("2021-12-10", EditionsRef("first", 3, "meeting"), (1, 2, 4)),
        # whoever gives its number means it
        ("2020-01-10", EditionRef("meeting", 3), (3,)),
        ("2020-01-10", EditionsRef("listed", None, "meeting", numbers=(2, 3)), (2, 3)),
    ],
)
def test_a_cancelled_edition_with_a_number_is_neither_sought_nor_counted(day, form, editions):
    context = Context(published=datetime.fromisoformat(day), known={"meeting": MEETING})

    assert editions == resolve(form, context).editions


def test_the_next_editions_stay_open_without_a_day_and_a_focus():
    found = resolve(EditionsRef("next", 2, "expo"), Context(known={"expo": EXPO}))

    assert (None, ()) == (found.edtf, found.editions)
    assert "editions.next" == found.steps[-1].rule
