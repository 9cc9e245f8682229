from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.cli import main
from esfmodel.cli._commands import COMMANDS as RUN
from esfmodel.cli._line import language_of
from esfmodel.cli._options import COMMANDS, PROGRAM
from esfmodel.cli._parser import WIDTH, help_text, parse
from esfmodel.errors import InvalidValue
from esfmodel.values.format import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    Refused = Callable[..., str]

NAMES = sorted({name for each in (PROGRAM, *COMMANDS.values()) for option in each.options for name in option.names})
PARTS = st.sampled_from([*COMMANDS, *NAMES, "-", "--", "-5 kr", "a.toml", "55 %", "sv", "en", "json", ""]) | st.text(
    string.printable, max_size=8
)


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Refused:
    """Run a command line that is not understood, and return the first line of what is said of it."""

    def command(*typed: str) -> str:
        assert main(typed) == 2
        shown = capsys.readouterr()
        assert shown.out == ""
        return shown.err.splitlines()[0].removeprefix("esfmodel: ")

    return command


# --- The language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "sv"),
        ({"LANG": ""}, "sv"),
        ({"LANG": "C"}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "POSIX"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_FI@euro"}, "sv"),
        ({"LANG": "SV"}, "sv"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LANG": "svm"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "sv_SE"}, "sv"),
        ({"LANG": "sv_SE", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "sv_SE", "LC_MESSAGES": "sv_SE", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "C"}, "sv"),
        ({"LANG": "en_GB", "LC_ALL": ""}, "en"),
        ({"LANGUAGE": "en", "LC_CTYPE": "en_GB"}, "sv"),
    ],
)
def test_the_language_is_that_of_the_locale(environ: dict[str, str], language: str) -> None:
    """LC_ALL before LC_MESSAGES before LANG; a locale of no language is Swedish, one of a third language English."""
    assert language_of(["check"], environ) == language


@given(st.sampled_from(LANGUAGES), st.sampled_from(["sv_SE", "en_GB", "C"]), st.booleans(), st.booleans())
def test_the_option_decides_before_and_after_the_command(
    language: str, locale: str, is_before: bool, is_one_word: bool
) -> None:
    """`--lang sv check` and `check --lang=sv` are Swedish on every computer."""
    option = [f"--lang={language}"] if is_one_word else ["--lang", language]
    typed = [*option, "errors", "a"] if is_before else ["errors", "a", *option]
    assert language_of(typed, {"LANG": locale}) == language
    assert parse(PROGRAM, COMMANDS, typed, "sv").lang == language


def test_the_command_decides_over_the_program() -> None:
    """Whose shell adds an option to every command can still choose another; what follows `--` is no option."""
    assert parse(PROGRAM, COMMANDS, ["--lang", "sv", "check", "--lang", "en"], "sv").lang == "en"
    assert language_of(["check", "--", "--lang", "en"], {"LANG": "sv_SE"}) == "sv"
    assert language_of(["check", "--lang"], {"LANG": "sv_SE"}) == "sv"
    assert language_of(["--lang=en", "check", "--lang", "sv"], {}) == language_of(["check", "--lang", "x"], {}) == "sv"
    assert language_of(["--lang", "en", "check", "--lang", "x"], {}) == "en"


