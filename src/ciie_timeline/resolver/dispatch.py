"""One door for all forms: each expression goes to the module that knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

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
    ranges,
    said,
    shifts,
    spans,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ciie_timeline.forms import Resolve

NO_CUES = Cues()


def resolve(  # noqa: C901, PLR0912 - one case for each form
    expression: Expression,
    context: Context,
    cues: Cues = NO_CUES,
    within: Resolve | None = None,
) -> Resolution:
    """What an expression means in a context.

    Args:
        expression: any form of the closed union.
        context: the reference day, known editions, focus, policy.
        cues: what the words around it say.
        within: resolves the expressions inside this one; None is this function.

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
    inner: Resolve = within or resolve
    match expression:
        case Calendar():
            found = dates.calendar(expression, context, cues)
        case This() | Last() | Next():
            found = dates.relative(expression, context)
        case At():
            found = clocks.at(expression, context, cues, inner)
        case Then():
            found = said.then(expression, context, cues, inner)
        case Holiday():
            found = named.holiday(expression, context, cues, inner)
        case Beside():
            found = named.beside(expression, context, cues, inner)
        case Before() | After():
            found = shifts.shifted(expression, context, cues, inner)
        case Elapsed():
            found = shifts.elapsed(expression, context)
        case Window():
            found = shifts.window(expression, context)
        case Between():
            found = ranges.between(expression, context, cues, inner)
        case Since() | Until() | Beyond():
            found = spans.bounded(expression, context, cues, inner)
        case Nth() | Season() | Decade():
            found = numbered.numbered(expression, context, cues, inner)
        case Part():
            found = spans.part(expression, context, cues, inner)
        case Modified():
            found = spans.modified(expression, context, cues, inner)
        case Fiscal():
            found = fiscal.of_accounts(expression, context, cues, inner)
        case Period() | Every() | Reference():
            found = lengths.resolve(expression, context)
        case EditionRef() | EditionsRef() | Inception() | SessionRef() | AnnouncementRef():
            return editions.resolve(expression, context, inner)
        case Anniversary():
            return occasions.anniversary(expression, context, inner)
        case _:
            assert_never(expression)
    return found if context.series is None else editions.numbered(found, context)


def resolve_with_parts(
    expression: Expression, context: Context, cues: Cues = NO_CUES
) -> tuple[Resolution, Mapping[int, Resolution]]:
    """What an expression means, and what the expressions inside it mean there, by their ``id``.

    An end of a range means what it does in the range: the Friday of "Monday to Friday" comes after
    that Monday.

    >>> from datetime import datetime
    >>> week = Between(Calendar(weekday=1), Calendar(weekday=5))
    >>> found, parts = resolve_with_parts(week, Context(published=datetime(2023, 11, 16)))
    >>> parts[id(week.end)].edtf, resolve(week.end, Context(published=datetime(2023, 11, 16))).edtf
    ('2023-11-17', '2023-11-10')
    """
    parts: dict[int, Resolution] = {}

    def inner(form: Expression, context: Context, cues: Cues = NO_CUES) -> Resolution:
        found = resolve(form, context, cues, inner)
        parts.setdefault(id(form), found)
        if isinstance(form, Between) and found.ends is not None:
            parts[id(form.start)], parts[id(form.end)] = found.ends
        return found

    return inner(expression, context, cues), parts
