"""Laws of time values, on generated values of all levels: 500 examples each under CI, else 100.

``LAW_EXAMPLES`` in the environment sets another number, ``FUZZ_EXAMPLES`` that of the texts alone.
"""

import os
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ciie_timeline.errors import EdtfError, ValidationError
from ciie_timeline.values import (
    Allen,
    AllOf,
    Bound,
    Clock,
    Duration,
    Interval,
    MemberRange,
    OneOf,
    PartialDate,
    Qualifiers,
    Scale,
    hull,
    intersection,
    parse_edtf,
)

EXAMPLES = int(os.environ.get("LAW_EXAMPLES", "500" if os.environ.get("CI") else "100"))
LAW = settings(max_examples=EXAMPLES, deadline=None)
FUZZ = settings(max_examples=int(os.environ.get("FUZZ_EXAMPLES", EXAMPLES)), deadline=None)

MARKS = st.sampled_from(["", "", "", "?", "~", "%"])
NEAR_YEARS = st.integers(1, 9998)
SMALL_YEARS = st.integers(1995, 2005)
YEARS = st.integers(-9999, 9999)


@st.composite
def plain(draw, years=YEARS, finest="day"):
    """A date with a year, a month or part of a year, or a day."""
    year = draw(years)
    shape = draw(st.sampled_from(["year", "month", "season", "day"]))
    if shape == "year":
        return PartialDate(year)
    if shape == "season":
        return PartialDate(year, draw(st.integers(21, 41)))
    month = draw(st.integers(1, 12))
    if shape == "month" or finest == "month":
        return PartialDate(year, month)
    length = monthrange(2000 if year % 4 == 0 and year % 400 in range(0, 400, 4) else 2001, month)[
        1
    ]
    if month == 2 and year % 100 == 0 and year % 400:
        length = 28
    return PartialDate(year, month, draw(st.integers(1, length)))


@st.composite
def masked_texts(draw, years=YEARS):
    """A date with some digits masked; as the unmasked one exists, so does what is left."""
    text = str(draw(plain(years)))
    parts = text.lstrip("-").split("-")
    season = len(parts) > 1 and parts[1] > "12"
    hidden = [
        "".join("X" if draw(st.booleans()) else digit for digit in part)
        if not (season and place == 1)
        else part
        for place, part in enumerate(parts)
    ]
    return "-" * text.startswith("-") + "-".join(hidden)


@st.composite
def dates(draw, years=YEARS):
    """A date of level 0, 1 or 2 without a clock time, with or without marks."""
    text = draw(st.one_of(plain(years).map(str), masked_texts(years)))
    sign = "-" if text.startswith("-") else ""
    parts = text.lstrip("-").split("-")
    marked = [
        f"{draw(MARKS)}{sign if n == 0 else ''}{part}{draw(MARKS)}" for n, part in enumerate(parts)
    ]
    return parse_edtf("-".join(marked))


@st.composite
def far_dates(draw):
    """A year beyond four digits, or with exponent or significant digits."""
    exponent = draw(st.sampled_from([0, 0, 1, 5, 30]))
    mantissa = draw(st.integers(1, 99_999) if exponent else st.integers(1, 10**12))
    year = draw(st.sampled_from([1, -1])) * mantissa * 10**exponent
    significant = draw(st.none() | st.integers(1, len(str(abs(year)))))
    mark = draw(MARKS)
    return PartialDate(
        year,
        qualifiers=Qualifiers.whole(mark, 1) if mark else None,
        digits=Scale(exponent, significant) if exponent or significant else None,
    )


@st.composite
def clocked(draw, years=YEARS):
    """A day with a clock time, local or with an offset."""
    day = draw(plain(years).filter(lambda value: value.day is not None))
    zone = draw(st.sampled_from(["", "", "Z", "-04", "+04:30", "+14:00"]))
    clock = Clock(
        draw(st.integers(0, 23)),
        draw(st.integers(0, 59)),
        draw(st.none() | st.integers(0, 59)),
        zone,
    )
    return PartialDate(day.year, day.month, day.day, clock=clock)


