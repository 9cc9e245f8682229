"""What all writers of workbooks share: XlsxWriter, how much a sheet takes, and text that stays text."""

from __future__ import annotations

from typing import Any, Final

from esfmodel.errors import InvalidValue

MOST_ROWS: Final = 1_048_576
"""The most rows of a sheet in Excel."""

LONGEST_TEXT: Final = 32_767
"""The most characters that Excel takes in a cell."""


def xlsxwriter_for(place: str, given: str | None = None) -> Any:  # noqa: ANN401  # it ships no types
    """Return XlsxWriter; raise `InvalidValue` at the place of what asks for a workbook where it is not installed."""
    try:
        import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:
        raise InvalidValue("workbook.no_writer", place, given) from None
    return xlsxwriter


def close_workbook(book: Any) -> None:  # noqa: ANN401
    """Write what is left of a workbook, and close it. Raises `OSError` where there is no room for it."""
    from xlsxwriter.exceptions import FileCreateError  # pyright: ignore[reportMissingTypeStubs]

    try:
        book.close()
    except FileCreateError as error:
        # Its argument is the error of the operating system.
        raise error.args[0] from error


def write_text(sheet: Any, row: int, column: int, text: str, plain: Any, style: Any = None) -> None:  # noqa: ANN401
    """Write a text to a cell, which is never computed; `plain` is a style of letters, `style` that of the cell."""
    styles = () if style is None else (style,)
    if text.startswith("<r>") and text.endswith("</r>"):
        # XlsxWriter would take it for its own markup; in two parts it does not.
        sheet.write_rich_string(row, column, text[:1], plain, text[1:], *styles)
    else:
        sheet.write_string(row, column, text, *styles)
