"""The records of a timeline as JSON objects and back, by way of cattrs.

Fields that have their default are left out, but number and label of an edition; claims and rules
that something rests on are named by their reference into a table of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, Union, get_args, get_origin

import attrs

from ciie_timeline.errors import FormatError
from ciie_timeline.formats.json_values import (
    NOTATIONS,
    UnexpectedError,
    any_from_json,
    any_to_json,
    duration_from_json,
    enum_from_json,
    shown,
    time_from_json,
    time_to_json,
)
from ciie_timeline.forms import Conflict, Finding, Span, Step
from ciie_timeline.model import (
    Announcement,
    Claim,
    Derivation,
    Edition,
    Event,
    EventSeries,
    Place,
    Rule,
    Session,
    Source,
)
from ciie_timeline.values import Duration, Extent, Recurrence

if TYPE_CHECKING:
    from cattrs import Converter

Record = TypeVar("Record", Claim, Rule)

EVENTS: Final[Mapping[str, type[Any]]] = {
    "edition": Edition,
    "session": Session,
    "announcement": Announcement,
}
_KINDS: Final = {cls: kind for kind, cls in EVENTS.items()}
_FIRST: Final = ("kind", "key", "name", "number", "label", "about", "when", "earliest", "latest")
_TAGS: Final[Mapping[str, type[Any]]] = {"place": Place, "recurrence": Recurrence, "step": Step}
#: Each after those that it holds, for cattrs looks up their hooks when it makes one.
_RECORDS: Final[tuple[type[Any], ...]] = (
    Step,
    Span,
    Conflict,
    Finding,
    Place,
    Recurrence,
    Source,
    EventSeries,
    Derivation,
    *EVENTS.values(),
)
#: Fields of pairs that are written as objects.
_PAIRS: Final[Mapping[type[Any], tuple[str, ...]]] = {
    EventSeries: ("names", "nouns"),
    Rule: ("parameters",),
    Finding: ("arguments",),
    Step: ("arguments",),
}
_TIMES: Final = frozenset({*NOTATIONS, Extent})


class Table(Generic[Record]):
    """Records that others refer to: each has its id as reference, unless another has it already.

    >>> table = Table([Rule("r", "ciie", "numbering"), Rule("r", "cop", "numbering")])
    >>> list(table.by_reference)
    ['r', 'r (2)']
    """

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_reference: dict[str, Record] = {}
        self._same_id: dict[str, list[tuple[Record, str]]] = {}
        for record in records:
            if not any(record == each for each, _ in self._same_id.get(record.id, ())):
                self.put(self._free(record.id), record)

    def _free(self, id_: str) -> str:
        reference, count = id_, 1
        while reference in self.by_reference:
            count += 1
            reference = f"{id_} ({count})"
        return reference

    def put(self, reference: str, record: Record) -> None:
        """Put a record under a reference that is free."""
        self._same_id.setdefault(record.id, []).append((record, reference))
        self.by_reference[reference] = record

    def reference(self, record: Record) -> str:
        """The reference of a record that the table was made with."""
        return next(name for each, name in self._same_id[record.id] if each == record)

    def find(self, reference: Any, what: str) -> Record:
        """The record that a reference names.

        Raises:
            UnexpectedError: no such record.
        """
        if not isinstance(reference, str) or reference not in self.by_reference:
            raise UnexpectedError(f"the reference of {what}", reference)
        return self.by_reference[reference]


class Records:
    """Both ways between records and JSON objects, for the claims and rules of one timeline."""

    def __init__(self, claims: Table[Claim], rules: Table[Rule]) -> None:
        self.claims = claims
        self.rules = rules
        self._converter = self._made()
        entries: tuple[type[Any], ...] = (Claim, Rule)
        self._entries_to_json = {cls: _unstructured(self._converter, cls) for cls in entries}
        self._entries_from_json = {cls: _structured(self._converter, cls) for cls in entries}

    def to_json(self, record: Any) -> Any:
        """A record as a JSON object.

        Raises:
            UnexpectedError: it holds something that JSON cannot.
        """
        return self._converter.unstructure(record, type(record))

    def from_json(self, given: Any, cls: type[Any]) -> Any:
        """A record of a class; the exceptions are those of cattrs."""
        return self._converter.structure(given, cls)

    def entry_to_json(self, record: Claim | Rule, reference: str) -> dict[str, Any]:
        """The entry of a claim or rule in its table."""
        entry: dict[str, Any] = self._entries_to_json[type(record)](record)
        return entry if reference == record.id else {"ref": reference, **entry}

    def entry_from_json(self, given: Any, cls: type[Any]) -> tuple[str, Claim | Rule]:
        """Reference and record of an entry in a table; the exceptions are those of cattrs."""
        inside = dict(given) if isinstance(given, Mapping) else given
        reference = inside.pop("ref", None) if isinstance(inside, dict) else None
        record = self._entries_from_json[cls](inside, cls)
        if reference is not None and not isinstance(reference, str):
            raise UnexpectedError("a text", reference, ".ref")
        return record.id if reference is None else reference, record

    def event_from_json(self, given: Any) -> Event:
        """An edition, session or announcement; the exceptions are those of cattrs."""
        kind = given.get("kind") if isinstance(given, Mapping) else None
        if not isinstance(kind, str) or kind not in EVENTS:
            at = ".kind" if isinstance(given, Mapping) else ""
            raise UnexpectedError(f"one of {', '.join(EVENTS)}", kind if at else given, at)
        event: Event = self.from_json(given, EVENTS[kind])
        return event

    def _made(self) -> Converter:
        from cattrs import Converter

        converter = Converter(forbid_extra_keys=True, omit_if_default=True)
        _add_plain(converter)
        _add_values(converter, self._any_to_json, self._any_from_json)
        for table, cls, what in (
            (self.claims, Claim, "a claim in $.claims"),
            (self.rules, Rule, "a rule in $.rules"),
        ):
            _add_references(converter, table, cls, what)
        for record in _RECORDS:
            converter.register_unstructure_hook(record, _unstructured(converter, record))
            converter.register_structure_hook(record, _structured(converter, record))
        return converter

    def _any_to_json(self, value: Any) -> Any:
        return any_to_json(value, self._tagged)

    def _tagged(self, record: Any) -> Any:
        for tag, cls in _TAGS.items():
            if type(record) is cls:
                return {tag: self.to_json(record)}
        raise UnexpectedError("something that JSON can hold", record)

    def _any_from_json(self, given: Any) -> Any:
        makers = {
            tag: lambda inside, cls=cls: self.from_json(inside, cls) for tag, cls in _TAGS.items()
        }
        return any_from_json(given, makers)


# --------------------------------------------------------------------------- cattrs hooks


def _add_plain(converter: Converter) -> None:
    """Texts, numbers, truth values and arrays as they are: nothing is made into another kind."""
    for cls, what in ((str, "a text"), (bool, "true or false"), (int, "a whole number")):
        converter.register_structure_hook(cls, _exactly(cls, what))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook_factory(_is_tuple, lambda cls: _array(converter, cls))
    converter.register_structure_hook_func(
        _is_enum, lambda given, enum: enum_from_json(enum, given)
    )


def _add_values(
    converter: Converter, to_json: Callable[[Any], Any], from_json: Callable[[Any], Any]
) -> None:
    converter.register_unstructure_hook_func(_is_time, _optional(time_to_json))
    converter.register_structure_hook_func(_is_time, _time)
    converter.register_unstructure_hook(Duration, str)
    converter.register_structure_hook(Duration, lambda given, _: duration_from_json(given))
    converter.register_unstructure_hook_func(_is_anything, to_json)
    converter.register_structure_hook_func(_is_anything, lambda given, _: from_json(given))


def _add_references(converter: Converter, table: Table[Any], cls: type[Any], what: str) -> None:
    converter.register_unstructure_hook(cls, table.reference)
    converter.register_structure_hook(cls, lambda given, _: table.find(given, what))


def _optional(hook: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else hook(value)


def _exactly(cls: type[Any], what: str) -> Callable[[Any, Any], Any]:
    def checked(given: Any, _: Any) -> Any:
        if type(given) is not cls:
            raise UnexpectedError(what, given)
        return given

    return checked


def _number(given: Any, _: Any) -> float:
    if type(given) not in (int, float):
        raise UnexpectedError("a number", given)
    number: float = given
    return number


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _array(converter: Converter, cls: Any) -> Callable[[Any, Any], Any]:
    """Arrays become tuples, of any length or, where the type says so, of one."""
    from cattrs import IterableValidationError, IterableValidationNote

    types = get_args(cls)
    length = None if types[-1] is Ellipsis else len(types)

    def made(given: Any, _: Any) -> Any:
        if not isinstance(given, list) or length not in (None, len(given)):
            raise UnexpectedError("an array" if length is None else f"an array of {length}", given)
        found: list[Any] = []
        errors: list[Exception] = []
        for place, each in enumerate(given):
            try:
                found.append(converter.structure(each, types[0 if length is None else place]))
            except (ValueError, ExceptionGroup) as error:
                error.add_note(IterableValidationNote(str(place), place, types[0]))
                errors.append(error)
        if errors:
            raise IterableValidationError("an array", errors, cls)
        return tuple(found)

    return made


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Enum)


def _is_anything(cls: Any) -> bool:
    return cls is Any or (
        get_origin(cls) in (Union, UnionType) and set(get_args(cls)) <= {str, int, bool}
    )


def _is_time(cls: Any) -> bool:
    if get_origin(cls) in (Union, UnionType):
        return set(get_args(cls)) - {type(None)} <= _TIMES
    return cls in _TIMES


def _time(given: Any, cls: Any) -> Any:
    allowed = get_args(cls) or (cls,)
    if given is None and type(None) in allowed:
        return None
    value = time_from_json(given)
    if type(value) not in allowed:
        raise UnexpectedError("the EDTF text of one date", given)
    return value


def _overrides(converter: Converter, cls: type[Any], *, to_json: bool) -> dict[str, Any]:
    from cattrs import override

    found: dict[str, Any] = {}
    types = attrs.fields_dict(attrs.resolve_types(cls))
    for name in _PAIRS.get(cls, ()):
        inner = get_args(get_args(types[name].type)[0])[1]
        found[name] = (
            override(unstruct_hook=_pairs_to_json(converter, inner, f"{cls.__name__}.{name}"))
            if to_json
            else override(struct_hook=_pairs_from_json(converter, inner))
        )
    for name in types.keys() & {"voice"}:
        found[name] = override(omit=True)
    if to_json and cls is Edition:
        found |= {name: override(omit_if_default=False) for name in ("number", "label")}
    return found


def _pairs_to_json(
    converter: Converter, inner: Any, what: str
) -> Callable[[tuple[tuple[str, Any], ...]], dict[str, Any]]:
    def made(pairs: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
        found = {name: converter.unstructure(value, inner) for name, value in pairs}
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            raise FormatError(f"{what}: expected each name once, found {twice!r} twice")
        return found

    return made


def _pairs_from_json(converter: Converter, inner: Any) -> Callable[[Any, Any], Any]:
    from cattrs import AttributeValidationNote, ClassValidationError

    def made(given: Any, cls: Any) -> Any:
        if not isinstance(given, Mapping):
            raise UnexpectedError("an object", given)
        found: list[tuple[str, Any]] = []
        errors: list[Exception] = []
        for name, each in given.items():
            try:
                found.append((name, converter.structure(each, inner)))
            except (ValueError, ExceptionGroup) as error:
                error.add_note(AttributeValidationNote(name, name, inner))
                errors.append(error)
        if errors:
            raise ClassValidationError("an object", errors, cls)
        return tuple(found)

    return made


def _unstructured(converter: Converter, cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    from cattrs.gen import make_dict_unstructure_fn

    overrides = _overrides(converter, cls, to_json=True)
    made = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **overrides)
    if cls not in _KINDS:
        return made
    kind = _KINDS[cls]

    def event(record: Any) -> dict[str, Any]:
        found = {"kind": kind, **made(record), **_bounds(record)}
        return {name: found.pop(name) for name in _FIRST if name in found} | found

    return event


def _structured(converter: Converter, cls: type[Any]) -> Callable[[Any, Any], Any]:
    from cattrs.gen import make_dict_structure_fn

    made = make_dict_structure_fn(
        cls,
        converter,
        _cattrs_forbid_extra_keys=True,
        **_overrides(converter, cls, to_json=False),
    )

    def checked(given: Any, cls: Any) -> Any:
        if not isinstance(given, Mapping):
            raise UnexpectedError("an object", given)
        if cls not in _KINDS:
            return made(given, cls)
        derived = {"kind", "earliest", "latest"}
        event = made({name: each for name, each in given.items() if name not in derived}, cls)
        for name, text in _bounds(event).items():
            if given.get(name, text) != text:
                raise UnexpectedError(f"{shown(text)} by what `when` says", given[name], f".{name}")
        return event

    return checked


def _bounds(event: Event) -> dict[str, str | None]:
    """First and last day, for readers without EDTF; computed again when read."""
    if event.when is None:
        return {}
    first, last = event.when.earliest, event.when.latest
    return {
        "earliest": None if first is None else str(first),
        "latest": None if last is None else str(last),
    }
