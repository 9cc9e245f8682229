"""Part the text of a finance table into captions, heading, lines of cells and notes, whatever form it has.

Tables are copied from spreadsheets, web pages, Markdown and PDF files. The marks between the cells tell the form.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats.html_text import collapsed
from esfmodel.formats.reading import Problem
from esfmodel.formats.table._html import html_parts, is_html, plain_text
from esfmodel.formats.table.parts import TableLine, is_not_stated
from esfmodel.values.format import Labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from esfmodel.formats.table._html import HtmlRow

LARGEST_TABLE = 2_000_000
MOST_LINES = 20_000
MOST_COLUMNS = 200
_TABLE = "table"


class TableForm(Labelled):
    """How the cells of a table are parted in its text.

    `LABELLED_LINES` are lines such as "EU-stöd: 1 200 000 kr"; with `ONE_CELL_A_LINE` the caller states the width.

    >>> TableForm.SEMICOLONS.value
    'semicolons'
    """

    SEMICOLONS = "semicolons"
    COMMAS = "commas"
    TABS = "tabs"
    PIPES = "pipes"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    SPACES = "runs of spaces"
    LABELLED_LINES = "a label and an amount a line"
    ONE_CELL_A_LINE = "one cell a line"


class Grid(NamedTuple):
    """The lines of a table: what stands before it, its heading (None if it has none), its rows, and what is no row."""

    form: TableForm
    caption: tuple[TableLine, ...]
    heading: TableLine | None
    lines: tuple[TableLine, ...]
    notes: tuple[TableLine, ...]
    problems: tuple[Problem, ...]


def grid_of(text: str, *, width: int | None = None) -> Grid:
    r"""Return the lines of a table; `width` is the number of columns of a text with one cell a line.

    Raises `ReadError` for a text that is empty, too large, no table or several tables.

    >>> grid = grid_of("Tabell 1\nFinansiär | kr\nEU-stöd | 5\nKälla: beslutet\n")
    >>> grid.form.name, grid.heading.cells, grid.lines[0].cells, grid.notes[0].cells
    ('PIPES', ('Finansiär', 'kr'), ('EU-stöd', '5'), ('Källa: beslutet',))
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    if width is not None and (isinstance(width, bool) or not isinstance(width, int)):
        raise TypeError(f"width must be int, not {type(width).__name__}")
    if width is not None and not 2 <= width <= MOST_COLUMNS:
        raise InvalidValue("argument.width", "width", width, most=MOST_COLUMNS)
    if len(text) > LARGEST_TABLE:
        raise ReadError("file.too_long", source=_TABLE, characters=len(text), largest=LARGEST_TABLE)
    plain = text.translate(_INVISIBLE)
    if not plain.strip():
        raise ReadError("file.empty", source=_TABLE)
    lines = _LINE_END.split(plain)
    if len(lines) > MOST_LINES:
        raise ReadError("table.too_many_lines", source=_TABLE, lines=len(lines), most=MOST_LINES)
    if width is not None:
        return _grid(TableForm.ONE_CELL_A_LINE, _one_cell_a_line(lines, width))
    form = _form_of(lines)
    mark = _DELIMITERS.get(form, "|")
    marks = min((line.count(mark) for line in lines if mark in line), default=0)
    if marks > MOST_COLUMNS + 1 and form is not TableForm.HTML:  # before each of the cells is looked at
        raise ReadError("table.too_many_columns", source=_TABLE, columns=marks, most=MOST_COLUMNS, form=form)
    return _html_grid("\n".join(lines)) if form is TableForm.HTML else _grid(form, _READERS[form](lines))


def table_in(text: str) -> Grid | None:
    """Return the lines of a text that looks like a table: most of them have a label and a figure. None for other texts.

    One such line is enough below a heading with marks that prose does not have.
    """
    try:
        grid = grid_of(text)
    except ReadError:
        return None
    figures = sum(_has_figure(line.cells) and not is_figure(line.cells[0]) for line in grid.lines)
    others = len(grid.caption) + len(grid.notes) + len(grid.lines) - figures
    fewest = 2 if grid.heading is None or grid.form in _AS_IN_PROSE else 1
    return grid if figures >= max(fewest, others) else None


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table by its words ("Tabell 3. Budget")."""
    return _CAPTION.match(text) is not None


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure."""
    # Imported here because it loads the languages, which other users of the formats do not need.
    from esfmodel.formats.figures import looks_like_a_figure

    return _DIGIT.search(text) is not None and looks_like_a_figure(text)


