"""Support, payers and official names of a project, and amounts as sentences write them.

They come from the project alone and fill no gaps. Owner, fund and standing decision are in `esfmodel.model.facts`.
"""

from __future__ import annotations

import difflib
import re
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.budget import Budget
from esfmodel.model.facts import standing_decision
from esfmodel.model.funding import Commitment, Contribution, ContributionForm, Funder, FundingSource
from esfmodel.model.organisation import Organisation, OrganisationKind
from esfmodel.text.words._currencies import currency_names
from esfmodel.text.words.language import BILLION, MILLION, SPACE
from esfmodel.text.writing._money import format_rate, write_bounds
from esfmodel.text.writing.numbers import Toward, Written, rounded, write_number
from esfmodel.values.bounds import Bounds, MoneyLike, RateLike
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.model.decision import Decision
    from esfmodel.model.project import Project
    from esfmodel.text.words.language import Language

T = TypeVar("T", Money, Rate)

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
    return KnownNames(names).include(label)


class KnownNames:
    """Names that many labels are compared with; see `is_called`."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)

    def include(self, label: str) -> bool:
        """Whether a label is one of the names."""
        # Most labels are names as they are, so that few are compared with every name.
        if label in self._names:
            return True
        words = _words_of(label)
        if words in self._words or label.casefold() in self._initials:
            return True
        return any(words <= others or (others and others <= words) for others in self._words)

    @cached_property
    def _words(self) -> frozenset[frozenset[str]]:
        return frozenset(map(_words_of, self._names))

    @cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset(map(_initials_of, self._names))


def nearest(label: str, names: Iterable[str]) -> str | None:
    """Return the name that a misspelt label is most like; None where none is near.

    >>> nearest("Morra", ["Ludvika kommun", "Mora kommun"])
    'Mora kommun'
    """
    plain = {name[:_LONGEST_NAME].casefold(): name for name in names}
    short = {" ".join(word for word in name.split() if word not in _GENERAL): full for name, full in plain.items()}
    found = difflib.get_close_matches(label[:_LONGEST_NAME].casefold(), [*plain, *short], 1)
    return (plain | short)[found[0]] if found else None


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in name[:_LONGEST_NAME].casefold().split())


def _words_of(name: str) -> frozenset[str]:
    # Without the s of a genitive: "Mora kommuns" is "Mora kommun".
    return frozenset(word.removesuffix("s") for word in re.findall(r"\w+", name[:_LONGEST_NAME].casefold()))


_GENERAL = frozenset({"ab", "kommun", "län", "region"})
"""Words with which many names begin or end, so that they say little of a misspelt one."""

_LONGEST_NAME = 100
"""Names are compared by so many letters, so that a hostile one takes no time."""


def is_confirmed(part: Contribution) -> bool:
    """Whether a contribution is not merely intended or conditional."""
    return part.commitment in {None, Commitment.CONFIRMED}


def firm(budget: Budget) -> Budget:
    """Return the budget without the amounts of contributions that are not confirmed, which stay listed.

    >>> from esfmodel import Funder, Money
    >>> hoped = Contribution(Funder(source=FundingSource.EU), Money(5), commitment=Commitment.INTENDED)
    >>> firm(Budget(financing=[hoped])).financing[0].amount is None
    True
    """
    if all(map(is_confirmed, budget.financing)):
        return budget
    parts = [part if is_confirmed(part) else attrs.evolve(part, amount=None) for part in budget.financing]
    return attrs.evolve(budget, financing=parts)


@attrs.frozen
class Figures:
    """The figures of a budget that texts and tables tell of, all from confirmed money; None is not known.

    Bounds that add nothing are left out, and so is an end that only the other figures give where the list gives one.
    Nothing as support is not told where a grant of unknown amount is listed, nor nothing as own contribution where
    somebody who raises it is. Where the financing contradicts the total, support and own contribution are what is
    listed of each, without shares.

    >>> from esfmodel import Money
    >>> Figures.of(Budget(total=Money(5))).support is None
    True
    """

    total: MoneyLike | None
    support: MoneyLike | None
    support_rate: RateLike | None
    eu: MoneyLike | None
    eu_rate: RateLike | None
    own: MoneyLike | None
    own_rate: RateLike | None
    contradicting: MoneyLike | None = None
    """The sum of the financing where it cannot be the total; None where it can."""

    @classmethod
    def of(cls, budget: Budget) -> Figures:
        """Return the figures of a budget."""
        known = firm(budget)
        total = worth_saying(known.total_cost) if isinstance(known.total_cost, Bounds) else known.total_cost
        grants = [part for part in known.financing if part.source in _SUPPORT]
        raised = [part for part in known.financing if part.source is not None and part.source.is_own]
        union = [part for part in grants if part.source is FundingSource.EU]
        financing = known.total_financing
        if is_more(financing, known.total_cost) or is_more(known.total_cost, financing):
            rest = [part for part in (*known.financing, *known.unlisted) if part.is_rest]
            support, eu, own = (_sum_of([*parts, *rest]) if parts else None for parts in (grants, union, raised))
            return cls(total, support, None, eu, None, own, None, financing)
        support, support_rate = _as_listed(known.support, known.support_rate, grants, known)
        eu, eu_rate = _as_listed(known.eu_support, known.eu_rate, union or grants, known)
        if not union and isinstance(support, Bounds) and support.high is None:
            # The Union's part of undivided support is known to be at most that support.
            eu, eu_rate = None, None
        return cls(
            total,
            support,
            support_rate,
            eu,
            eu_rate,
            *_as_listed(known.own_contribution, known.own_rate, raised, known),
        )


def _as_listed(
    amount: MoneyLike | None, rate: RateLike | None, parts: list[Contribution], budget: Budget
) -> tuple[MoneyLike | None, RateLike | None]:
    """Return an amount and its share as texts have them, given the contributions that are listed of it."""
    if not isinstance(amount, Bounds):
        is_open = amount is not None and not amount.minor and any(part.amount is None for part in parts)
        return (None, None) if is_open else (amount, rate)
    said, share = part_worth_saying(amount, budget.total_cost), share_worth_saying(rate)
    listed = _sum_of(parts)
    if listed is None or not isinstance(said, Bounds):
        return said, share
    ends = listed if isinstance(listed, Bounds) else Bounds(listed, listed)
    low, high = amount.low == ends.low, amount.high == ends.high
    if low == high:
        return said, share
    return _one_end(said, low=low), _one_end(share, low=low) if isinstance(share, Bounds) else share


def _one_end(bounds: Bounds[T], *, low: bool) -> Bounds[T] | None:
    """Return only the lower or the upper end of bounds; None where there is no such end."""
    end = bounds.as_said.low if low else bounds.as_said.high
    ends = (end, None) if low else (None, end)
    low_included, high_included = bounds.low_included, bounds.high_included
    return None if end is None else Bounds(*ends, low_included=low_included, high_included=high_included)


@attrs.frozen
class Support:
    """The confirmed support in a budget: its sources, the amount of each, and the total."""

    sources: tuple[FundingSource, ...]
    amount: MoneyLike | None
    parts: tuple[tuple[FundingSource, MoneyLike], ...]
    """The amounts by source, as far as they are known."""

    @classmethod
    def of(cls, budget: Budget | None) -> Support:
        """Return the support in a budget; empty without a budget."""
        if budget is None:
            return cls((), None, ())
        listed = [part for part in budget.financing if part.source in _SUPPORT and is_confirmed(part)]
        sources = tuple(source for source in _SUPPORT if any(part.source is source for part in listed))
        together = _sum_of(listed)
        # What the total leaves to grants that are not listed has no source, so it is nobody's support here.
        if not isinstance(together, Money) and not has_rest(budget) and (sources or not budget.unlisted):
            # Total cost less own contribution may be known where the list of support is not.
            together = worth_saying(Figures.of(budget).support)
        amounts = [(source, _sum_of(part for part in listed if part.source is source)) for source in sources]
        return cls(sources, together, tuple((source, amount) for source, amount in amounts if amount is not None))

    @property
    def is_divided(self) -> bool:
        """Whether there are several sources and the amount of each is known."""
        return len(self.parts) == len(self.sources) > 1


def _sum_of(parts: Iterable[Contribution]) -> MoneyLike | None:
    listed = list(parts)
    if len(listed) < 2:  # The commonest case, kept fast.
        return worth_saying(listed[0].amount) if listed else None
    return worth_saying(Budget(financing=listed, complete=True).total_financing)


def amount_not_confirmed(budget: Budget) -> MoneyLike | None:
    """Return the sum of what is intended or conditional; None where no amount is known."""
    return _sum_of(part for part in budget.financing if not is_confirmed(part))


def is_more(amount: MoneyLike | None, other: MoneyLike | None) -> bool | None:
    """Whether an amount is more than another; None where that is not known."""
    try:
        return None if amount is None or other is None else amount > other
    except (NotKnown, InvalidValue):
        return None


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
    sources, parts = listed.sources, own.parts if amount == own.amount else ()
    if budget is not None and budget.is_open and sources == (FundingSource.EU,) and amount not in (None, listed.amount):
        # More was granted than the Union's listed part, and the source of the rest is not stated.
        sources = (FundingSource.EU, FundingSource.EU_AND_STATE)
    elif amount is not None and amount == listed.amount:
        parts = listed.parts
    return Support(sources, amount, parts)


@attrs.frozen
class Payer:
    """A body that pays, or a source of money without a named body."""

    source: FundingSource
    organisation: Organisation | None
    form: ContributionForm | None = None
    """The one form of all it pays, where that is another than money."""
    commitment: Commitment | None = None
    """How firm the promise is, where nothing is confirmed."""
    contributions: tuple[Contribution, ...] = ()
    """What it pays, as far as it is confirmed where anything is."""

    @property
    def confirmed(self) -> bool:
        """Whether anything it pays is confirmed."""
        return self.commitment is None

    @property
    def amount(self) -> MoneyLike | None:
        """The sum of what it pays; None where that is not known, or undivided."""
        is_undivided = any(part.source is FundingSource.EU_AND_STATE for part in self.contributions)
        return None if is_undivided else _sum_of(self.contributions)


def payers(budget: Budget) -> tuple[Payer, ...]:
    """Return the payers, each once: the Union, the state, partner countries, then the others as they are listed.

    Undivided support is paid by the Union and the state. Contributions of zero and corrections do not count. A payer is
    confirmed when any of its contributions is.
    """
    found: dict[Payer, list[Contribution]] = {}
    for part in budget.financing:
        if part.funder is None or (isinstance(part.amount, Money) and part.amount.minor <= 0):
            continue
        for payer in _payers_of(part.funder):
            found.setdefault(payer, []).append(part)
    # Sorting is stable: payers that are not in `order` stay as they are listed.
    order = {source: index for index, source in enumerate(_SUPPORT)}
    listed = sorted(found, key=lambda payer: order.get(payer.source, len(order)))
    return tuple(_with_contributions(payer, found[payer]) for payer in listed)


def _payers_of(funder: Funder) -> Iterator[Payer]:
    if funder.source is FundingSource.EU_AND_STATE:
        yield Payer(FundingSource.EU, None)
        yield Payer(FundingSource.STATE_GRANT, None)
    else:
        yield Payer(funder.source, None if funder.source is FundingSource.EU else funder.organisation)


def _with_contributions(payer: Payer, parts: list[Contribution]) -> Payer:
    forms = {part.form for part in parts}
    firm_parts = [part for part in parts if is_confirmed(part)]
    return attrs.evolve(
        payer,
        form=None if len(forms) > 1 or forms <= {None, ContributionForm.CASH} else forms.pop(),
        contributions=tuple(firm_parts or parts),
        commitment=None if firm_parts else parts[0].commitment,
    )


def is_municipality(organisation: Organisation) -> bool:
    """Whether this is one municipality, by its kind, or by its official name where the kind is not stated."""
    if organisation.is_group:
        return False
    if organisation.kind is None:
        return official_name(organisation).endswith(" kommun")
    return organisation.kind is OrganisationKind.MUNICIPALITY


def last_of(period: Period) -> Period:
    """Return the last day, month or year of a period, whichever its precision is.

    >>> last_of(Period("2023", "2025", "year"))
    Period("2025-01-01", "2025-12-31", "year")
    """
    end, precision = period.end, period.precision
    start = end if precision == "day" else end.replace(day=1) if precision == "month" else end.replace(month=1, day=1)
    return Period(start, end, precision)


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


def share_worth_saying(share: RateLike | None) -> RateLike | None:
    """Return a share without ends at 0 and 100 per cent, which add nothing; None where no more is known.

    >>> share_worth_saying(Bounds(Rate(0), Rate.of_percent(75)))
    Bounds.at_most(Rate.of_percent("75"))
    >>> share_worth_saying(Bounds(Rate(0), Rate(1))) is None
    True
    """
    if not isinstance(share, Bounds):
        return share
    low = None if share.low == Rate(0) else share.low
    high = None if share.high == Rate(1) else share.high
    if low is None and high is None:
        return None
    return Bounds(low, high, low_included=share.low_included, high_included=share.high_included)


def write_amount(amount: MoneyLike, language: Language) -> str:
    """Write an amount, exact or known within bounds, without rounding anything."""
    if isinstance(amount, Bounds):
        return write_bounds(amount, _in_prose, language)
    return _in_prose(amount, language, Toward.NEAREST).text


def write_amounts(one: MoneyLike, other: MoneyLike, language: Language) -> tuple[str, str]:
    """Write two amounts, the first without the unit that they share: "från 10 till 12 miljoner kronor"."""
    if isinstance(one, Money) and isinstance(other, Money):
        first, second = (_in_prose(amount, language, Toward.NEAREST) for amount in (one, other))
        if first.unit == second.unit:
            return first.number, second.text
    return write_amount(one, language), write_amount(other, language)


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


# --- Shares
#
# With few digits, and alike in texts and tables. Ends of bounds are rounded outwards, so that what is written is true.

_HALF = Fraction(1, 2)
_LEAST = Rate.of_percent("0.01")
"""The smallest share that is written with two decimals of a per cent."""


def write_share(share: RateLike, style: str, language: Language) -> str:
    """Write a share: exact ones to two decimals, bounds in whole per cent, and "almost" for what is nearly the whole.

    >>> from esfmodel.text.words.swedish import SWEDISH
    >>> def plain(share):
    ...     return write_share(share, "words", SWEDISH).replace("\N{NO-BREAK SPACE}", " ")
    >>> plain(Rate.of_percent("99.99995")), plain(Bounds.over(Rate.parse("12/29")))
    ('nästan 100 procent', 'över 41 procent')
    >>> plain(Bounds(Rate.of_percent("41.38"), Rate.of_percent("41.42")))
    'drygt 41 procent'
    """
    word, written = _shortened(share.known or share if isinstance(share, Bounds) else share)
    text = format_rate(written, style, language)
    return f"{language.qualifying[word]} {text}" if word else text


def is_nearly(share: Rate, other: Rate) -> bool:
    """Whether two shares differ by less than two decimals of a per cent show."""
    return share != other and 2 * abs(share - other).fraction < _LEAST.fraction


def _shortened(share: RateLike) -> tuple[str | None, RateLike]:
    """Return a share as it is written, and the name of the qualifier before it."""
    if isinstance(share, Rate):
        if is_nearly(share, Rate(1)):
            return "almost" if share < Rate(1) else "just_over", Rate(1)
        return ("less_than", _LEAST) if share > Rate(0) and is_nearly(share, Rate(0)) else (None, share)
    low, high = share.low, share.high
    if low is not None and high is not None:
        below = low.fraction * 100 // 1
        if below < low.fraction * 100 and high.fraction * 100 < below + _HALF:
            return "just_over", Rate.of_percent(below)
        if below + _HALF < low.fraction * 100 and high.fraction * 100 < below + 1:
            return "just_under", Rate.of_percent(below + 1)
    ends = (_rounded_end(low, Toward.BELOW), _rounded_end(high, Toward.ABOVE))
    return None, Bounds(*ends, low_included=share.low_included, high_included=share.high_included)


def _rounded_end(end: Rate | None, toward: Toward) -> Rate | None:
    """Return an end in whole per cent, but for one that has only one decimal or would become 0 or 100."""
    if end is None or not (end.fraction * 1000) % 1:
        return end
    percent = rounded(100 * end.fraction.numerator, end.fraction.denominator, toward)
    return end if percent in {0, 100} else Rate.of_percent(percent)
