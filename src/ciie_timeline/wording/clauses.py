"""Steps as clauses: the template of a rule filled with the arguments of a step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import attrs

from ciie_timeline.errors import CiieTimelineError
from ciie_timeline.model import Place
from ciie_timeline.values import Duration, Interval, PartialDate, parse_edtf
from ciie_timeline.wording.book import Book, Said, fill
from ciie_timeline.wording.counts import (
    amount,
    cardinal,
    duration,
    editions,
    every,
    listed,
    nth,
    ordinal,
    unit,
)
from ciie_timeline.wording.dates import day_value, range_text
from ciie_timeline.wording.values import phrase_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ciie_timeline.forms import Step
    from ciie_timeline.wording.book import Facts

Names = Mapping[str, str]

_NO_NAMES: Final[Names] = MappingProxyType({})

_MANY = 2
_PAIR = 2
_SHORT_KEY = 6
_EDITION, _SESSION = 2, 3
_LARGEST_ORDINAL = 999
#: The years in what a rule numbers.
_LENGTHS: Final = {"century": 100, "millennium": 1000}


@attrs.frozen(eq=False)
class Clauses:
    """Says steps and facts in one language.

    ``names`` is what the series that is spoken of is called, by language; without it the key has
    to do.
    """

    book: Book
    names: Names = _NO_NAMES

    def fill(self, template: Any, facts: Facts) -> Said | None:
        """A template filled with facts of any kind."""
        return fill(template, facts, self.render)

    def rule(self, step: Step, **facts: Any) -> Said:
        """What a step did, as a clause without its subject.

        A rule that the language does not know is said as its id with its arguments.

        >>> from ciie_timeline.forms import Step
        >>> from ciie_timeline.wording.book import Book
        >>> en = Clauses(Book.of("en"))
        >>> en.rule(Step("edition.number", (("number", 6), ("series", "ciie")))).text
        'is the sixth CIIE'
        """
        given = facts | _facts(step)
        template = self.book.find("rule", step.rule)
        if template is None and self.book.find("reading", step.rule) is None:
            return Said(self.unknown(step.rule, step.arguments))
        said = None if template is None else self.fill(template, given)
        return said or Said(self.book.text("explain", "unfit"))

    def reading(self, step: Step, **facts: Any) -> str | None:
        """What would make a reading right, as a condition; None when there is no such template."""
        template = self.book.find("reading", step.rule)
        said = None if template is None else self.fill(template, facts | _facts(step))
        return None if said is None else said.text

    def unknown(self, name: str, arguments: Sequence[tuple[str, Any]]) -> str:
        """A rule or a finding of somebody's own: its id and its arguments."""
        if not arguments:
            return name
        said = [
            self.book.text("explain", "argument", name=each, value=self.plain(value))
            for each, value in arguments
        ]
        comma: str = self.book.need("list", "comma")
        return self.book.text("explain", "unknown", name=name, arguments=comma.join(said))

    def plain(self, value: Any) -> str:
        """Any value: times and lengths as people write them, places by name, the rest as it is."""
        match value:
            case Place():
                return value.label
            case tuple():
                return listed(self.book, [self.plain(each) for each in value])
            case None | bool() | int() | str():
                return str(value)
            case _:
                return _phrase_or_text(self.book, value)

    def render(self, name: str, value: Any, way: str) -> str:
        """A fact in one of the ways that a template can ask for."""
        if way == "word":
            return str(self.book.find("word", name, value) or value)
        said = _WAYS.get(way)
        return self.plain(value) if said is None else said(self, value)


_WAYS: Final[Mapping[str, Callable[[Clauses, Any], str]]] = {
    "amount": lambda clauses, value: amount(clauses.book, *value),
    "cardinal": lambda clauses, value: cardinal(clauses.book, value),
    "ordinal": lambda clauses, value: ordinal(clauses.book, value),
    "nth": lambda clauses, value: nth(clauses.book, value),
    "unit": lambda clauses, value: unit(clauses.book, value),
    "units": lambda clauses, value: unit(clauses.book, value, _MANY),
    "editions": lambda clauses, value: editions(clauses.book, value),
    "length": lambda clauses, value: _length(clauses.book, value),
    "months": lambda clauses, value: _months(clauses.book, value),
    "every": lambda clauses, value: _said(every, clauses.book, value),
    "edtf": lambda clauses, value: _edtf(clauses.book, value),
    "name": lambda clauses, value: series_name(clauses.book, value, clauses.names),
    "subject": lambda clauses, value: subject(clauses.book, value, clauses.names),
    "either": lambda clauses, value: listed(clauses.book, value, "either"),
    "weekday": lambda clauses, value: str(clauses.book.need("weekday")[value - 1]),
    "month": lambda clauses, value: str(clauses.book.need("month")[value - 1]),
    "property": lambda clauses, value: property_name(clauses.book, value),
}


