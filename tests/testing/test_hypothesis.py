"""The hook is tried in fresh interpreters, since what is imported first is the question."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from importlib import import_module
from importlib.metadata import entry_points
from inspect import isclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import esfmodel
from computed import COMPUTED
from esfmodel import Bounds, Money, Portfolio, Project, Rate, Rule
from esfmodel.testing import _hypothesis

if TYPE_CHECKING:
    from collections.abc import Callable

LAYERS = tuple(_hypothesis._STRATEGIES)
BOUNDS: Any = Bounds
ANY_BOUNDS = BOUNDS[TypeVar("T", Money, Rate)]

# What the scripts below share: the simplest draw, and a module that is imported while another is.
SHARED = """
import sys, importlib

def simplest(kind, such=lambda drawn: True):
    from hypothesis import Phase, find, settings, strategies as st
    quick = settings(phases=[Phase.generate, Phase.shrink], database=None)
    return find(st.from_type(kind), such, settings=quick)

class Meanwhile:
    def __init__(self, when, then):
        self.when, self.then = when, then
    def find_spec(self, name, path=None, target=None):
        if name == self.when:
            sys.meta_path.remove(self)
            importlib.import_module(self.then)
        return None
"""

IMPORTS = {
    "hypothesis alone loads no layer": """
        import hypothesis, sys
        assert not [name for name in sys.modules if name.startswith("esfmodel.") and "testing" not in name]
        assert not [name for name in sys.modules if name.startswith("esfmodel.testing._") and "hypothesis" not in name]
    """,
    "hypothesis first": """
        import hypothesis
        from esfmodel import Project
        assert simplest(Project) == Project("A")
    """,
    "a layer first": """
        from esfmodel import Project
        import hypothesis
        assert simplest(Project) == Project("A")
    """,
    "the package first": """
        import esfmodel
        import hypothesis
        assert simplest(esfmodel.Project) == esfmodel.Project("A")
    """,
    "values only": """
        import sys
        import hypothesis
        from esfmodel.values import Bounds, Money
        assert simplest(Money) == Money(0)
        assert simplest(Bounds[Money]) == Bounds.at_least(Money(0))
        assert "esfmodel.model" not in sys.modules
    """,
    "a class of one's own": """
        from dataclasses import dataclass
        import hypothesis
        from esfmodel.values import Bounds, Money
        from esfmodel.model import Project
        @dataclass
        class Page:
            project: Project
            amount: Money | Bounds[Money] | None
        assert simplest(Page, lambda page: isinstance(page.amount, Money)) == Page(Project("A"), Money(0))
    """,
    "a layer while hypothesis is being imported": """
        sys.meta_path.insert(0, Meanwhile("hypothesis.errors", "esfmodel.model"))
        import hypothesis
        from esfmodel.model import Project
        assert simplest(Project) == Project("A")
    """,
    "hypothesis while a layer is being imported": """
        sys.meta_path.insert(0, Meanwhile("esfmodel.model.project", "hypothesis"))
        from esfmodel.model import Project
        import hypothesis
        assert simplest(Project) == Project("A")
    """,
    "no hypothesis at all": """
        import sys
        sys.modules["hypothesis"] = None
        from esfmodel import Project
        assert Project("A").name == "A"
    """,
    "a strategy without hypothesis": """
        import sys
        sys.modules["hypothesis"] = None
        import esfmodel.testing
        try:
            esfmodel.testing.projects
        except ModuleNotFoundError as missing:
            assert missing.name == "hypothesis"
        else:
            raise AssertionError("nothing was missing")
    """,
}


# What is broken, and how: a module that cannot be read, and one that has lost its names.
BROKEN = {
    "a module that cannot be read": ("model/project.py", "class Project(:"),
    "a layer that has lost its names": ("model/__init__.py", "__all__ = ['Project']"),
}


def run(script: str, *first: Path) -> None:
    """Run a script in a fresh interpreter that looks for modules in these places first."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, first))}
    code = SHARED + textwrap.dedent(script)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("case", IMPORTS)
