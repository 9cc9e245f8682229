"""The errors of values: each code is reached, is told in Swedish, and its advice can be followed."""

from __future__ import annotations

import ast
import datetime
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import esfmodel.values
from esfmodel import testing as drawn
from esfmodel.errors import EsfModelError, InvalidValue
from esfmodel.text.telling.problems import FIELDS, VALUES
from esfmodel.values import (
    Bounds,
    Cci,
    Country,
    ForeignNumber,
    Money,
    MonthEnd,
    NutsCode,
    OpenPeriod,
    OperationId,
    OrganisationNumber,
    Period,
    PostalCode,
    ProgrammingPeriod,
    Rate,
    exact,
)
from esfmodel.values.dates import as_date
from esfmodel.values.format import LANGUAGES
from esfmodel.values.programming_period import read_periods

if TYPE_CHECKING:
    from collections.abc import Callable

ROW = '[[period]]\nfirst = 2028\nlast = 2034\nact = "a regulation"\nsource = "an address"\n'
OVER, UNDER = Bounds.over(Money(1)), Bounds.under(Money(5))
MONTHLY: Any = "week"

REACHED: dict[str, tuple[Callable[[], object], str]] = {
    "argument.label_style": (
        lambda: format(MonthEnd.CLIP, "sv:kort"),
        "”kort” är ingen stil här. Skriv bara språket.",
    ),
    "argument.month_end": (
        lambda: Period.of_months("2024-01-31", 1, month_end=MonthEnd.REFUSE),
        "”2024-01-31” har ingen motsvarighet i 2024-02, som har 29 dagar. Välj MonthEnd.CLIP eller MonthEnd.OVERFLOW.",
    ),
    "argument.precision": (
        lambda: Period("2024-01", "2024-05"),
        "”2024-01” har precisionen 'month', men perioden 'day'. Ange 'month' som precision, "
        "eller skriv till exempel 2024-10-01.",
    ),
    "argument.precision_of_day": (
        lambda: Period("2024-01-01", "2024-05-02", "month"),
        "”2024-05-02” är inte en början eller ett slut med precisionen 'month'. Ange 2024-05-31, "
        "eller 'day' som precision.",
    ),
    "argument.too_many": (
        lambda: OpenPeriod("2024-01-01", "2024-05-02"),
        "”2024-05-02” anges tillsammans med start. Ange bara en av uppgifterna.",
    ),
    "bounds.empty": (
        lambda: Bounds.parse("[10 SEK, 5 SEK]"),
        "10 kr, 5 kr lämnar inget värde emellan. Ange den lägre gränsen först, eller räkna in båda.",
    ),
    "bounds.no_end": (lambda: Bounds.parse("(, )"), "Saknar både nedre och övre gräns. Ange en av dem."),
    "bounds.not_comparable": (
        lambda: OVER > UNDER,
        "Det är inte känt vilket av över 1 kr och under 5 kr som är störst. Jämför med den nedre eller övre gränsen.",
    ),
    "bounds.not_plain": (
        lambda: Bounds.parse("5 till 10 SEK"),
        "”5 till 10 SEK” är inget intervall. Skriv till exempel ”[5 SEK, 10 SEK)”.",
    ),
    "bounds.sum_unknown": (
        lambda: OVER + UNDER,
        "Summan av över 1 kr och under 5 kr kan vara vad som helst. Summera de gränser som behövs.",
    ),
    "cci.form": (
        lambda: Cci("2021SE05SFPR01"),
        "”2021SE05SFPR01” är inget CCI-nummer. Skriv år, land, politikområde, fond, typ och löpnummer i följd, "
        "till exempel ”2021SE05SFPR001”.",
    ),
    "country.unknown": (
        lambda: Country("Norden"),
        "”Norden” är inget land vi känner till. Skriv landskoden enligt ISO 3166-1, till exempel ”SE”, "
        "eller namnet på svenska eller engelska.",
    ),
    "currency.mixed": (
        lambda: Money(1) + Money(1, "EUR"),
        "”EUR” är en annan valuta än SEK. Räkna om det ena beloppet enligt en angiven växelkurs.",
    ),
    "currency.other_writing": (lambda: Money(1, "kr"), "”kr” är ingen valutakod. Skriv ”SEK”."),
    "currency.unknown": (
        lambda: Money(1, "XXX"),
        "”XXX” är ingen valutakod. Skriv valutakoden enligt ISO 4217, till exempel ”SEK”.",
    ),
    "date.month": (
        lambda: as_date("2024-13-01", ""),
        "”2024-13-01” har månaden 13. Ange en månad från 01 till 12.",
    ),
    "date.no_such_day": (
        lambda: as_date("2023-02-31", ""),
        "”2023-02-31” finns inte i kalendern. Rätta dagen: 2023-02 har 28 dagar.",
    ),
    "date.not_plain": (
        lambda: as_date("1/10 2024", ""),
        "”1/10 2024” är inget datum på formen ÅÅÅÅ-MM-DD. Skriv till exempel ”2024-10-01”.",
    ),
    "date.year": (
        lambda: as_date("0000-10-01", ""),
        "”0000-10-01” har året 0000. Ange ett år från 0001 till 9999.",
    ),
    "figure.not_exact": (
        lambda: exact(OVER),
        "Över 1 kr är känt bara inom gränser. Använd den nedre eller övre gränsen.",
    ),
    "figure.not_printed": (
        lambda: Bounds.rounded(Money(1_500), Money(1_000)),
        "1 500 kr är inte avrundat till jämna 1 000 kr. Ange värdet så som det är tryckt.",
    ),
    "foreign_number.no_country": (
        lambda: ForeignNumber.parse("974760673"),
        "”974760673” anger inget land. Skriv landskoden, ett mellanslag och numret, till exempel ”NO 974760673”.",
    ),
    "foreign_number.swedish": (
        lambda: ForeignNumber("SE", "232100-0214"),
        "”232100-0214” är ett svenskt nummer. Ange det som organisationsnummer, utan land.",
    ),
    "identifier.country_letters": (
        lambda: NutsCode("GR30"),
        "”GR30” har GR för landet, som här skrivs EL. Skriv ”EL30”.",
    ),
    "figure.other_digits": (
        lambda: OperationId("23-067-S０4"),
        "”23-067-S０4” innehåller andra siffror än 0–9. Skriv med vanliga siffror, till exempel ”23-067-S04”.",
    ),
    "identifier.no_country": (
        lambda: Cci("2021XX05SFPR"),
        "”2021XX05SFPR” har ”XX” där landet ska stå. Kontrollera bokstäverna för landet.",
    ),
    "identifier.too_long": (
        lambda: OperationId("5" * 101),
        f"”{'5' * 101}” är längre än 100 tecken. Skriv till exempel ”23-067-S04”.",
    ),
    "text.unprintable": (
        lambda: OperationId("23\x00067"),
        r"”23\x00067” innehåller ett tecken som inte syns. Ta bort tecknet.",
    ),
    "identifier.with_name": (
        lambda: PostalCode("831 27 ÖSTERSUND"),
        "”831 27 ÖSTERSUND” har ett namn bredvid koden. Utelämna namnet och skriv ”831 27”.",
    ),
    "money.not_plain": (
        lambda: Money.parse("1 234,50 SEK"),
        "”1 234,50 SEK” är inte skrivet som ett belopp med valuta. Skriv till exempel ”12.50 EUR”.",
    ),
    "money.too_fine": (lambda: Money("12.345"), "”12.345” har fler än två decimaler. Avrunda till två decimaler."),
    "money.too_fine_for": (
        lambda: Money("1.5", "JPY"),
        "”1.5” har fler decimaler än JPY har. Avrunda till den minsta enheten i JPY.",
    ),
    "money.too_large": (
        lambda: Money(10**16),
        "10000000000000000 är minst en triljon av valutans minsta enhet. Kontrollera i vilken enhet beloppet anges.",
    ),
    "number.not_finite": (
        lambda: Money(Decimal("NaN")),
        "NaN är inget tal. Ange ett tal, eller utelämna uppgiften.",
    ),
    "number.not_plain": (
        lambda: Money("1 234,50"),
        "”1 234,50” är inget tal med siffror och decimalpunkt. Skriv till exempel ”1234.50”.",
    ),
    "number.not_positive": (lambda: Period.of_months("2024-10-01", 0), "0 är inte större än noll. Ange mer än noll."),
    "number.outside": (
        lambda: ProgrammingPeriod(21, 27),
        "21 ligger inte mellan 1000 och 9999. Ange ett heltal från 1000 till 9999.",
    ),
    "number.too_long": (
        lambda: Rate(Fraction(10**100)),
        f"1{'0' * 100} har fler än 100 siffror. Kontrollera talet, och avrunda det om det stämmer.",
    ),
    "nuts.form": (
        lambda: NutsCode("Jämtlands län"),
        "”Jämtlands län” är ingen NUTS-kod. Skriv två bokstäver för landet och upp till tre bokstäver eller siffror, "
        "till exempel ”SE32”.",
    ),
    "nuts.no_region": (
        lambda: NutsCode("SE99"),
        "”SE99” är ingen region i Sverige. Skriv koden för en region, till exempel ”SE32”.",
    ),
    "organisation_number.check_digit": (
        lambda: OrganisationNumber("232100-0215"),
        "”232100-0215” har kontrollsiffran 5, men de nio första siffrorna ger 4. Jämför med registret: den sista "
        "siffran ska vara 4, om ingen annan siffra är fel.",
    ),
    "organisation_number.form": (
        lambda: OrganisationNumber("232100"),
        "”232100” är inte skrivet som ett organisationsnummer. Skriv tio siffror, till exempel ”232100-0214”.",
    ),
    "organisation_number.personal": (
        lambda: OrganisationNumber("121212-1212"),
        "”121212-1212” har 1 som tredje siffra, men en juridisk person har minst 2. Utelämna personnumret för en "
        "enskild firma; jämför en juridisk persons nummer med registret.",
    ),
    "organisation_number.zeros": (
        lambda: OrganisationNumber("000000-0000"),
        "”000000-0000” består bara av nollor. Utelämna numret om det inte är känt.",
    ),
    "period.beyond_calendar": (
        lambda: Period.of_months("9999-12-02", 1),
        "1 från 9999-12-02 slutar efter år 9999. Ange färre månader.",
    ),
    "period.no_end": (OpenPeriod, "Saknar både start och slut. Ange ett av dem."),
    "period.not_open": (
        lambda: OpenPeriod.parse("2024-10-01"),
        "”2024-10-01” är ingen period med bara start eller bara slut. Skriv till exempel ”2024-10-01/..”.",
    ),
    "period.not_plain": (
        lambda: Period.parse("2024-10-01"),
        "”2024-10-01” är inte två dagar, två månader eller två år med snedstreck emellan. Skriv till exempel "
        "”2024-10-01/2027-09-30”.",
    ),
    "period.only_years": (
        lambda: Period.of_years(2023, 2025).split_months(),
        "Av perioden 2023–2025 är bara åren kända. Ange månaderna eller dagarna.",
    ),
    "period.open": (
        lambda: Period.parse("2024-10-01/.."),
        "”2024-10-01/..” saknar start eller slut. Ange båda, till exempel ”2024-10-01/2027-09-30”.",
    ),
    "period.reversed": (
        lambda: Period.parse("2024-10-02/2024-10-01"),
        "”2024-10-01” ligger före starten 2024-10-02. Byt plats på datumen, eller rätta ett av dem.",
    ),
    "postal_code.country_twice": (
        lambda: PostalCode("FI-FI-65100"),
        "”FI-FI-65100” har landets bokstäver två gånger. Skriv dem en gång.",
    ),
    "postal_code.no_place": (
        lambda: PostalCode("999 99"),
        "”999 99” börjar med 99, vilket inget svenskt postnummer gör. Jämför siffrorna med adressen.",
    ),
    "postal_code.foreign_form": (
        lambda: PostalCode("FI-65100!"),
        "”FI-65100!” är inte skrivet som ett postnummer. Skriv 2 till 12 bokstäver A–Z, siffror, mellanslag och "
        "bindestreck, till exempel ”FI-65100”.",
    ),
    "postal_code.form": (
        lambda: PostalCode("8312"),
        "”8312” är inget svenskt postnummer. Skriv fem siffror, till exempel ”831 27”; ett utländskt skrivs som "
        "”FI-65100”.",
    ),
    "postal_code.two_countries": (
        lambda: PostalCode("FI-65100", "NO"),
        "”FI-65100” börjar med FI, men landet är NO. Utelämna ett av de två länderna.",
    ),
    "programming_period.fields": (
        lambda: read_periods(ROW.replace("act", "law")),
        "first, last, law, source är andra fält än first, last, act, source. Jämför med de andra raderna.",
    ),
    "programming_period.not_known": (
        lambda: ProgrammingPeriod.of_year(2028),
        "Programperioden för 2028 är inte känd. Ange ett år i någon av 2007–2013, 2014–2020, 2021–2027.",
    ),
    "programming_period.not_plain": (
        lambda: ProgrammingPeriod.parse("2021"),
        "”2021” är inte två årtal med fyra siffror och bindestreck emellan. Skriv till exempel ”2021-2027”.",
    ),
    "programming_period.order": (
        lambda: ProgrammingPeriod(2027, 2021),
        "2021 kommer inte efter 2027. Byt plats på åren, eller rätta dem.",
    ),
    "programming_period.too_long": (
        lambda: ProgrammingPeriod(2021, 2031),
        "2031 ger en period på 11 år från 2021. Rätta åren: en programperiod har högst 10.",
    ),
    "rate.not_plain": (
        lambda: Rate.parse("40 procent"),
        "”40 procent” är inte skrivet som en andel. Skriv den med procenttecken, till exempel ”40%”.",
    ),
    "rate.whole_number": (
        lambda: Rate(40),
        "40 är ett heltal, som kan vara menat i procent. Skriv Rate.of_percent(...), eller Rate(Fraction(...)) för så "
        "många gånger helheten.",
    ),
    "rate.of_zero": (
        lambda: Rate.of(Money(1), Money(0)),
        "0 kr är noll, och ingenting kan vara en andel av noll. Ange en helhet som inte är noll.",
    ),
    "value.empty": (lambda: Country(""), "”” är tomt. Fyll i uppgiften eller utelämna den."),
    "value.missing": (lambda: exact(None), "Saknas. Ange uppgiften."),
    "value.negative": (lambda: Money(1).allocate([-1]), "-1 är mindre än noll. Ange noll eller mer."),
    "value.not_one_of": (
        lambda: Period("2024-10-01", "2027-09-30", MONTHLY),
        "”week” är inget vi känner till. Använd något av day, month, year.",
    ),
    "weights.all_zero": (
        lambda: Money(1).allocate([0]),
        "Är alla noll, så det finns inget att fördela efter. Ange minst en vikt som är större än noll.",
    ),
}
"""For each code: a call that raises it, and what people are told, without the place."""


