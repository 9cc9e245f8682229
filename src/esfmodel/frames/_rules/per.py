"""Family PER as columns."""

PER = ()