def single(years=YEARS):
    return st.one_of(dates(years), clocked(years))


@st.composite
def intervals(draw, ends=None, *, bounds=True):
    """An interval in order, perhaps with an open or unknown end."""
    ends = single() if ends is None else ends
    start, end = draw(ends), draw(ends)
    if bounds:
        side = draw(st.sampled_from(["both", "both", "start", "end"]))
        missing = draw(st.sampled_from(Bound))
        if side != "both":
            return Interval(start, missing) if side == "start" else Interval(missing, end)
    return Interval(start, end) if Interval(start, end).is_ordered() else Interval(end, start)


@st.composite
def member_lists(draw, years=YEARS, *, bounds=True):
    """Members of a set: dates and ranges, with open ranges where they may stand."""
    members = []
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            members.append(draw(dates(years)))
        else:
            first = draw(plain(years))
            last = draw(plain(years).filter(lambda date, first=first: same_shape(first, date)))
            members.append(MemberRange(*sorted((first, last), key=lambda date: date.span())))
    if bounds and draw(st.booleans()):
        members.insert(0, MemberRange(Bound.OPEN, draw(plain(years))))
    if bounds and draw(st.booleans()):
        members.append(MemberRange(draw(plain(years)), Bound.OPEN))
    return tuple(members)


def same_shape(first, second):
    groups = [21, 25, 29, 33, 37, 40, 42]

    def shape(value):
        month = value.month or 0
        return (value.day is None, value.month is None, sum(month >= code for code in groups))

    return shape(first) == shape(second)


def sets():
    return st.one_of(member_lists().map(OneOf), member_lists().map(AllOf))


def values():
    """Any value that has a notation."""
    return st.one_of(single(), far_dates(), intervals(), sets())


def near_values():
    """Values whose days Python's ``date`` can hold, close enough to each other to meet."""
    near = SMALL_YEARS
    return st.one_of(
        dates(near),
        intervals(dates(near), bounds=False),
        member_lists(near, bounds=False).map(OneOf),
    )


# What a value can turn out to be, found without the code under test: pairs of days, end exclusive.


