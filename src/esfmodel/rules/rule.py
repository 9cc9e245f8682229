"""A rule: what it needs to know, how it is judged, and the sentence about a finding."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from importlib import import_module
from types import NoneType
from typing import TYPE_CHECKING, Any, Generic, TypeGuard, TypeVar, cast

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.law import Law
from esfmodel.model import Portfolio, Project
from esfmodel.rules.context import Context, is_read, usual_keys
from esfmodel.rules.finding import Finding, Ground, Severity
from esfmodel.rules.words import Words
from esfmodel.values.format import as_repr

if TYPE_CHECKING:
    from typing import Self, SupportsIndex

    from esfmodel.law import Provision

# The subject of a rule. Its one letter is in the public signatures of `Rule` and `RuleExample`.
S = TypeVar("S", Project, Portfolio)

_CODE = re.compile(r"[A-Z]+\d+", re.ASCII)
_KEY = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", re.ASCII)

_EVERY: dict[object, Words] = {
    Project: Words("gäller alla projekt", "concerns every project"),
    Portfolio: Words("gäller alla portföljer", "concerns every portfolio"),
}
_OWN_CONDITION = Words("regelns eget villkor är inte uppfyllt", "the rule's own condition is not met")


def always(_subject: object, _law: object = None) -> bool:
    """Return True: the rule applies to everything.

    >>> always("any project")
    True
    """
    return True


def _is_code(_rule: object, _field: attrs.Attribute[Any], code: str) -> None:
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise InvalidValue("argument.rule_code", "code", code)


def _is_subject(_rule: object, _field: attrs.Attribute[Any], subject: object) -> None:
    if subject not in _EVERY:
        raise TypeError(f"subject must be Project or Portfolio, not {subject!r}")


def _is_a(*kinds: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    def check(_rule: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):
            names = " or ".join(kind.__name__ for kind in kinds)
            raise TypeError(f"{field.name} must be {names}, not {type(value).__name__}")

    return check


def _is_text(_rule: object, field: attrs.Attribute[Any], text: object) -> None:
    if not isinstance(text, str):
        raise TypeError(f"{field.name} must be str, not {type(text).__name__}")
    try:
        _blank(text)
    except ValueError as error:
        raise InvalidValue("argument.rule_text", field.name, text, why=str(error)) from error


def _is_function(_rule: object, field: attrs.Attribute[Any], value: object) -> None:
    if not callable(value):
        raise TypeError(f"{field.name} must be a function, not {type(value).__name__}")


def _as_paths(needs: Iterable[str]) -> tuple[str, ...]:
    # `needs=("budget")` without the comma is a string, whose letters would be read as paths.
    if isinstance(needs, str):
        raise TypeError(f"needs takes several paths, such as ({needs!r},); not str")
    return tuple(needs)


def _is_basis(rule: object, field: attrs.Attribute[Any], value: object) -> None:
    _is_a(str, Ground)(rule, field, value)
    # A description in place of a key would pass in silence until the first finding.
    if isinstance(value, str) and not _KEY.fullmatch(value):
        raise InvalidValue("argument.rule_basis", "basis", value)


def _as_keys(reads: Iterable[str]) -> tuple[str, ...]:
    if isinstance(reads, str):
        raise TypeError(f"reads takes several keys, such as ({reads!r},); not str")
    return tuple(reads)


def _are_keys(rule: object, _field: attrs.Attribute[Any], reads: tuple[str, ...]) -> None:
    for key in reads:
        _is_a(str)(rule, _field, key)
        if not _KEY.fullmatch(key.replace(".*", "")):
            raise InvalidValue("argument.rule_basis", "reads", key)


def _usual_keys(rule: Rule[Any]) -> tuple[str, ...]:
    return usual_keys(rule.basis)


def _usual_scope(rule: Rule[Any]) -> Words:
    # attrs computes defaults before it validates; a subject that is none is refused later.
    is_for_every = rule.applies is always and rule.concerned_by is always
    return _EVERY.get(rule.subject, _OWN_CONDITION) if is_for_every else _OWN_CONDITION


def _quoted(rule: Rule[Any]) -> Words:
    """Return the default demand: the text of a finding in quotation marks, since nothing is found yet."""
    try:
        return Words(f"Anmärkningens text: ”{_blank(rule.sv)}”", f"Text of a finding: “{_blank(rule.en)}”")
    except (TypeError, ValueError):
        # attrs computes defaults before it validates; the validator of the text refuses it later.
        return rule.words


def _blank(text: str) -> str:
    """Return a sentence with an ellipsis for each value."""
    parts = string.Formatter().parse(text)
    return "".join(literal if name is None else f"{literal}…" for literal, name, _, _ in parts)


def _same_call(function: object) -> object:
    """Return what two functions are compared by: a `partial`, which equals no other, by what it calls and with what."""
    if isinstance(function, partial):
        called = cast("partial[object]", function)
        return _same_call(called.func), called.args, called.keywords
    return function


@attrs.frozen(kw_only=True, repr=False)
class Rule(Generic[S]):
    """One demand on a project or a portfolio.

    `needs` are the paths of what must be known, each a chain of attributes such as "budget.total"; "phases[].period" is
    that of every phase, and of "cci|programme.cci" one is enough. `check` returns findings, and raises `NotKnown` for
    what it cannot judge. `sv` and `en` are the sentence about one finding, with the names of its values in braces.

    `basis` is the key of a provision, or the first part of several keys, or else a ground, by default one's own policy.
    `reads` are the keys of the law that the check asks for; "vat.*" stands for all keys that begin with "vat.", and in
    "programme.*.longest" the star for one part. Without it they are the basis and what lies below it.
    `applies` is whether the rule concerns a subject; it returns False only on what is known. `concerned_by` is whether
    the law that is given, with its packs, does. `scope` states in words whom the rule concerns. `demand` is the rule in
    one sentence; without it the rule is described by the text of its findings. `package` is the installed package that
    `installed_rules` loaded it from, with its version.

    Two rules are equal where all of this but the package is. A rule of the library is pickled by its code; one of your
    own by its fields, and its functions by their names, so that each must be written with `def` at the top level of a
    module.

    >>> from esfmodel import Project, Severity, validate
    >>> from esfmodel.rules import known
    >>> def at_least_half_a_year(project, context):
    ...     if known(project.duration_months) < 6:
    ...         yield context.finding("duration_months", expected=6, found=project.duration_months)
    >>> rule = Rule(
    ...     code="APP001",
    ...     severity=Severity.WARNING,
    ...     needs=("duration_months",),
    ...     check=at_least_half_a_year,
    ...     sv="Projektet pågår i {found} månader; vi kräver {expected}.",
    ...     en="The project lasts {found} months; we ask for {expected}.",
    ... )
    >>> print(validate(Project("Framtidskraft", duration_months=3), rules=[rule]).warnings[0].text("en"))
    The project lasts 3 months; we ask for 6.
    """

    code: str = attrs.field(validator=_is_code)
    severity: Severity = attrs.field(validator=_is_a(Severity))
    needs: tuple[str, ...] = attrs.field(converter=_as_paths)
    check: Callable[[S, Context], Iterable[Finding] | None] = attrs.field(validator=_is_function, eq=_same_call)
    sv: str = attrs.field(validator=_is_text)
    en: str = attrs.field(validator=_is_text)
    # The cast lets a type checker infer S from `check`; the default holds where S is Project.
    subject: type[S] = attrs.field(default=cast("Any", Project), validator=_is_subject)
    basis: str | Ground = attrs.field(default=Ground.POLICY, validator=_is_basis)
    reads: tuple[str, ...] = attrs.field(
        default=attrs.Factory(_usual_keys, takes_self=True), converter=_as_keys, validator=_are_keys
    )
    applies: Callable[[S], bool] = attrs.field(default=always, validator=_is_function, eq=_same_call)
    concerned_by: Callable[[S, Law], bool] = attrs.field(default=always, validator=_is_function, eq=_same_call)
    scope: Words = attrs.field(default=attrs.Factory(_usual_scope, takes_self=True), validator=_is_a(Words))
    demand: Words = attrs.field(default=attrs.Factory(_quoted, takes_self=True), validator=_is_a(Words))
    # Where a rule comes from is no part of what it demands.
    package: str | None = attrs.field(default=None, validator=_is_a(str, NoneType), eq=False)

    def __attrs_post_init__(self) -> None:
        """Check that both languages name the same values."""
        swedish, english = self.words.placeholders
        if swedish != english:
            only = ", ".join(sorted(swedish ^ english))
            raise InvalidValue("argument.rule_languages", "sv and en", self.code, only=only)

    @property
    def family(self) -> str:
        """The letters of the code, such as "BUD"."""
        return letters_of(self.code)

    @property
    def words(self) -> Words:
        """The sentence about one finding, in each language."""
        return Words(self.sv, self.en)

    @cached_property
    def _plan(self) -> Any:  # noqa: ANN401
        # A plan holds results, which are made of rules, so its module is imported by its name; see `plan_of` there.
        return import_module("esfmodel.rules.plan").Plan(self)

    def __hash__(self) -> int:
        """Return the hash of the code, which few rules share; a function may be such that it has none."""
        return hash(self.code)

    def __copy__(self) -> Self:
        """Return the rule itself: nothing in it changes."""
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        """Pickle a rule of the library by its code, and another by its fields.

        Raises `InvalidValue` for a function that another process cannot find by its name.
        """
        # The book imports every rule, so it is imported by its name.
        book = import_module("esfmodel.rules.book")
        if book.is_of_the_book(self):
            return book.rule_of_the_book, (self.code,)
        for name in ("check", "applies", "concerned_by"):
            _check_has_a_name(name, getattr(self, name), self.code)
        return object.__reduce_ex__(self, protocol)

    def __repr__(self) -> str:
        """Write the code and the demand."""
        return f"<rule {self.code}: {self.demand}>"

    _repr_pretty_ = as_repr


def _check_has_a_name(field: str, function: object, code: str) -> None:
    import pickle

    try:
        pickle.dumps(function)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise InvalidValue("argument.rule_function", field, rule=code) from error


AnyRule = Rule[Project] | Rule[Portfolio]
"""A rule about a project or about a portfolio."""


def letters_of(code: str) -> str:
    """Return the letters of a code, which are its family: of "FIN003" it is "FIN"."""
    return code.rstrip(string.digits)


def is_for_projects(rule: AnyRule) -> TypeGuard[Rule[Project]]:
    """Whether a rule is about single projects."""
    return rule.subject is Project


def basis_rows(rule: AnyRule, law: Law) -> tuple[Provision, ...]:
    """Return the provisions that a rule reads; none where it rests on no law."""
    return tuple(row for row in law.provisions if is_read(row.key, rule.reads))
