"""Packages whose names are loaded when they are first used (PEP 562), so that importing a package is fast."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from esfmodel._hypothesis_hook import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def lazy(package: str, names_of: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package that imports a name from its module, or such a module, at its first use.

    Modules are written as `import_module` takes them: `.money` is one of the package. No name may be that of a module
    of the package that it does not stand for: once imported, the module would take its place.
    """
    module_of = {name: module for module, names in names_of.items() for name in names}

    def load(name: str) -> object:
        if name in module_of:
            found: object = getattr(import_module(module_of[name], package), name)
        elif f".{name}" in names_of:
            found = import_module(f".{name}", package)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name)
        setattr(sys.modules[package], name, found)
        # If Hypothesis was imported while this module was, the types of the package could not be registered.
        announce(package)
        return found

    return load
