"""Every script of examples/ runs in an empty folder, says something, and writes what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))


def run(script: Path, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", script], cwd=folder, capture_output=True, check=False,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def made(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_there_are_examples():
    assert {"article_to_json.py", "by_hand.py"} <= {script.name for script in SCRIPTS}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_it_runs_and_gives_the_same_everywhere(script, tmp_path):
    places = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "de_DE.UTF-8"},
    ]
    runs = []
    for number, environment in enumerate(places):
        folder = tmp_path / str(number)
        folder.mkdir()
        runs.append((run(script, folder, **environment), made(folder)))

    said, files = runs[0]
    assert said.strip()
    assert files
    assert runs[0] == runs[1]


def test_the_calendar_made_by_hand_reads_back(tmp_path):
    import icalendar

    run(ROOT / "examples" / "by_hand.py", tmp_path)
    (path,) = tmp_path.glob("*.ics")
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")

    assert len(events) >= 4
    assert all(event["UID"] and event["SUMMARY"] for event in events)
