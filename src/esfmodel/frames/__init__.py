r"""Many projects as data frames of polars or pandas, projects from frames, and rules over frames.

A frame is of one of three levels: a row for each project, for each line of cost, or for each contribution. `project`
is the same number in all three.

>>> from esfmodel import Budget, Money, Project
>>> frame = to_frame([Project("Gröna rum", budget=Budget(total=Money(450_000))), Project("Framtidskraft")])
>>> frame.select("project", "name", "currency", "total_cost_minor").rows()
[(0, 'Gröna rum', 'SEK', 45000000), (1, 'Framtidskraft', None, None)]
>>> [project.name for project in from_frame(frame).projects]
['Gröna rum', 'Framtidskraft']

Amounts are whole numbers of the smallest unit (öre, cent) in 64 bits, beside their `currency`. No float holds every
öre of large amounts; polars' decimals have one number of decimals for a whole column, where kronor have two, yen none
and Kuwaiti dinars three; and pandas has decimals only as Python objects. Whole numbers of 64 bits are exact and fast in
both, and hold every amount of this library, which is below 10^18. Sums of a column are exact below 2^63, some nine
amounts of the largest size; polars gives a wrong sum beyond it, without an error.

Each amount has three columns: `total_cost_minor` is null unless the amount is known exactly, and
`total_cost_minor_low` and `total_cost_minor_high` are the lowest and the highest that it may be, both included, and
null where nothing limits it. What is not known is null, and never 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.frames._checking import Checked, check
    from esfmodel.frames._coverage import COVERED, NOT_COVERED
    from esfmodel.frames._reading import from_frame
    from esfmodel.frames._writing import to_frame
    from esfmodel.frames.columns import COLUMNS, Column

__all__ = ["COLUMNS", "COVERED", "NOT_COVERED", "Checked", "Column", "check", "from_frame", "to_frame"]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            "._checking": ("Checked", "check"),
            "._coverage": ("COVERED", "NOT_COVERED"),
            "._reading": ("from_frame",),
            "._writing": ("to_frame",),
            ".columns": ("COLUMNS", "Column"),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]
