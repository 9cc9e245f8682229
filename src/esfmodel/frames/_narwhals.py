"""narwhals, which reads the frames of every library; it comes with the extras and is loaded when it is first used."""

from __future__ import annotations

from typing import Any

from esfmodel.errors import InvalidValue


def narwhals(place: str) -> Any:  # noqa: ANN401  # a module, of an extra that need not be installed
    """Return the stable interface of narwhals; raise `InvalidValue` where it is not installed."""
    try:
        import narwhals.stable.v2 as nw
    except ImportError:
        raise InvalidValue("extra.missing", place, None, package="narwhals") from None
    return nw


def check_names(frame: object, place: str) -> None:
    """Raise `InvalidValue` for two columns of one name, and for one that is called something else than text.

    In pandas, and what has its interface, columns need not have texts for names; in PyArrow two may have one name.
    """
    names: list[object] = list(getattr(frame, "columns", ())) if hasattr(frame, "iloc") else []
    names = names or list(getattr(frame, "column_names", ()))
    for name in names:
        if not isinstance(name, str):
            raise InvalidValue("value.not_text", f"{place}.columns", name, example=f'"{name}"')
        if names.count(name) > 1:
            raise InvalidValue("frame.column_twice", place, None, heading=name)
