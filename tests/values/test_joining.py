"""Hulls and intersections: offsets, marks, gaps, and what they refuse."""

from datetime import date

import pytest

from ciie_timeline.errors import ValidationError
from ciie_timeline.values import Extent, Window, difference, hull, intersection, parse_edtf


@pytest.mark.parametrize(
    ("texts", "around"),
    [
        ("2023-01-01T12:00+08:00 2023-01-01T10:00Z", "2023-01-01T04:00Z/2023-01-01T10:01Z"),
        ("2023-01-01T12:00-04 2023-01-01T13:00-04", "2023-01-01T12:00-04/2023-01-01T13:01-04"),
        ("2023-11-05T09:00 2023-11-05T09:30", "2023-11-05T09:00/2023-11-05T09:31"),
        ("2023-11-05T09:00:15 2023-11-05T23:59:59", "2023-11-05T09:00:15/2023-11-06T00:00:00"),
        ("2023-11-05T09:00/2023-11-05T10:00 2023-11-05T08:00", "2023-11-05T08:00/2023-11-05T10:00"),
        ("2023-11-05T09:00 2023-11-06", "2023-11-05T09:00/2023-11-06"),
        ("2023-11-05T09:00Z 2023-11-07", "2023-11-05T09:00Z/2023-11-07"),
        ("201X? 2030", "2010-01-01?/2030"),
        ("1984 1984?", "1984?"),
        ("[2018~,2020] 2023%", "2018-01-01~/2023%"),
        ("{2018,2020~..2022?} 2000", "2000/2022-12-31?"),
        ("/2018 2020/..", "/.."),
        ("../2018 2020/", "../"),
    ],
)
def test_hull(texts, around):
    assert around == str(hull(*map(parse_edtf, texts.split())))


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ("/2018 2020/", "an end that is known or open"),
        (
            "2023-01-01T12:00+08:00 2023-01-01T10:00Z 2023-01-01T11:00",
            "offsets on all clock times or on none",
        ),
    ],
)
def test_hull_refuses(texts, message):
    with pytest.raises(ValidationError, match=message):
        hull(*map(parse_edtf, texts.split()))


@pytest.mark.parametrize(
    ("first", "second", "common"),
    [
        ("1984?", "1984?", "1984?"),
        ("1984?", "1984~", "1984%"),
        ("1984?", "1984", "1984?"),
        ("1984?", "1984-05", "1984-05"),
        ("1984?/1986", "1980/1985~", "1984?/1985~"),
        ("2023-11-05?", "2023-11-04T09:00/2023-11-05T09:00", "2023-11-05?/2023-11-05T09:00"),
        ("2023-11-05?", "2023-11-05T09:00/2023-11-06T09:00", "2023-11-05T09:00/2023-11-05?"),
        ("[2018?,2020]", "2018", "2018?"),
        ("{2018,2020}", "2019", "None"),
        ("[2018,2020]", "2019", "None"),
        ("{2018,2020}", "2020/2021", "2020"),
        ("2018~/..", "2017/..", "2018~/.."),
        ("2023-06-01T09:00Z", "2023", "2023-06-01T09:00Z"),
        ("2023", "2023-06-01T09:00Z", "2023-06-01T09:00Z"),
        ("2022", "2023-06-01T09:00Z", "None"),
    ],
)
def test_intersection(first, second, common):
    one, other = parse_edtf(first), parse_edtf(second)
    found = intersection(one, other)

    assert common == str(found)
    assert (found is None) is (one.overlaps(other) is False)


def test_intersection_of_clocks_that_cannot_be_compared():
    with pytest.raises(ValidationError, match="offsets on both sides or on neither"):
        intersection(parse_edtf("2023-06-01T09:00Z"), parse_edtf("2023-06-01"))


def test_what_has_no_notation_is_refused():
    far = Extent(Window(date(9999, 12, 1), None), Window(None, parse_edtf("Y10000").latest))

    with pytest.raises(ValidationError, match="a result that EDTF can write"):
        hull(parse_edtf("2023"), far)


@pytest.mark.parametrize(
    ("later", "earlier", "unit", "expected"),
    [
        ("2023-11-05T09:00", "2023-11-05", "days", "P0D"),
        ("2023-11-06T00:30", "2023-11-05", "days", "P1D"),
        ("2023-11-05T09:00/2023-11-06T00:00", "2023-11-05", "days", "P0D..P0D"),
        ("2023-11-05T09:00", "2023-11-05T08:30", "days", "PT30M"),
        ("2023-11-05T09:00Z", "2023-11-05T08:30Z", "days", "PT30M"),
        ("2023-11-05T09:00Z", "2023-11-05T09:00", "days", "-PT12H..PT14H"),
        ("2023-11-05T09:00", "2023-11-05T09:00Z", "days", "-PT14H..PT12H"),
        ("2023-11-05T12:00Z", "2023-11-01", "days", "P4D..P5D"),
        ("2023-11-01", "2023-11-05T12:00Z", "days", "-P5D..-P4D"),
        ("2025-02-28", "2024-02-29", "years", "P1Y"),
        ("2024-02-29", "2023-03-31", "months", "P11M"),
        ("2024-02-29", "2024-01-31", "months", "P1M"),
        ("2024-02-28", "2024-01-31", "months", "P0D"),
    ],
)
def test_difference(later, earlier, unit, expected):
    found = difference(parse_edtf(later), parse_edtf(earlier), unit=unit)

    first, _, last = expected.partition("..")
    assert first == str(found.shortest)
    assert (last or first) == str(found.longest)
