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


def read_frame(frame: object, place: str) -> tuple[Any, Any]:
    """Return narwhals, and a frame of any library, loaded or lazy, as it has it.

    Raises `TypeError` for what is no frame, and `InvalidValue` as `check_names` does.
    """
    nw = narwhals(place)
    check_names(frame, place)
    try:
        # Its types ask for a frame; whether this is one, it tells itself.
        given: Any = frame
        return nw, nw.from_native(given)
    except TypeError:
        raise TypeError(f"{place} must be a data frame, as of polars or DuckDB; not {type(frame).__name__}") from None


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
