"""The benchmark of peers, with tools that are made up: nothing here needs a network."""

import sys
from contextlib import ExitStack
from datetime import date, datetime
from types import SimpleNamespace

import peers
import pytest
from conversation import Answer, LostError, RefusedError, Worker
from peer_tables import amount, of_pass, tables, updated
from peers import Peer, Row, measure, rows_of, shifted, start
from taggers import dateparser, parsedatetime, recognizers, timefhuman, timexy, words
from taggers.serve import Tagger, answer
from timeml import Document, Timex

FAKE = """
import json, os, sys, time
print("import went well", file=sys.stderr)
versions = {"fake": "1.2", "python": "3", "system": "X"}
print(json.dumps({"versions": versions, "cpu": 0.5}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    match asked["text"].split()[0]:
        case "crash":
            sys.exit("the tool fell over")
        case "sleep":
            time.sleep(60)
        case "raise":
            reply = {"error": "KeyError: 'month'"}
        case "half":
            os.write(1, b'{"timexes":')
            sys.exit(3)
        case _:
            reply = {"timexes": [[0, 4, "DATE", asked["base"]]], "cpu": 0.001}
    print(json.dumps(reply), flush=True)
"""


@pytest.fixture
def fake(tmp_path):
    """The command of a tool that finds the first four letters, unless it is told to fail."""
    path = tmp_path / "fake.py"
    path.write_text(FAKE, encoding="utf-8")
    return (sys.executable, str(path))


@pytest.fixture
def worker(fake):
    made = Worker(fake, limit=5)
    made.start()
    yield made
    made.close()


def test_a_worker_answers(worker):
    expected = Answer([Timex(0, 4, "DATE", "2021-03-04")], 0.001)

    assert expected == worker.ask("June – it was", "2021-03-04")


def test_a_tool_that_raises_goes_on(worker):
    with pytest.raises(RefusedError, match="month"):
        worker.ask("raise", "2021-03-04")
    assert worker.ask("June", "2021-03-04").cpu == 0.001


@pytest.mark.parametrize(
    ("text", "told"), [("crash", "the tool fell over"), ("half", "import went well")]
)
def test_a_process_that_ends_is_lost_with_its_last_words(worker, text, told):
    with pytest.raises(LostError, match=told):
        worker.ask(text, "2021-03-04")
    assert worker.start()["cpu"] == 0.5
    assert worker.ask("June", "2021-03-04").cpu == 0.001


def test_a_process_that_does_not_answer_is_ended(fake):
    worker = Worker(fake, limit=1)
    worker.start()

    with pytest.raises(LostError, match="no answer in 1 seconds"):
        worker.ask("sleep", "2021-03-04")
    with pytest.raises(LostError):
        worker.ask("June", "2021-03-04")
    worker.close()


def test_a_worker_is_asked_after_it_has_started(fake):
    worker = Worker(fake, limit=1)

    with pytest.raises(LostError, match="not started"):
        worker.ask("June", "2021-03-04")
    worker.close()


def document(name, text, *gold):
    return Document(name, text, "2021-03-04", tuple(gold))


TEXTS = (
    document("a", "June 2021", Timex(0, 4, "DATE", "2021-03-04")),
    document("b", "raise in 2021", Timex(0, 5, "DATE", "2021")),
    document("c", "crash in 2021"),
    document("d", "July 2021", Timex(0, 9, "DATE", "2021-07")),
)
PEER = Peer("fake", (), "fake")


@pytest.fixture
def row(fake):
    """A tool that was measured in two rounds."""
    made, worker = Row(PEER), Worker(fake, limit=5)
    measure({made: worker}, TEXTS, rounds=2)
    worker.close()
    return made


def test_documents_that_fail_are_told_and_do_not_end_the_run(row):
    assert {"b": "KeyError: 'month'", "c": "the tool fell over"} == {
        each.name: fault for each, fault in row.faults.items()
    }
    assert ["a", "d"] == [each.name for each in row.answers]
    assert ("fake 1.2", "") == (row.title, row.trouble)
    assert (3, 2, 2, 1, 2, 1) == row.scores(TEXTS)


def test_speed_is_that_of_the_documents_that_were_answered(row):
    assert [pytest.approx(18 / 1e6 / 0.002)] * 2 == row.first
    assert [pytest.approx(18 / 1e6 / 0.002)] * 2 == row.again
    assert row.used == pytest.approx(0.008)


