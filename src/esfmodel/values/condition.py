"""Conditions under which a value of the law counts, and what a priority may be dedicated to.

>>> Condition.STEP.value
'dedicated priorities for strategic technologies'
"""

from __future__ import annotations

from esfmodel.values.format import Labelled


class Condition(Labelled):
    """What must be so for a value to count, where the act says "only if".

    A rule applies such a value only where what is stated of a project or its priority shows the condition, and never
    accuses where it may be met.
    """

    AMENDED_PROGRAMME = "programmes amended in the mid-term review"
    REVIEW_PRIORITY = "dedicated priorities of the mid-term review"
    EASTERN_BORDER = "regions at the eastern border of the Union"
    STEP = "dedicated priorities for strategic technologies"
    DISASTER = "reconstruction after a natural disaster"
    COMMUNITY_LED = "priorities wholly delivered by community-led local development"
    FINANCIAL_INSTRUMENTS = "priorities wholly delivered by financial instruments"
    UNION_INSTRUMENTS = "priorities for financial instruments of the Union"
    REACT_EU = "priorities for REACT-EU"
    YOUTH_EMPLOYMENT = "the specific allocation of the Youth Employment Initiative"
    SOCIAL_INNOVATION = "priorities for social innovation"
    MOST_DEPRIVED = "priorities for those most in need"
    THIRD_COUNTRY_NATIONALS = "priorities for third-country nationals"
    OUTERMOST = "outermost regions"
    INTERREG = "Interreg"
    SMALL_PROJECT_FUND = "small project funds of Interreg"
    TECHNICAL_ASSISTANCE = "technical assistance"
