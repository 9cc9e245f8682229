"""A project in three or four sentences, made of what is known of it and nothing else.

First the project, its owner and its time; then the decision, or what it is granted under; then the money; then those
who pay and take part. What nobody has said is left out, or said to be unknown where a reader would miss it.
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
    has_rest,
    is_municipality,
    is_unsettled,
    name_in_a_sentence,
    payers,
    told_support,
    whole_share,
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
    """Tell of the project in a few sentences."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be a Project, not {type(project).__name__}")
    name = project_name(project, phrases)
    opening = _opening(project, name, phrases)
    support = support_sentence(project, phrases, phrases.the_project())
    unsettled = is_unsettled(project)
    decision = None if unsettled else standing_decision(project)
    # What was rejected costs nothing, is covered by nothing and is carried out with nobody; nor may what is unsettled.
    nothing = unsettled or (decision is not None and decision.kind is DecisionKind.REJECTED)
    cost = None if nothing else _cost(project, phrases)
    framework = _framework(project, phrases.the_project() if opening else name, phrases, said=support)
    later = later_sentences(project, phrases)
    known = any((opening, framework, project.published_eu_rate))
    amounts = _no_amounts(project, phrases) if known and not support and not later and not cost else None
    people = None if nothing else _people(project, phrases, said=cost or "")
    if not opening and not framework and (unsettled or decision is not None):
        opening, support = support_sentence(project, phrases, name), None
    told = [sentence for sentence in (opening, framework, support, *later, cost, amounts, people) if sentence]
    if not opening and not framework:
        told.insert(0, phrases.sentence(phrases.called(name) if told else phrases.nothing_more(name)))
    return " ".join(told)


def project_name(project: Project, phrases: Phrases) -> str:
    """Name the project, with its number where it has one."""
    number = project.operation_id
    return phrases.project(
        name_in_a_sentence(project.name), None if number is None else name_in_a_sentence(str(number))
    )


def fund_name(project: Project, phrases: Phrases) -> str | None:
    """Name the fund by its official name."""
    fund = fund_of(project)
    return None if fund is None else phrases.funds[fund]


def support_sentence(project: Project, phrases: Phrases, named: str) -> str | None:
    """Say what was decided of the support, or, without a decision, what the budget says of it."""
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
    """Say how a grant was changed, and that the project was closed."""
    told: list[str] = []
    later = later_decisions(project)
    standing = standing_decision(project) if later else None
    before = Support.of(project.budget) if standing is None else told_support(standing, project)
    for decision in later:
        support = told_support(decision, project)
        amount = None if support.amount is None else phrases.amount(support.amount)
        if decision.kind is DecisionKind.CLOSED:
            clause = phrases.closed(phrases.the_project(), amount)
        elif amount is None or support.amount == before.amount:
            clause = phrases.changed()
        else:
            clause = phrases.changed_to(phrases.the_money(support.sources, None), amount)
        told.append(phrases.sentence(clause + _made(decision, phrases)))
    return told


def decision_clause(decision: Decision, project: Project, named: str, phrases: Phrases) -> str:
    """Say what was decided, by whom and when, in the word that is the decision's own."""
    support = told_support(decision, project)
    what = phrases.money(support.sources, fund_name(project, phrases))
    if support.amount is not None:
        what = phrases.amount_of(phrases.amount(support.amount), what)
    clause = phrases.decision(decision.kind, named, what)
    made = "" if decision.kind is DecisionKind.APPLIED else _made(decision, phrases)
    return f"{clause}{made}{_of_which(_divided(support, project), phrases)}"


def _made(decision: Decision, phrases: Phrases) -> str:
    body = None if decision.body is None else name_in_a_sentence(decision.body)
    return phrases.decided(body, phrases.when(decision.on))


def _divided(support: Support, project: Project) -> Support:
    """Give the support with its parts, which the budget tells when it is the budget of the same amount."""
    budgeted = Support.of(project.budget)
    same = support.amount is not None and support.amount == budgeted.amount
    return budgeted if same and not support.parts else support


def _of_which(support: Support, phrases: Phrases) -> str:
    if not support.parts:
        return ""
    return phrases.of_which([(source, phrases.amount(amount)) for source, amount in support.parts])


