"""The workbook behind XlsxWriter: sheets, styles, typed cells, and what keeps text from being taken for a formula."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any, Final

from esfmodel.errors import InvalidValue
from esfmodel.formats.xlsx import LONGEST_TEXT, close_workbook, write_text, xlsxwriter_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from esfmodel.formats.spreadsheet._cells import Typed

# Nothing tells the time here: each writing of the same project is the same file.
_CREATED = datetime.datetime(2021, 1, 1)  # noqa: DTZ001  # a workbook has no time zones

_A4: Final = 9
_LINE_HEIGHT: Final = 15
_MOST_LINES: Final = 25
_LONGEST_HEADER: Final = 100
_FONT: Final = {"font_name": "Calibri", "font_size": 11, "valign": "top"}

PLAIN: Final = "plain"
INPUT: Final = "input"
VALUE: Final = "value"
SAMPLE: Final = "sample"
HEADING: Final = "heading"
HEADING_OF_AMOUNTS: Final = "heading of amounts"
KEY: Final = "key"
SUMS: Final = "sums"
COMPUTED: Final = "computed"
SECTION: Final = "section"

_HEADING: Final = {"bold": True, "text_wrap": True, "bg_color": "#DCE6F1", "border": 1, "border_color": "#A0A0A0"}
_STYLES: Final[Mapping[str, Mapping[str, object]]] = {
    PLAIN: {"text_wrap": True},
    INPUT: {"text_wrap": True, "border": 1, "border_color": "#D0D0D0"},
    VALUE: {"text_wrap": True, "align": "left", "border": 1, "border_color": "#D0D0D0"},
    SAMPLE: {"text_wrap": True, "align": "left", "italic": True, "font_color": "#606060"},
    HEADING: _HEADING,
    HEADING_OF_AMOUNTS: {**_HEADING, "align": "right"},
    KEY: {"font_color": "#808080", "font_size": 8},
    SUMS: {"bold": True, "top": 1, "bg_color": "#F2F2F2"},
    COMPUTED: {"bg_color": "#F2F2F2", "border": 1, "border_color": "#D0D0D0"},
    SECTION: {"bold": True, "text_wrap": True},
}


class Book:
    """A workbook that is being written; `data` closes it and returns its bytes.

    `header` is printed above each page.
    """

    def __init__(self, title: str, header: str = "") -> None:
        self._header = header[:_LONGEST_HEADER].replace("&", "&&")
        self._stream = io.BytesIO()
        # Texts are written as texts by name; the options guard what is not, such as the choices of a list.
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter_for("format", "xlsx").Workbook(self._stream, options)
        self._book.set_properties({"title": title[:255], "created": _CREATED})
        self._formats: dict[tuple[str, str], Any] = {}

    def sheet(self, name: str, widths: tuple[int, ...] = (), *, frozen: int, columns: int = 0) -> Sheet:
        """Return a new sheet: the widths of its first columns, and how many rows and columns stay when it is moved."""
        made = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        made.freeze_panes(frozen, columns)
        made.repeat_rows(0, frozen - 1)
        made.set_landscape()
        made.set_paper(_A4)
        made.fit_to_pages(1, 0)
        if self._header:
            made.set_header(f"&L{self._header}")
        made.set_footer("&L&A&R&P (&N)")
        return Sheet(self, made, name)

    def style(self, name: str, format: str = "") -> Any:  # noqa: ANN401
        """Return a style with a number format."""
        if (name, format) not in self._formats:
            # In a cell for text what is typed stays as it is: 23-067 is no day.
            self._formats[name, format] = self._book.add_format({**_FONT, "num_format": format or "@", **_STYLES[name]})
        return self._formats[name, format]

    def data(self) -> bytes:
        """Return the workbook."""
        close_workbook(self._book)
        return self._stream.getvalue()


class Sheet:
    """A sheet that is being written; rows and columns are counted from 1."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:  # noqa: ANN401
        self._book = book
        self._sheet = sheet
        self.name = name

    def put(self, row: int, column: int, cell: Typed | str, style: str = PLAIN) -> None:
        """Write a cell. Raises `InvalidValue` for a text that is too long for one."""
        value, format = (cell, "") if isinstance(cell, str) else cell
        at = (row - 1, column - 1)
        if isinstance(value, str):
            self._text(at, value, self._book.style(style, format))
        elif isinstance(value, datetime.date):
            self._sheet.write_datetime(*at, value, self._book.style(style, format))
        else:
            self._sheet.write_number(*at, value, self._book.style(style, format or "General"))

    def _text(self, at: tuple[int, int], text: str, style: Any) -> None:  # noqa: ANN401
        if len(text) > LONGEST_TEXT:
            raise InvalidValue("workbook.text_too_long", "text", text, most=LONGEST_TEXT)
        write_text(self._sheet, *at, text, self._book.style(PLAIN), style)

    def compute(self, row: int, column: int, formula: str, value: Decimal | str, format: str, style: str) -> None:
        """Write a formula with the value that it has now."""
        self._sheet.write_formula(row - 1, column - 1, formula, self._book.style(style, format), value)

    def height(self, row: int, lines: int) -> None:
        """Make a row high enough for so many lines of text: not every program does so by itself."""
        self._sheet.set_row(row - 1, _LINE_HEIGHT * min(lines, _MOST_LINES))

    def blank(self, row: int, column: int, style: str, format: str = "General") -> None:
        """Write an empty cell with a style."""
        self._sheet.write_blank(row - 1, column - 1, None, self._book.style(style, format))

    def offer(self, rows: range, column: int, source: str, question: str) -> None:
        """Offer the words of a range in the cells of a column; a question is asked where another is written."""
        choices = {"validate": "list", "source": source, "error_type": "warning", "error_message": question}
        self._sheet.data_validation(rows.start - 1, column - 1, rows.stop - 2, column - 1, choices)

    def print_only(self, rows: int, columns: int) -> None:
        """Print the first rows and columns: the keys behind them are for the reader alone."""
        self._sheet.print_area(0, 0, rows - 1, columns - 1)

    def hide(self) -> None:
        """Hide the sheet."""
        self._sheet.hide()


def reference_to(sheet: str) -> str:
    """Return what stands before a cell in a reference from another sheet.

    >>> reference_to("Kostnader")
    "'Kostnader'!"
    """
    return "'{}'!".format(sheet.replace("'", "''"))
