"""An example of every rule in the book, kept and broken; in files by family, or for several small ones.

>>> from esfmodel.rules import RULES
>>> set(RULE_EXAMPLES) == {rule.code for rule in RULES}
True
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.testing._rule_examples.bud import BUD
from esfmodel.testing._rule_examples.clm import CLM
from esfmodel.testing._rule_examples.eligible_costs import ELI, INTERREG, VAT
from esfmodel.testing._rule_examples.example import RuleExample
from esfmodel.testing._rule_examples.fin import FIN
from esfmodel.testing._rule_examples.obligations import DUR, PUB, STA
from esfmodel.testing._rule_examples.per import PER
from esfmodel.testing._rule_examples.por import POR
from esfmodel.testing._rule_examples.prj import PRJ
from esfmodel.testing._rule_examples.sco import SCO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.model import Portfolio, Project

RULE_EXAMPLES: Final[Mapping[str, RuleExample[Project] | RuleExample[Portfolio]]] = MappingProxyType(
    {**BUD, **CLM, **DUR, **ELI, **FIN, **INTERREG, **PER, **POR, **PRJ, **PUB, **SCO, **STA, **VAT}
)
"""The example of each rule in the book, by the code of the rule."""

__all__ = ["RULE_EXAMPLES", "RuleExample"]
