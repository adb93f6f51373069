"""The table of formats: names, suffixes, and modules of the user's own."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from ciie_timeline.errors import UnknownFormatError
from ciie_timeline.formats import FORMATS, SUFFIXES, named, of_path
from ciie_timeline.formats.labels import labels
from ciie_timeline.timeline import Timeline


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_renders_what_its_chunks_say(name):
    module = named(name)
    timeline = Timeline([])
    assert module.render(timeline) == "".join(module.chunks(timeline))


def test_names_are_sorted_and_suffixes_lead_to_them():
    assert list(FORMATS) == sorted(FORMATS)
    assert set(SUFFIXES.values()) == set(FORMATS)


@pytest.mark.parametrize("given", ["icalendar", "ics", ".ics", "ICS"])
def test_a_format_has_a_name_and_a_suffix(given):
    assert named(given).__name__ == "ciie_timeline.formats.icalendar"


def test_a_module_of_your_own_is_a_format():
    own = SimpleNamespace(chunks=lambda *_: iter(()), render=lambda *_: "")
    assert named(own) is own


def test_something_else_is_none():
    with pytest.raises(UnknownFormatError, match=r"a module with chunks\(\) and render\(\)"):
        named(SimpleNamespace(render=lambda *_: ""))
    with pytest.raises(UnknownFormatError, match="html, icalendar, json or a module, found 'x'"):
        named("x")


def test_a_path_asks_for_a_format():
    assert of_path(Path("a.b/ciie.JSON")) == "json"
    with pytest.raises(UnknownFormatError, match=r"ends in one of .*\.ics.* found 'ciie.ics.gz'"):
        of_path("ciie.ics.gz")


def test_languages_have_the_same_words():
    assert labels("zh").keys() == labels("en").keys()
    assert labels("en-GB") == labels("en") == labels("tlh")
