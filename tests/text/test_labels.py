from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import CostCategory, Fund, FundingSource, InvalidValue, OrganisationKind
from esfmodel.text import en, sv
from esfmodel.text.words.labels import labels_of
from esfmodel.values.format import Labelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType


class Colour(Labelled):
    """An enumeration of somebody else."""

    RED = "red"


def test_labels_are_those_of_the_field() -> None:
    """Two that anybody can check: the Swedish words are those of Svenska ESF-rådet."""
    assert (sv.label(FundingSource.OWN_PUBLIC), en.label(FundingSource.OWN_PUBLIC)) == (
        "offentlig medfinansiering",
        "public co-funding",
    )
    assert sv.label(Fund.ESF_PLUS) == "Europeiska socialfonden+"


def test_choices_are_in_the_order_of_a_form() -> None:
    """What is for all that is none of these comes last."""
    assert sv.choices(OrganisationKind)[-1] == ("other", "annan organisation")
    assert sv.choices(CostCategory)[0] == ("staff", "personal")


@pytest.mark.parametrize(("text", "written"), [(sv, "ej angivet"), (en, "not stated")])
def test_what_is_not_stated_has_a_label(text: ModuleType, written: str) -> None:
    """None is written as every function for figures writes it."""
    assert text.label(None) == written


@pytest.mark.parametrize(
    ("spec", "wrong"),
    [
        ("fi", "language 'fi' is not one we know"),
        (">10", "language '>10' is not one we know"),
        ("sv:words", "style 'words' is no style here; write the language only"),
    ],
)
def test_another_spec_is_refused(spec: str, wrong: str) -> None:
    """A label has two languages and no styles."""
    with pytest.raises(InvalidValue, match=wrong):
        format(CostCategory.STAFF, spec)


@pytest.mark.parametrize(
    ("name", "member"),
    [
        ("moms", CostCategory.VAT),
        ("Övrigt", CostCategory.OTHER),
        ("Köpta tjänster", CostCategory.EXTERNAL_SERVICES),
        ("external_services", CostCategory.EXTERNAL_SERVICES),
        ("indirekta\N{NO-BREAK SPACE}kostnader", CostCategory.INDIRECT),
        ("ra\N{COMBINING DIAERESIS}ttelser", CostCategory.CORRECTION),
    ],
)
def test_usual_names_are_read(name: str, member: CostCategory) -> None:
    """Other names of the field are read too, however their letters and spaces are coded."""
    assert sv.parse_label(CostCategory, name) is member


@given(st.sampled_from(Fund), st.booleans())
def test_a_fund_is_read_as_the_fund_reads_itself(fund: Fund, swedish: bool) -> None:
    """Every label is a name that `Fund.parse` knows, and every name that it knows is read."""
    written = sv.label(fund) if swedish else en.label(fund)
    assert Fund.parse(written) is fund
    assert sv.parse_label(Fund, fund.value) is fund
    assert sv.parse_label(Fund, "Europeiska socialfonden plus") is Fund.ESF_PLUS


MEMBERS = [member for kind in (CostCategory, FundingSource, Fund, OrganisationKind) for member in kind]
NAMES = [name for kind in OrganisationKind for name in (kind.value, sv.label(kind))]


@given(st.text() | st.sampled_from(NAMES).flatmap(lambda name: st.integers(0, len(name)).map(lambda end: name[:end])))
def test_only_a_whole_name_is_read(name: str) -> None:
    """Text is a member only where it is one of its names; a part of one is refused, not guessed."""
    known = name in {*NAMES, "universitet", "annan"}
    try:
        sv.parse_label(OrganisationKind, name)
    except InvalidValue:
        assert not known
    else:
        assert known


def test_a_refusal_names_the_nearest_or_all() -> None:
    """The advice is in the words of the language in which it is told."""
    for language in (sv, en):
        with pytest.raises(InvalidValue, match=r"'kommmun' is not one we know; did you mean municipality\?") as near:
            language.parse_label(OrganisationKind, "kommmun")
        assert near.value.text("sv") == "”kommmun” är inget vi känner till. Menar du kommun?"
        with pytest.raises(InvalidValue, match="use one of state authority, region, municipality") as unknown:
            language.parse_label(OrganisationKind, "kommun" * 10**6)
        assert "Använd något av statlig myndighet, region, kommun, " in unknown.value.text("sv")
    # The fund of regional development in German; as many letters are those of the fund of rural development.
    with pytest.raises(InvalidValue, match="use one of"):
        sv.parse_label(Fund, "EFRE")


@given(st.sampled_from(MEMBERS), st.data())
def test_a_question_is_about_a_name_that_is_nearest(member: Labelled, data: st.DataObject) -> None:
    """A name with a letter too few is never asked about as another member that is no nearer."""
    label = sv.label(member)
    cut = data.draw(st.integers(0, len(label) - 1))
    found: object
    try:
        found = sv.parse_label(type(member), label[:cut] + label[cut + 1 :])
    except InvalidValue as error:
        found = error.params.get("near", member)
    assert found is member


@pytest.mark.parametrize(
    ("kind", "name"),
    [(FundingSource, "stöd"), (FundingSource, "medfinansiering"), (CostCategory, "resekostnader")],
)
def test_a_name_near_several_is_refused_with_all(kind: type[Labelled], name: str) -> None:
    """The support of the ESF is not the Union's money alone, and nobody means staff by the costs of travel."""
    with pytest.raises(InvalidValue) as refused:
        sv.parse_label(kind, name)
    assert refused.value.params == {"choices": tuple(kind)}


@pytest.mark.parametrize(
    ("call", "wrong"),
    [
        (lambda: sv.label("staff"), "member must be of an enumeration of this library, not str"),  # type: ignore[arg-type]
        (lambda: sv.choices(int), "kind must be an enumeration of this library"),  # type: ignore[arg-type]
        (lambda: sv.choices("CostCategory"), "kind must be an enumeration of this library, not 'CostCategory'"),  # type: ignore[arg-type]
        (lambda: labels_of(Colour), "kind must be an enumeration of this library, not <enum 'Colour'>"),
        (lambda: sv.label(Colour.RED), "not <enum 'Colour'>"),
        (lambda: sv.parse_label(Fund, None), "text must be a str, not NoneType"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_type_is_refused(call: Callable[[], object], wrong: str) -> None:
    """A value is no member, and somebody else's enumeration has no labels here."""
    with pytest.raises(TypeError, match=wrong):
        call()
