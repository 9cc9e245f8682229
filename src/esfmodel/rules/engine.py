"""Judges a project or a portfolio by every rule, and reports an outcome for each, so that no rule passes in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from types import GeneratorType, NoneType
from typing import TYPE_CHECKING, TypeGuard, cast

import attrs

from esfmodel.errors import EsfModelError, NotInForce, NotKnown
from esfmodel.law import LAW, Law, Provision
from esfmodel.model import Contribution, ExchangeRate, Portfolio, Project
from esfmodel.model.facts import fund_of
from esfmodel.rules.amendments import ValueInTime, as_of, days_of_change, is_a_change, note_on
from esfmodel.rules.book import RULES, RuleBook, unknown_rule
from esfmodel.rules.context import PROPOSED, Context, is_read
from esfmodel.rules.exchange import as_rates
from esfmodel.rules.finding import Finding, Ground, Outcome, Severity
from esfmodel.rules.needs import Lacks
from esfmodel.rules.plan import Plans, plans_of
from esfmodel.rules.report import Report, RuleResult
from esfmodel.rules.shared.facts import project_place
from esfmodel.rules.words import NOTHING, Words, reason_of
from esfmodel.text.telling.problems import Place, names_along
from esfmodel.values import dates
from esfmodel.values.dates import DateLike, as_date
from esfmodel.values.fund import Fund
from esfmodel.values.period import Period, first_and_last

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from esfmodel.model import Budget
    from esfmodel.rules.plan import Plan
    from esfmodel.rules.rule import AnyRule
    from esfmodel.values.dates import Date


@attrs.define(eq=False)
class _Judged:
    """A project or a portfolio, with what every rule asks of it."""

    subject: Project | Portfolio
    lacks: Lacks
    during: Period | None
    """The period of a project; of an open one it cannot be asked what counted throughout it."""
    fund: Fund | None


def _untold(_error: EsfModelError) -> Words:
    return NOTHING


def _looked_at(subject: Project | Portfolio) -> _Judged:
    """Look at a subject once for all rules; a portfolio has no period and no fund of its own."""
    period, fund = (subject.period, fund_of(subject)) if isinstance(subject, Project) else (None, None)
    return _Judged(subject, Lacks(subject), period if isinstance(period, Period) else None, fund)


@attrs.define(eq=False)
class _Asked:
    """What every subject is judged by.

    `proposed` are the keys that a proposal of the law has a value for, and `tell` puts in words why a rule could not be
    judged.
    """

    law: Law
    on: dates.Date | None
    rates: tuple[ExchangeRate, ...]
    proposed: frozenset[str]
    tell: Callable[[EsfModelError], Words] = reason_of

    @classmethod
    def of(cls, law: Law, on: Date | None, rates: tuple[ExchangeRate, ...]) -> _Asked:
        """Find the proposals of the law once for all rules."""
        if law.adopted is law:
            return cls(law, on, rates, frozenset())
        return cls(law, on, rates, frozenset(row.key for row in law.provisions if row.proposal))

    def by(self, law: Law) -> _Asked:
        """Return the same by another law."""
        return attrs.evolve(self, law=law)

    def untold(self) -> _Asked:
        """Return the same with no reason in words."""
        return attrs.evolve(self, tell=_untold)

    def context(self, plan: Plan, judged: _Judged) -> Context:
        """Return the context of a rule."""
        rule = plan.rule
        return Context(
            rule=rule.code,
            severity=rule.severity,
            basis=rule.basis,
            reads=rule.reads,
            words=plan.words,
            law=self.law,
            on=self.on,
            rates=self.rates,
            during=judged.during,
            fund=judged.fund,
        )


def validate(
    project_or_portfolio: Project | Portfolio,
    *,
    on: DateLike | None = None,
    law: Law = LAW,
    rules: Iterable[AnyRule] = RULES,
    rates: Iterable[ExchangeRate] = (),
    ignore: Iterable[str] = (),
) -> Report:
    """Judge a project, or a portfolio, by every rule; the report has one result for each, in the order given.

    `on` is the day whose law counts; without it, a provision counts only if it had one value throughout the project's
    period. `rules` may be one's own, alone or with the library's: `RULES + [mine]`. For a portfolio, rules about
    projects are judged for each, with its place before each finding's ("projects[3].budget.financing").

    `rates` are exchange rates, one for each pair of currencies, at which amounts are compared with thresholds in
    another currency; no article says which rate counts. Without one between kronor and euro, a project is judged where
    the outcome is the same at all rates of its years; else the report tells which rate decides.

    `ignore` are codes or families of rules to leave out, such as ["PUB", "FIN003"]. They stand in the report as
    ignored, and it is not complete.

    Raises `InvalidValue` for two rules of one code, an unknown code to ignore, two rates of one pair, and a rate of a
    day to come, after `on` or else after today.

    >>> from esfmodel import Project, validate
    >>> report = validate(Project("Framtidskraft"), ignore=["PUB"])
    >>> report.errors, report.complete, report.result("PUB001").outcome.value
    ((), False, 'ignored')
    """
    if not isinstance(project_or_portfolio, (Project, Portfolio)):
        kind = type(project_or_portfolio).__name__
        raise TypeError(f"project_or_portfolio must be Project or Portfolio, not {kind}")
    day = None if on is None else as_date(on, "on")
    stated = as_rates(rates, day)
    judged: Project | Portfolio = (
        _of_open_lists(project_or_portfolio)
        if isinstance(project_or_portfolio, Portfolio)
        else _of_open_list(project_or_portfolio)
    )
    book = rules if isinstance(rules, RuleBook) else RuleBook(rules)
    ignored = _ignored(ignore, book)
    plans = Plans(rule for rule in book if rule.code not in ignored) if ignored else plans_of(book)
    results = _results(plans, judged, _Asked.of(law, day, stated))
    if ignored:
        by_code = {**ignored, **{result.rule.code: result for result in results}}
        results = [by_code[rule.code] for rule in book]
    return Report(
        subject=judged.name,
        on=day,
        law_version=law.version,
        packs=law.packs,
        rule_packages=tuple(dict.fromkeys(rule.package for rule in book if rule.package is not None)),
        rates=stated,
        results=tuple(results),
    )


def _ignored(names: Iterable[str], book: RuleBook) -> dict[str, RuleResult]:
    """Return the results, by code, of the rules in a book that have one of these codes, or are of one of the families.

    A name that only other rules of the library have ignores nothing: one list may serve several books.
    """
    if isinstance(names, str) or not isinstance(names, Iterable):
        raise TypeError(f"ignore takes several codes or families, such as ['PUB', 'FIN003']; not {names!r}")
    results: dict[str, RuleResult] = {}
    families: tuple[str, ...] = ()
    known: set[str] = set()
    for index, name in enumerate(names):
        if not index:
            # Most callers ignore nothing, and need none of this.
            families = tuple(dict.fromkeys([*book.families, *RULES.families]))
            known = {*book.codes, *RULES.codes, *families}
        if name not in known:
            raise unknown_rule(f"ignore[{index}]", name, known, families)
        reason = Words("{name} utelämnas på begäran", "{name} is left out on request").with_values(name=name)
        for rule in book:
            if name in {rule.code, rule.family}:
                results[rule.code] = RuleResult(rule, Outcome.IGNORED, reason=reason)
    return results


def _with_names(result: RuleResult, subject: Project | Portfolio) -> RuleResult:
    """Return a result whose findings know what stands at their places, so that every text names it."""
    findings = tuple([_named(finding, subject) for finding in result.findings])
    return RuleResult(result.rule, result.outcome, findings, result.reason, result.missing, result.notes)


def _named(finding: Finding, subject: Project | Portfolio) -> Finding:
    names = names_along(subject, finding.place)
    for _, value in finding.values:
        if isinstance(value, Place):
            names |= names_along(subject, value.path)
    return attrs.evolve(finding, names=names) if names else finding


def _of_open_lists(portfolio: Portfolio) -> Portfolio:
    """Return the portfolio with a line for the rest in each open list of financing."""
    projects = [_of_open_list(project) for project in portfolio.projects]
    is_changed = any(new is not old for new, old in zip(projects, portfolio.projects, strict=True))
    return attrs.evolve(portfolio, projects=projects) if is_changed else portfolio


def _of_open_list(project: Project) -> Project:
    """Return the project with a line for the rest in each open list of financing.

    Where a total is stated, the budget takes the side that is not listed for what is left. That is good enough to
    tell, but not to accuse: the other payers may stand on either side. So rules judge what is listed, and a rest.
    """
    if not any(map(_is_open, (project.budget, *(decision.budget for decision in project.decisions)))):
        return project
    return attrs.evolve(
        project,
        budget=_with_rest(project.budget),
        decisions=[attrs.evolve(each, budget=_with_rest(each.budget)) for each in project.decisions],
    )


def _is_open(budget: Budget | None) -> TypeGuard[Budget]:
    return budget is not None and bool(budget.unlisted)


def _with_rest(budget: Budget | None) -> Budget | None:
    if not _is_open(budget):
        return budget
    return attrs.evolve(budget, financing=(*budget.financing, Contribution.rest()))


def _results(plans: Plans, subject: Project | Portfolio, asked: _Asked) -> list[RuleResult]:
    """Return the result of each rule."""
    judge = _judge_with_proposals if asked.proposed else _judge
    if isinstance(subject, Portfolio):
        found = _results_of_portfolio(plans.all, subject, asked, judge)
        return [_with_names(result, subject) if result.findings else result for result in found]
    project = _looked_at(subject)
    decided, open_plans = plans.beforehand(project.lacks.stated)
    results = [*decided]
    for place, plan in open_plans:
        result = judge(plan, project, asked)
        results[place] = _with_names(result, subject) if result.findings else result
    return cast("list[RuleResult]", results)


def _results_of_portfolio(
    plans: Iterable[Plan], portfolio: Portfolio, asked: _Asked, judge: Callable[[Plan, _Judged, _Asked], RuleResult]
) -> Iterator[RuleResult]:
    whole, untold = _looked_at(portfolio), asked.untold()
    projects = [_looked_at(project) for project in portfolio.projects]
    for plan in plans:
        if not plan.is_for_projects:
            yield judge(plan, whole, asked)
            continue
        results: list[RuleResult] = []
        left = iter(projects)
        for project in left:
            results.append(judge(plan, project, asked))
            if not results[-1].complete:
                break
        # The result on the portfolio tells the reason of the first incomplete one alone.
        results += [judge(plan, project, untold) for project in left]
        yield _fold(plan, portfolio, results)


def _judge_with_proposals(plan: Plan, judged: _Judged, asked: _Asked) -> RuleResult:
    """Judge one rule by the law in force, and add what it finds by proposals; a pass never rests on one."""
    if not any(is_read(key, plan.rule.reads) for key in asked.proposed):
        return _judge(plan, judged, asked)
    result, _ = _judge_in_time(plan, judged, asked.by(asked.law.adopted))
    findings: tuple[Finding, ...] = result.findings
    _, by_value = _judge_in_time(plan, judged, asked)
    for finding in (each for of_value in by_value for each in of_value.findings):
        if _rests_on_a_proposal(finding) and not any(_is_same(finding, other) for other in findings):
            findings = (*findings, finding)
    if findings == result.findings:
        return result
    reason = None if result.outcome is Outcome.NOT_APPLICABLE else result.reason
    return attrs.evolve(result, outcome=_outcome(findings, reason), findings=findings, reason=reason)


def _rests_on_a_proposal(finding: Finding) -> bool:
    return PROPOSED in finding.notes or (isinstance(finding.basis, Provision) and finding.basis.proposal)


def _is_same(one: Finding, other: Finding) -> bool:
    return (one.place, one.expected, one.found) == (other.place, other.expected, other.found)


def _judge_in_time(plan: Plan, judged: _Judged, asked: _Asked) -> tuple[RuleResult, Sequence[RuleResult]]:
    """Return the result of a rule, and those by each value in time where one that it asks for changes.

    Where they agree, they are the result.
    """
    changing: list[Provision] = []
    result = _judge(plan, judged, asked, changing)
    return _by_each_value(plan, judged, asked, result, tuple(changing))


def _by_each_value(
    plan: Plan, judged: _Judged, asked: _Asked, result: RuleResult, changing: tuple[Provision, ...]
) -> tuple[RuleResult, Sequence[RuleResult]]:
    """Return what `_judge_in_time` does, of a rule that met a value that changes."""
    if not is_a_change(changing):
        return result, (result,)
    by_value: list[RuleResult] = []
    changes: list[tuple[Provision, ...]] = []
    days: list[Date] = []
    first, last = (None, None) if judged.during is None else first_and_last(judged.during)
    while is_a_change(changing) and changing not in changes:
        changes.append(changing)
        days = days_of_change(changes, last)
        by_value, changing = [], ()
        for day in days:
            law, true_rows = as_of(asked.law, changes, day)
            further: list[Provision] = []
            found = _judge(plan, judged, asked.by(law), further)
            findings = tuple(_of_true_rows(each, true_rows) for each in found.findings)
            by_value.append(attrs.evolve(found, findings=findings))
            changing = changing or tuple(further)
    if len({_outcome_of(each) for each in by_value}) > 1:
        return result, by_value
    # Of several, the one of the project's first day is told.
    begun = [each for day, each in zip(days, by_value, strict=True) if first is not None and day <= first]
    told: RuleResult = (begun or by_value[:1])[-1]
    more: tuple[Words, ...] = note_on(changes, last)
    noted = tuple(_with_notes(each, more) for each in told.findings)
    return attrs.evolve(told, findings=noted, notes=(*told.notes, *more)), by_value


def _with_notes(finding: Finding, notes: tuple[Words, ...]) -> Finding:
    return attrs.evolve(finding, notes=(*finding.notes, *notes))


def _outcome_of(result: RuleResult) -> tuple[object, ...]:
    return result.outcome, *((each.place, each.severity) for each in result.findings)


def _of_true_rows(finding: Finding, true_rows: Mapping[Provision, Provision]) -> Finding:
    def true(value: object) -> object:
        return true_rows.get(value, value) if isinstance(value, Provision) else value

    basis = finding.basis if isinstance(finding.basis, Ground) else true_rows.get(finding.basis, finding.basis)
    return attrs.evolve(finding, basis=basis, values=tuple((name, true(value)) for name, value in finding.values))


def _judge(plan: Plan, judged: _Judged, asked: _Asked, changing: list[Provision] | None = None) -> RuleResult:
    """Judge one rule: whether it applies, whether its needs are met, and what it finds.

    Where it could not be judged because a value changes in time, it is judged by each value, or else the rows with the
    values are added to `changing`.
    """
    subject, lacks = judged.subject, judged.lacks
    try:
        if plan.applies is not None and not plan.applies(subject):
            return plan.not_applicable
        if plan.concerned_by is not None and not plan.concerned_by(subject, asked.law):
            return plan.not_applicable
        lacking = plan.need_bits
        # Where the fields in which all needs begin are not stated, there is nothing to look up.
        if plan.fields & lacks.stated:
            if lacking & ~lacks.looked_up:
                lacks.look_up(plan.needs)
            lacking &= lacks.missing
        if lacking:
            return plan.lacking[lacking]
    except (NotKnown, NotInForce) as error:
        return _open(plan, judged, asked, error, changing)
    context = asked.context(plan, judged)
    findings: list[Finding] = []
    try:
        _check(plan, subject, context, findings)
    except (NotKnown, NotInForce) as error:
        return _open(plan, judged, asked, error, changing, findings, context.notes)
    if not findings and not context.notes:
        return plan.passed
    return RuleResult(plan.rule, _outcome(findings, None), tuple(findings), notes=tuple(context.notes))


def _open(
    plan: Plan,
    judged: _Judged,
    asked: _Asked,
    error: NotKnown | NotInForce,
    changing: list[Provision] | None,
    findings: Sequence[Finding] = (),
    notes: Sequence[Words] = (),
) -> RuleResult:
    """Return the result of a rule that could not be judged, or not in full.

    Only these two errors mean that. Any other is a fault in the rule and must be seen.
    """
    reason = asked.tell(error)
    result = RuleResult(plan.rule, _outcome(findings, reason), tuple(findings), reason, notes=tuple(notes))
    if error.code != "rule.several_values":
        return result
    rows = [each.row for each in cast("tuple[ValueInTime, ...]", error.params["values"])]
    if changing is None:
        return _by_each_value(plan, judged, asked, result, tuple(rows))[0]
    changing += rows
    return result


def _check(plan: Plan, subject: Project | Portfolio, context: Context, findings: list[Finding]) -> None:
    """Add what a check finds, be it a generator, a list or None; raise `TypeError` for anything but findings.

    What was found before the check raises `NotKnown` is kept.
    """
    found = plan.check(subject, context)
    advice = "yield context.finding(...), or return a list of them"
    is_usual = isinstance(found, (GeneratorType, list, tuple, NoneType))
    if not is_usual and (isinstance(found, str) or not isinstance(found, Iterable)):
        raise TypeError(f"the check of {plan.rule.code} returned {type(found).__name__}; {advice}")
    for each in found or ():
        if not isinstance(each, Finding):
            raise TypeError(f"the check of {plan.rule.code} gave {type(each).__name__} where findings are; {advice}")
        findings.append(each)


def _outcome(findings: Sequence[Finding], reason: Words | None) -> Outcome:
    # What was found before something turned out to be unknown already decides: FAILED goes before NOT_EVALUATED.
    if any(finding.severity is not Severity.INFO for finding in findings):
        return Outcome.FAILED
    return Outcome.PASSED if reason is None else Outcome.NOT_EVALUATED


def _fold(plan: Plan, portfolio: Portfolio, results: list[RuleResult]) -> RuleResult:
    """Fold the results of one rule for each project into one: the gravest outcome, and every finding."""
    if not results:
        return RuleResult(plan.rule, Outcome.NOT_EVALUATED, reason=reason_of(NotKnown("rule.no_projects")))
    # Most projects share a result.
    distinct = list({id(result): result for result in results}.values())
    outcomes = {result.outcome for result in distinct}
    if outcomes == {Outcome.NOT_APPLICABLE}:
        return plan.not_applicable
    found = [(index, result) for index, result in enumerate(results) if result.findings]
    findings = tuple(_below(finding, f"projects[{index}]") for index, result in found for finding in result.findings)
    lacking = dict.fromkeys(need for result in distinct for need in result.missing)
    gravest = next(each for each in (Outcome.FAILED, Outcome.NOT_EVALUATED, Outcome.PASSED) if each in outcomes)
    notes = dict.fromkeys(note for result in distinct for note in result.notes)
    incomplete = {id(result) for result in distinct if not result.complete}
    reason = _open_reason(portfolio, results, incomplete) if incomplete else None
    return RuleResult(plan.rule, gravest, findings, reason, tuple(lacking), tuple(notes))


def _below(finding: Finding, prefix: str) -> Finding:
    """Return a finding on a project as one on a portfolio, with all its places below the project's."""
    values = tuple(
        (name, Place(f"{prefix}.{value.path}") if isinstance(value, Place) else value) for name, value in finding.values
    )
    return attrs.evolve(finding, place=f"{prefix}.{finding.place}".rstrip("."), values=values)


def _open_reason(portfolio: Portfolio, results: list[RuleResult], incomplete: set[int]) -> Words:
    """Return how many projects were not fully judged, by the identities of their results, and why the first was not."""
    places = [place for place, result in enumerate(results) if id(result) in incomplete]
    first = places[0]
    return _not_fully_judged(len(places), len(results), first, portfolio.projects[first].name, results[first].reason)


@lru_cache(maxsize=1_000)
def _not_fully_judged(count: int, whole: int, index: int, name: str, why: Words | None) -> Words:
    """Return what many rules say of one portfolio in the same words."""
    return Words(
        "{count} av {whole} projekt kunde inte bedömas fullt ut; {first}: {why}",
        "{count} of {whole} projects could not be fully judged; {first}: {why}",
    ).with_values(count=count, whole=whole, first=project_place(index, name), why=why)
