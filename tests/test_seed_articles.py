"""The five source articles, when they lie beside the checkout: every reference read right.

``python tests/test_seed_articles.py SHARED`` writes the page of their explanations anew.
"""

import json
import subprocess
import sys
from pathlib import Path

import ciie_timeline as ct

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "explanations-of-the-articles.md"
HEAD = """\
# The references of the five articles, explained

Each time reference of the five articles behind the bundled timeline, with the value that the
library gives it and the reasons that it tells. The page is written from the articles, and a test
keeps it true.
"""


def _rows(shared: Path) -> dict[str, list[dict]]:
    rows: dict[str, list[dict]] = {}
    for line in (shared / "seeds" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows.setdefault(row["doc"], []).append(row)
    return dict(sorted(rows.items()))


def _share(mention: ct.Mention, row: dict) -> float:
    both = min(mention.end, row["end"]) - max(mention.start, row["start"])
    return both / max(mention.end - mention.start, row["end"] - row["start"])


def page(shared: Path) -> str:
    """The page of explanations, made from the articles."""
    lines = [HEAD]
    for name, rows in _rows(shared).items():
        text = (shared / "seeds" / name).read_bytes().decode()
        reading = ct.read(text, published=rows[0]["published"])
        lines += [
            f"## Article of {rows[0]['published']}",
            "",
            "| value | explanation |",
            "|---|---|",
        ]
        for row in rows:
            best = max(reading, key=lambda mention: _share(mention, row))
            if row["kind"] != "trap" and _share(best, row) >= 0.5:
                value = f"`{best.edtf}`" if best.edtf else "no date"
                lines.append(f"| {value} | {best.explain()} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def test_every_reference_of_the_articles_is_read_right(shared: Path):
    done = subprocess.run(
        [sys.executable, shared / "eval" / "run_seeds.py", "--misses"],
        capture_output=True,
        text=True,
        check=True,
    )
    last = done.stdout.splitlines()[-1].split()

    assert int(last[last.index("right") + 1]) >= 73, done.stdout


def test_the_two_contradictions_are_found_and_nothing_else(shared: Path):
    found = {}
    for name, rows in _rows(shared).items():
        text = (shared / "seeds" / name).read_bytes().decode()
        reading = ct.read(text, published=rows[0]["published"])
        found[name[:3]] = [span.text for each in reading.findings for span in each.spans]
    second = found.pop("002")

    assert {"000": [], "001": [], "003": [], "004": []} == found
    assert "17th China-LAC Business Summit" in second
    assert "sixth China International Import Expo" in second


def test_the_page_of_explanations_is_true(shared: Path):
    assert PAGE.read_text(encoding="utf-8") == page(shared)


if __name__ == "__main__":
    PAGE.write_text(page(Path(sys.argv[1])), encoding="utf-8")
