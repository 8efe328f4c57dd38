"""Parsers run in a process of their own: bounded in time and memory, without our keys, unable to hurt us."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange import making

from chuan.exchange import apart, worker
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.papers import Extracted, extract
from chuan.rules.refusals import FileBomb, FileTooSlow, FileUnreadable, Refused, TextTooLong

SOURCES = Path(apart.__file__).resolve().parents[2]


def test_a_file_that_takes_too_long_is_given_up() -> None:
    slow = making.bare_docx("<w:p/>" * 2_000_000)
    began = time.monotonic()
    with pytest.raises(FileTooSlow, match="1 giây"):
        extract(slow, name="a.docx", limits=Limits(seconds=1))
    assert time.monotonic() - began < 10


def test_a_file_that_wants_too_much_memory_is_given_up() -> None:
    hungry = making.bare_docx("<w:p/>" * 2_000_000)
    with pytest.raises(FileUnreadable):
        extract(hungry, name="a.docx", limits=Limits(memory_bytes=200_000_000))


def test_the_child_gets_no_environment_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SECRET_KEY", "khoá")
    monkeypatch.setenv("DATABASE_URL", "postgres://")
    assert not {"DJANGO_SECRET_KEY", "DATABASE_URL", "HOME", "PATH"} & set(apart._environment())


def test_the_child_does_not_learn_the_files_name(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    real = subprocess.Popen

    def watch(command: list[str], **more: object) -> subprocess.Popen[bytes]:
        seen.append(command)
        return real(command, **more)

    monkeypatch.setattr(apart.subprocess, "Popen", watch)
    with pytest.raises(TextTooLong):
        extract(b"<html><p>" + b"x" * 50, name="don-to-cao-ong-A.html", limits=Limits(characters=10))
    with pytest.raises(Refused) as caught:
        extract(b"%PDF-1.4 broken", name="don-to-cao-ong-A.pdf")
    assert "don-to-cao-ong-A" in caught.value.sentence
    assert "don-to-cao" not in str(seen)


@pytest.mark.parametrize(
    "statement",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 9)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.remove('/nothing-of-this-name')",
    ],
)
def test_a_parser_that_was_taken_over_finds_the_doors_closed(statement: str) -> None:
    program = f"import sys; from chuan.exchange import worker; sys.addaudithook(worker._forbid)\n{statement}"
    child = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
    )
    assert child.returncode != 0
    assert "PermissionError" in child.stderr


def test_the_reading_process_cannot_write_a_file(tmp_path: Path) -> None:
    program = (
        "from chuan.exchange import worker; from chuan.exchange.limits import DEFAULT\n"
        f"worker._bound(DEFAULT); open({str(tmp_path / 'x')!r}, 'w').write('x' * 100)"
    )
    subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(SOURCES)}, capture_output=True
    )
    written = tmp_path / "x"
    assert not written.exists() or written.stat().st_size == 0


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", -11),
        (b"", -6),
        (b'{"text": "half', 0),
        (b"[]", 0),
        (b'{"refused": "not_allowed", "fields": {"who": "x"}}', 0),
        (b'{"text": "x"}', 1),
    ],
)
def test_whatever_a_broken_child_says_the_file_is_broken(answer: bytes, code: int) -> None:
    with pytest.raises(FileUnreadable, match="“a"):
        apart._understood(answer, code, "a.pdf", DEFAULT)


def test_a_child_stopped_by_its_processor_bound_was_too_slow() -> None:
    import signal

    with pytest.raises(FileTooSlow):
        apart._understood(b"", -signal.SIGXCPU, "a.pdf", DEFAULT)


def test_a_refusal_of_the_child_comes_back_with_the_files_own_name() -> None:
    said = json.dumps({"refused": "file_bomb", "fields": {"name": ""}}).encode()
    with pytest.raises(FileBomb, match="“a"):
        apart._understood(said, 0, "a.docx", DEFAULT)


def test_every_task_names_a_function_that_exists() -> None:
    for module, function in worker.TASKS.values():
        assert callable(getattr(__import__(module, fromlist=[function]), function))


def test_what_was_read_travels_whole() -> None:
    paper = extract(making.reference_docx(), name="a.docx")
    assert Extracted.unpacked(json.loads(json.dumps(paper.packed()))) == paper


def test_limits_travel_whole() -> None:
    assert Limits(**json.loads(json.dumps(asdict(DEFAULT)))) == DEFAULT


WORD, PDF = making.bare_docx(making.paragraph("Điều 1. Ban hành")), making.pdf_of("Điều 1. Ban hành")


@settings(max_examples=25, deadline=None)
@given(st.sampled_from([WORD, PDF]), st.data())
def test_bytes_changed_anywhere_give_a_text_or_a_sentence_never_a_traceback(
    whole: bytes, data: st.DataObject
) -> None:
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Refused):
        assert extract(bytes(broken), name="a").text