def _facts(step: Step) -> dict[str, Any]:
    """The arguments of a step, with what follows from them."""
    given = dict(step.arguments)
    first, last = given.get("from"), given.get("to")
    if isinstance(first, date) and isinstance(last, date):
        given["span"] = Interval(day_value(first), day_value(last))
        given["one"] = given.get("first") == given.get("last")
        given["over"] = not isinstance(given.get("day"), date) or last < given["day"]
    given |= _years(step.rule, given)
    for name in ("start", "anchor", "of"):
        given |= _parts(name, given.get(name))
    return given


def _years(rule: str, given: Facts) -> dict[str, int]:
    """The first and the last year of a decade, a century or a millennium."""
    length, number = _LENGTHS.get(rule), given.get("number")
    if length is not None and isinstance(number, int):
        return {"start": max((number - 1) * length, 1), "end": number * length - 1}
    start = given.get("start")
    return {"end": start + 9} if rule == "decade" and isinstance(start, int) else {}


def _parts(name: str, value: Any) -> dict[str, Any]:
    """The unit of a time, and both ends of one that has two."""
    match value:
        case PartialDate():
            return {f"{name}-unit": value.precision.value}
        case Interval(start=first, end=last):
            ends = {f"{name}-first": first, f"{name}-last": last}
            return {each: edge for each, edge in ends.items() if isinstance(edge, PartialDate)}
        case _:
            return {}


def _months(book: Book, value: Any) -> str:
    """The months of a season or of another time of whole months."""
    first, last = getattr(value, "earliest", None), getattr(value, "latest", None)
    if not isinstance(first, date) or not isinstance(last, date):
        return _phrase_or_text(book, value)
    months = (PartialDate(each.year, each.month) for each in (first, last))
    return range_text(book, *months)


def _phrase_or_text(book: Book, value: Any) -> str:
    try:
        return phrase_of(book, value)
    except CiieTimelineError:
        return str(getattr(value, "value", value))


def _length(book: Book, value: Any) -> str:
    """A length that a step holds as a duration or as its text."""
    return _said(duration, book, value)


def _said(say: Callable[[Book, Duration], str], book: Book, value: Any) -> str:
    try:
        return say(book, Duration.parse(value) if isinstance(value, str) else value)
    except CiieTimelineError:
        return str(value)


def _edtf(book: Book, value: Any) -> str:
    """A time that a finding holds as EDTF text; what is none stays as it is."""
    try:
        return phrase_of(book, parse_edtf(value) if isinstance(value, str) else value)
    except CiieTimelineError:
        return str(value)


def names_in(arguments: Sequence[tuple[str, Any]]) -> Names:
    """What arguments call the series, by language; nothing where they do not say.

    >>> names_in((("names", (("en", "CIIE"),)), ("day", 5)))
    {'en': 'CIIE'}
    """
    match dict(arguments).get("names"):
        case tuple(pairs) if all(isinstance(each, tuple) and len(each) == _PAIR for each in pairs):
            return {str(lang): str(name) for lang, name in pairs}
        case _:
            return _NO_NAMES


def property_name(book: Book, name: str) -> str:
    """What a claim is about."""
    found = book.find("property", name)
    return found if isinstance(found, str) else book.text("property", "other", name=name)


# --------------------------------------------------------------------------- names of things


def series_name(book: Book, key: str, names: Names) -> str:
    """What a series is called: its name in the language, in English, or its key made readable.

    >>> from ciie_timeline.wording.book import Book
    >>> en = Book.of("en")
    >>> series_name(en, "ciie", {}), series_name(en, "harbour-maps", {})
    ('CIIE', 'Harbour Maps')
    >>> series_name(en, "ciie", {"en": "China International Import Expo"})
    'China International Import Expo'
    """
    named = names.get(book.code) or names.get("en")
    if named:
        return named
    if "-" not in key and len(key) < _SHORT_KEY:
        return key.upper()
    return " ".join(word.capitalize() for word in key.split("-"))


def subject(book: Book, key: str, names: Names = _NO_NAMES) -> str:
    """What a key stands for.

    >>> from ciie_timeline.wording.book import Book
    >>> en = Book.of("en")
    >>> subject(en, "ciie/6"), subject(en, "ciie/7/opening-ceremony")
    ('the 6th CIIE', 'the opening ceremony of the 7th CIIE')
    """
    own = key.split("/")
    series = series_name(book, own[0], names)
    if len(own) < _EDITION:
        return book.text("subject", "series", series=series)
    whole = _edition(book, own[1], series)
    if len(own) < _SESSION:
        return whole
    return book.text("subject", "part", part=own[-1].replace("-", " "), whole=whole)


def _edition(book: Book, own: str, series: str) -> str:
    if own.isdecimal() and int(own) <= _LARGEST_ORDINAL:
        return book.text("subject", "number", number=nth(book, int(own)), series=series)
    if own.isdecimal():
        return book.text("subject", "label", label=own, series=series)
    part = own.removeprefix("x-").replace("-", " ")
    return book.text("subject", "of-series", part=part, series=series)
