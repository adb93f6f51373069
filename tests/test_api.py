"""The doors: what they take, what they refuse, and that nothing is left half done."""

import datetime as dt
import errno
import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import ciie_timeline as ct
from ciie_timeline import api
from ciie_timeline.errors import (
    AmbiguousError,
    FormatError,
    InputError,
    SeedError,
    UnknownFormatError,
    UnknownLanguageError,
    UnknownSeriesError,
)
from ciie_timeline.lexicons import load

EXPO = ct.Timeline([ct.Edition("ciie/6", "6th CIIE", when="2023-11-05/2023-11-10")])


@pytest.mark.parametrize(
    "published",
    ["2023-11-04", "2023-11-04T08:30:00", dt.date(2023, 11, 4), dt.datetime(2023, 11, 4, 8, 30)],
)
def test_a_day_comes_as_text_date_or_datetime(published):
    assert "2018-11-04/2023-11-04" == ct.resolve("the past five years", published=published).edtf


def test_a_window_that_ends_now_ends_at_the_reference_as_given():
    start, end = ct.resolve("the past five years", published="2023-11-04T08:30:00").interval

    assert dt.datetime(2018, 11, 4, 8, 30) == start
    assert dt.datetime(2023, 11, 4, 8, 30) == end


@pytest.mark.parametrize("published", ["2023-02-30", "yesterday", "", 20231104])
def test_a_day_that_is_none_is_refused(published):
    with pytest.raises(InputError, match=r"published: expected an ISO 8601 day"):
        ct.read("now", published=published)


def test_without_a_day_what_is_relative_stays_open():
    (mention,) = ct.read("the past five years").mentions

    assert mention.edtf is None
    assert "P5Y" == mention.timexes[0].value


def test_text_must_be_text():
    with pytest.raises(InputError, match="expected a text, found bytes"):
        ct.read(b"now")


def test_empty_text_gives_an_empty_reading():
    reading = ct.read("", published="2023-11-04")

    assert (0, [], ()) == (len(reading), list(reading), reading.findings)


def test_a_long_text_is_read_to_its_end():
    text = (
        "Nothing happened there at all, and nobody wrote of it. " * 18_000 + "It ended in May 2017."
    )

    assert ["2017-05"] == [each.edtf for each in ct.read(text, published="2020-01-01", series=())]


def test_languages_are_refused_by_name_and_taken_as_objects():
    with pytest.raises(UnknownLanguageError, match="'tlh'"):
        ct.read("now", lang="tlh")

    assert "2018" == ct.read("in 2018", lang=load("en")).mentions[0].edtf


def test_series_come_as_keys_timelines_or_not_at_all():
    text = "the sixth CIIE"
    own = ct.load_series("ciie")

    assert [(6,)] == [each.editions for each in ct.read(text, series=["ciie"])]
    assert [(6,)] == [each.editions for each in ct.read(text, series=[own])]
    assert [] == [each.editions for each in ct.read(text, series=())]


def test_series_are_refused_by_name():
    with pytest.raises(UnknownSeriesError, match="nowhere"):
        ct.read("now", series=["nowhere"])
    with pytest.raises(UnknownSeriesError, match="nowhere"):
        ct.load_series("nowhere")
    with pytest.raises(InputError, match="expected a list of keys, found the text 'ciie'"):
        ct.read("now", series="ciie")


@pytest.mark.parametrize(
    ("text", "error"), [("nothing", InputError), ("2018 or May 2019", AmbiguousError)]
)
def test_resolve_wants_exactly_one_phrase(text, error):
    with pytest.raises(error, match="resolve: expected"):
        ct.resolve(text, published="2023-11-04")


def test_a_policy_chooses_another_reading():
    rolling = ct.resolve("the past five years", published="2023-11-04")
    calendar = ct.resolve(
        "the past five years", published="2023-11-04", policy=ct.Policy(window="calendar")
    )

    assert "2018/2022" == calendar.edtf
    assert ["2018/2022"] == [str(each.when) for each in rolling.readings]
    assert ["2018-11-04/2023-11-04"] == [str(each.when) for each in calendar.readings]


def test_check_takes_texts_and_readings():
    text = "The sixth CIIE opens. This year's event is large."
    reading = ct.read(text, published="2025-11-04")

    assert reading.findings == ct.check(reading) == ct.check(text, published="2025-11-04")
    assert 1 == len(reading.findings)


def test_everything_can_explain_itself():
    series = ct.load_series("ciie")

    assert ct.explain(series[6])
    assert ct.resolve("the past five years", published="2023-11-04").explain()


def test_series_know_their_editions_and_why():
    series = ct.load_series("ciie")

    assert [*range(1, 10)] == [each.number for each in series.editions]
    assert series[6].why.claims
    assert set(series[6].why.sources) <= {source.id for source in series.sources}


# --------------------------------------------------------------------------- building


