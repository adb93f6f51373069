"""To and from files and formats: render, write, load."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ciie_timeline import formats
from ciie_timeline.api.voice import voiced
from ciie_timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ciie_timeline.formats import Format
    from ciie_timeline.forms import Finding
    from ciie_timeline.timeline import Timeline


def render(timeline: Timeline, format: str | Format = "json", **options: Any) -> str:  # noqa: A002
    """A timeline as text in a format.

    Args:
        timeline: what to render.
        format: a name in ``formats.FORMATS``, a suffix, or a format module of your own.
        options: those of the format; ``report`` is called with each finding.

    Raises:
        UnknownFormatError: the format is not in the table.
        FormatError: the timeline cannot be expressed so.

    >>> from ciie_timeline.timeline import Timeline
    >>> render(Timeline([]), "icalendar").splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    return formats.named(format).render(timeline, **options)


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
        options: those of the format.

    Returns:
        What the format could not keep, as findings.

    Raises:
        UnknownFormatError: neither the suffix nor ``format`` names one.
        FormatError: the timeline cannot be expressed so; no file is written.
        OSError: the file cannot be written.

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
        findings.append(finding)
        if report is not None:
            report(finding)

    _replace(target, module.chunks(timeline, report=noted, **options))
    return voiced(findings)


def _replace(target: Path, chunks: Iterable[str]) -> None:
    """Write beside the target and rename; the target is whole or untouched."""
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.writelines(chunks)
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The rights of the file that is replaced, else those of any new file."""
    return target.stat().st_mode & 0o777 if target.exists() else 0o644


def load(source: str | Path, format: str | Format = "json") -> Timeline:  # noqa: A002
    """A timeline read back from text or from a file.

    Args:
        source: the text, or a ``Path`` to a UTF-8 file.
        format: a format that can be read back.

    Raises:
        FormatError: the text is no such timeline; the message names the place in it.
        OSError: the file cannot be read.

    >>> from ciie_timeline.timeline import Timeline
    >>> load(render(Timeline([]))) == Timeline([])
    True
    """
    module = formats.named(format)
    if not hasattr(module, "load"):
        raise InputError(f"load: expected a format that can be read back, found {format!r}")
    text = _text(source) if isinstance(source, Path) else source
    loaded: Timeline = module.load(text)
    return loaded


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: expected UTF-8 text, found the byte 0x{error.object[error.start]:02x} at "
            f"offset {error.start}"
        ) from None
