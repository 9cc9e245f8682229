"""Swedish organisation numbers (organisationsnummer), with their check digit.

They identify legal persons (lag 1974:174 om identitetsbeteckning för juridiska personer m.fl.); the check digit and the
third digit are as Skatteverket describes them (SKV 709).

>>> from esfmodel import OrganisationNumber
>>> str(OrganisationNumber("2321000214"))
'232100-0214'
"""

from __future__ import annotations

import re

import attrs

from esfmodel.errors import InvalidValue
from esfmodel.values._identifier_text import label, trimmed, unlabelled
from esfmodel.values.field_type import Value, fill

_PLACE = "organisation_number"
_LONGEST = 60
_LABEL = label("org(?:anisations)?[. -]*(?:nr|nummer)|momsregistreringsnummer|moms[. -]?nr|vat[. -]?(?:nr|no|number)?")
# 16 is the prefix of legal persons in registers of twelve digits, 0007 that of Swedish numbers in electronic addresses.
_TEN_OR_TWELVE = re.compile(r"(?:16-?|0007:)?([0-9]{6})-?([0-9]{4})")
_VAT = re.compile(r"[Ss][Ee]-?([0-9]{6})-?([0-9]{4})-?01")
_EXAMPLE = "232100-0214"


def check_digit(first_nine: str) -> int:
    """Return the check digit of the first nine digits, by the Luhn algorithm.

    The first digit and every second after it are doubled, and all digits of the results are summed; the check digit
    brings the sum to a multiple of ten.

    >>> check_digit("232100021")
    4
    """
    products = [int(digit) * (2 - index % 2) for index, digit in enumerate(first_nine)]
    return -sum(product // 10 + product % 10 for product in products) % 10


def _digits(text: str) -> str:
    # Spaces are left out wherever they stand: cells of spreadsheets have them as thousands separators.
    plain = unlabelled(trimmed(_PLACE, text, _LONGEST, _EXAMPLE), _LABEL).replace(" ", "")
    found = _TEN_OR_TWELVE.fullmatch(plain) or _VAT.fullmatch(plain)
    if found is None:
        raise InvalidValue("organisation_number.form", _PLACE, text, example=_EXAMPLE)
    digits = found[1] + found[2]
    if not digits.strip("0"):
        raise InvalidValue("organisation_number.zeros", _PLACE, text)
    # The third and fourth digits are the month (01-12) in a personal number, and at least 20 for a legal person.
    if digits[2] < "2":
        raise InvalidValue("organisation_number.personal", _PLACE, text, digit=digits[2])
    right = str(check_digit(digits[:9]))
    if digits[9] != right:
        raise InvalidValue("organisation_number.check_digit", _PLACE, text, digit=digits[9], right=right)
    return digits


@attrs.frozen(init=False, repr=False)
class OrganisationNumber(Value):
    """The number of a Swedish authority, region, municipality, company, association or foundation.

    Takes ten digits with a hyphen (or another dash), spaces or nothing between them, the same with 16 in front (as in
    exports) or 0007: (as in electronic addresses), and the VAT form with the usual ending 01, each with or without a
    label such as "Org.nr". Raises `InvalidValue` for any other text, for a wrong check digit, for a third digit below 2
    (a person's number) and for 000000-0000. Only the form is checked: the number need not exist in a register.

    >>> OrganisationNumber("16232100-0214") == OrganisationNumber("SE232100021401")
    True
    """

    digits: str = attrs.field(alias="text")

    def __init__(self, text: str) -> None:
        fill(self, "digits", _digits(text))

    @classmethod
    def parse(cls, text: str) -> OrganisationNumber:
        """Read the number in any form that the constructor takes."""
        return cls(text)

    @property
    def vat(self) -> str:
        """The VAT number that the organisation has if it is registered for VAT.

        >>> OrganisationNumber("232100-0214").vat
        'SE232100021401'
        """
        return f"SE{self.digits}01"

    def __str__(self) -> str:
        """Return the number as registers print it."""
        return f"{self.digits[:6]}-{self.digits[6:]}"

    def __repr__(self) -> str:
        return f'OrganisationNumber("{self}")'
