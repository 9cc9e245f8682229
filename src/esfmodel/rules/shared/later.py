"""Words that are put together when they are first asked for: most reasons and suggestions are never read.

>>> from esfmodel.rules import Words
>>> def tell(number):
...     print("telling")
...     return Words(f"{number} år", f"{number} years")
>>> later = WordsLater(tell, 5)
>>> later.sv, later == Words("5 år", "5 years")
telling
('5 år', True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esfmodel.rules.words import Words
from esfmodel.values.field_type import fill
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable


class WordsLater(Words):
    """Words that a function returns for these arguments; they equal the plain ones, and are copied as such."""

    __slots__ = ("_arguments", "_tell")

    def __init__(self, tell: Callable[..., Words], *arguments: object) -> None:
        fill(self, "_tell", tell)
        fill(self, "_arguments", arguments)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name not in LANGUAGES:
            raise AttributeError(name)
        told: Words = self._tell(*self._arguments)
        fill(self, "sv", told.sv)
        fill(self, "en", told.en)
        return getattr(told, name)

    def _plain(self) -> Words:
        return Words(self.sv, self.en)

    def __eq__(self, other: object) -> bool:
        return (self.sv, self.en) == (other.sv, other.en) if isinstance(other, Words) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._plain())

    def __reduce__(self) -> tuple[type[Words], tuple[str, str]]:
        return Words, (self.sv, self.en)

    def __repr__(self) -> str:
        return repr(self._plain())
