"""Family POR, a portfolio of projects: the ceilings on the Union's share, which bind a priority, and repeated rows.

Rules POR001, POR002, POR003 and POR004. `por_ceilings` judges the ceilings, and `por_priorities` groups the projects by
priority.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import NotKnown
from esfmodel.model import Decision, Portfolio, Project
from esfmodel.model.decision import last_of
from esfmodel.model.facts import ccis_of
from esfmodel.rules.families.por_ceilings import some_fund_concerned, within_the_ceiling
from esfmodel.rules.families.por_priorities import OpenQuestions, at_the_one_rate, may_be_for_most_deprived
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.ceilings import CEILING, CEILING_KEYS, CEILING_SCOPE, ONE_RATE, WINDOW
from esfmodel.rules.shared.facts import difference_of, known, project_place
from esfmodel.rules.words import Words, reason_of
from esfmodel.text.telling.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.model import Organisation
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding

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


def find_repeated(projects: Sequence[Project]) -> tuple[list[Repeated], OpenQuestions]:
    """Pair each repeated row with the first of its operation and beneficiary; also return what cannot be compared.

    One operation with several beneficiaries has a row for each partner; these are not repeated.
    """
    first_of: dict[object, int] = {}
    pairs: list[Repeated] = []
    open_questions = OpenQuestions()
    for index, project in enumerate(projects):
        if project.operation_id is None or project.beneficiary is None:
            lacking = _NO_NUMBER if project.operation_id is None else _NO_BENEFICIARY
            open_questions.add(partial(lacking.with_values, project=project_place(index, project.name)))
        else:
            key = project.operation_id.local, _programme_of(project), _organisation_key(project.beneficiary)
            first = first_of.setdefault(key, index)
            if first != index:
                pairs.append(Repeated(first, index, projects[first], project))
    return pairs, open_questions


_NO_NUMBER = Words("{project}: nummer saknas", "{project}: no number")
_NO_BENEFICIARY = Words("{project}: stödmottagare saknas", "{project}: no beneficiary")


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
            open_questions.add(partial(_NO_FIGURES.with_values, **pair.places))
        else:
            yield context.finding(
                f"projects[{pair.second}]",
                found=pair.other.operation_id,
                body=known(pair.other.beneficiary).name,
                elsewhere=Place(f"projects[{pair.first}]"),
            )
    open_questions.check()


_NO_FIGURES = Words(
    "{second} har inga belopp att jämföra med {first}", "{second} has no figures to compare with {first}"
)
_WHICH_DECISION = Words(
    "{first}, och {second}: vilket beslut beloppen gäller är inte angivet",
    "{first}, and {second}: which decision the figures are of is not stated",
)


def same_figures_of_one_decision(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """Two rows about one decision on one project state the same figures, compared in one currency."""
    pairs, open_questions = find_repeated(portfolio.projects)
    for pair in pairs:
        one, other = pair.one.budget, pair.other.budget
        if pair.same_figures or one is None or other is None or one.currency != other.currency:
            continue
        if pair.same_decision is None:
            open_questions.add(partial(_WHICH_DECISION.with_values, **pair.places))
        elif pair.same_decision:
            for measure, name in _MEASURES.items():
                first, second = getattr(one, measure), getattr(other, measure)
                try:
                    difference = None if first is None or second is None else difference_of(first, second)
                except NotKnown as error:
                    open_questions.add(partial(reason_of, error))
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
    open_questions.check()


POR: Final = (
    Rule(
        code="POR001",
        subject=Portfolio,
        severity=Severity.ERROR,
        basis=CEILING,
        reads=(*CEILING_KEYS, WINDOW),
        needs=("projects",),
        applies=some_fund_concerned,
        scope=CEILING_SCOPE,
        check=within_the_ceiling,
        demand=Words(
            "Unionens andel av ett helt programområde är högst den beslutade satsen, eller taket för regionkategorin.",
            "The Union's share of a whole priority is at most the decided rate, or the ceiling for the category of "
            "region.",
        ),
        sv="{group} ({counted}): Unionens andel av {base} är {found}, över {limit} {expected} ({basis}); "
        "{difference} för mycket. {whole}{doubt}",
        en="{group} ({counted}): the Union's share of {base} is {found}, above {limit} {expected} ({basis}); "
        "{difference} too much. {whole}{doubt}",
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
            "Unionens andel av ett programområde för dem som har det sämst ställt är den sats som förordningen anger.",
            "The Union's share of a priority for the most deprived persons is the rate that the regulation sets.",
        ),
        sv="Programområde {priority} ({counted}): Unionens andel är {found}, {side} {expected}, som är "
        "den enda sats som {basis} medger; skillnaden är {difference}.",
        en="Priority {priority} ({counted}): the Union's share is {found}, {side} {expected}, the only "
        "rate that {basis} allows; the difference is {difference}.",
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
