from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    Bounds,
    Budget,
    Call,
    CategoryOfRegion,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    OwnShare,
    Period,
    Portfolio,
    Priority,
    ProgrammingPeriod,
    Project,
    Rate,
    Rule,
    Severity,
    validate,
)
from esfmodel.errors import EsfModelError, NotInForce, NotKnown
from esfmodel.rules import Context, Ground, RuleBook, Words, known, reporting_terms
from esfmodel.rules.families.per import longer_than
from esfmodel.rules.needs import missing
from esfmodel.rules.shared.days import position_in
from esfmodel.rules.shared.facts import difference_of, last_stated, programming_period_of
from esfmodel.rules.shared.figures import budget_of, exceeds, require_one_currency
from esfmodel.rules.words import reason_of
from esfmodel.text.telling.problems import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable

SRC = Path(__file__).parents[2] / "src" / "esfmodel" / "rules"
MINE = ("rule.", "argument.rule_", "argument.finding_")


def codes_named() -> set[str]:
    """Return every string of the rules that begins as a code of theirs does."""
    trees = (ast.parse(path.read_text("utf-8")) for path in SRC.rglob("*.py"))
    strings = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {each for each in strings if isinstance(each, str) and each.startswith(MINE) and " " not in each}


def test_every_code_is_used_and_every_code_used_has_texts() -> None:
    """A misspelt code of a reason would only be seen when something is not known."""
    assert codes_named() | {"rule.not_decided"} == {code for code in TEMPLATES["sv"] if code.startswith(MINE)}


def nothing(_project: Project, _context: Context) -> tuple[()]:
    """Find nothing."""
    return ()


def rule(code: str = "OWN001", sv: str = "{found}", en: str = "{found}", basis: str | Ground = Ground.POLICY) -> object:
    """Make a rule of one's own, with one thing changed."""
    return Rule(code=code, severity=Severity.ERROR, needs=(), check=nothing, sv=sv, en=en, basis=basis)


def context(basis: str | Ground = "eligibility") -> Context:
    """Return the context of a rule, on the window of eligibility."""
    words = Words("{found} {more}", "{found} {more}")
    return Context(rule="OWN001", severity=Severity.ERROR, basis=basis, words=words, law=LAW)


P2021, P2007 = ProgrammingPeriod(2021, 2027), ProgrammingPeriod(2007, 2013)
SEK, EUR = Money(1), Money(1, "EUR")
YEARS = Period.of_years(2023, 2025)
HAZY = Bounds(Money(1), Money(3))
SAME_DAY = [Decision(kind, Period.of_years(2024)) for kind in (DecisionKind.GRANTED, DecisionKind.REJECTED)]
ERRING = Project(
    "Hede",
    budget=Budget([Cost(CostCategory.OTHER, ActualCost(Money(900)))], total=Money(1_000)),
)


