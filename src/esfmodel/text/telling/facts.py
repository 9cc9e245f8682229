"""Support, payers and official names of a project, and amounts as sentences write them.

They come from the project alone and fill no gaps. Owner, fund and standing decision are in `esfmodel.model.facts`.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.facts import standing_decision
from esfmodel.model.funding import Commitment, Contribution, FundingSource
from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.text.words._currencies import currency_names
from esfmodel.text.words.language import BILLION, MILLION, SPACE
from esfmodel.text.writing._money import write_bounds
from esfmodel.text.writing.numbers import Toward, Written, write_number
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from esfmodel.model.decision import Decision
    from esfmodel.model.project import Project
    from esfmodel.text.words.language import Language

_SUPPORT = (
    FundingSource.EU,
    FundingSource.EU_AND_STATE,
    FundingSource.STATE_GRANT,
    FundingSource.PARTNER_COUNTRY,
)


def name_in_a_sentence(text: str) -> str:
    """Return a name on one line, with single spaces."""
    return " ".join(text.split())


def official_name(organisation: Organisation) -> str:
    """Return the official name of a body; registers print those of regions and municipalities in capitals.

    >>> official_name(Organisation("REGION ÖREBRO LÄN")), official_name(Organisation("MALUNG-SÄLENS KOMMUN"))
    ('Region Örebro län', 'Malung-Sälens kommun')
    >>> official_name(Organisation("AMF AB"))
    'AMF AB'
    """
    name = name_in_a_sentence(organisation.name)
    words = name.split(" ")
    if name.isupper() and len(words) > 1 and (words[0] == "REGION" or words[-1] == "KOMMUN"):
        return " ".join(word.lower() if word in _SMALL else word.title() for word in words)
    return name


_SMALL = frozenset({"KOMMUN", "LÄN"})


def is_called(label: str, names: Iterable[str]) -> bool:
    """Whether a label is one of several names: in part, with more words than it, or by its initials.

    >>> is_called("Mora", ["Mora kommun"]), is_called("RJH", ["Region Jämtland Härjedalen"])
    (True, True)
    """
    words = _words_of(label)
    for name in names:
        its_words = _words_of(name)
        initials = "".join(word[0] for word in name[:_LONGEST_NAME].casefold().split())
        if words <= its_words or (its_words and its_words <= words) or label.casefold() == initials:
            return True
    return False


def nearest(label: str, names: Iterable[str]) -> str | None:
    """Return the name that a misspelt label is most like; None where none is near.

    >>> nearest("Morra", ["Ludvika kommun", "Mora kommun"])
    'Mora kommun'
    """
    plain = {name[:_LONGEST_NAME].casefold(): name for name in names}
    short = {" ".join(word for word in name.split() if word not in _GENERAL): full for name, full in plain.items()}
    found = difflib.get_close_matches(label[:_LONGEST_NAME].casefold(), [*plain, *short], 1)
    return (plain | short)[found[0]] if found else None


def _words_of(name: str) -> frozenset[str]:
    # Without the s of a genitive: "Mora kommuns" is "Mora kommun".
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", name[:_LONGEST_NAME].casefold()))


_GENERAL = frozenset({"ab", "kommun", "län", "region"})
"""Words with which many names begin or end, so that they say little of a misspelt one."""

_LONGEST_NAME = 100
"""Names are compared by so many letters, so that a hostile one takes no time."""


@attrs.frozen
class Support:
    """The support in a budget: its sources, the amount of each, and the total."""

    sources: tuple[FundingSource, ...]
    amount: MoneyLike | None
    parts: tuple[tuple[FundingSource, MoneyLike], ...]
    """The amounts by source, when there are several sources and each amount is known; else empty."""

    @classmethod
    def of(cls, budget: Budget | None) -> Support:
        """Return the support in a budget; empty without a budget."""
        if budget is None:
            return cls((), None, ())
        listed = [part for part in budget.financing if part.source in _SUPPORT]
        sources = tuple(source for source in _SUPPORT if any(part.source is source for part in listed))
        together = _sum_of(listed)
        # What the total leaves to grants that are not listed has no source, so it is nobody's support here.
        if not isinstance(together, Money) and not has_rest(budget) and (sources or not budget.unlisted):
            # Total cost less own contribution may be known where the list of support is not.
            together = part_worth_saying(budget.support, budget.total_cost)
        amounts = [(source, _sum_of(part for part in listed if part.source is source)) for source in sources]
        parts = tuple((source, amount) for source, amount in amounts if amount is not None)
        return cls(sources, together, parts if len(parts) == len(sources) > 1 else ())


def _sum_of(parts: Iterable[Contribution]) -> MoneyLike | None:
    return worth_saying(Budget(financing=parts, complete=True).total_financing)


def has_rest(budget: Budget) -> bool:
    """Whether part of the financing may come from sources that are not named."""
    return any(part.is_rest for part in (*budget.financing, *budget.unlisted))


def is_unsettled(project: Project) -> bool:
    """Whether it is not known which decision stands, a grant or a refusal."""
    try:
        standing_decision(project)
    except NotKnown:
        return True
    return False


def decided_support(decision: Decision, project: Project) -> Support:
    """Return the support of a decision: its own figures, else with the sources in the project's budget."""
    own = Support.of(decision.budget)
    budget = decision.budget if own.sources else project.budget
    listed = Support.of(budget)
    amount = own.amount if decision.support is None else worth_saying(decision.support)
    sources = listed.sources
    if budget is not None and budget.is_open and sources == (FundingSource.EU,) and amount not in (None, listed.amount):
        # More was granted than the Union's listed part, and the source of the rest is not stated.
        sources = (FundingSource.EU, FundingSource.EU_AND_STATE)
    return Support(sources, amount, own.parts if amount == own.amount else ())


