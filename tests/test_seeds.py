"""Packs and documents: what they load as, and the message for each way to break them."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ciie_timeline import seeds
from ciie_timeline.errors import SeedError, UnknownSeriesError
from ciie_timeline.model import Attendance, Method, Modality, Status
from ciie_timeline.seeds.fields import ordinal, roman
from ciie_timeline.values import parse_edtf

HEAD = """
[series]
key = "fair"
name = "Fair"
"""
SOURCE = """
[[source]]
id = "news"
published = 2023-11-04
"""


@pytest.fixture
def pack_of(tmp_path):
    def load(text: str) -> seeds.Pack:
        path = tmp_path / "fair.toml"
        path.write_text(text, encoding="utf-8")
        return seeds.load_pack(path)

    return load


def values(pack, subject):
    return {
        (claim.property, claim.source): claim.value
        for claim in pack.claims
        if claim.subject == subject
    }


# --------------------------------------------------------------------------- the bundled ones


def test_every_bundled_pack_loads_and_carries_its_own_key():
    assert {"ciie", "china-lac-business-summit"} <= set(seeds.available())
    assert all(seeds.load_pack(key).series.key == key for key in seeds.available())


def test_every_claim_has_an_id_of_its_own_and_known_sources():
    for key in seeds.available():
        pack = seeds.load_pack(key)
        assert len(pack.claims) == len({claim.id for claim in pack.claims})
        known = {source.id for source in pack.sources}
        assert {claim.source for claim in pack.claims} - {""} <= known


def test_every_day_of_an_edition_has_a_source():
    for key in seeds.available():
        times = [each for each in seeds.load_pack(key).claims if each.property == "when"]
        assert times
        assert all(each.source for each in times)


def test_the_expo():
    pack = seeds.load_pack("ciie")
    assert pack.series.aliases("zh")[:2] == ("中国国际进口博览会", "进博会")
    assert pack.series.founded == parse_edtf("2017-05")
    assert str(pack.series.duration) == "P6D"
    assert pack.series.recurrence == "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=5"
    assert pack.series.place is not None
    assert pack.series.place.tz == pack.series.tz == "Asia/Shanghai"
    assert pack.rules == pack.series.rules
    assert pack.rules[0].get("every") == 1
    editions = {claim.subject for claim in pack.claims if claim.property == "number"}
    assert editions == {f"ciie/{number}" for number in range(1, 10)}
    eves = {
        claim.subject.split("/")[1]
        for claim in pack.claims
        if claim.subject.endswith("/opening-ceremony") and claim.value == parse_edtf("2020-11-04")
    }
    assert eves == {"3"}
    assert [part.id for part in pack.parts] == ["opening-ceremony", "hongqiao-forum"]
    assert "Hongqiao Forum" in pack.parts[1].names_in("en")
    assert pack.parts[1].names_in("xx") == ()


def test_stable_ids_tell_subject_property_and_source():
    ids = {claim.id for claim in seeds.load_pack("ciie").claims}
    assert "ciie/6#when@people-daily-2023-11-05" in ids
    assert "ciie/announcement#about:0" in ids


def test_the_bundled_folder_loads_as_a_whole():
    folder = seeds.load_folder(seeds.bundled_folder())
    assert (folder.name, folder.title) == ("ciie", "China International Import Expo")
    assert [pack.series.key for pack in folder.packs] == list(seeds.available())
    assert [str(each.published) for each in folder.documents] == [
        "2023-05-17",
        "2023-11-04",
        "2023-11-09",
        "2024-10-28",
        "2025-11-04",
    ]


@pytest.mark.parametrize(
    ("stem", "phrases"),
    [
        ("2023-05-17-six-years-on", ("Six years on", "first announced in May 2017", "As of now")),
        ("2023-11-04-open-development", ("the past five years", "Since the inception of the CIIE")),
        ("2023-11-09-south-south-trade", ("tenth anniversary", "Fourth Industrial Revolution")),
        ("2024-10-28-seventh-expo", ("The previous six editions", "seven consecutive years")),
        (
            "2025-11-04-belt-and-road-exhibitors",
            ("The sixth China International Import Expo", "This year's edition"),
        ),
    ],
)
def test_the_documents_keep_their_phrases_of_time(stem, phrases):
    document = seeds.load_document(seeds.bundled_folder() / "documents" / f"{stem}.md")
    text = " ".join(document.text.split()).lower()
    assert all(phrase.lower() in text for phrase in phrases)
    assert document.source.id == stem
    assert document.source.published == parse_edtf(stem[:10])
    assert document.language == "en"
    assert document.origin.endswith(".txt")
    assert 120 <= len(text.split()) <= 250


def test_packs_are_found_from_another_folder(tmp_path):
    code = "from ciie_timeline import seeds; print(seeds.load_pack('ciie').series.key)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout == "ciie\n"


# --------------------------------------------------------------------------- what a pack can say


def test_a_statement_has_sources_of_its_own_and_two_may_disagree(pack_of):
    pack = pack_of(
        HEAD
        + SOURCE
        + """
        [[source]]
        id = "wire"
        derived_from = ["news"]

        [[edition]]
        number = 6
        sources = ["news"]
        when = [
          { is = "2023-11-05", sources = ["news"] },
          { is = 2023-11-04, sources = ["wire"], method = "resolved" },
        ]
        attendance = { is = "mixed", sources = ["news"] }
        """
    )
    found = values(pack, "fair/6")
    assert found["when", "news"] == parse_edtf("2023-11-05")
    assert found["when", "wire"] == parse_edtf("2023-11-04")
    assert found["attendance", "news"] == Attendance.MIXED.value
    assert found["number", "news"] == 6
    assert found["name", ""] == "6th Fair"
    methods = {c.source: c.method for c in pack.claims if c.property == "when"}
    assert methods == {"news": Method.STATED, "wire": Method.RESOLVED}
    assert pack.sources[1].derived_from == ("news",)


def test_a_postponed_twice_yearly_fair(pack_of):
    pack = pack_of(
        """
        [series]
        key = "fair"
        name = "Canton Fair"
        edition_name = "{number}. {name} ({label})"

        [numbering]
        unit = "half"
        max_gap = 1

        [[session]]
        id = "phase-1"
        name = "Phase 1"

        [[edition]]
        number = 127
        label = "spring 2020"
        when = "2020-06-15/2020-06-24"
        previous_starts = [2020-04-15, "2020-05-01"]
        status = "held"
        attendance = "online"
        categories = ["trade"]
        former_keys = ["fair/x-spring-2020"]

        [[edition.session]]
        id = "phase-1"
        when = "2020-06-15/2020-06-19"

        [[edition.session]]
        id = "gala"
        title = "Gala"
        when = "2020-06-15T20:00"
        tz = "Asia/Shanghai"
        """
    )
    claims = [(c.property, c.value) for c in pack.claims if c.subject == "fair/127"]
    assert ("name", "127. Canton Fair (spring 2020)") in claims
    assert ("previous-start", parse_edtf("2020-04-15")) in claims
    assert ("previous-start", parse_edtf("2020-05-01")) in claims
    assert ("category", "trade") in claims
    assert ("former-key", "fair/x-spring-2020") in claims
    assert values(pack, "fair/127/phase-1")["name", ""] == (
        "Phase 1, 127. Canton Fair (spring 2020)"
    )
    assert values(pack, "fair/127/gala")["tz", ""] == "Asia/Shanghai"
    assert dict(pack.rules[0].parameters)["unit"] == "half"


def test_label_years_and_cancelled_editions_without_a_number(pack_of):
    pack = pack_of(
        """
        [series]
        key = "forum"
        name = "Forum"

        [numbering]
        kind = "label"

        [[edition]]
        label = "2020"
        status = "cancelled"

        [[edition]]
        id = "x-extra"
        label = "extra meeting"
        status = "scheduled"
        when = "2027"
        """
    )
    assert values(pack, "forum/2020")["name", ""] == "Forum 2020"
    assert values(pack, "forum/2020")["status", ""] == Status.CANCELLED.value
    times = {c.subject: c.modality for c in pack.claims if c.property == "when"}
    assert times == {"forum/x-extra": Modality.PLANNED}


def test_roman_numerals_and_rules_for_stretches(pack_of):
    pack = pack_of(
        """
        [series]
        key = "bowl"
        name = "Super Bowl"
        edition_name = "{name} {roman}"

        [[numbering]]
        style = "roman"
        to = 50

        [[numbering]]
        from = 51
        every = 1
        max_gap = 1
        delay = 1
        cancelled = "keep"

        [[edition]]
        number = 58
        when = 2024-02-11
        """
    )
    assert values(pack, "bowl/58")["name", ""] == "Super Bowl LVIII"
    assert [rule.id for rule in pack.rules] == ["bowl.numbering", "bowl.numbering-2"]
    assert pack.rules[1].get("from") == 51


def test_places_are_named_once_and_handed_down(pack_of):
    pack = pack_of(
        HEAD
        + """
        place = "hall"
        tz = "Asia/Shanghai"

        [[place]]
        id = "hall"
        name = "Hall"
        latitude = 31
        longitude = 121.3

        [[place]]
        id = "tent"
        name = "Tent"

        [[edition]]
        number = 1
        [[edition.session]]
        id = "talk"
        title = "Talk"

        [[edition]]
        number = 2
        place = "tent"
        [[edition.session]]
        id = "talk"
        title = "Talk"
        """
    )
    names = {c.subject: (c.value.name, c.method) for c in pack.claims if c.property == "place"}
    assert names == {
        "fair/1": ("Hall", Method.INFERRED),
        "fair/1/talk": ("Hall", Method.INFERRED),
        "fair/2": ("Tent", Method.STATED),
        "fair/2/talk": ("Tent", Method.INFERRED),
    }


# --------------------------------------------------------------------------- what is refused

BROKEN = [
    ("", "series.key", "an id of [a-z0-9-]", "no such field"),
    ('[series]\nkey = "CIIE"\nname = "x"', "series.key", "an id of [a-z0-9-]", "'CIIE'"),
    ('[series]\nkey = "fair"\nname = " "', "series.name", "a text that is not empty", "' '"),
    (HEAD + "colour = 1", "series.colour", "one of the fields", "an unknown field"),
    (HEAD + "[[editions]]\nnumber = 1", "editions", "one of the fields", "an unknown field"),
    (HEAD + 'tz = "Mars/Olympus"', "series", "values that fit", "'Mars/Olympus'"),
    (HEAD + 'duration = "6 days"', "series.duration", "an ISO 8601 duration", "'6 days'"),
    (HEAD + 'recurrence = "FREQ=OFTEN"', "series.recurrence", "a recurrence rule", "FREQ=OFTEN"),
    (HEAD + 'place = "hall"', "series.place", "the id of a place", "'hall'"),
    (HEAD + "[series.names]\nen = [1]", "series.names.en", "a list of texts", "[1]"),
    (HEAD + "[series.names]\nen = 'x'", "series.names.en", "a list of texts", "'x'"),
    (HEAD + "[[edition]]\nnumber = 6\n" * 2, "edition[1].number", "no other entry", "'fair/6'"),
    (HEAD + "[[edition]]\nnumber = '6'", "edition[0].number", "a whole number from 0", "'6'"),
    (HEAD + "[[edition]]\nnumber = true", "edition[0].number", "a whole number from 0", "True"),
    (HEAD + "[[edition]]\nnumber = 1000", "edition[0].number", "up to 999", "1000"),
    (HEAD + "[[edition]]\nlabel = 'spring'", "edition[0].id", "a label of four figures", "none"),
    (
        HEAD + "[[edition]]\nnumber = 6\nwhen = '2023-02-30'",
        "edition[0].when",
        "an EDTF value",
        "'2023-02-30'",
    ),
    (
        HEAD + "[[edition]]\nnumber = 6\nwhen = '2023-11-10/2023-11-05'",
        "edition[0].when",
        "an EDTF value",
        "'2023-11-10/2023-11-05'",
    ),
    (HEAD + "[[edition]]\nnumber = 6\nwhen = 2023", "edition[0].when", "an EDTF value", "2023"),
    (HEAD + "[[edition]]\nnumber = 6\nwhen = []", "edition[0].when", "an EDTF value", "[]"),
    (
        HEAD + "[[edition]]\nnumber = 6\nwhen = [{is = '2023', wrong = 1}]",
        "edition[0].when[0].wrong",
        "one of the fields",
        "an unknown field",
    ),
    (
        HEAD + "[[edition]]\nnumber = 6\nsources = ['gone']",
        "edition[0].sources",
        "ids of sources of the pack",
        "no source has the id 'gone'",
    ),
    (HEAD + "[[edition]]\nnumber = 6\nsources = 'x'", "edition[0].sources", "ids of", "'x'"),
    (
        HEAD + "[[edition]]\nnumber = 6\nstatus = 'maybe'",
        "edition[0].status",
        "one of scheduled, held",
        "'maybe'",
    ),
    (
        HEAD + "[[edition]]\nnumber = 6\nplace = 'hall'",
        "edition[0].place",
        "the id of a place (the pack has none)",
        "'hall'",
    ),
    (
        HEAD + "[[edition]]\nnumber = 6\nprevious_starts = '2020'",
        "edition[0].previous_starts",
        "a list of EDTF values",
        "'2020'",
    ),
    (
        HEAD + "[[edition]]\nnumber = 6\n[[edition.session]]\nid = 'talk'",
        "edition[0].session[0].title",
        "a text that is not empty",
        "no such field",
    ),
    (
        HEAD + "[[edition]]\nnumber = 6\n" + "[[edition.session]]\nid = 'a'\ntitle = 'A'\n" * 2,
        "edition[0].session[1].id",
        "no other entry",
        "'fair/6/a', the key of edition[0].session[0]",
    ),
    (
        HEAD + "edition_name = '{oops}'\n[[edition]]\nnumber = 1",
        "edition[0].name",
        "edition_name",
        "{oops}",
    ),
    (
        HEAD + "[[session]]\nid = 'a'\nname = 'A'\ntitle = '{oops}'",
        "session[0].title",
        "braces",
        "oops",
    ),
    (HEAD + "[[session]]\nid = 'a'\nname = 'A'\n" * 2, "session[1].id", "no other session", "'a'"),
    (HEAD + "[[source]]\nid = 'a'\n" * 2, "source[1].id", "no other source", "'a'"),
    (HEAD + "[[source]]\nid = 'a'\npublished = 'soon'", "source[0].published", "an EDTF", "'soon'"),
    (
        HEAD + "[[source]]\nid = 'a'\npublished = 2023-11-04T10:00:00",
        "source[0].published",
        "an EDTF value or a day",
        "2023-11-04 10:00:00",
    ),
    (HEAD + "[[place]]\nid = 'a'\nname = 'A'\n" * 2, "place[1].id", "no other place", "'a'"),
    (HEAD + "[[place]]\nid = 'a'\nname = 'A'\nlatitude = 91", "place[0]", "values that fit", "91"),
    (
        HEAD + "[[place]]\nid = 'a'\nname = 'A'\nlatitude = true",
        "place[0].latitude",
        "degrees as a number",
        "True",
    ),
    (HEAD + "[numbering]\nunit = 'week'", "numbering.unit", "one of year, half", "'week'"),
    (HEAD + "[numbering]\nmax_gap = 0", "numbering.max_gap", "a whole number from 1", "0"),
    (HEAD + "[numbering]\nsource = 'gone'", "numbering.source", "the id of a source", "'gone'"),
    (
        HEAD + "[[numbering]]\n[[numbering]]\nx = 1",
        "numbering[1].x",
        "one of the fields",
        "unknown",
    ),
    (HEAD + "[[announcement]]\nid = 'a'", "announcement[0].name", "a text", "no such field"),
    ("series = 1", "series", "a table", "1"),
    (HEAD + "source = 1", "series.source", "one of the fields", "an unknown field"),
    ("source = 1\n" + HEAD, "source", "a list of tables", "1"),
    ("source = [1]\n" + HEAD, "source", "a list of tables", "[1]"),
]


@pytest.mark.parametrize(("text", "path", "expected", "found"), BROKEN)
def test_a_broken_pack_is_refused_with_its_place(pack_of, text, path, expected, found):
    with pytest.raises(SeedError) as caught:
        pack_of(text)
    assert caught.value.path == path
    assert expected in caught.value.expected
    assert found in caught.value.found
    assert str(caught.value).startswith(caught.value.file)


@pytest.mark.parametrize(
    ("data", "path", "found"),
    [
        (b'[series]\nkey = "x"\nname = "\xff"', "byte 27", "byte 0xff"),
        (b'[series]\nkey = "x\nname = 1', "line 2, column 9", "an error"),
        (b"[series]\nday = 2023-02-30", "line 2, column 7", "an error"),
        (b'[series]\nkey = """', "line 2", "an error"),
    ],
)
def test_a_file_that_is_no_toml_or_no_utf8_is_refused_with_its_place(tmp_path, data, path, found):
    file = tmp_path / "x.toml"
    file.write_bytes(data)
    with pytest.raises(SeedError) as caught:
        seeds.load_pack(str(file))
    assert (caught.value.path, caught.value.file) == (path, str(file))
    assert found in caught.value.found


