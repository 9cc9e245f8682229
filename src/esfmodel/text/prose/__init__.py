"""How figures are found in running text."""
