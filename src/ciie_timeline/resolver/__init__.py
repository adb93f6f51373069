"""Expressions to resolutions: what a phrase means for a reader of that day.

The resolver knows the calendar, the publication day, the editions that it was given and the focus
edition; it never reads a clock and never looks at the text.  Every choice is a ``Step``.
"""

from __future__ import annotations

from ciie_timeline.resolver.dates import NO_SUCH_DAY
from ciie_timeline.resolver.dispatch import resolve, resolve_with_parts
from ciie_timeline.resolver.editions import focus_of
from ciie_timeline.resolver.records import GENERIC, slug
from ciie_timeline.resolver.said import remember

__all__ = [
    "GENERIC",
    "NO_SUCH_DAY",
    "focus_of",
    "remember",
    "resolve",
    "resolve_with_parts",
    "slug",
]
