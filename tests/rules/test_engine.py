from __future__ import annotations

import datetime
import json
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel import (
    LAW,
    RULES,
    Bounds,
    Budget,
    Call,
    Contribution,
    Decision,
    DecisionKind,
    Fund,
    Funder,
    FundingSource,
    InvalidValue,
    Law,
    Limit,
    LimitBase,
    Money,
    NotKnown,
    Outcome,
    OwnShare,
    Period,
    Portfolio,
    ProgrammingPeriod,
    Project,
    Rate,
    Rule,
    Severity,
    validate,
)
from esfmodel.display import report_text
from esfmodel.law import Grade, Level, Provision
from esfmodel.rules import ARITHMETIC, Context, Finding, Ground, Words, known
from esfmodel.rules.needs import missing, need_in_words, parsed
from esfmodel.rules.rule import always
from esfmodel.text.telling.problems import write_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMED = Words("{name}", "{name}")


def rule(check: Callable[[Project, Context], Iterator[Finding]], **more: object) -> Rule[Project]:
    """Make a rule of which only what matters is said."""
    given: dict[str, Any] = {
        "code": "TST001",
        "subject": Project,
        "severity": Severity.ERROR,
        "basis": ARITHMETIC,
        "needs": (),
        "scope": Words("gäller", "concerns"),
        "check": check,
        "demand": Words("Kravet.", "The demand."),
        "sv": "{place}",
        "en": "{place}",
        **more,
    }
    return Rule(**given)


def long_enough(project: Project, context: Context) -> Iterator[Finding]:
    """A project lasts a year at least."""
    if known(project.duration_months) < 12:
        yield context.finding("duration_months", expected=12, found=project.duration_months)


OWN = Rule(
    code="APP001",
    severity=Severity.WARNING,
    needs=("duration_months",),
    check=long_enough,
    sv="Projektet pågår i {found} månader; enligt {basis} krävs {expected}.",
    en="The project lasts {found} months; {basis} asks for {expected}.",
)
"""A rule that says no more than a rule must."""


def test_a_rule_of_ones_own_says_six_things() -> None:
    """Code, severity, needs, check and two sentences: it is about projects, and rests on a policy and on no law."""
    report = validate(Project("A", duration_months=6), rules=[*RULES, OWN])
    (finding,) = report.result("APP001").findings
    assert finding.text("sv") == "Projektet pågår i 6 månader; enligt vår egen policy krävs 12."
    assert finding.text("en") == "The project lasts 6 months; our own policy asks for 12."
    assert (finding.basis, finding.level, OWN.subject) == (Ground.POLICY, None, Project)
    assert "Plats: längd i månader. Grund: vår egen policy." in report.text("sv")
    (written,) = (each for each in json.loads(report.to_json())["results"] if each["rule"] == "APP001")
    assert (written["basis"], written["findings"][0]["basis"]) == ("policy", "policy")
    assert validate(Project("A", duration_months=12), rules=[OWN]).result("APP001").outcome is Outcome.PASSED


def test_a_rule_without_a_demand_is_told_by_what_it_would_say() -> None:
    """What is quoted is no finding: where it could not be judged, nobody reads that the project is too short."""
    report = validate(Project("A"), rules=[OWN])
    said = "Text of a finding: “The project lasts … months; … asks for ….” – not stated: length in months"
    assert f"APP001  {said}" in report.text("en", verbose=True)
    assert "Anmärkningens text: ”Projektet pågår i … månader; enligt … krävs ….”" in report.text("sv", verbose=True)
    assert repr(OWN) == "<rule APP001: Text of a finding: “The project lasts … months; … asks for ….”>"
    assert OWN.scope == Words("gäller alla projekt", "concerns every project")


def test_a_rule_without_a_scope_says_why_it_does_not_apply() -> None:
    """The reason is never that it concerns everybody."""
    mine = Rule(
        code="APP001",
        severity=Severity.WARNING,
        needs=(),
        check=long_enough,
        sv="Kort.",
        en="Short.",
        applies=lambda project: project.name != "A",
    )
    (result,) = validate(Project("A"), rules=[mine]).results
    assert result.outcome is Outcome.NOT_APPLICABLE
    assert result.reason == Words("regelns eget villkor är inte uppfyllt", "the rule's own condition is not met")


