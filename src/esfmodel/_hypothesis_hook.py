"""How a layer's types get their Hypothesis strategies without anybody importing Hypothesis.

The types of a layer are registered when both the layer and Hypothesis are loaded, whichever comes last: here when the
layer does, in the entry point `esfmodel.testing._hypothesis` when Hypothesis does.
"""

from __future__ import annotations

import sys
from importlib import import_module


def announce(layer: str) -> None:
    """Register the strategies of a layer that has just been loaded, if Hypothesis is loaded."""
    if "hypothesis" in sys.modules:
        import_module("esfmodel.testing._hypothesis").register_layer(layer)
