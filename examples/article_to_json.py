"""From an article to JSON: what its time phrases mean, why, and what does not fit.

python examples/article_to_json.py
"""

import json
from pathlib import Path

import ciie_timeline as ct

# What a news desk might have on 28 October 2024, in four sentences of ours.
ARTICLE = """\
Seventh CIIE opens its doors next week

The import expo, first announced in May 2017, returns to Shanghai. The previous six editions
brought deals worth billions, and over the past five years the number of exhibitors has grown. The
sixth CIIE alone drew companies from 154 countries. A forum on the 2030 Agenda expects full halls.
"""

# "Last", "previous" and "next" need the day they were written on.  The series "ciie" comes with the
# library; it knows when each edition was held, and which source says so.
reading = ct.read(ARTICLE, published="2024-10-28", series=["ciie"])

rows = [
    {
        "phrase": " ".join(mention.text.split()),  # a phrase may run over the end of a line
        "kind": mention.kind,
        "means": mention.edtf,
        "precision": mention.precision,
        "editions": list(mention.editions),
        "why": mention.explain(),
        "or": [str(other.when) for other in mention.readings if other.when],
    }
    for mention in reading
]

# Nothing is repaired in silence: what contradicts the record is a finding.
findings = [{"level": finding.level, "message": finding.message} for finding in reading.findings]

text = json.dumps({"mentions": rows, "findings": findings}, ensure_ascii=False, indent=2)
Path("article.json").write_text(text + "\n", encoding="utf-8")

for row in rows:
    print(f"{row['phrase']:22} {row['means'] or '–':23} {row['why']}")
print(f"\nwritten: article.json ({len(rows)} phrases, {len(findings)} findings)")
