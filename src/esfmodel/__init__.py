"""The typed model of EU-cofinanced projects: what they are, what the law allows, how the figures are written.

>>> from esfmodel import Money
>>> print(f"{Money(3_706_566):sv:words}".replace("\N{NO-BREAK SPACE}", " "))
3,7 miljoner kronor

Every public name can be imported from here; a name is loaded with its layer when it is first used, so that importing
the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esfmodel.errors import (
        EsfModelError,
        InvalidValue,
        NotInForce,
        NotKnown,
        ReadError,
    )
    from esfmodel.formats import (
        Problem,
        Reading,
        read,
        read_text,
        write,
    )
    from esfmodel.law import (
        LAW,
        Law,
        Provision,
    )
    from esfmodel.model import (
        ActualCost,
        Budget,
        Call,
        CategoryOfRegion,
        Claim,
        ClaimedCost,
        Commitment,
        Contribution,
        ContributionBase,
        ContributionForm,
        Cost,
        CostCategory,
        Decision,
        DecisionKind,
        ExchangeRate,
        FlatRate,
        Fund,
        Funder,
        FundingSource,
        Limit,
        LimitBase,
        LumpSum,
        Organisation,
        OrganisationKind,
        OwnShare,
        Participation,
        Phase,
        Portfolio,
        PortfolioGroup,
        PortfolioSum,
        Priority,
        Programme,
        Project,
        Requirement,
        Role,
        SecondaryTheme,
        UnitCost,
    )
    from esfmodel.rules import (
        RULES,
        Finding,
        Outcome,
        Report,
        Rule,
        RuleResult,
        Severity,
        validate,
    )
    from esfmodel.values import (
        Bounds,
        Cci,
        Country,
        ForeignNumber,
        Money,
        MonthEnd,
        NutsCode,
        OpenPeriod,
        OperationId,
        OrganisationNumber,
        Period,
        PostalCode,
        ProgrammingPeriod,
        Rate,
        Remainder,
        Rounding,
        exact,
    )

_HOME = {
    **dict.fromkeys(("EsfModelError", "InvalidValue", "NotInForce", "NotKnown", "ReadError"), "esfmodel.errors"),
    **dict.fromkeys(
        (
            "Bounds",
            "Cci",
            "Country",
            "ForeignNumber",
            "Money",
            "MonthEnd",
            "NutsCode",
            "OpenPeriod",
            "OperationId",
            "OrganisationNumber",
            "Period",
            "PostalCode",
            "ProgrammingPeriod",
            "Rate",
            "Remainder",
            "Rounding",
            "exact",
        ),
        "esfmodel.values",
    ),
    **dict.fromkeys(
        (
            "ActualCost",
            "Budget",
            "Call",
            "CategoryOfRegion",
            "Claim",
            "ClaimedCost",
            "Commitment",
            "Contribution",
            "ContributionBase",
            "ContributionForm",
            "Cost",
            "CostCategory",
            "Decision",
            "DecisionKind",
            "ExchangeRate",
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
        ),
        "esfmodel.model",
    ),
    **dict.fromkeys(("LAW", "Law", "Provision"), "esfmodel.law"),
    **dict.fromkeys(
        ("RULES", "Finding", "Outcome", "Report", "Rule", "RuleResult", "Severity", "validate"), "esfmodel.rules"
    ),
    **dict.fromkeys(("Problem", "Reading", "read", "read_text", "write"), "esfmodel.formats"),
}

__all__ = [
    "LAW",
    "RULES",
    "ActualCost",
    "Bounds",
    "Budget",
    "Call",
    "CategoryOfRegion",
    "Cci",
    "Claim",
    "ClaimedCost",
    "Commitment",
    "Contribution",
    "ContributionBase",
    "ContributionForm",
    "Cost",
    "CostCategory",
    "Country",
    "Decision",
    "DecisionKind",
    "EsfModelError",
    "ExchangeRate",
    "Finding",
    "FlatRate",
    "ForeignNumber",
    "Fund",
    "Funder",
    "FundingSource",
    "InvalidValue",
    "Law",
    "Limit",
    "LimitBase",
    "LumpSum",
    "Money",
    "MonthEnd",
    "NotInForce",
    "NotKnown",
    "NutsCode",
    "OpenPeriod",
    "OperationId",
    "Organisation",
    "OrganisationKind",
    "OrganisationNumber",
    "Outcome",
    "OwnShare",
    "Participation",
    "Period",
    "Phase",
    "Portfolio",
    "PortfolioGroup",
    "PortfolioSum",
    "PostalCode",
    "Priority",
    "Problem",
    "Programme",
    "ProgrammingPeriod",
    "Project",
    "Provision",
    "Rate",
    "ReadError",
    "Reading",
    "Remainder",
    "Report",
    "Requirement",
    "Role",
    "Rounding",
    "Rule",
    "RuleResult",
    "SecondaryTheme",
    "Severity",
    "UnitCost",
    "exact",
    "read",
    "read_text",
    "validate",
    "write",
]


if not TYPE_CHECKING:
    # Type checkers read the imports above: hidden from them, a misspelt name is an error and not any object.

    def __getattr__(name: str) -> object:
        """Load a public name from its home when it is first asked for."""
        home = _HOME.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found: object = getattr(import_module(home), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
