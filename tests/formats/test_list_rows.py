"""What one row says of a project: what contradicts something else, or has no field, is kept and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from esfmodel import (
    Cci,
    Country,
    DecisionKind,
    InvalidValue,
    Money,
    OpenPeriod,
    OperationId,
    Organisation,
    OrganisationNumber,
    Period,
)
from esfmodel.formats.evidence import Evidence
from esfmodel.formats.labels import FIELDS
from esfmodel.formats.lists.columns import RowValues
from esfmodel.formats.lists.rows import MadeProject, project_of
from esfmodel.testing import projects
from esfmodel.values import ForeignNumber, PostalCode
from esfmodel.values.dates import as_date

if TYPE_CHECKING:
    from collections.abc import Mapping


def row(**values: Any) -> RowValues:  # noqa: ANN401
    """Return a row with a name; `__` in a keyword is the point of a path."""
    return values_of({"name": "Gröna rum", **{path.replace("__", "."): value for path, value in values.items()}})


def values_of(values: Mapping[str, object]) -> RowValues:
    """Return a row whose cells stand under headings that are the paths of the fields."""
    evidence = {path: Evidence(row=2, column=path, text=str(value)) for path, value in values.items()}
    return RowValues(values, (), (), evidence)


def made(*rows: RowValues) -> MadeProject:
    """Return the project of rows; each value is in a field or in `extra`."""
    found = project_of(rows, [Evidence(row=number) for number, _ in enumerate(rows, 2)])
    for problem in found.problems:
        assert (problem.row, problem.text("sv") != problem.text("en")) == (2, True)
    return found


def told(found: MadeProject) -> list[tuple[str, str]]:
    """Return the code and the column of each problem."""
    return [(problem.code, problem.column or "") for problem in found.problems]


START, END = as_date("2024-01-01", "start"), as_date("2026-12-31", "end")
YEARS = {year: Period.of_years(year, year) for year in (2023, 2025)}


def test_what_is_said_of_a_body_without_a_name_is_kept_in_its_order() -> None:
    """The order of what is kept is that of the columns, and the same in each run."""
    parts = ("postal_code", "number", "kind", "country", "name")
    found = made(values_of({"name": "Gröna rum", **{f"beneficiary.{part}": "12" for part in parts}}))
    assert [heading for heading, _ in found.project.extra] == [
        "beneficiary.name",
        *(f"beneficiary.{part}" for part in parts[:-1]),
    ]


@pytest.mark.parametrize(
    ("start", "end", "period", "kept"),
    [
        (START, END, Period("2024-01-01", "2026-12-31"), []),
        (START, None, OpenPeriod(START), []),
        (None, END, OpenPeriod(end=END), []),
        (END, START, None, ["period.start", "period.end"]),
        (YEARS[2023], YEARS[2025], Period.of_years(2023, 2025), []),
        (YEARS[2025], YEARS[2023], None, ["period.start", "period.end"]),
        (START, YEARS[2025], OpenPeriod(START), ["period.end"]),
        (YEARS[2023], END, OpenPeriod(end=END), ["period.start"]),
        (YEARS[2023], None, None, ["period.start"]),
    ],
)
def test_a_period_has_the_precision_of_its_days(start: object, end: object, period: object, kept: list[str]) -> None:
    """Two days, two months or two years are a period; what does not fit the other end is kept and told."""
    ends = {"period__start": start, "period__end": end}
    found = made(row(**{path: day for path, day in ends.items() if day is not None}))
    assert found.project.period == period
    assert [label for label, _ in found.project.extra] == kept
    assert [column for _, column in told(found)] == kept
    assert found.values == 3 - len(kept) - [start, end].count(None)


@pytest.mark.parametrize(
    ("stated", "kept"),
    [(Period.of_years(2023, 2025), []), (Period.of_years(2023, 2026), ["period"])],
)
def test_a_stated_period_is_held_against_the_days(stated: Period, kept: list[str]) -> None:
    """A period in a column of its own that differs from the days is kept and told."""
    found = made(row(period__start=YEARS[2023], period__end=YEARS[2025], period=stated))
    assert found.project.period == Period.of_years(2023, 2025)
    assert [label for label, _ in found.project.extra] == kept


def test_amounts_make_a_budget() -> None:
    """Support is undivided; the Union's part of it is stated apart, and an application is a decision."""
    found = made(
        row(
            budget__total=Money(10),
            budget__support=Money(6),
            budget__eu_support=Money(4),
            decision__applied_support=Money(7),
        )
    )
    budget = found.project.budget
    assert budget is not None
    assert (budget.total, budget.support, budget.eu_support, budget.own_contribution) == (
        Money(10),
        Money(6),
        Money(4),
        Money(4),
    )
    assert [each.kind for each in found.project.decisions] == [DecisionKind.APPLIED]