def test_types_are_drawn_whatever_is_imported_first(case: str) -> None:
    """A type is registered when its layer and Hypothesis are both loaded, in whatever order, and nothing else is."""
    run(IMPORTS[case])


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_model_does_not_break_hypothesis(case: str, tmp_path: Path) -> None:
    """Hypothesis is imported as ever, and what still works is drawn; the error comes up where the model is used."""
    name, text = BROKEN[case]
    package = tmp_path / "esfmodel"
    shutil.copytree(Path(esfmodel.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / name).write_text(text, "utf-8")
    run(
        f"""
        import esfmodel
        assert esfmodel.__file__.startswith({str(tmp_path)!r})
        try:
            import esfmodel.model
        except SyntaxError:
            pass
        import hypothesis
        from esfmodel.values import Money
        assert simplest(Money) == Money(0)
        try:
            simplest(esfmodel.Project)
        except (SyntaxError, AttributeError):
            pass
        else:
            raise AssertionError("the broken model went unnoticed")
        """,
        tmp_path,
    )


def test_the_hook_is_installed() -> None:
    """Wherever the package is installed, Hypothesis finds the hook."""
    (hook,) = entry_points(group="hypothesis", name="esfmodel")
    assert hook.load() is _hypothesis.register


def drawn_from(kind: object, such: Callable[[Any], bool] = lambda _drawn: True) -> Any:  # noqa: ANN401
    """Draw something of a type; what is drawn first is the simplest."""
    return first_of(st.from_type(cast("type[Any]", kind)), such)


def first_of(drawn: st.SearchStrategy[Any], such: Callable[[Any], bool] = lambda _drawn: True) -> Any:  # noqa: ANN401
    """Draw until something is such as asked for."""
    return find(drawn, such, settings=settings(phases=[Phase.generate], max_examples=200, database=None))


def public_classes() -> list[type]:
    """Name the public classes of every layer."""
    layers = [import_module(layer) for layer in LAYERS]
    found = [getattr(layer, name) for layer in layers for name in layer.__all__]
    return [kind for kind in found if isclass(kind)]


@pytest.mark.parametrize("kind", sorted({*public_classes()} - {*COMPUTED}, key=str), ids=lambda kind: kind.__name__)
def test_every_class_that_a_program_makes_can_be_drawn(kind: type) -> None:
    """`from_type` draws every class, whether Hypothesis knows how by itself or not."""
    _hypothesis.register()
    assert isinstance(drawn_from(kind), kind)


@pytest.mark.parametrize("kind", COMPUTED, ids=lambda kind: kind.__name__)
def test_what_the_library_computes_is_computed_from_what_is_drawn(kind: type) -> None:
    """It is public, needs no strategy of its own, and has none."""
    assert kind in public_classes()
    assert kind.__name__ not in {name for named in _hypothesis._STRATEGIES.values() for name in named}
    assert isinstance(first_of(COMPUTED[kind]), kind)


@pytest.mark.parametrize(("figure", "of_it"), [(Money, Bounds[Money]), (Rate, Bounds[Rate])])
def test_the_bounds_of_what_is_asked_for_are_drawn(figure: type, of_it: object) -> None:
    """Bounds of amounts are not bounds of shares; where nobody says which, both are drawn."""

    def is_of_it(bounds: Bounds[Money] | Bounds[Rate]) -> bool:
        return isinstance(bounds.low or bounds.high, figure)

    with pytest.raises(NoSuchExample):
        drawn_from(of_it, lambda bounds: not is_of_it(bounds))
    assert drawn_from(ANY_BOUNDS, is_of_it)
    assert drawn_from(Bounds, is_of_it)


@pytest.mark.parametrize(("subject", "about_it"), [(Project, Rule[Project]), (Portfolio, Rule[Portfolio])])
def test_the_rules_of_what_is_asked_for_are_drawn(subject: type, about_it: object) -> None:
    """A rule about projects is not one about portfolios; where nobody says which, both are drawn."""
    assert drawn_from(about_it).subject is subject
    assert drawn_from(Rule, lambda rule: rule.subject is subject)


@pytest.mark.parametrize("kind", [Money, Bounds, type(None)])
def test_a_union_is_drawn_from_all_its_parts(kind: type) -> None:
    """A figure known exactly, within bounds or not at all is drawn in each of these ways."""
    assert isinstance(drawn_from(Money | Bounds[Money] | None, lambda drawn: isinstance(drawn, kind)), kind)


def test_a_layer_without_strategies_or_not_loaded_is_left_alone() -> None:
    """Nothing is registered for a layer that is not loaded, and nothing is raised."""
    _hypothesis.register_layer("esfmodel.nowhere")


def test_a_layer_that_is_being_loaded_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A layer whose names are not there yet is not registered; one that lost them raises nothing."""
    unfinished = ModuleType("esfmodel.model")
    monkeypatch.setitem(sys.modules, "esfmodel.model", unfinished)
    _hypothesis.register_layer("esfmodel.model")
    unfinished.__dict__["__all__"] = ["Project"]
    _hypothesis.register_layer("esfmodel.model")
