"""Read and write projects: JSON, TOML, lists of operations, records of the project bank, and finance tables.

What cannot be read becomes a `Problem` with its place; the rest is still read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._hypothesis_hook import announce
from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.formats.catalogue import FORMATS
    from esfmodel.formats.evidence import Evidence
    from esfmodel.formats.files import Projects, read, read_text, stream, to_text, write
    from esfmodel.formats.lists.draft import draft_mapping
    from esfmodel.formats.lists.list_of_operations import Item
    from esfmodel.formats.lists.mapping import Mapping, read_mapping
    from esfmodel.formats.plain import from_dict, from_json, json_schema, to_dict, to_json
    from esfmodel.formats.reading import Counts, Problem, Reading, Recognised
    from esfmodel.formats.schema import project_schema
    from esfmodel.formats.table._forms import TableForm
    from esfmodel.formats.table.finance_table import FinanceTable, read_finance_table
    from esfmodel.formats.table.parts import (
        Agreement,
        TableCell,
        TableColumn,
        TableColumnKind,
        TableDifference,
        TableKind,
        TableRow,
        TableRowKind,
    )

__all__ = [
    "FORMATS",
    "Agreement",
    "Counts",
    "Evidence",
    "FinanceTable",
    "Item",
    "Mapping",
    "Problem",
    "Projects",
    "Reading",
    "Recognised",
    "TableCell",
    "TableColumn",
    "TableColumnKind",
    "TableDifference",
    "TableForm",
    "TableKind",
    "TableRow",
    "TableRowKind",
    "draft_mapping",
    "from_dict",
    "from_json",
    "json_schema",
    "project_schema",
    "read",
    "read_finance_table",
    "read_mapping",
    "read_text",
    "stream",
    "to_dict",
    "to_json",
    "to_text",
    "write",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            ".catalogue": ("FORMATS",),
            ".evidence": ("Evidence",),
            ".files": ("Projects", "read", "read_text", "stream", "to_text", "write"),
            ".lists.draft": ("draft_mapping",),
            ".lists.list_of_operations": ("Item",),
            ".lists.mapping": ("Mapping", "read_mapping"),
            ".plain": ("from_dict", "from_json", "json_schema", "to_dict", "to_json"),
            ".reading": ("Counts", "Problem", "Reading", "Recognised"),
            ".schema": ("project_schema",),
            ".table._forms": ("TableForm",),
            ".table.parts": (
                "Agreement",
                "TableCell",
                "TableColumn",
                "TableColumnKind",
                "TableDifference",
                "TableKind",
                "TableRow",
                "TableRowKind",
            ),
            ".table.finance_table": ("FinanceTable", "read_finance_table"),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]


announce(__name__)
