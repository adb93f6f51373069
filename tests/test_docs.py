"""Every example of the README and of docs/ runs, and every command that they name exists.

Python blocks of a page run in order in one namespace and one empty folder; a ``console`` block
runs in a shell there, and what it prints is compared.  Blocks of ``sh`` are read, not run: they
must name real commands and options.
"""

import doctest
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from ciie_timeline import cli

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1\s*$", re.MULTILINE | re.DOTALL)
PROMPT = "$ "
OPTIONS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


class Block(NamedTuple):
    """One fenced block: its language, its text and the line where the text begins."""

    lang: str
    text: str
    line: int


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(each[2], each[3], text.count("\n", 0, each.start(3)) + 1)
        for each in FENCE.finditer(text)
    ]


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def run(block: Block, page: str, names: dict[str, Any], folder: Path) -> None:
    """One block of Python or of a console; what goes wrong names page and line."""
    if block.lang == "console":
        _run_console(block, page, folder)
    elif ">>>" in block.text:
        _run_doctest(block, page, names)
    elif block.lang == "python":
        padded = "\n" * (block.line - 1) + block.text
        exec(compile(padded, page, "exec"), names)  # noqa: S102 - the project's own pages


def _run_doctest(block: Block, page: str, names: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, names, page, page, block.line - 1)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=OPTIONS)
    runner.run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    assert runner.failures == 0, "".join(told)


def _run_console(block: Block, page: str, folder: Path) -> None:
    for lines in re.split(rf"^(?={re.escape(PROMPT)})", block.text, flags=re.MULTILINE):
        command, _, expected = lines.partition("\n")
        if not command.startswith(PROMPT):
            continue
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        done = subprocess.run(
            ["bash", "-c", command.removeprefix(PROMPT)], cwd=folder, check=False,
            env={**os.environ, "PATH": path}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        shown = done.stdout.decode()
        same = doctest.OutputChecker().check_output(expected, shown, OPTIONS)
        assert same, f"{page}:{block.line}: {command}\nexpected:\n{expected}\nfound:\n{shown}"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_example_runs(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    names: dict[str, Any] = {"__name__": "__main__"}

    for block in blocks(page):
        run(block, name(page), names, tmp_path)


def commands(page: Path) -> list[tuple[str, list[str]]]:
    """Each command line of a page that calls the project's commands, with its place."""
    found = []
    for block in blocks(page):
        if block.lang not in {"sh", "console", "bash", "shell"}:
            continue
        for number, line in enumerate(block.text.splitlines()):
            if block.lang != "console" or line.startswith(PROMPT):
                words = shlex.split(line.removeprefix(PROMPT), comments=True)
                found += [
                    (f"{name(page)}:{block.line + number}", words[index:])
                    for index, word in enumerate(words)
                    if word in {"make", "ciie-timeline"} and (not index or words[index - 1] == "|")
                ]
    return found


def fault(words: list[str]) -> str:
    """What is wrong with a command line of the project; empty when nothing is."""
    program, *rest = words
    if program == "make":
        rules = (ROOT / "Makefile").read_text(encoding="utf-8")
        targets = re.findall(r"^(\w+):", rules, re.MULTILINE)
        wrong = [word for word in rest if word.isalpha() and word not in targets]
        return f"make has no {wrong}" if wrong else ""
    first = rest[0] if rest else "--help"
    if not first.startswith("-") and first not in cli.group.commands:
        return f"ciie-timeline has no command {first}"
    command = cli.group.commands.get(first, cli.group)
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
    wrong = [word for word in rest if word.startswith("--") and word.split("=")[0] not in known]
    return f"{first} has no {wrong}" if set(wrong) - {"--help", "--version"} else ""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_exists(page):
    assert [(place, fault(words)) for place, words in commands(page) if fault(words)] == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("make timeline", False),
        ("make PYTHON=python3.11 test", False),
        ("make coffee", True),
        ("ciie-timeline --help", False),
        ("ciie-timeline read - --published 2023-11-04", False),
        ("ciie-timeline write", True),
        ("ciie-timeline read --colour x", True),
    ],
)
def test_commands_that_do_not_exist_are_found(line, wrong):
    assert bool(fault(line.split())) is wrong


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("python", "assert 1 == 2\n"),
        ("python", ">>> 1 + 1\n3\n"),
        ("pycon", ">>> 1 + 1\n3\n"),
        ("console", "$ echo one\ntwo\n"),
    ],
)
def test_examples_that_are_wrong_are_found(lang, text, tmp_path):
    with pytest.raises(AssertionError):
        run(Block(lang, text, 1), "page.md", {}, tmp_path)


LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s#]+)(?:#([\w-]+))?\)|(?:src|srcset|href)=\"([^\"#]+)\"")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_inside_the_project_leads_somewhere(page):
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [each[1] or each[3] for each in LINK.finditer(text)]
    inside = [target for target in targets if "://" not in target and "@" not in target]

    assert [target for target in inside if not (page.parent / target).exists()] == []


def test_the_table_of_the_readme_is_what_the_library_gives():
    script = ROOT / "tests" / "bench" / "phrase_peers.py"
    names = runpy.run_path(str(script))
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    cells = [[cell.strip() for cell in row.split("|")[1:3]] for row in text.splitlines()]
    table = dict(row for row in cells if len(row) == 2)

    assert {p: names["project"](p) for p in names["PHRASES"]} == {
        phrase: table.get(phrase) for phrase in names["PHRASES"]
    }


def test_every_page_is_reached_from_the_index():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    linked = {each[1] for each in LINK.finditer(index)}
    pages = {page.relative_to(ROOT / "docs").as_posix() for page in PAGES if "docs" in page.parts}

    assert pages - {"README.md"} - linked == set()
