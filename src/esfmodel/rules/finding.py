"""What a rule finds: severity, place, expected and found values, and the legal basis.

>>> Severity.ERROR.rank > Severity.WARNING.rank > Severity.INFO.rank
True
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from esfmodel.errors import shown
from esfmodel.law import Level, Provision
from esfmodel.rules.words import Several, Words, label_words
from esfmodel.text.telling.problems import Place, write_value
from esfmodel.values.bounds import Bounds, MoneyLike
from esfmodel.values.format import LANGUAGES, Labelled
from esfmodel.values.money import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Severity(Labelled):
    """How grave a finding is.

    ERROR: not allowed. WARNING: somebody should look at it. INFO: worth knowing, nothing is wrong.
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """The place in the order; the gravest is highest."""
        return _RANKS[self]

    @property
    def words(self) -> Words:
        """The name in each language."""
        return label_words(self)


_RANKS = {severity: place for place, severity in enumerate(Severity)}


class Outcome(Labelled):
    """The outcome of a rule.

    PASSED: it was judged, and found nothing graver than information. FAILED: it found a warning or an error.
    NOT_APPLICABLE: it does not concern this project. NOT_EVALUATED: something it needs is not known. IGNORED: the
    caller asked to leave it out.
    """

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not applicable"
    NOT_EVALUATED = "not evaluated"
    IGNORED = "ignored"


class Ground(Labelled):
    """What a rule rests on when that is not a provision of the law.

    ARITHMETIC: the stated facts contradict each other. CODE_LIST: a public list has no such code. CALL: the call
    demands it. DECISION: the decision demands it. POLICY: one's own policy demands it, and no law.
    """

    ARITHMETIC = "arithmetic"
    CODE_LIST = "code list"
    CALL = "call"
    DECISION = "decision"
    POLICY = "policy"

    @property
    def words(self) -> Words:
        """The name in each language."""
        return label_words(self)

    @property
    def level(self) -> Level | None:
        """The level of a call or a decision; None for other grounds."""
        return _LEVELS.get(self)


_LEVELS = {Ground.CALL: Level.CALL, Ground.DECISION: Level.DECISION}

ARITHMETIC = Ground.ARITHMETIC
"""The basis of a rule that compares stated facts with each other."""


PARAMS: Final = frozenset({"place", "expected", "found", "difference", "basis"})
"""The names that the text of every finding may use; the others are those of its own values."""


