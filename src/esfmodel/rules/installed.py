"""Rules of installed packages, offered under the entry point group `esfmodel.rules`; none is loaded unless it is named.

>>> "no such name" in offered_rules()
False
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, cast

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.rules.book import RULES, RuleBook
from esfmodel.rules.rule import Rule
from esfmodel.rules.words import Words
from esfmodel.values.format import near_names

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

    from esfmodel.rules.rule import AnyRule

GROUP: Final = "esfmodel.rules"
"""The entry point group under which an installed package offers rules."""


def offered_rules() -> dict[str, str]:
    """Return the names under which installed packages offer rules, each with its package and version.

    Nothing is loaded. Of a name that several packages offer, all are told, with commas between them.

    >>> all(package for package in offered_rules().values())
    True
    """
    offered: dict[str, list[str]] = {}
    for each in _entry_points():
        offered.setdefault(each.name, []).append(_package_of(each))
    return {name: ", ".join(sorted(packages)) for name, packages in sorted(offered.items())}


def installed_rules(name: str, *more: str) -> RuleBook:
    """Return the rules that installed packages offer under these names, in the order of the names.

    Add them to the library's: `validate(project, rules=RULES + installed_rules("county"))`. Each rule has its
    `package`, which the report then names. Only the packages of these names are loaded.

    Raises `InvalidValue`, with the name of the package, for a name that none or several offer, a package that cannot be
    loaded or offers no rules, and a rule with the code of another, be it one of the library.

    >>> installed_rules("no such name")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    esfmodel.errors.InvalidValue: rules 'no such name' is no name of rules that are installed; ...
    """
    taken = {rule.code: Words("esfmodel", "esfmodel") for rule in RULES}
    found: list[AnyRule] = []
    for each in dict.fromkeys(map(_as_name, (name, *more))):
        offered = _offered(each)
        package = _package_of(offered)
        for rule in _loaded(offered, package):
            if rule.code in taken:
                raise InvalidValue(
                    "rule.code_taken", "rules", each, package=package, code=rule.code, other=taken[rule.code]
                )
            taken[rule.code] = Words(package, package)
            found.append(attrs.evolve(rule, package=package))
    return RuleBook(found)


def _entry_points() -> EntryPoints:
    # Loaded at its first use: to import it takes longer than to judge a project.
    from importlib.metadata import entry_points

    return entry_points(group=GROUP)


def _as_name(name: str) -> str:
    if not isinstance(name, str):
        raise TypeError(f"a name of rules must be str, not {type(name).__name__}")
    return name


def _offered(name: str) -> EntryPoint:
    """Return the entry point of a name; which of two is meant is not guessed."""
    found = list(_entry_points().select(name=name))
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidValue("rule.installed_twice", "rules", name, packages=tuple(sorted(map(_package_of, found))))
    offered = offered_rules()
    choices = near_names(name, offered) or tuple(offered) or Words("inget", "none")
    raise InvalidValue("rule.not_installed", "rules", name, choices=choices)


def _package_of(offered: EntryPoint) -> str:
    """Return the package of an entry point with its version, such as "county-rules 1.0"."""
    return offered.value if offered.dist is None else f"{offered.dist.name} {offered.dist.version}"


def _several(found: object) -> Iterable[object]:
    return cast("Iterable[object]", found) if isinstance(found, Iterable) else (found,)


def _loaded(offered: EntryPoint, package: str) -> tuple[AnyRule, ...]:
    # A package of others may raise anything when it is imported, and even end the program.
    try:
        found: object = offered.load()
        rules = tuple(_several(found))
    except (Exception, SystemExit) as error:
        why = f"{type(error).__name__}: {error}"
        raise InvalidValue("rule.not_loaded", "rules", offered.name, package=package, why=why) from error
    wrong = next((each for each in rules if not isinstance(each, Rule)), None)
    if wrong is not None or not rules:
        kind = type(found if wrong is None else wrong).__name__
        raise InvalidValue("rule.none_offered", "rules", offered.name, package=package, value=offered.value, kind=kind)
    return cast("tuple[AnyRule, ...]", rules)
