from __future__ import annotations

import json
import re
from importlib.metadata import version
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    RULES,
    ActualCost,
    Bounds,
    Budget,
    Contribution,
    Cost,
    CostCategory,
    Funder,
    FundingSource,
    InvalidValue,
    Money,
    Outcome,
    Period,
    Portfolio,
    Project,
    Rule,
    Severity,
    validate,
)
from esfmodel.errors import NotKnown
from esfmodel.law import Level
from esfmodel.rules import Context, Finding, Ground, Words, known
from esfmodel.rules.words import label_words
from esfmodel.testing import projects

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Project(
    "Hede & co",
    programming_period="2021-2027",
    period=Period("2020-10-01", "2023-09-30"),
    duration_months=12,
    budget=Budget(
        [Cost(CostCategory.STAFF, ActualCost(Bounds.over(Money(500))))],
        [
            Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(188_973)),
            Contribution(Funder(source=FundingSource.OWN), Money(93_027)),
        ],
        total=Money(281_900),
    ),
)


def test_findings_are_sorted_by_how_grave_they_are() -> None:
    """Every finding is an error, a warning or an information, and in just one of the three."""
    report = validate(PROJECT)
    assert [finding.rule for finding in report.errors] == ["BUD003"]
    assert [finding.rule for finding in report.warnings] == ["PER001", "PER003"]
    assert report.infos == ()
    assert len(report.findings) == 3


def test_the_json_is_stable_and_whole() -> None:
    """Two reports on the same facts are the same text; it has every rule, stamped with both versions."""
    report = validate(PROJECT, on="2022-01-01")
    written = json.loads(report.to_json())
    assert validate(PROJECT, on="2022-01-01").to_json() == report.to_json()
    assert written["format"] == "esfmodel report"
    assert (written["version"], written["library"], written["law"]) == (2, version("esfmodel"), LAW.version)
    assert (written["subject"], written["on"], written["complete"]) == ("Hede & co", "2022-01-01", False)
    assert (written["errors"], written["warnings"], written["infos"]) == (1, 2, 1)
    assert [result["rule"] for result in written["results"]] == [rule.code for rule in RULES]
    by_rule = {result["rule"]: result for result in written["results"]}
    (finding,) = by_rule["BUD003"]["findings"]
    amounts = [{"money": amount} for amount in ("281900 SEK", "282000 SEK", "100 SEK")]
    assert [finding["expected"], finding["found"], finding["difference"]] == amounts
    assert finding["basis"] == "arithmetic"
    (warning,) = by_rule["PER001"]["findings"]
    words = ({"sv": "delvis", "en": "partly"}, {"sv": "", "en": ""})
    assert warning["values"] == dict(zip(("how", "later"), ({"words": each} for each in words), strict=True))
    assert (warning["basis"]["article"], warning["basis"]["grade"]) == ("63(2)", "A")
    assert by_rule["PER003"]["findings"][0]["expected"] == 36
    assert by_rule["FIN001"]["missing"] == ["call.own_share|call.own_share_by_region"]
    assert by_rule["FIN001"]["reason"]["sv"].startswith("uppgift saknas")


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            "sv",
            ["Granskning av Hede & co", "\nFel\n", "\nVarningar\n", "\nKunde inte", "\nGäller inte här: BUD001"],
        ),
        ("en", ["Review of Hede & co", "\nErrors\n", "\nWarnings\n", "\nCould not", "\nNot applicable: BUD001"]),
    ],
)
def test_the_text_has_what_was_found_and_what_was_not_judged(language: str, headings: list[str]) -> None:
    """People read errors first, then warnings, then what nobody could judge, each with its reason."""
    text = validate(PROJECT, on="2022-01-01").text(language, verbose=True)
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert all(rule.code in text for rule in RULES)
    assert LAW.version in text.splitlines()[-1]
    assert "2022" in text.splitlines()[-1]


@given(projects())
def test_what_is_missing_is_told_once_with_all_that_waits_for_it(project: Project) -> None:
    """Each need is there once with the codes of its rules, the gravest first, and among these what most rules need."""
    report = validate(project)
    assert {(need.path, code) for need in report.missing for code in need.rules} == {
        (need, each.rule.code) for each in report.results for need in each.missing
    }
    assert len({need.path for need in report.missing}) == len(report.missing)
    urgency = [
        (max(report.result(code).rule.severity.rank for code in need.rules), len(need.rules)) for need in report.missing
    ]
    assert urgency == sorted(urgency, reverse=True)


