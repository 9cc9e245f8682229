"""How figures and periods that others have written are read, strictly, in any of the languages."""
