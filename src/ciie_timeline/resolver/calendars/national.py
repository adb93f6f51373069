"""Days that bear one name in many countries and fall on another date in each.

A name has for each country (ISO 3166-1, two letters) a rule of ``day_rules``; the first country is
the one that is taken when a text names none.
"""

from __future__ import annotations

from typing import Final

NATIONAL: Final[dict[str, str]] = {
    "thanksgiving": "us 11 thu -1 until 1938 ; 11 thu -1 -7 until 1941 ; 11 thu 4 | ca 10 mon 2",
    "mother": "us 5 sun 2 | gb easter-21 | ie easter-21 | fr 5 sun -1 | mx 5-10 | th 8-12",
    "father": "us 6 sun 3 | au 9 sun 1 | nz 9 sun 1 | de easter+39 | it 3-19 | es 3-19",
    "labour": (
        "gb 5-1 | us 9 mon 1 | ca 9 mon 1 | nz 10 mon 4 | jp 11-23 | cn 5-1 | in 5-1 | de 5-1 | "
        "fr 5-1 | it 5-1 | es 5-1 | br 5-1 | mx 5-1 | sg 5-1 | ph 5-1 | ru 5-1 | tr 5-1"
    ),
    "labor": "us 9 mon 1 | ca 9 mon 1 | nz 10 mon 4 | cn 5-1 | jp 11-23 | de 5-1 | fr 5-1",
    "independence": (
        "us 7-4 | in 8-15 | pk 8-14 | bd 3-26 | lk 2-4 | mm 1-4 | id 8-17 | ph 6-12 | my 8-31 | "
        "sg 8-9 | vn 9-2 | mx 9-16 | br 9-7 | ar 7-9 | cl 9-18 | pe 7-28 | co 7-20 | ve 7-5 | "
        "gr 3-25 | fi 12-6 | pl 11-11 | ua 8-24 | ee 2-24 | lv 11-18 | lt 2-16 | by 7-3 | ge 5-26 "
        "| kz 12-16 | il hebrew 2-5 fri-1 sat-2 mon+1 | lb 11-22 | jo 5-25 | sy 4-17 | dz 7-5 | "
        "ma 11-18 | tn 3-20 | gh 3-6 | ng 10-1 | ke 12-12 | ug 10-9 | tz 12-9 | zm 10-24 | "
        "zw 4-18 | mw 7-6 | jm 8-6 | cu 5-20 | ht 1-1 | kr 8-15"
    ),
    "republic": "in 1-26 | it 6-2 | tr 10-29 | pt 10-5 | pk 3-23 | ie easter+1 | za 5-31",
    "national": (
        "cn 10-1 | tw 10-10 | fr 7-14 | ch 8-1 | be 7-21 | es 10-12 | sg 8-9 | sa 9-23 | ae 12-2 | "
        "se 6-6 | no 5-17 | at 10-26 | hu 8-20 | ro 12-1 | kr 10-3 | om 11-18 | qa 12-18 | "
        "de 10-3 | lu 6-23 | ca 7-1 | au 1-26 | nz 2-6 | ie 3-17 | mc 11-19"
    ),
    "children": "un 11-20 | cn 6-1 | jp 5-5 | kr 5-5 | in 11-14 | tr 4-23 | mx 4-30 | br 10-12",
    "teachers": "un 10-5 | cn 9-10 | in 9-5 | us 5 tue 1 | kr 5-15 | tw 9-28 | vn 11-20",
    "women": "un 3-8 | za 8-9",
    "remembrance": "gb 11-11 | nl 5-4 | tr 11-10",
    "victory": "ru 5-9 | gb 5-8 | fr 5-8 | tr 8-30 | bd 12-16 | cz 5-8 | us 8 mon 2",
    "liberation": "nl 5-5 | it 4-25 | kr 8-15 | bg 3-3 | ph 7-4",
    "constitution": (
        "us 9-17 | jp 5-3 | in 11-26 | no 5-17 | dk 6-5 | pl 5-3 | es 12-6 | kr 7-17 | cn 12-4 | "
        "mx 2 mon 1"
    ),
    "memorial": "us 5-30 until 1970 ; 5 mon -1 | kr 6-6 | il hebrew 2-4 thu-1 fri-2 sun+1",
    "unity": "de 10-3 | it 3-17 | ru 11-4",
    "armed-forces": "us 5 sat 3 | gb 6 sat -1 | cn 8-1",
    "youth": "un 8-12 | cn 5-4 | in 1-12 | za 6-16",
    "family": "ca 2 mon 3 | un 5-15",
    "boxing": "gb 12-26",
    "flag": "us 6-14 | ca 2-15 | ua 8-23 | mx 2-24",
    "golden-week": "cn 10-1 for 7 | jp 4-29 to 5-5",
}
