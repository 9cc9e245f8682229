"""Texts about a project: its summary, its funding statement and its visibility statement.

They hold only what the project states or what follows from it. What is not stated is left out, or said not to be stated
where a reader would miss it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.errors import InvalidValue, NotKnown
from esfmodel.law import LAW, codes
from esfmodel.model.decision import DecisionKind
from esfmodel.model.facts import fund_of, in_role, later_decisions, owner_of, programming_period_of, standing_decision
from esfmodel.model.organisation import Role
from esfmodel.model.programme import Fund
from esfmodel.model.project import Project
from esfmodel.text.telling.facts import (
    Support,
    decided_support,
    exact_rate,
    has_rest,
    is_municipality,
    is_unsettled,
    name_in_a_sentence,
    payers,
    worth_saying,
)
from esfmodel.values.money import Money
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    import datetime

    from esfmodel.model.budget import Budget
    from esfmodel.model.decision import Decision
    from esfmodel.model.organisation import Organisation
    from esfmodel.text.telling._phrases import Phrases
    from esfmodel.text.telling.facts import Payer
    from esfmodel.values.bounds import MoneyLike
    from esfmodel.values.programming_period import ProgrammingPeriod


def summary(project: Project, phrases: Phrases) -> str:
    """Write three or four sentences: project, owner and time; decision; money; co-funders and participants."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be a Project, not {type(project).__name__}")
    name = project_name(project, phrases)
    opening = _opening(project, name, phrases)
    support = support_sentence(project, phrases, phrases.the_project())
    unsettled = is_unsettled(project)
    decision = None if unsettled else standing_decision(project)
    # A rejected project has no cost, financing or partners to write of, and one that may be rejected has none either.
    may_be_rejected = unsettled or (decision is not None and decision.kind is DecisionKind.REJECTED)
    cost = None if may_be_rejected else _cost(project, phrases)
    framework = _framework(project, phrases.the_project() if opening else name, phrases, said=support)
    later = later_sentences(project, phrases)
    known = any((opening, framework, project.published_eu_rate))
    amounts = _no_amounts(project, phrases) if known and not support and not later and not cost else None
    people = None if may_be_rejected else _people(project, phrases, said=cost or "")
    if not opening and not framework and (unsettled or decision is not None):
        opening, support = support_sentence(project, phrases, name), None
    sentences = [sentence for sentence in (opening, framework, support, *later, cost, amounts, people) if sentence]
    if not opening and not framework:
        sentences.insert(0, phrases.sentence(phrases.called(name) if sentences else phrases.nothing_more(name)))
    return " ".join(sentences)


def project_name(project: Project, phrases: Phrases) -> str:
    """Return the name of the project, with its number where it has one."""
    number = project.operation_id
    return phrases.project(
        name_in_a_sentence(project.name), None if number is None else name_in_a_sentence(str(number))
    )


def fund_name(project: Project, phrases: Phrases) -> str | None:
    """Return the official name of the fund; None where the fund is not known."""
    fund = fund_of(project)
    return None if fund is None else phrases.funds[fund]


def support_sentence(project: Project, phrases: Phrases, named: str) -> str | None:
    """Write what was decided on the support; without a decision, the support in the budget, or None."""
    if is_unsettled(project):
        return phrases.sentence(phrases.unsettled(named))
    decision = standing_decision(project)
    fund = fund_name(project, phrases)
    if decision is not None:
        return phrases.sentence(decision_clause(decision, project, named, phrases))
    support = Support.of(project.budget)
    if support.amount is None:
        return None
    said = phrases.amounts_to(phrases.the_money(support.sources, fund), phrases.amount(support.amount))
    return phrases.sentence(said + _of_which(support, phrases))


def later_sentences(project: Project, phrases: Phrases) -> list[str]:
    """Write how a grant was changed, and that the project was closed."""
    sentences: list[str] = []
    later = later_decisions(project)
    standing = standing_decision(project) if later else None
    before = Support.of(project.budget) if standing is None else decided_support(standing, project)
    for decision in later:
        support = decided_support(decision, project)
        amount = None if support.amount is None else phrases.amount(support.amount)
        if decision.kind is DecisionKind.CLOSED:
            clause = phrases.closed(phrases.the_project(), amount)
        elif amount is None or support.amount == before.amount:
            clause = phrases.changed()
        else:
            clause = phrases.changed_to(phrases.the_money(support.sources, None), amount)
        sentences.append(phrases.sentence(clause + _by_whom_and_when(decision, phrases)))
    return sentences