def test_what_is_missing_first_is_what_a_gravest_rule_needs() -> None:
    """A single error that waits for the costs goes before two warnings that wait for the call."""

    def rule(code: str, severity: Severity, *needs: str) -> Rule[Project]:
        return Rule(code=code, severity=severity, needs=needs, check=lambda _project, _context: (), sv="A", en="B")

    rules = [
        rule("OWN001", Severity.WARNING, "call", "nuts"),
        rule("OWN002", Severity.WARNING, "nuts"),
        rule("OWN003", Severity.ERROR, "budget.costs"),
    ]
    assert [(need.path, need.rules) for need in validate(Project("A"), rules=rules).missing] == [
        ("budget.costs", ("OWN003",)),
        ("nuts", ("OWN001", "OWN002")),
        ("call", ("OWN001",)),
    ]


def test_what_could_not_be_judged_is_one_line() -> None:
    """How many, what is missing, and the codes of what has another reason or was judged in part; verbose, each rule."""
    report = validate(PROJECT)
    swedish, english = (report.text(language).splitlines() for language in ("sv", "en"))
    (line,) = (each for each in swedish if each.startswith("Kunde "))
    number = sum(each.outcome is Outcome.NOT_EVALUATED for each in report.results)
    assert re.fullmatch(
        r"Kunde inte bedömas \(varken godkänt eller underkänt\): (\d+) regler\. Saknas: beslut; .* och \d+ till\. "
        r"Av annat skäl: .*",
        line,
    ), line
    assert f": {number} regler" in line
    assert any(each.startswith("Could not be evaluated (neither") and " more. " in each for each in english)
    told = dict(re.findall(r"^  ([A-Z]{3}\d{3})  (.+)", report.text("en", verbose=True), re.MULTILINE))
    for each in report.results:
        if each.outcome is Outcome.NOT_EVALUATED:
            assert each.rule.code not in "\n".join(swedish).replace(line, "")
            assert told[each.rule.code].startswith(each.rule.demand.en.removesuffix("."))


@given(projects(), st.sampled_from(["sv", "en"]))
def test_a_verdict_is_short_and_approves_nothing_that_was_not_judged(project: Project, language: str) -> None:
    """It has a few lines, safe to print, whatever the project; and tells of every report whether it is complete."""
    report = validate(project)
    verdict = report.verdict(language)
    assert len(verdict.splitlines()) <= 10
    assert len(verdict) < 3_000
    assert verdict.replace("\n", "").replace("\N{NO-BREAK SPACE}", " ").isprintable()
    said = {"sv": "innebär inget godkännande", "en": "approves nothing"}[language]
    assert (said in verdict) == (not report.complete)
    assert str(report) == report.verdict("en") == f"{report}" == f"{report:en}"
    assert f"{report:sv}" == report.verdict()


def test_a_verdict_tells_the_gravest_and_how_many_more_there_are() -> None:
    """Three findings, the errors first, and the number of the others; each is cut where it is long."""

    def each_cost(project: Project, context: Context) -> Iterator[Finding]:
        for index, _ in enumerate(known(project.budget).costs):
            yield context.finding(f"budget.costs[{index}]", found="a" * 400, note=index)

    def rule(code: str, severity: Severity) -> Rule[Project]:
        text = "{note}{found}{found}{found}"
        return Rule(code=code, severity=severity, needs=("budget",), check=each_cost, sv=text, en=text)

    rules = [rule("OWN001", Severity.WARNING), rule("OWN002", Severity.ERROR), rule("OWN003", Severity.INFO)]
    costs = [Cost(CostCategory.STAFF, ActualCost(Money(1)))] * 2
    lines = str(validate(Project("A\x1b\nB", budget=Budget(costs)), rules=rules)).splitlines()
    assert lines[0] == r"Review of A\x1b\nB"
    assert lines[1:3] == ["Found: 2 errors, 2 warnings, 2 pieces of information.", "The review is complete."]
    assert [line[:11] for line in lines[4:]] == ["  OWN002  0", "  OWN002  1", "  OWN001  0", "  … and 1 m"]
    assert {len(line) for line in lines[4:7]} == {len("  OWN001  ") + 300 + len("…")}


