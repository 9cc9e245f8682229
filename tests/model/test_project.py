from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    Budget,
    Cci,
    Country,
    InvalidValue,
    NutsCode,
    OpenPeriod,
    OperationId,
    Organisation,
    Participation,
    Period,
    Phase,
    Priority,
    ProgrammingPeriod,
    Project,
    Role,
    SecondaryTheme,
)
from esfmodel.testing import ccis, countries, nuts_codes, operation_ids, programming_periods

if TYPE_CHECKING:
    from collections.abc import Callable

project = cast("Callable[..., Project]", Project)


@given(operation_ids(), ccis(), nuts_codes(), countries(), programming_periods())
def test_identifiers_may_be_given_as_text(
    operation_id: OperationId, cci: Cci, nuts: NutsCode, country: Country, programming_period: ProgrammingPeriod
) -> None:
    """The text of an identifier, as registers print it, is the identifier."""
    identified = Project(
        "A", operation_id=operation_id, cci=cci, nuts=nuts, country=country, programming_period=programming_period
    )
    assert identified == Project(
        "A",
        operation_id=str(operation_id),
        cci=str(cci),
        nuts=str(nuts),
        country=str(country),
        programming_period=str(programming_period),
    )


def test_a_priority_and_themes_may_be_given_by_name() -> None:
    """The code of a priority and the name of a theme stand for what is known of them."""
    named = Project("A", priority="C", secondary_themes=["Jämställdhet", SecondaryTheme("Barnfattigdom", False)])
    assert named.priority == Priority("C")
    assert named.secondary_themes == (SecondaryTheme("Jämställdhet"), SecondaryTheme("Barnfattigdom", False))


def test_a_project_is_known_by_its_name_alone() -> None:
    """All else is unknown or empty, and nothing is filled in."""
    known = Project("Framtidskraft")
    stated = {field.name: getattr(known, field.name) for field in attrs.fields(Project)}
    assert {name for name, value in stated.items() if value not in {None, ()}} == {"name"}


@pytest.mark.parametrize("period", [Period.of_years(2023, 2025), OpenPeriod("2024-10-01"), None])
def test_a_period_has_two_ends_or_one(period: Period | OpenPeriod | None) -> None:
    """A project may have begun without anybody having said when it ends."""
    assert Project("A", period=period).period is period


def test_a_period_is_no_text() -> None:
    """A period is made before, so that its precision is chosen."""
    with pytest.raises(TypeError, match="period must be Period or OpenPeriod or None, not str"):
        project("A", period="2023/2025")


def test_what_has_no_field_is_kept_as_pairs() -> None:
    """Lists of two are pairs too, and the order of the source is kept."""
    assert project("A", extra=[["Handläggare", "N.N."], ("Diarienummer", "")]).extra == (
        ("Handläggare", "N.N."),
        ("Diarienummer", ""),
    )


@pytest.mark.parametrize(
    ("wrong", "match"),
    [
        ("label", "extra takes several pairs, such as a list; not str"),
        (["label"], r"extra\[0\] must be a pair, not str"),
        (["ab"], r"extra\[0\] must be a pair, not str"),
        ([("label", "value"), ("label", "value", "more")], r"extra\[1\] must be a pair, not tuple"),
        ([("label", 1)], r"extra\[0\] must be str, not int"),
        ([(1, "value")], r"extra\[0\] must be str, not int"),
    ],
)
def test_what_is_no_pair_is_refused(wrong: object, match: str) -> None:
    """Two letters are no pair of label and value."""
    with pytest.raises(TypeError, match=match):
        project("A", extra=wrong)


@pytest.mark.parametrize("role", Role)
def test_a_budget_is_for_those_who_can_have_one(role: Role) -> None:
    """Owners and partners may have a budget of their own; for the others that is no role."""
    body = Organisation("Alvesta kommun")
    assert Participation(body, role).budget is None
    if role in {Role.OWNER, Role.PARTNER}:
        assert Participation(body, role, budget=Budget()).budget == Budget()
    else:
        with pytest.raises(InvalidValue, match="is a role without a budget; leave the budget out, or give") as refused:
            Participation(body, role, budget=Budget())
        assert (refused.value.place, refused.value.given) == ("role", role)


def test_a_phase_has_days_where_they_are_known() -> None:
    """A phase is named, and lies somewhere in time or nobody has said where."""
    assert Phase("Analys").period is None
    with pytest.raises(TypeError, match="period must be Period or None, not OpenPeriod"):
        cast("Callable[..., Any]", Phase)("Analys", OpenPeriod("2024-10-01"))


@pytest.mark.parametrize("field", ["name", "region", "summary", "source", "specific_objective", "intervention_field"])
@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("\0", "text.unprintable"),
        ("\u202e", "text.unprintable"),
        ("\u2067", "text.unprintable"),
        ("\ud800", "text.half_a_character"),
        ("a" * 1_000_000, "text.longer_than"),
    ],
    ids=["NUL", "override", "isolate", "half", "long"],
)
@given(before=st.text("ab ", max_size=3), after=st.text("ab ", min_size=1, max_size=3))
def test_no_text_holds_what_nobody_means(field: str, sign: str, code: str, before: str, after: str) -> None:
    """Half a character, NUL, marks of direction and a million letters are refused in each text, in both languages."""
    given = {"name": "A", field: f"{before}{sign}{after}"}
    with pytest.raises(InvalidValue) as refused:
        project(**given)
    error = refused.value
    assert (error.code, error.place) == (code, field)
    assert all(error.text(language).isprintable() and len(error.text(language)) < 500 for language in ("sv", "en"))
