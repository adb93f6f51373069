"""What a person sees: tables, findings with their place, counts; readable at 80 columns."""

from __future__ import annotations

import re
import sys
from collections import Counter
from io import StringIO
from textwrap import fill
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ciie_timeline.forms import Finding, Mention, Reading, Resolution
    from ciie_timeline.model import Edition, EventSeries

WIDTH = 80
#: The levels of findings, the gravest first, and what several of them are called.
LEVELS = {"error": "errors", "warning": "warnings", "info": "notes"}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


class PipeClosedError(Exception):
    """Told apart from the error that click would answer with a status of its own."""


def say(text: str) -> None:
    """Write to standard output.

    Raises:
        PipeClosedError: nobody reads it any more.
    """
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise PipeClosedError from None


def visible(text: str) -> str:
    """One line without control characters, so that no text can steer a terminal."""
    return _CONTROL.sub(" ", text).strip()


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under heads without a box; the widest column is the first to be folded."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    if not table.row_count:
        return ""
    shown, terminal = StringIO(), sys.stdout.isatty()
    width = Console(file=sys.stdout).width if terminal else WIDTH
    Console(file=shown, width=width, force_terminal=terminal).print(table)
    return "".join(f"{line.rstrip()}\n" for line in shown.getvalue().splitlines())


def mentions_table(reading: Reading) -> str:
    """Each phrase with its kind, its meaning in EDTF (else TimeML) and the editions it names."""
    rows = (
        (each.text, each.kind, each.edtf or (each.timexes[0].value if each.timexes else "–"),
         editions_of(each))
        for each in reading
    )  # fmt: skip
    return _table(("phrase", "kind", "means", "edition"), rows)


def editions_of(mention: Mention) -> str:
    """Series and numbers in short: ``ciie 1–6``."""
    numbers = sorted(mention.editions)
    if len(numbers) > 1 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        counted = f"{numbers[0]}–{numbers[-1]}"
    else:
        counted = ", ".join(map(str, numbers))
    return " ".join(filter(None, (mention.series, counted)))


def finding_lines(file: str, text: str, findings: Iterable[Finding]) -> Iterator[str]:
    """``file:line:column: level: message``, as compilers write it."""
    for finding in findings:
        yield f"{_place(file, text, finding)}: {finding.level}: {visible(finding.message)}\n"


def _place(file: str, text: str, finding: Finding) -> str:
    starts = [span.start for span in finding.spans if span.source in {"", file}]
    if not starts:
        return file
    before = text[: min(starts)]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def explanation(resolution: Resolution, lang: str | None) -> str:
    """How a value was found, and what else could be meant."""
    return f"{resolution.explain(lang or 'en')}\n"


def counted(number: int, kind: str) -> str:
    """A number with its noun.

    >>> counted(1, "editions"), counted(9, "editions")
    ('1 edition', '9 editions')
    """
    return f"{number} {kind.removesuffix('s') if number == 1 else kind}"


def levels(findings: Iterable[Finding]) -> str:
    """How many findings there are of each level, in words."""
    counts = Counter[str](finding.level for finding in findings)
    said = (counted(counts[level], kind) for level, kind in LEVELS.items() if counts[level])
    return ", ".join(said) or "nothing"


def paragraph(finding: Finding) -> str:
    """A finding as an indented paragraph."""
    text = f"{finding.level}: {visible(finding.message)}"
    return (
        fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
        + "\n"
    )


def packs_table(packs: Iterable[tuple[EventSeries, Sequence[Edition]]]) -> str:
    """Each series with the number of its editions and the years of the first and the last."""
    rows = []
    for series, editions in packs:
        span = " – ".join(dict.fromkeys(year(each) for each in (*editions[:1], *editions[-1:])))
        rows.append((series.key, series.name, str(len(editions)), span))
    return _table(("series", "name", "editions", "years"), rows)


def year(edition: Edition) -> str:
    """The year in which an edition begins, a question mark when it is not known.

    >>> from ciie_timeline.model import Edition
    >>> year(Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10"))
    '2023'
    """
    days = edition.when.earliest if edition.when else None
    return "?" if days is None else str(days).rpartition("-")[0].rpartition("-")[0]


def editions_table(editions: Iterable[Edition]) -> str:
    """Each edition with its number or label, its days, what became of it, and the place."""
    rows = (
        (str(each.number or each.label), str(each.when or "?"), each.status.value,
         each.place.label if each.place else "")
        for each in editions
    )  # fmt: skip
    return _table(("no.", "when", "status", "place"), rows)
