"""The "not known" messages that several rules share."""

from __future__ import annotations

from typing import Final

from esfmodel.rules.words import Words

NO_AMOUNT: Final = Words("beloppet är inte känt", "the amount is not known")
NO_BUDGET: Final = Words("budget saknas", "there is no budget")
NO_CALL: Final = Words("utlysningen är inte känd", "the call is not known")
NO_DEMAND: Final = Words(
    "utlysningens krav skiljer sig mellan regioner, och projektets region är inte känd",
    "the call demands different shares in different regions, and the project's region is not known",
)
NO_FUND: Final = Words("fonden är inte känd", "the fund is not known")
NO_PLACE: Final = Words("NUTS-koden är inte känd", "the NUTS code is not known")
NO_PRIORITY: Final = Words("programområdet är inte känt", "the priority is not known")
NO_PROJECTS: Final = Words("portföljen har inga projekt", "the portfolio holds no project")
NO_SUPPORT: Final = Words("stödet är inte känt", "the support is not known")
NO_TOTAL: Final = Words("totalkostnaden är inte känd", "the total cost is not known")
NO_UNION: Final = Words("unionens stöd är inte känt", "the Union's support is not known")
