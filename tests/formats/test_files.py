from __future__ import annotations

import contextlib
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.formats import FORMATS, files, read, read_text, to_text, write
from esfmodel.formats.catalogue import LARGEST
from esfmodel.model import Project

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = Project("Kompetens i länet", operation_id="2015/00963")
RECORD = "2015/00963 - Kompetens i länet\nProjektnummer: 2015/00963\n"


def refused(path: Path, data: bytes) -> str:
    """Write a file, and give what reading it says after the name of the file."""
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.source == str(path)
    assert caught.value.text("sv") != caught.value.text("en")
    return str(caught.value).removeprefix(str(path))


@pytest.mark.parametrize("suffix", [".json", ".toml", ".JSON"])
def test_what_is_written_is_read(tmp_path: Path, suffix: str) -> None:
    """A file is read back by its suffix, in any case, given as text or as a path."""
    path = tmp_path / f"projekt{suffix}"
    write(PROJECT, path)
    assert read(path).one() == PROJECT
    assert read(str(path)).one() == PROJECT
    assert path.read_bytes() == to_text(PROJECT, "project_toml" if suffix == ".toml" else "project_json").encode()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("form", ["project_json", "project_toml", "projektbanken_record"])
def test_files_of_other_systems(tmp_path: Path, form: str, mark: str, line_end: str) -> None:
    """A byte order mark and line ends of Windows make no difference, and neither does the lack of a suffix."""
    text = RECORD if form == "projektbanken_record" else to_text(PROJECT, form)
    path = tmp_path / "projekt"
    path.write_bytes((mark + text.replace("\n", line_end)).encode())
    for project in (read(path).one(), read(path, form).one(), read_text(text).one()):
        assert (project.name, project.operation_id) == (PROJECT.name, PROJECT.operation_id)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b"", ": is empty; check that it was saved"),
        ("a.txt", b" \r\n\t\n", ": is empty; check that it was saved"),
        ("a.toml", b"\xef\xbb\xbf", ": is empty; check that it was saved"),
        ("a.json", b'{"a": "\xe5"}', ", line 1: is not UTF-8 at byte 7 (found '0xe5'); save it as text in UTF-8"),
        ("a.txt", b"\n\n\xff", ", line 3: is not UTF-8 at byte 2 (found '0xff'); save it as text in UTF-8"),
        (
            "a.toml",
            b"PK\x03\x04",
            ": is a PDF file, or one of a program such as Word or Excel, and not text; save it as text in UTF-8",
        ),
        ("a.toml", b"\x00", ": is a binary file, not text; save it as text in UTF-8"),
        ("a.json", "{}".encode("utf-16"), ": is text in UTF-16; save it as text in UTF-8"),
        ("a.json", b"\xfe\xff\x00{", ": is text in UTF-16; save it as text in UTF-8"),
        (
            "a.json",
            b"name: A",
            ", line 1: cannot be read as JSON (found 'name: A'); correct this line, or the one before it",
        ),
        (
            "a.csv",
            b"a;b\n1;2\n",
            ': is in no format we know; begin a project file with format = "esfmodel/projects" and version = 2, '
            "or name its format: " + ", ".join(FORMATS),
        ),
        (
            "a.csv",
            b"a;b;c\n1;2;3\n",
            ": has no headings that we know among its first rows (they may be a, b, c); "
            "name the columns in a mapping; `esfmodel mapping new LIST` writes a draft of one",
        ),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    """A file that is empty, binary, in another encoding or in no known format is refused, and the reason is named."""
    assert refused(tmp_path / name, data) == said


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A path that leads nowhere, to a directory, or can lead nowhere is an error of ours."""
    for path, wrong in (
        (tmp_path / "missing.json", "is not there"),
        (tmp_path, "is a directory"),
        ("\0", "is no path of a file"),
        (f"{tmp_path}/{'a' * 5000}", "cannot be opened"),
        ("", "is a directory"),
    ):
        with pytest.raises(ReadError) as caught:
            read(path)
        assert caught.value.wrong.startswith(wrong)
        assert caught.value.source == str(path)


def test_a_file_may_have_eighty_million_bytes(tmp_path: Path) -> None:
    """Four for each of the twenty million characters that a text of any format may have, and not one more."""
    path = tmp_path / "a.json"
    path.write_bytes(b"{" + b" " * 80_000_000)
    with pytest.raises(ReadError, match="is larger than 80000000 bytes"):
        read(path)


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is never read beyond what its format can need, and the limit is said."""
    path = tmp_path / "a.json"
    path.write_text("a" * 101)
    with monkeypatch.context() as small:
        small.setattr(files, "LARGEST", 25)
        with pytest.raises(ReadError, match="is larger than 100 bytes"):
            read(path)
    with pytest.raises(ReadError, match="has 500031 characters, and 500000 is the most"):
        read_text("Diarienummer: 23-067-S04\nNamn: " + "a" * 500_000)
    with pytest.raises(ReadError, match="and 20000000 is the most"):
        read_text("{" * (LARGEST + 1))