@pytest.mark.parametrize("locale", ["sv_SE.UTF-8", "en_GB.UTF-8"])
def test_a_command_speaks_the_language_of_the_computer(
    locale: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an option, results and refusals are in that of the locale."""
    monkeypatch.setenv("LC_ALL", locale)
    main(["rules", "FIN001"])
    main(["rules", "qzq"])
    shown = capsys.readouterr()
    assert ("Omfattning: " in shown.out) == locale.startswith("sv")
    assert ("inte i förteckningen" in shown.err) == locale.startswith("sv")


# --- The help


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_fits_the_terminal(name: str | None, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each option and argument is there, in lines of 80 letters."""
    typed = [*([] if name is None else [name]), "--help"]
    assert main([*typed, "--lang", language] if name else ["--lang", language, "-h"]) == 0
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= WIDTH
    command = PROGRAM if name is None else COMMANDS[name]
    for option in command.options:
        assert all(re.search(rf"^  .*{each}\b", shown, re.MULTILINE) for each in option.names)
    for each in command.positionals:
        assert each.name.text(language) in shown
    assert ("Användning: esfmodel" in shown) == (language == "sv")


def test_every_text_of_the_help_is_in_both_languages() -> None:
    """A text that was copied and not translated is found; the names of formats and values are the same."""
    for command in (PROGRAM, *COMMANDS.values()):
        texts = [command.help, *(each.help for each in command.positionals), *(each.help for each in command.options)]
        assert [text for text in texts if text.sv == text.en and text.sv] == []
    assert help_text(PROGRAM, "sv", COMMANDS) != help_text(PROGRAM, "en", COMMANDS)


def test_every_command_that_is_described_can_be_run() -> None:
    """The help lists the commands there are, and no others."""
    assert COMMANDS.keys() == RUN.keys()


def test_nothing_typed_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Who types the name of the program alone reads what there is; it is status 2, as nothing was done."""
    assert main([]) == 2
    assert capsys.readouterr().err == help_text(PROGRAM, "sv", COMMANDS) + "\n"


# --- What is not understood


@pytest.mark.parametrize(
    ("typed", "swedish", "english"),
    [
        ("chek", "”chek” är inget vi känner till. Menar du check?", "Did you mean check?"),
        ("CHECK", "”CHECK” är inget vi känner till. Menar du check?", "Did you mean check?"),
        ("rule", "”rule” är inget vi känner till. Menar du rules?", "Did you mean rules?"),
        ("exampel", "”exampel” är inget vi känner till. Menar du example?", "Did you mean example?"),
        ("plann", "”plann” är inget vi känner till. Menar du plan?", "Did you mean plan?"),
        ("shwo", "”shwo” är inget vi känner till. Menar du show?", "Did you mean show?"),
        ("qqq", "”qqq” är inget vi känner till. Använd något av new, check,", "Use one of new, check,"),
        ("check --språk sv", "”--språk” är inget vi känner till. Använd något av --examples,", "Use one of"),
        ("check --vebose", "”--vebose” är inget vi känner till. Menar du --verbose?", "Did you mean --verbose?"),
        (
            "check \N{EN DASH}json a",
            "”\N{EN DASH}json” är inget vi känner till. Menar du --json?",
            "Did you mean --json?",
        ),
        ("plan \N{EM DASH}own 5", "”\N{EM DASH}own” är inget vi känner till. Menar du --own?", "Did you mean --own?"),
        ("\N{MINUS SIGN}\N{MINUS SIGN}help", "Menar du --help?", "Did you mean --help?"),
        ("check --verify", "”--verify” är inget vi känner till. ", "“--verify” is not one we know. "),
        ("show --output b", "”--output” är inget vi känner till. Använd något av --examples,", "Use one of"),
        ("plan --s 5", "Menar du --support eller --support-rate?", "Did you mean --support or --support-rate?"),
        ("check --on", "--on: anges utan värde. Skriv --on=ÅÅÅÅ-MM-DD.", "Write --on=YYYY-MM-DD."),
        ("check --on --json", "--on: anges utan värde. Skriv --on=ÅÅÅÅ-MM-DD.", "Write --on=YYYY-MM-DD."),
        ("check --on -- a", "--on: anges utan värde. Skriv --on=ÅÅÅÅ-MM-DD.", "Write --on=YYYY-MM-DD."),
        ("check --lang", "--lang: anges utan värde. Skriv --lang={sv,en}.", "Write --lang={sv,en}."),
        ("convert a --to", "--to: anges utan värde. Skriv --to={json,toml,budget_workbook,", "Write --to={json,toml,"),
        ("new -o", "-o: anges utan värde. Skriv -o FIL.", "Write -o FILE."),
        ("check --json=3", "--json: ”3” är ett värde till en flagga som inte har något.", "Write only --json."),
        ("check -h=3", "-h: ”3” är ett värde till en flagga som inte har något.", "Write only -h."),
        ("check --on 1 --on 2", "--on: anges mer än en gång. Behåll en av uppgifterna.", "is given more than once"),
        ("check --strict --no-strict", "--no-strict: anges mer än en gång.", "is given more than once"),
        ("convert a --to xml", "--to: ”xml” är inget vi känner till. Använd något av json, toml, ", "json, toml"),
        ("convert a --to jsn", "--to: ”jsn” är inget vi känner till. Menar du json?", "Did you mean json?"),
        ("convert --to json", "FIL saknas. Skriv esfmodel convert FIL ...", "FILE is missing."),
        ("explain", "UPPGIFT saknas. Skriv esfmodel explain [FIL ...] UPPGIFT.", "FIGURE is missing."),
        ("table", "FIL saknas. Skriv esfmodel table FIL [--output FIL].", "FILE is missing. Write esfmodel table FILE"),
        (
            "table a b",
            "mer än vad kommandot tar emot. Sätt en text med mellanslag inom citattecken; skriv esfmodel table FIL ",
            "write esfmodel table FILE ",
        ),
        ("plan 5", "--support: anges inte, och inte heller --total, --own.", "--support"),
        ("plan --own 5 --total 3", "--total: anges tillsammans med --own.", "--total"),
        ("law --toml --unused", "--toml: anges tillsammans med --unused.", "--toml"),
        ("table a --unit x", "--unit: ”x” är inget rätt skrivet tal. Skriv till exempel ”1000”.", "1000"),
        ("table a --width 1,5", "--width: ”1,5” är inget rätt skrivet tal. Skriv till exempel ”4”.", "4"),
        ("--verbose check", "”--verbose” är inget vi känner till. ", "“--verbose” is not one we know. "),
        ("--lang en", None, "COMMAND is missing. Write esfmodel COMMAND."),
    ],
)
def test_what_is_not_understood_is_told_with_advice(
    refused: Refused, monkeypatch: pytest.MonkeyPatch, typed: str, swedish: str | None, english: str | None
) -> None:
    """What was typed, what is wrong with it and what to write, in either language, and nothing of Python."""
    for language, said in (("sv", swedish), ("en", english)):
        if said is not None:
            monkeypatch.setenv("LC_ALL", language)
            told = refused(*typed.split())
            assert said in told
            assert not re.search(r"argparse|argument|None|usage|\['", told)


def test_help_is_offered_where_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of the command that was typed, or else of the program."""
    main(["check", "--on"])
    assert capsys.readouterr().err.endswith("\nHjälp: esfmodel check --help\n")
    main(["chek", "--lang", "en"])
    assert capsys.readouterr().err.endswith("\nHelp: esfmodel --help\n")


@given(st.lists(PARTS, max_size=6))
def test_any_command_line_is_understood_or_refused(typed: list[str]) -> None:
    """Whatever is typed, it is read or an error of ours says why not; what is read names a command, or help."""
    try:
        found = parse(PROGRAM, COMMANDS, typed, "sv")
    except InvalidValue as error:
        error.text("sv")
    else:
        assert found.help or found.version or found.command in COMMANDS


@given(st.data())
def test_what_is_typed_arrives(data: st.DataObject) -> None:
    """Each option in any of its forms and any order, among the files, sets what it names and nothing else."""
    command = COMMANDS[data.draw(st.sampled_from(["check", "show"]))]
    files = data.draw(st.lists(st.sampled_from(["a.toml", "-", "-1", "b c"]), max_size=3))
    options = [each for each in command.options if each.dest not in ("help", "lang", "strict")]
    chosen = data.draw(st.lists(st.sampled_from(options), unique_by=lambda each: each.dest))
    expected: dict[str, object] = {}
    groups: list[list[str]] = [[name] for name in files]
    for option in chosen:
        value = option.choices[0] if option.choices else "55 %"
        expected[option.dest] = ([value] if option.repeated else value) if option.takes("sv") else option.flag
        name = option.names[-1]
        is_joined = data.draw(st.booleans())
        group = [name] if not option.takes("sv") else [f"{name}={value}"] if is_joined else [name, value]
        groups.insert(data.draw(st.integers(0, len(groups))), group)
    found = vars(parse(PROGRAM, COMMANDS, [command.name, *(part for group in groups for part in group)], "sv"))
    assert found["files"] == files
    for option in options:
        default: object = list[str]() if option.repeated else option.default
        assert found[option.dest] == expected.get(option.dest, default)


def test_an_option_may_be_shortened_and_joined() -> None:
    """A unique beginning is enough, a short option may stand close to its value, and `--` ends the options."""
    assert parse(PROGRAM, COMMANDS, ["check", "--verb", "--", "--json", "-"], "sv").files == ["--json", "-"]
    for output in (["-oa.toml"], ["-o", "a.toml"], ["--out", "a.toml"], ["--output=a.toml"]):
        assert parse(PROGRAM, COMMANDS, ["new", *output], "sv").output == "a.toml"
    assert parse(PROGRAM, COMMANDS, ["--", "explain", "a", "b", "total"], "sv").files == ["a", "b"]
    assert not parse(PROGRAM, COMMANDS, ["check", "--no-strict"], "sv").strict
    assert parse(PROGRAM, COMMANDS, ["check"], "sv").strict
