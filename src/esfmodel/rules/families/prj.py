"""Family PRJ, programme, CCI, project number and programming period agree with each other.

Rules PRJ001, PRJ002 and PRJ003.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from esfmodel.errors import NotKnown
from esfmodel.model.facts import ccis_of
from esfmodel.rules.finding import ARITHMETIC, Severity
from esfmodel.rules.rule import Rule
from esfmodel.rules.shared.facts import known
from esfmodel.rules.words import Words
from esfmodel.text.telling.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esfmodel.model import Project
    from esfmodel.rules.context import Context
    from esfmodel.rules.finding import Finding
    from esfmodel.values.cci import Cci
    from esfmodel.values.programming_period import ProgrammingPeriod

_NO_CCI = Words("programmets CCI är inte känt", "the programme's CCI is not known")
_NO_PERIOD = Words(
    "programperioden framgår inte av programmets CCI", "the programme's CCI does not tell the programming period"
)


def _cci_as_programme(project: Project, context: Context) -> Iterator[Finding]:
    """The CCI of the project is that of its programme."""
    stated = ccis_of(project)
    cci, programme = stated["cci"], stated["programme.cci"]
    if not cci.same_programme(programme):
        yield context.finding("cci", expected=programme, found=cci)


def _number_has_programme(project: Project) -> bool:
    return project.operation_id is None or project.operation_id.cci is not None


def _number_as_programme(project: Project, context: Context) -> Iterator[Finding]:
    """The programme written in front of the project's number is its programme."""
    stated = ccis_of(project)
    number = stated.pop("operation_id")
    for place, cci in stated.items():
        if not number.same_programme(cci):
            yield context.finding("operation_id", expected=cci, found=number, elsewhere=Place(place))


def _programme_code(project: Project) -> Cci:
    stated = ccis_of(project)
    return known(stated.get("cci") or stated.get("programme.cci"), _NO_CCI)


def _begun_in(cci: Cci) -> ProgrammingPeriod:
    """Return the programming period of a CCI, which must be known."""
    try:
        return cci.programming_period
    except NotKnown as error:
        raise NotKnown(_NO_PERIOD) from error


def _period_as_cci(project: Project, context: Context) -> Iterator[Finding]:
    """The programming period is the one in which the programme's CCI begins."""
    cci = _programme_code(project)
    expected = _begun_in(cci)
    programme = project.programme
    for place, period in (
        ("programming_period", project.programming_period),
        ("programme.programming_period", None if programme is None else programme.programming_period),
    ):
        if period is not None and period != expected:
            yield context.finding(place, expected=expected, found=period, cci=cci)


PRJ: Final = (
    Rule(
        code="PRJ001",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("cci", "programme.cci"),
        check=_cci_as_programme,
        demand=Words("Projektets CCI är programmets.", "The CCI of the project is that of its programme."),
        sv="Projektets CCI är {found} men programmets {expected}.",
        en="The project's CCI is {found}, but its programme's is {expected}.",
    ),
    Rule(
        code="PRJ002",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("operation_id", "cci|programme.cci"),
        applies=_number_has_programme,
        scope=Words(
            "gäller projekt vars nummer har programmets CCI framför sig",
            "concerns projects whose number has the programme's CCI in front",
        ),
        check=_number_as_programme,
        demand=Words(
            "Programmet framför projektets nummer är projektets program.",
            "The programme in front of the project's number is its programme.",
        ),
        sv="Projektets nummer börjar med {found}, men programmet är {expected} ({elsewhere}).",
        en="The project's number begins with {found}, but the programme is {expected} ({elsewhere}).",
    ),
    Rule(
        code="PRJ003",
        severity=Severity.ERROR,
        basis=ARITHMETIC,
        needs=("programming_period|programme.programming_period", "cci|programme.cci"),
        check=_period_as_cci,
        demand=Words(
            "Programperioden är den som programmets CCI hör till.",
            "The programming period is the one that the programme's CCI belongs to.",
        ),
        sv="Programperioden anges till {found}, men {cci} hör till {expected}.",
        en="The programming period is stated as {found}, but {cci} belongs to {expected}.",
    ),
)
