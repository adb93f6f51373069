"""The bytes of a timeline written by hand: the same today, tomorrow and on any machine.

``UPDATE_GOLDEN=1 pytest tests/formats/test_golden.py`` writes the files anew; read the difference.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.formats import by_hand

from ciie_timeline.formats import FORMATS, SUFFIXES, named

GOLDEN = Path(__file__).parent.parent / "golden"
FILES = [(name, max((s for s in SUFFIXES if SUFFIXES[s] == name), key=len)) for name in FORMATS]


@pytest.mark.parametrize(("name", "suffix"), FILES)
def test_the_bytes_are_those_on_file(name, suffix):
    found = named(name).render(by_hand.TIMELINE).encode()
    file = GOLDEN / f"by_hand{suffix}"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_bytes(found)
    assert found == file.read_bytes()


@pytest.mark.parametrize(("name", "suffix"), FILES)
@pytest.mark.parametrize(
    ("seed", "zone", "lang"),
    [("1", "America/St_Johns", "C"), ("4711", "Pacific/Kiritimati", "tr_TR.UTF-8")],
)
def test_another_process_writes_the_same_bytes(name, suffix, seed, zone, lang):
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "LANG": lang,
        "LC_ALL": lang,
        "PYTHONUTF8": "0",
    }
    script = [sys.executable, by_hand.__file__, name]
    found = subprocess.run(script, env=environment, capture_output=True, check=True, timeout=60)
    assert found.stdout == (GOLDEN / f"by_hand{suffix}").read_bytes()
