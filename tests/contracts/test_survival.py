"""Everything public is the same after it was pickled or copied, here and in another process."""

from __future__ import annotations

import copy
import enum
import inspect
import multiprocessing
import pickle
import pkgutil
from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import esfmodel
from computed import COMPUTED
from esfmodel import (
    LAW,
    RULES,
    EsfModelError,
    InvalidData,
    InvalidValue,
    Law,
    Problem,
    Project,
    Report,
    Rule,
    Severity,
    validate,
)
from esfmodel.display import Html
from esfmodel.errors import Told
from esfmodel.examples import EXAMPLES
from esfmodel.frames import Checked, ListFrame
from esfmodel.law.codes import Code, CodeList, nuts
from esfmodel.model import UnknownKey
from esfmodel.rules import AtPlace, Place, RuleBook, Words, known
from esfmodel.testing import RULE_EXAMPLES, Boundary, RuleExample, boundaries, dates
from esfmodel.text import DurationRange, Figure, sv
from esfmodel.values.dates import Date
from survival import lost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel import Finding
    from esfmodel.rules import Context
    from esfmodel.rules.rule import AnyRule


def public_modules() -> list[Any]:
    """Return the library and every module of it with public names; fields and columns of others are theirs."""
    named = [each.name for each in pkgutil.walk_packages(esfmodel.__path__, "esfmodel.")]
    left_out = ("__main__", ".integrations.django", ".integrations.sqlalchemy")
    shown = [name for name in named if "._" not in name and not name.endswith(left_out)]
    return [module for module in map(import_module, ["esfmodel", *shown]) if hasattr(module, "__all__")]


def _name(kind: type) -> str:
    return kind.__name__


# Their frames are copied and compared by the libraries that made them.
_OF_FRAMES = {Checked, ListFrame}
CLASSES: list[Any] = sorted(
    {kind for module in public_modules() for name in module.__all__ if inspect.isclass(kind := getattr(module, name))}
    - _OF_FRAMES,
    key=_name,
)
ERRORS = [kind for kind in CLASSES if issubclass(kind, EsfModelError) and kind is not InvalidData]

_FIGURES = sv.find_figures(
    "Projektet kostar drygt 12 miljoner kronor, varav 40 % stöd, i 6–12 månader från 2024-10-01."
)
_errors = {kind: st.builds(kind, st.text(), st.text(), st.none() | st.text(), price=st.integers()) for kind in ERRORS}
_given: dict[type, st.SearchStrategy[Any]] = {
    **_errors,
    Told: COMPUTED[Problem],
    InvalidData: st.lists(COMPUTED[Problem], min_size=1, max_size=3).map(tuple).map(InvalidData),
    # A function that Hypothesis makes up has no name.
    RuleExample: st.sampled_from(list(RULE_EXAMPLES.values())),
    Rule: st.sampled_from(RULES),
    RuleBook: st.sampled_from([RULES, RULES.family("DUR"), RuleBook()]),
    UnknownKey: st.builds(UnknownKey, st.text(), st.text()),
    Law: st.sampled_from([LAW, LAW.with_pack("2021SE05SFPR001"), Law(())]),
    # Hypothesis would make up mappings of every sort for their names.
    AtPlace: COMPUTED[Report].map(lambda report: report.by_place()).filter(bool).map(lambda at: [*at.values()][-1]),
    Place: st.builds(Place, st.text()),
    Date: dates(),
    Figure: st.sampled_from(_FIGURES),
    DurationRange: st.sampled_from([each.value for each in _FIGURES if isinstance(each.value, DurationRange)]),
    Code: st.sampled_from(nuts().codes),
    Boundary: st.sampled_from(boundaries("de-minimis.ceiling")),
    Html: st.text().map(Html),
    CodeList: st.just(nuts()),
}


