"""One series as a network: statements and rules as constraints in slots and in days."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import attrs

from ciie_timeline.chronology.network import Constraint, Window, between, conflict, windows
from ciie_timeline.chronology.numbering import Numbering
from ciie_timeline.chronology.slots import days_of, ends, is_doubtful, slot_of
from ciie_timeline.chronology.statements import Statement
from ciie_timeline.model import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ciie_timeline.values import TimeValue

ORIGIN: Final = "0"
#: How many times days and slots tell each other what they found; each round only narrows.
_ROUNDS: Final = 8
_DAYS_OF_GRACE: Final = 3


@attrs.frozen
class Core:
    """A conflict: its statements, its rules, by how much, and in which unit (slot or day)."""

    statements: tuple[Statement, ...]
    rules: tuple[Rule, ...]
    slack: int
    unit: str


@attrs.frozen
class Outcome:
    """A conflict, or where slots (by edition number) and days (by ``S:`` and ``F:`` key) lie."""

    core: Core | None
    slots: dict[int, Window]
    days: dict[str, Window]


@attrs.frozen
class Problem:
    """What is to hold together for one series."""

    series: str
    numbering: Numbering
    rules: dict[str, Rule]
    numbers: dict[str, int]

    @classmethod
    def of(cls, series: str, rules: Iterable[Rule], given: Iterable[Statement]) -> Problem:
        """The problem of a series; numbers of editions come from claims, else from the keys."""
        inside = Rule(
            f"{series}.session-within",
            series,
            "containment",
            (("before", _DAYS_OF_GRACE), ("after", _DAYS_OF_GRACE)),
        )
        own = {rule.id: rule for rule in (inside, *rules)}
        by_kind = {rule.kind: rule.id for rule in own.values()}
        if by_kind["containment"] != inside.id:
            del own[inside.id]
        return cls(series, Numbering.of(tuple(own.values())), own, _numbers(given))

    @property
    def unit(self) -> str:
        """The unit of the slots."""
        return self.numbering.unit

    def solve(self, kept: Sequence[Statement], given: Sequence[Statement]) -> Outcome:
        """The first conflict among statements and rules, or all windows when there is none.

        Args:
            kept: the statements that are to hold.
            given: those whose editions have a place in the numbering, kept or not.
        """
        dated = [each for each in kept if _constrains(each)]
        known = {each.id: each for each in dated}
        slot_edges = (*self._claimed_slots(dated), *self._numbered_slots(given))
        day_edges = tuple(self._claimed_days(dated))
        extra: tuple[Constraint, ...] = ()
        for _ in range(_ROUNDS):
            broken = conflict((*slot_edges, *extra))
            if broken:
                return self._broken(broken, known, self.unit)
            slots = windows((*slot_edges, *extra), ORIGIN)
            broken = conflict((*day_edges, *self._days_of_slots(slots)))
            if broken:
                return self._broken(broken, known, "day")
            days = windows((*day_edges, *self._days_of_slots(slots)), ORIGIN)
            found = tuple(self._slots_of_days(days, slots))
            if not found:
                break
            extra += found
        numbered = {int(point): window for point, window in slots.items() if point != ORIGIN}
        return Outcome(None, numbered, days)

    def _broken(
        self, broken: tuple[Constraint, ...], known: dict[str, Statement], unit: str
    ) -> Outcome:
        tags = sorted({tag for each in broken for tag in each.tags})
        core = Core(
            tuple(known[tag] for tag in tags if tag in known),
            tuple(self.rules[tag] for tag in tags if tag in self.rules),
            sum(each.bound for each in broken),
            unit,
        )
        return Outcome(core, {}, {})

    # ---------------------------------------------------------------- slots

    def _claimed_slots(self, dated: Iterable[Statement]) -> Iterator[Constraint]:
        """The slot in which an edition begins; a delay moves it from its nominal slot."""
        delay = self.numbering.delay
        for each in dated:
            number = self.numbers.get(each.subject)
            if number is None:
                continue
            (first, last), _ = ends(each.value)
            low, high = slot_of(first, self.unit), slot_of(last, self.unit)
            tags = (each.id, *(rule.id for rule in self.numbering.rules if delay))
            nominal = None if low is None else low - delay
            yield from between(ORIGIN, str(number), nominal, high, tags)

    def _numbered_slots(self, given: Iterable[Statement]) -> Iterator[Constraint]:
        """The distances of neighbouring numbers, of editions that were only mentioned too."""
        subjects = {each.subject for each in given}
        numbers = sorted({self.numbers[each] for each in subjects if each in self.numbers})
        for lower, upper in itertools.pairwise(numbers):
            step = self.numbering.between(lower, upper)
            if step is not None:
                yield from between(str(lower), str(upper), step.low, step.high, step.rules)

    def _days_of_slots(self, slots: dict[str, Window]) -> Iterator[Constraint]:
        keys = {number: key for key, number in self.numbers.items()}
        for point, window in slots.items():
            if point == ORIGIN or int(point) not in keys:
                continue
            start = f"S:{keys[int(point)]}"
            if window.low is not None:
                first, _ = days_of(window.low, self.unit)
                yield from between(ORIGIN, start, first, None, window.low_tags)
            if window.high is not None:
                _, last = days_of(window.high + self.numbering.delay, self.unit)
                yield from between(ORIGIN, start, None, last, window.high_tags)

    # ---------------------------------------------------------------- days

    def _claimed_days(self, dated: Sequence[Statement]) -> Iterator[Constraint]:
        subjects = dict.fromkeys(each.subject for each in dated)
        for each in dated:
            if each.name == "when":
                start, end = ends(each.value)
                yield from between(ORIGIN, f"S:{each.subject}", *start, (each.id,))
                yield from between(ORIGIN, f"F:{each.subject}", *end, (each.id,))
        for subject in subjects:
            yield from between(f"S:{subject}", f"F:{subject}", 0, None)
            edition = subject.rpartition("/")[0]
            if edition in subjects:
                yield from self._inside(subject, edition)
        yield from self._in_turn(subjects)

    def _inside(self, session: str, edition: str) -> Iterator[Constraint]:
        rule = next(rule for rule in self.rules.values() if rule.kind == "containment")
        before, after = rule.get("before", 0), rule.get("after", 0)
        yield from between(f"S:{edition}", f"S:{session}", -before, None, (rule.id,))
        yield from between(f"F:{session}", f"F:{edition}", -after, None, (rule.id,))

    def _in_turn(self, subjects: Iterable[str]) -> Iterator[Constraint]:
        """An edition begins when the one before it has ended, on the same day at the earliest."""
        order = sorted((self.numbers[each], each) for each in subjects if each in self.numbers)
        tags = tuple(rule.id for rule in self.numbering.rules[:1])
        for (_, lower), (_, upper) in itertools.pairwise(order):
            if tags:
                yield from between(f"F:{lower}", f"S:{upper}", 0, None, tags)

    def _slots_of_days(
        self, days: dict[str, Window], slots: dict[str, Window]
    ) -> Iterator[Constraint]:
        """What the days say of the slots beyond what is known there."""
        delay = self.numbering.delay
        for key, number in self.numbers.items():
            window = days.get(f"S:{key}")
            known = slots.get(str(number))
            if window is None or known is None:
                continue
            low, high = slot_of(window.low, self.unit), slot_of(window.high, self.unit)
            if low is not None and (known.low is None or low - delay > known.low):
                yield from between(ORIGIN, str(number), low - delay, None, window.low_tags)
            if high is not None and (known.high is None or high < known.high):
                yield from between(ORIGIN, str(number), None, high, window.high_tags)


def _constrains(each: Statement) -> bool:
    """Whether a statement narrows anything: a time that is not marked as doubtful."""
    return each.name in ("when", "current-in") and not is_doubtful(each.value)


def _numbers(given: Iterable[Statement]) -> dict[str, int]:
    """Edition keys with their numbers: as claimed by the most sources, else as in the key."""
    best: dict[str, tuple[int, int]] = {}
    found: dict[str, int] = {}
    for each in given:
        series, _, own = each.subject.partition("/")
        if own.isdecimal() and len(own) < 4:  # noqa: PLR2004 - four figures are a label year
            found.setdefault(each.subject, int(own))
        if each.name == "number" and series and isinstance(each.value, int):
            best[each.subject] = max(best.get(each.subject, (0, 0)), (each.support, -each.value))
    return found | {subject: -value for subject, (_, value) in best.items()}


def exact_slots(problem: Problem, given: Iterable[Statement]) -> dict[int, tuple[int, TimeValue]]:
    """The slot and the time of each numbered edition of which a claim gives it for certain."""
    found: dict[int, tuple[int, TimeValue]] = {}
    for each in given:
        number = problem.numbers.get(each.subject)
        if number is None or each.name != "when":
            continue
        (first, last), _ = ends(each.value)
        low, high = slot_of(first, problem.unit), slot_of(last, problem.unit)
        if low is not None and low == high:
            found.setdefault(number, (low, each.value))
    return found
