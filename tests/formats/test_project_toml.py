from __future__ import annotations

import pytest

from esfmodel.errors import ReadError
from esfmodel.formats import read_text, to_text
from esfmodel.model import Budget, Contribution, Funder, FundingSource, Project
from esfmodel.values import Money

HEAD = 'format = "esfmodel/projects"\nversion = 2\n'
MANY = 100_000


def test_a_document_is_laid_out_for_hands() -> None:
    """Short objects stand on a line of their own, long texts over several lines, and each project has its table."""
    support = Contribution(Funder(source=FundingSource.EU_AND_STATE), Money(8_000_000))
    project = Project(
        'Kompetens "i" länet',
        budget=Budget(financing=[support, Contribution.rest()], total=Money(16_000_000)),
        strategic_importance=False,
        secondary_themes=["Motverka barnfattigdom"],
        summary="Första stycket.\n\nAndra stycket.",
    )
    assert to_text(project, "project_toml") == (
        f"{HEAD}\n[[projects]]\n"
        'name = "Kompetens \\"i\\" länet"\n'
        'secondary_themes = [\n    { name = "Motverka barnfattigdom" },\n]\n'
        "strategic_importance = false\n"
        'summary = """\nFörsta stycket.\n\nAndra stycket."""\n'
        "\n[projects.budget]\n"
        'financing = [\n    { funder = { source = "EU and state" }, amount = "8000000 SEK" },\n'
        '    { funder = "rest" },\n]\n'
        'total = "16000000 SEK"\n'
    )


def test_long_objects_have_tables_of_their_own() -> None:
    """An object too long for a line is a table, and a list of such objects is a list of tables."""
    project = Project("A", extra=[("b" * 60, "c" * 60), ("d", "e")], call=None, priority=None)
    text = to_text(project, "project_toml")
    assert text.count("[[projects.extra]]") == 2
    assert read_text(text).one() == project


def test_people_may_write_it_otherwise() -> None:
    """Comments, dotted keys, literal strings, and days without quotation marks are read as well."""
    text = f"""{HEAD} # vår ansökan
[[projects]]
name = 'Kompetens "i" länet'
budget.total = "16000000 SEK" # hela
beneficiary = {{ name = "Bräcke kommun", city = 'Bräcke' }}
summary = '''
[[[[ '' a.b.c'''
decisions = [{{ kind = "granted", on = 2024-06-28 }}, {{ kind = "applied", on = "2024-01-15" }}]
"""
    project = read_text(text.replace("\n", "\r\n")).one()
    assert project.budget is not None
    assert project.budget.total == Money(16_000_000)
    assert [str(decision.on) for decision in project.decisions] == ["2024-06-28", "2024-01-15"]
    assert project.summary == "[[[[ '' a.b.c"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("published_eu_rate = 0.4", "text.two_readings"),
        ("published_eu_rate = nan", "number.not_finite"),
        ("period = 2024-10-01", "value.not_text"),
        ('decisions = [{ kind = "granted", on = 2024-06-28T12:00:00 }]', "date.with_time"),
        (f"planned_participants = 0x{'f' * 500}", "number.too_long"),
        (f"planned_participants = {'9' * 200}", "number.too_long"),
    ],
)
def test_each_wrong_value_is_told(line: str, code: str) -> None:
    """The kinds of value that TOML has and JSON has not are problems with their paths where they do not belong."""
    reading = read_text(f'{HEAD}[[projects]]\nname = "A"\n{line}\n')
    (problem,) = reading.problems
    assert problem.place.startswith("projects[0].")
    assert (problem.code, problem.line) == (code, 5)


def test_a_day_is_shown_as_it_is_written() -> None:
    """A day that TOML knows is told as it stands in the file, where a field takes none."""
    (problem,) = read_text(f'{HEAD}[[projects]]\nname = "A"\nperiod = 2024-10-01\n').problems
    assert problem.given == "2024-10-01"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{HEAD}a = ?\n", "syntax.unquoted"),
        (f"{HEAD}version = 1", "value.given_twice"),
        (f"{HEAD}a = {'1' * MANY}", "number.too_long"),
        (f"{HEAD}a = 0x{'f' * MANY}", "number.too_long"),
        (f"{HEAD}a = 0o{'7_7' * MANY}", "number.too_long"),
        (f"{HEAD}a = -1e{'9' * MANY}", "number.too_long"),
        (f"{HEAD}a = {'[' * MANY}", "file.too_deep"),
        (f"{HEAD}a = {'{a=' * MANY}", "file.too_deep"),
        (f"{HEAD}{'a.' * MANY}a = 1", "file.too_deep"),
        (f"{HEAD}{'a . ' * MANY}a = 1", "file.too_deep"),
        (f"{HEAD}" + "\"a\".'a'." * MANY + "a = 1", "file.too_deep"),
        (f"{HEAD}[{'a.' * MANY}a]", "file.too_deep"),
        (f'{HEAD}a = [""""a"""", {"[" * MANY}', "file.too_deep"),
        (f"{HEAD}a = [''''a''''', {'[' * MANY}", "file.too_deep"),
        (f'{HEAD}a = """{"[" * MANY}', "syntax.unclosed_quote"),
        (f'{HEAD}a = """' + '\\"""' * MANY, "syntax.unclosed_quote"),
        (f"{HEAD}a = '''" + "''x" * MANY, "syntax.unclosed_quote"),
    ],
)
def test_what_is_no_document_is_not_read(text: str, code: str) -> None:
    """A text that is no TOML, or was written to keep the parser busy, is refused at once."""
    with pytest.raises(ReadError) as caught:
        read_text(text)
    assert caught.value.code == code


def test_brackets_and_dots_in_text_are_no_nesting() -> None:
    """What stands in quotation marks or comments is never counted as nested."""
    brackets, dots = "[{" * 100, "a." * 100
    text = f'{HEAD}# {brackets}{dots}\n[[projects]]\nname = "{brackets}\\"{dots}"\nsummary = """{brackets}"{dots}"""\n'
    assert read_text(text).one().summary == f'{brackets}"{dots}'
