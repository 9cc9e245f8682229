"""Funders, the legal kind of their money, and their contributions.

`FundingSource` tells apart three shares that are often confused: the Union's money, the support granted (the Union's
and the state's), and the project's own contribution.

>>> from esfmodel import Contribution, Funder, FundingSource, Money, Organisation
>>> support = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(3_706_566))
>>> own = Contribution(Funder(Organisation("Region Kronoberg"), source=FundingSource.OWN_PUBLIC), Money(1_235_522))
>>> own.funder.source.is_own, support.funder.source.is_own
(True, False)
"""

from __future__ import annotations

import attrs

from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_money_like,
    is_a,
    is_money_like_or_unknown,
    is_text_or_unknown,
    is_year_or_unknown,
)
from esfmodel.model.organisation import Organisation
from esfmodel.values.bounds import MoneyLike
from esfmodel.values.field_type import Replaceable
from esfmodel.values.format import Labelled


class FundingSource(Labelled):
    """The legal kind of a funder's money.

    `EU` is the Union's money alone; `STATE_GRANT` the state's money in the same grant; `EU_AND_STATE` the grant
    undivided, as "ESF-stöd" is published; `PARTNER_COUNTRY` a grant of another country (Norwegian Interreg money).
    `OWN_PUBLIC` and `OWN_PRIVATE` are the project's own contribution (medfinansiering), `OWN` where a source does not
    say which.

    >>> [source.name for source in FundingSource if source.is_own]
    ['OWN_PUBLIC', 'OWN_PRIVATE', 'OWN']
    """

    EU = "EU"
    STATE_GRANT = "state grant"
    EU_AND_STATE = "EU and state"
    PARTNER_COUNTRY = "partner country"
    OWN_PUBLIC = "own, public"
    OWN_PRIVATE = "own, private"
    OWN = "own"

    @property
    def is_own(self) -> bool:
        """Whether this is the project's own contribution, as opposed to support."""
        return self in _OWN


_OWN = frozenset({FundingSource.OWN_PUBLIC, FundingSource.OWN_PRIVATE, FundingSource.OWN})


class ContributionForm(Labelled):
    """In what form a contribution comes.

    `CASH` is money; `IN_KIND` work, premises or goods (bidrag i annat än pengar); `PARTICIPANT_REMUNERATION` pay and
    allowances that others give the participants (deltagarersättning).

    >>> ContributionForm.IN_KIND.value
    'in kind'
    """

    CASH = "cash"
    IN_KIND = "in kind"
    PARTICIPANT_REMUNERATION = "participant remuneration"


class Commitment(Labelled):
    """How firmly a funder has promised its contribution.

    >>> Commitment.CONDITIONAL.value
    'conditional'
    """

    CONFIRMED = "confirmed"
    INTENDED = "intended"
    CONDITIONAL = "conditional"


@attrs.frozen
class Funder(Replaceable):
    """A body that pays, or a source of money that no body is named for.

    >>> Funder(source=FundingSource.EU).organisation is None
    True
    """

    organisation: Organisation | None = attrs.field(default=None, validator=is_a(Organisation, type(None)))
    source: FundingSource = attrs.field(kw_only=True, validator=is_a(FundingSource))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


@attrs.frozen
class Contribution(Replaceable):
    """What one funder pays: an amount, an amount within bounds, or None when nobody has said how much.

    `form` is None when a source does not state it. `partner` and `phase` are the names of the partner and the phase it
    belongs to, `year` the calendar year, `reference` the funder's own id of its decision. A negative amount is a
    correction. `Contribution.rest()` stands for unnamed sources.

    >>> Contribution(Funder(source=FundingSource.OWN)).amount is None
    True
    """

    funder: Funder | None = attrs.field(validator=is_a(Funder, type(None)))
    amount: MoneyLike | None = attrs.field(default=None, converter=as_money_like, validator=is_money_like_or_unknown)
    form: ContributionForm | None = attrs.field(
        default=None, validator=is_a(ContributionForm, type(None)), kw_only=True
    )
    partner: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    phase: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    year: int | None = attrs.field(default=None, validator=is_year_or_unknown, kw_only=True)
    commitment: Commitment | None = attrs.field(default=None, validator=is_a(Commitment, type(None)), kw_only=True)
    reference: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    @classmethod
    def rest(cls) -> Contribution:
        """Return the contribution, of an unknown amount and possibly 0, of unnamed sources.

        >>> Contribution.rest().is_rest
        True
        """
        return cls(None)

    @property
    def is_rest(self) -> bool:
        """Whether this stands for unnamed sources."""
        return self.funder is None

    @property
    def source(self) -> FundingSource | None:
        """The legal kind of the money, or None for the rest."""
        return None if self.funder is None else self.funder.source
