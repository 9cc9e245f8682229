"""The words of each language: numbers, currencies, months and hedges."""
