"""The laws that hold for every format that can be written."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats import Reading, read_text, to_text
from esfmodel.formats.plain_values import read_member
from esfmodel.formats.schema import fields_of
from esfmodel.model import (
    Budget,
    Call,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Limit,
    LumpSum,
    Organisation,
    OwnShare,
    Participation,
    Portfolio,
    Priority,
    Project,
    UnitCost,
)
from esfmodel.testing import money, open_periods, periods, portfolios, projects
from esfmodel.text import en, sv
from esfmodel.values import Bounds, ForeignNumber, Money, OpenPeriod, Period, ProgrammingPeriod, Rate
from esfmodel.values.format import Labelled

if TYPE_CHECKING:
    import datetime

WRITTEN = ("project_json", "project_toml")
HEAD = {"project_json": "{", "project_toml": "format ="}
_MEANT = st.characters(
    exclude_categories=["Cs"], exclude_characters="\0\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""All that a text may hold: not half a character, NUL and marks of direction."""
ODD_TEXTS = (
    '"""',
    'a\n"""\n""""',
    "\\",
    "'''",
    "\n",
    "a\r\nb\rc\n",
    "a\tb\x1b\x7f\x85\u2028\ufeff",
    "# no comment",
    "a.a" * 100,
    "[[[{{{" * 100,
    "x" * 200 + "\n",
    "𝄞 🇪🇺",
)


@pytest.mark.parametrize("form", WRITTEN)
@given(project=projects())
def test_what_is_written_is_read_back(form: str, project: Project) -> None:
    """Every project is read back as it was written, without a problem."""
    reading = read_text(to_text(project, form))
    assert reading.projects == (project,)
    assert reading.problems == ()


@pytest.mark.parametrize("form", WRITTEN)
@given(portfolio=portfolios())
def test_a_portfolio_is_read_back(form: str, portfolio: Portfolio) -> None:
    """A portfolio is read back with its name, and a reading is written as a portfolio is."""
    text = to_text(portfolio, form)
    reading = read_text(text, form)
    assert (reading.projects, reading.name) == (portfolio.projects, portfolio.name)
    assert to_text(reading, form) == text


@pytest.mark.parametrize("form", WRITTEN)
@given(texts=st.lists(st.text(_MEANT, max_size=30), min_size=2, max_size=2))
@example(texts=[ODD_TEXTS[0], ODD_TEXTS[1]])
def test_any_text_is_read_back(form: str, texts: list[str]) -> None:
    """No character of a text is lost: quotation marks, backslashes, line ends and control characters among them."""
    label, value = texts
    project = Project("A", summary=value if value.strip() else None, extra=[(label, value)])
    assert read_text(to_text(project, form), form).one() == project


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_texts_are_read_back(form: str, text: str) -> None:
    """The texts that the syntax of a format makes difficult come back as they are."""
    project = Project(f"A{text}", summary=f"{text}.", extra=[(text, text)])
    assert read_text(to_text(project, form), form).one() == project


@pytest.mark.parametrize("form", WRITTEN)
def test_what_other_readers_lose_is_kept(form: str) -> None:
    """What is easily lost comes back: unknown counts, unnamed rests, bounds, foreign numbers, long decimals."""
    half = OwnShare.exactly(Rate.of_percent(50))
    costs = [
        Cost(CostCategory.STAFF, UnitCost(Money("674.80"), Decimal(f"0.{'1' * 50}"))),
        Cost(CostCategory.STAFF, UnitCost(Money("1"), Decimal("1E+3"), unit="day")),
        Cost(CostCategory.STAFF, UnitCost(Money("1"), Decimal("-0"))),
        Cost(CostCategory.OTHER, LumpSum()),
    ]
    municipalities = Organisation("kommuner", count=None)
    financing = [
        Contribution(Funder(municipalities, source=FundingSource.OWN_PUBLIC), Bounds.over(Money(12_000_000))),
        Contribution.rest(),
    ]
    project = Project(
        "A",
        beneficiary=Organisation("B", ForeignNumber("NO", "974760673")),
        budget=Budget(costs, financing),
        call=Call(own_share=half, own_share_by_region=[("SE31", half), ("SE31", half)]),
        decisions=[Decision(DecisionKind.GRANTED, Period.of_years(2021)), Decision(DecisionKind.GRANTED, "2021-12-31")],
        extra=[("a", "b"), ("a", "b"), ("", "")],
    )
    assert read_text(to_text(project, form), form).one() == project


