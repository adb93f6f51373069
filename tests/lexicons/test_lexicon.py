"""The lexicons: each rule can be made and matches its phrases, each symbol is known."""

import inspect
import re
from pathlib import Path
from re import _parser

import pytest

from ciie_timeline import lexicons
from ciie_timeline.errors import CiieTimelineError, UnknownLanguageError, ValidationError
from ciie_timeline.grammar import Grammar
from ciie_timeline.grammar.build import CONSTRUCTORS
from ciie_timeline.grammar.patterns import compile_pattern
from ciie_timeline.lexicons import Lexicon, detect, languages, load, phrases
from ciie_timeline.scanner import Names, Scanner

NAMES = Names.of(
    [
        ("China International Import Expo", "SERIES", "ciie"),
        ("CIIE", "SERIES", "ciie"),
        ("CIIEs", "SERIESPLURAL", "ciie"),
        ("Hongqiao Forum", "PART", ("ciie", "hongqiao-forum", "Hongqiao Forum")),
    ]
)
FIELDS = {
    "id", "match", "make", "with", "gives", "level", "timex", "keep", "alone", "whole",
    "say", "before", "after", "not-before", "not-after",
}  # fmt: skip
BESIDE = ("before", "after", "not-before", "not-after")
SYMBOL = re.compile(r"([^\W\d_][\w-]*)(?::([a-z_]+))?")
RULES = [(lang, rule) for lang in languages() for rule in load(lang).rules]
RULE_IDS = [f"{lang}: {rule['id']}" for lang, rule in RULES]
WHOLE = {(lang, rule["id"]) for lang, rule in RULES if rule.get("whole")}
SAID = [
    pytest.param(lang, rule["id"], said, id=f"{rule['id']}: {said}")
    for lang, rule in RULES
    for said in rule.get("say", ())
]


def made(lang):
    lexicon = load(lang)
    scanner = Scanner(lexicon, NAMES)
    return scanner, Grammar(lexicon, scanner.classes())


MADE = {lang: made(lang) for lang in languages()}


def known_symbols(lang):
    """Every symbol that a pattern may name: classes and words of the scanner, results, macros."""
    lexicon = load(lang)
    given = {name for rule in lexicon.rules for name in rule.get("gives", "TIME").split()}
    return given | MADE[lang][0].classes().keys() | lexicon.macros.keys()


# --------------------------------------------------------------------------- rules


@pytest.mark.parametrize("lang", languages())
def test_each_id_stands_once(lang):
    ids = [rule["id"] for rule in load(lang).rules]

    assert sorted(set(ids)) == sorted(ids)


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=RULE_IDS)
def test_rules_have_the_known_fields_and_a_known_constructor(lang, rule):
    del lang

    assert set() == rule.keys() - FIELDS
    assert rule["make"] in CONSTRUCTORS
    assert rule.get("timex", "self") in {"self", "parts", "ends", "none"}
    assert re.fullmatch(r"[A-Z]+( [A-Z]+)*", rule.get("gives", "TIME"))
    assert rule.get("level", 1) >= 0


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=RULE_IDS)
def test_what_a_rule_catches_is_what_its_constructor_takes(lang, rule):
    lexicon = load(lang)
    caught = compile_pattern(rule["match"], MADE[lang][1]._engine._chars, lexicon.macros)
    slots = {key for key, _ in caught.slots.values()} - {"_"} | rule.get("with", {}).keys()
    takes = inspect.signature(CONSTRUCTORS[rule["make"]]).parameters
    needed = {name for name, each in takes.items() if each.default is each.empty}

    if rule["make"] != "nothing":
        assert set() == slots - takes.keys()
        assert set() == needed - slots


def ways(tree, slots):
    """What each way through a pattern catches when all is left out that may be."""
    found = {frozenset()}
    for operation, argument in tree:
        match str(operation):
            case "SUBPATTERN":
                caught = frozenset({slots[argument[0]]} if argument[0] in slots else ())
                inner = {caught | way for way in ways(argument[3], slots)}
            case "BRANCH":
                inner = {way for arm in argument[1] for way in ways(arm, slots)}
            case "MAX_REPEAT" if argument[0]:
                inner = ways(argument[2], slots)
            case _:
                inner = {frozenset()}
        found = {one | other for one in found for other in inner}
    return found


@pytest.mark.parametrize(("lang", "rule"), RULES, ids=RULE_IDS)
def test_each_way_through_a_pattern_catches_what_the_constructor_needs(lang, rule):
    pattern = compile_pattern(rule["match"], MADE[lang][1]._engine._chars, load(lang).macros)
    tree = _parser.parse(pattern.source)
    slots = {number: pattern.slots[group][0] for group, number in tree.state.groupdict.items()}
    takes = inspect.signature(CONSTRUCTORS[rule["make"]]).parameters
    needed = {
        name
        for name, each in takes.items()
        if each.default is each.empty and each.kind is not each.VAR_KEYWORD
    }

    assert [] == [
        sorted(way) for way in ways(tree, slots) if needed - way - rule.get("with", {}).keys()
    ]


@pytest.mark.parametrize("lang", languages())
def test_each_plain_word_is_named_by_a_rule(lang):
    lexicon = load(lang)
    plain = {word for word, entry in lexicon.words.items() if "PLAIN" in entry}

    assert {"s"} >= plain - lexicon.literals  # the scanner itself looks for a possessive


