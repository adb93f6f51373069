"""To and from files and formats: render, write, load, timeml."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ciie_timeline import formats
from ciie_timeline.api.voice import voiced
from ciie_timeline.errors import FormatError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import TextIOWrapper

    from ciie_timeline.formats import Format
    from ciie_timeline.forms import Finding, Reading
    from ciie_timeline.timeline import Timeline

#: How much of a name goes into the name of the file beside it, which must not grow too long.
_KEPT = 40
#: A longer text is no path that somebody forgot to wrap.
_LONGEST_PATH = 260


def render(timeline: Timeline, format: str | Format = "json", **options: Any) -> str:  # noqa: A002
    """A timeline as text in a format.

    Args:
        timeline: what to render.
        format: a name in ``formats.FORMATS``, a suffix, or a format module of your own.
        options: those of the format; ``report`` is called with each finding, which can say itself.

    Raises:
        UnknownFormatError: the format is not in the table.
        FormatError: the timeline cannot be expressed so.

    >>> from ciie_timeline.timeline import Timeline
    >>> render(Timeline([]), "icalendar").splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    module = formats.named(format)
    report = options.pop("report", None)
    if report is not None:
        options["report"] = lambda finding: report(*voiced((finding,)))
    return module.render(timeline, **options)


def write(
    timeline: Timeline,
    path: str | Path,
    format: str | Format | None = None,  # noqa: A002
    **options: Any,
) -> tuple[Finding, ...]:
    """Write a timeline to a file: first beside it, then renamed, so that no half file is left.

    Args:
        timeline: what to write.
        path: where to; its suffix names the format unless ``format`` does.
        format: a name in ``formats.FORMATS`` or a format module of your own.
        options: those of the format; ``report`` is called with each finding, too.

    Returns:
        What the format could not keep, as findings.

    Raises:
        UnknownFormatError: neither the suffix nor ``format`` names one.
        FormatError: the timeline cannot be expressed so; no file is written.
        OSError: the file cannot be written; the error names ``path``.

    >>> import tempfile, pathlib
    >>> from ciie_timeline.timeline import Timeline
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     found = write(Timeline([]), pathlib.Path(folder, "empty.ics"))
    >>> [finding.kind for finding in found]
    ['ical.empty']
    """
    target = Path(path)
    module = formats.named(formats.of_path(target) if format is None else format)
    findings: list[Finding] = []
    report = options.pop("report", None)

    def noted(finding: Finding) -> None:
        findings.extend(voiced((finding,)))
        if report is not None:
            report(findings[-1])

    _replace(target, module.chunks(timeline, report=noted, **options))
    return tuple(findings)


def _replace(target: Path, chunks: Iterable[str]) -> None:
    """Write beside the target and rename; the target is whole or untouched."""
    start = f"{target.parent / f'.{target.name[:_KEPT]}'}."
    beside: Path | None = None
    try:
        rights = _rights(target)
        with _new_file(start, 0o666 if rights is None else rights) as file:
            beside = Path(file.name)
            if rights is not None:
                beside.chmod(rights)  # also those that the umask took away
            file.writelines(chunks)
        beside.replace(target)
    except BaseException as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno and _speaks_of(error, start):
            raise OSError(error.errno, error.strerror, str(target)) from None
        raise


def _rights(target: Path) -> int | None:
    """The rights of the file that is replaced."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return None


def _new_file(start: str, rights: int) -> TextIOWrapper:
    """A file that was not there, with the rights that the umask leaves of the given ones."""
    for number in count():
        with suppress(FileExistsError):
            return open(  # since Path.open takes no opener
                f"{start}{number}.part",
                "x",
                encoding="utf-8",
                newline="",
                opener=lambda path, flags: os.open(path, flags, rights),
            )
    raise AssertionError("unreachable: counting has no end")  # pragma: no cover


def _speaks_of(error: OSError, start: str) -> bool:
    """Whether an error names no file, or the one that stands beside the target for a while."""
    return error.filename is None or os.fsdecode(error.filename).startswith(start)


def load(source: str | Path, format: str | Format = "json") -> Timeline:  # noqa: A002
    """A timeline read back from text or from a file.

    Args:
        source: the text, or a ``Path`` to a UTF-8 file.  A ``str`` is always text and never the
            name of a file, unlike the ``path`` of ``write``.
        format: a format that can be read back.

    Raises:
        FormatError: the text is no such timeline; the message names the place in it, or says that
            what looks like the name of a file was taken as text.
        OSError: the file cannot be read.

    >>> from ciie_timeline.timeline import Timeline
    >>> load(render(Timeline([]))) == Timeline([])
    True
    >>> load("fair.json")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.FormatError: load: 'fair.json' was taken as JSON text, and it is no ...
    """
    module = formats.named(format)
    if not hasattr(module, "load"):
        raise InputError(f"load: expected a format that can be read back, found {format!r}")
    text = _text(source) if isinstance(source, Path) else source
    try:
        loaded: Timeline = module.load(text)
    except FormatError as error:
        if isinstance(source, str) and isinstance(format, str) and _may_be_a_path(source):
            raise FormatError(
                f"load: {source!r} was taken as {format.upper()} text, and it is no timeline; a "
                f"file is given as Path({source!r})"
            ) from error
        raise
    return loaded


def timeml(
    reading: Reading, *, report: Callable[[Finding], None] | None = None, **options: Any
) -> str:
    """A reading as a TimeML document.

    Args:
        reading: what ``read`` gave.
        report: called with each finding, which can say itself.
        options: those of ``formats.timeml.dumps``: ``docid``, ``invalid``.

    Raises:
        FormatError: the reading cannot be expressed so.

    >>> from ciie_timeline.api import read
    >>> timeml(read("Nothing of that.", series=())).splitlines()[-3]
    '<TEXT>Nothing of that.</TEXT>'
    """
    from ciie_timeline.formats.timeml import dumps

    if report is None:
        return dumps(reading, **options)
    return dumps(reading, report=lambda finding: report(*voiced((finding,))), **options)


def _may_be_a_path(text: str) -> bool:
    """One short line that does not begin as JSON does."""
    line = text.strip().removeprefix("\ufeff")
    return 0 < len(line) <= _LONGEST_PATH and line[0] not in "{[" and len(line.splitlines()) == 1


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: expected UTF-8 text, found the byte 0x{error.object[error.start]:02x} at "
            f"offset {error.start}"
        ) from None