def decision_clause(decision: Decision, project: Project, named: str, phrases: Phrases) -> str:
    """Write what was decided, by whom and when, with the verb for that kind of decision."""
    support = decided_support(decision, project)
    what = phrases.money(support.sources, fund_name(project, phrases))
    if support.amount is not None:
        what = phrases.amount_of(phrases.amount(support.amount), what)
    clause = phrases.decision(decision.kind, named, what)
    made = "" if decision.kind is DecisionKind.APPLIED else _by_whom_and_when(decision, phrases)
    return f"{clause}{made}{_of_which(_with_parts(support, project), phrases)}"


def _by_whom_and_when(decision: Decision, phrases: Phrases) -> str:
    body = None if decision.body is None else name_in_a_sentence(decision.body)
    return phrases.decided(body, phrases.when(decision.on))


def _with_parts(support: Support, project: Project) -> Support:
    """Return the support with the parts in the budget, if the budget has the same amount of support."""
    budgeted = Support.of(project.budget)
    same = support.amount is not None and support.amount == budgeted.amount
    return budgeted if same and not support.parts else support


def _of_which(support: Support, phrases: Phrases) -> str:
    if not support.parts:
        return ""
    return phrases.of_which([(source, phrases.amount(amount)) for source, amount in support.parts])


def _opening(project: Project, name: str, phrases: Phrases) -> str | None:
    """Write who owns the project, when it runs and who initiated it; None when neither owner nor time is known."""
    owner = owner_of(project)
    time = phrases.time(project.period, project.duration_months)
    if owner is None and time is None:
        return None
    said = phrases.owned(name, None if owner is None else phrases.organisation(owner), time)
    initiators = in_role(project, Role.INITIATOR)
    if not initiators:
        return phrases.sentence(said)
    return phrases.sentence(said, phrases.initiators(phrases.organisations(initiators), several=_is_plural(initiators)))


def _framework(project: Project, named: str, phrases: Phrases, *, said: str | None) -> str | None:
    """Write the fund, priority and objective, unless `said`, the sentence about the support, names the fund."""
    fund = fund_name(project, phrases)
    priority = None if project.priority is None else name_in_a_sentence(project.priority.code)
    objective = None if project.specific_objective is None else name_in_a_sentence(project.specific_objective)
    if (said and fund and fund in said) or not (fund or priority or objective):
        return None
    return phrases.sentence(phrases.belongs(named, fund, priority, objective))


def _cost(project: Project, phrases: Phrases) -> str | None:
    """Write the total cost, and the shares that are known exactly."""
    budget = project.budget
    if budget is None:
        return None
    total = worth_saying(budget.total_cost)
    other = bool(payers(budget)) or standing_decision(project) is not None
    unnamed = [phrases.financing_missing(other=other)] if has_rest(budget) else []
    own = worth_saying(budget.own_contribution)
    if own is not None and unnamed and all(payer.source.is_own for payer in payers(budget)):
        # No sentence on support tells of a list of own money alone.
        unnamed.insert(0, phrases.amounts_to(phrases.own_funding(), phrases.amount(own)))
    if total is None or (budget.total is None and not isinstance(total, Money)):
        return phrases.sentence(*unnamed) if unnamed else None
    return phrases.sentence(phrases.total(phrases.amount(total)) + _shares(project, budget, phrases), *unnamed)


def _shares(project: Project, budget: Budget, phrases: Phrases) -> str:
    rate, own_rate = exact_rate(budget.support_rate), exact_rate(budget.own_rate)
    if rate is None or own_rate is None or rate == Rate(0) or _contradicts_itself(budget):
        return ""
    decided = _decided_amount(project)
    budgeted = worth_saying(budget.support)
    if decided is not None and decided != budget.support:
        # An open list holds no budgeted support, only what the total leaves.
        if budgeted is None or budget.unlisted:
            return ""
        return phrases.support_as_budgeted(phrases.amount(budgeted), phrases.rate(rate))
    if rate == Rate(1):
        return phrases.covered()
    payer = _only_cofunder(budget)
    return phrases.shares(
        phrases.rate(rate), phrases.rate(own_rate), None if payer is None else phrases.organisation(payer)
    )


