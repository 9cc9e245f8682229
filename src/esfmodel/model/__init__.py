"""The model of a project: organisations, funding, costs, budgets, programmes, decisions, claims and portfolios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel._hypothesis_hook import announce
from esfmodel._lazy import lazy

if TYPE_CHECKING:
    from esfmodel.model.aid import Aid, AidBasis
    from esfmodel.model.allocation import Allocation, Allocations
    from esfmodel.model.budget import Budget
    from esfmodel.model.changes import BudgetChange, Difference, LineChange, LineChanges, apply, diff
    from esfmodel.model.costs import ActualCost, Cost, CostBasis, CostCategory, FlatRate, LumpSum, UnitCost
    from esfmodel.model.decision import CategoryLimit, Decision, DecisionKind, Limit, LimitBase
    from esfmodel.model.facts import fund_of, owner_of, programming_period_of, standing_decision
    from esfmodel.model.funding import Commitment, Contribution, ContributionForm, Funder, FundingSource
    from esfmodel.model.ledger.claims import Claim, ClaimedCost
    from esfmodel.model.ledger.exchange import ExchangeRate
    from esfmodel.model.ledger.ledger import Ledger
    from esfmodel.model.ledger.rows import (
        AdvancePayment,
        CategoryOutcome,
        LedgerEvent,
        LedgerRow,
        PaymentLimit,
        PaymentLimitKind,
        Settlement,
    )
    from esfmodel.model.organisation import Organisation, OrganisationKind, Role
    from esfmodel.model.own_share import OwnShare, Requirement
    from esfmodel.model.portfolio import Portfolio, PortfolioGroup, PortfolioSum
    from esfmodel.model.portfolio_changes import PortfolioChange, ProjectChange
    from esfmodel.model.programme import Call, CategoryOfRegion, ContributionBase, Priority, Programme
    from esfmodel.model.project import Participation, Phase, Project, SecondaryTheme, UnknownKey
    from esfmodel.model.reporting import Counting, NonWorkingDay, ReportingPeriod, ReportingTerms, reporting_periods
    from esfmodel.model.spreading import SpreadBy, spread, spread_amount
    from esfmodel.model.totals import (
        Breakdown,
        BreakdownRow,
        BudgetSide,
        By,
        CurrencyTotals,
        breakdown,
        breakdowns,
        totals_by_currency,
    )
    from esfmodel.values.fund import Fund

__all__ = [
    "ActualCost",
    "AdvancePayment",
    "Aid",
    "AidBasis",
    "Allocation",
    "Allocations",
    "Breakdown",
    "BreakdownRow",
    "Budget",
    "BudgetChange",
    "BudgetSide",
    "By",
    "Call",
    "CategoryLimit",
    "CategoryOfRegion",
    "CategoryOutcome",
    "Claim",
    "ClaimedCost",
    "Commitment",
    "Contribution",
    "ContributionBase",
    "ContributionForm",
    "Cost",
    "CostBasis",
    "CostCategory",
    "Counting",
    "CurrencyTotals",
    "Decision",
    "DecisionKind",
    "Difference",
    "ExchangeRate",
    "FlatRate",
    "Fund",
    "Funder",
    "FundingSource",
    "Ledger",
    "LedgerEvent",
    "LedgerRow",
    "Limit",
    "LimitBase",
    "LineChange",
    "LineChanges",
    "LumpSum",
    "NonWorkingDay",
    "Organisation",
    "OrganisationKind",
    "OwnShare",
    "Participation",
    "PaymentLimit",
    "PaymentLimitKind",
    "Phase",
    "Portfolio",
    "PortfolioChange",
    "PortfolioGroup",
    "PortfolioSum",
    "Priority",
    "Programme",
    "Project",
    "ProjectChange",
    "ReportingPeriod",
    "ReportingTerms",
    "Requirement",
    "Role",
    "SecondaryTheme",
    "Settlement",
    "SpreadBy",
    "UnitCost",
    "UnknownKey",
    "apply",
    "breakdown",
    "breakdowns",
    "diff",
    "fund_of",
    "owner_of",
    "programming_period_of",
    "reporting_periods",
    "spread",
    "spread_amount",
    "standing_decision",
    "totals_by_currency",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be no error.
    __getattr__ = lazy(
        __name__,
        {
            ".aid": ("Aid", "AidBasis"),
            ".allocation": ("Allocation", "Allocations"),
            ".totals": (
                "Breakdown",
                "BreakdownRow",
                "BudgetSide",
                "By",
                "CurrencyTotals",
                "breakdown",
                "breakdowns",
                "totals_by_currency",
            ),
            ".budget": ("Budget",),
            ".changes": ("BudgetChange", "Difference", "LineChange", "LineChanges", "apply", "diff"),
            ".costs": ("ActualCost", "Cost", "CostBasis", "CostCategory", "FlatRate", "LumpSum", "UnitCost"),
            ".decision": ("CategoryLimit", "Decision", "DecisionKind", "Limit", "LimitBase"),
            ".facts": ("fund_of", "owner_of", "programming_period_of", "standing_decision"),
            ".funding": ("Commitment", "Contribution", "ContributionForm", "Funder", "FundingSource"),
            ".ledger.claims": ("Claim", "ClaimedCost"),
            ".ledger.exchange": ("ExchangeRate",),
            ".ledger.ledger": ("Ledger",),
            ".ledger.rows": (
                "AdvancePayment",
                "CategoryOutcome",
                "LedgerEvent",
                "LedgerRow",
                "PaymentLimit",
                "PaymentLimitKind",
                "Settlement",
            ),
            ".organisation": ("Organisation", "OrganisationKind", "Role"),
            ".own_share": ("OwnShare", "Requirement"),
            ".portfolio": ("Portfolio", "PortfolioGroup", "PortfolioSum"),
            ".portfolio_changes": ("PortfolioChange", "ProjectChange"),
            ".programme": ("Call", "CategoryOfRegion", "ContributionBase", "Priority", "Programme"),
            ".project": ("Participation", "Phase", "Project", "SecondaryTheme", "UnknownKey"),
            ".reporting": ("Counting", "NonWorkingDay", "ReportingPeriod", "ReportingTerms", "reporting_periods"),
            ".spreading": ("SpreadBy", "spread", "spread_amount"),
            "esfmodel.values.fund": ("Fund",),
        },
    )


def __dir__() -> list[str]:
    return [*__all__]


announce(__name__)