@pytest.mark.parametrize("lang", languages())
def test_each_symbol_of_a_pattern_is_a_class_a_word_a_result_or_a_macro(lang):
    lexicon, known = load(lang), known_symbols(lang)
    patterns = [(rule["id"], rule["match"]) for rule in lexicon.rules]
    patterns += [
        (rule["id"], name)
        for rule in lexicon.rules
        for beside in BESIDE
        for name in rule.get(beside, ())
    ]
    patterns += list(lexicon.macros.items())
    unknown = {
        (where, symbol)
        for where, pattern in patterns
        for symbol, _ in SYMBOL.findall(pattern)
        if symbol not in known
    }

    assert set() == {(lang, symbol) for _, symbol in unknown}, sorted(unknown)


@pytest.mark.parametrize(("lang", "rule", "said"), SAID)
def test_each_phrase_of_a_rule_is_matched_by_it_as_a_whole(lang, rule, said):
    scanner, grammar = MADE[lang]
    runs = list(scanner.runs(said))
    whole = (lang, rule) in WHOLE
    parse = grammar.parse_whole if whole else grammar.parse
    plan = (lambda classes: [grammar._engine.whole(classes)]) if whole else grammar._engine.plan
    plans = [
        (node.rule.id, node.start, node.end == len(run.classes))
        for run in runs
        for node in plan(run.classes)
    ]

    assert [rule] == [each.rule for run in runs for each in parse(run)]
    assert [(rule, 0, True)] == plans


@pytest.mark.parametrize(
    ("lang", "rule", "said"), [each for each in SAID if each.values[:2] in WHOLE]
)
def test_what_is_a_time_as_the_whole_text_only_is_none_among_other_words(lang, rule, said):
    del rule
    scanner, grammar = MADE[lang]

    assert [] == [each for run in scanner.runs(f"{said} {said}") for each in grammar.parse(run)]


@pytest.mark.parametrize("lang", languages())
def test_each_rule_that_stands_alone_says_how_it_sounds(lang):
    silent = [rule["id"] for rule in load(lang).rules if "say" not in rule]

    assert [] == [each for each in silent if not each.startswith("session.")]


# --------------------------------------------------------------------------- words


@pytest.mark.parametrize("lang", languages())
def test_anchors_and_cased_classes_exist(lang):
    lexicon = load(lang)
    classes = {name for entry in lexicon.words.values() for name in entry}

    assert set() == (lexicon.anchors | lexicon.cased) - classes
    assert set() == (lexicon.capital | lexicon.small) - lexicon.words.keys()


@pytest.mark.parametrize("lang", languages())
def test_words_stand_as_they_do_in_folded_text(lang):
    assert [] == [word for word in load(lang).words if word != " ".join(word.casefold().split())]


def test_a_word_has_every_class_whose_table_names_it():
    words = load("en").words

    assert 5 == words["may"]["MONTH"]
    assert {"MONTH", "MONTHALONE"} <= words["november"].keys()
    assert {"LAST", "ORDLAST", "PLAIN"} <= words["last"].keys()


def test_literals_are_the_words_that_patterns_name():
    literals = load("en").literals

    assert {"the", "ago", "hyphen", "of"} <= literals
    assert "november" not in literals
    assert not any(each.isupper() for each in literals)


def test_rules_of_editions_follow_those_of_time():
    ids = [rule["id"] for rule in load("en").rules]

    assert ids.index("calendar.year") < ids.index("edition.number")


# --------------------------------------------------------------------------- languages


def test_a_lexicon_is_made_once_and_equals_itself_alone():
    lexicon = load("en")
    other = Lexicon(
        code="en", words={}, anchors=frozenset(), capital=frozenset(), cased=frozenset(),
        small=frozenset(), stop=frozenset(), names=(), rules=(), macros={},
    )  # fmt: skip

    assert load("en") is lexicon
    assert other != lexicon
    assert lexicon == lexicon  # noqa: PLR0124 - the law is about identity
    assert (True, {}, frozenset()) == (other.spaced, other.cues, other.literals)


@pytest.mark.parametrize("lang", ["xx", "", "EN", "en-GB", "../en", "."])
@pytest.mark.parametrize("door", [load, phrases])
def test_an_unknown_language_is_refused_with_those_that_there_are(door, lang):
    with pytest.raises(UnknownLanguageError, match=re.escape(repr(lang))) as caught:
        door(lang)

    assert ", ".join(languages()) in str(caught.value)
    assert isinstance(caught.value, CiieTimelineError)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sixth edition", "en"),
        ("", "en"),
        ("第六届进博会", "zh"),
        ("the sixth CIIE 第六届", "en"),
        ("CIIE 第六届进博会", "zh"),
        ("x" * 3000 + "第六届进博会" * 3000, "en"),
    ],
)
def test_the_script_tells_the_language(text, expected):
    assert expected == detect(text)


def test_phrases_are_those_of_the_language():
    assert 12 == len(set(phrases("en")["month"]))
    assert phrases("en") is phrases("en")


@pytest.mark.parametrize("line", ["easter", "flag day = 6-14", "= 6-14"])
def test_a_line_of_named_days_that_is_none_is_refused_with_its_place(tmp_path, line):
    path = tmp_path / "days.txt"
    path.write_text(f"# Days.\n\nflag day = 6-14\n{line}\n", encoding="utf-8")

    said = f"days.txt, line 4: expected a new name and its rule, found '{line}'"
    with pytest.raises(ValidationError, match=re.escape(said)):
        lexicons._days(path)


def test_a_language_may_have_no_named_days(tmp_path):
    assert lexicons._days(tmp_path / "days.txt") == {}


def test_named_days_stand_in_a_file_of_their_own():
    days = lexicons._days(Path(lexicons.__file__).parent / "en" / "days.txt")

    assert len(days) > 1000
    assert all(load("en").words[name]["HOLIDAY"] == rule for name, rule in days.items())
