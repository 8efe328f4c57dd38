"""What runs: our version, Python, Django, and whether the libraries are those that were tried together."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import django
from django.utils.translation import gettext as _

import chuan
from chuan.offers.examinations import Finding, Looking, broken, fine, look

LOCK = Path(chuan.__file__).resolve().parents[2] / "requirements.lock"
"""Beside the source of a checkout; an installation from a package has none."""
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
SHOWN = 5


def examine(looking: Looking) -> Iterator[Finding]:
    """Versions, libraries that are not there, and libraries that differ from the lock."""
    yield fine(
        f"Chuẩn {chuan.__version__}, Python {platform.python_version()}, Django {django.get_version()}."
    )
    if absent := [name for name in _wanted() if not installed(name)]:
        yield broken(
            _("Thiếu thư viện: %s.") % ", ".join(absent),
            _("Cài lại Chuẩn: pip install --force-reinstall chuan."),
        )
    if LOCK.is_file() and (differing := drifted(LOCK.read_text(encoding="utf-8"))):
        more = "…" if len(differing) > SHOWN else ""
        yield look(
            _("Thư viện khác bản đã thử cùng nhau: %s.") % (", ".join(differing[:SHOWN]) + more),
            _("Chạy “pip install --require-hashes -r requirements.lock” rồi chạy lại Chuẩn."),
        )


def drifted(lock: str) -> list[str]:
    """ "name 1.2 (khóa: 1.3)" of each library installed in another version than the lock's."""
    pairs = ((name, wanted, installed(name)) for name, wanted in _PINNED.findall(lock))
    return [f"{name} {there} (khóa: {wanted})" for name, wanted, there in pairs if there and there != wanted]


def installed(name: str) -> str:
    """The version installed; "" for none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _wanted() -> list[str]:
    """Names of the libraries that the package itself needs, extras left out."""
    try:
        needed = requires("chuan") or []
    except PackageNotFoundError:
        return []
    return [re.split(r"[\s<>=!~;\[]", one, maxsplit=1)[0] for one in needed if "extra ==" not in one]
