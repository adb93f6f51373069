"""The command line: read, resolve, check, build and series, each a thin coat over the api.

Exit status: 0 all well, 1 ``check`` found something, 2 bad input or usage, 3 a file that cannot be
read or written; 130 interrupted, 141 the reader of the output went away.  Text is UTF-8 in and out
whatever the locale; results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

try:
    import click
    import rich  # noqa: F401 - asked for here, used by the tables
except ModuleNotFoundError:
    sys.stderr.write(
        "ciie-timeline: the command line needs the extra cli: pip install 'ciie-timeline[cli]'\n"
    )
    raise SystemExit(2) from None

from ciie_timeline.cli.commands import BUILT, group
from ciie_timeline.cli.screen import PipeClosedError, visible
from ciie_timeline.errors import CiieTimelineError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["BUILT", "group", "main"]

BAD_INPUT, NO_FILE, INTERRUPTED, PIPE_CLOSED = 2, 3, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; ``arguments`` None takes those of the process.

    >>> main(["resolve", "the past five years", "--published", "2023-11-04"])
    2018-11-04/2023-11-04
    0
    """
    _speak_utf8()
    try:
        status = group.main(arguments, prog_name="ciie-timeline", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show(sys.stderr)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except (BrokenPipeError, PipeClosedError):
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
    click.echo(f"ciie-timeline: error: {visible(message)}", err=True)
    return status


def _words_of(error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{os.fsdecode(error.filename)}: {reason}" if error.filename else reason


def _hang_up() -> int:
    """Nobody reads on: what is still buffered goes nowhere, so that the end of Python is quiet."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    return PIPE_CLOSED
