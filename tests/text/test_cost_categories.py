from __future__ import annotations

import pytest

from esfmodel.model import CostCategory
from esfmodel.text.telling.facts import COST_CATEGORIES
from esfmodel.values.format import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_has_a_name_of_its_own(language: str) -> None:
    """No category lacks its name in a language, and no two share one."""
    names = COST_CATEGORIES[language]
    assert list(names) == list(CostCategory)
    assert len(set(names.values())) == len(CostCategory)
