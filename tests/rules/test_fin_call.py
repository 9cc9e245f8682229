from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    ActualCost,
    Bounds,
    Budget,
    Call,
    CategoryOfRegion,
    Contribution,
    Cost,
    CostCategory,
    Fund,
    Funder,
    FundingSource,
    Money,
    Organisation,
    Outcome,
    OwnShare,
    Priority,
    Project,
    Rate,
    validate,
)
from esfmodel.testing._rule_examples.fin import FIN

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike

KRONOBERG = Project(
    "Kompetens i Kronoberg",
    programming_period="2014-2020",
    budget=Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(3_706_566)),
            Contribution(Funder(Organisation("Region Kronoberg"), source=FundingSource.OWN_PUBLIC), Money(1_235_522)),
        ]
    ),
)


def project(own: MoneyLike | None, support: MoneyLike | None, demand: OwnShare, **more: object) -> Project:
    """A project with an own contribution and undivided support, under a call."""
    financing = [
        Contribution(Funder(source=FundingSource.EU_AND_STATE), support),
        Contribution(Funder(source=FundingSource.OWN), own),
    ]
    changes: dict[str, Any] = more
    return attrs.evolve(Project("A", call=Call(own_share=demand), budget=Budget(financing=financing)), **changes)


@given(st.integers(0, 100), st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 2))
def test_the_demand_is_met_as_fractions_say(percent: int, own: int, support: int, kind: int) -> None:
    """FIN001 passes just when the share meets the demand, or is within one krona of it.

    Exactly so much is also what rounds half up to the whole per cent that is printed.
    """
    make = (OwnShare.exactly, OwnShare.at_least, OwnShare.at_most)[kind]
    result = validate(project(Money(own), Money(support), make(Rate.of_percent(percent)))).result("FIN001")
    share = Fraction(100 * own, own + support)
    printed = (share + Fraction(1, 2)).__floor__()
    off = abs(share - percent) * (own + support)
    met = (printed == percent or off < 100, share > percent or off <= 100, share < percent or off <= 100)
    assert (result.outcome is Outcome.PASSED) == met[kind]


@pytest.mark.parametrize(
    ("own", "demand", "short"),
    [
        (Money(525_000), OwnShare.at_least(Rate.of_percent(53)), Money(-5_000)),
        (Money(529_998), OwnShare.at_least(Rate.of_percent(53)), Money(-2)),
        (Money(529_999), OwnShare.at_least(Rate.of_percent(53)), None),
        (Money("529999.98"), OwnShare.at_least(Rate.of_percent(53)), Money("-0.02")),
        (Money("529999.99"), OwnShare.at_least(Rate.of_percent(53)), None),
        (Money(525_000), OwnShare.at_least(Rate.of_percent(53), tolerance=Rate.of_percent("0.5")), None),
        (Money(525_000), OwnShare.exactly(Rate.of_percent(53)), None),
        (Money(524_999), OwnShare.exactly(Rate.of_percent(53)), Money(-5_001)),
        (Money(333_333), OwnShare.at_least(Rate(Fraction(1, 3))), None),
        (Money(460_002), OwnShare.at_most(Rate.of_percent(46)), Money(2)),
        (Money(460_001), OwnShare.at_most(Rate.of_percent(46)), None),
        (Money(0), OwnShare.at_most(Rate.of_percent(0)), None),
        (Money(999_999), OwnShare.at_least(Rate.of_percent(100)), None),
    ],
    ids=str,
)
def test_a_least_is_a_least_to_the_krona(own: Money, demand: OwnShare, short: Money | None) -> None:
    """Of 1 000 000 kr: 525 000 kr is 5 000 kr less than "at least 53 %", though it is "53 %" in print."""
    found = validate(project(own, Money(1_000_000) - own, demand)).result("FIN001").findings
    assert [finding.difference for finding in found] == ([] if short is None else [short])


@pytest.mark.parametrize(
    ("own", "support", "percent"),
    [(8_800_785, 10_325_312, 46), (5_200_000, 5_993_184, 46), (1_235_522, 3_706_566, 25)],
)
def test_granted_projects_meet_what_their_calls_printed(own: int, support: int, percent: int) -> None:
    """46.01 and 46.46 % meet a printed 46 %, and 25 % meets 25 %."""
    demand = OwnShare.exactly(Rate.of_percent(percent))
    assert validate(project(Money(own), Money(support), demand)).result("FIN001").outcome is Outcome.PASSED


