"""Who finances a project, in the words that stand under a press release or on a web page.

Every body by its official name; nobody who is not known to pay, and no list that looks whole where a rest is unnamed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esfmodel.model.decision import DecisionKind
from esfmodel.model.facts import later_decisions, standing_decision
from esfmodel.model.project import Project
from esfmodel.text._summary import decision_clause, fund_name, later_sentences, project_name, support_sentence
from esfmodel.text._summary_facts import is_municipality, is_unsettled, payers

if TYPE_CHECKING:
    from esfmodel.text._summary_facts import Payer
    from esfmodel.text._summary_phrases import Phrases


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
