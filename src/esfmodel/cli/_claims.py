"""What `show` adds for a project with claims: its ledger, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.cli._terminal import WIDTH
from esfmodel.display import claims_table
from esfmodel.display.columns import one_line, wrapped
from esfmodel.errors import EsfModelError
from esfmodel.model import Ledger
from esfmodel.rules import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Project


_NO_ADVANCES = Words(
    "Förskott är inte med: ett projekt säger inte när de betalades ut.",
    "Advances are left out: a project does not say when they were paid.",
)
# Why is told in English, as all that is said to those who write or mend a file.
_NOT_RECKONED = Words(
    "Ansökningarna om utbetalning går inte att räkna på (skälet på engelska): {why}",
    "The claims cannot be reckoned: {why}",
)


def claims_told(project: Project, language: str) -> Iterator[str]:
    """Give the tables of a project's claims and what they leave out, or say why there are none."""
    if not project.claims:
        return
    try:
        tables = claims_table(Ledger.of(project), language)
    except EsfModelError as error:
        said = _NOT_RECKONED.text(language).format(why=one_line(str(error)))
        yield "\n".join(wrapped(said, WIDTH))
        return
    yield tables
    yield _NO_ADVANCES.text(language)
