"""How the fields of a pack are read: words, ids, times, templates, numbers in words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ciie_timeline.errors import SeedError, ValidationError
from ciie_timeline.model import Modality, Status
from ciie_timeline.seeds.tables import Table, as_id, as_text, as_time, shown
from ciie_timeline.values import Duration, Recurrence, TimeValue

if TYPE_CHECKING:
    from collections.abc import Callable

_E = TypeVar("_E", bound=Enum)
_R = TypeVar("_R")

UNITS: Final = ("year", "half", "quarter", "month")
_PLANNED: Final = frozenset({Status.SCHEDULED, Status.POSTPONED, Status.RESCHEDULED})
_LARGEST_NUMBER: Final = 999
_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    )
)


def roman(number: int) -> str:
    """A number from 1 in Roman numerals.

    >>> roman(58), roman(1944)
    ('LVIII', 'MCMXLIV')
    """
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def ordinal(number: int) -> str:
    """A number as an English ordinal in figures.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th']
    """
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def enum(kind: type[_E]) -> tuple[Callable[[Any], _E], str]:
    """The members of an enumeration, given by their values."""
    return kind, f"one of {', '.join(member.value for member in kind)}"


def word(kind: type[Enum]) -> tuple[Callable[[Any], str], str]:
    """The same, kept as words."""
    return one_of(*(str(member.value) for member in kind))


def one_of(*words: str) -> tuple[Callable[[Any], str], str]:
    """One of some words."""

    def convert(value: Any) -> str:
        if value not in words:
            raise ValueError(value)
        return str(value)

    return convert, f"one of {', '.join(words)}"


def ids_in(known: dict[str, Any]) -> Callable[[Any], tuple[str, ...]]:
    """A list of ids that are known."""

    def convert(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise TypeError(value)
        for each in value:
            if as_id(each) not in known:
                raise ValidationError(f"no source has the id {each!r}")
        return tuple(dict.fromkeys(value))

    return convert


def degrees(value: Any) -> float:
    """Degrees as a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    return float(value)


def times(value: Any) -> tuple[TimeValue, ...]:
    """A list of time values."""
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(as_time, value))


def recurrence(value: Any) -> str:
    """A recurrence as an RFC 5545 rule, given as such or as an ISO 8601 repeating interval."""
    text = as_text(value)
    if text.startswith("R/") or text[1:2].isdecimal():
        return Recurrence.parse(text).to_rrule()
    return Recurrence.parse_rrule(text).to_rrule()


def duration(value: Any) -> Duration:
    """An ISO 8601 duration."""
    return Duration.parse(as_text(value))


def record(table: Table, build: Callable[[], _R]) -> _R:
    """A record of the model; what the model refuses becomes an error of the table."""
    try:
        return build()
    except ValidationError as error:
        raise SeedError(table.file, table.path, "values that fit", str(error)) from None


def modality(table: Table) -> Modality:
    """Planned for what is still to come, else held, unless the table says which."""
    status = table.fields.get("status")
    planned = isinstance(status, str) and status in {each.value for each in _PLANNED}
    default = Modality.PLANNED if planned else Modality.HELD
    return table.given("modality", *enum(Modality), default)


def edition_id(table: Table, number: int | None, label: str) -> str:
    """The second part of the key: the number, else the label year, else an id after ``x-``."""
    own = table.id("id", "")
    if number is not None:
        if number > _LARGEST_NUMBER:
            raise table.wrong("number", f"a number up to {_LARGEST_NUMBER}", str(number))
        return str(number)
    if len(label) == 4 and label.isdecimal() and int(label) > _LARGEST_NUMBER:  # noqa: PLR2004
        return label
    if not own.startswith("x-"):
        found = shown(own) if own else "none of the three"
        raise table.wrong("id", "a number, a label of four figures, or an id after 'x-'", found)
    return own


def template(table: Table, name: str, default: str) -> str:
    """A text with places for the names of a session and its edition."""

    def convert(value: Any) -> str:
        text = as_text(value)
        text.format(session="", edition="")
        return text

    expected = "a text with no other braces than {session} and {edition}"
    return table.given(name, convert, expected, default)


def filled(table: Table, template: str, *, name: str, label: str, number: int | None) -> str:
    """The name of an edition from the pattern of its series."""
    fields: dict[str, str] = {"name": name, "label": label}
    if number is not None:
        fields |= {"number": str(number), "ordinal": ordinal(number), "roman": roman(number)}
    elif template == "{ordinal} {name}":
        template = "{name} {label}"
    try:
        return template.format(**fields).strip()
    except (KeyError, IndexError, ValueError):
        expected = f"series.edition_name with {', '.join(f'{{{each}}}' for each in fields)}"
        raise table.wrong("name", expected, repr(template)) from None
