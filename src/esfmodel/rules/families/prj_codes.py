"""Family PRJ, funds, regions, intervention fields and secondary themes are in the public code lists.

Rules PRJ006, PRJ010, PRJ011 and PRJ012. No list is surely complete, so a code that is not in it is a warning at most.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.law import codes
from esfmodel.model import Fund, Project
from esfmodel.rules.finding import Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import PROGRAMMING_PERIOD, fund_words, known, programming_period_of
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.law.codes import CodeList
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.programming_period import ProgrammingPeriod

COUNTRY: Final = "SE"
"""The country whose regions are in the list."""

OF_ONE_PERIOD: Final = frozenset(
    {Fund.ESF, Fund.YEI, Fund.FEAD, Fund.EMFF, Fund.ESF_PLUS, Fund.JTF, Fund.EMFAF, Fund.BMVI}
)
"""The funds that exist in only one of the two programming periods."""

_NUMBER = re.compile(r"\s*(\d+[a-z]?)\b", re.ASCII)
_NO_FIELD = Words("interventionsområdet är inte skrivet som en kod", "the intervention field is not written as a code")
_NO_LIST = Words("kodlistan för programperioden är inte känd", "the list for the programming period is not known")


def _changed_between_periods(project: Project) -> bool:
    return project.fund is None or project.fund in OF_ONE_PERIOD


def _fund_of_period(project: Project, context: Context) -> Iterator[Finding]:
    """The fund of a project exists in its programming period: the ESF in one, the ESF+ in the next."""
    fund, period = known(project.fund, "fund"), programming_period_of(project)
    if fund.value not in known(codes.funds(period), _NO_LIST):
        yield context.finding("fund", expected=period, found=fund.value, fund=fund_words(fund))


def _in_sweden(project: Project) -> bool:
    return project.nuts is None or project.nuts.country_code == COUNTRY


def _known_region(project: Project, context: Context) -> Iterator[Finding]:
    """The NUTS code of a project is in the list of regions."""
    nuts = known(project.nuts, "nuts")
    if str(nuts) not in codes.nuts():
        yield context.finding("nuts", found=nuts)


def number_of(text: str) -> str | None:
    """Return the code that a text begins with, without leading zeros: "063 Stöd till ..." and "63" are the same."""
    found = _NUMBER.match(text.casefold())
    return None if found is None else found[1].lstrip("0")


def _holds(listed: CodeList, number: str) -> bool:
    return any(number_of(each.code) == number for each in listed)


@cache
def _numbers_of_fields(period: ProgrammingPeriod) -> frozenset[str | None] | None:
    fields = codes.intervention_fields(period)
    return None if fields is None else frozenset(number_of(each.code) for each in fields)


def _known_field(project: Project, context: Context) -> Iterator[Finding]:
    """The intervention field of a project is in the list of its programming period."""
    period, stated = programming_period_of(project), known(project.intervention_field, _NO_FIELD)
    fields, number = known(_numbers_of_fields(period), _NO_LIST), known(number_of(stated), _NO_FIELD)
    if number not in fields:
        yield context.finding("intervention_field", expected=period, found=stated)


def _themes(project: Project) -> CodeList:
    return known(codes.secondary_themes(programming_period_of(project)), _NO_LIST)


def _known_themes(project: Project, context: Context) -> Iterator[Finding]:
    """The secondary themes of a project are in the list of its programming period."""
    themes, period = _themes(project), programming_period_of(project)
    names = {each.name.casefold() for each in themes if each.name is not None}
    unread: str | None = None
    for index, theme in enumerate(project.secondary_themes):
        number = number_of(theme.name)
        if theme.name.casefold() in names:
            continue
        if number is None:
            unread = theme.name
        elif not _holds(themes, number):
            yield context.finding(f"secondary_themes[{index}]", expected=period, found=theme.name)
    if unread is not None:
        raise NotKnown(
            Words(
                "temat {theme} kan inte slås upp: kodlistan har koder och engelska namn",
                "the theme {theme} cannot be looked up: the list has codes and English names",
            ).with_values(theme=unread)
        )


PRJ_CODES: Final = (
    Rule(
        code="PRJ006",
        severity=Severity.WARNING,
        basis=Ground.CODE_LIST,
        needs=("fund", PROGRAMMING_PERIOD),
        applies=_changed_between_periods,
        scope=Words(
            "gäller fonder som inte finns i båda programperioderna",
            "concerns funds that do not exist in both programming periods",
        ),
        check=_fund_of_period,
        demand=Words("Fonden finns i programperioden.", "The fund exists in the programming period."),
        sv="Fonden {fund} finns inte i programperioden {expected}.",
        en="The fund {fund} does not exist in the programming period {expected}.",
    ),
    Rule(
        code="PRJ010",
        severity=Severity.WARNING,
        basis=Ground.CODE_LIST,
        needs=("nuts",),
        applies=_in_sweden,
        scope=Words("gäller NUTS-koder i Sverige", "concerns NUTS codes in Sweden"),
        check=_known_region,
        demand=Words("NUTS-koden finns.", "The NUTS code exists."),
        sv="NUTS-koden {found} finns inte i {basis}.",
        en="The NUTS code {found} is not in {basis}.",
    ),
    Rule(
        code="PRJ011",
        severity=Severity.WARNING,
        basis=Ground.CODE_LIST,
        needs=("intervention_field", PROGRAMMING_PERIOD),
        check=_known_field,
        demand=Words(
            "Interventionsområdet finns i programperioden.",
            "The intervention field exists in the programming period.",
        ),
        sv="Interventionsområdet {found} finns inte i {basis} för {expected}; kodlistan kan ha ändrats sedan dess.",
        en="The intervention field {found} is not in {basis} for {expected}; the list may have changed since.",
    ),
    Rule(
        code="PRJ012",
        severity=Severity.WARNING,
        basis=Ground.CODE_LIST,
        needs=("secondary_themes", PROGRAMMING_PERIOD),
        check=_known_themes,
        demand=Words("Sekundärteman finns i programperioden.", "The secondary themes exist in the programming period."),
        sv="Sekundärtemat {found} finns inte i {basis} för {expected}; kodlistan kan ha ändrats sedan dess.",
        en="The secondary theme {found} is not in {basis} for {expected}; the list may have changed since.",
    ),
)