# --- The form

# As an editor counts lines; a vertical tab or a form feed is white space.
_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""))
_DIGIT = re.compile(r"[0-9]")
_BARS = "|¦│┃║"
_BAR = re.compile(rf"(?<!\\)[{_BARS}]")
_DELIMITERS = {TableForm.TABS: "\t", TableForm.SEMICOLONS: ";", TableForm.COMMAS: ","}
_AS_IN_PROSE = frozenset({TableForm.COMMAS, TableForm.SPACES, TableForm.LABELLED_LINES})
_DASHES = "-=_─━═"
_OF_RULES = f" \t:+|{_DASHES}{''.join(map(chr, range(0x2500, 0x2580)))}"  # with what draws boxes


def _form_of(lines: Sequence[str]) -> TableForm:
    """Return the form that most lines have. A mark at the end of a line only does not part cells."""
    stated = [line for line in lines if line.strip()]
    if is_html("\n".join(stated)):
        return TableForm.HTML
    counts = {
        TableForm.PIPES: sum(_BAR.search(line) is not None for line in stated),
        TableForm.TABS: sum("\t" in line.strip() or line[0] == "\t" for line in stated),
        TableForm.SEMICOLONS: sum(";" in line.rstrip(" ;") for line in stated),
    }
    form = max(counts, key=counts.__getitem__)
    fewest = min(2, len(stated))
    # Only where few lines have such a mark may the cells be parted by spaces or colons, or by the commas of prose.
    if counts[form] < max(fewest, len(stated) / 2):
        others = {
            TableForm.LABELLED_LINES: sum(len(_labelled(line)) > 1 for line in stated),
            TableForm.SPACES: sum(map(_is_spaced, stated)),
            TableForm.COMMAS: sum("," in line.rstrip(" ,") for line in stated),
        }
        other = max(others, key=others.__getitem__)
        if others[other] >= max(fewest, 2 * counts[form]):
            form = other
        elif counts[form] < fewest:
            form = _form_of_one_line(stated)
    if form is TableForm.SEMICOLONS and _are_within_cells(stated):
        return TableForm.COMMAS
    if form is TableForm.PIPES and any(_begins_markdown(lines, index) for index in range(len(lines))):
        return TableForm.MARKDOWN
    return form


def _are_within_cells(lines: Sequence[str]) -> bool:
    """Whether commas part the cells, and semicolons stand within them: only the former leave figures alone."""
    by_semicolons, by_commas = (
        any(_has_figure(_cells_in(line, mark)) for line in lines if mark in line) for mark in ";,"
    )
    return by_commas and not by_semicolons


def _form_of_one_line(stated: Sequence[str]) -> TableForm:
    """Return the form of the first mark that there is; a text without any has no columns."""
    text = "\n".join(stated)
    for form, mark in _DELIMITERS.items():
        if mark in text:
            return form
    if len(stated) == 1:
        raise ReadError("table.only_a_line", "", stated[0], source=_TABLE)
    raise ReadError("table.no_columns", "", stated[0], source=_TABLE)


def _is_rule(line: str) -> bool:
    """Whether a line only underlines others: "| --- | ---: |", "+----+----+", "=====  ====="."""
    dashes = sum(map(line.count, _DASHES))
    return dashes > 1 and not line.strip(_OF_RULES)


def _begins_markdown(lines: Sequence[str], index: int) -> bool:
    """Whether a table begins at a line: a heading with bars and a rule below it, and no line with bars above."""
    heading, below = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    above = lines[index - 1] if index else ""
    return "|" in heading and "|" in below and "|" not in above and "+" not in below and _is_rule(below)


# --- From text to cells

