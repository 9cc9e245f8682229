from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    BudgetSide,
    By,
    Contribution,
    ContributionForm,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    OpenPeriod,
    Organisation,
    Period,
    Project,
    Rate,
    breakdown,
    exact,
    read_finance_table,
)
from esfmodel.formats import TableKind
from esfmodel.testing import money

SOURCES = [source for source in FundingSource if source is not FundingSource.EU_AND_STATE]
WORDS = {"drygt": Bounds.over, "minst": Bounds.at_least, "närmare": Bounds.under, "högst": Bounds.at_most}
KNOWN = money("EUR", min_amount=0)
AMOUNTS = st.one_of(
    KNOWN, st.none(), st.tuples(st.sampled_from(sorted(WORDS)), money("EUR", min_amount=1)).map(lambda pair: pair)
)


def cell_of(amount: Money | tuple[str, Money] | None) -> str:
    """Write an amount as a page has it."""
    if amount is None:
        return "-"
    if isinstance(amount, tuple):
        return f"{amount[0]} {cell_of(amount[1])}"
    return str(amount.amount).replace(".", ",")


def meant_by(amount: Money | tuple[str, Money] | None) -> Money | Bounds[Money] | None:
    """Return what such a cell says."""
    return WORDS[amount[0]](amount[1]) if isinstance(amount, tuple) else amount


@given(st.lists(st.tuples(st.sampled_from(SOURCES), AMOUNTS), min_size=1, max_size=5), st.one_of(st.none(), KNOWN))
def test_financing_that_is_printed_is_read_back(
    financing: list[tuple[FundingSource, Money | tuple[str, Money] | None]], total: Money | None
) -> None:
    """A table of any funders reads back as their budget: amounts, bounds, unknown amounts and the total."""
    rows = [f"nr {index};{cell_of(amount)}" for index, (_, amount) in enumerate(financing)]
    end = [] if total is None else [f"Totalt;{cell_of(total)}"]
    table = read_finance_table("\n".join(["finansiär;euro", "noll;0", *rows, *end]))
    sources = {f"nr {index}": source for index, (source, _) in enumerate(financing)}
    budget = table.budget(sources={**sources, "noll": FundingSource.OWN})
    assert budget == Budget(
        financing=[
            Contribution(Funder(Organisation("noll"), source=FundingSource.OWN), Money(0, "EUR")),
            *(
                Contribution(Funder(Organisation(f"nr {index}"), source=source), meant_by(amount))
                for index, (source, amount) in enumerate(financing)
            ),
        ],
        total=total,
    )


@given(st.lists(st.tuples(st.sampled_from(CostCategory), AMOUNTS), min_size=1, max_size=5))
def test_costs_that_are_printed_are_read_back(
    costs: list[tuple[CostCategory, Money | tuple[str, Money] | None]],
) -> None:
    """A table of any costs reads back as their budget, each line with its label."""
    rows = [f"nr {index};{cell_of(amount)}" for index, (_, amount) in enumerate(costs)]
    table = read_finance_table("\n".join(["kostnadsslag;euro", "noll;0", *rows]))
    categories = {f"nr {index}": category for index, (category, _) in enumerate(costs)}
    first, *read = table.budget(categories=categories).costs
    assert first == Cost(CostCategory.OTHER, ActualCost(Money(0, "EUR")), description="noll")
    assert read == [
        Cost(category, ActualCost(meant_by(amount)), description=f"nr {index}")
        for index, (category, amount) in enumerate(costs)
    ]


@given(st.lists(st.tuples(KNOWN, st.integers(0, 100)), min_size=1, max_size=5))
def test_the_rate_of_partners_is_weighted(partners: list[tuple[Money, int]]) -> None:
    """Partners with rates of their own have one Union rate together: their shares' sum, of the sum of their costs."""
    rows = [f"partner {index}\t{cell_of(amount)}\t{rate} %" for index, (amount, rate) in enumerate(partners)]
    budget = read_finance_table("\n".join(["partner\ttotal, euro\tERDF rate", "ingen\t0,00\t0 %", *rows])).budget()
    paid = sum((Rate.of_percent(rate).fraction * amount.as_fraction() for amount, rate in partners), Fraction(0))
    assert abs(exact(budget.eu_support).as_fraction() - paid) <= Fraction(len(partners), 200)
    assert budget.total_costs == budget.total_financing == sum((amount for amount, _ in partners), Money(0, "EUR"))
    if budget.eu_rate is not None:
        assert exact(budget.eu_rate) == Rate.of(exact(budget.eu_support), exact(budget.total_costs))


