"""The command `explain`: how a figure of each project's budget was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.cli._terminal import WIDTH
from esfmodel.display.columns import one_line, wrapped
from esfmodel.model.facts import programming_period_of
from esfmodel.rules import Words
from esfmodel.workings import explain

if TYPE_CHECKING:
    from esfmodel.model import Project


_NO_BUDGET = Words("Projektet har ingen budget.", "The project has no budget.")


def workings_of(project: Project, figure: str, language: str) -> str:
    """Write the workings of a figure; raises `InvalidValue` for a figure that the budget has not."""
    if project.budget is None:
        return _NO_BUDGET.text(language)
    found = explain(project.budget, figure, programming_period=programming_period_of(project))
    steps = [step.text(language) for step in found.steps] or [found.text(language)]
    return "\n".join(line for step in steps for line in wrapped(one_line(step), WIDTH))
