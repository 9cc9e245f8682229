from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import Fund, InvalidValue, Law, Money, Period, Provision, Rate, ReadError
from esfmodel.law import Binds, Condition, Grade, Level, Sense
from esfmodel.law.provisions import read_rows

GOOD = {
    "key": '"eligibility.period"',
    "period": '"2021-01-01/2029-12-31"',
    "level": '"EU_LAW"',
    "act": '"Regulation (EU) 2021/1060"',
    "article": '"63(2)"',
    "start": "2021-01-01",
    "grade": '"A"',
    "quote": '"between 1 January 2021 and 31 December 2029"',
    "edition": '"OJ L 231, 30.6.2021"',
    "source": '"http://data.europa.eu/eli/reg/2021/1060/oj"',
    "checked": "2026-11-21",
}


def written(**changes: str | None) -> str:
    """Write a good row with some fields changed, or left out."""
    fields = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    return "[[provision]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items())


def refusal(text: str) -> str:
    """Return what the loader says about a file it refuses."""
    with pytest.raises(ReadError) as caught:
        Law.parse(text, name="draft.toml")
    return str(caught.value).replace("\N{NO-BREAK SPACE}", " ")


def test_a_good_row_is_read_whole() -> None:
    """Every field of a row arrives as what it is."""
    more = {"end": "2029-12-31", "sense": '"AT_MOST"', "binds": '"EXPENDITURE"', "base": '"allt"', "note": '"se"'}
    (row,) = Law.parse(written(**more, programming_period='"2021-2027"', language='"sv"')).provisions
    assert row.value_as(Period) == Period("2021-01-01", "2029-12-31")
    assert (row.level, row.grade, row.sense, row.binds) == (Level.EU_LAW, Grade.A, Sense.AT_MOST, Binds.EXPENDITURE)
    assert (str(row.start), str(row.end), row.language, row.note) == ("2021-01-01", "2029-12-31", "sv", "se")
    assert row.place == "law, provision 1 (eligibility.period)"


