"""Files and their tables, read field by field so that every error names its place."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ciie_timeline.errors import CiieTimelineError, SeedError
from ciie_timeline.values import PartialDate, TimeValue, parse_edtf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
_MISSING: Final = object()
_WIDTH: Final = 80

_T = TypeVar("_T")


def read_text(path: Path) -> str:
    """The text of a UTF-8 file with plain line ends and no byte order mark.

    Raises:
        SeedError: the file is not UTF-8; the place is the offset of the byte.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02x}"
        raise SeedError(str(path), f"byte {error.start}", "UTF-8 text", found) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def read_toml(path: Path) -> Table:
    """The top table of a TOML file.

    Raises:
        SeedError: the file is not UTF-8 or not TOML; the place is the line.
        OSError: the file cannot be read.
    """
    from tomllib import TOMLDecodeError, loads

    text = read_text(path)
    try:
        return Table(loads(text), str(path), "")
    except TOMLDecodeError as error:
        message = str(error)
        at = _AT.search(message)
        last = text.count("\n") + 1
        line, column = (at[1], at[2]) if at is not None and at[1] else (str(last), None)
        place = f"line {line}, column {column}" if column else f"line {line}"
        raise SeedError(str(path), place, "TOML", f"an error: {_AT.sub('', message)}") from None


class Table:
    """A table of a file that is read field by field; ``close`` refuses what nobody asked for."""

    def __init__(self, fields: dict[str, Any], file: str, path: str) -> None:
        self.fields = fields
        self.file = file
        self.path = path
        self._asked: set[str] = set()

    def at(self, name: str) -> str:
        """The place of a field in the file, such as ``edition[5].when``."""
        return f"{self.path}.{name}" if self.path else name

    def wrong(self, name: str, expected: str, found: str) -> SeedError:
        """The error for a field."""
        return SeedError(self.file, self.at(name), expected, found)

    def close(self) -> None:
        """Refuse the fields that have not been read."""
        for name in self.fields:
            if name not in self._asked:
                known = ", ".join(sorted(self._asked))
                raise self.wrong(name, f"one of the fields {known}", "an unknown field")

    def given(
        self, name: str, convert: Callable[[Any], _T], expected: str, default: Any = _MISSING
    ) -> _T:
        """A field as ``convert`` makes it; an error of ``convert`` becomes one of the file."""
        self._asked.add(name)
        value = self.fields.get(name, _MISSING)
        if value is not _MISSING:
            return self.converted(name, value, convert, expected)
        if default is _MISSING:
            raise self.wrong(name, expected, "no such field")
        result: _T = default
        return result

    def converted(self, name: str, value: Any, convert: Callable[[Any], _T], expected: str) -> _T:
        """A value that belongs to a field, converted."""
        try:
            return convert(value)
        except CiieTimelineError as error:
            raise self.wrong(name, expected, f"{shown(value)} ({error})") from None
        except (TypeError, ValueError, KeyError):
            raise self.wrong(name, expected, shown(value)) from None

    def text(self, name: str, default: Any = _MISSING) -> str:
        """A text that is not empty."""
        return self.given(name, as_text, "a text that is not empty", default)

    def id(self, name: str, default: Any = _MISSING) -> str:
        """An id of ``[a-z0-9-]``."""
        return self.given(name, as_id, "an id of [a-z0-9-]", default)

    def integer(self, name: str, default: Any = _MISSING, low: int = 0) -> Any:
        """A whole number from ``low``."""

        def convert(value: Any) -> int:
            if type(value) is not int or value < low:
                raise ValueError(value)
            return value

        return self.given(name, convert, f"a whole number from {low}", default)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, none when the field is missing."""
        return self.given(name, as_texts, "a list of texts that are not empty", ())

    def table(self, name: str) -> Table:
        """A table inside, an empty one when the field is missing."""

        def convert(value: Any) -> Table:
            if not isinstance(value, dict):
                raise TypeError(value)
            return Table(value, self.file, self.at(name))

        return self.given(name, convert, "a table", Table({}, self.file, self.at(name)))

    def tables(self, name: str) -> tuple[Table, ...]:
        """A list of tables, none when the field is missing."""

        def convert(value: Any) -> tuple[Table, ...]:
            if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
                raise TypeError(value)
            return tuple(
                Table(each, self.file, f"{self.at(name)}[{n}]") for n, each in enumerate(value)
            )

        return self.given(name, convert, "a list of tables", ())

    def names(self, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """A table of lists of texts by language."""
        table = self.table(name)
        found = tuple((lang, table.texts(lang)) for lang in table.fields)
        table.close()
        return found


def shown(found: Any) -> str:
    """A value of a file for a message, cut when it is long.

    >>> shown("2023-13"), shown(date(2023, 1, 1))
    ("'2023-13'", '2023-01-01')
    """
    text = str(found) if isinstance(found, date) else repr(found)
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 3]}..."


def as_text(value: Any) -> str:
    """A text that is not empty, without blanks around it."""
    if not isinstance(value, str) or not value.strip():
        raise TypeError(value)
    return value.strip()


def as_texts(value: Any) -> tuple[str, ...]:
    """A list of such texts."""
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(map(as_text, value))


def as_id(value: Any) -> str:
    """An id of ``[a-z0-9-]``."""
    if not isinstance(value, str) or not ID.match(value):
        raise ValueError(value)
    return value


def as_time(value: Any) -> TimeValue:
    """A time value from EDTF text or from a day of TOML."""
    if isinstance(value, str):
        return parse_edtf(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return PartialDate(value.year, value.month, value.day)
    raise TypeError(value)
