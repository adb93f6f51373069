"""The five source articles, when they lie beside the checkout: every reference read right."""

import json
import subprocess
import sys
from pathlib import Path

import ciie_timeline as ct


def test_every_reference_of_the_articles_is_read_right(shared: Path):
    done = subprocess.run(
        [sys.executable, shared / "eval" / "run_seeds.py", "--misses"],
        capture_output=True,
        text=True,
        check=True,
    )
    last = done.stdout.splitlines()[-1].split()

    assert int(last[last.index("right") + 1]) >= 72, done.stdout


def test_the_two_contradictions_are_found_and_nothing_else(shared: Path):
    rows = [json.loads(line) for line in (shared / "seeds" / "gold.jsonl").open(encoding="utf-8")]
    days = {row["doc"]: row["published"] for row in rows}
    found = {}
    for name, day in sorted(days.items()):
        text = (shared / "seeds" / name).read_bytes().decode()
        reading = ct.read(text, published=day)
        found[name[:3]] = sorted(span.text for each in reading.findings for span in each.spans)

    assert {"000": [], "001": [], "003": [], "004": []} == {k: v for k, v in found.items() if k != "002"}
    assert "17th China-LAC Business Summit" in found["002"]
    assert "sixth China International Import Expo" in found["002"]