@pytest.mark.parametrize(
    ("label", "source", "name"),
    [
        ("EU (sökt)", "EU", None),
        ("EU-stöd", "EU", None),
        ("financement européen (FEDER)", "EU", None),
        ("Eruf", "EU", None),
        ("IPA", "EU", None),
        ("Europeiska socialfonden", "EU", None),
        ("Beviljat ESF-stöd", "EU_AND_STATE", None),
        ("stöd från EU (fonden) och staten", "EU_AND_STATE", None),
        ("statligt anslag (ESF-stöd - EU-stöd)", "STATE_GRANT", None),
        ("statlig finansiering", "STATE_GRANT", None),
        ("Norge", "PARTNER_COUNTRY", None),
        ("EU-medlemsland", "OWN", None),
        ("medfinansiering (total - ESF-stöd)", "OWN", None),
        ("national co-financing", "OWN", None),
        ("Privat medfinansiering", "OWN_PRIVATE", None),
        ("Offentlig medfinansiering från Falu kommun", "OWN_PUBLIC", "Falu kommun"),
        ("övrig medfinansiering från Högskolan Dalarna", "OWN_PUBLIC", "Högskolan Dalarna"),
        ("Region Dalarna", "OWN_PUBLIC", "Region Dalarna"),
        ("Ljusglimten", "OWN", "Ljusglimten"),
    ],
)
def test_who_a_label_means(label: str, source: str, name: str | None) -> None:
    """The usual labels say the kind of money; a body that is named pays its own."""
    (part, *_) = read_finance_table(f"finansiär;kr\n{label};5\n").budget().financing
    assert part.funder is not None
    assert (part.funder.source.name, part.funder.organisation and part.funder.organisation.name) == (source, name)


def test_several_bodies_on_one_line() -> None:
    """One amount of several bodies is that of a group of nobody knows how many."""
    text = "finansiär;kr\nESF-stöd;34 829 812\nde fem kommunerna och regionen;17 356 403\n"
    budget = read_finance_table(text).budget()
    assert f"{exact(budget.support_rate):en}" == "66.74%"
    assert budget.financing[1].funder == Funder(
        Organisation("de fem kommunerna och regionen", count=None), source=FundingSource.OWN_PUBLIC
    )


def test_what_is_left_of_a_total() -> None:
    """A total that the listed support does not reach has a rest; one in round words is known as nearly as that."""
    rest = read_finance_table("källa;kr\nEU-medel;700\nTotalt;1 000\n").budget()
    assert rest.financing[-1].is_rest
    assert rest.eu_rate == Rate.of_percent(70)
    granted = read_finance_table("källa;kr\nESF-stöd;700\nTotalt;1 000\n").budget()
    assert granted.financing[-1].source is FundingSource.OWN
    assert granted.own_contribution == Money(300)
    words = read_finance_table(
        "källa;kr\nEU-medel;725 632 000\nstatlig finansiering;725 632 000\nTotalt;1,45 miljarder kr\n"
    )
    assert words.budget().total == Bounds.rounded(Money(1_450_000_000), Money(10_000_000))
    assert len(words.budget().financing) == 2
    over = read_finance_table("källa;kr\nEU-medel;700\nTotalt;drygt 1 tkr\n").budget()
    assert over.total == Bounds.over(Money(1_000))
    about = read_finance_table("källa;kr\nEU-medel;700\nTotalt;ca 1 tkr\n").budget()
    assert about.total is None
    fine = read_finance_table("källa;kr\nEU-medel;1,255\nregion;2,5\nTotalt;3,76\n", decimal=",").budget()
    assert fine.total == Money("3.76")


