r"""How a figure was computed: steps that a program can compute again, and their text as a controller's note.

>>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money, explain
>>> granted = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(10_325_312))
>>> raised = Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(8_800_785))
>>> workings = explain(Budget(financing=[granted, raised]), "support_rate")
>>> print(workings.text("sv").replace("\N{NO-BREAK SPACE}", " "))
Stöd: 10 325 312 kr
Summa finansiering: 10 325 312 kr + 8 800 785 kr = 19 126 097 kr
Totalkostnad: summa finansiering 19 126 097 kr
Stödandel: stöd 10 325 312 kr / totalkostnad 19 126 097 kr ≈ 53,99 %
>>> workings.steps[-1].formula, workings.result == Budget(financing=[granted, raised]).support_rate
('support / total_cost', True)

A formula consists of names of inputs, `+ - * /`, parentheses, 0 and 1; a share has no unit, and 1 is the whole.
With partly known inputs the result is every value that they allow. An amount of None is at least 0, and bounds without
a low end begin at 0 unless their high end is below; with `may_be_negative` neither holds. Where a step is rounded, an
excluded end is first moved to the next amount inside. There are five functions:

- `upto(x)`: any part of x, from nothing to all of it;
- `both(x, y)`: the values possible in both x and y;
- `from_zero(x)`: the values possible in x that are not below 0;
- `least(x, y, ...)`: the least of exact amounts;
- `share(part, rest, whole)`: the part divided by the whole, where part and rest are together the whole and none of them
  is below 0; `share(part, whole)` where nothing is known of the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._hypothesis_hook import announce
from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.workings._explain import explain, explain_claim
    from esfmodel.workings._steps import Input, Step, Workings
    from esfmodel.workings.sums import PortfolioSums, SumsBy, sums_by

__all__ = ["Input", "PortfolioSums", "Step", "SumsBy", "Workings", "explain", "explain_claim", "sums_by"]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            "._explain": ("explain", "explain_claim"),
            "._steps": ("Input", "Step", "Workings"),
            ".sums": ("PortfolioSums", "SumsBy", "sums_by"),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]


announce(__name__)
