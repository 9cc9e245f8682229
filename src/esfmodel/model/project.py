"""Projects with their participants, phases and themes, and what they were on an earlier day.

>>> from esfmodel import Project
>>> project = Project("Kompetensfocus Jämtland Härjedalen", operation_id="23-067-S04", nuts="SE32")
>>> project.operation_id.scheme is None
False
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.model.aid import Aid, AidBasis
from esfmodel.model.budget import Budget
from esfmodel.model.decision import (
    Decision,
    DecisionKind,
    is_followed,
    is_past,
    last_ends,
    last_of,
    one_of_the_last,
    what_stands,
)
from esfmodel.model.fields import (
    as_call,
    as_call_on_lines,
    as_cci,
    as_country,
    as_nuts,
    as_operation_id,
    as_programming_period,
    as_tuple,
    check_type,
    is_a,
    is_count_or_unknown,
    is_positive_or_unknown,
    is_text,
    is_text_or_unknown,
    pairs_of,
    texts_of,
    tuple_of,
)
from esfmodel.model.ledger.claims import Claim
from esfmodel.model.organisation import Organisation, Role
from esfmodel.model.programme import Call, CategoryOfRegion, Priority, Programme, as_priority
from esfmodel.values.cci import Cci
from esfmodel.values.country import Country
from esfmodel.values.dates import DateLike, as_date
from esfmodel.values.field_type import Keeping, Replaceable
from esfmodel.values.format import as_html
from esfmodel.values.fund import Fund
from esfmodel.values.guesses import guessed
from esfmodel.values.money import Rate
from esfmodel.values.nuts import NutsCode
from esfmodel.values.operation_id import OperationId
from esfmodel.values.period import OpenPeriod, Period
from esfmodel.values.programming_period import ProgrammingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

    from esfmodel.values.dates import Date


@attrs.frozen
class Participation(Replaceable):
    """An organisation's part in a project.

    Raises `InvalidValue` for a budget in a role that has none.

    >>> Participation(Organisation("Alvesta kommun"), Role.COOPERATING).budget is None
    True
    """

    organisation: Organisation = attrs.field(validator=is_a(Organisation))
    role: Role = attrs.field(validator=is_a(Role))
    budget: Budget | None = attrs.field(default=None, validator=is_a(Budget, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines

    def __attrs_post_init__(self) -> None:
        if self.budget is not None and not self.role.has_budget:
            roles = tuple(role for role in Role if role.has_budget)
            raise InvalidValue("role.without_budget", "role", self.role, roles=roles)


@attrs.frozen
class Phase(Replaceable):
    """A phase of a project, such as analysis, implementation or closure; several may follow each other.

    >>> Phase("Genomförandefas", Period("2024-10-01", "2027-06-30")).period.months
    33
    """

    name: str = attrs.field(validator=is_text)
    period: Period | None = attrs.field(default=None, validator=is_a(Period, type(None)))
    budget: Budget | None = attrs.field(default=None, validator=is_a(Budget, type(None)), kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


@attrs.frozen
class SecondaryTheme(Replaceable):
    """A secondary theme of an ESF+ project and whether the project addresses it; registers print "Nej" as well.

    >>> SecondaryTheme("Motverka barnfattigdom", False).applies
    False
    """

    name: str = attrs.field(validator=is_text)
    applies: bool = attrs.field(default=True, validator=is_a(bool))

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines


def _as_themes(value: Iterable[SecondaryTheme | str]) -> tuple[SecondaryTheme, ...]:
    given = as_tuple(value, "SecondaryTheme", "secondary_themes")
    if not given:
        return ()
    themes = [_as_theme(theme, f"secondary_themes[{index}]") for index, theme in enumerate(given)]
    return tuple_of(SecondaryTheme, themes, "secondary_themes")


def _as_theme(value: SecondaryTheme | str, place: str) -> SecondaryTheme:
    if not isinstance(value, str):
        return value
    try:
        return SecondaryTheme(value)
    except InvalidValue as error:
        raise error.at(place) from error


_DEPRECATED = "state_aid is deprecated and will go after a year; give aid, such as aid=Aid(AidBasis.NONE)"


def _as_partners(value: Iterable[Participation]) -> tuple[Participation, ...]:
    return tuple_of(Participation, value, "partners")


def _as_phases(value: Iterable[Phase]) -> tuple[Phase, ...]:
    return tuple_of(Phase, value, "phases")


def _as_decisions(value: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple_of(Decision, value, "decisions")


def _as_claims(value: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple_of(Claim, value, "claims")


class UnknownKey(tuple[str, str]):
    """A key of a document that no field takes: its `path` in the project, and its `value`.

    The value is a text as it is, and anything else as JSON; a text that could be taken for JSON is written as JSON too,
    so that `"12"` and 12 stay apart. Writing the project puts the key back where it stood. `anchor` marks what it stood
    in, and is set by reading: where that has changed since, the key is written among `extra` instead, so that it never
    comes to stand beside something else.

    It is a pair, equal to the pair of its two texts.

    >>> key = UnknownKey("budget.costs[0].note", "Offert inhämtad")
    >>> key.path, key.value
    ('budget.costs[0].note', 'Offert inhämtad')
    """

    anchor: str | None

    def __new__(cls, path: str, value: str, *, anchor: str | None = None) -> Self:  # noqa: D102
        for text in (path, value):
            check_type(text, str, "extra")
        made = super().__new__(cls, (path, value))
        made.anchor = anchor
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return what copies and pickles are made from."""
        return self.path, self.value

    def __repr__(self) -> str:
        return f"UnknownKey({self.path!r}, {self.value!r})"

    @property
    def path(self) -> str:
        """Where the key stands, such as "budget.costs[0].note"."""
        return self[0]

    @property
    def value(self) -> str:
        """What the key says: a text as it is, anything else as JSON."""
        return self[1]


