"""Wheel, sdist and editable install: each has what it needs and works from another folder."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

SOURCE = "src/ciie_timeline"
TRY = """
import ciie_timeline as ct
print(ct.__file__)
print(ct.load_series("ciie")[6].when.to_edtf())
print(ct.resolve("the past five years", published="2023-11-04").when.to_edtf())
print(len(ct.render(ct.load_series("ciie"), "json")) > 1000)
"""


def run(*command: object, cwd: Path) -> str:
    """A command's output; its errors are shown when it fails."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def shipped(root: Path) -> set[str]:
    """The files that version control knows or would take, without what git ignores."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=root)
    return {name for name in listed.splitlines() if (root / name).is_file()}


@pytest.fixture(scope="module")
def dist(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=root)
    return folder


@pytest.fixture(scope="module")
def wheel(dist):
    return next(dist.glob("*.whl"))


@pytest.fixture(scope="module")
def sdist(dist):
    return next(dist.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def sources(root):
    if not (root / ".git").exists():
        pytest.skip("not a checkout")
    return shipped(root)


def test_the_wheel_has_every_file_of_the_package(wheel, sources):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = {
        name.replace(SOURCE, "ciie_timeline", 1) for name in sources if name.startswith(SOURCE)
    }

    assert expected - names == set()
    assert "ciie_timeline/py.typed" in names


def test_the_wheel_has_every_pack_and_document(wheel, sources):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    expected = {f"ciie_timeline/_{name}" for name in sources if name.startswith("seeds/")}

    assert "ciie_timeline/_seeds/series/ciie.toml" in expected
    assert expected - names == set()


def test_the_wheel_has_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"ciie_timeline"}


def test_the_sdist_has_all_that_its_tests_and_docs_need(sdist, sources):
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    folders = ("src/", "seeds/", "tests/", "docs/", "examples/")
    expected = {name for name in sources if name.startswith(folders)}
    expected |= {"pyproject.toml", "Makefile", "README.md", "LICENSE", "CHANGELOG.md"}

    assert expected - names == set()


def test_what_it_needs_is_declared(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {line.split(">")[0] for line in project["dependencies"] if ";" not in line}

    assert needed == {"attrs", "cattrs", "icalendar", "pendulum"}
    assert {line.split(">")[0] for line in project["optional-dependencies"]["cli"]} == {
        "click",
        "rich",
    }


@pytest.fixture(params=["wheel", "sdist", "editable"])
def installed(request, tmp_path, root):
    """An environment with the project installed in one way; the rest is lent by this one."""
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    paths = {"base": str(home), "platbase": str(home)}
    purelib = Path(sysconfig.get_path("purelib", "venv", vars=paths))
    lent = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    (purelib / "lent.pth").write_text("\n".join(dict.fromkeys(lent)), encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", "venv", vars=paths))
    what = ["-e", root] if request.param == "editable" else [request.getfixturevalue(request.param)]
    command = [sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet",
               "--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed"]  # fmt: skip
    run(*command, *what, cwd=tmp_path)
    return request.param, scripts


def test_it_works_from_another_folder(installed, tmp_path, root):
    kind, scripts = installed
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    place, sixth, years, rendered = run(scripts / "python", "-c", TRY, cwd=elsewhere).splitlines()

    home = root if kind == "editable" else tmp_path / "venv"
    assert Path(place).resolve().is_relative_to(home.resolve())
    assert (sixth, years, rendered) == ("2023-11-05/2023-11-10", "2018-11-04/2023-11-04", "True")
    assert "ciie" in run(scripts / "ciie-timeline", "series", cwd=elsewhere)
