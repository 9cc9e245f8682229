from __future__ import annotations

import pytest

from esfmodel.text import Approximation, FigureKind, sv

SIGNS = {Approximation.EXACT: "", Approximation.OVER: ">", Approximation.UNDER: "<", Approximation.ABOUT: "~"}


def said(text: str) -> list[str]:
    """Return the shares, each as a sign and a value: ">40%", "[40%, 60%]"."""
    found = [figure for figure in sv.find_figures(text) if figure.kind is FigureKind.RATE]
    return [f"{SIGNS[figure.approx]}{figure.stated or figure.value}" for figure in found]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Bidraget täcker 40 % av hyran, 33,3% av maten och 15,50 procent av resan.", ["40%", "33.3%", "15.5%"]),
        ("Ett 75-procentigt stöd, 60 procents stöd och 6 procentenheter till.", ["75%", "60%", "6%"]),
        ("Stödet växer med 200 procent. Räntan är 3 ‰.", ["200%", "0.3%"]),
        ("Fem procent, en halv procent, hundra procent.", ["5%", "0.5%", "100%"]),
        ("Stödandel (%): 53, procent: 40", ["53%", "40%"]),
        ("Stödet är 40–60 %, 40 %–60 % eller mellan 40 och 60 procent.", ["[40%, 60%]"] * 3),
        ("Andelen höjs från 40 till 60 procent.", ["40%", "60%"]),
        ("Andelen är 40 respektive 60 procent.", ["40%", "60%"]),
        ("Högst 40 %, knappt 50 procent, cirka 60 %, minst 10 procent.", ["<40%", "<50%", "~60%", ">10%"]),
        ("EU betalar hälften, mer än hälften, halva kostnaden.", ["50%", ">50%", "50%"]),
        ("Staten betaler halvparten, byen 20 og 30 prosent.", ["50%", "20%", "30%"]),
        ("En tredjedel, en dryg fjärdedel, högst två femtedelar.", ["1/3", ">25%", "<40%"]),
        ("Det krävs ingen medfinansiering, utan krav på egen medfinansiering.", ["0%", "0%"]),
        ("Medfinansiering krävs inte. Det kräver inte någon offentlig medfinansiering.", ["0%", "0%"]),
        ("Kursen finansieras helt av EU, är fullt ut finansierad, helfinansierad.", ["100%", "100%", "100%"]),
        ("Staten betalar 2/3 av kostnaden den 1/3 av skäl som har inget medfinansieringskrav.", ["2/3", "0%"]),
        ("Staten står för hela kostnaden.", ["100%"]),
        ("Mjölken kostar minst 5 procent och högst 9 procent mer.", ["[5%, 9%]"]),
        ("Andelen steg från 3,5 procent 2015 till 6,5 procent 2018.", ["3.5%", "6.5%"]),
        ("Mjölken delas 30/70 procent, inte 30/80 % eller 1/2 %.", ["30%", "70%"]),
        ("Var tionde krona och varannan krona, men inte var femte kund.", ["10%", "50%"]),
        ("Var tredje, var fjärde, var femte krona.", ["20%"]),
        ("Var tredje krona, var fjärde krona och var femte krona.", ["1/3", "25%", "20%"]),
        ("Var sjätte krona, inte var åttonde krona.", ["1/6", "12.5%"]),
        ("EU betalar 42 procent, regionen 38 och kommunen 20.", ["42%", "38%", "20%"]),
        ("EU 42, regionen 38 och kommunen 20 procent.", ["42%", "38%", "20%"]),
        ("EU (42 procent), regionen (38) och kommunen (20)", ["42%", "38%", "20%"]),
        ("60 procent från EU, 25 från regionen och 15 från kommunerna", ["60%", "25%", "15%"]),
        ("Andelen var 42 procent, plats 3, och 38 året innan.", ["42%"]),
        ("Kvinnor 60 procent, män 40. Medlen delas 40/35/25 %.", ["60%", "40%", "40%", "35%", "25%"]),
        ("Stöd;minst 40 procent", [">40%"]),
        ("Tre av fyra kronor, drygt sju av 10 skattekronor, 12 av 20 personer.", ["75%", ">70%"]),
        ("Stödet är 9 mkr (39 %): 40, inte 50.", ["39%"]),
        ("Kursen covid-19 och 20 procent till, men inte kurs-tre-4 procent.", ["20%"]),
        ("Maximal stödnivå är 50 procent. Stödet får högst utgöra 60 procent.", ["<50%", "<60%"]),
    ],
)
def test_shares_are_found_as_people_write_them(text: str, shares: list[str]) -> None:
    """Each share is found once, in figures or words, with what the words around it say."""
    assert said(text) == shares


@pytest.mark.parametrize(
    "text",
    [
        "Kursen finansieras helt eller delvis av EU, och inte helt finansierad av staten.",
        "Kursen finansieras inte helt av EU.",
        "Under andra hälften av 2023, under första hälften av året.",
        "Staten har hela ansvaret, kommunen halva. Utan medfinansiärer.",
        "Det är 1.234 % eller procentuellt mer.",
        "Den tredjedelen, flera femtedelar, tredjedelar.",
        "Betyget är 5 av 3 kronor, flera av fyra kronor, 3 av 20 kronor.",
        "Varje elev får ett bidrag av fyra kronor och två biljetter av tio kronor.",
    ],
)
def test_what_is_no_share_is_left_alone(text: str) -> None:
    """Parts of a year, and words that only look like shares, are none."""
    assert said(text) == []


@pytest.mark.parametrize(("most", "found"), [(25, 25), (26, 1), (30, 5), (60, 10)])
def test_a_long_list_takes_its_unit_from_the_end(most: int, found: int) -> None:
    """A unit reaches no further back than the piece of a long list that it stands in."""
    numbers = ", ".join(map(str, range(1, most)))
    assert len(sv.find_figures(f"Andelarna var {numbers} och {most} procent.")) == found