def _as_municipalities(value: Iterable[str]) -> tuple[str, ...]:
    return texts_of(value, "municipalities")


def _as_extra(value: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    given = as_tuple(value, "pairs", "extra")
    if not given:
        return ()
    pairs = pairs_of(given, "extra")
    for index, pair in enumerate(pairs):
        for text in pair:
            check_type(text, str, f"extra[{index}]")
    keys = sorted(each for each in given if isinstance(each, UnknownKey))
    # Their order is that of their paths, whatever document they come from.
    return (*(pair for each, pair in zip(given, pairs, strict=True) if not isinstance(each, UnknownKey)), *keys)


@guessed(
    end="use project.period.end",
    from_dict="use from_dict(data)",
    from_json="use from_json(text)",
    owner="use project.beneficiary, or owner_of(project)",
    start="use project.period.start",
    support="use project.budget.support",
    title="use project.name",
    to_dict="use to_dict(project)",
    to_json="use to_json(project)",
    total="use project.budget.total_cost",
    total_cost="use project.budget.total_cost",
    validate="use validate(project)",
)
@attrs.frozen
class Project(Keeping):
    """A project; `name` alone is required, and what nobody has said is None or empty.

    `beneficiary` is the project owner (stödmottagare), `partners` everybody else with their roles. `period` is the
    project period, `duration_months` a length stated without dates. `region`, `nuts`, `municipalities` and `country`
    are where the project is carried out, which is not where its owner has its seat. `category_of_region` is the
    category to which the project's expenditure is allocated, where its priority has several. `published_eu_rate` is the
    Union's rate as the register prints it ("Unionens medfinansieringsgrad"): nominal, set for the priority, and not
    computed from the figures of this project. `aid` is whether the support is State aid and on what basis,
    `vat_recoverable` whether value added tax can be recovered, `physical_investment` whether something lasting is built
    or bought; None is not stated. `source` says where the data come from, and `extra` holds what has no field, as pairs
    of label and value; a key of a document that no field takes is an `UnknownKey`, and these come last.

    `state_aid` is deprecated: give `aid`. It is accepted with a warning, and read as an `Aid` of which no more is
    known. Raises `InvalidValue` where it contradicts `aid`.

    Identifiers may be given as text, a priority by its code and secondary themes by their names.

    >>> Project("Framtidskraft", priority="C", period=Period("2025-09-01", "2028-08-31")).period.months
    36
    """

    name: str = attrs.field(validator=is_text)
    operation_id: OperationId | None = attrs.field(
        default=None, converter=as_operation_id, validator=is_a(OperationId, type(None)), kw_only=True
    )
    call: Call | None = attrs.field(default=None, validator=is_a(Call, type(None)), kw_only=True)
    fund: Fund | None = attrs.field(default=None, validator=is_a(Fund, type(None)), kw_only=True)
    programming_period: ProgrammingPeriod | None = attrs.field(
        default=None, converter=as_programming_period, validator=is_a(ProgrammingPeriod, type(None)), kw_only=True
    )
    programme: Programme | None = attrs.field(default=None, validator=is_a(Programme, type(None)), kw_only=True)
    cci: Cci | None = attrs.field(default=None, converter=as_cci, validator=is_a(Cci, type(None)), kw_only=True)
    priority: Priority | None = attrs.field(
        default=None, converter=as_priority, validator=is_a(Priority, type(None)), kw_only=True
    )
    category_of_region: CategoryOfRegion | None = attrs.field(
        default=None, validator=is_a(CategoryOfRegion, type(None)), kw_only=True
    )
    specific_objective: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    intervention_field: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    secondary_themes: tuple[SecondaryTheme, ...] = attrs.field(default=(), converter=_as_themes, kw_only=True)
    beneficiary: Organisation | None = attrs.field(default=None, validator=is_a(Organisation, type(None)), kw_only=True)
    partners: tuple[Participation, ...] = attrs.field(default=(), converter=_as_partners, kw_only=True)
    planned_participants: int | None = attrs.field(default=None, validator=is_count_or_unknown, kw_only=True)
    period: Period | OpenPeriod | None = attrs.field(
        default=None, validator=is_a(Period, OpenPeriod, type(None)), kw_only=True
    )
    duration_months: int | None = attrs.field(default=None, validator=is_positive_or_unknown, kw_only=True)
    phases: tuple[Phase, ...] = attrs.field(default=(), converter=_as_phases, kw_only=True)
    budget: Budget | None = attrs.field(default=None, validator=is_a(Budget, type(None)), kw_only=True)
    decisions: tuple[Decision, ...] = attrs.field(default=(), converter=_as_decisions, kw_only=True)
    claims: tuple[Claim, ...] = attrs.field(default=(), converter=_as_claims, kw_only=True)
    region: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    nuts: NutsCode | None = attrs.field(
        default=None, converter=as_nuts, validator=is_a(NutsCode, type(None)), kw_only=True
    )
    municipalities: tuple[str, ...] = attrs.field(default=(), converter=_as_municipalities, kw_only=True)
    country: Country | None = attrs.field(
        default=None, converter=as_country, validator=is_a(Country, type(None)), kw_only=True
    )
    strategic_importance: bool | None = attrs.field(default=None, validator=is_a(bool, type(None)), kw_only=True)
    aid: Aid | None = attrs.field(default=None, validator=is_a(Aid, type(None)), kw_only=True)
    # What is given as `state_aid` is moved to `aid`, so that the fact has one home.
    _state_aid: bool | None = attrs.field(
        default=None, alias="state_aid", validator=is_a(bool, type(None)), kw_only=True
    )
    vat_recoverable: bool | None = attrs.field(default=None, validator=is_a(bool, type(None)), kw_only=True)
    physical_investment: bool | None = attrs.field(default=None, validator=is_a(bool, type(None)), kw_only=True)
    published_eu_rate: Rate | None = attrs.field(default=None, validator=is_a(Rate, type(None)), kw_only=True)
    summary: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    source: str | None = attrs.field(default=None, validator=is_text_or_unknown, kw_only=True)
    extra: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_as_extra, kw_only=True)

    __repr__ = as_call
    _repr_pretty_ = as_call_on_lines
    _repr_html_ = as_html

    def __attrs_post_init__(self) -> None:
        """Read the deprecated `state_aid` as an `Aid`."""
        given = self._state_aid
        if given is None:
            return
        if self.state_aid not in {None, given}:
            raise InvalidValue("aid.contradicts", "state_aid", given)
        if self.aid is None:
            warnings.warn(_DEPRECATED, DeprecationWarning, stacklevel=3)
            object.__setattr__(self, "aid", Aid(AidBasis.STATE_AID if given else AidBasis.NONE))
        object.__setattr__(self, "_state_aid", None)

    @property
    def state_aid(self) -> bool | None:
        """Whether the support is State aid, by `aid`; None is not stated. De minimis aid is no State aid."""
        return None if self.aid is None else self.aid.basis.is_state_aid

    def status(self, *, on: DateLike | None = None) -> DecisionKind | None:
        """Return the kind of the last decision, of all or by the end of a day; None before the first.

        Decisions count in order of time, however they are listed; where the days leave the order open, in the usual
        order of their kinds. Raises `NotKnown` where it is not known whether a decision had been taken by the day, and
        where both a grant and a rejection may be the last.

        >>> from esfmodel import Decision, DecisionKind
        >>> decisions = [Decision(DecisionKind.APPLIED, "2024-02-01"), Decision(DecisionKind.GRANTED, "2024-06-28")]
        >>> Project("Framtidskraft", decisions=decisions).status(on="2024-03-01").value
        'applied'
        """
        return status_of(self, on)

    def at(self, day: DateLike) -> Project:
        """Return the project as of the end of a day, with the decisions and claims made by then.

        After the last decision, budget and period are the project's own; before it, those of the decisions made by
        then, or None: the project's own may come from a later decision. A rejection changes neither. All other fields
        stay the same.

        Raises `NotKnown` where it is not known whether a decision or a claim had been made by the day, or which of two
        different decisions came last.

        >>> from esfmodel import Budget, Decision, DecisionKind, Money
        >>> applied = Decision(DecisionKind.APPLIED, "2024-02-01", budget=Budget(total=Money(12_000_000)))
        >>> granted = Decision(DecisionKind.GRANTED, "2024-06-28", budget=Budget(total=Money(10_000_000)))
        >>> project = Project("Framtidskraft", budget=granted.budget, decisions=[applied, granted])
        >>> project.at("2024-03-01").budget.total_cost
        Money(12000000)
        """
        return as_of(self, day)


