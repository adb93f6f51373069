"""This library and other taggers of English time expressions on the same texts, in one run.

    python tests/bench/peers.py CORPUS [CORPUS ...] [--peers NAME,NAME] [--update PAGE ...]

Every CORPUS is a folder of TimeML documents.  Each tool is installed, with the versions below, into
an environment of its own (kept in ``--environments FOLDER`` for the next run, else temporary), and
runs as a process that is told a text and the day it was written and answers with TIMEX3
(``taggers/``).  The answers are scored as TempEval-3 does (``timeml.py``).

Speed is processor time of the tool alone, without start-up.  A round is a new process for every
tool, one after the other, which reads all documents twice: first as they are, when it has seen
nothing but one page of phrases; then again with all years 28 later, which keeps the weekdays and
changes every document, when what it has built and remembers of phrases helps it.  The best round
counts; a tool that has used ``PATIENCE`` seconds is not asked for another one.

A tool that cannot be installed or fails on a document says so in its row, and the run goes on.
``--update`` rewrites the blocks of a Markdown page between ``<!-- bench:NAME -->`` and
``<!-- /bench -->``.
"""

from __future__ import annotations

import argparse
import platform
import re
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from conversation import LostError, RefusedError, Worker
from peer_tables import tables, updated
from timeml import Document, Scores, Timex, read_corpus, score, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[2]
SHIFT = 28
ROUNDS = 5
PATIENCE = 20.0
LIMIT = 300.0
LOSSES = 5
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d)")


class Peer(NamedTuple):
    """A tool: its package, what is installed for it, and its file in ``taggers/``."""

    package: str
    requirements: tuple[str, ...]
    tagger: str


PROJECT = Peer("ciie-timeline", ("--editable", str(ROOT)), "project")
PEERS = (
    PROJECT,
    Peer("dateparser", ("dateparser==1.5.0",), "dateparser"),
    Peer("parsedatetime", ("parsedatetime==2.6",), "parsedatetime"),
    Peer("timefhuman", ("timefhuman==0.1.5",), "timefhuman"),
    Peer("timexy", ("timexy==0.1.3", "spacy==3.8.18"), "timexy"),
    Peer(  # it calls a function that emoji 2 does not have
        "recognizers-text-date-time",
        ("recognizers-text-date-time==1.0.2a2", "emoji==1.7.0"),
        "recognizers",
    ),
)


@dataclass(eq=False)
class Row:
    """What is known of one tool.

    Start-up is in seconds; ``first`` and ``again`` hold the speeds of the rounds, in MB of text for
    one second of processor time; ``used`` is that time, in seconds.
    """

    peer: Peer
    versions: dict[str, str] = field(default_factory=dict)
    start_ups: list[float] = field(default_factory=list)
    answers: dict[Document, list[Timex]] = field(default_factory=dict)
    faults: dict[Document, str] = field(default_factory=dict)
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    used: float = 0.0
    losses: int = 0
    trouble: str = ""

    @property
    def title(self) -> str:
        """The package with its version."""
        return f"{self.peer.package} {self.versions.get(self.peer.package, '')}".strip()

    def scores(self, documents: Sequence[Document]) -> Scores:
        """The counts over a corpus; a document that failed has no answers."""
        return total([score(each.gold, self.answers.get(each, [])) for each in documents])


def installed(peer: Peer, folder: Path) -> str:
    """The interpreter of a tool's environment, which is made when it is not there as wanted.

    The project is installed each time, since what it needs may have changed.
    """
    place = folder / peer.tagger
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    wanted = "\n".join((platform.python_version(), *peer.requirements))
    mark = place / "installed.txt"
    there = mark.is_file() and mark.read_text(encoding="utf-8") == wanted
    if not there:
        run(sys.executable, "-m", "venv", "--clear", str(place))
    if not there or peer is PROJECT:
        run(str(python), "-m", "pip", "install", "--quiet", *peer.requirements)
    mark.write_text(wanted, encoding="utf-8")
    return str(python)