def test_contributions_in_kind_stand_on_both_sides() -> None:
    """In a form with costs and financing, what is given in kind is a cost and a contribution of the same amount."""
    table = read_finance_table(
        "grupp;post;finansiär;godkänt\n"
        "Summa, faktiska kostnader;Personal;;283 500\n"
        "Summa, faktiska kostnader;Köp av tjänst;;70 000\n"
        "Summa, totala kostnader;Offentligt bidrag i annat än pengar;;100 000\n"
        "Summa, offentlig medfinansiering;Kontant finansiering;Tierps kommun;150 000\n"
        "Summa, offentlig medfinansiering;Direktfinansiering;Länsstyrelsen Dalarna;100 000\n"
        "Summa, medfinansiering;Privat finansiering;Mellanskog AB;3 500\n"
    )
    assert table.kind is TableKind.BUDGET
    budget = table.budget()
    assert [cost.category.name for cost in budget.costs] == ["STAFF", "EXTERNAL_SERVICES", "IN_KIND"]
    forms = {row.key: row.total for row in breakdown(budget, By.FORM).rows}
    assert forms == {
        ContributionForm.CASH: Money(150_000),
        ContributionForm.IN_KIND: Money(100_000),
        None: Bounds.at_least(Money(3_500)),
    }
    assert [part.source and part.source.name for part in budget.financing] == [
        "OWN_PUBLIC",
        "OWN_PUBLIC",
        "OWN_PRIVATE",
    ]
    granted = attrs.evolve(budget, financing=[*budget.financing, Contribution(Funder(source=FundingSource.EU))])
    assert granted.support == Money(200_000)


def test_the_caller_says_which_side_a_row_is_on() -> None:
    """In a table with both sides, a label that the caller knows is on the side that it says."""
    table = read_finance_table("post;kr\nPersonal;5\nKuben;3\nLeader;2\n", kind=TableKind.BUDGET)
    budget = table.budget(sources={"Kuben": FundingSource.OWN_PRIVATE}, categories={"Leader": CostCategory.TRAVEL})
    assert [cost.category for cost in budget.costs] == [CostCategory.STAFF, CostCategory.TRAVEL]
    assert [part.source for part in budget.financing] == [FundingSource.OWN_PRIVATE]
    assert breakdown(budget, By.SOURCE, of=BudgetSide.FINANCING).total == Bounds.at_least(Money(3))


def test_partners_with_two_rates() -> None:
    """Partners in three countries have 75 and 85 per cent; their project has what they come to, with the cents told."""
    table = read_finance_table(
        "partner\ttotal eligible, EUR\tEU, EUR\n"
        "Laurea\t202 352,00\t151 764,00\nArcada\t163 370,67\t122 528,0025\nRSU\t37 593,27\t31 954,2795\n"
        "Tartu\t48 096,07\t40 881,6595\n4 associated partners\t0\t0\n"
        "operation\t451 412,01\t347 127,9415\n",
        totals=["operation"],
    )
    assert table.adds_up is True
    assert len(table.problems) == 4
    budget = table.budget()
    assert f"{exact(budget.eu_rate):en}" == "76.9%"
    rates = {
        row.key: row.cells[0]
        for row in breakdown(budget, By.PARTNER, By.SOURCE).rows
        if row.key != "4 associated partners"
    }
    assert rates["RSU"] == Money("31954.28", "EUR")
    assert budget.total == Money("451412.01", "EUR")


