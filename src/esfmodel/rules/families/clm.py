"""Family CLM, claims for payment: when costs were paid and incurred, and whether they fit the grant.

Rules CLM001, CLM002, CLM003, CLM004 and CLM005. Regulation (EU) 2021/1060, Articles 63(2) and 74(1),
Regulation (EU) No 1303/2013, Articles 65 and 125(4), and the decision.
Support is computed with the ledger of the grant; where no ledger can be made, it is not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from esfmodel.errors import NotKnown
from esfmodel.model import Claim, ClaimedCost, CostCategory, LumpSum, PaymentLimitKind, Project, UnitCost
from esfmodel.model.decision import BINDING
from esfmodel.rules.finding import ARITHMETIC, Ground, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.cost_lines import lines_of
from esfmodel.rules.shared.days import (
    ACTION_KEYS,
    WINDOW_KEYS,
    Position,
    position_in,
    position_of_one_day,
    window_of,
)
from esfmodel.rules.shared.facts import (
    COMMON_PROVISIONS,
    PROGRAMMING_PERIOD,
    is_interreg,
    is_under_common_provisions,
    known,
    last_stated,
    ledger_of,
    programming_period_of,
)
from esfmodel.rules.words import NOTHING, Words
from esfmodel.text.telling.problems import Place
from esfmodel.values.period import OpenPeriod, Period, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.dates import Date

_SAME_NUMBER = Words("har samma nummer", "have the same number")
_SAME_TIME = Words("avser delvis samma tid", "are about the same time in part")


def _support_for_claims_within_grant(project: Project, context: Context) -> Iterator[Finding]:
    """Of all costs claimed so far, the decided share is at most the support granted; the rest the project bears."""
    places = {claim.number: index for index, claim in enumerate(project.claims)}
    for row in ledger_of(project).claims:
        most = {limit.kind: limit for limit in row.limits if limit.limit is None}
        of_costs, granted = most[PaymentLimitKind.SHARE], most[PaymentLimitKind.GRANTED].amount
        share = of_costs.amount
        if share > granted and row.number is not None:
            yield context.finding(
                f"claims[{places[row.number]}]",
                expected=granted,
                found=share,
                difference=share - granted,
                costs=of_costs.base,
            )
            # One finding is enough: the costs add up, so later claims mostly exceed the grant too.
            return


def _each_time_once(project: Project, context: Context) -> Iterator[Finding]:
    """Each claim has a number of its own, and claims are about times that follow each other."""
    numbers: dict[int, int] = {}
    for index, claim in enumerate(project.claims):
        first = numbers.setdefault(claim.number, index)
        if first != index:
            yield _about_both(context, first, index, _SAME_NUMBER)
    dated = [(claim.period, index) for index, claim in enumerate(project.claims) if claim.period is not None]
    # Compared with the claim that ends last so far: a short claim inside a long one must not hide a later overlap.
    before: tuple[Period, int] | None = None
    for period, index in sorted(dated, key=lambda each: (each[0].start, each[0].end)):
        if before is not None and period.start <= before[0].end:
            yield _about_both(context, before[1], index, _SAME_TIME, Severity.WARNING)
        if before is None or period.end > before[0].end:
            before = period, index


def _about_both(context: Context, first: int, second: int, how: Words, severity: Severity | None = None) -> Finding:
    both = Place(f"claims[{min(first, second)},{max(first, second)}]")
    place = f"claims[{second}]"
    return context.finding(place, severity=severity, first=Place(f"claims[{first}]"), both=both, how=how)


# --- CLM001, CLM002 and CLM003: when costs were paid and incurred

_PAID: Final = "claim.paid"

_NO_PERIOD = Words(
    "projektperioden är inte känd till dag eller månad", "the project period is not known by day or month"
)
_NOT_SAID_WHEN = Words(
    "det är inte angivet för varje kostnad när den betalades eller uppkom",
    "when it was paid or incurred is not stated for each cost",
)
_NO_DAY = Words("när ansökan lämnades in är inte känt", "when the claim was handed in is not known")
_IS_CLAIMED = Words("har enligt ansökan uppkommit", "was according to the claim incurred")
_WAS_PAID = Words("betalades", "was paid")
_WAS_DONE = Words("uppkom", "was incurred")
_DECIDED = Words(" enligt beslutet", " under the decision")
_STATED = Words(", som anges utan något beslut", ", which is stated without a decision")


class _Place(NamedTuple):
    """The place of a claimed cost, or of a claim's period; it is written only for a finding."""

    claim: int
    cost: int | None = None

    def __str__(self) -> str:
        return f"claims[{self.claim}].period" if self.cost is None else f"claims[{self.claim}].costs[{self.cost}]"


def _period_of(when: Date | Period) -> Period:
    return when if isinstance(when, Period) else Period(when, when)


