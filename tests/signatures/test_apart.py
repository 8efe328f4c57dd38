"""Checks run in a process of their own; many files share one, and a bad file takes only itself away."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
import time
from dataclasses import replace
from datetime import datetime

import pytest
from pypdf import PdfReader, PdfWriter

from chuan.exchange import apart
from chuan.exchange.limits import Limits
from chuan.exchange.signatures import LIMITS, SignatureReport, Trust, Verdict, check, check_many
from chuan.rules.refusals import (
    AnchorUnreadable,
    FileEncrypted,
    FileKindUnknown,
    FileTooBig,
    FileTooSlow,
    FileUnreadable,
    Refused,
)
from tests.signatures.conftest import Check, Signed
from tests.signatures.papers import OBJECTS, paper, stream


def locked() -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(paper()))), io.BytesIO()
    writer.encrypt("mat khau", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def test_one_file(checked: Check, signed: Signed, trust: Trust, at: datetime):
    found = check(signed.lasting, name="van ban.pdf", trust=trust, at=at)
    assert found == checked(signed.lasting)
    assert found.verdict == Verdict.PASSED


def test_a_refusal_names_the_file_and_a_bad_anchor_names_itself(signed: Signed, at: datetime):
    with pytest.raises(FileKindUnknown, match="thu\\.txt"):
        check(b"khong phai", name="thu.txt", trust=Trust(), at=at)
    with pytest.raises(FileEncrypted, match="khoa\\.pdf"):
        check(locked(), name="khoa.pdf", trust=Trust(), at=at)
    with pytest.raises(AnchorUnreadable, match="mục tin cậy thứ 1"):
        check(signed.one, name="thu.pdf", trust=Trust(anchors=(b"khong phai",)), at=at)


def test_a_file_too_large_is_not_even_sent(at: datetime):
    with pytest.raises(FileTooBig):
        check(
            b"%PDF-" + b"0" * 2_000_000,
            name="to.pdf",
            trust=Trust(),
            at=at,
            limits=Limits(file_bytes=1_000_000),
        )


def test_many_files_come_back_in_order_each_with_its_own_answer(signed: Signed, trust: Trust, at: datetime):
    items = [
        ("a", signed.one),
        ("b", b"x"),
        ("c", signed.two),
        ("d", locked()),
        ("e", paper()),
        ("f", signed.one[:-50]),
    ]
    found = dict(check_many(items, trust=trust, at=at))
    assert list(found) == [name for name, _data in items]
    said = {name: one.code if isinstance(one, Refused) else str(one.verdict) for name, one in found.items()}
    assert said == {
        "a": "passed", "b": "file_kind_unknown", "c": "passed", "d": "file_encrypted", "e": "failed", "f": "failed",
    }  # fmt: skip


def test_a_file_that_takes_too_long_leaves_the_next_ones_unharmed(
    signed: Signed, at: datetime, monkeypatch: pytest.MonkeyPatch
):
    if sys.platform == "win32":
        pytest.skip("no signals there")
    started = noted(monkeypatch)
    opening = {"trust": Trust().to_json(), "at": at.isoformat()}
    with apart.Kept("signatures", opening, limits=LIMITS) as kept:
        assert "report" in kept.ask(signed.one, name="a")
        kept._limits = replace(LIMITS, seconds=1)
        os.kill(started[0], signal.SIGSTOP)
        began = time.monotonic()
        with pytest.raises(FileTooSlow, match="1 giây"):
            kept.ask(signed.one, name="b")
        assert time.monotonic() - began < 10
        kept._limits = LIMITS
        assert "report" in kept.ask(signed.one, name="c")
    assert len(started) == 2


def test_a_field_that_contains_itself_thousands_of_times(signed: Signed, at: datetime):
    hostile = paper(OBJECTS | {6: b"<</Fields[7 0 R]>>", 7: b"<</T(a)/Kids[" + b"7 0 R " * 30_000 + b"]>>"})
    limits = replace(LIMITS, seconds=10)
    (found,) = (one for _name, one in check_many([("a", hostile)], trust=Trust(), at=at, limits=limits))
    assert isinstance(found, FileTooSlow | FileUnreadable) or found.verdict == Verdict.FAILED


def noted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes started from now on."""
    started: list[int] = []
    real = apart._started

    def start(task: str, limits: Limits) -> object:
        child = real(task, limits)
        started.append(child.pid)
        return child

    monkeypatch.setattr(apart, "_started", start)
    return started


def test_a_process_that_dies_is_replaced(
    signed: Signed, trust: Trust, at: datetime, monkeypatch: pytest.MonkeyPatch
):
    if sys.platform == "win32":
        pytest.skip("no signals there")
    started = noted(monkeypatch)
    answers = check_many([("a", signed.one), ("b", signed.one), ("c", signed.one)], trust=trust, at=at)
    assert isinstance(next(answers)[1], SignatureReport)
    os.kill(started[0], signal.SIGKILL)
    assert isinstance(next(answers)[1], FileUnreadable)
    assert isinstance(next(answers)[1], SignatureReport)
    assert len(started) == 2


def test_memory_is_bounded(signed: Signed, at: datetime):
    import zlib

    bomb = zlib.compress(b"\0" * 160_000_000)
    packed = stream(bomb, b"/Type/XObject/Subtype/Form/Filter/FlateDecode")
    small = Limits(memory_bytes=300_000_000, seconds=20)
    items = [("bomb", paper(OBJECTS | {8: packed})), ("next", signed.one)]
    found = [one for _name, one in check_many(items, trust=Trust(), at=at, limits=small)]
    assert isinstance(found[0], FileUnreadable) or found[0].verdict == Verdict.FAILED
    assert isinstance(found[1], SignatureReport)


def test_the_process_may_open_no_socket(at: datetime):
    opening = {"trust": Trust().to_json(), "at": at.isoformat()}
    code = (
        "import sys, json; from chuan.exchange import worker; from chuan.exchange.limits import Limits\n"
        "import chuan.exchange.signatures.child as child, socket\n"
        "child.read = lambda *a, **k: socket.create_connection(('127.0.0.1', 9))\n"
        "worker.serve('signatures', Limits())"
    )
    import subprocess

    done = subprocess.run(
        [sys.executable, "-P", "-s", "-c", code],
        input=json.dumps(opening).encode() + b"\n3\nabc",
        capture_output=True,
        env=apart._environment(),
        check=False,
    )
    assert done.returncode != 0
    assert b"PermissionError" in done.stderr
