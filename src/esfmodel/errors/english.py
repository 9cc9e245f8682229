"""What each kind of error says in English: what is wrong, and what to do. `swedish.py` has the same codes.

The names in braces are the parameters of the error; each is written as the language has it. What is wrong follows what
was given ("'12.345' has more than two decimals"), or the name of the field where nothing was given ("is missing").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH: Final[Mapping[str, tuple[str, str]]] = {
    "legacy": ("{wrong}", "{advice}"),
    # --- Any value
    "value.missing": ("is missing", "add it"),
    "value.empty": ("is empty", "write it, or leave the field out"),
    "value.given_twice": ("is given more than once", "keep one of them"),
    "value.not_one_of": ("is not one we know", "use one of {choices}"),
    "value.did_you_mean": ("is not one we know", "did you mean {near}?"),
    "value.negative": ("is negative", "give zero or more"),
    "argument.too_many": ("is given beside {other}", "give one of them alone"),
    "argument.lacks": ("is given without {other}", "give both, or neither"),
    # --- Values: money, rates, dates, periods, identifiers
    # --- Model: budgets, costs, decisions, the ledger
    # --- Law: provisions, packs, code lists
    # --- Text: what is read from text as people write it
    # --- Formats: files, documents, records, tables
    "file.missing": ("is not there", "check the path"),
    "file.directory": ("is a directory", "give one of its files"),
    "file.cannot_open": ("cannot be opened: {reason}", "check path and permissions"),
    "file.no_path": ("is no path of a file", "check the path"),
    "file.empty": ("is empty", "check that it was saved"),
    "file.too_large": ("is larger than {largest} bytes", "divide it"),
    "file.too_long": ("has {characters} characters, and {largest} is the most", "divide it"),
    "file.too_deep": ("is nested more than {levels} levels deep", "check how it was written"),
    "file.office": ("is a file of a program such as Word or Excel, not text", "save it as text in UTF-8"),
    "file.binary": ("is a binary file, not text", "save it as text in UTF-8"),
    "file.utf_16": ("is text in UTF-16", "save it as text in UTF-8"),
    "file.not_utf_8": ("is not UTF-8 at byte {byte}", "save it as text in UTF-8"),
    "file.unknown_format": (
        "is in no format we know",
        'begin a project file with format = "esfmodel/projects" and version = 2, or name its format: {choices}',
    ),
    "format.not_written": ("is none that can be written", "use one of {choices}"),
    "text.half_a_character": ("has half a character (a lone surrogate)", "write the whole of it"),
    "text.control_character": ("holds the control character {character}", "take it out"),
    "organisation.too_deep": ("are nested more than {levels} levels deep", "list the members side by side"),
    "reading.empty": ("holds no project", "correct the source and read it again"),
    "reading.several": ("holds {count} projects, not one", "keep one of them, or read them all"),
    "reading.unread": (
        "{unread} of {count} projects could not be read; the first problem: {first}",
        "correct the source and read it again",
    ),
    "syntax.unclosed_quote": ("has no closing quotation mark", "write {mark} at the end of the text"),
    "syntax.other_quotes": ("has other quotation marks than the straight ones", 'write " before and after the text'),
    "syntax.unquoted": ("is text without quotation marks", "write {example}"),
    "syntax.no_comma": ("stands without a comma before it", "write a comma before it"),
    "syntax.trailing_comma": ("has a comma before a closing bracket", "take the comma out"),
    "syntax.unclosed_bracket": ("has no closing bracket", "write {closing} where it ends"),
    "syntax.no_value": ("has no value", "write the value, or take the line out"),
    "syntax.no_sign": ("has no {sign} between key and value", "write the key, then {sign} and the value"),
    "syntax.key": (
        "is no key",
        "use the letters a-z, digits, hyphen and underscore, or put the key in quotation marks",
    ),
    "syntax.heading": ("is no heading", "write it as [projects.budget], or as [[projects]] for one of several"),
    "syntax.backslash": ("has a backslash that begins nothing we know", "write two backslashes for one"),
    "syntax.no_day": ("is no day of the calendar", "correct the day or the month"),
    "syntax.extra": ("stands after the end of the value", "take it out, or put it on a line of its own"),
    "syntax.unreadable": ("cannot be read as {language}", "correct this line, or the one before it"),
    "document.no_head": ("is missing", "begin the file with {head}"),
    "document.other_format": ("is not the format of a project file", "begin the file with {head}"),
    "document.other_version": ("is no version that is known here", "write one of {choices}, or update esfmodel"),
    "document.no_projects": ("has no projects", "begin each project with {head}"),
    "document.not_an_object": ("is no project file", "begin the file with {head}"),
    "document.stopped": ("is where reading stopped, after {count} problems", "correct those, and read it again"),
    "key.unknown": ("is no key here", "use one of {choices}"),
    "key.did_you_mean": ("is no key here", "did you mean {near}?"),
    "value.missing_one_of": ("is missing", "write one of {choices}"),
    "value.null": ("says nothing", "leave the key out when nobody knows"),
    "value.not_text": ("is not text", "put it in quotation marks: {example}"),
    "value.not_a_list": ("is not a list", "put it in square brackets"),
    "value.not_projects": ("is not a list", "begin each project with {head}"),
    "value.not_keys": ("has no keys of its own", "write the keys {choices}"),
    "value.not_whole": ("is not a whole number", "write digits without quotation marks"),
    "value.not_true_or_false": ("is not true or false", "write true or false, without quotation marks"),
    "number.bare_decimal": (
        "is a number with a decimal point or exponent",
        "write a whole number, or text in quotation marks",
    ),
    "number.none": ("is no number", "leave the key out when nobody knows"),
    "number.too_long": ("has more than {digits} digits", "check how it was written"),
    "number.not_plain": ("is not a plain number", 'write it as "1720" or "0.5"'),
    "number.no_currency": ("names no currency", "write it with its currency: {example}"),
    "number.no_percent": ("has no per cent sign", "write it with its sign: {example}"),
    "number.share_or_percent": ("may be a share or a number of per cent", "write {low} or {high}, as is meant"),
    "amount.bounds_of_share": (
        "is within bounds of a share, not of an amount",
        'write it as "12.50 SEK" or "(12000000 SEK, )"',
    ),
    "period.open": ("has no start or no end", "write both"),
    "period.only_year": ("is one year", "write both years: {example}"),
    "partner.did_you_mean": ("is no partner of the project", "did you mean {near}?"),
    "record.no_label": ("has no label that we know, such as Diarienummer", "use the text of a project's page"),
    "record.call": ("is a label of calls for proposals: this is no project", "use the text of a project's page"),
    "record.no_name_or_number": ("has neither the name of a project nor its number", "use the whole page"),
    "record.no_name": ("has no name", "the project goes by its number; add its name"),
    "record.unknown_label": ("is no label we know", "what it says is kept among what has no field"),
    "record.unlabelled": ("stands without a label", "what it says is kept among what has no field"),
    "record.not_the_labels": ("is not what the labels say", "keep the right one"),
    "record.not_the_first": ("is not what {label} says in line {first}", "keep the right one"),
    "record.owner_unnamed": ("is of an owner who is not named", "name the owner"),
    "record.answered_otherwise": ("is answered otherwise before", "keep the right answer"),
    "record.theme_unnamed": ("does not say which theme", "write the theme"),
    "record.more_than_support": ("is more than the support granted, {support}", "correct one of them"),
    "record.end_before_start": ("contradicts the other: the end is before the start", "correct one of them"),
    "record.not_the_days": ("is not the period that the days give, {days}", "keep the right one"),
    "record.control_character": (
        "holds the control character {character}, which was taken out",
        "check what it stood for",
    ),
    "record.neither_yes_nor_no": ("is neither Ja nor Nej", "write Ja or Nej"),
    "record.no_count": ("is not a whole number", "write it in digits, as 1 200"),
    "table.no_columns": ("has no heading with two columns", "part the columns by tabs, semicolons or commas"),
    "table.only_a_line": (
        "has no heading with two columns",
        "part the columns by tabs, semicolons or commas, and give the text of a table, not the name of its file",
    ),
    "table.no_rows": ("has a heading and no rows", "check that all of it was copied"),
    "table.too_many_columns": ("has {columns} columns, and {most} is the most", "leave out those that hold no money"),
    "table.quotes": ("has a quotation mark without its other", "correct the quotation marks of this line"),
    "table.no_figures": ("has no column of figures", "check the heading, and the marks between the columns"),
    "table.mostly_text": (
        "has figures in {figures} of {stated} cells, and was read as labels",
        "correct the column, or state that it holds labels",
    ),
    "table.mixed_marks": (
        "has decimal commas in some cells and decimal points in others",
        "correct the column, or state which mark its decimals have",
    ),
    "table.two_readings": ("may mean {first} or {second}", "state which mark the decimals have"),
    "table.other_mark": ("is no number whose decimal mark is {mark}", "write all decimals with one mark"),
    "table.no_number": (
        "is not a well-written number",
        "part thousands by one kind of space, and write all decimals with one mark",
    ),
    "table.not_one_figure": ("is not one figure with a unit", "write the figure alone, and the unit in the heading"),
    "table.amount_elsewhere": ("is an amount, and the column holds none", "move it to a column of amounts"),
    "table.share_elsewhere": ("is a share, and the column holds amounts", "move it to a column of shares"),
    "table.no_percent": ("has no per cent sign: 0.85 and 85 may mean the same", "write the sign"),
    "table.other_currency": ("is in {currency}, and the column in {other}", "give it a column of its own"),
    "table.rounded": ("is finer than the smallest unit of {currency}, and was rounded half up", "taken as {amount}"),
    "table.no_label": ("has no label", "write what the figures are; the line stands for it"),
    "table.other_number_of_cells": (
        "has {cells} cells, and the heading has {columns}",
        "check which one is too many or too few; cells that are not there count as not stated",
    ),
    "table.cells_of_row": ("are not the {columns} that the table has columns", "give each column its cell"),
    "table.no_such_row": ("is the label of no row", "use a label of one row as it is printed"),
    "table.several_rows": ("is the label of {rows} rows", "use a label of one row as it is printed"),
    "table.no_such_column": ("names no column of amounts", "use one of {choices}"),
    "table.several_columns": ("leaves open which column of amounts is meant", "choose one of {choices}"),
    "table.no_such_heading": ("is no heading of the table", "use one of {choices}"),
    "table.several_costs": ("are not one column with the costs", "leave the other amounts out"),
    "argument.unit": ("is no unit of tables", "give 1, 1000, 1000000 or another power of ten"),
    "argument.decimal": ("is no decimal mark", "give ',' or '.'"),
    # --- Rules
    "rule.not_decided": ("{reason}", ""),
    # --- Workings, the testing kit and the command line
}
