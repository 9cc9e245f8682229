"""A page of a project portal: what somebody who imports the library writes.

It reads a project's record as the register publishes it, adds the call that the project answered, and prints the
summary in Swedish, the financing, the shares and what the rules say. Run it with the record's file and the own share:

    python portal.py record.txt 46
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

from esfmodel import (
    Budget,
    Call,
    Contribution,
    Money,
    Outcome,
    OwnShare,
    Project,
    Rate,
    Report,
    Rounding,
    read_text,
    validate,
)
from esfmodel.text import sv

ENOUGH = {True: "räcker", False: "räcker inte", None: "är inte känd"}


def project_of(record: str, own_share: str) -> Project:
    """Read the one project of a record, and say which own share its call asks for."""
    call = Call(name="Kompetens och omställning", own_share=OwnShare.exactly(Rate.of_percent(own_share)))
    return attrs.evolve(read_text(record).one(), call=call)


def financing(budget: Budget) -> list[str]:
    """Write who pays what, line by line, and the shares of the whole."""
    lines = [f"{payer(each):<40}{sv.format_money(each.amount):>20}" for each in budget.financing]
    lines.append(f"{'Summa':<40}{sv.format_money(budget.total_cost):>20}")
    shares = [("stöd", budget.support_rate), ("egen andel", budget.own_rate), ("varav EU", budget.eu_rate)]
    return [*lines, *(f"{name}: {sv.format_rate(share)}" for name, share in shares)]


def raises_enough(budget: Budget, own_share: Rate, *, planted_fault: bool = False) -> bool | None:
    """Return whether the own contribution is at least this share of the total cost; None where that is not known.

    The planted fault takes what is just enough for too little; the tests try whether it is found.
    """
    own, total = budget.own_contribution, budget.total_cost
    if not isinstance(own, Money) or not isinstance(total, Money):
        return None
    least = own_share.apply(total, rounding=Rounding.MINOR_UP)
    return own > least if planted_fault else own >= least


def payer(contribution: Contribution) -> str:
    """Name the one who pays, or the source when nobody is named."""
    if contribution.funder is None:
        return "Övriga källor"
    organisation = contribution.funder.organisation
    return organisation.name if organisation else contribution.funder.source.name


def findings(report: Report) -> list[str]:
    """Write what the rules found, and which of them could not judge."""
    found = [f"{each.rule.code}: {each.outcome.name}" for each in report.results if each.outcome is Outcome.FAILED]
    silent = [each.rule.code for each in report.results if each.outcome is Outcome.NOT_EVALUATED]
    return [*found, f"ej bedömda regler: {sv.format_list(silent)}"]


def main(path: str, own_share: str) -> None:
    """Print the page."""
    project = project_of(Path(path).read_text("utf-8"), own_share)
    print(sv.summary(project))
    print()
    budget = project.budget or Budget()
    print(*financing(budget), sep="\n")
    print(f"den egna finansieringen: {ENOUGH[raises_enough(budget, Rate.of_percent(own_share))]}")
    print()
    print(*findings(validate(project)), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
