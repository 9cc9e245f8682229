"""Budgets in workbooks: a project written to sheets with live sums, read back, and an empty template."""
