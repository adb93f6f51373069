"""The closed set of constructors: phrases in phrases, and editions."""

import pytest

from ciie_timeline.forms import (
    After,
    Anniversary,
    AnnouncementRef,
    At,
    Before,
    Between,
    Calendar,
    Clock,
    Decade,
    EditionRef,
    EditionsRef,
    Every,
    Inception,
    Last,
    Nth,
    Part,
    Period,
    Portion,
    Relation,
    Season,
    SessionRef,
    Since,
    This,
)
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.values import Duration, Precision

YEAR, DAY = Precision.YEAR, Precision.DAY
MAY = Calendar(month=5)
TUESDAY = Calendar(weekday=2)


def at(hour, minute=None, *, day=None):
    return At(day, Clock(hour, minute))


def make(name, /, **slots):
    return CONSTRUCTORS[name](**slots)


# --------------------------------------------------------------------------- one phrase in another


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("clock_to", {"start": at(13), "hour": 4}, Between(at(13), at(16))),
        ("clock_to", {"start": at(9), "hour": 11}, Between(at(9), at(11))),
        ("clock_to", {"start": at(10), "hour": 12}, Between(at(10), at(12))),
        ("clock_to", {"start": at(22), "hour": 2}, Between(at(22), at(2))),
        ("clock_to", {"start": at(13), "hour": 13}, None),
        ("clock_to", {"start": MAY, "hour": 4}, None),
        ("clock_to", {"start": At(None, None, "night"), "hour": 4}, None),
        ("clock", {"hour": 1030, "half": "am"}, at(10, 30)),
        ("clock", {"hour": 1030}, None),
        (
            "day_hours",
            {"day": At(TUESDAY, None, "morning"), "start": at(9), "end": at(11)},
            Between(at(9, day=TUESDAY), at(11, day=TUESDAY)),
        ),
        ("day_hours", {"day": At(None, None, "morning"), "start": at(9), "end": at(11)}, None),
        ("then", {"unit": "fortnight"}, None),
        ("half_of", {"number": 1, "of": Last(YEAR)}, Nth(1, Precision.HALF, Last(YEAR))),
        ("half_of", {"number": -1, "of": Last(YEAR)}, Nth(-1, Precision.HALF, Last(YEAR))),
        ("half_of", {"number": 3, "of": Last(YEAR)}, None),
        ("half_of", {"number": 1, "of": Last(Precision.WEEK)}, None),
        ("half_of", {"number": 1, "of": Decade(1980)}, Part(Portion.EARLY, Decade(1980))),
        (
            "half_of",
            {"of": Part(Portion.LATE, Decade(1980))},
            Between(Nth(6, YEAR, Decade(1980)), Nth(10, YEAR, Decade(1980))),
        ),
        (
            "half_of",
            {"of": Part(Portion.EARLY, MAY)},
            Between(Nth(1, Precision.DAY, MAY), Nth(15, Precision.DAY, MAY)),
        ),
        ("half_of", {"of": Nth(1, Precision.HALF)}, Nth(1, Precision.HALF)),
        ("half_of", {"of": Last(YEAR)}, None),
        (
            "counted_from",
            {"of": Before(Duration(years=1)), "anchor": This(DAY)},
            Before(Duration(years=1), This(DAY)),
        ),
        (
            "counted_from",
            {"of": After(Duration(weeks=1)), "anchor": TUESDAY},
            After(Duration(weeks=1), TUESDAY),
        ),
        ("counted_from", {"of": Before(Duration(years=1), MAY), "anchor": TUESDAY}, None),
        ("counted_from", {"of": MAY, "anchor": TUESDAY}, None),
        (
            "every_at",
            {"of": Every(Duration(days=1)), "time": at(12)},
            Every(Duration(days=1), of=at(12)),
        ),
        (
            "every_at",
            {"of": Every(Duration(weeks=1), of=TUESDAY), "time": at(9)},
            Every(Duration(weeks=1), of=at(9, day=TUESDAY)),
        ),
        ("every_at", {"of": Every(Duration(years=1)), "time": at(12)}, None),
        ("every_at", {"of": Every(Duration(years=1), of=Season(2)), "time": at(12)}, None),
        ("every_at", {"of": MAY, "time": at(12)}, None),
        ("every_at", {"of": Every(Duration(days=1)), "time": MAY}, None),
        ("every_at", {"of": Every(Duration(days=1)), "time": at(12, day=MAY)}, None),
        (
            "lasting",
            {"of": Period(Duration(days=10)), "start": Calendar(None, 12, 18)},
            Between(
                Calendar(None, 12, 18),
                Before(Duration(days=1), After(Duration(days=10), Calendar(None, 12, 18))),
            ),
        ),
        (
            "lasting",
            {"of": Period(Duration(hours=2)), "start": at(9)},
            Between(at(9), After(Duration(hours=2), at(9))),
        ),
    ],
)
def test_one_phrase_in_another(name, slots, expected):
    assert expected == make(name, **slots)


