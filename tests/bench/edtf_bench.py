"""Three readers of EDTF on the same strings, in one run.

    python tests/bench/edtf_bench.py EXAMPLES.json

EXAMPLES.json is a list of objects with ``edtf``, ``valid``, and ``earliest`` and ``latest``
(inclusive days as ISO text; null where a bound is open, unknown or left to convention).  The
environment needs PyPI's ``edtf`` and ``undate`` besides the project.  Times are processor time for
one string, the best of several rounds over all strings that the three accept; each round moves
four-digit years by 400, which keeps the calendar and leaves nothing to remember.
"""

from __future__ import annotations

import contextlib
import io
import json
import platform
import re
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
YEAR = re.compile(r"(?<![\dYESX-])\d{4}(?![\dX])")


class Peer(NamedTuple):
    """One library: how it reads, and how it gives the first and the last day."""

    name: str
    parse: Callable[[str], Any]
    bounds: Callable[[Any], tuple[Any, Any]]


def project() -> Peer:
    """This project."""
    from ciie_timeline.values import parse_edtf

    return Peer("ciie-timeline", parse_edtf, lambda value: (value.earliest, value.latest))


def edtf() -> Peer:
    """The package ``edtf``."""
    from edtf import parse_edtf

    return Peer("edtf", parse_edtf, lambda value: (value.lower_strict(), value.upper_strict()))


def undate() -> Peer:
    """The package ``undate``."""
    from undate import Undate

    def bounds(value: Any) -> tuple[Any, Any]:
        first, last = value.earliest, value.latest
        return getattr(first, "earliest", first), getattr(last, "latest", last)

    return Peer("undate", lambda text: Undate.parse(text, "EDTF"), bounds)


def day(bound: Any) -> str | None:
    """A bound as ISO text, whatever the library gives."""
    if bound is None or isinstance(bound, float):
        return None
    if isinstance(bound, time.struct_time):
        year, month, mday = bound[:3]
        return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{mday:02d}"
    return str(bound).split("T")[0]


def quietly(call: Callable[[], Any]) -> tuple[bool, Any]:
    """Whether a call went through, and what it gave; what it prints is dropped."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return True, call()
        except Exception:  # noqa: BLE001 - libraries raise what they like
            return False, None


def score(peer: Peer, rows: list[dict[str, Any]]) -> tuple[set[str], dict[str, str]]:
    """The valid strings that a library reads, and its counts as cells of a table."""
    good = [row for row in rows if row["valid"]]
    bad = [row for row in rows if not row["valid"]]
    known = [row for row in good if row["earliest"] or row["latest"]]
    read = {row["edtf"]: quietly(lambda row=row: peer.parse(row["edtf"])) for row in rows}
    accepted = {row["edtf"] for row in good if read[row["edtf"]][0]}
    right = same = 0
    for row in good:
        done, value = read[row["edtf"]]
        found, bounds = quietly(lambda value=value: tuple(map(day, peer.bounds(value))))
        right += row in known and done and found and bounds == (row["earliest"], row["latest"])
        rewritten, text = quietly(lambda value=value: written(peer, value))
        same += done and rewritten and text == row["edtf"]
    return accepted, {
        "valid ones read": f"{len(accepted)} of {len(good)}",
        "bounds right": f"{right} of {len(known)}",
        "written back as given": f"{same} of {len(good)}",
        "invalid ones refused": f"{sum(not read[row['edtf']][0] for row in bad)} of {len(bad)}",
    }


def written(peer: Peer, value: Any) -> str:
    """The value as EDTF text by the library's own means."""
    return value.format("EDTF") if peer.name == "undate" else str(value)


def later(text: str, years: int) -> str:
    """The string with its four-digit years moved."""
    return YEAR.sub(lambda match: f"{(int(match[0]) + years) % 9600:04d}", text)


def measure(peer: Peer, texts: list[str], *, bounds: bool) -> float:
    """Seconds of processor time for one string, the best round."""
    best = float("inf")
    for turn in range(1, ROUNDS + 1):
        moved = [later(text, 400 * turn) for text in texts]
        with contextlib.redirect_stdout(io.StringIO()):
            begin = time.process_time()
            for text in moved:
                value = peer.parse(text)
                if bounds:
                    peer.bounds(value)
            best = min(best, (time.process_time() - begin) / len(moved))
    return best


def main(path: str) -> None:
    """Print the table."""
    rows = json.loads(Path(path).read_text(encoding="utf-8"))
    peers = (project(), edtf(), undate())
    scores = [score(peer, rows) for peer in peers]
    shared = [
        text
        for text in sorted(set.intersection(*(accepted for accepted, _ in scores)))
        if all(quietly(lambda p=peer, t=text: p.bounds(p.parse(t)))[0] for peer in peers)
    ]
    table = [cells for _, cells in scores]
    for bounds, label in ((False, "µs to read"), (True, "µs to read, with both bounds")):
        for peer, cells in zip(peers, table, strict=True):
            cells[label] = f"{measure(peer, shared, bounds=bounds) * 1e6:,.1f}"
    names = [f"{peer.name} {version(peer.name)}" for peer in peers]
    print(f"{len(rows)} strings, {len(shared)} of them timed; Python {platform.python_version()}")
    print(f"| | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for label in table[0]:
        print(f"| {label} | {' | '.join(cells[label] for cells in table)} |")


if __name__ == "__main__":
    main(sys.argv[1])