def status_of(project: Project, on: DateLike | None) -> DecisionKind | None:
    """Implement `Project.status`."""
    last = last_of(project.decisions if on is None else _taken(project, as_date(on, "on")))
    return one_of_the_last(last).kind if last else None


def as_of(project: Project, day: DateLike) -> Project:
    """Implement `Project.at`."""
    on = as_date(day, "day")
    taken = _taken(project, on)
    later = len(taken) < len(project.decisions)
    # A rejection leaves earlier terms in force.
    decided = [decision for decision in taken if decision.kind is not DecisionKind.REJECTED]
    budget, period = (None, None) if later else (project.budget, project.period)
    return attrs.evolve(
        project,
        decisions=taken,
        claims=tuple(claim for claim in project.claims if _is_handed_in(claim, on)),
        budget=what_stands(decided, lambda decision: decision.budget) if budget is None else budget,
        period=what_stands(decided, lambda decision: decision.period) if period is None else period,
    )


def _taken(project: Project, on: Date) -> tuple[Decision, ...]:
    ends = last_ends(project.decisions, on.toordinal())
    return tuple(decision for decision in project.decisions if _is_taken(decision, on, ends))


def _is_taken(decision: Decision, on: Date, ends: Mapping[DecisionKind, int]) -> bool:
    past = is_past(decision.on, on)
    if past is None and not is_followed(decision, ends):
        raise NotKnown("decision.day_not_known", kind=decision.kind, on=on, day=decision.on)
    return past is not False


def _is_handed_in(claim: Claim, on: Date) -> bool:
    past = is_past(claim.on, on)
    if past is None:
        raise NotKnown("claim.day_not_known", number=claim.number, on=on, day=claim.on)
    return past
