from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from esfmodel.cli import main
from esfmodel.display import claims_table
from esfmodel.errors import EsfModelError
from esfmodel.formats import write
from esfmodel.model import Budget, Claim, ClaimedCost, CostCategory, Decision, DecisionKind, Ledger, Project
from esfmodel.values import Money

if TYPE_CHECKING:
    from pathlib import Path

BUDGET = Budget(total=Money(100))
GRANTED = Decision(DecisionKind.GRANTED, "2025-01-15", support=Money(40), budget=BUDGET)
CLAIM = Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(25))], on="2025-04-15")
PROJECT = Project("Framtidskraft", decisions=[GRANTED], claims=[CLAIM])


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("sv", "Förskott är inte med: ett projekt säger inte när de betalades ut."),
        ("en", "Advances are left out: a project does not say when they were paid."),
    ],
)
def test_what_was_claimed_is_shown(
    language: str, note: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A project with claims is shown with its ledger, and with what the ledger cannot know; one without is not."""
    write([PROJECT, attrs.evolve(PROJECT, claims=[])], tmp_path / "projects.json")
    assert main(["show", str(tmp_path / "projects.json"), "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert f"\n\n{claims_table(Ledger.of(PROJECT), language)}\n\n{note}\n\n" in shown
    assert shown.count(note) == 1


def test_claims_that_cannot_be_reckoned_say_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a decision there is no share, and without a table nothing is said of advances."""
    write(attrs.evolve(PROJECT, decisions=[]), tmp_path / "project.json")
    assert main(["show", str(tmp_path / "project.json")]) == 0
    _, _, said = capsys.readouterr().out.partition("\n\nAnsökningarna om utbetalning går inte att räkna på. ")
    with pytest.raises(EsfModelError) as caught:
        Ledger.of(attrs.evolve(PROJECT, decisions=[]))
    assert " ".join(said.split()) == " ".join(caught.value.text("sv").split())