def raised() -> list[ast.Call]:
    """Return the calls in the modules of values that make an error; those of files are made by reading files."""
    folder = Path(esfmodel.values.__file__).parent
    return [
        node
        for path in folder.glob("*.py")
        if path.name not in {"files.py", "nesting.py", "syntax.py"}
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in {"InvalidValue", "NotKnown", "ReadError"}
    ]


def test_every_code_of_values_is_reached_below() -> None:
    """A new code comes with a call that raises it."""
    assert {ast.literal_eval(call.args[0]) for call in raised()} == REACHED.keys()


def test_every_place_has_words() -> None:
    """A value that stands in no field is named in Swedish all the same."""
    places = [call.args[1] for call in raised() if len(call.args) > 1]
    named = {ast.literal_eval(place) for place in places if isinstance(place, ast.Constant)} - {""}
    assert len(named) > 10
    assert named | {"day", "difference", "product", "sum", "weights"} <= {*FIELDS, *VALUES}


@pytest.mark.parametrize("code", REACHED)
def test_each_fault_is_told_in_swedish(code: str) -> None:
    """The call raises the code, and its Swedish text is whole sentences."""
    call, text = REACHED[code]
    with pytest.raises(EsfModelError) as caught:
        call()
    assert caught.value.code == code
    told = caught.value.at("", source=None).text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert told.removeprefix("periods.toml: ").lower() == text.lower()


