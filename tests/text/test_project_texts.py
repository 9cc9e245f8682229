"""What is told of projects of every kind, as it stands on a page, and what holds of all of it in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.model import (
    Budget,
    Contribution,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    Organisation,
    OrganisationKind,
    Participation,
    Project,
    Role,
)
from esfmodel.testing import projects
from esfmodel.text import FigureKind, en, sv
from esfmodel.values import Bounds, Money, OpenPeriod, Period

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike

EU, EU_AND_STATE, STATE = FundingSource.EU, FundingSource.EU_AND_STATE, FundingSource.STATE_GRANT
PUBLIC, PRIVATE, OWN = FundingSource.OWN_PUBLIC, FundingSource.OWN_PRIVATE, FundingSource.OWN
GRANTED, AMENDED, CLOSED = DecisionKind.GRANTED, DecisionKind.AMENDED, DecisionKind.CLOSED
DALARNA = Organisation("Region Dalarna", kind=OrganisationKind.REGION)
MORA = Organisation("Mora kommun", kind=OrganisationKind.MUNICIPALITY)
VILLAGES = ("Falu", "Borlänge", "Ludvika", "Mora", "Rättviks", "Leksands", "Vansbro", "Säters", "Hedemora", "Avesta")


def paid(source: FundingSource, amount: MoneyLike | int | None = None, by: Organisation | None = None) -> Contribution:
    """Make a contribution; a whole number is kronor."""
    return Contribution(Funder(by, source=source), Money(amount) if isinstance(amount, int) else amount)


def plain(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def some(count: int | None, name: str, kind: OrganisationKind) -> Organisation:
    """Make a group that a source counts."""
    return Organisation(name, kind=kind, count=count)


KINDS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a year": (
        {"period": Period.of_years(2024), "beneficiary": MORA},
        "Projektet ”Kraft” ägs av Mora kommun och omfattar år 2024. Inga belopp är angivna.",
        "The project ‘Kraft’ is owned by Mora kommun and covers the year 2024. No amounts are stated.",
    ),
    "a month": (
        {"period": Period("2024-05", "2024-05", "month")},
        "Projektet ”Kraft” omfattar maj 2024. Inga belopp är angivna.",
        "The project ‘Kraft’ covers May 2024. No amounts are stated.",
    ),
    "a day": (
        {"period": Period("2024-10-01", "2024-10-01"), "duration_months": 1},
        "Projektet ”Kraft” omfattar den 1 oktober 2024. Inga belopp är angivna.",
        "The project ‘Kraft’ covers 1 October 2024. No amounts are stated.",
    ),
    "so long within these years": (
        {"period": Period.of_years(2023, 2025), "duration_months": 30},
        "Projektet ”Kraft” omfattar två och ett halvt år under perioden 2023–2025. Inga belopp är angivna.",
        "The project ‘Kraft’ covers two and a half years within the period 2023–2025. No amounts are stated.",
    ),
    "an open end": (
        {"period": OpenPeriod("2024-10-01"), "fund": Fund.JTF},
        "Projektet ”Kraft” omfattar tiden från och med den 1 oktober 2024. Projektet hör till Fonden för en rättvis "
        "omställning. Inga belopp är angivna.",
        "The project ‘Kraft’ covers the time from 1 October 2024. The project belongs to the Just Transition Fund. "
        "No amounts are stated.",
    ),
    "between two amounts": (
        {
            "fund": Fund.ERDF,
            "beneficiary": MORA,
            "budget": Budget(
                financing=[paid(EU, Bounds(Money(2_000_000), Money(3_000_000))), paid(PUBLIC, None, MORA)],
                total=Bounds.at_most(Money(6_500_000)),
            ),
        },
        "Projektet ”Kraft” ägs av Mora kommun. EU-medlen från Europeiska regionala utvecklingsfonden uppgår till "
        "2–3 miljoner kronor. Den totala budgeten är högst 6,5 miljoner kronor. Medfinansiär är Mora kommun.",
        "The project ‘Kraft’ is owned by Mora kommun. The EU funds from the European Regional Development Fund amount "
        "to 2–3 million Swedish kronor. The total budget is at most 6.5 million Swedish kronor. "
        "The co-funder is Mora kommun.",
    ),
    "a grant that was changed": (
        {
            "fund": Fund.ESF_PLUS,
            "decisions": [
                Decision(GRANTED, "2024-01-15", support=Money(5_400_000)),
                Decision(AMENDED, "2025-03-01", body="Svenska ESF-rådet", support=Money(4_800_000)),
            ],
            "budget": Budget(financing=[paid(EU_AND_STATE, 4_800_000), paid(PUBLIC, 3_200_000, DALARNA)]),
        },
        "Projektet ”Kraft” har beviljats 5,4 miljoner kronor i stöd från Europeiska socialfonden+ "
        "(beslut den 15 januari 2024). Stödet har ändrats till 4,8 miljoner kronor "
        "(beslut av Svenska ESF-rådet den 1 mars 2025). Den totala budgeten är 8 miljoner kronor, varav stödet utgör "
        "60 procent och medfinansieringen från Region Dalarna 40 procent.",
        "The project ‘Kraft’ has been granted 5.4 million Swedish kronor in support from the European Social Fund Plus "
        "(decision of 15 January 2024). The support has been changed to 4.8 million Swedish kronor "
        "(decision by Svenska ESF-rådet of 1 March 2025). The total budget is 8 million Swedish kronor, of which the "
        "support makes up 60 per cent and the co-funding from Region Dalarna 40 per cent.",
    ),
    "EU funds that were changed": (
        {
            "fund": Fund.ERDF,
            "decisions": [Decision(GRANTED, support=Money(7)), Decision(AMENDED, support=Money(5))],
            "budget": Budget(financing=[paid(EU, 5), paid(OWN, 5)]),
        },
        "Projektet ”Kraft” har beviljats 7 kronor i EU-medel från Europeiska regionala utvecklingsfonden. "
        "EU-medlen har ändrats till 5 kronor. Den totala budgeten är 10 kronor, varav stödet utgör 50 procent och "
        "projektets egen finansiering 50 procent.",
        "The project ‘Kraft’ has been granted 7 Swedish kronor in EU funds from the European Regional Development "
        "Fund. The EU funds have been changed to 5 Swedish kronor. The total budget is 10 Swedish kronor, of which the "
        "support makes up 50 per cent and the project’s own funding 50 per cent.",
    ),
    "changed and closed": (
        {
            "fund": Fund.ESF_PLUS,
            "decisions": [
                Decision(CLOSED, "2026-03-01", support=Money(1)),
                Decision(GRANTED, "2024-01-15"),
                Decision(AMENDED, "2024-09-01"),
                Decision(AMENDED, Period("2025-03-03", "2025-03-05")),
            ],
        },
        "Projektet ”Kraft” har beviljats stöd från Europeiska socialfonden+ (beslut den 15 januari 2024). "
        "Beslutet om stöd har ändrats (beslut den 3–5 mars 2025). "
        "Projektet har avslutats med ett slutligt stöd på 1 krona (beslut den 1 mars 2026).",
        "The project ‘Kraft’ has been granted support from the European Social Fund Plus (decision of 15 January "
        "2024). The decision on support has been changed (decision of 3–5 March 2025). "
        "The project has been closed with final support of 1 Swedish krona (decision of 1 March 2026).",
    ),
    "closed, and no more is known": (
        {"decisions": [Decision(CLOSED)], "beneficiary": MORA},
        "Projektet ”Kraft” ägs av Mora kommun. Projektet har avslutats.",
        "The project ‘Kraft’ is owned by Mora kommun. The project has been closed.",
    ),
    "groups": (
        {
            "duration_months": 16,
            "partners": [
                Participation(some(1200, "företag", OrganisationKind.COMPANY), Role.COOPERATING),
                Participation(some(None, "kommuner", OrganisationKind.MUNICIPALITY), Role.COOPERATING),
            ],
        },
        "Projektet ”Kraft” omfattar 16 månader. Inga belopp är angivna. I projektet deltar 1 200 företag och "
        "ett antal kommuner.",
        "The project ‘Kraft’ covers 16 months. No amounts are stated. The project involves 1,200 companies and "
        "a number of municipalities.",
    ),
    "euro across a border": (
        {
            "fund": Fund.ERDF,
            "beneficiary": DALARNA,
            "budget": Budget(
                financing=[
                    paid(EU, Money("801234.50", "EUR")),
                    paid(FundingSource.PARTNER_COUNTRY, Money(1, "EUR")),
                    paid(PUBLIC, Money("801235.50", "EUR"), DALARNA),
                ]
            ),
        },
        "Projektet ”Kraft” ägs av Region Dalarna. Projektet hör till Europeiska regionala utvecklingsfonden. Stödet "
        "uppgår till 801 235,50 euro, varav 801 234,50 euro är EU-medel och 1 euro medel från ett partnerland. Den "
        "totala budgeten är 1 602 471 euro, varav stödet utgör 50 procent och medfinansieringen från Region Dalarna "
        "50 procent.",
        "The project ‘Kraft’ is owned by Region Dalarna. The project belongs to the European Regional Development "
        "Fund. The support amounts to 801,235.50 euros, of which 801,234.50 euros in EU funds and 1 euro in funds from "
        "a partner country. The total budget is 1,602,471 euros, of which the support makes up 50 per cent and the "
        "co-funding from Region Dalarna 50 per cent.",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_as_written_by_a_person(kind: str) -> None:
    """A summary of each kind of project, word for word, in both languages."""
    facts, swedish, english = KINDS[kind]
    assert plain(sv.summary(Project("Kraft", **facts))) == swedish
    assert plain(en.summary(Project("Kraft", **facts))) == english


@pytest.mark.parametrize(
    ("financing", "swedish", "english"),
    [
        ([paid(EU_AND_STATE)], "Europeiska unionen", "the European Union"),
        (
            [paid(EU_AND_STATE), paid(PUBLIC, None, MORA), paid(PUBLIC)],
            "Europeiska unionen, Mora kommun och andra offentliga medfinansiärer",
            "the European Union, Mora kommun and other public co-funders",
        ),
        (
            [paid(EU), paid(STATE), paid(PUBLIC, None, MORA), paid(PRIVATE), paid(OWN)],
            "Europeiska unionen, staten, Mora kommun, privata medfinansiärer och projektets egna finansiärer",
            "the European Union, the state, Mora kommun, private co-funders and the project’s own funders",
        ),
        (
            [paid(EU), paid(OWN, None, MORA), paid(OWN), paid(STATE, None, Organisation("Vinnova")), paid(STATE)],
            "Europeiska unionen, Vinnova, staten, Mora kommun och andra medfinansiärer",
            "the European Union, Vinnova, the state, Mora kommun and other co-funders",
        ),
        (
            [paid(PRIVATE, 5, Organisation("Stål AB")), paid(PRIVATE, 5)],
            "Stål AB och andra privata medfinansiärer",
            "Stål AB and other private co-funders",
        ),
    ],
)
def test_who_pays(financing: list[Contribution], swedish: str, english: str) -> None:
    """Those without a name are others where somebody of their kind has one, and stand where they stand in the list."""
    project = Project("Kraft", budget=Budget(financing=financing, complete=True))
    assert plain(sv.funding_statement(project)).startswith(f"Projektet ”Kraft” finansieras av {swedish}.")
    assert plain(en.funding_statement(project)).startswith(f"The project ‘Kraft’ is funded by {english}.")


def test_what_is_over_is_told_as_over() -> None:
    """Of a closed project is told who has paid, and what the support became stands last."""
    closed = Project(
        "Kraft",
        fund=Fund.ESF_PLUS,
        budget=Budget(financing=[paid(EU_AND_STATE, 5), paid(OWN, 5, MORA)]),
        decisions=[Decision(GRANTED, support=Money(5)), Decision(CLOSED, support=Money(4))],
    )
    assert plain(sv.funding_statement(closed)) == (
        "Projektet ”Kraft” har finansierats av Europeiska unionen och Mora kommun. Projektet har beviljats 5 kronor i "
        "stöd från Europeiska socialfonden+. Projektet har avslutats med ett slutligt stöd på 4 kronor."
    )
    assert "‘Kraft’ has been funded by the European Union and Mora kommun." in en.funding_statement(closed)
    bare = attrs.evolve(closed, budget=None)
    assert plain(sv.funding_statement(bare)).endswith(
        "; övrig finansiering är inte angiven. Projektet har avslutats med ett slutligt stöd på 4 kronor."
    )
    assert "varav stödet enligt budgeten utgör 5 kronor (50 procent)" in plain(sv.summary(closed))


def test_a_change_of_the_amount_is_told_beside_a_later_change() -> None:
    """Of several changes the last of the amount is told, and the last of anything else; a ranking is no change."""
    granted, ranked = (
        Decision(GRANTED, "2024-03-01", support=Money(9)),
        Decision(DecisionKind.PRIORITISED, "2024-01-01"),
    )
    changes = [
        Decision(AMENDED),
        Decision(AMENDED, Period.of_years(2026), support=Money(7)),
        Decision(AMENDED, Period.of_years(2025), support=Money(8)),
    ]
    assert plain(sv.summary(Project("Kraft", decisions=[granted, ranked, *changes]))) == (
        "Projektet ”Kraft” har beviljats 9 kronor i stöd (beslut den 1 mars 2024). Stödet har ändrats till 7 kronor "
        "(beslut 2026). Beslutet om stöd har ändrats."
    )


def test_of_changes_in_unknown_order_no_amount_is_told() -> None:
    """Changed to 8 and to 7 kronor on days that nobody has said, the support is changed, and to what is not known."""
    changes = [Decision(AMENDED, support=Money(8)), Decision(AMENDED, support=Money(7))]
    assert plain(sv.summary(Project("Kraft", decisions=[Decision(GRANTED, support=Money(9)), *changes]))) == (
        "Projektet ”Kraft” har beviljats 9 kronor i stöd. Beslutet om stöd har ändrats."
    )


def test_what_came_before_a_refusal_is_not_told() -> None:
    """Changes of what has since been refused are nobody's news; nor is an application when a grant was changed."""
    days = [Decision(AMENDED, "2024-02-01", support=Money(4)), Decision(DecisionKind.REJECTED, "2024-03-01")]
    refused = Project("Kraft", decisions=days)
    assert plain(sv.summary(refused)) == (
        "Ansökan om stöd till projektet ”Kraft” har avslagits (beslut den 1 mars 2024)."
    )
    applied = [Decision(DecisionKind.APPLIED, "2024-01-01"), Decision(AMENDED, "2024-02-01", support=Money(4))]
    assert plain(sv.summary(Project("Kraft", decisions=applied))) == (
        "Detta gäller projektet ”Kraft”. Stödet har ändrats till 4 kronor (beslut den 1 februari 2024)."
    )


