"""The engine: rules over token classes, applied level by level, the longest match first.

The plan of a run depends on its classes alone, so plans are kept (a bounded number).  What a rule
matches becomes one symbol (``gives``) for the levels above it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.errors import ValidationError
from ciie_timeline.grammar.patterns import compile_pattern

if TYPE_CHECKING:
    from ciie_timeline.lexicons import Lexicon

_CACHE = 16384
_NODE_BASE = 0xE000
#: From this level on rules speak of editions: they may mean nothing where no series is known.
OF_EDITIONS = 3


@attrs.frozen(eq=False)
class Rule:
    """One rule as compiled.

    ``make`` names its constructor, ``constants`` are slots with fixed values, ``gives`` is the
    character of its result.  ``timex`` says where the TIMEX3 annotations are: the match itself
    (``self``), those of its parts (``parts``) or nowhere (``none``).  ``keep`` leaves a leading
    preposition in the mention ("since 2018").  What is not ``alone`` counts only inside of others.
    """

    id: str
    source: str
    slots: Mapping[str, tuple[str, str]]
    make: str
    constants: Mapping[str, Any]
    gives: str
    level: float
    timex: str
    keep: bool
    alone: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The expression over token characters, compiled when it is first asked for."""
        return re.compile(self.source)


#: A rule, and the characters that the second of its match can have; None when it may be short.
_Start = tuple[Rule, "frozenset[str] | None"]


@attrs.frozen(eq=False)
class Node:
    """A match: its rule, its tokens (end exclusive) and what its slots caught.

    A slot is its name with a token and the class that was meant, or with a node of a lower level.
    """

    rule: Rule
    start: int
    end: int
    slots: tuple[tuple[str, int | Node, str], ...]


@attrs.frozen(eq=False)
class _Item:
    """A token, or a node in its place."""

    char: str
    start: int
    end: int
    node: Node | None = None


class Engine:
    """The rules of one lexicon over one alphabet (``chars``: the characters of each class)."""

    def __init__(self, lexicon: Lexicon, chars: Mapping[str, str]) -> None:
        self._chars = dict(chars)
        self._anchors = frozenset(chars.get("ANCHOR", ""))
        self._digits = frozenset(chars.get("DIGITS", ""))
        self._nodes: dict[str, str] = {}
        self._plans: dict[str, tuple[Node, ...]] = {}
        for table in lexicon.rules:
            self._node_char(table.get("gives", "TIME"))
        levels: dict[float, dict[str, list[_Start]]] = {}
        whole: list[Rule] = []
        for table in lexicon.rules:
            rule, first, second = self._compile(table, lexicon.macros)
            if table.get("whole", False):
                whole.append(rule)
                continue
            by_first = levels.setdefault(rule.level, {})
            for char in first:
                by_first.setdefault(char, []).append((rule, second))
        self._levels = tuple(levels[each] for each in sorted(levels))
        self._whole = tuple(whole)

    def _node_char(self, gives: str) -> str:
        if gives not in self._nodes:
            char = chr(_NODE_BASE + len(self._nodes))
            self._nodes[gives] = char
            for name in gives.split():
                self._chars[name] = self._chars.get(name, "") + char
        return self._nodes[gives]

    def _compile(
        self, table: Mapping[str, Any], macros: Mapping[str, str]
    ) -> tuple[Rule, frozenset[str], frozenset[str] | None]:
        try:
            pattern = compile_pattern(table["match"], self._chars, macros)
        except ValidationError as error:
            raise ValidationError(f"rule {table['id']}: {error}") from None
        level = table.get("level", 1)
        rule = Rule(
            id=table["id"],
            source=self._look("(?<=", table, "after")
            + self._look("(?<!", table, "not-after")
            + pattern.source
            + self._look("(?!", table, "not-before")
            + self._look("(?=", table, "before"),
            slots=pattern.slots,
            make=table["make"],
            constants=table.get("with", {}),
            gives=self._nodes[table.get("gives", "TIME")],
            level=level,
            timex=table.get("timex", "self" if level <= 1 else "parts"),
            keep=table.get("keep", False),
            alone=table.get("alone", True),
        )
        return rule, pattern.first, pattern.second

    def _look(self, opening: str, table: Mapping[str, Any], name: str) -> str:
        chars = "".join(self._chars.get(each, "") for each in table.get(name, ()))
        return f"{opening}[{re.escape(chars)}])" if chars else ""

    def plan(self, classes: str) -> tuple[Node, ...]:
        """The nodes that stand at the top for a run of these classes, in order."""
        plan = self._plans.get(classes)
        if plan is None:
            if len(self._plans) >= _CACHE:
                self._plans.clear()
            plan = self._plans[classes] = self._make_plan(classes)
        return plan

    def whole(self, classes: str) -> Node | None:
        """The node of a run that is all there is, by the rules that hold for such a run only."""
        for rule in self._whole:
            found = rule.pattern.fullmatch(classes)
            if found is not None:
                items = [_Item(char, at, at + 1) for at, char in enumerate(classes)]
                return _node(rule, found, items).node
        return None

    def _make_plan(self, classes: str) -> tuple[Node, ...]:
        items = [_Item(char, at, at + 1) for at, char in enumerate(classes)]
        for by_first in self._levels:
            items = self._applied(by_first, items)
        return tuple(item.node for item in items if item.node is not None and item.node.rule.alone)

    def _applied(self, by_first: Mapping[str, list[_Start]], items: list[_Item]) -> list[_Item]:
        """One level: left to right, the longest match at each place, the first rule of equals."""
        row = "".join([item.char for item in items])
        if by_first.keys().isdisjoint(row):
            return items
        out, at = [], 0
        while at < len(items):
            best: re.Match[str] | None = None
            behind = row[at + 1 : at + 2]
            for rule, second in by_first.get(row[at], ()):
                if second is not None and behind not in second:
                    continue
                found = rule.pattern.match(row, at)
                if found is None or found.end() <= (best.end() if best else at):
                    continue
                if rule.level >= OF_EDITIONS or self._is_anchored(found[0]):
                    best, winner = found, rule
            if best is None:
                out.append(items[at])
                at += 1
            else:
                out.append(_node(winner, best, items))
                at = best.end()
        return out

    def _is_anchored(self, classes: str) -> bool:
        """Whether the scanner would have found these tokens without any others beside them."""
        if not self._anchors or not self._anchors.isdisjoint(classes):
            return True
        if max(classes) >= chr(_NODE_BASE):
            return True
        return sum(char in self._digits for char in classes) > 1


def _node(rule: Rule, found: re.Match[str], items: list[_Item]) -> _Item:
    slots: list[tuple[str, int | Node, str]] = []
    for group, (key, name) in rule.slots.items():
        if found[group] is not None:
            item = items[found.start(group)]
            slots.append((key, item.node if item.node is not None else item.start, name))
    start, end = items[found.start()].start, items[found.end() - 1].end
    return _Item(rule.gives, start, end, Node(rule, start, end, tuple(slots)))
