"""What the law refuses, with the facts that a program shows beside the field, and what it answers at the edges."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from esfmodel import LAW, Fund, InvalidValue, Law, Money, Period, ProgrammingPeriod, Provision, Rate
from esfmodel import law as law_package
from esfmodel.law import Binds, Grade, Level, codes
from esfmodel.law.codes import Code, CodeList, read_codes
from esfmodel.law.law import changes_of
from esfmodel.law.provisions import FIELDS, LARGEST, read_rows, written_row
from refusals import anew, facts, refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CEILING = "co-financing.ceiling.more-developed"
UNION = LAW.provision(CEILING, programming_period="2021-2027")
P14, P21 = ProgrammingPeriod(2014, 2020), ProgrammingPeriod(2021, 2027)
GOOD = {
    "key": '"a.b"',
    "level": '"EU_LAW"',
    "act": '"Regulation (EU) 2021/1060"',
    "article": '"63(2)"',
    "start": "2021-01-01",
    "grade": '"C"',
    "source": '"x"',
    "checked": "2026-11-21",
}


CODE: dict[str, Any] = {"grade": Grade.A, "source": "x", "checked": "2026-11-21"}


def file_of(*rows: dict[str, str], above: str = "") -> str:
    """Write a law file."""
    return above + "".join(
        "[[provision]]\n" + "".join(f"{name} = {value}\n" for name, value in row.items()) for row in rows
    )


def row(value: object, **changes: Any) -> Provision:  # noqa: ANN401
    """Make a row in code."""
    given: dict[str, Any] = {
        "level": Level.EU_LAW,
        "act": "Regulation (EU) 2021/1060",
        "article": "1",
        "start": "2021-01-01",
        "grade": Grade.C,
        "source": "x",
        "checked": "2026-11-21",
    }
    any_value: Any = value
    return Provision("a.b", any_value, **given | changes)


def code(**changes: Any) -> Code:  # noqa: ANN401
    """Make an entry of a code list."""
    return Code("1", "a", **CODE | changes)


# --- Questions

TWO_FUNDS = Law([row("sex", funds=[Fund.ESF_PLUS]), row("sju", funds=[Fund.JTF])])


QUESTIONS: list[tuple[Any, ...]] = [
    (
        lambda: LAW.provision("eligibility.perod"),
        ("value.did_you_mean", "", "eligibility.perod", {"near": ("eligibility.period",)}),
    ),
    (lambda: LAW.provision("zzz"), ("value.not_listed", "", "zzz", {"command": "esfmodel law"})),
    (
        lambda: LAW.history("eligibility.period", programming_period="2007-2013"),
        (
            "law.no_value",
            "",
            "eligibility.period",
            {"when": ProgrammingPeriod(2007, 2013), "others": (P14, P21)},
        ),
    ),
    (
        lambda: TWO_FUNDS.provision("a.b", fund=Fund.ERDF),
        ("law.no_value", "", "a.b", {"when": Fund.ERDF, "others": (Fund.ESF_PLUS, Fund.JTF)}),
    ),
    (
        lambda: TWO_FUNDS.provision("a.b", on="2020-12-31"),
        ("law.no_value", "", "a.b"),
    ),
    (
        lambda: LAW.provision("eligibility.period"),
        ("law.differs_by_period", "", "eligibility.period", {"periods": (P14, P21), "example": "2021-2027"}),
    ),
    (
        lambda: TWO_FUNDS.provision("a.b"),
        ("law.differs_by_fund", "", "a.b", {"funds": (Fund.ESF_PLUS, Fund.JTF)}),
    ),
    (
        lambda: Law([row("av", end="2021-12-31"), row("på", start="2022-01-01")]).provision("a.b"),
        ("law.several_values", "", "a.b", {}),
    ),
    (
        lambda: LAW.provision("a.b", on="2021-01-01", during=Period("2021-01-01", "2021-01-02")),
        ("argument.too_many", "during", Period("2021-01-01", "2021-01-02"), {"other": "on="}),
    ),
    (
        lambda: Law([row("av"), row("på", start="2022-01-01")]),
        (
            "law.two_values",
            "",
            "a.b",
            {"day": datetime.date(2022, 1, 1), "values": ("av", "på"), "start": datetime.date(2021, 1, 1)},
        ),
    ),
    (
        lambda: Law([row("av"), row("på", programming_period="2021-2027")]),
        ("law.period_in_some_rows", "", "a.b", {}),
    ),
]


@pytest.mark.parametrize(
    ("ask", "expected"),
    QUESTIONS,
)
def test_what_has_no_answer_says_what_there_is(ask: Callable[[], object], expected: tuple[object, ...]) -> None:
    """A question is refused with the key, and with the periods, funds or days that have an answer."""
    assert facts(refused(ask))[: len(expected)] == expected


def test_nothing_lies_under_no_key() -> None:
    """The empty text is no prefix of a key; a key that the law does not have never changes."""
    assert LAW.under("") == ()
    assert changes_of(LAW, "zzz") == ()


DAYS: list[tuple[Callable[[str], object], str]] = [
    (lambda day: LAW.levels(CEILING, on=day), "on"),
    (lambda day: LAW.provision(CEILING, programming_period="2021-2027", on=day), "on"),
    (lambda day: UNION.in_force(day), "day"),
    (lambda day: row("en", end=day), "end"),
    (lambda day: code(checked=day), "checked"),
    (lambda day: code(start=day), "start"),
]


@pytest.mark.parametrize(
    ("ask", "place"),
    DAYS,
    ids=["levels", "provision", "in force", "end", "checked", "start"],
)
def test_a_day_that_is_none_is_told_by_its_argument(ask: Callable[[str], object], place: str) -> None:
    """The place is the name under which the day was given."""
    assert facts(refused(lambda: ask("31 februari"))) == (
        "date.not_plain",
        place,
        "31 februari",
        {"example": "2024-10-01"},
    )


# --- Law files


VALUES: list[tuple[Any, ...]] = [
    ("rate", "40", ("number.no_percent", 40, {"example": '"40%"'})),
    ("rate", "0.4", ("text.two_readings", 0.4, {"example": '"0.4%"', "other": '"40%"'})),
    ("rate", '"40,5,1 %"', ("number.decimal_mark", "40,5,1 %", {"mark": ",", "example": "40.5,1 %"})),
    ("rate", "true", ("value.not_text", True, {"example": '"True"'})),
    ("money", "400000", ("number.no_currency", 400_000, {"example": '"400000 EUR"'})),
    ("money", "true", ("value.not_text", True, {"example": '"True"'})),
    (
        "money",
        '"150.000 EUR"',
        (
            "number.two_readings",
            "150.000 EUR",
            {"thousands": "150000", "decimals": "150.000", "example": "150000 EUR", "other": "150.00 EUR"},
        ),
    ),
    ("number", "36.0", ("value.not_whole", 36.0, {})),
    ("day", "2030-12-31T10:00:00", ("law.day_with_time", "2030-12-31 10:00:00", {"example": "2030-12-31"})),
    ("day", "12:00:00", ("law.not_a_day", datetime.time(12), {})),
    ("text", "1", ("value.not_text", 1, {"example": '"1"'})),
    ("period", "1", ("value.not_text", 1, {"example": '"1"'})),
]


@pytest.mark.parametrize(
    ("field", "written", "expected"),
    VALUES,
)
def test_a_value_that_is_none_is_told_with_what_to_write(
    field: str, written: str, expected: tuple[object, ...]
) -> None:
    """The place is the field, whatever the reader of its value calls it."""
    text = file_of(GOOD | {field: written})
    read, [fault] = read_rows(text, "draft.toml")
    assert read == []
    code, place, given, params = facts(fault)
    assert ((code, given, params), place) == (expected, f"provision[0].{field}")
    assert (fault.source, fault.line, fault.names) == ("draft.toml", 10, {"provision[0]": "a.b"})


WRONG_FIELDS: list[tuple[Any, ...]] = [
    ({"level": '"EU"'}, ("value.not_one_of", "level", "EU", {"choices": tuple(Level.__members__)})),
    ({"binds": '"OPERATIONS"'}, ("value.did_you_mean", "binds", "OPERATIONS", {"near": ("OPERATION",)})),
    ({"funds": '"ESF+"'}, ("value.not_a_list", "funds", "ESF+", {})),
    ({"funds": '["ESF+", 7]'}, ("value.not_text", "funds[1]", 7, {"example": '"7"'})),
    ({"funds": '["ERDFF"]'}, ("value.did_you_mean", "funds[0]", "ERDFF", {"near": ("ERDF",)})),
    ({"weight": "1"}, ("key.unknown", "weight", None, {"choices": FIELDS})),
    ({"ratio": "1"}, ("value.did_you_mean", "ratio", None, {"near": ("rate",)})),
    ({"proposal": "true"}, ("law.not_in_a_row", "proposal", None, {})),
    ({"rate": '"4%"'}, ("value.given_twice", "value", "rate, text", {})),
    ({"programming_period": "2021"}, ("value.not_text", "programming_period", 2021, {"example": '"2021"'})),
]


@pytest.mark.parametrize(
    ("changes", "expected"),
    WRONG_FIELDS,
)
def test_a_field_that_is_wrong_is_told_with_what_may_stand_there(
    changes: dict[str, str], expected: tuple[object, ...]
) -> None:
    """Each fault has its place in the row, what stands there, and the choices."""
    _, [fault] = read_rows(file_of(GOOD | {"text": '"en"'} | changes), "draft.toml")
    code, place, given, params = facts(fault)
    assert (code, place.removeprefix("provision[0]."), given, params) == expected


def test_a_row_lacks_each_field_that_is_needed() -> None:
    """All that is missing is told at once, and which kinds of value there are."""
    _, faults = read_rows("[[provision]]\n", "draft.toml")
    assert [(fault.code, fault.place) for fault in faults] == [
        *(("value.missing", f"provision[0].{name}") for name in GOOD),
        ("value.missing_one_of", "provision[0].value"),
    ]
    assert faults[-1].params == {"choices": ("rate", "money", "number", "period", "day", "text")}
    assert {fault.line for fault in faults} == {1}


FILES: list[tuple[Any, ...]] = [
    ("proposal = 1", ("value.not_true_or_false", "proposal", 1, {})),
    ("version = 1\nact = 1", ("law.no_row", "act", None, {})),
    ("[provision]", ("law.no_row", "provision", None, {})),
    ("#" * (LARGEST + 1), ("file.too_long", "", None, {"characters": LARGEST + 1, "largest": LARGEST})),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    FILES,
)
def test_a_file_without_rows_is_refused_by_its_name(text: str, expected: tuple[object, ...]) -> None:
    """The error names the file, and the key that is no row."""
    error = refused(lambda: read_rows(text, "draft.toml"))
    assert (facts(error), error.source) == (expected, "draft.toml")


def test_a_file_may_be_as_long_as_the_largest() -> None:
    """The bound is the last length that is read, and a proposal says so of each row."""
    row_text = file_of(GOOD | {"text": '"en"'}, above="proposal = true\n")
    [written], faults = read_rows(row_text + "#" * (LARGEST - len(row_text)), "draft.toml")
    assert (faults, written.row.proposal, written.line) == ([], True, 2)
    assert not read_rows(file_of(GOOD | {"text": '"en"'}), "draft.toml")[0][0].row.proposal


@pytest.mark.parametrize("value", ["40%", Money("12.50", "EUR"), 36, Period("2021-01-01", "2021-12-31"), "två\n”ord”"])
def test_a_row_that_is_written_is_read_as_it_was(value: object) -> None:
    """Every field comes back: text with marks in it, funds, days, members by their names."""
    made = row(
        Rate.parse("40%") if value == "40%" else value,
        end="2027-12-31",
        programming_period="2021-2027",
        binds=Binds.OPERATION,
        unit="months" if isinstance(value, int) else None,
        funds=[Fund.ESF_PLUS, Fund.JTF],
        amended_by="Regulation (EU) 2025/1913",
        expenditure_from="2021-01-01",
        note='"ett" och två',
        proposal=True,
    )
    written = written_row(made)
    assert written.startswith("# A proposal: write proposal = true above the first row.\n[[provision]]\nkey = ")
    assert 'funds = ["ESF+", "JTF"]\n' in written
    assert 'binds = "OPERATION"\n' in written
    assert Law.parse(f"proposal = true\n{written}").provisions == (made,)


def test_the_place_of_a_long_key_is_cut() -> None:
    """A row names its key, or the beginning of one."""
    key = ".".join(["a" * 49] * 4)
    [written], _ = read_rows(file_of(GOOD | {"key": f'"{key}"', "text": '"en"'}), "draft.toml")
    assert written.row.place == f"draft.toml, provision 1 ({key[:80]})"
    assert Law.parse(file_of(GOOD | {"key": f'"{"a" * 200}"', "text": '"en"'})).keys == ("a" * 200,)
    too_long = refused(lambda: attrs.evolve(row("en"), key="a" * 201))
    assert facts(too_long) == ("law.bad_key", "key", "a" * 201, {})


# --- Packs

OF_CEILING = {
    **GOOD,
    "key": f'"{CEILING}"',
    "rate": '"45%"',
    "programming_period": '"2021-2027"',
    "sense": '"AT_MOST"',
    "binds": '"PRIORITY"',
}
AMENDED = OF_CEILING | {"start": "2025-09-20", "amended_by": '"Regulation (EU) 2025/1913"'}


def fault_of(law: Law, folder: Path, *rows: dict[str, str]) -> tuple[str, str, Any, dict[str, Any]]:
    """Return the facts of the one fault of a pack."""
    path = folder / "pack.toml"
    path.write_text(file_of(*rows), "utf-8")
    [fault] = law.faults_of_pack(path)
    assert (fault.source, fault.names) == ("pack.toml", {fault.place: CEILING})
    return facts(fault)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            OF_CEILING,
            ("pack.overlaps", "45%", {"provision": UNION, "value": UNION.value, "start": UNION.start}),
        ),
        (
            OF_CEILING | {"level": '"PROGRAMME"'},
            ("pack.looser", "45%", {"provision": UNION, "value": UNION.value}),
        ),
        (AMENDED | {"start": "2014-01-01"}, ("pack.no_end", "45%", {"provision": UNION, "start": UNION.start})),
        (AMENDED | {"condition": '"STEP"'}, ("pack.other_condition", "45%", {"provision": UNION})),
        (
            {name: value for name, value in OF_CEILING.items() if name != "rate"} | {"text": '"45%"'},
            ("pack.other_kind", "text", {"choices": ("rate",)}),
        ),
        (
            OF_CEILING | {"level": '"CALL"', "start": "2040-01-01", "end": "2040-12-31"},
            ("value.not_usable", "CALL", {"choices": ("EU_LAW", "NATIONAL", "PROGRAMME")}),
        ),
    ],
)
def test_a_row_that_does_not_fit_names_the_row_of_the_law(
    tmp_path: Path, changes: dict[str, str], expected: tuple[object, ...]
) -> None:
    """The fault is at the row of the pack, with its value and the provision beside which it cannot stand."""
    code, place, given, params = fault_of(LAW, tmp_path, changes)
    assert ((code, given, params), place) == (expected, "provision[0]")


def test_a_row_that_was_amended_already_names_the_other_act(tmp_path: Path) -> None:
    """Of two acts that set a value from one day, the one that was there first is named."""
    path = tmp_path / "first.toml"
    path.write_text(file_of(AMENDED | {"rate": '"42%"'}), "utf-8")
    law = LAW.with_pack(path)
    first = law.provision(CEILING, programming_period="2021-2027", on="2026-01-01")
    day = datetime.date(2025, 9, 20)
    assert fault_of(law, tmp_path, AMENDED) == (
        "pack.amended_already",
        "provision[0]",
        "45%",
        {"day": day, "provision": first, "value": Rate.of_percent(42)},
    )


def test_a_law_that_comes_later_is_told_of_the_programme_that_it_tightens(tmp_path: Path) -> None:
    """A national row below which a programme's row cannot stand names that row."""
    path = tmp_path / "programme.toml"
    path.write_text(file_of(OF_CEILING | {"level": '"PROGRAMME"', "rate": '"38%"'}), "utf-8")
    law = LAW.with_pack(path)
    programme = law.provision(CEILING, programming_period="2021-2027")
    assert fault_of(law, tmp_path, OF_CEILING | {"level": '"NATIONAL"', "rate": '"35%"'}) == (
        "pack.stricter",
        "provision[0]",
        "35%",
        {"provision": programme, "value": Rate.of_percent(38)},
    )


