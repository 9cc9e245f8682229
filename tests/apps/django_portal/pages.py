"""How Jinja writes the pages."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from esfmodel.integrations.jinja import install


def environment(**options: Any) -> Environment:  # noqa: ANN401
    """Return the environment of the templates, with the filters of the library."""
    made = Environment(**options)  # noqa: S701  # Django turns autoescape on
    install(made, "sv")
    return made