def _opening(project: Project, name: str, phrases: Phrases) -> str | None:
    """Say who owns the project, when it runs and who started it."""
    owner = owner_of(project)
    time = phrases.time(project.period, project.duration_months)
    if owner is None and time is None:
        return None
    said = phrases.owned(name, None if owner is None else phrases.organisation(owner), time)
    initiators = in_role(project, Role.INITIATOR)
    if not initiators:
        return phrases.sentence(said)
    return phrases.sentence(said, phrases.initiators(phrases.organisations(initiators), several=_several(initiators)))


def _framework(project: Project, named: str, phrases: Phrases, *, said: str | None) -> str | None:
    """Say what the project belongs to, where no sentence about the support has named the fund."""
    fund = fund_name(project, phrases)
    priority = None if project.priority is None else name_in_a_sentence(project.priority.code)
    objective = None if project.specific_objective is None else name_in_a_sentence(project.specific_objective)
    if (said and fund and fund in said) or not (fund or priority or objective):
        return None
    return phrases.sentence(phrases.belongs(named, fund, priority, objective))


def _cost(project: Project, phrases: Phrases) -> str | None:
    """Say what the project costs and what shares are known, each only where it is one figure."""
    budget = project.budget
    if budget is None:
        return None
    total = worth_saying(budget.total_cost)
    other = bool(payers(budget)) or standing_decision(project) is not None
    unnamed = [phrases.financing_missing(other=other)] if has_rest(budget) else []
    if total is None or (budget.total is None and not isinstance(total, Money)):
        return phrases.sentence(*unnamed) if unnamed else None
    return phrases.sentence(phrases.total(phrases.amount(total)) + _shares(project, budget, phrases), *unnamed)


def _shares(project: Project, budget: Budget, phrases: Phrases) -> str:
    rate, own_rate = whole_share(budget.support_rate), whole_share(budget.own_rate)
    if rate is None or own_rate is None or rate == Rate(0) or _contradicts_itself(budget):
        return ""
    decided = _decided_amount(project)
    budgeted = worth_saying(budget.support)
    if decided is not None and decided != budget.support:
        return "" if budgeted is None else phrases.support_as_budgeted(phrases.amount(budgeted), phrases.rate(rate))
    if rate == Rate(1):
        return phrases.covered()
    payer = _only_cofunder(budget)
    return phrases.shares(
        phrases.rate(rate), phrases.rate(own_rate), None if payer is None else phrases.organisation(payer)
    )


def _decided_amount(project: Project) -> MoneyLike | None:
    """Find the support that was decided last."""
    standing = standing_decision(project)
    made = [*([] if standing is None else [standing]), *later_decisions(project)]
    amounts = [told_support(decision, project).amount for decision in made]
    return next((amount for amount in reversed(amounts) if amount is not None), None)


def _contradicts_itself(budget: Budget) -> bool:
    """Whether the financing does not add up to the total: then a share of either would be told of nobody's money."""
    figures = (budget.total_cost, budget.total_financing)
    return all(isinstance(figure, Money) for figure in figures) and figures[0] != figures[1]


def _only_cofunder(budget: Budget) -> Organisation | None:
    """Find the one body that pays the whole own contribution."""
    own = [payer for payer in payers(budget) if payer.source.is_own]
    return own[0].organisation if len(own) == 1 and own[0].confirmed and not has_rest(budget) else None


def _no_amounts(project: Project, phrases: Phrases) -> str:
    """Say that there are no amounts, after the rate that the register prints all the same."""
    rate = project.published_eu_rate
    published = [] if rate is None else [phrases.published_rate(phrases.rate(rate))]
    return phrases.sentence(*published, phrases.no_amounts())


def _people(project: Project, phrases: Phrases, *, said: str) -> str | None:
    """Say who pays beside the support, unless that has been said, and who takes part."""
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
        return phrases.cofunders_among_others(names, several=_several(named))
    return phrases.cofunders(phrases.organisations(named), several=_several(named))


def _taking_part(project: Project, phrases: Phrases) -> str | None:
    owner = owner_of(project)
    partners = [each for each in in_role(project, Role.PARTNER) if each != owner]
    others = [each for each in in_role(project, Role.COOPERATING) if each != owner and each not in partners]
    if not partners:
        return phrases.take_part(phrases.organisations(others), several=_several(others)) if others else None
    names = phrases.organisations(partners)
    if owner is None:
        clause = phrases.take_part(names, several=_several(partners))
    else:
        clause = phrases.together_with(phrases.the_project(), names)
    if not others:
        return clause
    return f"{clause}; {phrases.take_part_too(phrases.organisations(others), several=_several(others))}"


