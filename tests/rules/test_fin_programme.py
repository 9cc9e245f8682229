from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    Bounds,
    Budget,
    Call,
    Contribution,
    Fund,
    Funder,
    FundingSource,
    Law,
    Money,
    Outcome,
    OwnShare,
    Priority,
    Project,
    Rate,
    Severity,
    validate,
)
from esfmodel.examples import REGISTER_PROJECTS
from esfmodel.law import PACKS, Condition, Sense
from esfmodel.rules.families.fin_programme import FIN_PROGRAMME

if TYPE_CHECKING:
    from esfmodel.rules import RuleResult

SWEDEN = LAW.with_pack(PACKS["2021SE05SFPR001"])


def funded(area: str | None, union: int, state: int, own: int, nuts: str | None = "SE33") -> Project:
    """A project of a programme area with divided support."""
    sources = {FundingSource.EU: union, FundingSource.STATE_GRANT: state, FundingSource.OWN: own}
    financing = [Contribution(Funder(source=source), Money(amount)) for source, amount in sources.items()]
    return Project("A", cci="2021SE05SFPR001", priority=area, nuts=nuts, budget=Budget(financing=financing))


def divided(project: Project) -> RuleResult:
    """What becomes of the rule on the division."""
    return validate(project, law=SWEDEN, rules=FIN_PROGRAMME).result("FIN010")


def own(project: Project) -> RuleResult:
    """What becomes of the rule on the own share."""
    return validate(project, law=SWEDEN, rules=FIN_PROGRAMME).result("FIN011")


@pytest.mark.parametrize(
    ("area", "union", "support", "total"),
    [
        ("A", 7_648_379, 10_325_312, 19_126_097),
        ("A", 4_438_625, 5_992_144, 11_192_144),
        ("C", 8_812_541, 9_791_713, 9_791_713),
    ],
)
def test_granted_projects_are_divided_as_the_programme_says(area: str, union: int, support: int, total: int) -> None:
    """24-030-S04, 24-056-S07 and 24-063-S05: the Union's published part is the programme's, to the krona."""
    for nuts in ("SE33", None):
        project = funded(area, union, support - union, total - support, nuts)
        assert divided(project).outcome is Outcome.PASSED
        assert own(project).outcome is Outcome.PASSED


def test_a_share_of_a_total_that_the_financing_contradicts_is_not_judged() -> None:
    """Where 25 million are stated and 20 financed, no own share follows, and the reason says so."""
    project = funded("A", 5_000_000, 4_000_000, 11_000_000)
    budget = attrs.evolve(project.budget or Budget(), total=Money(25_000_000))
    result = own(attrs.evolve(project, budget=budget))
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert result.reason.sv == "totalkostnaden och finansieringen motsäger varandra"


@pytest.mark.parametrize("project", REGISTER_PROJECTS, ids=lambda project: str(project.operation_id))
def test_the_register_prints_the_programme_without_its_serial_number(project: Project) -> None:
    """All four published projects are judged by the programme's own values, and pass, to the krona."""
    assert str(project.cci) == "2021SE05SFPR"
    assert divided(project).outcome is Outcome.PASSED
    assert own(project).outcome is Outcome.PASSED
    undecided = attrs.evolve(project, cci="2021SE05SFPR002")
    assert divided(undecided).outcome is Outcome.NOT_EVALUATED


@given(st.integers(0, 10**9), st.integers(-5, 5))
def test_a_part_is_told_by_its_kronor(support: int, nudge: int) -> None:
    """Forty of fifty-four parts, cut to whole kronor; one krona may be rounding, and more is told as a warning."""
    union = (Fraction(40, 54) * support).__floor__() + nudge
    findings = divided(funded("A", union, support - union, 1)).findings
    severity = {0: [], 1: [Severity.INFO]}.get(abs(nudge), [Severity.WARNING])
    if support % 1_000 or nudge:
        assert [finding.difference for finding in findings] == [Money(nudge)] * bool(nudge)
    if union % 1_000 or (support - union) % 1_000:
        assert [finding.severity for finding in findings] == severity


def test_a_part_that_is_not_the_programmes_is_a_warning_with_its_source() -> None:
    """Half of 5 400 000 kr is 1 300 000 kr less than forty of fifty-four parts."""
    (finding,) = divided(funded("a", 2_700_000, 2_700_000, 4_600_000)).findings
    assert finding.severity is Severity.WARNING
    assert (finding.expected, finding.found, finding.difference) == (
        Money(4_000_000),
        Money(2_700_000),
        Money(-1_300_000),
    )
    assert "programområde A" in finding.text("sv")
    assert finding.level is not None
    assert finding.level.value == "programme"


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (funded("D", 1, 1, 2), Outcome.NOT_EVALUATED),
        (funded("E", 1, 1, 2), Outcome.NOT_EVALUATED),
        (funded("A", 1, 1, 2, "SE31"), Outcome.NOT_EVALUATED),
        (funded("A", 100, 1, 2, None), Outcome.NOT_EVALUATED),
        (funded("C", 100, 1, 2, None), Outcome.FAILED),
        (attrs.evolve(funded("A", 1, 1, 2), cci="2014SE05M9OP001"), Outcome.NOT_EVALUATED),
    ],
)
def test_what_the_programme_does_not_say_is_not_judged(project: Project, outcome: Outcome) -> None:
    """Areas D and E and Norra Mellansverige have no verified division, and a region not known may be that one."""
    assert divided(project).outcome is outcome


