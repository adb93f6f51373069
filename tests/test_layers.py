"""Who may import whom: every import of the package is read and held against the table of rooms.

The table is the one of docs/explanation/design.md; a wall is moved there and here in one commit.
Imports count wherever they stand: inside functions, under TYPE_CHECKING, as the text of a lazy
table or of ``import_module("…")``, relative or not.
"""

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = "ciie_timeline"
SOURCE = Path(__file__).parent.parent / "src" / PACKAGE

#: Room → the rooms that it may import.  The room of the root's ``__init__`` is ``root``.
ROOMS = {
    "errors": "",
    "values": "errors",
    "model": "values errors",
    "forms": "model values errors",
    "lexicons": "forms errors",
    "wording": "lexicons forms model values errors",
    "scanner": "lexicons forms errors",
    "grammar": "lexicons forms values errors",
    "resolver": "forms model values errors",
    "reader": "scanner grammar resolver lexicons forms model values errors",
    "chronology": "forms model values errors",
    "timeline": "forms model values errors",
    "formats": "timeline wording forms model values errors",
    "seeds": "forms model values errors",
    "api": "seeds reader scanner grammar resolver lexicons chronology timeline formats wording "
    "forms model values errors",
    "cli": "api seeds wording errors forms model values",
    "root": "api timeline forms model values errors",
}
MAY_IMPORT = {room: frozenset(allowed.split()) | {room} for room, allowed in ROOMS.items()}

#: attrs makes the records of every room; what else comes from elsewhere belongs to few.
RECORDS = frozenset({"attr", "attrs"})
NO_RECORDS = frozenset({"errors", "root"})
FOREIGN = {"formats": frozenset({"cattrs"}), "seeds": frozenset({"cattrs"}),
           "cli": frozenset({"click", "rich"})}  # fmt: skip
#: Heavy packages that one module each may import, and only inside a function.
WHEN_CALLED = {"pendulum": "values/convert.py", "icalendar": "formats/icalendar.py"}

#: The same input gives the same bytes everywhere: nothing that asks the machine.
IMPURE_MODULES = frozenset(
    {"asyncio", "ftplib", "getpass", "http", "locale", "platform", "random", "secrets", "smtplib",
     "socket", "ssl"}
)  # fmt: skip
IMPURE_CALLS = frozenset(
    {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time",
     "time.localtime", "time.gmtime", "uuid.uuid1", "uuid.uuid4", "urllib.request", "os.getenv",
     "os.environ"}
)  # fmt: skip

HARD_LINES, SOFT_LINES = 600, 400
MEDIAN_LINES, P95_LINES = 10, 40


class Import(NamedTuple):
    """One import: the full name, the line, and when it runs: at once, when called, or never."""

    name: str
    line: int
    called: bool
    for_types: bool


def modules(source: Path = SOURCE) -> list[Path]:
    return sorted(source.rglob("*.py"))


def room_of(path: Path, source: Path = SOURCE) -> str:
    first = path.relative_to(source).parts[0].removesuffix(".py")
    return "root" if first == "__init__" else first


def imports(path: Path, source: Path = SOURCE) -> Iterator[Import]:
    """Every import of a module, absolute: statements, import calls and texts that name modules."""
    here = (PACKAGE, *path.relative_to(source).parts[:-1])
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    functions = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    called = _inside(tree, lambda node: isinstance(node, functions))
    for_types = _inside(
        tree, lambda node: isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    )
    for node in ast.walk(tree):
        for name in _names(node, here, source):
            line = getattr(node, "lineno", 0)
            yield Import(name, line, id(node) in called, id(node) in for_types)


def _inside(tree: ast.AST, outer: Callable[[ast.AST], bool]) -> set[int]:
    return {id(node) for each in ast.walk(tree) if outer(each) for node in ast.walk(each)}


def _names(node: ast.AST, here: tuple[str, ...], source: Path) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=module, names=names, level=level):
            base = here[: len(here) - level + 1] if level else ()
            stem = ".".join((*base, *filter(None, [module])))
            yield from (_member(stem, alias.name, source) for alias in names)
        case ast.Call(func=called, args=[first, *_]) if _imports(called):
            yield from _targets(first, here)
        case ast.Constant(value=str(text)) if re.fullmatch(r"\.?\w+(\.\w+)+|\.\w+", text):
            name = _absolute(text, here)
            named = _module if text.startswith(".") else _exists  # ".ics" is a suffix
            if name.startswith(f"{PACKAGE}.") and named(name, source):
                yield name