def test_what_could_not_be_judged_for_another_reason_is_told_by_code() -> None:
    """Where nothing is missing, the codes stand in the one line, and the reason of each when all is asked for."""

    def unsure(_project: Project, _context: Context) -> Iterator[Finding]:
        raise NotKnown(Words("oklart", "unclear"))

    rules = [
        Rule(code=f"OWN{number:03}", severity=Severity.ERROR, needs=(), check=unsure, sv="A", en="B")
        for number in range(1, 10)
    ]
    report = validate(Project("A"), rules=rules[:2])
    told = "Kunde inte bedömas (varken godkänt eller underkänt): 2 regler. Av annat skäl: OWN001, OWN002."
    assert report.verdict().splitlines()[-1] == told
    assert told in report.text().splitlines()
    assert report.text(verbose=True).count("oklart") == 2
    assert validate(Project("A"), rules=rules).verdict().endswith("OWN004, OWN005 och 4 till.")
    assert validate(Project("A"), rules=rules[:6]).verdict("en").endswith("OWN005, OWN006.")


def test_the_text_and_the_json_name_the_level() -> None:
    """Who reads a finding sees whose demand it is, save where the figures contradict themselves."""
    report = validate(PROJECT)
    (warning, _), (error,) = report.warnings, report.errors
    assert (warning.level, error.level) == (Level.EU_LAW, None)
    assert warning.level_words is not None
    assert (warning.level_words.sv, error.level_words) == ("EU-rätt", None)
    assert "Grund: artikel 63.2 i förordning (EU) 2021/1060 (EU-rätt).\n" in report.text("sv")
    assert "Basis: Article 63(2) of Regulation (EU) 2021/1060 (EU law).\n" in report.text("en")
    written = {result["rule"]: result["findings"] for result in json.loads(report.to_json())["results"]}
    assert (written["PER001"][0]["level"], written["BUD003"][0]["level"]) == ("EU law", None)


def test_the_terms_of_a_call_are_the_level_of_the_call() -> None:
    """A ground that is somebody's terms has their level; every level and severity has words in both languages."""
    assert (Ground.CALL.level, Ground.DECISION.level, Ground.ARITHMETIC.level) == (Level.CALL, Level.DECISION, None)
    for words in (*map(label_words, Level), *(severity.words for severity in Severity)):
        assert words.sv != words.en


def test_how_much_was_judged_is_said_before_what_was_found() -> None:
    """No report begins with "no errors", least of all one in which nothing could be judged."""
    nothing = validate(Project("A"), rules=[rule for rule in RULES if rule.code == "BUD001" or rule.family == "PRJ"])
    number = len(nothing.results)
    incomplete = "Granskningen är inte fullständig och innebär inget godkännande."
    assert nothing.text("sv").splitlines()[1:4] == [
        incomplete,
        "Funnet: 0 fel, 0 varningar, 0 upplysningar.",
        f"{number} regler: 0 med anmärkning, 0 utan anmärkning, {number} kunde inte bedömas, 0 gäller inte här.",
    ]
    assert validate(PROJECT).text().splitlines()[1:3] == ["Funnet: 1 fel, 2 varningar, 0 upplysningar.", incomplete]
    assert validate(Project("A"), rules=[]).text("en") == "Review of A\nNo rules were tried."
    sums = [rule for rule in RULES if rule.code in {"BUD003", "BUD004"}]
    assert "\nUtan anmärkning: BUD004\n" in validate(PROJECT, rules=sums).text(verbose=True)
    assert "\nGranskningen är fullständig.\n" in validate(PROJECT, rules=sums).text()
    elsewhere = validate(PROJECT, rules=RULES.family("POR")).text()
    assert "fullständig" not in elsewhere


def test_a_rule_that_told_something_is_not_listed_as_silent() -> None:
    """Information fails no rule, but a rule that gave some does not stand among those without remark."""
    budget = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(5))], complete=True)
    rules = [rule for rule in RULES if rule.code in {"FIN001", "FIN002"}]
    report = validate(Project("A", programming_period="2021-2027", budget=budget), rules=rules)
    assert report.result("FIN002").outcome is Outcome.PASSED
    assert ": 0 med anmärkning, 1 med upplysning, 0 utan anmärkning, " in report.text("sv")
    assert ": 0 failed, 1 passed with information, 0 passed, " in report.text("en")
    assert report.text("sv", verbose=True).count("FIN002") == 1
    assert "Utan anmärkning" not in report.text("sv", verbose=True)


def test_rules_that_do_not_apply_are_told_with_their_reasons() -> None:
    """Rules with one reason stand together on one line, and without a reason the codes stand alone."""
    report = validate(PROJECT)
    lines = [line for line in report.text("sv", verbose=True).splitlines() if line.startswith("Gäller inte här: ")]
    reasons = {each.reason and each.reason.sv for each in report.results if each.outcome is Outcome.NOT_APPLICABLE}
    assert {line.partition(" – ")[-1] for line in lines} == reasons
    assert len(lines) == len(reasons)
    portfolios = [rule for rule in RULES if rule.code in {"POR001", "POR002"}]
    several = validate(PROJECT, rules=portfolios)
    expected = "\nNot applicable: POR001, POR002 – concerns a portfolio, not a single project\n"
    assert expected in several.text("en", verbose=True)
    silent = attrs.evolve(several, results=tuple(attrs.evolve(each, reason=None) for each in several.results))
    assert "\nNot applicable: POR001, POR002\n" in silent.text("en", verbose=True)


