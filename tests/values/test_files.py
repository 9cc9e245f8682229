from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import signal
import socket
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from esfmodel.errors import InvalidValue, ReadError
from esfmodel.values.files import Spool, descriptor_of, is_special, parts_in, replace_file, text_from, text_in

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="devices, links and limits are those of POSIX")

NEW = b"what is written"


@contextlib.contextmanager
def room_for(size: int) -> Generator[None]:
    """Let no file become larger than so many bytes, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def code_of(read: Callable[[], object]) -> str:
    """Return the code of the error with which reading ends."""
    with pytest.raises(ReadError) as caught:
        read()
    return caught.value.code


# --- Reading


@pytest.mark.parametrize(
    ("device", "code"),
    [("/dev/zero", "file.binary"), ("/dev/full", "file.binary"), ("/dev/urandom", "file.binary")],
)
def test_a_device_without_end_is_no_text(device: str, code: str) -> None:
    """What never ends is seen to be no text in its first part, however large a text may be."""
    assert code_of(lambda: text_in(device, 10**9)) == code


def test_no_more_is_read_than_a_text_may_have() -> None:
    """A stream of text without end is left at the limit, in however small parts it comes."""

    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1, /) -> bytes:
            part = b"a" * min(size, 7)
            self.given += len(part)
            return part

    stream = Endless()
    assert code_of(lambda: text_from(stream, "-", 25)) == "file.too_large"
    assert stream.given == 101


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40))
def test_a_stream_is_read_as_a_file_is(text: str) -> None:
    """What comes in parts is the text, whole, and only a byte order mark is no part of it."""
    data = text.encode()
    if not data.startswith((b"PK", b"\xd0\xcf")):
        assert text_from(io.BytesIO(data), "-", 40) == text.removeprefix("\ufeff")
        assert text_from(io.BytesIO(b"\xef\xbb\xbf" + data), "-", 41) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfea\0", "file.utf_16"),
        ("å".encode("utf-16-be"), "file.binary"),
        ("\ufeffå".encode("utf-16-be"), "file.utf_16"),
        ("å".encode("utf-32"), "file.utf_16"),
        (b"PK\x03\x04", "file.office"),
        (b"%PDF-1.7", "file.office"),
        (b"a\0", "file.binary"),
        (b"\xe5", "file.not_utf_8"),
        (b"a" * 5, "file.too_large"),
    ],
)
def test_a_stream_is_refused_as_a_file_is(tmp_path: Path, data: bytes, code: str) -> None:
    """The reason is the same wherever the bytes come from."""
    (tmp_path / "a").write_bytes(data)
    assert code_of(lambda: text_in(tmp_path / "a", 1)) == code
    assert code_of(lambda: text_from(io.BytesIO(data), "-", 1)) == code


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """A named pipe is waited for, and is a file like any other."""
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=[b"text" * 30_000])
    writer.start()
    assert text_in(tmp_path / "pipe", 10**6) == "text" * 30_000
    writer.join()


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    """A link that leads nowhere or to itself, a socket, a folder, a stream of another direction: each with a reason."""
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as server, open(os.devnull, "wb") as output:
        server.bind(str(tmp_path / "socket"))
        for name, code in (("dangling", "file.missing"), ("loop", "file.cannot_open"), ("socket", "file.cannot_open")):
            assert code_of(partial(text_in, tmp_path / name, 9)) == code
        with pytest.raises(ReadError) as caught:
            text_from(output, "-", 9)
        assert (caught.value.code, caught.value.source) == ("file.cannot_open", "-")
    assert code_of(lambda: text_in(tmp_path, 9)) == "file.directory"
    assert code_of(lambda: text_in("a\0b", 9)) == "file.no_path"


# --- Writing


def test_what_is_no_regular_file_is_written_into(tmp_path: Path) -> None:
    """A pipe and a device stay what they are, and get the bytes."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    replace_file(pipe, NEW)
    reader.join()
    replace_file("/dev/null", NEW)
    assert got == [NEW]
    assert is_special(pipe)
    assert Path("/dev/null").is_char_device()
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]


