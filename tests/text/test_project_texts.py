"""What is told of projects of every kind, as it stands on a page, and what holds of all of it in both languages."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from esfmodel.display import financing_table
from esfmodel.model import (
    Budget,
    Commitment,
    Contribution,
    ContributionForm,
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
from esfmodel.testing import budgets, projects
from esfmodel.text import FigureKind, en, sv
from esfmodel.text.telling.facts import Figures, has_rest, is_confirmed, write_amount, write_share
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values import Bounds, Money, OpenPeriod, Period, Rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.values.bounds import MoneyLike

EU, EU_AND_STATE, STATE = FundingSource.EU, FundingSource.EU_AND_STATE, FundingSource.STATE_GRANT
PUBLIC, PRIVATE, OWN = FundingSource.OWN_PUBLIC, FundingSource.OWN_PRIVATE, FundingSource.OWN
APPLIED, PRIORITISED, GRANTED = DecisionKind.APPLIED, DecisionKind.PRIORITISED, DecisionKind.GRANTED
AMENDED, CLOSED = DecisionKind.AMENDED, DecisionKind.CLOSED
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


def with_role(role: Role, *names: str, country: str | None = None) -> list[Participation]:
    """Make participants in a role."""
    return [Participation(Organisation(name, country=country), role) for name in names]


M = 1_000_000
NORTH, SOUTH = Organisation("Innlandet fylkeskommune", country="NO"), Organisation("Region Värmland", country="SE")
STEEL, COUNCIL, AGENCY = "Stålbolaget AB", "Svenska ESF-rådet", "Tillväxtverket"

PROJECTS: dict[str, Project] = {
    "equal parts": Project(
        "Älvkraft 2020",
        fund=Fund.ERDF,
        beneficiary=MORA,
        budget=Budget(financing=[paid(EU, 31_412_000), paid(PUBLIC, 31_412_000, MORA)]),
        decisions=[
            Decision(PRIORITISED, "2018-05-29", body="Strukturfondspartnerskapet", support=Money(31_412_000)),
        ],
    ),
    "an application": Project(
        "Nya vägar in",
        fund=Fund.AMIF,
        beneficiary=Organisation("Migrationsverket"),
        duration_months=36,
        budget=Budget(financing=[paid(EU, 37_500_000), paid(PUBLIC, 12_500_000, Organisation("Migrationsverket"))]),
        decisions=[Decision(APPLIED, "2022-05-13", body="Migrationsverket", support=Money(37_500_000))],
    ),
    "an agency beside the Union": Project(
        "Fossilfri hetta",
        fund=Fund.JTF,
        beneficiary=Organisation(STEEL),
        period=OpenPeriod("2024-03-01"),
        budget=Budget(
            financing=[
                paid(EU, Bounds.under(Money(8 * M))),
                paid(STATE, 4 * M, Organisation("Energimyndigheten")),
                Contribution.rest(),
            ],
            total=Bounds.over(Money(16 * M)),
        ),
    ),
    "two countries": Project(
        "Gränslös led",
        fund=Fund.ERDF,
        beneficiary=SOUTH,
        partners=[*with_role(Role.PARTNER, NORTH.name, country="NO"), *with_role(Role.PARTNER, "Arvika kommun")],
        period=Period("2041", "2043", "year"),
        budget=Budget(
            financing=[
                paid(EU, Money(801_234, "EUR")),
                paid(FundingSource.PARTNER_COUNTRY, Money(300_000, "EUR"), NORTH),
                Contribution.rest(),
            ]
        ),
    ),
    "planned participants": Project(
        "Steget vidare",
        fund=Fund.ESF,
        beneficiary=Organisation("Stiftelsen Framåt"),
        duration_months=36,
        planned_participants=70,
        decisions=[Decision(GRANTED)],
    ),
    "a grant alone": Project(
        "Hela regionen lär",
        fund=Fund.ESF,
        beneficiary=DALARNA,
        budget=Budget(financing=[paid(EU, 27 * M)]),
        partners=with_role(Role.PARTNER, *(f"{name} kommun" for name in VILLAGES[:9])),
    ),
    "money hoped for": Project(
        "Bryggan",
        fund=Fund.ESF_PLUS,
        budget=Budget(
            financing=[paid(PUBLIC, M, MORA), attrs.evolve(paid(EU), commitment=Commitment.INTENDED)],
        ),
    ),
    "ranked": Project(
        "Lyftet",
        fund=Fund.ESF_PLUS,
        budget=Budget(financing=[paid(EU_AND_STATE, 7_700_000)]),
        decisions=[Decision(PRIORITISED, support=Money(7_700_000))],
    ),
    "rejected": Project(
        "Hamnplan",
        fund=Fund.ERDF,
        beneficiary=MORA,
        budget=Budget(financing=[paid(EU, 3 * M), paid(PUBLIC, 4 * M, MORA)]),
        decisions=[
            Decision(APPLIED, "2020-02-01", support=Money(3 * M)),
            Decision(DecisionKind.REJECTED, "2020-06-15", body=AGENCY),
        ],
    ),
    "in kind": Project(
        "Byabadet",
        fund=Fund.EAFRD,
        beneficiary=Organisation("Norrby byalag"),
        budget=Budget(
            financing=[
                paid(EU_AND_STATE, 420_000),
                attrs.evolve(paid(PUBLIC, 100_000, MORA), form=ContributionForm.CASH),
                attrs.evolve(paid(PRIVATE, 80_000, Organisation("Norrby byalag")), form=ContributionForm.IN_KIND),
            ]
        ),
    ),
    "ended, and parts unknown": Project(
        "Nordlänken",
        period=Period("2013", "2019", "year"),
        budget=Budget(financing=[paid(EU_AND_STATE), paid(OWN)], total=Money(9_600_000, "EUR")),
    ),
    "at most": Project(
        "Grön kemi",
        fund=Fund.ERDF,
        budget=Budget(
            financing=[paid(EU, Bounds.at_most(Money(5_114_099))), paid(PRIVATE, None, Organisation(STEEL))],
        ),
        decisions=[Decision(GRANTED, "2023-10-02", body=AGENCY)],
    ),
    "in Finland": Project(
        "Skärgårdsmat",
        fund=Fund.EAFRD,
        country="FI",
        budget=Budget(
            financing=[
                paid(EU, Money(18_900, "EUR")),
                paid(PUBLIC, Money(7_500, "EUR"), Organisation("Pargas stad")),
                attrs.evolve(
                    paid(PRIVATE, Money(600, "EUR"), Organisation("Korpo byaförening")), form=ContributionForm.IN_KIND
                ),
            ]
        ),
    ),
    "raised and prolonged": Project(
        "Jobb nu",
        fund=Fund.ESF_PLUS,
        beneficiary=MORA,
        period=Period("2042-01-01", "2045-06-30"),
        budget=Budget(financing=[paid(EU_AND_STATE, 12 * M), paid(PUBLIC, 8 * M, MORA)]),
        decisions=[
            Decision(
                GRANTED, "2041-11-10", body=COUNCIL, support=Money(10 * M), period=Period("2042-01-01", "2044-12-31")
            ),
            Decision(
                AMENDED, "2044-03-01", body=COUNCIL, support=Money(12 * M), period=Period("2042-01-01", "2045-06-30")
            ),
        ],
    ),
    "closed": Project(
        "Vindkraftscentrum",
        fund=Fund.ERDF,
        beneficiary=MORA,
        period=Period("2010", "2013", "year"),
        budget=Budget(financing=[paid(EU, 4_500_000), paid(PUBLIC, 5_500_000, MORA)]),
        decisions=[
            Decision(GRANTED, "2010-03-01", body=AGENCY, support=Money(4_500_000)),
            Decision(CLOSED, Period.of_years(2013), support=Money(1_500_000)),
        ],
    ),
    "one of each": Project(
        "En väg",
        fund=Fund.ESF_PLUS,
        planned_participants=1,
        duration_months=1,
        budget=Budget(financing=[paid(EU, M)], complete=True),
    ),
    "promises": Project(
        "Kompetenslots",
        fund=Fund.ESF_PLUS,
        beneficiary=Organisation("Handelskammaren Väst"),
        period=Period("2041", "2043", "year"),
        budget=Budget(
            financing=[
                paid(EU_AND_STATE, Bounds.over(Money(6 * M))),
                attrs.evolve(paid(PUBLIC, 1_500_000, DALARNA), commitment=Commitment.CONFIRMED),
                attrs.evolve(paid(PUBLIC, M, MORA), commitment=Commitment.CONDITIONAL),
                attrs.evolve(paid(PRIVATE, None, Organisation(STEEL)), commitment=Commitment.INTENDED),
                Contribution.rest(),
            ],
            total=Bounds.under(Money(15 * M)),
        ),
        partners=[
            *with_role(Role.PARTNER, "Falu kommun", "Högskolan Dalarna"),
            *with_role(Role.SUPPORTER, "Arbetsförmedlingen"),
            *with_role(Role.STEERING, "Teknikcollege"),
        ],
    ),
    "a year": Project("Kraft", period=Period.of_years(2024), beneficiary=MORA),
    "so long within these years": Project("Kraft", period=Period("2041", "2043", "year"), duration_months=30),
    "between two amounts": Project(
        "Kraft",
        fund=Fund.ERDF,
        beneficiary=MORA,
        budget=Budget(
            financing=[paid(EU, Bounds(Money(2 * M), Money(3 * M))), paid(PUBLIC, None, MORA)],
            total=Bounds.at_most(Money(6_500_000)),
        ),
    ),
    "lowered": Project(
        "Kraft",
        fund=Fund.ERDF,
        decisions=[Decision(GRANTED, support=Money(7 * M)), Decision(AMENDED, support=Money(900_000))],
        budget=Budget(financing=[paid(EU, 900_000), paid(OWN, 900_000)]),
    ),
    "changed by who knows how much": Project(
        "Kraft",
        fund=Fund.ESF,
        decisions=[
            Decision(GRANTED, "2024-01-15", support=Bounds.over(Money(2 * M))),
            Decision(AMENDED, "2024-09-01", support=Bounds.over(Money(3 * M))),
        ],
    ),
    "own money alone": Project("Kraft", budget=Budget(financing=[paid(OWN, 5)], complete=True)),
    "raised within bounds": Project(
        "Kraft",
        decisions=[
            Decision(GRANTED, "2024-01-15", support=Bounds.at_most(Money(2 * M))),
            Decision(AMENDED, "2024-09-01", support=Bounds.over(Money(3 * M))),
        ],
    ),
    "granted, and the amounts in the budget": Project(
        "Kraft",
        fund=Fund.JTF,
        partners=with_role(Role.PARTNER, "Trøndelag fylkeskommune", country="NO"),
        budget=Budget(
            financing=[paid(EU, 25), paid(FundingSource.PARTNER_COUNTRY, 5), paid(OWN, 2), Contribution.rest()]
        ),
        decisions=[Decision(GRANTED)],
    ),
    "which came last": Project(
        "Kraft",
        fund=Fund.ERDF,
        budget=Budget(financing=[paid(EU, 25), paid(OWN, 5)]),
        decisions=[Decision(GRANTED), Decision(DecisionKind.REJECTED)],
    ),
    "shortened and closed": Project(
        "Kraft",
        fund=Fund.ESF_PLUS,
        decisions=[
            Decision(CLOSED, "2026-03-01"),
            Decision(GRANTED, "2024-01-15", period=Period("2024-01-01", "2026-12-31")),
            Decision(AMENDED, "2024-09-01", support=Bounds.over(Money(3 * M))),
            Decision(AMENDED, Period("2025-03-03", "2025-03-05"), period=Period("2024-01-01", "2025-12-31")),
        ],
    ),
    "groups": Project(
        "Kraft",
        duration_months=16,
        partners=[
            Participation(some(1200, "företag", OrganisationKind.COMPANY), Role.COOPERATING),
            Participation(some(None, "kommuner", OrganisationKind.MUNICIPALITY), Role.COOPERATING),
        ],
    ),
    "financing that is not the total": Project(
        "Kraft",
        fund=Fund.ERDF,
        budget=Budget(financing=[paid(EU, 4 * M), paid(PUBLIC, 3 * M, MORA)], total=Money(10 * M)),
    ),
    "own money, and promises without a name": Project(
        "Kraft",
        fund=Fund.ESF_PLUS,
        budget=Budget(
            financing=[
                paid(PUBLIC, M, MORA),
                attrs.evolve(paid(PRIVATE, M), commitment=Commitment.CONDITIONAL, form=ContributionForm.IN_KIND),
            ]
        ),
    ),
    "prolonged": Project(
        "Kraft",
        period=Period("2041-01-01", "2042-12-31"),
        decisions=[
            Decision(GRANTED, "2040-01-01", period=Period("2041-01-01", "2042-06-30")),
            Decision(AMENDED, "2041-06-01", period=Period("2041-01-01", "2042-12-31")),
        ],
    ),
    "closed by a decision": Project(
        "Kraft",
        beneficiary=MORA,
        partners=with_role(Role.INITIATOR, "Teknikcollege"),
        decisions=[Decision(GRANTED), Decision(CLOSED, "2026-03-01", body=COUNCIL, support=Money(4 * M))],
    ),
    "an application of old": Project(
        "Kraft",
        period=Period.of_years(2019),
        partners=with_role(Role.PARTNER, "Falu kommun"),
        budget=Budget(financing=[paid(EU, 9), paid(STATE, 1, Organisation(AGENCY))], complete=True),
        decisions=[Decision(APPLIED, body=STEEL)],
    ),
}

TOLD = Path(__file__).with_name("told.txt")


def told() -> Iterator[str]:
    """Write every text of each project, with ordinary spaces."""
    for kind, project in PROJECTS.items():
        yield f"# {kind}"
        for language in (sv, en):
            yield from (plain(language.summary(project)), plain(language.funding_statement(project)))
            if project.budget:
                yield plain(language.financing_plan(project.budget))
                yield plain(financing_table(project, "sv" if language is sv else "en"))
        yield ""


def test_they_read_as_written_by_a_person() -> None:
    """Every text of each kind of project, word for word; to accept new words: `python test_project_texts.py`."""
    assert "\n".join(told()) == TOLD.read_text("utf-8")


@given(projects())
def test_no_three_sentences_in_a_row_have_the_same_subject(project: Project) -> None:
    """The third in a row has a pronoun, and is joined to the second."""
    bare = nameless(project)
    for text in (sv.summary(bare), sv.funding_statement(bare), en.summary(bare), en.funding_statement(bare)):
        subjects = [re.match(r"(?:The )?\S+", sentence) for sentence in text.split(". ")]
        said = [subject[0] for subject in subjects if subject]
        assert all(len(set(said[at : at + 3])) > 1 for at in range(len(said) - 2))


@given(projects())
def test_no_amounts_are_said_to_be_missing_where_there_are_any(project: Project) -> None:
    """Where any amount is known, the text does not say that none is."""
    budgets = [project.budget, *(decision.budget for decision in project.decisions)]
    has_amount = any(budget and budget.currency for budget in budgets) or any(
        each.support for each in project.decisions
    )
    assert not has_amount or "nga belopp är" not in sv.summary(nameless(project))


@given(budgets())
def test_what_is_not_confirmed_is_in_no_sum(budget: Budget) -> None:
    """Whatever is hoped for, the figures told are the same, and each is true of what is known with certainty."""
    hoped = [attrs.evolve(part, commitment=Commitment.INTENDED) for part in budget.financing[1:]]
    some_hoped = attrs.evolve(budget, financing=[*budget.financing[:1], *hoped])
    without = attrs.evolve(
        some_hoped, financing=[*budget.financing[:1], *(attrs.evolve(part, amount=None) for part in hoped)]
    )
    assert Figures.of(some_hoped) == Figures.of(without)


@given(budgets())
def test_every_text_has_one_figure_for_one_thing(budget: Budget) -> None:
    """Plan and table tell the same support and own contribution, and what they tell is true of the budget's figure."""
    figures = Figures.of(budget)
    plan, table = sv.financing_plan(budget), financing_table(budget)
    for said, figure in ((figures.support, budget.support), (figures.own, budget.own_contribution)):
        if said is not None and budget.financing:
            assert write_amount(said, SWEDISH) in plan or figures.own == figures.support or "täcks helt" in plan
            assert sv.format_money(said) in table
        is_certain = figures.contradicting is None and all(map(is_confirmed, budget.financing))
        if isinstance(said, Bounds) and is_certain:
            assert figure in said


