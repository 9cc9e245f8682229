"""What a rule rests on: the rows of the law under its basis.

>>> from esfmodel import LAW, RULES
>>> rows_of(RULES[0], LAW)
()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.rules.finding import Ground

if TYPE_CHECKING:
    from esfmodel.law import Law, Provision
    from esfmodel.rules.rule import AnyRule


def rows_of(rule: AnyRule, law: Law) -> tuple[Provision, ...]:
    """Give the provisions that are a rule's basis or lie under it; none where it rests on no law."""
    if isinstance(rule.basis, Ground):
        return ()
    return tuple(row for row in law.provisions if f"{row.key}.".startswith(f"{rule.basis}."))
