"""Placeholder while the strategies are written."""


def register() -> None:
    """Do nothing yet."""


def register_layer(layer: str) -> None:
    """Do nothing yet."""
