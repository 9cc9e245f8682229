from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from esfmodel.cli import main
from esfmodel.text.telling.problems import TEMPLATES
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `errors` and give its status, its lines, and what it complained of."""

    def command(*arguments: str) -> tuple[int, list[str], str]:
        status = main(["errors", *arguments])
        shown = capsys.readouterr()
        lines = shown.out.splitlines()
        assert all(len(line) <= 100 for line in lines)
        return status, lines, shown.err

    return command


def test_every_error_is_listed_in_each_language(run: Run) -> None:
    """Every code is there once, in order, and below it what it says, with its parameters in braces."""
    status, lines, err = run()
    assert (status, err) == (0, "")
    assert [line for line in lines if not line.startswith(" ")] == sorted(TEMPLATES["sv"])
    listed = " ".join(" ".join(lines).split())
    for language in LANGUAGES:
        for code, (wrong, advice) in TEMPLATES[language].items():
            assert f" {language} {'; '.join(filter(None, (wrong, advice)))}" in listed, code


def test_one_error_or_those_of_a_topic(run: Run) -> None:
    """A code shows itself, and the word before its point all that begin with it."""
    assert run("value.missing") == (
        0,
        ["value.missing", "  sv  saknas; ange uppgiften", "  en  is missing; add it"],
        "",
    )
    _, lines, _ = run("value")
    shown = [line for line in lines if not line.startswith(" ")]
    assert shown == sorted(code for code in TEMPLATES["sv"] if code.startswith("value."))


def test_errors_are_found_by_words(run: Run) -> None:
    """All words must be there, in the code or in a text of either language."""
    _, lines, _ = run("kontrollsiffran", "nio", "--lang", "en")
    assert [line for line in lines if not line.startswith(" ")] == ["organisation_number.check_digit"]
    assert run("check digit", "register")[1] == lines


def test_an_error_that_is_not_there_is_refused(run: Run) -> None:
    """Status 2, and where the codes are listed."""
    for asked in ("qzq", "\x1b"):
        status, lines, err = run(asked, "--lang", "en")
        assert (status, lines) == (2, [])
        assert err.endswith("” is not in the list. See the list that the command `esfmodel errors` prints.\n")
