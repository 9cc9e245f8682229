"""Code lists with their sources: regions, counties, municipalities, fields of intervention, themes, funds, programmes.

A list is read when it is first used. Whether a code that is not in a list is wrong depends on the list: some are
incomplete, and say so.

>>> from esfmodel.law import codes
>>> codes.intervention_fields("2021-2027").get("146").name
'Support for adaptation of workers, enterprises and entrepreneurs to change'
>>> len(codes.municipalities())
290
>>> "175" in codes.intervention_fields("2014-2020")
False
"""

from __future__ import annotations

import csv
import difflib
import re
from functools import cache, cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs
from attrs.validators import instance_of, optional

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.law.provisions import Grade, as_programming_period
from esfmodel.values import dates
from esfmodel.values.condition import Condition
from esfmodel.values.dates import as_date
from esfmodel.values.format import plain_name
from esfmodel.values.money import Rate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from esfmodel.values.dates import Date, DateLike
    from esfmodel.values.programming_period import ProgrammingPeriod

__all__ = [
    "Code",
    "CodeList",
    "counties",
    "dimension",
    "dimensions",
    "funds",
    "intervention_fields",
    "municipalities",
    "nuts",
    "priorities",
    "programmes",
    "secondary_themes",
    "specific_objectives",
]


def __dir__() -> list[str]:
    return [*__all__]


@cache
def _folder() -> Traversable:
    # Loaded with the first list, as no list is needed to import a rule.
    from importlib.resources import files

    return files("esfmodel.law") / "data" / "codes"


def _in_order(codes: Iterable[Code]) -> tuple[Code, ...]:
    found = tuple(codes)
    for each in found:
        if not isinstance(each, Code):
            raise TypeError(f"a code list is made of Code, not {type(each).__name__}")
    ordered = tuple(sorted(found, key=lambda each: each.code))
    for one, other in pairwise(ordered):
        if one.code == other.code:
            raise InvalidValue("value.given_twice", "codes", other.code)
    return ordered


@attrs.frozen
class CodeList:
    """Codes under a name, sorted and without duplicates.

    >>> from esfmodel.law import codes
    >>> [county.short_name for county in codes.counties()][:2]
    ['Stockholm', 'Uppsala']
    """

    name: str = attrs.field(validator=attrs.validators.instance_of(str))
    codes: tuple[Code, ...] = attrs.field(converter=_in_order)

    def __contains__(self, code: object) -> bool:
        """Whether a code is in the list, spelt exactly the same.

        >>> from esfmodel.law import codes
        >>> "SE231" in codes.nuts(), "SE23X" in codes.nuts()
        (True, False)
        """
        return code in self._by_code

    def __iter__(self) -> Iterator[Code]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)

    def get(self, code: str) -> Code | None:
        """Return the entry of a code, or None when it is not in the list.

        >>> from esfmodel.law import codes
        >>> codes.municipalities().get("0764").parent
        '07'
        """
        return self._by_code.get(code)

    def find(self, name: str) -> Code:
        """Return the entry of a name, Swedish or English, as the list has it or as people write it.

        Case does not matter, and hyphens and spaces are alike. A municipality and a county are found with and without
        "kommun", "stad" or "län", and in the genitive. Raises `InvalidValue` for a name that is not in the list, with
        names that are near, and for a name of several entries, with their codes.

        >>> from esfmodel.law import codes
        >>> [codes.municipalities().find(name).code for name in ("Falu kommun", "FALUN", "Östersunds")]
        ['2080', '2080', '2380']
        >>> codes.municipalities().find("Jokmokk")
        Traceback (most recent call last):
            ...
        esfmodel.errors.InvalidValue: name 'Jokmokk' is not one we know; did you mean Jokkmokk?
        """
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not {type(name).__name__}")
        plain = plain_name(name) if len(name) <= _LONGEST_NAME else ""
        found = self._called(plain)
        if len(found) == 1:
            return found[0]
        if found:
            raise InvalidValue("code_list.several", "name", name, codes=tuple(each.code for each in found))
        keys = difflib.get_close_matches(plain, self._by_name)
        near = tuple(dict.fromkeys(each.short_name or each.name for key in keys for each in self._by_name[key]))
        if near:
            raise InvalidValue("value.did_you_mean", "name", name, near=near)
        raise InvalidValue("code_list.no_such_name", "name", name)

    def has_name(self, name: str) -> bool:
        """Whether an entry goes by a name, as `find` knows it; unlike `find` it looks for no near ones, and is fast.

        >>> from esfmodel.law import codes
        >>> codes.municipalities().has_name("Falu kommun"), codes.municipalities().has_name("Jokmokk")
        (True, False)
        """
        return len(name) <= _LONGEST_NAME and bool(self._called(plain_name(name)))

    def _called(self, plain: str) -> tuple[Code, ...]:
        return self._by_name.get(plain) or self._by_short_form.get(self._short_form(plain), ())

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Code, ...]]:
        return _grouped((plain_name(name), each) for each in self.codes for name in _names(each))

    @cached_property
    def _by_short_form(self) -> Mapping[str, tuple[Code, ...]]:
        places = [each for each in self.codes if each.name is not None and each.name.endswith(tuple(_KINDS_OF_PLACE))]
        return _grouped((self._short_form(plain_name(name)), each) for each in places for name in _names(each))

    def _short_form(self, plain: str) -> str:
        """Return a name without "kommun", "stad" or "län" after it, nor the s of the genitive."""
        return self._ending.sub("", plain, count=1)

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        # A county is no municipality of the same name, so that only the words for what the list has are left out.
        words = [words for kind, words in _KINDS_OF_PLACE.items() if any(_is_kind(each, kind) for each in self.codes)]
        return re.compile(rf"s?(?: (?:{'|'.join(words)})s?)?$")

    @cached_property
    def _by_code(self) -> Mapping[str, Code]:
        return MappingProxyType({each.code: each for each in self.codes})


