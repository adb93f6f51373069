"""The rules of TimeML 1.2.1 for what the library writes, by hand from the specification.

They are told apart from the source on purpose: the value types are those of the published schema,
each by its name there, with years before the common era and fractions as TempEval-3 has them.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

ROOT = {
    "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation":
        "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
}  # fmt: skip
ORDER = ("DOCID", "DCT", "TEXT", "TIMEX3")
REQUIRED = ("tid", "type", "value")
REFERENCES = ("anchorTimeID", "beginPoint", "endPoint")
CHOICES = {
    "type": "DATE TIME DURATION SET",
    "mod": "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE "
    "START MID END APPROX",
    "temporalFunction": "true false",
    "functionInDocument": "CREATION_TIME NONE",
}
ATTRIBUTES = ("tid", "type", "value", "mod", "temporalFunction", "functionInDocument",
              "anchorTimeID", "beginPoint", "endPoint", "quant", "freq")  # fmt: skip

YEAR = r"[\dX]{1,4}"
CLOCK = r"(\d\d(:\d\d(:\d\d)?)?|MO|MI|AF|EV|NI|DT)"
COUNT = r"(\d+(\.\d+)?|XX?)"
TYPES = {
    "Date": rf"(BC)?{YEAR}(-[\dX]{{1,2}}(-[\dX]{{1,2}})?)?",
    "Time": rf"({YEAR}-[\dX]{{1,2}}-[\dX]{{1,2}})?T{CLOCK}",
    "WeekDate": rf"{YEAR}-W[\dX]{{1,2}}(-([1-7X]|WE))?",
    "WeekTime": rf"{YEAR}-W[\dX]{{1,2}}-[1-7X]T{CLOCK}",
    "Season": rf"{YEAR}-(SP|SU|WI|FA)",
    "PartOfYear": rf"{YEAR}-(H[12X]|Q[1-4X])",
    "PaPrFu": "PAST_REF|PRESENT_REF|FUTURE_REF",
    "Duration": rf"P({COUNT}Y)?({COUNT}M)?({COUNT}D)?(T({COUNT}H)?({COUNT}M)?({COUNT}S)?)?"
    rf"|P{COUNT}[WLECQ]",
}
DAYS = ("Date", "WeekDate", "Season", "PartOfYear", "PaPrFu")
FITTING = {
    "DATE": DAYS,
    "TIME": ("Time", "WeekTime", "PaPrFu"),
    "DURATION": ("Duration",),
    "SET": ("Duration", "Time", "WeekTime", *DAYS),
}


def type_of(value: str) -> str | None:
    """The name of the schema's type that a value has."""
    found = (name for name, shape in TYPES.items() if re.fullmatch(shape, value, re.ASCII))
    name = next(found, None)
    return None if name == "Duration" and value.endswith(("P", "T")) else name


def faults(document: str) -> list[str]:
    """What breaks a rule in a TimeML document; none when it is valid."""
    root = ET.fromstring(document)  # noqa: S314 - the tests' own documents
    every = list(root.iter("TIMEX3"))
    known = [each.get("tid") for each in every]
    found = [*_frame(root)]
    found += [f"{tid}: twice" for tid in {*known} if known.count(tid) > 1]
    for each in every:
        found += [f"{each.get('tid')}: {fault}" for fault in _element(each, known)]
    return found


def _frame(root: ET.Element) -> Iterator[str]:
    names = [each.tag for each in root]
    if root.tag != "TimeML" or root.attrib != ROOT:
        yield f"root {root.tag} {root.attrib}"
    if names != sorted(names, key=ORDER.index) or names.count("TEXT") != 1 or "DOCID" not in names:
        yield f"order {names}"
    if any((text or "").strip() for text in (root.text, *(each.tail for each in root))):
        yield "text outside of TEXT"
    for each in root.iterfind("TEXT/TIMEX3"):
        if len(each) or not each.text:
            yield f"{each.get('tid')} in TEXT: takes no text, or has an element inside"
    for each in root.iterfind("TIMEX3"):
        if len(each) or each.text:
            yield f"{each.get('tid')} behind TEXT: takes text"
    creation = [each.get("functionInDocument") for each in root.iterfind("DCT/TIMEX3")]
    if "DCT" in names and creation != ["CREATION_TIME"]:
        yield f"DCT {creation}"


def _element(each: ET.Element, known: list[str | None]) -> Iterator[str]:
    given = each.attrib
    if [name for name in ATTRIBUTES if name in given] != list(given):
        yield f"attributes or their order: {list(given)}"
    yield from (f"no {name}" for name in REQUIRED if name not in given)
    if not re.fullmatch("t[0-9]+", given.get("tid", "")):
        yield "tid"
    for name, words in CHOICES.items():
        if name in given and given[name] not in words.split():
            yield f"{name} {given[name]}"
    for name in REFERENCES:
        if name in given and (given[name] not in known or given[name] == given["tid"]):
            yield f"{name} {given[name]}"
    yield from _fitting(given)


def _fitting(given: dict[str, str]) -> Iterator[str]:
    """What does not go together."""
    if type_of(given.get("value", "")) not in FITTING.get(given.get("type", ""), ()):
        yield f"value {given.get('value')} of {given.get('type')}"
    if {"beginPoint", "endPoint"} & given.keys() and given.get("type") != "DURATION":
        yield "a point that is no length has ends"
    if {"quant", "freq"} & given.keys() and given.get("type") != "SET":
        yield "quant or freq without a set"
    if "freq" in given and not re.fullmatch(r"[0-9]+[XYMWDHSQ]", given["freq"]):
        yield f"freq {given['freq']}"
    if "anchorTimeID" in given and given.get("temporalFunction") != "true":
        yield "an anchor for what is no function"