def _decided_amount(project: Project) -> MoneyLike | None:
    """Return the support in the last decision that states an amount."""
    standing = standing_decision(project)
    made = [*([] if standing is None else [standing]), *later_decisions(project)]
    amounts = [decided_support(decision, project).amount for decision in made]
    return next((amount for amount in reversed(amounts) if amount is not None), None)


def _contradicts_itself(budget: Budget) -> bool:
    """Whether the financing does not add up to the total, so that a share of either would be wrong of the other."""
    figures = (budget.total_cost, budget.total_financing)
    return all(isinstance(figure, Money) for figure in figures) and figures[0] != figures[1]


def _only_cofunder(budget: Budget) -> Organisation | None:
    """Return the one body that pays the whole own contribution; None when there may be others."""
    own = [payer for payer in payers(budget) if payer.source.is_own]
    return own[0].organisation if len(own) == 1 and own[0].confirmed and not has_rest(budget) else None


def _no_amounts(project: Project, phrases: Phrases) -> str:
    """Write that no amounts are stated, after the published rate where there is one."""
    rate = project.published_eu_rate
    published = [] if rate is None else [phrases.published_rate(phrases.rate(rate))]
    return phrases.sentence(*published, phrases.no_amounts())


def _people(project: Project, phrases: Phrases, *, said: str) -> str | None:
    """Write who co-funds the project, unless `said` names the only co-funder, and who takes part."""
    clauses = [clause for clause in (_cofunders(project, phrases, said), _taking_part(project, phrases)) if clause]
    if not clauses:
        return None
    return phrases.sentence(phrases.both(*clauses) if len(clauses) > 1 else clauses[0])


def _cofunders(project: Project, phrases: Phrases, said: str) -> str | None:
    if project.budget is None:
        return None
    own = [payer for payer in payers(project.budget) if payer.source.is_own]
    named = list(dict.fromkeys(payer.organisation for payer in own if payer.organisation and payer.confirmed))
    if not named or (len(named) == 1 and phrases.organisation(named[0]) in said):
        return None
    if has_rest(project.budget) or len(named) < len({payer.organisation for payer in own}):
        names = phrases.first_of([phrases.organisation(each) for each in named])
        return phrases.cofunders_among_others(names, several=_is_plural(named))
    return phrases.cofunders(phrases.organisations(named), several=_is_plural(named))


def _taking_part(project: Project, phrases: Phrases) -> str | None:
    owner = owner_of(project)
    partners = [each for each in in_role(project, Role.PARTNER) if each != owner]
    others = [each for each in in_role(project, Role.COOPERATING) if each != owner and each not in partners]
    if not partners:
        return phrases.take_part(phrases.organisations(others), several=_is_plural(others)) if others else None
    names = phrases.organisations(partners)
    if owner is None:
        clause = phrases.take_part(names, several=_is_plural(partners))
    else:
        clause = phrases.together_with(phrases.the_project(), names)
    if not others:
        return clause
    return f"{clause}; {phrases.take_part_too(phrases.organisations(others), several=_is_plural(others))}"


def _is_plural(organisations: list[Organisation]) -> bool:
    return len(organisations) > 1 or organisations[0].is_group


# --- Funding statement: bodies by their official names, and no list that looks complete when it is not


