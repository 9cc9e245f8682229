r"""Plots of a project by matplotlib: financing, costs, timeline, claims, and the own share against the call.

Each function takes what it draws and returns the `Axes`, to be restyled or saved. They need the extra `plot`. Amounts
are drawn in the smallest unit of their currency, as `Money.minor` has it, so that every height is exact; the axis is
written in kronor, tkr or mnkr. Without `ax`, a figure of its own is made, which pyplot does not know of: no window
opens, and nothing has to be closed.

>>> from esfmodel.display import plots
>>> from esfmodel.examples import EXAMPLES
>>> ax = plots.financing(EXAMPLES["kompetens-i-kronoberg"])
>>> print(plots.alt_text(ax).replace("\N{NO-BREAK SPACE}", " ").replace("; ", ";\n"))
Kompetens i Kronoberg: Finansiering. Europeiska socialfonden (stöd, EU och stat odelat) 3 706 566 kr;
Region Kronoberg (offentlig medfinansiering) 1 235 522 kr. Summa 4 942 088 kr.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.display.plots._claims import claims
    from esfmodel.display.plots._lines import costs, financing
    from esfmodel.display.plots._paper import alt_text, save
    from esfmodel.display.plots._shares import own_share
    from esfmodel.display.plots._timeline import timeline

__all__ = ["alt_text", "claims", "costs", "financing", "own_share", "save", "timeline"]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            "._claims": ("claims",),
            "._lines": ("costs", "financing"),
            "._paper": ("alt_text", "save"),
            "._shares": ("own_share",),
            "._timeline": ("timeline",),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]