def _position(when: Date | Period, window: Period, *, of_one_day: bool) -> Position:
    """Return where a day lies relative to a window, or a period: all of it, or one unstated day of it."""
    if not isinstance(when, Period):
        return Position.INSIDE if window.start <= when <= window.end else Position.WHOLLY
    return position_of_one_day(when, window) if of_one_day else position_in(when, window)


def _claimed_costs(project: Project) -> Iterator[tuple[_Place, Claim, ClaimedCost]]:
    """Yield each claimed cost with its place and its claim, without the costs that are taken back."""
    for number, claim in enumerate(project.claims):
        for index, cost in enumerate(claim.costs):
            if cost.amount.minor > 0:
                yield _Place(number, index), claim, cost


def _without_payments(project: Project) -> frozenset[CostCategory]:
    """Return the categories that the budget covers by unit costs and lump sums alone: no payment is shown for them."""
    lines = lines_of(project)
    simplified = {*lines.on_basis(UnitCost), *lines.on_basis(LumpSum)}
    return frozenset(category for category, places in lines.by_category.items() if simplified.issuperset(places))


def _paid_in_the_window(project: Project, context: Context) -> Iterator[Finding]:
    """Expenditure is eligible only where it was paid within the window of the programming period.

    For unit costs and lump sums the work itself must lie within it. So the day counts on which the work was done, both
    where the budget has nothing else in the category and where no day of payment is stated.
    """
    units = _without_payments(project)
    of_payments, of_actions = (
        window_of(project, context, programming_period_of(project), of_actions=of_actions)
        for of_actions in (False, True)
    )
    # Raised last, so that one cost of unknown day does not hide what is found in the others.
    doubt: NotKnown | None = None
    for place, _, cost in _claimed_costs(project):
        is_of_work = cost.incurred_on is not None and (cost.paid_on is None or cost.category in units)
        when = cost.incurred_on if is_of_work else cost.paid_on
        if when is None:
            doubt = NotKnown(_NOT_SAID_WHEN)
            continue
        window = of_actions if is_of_work and cost.category in units else of_payments
        try:
            lies = _position(when, window.period, of_one_day=not is_of_work)
        except NotKnown as error:
            doubt = error
            continue
        if lies is Position.INSIDE:
            continue
        found = _period_of(when)
        otherwise = window.doubt(found)
        yield context.finding(
            str(place),
            expected=window.period,
            found=when,
            severity=Severity.WARNING if otherwise or lies is Position.PARTLY else Severity.ERROR,
            basis=window.basis_for(found.start),
            what=_WAS_DONE if is_of_work else _WAS_PAID,
            later=otherwise or NOTHING,
        )
    if doubt is not None:
        raise doubt


def _stated_period(project: Project) -> Period:
    return known(project.period if isinstance(project.period, Period) else None, _NO_PERIOD)


def _decided_period(project: Project) -> tuple[Period, bool]:
    """Return the project period of the last decision, or else of the project, and whether it is decided."""
    binding = [decision for decision in project.decisions if decision.kind in BINDING]
    decided = last_stated(binding, lambda decision: decision.period)
    return (_stated_period(project), False) if decided is None else (decided, True)


def _overlaps(period: Period | OpenPeriod | None, found: Period) -> bool:
    """Whether a period has, or may have, some day of another."""
    if period is None:
        return False
    start, end = period.start, period.end
    return (start is None or start <= found.end) and (end is None or found.start <= end)


def _within_the_project(project: Project, context: Context) -> Iterator[Finding]:
    """What is claimed was incurred in the project period, and nothing was paid for it before.

    An error only where it was incurred wholly outside a decided period, and outside that which the project states; a
    warning partly outside it, outside a period that is only stated, and for an early payment. What comes before the
    period is a warning in Interreg, where the preparation of a project may be paid for. Each cost has one finding at
    most: what was incurred too early was mostly paid too early as well.
    """
    period, is_decided = _decided_period(project)
    may_be_prepared = is_interreg(project)
    doubt: NotKnown | None = None
    found_at: set[_Place] = set()
    for place, when, what in _claimed_times(project):
        is_paid = what is _WAS_PAID
        # What is incurred in the period may be paid after its end.
        if place in found_at or (is_paid and (when.start if isinstance(when, Period) else when) >= period.start):
            continue
        try:
            lies = _position(when, period, of_one_day=is_paid)
        except NotKnown as error:
            doubt = error
            continue
        if lies is not Position.INSIDE:
            found = _period_of(when)
            is_clear = is_decided and not is_paid and lies is Position.WHOLLY
            is_clear = is_clear and not (may_be_prepared and found.end < period.start)
            # A later decision that is not listed may have prolonged the project.
            is_clear = is_clear and not _overlaps(project.period, found)
            found_at.add(place)
            yield context.finding(
                str(place),
                expected=period,
                found=when,
                severity=Severity.ERROR if is_clear else Severity.WARNING,
                what=what,
                whose=_DECIDED if is_decided else _STATED,
            )
    if doubt is not None:
        raise doubt


