"""Between time values and ``datetime``, pendulum, ISO 8601-1 and TIMEX3.

Nothing is made finer on the way: what has no exact day becomes no date, and raises.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from ciie_timeline.errors import ValidationError
from ciie_timeline.values.components import Clock
from ciie_timeline.values.days import FarDay
from ciie_timeline.values.duration import Duration, require_duration
from ciie_timeline.values.interval import Interval
from ciie_timeline.values.iso import from_iso, to_iso
from ciie_timeline.values.partial import PartialDate
from ciie_timeline.values.temporal import require_time_value
from ciie_timeline.values.timex import from_timex, timex_mod, to_timex
from ciie_timeline.values.vocabulary import Bound, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    import pendulum

    from ciie_timeline.values.days import Day
    from ciie_timeline.values.union import TimeValue

__all__ = [
    "days",
    "from_date",
    "from_datetime",
    "from_iso",
    "from_pendulum",
    "from_timedelta",
    "from_timex",
    "timex_mod",
    "to_date",
    "to_datetime",
    "to_iso",
    "to_pendulum",
    "to_timedelta",
    "to_timex",
]

_CLOCKS: Final = (Precision.MINUTE, Precision.SECOND)
_ONE_SECOND: Final = timedelta(seconds=1)


def from_date(day: Day) -> PartialDate:
    """The date of a day.

    Args:
        day: a ``datetime.date`` (a pendulum Date too) or a ``FarDay``; of a ``datetime`` the day.

    Raises:
        ValidationError: another type.

    >>> from_date(date(2023, 11, 5))
    PartialDate('2023-11-05')
    """
    if not isinstance(day, date | FarDay):
        raise ValidationError(f"from_date: expected a date or a FarDay, found {day!r}")
    return PartialDate(day.year, day.month, day.day)


def to_date(value: PartialDate | Interval) -> date:
    """The one day that a value names.

    Raises:
        ValidationError: the value names no single day, or one outside the years 1 to 9999.

    >>> to_date(PartialDate(2023, 11, 5))
    datetime.date(2023, 11, 5)
    """
    require_time_value(value, "to_date")
    first, last = value.earliest, value.latest
    exact = value.precision.rank <= Precision.DAY.rank
    if not exact or first is None or first != last or not isinstance(first, date):
        raise ValidationError(f"to_date: expected one day in the years 1 to 9999, found {value}")
    return first


def from_datetime(moment: datetime, precision: Precision = Precision.SECOND) -> PartialDate:
    """The minute or second that holds a moment, with its offset from UTC if it has one.

    The name of a time zone is not kept: the standard knows offsets only.

    Args:
        moment: a ``datetime``, naive for local time; a pendulum DateTime too.
        precision: ``SECOND`` or ``MINUTE``; what is finer is cut off.

    Raises:
        ValidationError: no datetime, another precision, or an offset that is no whole number of
            minutes.

    >>> from_datetime(datetime(2023, 11, 5, 9, 0, tzinfo=timezone.utc), Precision.MINUTE)
    PartialDate('2023-11-05T09:00Z')
    """
    if not isinstance(moment, datetime):
        raise ValidationError(f"from_datetime: expected a datetime, found {moment!r}")
    if precision not in _CLOCKS:
        raise ValidationError(f"from_datetime: expected SECOND or MINUTE, found {precision}")
    second = moment.second if precision is Precision.SECOND else None
    clock = Clock(moment.hour, moment.minute, second, _zone(moment.utcoffset()))
    return PartialDate(moment.year, moment.month, moment.day, clock=clock)


def _zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes, rest = divmod(offset, timedelta(minutes=1))
    if rest:
        raise ValidationError(f"from_datetime: expected an offset in whole minutes, found {offset}")
    if minutes == 0:
        return "Z"
    hours, minutes_ = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{minutes_:02d}"


def to_datetime(value: PartialDate, zone: tzinfo | None = None) -> datetime:
    """The moment at which a clock time begins; aware with a fixed offset if it has one.

    Args:
        value: a date with a clock time.
        zone: where the moment is wanted: a local time is taken to be of that zone, one with an
            offset is carried over to it.  None leaves it as it is.

    Raises:
        ValidationError: the value has no clock time, or a year outside 1 to 9999.

    >>> to_datetime(PartialDate(2023, 11, 5, clock=Clock(9, 0)))
    datetime.datetime(2023, 11, 5, 9, 0)
    """
    if not isinstance(value, PartialDate) or value.clock is None:
        raise ValidationError(f"to_datetime: expected a date with a clock time, found {value}")
    start = value.interval[0]
    if start is None:
        raise ValidationError(f"to_datetime: expected a year from 1 to 9999, found {value}")
    offset = value.clock.offset
    if offset is None:
        return start.replace(tzinfo=zone)
    moment = start.replace(tzinfo=timezone(timedelta(minutes=offset)))
    try:
        return moment if zone is None else moment.astimezone(zone)
    except OverflowError as error:
        raise ValidationError(
            f"to_datetime: expected a year from 1 to 9999 in {zone}, found {value}"
        ) from error


def from_timedelta(length: timedelta) -> Duration:
    """A duration in days and seconds.

    Raises:
        ValidationError: microseconds.

    >>> from_timedelta(timedelta(days=2, hours=1))
    Duration('P2DT3600S')
    """
    if length % _ONE_SECOND:
        raise ValidationError(f"from_timedelta: expected whole seconds, found {length}")
    days, rest = divmod(abs(length), timedelta(days=1))
    duration = Duration(days=days, seconds=rest // _ONE_SECOND)
    return -duration if length < timedelta(0) else duration


def to_timedelta(duration: Duration) -> timedelta:
    """A ``timedelta`` of a duration without years, months and the units made of them.

    Raises:
        ValidationError: no duration, a calendar unit, a count that is not said, or more than a
            ``timedelta`` can hold.

    >>> to_timedelta(Duration(weeks=1, hours=12))
    datetime.timedelta(days=7, seconds=43200)
    """
    require_duration(duration, "to_timedelta")
    counts = dict(duration.counts())
    fixed = ("weeks", "days", "hours", "minutes", "seconds")
    length = timedelta(0)
    for name, count in counts.items():
        if name not in fixed or count is None:
            raise ValidationError(f"to_timedelta: expected weeks, days or less, found {duration}")
        microseconds = count * (timedelta(**{name: 1}) // timedelta(microseconds=1))
        try:
            length += timedelta(microseconds=int(microseconds))
        except OverflowError as error:
            raise ValidationError(
                f"to_timedelta: expected at most {timedelta.max.days} days, found {duration}"
            ) from error
    return length


def from_pendulum(
    value: pendulum.Date | pendulum.DateTime | pendulum.Interval[pendulum.Date] | pendulum.Duration,
) -> PartialDate | Interval | Duration:
    """The value of a pendulum Date, DateTime, Interval or Duration.

    A DateTime gives a second with its offset (the name of the zone is not kept); an Interval of
    DateTimes ends at an instant, one of Dates includes its last day; microseconds are cut off.

    Raises:
        ValidationError: another type, or an interval that runs backwards.

    >>> import pendulum
    >>> from_pendulum(pendulum.datetime(2023, 11, 5, 9, tz="Asia/Shanghai"))
    PartialDate('2023-11-05T09:00:00+08:00')
    >>> from_pendulum(pendulum.duration(years=1, days=3))
    Duration('P1Y3D')
    """
    import pendulum

    match value:
        case pendulum.DateTime():
            return from_datetime(value)
        case pendulum.Date():
            return from_date(value)
        case pendulum.Interval():
            ends = [
                from_datetime(end) if isinstance(end, datetime) else from_date(end)
                for end in (value.start, value.end)
            ]
            return Interval.of(ends[0], ends[1])
        case pendulum.Duration():
            names = ("years", "months", "weeks", "hours", "minutes")
            counts = {name: getattr(value, name) for name in names}
            return Duration(**counts, days=value.remaining_days, seconds=value.remaining_seconds)
        case _:
            raise ValidationError(f"from_pendulum: expected a pendulum value, found {value!r}")


def to_pendulum(
    value: PartialDate | Interval | Duration, zone: str | None = None
) -> pendulum.Date | pendulum.DateTime | pendulum.Interval[pendulum.Date] | pendulum.Duration:
    """The pendulum Date, DateTime, Interval or Duration of a value.

    A day gives a Date, a clock time a DateTime (with a fixed offset if it has one, else naive), an
    interval with two ends of that kind an Interval, a duration a Duration.

    Args:
        value: what to convert.
        zone: the IANA time zone in which clock times are wanted, such as ``Asia/Shanghai``: local
            times are taken to be of that zone, those with an offset are carried over to it.

    Raises:
        ValidationError: what is coarser than a day, open, unknown, vague or out of range.

    >>> to_pendulum(PartialDate(2023, 11, 5))
    Date(2023, 11, 5)
    >>> to_pendulum(Duration(years=1)).years
    1
    >>> to_pendulum(PartialDate(2023, 11, 5, clock=Clock(9, 0)), "Asia/Shanghai").isoformat()
    '2023-11-05T09:00:00+08:00'
    """
    import pendulum

    match value:
        case PartialDate():
            return _pendulum_end(value, zone)
        case Interval():
            if isinstance(value.start, Bound) or isinstance(value.end, Bound):
                raise ValidationError(f"to_pendulum: expected two ends, found {value}")
            start, end = (_pendulum_end(side, zone) for side in (value.start, value.end))
            if type(start) is not type(end):
                raise ValidationError(f"to_pendulum: expected ends of one kind, found {value}")
            return pendulum.Interval(start, end)
        case Duration():
            return pendulum.duration(**_pendulum_counts(value))
        case _:
            raise ValidationError(f"to_pendulum: expected a time value, found {value!r}")


def _pendulum_counts(duration: Duration) -> dict[str, int | float]:
    """The counts in pendulum's units, where years and months must be whole."""
    counts: dict[str, int | float] = {}
    for name, count in Duration.parse(duration.to_iso()).counts():
        whole = count is not None and count == int(count)
        if count is None or (name in ("years", "months") and not whole):
            raise ValidationError(f"to_pendulum: expected whole years and months, found {duration}")
        counts[name] = int(count) if whole else float(count)
    return counts


def _pendulum_end(value: PartialDate, zone: str | None) -> pendulum.Date | pendulum.DateTime:
    import pendulum

    if value.clock is None:
        day = to_date(value)
        return pendulum.Date(day.year, day.month, day.day)
    place = None if zone is None else pendulum.timezone(zone)
    return pendulum.DateTime.instance(to_datetime(value, place), tz=None)


def days(value: TimeValue) -> Iterator[date]:
    """Each day from the earliest to the latest, in order.

    Raises:
        ValidationError: an end is open, unknown or outside the years 1 to 9999.

    >>> sum(1 for _ in days(PartialDate(2024)))
    366
    """
    require_time_value(value, "days")
    first, last = value.earliest, value.latest
    if not isinstance(first, date) or not isinstance(last, date):
        raise ValidationError(f"days: expected two ends in the years 1 to 9999, found {value}")
    for number in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(number)