def test_a_rule_about_portfolios_without_a_scope_concerns_every_portfolio() -> None:
    """Its subject is said, since its check is given nothing else."""

    def a_name(portfolio: Portfolio, context: Context) -> list[Finding]:
        return [] if portfolio.name else [context.finding("name")]

    mine = Rule(
        code="APP002", severity=Severity.INFO, needs=(), check=a_name, sv="Namn.", en="Name.", subject=Portfolio
    )
    assert mine.scope == Words("gäller alla portföljer", "concerns every portfolio")
    assert [finding.rule for finding in validate(Portfolio(), rules=[mine]).infos] == ["APP002"]


@pytest.mark.parametrize("nothing", [None, [], ()])
def test_a_check_may_give_a_list_or_nothing(nothing: list[Finding] | None) -> None:
    """Who writes no generator returns a list, and who finds nothing returns nothing."""

    def check(project: Project, context: Context) -> list[Finding] | None:
        return nothing if project.name == "A" else [context.finding("name"), context.finding("name")]

    mine = attrs.evolve(OWN, check=check, needs=())
    assert validate(Project("A"), rules=[mine]).result("APP001").outcome is Outcome.PASSED
    assert len(validate(Project("B"), rules=[mine]).findings) == 2


@pytest.mark.parametrize("given", [True, "too short", ["too short"], 3, [None]])
def test_what_is_no_finding_is_refused(given: object) -> None:
    """A check that answers in another way is told how to answer, and names the rule."""

    def check(_project: Project, context: Context) -> Any:  # noqa: ANN401
        return given if context.rule else None

    mine = attrs.evolve(OWN, check=check, needs=())
    with pytest.raises(TypeError, match=r"the check of APP001 .*; yield context\.finding"):
        validate(Project("A"), rules=[mine])


def test_a_single_finding_is_no_list_of_them() -> None:
    """A check that returns its finding is told to put it in a list."""

    def check(_project: Project, context: Context) -> Any:  # noqa: ANN401
        return context.finding("name")

    with pytest.raises(TypeError, match="the check of APP001 returned Finding; yield context"):
        validate(Project("A"), rules=[attrs.evolve(OWN, check=check, needs=())])


def test_two_rules_of_one_code_are_refused() -> None:
    """A report with two answers to one code has none; so neither a second rule nor the same one twice is judged."""
    for rules in ([OWN, OWN], [*RULES, attrs.evolve(OWN, code="BUD001")], iter([OWN, attrs.evolve(OWN)])):
        with pytest.raises(InvalidValue, match=r"'(APP001|BUD001)' is the code of two rules; give each rule a code"):
            validate(Project("A"), rules=rules)


@pytest.mark.parametrize(
    ("rules", "wrong"),
    [
        (OWN, "rules takes several Rule, such as a list; not Rule"),
        ([OWN, "BUD001"], r"rules\[1\] must be Rule, not str"),
    ],
)
def test_what_is_no_book_of_rules_is_refused(rules: Any, wrong: str) -> None:  # noqa: ANN401
    """A single rule, or the code of one, is not several rules."""
    with pytest.raises(TypeError, match=wrong):
        validate(Project("A"), rules=rules)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"severity": "error"}, "severity must be Severity, not str"),
        ({"reads": "vat"}, r"reads takes several keys, such as \('vat',\); not str"),
        ({"needs": "budget.total"}, r"needs takes several paths, such as \('budget.total',\); not str"),
        ({"check": "no"}, "check must be a function, not str"),
        ({"applies": True}, "applies must be a function, not bool"),
        ({"subject": Budget}, "subject must be Project or Portfolio, not .*Budget"),
        ({"subject": "Project"}, "subject must be Project or Portfolio, not "),
        ({"basis": None}, "basis must be str or Ground, not NoneType"),
        ({"demand": "Kravet."}, "demand must be Words, not str"),
        ({"sv": None, "en": "A"}, "sv must be str, not NoneType"),
    ],
)
def test_what_a_rule_is_made_of_has_its_type(more: dict[str, Any], wrong: str) -> None:
    """A slip of the pen is told when the rule is made, not when somebody reads its report."""
    with pytest.raises(TypeError, match=wrong):
        attrs.evolve(OWN, **more)


