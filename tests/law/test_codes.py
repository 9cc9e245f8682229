from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from esfmodel import InvalidValue, NutsCode, Rate, ReadError
from esfmodel.law import Grade, codes
from esfmodel.law.codes import Code, CodeList, read_codes
from esfmodel.text import sv
from esfmodel.values.format import plain_name

if TYPE_CHECKING:
    from collections.abc import Callable

PERIODS = ("2014-2020", "2021-2027")


def every_list() -> dict[str, CodeList]:
    """Name every list there is."""
    named = {
        "nuts": codes.nuts(),
        "counties": codes.counties(),
        "municipalities": codes.municipalities(),
        "specific objectives": codes.specific_objectives(),
        "programmes": codes.programmes(),
    }
    for period in PERIODS:
        for read in (codes.intervention_fields, codes.secondary_themes, codes.funds):
            named[f"{read.__name__} {period}"] = there(read(period))
        for name in codes.dimensions(period):
            named[f"{name} {period}"] = there(codes.dimension(name, period))
    for cci in ("2014SE05M9OP001", "2021SE05SFPR001"):
        named[f"priorities {cci}"] = there(codes.priorities(cci))
    return named


def there(found: CodeList | None) -> CodeList:
    """Check that a list is there."""
    assert found is not None
    return found


LISTS = every_list()
CODES = st.builds(
    Code,
    st.text(st.characters(categories=["L", "N"]), min_size=1),
    st.none() | st.text(),
    grade=st.sampled_from(Grade),
    source=st.just("an edition"),
    checked=st.just("2026-11-21"),
)


@given(st.lists(CODES, unique_by=lambda each: each.code), st.text())
def test_a_list_holds_what_it_was_given(given_codes: list[Code], other: str) -> None:
    """A list has each code it was made of, in order, and no other."""
    made = CodeList("made", given_codes)
    assert list(made) == sorted(given_codes, key=lambda each: each.code)
    assert len(made) == len(given_codes)
    assert all(each.code in made and made.get(each.code) is each for each in given_codes)
    assert (other in made) == any(each.code == other for each in given_codes)
    assert (made.get(other) is None) == (other not in made)


@pytest.mark.parametrize("name", LISTS)
def test_every_code_says_where_it_was_read(name: str) -> None:
    """Every code has a source and the day it was checked; none has spaces around it, and none names a computer."""
    assert len(LISTS[name]) > 0
    for each in LISTS[name]:
        assert each.checked >= Date(2026, 11, 1)
        assert not re.search(r"(^|[ (])[/~\\]|file:", each.source)
        assert each.name is None or each.name == each.name.strip() != ""
        assert each.start is None or each.start >= Date(2021, 1, 1)


def test_how_many_there_are() -> None:
    """Sweden has 21 counties and 290 municipalities; Annex I of each period has its number of fields."""
    assert len(codes.counties()) == 21
    assert len(codes.municipalities()) == 290
    assert len(there(codes.intervention_fields("2014-2020"))) == 123
    assert len(there(codes.intervention_fields("2021-2027"))) == 190
    assert len(codes.specific_objectives()) == 13
    assert [len(there(codes.secondary_themes(period))) for period in PERIODS] == [8, 11]


def test_regions_lie_in_each_other() -> None:
    """Each region lies in the one that its code begins with; counties and municipalities fit them."""
    nuts = codes.nuts()
    for region in nuts:
        assert NutsCode.parse(region.code).country_code == "SE"
        assert region.parent == (region.code[:-1] if len(region.code) > 2 else None)
        assert region.parent is None or region.parent in nuts
    counties = codes.counties()
    assert {county.nuts for county in counties} == {region.code for region in nuts if len(region.code) == 5}
    for municipality in codes.municipalities():
        assert municipality.parent == municipality.code[:2]
        assert municipality.parent in counties


def test_the_whole_country_is_known_as_the_register_prints_it() -> None:
    """The register prints SE0 for a project of the whole country; the list says that it is no NUTS code."""
    whole = codes.nuts().get("SE0")
    assert whole is not None
    assert whole.note is not None
    assert whole.note.startswith("no NUTS code")


def test_fields_for_the_sparsely_populated_north_and_for_step() -> None:
    """Field 175 is of 2021-2027 only, and eight fields are there since Regulation (EU) 2024/795."""
    old, new = there(codes.intervention_fields("2014-2020")), there(codes.intervention_fields("2021-2027"))
    assert "175" in new
    assert "175" not in old
    added = [each.code for each in new if each.start == Date(2024, 3, 1)]
    assert added == ["145a", "145b", "188", "189", "190", "191", "192", "193"]
    assert {each.climate for each in new} == {Rate.of_percent(0), Rate.of_percent(40), Rate.of_percent(100)}


