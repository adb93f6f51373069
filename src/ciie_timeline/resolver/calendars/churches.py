"""Easter, from which the movable feasts of the churches are counted."""

from __future__ import annotations

from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of the western churches in the Gregorian calendar.

    The golden number and the epact give the full moon, the Sunday after it is the day.

    >>> easter(2024), easter(1998)
    (datetime.date(2024, 3, 31), datetime.date(1998, 4, 12))
    """
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    days = epact - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches as a day of the Gregorian calendar.

    The full moon and the Sunday are those of the Julian calendar.

    >>> orthodox_easter(2018), orthodox_easter(2024)
    (datetime.date(2018, 4, 8), datetime.date(2024, 5, 5))
    """
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
