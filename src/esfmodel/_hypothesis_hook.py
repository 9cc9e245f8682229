"""Registration of Hypothesis strategies for the types of a layer, without importing Hypothesis.

The types are registered when both the layer and Hypothesis are loaded: here if the layer comes last, in the entry point
`esfmodel.testing._hypothesis` if Hypothesis does.
"""

from __future__ import annotations

import sys
from importlib import import_module


def announce(layer: str) -> None:
    """Register the strategies of a layer that has just been loaded, if Hypothesis is loaded."""
    if "hypothesis" in sys.modules:
        import_module("esfmodel.testing._hypothesis").register_layer(layer)