@pytest.mark.parametrize(
    ("read", "text", "swedish"),
    [
        (OrganisationNumber, "232100", "Organisationsnummer: ”232100” är inte skrivet som ett organisationsnummer."),
        (PostalCode, "8312", "Postnummer: ”8312” är inget svenskt postnummer."),
        (NutsCode, "SE99", "NUTS-kod: ”SE99” är ingen region i Sverige."),
        (Rate.parse, "0.4", "Andel: ”0.4” är inte skrivet som en andel."),
        (Period.parse, "2024-10/2023-09", "Slut: ”2023-09-30” ligger före starten 2024-10-01."),
        (Money.parse, "5 kr", "Valuta: ”kr” är ingen valutakod."),
    ],
    ids=str,
)
def test_what_an_applicant_is_told(read: Callable[[str], object], text: str, swedish: str) -> None:
    """The value is named as an official names it, then what is wrong with it."""
    with pytest.raises(InvalidValue) as caught:
        read(text)
    assert caught.value.text("sv").startswith(swedish)


# --- Advice that is followed is accepted

READERS: dict[str, tuple[Callable[[str], object], st.SearchStrategy[Any]]] = {
    "Money": (Money, st.decimals(allow_nan=False, allow_infinity=False)),
    "Money.parse": (Money.parse, drawn.money()),
    "Rate.of_percent": (Rate.of_percent, st.decimals(allow_nan=False, allow_infinity=False)),
    "Rate.parse": (Rate.parse, drawn.rates()),
    "Bounds.parse": (Bounds.parse, st.one_of(drawn.bounds_of_money(), drawn.bounds_of_rates())),
    "as_date": (lambda text: as_date(text, "day"), st.dates()),
    "Period.parse": (Period.parse, drawn.periods()),
    "OpenPeriod.parse": (OpenPeriod.parse, drawn.open_periods()),
    "ProgrammingPeriod.parse": (ProgrammingPeriod.parse, drawn.programming_periods()),
    "Cci": (Cci, drawn.ccis()),
    "Country": (Country, drawn.countries()),
    "ForeignNumber.parse": (ForeignNumber.parse, drawn.foreign_numbers()),
    "NutsCode": (NutsCode, drawn.nuts_codes()),
    "OperationId": (OperationId, drawn.operation_ids()),
    "OrganisationNumber": (OrganisationNumber, drawn.organisation_numbers()),
    "PostalCode": (PostalCode, drawn.postal_codes()),
}
PEOPLE = st.sampled_from(
    [
        *(
            "0.4",
            "40 procent",
            "1 234,50 SEK",
            "5 kr",
            "[5, 10]",
            "[5 SEK, 5]",
            "[0.4, 40%]",
            "2024-10-01 - 2027-09-30",
        ),
        *("831 27 Östersund", "FI-65100 VASA", "SE32 Mellersta Norrland", "GR30 Attiki", "2014EL16M1OP001", "2024/.."),
        *("12.50 eur", "(5 sek, )", "2021", "232100", "8312"),
    ]
)
HOSTILE = st.text(st.characters(codec=None, categories=None), max_size=30)  # half characters as well