def test_a_tool_that_keeps_falling_over_is_given_up(fake):
    row, worker = Row(PEER), Worker(fake, limit=5)
    measure({row: worker}, [document(str(each), "crash") for each in range(9)])
    worker.close()

    assert (peers.LOSSES, peers.LOSSES) == (row.losses, len(row.faults))
    assert "given up" in row.trouble


def test_a_slow_tool_has_one_round(fake, monkeypatch):
    monkeypatch.setattr(peers, "PATIENCE", 0.001)
    row, worker = Row(PEER), Worker(fake, limit=5)
    measure({row: worker}, TEXTS[:1], rounds=3)
    worker.close()

    assert (1, 1) == (len(row.first), len(row.again))


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ((sys.executable, "-c", "import a_tool_that_is_not_there"), "a_tool_that_is_not_there"),
        ((sys.executable, "-c", "import os; os._exit(7)"), "ended with 7"),
        ((sys.executable, "-c", 'print(\'{"error": "no data"}\')'), "no data"),
        (("./no-such-command",), "no-such-command"),
    ],
)
def test_a_tool_that_does_not_start_says_why(command, told):
    row, worker = Row(PEER), Worker(command, limit=5)
    start(row, worker)
    worker.close()

    assert row.trouble.startswith("does not start: ")
    assert told in row.trouble


def test_a_tool_that_cannot_be_installed_says_so_and_has_no_worker(tmp_path):
    peer = Peer("missing", ("--no-index", str(tmp_path / "nowhere")), "missing")
    with ExitStack() as stack:
        rows, workers = rows_of([peer], tmp_path, stack)

    assert (1, {}) == (len(rows), workers)
    assert rows[0].trouble.startswith("not installed: ")


def test_the_second_pass_moves_the_years_and_keeps_the_weekdays():
    moved = shifted(document("a", "In 1998 and 2001, 19987 seats, 3.1999 per cent"), 28)

    assert ("In 2026 and 2029, 19987 seats, 3.1999 per cent", "2049-03-04") == moved[1:3]
    assert date(2021, 3, 4).weekday() == date(2049, 3, 4).weekday()


def test_this_library_speaks_the_protocol():
    worker = Worker((sys.executable, "-m", "taggers.serve", "project"), limit=60)
    ready = worker.start()
    found = worker.ask("It opened on 5 November 2023 – for six days.", "2024-01-02")
    worker.close()

    assert {"python", "system", "ciie-timeline"} == set(ready["versions"])
    assert ready["cpu"] > 0 < found.cpu
    assert ["2023-11-05", "P6D"] == [each.value for each in found.timexes]