def run(*command: str) -> None:
    """A command; RuntimeError with the last line that it printed when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().split("\n")
        raise RuntimeError(lines[-1])


def start(row: Row, worker: Worker) -> None:
    """Start a tool; its row says when it does not start."""
    try:
        ready = worker.start()
    except (LostError, RefusedError, OSError) as error:
        row.trouble = f"does not start: {error}"
        return
    row.versions = ready["versions"]
    row.start_ups.append(ready["cpu"])


def read_all(row: Row, worker: Worker, documents: Sequence[Document], years: int = 0) -> None:
    """All documents once; answers and faults are kept of the texts as they are."""
    size, used = 0, 0.0
    for document in documents:
        later = shifted(document, years)
        try:
            answer = worker.ask(later.text, later.base)
        except (RefusedError, LostError) as error:
            row.faults |= {} if years else {document: str(error)}
            if isinstance(error, LostError):
                start_again(row, worker)
            if row.trouble:
                return
            continue
        size, used = size + document.size, used + answer.cpu
        row.answers |= {} if years else {document: answer.timexes}
    row.used += used
    speeds = row.again if years else row.first
    speeds += [size / 1e6 / used] if used else []


def start_again(row: Row, worker: Worker) -> None:
    """Start a tool whose process was lost; it is given up after ``LOSSES`` of them."""
    row.losses += 1
    if row.losses == LOSSES:
        row.trouble = f"given up: its process was lost {LOSSES} times"
    else:
        start(row, worker)


def shifted(document: Document, years: int) -> Document:
    """The document with the years of text and base moved."""
    if not years:
        return document
    text = YEAR.sub(lambda match: str(int(match[0]) + years), document.text)
    return document._replace(text=text, base=f"{int(document.base[:4]) + years}{document.base[4:]}")


def measure(
    workers: Mapping[Row, Worker], documents: Sequence[Document], rounds: int = ROUNDS
) -> None:
    """Every tool on every document, round by round."""
    for turn in range(rounds):
        for row, worker in workers.items():
            if row.trouble or row.used > PATIENCE:
                continue
            print(f"{row.title}: round {turn + 1}", file=sys.stderr)
            start(row, worker)
            for years in (0, SHIFT):
                if not row.trouble:
                    read_all(row, worker, documents, years)


def rows_of(
    chosen: Sequence[Peer], folder: Path, stack: ExitStack
) -> tuple[list[Row], dict[Row, Worker]]:
    """A row for every tool, and a worker for each that could be installed."""
    rows, workers = [], {}
    for peer in chosen:
        rows.append(row := Row(peer))
        print(f"installing {peer.package}", file=sys.stderr)
        try:
            python = installed(peer, folder)
        except RuntimeError as error:
            row.trouble = f"not installed: {error}"
            continue
        command = (python, "-m", "taggers.serve", peer.tagger)
        workers[row] = Worker(command, LIMIT)
        stack.callback(workers[row].close)
    return rows, workers


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    names = [peer.tagger for peer in PEERS[1:]]
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").split("\n", maxsplit=1)[0],
        formatter_class=argparse.ArgumentDefaultsHelpFormatter,
    )
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    parser.add_argument("--peers", default=",".join(names), help="names, with commas between")
    parser.add_argument("--environments", type=Path, help="where environments are kept")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="at most")
    parser.add_argument(
        "--update", nargs="*", type=Path, default=[], help="pages to bring up to date"
    )
    chosen = parser.parse_args(given)
    unknown = set(filter(None, chosen.peers.split(","))) - set(names)
    if unknown:
        parser.error(f"no such peers: {', '.join(sorted(unknown))}; known are {', '.join(names)}")
    return chosen


def main(given: Sequence[str] | None = None) -> None:
    """Measure, print, and bring pages up to date."""
    asked = arguments(given)
    corpora = {folder.resolve().name: read_corpus(folder) for folder in asked.corpora}
    documents = [each for corpus in corpora.values() for each in corpus]
    peers = [PROJECT, *(each for each in PEERS[1:] if each.tagger in asked.peers.split(","))]
    with ExitStack() as stack:
        folder = asked.environments or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        rows, workers = rows_of(peers, folder.absolute(), stack)
        measure(workers, documents, asked.rounds)
    blocks = tables(rows, corpora, date.today())  # noqa: DTZ011 - the day where it runs
    print("\n".join(blocks.values()))
    for page in asked.update:
        text = page.read_text(encoding="utf-8")
        page.write_text(updated(text, blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
