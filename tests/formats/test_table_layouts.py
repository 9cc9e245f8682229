"""How people lay tables out: groups, units in a column, numbered rows, gross and net, stages, shares of one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import Commitment, CostCategory, FundingSource, Money, Rate, ReadError, read_finance_table
from esfmodel.formats import Agreement, TableKind

if TYPE_CHECKING:
    from collections.abc import Sequence

OWN, EU = FundingSource.OWN, FundingSource.EU
PUBLIC, PRIVATE, STATE = FundingSource.OWN_PUBLIC, FundingSource.OWN_PRIVATE, FundingSource.STATE_GRANT
STAFF, EXTERNAL, OTHER = CostCategory.STAFF, CostCategory.EXTERNAL_SERVICES, CostCategory.OTHER
INDIRECT, REVENUE = CostCategory.INDIRECT, CostCategory.REVENUE


@pytest.mark.parametrize(
    ("text", "costs", "total"),
    [
        # a heading without figures, and the sum of its group
        (
            "Kostnad;kr\nPersonal;\nLedning;40\nEkonomi;10\nSumma personal;50\nIndirekta kostnader;5\nTotalt;55\n",
            [(STAFF, 40), (STAFF, 10), (INDIRECT, 5)],
            55,
        ),
        # direct costs: a sum below its parts, before or after the indirect ones, or a cost without parts
        (
            "Kostnad;kr\nLöner;5\nResebyrå;2\nDirekta kostnader;7\nIndirekta kostnader;2\nTotala kostnader;9\n",
            [(STAFF, 5), (OTHER, 2), (INDIRECT, 2)],
            9,
        ),
        (
            "Kostnad;kr\nLöner;7\nIndirekta kostnader;2\nTotala direkta kostnader;7\nTotala kostnader;9\n",
            [(STAFF, 7), (INDIRECT, 2)],
            9,
        ),
        ("Cost;EUR\nDirect costs;7\nIndirect costs;2\nTotal;9\n", [(OTHER, 7), (INDIRECT, 2)], 9),
        # gross and net
        ("Kostnad;kr\nLöner;9\nBruttokostnad;9\nIntäkter;2\nNettokostnad;7\n", [(STAFF, 9), (REVENUE, -2)], 7),
        # rows that are numbered, and accounts
        ("Nr;Post;kr\n1;Löner;5\n2;Konsulter;2\n3;Summa;7\n", [(STAFF, 5), (EXTERNAL, 2)], 7),
        (";Kostnadsslag;kr\n1.;Löner;5\n2.;Konsulter;2\n;Summa;7\n", [(STAFF, 5), (EXTERNAL, 2)], 7),
        ("Kod;Kostnadsslag;kr\n4010;Löner;5\n5800;Konsulter;2\n;Summa;7\n", [(STAFF, 5), (EXTERNAL, 2)], 7),
    ],
)
def test_costs(text: str, costs: Sequence[tuple[CostCategory, int]], total: int) -> None:
    """Each cost is counted once, the total is the net one, and nothing is accused."""
    table = read_finance_table(text)
    budget = table.budget()
    currency = "EUR" if "EUR" in text else "SEK"
    assert [(cost.category, cost.amount) for cost in budget.costs] == [
        (category, Money(amount, currency)) for category, amount in costs
    ]
    assert (budget.total, table.kind, table.adds_up) == (Money(total, currency), TableKind.COSTS, True)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Finansiering;kr\nOffentlig;\nFalu kommun;3\nSumma offentlig;3\nPrivat;\nDalabolaget AB;2\n"
            "Summa privat;2\nEU-stöd;5\nTotalt;10\n",
            [(PUBLIC, "Falu kommun", 3), (PRIVATE, "Dalabolaget AB", 2), (EU, None, 5)],
        ),
        # a sum of names that are payers only where payers are listed
        (
            "Finansiering;kr\nEU;5\nMalmö;3\nRegion;2\nSumma nationell medfinansiering;5\nTotalt;10\n",
            [(EU, None, 5), (PUBLIC, "Malmö", 3), (PUBLIC, "Region", 2)],
        ),
        # beside what is granted, what is applied for is no part of the budget; what is paid never is
        ("Finansiering;kr\nSökt EU-stöd;6\nBeviljat EU-stöd;5\nEgen;5\nTotalt;10\n", [(EU, None, 5), (OWN, None, 5)]),
        ("Finansiering;kr\nEU-stöd;5\nUtbetalt EU-stöd;2\nEgen;5\nTotalt;10\n", [(EU, None, 5), (OWN, None, 5)]),
        ("Finansiering;Sökt;Beviljat\nEU-stöd;6;5\nEgen;6;5\nTotalt;12;10\n", [(EU, None, 5), (OWN, None, 5)]),
        # a whole that is of several sources
        (
            "Finansiering;kr\nOffentlig finansiering;8\nvarav EU-medel;5\nvarav kommun;3\nPrivat;2\nTotalt;10\n",
            [(EU, None, 5), (PUBLIC, "kommun", 3), (PRIVATE, None, 2)],
        ),
        ("Finansiering;kr\nFalu kommun;8\nvarav kontant;3\nvarav arbetstid;5\nEU-stöd;2\nTotalt;10\n",
            [(PUBLIC, "Falu kommun", 3), (PUBLIC, "Falu kommun", 5), (EU, None, 2)]),
        # what is no money leaves the total open
        ("Antal deltagare: 45\nTotal budget: 10 kr\nEU-stöd: 5 kr\nStart: 2024\n", [(EU, None, 5)]),
    ],
)  # fmt: skip
def test_financing(text: str, parts: Sequence[tuple[FundingSource, str | None, int]]) -> None:
    """Each contribution is counted once with its source and body, and nothing is accused."""
    table = read_finance_table(text, currency="SEK")
    found = [part for part in table.budget().financing if not part.is_rest]
    assert [
        (part.source, part.funder and part.funder.organisation and part.funder.organisation.name, part.amount)
        for part in found
    ] == [(source, body, Money(amount)) for source, body, amount in parts]
    assert table.adds_up is not False
    assert table.budget().total == Money(10)


@settings(max_examples=20)
@given(st.lists(st.integers(1, 999), min_size=2, max_size=5), st.sampled_from(("EUR", "SEK", "NOK")))
def test_a_column_of_currencies(amounts: list[int], currency: str) -> None:
    """The currency in a column of its own is that of the amounts; one in another is a problem and no amount."""
    rows = [f"P{index};{amount};{currency}\n" for index, amount in enumerate(amounts)]
    heading = "Projekt;EU-stöd (tusental);Valuta\n"
    table = read_finance_table(heading + "".join(rows))
    assert [row.cells[1].amount for row in table.rows] == [Money(1000 * amount, currency) for amount in amounts]
    assert table.problems == ()
    mixed = read_finance_table(heading + "".join(rows) + "Q;5;GBP\n")
    assert (mixed.rows[-1].cells[1].amount, [each.code for each in mixed.problems]) == (None, ["table.other_currency"])
    named = read_finance_table(f"Projekt;EU-stöd (EUR);Valuta\nA;5;SEK\nB;6;{currency}\n")
    assert [row.cells[1].amount for row in named.rows] == [Money(5, "EUR"), Money(6, "EUR")]


def test_a_unit_in_a_column_a_heading_or_a_label() -> None:
    """A unit may stand beside the figures, as a thousand above them, or after the name of a body."""
    for text in (
        "Finansiär;Belopp;Enhet\nFalu kommun;5;tkr\nEU;6;tkr\n",
        "Finansiär;1 000 kr\nFalu kommun;5\nEU;6\n",
        "Finansiär;Belopp\nFalu kommun (tkr);5\nEU (tkr);6\n",
    ):
        table = read_finance_table(text)
        assert [row.cells[1].amount for row in table.rows] == [Money(5000), Money(6000)]
        assert table.problems == ()


@settings(max_examples=20)
@given(st.lists(st.integers(1, 99), min_size=2, max_size=4))
def test_shares_of_one(shares: list[int]) -> None:
    """Shares of which none is above one are parts of one, keep their figures, and are told; they may be wrong too."""
    whole = sum(shares)
    rows = [f"{'EU-stöd' if not index else 'Egen'};{share};{share / whole:.4f}\n" for index, share in enumerate(shares)]
    table = read_finance_table("Finansiär;kr;Andel\n" + "".join(rows).replace(".", ","))
    assert [row.cells[2].rate for row in table.rows] == [
        Rate.of_percent(f"{float(row.split(';')[2]) * 100:.2f}") for row in rows
    ]
    assert [row.cells[2].value for row in table.rows] == [Decimal(row.split(";")[2].strip()) for row in rows]
    assert [problem.code for problem in table.problems] == ["table.shares_of_one"]
    assert Agreement.UNEQUAL not in {each.agreement for each in table.differences()}


def test_a_wrong_share_of_one() -> None:
    """A share of one is held against the amounts; ones alone may be in per cent."""
    table = read_finance_table("Finansiär;kr;Andel\nEU;50;0,5\nRegion;30;0,4\nEgen;20;0,2\nTotalt;100;1,0\n")
    assert {(each.line, each.stated) for each in table.differences(equal=False) if each.line == 3} != set()
    ones = read_finance_table("Finansiär;kr;Andel\nEU;50;1\nEgen;50;1\n")
    assert {problem.code for problem in ones.problems} == {"table.no_percent"}


def test_a_payer_over_amounts() -> None:
    """A heading such as "Region" is of amounts where its column is summed; else it heads names or codes."""
    table = read_finance_table("Projekt;EU (kr);Region;Totalt (kr)\nA;4;3;7\nB;2;2;4\nTotalt;6;5;11\n")
    assert table.adds_up is True
    assert [part.source for part in table.portfolio().projects[0].budget.financing] == [EU, PUBLIC]  # type: ignore[union-attr]
    codes = read_finance_table("Projekt;EU (kr);Region\nA;4;23\nB;2;24\n").portfolio().projects
    assert [project.extra for project in codes] == [(("Region", "23"),), (("Region", "24"),)]


def test_what_is_not_firm() -> None:
    """A commitment and a year after the name of a body are no part of it; other remarks are kept there."""
    text = (
        "Finansiär;Medel;kr\nVolvo (villkorad);privat medfinansiering;5\n"
        "Falu kommun (2025, avsedd, KS 12);offentlig medfinansiering;6\n"
    )
    first, second = read_finance_table(text).budget().financing
    bodies = [part.funder and part.funder.organisation and part.funder.organisation.name for part in (first, second)]
    assert bodies == ["Volvo", "Falu kommun (KS 12)"]
    assert (first.commitment, second.commitment) == (Commitment.CONDITIONAL, Commitment.INTENDED)
    assert (first.year, second.year) == (None, 2025)


@pytest.mark.parametrize(
    ("text", "code"),
    [("EU;5\n" * 20_001, "table.too_many_lines"), ("|" * 100_000 + "\n", "table.too_many_columns")],
)
def test_too_much_to_read(text: str, code: str) -> None:
    """Far more lines or columns than a table has are refused before their cells are looked at."""
    with pytest.raises(ReadError) as caught:
        read_finance_table(text)
    assert caught.value.code == code


@pytest.mark.parametrize("wrong", range(4))
def test_a_wrong_subtotal_is_accused_by_its_own_parts(wrong: int) -> None:
    """What a sub-total is compared with is what stands since the one before it, whichever of them is wrong."""
    stated = [500, 250, 100, 850]
    stated[wrong] += 7
    first, second, third, total = stated
    table = read_finance_table(
        f"Kostnad;kr\nLöner;400\nResor;100\nDelsumma;{first}\nExternt;200\nUtrustning;50\nDelsumma;{second}\n"
        f"Lokaler;60\nÖvrigt;40\nDelsumma;{third}\nTotalt;{total}\n"
    )
    accused = [(each.computed, each.stated) for each in table.differences() if each.agreement is Agreement.UNEQUAL]
    assert accused == [(Decimal(stated[wrong] - 7), Decimal(stated[wrong]))]
