"""The ceilings on the Union's share, which bind a priority as a whole, or an Interreg programme; used by family POR."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from esfmodel.errors import NotInForce, NotKnown
from esfmodel.model import ContributionBase, Portfolio, Project
from esfmodel.model.facts import ccis_of, fund_of
from esfmodel.rules.families.por_priorities import (
    by_category,
    group_by_priority,
    is_for_most_deprived,
    objectives_of,
)
from esfmodel.rules.finding import Severity
from esfmodel.rules.shared.ceilings import (
    CEILING_FUNDS,
    WINDOW,
    allowing,
    ceiling_of_outermost_programmes,
    ceiling_of_programmes,
    check_no_special_allocation,
    dedicated_ceiling,
    highest_ceiling,
    last_day,
    ordinary_ceiling,
    scope_of,
    temporary_ceilings,
)
from esfmodel.rules.shared.facts import is_interreg, known, programming_period_of
from esfmodel.rules.words import NOTHING, Words
from esfmodel.text.telling.problems import capital, listed
from esfmodel.values.format import LANGUAGES
from esfmodel.values.money import Rate
from esfmodel.values.period import Period
from esfmodel.values.print_rounding import printed_up_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from esfmodel.law import Provision
    from esfmodel.rules.context import Context
    from esfmodel.rules.families.por_priorities import PriorityGroup
    from esfmodel.rules.finding import Finding
    from esfmodel.rules.shared.ceilings import Scope
    from esfmodel.values.dates import Date

_SPECIAL = Words(
    " Ett högre tak gäller för vissa regioner i kategorin; kontrollera om det är en sådan.",
    " A higher ceiling counts for some regions of the category; check whether this is one.",
)
_TEMPORARY = Words(
    " För utgifter som redovisats vissa räkenskapsår kunde satsen vara högre; kontrollera om det är sådana.",
    " For expenditure declared in certain accounting years the rate could be higher; check whether this is such.",
)
_OWN_RATE = Words(
    " Programområdets egen sats är inte angiven; särskilda programområden kan ha en högre, som för social innovation.",
    " The priority's own rate is not stated; dedicated priorities may have a higher one, as for social innovation.",
)
_ANY_FUND = Words(
    " Fonden är inte angiven; andra fonder har andra tak.", " The fund is not stated; other funds have other ceilings."
)
_SEVERAL = Words(
    " Satsen anges för hela programområdet, men projekten hör till flera regionkategorier; kontrollera satsen för "
    "varje kategori.",
    " The rate is stated for the whole priority, but its projects are in several categories of region; check the rate "
    "of each.",
)
_PRINTED = Words(
    " Satsen kan vara avrundad; så liten skillnad kan bero på det.",
    " The rate may be rounded; so small a difference may come from that.",
)
_OTHER_INSTRUMENTS = Words(
    " Andra rättsakter kan tillåta mer för program med stöd från fler instrument än Eruf.",
    " Other acts may allow more for programmes supported by other instruments than the ERDF.",
)
_NO_END = Words(
    "{row} gäller det som redovisas till och med den {day}, och när projekten slutar är inte känt",
    "{row} concerns what is declared until {day}, and when the projects end is not known",
)
_THE_CEILING = Words("taket", "the ceiling")
_THE_RATE = Words("den beslutade satsen", "the decided rate")


def some_fund_concerned(portfolio: Portfolio) -> bool:
    """Whether some project is, or may be, of a fund with a ceiling for its priorities."""
    return not portfolio.projects or any(
        fund_of(project) in (None, *CEILING_FUNDS)
        and not is_for_most_deprived(fund_of(project), objectives_of(project))
        for project in portfolio.projects
    )


def within_the_ceiling(portfolio: Portfolio, context: Context) -> Iterator[Finding]:
    """The Union's share of all projects of a priority together is at most the rate decided, or else the ceiling.

    The projects of a priority are grouped by the category of region that is stated, and those of an Interreg programme
    whose ceiling binds it as a whole are one group.
    """
    ceiling_in = cache(partial(ceiling_of_programmes, context))

    def is_whole_programme(project: Project) -> bool:
        return is_interreg(project) and ceiling_in(programming_period_of(project)) is not None

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
                    open_questions.add(partial(part.reason, error))
        except NotKnown as error:
            open_questions.add(partial(group.reason, error))
    # Not before: a finding tells the notes so far, and these are of groups in which nothing was found. All at once,
    # since there may be thousands.
    context.notes[:] = dict.fromkeys((*context.notes, *notes))
    open_questions.check()


def _judge_group(group: PriorityGroup, context: Context, notes: list[Words]) -> Iterator[Finding]:
    if group.is_programme:
        return _judge_programme(group, context, notes)
    scope = scope_of(group.projects, group.programming_period, group.fund, group.categories)
    check_no_special_allocation(scope)
    return (_judge_decided if group.rates else _judge_undecided)(group, scope, context, notes)


def _judge_decided(group: PriorityGroup, scope: Scope, context: Context, notes: list[Words]) -> Iterator[Finding]:
    """Judge the share by the rate decided, which some provision must allow on the day."""
    # Where the rate is stated in several ways, the answer must be the same by each.
    lowest, highest = (pick(group.rates, key=lambda rate: rate.fraction) for pick in (min, max))
    ceilings = allowing(context, scope, highest)
    if group.shares.is_above(highest):
        doubt = NOTHING
        if not group.shares.is_above(printed_up_to(highest)):
            doubt = _PRINTED
        elif _may_be_declared_in_certain_years(scope, context):
            doubt = _TEMPORARY
        elif _may_have_other_instruments(group):
            doubt = _OTHER_INSTRUMENTS
        elif group.fund is None:
            doubt = _ANY_FUND
        elif len(group.categories) > 1:
            doubt = _SEVERAL
        yield _finding(group, context, highest, ceilings[0].row, limit=_THE_RATE, doubt=doubt)
        return
    if not all(shares.is_within(lowest) for shares in group.possible_shares):
        raise NotKnown(_open_question(group))
    until = ceilings[0].row.expenditure_until
    if until is not None:
        usual = highest_ceiling(context, scope).rate
        late = _after(group, until)
        if late is not None and late.shares.is_above(usual):
            limit = Words(
                "taket för det som redovisas efter den {day},", "the ceiling for what is declared after {day},"
            ).with_values(day=until)
            yield _finding(late, context, usual, ceilings[0].row, limit=limit, severity=Severity.WARNING)
            return
        if None in scope.ends and not all(shares.is_within(usual) for shares in group.possible_shares):
            raise NotKnown(_NO_END.with_values(row=ceilings[0].row, day=until))
    notes.append(
        Words(
            "{group}: den beslutade satsen {rate} har stöd i {rows}.",
            "{group}: the decided rate {rate} rests on {rows}.",
        ).with_values(
            group=_capital(group.name),
            rate=highest,
            rows=_alternatives(dict.fromkeys(each.row for each in ceilings)),
        )
    )


def _alternatives(rows: Iterable[Provision]) -> Words:
    """Return provisions of which each may be the one that counts, with their conditions."""
    with_condition = Words("{row} ({condition})", "{row} ({condition})")
    told = [
        Words("{row}", "{row}").with_values(row=row)
        if row.condition is None
        else with_condition.with_values(row=row, condition=row.condition)
        for row in rows
    ]
    return Words(*(listed([each.text(language) for each in told], language, either=True) for language in LANGUAGES))


def _after(group: PriorityGroup, until: Date) -> PriorityGroup | None:
    """Return the group with only those projects that end after a day; None where there are none."""
    ends = [last_day(project) for project in group.projects]
    late = [number for number, end in enumerate(ends) if end is not None and end > until]
    return group.only(late) if late else None


def _may_be_declared_in_certain_years(scope: Scope, context: Context) -> bool:
    """Whether some project may have expenditure declared while a higher rate counted; one of unknown end always may.

    The days of a project say when its expenditure is incurred, and it is declared later: within as many years as the
    law has from the last year of a programming period to the end of its eligible expenditure.
    """
    window = context.lasting_provision(WINDOW, scope.programming_period, scope.fund).value_as(Period)
    years = window.end.year - scope.programming_period.last
    days = (known(row.expenditure_from) for row in temporary_ceilings(context, scope))
    firsts = [day.subtract(years=years) for day in days]
    return any(end is None or end >= first for end in scope.ends for first in firsts)


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
        doubt = _OTHER_INSTRUMENTS if _may_have_other_instruments(group) else NOTHING
        yield _finding(group, context, rate, row, doubt=doubt, place=place.removesuffix(".cci"))
    elif all(shares.is_within(rate) for shares in group.possible_shares):
        notes.append(_note(group, row))
    else:
        raise NotKnown(_open_question(group))


def _may_have_other_instruments(group: PriorityGroup) -> bool:
    """Whether a programme of several countries is, by its CCI, not one of the ERDF alone."""
    return group.is_interreg and all(cci.fund_code != _ERDF_ALONE for cci in ccis_of(group.projects[0]).values())


_ERDF_ALONE = "RF"
_OF_OUTERMOST_REGIONS = "OR"
"""The letters of a programme's CCI for the ERDF as its only fund, and for Interreg D."""