def test_partners_whose_amounts_say_nothing() -> None:
    """Amounts of partners are costs or grants where the heading says so, or the caller; else they are refused."""
    table = read_finance_table("partner;euro\nOulu;425 191,87\nWDC;274 961,60\n")
    with pytest.raises(InvalidValue, match="columns 'euro' does not say whether it holds costs or grants"):
        table.budget()
    budget = table.budget(column="euro")
    assert (budget.financing, budget.total_cost) == ((), Money("700153.47", "EUR"))
    granted = table.budget(sources={"euro": FundingSource.EU})
    assert (granted.costs, exact(granted.eu_support)) == ((), Money("700153.47", "EUR"))
    with pytest.raises(InvalidValue, match="column 'kr' does not name one column of amounts"):
        table.budget(column="kr")
    own = read_finance_table("partner;total, kr;EU, kr;egen medfinansiering, kr\nA;10;6;4\n").budget()
    assert [part.amount for part in own.financing] == [Money(6), Money(4)]
    unknown = read_finance_table("partner;kostnad, kr;ERDF rate\nA;-;50 %\nB;4;-\nC;6;50 %\n").budget()
    assert [part.amount for part in unknown.financing] == [Money(3), Money(3)]
    two = read_finance_table("partner;total kostnad, kr;stödberättigande kostnad, kr\nA;10;6\n")
    with pytest.raises(InvalidValue, match="may each be the costs"):
        two.budget()
    assert two.budget(column="total kostnad, kr").total_costs == Money(10)


def test_partners_by_category() -> None:
    """Columns of categories are the costs of each partner."""
    table = read_finance_table(
        "Partner;Personal;Resor;varav utomlands;Summa (kr);Sökt EU-stöd (kr)\n"
        "A;500;60;20;560;224\nB;-;40;0;40;16\nSumma;500;100;20;600;240\n"
    )
    budget = table.budget()
    costs = [(cost.partner, cost.category.name, cost.amount) for cost in budget.costs]
    assert costs == [("A", "STAFF", Money(500)), ("A", "TRAVEL", Money(60)), ("B", "TRAVEL", Money(40))]
    assert (budget.total, exact(budget.eu_support), exact(budget.own_contribution)) == (
        Money(600),
        Money(240),
        Money(360),
    )


def test_projects_of_two_funds() -> None:
    """Each row is a project: its fund, owner, participants and applications have fields, and the rest is kept."""
    table = read_finance_table(
        "projekt;sökande;fond;län;antal deltagare;ansökt belopp\n"
        "Matloket;Region Gävleborg;ERUF;X;-;5 726 825\nUng Nu;Gävle kommun;ESF+;X;40;23 675 216\n"
        "Kraftsamling;-;ESF+;-;2,5;ca 5\n"
    )
    first, second, third = table.portfolio().projects
    assert (first.fund, first.beneficiary, first.extra) == (
        Fund.ERDF,
        Organisation("Region Gävleborg"),
        (("län", "X"),),
    )
    assert (second.planned_participants, second.extra) == (40, (("län", "X"),))
    assert [decision.support for decision in second.decisions] == [Money(23_675_216)]
    assert (second.budget, second.status()) == (None, DecisionKind.APPLIED)
    assert (third.decisions, third.extra) == ((), (("antal deltagare", "2,5"), ("ansökt belopp", "ca 5")))


def test_amounts_that_the_headings_do_not_explain() -> None:
    """An amount that its heading does not explain is kept and told, until the caller says what it is."""
    table = read_finance_table("projekt;kr\nMatloket;5\nUng Nu;7\n")
    assert [(problem.code, problem.place) for problem in table.problems] == [("table.unknown_label", "kr")]
    assert table.portfolio().projects[0] == Project("Matloket", extra=[("kr", "5")])
    assert table.portfolio(total="kr").projects[0].budget == Budget(total=Money(5))
    (group,) = table.portfolio(amount_is=FundingSource.EU_AND_STATE).by_fund()
    assert group.support.known == Money(12)
    with pytest.raises(InvalidValue, match="'euro' does not name one column of amounts"):
        table.portfolio(total="euro")


