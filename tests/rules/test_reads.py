from __future__ import annotations

import re
from functools import reduce
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given, settings

import esfmodel.rules
from esfmodel import (
    LAW,
    RULES,
    Fund,
    Law,
    NotInForce,
    OperationId,
    Period,
    Portfolio,
    Priority,
    Project,
    Severity,
    validate,
)
from esfmodel.examples import PROJECTS
from esfmodel.law import PACKS, Grade, Level, Provision
from esfmodel.law.keys import KEYS_OF_PACKS, matches
from esfmodel.law.packs import amended
from esfmodel.law.provisions import written_row
from esfmodel.model.facts import fund_of
from esfmodel.rules import Context, Ground, Words
from esfmodel.rules.rule import AnyRule, is_for_projects
from esfmodel.rules.unread import REASONS, check_pack, reason_unread, unread
from esfmodel.testing import RULE_EXAMPLES, RuleExample, lawful_projects
from esfmodel.values.dates import as_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esfmodel import ProgrammingPeriod

WITH_PACKS = reduce(Law.with_pack, PACKS, LAW)
ANOTHER = OperationId("2021SE05SFPR001_24-030-S05")
READING = pytest.mark.parametrize("rule", [rule for rule in RULES if rule.reads], ids=lambda rule: rule.code)


def fitting_and_broken(rule: AnyRule, project: Project) -> tuple[Project | Portfolio, Project | Portfolio]:
    """Return what a rule passes and what breaks it."""
    example = cast("RuleExample[Any]", RULE_EXAMPLES[rule.code])
    pair = Portfolio([project, attrs.evolve(project, name="Ett till", operation_id=ANOTHER)])
    fitting = example.ok(project if is_for_projects(rule) else pair, WITH_PACKS)
    return fitting, example.broken(fitting, WITH_PACKS)


def subjects(rule: AnyRule, project: Project) -> Iterator[Project | Portfolio]:
    """Yield projects and portfolios on which a rule may ask for any of its keys: of every fund, and dedicated ones."""
    for subject in fitting_and_broken(rule, project):
        yield subject
        varied = [subject] if isinstance(subject, Project) else subject.projects
        for fund, period in product(Fund, ("2014-2020", "2021-2027")):
            others = [of_fund(each, fund, period) for each in varied]
            yield others[0] if isinstance(subject, Project) else Portfolio(others)
        yield attrs.evolve(of_fund(varied[0], Fund.ESF, "2014-2020"), priority=Priority("5", name="REACT-EU"))
    yield from PROJECTS


def of_fund(project: Project, fund: Fund, programming_period: str) -> Project:
    """Return the same project as one of another fund and programming period."""
    return attrs.evolve(
        project,
        fund=fund,
        programming_period=programming_period,
        cci=None,
        programme=None,
        operation_id=None,
        priority=None if project.priority is None else attrs.evolve(project.priority, fund=fund),
    )


# --- The keys that a rule declares


@pytest.fixture(scope="module")
def traced() -> dict[str, set[str]]:
    """Judge many projects and return the keys that each rule was given."""
    asked: dict[str, set[str]] = {rule.code: set() for rule in RULES}

    @settings(max_examples=2, database=None)
    @given(project=lawful_projects())
    def judge(project: Project) -> None:
        for rule in RULES:
            for subject in subjects(rule, project):
                validate(subject, law=WITH_PACKS, rules=[rule])

    with pytest.MonkeyPatch.context() as patched:
        given_rows, given_keys = Context.rows, Context.keys
        for name in ("provision", "lasting_provision"):
            patched.setattr(Context, name, recording(getattr(Context, name), asked))

        def rows(context: Context, prefix: str) -> tuple[Provision, ...]:
            found = given_rows(context, prefix)
            asked[context.rule] |= {each.key for each in found}
            return found

        def keys(
            context: Context, prefix: str, programming_period: ProgrammingPeriod, fund: Fund | None = None
        ) -> tuple[str, ...]:
            rows(context, prefix)
            return given_keys(context, prefix, programming_period, fund)

        patched.setattr(Context, "rows", rows)
        patched.setattr(Context, "keys", keys)
        judge()
    return asked


