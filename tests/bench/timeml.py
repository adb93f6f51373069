"""TimeML documents and how well answers fit them.

The figures are those of TempEval-3.  An annotated expression and an answer are paired one to one,
equal spans first, then by the widest overlap.  With counts of annotated expressions, answers and
pairs, F1 is twice a count of pairs over the sum of the first two:

* strict: pairs with equal spans;
* relaxed: all pairs;
* type, value: pairs with the right type, or with the value written just as it is annotated.

The creation time of a document is given to the tools and is not scored.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Timex(NamedTuple):
    """One expression of time: its span in the text, its type and its value in TIMEX3."""

    start: int
    end: int
    type: str
    value: str


class Document(NamedTuple):
    """A text, the day it was written (ISO), and what is annotated in it."""

    name: str
    text: str
    base: str
    gold: tuple[Timex, ...] = ()

    @property
    def size(self) -> int:
        """Its length in bytes of UTF-8."""
        return len(self.text.encode())


def read_corpus(folder: Path) -> list[Document]:
    """All ``.tml`` documents below a folder, by path; ValueError when there are none."""
    documents = [read_document(path) for path in sorted(folder.rglob("*.tml"))]
    if not documents:
        raise ValueError(f"{folder}: a folder with TimeML documents (*.tml) is expected")
    return documents


def read_document(path: Path) -> Document:
    """One TimeML document: the text of its TEXT, unchanged, and the TIMEX3 in it."""
    root = ET.parse(path).getroot()  # noqa: S314 - the caller's own corpus
    body = root.find(".//TEXT")
    if body is None:
        raise ValueError(f"{path}: a document with a TEXT is expected")
    marked = sorted(
        Timex(start, start + length, node.get("type", ""), node.get("value", ""))
        for node, start, length in _extents(body)
        if node.tag == "TIMEX3" and length and not _is_creation_time(node)
    )
    return Document(path.stem, "".join(body.itertext()), _day(root, path), tuple(marked))


def _extents(node: ET.Element, start: int = 0) -> list[tuple[ET.Element, int, int]]:
    """Every element inside a node with the place and the length of its text."""
    found, at = [], start + len(node.text or "")
    for child in node:
        inner = _extents(child, at)
        length = sum(map(len, child.itertext()))
        found += [(child, at, length), *inner]
        at += length + len(child.tail or "")
    return found


def _is_creation_time(node: ET.Element) -> bool:
    return node.get("functionInDocument") == "CREATION_TIME"


def _day(root: ET.Element, path: Path) -> str:
    """The creation day; a few documents mark it only by its place."""
    marked = [node for node in root.iter("TIMEX3") if _is_creation_time(node)]
    for node in (*marked, root.find("DCT/TIMEX3")):
        if node is not None and node.get("value"):
            return node.get("value", "")[:10]
    raise ValueError(f"{path}: a document with a creation time is expected")


class Scores(NamedTuple):
    """Counts over a corpus: expressions annotated, answers, pairs, and pairs that are right."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    type: int = 0
    value: int = 0

    def f1(self, measure: str) -> float:
        """The F1 of ``strict``, ``relaxed``, ``type`` or ``value`` in percent."""
        hits: int = getattr(self, measure)
        return 200 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


def score(gold: tuple[Timex, ...], answers: list[Timex]) -> Scores:
    """The counts of one document; an answer given twice counts once."""
    found = sorted(set(answers))
    pairs = [(gold[left], found[right]) for left, right in _paired(gold, found)]
    return Scores(
        gold=len(gold),
        found=len(found),
        relaxed=len(pairs),
        strict=sum(left[:2] == right[:2] for left, right in pairs),
        type=sum(left.type == right.type for left, right in pairs),
        value=sum(left.value == right.value for left, right in pairs),
    )


def total(scores: list[Scores]) -> Scores:
    """The counts of several documents together."""
    return Scores(*map(sum, zip(*scores, strict=True)))


def _paired(gold: tuple[Timex, ...], found: list[Timex]) -> list[tuple[int, int]]:
    near = sorted(
        (left[:2] != right[:2], -_overlap(left, right), i, j)
        for i, left in enumerate(gold)
        for j, right in enumerate(found)
        if _overlap(left, right) > 0
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in near:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return list(pairs.items())


def _overlap(left: Timex, right: Timex) -> int:
    return min(left.end, right.end) - max(left.start, right.start)
