"""What one row of a list, or several of one operation, say of a project.

A fact that contradicts another of its row, or that cannot stand in its field, is kept in `extra` under the heading of
its column, and a problem tells of it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from esfmodel.errors import InvalidValue
from esfmodel.formats.evidence import Evidence, Places
from esfmodel.formats.labels import FIELDS, Meaning
from esfmodel.formats.reading import Problem
from esfmodel.formats.stated import OF_THE_BUDGET, stated_budget, stated_period
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.organisation import Organisation, Role
from esfmodel.model.programme import Call, Programme
from esfmodel.model.project import Participation, Project
from esfmodel.values.cci import Cci
from esfmodel.values.foreign_number import ForeignNumber
from esfmodel.values.money import Money
from esfmodel.values.organisation_number import OrganisationNumber
from esfmodel.values.period import Period
from esfmodel.values.postal_code import PostalCode

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from esfmodel.formats.lists.columns import RowValues
    from esfmodel.model.budget import Budget
    from esfmodel.values.country import Country
    from esfmodel.values.period import OpenPeriod

_AMOUNTS: Mapping[str, Meaning] = MappingProxyType({FIELDS[meaning]: meaning for meaning in OF_THE_BUDGET})
_DAYS = (FIELDS[Meaning.START], FIELDS[Meaning.END], FIELDS[Meaning.PERIOD])
_OWNER = "beneficiary."
_NAME = FIELDS[Meaning.OWNER]
_PARTNER = FIELDS[Meaning.PARTNER]
_IS_LEAD = FIELDS[Meaning.IS_LEAD]
_OF_THE_BODY: Mapping[str, str] = MappingProxyType(
    {
        FIELDS[Meaning.TOTAL]: FIELDS[Meaning.PARTNER_TOTAL],
        FIELDS[Meaning.EU_SUPPORT]: FIELDS[Meaning.PARTNER_EU_SUPPORT],
    }
)
"""The amounts of the body of a row, by those of a whole project."""
_OF_BODIES = frozenset({_IS_LEAD, *_OF_THE_BODY.values()})
_CURRENCY = FIELDS[Meaning.CURRENCY]
_OF_THE_PROJECT = (
    "name", "operation_id", "fund", "programming_period", "cci", "priority", "specific_objective",
    "intervention_field", "planned_participants", "duration_months", "region", "nuts", "municipalities", "country",
    "strategic_importance", "published_eu_rate", "summary",
)  # fmt: skip
"""The fields of a project that a row states as they are."""


class MadeProject(NamedTuple):
    """A project, where its values stand, what is wrong, how many values stand in fields, and what rows differ in.

    `differing` are the fields that several rows state differently.
    """

    project: Project
    evidence: Mapping[str, Evidence]
    problems: tuple[Problem, ...]
    values: int
    differing: tuple[str, ...] = ()


def project_of(rows: Sequence[RowValues], places: Sequence[Evidence], of_partners: Collection[str] = ()) -> MadeProject:
    """Return the project of one row, or of several rows of one operation; `places` are those of the rows.

    The body of a row that has the lead, or else of the first of several rows, is the owner, and the other bodies are
    partners. An amount that is the same in all rows is the project's; amounts that differ, and the fields
    `of_partners`, are those of the bodies, unless other columns hold these. What else differs is kept in `extra`.

    Raises `InvalidValue` where the rows make no project.
    """
    facts = _Facts(places[0])
    if len(rows) == 1 and _OF_BODIES.isdisjoint(rows[0].values):
        # So are most rows of most lists.
        facts.take_all(rows[0])
    else:
        _take_together(facts, rows, places, of_partners)
    return facts.project(sum(len(row.values) for row in rows))


def body_of(row: RowValues) -> tuple[Organisation | None, tuple[Problem, ...]]:
    """Return the owner of the project of one row, as `project_of` makes it, and what is wrong with it."""
    facts = _Facts(Evidence())
    facts.take_all(row)
    return facts.body(), facts.problems


def _take_together(
    facts: _Facts, rows: Sequence[RowValues], places: Sequence[Evidence], of_partners: Collection[str]
) -> None:
    """Take what rows say of their project and of its bodies."""
    paths = list(dict.fromkeys(path for row in rows for path in row.values))
    are_of_bodies = not _OF_BODIES.isdisjoint(paths)
    bodies = {_body_of(row) for row in rows} if len(rows) > 1 else set[tuple[tuple[str, str], ...]]()
    are_partners = (len(bodies) > 1 and () not in bodies) or are_of_bodies
    own = {path: of_the_body for path, of_the_body in _OF_THE_BODY.items() if of_the_body in paths}
    of_rows = frozenset(_AMOUNTS) - own.keys() if are_partners and len(rows) > 1 else frozenset[str]()
    for path in paths:
        if path in _OF_BODIES or (are_partners and path.startswith(_OWNER if _PARTNER not in paths else _PARTNER)):
            continue
        stated = [row for row in rows if path in row.values]
        if path == "name":
            # A project has one: the first, and the others are kept, which differ in case at least.
            facts.take(path, stated[0])
            others = [row for row in stated if row.values[path] != stated[0].values[path]]
            if others:
                facts.differ(path, others)
            continue
        is_same = all(row.values[path] == stated[0].values[path] for row in stated)
        if path in of_rows and (path in of_partners or not is_same):
            own[path] = path
        elif is_same:
            facts.take(path, stated[0])
        else:
            facts.differ(path, stated)
    for row in rows:
        facts.add(row.extra, row.problems)
    if are_partners:
        facts.take_bodies(rows, places, own)


def _body_of(row: RowValues) -> tuple[tuple[str, str], ...]:
    """Return what a row says of its own body: a partner, or else the beneficiary."""
    start = _PARTNER if _PARTNER in row.values else _OWNER
    return tuple(sorted((path, str(value)) for path, value in row.values.items() if path.startswith(start)))


class _Facts:
    """The facts of one project on their way into its fields; each ends in a field or in `extra`."""

    def __init__(self, place: Evidence) -> None:
        self._values: dict[str, Any] = {}
        self._evidence = Places({"": place})
        self._extra: dict[tuple[str, str], None] = {}
        self._problems: list[Problem] = []
        self._partners: list[Participation] = []
        self._owner: Organisation | None = None
        self._kept = 0
        self.differing: list[str] = []

    def take(self, path: str, row: RowValues) -> None:
        """Take what a row says of a field of the project."""
        self._values[path] = row.values[path]
        self._evidence[path] = row.evidence[path]

    def take_all(self, row: RowValues) -> None:
        """Take what the only row of a project says."""
        self._values |= row.values
        self._evidence = Places(self._evidence, row.evidence)
        self.add(row.extra, row.problems)

    def differ(self, path: str, rows: Iterable[RowValues]) -> None:
        """Keep what rows say differently of one field."""
        self.differing.append(path)
        for row in rows:
            self._keep(row.evidence[path])

    def add(self, extra: Iterable[tuple[str, str]], problems: Iterable[Problem]) -> None:
        """Take what a row says without a field, once where rows repeat it, and its problems."""
        self._extra.update(dict.fromkeys(extra))
        self._problems += problems

    def take_bodies(self, rows: Sequence[RowValues], places: Sequence[Evidence], amounts: Mapping[str, str]) -> None:
        """Take the bodies of rows, with the amounts that are their own: those of a budget by what a row calls them.

        The body that has the lead is the owner, or the first where the rows do not say which has it; the others are
        partners. Where the rows name partners beside an owner, all of them are.
        """
        are_named = any(_PARTNER in row.values for row in rows)
        if are_named:
            self._owner = self._body(self._values, self._evidence)
        wheres = [
            {**row.evidence, _NAME: row.evidence[_PARTNER]} if _PARTNER in row.values else row.evidence for row in rows
        ]
        bodies = [
            self._body(self._stated_body(row, are_named=are_named), where)
            for row, where in zip(rows, wheres, strict=True)
        ]
        self._take_owner(rows, bodies)
        times = Counter(bodies)
        seen: set[Organisation] = set()
        for row, body, where, place in zip(rows, bodies, wheres, places, strict=True):
            own = {path: row.values[stated] for path, stated in amounts.items() if stated in row.values}
            if body is None or times[body] > 1:
                # Of a body with several rows it is not known which amount is the whole.
                for path in own:
                    self._keep(row.evidence[amounts[path]])
                self.differing += own
                own = {}
            if body is None or body in seen:
                continue
            seen.add(body)
            cells = {path: row.evidence[amounts[path]] for path in own}
            budget = self._budget(own, cells)
            role = Role.OWNER if body == self._owner else Role.PARTNER
            if role is Role.PARTNER or budget is not None:
                at = f"partners[{len(self._partners)}]"
                self._evidence[at] = place
                self._evidence[f"{at}.organisation.name"] = where[_NAME]
                self._partners.append(Participation(body, role, budget=budget))

    def _take_owner(self, rows: Sequence[RowValues], bodies: Sequence[Organisation | None]) -> None:
        """Take the body that has the lead for the owner; the first where no row says anything of that."""
        said = [row for row in rows if _IS_LEAD in row.values]
        leading = [(row, body) for row, body in zip(rows, bodies, strict=True) if row.values.get(_IS_LEAD)]
        if len({body for _, body in leading}) > 1:
            self.differ(_IS_LEAD, said)
        elif self._owner is None:
            named = [(row, body) for row, body in (leading if said else zip(rows, bodies, strict=True)) if body]
            for row, body in named[:1]:
                self._owner = body
                self._evidence.update({path: row.evidence[path] for path in row.values if path.startswith(_OWNER)})

    @staticmethod
    def _stated_body(row: RowValues, *, are_named: bool) -> dict[str, Any]:
        if are_named:
            return {_NAME: row.values[_PARTNER]} if _PARTNER in row.values else {}
        return {path: value for path, value in row.values.items() if path.startswith(_OWNER)}

    def project(self, cells: int) -> MadeProject:
        """Return the project of all that was taken; `cells` is the number of values that the rows state."""
        values = self._values
        if self._owner is None:
            self._owner = self.body()
        budget = self._budget(values, self._evidence)
        period = self._period()
        fields: dict[str, Any] = {path: values.pop(path) for path in _OF_THE_PROJECT if path in values}
        fields["decisions"] = self._decisions()
        self._leave_out_currency(budget, fields["decisions"])
        if "call" in values:
            fields["call"] = Call(values.pop("call"))
        if "programme" in values:
            fields["programme"] = Programme(name=values.pop("programme"))
        for path in [*values]:
            # What has no field here, such as a partner beside a body that is not named.
            self._refuse(path, None)
        made = self._made(
            fields | {"beneficiary": self._owner, "budget": budget, "period": period, "partners": self._partners}
        )
        return MadeProject(made, self._evidence, self.problems, cells - self._kept, tuple(self.differing))

    def _made(self, fields: dict[str, Any]) -> Project:
        while True:
            try:
                return Project(**fields, extra=tuple(self._extra))
            except InvalidValue as error:
                # A text that no field takes, such as one with marks of direction.
                name = error.place.partition(".")[0].partition("[")[0]
                if name == "name" or fields.pop(name, None) is None:
                    raise
                self._refuse(name, Problem.of(error))

    # --- Parts of a project

    def body(self) -> Organisation | None:
        """Return the body that the values name; take what is said of it out of them."""
        return self._body(self._values, self._evidence)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong so far."""
        return tuple(self._problems)

    def _body(self, values: dict[str, Any], evidence: Mapping[str, Evidence]) -> Organisation | None:
        """Return the body of a row; take what is said of it out of the values."""
        paths = [path for path in values if path.startswith(_OWNER)]
        stated = {path.removeprefix(_OWNER): values.pop(path) for path in paths}
        if not stated:
            return None
        if "name" not in stated:
            for part in stated:
                self._refuse(f"{_OWNER}{part}", Problem("record.owner_unnamed"), evidence)
            return None
        wrong = _fault_of_a_name(stated["name"])
        if wrong is not None:
            self._refuse(_NAME, wrong, evidence)
            # In the order of the columns: that of a set differs from run to run.
            del stated["name"]
            for part in stated:
                self._refuse(f"{_OWNER}{part}", Problem("record.owner_unnamed"), evidence)
            return None
        country = stated.get("country")
        home = country or self._values.get("country") or _country_of(self._values.get("cci"))
        for part, read in (("number", _number), ("postal_code", PostalCode)):
            if isinstance(stated.get(part), str):
                made = self._of_country(f"{_OWNER}{part}", stated.pop(part), home, read, evidence)
                if made is not None:
                    stated[part] = made
        try:
            return _organisation(**stated)
        except InvalidValue as error:
            for part in stated:
                self._refuse(f"{_OWNER}{part}", Problem.of(error), evidence)
            return None

    def _of_country(
        self,
        path: str,
        text: str,
        country: Country | None,
        read: Callable[[str, Country], object],
        evidence: Mapping[str, Evidence],
    ) -> object | None:
        """Return a number or code that each country writes in its own way; keep it where it cannot be read."""
        if country is None:
            self._refuse(path, Problem("list.no_country"), evidence)
            return None
        try:
            return read(text, country)
        except InvalidValue as error:
            self._refuse(path, Problem.of(error), evidence)
            return None

    def _budget(self, values: dict[str, Any], evidence: Mapping[str, Evidence]) -> Budget | None:
        """Return the budget of the amounts; take them out of the values."""
        amounts = {meaning: values.pop(path) for path, meaning in _AMOUNTS.items() if path in values}
        try:
            budget, refused = stated_budget(amounts)
        except InvalidValue as error:
            budget, refused = None, dict.fromkeys(amounts, Problem.of(error))
        for meaning, problem in refused.items():
            self._refuse(FIELDS[meaning], problem, evidence)
        return budget

    def _period(self) -> Period | OpenPeriod | None:
        start, end, stated = (self._values.pop(path, None) for path in _DAYS)
        if isinstance(start, Period) and isinstance(end, Period) and start.precision == end.precision:
            return self._of_months_or_years(start, end, stated)
        for path, day in zip(_DAYS, (start, end), strict=False):
            if isinstance(day, Period):
                self._refuse(path, Problem("list.one_end_in_days"))
        start, end = (None if isinstance(day, Period) else day for day in (start, end))
        period, refused = stated_period(start, end, stated)
        for meaning, problem in refused.items():
            self._refuse(FIELDS[meaning], problem)
        return period

    def _of_months_or_years(self, start: Period, end: Period, stated: Period | OpenPeriod | None) -> Period | None:
        """Return the period from the first to the last of two months or years."""
        if end.end < start.start:
            for path in _DAYS[:2]:
                self._refuse(path, Problem("record.end_before_start"))
            return None
        whole = Period(start.start, end.end, start.precision)
        if stated not in {None, whole}:
            self._refuse(_DAYS[2], Problem("record.not_the_days", days=whole))
        return whole

    def _decisions(self) -> list[Decision]:
        """Return the application that is stated. The day of a decision is kept: it may be that of a rejection."""
        applied = self._values.pop(FIELDS[Meaning.APPLIED], None)
        return [] if applied is None else [Decision(DecisionKind.APPLIED, support=applied)]

    def _leave_out_currency(self, budget: Budget | None, decisions: Iterable[Decision]) -> None:
        """Leave out the currency that a row states of its amounts where one of them has it.

        It is told where all amounts have another; one that is not read may be the one that has it.
        """
        stated = self._values.get(_CURRENCY)
        if stated is None:
            return
        budgets = (budget, *(each.budget for each in self._partners))
        known = {each.currency for each in budgets if each is not None}
        known |= {each.support.currency for each in decisions if isinstance(each.support, Money)}
        currencies = tuple(sorted(each for each in known if each is not None))
        if stated in currencies:
            del self._values[_CURRENCY], self._evidence[_CURRENCY]
        elif currencies and not any(each.place in _AMOUNTS for each in self._problems):
            del self._values[_CURRENCY]
            self._refuse(_CURRENCY, Problem("list.unused_currency", currencies=currencies))

    # --- What has no field

    def _refuse(self, path: str, problem: Problem | None, evidence: Mapping[str, Evidence] | None = None) -> None:
        """Keep a value that was taken, and report why it stands in no field."""
        where = (self._evidence if evidence is None else evidence)[path]
        if self._evidence.get(path) is where:
            del self._evidence[path]
        self._keep(where)
        if problem is not None:
            self._problems.append(problem.in_cell(where, path))

    def _keep(self, where: Evidence) -> None:
        self._extra[where.column or "", where.text] = None
        self._kept += 1


# A body often has many projects in a list.
_organisation = lru_cache(maxsize=1_000)(Organisation)

_MOST_PARTS_OF_A_NAME = 2
_WORD = re.compile(r"[^\W\d_]{3}")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,8};")


def _fault_of_a_name(name: str) -> Problem | None:
    """Return why the text in the column of the owners is no name of a body; None for one that is."""
    if not any(map(str.isalpha, name)):
        # The other cells may be out of place too, but need not be.
        return Problem("list.name_of_figures")
    if name.count(";") < _MOST_PARTS_OF_A_NAME:
        return None
    parts = [part for part in _ENTITY.sub("", name).split(";") if _WORD.search(part)]
    return Problem("list.several_bodies", mark=";") if len(parts) > _MOST_PARTS_OF_A_NAME else None


def _country_of(cci: object) -> Country | None:
    return cci.country if isinstance(cci, Cci) else None


def _number(text: str, country: Country) -> OrganisationNumber | ForeignNumber:
    return OrganisationNumber.parse(text) if country.code == "SE" else ForeignNumber(country, text)
