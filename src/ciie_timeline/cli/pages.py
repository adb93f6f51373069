"""A text with a front matter: the day of publication that it gives, and the text below it.

``seeds.load_document`` reads the documents of a folder, and is strict: it wants a title, a
language, a file name that is an id.  What is checked here is any text, from a pipe as well, so only
the day is taken; a test holds the two against each other.
"""

from __future__ import annotations

import re

_FENCE = "---"
#: A field, what continues one, a comment or nothing: a paragraph between two rules is none of them.
_LINE = re.compile(r"[\w-]+[ \t]*:(?:\s|$)|[\s#-]|$")
_PUBLISHED = re.compile(r"published[ \t]*:(.*)")


def parted(text: str) -> tuple[str, str | None]:
    r"""The text with blanks for its front matter, and what that gives as ``published``.

    Lines and offsets stay those of the file.  A text without a front matter is returned as it is.

    >>> parted("---\npublished: 2023-11-04\n---\nToday.")[1]
    '2023-11-04'
    >>> parted("It was early.")
    ('It was early.', None)
    """
    head = _head(text)
    days = [found[1].strip() for line in head if (found := _PUBLISHED.match(line))]
    length = sum(len(line) + 1 for line in head)
    return re.sub(r"[^\r\n]", " ", text[:length]) + text[length:], days[0] if days else None


def _head(text: str) -> list[str]:
    """The lines of the front matter with its fences; none where there is no front matter."""
    if not text.startswith(_FENCE):
        return []
    first, *lines = text.split("\n")
    if first.rstrip() != _FENCE:
        return []
    head = [first]
    for line in lines:
        head.append(line)
        if line.rstrip() == _FENCE:
            return head
        if not _LINE.match(line):
            break
    return []