def test_unknown_keys_and_missing_files():
    with pytest.raises(UnknownSeriesError, match=r"'olympics': expected one of .*ciie"):
        seeds.load_pack("olympics")
    with pytest.raises(FileNotFoundError):
        seeds.load_pack("nowhere/ciie.toml")
    with pytest.raises(NotADirectoryError, match="'nowhere'"):
        seeds.load_folder("nowhere")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_pack_or_a_seed_error(text: str):
    path = Path(__file__).with_name("no-such-file.toml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _: text.encode("utf-8", "surrogatepass"))
        with pytest.raises(SeedError):
            seeds.load_pack(path)


# --------------------------------------------------------------------------- documents and folders

FRONT = (
    "---\ntitle: A title: with a colon\npublisher: P\npublished: 2023-11-04\nlanguage: en\n---\n"
)


def test_a_document(tmp_path):
    path = tmp_path / "a-text.md"
    path.write_bytes(("\ufeff" + FRONT + "\nBody.\n\n").replace("\n", "\r\n").encode())
    document = seeds.load_document(path)
    assert document.text == "Body.\n"
    assert document.title == "A title: with a colon"
    assert document.source.title == document.title
    assert str(document.published) == "2023-11-04"


@pytest.mark.parametrize(
    ("name", "text", "path", "expected"),
    [
        ("a.md", "Body", "line 1", "'---' before the front matter"),
        ("a.md", "---\ntitle: x\n", "", "'---' after the front matter"),
        ("a.md", "---\ntitle\n---\n", "line 2", "'name: value'"),
        ("a.md", "---\ntitle: x\ntitle: y\n---\n", "line 3", "'name: value', each name once"),
        ("a.md", FRONT.replace("title: A", "titel: A"), "title", "a text"),
        ("a.md", FRONT.replace("language", "colour: red\nlanguage"), "colour", "one of the fields"),
        ("a.md", FRONT.replace("2023-11-04", "2023-02-30"), "published", "an ISO day"),
        ("a.md", FRONT.replace("2023-11-04", "4 Nov 2023"), "published", "an ISO day"),
        ("A text.md", FRONT, "", "a file name of [a-z0-9-]"),
    ],
)
def test_a_broken_document_is_refused_with_its_place(tmp_path, name, text, path, expected):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        seeds.load_document(file)
    assert caught.value.path == path
    assert expected in caught.value.expected


def test_a_folder_of_ones_own(tmp_path):
    folder = tmp_path / "My Events"
    (folder / "series").mkdir(parents=True)
    (folder / "series" / "a.toml").write_text(HEAD, encoding="utf-8")
    loaded = seeds.load_folder(folder)
    assert (loaded.name, loaded.title, loaded.documents) == ("my-events", "my-events", ())
    (folder / "timeline.toml").write_text('name = "all"', encoding="utf-8")
    assert seeds.load_folder(folder).title == "all"
    (folder / "series" / "b.toml").write_text(HEAD, encoding="utf-8")
    with pytest.raises(SeedError, match=r"b\.toml: series\.key: .* the key of a\.toml"):
        seeds.load_folder(folder)


def test_a_folder_of_nothing_is_refused(tmp_path):
    with pytest.raises(SeedError, match="a folder 'series' or 'documents' in it"):
        seeds.load_folder(tmp_path)


# --------------------------------------------------------------------------- numbers in words


@settings(deadline=None)
@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number):
    digits = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    text = [digits[each] for each in roman(number)]
    pairs = zip(text, [*text[1:], 0], strict=True)
    assert number == sum(-value if value < after else value for value, after in pairs)


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "1st"), (22, "22nd"), (103, "103rd"), (111, "111th"), (40, "40th")]
)
def test_ordinals(number, expected):
    assert ordinal(number) == expected


def test_a_folder_may_name_the_series_that_it_shows(tmp_path):
    (tmp_path / "series").mkdir()
    (tmp_path / "series" / "a.toml").write_text(
        '[series]\nkey = "a"\nname = "A"\n', encoding="utf-8"
    )
    shown = tmp_path / "timeline.toml"
    shown.write_text('name = "x"\nseries = ["a"]\n', encoding="utf-8")

    assert ("a",) == seeds.load_folder(tmp_path).series

    shown.write_text('name = "x"\nseries = ["b"]\n', encoding="utf-8")
    with pytest.raises(SeedError, match=r"series\[0\]: expected one of the packs a, found 'b'"):
        seeds.load_folder(tmp_path)
