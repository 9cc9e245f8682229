"""The rule book: every rule of the library, in the order of their codes.

>>> RULES["FIN003"].severity.value, [rule.code for rule in RULES.family("DUR")]
('error', ['DUR001', 'DUR002'])
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final, overload

from esfmodel._version import VERSION
from esfmodel.errors import InvalidValue
from esfmodel.rules.families.bud import BUD
from esfmodel.rules.families.clm import CLM
from esfmodel.rules.families.clm_categories import CLM_CATEGORIES
from esfmodel.rules.families.clm_payment import CLM_PAYMENT
from esfmodel.rules.families.dur import DUR
from esfmodel.rules.families.eli import ELI
from esfmodel.rules.families.fin_call import FIN_CALL
from esfmodel.rules.families.fin_in_kind import FIN_IN_KIND
from esfmodel.rules.families.fin_limits import FIN_LIMITS
from esfmodel.rules.families.fin_participants import FIN_PARTICIPANTS
from esfmodel.rules.families.fin_programme import FIN_PROGRAMME
from esfmodel.rules.families.interreg import INTERREG
from esfmodel.rules.families.per import PER
from esfmodel.rules.families.per_selection import PER_SELECTION
from esfmodel.rules.families.por import POR
from esfmodel.rules.families.por_double import POR_DOUBLE
from esfmodel.rules.families.por_phased import POR_PHASED
from esfmodel.rules.families.prj import PRJ
from esfmodel.rules.families.prj_codes import PRJ_CODES
from esfmodel.rules.families.prj_location import PRJ_LOCATION
from esfmodel.rules.families.prj_membership import PRJ_MEMBERSHIP
from esfmodel.rules.families.pub import PUB
from esfmodel.rules.families.sco import SCO
from esfmodel.rules.families.sco_combinations import SCO_COMBINATIONS
from esfmodel.rules.families.sco_rates import SCO_RATES
from esfmodel.rules.families.sta import STA
from esfmodel.rules.families.vat import VAT
from esfmodel.rules.rule import AnyRule, Rule, letters_of
from esfmodel.rules.words import Words
from esfmodel.values.format import as_repr, near_names

if TYPE_CHECKING:
    from typing import Self, SupportsIndex


class RuleBook(tuple[AnyRule, ...]):
    """Rules in an order, no two with one code: a tuple that also finds a rule by its code, and the rules of a family.

    Raises `InvalidValue` for two rules of one code.

    >>> import attrs
    >>> from esfmodel import RULES, Severity
    >>> RULES["PUB001"].family, "PUB001" in RULES, "PUB001" in RULES.family("FIN")
    ('PUB', True, False)
    >>> mine = attrs.evolve(RULES["PUB001"], code="APP001")
    >>> [rule.code for rule in RULES.family("DUR") + [mine]]
    ['DUR001', 'DUR002', 'APP001']
    >>> milder = attrs.evolve(RULES["FIN001"], severity=Severity.WARNING)
    >>> RULES.replace(milder)["FIN001"].severity.value
    'warning'
    """

    __slots__ = ()

    def __new__(cls, rules: Iterable[AnyRule] = ()) -> Self:
        """Check that each is a rule, and that no two have the same code."""
        if not isinstance(rules, Iterable):
            raise TypeError(f"rules takes several Rule, such as a list; not {type(rules).__name__}")
        book = super().__new__(cls, rules)
        codes: set[str] = set()
        for index, rule in enumerate(book):
            if not isinstance(rule, Rule):
                raise TypeError(f"rules[{index}] must be Rule, not {type(rule).__name__}")
            if rule.code in codes:
                raise InvalidValue("argument.rule_twice", "rules", rule.code)
            codes.add(rule.code)
        return book

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the rules, in their order."""
        return tuple(rule.code for rule in self)

    @property
    def families(self) -> tuple[str, ...]:
        """The letters that the codes begin with, each once."""
        return tuple(dict.fromkeys(rule.family for rule in self))

    def family(self, letters: str) -> RuleBook:
        """Return the rules whose codes have these letters, such as "FIN"; raise `InvalidValue` where there are none.

        >>> from esfmodel import RULES
        >>> RULES.family("PBU")
        Traceback (most recent call last):
            ...
        esfmodel.errors.InvalidValue: family 'PBU' is not one we know; did you mean PUB or BUD?
        """
        found = RuleBook(rule for rule in self if rule.family == letters)
        if not found:
            raise unknown_rule("family", letters, self.families, self.families)
        return found

    def replace(self, *rules: AnyRule) -> RuleBook:
        """Return the book with these rules in the places of those that have their codes.

        Raises `InvalidValue` for a code that the book does not have.
        """
        new = {rule.code: rule for rule in RuleBook(rules)}
        for code in new:
            _ = self[code]
        return RuleBook(new.get(rule.code, rule) for rule in self)

    @overload
    def __getitem__(self, key: SupportsIndex, /) -> AnyRule: ...
    @overload
    def __getitem__(self, key: slice, /) -> RuleBook: ...
    @overload
    def __getitem__(self, key: str, /) -> AnyRule: ...
    def __getitem__(self, key: SupportsIndex | slice | str, /) -> AnyRule | RuleBook:
        """Return a rule by its code or its place, or the rules of a slice; raise `InvalidValue` for an unknown code.

        >>> from esfmodel import RULES
        >>> RULES["FIN03"]
        Traceback (most recent call last):
            ...
        esfmodel.errors.InvalidValue: code 'FIN03' is not one we know; did you mean FIN003?
        """
        if isinstance(key, slice):
            return RuleBook(super().__getitem__(key))
        if not isinstance(key, str):
            return super().__getitem__(key)
        for rule in self:
            if rule.code == key:
                return rule
        raise unknown_rule("code", key, self.codes, self.families)

    def __contains__(self, rule: object, /) -> bool:
        """Whether the book has a rule, or a rule of this code."""
        return rule in self.codes if isinstance(rule, str) else super().__contains__(rule)

    def __add__(self, rules: Iterable[AnyRule], /) -> RuleBook:  # type: ignore[override]
        """Return the book with more rules; raise `InvalidValue` for a code that it has."""
        return RuleBook((*self, *RuleBook(rules)))

    def __radd__(self, rules: Iterable[AnyRule], /) -> RuleBook:
        """Return the rules with those of the book after them."""
        return RuleBook(rules) + self

    def __repr__(self) -> str:
        """Return how many rules there are and their families, rather than all rules.

        >>> from esfmodel import RULES
        >>> RULES.family("PUB") + RULES.family("VAT")
        <rule book of 4 rules: PUB, VAT>
        """
        families = self.families
        more = ", …" if len(families) > _MOST_FAMILIES else ""
        return f"<rule book of {len(self)} rules: {', '.join(families[:_MOST_FAMILIES])}{more}>"

    _repr_pretty_ = as_repr


