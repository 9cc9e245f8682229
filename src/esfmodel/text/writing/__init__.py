"""How figures, periods and lists are written, in any of the languages."""
