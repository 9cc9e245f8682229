"""The words of a report, in each language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from esfmodel.rules.finding import Outcome, Severity
from esfmodel.text import en, sv
from esfmodel.values.format import InEachLanguage


@attrs.frozen(kw_only=True, eq=False)
class ReportWords:
    """What a language says around findings and rules; of pairs, the first is for one and the second for several."""

    language: str
    day: Callable[[datetime.date], str]
    title: str
    title_of: str
    no_rules: str
    rules: tuple[str, str]
    outcomes: Mapping[Outcome, str]
    informed: str
    """How many rules passed and told something all the same."""
    finds: str
    found: Mapping[Severity, tuple[str, str]]
    headings: Mapping[Severity, str]
    place: str
    basis: str
    not_evaluated: str
    missing: str
    """What is not there, and the rules that wait for it."""
    missing_for_one: str
    """What is not there and only one rule waits for."""
    in_part: str
    passed: str
    not_applicable: str
    stamp: str
    by_the_law_of: str


_SWEDISH = ReportWords(
    language="sv",
    day=sv.format_date,
    title="Granskning",
    title_of="Granskning av {name}",
    no_rules="Inga regler har prövats.",
    rules=("{number} regel", "{number} regler"),
    outcomes=MappingProxyType(
        {
            Outcome.FAILED: "{number} med anmärkning",
            Outcome.PASSED: "{number} utan anmärkning",
            Outcome.NOT_EVALUATED: "{number} kunde inte bedömas",
            Outcome.NOT_APPLICABLE: "{number} gäller inte här",
        }
    ),
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
    missing="{need} saknas: {codes}",
    missing_for_one="Saknas för en regel var: {needs}",
    in_part="Kunde bara delvis bedömas",
    passed="Utan anmärkning",
    not_applicable="Gäller inte här",
    stamp="esfmodel {library}, lagdata {law}",
    by_the_law_of="enligt lagen den {on}",
)

_ENGLISH = ReportWords(
    language="en",
    day=en.format_date,
    title="Review",
    title_of="Review of {name}",
    no_rules="No rules were tried.",
    rules=("{number} rule", "{number} rules"),
    outcomes=MappingProxyType(
        {
            Outcome.FAILED: "{number} failed",
            Outcome.PASSED: "{number} passed",
            Outcome.NOT_EVALUATED: "{number} could not be evaluated",
            Outcome.NOT_APPLICABLE: "{number} not applicable",
        }
    ),
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
    missing="{need} not stated: {codes}",
    missing_for_one="Not stated, for one rule each: {needs}",
    in_part="Could be evaluated only in part",
    passed="Passed",
    not_applicable="Not applicable",
    stamp="esfmodel {library}, law data {law}",
    by_the_law_of="by the law of {on}",
)

REPORT_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
