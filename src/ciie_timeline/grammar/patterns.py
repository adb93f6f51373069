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
from typing import TYPE_CHECKING

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
    """A compiled pattern: its expression, the characters it can begin with, its slots by group."""

    source: str
    first: frozenset[str]
    slots: dict[str, tuple[str, str]]


@attrs.frozen(eq=False)
class _Part:
    """A piece of a pattern: its expression, what it begins with, whether it may be empty."""

    source: str
    first: frozenset[str]
    empty: bool


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
    return Pattern(part.source, part.first, reader.slots)


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
        source = "(?:" + "|".join(arm.source for arm in arms) + ")"
        first = frozenset().union(*(arm.first for arm in arms))
        return _Part(source, first, any(arm.empty for arm in arms))

    def _row(self) -> _Part:
        source, first, empty = "", frozenset[str](), True
        while (part := self._part()) is not None:
            source += part.source
            if empty:
                first |= part.first
            empty = empty and part.empty
        return _Part(source, first, empty)

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
        return _repeated(_Part(f"(?:{inner.source})", inner.first, inner.empty), closing["many"])

    def _take(self, kind: str) -> re.Match[str] | None:
        found = _SYMBOL.match(self.text, self.at)
        if found is None or found[kind] is None:
            return None
        self.at = found.end()
        return found

    def _symbol(self, name: str, slot: str | None) -> _Part:
        if name in self._macros:
            reader = _Reader(self._macros[name], self._chars, self._macros, self.slots)
            part = reader.alternatives()
            return _Part(f"(?:{part.source})", part.first, part.empty)
        chars = self._chars.get(name, "")
        if not chars:
            return _Part("(?!)", frozenset(), empty=False)
        box = f"[{re.escape(chars)}]"
        if slot is None and not name.isupper():
            return _Part(box, frozenset(chars), empty=False)
        key = slot or name.lower()
        group = f"{key}_{sum(each[0] == key for each in self.slots.values())}"
        self.slots[group] = key, name
        return _Part(f"(?P<{group}>{box})", frozenset(chars), empty=False)


def _repeated(part: _Part, many: str) -> _Part:
    if not many:
        return part
    return _Part(part.source + many, part.first, empty=True)