def unit_days(text):
    """First day and day after the last of a year, month, part of a year or day."""
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    if len(parts) == 1:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if len(parts) == 3:
        day = date(*parts)
        return day, day + timedelta(1)
    month, count = {
        **{month: (month, 1) for month in range(1, 13)},
        **{code: ((code - 21) % 4 * 3 + 3, 3) for code in range(21, 29)},
        29: (9, 3),
        30: (12, 3),
        31: (3, 3),
        32: (6, 3),
        **{code: ((code - 33) * 3 + 1, 3) for code in range(33, 37)},
        **{code: ((code - 37) * 4 + 1, 4) for code in range(37, 40)},
        **{code: ((code - 40) * 6 + 1, 6) for code in range(40, 42)},
    }[parts[1]]
    after = month + count - 1
    return date(year, month, 1), date(year + after // 12, after % 12 + 1, 1)


def sampled_date(draw, value):
    """One date that a date can be, its masked digits drawn at random."""
    text = str(value.qualified(""))
    masked_month = value.mask is not None and value.mask.month is not None
    for _ in range(200):
        filled = "".join(draw.choice("0123456789") if sign == "X" else sign for sign in text)
        if masked_month and filled[5:7] > "12":
            continue  # the digits of a month, not of a part of the year
        try:
            return unit_days(filled)
        except (ValueError, KeyError):
            continue
    return None


def sampled(random, value):
    """One stretch of days that a value can be; None when none was found by chance."""
    if isinstance(value, PartialDate):
        return sampled_date(random, value)
    if isinstance(value, OneOf):
        member = random.choice(value.members)
        if isinstance(member, PartialDate):
            return sampled_date(random, member)
        each = random.choice([*AllOf((member,)).dates()])
        return unit_days(str(each))
    start, end = sampled_date(random, value.start), sampled_date(random, value.end)
    if start is None or end is None:
        return None
    first = start[0] + timedelta(random.randrange((start[1] - start[0]).days))
    last = end[0] + timedelta(random.randrange((end[1] - end[0]).days))
    return (first, last + timedelta(1)) if first <= last else None


def allen(first, second):
    """The relation of two known stretches, by the textbook."""
    (s1, e1), (s2, e2) = first, second
    table = {
        Allen.BEFORE: e1 < s2,
        Allen.MEETS: e1 == s2,
        Allen.OVERLAPS: s1 < s2 < e1 < e2,
        Allen.FINISHED_BY: s1 < s2 and e1 == e2,
        Allen.CONTAINS: s1 < s2 and e2 < e1,
        Allen.STARTS: s1 == s2 and e1 < e2,
        Allen.EQUALS: s1 == s2 and e1 == e2,
        Allen.STARTED_BY: s1 == s2 and e2 < e1,
        Allen.DURING: s2 < s1 and e1 < e2,
        Allen.FINISHES: s2 < s1 and e1 == e2,
        Allen.OVERLAPPED_BY: s2 < s1 < e2 < e1,
        Allen.MET_BY: s1 == e2,
        Allen.AFTER: s1 > e2,
    }
    (found,) = [relation for relation, holds in table.items() if holds]
    return found


@LAW
@given(values())
def test_reading_what_was_written_gives_the_value_back(value):
    again = parse_edtf(value.to_edtf())

    assert value == again
    assert hash(value) == hash(again)
    assert value.to_edtf() == again.to_edtf()


@LAW
@given(values(), values())
def test_equality_and_hash_go_by_the_notation(first, second):
    assert (first == second) is (first.to_edtf() == second.to_edtf())
    if first == second:
        assert hash(first) == hash(second)


@LAW
@given(values())
def test_canonical_notation_is_stable_and_means_the_same(value):
    once = value.canonical()

    assert once == once.canonical()
    assert once == parse_edtf(once.to_edtf())
    assert value.span(zoned=value.has_offset) == once.span(zoned=once.has_offset)


@LAW
@given(values())
def test_bounds_agree_with_the_interval(value):
    start, end = value.interval

    if start is not None and isinstance(value.earliest, date):
        assert start.date() == value.earliest
    if end is not None and isinstance(value.latest, date):
        assert (end - timedelta(microseconds=1)).date() == value.latest
    if value.earliest is not None and value.latest is not None:
        assert value.earliest <= value.latest


@LAW
@given(near_values(), near_values())
def test_relation_has_a_converse(first, second):
    forth, back = first.relation(second), second.relation(first)

    assert forth == {relation.converse for relation in back}
    assert first.before(second) is second.after(first)
    assert first.during(second) is second.contains(first)
    assert first.overlaps(second) is second.overlaps(first)
    assert first.equals(second) is second.equals(first)


@LAW
@given(near_values(), near_values(), st.randoms(use_true_random=False))
def test_relations_hold_for_what_values_turn_out_to_be(first, second, random):
    one, other = sampled(random, first), sampled(random, second)
    assume(one is not None and other is not None)
    (s1, e1), (s2, e2) = one, other

    assert allen(one, other) in first.relation(second)
    for verdict, truth in (
        (first.before(second), e1 <= s2),
        (first.after(second), e2 <= s1),
        (first.during(second), s2 <= s1 and e1 <= e2),
        (first.contains(second), s1 <= s2 and e2 <= e1),
        (first.overlaps(second), s1 < e2 and s2 < e1),
        (first.equals(second), one == other),
    ):
        assert verdict in (truth, None)


@LAW
@given(
    member_lists(SMALL_YEARS, bounds=False), dates(SMALL_YEARS), st.randoms(use_true_random=False)
)
def test_relations_of_all_of_sets_hold_day_by_day(members, other, random):
    whole, days = AllOf(members), set()
    for member in members:
        stretch = (
            sampled_date(random, member)
            if isinstance(member, PartialDate)
            else (unit_days(str(member.start))[0], unit_days(str(member.end))[1])
        )
        assume(stretch is not None)
        days.update(range(stretch[0].toordinal(), stretch[1].toordinal()))
    one = sampled_date(random, other)
    assume(one is not None)
    others = set(range(one[0].toordinal(), one[1].toordinal()))

    for verdict, truth in (
        (whole.before(other), max(days) < min(others)),
        (whole.after(other), min(days) > max(others)),
        (whole.during(other), days <= others),
        (whole.contains(other), others <= days),
        (whole.overlaps(other), bool(days & others)),
        (whole.equals(other), days == others),
    ):
        assert verdict in (truth, None)


@LAW
@given(
    member_lists(SMALL_YEARS).map(AllOf),
    st.one_of(near_values(), member_lists(SMALL_YEARS).map(AllOf)),
)
def test_relation_never_says_what_a_question_denies(whole, other):
    assume(f"{whole.to_edtf()} {other.to_edtf()}".count("X") <= 1)
    found = whole.relation(other)
    outside = {Allen.BEFORE, Allen.MEETS, Allen.AFTER, Allen.MET_BY}
    inside = {Allen.DURING, Allen.STARTS, Allen.FINISHES, Allen.EQUALS}

    assert found == {relation.converse for relation in other.relation(whole)}
    for verdict, wanted in (
        (whole.before(other), {Allen.BEFORE, Allen.MEETS}),
        (whole.after(other), {Allen.AFTER, Allen.MET_BY}),
        (whole.during(other), inside),
        (whole.contains(other), {relation.converse for relation in inside}),
        (whole.overlaps(other), set(Allen) - outside),
        (whole.equals(other), {Allen.EQUALS}),
    ):
        assert verdict is not False or not found & wanted


@LAW
@given(
    st.one_of(clocked(st.just(2023)), plain(st.just(2023))),
    st.one_of(clocked(st.just(2023)), plain(st.just(2023))),
    st.integers(-12 * 4, 14 * 4),
)
def test_relations_hold_wherever_local_times_are_told(first, second, quarters):
    """With any one local offset in use, both become instants; no answer contradicts them."""

    def instants(value):
        start, end = value.interval
        offset = value.clock.offset if value.has_offset else 15 * quarters
        return start - timedelta(minutes=offset), end - timedelta(minutes=offset)

    one, other = instants(first), instants(second)
    (s1, e1), (s2, e2) = one, other

    assert allen(one, other) in first.relation(second)
    for verdict, truth in (
        (first.before(second), e1 <= s2),
        (first.after(second), e2 <= s1),
        (first.during(second), s2 <= s1 and e1 <= e2),
        (first.contains(second), s1 <= s2 and e2 <= e1),
        (first.overlaps(second), s1 < e2 and s2 < e1),
        (first.equals(second), one == other),
    ):
        assert verdict in (truth, None)


@LAW
@given(st.lists(clocked(st.just(2023)), min_size=2, max_size=5))
def test_hull_of_clock_times_encloses_each(found):
    alike = [value for value in found if value.has_offset is found[0].has_offset]

    around = hull(*alike)

    assert around == parse_edtf(str(around))
    for value in alike:
        assert value.during(around) is True


@LAW
@given(masked_texts(), st.data())
def test_narrowing_shrinks_the_bounds(text, data):
    """A masked digit that becomes known never widens the window."""
    assume("X" in text)
    wide = parse_edtf(text)
    place = data.draw(st.sampled_from([n for n, sign in enumerate(text) if sign == "X"]))
    try:
        narrow = parse_edtf(f"{text[:place]}{data.draw(st.integers(0, 9))}{text[place + 1 :]}")
    except EdtfError:
        assume(False)  # noqa: FBT003 - no such date

    assume(wide.mask.month is None or narrow.month is None or narrow.month <= 12)  # XX is no season

    assert wide.earliest <= narrow.earliest
    assert narrow.latest <= wide.latest
    assert narrow.during(wide) is not False or wide.precision.rank < narrow.precision.rank


@LAW
@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(-300, 300))
def test_adding_days_agrees_with_datetime(day, count):
    value = PartialDate(day.year, day.month, day.day)

    moved = value + Duration(days=count)

    assert day + timedelta(count) == moved.earliest
    assert Duration(days=count) == (moved - value).shortest
    assert value == moved - Duration(days=count)