def test_a_share_beside_the_demand_is_an_error_with_its_kronor() -> None:
    """40 % where 46 % is demanded is 6 000 kr too little of 100 000 kr; the basis is the call."""
    demand = OwnShare.exactly(Rate.of_percent(46))
    (finding,) = validate(project(Money(40_000), Money(60_000), demand)).errors
    assert (finding.expected, finding.found, finding.difference) == (demand.rate, Rate.of_percent(40), Money(-6_000))
    assert "\N{MINUS SIGN}6 000 kr" in finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert "Under the terms of the call it must be exactly 46%; the difference" in finding.text("en")


@pytest.mark.parametrize(
    ("demand", "outcome"),
    [
        (OwnShare.exactly(Rate.of_percent(55)), Outcome.NOT_EVALUATED),
        (OwnShare.at_least(Rate.of_percent(40)), Outcome.NOT_EVALUATED),
        (OwnShare.at_most(Rate.of_percent(60)), Outcome.PASSED),
        (OwnShare.at_least(Rate.of_percent(60)), Outcome.FAILED),
        (OwnShare.exactly(Rate.of_percent(60)), Outcome.FAILED),
    ],
)
def test_a_share_known_within_bounds_is_judged_where_it_decides(demand: OwnShare, outcome: Outcome) -> None:
    """Over 12 of under 29 million in support leaves under 17/29 (58.6 %) of its own: enough to deny 60 %."""
    budget = Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.over(Money(12_000_000))),
            Contribution.rest(),
        ],
        total=Bounds.under(Money(29_000_000)),
    )
    assert validate(Project("A", call=Call(own_share=demand), budget=budget)).result("FIN001").outcome is outcome


@pytest.mark.parametrize(
    ("demand", "outcome"),
    [
        (OwnShare.at_most(Rate.of_percent(10)), Outcome.FAILED),
        (OwnShare.exactly(Rate.of_percent(10)), Outcome.FAILED),
        (OwnShare.at_least(Rate.of_percent(10)), Outcome.PASSED),
    ],
)
def test_a_share_of_at_least_so_much_is_judged_where_it_decides(demand: OwnShare, outcome: Outcome) -> None:
    """At most half in support leaves at least half: too much where 10 % is the most."""
    subject = project(Bounds.at_least(Money(50)), Bounds.at_most(Money(50)), demand)
    result = validate(subject).result("FIN001")
    assert result.outcome is outcome
    assert all(finding.difference is None for finding in result.findings)
    assert all("okänt" not in finding.text("sv") for finding in result.findings)
    assert all("unknown" not in finding.text("en") for finding in result.findings)


def test_bounds_are_told_without_a_second_but_and_without_an_unknown_difference() -> None:
    """At least 57.14 % and under 90 % where exactly 55 % is demanded: nobody knows by how many kronor."""
    support = Bounds(Money(2_800_000), Money(12_000_000), low_included=False)
    subject = project(None, support, OwnShare.exactly(Rate.of_percent(55)))
    budget = attrs.evolve(subject.budget or Budget(), total=Money(28_000_000))
    subject = attrs.evolve(subject, budget=budget)
    (finding,) = validate(subject).result("FIN001").findings
    told = finding.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert told.endswith(". Kravet på medfinansiering i utlysningens villkor är exakt 55 %.")
    assert told.count(" men ") == 1


def test_what_the_call_demands_is_said_where_the_share_is_known_only_within_bounds() -> None:
    """Who reads that nobody can tell also reads what to compare with."""
    subject = project(Bounds(Money(40), Money(60)), Money(50), OwnShare.exactly(Rate.of_percent(50)))
    reason = validate(subject).result("FIN001").reason
    assert reason is not None
    assert reason.sv.replace("\N{NO-BREAK SPACE}", " ").endswith("; utlysningens krav på medfinansiering är exakt 50 %")
    assert reason.en.endswith("; the call demands exactly 50%")


def contradictory(total: int) -> Budget:
    """Nine million in support and eleven of its own, with whatever total is stated."""
    return Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU), Money(9_000_000)),
            Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(11_000_000)),
        ],
        total=Money(total),
    )


def test_a_share_of_a_total_that_the_financing_contradicts_is_not_judged() -> None:
    """20 million in all where 25 are stated is one error, told once; no share follows from it."""
    call = Call(own_share=OwnShare.exactly(Rate.of_percent(55)))
    subject = Project("A", call=call, budget=contradictory(25_000_000), published_eu_rate=Rate.of_percent(45))
    report = validate(subject)
    assert [finding.rule for finding in report.errors] == ["BUD003"]
    assert report.warnings == ()
    for code in ("FIN001", "FIN009"):
        result = report.result(code)
        assert result.outcome is Outcome.NOT_EVALUATED
        assert result.reason is not None
        assert result.reason.sv == "totalkostnaden och finansieringen motsäger varandra"
        assert result.reason.en == "total cost and financing contradict each other"


