"""Texts about a project: its summary and its funding statement.

They hold only what the project states or what follows from it. What is not stated is left out, or said not to be stated
where a reader would miss it. Money that is intended or conditional is in no sum.

Each clause is written by a method that takes `named`: the project in full in the first sentence, and None after it.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from esfmodel.law import LAW
from esfmodel.model.budget import Budget
from esfmodel.model.decision import Decision, DecisionKind
from esfmodel.model.facts import fund_of, in_role, later_decisions, owner_of, standing_decision
from esfmodel.model.funding import FundingSource
from esfmodel.model.organisation import Organisation, Role
from esfmodel.model.project import Project
from esfmodel.text.telling._phrases import Tense
from esfmodel.text.telling.facts import (
    Figures,
    Payer,
    Support,
    decided_support,
    exact_rate,
    firm,
    has_rest,
    is_confirmed,
    is_more,
    is_municipality,
    is_nearly,
    is_unsettled,
    last_of,
    payers,
)
from esfmodel.text.telling.names import name_in_a_sentence, official_name
from esfmodel.text.telling.worth_saying import worth_saying
from esfmodel.values.bounds import Bounds
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import OpenPeriod

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from esfmodel.model.funding import Contribution
    from esfmodel.text.telling._phrases import Phrases
    from esfmodel.values.bounds import MoneyLike


def summary(project: Project, phrases: Phrases) -> str:
    """Write three or four sentences: project, owner and time; decision; money; co-funders and participants."""
    text = _Text(project, phrases, tells_owner=True)
    writers: list[Callable[[str | None], list[str]]] = [
        text.opening,
        text.framework,
        text.support,
        text.later,
        text.cost,
        text.amounts_missing,
        text.participants,
        text.people,
        text.not_confirmed,
        text.behind,
    ]
    clauses: list[str] = []
    for write in writers:
        clauses += write(None if clauses else text.name)
    return phrases.paragraph(clauses or [phrases.nothing_more(text.name)])


class _Text:
    """What is told of one project in one language, clause by clause."""

    def __init__(self, project: Project, phrases: Phrases, *, tells_owner: bool) -> None:
        if not isinstance(project, Project):
            raise TypeError(f"project must be a Project, not {type(project).__name__}")
        self.project, self.phrases, self.tells_owner = project, phrases, tells_owner
        stated = Budget() if project.budget is None else project.budget
        self.budget, self.figures, self.payers = firm(stated), Figures.of(stated), payers(stated)
        self.is_unsettled = is_unsettled(project)
        self.decision = None if self.is_unsettled else standing_decision(project)
        self.changes = () if self.is_unsettled else later_decisions(project)
        fund = fund_of(project)
        self.fund = None if fund is None else phrases.funds[fund]

    @cached_property
    def name(self) -> str:
        """The project in full, with its number where it has one."""
        number = self.project.operation_id
        return self.phrases.project(
            name_in_a_sentence(self.project.name), _on_one_line(None if number is None else str(number))
        )

    @property
    def kind(self) -> DecisionKind | None:
        """The kind of the decision that stands."""
        return None if self.decision is None else self.decision.kind

    @property
    def is_refused(self) -> bool:
        """Whether the decision that stands is a rejection."""
        return self.kind is DecisionKind.REJECTED

    @cached_property
    def tense(self) -> Tense:
        """The tense in which the project is told of.

        What ended before the newest check of the law data is over, whenever the text is written.
        """
        end, newest = None if self.project.period is None else self.project.period.end, LAW.newest_check
        is_over = end is not None and newest is not None and end < newest
        # Of a project that was only applied for or prioritised it is not known that it took place.
        if self.is_refused or (self.kind in _BEFORE_A_GRANT and not self.changes):
            return Tense.CONDITIONAL if self.is_refused or is_over else Tense.PLANNED
        is_closed = any(change.kind is DecisionKind.CLOSED for change in self.changes)
        return Tense.PAST if is_closed or is_over else Tense.PRESENT

    # --- The project

    def opening(self, named: str | None) -> list[str]:
        """Write who owns the project, when it runs and who initiated it; nothing when neither is known."""
        phrases, project, owner = self.phrases, self.project, owner_of(self.project)
        time = phrases.time(project.period, project.duration_months)
        if owner is None and time is None:
            return []
        said = phrases.owned(
            named or phrases.the_project(),
            None if owner is None else phrases.organisation(owner),
            time,
            is_open=isinstance(project.period, OpenPeriod),
            tense=self.tense,
        )
        initiators = in_role(project, Role.INITIATOR)
        if initiators:
            names = phrases.organisations(initiators)
            said += f"; {phrases.initiators(names, self.tense, several=_is_plural(initiators))}"
        return [said]

    def framework(self, named: str | None) -> list[str]:
        """Write the fund, priority and objective, unless the sentence about the support names the fund."""
        project = self.project
        priority = _on_one_line(None if project.priority is None else project.priority.code)
        objective = _on_one_line(project.specific_objective)
        if not (self.fund or priority or objective) or (self.fund and self.fund in " ".join(self.support(None))):
            return []
        hoped = bool(self._grants) and not any(map(is_confirmed, self._grants))
        tense = Tense.PLANNED if hoped or self.is_unsettled else self.tense
        return [self.phrases.belongs(named or self.phrases.the_project(), self.fund, priority, objective, tense)]

    @property
    def _grants(self) -> list[Contribution]:
        stated = self.project.budget
        return [
            part for part in (stated.financing if stated else ()) if part.source is not None and not part.source.is_own
        ]

    # --- Support and decisions

    def support(self, named: str | None) -> list[str]:
        """Write what was decided on the support; without a decision, the support in the budget."""
        phrases = self.phrases
        if self.is_unsettled:
            return [phrases.unsettled(named or phrases.the_project())]
        if self.decision is None:
            return self._budgeted(named)
        # Of one source the budgeted amount stands beside the decision, of several in a sentence of its own.
        is_told = self._told_amount is not None or len(self._support.sources) < _SEVERAL
        return [self._decided(self.decision, named), *([] if is_told else self._budgeted(None))]

    def _budgeted(self, named: str | None) -> list[str]:
        """Write the support in the budget."""
        phrases, support = self.phrases, self._support
        is_whole = support.is_divided and not has_rest(self.budget)
        if len(support.sources) >= _SEVERAL and not is_whole:
            # A sum would leave out what is not known.
            if len(support.parts) > 1:
                parts = [
                    (phrases.the_money(*self._money(Support((source,), None, ()), self.budget)), phrases.amount(amount))
                    for source, amount in support.parts
                ]
                return [phrases.amounts_are(parts, named, self.tense)]
            # Of several sources only one has a known amount, or none has.
            source, amount = support.parts[0] if support.parts else (None, None)
            support = Support(() if source is None else (source,), amount, ())
        if support.amount is None:
            return []
        the_money = phrases.the_money(*self._money(support, self.budget))
        said = phrases.amounts_to(the_money, phrases.amount(support.amount), named, self.tense)
        return [said + self._of_which(support, self.budget)]

    @cached_property
    def _support(self) -> Support:
        """The support in the budget."""
        return Support.of(self.budget)

    def _decided(self, decision: Decision, named: str | None) -> str:
        """Write what was decided, by whom and when, with the verb for that kind of decision."""
        phrases, budget = self.phrases, self._budget_of(decision)
        support = self._support_in(decision)
        what = phrases.money(*self._money(support, budget))
        if support.amount is not None:
            what = phrases.amount_of(phrases.amount(support.amount), what)
        of_which = self._of_which(support, budget)
        if decision.kind is DecisionKind.APPLIED:
            return phrases.applied(what, self._applicant(decision), phrases.when(decision.on), named) + of_which
        budgeted = self._support
        if self._told_amount is None and budgeted.amount is not None and len(budgeted.sources) < _SEVERAL:
            what += phrases.as_budgeted(phrases.amount(budgeted.amount))
        clause = phrases.decision(decision.kind, named or phrases.the_project(), what, self.tense)
        return clause + self._by_whom_and_when(decision) + of_which

    def _support_in(self, decision: Decision) -> Support:
        """Return the support in a decision; what was applied for stands in the application or else in the budget."""
        if not (self.is_refused or decision.kind is DecisionKind.APPLIED):
            return decided_support(decision, self.project)
        made = [decision, *(each for each in self.project.decisions if each.kind is DecisionKind.APPLIED)]
        supports = [decided_support(each, self.project) for each in made]
        stated = [support for support in supports if support.amount is not None]
        return stated[0] if stated and len({support.amount for support in stated}) == 1 else self._support

    def _applicant(self, decision: Decision) -> str | None:
        owner = owner_of(self.project)
        body = _on_one_line(decision.body)
        if owner is None or body not in {None, official_name(owner)}:
            return body
        return self.phrases.the_owner() if self.tells_owner else self.phrases.organisation(owner)

    def _budget_of(self, decision: Decision) -> Budget:
        """Return the budget whose sources the support of a decision has."""
        own = decision.budget
        return self.budget if own is None or not Support.of(own).sources else firm(own)

    def _by_whom_and_when(self, decision: Decision) -> str:
        return self.phrases.decided(_on_one_line(decision.body), self.phrases.when(decision.on))

    def _money(self, support: Support, budget: Budget) -> tuple[tuple[FundingSource, ...], list[str]]:
        """Return the sources of support and who gives it; without both where the parts of it are told."""
        if support.is_divided:
            return (), []
        if set(support.sources) >= {FundingSource.EU, FundingSource.EU_AND_STATE} or not support.sources:
            # It is not stated who gives all of it.
            return (), [self.fund] if self.fund else []
        if support.sources == (FundingSource.EU,):
            return support.sources, [self.fund] if self.fund else []
        if support.sources == (FundingSource.STATE_GRANT,):
            return support.sources, self._bodies(FundingSource.STATE_GRANT, budget)
        return (), [giver for source in support.sources for giver in self._givers(source, budget)]

    def _givers(self, source: FundingSource, budget: Budget) -> list[str]:
        names, union = self.phrases.payer_names, self.fund or self.phrases.union
        if source is FundingSource.EU:
            return [union]
        if source is FundingSource.EU_AND_STATE:
            return [union, names[FundingSource.STATE_GRANT]]
        named = self._bodies(source, budget)
        if not named and source is FundingSource.PARTNER_COUNTRY and self._partner_country is not None:
            return [self._partner_country]
        return named or [names[source]]

    @cached_property
    def _partner_country(self) -> str | None:
        """The one country outside the Union that a participant comes from."""
        project = self.project
        bodies = [
            *(part.organisation for part in project.partners),
            *([project.beneficiary] if project.beneficiary else []),
        ]
        found = {
            body.country for body in bodies if body.country is not None and body.country.code in _OUTSIDE_THE_UNION
        }
        return found.pop().name(self.phrases.language.code) if len(found) == 1 else None

    def _bodies(self, source: FundingSource, budget: Budget) -> list[str]:
        """Return the bodies that give money of a kind, or their countries; nothing where one is not named."""
        parts = [part for part in budget.financing if part.source is source]
        bodies = [part.funder.organisation for part in parts if part.funder and part.funder.organisation]
        names = [
            self.phrases.organisation(body)
            if body.country is None or source is not FundingSource.PARTNER_COUNTRY
            else body.country.name(self.phrases.language.code)
            for body in bodies
        ]
        return _each_once(names) if len(bodies) == len(parts) else []

    def _parts(self, support: Support, budget: Budget) -> list[tuple[str, str]]:
        return [
            (self.phrases.amount(amount), self.phrases.money(*self._money(Support((source,), None, ()), budget)))
            for source, amount in support.parts
        ]

    def _of_which(self, support: Support, budget: Budget) -> str:
        return self.phrases.of_which(self._parts(support, budget)) if support.is_divided else ""

    def later(self, named: str | None) -> list[str]:
        """Write how a grant was changed, and that the project was closed."""
        clauses: list[str] = []
        for change in self.changes:
            call = None if clauses else named
            if change.kind is DecisionKind.CLOSED:
                amount = decided_support(change, self.project).amount
                clauses.append(
                    self.phrases.closed(
                        call or self.phrases.the_project(),
                        None if amount is None else self.phrases.amount(amount),
                        _on_one_line(change.body),
                        self.phrases.when(change.on),
                    )
                )
            else:
                clauses.append(self._changed(change, call))
        return clauses

    def _changed(self, change: Decision, named: str | None) -> str:
        phrases = self.phrases
        said: list[str] = []
        before = None if self.decision is None else decided_support(self.decision, self.project).amount
        after = decided_support(change, self.project)
        if after.amount is not None and after.amount != before:
            up = is_more(after.amount, before)
            the_money = phrases.the_money(after.sources if len(after.sources) == 1 else (), [])
            if before is None or up is None:
                told: tuple[str | None, str] = (None, phrases.amount(after.amount))
            else:
                told = phrases.amounts(before, after.amount)
            said.append(phrases.changed_to(the_money, *told, named, self.tense, up=bool(up)))
        earlier = None if self.decision is None else self.decision.period
        if change.period is not None and earlier is not None:
            # "2025" and "30 June 2025" may be the same end.
            end, end_before = last_of(change.period), last_of(earlier)
            up = end.start > end_before.end
            if up or end.end < end_before.start:
                until = phrases.end_of(change.period)
                said.append(phrases.prolonged(until, None if said else named, self.tense, up=up))
        if not said:
            return phrases.changed(_on_one_line(change.body), phrases.when(change.on), named)
        return (phrases.both(*said) if len(said) > 1 else said[0]) + self._by_whom_and_when(change)

    # --- Money

    def cost(self, named: str | None) -> list[str]:
        """Write the total cost with the shares that are known exactly, the own contribution, and what is missing."""
        phrases, budget, figures = self.phrases, self.budget, self.figures
        if self.is_unsettled:
            return []
        said: list[str] = []
        shares = self._shares
        total = self._told_total
        if total is not None and figures.support == total == (self._told_amount or self._support.amount):
            said.append(phrases.covered(self.tense))
        elif total is not None:
            said.append(phrases.total(phrases.amount(total), named, self.tense) + shares)
        own = self._own_amount
        if own is not None and not shares:
            whose = phrases.own_money(self._only_cofunder, None if said else named)
            said.append(phrases.amounts_to(whose, phrases.amount(own), None, self.tense))
        if has_rest(budget) and not self._named_cofunders:
            other = bool(self.payers) or self.decision is not None
            said.append(phrases.financing_missing(None if said else named, other=other))
        elif said and figures.support is None and figures.own is None and self._told_amount is None:
            said.append(phrases.division_missing())
        return ["; ".join(said)] if said else []

    @property
    def _told_total(self) -> MoneyLike | None:
        """The total cost where it is stated or known exactly."""
        total = worth_saying(self.figures.total)
        return total if self.budget.total is not None or isinstance(total, Money) else None

    @property
    def _own_amount(self) -> MoneyLike | None:
        """Return the own contribution where its amounts are listed and not told beside the names of several."""
        own = self._own_payers
        is_listed = any(part.amount is not None for payer in own for part in payer.contributions if is_confirmed(part))
        if not is_listed or self.figures.contradicting is not None:
            return None
        if self._only_cofunder is None and self._named_cofunders:
            return None
        # What the total leaves at most is no news of the own contribution.
        amount = worth_saying(self.figures.own)
        if not isinstance(amount, Bounds) or amount.low is None:
            return amount
        return Bounds(amount.as_said.low, low_included=amount.low_included)

    @property
    def _own_payers(self) -> list[Payer]:
        return [payer for payer in self.payers if payer.source.is_own]

    @property
    def _named_cofunders(self) -> list[Payer]:
        """The confirmed co-funders that are told by name."""
        if self.is_unsettled or self.is_refused:
            return []
        return [payer for payer in self._own_payers if payer.organisation and payer.confirmed]

    @cached_property
    def _shares(self) -> str:
        """The parts of the total cost that are support and own contribution; empty where they are not known exactly."""
        phrases, tense, figures = self.phrases, self.tense, self.figures
        rate, own_rate = exact_rate(figures.support_rate), exact_rate(figures.own_rate)
        if rate is None or own_rate is None or self._told_total is None:
            return ""
        decided = self._told_amount
        budgeted = worth_saying(figures.support)
        if decided is not None and decided != budgeted:
            # An open list holds no budgeted support, only what the total leaves.
            if budgeted is None or self.budget.unlisted:
                return ""
            return phrases.support_as_budgeted(phrases.amount(budgeted), phrases.rate(rate), tense)
        own = phrases.own_money(self._only_cofunder, None)
        if rate == Rate(1) or is_nearly(rate, Rate(1)):
            return phrases.covered_by(phrases.the_money((), []), tense, nearly=rate != Rate(1))
        if own_rate == Rate(1) or is_nearly(own_rate, Rate(1)):
            return phrases.covered_by(own, tense, nearly=own_rate != Rate(1))
        if rate == own_rate:
            return phrases.halves(own, tense)
        return phrases.shares(phrases.rate(rate), own, phrases.rate(own_rate), tense)

    @cached_property
    def _told_amount(self) -> MoneyLike | None:
        """The support in the last decision of which an amount is told."""
        supports = [decided_support(decision, self.project) for decision in self.changes]
        if self.decision is not None:
            supports.insert(0, self._support_in(self.decision))
        return next((support.amount for support in reversed(supports) if support.amount is not None), None)

    @cached_property
    def _only_cofunder(self) -> str | None:
        """The one body that pays the whole own contribution; None when there may be others."""
        own = self._own_payers
        if len(own) != 1 or not own[0].confirmed or own[0].organisation is None or has_rest(self.budget):
            return None
        return self._payer(own[0])

    def not_confirmed(self, named: str | None) -> list[str]:
        """Write whose money is intended or conditional."""
        hoped = [payer for payer in self.payers if not payer.confirmed]
        if not hoped or self.is_unsettled or self.is_refused:
            return []
        promises = {payer.commitment for payer in hoped}
        promise = self.phrases.commitments[hoped[0].commitment] if hoped[0].commitment and len(promises) == 1 else None
        # A promise that is the same for all is told once.
        alike = [payer if promise is None else attrs.evolve(payer, commitment=None) for payer in hoped]
        return [self.phrases.not_confirmed(named, *self._named_and_kinds(alike, amount=True), promise)]

    def amounts_missing(self, named: str | None) -> list[str]:
        """Write that no amounts are stated, after the published rate where there is one."""
        if self._states_amounts or self.cost(None) or (named is not None and self.project.published_eu_rate is None):
            return []
        rate = self.project.published_eu_rate
        published = [] if rate is None else [self.phrases.published_rate(self.phrases.rate(rate), named)]
        return ["; ".join([*published, self.phrases.no_amounts()])]

    @property
    def _states_amounts(self) -> bool:
        """Whether any amount is stated, or a decision that has amounts which may not be known here."""
        made = self.project.decisions
        budgets = [self.project.budget, *(decision.budget for decision in made)]
        return any(budget is not None and budget.currency is not None for budget in budgets) or bool(
            self.decision or self.changes or self.is_unsettled
        )

    # --- People

    def participants(self, named: str | None) -> list[str]:
        """Write how many participants are planned."""
        count = self.project.planned_participants
        return [self.phrases.participants(count, named, self.tense)] if count else []

    def people(self, named: str | None) -> list[str]:
        """Write who co-funds the project, unless it has been told, and who takes part."""
        if self.is_unsettled or self.is_refused:
            return []
        clauses = self._cofunders(named)
        clauses += self._taking_part(None if clauses else named)
        return [self.phrases.both(*clauses)] if len(clauses) > 1 and not has_rest(self.budget) else clauses

    def _cofunders(self, named: str | None) -> list[str]:
        phrases, bodies = self.phrases, self._named_cofunders
        if not bodies or (self._only_cofunder is not None and self._only_cofunder in " ".join(self.cost(named))):
            return []
        amount = len(bodies) <= _MOST_WITH_AMOUNTS and not self._shares
        written = {p.organisation: self._payer(p, amount=amount) for p in bodies if p.organisation}
        names = list(written.values())
        several = _is_plural(list(written))
        if has_rest(self.budget) or len(bodies) < len(self._own_payers):
            said = phrases.cofunders_among_others(phrases.first_of(names), named, self.tense, several=several)
            return [f"{said}; {phrases.financing_missing(None, other=True)}" if has_rest(self.budget) else said]
        return [phrases.cofunders(phrases.organisations(written, written), named, self.tense, several=several)]

    def _taking_part(self, named: str | None) -> list[str]:
        phrases, tense, owner = self.phrases, self.tense, owner_of(self.project)
        partners = [each for each in in_role(self.project, Role.PARTNER) if each != owner]
        others = [each for each in in_role(self.project, Role.COOPERATING) if each != owner and each not in partners]
        if not partners:
            names = phrases.organisations(others) if others else ""
            return [phrases.take_part(names, named, tense, several=_is_plural(others))] if others else []
        names = phrases.organisations(partners)
        if owner is None:
            clause = phrases.take_part(names, named, tense, several=_is_plural(partners))
        else:
            clause = phrases.together_with(named or phrases.the_project(), names, tense)
        if not others:
            return [clause]
        return [f"{clause}; {phrases.take_part_too(phrases.organisations(others), tense, several=_is_plural(others))}"]

    def behind(self, named: str | None) -> list[str]:
        """Write who stands behind the project, and who sits in its steering group."""
        if self.is_unsettled or self.is_refused:
            return []
        clauses: list[str] = []
        for role, write in ((Role.SUPPORTER, self.phrases.supporters), (Role.STEERING, self.phrases.steering)):
            bodies = in_role(self.project, role)
            if bodies:
                call = None if clauses else named
                names = self.phrases.organisations(bodies)
                clauses.append(write(names, call, self.tense, several=_is_plural(bodies)))
        return [self.phrases.both(*clauses)] if len(clauses) > 1 else clauses

    # --- Funding statement: bodies by their official names, and no list that looks complete when it is not

    def financed(self) -> list[str]:
        """Write who finances the project, or that this is not stated."""
        firm_payers = [payer for payer in self.payers if payer.confirmed]
        if not firm_payers:
            return []
        complete = not self.budget.is_open and all(payer.confirmed for payer in self.payers)
        listed = self._payer_list(firm_payers, complete=complete)
        return [self.phrases.financed(self.name, listed, self.tense, whole=complete and len(firm_payers) == 1)]

    def _payer_list(self, paying: list[Payer], *, complete: bool) -> str:
        """List the payers, several municipalities last and under their own heading."""
        phrases = self.phrases
        names, kinds = self._named_and_kinds(paying)
        if not complete and names:
            return phrases.payers([phrases.among_others(names)], kinds)
        municipalities = [payer for payer in paying if _is_a_municipality(payer)]
        others = [payer for payer in paying if not _is_a_municipality(payer)]
        if len(municipalities) < _SEVERAL or not others or kinds:
            return phrases.payers(names, kinds)
        return phrases.with_municipalities(
            _each_once(map(self._payer, others)), _each_once(map(self._payer, municipalities))
        )

    def _named_and_kinds(self, paying: list[Payer], *, amount: bool = False) -> tuple[list[str], list[str]]:
        """Return those who pay, and the kinds of own money that nobody is named for."""
        named = [payer for payer in paying if not _is_a_kind(payer)]
        with_body = {payer.source for payer in named}
        kinds = [
            self._payer(payer, amount=amount, other=payer.source in with_body) for payer in paying if _is_a_kind(payer)
        ]
        return _each_once(self._payer(payer, amount=amount) for payer in named), kinds

    def _payer(self, payer: Payer, *, amount: bool = False, other: bool = False) -> str:
        """Write who pays, with the amount if asked for, and what is special about it."""
        phrases, body, source = self.phrases, payer.organisation, payer.source
        if body is not None:
            name = phrases.organisation(body)
        elif source is FundingSource.PARTNER_COUNTRY and self._partner_country is not None:
            name = self._partner_country
        elif source in phrases.payer_names:
            name = phrases.payer_names[source]
        else:
            name = phrases.own_kind(source, other=other)
        notes = [phrases.amount(payer.amount)] if amount and payer.amount is not None else []
        if body is not None and body.country is not None and source is FundingSource.PARTNER_COUNTRY:
            notes.append(body.country.name(phrases.language.code))
        notes += [] if payer.form is None else [phrases.forms[payer.form]]
        notes += [] if payer.commitment is None else [phrases.commitments[payer.commitment]]
        notes = [note for note in notes if note != name]
        return f"{name} ({', '.join(notes)})" if notes else name


def _is_a_kind(payer: Payer) -> bool:
    """Whether a payer is a kind of own money that nobody is named for."""
    return payer.organisation is None and payer.source.is_own


def _is_a_municipality(payer: Payer) -> bool:
    return payer.organisation is not None and is_municipality(payer.organisation)


_SEVERAL = 2

_BEFORE_A_GRANT = frozenset({DecisionKind.APPLIED, DecisionKind.PRIORITISED})

_OUTSIDE_THE_UNION = frozenset({"CH", "FO", "GB", "GL", "IS", "LI", "NO"})
"""Countries and territories that give grants of their own in Interreg, as the Union gives none there."""

_MOST_WITH_AMOUNTS = 3
"""So many co-funders are written with what each pays."""


def _on_one_line(text: str | None) -> str | None:
    return None if text is None else name_in_a_sentence(text)


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _is_plural(organisations: list[Organisation]) -> bool:
    return len(organisations) > 1 or organisations[0].is_group


def funding_statement(project: Project, phrases: Phrases) -> str:
    """Write who finances the project, and what is decided on the support."""
    text = _Text(project, phrases, tells_owner=False)
    if text.is_unsettled or text.is_refused:
        return phrases.paragraph([*text.support(text.name), *text.later(None)])
    clauses = text.financed()
    clauses += text.not_confirmed(None if clauses else text.name)
    if clauses:
        if all(payer.source is not FundingSource.EU for payer in text.payers):
            clauses += text.framework(None)
        return phrases.paragraph([*clauses, *text.support(None), *text.later(None)])
    if text.decision is None:
        fund = text.fund
        return phrases.paragraph([phrases.financing_not_stated(text.name, fund, text.tense), *text.later(None)])
    [decided] = text.support(text.name)
    return phrases.paragraph([f"{decided}; {phrases.financing_missing(None, other=True)}", *text.later(None)])