def _claimed_times(project: Project) -> Iterator[tuple[_Place, Date | Period, Words]]:
    """Yield each time that the claims name, with its place and what it is the time of."""
    for index, claim in enumerate(project.claims):
        if claim.period is not None:
            yield _Place(index), claim.period, _IS_CLAIMED
    for place, _, cost in _claimed_costs(project):
        if cost.incurred_on is not None:
            yield place, cost.incurred_on, _WAS_DONE
        if cost.paid_on is not None:
            yield place, cost.paid_on, _WAS_PAID


def _paid_before_claimed(project: Project, context: Context) -> Iterator[Finding]:
    """What is claimed as actual cost has been paid when the claim is handed in.

    Not judged are categories of which the budget has unit costs and lump sums alone.
    """
    row = context.lasting_provision(_PAID, programming_period_of(project))
    units = _without_payments(project)
    open_costs = False
    for place, claim, cost in _claimed_costs(project):
        if cost.paid_on is None or cost.category in units:
            continue
        if claim.on is None:
            open_costs = True
        elif first_and_last(cost.paid_on)[0] > first_and_last(claim.on)[1]:
            yield context.finding(str(place), expected=claim.on, found=cost.paid_on, basis=row)
    if open_costs:
        raise NotKnown(_NO_DAY)


CLM: Final = (
    Rule(
        code="CLM001",
        severity=Severity.ERROR,
        basis="eligibility",
        reads=(*WINDOW_KEYS, *ACTION_KEYS),
        needs=("claims", PROGRAMMING_PERIOD),
        applies=is_under_common_provisions,
        scope=COMMON_PROVISIONS,
        check=_paid_in_the_window,
        demand=Words(
            "Det som begärs är betalat inom den tid då programperiodens utgifter är stödberättigande.",
            "What is claimed was paid within the time when expenditure of the programming period is eligible.",
        ),
        sv="Kostnaden ({place}) {what} {found:when}, utanför {expected}, den tid då utgifter är stödberättigande "
        "enligt {basis}{later}.",
        en="The cost ({place}) {what} {found:when}, outside {expected}, the time when expenditure is eligible under "
        "{basis}{later}.",
    ),
    Rule(
        code="CLM002",
        severity=Severity.ERROR,
        basis=Ground.DECISION,
        needs=("claims", "decisions|period"),
        scope=Words(
            "gäller alla projekt; fel när något ligger helt utanför en beslutad projektperiod, annars en varning, och "
            "i Interreg en varning för det som ligger före perioden, eftersom förberedelser kan få ersättning",
            "concerns every project; an error for what lies wholly outside a decided project period, else a warning, "
            "and in Interreg a warning for what lies before the period, since preparation may be paid for",
        ),
        check=_within_the_project,
        demand=Words(
            "Det som begärs har uppkommit under projektperioden.", "What is claimed was incurred in the project period."
        ),
        sv="Det som begärs ({place}) {what} {found:when}, utanför projektperioden {expected}{whose}.",
        en="What is claimed ({place}) {what} {found:when}, outside the project period {expected}{whose}.",
    ),
    Rule(
        code="CLM003",
        severity=Severity.WARNING,
        basis=_PAID,
        needs=("claims", PROGRAMMING_PERIOD),
        applies=is_under_common_provisions,
        scope=COMMON_PROVISIONS,
        check=_paid_before_claimed,
        demand=Words(
            "Faktiska kostnader är betalda när de begärs.", "Actual costs have been paid when they are claimed."
        ),
        sv="Kostnaden ({place}) betalades {found:when}, efter att ansökan lämnades in {expected:when}; enligt {basis} "
        "ska den vara betald.",
        en="The cost ({place}) was paid {found:when}, after the claim was handed in {expected:when}; under {basis} it "
        "must have been paid.",
    ),
    Rule(
        code="CLM004",
        severity=Severity.WARNING,
        basis=Ground.DECISION,
        needs=("claims", "decisions"),
        scope=Words("gäller beviljade projekt", "concerns projects that were granted support"),
        check=_support_for_claims_within_grant,
        demand=Words(
            "Stödet för allt som begärs ryms i det beviljade stödet.",
            "The support for all that is claimed is within the support granted.",
        ),
        sv="Med {place} uppgår kostnaderna till {costs}. Den beslutade andelen av dem är {found}, men {expected} är "
        "beviljat; enligt {basis} betalas {difference} inte ut.",
        en="With {place} the costs are {costs}. The decided share of them is {found}, but {expected} was "
        "granted; under {basis} {difference} is not paid.",
    ),
    Rule(
        code="CLM005",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("claims",),
        check=_each_time_once,
        demand=Words(
            "Varje ansökan har sitt nummer, och ansökningarna avser tider som följer på varandra.",
            "Each claim has a number of its own, and claims are about times that follow each other.",
        ),
        sv="Ansökningarna ({both}) {how}.",
        en="The claims ({both}) {how}.",
    ),
)
