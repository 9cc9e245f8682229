"""The currencies of amounts, and the number of decimals of each.

ISO 4217, list one (current currencies) of 2026-01-01, with the currencies that euro countries and ESF+ neighbours had
before, since old projects are written in them. Funds codes, metals and test codes are left out.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_TWO_DECIMALS = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE
    CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY
    TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
"""
_NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"
_REPLACED_BY_THE_EURO = "ATS BEF BGN CYP DEM EEK FIM FRF GRD HRK IEP LTL LVL MTL NLG PTE SIT SKK"
_REPLACED_BY_THE_EURO_WITHOUT_DECIMALS = "ESP ITL LUF"

_BY_DECIMALS = {
    0: f"{_NO_DECIMALS} {_REPLACED_BY_THE_EURO_WITHOUT_DECIMALS}",
    2: f"{_TWO_DECIMALS} {_REPLACED_BY_THE_EURO}",
    3: _THREE_DECIMALS,
}

MINOR_DIGITS: Final[Mapping[str, int]] = MappingProxyType(
    {str(code): digits for digits, codes in _BY_DECIMALS.items() for code in codes.split()}
)
"""The number of decimals of each currency, by ISO 4217 code."""
