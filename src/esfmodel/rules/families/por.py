"""Family POR, a portfolio of projects: the ceilings on the Union's share, which bind a priority, and repeated rows.

Rules POR001, POR002, POR003 and POR004. `por_priorities` groups the projects by priority.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.model import ContributionBase, Decision, Portfolio, Project
from esfmodel.model.decision import last_of
from esfmodel.model.facts import ccis_of, fund_of
from esfmodel.rules.families.por_priorities import (
    ONE_RATE,
    at_the_one_rate,
    group_by_priority,
    is_for_most_deprived,
    may_be_for_most_deprived,
    objectives_of,
    raise_open_questions,
)
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import difference_of, known, project_place
from esfmodel.rules.shared.figures import (
    CEILING,
    CEILING_FUNDS,
    CEILING_SCOPE,
    has_temporary_ceiling,
    highest_ceiling,
    ordinary_ceiling,
)
from esfmodel.rules.words import Words, reason_of
from esfmodel.text.telling.problems import Place
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.law import Provision
    from esfmodel.model import Organisation
    from esfmodel.rules.context import Context
    from esfmodel.rules.families.por_priorities import PriorityGroup
    from esfmodel.rules.finding import Finding

_NO_DOUBT = Words("", "")
_SPECIAL = Words(
    " Ett högre tak gäller för vissa regioner i kategorin; kontrollera om det är en sådan.",
    " A higher ceiling counts for some regions of the category; check whether this is one.",
)
_TEMPORARY = Words(
    " För utgifter som redovisats vissa år gällde ett högre tak; kontrollera om det är sådana.",
    " For expenditure declared in certain years a higher ceiling counted; check whether this is such.",
)
_OWN_RATE = Words(
    " Programområdets egen sats är inte angiven; särskilda programområden kan ha en högre, som för social innovation.",
    " The priority's own rate is not stated; dedicated priorities may have a higher one, as for social innovation.",
)
_ANY_FUND = Words(
    " Fonden är inte angiven; andra fonder har andra tak.", " The fund is not stated; other funds have other ceilings."
)


def _some_fund_concerned(portfolio: Portfolio) -> bool:
    return not portfolio.projects or any(
        fund_of(project) in (None, *CEILING_FUNDS)
        and not is_for_most_deprived(fund_of(project), objectives_of(project))
        for project in portfolio.projects
    )


def _within_the_ceiling(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """The Union's share of all projects of a priority together is at most the ceiling for its category of region."""
    groups, open_questions = group_by_priority(portfolio, CEILING_FUNDS)
    for group in groups:
        if is_for_most_deprived(group.fund, group.objectives):
            continue
        try:
            yield from _judge_group(group, context)
        except (NotKnown, NotInForce) as error:
            open_questions.append(reason_of(error))
    raise_open_questions(open_questions)


def _judge_group(group: PriorityGroup, context: Context) -> Iterator[Finding]:
    usual = ordinary_ceiling(context, group.category, group.programming_period)
    most = highest_ceiling(context, group.category, group.programming_period)
    if _is_above(group.eu_rate, most):
        raise NotKnown(
            Words(
                "programområde {code} har en egen sats, {rate}, över det vanliga taket",
                "priority {code} has a rate of its own, {rate}, above the ordinary ceiling",
            ).with_values(code=group.code, rate=group.eu_rate)
        )
    if group.eu_rate is not None and not _is_above(group.eu_rate, usual):
        # The decision on the programme has applied the ordinary ceiling.
        most = usual
    # Three answers: surely below the ordinary ceiling, surely above one of the two, or open.
    shares = group.shares
    if shares.highest is not None and not _is_above(shares.highest, usual) and group.base is not None:
        return
    exceeded = next((row for row in (most, usual) if _is_above(shares.lowest, row)), None)
    if exceeded is None:
        raise NotKnown(
            Words(
                "om programområde {code} ligger under taket beror på uppgifter som saknas",
                "whether priority {code} is below the ceiling depends on what is not stated",
            ).with_values(code=group.code)
        )
    doubt = _doubt(group, context, exceeded, most)
    yield context.finding(
        f"projects[{group.index}].priority",
        expected=exceeded.value_as(Rate),
        found=shares.known,
        difference=shares.beyond(exceeded.value_as(Rate)),
        severity=Severity.ERROR if doubt is _NO_DOUBT else Severity.WARNING,
        basis=exceeded,
        priority=group.code,
        projects=len(group.projects),
        base=_BASES[group.base],
        doubt=doubt,
    )


