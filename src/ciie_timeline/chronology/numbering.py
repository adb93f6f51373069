"""What the numbering of a series says of the slots of its editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ciie_timeline.model import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence


@attrs.frozen
class Step:
    """How far apart two editions are in slots, by which rules; ``high`` None is no limit."""

    low: int
    high: int | None
    rules: tuple[str, ...]


@attrs.frozen
class Numbering:
    """The numbering of a series: its rules in order, each for a stretch of edition numbers.

    A rule of kind ``numbering`` has the parameters ``kind`` (``ordinal`` or ``label``), ``unit``
    (``year``, ``half``, ``quarter``, ``month``), ``every`` and ``max_gap`` (the least and the most
    slots between neighbours, the latter optional), ``delay`` (how many slots late an edition may
    be held), ``from`` and ``to`` (edition numbers, optional).

    >>> rule = Rule("s.numbering", "s", "numbering", (("unit", "year"), ("every", 1)))
    >>> Numbering.of([rule]).between(1, 6)
    Step(low=5, high=None, rules=('s.numbering',))
    """

    unit: str
    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> Numbering:
        """The numbering that the rules of a series describe, an empty one when none does."""
        own = tuple(
            rule
            for rule in rules
            if rule.kind == "numbering" and rule.get("kind", "ordinal") == "ordinal"
        )
        return cls(own[0].get("unit", "year") if own else "year", own)

    @property
    def delay(self) -> int:
        """How many slots late an edition may be held and keep its number."""
        return max((rule.get("delay", 0) for rule in self.rules), default=0)

    def between(self, lower: int, upper: int) -> Step | None:
        """The slots between two editions, lower number first; None when no rule speaks of them."""
        low, high, used, at = 0, 0, [], lower
        open_ended = False
        while at < upper:
            rule = self._rule_for(at + 1)
            if rule is None:
                return None
            until = min(upper, rule.get("to", upper))
            every = rule.get("every", 1)
            low += (until - at) * every
            most = rule.get("max_gap")
            open_ended = open_ended or most is None
            high += (until - at) * max(most or 0, every)
            used.append(rule.id)
            at = until
        return Step(low, None if open_ended else high, tuple(used))

    def _rule_for(self, number: int) -> Rule | None:
        """The rule for the step that leads to an edition."""
        for rule in self.rules:
            if rule.get("from", number) <= number <= rule.get("to", number):
                return rule
        return None

    def number_at(self, slot: int, known: dict[int, int]) -> int | None:
        """The number of the edition in a slot, from those whose slot is known, when it is certain.

        >>> rule = Rule("s.numbering", "s", "numbering", (("every", 1), ("max_gap", 1)))
        >>> Numbering.of([rule]).number_at(2025, {6: 2023})
        8
        """
        for number, at in sorted(known.items()):
            if at == slot:
                return number
        before = max((number for number, at in known.items() if at < slot), default=None)
        after = min((number for number, at in known.items() if at > slot), default=None)
        if before is None:
            return None
        if after is not None:
            lasting = after - before
            full = lasting == known[after] - known[before]
            return before + slot - known[before] if full and self._is_plain(after) else None
        rule = self._rule_for(before + 1)
        if rule is None or rule.get("max_gap") != rule.get("every", 1) or self.delay:
            return None
        steps, rest = divmod(slot - known[before], rule.get("every", 1))
        return before + steps if rest == 0 else None

    def _is_plain(self, number: int) -> bool:
        rule = self._rule_for(number)
        return rule is not None and rule.get("every", 1) == 1 and not self.delay
