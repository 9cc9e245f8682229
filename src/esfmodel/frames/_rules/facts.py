"""The facts that rules are judged by, each a column that is computed once from the columns given and from other facts.

A fact that is named as a column of `COLUMNS` is that column with "" or 0 in place of null; beside a number, a fact with
`KNOWN` after its name says whether it is known. The others are derived. `.odd` is where a value is written in another
way than `to_frame` writes it: `from_frame` may read it, or leave it out, but columns cannot tell which.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.frames._rules.column_rule import Fact
from esfmodel.frames.columns import COLUMNS
from esfmodel.model.fields import LONGEST_TEXT
from esfmodel.rules.shared.facts import FUND_CODES
from esfmodel.values.cci import CODE, NO_COUNTRIES
from esfmodel.values.country import CODES, EU_LETTERS
from esfmodel.values.fund import Fund
from esfmodel.values.nuts import SWEDISH
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from narwhals.stable.v2 import Expr

    from esfmodel.frames._rules.column_rule import Asked

KNOWN: Final = ".known"
"""The end of the name of the fact that a number or a day is known."""
WITH_TIME: Final = ".time"
"""The end of the name of the fact that a day was given with a time of the day, which is none."""

PARTS_OF_A_DAY: Final = (".year", ".month", ".day")
"""The ends of the names of the facts that a column of days is given as."""

GIVEN: Final = MappingProxyType({column.name: column for column in COLUMNS["project"]})
"""The columns that may be given, by their names."""


def stages(names: Iterable[str], facts: Mapping[str, Fact]) -> tuple[frozenset[str], list[list[str]]]:
    """Return the columns that must be given for some facts, and the derived facts by when they can be computed."""
    depths: dict[str, int] = {}

    def depth(name: str) -> int:
        if name not in depths:
            fact = facts.get(name)
            depths[name] = 0 if fact is None else 1 + max(map(depth, fact.needs))
        return depths[name]

    most = max(map(depth, names), default=0)
    ordered = [[name for name, each in depths.items() if each == stage] for stage in range(1, most + 1)]
    given = {name.partition(".")[0] for name, each in depths.items() if each == 0}
    return frozenset(given), ordered


# --- Funds, programming periods and countries: texts that are one of a list


def _odd(name: str, values: Iterable[str]) -> Fact:
    """Return the fact that a text is none of the usual ones."""
    usual = frozenset(values)
    return Fact((name,), lambda asked: (asked.col(name) != "") & ~asked.among(asked.col(name), usual))


_FIRST_YEARS = range(1980, 2061)
_MOST_YEARS = 10


def _programming_periods() -> list[str]:
    """Return every programming period that begins in a year near ours, as text; one of another year is odd."""
    return [str(ProgrammingPeriod(first, first + more)) for first in _FIRST_YEARS for more in range(1, _MOST_YEARS)]


# --- The code of the programme: as stated, and in front of the project's number

_LETTERS = (CODES | EU_LETTERS.keys() | NO_COUNTRIES) - {"EL"}
_FORM = f"^(?:{CODE.pattern})$"


def _is_cci(asked: Asked, text: Expr) -> Expr:
    """Whether a text is a CCI as `Cci` writes it."""
    # Some libraries let `$` stand before a line break at the end.
    letters = asked.among(text.str.slice(4, 2), _LETTERS)
    return text.str.contains(_FORM) & letters & ~text.str.ends_with("\n")


_CCI_ELSEWHERE = r"20[0-9]{2}[A-Z]{2}[0-9]{2}[A-Z0-9]{1,2}[A-Z]{2}[0-9]{3}_"
_NOT_OF_A_NUMBER = "[^ -~À-ÖØ-öø-ÿ]"
_LONGEST_NUMBER = 100


def _number_is_usual(asked: Asked) -> Expr:
    """Whether a number is read as it stands, or but for a label and spaces, which hide no CCI."""
    number = asked.col("operation_id")
    is_plain = ~number.str.contains(_NOT_OF_A_NUMBER) & (number.str.len_chars() <= _LONGEST_NUMBER)
    return is_plain & ~number.str.starts_with(" ")


def _before_the_number(asked: Asked) -> Expr:
    """Return what stands where a CCI would, before the underscore; "" where none is there."""
    number = asked.col("operation_id")
    is_of_15, is_of_14 = ((number.str.slice(length, 1) == "_") for length in (15, 14))
    return asked.first([(is_of_15, number.str.slice(0, 15)), (is_of_14, number.str.slice(0, 14))], "")


def _number_cci(asked: Asked) -> Expr:
    number, before = asked.col("operation_id"), asked.col("number.before")
    is_serial = before.str.len_chars() > 12  # so long is a CCI without serial number
    has_local = (number.str.len_chars() > before.str.len_chars() + 1) & ~number.str.ends_with(" ")
    found = asked.col("number.usual") & is_serial & has_local & _is_cci(asked, before)
    return asked.first([(found, before)], "")


def _number_cci_is_odd(asked: Asked) -> Expr:
    return (asked.col("number.cci") == "") & asked.col("operation_id").str.contains(_CCI_ELSEWHERE)


def _ccis_are_odd(asked: Asked) -> Expr:
    return asked.col("cci.odd") | asked.col("number.odd")


@cache
def years_of_periods() -> Mapping[str, list[str]]:
    """Return the years of each programming period that is known, as text."""
    years: dict[str, list[str]] = {}
    for year in range(2007, 2100):
        try:
            years.setdefault(str(ProgrammingPeriod.of_year(year)), []).append(str(year))
        except NotKnown:
            continue
    return years


def _begun_in(asked: Asked, code: Expr) -> Expr:
    """Return the programming period of a CCI, as text; "" where none is known."""
    year = code.str.slice(0, 4)
    return asked.first([(asked.among(year, years), period) for period, years in years_of_periods().items()], "")


def _programming_period(asked: Asked) -> Expr:
    stated, by_code, by_number = (asked.col(name) for name in ("programming_period", "cci.period", "number.period"))
    return asked.first([(stated != "", stated), (by_code != "", by_code)], by_number)


def _programming_period_is_odd(asked: Asked) -> Expr:
    unread, stated = asked.col("programming_period.odd"), asked.col("programming_period") != ""
    return unread | (~stated & asked.col("ccis.odd"))


def fund_code(asked: Asked, cci: Expr) -> Expr:
    """Return the code of the fund in a CCI, where it is one of `FUND_CODES`, else ""."""
    # Before 2014 it has one character, and the CCI so many less.
    code, length = cci.str.slice(8, 2), cci.str.len_chars()
    is_listed = asked.among(code, FUND_CODES) & ((length == 12) | (length == 15))
    return asked.first([(is_listed, code)], "")


def _fund_of_ccis(asked: Asked) -> Expr:
    of_cci, of_number = (fund_code(asked, asked.col(name)) for name in ("cci", "number.cci"))
    return asked.first([(of_cci != "", of_cci)], of_number)


def _ccis_differ_in_fund(asked: Asked) -> Expr:
    of_cci, of_number = (fund_code(asked, asked.col(name)) for name in ("cci", "number.cci"))
    return (of_cci != "") & (of_number != "") & (of_cci != of_number)


def code_of_country(asked: Asked, letters: Expr) -> Expr:
    """Return the code of a country by the letters that the Union's codes have."""
    return asked.first([(letters == own, code) for own, code in EU_LETTERS.items()], letters)


