from __future__ import annotations

import json
import pickle
import re
from importlib.metadata import version

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
    Project,
    Severity,
    validate,
)
from esfmodel.law import Level
from esfmodel.rules import Finding, Ground
from esfmodel.rules.needs import need_in_words
from esfmodel.rules.words import label_words
from esfmodel.testing import projects

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
    assert (written["version"], written["library"], written["law"]) == (1, version("esfmodel"), LAW.version)
    assert (written["subject"], written["on"], written["complete"]) == ("Hede & co", "2022-01-01", False)
    assert (written["errors"], written["warnings"], written["infos"]) == (1, 2, 1)
    assert [result["rule"] for result in written["results"]] == [rule.code for rule in RULES]
    by_rule = {result["rule"]: result for result in written["results"]}
    (finding,) = by_rule["BUD003"]["findings"]
    assert (finding["expected"], finding["found"], finding["difference"]) == ("281900 SEK", "282000 SEK", "100 SEK")
    assert finding["basis"] == "arithmetic"
    (warning,) = by_rule["PER001"]["findings"]
    assert warning["values"] == {"how": {"sv": "delvis", "en": "partly"}}
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
    text = validate(PROJECT, on="2022-01-01").text(language)
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert all(rule.code in text for rule in RULES)
    assert LAW.version in text.splitlines()[-1]
    assert "2022" in text.splitlines()[-1]


@given(projects(), st.sampled_from(["sv", "en"]))
def test_rules_that_lack_the_same_stand_together(project: Project, language: str) -> None:
    """Each thing that is missing is named once, beside the code of every rule that waits for it, and no other."""
    report = attrs.evolve(validate(project), subject="A")
    lacking: dict[str, list[str]] = {}
    for each in report.results:
        if each.outcome is Outcome.NOT_EVALUATED:
            for need in dict.fromkeys(need_in_words(need).text(language) for need in each.missing):
                lacking.setdefault(need, []).append(each.rule.code)
    lines = report.text(language).splitlines()
    one_each = [
        line for line in lines if line.startswith(("  Saknas för en regel var: ", "  Not stated, for one rule"))
    ]
    for need, codes in lacking.items():
        if len(codes) == 1:
            assert f"{need} ({codes[0]})" in one_each[0]
        else:
            word = "saknas" if language == "sv" else "not stated"
            assert lines.count(f"  {need[0].upper()}{need[1:]} {word}: {', '.join(codes)}") == 1


def test_a_rule_that_lacks_nothing_is_told_in_full() -> None:
    """Where the reason is another than a gap, the demand stands beside it; verbose, it does for every rule."""
    report = validate(PROJECT)
    assert "BUD001" not in re.findall(r"^  (\S+)  ", report.text("sv"), re.MULTILINE)
    not_judged = {each.rule.code: each for each in report.results if each.outcome is Outcome.NOT_EVALUATED}
    for verbose in (False, True):
        told = dict(re.findall(r"^  ([A-Z]{3}\d{3})  (.+)", report.text("en", verbose=verbose), re.MULTILINE))
        for code, each in not_judged.items():
            assert (code in told) == (verbose or not each.missing)
            assert code not in told or told[code].startswith(each.rule.demand.en.removesuffix("."))


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
    assert nothing.text("sv").splitlines()[1:3] == [
        f"{number} regler: 0 med anmärkning, 0 utan anmärkning, {number} kunde inte bedömas, 0 gäller inte här.",
        "Funnet: 0 fel, 0 varningar, 0 upplysningar.",
    ]
    assert validate(Project("A"), rules=[]).text("en") == "Review of A\nNo rules were tried."
    sums = [rule for rule in RULES if rule.code in {"BUD003", "BUD004"}]
    assert "\nUtan anmärkning: BUD004\n" in validate(PROJECT, rules=sums).text()


def test_a_rule_that_told_something_is_not_listed_as_silent() -> None:
    """Information fails no rule, but a rule that gave some does not stand among those without remark."""
    budget = Budget(financing=[Contribution(Funder(source=FundingSource.EU), Money(5))], complete=True)
    rules = [rule for rule in RULES if rule.code in {"FIN001", "FIN002"}]
    report = validate(Project("A", programming_period="2021-2027", budget=budget), rules=rules)
    assert report.result("FIN002").outcome is Outcome.PASSED
    assert ": 0 med anmärkning, 1 med upplysning, 0 utan anmärkning, " in report.text("sv")
    assert ": 0 failed, 1 passed with information, 0 passed, " in report.text("en")
    assert report.text("sv").count("FIN002") == 1
    assert "Utan anmärkning" not in report.text("sv")


def test_rules_that_do_not_apply_are_told_with_their_reasons() -> None:
    """Rules with one reason stand together on one line, and without a reason the codes stand alone."""
    report = validate(PROJECT)
    lines = [line for line in report.text("sv").splitlines() if line.startswith("Gäller inte här: ")]
    reasons = {each.reason and each.reason.sv for each in report.results if each.outcome is Outcome.NOT_APPLICABLE}
    assert {line.partition(" – ")[-1] for line in lines} == reasons
    assert len(lines) == len(reasons)
    portfolios = [rule for rule in RULES if rule.code in {"POR001", "POR002"}]
    several = validate(PROJECT, rules=portfolios)
    expected = "\nNot applicable: POR001, POR002 – concerns a portfolio, not a single project\n"
    assert expected in several.text("en")
    silent = attrs.evolve(several, results=tuple(attrs.evolve(each, reason=None) for each in several.results))
    assert "\nNot applicable: POR001, POR002\n" in silent.text("en")


def test_a_report_is_neither_yes_nor_no() -> None:
    """Its truth value is refused, since rules that were not evaluated are no approval."""
    with pytest.raises(TypeError, match="a report is neither yes nor no"):
        bool(validate(PROJECT))


def test_errors_can_be_raised() -> None:
    """Every error is in the message, with rule and place; without errors nothing is raised."""
    with pytest.raises(InvalidValue, match=r"has errors: BUD003 at budget\.financing: The total cost") as caught:
        validate(PROJECT).raise_on_errors()
    assert caught.value.given == "Hede & co"
    assert ".;" not in str(caught.value)
    validate(Project("A")).raise_on_errors()


def test_a_rule_that_is_not_in_the_report_is_not_found() -> None:
    """The error names the rules there are."""
    with pytest.raises(InvalidValue, match="'BUD999' is no rule of this report; it has BUD001, BUD002"):
        validate(PROJECT).result("BUD999")
    with pytest.raises(InvalidValue, match="it has none"):
        validate(PROJECT, rules=[]).result("BUD001")


def test_other_languages_are_refused() -> None:
    """Reports and findings are written in Swedish and English."""
    report = validate(PROJECT)
    with pytest.raises(InvalidValue, match="'de' is not one of ours"):
        report.text("de")
    with pytest.raises(InvalidValue, match="'de' is not one of ours"):
        report.errors[0].text("de")


def test_findings_are_values() -> None:
    """A finding equals one with the same facts, hashes alike and survives pickling."""
    one, other = (validate(PROJECT).warnings[0] for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert isinstance(one, Finding)
    assert one.basis_words.sv == "artikel 63.2 i förordning (EU) 2021/1060"
    assert Ground.CALL.words.en == "the terms of the call"
    assert [severity.rank for severity in Severity] == [0, 1, 2]
