"""A document to a reading: the one place that runs scanner, grammar and resolver.

The reader finds what a text is about (its series and its focus edition), hears the tense around a
phrase, resolves every expression, and makes claims of what it found.
"""

from __future__ import annotations

from ciie_timeline.reader.document import Reader

__all__ = ["Reader"]
