"""What the law says: every legal value with its source, its days and how well it was read.

A provision is one row of data, never a number in code. The rows that ship with the library are `LAW`; a programme's own
rows are added with `LAW.with_pack`.

>>> from esfmodel.law import LAW
>>> ceiling = LAW.provision("co-financing.ceiling.more-developed", programming_period="2021-2027")
>>> ceiling.value, ceiling.article, ceiling.grade.name
(Rate.of_percent("40"), '112(3)(e)', 'A')
"""

from importlib.resources import files
from typing import Final

from esfmodel._announce import announce
from esfmodel.law.law import Law
from esfmodel.law.provisions import Binds, Grade, Level, Provision, ProvisionValue, Sense

__all__ = ["LAW", "Binds", "Grade", "Law", "Level", "Provision", "ProvisionValue", "Sense"]

_FILES = sorted((files(__name__) / "data").iterdir(), key=lambda file: file.name)

LAW: Final = Law.load(*(file for file in _FILES if file.name.endswith(".toml")))
"""The law that ships with the library; read once, when this package is first asked for, and never changed."""

announce(__name__)
