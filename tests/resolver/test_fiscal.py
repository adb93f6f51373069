"""Years of accounts: the policy says in which month they begin; the year they end in names them."""

from datetime import datetime

import pytest

from ciie_timeline.errors import ValidationError
from ciie_timeline.forms import Calendar, Context, Fiscal, Last, Nth, Policy, This
from ciie_timeline.resolver import resolve
from ciie_timeline.values import Precision

QUARTER, WEEK, YEAR = Precision.QUARTER, Precision.WEEK, Precision.YEAR


def on(day, form, begin):
    """What a fiscal form means on a day, in years that begin in a month."""
    published = datetime.fromisoformat(day)
    return resolve(Fiscal(form), Context(published=published, policy=Policy(fiscal=begin)))


@pytest.mark.parametrize(
    ("day", "form", "begin", "edtf", "timex"),
    [
        ("2023-11-12", Calendar(2024), 1, "2024", "2024"),
        ("2023-11-12", Calendar(2024), 10, "2023-10/2024-09", "2024"),
        ("2023-11-12", Calendar(2024), 4, "2023-04/2024-03", "2024"),
        ("2023-11-12", Nth(1, QUARTER, Calendar(2024)), 10, "2023-10/2023-12", "2024-Q1"),
        ("2023-11-12", Nth(4, QUARTER, Calendar(2024)), 4, "2024-01/2024-03", "2024-Q4"),
        # on either side of the first day of the year
        ("2023-09-30", This(YEAR), 10, "2022-10/2023-09", "2023"),
        ("2023-10-01", This(YEAR), 10, "2023-10/2024-09", "2024"),
        ("2023-10-01", Last(YEAR), 10, "2022-10/2023-09", "2023"),
        ("2023-11-12", Last(YEAR), 1, "2022", "2022"),
    ],
)
def test_a_fiscal_year_begins_in_the_month_of_the_policy(day, form, begin, edtf, timex):
    found = on(day, form, begin)

    assert (edtf, timex) == (found.edtf, found.timex)


def test_a_fiscal_year_says_that_it_is_one():
    assert "fiscal.calendar" == on("2023-11-12", Calendar(2024), 1).steps[-1].rule
    assert ["fiscal.moved"] == [each.rule for each in on("2023-11-12", This(YEAR), 10).steps]


def test_what_does_not_fill_months_stays_where_it_is():
    assert "2024-01-05" == on("2023-11-12", Calendar(2024, 1, 5), 10).edtf
    assert "2023-11-06/2023-11-12" == on("2023-11-12", This(WEEK), 10).edtf


def test_nothing_is_found_without_a_day_where_one_is_needed():
    form = Fiscal(This(YEAR))

    assert resolve(form, Context(policy=Policy(fiscal=10))).when is None


@pytest.mark.parametrize("month", [0, 13, "10", None])
def test_only_a_month_begins_a_fiscal_year(month):
    with pytest.raises(ValidationError, match=r"Policy\.fiscal: expected a month, 1 to 12"):
        Policy(fiscal=month)