def drawn(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Draw objects of a public class."""
    if issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    known = COMPUTED | _given
    return known[kind] if kind in known else st.from_type(kind)


@cache
def some_of(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return a few objects of a class; they are drawn once, for drawing takes longer than all else here."""
    found: list[Any] = []

    @settings(
        max_examples=4,
        phases=[Phase.generate],
        database=None,
        derandomize=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )
    @given(drawn(kind))
    def collect(made: object) -> None:
        found.append(made)

    collect()
    return found


def copies(thing: object) -> list[Any]:
    """Return a thing by each way of copying it."""
    protocols = range(2, pickle.HIGHEST_PROTOCOL + 1)
    pickled = [pickle.loads(pickle.dumps(thing, protocol)) for protocol in protocols]  # noqa: S301
    return [*pickled, copy.copy(thing), copy.deepcopy(thing)]


@pytest.mark.parametrize("kind", CLASSES, ids=_name)
def test_copies_are_equal_and_equally_hashed(kind: Any) -> None:  # noqa: ANN401
    """Pickled by any protocol, copied and copied deep, a thing is equal to what it was, and of the same hash."""
    for made in some_of(kind):
        for again in copies(made):
            assert type(again) is type(made)
            assert again == made
            assert hash(again) == hash(made)


def test_another_process_has_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a process started anew, with another seed of hashes, a thing is equal to one that is made there.

    What is judged there is judged as here.
    """
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    pickled = {kind.__name__: pickle.dumps(some_of(kind)[-1]) for kind in CLASSES}
    projects = list(EXAMPLES.values())
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(lost, [pickled]) == []
        reports = pool.map(validate, projects)
    assert reports == list(map(validate, projects))
    assert {result.rule for report in reports for result in report.results} <= set(RULES)


# --- What is pickled by its name, and rules of one's own


def is_short(project: Project, context: Context, months: int = 6) -> Iterator[Finding]:
    """Find that a project is short."""
    if known(project.duration_months) < months:
        yield context.finding("duration_months", found=project.duration_months)


OWN = Rule(
    code="APP001",
    severity=Severity.WARNING,
    needs=("duration_months",),
    check=is_short,
    sv="Projektet pågår i {found} månader.",
    en="The project lasts {found} months.",
)
SHORT = Project("Framtidskraft", duration_months=3)


def test_what_the_library_ships_is_pickled_by_its_name() -> None:
    """A rule of the library and its law are the ones of the process that reads them, and take few bytes."""
    for rule in RULES:
        assert all(again is rule for again in copies(rule))
    assert all(again is LAW for again in copies(LAW))
    assert len(pickle.dumps(LAW)) < 200
    assert len(pickle.dumps(RULES)) < 20 * len(RULES)


@pytest.mark.parametrize(
    "rule",
    [
        OWN,
        attrs.evolve(OWN, check=partial(is_short, months=9)),
        attrs.evolve(OWN, check=partial(partial(is_short), months=9)),
        attrs.evolve(RULES[0], severity=Severity.INFO),
    ],
    ids=["a function", "a partial", "a partial of a partial", "like one of the library"],
)
def test_a_rule_of_ones_own_is_pickled_by_its_fields(rule: AnyRule) -> None:
    """It is equal, and so is a report with it; one like a rule of the library is not that rule."""
    report = validate(SHORT, rules=[rule])
    for again, same in zip(copies(rule), copies(report), strict=True):
        assert again == rule
        assert hash(again) == hash(rule)
        assert same == report
    assert rule not in RULES
    assert attrs.evolve(rule, scope=Words("a", "a")) != rule


@pytest.mark.parametrize("field", ["check", "applies", "concerned_by"])
def test_a_function_without_a_name_is_told(field: str) -> None:
    """A rule of a lambda can be copied, but not be sent to another process: the error says what to do."""
    changed: dict[str, Any] = {field: lambda *_: ()}
    rule = attrs.evolve(OWN, **changed)
    assert copy.copy(rule) == copy.deepcopy(rule) == rule
    with pytest.raises(InvalidValue, match="write it with def at the top level of a module") as told:
        pickle.dumps(rule)
    assert (told.value.code, told.value.place) == ("argument.rule_function", field)


@pytest.mark.parametrize(
    ("thing", "part", "other", "code"),
    [(RULES[0], b"BUD001", b"BUD999", "rule.of_another_version"), (LAW, b"+", b"-", "law.other_version")],
)
def test_what_another_version_has_pickled_is_told(thing: object, part: bytes, other: bytes, code: str) -> None:
    """A rule that this version does not have, and law data that differ, are refused: nothing takes their place."""
    state = pickle.dumps(thing)
    assert part in state
    with pytest.raises(InvalidValue, match="install the version that it comes from") as told:
        pickle.loads(state.replace(part, other))  # noqa: S301
    assert told.value.code == code


def test_a_law_with_a_pack_is_pickled_by_its_rows() -> None:
    """It is equal, names its packs, and tells what is in force."""
    law = LAW.with_pack("2021SE05SFPR001")
    for again in copies(law):
        assert (again, again.packs, again.adopted, again.version) == (law, law.packs, law.adopted, law.version)
