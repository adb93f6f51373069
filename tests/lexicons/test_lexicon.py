"""The lexicons: each rule can be made and matches its phrases, each symbol is known."""

import inspect
import re

import pytest

from ciie_timeline.errors import CiieTimelineError, UnknownLanguageError
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
#: A bracket that ends the text belongs to no run, so what it closes stays outside.
UNCLOSED = frozenset(
    {
        ("en", "7th China International Import Expo (CIIE)"),
        ("en", "the upcoming China International Import Expo (CIIE)"),
    }
)


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
    assert [(rule, 0, (lang, said) not in UNCLOSED)] == plans


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
