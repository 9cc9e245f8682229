"""A newsroom with a rule of its own: what somebody who imports the library adds to the rules it has.

It reads a project's record as the register publishes it and prints what the rules find, its own among them:

    python house_rule.py record.txt
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from esfmodel import RULES, Project, Rule, Severity, read_text, validate
from esfmodel.rules import Context, Finding, known

if TYPE_CHECKING:
    from collections.abc import Iterator


def enough_to_tell(project: Project, context: Context) -> Iterator[Finding]:
    """A project that we write about reaches at least two hundred people."""
    if known(project.planned_participants) < 200:
        yield context.finding("planned_participants", expected=200, found=project.planned_participants)


ENOUGH_TO_TELL = Rule(
    code="NEWS001",
    severity=Severity.WARNING,
    needs=("planned_participants",),
    check=enough_to_tell,
    sv="Projektet når {found} personer; enligt {basis} skriver vi om dem som når minst {expected}.",
    en="The project reaches {found} people; under {basis} we write about those that reach at least {expected}.",
)


def main(path: str) -> None:
    """Print the report in Swedish."""
    project = read_text(Path(path).read_text("utf-8")).one()
    print(validate(project, rules=[*RULES, ENOUGH_TO_TELL]).text("sv", verbose=True))


if __name__ == "__main__":
    main(sys.argv[1])
