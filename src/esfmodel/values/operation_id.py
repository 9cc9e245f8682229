"""Project numbers of registers: the unique code of an operation (Regulation (EU) 2021/1060, Art. 49(3)).

>>> from esfmodel import OperationId
>>> OperationId("23-067-S04").scheme
'esf-2021'
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import label, printable, quoted, unlabelled
from esfmodel.values.cci import Cci
from esfmodel.values.field_type import Value, fill

_PLACE = "operation_id"
_LONGEST = 100
_EXAMPLE = "23-067-S04"
_LABEL = label("dnr|d[.-]nr|(?:diarie|ärende|projekt)[. -]?(?:nr|nummer|id)")
_SEPARATOR = re.compile(" *([-/]) *")
_SCHEMES = MappingProxyType(
    {
        "esf-2021": re.compile(r"[0-9]{2}-[0-9]{3}-S[0-9]{2,}"),
        "esf-2014": re.compile(r"20[0-9]{2}/[0-9]{5}"),
        "tillvaxtverket-2014": re.compile(r"202[0-9]{5}"),
    }
)


def _text(text: str) -> str:
    plain = unlabelled(printable(_PLACE, text, _LONGEST, _EXAMPLE), _LABEL)
    compact = plain.upper()
    if " " in compact:
        compact = _SEPARATOR.sub(r"\1", compact)
    if compact == plain:  # as most are, and need not be matched
        return plain
    return compact if any(form.fullmatch(compact) for form in _SCHEMES.values()) else plain


@lru_cache(maxsize=1_000)
def _cci_before(text: str) -> Cci | None:
    """Return the CCI in front of a number; every rule asks it of the same few numbers."""
    # Only as Kohesio writes it: in capitals, with a serial number, and with a number after the underscore.
    written, _, local = text.partition("_")
    if not local:
        return None
    try:
        cci = Cci(written)
    except InvalidValue:
        return None
    return cci if cci.code == written and cci.serial is not None else None


@attrs.frozen(init=False, repr=False)
class OperationId(Value):
    """A project's number as its register prints it: any printable text of 1 to 100 characters.

    It is never interpreted as a date, a range or a sum. Outer space and a label such as "Dnr" are removed, no-break
    spaces and dashes become ordinary spaces and hyphens, and letters are composed (NFC). A number of a known form is
    written without spaces and in capitals, as its register does; all others stay as given. Raises `InvalidValue` for
    control and invisible characters and for digits other than 0-9.

    >>> print(OperationId("2018/00076"), OperationId("RS2022/2261"), OperationId("Dnr 23\u2013067\u2013s04"))
    2018/00076 RS2022/2261 23-067-S04
    """

    text: str

    def __init__(self, text: str) -> None:
        fill(self, "text", _text(text))

    @classmethod
    def parse(cls, text: str) -> OperationId:
        """Read the number."""
        return cls(text)

    @property
    def scheme(self) -> str | None:
        """The name of the number's form, or None for an unknown form. A form does not prove the register.

        "esf-2021" is Svenska ESF-rådet's 23-067-S04, "esf-2014" its 2018/00076, "tillvaxtverket-2014" is
        Tillväxtverket's 20200940. With the CCI in front, as Kohesio writes it, it is "kohesio-" and that name, or plain
        "kohesio".

        >>> OperationId("2021SE05SFPR001_23-017-S01").scheme
        'kohesio-esf-2021'
        """
        known = next((name for name, form in _SCHEMES.items() if form.fullmatch(self.local.text)), None)
        if self.cci is None:
            return known
        return "kohesio" if known is None else f"kohesio-{known}"

    @property
    def cci(self) -> Cci | None:
        """The CCI in front of the number, or None.

        >>> OperationId("2021SE05SFPR001_23-017-S01").cci
        Cci("2021SE05SFPR001")
        """
        return _cci_before(self.text) if "_" in self.text else None

    @property
    def local(self) -> OperationId:
        """The number without a CCI in front.

        >>> OperationId("2021SE05SFPR001_23-017-S01").local
        OperationId("23-017-S01")
        """
        return self if self.cci is None else OperationId(self.text.partition("_")[2])

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"OperationId({quoted(self.text)})"
