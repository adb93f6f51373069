"""Errors of meaning: each names what was given, where, and what was expected.

The tree::

    ValueError
    └── CiieTimelineError        any input that the library understands to be wrong
        ├── EdtfError            a text that is no EDTF value
        ├── ValidationError      a field of a record that cannot hold
        │   └── KeyFormatError   a key that is not made of ids
        ├── SeedError            a pack or document with a wrong field
        ├── UnknownSeriesError   a series that no pack describes
        ├── UnknownLanguageError a language without a lexicon
        ├── UnknownFormatError   a format that is not in the table
        ├── AmbiguousError       several readings where one was asked for
        ├── InputError           a text or file that cannot be read as what it should be
        └── FormatError          a timeline or reading that a format cannot express, or
                                 what it cannot read

An ``OSError`` stays an ``OSError``: a folder that cannot be written is no error of meaning.
"""

from __future__ import annotations


class CiieTimelineError(ValueError):
    """The root of all errors of meaning; catch it to catch them all.

    >>> issubclass(EdtfError, CiieTimelineError) and issubclass(CiieTimelineError, ValueError)
    True
    """


class EdtfError(CiieTimelineError):
    """A text is not an Extended Date/Time Format value (ISO 8601-2).

    Args:
        text: the whole text as given.
        position: code points before the place where reading stopped.
        expected: what would have been right there.

    >>> print(EdtfError("2023-13", 5, "a month from 01 to 12"))
    not an EDTF value: '2023-13' at position 5: expected a month from 01 to 12
    """

    def __init__(self, text: str, position: int, expected: str) -> None:
        super().__init__(f"not an EDTF value: {text!r} at position {position}: expected {expected}")
        self.text = text
        self.position = position
        self.expected = expected

    def __reduce__(self) -> tuple[type[EdtfError], tuple[str, int, str]]:
        return type(self), (self.text, self.position, self.expected)


class ValidationError(CiieTimelineError):
    """A field of a record cannot hold.

    >>> raise ValidationError("Session.tz: expected an IANA time zone, found 'Mars/Olympus'")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.ValidationError: Session.tz: expected an IANA time zone, ...
    """


class KeyFormatError(ValidationError):
    """A key is not made of ids (``[a-z0-9-]+``) joined by slashes, or has the wrong depth."""


class SeedError(CiieTimelineError):
    """A pack or a document has a wrong field.

    Args:
        file: the file as given.
        path: the place in the file, such as ``edition[5].when``.
        expected: what would have been right there.
        found: what stands there.

    >>> print(SeedError("ciie.toml", "edition[5].when", "an EDTF value", "'2023-13'"))
    ciie.toml: edition[5].when: expected an EDTF value, found '2023-13'
    """

    def __init__(self, file: str, path: str, expected: str, found: str) -> None:
        where = f"{file}: {path}" if path else file
        super().__init__(f"{where}: expected {expected}, found {found}")
        self.file = file
        self.path = path
        self.expected = expected
        self.found = found

    def __reduce__(self) -> tuple[type[SeedError], tuple[str, str, str, str]]:
        return type(self), (self.file, self.path, self.expected, self.found)


class UnknownSeriesError(CiieTimelineError):
    """No pack describes the series that was asked for."""


class UnknownLanguageError(CiieTimelineError):
    """There is no lexicon for the language that was asked for."""


class UnknownFormatError(CiieTimelineError):
    """The format that was asked for is not in the table of formats."""


class AmbiguousError(CiieTimelineError):
    """Several readings are live where exactly one was asked for."""


class InputError(CiieTimelineError):
    """A text or file cannot be read as what it should be."""


class FormatError(CiieTimelineError):
    """A timeline or reading cannot be expressed in a format, or bytes cannot be read back."""
