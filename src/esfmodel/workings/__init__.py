r"""How a figure was computed: its workings, as data that anybody can compute again and as a controller's note.

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

A formula has the names of its inputs, `+ - * /`, parentheses, 0 and 1; a share has no unit, and 1 is the whole of it.
Where its inputs are known in part, it is computed with everything that they may be: an amount of None is at least 0,
and bounds without a low end begin at 0 unless their high end is below, both except where the input `may_be_negative`.
Where a step is rounded, each end that is itself excluded is first moved to the next amount that is not. Five functions
say more:

- `upto(x)`: some part of x, from nothing to all of it;
- `both(x, y)`: what is possible in both x and y;
- `from_zero(x)`: what is possible in x and is not below 0;
- `least(x, y, ...)`: the least of amounts that are exact;
- `share(part, rest, whole)`: the part divided by the whole, where part and rest together are the whole, and none of
  them is below 0; `share(part, whole)` where nothing is known of the rest.
"""

from esfmodel._hypothesis_hook import announce
from esfmodel.workings._explain import explain, explain_claim
from esfmodel.workings._steps import Input, Step, Workings

__all__ = ["Input", "Step", "Workings", "explain", "explain_claim"]

announce(__name__)
