"""Hearing: the nearest word tells the tense, and only where it can settle something."""

import pytest

import ciie_timeline as ct
from ciie_timeline.forms import Cues
from ciie_timeline.grammar import Grammar
from ciie_timeline.lexicons import load
from ciie_timeline.reader.hearing import NO_CUES, Hearing, asks
from ciie_timeline.reader.sentences import Sentences
from ciie_timeline.scanner import Scanner

ENGLISH = load("en")
SCANNER = Scanner(ENGLISH)
GRAMMAR = Grammar(ENGLISH, SCANNER.classes())
HEARING = Hearing(ENGLISH, Sentences(ENGLISH))


def heard(text, place=0):
    """The cues for a phrase of a text, by its place among them."""
    parsed = [each for run in SCANNER.runs(text) for each in GRAMMAR.parse(run)]
    phrase = parsed[place]
    if not asks(phrase.expression):
        return NO_CUES
    return HEARING.around(text, phrase.start, phrase.end, phrase.expression, alone=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the nearest word before decides
        ("They will meet on Friday in Rome.", "future"),
        ("They met on Friday in Rome.", "past"),
        ("The minister said on Tuesday that they would resume talks.", "past"),
        ("A dividend payable Dec. 1 to holders of record.", "future"),
        ("Shares issued July 1 will receive a dividend.", "past"),
        # what was done, what is to be done, what merely ends so
        ("The plan will be approved in March.", "future"),
        ("The plan is to be approved in March.", "future"),
        ("He could be approved in March.", None),
        ("He will succeed Mr. Davison Feb. 1.", "future"),
        # "to" behind a word that tells nothing by itself
        ("The summit was set to open on Nov. 9.", "future"),
        ("The summit set a record on Nov. 9.", None),
        ("The summit was calm on Nov. 9.", "past"),
        ("They want peace on Nov. 9.", None),
        # no word before: the first behind
        ("In March, the company reported a loss.", "past"),
        ("In March, the company will open.", "future"),
        ("In March, they are to leave for Rome.", None),
        # another sentence does not count
        ("They will meet. On Friday nobody came.", "past"),
        # what is open at one end lies ahead, but for a weekday that was told of
        ("until March", "future"),
        ("The offer was extended until Friday.", "past"),
        ("until Friday", "future"),
        # inside of parts, clock times and ranges
        ("They will meet in early March.", "future"),
        ("They met on Friday morning.", "past"),
        ("They will meet around Nov. 1.", "future"),
        ("They will meet from Nov. 5 to Nov. 10.", "future"),
        ("They met after May.", "past"),
        # the month of May is no "may", and what a thing is says nothing of when
        ("She is in Rome for the May meeting on Friday.", None),
        ("She may come on Friday.", "future"),
        ("He is known for the election in March.", None),
        ("They were free on Friday.", "past"),
        ("They have talks on Friday.", None),
        ("They will hit land on Friday.", "future"),
        ("They will leave after the talks on Friday.", "future"),
    ],
)
def test_the_nearest_word_tells_the_tense(text, expected):
    assert expected == heard(text).tense


@pytest.mark.parametrize(
    "text",
    [
        "They will meet in 2018.",
        "They will meet today.",
        "They said so last year.",
        "It fell at noon.",
    ],
)
def test_nothing_is_heard_where_nothing_is_open(text):
    assert NO_CUES == heard(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The largest event in five years", Cues(superlative=True)),
        ("An event in five years", Cues()),
    ],
)
def test_a_superlative_before_a_length_ahead(text, expected):
    assert expected == heard(text)


def test_the_same_words_are_heard_the_same_again():
    text = "They met on Friday in Rome."
    assert [heard(text)] * 3 == [heard(text) for _ in range(3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The offer will expire on Friday.", "2023-11-10"),
        ("The offer expired on Friday.", "2023-11-03"),
        ("They agreed in June to merge.", "2023-06"),
        ("The dividend is payable in January.", "2024-01"),
        ("They resigned in March for good.", "2023-03"),
        ("They resigned on Dec. 1 for good.", "2023-12-01"),
    ],
)
def test_the_tense_moves_a_date_that_leaves_it_open(text, expected):
    assert [expected] == [each.edtf for each in ct.read(text, published="2023-11-06", series=())]