def test_a_share_of_costs_that_the_financing_contradicts_is_not_judged() -> None:
    """Without a stated total the costs are the total, and contradict the financing as one would."""
    costs = [Cost(CostCategory.OTHER, ActualCost(Money(25_000_000)))]
    budget = attrs.evolve(contradictory(25_000_000), costs=costs, total=None)
    call = Call(own_share=OwnShare.exactly(Rate.of_percent(55)))
    assert validate(Project("A", call=call, budget=budget)).result("FIN001").outcome is Outcome.NOT_EVALUATED


def test_a_total_that_differs_by_rounding_contradicts_nothing() -> None:
    """One krona beside the sum is rounding, so the share is judged."""
    call = Call(own_share=OwnShare.exactly(Rate.of_percent(55)))
    subject = Project("A", call=call, budget=contradictory(20_000_001))
    assert validate(subject).result("FIN001").outcome is Outcome.PASSED


def test_a_demand_that_differs_by_region_needs_the_region() -> None:
    """46 %, but 40 % in Norra Mellansverige: without the region nobody can say."""
    demands = {"SE31": OwnShare.exactly(Rate.of_percent(40))}
    call = Call(own_share=OwnShare.exactly(Rate.of_percent(46)), own_share_by_region=demands)
    subject = attrs.evolve(project(Money(40), Money(60), OwnShare.exactly(Rate(0))), call=call)
    assert validate(subject).result("FIN001").outcome is Outcome.NOT_EVALUATED
    for too_coarse in ("SE", "SE3"):
        result = validate(attrs.evolve(subject, nuts=too_coarse)).result("FIN001")
        assert result.outcome is Outcome.NOT_EVALUATED
        assert "regionen anges inte så noga" in str(result.reason and result.reason.sv)
    assert validate(attrs.evolve(subject, nuts="SE313")).result("FIN001").outcome is Outcome.PASSED
    assert validate(attrs.evolve(subject, nuts="SE32")).result("FIN001").outcome is Outcome.FAILED


def test_a_region_of_which_the_call_demands_nothing_is_not_judged() -> None:
    """A call that demands a share in one region only says nothing of the others, and the reason is not the region."""
    call = Call(own_share_by_region={"SE31": OwnShare.exactly(Rate.of_percent(40))})
    subject = attrs.evolve(project(Money(1), Money(9), OwnShare.exactly(Rate(0))), call=call, nuts="SE32")
    result = validate(subject).result("FIN001")
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert result.reason.en == "the call demands no own share in the project's region"


def test_unknown_amounts_leave_the_share_open() -> None:
    """A budget of which no share is known is not judged."""
    assert validate(project(None, None, OwnShare.exactly(Rate(0)))).result("FIN001").outcome is Outcome.NOT_EVALUATED


@pytest.mark.parametrize(
    ("own", "support", "outcome"),
    [
        (Money(1), Money(1), Outcome.PASSED),
        (Money(0), Money(2), Outcome.PASSED),
        (Money(0), Money(4), Outcome.FAILED),
        (Money("0.67"), Money("1.33"), Outcome.PASSED),
        (Money("0.68"), Money("1.32"), Outcome.FAILED),
        (Money("0.50"), Money("1.50"), Outcome.FAILED),
    ],
)
def test_exactly_is_as_near_as_the_amounts_come(own: Money, support: Money, outcome: Outcome) -> None:
    """A third of two kronor cannot be paid: less than one unit from it, a krona or an öre, is exactly a third."""
    third = OwnShare.exactly(Rate(Fraction(1, 3)))
    assert validate(project(own, support, third)).result("FIN001").outcome is outcome
    at_least = OwnShare.at_least(Rate(Fraction(1, 3)))
    enough = Outcome.PASSED if 2 * own >= support else outcome
    assert validate(project(own, support, at_least)).result("FIN001").outcome is enough


def test_broken_turns_a_whole_own_share_the_other_way() -> None:
    """A project that pays all itself is broken by a demand of nothing."""
    subject = project(Money(100), Money(0), OwnShare.exactly(Rate(1)))
    assert validate(FIN["FIN001"].broken(subject, LAW)).result("FIN001").outcome is Outcome.FAILED