def test_a_closure_ends_what_was_refused_on_the_way() -> None:
    """A wish to change the grant was refused, and the project is closed all the same: neither is a rejected project."""
    days = [
        Decision(GRANTED, "2024-03-01"),
        Decision(DecisionKind.REJECTED, "2025-03-01"),
        Decision(CLOSED, "2026-03-01"),
    ]
    assert plain(sv.summary(Project("Kraft", decisions=days))) == (
        "Projektet ”Kraft” har beviljats stöd (beslut den 1 mars 2024). Projektet har avslutats "
        "(beslut den 1 mars 2026)."
    )
    refused = Project("Kraft", decisions=days[1:])
    ended = (
        "Ansökan om stöd till projektet ”Kraft” har avslagits (beslut den 1 mars 2025). Projektet har avslutats "
        "(beslut den 1 mars 2026)."
    )
    assert plain(sv.summary(refused)) == plain(sv.funding_statement(refused)) == ended


@given(
    st.lists(
        st.tuples(st.sampled_from(VILLAGES), st.sampled_from([PUBLIC, PRIVATE, OWN]), st.none() | st.integers(1, 9)),
        max_size=14,
    ),
    st.booleans(),
)
def test_each_funder_is_named_once(own: list[tuple[str, FundingSource, int | None]], rest: bool) -> None:
    """However often and in whatever way a body pays, its name stands once among those who finance the project."""
    financing = [
        paid(EU_AND_STATE),
        *(paid(kind, amount, Organisation(f"{name} kommun")) for name, kind, amount in own),
    ]
    project = Project("Kraft", budget=Budget(financing=[*financing, *([Contribution.rest()] if rest else [])]))
    for text in (sv.funding_statement(project), en.funding_statement(project)):
        for name in {name for name, *_ in own}:
            assert len(re.findall(rf"\b{name} kommun", text)) == 1
        assert (rest or not own) == ("bland andra" in text or "among others" in text)


