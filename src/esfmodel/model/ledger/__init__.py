"""The ledger of a grant: claims, advances and decisions in order, and the support that each leads to."""
