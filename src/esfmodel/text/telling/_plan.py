"""The financing plan in one sentence: total cost, support and own contribution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.model.budget import Budget
from esfmodel.text.telling.facts import part_worth_saying, share_worth_saying, worth_saying, write_amount
from esfmodel.text.words.english import ENGLISH
from esfmodel.text.words.language import Language
from esfmodel.text.words.swedish import SWEDISH
from esfmodel.text.writing._lists import format_list
from esfmodel.text.writing._money import format_rate
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from esfmodel.values.bounds import MoneyLike, RateLike


@attrs.frozen(kw_only=True, eq=False)
class _PlanWords:
    """The words of one language; names begin with a small letter, as within a sentence."""

    language: Language
    whole: str
    covered: str
    total: str
    support: str
    own: str
    first: str
    other: str
    one_unknown: tuple[str, str, str]
    """Clauses for the one of total, support and own contribution that is not known."""
    unknown: str
    of_which_eu: str


SWEDISH_PLAN: Final = _PlanWords(
    language=SWEDISH,
    whole="totalkostnaden är {total}, varav {support} är stöd och {own} egen medfinansiering",
    covered="totalkostnaden är {total} och täcks helt av stödet",
    total="totalkostnaden",
    support="stödet",
    own="den egna medfinansieringen",
    first="{name} är {amount}",
    other="{name} {amount}",
    one_unknown=(
        "totalkostnaden är inte känd",
        "stödet är inte känt",
        "den egna medfinansieringen är inte känd",
    ),
    unknown="{names} är inte kända",
    of_which_eu="av stödet är {amount} EU-medel",
)
ENGLISH_PLAN: Final = _PlanWords(
    language=ENGLISH,
    whole="the total cost is {total}, of which {support} is support and {own} the project’s own contribution",
    covered="the total cost is {total} and is fully covered by the support",
    total="the total cost",
    support="the support",
    own="the project’s own contribution",
    first="{name} is {amount}",
    other="{name} {amount}",
    one_unknown=(
        "the total cost is not known",
        "the support is not known",
        "the project’s own contribution is not known",
    ),
    unknown="{names} are not known",
    of_which_eu="of the support, {amount} comes from EU funds",
)


def financing_plan(budget: Budget, words: _PlanWords) -> str:
    """Write what is known of total cost, support and own contribution, and what is not known."""
    if not isinstance(budget, Budget):
        raise TypeError(f"budget must be a Budget, not {type(budget).__name__}")
    figures = (
        (words.total, _amount(budget.total_cost, words)),
        (words.support, _part(budget.support, budget, budget.support_rate, words)),
        (words.own, _part(budget.own_contribution, budget, budget.own_rate, words)),
    )
    total, support, own = (said for _, said in figures)
    if total and support and own:
        is_covered = isinstance(budget.support, Money) and budget.support == budget.total_cost
        template = words.covered if is_covered else words.whole
        clauses = [template.format(total=total, support=support, own=own)]
    else:
        known = [(name, said) for name, said in figures if said]
        clauses = [_listed(known, words)] if known else []
        clauses.append(_unknown([index for index, (_, said) in enumerate(figures) if not said], words))
    union = budget.eu_support
    if isinstance(union, Money) and union != budget.support and union.minor > 0:
        clauses.append(words.of_which_eu.format(amount=write_amount(union, words.language)))
    text = "; ".join(clauses)
    return f"{text[0].upper()}{text[1:]}."


def _listed(known: list[tuple[str, str]], words: _PlanWords) -> str:
    said = [
        (words.other if index else words.first).format(name=name, amount=amount)
        for index, (name, amount) in enumerate(known)
    ]
    return format_list(said, "and", words.language)


def _unknown(places: list[int], words: _PlanWords) -> str:
    if len(places) == 1:
        return words.one_unknown[places[0]]
    names = (words.total, words.support, words.own)
    return words.unknown.format(names=format_list([names[place] for place in places], "and", words.language))


def _amount(amount: MoneyLike | None, words: _PlanWords) -> str | None:
    """Write an amount; None where it is not known, or only known to be zero or more."""
    known = worth_saying(amount) if isinstance(amount, Bounds) else amount
    return None if known is None else write_amount(known, words.language)


def _part(amount: MoneyLike | None, budget: Budget, rate: RateLike | None, words: _PlanWords) -> str | None:
    """Write an amount, with its share where that is known."""
    total = budget.total_cost
    known = part_worth_saying(amount, total) if isinstance(amount, Bounds) and isinstance(total, Bounds) else amount
    said = _amount(known, words)
    share = share_worth_saying(rate) if isinstance(rate, Bounds) else rate
    if said is None or share is None or (isinstance(share, Bounds) and Rate(0) in share and Rate(1) in share):
        return said
    return f"{said} ({format_rate(share, 'words', words.language)})"
