"""Read finance tables, and compare their sums with their parts."""
