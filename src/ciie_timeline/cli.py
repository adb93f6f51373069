"""The command line: read, resolve, check, build and series, each a thin coat over the api.

Exit status: 0 all well, 1 ``check`` found something, 2 bad input or usage, 3 a file that cannot be
read or written; 130 interrupted, 141 the reader of the output went away.  Text is UTF-8 in and out
whatever the locale; results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

try:
    import click
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text
except ModuleNotFoundError as missing:
    if missing.name not in {"click", "rich"}:
        raise
    sys.stderr.write(
        "ciie-timeline: the command line needs the extra cli: pip install 'ciie-timeline[cli]'\n"
    )
    raise SystemExit(2) from None

from ciie_timeline import api
from ciie_timeline.errors import CiieTimelineError, InputError

if TYPE_CHECKING:
    from ciie_timeline.forms import Alternative, Finding, Mention, Reading, Resolution, Timex3
    from ciie_timeline.model import Claim, Edition, EventSeries

FOUND, BAD_INPUT, NO_FILE, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 130, 141
#: What ``build`` writes, by suffix.
BUILT = (".ics", ".json")
WIDTH = 80
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
#: How TimeML begins a value whose year nobody said.
_UNRESOLVED = "XXXX"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; ``arguments`` None takes those of the process.

    >>> main(["resolve", "the past five years", "--published", "2023-11-04"])
    2018-11-04/2023-11-04
    0
    """
    _speak_utf8()
    try:
        status = commands.main(arguments, prog_name="ciie-timeline", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show(sys.stderr)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except (BrokenPipeError, _PipeClosedError):
        return _hang_up()
    except CiieTimelineError as error:
        return _complain(str(error), BAD_INPUT)
    except OSError as error:
        return _complain(_words_of(error), NO_FILE)
    return status or 0


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _complain(message: str, status: int) -> int:
    click.echo(f"ciie-timeline: error: {_visible(message)}", err=True)
    return status


def _words_of(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{os.fsdecode(error.filename)}: {reason}" if error.filename else reason


def _hang_up() -> int:
    """Nobody reads on: what is still buffered goes nowhere, so that the end of Python is quiet."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    return PIPE_CLOSED


class _PipeClosedError(Exception):
    """Told apart from the error that click would answer with a status of its own."""


def _say(text: str) -> None:
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise _PipeClosedError from None


# --------------------------------------------------------------------------- options

_PUBLISHED = click.option(
    "--published",
    metavar="DAY",
    help="The day of publication, such as 2023-11-04; without it what is relative stays open.",
)
_LANG = click.option("--lang", metavar="CODE", help="The language (default: what the text is in).")
_SERIES = click.option(
    "--series",
    "-s",
    multiple=True,
    metavar="KEY",
    help="Know only this series: a bundled key or a pack file (may be given several times).",
)
_NO_SERIES = click.option("--no-series", is_flag=True, help="Know no series at all.")


def _known(keys: tuple[str, ...], *, none: bool) -> Iterable[Any] | None:
    if keys and none:
        raise click.UsageError("--series and --no-series exclude each other")
    if none:
        return ()
    return tuple(api.load_series(k) if k.endswith(".toml") else k for k in keys) or None


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDTH})
@click.version_option(package_name="ciie-timeline", message="%(prog)s %(version)s")
def commands() -> None:
    """Dated, sourced, checkable timelines of recurring events.

    Exit status: 0 all well, 1 check found something, 2 bad input or usage,
    3 a file that cannot be read or written.
    """


# --------------------------------------------------------------------------- commands


@commands.command()
@click.argument("file")
@_PUBLISHED
@_LANG
@_SERIES
@_NO_SERIES
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table")
def read(  # noqa: PLR0913 - one parameter an option
    file: str,
    *,
    published: str | None,
    lang: str | None,
    series: tuple[str, ...],
    no_series: bool,
    form: str,
) -> None:
    """List what a text says of times and editions.

    FILE is UTF-8; - is standard input.
    """
    known = _known(series, none=no_series)
    reading = api.read(_text_of(file), published=published, lang=lang, series=known, source=file)
    if form == "jsonl":
        for mention in reading:
            _say(_line_of(mention))
    else:
        _say(_mentions_table(reading))
        found = "".join(_finding_lines(file, reading.text, reading.findings))
        _say(f"\n{found}" if found else "")


@commands.command()
@click.argument("text")
@_PUBLISHED
@_LANG
@_SERIES
@_NO_SERIES
@click.option("--explain", is_flag=True, help="Say how, and what else it could mean.")
def resolve(  # noqa: PLR0913 - one parameter an option
    text: str,
    *,
    published: str | None,
    lang: str | None,
    series: tuple[str, ...],
    no_series: bool,
    explain: bool,
) -> None:
    """Print what a phrase means, in EDTF.

    TEXT is the phrase; - is standard input.
    """
    phrase = _text_of(text).strip() if text == "-" else _argument(text)
    known = _known(series, none=no_series)
    resolution = api.resolve(phrase, published=published, lang=lang, series=known)
    value = resolution.edtf or resolution.timex
    if value is None or value.startswith(_UNRESOLVED):
        hint = "" if published else "; what is relative needs --published DAY"
        raise InputError(f"{phrase!r} has no place in time{hint}")
    _say(f"{value}\n")
    if explain:
        _say("".join(_explanation(resolution, lang)))


@commands.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_PUBLISHED
@_LANG
@_SERIES
@_NO_SERIES
def check(
    files: tuple[str, ...],
    *,
    published: str | None,
    lang: str | None,
    series: tuple[str, ...],
    no_series: bool,
) -> int:
    """Say what contradicts itself, or what is known.

    Each FILE is UTF-8; - is standard input.

    Exit status: 0 nothing, 1 something was found.
    """
    known = _known(series, none=no_series)
    found = 0
    for file in files:
        text = _text_of(file)
        reading = api.read(text, published=published, lang=lang, series=known, source=file)
        findings = api.check(reading)
        _say("".join(_finding_lines(file, text, findings)))
        found += len(findings)
    return FOUND if found else 0


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), metavar="DIR")
@click.option("--name", metavar="NAME", help="The name of the files (default: the main series).")
def build(folder: Path, output: Path, name: str | None) -> None:
    """Build one timeline from packs and documents.

    They are FOLDER's series/*.toml and documents/*.md. The files go into the output DIR, which is
    made when it is not there.
    """
    timeline = api.build(folder)
    output.mkdir(parents=True, exist_ok=True)
    base = name or _base_name(timeline.claims, timeline.series) or folder.resolve().name
    lost: list[Finding] = []
    _say(f"read   {folder}: {len(timeline.series)} series, {len(timeline.sources)} sources\n")
    kinds = ("editions", "sessions", "announcements")
    _say(f"built  {', '.join(_counted(len(getattr(timeline, kind)), kind) for kind in kinds)}\n")
    for suffix in BUILT:
        path = output / f"{base}{suffix}"
        lost += api.write(timeline, path)
        _say(f"wrote  {path}\n")
    findings = dict.fromkeys([*timeline.findings, *lost])
    _say(f"found  {_levels(findings)}\n")
    _say("".join(f"  {_origin(each)}{_visible(each.message)}\n" for each in findings))


@commands.command()
@click.argument("key", required=False)
def series(key: str | None) -> None:
    """List the bundled series, or the editions of one.

    KEY is that of a bundled series, or the path of a pack.
    """
    _say(_packs_table() if key is None else _editions_table(_argument(key)))


# --------------------------------------------------------------------------- input


def _text_of(file: str) -> str:
    """The text of a file, which must be UTF-8; a byte order mark does not count."""
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return _decoded(data, "standard input" if file == "-" else file).removeprefix("\ufeff")


def _argument(given: str) -> str:
    """An argument as it was typed, also where the locale knows no more than ASCII."""
    return _decoded(os.fsencode(given), "argument")


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: expected UTF-8 text, found byte 0x{data[error.start]:02x} "
            f"at offset {error.start}"
        ) from None


# --------------------------------------------------------------------------- JSON lines


def _line_of(mention: Mention) -> str:
    return json.dumps(_record(mention), ensure_ascii=False) + "\n"


def _record(mention: Mention) -> dict[str, Any]:
    """One mention as plain data; docs/reference/cli.md describes each field."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind,
        "edtf": mention.edtf,
        "earliest": _plain(mention.earliest),
        "latest": _plain(mention.latest),
        "precision": mention.precision,
        "series": mention.series,
        "editions": list(mention.editions),
        "timexes": [_timex(each) for each in mention.timexes],
        "readings": [_reading(each) for each in mention.readings],
        "steps": [{"rule": s.rule, "arguments": _plain(dict(s.arguments))} for s in mention.steps],
        "explanation": mention.explain(),
    }


def _timex(timex: Timex3) -> dict[str, Any]:
    extent = {"start": timex.start, "end": timex.end, "type": timex.type, "value": timex.value}
    more = {"mod": timex.mod, "beginPoint": timex.begin, "endPoint": timex.until}
    return extent | {name: value for name, value in more.items() if value is not None}


def _reading(reading: Alternative) -> dict[str, Any]:
    return {
        "edtf": _plain(reading.when),
        "earliest": _plain(reading.earliest),
        "latest": _plain(reading.latest),
        "series": reading.series,
        "editions": list(reading.editions),
        "because": reading.because and reading.because.rule,
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it: texts for times and words, lists for tuples."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case Mapping():
            return {str(name): _plain(each) for name, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_plain(each) for each in value]
        case _:
            return str(value)


# --------------------------------------------------------------------------- tables and lines


def _visible(text: str) -> str:
    """One line without control characters, so that no text can steer a terminal."""
    return _CONTROL.sub(" ", text).strip()


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under heads without a box; the widest column is the first to be folded."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_visible(cell)) for cell in row))
    if not table.row_count:
        return ""
    shown, terminal = StringIO(), sys.stdout.isatty()
    width = Console(file=sys.stdout).width if terminal else WIDTH
    Console(file=shown, width=width, force_terminal=terminal).print(table)
    return "".join(f"{line.rstrip()}\n" for line in shown.getvalue().splitlines())


def _mentions_table(reading: Reading) -> str:
    rows = (
        (each.text, each.kind, each.edtf or (each.timexes[0].value if each.timexes else "–"),
         _editions_of(each))
        for each in reading
    )  # fmt: skip
    return _table(("phrase", "kind", "means", "edition"), rows)


def _editions_of(mention: Mention) -> str:
    """Series and numbers in short: ``ciie 1–6``."""
    numbers = sorted(mention.editions)
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        counted = f"{numbers[0]}–{numbers[-1]}"
    else:
        counted = ", ".join(map(str, numbers))
    return " ".join(filter(None, (mention.series, counted)))


def _finding_lines(file: str, text: str, findings: Iterable[Finding]) -> Iterator[str]:
    """``file:line:column: level: message``, as compilers write it."""
    for finding in findings:
        yield f"{_place(file, text, finding)}: {finding.level}: {_visible(finding.message)}\n"


def _place(file: str, text: str, finding: Finding) -> str:
    starts = [span.start for span in finding.spans if span.source in {"", file}]
    if not starts:
        return file
    before = text[: min(starts)]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def _explanation(resolution: Resolution, lang: str | None) -> Iterator[str]:
    yield f"{resolution.explain(lang or 'en')}\n"
    for each in resolution.readings:
        if each.when is not None:
            yield f"or {each.when}{f' ({each.because.rule})' if each.because else ''}\n"


def _counted(number: int, kind: str) -> str:
    return f"{number} {kind.removesuffix('s') if number == 1 else kind}"


def _levels(findings: Iterable[Finding]) -> str:
    counts = Counter[str](finding.level for finding in findings)
    levels = {"error": "errors", "warning": "warnings", "info": "notes"}
    said = (_counted(counts[level], kind) for level, kind in levels.items() if counts[level])
    return ", ".join(said) or "nothing"


def _origin(finding: Finding) -> str:
    sources = dict.fromkeys(span.source for span in finding.spans if span.source)
    return ": ".join((finding.level, *filter(None, [", ".join(sources)]), ""))


def _base_name(claims: Iterable[Claim], series: Iterable[EventSeries]) -> str:
    """The series that the texts speak of most, else the one that the packs say most of."""
    keys = [each.key for each in series]
    texts, packs = Counter[str](), Counter[str]()
    for claim in claims:
        (packs if claim.span is None else texts)[claim.subject.partition("/")[0]] += 1
    return max(sorted(keys), key=lambda key: (texts[key], packs[key]), default="")


def _packs_table() -> str:
    rows = []
    for key in api.series_keys():
        pack = api.load_series(key)
        editions = pack.editions
        span = " – ".join(dict.fromkeys(_year(each) for each in (*editions[:1], *editions[-1:])))
        rows.append((key, pack.record.name, str(len(editions)), span))
    return _table(("series", "name", "editions", "years"), rows)


def _year(edition: Edition) -> str:
    days = edition.when.earliest if edition.when else None
    return "?" if days is None else str(days).rpartition("-")[0].rpartition("-")[0]


def _editions_table(key: str) -> str:
    rows = (
        (str(each.number or each.label), str(each.when or "?"), each.status.value,
         each.place.label if each.place else "")
        for each in api.load_series(key).editions
    )  # fmt: skip
    return _table(("no.", "when", "status", "place"), rows)


if __name__ == "__main__":
    raise SystemExit(main())
