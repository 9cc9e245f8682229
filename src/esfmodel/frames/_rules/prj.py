"""Family PRJ as columns: programme, number, fund and place of a project agree with each other and with the code lists.

Rules PRJ002, PRJ003, PRJ006, PRJ009, PRJ010, PRJ011 and PRJ016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.frames._rules.column_rule import ColumnRule, outcome
from esfmodel.law import codes
from esfmodel.rules.finding import Severity
from esfmodel.values.country import EU_LETTERS

if TYPE_CHECKING:
    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked


def _code_of_country(asked: Asked, letters: Expr) -> Expr:
    """Return the code of a country by the letters that the Union's codes have."""
    return asked.first([(letters == own, code) for own, code in EU_LETTERS.items()], letters)


# --- PRJ009 and PRJ010: the region


def _place_in_country(asked: Asked) -> Expr:
    nuts, country = asked.col("nuts"), asked.col("country")
    return outcome(
        asked,
        unread=asked.col("nuts.odd") | asked.col("country.odd"),
        unknown=(nuts == "") | (country == ""),
        breach=_code_of_country(asked, nuts.str.slice(0, 2)) != country,
        level=Severity.WARNING,
    )


def _known_region(asked: Asked) -> Expr:
    nuts = asked.col("nuts")
    return outcome(
        asked,
        unread=asked.col("nuts.odd"),
        applies=(nuts == "") | (nuts.str.slice(0, 2) == "SE"),
        unknown=nuts == "",
        breach=~asked.among(nuts, [each.code for each in codes.nuts()]),
        level=Severity.WARNING,
    )


PRJ: Final = (
    ColumnRule(
        code="PRJ009",
        facts=("nuts", "nuts.odd", "country", "country.odd"),
        level=_place_in_country,
        tells=("nuts", "country"),
        expected=lambda asked: asked.col("country"),
        found=lambda asked: asked.col("nuts"),
    ),
    ColumnRule(
        code="PRJ010",
        facts=("nuts", "nuts.odd"),
        level=_known_region,
        tells=("nuts",),
        found=lambda asked: asked.col("nuts"),
    ),
)
