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
from esfmodel.values._identifier_text import trimmed

_PLACE = "organisation number"
_LONGEST = 40
_TEN_OR_TWELVE = re.compile(r"(?:16)?([0-9]{6})-?([0-9]{4})")
_VAT = re.compile(r"[Ss][Ee]([0-9]{6})([0-9]{4})01")
_ADVICE = "write ten digits as 232100-0214 (plain hyphen, digits 0-9), with 16 in front, or the VAT form SE232100021401"


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
    plain = trimmed(_PLACE, text, _LONGEST, _ADVICE)
    found = _TEN_OR_TWELVE.fullmatch(plain) or _VAT.fullmatch(plain)
    if found is None:
        raise InvalidValue(_PLACE, text, "is not written as one", _ADVICE)
    digits = found[1] + found[2]
    if not digits.strip("0"):
        raise InvalidValue(_PLACE, text, "is a placeholder of zeros", "leave the number out when it is not known")
    # The third and fourth digits are the month (01-12) in a personal number, and at least 20 for a legal person.
    if digits[2] < "2":
        advice = (
            "leave out the personal number of a sole trader; compare the number of a legal person with the register"
        )
        raise InvalidValue(
            _PLACE, text, f"has the third digit {digits[2]}, where a legal person has at least 2", advice
        )
    right = check_digit(digits[:9])
    if digits[9] != str(right):
        wrong = f"has the check digit {digits[9]}, where its first nine digits ask for {right}"
        advice = f"compare it with the register: the last digit would have to be {right}, if no other digit is wrong"
        raise InvalidValue(_PLACE, text, wrong, advice)
    return digits


@attrs.frozen(repr=False)
class OrganisationNumber:
    """The number of a Swedish authority, region, municipality, company, association or foundation.

    Takes ten digits with or without a hyphen before the last four, the same with 16 in front (as in exports), and the
    VAT form with the usual ending 01. Raises `InvalidValue` for any other text, for a wrong check digit, for a third
    digit below 2 (a person's number) and for 000000-0000. Only the form is checked: the number need not exist in a
    register.

    >>> OrganisationNumber("16232100-0214") == OrganisationNumber("SE232100021401")
    True
    """

    digits: str = attrs.field(converter=_digits, alias="text")

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
