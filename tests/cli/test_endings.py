from __future__ import annotations

import contextlib
import errno
import gc
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import weakref
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from xlsxwriter.exceptions import FileCreateError  # pyright: ignore[reportMissingTypeStubs]

from esfmodel.cli import _commands, _sources, _targets, _terminal, main
from esfmodel.errors import InvalidValue
from esfmodel.examples import KOMPETENS_I_KRONOBERG
from esfmodel.formats import files, read, read_text, to_text, write
from esfmodel.formats.xlsx import close_workbook

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="devices, pipes and limits are those of POSIX")

TABLE = "Finansiär;Belopp\nEU;40 kr\nKommun;60 kr\nSumma;100 kr\n"
NO_PYTHON = ("Traceback", "Error", "Exception", "Errno", "__", "object")
OUTPUTS = [["--help"], ["--version"], ["rules", "FIN003"], ["plan", "--total", "9", "--own-rate", "5 %"], ["example"]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a project file."""
    path = tmp_path / "project.toml"
    write(KOMPETENS_I_KRONOBERG, path)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write a table whose sum is right."""
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Let every command end with an exception."""

    def end_with(raised: BaseException) -> None:
        def stop(_arguments: Namespace) -> int:
            raise raised

        monkeypatch.setattr(_commands, "run", stop)

    return end_with


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let processes that a test starts be interrupted, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def names_in(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(each.name for each in folder.iterdir())


# --- Standard output and standard error


@pytest.mark.parametrize("arguments", OUTPUTS)
def test_output_that_has_no_room_is_told(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be printed is no success, and no failed rule either."""
    with open("/dev/full", "w", encoding="utf-8") as full:
        before = os.fstat(full.fileno())
        monkeypatch.setattr(sys, "stdout", full)
        assert main(arguments) == 2
        assert os.path.samestat(before, os.fstat(full.fileno()))
    assert capsys.readouterr().err.startswith(
        "esfmodel: Resultatet gick inte att skriva ut (”No space left on device”)."
    )


def closed_stream(kind: str) -> object:
    """Return what stands for standard output where nothing can be printed to it."""
    if kind == "none":
        return None
    stream = io.TextIOWrapper(io.BytesIO())
    if kind == "closed":
        stream.close()
    else:
        stream.detach()
    return stream


@pytest.mark.parametrize("kind", ["none", "closed", "detached"])
@pytest.mark.parametrize("arguments", OUTPUTS)
def test_a_closed_output_is_told(
    arguments: list[str], kind: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no standard output nothing is lost in silence, and it is as it was afterwards."""
    output = closed_stream(kind)
    monkeypatch.setattr(sys, "stdout", output)
    assert main(arguments) == 2
    assert sys.stdout is output
    assert "gick inte att skriva ut (”Bad file descriptor”)" in capsys.readouterr().err


def test_a_command_that_prints_nothing_needs_no_output(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written to a file is written, although standard output is closed."""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["convert", str(project), "--to", "json", "-o", str(project.with_suffix(".json"))]) == 0
    assert read(project.with_suffix(".json")).projects == read(project).projects


@pytest.mark.parametrize("arguments", OUTPUTS)
def test_a_reader_that_leaves_is_no_fault(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the next program reads no more, as `head` does, the command ends without a word."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(arguments) == 2
    assert capsys.readouterr().err == ""


def test_a_closed_or_full_standard_error_changes_no_status(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is to be told there is not printed among the results instead."""
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check", "no such file"]) == 2
    assert main(["rules", "FIN003"]) == 0
    assert sys.stderr is None
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stderr", full)
        assert main(["check", "no such file"]) == 2
        assert main([]) == 2
    assert "no such file" not in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_every_letter_is_printed_in_every_encoding(
    encoding: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Figures, names and messages come out in a locale that lacks their letters, and a document is still the same."""

    def printed(*arguments: str) -> tuple[int, str, str]:
        out, err = io.BytesIO(), io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding=encoding))
        status = main(arguments)
        return status, out.getvalue().decode(encoding), err.getvalue().decode(encoding)

    status, out, err = printed("show", str(project))
    assert (status, err) == (0, "")
    assert "4 942 088 kr" in out.replace("\N{NO-BREAK SPACE}", " ")
    status, out, _ = printed("convert", str(project), "--to", "json")
    assert (status, read_text(out).projects) == (0, read(project).projects)
    status, out, err = printed("check", "no\N{SNOWMAN} file.toml")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert ("sökvägen" in err) == (encoding != "ascii")
    assert printed("\N{SNOWMAN}")[0] == 2


# --- Exceptions


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (ZeroDivisionError("use Fraction instead"), ("Oväntat fel i esfmodel", "Unexpected fault in esfmodel")),
        (RecursionError("set sys.setrecursionlimit"), ("Oväntat fel i esfmodel", "Unexpected fault in esfmodel")),
        (ValueError("call sys.set_int_max_str_digits"), ("Oväntat fel", "Unexpected fault")),
        (KeyError("sv"), ("Oväntat fel", "Unexpected fault")),
        (MemoryError(), ("Datorns minne räckte inte", "The memory of the computer was not enough")),
        (OSError(errno.EIO, os.strerror(errno.EIO)), ("inte att skriva ut", "could not be written")),
        (io.UnsupportedOperation("not writable"), ("”Bad file descriptor”", "Bad file descriptor")),
        (
            FileNotFoundError(2, "No such file", "law.toml"),
            ("law.toml: går inte att öppna", "law.toml: cannot be opened"),
        ),
    ],
)
def test_an_exception_is_status_2_and_a_sentence(
    raised: Exception,
    said: tuple[str, str],
    language: str,
    broken: Callable[[BaseException], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever happens, it is told in the language asked for, and nothing of Python shows."""
    broken(raised)
    assert main(["example", "--lang", language]) == 2
    err = capsys.readouterr().err
    assert err.startswith("esfmodel: ")
    assert err.count("\n") == 1
    assert said[language == "en"] in err
    assert not [each for each in (*NO_PYTHON, *map(str, raised.args[:1])) if each in err.replace("Unexpected", "")]


def test_a_fault_can_be_looked_into(
    broken: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the development mode of Python, which the message names, the place in the code is printed as well."""
    broken(ZeroDivisionError("here"))
    monkeypatch.setattr(sys, "flags", SimpleNamespace(dev_mode=True))
    assert main(["example"]) == 2
    err = capsys.readouterr().err
    assert "python -X dev" in err
    assert err.endswith("ZeroDivisionError: here\n")


@pytest.mark.parametrize("raised", [ImportError("babel"), MemoryError(), InvalidValue("value.missing", "name")])
def test_a_fault_in_what_tells_is_told_plainly(
    raised: Exception,
    broken: Callable[[BaseException], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the texts cannot be loaded, as without a library that they need, there is the English one."""

    def no_texts(*_given: object) -> int:
        raise raised

    monkeypatch.setattr(_terminal, "refuse", no_texts)
    of_ours = str(raised) if isinstance(raised, InvalidValue) else ""
    for each, said in ((raised, of_ours), (ZeroDivisionError(), "unexpected fault in esfmodel")):
        broken(each)
        assert main(["example"]) == 2
        assert capsys.readouterr().err.startswith(f"esfmodel: {said}")


def test_what_filled_the_memory_is_let_go_before_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or there is no memory for the telling."""
    kept: list[weakref.ref[object]] = []

    def fill(_arguments: Namespace) -> int:
        filled = _Filled()
        kept.append(weakref.ref(filled))
        raise MemoryError

    def tell(*_given: object) -> int:
        assert [each() for each in kept] == [None]
        kept.clear()
        return 2

    monkeypatch.setattr(_commands, "run", fill)
    monkeypatch.setattr(_terminal, "refuse", tell)
    assert main(["example"]) == 2
    assert kept == []


class _Filled:
    """Something that fills the memory."""


@pytest.mark.parametrize(("raised", "status"), [(KeyboardInterrupt(), 130), (SystemExit(7), 7), (SystemExit("no"), 2)])
def test_stops_from_outside(
    raised: BaseException, status: int, broken: Callable[[BaseException], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """An interrupt has the status that shells give it, and no words."""
    broken(raised)
    assert main(["example"]) == status
    assert capsys.readouterr() == ("", "")


def test_an_interrupt_waits_for_no_reader(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Who stops a command whose reader has stopped reading need not do so twice, and sees no code."""

    class Stopped(io.TextIOWrapper):
        """A full pipe at whose first flush the command is stopped."""

        is_stopped = False

        def flush(self) -> None:
            if not self.is_stopped:
                self.is_stopped = True
                raise KeyboardInterrupt
            super().flush()

    read_end, write_end = os.pipe()
    os.set_blocking(write_end, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(write_end, b" " * 4096)
    os.set_blocking(write_end, True)
    with Stopped(os.fdopen(write_end, "wb"), encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert main(["example"]) == 130
    os.close(read_end)
    assert capsys.readouterr() == ("", "")


# --- Input


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "är tom"),
        (b"a\0b", "är ingen textfil"),
        ("{}".encode("utf-16"), "är text i UTF-16"),
        ("en rad\n\nÅre".encode("latin-1"), "rad 3: ”0xc5” är inte text i UTF-8 (byte 8)"),
        (b"\xef\xbb\xbf", "är tom"),
        (b'format = "esfmodel/projects"\nversion = 2\na = 0x' + b"f" * 9_999, "rad 3: har fler än 100 siffror"),
        (b'format = "esfmodel/projects"\nversion = 2\na = ' + b"[" * 9_999, "har fler än 60 nivåer"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["show"], ["convert", "--to", "json"], ["explain"]])
def test_bad_standard_input_is_told_as_a_bad_file_is(
    command: list[str],
    data: bytes,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same reason and status 2."""
    path = tmp_path / "bad.toml"
    path.write_bytes(data)
    figure = ["total_cost"] if command == ["explain"] else []
    for name, told in (("-", "standard in"), (str(path), str(path))):
        typed(monkeypatch, data)
        assert main([*command, name, *figure]) == 2
        err = capsys.readouterr().err
        assert err.startswith(f"esfmodel: {told}")
        assert said in err
        assert err.count("\n") == 1


@pytest.mark.parametrize("name", ["/dev/null", "/dev/zero", "/dev", "dangling", "loop", "a\0b"])
@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["convert", "--to", "toml"],
        ["table"],
        ["law", "check"],
        ["law", "--pack"],
        ["check", "--examples", "--call"],
    ],
)
def test_what_is_no_file_is_status_2(
    command: list[str], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Devices, folders and links to nothing end every command that reads with a line and status 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    assert main([*command, name]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("esfmodel: ")
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_closed_input_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, is_closed: bool
) -> None:
    """Where there is no standard input, what is to be read from it is not taken for empty."""
    typed(monkeypatch, b"")
    if is_closed:
        sys.stdin.close()
    else:
        monkeypatch.setattr(sys, "stdin", None)
    for command in (["check", "-"], ["table", "-"]):
        assert main(command) == 2
        assert capsys.readouterr().err == "esfmodel: standard in: är stängd. Öppna den, eller ange en fil.\n"


def test_an_input_that_does_not_wait_is_read_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe that another program set so that reading never waits is read to its end, not to its first pause."""
    read_end, write_end = os.pipe()
    os.set_blocking(read_end, False)
    with os.fdopen(read_end, encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdin", pipe)

        def write_later() -> None:
            os.write(write_end, TABLE.encode())
            os.close(write_end)

        threading.Timer(1 / 20, write_later).start()
        assert main(["table", "-"]) == 0
    assert "100 kr" in capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")


# --- Output files


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
@pytest.mark.parametrize("to", [None, "json"])
def test_standard_output_gets_the_document_alone(
    table: Path, name: str, to: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next program reads a project; what is told about the table goes to standard error."""
    monkeypatch.chdir(table.parent)
    (table.parent / "link").symlink_to("/dev/stdout")
    assert main(["table", "table.csv", "-o", name, *([] if to is None else ["--to", to])]) == 0
    shown = capsys.readouterr()
    assert read_text(shown.out, to or "toml").one().name == "table"
    assert shown.out.startswith("{" if to else "format = ")
    assert "Summorna stämmer." in shown.err
    assert names_in(table.parent) == ["link", "table.csv"]


@pytest.mark.parametrize("arguments", [["plan", "--total", "9 kr", "--own-rate", "5 %"], ["new"]])
def test_what_is_made_goes_into_a_pipe_of_programs(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plan and a new file can be written to standard output, and are read from there."""
    for name in ("-", "/dev/stdout"):
        assert main([*arguments, "-o", name]) == 0
        typed(monkeypatch, capsys.readouterr().out.encode())
        assert main(["show", "-"]) == 0
        assert capsys.readouterr().err == ""


def test_convert_writes_to_standard_output_by_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A hyphen for the output is what is done without it."""
    for more in ([], ["-o", "-"], ["-o", "/dev/stdout"]):
        assert main(["convert", str(project), "--to", "json", *more]) == 0
        assert json.loads(capsys.readouterr().out) == json.loads(to_text(KOMPETENS_I_KRONOBERG, "json"))


def test_a_pipe_and_an_open_file_are_written_into(table: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """They get TOML where nothing else is asked for, and stay what they are."""
    pipe = table.with_name("pipe")
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")))
    reader.start()
    assert main(["table", str(table), "-o", str(pipe)]) == 0
    reader.join()
    assert read_text(got[0], "toml").one().name == "table"
    assert main(["table", str(table), "-o", "/dev/null"]) == 0
    assert "format" not in capfd.readouterr().err
    assert main(["table", str(table), "-o", "/dev/stderr"]) == 0
    assert read_text(capfd.readouterr().err, "toml").one().name == "table"
    assert names_in(table.parent) == ["pipe", "table.csv"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/dev/full", "/dev/full: får inte plats där den ska skrivas. Frigör utrymme"),
        ("folder", "folder: är en mapp. Ange en fil i den."),
        ("none/a.toml", "none/a.toml: ligger i en mapp som inte finns"),
        ("table.csv/a.toml", "table.csv/a.toml: ligger i en mapp som inte finns"),
        ("loop", "--output: ”loop” kan inte användas här"),
        ("", "--output: ”” är ingen sökväg till en fil"),
        ("none/", "--output: ”none/” är ingen sökväg till en fil"),
        ("loop.toml", "loop.toml: går inte att skriva (”Too many levels of symbolic links”)"),
        ("a\0.toml", "är ingen sökväg till en fil"),
        ("a.txt", "--output: ”a.txt” kan inte användas här"),
        (f"{'a' * 300}.toml", "går inte att skriva (”File name too long”)"),
    ],
)
def test_what_cannot_be_written_is_status_2(
    table: Path, name: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is told in a line, nothing else is printed, and nothing is left behind."""
    monkeypatch.chdir(table.parent)
    (table.parent / "folder").mkdir()
    for each in ("loop", "loop.toml"):
        (table.parent / each).symlink_to(each)
    assert main(["table", "table.csv", "-o", name]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert said in shown.err
    assert names_in(table.parent) == ["folder", "loop", "loop.toml", "table.csv"]


@pytest.mark.parametrize("is_linked", [False, True])
def test_a_full_disk_leaves_the_old_file(project: Path, capsys: pytest.CaptureFixture[str], *, is_linked: bool) -> None:
    """Status 2, the file that was there is whole, and there is no draft beside it."""
    import resource

    target = project.with_name("target.json")
    target.write_text("old", "utf-8")
    if is_linked:
        target.with_name("other name").hardlink_to(target)
    before = names_in(project.parent)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # For this call alone: what pytest prints may go to a file as well.
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        status = main(["convert", str(project), "--to", "json", "--force", "-o", str(target)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert status == 2
    assert "target.json: får inte plats" in capsys.readouterr().err
    assert (target.read_text("utf-8"), names_in(project.parent)) == ("old", before)


def test_a_protected_file_is_told(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who may not read or write a file is told so in words."""

    def refuse(*_given: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(_targets, "replace_file", refuse)
    monkeypatch.setattr(files, "replace_file", refuse)
    for command in (["convert", str(project), "-o", "a.toml"], ["new", "-o", "a.toml"], ["check", "-", "-o", "a.csv"]):
        typed(monkeypatch, project.read_bytes())
        assert main(command) == 2
        told = f"esfmodel: {command[-1]}: kräver en behörighet som du saknar. Be"
        assert capsys.readouterr().err.startswith(told)
    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert main(["check", str(project)]) == 2
    assert capsys.readouterr().err.startswith(f"esfmodel: {project}: kräver en behörighet")


@pytest.mark.parametrize(
    ("number", "handler", "status"),
    [
        (signal.SIGTERM, signal.SIG_DFL, 143),
        (signal.SIGHUP, signal.SIG_DFL, 129),
        (signal.SIGINT, signal.default_int_handler, 130),
    ],
    ids=["SIGTERM", "SIGHUP", "SIGINT"],
)
def test_a_signal_in_the_middle_of_writing_leaves_the_old_file(
    number: signal.Signals,
    handler: Callable[..., object],
    status: int,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The program ends as the signal asks, and cleans up before."""
    target = project.with_name("target.json")
    target.write_text("old", "utf-8")

    def interrupt(_file: int) -> None:
        signal.raise_signal(number)

    monkeypatch.setattr(os, "fsync", interrupt)
    before = signal.signal(number, handler)  # the tests may be run by `nohup`, or in the background
    try:
        assert main(["convert", str(project), "--to", "json", "--force", "-o", str(target)]) == status
        assert signal.getsignal(number) is handler
    finally:
        signal.signal(number, before)
    assert target.read_text("utf-8") == "old"
    assert names_in(project.parent) == ["project.toml", "target.json"]


def test_a_signal_leaves_nothing_of_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it held is kept in a file for the second reading, and people may have entrusted it to a pipe alone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(closed=False, read=lambda: "Projektnamn;Startdatum\nLjus;x\n"))

    def interrupt(*_: object, **__: object) -> None:
        assert len(names_in(tmp_path)) == 1
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(_sources, "InputFile", interrupt)
    before = signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        assert main(["check", "-"]) == 143
    finally:
        signal.signal(signal.SIGTERM, before)
    gc.collect()
    assert names_in(tmp_path) == []


def test_a_workbook_without_room_is_told() -> None:
    """XlsxWriter has an exception of its own for what the operating system refuses."""

    def close() -> None:
        raise FileCreateError(OSError(errno.ENOSPC, "No space left on device"))

    with pytest.raises(OSError, match="No space left") as refused:
        close_workbook(SimpleNamespace(close=close))
    assert refused.value.errno == errno.ENOSPC


def test_signals_belong_to_the_main_thread(project: Path) -> None:
    """In another thread a file is written all the same, and a signal that is ignored stays so."""
    statuses: list[int] = []
    arguments = ["convert", str(project), "--to", "json", "--force", "-o", str(project.with_suffix(".json"))]
    thread = threading.Thread(target=lambda: statuses.append(main(arguments)))
    thread.start()
    thread.join()
    assert statuses == [0]
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert main(arguments) == 0
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_text_is_written_as_projects_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To a file, whole, or to standard output."""
    _targets.write_text("å\n", str(tmp_path / "a"))
    assert (tmp_path / "a").read_text("utf-8") == "å\n"
    _targets.write_text("å\n", "-")
    assert capsys.readouterr().out == "å\n"


# --- As a program


@pytest.mark.usefixtures("interruptible")
def test_it_is_so_in_a_process_of_its_own(tmp_path: Path) -> None:
    """What Python does at its start and end changes no status and adds no word of its own."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    program = f"'{sys.executable}' -m esfmodel"
    expected = (
        (f"exec {program} errors money > /dev/full", 2, "No space left on device"),
        (f"exec {program} errors money >&-", 2, "Bad file descriptor"),
        (f"exec {program} check - <&-", 2, "standard in: är stängd"),
        (f"exec {program} check none 2>&-", 2, ""),
        (f"{program} errors | head -1", 0, ""),
        (f"exec {program} check {pipe}", 130, ""),
    )
    started = [
        subprocess.Popen(["/bin/sh", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for script, _, _ in expected
    ]
    with pipe.open("wb"):  # waits until it is opened for reading
        started[-1].send_signal(signal.SIGINT)
        ended = [process.communicate(timeout=60) for process in started]
    for (script, status, said), process, (out, err) in zip(expected, started, ended, strict=True):
        assert process.returncode == status, script
        assert out.count("\n") == (status == 0), script
        assert said in err, script
        assert err.count("\n") == bool(said), script