def test_the_gender_equality_dimension_has_coefficients() -> None:
    """Regulation (EU) 2021/1060, Annex I: targeting counts wholly, mainstreaming by two fifths."""
    found = there(codes.dimension("gender equality", "2021-2027"))
    assert [each.gender_equality for each in found] == [Rate.of_percent(100), Rate.of_percent(40), Rate.of_percent(0)]


@pytest.mark.parametrize("read", [codes.intervention_fields, codes.secondary_themes, codes.funds])
def test_a_period_nobody_read_has_no_list(read: Callable[[str], CodeList | None]) -> None:
    """For another programming period there is no list, rather than an empty one."""
    assert read("2007-2013") is None
    assert codes.dimensions("2007-2013") == ()
    assert codes.dimension("form of support", "2007-2013") is None
    assert codes.dimension("colour", "2021-2027") is None
    assert codes.priorities("2021SE16FFPR001") is None


def test_a_list_is_read_once() -> None:
    """Asked again, the same list is given."""
    assert codes.nuts() is codes.nuts()


CODE: dict[str, Any] = {"code": "1", "name": "a", "grade": Grade.A, "source": "x", "checked": "2026-11-21"}


@pytest.mark.parametrize(
    ("values", "error", "wrong"),
    [
        ({"code": 1}, TypeError, "code must be str, not int"),
        ({"code": " 1"}, InvalidValue, "is no code"),
        ({"code": ""}, InvalidValue, "is no code"),
        ({"name": 1}, TypeError, "name must be str, not int"),
        ({"funds": "ESF"}, TypeError, "not one text"),
        ({"climate": 40}, TypeError, "climate"),
        ({"grade": "A"}, TypeError, "grade"),
        ({"checked": "21 november"}, InvalidValue, "checked"),
        ({"start": "2024"}, InvalidValue, "start"),
    ],
)
def test_a_code_that_is_none_is_refused(values: dict[str, Any], error: type[Exception], wrong: str) -> None:
    """Wrong types and empty codes are refused by name."""
    with pytest.raises(error, match=wrong):
        Code(**{**CODE, **values})


def test_each_field_of_a_code_is_what_it_is_called() -> None:
    """A wrong type is a TypeError that names its field."""
    for field in attrs.fields(Code):
        wrong = "ESF" if field.name == "funds" else object()
        values: dict[str, Any] = {**CODE, field.name: wrong}
        with pytest.raises(TypeError, match=field.name):
            Code(**values)


def test_the_funds_of_a_code_are_kept() -> None:
    """Funds given as any iterable are the code's, in their order; all but code and name are given by name."""
    assert Code(**CODE, funds=iter(["ESF+", "FRO"])).funds == ("ESF+", "FRO")
    by_name = [field.name for field in attrs.fields(Code) if field.kw_only]
    assert by_name == [field.name for field in attrs.fields(Code)][2:]


def test_a_list_is_made_of_codes_that_differ() -> None:
    """A list takes codes only, and each once; it cannot be changed."""
    wrong: Any = ["1"]
    with pytest.raises(TypeError, match="made of Code, not str"):
        CodeList("made", wrong)
    with pytest.raises(InvalidValue, match="codes '1' is given more than once"):
        CodeList("made", [Code(**CODE), Code(**CODE)])
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(codes.nuts(), "name", "x")  # noqa: B010


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("code,colour\n1,red", "columns that are no fields"),
        ("code,code\n1,1", "one twice"),
        ("code,grade,source,checked\n1,A,x", r"list\.csv, line 2: has 3 cells under 4 columns"),
        ("code,grade,source,checked\n1,A,,2026-11-21", r"line 2, source: is missing"),
        ("code,grade,source,checked\n1,V,x,2026-11-21", "use one of A, B, C"),
        ("code,grade,source,checked\n1,A,x,2026-02-30", "is no day of the calendar"),
        ("code,grade,source,checked,climate\n1,A,x,2026-11-21,much", "line 2"),
        (
            "code,grade,source,checked\n1,A,x,2026-11-21\n1,A,y,2026-11-21",
            r"line 3, code: is given more than once \(found '1'\)",
        ),
        ('code,grade,source,checked\n1,A,"x"y,2026-11-21', "line 2: cannot be read as CSV"),
        ('"code', "cannot be read as CSV"),
    ],
)
def test_a_file_that_is_no_code_list_is_refused(text: str, wrong: str) -> None:
    """A wrong line is named with its file and number."""
    with pytest.raises(ReadError, match=wrong):
        read_codes(text, "list.csv")


def test_an_empty_file_is_an_empty_list() -> None:
    """Nothing written is nothing read."""
    assert read_codes("", "list.csv") == ()


@pytest.mark.parametrize(
    ("code", "name"),
    [("2080", "Falu kommun"), ("0880", "Kalmar kommun"), ("2514", "Kalix kommun"), ("1421", "Orust kommun")],
)
def test_municipalities_have_their_official_names(code: str, name: str) -> None:
    """A genitive is not always the name of the place with an s."""
    (found,) = (each for each in codes.municipalities() if each.code == code)
    assert found.name == name


