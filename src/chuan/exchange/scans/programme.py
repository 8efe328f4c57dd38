"""The programme that reads letters in pictures (tesseract): where it is, what it can, and one bounded call."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from chuan.rules.refusals import FileTooSlow, FileUnreadable
from chuan.rules.refusals.scans import ScanReaderMissing

_LANGUAGE = "vie"
_WINDOWS = r"C:\Program Files\Tesseract-OCR\tesseract.exe"
_SOURCES = Path(__file__).resolve().parents[3]
_KEPT = ("SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH", "TESSDATA_PREFIX")
_PATIENCE = 10
_WRITTEN = 200_000_000


def path() -> str | None:
    """Where tesseract is: CHUAN_TESSERACT, the search path, or where its Windows installer puts it."""
    given = os.environ.get("CHUAN_TESSERACT")
    if given:
        return given if Path(given).is_file() else None
    return shutil.which("tesseract") or (_WINDOWS if Path(_WINDOWS).is_file() else None)


def installed() -> str | None:
    """The version of tesseract on this machine ("5.3.0"); None when there is none that answers."""
    found = path()
    return _version(found) if found else None


def speaks_vietnamese() -> bool:
    """Whether the Vietnamese letters (tesseract-ocr-vie) are there too."""
    found = path()
    return bool(found) and _LANGUAGE in _languages(found or "")


def missing() -> str:
    """What is missing to read scans: "", "programme" or "language"."""
    if installed() is None:
        return "programme"
    return "" if speaks_vietnamese() else "language"


def forget() -> None:
    """Look anew: something was installed since."""
    _version.cache_clear()
    _languages.cache_clear()


def run(picture: bytes, *arguments: str, name: str, seconds: int, writes: str = "") -> bytes:
    """What tesseract says of a picture. It gets the bytes and nothing else, bounded in time and memory.

    ``writes`` is a folder of its own for files that it needs on the way; without it no file may be written. Raises
    ScanReaderMissing, FileTooSlow, FileUnreadable (it died, was killed, or the picture is broken).
    """
    found = path()
    if found is None:
        raise ScanReaderMissing(name=name)
    command = [*_bounds(seconds, writes), found, "stdin", "stdout", "-l", _LANGUAGE, *arguments]
    surroundings = _environment() | ({"TMPDIR": writes} if writes else {})
    with subprocess.Popen(  # noqa: S603 - our own programme, no word of the file in it
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings
    ) as child:
        try:
            said, _ = child.communicate(picture, timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise FileTooSlow(name=name, seconds=seconds) from None
    if child.returncode:
        raise FileUnreadable(name=name)
    return said


def _bounds(seconds: int, writes: str) -> list[str]:
    if os.name != "posix":
        return []
    most = _WRITTEN if writes else 0
    return [sys.executable, "-P", "-s", "-m", "chuan.exchange.scans.bound", str(seconds), str(most)]


def _environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in _KEPT if key in os.environ}
    return kept | {"PYTHONPATH": str(_SOURCES), "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}


@lru_cache(maxsize=4)
def _version(found: str) -> str | None:
    first = _asked(found, "--version").partition("\n")[0].split()
    return first[1].lstrip("v") if len(first) > 1 and first[0] == "tesseract" else None


@lru_cache(maxsize=4)
def _languages(found: str) -> frozenset[str]:
    return frozenset(_asked(found, "--list-langs").split())


def _asked(found: str, question: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - asks the programme about itself
            [found, question], capture_output=True, timeout=_PATIENCE, check=False, env=_environment()
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (answer.stdout + answer.stderr).decode("utf-8", "replace")
