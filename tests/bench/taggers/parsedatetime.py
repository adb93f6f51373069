"""parsedatetime: ``Calendar.nlp`` with its own grain (``VERSION_CONTEXT_STYLE``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from taggers.serve import Found, Tagger
from taggers.words import timex, trimmed

if TYPE_CHECKING:
    from datetime import date


def tagger() -> Tagger:
    """The day of the document is the source time; a weekday is the one before it."""
    from parsedatetime import VERSION_CONTEXT_STYLE, Calendar, Constants

    constants = Constants(usePyICU=False)
    constants.DOWParseStyle = -1
    constants.CurrentDOWParseStyle = True
    constants.YearParseStyle = 0
    calendar = Calendar(constants, version=VERSION_CONTEXT_STYLE)

    def ask(text: str, base: date) -> Any:
        return calendar.nlp(text, sourceTime=base.timetuple())

    return Tagger(("parsedatetime",), ask, timexes)


def timexes(said: Any, text: str, base: date) -> list[Found]:
    """Groups that it says hold neither a date nor a time are left out."""
    found = []
    for moment, context, first, last, _ in said or ():
        start, end = trimmed(text, first, last)
        if context.dateTimeFlag and start < end:
            found.append((start, end, *timex(text[start:end], moment, grain(context))))
    return found


def grain(context: Any) -> str:
    """The finest grain of the answer."""
    accuracy = context.accuracy
    if accuracy & context.ACU_TIME:
        return "part" if accuracy & context.ACU_TIME == context.ACU_HALFDAY else "minute"
    finest = (("DAY", "day"), ("WEEK", "week"), ("MONTH", "month"), ("YEAR", "year"))
    return next(name for sign, name in finest if accuracy & getattr(context, f"ACU_{sign}"))