def _member(stem: str, name: str, source: Path) -> str:
    """``from package import name`` brings a module where the name is one."""
    inside = stem.partition(".")[0] == PACKAGE and _module(f"{stem}.{name}", source)
    return f"{stem}.{name}" if inside else stem


def _imports(called: ast.expr) -> bool:
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in {"import_module", "__import__", "find_spec", "files", "run_module"}


def _targets(argument: ast.expr, here: tuple[str, ...]) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(text)):
            yield _absolute(text, here)
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            yield _absolute(text, here).rstrip(".")
        case ast.Name(id="__package__"):
            yield ".".join(here)


def _absolute(text: str, here: tuple[str, ...]) -> str:
    level = len(text) - len(text.lstrip("."))
    return ".".join((*here[: len(here) - level + 1], text.lstrip("."))) if level else text


def _exists(name: str, source: Path) -> bool:
    """Whether a dotted name begins with a room."""
    return _module(".".join(name.split(".")[:2]), source)


def _module(name: str, source: Path) -> bool:
    path = source.joinpath(*name.split(".")[1:])
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def breaches(source: Path = SOURCE) -> list[str]:
    return [
        f"{path.relative_to(source).as_posix()}:{each.line}: {fault}"
        for path in modules(source)
        for each in imports(path, source)
        if (fault := _fault(path.relative_to(source).as_posix(), room_of(path, source), each))
    ]


def _fault(file: str, room: str, given: Import) -> str:
    if room not in MAY_IMPORT:
        return f"room {room} is not in the table"
    top, *rest = given.name.split(".")
    if top == PACKAGE:
        target = rest[0] if rest else "root"
        return "" if target in MAY_IMPORT[room] else f"{room} may not import {target}"
    if top in sys.stdlib_module_names:
        return f"{room} may not import {top}: the result would depend on the machine" * (
            top in IMPURE_MODULES
        )
    if top in WHEN_CALLED:
        fine = file == WHEN_CALLED[top] and (given.called or given.for_types)
        return "" if fine else f"{top} belongs inside functions of {WHEN_CALLED[top]}"
    allowed = FOREIGN.get(room, frozenset()) | (frozenset() if room in NO_RECORDS else RECORDS)
    return "" if top in allowed else f"{room} may not import {top}"


def test_every_import_is_one_that_the_table_allows():
    assert breaches() == []


def test_the_table_itself_has_no_circle():
    TopologicalSorter({room: MAY_IMPORT[room] - {room} for room in ROOMS}).prepare()


def test_modules_load_each_other_in_one_direction():
    names = {_dotted(path): path for path in modules()}
    edges = {
        name: {
            target
            for each in imports(path)
            if not each.called and not each.for_types
            if (target := _longest(each.name, names)) not in {None, name, PACKAGE}
        }
        for name, path in names.items()
    }

    TopologicalSorter(edges).prepare()


