"""Typed model of EU-cofinanced projects: budgets, decisions and claims, rules with their legal basis, Swedish text.

>>> from esfmodel import Money
>>> print(f"{Money(3_706_566):sv:words}".replace("\N{NO-BREAK SPACE}", " "))
3,7 miljoner kronor

Every public name can be imported from here, and the packages are there too: `esfmodel.text`, `esfmodel.law`,
`esfmodel.rules`. A name or package is loaded when it is first used, so that importing `esfmodel` is fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from esfmodel import display as display
    from esfmodel import errors as errors
    from esfmodel import examples as examples
    from esfmodel import formats as formats
    from esfmodel import frames as frames
    from esfmodel import law as law
    from esfmodel import model as model
    from esfmodel import rules as rules
    from esfmodel import testing as testing
    from esfmodel import text as text
    from esfmodel import values as values
    from esfmodel import workings as workings
    from esfmodel._deprecation import Renamed
    from esfmodel.errors import (
        EsfModelError,
        InvalidData,
        InvalidValue,
        NotInForce,
        NotKnown,
        ReadError,
    )
    from esfmodel.formats import (
        FinanceTable,
        Problem,
        Reading,
        draft_mapping,
        from_dict,
        from_json,
        json_schema,
        project_schema,
        read,
        read_finance_table,
        read_mapping,
        read_text,
        stream,
        to_dict,
        to_json,
        to_text,
        write,
    )
    from esfmodel.law import (
        LAW,
        Law,
        Provision,
    )
    from esfmodel.model import (
        ActualCost,
        AdvancePayment,
        Aid,
        AidBasis,
        Allocation,
        Allocations,
        Breakdown,
        BreakdownRow,
        Budget,
        BudgetChange,
        BudgetSide,
        By,
        Call,
        CategoryLimit,
        CategoryOfRegion,
        CategoryOutcome,
        Claim,
        ClaimedCost,
        Commitment,
        Contribution,
        ContributionBase,
        ContributionForm,
        Cost,
        CostCategory,
        Counting,
        CurrencyTotals,
        Decision,
        DecisionKind,
        Difference,
        ExchangeRate,
        FlatRate,
        Fund,
        Funder,
        FundingSource,
        Ledger,
        LedgerEvent,
        LedgerRow,
        Limit,
        LimitBase,
        LineChange,
        LineChanges,
        LumpSum,
        NonWorkingDay,
        Organisation,
        OrganisationKind,
        OwnShare,
        Participation,
        PaymentLimit,
        PaymentLimitKind,
        Phase,
        Portfolio,
        PortfolioChange,
        PortfolioGroup,
        PortfolioSum,
        Priority,
        Programme,
        Project,
        ProjectChange,
        ReportingPeriod,
        ReportingTerms,
        Requirement,
        Role,
        SecondaryTheme,
        Settlement,
        SpreadBy,
        UnitCost,
        UnknownKey,
        apply,
        breakdown,
        breakdowns,
        diff,
        fund_of,
        owner_of,
        programming_period_of,
        reporting_periods,
        spread,
        spread_amount,
        standing_decision,
        totals_by_currency,
    )
    from esfmodel.rules import (
        RULES,
        Finding,
        Outcome,
        Report,
        Rule,
        RuleResult,
        Severity,
        reporting_terms,
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
    from esfmodel.workings import (
        PortfolioSums,
        Step,
        SumsBy,
        Workings,
        explain,
        explain_claim,
        sums_by,
    )

    __version__: str

_PACKAGES = (
    "display",
    "errors",
    "examples",
    "formats",
    "frames",
    "law",
    "model",
    "rules",
    "testing",
    "text",
    "values",
    "workings",
)

_GUESSED = {
    "MUNICIPALITIES": "esfmodel.law.codes.municipalities()",
    "load": "esfmodel.read",
    "loads": "esfmodel.read_text or esfmodel.from_json",
    "municipalities": "esfmodel.law.codes.municipalities()",
    "parse_money": "esfmodel.text.sv.parse_money or esfmodel.text.en.parse_money",
    "save": "esfmodel.write",
}
"""What to use for names that people try first, and that are not here."""

_RENAMED: dict[str, Renamed] = {}
"""The old names of public names, each kept for a year; a package that had one has it in its own table too."""

# The packages that public names come from. To look for a name in one loads none of its modules.
_HOMES = ("errors", "values", "model", "law", "rules", "formats", "workings")

__all__ = [
    "LAW",
    "RULES",
    "ActualCost",
    "AdvancePayment",
    "Aid",
    "AidBasis",
    "Allocation",
    "Allocations",
    "Bounds",
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
    "Cci",
    "Claim",
    "ClaimedCost",
    "Commitment",
    "Contribution",
    "ContributionBase",
    "ContributionForm",
    "Cost",
    "CostCategory",
    "Counting",
    "Country",
    "CurrencyTotals",
    "Decision",
    "DecisionKind",
    "Difference",
    "EsfModelError",
    "ExchangeRate",
    "FinanceTable",
    "Finding",
    "FlatRate",
    "ForeignNumber",
    "Fund",
    "Funder",
    "FundingSource",
    "InvalidData",
    "InvalidValue",
    "Law",
    "Ledger",
    "LedgerEvent",
    "LedgerRow",
    "Limit",
    "LimitBase",
    "LineChange",
    "LineChanges",
    "LumpSum",
    "Money",
    "MonthEnd",
    "NonWorkingDay",
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
    "PaymentLimit",
    "PaymentLimitKind",
    "Period",
    "Phase",
    "Portfolio",
    "PortfolioChange",
    "PortfolioGroup",
    "PortfolioSum",
    "PortfolioSums",
    "PostalCode",
    "Priority",
    "Problem",
    "Programme",
    "ProgrammingPeriod",
    "Project",
    "ProjectChange",
    "Provision",
    "Rate",
    "ReadError",
    "Reading",
    "Remainder",
    "Report",
    "ReportingPeriod",
    "ReportingTerms",
    "Requirement",
    "Role",
    "Rounding",
    "Rule",
    "RuleResult",
    "SecondaryTheme",
    "Settlement",
    "Severity",
    "SpreadBy",
    "Step",
    "SumsBy",
    "UnitCost",
    "UnknownKey",
    "Workings",
    "apply",
    "breakdown",
    "breakdowns",
    "diff",
    "draft_mapping",
    "exact",
    "explain",
    "explain_claim",
    "from_dict",
    "from_json",
    "fund_of",
    "json_schema",
    "owner_of",
    "programming_period_of",
    "project_schema",
    "read",
    "read_finance_table",
    "read_mapping",
    "read_text",
    "reporting_periods",
    "reporting_terms",
    "spread",
    "spread_amount",
    "standing_decision",
    "stream",
    "sums_by",
    "to_dict",
    "to_json",
    "to_text",
    "totals_by_currency",
    "validate",
    "write",
]


if not TYPE_CHECKING:
    # Hidden from type checkers, which read the imports above: else a misspelt name would be any object, and no error.

    def __getattr__(name: str) -> object:
        """Load a public name from its package, or a package, when it is first used."""
        if name in _RENAMED:
            return import_module(f"{__name__}._deprecation").renamed_name(__name__, name, _RENAMED[name])
        if name in _PACKAGES:
            return import_module(f"{__name__}.{name}")
        if name == "__version__":
            found: object = import_module(f"{__name__}._version").VERSION
        elif name in __all__:
            packages = (import_module(f"{__name__}.{each}") for each in _HOMES)
            found = next(getattr(package, name) for package in packages if name in package.__all__)
        else:
            advice = f"; use {_GUESSED[name]}" if name in _GUESSED else ""
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{advice}", name=name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    """List the public names and packages, loaded or not."""
    return [*__all__, *_PACKAGES, "__version__"]
