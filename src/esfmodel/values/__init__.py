"""What a figure is: amounts, shares, bounds, periods and identifiers."""
