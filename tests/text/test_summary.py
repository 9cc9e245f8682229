from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.examples import (
    EXAMPLES,
    KOMPETENS_I_KRONOBERG,
    KOMPETENSFOCUS,
    KOMPETENSKOMPASSEN,
    VAGLED_KOMPETENS,
)
from esfmodel.model import (
    Budget,
    Call,
    Contribution,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Organisation,
    OrganisationKind,
    Participation,
    Priority,
    Programme,
    Project,
    Role,
)
from esfmodel.testing import projects
from esfmodel.text import en, sv
from esfmodel.values import Bounds, Money, OpenPeriod, Period, Rate

if TYPE_CHECKING:
    from types import ModuleType

LANGUAGES = st.sampled_from([sv, en])
GRANTED = (DecisionKind.GRANTED, "2024-06-28")


def plain(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def told(project: Project) -> str:
    """Return the summary in Swedish, with ordinary spaces."""
    return plain(sv.summary(project))


def contribution(source: FundingSource, amount: int | None = None, name: str | None = None) -> Contribution:
    """Make a contribution in kronor."""
    organisation = None if name is None else Organisation(name)
    return Contribution(Funder(organisation, source=source), None if amount is None else Money(amount))


def financed(
    *financing: Contribution, total: int | None = None, fund: Fund | None = None, complete: bool = False
) -> Project:
    """Make a project with this financing."""
    budget = Budget(financing=financing, total=None if total is None else Money(total), complete=complete)
    return Project("Framtidskraft", budget=budget, fund=fund)


def nameless(project: Project) -> Project:
    """Return the project without its free text."""
    return attrs.evolve(
        project,
        name="A",
        operation_id=None,
        partners=(),
        beneficiary=None,
        priority=None,
        specific_objective=None,
        decisions=[attrs.evolve(each, body=each.body and "B") for each in project.decisions],
    )


def every_figure(project: Project) -> set[Money]:
    """Collect the amounts that are known of a project, and what they sum to."""
    budgets = [budget for budget in (project.budget, *(each.budget for each in project.decisions)) if budget]
    figures: list[object] = [decision.support for decision in project.decisions]
    for budget in budgets:
        figures += [budget.total_cost, budget.support]
        for sources in ([source] for source in FundingSource):
            part = [c for c in budget.financing if c.source in sources]
            figures.append(Budget(financing=part, complete=True).total_financing)
        grants = [c for c in budget.financing if c.source is not None and not c.source.is_own]
        figures.append(Budget(financing=grants, complete=True).total_financing)
    ends: set[object] = set()
    for figure in figures:
        ends |= {figure.low, figure.high} if isinstance(figure, Bounds) else {figure}
    return {end for end in ends if isinstance(end, Money)}


@given(projects(), LANGUAGES)
def test_a_summary_is_whole_sentences_on_one_line(project: Project, language: ModuleType) -> None:
    """Of every project something can be said: sentences that end with a full stop, and nothing of Python's."""
    text = language.summary(project)
    assert text.endswith(".")
    assert text == " ".join(re.split(r"[^\S\N{NO-BREAK SPACE}]+", text))
    assert not text[0].islower()
    assert not re.search(r"\bNone\b|\{\w+\}", language.summary(nameless(project)))


@given(projects("SEK"))
def test_every_amount_printed_is_known(project: Project) -> None:
    """No amount stands in a summary that is not one of the project's own figures, or the sum of some of them."""
    text = sv.summary(nameless(project))
    printed = re.findall(r"−?[0-9][0-9\xa0,]*(?:\xa0milj(?:on|ard)(?:er)?)?\xa0kron(?:a|or)", text)
    assert {sv.parse_money(each) for each in printed} <= every_figure(project)


@given(projects(), LANGUAGES)
def test_only_a_grant_is_called_one(project: Project, language: ModuleType) -> None:
    """A project has been granted support when a decision grants it, and prioritised when a decision does that."""
    text = language.summary(nameless(project))
    kinds = {decision.kind for decision in project.decisions}
    for kind, words in ((DecisionKind.GRANTED, "bevilj|grant"), (DecisionKind.PRIORITISED, "prioriter|prioritised")):
        assert kind in kinds or not re.search(words, text)


@given(projects())
def test_eu_money_is_the_unions_alone(project: Project) -> None:
    """Support is called EU-medel only where a source says what part of it is the Union's."""
    budgets = [project.budget, *(decision.budget for decision in project.decisions)]
    sources = {part.source for budget in budgets if budget for part in budget.financing}
    assert FundingSource.EU in sources or not re.search("EU-medel|EU-medlen", sv.summary(nameless(project)))


@given(projects())
def test_a_share_is_printed_only_where_it_is_known(project: Project) -> None:
    """Without one exact share of the total there is no per cent in the text, and no "wholly"."""
    share = project.budget.support_rate if project.budget else None
    text = sv.summary(nameless(attrs.evolve(project, published_eu_rate=None)))
    assert isinstance(share, Rate) or not re.search("procent|helt", text)


def test_kompetenskompassen() -> None:
    """Amounts within bounds are said to be over and under, and a ranking is no grant."""
    assert told(KOMPETENSKOMPASSEN) == (
        "Projektet ”Kompetenskompassen” ägs av Handelskammaren Mittsverige och omfattar perioden 2023–2025. "
        "Projektet har prioriterats för över 12 miljoner kronor i stöd från Europeiska socialfonden+ och staten "
        "(beslut av Strukturfondspartnerskapet i december 2022). "
        "Den totala budgeten är under 29 miljoner kronor. "
        "Medfinansiärer är Region Jämtland Härjedalen, Region Västernorrland och 14 kommuner."
    )


def test_kompetens_i_kronoberg() -> None:
    """Undivided support is support, shares are exact, and eight municipalities are named."""
    assert told(KOMPETENS_I_KRONOBERG) == (
        "Projektet ”Kompetens i Kronoberg” ägs av Region Kronoberg; initiativtagare är nätverket för kommunernas "
        "näringslivschefer. "
        "Projektet har beviljats 3 706 566 kronor i stöd från Europeiska socialfonden och staten (beslut 2017). "
        "Den totala budgeten är 4 942 088 kronor, varav stödet utgör 75 procent och medfinansieringen från "
        "Region Kronoberg 25 procent. "
        "Projektet genomförs tillsammans med Alvesta kommun, Lessebo kommun, Markaryds kommun, Tingsryds kommun, "
        "Uppvidinge kommun, Växjö kommun, Älmhults kommun och Ljungby kommun."
    )


def test_a_register_record() -> None:
    """The published rate is said to be published, and that there are no amounts is said too."""
    assert told(KOMPETENSFOCUS) == (
        "Projektet ”Kompetensfocus Jämtland Härjedalen” (23-067-S04) ägs av Region Jämtland Härjedalen och omfattar "
        "perioden 1 oktober 2024–30 september 2027. "
        "Projektet medfinansieras av Europeiska socialfonden+ inom programområde D, specifikt mål D1. "
        "Den publicerade medfinansieringsgraden från EU är 40 procent; inga belopp är angivna."
    )


def test_vagled() -> None:
    """One amount of the Union's money and a rest give no total and no share."""
    assert told(VAGLED_KOMPETENS) == (
        "Projektet ”#Vägled – Kompetens” omfattar 16 månader. "
        "Projektet har beviljats 11 230 000 kronor i EU-medel från Europeiska socialfonden (beslut 2021). "
        "Övrig finansiering är inte angiven. "
        "I projektet deltar Region Örebro län, fyra andra regioner i Östra Mellansverige, 23 kommuner och "
        "två folkhögskolor."
    )


def test_divided_support() -> None:
    """The Union's and the state's parts are told of the support they are parts of."""
    text = told(EXAMPLES["24-030-S04"])
    assert (
        "10 325 312 kronor i stöd, varav 7 648 379 kronor är EU-medel från Europeiska socialfonden+ "
        "och 2 676 933 kronor statligt stöd." in text
    )
    assert "varav stödet utgör 53,99 procent och projektets egen finansiering 46,01 procent" in text
    assert told(EXAMPLES["24-063-S05"]).endswith("Stödet täcker hela budgeten.")


def test_in_english() -> None:
    """English says the same, and counts groups in English."""
    assert plain(en.summary(KOMPETENSKOMPASSEN)).endswith(
        "The total budget is under 29 million Swedish kronor. "
        "The co-funders are Region Jämtland Härjedalen, Region Västernorrland and 14 municipalities."
    )
    assert "Region Örebro län, four regions, 23 municipalities and two folk" in plain(en.summary(VAGLED_KOMPETENS))
    divided = plain(en.summary(EXAMPLES["24-030-S04"]))
    assert "of which 7,648,379 Swedish kronor in EU funds from the European Social Fund Plus and 2,676,933" in divided
    assert en.summary(EXAMPLES["24-063-S05"]).endswith("The support covers the whole budget.")


@pytest.mark.parametrize(
    ("more", "swedish", "english"),
    [
        ({}, "Om projektet ”A” är inget mer angivet.", "Nothing more is stated about the project ‘A’."),
        (
            {"fund": Fund.ERDF},
            "Projektet ”A” medfinansieras av Europeiska regionala utvecklingsfonden. Inga belopp är angivna.",
            "The project ‘A’ is co-funded by the European Regional Development Fund. No amounts are stated.",
        ),
        (
            {"budget": Budget(total=Money(1))},
            "Den totala budgeten för projektet ”A” är 1 krona; fördelningen mellan stöd och egen medfinansiering är "
            "inte angiven.",
            "The total budget of the project ‘A’ is 1 Swedish krona; how it is divided between support and own funding "
            "is not stated.",
        ),
        (
            {"duration_months": 1, "period": OpenPeriod("2024-10-01")},
            "Projektet ”A” pågår i en månad från och med den 1 oktober 2024. Inga belopp är angivna.",
            "The project ‘A’ runs for one month from 1 October 2024. No amounts are stated.",
        ),
        (
            {"period": OpenPeriod(end="2024-10-01"), "priority": "C"},
            "Projektet ”A” pågick till och med den 1 oktober 2024. Projektet hör till programområde C. "
            "Inga belopp är angivna.",
            "The project ‘A’ ran up to and including 1 October 2024. The project belongs to priority C. "
            "No amounts are stated.",
        ),
    ],
)
def test_little_is_known(more: dict[str, Any], swedish: str, english: str) -> None:
    """What little is known is said, and no more; the first sentence always names the project."""
    project = Project("A", **more)
    assert told(project) == swedish
    assert plain(en.summary(project)) == english


@pytest.mark.parametrize(
    ("decisions", "swedish", "english"),
    [
        (
            [(DecisionKind.APPLIED, "2024-02-01")],
            "Ansökan om stöd från Europeiska socialfonden+ till projektet ”A” lämnades in den 1 februari 2024.",
            "The application of 1 February 2024 is for support from",
        ),
        (
            [(DecisionKind.REJECTED, "2024-02-01")],
            "Ansökan om stöd från Europeiska socialfonden+ till projektet ”A” har avslagits "
            "(beslut den 1 februari 2024).",
            "for the project ‘A’ has been rejected (decision of 1 February 2024).",
        ),
        (
            [(DecisionKind.APPLIED, "2024-02-01"), GRANTED],
            "Projektet ”A” har beviljats stöd",
            "has been granted support",
        ),
        ([GRANTED, (DecisionKind.AMENDED, "2025-02-01")], "har beviljats stöd från", "granted support from"),
        (
            [(DecisionKind.GRANTED, Period.of_years(2024)), (DecisionKind.PRIORITISED, "2024-03-01")],
            "har beviljats stöd från Europeiska socialfonden+ (beslut 2024)",
            "(decision of 2024)",
        ),
        (
            [(DecisionKind.GRANTED, None), (DecisionKind.REJECTED, None)],
            "finns både ett beslut om stöd och ett avslag; vilket som kom sist är inte angivet.",
            "there is both a decision on support and a refusal; which came last is not stated.",
        ),
        (
            [(DecisionKind.GRANTED, Period("2024-05", "2024-06", "month"))],
            "(beslut under maj–juni 2024)",
            "(decision during May–June 2024)",
        ),
    ],
)
def test_the_last_decision_stands(decisions: list[tuple[Any, Any]], swedish: str, english: str) -> None:
    """The word is that of the decision that stands: the last by its day, or by its kind; else none is told."""
    project = Project("A", fund=Fund.ESF_PLUS, decisions=[Decision(kind, on) for kind, on in decisions])
    assert swedish in told(project)
    assert english in plain(en.summary(project))


def test_a_decision_and_another_budget() -> None:
    """Where the budget has come to differ from the decision, both are told, each as what it is."""
    budget = [contribution(FundingSource.EU_AND_STATE, 60), contribution(FundingSource.OWN, 40)]
    decision = Decision(*GRANTED, body="Svenska ESF-rådet", support=Money(50))
    project = attrs.evolve(financed(*budget), decisions=[decision])
    assert "beviljats 50 kronor i stöd från EU och staten (beslut av Svenska ESF-rådet den 28 juni 2024)." in told(
        project
    )
    assert "är 100 kronor, varav 60 kronor (60 procent) är stöd." in told(project)
    assert "of which 60 Swedish kronor (60 per cent) is support" in plain(en.summary(project))


def test_a_share_of_a_budget_that_may_be_less_than_nothing() -> None:
    """A total that may be below nothing leaves no amount of support to tell of."""
    budget = Budget(
        financing=[contribution(FundingSource.EU_AND_STATE)], total=Bounds(Money(-643), Money(5), high_included=False)
    )
    decision = Decision(*GRANTED, support=Money(3))
    text = told(Project("A", budget=budget, decisions=[decision]))
    assert "\N{MINUS SIGN}" not in text


def test_a_grant_of_more_than_the_union_part_is_not_called_eu_money() -> None:
    """Where the list has the Union's part and a rest, a larger grant holds money that nobody has called the Union's."""
    part = Budget(financing=[contribution(FundingSource.EU, 7_648_379), Contribution.rest()])
    granted = Project("A", fund=Fund.ESF_PLUS, budget=part, decisions=[Decision(*GRANTED, support=Money(10_325_312))])
    assert "beviljats 10 325 312 kronor i stöd från Europeiska socialfonden+ (beslut" in told(granted)
    the_same = attrs.evolve(granted, decisions=[Decision(*GRANTED, support=Money(7_648_379))])
    assert "beviljats 7 648 379 kronor i EU-medel från" in told(the_same)
    open_list = attrs.evolve(granted, budget=Budget(financing=[contribution(FundingSource.EU, 5)]))
    assert "beviljats 10 325 312 kronor i stöd från" in told(open_list)
    whole = attrs.evolve(granted, budget=Budget(financing=[contribution(FundingSource.EU, 5)], complete=True))
    assert "beviljats 10 325 312 kronor i EU-medel från" in told(whole)


def test_other_financing_is_other_than_something() -> None:
    """A budget of which nothing is stated has no "other" financing, but one that is not stated."""
    assert told(financed(Contribution.rest())) == "Finansieringen av projektet ”Framtidskraft” är inte angiven."
    assert en.summary(financed(Contribution.rest())) == "The financing of the project ‘Framtidskraft’ is not stated."
    named = financed(contribution(FundingSource.OWN_PUBLIC, None, "Timrå kommun"), Contribution.rest())
    assert "Övrig finansiering av projektet ”Framtidskraft” är inte angiven." in told(named)


def test_what_was_rejected_is_not_carried_out() -> None:
    """Of a rejected project is told what was applied for, and nothing of those who would have taken part."""
    project = attrs.evolve(
        KOMPETENS_I_KRONOBERG, decisions=[Decision(DecisionKind.REJECTED, "2017-05-01", support=Money(3_706_566))]
    )
    assert told(project).endswith(
        "Ansökan om 3 706 566 kronor i stöd från Europeiska socialfonden och staten till projektet har avslagits "
        "(beslut den 1 maj 2017). Enligt ansökan skulle den totala budgeten vara 4 942 088 kronor, varav stödet "
        "skulle utgöra 75 procent och medfinansieringen från Region Kronoberg 25 procent."
    )


def test_money_of_several_kinds() -> None:
    """Money is called what it is: the state's alone, a partner country's, or support of which the parts are told."""
    eu, state, norway = FundingSource.EU, FundingSource.STATE_GRANT, FundingSource.PARTNER_COUNTRY
    both = [contribution(eu, 60), contribution(norway, 40)]
    assert told(financed(*both, fund=Fund.ERDF, complete=True)).startswith(
        "Stödet till projektet ”Framtidskraft” uppgår till 100 kronor, varav 60 kronor är EU-medel från Europeiska "
        "regionala utvecklingsfonden och 40 kronor stöd från ett partnerland."
    )
    # Where others may pay as well, the sum of two grants is not all the support.
    assert told(financed(*both, fund=Fund.ERDF)).startswith(
        "EU-medlen från Europeiska regionala utvecklingsfonden till projektet ”Framtidskraft” är 60 kronor och stödet "
        "från ett partnerland 40 kronor. Övrig finansiering är inte angiven."
    )
    assert "är tänkt" not in told(financed(*both, fund=Fund.ERDF))
    of_state = told(attrs.evolve(financed(contribution(state, 5), fund=Fund.ERDF), duration_months=2))
    assert "Projektet medfinansieras av Europeiska regionala utvecklingsfonden. Det statliga stödet uppgår" in of_state
    agency = Contribution(Funder(Organisation("Vinnova"), source=state), Money(5))
    assert told(financed(agency)).startswith("Det statliga stödet från Vinnova till projektet ”Framtidskraft” uppgår")
    norwegian = Contribution(Funder(Organisation("Innlandet", country="NO"), source=norway), Money(5))
    assert told(financed(norwegian)).startswith("Stödet från Norge till projektet ”Framtidskraft” uppgår till 5 kronor")
    in_english = plain(en.summary(financed(contribution(eu, 5), Contribution.rest(), fund=Fund.ESF)))
    assert "The EU funds from the European Social Fund for the project ‘Framtidskraft’ amount to 5 Swedish kro" in (
        in_english
    )
    assert "The state support for the project ‘Framtidskraft’ amounts to 5" in plain(
        en.summary(financed(contribution(state, 5)))
    )


def test_that_the_support_is_no_more_than_the_total_goes_without_saying() -> None:
    """Where nobody has said how large the support is, the total is all there is to tell; what that leaves is told."""
    unknown = financed(contribution(FundingSource.EU_AND_STATE), contribution(FundingSource.OWN), total=100)
    assert told(unknown) == (
        "Den totala budgeten för projektet ”Framtidskraft” är 100 kronor; fördelningen mellan stöd och egen "
        "medfinansiering är inte angiven."
    )
    assert unknown.budget is not None
    under = attrs.evolve(unknown, budget=attrs.evolve(unknown.budget, total=Bounds.under(Money(100))))
    assert "projektet ”Framtidskraft” är under 100 kronor; fördelningen mellan" in told(under)
    raised = [contribution(FundingSource.EU_AND_STATE), contribution(FundingSource.OWN, 40)]
    left = attrs.evolve(under, budget=Budget(financing=raised, total=Bounds.under(Money(100))))
    assert "projektet ”Framtidskraft” är under 60 kronor. Den totala budgeten är under 100 kronor;" in told(left)


def test_what_the_total_leaves_is_support() -> None:
    """Where the list does not say how much the support is, the total and the own contribution may."""
    project = financed(contribution(FundingSource.EU_AND_STATE), contribution(FundingSource.OWN, 40), total=100)
    assert "uppgår till 60 kronor. Den totala budgeten är 100 kronor, varav stödet utgör 60 procent" in told(project)


@pytest.mark.parametrize(
    "financing",
    [
        [contribution(FundingSource.EU_AND_STATE, 0)],
        [contribution(FundingSource.EU_AND_STATE, -5)],
        [Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.at_least(Money(0)))],
        [Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds(Money(-5), Money(0)))],
        [Contribution(Funder(source=FundingSource.EU_AND_STATE), Bounds.at_most(Money(0)))],
    ],
)
def test_nothing_goes_without_saying(financing: list[Contribution]) -> None:
    """That an amount is at least nothing is no news, and no support is none to tell of."""
    assert "kron" not in told(financed(*financing, fund=Fund.ESF))


