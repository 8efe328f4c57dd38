"""Who else on this machine may read what is kept: only Unix can be asked."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine, look

SECRETS = ("secret_key", "seal_keys", "blind-key", "figures-key")
"""Names in the data folder that only their owner may read."""


def examine(looking: Looking) -> Iterator[Finding]:
    """Keys are their owner's alone; the data folder is closed to everybody else."""
    if os.name != "posix":
        yield fine(
            _("Trên Windows, quyền đọc thư mục dữ liệu do Windows giữ: chỉ tài khoản chạy Chuẩn nên mở được.")
        )
        return
    if open_keys := [path for path in _secrets() if _mode(path) & 0o077]:
        yield broken(
            _("Tài khoản khác trên máy đọc được tệp khóa: %s.") % ", ".join(path.name for path in open_keys),
            _("Chạy “chuan doctor --fix”; nếu máy có nhiều người dùng, coi khóa là đã lộ và thay khóa."),
        )
    if _mode(_data()) & 0o007:
        yield look(
            _("Mọi tài khoản trên máy mở được thư mục dữ liệu %s.") % _data(),
            _("Chạy “chuan doctor --fix” để chỉ tài khoản chạy Chuẩn mở được."),
        )
    elif not open_keys:
        yield fine(_("Chỉ tài khoản chạy Chuẩn đọc được khóa và dữ liệu."))


def tighten() -> str:
    """Take the rights of everybody else away, from the data folder and from the keys."""
    for path in _secrets():
        path.chmod(_mode(path) & 0o700)
    _data().chmod(_mode(_data()) & 0o770)
    return _("đã bỏ quyền của tài khoản khác trên thư mục dữ liệu và tệp khóa.")


def _data() -> Path:
    return Path(settings.DATA_DIR)


def _secrets() -> list[Path]:
    found = [_data() / name for name in SECRETS]
    inside = [one for path in found if path.is_dir() for one in path.iterdir() if one.is_file()]
    return [path for path in (*found, *inside) if path.exists()]


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
