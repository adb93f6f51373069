"""What is refused: other types, results without a notation, counts beyond reason; and the hints."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ciie_timeline.errors import InputError, ValidationError
from ciie_timeline.values import (
    Duration,
    Padding,
    Precision,
    convert,
    difference,
    hull,
    intersection,
    parse_edtf,
)

YEAR = parse_edtf("2023")
QUESTIONS = ["before", "after", "during", "contains", "overlaps", "equals", "relation"]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("other", "hint"),
    [
        ("2024", "found str '2024': parse_edtf reads a text"),
        (None, "found NoneType None"),
        (date(2024, 1, 1), r"found date datetime.date\(2024, 1, 1\): convert.from_date"),
    ],
)
def test_questions_about_what_is_no_time_value(question, other, hint):
    with pytest.raises(ValidationError, match=hint):
        getattr(YEAR, question)(other)


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: YEAR.shift("P1Y"), "shift: expected a Duration, found str 'P1Y': Duration.parse"),
        (lambda: YEAR.shift(timedelta(1)), "found timedelta .*: convert.from_timedelta"),
        (lambda: YEAR.truncate("month"), "truncate: expected a Precision such as Precision.MONTH"),
        (lambda: YEAR.pad(None), "pad: expected a Padding, found None"),
        (lambda: hull(YEAR, "2024"), "hull: expected a time value, found str '2024'"),
        (lambda: hull("2024"), "hull: expected a time value, found str '2024'"),
        (lambda: intersection(YEAR, "2024"), "intersection: expected a time value"),
        (lambda: difference(YEAR, 1), "difference: expected a time value, found int 1"),
        (lambda: convert.to_datetime(parse_edtf("2018/2019")), "expected a date with a clock time"),
        (
            lambda: convert.to_datetime(parse_edtf("9999-12-31T24:00")),
            "to_datetime: expected a year from 1 to 9999",
        ),
        (lambda: convert.from_date("2023-11-05"), "expected a date or a FarDay"),
        (lambda: convert.from_datetime(date(2023, 11, 5)), "from_datetime: expected a datetime"),
        (lambda: convert.to_date("2023-11-05"), "to_date: expected a time value"),
        (lambda: [*convert.days("2023")], "days: expected a time value"),
        (lambda: convert.to_timedelta("P1D"), "to_timedelta: expected a Duration"),
        (
            lambda: convert.to_datetime(parse_edtf("0001-01-01T00:00+08:00"), UTC),
            "to_datetime: expected a year from 1 to 9999 in UTC",
        ),
        (
            lambda: convert.to_timedelta(Duration(days=10**12)),
            "to_timedelta: expected at most 999999999 days",
        ),
        (
            lambda: parse_edtf("2023-11-05T09:00").qualified("?"),
            "expected a date without a clock time",
        ),
        (
            lambda: parse_edtf("1984~").pad(Padding(approximate=Duration(years=-5))),
            "pad: expected a margin that is said and not negative",
        ),
        (lambda: parse_edtf("201X") + Duration(days=1), "expected whole units of 2010"),
        (lambda: parse_edtf("2023-11-05?") + Duration(hours=1), "no marks beside clock times"),
        (lambda: parse_edtf("2023-11?") + Duration(hours=1), "no marks beside clock times"),
        (lambda: parse_edtf("1984~/1986") + Duration(days=1), "have no marks"),
    ],
)
def test_other_types_and_ranges(ask, message):
    with pytest.raises(ValidationError, match=message):
        ask()


@pytest.mark.parametrize("other", [1, timedelta(1), "P1Y", None])
def test_foreign_operands(other):
    for left in (YEAR, Duration(years=1)):
        with pytest.raises(TypeError, match="unsupported operand"):
            left + other
        with pytest.raises(TypeError, match="unsupported operand"):
            left - other
    with pytest.raises(TypeError):
        Duration(years=1) * 1.5


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("9999-12-31", Duration(days=1)),
        ("9999-12", Duration(months=1)),
        ("-9999-01", Duration(months=-1)),
        ("9999-12/..", Duration(months=1)),
        ("[9999-11,9999-12]", Duration(months=1)),
        ("{9998-12..9999-11}", Duration(months=12)),
        ("9999-12-31T23:00Z", Duration(hours=1)),
        ("9999-36", Duration(months=3)),
        ("2023", Duration(years=10**100)),
        ("2023", Duration(years=10**5000)),
    ],
)
def test_results_without_a_notation(text, by):
    with pytest.raises(ValidationError, match="a result that EDTF can write"):
        parse_edtf(text) + by


def test_far_years_are_written():
    assert "Y10000" == str(parse_edtf("9999") + Duration(years=1))
    assert "Y-10000" == str(parse_edtf("-9999") - Duration(years=1))


@pytest.mark.parametrize("text", ["P" + "9" * 5000 + "Y", "PT0." + "1" * 200 + "S"])
def test_counts_beyond_reason(text):
    with pytest.raises(InputError, match="at most 100 characters"):
        Duration.parse(text)
    with pytest.raises(InputError, match="at most 100 characters"):
        convert.from_timex(text)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1984~/1986", False, True),
        ("1984/1986?", True, False),
        ("[1984%..1986]", True, True),
        ("{1984,1986?}", True, False),
        ("../1984", False, False),
        ("2023", False, False),
    ],
)
def test_marks_of_any_value(text, uncertain, approximate):
    value = parse_edtf(text)

    assert uncertain is value.uncertain
    assert approximate is value.approximate


def test_extents_have_no_marks():
    extent = parse_edtf("1984-05/1986-05") + Duration(days=10)

    assert (False, False) == (extent.uncertain, extent.approximate)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("198X~", "1980~ 1981~ 1982~ 1983~ 1984~ 1985~ 1986~ 1987~ 1988~ 1989~"),
        ("?1984-1X", "?1984-10 ?1984-11 ?1984-12"),
        ("[2018?]", "2018?"),
        ("[1984~..1986~]", "1984~ 1985~ 1986~"),
        ("[1984~..1986]", "1984~ 1985 1986"),
        ("[1984%..1986?]", "1984% 1985? 1986?"),
        ("[1984?..1986%]", "1984? 1985? 1986%"),
        ("[1984?..1986~]", "1984? 1985 1986~"),
        ("1984~/1986", "1984~ 1985 1986"),
        ("2004~/2005-02", " ".join(f"2004-{m:02d}~" for m in range(1, 13)) + " 2005-01 2005-02"),
        ("2023-11-05?/2023-11-07", "2023-11-05? 2023-11-06 2023-11-07"),
    ],
)
def test_dates_keep_their_marks(text, dates):
    assert dates == " ".join(map(str, parse_edtf(text).dates()))


def test_durations_add_up():
    assert Duration(years=1, months=None) == Duration(years=1) + Duration(months=None)
    assert Duration(days=2) == Duration(days=5) - Duration(days=3)
    assert Duration() == Duration(days=None) * 0
    assert Duration(weeks=6) == 3 * Duration(weeks=2) == Duration(weeks=2) * 3
    assert YEAR + Duration(years=3) == YEAR + Duration(years=1) * 3


def test_no_precision_is_guessed():
    assert parse_edtf("2023-11") == parse_edtf("2023-11-05").truncate(Precision.MONTH)
    assert datetime(2023, 11, 5, 9, 0) == convert.to_datetime(parse_edtf("2023-11-05T09:00"))


@pytest.mark.parametrize("text", ["-198X", "-19XX", "198X", "-0044", "XXXX"])
def test_timex_of_masked_years_and_back(text):
    assert parse_edtf(text) == convert.from_timex(convert.to_timex(parse_edtf(text)))