def test_what_is_open_already_goes_on_where_it_is(tmp_path: Path) -> None:
    """A path of an open file, or a link to one, does not begin anew at the start of what stands in it."""
    with (tmp_path / "open").open("wb") as file:
        file.write(b"before, ")
        file.flush()
        link = tmp_path / "link"
        link.symlink_to(f"/dev/fd/{file.fileno()}")
        assert descriptor_of(link) == descriptor_of(f"/proc/self/fd/{file.fileno()}") == file.fileno()
        replace_file(link, NEW)
    assert (tmp_path / "open").read_bytes() == b"before, " + NEW
    assert (descriptor_of("/dev/stdout"), descriptor_of("/dev/stderr"), descriptor_of(tmp_path / "open")) == (
        1,
        2,
        None,
    )
    with pytest.raises(OSError, match=r"\[Errno 9\]"):
        replace_file("/dev/fd/987", NEW)


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """A folder, a socket, a full device, a link to itself and a folder that is missing are errors with the name."""
    (tmp_path / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        for name, number in (
            (tmp_path, errno.EISDIR),
            (tmp_path / "socket", errno.ENXIO),
            ("/dev/full", errno.ENOSPC),
            (tmp_path / "loop", errno.ELOOP),
            (tmp_path / "none" / "a", errno.ENOENT),
        ):
            with pytest.raises(OSError, match=rf"\[Errno {number}\]") as caught:
                replace_file(name, NEW)
            assert caught.value.filename in (None, str(name))
    for name in ("a\0b", "a\0/b"):
        with pytest.raises(InvalidValue, match="is no path of a file"):
            replace_file(name, NEW)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["loop", "socket"]


def test_links_are_kept(tmp_path: Path) -> None:
    """Every name of a file shows what was written, and a link that led nowhere leads to a file."""
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "other name").hardlink_to(tmp_path / "file")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("new")
    replace_file(tmp_path / "link", NEW)
    replace_file(tmp_path / "dangling", NEW)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "dangling").is_symlink()
    assert {each.read_bytes() for each in tmp_path.iterdir()} == {NEW}
    assert len(list(tmp_path.iterdir())) == 5


@given(old=st.binary(max_size=9), new=st.binary(max_size=9), room=st.integers(0, 9), is_linked=st.booleans())
@settings(max_examples=40)
def test_all_or_nothing_is_written(old: bytes, new: bytes, room: int, is_linked: bool) -> None:
    """Where there is no room a file is what it was, whether it has one name or two, and no draft lies beside it."""
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"esfmodel-{os.getpid()}"  # noqa: S108
    folder.mkdir()
    try:
        path = folder / "file"
        path.write_bytes(old)
        if is_linked:
            (folder / "other name").hardlink_to(path)
        with room_for(room), contextlib.ExitStack() as refusal:
            if len(new) > room:
                refusal.enter_context(pytest.raises(OSError, match=rf"\[Errno {errno.EFBIG}\]"))
            replace_file(path, new)
        assert path.read_bytes() == (old if len(new) > room else new)
        assert len(list(folder.iterdir())) == 1 + is_linked
    finally:
        for each in folder.iterdir():
            each.unlink()
        folder.rmdir()


@pytest.mark.parametrize("new", [b"new", b"longer than the old"])
@pytest.mark.parametrize("is_linked", [False, True])
@pytest.mark.parametrize("raised", [KeyboardInterrupt(), OSError(errno.EIO, "Input/output error")])
def test_a_stop_in_the_middle_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: BaseException, new: bytes, *, is_linked: bool
) -> None:
    """Even when all bytes are written and only not yet on the disk."""
    path = tmp_path / "file"
    path.write_bytes(b"the old file")
    if is_linked:
        (tmp_path / "other name").hardlink_to(path)

    def stop(_descriptor: int) -> None:
        raise raised

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(type(raised)):
        replace_file(path, new)
    assert {each.read_bytes() for each in tmp_path.iterdir()} == {b"the old file"}
    assert len(list(tmp_path.iterdir())) == 1 + is_linked