@LAW
@given(st.datetimes(), st.integers(-(10**6), 10**6))
def test_adding_seconds_agrees_with_datetime(moment, count):
    moment = moment.replace(microsecond=0)
    assume(2 <= moment.year <= 9998)
    clock = Clock(moment.hour, moment.minute, moment.second)
    value = PartialDate(moment.year, moment.month, moment.day, clock=clock)

    moved = value + Duration(seconds=count)

    assert moment + timedelta(seconds=count) == moved.interval[0]


@LAW
@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(-60, 60))
def test_adding_months_keeps_the_day_or_takes_the_last_one(day, count):
    moved = (PartialDate(day.year, day.month, day.day) + Duration(months=count)).earliest

    months = day.year * 12 + day.month - 1 + count
    assert months == moved.year * 12 + moved.month - 1
    assert min(day.day, monthrange(moved.year, moved.month)[1]) == moved.day


@LAW
@given(near_values(), near_values())
@example(parse_edtf("XX95-01"), parse_edtf("X99X-28"))
def test_hull_encloses_and_intersection_is_enclosed(first, second):
    try:
        around, common = hull(first, second), intersection(first, second)
    except ValidationError:  # a season of 9999 ends in a year that has no notation
        assert "Y10000" in f"{first.latest} {second.latest}"
        return

    assert around.earliest == min(first.earliest, second.earliest)
    assert around.latest == max(first.latest, second.latest)
    assert (common is None) is (first.overlaps(second) is False)
    if common is not None:
        assert common.earliest == max(first.earliest, second.earliest)
        assert common.latest == min(first.latest, second.latest)