def test_what_a_tool_raises_is_its_answer():
    tagger = Tagger((), lambda text, base: [text, base], lambda said, text, base: [(0, 4, *said)])
    broken = tagger._replace(ask=lambda text, base: 1 // 0)

    assert [(0, 4, "June", date(2021, 3, 4))] == answer(tagger, "June", "2021-03-04")["timexes"]
    assert {"error": "ZeroDivisionError: integer division or modulo by zero"} == answer(
        broken, "June", "2021-03-04"
    )


# ------------------------------------------------------------------ tables


@pytest.fixture
def blocks(row):
    broken = Row(Peer("broken", (), "broken"), trouble="not installed: no network")
    row.versions["spacy"] = "3"
    return tables([row, broken], {"News": TEXTS}, date(2021, 3, 4))


def test_the_tables_say_what_was_measured(blocks):
    assert blocks["setting"] == (
        "Measured on 4 March 2021 with CPython 3 on X. Texts: News, 4 documents "
        "(0.00 MB, 3 expressions annotated). Besides the tools: spacy 3.\n"
    )
    assert blocks["accuracy"] == (
        "| F1, % | News: strict | relaxed | type | value |\n|---|---|---|---|---|\n"
        "| fake 1.2 | 40.0 | 80.0 | 80.0 | 40.0 |\n| broken | – | – | – | – |\n"
    )
    assert "| fake 1.2 | 0.0090 | 1.0 | 0.0090 | 1.0 | 0.50 |\n" in blocks["speed"]
    assert "| broken | – | – | – | – | – |\n" in blocks["speed"]
    assert blocks["faults"] == (
        "- broken: not installed: no network\n"
        "- fake 1.2: no answer for 2 documents, the first is b (KeyError: 'month')\n"
    )
    assert blocks["summary"] == (
        "| | News: right values, F1 in % | MB/s, first pass |\n|---|---|---|\n"
        "| fake 1.2 | 40.0 | 0.0090 |\n| broken | – | – |\n"
    )


def test_a_run_without_faults_says_so(row):
    row.faults.clear()

    assert "Every tool" in tables([row], {"News": TEXTS}, date(2021, 3, 4))["faults"]


def test_ratios_are_to_the_first_tool():
    assert ("0.20", "38") == of_pass([0.2, 0.1], [5.0, 7.5])
    assert ["1,234", "12", "3.9", "0.25", "0.098", "0.0065"] == [
        amount(each) for each in (1234.4, 12.3, 3.94, 0.251, 0.0978, 0.00651)
    ]


def test_the_blocks_of_a_page_are_rewritten(blocks):
    page = (
        "One\n<!-- bench:faults -->\nold\n<!-- /bench -->\n"
        "two\n<!-- bench:setting -->\n<!-- /bench -->\n"
    )

    assert updated(page, blocks) == (
        f"One\n<!-- bench:faults -->\n{blocks['faults']}<!-- /bench -->\n"
        f"two\n<!-- bench:setting -->\n{blocks['setting']}<!-- /bench -->\n"
    )
    with pytest.raises(ValueError, match="no block colour"):
        updated("<!-- bench:colour -->\n<!-- /bench -->", blocks)


def test_a_peer_that_is_unknown_is_refused(capsys):
    with pytest.raises(SystemExit):
        peers.arguments(["corpus", "--peers", "dateparser,coffee"])
    assert "no such peers: coffee" in capsys.readouterr().err


def test_one_command_measures_prints_and_updates(tmp_path, fake, monkeypatch, capsys):
    folder = tmp_path / "News"
    folder.mkdir()
    (folder / "a.tml").write_text(
        '<TimeML><DCT><TIMEX3 value="2021-03-04">x</TIMEX3></DCT><TEXT>'
        '<TIMEX3 type="DATE" value="2021-03-04">June</TIMEX3></TEXT></TimeML>',
        encoding="utf-8",
    )
    page = tmp_path / "page.md"
    page.write_text("<!-- bench:summary -->\n<!-- /bench -->\n", encoding="utf-8")

    def row_of(chosen, place, stack):
        row, worker = Row(chosen[0]), Worker(fake, limit=5)
        stack.callback(worker.close)
        return [row], {row: worker}

    monkeypatch.setattr(peers, "rows_of", row_of)
    peers.main([str(folder), "--peers", "", "--rounds", "1", "--update", str(page)])

    assert "| ciie-timeline | 100.0 | 0.0040 |" in page.read_text(encoding="utf-8")
    assert "News, 1 documents" in capsys.readouterr().out


# ------------------------------------------------------------------ what the tools say, as TIMEX3

BASE = date(1998, 3, 5)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("on Tuesday", "Tuesday"),
        ("in March 3rd, 2004 and", "March 3rd, 2004"),
        ("now by the", "now"),
        (" August 1988", "August 1988"),
        ("the August 1988", "August 1988"),
        ("a five year", "five year"),
        ("a week", "a week"),
        ("the past five years,", "the past five years"),
        ("Friday.", "Friday"),
        ("Sept.", "Sept."),
        ("7 p.m.", "7 p.m."),
        ("by the", ""),
    ],
)
def test_spans_lose_what_timeml_leaves_out(text, kept):
    start, end = words.trimmed(f"xx {text} xx", 3, 3 + len(text))

    assert kept == f"xx {text} xx"[start:end]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("two weeks", ("DURATION", "P2W")),
        ("the past three months", ("DURATION", "P3M")),
        ("four-hour", ("DURATION", "PT4H")),
        ("a decade", ("DURATION", "P10Y")),
        ("two weeks ago", ("DATE", "1998-W10")),
        ("now", ("DATE", "PRESENT_REF")),
        ("at 7:15", ("TIME", "1998-03-07T12:30")),
        ("noon Thursday", ("TIME", "1998-03-07T12:30")),
        ("last night", ("TIME", "1998-03-07TNI")),
        ("Saturday", ("DATE", "1998-03-07")),
        ("yesterday", ("DATE", "1998-03-07")),
        ("March 7", ("DATE", "1998-03-07")),
        ("7th of March", ("DATE", "1998-03-07")),
        ("3/7/1998", ("DATE", "1998-03-07")),
        ("March", ("DATE", "1998-03")),
        ("March 1998", ("DATE", "1998-03")),
        ("last week", ("DATE", "1998-W10")),
        ("this quarter", ("DATE", "1998-Q1")),
        ("1998", ("DATE", "1998")),
        ("last year", ("DATE", "1998")),
        ("the last decade", ("DATE", "199")),
        ("three days ago", ("DATE", "1998-03-07")),
        ("an hour ago", ("TIME", "1998-03-07T12:30")),
        ("easter", ("DATE", "1998-03-07")),
    ],
)
def test_the_words_tell_the_grain_of_an_instant(phrase, expected):
    assert expected == words.timex(phrase, datetime(1998, 3, 7, 12, 30))