def test_a_list_of_operations() -> None:
    """The columns of a list of operations have fields, in any order; what cannot be read is kept."""
    table = read_finance_table(
        "Stödmottagare;Projekt;Diarienummer;Startdatum;Slutdatum;Beslutsdatum;Medfinansieringsgrad EU;"
        "Beviljat EU-stöd (kr);Utbetalt EU-stöd (kr)\n"
        "Region Väst;Ljusa vägar;24-031-S02;2024-09-01;2027-08-31;2024-06-20;40 %;3 600 000;900 000\n"
        "Dala kommun;Bygga bro;-;2025-01-01;2024-12-31;-;oklart;-;-\n"
        "Bergs kommun;Ny start;-;2025-01-01;-;-;-;-;-\n"
    )
    first, second, third = table.portfolio().projects
    assert first == Project(
        "Ljusa vägar",
        operation_id="24-031-S02",
        beneficiary=Organisation("Region Väst"),
        period=Period("2024-09-01", "2027-08-31"),
        published_eu_rate=Rate.of_percent(40),
        budget=Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(3_600_000)), Contribution.rest()]),
        decisions=[
            Decision(
                DecisionKind.GRANTED,
                "2024-06-20",
                budget=Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(3_600_000))]),
            )
        ],
        extra=[("Utbetalt EU-stöd (kr)", "900 000")],
    )
    assert (second.period, second.extra) == (
        None,
        (("Startdatum", "2025-01-01"), ("Slutdatum", "2024-12-31"), ("Medfinansieringsgrad EU", "oklart")),
    )
    assert third.period == OpenPeriod("2025-01-01")


def test_the_part_of_the_union_beside_the_whole_grant() -> None:
    """An undivided grant beside the Union's part of it is divided; a part that exceeds it is not."""
    table = read_finance_table(
        "Projekt;EU-stöd, kr;Beviljat stöd, kr;Egen finansiering, kr\nA;60;100;50\nB;100;100;-\nC;120;100;-\n"
    )
    financing = [
        [(part.source and part.source.name, part.amount) for part in project.budget.financing]
        for project in table.portfolio().projects
        if project.budget
    ]
    assert financing == [
        [("EU", Money(60)), ("STATE_GRANT", Money(40)), ("OWN", Money(50))],
        [("EU", Money(100)), (None, None)],
        [("EU_AND_STATE", Money(100)), ("OWN", None)],
    ]
    assert [project.extra for project in table.portfolio().projects] == [(), (), (("EU-stöd, kr", "120"),)]
    applied = read_finance_table("Projekt;Sökt stöd, kr;Sökt EU-stöd, kr\nA;100;60\n").portfolio().projects[0]
    (decision,) = applied.decisions
    assert decision.budget is not None
    assert [part.amount for part in decision.budget.financing] == [Money(60), Money(40)]


def test_funds_that_are_paid_by_columns() -> None:
    """Where columns are sources each row has its shares; what is in another currency, or counted already, is kept."""
    table = read_finance_table(
        "fond;ERUF, Mkr;nationell, Mkr;EIF, Mkr;varav lån, Mkr;totalt, Mkr;totalt, mn euro\n"
        "Initiativet;194;194;194;20;582;55\nPartnerinvest;80;80;-;-;160;15;sen\n"
    )
    first, second = table.portfolio(
        sources={"nationell, Mkr": FundingSource.OWN_PUBLIC, "EIF, Mkr": FundingSource.OWN}
    ).projects
    assert first.budget is not None
    assert second.budget is not None
    assert exact(first.budget.eu_rate) == Rate(Fraction(1, 3))
    assert first.budget.financing[2].funder == Funder(Organisation("EIF"), source=FundingSource.OWN)
    assert first.extra == (("varav lån, Mkr", "20"), ("totalt, mn euro", "55"))
    assert exact(second.budget.eu_rate) == Rate.of_percent(50)
    assert second.extra == (("totalt, mn euro", "15"), ("", "sen"))
    alone = read_finance_table("projekt;EU, kr;totalt, kr;2024, kr\nA;298 000;656 000;1\n").portfolio().projects[0]
    assert alone.budget is not None
    assert exact(alone.budget.eu_support) == Money(298_000)
    two = read_finance_table("projekt;2023, kr;2024, kr\nA;5;6\n").portfolio().projects[0]
    assert (two.budget, two.extra) == (None, (("2023, kr", "5"), ("2024, kr", "6")))