def test_no_official_name_bends_a_place_that_ends_in_s_x_or_z() -> None:
    """Such places have no s of their own: Borås kommun."""
    for municipality in codes.municipalities():
        assert not re.search(r"[sxz]s kommun$", municipality.name or ""), municipality.name


@given(st.sampled_from([each for each in LISTS if each != "nuts"]), st.data())
def test_every_name_is_found(name: str, data: st.DataObject) -> None:
    """An entry is found by each of its names, in any case."""
    entry = data.draw(st.sampled_from(list(LISTS[name])))
    for written in (entry.name, entry.name_sv, entry.short_name):
        if written is not None:
            assert LISTS[name].find(written) is LISTS[name].find(f" {written.upper()} ") is entry


@given(st.sampled_from(list(codes.municipalities())))
def test_a_municipality_is_found_as_people_write_it(municipality: Code) -> None:
    """With "kommun" or "stad" or without, with the genitive that Swedish has or with none."""
    short = str(municipality.short_name)
    for written in (f"{short} kommun", f"{municipality.name}s", sv.genitive(short), f"{sv.genitive(short)} stad"):
        assert codes.municipalities().find(written) is municipality


@given(st.sampled_from(list(codes.counties())))
def test_a_county_is_no_municipality(county: Code) -> None:
    """Kalmar kommun is a part of Kalmar län: neither is found in the list of the other."""
    short = str(county.short_name)
    with pytest.raises(InvalidValue):
        codes.municipalities().find(str(county.name))
    for written in (f"{short} kommun", f"{sv.genitive(short)} stad"):
        with pytest.raises(InvalidValue):
            codes.counties().find(written)


@pytest.mark.parametrize(
    ("found", "name", "code"),
    [
        (codes.municipalities(), "Falu kommun", "2080"),
        (codes.municipalities(), "Falun", "2080"),
        (codes.counties(), "Kronoberg", "07"),
        (codes.counties(), "Stockholms", "01"),
        (codes.nuts(), "Stockholm", "SE11"),
        (codes.nuts(), "Uppsala", "SE121"),
        (there(codes.funds("2021-2027")), "Just Transition Fund", "JTF"),
        (there(codes.funds("2021-2027")), "Fonden för en rättvis omställning", "JTF"),
        (there(codes.secondary_themes("2021-2027")), "non discrimination", "05"),
    ],
)
def test_a_name_in_either_language_is_found(found: CodeList, name: str, code: str) -> None:
    """Names that anybody can look up in the list."""
    assert found.find(name).code == code


@pytest.mark.parametrize(
    ("found", "name", "wrong"),
    [
        (codes.municipalities(), "Jokmokk", r"is not one we know; did you mean Jokkmokk\?"),
        (codes.municipalities(), "", "is no name in the list; write it as the list has it"),
        (codes.municipalities(), "s" * 10**6, "write it as the list has it"),
        (codes.nuts(), "Sverige", "is the name of several: SE, SE0; give the code of one of them"),
    ],
)
def test_a_name_that_is_none_or_of_several_is_refused(found: CodeList, name: str, wrong: str) -> None:
    """The refusal says which names are near, or which codes have the name."""
    with pytest.raises(InvalidValue, match=wrong) as refused:
        found.find(name)
    assert (refused.value.place, refused.value.given) == ("name", name)


SHORT_NAMES = [str(each.short_name) for each in codes.municipalities()]


@given(
    st.text() | st.sampled_from(SHORT_NAMES).flatmap(lambda name: st.integers(0, len(name)).map(lambda end: name[:end]))
)
def test_no_other_name_is_found(name: str) -> None:
    """What is found has the name that was asked for, but for a genitive; the beginning of a name is not enough."""
    try:
        entry = codes.municipalities().find(name)
    except InvalidValue:
        assert name not in SHORT_NAMES
    else:
        plain = plain_name(name)
        names = {plain_name(str(entry.short_name)), plain_name(str(entry.name)).removesuffix(" kommun")}
        assert {plain, f"{plain}s", plain.removesuffix("s")} & names


def test_a_name_is_text() -> None:
    """A code list is asked for a text."""
    wrong: Any = None
    with pytest.raises(TypeError, match="name must be a str, not NoneType"):
        codes.counties().find(wrong)


def test_only_what_was_read_at_the_authority_is_of_grade_b() -> None:
    """The names of municipalities, counties and regions were read in copies of what the authorities publish."""
    assert {each.grade for each in (*codes.municipalities(), *codes.counties())} == {Grade.C}
    assert {each.grade for each in codes.nuts() if each.code not in {"SE", "SE0"}} == {Grade.C}
