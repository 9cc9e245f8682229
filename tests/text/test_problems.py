from __future__ import annotations

import re
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    Organisation,
    OrganisationNumber,
    Participation,
    Phase,
    Portfolio,
    Priority,
    Programme,
    Project,
    ReadError,
    Role,
)
from esfmodel.errors import printable
from esfmodel.formats import Problem
from esfmodel.formats.labels import FIELDS as COLUMNS
from esfmodel.testing import projects
from esfmodel.text.telling.problems import FIELDS, ITEMS, VALUES, Place, names_along, said, write_place, write_value
from esfmodel.values.format import LANGUAGES

language_codes = st.sampled_from(LANGUAGES)

# What people paste and programs break on: half a character, an end of text, a turned direction, a cursor that moves.
HOSTILE = ("\ud800", "\x00", "\N{RIGHT-TO-LEFT OVERRIDE}", "\x1b[31m", "a" * 10_000_000)


def parts_of(kind: object) -> set[object]:
    """Return a type and the types within it."""
    return {kind}.union(*(parts_of(each) for each in get_args(kind)))


def model_fields(kind: type[Any], found: dict[Any, dict[str, object]]) -> dict[Any, dict[str, object]]:
    """Return the fields of a type of the model, and of every type of the model that its fields lead to."""
    if kind not in found:
        attrs.resolve_types(kind)
        # A private field is known by its argument.
        found[kind] = {field.alias or field.name: field.type for field in attrs.fields(kind)}
        parts: set[object] = set()
        for part in parts.union(*map(parts_of, found[kind].values())):
            if isinstance(part, type) and attrs.has(part) and part.__module__.startswith("esfmodel.model"):
                model_fields(part, found)
    return found


REACHED = model_fields(Portfolio, {})
ALL_FIELDS = sorted({name for fields in REACHED.values() for name in fields})
LISTS = sorted({name for fields in REACHED.values() for name, kind in fields.items() if str(kind).startswith("tuple")})


def test_every_field_has_words() -> None:
    """Each field that a project leads to has words, each list a word for one item, and no word is left over."""
    figures = {name for name in dir(Budget) if not name.startswith("_")}
    assert set(ALL_FIELDS) <= FIELDS.keys()
    columns = {name for path in COLUMNS.values() for name in path.split(".")}
    assert {name.rpartition(".")[2] for name in FIELDS} <= {*ALL_FIELDS, *figures, *columns}
    # The categories of a flat rate's base have no items of their own to point at.
    assert set(LISTS) - {"base"} == ITEMS.keys() - VALUES.keys()
    assert not FIELDS.keys() & VALUES.keys()


@given(st.lists(st.tuples(st.sampled_from(ALL_FIELDS), st.none() | st.integers(0, 99)), min_size=1), language_codes)
def test_a_place_is_written_in_words(steps: list[tuple[str, int | None]], language: str) -> None:
    """No path of fields is shown to people: neither brackets, nor points, nor underscores."""
    path = ".".join(name if index is None else f"{name}[{index}]" for name, index in steps)
    words = write_place(path, language)
    assert not re.search(r"[\[\]._]", words)
    assert all(str(index + 1) in words for _, index in steps if index is not None)


@pytest.mark.parametrize(
    ("path", "swedish", "english"),
    [
        ("budget.costs[2].amount", "kostnadsrad 3, belopp", "cost line 3, amount"),
        ("budget", "budget", "budget"),
        ("projects[3].budget.financing", "projekt 4, finansiering", "project 4, financing"),
        ("budget.costs[2,4,6].partner", "kostnadsrad 3, 5 och 7, partner", "cost line 3, 5 and 7, partner"),
        ("phases[].period", "faser, period", "phases, period"),
        ("house_rule[1]", "house_rule 2", "house_rule 2"),
        ("", "", ""),
    ],
)
def test_places_people_know(path: str, swedish: str, english: str) -> None:
    """Items are counted from one; a word that is not known stays as it is."""
    assert (write_place(path, "sv"), write_place(path, "en")) == (swedish, english)
    assert Place(path).text("sv") == swedish
    assert str(Place(path)) == path


@pytest.mark.parametrize(
    ("path", "swedish"),
    [
        ("budget.costs[0]", "kostnadsrad 1, resor och logi"),
        ("budget.costs[1]", "kostnadsrad 2, Resor till Umeå"),
        ("budget.costs[0,3]", "kostnadsrad 1 och 4, resor och logi"),
        ("budget.costs[1,2,4]", "kostnadsrad 2 och 5, Resor till Umeå; kostnadsrad 3, Lokaler i Sveg"),
        ("budget.costs[1,2].amount", "kostnadsrad 2 och 3, belopp"),
        ("budget.costs[2,9]", "kostnadsrad 3, Lokaler i Sveg; kostnadsrad 10"),
        ("budget.costs[0,1,2,5,6]", "kostnadsrad 1, resor och logi; kostnadsrad 2, Resor till Umeå; "
         "kostnadsrad 3, Lokaler i Sveg; kostnadsrad 6, Konsult; kostnadsrad 7, Revision"),
        ("budget.costs[0,1,2,5,6,7]", "kostnadsrad 1, 2, 3, 6, 7 och 8"),
    ],
)  # fmt: skip
def test_a_line_of_cost_is_known_by_the_words_it_was_written_in(path: str, swedish: str) -> None:
    """A line without words of its own has its category; of many lines with many names the numbers alone are told."""
    written = (None, "Resor  till\nUmeå", "Lokaler i Sveg", None, "Resor till Umeå", "Konsult", "Revision", "Tryck")
    lines = [Cost(CostCategory.TRAVEL, ActualCost(Money(1)), description=each) for each in written]
    project = Project("Fjällresan", budget=Budget(lines))
    assert write_place(path, "sv", names_along(project, path)) == swedish
    assert write_place(path, "sv") == write_place(path, "sv", {})


