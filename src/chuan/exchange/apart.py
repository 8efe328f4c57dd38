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
from dataclasses import asdict
from pathlib import Path
from typing import Any

from chuan.exchange.limits import Limits
from chuan.rules import refusals
from chuan.rules.refusals import FileTooSlow, FileUnreadable, Refused

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
    )
}


def run_apart(task: str, data: bytes, *, name: str, limits: Limits) -> dict[str, Any]:
    """The answer of one reading task (a key of ``worker.TASKS``).

    Raises the refusal that the child answered; FileTooSlow when time is up; FileUnreadable
    when the child died (a crash of a C library, memory).
    """
    command = [sys.executable, "-P", "-s", "-m", "chuan.exchange.worker", task, json.dumps(asdict(limits))]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as child:
        try:
            answer, _ = child.communicate(data, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise FileTooSlow(name=name, seconds=limits.seconds) from None
    return _understood(answer, child.returncode, name, limits)


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
    own = {"name": name} if "name" in said["fields"] else {}
    return cls(**said["fields"] | own)