@given(budgets())
def test_of_figures_that_contradict_each_other_none_is_derived(budget: Budget) -> None:
    """Beside a total that the financing cannot be, what is listed is told, and the sum of it."""
    financing = budget.total_financing
    assume(isinstance(financing, Money) and all(map(is_confirmed, budget.financing)) and not has_rest(budget))
    assert isinstance(financing, Money)
    wrong = Figures.of(attrs.evolve(budget, total=financing + Money(1, financing.currency), complete=True))
    listed = Figures.of(attrs.evolve(budget, costs=(), total=None, complete=True))
    assert (wrong.contradicting, wrong.support_rate, wrong.own_rate) == (financing, None, None)
    assert wrong.support in {None, listed.support}
    assert wrong.own in {None, listed.own}


@given(st.builds(Fraction, st.integers(1, 10**7), st.just(10**7)), st.integers(0, 10**6), st.booleans())
def test_shares_within_bounds_are_rounded_outwards(low: Fraction, width: int, closed: bool) -> None:
    """What is written of a share has every share that is possible, and the same digits in texts and tables."""
    ends = (Rate(low), Rate(low + Fraction(width, 10**7) + Fraction(1, 10**7)))
    for bounds in (Bounds(*ends, high_included=closed), Bounds(ends[0], low_included=closed), Bounds(high=ends[1])):
        text, cell = (write_share(bounds, style, SWEDISH) for style in ("words", "percent"))
        assert text.replace("procent", "%") == cell
        [found] = [figure.value for figure in sv.find_figures(text)]
        assert isinstance(found, Bounds)
        assert bounds in found


