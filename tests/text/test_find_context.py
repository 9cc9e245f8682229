from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Money
from esfmodel.model import Fund
from esfmodel.text import Figure, FigureRole, Per, sv
from esfmodel.text.prose._swedish_context import SWEDISH_CONTEXT

AMOUNTS = st.sampled_from(["5 mkr", "drygt 450 000 kronor", "2–3 miljoner euro", "40 procent", "högst 12 500 kr"])
UNITS = st.sampled_from(sorted(SWEDISH_CONTEXT.counted.items()))
PAYERS = st.one_of(
    st.sampled_from(Fund).map(lambda fund: (FigureRole.EU, sv.label(fund))),
    st.sampled_from(
        [
            (FigureRole.EU, "EU"), (FigureRole.EU, "ERUF"), (FigureRole.EU, "Europeiska unionen"),
            (FigureRole.STATE, "staten"), (FigureRole.STATE, "regeringen"), (FigureRole.SUPPORT, "Svenska ESF-rådet"),
            (FigureRole.FUNDER, "Falu kommun"), (FigureRole.FUNDER, "Region Dalarna"),
            (FigureRole.FUNDER, "kommunerna"),
        ]
    ),
)  # fmt: skip
NOUNS = st.sampled_from(
    [
        (FigureRole.EU, "EU-stödet"), (FigureRole.EU, "ERUF-bidraget"), (FigureRole.EU, "EU:s andel"),
        (FigureRole.EU, "stödet från Europeiska socialfonden"), (FigureRole.EU, "Unionens medfinansieringsgrad"),
        (FigureRole.STATE, "den statliga medfinansieringen"), (FigureRole.STATE, "statsbidraget"),
        (FigureRole.OWN, "den egna insatsen"), (FigureRole.OWN, "medfinansieringen"),
        (FigureRole.OWN, "egenfinansieringen"), (FigureRole.SUPPORT, "ESF-stödet"),
        (FigureRole.FUNDER, "Falu kommuns bidrag"), (FigureRole.FUNDER, "bidraget från Region Dalarna"),
        (FigureRole.SUPPORT, "stödet"), (FigureRole.SUPPORT, "bidraget till kommunen"),
        (FigureRole.TOTAL, "den totala budgeten"), (FigureRole.TOTAL, "projektets kostnad"),
        (FigureRole.TOTAL, "kostnaden för satsningen"), (None, "kostnaden för lokalen"), (None, "hyran"),
        (None, "utlysningens budget"), (None, "medfinansieringsgraden"), (None, "kommunens budget"),
    ]
)  # fmt: skip


def known(figure: Figure) -> object:
    """Return all of a figure but its place and what the words around it tell."""
    return figure.kind, figure.text, figure.stated, figure.approx, figure.value, figure.step


@given(AMOUNTS, UNITS, st.sampled_from([" per ", "/", " för varje ", " i stöd per "]))
def test_what_a_figure_is_for_each_of_leaves_it_as_it_is(amount: str, unit: tuple[str, Per], joint: str) -> None:
    """A rate of pay is found with what it is paid for, and its amount is that which it has alone."""
    [alone] = sv.find_figures(amount)
    word, per = unit
    [figure] = sv.find_figures(f"{amount}{joint}{word}.")
    assert known(figure) == known(alone)
    assert (alone.per, figure.per) == (None, per)


@given(AMOUNTS, PAYERS)
def test_who_pays_is_told_wherever_it_stands(amount: str, payer: tuple[FigureRole, str]) -> None:
    """A payer counts after "från", before its verb and after the passive voice."""
    role, name = payer
    for text in (
        f"De fick {amount} från {name}.",
        f"Nu satsar {name} {amount}.",
        f"Det finansieras av {name} med {amount}.",
    ):
        [figure] = sv.find_figures(text)
        assert figure.role is role
    [figure] = sv.find_figures(f"{name} bidrar med {amount} till kommunen.")
    assert figure.role is role


@given(AMOUNTS, NOUNS, st.sampled_from([" är ", " uppgår till ", " kan bli ", ": "]))
def test_a_noun_tells_whose_money_it_is(amount: str, noun: tuple[FigureRole | None, str], link: str) -> None:
    """A noun before its verb or a colon tells the role; a cost of something else, or of a call, has none."""
    role, words = noun
    [figure] = sv.find_figures(f"{words.capitalize()}{link}{amount}.")
    assert figure.role is role


