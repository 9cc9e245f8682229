"""Code lists with their sources: regions, counties, municipalities, fields of intervention, themes, funds, programmes.

A list is read when it is first asked for. A code that is not in a list is unknown here; whether it is wrong depends on
the list, which says what it holds.

>>> from esfmodel.law import codes
>>> codes.intervention_fields("2021-2027").get("146").name
'Support for adaptation of workers, enterprises and entrepreneurs to change'
>>> len(codes.municipalities())
290
>>> "175" in codes.intervention_fields("2014-2020")
False
"""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.law._code_rows import Code, read_codes
from esfmodel.law.provisions import as_programming_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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

_FOLDER = files("esfmodel.law") / "data" / "codes"


def _in_order(codes: Iterable[Code]) -> tuple[Code, ...]:
    found = tuple(codes)
    for each in found:
        if not isinstance(each, Code):
            raise TypeError(f"a code list is made of Code, not {type(each).__name__}")
    if len({each.code for each in found}) < len(found):
        raise InvalidValue("codes", None, "hold a code twice", "leave one out")
    return tuple(sorted(found, key=lambda each: each.code))


@attrs.frozen
class CodeList:
    """Some codes under a name, in the order of the codes; each is there once.

    >>> from esfmodel.law import codes
    >>> [county.short_name for county in codes.counties()][:2]
    ['Stockholm', 'Uppsala']
    """

    name: str = attrs.field(validator=attrs.validators.instance_of(str))
    codes: tuple[Code, ...] = attrs.field(converter=_in_order)

    def __contains__(self, code: object) -> bool:
        """Whether a code is in the list; it is written as the list writes it.

        >>> from esfmodel.law import codes
        >>> "SE231" in codes.nuts(), "SE23X" in codes.nuts()
        (True, False)
        """
        return code in self._by_code

    def __iter__(self) -> Iterator[Code]:
        """Go through the codes in their order."""
        return iter(self.codes)

    def __len__(self) -> int:
        """Count the codes."""
        return len(self.codes)

    def get(self, code: str) -> Code | None:
        """Give what the list says of a code, or None when it is not there.

        >>> from esfmodel.law import codes
        >>> codes.municipalities().get("0764").parent
        '07'
        """
        return self._by_code.get(code)

    @cached_property
    def _by_code(self) -> Mapping[str, Code]:
        return MappingProxyType({each.code: each for each in self.codes})


@cache
def _read(name: str) -> tuple[Code, ...]:
    file = _FOLDER / f"{name}.csv"
    return read_codes(file.read_text(encoding="utf-8"), file.name)


@cache
def _list(name: str) -> CodeList:
    return CodeList(name, _read(name))


def _of_period(name: str, programming_period: ProgrammingPeriod | str) -> CodeList | None:
    found = f"{name}-{as_programming_period(programming_period)}"
    return _list(found) if _is_read(found) else None


def _is_read(name: str) -> bool:
    return (_FOLDER / f"{name}.csv").is_file()


def nuts() -> CodeList:
    """Give the statistical regions of Sweden, from the country down to the counties (NUTS 2021, levels 0 to 3).

    Ask it only about codes that begin with SE. It holds SE0 too, which is no NUTS code: the Swedish register prints it
    for a project of the whole country.

    >>> nuts().get("SE231").parent, nuts().get("SE23").parent
    ('SE23', 'SE2')
    """
    return _list("nuts-se")


def counties() -> CodeList:
    """Give the 21 counties of Sweden by their two figures; `letter` and `nuts` are their other codes.

    >>> counties().get("07").nuts
    'SE212'
    """
    return _list("counties-se")


def municipalities() -> CodeList:
    """Give the 290 municipalities of Sweden by their four figures; `parent` is the county.

    >>> municipalities().get("0764").name
    'Alvesta kommun'
    """
    return _list("municipalities-se")


def intervention_fields(programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Give the fields of intervention of a programming period, or None for one whose list we have not read.

    2014-2020: Implementing Regulation (EU) No 215/2014, Annex I. 2021-2027: Regulation (EU) 2021/1060, Annex I, with
    the fields that Regulation (EU) 2024/795 added; those of 2022 and 2025 were not read, so a field that is not here
    may still be lawful.

    >>> intervention_fields("2021-2027").get("188").start
    Date(2024, 3, 1)
    """
    return _of_period("intervention-fields", programming_period)


def secondary_themes(programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Give the secondary themes of the ESF and the ESF+, or None for a programming period we have not read.

    >>> secondary_themes("2014-2020").get("02").name
    'Social innovation'
    """
    return _of_period("secondary-themes", programming_period)


def dimensions(programming_period: ProgrammingPeriod | str) -> tuple[str, ...]:
    """Name the other dimensions of a programming period, such as the form of support; empty where none was read.

    >>> dimensions("2021-2027")[:2]
    ('economic activity', 'form of support')
    """
    found = f"dimensions-{as_programming_period(programming_period)}"
    rows = _read(found) if _is_read(found) else ()
    return tuple(sorted({row.group for row in rows if row.group is not None}))


def dimension(name: str, programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Give the codes of one of the `dimensions`, or None when the programming period has no such dimension.

    >>> dimension("form of support", "2021-2027").get("01").name
    'Grant'
    """
    if name not in dimensions(programming_period):
        return None
    rows = _read(f"dimensions-{as_programming_period(programming_period)}")
    return CodeList(name, tuple(row for row in rows if row.group == name))


def specific_objectives() -> CodeList:
    """Give the specific objectives of the ESF+ by their points in Article 4(1) of Regulation (EU) 2021/1057.

    >>> specific_objectives().get("d").source[:40]
    'Regulation (EU) 2021/1057, Article 4(1)('
    """
    return _list("specific-objectives-esf-plus")


def funds(programming_period: ProgrammingPeriod | str) -> CodeList | None:
    """Give the funds of a programming period by their short names, or None for one we have not read.

    >>> funds("2021-2027").get("JTF").name_sv
    'Fonden för en rättvis omställning'
    """
    return _of_period("funds", programming_period)


def programmes() -> CodeList:
    """Give the programmes of Sweden whose CCI was seen in a public file; others exist.

    >>> programmes().get("2021SE05SFPR001").funds
    ('ESF+',)
    """
    return _list("programmes-se")


def priorities(cci: str) -> CodeList | None:
    """Give the programme areas of a programme, or None where they are not known to us.

    >>> priorities("2021SE05SFPR001").get("C").name
    'Minska risken för ekonomisk utsatthet'
    """
    rows = tuple(row for row in _read("priorities-se") if row.group == cci)
    return CodeList(cci, rows) if rows else None