@pytest.mark.parametrize(
    ("code", "call", "swedish"),
    [
        ("argument.rule_code", lambda: rule(code="own"), "är ingen regelkod. Skriv familjens bokstäver"),
        ("argument.rule_text", lambda: rule(sv="{"), "är ingen text med namn inom klammer"),
        ("argument.rule_basis", lambda: rule(basis="en beskrivning"), "är inget namn på en bestämmelse"),
        ("argument.rule_languages", lambda: rule(en="{place}"), "anger olika uppgifter: found, place"),
        ("argument.rule_twice", lambda: RuleBook([RULES[0], RULES[0]]), "”BUD001” är kod för två regler"),
        (
            "argument.rule_unknown",
            lambda: validate(Project("A"), rules=[]).result("X"),
            "regelfamilj här. Familjerna här är inga",
        ),
        ("argument.rule_need", lambda: missing(Project("A"), "budgets"), "är inget som Project har"),
        ("argument.finding_value", lambda: context(basis=Ground.POLICY).finding("budget"), "har en plats i texten för"),
        ("argument.finding_basis", lambda: context().finding("budget", more=1), "saknas i en anmärkning från OWN001"),
        ("argument.finding_key", lambda: context().keys("co-financing", P2021), "är inget som OWN001 vilar på"),
        ("rule.errors_found", lambda: validate(ERRING).raise_on_errors(), "har fel: BUD002, kostnader: Totalkostnaden"),
        ("rule.no_single_value", lambda: context().provision("eligibility.period", P2007), "2007–2013"),
        ("rule.no_reporting_terms", lambda: reporting_terms(Project("A")), "Varken beslut eller bestämmelser anger"),
        ("rule.not_stated", lambda: known(None), "Uppgift saknas."),
        ("rule.not_decided", lambda: known(None, Words("oklart", "unclear")), "Oklart."),
        ("rule.lacks", lambda: programming_period_of(Project("A")), "Uppgift saknas: programperiod."),
        ("rule.no_last", lambda: last_stated(SAME_DAY, lambda each: each.kind), "Vilket beslut som kom sist"),
        ("rule.amounts_in_part", lambda: difference_of(HAZY, Money(2)), "Beloppen är bara delvis kända"),
        ("rule.lacks", lambda: budget_of(Project("A")), "Uppgift saknas: budget."),
        ("rule.two_currencies", lambda: require_one_currency(SEK, EUR), "i olika valutor (SEK / EUR)"),
        (
            "rule.threshold_currency",
            lambda: exceeds(context(), SEK, SEK, EUR),
            "Beloppet är i kronor och gränsen i euro",
        ),
        (
            "rule.no_amount",
            lambda: exceeds(context(), HAZY, HAZY, Money(2)),
            "Beloppet är inte känt tillräckligt noga.",
        ),
        (
            "rule.period_depends_on_day",
            lambda: position_in(YEARS, Period("2023-06-01", "2025-06-30")),
            "Av perioden 2023–2025 framgår inte om den ryms i 1 juni 2023–30 juni 2025.",
        ),
        (
            "rule.period_depends_on_length",
            lambda: longer_than(YEARS, 30),
            "Av perioden 2023–2025 framgår inte om den är längre än 30 månader.",
        ),
    ],
)
def test_each_fault_has_its_code_and_its_swedish(code: str, call: Callable[[], object], swedish: str) -> None:
    """What a caller or a project does wrong is told in an official's Swedish."""
    with pytest.raises(EsfModelError) as caught:
        call()
    assert caught.value.code == code
    assert swedish in caught.value.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    assert caught.value.text("en") != caught.value.text("sv")


@pytest.mark.parametrize(
    ("code", "subject", "swedish"),
    [
        ("BUD001", Project("A"), "uppgift saknas: kostnader, finansiering"),
        ("PER003", Portfolio(), "portföljen har inga projekt"),
        (
            "FIN001",
            Project(
                "A",
                call=Call(own_share_by_region={"SE31": OwnShare.exactly(Rate.of_percent(40))}),
                budget=Budget(financing=[Contribution(Funder(source=FundingSource.OWN), SEK)], complete=True),
            ),
            "utlysningens krav på medfinansiering skiljer sig mellan regioner, och projektets region är inte känd",
        ),
        (
            "POR001",
            Portfolio([Project("A", fund=Fund.ESF_PLUS)]),
            "projekt 1, A: programområde saknas",
        ),
        (
            "POR001",
            Portfolio(
                [
                    Project(
                        "A",
                        fund=Fund.ESF_PLUS,
                        programming_period="2021-2027",
                        priority=Priority("\x1b[31m", category_of_region=CategoryOfRegion.TRANSITION),
                    )
                ]
            ),
            r"programområde \x1b[31m: alla belopp är inte kända",
        ),
        (
            "BUD004",
            Project(
                "A", budget=Budget(financing=[Contribution(Funder(source=FundingSource.EU), HAZY)], total=Money(2))
            ),
            "en uppgift är känd bara inom gränser, så frågan kan inte avgöras",
        ),
    ],
)
def test_a_reason_is_a_part_of_a_sentence(code: str, subject: Project | Portfolio, swedish: str) -> None:
    """A report says why a rule was not judged, without capital and full stop, in words that are safe to print."""
    reason = validate(subject).result(code).reason
    assert reason is not None
    assert reason.sv == swedish
    assert reason.en != reason.sv


def test_the_reason_of_an_error_is_what_it_says() -> None:
    """A reason in words stays; that of a figure is general, since its own text speaks of comparing."""
    assert reason_of(NotKnown(Words("oklart", "unclear"))) == Words("oklart", "unclear")
    assert reason_of(NotInForce("rule.no_single_value", key="a.b", period=P2021)).sv.startswith(
        "bestämmelserna har inget"
    )
    with pytest.raises(NotKnown) as caught:
        _ = Money(2) > HAZY
    assert reason_of(caught.value) == reason_of(NotKnown("rule.within_bounds"))


def test_the_code_of_a_report_is_that_of_its_rule() -> None:
    """Who asks for a rule that was not judged is told which were."""
    with pytest.raises(InvalidValue) as caught:
        validate(Project("A"), rules=RULES[:2]).result("X")
    assert caught.value.text("sv") == "Kod: ”X” är ingen regel eller regelfamilj här. Familjerna här är BUD."
