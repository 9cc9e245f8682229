from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from esfmodel import Bounds, InvalidValue, Money, Rate
from esfmodel.text import Approximation, FigureKind, sv
from esfmodel.text.words.swedish import SWEDISH

SIGNS = {Approximation.EXACT: "", Approximation.OVER: ">", Approximation.UNDER: "<", Approximation.ABOUT: "~"}


def said(text: str) -> list[str]:
    """Return the amounts, each as a sign and a value: ">12000000 SEK", "[2 SEK, 3 SEK]"."""
    found = [figure for figure in sv.find_figures(text) if figure.kind is FigureKind.MONEY]
    return [f"{SIGNS[figure.approx]}{figure.stated or figure.value}" for figure in found]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        # Every way to write an amount.
        ("Bygget kostar 4 750 000 kronor.", ["4750000 SEK"]),
        ("Bygget kostar 4750000 kr.", ["4750000 SEK"]),
        ("Bygget kostar 4.750.000 kr och 20.000 euro.", ["4750000 SEK", "20000 EUR"]),
        ("Bygget kostar 4,750,000.50 kr.", ["4750000.50 SEK"]),
        ("Bygget kostar 4 750 000.50 kr och 4750000.50 kr.", ["4750000.50 SEK", "4750000.50 SEK"]),
        ("Hyran är 12 500:-/mån, städningen 1 200:- kr och disken 12:50 kr.", ["12500 SEK", "1200 SEK", "12.50 SEK"]),
        ("Hyran är 1 212:50 kr i maj.", ["1212.50 SEK"]),
        (
            "Lokalen: 82,5 tkr, 67 Mkr, 3,75 mnkr, 1,2 MSEK, 7 mdkr",
            ["82500 SEK", "67000000 SEK", "3750000 SEK", "1200000 SEK", "7000000000 SEK"],
        ),
        ("Ett lån på 2 milj. kr, 3 milj. och 4 miljarder.", ["2000000 SEK", "3000000 SEK", "4000000000 SEK"]),
        (
            "Stöd: €45 500, € 9, 300 €, 2,5 M€, 2 M euro.",
            ["45500 EUR", "9 EUR", "300 EUR", "2500000 EUR", "2000000 EUR"],
        ),
        ("Priset är EUR 12 500 eller SEK 3,7 miljoner.", ["12500 EUR", "3700000 SEK"]),
        ("Priset är $5 miljoner, 8 dollar, £3 och 12 norska kronor.", ["5000000 USD", "8 USD", "3 GBP", "12 NOK"]),
        ("De fick två miljoner, en miljard och tjugofem kronor.", ["2000000 SEK", "1000000000 SEK", "25 SEK"]),
        ("De fick tre komma fem miljoner, noll komma tjugofem mkr.", ["3500000 SEK", "250000 SEK"]),
        (
            "Det blir en halv miljon, två och en halv miljon, en kvarts miljard.",
            ["500000 SEK", "2500000 SEK", "250000000 SEK"],
        ),
        ("Det blir ½ miljon, 2½ mkr och 3 ¾ miljoner.", ["500000 SEK", "2500000 SEK", "3750000 SEK"]),
        (
            "Det blir 36 EU-miljoner, 12 miljoner skattekronor, en 25-miljonerssatsning.",
            ["36000000 SEK", "12000000 SEK", "25000000 SEK"],
        ),
        ("Det blir 1'234'567 kr, fem hundra och två hundra tusen kronor.", ["1234567 SEK", "500000 SEK", "200000 SEK"]),
        ("Det blir 9 miljoner norska kronor eller 8 miljoner svenska.", ["9000000 NOK", "8000000 SEK"]),
        ("Det blev −500 000 kr, -3,5 mkr och EUR −20.", ["-500000 SEK", "-3500000 SEK", "-20 EUR"]),
        (
            "Total budget (kr): 3 706 566. Belopp EUR: 12. Totalt (tkr) : 1 235",
            ["3706566 SEK", "12 EUR", "1235000 SEK"],
        ),
        ("Bidraget, 1.5 mkr, motsvarar 8.39 kronor per invånare.", ["1500000 SEK", "8.39 SEK"]),
        ("Tilldelningen var 3 miljoner ecu.", ["3000000 EUR"]),
        ("De 30 miljonerna räckte till 5 miljarders avkastning.", ["30000000 SEK"]),
        # Several with one unit.
        ("Föreningen får 2–3 miljoner kronor.", ["[2000000 SEK, 3000000 SEK]"]),
        ("Föreningen får 2 - 3 mkr.", ["[2000000 SEK, 3000000 SEK]"]),
        ("Föreningen får mellan två och tre miljoner.", ["[2000000 SEK, 3000000 SEK]"]),
        ("Föreningen får 2 till 3 miljoner, 2 à 3 mkr.", ["[2000000 SEK, 3000000 SEK]"] * 2),
        ("Ni kan söka från 30 000 till 90 000 kr.", ["[30000 SEK, 90000 SEK]"]),
        ("Ni kan söka 300 000–2 miljoner kronor.", ["[300000 SEK, 2000000 SEK]"]),
        ("Ni kan söka mellan 300 000 kronor och en miljon kronor.", ["[300000 SEK, 1000000 SEK]"]),
        ("Ni kan söka 2 miljoner–3 miljoner euro.", ["[2000000 EUR, 3000000 EUR]"]),
        ("Arvodet höjs från 300 till 450 kronor.", ["300 SEK", "450 SEK"]),
        ("Arvodet fördubblas, från 300 till 600 kronor.", ["300 SEK", "600 SEK"]),
        ("Taket får inte kosta mer än 4 mkr och inte vara mindre än 3 mkr värt.", ["<4000000 SEK", ">3000000 SEK"]),
        ("Priset uppgår som mest till 800 kr, och höjs minst till 900 kr.", ["<800 SEK", ">900 SEK"]),
        ("Arvodet gick från en dryg miljon till drygt 200 000 kronor.", [">1000000 SEK", ">200000 SEK"]),
        ("Vi får 10 respektive 15 miljoner.", ["10000000 SEK", "15000000 SEK"]),
        ("Mellan 3500 och 4 miljoner kronor.", ["[3500 SEK, 4000000 SEK]"]),
        ("Mellan 2021 och 4 miljoner kronor.", ["4000000 SEK"]),
        ("Mellan 20 och 40 miljoner kronor.", ["[20000000 SEK, 40000000 SEK]"]),
        ("Priset är 3500 och 4000 kronor.", ["3500 SEK", "4000 SEK"]),
        ("Priset var 2021 och 4000 kronor.", ["4000 SEK"]),
        (
            "Minst 2 och högst 5 miljoner euro. Minst 1, högst 3 mkr. Över 5 och under 8 mkr.",
            ["[2000000 EUR, 5000000 EUR]", "[1000000 SEK, 3000000 SEK]", ">5000000 SEK", "<8000000 SEK"],
        ),
        ("Under 2020, drygt 5 miljoner kronor.", [">5000000 SEK"]),
        ("Under 2 och högst 5 miljoner. För 2 och högst 5 miljoner.", ["<2000000 SEK", "<5000000 SEK", "<5000000 SEK"]),
        ("Vi får högst 2, 4 och 6 mkr.", ["<2000000 SEK", "<4000000 SEK", "<6000000 SEK"]),
        (
            "Av 14 miljoner kronor, varav 6 från EU och cirka 2 från kommunen.",
            ["14000000 SEK", "6000000 SEK", "~2000000 SEK"],
        ),
        ("Fyra miljoner svenska och en miljon norska kronor.", ["4000000 SEK", "1000000 NOK"]),
        # Whose currency.
        (
            "Ramen är 9 miljoner euro. Av dem söks 4 miljoner.\n\nI fjol söktes 2 miljoner.",
            ["9000000 EUR", "4000000 EUR", "2000000 SEK"],
        ),
        (
            "Av ramen, 4 av totalt 9 miljoner euro, återstår 5 miljoner.",
            ["4000000 EUR", "9000000 EUR", "5000000 EUR"],
        ),
        ("Staten ger 3 miljoner av de 9 miljoner euro som behövs.", ["3000000 EUR", "9000000 EUR"]),
        ("Staten ger 30 miljoner. EU ger 9 miljoner euro.", ["30000000 EUR", "9000000 EUR"]),
        ("Staten ger 30 miljoner, vilket motsvarar 3 miljoner euro.", ["30000000 SEK", "3000000 EUR"]),
        ("Staten ger 30 miljoner (3 miljoner euro).", ["30000000 SEK", "3000000 EUR"]),
        (
            "Staten ger 30 miljoner kronor (3 miljoner euro) och länet 5 miljoner.",
            ["30000000 SEK", "3000000 EUR", "5000000 SEK"],
        ),
        ("Fylket får 2 millioner. Kommunen får 3 mkr.", ["2000000 NOK", "3000000 SEK"]),
        ("Fylket får 2,5 millioner, 3 millioner kr og 4 mill. kroner.", ["2500000 NOK", "3000000 NOK", "4000000 NOK"]),
        # Words of approximation that do not stand right before the figure.
        ("Som mest kan en förening få 200 000 kr.", ["<200000 SEK"]),
        ("Stödet kan som mest uppgå till 90 tkr.", ["<90000 SEK"]),
        ("Det maximala stöd som beviljas är 3 mkr. Lägsta belopp: 50 000 euro.", ["<3000000 SEK", ">50000 EUR"]),
        ("Maximal ersättning om 200 kr. Maximalt belopp per projekt är 3 mkr.", ["<200 SEK", "<3000000 SEK"]),
        ("Det maximala stödet söktes av föreningen, som fick 5 mkr.", ["5000000 SEK"]),
        ("Det högsta stödet, 3 mkr, gick till Berg. Maximalt\n\n2 mkr", ["3000000 SEK", "2000000 SEK"]),
        ("Ni behöver 5 miljoner eller mer, 2 mkr som mest.", [">5000000 SEK", "<2000000 SEK"]),
        (
            "Det får inte överstiga 2 mkr. (Ca 3 mkr.) ~4 mkr. Drygt hela 5 mkr.",
            ["<2000000 SEK", "~3000000 SEK", "~4000000 SEK", ">5000000 SEK"],
        ),
        (
            "Det är en knapp miljon, en dryg halv miljon, närmare bestämt 512 340 kr.",
            ["<1000000 SEK", ">500000 SEK", "512340 SEK"],
        ),
        ("Det blev en kupp till 5 mkr.", ["5000000 SEK"]),
        ("Ungefär mellan 3 och 4 mkr.", ["~[3000000 SEK, 4000000 SEK]"]),
        # The ends are said one by one, and the first may be excluded.
        ("Lånet är över 9 000 kr men högst 2 mkr.", ["(9000 SEK, 2000000 SEK]"]),
        ("Lånet är minst 9 000 kr men under 2 mkr.", ["[9000 SEK, 2000000 SEK)"]),
        ("Lånet är minst 9 000 kr och högst 8 000 kr.", [">9000 SEK", "<8000 SEK"]),
        ("Lån ges med 500 000 euro till 1 miljon. Byn får 2 mkr.", ["[500000 EUR, 1000000 EUR]", "2000000 SEK"]),
        ("Lån ges med mellan 2 och upp till 4 mkr.", ["[2000000 SEK, 4000000 SEK]"]),
        ("Lån ges från 9 000 upp till 40 000 euro.", ["[9000 EUR, 40000 EUR]"]),
        ("Det blir mellan −7 och −4 mkr, och −30 000 kr för skolan.", ["[-7000000 SEK, -4000000 SEK]", "-30000 SEK"]),
        # The same figure of another year stands in brackets; another currency is another figure.
        ("Intäkterna var 8,2 (7,5) mnkr, kostnaden 9,1 mnkr (8,8).", [f"{n}00000 SEK" for n in (82, 75, 91, 88)]),
        ("Antalet var 8 (7 mnkr).", ["7000000 SEK"]),
        ("Intäkterna var 8 mnkr (3). Året (2019) kr. Plan 2.0 (2019) mkr.", ["8000000 SEK"]),
        # One unit is said for all.
        ("Byarna lägger 3 + 4 mkr.", ["3000000 SEK", "4000000 SEK"]),
        ("Av de 60 miljonerna går 22 till Kiruna.", ["60000000 SEK", "22000000 SEK"]),
        ("Taket kostar 60 miljoner och går 22 till fots.", ["60000000 SEK"]),
        ("Taket kostar 800 000 kr, varav 250 000 från byn.", ["800000 SEK", "250000 SEK"]),
        # No unit at all, but a word for money.
        ("Byn fick 450 000 i projektstöd och söker 85 000 till bänkar.", ["450000 SEK", "85000 SEK"]),
        ("Byn fick 450 000 besökare, 90 000 från Tyskland, och får 15 000 till 20 000 till.", []),
        # The neighbours' words.
        ("Bygget får to og en halv million kroner, halvannen million kroner.", ["2500000 NOK", "1500000 NOK"]),
        (
            "Bygget koster mellom 3 og 4 millioner svenske kroner, fra 5 til 6 millioner kr, 7 millioner SEK.",
            ["[3000000 SEK, 4000000 SEK]", "[5000000 NOK, 6000000 NOK]", "7000000 SEK"],
        ),
        (
            "I overkant av 2 mkr, snaut 3 mkr, omlag 4 mkr, op til 5 mkr.",
            [">2000000 SEK", "<3000000 SEK", "~4000000 SEK", "<5000000 SEK"],
        ),
        ("Laget får 2,4 mio. DKK av 6 millionar euro.", ["2400000 DKK", "6000000 EUR"]),
        ("Maksimal støtte er 40 000 euro. Bygget kostar kr 75 000,-, ikkje kr 2019.", ["<40000 EUR", "75000 SEK"]),
        ("Stipendiet är €2.5m eller SEK 30m.", ["2500000 EUR", "30000000 SEK"]),
        ("Utfall (tkr) 2021: 450. Utfall (tkr): 450.", ["450000 SEK"]),
        ("Minsta projektbudget är 4 mkr.", [">4000000 SEK"]),
        # Headings, for all the figures after them.
        ("Belopp (tkr): 450, 300 och 200. Stöd i mkr: 2–3", ["450000 SEK", "300000 SEK", "200000 SEK",
                                                             "[2000000 SEK, 3000000 SEK]"]),
        ("Belopp (tkr): 450, 2023 och 200 eller 5 kor", ["450000 SEK"]),
        ("Belopp (tkr): 450 och 3 deltagare (4)", ["450000 SEK"]),
        ("Ram [M€]: 4,5. Ram i tusental kronor 450. Ram i euro 450 deltagare.", ["4500000 EUR", "450000 SEK"]),
        ("Ram (euro): 4 miljoner. Ram (%): 4 miljoner", ["4000000 EUR", "4000000 EUR"]),
        ("Kostnad tkr 450, utfall 2023 tkr 300, KSEK 200, tkr 2023", ["450000 SEK", "300000 SEK", "200000 SEK"]),
        ("Stöd: 500.000,- eller 1 200:–, 350 keuro", ["500000 SEK", "1200 SEK", "350000 EUR"]),
        ("Budget (tkr): EU 450, staten 300. Belopp i tkr: se sidan 12.", ["450000 SEK", "300000 SEK"]),
        ("Stödet (400 000 kr): 12 deltagare, 300", ["400000 SEK"]),
        # Words between the number and its unit.
        ("25 nya miljoner, tio friska miljoner kronor.", ["25000000 SEK", "10000000 SEK"]),
        # Money without a unit.
        ("Beviljat stöd 400 000", ["400000 SEK"]),
        ("Budget: 1 400 000\nStöd 400 000 deltagare", ["1400000 SEK"]),
        # Numbers in words.
        ("tre kvarts miljon, två och tre kvarts miljon, en trekvarts mkr", ["750000 SEK", "2750000 SEK", "750000 SEK"]),
        ("två tusen fem hundra kronor, fem till tio tusen kronor", ["2500 SEK", "[5000 SEK, 10000 SEK]"]),
        ("En miljon tvåhundratusen kronor, 3 miljoner 200 tusen kronor", ["1200000 SEK", "3200000 SEK"]),
        ("3 miljoner 4 miljoner kronor, 3,5 miljoner 200 kronor",
         ["3000000 SEK", "4000000 SEK", "3500000 SEK", "200 SEK"]),
        # Payers in a list, whose unit is said once.
        ("EU ger 4,5 mkr, regionen 2,5 och kommunen 1,0 mkr.", ["4500000 SEK", "2500000 SEK", "1000000 SEK"]),
        ("EU ger 12 mkr, Region Skåne 4 och kommunerna 3.", ["12000000 SEK", "4000000 SEK", "3000000 SEK"]),
        ("EU ger 450 000 kr, regionen 200 000 och kommunen 3.", ["450000 SEK"]),
        ("EU ger 3 mkr, deltagarna är 45, se punkt 2, säger Eva, 42. Byn får 3 mkr i mål 5.", ["3000000 SEK"] * 2),
        ("EU ger 3 mkr, regionen tolv, kommunen 2023 och staten 4 euro.", ["3000000 SEK", "4 EUR"]),
        ("Bygget kostar 3 mkr, deltagarna är 45.", ["3000000 SEK"]),
        # A tolerance.
        ("450 000 ± 5 000 kr, 450 tkr ± 10 %, cirka 4 ± 1 mkr", ["450000 SEK", "450000 SEK", "~4000000 SEK"]),
        # What is counted is no money.
        ("2 miljoner av länets invånare, två miljoner fler, 3 miljoner bor här, 2 miljoner av allt", ["2000000 SEK"]),
        # Years before a unit.
        ("2000 kr per person. Avgiften, 2024 kr, är ny.", ["2000 SEK", "2024 SEK"]),
    ],
)  # fmt: skip
def test_amounts_are_found_as_people_write_them(text: str, amounts: list[str]) -> None:
    """Each amount is found once, with its currency and with what the words around it say."""
    assert said(text) == amounts