def test_a_rule_made_for_no_subject_is_refused_by_its_subject() -> None:
    """Also where the scope is left out, which depends on the subject."""
    given: dict[str, Any] = {"subject": "Project", "code": "APP001", "severity": Severity.ERROR, "needs": ("name",)}
    with pytest.raises(TypeError, match="subject must be Project or Portfolio"):
        Rule(**given, check=doubtful, sv="Något.", en="Something.")


@pytest.mark.parametrize("text", ["{found", "found}", "{found} {"])
def test_a_text_with_a_stray_brace_is_refused(text: str) -> None:
    """With or without a demand, the rule says which text it is."""
    with pytest.raises(InvalidValue, match=r"en '.*' is no text with names in braces"):
        attrs.evolve(OWN, en=text)
    with pytest.raises(InvalidValue, match=r"sv '.*' is no text with names in braces"):
        Rule(code="APP001", severity=Severity.INFO, needs=(), check=long_enough, sv=text, en=text)


def test_a_value_that_the_text_tells_must_be_given() -> None:
    """A text with a place for something that the check does not give says so when it is found, not when it is read."""

    def check(_project: Project, context: Context) -> list[Finding]:
        return [context.finding("name", found=1, limit=2)]

    mine = attrs.evolve(OWN, check=check, needs=(), sv="{found} {limit}", en="{found} {limit}")
    assert validate(Project("A"), rules=[mine]).warnings[0].text("sv") == "1 2"
    wrong = attrs.evolve(mine, sv="{found} {longest}", en="{found} {longest}")
    with pytest.raises(
        InvalidValue, match="values 'longest' has a place in the text of APP001 but no value; give it by"
    ):
        validate(Project("A"), rules=[wrong])


def test_a_need_that_nothing_has_is_refused() -> None:
    """A slip of the pen in a path is no missing fact."""
    mine = attrs.evolve(OWN, needs=("duration_month",))
    with pytest.raises(InvalidValue, match="needs 'duration_month' is nothing that Project has; write a path"):
        validate(Project("A", duration_months=12), rules=[mine])


def test_every_field_and_measure_has_words_as_a_need() -> None:
    """Whoever's rule it is, the report says what is missing in words and not as a path."""
    measures = [name for name, member in vars(Budget).items() if isinstance(member, property)]
    paths = [
        *(name for name in attrs.fields_dict(Project) if name[0] != "_"),
        *attrs.fields_dict(Portfolio),
        *(f"budget.{name}" for name in (*attrs.fields_dict(Budget), *measures) if not name.startswith("_")),
    ]
    assert [path for path in paths if {".", "_"} & {*need_in_words(path).sv, *need_in_words(path).en}] == []


def test_a_long_code_does_not_run_into_the_text() -> None:
    """The column of codes has room for the library's own; a longer code keeps a space behind it."""
    mine = attrs.evolve(OWN, code="NEWSROOM0001")
    report = validate(Project("A", duration_months=6), rules=[mine])
    for text in (report.text("en"), report_text(report, "en")):
        assert "NEWSROOM0001 The project lasts 6 months" in text
        assert all(len(line) <= 100 for line in text.splitlines())


def doubtful(_project: Project, context: Context) -> Iterator[Finding]:
    """Find something, and then say that the rest cannot be told."""
    yield context.finding("name")
    raise NotKnown(Words("resten är okänd", "the rest is unknown"))


def test_what_was_found_before_something_was_unknown_is_kept() -> None:
    """A rule that fails in one part and cannot be judged in another has failed, and is not complete."""
    report = validate(Project("A"), rules=[rule(doubtful)])
    (result,) = report.results
    assert (result.outcome, len(result.findings), result.complete) == (Outcome.FAILED, 1, False)
    assert result.reason == Words("resten är okänd", "the rest is unknown")
    assert not report.complete


