"""In how many documents each rule of English time fires, and what it matched where that is one.

    python tests/bench/rules_fired.py CORPUS [CORPUS ...] [--summary]

Every CORPUS is a folder of TimeML documents.  A rule fires where its match is in the final plan of
a run, at the top or inside of another match.  A rule that fires in a single document, or a cue that
stands beside the times of a single one, may have been made for that document: each has to look
right to a stranger.

The rules of editions are left out, since they say little where no series is known.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeml import read_corpus

from ciie_timeline.grammar import Grammar
from ciie_timeline.grammar.engine import OF_EDITIONS
from ciie_timeline.lexicons import load
from ciie_timeline.reader.hearing import BEFORE, BEHIND, asks
from ciie_timeline.reader.sentences import NEAR, Sentences
from ciie_timeline.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeml import Document

    from ciie_timeline.forms import Run
    from ciie_timeline.grammar.engine import Node
    from ciie_timeline.lexicons import Lexicon

#: The lists of cues that are looked up word by word around a time.
CUES = ("ahead", "behind", "to-come", "untold")
MARKS = ".,;:!?'\"()"


class Match(NamedTuple):
    """A rule or a cue in a document: its name, and the words that it matched or stands beside."""

    name: str
    words: str


#: For each name, in the order of the lexicon, the documents it was seen in, with the words there.
Fired = dict[str, dict[str, list[str]]]


class Watch:
    """Sees which rules and cues of a lexicon take part in reading a text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._scanner = Scanner(lexicon)
        self._grammar = Grammar(lexicon, self._scanner.classes())
        self._sentences = Sentences(lexicon)
        self.rules = tuple(
            rule["id"] for rule in lexicon.rules if rule.get("level", 1) < OF_EDITIONS
        )
        self.cues = tuple(f"{each} ({name})" for name in CUES for each in lexicon.cues[name])
        self._lists = {name: frozenset(lexicon.cues[name]) for name in CUES}

    def matches(self, text: str) -> Iterator[Match]:
        """Every rule that fires in a text, once for each match."""
        for run in self._scanner.runs(text):
            for node in self._grammar._engine.plan(run.classes):
                yield from _inside(node, run, text)

    def heard(self, text: str) -> Iterator[Match]:
        """Every cue that stands beside a time which asks for the words around it."""
        for run in self._scanner.runs(text):
            for parsed in self._grammar.parse(run):
                if asks(parsed.expression):
                    for word in self._around(text, parsed.start, parsed.end):
                        for name, words in self._lists.items():
                            if word in words:
                                yield Match(f"{word} ({name})", text[parsed.start : parsed.end])

    def _around(self, text: str, start: int, end: int) -> list[str]:
        first, last = self._sentences.bounds(text, start, end, NEAR)
        words = text[first:start].split()[-BEFORE:] + text[end:last].split()[:BEHIND]
        return [word.lower().strip(MARKS) for word in words]


def _inside(node: Node, run: Run, text: str) -> Iterator[Match]:
    words = text[run.starts[node.start] : run.ends[node.end - 1]]
    yield Match(node.rule.id, " ".join(words.split()))
    for _, caught, _ in node.slots:
        if not isinstance(caught, int):
            yield from _inside(caught, run, text)


def count(documents: Sequence[Document], watch: Watch) -> tuple[Fired, Fired]:
    """The documents of each rule and of each cue."""
    rules: Fired = {name: defaultdict(list) for name in watch.rules}
    cues: Fired = {name: defaultdict(list) for name in watch.cues}
    for document in documents:
        for fired, seen in ((rules, watch.matches), (cues, watch.heard)):
            for match in seen(document.text):
                if match.name in fired:
                    fired[match.name][document.name].append(match.words)
    return rules, cues


def summary(fired: Mapping[str, Mapping[str, list[str]]], what: str, documents: int) -> str:
    """One line: how many there are, how many of them in one document only and how many in none."""
    in_one = sum(len(where) == 1 for where in fired.values())
    in_none = sum(not where for where in fired.values())
    return f"{len(fired)} {what} on {documents} documents: {in_one} in one only, {in_none} in none"


def listing(fired: Fired) -> Iterator[str]:
    """The names with their numbers of documents, then those of one document, then the rest."""
    for name, where in sorted(fired.items(), key=lambda each: -len(each[1])):
        if len(where) > 1:
            yield f"{len(where):5}  {name}"
    yield "in one document only:"
    for name, where in fired.items():
        if len(where) == 1:
            ((document, words),) = where.items()
            yield f"       {name}: {', '.join(dict.fromkeys(words))}  [{document}]"
    yield "in none:"
    for name, where in fired.items():
        if not where:
            yield f"       {name}"


def main(given: Sequence[str] | None = None) -> None:
    """Read the corpora and print what fired."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    parser.add_argument("--summary", action="store_true", help="print the counts only")
    asked = parser.parse_args(given)
    documents = [each for folder in asked.corpora for each in read_corpus(folder)]
    for fired, what in zip(count(documents, Watch(load("en"))), ("rules", "cues"), strict=True):
        print(summary(fired, what, len(documents)))
        if not asked.summary:
            print(*listing(fired), "", sep="\n")


if __name__ == "__main__":
    main()