@pytest.mark.parametrize(
    "text",
    [
        "Ärende 2018/00624, dnr ESF 23-067-S04, projekt-id 20361234.",
        "Vux 2.0, Care 2 och Ung Arena 9.0 samarbetar med 14 kommuner.",
        "Ring 070-123 45 67 kl. 16.00 eller 08-579 171 00, box 47141, 100 74 Stockholm.",
        "Enligt förordning (EU) 2021/1060, artikel 120.3, och SFS 2022:1379.",
        "Organisationsnummer 232100-0214, bankgiro 5050-1055, sidan 12 av 34.",
        "Projektet når 2500 unga, 3 miljoner invånare och flera miljoner fattiga barn.",
        "1,5 miljoner ton, två miljoner nya jobb, 2 miljoner abonnenter, 4 miljoner pendlare, "
        "1 miljon konsumtionsvaror.",
        "Några tusen kronor, några hundra miljoner, flera miljoner, tiotals miljoner, 100 tusen deltagare.",
        "Tre Kronor spelar i miljonprogrammet. Covid-19 miljoner till Berg.",
        "Det står 12,500 kr, 1.234 miljoner kr och 9,2395 kronor per euro.",
        "Under 2019\nMiljoner till Berg. Sedan 2020\n\nEuro eller inte?",
        "Antal kurser: 12\nMnKr per år",
        "Det kostar 99 999 999 999 999 999 miljarder kronor.",
        "Mellan 5 och 99 999 999 999 999 999 miljarder kronor.",
        "2 miljoner zloty, 3 miljoner mark, 4 miljoner tjeckiska kronor.",
        "12 krukor, 5 mkrs, 3 kronhjortar, 7 ESF och 8 all.",
    ],
)
def test_what_is_no_amount_is_left_alone(text: str) -> None:
    """Reference numbers, names, telephone numbers, counts and figures that may mean two things are no money."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Mål 2 och 5 miljoner kronor.", ["5000000 SEK"]),
        ("Vi får Leader 2 och 5 miljoner kronor.", ["5000000 SEK"]),
        ("Bidraget 2021 och 5 miljoner till.", ["5000000 SEK"]),
        ("Under 2014-2020 12 miljoner kronor.", ["12000000 SEK"]),
        ("2019-12-31 kr 5 mkr.", ["5000000 SEK"]),
        ("3–2 miljoner kronor.", ["2000000 SEK"]),
        ("Från 2019 till 5 miljoner kronor. Mellan 2000 och 3000 kr.", ["5000000 SEK", "[2000 SEK, 3000 SEK]"]),
        ("Mellan 3 och 2 miljoner kronor.", ["3000000 SEK", "2000000 SEK"]),
        ("3 miljoner kronor–5 miljoner euro.", ["3000000 SEK", "5000000 EUR"]),
        ("Av 30 projekt, varav 6 från Skåne, kostade ett 2 mkr, varav 3 personer.", ["2000000 SEK"]),
        ("Av 2 tkr, varav 3 från Skåne.", ["2000 SEK"]),
        ("Totalt 10 000\n20 000\n300 kr", ["300 SEK"]),
        ("Totalt 10\n000 kr", ["10000 SEK"]),
        # The next line is an amount alone, so that the long line may end with another number.
        ("Av pengarna går en stor del till den nya skolan i centrum och 12\n450 000 kr\ntill byn.", []),
        ("1, 2, 3 och 4 mkr, 5, 6 mkr", ["1000000 SEK", "2000000 SEK", "3000000 SEK", "4000000 SEK", "6000000 SEK"]),
        ("en och två mkr", ["2000000 SEK"]),
        ("EUR 300 000–400 000, MSEK 4 till 5, €3–4m", ["[300000 EUR, 400000 EUR]", "[4000000 SEK, 5000000 SEK]"]),
        ("MSEK 4–5 per år, EUR 450 till 500 deltagare", ["[4000000 SEK, 5000000 SEK]", "450 EUR"]),
        ("Stöd (kr): 300 till 500 deltagare", ["300 SEK"]),
        ("Det blir 450 000 ± 10 % eller SEK 12 500–2024.", ["12500 SEK"]),
        ("Budgeten är 3 miljoner, motsvarande 33 miljoner kronor.", ["33000000 SEK"]),
        ("Budgeten är 3 miljoner (1 miljon kronor per år).", ["3000000 SEK", "1000000 SEK"]),
        ("2 mkr-3 mkr", ["[2000000 SEK, 3000000 SEK]"]),
        (f"2 mkr {'och så vidare ' * 5} och 3 mkr", ["2000000 SEK", "3000000 SEK"]),
        ("2 till 3 till 4 mkr", ["[2000000 SEK, 3000000 SEK]", "4000000 SEK"]),
        ("1 till 2 mkr och 3 mkr", ["[1000000 SEK, 2000000 SEK]", "3000000 SEK"]),
    ],
)
def test_numbers_that_stand_beside_an_amount_are_not_drawn_into_it(text: str, amounts: list[str]) -> None:
    """A number shares the unit of another only where it is no name, year, day or reference."""
    assert said(text) == amounts


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("24 miljoner kronor", "1000000 SEK"),
        ("2,60 mkr", "10000 SEK"),
        ("18 969 799 kr", "1 SEK"),
        ("1,50 euro", "0.01 EUR"),
        ("1,500000 kr", "0.01 SEK"),
        ("en halv miljon", "500000 SEK"),
        ("2–3,5 miljoner kronor", "100000 SEK"),
    ],
)
def test_the_last_digit_is_told(text: str, step: str) -> None:
    """`step` is one in the last digit that is printed, and never finer than the currency."""
    [figure] = sv.find_figures(text)
    assert str(figure.step) == step


def in_words(number: int, *, apart: bool) -> str:
    """Write a whole number below a million in Swedish words."""
    space = " " if apart else ""
    thousands, rest = divmod(number, 1000)
    hundreds, ones = divmod(rest, 100)
    words = [below_hundred(hundreds), "hundra"] if hundreds else []
    words += [below_hundred(ones)] if ones else []
    before = [in_words(thousands, apart=apart), "tusen"] if thousands else []
    return space.join((*before, *words))


def below_hundred(number: int) -> str:
    """Write a number from 1 to 99."""
    return next(word for word, worth in SWEDISH.number_words.items() if worth == number and word != "en")


@given(st.integers(1, 999_999), st.booleans())
@example(120_000, False)
@example(350_000, True)
@settings(max_examples=40)
def test_numbers_in_words_are_read_joined_and_apart(number: int, apart: bool) -> None:
    """Words such as "trehundratusen" mean the same as "tre hundra tusen", to the strict reader too."""
    text = f"{in_words(number, apart=apart)} kronor"
    [figure] = sv.find_figures(f"Stödet är {text} i år.")
    assert (figure.text, figure.stated) == (text, Money(number))
    if not apart:
        assert sv.parse_money(text) == Money(number)


UNITS = {"kr": (1, "SEK"), "tkr": (1_000, "SEK"), "tusen kronor": (1_000, "SEK"), "tusental kronor": (1_000, "SEK"),
         "miljoner kronor": (10**6, "SEK"), "mn kr": (10**6, "SEK"), "milj. euro": (10**6, "EUR"),
         "MEUR": (10**6, "EUR"), "€": (1, "EUR"), "mdkr": (10**9, "SEK")}  # fmt: skip
HEADINGS = [
    "Belopp ({}): ",
    "Belopp ({})\t",
    "Stöd [{}]: ",
    "Stöd, {}: ",
    "Kostnad i {}: ",
    "Kostnad i {} ",
    "Ram ({}) ",
]


@given(st.integers(1, 999), st.sampled_from(sorted(UNITS)), st.sampled_from(HEADINGS))
@settings(max_examples=40)
def test_a_heading_rules_the_scale_and_the_currency(number: int, unit: str, heading: str) -> None:
    """The unit of a heading is that of the number after it, in whatever form it is written."""
    scale, currency = UNITS[unit]
    [figure] = sv.find_figures(f"{heading.format(unit)}{number}")
    assert figure.stated == figure.value == Money(number * scale, currency)


@given(st.permutations([" kronor", " euro", " norska kronor"]), st.integers(0, 2))
@settings(max_examples=15)
def test_amounts_of_a_paragraph_agree_on_the_currency(currencies: list[str], named: int) -> None:
    """A currency that one amount names is that of the others in the paragraph, before it and after it."""
    text = "".join(f"Steg {step} kostar {step} miljoner{currencies[0] if step == named else ''}. " for step in range(3))
    [other] = sv.find_figures("2 miljoner", currency="USD")
    amounts = [figure.stated for figure in sv.find_figures(f"{text}\n\n2 miljoner", currency="USD")]
    codes = {" kronor": "SEK", " euro": "EUR", " norska kronor": "NOK"}
    assert amounts == [*(Money(step * 10**6, codes[currencies[0]]) for step in range(3)), other.stated]


def test_the_caller_says_what_no_word_does() -> None:
    """`currency` is that of amounts without one, and leaves those with one as they are."""
    text = "Stödet är 2 miljoner.\n\n500:-\n\n3 mkr, kr 75 000 och 2 millioner."
    assert [str(figure.stated) for figure in sv.find_figures(text, currency="EUR")] == [
        "2000000 EUR", "500 EUR", "3000000 SEK", "75000 SEK", "2000000 SEK",
    ]  # fmt: skip
    assert [str(figure.stated) for figure in sv.find_figures("Bidrag 450 000", currency="EUR")] == ["450000 EUR"]
    assert sv.find_figures("Utgifter i kr\n\nBidrag 450 000", currency="EUR") == ()
    with pytest.raises(InvalidValue):
        sv.find_figures(text, currency="kronor")


def test_a_tolerance_sets_both_limits() -> None:
    """The middle is stated, and what is known lies within the tolerance."""
    for text in ("53±0,5 %", "53 procent (+/- 0,5 %", "53 % ± 0,5"):
        [figure] = sv.find_figures(text)
        assert figure.stated == Rate.of_percent(53)
        assert figure.value == Bounds(Rate.of_percent("52.5"), Rate.of_percent("53.5"))
    [amount] = sv.find_figures("450 000 ± 5 000 kr")
    assert (amount.stated, amount.value) == (Money(450_000), Bounds(Money(445_000), Money(455_000)))


def test_a_chain_of_numbers_is_cut_somewhere() -> None:
    """However many numbers are joined, each that has a unit is found."""
    assert said(", ".join(["1 kr"] * 60)) == ["1 SEK"] * 60
