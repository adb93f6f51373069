"""The other end of ``taggers.serve``: a tool as a process that may fail, stop or never answer."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from timeml import Timex

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).parent
PAUSE = 5.0


class RefusedError(Exception):
    """The tool raised on a document; it goes on."""


class LostError(Exception):
    """The process ended, or gave no answer in time and was ended."""


class Answer(NamedTuple):
    """What a tool says of a document, and its processor time in seconds."""

    timexes: list[Timex]
    cpu: float


class Worker:
    """A tool's process; ``limit`` is the longest wait for one line, in seconds."""

    def __init__(self, command: Sequence[str], limit: float) -> None:
        self._command = command
        self._limit = limit
        self._process: subprocess.Popen[str] | None = None
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the worker

    def start(self) -> dict[str, Any]:
        """Start the process, anew if there is one; its first line."""
        self._end()
        outside = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
        kept = {name: value for name, value in os.environ.items() if name not in outside}
        self._process = subprocess.Popen(
            self._command, cwd=HERE, env={**kept, "PYTHONHASHSEED": "0"}, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log,
        )  # fmt: skip
        return self._line(self._process)

    def ask(self, text: str, base: str) -> Answer:
        """One document, with the day it was written."""
        process = self._process
        if process is None or process.stdin is None:
            raise LostError("not started")
        try:
            print(json.dumps({"text": text, "base": base}), file=process.stdin, flush=True)
        except BrokenPipeError:
            raise LostError(self._last_words(process)) from None
        reply = self._line(process)
        return Answer([Timex(*each) for each in reply["timexes"]], reply["cpu"])

    def close(self) -> None:
        """End the process."""
        self._end()
        self._log.close()

    def _line(self, process: subprocess.Popen[str]) -> dict[str, Any]:
        """What the process says next; it is ended when it says nothing in time."""
        clock = Timer(self._limit, process.kill)
        clock.start()
        line = process.stdout.readline() if process.stdout else ""
        late = clock.finished.is_set()
        clock.cancel()
        if not line.endswith("\n"):
            raise LostError(
                f"no answer in {self._limit:g} seconds" if late else self._last_words(process)
            )
        reply: dict[str, Any] = json.loads(line)
        if "error" in reply:
            raise RefusedError(reply["error"])
        return reply

    def _last_words(self, process: subprocess.Popen[str]) -> str:
        """The last line that an ending process wrote to standard error, or its status."""
        with suppress(subprocess.TimeoutExpired):
            process.wait(PAUSE)
        self._log.seek(0)
        lines = self._log.read().decode(errors="replace").split("\n")
        return next(filter(str.strip, reversed(lines)), f"ended with {process.poll()}")

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            with suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None
            self._log.seek(0)
            self._log.truncate()
