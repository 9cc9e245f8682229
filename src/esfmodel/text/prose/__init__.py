"""Finding figures in running text."""