def test_information_alone_fails_nothing() -> None:
    """A rule of severity info that could not be judged in full is not evaluated, although it told something."""
    report = validate(Project("A"), rules=[rule(doubtful, severity=Severity.INFO)])
    assert report.results[0].outcome is Outcome.NOT_EVALUATED
    assert len(report.infos) == 1


def test_a_rule_that_cannot_tell_whether_it_applies_is_not_evaluated() -> None:
    """`NotKnown` from `applies` is an open question too."""

    def applies(_project: Project) -> bool:
        raise NotKnown(Words("oklart", "unclear"))

    (result,) = validate(Project("A"), rules=[rule(doubtful, applies=applies)]).results
    assert result.outcome is Outcome.NOT_EVALUATED


def test_a_finding_is_never_graver_than_its_rule() -> None:
    """A check may lower the severity, not raise it."""

    def check(_project: Project, context: Context) -> Iterator[Finding]:
        yield context.finding("a", severity=Severity.ERROR)
        yield context.finding("b", severity=Severity.INFO)

    report = validate(Project("A"), rules=[rule(check, severity=Severity.WARNING)])
    assert [finding.severity for finding in report.findings] == [Severity.WARNING, Severity.INFO]


def test_a_provision_that_nobody_read_can_only_warn() -> None:
    """The window as a transcript has it, grade C, turns the error of PER001 into a warning."""
    rows = [attrs.evolve(row, grade=Grade.C) if row.key == "eligibility.period" else row for row in LAW.provisions]
    outside = Project("A", programming_period="2021-2027", period=Period("2020-01-01", "2020-06-30"))
    assert [finding.severity for finding in validate(outside).findings] == [Severity.ERROR]
    assert [finding.severity for finding in validate(outside, law=Law(rows)).findings] == [Severity.WARNING]


def test_without_a_day_a_value_must_count_throughout_the_project() -> None:
    """A ceiling that was no law for a month of the project is asked for with on=, and not guessed."""
    changed = [
        *(row for row in LAW.provisions if not row.key.startswith("co-financing.ceiling.more-developed")),
        *(
            attrs.evolve(row, start=start, end=end)
            for row in LAW.history("co-financing.ceiling.more-developed", programming_period="2021-2027")
            for start, end in (("2021-01-01", "2025-12-31"), ("2026-02-01", None))
        ),
    ]
    law = Law(changed)
    financing = [Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(75))]
    project = Project(
        "A",
        programming_period="2021-2027",
        period=Period("2024-10-01", "2027-09-30"),
        budget=Budget(financing=financing, total=Money(100)),
    )
    assert validate(project, law=law).result("FIN002").outcome is Outcome.NOT_EVALUATED
    on_a_day = validate(project, law=law, on=datetime.date(2025, 6, 1))
    assert on_a_day.result("FIN002").outcome is Outcome.PASSED
    assert on_a_day.on is not None
    early = attrs.evolve(project, period=Period("2024-10-01", "2025-09-30"))
    assert validate(early, law=law).result("FIN002").outcome is Outcome.PASSED


def test_a_portfolio_is_judged_project_by_project() -> None:
    """Each finding names its project; the gravest outcome counts, and open questions are counted."""
    off = Budget(financing=[Contribution(Funder(source=FundingSource.OWN), Money(9))], total=Money(10), complete=True)
    right = Budget(financing=[Contribution(Funder(source=FundingSource.OWN), Money(10))], total=Money(10))
    portfolio = Portfolio([Project("A"), Project("B", budget=right), Project("C", budget=off)], name="Alla")
    report = validate(portfolio)
    assert [result.rule for result in report.results] == list(RULES)
    result = report.result("BUD003")
    assert (result.outcome, result.missing) == (Outcome.FAILED, ("budget.total", "budget.financing"))
    assert [finding.place for finding in report.errors] == ["projects[2].budget.financing"]
    assert result.reason is not None
    assert result.reason.sv == (
        "1 av 3 projekt kunde inte bedömas fullt ut; projekt 1, A: uppgift saknas: angiven totalkostnad, finansiering"
    )
    assert report.result("BUD001").outcome is Outcome.NOT_EVALUATED
    both = validate(Portfolio([Project("B", budget=right), Project("B", budget=right)]))
    assert both.result("BUD001").outcome is Outcome.NOT_APPLICABLE
    assert both.result("BUD003").outcome is Outcome.PASSED
    assert both.result("BUD003").reason is None


