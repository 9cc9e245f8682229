"""Projects that strain whatever shows them: hostile names, everything stated, ten thousand lines, three currencies."""

from __future__ import annotations

from esfmodel import (
    ActualCost,
    Bounds,
    Budget,
    Call,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Fund,
    Funder,
    FundingSource,
    LumpSum,
    Money,
    OpenPeriod,
    Organisation,
    OwnShare,
    Participation,
    Period,
    Phase,
    Portfolio,
    Project,
    Rate,
    Requirement,
    Role,
    UnitCost,
)

HOSTILE = (
    "</td></table><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> ' & &lt;",
    "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} <b>&amp;</b> \N{HEBREW LETTER GIMEL} e\N{COMBINING ACUTE ACCENT}",
    "$x^2$ \\frac{1}{2} {{ 7 * 7 }} {% raw %}",
    "A" * 400,
)
"""Names with markup, quotation marks, letters from right to left, mathematics and templates, and a long one."""

_SUPPORT = Funder(source=FundingSource.EU_AND_STATE)


def hostile() -> Project:
    """Return a project whose every text is hostile, and which has everything that is shown."""
    script, image, bidi, maths, long = HOSTILE
    budget = Budget(
        [
            Cost(CostCategory.STAFF, UnitCost(Money("674.80"), 1720, code=image), description=script, partner=bidi),
            Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF]), phase=maths),
            Cost(CostCategory.OTHER, LumpSum(Money(400_000), description=long), year=2025),
            Cost(CostCategory.TRAVEL, ActualCost(Bounds.at_most(Money(90_000)))),
            Cost(CostCategory.EQUIPMENT, ActualCost()),
        ],
        [
            Contribution(_SUPPORT, Money(1_000_000), reference=script),
            Contribution(Funder(Organisation(bidi), source=FundingSource.OWN_PUBLIC), partner=image),
            Contribution(Funder(Organisation(long), source=FundingSource.OWN_PRIVATE), Money(5)),
        ],
    )
    granted = Decision(
        DecisionKind.GRANTED, "2025-02-01", body=script, support=Money(1_000_000), budget=Budget(total=Money(2_000_000))
    )
    return Project(
        script,
        operation_id="23-067-S04",
        call=Call(image, name=bidi, own_share=OwnShare(Requirement.AT_LEAST, Rate.of_percent(40))),
        fund=Fund.ESF_PLUS,
        programming_period="2021-2027",
        beneficiary=Organisation(image, unit=bidi),
        partners=[Participation(Organisation(each), Role.PARTNER) for each in HOSTILE],
        period=Period("2025-01-01", "2027-12-31"),
        phases=[Phase(image, Period("2025-01-01", "2025-03-31")), Phase(bidi)],
        decisions=[Decision(DecisionKind.APPLIED, Period.of_years(2024)), granted],
        claims=[
            Claim(
                1,
                Period("2025-01-01", "2025-06-30"),
                costs=[ClaimedCost(CostCategory.STAFF, Money(50_000), description=script)],
                on="2025-07-15",
                paid_on="2025-09-01",
            )
        ],
        budget=budget,
        region=maths,
        municipalities=HOSTILE,
        summary=f"{script}\n{bidi}",
        source=image,
        extra=[(script, image)],
    )


def endless(lines: int = 10_000) -> Project:
    """Return a project with ten thousand lines of cost, as many that pay for it, and as many events."""
    costs = [
        Cost(CostCategory.STAFF, ActualCost(Money(number)), description=f"Rad {number}")
        for number in range(1, lines + 1)
    ]
    own = [
        Contribution(Funder(Organisation(f"Kommun {number}"), source=FundingSource.OWN_PUBLIC), Money(number))
        for number in range(1, lines + 1)
    ]
    phases = [Phase(f"Fas {number}", Period("2025-01-01", "2025-12-31")) for number in range(lines)]
    return Project("Utan slut", budget=Budget(costs, [Contribution(_SUPPORT, Money(5)), *own]), phases=phases)


def three_currencies() -> Portfolio:
    """Return a portfolio whose projects have kronor, euro and dinars of three decimals, and one without a budget."""
    funder = Funder(source=FundingSource.EU)
    budgets = [
        Budget(financing=[Contribution(funder, Money(1_000, each))], complete=True) for each in ("SEK", "EUR", "KWD")
    ]
    projects = [Project(f"Projekt {number}", budget=budget) for number, budget in enumerate(budgets)]
    return Portfolio([*projects, Project("Utan budget")], name=HOSTILE[0])


CONTROLS = "sk\N{RIGHT-TO-LEFT OVERRIDE}nevt\x00\x1b[31m\x9b\N{ZERO WIDTH SPACE}"
"""A text that no name of the model may have; sources have it all the same."""

OPEN = Project("Öppet", period=OpenPeriod("2026-03-01", None), phases=[Phase("Före", None)])
"""A project that begins on a day and has no end yet."""