def test_allocations_by_rows_and_by_columns() -> None:
    """Funders in rows are one allocation; programmes in rows have one each, of which like columns are added."""
    (programme,) = read_finance_table(
        "källa;mn euro\nEU;34\nIPA;-\nEU-medlemsland;23\nNorge;6\nTotalt;om lag 65\n"
    ).allocations()
    (row,) = programme.rows
    assert (row.name, row.parts, row.difference) == ("programme", Money(63_000_000, "EUR"), Money(-2_000_000, "EUR"))
    (table,) = read_finance_table(
        "program;ERUF, kr;FRO, EU, kr;varav STEP, kr;statlig, kr;totalt, kr;total plan, kr\nNorra;5;6;2;4;15;16\n"
    ).allocations()
    assert (table.rows[0].eu, table.rows[0].national, table.rows[0].total) == (Money(11), Money(4), Money(15))
    assert table.stated is None


# --- What the rows and columns mean


def parts_of(text: str) -> list[tuple[str | None, object]]:
    """Return source and amount of each contribution of the budget that a table is read as."""
    return [(part.source and part.source.name, part.amount) for part in read_finance_table(text).budget().financing]


def test_rows_that_say_what_the_row_above_consists_of() -> None:
    """What is "varav" divides the row above where it says more; it is never counted beside it."""
    rows = "Finansiering;kr\nESF-stöd;600\n{}Egen finansiering;400\nTotalt;1 000\n"
    own = ("OWN", Money(400))
    for varav, found in (
        ("varav EU;400\nvarav statliga medel;200\n", [("EU", Money(400)), ("STATE_GRANT", Money(200))]),
        ("varav EU;400\n", [("EU", Money(400)), ("STATE_GRANT", Money(200))]),
        ("varav EU;300\nvarav statliga medel;200\n", [("EU_AND_STATE", Money(600))]),
        ("varav EU;700\n", [("EU_AND_STATE", Money(600))]),
        ("varav EU;-\n", [("EU_AND_STATE", Money(600))]),
        ("varav lån;100\n", [("EU_AND_STATE", Money(600))]),
    ):
        assert parts_of(rows.format(varav)) == [*found, own]
    form = read_finance_table(
        "Finansiering;kr\nMedfinansiering;500\nvarav kontant;300\nvarav Falu kommun;150\n"
    ).budget()
    assert [(part.form, part.funder and part.funder.organisation, part.amount) for part in form.financing] == [
        (ContributionForm.CASH, None, Money(300)),
        (None, Organisation("Falu kommun"), Money(150)),
        (None, None, Money(50)),
    ]
    costs = read_finance_table("Kostnadsslag;kr\nPersonal;500\nvarav projektledare;300\nResor;50\nSumma;550\n").budget()
    assert [cost.amount for cost in costs.costs] == [Money(500), Money(50)]
    assert parts_of("Finansiär;kr\nTotalbudget;1 000\nvarav EU;600\nvarav egen finansiering;400\n") == [
        ("EU", Money(600)),
        own,
    ]
    assert parts_of("Finansiär;kr\nEU;600\nEgen;400\nTotalbudget;1 000\nvarav EU;600\n") == [("EU", Money(600)), own]


def test_both_sides_under_headings() -> None:
    """A row without a figure heads the rows below; each side has its own sum, and that of the costs is the total."""
    costs, financing = "Personal;100\nSumma{};100\n", "ESF-stöd;60\nEgen;40\nSumma{};100\n"
    for text in (
        f"Budget;kr\nKostnader;\n{costs}Finansiering;\n{financing}".format(" kostnader", " finansiering"),
        f"Kostnader;kr\n{costs}\nFinansiering;kr\n{financing}".format("", ""),
    ):
        table = read_finance_table(text)
        assert (table.kind, table.adds_up, table.problems) == (TableKind.BUDGET, True, ())
        budget = table.budget()
        assert [cost.category for cost in budget.costs] == [CostCategory.STAFF]
        assert [part.amount for part in budget.financing] == [Money(60), Money(40)]
        assert budget.total == Money(100)