def funding_statement(project: Project, phrases: Phrases) -> str:
    """Write who finances the project, and what is decided on the support."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be a Project, not {type(project).__name__}")
    name = project_name(project, phrases)
    if is_unsettled(project):
        return phrases.sentence(phrases.unsettled(name))
    decision = standing_decision(project)
    if decision is not None and decision.kind is DecisionKind.REJECTED:
        refused = phrases.sentence(decision_clause(decision, project, name, phrases))
        return " ".join([refused, *later_sentences(project, phrases)])
    paying = () if project.budget is None else payers(project.budget)
    firm = [payer for payer in paying if payer.confirmed]
    others = [payer for payer in paying if not payer.confirmed]
    clauses: list[str] = []
    if firm:
        complete = project.budget is not None and not project.budget.is_open and not others
        made = [*([] if decision is None else [decision]), *later_decisions(project)]
        after = made[-1].kind if made else None
        clauses.append(phrases.financed(name, _payer_list(firm, phrases, complete=complete), after=after))
    elif not others and decision is not None:
        clause = decision_clause(decision, project, name, phrases)
        missing = phrases.sentence(clause, phrases.financing_missing(other=True))
        return " ".join([missing, *later_sentences(project, phrases)])
    elif not others:
        clauses.append(phrases.financing_not_stated(name, fund_name(project, phrases)))
    if others:
        names = phrases.list_of(_names(others, phrases))
        clauses.append(phrases.not_confirmed(phrases.the_project() if clauses else name, names))
    support = support_sentence(project, phrases, phrases.the_project())
    later = later_sentences(project, phrases)
    return " ".join([*map(phrases.sentence, clauses), *([support] if support else []), *later])


def _payer_list(paying: list[Payer], phrases: Phrases, *, complete: bool) -> str:
    """List the payers, several municipalities last and under their own heading."""
    if not complete:
        return phrases.among_others(_names(paying, phrases))
    municipalities = [payer for payer in paying if payer.organisation and is_municipality(payer.organisation)]
    others = [payer for payer in paying if payer not in municipalities]
    if len(municipalities) < 2 or not others:
        return phrases.list_of(_names(paying, phrases))
    return phrases.with_municipalities(_names(others, phrases), _names(municipalities, phrases))


def _names(paying: list[Payer], phrases: Phrases) -> list[str]:
    named = {payer.source for payer in paying if payer.organisation is not None}
    return list(
        dict.fromkeys(
            phrases.payer(payer.source, other=payer.source in named)
            if payer.organisation is None
            else phrases.organisation(payer.organisation)
            for payer in paying
        )
    )


# --- Visibility statement: the words beside the Union's emblem
#
# In 2021–2027 the words are prescribed and name no fund (2021/1060 Annex IX, point 1.2). In 2014–2020 no words were
# prescribed, but references to the Union and to the fund (1303/2013 Annex XII, point 2.2).

_WORDS = "publicity.words"
_REFERENCE = "publicity.reference"

_REFERRED_TO = frozenset({Fund.ESF, Fund.YEI, Fund.ERDF, Fund.COHESION_FUND})
"""The funds that Annex XII to Regulation (EU) No 1303/2013 applies to; the others had rules of their own."""


def visibility_statement(project: Project, phrases: Phrases, on: datetime.date | None) -> str:
    """Return the words beside the emblem; raise `NotKnown` where the period or the fund is needed and not known."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be a Project, not {type(project).__name__}")
    decision = standing_decision(project)
    if decision is not None and decision.kind is DecisionKind.REJECTED:
        raise InvalidValue("publicity.refused_support", "project", project.name)
    period = programming_period_of(project)
    if period is None:
        raise NotKnown("publicity.period_not_known")
    # The act does not state when "funded" is written: "co-funded" is true as soon as anybody else pays.
    whole = project.budget is not None and project.budget.eu_rate == Rate(1)
    fund = fund_of(project)
    if any(row.programming_period == period for row in LAW.history(_REFERENCE)):
        LAW.provision(_REFERENCE, programming_period=period, on=on)
        return phrases.visible(phrases.funds[_check_fund(fund, period)], whole=whole)
    key = f"{_WORDS}.{'funded' if whole else 'co-funded'}.{phrases.language.code}"
    words = LAW.provision(key, programming_period=period, on=on).value_as(str)
    funds = codes.funds(period)
    if fund is not None and (funds is None or fund.value not in funds):
        raise NotKnown("publicity.not_in_law", fund=fund.value, period=period)
    return words


def _check_fund(fund: Fund | None, period: ProgrammingPeriod) -> Fund:
    """Return the fund; raise `NotKnown` where it is not known or Annex XII does not apply to it."""
    if fund is None:
        raise NotKnown("publicity.fund_not_known", period=period)
    if fund not in _REFERRED_TO:
        raise NotKnown("publicity.not_in_law", fund=fund.value, period=period)
    return fund
