from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Aid,
    AidBasis,
    Bounds,
    Budget,
    Contribution,
    Decision,
    DecisionKind,
    Funder,
    FundingSource,
    Money,
    Organisation,
    Outcome,
    Period,
    Portfolio,
    Project,
    Severity,
    validate,
)

if TYPE_CHECKING:
    from esfmodel.rules.report import RuleResult

REGION = Organisation("Region Jämtland Härjedalen", "2321000214")
KOMMUN = Organisation("Alvesta kommun", "2120000639")
REFUSED = Decision(DecisionKind.REJECTED, "2024-06-01")
GRANTED = Decision(DecisionKind.GRANTED, "2024-06-01")
FIRST = datetime.date(2024, 1, 1)


def aided(
    day: datetime.date | Period | str | None,
    euros: int | None,
    basis: AidBasis = AidBasis.DE_MINIMIS,
    owner: Organisation | None = REGION,
) -> Project:
    """A project whose support is aid to an undertaking."""
    amount = None if euros is None else Money(euros, "EUR")
    aid = Aid(basis, day, amount=amount)
    return Project("Ny marknad", programming_period="2021-2027", beneficiary=owner, aid=aid)


def supported(day: str, support: Money) -> Project:
    """A project of which the support is stated, but not the amount of the aid."""
    grant = Contribution(Funder(source=FundingSource.STATE_GRANT), support)
    return attrs.evolve(aided(day, None), budget=Budget(financing=[grant], complete=True))


def judged(*projects: Project) -> RuleResult:
    """Judge the aid of several projects."""
    return validate(Portfolio(projects)).result("STA001")


def failing(projects: list[Project]) -> set[int]:
    """Name the projects whose aid is found to exceed the ceiling."""
    return {int(finding.place.split("[")[1].split("]")[0]) for finding in judged(*projects).findings}


@given(st.lists(st.tuples(st.integers(0, 2_500), st.integers(1, 310)), min_size=1, max_size=6))
def test_new_aid_fails_where_three_years_hold_more_than_the_ceiling(given: list[tuple[int, int]]) -> None:
    """Article 3(2) and (7): day by day, each new aid with what was lawfully given in the three years that end then."""
    lawful: list[tuple[datetime.date, int]] = []
    expected: set[int] = set()
    for index, (offset, thousands) in sorted(enumerate(given), key=lambda each: (each[1][0], each[0])):
        day = FIRST + datetime.timedelta(days=offset)
        # The day after which three years have not passed; no such day of the month is the last one of it.
        try:
            since = day.replace(year=day.year - 3)
        except ValueError:
            since = datetime.date(day.year - 3, 2, 28)
        if sum(amount for other, amount in lawful if other > since) + thousands > 300:
            expected.add(index)
        else:
            lawful.append((day, thousands))
    assert failing([aided(FIRST + datetime.timedelta(days=days), 1_000 * amount) for days, amount in given]) == expected


def span(first: datetime.date, days: int) -> Period:
    """Return a day and as many days after it."""
    return Period(first, first + datetime.timedelta(days=days))


spans = st.builds(
    span, st.dates(datetime.date(2024, 1, 1), datetime.date(2028, 1, 1)), st.sampled_from([0, 0, 30, 400])
)


@given(st.lists(st.tuples(spans, st.integers(1, 310), st.sampled_from([None, "SE", "FI"])), max_size=6))
def test_aid_of_nothing_changes_nothing(given: list[tuple[Period, int, str | None]]) -> None:
    """Beside aid of no euro, which may be of any day, the same is found as without it, and as gravely."""
    projects = [attrs.evolve(aided(day, 1_000 * amount), country=country) for day, amount, country in given]
    of_nothing = aided(Period("2023-07-01", "2028-12-31"), 0, AidBasis.DE_MINIMIS_2013)
    found = judged(*projects, aided("2023-07-01", 0)).findings
    assert judged(*projects, of_nothing, aided("2023-07-01", 0)).findings == found


def test_the_new_aid_fails_as_a_whole() -> None:
    """Of 180 000 and 120 001 euro in two years the second exceeds by one euro, and is told with the sum of both."""
    result = judged(aided("2024-05-02", 180_000), aided("2026-05-02", 120_001))
    (finding,) = result.findings
    assert (finding.severity, finding.place) == (Severity.ERROR, "projects[1].aid")
    assert (finding.expected, finding.found) == (Money(300_000, "EUR"), Money(300_001, "EUR"))
    assert "artikel 3.2 i förordning (EU) 2023/2831" in finding.text("sv")


LAWFUL = [
    (aided("2024-05-02", 180_000), aided("2026-05-02", 120_000)),
    (aided("2024-05-02", 300_000), aided("2027-05-02", 300_000)),
    (aided("2024-05-02", 300_000), aided("2024-05-02", 300_000, owner=KOMMUN)),
    (aided("2024-05-02", 300_000), aided("2024-05-03", 900_000, AidBasis.BLOCK_EXEMPTION)),
    (aided("2023-02-01", 200_000, AidBasis.DE_MINIMIS_2013), aided("2023-03-01", 200_000, AidBasis.DE_MINIMIS_2013)),
    (aided("2023-11-30", 400_000, AidBasis.DE_MINIMIS),),
    (aided("2024-05-02", 300_000), aided("2025-05-02", 50_000), aided("2027-05-02", 300_000)),
    (aided("2024-05-02", 100_000), Project("Utan uppgift")),
    (aided("2024-05-02", 300_000), attrs.evolve(aided("2024-06-02", 300_000), decisions=[REFUSED])),
    (aided(Period("2024-05", "2024-05", "month"), 150_000), aided(Period("2025-06", "2025-06", "month"), 150_000)),
]