@pytest.mark.parametrize(
    ("percent", "swedish", "english"),
    [
        ("99.99995", "nästan 100 procent", "almost 100 per cent"),
        ("100.0001", "drygt 100 procent", "just over 100 per cent"),
        ("0.0001", "mindre än 0,01 procent", "less than 0.01 per cent"),
        ("99.99", "99,99 procent", "99.99 per cent"),
        ("-0.0001", "−0,0001 procent", "−0.0001 per cent"),
    ],
)
def test_what_is_nearly_all_is_said_to_be(percent: str, swedish: str, english: str) -> None:
    """A share that two decimals do not tell from the whole or from nothing is not written with five."""
    share = Rate.of_percent(percent)
    assert [plain(write_share(share, "words", language)) for language in (SWEDISH, ENGLISH)] == [swedish, english]


def test_a_budget_that_is_nearly_covered() -> None:
    """Support of all but a krona of a billion covers nearly all, and so does own money."""
    for one, other in ((EU, OWN), (OWN, EU)):
        budget = Budget(financing=[paid(one, 999_999_999), paid(other, 1)])
        by = "stödet" if one is EU else "den egna medfinansieringen"
        assert plain(sv.summary(Project("Kraft", budget=budget))).endswith(f"och täcks nästan helt av {by}.")