def test_revenue_is_taken_away() -> None:
    """Revenue is below zero, however it is printed; where the sum says that it was added, it was."""
    for printed, total in (("Avgår intäkter;50", "Summa;450"), ("Intäkter;(50)", "Summa;450"), ("Intäkter;-50", "")):
        budget = read_finance_table(f"Kostnadsslag;kr\nPersonal;500\n{printed}\n{total}\n").budget()
        assert [cost.amount for cost in budget.costs] == [Money(500), Money(-50)]
    added = read_finance_table("Kostnadsslag;kr\nPersonal;500\nIntäkter;50\nSumma;550\n").budget()
    assert added.costs[1].amount == Money(50)


def test_years_are_lines_of_their_own_or_have_a_total() -> None:
    """Each year has its lines; where years do not make up their total, that is the budget; halves are asked for."""
    rows = "EU-stöd;{};{}{}\nFalu kommun;1;2{}\nSumma;{};{}{}\n"
    by_year = read_finance_table("Finansiär (kr);2024;2025\n" + rows.format(5, 6, "", "", 6, 8, "")).budget()
    assert [(part.year, part.amount) for part in by_year.financing] == [
        (2024, Money(5)), (2024, Money(1)), (2025, Money(6)), (2025, Money(2)),
    ]  # fmt: skip
    assert by_year.total == Money(14)
    headed = "Finansiär (kr);2024;2025;Totalt\n" + rows
    assert read_finance_table(headed.format(5, 6, ";11", ";3", 6, 8, ";14")).budget() == by_year
    for first, whole in (("5", ";12"), ("-", ";11")):
        total = read_finance_table(headed.format(first, 6, whole, ";3", 6, 8, ";14")).budget()
        assert [part.year for part in total.financing] == [None, None]
    allocation = read_finance_table("Finansiär (kr);2024;2025\n" + rows.format(5, 6, "", "", 6, 8, "")).allocations()
    assert (allocation[0].rows[0].eu, allocation[0].rows[0].total) == (Money(11), Money(14))
    halves = read_finance_table("Finansiär (kr);2024 H1;2024 H2\n" + rows.format(5, 6, "", "", 6, 8, ""))
    with pytest.raises(InvalidValue, match="choose one of 2024 H1, 2024 H2"):
        halves.budget()
    assert halves.budget(column="2024 H1").total == Money(6)


def test_money_that_is_no_budget() -> None:
    """What is paid, lent or left is counted nowhere and told; what is applied for is told too."""
    table = read_finance_table(
        "Finansiering;kr\nSökt EU-stöd;500\nUtbetalt EU-stöd;200\nLån;300\nÖvrigt;100\nVinnova;-\nSumma;900\n"
    )
    assert [(problem.code, problem.line) for problem in table.problems] == [
        ("table.not_counted", 3), ("table.not_counted", 4), ("table.unknown_label", 5), ("table.applied", 2),
    ]  # fmt: skip
    assert [(part.source, part.amount) for part in table.budget().financing] == [
        (FundingSource.EU, Money(500)),
        (None, None),
    ]
    beside = read_finance_table(
        "Kostnadsslag;Budget (kr);Utfall (kr);Kvar (kr)\nPersonal;800;650;150\nSumma;800;650;150\n"
    )
    assert (beside.adds_up, beside.budget().total_costs) == (True, Money(800))


def test_a_table_of_another_kind_names_the_right_method() -> None:
    """Budgets, portfolios and allocations are not made of each other's tables."""
    tables = {
        "budget": read_finance_table("Finansiär;kr\nEU-stöd;5\n"),
        "portfolio": read_finance_table("Projekt;EU-stöd, kr\nA;5\n"),
        "allocations": read_finance_table("Län;EU-stöd, kr;Utbetalt EU-stöd, kr\nDalarna;5;2\n"),
    }
    assert tables["allocations"].allocations()[0].rows[0].eu == Money(5)
    for right, table in tables.items():
        for method in tables:
            if method == right or (right, method) == ("budget", "allocations"):
                getattr(table, method)()
                continue
            with pytest.raises(InvalidValue, match=f"use {right}"):
                getattr(table, method)()
    unlabelled = read_finance_table("a;kr\n;5\n", kind=TableKind.DISTRIBUTION)
    assert unlabelled.portfolio().projects[0].name == "line 2"