def test_the_bundled_folder_builds_one_timeline(root: Path):
    timeline = ct.build(root / "seeds")

    kinds = [each.kind for each in timeline.findings]
    assert 9 == len([each for each in timeline.editions if each.series == "ciie"])
    assert "edition-year" in kinds
    assert timeline == ct.build(root / "seeds")


def test_texts_back_what_the_pack_says(root: Path):
    timeline = ct.build(root / "seeds")
    sixth = timeline.get("ciie/6")

    assert any(claim.span for claim in sixth.why.claims)


def test_a_broken_folder_builds_nothing(tmp_path: Path):
    (tmp_path / "series").mkdir()
    (tmp_path / "series" / "bad.toml").write_text("[series]\nkey = 'B AD'\n", encoding="utf-8")

    with pytest.raises(SeedError, match=r"bad\.toml: series"):
        ct.build(tmp_path)


# --------------------------------------------------------------------------- files


def test_the_suffix_names_the_format(tmp_path: Path):
    for name, start in {"a.ics": "BEGIN:VCALENDAR", "a.json": "{"}.items():
        ct.write(EXPO, tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_what_is_written_is_what_is_rendered(tmp_path: Path):
    ct.write(EXPO, tmp_path / "a.ics")

    assert (tmp_path / "a.ics").read_bytes() == ct.render(EXPO, "icalendar").encode()


def test_unknown_formats_are_refused(tmp_path: Path):
    with pytest.raises(UnknownFormatError):
        ct.write(EXPO, tmp_path / "a.xlsx")
    with pytest.raises(UnknownFormatError):
        ct.render(EXPO, "xlsx")


def test_findings_of_an_export_are_returned_and_reported(tmp_path: Path):
    timeline = ct.Timeline(
        [ct.Announcement("a/b", "Bell \x07", when="2023-01-01"), ct.Edition("a/1", "No day")]
    )
    seen = []

    findings = ct.write(timeline, tmp_path / "a.ics", report=seen.append)

    assert [*findings] == seen
    assert len(findings) >= 2
    assert all(" " in finding.message for finding in (*findings, *seen))


def test_findings_of_a_rendering_can_say_themselves():
    timeline = ct.Timeline([ct.Edition("a/1", "No day")])
    seen = []

    ct.render(timeline, "icalendar", report=seen.append)

    assert seen
    assert all(" " in finding.message for finding in seen)


class _Breaks:
    """A format that fails half way."""

    @staticmethod
    def chunks(timeline, *, report=None, **options):
        yield "half"
        raise FormatError("cannot go on")

    @staticmethod
    def render(timeline, *, report=None, **options):
        return "half"


def test_a_format_of_ones_own_is_taken_and_no_half_file_is_left(tmp_path: Path):
    target = tmp_path / "a.txt"
    target.write_text("before", encoding="utf-8")

    with pytest.raises(FormatError):
        ct.write(EXPO, target, _Breaks)

    assert ["a.txt"] == [each.name for each in tmp_path.iterdir()]
    assert "before" == target.read_text(encoding="utf-8")
    assert "half" == ct.render(EXPO, _Breaks)


def test_the_rights_of_a_replaced_file_stay(tmp_path: Path):
    target = tmp_path / "a.ics"
    target.write_text("", encoding="utf-8")
    target.chmod(0o600)

    ct.write(EXPO, target)

    assert 0o600 == target.stat().st_mode & 0o777


@pytest.mark.parametrize(("umask", "rights"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path: Path, umask, rights):
    before = os.umask(umask)
    try:
        ct.write(EXPO, tmp_path / "a.ics")
    finally:
        os.umask(before)

    assert rights == (tmp_path / "a.ics").stat().st_mode & 0o777


def test_a_file_that_was_left_behind_is_in_nobodys_way(tmp_path: Path):
    left = tmp_path / ".a.ics.0.part"
    left.write_text("left", encoding="utf-8")

    ct.write(EXPO, tmp_path / "a.ics")

    assert [".a.ics.0.part", "a.ics"] == sorted(each.name for each in tmp_path.iterdir())
    assert "left" == left.read_text(encoding="utf-8")


def test_a_long_name_has_room_beside_it(tmp_path: Path):
    ct.write(EXPO, tmp_path / f"{'a' * 251}.ics")

    assert [f"{'a' * 251}.ics"] == [each.name for each in tmp_path.iterdir()]


class _Fails:
    """A format whose bytes cannot be written."""

    def __init__(self, error: OSError) -> None:
        self.error = error

    def chunks(self, timeline, *, report=None, **options):
        yield "half"
        raise self.error

    def render(self, timeline, *, report=None, **options):
        raise self.error


@pytest.mark.parametrize("place", ["nowhere/a.ics", "file/a.ics", "folder.ics"])
def test_a_file_that_cannot_be_made_is_named_as_it_was_given(tmp_path: Path, place):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder.ics").mkdir()
    there = sorted(tmp_path.iterdir())

    with pytest.raises(OSError, match=r"(a|folder)\.ics") as caught:
        ct.write(EXPO, tmp_path / place)

    assert str(tmp_path / place) == caught.value.filename
    assert caught.value.filename2 is None
    assert caught.value.errno in {errno.ENOENT, errno.ENOTDIR, errno.EISDIR}
    assert there == sorted(tmp_path.iterdir())


def test_a_full_disk_is_said_with_the_file(tmp_path: Path):
    full = _Fails(OSError(errno.ENOSPC, "No space left on device"))

    with pytest.raises(OSError, match=r"No space left on device: .*a\.txt") as caught:
        ct.write(EXPO, tmp_path / "a.txt", full)

    assert (errno.ENOSPC, str(tmp_path / "a.txt")) == (caught.value.errno, caught.value.filename)
    assert [] == [*tmp_path.iterdir()]


@pytest.mark.parametrize("error", [OSError("no number"), FileNotFoundError(2, "gone", "page.css")])
def test_an_error_of_another_file_keeps_its_name(tmp_path: Path, error):
    with pytest.raises(OSError, match=r"no number|gone") as caught:
        ct.write(EXPO, tmp_path / "a.txt", _Fails(error))

    assert error is caught.value


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path):
    with pytest.raises(OSError, match="nowhere"):
        ct.write(EXPO, tmp_path / "nowhere" / "a.ics")


def test_timelines_are_read_back_from_text_and_files(tmp_path: Path):
    ct.write(EXPO, tmp_path / "a.json")

    assert EXPO == ct.load(tmp_path / "a.json") == ct.load(ct.render(EXPO))


def test_what_cannot_be_read_back_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="expected a format that can be read back"):
        ct.load("x", _Breaks)
    (tmp_path / "a.json").write_bytes(b"\xff{}")
    with pytest.raises(InputError, match="0xff at offset 0"):
        ct.load(tmp_path / "a.json")


