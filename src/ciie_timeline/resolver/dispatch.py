"""One door for all forms: each expression goes to the module that knows it."""

from __future__ import annotations

from typing import assert_never

from ciie_timeline.forms import (
    After,
    Anniversary,
    AnnouncementRef,
    At,
    Before,
    Beside,
    Between,
    Beyond,
    Calendar,
    Context,
    Cues,
    Decade,
    EditionRef,
    EditionsRef,
    Elapsed,
    Every,
    Expression,
    Fiscal,
    Holiday,
    Inception,
    Last,
    Modified,
    Next,
    Nth,
    Part,
    Period,
    Reference,
    Resolution,
    Season,
    SessionRef,
    Since,
    Then,
    This,
    Until,
    Window,
)
from ciie_timeline.resolver import (
    clocks,
    dates,
    editions,
    fiscal,
    lengths,
    named,
    numbered,
    occasions,
    said,
    shifts,
    spans,
)

NO_CUES = Cues()


def resolve(  # noqa: C901, PLR0912 - one case for each form
    expression: Expression, context: Context, cues: Cues = NO_CUES
) -> Resolution:
    """What an expression means in a context.

    Args:
        expression: any form of the closed union.
        context: the reference day, known editions, focus, policy.
        cues: what the words around it say.

    Returns:
        The chosen value with its steps and the other readings; ``when`` is None when the context
        does not suffice, with a step that says why.

    >>> from datetime import datetime
    >>> from ciie_timeline.forms import Relation
    >>> from ciie_timeline.values import Precision
    >>> past = Window(Relation.LAST, 5, Precision.YEAR)
    >>> resolve(past, Context(published=datetime(2023, 11, 4))).edtf
    '2018-11-04/2023-11-04'
    """
    match expression:
        case Calendar():
            found = dates.calendar(expression, context, cues)
        case This() | Last() | Next():
            found = dates.relative(expression, context)
        case At():
            found = clocks.at(expression, context, cues, resolve)
        case Then():
            found = said.then(expression, context, cues, resolve)
        case Holiday():
            found = named.holiday(expression, context, cues, resolve)
        case Beside():
            found = named.beside(expression, context, cues, resolve)
        case Before() | After():
            found = shifts.shifted(expression, context, cues, resolve)
        case Elapsed():
            found = shifts.elapsed(expression, context)
        case Window():
            found = shifts.window(expression, context)
        case Between():
            found = spans.between(expression, context, cues, resolve)
        case Since() | Until() | Beyond():
            found = spans.bounded(expression, context, cues, resolve)
        case Nth() | Season() | Decade():
            found = numbered.numbered(expression, context, cues, resolve)
        case Part():
            found = spans.part(expression, context, cues, resolve)
        case Modified():
            found = spans.modified(expression, context, cues, resolve)
        case Fiscal():
            found = fiscal.of_accounts(expression, context, cues, resolve)
        case Period() | Every() | Reference():
            found = lengths.resolve(expression, context)
        case EditionRef() | EditionsRef() | Inception() | SessionRef() | AnnouncementRef():
            return editions.resolve(expression, context, resolve)
        case Anniversary():
            return occasions.anniversary(expression, context, resolve)
        case _:
            assert_never(expression)
    return found if context.series is None else editions.numbered(found, context)