def test_without_the_pack_nothing_is_judged() -> None:
    """The law that ships without the programme's rows says nothing of areas."""
    for result in validate(funded("A", 1, 1, 2), rules=FIN_PROGRAMME).results:
        assert result.outcome is Outcome.NOT_EVALUATED
        assert result.reason is not None
        assert result.reason.sv == "lagdata har inga uppgifter om programmet"


def test_undivided_support_and_unknown_parts_are_not_judged() -> None:
    """Support that nobody has divided is not divided here, and a part of which only bounds are known is left open."""
    whole = Budget(financing=[Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(54))])
    project = funded("A", 40, 14, 46)
    assert divided(attrs.evolve(project, budget=whole)).outcome is Outcome.NOT_APPLICABLE
    part = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Bounds.over(Money(5)))])
    assert divided(attrs.evolve(project, budget=part)).outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(
    ("area", "percent", "nuts", "outcome"),
    [
        ("A", 46, "SE33", Outcome.PASSED),
        ("A", 40, "SE33", Outcome.FAILED),
        ("A", 40, "SE313", Outcome.PASSED),
        ("A", 46, "SE31", Outcome.FAILED),
        ("A", 40, None, Outcome.NOT_EVALUATED),
        ("A", 40, "SE3", Outcome.NOT_EVALUATED),
        ("A", 46, "SE3", Outcome.PASSED),
        ("C", 0, None, Outcome.PASSED),
        ("D", 55, "SE11", Outcome.PASSED),
        ("E", 5, "SE11", Outcome.PASSED),
        ("E", 6, "SE11", Outcome.FAILED),
        ("B", 6, "SE11", Outcome.NOT_EVALUATED),
    ],
)
def test_the_own_share_of_an_area(area: str, percent: int, nuts: str | None, outcome: Outcome) -> None:
    """46 %, but 40 % in Norra Mellansverige, a part of SE3; 0, 55 and 5 % in C, D and E; of B nothing is verified."""
    assert own(funded(area, 0, 100 - percent, percent, nuts)).outcome is outcome


def test_a_transcript_can_only_warn_and_the_call_comes_before_the_programme() -> None:
    """A share of grade C warns; where the call demands a share of its own, that one counts alone."""
    project = funded("E", 0, 50, 50, "SE11")
    (finding,) = own(project).findings
    assert (finding.severity, finding.expected, finding.found) == (
        Severity.WARNING,
        Rate.of_percent(5),
        Rate.of_percent(50),
    )
    called = attrs.evolve(project, call=Call(own_share=OwnShare.exactly(Rate.of_percent(50))))
    assert own(called).outcome is Outcome.NOT_APPLICABLE
    assert own(attrs.evolve(project, call=Call("24-030"))).outcome is Outcome.FAILED


# --- Packs of other programmes

ERDF_PROJECT = Project("A", cci="2021SE16RFPR005", priority="3.1", nuts="SE321")
"""A project of an ERDF programme in Västernorrland; the serial number of its programme is made up."""
INTERREG_PROJECT = Project("A", cci="2021TC16RFTN003", priority="2")
MELLERSTA_NORRLAND = LAW.with_pack("2021SE16RFPR-SE32")
CENTRAL_EUROPE = LAW.with_pack("2021TC16RFTN003")


def own_by(law: Law, project: Project, support: Money, own: Money) -> RuleResult:
    """What becomes of the rule on the own share of a project with the Union's support and its own money."""
    sources = {FundingSource.EU: support, FundingSource.OWN: own}
    financing = [Contribution(Funder(source=source), amount) for source, amount in sources.items()]
    project = attrs.evolve(project, budget=Budget(financing=financing))
    return validate(project, law=law, rules=FIN_PROGRAMME).result("FIN011")


