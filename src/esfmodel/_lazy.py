"""Packages whose names are loaded when they are first used (PEP 562), so that importing a package is fast."""

from __future__ import annotations

import sys
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from esfmodel._deprecation import renamed_name
from esfmodel._hypothesis_hook import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from esfmodel._deprecation import Renamed


def lazy(
    package: str, names_of: Mapping[str, Sequence[str]], *, renamed: Mapping[str, Renamed] = MappingProxyType({})
) -> Callable[[str], object]:
    """Return the `__getattr__` of a package that imports a name from its module, or a module of it, at its first use.

    Modules are written as `import_module` takes them: `.money` is one of the package. No name may be that of a module
    of the package that it does not stand for: once imported, the module would take its place.

    `renamed` are the old names of some of them, each of which warns whenever it is asked for.
    """
    module_of = {name: module for module, names in names_of.items() for name in names}

    def load(name: str) -> object:
        if name in renamed:
            return renamed_name(package, name, renamed[name])
        module = module_of.get(name)
        try:
            found = import_module(module or f".{name}", package)
        except ModuleNotFoundError as error:
            if error.name != f"{package}.{name}":
                raise
            # With the package, Python suggests names that are like it.
            told = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(told, name=name, obj=sys.modules[package]) from None
        value: object = found if module is None else getattr(found, name)
        setattr(sys.modules[package], name, value)
        # If Hypothesis was imported while this module was, the types of the package could not be registered.
        announce(package)
        return value

    return load