_BASES = {
    ContributionBase.TOTAL: Words("de totala bidragen", "the total contribution"),
    ContributionBase.PUBLIC: Words("de offentliga bidragen", "the public contribution"),
    None: Words("de totala bidragen", "the total contribution"),
}


def _is_above(rate: Rate | None, ceiling: Provision) -> bool:
    return rate is not None and rate > ceiling.value_as(Rate)


def _doubt(group: PriorityGroup, context: Context, exceeded: Provision, most: Provision) -> Words:
    """Return why a share above a ceiling may still be lawful; empty where it may not."""
    if exceeded is not most:
        return _SPECIAL
    if has_temporary_ceiling(context, group.programming_period):
        return _TEMPORARY
    if group.fund is None:
        return _ANY_FUND
    # Dedicated priorities have ceilings of their own; only a decided rate shows that this is not one of them.
    return _OWN_RATE if group.eu_rate is None else _NO_DOUBT


# --- POR003 and POR004: rows of the same operation

_MEASURES = {
    "total_cost": Words("totalkostnaden", "the total cost"),
    "support": Words("stödet", "the support"),
    "eu_support": Words("EU-stödet", "the Union's money"),
    "own_contribution": Words("den egna insatsen", "the own contribution"),
}


@attrs.frozen
class Repeated:
    """Two rows of one operation and one beneficiary: their places in the portfolio and the projects there."""

    first: int
    second: int
    one: Project
    other: Project

    @property
    def places(self) -> dict[str, object]:
        """Both places, by the names that texts use."""
        return {"first": Place(f"projects[{self.first}]"), "second": Place(f"projects[{self.second}]")}

    @property
    def same_figures(self) -> bool:
        """Whether both rows have the same budget, or neither has one."""
        return self.one.budget == self.other.budget

    @property
    def same_decision(self) -> bool | None:
        """Whether both rows state the same decision; None where that is not stated."""
        first, second = _last_decision(self.one), _last_decision(self.other)
        if first is None or second is None:
            return None
        return (first.kind, first.on, first.reference) == (second.kind, second.on, second.reference)


def find_repeated(projects: Sequence[Project]) -> tuple[list[Repeated], list[Words]]:
    """Pair each repeated row with the first of its operation and beneficiary; also return what cannot be compared.

    One operation with several beneficiaries has a row for each partner; these are not repeated.
    """
    first_of: dict[object, int] = {}
    pairs: list[Repeated] = []
    open_questions: list[Words] = []
    for index, project in enumerate(projects):
        if project.operation_id is None:
            no_number = Words("{project}: nummer saknas", "{project}: no number")
            open_questions.append(no_number.with_values(project=project_place(index, project)))
        elif project.beneficiary is None:
            no_beneficiary = Words("{project}: stödmottagare saknas", "{project}: no beneficiary")
            open_questions.append(no_beneficiary.with_values(project=project_place(index, project)))
        else:
            key = project.operation_id.local, _programme_of(project), _organisation_key(project.beneficiary)
            first = first_of.setdefault(key, index)
            if first != index:
                pairs.append(Repeated(first, index, projects[first], project))
    return pairs, open_questions


def _programme_of(project: Project) -> str | None:
    """Return the CCI without its serial number, which some registers leave out."""
    cci = next(iter(ccis_of(project).values()), None)
    return None if cci is None else cci.code.removesuffix(cci.serial or "")


def _organisation_key(organisation: Organisation) -> object:
    """Return what identifies an organisation: its number, or else its name."""
    return organisation.number or " ".join(organisation.name.casefold().split())


def _last_decision(project: Project) -> Decision | None:
    """Return the last decision, or None where there is no single one that can be identified."""
    last = last_of(project.decisions)
    return last[0] if len(last) == 1 and (last[0].on, last[0].reference) != (None, None) else None


def has_rows(portfolio: Portfolio) -> bool:
    """Whether there can be two rows of one project."""
    return len(portfolio.projects) != 1