@pytest.mark.parametrize("text", ["a.json", " build/a.json\n", "C:\\a.json", "null"])
def test_a_text_that_may_be_a_path_is_answered_with_the_way_to_give_one(text):
    with pytest.raises(FormatError, match="was taken as JSON text") as caught:
        ct.load(text)

    assert f"a file is given as Path({text!r})" in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "\ufeff{", "a\nb", "a" * 300])
def test_a_broken_text_is_answered_with_the_place(text):
    with pytest.raises(FormatError, match=r"^\$: expected"):
        ct.load(text)


def test_a_broken_file_is_no_text_that_may_be_a_path(tmp_path: Path):
    (tmp_path / "a.json").write_text("b.json", encoding="utf-8")

    with pytest.raises(FormatError, match=r"^\$: expected JSON"):
        ct.load(tmp_path / "a.json")


def test_the_day_of_publication_is_that_of_the_clocks_it_is_given_on():
    instant = dt.datetime(2023, 11, 4, 23, tzinfo=dt.UTC)
    shanghai = instant.astimezone(ZoneInfo("Asia/Shanghai"))

    assert ("2023-11-04", "2023-11-05") == (
        ct.resolve("today", published=instant).edtf,
        ct.resolve("today", published=shanghai).edtf,
    )


def test_instants_lose_their_zone():
    assert dt.datetime(2023, 11, 4, 8) == api.instant("2023-11-04T08:00:00+08:00", "published")
    assert api.instant(None, "published") is None


def test_a_phrase_in_figures_that_is_no_month_is_told_why():
    with pytest.raises(InputError, match=r"found none in '2023-13'.*expected a month"):
        ct.resolve("2023-13", published="2023-11-04")


@pytest.mark.parametrize("phrase", ["2023-02-30", "30 February 2023", "Feb. 30, 2023"])
def test_a_phrase_that_names_a_day_that_is_none_is_told_why(phrase):
    with pytest.raises(InputError, match="February 2023 has only 28 days"):
        ct.resolve(phrase, published="2023-11-04")


def test_a_phrase_that_is_no_time_is_told_so():
    with pytest.raises(InputError, match=r"found none in 'Shanghai'$"):
        ct.resolve("Shanghai", published="2023-11-04")


def test_a_text_in_a_language_without_a_lexicon_is_not_read_as_english():
    with pytest.raises(UnknownLanguageError, match="'zh'"):
        ct.read("第六届进博会于2023年11月5日开幕")


# ------------------------------------------------------------------------- TimeML


def test_a_reading_is_written_as_timeml_and_what_is_lost_can_say_itself():
    found = []
    reading = ct.read("In 2018.\x0c", source="wire-1")

    text = api.timeml(reading, invalid="replace", report=found.append)

    assert "<DOCID>wire-1</DOCID>" in text
    assert api.timeml(reading, docid="a", invalid="replace") == text.replace("wire-1", "a")
    assert [each.message for each in found] == [
        "U+FFFD stands in the place of each character that XML cannot hold: U+000C."
    ]
