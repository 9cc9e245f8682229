"""Hypothesis strategies for rules, law, reports and findings, and for lawful and broken projects.

Reports and findings come from judging drawn projects.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, cast

import attrs
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue
from esfmodel.law import LAW, Law, Provision
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostCategory
from esfmodel.model.funding import Contribution, Funder, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.model.own_share import OwnShare
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.programme import Call, CategoryOfRegion, ContributionBase, Priority, Programme
from esfmodel.model.project import Phase, Project
from esfmodel.rules import RULES, Context, RuleBook, Words
from esfmodel.rules.rule import is_for_projects
from esfmodel.testing._figures import dates, names, periods
from esfmodel.testing._rule_examples import RULE_EXAMPLES, RuleExample
from esfmodel.values.dates import Date
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from esfmodel.rules.rule import AnyRule


def rules(subject: type[Project | Portfolio] | None = None) -> st.SearchStrategy[AnyRule]:
    """The rules of the library: those about projects, those about portfolios, or all.

    >>> from hypothesis import given
    >>> @given(rules())
    ... def a_rule_says_what_it_demands(rule):
    ...     assert rule.demand.sv != rule.demand.en
    >>> a_rule_says_what_it_demands()
    """
    return st.sampled_from([rule for rule in RULES if subject in {None, rule.subject}])


def rule_books() -> st.SearchStrategy[RuleBook]:
    """Books of some rules of the library, in any order.

    >>> from hypothesis import given
    >>> @given(rule_books())
    ... def a_book_finds_its_rules(book):
    ...     assert all(book[rule.code] is rule for rule in book)
    >>> a_book_finds_its_rules()
    """
    return st.lists(rules(), unique=True, max_size=8).map(RuleBook)


def contexts() -> st.SearchStrategy[Context]:
    """The contexts that a rule's check is called with.

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


def words() -> st.SearchStrategy[Words]:
    """Texts in Swedish and in English.

    >>> from hypothesis import find
    >>> find(words(), lambda said: True)
    Words(sv='A', en='A')
    """
    return st.builds(Words, names(), names())


# --- Law


def provisions() -> st.SearchStrategy[Provision]:
    """Provisions of the law that ships with the library.

    >>> from hypothesis import given
    >>> @given(provisions())
    ... def a_provision_can_be_looked_up(row):
    ...     assert row in LAW.history(row.key)
    >>> a_provision_can_be_looked_up()
    """
    return st.sampled_from(LAW.provisions)


def laws() -> st.SearchStrategy[Law]:
    """Laws with some, all or none of those provisions.

    >>> from hypothesis import find
    >>> find(laws(), lambda law: True).provisions
    ()
    """
    kept = st.tuples(*(st.booleans() for _ in LAW.provisions))
    return kept.map(lambda keep: Law(row for row, kept in zip(LAW.provisions, keep, strict=True) if kept))


# --- Lawful projects, and the same with one rule broken

_EARLIEST = datetime.date(2021, 1, 1)
_LATEST = datetime.date(2026, 12, 31)
_LONGEST_MONTHS = 36
_PRIORITY = Priority(
    "A",
    fund=Fund.ESF_PLUS,
    category_of_region=CategoryOfRegion.MORE_DEVELOPED,
    eu_rate=Rate.of_percent(40),
    base=ContributionBase.TOTAL,
)


def lawful_projects() -> st.SearchStrategy[Project]:
    """Projects of the Swedish ESF+ programme in which no rule about projects finds anything.

    Each of those rules can be judged on `RULE_EXAMPLES[code].ok(project, law)`, which adds what only that rule needs.

    >>> from hypothesis import given
    >>> from esfmodel import validate
    >>> @given(lawful_projects())
    ... def nothing_is_found(project):
    ...     assert validate(project).findings == ()
    >>> nothing_is_found()
    """
    return st.builds(
        _lawful,
        names(),
        st.dates(_EARLIEST, _LATEST),
        st.integers(1, _LONGEST_MONTHS),
        st.integers(0, _LONGEST_MONTHS),
        # Below every threshold in euro at all rates: above one, there is a duty to tell of.
        st.integers(1, 8_000),
        st.tuples(st.integers(1, 40), st.integers(0, 50)),
    )