_MOST_FAMILIES = 20


def unknown_rule(place: str, given: str, names: Collection[str], families: tuple[str, ...]) -> InvalidValue:
    """Return the error for what is none of the names of rules or families, with the names near to it."""
    if not isinstance(given, str):
        raise TypeError(f"{place} must be str, not {type(given).__name__}")
    capitals = given[:_LONGEST_NAME].upper()
    # The figures of codes are much alike: "APP001" is not near to "PUB001".
    alike = near_names(letters_of(capitals), families)
    of_families = [name for name in names if letters_of(name) in alike]
    near = near_names(capitals, of_families) or tuple(of_families)
    if near:
        return InvalidValue("value.did_you_mean", place, given, near=capitals if capitals in names else near)
    return InvalidValue("argument.rule_unknown", place, given, families=families or Words("inga", "none"))


_LONGEST_NAME = 80

_FAMILIES: Final[tuple[tuple[AnyRule, ...], ...]] = (
    BUD,
    (*CLM, *CLM_CATEGORIES, *CLM_PAYMENT),
    DUR,
    ELI,
    (*FIN_CALL, *FIN_IN_KIND, *FIN_LIMITS, *FIN_PARTICIPANTS, *FIN_PROGRAMME),
    INTERREG,
    (*PER, *PER_SELECTION),
    (*POR, *POR_DOUBLE, *POR_PHASED),
    (*PRJ, *PRJ_CODES, *PRJ_LOCATION, *PRJ_MEMBERSHIP),
    PUB,
    (*SCO, *SCO_COMBINATIONS, *SCO_RATES),
    STA,
    VAT,
)

RULES: Final = RuleBook(sorted((rule for rules in _FAMILIES for rule in rules), key=lambda rule: rule.code))
"""Every rule of the library, in the order of their codes."""


def is_of_the_book(rule: AnyRule) -> bool:
    """Whether a rule is one of the library, and not another one of the same code."""
    return _with_code(rule.code) == rule


def rule_of_the_book(code: str) -> AnyRule:
    """Return the rule of the library with a code that some version of it has written; raise `InvalidValue` for none.

    >>> rule_of_the_book("BUD001") is RULES[0]
    True
    """
    found = _with_code(code)
    if found is None:
        raise InvalidValue("rule.of_another_version", "rule", code, version=VERSION)
    return found


def _with_code(code: str) -> AnyRule | None:
    return next((rule for rule in RULES if rule.code == code), None)