@pytest.mark.parametrize(
    ("financing", "swedish", "english"),
    [
        ([paid(EU_AND_STATE)], "av Europeiska unionen och staten", "by the European Union and the state"),
        (
            [paid(EU_AND_STATE), paid(PUBLIC, None, MORA), paid(PUBLIC)],
            "av Europeiska unionen, staten och Mora kommun samt genom annan offentlig medfinansiering",
            "by the European Union, the state and Mora kommun, and through other public co-funding",
        ),
        (
            [paid(EU), paid(STATE), paid(PUBLIC, None, MORA), paid(PRIVATE), paid(OWN)],
            "av Europeiska unionen, staten och Mora kommun samt genom privat medfinansiering och egen finansiering",
            "by the European Union, the state and Mora kommun, and through private co-funding and the project’s own "
            "funding",
        ),
        (
            [paid(EU), paid(OWN, None, MORA), paid(OWN), paid(STATE, None, Organisation("Vinnova")), paid(STATE)],
            "av Europeiska unionen, Vinnova, staten och Mora kommun samt genom annan medfinansiering",
            "by the European Union, Vinnova, the state and Mora kommun, and through other co-funding",
        ),
        (
            [paid(EU), paid(PUBLIC), paid(PRIVATE)],
            "av Europeiska unionen samt genom offentlig och privat medfinansiering",
            "by the European Union, and through public and private co-funding",
        ),
        (
            [paid(PRIVATE, 5, Organisation("Stål AB")), paid(PRIVATE, 5)],
            "av Stål AB samt genom annan privat medfinansiering",
            "by Stål AB, and through other private co-funding",
        ),
    ],
)
def test_who_pays(financing: list[Contribution], swedish: str, english: str) -> None:
    """Those without a name are others where somebody of their kind has one, and stand where they stand in the list."""
    project = Project("Kraft", budget=Budget(financing=financing, complete=True))
    assert plain(sv.funding_statement(project)).startswith(f"Projektet ”Kraft” finansieras {swedish}.")
    assert plain(en.funding_statement(project)).startswith(f"The project ‘Kraft’ is funded {english}.")


