"""The phrases of one language: templates by name, and the choice among their variants.

A template is a text with holes.  ``{day}`` is filled with a fact as it is said by default,
``{number:ordinal}`` in a way of saying of its own, ``{number*unit}`` with an amount of the unit
that a fact names, ``{count*=quarter}`` with an amount of one that stands there.
Where a language needs several forms, a list of variants stands instead; the first that fits is
taken.  A variant fits when it has a fact for each of its holes and its conditions hold:
``{ if = { n = 1 }, say = "{n} day" }``, with ``unless`` for the contrary; a condition may list
several values.  ``whole = true`` marks a clause that already gives the result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import attrs

from ciie_timeline.errors import InputError
from ciie_timeline.lexicons import Lexicon, phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Facts = Mapping[str, Any]
    Render = Callable[[str, Any, str], str]

Language = str | Lexicon | Mapping[str, Any]

_HOLE = re.compile(r"\{([\w-]+)(?:\*(=?[\w-]+))?(?::([\w-]+))?\}")


@attrs.frozen
class Said:
    """A template that was filled, and whether it is all there is to say."""

    text: str
    whole: bool = False


def _as_it_is(name: str, value: Any, way: str) -> str:
    del name, way
    return str(value)


@attrs.frozen(eq=False)
class Book:
    """The phrases of one language, by table and name."""

    code: str
    tables: Mapping[str, Any]

    @classmethod
    def of(cls, lang: Language) -> Book:
        """The phrases of a language.

        Args:
            lang: a language code (of a longer tag such as ``zh-Hans`` the main one counts), a
                lexicon, or tables of one's own in the form of ``phrases.toml``.

        Raises:
            UnknownLanguageError: there are no phrases for the language.

        >>> Book.of("en").tables["month"][0]
        'January'
        """
        if isinstance(lang, str):
            return _book(lang)
        if isinstance(lang, Mapping):
            return cls(str(lang.get("code", "")), lang)
        return _book(lang.code)

    def find(self, *path: str) -> Any:
        """What stands under a path of names, None when nothing does.

        >>> Book.of("en").find("month", "x") is None
        True
        """
        at: Any = self.tables
        for name in path:
            at = at.get(name) if isinstance(at, Mapping) else None
        return at

    def need(self, *path: str) -> Any:
        """What stands under a path of names.

        Raises:
            InputError: nothing does; the message names the path.
        """
        found = self.find(*path)
        if found is None:
            raise InputError(
                f"phrases of {self.code!r}: expected a template {'.'.join(path)}, found none"
            )
        return found

    def text(self, *path: str, **facts: Any) -> str:
        """The template under a path, filled with facts that are texts and numbers already.

        Raises:
            InputError: there is no such template, or none of its variants fits.

        >>> Book.of("en").text("range", "other", first="2018", last="2022")
        '2018 to 2022'
        """
        said = fill(self.need(*path), facts)
        if said is None:
            raise InputError(
                f"phrases of {self.code!r}: expected a variant of {'.'.join(path)} that fits "
                f"{sorted(facts)}, found none"
            )
        return said.text


@lru_cache(maxsize=32)
def _book(lang: str) -> Book:
    code = lang.partition("-")[0].lower()
    return Book(code, phrases(code))


def fill(template: Any, facts: Facts, render: Render = _as_it_is) -> Said | None:
    """A template with its holes filled; None when no variant fits.

    Args:
        template: a text, a variant, or a list of both.
        facts: what the holes and conditions speak of; None is a fact that is missing.
        render: called with name, value and way of saying; for ``{a*b}`` with both values.

    >>> fill([{"if": {"n": 1}, "say": "{n} day"}, "{n} days"], {"n": 3}).text
    '3 days'
    >>> fill("{n} days", {}) is None
    True
    """
    for variant in _variants(template):
        if _fits(variant, facts):
            text = _HOLE.sub(lambda hole: _filled(hole, facts, render), variant["say"])
            return Said(text, bool(variant.get("whole")))
    return None


def _variants(template: Any) -> Iterator[Mapping[str, Any]]:
    for each in template if isinstance(template, list) else [template]:
        yield {"say": each} if isinstance(each, str) else each


def _fits(variant: Mapping[str, Any], facts: Facts) -> bool:
    names = {name for a, b, _ in _HOLE.findall(variant["say"]) for name in (a, b)} - {""}
    names = {name for name in names if not name.startswith("=")}
    return (
        all(facts.get(name) is not None for name in names)
        and holds(facts, variant.get("if", {}))
        and not any(_is(facts, *each) for each in variant.get("unless", {}).items())
    )


def holds(facts: Facts, condition: Mapping[str, Any]) -> bool:
    """Whether each fact has the value, or one of the values, that a condition asks for.

    >>> holds({"n": 3, "has": frozenset({"a", "b"})}, {"n": [2, 3], "has": "b"})
    True
    """
    return all(_is(facts, *each) for each in condition.items())


def _is(facts: Facts, name: str, wanted: Any) -> bool:
    """A fact that is a set has the value among its members."""
    fact, values = facts.get(name), wanted if isinstance(wanted, list) else [wanted]
    return any(each in fact for each in values) if isinstance(fact, frozenset) else fact in values


def _filled(hole: re.Match[str], facts: Facts, render: Render) -> str:
    name, of, way = hole.groups()
    if of is not None:
        counted = of.removeprefix("=") if of.startswith("=") else facts[of]
        return render(name, (facts[name], counted), "amount")
    return render(name, facts[name], way or "")
