from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.display import report_text, visible
from esfmodel.display.columns import width_of
from esfmodel.errors import InvalidValue
from esfmodel.examples import EXAMPLES, KOMPETENS_I_KRONOBERG, VAGLED_KOMPETENS
from esfmodel.rules import Outcome, Report, RuleResult, validate
from esfmodel.rules.words import Words
from esfmodel.testing import projects
from esfmodel.values import Money

if TYPE_CHECKING:
    from esfmodel.model import Project


def wrong() -> Project:
    """Make a project whose figures contradict each other."""
    project = EXAMPLES["24-030-S04"]
    assert project.budget is not None
    budget = attrs.evolve(project.budget, total=Money(19_000_000))
    return attrs.evolve(project, budget=budget, duration_months=12)


@given(projects(), st.sampled_from(["sv", "en"]), st.booleans(), st.integers(30, 120))
def test_every_rule_is_told_of(project: Project, language: str, verbose: bool, width: int) -> None:
    """What was found is told with its code, and verbose whatever became of a rule; lines fit a terminal."""
    report = validate(project)
    text = report_text(report, language, verbose=verbose, width=width)
    assert all(result.rule.code in text for result in report.results if verbose or result.findings)
    assert all(width_of(line) <= width for line in text.split("\n"))
    assert text.replace("\n", "").replace("\N{NO-BREAK SPACE}", " ").isprintable()


@given(projects(), st.sampled_from(["sv", "en"]), st.booleans())
def test_it_is_the_text_of_the_report(project: Project, language: str, verbose: bool) -> None:
    """Set in columns or not, a report has one wording."""
    report = attrs.evolve(validate(project), subject="Framtidskraft")
    text = visible(report.text(language, verbose=verbose))
    assert "".join(report_text(report, language, verbose=verbose).split()) == "".join(text.split())


def test_kronoberg() -> None:
    """An exceeded ceiling is information with its place and article, and what is missing is told in a line."""
    text = report_text(validate(KOMPETENS_I_KRONOBERG)).replace("\N{NO-BREAK SPACE}", " ")
    assert "Funnet: 0 fel, 0 varningar, 1 upplysning." in text
    assert "Plats: finansiering. Grund: artikel 120.3 e i förordning (EU) nr 1303/2013 (EU-rätt)." in text
    assert re.search(r"\n\nKunde inte bedömas \(varken godkänt eller underkänt\): \d+ regler\. Saknas: ", text)
    assert "PER001" not in text
    full = report_text(validate(KOMPETENS_I_KRONOBERG), verbose=True)
    assert "Kunde inte bedömas (varken godkänt eller underkänt)\n  BUD001  Kostnader och finansiering är" in full
    assert "Upplysningar (inget fel)\n  FIN002  " in text


def test_silence_is_no_approval() -> None:
    """Where hardly a rule could be judged, the first words are that nothing is approved."""
    report = validate(VAGLED_KOMPETENS)
    silent = sum(result.outcome is Outcome.NOT_EVALUATED for result in report.results)
    swedish, english = (report_text(report, language).split("\n") for language in ("sv", "en"))
    assert swedish[1] == "Granskningen är inte fullständig och innebär inget godkännande."
    assert english[1] == "The review is not complete and approves nothing."
    assert f" {silent} kunde inte bedömas," in swedish[3]
    assert f" {silent} could not be evaluated," in english[3]


def test_the_gravest_comes_first() -> None:
    """Errors stand before warnings and these before information, and the day is told where one was given."""
    text = report_text(validate(wrong(), on="2026-01-01"), "en")
    headings = ["\nErrors\n", "\nWarnings\n", "\nInformation (nothing is wrong)\n", "\nCould not be evaluated"]
    assert sorted(headings, key=text.index) == headings
    assert text.endswith("by the law of 1\N{NO-BREAK SPACE}January\N{NO-BREAK SPACE}2026")
    assert "gällande rätt den 1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}2026" in report_text(
        validate(wrong(), on="2026-01-01")
    )


def test_what_was_judged_in_part() -> None:
    """A rule of which a part could not be judged is told of with its reason, whatever else became of it."""
    report = validate(KOMPETENS_I_KRONOBERG)
    result = next(each for each in report.results if each.outcome is Outcome.PASSED)
    part = attrs.evolve(result, reason=Words("en fas har ingen period", "a phase has no period"))
    text = report_text(attrs.evolve(report, results=(part,)), "en")
    assert f"\nCould be evaluated only in part: {result.rule.code}.\n" in text
    text = report_text(attrs.evolve(report, results=(part,)), "en", verbose=True)
    assert "\nCould be evaluated only in part\n" in text
    assert "a phase has no period" in " ".join(text.split())


def test_few_rules() -> None:
    """One rule is one, and none is none; a report on something without a name has no name."""
    report = validate(KOMPETENS_I_KRONOBERG)
    one = attrs.evolve(report, results=(RuleResult(report.results[0].rule, Outcome.NOT_EVALUATED),), subject=None)
    assert "\n1 rule: 0 failed, 0 passed, 1 could not be evaluated," in report_text(one, "en")
    assert report_text(one, "en").startswith("Review\n")
    assert report_text(attrs.evolve(one, results=())) == "Granskning\nInga regler har prövats."


def test_a_language_and_a_report_are_asked_for() -> None:
    """Another language and another type are refused."""
    with pytest.raises(InvalidValue, match="language 'fi' is not one we know"):
        report_text(validate(VAGLED_KOMPETENS), "fi")
    with pytest.raises(TypeError, match="report must be Report, not str"):
        report_text(cast("Report", "Granskning"))