_WORDS = re.compile(r"\S+(?:[^\S\t]\S+)*")
_SECOND_FIGURE = re.compile(r"[0-9]\s[1-9]")
_LEADERS = re.compile(r"\.{3,}|…+")
_BULLET = re.compile(r"[-–•*]\s+")
_SHARE_BEHIND = re.compile(r"(?P<amount>[^()]*)\((?P<share>[^()]*)\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_ESCAPED = re.compile(r"\\([\\|*_`#\[\]])")
_EMPHASIS = ("**", "__", "~~", "*", "_")


def _stated(lines: Iterable[tuple[int, Iterable[str]]]) -> list[TableLine]:
    """Return the lines of cells that are not empty, with white space collapsed, without empty columns at the sides."""
    found = (TableLine(number, tuple(cell and collapsed(cell) for cell in cells)) for number, cells in lines)
    stated = [line for line in found if any(line.cells)]
    first = min((_first_stated(line.cells) for line in stated), default=0)
    end = max((len(line.cells) - _first_stated(line.cells[::-1]) for line in stated), default=0)
    return [TableLine(line.number, line.cells[first:end]) for line in stated]


def _first_stated(cells: Sequence[str]) -> int:
    return next(index for index, cell in enumerate(cells) if cell)


def _parted_by_tabs(lines: Sequence[str]) -> list[TableLine]:
    return _delimited(lines, "\t")


def _parted_by_semicolons(lines: Sequence[str]) -> list[TableLine]:
    return _delimited(lines, ";")


def _parted_by_commas(lines: Sequence[str]) -> list[TableLine]:
    return _delimited(lines, ",")


def _delimited(lines: Sequence[str], delimiter: str) -> list[TableLine]:
    """Return the cells as `csv` parts them, with quotation marks; where it cannot, those of a line are plain text.

    A quoted cell that holds several lines with delimiters is no cell: quotation marks of two names enclose them.
    """
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    found: list[tuple[int, list[str]]] = []
    number = 1
    try:
        for cells in reader:
            if any("\n" in cell and delimiter in cell for cell in cells):
                raise csv.Error  # one way out for both
            found.append((number, cells))
            number = reader.line_num + 1
    except csv.Error:
        found = [(number, _cells_in(line, delimiter)) for number, line in enumerate(lines, 1)]
    return _stated(found)


def _cells_in(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error:
        return line.split(delimiter)


def _barred(lines: Sequence[str]) -> list[TableLine]:
    """Return the cells between bars; a bar at both ends of most lines is the frame of the table."""
    texts = [(number, line.strip()) for number, line in enumerate(lines, 1) if not _is_rule(line)]
    framed = sum(2 * (text[:1] in _BARS) - 1 for _, text in texts if _BAR.search(text)) > 0
    return _stated((number, map(_without_markdown, _between_bars(text, framed=framed))) for number, text in texts)


def _in_markdown(lines: Sequence[str]) -> list[TableLine]:
    tables = sum(_begins_markdown(lines, index) for index in range(len(lines)))
    if tables > 1:
        raise ReadError("table.several", source=_TABLE, tables=tables, form=TableForm.MARKDOWN)
    return _barred(lines)


def _between_bars(text: str, *, framed: bool) -> list[str]:
    cells = _BAR.split(text)
    if framed and len(cells) > 1:
        cells = cells[not cells[0] :]
        cells = cells[: len(cells) - (not cells[-1])]
    return cells


def _without_markdown(text: str) -> str:
    """Return a cell without the marks of Markdown and HTML."""
    plain = plain_text(text) if "<" in text or "&" in text else text.strip()
    plain = _LINK.sub(r"\1", plain)
    for mark in _EMPHASIS:
        if len(plain) > 2 * len(mark) and plain.startswith(mark) and plain.endswith(mark):
            plain = plain[len(mark) : -len(mark)]
    return _ESCAPED.sub(r"\1", plain.replace("**", "").replace("`", ""))


def _labelled_lines(lines: Sequence[str]) -> list[TableLine]:
    found = _stated((number, _labelled_cells(line)) for number, line in enumerate(lines, 1))
    # A line without a share has an empty cell for it; one without a figure may be a heading or a note.
    width = max(len(line.cells) for line in found)
    return [
        TableLine(number, cells + ("",) * (width - len(cells))) if len(cells) > 1 else TableLine(number, cells)
        for number, cells in found
    ]


def _labelled_cells(line: str) -> list[str]:
    cells = _labelled(line)
    return cells if len(cells) > 1 else cells[0].split(": ", 1)


def _labelled(line: str) -> list[str]:
    """Return the label, the figure and the share behind it of a line such as "EU-stöd: 500 000 kr (40 %)"."""
    text = line.strip()
    bullet = _BULLET.match(text)
    text = text[bullet.end() :] if bullet else text
    label, colon, figure = text.rpartition(": ")
    if not colon:
        label, _, figure = text.rpartition(":")
    figure = figure.strip().rstrip(".;,")
    share = _SHARE_BEHIND.fullmatch(figure)
    cells = [share["amount"].strip(), share["share"].strip()] if share else [figure]
    return [label, *cells] if label.strip() and all(map(is_figure, cells)) else [text]


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def _spaced_words(line: str) -> list[_Word]:
    """Return what stands between runs of spaces or leading dots."""
    plain = _LEADERS.sub(lambda found: " " * (2 + len(found[0])), line)
    words: list[_Word] = []
    for found in _WORDS.finditer(plain):
        word = _Word(*found.span(), found[0])
        if words and _is_unit_of(words[-1].text, word.text):
            last = words.pop()
            word = _Word(last.start, word.end, f"{last.text} {word.text}")
        words.append(word)
    return words


def _is_spaced(line: str) -> bool:
    """Whether runs of spaces part the cells of a line, and not commas with spaces behind them."""
    words = _spaced_words(line)
    return len(words) > 1 and not any(word.text.endswith(",") for word in words[:-1])


def _is_unit_of(figure: str, unit: str) -> bool:
    """Whether a cell is the unit of the figure before it."""
    return is_figure(figure) and not _DIGIT.search(unit) and is_figure(f"{figure} {unit}")


def _spaced(lines: Sequence[str]) -> list[TableLine]:
    """Return the cells between runs of spaces; in a line with fewer cells, those stand where the columns are."""
    parted = [(number, _spaced_words(line)) for number, line in enumerate(lines, 1) if not _is_rule(line)]
    columns = _number_of_columns([[word.text for word in words] for _, words in parted])
    full = [words for _, words in parted if len(words) == columns]
    spans = [(min(word.start for word in each), max(word.end for word in each)) for each in zip(*full, strict=True)]
    for _, words in parted:
        if 1 < len(words) < columns:
            _widen(spans, words)
    return _stated((number, _placed(words, spans)) for number, words in parted)


def _number_of_columns(lines: Sequence[Sequence[str]]) -> int:
    """Return the length of the heading if no line with figures is longer, or one is as long; else that of two lines."""
    lengths = Counter(len(cells) for cells in lines if _has_figure(cells))
    heading = next((len(cells) for cells in lines if len(cells) > 1), 0)
    if lengths[heading] or heading > max(lengths, default=1):
        return heading
    return max(lengths, key=lambda length: (lengths[length] > 1, length), default=2)


def _widen(spans: list[tuple[int, int]], words: Sequence[_Word]) -> None:
    """Widen the columns to the cells that stand in one of them only."""
    for word in words:
        found = [index for index, span in enumerate(spans) if _overlap(word, span)]
        if len(found) == 1:
            start, end = spans[found[0]]
            spans[found[0]] = (min(start, word.start), max(end, word.end))


def _placed(words: Sequence[_Word], spans: Sequence[tuple[int, int]]) -> list[str]:
    """Return the cells of a line, in the columns over which they stand."""
    texts = [word.text for word in words]
    surplus = len(words) - len(spans)
    if surplus > 0 and not any(map(is_figure, texts[: surplus + 1])):
        # The words of a label may stand apart.
        return [" ".join(texts[: surplus + 1]), *texts[surplus + 1 :]]
    if surplus >= 0 or not words:
        return texts
    if len(words) == 1 and _DIGIT.search(texts[0]):
        # Without the other cells, the line is told of if its figure cannot be parted from its label.
        return _label_and_figure(texts[0]) if len(spans) == 2 else texts
    parts = [part for word in words for part in _over_columns(word, spans)]
    places = [[index for index, span in enumerate(spans) if _overlap(part, span)] for part in parts]
    if any(len(found) != 1 for found in places) or len({*chain(*places)}) < len(places):
        # Beyond the last column, because a cell may belong to one column or to another.
        return texts if len(texts) == 1 else [texts[0], *[""] * (len(spans) - 1), "; ".join(texts[1:])]
    cells = [""] * len(spans)
    for [index], part in zip(places, parts, strict=True):
        cells[index] = part.text
    return cells


def _over_columns(word: _Word, spans: Sequence[tuple[int, int]]) -> list[_Word]:
    """Return a cell that stands over several columns as the label and the figure that one space parts, if it can be."""
    if sum(_overlap(word, span) for span in spans) < 2:
        return [word]
    label, *figure = _label_and_figure(word.text)
    at = word.start + len(label)
    return [_Word(word.start, at, label), *(_Word(word.end - len(text), word.end, text) for text in figure)]


def _overlap(word: _Word, span: tuple[int, int]) -> bool:
    return word.start < span[1] and span[0] < word.end


def _label_and_figure(text: str) -> list[str]:
    """Return the two cells of a line where one space parts them, if it can be parted in one way only."""
    digit = _DIGIT.search(text)
    label, space, sign = text[: digit.start()].rpartition(" ") if digit else ("", "", "")
    figure = text[len(label) :].strip()
    # "Etapp 2 150 000" may be of "Etapp", or of "Etapp 2"; in "Etapp EUR 5" the currency belongs to the figure.
    in_two_ways = bool(sign or _SECOND_FIGURE.search(figure)) or is_figure(f"{label.rpartition(' ')[2]} {figure}")
    return [label, figure] if space and not in_two_ways and is_figure(figure) else [text]


def _one_cell_a_line(lines: Sequence[str], width: int) -> list[TableLine]:
    """Return rows of `width` lines. Blank lines between rows, or between all cells, mean nothing; others are cells."""
    from esfmodel.text.reading.labels import is_note

    stated = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    begin = next((index for index, (_, line) in enumerate(stated) if not is_caption(line.strip())), len(stated))
    end = len(stated)
    while end > begin and is_note(stated[end - 1][1]):
        end -= 1
    inner = stated[begin:end]
    if inner and not _blanks_mean_nothing([number for number, _ in inner], width):
        inner = [(number, lines[number - 1]) for number in range(inner[0][0], inner[-1][0] + 1)]
    if len(inner) % width or not inner:
        raise ReadError("table.not_whole_rows", source=_TABLE, lines=len(inner), columns=width)
    rows = [
        (inner[index][0], [line for _, line in inner[index : index + width]]) for index in range(0, len(inner), width)
    ]
    return _stated([(n, [line]) for n, line in stated[:begin]] + rows + [(n, [line]) for n, line in stated[end:]])


def _blanks_mean_nothing(numbers: Sequence[int], width: int) -> bool:
    """Whether blank lines stand between all cells, or only between whole rows, given the numbers of the other lines."""
    after_blank = [index for index in range(1, len(numbers)) if numbers[index] > numbers[index - 1] + 1]
    return len(after_blank) == len(numbers) - 1 or all(index % width == 0 for index in after_blank)


_READERS = {
    TableForm.TABS: _parted_by_tabs,
    TableForm.SEMICOLONS: _parted_by_semicolons,
    TableForm.COMMAS: _parted_by_commas,
    TableForm.PIPES: _barred,
    TableForm.MARKDOWN: _in_markdown,
    TableForm.SPACES: _spaced,
    TableForm.LABELLED_LINES: _labelled_lines,
}


def _html_grid(text: str) -> Grid:
    """Return the one table with figures; the text around it, and what other tables hold, is caption or notes."""
    parts = html_parts(text, is_figure)
    tables = [index for index, part in enumerate(parts) if part.is_table and _is_wide(part.rows)]
    with_figures = [index for index in tables if any(_has_figure(row.cells) for row in parts[index].rows)]
    if len(with_figures) > 1:
        raise ReadError("table.several", source=_TABLE, tables=len(with_figures), form=TableForm.HTML)
    if not tables:
        raise ReadError("table.no_rows", source=_TABLE, form=TableForm.HTML)
    at = (with_figures or tables)[0]
    before, after = (
        _as_texts(_line_of(row) for part in some for row in part.rows) for some in (parts[:at], parts[at + 1 :])
    )
    rows = parts[at].rows
    headed = next((index for index, row in enumerate(rows) if not row.is_heading), len(rows))
    # A heading over all columns is a caption.
    captions = [row for row in rows[:headed] if len(set(row.cells)) == 1 and len(row.cells) > 1]
    headings = [_line_of(row) for row in rows[:headed] if row not in captions]
    grid = _grid(TableForm.HTML, [_line_of(row) for row in rows[headed:]], _joined(headings))
    caption = [*before, *(TableLine(row.number, row.cells[:1]) for row in captions), *grid.caption]
    return grid._replace(caption=tuple(caption), notes=(*grid.notes, *after))


def _as_texts(lines: Iterable[TableLine]) -> tuple[TableLine, ...]:
    """Return lines that are no rows with one cell each."""
    return tuple(TableLine(line.number, (", ".join(filter(None, line.cells)),)) for line in lines)


def _is_wide(rows: Iterable[HtmlRow]) -> bool:
    return any(sum(map(bool, row.cells)) > 1 for row in rows)


def _line_of(row: HtmlRow) -> TableLine:
    return TableLine(row.number, row.cells)


# --- Captions, heading, rows and notes

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# "Belopp (1 000 kr)"; but "500 000*" is a figure with a mark, in no heading.
_THOUSAND = r"1\s?000\b(?![\s.,]?[0-9])"
_MAY_HEAD = re.compile(rf"(?:19|20)[0-9]{{2}}\Z|{_THOUSAND}")
_WITH_UNIT = re.compile(r"[0-9][0-9\s.,]{0,30}[^\W\d_]")
_LARGE = re.compile(r"[0-9]{1,3}(?:[\s.,][0-9]{3})+(?![0-9])")
_CAPTION = re.compile(r"(?:tabell|table|diagram|figur|bilaga)\s{0,9}[0-9]", re.IGNORECASE)


def _grid(form: TableForm, lines: Sequence[TableLine], heading: TableLine | None = None) -> Grid:
    """Separate the rows from what stands before and after them; `heading` is that of HTML, which marks it."""
    lengths = [len(line.cells) for line in lines]
    if min(lengths, default=0) > MOST_COLUMNS:  # before each of the cells is looked at
        raise ReadError("table.too_many_columns", source=_TABLE, columns=lengths[0], most=MOST_COLUMNS, form=form)
    at = begin = 0
    if heading is None:
        at, begin = _heading_in(lines, form)
        heading = _joined(lines[at:begin])
    width = max(lengths, default=0) if heading is None else len(heading.cells)
    if width > MOST_COLUMNS:
        raise ReadError("table.too_many_columns", source=_TABLE, columns=width, most=MOST_COLUMNS, form=form)
    if lines and width < 2:
        raise ReadError("table.no_columns", "", lines[0].cells[0], source=_TABLE)
    rows, notes = _without_notes([line for line in lines[begin:] if heading is None or line.cells != heading.cells])
    if not rows:
        raise ReadError("table.no_rows", source=_TABLE, form=form)
    captions = [line.cells[0] for line in rows if sum(map(bool, line.cells)) == 1 and is_caption(line.cells[0])]
    if captions:
        raise ReadError("table.several", "", captions[0], source=_TABLE, tables=len(captions) + 1, form=form)
    without = heading is None and form is not TableForm.LABELLED_LINES
    problems = [Problem("table.no_heading", line=rows[0].number)] if without else []
    if heading is not None and _is_numbered(heading.cells, rows):
        heading, *rows = (TableLine(line.number, line.cells[1:]) for line in (heading, *rows))
    return Grid(form, _as_texts(lines[:at]), heading, tuple(rows), _as_texts(notes), tuple(problems))


_NUMBER_HEADING = re.compile(r"(?:nr|no|n:r|#|rad)?\.?", re.IGNORECASE)


def _is_numbered(heading: Sequence[str], rows: Sequence[TableLine]) -> bool:
    """Whether the first column only numbers the rows: 1, 2, 3 and so on, above a sum without a number."""
    numbers = [line.cells[0].rstrip(".)") for line in rows]
    counted = [*map(str, range(1, len(rows) + 1))]
    is_counted = numbers == counted or (len(rows) > 2 and numbers == [*counted[:-1], ""])
    is_named = all(len(line.cells) > 2 and line.cells[1] and not is_figure(line.cells[1]) for line in rows)
    return len(heading) > 2 and _NUMBER_HEADING.fullmatch(heading[0]) is not None and is_counted and is_named


def _has_figure(cells: Sequence[str]) -> bool:
    """Whether a line has a figure beside its label, other than a year."""
    return any(is_figure(cell) and not _YEAR.fullmatch(cell) for cell in cells[1:])


def _is_not_stated(cells: Sequence[str]) -> bool:
    return any(cell and is_not_stated(cell) for cell in cells[1:])


def _heading_in(lines: Sequence[TableLine], form: TableForm) -> tuple[int, int]:
    """Return where the heading begins and where the rows do; the two are equal if there is no heading."""
    # Above amounts with units of their own, "1 000 kr" is an amount as they are.
    below = (cell for line in lines[1:] for cell in line.cells[1:])
    may_head = (
        _YEAR.fullmatch if form is TableForm.LABELLED_LINES or any(map(_WITH_UNIT.match, below)) else _MAY_HEAD.match
    )
    first = next((index for index, line in enumerate(lines) if _is_row(line.cells, may_head)), len(lines))
    candidates = [index for index in range(first) if _may_head(lines[index].cells)]
    if not candidates:
        begin = next((index for index in range(first) if _may_be_first(lines[index].cells)), first)
        return begin, begin
    width = len(lines[first].cells) if first < len(lines) else 0
    at = next((index for index in candidates if len(lines[index].cells) == width), candidates[0])
    return at, at + 1 + (at + 1 < first and _continues(lines[at].cells, lines[at + 1].cells))


def _may_be_first(cells: Sequence[str]) -> bool:
    """Whether a line without a figure may be the first row of a table without a heading, and no caption."""
    return sum(map(bool, cells)) > 1 or (len(cells) > 1 and _is_of_money(cells[0]))


def _is_row(cells: Sequence[str], may_head: Callable[[str], object]) -> bool:
    """Whether a line is no heading, by its figures. A year, and a thousand, may head a column or be an amount."""
    figures = [cell for cell in cells[1:] if is_figure(cell) or _LARGE.match(cell)]
    if not figures or not all(map(may_head, figures)):
        return bool(figures)
    years = [int(cell) for cell in figures if _YEAR.fullmatch(cell)]
    in_order = len(years) > 1 and years == [*range(years[0], years[0] + len(years))]
    return not in_order and _is_of_money(cells[0])


def _is_of_money(label: str) -> bool:
    """Whether a label is of a sum, a cost or somebody's money."""
    from esfmodel.text.reading.labels import LabelSide, label_meaning

    meaning = label_meaning(label)
    return meaning.side in {LabelSide.TOTAL, LabelSide.COST} or meaning.source is not None


def _may_head(cells: Sequence[str]) -> bool:
    stated = sum(map(bool, cells))
    is_wide = any(cells[1:]) and (stated > 1 or len(cells) == 2)
    return is_wide and not is_caption(cells[0]) and not _is_not_stated(cells)


def _continues(heading: Sequence[str], below: Sequence[str]) -> bool:
    """Whether the line below a heading is its second line: of units, or of what the upper one groups."""
    if _is_not_stated(below) or not any(below[1:]):
        return False
    return not below[0] or ("" in heading[1:] and len(below) >= len(heading) and all(below))


def _joined(headings: Sequence[TableLine]) -> TableLine | None:
    """Return headings of several lines as one. A heading with gaps groups the columns up to the next."""
    if not headings:
        return None
    lines = [line.cells for line in headings]
    if len(lines) > 1:
        lines[:-1] = [_without_gaps(cells) for cells in lines[:-1]]
    columns = ([*dict.fromkeys(filter(None, column))] for column in zip_longest(*lines, fillvalue=""))
    return TableLine(headings[0].number, tuple(" ".join(words) for words in columns))


def _without_gaps(cells: Sequence[str]) -> tuple[str, ...]:
    filled: list[str] = []
    for cell in cells[1:]:
        filled.append(cell or (filled[-1] if filled else ""))
    return (cells[0], *filled)


def _without_notes(lines: Sequence[TableLine]) -> tuple[list[TableLine], list[TableLine]]:
    """Return the rows, and the lines without a figure that are notes by their words or by standing below the table."""
    from esfmodel.text.reading.labels import LabelSide, is_note, label_meaning

    figures = {index for index, line in enumerate(lines) if _has_figure(line.cells)}
    last = max(figures, default=len(lines))
    after_total = bool(figures) and label_meaning(lines[last].cells[0]).side is LabelSide.TOTAL
    rows: list[TableLine] = []
    notes: list[TableLine] = []
    for index, line in enumerate(lines):
        is_below = index > last and (after_total or _is_below(line, lines[index - 1]))
        is_aside = is_below or (index not in figures and is_note(_first(line)))
        (notes if is_aside else rows).append(line)
    return rows, notes


def _is_below(line: TableLine, above: TableLine) -> bool:
    """Whether a line below the last figure is apart from the rows: a sentence, a caption, or after a blank line."""
    text = _first(line)
    is_apart = line.number > above.number + 1 or text.startswith("(") or text.endswith(".") or is_caption(text)
    return sum(map(bool, line.cells)) == 1 and is_apart


def _first(line: TableLine) -> str:
    return next(filter(None, line.cells))
