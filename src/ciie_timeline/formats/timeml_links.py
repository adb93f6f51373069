"""What each TIMEX3 of a reading counts from: its anchor, the points where it begins and ends.

The records of a reading have no ids.  Here the timexes get theirs, and what is known of a mention
(its expression, its value, the steps that led there) becomes the attributes that name them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Literal, assert_never

import attrs

from ciie_timeline.formats.timeml_values import days_of, stretch, written
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
    Decade,
    EditionRef,
    EditionsRef,
    Elapsed,
    Every,
    Fiscal,
    Holiday,
    Inception,
    Last,
    Modified,
    Next,
    Nth,
    Part,
    Period,
    Reference,
    Relation,
    Season,
    SessionRef,
    Since,
    Then,
    This,
    Timex3,
    Until,
    Window,
)
from ciie_timeline.values import Clock, Interval, PartialDate, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ciie_timeline.forms import Expression, Mention

CREATION: Final = "t0"
_CLOCKED: Final = ("DATE", "TIME")
#: Steps of what looks back in the text and found that it has to count from publication.
_NO_TIME: Final = "text.no-time-before"
_FROM_PUBLICATION: Final = frozenset({_NO_TIME, "text.latest-quarter", "text.weekend"})
_AGES: Final = (Precision.CENTURY, Precision.MILLENNIUM)
Source = Literal["given", "publication", "text"]


@attrs.define
class Element:
    """One TIMEX3 element; without ``timex`` it takes no text."""

    tid: str
    type: str
    value: str
    mod: str | None = None
    timex: Timex3 | None = None
    computed: bool = False
    anchor: str | None = None
    begin: str | None = None
    end: str | None = None
    quant: str | None = None
    freq: str | None = None

    def attributes(self) -> Iterator[tuple[str, str]]:
        """The attributes in the order in which they are written."""
        given = (
            ("tid", self.tid),
            ("type", self.type),
            ("value", self.value),
            ("mod", self.mod),
            ("temporalFunction", "true" if self.computed else "false"),
            ("functionInDocument", "NONE"),
            ("anchorTimeID", self.anchor),
            ("beginPoint", self.begin),
            ("endPoint", self.end),
            ("quant", self.quant),
            ("freq", self.freq),
        )
        return ((name, value) for name, value in given if value is not None)


def creation_value(published: datetime) -> str:
    """The value of the creation time: a day, with the clock time when it is not midnight.

    >>> creation_value(datetime(2023, 11, 4)), creation_value(datetime(2023, 11, 4, 9, 30))
    ('2023-11-04', '2023-11-04T09:30')
    """
    if not (published.hour or published.minute or published.second):
        return published.date().isoformat()
    return published.isoformat(timespec="seconds" if published.second else "minutes")


class Links:
    """Links the elements of one text.

    Args:
        published: the creation time, which is ``t0``; None when there is none.
        elements: those that take text, in order.
    """

    def __init__(self, published: datetime | None, elements: Sequence[Element]) -> None:
        self._published = published
        self._elements = elements
        self._places = {id(each): place for place, each in enumerate(elements)}
        self._by_value = {
            each.value: each.tid
            for each in reversed(elements)
            if each.mod is None and each.type in _CLOCKED
        }
        if published is not None:
            self._by_value[creation_value(published)] = CREATION
        #: The last timex by its first and its last day, of as many elements as were looked at.
        self._by_day: dict[date, str] = {}
        self._seen = 0
        self.points: list[Element] = []

    def link(self, mention: Mention, elements: Sequence[Element]) -> None:
        """Fill in what the timexes of a mention count from."""
        forms = _marked(mention.expression, [each.type for each in elements])
        for element, form in zip(elements, forms, strict=True):
            if "/" in element.value:
                self._span(element)
            elif element.type == "SET":
                _repeat(element, form)
            elif element.type == "DURATION":
                element.computed = _source(_plain(form)) != "given" and not _counts_on(form)
                self._ends(element, mention, elements)
            else:
                self._anchor(element, form, mention)
        if len(elements) > 1:
            self._stretch(mention, elements)

    # ---------------------------------------------------------------- anchors

    def _anchor(self, element: Element, form: Expression, mention: Mention) -> None:
        source = _source(form)
        if form is mention.expression and _looked_back(mention):
            source = "text"
        element.computed = source != "given"
        if source == "publication" and self._published is not None:
            element.anchor = CREATION
        elif source == "text":
            element.anchor = self._spoken(mention, element)

    def _spoken(self, mention: Mention, element: Element) -> str | None:
        """The timex before an element that the words look back to, by the day counted from."""
        rule, day = _counted_from(mention)
        if rule in _FROM_PUBLICATION:
            return None if self._published is None else CREATION
        while self._seen < self._places[id(element)]:
            each = self._elements[self._seen]
            self._by_day |= dict.fromkeys(days_of(each.value) or (), each.tid)
            self._seen += 1
        return None if day is None else self._by_day.get(day)

    # ---------------------------------------------------------------- points

    def _ends(self, element: Element, mention: Mention, elements: Sequence[Element]) -> None:
        """Where a length begins and ends, as far as the mention says."""
        form, found = _plain(mention.expression), mention.resolution
        others = [each for each in elements if each.type in _CLOCKED]
        if _counts_on(form):
            named = others[0].tid if others else self._spoken(mention, element)
            exact = form is _plain_mention(mention) and found.when is not None
            reached = self._point(found.timex, element) if exact else None
            back = isinstance(form, Before)
            element.begin, element.end = (reached, named) if back else (named, reached)
        elif isinstance(form, Between) and len(others) == 1:
            element.begin = others[0].tid
            element.end = self._edge(found.when, 1, form, element)
        elif len(elements) == 1 and found.timex_type == "DURATION":
            element.begin = self._edge(found.when, 0, form, element)
            element.end = self._edge(found.when, 1, form, element)
            if found.when is None and isinstance(form, Window) and self._published is not None:
                last = form.relation is Relation.LAST
                element.begin, element.end = (None, CREATION) if last else (CREATION, None)

    def _edge(self, when: object, side: int, form: Expression, of: Element) -> str | None:
        """The point at one end of an interval; publication where the form counts from it."""
        if not isinstance(when, Interval):
            return None
        edge = (when.start, when.end)[side]
        if not isinstance(edge, PartialDate):
            return None
        if _source(form) == "publication" and self._is_publication(edge):
            return CREATION
        return self._point(edge.to_edtf(), of)

    def _is_publication(self, edge: PartialDate) -> bool:
        now = self._published
        if now is None or (edge.year, edge.month, edge.day) != (now.year, now.month, now.day):
            return False
        return edge.clock is None or edge == _moment(now)

    def _point(self, value: str | None, of: Element) -> str | None:
        """The id of a point: that of a timex of the same value, else of an element made for it.

        A value that says nothing ("XXXX") makes no point.
        """
        value = None if value is None else written(value)
        if value is None or not any(each.isdigit() for each in value):
            return None
        tid = self._by_value.get(value)
        return tid or self._empty("TIME" if "T" in value else "DATE", value, anchor=of.tid)

    def _empty(self, type_: str, value: str, **links: Any) -> str:
        tid = f"t{len(self._elements) + len(self.points) + 1}"
        self.points.append(Element(tid, type_, value, computed=True, **links))
        return tid

    # ---------------------------------------------------------------- ranges

    def _stretch(self, mention: Mention, elements: Sequence[Element]) -> None:
        """The length that nobody names, from the one end of a range to the other."""
        times = [each for each in elements if each.type == "TIME"]
        ends = times or [each for each in elements if each.type == "DATE"]
        if len(ends) != 2 or any(each.mod for each in ends):  # noqa: PLR2004 - two ends
            return
        first, last = ends
        if mention.resolution.timex != f"{_said(first)}/{_said(last)}":
            return
        length = stretch(first.value, last.value)
        if length is not None:
            self._empty("DURATION", length, begin=first.tid, end=last.tid)

    def _span(self, element: Element) -> None:
        """A range that is one timex: a length between two points."""
        first, _, last = element.value.partition("/")
        element.type, element.value = "DURATION", stretch(first, last) or "PXD"
        element.computed = True
        element.begin, element.end = self._point(first, element), self._point(last, element)


def _said(element: Element) -> str:
    return element.value if element.timex is None else element.timex.value


def _moment(now: datetime) -> PartialDate:
    return PartialDate(
        now.year, now.month, now.day, clock=Clock(now.hour, now.minute, now.second or None)
    )


def _repeat(element: Element, form: Expression) -> None:
    """How often a set comes back: so many times in its period, or every one."""
    form = _plain(form)
    if isinstance(form, Every) and form.times > 1:
        element.freq = f"{form.times}X"
    else:
        element.quant = "EVERY"


# --------------------------------------------------------------------------- forms


def _plain(form: Expression) -> Expression:
    """A form without what limits or modifies it."""
    while isinstance(form, Modified | Part):
        form = form.of
    return form.anchor if isinstance(form, Since | Until | Beyond) else form


def _plain_mention(mention: Mention) -> Expression:
    """The form whose value is that of the mention."""
    form = mention.expression
    return form.of if isinstance(form, Modified) else form


def _counts_on(form: Expression) -> bool:
    """Whether a form counts a length from another time that it names."""
    return isinstance(form, Before | After) and form.anchor is not None


def _marked(form: Expression, types: Sequence[str]) -> Sequence[Expression]:
    """The expression that each timex of a phrase stands for; the whole where it is not known."""
    match form:
        case Since(anchor=inner) | Until(anchor=inner) | Beyond(anchor=inner):
            return _marked(inner, types)
        case EditionRef(of=inner) | Anniversary(of=inner) | EditionsRef(since=inner) if inner:
            return _marked(inner, types)
        case SessionRef(edition=EditionRef() as inner):
            return _marked(inner, types)
        case Between(start=start, end=end) if len(types) == 2:  # noqa: PLR2004 - two ends
            return (start, end)
        case Before(length=length, anchor=anchor) | After(length=length, anchor=anchor) if anchor:
            if list(types[:1]) == ["DURATION"] and len(types) == 2:  # noqa: PLR2004
                return (Period(length), anchor)
    return (form,) * len(types)


def _source(  # noqa: C901, PLR0912 - one case for each form
    form: Expression | None,
) -> Source:
    """Whether a value is given by the words alone, or counted from publication or the text."""
    match form:
        case Calendar(year=year, short_year=short):
            return "given" if year is not None and not short else "publication"
        case At(day=inner) | Holiday(of=inner) | Season(of=inner):
            return _source(inner) if inner is not None else "publication"
        case Nth(of=None, unit=unit):
            return "given" if unit in _AGES else "publication"
        case Decade(short=short):
            return "publication" if short else "given"
        case This() | Last() | Next() | Window() | Elapsed() | Reference():
            return "publication"
        case Then(year=inner):
            return _source(inner) if inner is not None else "text"
        case Before(anchor=inner) | After(anchor=inner):
            return _source(inner) if inner is not None else "publication"
        case Part(of=inner) | Modified(of=inner) | Nth(of=inner) | Fiscal(of=inner):
            return _source(inner)
        case Since(anchor=inner) | Until(anchor=inner) | Beyond(anchor=inner):
            return _source(inner)
        case Beside(anchor=inner):
            return _source(inner)
        case Between(start=start, end=end):
            return _widest((_source(start), _source(end)))
        case EditionRef(of=inner) | Anniversary(of=inner) | EditionsRef(since=inner):
            return _source(inner)
        case SessionRef(edition=inner):
            return _source(inner)
        case None | Period() | Every() | Inception() | AnnouncementRef():
            return "given"
        case _:
            assert_never(form)


def _widest(sources: Iterable[Source]) -> Source:
    found = set(sources)
    return "text" if "text" in found else "publication" if "publication" in found else "given"


def _looked_back(mention: Mention) -> bool:
    """Whether a time was found in the text ("a year ago", of the quarter spoken of)."""
    return any(step.rule.startswith("text.") for step in mention.steps)


def _counted_from(mention: Mention) -> tuple[str, date | None]:
    """The rule of the step that looked back in the text, and the day that it counted from."""
    for step in reversed(mention.steps):
        given = dict(step.arguments)
        if not step.rule.startswith(("text.", "shift.")):
            continue
        nothing = step.rule == "text.years-before" and given.get("of") is None
        if nothing or not given.get("said", True):
            return _NO_TIME, None
        day = given.get("day", getattr(given.get("of"), "earliest", None))
        return step.rule, day if isinstance(day, date) else None
    return "", None
