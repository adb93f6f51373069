"""Patterns of rules: a row of symbols, read into a regular expression over token characters.

A symbol is a ``CLASS`` or a literal ``word``; ``X?`` and ``X*`` repeat it, ``( a b | c )`` groups,
``CLASS:slot`` names what is caught (a class is caught under its own name in lower case, a literal
is not caught; ``_`` is caught for nothing but the timexes inside).  A macro is a symbol that stands
for a pattern.

>>> pattern = compile_pattern("MONTH DAY?", {"MONTH": "mM", "DAY": "d"}, {})
>>> pattern.source, sorted(pattern.first)
('(?P<month_0>[mM])(?P<day_0>[d])?', ['M', 'm'])
>>> pattern.slots
{'month_0': ('month', 'MONTH'), 'day_0': ('day', 'DAY')}
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import attrs

from ciie_timeline.errors import ValidationError

if TYPE_CHECKING:
    from collections.abc import Mapping

_SYMBOL = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<name>[^\W\d_][\w-]*)(?::(?P<slot>[a-z_]+))?)(?P<many>[?*]?)"
)


@attrs.frozen(eq=False)
class Pattern:
    """A compiled pattern: its expression, how it can begin, its slots by group.

    ``first`` are the characters that it can begin with, ``second`` those that can follow; None when
    it can match one character alone.
    """

    source: str
    first: frozenset[str]
    second: frozenset[str] | None
    slots: dict[str, tuple[str, str]]


class _Part(NamedTuple):
    """A piece of a pattern: its expression, its first and second characters.

    ``one`` is whether it may match a single character, ``empty`` whether it may match none.
    """

    source: str
    first: frozenset[str]
    second: frozenset[str] = frozenset()
    one: bool = False
    empty: bool = False


def compile_pattern(text: str, chars: Mapping[str, str], macros: Mapping[str, str]) -> Pattern:
    """Read a pattern.

    Args:
        text: the pattern.
        chars: for each class or literal the characters that stand for it.
        macros: symbols that stand for patterns.

    Raises:
        ValidationError: a symbol that is none, or brackets that do not match.

    >>> compile_pattern("( A", {"A": "a"}, {})
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.ValidationError: expected ')' in the pattern '( A'
    """
    reader = _Reader(text, chars, macros)
    part = reader.alternatives()
    if not reader.done():
        raise ValidationError(f"expected a symbol at position {reader.at} of the pattern {text!r}")
    return Pattern(part.source, part.first, None if part.one else part.second, reader.slots)


class _Reader:
    def __init__(
        self,
        text: str,
        chars: Mapping[str, str],
        macros: Mapping[str, str],
        slots: dict[str, tuple[str, str]] | None = None,
    ) -> None:
        self.text = text.strip()
        self.at = 0
        self._found = _SYMBOL.match(self.text)
        self.slots: dict[str, tuple[str, str]] = {} if slots is None else slots
        self._chars = chars
        self._macros = macros

    def done(self) -> bool:
        return self.at == len(self.text)

    def alternatives(self) -> _Part:
        arms = [self._row()]
        while self._take("bar") is not None:
            arms.append(self._row())
        if len(arms) == 1:
            return arms[0]
        return _Part(
            "(?:" + "|".join(arm.source for arm in arms) + ")",
            frozenset().union(*(arm.first for arm in arms)),
            frozenset().union(*(arm.second for arm in arms)),
            any(arm.one for arm in arms),
            any(arm.empty for arm in arms),
        )

    def _row(self) -> _Part:
        row = _Part("", frozenset(), empty=True)
        while (part := self._part()) is not None:
            row = _joined(row, part)
        return row

    def _part(self) -> _Part | None:
        found = self._take("name")
        if found is not None:
            return _repeated(self._symbol(found["name"], found["slot"]), found["many"])
        if self._take("open") is None:
            return None
        inner = self.alternatives()
        closing = self._take("close")
        if closing is None:
            raise ValidationError(f"expected ')' in the pattern {self.text!r}")
        return _repeated(inner._replace(source=f"(?:{inner.source})"), closing["many"])

    def _take(self, kind: str) -> re.Match[str] | None:
        found = self._found
        if found is None or found[kind] is None:
            return None
        self.at = found.end()
        self._found = _SYMBOL.match(self.text, self.at)
        return found

    def _symbol(self, name: str, slot: str | None) -> _Part:
        if name in self._macros:
            reader = _Reader(self._macros[name], self._chars, self._macros, self.slots)
            part = reader.alternatives()
            return part._replace(source=f"(?:{part.source})")
        chars = self._chars.get(name, "")
        if not chars:
            return _Part("(?!)", frozenset())
        box, first = _box(chars)
        if slot is None and not name.isupper():
            return _Part(box, first, one=True)
        key = slot or name.lower()
        group = f"{key}_{sum(each[0] == key for each in self.slots.values())}"
        self.slots[group] = key, name
        return _Part(f"(?P<{group}>{box})", first, one=True)


@lru_cache(maxsize=512)
def _box(chars: str) -> tuple[str, frozenset[str]]:
    """The expression for any of some characters, and their set."""
    return f"[{re.escape(chars)}]", frozenset(chars)


def _joined(row: _Part, part: _Part) -> _Part:
    """Two pieces one behind the other."""
    second = row.second
    if row.one:
        second |= part.first
    if row.empty:
        second |= part.second
    one = (row.one and part.empty) or (row.empty and part.one)
    first = row.first | part.first if row.empty else row.first
    return _Part(row.source + part.source, first, second, one, row.empty and part.empty)


def _repeated(part: _Part, many: str) -> _Part:
    if not many:
        return part
    second = part.second
    if many == "*" and part.one:
        second |= part.first
    return _Part(part.source + many, part.first, second, part.one, empty=True)
