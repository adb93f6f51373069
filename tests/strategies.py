"""Generated timelines: imprecise dates, clock times, CJK, emoji, sources, claims, findings."""

from datetime import date, datetime

from hypothesis import strategies as st

from ciie_timeline.forms import Conflict, Finding, Span, Step
from ciie_timeline.model import (
    Announcement,
    Attendance,
    Claim,
    Derivation,
    Edition,
    EventSeries,
    Method,
    Modality,
    Place,
    Rule,
    Session,
    Source,
    Status,
)
from ciie_timeline.timeline import Timeline
from ciie_timeline.values import Duration, Extent, Precision, Recurrence, Window, parse_edtf

ALPHABET = "abcXYZ 019,;:\\\"'n\n\r\t<>&=/-–éß進博会国际进口🎪👩‍👩‍👧\u200b\u2028\u0085\x07\x00\x7f"
ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC")


def texts(*, least: int = 0, most: int = 24) -> st.SearchStrategy[str]:
    """Texts that calendars and JSON stumble over."""
    return st.text(st.sampled_from(ALPHABET), min_size=least, max_size=most)


def names() -> st.SearchStrategy[str]:
    return texts(least=1).map(lambda text: f"{text}x")


ids = st.from_regex(r"[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,3})?", fullmatch=True)
days = st.dates()
months = days.map(lambda day: f"{day.year:04d}-{day.month:02d}")
years = st.integers(0, 9999).map(lambda year: f"{year:04d}")


def _ordered(pair: tuple[date, date]) -> str:
    first, last = sorted(pair)
    return f"{first.isoformat()}/{last.isoformat()}"


day_intervals = st.tuples(days, days).map(_ordered)
clock_times = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0).isoformat("T", "minutes")
)
offsets = st.sampled_from(["", "Z", "+08:00", "-03:30"])
instants = st.tuples(clock_times, offsets).map("".join)
session_times = st.tuples(
    st.datetimes(datetime(1970, 1, 1), datetime(2037, 1, 1)),
    st.integers(1, 600),
    offsets,
).map(
    lambda given: "/".join(
        datetime.fromtimestamp(given[0].timestamp() + minutes * 60)  # noqa: DTZ006
        .replace(microsecond=0, second=0)
        .isoformat("T", "minutes")
        + given[2]
        for minutes in (0, given[1])
    )
)
imprecise = st.one_of(
    months,
    years,
    st.tuples(days, st.sampled_from("?~%")).map(lambda given: f"{given[0].isoformat()}{given[1]}"),
    days.map(lambda day: f"{day.isoformat()}/.."),
    days.map(lambda day: f"/{day.isoformat()}"),
    st.sampled_from(
        ["198X", "2017-XX", "2017-05-XX", "2017-21", "2024-35", "2024-40", "1984~/2004"]
    ),
    st.sampled_from(["[2023-11-05,2023-11-06]", "{2020-11-05,2021}", "[..1984]", "-0044-03-15"]),
    st.sampled_from(
        ["Y12345", "0000", "1950S2", "Y17E7", "-0001/0002", "9999-12-31", "0001-01-01"]
    ),
)
windows = st.lists(days, min_size=4, max_size=4).map(sorted)
extents = st.tuples(windows, st.lists(ids, max_size=2)).map(
    lambda given: Extent.of(Window(*given[0][:2]), Window(*given[0][2:]), tuple(given[1]))
)
times = st.one_of(days.map(date.isoformat), day_intervals, imprecise, instants, session_times).map(
    parse_edtf
)
any_times = st.one_of(times, times, extents)