def test_a_row_carries_its_scope() -> None:
    """Funds, condition, amending act and days of the expenditure arrive as what they are; a fund by any usual name."""
    (row,) = Law.parse(
        written(
            funds='["ESF+", "Eruf"]',
            condition='"STEP"',
            amended_by='"Regulation (EU) 2024/795"',
            expenditure_from="2024-03-01",
            expenditure_until="2029-12-31",
        )
    ).provisions
    assert (row.funds, row.condition) == ((Fund.ESF_PLUS, Fund.ERDF), Condition.STEP)
    assert row.amended_by == "Regulation (EU) 2024/795"
    assert (str(row.expenditure_from), str(row.expenditure_until)) == ("2024-03-01", "2029-12-31")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ('rate = "40%"', "Rate"),
        ('money = "400000 SEK"', "Money"),
        ('number = 36\nunit = "months"', "int"),
        ("day = 2030-12-31", "Date"),
        ('text = "Eruf"', "str"),
    ],
)
def test_a_value_is_what_it_is_called(value: str, kind: str) -> None:
    """The name of the value says what it is."""
    (row,) = Law.parse(f"{written(period=None)}\n{value}").provisions
    assert type(row.value).__name__ == kind


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"key": None}, "key: is missing"),
        ({"source": None}, "source: is missing"),
        ({"checked": None}, "checked: is missing"),
        ({"quote": None}, "quote: is missing in a row of grade A"),
        ({"edition": None}, "edition: is missing in a row of grade A"),
        ({"edition": '" "'}, "edition: is empty (found ' ')"),
        ({"act": '""'}, "act: is empty (found '')"),
        ({"period": None}, "value: is missing; write one of rate, money, number, period, day, text"),
        ({"rate": '"40%"'}, "value: is given more than once (found 'rate, period')"),
        ({"weight": "1"}, "weight: is no key here"),
        ({"ratio": "1"}, "ratio: is not one we know; did you mean rate?"),
        ({"proposal": "true"}, "proposal: stands in a row; write it once, above the first [[provision]]"),
        ({"funds": '"ESF+"'}, "funds: is not a list (found 'ESF+')"),
        ({"funds": '["ESF+", "ESG"]'}, "funds[1]: is not one we know (found 'ESG'); did you mean ESF"),
        ({"funds": "[1]"}, "funds[0]: is not text (found 1)"),
        ({"funds": '["Eruf", "ERDF"]'}, "funds[1]: is given more than once"),
        ({"condition": '"STEEP"'}, "condition: is not one we know (found 'STEEP'); did you mean STEP?"),
        ({"condition": '"on Sundays"'}, "condition: is not one we know (found 'on Sundays')"),
        (
            {"expenditure_from": "2024-03-01", "expenditure_until": "2024-02-29"},
            "expenditure_until: ",
        ),
        ({"place": '"here"'}, "place: is no key here"),
        ({"period": None, "rate": "0.4"}, 'rate: may mean "0.4%" or "40%" (found 0.4)'),
        ({"period": None, "rate": "40"}, 'rate: has no per cent sign (found 40); write it with its sign: "40%"'),
        ({"period": None, "rate": '"40,5 %"'}, 'write it as "40.5 %"'),
        ({"period": None, "rate": "true"}, "rate: is not text (found True)"),
        (
            {"period": None, "money": "150000"},
            "names no currency (found 150000); write it with its currency",
        ),
        ({"period": None, "money": '"150.000 EUR"'}, "may mean 150000 or 150.000 "),
        ({"period": None, "money": '"15 0000 EUR"'}, "is not an amount and a currency"),
        ({"act": "2021-01-01T00:00:00"}, "act: is not text (found datetime"),
        ({"period": None, "number": "36.0", "unit": '"months"'}, "number: is not a whole number (found 36.0)"),
        ({"period": None, "number": "true", "unit": '"months"'}, "number: is not a whole number (found True)"),
        ({"period": None, "number": "36"}, "unit: does not fit the value"),
        (
            {"unit": '"months"'},
            "unit: does not fit the value; a whole number has a unit, and nothing else has (found 'months')",
        ),
        ({"period": None, "rate": '"40"'}, "rate: is not a share"),
        ({"period": '"2029-12-31/2021-01-01"'}, "period: is before the start"),
        (
            {"start": '"2021-01-01"'},
            "start: is not written as a day (found '2021-01-01'); write it like 2021-01-01, without quotation marks",
        ),
        ({"start": "2021-01-01T00:00:00"}, "is a day with a time (found '2021-01-01 00:00:00'); write 2021-01-01"),
        ({"start": "12:00:00"}, "start: is not written as a day (found datetime.time(12, 0))"),
        ({"end": "2020-12-31"}, "end: is before the start 1 January 2021 (found '2020-12-31')"),
        ({"level": '"EU"'}, "level: is not one we know (found 'EU'); use one of EU_LAW, NATIONAL"),
        ({"level": "1"}, "level: is not text (found 1)"),
        ({"grade": '"D"'}, "grade: is not one we know (found 'D')"),
        ({"sense": '"MAX"'}, "sense: is not one we know (found 'MAX')"),
        ({"binds": '"ALL"'}, "binds: is not one we know (found 'ALL')"),
        ({"key": '"Eligibility"'}, "key: is no key (found 'Eligibility')"),
        ({"key": "1"}, "key: is not text (found 1)"),
        ({"programming_period": '"2021"'}, ": is not two years"),
        ({"programming_period": "2021"}, "programming_period: is not text (found 2021)"),
    ],
)
def test_a_row_that_is_not_right_is_refused_with_file_and_row(changes: dict[str, str | None], wrong: str) -> None:
    """What is unknown, missing, a float, no day or not said well enough stops the whole file."""
    text = written() + "\n" + written(**changes)
    said = refusal(text)
    found = re.match(r"draft\.toml, line ([0-9]+), provision\[1\]\.([a-z_]+)", said)
    assert found is not None
    line = text.split("\n")[int(found[1]) - 1]
    assert line.startswith(f"{found[2]} = ") if f"\n{found[2]} = " in written(**changes) else int(found[1]) == 13
    assert wrong in said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("start = 2021-02-31", "draft.toml, line 1: is no day of the calendar (found '2021-02-31')"),
        ("provision", "has no = between key and value"),
        ("act = ”a”", "draft.toml, line 1: "),
        ("proposal = true\nproposal = true", "draft.toml, line 2, proposal: is given more than once"),
        ("a = " + "[" * 100_000, "is nested more than 60 levels deep"),
        ("a" + ".a" * 100_000 + " = 1", "is nested more than 60 levels deep"),
        ("version = 1", "draft.toml, version: is no row of a law file"),
        (
            "[provision]\nkey = 'a'",
            "draft.toml, provision: is no row of a law file; write only rows, each below [[provision]]",
        ),
        ("provision = [1]", "draft.toml, line 1, provision[0]: is no row of a law file (found 1)"),
        ("a = " + "1" * 5_000, "draft.toml, line 1: has more than 100 digits"),
        ("#" * 500_001, "has 500001 characters"),
        (written() + "\n" + written(), "has two values from 1 January 2021"),
    ],
)
def test_a_file_that_is_no_law_file_is_refused(text: str, wrong: str) -> None:
    """A file is rows and nothing else, and no two of them answer one question."""
    said = refusal(text)
    assert said.startswith("draft.toml")
    assert wrong in said


