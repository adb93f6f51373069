"""What looks like a time and is none: names, numbers of things, scores, other words."""

import pytest

import ciie_timeline as ct

TRAPS = [
    # numbers of things, and things that are numbered
    "The company employs 1,500 people and 2000 volunteers.",
    "It weighs 1800 kg and is 2000 mm long.",
    "Population: 1998 inhabitants.",
    "He flew to Oslo on flight 1984.",
    "We drove down Route 66 and Highway 2010.",
    "The PC still runs Windows 2000.",
    "An Airbus A320 and a Boeing 747 collided.",
    "Catch 22 is on page 2001.",
    "Lines 1945 to 1990 of the code were deleted.",
    "Section 1983 and Article 2008 shall not apply.",
    "The ISO 2022 and ISO 8601 standards differ.",
    "Postcode 2010, Sydney.",
    "No. 1984 was drawn.",
    "See fig. 1998 and eq. 2001.",
    "They asked for $2,000 days on end, or a $2.5 million year.",
    "Each costs $3.25pm and version 2.3.25pm is out.",
    # scores, results, versions, telephone numbers, ages
    "The score was 21-18, 15-21, 21-19.",
    "A 50-50 chance, a 3-2 win, 7/10 marks.",
    "He finished third in 1:59:40.",
    "Version 2.0.2020 is out; see release 10.12.3.",
    "Call +44 20 7946 0958 or 555-2019.",
    "The 34-year-old scored twice.",
    "Paul, 12, and his 70-year-old aunt live in Room 1914.",
    # words that are other words
    "May I ask who will march with us?",
    "Theresa May resigned.",
    "The Sun reported that Mr. March would second the motion.",
    "The second man did fall, and spring water ran down.",
    "The fall of the wall changed the world.",
    "Sun, sea and sand; Sat nav; wed in white.",
    "She may, or may not, come.",
    "Mr. August was late.",
    "Now and then he calls.",
    "Last but not least, thank you all.",
    "At the moment of truth he fell silent.",
    "She read the New York Times and The Daily Telegraph.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_time_gets_no_annotation(text):
    reading = ct.read(text, published="2024-03-12", lang="en", series=())

    assert [] == [each.text for each in reading if each.timexes]
