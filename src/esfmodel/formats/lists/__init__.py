"""Lists of operations: one project a row, in text with delimiters or in a workbook."""

LIST = "list_of_operations"
"""The name of the format of any list."""

BUDGET_SHEET = "budget_sheet"
"""The name of the format of a budget that somebody else keeps, which a mapping describes."""
LAYOUTS = ("projektbanken_export", "kohesio", "tillvaxtverket", "keep_eu", "interreg_operations")
"""The names of the formats of lists whose layout is known, in the order in which they are looked for."""
