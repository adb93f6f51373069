"""The public names: a literal, sorted, short ``__all__``, each name resolving on demand."""

import ast
import importlib
import pickle
from pathlib import Path

import pytest

import ciie_timeline

AT_MOST = 30
PROMISED = (
    "Announcement", "CiieTimelineError", "Edition", "EventSeries", "Session", "Timeline", "build",
    "check", "explain", "load", "load_series", "parse_edtf", "read", "render", "resolve",
    "write",
)  # fmt: skip


def written() -> list[str]:
    """``__all__`` as the file has it; a literal can be read without running anything."""
    tree = ast.parse(Path(ciie_timeline.__file__).read_text(encoding="utf-8"))
    values = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and "__all__" in ast.unparse(node).split("=")[0]
    ]
    return list(ast.literal_eval(values[0])) if len(values) == 1 and values[0] else []


def test_the_list_is_literal():
    assert list(ciie_timeline.__all__) == written()


def test_the_list_is_sorted_and_short():
    assert sorted(set(written())) == written()
    assert 0 < len(written()) <= AT_MOST


def test_the_list_has_what_was_promised():
    assert [name for name in PROMISED if name not in written()] == []


@pytest.mark.parametrize("name", written())
def test_each_name_resolves(name):
    assert getattr(ciie_timeline, name) is getattr(ciie_timeline, name)
    assert name in dir(ciie_timeline)


@pytest.mark.parametrize("name", written())
def test_each_name_is_documented(name):
    named = getattr(ciie_timeline, name)

    assert not callable(named) or (named.__doc__ or "").strip()


def test_a_star_import_brings_exactly_the_list():
    names: dict[str, object] = {}
    exec("from ciie_timeline import *", names)  # noqa: S102 - a star import in a namespace of its own

    assert sorted(names.keys() - {"__builtins__"}) == sorted(ciie_timeline.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match=r"ciie_timeline.*timelines"):
        _ = ciie_timeline.timelines


@pytest.mark.parametrize(
    "room", ["chronology", "lexicons", "seeds", "timeline", "values", "wording"]
)
def test_the_names_of_a_room_resolve(room):
    module = importlib.import_module(f"ciie_timeline.{room}")
    names = getattr(module, "__all__", [])

    assert len(set(names)) == len(names)
    assert [name for name in names if not hasattr(module, name)] == []


def test_records_survive_pickling():
    edition = ciie_timeline.Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")

    assert pickle.loads(pickle.dumps(edition)) == edition  # noqa: S301 - its own bytes