def _note(group: PriorityGroup, row: Provision) -> Words:
    return Words("{group}: taket är {rate} enligt {row}.", "{group}: the ceiling is {rate} under {row}.").with_values(
        group=_capital(group.name), rate=row.value, row=row
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
    doubt: Words = NOTHING,
    severity: Severity | None = None,
    place: str = "priority",
) -> Finding:
    """Return the finding on a share above a rate: an error where there is no doubt."""
    return context.finding(
        f"projects[{group.index}].{place}",
        expected=rate,
        found=group.shares.known,
        difference=group.shares.beyond(rate),
        severity=severity or (Severity.ERROR if doubt is NOTHING else Severity.WARNING),
        basis=row,
        group=_capital(group.name),
        projects=len(group.projects),
        counted=group.counted,
        base=_BASES[group.base],
        limit=limit,
        whole=_PROGRAMME if group.is_programme else _CATEGORY if group.is_divided else _PRIORITY,
        doubt=doubt,
    )


def _capital(words: Words) -> Words:
    return Words(capital(words.sv), capital(words.en))


_PRIORITY = Words(
    "Det gäller hela programområdet: räkna in alla projekt i det.",
    "It binds the whole priority: count in every project of it.",
)
_CATEGORY = Words(
    "Det gäller programområdets alla projekt i regionkategorin: räkna in dem alla.",
    "It binds all projects of the priority in the category of region: count in every one of them.",
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
