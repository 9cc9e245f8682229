"""How a project is told of in sentences: its summary, its plan, and who pays for it."""
