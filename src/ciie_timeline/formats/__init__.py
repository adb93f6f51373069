"""Formats: a timeline to bytes and, where a format keeps everything, back again.

Each module has ``chunks(timeline, *, report=None, **options)``, which yields the text in parts of
about one event, and ``render(timeline, *, report=None, **options)``, which returns it whole; where
a format can be read back it has ``load(text)``.  ``report`` is called with a ``Finding`` for each
thing that the format could not keep.  A format of your own is any object with the first two.

``timeml`` is not in the table: it writes readings (``timeml.dumps``) and reads TimeML documents.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol, runtime_checkable

from ciie_timeline.errors import UnknownFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ciie_timeline.timeline import Timeline

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "html": "ciie_timeline.formats.html",
        "icalendar": "ciie_timeline.formats.icalendar",
        "json": "ciie_timeline.formats.native_json",
    }
)
"""The formats by name, each with the module that is imported when it is first asked for."""

SUFFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {".htm": "html", ".html": "html", ".ics": "icalendar", ".json": "json"}
)
"""The format that a file name asks for by its suffix (in small letters)."""


@runtime_checkable
class Format(Protocol):
    """What a format module offers; a module of your own that has both can be given as a format."""

    def chunks(self, timeline: Timeline, *, report: Any = None, **options: Any) -> Iterator[str]:
        """The text in parts of about one event."""
        ...

    def render(self, timeline: Timeline, *, report: Any = None, **options: Any) -> str:
        """The whole text."""
        ...


def named(given: str | Format) -> Format:
    """The module of a format.

    Args:
        given: a name in ``FORMATS``, a suffix with or without its dot, or a format module of your
            own, which is returned as it is.

    Raises:
        UnknownFormatError: neither; the message lists the names.

    >>> named("json").__name__, named("ics").__name__
    ('ciie_timeline.formats.native_json', 'ciie_timeline.formats.icalendar')
    >>> named("xlsx")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.UnknownFormatError: expected one of the formats html, icalendar, json ...
    """
    if not isinstance(given, str):
        if isinstance(given, Format):
            return given
        raise UnknownFormatError(
            f"expected a format name or a module with chunks() and render(), found {given!r}"
        )
    name = given if given in FORMATS else SUFFIXES.get(f".{given.lower().removeprefix('.')}")
    if name is None:
        raise UnknownFormatError(
            f"expected one of the formats {', '.join(FORMATS)} or a module, found {given!r}"
        )
    return import_module(FORMATS[name])


def of_path(path: str | PurePath) -> str:
    """The name of the format that a file name asks for.

    Raises:
        UnknownFormatError: the name has no suffix of a known format.

    >>> of_path("build/CIIE.ICS")
    'icalendar'
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnknownFormatError(
            f"expected a file name that ends in one of {', '.join(SUFFIXES)}, or format=, "
            f"found {str(path)!r}"
        )
    return SUFFIXES[suffix]
