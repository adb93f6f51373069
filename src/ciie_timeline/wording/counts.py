"""Numbers, amounts, lists and lengths of time in words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ciie_timeline.values import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from ciie_timeline.values import Duration
    from ciie_timeline.wording.book import Book

_LIST = 3
#: The field of a duration and the unit that it counts.
UNITS = {
    "millennia": Precision.MILLENNIUM.value,
    "centuries": Precision.CENTURY.value,
    "decades": Precision.DECADE.value,
    "years": Precision.YEAR.value,
    "quarters": Precision.QUARTER.value,
    "months": Precision.MONTH.value,
    "weeks": Precision.WEEK.value,
    "days": Precision.DAY.value,
    "hours": Precision.HOUR.value,
    "minutes": Precision.MINUTE.value,
    "seconds": Precision.SECOND.value,
}


def _endings(number: int) -> dict[str, int]:
    """What the form of a counted word may hang on: the number and its last digits."""
    return {"n": number, "n10": number % 10, "n100": number % 100}


def cardinal(book: Book, number: int) -> str:
    """A number in words where the language has a word for it in its table, else in figures.

    >>> from ciie_timeline.wording.book import Book
    >>> cardinal(Book.of("en"), 12), cardinal(Book.of("en"), 13)
    ('twelve', '13')
    """
    words: Sequence[str] = book.need("cardinal")
    return words[number] if 0 <= number < len(words) else str(number)


def ordinal(book: Book, number: int) -> str:
    """A number in a series as a word, else in figures.

    >>> from ciie_timeline.wording.book import Book
    >>> ordinal(Book.of("en"), 6), ordinal(Book.of("en"), 22)
    ('sixth', '22nd')
    """
    words: Sequence[str] = book.need("ordinal", "words")
    return _word(words, number) or nth(book, number)


def nth(book: Book, number: int) -> str:
    """A number in a series in figures; a template may take its word where there is one.

    >>> from ciie_timeline.wording.book import Book
    >>> [nth(Book.of("en"), number) for number in (1, 2, 3, 4, 11, 112, 121)]
    ['1st', '2nd', '3rd', '4th', '11th', '112th', '121st']
    """
    word = _word(book.need("ordinal", "words"), number)
    return book.text("ordinal", "figures", word=word, **_endings(number))


def _word(words: Sequence[str], number: int) -> str | None:
    return words[number - 1] if 1 <= number <= len(words) else None


def unit(book: Book, name: str, number: int = 1, *, counted: bool = False) -> str:
    """The noun of a unit; ``counted`` when it stands directly behind a number.

    >>> from ciie_timeline.wording.book import Book
    >>> unit(Book.of("en"), "century", 2)
    'centuries'
    """
    return book.text("unit", name, counted=counted, **_endings(number))


def amount(book: Book, number: int | Decimal | None, name: str) -> str:
    """So many of a unit; None is a number that nobody said.

    >>> from ciie_timeline.wording.book import Book
    >>> en = Book.of("en")
    >>> amount(en, 5, "year"), amount(en, 1, "day"), amount(en, None, "month")
    ('five years', 'one day', 'some months')
    """
    if number is None:
        return book.text("amount", "vague", unit=unit(book, name, 2, counted=True))
    if number < 0:
        return book.text("amount", "negative", amount=amount(book, -number, name))
    if isinstance(number, Decimal):
        noun = unit(book, name, 1 if number == 1 else 2, counted=True)
        return book.text("amount", "exact", number=f"{number.normalize():f}", unit=noun)
    noun = unit(book, name, number, counted=True)
    return book.text("amount", "exact", number=cardinal(book, number), unit=noun)


def duration(book: Book, length: Duration) -> str:
    """A length of time, its units from the largest to the smallest.

    >>> from ciie_timeline.values import Duration
    >>> from ciie_timeline.wording.book import Book
    >>> duration(Book.of("en"), Duration(years=1, months=6))
    'one year and six months'
    """
    parts = [amount(book, count, UNITS[name]) for name, count in length.counts()]
    parts = parts or [amount(book, 0, Precision.DAY.value)]
    joined: str | None = book.find("amount", "joined")
    return listed(book, parts) if joined is None else joined.join(parts)


def every(book: Book, length: Duration) -> str:
    """A length of time as it stands behind "every".

    >>> from ciie_timeline.values import Duration
    >>> from ciie_timeline.wording.book import Book
    >>> every(Book.of("en"), Duration(years=1)), every(Book.of("en"), Duration(weeks=2))
    ('year', 'two weeks')
    """
    counts = length.counts()
    if len(counts) == 1 and counts[0][1] == 1:
        return unit(book, UNITS[counts[0][0]])
    return duration(book, length)


def listed(book: Book, items: Sequence[str], word: str = "and") -> str:
    """Several things in a row, with "and" or "or" before the last.

    >>> from ciie_timeline.wording.book import Book
    >>> listed(Book.of("en"), ["a", "b", "c"], "or")
    'a, b or c'
    """
    if len(items) < _LIST:
        return "".join(items) if len(items) <= 1 else _pair(book, items, word)
    comma: str = book.need("list", "comma")
    return _pair(book, (comma.join(items[:-1]), items[-1]), word)


def _pair(book: Book, items: Sequence[Any], word: str) -> str:
    return book.text("list", word, a=items[0], b=items[1])


def editions(book: Book, numbers: Sequence[int]) -> str:
    """Editions by their numbers, three or more in a row as a range.

    >>> from ciie_timeline.wording.book import Book
    >>> editions(Book.of("en"), (1, 2, 3, 6))
    'the 1st to the 3rd and the 6th'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [part for run in runs for part in _run(book, run)]
    return listed(book, parts) if parts else book.text("edition", "none")


def _run(book: Book, run: Sequence[int]) -> list[str]:
    if len(run) < _LIST:
        return [_one(book, number) for number in run]
    return [book.text("edition", "range", first=_one(book, run[0]), last=_one(book, run[-1]))]


def _one(book: Book, number: int) -> str:
    return book.text("edition", "one", number=nth(book, number))
