"""What a page and each fragment has in HTML, kept in Swedish and in English; the style of pages is left out.

After a change of a page that is meant:

    uv run python tests/display/test_kept_pages.py --update
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from esfmodel.display import html
from esfmodel.display._findings import checked, found, not_judged
from esfmodel.display._markup import joined
from esfmodel.display._style import FRAGMENT, PAGE
from esfmodel.display._timeline import timeline
from esfmodel.display.pages import report_page
from esfmodel.formats import Reading, read_finance_table, read_text
from esfmodel.formats.reading import Problem
from esfmodel.law import LAW
from esfmodel.model import (
    ActualCost,
    Budget,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Funder,
    FundingSource,
    LumpSum,
    Organisation,
    Phase,
    Portfolio,
    Project,
    UnitCost,
)
from esfmodel.model.totals import By, breakdown
from esfmodel.rules import Finding, Ground, Outcome, Report, Rule, RuleResult, Severity
from esfmodel.rules.words import Words
from esfmodel.values import Fund, Money, OpenPeriod, Period, Rate
from esfmodel.values.dates import Date
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

OPEN = Project("Öppet", period=OpenPeriod("2026-03-01"), operation_id="23-067-S04")
STAFF = Cost(CostCategory.STAFF, ActualCost(Money(5)))
FOLDER = Path(__file__).with_name("kept")
BREAKS = re.compile(r"><(?=(?:/?(?:div|dl|li|main|nav|section|table|tbody|thead|ul)|h\d|p|tr)\b)")
"""Where a line may end without a space that a reader would see."""
EU, OWN = Funder(source=FundingSource.EU), Funder(Organisation("Sala kommun"), source=FundingSource.OWN_PUBLIC)


def project() -> Project:
    """Return a project with lines of each kind, times and a claim."""
    costs = [
        Cost(
            CostCategory.STAFF,
            UnitCost(Money("674.80"), 1720),
            description="Projektledare",
            partner="Heby kommun",
            phase="analys",
            year=2025,
        ),
        Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF])),
        Cost(CostCategory.OTHER, LumpSum(Money(9_000), description="Slutkonferens")),
        Cost(CostCategory.TRAVEL, ActualCost()),
    ]
    budget = Budget(costs, [Contribution(EU, Money(600_000)), Contribution(OWN, Money(400_000))])
    exact = Budget([Cost(CostCategory.STAFF, ActualCost(Money(1_000_000)))])
    claim = Claim(
        1,
        Period("2025-03-01", "2025-08-31"),
        costs=[ClaimedCost(CostCategory.STAFF, Money(50_000))],
        on="2025-09-15",
        paid_on="2025-11-01",
    )
    return Project(
        "Gröna rum & torg",
        fund=Fund.ESF_PLUS,
        beneficiary=Organisation("Sala kommun"),
        period=Period("2025-03-01", "2026-12-31"),
        phases=[Phase("Analys", Period("2025-03-01", "2025-08-31")), Phase("Avslut")],
        decisions=[Decision(DecisionKind.GRANTED, "2025-02-01", body="ESF", support=Money(600_000), budget=exact)],
        claims=[claim],
        budget=budget,
        summary="Torget ska bli grönt.\nAlla är med.",
    )


def _rule(number: int, severity: Severity = Severity.WARNING) -> Rule[Project]:
    return Rule(
        code=f"OWN{number:03}",
        severity=severity,
        needs=(),
        check=lambda _project, _context: (),
        sv=f"Villkor {number} är inte uppfyllt.",
        en=f"Condition {number} is not met.",
        demand=Words(f"Villkor {number} ska vara uppfyllt.", f"Condition {number} is to be met."),
    )


@cache
def report() -> Report:
    """Return a report with rules of each outcome, by a provision and by a policy, some of them judged in part."""
    provision = attrs.evolve(
        LAW.provision("eligibility.start.yei", programming_period="2014-2020"), source="https://example.org/act?a=1&b=2"
    )
    severities = (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.WARNING, Severity.INFO)
    failed: list[RuleResult] = []
    for number, severity in enumerate(severities, 1):
        rule = _rule(number, severity)
        finding = Finding(
            rule=rule.code,
            severity=severity,
            place="budget.financing" if number < 3 else "",
            basis=provision if number == 1 else Ground.POLICY,
            words=rule.words,
        )
        failed.append(RuleResult(rule, Outcome.FAILED, (finding,)))
    lines = [attrs.evolve(failed[0].findings[0], place=f"budget.costs[{number}]") for number in range(4)]
    failed[0] = attrs.evolve(failed[0], findings=(*failed[0].findings, *lines))
    why = Words("en fas har ingen period", "a phase has no period")
    lacking = Words("uppgifter saknas", "facts are missing")
    note = Words("Prövat med en angiven kurs.", "Judged by a stated rate.")
    return Report(
        subject="Gröna rum & torg",
        on=Date(2026, 1, 1),
        law_version="2026.1",
        library_version="1.0",
        results=(
            *failed,
            RuleResult(_rule(11), Outcome.PASSED, notes=(note,)),
            *(RuleResult(_rule(number), Outcome.PASSED) for number in (12, 13)),
            *(RuleResult(_rule(number), Outcome.PASSED, reason=why) for number in (14, 15, 16)),
            RuleResult(_rule(21), Outcome.NOT_EVALUATED, reason=lacking, missing=("period", "nuts")),
            RuleResult(_rule(22), Outcome.NOT_EVALUATED, reason=lacking, missing=("period", "call")),
            *(RuleResult(_rule(number), Outcome.NOT_EVALUATED, reason=why) for number in (31, 32, 33)),
            RuleResult(_rule(41), Outcome.NOT_APPLICABLE),
            *(RuleResult(_rule(number), Outcome.NOT_APPLICABLE, reason=why) for number in (42, 43)),
            RuleResult(_rule(51), Outcome.IGNORED),
        ),
    )


def sections(language: str) -> str:
    """Write what a report found, left open and checked, with one of each where there are more."""
    parts = [each.content for each in found(report(), language, 1)]
    return joined([*parts, not_judged(report(), language, 1), checked(report(), language, 1)], "\n")


def page(language: str) -> str:
    """Write the page of the project with notes and problems."""
    return report_page(project(), report(), language, notes=["Läst ur p.toml."], problems=["Rad 3: 5 < 7."])


def table(language: str) -> str:
    """Write a table with two columns of labels and two of amounts, whose sum is not right."""
    lines = ("finansiär;nr;medel;2025;Totalt", "EU-medel;A 1;stöd;5;5", "Sala kommun;B 2;egen;7;7", "Totalt;;;19;12")
    return html(read_finance_table("\n".join(lines)), language)


def long_table(language: str) -> str:
    """Write the beginning of a table of more lines and notes than are shown."""
    printed = read_finance_table("".join(["post;kr\n", *(f"Post {number};{number}\n" for number in range(22))]))
    return html(attrs.evolve(printed, notes=[f"Not {number}" for number in range(22)]), language)


def prioritised() -> Project:
    """Return a project that has priority, with little else."""
    return attrs.evolve(
        OPEN, budget=Budget([STAFF], [Contribution(EU)]), decisions=[Decision(DecisionKind.PRIORITISED, "2025-12-01")]
    )


def reading(language: str) -> str:
    """Write what is read from a short announcement, of which one part is two fields, with what was left open."""
    text = (
        "Projektet Gröna rum drivs av Sala kommun.\n\n"
        "Projektets budget är 19 mkr, varav 3 miljoner kronor från Europeiska socialfonden. Budgeten är 25 mkr."
    )
    return html(read_text(text, format="announcement"), language)


def list_of_projects(language: str) -> str:
    """Write a reading of two projects with a problem."""
    problem = Problem("value.missing", "projects[0].name")
    return html(Reading([project(), OPEN], [problem], name="Listan"), language)


def costs_by_year(language: str) -> str:
    """Write the costs by category and year."""
    budget = project().budget
    assert budget is not None
    return html(breakdown(budget, By.CATEGORY, By.YEAR), language)


SHOWN: dict[str, Callable[[str], str]] = {
    "page": page,
    "sections": sections,
    "report": lambda language: html(report(), language),
    "project": lambda language: html(prioritised(), language),
    "budget": lambda language: html(Budget([STAFF]), language),
    "long-table": long_table,
    "timeline": lambda language: timeline(
        attrs.evolve(OPEN, period=OpenPeriod(end="2027-03-01"), claims=project().claims), language
    ),
    "table": table,
    "reading": reading,
    "list": list_of_projects,
    "portfolio": lambda language: html(Portfolio([project(), OPEN]), language, page=True),
    "breakdown": costs_by_year,
}


def shown(name: str, language: str) -> str:
    """Return the HTML of something, without its style, a row on a line, and no-break spaces by their name."""
    written = SHOWN[name](language).replace(f"{FRAGMENT}{PAGE}", "").replace(FRAGMENT, "")
    return BREAKS.sub(">\n<", written).replace("\N{NO-BREAK SPACE}", "&nbsp;").rstrip("\n") + "\n"


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_as_it_is_kept(name: str, language: str) -> None:
    """Elements, classes and words are those that a reader of the page was shown before."""
    assert shown(name, language) == (FOLDER / f"{name}-{language}.html").read_text("utf-8")


def test_only_what_is_shown_is_kept() -> None:
    """The folder has a file for each in each language, and no other."""
    assert {each.name for each in FOLDER.iterdir()} == {
        f"{name}-{language}.html" for name in SHOWN for language in LANGUAGES
    }


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    FOLDER.mkdir(exist_ok=True)
    for name in SHOWN:
        for language in LANGUAGES:
            (FOLDER / f"{name}-{language}.html").write_text(shown(name, language), "utf-8")
