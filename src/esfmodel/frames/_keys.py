"""What the rows of a frame are known by: operation, programme, body, place and years, as expressions of narwhals.

Texts are as the library writes them, which `to_frame` does; of a number that another program wrote differently, no two
are taken for the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.values.cci import CODE, LETTERS
from esfmodel.values.programming_period import known_periods

if TYPE_CHECKING:
    from esfmodel.frames._wide import Expression, Wide

_CCI_BEFORE = f"^(?:{CODE.pattern})_."
_LETTERS_BEFORE = f"^.{{4}}(?:{'|'.join(sorted(LETTERS))})"
_SHORT, _LONG = 14, 15
"""The characters of a CCI with its serial number: before 2014 the fund has one, and since then two."""

_NUTS_3 = "^[A-Z]{2}[A-Z0-9]{3}$"

# What Python splits a text at; the engines do not agree on what white space is.
_SPACES = "[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
_FOLDED = {"İ": "i̇", "ẞ": "ss", "ß": "ss"}
"""The capitals and small letters of Europe whose small form depends on the engine, or is not that of the comparison."""


def _parted_number(wide: Wide) -> list[tuple[Expression, Expression]]:
    """Return the CCI in front of an operation's number and the number behind it, for each length of a CCI."""
    nw = wide.nw
    (number,) = wide.texts("operation_id")
    # Without a serial number, the underscore would stand earlier, and the text would be no CCI for `OperationId`.
    has_cci, has_letters, is_short, is_long = wide.kept(
        number.str.contains(_CCI_BEFORE).fill_null(False),
        number.str.contains(_LETTERS_BEFORE).fill_null(False),
        (number.str.slice(_SHORT, 1) == "_").fill_null(False),
        (number.str.slice(_LONG, 1) == "_").fill_null(False),
    )
    return [
        (nw.when(is_it).then(number.str.head(length)), nw.when(is_it).then(number.str.slice(length + 1)))
        for is_it, length in (
            (has_cci & has_letters & is_short, _SHORT),
            (has_cci & has_letters & is_long & ~is_short, _LONG),
        )
    ]


def operation(wide: Wide) -> tuple[Expression, Expression]:
    """Return the number of the operation without a CCI in front, and the CCI of its programme, stated or in front."""
    nw = wide.nw
    number, stated = wide.texts("operation_id", "cci")
    parts = _parted_number(wide)
    local = nw.coalesce(*(behind for _, behind in parts), number).str.strip_chars()
    return local, nw.coalesce(stated, *(before for before, _ in parts))


def without_serial(cci: Expression) -> Expression:
    """Return a CCI without its serial number, which some registers leave out."""
    return cci.str.replace_all("[0-9]{3}$", "")


def body(wide: Wide) -> Expression:
    """Return what the beneficiary is known by: its number, or else its name, in which case and spaces do not count."""
    nw = wide.nw
    number, stated = wide.texts("beneficiary_number", "beneficiary")
    # Only the names of bodies without a number are changed, which are few.
    (name,) = wide.kept(nw.when(number.is_null()).then(stated))
    for letter, small in _FOLDED.items():
        name = name.str.replace_all(letter, small, literal=True)
    name = name.str.to_lowercase().str.replace_all("ς", "σ", literal=True)
    name = name.str.replace_all(_SPACES, " ").str.strip_chars()
    # Beside another country, the frame has SE before the number of a Swedish body.
    number = nw.when(number.str.starts_with("SE ")).then(number.str.slice(3)).otherwise(number)
    return nw.coalesce(nw.concat_str([nw.lit("number "), number]), nw.concat_str([nw.lit("name "), name]))


def programming_period(wide: Wide) -> Expression:
    """Return the programming period that is stated, or else that of the CCI."""
    nw = wide.nw
    (stated,) = wide.texts("programming_period")
    (year,) = wide.kept(operation(wide)[1].str.head(4))
    by_code = [
        nw.when((year >= str(each.first)) & (year <= str(each.last))).then(nw.lit(str(each)))
        for each in known_periods()
    ]
    return nw.coalesce(stated, *by_code)


def county(wide: Wide) -> Expression:
    """Return the NUTS code where it is of level 3, which in Sweden is a county."""
    (code,) = wide.texts("nuts")
    return wide.nw.when(code.str.contains(_NUTS_3)).then(code)


def year(wide: Wide) -> Expression:
    """Return the calendar year of the first day."""
    # Without nulls, pandas has whole numbers.
    (number,) = wide.kept(wide.nw.col("start").dt.year().fill_null(0).cast(wide.nw.Int64))
    return wide.nw.when(number != 0).then(number)