@st.composite
def misspelt(draw: st.DrawFn, written: st.SearchStrategy[Any]) -> str:
    """Return the plain text of a value with one character changed, left out or put in."""
    text = str(draw(written))
    at = draw(st.integers(0, len(text)))
    put = draw(st.sampled_from(["", " ", ",", ".", "-", "/", "%", "0", "a", "Å", "\N{EN DASH}", " SEK"]))
    return f"{text[:at]}{put}{text[at + draw(st.integers(0, 1)) :]}"


every_reader = pytest.mark.parametrize("name", READERS)


def advised(text: str, error: EsfModelError) -> str | None:
    """Return the text with what the advice tells to write in place of what was wrong; None where it shows nothing."""
    written = error.params.get("right", error.params.get("example"))
    if written is None:
        return None
    assert str(written) in error.advice
    assert str(written) in error.text("sv")
    wrong = str(error.given)
    # An amount may stand in an interval twice, and be wrong only where no currency follows.
    alone = re.compile(rf"(?<![^\[( /]){re.escape(wrong)}(?![^\]),/])")
    return alone.sub(str(written), text, count=1) if alone.search(text) else text.replace(wrong, str(written), 1)


@every_reader
@given(data=st.data())
def test_advice_that_is_followed_is_accepted(name: str, data: st.DataObject) -> None:
    """What a strict reader tells to write it takes, or it finds something else that is wrong."""
    read, written = READERS[name]
    text = data.draw(st.one_of(misspelt(written), HOSTILE, PEOPLE))
    seen: list[tuple[str, object]] = []
    while True:
        try:
            read(text)
        except EsfModelError as error:
            fault = error.code, error.given
            assert fault not in seen
            seen.append(fault)
            better = advised(text, error)
            if better is None:
                return
            text = better
        else:
            return