def test_what_is_over_is_told_as_over() -> None:
    """Of a closed project is told who has paid, and what the support became stands last."""
    closed = Project(
        "Kraft",
        fund=Fund.ESF_PLUS,
        budget=Budget(financing=[paid(EU_AND_STATE, 5), paid(OWN, 5, MORA)]),
        decisions=[Decision(GRANTED, support=Money(5)), Decision(CLOSED, support=Money(4))],
    )
    assert plain(sv.funding_statement(closed)) == (
        "Projektet ”Kraft” har finansierats av Europeiska unionen, staten och Mora kommun. Projektet beviljades "
        "5 kronor i stöd från Europeiska socialfonden+ och staten. Det slutliga stödet blev 4 kronor när projektet "
        "avslutades."
    )
    assert "‘Kraft’ has been funded by the European Union, the state and Mora kommun." in en.funding_statement(closed)
    bare = attrs.evolve(closed, budget=None)
    assert plain(sv.funding_statement(bare)).endswith(
        "; övrig finansiering är inte angiven. Det slutliga stödet blev 4 kronor när projektet avslutades."
    )
    assert "varav 5 kronor (50 procent) var stöd" in plain(sv.summary(closed))


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
        "Projektet ”Kraft” har beviljats 9 kronor i stöd (beslut den 1 mars 2024). Stödet har sänkts från 9 till "
        "7 kronor (beslut 2026). Beslutet om stöd har ändrats."
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            Period.of_years(2041),
            Period("2041-01", "2042-05", "month"),
            "Projekttiden har förlängts till och med maj 2042",
        ),
        (Period("2041-01", "2041-09", "month"), Period.of_years(2040), "Projekttiden har förkortats till 2040"),
        (Period.of_years(2041), Period("2041-01-01", "2041-06-30"), "Beslutet om stöd har ändrats"),
        (Period.of_years(2041), Period("2041-03-01", "2041-12-31"), "Beslutet om stöd har ändrats"),
        (Period("2041-01-01", "2041-12-31"), Period("2041-03-01", "2041-12-31"), "Beslutet om stöd har ändrats"),
    ],
)
def test_an_end_is_later_or_earlier_only_where_that_is_certain(before: Period, after: Period, said: str) -> None:
    """A year and a day in it may be the same end."""
    days = [Decision(GRANTED, period=before), Decision(AMENDED, period=after)]
    told = plain(sv.summary(Project("Kraft", decisions=days)))
    assert told == f"Projektet ”Kraft” har beviljats stöd. {said}."