@LAW
@given(st.lists(values(), max_size=6))
def test_display_order_does_not_depend_on_the_order_given(found):
    key = lambda value: (value.sort_key(), value.to_edtf())  # noqa: E731

    backwards = found[::-1]

    assert sorted(found, key=key) == sorted(backwards, key=key)
    for value in found:
        assert all(type(number) is int for number in value.sort_key())


ALPHABET = "0123456789-XYES?~%/[]{}.,T:Z+ "


@FUZZ
@given(
    st.one_of(
        st.text(ALPHABET, max_size=24),
        st.text(max_size=12),
        values()
        .map(str)
        .flatmap(
            lambda text: st.tuples(st.integers(0, len(text)), st.sampled_from(ALPHABET)).map(
                lambda edit: text[: edit[0]] + edit[1] + text[edit[0] + 1 :]
            )
        ),
    )
)
def test_any_text_is_read_or_refused_by_name(text):
    refused = None
    try:
        value = parse_edtf(text)
    except EdtfError as error:
        refused = error

    if refused is None:
        assert text == value.to_edtf()
        assert value.earliest is None or value.latest is None or value.earliest <= value.latest
    else:
        assert text == refused.text
        assert repr(text) in str(refused)
        assert 0 <= refused.position <= len(text)
        assert refused.expected


@pytest.mark.parametrize("text", ["2023", "2023-11-05", "201X", "2018/..", "[1667,1668]", "Y12345"])
def test_values_have_no_order_of_their_own(text):
    with pytest.raises(TypeError):
        parse_edtf(text) < parse_edtf("2024")  # noqa: B015 - the point is that it raises
