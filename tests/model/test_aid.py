from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import Aid, AidBasis, InvalidValue, Money, Project, read_text
from esfmodel.formats import to_text
from esfmodel.testing import aids, projects

STATE_AID = {AidBasis.BLOCK_EXEMPTION, AidBasis.APPROVED, AidBasis.STATE_AID}


@given(st.none() | aids())
def test_whether_support_is_state_aid_follows_from_its_basis(aid: Aid | None) -> None:
    """De minimis aid is none: it does not meet all criteria of Article 107(1) of the Treaty."""
    assert Project("A", aid=aid).state_aid is (None if aid is None else aid.basis in STATE_AID)


@settings(max_examples=10)
@given(projects("SEK"), st.booleans())
def test_what_was_a_truth_becomes_a_basis_with_a_warning(project: Project, is_aid: bool) -> None:
    """`state_aid` is still accepted; what it said is kept once, and said by copies without another warning."""
    unsaid = attrs.evolve(project, aid=None)
    with pytest.warns(DeprecationWarning, match="state_aid is deprecated and will go"):
        said = attrs.evolve(unsaid, state_aid=is_aid)
    assert said == attrs.evolve(project, aid=Aid(AidBasis.STATE_AID if is_aid else AidBasis.NONE))
    assert attrs.evolve(said, aid=None) == unsaid


@given(aids(), st.booleans())
def test_a_truth_that_contradicts_the_basis_is_refused(aid: Aid, is_aid: bool) -> None:
    """The two may be given together where they say the same."""
    if is_aid is aid.basis.is_state_aid:
        assert Project("A", aid=aid, state_aid=is_aid) == Project("A", aid=aid)
    else:
        with pytest.raises(InvalidValue, match="contradicts the basis stated for the aid") as refused:
            Project("A", aid=aid, state_aid=is_aid)
        assert refused.value.place == "state_aid"


@pytest.mark.parametrize("more", [{"conferred_on": "2025-01-01"}, {"amount": Money(5, "EUR")}])
def test_support_that_is_no_aid_has_no_day_and_no_amount(more: dict[str, object]) -> None:
    """One of the two statements is wrong."""
    with pytest.raises(InvalidValue, match="is stated of support that is no aid"):
        Aid(AidBasis.NONE, **more)  # type: ignore[arg-type]


def test_aid_is_not_negative() -> None:
    """It would make room under the ceiling for other aid."""
    with pytest.raises(InvalidValue, match="is negative"):
        Aid(AidBasis.DE_MINIMIS, amount=Money(-1, "EUR"))


HEAD = '{"format": "esfmodel/projects", "version": 2, "projects": [{"name": "A", %s}]}'


def test_a_file_with_the_old_key_is_read_and_written_with_the_new() -> None:
    """Nothing that was written before is lost, without a warning; a contradiction is told at its place."""
    (old,) = read_text(HEAD % '"state_aid": true').projects
    assert old == Project("A", aid=Aid(AidBasis.STATE_AID))
    assert '"state_aid"' not in to_text([old], "project_json")
    (problem,) = read_text(HEAD % '"state_aid": true, "aid": {"basis": "no aid"}').problems
    assert (problem.code, problem.place) == ("aid.contradicts", "projects[0].state_aid")
    (problem,) = read_text(HEAD % '"aid": {"basis": "no aid", "amount": "5 EUR"}').problems
    assert (problem.code, problem.place) == ("aid.none", "projects[0].aid.amount")


def test_a_basis_is_read_as_people_write_it() -> None:
    """In Swedish too, and with the day of conferral."""
    written = '"aid": {"basis": "stöd av mindre betydelse", "conferred_on": "14 mars 2025"}'
    assert read_text(HEAD % written).projects == (Project("A", aid=Aid(AidBasis.DE_MINIMIS, "2025-03-14")),)