def test_amounts_that_contradict_each_other_are_told() -> None:
    """More from the Union than in all, and two currencies in one row, are kept and told."""
    more = made(row(budget__support=Money(6), budget__eu_support=Money(7), budget__state_support=Money(8)))
    assert told(more) == [
        ("record.more_than_support", "budget.eu_support"),
        ("record.not_the_rest", "budget.state_support"),
    ]
    mixed = made(row(budget__total=Money(6), budget__eu_support=Money(7, "EUR")))
    assert (mixed.project.budget, len(mixed.project.extra)) == (None, 2)
    assert told(mixed) == [("currency.mixed", "budget.total"), ("currency.mixed", "budget.eu_support")]
    without = made(row(currency="SEK"))
    assert without.project.extra == (("currency", "SEK"),), "a currency of no amount is kept"


@pytest.mark.parametrize(
    ("body", "country", "number", "code"),
    [
        ({"country": Country("SE")}, "SE", "212000-0639", "342 30"),
        ({"country": Country("FI")}, "FI", "0123456-7", "65100"),
    ],
)
def test_numbers_and_postal_codes_are_those_of_a_country(
    body: dict[str, Any], country: str, number: str, code: str
) -> None:
    """They are read by the country of the body, of the project or of the programme; without one they are kept."""
    texts = {"beneficiary.name": "Alvesta kommun", "beneficiary.number": number, "beneficiary.postal_code": code}
    beneficiary = made(values_of({"name": "A", **texts, "beneficiary.country": body["country"]})).project.beneficiary
    right = OrganisationNumber(number) if country == "SE" else ForeignNumber(country, number)
    assert beneficiary == Organisation("Alvesta kommun", right, postal_code=PostalCode(code, country), country=country)
    of_the_project = made(values_of({"name": "A", **texts, "country": body["country"]})).project
    assert of_the_project.beneficiary is not None
    assert of_the_project.beneficiary.number == right
    unknown = made(values_of({"name": "A", **texts}))
    assert unknown.project.beneficiary == Organisation("Alvesta kommun")
    assert told(unknown) == [("list.no_country", "beneficiary.number"), ("list.no_country", "beneficiary.postal_code")]


def test_the_programme_tells_the_country() -> None:
    """A Swedish programme has Swedish numbers; a wrong check digit is told."""
    found = made(row(cci=Cci("2021SE05SFPR001"), beneficiary__name="Alvesta kommun", beneficiary__number="212000-0638"))
    assert told(found) == [("organisation_number.check_digit", "beneficiary.number")]
    between = made(row(cci=Cci("2014TC16RFCB033"), beneficiary__name="Alvesta kommun", beneficiary__number="5"))
    assert told(between) == [("list.no_country", "beneficiary.number")]


def test_facts_of_a_body_without_a_name_are_kept() -> None:
    """A city of nobody, a name of figures and a name with marks of direction are no body."""
    assert told(made(row(beneficiary__city="Växjö"))) == [("record.owner_unnamed", "beneficiary.city")]
    figures = made(row(beneficiary__name="157500", beneficiary__city="Växjö"))
    assert figures.project.beneficiary is None
    assert told(figures) == [("list.name_of_figures", "beneficiary.name"), ("record.owner_unnamed", "beneficiary.city")]
    marked = made(row(beneficiary__name="Al\u202evesta"))
    assert (marked.project.beneficiary, [column for _, column in told(marked)]) == (None, ["beneficiary.name"])