@pytest.mark.parametrize("form", [None, *FORMATS])
@given(text=st.text())
def test_any_text_is_read_or_refused(form: str | None, text: str) -> None:
    """No text gives anything but a reading or an error of ours."""
    with contextlib.suppress(ReadError):
        reading = read_text(text, form)
        assert reading.counts.problems == len(reading.problems)


def test_text_that_is_no_text() -> None:
    """Zero characters and halves of characters are refused before any reader sees them."""
    with pytest.raises(ReadError, match="has a character that does not print"):
        read_text("Namn: A\0")
    with pytest.raises(ReadError) as caught:
        read_text("Namn: A\nRegion: \ud83d")
    assert (caught.value.source, caught.value.line) == ("text", 2)


def test_formats_are_named() -> None:
    """A format that is unknown, or cannot be written, is refused with the names of those that can."""
    with pytest.raises(InvalidValue, match="'xml' is not one we know; use one of project_json, project_toml"):
        read_text(RECORD, "xml")
    with pytest.raises(InvalidValue, match="cannot be used here; use one of project_json"):
        to_text(PROJECT, "projektbanken_record")
    with pytest.raises(InvalidValue, match="'budget_workbook' cannot be used here; use one of project_json"):
        to_text(PROJECT, "budget_workbook")
    with pytest.raises(InvalidValue, match=r"'.txt' cannot be used here; use one of project_json \(.json\)"):
        write(PROJECT, "a.txt")


def test_formats_go_by_the_suffix_of_their_files_too(tmp_path: Path) -> None:
    """What the command line calls json and toml can be called so everywhere."""
    document = to_text([Project("Framtidskraft")], "json")
    assert document == to_text([Project("Framtidskraft")], "project_json")
    assert read_text(document, "json").one() == Project("Framtidskraft")
    write(Project("Framtidskraft"), tmp_path / "a.data", "toml")
    assert read(tmp_path / "a.data", "toml").one() == Project("Framtidskraft")
    with pytest.raises(InvalidValue, match="'txt' is not one we know"):
        read_text("Region: Övre Norrland", "txt")


def test_wrong_types_are_refused() -> None:
    """Bytes, open files and lists in the place of texts, paths and formats are wrong types."""
    with pytest.raises(TypeError, match="text must be str, not bytes"):
        read_text(b"{}")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="path must be str"):
        read(b"a.json")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="format must be str, not int"):
        read_text("{}", 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_the_format_goes_before_the_suffix(tmp_path: Path) -> None:
    """A format that is named is taken, whatever the file is called."""
    path = tmp_path / "projekt.txt"
    write([PROJECT], path, "project_toml")
    assert read(path).one() == PROJECT
    assert read(path, "project_toml").one() == PROJECT
    path.rename(tmp_path / "projekt.json")
    assert read(tmp_path / "projekt.json", "project_toml").one() == PROJECT


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    """What cannot be written leaves the file that is there, and no draft beside it."""
    path = tmp_path / "projekt.json"
    write(PROJECT, path)
    before = path.read_bytes()
    with pytest.raises(InvalidValue):
        write([PROJECT, Project("\ud83d")], path)
    target = tmp_path / "mapp.json"
    target.mkdir()
    with pytest.raises(OSError, match=r"mapp\.json"):
        write(PROJECT, target)
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["mapp.json", "projekt.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="devices and pipes are those of POSIX")
def test_what_has_no_suffix_and_is_no_regular_file_gets_toml(tmp_path: Path) -> None:
    """A pipe and a device are written as TOML; another format is named, and a regular file has a suffix."""
    with (tmp_path / "a").open("w+b") as file:
        write(PROJECT, f"/dev/fd/{file.fileno()}")
        assert (tmp_path / "a").read_text("utf-8") == to_text(PROJECT, "project_toml")
        write(PROJECT, f"/dev/fd/{file.fileno()}", "json")
    assert (tmp_path / "a").read_text("utf-8") == to_text(PROJECT, "project_toml") + to_text(PROJECT, "project_json")
    with pytest.raises(InvalidValue, match="format '' cannot be used here"):
        write(PROJECT, tmp_path / "b")
    with pytest.raises(IsADirectoryError):
        write(PROJECT, tmp_path)
    with pytest.raises(InvalidValue, match="is no path of a file"):
        write(PROJECT, "a\0.toml")
    with pytest.raises(TypeError, match="path must be str"):
        write(PROJECT, b"a.toml")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    """Importing the formats loads neither cattrs nor the languages."""
    code = "import sys, esfmodel.formats; print([m for m in ('cattrs', 'babel', 'esfmodel.text') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
