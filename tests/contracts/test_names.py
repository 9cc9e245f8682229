from __future__ import annotations

import doctest
import enum
import importlib
import inspect
import pkgutil
import rlcompleter
import sys
from importlib.metadata import version
from types import ModuleType

import pytest

import esfmodel
from esfmodel import testing
from esfmodel.text import en, sv

PROMISED = """
    Money Rounding Remainder Rate Bounds exact Period OpenPeriod ProgrammingPeriod
    OrganisationNumber ForeignNumber OperationId Cci NutsCode PostalCode
    Organisation OrganisationKind Funder FundingSource Contribution ContributionForm
    Cost CostCategory ActualCost UnitCost FlatRate LumpSum Budget
    Fund Programme Priority Call Decision DecisionKind Participation Role Phase Project Portfolio
    Law LAW Provision Rule RULES validate Report Finding Outcome Severity
    read read_text Reading Problem write EsfModelError NotKnown
""".split()

MODULES = [found.name for found in pkgutil.iter_modules(esfmodel.__path__, "esfmodel.") if "._" not in found.name]
# What is run, and what needs another package, is imported by its own name.
BY_NAME = {"esfmodel.cli", "esfmodel.integrations"}
OF_OTHERS = [f"esfmodel.integrations.{name}" for name in ("django", "jinja", "sqlalchemy")]
PUBLIC = ["esfmodel", *MODULES, "esfmodel.text.sv", "esfmodel.text.en", "esfmodel.display.plots", *OF_OTHERS]
LISTED = [*(name for name in PUBLIC if name not in BY_NAME), "esfmodel.law.codes"]

# What these give differs at each draw, so their examples are in the page that shows how to test with them.
DRAWN = "esfmodel.testing"


def public_names() -> list[tuple[str, str]]:
    """List module and name of everything public, each thing once."""
    seen: set[int] = set()
    names: list[tuple[str, str]] = []
    for module in PUBLIC:
        loaded = importlib.import_module(module)
        for name in getattr(loaded, "__all__", ()):
            value = getattr(loaded, name)
            if id(value) not in seen and not isinstance(value, ModuleType):
                seen.add(id(value))
                names.append((module, name))
    return names


def test_the_names_of_the_plan_are_there() -> None:
    """Every promised name is importable from `esfmodel` and named in its `__all__`."""
    assert set(PROMISED) <= set(esfmodel.__all__)


def test_the_packages_and_the_version_are_there() -> None:
    """Every package and the version can be reached from `esfmodel`; a name that is not there is told."""
    look_up = vars(esfmodel)["__getattr__"]
    packages = {name.removeprefix("esfmodel.") for name in MODULES if name not in BY_NAME}
    assert set(dir(esfmodel)) - set(esfmodel.__all__) == {*packages, "__version__"}
    for name in packages:
        assert look_up(name) is importlib.import_module(f"esfmodel.{name}")
    assert look_up("__version__") == version("esfmodel")
    with pytest.raises(AttributeError, match=r"has no attribute 'Monney'$"):
        look_up("Monney")


@pytest.mark.parametrize("module", LISTED)
def test_completion_offers_the_public_names_alone(module: str) -> None:
    """`dir`, which prompts and editors ask, lists the public names, loaded or not, and nothing that was imported."""
    loaded = importlib.import_module(module)
    assert set(dir(loaded)) >= set(loaded.__all__)
    if module != "esfmodel":
        assert sorted(dir(loaded)) == sorted(loaded.__all__)
    begun = f"{module}.{loaded.__all__[0][:3]}"
    complete = rlcompleter.Completer({"esfmodel": esfmodel}).attr_matches(begun)
    assert f"{module}.{loaded.__all__[0]}" in [found.rstrip("()") for found in complete]


def test_a_strategy_says_how_to_get_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Hypothesis is not installed, every strategy says that it is needed, and how to get it."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    for loaded in [each for each in sys.modules if each.startswith("esfmodel.testing._")]:
        monkeypatch.delitem(sys.modules, loaded)
    for name in set(testing.__all__) - {"RULE_EXAMPLES", "RuleExample", "Boundary", "boundaries", "assert_valid"}:
        with pytest.raises(ModuleNotFoundError, match=rf"testing\.{name} needs Hypothesis.*: pip install hypothesis$"):
            vars(testing)["__getattr__"](name)
    # What else is missing is told as it is.
    monkeypatch.setitem(sys.modules, "esfmodel.testing._budgets", None)
    with pytest.raises(ModuleNotFoundError, match=r"esfmodel\.testing\._budgets"):
        vars(testing)["__getattr__"]("budgets")


def test_what_one_language_lacks_is_told() -> None:
    """English has every function of Swedish, in the same order of arguments, or says why not."""
    assert set(en.__all__) <= set(sv.__all__)
    look_up = vars(en)["__getattr__"]
    for name in set(sv.__all__) - set(en.__all__):
        with pytest.raises(AttributeError, match=rf"has no attribute '{name}'; .*use esfmodel\.text\.sv\.{name}$"):
            look_up(name)
    with pytest.raises(AttributeError, match=r"has no attribute 'find_figure'$"):
        look_up("find_figure")
    for name in en.__all__:
        parameters = [list(inspect.signature(getattr(language, name)).parameters) for language in (sv, en)]
        assert parameters[0] == parameters[1], name


@pytest.mark.parametrize("module", PUBLIC)
def test_all_says_what_is_public(module: str) -> None:
    """`__all__` names each public thing of a module once, and nothing that is not there."""
    loaded = importlib.import_module(module)
    names = list(getattr(loaded, "__all__", []))
    assert len(names) == len(set(names))
    assert [name for name in names if not hasattr(loaded, name)] == []
    if hasattr(loaded, "__path__"):
        ours = {name for name, value in vars(loaded).items() if not name.startswith("_") and is_ours(value, module)}
        assert ours <= set(names)


def is_ours(value: object, package: str) -> bool:
    """Return whether a class or function is written in this package."""
    return (inspect.isclass(value) or inspect.isfunction(value)) and value.__module__.startswith(package)


@pytest.mark.parametrize(("module", "name"), public_names())
def test_every_public_name_is_explained_by_an_example(module: str, name: str) -> None:
    """A public class or function has a docstring whose example runs; an enumeration or an error, a docstring."""
    value = getattr(importlib.import_module(module), name)
    if not (inspect.isclass(value) or inspect.isroutine(value)):
        return
    explained = value.__doc__ or ""
    assert explained.strip()
    listed_or_raised = inspect.isclass(value) and issubclass(value, (enum.Enum, BaseException))
    if not listed_or_raised and not module.startswith(DRAWN):
        assert doctest.DocTestParser().get_examples(explained)
