"""Series packs: one TOML file a series, checked, as claims with their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from ciie_timeline.model import (
    Attendance,
    Claim,
    EventSeries,
    Method,
    Modality,
    Place,
    Rule,
    Source,
    Status,
)
from ciie_timeline.seeds.fields import (
    UNITS,
    degrees,
    duration,
    edition_id,
    enum,
    filled,
    ids_in,
    modality,
    one_of,
    record,
    recurrence,
    template,
    times,
    word,
)
from ciie_timeline.seeds.records import Pack, Part
from ciie_timeline.seeds.tables import Table, as_id, as_time, read_toml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_EDTF: Final = "an EDTF value such as '2023-11-05/2023-11-10'"


def read_pack(path: Path) -> Pack:
    """The pack in a file.

    Raises:
        SeedError: the file breaks the format; the error names the place in it.
        OSError: the file cannot be read.
    """
    return _Reader(read_toml(path), path).pack()


@attrs.frozen
class _Statement:
    """A value of a field with the sources that say so."""

    value: Any
    sources: tuple[str, ...]
    method: Method
    modality: Modality


@attrs.frozen
class _Template:
    """What a part is called in each edition."""

    name: str
    title: str
    url: str


@attrs.frozen
class _Entry:
    """Where the claims of one event come from: its table and what its statements inherit."""

    table: Table
    key: str
    sources: tuple[str, ...]
    method: Method
    modality: Modality

    @classmethod
    def of(cls, table: Table, key: str, sources: tuple[str, ...], modality: Modality) -> _Entry:
        method = table.given("method", *enum(Method), Method.STATED)
        return cls(table, key, sources, method, modality)


class _Reader:
    """Reads the tables of one pack in turn; claims are collected in the order of the file."""

    def __init__(self, top: Table, path: Path) -> None:
        self.top = top
        self.path = path
        self.claims: list[Claim] = []
        self.sources: dict[str, Source] = {}
        self.places: dict[str, Place] = {}
        self.templates: dict[str, _Template] = {}
        self.keys: dict[str, str] = {}
        self.numbers: dict[int, str] = {}

    def pack(self) -> Pack:
        top = self.top
        for table in top.tables("source"):
            self._source(table)
        for table in top.tables("place"):
            self._place(table)
        parts = tuple(map(self._part, top.tables("session")))
        head = top.table("series")
        key = head.id("key")
        rules = self._rules(key)
        series = self._series(head, key, rules)
        edition_name = head.text("edition_name", "{ordinal} {name}")
        head.close()
        for table in top.tables("announcement"):
            self._announcement(table, series)
        for table in top.tables("edition"):
            self._edition(table, series, edition_name)
        top.close()
        sources = tuple(self.sources.values())
        return Pack(series, sources, tuple(self.claims), rules, parts, self.path)

    # ---------------------------------------------------------------- what the claims rest on

    def _source(self, table: Table) -> None:
        name = table.id("id")
        if name in self.sources:
            raise table.wrong("id", "an id that no other source has", repr(name))
        known = self.sources
        self.sources[name] = Source(
            name,
            table.text("title", ""),
            table.text("publisher", ""),
            table.given("published", as_time, "an EDTF value or a day", None),
            table.text("url", ""),
            table.text("language", ""),
            table.given("derived_from", ids_in(known), "ids of sources that stand above", ()),
        )
        table.close()

    def _place(self, table: Table) -> None:
        name = table.id("id")
        if name in self.places:
            raise table.wrong("id", "an id that no other place has", repr(name))
        self.places[name] = record(
            table,
            lambda: Place(
                table.text("name"),
                locality=table.text("locality", ""),
                country=table.text("country", ""),
                address=table.text("address", ""),
                latitude=table.given("latitude", degrees, "degrees as a number", None),
                longitude=table.given("longitude", degrees, "degrees as a number", None),
                tz=table.text("tz", None),
                url=table.text("url", ""),
            ),
        )
        table.close()

    def _part(self, table: Table) -> Part:
        name = table.id("id")
        if name in self.templates:
            raise table.wrong("id", "an id that no other session has", repr(name))
        title = table.text("name")
        self.templates[name] = _Template(
            title, template(table, "title", "{session}, {edition}"), table.text("url", "")
        )
        part = Part(name, title, table.names("names"))
        table.close()
        return part

    def _rules(self, key: str) -> tuple[Rule, ...]:
        given = self.top.fields.get("numbering")
        if given is None or isinstance(given, list):
            tables = self.top.tables("numbering")
        else:
            tables = (self.top.table("numbering"),)
        return tuple(self._rule(table, key, number) for number, table in enumerate(tables, 1))

    def _rule(self, table: Table, key: str, number: int) -> Rule:
        parameters: list[tuple[str, str | int | bool]] = [
            ("kind", table.given("kind", *one_of("ordinal", "label"), "ordinal")),
            ("unit", table.given("unit", *one_of(*UNITS), "year")),
            ("style", table.given("style", *one_of("arabic", "roman"), "arabic")),
            ("cancelled", table.given("cancelled", *one_of("keep", "pass-on"), "pass-on")),
        ]
        for name, default in (("first", 1), ("every", 1), ("delay", 0)):
            parameters.append((name, table.integer(name, default)))
        for name in ("max_gap", "from", "to"):
            value = table.integer(name, None, low=1)
            if value is not None:
                parameters.append((name, value))
        source = table.given("source", self._source_id, "the id of a source", "")
        table.close()
        suffix = "" if number == 1 else f"-{number}"
        return Rule(f"{key}.numbering{suffix}", key, "numbering", tuple(parameters), source)

    def _source_id(self, value: Any) -> str:
        if as_id(value) not in self.sources:
            raise KeyError(value)
        return str(value)

    def _series(self, table: Table, key: str, rules: tuple[Rule, ...]) -> EventSeries:
        entry = _Entry.of(table, key, self._sources_of(table, ()), Modality.HELD)
        founded = self._said(entry, "founded", as_time, _EDTF)
        return record(
            table,
            lambda: EventSeries(
                key,
                table.text("name"),
                names=table.names("names"),
                nouns=table.names("nouns"),
                founded=founded[0].value if founded else None,
                recurrence=table.given("recurrence", recurrence, "a recurrence rule", ""),
                duration=table.given("duration", duration, "an ISO 8601 duration", None),
                rules=rules,
                place=self._place_of(table),
                tz=table.text("tz", None),
                url=table.text("url", ""),
                former_keys=table.texts("former_keys"),
            ),
        )

    def _place_of(self, table: Table) -> Place | None:
        return table.given("place", self.places.__getitem__, self._known_places(), None)

    def _known_places(self) -> str:
        return f"the id of a place ({', '.join(self.places) or 'the pack has none'})"

    # ---------------------------------------------------------------- events

    def _announcement(self, table: Table, series: EventSeries) -> None:
        key = self._key(table, f"{series.key}/{table.id('id')}", "id")
        entry = _Entry.of(table, key, self._sources_of(table, ()), Modality.HELD)
        self._own(entry, "name", table.text("name"))
        self._event(entry, None)
        for number, about in enumerate(table.texts("about")):
            self._own(entry, f"about:{number}", about)
        table.close()

    def _edition(self, table: Table, series: EventSeries, pattern: str) -> None:
        number, label = table.integer("number", None), table.text("label", "")
        key = self._key(table, f"{series.key}/{edition_id(table, number, label)}", "number")
        entry = _Entry.of(table, key, self._sources_of(table, ()), modality(table))
        if number is not None:
            self._claim(entry, "number", number)
        if label:
            self._own(entry, "label", label)
        name = table.text("name", "") or filled(
            table, pattern, name=series.name, label=label, number=number
        )
        self._own(entry, "name", name)
        self._event(entry, series.place)
        place = entry.table.fields.get("place")
        for session in table.tables("session"):
            self._session(session, entry, name, self.places.get(str(place), series.place))
        table.close()

    def _session(self, table: Table, edition: _Entry, name: str, place: Place | None) -> None:
        part = table.id("id")
        key = self._key(table, f"{edition.key}/{part}", "id")
        mode = table.given("modality", *enum(Modality), edition.modality)
        entry = _Entry.of(table, key, self._sources_of(table, edition.sources), mode)
        known = self.templates.get(part)
        if known is None:
            self._own(entry, "name", table.text("title"))
        else:
            title = template(table, "title", known.title)
            self._own(entry, "name", title.format(session=known.name, edition=name))
        self._event(entry, place, url=known.url if known else "")
        table.close()

    def _event(self, entry: _Entry, place: Place | None, url: str = "") -> None:
        """The claims that all kinds of events have."""
        table = entry.table
        self._said(entry, "when", as_time, _EDTF)
        if "place" in table.fields:
            self._said(entry, "place", self.places.__getitem__, self._known_places())
        elif place is not None:
            self._own(entry, "place", place, Method.INFERRED)
        own = attrs.evolve(entry, sources=())
        self._said(own, "status", *word(Status))
        self._said(own, "attendance", *word(Attendance))
        starts = table.given("previous_starts", times, "a list of EDTF values", ())
        for value in starts:
            self._claim(entry, f"previous-start:{value.to_edtf()}", value)
        self._own_texts(entry, url)

    def _own_texts(self, entry: _Entry, url: str) -> None:
        table = entry.table
        tz = table.text("tz", None)
        for name, text in (
            ("tz", tz),
            ("description", table.text("description", "")),
            ("url", table.text("url", url)),
        ):
            if text:
                self._own(entry, name, text)
        for name, field in (("category", "categories"), ("former-key", "former_keys")):
            for text in table.texts(field):
                self._own(entry, f"{name}:{text}", text)

    # ---------------------------------------------------------------- claims

    def _said(
        self, entry: _Entry, name: str, convert: Callable[[Any], Any], expected: str
    ) -> tuple[_Statement, ...]:
        """The statements of a field as claims: a value, a table ``{is, sources}`` or a list."""
        given = entry.table.given(name, lambda value: value, expected, None)
        if given is None:
            return ()
        listed = (
            isinstance(given, list)
            and given != []
            and all(isinstance(each, dict) for each in given)
        )
        statements = tuple(
            self._statement(entry, f"{name}[{n}]" if listed else name, each, (convert, expected))
            for n, each in enumerate(given if listed else [given])
        )
        for statement in statements:
            self._claims(entry.key, name, statement)
        return statements

    def _statement(
        self, entry: _Entry, name: str, given: Any, shape: tuple[Callable[[Any], Any], str]
    ) -> _Statement:
        if not isinstance(given, dict):
            value = entry.table.converted(name, given, *shape)
            return _Statement(value, entry.sources, entry.method, entry.modality)
        table = Table(given, entry.table.file, entry.table.at(name))
        statement = _Statement(
            table.given("is", *shape),
            self._sources_of(table, entry.sources),
            table.given("method", *enum(Method), entry.method),
            table.given("modality", *enum(Modality), entry.modality),
        )
        table.close()
        return statement

    def _claim(self, entry: _Entry, name: str, value: Any) -> None:
        statement = _Statement(value, entry.sources, entry.method, entry.modality)
        self._claims(entry.key, name, statement)

    def _own(self, entry: _Entry, name: str, value: Any, method: Method = Method.STATED) -> None:
        """A claim that the pack makes itself, without a source."""
        self._claims(entry.key, name, _Statement(value, (), method, entry.modality))

    def _claims(self, key: str, name: str, statement: _Statement) -> None:
        for source in statement.sources or ("",):
            self.claims.append(
                Claim(
                    f"{key}#{name}@{source}" if source else f"{key}#{name}",
                    key,
                    name.partition(":")[0],
                    statement.value,
                    source,
                    method=statement.method,
                    modality=statement.modality,
                )
            )

    def _sources_of(self, table: Table, default: tuple[str, ...]) -> tuple[str, ...]:
        return table.given("sources", ids_in(self.sources), "ids of sources of the pack", default)

    def _key(self, table: Table, key: str, field: str) -> str:
        if key in self.keys:
            found = f"{key!r}, the key of {self.keys[key]}"
            raise table.wrong(field, "what no other entry has", found)
        self.keys[key] = table.path
        return key
