"""What the strict readers say of text that they refuse, and that they take what they advise."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.text import en, sv
from esfmodel.values.money import Money, Rate

if TYPE_CHECKING:
    from collections.abc import Callable

READERS: dict[str, Callable[[str], object]] = {
    "sv amount": sv.parse_money,
    "sv amount with its currency": partial(sv.parse_money, currency=None),
    "sv amount in kronor": partial(sv.parse_money, currency="SEK"),
    "sv amount in yen": partial(sv.parse_money, currency="JPY"),
    "sv amount with dots": partial(sv.parse_money, thousands="."),
    "sv rate": sv.parse_rate,
    "sv rate beside its unit": partial(sv.parse_rate, unit="%"),
    "sv date": sv.parse_date,
    "sv period": sv.parse_period,
    "sv duration": sv.parse_duration,
    "en amount": en.parse_money,
    "en amount in euro": partial(en.parse_money, currency="EUR"),
    "en amount with dots": partial(en.parse_money, thousands="."),
    "en rate": en.parse_rate,
    "en rate beside its unit": partial(en.parse_rate, unit="%"),
    "en date": en.parse_date,
    "en period": en.parse_period,
    "en duration": en.parse_duration,
}
PIECES = st.sampled_from(
    [
        *"0123456789", *" -–−,./()½", "  ", "\t", "\N{NO-BREAK SPACE}", " kr", "kr ", "SEK ", " MSEK", " mkr", " tkr.",
        " miljoner", " millioner", " million", " euro", "€", ":-", "%", " procent", " per cent", "två ", "two ", "half",
        "hälften", "en tredjedel", " år", " years", " månader", " months", " och ", " and ", " till ", "från ", "from ",
        "över ", "om ", "ca ", "senast ", " personer", "1/10", " 2024", "2024-10-01", "1.10.2024", "31/12/2024",
        "2011–12", "Q4 ", "kvartal 5", " oktober ", " October ", "0.4", "40.5", "1.2", "1.234", "12,500", "1.200.000",
        "1,235,522.50", "1 234", "12 34", "T10:00", "saknas",
    ]
)  # fmt: skip
SCRAPS = st.one_of(st.text(max_size=20), st.lists(PIECES, min_size=1, max_size=6).map("".join))


def refusal(read: Callable[[str], object], text: str) -> InvalidValue | None:
    """Return the error of a reader, None where it reads the text."""
    try:
        read(text)
    except InvalidValue as error:
        return error
    return None


def size(figure: object) -> Fraction:
    """Return the size of an amount, a share or a number of months, whatever its sign."""
    number = figure.amount if isinstance(figure, Money) else figure.fraction if isinstance(figure, Rate) else figure
    assert isinstance(number, (Decimal, Fraction, int))
    return abs(Fraction(number))


@given(SCRAPS, st.sampled_from(sorted(READERS)))
def test_advice_that_is_followed_is_accepted(text: str, reader: str) -> None:
    """What an error tells to write is read by the reader that told it, and two readings are not the same figure."""
    read = READERS[reader]
    error = refusal(read, text)
    if error is None:
        return
    assert (error.given, error.place) == (text, reader.split(" ")[1])
    meant = [read(str(error.params[name])) for name in ("example", "other") if name in error.params]
    if error.code.endswith("two_readings"):
        assert meant[0] != meant[1]
    if error.code == "number.two_readings":
        # "kan betyda 1 234 eller 1,234": what is advised stands in the same order.
        thousands, decimals = (size(each) for each in meant)
        assert thousands > decimals
        # A length is advised in months; all else is advised as the reading is told.
        assert reader.endswith("duration") or str(error.params["thousands"]) in str(error.params["example"])


SAID = [
    ("sv amount", "", "value.empty", "Belopp: ”” är tomt. Fyll i uppgiften eller utelämna den."),
    ("sv amount", "1 " * 500, "text.too_long", "har fler tecken än en enda uppgift kan ha."),
    ("sv amount", "8  000 kr", "text.odd_spaces", "eller något ovanligt mellanrum. Skriv ”8 000 kr”."),
    ("sv amount", "okänt", "figure.not_stated", "innehåller ingen uppgift. Utelämna fältet om uppgiften saknas."),
    ("sv amount", "mycket", "figure.not_in_digits", "Skriv talet med siffror, till exempel ”3 706 566 kr”."),
    ("sv amount", "٥ kr", "figure.other_digits", "Skriv med vanliga siffror, till exempel ”3 706 566 kr”."),
    ("sv amount", "ca 5 kr", "figure.hedged", "”ca 5 kr” är ingen exakt uppgift (”ca”). Skriv uppgiften utan ”ca”"),
    ("sv amount", "5–6 kr", "figure.two", "innehåller två uppgifter. Ange dem var för sig."),
    ("sv amount", "1.234 kr", "number.two_readings", "kan betyda 1 234 eller 1,234. Skriv ”1 234 kr” eller ”1,23 kr”."),
    ("en amount", "5.000 kr", "number.two_readings", "kan betyda 5 000 eller 5.000. Skriv ”5 000 kr” eller ”5.00 kr”."),
    ("en amount", "€1.200", "number.two_readings", "kan betyda 1 200 eller 1.200. Skriv ”€1 200” eller ”€1.20”."),
    ("sv duration", "1,234 år", "number.two_readings", "kan betyda 1 234 eller 1,234. Skriv ”14 808 månader” eller"),
    ("sv amount", "(5 kr)", "number.in_brackets", "står inom parentes, vilket ibland betyder minus. Skriv ”5 kr”, med"),
    ("sv amount", "- 5 kr", "number.spaced_minus", "Skriv ”-5 kr”."),
    ("sv amount", "1.200.000", "number.thousands_mark", "har ”.” mellan tusentalen. Skriv ”1 200 000”."),
    ("sv amount", "1 234\N{THIN SPACE}567", "number.two_spaces", "Skriv ”1 234 567”."),
    ("sv amount", "40.5", "number.decimal_mark", "Belopp: ”40.5” har ”.” före decimalerna. Skriv ”40,5”."),
    ("sv amount", "12 34 kr", "number.badly_written", "är inget rätt skrivet tal. Skriv till exempel ”3 706 566 kr”."),
    ("sv amount in kronor", "5 EUR", "money.other_currency", "är i EUR, men beloppet ska vara i SEK."),
    ("sv amount with its currency", "5", "money.no_currency", "saknar valuta. Lägg till den, till exempel ”5 kr”."),
    ("sv amount", "2 millioner", "money.no_currency", "saknar valuta. Lägg till den, till exempel ”2 millioner NOK”."),
    ("sv amount", "1,2345678 tkr", "money.finer_than_unit", "Avrunda, till exempel till ”1 234,57 kr”."),
    ("sv amount", "kr 500", "money.kronor_first", "har ”kr” före talet. Skriv ”500 kr” om det är svenska kronor"),
    ("sv amount in kronor", "kr 500", "money.unit_first", "Belopp: ”kr 500” har ”kr” före talet. Skriv ”500 kr”."),
    ("sv amount", "mkr 2,5", "money.unit_first", "Skriv ”2,5 mkr”."),
    ("sv amount", "5 st", "money.unknown_unit", "är inget belopp: ”st” är ingen enhet för belopp."),
    ("sv amount", "12:50", "money.not_one_amount", "är inget belopp. Skriv till exempel ”3 706 566 kr”"),
    ("sv rate", "3/0", "rate.divided_by_zero", "delas med noll. Ange en andel av något."),
    ("sv rate", "5 procentenheter", "rate.percentage_points", "är en skillnad mellan två andelar."),
    ("sv rate", "60/40", "rate.two_parts", "kan betyda 60 delat med 40 eller delarna 60 % och 40 %."),
    ("sv rate", "3 kr", "rate.not_one_share", "Skriv till exempel ”15,5 %”, eller som en kvot, ”12/29”."),
    ("sv rate", "0.4", "text.two_readings", "kan betyda 0,4 % eller 40 %. Skriv det som avses."),
    ("sv rate beside its unit", "0.4", "number.decimal_mark", "har ”.” före decimalerna. Skriv ”0,4”."),
    ("en rate", "0,4", "text.two_readings", "kan betyda 0.4% eller 40%."),
    ("sv date", "3/4/2024", "text.two_readings", "kan betyda 3 april 2024 eller 4 mars 2024. Skriv det som avses."),
    ("sv date", "senast 1 maj 2024", "figure.hedged", "är ingen exakt uppgift (”senast”)."),
    ("sv date", "2024-05-01 10:00", "date.with_time", "har ett klockslag, och vilken dag det är beror på tidszonen."),
    ("sv date", "maj 2024", "date.not_one_day", "Skriv till exempel ”1 oktober 2024” eller ”2024-10-01”."),
    ("sv period", "2025–2023", "period.ends_before_start", "Period: ”2025–2023” slutar innan den börjar."),
    ("sv period", "från maj", "period.open_without_day", "anger bara start eller slut, och utan dag."),
    ("sv period", "2014–20", "period.short_year", "är ingen fullständig period. Skriv ”2014–2020”."),
    ("sv period", "2011–12", "text.two_readings", "kan betyda 2011–2012 eller december 2011."),
    ("sv period", "våren 2024", "period.not_one_period", "är ingen period. Skriv till exempel ”1 oktober 2024–30 sep"),
    ("sv duration", "3 veckor", "duration.not_one_length", "anger ingen tid i månader eller år."),
    ("sv duration", "1,3 år", "duration.not_whole_months", "Avrunda, till exempel till ”16 månader”."),
    ("sv duration", "0 år", "number.not_positive", "är inte större än noll. Ange mer än noll."),
    ("sv duration", "10 000 år", "duration.too_long", "är längre än kalendern räcker. Ange högst 9999 år."),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "text", "code", "swedish"), SAID)
def test_what_is_wrong_has_a_code_and_is_said_in_swedish(reader: str, text: str, code: str, swedish: str) -> None:
    """Programs go by the code, people by the Swedish sentence."""
    with pytest.raises(InvalidValue) as refused:
        READERS[reader](text)
    assert refused.value.code == code
    assert swedish in refused.value.text("sv")


UNTYPED: Any = sv
WRITTEN = [
    (lambda: sv.format_list([]), "argument.nothing_to_list", "innehåller inget att räkna upp."),
    (lambda: sv.format_list(["Berg", " "]), "value.empty", "är tomt. Fyll i uppgiften eller utelämna den."),
    (lambda: sv.format_count(-1, "kommun", "kommuner"), "value.negative", "är mindre än noll. Ange noll eller mer."),
    (lambda: sv.format_count(10**18, "kommun", "kommuner"), "count.too_large", "är orimligt många."),
    (lambda: sv.format_count(1, "", "kommuner"), "value.empty", "är tomt."),
    (lambda: sv.format_duration(10**9), "duration.too_long", "är längre än kalendern räcker. Ange högst 9999 år."),
    (lambda: sv.genitive("Mora (W)"), "name.without_genitive", "kan inte få genitiv-s. Skriv om med preposition"),
    (lambda: sv.format_money(Money(5), qualifier="nearly"), "argument.qualifier_of_other", "men detta är Money"),
    (lambda: UNTYPED.format_rate(Rate(1), style="kr"), "value.not_one_of", "använd något av \"percent\", \"exact\""),
    (lambda: UNTYPED.parse_money("5", thousands=","), "value.not_one_of", "Använd något av \".\"."),
    (lambda: UNTYPED.parse_rate("5", unit="‰"), "value.not_one_of", "Använd något av \"%\"."),
]  # fmt: skip


@pytest.mark.parametrize(("write", "code", "swedish"), WRITTEN)
def test_what_writers_refuse_has_a_code_and_is_said_in_swedish(
    write: Callable[[], object], code: str, swedish: str
) -> None:
    """What cannot be written is refused as what cannot be read is."""
    with pytest.raises(InvalidValue) as refused:
        write()
    assert refused.value.code == code
    assert swedish.casefold() in refused.value.text("sv").casefold()


HOSTILE = [
    "\ud800", "\x00", "\x1b[31m", "\N{RIGHT-TO-LEFT OVERRIDE}", "{other}", "%s", "\N{LINE SEPARATOR}x", "å" * 1_000,
]  # fmt: skip
FORMS = ["kr{} {}", "5 {}", "{} 5", "5{}6 {}", "1.234 {}", "{}kr 5{}", "5  {}", "(5 {})"]


@pytest.mark.parametrize("reader", sorted(READERS))
def test_hostile_text_is_shown_harmless(reader: str) -> None:
    """Nothing of what was given gets unprintable or unlimited into an error, wherever it stands."""
    for hostile in HOSTILE:
        for form in FORMS:
            error = refusal(READERS[reader], form.format(hostile, hostile))
            assert error is not None
            for said in (str(error), error.text("sv"), error.text("en")):
                assert all(sign.isprintable() or unicodedata.category(sign) == "Zs" for sign in said)
                assert len(said) < 1_500


def test_ten_megabytes_are_shown_in_a_few_lines() -> None:
    """However long a text is, an error about it is short."""
    text = "1 " * 5_000_000
    for read in READERS.values():
        error = refusal(read, text)
        assert error is not None
        assert error.code == "text.too_long"
        assert max(map(len, (str(error), error.text("sv"), error.text("en")))) < 500