def test_a_grain_of_the_tool_is_for_words_that_tell_none():
    moment = datetime(1998, 3, 7, 12, 30)

    assert ("DATE", "1998-03") == words.timex("the ides", moment, "month")
    assert ("DATE", "1998-03-07") == words.timex("Saturday", moment, "month")


def told(text, found):
    return [(text[start:end], kind, value) for start, end, kind, value in found]


def test_dateparser_gives_words_and_is_looked_up_in_order():
    text = "Now in March, and now. On Friday."
    noon = datetime(1998, 3, 1, 12)
    periods = {
        "Now in": "time",
        "March": "month",
        "now": "time",
        "absent": "day",
        "On Friday": "day",
    }
    said = [(phrase, noon, period) for phrase, period in periods.items()]

    assert told(text, dateparser.timexes(said, text, BASE)) == [
        ("Now", "DATE", "PRESENT_REF"),
        ("March", "DATE", "1998-03"),
        ("now", "DATE", "PRESENT_REF"),
        ("Friday", "DATE", "1998-03-01"),
    ]
    assert dateparser.timexes(None, text, BASE) == []


class Context(SimpleNamespace):
    """As parsedatetime's: one bit for each grain, and a summary that is 0 for none."""

    ACU_YEAR, ACU_MONTH, ACU_WEEK, ACU_DAY, ACU_HALFDAY, ACU_HOUR = 1, 2, 4, 8, 16, 32
    ACU_TIME = 48


@pytest.mark.parametrize(
    ("accuracy", "expected"),
    [
        (1, ("DATE", "1998")),
        (3, ("DATE", "1998-03")),
        (4, ("DATE", "1998-W09")),
        (10, ("DATE", "1998-03-01")),
        (24, ("TIME", "1998-03-01TDT")),
        (40, ("TIME", "1998-03-01T12:00")),
    ],
)
def test_parsedatetime_has_a_grain_of_its_own(accuracy, expected):
    context = Context(accuracy=accuracy, dateTimeFlag=1)
    said = [(datetime(1998, 3, 1, 12), context, 0, 8, "the ides")]

    assert [(0, 8, *expected)] == parsedatetime.timexes(said, "the ides", BASE)


def test_parsedatetime_says_what_is_no_date():
    said = [(datetime(1998, 3, 1), Context(accuracy=0, dateTimeFlag=0), 0, 3, "880")]

    assert parsedatetime.timexes(said, "880 men", BASE) == []
    assert parsedatetime.timexes(None, "880 men", BASE) == []


def test_timefhuman_gives_moments_ranges_lists_and_lengths():
    text = "at 7 today, 1-2 May, an hour on, 3 May"
    day = datetime(1998, 5, 1)
    said = [
        ("", (0, 4), datetime(1998, 3, 5, 7).time()),
        ("", (5, 10), date(1998, 3, 5)),
        ("", (12, 19), [(day, datetime(1998, 5, 2))]),
        ("", (21, 31), timefhuman.timedelta(hours=1)),
        ("", (31, 32), day),
        ("", (33, 38), datetime(1998, 5, 3)),
    ]

    assert told(text, timefhuman.timexes(said, text, BASE)) == [
        ("7", "DATE", "1998-03-05"),
        ("today", "DATE", "1998-03-05"),
        ("1-2 May", "DATE", "1998-05-01"),
        ("an hour", "DURATION", "PT1H"),
        ("3 May", "DATE", "1998-05-03"),
    ]