def figures(text: str, group: str, decimal: str) -> list[str]:
    """List every number in a text, written without groups and with a decimal point."""
    grouped = rf"[0-9]{{1,3}}(?:{group}[0-9]{{3}})+(?![0-9])|[0-9]+"
    found = re.findall(rf"(?:{grouped})(?:{decimal}[0-9]+)?", text)
    return sorted(re.sub(group, "", number).replace(",", ".") for number in found)


@given(projects("SEK"))
def test_both_languages_tell_the_same_figures(project: Project) -> None:
    """Every amount, share and day in the Swedish text stands in the English one, and no other."""
    bare = attrs.evolve(
        project,
        name="A",
        operation_id=None,
        partners=(),
        beneficiary=None,
        priority=None,
        specific_objective=None,
        duration_months=None,
        decisions=[attrs.evolve(decision, body=None) for decision in project.decisions],
        budget=None if project.budget is None else unnamed(project.budget),
    )
    for tell in ("summary", "funding_statement"):
        swedish, english = getattr(sv, tell)(bare), getattr(en, tell)(bare)
        assert figures(swedish, "\N{NO-BREAK SPACE}", ",") == figures(english, ",", r"\.")


def unnamed(budget: Budget) -> Budget:
    """Return the budget with the sources of its money, without the payers."""
    return attrs.evolve(
        budget,
        financing=[
            part if part.funder is None else attrs.evolve(part, funder=Funder(source=part.funder.source))
            for part in budget.financing
        ],
    )


@given(projects("SEK"))
def test_what_is_told_can_be_found_again(project: Project) -> None:
    """`find_figures` reads every amount in the Swedish text, so that what we write we can read."""
    budgetless = attrs.evolve(project, name="A", operation_id=None, partners=(), beneficiary=None, priority=None)
    text = sv.summary(attrs.evolve(budgetless, specific_objective=None, decisions=()))
    found = [figure for figure in sv.find_figures(text) if figure.kind is FigureKind.MONEY]
    assert len(re.findall(r"kron(?:a|or)\b", text)) == sum(figure.text.count("kron") for figure in found)
