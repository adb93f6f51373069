"""What a resolution may use: the day, the policy, what is known of series, the words around."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from datetime import date, datetime
from typing import Final, Literal

import attrs

from ciie_timeline.errors import ValidationError
from ciie_timeline.model import Edition, EventSeries, Session
from ciie_timeline.values import TimeValue

_MONTHS: Final = 12


def _is_month(instance: Policy, attribute: attrs.Attribute[int], value: int) -> None:
    del instance
    if not isinstance(value, int) or not 1 <= value <= _MONTHS:
        raise ValidationError(
            f"Policy.{attribute.name}: expected a month, 1 to 12, found {value!r}"
        )


@attrs.frozen(kw_only=True)
class Policy:
    """Named choices where usage differs; the defaults win most in the development data.

    Args:
        window: "past N years" ``rolling`` back from the reference day, or ``calendar`` years.
        weekday: a bare weekday ``latest`` on or before, ``nearest``, or ``next``.
        numeric: the order of dates like 11/05/2023, ``month-first`` or ``day-first``; one that no
            calendar has gives way to the other.
        anniversary: the ``founding`` or the year of ``celebration``.
        fiscal: the month, 1 to 12, in which fiscal years begin; they bear the name of the year in
            which they end, and with 1 they are the years of the calendar.

    >>> Policy().window
    'rolling'
    """

    window: Literal["rolling", "calendar"] = "rolling"
    weekday: Literal["latest", "nearest", "next"] = "latest"
    numeric: Literal["month-first", "day-first"] = "month-first"
    anniversary: Literal["founding", "celebration"] = "founding"
    fiscal: int = attrs.field(default=1, validator=_is_month)


@attrs.frozen(eq=False)
class Known:
    """What is known of one series: its record, its editions and sessions in order of time.

    ``parts`` are the sessions that come back: their id and for each language their names.
    """

    series: EventSeries
    editions: tuple[Edition, ...] = ()
    sessions: tuple[Session, ...] = ()
    parts: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = ()

    def numbered(self, number: int) -> Edition | None:
        """The edition with a number."""
        return next((each for each in self.editions if each.number == number), None)


@attrs.frozen(kw_only=True)
class Context:
    """What a resolution may use; no clock is ever read.

    ``published`` is the reference instant (naive, on the clocks of the text; None: what is relative
    stays unresolved), ``known`` maps series keys to what is known of them, ``series`` is the series
    the text is about and ``focus`` its edition there (``named`` by the text itself, or taken from
    the day), ``speaks_of_now`` whether it also points to the edition of its own time, ``anchors``
    maps names to time values, ``spoken`` what the text has spoken of so far (the reader keeps it
    while it reads).
    """

    published: datetime | None = None
    policy: Policy = Policy()
    known: Mapping[str, Known] = attrs.field(factory=dict)
    series: str | None = None
    focus: int | None = None
    named: bool = False
    speaks_of_now: bool = False
    anchors: Mapping[str, TimeValue] = attrs.field(factory=dict)
    spoken: MutableMapping[str, TimeValue] = attrs.field(factory=dict)

    @property
    def today(self) -> date | None:
        """The reference day."""
        return self.published.date() if self.published else None


@attrs.frozen(cache_hash=True)
class Cues:
    """What the words around a phrase say: tense, a superlative, or that there are none.

    ``over``: what is dated is behind, however near the same day ahead is ("ended March 31").
    """

    tense: Literal["past", "future"] | None = None
    alone: bool = False
    superlative: bool = False
    over: bool = False
