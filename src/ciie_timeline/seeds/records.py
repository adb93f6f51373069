"""What comes out of the files: packs, documents, folders."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs

from ciie_timeline.model import Claim, EventSeries, Rule, Source


@attrs.frozen
class Part:
    """A part that comes back in the editions of a series: its id and all its names by language.

    >>> Part("forum", "Hongqiao Forum", (("zh", ("虹桥论坛",)),)).names_in("zh")
    ('虹桥论坛',)
    """

    id: str
    name: str
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def names_in(self, lang: str) -> tuple[str, ...]:
        """The names in a language, none when the language is not covered."""
        return dict(self.names).get(lang, ())


@attrs.frozen
class Pack:
    """What one file says of one series: its record, sources, rules, and one claim a statement.

    ``parts`` are the sessions that come back in the editions; ``path`` is the file.
    """

    series: EventSeries
    sources: tuple[Source, ...] = ()
    claims: tuple[Claim, ...] = ()
    rules: tuple[Rule, ...] = ()
    parts: tuple[Part, ...] = ()
    path: Path = attrs.field(default=Path(), eq=False)


@attrs.frozen
class Document:
    """A text with its day of publication; ``source`` is what its claims will name.

    ``origin`` names the file that the text was made from, where it says so.
    """

    text: str
    title: str
    publisher: str
    published: date
    language: str
    source: Source
    origin: str = ""
    path: Path = attrs.field(default=Path(), eq=False)


@attrs.frozen
class Folder:
    """What a folder holds: packs and documents, each in the order of the file names.

    ``name`` is the base name for the files that are built from it, ``title`` what a calendar of it
    is called, ``series`` the keys of the series that it shows (empty: all); the others only help
    to read the documents.
    """

    name: str
    title: str
    packs: tuple[Pack, ...] = ()
    documents: tuple[Document, ...] = ()
    series: tuple[str, ...] = ()
