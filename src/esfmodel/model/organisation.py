"""Organisations and their roles: a body, or a group of bodies that a source counts without naming them.

>>> from esfmodel import Organisation
>>> Organisation("Region Jämtland Härjedalen", "2321000214").number
OrganisationNumber("232100-0214")
>>> Organisation("kommuner i Östra Mellansverige", count=23).count
23
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_country,
    as_organisation_number,
    as_postal_code,
    is_a,
    is_positive_or_unknown,
    is_text,
    is_text_or_unknown,
    tuple_of,
)
from esfmodel.values.country import Country
from esfmodel.values.field_type import Replaceable
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.format import Labelled
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.postal_code import PostalCode

if TYPE_CHECKING:
    from collections.abc import Iterable


class OrganisationKind(Labelled):
    """The kind of an organisation.

    >>> OrganisationKind.MUNICIPALITY.value
    'municipality'
    """

    STATE_AUTHORITY = "state authority"
    REGION = "region"
    MUNICIPALITY = "municipality"
    MUNICIPAL_FEDERATION = "municipal federation"
    UNIVERSITY = "university"
    FOLK_HIGH_SCHOOL = "folk high school"
    CHAMBER_OF_COMMERCE = "chamber of commerce"
    COMPANY = "company"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    NETWORK = "network"
    OTHER = "other"


def _as_members(value: Iterable[Organisation]) -> tuple[Organisation, ...]:
    return tuple_of(Organisation, value, "members")


class Role(Labelled):
    """The role of an organisation in a project.

    `OWNER` and `PARTNER` can have a budget of their own; `COOPERATING` bodies take part without money, `SUPPORTER`s
    stand behind it, `INITIATOR`s started it, `STEERING` bodies sit in its steering group.

    >>> Role.COOPERATING.has_budget
    False
    """

    OWNER = "owner"
    PARTNER = "partner"
    COOPERATING = "cooperating"
    SUPPORTER = "supporter"
    INITIATOR = "initiator"
    STEERING = "steering"

    @property
    def has_budget(self) -> bool:
        """Whether the role can come with a budget of its own."""
        return self in {Role.OWNER, Role.PARTNER}


@attrs.frozen
class Organisation(Replaceable):
    """A body that takes part in a project, or a group of bodies.

    `number` is a Swedish organisation number (its text may be given) or a `ForeignNumber`. `unit` is the part of the
    body that acts ("Vuxenutbildningen"). `count` is how many bodies this stands for: 1, 23 for "23 kommuner", None for
    "ett antal kommuner"; `members` are those of the group that are named, and a group can hold more than they.

    Raises `InvalidValue` for an empty name, a number with a wrong check digit, or more members than the count.

    >>> Organisation("Handelskammaren Mittsverige", kind=OrganisationKind.CHAMBER_OF_COMMERCE).is_group
    False
    """

    name: str = attrs.field(validator=is_text)
    number: OrganisationNumber | ForeignNumber | None = attrs.field(
        default=None,
        converter=as_organisation_number,
        validator=is_a(OrganisationNumber, ForeignNumber, type(None)),
    )
    kind: OrganisationKind | None = attrs.field(
        default=None, validator=is_a(OrganisationKind, type(None)), kw_only=True
    )
    unit: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    count: int | None = attrs.field(default=1, validator=is_positive_or_unknown, kw_only=True)
    members: tuple[Organisation, ...] = attrs.field(default=(), converter=_as_members, kw_only=True)
    municipality: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    postal_code: PostalCode | None = attrs.field(
        default=None, converter=as_postal_code, validator=is_a(PostalCode, type(None)), kw_only=True
    )
    city: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    country: Country | None = attrs.field(
        default=None, converter=as_country, validator=is_a(Country, type(None)), kw_only=True
    )

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        """Check that no more members are named than counted, and that a single body has none."""
        if not self.members:
            return
        if (self.count is not None and len(self.members) > max(self.count, 0)) or self.count == 1:
            raise InvalidValue("organisation.more_members", "members", len(self.members), count=self.count)

    @property
    def is_group(self) -> bool:
        """Whether this stands for several bodies, or an unknown number."""
        return self.count != 1
