from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats import draft_mapping
from esfmodel.formats.cells.grid import TypedCell
from esfmodel.formats.lists import budget_draft
from esfmodel.formats.lists.budget_draft import draft_budget
from esfmodel.formats.lists.budget_sheet import read_budget_sheet
from esfmodel.formats.lists.list_of_operations import read_list
from esfmodel.formats.lists.mapping import mapping_in
from esfmodel.values.format import LANGUAGES
from sheets import Formula, source_of

YEARS: dict[str | None, Any] = {
    "Projekt": [
        ("Projektnamn", "Gröna rum", "Startdatum", datetime.date(2025, 3, 1)),
        ("Projektnamn", "Ett annat"),
        ("Total budget", "Se kostnader"),
        ("EU-stöd", "500 kr"),
    ],
    "Kostnader": [
        ("Belopp i kronor",),
        ("Kostnadsslag", 2025, 2026, "Totalt", "Not"),
        ("Personal",),
        ("Ekonom", 5, 6, 11, "halvtid"),
        ("Bemanning", 1, None, 1),
        ("Resor", 2, 2, 4),
        ("Summa", 8, 8, 16),
        ("Kurs", "11,2"),
    ],
    "Finansiering": [
        ("Finansiär", "År 2025", "Utfall 2025", "Antal"),
        ("ERUF", 5, 4, 1),
        ("Kassan", 3, 3, 1),
        ("varav lån", 1, 1, 1),
    ],
}