def test_bounds_that_begin_at_nothing() -> None:
    """Of bounds from nothing up, the upper end is what is known."""
    for bounds, said in (
        (Bounds(Money(0), Money(5)), "är högst 5 kronor"),
        (Bounds(Money(0), Money(5), high_included=False), "är under 5 kronor"),
        (Bounds(Money("2.50"), Money(2_500_000_000)), "mellan 2,50 kronor och 2,5 miljarder kronor"),
    ):
        project = financed(Contribution(Funder(source=FundingSource.EU_AND_STATE), bounds))
        assert said in told(project)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Money(11_230_000), "11 230 000 kronor"),
        (Money(12_000_000), "12 miljoner kronor"),
        (Money(1_000_000), "1 miljon kronor"),
        (Money(1_234_500_000), "1 234,5 miljoner kronor"),
        (Money("999999.50"), "999 999,50 kronor"),
        (Money(2_500_000, "EUR"), "2,5 miljoner euro"),
    ],
)
def test_amounts_are_short_only_where_nothing_is_lost(amount: Money, written: str) -> None:
    """An amount is written in millions where that is all of it, else in full."""
    assert f"är {written}; " in told(Project("A", budget=Budget(total=amount)))


def test_cofunders() -> None:
    """Those who pay beside the support are named; where more are unnamed or not confirmed, among others."""
    own = FundingSource.OWN_PUBLIC
    one, other = contribution(own, 5, "Timrå kommun"), contribution(own, 5, "Ånge kommun")
    assert told(financed(one, complete=True)).endswith("och täcks helt av medfinansieringen från Timrå kommun.")
    assert told(financed(one)).endswith("Medfinansiärer är bland andra Timrå kommun (5 kronor).")
    assert "Medfinansiärer är Timrå kommun och Ånge kommun." in told(financed(one, other, complete=True))
    assert "Medfinansiärer är bland andra Timrå kommun (5 kronor)." in told(financed(one, Contribution.rest()))
    assert "Medfinansiärer är bland andra Timrå kommun (5 kronor)." in told(financed(one, contribution(own)))
    both = plain(en.summary(financed(one, other, contribution(own))))
    assert "Timrå kommun (5 Swedish kronor) and Ånge kommun (5 Swedish kronor) are among the co-funders." in both
    nobody_else = financed(contribution(own, None, "Timrå kommun"), complete=True)
    assert "Medfinansiär för projektet ”Framtidskraft” är Timrå kommun." in told(nobody_else)
    assert "The co-funder of the project ‘Framtidskraft’ is Timrå kommun." in en.summary(nobody_else)


