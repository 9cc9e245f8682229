"""Legal values, each with its source, the days when it is in force and how well it was read.

A provision is one row of data, never a number in code. `LAW` has the rows that ship with the library;
`LAW.with_pack` adds a programme's own rows.

>>> from esfmodel.law import LAW
>>> ceiling = LAW.provision("co-financing.ceiling.more-developed", programming_period="2021-2027")
>>> ceiling.value, ceiling.article, ceiling.grade.name
(Rate.of_percent("40"), '112(3)(e)', 'A')
>>> LAW.with_pack("2021SE05SFPR001").provision("programme.2021se05sfpr001.a.own-share").value
Rate.of_percent("46")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._hypothesis_hook import announce
from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.law import codes
    from esfmodel.law import packs as packs
    from esfmodel.law.law import LAW, Law
    from esfmodel.law.packs import PACKS
    from esfmodel.law.provision_value import ProvisionValue
    from esfmodel.law.provisions import Binds, Grade, Level, Provision, Sense
    from esfmodel.values.condition import Condition

__all__ = [
    "LAW",
    "PACKS",
    "Binds",
    "Condition",
    "Grade",
    "Law",
    "Level",
    "Provision",
    "ProvisionValue",
    "Sense",
    "codes",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            ".law": ("LAW", "Law"),
            ".packs": ("PACKS",),
            ".provision_value": ("ProvisionValue",),
            ".provisions": ("Binds", "Grade", "Level", "Provision", "Sense"),
            "esfmodel.values.condition": ("Condition",),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]


announce(__name__)
