"""Hypothesis strategies for rules and what they find; nothing found is made up, it comes from judging projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from esfmodel.law import LAW
from esfmodel.rules import RULES, Context, Finding, Ground, Report, RuleResult, Words, validate
from esfmodel.rules.rule import basis_rows, is_for_projects
from esfmodel.testing._lawful import broken_projects
from esfmodel.testing._periods import dates, periods
from esfmodel.testing._projects import portfolios, projects
from esfmodel.testing._words import names
from esfmodel.values.dates import Date

if TYPE_CHECKING:
    from esfmodel.model.portfolio import Portfolio
    from esfmodel.model.project import Project
    from esfmodel.rules.rule import AnyRule
    from esfmodel.values.period import Period

_OF_PROJECTS = tuple(rule.code for rule in RULES if is_for_projects(rule))
_IN_THE_LAW = tuple(
    rule.code for rule in RULES if is_for_projects(rule) and (isinstance(rule.basis, Ground) or basis_rows(rule, LAW))
)
"""The rules that are judged without the pack of a programme."""


def rules(subject: type[Project | Portfolio] | None = None) -> st.SearchStrategy[AnyRule]:
    """The rules of the library: those about projects, those about portfolios, or all.

    >>> from hypothesis import given
    >>> @given(rules())
    ... def a_rule_says_what_it_demands(rule):
    ...     assert rule.demand.sv != rule.demand.en
    >>> a_rule_says_what_it_demands()
    """
    return st.sampled_from([rule for rule in RULES if subject in {None, rule.subject}])


def contexts() -> st.SearchStrategy[Context]:
    """What a check of one of the rules is given beside its subject.

    >>> from hypothesis import given
    >>> @given(contexts())
    ... def a_context_is_that_of_a_rule(context):
    ...     assert context.rule in {rule.code for rule in RULES}
    >>> a_context_is_that_of_a_rule()
    """

    def context(rule: AnyRule, on: Date | None, during: Period | None) -> Context:
        return Context(
            rule=rule.code,
            severity=rule.severity,
            basis=rule.basis,
            words=rule.words,
            law=LAW,
            on=on,
            during=during,
        )

    days = dates().map(lambda day: Date(day.year, day.month, day.day))
    return st.builds(context, rules(), st.one_of(st.none(), days), st.one_of(st.none(), periods()))


def reports() -> st.SearchStrategy[Report]:
    """Reports on projects and portfolios, lawful or not, by the law of a day or of none.

    >>> from hypothesis import given
    >>> @given(reports())
    ... def every_rule_is_accounted_for(report):
    ...     assert [result.rule for result in report.results] == list(RULES)
    >>> every_rule_is_accounted_for()
    """
    subjects = st.one_of(projects(), st.sampled_from(_OF_PROJECTS).flatmap(broken_projects), portfolios())
    return st.builds(validate, subjects, on=st.one_of(st.none(), dates()))


def rule_results() -> st.SearchStrategy[RuleResult]:
    """What became of one rule, with every outcome among them.

    >>> from hypothesis import given
    >>> @given(rule_results())
    ... def what_is_not_judged_has_a_reason(result):
    ...     assert result.complete or result.reason is not None
    >>> what_is_not_judged_has_a_reason()
    """
    return reports().flatmap(lambda report: st.sampled_from(report.results))


def findings() -> st.SearchStrategy[Finding]:
    """What the rules find in projects that break one of them.

    >>> from hypothesis import given
    >>> @given(findings())
    ... def a_finding_has_a_place(finding):
    ...     assert finding.place
    >>> a_finding_has_a_place()
    """
    broken = st.sampled_from(_IN_THE_LAW).flatmap(broken_projects)
    return broken.map(validate).flatmap(lambda report: st.sampled_from(report.findings))


def words() -> st.SearchStrategy[Words]:
    """The same said in Swedish and in English.

    >>> from hypothesis import find
    >>> find(words(), lambda said: True)
    Words(sv='A', en='A')
    """
    return st.builds(Words, names(), names())