places = st.builds(
    Place,
    names(),
    locality=texts(),
    country=st.sampled_from(["", "CN", "US"]),
    address=texts(),
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
    tz=st.none() | st.sampled_from(ZONES),
    url=st.sampled_from(["", "https://example.org/进博会?a=b c", "example.org"]),
)
scalars = st.one_of(texts(), st.integers(), st.booleans(), st.none())
steps = st.builds(
    Step, ids, st.dictionaries(ids, scalars | any_times, max_size=2).map(lambda d: tuple(d.items()))
)
recurrences = st.builds(
    Recurrence,
    st.sampled_from([Duration(years=1), Duration(years=2), Duration(months=6)]),
    times=st.integers(1, 3),
    months=st.lists(st.integers(1, 12), max_size=2).map(tuple),
    weekdays=st.lists(st.tuples(st.integers(-1, 4), st.integers(1, 7)), max_size=2).map(tuple),
    start=st.none() | days.map(lambda day: parse_edtf(day.isoformat())),
)
durations = st.sampled_from(["P6D", "PXY", "P2DE", "P1Y6M", "PT90M", "-P3D", "P1.5D"]).map(
    Duration.parse
)
anything = st.recursive(
    st.one_of(
        scalars,
        any_times,
        places,
        durations,
        recurrences,
        steps,
        days,
        st.sampled_from([*Status, *Method, *Precision, *Attendance]),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(texts(), inner, max_size=2),
    ),
    max_leaves=4,
)
sources = st.builds(
    Source,
    ids,
    title=texts(),
    publisher=texts(),
    published=st.none() | any_times,
    url=st.sampled_from(["", "https://example.org/a"]),
    language=st.sampled_from(["", "en", "zh"]),
    derived_from=st.lists(ids, max_size=1),
)
claims = st.builds(
    Claim,
    st.sampled_from(["a", "b", "c", "a (2)"]),
    st.sampled_from(["ciie/6", "cop/28"]),
    st.sampled_from(["when", "place", "number"]),
    anything,
    source=ids | st.just(""),
    span=st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99)),
    quote=texts(),
    method=st.sampled_from(Method),
    modality=st.sampled_from(Modality),
)
rules = st.builds(
    Rule,
    st.sampled_from(["r", "s"]),
    st.sampled_from(["ciie", "cop"]),
    ids,
    st.dictionaries(ids, texts() | st.integers() | st.booleans(), max_size=2).map(
        lambda found: tuple(found.items())
    ),
    source=ids | st.just(""),
)
derivations = st.builds(
    Derivation,
    st.lists(claims, max_size=2).map(tuple),
    st.lists(rules, max_size=1).map(tuple),
)
common = {
    "when": st.none() | any_times,
    "place": st.none() | places,
    "tz": st.none() | st.sampled_from(ZONES),
    "status": st.sampled_from(Status),
    "attendance": st.sampled_from(Attendance),
    "previous_starts": st.lists(times, max_size=2),
    "description": texts(most=120),
    "url": st.sampled_from(["", "https://example.org/a b", "nowhere"]),
    "categories": st.lists(texts(), max_size=2),
    "sources": st.lists(ids, max_size=2),
    "revised": st.none() | times,
    "why": derivations,
}
_series = st.sampled_from(["ciie", "cop"])
editions = st.builds(
    lambda series, number, given_number, name, **rest: Edition(
        f"{series}/{number}",
        name,
        **({} if given_number == 0 else {"number": given_number}),
        **rest,
    ),
    _series,
    st.integers(1, 2100),
    st.none() | st.integers(0, 30),
    names(),
    **common,
)
sessions = st.builds(
    lambda series, number, id_, name, **rest: Session(f"{series}/{number}/{id_}", name, **rest),
    _series,
    st.integers(1, 12),
    ids,
    names(),
    **(common | {"when": st.none() | session_times | any_times}),
)
announcements = st.builds(
    lambda series, id_, name, **rest: Announcement(f"{series}/x-{id_}", name, **rest),
    _series,
    ids,
    names(),
    about=st.lists(ids, max_size=2),
    **common,
)
_named = st.dictionaries(st.sampled_from(["en", "zh"]), st.lists(names(), max_size=2), max_size=2)
records = st.builds(
    EventSeries,
    _series,
    names(),
    names=_named,
    nouns=_named,
    founded=st.none() | any_times,
    recurrence=st.sampled_from(["", "FREQ=YEARLY;BYMONTH=11"]),
    duration=st.none() | durations,
    rules=st.lists(rules, max_size=2).map(tuple),
    place=st.none() | places,
    tz=st.none() | st.sampled_from(ZONES),
)
conflicts = st.builds(
    Conflict,
    st.lists(claims, min_size=1, max_size=2).map(tuple),
    st.lists(rules, max_size=1).map(tuple),
    st.integers(-400, 0),
    st.sampled_from(Precision),
    st.lists(st.lists(ids, max_size=2).map(tuple), max_size=2).map(tuple),
    st.lists(steps, max_size=2).map(tuple),
)
findings = st.builds(
    Finding,
    st.sampled_from(["error", "warning", "info"]),
    ids,
    st.lists(st.builds(Span, ids, st.integers(0, 99), st.integers(0, 99), texts()), max_size=2).map(
        tuple
    ),
    st.dictionaries(ids, anything, max_size=2).map(lambda found: tuple(found.items())),
    st.none() | conflicts,
)


@st.composite
def timelines(draw: st.DrawFn, *, most: int = 5) -> Timeline:
    """Whole timelines, with every kind of record."""
    events = draw(
        st.lists(
            st.one_of(editions, sessions, announcements),
            max_size=most,
            unique_by=lambda event: event.key,
        )
    )
    return Timeline(
        events,
        series=draw(st.lists(records, max_size=2, unique_by=lambda record: record.key)),
        claims=draw(st.lists(claims, max_size=2)),
        sources=draw(st.lists(sources, max_size=3, unique_by=lambda source: source.id)),
        findings=draw(st.lists(findings, max_size=2)),
    )