def test_places_are_no_payers() -> None:
    """Bodies among unknown labels are none; places with columns of payers are allocations."""
    themes = read_finance_table("Innovativa miljöer   317 EUR\nSmå företag   125 EUR\nHållbara transporter   383 EUR\n")
    assert {problem.code for problem in themes.problems} == {"table.no_heading", "table.unknown_label"}
    assert themes.budget() == Budget()
    places = read_finance_table("Kommun;EU-bidrag (kr);Kommunal finansiering (kr)\nFalun;100;50\nMora;200;100\n")
    assert [row.national for row in places.allocations()[0].rows] == [Money(50), Money(100)]


def test_grants_above_the_cost_leave_nothing_known() -> None:
    """A partner whose grant exceeds its cost has an own part that is not known, and never one below zero."""
    budget = read_finance_table("Partner;Total, kr;ERDF, kr\nA;100;120\nB;100;60\nC;100;?\n").budget()
    assert [part.amount for part in budget.financing] == [Money(120), None, Money(60), Money(40), None, None]


def test_an_unknown_column_accuses_nothing() -> None:
    """A column that is not known may be a part of the total, or no money at all; both are tried."""
    heading = "Projekt;Beviljat stöd (kr);{};Total budget (kr)\n"
    points = read_finance_table(heading.format("Poäng (kr)") + "A;600;12;1 000\nB;300;9;500\n")
    assert points.adds_up is None
    part = read_finance_table(heading.format("Annat (kr)") + "A;600;400;1 000\nB;300;200;500\n")
    assert part.adds_up is True
    wrong = read_finance_table(heading.format("Egen finansiering (kr)") + "A;600;400;1 000\nB;300;200;501\n")
    assert wrong.adds_up is False


def test_what_stands_beside_a_name() -> None:
    """A remark makes no undivided grant of the Union's, a role is no part of a name, and nothing is no grant."""
    assert parts_of("Finansiär;kr;not\nEU-stöd;5;beviljat\nFalu kommun;3;preliminärt\n") == [
        ("EU", Money(5)),
        ("OWN_PUBLIC", Money(3)),
    ]
    budget = read_finance_table(
        "Organisation;Roll;Budget (SEK);EU-medel (SEK)\nX kommun;Projektägare;100;40\nY AB;Partner;50;20\n"
    ).budget()
    assert [cost.partner for cost in budget.costs] == ["X kommun", "Y AB"]
    (project,) = read_finance_table("Projekt;Beviljat stöd (kr);Län (kr)\nA;0;3\n").portfolio().projects
    assert (project.decisions, project.extra) == ((), (("Län (kr)", "3"),))


def test_names_that_sound_like_sums() -> None:
    """In a list, a label that says more than "Totalt" is a sum only if its figures are those of the rows above."""
    table = read_finance_table(
        "Projekt;EU-stöd (kr)\nTotal inkludering;500\nGröna rum;300\nSumma Dalarna;800\nBudget för alla;200\n"
        "varav STEP;50\nSumma Gävleborg;200\nTotalt;1000\n"
    )
    assert [row.kind.value for row in table.rows] == [
        "item", "item", "subtotal", "item", "part", "subtotal", "total",
    ]  # fmt: skip
    assert table.adds_up is True
    assert [(problem.code, problem.line) for problem in table.problems] == [
        ("table.sum_or_name", 2), ("table.sum_or_name", 5),
    ]  # fmt: skip
    named = read_finance_table("Projekt;Sökande;EU-stöd (kr)\nA;X;500\nTotal satsning;Y;500\nTotalt;-;1000\n")
    assert ([row.kind.value for row in named.rows], named.problems) == (["item", "item", "total"], ())
    alone = read_finance_table("Finansiering;kr\nEU-stöd;600\nEgen;400\nTotal satsning;1 000\n")
    assert (alone.budget().total, alone.adds_up) == (Money(1_000), True)