def broken_projects(rule: str | RuleExample[Project], *, law: Law = LAW) -> st.SearchStrategy[Project]:
    """Projects of `lawful_projects` with one rule broken, given by its code or its example.

    Of other rules, only the consequences named in the example are broken. The rule is broken by the values of `law`,
    and found by `validate` with the same law: FIN010 and FIN011 read values that only the pack of a programme has, such
    as `LAW.with_pack("2021SE05SFPR001")`. Raises `InvalidValue` for a code that is not that of a rule about projects.

    >>> from hypothesis import given
    >>> from esfmodel import validate
    >>> @given(broken_projects("BUD003"))
    ... def one_thing_is_wrong(project):
    ...     assert [finding.rule for finding in validate(project).errors] == ["BUD003"]
    >>> one_thing_is_wrong()
    """
    example = rule if isinstance(rule, RuleExample) else _of_projects(rule)
    return lawful_projects().map(lambda project: example.breaking(project, law))


def lawful_portfolios() -> st.SearchStrategy[Portfolio]:
    """Portfolios of two projects of `lawful_projects`, which differ in name and number.

    >>> from hypothesis import given
    >>> @given(lawful_portfolios())
    ... def no_number_is_repeated(portfolio):
    ...     assert len({project.operation_id for project in portfolio.projects}) == 2
    >>> no_number_is_repeated()
    """
    return st.builds(_pair, lawful_projects(), lawful_projects())


def broken_portfolios(rule: str | RuleExample[Portfolio], *, law: Law = LAW) -> st.SearchStrategy[Portfolio]:
    """Portfolios of `lawful_portfolios` with one rule about portfolios broken, as `broken_projects` has it.

    >>> from hypothesis import given
    >>> from esfmodel import validate
    >>> @given(broken_portfolios("POR003"))
    ... def a_row_is_repeated(portfolio):
    ...     assert "POR003" in {finding.rule for finding in validate(portfolio).findings}
    >>> a_row_is_repeated()
    """
    example = rule if isinstance(rule, RuleExample) else _of_portfolios(rule)
    return lawful_portfolios().map(lambda portfolio: example.breaking(portfolio, law))


_OTHER_NUMBER = "2021SE05SFPR001_24-030-S05"


def _pair(one: Project, other: Project) -> Portfolio:
    return Portfolio([one, attrs.evolve(other, name=f"{other.name} 2", operation_id=_OTHER_NUMBER)])


def _of_projects(code: str) -> RuleExample[Project]:
    codes = tuple(rule.code for rule in RULES if is_for_projects(rule))
    return cast("RuleExample[Project]", _example_of(code, codes))


def _of_portfolios(code: str) -> RuleExample[Portfolio]:
    codes = tuple(rule.code for rule in RULES if not is_for_projects(rule))
    return cast("RuleExample[Portfolio]", _example_of(code, codes))


def _example_of(code: str, codes: tuple[str, ...]) -> RuleExample[Any]:
    if code not in codes:
        raise InvalidValue("value.not_usable", "rule", code, choices=codes)
    return RULE_EXAMPLES[code]


def _lawful(
    name: str, start: datetime.date, months: int, analysis: int, percent: int, grants: tuple[int, int]
) -> Project:
    """Return a project whose first `analysis` months are for analysis and whose total is 100 times `percent` kronor."""
    period = Period.of_months(start, months)
    union, state = grants
    own = 100 - union - state
    return Project(
        name,
        operation_id="2021SE05SFPR001_24-030-S04",
        cci="2021SE05SFPR001",
        fund=Fund.ESF_PLUS,
        programming_period="2021-2027",
        specific_objective="A1A",
        intervention_field="146",
        beneficiary=Organisation("Alvesta kommun"),
        nuts="SE212",
        country="SE",
        summary="Fler får den kompetens som arbetsgivarna söker.",
        programme=Programme("2021SE05SFPR", funds=[Fund.ESF_PLUS], programming_period="2021-2027"),
        priority=_PRIORITY,
        call=Call(own_share=OwnShare.exactly(Rate.of_percent(own))),
        period=period,
        duration_months=months,
        phases=_two_phases(period, analysis),
        budget=Budget(
            [
                Cost(CostCategory.STAFF, ActualCost(Money(99 * percent))),
                Cost(CostCategory.TRAVEL, ActualCost(Money(percent))),
            ],
            [
                Contribution(Funder(source=FundingSource.EU), Money(union * percent)),
                Contribution(Funder(source=FundingSource.STATE_GRANT), Money(state * percent)),
                Contribution(Funder(source=FundingSource.OWN_PUBLIC), Money(own * percent)),
            ],
            total=Money(100 * percent),
        ),
    )


def _two_phases(period: Period, analysis: int) -> list[Phase]:
    """Return a phase of the first months for analysis and one of the others, if any, for implementation."""
    months = period.split_months()
    first, rest = months[:analysis], months[analysis:]
    return [
        Phase(name, Period(parts[0].start, parts[-1].end))
        for name, parts in (("Analys", first), ("Genomförande", rest))
        if parts
    ]
