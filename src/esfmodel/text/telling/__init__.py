"""Texts about a project in sentences: summary, financing plan, funding statement and visibility statement."""
