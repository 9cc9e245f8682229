from __future__ import annotations

import doctest
import enum
import importlib
import inspect
import pkgutil
from types import ModuleType

import pytest

import esfmodel

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
PUBLIC = ["esfmodel", *MODULES, "esfmodel.text.sv", "esfmodel.text.en"]

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


def test_completion_offers_every_public_name() -> None:
    """`dir(esfmodel)`, which editors ask, lists the public names, loaded or not; a name that is not there is told."""
    assert set(esfmodel.__all__) <= set(dir(esfmodel))
    with pytest.raises(AttributeError, match="has no attribute 'Monney'"):
        _ = vars(esfmodel)["__getattr__"]("Monney")


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