def test_long_lists_are_cut() -> None:
    """Of more than ten the first are named and the others said to be there; municipalities are counted."""
    many = [contribution(FundingSource.OWN_PRIVATE, 5, f"Bolag {letter}") for letter in "ABCDEFGHIJK"]
    for complete in (True, False):
        text = told(financed(*many, complete=complete))
        assert "är bland andra Bolag A, Bolag B, Bolag C, Bolag D och Bolag E." in text


def test_those_who_take_part() -> None:
    """Partners carry it out with the owner; others take part as well; the owner is named once."""
    owner = Participation(Organisation("Region Gävleborg"), Role.OWNER)
    partner = Participation(Organisation("Region Dalarna"), Role.PARTNER)
    helper = Participation(Organisation("Högskolan Dalarna"), Role.COOPERATING)
    both = told(Project("A", partners=[owner, partner, helper]))
    assert "Projektet ”A” ägs av Region Gävleborg." in both
    assert "tillsammans med Region Dalarna; även Högskolan Dalarna medverkar." in both
    assert told(Project("A", partners=[helper])) == "I projektet ”A” deltar Högskolan Dalarna."
    assert "Högskolan Dalarna takes part in the project ‘A’." in en.summary(Project("A", partners=[helper]))
    assert "with Region Dalarna; Högskolan Dalarna also takes part." in en.summary(
        Project("A", partners=[owner, partner, helper])
    )
    paid = financed(contribution(FundingSource.OWN, 5, "Bolag A"), complete=True)
    with_payer = attrs.evolve(paid, beneficiary=owner.organisation, partners=[partner])
    assert "av medfinansieringen från Bolag A. Projektet genomförs tillsammans med Region Dalarna." in told(with_payer)
    unknown = attrs.evolve(with_payer, budget=Budget(financing=[contribution(FundingSource.OWN, None, "Bolag A")]))
    assert "ra Bolag A, och projektet genomförs tillsammans med Region Dalarna." in told(unknown)
    assert "Bolag A is among the co-funders, and the project is carried out together with" in en.summary(unknown)


