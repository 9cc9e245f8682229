"""The financing plan in one sentence: total cost, support and own contribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model.budget import Budget
from esfmodel.model.funding import FundingSource
from esfmodel.text.telling.facts import Figures, amount_not_confirmed, is_confirmed, write_amount, write_share
from esfmodel.text.telling.worth_saying import share_worth_saying, worth_saying
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.language import Language
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.text.writing._lists import format_list
from esfmodel.values.money import Money

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike, RateLike


@attrs.frozen(kw_only=True, eq=False)
class _PlanWords:
    """The words of one language; names begin with a small letter, as within a sentence."""

    language: Language
    whole: str
    halves: str
    covered: str
    raised: str
    total: str
    support: str
    own: str
    both: str
    contradicting: str
    first: str
    other: str
    unknown: str
    of_which_eu: str
    not_confirmed: str
    part_not_confirmed: str
    """Of money that is not confirmed and has no amount."""


SWEDISH_PLAN: Final = _PlanWords(
    language=SWEDISH,
    whole="totalkostnaden är {total}, varav {support} är stöd och {own} egen medfinansiering",
    halves="totalkostnaden är {total}, varav stöd och egen medfinansiering utgör {support} vardera",
    covered="totalkostnaden är {total} och täcks helt av stödet",
    raised="totalkostnaden är {total} och täcks helt av egen medfinansiering",
    total="totalkostnaden",
    support="stödet",
    own="den egna medfinansieringen",
    both="både {names} är {amount}",
    contradicting="totalkostnaden är {total}, men finansieringen är {financing}",
    first="{name} är {amount}",
    other="{name} {amount}",
    unknown="uppgift om {names} saknas",
    of_which_eu="av stödet är {amount} EU-medel",
    not_confirmed="finansiering på {amount} är inte bekräftad och inte medräknad",
    part_not_confirmed="en del av finansieringen är inte bekräftad",
)
ENGLISH_PLAN: Final = _PlanWords(
    language=ENGLISH,
    whole="the total cost is {total}, of which {support} is support and {own} the project’s own contribution",
    halves="the total cost is {total}, of which support and own contribution make up {support} each",
    covered="the total cost is {total} and is fully covered by the support",
    raised="the total cost is {total} and is fully covered by the project’s own contribution",
    total="the total cost",
    support="the support",
    own="the project’s own contribution",
    both="both {names} are {amount}",
    contradicting="the total cost is {total}, but the financing is {financing}",
    first="{name} is {amount}",
    other="{name} {amount}",
    unknown="no figure is known for {names}",
    of_which_eu="of the support, {amount} comes from EU funds",
    not_confirmed="funding of {amount} is not confirmed and not counted",
    part_not_confirmed="part of the funding is not confirmed",
)


def financing_plan(budget: Budget, words: _PlanWords) -> str:
    """Write what is known of total cost, support and own contribution, and what is not known."""
    if not isinstance(budget, Budget):
        raise TypeError(f"budget must be a Budget, not {type(budget).__name__}")
    figures = Figures.of(budget)
    told = {
        words.total: _part(figures.total, None, words),
        words.support: _part(figures.support, figures.support_rate, words),
        words.own: _part(figures.own, figures.own_rate, words),
    }
    clauses: list[str] = []
    if figures.contradicting is not None:
        financing = write_amount(figures.contradicting, words.language)
        clauses.append(words.contradicting.format(total=told.pop(words.total), financing=financing))
    if clauses or not all(told.values()):
        clauses += _listed({name: said for name, said in told.items() if said}, words)
        missing = [name for name, said in told.items() if not said]
        clauses += [words.unknown.format(names=format_list(missing, "and", words.language))] if missing else []
    else:
        total, support, own = told.values()
        clauses.append(_whole(figures, words).format(total=total, support=support, own=own))
    union = worth_saying(figures.eu)
    if (
        union is not None
        and union != figures.support
        and any(part.source is FundingSource.EU for part in budget.financing)
    ):
        clauses.append(words.of_which_eu.format(amount=write_amount(union, words.language)))
    if not all(map(is_confirmed, budget.financing)):
        hoped = amount_not_confirmed(budget)
        amount = None if hoped is None else write_amount(hoped, words.language)
        clauses.append(words.part_not_confirmed if amount is None else words.not_confirmed.format(amount=amount))
    text = "; ".join(clauses)
    return f"{text[0].upper()}{text[1:]}."


def _whole(figures: Figures, words: _PlanWords) -> str:
    """Return the template for a total of which both parts are known."""
    if not isinstance(figures.support, Money):
        return words.whole
    if figures.support == figures.own:
        return words.halves
    if figures.own == figures.total:
        return words.raised
    return words.covered if figures.support == figures.total else words.whole


def _listed(known: dict[str, str], words: _PlanWords) -> list[str]:
    """Write the figures that are known in a clause; two that are alike together."""
    if len(known) > len({*known.values()}) == 1:
        amount = next(iter(known.values()))
        return [words.both.format(names=format_list(known, "and", words.language), amount=amount)]
    said = [
        (words.other if index else words.first).format(name=name, amount=amount)
        for index, (name, amount) in enumerate(known.items())
    ]
    return [format_list(said, "and", words.language)] if said else []


def _part(amount: MoneyLike | None, rate: RateLike | None, words: _PlanWords) -> str | None:
    """Write an amount, with its share where that is known; None where the amount is not known."""
    if amount is None:
        return None
    said = write_amount(amount, words.language)
    share = share_worth_saying(rate)
    return said if share is None else f"{said} ({write_share(share, 'words', words.language)})"
