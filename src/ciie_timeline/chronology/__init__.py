"""Claims and rules to dated events: constraints, conflicts, and what follows without being said.

The network knows points and bounds; statements, problem and settling make one of a series'
claims; conflicts become findings, and what holds becomes editions, sessions and announcements that
carry their reasons.
"""

from __future__ import annotations

from ciie_timeline.chronology.network import Constraint, Window, between, conflict, windows
from ciie_timeline.chronology.reconcile import Chronicle, check, reconcile
from ciie_timeline.chronology.statements import Statement, statements, support

__all__ = [
    "Chronicle",
    "Constraint",
    "Statement",
    "Window",
    "between",
    "check",
    "conflict",
    "reconcile",
    "statements",
    "support",
    "windows",
]
