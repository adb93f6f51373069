"""A tool as a process: one JSON line in for a document, one out with its answers.

    python -m taggers.serve NAME

NAME is a module of this folder; it runs in the environment of its tool, on the standard library
alone besides that tool.  The first line that it writes says that it is ready::

    {"versions": {"python": "3.11.7", "system": "Linux", "dateparser": "1.5.0"}, "cpu": 0.41}

``cpu`` is the processor time in seconds since the process began, with a first page read, so that
what a tool loads when it is first used counts as its start.  Then each line ``{"text": ...,
"base": "1998-01-08"}`` is answered by ``{"timexes": [[start, end, type, value], ...], "cpu":
0.0021}``, the processor time of the tool alone, or by ``{"error": ...}`` when the tool raised.
What a tool prints goes to standard error.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time
import warnings
from datetime import date
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Found = tuple[int, int, str, str]
DAY = "2011-05-17"
PAGE = """
It began on 3 May 2011, two weeks ago, and ended yesterday at noon. On Monday the council met for
three hours; it meets every Tuesday morning. Sales rose in the first quarter of 2010 and fell last
year, as they had in the late 1990s. By June 30, 2012, the work will be done, said the mayor last
night. Since March 1999 the fair has been held annually, from 5 to 10 November. In the past five
years prices doubled, and over the next six months they may fall. The bridge, opened in summer
1987, was closed for several days earlier this month. At 7:15 p.m. on 12/11/2010 the lights went
out. Now nobody recalls the 19th century. A ten-year plan ends in December, a week before the
holidays; the weekend after that is free. Some day, recently or soon, today becomes the day before
tomorrow: 2011-05-17T10:30, or half a year later.
"""


class Tagger(NamedTuple):
    """A tool: its packages, how it is asked (timed), and its answers as TIMEX3 (not timed)."""

    packages: tuple[str, ...]
    ask: Callable[[str, date], Any]
    timexes: Callable[[Any, str, date], list[Found]]


def answer(tagger: Tagger, text: str, base: str) -> dict[str, Any]:
    """What a tool says of one document, or why it does not."""
    day = date.fromisoformat(base)
    try:
        begin = time.process_time()
        said = tagger.ask(text, day)
        used = time.process_time() - begin
        return {"timexes": tagger.timexes(said, text, day), "cpu": used}
    except Exception as error:  # noqa: BLE001 - tools raise what they like
        return {"error": f"{type(error).__name__}: {error}"}


def main(name: str) -> None:
    """Answer until the input ends."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    tagger: Tagger = import_module(f"taggers.{name}").tagger()
    first = answer(tagger, PAGE, DAY)
    versions = {
        "python": platform.python_version(),
        "system": f"{platform.system()} ({platform.machine()})",
    }
    versions |= {package: version(package) for package in tagger.packages}
    ready = {"versions": versions, "cpu": time.process_time()}
    print(json.dumps(first if "error" in first else ready), file=replies, flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(tagger, **json.loads(line))), file=replies, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