@attrs.frozen
class Payer:
    """A body that pays, or a source of money without a named body."""

    source: FundingSource
    organisation: Organisation | None
    confirmed: bool = True


def payers(budget: Budget) -> tuple[Payer, ...]:
    """Return the payers, each once: the Union, the state, partner countries, then the others as they are listed.

    Contributions of zero and corrections do not count. A payer is confirmed when any of its contributions is.
    """
    found: dict[Payer, bool] = {}
    for part in budget.financing:
        if part.funder is None or (isinstance(part.amount, Money) and part.amount.minor <= 0):
            continue
        source, organisation = part.funder.source, part.funder.organisation
        if source in {FundingSource.EU, FundingSource.EU_AND_STATE}:
            source, organisation = FundingSource.EU, None
        payer = Payer(source, organisation)
        firm = part.commitment in {None, Commitment.CONFIRMED}
        found[payer] = found.get(payer, False) or firm
    # Sorting is stable: payers that are not in `order` stay as they are listed.
    order = {source: index for index, source in enumerate(_SUPPORT)}
    listed = sorted(found, key=lambda payer: order.get(payer.source, len(order)))
    return tuple(attrs.evolve(payer, confirmed=found[payer]) for payer in listed)


def is_municipality(organisation: Organisation) -> bool:
    """Whether this is one municipality, by its kind, or by its official name where the kind is not stated."""
    if organisation.is_group:
        return False
    if organisation.kind is None:
        return official_name(organisation).endswith(" kommun")
    return organisation.kind is OrganisationKind.MUNICIPALITY


def exact_rate(rate: object) -> Rate | None:
    """Return a share that is known exactly, else None: a summary has no shares within bounds."""
    return rate if isinstance(rate, Rate) else None


# --- Amounts
#
# Exact, since somebody signs the text: "12 miljoner kronor" is 12 000 000 kronor, and 11 230 000 kronor is written out.


def worth_saying(amount: MoneyLike | None) -> MoneyLike | None:
    """Return an amount without the lower bound zero, which adds nothing; None where no more is known.

    >>> from esfmodel import Money
    >>> worth_saying(Bounds(Money(0), Money(5))), worth_saying(Bounds.at_least(Money(0)))
    (Bounds.at_most(Money(5)), None)
    """
    if isinstance(amount, Bounds):
        if amount.low is not None and amount.low.minor > 0:
            return amount
        high, included = amount.as_said.high, amount.high_included
        if high is None or high.minor <= 0:
            return None
        return Bounds.at_most(high) if included else Bounds.under(high)
    return amount if amount is not None and amount.minor > 0 else None


def part_worth_saying(part: MoneyLike | None, whole: MoneyLike | None) -> MoneyLike | None:
    """Return a part without an upper bound that only repeats the whole; None where no more is known.

    >>> from esfmodel import Money
    >>> part_worth_saying(Bounds(Money(12), Money(29)), Money(29))
    Bounds.at_least(Money(12))
    """
    known, most = worth_saying(part), whole.high if isinstance(whole, Bounds) else whole
    if not isinstance(known, Bounds) or known.high is None or known.high != most:
        return known
    low = known.as_said.low
    return None if low is None else Bounds(low, low_included=known.low_included)


def share_worth_saying(share: Bounds[Rate]) -> Bounds[Rate]:
    """Return the bounds of a share without 0 per cent as the lower and 100 per cent as the upper end.

    >>> share_worth_saying(Bounds(Rate(0), Rate.of_percent(75)))
    Bounds.at_most(Rate.of_percent("75"))
    >>> share_worth_saying(Bounds(Rate(0), Rate(1)))
    Bounds(Rate.of_percent("0"), Rate.of_percent("100"))
    """
    low = None if share.low_included and share.low == Rate(0) else share.low
    high = None if share.high_included and share.high == Rate(1) else share.high
    if low is None and high is None:
        return share
    return Bounds(low, high, low_included=share.low_included, high_included=share.high_included)


def write_amount(amount: MoneyLike, language: Language) -> str:
    """Write an amount, exact or known within bounds, without rounding anything."""
    if isinstance(amount, Bounds):
        return write_bounds(amount, _in_prose, language)
    return _in_prose(amount, language, Toward.NEAREST).text


def _in_prose(money: Money, language: Language, _toward: Toward) -> Written:
    per = 10**money.digits
    one, many = (name.replace(" ", SPACE) for name in currency_names(money.currency, language))
    for scale in (BILLION, MILLION):
        tenths, left = divmod(10 * money.minor, per * scale)
        if not left and abs(tenths) >= 10:
            number = write_number(tenths, 1, language) if tenths % 10 else write_number(tenths // 10, 0, language)
            word = language.scale_words[scale][abs(tenths) != 10]
            return Written("", number, f"{SPACE}{word}{SPACE}{many}", f"{scale} {money.currency}")
    whole, part = divmod(money.minor, per)
    number = write_number(money.minor, money.digits, language) if part else write_number(whole, 0, language)
    name = one if abs(money.minor) == per else many
    return Written("", number, f"{SPACE}{name}", money.currency)