def test_what_stands_at_a_place_is_named() -> None:
    """Lines of cost have their category, lines of financing who pays, and projects, phases and partners their names."""
    mora = Organisation("MORA KOMMUN")
    project = Project(
        "Hemvändare",
        partners=[Participation(mora, Role.PARTNER)],
        phases=[Phase("Analys")],
        secondary_themes=["06"],
        programme=Programme(priorities=[Priority("C")]),
        beneficiary=Organisation("Kommuner", count=3, members=[mora]),
        claims=[Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(1))]), Claim(7)],
        budget=Budget(
            [Cost(CostCategory.TRAVEL, ActualCost(Money(1)))],
            [Contribution(Funder(mora, source=FundingSource.OWN_PUBLIC)), Contribution.rest()],
        ),
    )
    for path, swedish in {
        "budget.costs[0].amount": "kostnadsrad 1, resor och logi, belopp",
        "budget.costs[9]": "kostnadsrad 10",
        "budget.financing[0]": "finansieringsrad 1, Mora kommun",
        "budget.financing[1]": "finansieringsrad 2",
        "partners[0]": "partner 1, Mora kommun",
        "beneficiary.members[0]": "stödmottagare, medlem 1, Mora kommun",
        "phases[0].period": "fas 1, Analys, period",
        "secondary_themes[0]": "sekundärtema 1, 06",
        "programme.priorities[0]": "program, programområde 1, C",
        "claims[0].costs[0]": "ansökan om utbetalning 1, kostnadsrad 1, personal",
        "claims[1]": "ansökan om utbetalning 2, nummer 7",
        "budget.costs[0,1]": "kostnadsrad 1, resor och logi; kostnadsrad 2",
        "partners[0,0].organisation.members[0]": "partner 1 och 1, Mora kommun, organisation, medlem 1",
        "nothing[0].of[1]": "nothing 1, of 2",
    }.items():
        assert write_place(path, "sv", names_along(project, path)) == swedish
    of_many = names_along(Portfolio([project]), "projects[0].phases[0]")
    assert write_place("projects[0].phases[0]", "en", of_many) == "project 1, Hemvändare, phase 1, Analys"


@given(projects(), st.data())
def test_the_name_at_a_line_is_its_own(project: Project, data: st.DataObject) -> None:
    """Whatever the project, a line of cost is called by its own words, or else by its own category."""
    costs = () if project.budget is None else project.budget.costs
    index = data.draw(st.integers(0, len(costs)))
    names = names_along(project, f"budget.costs[{index}].amount")
    assert names.keys() == ({f"budget.costs[{index}]"} if index < len(costs) else set())
    for name in names.values():
        written = costs[index].description
        assert name == costs[index].category if written is None else str(name).split() == written[:201].split()


@pytest.mark.parametrize("text", HOSTILE, ids=("surrogate", "nul", "direction", "cursor", "long"))
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_is_escaped_and_cut(text: str, language: str) -> None:
    """Whatever a file holds, in a value, a name, a path or the name of a file, the sentence is safe to print."""
    error = ReadError("value.missing", f"{text[:20]}[0]", text, source=text[:20], names={f"{text[:20]}[0]": text})
    choices = InvalidValue("value.not_one_of", "fund", text, choices=(text, text))
    for sentence in (error.text(language), said(error, language), choices.text(language), write_value(text, language)):
        assert sentence == printable(sentence)
        assert sentence.encode("utf-8")
        assert len(sentence) < 1_000


def test_an_identifier_is_written_as_its_text() -> None:
    """An identifier has an attribute `text`, which is no function of a language."""
    assert write_value(OrganisationNumber("2321000214"), "sv") == "232100-0214"


@pytest.mark.parametrize(
    ("row", "rows", "count", "swedish", "english"),
    [
        (5, "5", 1, "", ""),
        (None, "5", 1, " (rad 5)", " (row 5)"),
        (5, "5-6, 9", 3, " (rad 5-6, 9)", " (rows 5-6, 9)"),
        (5, "5, 7, …", 14, " (rad 5, 7, …; totalt 14)", " (rows 5, 7, …; 14 in all)"),
    ],
)
def test_the_rows_that_share_a_problem(row: int | None, rows: str, count: int, swedish: str, english: str) -> None:
    """They stand in brackets, unless the problem is of the one row that is told anyway."""
    problem = Problem("list.sums", row=row, rows=rows, count=count)
    assert f"summa och ingen insats{swedish}. " in problem.text("sv")
    assert f"sum and no operation{english}. " in problem.text("en")


def test_how_many_places_there_are() -> None:
    """Where not all places are listed, their number stands beside them."""
    some = Problem("workbook.hidden_rows", "", "Blad1", count=14, places="2, 3, …")
    assert "har dolda rader (2, 3, …; totalt 14)" in some.text("sv")
    every = Problem("workbook.hidden_rows", "", "Blad1", count=2, places="2, 3")
    assert "has hidden rows (2, 3), which" in every.text("en")
