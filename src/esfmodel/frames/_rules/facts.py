"""The facts that rules are judged by, each a column that is computed once from the columns given and from other facts.

A fact that is named as a column of `COLUMNS` is that column with "" or 0 in place of null; beside a number, a fact with
`KNOWN` after its name says whether it is known. The others are derived. `.odd` is where a value is written in another
way than `to_frame` writes it: `from_frame` may read it, or leave it out, but columns cannot tell which.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.frames._rules.column_rule import Fact
from esfmodel.frames.columns import COLUMNS
from esfmodel.model.fields import LONGEST_TEXT
from esfmodel.rules.shared.facts import FUND_CODES
from esfmodel.values.cci import CODE, LETTERS, NO_COUNTRIES
from esfmodel.values.country import CODES, EU_LETTERS
from esfmodel.values.fund import Fund
from esfmodel.values.nuts import SWEDISH
from esfmodel.values.programming_period import ProgrammingPeriod, known_periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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


def stages(names: Iterable[str], facts: Mapping[str, Fact]) -> list[list[str]]:
    """Return the facts that some facts need, and they themselves, by when they can be computed: first those given."""
    depths: dict[str, int] = {}

    def depth(name: str) -> int:
        if name not in depths:
            fact = facts.get(name)
            depths[name] = 0 if fact is None else 1 + max(map(depth, fact.needs))
        return depths[name]

    most = max(map(depth, names))
    return [[name for name, each in depths.items() if each == stage] for stage in range(most + 1)]


# --- Texts that are one of a list, as its place in the list: whole numbers are compared faster than texts

UNKNOWN: Final = 0
"""The place of what is not known."""
OTHER: Final = 98
"""The place of a programming period that none is known of, though it may be one."""
ODD: Final = 99
"""The place of what is written otherwise than in the list."""

FUNDS: Final = tuple(Fund)


def place_of_fund(fund: Fund | None) -> int:
    """Return the place of a fund, from 1; 0 where none is known."""
    return UNKNOWN if fund is None else 1 + FUNDS.index(fund)


def _fund(asked: Asked) -> Expr:
    fund = asked.col("fund")
    cases = [(fund == each.value, place_of_fund(each)) for each in FUNDS]
    return asked.first([(fund == "", UNKNOWN), *cases], ODD)


@cache
def years_of_periods() -> Mapping[str, tuple[int, int]]:
    """Return the first and the last year of each programming period that is known."""
    return {str(period): (period.first, period.last) for period in known_periods()}


def place_of_period(period: ProgrammingPeriod | str) -> int:
    """Return the place of a programming period that is known, from 1."""
    return 1 + [*years_of_periods()].index(str(period))


def period_as_text(asked: Asked, place: Expr) -> Expr:
    """Return a programming period by its place; one that is not known, as the row states it."""
    cases = [(place == place_of_period(each), each) for each in years_of_periods()]
    return asked.first(cases, asked.col("programming_period"))


_FIRST_YEARS = range(1980, 2061)
_MOST_YEARS = 10


def _programming_periods() -> list[str]:
    """Return every programming period that begins in a year near ours, as text; one of another year is odd."""
    return [str(ProgrammingPeriod(first, first + more)) for first in _FIRST_YEARS for more in range(1, _MOST_YEARS)]


def _stated_period(asked: Asked) -> Expr:
    stated = asked.col("programming_period")
    cases = [(stated == each, place_of_period(each)) for each in years_of_periods()]
    is_other = asked.among(stated, _programming_periods())
    return asked.first([(stated == "", UNKNOWN), *cases, (is_other, OTHER)], ODD)


def _begun_in(asked: Asked, code: Expr) -> Expr:
    """Return the place of the programming period of a CCI, which begins with a year."""
    cases: list[tuple[Expr, object]] = []
    begun = None
    for period, (first, last) in years_of_periods().items():
        if first != begun:
            cases.append((code < str(first), UNKNOWN))
        begun = last + 1
        cases.append((code < str(begun), place_of_period(period)))
    return asked.first(cases, UNKNOWN)


def _period_of_number(asked: Asked) -> Expr:
    """Return the place of the programming period of the CCI in front of the number, where no other CCI is stated."""
    return _begun_in(asked, asked.only(asked.col("cci") == "", asked.col("number.cci")))


def _period_of_funds(asked: Asked) -> Expr:
    stated, by_code, is_odd = (asked.col(name) for name in ("programming_period.place", "cci.period", "programmes.odd"))
    cases = [(stated != UNKNOWN, stated), (is_odd, ODD), (by_code != UNKNOWN, by_code)]
    return asked.first(cases, asked.col("number.period"))


# --- The code of the programme: as stated, and in front of the project's number

# The letters of the country are the only two before two digits.
_FORM = CODE.pattern.replace("[A-Z]{2}[0-9]{2}", f"(?:{'|'.join(sorted(LETTERS))})[0-9]{{2}}")


def _cci_is_odd(asked: Asked) -> Expr:
    # That of the number is known to have the form.
    cci = asked.only(~asked.col("number.agrees"), asked.col("cci"))
    # Some libraries let `$` stand before a line break at the end.
    return (cci != "") & (~cci.str.contains(f"^(?:{_FORM})$") | cci.str.ends_with("\n"))


_CCI_ELSEWHERE = r"20[0-9]{2}[A-Z]{2}[0-9]{2}[A-Z0-9]{1,2}[A-Z]{2}[0-9]{3}_"
_SERIAL = "(?:[0-9]{3})?"
_OF_A_NUMBER = " -~À-ÖØ-öø-ÿ"
_AFTER_CCI = f"^(?:{_FORM.removesuffix(_SERIAL)}[0-9]{{3}})_[{_OF_A_NUMBER}]+$"
_LONGEST_NUMBER = 100


def _number_is_after_cci(asked: Asked) -> Expr:
    """Whether a CCI stands in front of the number, and what follows is read as it stands."""
    number = asked.col("operation_id")
    is_such = number.str.contains(_AFTER_CCI) & (number.str.len_chars() <= _LONGEST_NUMBER)
    return is_such & ~number.str.ends_with(" ") & ~number.str.ends_with("\n")


def _number_is_usual(asked: Asked) -> Expr:
    """Whether a number is read as it stands, or but for a label and spaces, which hide no CCI."""
    number = asked.col("number.other")
    is_plain = ~number.str.contains(f"[^{_OF_A_NUMBER}]") & (number.str.len_chars() <= _LONGEST_NUMBER)
    return is_plain & ~number.str.starts_with(" ")


def _number_cci(asked: Asked) -> Expr:
    """Return the CCI in front of the number; "" where none is there."""
    number, has_any = asked.col("operation_id"), asked.col("number.after_cci")
    # Before 2014 the fund has one character instead of two.
    is_early = has_any & (number < "2014")
    cases = [(~has_any, ""), (is_early, asked.only(is_early, number).str.slice(0, 14))]
    return asked.first(cases, number.str.slice(0, 15))


def _number_is_odd(asked: Asked) -> Expr:
    """Whether something like a CCI stands in the number, and not in front of it as it should."""
    return asked.col("number.other").str.contains(_CCI_ELSEWHERE)


def _number_differs(asked: Asked) -> Expr:
    """Whether the CCI in front of the number is of another programme than the CCI, which may lack the serial number."""
    cci, is_other = asked.col("cci"), asked.col("number.after_cci") & ~asked.col("number.agrees")
    before = asked.only(is_other, asked.col("number.cci"))
    is_longer = (before.str.slice(0, 12) == cci) | (before.str.slice(0, 11) == cci)
    return is_other & (cci != "") & ~is_longer


def _programmes_are_odd(asked: Asked) -> Expr:
    """Whether it is unclear which programme counts: two are stated, or one is written otherwise."""
    return asked.col("cci.odd") | asked.col("number.odd") | asked.col("number.differs")


def _programme(asked: Asked) -> Expr:
    """Return the CCI that tells most: that of the number has a serial number."""
    before = asked.col("number.cci")
    return asked.first([(before != "", before)], asked.col("cci"))


def _fund_of_programme(asked: Asked) -> Expr:
    """Return the place among `FUND_CODES`, from 1, of the fund in a CCI; 0 where it is another, or before 2014."""
    code = asked.col("programme.fund_code")
    cases = [(code == each, place) for place, each in enumerate(FUND_CODES, start=1)]
    return asked.first([(asked.col("programme") < "2014", UNKNOWN), *cases], UNKNOWN)


def _is_interreg(asked: Asked) -> Expr:
    """Whether the CCI is one of several countries."""
    letters = asked.col("programme.letters")
    return any_of(asked, (letters == each for each in sorted(NO_COUNTRIES)))


def any_of(asked: Asked, conditions: Iterable[Expr]) -> Expr:
    """Whether one of several conditions is true."""
    found: Expr | None = None
    for condition in conditions:
        found = condition if found is None else found | condition
    return asked.never() if found is None else found


def is_in_country(letters: Expr, country: Expr) -> Expr:
    """Whether the letters of a country, as the Union's codes have them, are those of the code of a country."""
    found = letters == country
    for own, code in EU_LETTERS.items():
        found = found | ((letters == own) & (country == code))
    return found