@pytest.mark.parametrize(
    ("slots", "numbers"),
    [
        ({"first": 7, "last": 8}, (7, 8)),
        ({"first": 3, "middle": 5, "last": 8}, (3, 5, 8)),
        ({"first": 3, "last": 6, "through": True}, (3, 4, 5, 6)),
        ({"first": 8, "last": 7}, None),
        ({"first": 8, "last": 8}, None),
    ],
)
def test_editions_named_one_by_one(slots, numbers):
    found = make("listed", series="ciie", **slots)

    if numbers is None:
        assert found is None
    else:
        assert EditionsRef("listed", len(numbers), "ciie", numbers=numbers) == found


def test_a_row_of_editions_from_one_to_another_is_bounded():
    assert len(make("listed", first=1, last=10**9, through=True).numbers) < 1000


# --------------------------------------------------------------------------- editions

SIXTH = EditionRef("ciie", 6)


@pytest.mark.parametrize(
    ("name", "slots", "expected"),
    [
        ("edition", {"number": 6, "series": "ciie"}, EditionRef("ciie", 6)),
        ("edition", {"relation": "last"}, EditionRef(relation=Relation.LAST)),
        ("edition", {"seek": "upcoming", "noun": "expo"}, EditionRef(seek="upcoming", noun="expo")),
        ("edition", {"of": This(YEAR)}, EditionRef(of=This(YEAR))),
        ("edition", {"year": 2025, "series": "ciie"}, EditionRef("ciie", of=Calendar(2025))),
        (
            "edition",
            {"named": "Balkan Summit", "number": 1},
            EditionRef(None, 1, named="Balkan Summit"),
        ),
        ("editions", {"direction": "first", "number": 5}, EditionsRef("first", 5)),
        (
            "editions",
            {"direction": "total", "number": 5, "since": Calendar(2018), "noun": "expo"},
            EditionsRef("total", 5, None, Calendar(2018), None, "expo"),
        ),
        ("editions", {"direction": "previous", "unit": "year"}, EditionsRef("previous", unit=YEAR)),
        ("in_a_row", {"row": Period(Duration(years=7))}, EditionsRef("consecutive", 7, unit=YEAR)),
        ("in_a_row", {"row": Period(Duration(years=None))}, None),
        ("in_a_row", {"row": Period(Duration(days=7))}, None),
        ("in_a_row", {"row": MAY}, None),
        ("inception", {}, Since(Inception())),
        ("inception", {"series": "ciie"}, Since(Inception("ciie"))),
        ("inception", {"noun": "expo"}, Since(Inception(None, "expo"))),
        ("session", {"name": "Trade Forum"}, SessionRef("Trade Forum")),
        ("session", {"name": "Trade Forum", "edition": SIXTH}, SessionRef("Trade Forum", SIXTH)),
        (
            "session",
            {"part": ("ciie", "hongqiao-forum", "Hongqiao Forum")},
            SessionRef(
                "Hongqiao Forum", EditionRef("ciie", relation=Relation.THIS), "hongqiao-forum"
            ),
        ),
        (
            "session",
            {"part": ("ciie", "hongqiao-forum", "Hongqiao Forum"), "of": This(YEAR)},
            SessionRef("Hongqiao Forum", EditionRef("ciie", of=This(YEAR)), "hongqiao-forum"),
        ),
        (
            "session",
            {"part": ("ciie", "hongqiao-forum", "Hongqiao Forum"), "edition": SIXTH},
            SessionRef("Hongqiao Forum", SIXTH, "hongqiao-forum"),
        ),
        (
            "session",
            {"name": "opening ceremony", "series": "ciie"},
            SessionRef("opening ceremony", EditionRef("ciie", relation=Relation.THIS)),
        ),
        ("session", {"edition": SIXTH}, None),
        ("session", {"name": "Trade Forum", "edition": MAY}, None),
        ("announcement", {}, AnnouncementRef()),
        ("announcement", {"series": "ciie"}, AnnouncementRef("ciie")),
        ("anniversary", {"number": 10}, Anniversary(10)),
        ("anniversary", {"number": 10, "of": MAY}, Anniversary(10, MAY)),
    ],
)
def test_editions(name, slots, expected):
    assert expected == make(name, **slots)


def test_constructors_are_known_by_their_own_names():
    assert all(name == each.__name__ for name, each in CONSTRUCTORS.items())
