"""The doors of the house: each wires the rooms and has no logic of its own."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ciie_timeline.api.files import load, render, timeml, write
    from ciie_timeline.api.series import build, load_series, series_keys
    from ciie_timeline.api.text import check, instant, read, resolve
    from ciie_timeline.api.voice import explain

__all__ = [
    "build",
    "check",
    "explain",
    "instant",
    "load",
    "load_series",
    "read",
    "render",
    "resolve",
    "series_keys",
    "timeml",
    "write",
]

_HOMES = {
    "ciie_timeline.api.files": ("load", "render", "timeml", "write"),
    "ciie_timeline.api.series": ("build", "load_series", "series_keys"),
    "ciie_timeline.api.text": ("check", "instant", "read", "resolve"),
    "ciie_timeline.api.voice": ("explain",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