def _no_names() -> dict[str, object]:
    # Calling `dict[str, object]` takes six times as long.
    return {}


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a rule found in a project.

    `rule` is the rule's code, `place` the path of what it found, such as `budget.financing`. `expected` is what the
    rule asks for, `found` what is there, `difference` found less expected where both are money, and `values` whatever
    else the text needs. `basis` is the provision that was applied, or the ground where that is no law. `notes` are what
    the outcome rests on beside them, such as an exchange rate that the caller stated. `names` are what stands at parts
    of the paths, such as what a line of cost is for. As in an error, `code` is the kind of fault, and `params` are
    the facts of its text.

    >>> from esfmodel import Budget, Cost, CostCategory, ActualCost, Money, Project, validate
    >>> costs = [Cost(CostCategory.TRAVEL, ActualCost(Money(900)))]
    >>> finding = validate(Project("Resan", budget=Budget(costs, total=Money(1_000)))).errors[0]
    >>> finding.place, finding.expected, finding.found, finding.difference
    ('budget.costs', Money(1000), Money(900), Money(-100))
    """

    rule: str
    severity: Severity
    place: str
    expected: object = None
    found: object = None
    difference: MoneyLike | None = None
    values: tuple[tuple[str, object], ...] = ()
    basis: Provision | Ground
    words: Words = attrs.field(repr=False)
    notes: tuple[Words, ...] = attrs.field(default=(), repr=False)
    names: Mapping[str, object] = attrs.field(factory=_no_names, eq=False, repr=False)

    def __repr__(self) -> str:
        """Write the rule, the place and what was found, rather than all fields.

        >>> from esfmodel import Budget, Cost, CostCategory, ActualCost, Money, Project, validate
        >>> costs = [Cost(CostCategory.TRAVEL, ActualCost(Money(900)))]
        >>> validate(Project("Resan", budget=Budget(costs, total=Money(1_000)))).errors[0]
        <finding BUD002, error, at 'budget.costs': expected Money(1000), found Money(900), difference Money(-100)>
        """
        facts = {"expected": self.expected, "found": self.found, "difference": self.difference}
        told = ", ".join(f"{name} {shown(fact)}" for name, fact in facts.items() if fact is not None)
        head = f"<finding {self.rule}, {self.severity.value}{f', at {shown(self.place)}' if self.place else ''}"
        return f"{head}: {told}>" if told else f"{head}>"

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.rule

    def text(self, language: str = "sv") -> str:
        r"""Write the finding as a sentence for project staff, in "sv" or "en", and its notes after it.

        >>> from esfmodel import Budget, Cost, CostCategory, ActualCost, Money, Project, validate
        >>> costs = [Cost(CostCategory.TRAVEL, ActualCost(Money(900)))]
        >>> finding = validate(Project("Resan", budget=Budget(costs, total=Money(1_000)))).errors[0]
        >>> print(finding.text("en").replace("\N{NO-BREAK SPACE}", " "))
        The total cost is stated as SEK 1,000, but the lines of cost sum to SEK 900; the difference is SEK −100.
        """
        return text_of_alike((self,), language)

    @property
    def params(self) -> dict[str, object]:
        """The values that the text may use, by name; a `Place` is written in words."""
        common = {"expected": self.expected, "found": self.found, "difference": self.difference}
        told = {"place": Place(self.place), **common, "basis": self.basis_words, **dict(self.values)}
        return {name: Place(each.path, self.names) if isinstance(each, Place) else each for name, each in told.items()}

    @property
    def basis_words(self) -> Words:
        """The legal basis, cited in each language."""
        if isinstance(self.basis, Ground):
            return self.basis.words
        return Words(**{language: write_value(self.basis, language) for language in LANGUAGES})

    @property
    def level(self) -> Level | None:
        """The level of the basis, from EU law down to the decision; None where it is none of these.

        >>> from esfmodel import Budget, Contribution, Funder, FundingSource, Money, Project, validate
        >>> union = Contribution(Funder(source=FundingSource.EU), Money(100))
        >>> project = Project("A", programming_period="2021-2027", budget=Budget(financing=[union], complete=True))
        >>> validate(project).infos[0].level.value
        'EU law'
        """
        return self.basis.level

    @property
    def level_words(self) -> Words | None:
        """The name of the level in each language; None without a level."""
        return None if self.level is None else label_words(self.level)


# --- Findings of one rule on several lines, told as one


def alike(findings: Iterable[Finding], language: str) -> Iterator[tuple[Finding, ...]]:
    """Yield findings, those of one rule together whose text differs only in the line and in what is found there."""
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        part = _LAST_ITEM.fullmatch(finding.place)
        where = finding.place if part is None else (part[1], part[3])
        # What is found in two projects is not listed in one sentence.
        is_of_projects = part is not None and part[1] == "projects"
        values = {**finding.params, "place": "", "found": finding.found if is_of_projects else ""}
        text = finding.words.filled(language, values)
        key = finding.rule, finding.severity, finding.basis_words, where, text, finding.notes
        groups.setdefault(key, []).append(finding)
    return map(tuple, groups.values())


def text_of_alike(findings: Sequence[Finding], language: str) -> str:
    """Write findings as one sentence, with the places of all, and the notes that they share."""
    first = findings[0]
    found = [_distinct_found(finding, language) for finding in findings]
    values = {**first.params, "place": place_of_alike(findings), "found": found[0]}
    if any(each != found[0] for each in found):
        values["found"] = Several(tuple(found))
    return " ".join([first.words.filled(language, values), *(note.text(language) for note in first.notes)])


def place_of_alike(findings: Sequence[Finding]) -> Place:
    """Return the place of one finding, or of several about lines of one list: "budget.costs[2,4,6]"."""
    first = findings[0]
    part = _LAST_ITEM.fullmatch(first.place)
    if part is None:
        return Place(first.place, first.names)
    indexes = dict.fromkeys(finding.place[len(part[1]) + 1 : -len(part[3]) - 1] for finding in findings)
    names = {path: name for finding in findings for path, name in finding.names.items()}
    return Place(f"{part[1]}[{','.join(indexes)}]{part[3]}", names)


_LAST_ITEM = re.compile(r"(.*)\[(\d+)\]([^\[\]]*)", re.DOTALL)


def _distinct_found(finding: Finding, language: str) -> object:
    """Return `found`, or "over"/"under" the expected share where both would print alike."""
    found, expected = finding.found, finding.expected
    if not isinstance(found, Rate) or not isinstance(expected, Rate) or found == expected:
        return found
    if write_value(found, language) != write_value(expected, language):
        return found
    return Bounds.over(expected) if found > expected else Bounds.under(expected)
