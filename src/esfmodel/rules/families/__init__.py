"""The rules: one module for each family of codes, or for a part of it, whose docstring lists the codes it holds."""