def test_a_proposal_that_contradicts_the_law_in_force_alone_is_refused(tmp_path: Path) -> None:
    """A row in force is compared with what is in force, also where a proposal has taken the place of that."""
    proposal, later = tmp_path / "proposal.toml", tmp_path / "later.toml"
    proposal.write_text(file_of(AMENDED, above="proposal = true\n"), "utf-8")
    law = LAW.with_pack(proposal)
    assert law.adopted is LAW
    assert [(each.name, each.proposal) for each in law.packs] == [("proposal.toml", True)]
    # Below the proposed 45 % it may stand, below the 40 % in force it may not.
    later.write_text(file_of(OF_CEILING | {"level": '"PROGRAMME"', "rate": '"43%"', "start": "2026-01-01"}), "utf-8")
    # What is wrong beside both laws is told once.
    later.write_text(file_of(OF_CEILING), "utf-8")
    assert [fault.code for fault in law.faults_of_pack(later)] == ["pack.overlaps"]
    # Below the proposed 45 % it may stand, below the 40 % in force it may not.
    later.write_text(file_of(OF_CEILING | {"level": '"PROGRAMME"', "rate": '"43%"', "start": "2026-01-01"}), "utf-8")
    [fault] = law.faults_of_pack(later)
    assert facts(fault) == ("pack.looser", "provision[0]", "43%", {"provision": UNION, "value": UNION.value})
    later.write_text(file_of(OF_CEILING | {"level": '"PROGRAMME"', "rate": '"39%"', "start": "2026-01-01"}), "utf-8")
    both = law.with_pack(later)
    # Nothing is proposed in a law of rows in force, so that it is itself what is in force.
    assert (in_force := LAW.with_pack(later)).adopted is in_force
    assert both.adopted.provision(CEILING, programming_period="2021-2027", on="2026-01-01").value == Rate.of_percent(39)
    assert [(each.name, each.proposal) for each in both.packs] == [("proposal.toml", True), ("later.toml", False)]


