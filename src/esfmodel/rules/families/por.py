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
    at_the_one_rate,
    by_category,
    group_by_priority,
    is_for_most_deprived,
    may_be_for_most_deprived,
    objectives_of,
    raise_open_questions,
)
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.ceilings import (
    CEILING,
    CEILING_FUNDS,
    CEILING_KEYS,
    CEILING_SCOPE,
    ONE_RATE,
    Scope,
    allowing,
    ceiling_of_outermost_programmes,
    ceiling_of_programmes,
    dedicated_ceiling,
    highest_ceiling,
    ordinary_ceiling,
    temporary_ceilings,
)
from esfmodel.rules.shared.facts import difference_of, is_interreg, known, programming_period_of, project_place
from esfmodel.rules.words import Words, listed_words, reason_of
from esfmodel.text.telling.problems import Place, capital
from esfmodel.values.rate import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from esfmodel.law import Provision
    from esfmodel.model import Organisation
    from esfmodel.rules.context import Context
    from esfmodel.rules.families.por_priorities import PriorityGroup
    from esfmodel.rules.finding import Finding
    from esfmodel.values.dates import Date

_NO_DOUBT = Words("", "")
_SPECIAL = Words(
    " Ett högre tak gäller för vissa regioner i kategorin; kontrollera om det är en sådan.",
    " A higher ceiling counts for some regions of the category; check whether this is one.",
)
_TEMPORARY = Words(
    " För utgifter som redovisats vissa räkenskapsår fick satsen vara 100 %; kontrollera om det är sådana.",
    " For expenditure declared in certain accounting years the rate could be 100 %; check whether this is such.",
)
_OWN_RATE = Words(
    " Programområdets egen sats är inte angiven; särskilda programområden kan ha en högre, som för social innovation.",
    " The priority's own rate is not stated; dedicated priorities may have a higher one, as for social innovation.",
)
_ANY_FUND = Words(
    " Fonden är inte angiven; andra fonder har andra tak.", " The fund is not stated; other funds have other ceilings."
)
_OTHER_INSTRUMENTS = Words(
    " Andra rättsakter kan tillåta mer för program med stöd från fler instrument än Eruf.",
    " Other acts may allow more for programmes supported by other instruments than the ERDF.",
)
_THE_CEILING = Words("taket", "the ceiling")
_THE_RATE = Words("den beslutade satsen", "the decided rate")
_IN_FEW_YEARS = 3
"""Within how many years expenditure is declared to the Commission, at the most, for a rate of some years to matter."""


def _some_fund_concerned(portfolio: Portfolio) -> bool:
    return not portfolio.projects or any(
        fund_of(project) in (None, *CEILING_FUNDS)
        and not is_for_most_deprived(fund_of(project), objectives_of(project))
        for project in portfolio.projects
    )


