"""Terms of reporting: the decision's, else the programme's, else nobody knows."""

from __future__ import annotations

import attrs
import pytest

from esfmodel import LAW, Decision, DecisionKind, NotKnown, Period, ReportingTerms, reporting_periods, reporting_terms
from esfmodel.examples import KOMPETENSFOCUS, VAGLED_KOMPETENS
from esfmodel.law import PACKS

WITH_PROGRAMME = LAW.with_pack(PACKS["2021SE05SFPR001"])
QUARTERLY = ReportingTerms(every_months=3, due_months=1)


def test_the_programme_tells_where_no_decision_does() -> None:
    """ESF+ in Sweden: a claim each month, due two months after it; 36 claims in 36 months."""
    terms = reporting_terms(KOMPETENSFOCUS, law=WITH_PROGRAMME)
    assert isinstance(KOMPETENSFOCUS.period, Period)
    parts = reporting_periods(KOMPETENSFOCUS.period, terms)
    assert len(parts) == 36
    assert (str(parts[0].due), str(parts[-1].due)) == ("2024-12-31", "2027-11-30")


def test_the_last_decision_that_says_goes_first() -> None:
    """What a decision says counts before the programme, and the later before the earlier."""
    monthly = attrs.evolve(QUARTERLY, every_months=1)
    decisions = [
        Decision(DecisionKind.AMENDED, "2025-03-01", reporting=QUARTERLY),
        Decision(DecisionKind.GRANTED, "2024-06-28", reporting=monthly),
        Decision(DecisionKind.CLOSED, "2027-12-01"),
    ]
    assert reporting_terms(attrs.evolve(KOMPETENSFOCUS, decisions=decisions), law=WITH_PROGRAMME) == QUARTERLY


def test_a_refused_change_sets_no_terms() -> None:
    """What was asked for and refused changes nothing of what the grant says."""
    asked = Decision(DecisionKind.REJECTED, "2025-03-01", reporting=attrs.evolve(QUARTERLY, every_months=1))
    granted = Decision(DecisionKind.GRANTED, "2024-06-28", reporting=QUARTERLY)
    assert reporting_terms(attrs.evolve(KOMPETENSFOCUS, decisions=[granted, asked])) == QUARTERLY
    with pytest.raises(NotKnown, match="neither a decision"):
        reporting_terms(attrs.evolve(KOMPETENSFOCUS, decisions=[asked]))


def test_nobody_guesses() -> None:
    """Without the pack, in another programme, and before the programme, nobody knows when to report."""
    with pytest.raises(NotKnown, match="add the law data of the programme"):
        reporting_terms(KOMPETENSFOCUS)
    with pytest.raises(NotKnown, match="add the law data of the programme"):
        reporting_terms(VAGLED_KOMPETENS, law=WITH_PROGRAMME)
    with pytest.raises(NotKnown, match="does not say when to report"):
        reporting_terms(KOMPETENSFOCUS, law=WITH_PROGRAMME, on="2019-01-01")
