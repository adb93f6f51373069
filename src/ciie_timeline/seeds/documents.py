"""Documents: a front matter between two lines of ``---``, then the text."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ciie_timeline.errors import SeedError
from ciie_timeline.model import Source
from ciie_timeline.seeds.records import Document
from ciie_timeline.seeds.tables import ID, Table, read_text
from ciie_timeline.values import PartialDate


def load_document(path: str | Path) -> Document:
    """A document with its day of publication and its source.

    Args:
        path: a Markdown file in UTF-8.  The front matter has ``title``, ``published``
            (an ISO day) and ``language``, and may have ``publisher``, ``source`` (the file that
            the text was made from) and ``url``.  The id of the source is the file name without its
            ending.

    Raises:
        SeedError: the file is not UTF-8, or the front matter is missing or has a wrong field.
        OSError: the file cannot be read.

    >>> from ciie_timeline.seeds import bundled_folder
    >>> load_document(sorted((bundled_folder() / "documents").glob("*.md"))[0]).language
    'en'
    """
    place = Path(path)
    fields, text = _front_matter(read_text(place), str(place))
    table = Table(fields, str(place), "")
    title, publisher = table.text("title"), table.text("publisher", "")
    published = table.given("published", _day, "an ISO day such as '2023-11-04'")
    language, url, origin = table.text("language"), table.text("url", ""), table.text("source", "")
    table.close()
    if not ID.match(place.stem):
        raise SeedError(str(place), "", "a file name of [a-z0-9-] before '.md'", repr(place.name))
    day = PartialDate(published.year, published.month, published.day)
    source = Source(place.stem, title, publisher, day, url, language)
    return Document(text, title, publisher, published, language, source, origin, place)


def _front_matter(text: str, file: str) -> tuple[dict[str, Any], str]:
    lines = [line.rstrip() for line in text.split("\n")]
    if lines[0] != "---":
        raise SeedError(file, "line 1", "'---' before the front matter", repr(lines[0][:40]))
    if "---" not in lines[1:]:
        raise SeedError(file, "", "'---' after the front matter", "the end of the file")
    end = lines.index("---", 1)
    fields: dict[str, Any] = {}
    for number, line in enumerate(lines[1:end], 2):
        name, colon, value = line.partition(":")
        if line and (not colon or name.strip() in fields):
            expected = "'name: value', each name once"
            raise SeedError(file, f"line {number}", expected, repr(line[:40]))
        if line:
            fields[name.strip()] = value.strip()
    body = text.split("\n")[end + 1 :]
    return fields, "\n".join(body).strip("\n") + "\n"


def _day(value: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(value)
    return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
