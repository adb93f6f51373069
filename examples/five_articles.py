"""From five articles to a page, a calendar and JSON, with every step in sight.

    python examples/five_articles.py [FOLDER]

FOLDER holds packs and documents; without it the ones that come with the library are taken, where
the documents are digests of five articles about one expo.  Read it like a notebook: each step
prints what it found.
"""

import sys
from pathlib import Path

import ciie_timeline as ct
from ciie_timeline import seeds

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else seeds.bundled_folder()


def heading(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'-' * len(text)}")


# 1. What is on record: a pack gives the editions of a series, each date with its sources.
heading("1. The record")
expo = ct.load_series(folder / "series" / "ciie.toml")
for edition in expo.editions:
    print(f"{edition.number}.  {edition.when}  {len(edition.why.sources)} sources")

# 2. What the articles say: every phrase about a time or an edition, and how it was understood.
# "Previous", "past", "this year's" depend on the day of publication and on the edition that an
# article is about.
documents = seeds.load_folder(folder).documents
for document in documents:
    heading(f"2. {document.title} ({document.published})")
    reading = ct.read(document.text, published=document.published, source=document.source.id)
    print(f"about: {reading.series}, edition {reading.focus}")
    for mention in reading:
        print(f"  {mention.edtf or 'no date':<24}{' '.join(mention.text.split())}")

# 3. Why: the same phrase in full sentences.
heading("3. Why")
for mention in reading:
    if mention.kind == "editions":
        print(mention.explain())

# 4. Together: records and texts become one timeline; what cannot hold together is said, and both
# readings are kept.
heading("4. Together")
timeline = ct.build(folder)
print(f"{len(timeline)} events from {len(timeline.sources)} sources")
for finding in timeline.findings:
    print(f"{finding.level}: {finding.message}")

# 5. What the texts added: the articles now stand among the reasons of an edition.
heading("5. The reasons of one edition")
print(ct.explain(timeline.get("ciie/6")))

# 6. Out: a page for people, a calendar for calendars, JSON for programs.  What a format cannot
# keep comes back as findings.
heading("6. Out")
for name in ("expo.html", "expo.ics", "expo.json"):
    lost = ct.write(timeline, name)
    print(f"{name}: {Path(name).stat().st_size} bytes, {len(lost)} notes")
print("JSON keeps everything:", ct.load(Path("expo.json")) == timeline)