def test_a_report_is_neither_yes_nor_no() -> None:
    """Its truth value is refused, since rules that were not evaluated are no approval."""
    with pytest.raises(TypeError, match="a report is neither yes nor no"):
        bool(validate(PROJECT))


def test_errors_can_be_raised() -> None:
    """Every error is in the message, with rule and place; without errors nothing is raised."""
    with pytest.raises(InvalidValue, match=r"has errors: BUD003, financing: The total cost") as caught:
        validate(PROJECT).raise_on_errors()
    assert caught.value.given == "Hede & co"
    assert ".;" not in str(caught.value)
    validate(Project("A")).raise_on_errors()


def test_a_rule_that_is_not_in_the_report_is_not_found() -> None:
    """The error names what is near, or the families there are."""
    with pytest.raises(InvalidValue, match=r"'bud003' is not one we know; did you mean BUD003\?"):
        validate(PROJECT).result("bud003")
    with pytest.raises(InvalidValue, match="'X' is no rule or family of rules here; the families here are BUD, CLM, "):
        validate(PROJECT).result("X")
    with pytest.raises(InvalidValue, match="the families here are none"):
        validate(PROJECT, rules=[]).result("BUD001")


def test_other_languages_are_refused() -> None:
    """Reports and findings are written in Swedish and English."""
    report = validate(PROJECT)
    with pytest.raises(InvalidValue, match="'de' is not one we know"):
        report.text("de")
    with pytest.raises(InvalidValue, match="'de' is not one we know"):
        report.errors[0].text("de")


