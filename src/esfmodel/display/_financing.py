"""Show the financing of a project as a plain-text table: who pays what, then the total and the shares of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.display._table import Table, first_of, more_rows
from esfmodel.display.columns import one_line, wrapped
from esfmodel.errors import NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.decision import DecisionKind
from esfmodel.model.facts import fund_of, standing_decision
from esfmodel.model.funding import Commitment, Contribution, ContributionForm, FundingSource
from esfmodel.model.organisation import Organisation
from esfmodel.model.project import Project
from esfmodel.text import en, sv
from esfmodel.text.telling.facts import Figures, firm, write_share
from esfmodel.text.telling.worth_saying import share_worth_saying, worth_saying
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.labels import labels_of
from esfmodel.text.words.language import Language
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.values.bounds import Bounds, MoneyLike, RateLike
from esfmodel.values.format import InEachLanguage
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.span import total as sum_of

if TYPE_CHECKING:
    from esfmodel.model.funding import Funder

_FORM = 2
_FROM_THE_FUND = frozenset({FundingSource.EU, FundingSource.EU_AND_STATE})


def financing_table(subject: Project | Budget, language: str = "sv", *, width: int | None = None) -> str:
    """Return who finances a project and how much, then the total and the shares of it, in "sv" or "en".

    Each listed contribution is a row, and so is what an incomplete list leaves to others; an amount that is not stated
    is "ej angivet". Shares are of the total cost, where both are known. Below are the total, the support, the Union's
    part of it and the own contribution, exact or as bounds, without what is intended or conditional. A note says where
    the amounts are only applied for. No line is wider than `width`, in terminal cells: cells are wrapped, and a table
    that is still too wide becomes a list.

    >>> from esfmodel import Contribution, Funder, Organisation
    >>> granted = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(3_706_566))
    >>> own = Contribution(Funder(Organisation("Region Kronoberg"), source=FundingSource.OWN_PUBLIC), Money(1_235_522))
    >>> print(financing_table(Budget(financing=[granted, own])))
    Finansiär                      Medel                                  Belopp       Andel
    ----------------------------------------------------------------------------------------
    Europeiska unionen och staten  stöd, EU och stat odelat         3 706 566 kr        75 %
    Region Kronoberg               offentlig medfinansiering        1 235 522 kr        25 %
    ----------------------------------------------------------------------------------------
    Totalkostnad                                                    4 942 088 kr
      stöd                                                          3 706 566 kr        75 %
        varav EU-medel                                        högst 3 706 566 kr  högst 75 %
      egen medfinansiering                                          1 235 522 kr        25 %
    """
    table = financing_rows(subject, language)
    if table is None:
        return TABLE_WORDS[language].nothing
    text = table.text(width)
    note = financing_note(subject, language)
    if note is None:
        return text
    told = note if width is None else "\n".join(wrapped(note, width))
    return f"{text}\n\n{told}"


def financing_rows(subject: Project | Budget, language: str, most: int | None = None) -> Table | None:
    """Return the financing as a table; None where nothing is stated.

    Of more than `most` contributions the first are shown, and the others are one row with their sum.
    """
    words = TABLE_WORDS[language]
    if not isinstance(subject, (Project, Budget)):
        raise TypeError(f"subject must be Project or Budget, not {type(subject).__name__}")
    budget = subject.budget if isinstance(subject, Project) else subject
    fund = fund_of(subject) if isinstance(subject, Project) else None
    if budget is None or not (budget.financing or budget.costs or budget.total is not None):
        return None
    figures = Figures.of(budget)
    total = None if figures.contradicting is not None else figures.total
    listed = (*budget.financing, *(Contribution.rest() for _ in budget.unlisted))
    shown, others = first_of(listed, most)
    rows = [_contribution_cells(part, total, fund, words) for part in shown]
    if others:
        currency = budget.currency
        amount = None if currency is None else sum_of(part.amount for part in others).as_money(currency)
        rows.append((more_rows(len(others), language), "", "", words.figure(amount), _share(amount, total, words)))
    sections: list[list[tuple[str, ...]]] = [[words.header], rows, _totals(budget, figures, words)]
    if not any(row[_FORM] for row in rows):
        sections = [[(*row[:_FORM], *row[_FORM + 1 :]) for row in section] for section in sections]
    [header], rows, sums = sections
    return Table(words.caption, header, rows, sums, amounts={len(header) - 2, len(header) - 1})


def financing_note(subject: Project | Budget, language: str) -> str | None:
    """Return a sentence on what amounts these are, where they are not granted."""
    return TABLE_WORDS[language].notes.get(_status_of(subject)) if isinstance(subject, Project) else None


def _status_of(project: Project) -> DecisionKind | None:
    """Return the kind of the decision that stands; None where it is not known."""
    try:
        decision = standing_decision(project)
    except NotKnown:
        return None
    return None if decision is None else decision.kind


def _contribution_cells(
    part: Contribution, total: MoneyLike | None, fund: Fund | None, words: TableWords
) -> tuple[str, ...]:
    funder = part.funder
    return (
        _payer(part, fund, words),
        "" if funder is None else words.sources[funder.source],
        "" if part.form is None else words.forms[part.form],
        words.money(part.amount),
        _share(part.amount, total, words),
    )


def _payer(part: Contribution, fund: Fund | None, words: TableWords) -> str:
    """Return the name of the funder, with partner, phase, year, commitment and reference in parentheses."""
    name = name_of(part.funder, fund, words)
    of_which = [
        *([] if part.partner is None else [words.partner.format(name=part.partner)]),
        *([] if part.phase is None else [words.phase.format(name=part.phase)]),
        *([] if part.year is None else [str(part.year)]),
        *(
            []
            if part.commitment is None or part.commitment is Commitment.CONFIRMED
            else [words.commitments[part.commitment]]
        ),
        *([] if part.reference is None else [part.reference]),
    ]
    return one_line(f"{name} ({', '.join(of_which)})" if of_which else name)


def name_of(funder: Funder | None, fund: Fund | None, words: TableWords) -> str:
    """Return the name of a funder, of the fund where it pays, or the word for an unnamed funder or the rest."""
    if funder is None:
        return words.rest
    if funder.organisation is not None:
        name = words.organisation(funder.organisation)
        # The official name of a body keeps its case; "två kommuner" (a group) is ordinary text.
        return with_capital(name) if funder.organisation.is_group else name
    if fund is not None and funder.source in _FROM_THE_FUND:
        return with_capital(words.funds[fund])
    return words.payers.get(funder.source, words.unnamed)


def with_capital(name: str) -> str:
    """Return the name with a capital first letter; `str.capitalize` would lower the others."""
    return f"{name[0].upper()}{name[1:]}"


def _share(amount: MoneyLike | None, total: MoneyLike | None, words: TableWords) -> str:
    if isinstance(amount, Money) and isinstance(total, Money) and total.minor > 0:
        return words.share(Rate.of(amount, total))
    return ""


def _totals(budget: Budget, figures: Figures, words: TableWords) -> list[tuple[str, ...]]:
    """Return the rows of the total and its parts, and before them the sums of lines that differ from the total."""
    sums = [
        (name, "", "", words.money(amount), "")
        for name, amount in (
            (words.total_costs, budget.total_costs),
            (words.total_financing, firm(budget).total_financing),
        )
        if amount is not None and amount != figures.total and worth_saying(amount) is not None
    ]
    parts = [
        (f"  {words.support}", figures.support, figures.support_rate),
        (f"    {words.of_which_eu}", figures.eu, figures.eu_rate),
        (f"  {words.own}", figures.own, figures.own_rate),
    ]
    rows = [(name, "", "", words.amount(amount), words.share(share_worth_saying(rate))) for name, amount, rate in parts]
    return [*sums, (words.total, "", "", words.amount(figures.total), ""), *(rows if budget.financing else [])]


# --- Words


@attrs.frozen(kw_only=True, eq=False)
class TableWords:
    organisation: Callable[[Organisation], str]
    language: Language
    funds: Mapping[Fund, str]
    money: Callable[[MoneyLike | None], str]
    caption: str
    header: tuple[str, str, str, str, str]
    sources: Mapping[FundingSource, str]
    payers: Mapping[FundingSource, str]
    """The payer by source of money, where no body is named."""
    forms: Mapping[ContributionForm, str]
    commitments: Mapping[Commitment, str]
    rest: str
    unnamed: str
    phase: str
    partner: str
    total_costs: str
    total_financing: str
    total: str
    support: str
    of_which_eu: str
    own: str
    unknown: str
    nothing: str
    notes: Mapping[DecisionKind | None, str]
    """What is said below the table of a project by the decision that stands."""

    def amount(self, amount: MoneyLike | None) -> str:
        return self.unknown if amount is None else self.money(amount)

    def figure(self, amount: MoneyLike | None) -> str:
        """Return an amount as text; bounds that only say that it is not negative count as unknown."""
        ends = (amount.low, amount.high) if isinstance(amount, Bounds) else ()
        if any(end is not None and end.minor < 0 for end in ends):
            return self.amount(amount)
        return self.amount(worth_saying(amount) if isinstance(amount, Bounds) else amount)

    def share(self, share: RateLike | None) -> str:
        return self.unknown if share is None else write_share(share, "percent", self.language)


_SWEDISH = TableWords(
    organisation=sv.PHRASES.organisation,
    language=SWEDISH,
    funds=labels_of(Fund).sv,
    money=sv.format_money,
    caption="Finansiering",
    header=("Finansiär", "Medel", "Form", "Belopp", "Andel"),
    sources=labels_of(FundingSource).sv,
    payers=MappingProxyType(
        {
            FundingSource.EU: "Europeiska unionen",
            FundingSource.STATE_GRANT: "Staten",
            FundingSource.EU_AND_STATE: "Europeiska unionen och staten",
        }
    ),
    forms=labels_of(ContributionForm).sv,
    commitments=labels_of(Commitment).sv,
    rest="Övriga, ej namngivna",
    unnamed="(ej namngiven)",
    phase="fas {name}",
    partner="för {name}",
    total_costs="Summa kostnader",
    total_financing="Summa finansiering",
    total="Totalkostnad",
    support="stöd",
    of_which_eu="varav EU-medel",
    own="egen medfinansiering",
    unknown="ej känt",
    nothing="Ingen finansiering är angiven.",
    notes=MappingProxyType(
        {
            DecisionKind.APPLIED: "Beloppen är sökta, inte beviljade.",
            DecisionKind.PRIORITISED: "Stödet är prioriterat, inte beviljat.",
            DecisionKind.REJECTED: "Beloppen är de sökta; ansökan har avslagits.",
        }
    ),
)

_ENGLISH = TableWords(
    organisation=en.PHRASES.organisation,
    language=ENGLISH,
    funds=labels_of(Fund).en,
    money=en.format_money,
    caption="Financing",
    header=("Funder", "Money", "Form", "Amount", "Share"),
    sources=labels_of(FundingSource).en,
    payers=MappingProxyType(
        {
            FundingSource.EU: "European Union",
            FundingSource.STATE_GRANT: "The state",
            FundingSource.EU_AND_STATE: "European Union and the state",
        }
    ),
    forms=labels_of(ContributionForm).en,
    commitments=labels_of(Commitment).en,
    rest="Others, not named",
    unnamed="(not named)",
    phase="phase {name}",
    partner="for {name}",
    total_costs="Sum of costs",
    total_financing="Sum of financing",
    total="Total cost",
    support="support",
    of_which_eu="of which EU funds",
    own="own co-funding",
    unknown="not known",
    nothing="No financing is stated.",
    notes=MappingProxyType(
        {
            DecisionKind.APPLIED: "The amounts are applied for, not granted.",
            DecisionKind.PRIORITISED: "The support is prioritised, not granted.",
            DecisionKind.REJECTED: "The amounts are those applied for; the application was rejected.",
        }
    ),
)

TABLE_WORDS: Final = InEachLanguage(_SWEDISH, _ENGLISH)
