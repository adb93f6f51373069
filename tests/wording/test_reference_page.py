"""The tables of docs/reference/explanations.md: each row is what the library says."""

import re
from collections.abc import Iterator

import pytest

import ciie_timeline as ct
from ciie_timeline.wording import clauses


@pytest.fixture(scope="session")
def page(root) -> str:
    return (root / "docs" / "reference" / "explanations.md").read_text(encoding="utf-8")


def rows(page: str, head: str) -> Iterator[list[str]]:
    """The cells of the table under a head."""
    table = page.partition(f"| {head} |")[2].partition("\n\n")[0]
    for line in table.splitlines()[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def explained(text: str, published: str) -> str:
    """What is said of the phrases that touch the bold words."""
    first, last = text.index("**"), text.rindex("**") - 2
    plain = text.replace("**", "")
    reading = ct.read(plain, published=None if published == "–" else published)
    return " ".join(each.explain() for each in reading if each.start < last and each.end > first)


def test_every_example_is_said_so(page):
    found = list(rows(page, "text | published | explanation"))

    assert len(found) > 30
    assert [(text, explained(text, day)) for text, day, _ in found] == [
        (text, said) for text, _, said in found
    ]


def test_every_way_of_saying_is_listed(page):
    cells = [way for way, *_ in rows(page, "way | says | such as")]
    listed = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}

    assert listed == {*clauses._WAYS, "word"}
