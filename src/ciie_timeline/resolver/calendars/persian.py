"""New Year in Iran, and that of the Parsis of India."""

from __future__ import annotations

from datetime import date, timedelta
from math import floor
from typing import Final

from ciie_timeline.resolver.calendars.sky import sun_at

#: The civil years whose New Year it gives.
YEARS: Final = range(1900, 2101)
_TEHRAN: Final = 3.5 / 24
_YEAR: Final = 365
#: A New Year of the Shahanshahi reckoning, whose years all have 365 days.
_PARSI: Final = date(2018, 8, 17)


def nowruz(year: int) -> date:
    """The day whose noon in Tehran is the first after the equinox of March.

    >>> nowruz(2024), nowruz(2023)
    (datetime.date(2024, 3, 20), datetime.date(2023, 3, 21))
    """
    local = sun_at(0, date(year, 3, 20).toordinal() + 0.5) + _TEHRAN
    return date.fromordinal(floor(local + 0.5))


def parsi_new_year(year: int) -> date:
    """The first day of the Shahanshahi year that begins in a civil year.

    >>> parsi_new_year(2022), parsi_new_year(2000)
    (datetime.date(2022, 8, 16), datetime.date(2000, 8, 21))
    """
    return _PARSI + timedelta(days=_YEAR * (year - _PARSI.year))