def test_permissions_and_owner_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new file has those of a new file, another those that it had; the owner is asked for where it differs."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, NEW)
    assert path.stat().st_mode & 0o777 == 0o640
    os.umask(mask := os.umask(0o022))
    replace_file(tmp_path / "new", NEW)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o666 & ~mask

    asked: list[tuple[int, int]] = []
    stat = os.stat

    def of_another(name: str | Path) -> os.stat_result:
        found = list(stat(name))
        found[4] += not str(name).endswith(".draft")  # the number of the owner
        return os.stat_result(found)

    def give(_name: str, owner: int, group: int) -> None:
        asked.append((owner, group))

    monkeypatch.setattr(os, "stat", of_another)
    monkeypatch.setattr(os, "chown", give)
    replace_file(path, b"newer")
    assert asked == [(stat(path).st_uid + 1, stat(path).st_gid)]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY])
def test_a_file_that_must_stay_in_its_place_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A folder that may not be written in, the owner of another and a mount point do not stand in the way."""
    path = tmp_path / "file"
    path.write_bytes(b"the old file, which is longer")

    def refuse(_source: str, _target: str) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", refuse)
    replace_file(path, NEW)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [NEW]
    with pytest.raises(OSError, match="new"):
        replace_file(tmp_path / "new", NEW)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root can be somebody else")
def test_what_is_protected_stays() -> None:
    """A file that may not be written is not replaced by way of its folder; one that may be is, in a closed folder."""
    with tempfile.TemporaryDirectory() as name:  # its parents are open to everybody, unlike those of tmp_path
        top = Path(name)
        top.chmod(0o777)
        protected = top / "protected"
        protected.write_bytes(b"old")
        protected.chmod(0o444)
        folder = top / "closed"
        folder.mkdir(mode=0o755)
        (folder / "open").write_bytes(b"old")
        (folder / "open").chmod(0o666)
        os.seteuid(65534)
        try:
            with pytest.raises(PermissionError, match="protected"):
                replace_file(protected, NEW)
            replace_file(folder / "open", NEW)
            with pytest.raises(PermissionError, match="closed/new"):
                replace_file(folder / "new", NEW)
        finally:
            os.seteuid(0)
        assert (protected.read_bytes(), (folder / "open").read_bytes()) == (b"old", NEW)
        assert len(list(folder.iterdir())) == 1


def test_signals_are_left_alone(tmp_path: Path) -> None:
    """The library itself changes nothing of how a program ends."""
    before = signal.getsignal(signal.SIGTERM)
    replace_file(tmp_path / "a", NEW)
    assert signal.getsignal(signal.SIGTERM) is before


# --- What is read more than once


def test_a_spool_holds_what_a_stream_held() -> None:
    """What a stream held can be read in parts as often as one likes, and goes with the spool."""
    spool = Spool(io.BytesIO(b"bc"), "standard input", 10, begun=b"a")
    place = spool.path
    assert list(parts_in(place)) == list(parts_in(place)) == [b"abc"]
    del spool
    gc.collect()
    assert not Path(place).exists()


def test_a_stream_without_end_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than is allowed is refused, and nothing is left."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert code_of(lambda: Spool(io.BytesIO(b"abc"), "standard input", 2)) == "file.too_large"
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_no_spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk has no room for is refused, and nothing is left."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with room_for(1):
        assert code_of(lambda: Spool(io.BytesIO(b"abc"), "standard input", 10)) == "file.cannot_open"
    assert list(tmp_path.iterdir()) == []


def test_a_large_file_comes_in_parts(tmp_path: Path) -> None:
    """No more than a mebibyte of it is held at once."""
    (tmp_path / "a").write_bytes(bytes(2**20 + 1))
    assert [len(part) for part in parts_in(str(tmp_path / "a"))] == [2**20, 1]


def test_parts_are_of_files(tmp_path: Path) -> None:
    """A folder has no bytes."""
    assert code_of(lambda: list(parts_in(str(tmp_path)))) == "file.directory"
