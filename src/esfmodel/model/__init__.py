"""What a project is: organisations, funding, costs, budgets, programmes, decisions, projects and portfolios."""

from esfmodel._announce import announce
from esfmodel.model.budget import Budget
from esfmodel.model.costs import ActualCost, Cost, CostBasis, CostCategory, FlatRate, LumpSum, UnitCost
from esfmodel.model.decision import Decision, DecisionKind, Limit, LimitBase
from esfmodel.model.funding import Commitment, Contribution, ContributionForm, Funder, FundingSource
from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.model.own_share import OwnShare, Requirement
from esfmodel.model.portfolio import Portfolio, PortfolioGroup, PortfolioSum
from esfmodel.model.programme import Call, CategoryOfRegion, ContributionBase, Fund, Priority, Programme
from esfmodel.model.project import Participation, Phase, Project, Role, SecondaryTheme

__all__ = [
    "ActualCost",
    "Budget",
    "Call",
    "CategoryOfRegion",
    "Commitment",
    "Contribution",
    "ContributionBase",
    "ContributionForm",
    "Cost",
    "CostBasis",
    "CostCategory",
    "Decision",
    "DecisionKind",
    "FlatRate",
    "Fund",
    "Funder",
    "FundingSource",
    "Limit",
    "LimitBase",
    "LumpSum",
    "Organisation",
    "OrganisationKind",
    "OwnShare",
    "Participation",
    "Phase",
    "Portfolio",
    "PortfolioGroup",
    "PortfolioSum",
    "Priority",
    "Programme",
    "Project",
    "Requirement",
    "Role",
    "SecondaryTheme",
    "UnitCost",
]

announce(__name__)