def _dotted(path: Path) -> str:
    parts = (PACKAGE, *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


def _longest(name: str, names: dict[str, Path]) -> str | None:
    while name and name not in names:
        name = name.rpartition(".")[0]
    return name or None


PLANTED = {
    "plain": ("values/dates.py", "import ciie_timeline.model", "values may not import model"),
    "from": (
        "model.py",
        "from ciie_timeline.formats import FORMATS",
        "model may not import formats",
    ),
    "member": ("reader.py", "from ciie_timeline import api", "reader may not import api"),
    "root": ("api.py", "from ciie_timeline import read", "api may not import root"),
    "relative": ("values/edtf.py", "from ..forms import Step", "values may not import forms"),
    "relative member": ("values/edtf.py", "from .. import forms", "values may not import forms"),
    "in a function": (
        "resolver/rules.py",
        "def late():\n    from ciie_timeline.wording import say",
        "resolver may not import wording",
    ),
    "for types": (
        "chronology/network.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ciie_timeline import reader",
        "chronology may not import reader",
    ),
    "import_module": (
        "scanner.py",
        "import importlib\ndef late():\n    importlib.import_module('ciie_timeline.grammar')",
        "scanner may not import grammar",
    ),
    "import_module of a part": (
        "scanner.py",
        "import importlib\ndef f(n):\n    importlib.import_module(f'ciie_timeline.api.{n}')",
        "scanner may not import api",
    ),
    "resources of the root": (
        "lexicons/__init__.py",
        "from importlib.resources import files\nWORDS = files('ciie_timeline')",
        "lexicons may not import root",
    ),
    "lazy table": (
        "timeline.py",
        "F = {'json': 'ciie_timeline.formats'}",
        "timeline may not import formats",
    ),
    "lazy table, relative": (
        "timeline.py",
        "F = {'html': '.formats'}",
        "timeline may not import formats",
    ),
    "foreign": ("timeline.py", "import numpy", "timeline may not import numpy"),
    "foreign in the wrong room": ("api.py", "import cattrs", "api may not import cattrs"),
    "heavy at the top": (
        "values/convert.py",
        "import pendulum",
        "pendulum belongs inside functions of",
    ),
    "heavy elsewhere": (
        "formats/html.py",
        "def f():\n    import icalendar",
        "icalendar belongs inside functions of formats/icalendar.py",
    ),
    "the machine": ("api.py", "import locale", "the result would depend on the machine"),
    "a new room": ("helpers.py", "import re", "room helpers is not in the table"),
}


@pytest.fixture
def skeleton(tmp_path):
    """A package with an empty module for every room."""
    source = tmp_path / PACKAGE
    folders = {"values", "lexicons", "grammar", "resolver", "chronology", "formats", "wording"}
    for room in ROOMS:
        name = {"root": ""}.get(room, room if room in folders else "")
        path = source / name / "__init__.py" if name or room == "root" else source / f"{room}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", encoding="utf-8")
    return source


@pytest.mark.parametrize(("file", "code", "fault"), PLANTED.values(), ids=PLANTED)
def test_planted_breaches_are_found(skeleton, file, code, fault):
    assert breaches(skeleton) == []

    (skeleton / file).write_text(code, encoding="utf-8")

    found = breaches(skeleton)
    assert found
    assert all(each.startswith(f"{file}:") and fault in each for each in found)


FINE = {
    "pendulum when called": ("values/convert.py", "def f():\n    import pendulum"),
    "pendulum for types": (
        "values/convert.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pendulum",
    ),
    "icalendar when called": ("formats/icalendar.py", "def f():\n    from icalendar import Event"),
    "a lazy table": ("formats/__init__.py", "F = {'json': 'ciie_timeline.formats.native_json'}"),
    "the own room": ("values/edtf.py", "from .dates import PartialDate"),
    "a suffix": ("api.py", "SUFFIXES = {'.ics': 'icalendar', '.json': 'json'}"),
    "click": ("cli.py", "import click\nfrom rich.table import Table"),
}


@pytest.mark.parametrize(("file", "code"), FINE.values(), ids=FINE)
def test_what_the_table_allows_is_no_breach(skeleton, file, code):
    (skeleton / file).write_text(code, encoding="utf-8")

    assert breaches(skeleton) == []


def test_nothing_asks_the_clock_or_the_environment():
    found = [
        f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}: {text}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and (text := ast.unparse(node)) in IMPURE_CALLS
    ]

    assert found == []


def test_no_module_is_longer_than_the_hard_limit():
    lengths = {
        path.relative_to(SOURCE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    print(f"over {SOFT_LINES} lines:", {f: n for f, n in lengths.items() if n > SOFT_LINES})  # noqa: T201 - shown when the test fails or with -rP

    assert {file: n for file, n in lengths.items() if n > HARD_LINES} == {}


def test_functions_are_short():
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    median, p95 = statistics.median(lengths), lengths[int(0.95 * (len(lengths) - 1))]
    print(f"{len(lengths)} functions: median {median}, 95th percentile {p95}, max {lengths[-1]}")  # noqa: T201 - shown when the test fails or with -rP

    assert median <= MEDIAN_LINES
    assert p95 <= P95_LINES


HEAVY = ("attr", "attrs", "cattrs", "click", "rich", "icalendar", "pendulum", "zoneinfo", "tzdata",
         "dateutil", "jsonschema", "tomllib", "json", "importlib.resources")  # fmt: skip


def test_importing_the_root_loads_nothing_heavy():
    code = (
        f"import sys; before = set(sys.modules); import {PACKAGE}; "
        "print(*sorted(set(sys.modules) - before))"
    )
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = shown.stdout.split()

    assert PACKAGE in loaded
    assert [name for name in loaded if name in HEAVY] == []
    assert [name for name in loaded if name.startswith(f"{PACKAGE}.")] == []
