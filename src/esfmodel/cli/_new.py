"""The command `new`: a project file to start from, in which each key is explained where it first stands."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final, cast, get_args, get_origin

import attrs

from esfmodel.cli._statuses import FINE
from esfmodel.cli._targets import STDOUT, check_target, is_standard_output, write_bytes, write_text
from esfmodel.errors import InvalidValue
from esfmodel.formats.plain import to_dict
from esfmodel.formats.schema import BASES, BASIS_NAMES, FORMAT, VALUES, VERSIONS, fields_of
from esfmodel.formats.toml import inline_value
from esfmodel.model import (
    ActualCost,
    Budget,
    Call,
    CategoryOfRegion,
    Claim,
    ClaimedCost,
    Contribution,
    ContributionBase,
    Cost,
    CostCategory,
    Decision,
    DecisionKind,
    FlatRate,
    Funder,
    FundingSource,
    Organisation,
    OwnShare,
    Participation,
    Priority,
    Project,
    Role,
)
from esfmodel.model.costs import CostBasis
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import FIELDS, capital
from esfmodel.text.words.labels import labels_of
from esfmodel.values.format import Labelled
from esfmodel.values.fund import Fund
from esfmodel.values.money import Money, Rate
from esfmodel.values.period import Period

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping

    from esfmodel.formats.schema import Field

_WIDTH: Final = 80

_HEAD = Words(
    "En projektfil att börja från. Alla uppgifter är påhittade: byt ut dem, och ta bort de rader som inte behövs. "
    "Rader som börjar med # är kommentarer. Beloppet (12000000 SEK, ) betyder över 12 miljoner kronor, perioden "
    "2024-10-01/.. att sista dagen inte är känd, och 2021/2021 någon gång under 2021. Granska filen med: "
    "esfmodel check FIL",
    "A project file to start from. All it says is made up: replace it, and remove the lines that you do not need. "
    "Lines that begin with # are comments. The amount (12000000 SEK, ) means over SEK 12 million, the period "
    "2024-10-01/.. that the last day is not known, and 2021/2021 some time in 2021. Judge the file with: "
    "esfmodel check FILE",
)
_ONE_OF = Words("möjliga värden:", "one of")
_EXAMPLE = Words("till exempel", "such as")
_OTHERS = Words("Här kan också anges", "Here you may also state")
_NAME = Words("Mitt projekt", "My project")
_PURPOSE = Words(
    "Fler får den kompetens som arbetsgivarna söker.", "More people get the skills that employers look for."
)
_OWNER = Words("Exempelkommunen", "Example Municipality")
_PARTNER = Words("Exempelregionen", "Example Region")
_CALL = Words("Utlysningens namn", "The name of the call")
_LEADER = Words("Projektledare", "Project manager")
_EVALUATOR = Words("Utvärderare", "Evaluator")


def show_new(arguments: Namespace) -> int:
    """Print the file, or write it where `--output` says; a workbook is always a file."""
    is_workbook = arguments.xlsx or (arguments.output or "").lower().endswith(_WORKBOOK)
    if is_workbook:
        return _write_template(arguments)
    name = arguments.output or STDOUT
    if name.lower().endswith(".json"):  # which has no comments
        raise InvalidValue("value.not_usable", "--output", name, choices=(f"{name[:-5]}.toml",))
    check_target(arguments)
    write_text(commented_project(arguments.lang), name)
    return FINE


_WORKBOOK: Final = ".xlsx"


def _write_template(arguments: Namespace) -> int:
    # Imported at its first use: the writer of workbooks needs the rules and a library of its own.
    from esfmodel.formats.spreadsheet.template import template

    arguments.output = arguments.output or f"budget{_WORKBOOK}"
    if is_standard_output(arguments.output):
        raise InvalidValue("value.not_usable", "--output", arguments.output, choices=(f"budget{_WORKBOOK}",))
    check_target(arguments)
    example = starting_project(arguments.lang)
    asked = attrs.evolve(example, budget=None, claims=())
    period = example.period
    years = range(period.start.year, period.end.year + 1) if isinstance(period, Period) else ()
    write_bytes(template(asked, arguments.lang, years=years), arguments.output)
    return FINE


def starting_project(language: str) -> Project:
    """Return a made-up project with cost lines, a partner, a call, financing, a decision and a claim."""
    owner = Organisation(_OWNER.text(language))
    partner = Organisation(_PARTNER.text(language))
    budget = Budget(
        [
            Cost(CostCategory.STAFF, ActualCost(Money(2_000_000)), description=_LEADER.text(language)),
            Cost(CostCategory.EXTERNAL_SERVICES, ActualCost(Money(700_000)), description=_EVALUATOR.text(language)),
            Cost(CostCategory.INDIRECT, FlatRate(Rate.of_percent(15), [CostCategory.STAFF])),
        ],
        [
            Contribution(Funder(source=FundingSource.EU), Money(1_200_000)),
            Contribution(Funder(source=FundingSource.STATE_GRANT), Money(420_000)),
            Contribution(Funder(owner, source=FundingSource.OWN_PUBLIC), Money(900_000)),
            Contribution(Funder(partner, source=FundingSource.OWN_PUBLIC), Money(480_000)),
        ],
        total=Money(3_000_000),
    )
    return Project(
        _NAME.text(language),
        summary=_PURPOSE.text(language),
        fund=Fund.ESF_PLUS,
        programming_period="2021-2027",
        priority=Priority(
            "A",
            fund=Fund.ESF_PLUS,
            category_of_region=CategoryOfRegion.MORE_DEVELOPED,
            eu_rate=Rate.of_percent(40),
            base=ContributionBase.TOTAL,
        ),
        country="SE",
        nuts="SE212",
        beneficiary=owner,
        partners=[Participation(partner, Role.PARTNER)],
        call=Call("25-001", name=_CALL.text(language), own_share=OwnShare.exactly(Rate.of_percent(46))),
        period=Period("2025-09-01", "2027-08-31"),
        budget=budget,
        decisions=[Decision(DecisionKind.GRANTED, "2025-06-18", support=budget.support)],
        claims=[
            Claim(
                1,
                Period("2025-09-01", "2025-12-31"),
                costs=[ClaimedCost(CostCategory.STAFF, Money(310_000))],
                on="2026-01-31",
            )
        ],
    )


def commented_project(language: str) -> str:
    """Return the file: the made-up project with comments."""
    writer = _Commented(language)
    lines = [
        *_comment(_HEAD.text(language)),
        "",
        f"format = {inline_value(FORMAT)}",
        f"version = {inline_value(VERSIONS[-1])}",
        "",
        "[[projects]]",
        *writer.table(Project, to_dict(starting_project(language)), "projects"),
    ]
    return "\n".join(lines) + "\n"


class _Commented:
    """Writes the tables of a document, and before each key what it means, the first time that it stands in one."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.explained: set[tuple[object, str]] = set()

    def table(self, kind: type, table: dict[str, Any], path: str, *, in_list: bool = False) -> Iterator[str]:
        """Yield the lines of a table: its own keys, which others it may have, and then the tables in it.

        What belongs to one item of a list stands on one line; otherwise each table has its own heading.
        """
        below: dict[str, Any] = {}
        for key, value in table.items():
            if _has_tables(value) or (isinstance(value, dict) and not in_list):
                below[key] = value
            else:
                yield from self._explained(kind, key)
                yield f"{key} = {inline_value(cast('object', value))}"
        yield from self._others(kind, table)
        for key, value in below.items():
            found = _type_of(kind, key)
            heading = f"[[{path}.{key}]]" if isinstance(value, list) else f"[{path}.{key}]"
            tables = cast("list[dict[str, Any]]", value if isinstance(value, list) else [value])
            for index, each in enumerate(tables):
                yield ""
                if not index:
                    yield from _comment(capital(self._words(kind, key)))
                yield heading
                yield from self.table(found, each, f"{path}.{key}", in_list=isinstance(value, list))

    def _explained(self, kind: type, key: str) -> Iterator[str]:
        if self._is_new(kind, key):
            yield from _comment(capital(self._meaning(kind, key)))

    def _is_new(self, kind: object, key: str = "") -> bool:
        """Whether a class, or a key of it, has not been explained, and explain it from now on."""
        is_new = (kind, key) not in self.explained
        self.explained.add((kind, key))
        return is_new

    def _meaning(self, kind: type, key: str) -> str:
        """Return the words of a key, with its values by name, an example, or the keys of the table that it is."""
        words = self._words(kind, key)
        found = _type_of(kind, key)
        form: Mapping[str, Any] = VALUES.get(found, {})
        if "examples" in form:
            return f"{words}; {_EXAMPLE.text(self.language)} {', '.join(form['examples'])}"
        if not self._is_new(found):
            return words
        if found == frozenset(get_args(CostBasis)):
            return f"{words}; {self._bases()}"
        if issubclass(found, Labelled):
            return f"{words}; {_ONE_OF.text(self.language)} {self._choices(found)}"
        if attrs.has(found):
            return (
                f"{words}: {', '.join(f'{each.key} ({self._meaning(found, each.key)})' for each in fields_of(found))}"
            )
        return words

    def _words(self, kind: type, key: str) -> str:
        words = FIELDS.get(f"{kind.__name__.casefold()}.{key}") or FIELDS[key]
        return words[self.language]

    def _choices(self, kind: type[Labelled]) -> str:
        labels = labels_of(kind)[self.language]
        return ", ".join(
            f'"{member.value}"' if label == member.value else f'"{member.value}" ({label})'
            for member, label in labels.items()
        )

    def _bases(self) -> str:
        """Return each basis of a cost with its keys."""
        return "; ".join(
            f'type = "{name.value}" ({name.text(self.language)}): '
            f"{self._keys(BASES[name.value], fields_of(BASES[name.value]))}"
            for name in BASIS_NAMES
        )

    def _others(self, kind: type, table: dict[str, Any]) -> Iterator[str]:
        """Yield a comment on the other keys of a class, the first time that a table of it stands in the file."""
        # A private field is read for the sake of old files only.
        others = [each for each in fields_of(kind) if each.key not in table and each.attribute.name[0] != "_"]
        if others and self._is_new(kind):
            yield from _comment(f"{_OTHERS.text(self.language)}: {self._keys(kind, others)}")

    def _keys(self, kind: type, fields: Iterable[Field]) -> str:
        return ", ".join(f"{each.key} ({self._words(kind, each.key)})" for each in fields)


def _type_of(kind: type, key: str) -> Any:  # noqa: ANN401
    """Return the type of a key, or of the items of its list."""
    found = next(field.type for field in fields_of(kind) if field.key == key)
    return get_args(found)[0] if get_origin(found) is tuple else found


def _has_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in cast("list[object]", value))


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)
