"""Lengths of time as ISO 8601 and TimeML write them, counts that nobody named among them."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import field, frozen

from ciie_timeline.errors import InputError, ValidationError

MOST_DIGITS: Final = 100

Count: TypeAlias = int | Decimal | None

# Field, letter, whether it stands behind the T, factor to the ISO field or None.
_UNITS: Final = (
    ("millennia", "ML", False),
    ("centuries", "CE", False),
    ("decades", "DE", False),
    ("years", "Y", False),
    ("quarters", "Q", False),
    ("months", "M", False),
    ("weeks", "W", False),
    ("days", "D", False),
    ("hours", "H", True),
    ("minutes", "M", True),
    ("seconds", "S", True),
)
_IN_ISO: Final = {
    "millennia": ("years", 1000),
    "centuries": ("years", 100),
    "decades": ("years", 10),
    "quarters": ("months", 3),
}
_TEXT: Final = re.compile(
    "([+-]?)P"
    + "".join(
        ("(?:T" if name == "hours" else "") + f"(?:([+-]?[0-9]+(?:[.,][0-9]+)?|X){letter})?"
        for name, letter, _ in _UNITS
    )
    + ")?"
)


@frozen(repr=False)
class Duration:
    """A length of time by calendar units; the constructor checks nothing, ``Duration.of`` does.

    Each count is an int, a ``Decimal`` for a fraction, None for a count that is not said ("some
    years", written ``X``), or 0 for a unit that is not used.  Years and months have no fixed
    number of days.  The units that TimeML has beyond ISO 8601 are kept apart: ``P2DE`` is two
    decades, ``P1Q`` a quarter.

    Args:
        years: calendar years.
        months: calendar months.
        weeks: weeks of seven days.
        days: days.
        hours: hours of 60 minutes.
        minutes: minutes of 60 seconds.
        seconds: seconds.
        quarters: three months each.
        decades: ten years each.
        centuries: a hundred years each.
        millennia: a thousand years each.

    >>> str(Duration(years=5)), str(Duration(years=None)), Duration(decades=2).to_timex()
    ('P5Y', 'PXY', 'P2DE')

    Durations add up unit by unit and multiply by an int; nothing is carried from one unit into
    another.

    >>> str(Duration(months=11) + Duration(months=2, days=1)), str(3 * Duration(weeks=2))
    ('P13M1D', 'P6W')
    """

    years: Count = 0
    months: Count = 0
    weeks: Count = 0
    days: Count = 0
    hours: Count = 0
    minutes: Count = 0
    seconds: Count = 0
    quarters: Count = field(default=0, kw_only=True)
    decades: Count = field(default=0, kw_only=True)
    centuries: Count = field(default=0, kw_only=True)
    millennia: Count = field(default=0, kw_only=True)

    @classmethod
    def of(cls, **counts: Count) -> Duration:
        """A duration whose counts have been checked.

        Args:
            **counts: the fields of the class by name.

        Raises:
            ValidationError: an unknown unit, a count of another type, a fraction of a unit that
                is not the smallest one, or a fraction that is not finite.

        >>> Duration.of(weeks=2)
        Duration('P2W')
        >>> Duration.of(days=1.5)
        Traceback (most recent call last):
        ...
        ciie_timeline.errors.ValidationError: Duration.days: expected an int, a Decimal or None, ...
        """
        names = {name for name, _, _ in _UNITS}
        for name, count in counts.items():
            if name not in names:
                raise ValidationError(f"Duration: expected one of {sorted(names)}, found {name!r}")
            if not (count is None or type(count) is int or isinstance(count, Decimal)):
                raise ValidationError(
                    f"Duration.{name}: expected an int, a Decimal or None, found {count!r}"
                )
            if isinstance(count, Decimal) and not count.is_finite():
                raise ValidationError(f"Duration.{name}: expected a finite count, found {count}")
        value = cls(**counts)
        _check_fractions(value, ValidationError)
        return value

    @classmethod
    def parse(cls, text: str) -> Duration:
        """A duration from ISO 8601 or TimeML text.

        Args:
            text: such as ``P1Y6M``, ``PT90M``, ``P1.5D``, ``-P3D``, ``PXY``, ``P2DE``.

        Raises:
            InputError: the text is no duration.

        >>> Duration.parse("P1Y6M"), Duration.parse("PXD").days is None
        (Duration('P1Y6M'), True)
        """
        match = _TEXT.fullmatch(text)
        if match is None or text.endswith(("P", "T")):
            raise InputError(f"expected an ISO 8601 duration such as 'P1Y6M', found {text!r}")
        if any(len(found or "") > MOST_DIGITS for found in match.groups()):
            raise InputError(f"expected counts of at most {MOST_DIGITS} characters, found {text!r}")
        sign = -1 if match[1] == "-" else 1
        counts: dict[str, Count] = {}
        for (name, _, _), found in zip(_UNITS, match.groups()[1:], strict=True):
            if found is not None:
                counts[name] = None if found == "X" else _count(found, sign)
        value = cls(**counts)
        _check_fractions(value, InputError)
        return value

    @property
    def is_vague(self) -> bool:
        """Whether a count is not said.

        >>> Duration(months=None).is_vague
        True
        """
        return any(count is None for _, count in self.counts())

    def counts(self) -> tuple[tuple[str, Count], ...]:
        """The units in use with their counts, from the largest unit to the smallest.

        >>> Duration(days=1, years=2).counts()
        (('years', 2), ('days', 1))
        """
        every = ((name, getattr(self, name)) for name, _, _ in _UNITS)
        return tuple((name, count) for name, count in every if count != 0)

    def to_iso(self) -> str:
        """The duration as ISO 8601 text: decades and the like in years, quarters in months.

        A count that is not said is written ``X`` as in ISO 8601-2 and TimeML.

        >>> Duration(decades=2, months=1).to_iso(), Duration(days=-3).to_iso()
        ('P20Y1M', '-P3D')
        """
        counts = dict(self.counts())
        for name, (into, factor) in _IN_ISO.items():
            count = counts.pop(name, 0)
            if count is None or counts.get(into, 0) is None:
                counts[into] = None
            elif count:
                counts[into] = count * factor + (counts.get(into) or 0)
        return _written(counts)

    def to_timex(self) -> str:
        """The duration as a TimeML ``value`` text, with its own letters for large units.

        >>> Duration(centuries=None).to_timex(), Duration(hours=36).to_timex()
        ('PXCE', 'PT36H')
        """
        return _written(dict(self.counts()))

    def __add__(self, other: Duration) -> Duration:
        if not isinstance(other, Duration):
            return NotImplemented
        counts = dict(self.counts())
        for name, count in other.counts():
            before = counts.get(name, 0)
            counts[name] = None if count is None or before is None else before + count
        return Duration.of(**counts)

    def __sub__(self, other: Duration) -> Duration:
        return self + -other if isinstance(other, Duration) else NotImplemented

    def __mul__(self, factor: int) -> Duration:
        if type(factor) is not int:
            return NotImplemented
        counts: dict[str, Count] = {
            name: None if count is None else count * factor for name, count in self.counts()
        }
        return Duration.of(**counts) if factor else Duration()

    __rmul__ = __mul__

    def __neg__(self) -> Duration:
        if self.is_vague:
            raise ValidationError(f"-duration: expected counts that are said, found {self}")
        counts = {name: -count for name, count in self.counts() if count is not None}
        return Duration(**counts)

    def __str__(self) -> str:
        return self.to_timex()

    def __repr__(self) -> str:
        return f"Duration({str(self)!r})"


def _count(text: str, sign: int) -> int | Decimal:
    if text.lstrip("+-").isdecimal():
        return sign * int(text)
    number = sign * Decimal(text.replace(",", "."))
    return int(number) if number == number.to_integral_value() else number


def _check_fractions(value: Duration, error: type[ValueError]) -> None:
    for name, count in value.counts()[:-1]:
        if isinstance(count, Decimal) and count != count.to_integral_value():
            raise error(
                f"{value}: expected a fraction in the smallest unit only, found it in {name}"
            )


def _number(count: int | Decimal) -> str:
    return f"{count.normalize():f}" if isinstance(count, Decimal) else str(count)


def _written(counts: dict[str, Count]) -> str:
    said = [count for count in counts.values() if count is not None]
    backwards = bool(said) and len(said) == len(counts) and all(count <= 0 for count in said)
    date = clock = ""
    for name, letter, in_clock in _UNITS:
        count = counts.get(name, 0)
        if count == 0:
            continue
        number = "X" if count is None else _number(-count if backwards else count)
        if in_clock:
            clock += number + letter
        else:
            date += number + letter
    if not date and not clock:
        return "P0D"
    return f"{'-' if backwards else ''}P{date}{'T' if clock else ''}{clock}"


def require_duration(value: object, where: str) -> None:
    """Refuse what is no duration, with a hint of how to make one.

    Raises:
        ValidationError: it is none.

    >>> require_duration("P1Y", "shift")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.ValidationError: shift: expected a Duration, found str 'P1Y': ...
    """
    if isinstance(value, Duration):
        return
    hint = ""
    if isinstance(value, str):
        hint = ": Duration.parse reads a text"
    elif isinstance(value, timedelta):
        hint = ": convert.from_timedelta makes one"
    raise ValidationError(
        f"{where}: expected a Duration, found {type(value).__name__} {value!r}{hint}"
    )
