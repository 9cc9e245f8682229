"""What each language calls things: its currencies, months and numbers, and the words it is made of."""
