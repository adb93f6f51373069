"""Building values by hand: what is checked, what is kept, what is shown."""

from datetime import date

import attrs
import pytest

from ciie_timeline.errors import FormatError, ValidationError
from ciie_timeline.values import (
    Allen,
    AllOf,
    Bound,
    Clock,
    Extent,
    FarDay,
    Interval,
    Mask,
    MemberRange,
    OneOf,
    PartialDate,
    Precision,
    Qualifiers,
    Scale,
    Window,
    parse_edtf,
)

YEAR = PartialDate(2018)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        ({"year": 2018}, "2018"),
        ({"year": -44, "month": 3, "day": 15}, "-0044-03-15"),
        ({"year": 12345}, "Y12345"),
        ({"year": 2018, "month": 21}, "2018-21"),
        ({"year": 2018, "month": 11, "day": 5, "clock": Clock(9, 0)}, "2018-11-05T09:00"),
        ({"year": 2018, "qualifiers": Qualifiers.whole("?", 1)}, "2018?"),
        ({"year": 2010, "digits": Mask(year="201X")}, "201X"),
        ({"year": 3_388_000, "digits": Scale(3, 2)}, "Y3388E3S2"),
    ],
)
def test_checked_dates_can_be_built(arguments, text):
    assert text == str(PartialDate.of(**arguments))
    assert parse_edtf(text) == PartialDate.of(**arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {"year": 2018, "month": 13},
        {"year": 2018, "month": 2, "day": 29},
        {"year": 2018, "day": 5},
        {"year": 2018, "month": 21, "day": 5},
        {"year": 12345, "month": 5},
        {"year": "2018"},
        {"year": 2018, "month": 5.0},
        {"year": True},
        {"year": 2018, "month": 5, "clock": Clock(9, 0)},
        {"year": 2018, "month": 5, "day": 1, "clock": Clock(25, 0)},
        {"year": 2018, "digits": Mask(year="201X")},
        {"year": 2018, "digits": Scale(0, 5)},
        {"year": 2018, "digits": Scale(0, None)},
        {"year": 2018, "qualifiers": Qualifiers()},
        {"year": 2018, "qualifiers": Qualifiers.whole("~", 2)},
        {"year": 2018, "qualifiers": Qualifiers.whole("!", 1)},
    ],
)
def test_wrong_dates_are_refused(arguments):
    with pytest.raises(ValidationError, match="PartialDate"):
        PartialDate.of(**arguments)


def test_dates_are_frozen_and_show_their_text():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        YEAR.year = 2019

    assert repr(YEAR) == "PartialDate('2018')"
    assert {PartialDate(2018): "a"} == {YEAR: "a"}


def test_marks_of_a_date_can_be_changed():
    marked = parse_edtf("2018-?11")

    assert str(marked.qualified("~")) == "2018-11~"
    assert str(marked.qualified("")) == "2018-11"
    assert str(parse_edtf("201X-XX").qualified("%")) == "201X-XX%"


@pytest.mark.parametrize(("text", "mark"), [("2018", "!"), ("2018-11-05T09:00", "~")])
def test_marks_are_checked(text, mark):
    with pytest.raises(ValidationError, match="mark"):
        parse_edtf(text).qualified(mark)


@pytest.mark.parametrize(
    ("text", "effective", "overall"),
    [
        ("2018-11-05", ("", "", ""), ""),
        ("2018-11-05?", ("?", "?", "?"), "?"),
        ("2018-11~-05", ("~", "~", ""), "~"),
        ("2018-~11-05", ("", "~", ""), "~"),
        ("?2018-11-~05", ("?", "", "~"), "%"),
        ("2018?-11-05~", ("%", "~", "~"), "%"),
    ],
)
def test_marks_reach_as_far_as_the_standard_says(text, effective, overall):
    marks = parse_edtf(text).qualifiers or Qualifiers()

    assert effective == marks.effective()
    assert overall == marks.overall()


def test_masks_and_scales_can_be_told_apart():
    masked, scaled = parse_edtf("201X"), parse_edtf("1851S2")

    assert (Mask(year="201X"), None) == (masked.mask, masked.scale)
    assert (None, Scale(0, 2)) == (scaled.mask, scaled.scale)
    assert (YEAR.mask, YEAR.scale) == (None, None)
    assert parse_edtf("2018-XX-XX").components == 3


