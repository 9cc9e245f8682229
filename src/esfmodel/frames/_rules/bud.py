"""Family BUD as columns."""

BUD = ()
