"""The rule book: every rule of the library, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.rules import budget, claims, financing, identity, period, portfolio, publication, simplified_costs, vat
from esfmodel.rules.rule import book_of

if TYPE_CHECKING:
    from esfmodel.rules.rule import AnyRule

_FAMILIES: Final[tuple[tuple[AnyRule, ...], ...]] = (
    budget.BUD,
    claims.CLM,
    financing.FIN,
    period.PER,
    portfolio.POR,
    identity.PRJ,
    publication.PUB,
    simplified_costs.SCO,
    vat.VAT,
)

RULES: Final[tuple[AnyRule, ...]] = book_of(sorted((r for rules in _FAMILIES for r in rules), key=lambda r: r.code))
"""Every rule of the library, in the order of their codes."""