def recording(ask: Callable[..., Provision], asked: dict[str, set[str]]) -> Callable[..., Provision]:
    """Wrap a method of the context so that the keys that each rule asks for are recorded."""

    def recorded(context: Context, key: str, *more: object, **named: object) -> Provision:
        asked[context.rule].add(key)
        return ask(context, key, *more, **named)

    return recorded


@READING
def test_a_rule_declares_the_keys_it_asks_for(rule: AnyRule, traced: dict[str, set[str]]) -> None:
    """Each key declared is one of the law or stands above some, and is asked for when projects are judged."""
    keys = traced[rule.code]
    assert keys
    assert all(any(matches(key, read) for read in rule.reads) for key in keys)
    usual = () if isinstance(rule.basis, Ground) else (rule.basis, f"{rule.basis}.*")
    for read in rule.reads if rule.reads != usual else ():
        of_the_law = [key for key in WITH_PACKS.keys if matches(key, read)]
        assert of_the_law or read in KEYS_OF_PACKS, read
        assert not of_the_law or any(matches(key, read) for key in keys), read


def test_no_check_looks_into_the_law_by_itself() -> None:
    """What a rule asks for goes through its context, where it is held against what the rule declares."""
    for path in (Path(esfmodel.rules.__file__).parent / "families").glob("*.py"):
        assert not re.search(r"\bcontext\.law\b|import .*\bLAW\b", path.read_text("utf-8")), path.name


# --- Rows that no rule reads


def test_every_row_is_read_or_has_its_reason() -> None:
    """A row is read by a rule, or the list of those that are not says why; and no reason is left over."""
    keys = unread(WITH_PACKS)
    assert [key for key, reason in keys if reason is None] == []
    assert [pattern for pattern in REASONS if not any(matches(key, pattern) for key, _ in keys)] == []
    for reason in {*REASONS.values()}:
        assert reason.sv != reason.en


def test_a_row_that_nobody_accounts_for_is_listed_without_a_reason() -> None:
    """A new key shows in the list until a rule reads it or a reason is written."""
    row = attrs.evolve(LAW.provision("recovery.limit"), key="a.b")
    assert unread(Law([row])) == (("a.b", None),)
    assert reason_unread("unit-cost.a.b") is reason_unread("unit-cost.c")


ROW = """
[[provision]]
key = "{}"
{}
level = "PROGRAMME"
act = "Programmet"
article = "avsnitt 2"
start = 2021-01-01
grade = "C"
source = "https://example.org"
checked = 2026-11-21
"""
RATE, DAY, MONTHS = 'rate = "40%"\nsense = "EXACTLY"', "day = 2030-12-31", 'number = 3\nunit = "months"'


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("programme.2021se05sfpr001.a.ownshare", RATE, "did you mean programme.2021se05sfpr001.a.own-share?"),
        ("programm.2021se05sfpr001.b.own-share", RATE, "did you mean programme.2021se05sfpr001.b.own-share?"),
        ("programme.2021se05sfpr001.longset", MONTHS, "did you mean programme.2021se05sfpr001.longest?"),
        ("programme.2021se05sfpr001.reporting.evry", MONTHS, "did you mean programme.2021se05sfpr001.reporting.every?"),
        ("co-financing.ceiling.more-develped", RATE, "did you mean co-financing.ceiling.more-developed?"),
        ("flat-rate.staff.other-direct-cost", RATE, "did you mean flat-rate.staff.other-direct-costs?"),
        ("programme.2021se05sfpr1.a.own-share", RATE, "is not the code of a programme"),
        ("own-share", RATE, "is read by no rule"),
        ("programme.2021se05sfpr001.own-share", RATE, "is read by no rule"),
        ("programme.2021se05sfpr001.eligibility-end", RATE, "is not how values of this key are written"),
        ("programme.2021se05sfpr001.eligibility-end", DAY, None),
        ("programme.2021se05sfpr001.b.own-share", RATE, None),
        ("programme.2021se05sfpr001.b.own-share.se32", RATE, None),
        ("unit-cost.a.b", 'money = "1 SEK"', None),
    ],
)
def test_a_key_that_no_rule_reads_is_told(tmp_path: Path, key: str, value: str, told: str | None) -> None:
    """A slip of the pen is told with what was meant; a key that rules or readers know is no fault."""
    path = tmp_path / "pack.toml"
    path.write_text(ROW.format(key, value), "utf-8")
    faults = check_pack(path)
    assert [fault.line for fault in faults] == ([] if told is None else [2])
    assert all(told in str(fault) for fault in faults if told is not None)


