"""The rule book: every rule of the library, in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.rules.families.bud import BUD
from esfmodel.rules.families.clm import CLM
from esfmodel.rules.families.fin_call import FIN_CALL
from esfmodel.rules.families.fin_in_kind import FIN_IN_KIND
from esfmodel.rules.families.fin_limits import FIN_LIMITS
from esfmodel.rules.families.fin_programme import FIN_PROGRAMME
from esfmodel.rules.families.interreg import INTERREG
from esfmodel.rules.families.per import PER
from esfmodel.rules.families.por import POR
from esfmodel.rules.families.prj import PRJ
from esfmodel.rules.families.prj_codes import PRJ_CODES
from esfmodel.rules.families.prj_membership import PRJ_MEMBERSHIP
from esfmodel.rules.families.pub import PUB
from esfmodel.rules.families.sco import SCO
from esfmodel.rules.families.sco_combinations import SCO_COMBINATIONS
from esfmodel.rules.families.sco_rates import SCO_RATES
from esfmodel.rules.families.vat import VAT
from esfmodel.rules.rule import book_of

if TYPE_CHECKING:
    from esfmodel.rules.rule import AnyRule

_FAMILIES: Final[tuple[tuple[AnyRule, ...], ...]] = (
    BUD,
    CLM,
    (*FIN_CALL, *FIN_IN_KIND, *FIN_LIMITS, *FIN_PROGRAMME),
    INTERREG,
    PER,
    POR,
    (*PRJ, *PRJ_CODES, *PRJ_MEMBERSHIP),
    PUB,
    (*SCO, *SCO_COMBINATIONS, *SCO_RATES),
    VAT,
)

RULES: Final[tuple[AnyRule, ...]] = book_of(sorted((r for rules in _FAMILIES for r in rules), key=lambda r: r.code))
"""Every rule of the library, in the order of their codes."""
