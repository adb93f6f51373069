"""How a language says it: values, steps, findings as words; nothing is decided here."""

from __future__ import annotations

from typing import Any


def phrase(value: Any, lang: str = "en") -> str:
    """A value as people write it."""
    del lang
    return str(value)


def explain(record: Any, lang: str = "en") -> str:
    """A record in sentences."""
    del lang
    steps = getattr(getattr(record, "resolution", record), "steps", ())
    return "; ".join(f"{step.rule} {dict(step.arguments)}" for step in steps)
