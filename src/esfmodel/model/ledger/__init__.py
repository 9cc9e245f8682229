"""The ledger of a project: claims, advances and decisions in order, and what each of them comes to."""