@pytest.mark.parametrize(
    ("support", "own", "outcome"),
    [
        (400_000, 600_000, Outcome.PASSED),
        (250_000, 750_000, Outcome.PASSED),
        # Forty per cent of 19 126 097 kr is 7 650 438.80 kr.
        (7_650_439, 11_475_658, Outcome.PASSED),
        (7_650_440, 11_475_657, Outcome.FAILED),
        (500_000, 500_000, Outcome.FAILED),
    ],
)
def test_the_erdf_in_mellersta_norrland_pays_at_most_forty_per_cent(support: int, own: int, outcome: Outcome) -> None:
    """Others pay at least 60 %; a krona less may be rounding, and a breach is a warning that names the programme."""
    result = own_by(MELLERSTA_NORRLAND, ERDF_PROJECT, Money(support), Money(own))
    assert result.outcome is outcome
    for finding in result.findings:
        assert finding.severity is Severity.WARNING
        assert "minst 60\N{NO-BREAK SPACE}%" in finding.text("sv")
        assert "Mellersta Norrland" in finding.text("sv")


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"cci": "2021SE16RFPR"}, Outcome.FAILED),
        ({"nuts": "SE32"}, Outcome.FAILED),
        ({"nuts": "SE3"}, Outcome.NOT_EVALUATED),
        ({"nuts": None}, Outcome.NOT_EVALUATED),
        ({"nuts": "SE313"}, Outcome.NOT_EVALUATED),
        ({"cci": "2021SE05SFPR001"}, Outcome.NOT_EVALUATED),
        ({"cci": "2021FI16RFPR005"}, Outcome.NOT_EVALUATED),
        ({"cci": "2014SE16RFOP007"}, Outcome.NOT_EVALUATED),
    ],
)
def test_a_programme_without_serial_number_is_known_by_its_region(changes: dict[str, Any], outcome: Outcome) -> None:
    """Half from the Union is too much in Mellersta Norrland; of other regions and programmes its pack says nothing."""
    half = Money(50_000)
    assert own_by(MELLERSTA_NORRLAND, attrs.evolve(ERDF_PROJECT, **changes), half, half).outcome is outcome


@settings(max_examples=40)
@given(st.integers(0, 10**7), st.integers(1, 10**7) | st.integers(1, 300))
def test_interreg_central_europe_pays_at_most_eighty_per_cent(support: int, own: int) -> None:
    """At least a fifth of the cost, less a euro that may be rounding, is left to the partners in every area."""
    result = own_by(CENTRAL_EUROPE, INTERREG_PROJECT, Money.of_minor(support, "EUR"), Money.of_minor(own, "EUR"))
    met = 5 * (own + 100) >= support + own
    assert result.outcome is (Outcome.PASSED if met else Outcome.FAILED)


@pytest.mark.parametrize(
    ("sense", "shares"),
    [(Sense.AT_LEAST, {20, 21}), (Sense.AT_MOST, {19, 20}), (Sense.EXACTLY, {20}), (None, {20})],
)
def test_an_own_share_binds_as_its_row_says(sense: Sense | None, shares: set[int]) -> None:
    """A least, a most, or exactly; exactly where a row leaves it open. A key with no CCI in it is of no programme."""
    (row,) = CENTRAL_EUROPE.history("programme.2021tc16rftn003.all.own-share")
    law = Law([attrs.evolve(row, sense=sense), attrs.evolve(row, key="programme.tc.all.own-share")])
    for own in (19, 20, 21):
        result = own_by(law, INTERREG_PROJECT, Money(1_000 * (100 - own)), Money(1_000 * own))
        assert result.outcome is (Outcome.PASSED if own in shares else Outcome.FAILED)


@pytest.mark.parametrize(
    ("scope", "changes", "outcome"),
    [
        ({"funds": [Fund.ERDF]}, {"fund": Fund.ESF_PLUS}, Outcome.NOT_EVALUATED),
        ({"funds": [Fund.ERDF]}, {"fund": Fund.ERDF}, Outcome.FAILED),
        ({"funds": [Fund.ERDF, Fund.JTF]}, {}, Outcome.NOT_EVALUATED),
        ({"condition": Condition.STEP}, {}, Outcome.NOT_EVALUATED),
        ({"condition": Condition.STEP}, {"priority": Priority("A", dedicated_to=Condition.STEP)}, Outcome.FAILED),
        (
            {"condition": Condition.STEP},
            {"priority": Priority("A", dedicated_to=Condition.OUTERMOST)},
            Outcome.NOT_EVALUATED,
        ),
    ],
)
def test_a_row_concerns_its_funds_and_its_condition(
    scope: dict[str, Any], changes: dict[str, Any], outcome: Outcome
) -> None:
    """What a row says of others is not asked of the project."""
    rows = [
        attrs.evolve(row, sense=Sense.AT_LEAST, value=Rate.of_percent(90), **scope)
        for row in SWEDEN.provisions
        if row.key == "programme.2021se05sfpr001.a.own-share"
    ]
    others = [row for row in SWEDEN.provisions if not row.key.startswith("programme.2021se05sfpr001.a.")]
    project = attrs.evolve(funded("A", 40, 0, 60), **changes)
    result = validate(project, law=Law([*others, *rows]), rules=FIN_PROGRAMME).result("FIN011")
    assert result.outcome is outcome