def test_the_package_lists_its_names() -> None:
    """What `dir` shows is what can be imported."""
    assert dir(law_package) == sorted(law_package.__all__)


# --- Code lists

HEADING = "code,grade,source,checked"


LINES: list[tuple[Any, ...]] = [
    (f"{HEADING}\n1,V,x,2026-11-21", 2, ("value.not_one_of", "grade", "V", {"choices": ("A", "B", "C")})),
    (f"{HEADING}\n1,A,,2026-11-21", 2, ("value.missing", "source", None, {})),
    (f"{HEADING}\n,,x,2026-11-21", 2, ("value.missing", "code", None, {})),
    (f"{HEADING}\n 1,A,x,2026-11-21", 2, ("code.not_one", "code", " 1", {})),
    (f"{HEADING}\n1,A,x", 2, ("code_list.cells", "", None, {"cells": 3, "columns": 4})),
    (
        f"{HEADING}\n1,A,x,2026-11-21\n1,B,y,2026-11-21",
        3,
        ("value.given_twice", "code", "1", {}),
    ),
    (
        "code,colour\n1,red",
        None,
        (
            "code_list.columns",
            "",
            "code,colour",
            {"columns": tuple(field.name for field in attrs.fields(Code))},
        ),
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    LINES,
)
def test_a_line_of_a_code_list_is_refused_with_its_facts(
    text: str, line: int | None, expected: tuple[object, ...]
) -> None:
    """The file, the line and the column are named, with what stands there and what may."""
    error = refused(lambda: read_codes(text, "list.csv"))
    assert (facts(error), error.source, error.line) == (expected, "list.csv", line)


def test_a_code_list_may_have_every_column() -> None:
    """All fields of a code can be written, an empty cell being none; codes of two groups may be alike."""
    fields = [field.name for field in attrs.fields(Code)]
    cells = {"code": "1", "grade": "B", "source": "x", "checked": "2026-11-21", "group": "a", "funds": '"ESF+, JTF"'}
    cells |= {"climate": "40%", "start": "2024-03-01", "condition": "STEP"}
    lines = [",".join(cells.get(name, "") for name in fields)] * 2
    lines[1] = lines[1].replace(",a,", ",b,", 1)
    first, second = read_codes("\n".join([",".join(fields), *lines]), "list.csv")
    assert (first.group, second.group, first.funds) == ("a", "b", ("ESF+", "JTF"))
    assert (first.name, first.climate, str(first.start)) == (None, Rate.of_percent(40), "2024-03-01")
    assert first.condition is law_package.Condition.STEP


def test_a_name_may_be_as_long_as_the_longest() -> None:
    """A name of a thousand characters is looked up, a longer one is not; neither names an entry without a name."""
    long, longer = Code("1", "a" * 1000, **CODE), Code("2", "b" * 1001, **CODE)
    made = CodeList("made", [long, longer])
    assert made.find("a" * 1000) is long
    assert made.has_name("a" * 1000)
    assert facts(refused(lambda: made.find("b" * 1001))) == ("code_list.no_such_name", "name", "b" * 1001, {})
    assert not made.has_name("b" * 1001)


def test_a_name_that_is_not_in_the_list_says_which_are_near() -> None:
    """Near names are told as people write them, and codes where a name has several."""
    assert facts(refused(lambda: codes.municipalities().find("Jokmokk"))) == (
        "value.did_you_mean",
        "name",
        "Jokmokk",
        {"near": ("Jokkmokk",)},
    )
    assert facts(refused(lambda: codes.nuts().find("Sverige"))) == (
        "code_list.several",
        "name",
        "Sverige",
        {"codes": ("SE", "SE0")},
    )
    twice = [Code("1", "a", **CODE), Code("1", "b", **CODE)]
    assert facts(refused(lambda: CodeList("made", twice))) == ("value.given_twice", "codes", "1", {})


def test_the_lists_and_the_checks_of_a_row_are_the_same_in_each_process() -> None:
    """A list is read from its file when it is first asked for; a class made anew checks what it is given."""
    fresh = anew("esfmodel.law.codes")
    assert repr(tuple(fresh.counties())) == repr(tuple(codes.counties()))
    assert fresh.counties().name == codes.counties().name == "counties-se"
    assert fresh.intervention_fields("2007-2013") is None
    assert fresh.dimensions("2014-2020") == codes.dimensions("2014-2020")
    assert len(fresh.dimension("gender equality", "2021-2027")) == 3
    assert fresh.priorities("2021SE05SFPR001").get("C").name == "Minska risken för ekonomisk utsatthet"
    assert fresh.nuts() is fresh.nuts()
    made = anew("esfmodel.law.provisions").Provision
    with pytest.raises(TypeError, match="level must be Level, not str"):
        made("a.b", "en", **{**CODE, "level": "EU_LAW", "act": "x", "article": "1", "start": "2021-01-01"})


@pytest.mark.parametrize("field", ["end", "expenditure_until"])
def test_days_that_end_before_they_begin_say_when_they_begin(field: str) -> None:
    """The first day is a fact of the error."""
    changes = {"expenditure_from": "2021-01-01", field: "2020-12-31"}
    with pytest.raises(InvalidValue) as caught:
        row("en", **changes)
    assert facts(caught.value) == ("period.reversed", field, "2020-12-31", {"start": datetime.date(2021, 1, 1)})
