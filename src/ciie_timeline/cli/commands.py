"""The commands: their options, what they call, what they print."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ciie_timeline import api, seeds
from ciie_timeline.cli.jsonl import line_of
from ciie_timeline.cli.pages import parted
from ciie_timeline.cli.screen import (
    LEVELS,
    WIDTH,
    counted,
    editions_table,
    explanation,
    finding_lines,
    levels,
    mentions_table,
    packs_table,
    paragraph,
    say,
    visible,
)
from ciie_timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ciie_timeline.forms import Finding, Reading

#: What ``build`` writes, by suffix.
BUILT = (".ics", ".json", ".html")
FOUND = 1
#: How TimeML begins a value whose year nobody said.
_UNRESOLVED = "XXXX"
#: The rule of what is relative to a day of publication that nobody gave.
_NO_DAY = "unresolved.no-publication-day"

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
def group() -> None:
    """Dated, sourced, checkable timelines of recurring events.

    Exit status: 0 all well, 1 check found something, 2 bad input or usage,
    3 a file that cannot be read or written.
    """


# --------------------------------------------------------------------------- commands


@group.command()
@click.argument("file")
@_PUBLISHED
@_LANG
@_SERIES
@_NO_SERIES
@click.option("--format", "form", type=click.Choice(["table", "jsonl", "timeml"]), default="table")
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

    FILE is UTF-8; - is standard input. The day of publication is also taken from
    the 'published:' of a front matter, which is no part of the text.
    """
    known = _known(series, none=no_series)
    text, day = _page(file, published)
    reading = api.read(text, published=day, lang=lang, series=known, source=file)
    if form == "jsonl":
        for mention in reading:
            say(line_of(mention))
    elif form == "timeml":
        _say_timeml(file, reading)
    else:
        say(mentions_table(reading))
        found = "".join(finding_lines(file, reading.text, reading.findings))
        say(f"\n{found}" if found else "")


def _say_timeml(file: str, reading: Reading) -> None:
    """The reading as TimeML, and on standard error what was lost."""
    lost: list[Finding] = []
    name = "" if file == "-" else Path(file).stem
    say(api.timeml(reading, docid=name, invalid="replace", report=lost.append))
    click.echo("".join(finding_lines(_named(file), reading.text, lost)), nl=False, err=True)


@group.command()
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
    say(f"{value}\n")
    if explain:
        say(explanation(resolution, lang))


@group.command()
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

    Each FILE is UTF-8; - is standard input. The day of publication is also taken
    from the 'published:' of a front matter, which is no part of the text.

    Exit status: 0 nothing, 1 something was found.
    """
    known = _known(series, none=no_series)
    found, open_files = 0, []
    for file in files:
        text, day = _page(file, published)
        reading = api.read(text, published=day, lang=lang, series=known, source=file)
        findings = api.check(reading)
        say("".join(finding_lines(file, text, findings)))
        found += len(findings)
        open_files += [file] if _wants_a_day(reading) else []
    if open_files:
        _say_what_was_not_checked(*open_files)
    return FOUND if found else 0


def _wants_a_day(reading: Reading) -> bool:
    return any(step.rule == _NO_DAY for mention in reading for step in mention.steps)


def _say_what_was_not_checked(first: str, *others: str) -> None:
    more = f" and {counted(len(others), 'other files')}" if others else ""
    click.echo(
        f"ciie-timeline: relative times were not checked in {visible(_named(first))}{more}: "
        "the day of publication is not known; --published DAY gives it",
        err=True,
    )


@group.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--name", metavar="NAME", help="The name of the files (default: what the folder says)."
)
def build(folder: Path, output: Path, name: str | None) -> None:
    """Build one timeline from packs and documents.

    They are FOLDER's series/*.toml and documents/*.md. The files go into the output DIR, which is
    made when it is not there.
    """
    timeline = api.build(folder)
    output.mkdir(parents=True, exist_ok=True)
    base = name or seeds.load_folder(folder).name
    lost: list[Finding] = []
    say(f"read   {folder}: {len(timeline.series)} series, {len(timeline.sources)} sources\n")
    kinds = ("editions", "sessions", "announcements")
    say(f"built  {', '.join(counted(len(getattr(timeline, kind)), kind) for kind in kinds)}\n")
    for suffix in BUILT:
        path = output / f"{base}{suffix}"
        lost += api.write(timeline, path)
        say(f"wrote  {path}\n")
    findings = dict.fromkeys([*timeline.findings, *lost])
    say(f"found  {levels(findings)}\n")
    say("".join(map(paragraph, sorted(findings, key=lambda each: list(LEVELS).index(each.level)))))


@group.command()
@click.argument("key", required=False)
def series(key: str | None) -> None:
    """List the bundled series, or the editions of one.

    KEY is that of a bundled series, or the path of a pack.
    """
    say(_packs() if key is None else editions_table(api.load_series(_argument(key)).editions))


def _packs() -> str:
    packs = map(api.load_series, api.series_keys())
    return packs_table((each.record, each.editions) for each in packs)


# --------------------------------------------------------------------------- input


def _page(file: str, published: str | None) -> tuple[str, str | date | None]:
    """The text of a file, and its day: the one of the command line, else of the front matter."""
    text, day = parted(_text_of(file))
    if published is not None or day is None:
        return text, published
    return text, api.instant(day, f"{_named(file)}: published")


def _text_of(file: str) -> str:
    """The text of a file, which must be UTF-8; a byte order mark does not count."""
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return _decoded(data, _named(file)).removeprefix("\ufeff")


def _named(file: str) -> str:
    return "standard input" if file == "-" else file


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
