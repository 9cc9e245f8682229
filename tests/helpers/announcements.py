"""Made-up announcements of projects: how to read them, and a strategy of pages of which every fact is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from esfmodel import read_text, testing
from esfmodel.testing._texts import FUNDS as FUNDS
from esfmodel.testing._texts import NAMES as NAMES
from esfmodel.testing._texts import OWNERS as OWNERS
from esfmodel.testing._texts import amounts as amounts

if TYPE_CHECKING:
    from hypothesis import strategies as st

    from esfmodel.formats import Evidence, Reading
    from esfmodel.model import Contribution, FundingSource, Project
    from esfmodel.values.bounds import MoneyLike


def read(*paragraphs: str) -> Reading:
    """Read the paragraphs of an announcement."""
    return read_text("\n\n".join(paragraphs), format="announcement")


def draft(*paragraphs: str) -> Project:
    """Return the project that an announcement tells of."""
    return read(*paragraphs).one()


def codes(reading: Reading) -> list[str]:
    """Return the codes of the problems of a reading."""
    return [problem.code for problem in reading.problems]


def seen(*paragraphs: str) -> str:
    """Return the code of the only problem of a page that tells of no single project."""
    reading = read(*paragraphs)
    assert reading.projects == ()
    (code,) = codes(reading)
    return code


def evidence_of(reading: Reading) -> dict[str, Evidence]:
    """Return the evidence of each field of the draft that has some."""
    project = reading.one()
    return {path: reading.where(0, path) for path in stated(project)}


def stated(project: Project) -> list[str]:
    """Return the paths of what a draft states, as its evidence has them."""
    fields = ("beneficiary", "fund", "programme", "operation_id", "period", "duration_months", "planned_participants")
    found = ["name", *(field for field in fields if getattr(project, field) is not None)]
    found.extend(f"partners[{index}]" for index in range(len(project.partners)))
    found.extend(f"decisions[{index}]" for index in range(len(project.decisions)))
    if project.budget is not None:
        found.extend(
            f"budget.financing[{index}]" for index, each in enumerate(project.budget.financing) if not is_open(each)
        )
        found.extend(["budget.total"] * (project.budget.total is not None))
    return found


# --- Pages of which every fact is known


@attrs.frozen
class Announcement:
    """An announcement as text, and the value of each fact that it tells; None for one that it does not."""

    text: str
    facts: dict[str, Any]


def facts_of(project: Project) -> dict[str, Any]:
    """Return the facts of a draft as `Announcement` has them."""
    budget = project.budget
    return {
        "name": project.name,
        "owner": project.beneficiary and project.beneficiary.name,
        "partners": tuple(each.organisation.name for each in project.partners),
        "fund": project.fund,
        "period": project.period,
        "participants": project.planned_participants,
        "number": project.operation_id and str(project.operation_id),
        "total": budget and budget.total,
        "paid": frozenset()
        if budget is None
        else frozenset(paid(each) for each in budget.financing if not is_open(each)),
    }


def is_open(contribution: Contribution) -> bool:
    """Return whether a contribution is that of somebody whom a page does not name, which may be there or not."""
    return contribution.amount is None and paid(contribution)[1] is None


def paid(contribution: Contribution) -> tuple[FundingSource | None, str | None, MoneyLike | None]:
    """Return the source of a contribution, the name of its payer, and the amount."""
    payer = None if contribution.funder is None else contribution.funder.organisation
    return contribution.source, None if payer is None else payer.name, contribution.amount


def announcements() -> st.SearchStrategy[Announcement]:
    """Return the announcements of the testing kit, with the facts of their projects."""
    return testing.announcements().map(lambda written: Announcement(written.text, facts_of(written.project)))