def test_an_empty_portfolio_passes_nothing() -> None:
    """No project is no approval: every rule is not evaluated."""
    report = validate(Portfolio())
    assert {result.outcome for result in report.results} == {Outcome.NOT_EVALUATED}
    assert report.subject is None
    assert report.text("sv").splitlines()[3].startswith(f"{len(RULES)} regler: 0 med anmärkning, 0 utan anmärkning, ")


@given(st.one_of(st.from_type(Project), st.from_type(Portfolio)), st.none() | st.dates(datetime.date(2012, 1, 1)))
def test_every_project_can_be_judged(subject: Project | Portfolio, on: datetime.date | None) -> None:
    """Whatever can exist is judged by every rule, and reported in both languages and in JSON."""
    report = validate(subject, on=on)
    assert [result.rule for result in report.results] == list(RULES)
    for result in report.results:
        unjudged = result.outcome in {Outcome.NOT_APPLICABLE, Outcome.NOT_EVALUATED}
        assert not unjudged or result.reason is not None
    assert json.loads(report.to_json())["errors"] == len(report.errors)
    assert LAW.version in report.text("sv")
    assert LAW.version in report.text("en")


def test_only_projects_and_portfolios_are_judged() -> None:
    """Anything else is a wrong type."""
    wrong: Any = Budget()
    with pytest.raises(TypeError, match="must be Project or Portfolio, not Budget"):
        validate(wrong)


def test_a_check_may_ask_only_for_what_its_rule_rests_on() -> None:
    """A rule cannot apply a provision that it does not name as its basis."""
    context = Context(rule="TST001", severity=Severity.ERROR, basis="eligibility", words=NAMED, law=LAW)
    period = ProgrammingPeriod(2021, 2027)
    keys = context.keys("eligibility", period, Fund.EMFAF)
    assert keys == ("eligibility.period", "eligibility.actions")
    assert {*context.keys("eligibility", period)} - {*keys} == {
        "eligibility.start.solidarity",
        "eligibility.extended-end",
        "eligibility.extended-end.mixed-programme",
    }
    with pytest.raises(InvalidValue, match="is not what TST001 rests on"):
        context.provision("co-financing.ceiling.outermost", period)
    with pytest.raises(InvalidValue, match="is missing in a finding of TST001"):
        context.finding("period")
    with pytest.raises(InvalidValue, match="is not what TST001 rests on"):
        attrs.evolve(context, basis=Ground.CALL, reads=()).keys("eligibility", period)


def test_a_rule_reads_what_it_declares() -> None:
    """A rule that declares its keys may ask for those alone, and sees no others below its basis."""
    reads = ("eligibility.period", "vat.*")
    context = Context(rule="T1", severity=Severity.ERROR, basis="eligibility", reads=reads, words=NAMED, law=LAW)
    period = ProgrammingPeriod(2021, 2027)
    assert context.keys("eligibility", period) == ("eligibility.period",)
    assert context.lasting_provision("vat.threshold", period, Fund.ESF_PLUS).value == Money(5_000_000, "EUR")
    with pytest.raises(InvalidValue, match="is not what T1 rests on"):
        context.provision("eligibility.extended-end", period)


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"reads": ("vat threshold",)}, "is no key of a provision"),
        ({"code": "tst1"}, "is no code of a rule"),
        ({"basis": "vår egen policy"}, "is no key of a provision"),
        ({"basis": "Article 54"}, "is no key of a provision"),
        ({"basis": "advance."}, "is no key of a provision"),
        ({"sv": "{a}", "en": "{b}"}, "differ in what they tell: a, b"),
    ],
)
def test_a_rule_that_is_not_whole_is_refused(more: dict[str, Any], wrong: str) -> None:
    """A code and a key have their forms, and both languages tell the same."""
    with pytest.raises(InvalidValue, match=wrong):
        rule(doubtful, **more)


