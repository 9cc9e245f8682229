"""The errors of the model and of workings, each as a Swedish applicant or controller reads it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel import (
    ActualCost,
    AdvancePayment,
    Aid,
    AidBasis,
    Allocation,
    Bounds,
    Budget,
    By,
    Call,
    CategoryLimit,
    CategoryOfRegion,
    Claim,
    ClaimedCost,
    Contribution,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    EsfModelError,
    ExchangeRate,
    FlatRate,
    Fund,
    Funder,
    FundingSource,
    InvalidValue,
    Ledger,
    LumpSum,
    Money,
    Organisation,
    Participation,
    Period,
    Phase,
    Priority,
    Project,
    Rate,
    Role,
    Rounding,
    UnitCost,
    apply,
    diff,
    spread,
)
from esfmodel.model import (
    BudgetSide,
    Limit,
    LimitBase,
    LineChange,
    NonWorkingDay,
    OwnShare,
    ReportingTerms,
    SpreadBy,
    breakdown,
    reporting_periods,
)
from esfmodel.workings import Step, explain
from grants import HUNDRED, cost, granted

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = frozenset({"InvalidValue", "NotKnown"})
SRC = Path(__file__).parents[2] / "src" / "esfmodel"
HALF = Rate.of_percent(50)
JANUARY = Period("2025-01", "2025-01", "month")
EU = Funder(source=FundingSource.EU)
UNDIVIDED = Funder(source=FundingSource.EU_AND_STATE)
TRAVEL = Cost(CostCategory.TRAVEL, ActualCost(Money(100)))
MANY = Budget([attrs.evolve(TRAVEL, phase=str(number), partner=str(number)) for number in range(1_001)])
AMENDED = Decision(DecisionKind.AMENDED, "2025-06-01", support=Money(60))
BEFORE_WORK = ReportingTerms(every_months=1, due_months=0, non_working_day=NonWorkingDay.NEXT_WORKING_DAY)


def flat(category: CostCategory, *base: CostCategory, phase: str | None = None) -> Cost:
    """Return a flat rate of 40 % of some categories."""
    return Cost(category, FlatRate(Rate.of_percent(40), base), phase=phase)


def grant_of(*costs: Cost) -> Decision:
    """Return a grant of 4 kronor whose budget has these costs."""
    return Decision(DecisionKind.GRANTED, support=Money(4), budget=Budget(costs, total=Money(1_000)))


STAFF = Cost(CostCategory.STAFF, ActualCost(Money(100)), phase="Genomförande")
FLAT = grant_of(STAFF, flat(CostCategory.INDIRECT, CostCategory.STAFF))
FLAT_OF_PHASE = grant_of(STAFF, flat(CostCategory.INDIRECT, CostCategory.STAFF, phase="Genomförande"))
LUMP = grant_of(Cost(CostCategory.STAFF, LumpSum(Money(30))))
UNKNOWN_LUMP = grant_of(Cost(CostCategory.STAFF, LumpSum()))
OF_PUBLIC_MONEY = granted(Limit.of_rate(HALF, LimitBase.PUBLIC_FINANCING), union=Money(40))


def ask(call: Callable[..., Any], **arguments: object) -> Any:  # noqa: ANN401
    """Call a function as types do not allow."""
    return call(**arguments)


def explain_step(formula: str) -> Step:
    """Return a step of this formula without inputs."""
    return Step(name="total_costs", formula=formula, inputs=[], result=None)


TOLD: list[tuple[str, Callable[[], object], str, str]] = [
    (
        "advance.too_large",
        lambda: Ledger(HUNDRED, [AdvancePayment(Money(41))]),
        "41 kr är mer än vad som återstår av stödet, 40 kr.",
        "Kontrollera beloppet.",
    ),
    (
        "amount.finer_than_rounding",
        lambda: Budget.plan(total=Money("1.50"), own_rate=HALF),
        "1,50 kr är inget helt antal SEK, och beloppen avrundas till hela här.",
        "Avrunda det, eller välj avrundning till minsta enhet.",
    ),
    (
        "amount.not_exact",
        lambda: Ledger(attrs.evolve(HUNDRED, support=Bounds.at_least(Money(5)))),
        "minst 5 kr är inte känt exakt, så att inget kan räknas ut för en ansökan om utbetalning.",
        "Ange det exakta beloppet.",
    ),
    (
        "argument.lacks",
        lambda: Budget.plan(total=Money(2), own_rate=HALF, eu_rounding=Rounding.WHOLE_UP),
        "hela enheter, från noll anges utan eu_share_of_support.",
        "Ange båda eller ingendera.",
    ),
    (
        "argument.missing",
        lambda: ask(Budget.plan, own_rate=HALF),
        "anges inte, och inte heller total, own.",
        "Ange exakt en av dem.",
    ),
    (
        "argument.not_from_diff",
        lambda: LineChange(place_before=0, after=TRAVEL),
        "passar inte två följder av rader.",
        "Låt diff() göra ändringarna.",
    ),
    (
        "argument.side_missing",
        lambda: breakdown(Budget(), By.YEAR),
        "anges inte, och båda sidorna av en budget har sådana rader.",
        "Ange of=BudgetSide.COSTS eller of=BudgetSide.FINANCING.",
    ),
    (
        "argument.too_many",
        lambda: ask(Budget.plan, total=Money(2), support=Money(1), own_rate=HALF),
        "2 kr anges tillsammans med support.",
        "Ange bara en av uppgifterna.",
    ),
    (
        "breakdown.key_twice",
        lambda: breakdown(Budget(), By.YEAR, By.YEAR),
        "år finns redan på raderna.",
        "Välj en annan indelning, eller utelämna den.",
    ),
    (
        "breakdown.not_on_side",
        lambda: diff(Budget(), Budget()).costs_by(By.FUNDER),
        "finansiär finns inte bland uppgifterna om kostnader.",
        "Välj något av kostnadskategori, partner, fas, år.",
    ),
    (
        "breakdown.too_large",
        lambda: breakdown(MANY, By.PHASE, By.PARTNER, of=BudgetSide.COSTS),
        "partner ger 1001 rader och 1001 kolumner, vilket är för många.",
        "Dela in bara på rader, eller efter något annat.",
    ),
    (
        "change.other_budget",
        lambda: apply(diff(Budget(), Budget(total=Money(5))), Budget(total=Money(1))),
        "1 kr stämmer inte med budgeten som ändringen utgår från.",
        "Tillämpa ändringen på den budget som den gjordes för.",
    ),
    (
        "claim.corrects_later",
        lambda: Claim(1, costs=[cost(-1, corrects=2)]),
        "2 är inte numret på någon ansökan före nummer 1.",
        "Ange numret på den tidigare ansökan.",
    ),
    (
        "claim.costs_below_zero",
        lambda: Ledger(HUNDRED, [Claim(1, costs=[cost(-5, CostCategory.REVENUE)])]),
        "blir sammanlagt −5 kr, vilket är under noll.",
        "Rätta högst det som har begärts, eller utelämna intäkter som överstiger kostnaderna.",
    ),
    (
        "claim.covered_by_flat_rate",
        lambda: Ledger(FLAT, [Claim(1, costs=[cost(4, CostCategory.INDIRECT)])]),
        "indirekta kostnader täcks enbart av en schablon och skulle betalas två gånger.",
        "Utelämna kostnaden: schablonen räknas ut på de kostnader som den är en andel av.",
    ),
    (
        "claim.day_not_known",
        lambda: Project("A", claims=[Claim(3)]).at("2025-03-01"),
        "Det framgår inte om ansökan om utbetalning 3 hade lämnats in senast 1 mars 2025 (dag: okänt).",
        "Ange ansökans dag, eller fråga om en annan dag.",
    ),
    (
        "claim.lists_grant",
        lambda: Ledger(HUNDRED, [Claim(1, costs=[cost(5)], financing=[Contribution(EU, Money(5))])]),
        "EU-medel är själva stödet, som räknas ut på kostnaderna.",
        "Ange bara vad andra än fonden har betalat.",
    ),
    (
        "claim.no_exchange_rate",
        lambda: Ledger(HUNDRED, [Claim(1, costs=[cost(Money(5, "EUR"))])]),
        "5 euro är i en annan valuta än stödet, SEK, och ansökan 1 saknar växelkurs mellan dem.",
        "Ange i ansökan växelkursen för dess månad.",
    ),
    (
        "claim.number_not_rising",
        lambda: Ledger(HUNDRED, [Claim(2), Claim(1)]),
        "1 kommer efter ansökan 2.",
        "Ge varje ansökan ett eget nummer i stigande ordning.",
    ),
    (
        "claim.overcorrected",
        lambda: Ledger(HUNDRED, [Claim(1, costs=[cost(-1, CostCategory.TRAVEL)])]),
        "−1 kr är vad som återstår av resor och logi: mer rättas än vad som har begärts.",
        "Rätta högst det som har begärts.",
    ),
    (
        "claim.public_money_not_known",
        lambda: Ledger(OF_PUBLIC_MONEY, [Claim(1, costs=[cost(100)])]),
        "Ansökan 1 anger inte hur stor del som betalats med offentliga medel, och beslutets tak beror på det.",
        "Ange vilka som har betalat kostnaderna och hur mycket.",
    ),
    (
        "claim.revenue_above_zero",
        lambda: Ledger(HUNDRED, [Claim(1, costs=[cost(1, CostCategory.REVENUE)])]),
        "1 kr är en intäkt över noll.",
        "Ange intäkter som negativa belopp.",
    ),
    (
        "claim.unknown",
        lambda: Ledger(HUNDRED).claim(3),
        "3 är inte numret på någon ansökan om utbetalning av stödet.",
        "Ange numret på en av ansökningarna.",
    ),
    (
        "currency.mixed",
        lambda: Budget([TRAVEL], total=Money(5, "EUR")),
        "”SEK” är en annan valuta än EUR.",
        "Räkna om det ena beloppet enligt en angiven växelkurs.",
    ),
    (
        "decision.day_not_known",
        lambda: Project("A", decisions=[Decision(DecisionKind.GRANTED, JANUARY)]).at("2025-01-15"),
        "Det framgår inte om beslutet (beslut om stöd) hade fattats senast 15 januari 2025 (dag: januari 2025).",
        "Ange beslutets dag, eller fråga om en annan dag.",
    ),
    (
        "decision.grants_nothing",
        lambda: Ledger(attrs.evolve(HUNDRED, kind=DecisionKind.PRIORITISED)),
        "prioritering beviljar inget stöd.",
        "Ange beslutet om stöd.",
    ),
    (
        "decision.no_budget",
        lambda: Ledger(Decision(DecisionKind.GRANTED, support=Money(5))),
        "saknar budget, så att stödets andel av kostnaderna inte är känd.",
        "Ange dess budget.",
    ),
    (
        "value.not_usable",
        lambda: Ledger(HUNDRED, [HUNDRED]),
        "beslut om stöd kan inte användas här.",
        "Använd något av ändringsbeslut, slutbeslut.",
    ),
    (
        "decision.order_not_known",
        lambda: Project("A", decisions=[HUNDRED, Decision(DecisionKind.REJECTED)]).status(),
        "Det framgår inte vilket beslut som kom sist: beslut om stöd, avslag (dagar: okänt, okänt).",
        "Ange dagarna.",
    ),
    (
        "decision.support_not_of_total",
        lambda: Ledger(attrs.evolve(HUNDRED, support=Money(101))),
        "101 kr ryms inte i kostnaden som det är en andel av, 100 kr.",
        "Kontrollera båda beloppen.",
    ),
    (
        "decision.actual_cost_not_known",
        lambda: Ledger(attrs.evolve(HUNDRED, support_base=LimitBase.ACTUAL_COST)),
        "visar inte hur mycket av totalkostnaden som är bidrag i annat än pengar.",
        "Ange kostnadsraderna, även dem för bidrag i annat än pengar.",
    ),
    (
        "ledger.base_not_known",
        lambda: Ledger(HUNDRED, [Claim(1, costs=[ClaimedCost(CostCategory.IN_KIND, Money(50))])]),
        "saknas, och stödet blir 20 kr på totalkostnaden men 0 kr på de faktiska kostnaderna.",
        "Ange vilka kostnader stödet är en andel av.",
    ),
    (
        "exchange_rate.not_a_price",
        lambda: ExchangeRate("EUR", "SEK", rate=0),
        "0 är ingen växelkurs.",
        "Ange ett tal över noll, till exempel ”11.1735”.",
    ),
    (
        "exchange_rate.not_of_currency",
        lambda: ExchangeRate("EUR", "SEK", rate=11).convert(Money(1, "NOK")),
        "”NOK” är varken EUR eller SEK, som växelkursen räknar om mellan.",
        "Ange växelkursen för den valutan.",
    ),
    (
        "exchange_rate.not_of_month",
        lambda: ExchangeRate("EUR", "SEK", rate=11, month="2025-03", day="2025-04-01"),
        "”2025-04-01” är en dag utanför kursens månad, mars 2025.",
        "Ange den dag eller den månad då kursen gällde.",
    ),
    (
        "exchange_rate.not_one_month",
        lambda: ExchangeRate("EUR", "SEK", rate=11, month=Period.of_years(2025)),
        "2025 är inte en enda månad.",
        "Skriv till exempel ”2025-03”.",
    ),
    (
        "exchange_rate.same_currency",
        lambda: ExchangeRate("EUR", "EUR", rate=1),
        "”EUR” är samma valuta som kursen gäller.",
        "Ange två olika valutor.",
    ),
    (
        "financing.grant_twice",
        lambda: Budget(financing=[Contribution(EU), Contribution(UNDIVIDED)]),
        "anger samma stöd både odelat och uppdelat på EU-medel och statliga medel.",
        "Ange stödet på ett av de två sätten.",
    ),
    (
        "flat_rate.base_not_known",
        lambda: Ledger(FLAT_OF_PHASE, [Claim(1, costs=[cost(10)])]),
        "är en schablon, och det framgår inte om allt som begärs hör till dess beräkningsunderlag.",
        "Ange partner, fas och dag för det som begärs så som budgeten är indelad.",
    ),
    (
        "flat_rate.circular",
        lambda: Budget(
            [TRAVEL, flat(CostCategory.STAFF, CostCategory.OTHER), flat(CostCategory.OTHER, CostCategory.STAFF)]
        ),
        "är en schablon på sig själv via andra schabloner: kostnadsraderna 2, 3.",
        "Ange beloppet på en av raderna, eller ta bort den ur beräkningsunderlaget.",
    ),
    (
        "flat_rate.of_itself",
        lambda: Budget([flat(CostCategory.INDIRECT, CostCategory.INDIRECT)]),
        "är en schablon på sig själv.",
        "Ange radens belopp, eller ta bort raden ur beräkningsunderlaget.",
    ),
    (
        "formula.not_readable",
        lambda: explain_step("a +"),
        "”a +” är ingen formel.",
        "Skriv namn, + - * / och funktionerna i esfmodel.workings.",
    ),
    (
        "formula.unknown_name",
        lambda: explain_step("price"),
        "”price” nämner ”price”, som saknas bland värdena.",
        "Ange dess värde.",
    ),
    (
        "ledger.after_closure",
        lambda: Ledger(HUNDRED, [Decision(DecisionKind.CLOSED), Claim(1)]),
        "kommer efter slutbeslutet.",
        "Utelämna det som följer efter slutbeslutet.",
    ),
    ("ledger.no_grant", lambda: Ledger.of(Project("A")), "innehåller inget beslut om stöd.", "Ange beslutet om stöd."),
    (
        "ledger.not_in_order",
        lambda: Ledger(attrs.evolve(HUNDRED, on="2024-06-28"), [Claim(1, on="2024-06-27")]),
        "27 juni 2024 är före 28 juni 2024, den tidigaste dagen för något som anges före det.",
        "Ange händelserna i den ordning som de inträffade.",
    ),
    (
        "ledger.order_not_known",
        lambda: Ledger.of(Project("A", decisions=[HUNDRED, AMENDED], claims=[Claim(1)])),
        "Det framgår inte om ansökan 1 (dag: okänt) kom före en ändring eller ett förskott (dag: 1 juni 2025).",
        "Ange dagarna.",
    ),
    (
        "ledger.several_grants",
        lambda: Ledger.of(Project("A", decisions=[HUNDRED, HUNDRED])),
        "innehåller 2 beslut om stöd.",
        "Följ upp varje beslut för sig.",
    ),
    (
        "ledger.too_large",
        lambda: Ledger(
            attrs.evolve(HUNDRED, limits=[Limit.of_amount(Money(5))] * 1_000),
            [Claim(number) for number in range(1, 1_001)],
        ),
        "1000 är för många tillsammans med 1000 schabloner och gränser.",
        "Följ upp varje partner för sig.",
    ),
    (
        "ledger.union_part_not_known",
        lambda: Ledger(granted(Limit.of_amount(Money(20))), [Claim(1, costs=[cost(51)])]),
        "Det framgår inte hur mycket av stödet som är EU-medel, som beslutet begränsar.",
        "Dela upp budgetens finansiering på EU-medel och statliga medel.",
    ),
    (
        "limit.not_one",
        lambda: Limit(rate=HALF),
        "är varken en andel av ett beräkningsunderlag eller ett belopp.",
        "Ange en andel med dess beräkningsunderlag, eller bara ett högsta belopp.",
    ),
    (
        "lump_sum.claimed_before",
        lambda: Ledger(LUMP, [Claim(1, costs=[cost(30)]), Claim(2, costs=[cost(30)])]),
        "30 kr är en klumpsumma som redan har begärts.",
        "Begär varje klumpsumma en gång.",
    ),
    (
        "lump_sum.not_claimed",
        lambda: Ledger(LUMP, [Claim(1, costs=[cost(-30)])]),
        "−30 kr tar tillbaka en klumpsumma som inte har begärts.",
        "Ta bara tillbaka det som har begärts.",
    ),
    (
        "lump_sum.not_known",
        lambda: Ledger(UNKNOWN_LUMP, [Claim(1, costs=[cost(30)])]),
        "avser en klumpsumma vars belopp inte är angivet.",
        "Ange beloppet i budgeten.",
    ),
    (
        "lump_sum.not_whole",
        lambda: Ledger(LUMP, [Claim(1, costs=[cost(15)])]),
        "15 kr är inte hela klumpsumman, 30 kr.",
        "Begär den i sin helhet när arbetet är gjort.",
    ),
    (
        "number.not_plain",
        lambda: UnitCost(Money(500), "ett par"),
        "”ett par” är inget tal med siffror och decimalpunkt.",
        "Skriv till exempel ”1720.5”.",
    ),
    ("number.not_positive", lambda: Claim(0), "0 är inte större än noll.", "Ange mer än noll."),
    (
        "number.outside",
        lambda: Cost(CostCategory.TRAVEL, ActualCost(), year=25),
        "25 ligger inte mellan 1900 och 2999.",
        "Ange ett heltal från 1900 till 2999.",
    ),
    (
        "organisation.more_members",
        lambda: Organisation("kommuner", count=2, members=[Organisation("A")] * 3),
        "3 är fler än antalet, 2.",
        "Ange antalet i hela gruppen.",
    ),
    (
        "period.only_years",
        lambda: reporting_periods(Period.of_years(2023, 2025), ReportingTerms(every_months=3, due_months=2)),
        "Av perioden 2023–2025 är bara åren kända.",
        "Ange månaderna eller dagarna.",
    ),
    (
        "plan.co_funders_at_zero",
        lambda: Budget.plan(total=Money(5), own_rate=Rate(0), co_funders=[Organisation("Falu kommun")]),
        "har inget att betala när den egna andelen är 0 %.",
        "Utelämna medfinansiärerna.",
    ),
    (
        "plan.costs_differ",
        lambda: Budget.plan(total=Money(5), own_rate=HALF, costs=[TRAVEL]),
        "blir sammanlagt 100 kr, men planen gäller 5 kr.",
        "Planera för den summan, eller utelämna kostnaderna.",
    ),
    (
        "plan.no_support",
        lambda: Budget.plan(total=Money(5), own_rate=Rate(1)),
        "100 % lämnar inget stöd att planera med.",
        "Ange en andel som lämnar något.",
    ),
    (
        "plan.not_own_money",
        lambda: Budget.plan(total=Money(5), own_rate=HALF, co_funders=[EU]),
        "EU-medel är stöd och ingen egen medfinansiering.",
        "Ange en organisation eller egna medel.",
    ),
    (
        "plan.own_at_zero",
        lambda: Budget.plan(own=Money(5), own_rate=Rate(0)),
        "5 kr kan inte vara egen medfinansiering när den egna andelen är 0 %.",
        "Ange stödet eller totalkostnaden, eller en annan andel.",
    ),
    (
        "plan.union_exceeds_support",
        lambda: Budget.plan(
            support=Money("1.50"),
            own_rate=HALF,
            rounding=Rounding.MINOR_UP,
            eu_share_of_support=Rate.of_percent(99),
            eu_rounding=Rounding.WHOLE_UP,
        ),
        "hela enheter, från noll gör EU:s del till 2 kr, vilket är mer än stödet.",
        "Avrunda nedåt, eller till planens enhet.",
    ),
    (
        "reporting.no_working_day",
        lambda: BEFORE_WORK.due("9999-12-31", holidays=["9999-12-31"]),
        "1 lämnar ingen arbetsdag i kalendern.",
        "Ange färre dagar.",
    ),
    (
        "reporting.not_part_of_year",
        lambda: ReportingTerms(every_months=5, due_months=2),
        "5 delar inte året i lika delar.",
        "Ange 1, 2, 3, 4, 6 eller 12.",
    ),
    (
        "role.without_budget",
        lambda: Participation(Organisation("A"), Role.INITIATOR, budget=Budget()),
        "initiativtagare kan inte ha en egen budget.",
        "Utelämna budgeten, eller ange en roll som kan ha en: projektägare, samverkanspart.",
    ),
    (
        "priority.rate_of_the_whole",
        lambda: Priority("A", eu_rate=HALF, rates={CategoryOfRegion.TRANSITION: HALF}),
        "övergångsregion har en sats vid sidan av satsen för hela programområdet.",
        "Ange en sats för hela programområdet, eller en för varje regionkategori.",
    ),
    (
        "priority.two_rates",
        lambda: Priority("A", rates=[(CategoryOfRegion.TRANSITION, HALF), (CategoryOfRegion.TRANSITION, Rate(1))]),
        "övergångsregion har två satser, 50 % och 100 %.",
        "Behåll den som beslutet om programmet anger.",
    ),
    (
        "share.not_of_whole",
        lambda: OwnShare.exactly(Rate.of_percent(101)),
        "101 % ligger inte mellan 0 % och 100 %.",
        "Ange en andel från 0 % till 100 %.",
    ),
    (
        "spread.not_whole_months",
        lambda: spread(Budget(), Period("2025-01-15", "2025-02-28"), by=SpreadBy.MONTHS),
        "15 januari–28 februari 2025 är inte hela kalendermånader.",
        "Fördela efter dagar i stället.",
    ),
    (
        "spread.size_not_known",
        lambda: spread(Budget(), Period.of_years(2025), by=SpreadBy.DAYS),
        "2025 är inte angiven tillräckligt noga för att fördelas efter dagar.",
        "Ange den närmare, eller fördela i lika delar.",
    ),
    (
        "spread.too_many_lines",
        lambda: spread(MANY, Period.of_years(2000, 2999), by=SpreadBy.EQUALLY),
        "1000 delar ger mer än en miljon rader.",
        "Fördela på färre delar.",
    ),
    (
        "text.unprintable",
        lambda: Project("Kraft\N{RIGHT-TO-LEFT OVERRIDE}"),
        "innehåller ett tecken som inte syns.",
        "Ta bort tecknet.",
    ),
    (
        "text.half_a_character",
        lambda: Project("Kraft\ud83d"),
        "innehåller ett ofullständigt tecken.",
        "Skriv texten på nytt där tecknet står.",
    ),
    (
        "text.longer_than",
        lambda: Project("a" * 1_000_001),
        "har 1000001 tecken, och högst 1000000 får plats.",
        "Korta texten.",
    ),
    ("text.blank", lambda: Project(" "), "” ” är tomt.", "Fyll i uppgiften."),
    (
        "unit_cost.too_large",
        lambda: UnitCost(Money(10**11), 10**10),
        "10000000000 ger ett orimligt stort belopp till priset 100 000 000 000 kr.",
        "Kontrollera pris och antal.",
    ),
    ("units.not_a_number", lambda: UnitCost(Money(500), -1), "-1 är inget antal enheter.", "Ange ett tal från 0."),
    ("value.empty", lambda: Project("A", region=" "), "” ” är tomt.", "Fyll i uppgiften eller utelämna den."),
    (
        "value.given_twice",
        lambda: Call(own_share_by_region=[("SE31", OwnShare.exactly(HALF)), ("SE31", OwnShare.at_most(HALF))]),
        "SE31 anges mer än en gång.",
        "Behåll en av uppgifterna.",
    ),
    ("value.missing", lambda: spread(Budget(), [Phase("Analys")], by=SpreadBy.DAYS), "saknas.", "Ange uppgiften."),
    (
        "aid.none",
        lambda: Aid(AidBasis.NONE, amount=Money(5)),
        "5 kr anges för stöd som inte är statligt stöd.",
        "Ange grunden för stödet, eller utelämna uppgiften.",
    ),
    (
        "aid.contradicts",
        lambda: Project("A", state_aid=True, aid=Aid(AidBasis.NONE)),
        "True stämmer inte med grunden för stödet.",
        "Utelämna uppgiften: den följer av grunden.",
    ),
    (
        "limit.of_nothing",
        CategoryLimit,
        "är varken en andel eller ett belopp.",
        "Ange en andel, ett högsta belopp eller båda.",
    ),
    ("value.negative", lambda: Project("A", planned_participants=-1), "-1 är mindre än noll.", "Ange noll eller mer."),
    (
        "value.not_one_of",
        lambda: Fund.parse("Vinnova"),
        "”Vinnova” är inget vi känner till.",
        "Använd något av ESF, ESF+, YEI, FEAD, ERDF, CF, JTF, EAFRD, EMFF, EMFAF, AMIF, ISF, BMVI.",
    ),
]


def codes_raised() -> set[str]:
    """Return the codes that stand in the model and the workings where an error is made."""
    found: set[str] = set()
    for path in (each for package in ("model", "workings") for each in (SRC / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS:
                code = node.args[0]
                assert isinstance(code, ast.Constant)
                found.add(str(code.value))
    return found


def test_every_error_of_the_model_is_tried() -> None:
    """The table has all the codes that stand in the model and the workings, and no others."""
    assert {code for code, *_ in TOLD} == codes_raised()


@pytest.mark.parametrize(("code", "fail", "wrong", "advice"), TOLD, ids=[code for code, *_ in TOLD])
def test_an_error_is_told_in_swedish(code: str, fail: Callable[[], object], wrong: str, advice: str) -> None:
    """After the place stand what is wrong and what to do, in sentences."""
    with pytest.raises(EsfModelError) as raised:
        fail()
    assert raised.value.code == code
    assert " ".join(raised.value.text("sv").split()).endswith(f"{wrong} {advice}")
    assert raised.value.text("en") != raised.value.text("sv")


def test_what_stands_at_a_line_goes_with_its_place() -> None:
    """In a claim of a project, the line of the claim is still named."""
    with pytest.raises(InvalidValue) as raised:
        Claim(1, costs=[cost(-1, corrects=2)])
    error = raised.value.within("claims[0]")
    assert error.place == "claims[0].costs[0].corrects"
    assert error.names == {"claims[0].costs[0]": CostCategory.STAFF}


# What an error tells to write or to choose is taken where it was refused.


def read_figure(text: str) -> object:
    """Ask how a figure of a budget was computed."""
    return explain(Budget([TRAVEL]), text)


READERS: list[Callable[[Any], object]] = [
    Fund.parse,
    read_figure,
    Allocation("A").of,
    lambda text: UnitCost(Money(500), text),
    lambda text: ExchangeRate("EUR", "SEK", rate=text),
    lambda text: ExchangeRate("EUR", "SEK", rate=11, month=text),
    lambda key: breakdown(Budget([TRAVEL]), By.CATEGORY, key),
    lambda key: diff(Budget(), Budget([TRAVEL])).costs_by(key),
]


@given(st.sampled_from(READERS[:6]), st.text() | st.text("0123456789.,-[] ", max_size=40))
def test_advice_that_is_followed_is_accepted(read: Callable[[Any], object], text: str) -> None:
    """Whatever text is refused, the example and the choices that the error gives are read."""
    try:
        read(text)
    except InvalidValue as error:
        check_advice(read, error)


@pytest.mark.parametrize("read", READERS[6:], ids=["columns", "differences"])
def test_a_key_that_is_advised_is_accepted(read: Callable[[Any], object]) -> None:
    """Of costs there are a category, partners, phases and years, and no funders."""
    with pytest.raises(InvalidValue) as refused:
        read(By.FUNDER)
    check_advice(read, refused.value)


def check_advice(read: Callable[[Any], object], error: InvalidValue) -> None:
    """Read what an error advises, and see that it is one line."""
    lines = [str(error), error.text("sv"), error.text("en")]
    assert all(each.replace("\N{NO-BREAK SPACE}", " ").isprintable() and len(each) < 1_000 for each in lines)
    advised = [error.params[name] for name in ("example", "right") if name in error.params]
    for several in ("choices", "keys"):
        advised += cast("tuple[object, ...]", error.params.get(several, ()))
    for each in advised:
        read(each)
