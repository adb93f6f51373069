"""Runs to expressions: how phrases are built, whatever the reference day.

The rules are data (``rules.toml`` of a lexicon); they name constructors from the closed set of
``build``.  A language that needs a new meaning needs a new form, a new constructor and a new case
in the resolver; a language that only says the same things in other words needs none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.errors import ValidationError
from ciie_timeline.forms import Between, Expression
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.grammar.engine import OF_EDITIONS, Engine, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ciie_timeline.forms import Run
    from ciie_timeline.lexicons import Lexicon

Mark = tuple[int, int, "Expression"]


@attrs.frozen(eq=False)
class Parsed:
    """An expression of a run, its code points, where its timexes are, and the parts inside.

    ``timexes`` are start, end and the expression that each annotation stands for.  ``parts`` are
    the expressions inside it, which stand by themselves when it cannot be resolved.
    """

    start: int
    end: int
    expression: Expression
    rule: str
    timexes: tuple[Mark, ...] = ()
    parts: tuple[Parsed, ...] = ()

    def moved(self, by: int) -> Parsed:
        """The same expression so many code points on."""
        return Parsed(
            self.start + by,
            self.end + by,
            self.expression,
            self.rule,
            tuple([(start + by, end + by, each) for start, end, each in self.timexes]),
            tuple([each.moved(by) for each in self.parts]),
        )


class Grammar:
    """The rules of a lexicon over a scanner's alphabet; make it once, use it often.

    ``chars`` gives for each class of words the characters that stand for it in a run.
    """

    def __init__(self, lexicon: Lexicon, chars: Mapping[str, str]) -> None:
        for table in lexicon.rules:
            if table["make"] not in CONSTRUCTORS:
                raise ValidationError(
                    f"rule {table['id']}: expected one of {', '.join(sorted(CONSTRUCTORS))}, "
                    f"found {table['make']!r}"
                )
        self._engine = Engine(lexicon, chars)
        self._prepositions = frozenset(chars.get("PREPOSITION", ""))
        leading = chars.get("DETERMINER", "") + chars.get("apostrophe", "")
        self._lead = self._prepositions | frozenset(leading)

    def parse(self, run: Run) -> Iterator[Parsed]:
        """The expressions of a run from left to right; they do not overlap."""
        for node in self._engine.plan(run.classes):
            yield from self._parsed(node, run)

    def parse_whole(self, run: Run) -> Iterator[Parsed]:
        """The expression of a run that is all that somebody wrote ("Jan"), if it is one then."""
        node = self._engine.whole(run.classes)
        if node is not None:
            yield from self._parsed(node, run)

    def _parsed(self, node: Node, run: Run) -> Iterator[Parsed]:
        """The node's expression, or those of its parts when it is none."""
        slots: dict[str, Any] = dict(node.rule.constants)
        parts: list[Parsed] = []
        whole: list[Parsed] = []
        places: dict[str, tuple[int, int]] = {}
        broken = False
        for key, caught, name in node.slots:
            if isinstance(caught, Node):
                inner = tuple(self._parsed(caught, run))
                parts += inner
                whole += inner if caught.rule.alone else ()
                if len(inner) != 1:
                    broken = True
                    continue
                if key != "_":
                    slots[key] = inner[0].expression
                places[key] = caught.start, caught.end
            elif key != "_":
                slots[key] = run.values[caught].get(name, name)
                places[key] = caught, caught + 1
        expression = None if broken else CONSTRUCTORS[node.rule.make](**slots)
        if expression is None:
            yield from whole
        elif isinstance(expression, Mapping):
            yield from self._members(node, run, expression, places)
        else:
            yield self._finished(node, run, expression, (parts, whole), places, slots)

    def _members(
        self,
        node: Node,
        run: Run,
        members: Mapping[str, Expression],
        places: Mapping[str, tuple[int, int]],
    ) -> Iterator[Parsed]:
        """The members of a list, each by itself, where their slots are ("last", "last_weekday").

        What stands before them belongs to the first, what stands behind them to the last: "May 3",
        "10" and "17, 2024".
        """
        for name, expression in members.items():
            span = [place for slot, place in places.items() if slot.partition("_")[0] == name]
            begin = node.start if name == "first" else min(start for start, _ in span)
            end = node.end if name == "last" else max(end for _, end in span)
            first = begin
            while run.classes[first] in self._prepositions and first < end - 1:
                first += 1
            bare = first
            while run.classes[bare] in self._lead and bare < end - 1:
                bare += 1
            mark = (run.starts[first], run.ends[end - 1], expression)
            yield Parsed(run.starts[bare], mark[1], expression, node.rule.id, (mark,))

    def _finished(  # noqa: PLR0913 - what was found of a node
        self,
        node: Node,
        run: Run,
        expression: Expression,
        parts: tuple[list[Parsed], list[Parsed]],
        places: Mapping[str, tuple[int, int]],
        slots: Mapping[str, Any],
    ) -> Parsed:
        rule, first = node.rule, node.start
        if not rule.keep:
            while run.classes[first] in self._prepositions and first < node.end - 1:
                first += 1
        marks: tuple[Mark, ...] = ()
        if rule.timex == "self" or (rule.timex == "ends" and not isinstance(expression, Between)):
            marks = ((run.starts[first], run.ends[node.end - 1], expression),)
        elif rule.timex == "parts":
            marks = tuple(mark for part in parts[0] for mark in part.timexes)
            if isinstance(expression, Between):
                marks = _completed(marks, slots, expression)
        elif rule.timex == "ends" and isinstance(expression, Between):
            first_ends = [end for name, (_, end) in places.items() if name.startswith("first")]
            middle, after = max(first_ends) - 1, places["last"][0]
            marks = (
                (run.starts[first], run.ends[middle], expression.start),
                (run.starts[after], run.ends[node.end - 1], expression.end),
            )
        begin = node.start
        if not rule.keep:
            while run.classes[begin] in self._lead and begin < node.end - 1:
                begin += 1
        return Parsed(
            run.starts[begin],
            run.ends[node.end - 1],
            expression,
            rule.id,
            marks,
            tuple(parts[1]) if rule.level >= OF_EDITIONS else (),
        )


def _completed(
    marks: tuple[Mark, ...], slots: Mapping[str, Any], whole: Between
) -> tuple[Mark, ...]:
    """The marks of a range: an end stands for what it became in the range, not what it was."""
    became: dict[int, Expression] = {}
    for key, part in slots.items():
        if isinstance(part, Between):
            became |= {id(part.start): whole.start, id(part.end): whole.end}
        elif key in ("start", "end"):
            became[id(part)] = whole.start if key == "start" else whole.end
    return tuple([(start, end, became.get(id(each), each)) for start, end, each in marks])
