"""A new category of cost is decided on everywhere: each table that treats categories has every one of them."""

from __future__ import annotations

import pytest

from esfmodel import CostCategory
from esfmodel.rules.families.sco_rates import _COVERED, _OF_OTHERS, _OF_STAFF
from esfmodel.rules.shared.cost_lines import NO_COST, TREATMENTS
from esfmodel.text.reading.labels import LabelSide, label_meaning
from esfmodel.text.words.labels import labels_of


def test_the_rules_treat_every_category() -> None:
    """Whether a line is a direct cost, left out of a flat rate, or may be an actual cost is said of each category."""
    assert set(TREATMENTS) == set(CostCategory)
    assert {category for category, treated in TREATMENTS.items() if not treated.is_direct} == {
        CostCategory.INDIRECT,
        *NO_COST,
    }


def test_what_a_flat_rate_covers_has_words() -> None:
    """A category with a flat rate of its own in the law is named in the finding about it."""
    assert set(_COVERED) == set(_OF_STAFF) | set(_OF_OTHERS)


@pytest.mark.parametrize("category", CostCategory)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_category_has_a_label_that_tables_read(category: CostCategory, language: str) -> None:
    """What the library calls a category in a table, it reads as that category."""
    label = labels_of(CostCategory)[language][category]
    assert label_meaning(label, within=LabelSide.COST).category is category
