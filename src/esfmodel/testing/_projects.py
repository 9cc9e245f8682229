"""Hypothesis strategies for projects, portfolios, programmes, calls, allocations, finance tables, readings, workings.

A failing project shrinks to one with only a name.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from esfmodel.formats import (
    FinanceTable,
    read_finance_table,
)
from esfmodel.model.aid import Aid, AidBasis
from esfmodel.model.allocation import Allocation, Allocations
from esfmodel.model.computed import FIGURES
from esfmodel.model.decision import DecisionKind
from esfmodel.model.organisation import Role
from esfmodel.model.own_share import OwnShare, Requirement
from esfmodel.model.portfolio import Portfolio
from esfmodel.model.programme import Call, CategoryOfRegion, ContributionBase, Priority, Programme
from esfmodel.model.project import Participation, Phase, Project, SecondaryTheme
from esfmodel.testing._budgets import budgets, budgets_known, organisations, small_budgets
from esfmodel.testing._figures import (
    ccis,
    countries,
    dates,
    in_currency,
    money,
    names,
    nuts_codes,
    open_periods,
    operation_ids,
    periods,
    programming_periods,
    rates,
    texts,
    with_some,
)
from esfmodel.testing._knobs import Known, check_kind, check_known, how_many
from esfmodel.testing._ledgers import claims_known, courses, decisions_known
from esfmodel.values.condition import Condition
from esfmodel.values.fund import Fund
from esfmodel.values.money import Rate
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.workings import Workings, explain

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_MONTHS = 84
_ROLES_WITH_BUDGET = tuple(role for role in Role if role.has_budget)
_ROLES_WITHOUT = tuple(role for role in Role if not role.has_budget)


def participations(currency: str | None = None) -> st.SearchStrategy[Participation]:
    """Parts that organisations have in a project, with a budget of their own where the role can have one.

    >>> from hypothesis import find
    >>> find(participations(), lambda part: part.budget is not None).role
    <Role.OWNER: 'owner'>
    """
    return in_currency(currency, _participations)


def phases(currency: str | None = None) -> st.SearchStrategy[Phase]:
    """Phases, with or without days and a budget.

    >>> from hypothesis import find
    >>> find(phases(), lambda phase: True).period is None
    True
    """
    return in_currency(currency, _phases)


def secondary_themes() -> st.SearchStrategy[SecondaryTheme]:
    """Secondary themes, addressed or not.

    >>> from hypothesis import find
    >>> find(secondary_themes(), lambda theme: True)
    SecondaryTheme('A', False)
    """
    return st.builds(SecondaryTheme, names(), st.booleans())


def aids(currency: str | None = None) -> st.SearchStrategy[Aid]:
    """Support that is aid on some basis, with or without its day and amount, or that is no aid.

    >>> from hypothesis import find
    >>> find(aids("SEK"), lambda aid: aid.amount is not None).basis.is_de_minimis
    True
    """
    return in_currency(currency, _aids)


def projects(
    currency: str | None = None,
    *,
    fund: Fund | None = None,
    period: Period | None = None,
    status: DecisionKind | None = None,
    known: Known | None = None,
    min_costs: int = 0,
    max_costs: int | None = None,
) -> st.SearchStrategy[Project]:
    """Projects, from those with only a name to those with nearly every field.

    Most have a budget, and many have partners, decisions and claims. All amounts of a project are in one currency.
    Where the period has two ends, the phases follow each other inside it and the stated length is the period's.
    Everything else may be contradictory, as in real sources: a drawn project can exist, and may break any rule.

    - `fund`, `period` and `status` are those of every project; the status is that of its last decision.
    - `known="everything"`: each has a period with two ends and a budget, whose costs and financing add up as in
      `budgets`, and every amount that is stated anywhere is exact. What a source may leave out, such as the region or
      the support of a decision, is stated or not.
    - `known="partly"`: each has a budget in which something is known and something is not.
    - `min_costs` and `max_costs`: how many lines of costs the budget has; from one on, each project has a budget.

    A failing project shrinks to its name and what these arguments ask for, with small round figures. Raises
    `InvalidValue` for arguments that contradict each other.

    >>> from hypothesis import find
    >>> find(projects("SEK", status=DecisionKind.GRANTED), lambda project: True)
    Project('A', decisions=[Decision(DecisionKind.GRANTED)])
    """
    check_known(known)
    for name, given, kind in (("fund", fund, Fund), ("period", period, Period), ("status", status, DecisionKind)):
        check_kind(name, given, kind)
    least, most = how_many("min_costs", min_costs, "max_costs", max_costs, usual=_USUAL_COSTS)
    asked = _Asked(fund, period, status, known, least, most)
    return in_currency(currency, lambda code: _projects(code, asked))


@attrs.frozen
class _Asked:
    """What is asked of every project, by the arguments of `projects`."""

    fund: Fund | None = None
    period: Period | None = None
    status: DecisionKind | None = None
    known: Known | None = None
    least: int = 0
    most: int = 5

    @property
    def exact(self) -> bool:
        """Whether every amount is exact."""
        return self.known == "everything"


def portfolios() -> st.SearchStrategy[Portfolio]:
    """A few projects, in one currency or several, some with the same fund, priority and region.

    >>> from hypothesis import find
    >>> find(portfolios(), lambda portfolio: True).projects
    ()
    """
    alike = with_some(
        Project,
        names(),
        fund=st.sampled_from((Fund.ESF_PLUS, Fund.ERDF)),
        priority=st.sampled_from(("A", "B")),
        region=st.sampled_from(("Mellersta Norrland", "Småland och Öarna")),
        budget=st.sampled_from(("SEK", "EUR")).flatmap(budgets),
    )
    return with_some(Portfolio, st.lists(st.one_of(alike, projects()), max_size=4), name=names())


@cache
def _aids(currency: str) -> st.SearchStrategy[Aid]:
    lawful = st.sampled_from([basis for basis in AidBasis if basis is not AidBasis.NONE])
    days = st.one_of(dates(), periods("month"))
    return st.one_of(
        st.just(Aid(AidBasis.NONE)),
        with_some(Aid, lawful, conferred_on=days, amount=money(currency, min_amount=0)),
    )


@cache
def _participations(currency: str, *, exact: bool = False) -> st.SearchStrategy[Participation]:
    own = small_budgets(currency, exact=exact)
    return st.one_of(
        with_some(Participation, organisations(), st.sampled_from(_ROLES_WITH_BUDGET), budget=own),
        st.builds(Participation, organisations(), st.sampled_from(_ROLES_WITHOUT)),
    )


@cache
def _phases(currency: str, *, exact: bool = False) -> st.SearchStrategy[Phase]:
    return with_some(Phase, names(), period=periods(), budget=small_budgets(currency, exact=exact))


@cache
def _projects(currency: str, asked: _Asked) -> st.SearchStrategy[Project]:
    often, seldom = _often(currency, asked), _seldom(currency)
    phased_in = st.lists(_phases(currency, exact=asked.exact), max_size=2)
    times = _times(asked)

    @st.composite
    def drawn(draw: st.DrawFn) -> Project:
        facts = {name: draw(field) for name, (least, field) in often.items() if draw(_FULLNESS) >= least}
        facts |= {name: draw(field) for name, field in seldom.items() if draw(_FULLNESS) >= _SELDOM}
        period, phased, months = draw(times), draw(phased_in), draw(_MONTHS)
        if isinstance(period, Period):
            phased = draw(_following(phased, period))
            # A period shorter than a month has 0 whole months, and a stated length must be at least 1.
            months = None if months is None else period.months or None
        return Project(draw(names()), period=period, phases=phased, duration_months=months, **facts)

    return drawn()


_USUAL_COSTS = 5
_NEARLY_ALWAYS, _OFTEN, _SELDOM = 1, 24, 48
"""How many of sixty-four cases leave a field out; Hypothesis makes one in ten examples as simple as it can besides."""
_FULLNESS = st.integers(0, 63)
_MONTHS = st.one_of(st.none(), st.integers(1, _LONGEST_MONTHS))


def _times(asked: _Asked) -> st.SearchStrategy[Period | OpenPeriod | None]:
    """Return the periods of a project: the one asked for, with two ends where everything is known, or any or none."""
    if asked.period is not None:
        return st.just(asked.period)
    return periods() if asked.exact else st.one_of(st.none(), periods(), open_periods())


def _often(currency: str, asked: _Asked) -> dict[str, tuple[int, st.SearchStrategy[Any]]]:
    """Return what many projects have, and how many of sixty-four leave it out."""
    exact = asked.exact
    decided: st.SearchStrategy[Any] = courses(currency, asked.status, exact=exact)
    if asked.status is None:
        decided = st.one_of(
            decided, decided, decided, st.lists(decisions_known(currency, exact=exact), min_size=1, max_size=2)
        )
    has_budget = asked.known is not None or asked.least > 0
    return {
        "budget": (
            0 if has_budget else _NEARLY_ALWAYS,
            budgets_known(currency, asked.known, asked.least, asked.most),
        ),
        "decisions": (_NEARLY_ALWAYS if asked.status is None else 0, decided),
        "fund": (_OFTEN, st.sampled_from(Fund)) if asked.fund is None else (0, st.just(asked.fund)),
        "partners": (_OFTEN, st.lists(_participations(currency, exact=exact), min_size=1, max_size=2)),
        "claims": (_OFTEN, st.lists(claims_known(currency, exact=exact), min_size=1, max_size=2)),
    }


@cache
def _seldom(currency: str) -> dict[str, st.SearchStrategy[Any]]:
    """Return what a project has or has not, and which depends on nothing else."""
    return {
        "operation_id": operation_ids(),
        "call": calls(currency),
        "programming_period": programming_periods(),
        "programme": programmes(),
        "cci": ccis(),
        "priority": priorities(),
        "category_of_region": st.sampled_from(CategoryOfRegion),
        "specific_objective": names(),
        "intervention_field": names(),
        "secondary_themes": st.lists(secondary_themes(), max_size=2),
        "beneficiary": organisations(),
        "planned_participants": st.integers(0, 10_000),
        "region": names(),
        "nuts": nuts_codes(),
        "municipalities": st.lists(names(), max_size=2),
        "country": countries(),
        "strategic_importance": st.booleans(),
        "aid": aids(currency),
        "vat_recoverable": st.booleans(),
        "physical_investment": st.booleans(),
        "published_eu_rate": rates(),
        "summary": texts(),
        "source": names(),
        "extra": st.lists(st.tuples(names(), texts()), max_size=2),
    }


@st.composite
def _following(draw: st.DrawFn, phased: list[Phase], period: Period) -> list[Phase]:
    """Return the phases one after the other, from the first day of the period to its last."""
    first, last = period.start.toordinal(), period.end.toordinal()
    starts = sorted({first, *(draw(st.integers(first, last)) for _ in phased[1:])})
    ends = [*(start - 1 for start in starts[1:]), last]
    spans = [Period(_day(start), _day(end)) for start, end in zip(starts, ends, strict=True)]
    # Two phases may draw the same first day; one of them is then left out.
    return [attrs.evolve(phase, period=span) for phase, span in zip(phased, spans, strict=False)]


def _day(ordinal: int) -> datetime.date:
    return datetime.date.fromordinal(ordinal)


# --- Programmes, priorities and calls


def priorities() -> st.SearchStrategy[Priority]:
    """Priorities with a code, and some of the other fields.

    >>> from hypothesis import find
    >>> str(find(priorities(), lambda priority: True))
    'A'
    """
    return with_some(
        _priority,
        names(),
        name=names(),
        fund=st.sampled_from(Fund),
        category_of_region=st.sampled_from(CategoryOfRegion),
        eu_rate=rates(),
        rates=st.dictionaries(st.sampled_from(CategoryOfRegion), rates(), min_size=1, max_size=2),
        base=st.sampled_from(ContributionBase),
        specific_objectives=st.lists(names(), max_size=2),
        dedicated_to=st.sampled_from(Condition),
    )


def _priority(code: str, **facts: Any) -> Priority:  # noqa: ANN401
    """Return a priority with one rate, or with one for each of its categories; both could contradict each other."""
    if "rates" in facts:
        facts.pop("eu_rate", None)
    return Priority(code, **facts)


def programmes() -> st.SearchStrategy[Programme]:
    """Programmes, with their priorities or without.

    >>> from hypothesis import find
    >>> find(programmes(), lambda programme: True).cci is None
    True
    """
    return with_some(
        Programme,
        cci=ccis(),
        name=names(),
        funds=st.lists(st.sampled_from(Fund), max_size=2, unique=True),
        programming_period=programming_periods(),
        country=countries(),
        priorities=st.lists(priorities(), max_size=1),
        managing_authority=names(),
    )


def own_shares() -> st.SearchStrategy[OwnShare]:
    """Own shares that calls require: exactly, at least or at most, with or without a tolerance and decimals.

    >>> from hypothesis import given
    >>> @given(own_shares())
    ... def what_is_demanded_is_enough(own_share):
    ...     assert own_share.met_by(own_share.rate)
    >>> what_is_demanded_is_enough()
    """
    return with_some(
        OwnShare,
        st.sampled_from(Requirement),
        rates(),
        tolerance=rates(max_rate=Rate.of_percent(5)),
        decimals=st.integers(0, 3),
    )


def calls(currency: str | None = None) -> st.SearchStrategy[Call]:
    """Calls with some of the requirements that a call may have.

    >>> from hypothesis import given
    >>> @given(calls("SEK"))
    ... def support_has_room(call):
    ...     if call.smallest_support and call.largest_support:
    ...         assert call.smallest_support <= call.largest_support
    >>> support_has_room()
    """
    return in_currency(currency, _calls)


@cache
def _calls(currency: str) -> st.SearchStrategy[Call]:
    return with_some(
        Call,
        reference=names(),
        name=names(),
        programme=programmes(),
        priority=priorities(),
        fund=st.sampled_from(Fund),
        own_share=own_shares(),
        own_share_by_region=st.lists(st.tuples(nuts_codes(), own_shares()), max_size=1),
        window=periods("day"),
        start_window=periods(),
        longest_months=st.integers(1, _LONGEST_MONTHS),
        smallest_support=money(currency, min_amount=0, max_amount=10**6),
        largest_support=money(currency, min_amount=10**6),
        budget=money(currency, min_amount=0),
    )


# --- Allocations and finance tables; tables are drawn as text and read

_FUNDERS = ("EU-medel", "Region Kronoberg", "Växjö kommun", "egen medfinansiering", "ERDF", "Almi")
_HEADINGS = ("kr", "EU-medel, mn euro", "nationellt, mnkr", "totalt, mnkr", "antal", "andel, %", "fond")


def allocations(currency: str | None = None) -> st.SearchStrategy[Allocation]:
    """The allocation of one programme in one currency, with some or none of its amounts stated.

    >>> from hypothesis import given
    >>> @given(allocations("EUR"))
    ... def parts_are_in_one_currency(allocation):
    ...     assert allocation.currency in {None, "EUR"}
    >>> parts_are_in_one_currency()
    """

    def of(code: str) -> st.SearchStrategy[Allocation]:
        amounts = money(code)
        return with_some(Allocation, names(), eu=amounts, national=amounts, partner_country=amounts, total=amounts)

    return in_currency(currency, of)


def tables_of_allocations(currency: str | None = None) -> st.SearchStrategy[Allocations]:
    """Allocations in one currency, with or without stated sums, right or wrong.

    >>> from hypothesis import given
    >>> @given(tables_of_allocations())
    ... def sums_are_in_the_currency(table):
    ...     assert table.sums.currency in {None, table.currency}
    >>> sums_are_in_the_currency()
    """

    def of(code: str) -> st.SearchStrategy[Allocations]:
        return with_some(Allocations, st.lists(allocations(code), max_size=3), stated=allocations(code))

    return in_currency(currency, of)


def finance_tables() -> st.SearchStrategy[FinanceTable]:
    """Finance tables that were read from text, with or without totals, right or wrong.

    >>> from hypothesis import given
    >>> @given(finance_tables())
    ... def each_row_has_its_cells(table):
    ...     assert all(len(row.cells) == len(table.columns) for row in table.rows)
    >>> each_row_has_its_cells()
    """
    headings = st.lists(st.sampled_from(_HEADINGS), min_size=1, max_size=3, unique=True)
    return headings.flatmap(_tables_headed)


def _tables_headed(headings: Sequence[str]) -> st.SearchStrategy[FinanceTable]:
    cells = st.one_of(
        st.integers(0, 10**6).map(str),
        st.sampled_from(("-", "12,5", "12 500", "drygt 3", "6,8 miljoner", "ej klart", "ERUF")),
    )
    row = st.tuples(st.sampled_from(_FUNDERS), *(cells for _ in headings))
    rows = st.lists(row, min_size=1, max_size=4)
    last = st.lists(st.tuples(st.just("Totalt"), *(cells for _ in headings)), max_size=1)

    def table(items: Sequence[Sequence[str]], totals: Sequence[Sequence[str]]) -> FinanceTable:
        return _table_of([("finansiär", *headings), *items, *totals])

    return st.builds(table, rows, last)


def _table_of(rows: Sequence[Sequence[str]]) -> FinanceTable:
    return read_finance_table("\n".join("\t".join(cells) for cells in rows))


def workings(currency: str | None = None) -> st.SearchStrategy[Workings]:
    """Workings of figures of budgets; without steps where too little is known.

    >>> from hypothesis import given
    >>> @given(workings("SEK"))
    ... def they_can_be_told(found):
    ...     assert found.text("sv") != found.text("en")
    >>> they_can_be_told()
    """
    return st.builds(
        explain,
        budgets(currency),
        st.sampled_from(FIGURES),
        programming_period=st.sampled_from((None, "2014-2020", "2021-2027")),
    )