def test_findings_are_values() -> None:
    """A finding equals one with the same facts, and hashes alike."""
    one, other = (validate(PROJECT).warnings[0] for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert isinstance(one, Finding)
    assert one.basis_words.sv == "artikel 63.2 i förordning (EU) 2021/1060"
    assert Ground.CALL.words.en == "the terms of the call"
    assert [severity.rank for severity in Severity] == [0, 1, 2]


LINES = Budget(
    [
        *(Cost(CostCategory.TRAVEL, ActualCost(Money(1)), year=year) for year in (2024, 1999, 2024, 1999, 1999)),
        Cost(CostCategory.STAFF, ActualCost(Money(-3))),
        Cost(CostCategory.STAFF, ActualCost(Money(-4))),
    ]
)


def test_findings_that_differ_only_in_their_lines_are_told_as_one() -> None:
    """One rule on several lines is one paragraph with all its places, and every amount found."""
    report = validate(Project("A", period=Period("2024-01-01", "2024-12-31"), budget=LINES))
    swedish, english = (report.text(language).replace("\N{NO-BREAK SPACE}", " ") for language in ("sv", "en"))
    assert len(report.result("PRJ015").findings) == 3
    assert swedish.count("PRJ015") == 1
    assert "1999 (kostnadsrad 2, 4 och 5, resor och logi, år) ligger utanför projektperioden" in swedish
    assert "Plats: kostnadsrad 2, 4 och 5, resor och logi, år. Grund: " in swedish
    assert "Place: cost line 2, 4 and 5, travel, year. Basis: " in english
    assert "Kostnaden (kostnadsrad 6 och 7, personal) är −3 kr och −4 kr; bara" in swedish
    assert "The cost (cost line 6 and 7, staff) is SEK −3 and SEK −4; only" in english


def test_what_is_found_in_two_projects_is_told_of_each() -> None:
    """Equal findings on several projects are one; where the amounts differ, each project has its own."""
    costs = [Budget([Cost(CostCategory.STAFF, ActualCost(Money(amount)))]) for amount in (-3, -3, -4)]
    report = validate(Portfolio([Project(name, budget=each) for name, each in zip("ABC", costs, strict=True)]))
    text = report.text("sv").replace("\N{NO-BREAK SPACE}", " ")
    for number, name in enumerate("ABC", 1):
        assert f"Plats: projekt {number}, {name}, kostnadsrad 1, personal. " in text
    long = [Project(name, duration_months=6, period=Period("2024-01-01", "2024-12-31")) for name in "AB"]
    together = validate(Portfolio([*long, attrs.evolve(long[0], duration_months=7)])).text("sv")
    assert "Plats: projekt 1 och 2, längd i månader. " in together
    assert "Plats: projekt 3, A, längd i månader. " in together


@given(projects(), st.sampled_from(["sv", "en"]))
def test_no_text_shows_a_path(project: Project, language: str) -> None:
    """Whatever the project, its report says places in words."""
    report = validate(Portfolio([project, project]))
    texts = [finding.text(language) for finding in report.findings]
    reasons = [each.reason.text(language) for each in report.results if each.reason is not None]
    for text in [*texts, *reasons, report.text(language)]:
        assert not re.search(r"\b(budget\.\w|costs\[|financing\[|projects\[|claims\[|decisions\[)", text)


def test_by_place_tells_what_is_wrong_from_what_is_needed() -> None:
    """Beside each field of a form: what was found there, and which rules still wait for it."""
    places = validate(PROJECT).by_place()
    wrong = {path: at.severity for path, at in places.items() if at.severity is not None}
    assert wrong == {
        "budget.financing": Severity.ERROR,
        "period": Severity.WARNING,
        "duration_months": Severity.WARNING,
    }
    (error,) = places["budget.financing"].findings
    assert (error.rule, places["budget.financing"].needs) == ("BUD003", ())
    needs = places["call.own_share"].needs
    assert needs == places["call.own_share_by_region"].needs
    assert [(need.path, need.rules) for need in needs] == [("call.own_share|call.own_share_by_region", ("FIN001",))]
    assert needs[0].text() == "Utlysningens krav på medfinansiering saknas: FIN001"
    assert needs[0].text("en") == "The call's own share not stated: FIN001"


@given(projects())
def test_by_place_holds_all_and_nothing_else(project: Project) -> None:
    """Every finding and every missing need is at its place; an empty form has needs and no findings."""
    report = validate(project)
    places = report.by_place()
    assert sorted(map(id, report.findings)) == sorted(id(each) for at in places.values() for each in at.findings)
    needed = {(need, each.rule.code) for each in report.results for need in each.missing}
    told = {(need.path, code) for at in places.values() for need in at.needs for code in need.rules}
    assert told == needed
    assert all(path in need.path.split("|") for path, at in places.items() for need in at.needs)
    assert all(at.severity is None for at in validate(Project("A")).by_place().values())


def test_a_finding_on_the_whole_has_the_empty_place() -> None:
    """A rule of one's own may find fault with a project as a whole; the text then names no place."""

    def never(_project: Project, context: Context) -> Iterator[Finding]:
        yield context.finding("")

    rule = Rule(code="OWN001", severity=Severity.ERROR, needs=(), check=never, sv="Nej.", en="No.")
    report = validate(Project("A"), rules=[rule])
    assert [each.rule for each in report.by_place()[""].findings] == ["OWN001"]
    assert "Plats" not in report.text("sv")
    of_many = validate(Portfolio([Project("A")]), rules=[rule])
    assert [finding.place for finding in of_many.findings] == ["projects[0]"]
    assert "Plats: projekt 1, A. " in of_many.text("sv")


def test_a_finding_is_data_as_an_error_is() -> None:
    """Its code is that of its rule, and its parameters are what its text is made of."""
    report = validate(Project("A", period=Period("2024-01-01", "2024-12-31"), budget=LINES))
    finding = report.result("PRJ015").findings[0]
    assert (finding.code, finding.place) == ("PRJ015", "budget.costs[1].year")
    assert (finding.params["found"], str(finding.params["place"])) == (1999, "budget.costs[1].year")
    assert finding.names == {"budget.costs[1]": CostCategory.TRAVEL}


def test_errors_raised_are_said_in_swedish() -> None:
    """Who is shown the error reads rule, place and sentence."""
    with pytest.raises(InvalidValue) as caught:
        validate(PROJECT).raise_on_errors()
    assert caught.value.code == "rule.errors_found"
    said = caught.value.text("sv")
    assert "har fel: BUD003, finansiering: Totalkostnaden anges" in said
    assert said.endswith("Rätta felen och granska på nytt.")


def test_the_name_of_a_project_may_be_hostile() -> None:
    """A name that turns the text, moves the cursor or never ends is escaped and cut in the report."""
    for name in ("\x1b[31m", "\N{RIGHT-TO-LEFT MARK}", "a" * 1_000_000):
        assert len(validate(Project(name), rules=[]).text("sv")) < 300
        assert validate(Project(name), rules=[]).text("sv").split("\n")[0].isprintable()