def _country_of_programme(asked: Asked) -> Expr:
    """Return the code of the country of the programme's CCI, or else of that in front of the number; "" for none."""
    cci, before = asked.col("cci"), asked.col("number.cci")
    return code_of_country(asked, asked.first([(cci != "", cci)], before).str.slice(4, 2))


def _is_interreg(asked: Asked) -> Expr:
    """Whether a CCI is one of several countries."""
    ours = (asked.among(asked.col(name).str.slice(4, 2), NO_COUNTRIES) for name in ("cci", "number.cci"))
    of_cci, of_number = ours
    return of_cci | of_number


NOT_OF_A_TEXT: Final = "[^ -~¡-¬®-ɏΑ-ΡΣ-ώА-я–—‘’“”…€]"


def is_too_long(text: Expr) -> Expr:
    """Whether a text has more characters than one of a project."""
    return text.str.len_chars() > LONGEST_TEXT


def _text_is_odd(name: str) -> Fact:
    """Return the fact that a text has characters that may be no text, or is blank, or is too long."""

    def is_odd(asked: Asked) -> Expr:
        text = asked.col(name)
        return text.str.contains(NOT_OF_A_TEXT) | is_too_long(text)

    return Fact((name,), is_odd)


_NUTS = "^[A-Z]{2}[A-Z0-9]{0,3}$"
_SWEDISH = f"^(?:{SWEDISH.pattern})$"


def _nuts_is_odd(asked: Asked) -> Expr:
    nuts = asked.col("nuts")
    letters = nuts.str.slice(0, 2)
    others = (CODES | EU_LETTERS.keys()) - {*EU_LETTERS.values(), "SE"}
    is_foreign = nuts.str.contains(_NUTS) & asked.among(letters, others)
    return (nuts != "") & ~((nuts.str.contains(_SWEDISH) | is_foreign) & ~nuts.str.ends_with("\n"))


def _fact(name: str, column: Callable[[Asked], Expr], *needs: str) -> tuple[str, Fact]:
    return name, Fact(needs, column)


COMMON: Final[Mapping[str, Fact]] = MappingProxyType(
    {
        "fund.odd": _odd("fund", (fund.value for fund in Fund)),
        "country.odd": _odd("country", CODES),
        "programming_period.odd": _odd("programming_period", _programming_periods()),
        "intervention_field.odd": _text_is_odd("intervention_field"),
        **dict(
            [
                _fact("nuts.odd", _nuts_is_odd, "nuts"),
                _fact("cci.odd", lambda asked: (asked.col("cci") != "") & ~_is_cci(asked, asked.col("cci")), "cci"),
                _fact("cci.period", lambda asked: _begun_in(asked, asked.col("cci")), "cci"),
                _fact("number.usual", _number_is_usual, "operation_id"),
                _fact("number.before", _before_the_number, "operation_id"),
                _fact("number.cci", _number_cci, "operation_id", "number.usual", "number.before"),
                _fact("number.odd", _number_cci_is_odd, "operation_id", "number.cci"),
                _fact("number.period", lambda asked: _begun_in(asked, asked.col("number.cci")), "number.cci"),
                _fact("ccis.odd", _ccis_are_odd, "cci.odd", "number.odd"),
                _fact("period_of_funds", _programming_period, "programming_period", "cci.period", "number.period"),
                _fact(
                    "period_of_funds.odd", _programming_period_is_odd, "programming_period", "programming_period.odd",
                    "ccis.odd",
                ),
                _fact("ccis.fund", _fund_of_ccis, "cci", "number.cci"),
                _fact("ccis.fund.odd", _ccis_differ_in_fund, "cci", "number.cci"),
                _fact("programme.country", _country_of_programme, "cci", "number.cci"),
                _fact("interreg", _is_interreg, "cci", "number.cci"),
            ]
        ),
    }
)  # fmt: skip
"""How each fact is computed that several rules need; a rule may bring more of its own."""
