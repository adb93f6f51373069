"""Laws of the resolver: nothing is made up, nothing raises, time moves as a whole."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from ciie_timeline.forms import (
    After,
    Anniversary,
    AnnouncementRef,
    At,
    Before,
    Beside,
    Between,
    Beyond,
    Calendar,
    Clock,
    Context,
    Cues,
    Decade,
    EditionRef,
    EditionsRef,
    Elapsed,
    Every,
    Expression,
    Fiscal,
    Holiday,
    Inception,
    Known,
    Last,
    Modified,
    Next,
    Nth,
    Part,
    Period,
    Policy,
    Portion,
    Reference,
    Relation,
    Resolution,
    Season,
    SessionRef,
    Since,
    Then,
    This,
    Until,
    Window,
)
from ciie_timeline.model import Edition, EventSeries
from ciie_timeline.resolver import resolve
from ciie_timeline.resolver.clocks import PARTS
from ciie_timeline.values import Duration, PartialDate, Precision, parse_edtf

EXPO = Known(
    EventSeries("expo", "Expo", nouns={"en": ["expo"]}, founded="2017-05"),
    tuple(
        Edition(f"expo/{number}", f"{number}. Expo", when=f"{year}-11-05/{year}-11-10")
        for number, year in enumerate(range(2018, 2026), 1)
    ),
)

units = st.sampled_from(Precision)
relations = st.sampled_from(Relation)
lengths = st.builds(
    lambda name, count: Duration(**{name: count}),
    st.sampled_from(
        ["years", "months", "weeks", "days", "hours", "minutes", "quarters", "decades", "centuries"]
    ),
    st.none() | st.integers(0, 400),
)
calendars = st.one_of(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(
        lambda day: Calendar(day.year, day.month, day.day)
    ),
    st.builds(Calendar, st.integers(-500, 9999)),
    st.builds(Calendar, st.integers(0, 99), short_year=st.just(value=True)),
    st.builds(Calendar, st.none(), st.integers(1, 12)),
    st.builds(Calendar, st.none(), st.integers(1, 12), st.integers(1, 29)),
    st.builds(
        Calendar, st.none(), st.integers(1, 12), st.integers(1, 12), either=st.just(value=True)
    ),
    st.builds(Calendar, day=st.integers(1, 31)),
    st.builds(Calendar, weekday=st.integers(1, 7)),
)
weekday_or_month = st.one_of(
    st.tuples(st.just(Precision.DAY), st.integers(1, 7)),
    st.tuples(st.just(Precision.MONTH), st.integers(1, 12)),
    st.tuples(st.just(Precision.SEASON), st.integers(1, 5)),
    st.tuples(st.just(Precision.QUARTER), st.integers(1, 4)),
    st.tuples(st.just(Precision.HALF), st.integers(1, 2)),
)
clocks = st.one_of(
    st.builds(Clock, st.integers(0, 23)),
    st.builds(Clock, st.integers(0, 23), st.integers(0, 59), st.none() | st.integers(0, 59)),
)
rules = st.sampled_from(
    [
        "12-25",
        "2-29",
        "easter",
        "easter-47",
        "11 thu 4",
        "5 mon -1",
        "11 thu 4 1",
        "islamic 9",
        "hebrew 9-25 for 8",
        "chinese 1-1 -1",
        "hindu 7-30 dusk/late",
        "national thanksgiving",
    ]
)
leaves = st.one_of(
    calendars,
    st.builds(This, units),
    st.builds(Last, units),
    st.builds(Next, units),
    weekday_or_month.map(lambda given: Last(*given)),
    weekday_or_month.map(lambda given: This(*given)),
    st.tuples(weekday_or_month, st.booleans()).map(lambda given: Next(*given[0], given[1])),
    st.builds(Then, st.none() | units, st.integers(-1, 1), st.none() | st.integers(1, 7)),
    st.builds(Before, lengths),
    st.builds(After, lengths),
    st.builds(Window, relations, st.none() | st.integers(1, 50), units, within=st.booleans()),
    st.builds(Elapsed, lengths),
    st.builds(Season, st.integers(1, 4)),
    st.builds(Decade, st.integers(100, 299).map(lambda start: 10 * start)),
    st.builds(Holiday, rules, st.none() | relations),
    st.builds(Nth, st.integers(-6, 40), units),
    st.builds(At, st.none(), clocks),
    st.builds(At, st.none(), st.none(), st.sampled_from(sorted(PARTS))),
    st.builds(Period, lengths),
    st.builds(Every, lengths),
    st.builds(Reference, st.sampled_from(["past", "present", "future"])),
)
refs = st.one_of(
    st.builds(
        EditionRef,
        st.sampled_from([None, "expo", "other"]),
        st.none() | st.integers(0, 12),
        st.none() | relations,
        st.sampled_from([None, "upcoming", "latest", "first"]),
        st.none() | leaves,
        st.sampled_from([None, "Trade Summit"]),
        st.sampled_from([None, "expo", "edition", "show"]),
    ),
    st.builds(
        EditionsRef,
        st.sampled_from(["first", "previous", "next", "consecutive", "total"]),
        st.none() | st.integers(1, 12),
        st.sampled_from([None, "expo"]),
        st.none() | leaves,
    ),
    st.builds(Inception, st.sampled_from([None, "expo", "other"])),
    st.builds(SessionRef, st.sampled_from(["Opening ceremony", "?"])),
    st.builds(AnnouncementRef, st.sampled_from([None, "expo"])),
    st.builds(Anniversary, st.integers(1, 300), st.none() | leaves),
)


def around(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """What can be built on other expressions."""
    return st.one_of(
        st.builds(Between, inner, inner),
        st.builds(Since, inner),
        st.builds(Until, inner, st.booleans()),
        st.builds(Beyond, inner, st.booleans()),
        st.builds(Part, st.sampled_from(Portion), inner),
        st.builds(Modified, st.just("APPROX"), inner),
        st.builds(Fiscal, inner),
        st.builds(Before, lengths, inner),
        st.builds(After, lengths, inner),
        st.builds(At, inner, clocks),
        st.builds(Nth, st.integers(-6, 40), units, inner, st.none() | st.integers(1, 7)),
        st.builds(Nth, st.integers(-6, 40), units, inner, st.none(), st.integers(1, 50)),
        st.builds(Season, st.integers(1, 4), inner),
        st.builds(Holiday, rules, st.none(), inner),
        st.builds(
            Beside,
            st.sampled_from([Precision.DAY, Precision.WEEK, Precision.WEEKEND]),
            st.sampled_from([-1, 1]),
            inner,
            st.none() | st.integers(1, 7),
        ),
        st.builds(Then, st.just(Precision.QUARTER), year=inner),
    )


expressions = st.recursive(leaves | refs, around, max_leaves=3)
tenses = st.builds(Cues, st.sampled_from([None, "past", "future"]), st.booleans(), st.booleans())
policies = st.builds(
    Policy,
    window=st.sampled_from(["rolling", "calendar"]),
    weekday=st.sampled_from(["latest", "nearest", "next"]),
    numeric=st.sampled_from(["month-first", "day-first"]),
)
instants = st.datetimes(
    datetime.fromisoformat("0001-01-01"), datetime.fromisoformat("9999-12-31T23:00")
)
days = st.dates(date(1600, 1, 1), date(2800, 12, 31)).map(
    lambda day: datetime.fromisoformat(day.isoformat())
)
spoken = st.dictionaries(
    st.sampled_from(["last", "quarter"]),
    st.sampled_from(["1988", "1988-05", "1988-34", "1988-05-07", "9999-12-31", "0001"]).map(
        parse_edtf
    ),
)


contexts = st.builds(
    Context,
    published=st.none() | instants,
    policy=policies,
    known=st.just({"expo": EXPO}),
    series=st.sampled_from([None, "expo"]),
    focus=st.none() | st.integers(0, 9),
    spoken=spoken,
)
FIRST, LAST_DAY = datetime.fromisoformat("0001-01-01"), datetime.fromisoformat("9999-12-31")


@given(expressions, contexts, tenses)
@settings(max_examples=200)
@example(Last(Precision.YEAR), Context(published=FIRST), Cues())
@example(Next(Precision.WEEK), Context(published=LAST_DAY), Cues())
@example(Calendar(None, 2, 29), Context(published=LAST_DAY), Cues())
def test_whatever_is_asked_there_is_an_answer(form, context, cues):
    found = resolve(form, context, cues)

    assert isinstance(found, Resolution)
    assert found.steps
    assert found.edtf is None or found.when == parse_edtf(found.edtf)


@given(expressions, days, tenses)
@settings(max_examples=200)
def test_the_same_is_the_same(form, published, cues):
    context = Context(published=published, known={"expo": EXPO}, series="expo")

    assert resolve(form, context, cues) == resolve(form, context, cues)


def relative(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """What is built on something relative alone."""
    return st.one_of(
        st.builds(Between, inner, inner),
        st.builds(Since, inner),
        st.builds(Until, inner, st.booleans()),
        st.builds(Beyond, inner, st.booleans()),
        st.builds(Part, st.sampled_from(Portion), inner),
        st.builds(Modified, st.just("APPROX"), inner),
        st.builds(Fiscal, inner),
        st.builds(Before, lengths, inner),
        st.builds(After, lengths, inner),
        st.builds(At, inner, clocks),
        st.builds(Nth, st.integers(-6, 12), st.just(Precision.MONTH), inner),
        st.builds(Season, st.integers(1, 4), inner),
    )


open_forms = st.one_of(
    st.builds(This, units),
    st.builds(Last, units),
    st.builds(Next, units),
    weekday_or_month.map(lambda given: Last(*given)),
    weekday_or_month.map(lambda given: Next(*given)),
    st.builds(Calendar, st.none(), st.integers(1, 12), st.none() | st.integers(1, 29)),
    st.builds(Calendar, day=st.integers(1, 31)),
    st.builds(Calendar, weekday=st.integers(1, 7)),
    st.builds(Then, st.none() | units, st.integers(-1, 1)),
    st.builds(Before, lengths),
    st.builds(After, lengths),
    st.builds(Window, relations, st.none() | st.integers(1, 50), units),
    st.builds(Elapsed, lengths),
    st.builds(Season, st.integers(1, 4)),
    st.builds(Holiday, rules, st.none() | relations),
    st.builds(Nth, st.integers(-6, 40), st.sampled_from([Precision.QUARTER, Precision.MONTH])),
    st.builds(At, st.none(), clocks),
    st.builds(Reference, st.sampled_from(["past", "present", "future"])),
    st.builds(Anniversary, st.integers(1, 100)),
    st.builds(EditionRef, st.just("expo"), relation=relations),
    st.builds(EditionRef, st.just("expo"), seek=st.sampled_from(["upcoming", "latest"])),
    st.builds(EditionsRef, st.sampled_from(["previous", "next", "consecutive"]), st.integers(1, 5)),
)


@given(st.recursive(open_forms, relative, max_leaves=2), tenses, policies)
@settings(max_examples=150)
def test_without_a_publication_day_nothing_relative_gets_a_value(form, cues, policy):
    context = Context(policy=policy, known={"expo": EXPO}, series="expo")
    found = resolve(form, context, cues)

    assert (None, None, None) == (found.edtf, found.earliest, found.latest)
    assert () == found.readings


#: Lengths that stay in the calendar.
short_lengths = st.one_of(
    st.builds(lambda count: Duration(centuries=count), st.integers(0, 9)),
    st.builds(lambda count: Duration(decades=count), st.integers(0, 40)),
    st.builds(
        lambda name, count: Duration(**{name: count}),
        st.sampled_from(["years", "quarters", "months", "weeks", "days", "hours", "minutes"]),
        st.integers(0, 400),
    ),
)
#: After so many years the calendar comes back with its weeks and its leap days.
CYCLE = 400
to_the_century = st.sampled_from([each for each in Precision if each is not Precision.MILLENNIUM])
cyclic = st.one_of(
    st.builds(This, to_the_century),
    st.builds(Last, to_the_century),
    st.builds(Next, to_the_century),
    weekday_or_month.map(lambda given: Last(*given)),
    weekday_or_month.map(lambda given: This(*given)),
    st.tuples(weekday_or_month, st.booleans()).map(lambda given: Next(*given[0], given[1])),
    st.builds(Calendar, st.none(), st.integers(1, 12), st.none() | st.integers(1, 29)),
    st.builds(Calendar, day=st.integers(1, 31)),
    st.builds(Calendar, weekday=st.integers(1, 7)),
    st.builds(Before, short_lengths),
    st.builds(After, short_lengths),
    st.builds(Window, relations, st.integers(1, 9), to_the_century, within=st.booleans()),
    st.builds(Elapsed, short_lengths),
    st.builds(Season, st.integers(1, 4)),
    st.builds(Holiday, st.sampled_from(["12-25", "2-29", "11 thu 4", "5 mon -1"])),
    st.builds(Nth, st.integers(-4, 12), st.sampled_from([Precision.QUARTER, Precision.MONTH])),
    st.builds(Nth, st.integers(-4, 50), st.sampled_from([Precision.WEEK, Precision.DAY])),
    st.builds(Then, st.just(Precision.QUARTER)),
    st.builds(At, st.none(), clocks),
    st.builds(Anniversary, st.integers(1, 100)),
)
spans = st.one_of(
    st.builds(Between, cyclic, cyclic),
    st.builds(Since, cyclic),
    st.builds(Until, cyclic),
    st.builds(Part, st.sampled_from(Portion), cyclic),
    st.builds(Nth, st.integers(-4, 12), st.sampled_from([Precision.WEEK, Precision.DAY]), cyclic),
)


def later(day, years):
    return day.replace(year=day.year + years) if isinstance(day, date) else day


@given(cyclic | spans, days, tenses, policies)
@settings(max_examples=150)
def test_after_400_years_everything_relative_comes_back(form, published, cues, policy):
    now = resolve(form, Context(published=published, policy=policy), cues)
    then = resolve(form, Context(published=later(published, CYCLE), policy=policy), cues)

    assert later(now.earliest, CYCLE) == then.earliest
    assert later(now.latest, CYCLE) == then.latest
    assert tuple(later(each, CYCLE) for each in now.interval or ()) == (then.interval or ())
    assert len(now.readings) == len(then.readings)
    assert now.precision is then.precision


#: Where a leap year shows.
LEAP = ((2, 28), (2, 29))
by_year = st.one_of(
    st.builds(This, st.sampled_from([Precision.YEAR, Precision.QUARTER, Precision.HALF])),
    st.builds(Last, st.sampled_from([Precision.YEAR, Precision.QUARTER, Precision.HALF])),
    st.builds(Next, st.sampled_from([Precision.YEAR, Precision.QUARTER, Precision.HALF])),
    st.builds(Last, st.just(Precision.MONTH), st.integers(1, 12)),
    st.builds(Next, st.just(Precision.MONTH), st.integers(1, 12)),
    st.builds(
        Window, relations, st.integers(1, 9), st.sampled_from([Precision.YEAR, Precision.QUARTER])
    ),
    st.builds(lambda years: Before(Duration(years=years)), st.integers(1, 90)),
    st.builds(lambda years: After(Duration(years=years)), st.integers(1, 90)),
    st.builds(lambda years: Elapsed(Duration(years=years)), st.integers(1, 90)),
    st.builds(Season, st.integers(1, 3)),
    st.builds(Nth, st.integers(1, 4), st.just(Precision.QUARTER)),
    st.builds(Anniversary, st.integers(1, 100)),
)


@given(by_year, days, st.integers(-90, 90), tenses)
@settings(max_examples=120)
def test_whole_years_shift_what_is_relative_by_whole_years(form, published, years, cues):
    assume((published.month, published.day) != (2, 29))
    now = resolve(form, Context(published=published), cues)
    then = resolve(form, Context(published=later(published, years)), cues)
    ends = (now.earliest, now.latest, then.earliest, then.latest)
    assume(not any((day.month, day.day) in LEAP for day in ends))

    assert later(now.earliest, years) == then.earliest
    assert later(now.latest, years) == then.latest


weeks = st.one_of(
    st.builds(This, st.sampled_from([Precision.WEEK, Precision.WEEKEND, Precision.DAY])),
    st.builds(Last, st.sampled_from([Precision.WEEK, Precision.WEEKEND, Precision.DAY])),
    st.builds(Next, st.sampled_from([Precision.WEEK, Precision.WEEKEND, Precision.DAY])),
    st.builds(Last, st.just(Precision.DAY), st.integers(1, 7)),
    st.builds(Next, st.just(Precision.DAY), st.integers(1, 7), st.booleans()),
    st.builds(Calendar, weekday=st.integers(1, 7)),
    st.builds(
        Window, relations, st.integers(1, 9), st.sampled_from([Precision.WEEK, Precision.DAY])
    ),
    st.builds(lambda count: Before(Duration(weeks=count)), st.integers(1, 90)),
    st.builds(lambda count: After(Duration(days=count)), st.integers(1, 90)),
)


@given(weeks, days, st.integers(-5000, 5000), tenses, policies)
@settings(max_examples=120)
def test_whole_weeks_shift_what_counts_in_weeks_and_days(form, published, count, cues, policy):
    by = timedelta(weeks=count)
    now = resolve(form, Context(published=published, policy=policy), cues)
    then = resolve(form, Context(published=published + by, policy=policy), cues)

    assert now.earliest + by == then.earliest
    assert now.latest + by == then.latest


@given(st.recursive(leaves, around, max_leaves=2), days, tenses, policies)
@settings(max_examples=200)
def test_the_interval_is_half_open_and_holds_the_first_and_the_last_day(
    form, published, cues, policy
):
    assume(not _excludes(form))
    found = resolve(form, Context(published=published, policy=policy), cues)
    start, end = found.interval or (None, None)

    if isinstance(found.earliest, date) and start is not None:
        assert start.date() <= found.earliest
    if isinstance(found.latest, date) and end is not None:
        assert datetime.combine(found.latest, datetime.min.time()) <= end
    if start is not None and end is not None:
        assert start <= end
    if isinstance(found.earliest, date) and isinstance(found.latest, date):
        assert found.earliest <= found.latest


def _is_day(form):
    """Whether a form is one day whenever it is something."""
    if isinstance(form, Calendar):
        return form.day is not None or form.weekday is not None
    return isinstance(form, This | Last | Next) and form.unit is Precision.DAY


def _excludes(form):
    """Whether an end is left out inside ("before 2018"), or a time has no one day."""
    if isinstance(form, Until | Beyond) and not form.inclusive:
        return True
    if isinstance(form, At) and form.day is not None and not _is_day(form.day):
        return True
    parts = [getattr(form, each.name) for each in form.__attrs_attrs__]
    return any(_excludes(each) for each in parts if isinstance(each, Expression))


@given(leaves, days, tenses)
@settings(max_examples=120)
def test_about_marks_a_value_and_changes_no_days(form, published, cues):
    context = Context(published=published)
    plain, found = resolve(form, context, cues), resolve(Modified("APPROX", form), context, cues)

    assert (plain.interval, plain.timex) == (found.interval, found.timex)
    if isinstance(plain.when, PartialDate) and plain.when.clock is None:
        assert found.edtf == f"{plain.edtf}~"
    else:
        assert found.when == plain.when


@given(st.integers(1, 9999), st.integers(1, 12), days)
def test_what_is_given_in_full_does_not_depend_on_the_day(year, month, published):
    form = Calendar(year, month)

    assert resolve(form, Context()) == resolve(form, Context(published=published))
    assert PartialDate(year, month) == resolve(form, Context()).when


@pytest.mark.parametrize("tense", [None, "past", "future"])
@given(weekday=st.integers(1, 7), published=days)
def test_a_weekday_is_within_a_week_on_the_side_of_its_tense(tense, weekday, published):
    found = resolve(Calendar(weekday=weekday), Context(published=published), Cues(tense)).earliest
    apart = (found - published.date()).days

    assert weekday == found.isoweekday()
    assert 0 <= apart < 7 if tense == "future" else -7 < apart <= 0