# --- Names

_LONGEST_NAME = 1000
_KINDS_OF_PLACE = MappingProxyType({" kommun": "kommun|stad", " län": "län"})
"""How the names of municipalities and counties end, and the words that people write there."""


def _is_kind(code: Code, kind: str) -> bool:
    return code.name is not None and code.name.endswith(kind)


def _names(code: Code) -> tuple[str, ...]:
    return tuple(name for name in (code.name, code.name_sv, code.short_name) if name is not None)


def _grouped(pairs: Iterable[tuple[str, Code]]) -> Mapping[str, tuple[Code, ...]]:
    """Group entries by name, each entry once; entries without a name that can be found have none."""
    found: dict[str, dict[str, Code]] = {}
    for name, code in pairs:
        found.setdefault(name, {})[code.code] = code
    return MappingProxyType({name: tuple(codes.values()) for name, codes in found.items()})


@cache
def _read(name: str) -> tuple[Code, ...]:
    file = _folder() / f"{name}.csv"
    return read_codes(file.read_text(encoding="utf-8"), file.name)


@cache
def _code_list(name: str) -> CodeList:
    return CodeList(name, _read(name))


def _list_of_period(name: str, programming_period: ProgrammingPeriod | str) -> CodeList | None:
    found = f"{name}-{as_programming_period(programming_period)}"
    return _code_list(found) if _is_included(found) else None


@cache
def _is_included(name: str) -> bool:
    return (_folder() / f"{name}.csv").is_file()


def nuts() -> CodeList:
    """Return the statistical regions of Sweden, from the country down to the counties (NUTS, levels 0 to 3).

    The codes and names are the same in NUTS 2021 and NUTS 2024.

    It has no codes but those that begin with SE. SE0 is no NUTS code, but the Swedish register prints it for a project
    of the whole country.

    >>> nuts().get("SE231").parent, nuts().get("SE23").parent
    ('SE23', 'SE2')
    """
    return _code_list("nuts-se")


def counties() -> CodeList:
    """Return the 21 counties of Sweden by their two digits; `letter` and `nuts` are their other codes.

    >>> counties().get("07").nuts
    'SE212'
    """
    return _code_list("counties-se")


