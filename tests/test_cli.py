"""The command line: results, exit status, clear errors, and any locale."""

import importlib.metadata
import io
import json
import os
import runpy
import subprocess
import sys
from datetime import date
from typing import BinaryIO

import pytest

from ciie_timeline import api, cli, seeds
from ciie_timeline.cli import jsonl, pages, screen
from ciie_timeline.errors import UnknownSeriesError
from ciie_timeline.formats import timeml
from ciie_timeline.forms import EditionRef, Kind, Mention, Resolution
from ciie_timeline.model import Edition, Status
from ciie_timeline.values import parse_edtf

DAY = "2023-11-04"
TEXT = "The first CIIE was held in 2018. Over the past five years it grew.\nIt is annual.\n"
CONTRADICTION = "The sixth CIIE opens on November 5. This year's event is the largest.\n"


@pytest.fixture
def run(capsys):
    """Run a command in this process; gives status, standard output and standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        status = cli.main([str(each) for each in arguments])
        shown = capsys.readouterr()
        return status, shown.out, shown.err

    return call


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """An empty folder to work in, with nothing typed."""
    monkeypatch.chdir(tmp_path)
    typed(monkeypatch, b"")
    return tmp_path


def raising(error: BaseException):
    def call(*_arguments, **_options):
        raise error

    return call


def typed(monkeypatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def spawn(*arguments: object, **options) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "ciie_timeline.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **options)


# ------------------------------------------------------------------------- read


def test_read_lists_phrases_in_a_table(run, article):
    status, out, err = run("read", article, "--published", DAY)

    assert (status, err) == (0, "")
    assert out.splitlines()[0].split() == ["phrase", "kind", "means", "edition"]
    assert "2018-11-04/2023-11-04" in out
    assert "ciie 1" in out


def test_the_table_keeps_to_80_columns_and_has_no_colours(run, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("第六届中国国际进口博览会 " * 3 + TEXT * 3, encoding="utf-8")

    _, out, _ = run("read", path, "--published", DAY)

    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out
    assert not any(character in out for character in "│┃━─…")


def test_read_writes_one_line_of_json_a_mention(run, article):
    status, out, _ = run("read", article, "--published", DAY, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    reading = api.read(TEXT, published=DAY)

    assert status == 0
    assert [(m.start, m.end, m.text, m.kind, m.edtf) for m in reading] == [
        (row["start"], row["end"], row["text"], row["kind"], row["edtf"]) for row in rows
    ]
    assert [TEXT[row["start"] : row["end"]] for row in rows] == [row["text"] for row in rows]


def test_read_writes_timeml(run, article):
    status, out, err = run("read", article, "--published", DAY, "--format", "timeml")
    document = timeml.loads(out)
    reading = api.read(TEXT, published=DAY)

    assert (status, err) == (0, "")
    assert (document.docid, document.dct, document.text) == ("article", DAY, TEXT)
    assert document.timexes == tuple(timex for mention in reading for timex in mention.timexes)


def test_timeml_of_standard_input_has_no_name_and_keeps_every_line_end(run, monkeypatch):
    typed(monkeypatch, b"It opened in 2018.\r\nIt grew.\r")

    status, out, err = run("read", "-", "--format", "timeml")

    assert (status, err) == (0, "")
    assert timeml.loads(out).text == "It opened in 2018.\r\nIt grew.\r"
    assert "<DOCID></DOCID>" in out


def test_what_xml_cannot_hold_is_replaced_and_said_on_standard_error(run, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("In 2018.\x0cIn 2019.", encoding="utf-8")

    status, out, err = run("read", path, "--format", "timeml")

    assert status == 0
    assert timeml.loads(out).text == "In 2018.\ufffdIn 2019."
    assert err.startswith(f"{path}: warning: U+FFFD stands in the place of each character")
    assert err.count("\n") == 1


def test_each_line_has_the_fields_that_the_reference_page_lists(run, article, root):
    page = (root / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")

    _, out, _ = run("read", article, "--published", DAY, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]

    assert len({tuple(row) for row in rows}) == 1
    assert [field for field in rows[0] if f"`{field}`" not in page] == []
    past = next(row for row in rows if "past five years" in row["text"])
    assert past["earliest"] == "2018-11-04"
    assert past["latest"] == "2023-11-04"
    assert past["precision"] == "year"
    assert past["timexes"][0]["value"] == "P5Y"
    assert past["steps"]
    assert past["steps"][0]["rule"]
    assert past["explanation"]


def test_read_takes_standard_input(run, monkeypatch):
    typed(monkeypatch, "第六届进博会".encode())

    status, out, _ = run("read", "-", "--published", DAY, "--lang", "zh", "--format", "jsonl")

    assert status in {0, 2}  # 2: while there is no lexicon for Chinese
    assert status == 2 or json.loads(out.splitlines()[0])["editions"] == [6]


def test_read_of_nothing_is_an_empty_table(run, monkeypatch):
    typed(monkeypatch, b"")

    assert run("read", "-") == (0, "", "")


def test_without_series_no_edition_is_known(run, article):
    _, out, _ = run("read", article, "--published", DAY, "--no-series", "--format", "jsonl")

    assert all(not json.loads(line)["editions"] for line in out.splitlines())


def test_a_series_is_chosen_by_key_or_by_pack(run, article, root):
    by_key = run("read", article, "--published", DAY, "--series", "ciie")
    by_pack = run("read", article, "--published", DAY, "-s", root / "seeds/series/ciie.toml")

    assert by_key[0] == 0
    assert by_key == by_pack


def test_a_byte_order_mark_does_not_count(run, tmp_path):
    path = tmp_path / "marked.txt"
    path.write_bytes(b"\xef\xbb\xbf" + b"May 2017 was early.")

    _, out, _ = run("read", path, "--format", "jsonl")

    assert json.loads(out)["start"] == 0


# ------------------------------------------------------------------------- resolve


def test_resolve_prints_edtf(run):
    assert run("resolve", "the past five years", "--published", DAY) == (
        0,
        "2018-11-04/2023-11-04\n",
        "",
    )


def test_resolve_takes_standard_input(run, monkeypatch):
    typed(monkeypatch, b"the past five years\n")

    assert run("resolve", "-", "--published", DAY)[1] == "2018-11-04/2023-11-04\n"


def test_resolve_says_how(run):
    status, out, _ = run("resolve", "the past five years", "--published", DAY, "--explain")
    first, *more = out.splitlines()

    assert status == 0
    assert first == "2018-11-04/2023-11-04"
    assert more[0] == api.resolve("the past five years", published=DAY).explain()
    assert any("2018 to 2022" in line for line in more)


def test_a_relative_phrase_without_a_day_says_what_is_missing(run):
    status, out, err = run("resolve", "last week")

    assert (status, out) == (2, "")
    assert "last week" in err
    assert "--published" in err


# ------------------------------------------------------------------------- check


def test_check_finds_nothing(run, article):
    assert run("check", article, "--published", DAY) == (0, "", "")


def test_check_finds_a_contradiction_and_says_where(run, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("A headline\n\n" + CONTRADICTION, encoding="utf-8")

    status, out, err = run("check", path, "--published", "2025-11-04")
    place, _, message = out.partition(" error: ")

    assert (status, err) == (1, "")
    assert place.startswith(f"{path}:3:")
    assert message.strip()
    assert out.count("\n") == 1


def test_check_of_several_files_says_which(run, article, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(CONTRADICTION, encoding="utf-8")

    status, out, _ = run("check", article, path, "--published", "2025-11-04")

    assert status == 1
    assert all(line.startswith(f"{path}:1:") for line in out.splitlines())


# ------------------------------------------------------------------------- front matter

FRONT = "---\ntitle: The fair of 2019\npublished: 2025-11-04\nlanguage: en\n---\n\n"


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "My Page.md"
    path.write_bytes((FRONT + CONTRADICTION).encode())
    return path


def test_check_takes_the_day_from_the_front_matter(run, document, tmp_path):
    plain = tmp_path / "plain.txt"
    plain.write_text("\n" * FRONT.count("\n") + CONTRADICTION, encoding="utf-8")

    status, out, err = run("check", document)

    assert (1, "") == (status, err)
    assert out.startswith(f"{document}:7:")
    assert run("check", plain, "--published", "2025-11-04")[1].replace(str(plain), "") == (
        out.replace(str(document), "")
    )


def test_check_takes_the_front_matter_of_standard_input(run, monkeypatch):
    typed(monkeypatch, (FRONT + CONTRADICTION).encode())

    assert 1 == run("check", "-")[0]


def test_the_day_of_the_command_line_wins(run, document):
    assert (0, "", "") == run("check", document, "--published", "2023-11-04")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_read_reads_only_the_body_and_its_offsets_are_those_of_the_file(run, document, end):
    whole = (FRONT + CONTRADICTION).replace("\n", end)
    document.write_bytes(whole.encode())

    _, out, _ = run("read", document, "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]

    assert "The fair of 2019" in whole
    assert "2019" not in [row["text"] for row in rows]
    assert "2025-11-05" in [row["edtf"] for row in rows]
    assert [row["text"] for row in rows] == [whole[row["start"] : row["end"]] for row in rows]


@pytest.mark.parametrize("day", ["2023-02-30", "", "true"])
def test_a_front_matter_with_a_day_that_is_none_is_refused(run, document, day):
    document.write_text(f"---\npublished: {day}\n---\nToday.\n", encoding="utf-8")

    status, out, err = run("check", document)

    assert (2, "") == (status, out)
    assert f"{document}: published: expected an ISO 8601 day" in err
    assert 0 == run("check", document, "--published", DAY)[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "----\npublished: 2023-11-04\n---\n",
        "---\npublished: 2023-11-04\n",
        "---\nIt was held in 2018, and it grew.\n---\n",
        "Today.\n---\npublished: 2023-11-04\n---\n",
    ],
)
def test_what_is_no_front_matter_stays_text(text):
    assert (text, None) == pages.parted(text)


def test_a_front_matter_of_others_is_blank_and_may_give_no_day():
    text = "---\ntitle: Page\ntags:\n  - fair\n# more\n---\nIn 2018.\n"

    blank, day = pages.parted(text)

    assert day is None
    assert len(text) == len(blank)
    assert blank.split() == ["In", "2018."]


def test_front_matters_are_read_as_those_of_a_folder(root):
    for path in sorted((root / "seeds" / "documents").glob("*.md")):
        document = seeds.load_document(path)
        text, day = pages.parted(path.read_text(encoding="utf-8"))

        assert document.published.isoformat() == day
        assert document.text.strip() == text.strip()


def test_check_says_what_was_not_checked_without_a_day(run, article, tmp_path):
    dated = tmp_path / "dated.txt"
    dated.write_text("The first CIIE was held in 2018.\n", encoding="utf-8")

    status, out, err = run("check", dated, article)

    assert (0, "") == (status, out)
    assert f"relative times were not checked in {article}: " in err
    assert "--published DAY" in err
    assert 1 == err.count("\n")
    assert (0, "", "") == run("check", dated)
    assert f"in {article} and 2 other files: " in run("check", article, article, article)[2]


# ------------------------------------------------------------------------- build


def test_build_writes_calendar_and_json(run, root, tmp_path):
    status, out, err = run("build", root / "seeds", "-o", tmp_path / "new" / "build")

    made = {path.name for path in (tmp_path / "new" / "build").iterdir()}
    assert (status, err) == (0, "")
    assert {"ciie.ics", "ciie.json"} <= made
    assert made == {f"ciie{suffix}" for suffix in cli.BUILT}
    assert "editions" in out
    assert "  error: The sixth CIIE was held in 2023" in out


def test_build_takes_another_name(run, root, tmp_path):
    run("build", root / "seeds", "-o", tmp_path, "--name", "expo")

    assert {path.stem for path in tmp_path.iterdir()} == {"expo"}


def test_build_gives_the_same_bytes_everywhere(root, tmp_path):
    places = {
        "a": {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C", "LC_ALL": "C"},
        "b": {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LANG": "de_DE.UTF-8"},
    }
    for name, environment in places.items():
        done = spawn(
            "build", root / "seeds", "-o", tmp_path / name, env={**os.environ, **environment}
        )
        assert done.returncode == 0, done.stderr.decode()
    files = [
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in places
    ]

    assert files[0] == files[1]


def test_build_into_what_is_no_folder(run, root, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")

    status, out, err = run("build", root / "seeds", "-o", taken)

    assert (status, out) == (3, "")
    assert str(taken) in err
    assert err.count("\n") == 1


def test_build_that_fails_leaves_no_file(run, root, tmp_path):
    (tmp_path / "ciie.ics").mkdir()  # a folder cannot be replaced by a file

    status, _, err = run("build", root / "seeds", "-o", tmp_path)

    assert status == 3
    assert err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["ciie.ics"]


def test_a_pack_with_a_wrong_field_is_one_message_with_the_place(run, tmp_path):
    folder = tmp_path / "mine" / "series"
    folder.mkdir(parents=True)
    (folder / "fair.toml").write_text('[series]\nkey = "Fair!"\nname = "Fair"\n', encoding="utf-8")

    status, _, err = run("build", tmp_path / "mine", "-o", tmp_path / "out")

    assert status == 2
    assert "fair.toml" in err
    assert "series.key" in err
    assert not (tmp_path / "out").exists()


# ------------------------------------------------------------------------- series


def test_series_lists_the_bundled_packs(run):
    status, out, _ = run("series")

    assert status == 0
    rows = [line.split()[0] for line in out.splitlines()[1:] if not line.startswith(" ")]
    assert list(api.series_keys()) == rows
    assert "China International Import" in out


def test_series_lists_the_editions_of_one(run):
    status, out, _ = run("series", "ciie")
    rows = out.splitlines()[1:]

    assert status == 0
    assert len(rows) >= 9
    assert any("2023-11-05/2023-11-10" in row for row in rows)
    assert max(map(len, rows)) <= 80


# ------------------------------------------------------------------------- bad input


BAD = {
    "unknown series": (["series", "expo-of-nowhere"], 2, "expo-of-nowhere"),
    "unknown series of a text": (["resolve", "2018", "--series", "nowhere"], 2, "nowhere"),
    "a day that is none": (["resolve", "today", "--published", "2023-02-30"], 2, "2023-02-30"),
    "both choices of series": (["resolve", "2018", "-s", "ciie", "--no-series"], 2, "exclude"),
    "unknown language": (["resolve", "2018", "--lang", "tlh"], 2, "tlh"),
    "unknown command": (["write"], 2, "write"),
    "unknown format": (["read", "-", "--format", "xml"], 2, "xml"),
    "no file": (["read", "no-such-file.txt"], 3, "no-such-file.txt"),
    "no pack": (["series", "no-such-pack.toml"], 3, "no-such-pack.toml"),
    "a folder as a file": (["read", "."], 3, "."),
    "no folder": (["build", "no-such-folder", "-o", "out"], 3, "no-such-folder"),
}


@pytest.mark.parametrize(("arguments", "expected", "named"), BAD.values(), ids=BAD)
def test_bad_input_has_a_status_and_names_what_is_wrong(run, empty, arguments, expected, named):
    status, out, err = run(*arguments)

    assert (expected, "") == (status, out)
    assert named in err
    assert "Traceback" not in err
    assert list(empty.iterdir()) == []


@pytest.mark.parametrize(("mark", "offset"), [(b"", 5), (b"\xef\xbb\xbf", 8)])
def test_a_file_that_is_not_utf8_is_named_with_the_byte(run, tmp_path, mark, offset):
    path = tmp_path / "latin.txt"
    path.write_bytes(mark + b"Caf\xc3\xa9"[:5] + b"\xe9 in 2018")

    status, out, err = run("read", path)

    assert (status, out) == (2, "")
    assert err == (
        f"ciie-timeline: error: {path}: expected UTF-8 text, found byte 0xe9 at offset {offset}\n"
    )


def test_standard_input_that_is_not_utf8(run, monkeypatch):
    typed(monkeypatch, b"\xff")

    status, _, err = run("check", "-")

    assert status == 2
    assert "standard input" in err


def test_text_cannot_steer_the_terminal(run, tmp_path):
    path = tmp_path / "evil.txt"
    path.write_text("\x1b[31mheld in\x1b[0m May 2017\x1b]0;title\x07", encoding="utf-8")

    _, out, _ = run("read", path)

    assert "May 2017" in out
    assert "\x1b" not in out


def test_an_interrupt_has_its_own_status(run, monkeypatch):
    monkeypatch.setattr(api, "series_keys", raising(KeyboardInterrupt()))

    assert run("series")[0] == 130


def test_a_system_error_without_a_file_still_says_something(run, monkeypatch):
    monkeypatch.setattr(api, "series_keys", raising(OSError(28, "No space left on device")))

    assert run("series") == (3, "", "ciie-timeline: error: No space left on device\n")


def test_an_error_cannot_steer_the_terminal_either(run, monkeypatch):
    monkeypatch.setattr(api, "series_keys", raising(UnknownSeriesError("unknown 'x\x1b[2J'")))

    assert run("series") == (2, "", "ciie-timeline: error: unknown 'x [2J'\n")


# ------------------------------------------------------------------------- units


class ClosedPipe(io.StringIO):
    """A standard output that nobody reads: writing fails, or only the flush at the end does."""

    def __init__(self, file: BinaryIO, *, late: bool) -> None:
        super().__init__()
        self.file, self.late = file, late

    def write(self, text: str) -> int:
        if not self.late:
            raise BrokenPipeError
        return len(text)

    def flush(self) -> None:
        raise BrokenPipeError

    def fileno(self) -> int:
        return self.file.fileno()


@pytest.mark.parametrize("late", [False, True])
def test_a_closed_output_ends_the_command(monkeypatch, tmp_path, late):
    with (tmp_path / "pipe").open("wb") as file:
        monkeypatch.setattr(sys, "stdout", ClosedPipe(file, late=late))
        status = cli.main(["series"])
        monkeypatch.undo()

    assert status == 141


def test_a_missing_extra_is_said(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "rich", None)

    with pytest.raises(SystemExit, match="2"):
        runpy.run_path(cli.__file__)

    assert "ciie-timeline[cli]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        ((1, "a"), [1, "a"]),
        (date(2023, 11, 4), "2023-11-04"),
        (parse_edtf("2018/.."), "2018/.."),
        (Status.HELD, "held"),
        ({"day": (date(2023, 11, 4),)}, {"day": ["2023-11-04"]}),
    ],
)
def test_arguments_of_steps_are_plain_data(value, plain):
    assert jsonl.plain(value) == plain


@pytest.mark.parametrize(
    ("numbers", "shown"), [((), ""), ((6,), "6"), ((1, 2, 3), "1–3"), ((1, 3), "1, 3")]
)
def test_editions_are_shown_in_short(numbers, shown):
    resolution = Resolution(Kind.EDITIONS, None, editions=numbers)
    mention = Mention(0, 1, "x", EditionRef(), resolution)

    assert screen.editions_of(mention) == shown


def test_an_edition_without_a_known_day_has_no_year():
    assert screen.year(Edition("fair/1", "First fair")) == "?"
    assert screen.year(Edition("fair/2", "Second fair", when="../1850")) == "?"
    assert screen.year(Edition("fair/3", "Third fair", when="-0044-03-15")) == "-0044"


def test_a_folder_without_a_name_of_its_own_is_called_as_it_is(run, tmp_path):
    (tmp_path / "quiet" / "series").mkdir(parents=True)

    status, out, _ = run("build", tmp_path / "quiet", "-o", tmp_path / "out")

    assert status == 0
    assert {path.stem for path in (tmp_path / "out").iterdir()} == {"quiet"}
    assert "0 editions" in out


def test_a_folder_says_what_its_files_are_called(run, tmp_path):
    (tmp_path / "mine" / "series").mkdir(parents=True)
    (tmp_path / "mine" / "timeline.toml").write_text('name = "fairs"\n', encoding="utf-8")

    run("build", tmp_path / "mine", "-o", tmp_path / "out")

    assert {path.stem for path in (tmp_path / "out").iterdir()} == {"fairs"}


# ------------------------------------------------------------------------- processes


def test_a_closed_pipe_is_no_error(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("It was May 2017 and June 2018.\n" * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "ciie_timeline.cli", "read", path, "--format", "jsonl"]

    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (141, b"")


def test_a_pipe_that_closes_before_the_end_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "ciie_timeline.cli", "series"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_text_is_utf8_whatever_the_locale(locale):
    env = {**os.environ, "PYTHONCOERCECLOCALE": "0", **locale}
    text = "– 进博会 in May 2017 –".encode()
    read = spawn("read", "-", "--format", "jsonl", input=text, env=env)

    assert read.returncode == 0, read.stderr.decode()
    assert json.loads(read.stdout.decode("utf-8").splitlines()[0])["text"] == "May 2017"
    wrong = spawn("series", "进博会", env=env)
    assert wrong.returncode == 2
    assert "进博会" in wrong.stderr.decode("utf-8")


def test_the_extra_is_asked_for_in_one_line():
    code = (
        "import sys; sys.modules['click'] = None; sys.modules['rich'] = None\n"
        "import ciie_timeline; from ciie_timeline import parse_edtf; parse_edtf('2018')\n"
        "import ciie_timeline.cli"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "ciie-timeline: the command line needs the extra cli: pip install 'ciie-timeline[cli]'"
    ]


def test_the_version_is_that_of_the_package(run):
    version = importlib.metadata.version("ciie-timeline")

    assert run("--version") == (0, f"ciie-timeline {version}\n", "")


@pytest.mark.parametrize("command", ["", *cli.group.commands])
def test_each_command_has_help_that_fits(run, command):
    status, out, _ = run(*filter(None, [command]), "--help")

    assert status == 0
    assert out.startswith("Usage: ciie-timeline")
    assert max(map(len, out.splitlines())) <= 80
