"""Family PRJ, whether a project is carried out where its programme allows.

Rule PRJ016. Regulation (EU) No 1303/2013, Article 70. Since 2021 the common provisions let a project be carried out
outside its member state, so nothing is judged then. Only countries are compared: the area of a programme is not stated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.model.facts import ccis_of, fund_of
from esfmodel.rules.finding import Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import PROGRAMMING_PERIOD, is_interreg, known, programming_period_of
from esfmodel.rules.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.country import Country

LOCATION: Final = "location"
"""The key of where a project is located."""


def _is_of_one_country(project: Project) -> bool:
    return not is_interreg(project)


def _programme_country(project: Project) -> Country | None:
    stated = None if project.programme is None else project.programme.country
    return stated or next((cci.country for cci in ccis_of(project).values()), None)


def _in_the_programme_area(project: Project, context: Context) -> Iterator[Finding]:
    """A project of 2014-2020 is located in the programme area, save on conditions that no project states."""
    period, fund = programming_period_of(project), fund_of(project)
    found, expected = known(project.country, "country"), known(_programme_country(project), "programme.country")
    if LOCATION in context.keys(LOCATION, period, fund) and found != expected:
        row = context.lasting_provision(LOCATION, period, fund)
        where, area = (Words(country.name("sv"), country.name("en")) for country in (found, expected))
        yield context.finding("country", expected=expected.code, found=found.code, basis=row, where=where, area=area)


PRJ_LOCATION: Final = (
    Rule(
        code="PRJ016",
        severity=Severity.WARNING,
        basis=LOCATION,
        needs=("country", "programme.country|cci|programme.cci|operation_id.cci", PROGRAMMING_PERIOD),
        applies=_is_of_one_country,
        scope=Words("gäller alla projekt utom i Interreg", "concerns every project save those of Interreg"),
        check=_in_the_programme_area,
        demand=Words(
            "Projektet genomförs där programmet gäller, om inte den förvaltande myndigheten har godtagit något annat.",
            "The project is carried out in the programme area, unless the managing authority has accepted another.",
        ),
        sv="Projektet genomförs i {where}, men programmet gäller {area}; enligt {basis} ska insatsen ligga i det "
        "område som programmet omfattar, med undantag som den förvaltande myndigheten kan godta.",
        en="The project is carried out in {where}, but the programme covers {area}; under {basis} the operation "
        "shall be located in the programme area, with exceptions that the managing authority may accept.",
    ),
)