def _several(organisations: list[Organisation]) -> bool:
    return len(organisations) > 1 or organisations[0].is_group


# Who finances a project, in the words that stand under a press release or on a web page. Every body by its official
# name; nobody who is not known to pay, and no list that looks whole where a rest is unnamed.


def funding_statement(project: Project, phrases: Phrases) -> str:
    """Say who finances the project, and what is decided of the support."""
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
    told: list[str] = []
    if firm:
        complete = project.budget is not None and not project.budget.is_open and not others
        made = [*([] if decision is None else [decision]), *later_decisions(project)]
        after = made[-1].kind if made else None
        told.append(phrases.financed(name, _listed(firm, phrases, complete=complete), after=after))
    elif not others and decision is not None:
        clause = decision_clause(decision, project, name, phrases)
        missing = phrases.sentence(clause, phrases.financing_missing(other=True))
        return " ".join([missing, *later_sentences(project, phrases)])
    elif not others:
        told.append(phrases.financing_not_stated(name, fund_name(project, phrases)))
    if others:
        names = phrases.list_of(_names(others, phrases))
        told.append(phrases.not_confirmed(phrases.the_project() if told else name, names))
    support = support_sentence(project, phrases, phrases.the_project())
    later = later_sentences(project, phrases)
    return " ".join([*map(phrases.sentence, told), *([support] if support else []), *later])


def _listed(paying: list[Payer], phrases: Phrases, *, complete: bool) -> str:
    """List those who pay; the municipalities last, under their own heading, where they are several among others."""
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


# What must stand beside the Union's emblem, as the act of the project's programming period has it. In 2021–2027 the
# words are prescribed and name no fund (2021/1060 Annex IX, point 1.2). In 2014–2020 no words were, but a reference
# to the Union and one to the fund (1303/2013 Annex XII, point 2.2).

_WORDS = "publicity.words"
_REFERENCE = "publicity.reference"

_REFERRED_TO = frozenset({Fund.ESF, Fund.YEI, Fund.ERDF, Fund.COHESION_FUND})
"""The funds that Annex XII to Regulation (EU) No 1303/2013 means; the others had rules of their own."""


def visibility_statement(project: Project, phrases: Phrases, on: datetime.date | None) -> str:
    """Give the words that stand beside the emblem; raise where what they depend on is not known."""
    if not isinstance(project, Project):
        raise TypeError(f"project must be a Project, not {type(project).__name__}")
    decision = standing_decision(project)
    if decision is not None and decision.kind is DecisionKind.REJECTED:
        raise InvalidValue("project", project.name, "was refused support", "show no statement of the Union's support")
    period = programming_period_of(project)
    if period is None:
        raise NotKnown(
            "the programming period is not known, and what stands beside the emblem depends on it; "
            "state project.programming_period"
        )
    # The act does not say when which of the two is written: "co-funded" is true as soon as anybody else pays.
    whole = project.budget is not None and project.budget.eu_rate == Rate(1)
    fund = fund_of(project)
    if any(row.programming_period == period for row in LAW.history(_REFERENCE)):
        LAW.provision(_REFERENCE, programming_period=period, on=on)
        return phrases.visible(phrases.funds[_referred_to(fund, period)], whole=whole)
    key = f"{_WORDS}.{'funded' if whole else 'co-funded'}.{phrases.language.code}"
    words = LAW.provision(key, programming_period=period, on=on).value_as(str)
    funds = codes.funds(period)
    if fund is not None and (funds is None or fund.value not in funds):
        raise NotKnown(f"what projects of {fund.value} show in {period} is not in the law data")
    return words


def _referred_to(fund: Fund | None, period: ProgrammingPeriod) -> Fund:
    """Give the fund that is named, which must be known and one that the act reaches."""
    if fund is None:
        raise NotKnown(f"the fund is not known, and the statement of {period} names it; state project.fund")
    if fund not in _REFERRED_TO:
        raise NotKnown(f"what projects of {fund.value} show in {period} is not in the law data")
    return fund