@pytest.mark.parametrize("form", WRITTEN)
@given(project=projects())
def test_the_same_project_is_written_the_same(form: str, project: Project) -> None:
    """What is written does not depend on how often it was read: a file under version control does not change."""
    text = to_text(project, form)
    assert to_text(read_text(text).one(), form) == text


@pytest.mark.parametrize("form", WRITTEN)
def test_the_head_tells_the_format(form: str) -> None:
    """A document begins with its format, so that it is known without its suffix."""
    text = to_text([], form)
    assert text.startswith(HEAD[form])
    assert read_text(f"\ufeff\n{text}").projects == ()


@pytest.mark.parametrize("form", WRITTEN)
@given(drawn=st.data())
def test_a_changed_document_is_read_or_refused(form: str, drawn: st.DataObject) -> None:
    """A document in which a piece is missing or doubled gives a reading or an error of ours."""
    text = to_text(Project("A", operation_id="1", budget=Budget(total=Money(5)), extra=[("a", "b")]), form)
    start, end = sorted((drawn.draw(st.integers(0, len(text))), drawn.draw(st.integers(0, len(text)))))
    changed = text[:start] + drawn.draw(st.sampled_from((text[start:end] * 2, "", "0", "null", "é", "\0"))) + text[end:]
    with contextlib.suppress(ReadError):
        reading = read_text(changed, form)
        assert reading.counts.records == 0 or reading.projects or reading.problems


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize(
    ("project", "wrong"),
    [
        (Project("A", extra=[("Ort", "half a character: \ud83d")]), "lone surrogate"),
        (Project("A", planned_participants=10**100), "more than 100 digits"),
    ],
)
def test_what_no_file_can_hold_is_not_written(form: str, project: Project, wrong: str) -> None:
    """A project that could not be read back is refused with a reason."""
    with pytest.raises(InvalidValue, match=wrong):
        to_text(project, form)


def nested(levels: int) -> Project:
    """Return a project whose owner is an organisation of an organisation, and so on."""
    owner = Organisation("A")
    for _ in range(levels):
        owner = Organisation("A", count=2, members=[owner])
    return Project("A", beneficiary=owner)


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("levels", [80, 900])
def test_organisations_without_end_are_not_written(form: str, levels: int) -> None:
    """Organisations nested beyond reason are refused, and those nested within it are not."""
    with pytest.raises(InvalidValue, match="nested more than 60 levels deep"):
        to_text(nested(levels), form)
    assert read_text(to_text(nested(20), form)).one() == nested(20)


@pytest.mark.parametrize("form", WRITTEN)
def test_all_problems_are_told_at_once(form: str) -> None:
    """Every wrong value is told with its path, its value and what to do; the projects beside are read."""
    wrong = Project("A", operation_id="1", planned_participants=700, beneficiary=Organisation("B", "232100-0214"))
    text = to_text([wrong, Project("D")], form)
    for before, after in (
        ('"A"', '" "'),
        ("232100-0214", "232100-0215"),
        ("700", "-700"),
        ("operation_id", "operation"),
    ):
        text = text.replace(before, after, 1)
    reading = read_text(text)
    assert [project.name for project in reading.projects] == ["D"]
    assert {problem.place: problem.given for problem in reading.problems} == {
        "projects[0].name": " ",
        "projects[0].operation": "operation",
        "projects[0].beneficiary.number": "232100-0215",
        "projects[0].planned_participants": "-700",
    }
    assert (reading.counts.records, reading.counts.projects, reading.counts.problems) == (2, 1, 4)
    with pytest.raises(ReadError, match="1 of 2 projects could not be read"):
        reading.one()


