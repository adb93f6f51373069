"""What other libraries make of a few phrases: the table in the README.

    python tests/bench/phrase_peers.py

It needs an environment with dateparser, parsedatetime and timefhuman besides the project, and
prints Markdown.  A cell is what the library gives for the phrase when the day is 4 November 2023.
"""

from __future__ import annotations

import warnings
from datetime import datetime
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = datetime(2023, 11, 4)
PHRASES = (
    "November 2023",
    "the past five years",
    "5–10 November 2018",
    "early May 2017",
    "the 1990s",
    "the previous five editions",
    "the 2030 Agenda",
)


def project(phrase: str) -> str:
    """The first mention of the phrase, in EDTF."""
    import ciie_timeline

    reading = ciie_timeline.read(
        f"The sixth CIIE opens tomorrow. They spoke of {phrase}.", published=DAY, lang="en"
    )
    found = [mention for mention in reading if mention.start > reading.text.index("spoke")]
    return f"`{found[0].edtf}`" if found else "–"


def dateparser(phrase: str) -> str:
    """What ``search_dates`` finds in it."""
    from dateparser.search import search_dates

    found = search_dates(phrase, languages=["en"], settings={"RELATIVE_BASE": DAY})
    return _instant(found[0][1]) if found else "–"


def parsedatetime(phrase: str) -> str:
    """What ``Calendar.nlp`` finds in it."""
    from parsedatetime import Calendar

    found = Calendar().nlp(phrase, sourceTime=DAY.timetuple())
    return _instant(found[0][0]) if found else "–"


def timefhuman(phrase: str) -> str:
    """What ``timefhuman`` finds in it."""
    from timefhuman import tfhConfig, timefhuman

    found = timefhuman(phrase, config=tfhConfig(now=DAY))
    return _instant(found[0]) if found else "–"


def _instant(found: datetime) -> str:
    return f"{found:%Y-%m-%d %H:%M}".removesuffix(" 00:00")


def main() -> None:
    """Print the table."""
    warnings.simplefilter("ignore")
    systems: dict[str, Callable[[str], str]] = {
        "ciie_timeline": project,
        **{
            f"{name} {version(name)}": system
            for name, system in (
                ("dateparser", dateparser),
                ("parsedatetime", parsedatetime),
                ("timefhuman", timefhuman),
            )
        },
    }
    print("| phrase |", " | ".join(systems), "|")
    print("|---" * (len(systems) + 1) + "|")
    for phrase in PHRASES:
        print(f"| {phrase} |", " | ".join(system(phrase) for system in systems.values()), "|")


if __name__ == "__main__":
    main()