def test_a_need_is_met_by_any_alternative() -> None:
    """Of "a|b" one is enough; an empty list is nothing known; a path without words is shown as it is."""
    assert not missing(Project("A", cci="2021SE05SFPR"), "cci|programme.cci")
    assert missing(Project("A"), "cci|programme.cci")
    assert missing(Portfolio(), "projects[].name")
    assert not missing(Portfolio([Project("A")]), "projects[].name")
    assert need_in_words("budget.total|region") == Words(
        "angiven totalkostnad eller region", "stated total cost or region"
    )


NEEDS = sorted({need for each in RULES for need in each.needs} | {"budget.cost_amounts", "claims[].costs[].amount"})


@settings(max_examples=30)
@given(st.from_type(Project), st.sampled_from(NEEDS))
def test_what_is_missing_is_found_as_by_a_walk_along_each_path(project: Project, need: str) -> None:
    """However the look-up is shortened: nothing is missing that a walk finds, nor the reverse."""
    subject = Portfolio([project]) if need == "projects" else project
    assert missing(subject, need) is all(walk(subject, path.split(".")) for path in need.split("|"))


def walk(value: Any, names: list[str]) -> bool:  # noqa: ANN401
    """Return whether nothing is known at the end of a path, step by step."""
    if value is None or value == () or not names:
        return value is None or value == ()
    name, *rest = names
    try:
        found = getattr(value, name.removesuffix("[]"))
    except NotKnown:
        return True
    return (not found or any(walk(each, rest) for each in found)) if name.endswith("[]") else walk(found, rest)


def test_needs_are_looked_up_whatever_others_were() -> None:
    """A need that was forgotten and parsed again is another one; one that is named twice is told twice."""
    first = rule(doubtful, code="TST001", needs=("budget", "period", "budget"))
    before = validate(Project("A", period=Period.of_years(2024)), rules=[first]).results
    parsed.cache_clear()
    second = rule(doubtful, code="TST002", needs=("period", "budget"))
    after = validate(Project("A", period=Period.of_years(2024)), rules=[second, first]).results
    assert [each.missing for each in (*before, *after)] == [("budget", "budget"), ("budget",), ("budget", "budget")]


def test_what_is_not_known_of_a_code_is_missing() -> None:
    """A CCI of no known programming period does not state one."""
    project = Project("A", cci="2050SE05SFPR001")
    assert missing(project, "cci.programming_period")
    with pytest.raises(NotKnown):
        missing(project, "cci.programming_period[]")


def test_a_portfolio_tells_why_its_first_project_was_not_judged() -> None:
    """The others are counted, whatever their reasons; alone each tells its own."""

    def check(project: Project, _context: Context) -> Iterator[Finding]:
        yield from ()
        if project.name != "A":
            raise NotKnown(Words(f"om {project.name}", f"about {project.name}"))

    mine = attrs.evolve(OWN, check=check, needs=())
    projects = [Project(name) for name in "ABC"]
    reasons = [validate(each, rules=[mine]).results[0].reason for each in projects]
    assert reasons == [None, Words("om B", "about B"), Words("om C", "about C")]
    (result,) = validate(Portfolio(projects), rules=[mine]).results
    assert (result.outcome, result.reason) == (
        Outcome.NOT_EVALUATED,
        Words(
            "2 av 3 projekt kunde inte bedömas fullt ut; projekt 2, B: om B",
            "2 of 3 projects could not be fully judged; project 2, B: about B",
        ),
    )


def test_reports_share_the_results_of_rules_that_found_nothing() -> None:
    """They are the same object, which nothing changes; a rule of the same fields has its own."""
    first, second = (validate(Project(name), rules=[OWN]).results[0] for name in "AB")
    assert first is second
    twin = attrs.evolve(OWN)
    assert validate(Project("A"), rules=[twin]).results[0].rule is twin
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301


