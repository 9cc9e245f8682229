r"""Show the sums of a portfolio as plain-text tables, each of which says of what it is.

>>> from esfmodel import Budget, Money, Organisation, Portfolio, Project, SumsBy, sums_by
>>> falun = Organisation("Falu kommun")
>>> nya = Project("Nya vägar", beneficiary=falun, budget=Budget(total=Money(500_000)))
>>> sums = sums_by(Portfolio([nya, Project("Gröna rum")]), SumsBy.COUNTY_OF_OWNER)
>>> print(sums_tables(sums).replace("\N{NO-BREAK SPACE}", " "))
Länet där ägaren har sitt säte, programperiod inte angiven, SEK
              Projekt  Totalkostnad     Stöd  EU-stöd
-----------------------------------------------------
Dalarnas län        1    500 000 kr  ej känt  ej känt
-----------------------------------------------------
Summa               1    500 000 kr  ej känt  ej känt
<BLANKLINE>
Länet där ägaren har sitt säte, programperiod inte angiven
             Projekt  Totalkostnad     Stöd  EU-stöd
----------------------------------------------------
(inte känt)        1       ej känt  ej känt  ej känt
----------------------------------------------------
Summa              1       ej känt  ej känt  ej känt
<BLANKLINE>
Andel projekt utan känd uppgift om länet där ägaren har sitt säte: 50 %.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

from esfmodel.display._financing import TABLE_WORDS
from esfmodel.display.columns import one_line, wrapped, write_table
from esfmodel.model.organisation import OrganisationKind
from esfmodel.model.portfolio import PortfolioGroup
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import capital
from esfmodel.values.format import InEachLanguage
from esfmodel.workings.sums import SumsBy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.values.programming_period import ProgrammingPeriod
    from esfmodel.workings.sums import PortfolioSums

_HEADER: Final = InEachLanguage(
    ("Projekt", "Totalkostnad", "Stöd", "EU-stöd"), ("Projects", "Total cost", "Support", "EU support")
)
_MEASURES: Final = tuple(map(attrgetter, ("total_cost", "support", "eu_support")))
_SUM: Final = InEachLanguage("Summa", "Sum")
_SEVERAL: Final = InEachLanguage("(flera)", "(several)")
_NOT_KNOWN: Final = InEachLanguage("(inte känt)", "(not known)")
_PERIOD: Final = Words("programperiod {period}", "programming period {period}")
_NO_PERIOD: Final = Words("programperiod inte angiven", "programming period not stated")
_UNKNOWN: Final = Words(
    "Andel projekt utan känd uppgift om {by}: {share}.", "Share of projects for which the {by} is not known: {share}."
)


def sums_tables(sums: PortfolioSums, language: str = "sv", *, width: int | None = None) -> str:
    """Return a table for each programming period and currency, and below them the share of projects without a key.

    An amount that some projects do not state is "at least" what the others state. `width` is as in `financing_table`.
    """
    parts: dict[tuple[ProgrammingPeriod | None, str | None], list[PortfolioGroup]] = {}
    for group in sums.groups:
        parts.setdefault((group.programming_period, group.currency), []).append(group)
    order = sorted(parts, key=lambda each: (str(each[0] or "~"), each[1] or "~"))
    texts = [
        f"{_title(sums.by, period, currency, language, width)}\n"
        f"{_table(sums.by, parts[period, currency], language, width)}"
        for period, currency in order
    ]
    if sums.share_unknown is not None:
        told = _UNKNOWN.filled(language, {"by": sums.by, "share": sums.share_unknown})
        texts.append(told if width is None else "\n".join(wrapped(told, width)))
    return "\n\n".join(texts)


def _title(by: SumsBy, period: ProgrammingPeriod | None, currency: str | None, language: str, width: int | None) -> str:
    """Return what a table is of; a narrow one has no heading over its names."""
    stated = _NO_PERIOD.text(language) if period is None else _PERIOD.filled(language, {"period": period})
    title = ", ".join(filter(None, (capital(format(by, language)), stated, currency)))
    return title if width is None else "\n".join(wrapped(title, width))


def _table(by: SumsBy, groups: list[PortfolioGroup], language: str, width: int | None) -> str:
    named = sorted((each for each in groups if each.key is not None), key=lambda each: each.key or "")
    rows = [_row(_name(by, each, language), each, language) for each in (*named, *_unnamed(groups))]
    everything = PortfolioGroup(
        currency=groups[0].currency, projects=[project for each in groups for project in each.projects]
    )
    header = ("", *_HEADER[language])
    return write_table(
        [[header], rows, [_row(_SUM[language], everything, language)]], right=range(1, len(header)), width=width
    )


def _unnamed(groups: Iterable[PortfolioGroup]) -> list[PortfolioGroup]:
    return sorted((each for each in groups if each.key is None), key=lambda each: not each.several)


def _name(by: SumsBy, group: PortfolioGroup, language: str) -> str:
    if group.key is None:
        return _SEVERAL[language] if group.several else _NOT_KNOWN[language]
    return format(OrganisationKind(group.key), language) if by is SumsBy.KIND_OF_OWNER else one_line(group.key)


def _row(name: str, group: PortfolioGroup, language: str) -> tuple[str, ...]:
    amounts = (TABLE_WORDS[language].amount(measure(group).within) for measure in _MEASURES)
    return (name, str(len(group.projects)), *amounts)