@pytest.mark.parametrize(
    ("clock", "text", "offset"),
    [
        (Clock(9, 5), "09:05", None),
        (Clock(9, 5, 7), "09:05:07", None),
        (Clock(9, 5, zone="Z"), "09:05Z", 0),
        (Clock(9, 5, 7, "-04"), "09:05:07-04", -240),
        (Clock(9, 5, 7, "+04:30"), "09:05:07+04:30", 270),
    ],
)
def test_clock_times(clock, text, offset):
    assert text == str(clock)
    assert offset == clock.offset


def test_intervals_are_checked():
    assert str(Interval.of(YEAR, Bound.OPEN)) == "2018/.."
    assert str(Interval.of(Bound.UNKNOWN, YEAR)) == "/2018"
    for start, end in ((YEAR, PartialDate(2017)), (Bound.UNKNOWN, Bound.UNKNOWN), ("2018", YEAR)):
        with pytest.raises(ValidationError, match="Interval"):
            Interval.of(start, end)


@pytest.mark.parametrize("kind", [OneOf, AllOf])
def test_sets_are_checked(kind):
    assert kind.of(YEAR).members == (YEAR,)
    for members in (
        (),
        (parse_edtf("2018-11-05T09:00"),),
        (MemberRange(YEAR, PartialDate(2017)),),
        (MemberRange(YEAR, Bound.UNKNOWN),),
        (MemberRange(Bound.OPEN, Bound.OPEN),),
    ):
        with pytest.raises(ValidationError, match=kind.__name__):
            kind.of(*members)


def test_one_of_and_all_of_differ():
    assert OneOf((YEAR,)) != AllOf((YEAR,))
    assert MemberRange(Bound.OPEN, Bound.OPEN).precision is Precision.MILLENNIUM


NOVEMBER = Window(date(2024, 11, 1), date(2024, 11, 9))
LATER = Window(date(2024, 11, 6), date(2024, 11, 14))


def test_extents_know_their_windows():
    extent = Extent.of(NOVEMBER, LATER, ("a", "b"))

    assert (date(2024, 11, 1), date(2024, 11, 14)) == (extent.earliest, extent.latest)
    assert extent.precision is Precision.DAY
    assert not extent.is_exact
    assert str(extent) == "start 2024-11-01..2024-11-09, end 2024-11-06..2024-11-14"
    assert extent.interval[0].isoformat() == "2024-11-01T00:00:00"
    assert extent.interval[1].isoformat() == "2024-11-15T00:00:00"
    assert extent.premises == ("a", "b")


def test_extents_have_no_notation_but_a_hull():
    extent = Extent(NOVEMBER, LATER)

    with pytest.raises(FormatError, match="enclosing=True"):
        extent.to_edtf()
    assert extent.to_edtf(enclosing=True) == "2024-11-01/2024-11-14"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2024, 11, 5), date(2024, 11, 5), "2024-11-05"),
        (None, date(2024, 11, 5), "/2024-11-05"),
        (date(2024, 11, 5), None, "2024-11-05/"),
        (FarDay(-44, 3, 15), date(2024, 11, 5), "-0044-03-15/2024-11-05"),
        (date(2024, 11, 5), FarDay(12345, 6, 1), "2024-11-05/Y12345"),
        (FarDay(-9999, 6, 1), date(2024, 11, 5), "-9999-06-01/2024-11-05"),
    ],
)
def test_hulls_of_extents(first, last, text):
    found = Extent(Window(first, first), Window(last, last)).to_edtf(enclosing=True)

    assert text == found
    assert parse_edtf(found)


def test_nothing_known_has_no_hull():
    with pytest.raises(FormatError, match="known day"):
        Extent(Window(None, None), Window(None, None)).to_edtf(enclosing=True)


def test_extents_are_checked():
    day = Window(date(2024, 11, 5), date(2024, 11, 5))
    backwards = Window(date(2024, 11, 6), date(2024, 11, 5))

    assert Extent.of(day, day).is_exact
    for start, end in ((backwards, day), (day, backwards), (LATER, day)):
        with pytest.raises(ValidationError, match="Extent"):
            Extent.of(start, end)


def test_windows_show_what_is_not_known():
    assert str(Window(date(2024, 11, 5), None)) == "2024-11-05.."
    assert str(Window(None, date(2024, 11, 5))) == "..2024-11-05"


def test_vocabularies():
    assert [*range(15)] == [precision.rank for precision in Precision]
    assert 13 == len(Allen) == len({relation.converse for relation in Allen})
    assert all(relation is relation.converse.converse for relation in Allen)


def test_the_public_names_are_those_listed():
    from ciie_timeline import values

    assert sorted(values.__all__, key=lambda name: (name[0].islower(), name)) == sorted(
        set(values.__all__), key=lambda name: (name[0].islower(), name)
    )
    for name in values.__all__:
        assert getattr(values, name)