def _within_the_ceiling(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """The Union's share of all projects of a priority together is at most the rate decided, or else the ceiling.

    The projects of a priority are grouped by the category of region that is stated, and those of an Interreg programme
    whose ceiling binds it as a whole are one group.
    """

    def is_whole_programme(project: Project) -> bool:
        period = programming_period_of(project)
        return is_interreg(project) and ceiling_of_programmes(context, period) is not None

    groups, open_questions = group_by_priority(portfolio, CEILING_FUNDS, is_whole_programme)
    notes: list[Words] = []
    for group in groups:
        if is_for_most_deprived(group.fund, group.objectives):
            continue
        try:
            for part in by_category(group):
                try:
                    yield from _judge_group(part, context, notes)
                except (NotKnown, NotInForce) as error:
                    open_questions.append(_of_group(part, reason_of(error)))
        except NotKnown as error:
            open_questions.append(reason_of(error))
    # Not before: a finding tells the notes so far, and these are of groups in which nothing was found.
    for note in notes:
        context.note(note)
    raise_open_questions(open_questions)


def _of_group(group: PriorityGroup, reason: Words) -> Words:
    return Words("{group}: {reason}", "{group}: {reason}").with_values(group=_name_of(group), reason=reason)


def _name_of(group: PriorityGroup) -> Words:
    """Return the name of a programme, or of a priority with its category of region where it has several."""
    if group.is_programme:
        return Words("programmet {code}", "programme {code}").with_values(code=group.code)
    name = Words("programområde {code}", "priority {code}")
    if any(len(priority.categories_of_region) > 1 for priority in group.priorities) and group.categories:
        name = Words("programområde {code}, {category}", "priority {code}, {category}")
    return name.with_values(code=group.code, category=listed_words(group.categories))


def _judge_group(group: PriorityGroup, context: Context, notes: list[Words]) -> Iterator[Finding]:
    if group.is_programme:
        return _judge_programme(group, context, notes)
    scope = Scope(
        group.programming_period,
        group.fund,
        group.categories,
        group.condition,
        group.is_interreg,
        tuple(_last_day(project) for project in group.projects),
    )
    return (_judge_decided if group.rates else _judge_undecided)(group, scope, context, notes)


def _last_day(project: Project) -> Date | None:
    return None if project.period is None else project.period.end


def _judge_decided(group: PriorityGroup, scope: Scope, context: Context, notes: list[Words]) -> Iterator[Finding]:
    """Judge the share by the rate decided, which some provision must allow on the day."""
    # Where the rate is stated in several ways, the answer must be the same by each.
    lowest, highest = (pick(group.rates, key=lambda rate: rate.fraction) for pick in (min, max))
    ceilings = allowing(context, scope, highest)
    if group.shares.is_above(highest):
        may_be_temporary = any(_may_be_declared_in(row, scope) for row in temporary_ceilings(context, scope))
        doubt = _ANY_FUND if group.fund is None else _TEMPORARY if may_be_temporary else _NO_DOUBT
        yield _finding(group, context, highest, ceilings[0].row, limit=_THE_RATE, doubt=doubt)
        return
    if not all(shares.is_within(lowest) for shares in group.possible_shares):
        raise NotKnown(_open_question(group))
    late = _after(group, ceilings[0].row.expenditure_until)
    if late is not None:
        usual = highest_ceiling(context, scope)
        if late.shares.is_above(usual.rate):
            limit = Words(
                "taket för det som redovisas efter den {day},", "the ceiling for what is declared after {day},"
            ).with_values(day=ceilings[0].row.expenditure_until)
            yield _finding(late, context, usual.rate, ceilings[0].row, limit=limit, severity=Severity.WARNING)
            return
    notes.append(
        Words(
            "{group}: den beslutade satsen {rate} vilar på {rows}.", "{group}: the decided rate {rate} rests on {rows}."
        ).with_values(
            group=_capital(_name_of(group)),
            rate=highest,
            rows=listed_words(dict.fromkeys(each.row for each in ceilings)),
        )
    )


def _after(group: PriorityGroup, until: Date | None) -> PriorityGroup | None:
    """Return the group with only those projects that end after a day; None where there are none."""
    ends = [_last_day(project) for project in group.projects]
    late = [number for number, end in enumerate(ends) if until is not None and end is not None and end > until]
    return group.only(late) if late else None


def _may_be_declared_in(row: Provision, scope: Scope) -> bool:
    """Whether some project, as far as its last day is known, may have expenditure that is declared in a row's days.

    The days of a project say when its expenditure is incurred, and it is declared later.
    """
    first = known(row.expenditure_from).subtract(years=_IN_FEW_YEARS)
    return any(end is not None and end >= first for end in scope.ends)


def _judge_undecided(group: PriorityGroup, scope: Scope, context: Context, notes: list[Words]) -> Iterator[Finding]:
    """Judge the share by the ordinary ceiling; above it, the priority may still have a higher rate of its own."""
    usual = ordinary_ceiling(context, scope)
    if all(shares.is_within(usual.value_as(Rate)) for shares in group.possible_shares):
        notes.append(_note(group, usual))
        return
    most, dedicated, shares = highest_ceiling(context, scope), dedicated_ceiling(context, scope), group.shares
    if dedicated is not None and not shares.is_above(dedicated.rate):
        raise NotKnown(
            Words(
                "den beslutade satsen är inte angiven, och {row} tillåter upp till {rate}",
                "the decided rate is not stated, and {row} allows up to {rate}",
            ).with_values(row=dedicated.row, rate=dedicated.rate)
        )
    exceeded = next((row for row in (most.row, usual) if shares.is_above(row.value_as(Rate))), None)
    if exceeded is None:
        raise NotKnown(_open_question(group))
    doubt = _SPECIAL if exceeded is not most.row else _OWN_RATE
    if exceeded is most.row and temporary_ceilings(context, scope):
        doubt = _TEMPORARY
    elif exceeded is most.row and group.fund is None:
        doubt = _ANY_FUND
    yield _finding(group, context, exceeded.value_as(Rate), exceeded, doubt=doubt)


def _judge_programme(group: PriorityGroup, context: Context, notes: list[Words]) -> Iterator[Finding]:
    """Judge a whole Interreg programme."""
    place, cci = next(iter(ccis_of(group.projects[0]).items()))
    row = known(ceiling_of_programmes(context, group.programming_period))
    if cci.type == _OF_OUTERMOST_REGIONS:
        row = ceiling_of_outermost_programmes(context, group.programming_period)
    rate = row.value_as(Rate)
    if group.shares.is_above(rate):
        doubt = _NO_DOUBT if cci.fund_code == _ERDF_ALONE else _OTHER_INSTRUMENTS
        yield _finding(group, context, rate, row, doubt=doubt, place=place.removesuffix(".cci"))
    elif all(shares.is_within(rate) for shares in group.possible_shares):
        notes.append(_note(group, row))
    else:
        raise NotKnown(_open_question(group))


_ERDF_ALONE = "RF"
_OF_OUTERMOST_REGIONS = "OR"
"""The letters of a programme's CCI for the ERDF as its only fund, and for Interreg D."""


def _note(group: PriorityGroup, row: Provision) -> Words:
    return Words("{group}: taket är {rate} enligt {row}.", "{group}: the ceiling is {rate} under {row}.").with_values(
        group=_capital(_name_of(group)), rate=row.value, row=row
    )


def _open_question(group: PriorityGroup) -> Words:
    if group.has_social_partners:
        return Words(
            "egna privata medel räknas som offentliga om de är arbetsgivares och arbetstagares gemensamma",
            "private money of its own counts as public where employers and workers contribute it together",
        )
    return Words(
        "om andelen ligger under taket beror på uppgifter som saknas",
        "whether the share is below the ceiling depends on what is not stated",
    )


def _finding(
    group: PriorityGroup,
    context: Context,
    rate: Rate,
    row: Provision,
    *,
    limit: Words = _THE_CEILING,
    doubt: Words = _NO_DOUBT,
    severity: Severity | None = None,
    place: str = "priority",
) -> Finding:
    """Return the finding on a share above a rate: an error where there is no doubt."""
    return context.finding(
        f"projects[{group.index}].{place}",
        expected=rate,
        found=group.shares.known,
        difference=group.shares.beyond(rate),
        severity=severity or (Severity.ERROR if doubt is _NO_DOUBT else Severity.WARNING),
        basis=row,
        group=_capital(_name_of(group)),
        projects=len(group.projects),
        base=_BASES[group.base],
        limit=limit,
        whole=_PROGRAMME if group.is_programme else _PRIORITY,
        doubt=doubt,
    )


def _capital(words: Words) -> Words:
    return Words(capital(words.sv), capital(words.en))


_PRIORITY = Words(
    "Det gäller hela programområdet: räkna in alla projekt i det.",
    "It binds the whole priority: count in every project of it.",
)
_PROGRAMME = Words(
    "Det gäller hela programmet, inte ett programområde: räkna in alla projekt i det.",
    "It binds the whole programme, not a priority: count in every project of it.",
)
_BASES = {
    ContributionBase.TOTAL: Words("de totala bidragen", "the total contribution"),
    ContributionBase.PUBLIC: Words("de offentliga bidragen", "the public contribution"),
    None: Words("de totala bidragen", "the total contribution"),
}


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
        reads=CEILING_KEYS,
        needs=("projects",),
        applies=_some_fund_concerned,
        scope=CEILING_SCOPE,
        check=_within_the_ceiling,
        demand=Words(
            "Unionens andel av ett helt programområde är högst den beslutade satsen, eller taket för dess regionkategori.",
            "The Union's share of a whole priority is at most the decided rate, or the ceiling for its category of region.",
        ),
        sv="{group} ({projects} projekt): Unionens andel av {base} är {found}, över {limit} {expected} ({basis}); "
        "{difference} för mycket. {whole}{doubt}",
        en="{group} ({projects} projects): the Union's share of {base} is {found}, above {limit} {expected} ({basis}); "
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
            "concerns priorities of the ESF+ for the specific objectives l and m, for those most in need",
        ),
        check=at_the_one_rate,
        demand=Words(
            "Unionens andel av ett programområde för dem som har det sämst ställt är den enda sats som finns.",
            "The Union's share of a priority for those most in need is the one rate there is.",
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