@pytest.mark.parametrize(
    ("changes", "place", "told"),
    [
        ({"funds": '["Socialfonden"]', "programming_period": '"2021-2027"'}, "funds[0]", "cannot be used here"),
        ({"funds": '["ESF+"]', "programming_period": '"2014-2020"', "key": '"a.b"'}, "funds[0]", "cannot be used here"),
        ({"sense": None}, "sense", "is missing; write one of AT_MOST, AT_LEAST, EXACTLY"),
        ({"rate": '"140%"'}, "rate", "is more than the whole"),
        ({"programming_period": '"2014-2020"'}, "programming_period", "is not 2021–2027"),
        ({"checked": "9999-01-01"}, "checked", "is a day to come"),
        ({"language": '"xx"'}, "language", "is not one we know"),
        ({"key": '"programme.2021se05sfpr001.b.own-share.housing"'}, "key", "housing"),
        ({"key": '"programme.2021se05sfpr001.b.eu-part.x"', "sense": None}, "key", "'x'"),
        ({"key": '"programme.2028se05sfpr001.b.own-share"'}, None, ""),
        ({"language": '"de"'}, None, ""),
    ],
)
def test_what_a_row_hardly_means_is_told(
    tmp_path: Path, changes: dict[str, str | None], place: str | None, told: str
) -> None:
    """The check of a pack finds what may be written and is a slip of the pen."""
    given = {
        "key": '"programme.2021se05sfpr001.b.own-share"',
        "rate": '"40%"',
        "sense": '"EXACTLY"',
        "level": '"PROGRAMME"',
        "act": '"Programmet"',
        "article": '"avsnitt 2"',
        "start": "2021-01-01",
        "grade": '"C"',
        "source": '"https://example.org"',
        "checked": "2026-11-21",
    }
    fields = {name: value for name, value in {**given, **changes}.items() if value is not None}
    path = tmp_path / "pack.toml"
    path.write_text("[[provision]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items()), "utf-8")
    faults = [fault for fault in check_pack(path) if fault.code != "pack.unread"]
    assert [fault.place for fault in faults] == ([] if place is None else [f"provision[0].{place}"])
    assert all(told in str(fault).replace("\xa0", " ") for fault in faults)


def test_a_row_that_the_law_has_is_told(tmp_path: Path) -> None:
    """An act that the library has learnt since needs no pack."""
    path = tmp_path / "pack.toml"
    path.write_text(written_row(LAW.provision("vat.threshold")), "utf-8")
    assert "pack.known" in {fault.code for fault in check_pack(path)}


def test_the_packs_that_ship_have_no_faults() -> None:
    """They are what a keeper of packs begins from."""
    assert [check_pack(pack) for pack in PACKS] == [()] * len(PACKS)


# --- Proposals


def test_a_proposal_never_gives_an_error(project: Project) -> None:
    """Where every row is a proposal, rules that rest on law warn at most, and say that it is a proposal."""
    proposed = Law(attrs.evolve(row, proposal=True) for row in WITH_PACKS.provisions)
    for rule in RULES:
        if isinstance(rule.basis, Ground) or not is_for_projects(rule):
            continue
        _, broken = fitting_and_broken(rule, project)
        for finding in validate(broken, law=proposed, rules=[rule]).findings:
            assert finding.severity is not Severity.ERROR
            assert "(förslag)" in finding.basis_words.sv
            assert "(proposal)" in finding.basis_words.en


def test_what_differs_by_fund_is_not_nothing() -> None:
    """Where the fund is not known, parts that differ by fund are not told as days without a value."""
    row = LAW.provision("vat.threshold", programming_period="2021-2027")
    law = Law(amended(LAW.provisions, attrs.evolve(row, start="2026-03-01", funds=(Fund.JTF,), amended_by="X")))
    words = Words("{found}", "{found}")
    context = Context(
        rule="A1", severity=Severity.ERROR, basis="vat", words=words, law=law, on=as_date("2026-04-01", "on")
    )
    period = row.programming_period
    assert period is not None
    with pytest.raises(NotInForce, match=r"vat\.threshold"):
        context.parts("vat.threshold", period)
    (found,) = attrs.evolve(context, fund=Fund.JTF).parts("vat.threshold", period)
    assert found is not None
    assert found.amended_by == "X"


def test_what_rests_on_a_proposal_is_no_error_whatever_it_cites() -> None:
    """A check that asked for a proposal accuses nobody, even where it cites the law in force."""
    period = next(iter(LAW.history("recovery.limit"))).programming_period
    assert period is not None
    in_force = LAW.provision("vat.threshold", programming_period=period)
    row = attrs.evolve(LAW.provision("recovery.limit"), key="vat.new", proposal=True)
    words = Words("{found}", "{found}")
    context = Context(rule="A1", severity=Severity.ERROR, basis="vat", words=words, law=Law([*LAW.provisions, row]))
    assert in_force.grade is Grade.A
    assert in_force.level is Level.EU_LAW
    assert context.finding("budget", basis=in_force).severity is Severity.ERROR
    context.lasting_provision("vat.new", period)
    assert context.finding("budget", basis=in_force).severity is Severity.WARNING


# --- Amending acts


def amended_law(day: str, funds: tuple[Fund, ...]) -> Law:
    """Return the law with every row amended on a day, for some funds or for all, so that nothing changes."""
    rows = list(WITH_PACKS.provisions)
    for row in WITH_PACKS.provisions:
        if row.in_force(day) and all(map(row.concerns, funds)):
            act = "Regulation (EU) 2030/1"
            rows = amended(rows, attrs.evolve(row, start=day, funds=funds or row.funds, amended_by=act))
    return Law(rows)


@pytest.mark.parametrize("funds", [(), (Fund.ESF_PLUS,)])
def test_an_amendment_that_changes_nothing_accuses_nobody(funds: tuple[Fund, ...], project: Project) -> None:
    """Where a row is two, the old and the new, a rule may be unable to judge all days, but finds no new error."""
    law = amended_law("2026-03-01", funds)
    late = attrs.evolve(project, period=Period("2030-02-01", "2030-11-30"))
    late_ones = [of_fund(late, fund, "2021-2027") for fund in (Fund.ESF_PLUS, Fund.ERDF, Fund.JTF, Fund.AMIF)]
    for rule in RULES:
        for subject in (*fitting_and_broken(rule, project), *late_ones, *PROJECTS):
            before, after = (validate(subject, law=each, rules=[rule]) for each in (WITH_PACKS, law))
            assert len(after.errors) <= len(before.errors)
            on_a_day = [validate(subject, law=each, rules=[rule], on="2026-04-01") for each in (WITH_PACKS, law)]
            outcomes = [(report.results[0].outcome, len(report.errors)) for report in on_a_day]
            # Where no fund is known, a value that differs by fund is none.
            is_of_any_fund = isinstance(subject, Portfolio) or fund_of(subject) is None
            assert outcomes[0] == outcomes[1] or (funds and is_of_any_fund)
