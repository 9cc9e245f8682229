from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.errors import InvalidData, ReadError
from esfmodel.formats import to_dict, to_text
from esfmodel.formats.calls import call_in
from esfmodel.formats.toml import toml_of
from esfmodel.model import Call, Project
from esfmodel.testing import calls


@settings(max_examples=30)
@given(calls().filter(lambda call: call != Call()), st.sampled_from(["project_json", "project_toml"]))
def test_the_call_of_projects_and_a_call_alone_are_read_alike(call: Call, format: str) -> None:
    """A call is the same in a table of its own and in each of the projects that name it."""
    projects = [Project("Ett", call=call), Project("Två"), Project("Tre", call=call)]
    assert call_in(to_text(projects, format), "call") == call
    assert call_in(toml_of({"call": to_dict(Project("Ett", call=call))["call"]}), "call") == call


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("[call]\n", 0),
        ("{}", 0),
        ('{"call": {}}', 0),
        (to_text(Project("A"), "project_toml"), 0),
        (to_text([Project("A", call=Call("1")), Project("B", call=Call("2"))], "project_json"), 2),
    ],
)
def test_a_file_without_one_call_is_refused(text: str, count: int) -> None:
    """No call, an empty one, and two of them are told with what to write."""
    with pytest.raises(ReadError) as caught:
        call_in(text, "utlysning.toml")
    assert caught.value.text("sv").startswith(f"utlysning.toml: anger {count} utlysningar, inte en. Skriv")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[call]\nlongest_month = 3\n", ["2 call.longest_month"]),
        ("[call]\nlongest_months = -3\n[project]\nname = 'A'\n", ["3 project", "2 call.longest_months"]),
        ('call = "Framtidens arbetsliv"\n', ["1 call"]),
        ('{"call": {"name": "A"},\n"call": {"name": "B"}}', ["2 call"]),
        ('{"call": {"name": "A", "fund": "XYZ",\n"window": "2025-13"}}', ["1 call.fund", "2 call.window"]),
        ('{"call": {"name": "A"}, "fund": "ESF+"}', ["1 fund"]),
        (to_text(Project("A", call=Call("1")), "project_toml") + "[projects.budget]\ntotal = 5\n", ["8 total"]),
    ],
)
def test_everything_wrong_with_a_call_is_told_with_its_line(text: str, places: list[str]) -> None:
    """Misspelt keys, values of no field and keys that are there twice are told together, and nothing is judged."""
    with pytest.raises(InvalidData) as caught:
        call_in(text, "utlysning.toml")
    assert caught.value.source == "utlysning.toml"
    found = [f"{problem.line} {problem.place}" for problem in caught.value.problems]
    assert [each.replace("projects[0].budget.", "") for each in found] == places