@pytest.mark.parametrize(
    ("organisation", "swedish", "english"),
    [
        (Organisation("kommuner", count=None, kind=OrganisationKind.MUNICIPALITY), "ett antal kommuner", "a number of"),
        (Organisation("skolor", count=2), "två skolor", "two skolor"),
        (Organisation("23 kommuner", count=23), "23 kommuner", "23 kommuner"),
        (Organisation("Kommunerna i Dalarna", count=15), "Kommunerna i Dalarna (15)", "Kommunerna i Dalarna (15)"),
        (Organisation("Företag i Dalarna", count=None), "Företag i Dalarna", "Företag i Dalarna"),
        (
            Organisation("regioner", count=2, members=[Organisation("Region A"), Organisation("Region B")]),
            "två regioner (Region A och Region B)",
            "two regioner (Region A and Region B)",
        ),
        (
            Organisation("regioner", count=3, kind=OrganisationKind.REGION, members=[Organisation("Region A")]),
            "tre regioner (bland andra Region A)",
            "three regions (Region A, among others)",
        ),
        (Organisation(" Region \n A "), "Region A", "Region A"),
        (Organisation("REGION JÄMTLAND HÄRJEDALEN"), "Region Jämtland Härjedalen", "Region Jämtland Härjedalen"),
        (Organisation("UPPLANDS-BRO KOMMUN"), "Upplands-Bro kommun", "Upplands-Bro kommun"),
        (Organisation("AMF"), "AMF", "AMF"),
    ],
)
def test_groups(organisation: Organisation, swedish: str, english: str) -> None:
    """A group is counted as far as it is known, and those of it that have a name are named."""
    project = Project("A", beneficiary=organisation)
    assert f"ägs av {swedish}." in told(project)
    assert f"is owned by {english}" in en.summary(project)


