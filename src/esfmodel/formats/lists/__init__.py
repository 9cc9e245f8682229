"""Lists of operations: one project a row, in text with delimiters or in a workbook."""
