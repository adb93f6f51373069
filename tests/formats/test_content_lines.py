"""Content lines: no line over 75 octets, no code point and no escape cut, nothing lost."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import texts

from ciie_timeline.formats.content_lines import clean, escape, fold, uri


@given(st.text(st.sampled_from("a\\é国🎪 ,;n"), max_size=400))
@example("a" * 67 + "\\\\")
@example("\\" * 200)
@example("国" * 75)
@example("a" * 200)
def test_folding_keeps_octets_code_points_and_escapes(text):
    line = f"SUMMARY:{escape(text)}"
    folded = fold(line)
    parts = folded.removesuffix("\r\n").split("\r\n")
    assert folded.endswith("\r\n")
    assert max(len(part.encode()) for part in parts) <= 75
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    for part in parts[:-1]:
        trailing = len(part) - len(part.rstrip("\\"))
        assert trailing % 2 == 0


def test_folding_uses_the_room_there_is():
    assert [len(part) for part in fold("a" * 224).split("\r\n")] == [75, 75, 75, 2, 0]


@given(texts(most=60))
def test_escaping_can_be_undone(text):
    undone = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], escape(text))
    assert undone == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", escape(text))


@pytest.mark.parametrize(
    ("text", "cleaned", "removed"),
    [
        ("plain\ttab\nline", "plain\ttab\nline", ()),
        ("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne", ()),
        ("bell\x07, null\x00, bell\x07", "bell, null, bell", ("U+0007", "U+0000")),
        ("delete\x7f", "delete", ("U+007F",)),
        ("half \ud83c", "half ", ("U+D83C",)),
        ("zwj 👩‍👩‍👧", "zwj 👩‍👩‍👧", ()),
    ],
)
def test_what_is_forbidden_is_taken_out(text, cleaned, removed):
    assert clean(text) == (cleaned, removed)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("https://example.org/?a=b&c=%20d#e", "https://example.org/?a=b&c=%20d#e"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://进博会.example/", "https://%E8%BF%9B%E5%8D%9A%E4%BC%9A.example/"),
        ("https://example.org/\r\nX", "https://example.org/%0D%0AX"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("www.example.org", None),
        ("https: //example.org", None),
        ("", None),
    ],
)
def test_uris_are_absolute_and_of_allowed_characters(given_, expected):
    assert uri(given_) == expected