@given(st.lists(st.booleans(), min_size=1, max_size=5))
def test_the_line_of_a_fault_is_where_its_field_stands(spaced: list[bool]) -> None:
    """However the rows are spaced, a field that is missing is found by the heading of its row."""
    text = "\n".join(f"{'# note' if space else ''}\n  {written(level=None, end='1')}" for space in spaced)
    _, faults = read_rows(text, "draft.toml")
    lines = text.split("\n")
    told = [(fault.place, lines[(fault.line or 0) - 1]) for fault in faults]
    expected = [("level", "  [[provision]]"), ("end", "end = 1")]
    assert told == [(f"provision[{index}].{name}", line) for index in range(len(spaced)) for name, line in expected]


def test_every_fault_of_a_row_is_told_at_its_line() -> None:
    """Who keeps a pack mends a row in one round, also below a long text with a line like a heading."""
    text = written(
        note='"""\n[[provision]]\n"""', level='"EU"', start="12:00:00", weight="1", period='"2021"', act=None
    )
    _, faults = read_rows(text, "draft.toml")
    places = {fault.place.removeprefix("provision[0]."): text.split("\n")[(fault.line or 0) - 1] for fault in faults}
    assert set(places) == {"level", "start", "weight", "period", "act"}
    assert all(line.startswith(f"{place} =") or place == "act" for place, line in places.items())


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
def test_an_amount_is_read_as_the_official_journal_prints_it(space: str) -> None:
    """Thousands may be parted by spaces; a mark at the beginning of the file is no part of it."""
    money = f'"1{space}250{space}000 EUR"'
    (row,) = Law.parse("\ufeff" + written(period=None, money=money)).provisions
    assert row.value == Money(1_250_000, "EUR")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"source": None}, "eligibility.period, source: saknas. Ange uppgiften."),
        ({"condition": '"x"'}, ", condition: ”x” är inget vi känner till."),
        ({"funds": '["ESG"]'}, ", funds 1: ”ESG” är inget vi känner till. Menar du ESF"),
        ({"grate": "1"}, "Menar du rate eller grade?"),
        ({"act": '""'}, ": ”” är tomt. Fyll i uppgiften eller utelämna den."),
        ({"edition": None}, ": saknas i en rad med graden A. Citera den utgåva som har lästs, eller ange"),
        ({"period": None, "number": "36"}, ": passar inte värdet; ett heltal har en enhet"),
        ({"act": "4"}, ': 4 är inte text. Skriv det som text, till exempel "4".'),
        ({"start": "2021-01-01T00:00:00"}, "är ett datum med klockslag. Skriv 2021-01-01."),
        ({"act": "2021-01-01T00:00:00"}, ": 2021-01-01 00:00:00 är inte text."),
        ({"start": '"2021-01-01"'}, ": ”2021-01-01” är inte skrivet som ett datum. Skriv som 2021-01-01, utan"),
        ({"level": '"EU"'}, ": ”EU” är inget vi känner till. Använd något av EU_LAW, NATIONAL, PROGRAMME,"),
        (
            {"weight": "1"},
            ": är ingen uppgift som finns här. Ta bort den, eller använd någon av key, rate, money, number",
        ),
    ],
)
def test_a_swedish_reader_is_told_in_swedish(changes: dict[str, str | None], said: str) -> None:
    """The text has the file, the line, the provision by its key, what is wrong and what to do."""
    with pytest.raises(ReadError) as caught:
        Law.parse(written(**changes), name="draft.toml")
    text = caught.value.text("sv")
    assert re.match(r"draft\.toml, rad [0-9]+, bestämmelse 1, eligibility\.period, ", text)
    assert said in text
    assert text.isprintable()


def provision(**changes: object) -> Provision:
    """Make a provision in code, with some fields changed."""
    given: dict[str, Any] = {
        "key": "a.b",
        "value": Rate.of_percent(40),
        "level": Level.EU_LAW,
        "act": "Decision (EU) 2021/1130",
        "article": "1",
        "start": "2021-01-01",
        "grade": Grade.B,
        "source": "x",
        "checked": "2026-11-21",
    }
    changed: dict[str, Any] = {**given, **changes}
    return Provision(**changed)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"key": 1}, "key must be str, not int"),
        ({"value": 0.4}, "value must be Rate, Money, int, Period, a day or str, not float"),
        ({"value": True}, "not bool"),
        ({"level": "EU law"}, "level must be Level, not str"),
        ({"grade": None}, "grade must be Grade, not NoneType"),
        ({"sense": "at most"}, "sense must be Sense, not str"),
        ({"act": 1}, "act must be str, not int"),
        ({"note": 1}, "note must be str, not int"),
        ({"proposal": 1}, "proposal must be bool, not int"),
        ({"programming_period": 2021}, "programming_period must be ProgrammingPeriod or str, not int"),
    ],
)
def test_a_provision_of_wrong_types_is_refused(changes: dict[str, Any], wrong: str) -> None:
    """Wrong types are plain type errors, in code as anywhere."""
    with pytest.raises(TypeError, match=wrong):
        provision(**changes)


