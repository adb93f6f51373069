"""Series packs and documents: from files to series, sources, claims, rules and texts.

There is one look-up: the packs inside the installed package, else those of the checkout.  A pack is
TOML, a document Markdown with a front matter; both are checked on load, and an error names the
file, the place in it, what was expected and what stands there.  The format is described in
``docs/reference/series-packs.md``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from ciie_timeline.errors import SeedError, UnknownSeriesError
from ciie_timeline.seeds.documents import load_document
from ciie_timeline.seeds.packs import read_pack
from ciie_timeline.seeds.records import Document, Folder, Pack, Part
from ciie_timeline.seeds.tables import read_toml

__all__ = [
    "Document",
    "Folder",
    "Pack",
    "Part",
    "available",
    "bundled_folder",
    "load_document",
    "load_folder",
    "load_pack",
]

_PACKAGE: Final = Path(__file__).resolve().parents[1]


def bundled_folder() -> Path:
    """The folder of packs and documents that comes with the library.

    >>> (bundled_folder() / "series").is_dir()
    True
    """
    inside = _PACKAGE / "_seeds"
    return inside if inside.is_dir() else _PACKAGE.parents[1] / "seeds"


def available() -> tuple[str, ...]:
    """The keys of the bundled packs in alphabetical order.

    >>> "ciie" in available()
    True
    """
    return tuple(sorted(path.stem for path in (bundled_folder() / "series").glob("*.toml")))


def load_pack(key_or_path: str | Path) -> Pack:
    """The pack of a series, by the key of a bundled one or by the path of a file.

    Args:
        key_or_path: a key such as ``ciie``; a text with a slash, a backslash or the ending
            ``.toml``, and any ``Path``, is a file.

    Raises:
        UnknownSeriesError: no bundled pack has the key.
        SeedError: the file breaks the format; the error names the place in it.
        OSError: the file cannot be read.

    >>> pack = load_pack("ciie")
    >>> pack.series.name, len(pack.claims) > 20
    ('China International Import Expo', True)
    """
    text = str(key_or_path)
    if isinstance(key_or_path, Path) or text.endswith(".toml") or "/" in text or "\\" in text:
        return read_pack(Path(key_or_path))
    return _bundled_pack(text)


@lru_cache(maxsize=128)
def _bundled_pack(key: str) -> Pack:
    known = available()
    if key not in known:
        raise UnknownSeriesError(
            f"unknown series {key!r}: expected one of {', '.join(known) or '(no packs found)'}"
        )
    return read_pack(bundled_folder() / "series" / f"{key}.toml")


def load_folder(folder: str | Path) -> Folder:
    """All packs in ``folder/series`` and all documents in ``folder/documents``.

    A file ``folder/timeline.toml`` with ``name`` and ``title`` says what the whole is called (else
    it is called as the folder is), and with ``series`` which series it shows (else all).

    Raises:
        SeedError: a file breaks its format, two packs have one key, or the folder has neither
            ``series`` nor ``documents``.
        OSError: the folder or a file cannot be read.

    >>> load_folder(bundled_folder()).name
    'ciie'
    """
    place = Path(folder)
    if not place.is_dir():
        raise NotADirectoryError(f"expected a folder of packs and documents, found {str(folder)!r}")
    if not (place / "series").is_dir() and not (place / "documents").is_dir():
        raise SeedError(str(folder), "", "a folder 'series' or 'documents' in it", "neither")
    packs = tuple(map(read_pack, sorted((place / "series").glob("*.toml"))))
    _check_keys(packs)
    documents = tuple(map(load_document, sorted((place / "documents").glob("*.md"))))
    name, title, shown = _names(place)
    known = {pack.series.key for pack in packs}
    for number, key in enumerate(shown):
        if key not in known:
            expected = f"one of the packs {', '.join(sorted(known)) or '(none)'}"
            raise SeedError(str(place / "timeline.toml"), f"series[{number}]", expected, repr(key))
    return Folder(name, title, packs, documents, shown)


def _check_keys(packs: tuple[Pack, ...]) -> None:
    first: dict[str, Pack] = {}
    for pack in packs:
        other = first.setdefault(pack.series.key, pack)
        if other is not pack:
            found = f"{pack.series.key!r}, the key of {other.path.name}"
            raise SeedError(str(pack.path), "series.key", "a key of its own", found)


def _names(place: Path) -> tuple[str, str, tuple[str, ...]]:
    path = place / "timeline.toml"
    if not path.is_file():
        name = re.sub(r"[^a-z0-9]+", "-", place.resolve().name.lower()).strip("-") or "timeline"
        return name, name, ()
    table = read_toml(path)
    name, title, shown = table.id("name"), table.text("title", ""), table.texts("series")
    table.close()
    return name, title or name, shown
