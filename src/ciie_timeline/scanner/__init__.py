"""Text to runs of tokens: where something may stand that speaks of time or of an edition.

The text is folded code point to code point (offsets hold), its words are looked up for anchors, and
from each anchor a run of known tokens grows outwards, bounded in length, so that no input makes the
pass more than linear.  The scanner knows words and names; it knows nothing of dates.
"""

from __future__ import annotations

from ciie_timeline.scanner.folding import fold, plain
from ciie_timeline.scanner.scan import Scanner
from ciie_timeline.scanner.vocabulary import NO_NAMES, Alphabet, Names

__all__ = ["NO_NAMES", "Alphabet", "Names", "Scanner", "fold", "plain"]
