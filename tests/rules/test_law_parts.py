from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import LAW, InvalidValue, NotInForce, Period, ProgrammingPeriod, Provision, Severity
from esfmodel.rules import Context, Words
from esfmodel.values.dates import Date

OLD, NEW = ProgrammingPeriod(2014, 2020), ProgrammingPeriod(2021, 2027)
KEYS = [key for key in LAW.keys if key.startswith(("flat-rate.", "lump-sum.", "hours-per-year"))]
DAYS = st.dates(Date(2014, 1, 1), Date(2029, 12, 31)).map(lambda day: Date(day.year, day.month, day.day))


def judged(on: Date | None = None, during: Period | None = None) -> Context:
    """A context of a rule that reads every key here."""
    words = Words("a", "b")
    return Context(
        rule="APP001", severity=Severity.INFO, basis="x", reads=tuple(KEYS), words=words, law=LAW, on=on, during=during
    )


def scanned(key: str, period: ProgrammingPeriod, first: Date, last: Date) -> set[Provision | None]:
    """Ask the law for every day."""
    found: set[Provision | None] = set()
    for number in range((last - first).in_days() + 1):
        try:
            found.add(LAW.provision(key, programming_period=period, on=first.add(days=number)))
        except NotInForce:
            found.add(None)
    return found


@settings(max_examples=40)
@given(key=st.sampled_from(KEYS), period=st.sampled_from([OLD, NEW]), first=DAYS, length=st.integers(0, 200))
def test_the_parts_of_a_project_are_what_a_scan_of_its_days_finds(
    key: str, period: ProgrammingPeriod, first: Date, length: int
) -> None:
    """Each provision in force on any day is a part, and None stands for days that have none."""
    last = first.add(days=length)
    parts = judged(during=Period(first, last)).parts(key, period)
    assert len(parts) == len(set(parts))
    assert set(parts) == scanned(key, period, first, last)
    assert judged(on=last).parts(key, period) == judged(during=Period(last, last)).parts(key, period)


@pytest.mark.parametrize(
    ("during", "year", "days"),
    [
        (Period("2018-07-01", "2018-12-31"), None, ("2018-07-01", "2018-12-31")),
        (Period("2017-07-01", "2018-06-30"), 2018, ("2018-01-01", "2018-06-30")),
        (Period("2017-07-01", "2018-12-31"), 2019, ("2019-01-01", "2019-12-31")),
        (None, 2018, ("2018-01-01", "2018-12-31")),
        (None, None, ("2014-01-01", "2030-12-31")),
    ],
)
def test_a_year_within_the_project_is_asked_for(during: Period | None, year: int | None, days: tuple[str, str]) -> None:
    """The days are those of the year that lie in the project, the year itself elsewhere, and else all days."""
    key = "lump-sum.highest"
    asked = judged(during=Period(*days)).parts(key, OLD)
    assert judged(during=during).parts(key, OLD, year=year) == asked


def test_a_key_that_the_rule_does_not_declare_is_refused() -> None:
    """As any other question about the law."""
    with pytest.raises(InvalidValue, match="vat"):
        judged().parts("vat.threshold", NEW)
