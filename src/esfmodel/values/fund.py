"""The funds of the Union that cofinance projects, by every name that registers use.

>>> Fund.parse("Europeiska socialfonden+").value
'ESF+'
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from esfmodel.errors import InvalidValue
from esfmodel.values.format import Labelled, plain_name

if TYPE_CHECKING:
    from collections.abc import Mapping


class Fund(Labelled):
    """A fund of the Union that cofinances projects; the value is its usual short name.

    >>> Fund.ESF_PLUS.value
    'ESF+'
    """

    ESF = "ESF"
    ESF_PLUS = "ESF+"
    YEI = "YEI"
    FEAD = "FEAD"
    ERDF = "ERDF"
    COHESION_FUND = "CF"
    JTF = "JTF"
    EAFRD = "EAFRD"
    EMFF = "EMFF"
    EMFAF = "EMFAF"
    AMIF = "AMIF"
    ISF = "ISF"
    BMVI = "BMVI"

    @classmethod
    def parse(cls, text: str) -> Fund:
        """Read a fund from its short name or a name that Swedish or English registers use.

        >>> Fund.parse("Europeiska socialfonden+"), Fund.parse("Eruf")
        (<Fund.ESF_PLUS: 'ESF+'>, <Fund.ERDF: 'ERDF'>)
        """
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        known = FUND_NAMES.get(plain_name(text) if len(text) < 100 else "")
        if known is None:
            raise InvalidValue("value.not_one_of", "fund", text, choices=tuple(fund.value for fund in cls))
        return known


_OTHER_NAMES = {
    "europeiska socialfonden": Fund.ESF,
    "european social fund": Fund.ESF,
    "socialfonden": Fund.ESF,
    "esf plus": Fund.ESF_PLUS,
    "europeiska socialfonden+": Fund.ESF_PLUS,
    "europeiska socialfonden plus": Fund.ESF_PLUS,
    "european social fund plus": Fund.ESF_PLUS,
    "sysselsättningsinitiativet för unga": Fund.YEI,
    "youth employment initiative": Fund.YEI,
    "fonden för europeiskt bistånd till dem som har det sämst ställt": Fund.FEAD,
    "fund for european aid to the most deprived": Fund.FEAD,
    "eruf": Fund.ERDF,
    "europeiska regionala utvecklingsfonden": Fund.ERDF,
    "european regional development fund": Fund.ERDF,
    "regionalfonden": Fund.ERDF,
    "sammanhållningsfonden": Fund.COHESION_FUND,
    "cohesion fund": Fund.COHESION_FUND,
    "fro": Fund.JTF,
    "fonden för en rättvis omställning": Fund.JTF,
    "just transition fund": Fund.JTF,
    "ejflu": Fund.EAFRD,
    "europeiska jordbruksfonden för landsbygdsutveckling": Fund.EAFRD,
    "european agricultural fund for rural development": Fund.EAFRD,
    "ehff": Fund.EMFF,
    "europeiska havs- och fiskerifonden": Fund.EMFF,
    "european maritime and fisheries fund": Fund.EMFF,
    "ehfvf": Fund.EMFAF,
    "europeiska havs-, fiskeri- och vattenbruksfonden": Fund.EMFAF,
    "european maritime, fisheries and aquaculture fund": Fund.EMFAF,
    "asyl-, migrations- och integrationsfonden": Fund.AMIF,
    "asylum, migration and integration fund": Fund.AMIF,
    "fonden för inre säkerhet": Fund.ISF,
    "internal security fund": Fund.ISF,
    "instrumentet för ekonomiskt stöd för gränsförvaltning och viseringspolitik": Fund.BMVI,
    "instrument for financial support for border management and visa policy": Fund.BMVI,
}
FUND_NAMES: Final[Mapping[str, Fund]] = MappingProxyType(
    {plain_name(name): fund for name, fund in [*((fund.value, fund) for fund in Fund), *_OTHER_NAMES.items()]}
)
"""The funds by every name that is read, as `plain_name` writes it."""
