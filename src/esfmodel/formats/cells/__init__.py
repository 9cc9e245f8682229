"""Rows of cells of lists and of workbooks, and how workbooks are read within bounds."""
