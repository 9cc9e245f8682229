"""Tables of financing, read column by column and compared with their own sums."""
