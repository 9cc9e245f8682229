"""The rule book: every rule of the library, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.rules.families import bud, clm, fin_call, per, por, prj, pub, sco, vat
from esfmodel.rules.rule import book_of

if TYPE_CHECKING:
    from esfmodel.rules.rule import AnyRule

_FAMILIES: Final[tuple[tuple[AnyRule, ...], ...]] = (
    bud.BUD,
    clm.CLM,
    fin_call.FIN,
    per.PER,
    por.POR,
    prj.PRJ,
    pub.PUB,
    sco.SCO,
    vat.VAT,
)

RULES: Final[tuple[AnyRule, ...]] = book_of(sorted((r for rules in _FAMILIES for r in rules), key=lambda r: r.code))
"""Every rule of the library, in the order of their codes."""