def test_a_text_that_no_field_takes_is_kept() -> None:
    """One text with marks of direction is told, and the rest of the row is a project; a name is needed."""
    found = made(row(region="Sm\u202eåland", summary="Om rum"))
    assert (found.project.region, found.project.summary, len(told(found))) == (None, "Om rum", 1)
    with pytest.raises(InvalidValue):
        made(row(name="Gr\u202eöna"))


def test_what_has_no_field_is_kept() -> None:
    """A partner beside no other body is no field of a project; a call and a programme are objects."""
    found = made(row(municipalities=("Alvesta",), call="U1", programme="Regionalfonden", partner__name="A och B"))
    assert (found.project.municipalities, found.project.extra) == (("Alvesta",), (("partner.name", "A och B"),))
    assert found.project.call is not None
    assert found.project.programme is not None
    assert (found.project.call.reference, found.project.programme.name, found.values) == ("U1", "Regionalfonden", 4)
    assert found.problems == ()


def partner(number: int, **values: Any) -> RowValues:  # noqa: ANN401
    """Return a row of an operation with partners."""
    return row(operation_id=OperationId("7"), beneficiary__name=f"Kommun {number}", **values)


def test_partners_without_a_name_are_kept() -> None:
    """A partner that cannot be a body is told, with its amounts among what has no field."""
    found = made(partner(1, budget__total=Money(5)), row(beneficiary__name="77", budget__total=Money(6)))
    assert found.project.beneficiary == Organisation("Kommun 1")
    assert ("budget.total", "6") in found.project.extra or ("budget.total", "6 SEK") in found.project.extra
    assert ("list.name_of_figures", "beneficiary.name") in told(found)
    assert found.differing == ("budget.total",)


def test_a_named_partner_may_be_the_owner() -> None:
    """Where rows name partners and the owner is one of them, its amounts are its own."""
    rows = [
        row(beneficiary__name="Kommun 1", partner__name=name, budget__eu_support=Money(amount))
        for name, amount in (("Kommun 1", 5), ("Kommun 2", 6))
    ]
    found = made(*rows).project
    assert [(each.organisation.name, each.role.value) for each in found.partners] == [
        ("Kommun 1", "owner"), ("Kommun 2", "partner"),
    ]  # fmt: skip
    assert found.beneficiary == Organisation("Kommun 1")


@given(projects())
def test_the_fields_of_a_project_are_those_of_a_row(project: Any) -> None:  # noqa: ANN401
    """What a row states as it is comes back in the project."""
    paths = (
        "name",
        "operation_id",
        "fund",
        "cci",
        "priority",
        "region",
        "nuts",
        "country",
        "published_eu_rate",
        "summary",
    )
    assert set(paths) <= set(FIELDS.values())
    stated = {path: getattr(project, path) for path in paths if getattr(project, path) is not None}
    found = made(values_of(stated))
    assert {path: getattr(found.project, path) for path in stated} == stated
    assert (found.values, found.project.extra, found.problems) == (len(stated), (), ())


@pytest.mark.parametrize(
    ("name", "is_one"), [("Oulun yliopisto;Umeå kommun;SINTEF", False), ("AT&amp;T;", True), ("A; B", True)]
)
def test_a_name_of_several_bodies_is_none(name: str, is_one: bool) -> None:
    """Names with semicolons between them are kept, and told; an entity of HTML has one too."""
    found = made(row(beneficiary__name=name))
    assert (found.project.beneficiary is not None) is is_one
    assert [problem.code for problem in found.problems] == ([] if is_one else ["list.several_bodies"])


def test_names_that_differ_in_case_are_of_one_project() -> None:
    """The first name is that of the project, and the other is kept."""
    found = made(row(operation_id=OperationId("1")), row(operation_id=OperationId("1"), name="GRÖNA RUM"))
    assert (found.project.name, found.project.extra, found.differing) == (
        "Gröna rum",
        (("name", "GRÖNA RUM"),),
        ("name",),
    )
