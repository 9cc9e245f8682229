"""Legal values, each with its source, the days when it is in force and how well it was read.

A provision is one row of data, never a number in code. `LAW` has the rows that ship with the library;
`LAW.with_pack` adds a programme's own rows.

>>> from esfmodel.law import LAW
>>> ceiling = LAW.provision("co-financing.ceiling.more-developed", programming_period="2021-2027")
>>> ceiling.value, ceiling.article, ceiling.grade.name
(Rate.of_percent("40"), '112(3)(e)', 'A')
>>> from esfmodel.law import PACKS
>>> LAW.with_pack(PACKS["2021SE05SFPR001"]).provision("programme.2021se05sfpr001.a.own-share").value
Rate.of_percent("46")
"""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

from esfmodel._hypothesis_hook import announce
from esfmodel.law.law import Law
from esfmodel.law.provisions import Binds, Grade, Level, Provision, ProvisionValue, Sense
from esfmodel.values.condition import Condition

__all__ = ["LAW", "PACKS", "Binds", "Condition", "Grade", "Law", "Level", "Provision", "ProvisionValue", "Sense"]

_DATA = files(__name__) / "data"


def _toml_files(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


LAW: Final = Law.load(*_toml_files(_DATA))
"""The law that ships with the library, read when this package is imported."""

PACKS: Final[Mapping[str, Traversable]] = MappingProxyType(
    {file.name.removesuffix(".toml"): file for file in _toml_files(_DATA / "packs")}
)
"""The packs that ship with the library; `LAW.with_pack(PACKS["2021SE05SFPR001"])` adds one.

A programme's rows are named by its CCI. Packs whose names begin with "example-" are for trying things and as templates:
their rows were not read in an official text. "example-unit-costs-se" has hourly prices by function, most of which
include a flat rate already.

>>> from esfmodel import Money, UnitCost
>>> row = LAW.with_pack(PACKS["example-unit-costs-se"]).provision("unit-cost.project-worker.with-40")
>>> UnitCost(row.value_as(Money), 1720, code=row.key).computed
Money(1160656)
"""

announce(__name__)
