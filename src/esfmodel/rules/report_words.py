"""The words of a report, in each language.

>>> REPORT_WORDS["sv"].passed
'Utan anmärkning'
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from esfmodel.rules.finding import Severity
from esfmodel.text import en, sv
from esfmodel.values.format import InEachLanguage


@attrs.frozen(kw_only=True, eq=False)
class ReportWords:
    """The words of a report in one language; in a pair, the first is singular and the second plural."""

    language: str
    day: Callable[[datetime.date], str]
    title: str
    title_of: str
    complete: str
    incomplete: str
    no_rules: str
    rules: tuple[str, str]
    informed: str
    """How many rules passed with information."""
    finds: str
    found: Mapping[Severity, tuple[str, str]]
    headings: Mapping[Severity, str]
    place: str
    basis: str
    not_evaluated: str
    need: str
    """What is missing, and the rules that need it."""
    missing: str
    """What is missing, in a list."""
    other_reasons: str
    in_part: str
    more: str
    """A list, and how many more there are."""
    passed: str
    not_applicable: str
    stamp: str
    with_pack: str
    with_proposal: str
    with_rules: str
    by_the_law_of: str
    at_the_rate: str
    """The exchange rate that the caller stated."""


_SWEDISH = ReportWords(
    language="sv",
    day=sv.format_date,
    title="Granskning",
    title_of="Granskning av {name}",
    complete="Granskningen är fullständig.",
    incomplete="Granskningen är inte fullständig och innebär inget godkännande.",
    no_rules="Inga regler har prövats.",
    rules=("{number} regel", "{number} regler"),
    informed="{number} med upplysning",
    finds="Funnet",
    found=MappingProxyType(
        {
            Severity.ERROR: ("{number} fel", "{number} fel"),
            Severity.WARNING: ("{number} varning", "{number} varningar"),
            Severity.INFO: ("{number} upplysning", "{number} upplysningar"),
        }
    ),
    headings=MappingProxyType(
        {Severity.ERROR: "Fel", Severity.WARNING: "Varningar", Severity.INFO: "Upplysningar (inget fel)"}
    ),
    place="Plats",
    basis="Grund",
    not_evaluated="Kunde inte bedömas (varken godkänt eller underkänt)",
    need="{need} saknas: {codes}",
    missing="Saknas: {needs}.",
    other_reasons="Av annat skäl: {codes}.",
    in_part="Kunde bara delvis bedömas",
    more="{listed} och {number} till",
    passed="Utan anmärkning",
    not_applicable="Gäller inte här",
    stamp="esfmodel {library}, lagdata {law}",
    with_pack="med {pack}",
    with_proposal="med {pack} (ett förslag)",
    with_rules="med regler från {package}",
    by_the_law_of="enligt gällande rätt den {on}",
    at_the_rate="enligt användarens kurs {rate}",
)

_ENGLISH = ReportWords(
    language="en",
    day=en.format_date,
    title="Review",
    title_of="Review of {name}",
    complete="The review is complete.",
    incomplete="The review is not complete and approves nothing.",
    no_rules="No rules were tried.",
    rules=("{number} rule", "{number} rules"),
    informed="{number} passed with information",
    finds="Found",
    found=MappingProxyType(
        {
            Severity.ERROR: ("{number} error", "{number} errors"),
            Severity.WARNING: ("{number} warning", "{number} warnings"),
            Severity.INFO: ("{number} piece of information", "{number} pieces of information"),
        }
    ),
    headings=MappingProxyType(
        {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Information (nothing is wrong)"}
    ),
    place="Place",
    basis="Basis",
    not_evaluated="Could not be evaluated (neither passed nor failed)",
    need="{need} not stated: {codes}",
    missing="Not stated: {needs}.",
    other_reasons="For another reason: {codes}.",
    in_part="Could be evaluated only in part",
    more="{listed} and {number} more",
    passed="Passed",
    not_applicable="Not applicable",
    stamp="esfmodel {library}, law data {law}",
    with_pack="with {pack}",
    with_proposal="with {pack} (a proposal)",
    with_rules="with rules of {package}",
    by_the_law_of="by the law of {on}",
    at_the_rate="at the user's rate {rate}",
)

REPORT_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
