"""Runs a parser in a process of its own, so that a hostile file hurts only that process.

The child gets the bytes on its standard input and nothing else: no environment of ours (it
holds keys), no open files, not even the file's name. It answers one JSON text. Time is bounded
from here; memory, CPU and written files are bounded inside (see worker.py). On Windows only the
time bound holds.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from chuan.exchange.limits import Limits
from chuan.rules import refusals
from chuan.rules.refusals import (
    FileTooSlow,
    FileUnreadable,
    Refused,
    edxml,
    mail_logs,
    redacting,
    scans,
    uploads,
)

_SOURCES = Path(__file__).resolve().parents[2]
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH")
# What the child may answer; anything else it says is taken for a broken file.
_REFUSALS = {
    cls.code: cls
    for cls in (
        refusals.FileEmpty,
        refusals.FileEncrypted,
        refusals.FileBomb,
        refusals.FileUnreadable,
        refusals.FileIsScan,
        refusals.FileOldEncoding,
        refusals.FileKindUnknown,
        refusals.TextTooLong,
        refusals.TableMissing,
        refusals.TableTooLong,
        refusals.AnchorUnreadable,
        refusals.FileNotWhatItSays,
        refusals.FileOldOffice,
        redacting.AreaPageMissing,
        redacting.CopyTooBig,
        redacting.PictureNotDrawn,
        redacting.TooLongToCover,
        scans.PictureTooLarge,
        scans.ScanTooLong,
        mail_logs.MailLogTellsSignIns,
        mail_logs.MailLogUnknown,
        mail_logs.MailLogWithoutOurs,
        mail_logs.NobodySignedIn,
        mail_logs.NoSignInsTold,
        mail_logs.TooManyBoxes,
        uploads.FileHoldsAnother,
        uploads.FileHasProgramme,
        edxml.NotEdxml,
        edxml.EdxmlDeclaresType,
        edxml.EdxmlTooDeep,
        edxml.EdxmlEnvelopes,
        edxml.EdxmlAttachmentsTooMany,
        edxml.EdxmlAttachmentsTooBig,
    )
}


def run_apart(task: str, data: bytes, *, name: str, limits: Limits) -> dict[str, Any]:
    """The answer of one reading task (a key of ``worker.TASKS``).

    Raises the refusal that the child answered; FileTooSlow when time is up; FileUnreadable
    when the child died (a crash of a C library, memory).
    """
    with _started(task, limits) as child:
        try:
            answer, _ = child.communicate(data, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise FileTooSlow(name=name, seconds=limits.seconds) from None
    return _understood(answer, child.returncode, name, limits)


class Kept:
    """One process that answers about many files, one after the other, for a task of ``worker.SERVERS``.

    A file that kills the process, or takes too long, is refused, and the next one gets a new process.
    ``opening`` is a line of JSON that every new process reads first.
    """

    def __init__(self, task: str, opening: dict[str, Any], *, limits: Limits) -> None:
        self._task, self._limits = task, limits
        self._opening = json.dumps(opening).encode() + b"\n"
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def ask(self, data: bytes, *, name: str) -> dict[str, Any]:
        """The answer about one file. Raises like ``run_apart``."""
        if self._child is None:
            self._child = _started(self._task, self._limits)
            self._send(self._child, self._opening)
        child, late = self._child, threading.Event()
        clock = threading.Timer(self._limits.seconds, _stop, (child, late))
        clock.start()
        try:
            self._send(child, str(len(data)).encode() + b"\n" + data)
            answer = child.stdout.readline() if child.stdout else b""
        finally:
            clock.cancel()
        return self._understood(answer, late.is_set(), name)

    @staticmethod
    def _send(child: subprocess.Popen[bytes], data: bytes) -> None:
        try:
            if child.stdin:
                child.stdin.write(data)
                child.stdin.flush()
        except OSError:  # it died; its missing answer says so
            return

    def _understood(self, answer: bytes, late: bool, name: str) -> dict[str, Any]:
        code = 0 if answer.endswith(b"\n") and not late else self._end()
        if late:
            raise FileTooSlow(name=name, seconds=self._limits.seconds)
        return _understood(answer, code or (0 if answer else 1), name, self._limits)

    def _end(self) -> int:
        """Let it end, or end it; its return code."""
        child, self._child = self._child, None
        if child is None:
            return 0
        try:
            child.communicate(timeout=1)
        except (subprocess.TimeoutExpired, ValueError, OSError):
            child.kill()
            child.wait()
        return child.returncode or 0


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _started(task: str, limits: Limits) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-s", "-m", "chuan.exchange.worker", task, json.dumps(asdict(limits))]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    )


def _environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    return kept | {"PYTHONPATH": str(_SOURCES), "PYTHONUTF8": "1"}


def _understood(answer: bytes, code: int, name: str, limits: Limits) -> dict[str, Any]:
    if code == -getattr(signal, "SIGXCPU", 0) != 0:
        raise FileTooSlow(name=name, seconds=limits.seconds)
    try:
        said = json.loads(answer) if code == 0 else None
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise FileUnreadable(name=name)
    if "refused" in said:
        raise _refusal(said, name)
    return said


def _refusal(said: dict[str, Any], name: str) -> Refused:
    cls = _REFUSALS.get(said["refused"])
    if cls is None:
        return FileUnreadable(name=name)
    own = {"name": name} if said["fields"].get("name") == "" else {}
    return cls(**said["fields"] | own)
