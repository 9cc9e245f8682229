"""The rules that are judged by columns, one module per family; `esfmodel.frames.check` judges by them.

A rule is written here once more, as expressions that every library of frames computes; its texts, basis and severity
are those of the `Rule`. To add a family, write its module with a tuple of `ColumnRule` and name that in `_FAMILIES`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.frames._rules.bud import BUD
from esfmodel.frames._rules.facts import COMMON
from esfmodel.frames._rules.fin import FIN
from esfmodel.frames._rules.per import PER
from esfmodel.frames._rules.prj import PRJ
from esfmodel.frames._rules.pub import PUB

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esfmodel.frames._rules.column_rule import ColumnRule, Fact

_FAMILIES: Final = (BUD, FIN, PER, PRJ, PUB)

COLUMN_RULES: Final[Mapping[str, ColumnRule]] = MappingProxyType(
    {rule.code: rule for rule in sorted((each for family in _FAMILIES for each in family), key=lambda each: each.code)}
)
"""Every rule that is judged by columns, by its code, in the order of the codes."""

FACTS: Final[Mapping[str, Fact]] = MappingProxyType(
    {**COMMON, **{name: fact for rule in COLUMN_RULES.values() for name, fact in rule.own.items()}}
)
"""How each fact is computed: those that several rules need, and those of single rules."""