def municipalities() -> CodeList:
    """Return the 290 municipalities of Sweden by their four digits; `parent` is the county.

    >>> municipalities().get("0764").name
    'Alvesta kommun'
    """
    return _code_list("municipalities-se")


def intervention_fields(programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Return the fields of intervention of a programming period, or None for one that is not included.

    2014-2020: Implementing Regulation (EU) No 215/2014, Annex I. 2021-2027: Regulation (EU) 2021/1060, Annex I, with
    the fields that Regulation (EU) 2024/795 added; the changes of 2022 and 2025 are not included, so a field that is
    not here may still be lawful.

    >>> intervention_fields("2021-2027").get("188").start
    Date(2024, 3, 1)
    """
    return _list_of_period("intervention-fields", programming_period)


def secondary_themes(programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Return the secondary themes of the ESF and the ESF+, or None for a programming period that is not included.

    >>> secondary_themes("2014-2020").get("02").name
    'Social innovation'
    """
    return _list_of_period("secondary-themes", programming_period)


def dimensions(programming_period: ProgrammingPeriod | str) -> tuple[str, ...]:
    """Return the names of the other dimensions of a programming period, such as the form of support; may be empty.

    >>> dimensions("2021-2027")[:2]
    ('economic activity', 'form of support')
    """
    found = f"dimensions-{as_programming_period(programming_period)}"
    rows = _read(found) if _is_included(found) else ()
    return tuple(sorted({row.group for row in rows if row.group is not None}))


def dimension(name: str, programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Return the codes of one of the `dimensions`, or None when the programming period has no such dimension.

    >>> dimension("form of support", "2021-2027").get("01").name
    'Grant'
    """
    if name not in dimensions(programming_period):
        return None
    rows = _read(f"dimensions-{as_programming_period(programming_period)}")
    return CodeList(name, tuple(row for row in rows if row.group == name))


def specific_objectives() -> CodeList:
    """Return the specific objectives of the ESF+ by their points in Article 4(1) of Regulation (EU) 2021/1057.

    >>> specific_objectives().get("d").source[:40]
    'Regulation (EU) 2021/1057, Article 4(1)('
    """
    return _code_list("specific-objectives-esf-plus")


def funds(programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Return the funds of a programming period by their short names, or None for one that is not included.

    >>> funds("2021-2027").get("JTF").name_sv
    'Fonden för en rättvis omställning'
    """
    return _list_of_period("funds", programming_period)


def programmes() -> CodeList:
    """Return the programmes of Sweden whose CCI was found in a public file; others exist.

    >>> programmes().get("2021SE05SFPR001").funds
    ('ESF+',)
    """
    return _code_list("programmes-se")


def priorities(cci: str) -> CodeList | None:
    """Return the programme areas of a programme, or None where they are not included.

    >>> priorities("2021SE05SFPR001").get("C").name
    'Minska risken för ekonomisk utsatthet'
    """
    rows = tuple(row for row in _read("priorities-se") if row.group == cci)
    return CodeList(cci, rows) if rows else None


# --- The strict reader of code lists: CSV files with a heading, each column a field of `Code`


def _as_day(value: DateLike) -> Date:
    return as_date(value, "checked")


def _as_day_or_none(value: DateLike | None) -> Date | None:
    return None if value is None else as_date(value, "start")


def _is_text_or_none(_row: object, field: attrs.Attribute[Any], text: object) -> None:
    if text is not None and not isinstance(text, str):
        raise TypeError(f"{field.name} must be str, not {type(text).__name__}")


def _as_texts(value: Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError("funds must be several short names, not one text")
    return tuple(value)


def _is_code(_row: object, _field: attrs.Attribute[Any], code: object) -> None:
    if not isinstance(code, str):
        raise TypeError(f"code must be str, not {type(code).__name__}")
    if not code or code != code.strip():
        raise InvalidValue("code.not_one", "code", code)


@attrs.frozen
class Code:
    """One code of a list: its meaning, where and when that was read, and how well.

    `name` is None where it was not verified. `parent` is the code that it lies in: the region of a NUTS code, the
    county of a municipality. `group` is its heading in the list, `start` the first day it was in the list, None from
    the list's first day on. `climate`, `environment` and `gender_equality` are the coefficients by which support under
    the code counts for those objectives, `condition` is what a priority is dedicated to. `grade` and `checked` are as
    for a `Provision`.

    >>> from esfmodel.law import codes
    >>> codes.nuts().get("SE231").name
    'Hallands län'
    """

    code: str = attrs.field(validator=_is_code)
    name: str | None = attrs.field(validator=_is_text_or_none)
    grade: Grade = attrs.field(validator=instance_of(Grade), kw_only=True)
    source: str = attrs.field(validator=instance_of(str), kw_only=True)
    checked: dates.Date = attrs.field(converter=_as_day, kw_only=True)
    parent: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    group: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    start: dates.Date | None = attrs.field(default=None, converter=_as_day_or_none, kw_only=True)
    short_name: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    name_sv: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    letter: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    nuts: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)
    funds: tuple[str, ...] = attrs.field(default=(), converter=_as_texts, kw_only=True)
    climate: Rate | None = attrs.field(default=None, validator=optional(instance_of(Rate)), kw_only=True)
    environment: Rate | None = attrs.field(default=None, validator=optional(instance_of(Rate)), kw_only=True)
    gender_equality: Rate | None = attrs.field(default=None, validator=optional(instance_of(Rate)), kw_only=True)
    condition: Condition | None = attrs.field(default=None, validator=optional(instance_of(Condition)), kw_only=True)
    note: str | None = attrs.field(default=None, validator=_is_text_or_none, kw_only=True)


_COLUMNS = tuple(field.name for field in attrs.fields(Code))
_NEEDED = frozenset({"code", "grade", "source", "checked"})
_RATES = frozenset({"climate", "environment", "gender_equality"})
_KINDS: Mapping[str, type[Grade] | type[Condition]] = MappingProxyType({"grade": Grade, "condition": Condition})


def read_codes(text: str, name: str) -> tuple[Code, ...]:
    """Read every line of a code list; `name` names the file in errors. Raises `ReadError`, naming file and line."""
    codes: dict[tuple[str | None, str], Code] = {}
    for line, filled in _filled_cells(text, name):
        each = _code(filled, name, line)
        if codes.setdefault((each.group, each.code), each) is not each:
            raise ReadError("value.given_twice", "code", each.code, source=name, line=line)
    return tuple(codes.values())


def _filled_cells(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each line below the heading: its number, and its non-empty cells by column."""
    lines = csv.reader(text.splitlines(), strict=True)
    try:
        heading = next(lines, list[str]())
        if not set(heading) <= set(_COLUMNS) or len(set(heading)) < len(heading):
            raise ReadError("code_list.columns", "", ",".join(heading), source=name, columns=_COLUMNS)
        for cells in lines:
            line, cells_in, columns = lines.line_num, len(cells), len(heading)
            if cells_in != columns:
                raise ReadError("code_list.cells", source=name, line=line, cells=cells_in, columns=columns)
            yield line, {column: cell for column, cell in zip(heading, cells, strict=True) if cell}
    except csv.Error as error:
        raise ReadError("code_list.not_csv", source=name, line=lines.line_num) from error


def _code(filled: dict[str, str], name: str, line: int) -> Code:
    if _NEEDED - filled.keys():
        raise ReadError("value.missing", min(_NEEDED - filled.keys()), source=name, line=line)
    fields: dict[str, Any] = {"name": None, **filled}
    try:
        fields |= {column: Rate.parse(filled[column]) for column in _RATES & filled.keys()}
        fields |= {column: _member(kind, column, filled) for column, kind in _KINDS.items() if column in filled}
        fields["funds"] = tuple(filled["funds"].split(", ")) if "funds" in filled else ()
        return Code(**fields)
    except InvalidValue as error:
        raise ReadError.of(error, name, line) from error


def _member(kind: type[Grade] | type[Condition], column: str, filled: Mapping[str, str]) -> Grade | Condition:
    """Return the member of an enumeration that a cell names."""
    if filled[column] not in kind.__members__:
        raise InvalidValue("value.not_one_of", column, filled[column], choices=tuple(kind.__members__))
    return kind[filled[column]]