@pytest.mark.parametrize("projects", LAWFUL)
def test_what_is_lawful_is_never_an_error(projects: tuple[Project, ...]) -> None:
    """Within the ceiling, to the day three years later, to another body, on another basis, by the older act, refused.

    The second aid of 50 000 fails, and does not count against the third.
    """
    assert 2 not in failing(list(projects))
    if len(projects) < 3:
        assert judged(*projects).findings == ()


def test_older_aid_counts_but_is_never_accused() -> None:
    """Article 7(2): aid of 2022 stays lawful, and yet leaves 100 000 euro of the ceiling in 2024."""
    before = aided("2022-10-01", 200_000, AidBasis.DE_MINIMIS_2013)
    assert failing([before, aided("2024-10-01", 100_001)]) == {1}
    assert failing([before, aided("2024-10-01", 100_000)]) == set()


def test_the_support_alone_is_only_a_warning() -> None:
    """Without the aid's own amount the support is taken, but what is paid later is worth less on the day."""
    (finding,) = judged(supported("2024-05-02", Money(300_001, "EUR"))).findings
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ({"cci": "2021SE16RFPR007"}, {"cci": "2021SE05SFPR001", "country": "SE", "nuts": "SE33"}, Severity.ERROR),
        ({"cci": "2021SE16RFPR007"}, {}, Severity.ERROR),
        ({"cci": "2021SE16RFPR007"}, {"cci": "2021FI16FFPR001"}, Severity.WARNING),
        ({"cci": "2021SE16RFPR007"}, {"cci": "2021TC16RFCB001", "country": "SE"}, Severity.WARNING),
        ({"country": "SE"}, {"country": "FI"}, Severity.WARNING),
        ({"nuts": "SE33"}, {"nuts": "FI1D"}, Severity.WARNING),
    ],
)
def test_the_ceiling_is_of_one_member_state(first: dict[str, Any], second: dict[str, Any], severity: Severity) -> None:
    """Article 3(2) counts the aid of each member state; a programme of several countries does not tell which grants."""
    one = attrs.evolve(aided("2024-05-02", 200_000), **first)
    (finding,) = judged(one, attrs.evolve(aided("2025-05-02", 200_000), **second)).findings
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("projects", "outcome"),
    [
        ((Project("A"),), Outcome.NOT_EVALUATED),
        ((aided(None, 5),), Outcome.NOT_EVALUATED),
        ((aided("2024-05-02", None),), Outcome.NOT_EVALUATED),
        ((aided("2024-05-02", 5, owner=None),), Outcome.NOT_EVALUATED),
        ((attrs.evolve(aided("2024-05-02", 5), decisions=[REFUSED, GRANTED]),), Outcome.NOT_EVALUATED),
        ((aided("2024-05-02", 5, owner=Organisation("Bolaget")),), Outcome.NOT_EVALUATED),
        ((supported("2024-05-02", Money(3)), aided("2024-06-02", 5)), Outcome.NOT_EVALUATED),
        ((aided("2024-05-02", 300_001), aided(None, 5)), Outcome.FAILED),
        (
            (aided(Period("2024-05", "2024-05", "month"), 150_001), aided("2027-05-10", 150_000)),
            Outcome.NOT_EVALUATED,
        ),
        ((aided("2024-05-02", 5, AidBasis.APPROVED),), Outcome.NOT_APPLICABLE),
        ((aided("2031-05-02", 300_001),), Outcome.PASSED),
        ((attrs.evolve(aided("2024-05-02", 300_001), programming_period="2014-2020"),), Outcome.FAILED),
    ],
)
def test_what_cannot_be_told_is_left_open(projects: tuple[Project, ...], outcome: Outcome) -> None:
    """The number, the day and the amount must be stated, in one currency, and the day decides."""
    assert judged(*projects).outcome is outcome


def test_kronor_are_compared_at_every_rate_of_the_years() -> None:
    """Of 1 800 000 and 2 900 000 kronor nothing is too much at any rate of 2022 to 2025, and of 4 500 000 all is."""
    for second, outcome in (
        (1_000_000, Outcome.PASSED),
        (1_700_000, Outcome.NOT_EVALUATED),
        (2_700_000, Outcome.FAILED),
    ):
        first = supported("2024-05-02", Money(1_800_000))
        assert judged(first, supported("2025-05-02", Money(second))).outcome is outcome


def test_support_within_bounds() -> None:
    """Support of at least more than the ceiling is found; of at most the ceiling, nothing is."""
    over = supported("2024-05-02", Money(1, "EUR"))
    for bounds, outcome in (
        (Bounds.at_least(Money(300_001, "EUR")), Outcome.FAILED),
        (Bounds.at_most(Money(300_000, "EUR")), Outcome.PASSED),
    ):
        grant = Contribution(Funder(source=FundingSource.STATE_GRANT), bounds)
        assert judged(attrs.evolve(over, budget=Budget(financing=[grant], complete=True))).outcome is outcome