def test_a_value_is_asked_for_as_what_it_is() -> None:
    """A share is never taken for an amount or a period."""
    with pytest.raises(TypeError, match=r"provision a\.b holds Rate, not Period"):
        provision().value_as(Period)


def test_other_acts_are_cited_too() -> None:
    """Kinds of acts have their Swedish names; a kind we do not know keeps its own."""
    assert provision().citation("sv") == "artikel 1 i beslut (EU) 2021/1130"
    assert provision(act="Directive 2014/24/EU", article="4(a)").citation("sv") == "artikel 4 a i Directive 2014/24/EU"
    with pytest.raises(InvalidValue, match="language 'de' is not one we know"):
        provision().citation("de")


def test_an_amending_act_is_named_in_each_language() -> None:
    """As the act that it amends is."""
    amended = provision(amended_by="Delegated Regulation (EU) No 480/2014")
    assert amended.amendment("sv") == "delegerad förordning (EU) nr 480/2014"
    assert amended.amendment("en") == "Delegated Regulation (EU) No 480/2014"


def test_a_higher_rank_is_closer_to_the_project() -> None:
    """EU law, national law, programme, call, decision."""
    assert [level.rank for level in Level] == [0, 1, 2, 3, 4]


def test_each_field_of_a_row_is_what_it_is_called() -> None:
    """A wrong type is a TypeError that names its field; all but key and value are given by name."""
    for field in attrs.fields(Provision):
        with pytest.raises(TypeError, match=rf"^{field.name}\b"):
            provision(**{field.name: [object()] if field.name == "funds" else object()})
    assert [field.name for field in attrs.fields(Provision) if not field.kw_only] == ["key", "value"]


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"act": " "}, "value.empty", "act"),
        ({"article": ""}, "value.empty", "article"),
        ({"source": "\t"}, "value.empty", "source"),
        ({"base": " "}, "value.empty", "base"),
        ({"note": ""}, "value.empty", "note"),
        ({"end": "2020-12-31"}, "period.reversed", "end"),
        ({"expenditure_from": "2025-01-02", "expenditure_until": "2025-01-01"}, "period.reversed", "expenditure_until"),
        ({"grade": Grade.A, "edition": "en"}, "law.not_quoted", "quote"),
        ({"grade": Grade.A, "quote": "x"}, "law.not_quoted", "edition"),
        ({"unit": "years"}, "law.unit", "unit"),
        ({"value": 3}, "law.unit", "unit"),
        ({"funds": [Fund.ERDF, Fund.JTF, Fund.ERDF]}, "value.given_twice", "funds[2]"),
        ({"key": "A b"}, "law.bad_key", "key"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused_at_its_field(changes: dict[str, Any], code: str, place: str) -> None:
    """Each demand on a row names the field that does not meet it."""
    with pytest.raises(InvalidValue) as refused:
        provision(**changes)
    assert (refused.value.code, refused.value.place) == (code, place)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("rate", '"40,5%"', "number.decimal_mark"),
        ("rate", "40", "number.no_percent"),
        ("rate", "0.4", "text.two_readings"),
        ("money", "400000", "number.no_currency"),
        ("day", "2030-12-31T10:00:00", "law.day_with_time"),
    ],
)
def test_a_value_that_is_none_is_refused_at_its_field(field: str, value: str, code: str) -> None:
    """How a value is written is told beside the name of its kind."""
    with pytest.raises(ReadError) as refused:
        Law.parse(written(**{"period": None, field: value}))
    assert (refused.value.code, refused.value.place) == (code, f"provision[0].{field}")


def test_where_a_row_stands_does_not_change_it() -> None:
    """The same row in another file is equal."""
    assert attrs.evolve(provision(), place="law, provision 2") == provision(place="law, provision 1")


@pytest.mark.parametrize(
    "changes", [{"end": "2021-01-01"}, {"expenditure_from": "2025-01-01", "expenditure_until": "2025-01-01"}]
)
def test_a_row_may_count_for_one_day(changes: dict[str, str]) -> None:
    """The last day may be the first: both are included."""
    row = provision(**changes)
    assert row.in_force("2021-01-01")
    assert row.in_force("2021-01-02") == (row.end is None)
    assert not row.in_force("2020-12-31")
