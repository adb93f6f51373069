"""Who an event is: the UID that stays when its entry, its key or its machine changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

if TYPE_CHECKING:
    from ciie_timeline.model import Event

NAMESPACE: Final = UUID("73f4ff4d-5d00-4dc8-aadb-e6a646c95723")
"""The namespace of the UIDs of all events; published UIDs rest on it, so that it never changes."""


def uid(event: Event) -> str:
    """The identity of an event for calendars: the same wherever and whenever it is written.

    It is ``uuid5(NAMESPACE, key)`` (RFC 9562); an event that was renamed keeps the UID of its
    oldest former key, the first of ``former_keys``.

    Returns:
        The UUID as text, as RFC 7986 section 5.3 recommends for UID.

    >>> from ciie_timeline.model import Edition
    >>> uid(Edition("ciie/6", "6th CIIE"))
    '3483b5ae-e777-5839-ac50-4dd898c1ce0b'
    >>> uid(Edition("import-expo/6", "6th CIIE", former_keys="ciie/6"))
    '3483b5ae-e777-5839-ac50-4dd898c1ce0b'
    """
    return str(uuid5(NAMESPACE, first_key(event)))


def first_key(event: Event) -> str:
    """The key that an event was first published under.

    >>> from ciie_timeline.model import Edition
    >>> first_key(Edition("import-expo/6", "6th CIIE", former_keys=("ciie/6", "expo/6")))
    'ciie/6'
    """
    return event.former_keys[0] if event.former_keys else event.key