def no_row_twice(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """No two rows have the same number, the same beneficiary and the same figures."""
    pairs, open_questions = find_repeated(portfolio.projects)
    for pair in pairs:
        if not pair.same_figures:
            continue
        if pair.one.budget is None:
            open_questions.append(
                Words(
                    "{second} har inga belopp att jämföra med {first}",
                    "{second} has no figures to compare with {first}",
                ).with_values(**pair.places)
            )
        else:
            yield context.finding(
                f"projects[{pair.second}]",
                found=pair.other.operation_id,
                body=known(pair.other.beneficiary).name,
                elsewhere=Place(f"projects[{pair.first}]"),
            )
    raise_open_questions(open_questions)


def same_figures_of_one_decision(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """Two rows about one decision on one project state the same figures, compared in one currency."""
    pairs, open_questions = find_repeated(portfolio.projects)
    for pair in pairs:
        one, other = pair.one.budget, pair.other.budget
        if pair.same_figures or one is None or other is None or one.currency != other.currency:
            continue
        if pair.same_decision is None:
            open_questions.append(
                Words(
                    "{first} och {second} säger inte vilket beslut deras belopp gäller",
                    "{first} and {second} do not say which decision they are of",
                ).with_values(**pair.places)
            )
        elif pair.same_decision:
            for measure, name in _MEASURES.items():
                first, second = getattr(one, measure), getattr(other, measure)
                try:
                    difference = None if first is None or second is None else difference_of(first, second)
                except NotKnown as error:
                    open_questions.append(reason_of(error))
                    continue
                if difference is not None:
                    yield context.finding(
                        f"projects[{pair.second}].budget",
                        expected=first,
                        found=second,
                        difference=difference,
                        number=pair.other.operation_id,
                        measure=name,
                        elsewhere=Place(f"projects[{pair.first}].budget"),
                    )
    raise_open_questions(open_questions)


POR: Final = (
    Rule(
        code="POR001",
        subject=Portfolio,
        severity=Severity.ERROR,
        basis=CEILING,
        needs=("projects",),
        applies=_some_fund_concerned,
        scope=CEILING_SCOPE,
        check=_within_the_ceiling,
        demand=Words(
            "Unionens andel av ett helt programområde är högst taket för dess regionkategori.",
            "The Union's share of a whole priority is at most the ceiling for its category of region.",
        ),
        sv="Programområde {priority} ({projects} projekt): Unionens andel av {base} är {found}, över taket {expected} "
        "i {basis}; {difference} för mycket. Taket gäller hela programområdet: räkna in alla projekt i det.{doubt}",
        en="Priority {priority} ({projects} projects): the Union's share of {base} is {found}, above the ceiling "
        "{expected} in {basis}; {difference} too much. The ceiling binds the whole priority: count in every project of "
        "it.{doubt}",
    ),
    Rule(
        code="POR002",
        subject=Portfolio,
        severity=Severity.ERROR,
        basis=ONE_RATE,
        needs=("projects",),
        applies=may_be_for_most_deprived,
        scope=Words(
            "gäller programområden i ESF+ för de specifika målen l och m, för dem som har det sämst ställt",
            "concerns priorities of the ESF+ for the specific objectives (l) and (m), for the most deprived persons",
        ),
        check=at_the_one_rate,
        demand=Words(
            "Unionens andel av ett programområde för dem som har det sämst ställt är den enda sats som finns.",
            "The Union's share of a priority for the most deprived persons is the one rate there is.",
        ),
        sv="Programområde {priority} ({projects} projekt): Unionens andel är {found}, {side} den enda satsen "
        "{expected} i {basis}; skillnaden är {difference}.",
        en="Priority {priority} ({projects} projects): the Union's share is {found}, {side} the one rate {expected} in "
        "{basis}; the difference is {difference}.",
    ),
    Rule(
        code="POR003",
        subject=Portfolio,
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("projects",),
        applies=has_rows,
        scope=Words("gäller flera projekt tillsammans", "concerns several projects together"),
        check=no_row_twice,
        demand=Words(
            "Inget projekt är med två gånger; rader för olika partner i ett projekt är olika rader.",
            "No project is there twice; rows for different partners of one project are different rows.",
        ),
        sv="Projekt {found} för {body} är med två gånger med samma belopp, också som {elsewhere}.",
        en="Project {found} of {body} is there twice with the same figures, also as {elsewhere}.",
    ),
    Rule(
        code="POR004",
        subject=Portfolio,
        severity=Severity.WARNING,
        basis=ARITHMETIC,
        needs=("projects",),
        applies=has_rows,
        scope=Words("gäller flera projekt tillsammans", "concerns several projects together"),
        check=same_figures_of_one_decision,
        demand=Words(
            "Två rader om samma beslut på samma projekt har samma belopp.",
            "Two rows about one decision on one project have the same figures.",
        ),
        sv="Projekt {number}: {measure} är {found} här men {expected} i {elsewhere}; skillnaden är {difference}.",
        en="Project {number}: {measure} is {found} here, but {expected} in {elsewhere}; "
        "the difference is {difference}.",
    ),
)