def test_timexy_gives_timex_tags():
    text = "in June 1998 for two weeks"
    said = [
        (3, 12, 'TIMEX3 type="DATE" value="1998-06-01T00:00:00"'),
        (17, 26, 'TIMEX3 type="DURATION" value="P2W"'),
    ]

    assert told(text, timexy.timexes(said, text, BASE)) == [
        ("June 1998", "DATE", "1998-06"),
        ("two weeks", "DURATION", "P2W"),
    ]


def resolved(kind, timex, *values):
    rows = [{"timex": timex, **each} for each in values] if values else None
    return {"type_name": f"datetimeV2.{kind}", "resolution": rows and {"values": rows}}


MONTHS = ({"start": "1997-10-01"}, {"start": "1998-10-01"})
DAYS = ({"value": "1998-02-26"}, {"value": "1998-03-05"})


@pytest.mark.parametrize(
    ("phrase", "answer", "expected"),
    [
        ("October", resolved("daterange", "XXXX-10", *MONTHS), ("DATE", "1997-10")),
        ("Thursday", resolved("date", "XXXX-WXX-4", *DAYS), ("DATE", "1998-03-05")),
        ("May 1", resolved("date", "XXXX-05-01", {"value": "1998-05-01"}), ("DATE", "1998-05-01")),
        ("1998", resolved("daterange", "1998", {"start": "1998-01-01"}), ("DATE", "1998")),
        ("last week", resolved("daterange", "1998-W09", {"start": "x"}), ("DATE", "1998-W09")),
        (
            "the week of March 2",
            resolved("daterange", "XXXX-03-02", {"start": "1998-03-02"}),
            ("DATE", "1998-W10"),
        ),
        (
            "two years ago",
            resolved("date", "1996-03-05", {"value": "1996-03-05"}),
            ("DATE", "1996"),
        ),
        (
            "the fourth quarter",
            resolved("daterange", "(1998-10-01,1999-01-01,P3M)", *MONTHS),
            ("DATE", "1997-Q4"),
        ),
        (
            "past three months",
            resolved("daterange", "(1997-12-05,1998-03-05,P3M)", {"start": "1997-12-05"}),
            ("DURATION", "P3M"),
        ),
        (
            "last few days",
            resolved("daterange", "(1998-03-02,1998-03-05,P3D)", {"start": "1998-03-02"}),
            ("DURATION", "PXD"),
        ),
        ("five years", resolved("duration", "P5Y", {"value": "157680000"}), ("DURATION", "P5Y")),
        ("daily", resolved("set", "P1D", {"value": "not resolved"}), ("SET", "P1D")),
        ("now", resolved("datetime", "PRESENT_REF", {"value": "x"}), ("DATE", "PRESENT_REF")),
        ("20:00", resolved("time", "T20", {"value": "20:00:00"}), ("TIME", "1998-03-05T20:00")),
        ("morning", resolved("timerange", "TMO", {"start": "08:00"}), ("TIME", "1998-03-05TMO")),
        (
            "8 p.m. Thursday",
            resolved("datetime", "XXXX-WXX-4T20", {"value": "1998-03-05 20:00:00"}),
            ("TIME", "1998-03-05T20:00"),
        ),
        ("until now", resolved("datetime", ""), ("TIME", "")),
    ],
)
def test_recognizers_strings_become_timex3(phrase, answer, expected):
    said = [SimpleNamespace(start=0, end=len(phrase) - 1, **answer)]

    assert [expected] == [each[2:] for each in recognizers.timexes(said, phrase, BASE)]


def test_every_peer_has_a_tagger_and_pinned_versions(root):
    for peer in peers.PEERS[1:]:
        assert (root / "tests/bench/taggers" / f"{peer.tagger}.py").is_file()
        assert all("==" in each for each in peer.requirements)


def cells(page, block):
    """The rows of a table in a page by their first cell, without its head."""
    table = page.partition(f"<!-- bench:{block} -->\n")[2].partition("<!-- /bench -->")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines()]
    return {name: figures for name, *figures in rows[2:]}


def test_the_readme_and_the_page_of_the_comparison_agree(root):
    """Both come from one run."""
    page = (root / "docs/explanation/comparison-taggers.md").read_text(encoding="utf-8")
    short = cells((root / "README.md").read_text(encoding="utf-8"), "summary")
    accuracy, speed = cells(page, "accuracy"), cells(page, "speed")

    assert len(short) == len(peers.PEERS)
    assert short == {name: [*figures[3::4], speed[name][0]] for name, figures in accuracy.items()}