@every_reader
@given(data=st.data())
def test_whatever_is_given_is_told_in_short_printable_sentences(name: str, data: st.DataObject) -> None:
    """Half characters, control characters and very long text are escaped and cut, in each language and for programs."""
    read, written = READERS[name]
    piece = data.draw(st.one_of(HOSTILE, st.sampled_from(["\ud800", "\x00", "\u202e", "\x1b[2J"])))
    times = data.draw(st.sampled_from([1, 1, 1, 10_000]))
    text = f"{data.draw(written)}{piece * times}"
    try:
        read(text)
    except EsfModelError as error:
        for told in (str(error), *(error.text(language) for language in LANGUAGES)):
            assert told.replace("\N{NO-BREAK SPACE}", " ").isprintable()
            assert len(told) < 2_000


@pytest.mark.parametrize("wrong", [datetime.date(2024, 10, 1), Fraction(1, 2), Rate(1), b"5", ("5", "SEK")], ids=repr)
def test_an_amount_of_a_wrong_type_is_told_by_its_type(wrong: object) -> None:
    """A day, a share or bytes given as an amount is a mistake in the program, and is said plainly."""
    amount: Any = wrong
    with pytest.raises(TypeError, match=rf"^amount must be int, str or Decimal, not {type(wrong).__name__}$"):
        Money(amount)
