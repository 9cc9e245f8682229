"""The JSON Schema that is shipped, written from the classes of the model, and compared with what they say now.

After a change of a class that is meant:

    uv run python tests/formats/test_schema.py --update
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given

from esfmodel import formats
from esfmodel.formats import project_schema, to_text
from esfmodel.model import Budget, Contribution, Cost, CostCategory, LumpSum, Organisation, Project
from esfmodel.testing import projects

SHIPPED = Path(formats.__file__).with_name("project.schema.json")
SCHEMA = project_schema()


def shipped() -> str:
    """Write the whole file."""
    return json.dumps(project_schema(), ensure_ascii=False, indent=2) + "\n"


def faults(document: object) -> list[str]:
    """Return what the schema does not allow in a document."""
    # Imported here, so that this file runs by itself too, without what test files share.
    from json_schema import faults

    return list(faults(document, SCHEMA))


def test_the_shipped_schema_is_that_of_the_classes() -> None:
    """The file beside the module says what the classes say."""
    assert SHIPPED.read_text("utf-8") == shipped(), (
        f"the classes changed; if that is meant, run {Path(__file__).name} --update, and say so in the changelog"
    )


@given(projects())
def test_what_is_written_keeps_the_schema(project: Project) -> None:
    """Every document that is written is one that the schema allows."""
    assert faults(json.loads(to_text(project, "project_json"))) == []


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ('{"name": " "}', "$.projects[0].name: ' ' is not like"),
        ("{}", "$.projects[0].name: missing"),
        ('{"name": "A", "titel": "B"}', "$.projects[0].titel: unknown"),
        ('{"name": "A", "duration_months": 0}', "$.projects[0].duration_months: minimum 1"),
        ('{"name": "A", "budget": {"total": "5"}}', "$.projects[0].budget.total: '5' is not like"),
        ('{"name": "A", "budget": {"financing": [{}]}}', "$.projects[0].budget.financing[0].funder: missing"),
        ('{"name": "A", "beneficiary": {"name": "B", "count": null}}', "$.projects[0].beneficiary.count: none of"),
        ('{"name": "A", "fund": "ESF++"}', "$.projects[0].fund: not ['ESF',"),
        ('{"name": "A", "phases": [{"name": "B", "period": "2024"}]}', "$.projects[0].phases[0].period: '2024' is not"),
    ],
)
def test_what_is_refused_breaks_the_schema(changed: str, fault: str) -> None:
    """What reading refuses for its key, kind or form, the schema refuses."""
    found = faults({"format": "esfmodel/projects", "version": 1, "projects": [json.loads(changed)]})
    assert any(each.startswith(fault) for each in found)


def test_words_instead_of_nothing_are_allowed() -> None:
    """The words for what nobody named or counted, and the types of costs, are in the schema."""
    budget = Budget([Cost(CostCategory.OTHER, LumpSum())], [Contribution.rest()])
    project = Project("A", beneficiary=Organisation("B", count=None), budget=budget, extra=[("", "")])
    assert faults(json.loads(to_text(project, "project_json"))) == []


def test_each_class_says_what_it_is() -> None:
    """Every class of the schema is described by the first sentence of its docstring, and every version is listed."""
    assert all(defined["description"] for defined in SCHEMA["$defs"].values())
    assert SCHEMA["$defs"]["Funder"]["description"].startswith("A body that pays")
    assert SCHEMA["properties"]["version"] == {"enum": [1, 2]}


if __name__ == "__main__" and sys.argv[1:] == ["--update"]:
    SHIPPED.write_text(shipped(), "utf-8")
