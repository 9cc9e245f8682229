"""Show the ledger of a grant as plain-text tables: its events, and what is left of each cost category."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._breakdown import BREAKDOWN_WORDS
from esfmodel.display._financing import TABLE_WORDS, with_capital
from esfmodel.display._table import Table, first_of, more_rows
from esfmodel.display.columns import one_line
from esfmodel.errors import EsfModelError
from esfmodel.model.decision import LimitBase
from esfmodel.model.ledger.ledger import Ledger
from esfmodel.model.ledger.rows import LedgerEvent, PaymentLimitKind
from esfmodel.model.project import Project
from esfmodel.text import en, sv
from esfmodel.text.words.labels import labels_of
from esfmodel.values.format import InEachLanguage
from esfmodel.values.money import Money
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from esfmodel.display._financing import TableWords
    from esfmodel.model.ledger.rows import LedgerRow

_DAY, _LIMIT = 1, 6


def claims_table(subject: Ledger | Project, language: str = "sv", *, width: int | None = None) -> str:
    """Return what was claimed, due and paid under a grant, and what is left of each category, in "sv" or "en".

    Each event is a row: its costs including flat rates, the support due for them, the part of it already paid as an
    advance, and the payment, which is negative where money is to be paid back. The last column names what limits the
    support, where that is not the decided share; beside the support granted stands what it is a share of, where the
    decision names it. A project is shown by its ledger; see `Ledger.of` for what that needs. `width` is as in
    `financing_table`.

    >>> from esfmodel import ActualCost, AdvancePayment, Budget, Claim, ClaimedCost, Cost, CostCategory, Decision
    >>> from esfmodel import DecisionKind
    >>> budget = Budget([Cost(CostCategory.STAFF, ActualCost(Money(1_000_000)))])
    >>> granted = Decision(DecisionKind.GRANTED, support=Money(540_000), budget=budget)
    >>> claim = Claim(1, costs=[ClaimedCost(CostCategory.STAFF, Money(300_000))])
    >>> print(claims_table(Ledger(granted, [AdvancePayment(Money(100_000)), claim])))
    Händelse                    Kostnader        Stöd    Avräknat    Utbetalt
    -------------------------------------------------------------------------
    Förskott                                                       100 000 kr
    Ansökan 1                  300 000 kr  162 000 kr  100 000 kr   62 000 kr
    -------------------------------------------------------------------------
    Summa                      300 000 kr  162 000 kr  100 000 kr  162 000 kr
    Beviljat stöd                          540 000 kr
    Kvar av stödet                         378 000 kr
    Förskott kvar att avräkna                                0 kr
    <BLANKLINE>
    Kostnadskategori        Budget  Upparbetat        Kvar
    ------------------------------------------------------
    Personal          1 000 000 kr  300 000 kr  700 000 kr
    """
    if not isinstance(subject, (Ledger, Project)):
        raise TypeError(f"subject must be Ledger or Project, not {type(subject).__name__}")
    tables = claims_rows(Ledger.of(subject) if isinstance(subject, Project) else subject, language)
    return "\n\n".join(table.text(width) for table in tables) or CLAIMS_WORDS[language].nothing


def claims_rows(ledger: Ledger, language: str, most: int | None = None) -> list[Table]:
    """Return the events of a ledger and what is left of its categories as tables; none where nothing has happened.

    Of more than `most` events the first are shown, and the others are one row with their sums.
    """
    words, own = TABLE_WORDS[language], CLAIMS_WORDS[language]
    if not ledger.rows:
        return []
    events = _events_table(ledger, words, own, language, most)
    return [events, *([_categories_table(ledger, words, own, language)] if ledger.categories else [])]


def claims_of(project: Project, language: str, most: int | None = None) -> tuple[list[Table], str | None]:
    """Return the tables of a project's claims, and a note on what they leave out, or on why there are none.

    A project without claims has neither.
    """
    if not project.claims:
        return [], None
    own = CLAIMS_WORDS[language]
    try:
        ledger = Ledger.of(project)
    except EsfModelError as error:
        return [], own.not_computed.format(why=one_line(error.text(language)))
    return claims_rows(ledger, language, most), own.no_advances


def _events_table(ledger: Ledger, words: TableWords, own: ClaimsWords, language: str, most: int | None) -> Table:
    shown, others = first_of(ledger.rows, most)
    rows = [_event_cells(row, words, own) for row in shown]
    zero = Money(0, ledger.support.currency)

    def summed(listed: Sequence[LedgerRow]) -> list[str]:
        amounts = zip(*((row.costs, row.support, row.settled, row.paid) for row in listed), strict=True)
        return [words.money(sum(column, zero)) for column in amounts]

    if others:
        rows.append((more_rows(len(others), language), "", *summed(others), ""))
    sums = [
        ledger.costs_so_far,
        ledger.support_so_far,
        sum((row.settled for row in ledger.rows), zero),
        ledger.paid_so_far,
    ]
    totals = [
        (own.sum, "", *map(words.money, sums), ""),
        (_granted_text(ledger, own), "", "", words.money(ledger.support), "", "", ""),
        (own.support_left, "", "", words.money(ledger.support_left), "", "", ""),
    ]
    if any(row.event is LedgerEvent.ADVANCE for row in ledger.rows):
        totals.append((own.advance_left, "", "", "", words.money(ledger.advance_left), "", ""))
    kept = [column for column in range(_LIMIT + 1) if column not in (_DAY, _LIMIT) or any(row[column] for row in rows)]
    [header], rows, totals = (
        [tuple(row[column] for column in kept) for row in section] for section in ([own.header], rows, totals)
    )
    amounts = [place for place, column in enumerate(kept) if _DAY < column < _LIMIT]
    return Table(own.caption, header, rows, totals, amounts=amounts)


def _granted_text(ledger: Ledger, own: ClaimsWords) -> str:
    base = ledger.support_base
    return own.granted if base is None else own.granted_of.format(base=own.bases[base])


def _event_cells(row: LedgerRow, words: TableWords, own: ClaimsWords) -> tuple[str, ...]:
    """Return the cells of an event; an advance has no costs, and an amendment rarely has any."""
    is_claim = row.event is LedgerEvent.CLAIM
    return (
        own.events[row.event].format(number=row.number),
        _day_text(row, own),
        words.money(row.costs) if is_claim or row.costs.minor else "",
        "" if row.event is LedgerEvent.ADVANCE else words.money(row.support),
        words.money(row.settled) if is_claim or row.settled.minor else "",
        words.money(row.paid),
        _limit_text(row, words, own),
    )


def _day_text(row: LedgerRow, own: ClaimsWords) -> str:
    if row.on is None:
        return ""
    return own.period(row.on) if isinstance(row.on, Period) else own.date(row.on)


def _limit_text(row: LedgerRow, words: TableWords, own: ClaimsWords) -> str:
    """Return what limits the support, empty where it is the decided share."""
    binding = row.binding
    if binding is None or binding.kind is PaymentLimitKind.SHARE:
        return ""
    limit = binding.limit
    if limit is None:
        return own.limit_granted
    if limit.base is None:
        return own.limit_amount.format(amount=words.money(limit.highest))
    return own.limit_rate[limit.base].format(rate=words.share(limit.rate))


def _categories_table(ledger: Ledger, words: TableWords, own: ClaimsWords, language: str) -> Table:
    names = BREAKDOWN_WORDS[language]
    rows = [
        (
            with_capital(names.categories[outcome.category]),
            words.amount(outcome.budgeted),
            words.money(outcome.incurred),
            words.amount(outcome.remaining),
        )
        for outcome in ledger.categories
    ]
    header = own.category_header
    return Table(own.category_caption, header, rows, amounts=range(1, len(header)))


# --- Words


@attrs.frozen(kw_only=True, eq=False)
class ClaimsWords:
    """The words of the tables of claims in one language."""

    date: Callable[[datetime.date], str]
    period: Callable[[Period], str]
    caption: str
    header: tuple[str, str, str, str, str, str, str]
    events: Mapping[LedgerEvent, str]
    sum: str
    granted: str
    granted_of: str
    bases: Mapping[LimitBase, str]
    support_left: str
    advance_left: str
    limit_granted: str
    limit_rate: Mapping[LimitBase, str]
    limit_amount: str
    category_caption: str
    category_header: tuple[str, str, str, str]
    nothing: str
    no_advances: str
    not_computed: str


def _events(labels: Mapping[LedgerEvent, str], claim: str) -> Mapping[LedgerEvent, str]:
    """Return the labels with a capital first letter, and for a claim its number."""
    return MappingProxyType({event: with_capital(text) for event, text in labels.items()} | {LedgerEvent.CLAIM: claim})


_SWEDISH = ClaimsWords(
    date=lambda day: sv.format_date(day, style="short"),
    period=sv.format_period,
    caption="Ansökningar om utbetalning",
    header=("Händelse", "Dag", "Kostnader", "Stöd", "Avräknat", "Utbetalt", "Begränsas av"),
    events=_events(labels_of(LedgerEvent).sv, "Ansökan {number}"),
    sum="Summa",
    granted="Beviljat stöd",
    granted_of="Beviljat stöd, andel av {base}",
    bases=labels_of(LimitBase).sv,
    support_left="Kvar av stödet",
    advance_left="Förskott kvar att avräkna",
    limit_granted=labels_of(PaymentLimitKind).sv[PaymentLimitKind.GRANTED],
    limit_rate=MappingProxyType(
        {
            LimitBase.TOTAL_COST: "EU-medel {rate} av totalkostnaden",
            LimitBase.ACTUAL_COST: "EU-medel {rate} av faktiska kostnader",
            LimitBase.PUBLIC_FINANCING: "EU-medel {rate} av offentliga medel",
        }
    ),
    limit_amount="EU-medel högst {amount}",
    category_caption="Kvar av varje kostnadskategori",
    category_header=("Kostnadskategori", "Budget", "Upparbetat", "Kvar"),
    nothing="Inget har utbetalats eller begärts.",
    no_advances="Förskott är inte med: ett projekt säger inte när de betalades ut.",
    not_computed="Ansökningarna om utbetalning går inte att räkna på. {why}",
)

_ENGLISH = ClaimsWords(
    date=lambda day: en.format_date(day, style="short"),
    period=en.format_period,
    caption="Claims for payment",
    header=("Event", "Day", "Costs", "Support", "Settled", "Paid", "Limited by"),
    events=_events(labels_of(LedgerEvent).en, "Claim {number}"),
    sum="Sum",
    granted="Support granted",
    granted_of="Support granted, a share of {base}",
    bases=labels_of(LimitBase).en,
    support_left="Support left",
    advance_left="Advance left to settle",
    limit_granted=labels_of(PaymentLimitKind).en[PaymentLimitKind.GRANTED],
    limit_rate=MappingProxyType(
        {
            LimitBase.TOTAL_COST: "EU money {rate} of the total cost",
            LimitBase.ACTUAL_COST: "EU money {rate} of actual costs",
            LimitBase.PUBLIC_FINANCING: "EU money {rate} of public money",
        }
    ),
    limit_amount="EU money at most {amount}",
    category_caption="Left of each category of cost",
    category_header=("Category", "Budget", "Incurred", "Left"),
    nothing="Nothing has been paid or claimed.",
    no_advances="Advances are left out: a project does not say when they were paid.",
    not_computed="The claims cannot be computed. {why}",
)

CLAIMS_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