def test_initiators() -> None:
    """Those who started a project are named with it."""
    started = [Participation(Organisation(name), Role.INITIATOR) for name in ("A", "B")]
    project = Project("A", duration_months=9, partners=started)
    assert told(project).startswith("Projektet ”A” omfattar nio månader; initiativtagare är A och B.")
    assert en.summary(project).startswith("The project ‘A’ covers nine months; the initiators are A and B.")


@pytest.mark.parametrize(
    "more",
    [
        {"priority": Priority("A", fund=Fund.JTF)},
        {"call": Call(fund=Fund.JTF)},
        {"programme": Programme(funds=[Fund.JTF])},
    ],
)
def test_the_fund_may_be_that_of_the_level_above(more: dict[str, Any]) -> None:
    """The fund is the project's, or the one that its priority, call or programme names; of two, none."""
    assert "Fonden för en rättvis omställning" in told(Project("A", **more))
    two = Project("A", programme=Programme(funds=[Fund.JTF, Fund.ERDF]))
    assert "medfinansieras" not in told(two)


@pytest.mark.parametrize("language", [sv, en])
def test_every_fund_has_a_name(language: ModuleType) -> None:
    """The name of each fund is written out."""
    for fund in Fund:
        assert fund.value not in language.summary(Project("Å", fund=fund)).replace("socialfonden+", "")