@given(PAYERS, PAYERS)
def test_two_payers_of_one_amount_are_no_role(one: tuple[FigureRole, str], other: tuple[FigureRole, str]) -> None:
    """Money of two payers is the role of neither; the Union's and the state's together is support."""
    [figure] = sv.find_figures(f"De fick 5 mkr från {one[1]} och {other[1]}.")
    roles = {one[0], other[0]} - {FigureRole.SUPPORT}
    if roles == {FigureRole.EU, FigureRole.STATE}:
        assert figure.role is FigureRole.SUPPORT
    elif len(roles) == 2:
        assert figure.role is None
    else:
        assert figure.role in {*roles, FigureRole.SUPPORT}


def told(text: str) -> list[str]:
    """Return what is told of each amount and share: role, stage, what it is for each of, and whether it is a part."""
    return [
        " ".join(
            [
                *(member.name for member in (figure.role, figure.stage, figure.per) if member),
                *["PART"] * figure.of_which,
            ]
        )
        for figure in sv.find_figures(text)
        if figure.stated or figure.step
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # For each of what
        ("De tre kommunerna betalar 200 000 kr vardera.", ["FUNDER EACH"]),
        ("Kommunerna betalar vardera 200 000 kr.", ["FUNDER EACH"]),
        ("Parterna skjuter till 100 000 kronor var.", ["FUNDER EACH"]),
        ("Var femte, 100 000 kr var dag.", [""]),
        ("Ideell tid är värd 220 kr i timmen.", ["HOUR"]),
        ("Timkostnaden är 450 kr, månadslönen 35 000 kr.", ["HOUR", "MONTH"]),
        ("Kostnaden per deltagare är 45 000 kr.", ["PARTICIPANT"]),
        ("Priset är 150 kr/st och 90 kr per ansökning.", ["EACH", "EACH"]),
        ("Budgeten var 5 mkr per den 31 december.", ["TOTAL"]),
        ("Per Alm får 5 mkr.", [""]),
        ("Tiden är värd 220 kr per ideell timme, 45 kr per ny deltagande kommun.", ["HOUR", "EACH"]),
        ("Kostnad/deltagare: 45 000 kr och 25 timmar à 220 kr", ["PARTICIPANT", "EACH"]),
        ("Det blev 5 mkr i månaden maj, men 2 mkr i månaden.", ["", "MONTH"]),
        ("Projektet, som kostar 5 mkr, får 2 mkr. EU-projektet kostar kommunen 1 mkr.", ["TOTAL", "", ""]),
        ("Återstående budget: 5 mkr. Total offentlig finansiering: 2 mkr.", ["", ""]),
        ("Förslaget är att 5 mkr beviljas.", [""]),
        ("Budgeten är 5 mkr per år.", ["YEAR"]),
        ("De betalar 2, 3 respektive 4 mkr per år.", ["YEAR", "YEAR", "YEAR"]),
        ("De får 2 mkr per år från kommunen och 1 mkr vardera från EU.", ["FUNDER YEAR", "EU EACH"]),
        ("Varje kommun får 2 mkr, varav 1 mkr från EU.", ["MUNICIPALITY", "EU MUNICIPALITY PART"]),
        # Whose money
        (
            "Budgeten är 12 mkr, varav 6 mkr från ERUF, 2 mkr från staten och 4 mkr från Falu kommun.",
            ["TOTAL", "EU PART", "STATE PART", "FUNDER PART"],
        ),
        ("Finansiering: EU 5 mkr, Region Skåne 3 mkr, Lunds kommun 2 mkr", ["EU", "FUNDER", "FUNDER"]),
        ("Finansiärer: ERUF (5 mkr), Lunds kommun (3 mkr)", ["EU", "FUNDER"]),
        ("Staten: 5 mkr\nFalu kommun: 3 mkr", ["STATE", ""]),
        ("De fick 5 mkr från Tillväxtverket och 2 mkr från ESF-rådet som medfinansiering.", ["SUPPORT", "FUNDER"]),
        ("Upparbetade kostnader: 3 mkr", [""]),
        ("Region Dalarna har beviljat 5 mkr från EU.", ["EU GRANTED"]),
        ("Det är 4 mkr, varav 2 mkr från EU och 2 mkr från Falu kommun.", ["TOTAL", "EU PART", "FUNDER PART"]),
        ("Det är 4 mkr, varav 2 mkr från EU och 2 mkr från staten.", ["SUPPORT", "EU PART", "STATE PART"]),
        ("Det är 4 mkr, varav 2 mkr från EU och 2 mkr till resor.", ["", "EU PART", "PART"]),
        ("EU betalar 42 %, regionen 38 % och kommunen 20 %.", ["EU", "FUNDER", "FUNDER"]),
        ("Total kostnad 900 000 kr EU-stöd 450 000 kr", ["TOTAL", "EU"]),
        ("900 000 kr EU-stöd 450 000 kr egen insats", ["", "OWN"]),
        ("900 000 kr EU-stöd\n450 000 kr egen insats", ["", "OWN"]),
        ("Total kostnad 900 000 kr\nEU-stöd 450 000 kr", ["TOTAL", "EU"]),
        ("Total kostnad | 900 000 kr | EU-stöd | 450 000 kr", ["TOTAL", "EU"]),
        ("| Projekt | Stöd |\n| A | 900 000 kr |", [""]),
        ("Stödet är 5 mkr (450 000 euro), och EU-stödet (ERUF) 2 mkr.", ["SUPPORT", "SUPPORT", "EU"]),
        ("De får 5 mkr (EU-stöd).", ["EU"]),
        (f"Det är {'lika ' * 50}viktigt att EU-stödet är 5 mkr.", ["EU"]),
        ("Hälften står EU för.", ["EU"]),
        ("Projektet finansieras helt av EU.", ["EU"]),
        ("Hälften av EU är med.", [""]),
        ("Projektet kostar totalt 5 mkr, men lokalen kostar 2 mkr.", ["TOTAL", ""]),
        ("Det blir 5 mkr inklusive offentlig medfinansiering.", ["TOTAL"]),
        ("Det blir 5 mkr\nstöd.", [""]),
        ("De har 5 mkr i budgeten och 2 mkr i totalbudget.", ["", "TOTAL"]),
        ("De fick 5 mkr i norska Interregmedel.", ["FUNDER"]),
        ("Här krävs ingen medfinansiering.", ["OWN"]),
        ("De fick 5 mkr i stöd från EU till kommunen, och resten från staten.", ["EU"]),
        ("Med EU-stöd blir det 5 mkr.", [""]),
        ("Med stöd från EU satsar det 5 mkr.", [""]),
        ("Projektet i EU betalar 5 mkr.", [""]),
        ("Stödet bygger kommunen på och är 5 mkr.", [""]),
        ("Stöd och medfinansiering på 5 mkr.", [""]),
        ("Stödet i form av medfinansiering från staten är 5 mkr.", ["STATE"]),
        ("Projektet klarar sig utan EU-stöd på 5 mkr.", [""]),
        ("EU kräver tillbaka 5 mkr från kommunen.", [""]),
        ("De har en budget på 5 mkr för marknadsföring, och en kostnad på 5 mkr för sex år.", ["", "TOTAL"]),
        ("Kommunens del av stödet är 2 mkr.", [""]),
        ("Stödet från EU och medfinansieringen är 5 mkr.", [""]),
        ("EU ger 4 mkr till regionen och kommunen 2 mkr.", ["EU", ""]),
        ("Tillväxtverket har beviljat 5 mkr från ERUF.", ["EU GRANTED"]),
        # How far it has come
        ("EU beviljade regionen 5 mkr och kommunen 2 mkr.", ["EU GRANTED", ""]),
        ("Av sökta 10 mkr beviljades 5 mkr.", ["APPLIED", "GRANTED"]),
        (
            "Sökt stöd: 5 mkr\nBeviljat stöd: 4 mkr\nUtbetalt stöd: 3 mkr",
            ["SUPPORT APPLIED", "SUPPORT GRANTED", "SUPPORT PAID"],
        ),
        ("De har sökt och beviljats 5 mkr.", ["GRANTED"]),
        ("Beviljat stöd är 5 mkr som sökts.", ["SUPPORT"]),
        ("5 mkr beviljades i maj så att vi kan bygga.", ["GRANTED"]),
        ("De kan beviljas 5 mkr, och högst 5 mkr beviljas.", ["", ""]),
    ],
)  # fmt: skip
def test_what_words_tell_of_a_figure(text: str, expected: list[str]) -> None:
    """Only what the words say is told; what can be read in two ways is not."""
    assert told(text) == expected


def test_a_period_has_no_role() -> None:
    """What is told of amounts is not told of periods and lengths of time."""
    period, months, money = sv.find_figures("EU betalar 2023–2025 i 30 månader per projekt 5 mkr.")
    assert {(each.role, each.stage, each.per, each.of_which) for each in (period, months)} == {
        (None, None, None, False)
    }
    assert money.stated == Money(5_000_000)
