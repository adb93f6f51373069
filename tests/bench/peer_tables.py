"""The tables of ``peers.py`` in Markdown, and the pages that hold them."""

from __future__ import annotations

import re
from math import floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from peers import Row
    from timeml import Document

    Corpora = Mapping[str, Sequence[Document]]

MEASURES = ("strict", "relaxed", "type", "value")
BLOCK = re.compile(r"(<!-- bench:(\w+) -->\n).*?(<!-- /bench -->)", re.DOTALL)
NONE = "–"


def tables(rows: Sequence[Row], corpora: Corpora, today: date) -> dict[str, str]:
    """The blocks for a page, by name; the first row is this project's."""
    return {
        "setting": setting(rows, corpora, today),
        "accuracy": accuracy(rows, corpora),
        "speed": speeds(rows),
        "faults": faults(rows),
        "summary": summary(rows, corpora),
    }


def updated(page: str, blocks: Mapping[str, str]) -> str:
    """A page with its blocks rewritten; ValueError for a block that there is none of."""
    unknown = {name for _, name, _ in BLOCK.findall(page)} - set(blocks)
    if unknown:
        raise ValueError(f"no block {', '.join(sorted(unknown))}; there are {', '.join(blocks)}")
    return BLOCK.sub(lambda match: f"{match[1]}{blocks[match[2]]}{match[3]}", page)


def table(head: Sequence[str], body: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    first, *others = (f"| {' | '.join(cells)} |".replace("|  |", "| |") for cells in (head, *body))
    return "\n".join((first, f"|{'---|' * len(head)}", *others, ""))


def setting(rows: Sequence[Row], corpora: Corpora, today: date) -> str:
    """When, where and on what."""
    texts = "; ".join(described(name, documents) for name, documents in corpora.items())
    besides = [
        f"{package} {version}"
        for row in rows
        for package, version in row.versions.items()
        if package not in {row.peer.package, "python", "system"}
    ]
    return (
        f"Measured on {today.day} {today:%B %Y} with CPython {rows[0].versions.get('python')} on "
        f"{rows[0].versions.get('system')}. Texts: {texts}."
        f"{' Besides the tools: ' if besides else ''}{', '.join(besides)}{'.' if besides else ''}\n"
    )


def described(name: str, documents: Sequence[Document]) -> str:
    """A corpus and its size."""
    size = sum(each.size for each in documents) / 1e6
    marked = sum(len(each.gold) for each in documents)
    return f"{name}, {len(documents)} documents ({size:.2f} MB, {marked:,} expressions annotated)"


def accuracy(rows: Sequence[Row], corpora: Corpora) -> str:
    """F1 in percent, a column for each corpus and measure."""
    columns = [(name, measure) for name in corpora for measure in MEASURES]
    head = [f"{name}: {each}" if each == MEASURES[0] else each for name, each in columns]
    body = [
        [row.title, *(figure(row, corpora[name], measure) for name, measure in columns)]
        for row in rows
    ]
    return table(("F1, %", *head), body)


def figure(row: Row, documents: Sequence[Document], measure: str) -> str:
    """One F1; a dash for a tool that did not get through."""
    return NONE if row.trouble else f"{row.scores(documents).f1(measure):.1f}"


def speeds(rows: Sequence[Row]) -> str:
    """Speed of both passes with the ratio to the first tool, and start-up."""
    own = rows[0]
    ratio = f"{own.peer.package} : tool"
    body = [
        [
            row.title,
            *of_pass(row.first, own.first),
            *of_pass(row.again, own.again),
            f"{min(row.start_ups):.2f}" if row.start_ups else NONE,
        ]
        for row in rows
    ]
    return table(("", "first pass, MB/s", ratio, "second pass, MB/s", ratio, "start-up, s"), body)


def of_pass(speeds: Sequence[float], own: Sequence[float]) -> tuple[str, str]:
    """The best speed, and how many times as fast the first tool is."""
    if not speeds:
        return NONE, NONE
    return amount(max(speeds)), amount(max(own) / max(speeds)) if own else NONE


def amount(number: float) -> str:
    """A number with two significant digits, and all digits before the point."""
    digits = max(0, 1 - floor(log10(number))) if number else 0
    return f"{number:,.{digits}f}"


def faults(rows: Sequence[Row]) -> str:
    """What went wrong, tool by tool."""
    troubles = [f"- {row.title}: {row.trouble}" for row in rows if row.trouble]
    failures = [
        f"- {row.title}: no answer for {len(row.faults)} documents, "
        f"the first is {document.name} ({error})"
        for row in rows
        for document, error in list(row.faults.items())[:1]
    ]
    return "\n".join((*troubles, *failures, "")) or "Every tool answered on every document.\n"


def summary(rows: Sequence[Row], corpora: Corpora) -> str:
    """The short table: right values, and the speed of the first pass."""
    body = [
        [
            row.title,
            *(figure(row, documents, "value") for documents in corpora.values()),
            of_pass(row.first, ())[0],
        ]
        for row in rows
    ]
    return table(
        ("", *(f"{name}: right values, F1 in %" for name in corpora), "MB/s, first pass"), body
    )
