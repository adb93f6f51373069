"""The voice: records say themselves with the words of ``wording``, imported when it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ciie_timeline.forms import Finding


def explain(record: Any, lang: str = "en") -> str:
    """A mention, a resolution, a finding or an event with its reasons, in sentences."""
    from ciie_timeline import wording

    return wording.explain(record, lang)


def voiced(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that can say themselves."""
    return tuple(attrs.evolve(each, voice=explain) for each in findings)
