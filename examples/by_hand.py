"""A conference made by hand: from a few lines of Python to a calendar that every client reads.

    python examples/by_hand.py

There is no text to understand and no file to load here; only the timeline and one format are used.
"""

import ciie_timeline as ct

# Clock times below are local times of this place, summer time included.
hall = ct.Place("Harbour Hall", locality="Lisbon", country="PT", tz="Europe/Lisbon")

# A key is the name of an event for ever: series / edition / session.  Calendars keep their entry
# under it, so that a title or an hour may change later without making a second entry.
conference = ct.Edition(
    "harbour-maps/4",
    "Harbour Maps 2027",
    when="2027-05-13/2027-05-14",
    place=hall,
    url="https://maps.example/2027",
)

sessions = [
    ct.Session(
        "harbour-maps/4/keynote",
        "Keynote: charts before satellites",
        when="2027-05-13T09:30/2027-05-13T10:30",
        place=hall,
    ),
    ct.Session(
        "harbour-maps/4/tides",
        "Workshop: reading a tide table",
        when="2027-05-13T11:00/2027-05-13T12:30",
        place=hall,
    ),
    # One speaker talks from abroad: her hour is given in her own zone.
    ct.Session(
        "harbour-maps/4/soundings",
        "Soundings in shallow water",
        when="2027-05-14T15:00/2027-05-14T15:45",
        tz="Asia/Shanghai",
        attendance="online",
    ),
    # Not every hour is known yet.  A day is a day, not midnight.
    ct.Session("harbour-maps/4/dinner", "Dinner on the quay", when="2027-05-14", place=hall),
]

# All that is known of the call for talks is its month, so a month is what we write.
call = ct.Announcement(
    "harbour-maps/call-2027",
    "Call for talks",
    when="2026-11",
    about=("harbour-maps/4",),
)

timeline = ct.Timeline([conference, *sessions, call])

# Events stand in order of time, whatever order they were given in.
for event in timeline:
    print(f"{event.when!s:35} {event.name}")

# Queries take EDTF: a day, a month, a year, an interval.
print("\non the 14th:", ", ".join(event.name for event in timeline.on("2027-05-14")))

# A calendar knows days and hours only.  The month becomes a span that says so; with
# imprecise="skip" it would be left out.  Whatever gets lost on the way comes back as findings.
for finding in ct.write(timeline, "harbour-maps.ics", name="Harbour Maps 2027", imprecise="span"):
    print(f"{finding.level}: {finding.message}")
print("\nwritten: harbour-maps.ics")
