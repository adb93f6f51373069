"""A timeline written by hand that has everything a format can stumble over.

Run as a script it writes one format to standard output: another process, hash seed, time zone or
locale must give the same bytes.
"""

import sys

from ciie_timeline.formats import named
from ciie_timeline.forms import Conflict, Finding, Span, Step
from ciie_timeline.model import (
    Announcement,
    Claim,
    Derivation,
    Edition,
    EventSeries,
    Place,
    Rule,
    Session,
    Source,
)
from ciie_timeline.timeline import Timeline
from ciie_timeline.values import Precision, parse_edtf

CENTRE = Place(
    "National Exhibition and Convention Center",
    locality="Shanghai",
    country="CN",
    latitude=31.1909,
    longitude=121.3,
    tz="Asia/Shanghai",
)
HELD = Claim("ciie/6#when@bureau", "ciie/6", "when", parse_edtf("2023-11-05/2023-11-10"), "bureau")
TORN = Claim(
    "ciie/6#current-in@paper",
    "ciie/6",
    "current-in",
    parse_edtf("2025"),
    "paper",
    (120, 155),
    "the sixth China International Import Expo",
)
ANNUAL = Rule("ciie.annual", "ciie", "recurrence", (("at-most", 1), ("every", "P1Y")), "bureau")

TIMELINE = Timeline(
    [
        Edition(
            "ciie/6",
            "第六届中国国际进口博览会",
            when=HELD.value,
            place=CENTRE,
            status="held",
            url="https://www.ciie.org/第六届?a=1&b=2",
            categories=("trade, goods; services", "进口"),
            sources="paper",
            description="Six days;\nback\\slash, comma; 国际进口博览会在上海举行，欢迎参加。" * 3,
            why=Derivation((HELD,), (ANNUAL,)),
        ),
        Edition(
            "ciie/3",
            "3rd CIIE 🎪 with a bell\x07",
            when="2020-11-05/2020-11-10",
            previous_starts=("2020-10-05",),
            status="rescheduled",
            attendance="mixed",
        ),
        Edition("ciie/9", "9th CIIE", when="2026-11", place=CENTRE),
        Edition("ciie/10", "10th CIIE", when="2027-11-05/..", status="cancelled"),
        Edition("ciie/11", "11th CIIE", status="postponed", previous_starts=("2028-11-05",)),
        Edition("ciie/12", "12th CIIE", when="2029-11-05~/2029-11-10~"),
        Edition("ciie/13", "13th CIIE"),
        Session(
            "ciie/6/forum",
            'Hongqiao Forum <opening> & "welcome" 👩‍👩‍👧',
            when="2023-11-05T09:00/2023-11-05T10:30",
            place=CENTRE,
            former_keys=("ciie/6/hongqiao",),
        ),
        Session("ciie/6/floating", "Somewhere at nine", when="2023-11-06T09:00"),
        Session("ciie/6/offset", "On the air", when="2023-11-06T21:00-05:00"),
        Session("ciie/13/lost", "Session of a lost edition", when="2030-11-05"),
        Announcement("ciie/announced", "The expo is announced", when="2017-05", about="ciie"),
        Announcement("ciie/oldest", "In the year 987", when="0987-06-01"),
        Announcement("ciie/ides", "Before the common era", when="-0044-03-15"),
    ],
    series=[
        EventSeries(
            "ciie",
            "China International Import Expo",
            names={"en": ("CIIE", "Import Expo"), "zh": ("进博会",)},
            rules=(ANNUAL,),
            place=CENTRE,
        )
    ],
    claims=[TORN],
    sources=[
        Source("bureau", publisher="Expo Bureau", published="2023-11-01", url="https://ciie.org/"),
        Source("paper", title="Open, and <open> again", published="2025-11-04", language="en"),
    ],
    findings=[
        Finding(
            "error",
            "edition-year",
            (Span("paper", 120, 155, TORN.quote),),
            (
                ("series", "ciie"),
                ("number", 6),
                ("claimed", 2025),
                ("claimed_when", TORN.value),
                ("held", 2023),
                ("held_when", HELD.value),
                ("right", 8),
                ("right_when", parse_edtf("2025-11-05/2025-11-10")),
            ),
            Conflict(
                (HELD, TORN),
                (ANNUAL,),
                slack=-2,
                unit=Precision.YEAR,
                repairs=((TORN.id,),),
                readings=(
                    Step(
                        "reading.misnumbered",
                        (("series", "ciie"), ("number", 8), ("year", 2025)),
                    ),
                ),
            ),
        )
    ],
)

if __name__ == "__main__":
    sys.stdout.buffer.write(named(sys.argv[1]).render(TIMELINE).encode())
