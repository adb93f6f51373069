"""Every rule and every kind of finding that the source can make has words.

The ids are read from the source: what stands as first argument of ``Step(...)`` and as kind of a
finding.  To add one, write its template in ``lexicons/<language>/phrases.toml``: under ``[rule]``
for a step, under ``[reading]`` for what would make another reading right, under ``[finding]`` for a
finding.
"""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import ciie_timeline
from ciie_timeline import forms
from ciie_timeline.lexicons import phrases, spoken_languages

SOURCE = Path(ciie_timeline.__file__).parent
ROOMS_OF_STEPS = ("resolver", "reader", "chronology", "api")
ROOMS_OF_FINDINGS = ("reader", "chronology", "formats", "api")
MAKERS = {"_made", "_clash", "_finding", "report", "found", "noted"}
KIND = re.compile(r"[a-z]+(?:[.-][a-z]+)+")


def literals(record: type, field: str) -> set[str]:
    """The texts that a field of a record can hold."""
    given = get_type_hints(record)[field]
    return {text for part in (given, *get_args(given)) for text in get_args(part)} - {type(None)}


#: What can stand in the hole of an f-string that makes an id.
HOLES = {
    "seek": {str(each) for each in literals(forms.EditionRef, "seek") if isinstance(each, str)},
    "given.direction": literals(forms.EditionsRef, "direction"),
    "policy": literals(forms.Policy, "weekday"),
    "cues.tense": {each for each in literals(forms.Cues, "tense") if isinstance(each, str)},
    "relation": {each.value for each in forms.Relation},
    "given.unit.value": {"century", "millennium"},
}


def modules(rooms: tuple[str, ...]) -> Iterator[Path]:
    for room in rooms:
        path = SOURCE / room
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def texts(node: ast.expr, tree: ast.AST) -> set[str]:
    """Every text that an expression can be; a name is looked up among the assignments."""
    match node:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=body, orelse=orelse):
            return texts(body, tree) | texts(orelse, tree)
        case ast.JoinedStr(values=values):
            return {"".join(parts) for parts in product(*(hole(each) for each in values))}
        case ast.Name(id=name):
            return {text for each in assigned(name, tree) for text in texts(each, tree)}
        case ast.Attribute():
            return HOLES.get(ast.unparse(node), set())
        case _:
            return set()


def assigned(name: str, tree: ast.AST) -> Iterator[ast.expr]:
    """What a module assigns to a name, alone or in a row."""
    for node in ast.walk(tree):
        for target in node.targets if isinstance(node, ast.Assign) else ():
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=True))
            yield from (value for to, value in pairs if ast.unparse(to) == name)


def hole(node: ast.expr) -> set[str]:
    if isinstance(node, ast.FormattedValue):
        said = ast.unparse(node.value)
        assert said in HOLES, f"say in HOLES what {{{said}}} can be"
        return HOLES[said]
    assert isinstance(node, ast.Constant)
    return {str(node.value)}


def calls(rooms: tuple[str, ...]) -> Iterator[tuple[str, ast.Call, ast.AST, str]]:
    for path in modules(rooms):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                name = node.func.id if isinstance(node.func, ast.Name) else name
                yield name, node, tree, f"{path.name}:{node.lineno}"


def rules() -> dict[str, str]:
    """Every rule id of the source with a place where it is made."""
    found: dict[str, str] = {}
    for name, call, tree, place in calls(ROOMS_OF_STEPS):
        if name != "Step" or not call.args or "numbering.py" in place:
            continue
        made = texts(call.args[0], tree)
        assert made, f"{place}: the rule id cannot be read from the source"
        found |= dict.fromkeys(made, place)
    return found


def kinds() -> dict[str, str]:
    """Every kind of finding of the source with a place where it is made."""
    found: dict[str, str] = {}
    for name, call, tree, place in calls(ROOMS_OF_FINDINGS):
        values = [each.value for each in call.keywords if each.arg == "kind"]
        if name == "Finding":
            values += call.args[1:2]
            found |= dict.fromkeys((text for each in values for text in texts(each, tree)), place)
        elif name in MAKERS:
            values += call.args
            made = {text for each in values for text in texts(each, tree) if KIND.fullmatch(text)}
            found |= dict.fromkeys(made, place)
    return found


SPOKEN = spoken_languages()


def test_the_source_is_read():
    assert {"en", "zh"} <= {*SPOKEN}
    assert {"edition.number", "unit.this", "calendar.future-year"} <= {*rules()}
    assert {"edition-year", "sources-disagree", "ical.no-date", "claim-denied"} <= {*kinds()}


@pytest.mark.parametrize("lang", SPOKEN)
def test_every_rule_has_words(lang):
    tables = phrases(lang)
    known = {**tables["rule"], **tables["reading"]}

    assert {rule: place for rule, place in rules().items() if rule not in known} == {}


@pytest.mark.parametrize("lang", SPOKEN)
def test_every_kind_of_finding_has_words(lang):
    known = phrases(lang)["finding"]

    assert {kind: place for kind, place in kinds().items() if kind not in known} == {}


@pytest.mark.parametrize("lang", SPOKEN)
def test_no_words_for_what_nobody_makes(lang):
    """A template that is left over is a rule that was renamed."""
    tables = phrases(lang)
    said = {*tables["rule"], *tables["reading"]} - {*rules()}
    found = {*tables["finding"]} - {*kinds()}

    assert (said, found) == (set(), set())


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("table", ["word", "fact", "explain", "unit", "season", "ends", "doubt"])
def test_every_language_has_the_same_tables(lang, table):
    assert keys(phrases("en")[table]) == keys(phrases(lang)[table])


def keys(table: object, depth: int = 2) -> object:
    """The names in a table, but for what hangs on the language: quotation marks, covered steps."""
    if not isinstance(table, dict) or depth == 0:
        return None
    return {
        name: keys(each, depth - 1)
        for name, each in sorted(table.items())
        if name not in {"inner", "covers"}
    }
