"""Family PRJ as columns: programme, number, fund and place of a project agree with each other and with the code lists.

Rules PRJ002, PRJ003, PRJ006, PRJ009, PRJ010, PRJ011 and PRJ016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.frames._rules.column_rule import PASSED, ColumnRule, outcome
from esfmodel.frames._rules.facts import code_of_country, years_of_periods
from esfmodel.law import codes
from esfmodel.model import Fund, Project
from esfmodel.rules.book import RULES
from esfmodel.rules.context import is_read
from esfmodel.rules.families.prj_codes import COUNTRY, OF_ONE_PERIOD, number_of
from esfmodel.rules.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked
    from esfmodel.law.codes import CodeList


# --- PRJ002 and PRJ003: the code of the programme

_LENGTHS_OF_STEMS = (12, 11)
"""How long a CCI without a serial number is, from 2014 and before."""


def _number_as_programme(asked: Asked) -> Expr:
    number, before, cci = (asked.col(name) for name in ("operation_id", "number.cci", "cci"))
    without_serial = [(cci.str.len_chars() == length, before.str.slice(0, length)) for length in _LENGTHS_OF_STEMS]
    return outcome(
        asked,
        unread=asked.col("number.odd") | ((number != "") & ~asked.col("number.usual")),
        applies=(number == "") | (before != ""),
        unknown=(number == "") | (cci == "") | asked.col("cci.odd"),
        breach=asked.first(without_serial, before) != cci,
        level=Severity.ERROR,
    )


def _period_as_cci(asked: Asked) -> Expr:
    stated, expected = asked.col("programming_period"), asked.col("cci.period")
    return outcome(
        asked,
        unread=asked.col("programming_period.odd") | asked.col("cci.odd"),
        unknown=(stated == "") | (expected == ""),
        breach=stated != expected,
        level=Severity.ERROR,
    )


# --- PRJ006 and PRJ011: the code lists of a programming period


def _in_list(
    asked: Asked, lists: Callable[[str], CodeList | None], holds: Callable[[CodeList], Expr]
) -> tuple[Expr, Expr]:
    """Return whether the programming period has a list, and whether that holds what it should."""
    period = asked.col("period_of_funds")
    known = {each: found for each in years_of_periods() if (found := lists(each)) is not None}
    cases = [(period == each, holds(found)) for each, found in known.items()]
    return asked.among(period, known), asked.first(cases, asked.never())


def _fund_of_period(asked: Asked) -> Expr:
    fund = asked.col("fund")
    has_list, is_listed = _in_list(asked, codes.funds, lambda funds: asked.among(fund, [each.code for each in funds]))
    return outcome(
        asked,
        unread=asked.col("fund.odd"),
        applies=(fund == "") | asked.among(fund, [each.value for each in OF_ONE_PERIOD]),
        unknown=(fund == "") | asked.col("period_of_funds.odd") | ~has_list,
        breach=~is_listed,
        level=Severity.WARNING,
    )


_SPACES = "[ \\t\\n\\r\\f\\x0b]*"
_END = "(?:[^0-9A-Za-z_]|$)"


def _known_field(asked: Asked) -> Expr:
    field = asked.col("intervention_field")
    has_list, is_listed = _in_list(asked, codes.intervention_fields, lambda fields: _is_one_of(field, fields))
    has_number = field.str.contains(f"^{_SPACES}[0-9]+[A-Za-z]?{_END}")
    return outcome(
        asked,
        unread=asked.col("intervention_field.odd"),
        unknown=(field == "") | asked.col("period_of_funds.odd") | ~has_list | ~has_number,
        breach=~is_listed,
        level=Severity.WARNING,
    )


def _is_one_of(field: Expr, fields: CodeList) -> Expr:
    """Whether a text begins with one of the codes of a list, with or without leading zeros, in any case."""
    numbers = sorted({number_of(each.code) or "" for each in fields} - {""})
    return field.str.contains(f"^{_SPACES}0*(?:{'|'.join(map(_in_any_case, numbers))}){_END}")


def _in_any_case(number: str) -> str:
    return f"{number[:-1]}[{number[-1]}{number[-1].upper()}]" if number[-1].isalpha() else number


# --- PRJ009 and PRJ010: the region


def _place_in_country(asked: Asked) -> Expr:
    nuts, country = asked.col("nuts"), asked.col("country")
    return outcome(
        asked,
        unread=asked.col("nuts.odd") | asked.col("country.odd"),
        unknown=(nuts == "") | (country == ""),
        breach=code_of_country(asked, nuts.str.slice(0, 2)) != country,
        level=Severity.WARNING,
    )


def _known_region(asked: Asked) -> Expr:
    nuts = asked.col("nuts")
    return outcome(
        asked,
        unread=asked.col("nuts.odd"),
        applies=(nuts == "") | (nuts.str.slice(0, 2) == COUNTRY),
        unknown=nuts == "",
        breach=~asked.among(nuts, [each.code for each in codes.nuts()]),
        level=Severity.WARNING,
    )


# --- PRJ016: the programme area


def _in_the_programme_area(asked: Asked) -> Expr:
    period, country, programme = (asked.col(name) for name in ("period_of_funds", "country", "programme.country"))
    is_interreg = asked.col("interreg")
    return outcome(
        asked,
        unread=asked.col("ccis.odd") & ~is_interreg,
        applies=~is_interreg,
        unknown=(
            asked.col("country.odd") | asked.col("fund.odd") | asked.col("period_of_funds.odd")
            | (country == "") | (programme == "") | (period == "")
        ),
        breach=country != programme,
        level=_level_elsewhere(asked),
    )  # fmt: skip


def _level_elsewhere(asked: Asked) -> Expr:
    """Return what the rule says of a project in another country; it depends on programming period and fund alone."""
    period, fund = asked.col("period_of_funds"), asked.col("fund")
    cases: list[tuple[Expr, object]] = []
    rows = [row for row in asked.law.provisions if is_read(row.key, RULES["PRJ016"].reads)]
    for each in dict.fromkeys(row.programming_period for row in rows if row.programming_period is not None):
        by_level: dict[int, list[str]] = {}
        for one in (None, *Fund):
            elsewhere = Project("A", fund=one, programming_period=each, cci="2014SE16RFOP001", country="NO")
            by_level.setdefault(asked.level_of("PRJ016", elsewhere), []).append("" if one is None else one.value)
        cases += [((period == str(each)) & asked.among(fund, funds), level) for level, funds in by_level.items()]
    return asked.first(cases, PASSED)


PRJ: Final = (
    ColumnRule(
        code="PRJ002",
        facts=("operation_id", "number.cci", "number.usual", "number.odd", "cci", "cci.odd"),
        level=_number_as_programme,
        tells=("cci", "number.cci"),
        expected=lambda asked: asked.col("cci"),
        found=lambda asked: asked.col("number.cci"),
    ),
    ColumnRule(
        code="PRJ003",
        facts=("programming_period", "programming_period.odd", "cci.period", "cci.odd"),
        level=_period_as_cci,
        tells=("programming_period", "cci.period"),
        expected=lambda asked: asked.col("cci.period"),
        found=lambda asked: asked.col("programming_period"),
    ),
    ColumnRule(
        code="PRJ006",
        facts=("fund", "fund.odd", "period_of_funds", "period_of_funds.odd"),
        level=_fund_of_period,
        tells=("fund", "period_of_funds"),
        expected=lambda asked: asked.col("period_of_funds"),
        found=lambda asked: asked.col("fund"),
    ),
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
    ColumnRule(
        code="PRJ011",
        facts=("intervention_field", "intervention_field.odd", "period_of_funds", "period_of_funds.odd"),
        level=_known_field,
        tells=("intervention_field", "period_of_funds"),
        expected=lambda asked: asked.col("period_of_funds"),
        found=lambda asked: asked.col("intervention_field"),
    ),
    ColumnRule(
        code="PRJ016",
        facts=(
            "country", "country.odd", "fund", "fund.odd", "period_of_funds", "period_of_funds.odd", "ccis.odd",
            "interreg", "programme.country",
        ),
        level=_in_the_programme_area,
        tells=("country", "programme.country"),
        expected=lambda asked: asked.col("programme.country"),
        found=lambda asked: asked.col("country"),
    ),
)  # fmt: skip