def test_kronoberg_is_told_why_75_per_cent_is_no_error() -> None:
    """75 % support is above the 50 % of Article 120(3)(e), which binds the priority axis, not the project."""
    report = validate(KRONOBERG)
    assert report.errors == report.warnings == ()
    (info,) = report.infos
    assert info.rule == "FIN002"
    assert (info.expected, info.found) == (Rate.of_percent(50), Bounds(Rate(0), Rate.of_percent(75)))
    assert "Det är inget fel: taket gäller programområdet" in info.text("sv")
    assert "artikel 120.3 e i förordning (EU) nr 1303/2013" in info.text("sv")
    assert "kan rymma statliga medel" in info.text("sv")
    told = info.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert told.startswith("Unionens andel av kostnaden är högst 75 % och stödets 75 %; det lägsta av taken är 50 % (")
    assert report.result("FIN002").outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("category", "told"),
    [(CategoryOfRegion.MORE_DEVELOPED, True), (CategoryOfRegion.TRANSITION, True), (CategoryOfRegion.OUTERMOST, False)],
)
def test_the_category_of_the_priority_chooses_the_ceiling(category: CategoryOfRegion, *, told: bool) -> None:
    """75 % is above 40 and 60 %, not above 85 %."""
    subject = attrs.evolve(
        KRONOBERG, programming_period="2021-2027", priority=Priority("A", category_of_region=category)
    )
    infos = validate(subject).infos
    assert bool(infos) == told
    assert all("; taket är " in info.text("sv") for info in infos)
    assert all("; the ceiling is " in info.text("en") for info in infos)


def test_divided_support_is_measured_by_the_union_part() -> None:
    """24-030-S04: 53.985 % support of which 39.989 % is the Union's, below 40 %: nothing to tell."""
    budget = Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU), Money(7_648_379)),
            Contribution(Funder(source=FundingSource.STATE_GRANT), Money(2_676_933)),
            Contribution(Funder(source=FundingSource.OWN), Money(8_800_785)),
        ],
    )
    report = validate(Project("24-030-S04", cci="2021SE05SFPR", budget=budget))
    assert report.result("FIN002").outcome is Outcome.PASSED
    assert report.findings == ()
    whole = attrs.evolve(budget, financing=[Contribution(Funder(source=FundingSource.EU), Money(5))], complete=True)
    (info,) = validate(Project("Fast Care", cci="2021SE05SFPR", budget=whole)).infos
    assert info.found == Rate(1)
    assert "statliga" not in info.text("sv")


@pytest.mark.parametrize("more", [{"fund": Fund.AMIF}, {"cci": "2014TC16RFCB033"}])
def test_other_funds_and_territorial_cooperation_have_other_ceilings(more: dict[str, Any]) -> None:
    """Articles 112(3)(a) to (e) and 120(3)(b) to (e) are not applied to them."""
    subject = attrs.evolve(KRONOBERG, **more)
    assert validate(subject).result("FIN002").outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"fund": Fund.JTF}, Rate.of_percent(50)),
        ({"fund": Fund.JTF, "category_of_region": CategoryOfRegion.TRANSITION}, Rate.of_percent(70)),
        ({"fund": Fund.COHESION_FUND}, None),
        ({"fund": Fund.JTF, "programming_period": "2014-2020"}, None),
        ({"priority": Priority("A", eu_rate=Rate.of_percent(60))}, Rate.of_percent(60)),
        ({"priority": Priority("A", eu_rate=Rate.of_percent(75))}, None),
    ],
)
def test_the_ceiling_is_that_of_the_fund_or_the_rate_decided(more: dict[str, Any], told: Rate | None) -> None:
    """75 % is above what the JTF may pay and above a decided 60 %, not above 85 % of the Cohesion Fund or 75 %."""
    infos = validate(attrs.evolve(KRONOBERG, **{"programming_period": "2021-2027", **more})).infos
    assert [info.expected for info in infos if info.rule == "FIN002"] == ([] if told is None else [told])


def test_support_above_the_ceiling_is_told_of_where_the_union_part_is_not_known() -> None:
    """Kompetenskompassen: over 12 of under 29 million is above 40 %, and holds an unknown part of the state's money."""
    budget = Budget(
        financing=[
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.over(Money(12_000_000))),
            Contribution(Funder(source=FundingSource.OWN)),
        ],
        total=Bounds.under(Money(29_000_000)),
    )
    (info,) = validate(Project("Kompetenskompassen", programming_period="2021-2027", budget=budget)).infos
    assert info.found is None
    assert "Unionens andel av kostnaden är inte känd och stödets över 41,37 %;" in info.text("sv").replace("\xa0", " ")


def test_shares_that_nobody_knows_are_not_judged() -> None:
    """#Vägled: 11 230 000 kr from the Union and a rest nobody named says nothing about any share."""
    budget = Budget(
        financing=[Contribution(Funder(source=FundingSource.EU), Money(11_230_000)), Contribution.rest()],
    )
    result = validate(Project("#Vägled", programming_period="2014-2020", budget=budget)).result("FIN002")
    assert result.outcome is Outcome.NOT_EVALUATED
    assert result.reason is not None
    assert result.reason.sv == "andelarna är inte kända"
