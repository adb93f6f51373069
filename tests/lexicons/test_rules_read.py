"""Every rule in every one of its forms: whatever it takes in can be read, on any day."""

import re
from itertools import cycle, islice

import pytest

import ciie_timeline as ct
from ciie_timeline.grammar.engine import OF_EDITIONS
from ciie_timeline.lexicons import load
from ciie_timeline.scanner.vocabulary import spelled_classes

ENGLISH = load("en")
DAYS = (None, "0001-01-01", "2024-02-29", "9999-12-31")
_SYMBOL = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<name>[^\W\d_][\w-]*)(?::[a-z_]+)?)(?P<many>[?*]?)"
)
#: How many words of a class are tried, how many forms of a phrase inside of another.
WORDS, INNER = 8, 2
DEEPEST = 3
NUMBERS = {
    "NUM": ["3", "12", "31", "99", "250", "1500", "1,500"],
    "DAY": ["31", "1", "30", "05", "29"],
    "MONTHNUM": ["12", "1", "02"],
    "HOUR": ["9", "0", "13", "24"],
    "MINUTE": ["30", "00", "59"],
    "SHORTYEAR": ["99", "00", "24", "68"],
    "ELIDEDYEAR": ["68", "00", "24"],
    "ZEROHOUR": ["0900", "0000", "0099"],
    "MINUTEZ": ["05Z"],
    "STAMP": ["20240311T160500Z", "99991231T2400"],
    "OLDYEAR": ["99", "68"],
    "YEAR": ["2024", "1000", "1582", "2999"],
    "ORD": ["5th", "1st", "31st", "99th"],
    "DAYTH": ["31st", "1st", "30th"],
    "NTH": ["2nd", "31st"],
    "DECADENUM": ["1990s", "90s", "00s", "2000s"],
    "CLOCKNUM": ["9am", "12pm", "13pm"],
    "GLUED": ["5min", "24h"],
    "HOURMINUTE": ["15h30", "24h"],
    "DAYHOUR": ["05T08", "31T24"],
}
MARKS = {
    "comma": ",", "hyphen": "-", "dash": " – ", "slash": "/", "colon": ":", "point": ".",
    "stop": ".", "apostrophe": "'", "open": "(", "close": ")", "poss": "'s", "plus": "+",
    "NAME": "the Green Forum", "HEADNAME": "the Green Forum", "QUOTED": "the “Green” forum",
    "SERIES": "CIIE", "SERIESPLURAL": "CIIEs", "PART": "Hongqiao Forum",
}  # fmt: skip


def words_by_class():
    found = {}
    for word, given in ENGLISH.words.items():
        for name in spelled_classes(given):
            found.setdefault(name, []).append(word)
    return found


BY_CLASS = words_by_class()


def rules_by_result():
    found = {}
    for rule in ENGLISH.rules:
        for name in rule.get("gives", "TIME").split():
            found.setdefault(name, []).append(rule)
    return found


BY_RESULT = rules_by_result()


class Forms:
    """The texts of a pattern: each arm and each word left out or said at least once."""

    def __init__(self, pattern, depth=0):
        self.marks, self.at = [], 0
        self.depth = depth
        pattern, at = pattern.strip(), 0
        while at < len(pattern):
            mark = _SYMBOL.match(pattern, at)
            self.marks.append(mark)
            at = mark.end()

    def arms(self):
        found = self.row()
        while self.at < len(self.marks) and self.marks[self.at]["bar"]:
            self.at += 1
            found = [*found, *self.row()]
        return found

    def row(self):
        parts = []
        while self.at < len(self.marks):
            mark = self.marks[self.at]
            if not mark["name"] and not mark["open"]:
                break
            self.at += 1
            if mark["name"]:
                forms = self.symbol(mark["name"])
            else:
                forms = self.arms()
                mark = self.marks[self.at]
                self.at += 1
            parts.append(repeated(forms, mark["many"]))
        most = max(map(len, parts), default=0)
        # a part that turns at a pace of its own meets the others in more than one form
        turning = [islice(cycle(forms), at % len(forms), None) for at, forms in enumerate(parts)]
        return [" ".join(row) for row in islice(zip(*turning, strict=False), most)]

    def symbol(self, name):
        if name in ENGLISH.macros:
            return Forms(ENGLISH.macros[name], self.depth).arms()
        if name in MARKS:
            return [MARKS[name]]
        found = [*NUMBERS.get(name, ()), *BY_CLASS.get(name, ())[:WORDS]]
        if self.depth < DEEPEST:
            for rule in BY_RESULT.get(name, ())[: WORDS if self.depth == 0 else INNER]:
                forms = Forms(rule["match"], self.depth + 1).arms()
                found += forms[: WORDS if self.depth == 0 else INNER]
        return found or [name.lower()]


def repeated(forms, many):
    if many == "?":
        return ["", *forms]
    if many == "*":
        return ["", *forms, " ".join((forms * 2)[:2])]
    return forms


def tidy(text):
    text = re.sub(r" ?([,./:'+)-]) ?", lambda mark: mark[1] + " " * (mark[1] in ",)"), text)
    return " ".join(text.replace("( ", "(").split())


def texts(rule):
    found = Forms(rule["match"]).arms()
    beside = (*rule.get("after", ())[:1], "") if rule.get("after") else ("",)
    before = BY_CLASS.get(beside[0], [beside[0]])[0]
    return list(dict.fromkeys(tidy(f"{before} {each}").strip() for each in found))


def test_the_forms_of_a_pattern_have_every_arm_and_every_option():
    forms = Forms("( a? hour | NUM:number UNITS:_ )").arms()

    assert {" hour", "a hour"} < set(forms)
    assert {"nights", "days", "hour"} < {each.split()[-1] for each in forms}
    assert set(NUMBERS["NUM"]) < {each.split()[0] for each in forms}


@pytest.mark.parametrize("rule", ENGLISH.rules, ids=[rule["id"] for rule in ENGLISH.rules])
def test_no_form_of_a_rule_is_too_much_on_any_day(rule):
    known = {} if rule.get("level", 1) >= OF_EDITIONS else {"series": ()}
    for text in texts(rule):
        for day in DAYS:
            for mention in ct.read(text, published=day, lang="en", **known):
                assert text[mention.start : mention.end] == mention.text
                assert mention.explain()