def test_a_project_is_asked_for() -> None:
    """What is no project is refused by its type."""
    with pytest.raises(TypeError, match="project must be a Project, not str"):
        sv.summary(cast("Project", "Kompetenskompassen"))


def test_figures_that_contradict_each_other_have_no_shares() -> None:
    """When the financing does not add up to the total, no share is told, least of all in the name of a funder."""
    financing = [
        Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(9_000_000)),
        Contribution(Funder(Organisation("Region Kronoberg"), source=FundingSource.OWN_PUBLIC), Money(11_000_000)),
    ]
    said = sv.summary(Project("Å", budget=Budget(financing=financing, total=Money(25_000_000))))
    assert "25 miljoner kronor" in said.replace("\N{NO-BREAK SPACE}", " ")
    assert "procent" not in said
    assert "45 procent" in sv.summary(Project("Å", budget=Budget(financing=financing))).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_a_grant_beyond_the_listed_part_of_the_union_is_not_the_unions() -> None:
    """5 million of the Union's are listed, and 8 granted: the source of the other 3 is not listed."""
    project = Project(
        "A",
        fund=Fund.ESF_PLUS,
        budget=Budget(financing=[contribution(FundingSource.EU, 5_000_000)], total=Money(10_000_000)),
        decisions=[Decision(DecisionKind.GRANTED, support=Money(8_000_000))],
    )
    text = told(project)
    assert "8 miljoner kronor i stöd från Europeiska socialfonden+" in text
    assert "enligt budgeten" not in text


def test_what_a_total_leaves_is_not_told_as_the_funds() -> None:
    """Of a municipality's money and a total nobody has said that the fund pays the rest."""
    own = contribution(FundingSource.OWN_PUBLIC, 500_000, "Mora kommun")
    assert "Stödet" not in told(financed(own, total=2_000_000, fund=Fund.ESF_PLUS))


def test_own_money_alone_is_told() -> None:
    """Of a municipality's 500 000 the amount is told, as the least there is, and that the rest is not stated."""
    own = contribution(FundingSource.OWN_PUBLIC, 500_000, "Mora kommun")
    assert told(financed(own)) == (
        "Övrig finansiering av projektet ”Framtidskraft” är inte angiven. "
        "Medfinansiärer är bland andra Mora kommun (500 000 kronor)."
    )
    nobody = plain(en.summary(financed(contribution(FundingSource.OWN, 500_000))))
    assert nobody == (
        "The own funding of the project ‘Framtidskraft’ is at least 500,000 Swedish kronor; "
        "other financing is not stated."
    )