FOR_ALL = [each for each in RULES if each.subject is Project and each.applies is always and each.concerned_by is always]
JUDGED = [attrs.evolve(each, applies=lambda _project: True) for each in FOR_ALL]


@settings(max_examples=30)
@given(st.from_type(Project))
def test_what_the_stated_fields_decide_is_what_judging_tells(project: Project) -> None:
    """Rules that apply to all are decided together where the project states none of what they need."""
    together, by_one = validate(project, rules=FOR_ALL), validate(project, rules=JUDGED)
    for one, other in zip(together.results, by_one.results, strict=True):
        assert attrs.evolve(other, rule=one.rule) == one


def test_every_value_is_shown_as_its_language_writes_it() -> None:
    """Days, provisions, words and what is not known have their own forms; identifiers are themselves."""
    row: Provision = LAW.history("eligibility.start.yei")[0]
    assert write_value(row.value, "sv") == "1\N{NO-BREAK SPACE}september\N{NO-BREAK SPACE}2013"
    assert write_value(row.value, "en") == "1\N{NO-BREAK SPACE}September\N{NO-BREAK SPACE}2013"
    assert write_value(row, "sv") == "artikel 65.3 i förordning (EU) nr 1303/2013"
    assert write_value(None, "sv") == "okänt"
    assert write_value(12, "en") == "12"
    assert write_value(Bounds(Rate(0), Rate.of_percent(75)), "en") == "at most 75%"
    assert write_value(Bounds(Rate.of_percent(40), Rate(1)), "en") == "at least 40%"
    assert write_value(Bounds(Rate(0), Rate(1)), "en") == "0–100%"
    assert write_value(Bounds(Rate(0), Rate(1), low_included=False), "en") == "over 0% but at most 100%"
    assert write_value(Bounds(Money(0), Money(1)), "en") == "SEK\xa00–1"
    assert row.level is Level.EU_LAW
    with pytest.raises(InvalidValue, match="language 'de' is not one we know"):
        NAMED.text("de")


MILLION = 1_000_000


def listed(source: FundingSource, millions: int) -> Contribution:
    """What one source pays, in millions."""
    return Contribution(Funder(source=source), Money(millions * MILLION))


@pytest.mark.parametrize("total", [None, Money(10 * MILLION)])
@pytest.mark.parametrize(
    ("financing", "changes"),
    [
        (
            [listed(FundingSource.EU, 4), listed(FundingSource.STATE_GRANT, 1)],
            {
                "decisions": [
                    Decision(
                        DecisionKind.GRANTED,
                        limits=[Limit.of_rate(Rate.of_percent(40), LimitBase.PUBLIC_FINANCING)],
                    )
                ]
            },
        ),
        ([listed(FundingSource.OWN_PUBLIC, 1)], {"call": Call(own_share=OwnShare.at_least(Rate.of_percent(40)))}),
        ([listed(FundingSource.EU, 3)], {"call": Call(own_share=OwnShare.exactly(Rate.of_percent(40)))}),
        ([listed(FundingSource.OWN_PUBLIC, 1)], {"call": Call(largest_support=Money(8 * MILLION))}),
    ],
)
def test_no_rule_accuses_on_what_an_open_list_leaves_out(
    financing: list[Contribution], changes: dict[str, Any], total: Money | None
) -> None:
    """Limits and calls are held against what is listed: others may pay on either side."""
    report = validate(Project("A", budget=Budget(financing=financing, total=total), **changes))
    assert report.errors == ()
    assert report.warnings == ()


def test_what_is_listed_alone_may_be_too_much() -> None:
    """Eight million granted of ten leave at most two to the project, whoever else pays."""
    budget = Budget(financing=[listed(FundingSource.EU_AND_STATE, 8)], total=Money(10 * MILLION))
    call = Call(own_share=OwnShare.at_least(Rate.of_percent(40)))
    (error,) = validate(Project("A", budget=budget, call=call)).errors
    assert error.rule == "FIN001"
