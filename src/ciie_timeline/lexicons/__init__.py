"""Lexicons: the words and rules of one language, as data.

A language is a folder with ``words.toml`` (words by class), ``days.txt`` (named days and the rules
of their dates), ``rules.toml`` (how phrases are built), ``phrases.toml`` (how results are said) and
``corpus.toml`` (values with many phrasings, which is also a test).  ``load`` gives a frozen
``Lexicon``; a lexicon of one's own can be passed wherever ``lang=`` is taken.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from ciie_timeline.errors import UnknownLanguageError, ValidationError

_HOME = Path(__file__).parent
_HAN = re.compile("[\u4e00-\u9fff]")
_SAMPLE = 2000
#: What a rule says of the words beside its match.
_BESIDE = ("before", "after", "not-before", "not-after")
_LITERAL = re.compile(r"(?<![:\w])[^\W\dA-Z_]+\b(?!\w)")


@attrs.frozen(eq=False)
class Lexicon:
    """The words and rules of one language; two lexicons are equal only when they are the same.

    ``words`` maps a folded word to its classes and what each makes of it; ``rules`` are the
    tables of ``rules.toml`` in order, ``literals`` the words that they name one by one;
    ``cues`` are words around a phrase that tell its tense.

    >>> load("en").words["november"]["MONTH"]
    11
    """

    code: str
    words: Mapping[str, Mapping[str, Any]]
    anchors: frozenset[str]
    capital: frozenset[str]
    cased: frozenset[str]
    small: frozenset[str]
    stop: frozenset[str]
    names: tuple[str, ...]
    rules: tuple[Mapping[str, Any], ...]
    macros: Mapping[str, str]
    literals: frozenset[str] = frozenset()
    cues: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    spaced: bool = True


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a lexicon.

    >>> "en" in languages()
    True
    """
    return tuple(sorted(each.parent.name for each in _HOME.glob("*/words.toml")))


def spoken_languages() -> tuple[str, ...]:
    """The codes of the languages that results can be said in; not all of them can be read.

    >>> {"en", "zh"} <= set(spoken_languages())
    True
    """
    return tuple(sorted(each.parent.name for each in _HOME.glob("*/phrases.toml")))


def detect(text: str) -> str:
    """The language that a text is in, by its script; English where the script does not tell.

    There need not be a lexicon for it: ``load`` refuses a language that it does not have.

    >>> detect("The sixth edition"), detect("第六届中国国际进口博览会")
    ('en', 'zh')
    """
    sample = text[:_SAMPLE]
    return "zh" if len(_HAN.findall(sample)) * 4 > len(sample) else "en"


@lru_cache(maxsize=32)
def load(lang: str) -> Lexicon:
    """The lexicon of a language by its code (BCP 47 primary tag, lower case).

    Raises:
        UnknownLanguageError: there is no such lexicon; the message lists what there is.

    >>> load("xx")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.UnknownLanguageError: no lexicon for the language 'xx': there is en...
    """
    home = _home(lang)
    words, rules = _table(home / "words.toml"), _rules(home)
    words["HOLIDAY"] = _days(home / "days.txt")
    head, names, cues = words.pop("language"), words.pop("names", {}), words.pop("cues", {})
    return Lexicon(
        code=head["code"],
        words=_by_word(words),
        anchors=frozenset(head["anchors"]),
        capital=frozenset(head.get("capital", ())),
        cased=frozenset(head.get("cased", ())),
        small=frozenset(head.get("small", ())),
        stop=frozenset(head.get("stop", ())),
        names=tuple(names.get("list", ())),
        rules=tuple(rules.get("rule", ())),
        macros=rules.get("macro", {}),
        literals=_literals(rules),
        cues={name: tuple(each) for name, each in cues.items()},
        spaced=head["spaced"],
    )


@lru_cache(maxsize=32)
def phrases(lang: str) -> Mapping[str, Any]:
    """How results are said in a language: the tables of its ``phrases.toml``.

    Raises:
        UnknownLanguageError: there are no phrases for the language; the message lists what there
            is.

    >>> phrases("en")["month"][10]
    'November'
    >>> phrases("xx")
    Traceback (most recent call last):
    ...
    ciie_timeline.errors.UnknownLanguageError: no phrases for the language 'xx': there is en, zh...
    """
    if lang not in spoken_languages():
        there = ", ".join(spoken_languages())
        raise UnknownLanguageError(f"no phrases for the language {lang!r}: there is {there}")
    return _table(_HOME / lang / "phrases.toml")


def _home(lang: str) -> Path:
    if lang not in languages():
        there = ", ".join(languages())
        raise UnknownLanguageError(f"no lexicon for the language {lang!r}: there is {there}")
    return _HOME / lang


def _by_word(tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        for word, value in table.items():
            found.setdefault(word, {})[name] = value
    return found


def _rules(home: Path) -> dict[str, Any]:
    """The rules of time and those of editions as one table."""
    time, editions = _table(home / "rules.toml"), _table(home / "editions.toml")
    return {
        "rule": [*time["rule"], *editions.get("rule", ())],
        "macro": {**time.get("macro", {}), **editions.get("macro", {})},
    }


def _days(path: Path) -> dict[str, str]:
    """The named days of a language, by name; none without the file.

    Raises:
        ValidationError: a line is no name with a rule, or a name stands twice.
    """
    found: dict[str, str] = {}
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        name, is_rule, rule = line.partition(" = ")
        if name and is_rule and name not in found and not line.startswith("#"):
            found[name] = rule
        elif line and not line.startswith("#"):
            raise ValidationError(
                f"{path.name}, line {number}: expected a new name and its rule, found {line!r}"
            )
    return found


def _literals(rules: Mapping[str, Any]) -> frozenset[str]:
    patterns = [*rules.get("macro", {}).values(), *(rule["match"] for rule in rules["rule"])]
    patterns += [each for rule in rules["rule"] for name in _BESIDE for each in rule.get(name, ())]
    return frozenset(each for pattern in patterns for each in _LITERAL.findall(pattern))


def _table(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