# --- Other texts

NOT_OF_A_TEXT: Final = "[^ -~¡-¬®-ɏΑ-ΡΣ-ώА-я–—‘’“”…€]"


def is_too_long(text: Expr) -> Expr:
    """Whether a text has more characters than one of a project."""
    return text.str.len_chars() > LONGEST_TEXT


_OTHER_LETTERS = sorted((CODES | EU_LETTERS.keys()) - {*EU_LETTERS.values(), "SE"})
_NUTS = f"^(?:{SWEDISH.pattern}|(?:{'|'.join(_OTHER_LETTERS)})[A-Z0-9]{{0,3}})$"


def _nuts_is_odd(asked: Asked) -> Expr:
    nuts = asked.col("nuts")
    return (nuts != "") & (~nuts.str.contains(_NUTS) | nuts.str.ends_with("\n"))


def _country_is_odd(asked: Asked) -> Expr:
    return (asked.col("country") != "") & ~asked.among(asked.col("country"), CODES)


def _two_letters(name: str, start: int) -> Fact:
    return Fact((name,), lambda asked: asked.col(name).str.slice(start, 2))


COMMON: Final[Mapping[str, Fact]] = MappingProxyType(
    {
        "fund.place": Fact(("fund",), _fund),
        "programming_period.place": Fact(("programming_period",), _stated_period),
        "cci.odd": Fact(("cci", "number.agrees"), _cci_is_odd),
        "cci.period": Fact(("cci",), lambda asked: _begun_in(asked, asked.col("cci"))),
        "number.after_cci": Fact(("operation_id",), _number_is_after_cci),
        "number.other": Fact(
            ("operation_id", "number.after_cci"),
            lambda asked: asked.only(~asked.col("number.after_cci"), asked.col("operation_id")),
        ),
        "number.usual": Fact(("number.other",), _number_is_usual),
        "number.cci": Fact(("operation_id", "number.after_cci"), _number_cci),
        "number.odd": Fact(("number.other",), _number_is_odd),
        "number.agrees": Fact(("number.cci", "cci"), lambda asked: asked.col("cci") == asked.col("number.cci")),
        "number.period": Fact(("number.cci", "cci"), _period_of_number),
        "number.differs": Fact(("number.cci", "number.after_cci", "number.agrees", "cci"), _number_differs),
        "programmes.odd": Fact(("cci.odd", "number.odd", "number.differs"), _programmes_are_odd),
        "programme": Fact(("cci", "number.cci"), _programme),
        "programme.letters": _two_letters("programme", 4),
        "programme.fund_code": _two_letters("programme", 8),
        "programme.fund": Fact(("programme", "programme.fund_code"), _fund_of_programme),
        "interreg": Fact(("programme.letters",), _is_interreg),
        "funds_period": Fact(
            ("programming_period.place", "programmes.odd", "cci.period", "number.period"), _period_of_funds
        ),
        "nuts.odd": Fact(("nuts",), _nuts_is_odd),
        "nuts.letters": _two_letters("nuts", 0),
        "country.odd": Fact(("country",), _country_is_odd),
    }
)
"""How each fact is computed that several rules need; a rule may bring more of its own."""
