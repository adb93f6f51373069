"""Durations in ISO 8601 and TimeML text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ciie_timeline.errors import InputError, ValidationError
from ciie_timeline.values import Duration

COUNTS = st.none() | st.integers(0, 10**6)
UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds", "quarters", "decades")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("P5Y", {"years": 5}),
        ("P1Y6M", {"years": 1, "months": 6}),
        ("P2W", {"weeks": 2}),
        ("P6D", {"days": 6}),
        ("PT90M", {"minutes": 90}),
        ("P1DT12H30M5S", {"days": 1, "hours": 12, "minutes": 30, "seconds": 5}),
        ("PXY", {"years": None}),
        ("PXM", {"months": None}),
        ("PTXM", {"minutes": None}),
        ("P2DE", {"decades": 2}),
        ("PXCE", {"centuries": None}),
        ("P1ML", {"millennia": 1}),
        ("P3Q", {"quarters": 3}),
        ("P1.5D", {"days": Decimal("1.5")}),
        ("P0D", {}),
        ("-P3D", {"days": -3}),
        ("-P1Y2M", {"years": -1, "months": -2}),
        ("P1Y-2M", {"years": 1, "months": -2}),
        ("P-1DT0.5H", {"days": -1, "hours": Decimal("0.5")}),
    ],
)
def test_text_and_counts_agree(text, counts):
    duration = Duration(**counts)

    assert text == str(duration) == duration.to_timex()
    assert duration == Duration.parse(text) == Duration.of(**counts)
    assert f"Duration('{text}')" == repr(duration)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("PT0S", "P0D"),
        ("P0Y", "P0D"),
        ("P1,5D", "P1.5D"),
        ("P2.0D", "P2D"),
        ("P1.50D", "P1.5D"),
        ("-P-3D", "P3D"),
        ("+P3D", "P3D"),
        ("P007D", "P7D"),
    ],
)
def test_other_spellings_are_read(text, same):
    assert same == str(Duration.parse(text))


@pytest.mark.parametrize(
    ("duration", "iso"),
    [
        (Duration(decades=2), "P20Y"),
        (Duration(decades=2, years=3), "P23Y"),
        (Duration(centuries=1, months=1), "P100Y1M"),
        (Duration(millennia=1), "P1000Y"),
        (Duration(quarters=2, months=1), "P7M"),
        (Duration(decades=None), "PXY"),
        (Duration(decades=1, years=None), "PXY"),
        (Duration(days=3), "P3D"),
    ],
)
def test_iso_has_no_decades_and_quarters(duration, iso):
    assert iso == duration.to_iso()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "PT",
        "P1",
        "1Y",
        "P1YT",
        "P1M1Y",
        "P1H",
        "PT1Y",
        "P1.5Y2M",
        "PY",
        "p1y",
        "P1Y ",
        "PXXD",
        "P٣D",
    ],
)
def test_other_texts_are_refused(text):
    with pytest.raises(InputError):
        Duration.parse(text)


@pytest.mark.parametrize(
    "counts",
    [
        {"days": 1.5},
        {"days": "1"},
        {"days": True},
        {"fortnights": 1},
        {"years": Decimal("0.5"), "days": 1},
        {"days": Decimal("NaN")},
        {"days": Decimal("Infinity")},
    ],
)
def test_wrong_counts_are_refused(counts):
    with pytest.raises(ValidationError, match=r"Duration|fraction"):
        Duration.of(**counts)


def test_vague_durations_cannot_be_turned_round():
    assert Duration(years=None).is_vague
    assert str(-Duration(years=1)) == "-P1Y"
    with pytest.raises(ValidationError):
        -Duration(years=None)


@given(st.dictionaries(st.sampled_from(UNITS), COUNTS))
def test_reading_what_was_written_gives_the_duration_back(counts):
    duration = Duration(**counts)

    assert duration == Duration.parse(duration.to_timex())
    assert duration.to_iso() == Duration.parse(duration.to_iso()).to_iso()