def test_a_budget_is_known_and_drafted() -> None:
    """The draft says where the tables are, what they are of, and what no word says."""
    assert draft_budget(source_of(YEARS), "sv") == (
        """\
## Budgeten för ett projekt: celler, och tabeller över kostnader och finansiering. Rader som
## börjar med # är förslag: ta bort # framför det som stämmer, och stryk resten. Läs budgeten
## med: esfmodel show BUDGET --mapping MAPPNING
[budget]

[budget.cells]
name = "Projekt!B1"
"period.start" = "Projekt!D1"
"budget.total" = "Projekt!B3"

[[budget.costs]]
## 4 rader: Ekonom – Summa
sheet = "Kostnader"
first = 3
last = 7
labels = "A"
amounts = "B:C"
axis = "year"
total = "D"

[[budget.financing]]
## 3 rader: ERUF – varav lån
sheet = "Finansiering"
first = 2
last = 4
labels = "A"
amounts = "B"
axis = "year"
## Läses inte: C (Utfall 2025), D (Antal)
## Det framgår inte vad de här raderna är: Kassan
# names = { Kassan = "own" }
"""
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_a_mapping(language: str) -> None:
    """What was found is read with the draft as it stands, in each language."""
    source = source_of(YEARS)
    draft = draft_budget(source, language)
    assert draft is not None
    mapping = mapping_in(draft, "draft.toml")
    assert mapping.budget is not None
    budget = read_budget_sheet(source, mapping, mapping.budget).one().budget
    assert budget is not None
    assert [cost.amount and str(cost.amount) for cost in budget.costs] == [
        "5 SEK", "6 SEK", "1 SEK", "2 SEK", "2 SEK"
    ]  # fmt: skip


def test_partners_and_groups_may_stand_in_columns() -> None:
    """Columns that add up to a total are of partners; texts before the amounts are labels and their groups."""
    sheet = [
        ("Budget (EUR)", "", "Region Väst", "Bolaget AB", "Total"),
        ("Staff", "Manager", 5, 6, 11),
        ("", "Helper", 5, None, 5),
        ("", "", "", "", ""),
        ("Financing",),
        ("ERDF", "", 6, 4, 10),
        ("Own contribution", "", 4, 2, 6),
        ("Total", "", 10, 6, 16),
    ]
    draft = draft_budget(source_of({"Budget": sheet}))
    assert draft is not None
    assert 'first = 2\nlast = 3\nlabels = "A:B"\namounts = "C:D"\naxis = "partner"\ntotal = "E"\n' in draft
    assert 'heading = 1\nfirst = 6\nlast = 8\nlabels = "A"\namounts = "C:D"\naxis = "partner"\n' in draft
    assert "currency" not in draft


def test_a_table_for_each_partner_is_proposed() -> None:
    """Tables of one kind in several sheets may be of partners; the currency is that of the cells."""
    rows = [("Kostnad", "Belopp"), ("Löner", TypedCell(Decimal(5), "5", '0 "kr"')), ("Hyra", "6 kr")]
    draft = draft_budget(source_of({"Falun": rows, "Borlänge": rows}), "sv")
    assert draft is not None
    assert draft.count("# partner = ") == 2
    assert "# currency" not in draft


def test_years_may_stand_in_a_column() -> None:
    """A column of years before the labels says the year of each line; without a currency the draft asks for it."""
    rows = [("År", "Post", "Belopp", "Not"), (2025, "Löner", 5, 1), (2026, "Resor", 6, 2), ("", "Övrigt stöd", 7, 2)]
    draft = draft_budget(source_of({None: rows}))
    assert draft is not None
    assert 'labels = "B"\n## Several columns may hold the amounts: C (Belopp), D (Not).' in draft
    assert '# amounts = "C"\n# amounts = "D"\nyear_column = "A"\n' in draft
    assert '# currency = "SEK"' in draft


def test_columns_that_do_not_add_up_are_no_partners() -> None:
    """One column of amounts is read: that with a unit, else the total; where several are left, the draft asks."""
    for rows, letter in (
        ([("Post", "Nu", "Sedan", "Totalt"), ("Löner", 5, 6, 12), ("Hyra", 5, 6, 11)], "D"),
        ([("Post", "Nu", "Sedan", "Totalt"), ("Löner", 5, "x", 12), ("Hyra", 5, 6, 11)], "D"),
        ([("Post", "Nu", "Sedan, kr", "Totalt"), ("Löner", 5, 6, 12), ("Hyra", 5, 6, 11)], "C"),
        ([("Post", "Antal", "Á-pris", "Kostnad"), ("Löner", 2, 3, 6), ("Hyra", 1, 1, 1)], "D"),
        ([("", "jan", "feb", "Totalt"), ("Löner", 5, 6, 11), ("Hyra", 5, 6, 11)], "D"),
    ):
        draft = draft_budget(source_of({None: rows}))
        assert draft is not None
        assert f'\namounts = "{letter}"\n' in draft
    months = '## The sum of B (jan), C (feb). If those are partners, write this instead:\n# amounts = "B:C"\n'
    assert months in str(draft)
    unsure = [("Löner", 5, 6), ("Hyra", 5, 6), ("Resor", Formula(None), Formula(None))]
    assert '# amounts = "B"\n# amounts = "C"\n' in str(draft_budget(source_of({None: unsure})))


def test_prices_over_a_total_make_a_budget() -> None:
    """Hours and prices stand in no list of projects; notes beside labels are no labels."""
    rows = [
        ("Roll", "Not", "Timmar", "Timpris", "Kostnad"),
        ("Anna", "halvtid", 860, 400, 344_000),
        ("Bo", "halvtid", 860, 300, 258_000),
        ("Summa", "", 1720, "", 602_000),
    ]
    draft = draft_budget(source_of({None: rows}), "sv")
    assert draft is not None
    assert '## 3 rader: Anna – Summa\nfirst = 2\nlast = 4\nlabels = "A"\namounts = "E"\n' in draft


def test_groups_above_labels_make_a_budget() -> None:
    """Names of one's own below known words are those of costs; a row with several texts is no group."""
    rows = [("Budget (kr)",), ("Personal",), ("Anna", 5), ("Bo", 3), (), ("Lokaler",), ("Salen", 1), ("Summa", 9)]
    assert "first = 2\nlast = 8\n" in str(draft_budget(source_of({None: rows})))
    headings = ("EU-stöd", "Projektnamn", "Totalt belopp")
    assert draft_budget(source_of({None: [headings, ("", "Anna", 5), ("", "Bo", 3)]})) is None


def test_a_period_may_stand_in_two_cells() -> None:
    """The first and the last day are taken from their cells, and never the first of them for the whole period."""
    table = [("Kostnad", "kr"), ("Löner", 5), ("Resor", 6)]
    days = ("Projektperiod", datetime.date(2025, 3, 1), "till", "2026-02-28")
    draft = draft_budget(source_of({None: [days, *table]}))
    assert '"period.start" = "B1"\n"period.end" = "D1"\n' in str(draft)
    draft = draft_budget(source_of({None: [("Projektperiod", "2025-03-01 – 2026-02-28"), *table]}))
    assert '\nperiod = "B1"\n' in str(draft)


@pytest.mark.parametrize("heading", [("Projekt:", "Vägen"), ("Nr", "Totalt, kr"), ("Så här", "kostar det")])
def test_a_budget_is_not_read_as_a_list(heading: tuple[str, str]) -> None:
    """Without a mapping its costs would be the names of projects; the refusal says how a mapping is written."""
    budget = source_of({None: [heading, ("Personal", "5 kr"), ("Resor", "6 kr"), ("Summa", "11 kr")]})
    with pytest.raises(ReadError, match="mapping new") as refused:
        read_list(budget)
    assert refused.value.code == "list.budget_sheet"


def test_words_of_ones_own_are_known_by_years_and_a_total() -> None:
    """Columns of years over a total make a budget of labels that nobody knows; a title says which side it is."""
    rows = [
        ("", 2025, 2026),
        ("Bemanning", 5, 6),
        ("Lokalytor", 1, 1),
        ("Totalt", 6, 7),
        ("Intäkter",),
        ("Kassan", 5, 6),
        ("Fonden", 1, 1),
        ("Totalt", 6, 7),
    ]
    draft = draft_budget(source_of({None: rows}))
    assert draft is not None
    assert draft.count("[[budget.costs]]") == draft.count("[[budget.financing]]") == 1


@pytest.mark.parametrize(
    "rows",
    [
        [("Projektnamn", "Projektägare", "EU-stöd"), ("Gröna rum", "Falu kommun", 5), ("Vägen", "Region Väst", 6)],
        [("Kommun", "Belopp"), ("Falu kommun", 5), ("Orsa kommun", 6), ("Vansbro kommun", 5)],
        [("Personal", 5)],
        [("Post", "Andel"), ("Personal", "40 %"), ("Resor", "60 %")],
        [("Post", "Antal"), ("Personal", 5), ("Resor", 6)],
        [("A", "B", "C", "D", "Kr"), *[("a", "b", "c", "Personal", 5, "d")] * 3],
        [],
    ],
    ids=["a list", "bodies", "one line", "shares", "counts", "many texts", "nothing"],
)
def test_what_is_no_budget_is_known_too(rows: list[tuple[object, ...]]) -> None:
    """A list has other things than costs and payers in its rows."""
    assert draft_budget(source_of({None: rows})) is None


@pytest.mark.parametrize("before", range(4))
def test_labels_may_stand_in_any_of_the_first_columns(before: int) -> None:
    """A form often leaves the first columns empty, or has numbers of its own there."""
    rows = [("Post", 2025, 2026), ("Personal", 5, 6), ("Resor", 1, 1), ("Totalt", 6, 7)]
    draft = draft_budget(source_of({None: [(*[None] * before, *row) for row in rows]}))
    assert draft is not None
    assert draft.count("[[budget.costs]]") == 1


def test_a_long_sheet_is_no_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet with more rows than a budget has is not looked into."""
    monkeypatch.setattr(budget_draft, "_MOST_ROWS", 3)
    assert draft_budget(source_of(YEARS)) is None
    with pytest.raises(InvalidValue):
        draft_budget(source_of(YEARS), "fi")


def test_the_draft_of_a_file_is_that_of_what_it_holds() -> None:
    """`draft_mapping` knows a budget, in text too, from a list."""
    budget = draft_mapping(b"Post;2025;2026\nPersonal;5;6\nResor;1;1\nTotalt;6;7\n")
    assert "[[budget.costs]]" in budget
    assert "[budget]" not in draft_mapping(b"Projektnamn;EU-stod\nHamn;5 kr\nBro;6 kr\n")