def test_a_change_of_which_nothing_else_is_known_is_told_of_the_project() -> None:
    """The first sentence names the project, in whatever it is about."""
    changed = Project("Kraft", decisions=[Decision(AMENDED, "2024-02-01")])
    assert plain(sv.summary(changed)) == "Beslutet om stöd till projektet ”Kraft” ändrades den 1 februari 2024."


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
        "Stödet till projektet ”Kraft” uppgår efter en ändring till 4 kronor (beslut den 1 februari 2024)."
    )


def test_a_closure_ends_what_was_refused_on_the_way() -> None:
    """A wish to change the grant was refused, and the project is closed all the same: neither is a rejected project."""
    days = [
        Decision(GRANTED, "2024-03-01"),
        Decision(DecisionKind.REJECTED, "2025-03-01"),
        Decision(CLOSED, "2026-03-01"),
    ]
    assert plain(sv.summary(Project("Kraft", decisions=days))) == (
        "Projektet ”Kraft” beviljades stöd (beslut den 1 mars 2024). Projektet avslutades den 1 mars 2026."
    )
    refused = Project("Kraft", decisions=days[1:])
    ended = (
        "Ansökan om stöd till projektet ”Kraft” har avslagits (beslut den 1 mars 2025). Projektet avslutades "
        "den 1 mars 2026."
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
    bare = nameless(project)
    for tell in ("summary", "funding_statement"):
        swedish, english = getattr(sv, tell)(bare), getattr(en, tell)(bare)
        assert figures(swedish, "\N{NO-BREAK SPACE}", ",") == figures(english, ",", r"\.")


def nameless(project: Project) -> Project:
    """Return the project without free text and numbers in words."""
    return attrs.evolve(
        project,
        name="A",
        operation_id=None,
        partners=(),
        beneficiary=None,
        priority=None,
        specific_objective=None,
        duration_months=None,
        planned_participants=None,
        decisions=[attrs.evolve(decision, body=None) for decision in project.decisions],
        budget=None if project.budget is None else unnamed(project.budget),
    )


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


if __name__ == "__main__":
    TOLD.write_text("\n".join(told()), "utf-8")
