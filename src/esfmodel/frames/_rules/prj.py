"""Family PRJ as columns: programme, number, fund and place of a project agree with each other and with the code lists.

Rules PRJ002, PRJ003, PRJ006, PRJ009, PRJ010, PRJ011 and PRJ016.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final

from esfmodel.frames._rules.column_rule import NOT_EVALUATED, PASSED, ColumnRule, Fact, outcome
from esfmodel.frames._rules.facts import (
    NOT_OF_A_TEXT,
    ODD,
    OTHER,
    UNKNOWN,
    any_of,
    is_in_country,
    is_too_long,
    period_as_text,
    place_of_fund,
    place_of_period,
    years_of_periods,
)
from esfmodel.law import codes
from esfmodel.model import Fund, Project
from esfmodel.rules.book import RULES
from esfmodel.rules.families.prj_codes import COUNTRY, OF_ONE_PERIOD, number_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import basis_rows
from esfmodel.values.country import EU_LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked
    from esfmodel.law.codes import CodeList


# --- PRJ002 and PRJ003: the code of the programme


def _number_as_programme(asked: Asked) -> Expr:
    number, before, cci = (asked.col(name) for name in ("operation_id", "number.cci", "cci"))
    return outcome(
        asked,
        unread=asked.col("number.odd") | ((number != "") & ~asked.col("number.usual")),
        applies=(number == "") | (before != ""),
        unknown=(number == "") | (cci == "") | asked.col("cci.odd"),
        breach=asked.col("number.differs"),
        level=Severity.ERROR,
    )


def _period_as_cci(asked: Asked) -> Expr:
    stated, expected = asked.col("programming_period.place"), asked.col("cci.period")
    return outcome(
        asked,
        unread=(stated == ODD) | asked.col("cci.odd"),
        unknown=(stated == UNKNOWN) | (expected == UNKNOWN),
        breach=stated != expected,
        level=Severity.ERROR,
    )


# --- PRJ006 and PRJ011: the code lists of a programming period


def _in_list(
    asked: Asked, lists: Callable[[str], CodeList | None], holds: Callable[[int, CodeList], Expr]
) -> tuple[Expr, Expr]:
    """Return whether the programming period has a list, and whether that holds what it should."""
    place = asked.col("funds_period")
    listed = _by_period(lists)
    cases = [(place == each, holds(each, found)) for each, found in listed.items()]
    return place.is_in([*listed]), asked.first(cases, asked.never())


def _by_period(lists: Callable[[str], CodeList | None]) -> dict[int, CodeList]:
    return {place_of_period(each): found for each in years_of_periods() if (found := lists(each)) is not None}


def _fund_of_period(asked: Asked) -> Expr:
    fund = asked.col("fund.place")

    def holds(_place: int, listed: CodeList) -> Expr:
        return fund.is_in([place_of_fund(each) for each in Fund if each.value in listed])

    has_list, is_listed = _in_list(asked, codes.funds, holds)
    return outcome(
        asked,
        unread=fund == ODD,
        applies=(fund == UNKNOWN) | fund.is_in([place_of_fund(each) for each in OF_ONE_PERIOD]),
        unknown=(fund == UNKNOWN) | ~has_list,
        breach=~is_listed,
        level=Severity.WARNING,
    )


_SPACES = "[ \\t\\n\\r\\f\\x0b]*"
_END = "(?:[^0-9A-Za-z_]|$)"


def _known_field(asked: Asked) -> Expr:
    field, other = asked.col("intervention_field"), asked.col("intervention_field.other")
    has_list, is_listed = _in_list(
        asked,
        codes.intervention_fields,
        lambda place, fields: asked.col(_plain(place)) | other.str.contains(_beginning_with(fields)),
    )
    return outcome(
        asked,
        unknown=(
            ~has_list
            | (field == "")
            | ((other != "") & ~other.str.contains(f"^{_SPACES}[0-9]+[A-Za-z]?{_END}"))
            | other.str.contains(NOT_OF_A_TEXT)
            | is_too_long(other)
        ),
        breach=~is_listed,
        level=Severity.WARNING,
    )


@cache
def _fields() -> dict[int, CodeList]:
    return _by_period(codes.intervention_fields)


_PLACES: Final = tuple(map(place_of_period, years_of_periods()))
"""The places of the programming periods that are known; not all have a list of fields."""


def _plain(place: int) -> str:
    """Return the name of the fact that an intervention field is written as listed, and of a programming period."""
    return f"intervention_field.of_{place}"


def _is_plain(asked: Asked, place: int) -> Expr:
    numbers = {number_of(each.code) for each in _fields().get(place, ())}
    listed = {each.code for fields in _fields().values() for each in fields}
    return asked.among(asked.col("intervention_field"), [each for each in listed if number_of(each) in numbers])


def _other_field(asked: Asked) -> Expr:
    """Return an intervention field that is not written as any is listed: with a text, or with other zeros."""
    is_plain = any_of(asked, (asked.col(_plain(place)) for place in _PLACES))
    return asked.only(~is_plain, asked.col("intervention_field"))


def _beginning_with(fields: CodeList) -> str:
    """Return the pattern of a text that begins with one of the codes of a list, with or without leading zeros."""
    numbers = sorted({number_of(each.code) or "" for each in fields} - {""})
    return f"^{_SPACES}0*(?:{'|'.join(map(_in_any_case, numbers))}){_END}"


def _in_any_case(number: str) -> str:
    return f"{number[:-1]}[{number[-1]}{number[-1].upper()}]" if number[-1].isalpha() else number


# --- PRJ009 and PRJ010: the region


def _place_in_country(asked: Asked) -> Expr:
    nuts, country = asked.col("nuts"), asked.col("country")
    return outcome(
        asked,
        unread=asked.col("nuts.odd") | asked.col("country.odd"),
        unknown=(nuts == "") | (country == ""),
        breach=~is_in_country(asked.col("nuts.letters"), country),
        level=Severity.WARNING,
    )


def _known_region(asked: Asked) -> Expr:
    nuts = asked.col("nuts")
    return outcome(
        asked,
        unread=asked.col("nuts.odd"),
        applies=(nuts == "") | (asked.col("nuts.letters") == COUNTRY),
        unknown=nuts == "",
        breach=~asked.among(nuts, [each.code for each in codes.nuts()]),
        level=Severity.WARNING,
    )


# --- PRJ016: the programme area


def _in_the_programme_area(asked: Asked) -> Expr:
    letters, country, fund, period = (
        asked.col(name) for name in ("programme.letters", "country", "fund.place", "funds_period")
    )
    return outcome(
        asked,
        unread=asked.col("programmes.odd"),
        applies=~asked.col("interreg"),
        unknown=(
            asked.col("country.odd") | (country == "") | (letters == "") | (fund == ODD) | (period == ODD)
            | (period == UNKNOWN)
        ),
        breach=~is_in_country(letters, country),
        level=_level_elsewhere(asked),
    )  # fmt: skip


def _level_elsewhere(asked: Asked) -> Expr:
    """Return what the rule says of a project in another country; it depends on programming period and fund alone."""
    period, fund = asked.col("funds_period"), asked.col("fund.place")
    cases: list[tuple[Expr, object]] = []
    for each, by_level in asked.once("elsewhere", partial(_levels_by_period, asked)).items():
        for level, funds in by_level.items():
            is_of_period = period == place_of_period(each)
            is_such = is_of_period if len(by_level) == 1 else is_of_period & fund.is_in(funds)
            cases.append((is_such, level))
    # Of other programming periods, a pack may have a value that is not looked up here.
    rows = basis_rows(RULES["PRJ016"], asked.law)
    others = {row.programming_period for row in rows if str(row.programming_period) not in years_of_periods()}
    return asked.first([*cases, (period == OTHER, NOT_EVALUATED)] if others else cases, PASSED)


def _levels_by_period(asked: Asked) -> dict[str, dict[int, list[int]]]:
    """Return the places of the funds for which the rule says the same, by that and by programming period."""
    found: dict[str, dict[int, list[int]]] = {}
    stated = {str(row.programming_period) for row in basis_rows(RULES["PRJ016"], asked.law)}
    for each in stated & years_of_periods().keys():
        by_level = found.setdefault(each, {})
        for one in (None, *Fund):
            elsewhere = Project("A", fund=one, programming_period=each, cci="2014SE16RFOP001", country="NO")
            by_level.setdefault(asked.level_of("PRJ016", elsewhere), []).append(place_of_fund(one))
    return found


def _programme_country(asked: Asked) -> Expr:
    letters = asked.col("programme.letters")
    return asked.first([(letters == own, code) for own, code in EU_LETTERS.items()], letters)


PRJ: Final = (
    ColumnRule(
        code="PRJ002",
        facts=("operation_id", "number.cci", "number.usual", "number.odd", "number.differs", "cci", "cci.odd"),
        level=_number_as_programme,
        tells=("cci", "number.cci"),
        expected=lambda asked: asked.col("cci"),
        found=lambda asked: asked.col("number.cci"),
    ),
    ColumnRule(
        code="PRJ003",
        facts=("programming_period.place", "cci.period", "cci.odd"),
        level=_period_as_cci,
        tells=("programming_period", "cci.period"),
        expected=lambda asked: period_as_text(asked, asked.col("cci.period")),
        found=lambda asked: asked.col("programming_period"),
    ),
    ColumnRule(
        code="PRJ006",
        facts=("fund.place", "funds_period"),
        level=_fund_of_period,
        tells=("fund", "funds_period", "programming_period"),
        expected=lambda asked: period_as_text(asked, asked.col("funds_period")),
        found=lambda asked: asked.col("fund"),
    ),
    ColumnRule(
        code="PRJ009",
        facts=("nuts", "nuts.odd", "nuts.letters", "country", "country.odd"),
        level=_place_in_country,
        tells=("nuts", "country"),
        expected=lambda asked: asked.col("country"),
        found=lambda asked: asked.col("nuts"),
    ),
    ColumnRule(
        code="PRJ010",
        facts=("nuts", "nuts.odd", "nuts.letters"),
        level=_known_region,
        tells=("nuts",),
        found=lambda asked: asked.col("nuts"),
    ),
    ColumnRule(
        code="PRJ011",
        facts=("intervention_field", "intervention_field.other", *map(_plain, _PLACES), "funds_period"),
        level=_known_field,
        tells=("intervention_field", "funds_period", "programming_period"),
        expected=lambda asked: period_as_text(asked, asked.col("funds_period")),
        found=lambda asked: asked.col("intervention_field"),
        own={
            **{_plain(place): Fact(("intervention_field",), partial(_is_plain, place=place)) for place in _PLACES},
            "intervention_field.other": Fact(("intervention_field", *map(_plain, _PLACES)), _other_field),
        },
    ),
    ColumnRule(
        code="PRJ016",
        facts=(
            "country", "country.odd", "fund.place", "funds_period", "programmes.odd", "interreg", "programme.letters",
        ),
        level=_in_the_programme_area,
        tells=("country", "programme.letters"),
        expected=_programme_country,
        found=lambda asked: asked.col("country"),
    ),
)  # fmt: skip