def test_single_values_and_what_they_count() -> None:
    """The counts tell how many values stand in fields, how many are only kept."""
    project = Project("A", budget=Budget(total=Money(5)), secondary_themes=["B"], extra=[("a", "b")])
    counts = read_text(to_text(project, "project_json")).counts
    assert (counts.records, counts.projects, counts.values, counts.extra) == (1, 1, 3, 1)


def test_what_can_be_written() -> None:
    """One project, several, a portfolio and a reading are written alike; anything else is a wrong type."""
    project = Project("A")
    texts = {to_text(given, "project_toml") for given in (project, [project], Portfolio([project]), Reading([project]))}
    assert len(texts) == 1
    with pytest.raises(TypeError, match=r"projects\[0\] must be Project"):
        to_text(["A"], "project_json")  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="projects takes several Project"):
        to_text("A", "project_json")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


# --- The library reads the words that it prints

CLASSES = (Project, Budget, Cost, Contribution, Funder, Organisation, Decision, Participation, Priority, Limit)
ENUMERATIONS = sorted(
    {
        kind
        for made in CLASSES
        for field in fields_of(made)
        for kind in (field.type, *get_args(field.type))
        if isinstance(kind, type) and issubclass(kind, Labelled)
    },
    key=lambda kind: kind.__name__,
)


def one_with(key: str, value: str) -> Project:
    """Read a project with one more field, written in TOML."""
    return read_text(f'format = "esfmodel/projects"\nversion = 2\n[[projects]]\nname = "A"\n{key} = "{value}"\n').one()


@pytest.mark.parametrize("kind", ENUMERATIONS, ids=[kind.__name__ for kind in ENUMERATIONS])
def test_every_label_is_read(kind: type[Labelled]) -> None:
    """A member is read from its value, its name and its label in each language."""
    for member in kind:
        for word in (member.value, member.name, f"{member:sv}", f"{member:en}"):
            assert read_member(word, kind) is member


def test_a_label_stands_in_a_file() -> None:
    """Labels stand in a file where values do."""
    costs = '[{ category = "externa tjänster", basis = { type = "actual cost", amount = "5 kr" } }]'
    head = 'format = "esfmodel/projects"\nversion = 2\n[[projects]]\nname = "A"\nfund = "Regionalfonden"\n'
    project = read_text(f"{head}budget.costs = {costs}\n").one()
    assert project.fund is Fund.ERDF
    assert project.budget is not None
    assert project.budget.costs[0].category is CostCategory.EXTERNAL_SERVICES


@given(money())
def test_an_amount_as_it_is_printed_is_read(amount: Money) -> None:
    """The Swedish form of an amount is read as that amount."""
    budget = one_with("budget.total", f"{amount:sv}").budget
    assert budget is not None
    assert budget.total == amount


@given(st.one_of(periods(), open_periods()))
def test_a_period_as_it_is_printed_is_read(period: Period | OpenPeriod) -> None:
    """A period in words of either language is read as that period, at its precision."""
    for words in (f"{period:sv}", f"{period:en}"):
        assert one_with("period", words).period == period


@given(st.integers(0, 20_000))
def test_a_share_as_it_is_printed_is_read(hundredths: int) -> None:
    """The Swedish form of a share that is printed exactly is read as that share."""
    rate = Rate.of_percent(Decimal(hundredths).scaleb(-2))
    assert one_with("published_eu_rate", f"{rate:sv}").published_eu_rate == rate


@given(st.dates())
def test_a_day_as_it_is_printed_is_read(day: datetime.date) -> None:
    """A day in words of either language is read as that day."""
    for words in (sv.format_date(day), en.format_date(day)):
        project = read_text(
            'format = "esfmodel/projects"\nversion = 2\n[[projects]]\nname = "A"\n'
            f'decisions = [{{ kind = "granted", on = "{words}" }}]\n'
        ).one()
        assert project.decisions == (Decision(DecisionKind.GRANTED, day),)


@given(st.integers(2000, 2040))
def test_a_programming_period_as_it_is_printed_is_read(year: int) -> None:
    """The Swedish form of a programming period is read as that period."""
    period = ProgrammingPeriod(year, year + 6)
    assert one_with("programming_period", f"{period:sv}").programming_period == period
