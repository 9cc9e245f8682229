"""The rule book: every rule of the library, in the order of their codes."""

from __future__ import annotations

from importlib.metadata import version
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue
from esfmodel.rules.families.bud import BUD
from esfmodel.rules.families.clm import CLM
from esfmodel.rules.families.clm_categories import CLM_CATEGORIES
from esfmodel.rules.families.clm_payment import CLM_PAYMENT
from esfmodel.rules.families.dur import DUR
from esfmodel.rules.families.eli import ELI
from esfmodel.rules.families.fin_call import FIN_CALL
from esfmodel.rules.families.fin_in_kind import FIN_IN_KIND
from esfmodel.rules.families.fin_limits import FIN_LIMITS
from esfmodel.rules.families.fin_participants import FIN_PARTICIPANTS
from esfmodel.rules.families.fin_programme import FIN_PROGRAMME
from esfmodel.rules.families.interreg import INTERREG
from esfmodel.rules.families.per import PER
from esfmodel.rules.families.per_selection import PER_SELECTION
from esfmodel.rules.families.por import POR
from esfmodel.rules.families.por_double import POR_DOUBLE
from esfmodel.rules.families.por_phased import POR_PHASED
from esfmodel.rules.families.prj import PRJ
from esfmodel.rules.families.prj_codes import PRJ_CODES
from esfmodel.rules.families.prj_location import PRJ_LOCATION
from esfmodel.rules.families.prj_membership import PRJ_MEMBERSHIP
from esfmodel.rules.families.pub import PUB
from esfmodel.rules.families.sco import SCO
from esfmodel.rules.families.sco_combinations import SCO_COMBINATIONS
from esfmodel.rules.families.sco_rates import SCO_RATES
from esfmodel.rules.families.sta import STA
from esfmodel.rules.families.vat import VAT
from esfmodel.rules.rule import book_of

if TYPE_CHECKING:
    from esfmodel.rules.rule import AnyRule

_FAMILIES: Final[tuple[tuple[AnyRule, ...], ...]] = (
    BUD,
    (*CLM, *CLM_CATEGORIES, *CLM_PAYMENT),
    DUR,
    ELI,
    (*FIN_CALL, *FIN_IN_KIND, *FIN_LIMITS, *FIN_PARTICIPANTS, *FIN_PROGRAMME),
    INTERREG,
    (*PER, *PER_SELECTION),
    (*POR, *POR_DOUBLE, *POR_PHASED),
    (*PRJ, *PRJ_CODES, *PRJ_LOCATION, *PRJ_MEMBERSHIP),
    PUB,
    (*SCO, *SCO_COMBINATIONS, *SCO_RATES),
    STA,
    VAT,
)

RULES: Final[tuple[AnyRule, ...]] = book_of(sorted((r for rules in _FAMILIES for r in rules), key=lambda r: r.code))
"""Every rule of the library, in the order of their codes."""


_BY_CODE: Final = MappingProxyType({rule.code: rule for rule in RULES})


def is_of_the_book(rule: AnyRule) -> bool:
    """Whether a rule is one of the library, and not another one of the same code."""
    return _BY_CODE.get(rule.code) == rule


def rule_of_the_book(code: str) -> AnyRule:
    """Return the rule of the library with a code that some version of it has written; raise `InvalidValue` for none.

    >>> rule_of_the_book("BUD001") is RULES[0]
    True
    """
    if code not in _BY_CODE:
        raise InvalidValue("rule.of_another_version", "rule", code, version=version("esfmodel"))
    return _BY_CODE[code]
