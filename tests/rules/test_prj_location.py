from __future__ import annotations

import attrs
import pytest

from esfmodel import Fund, Outcome, Programme, Project, Severity, validate

SWEDEN = Programme(country="SE")
ABROAD = Project("Gränsen", fund=Fund.ERDF, programming_period="2014-2020", programme=SWEDEN, country="NO")


def test_outside_the_programme_area_is_a_warning() -> None:
    """Article 70(1) of 2014-2020, with the exceptions of paragraphs 2 and 3."""
    (finding,) = validate(ABROAD).result("PRJ016").findings
    assert (finding.place, finding.severity) == ("country", Severity.WARNING)
    assert "Article 70(1) of Regulation (EU) No 1303/2013" in finding.text("en")


@pytest.mark.parametrize(
    ("project", "outcome"),
    [
        (attrs.evolve(ABROAD, country="SE"), Outcome.PASSED),
        (attrs.evolve(ABROAD, programming_period="2021-2027"), Outcome.PASSED),
        (attrs.evolve(ABROAD, programme=None, cci="2014TC16RFCB001"), Outcome.NOT_APPLICABLE),
        (attrs.evolve(ABROAD, programme=None, cci="2014SE16RFOP009"), Outcome.FAILED),
        (attrs.evolve(ABROAD, programme=None), Outcome.NOT_EVALUATED),
        (attrs.evolve(ABROAD, country=None), Outcome.NOT_EVALUATED),
    ],
)
def test_only_what_is_stated_is_judged(project: Project, outcome: Outcome) -> None:
    """Since 2021 an operation may be carried out outside its member state, and Interreg is of several countries."""
    assert validate(project).result("PRJ016").outcome is outcome
