"""``chuan seal-keys``: keys of what is sealed listed, checked, turned over, thrown away."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import django


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument(
        "what", choices=["list", "check", "rotate", "rewrap", "retire"],
        help="list: liệt kê; check: khóa có đủ và khớp không; rotate: thêm khóa mới; rewrap: bọc lại bằng khóa mới; "
        "retire: bỏ hẳn một khóa cũ",
    )  # fmt: skip
    verb.add_argument("key", nargs="?", default="", metavar="KHÓA", help="tên khóa, chỉ cho retire")


def seal_keys(given: argparse.Namespace) -> int:
    """Do it and say so; 2 where a check finds something broken."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    django.setup()
    from django.conf import settings

    from chuan.files.keyrings import FileKeyRing

    ring = FileKeyRing(Path(settings.SEAL_KEYS))
    if given.what in ("list", "check"):
        return _list(ring) if given.what == "list" else _check()
    from django.utils import timezone

    from chuan.petitions.actions.sealing import keys

    at = timezone.now()
    if given.what == "rotate":
        print(f"Đã thêm khóa {keys.rotate(ring, at=at)}. Cất ngay một bản tệp {ring.path} ở nơi riêng.")
    elif given.what == "rewrap":
        print(
            f"Đã bọc lại {keys.rewrap(ring, at=at)} mục bằng khóa đang dùng; khóa cũ chỉ còn mở bản sao lưu cũ."
        )
    else:
        keys.retire(ring, given.key, at=at)
        print(
            f"Đã bỏ khóa {given.key}. Xóa nó cả ở bản cất riêng thì bản sao lưu cũ không mở được phần niêm phong nữa."
        )
    return 0


def _list(ring) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001 the types need Django
    from chuan.petitions.sealed.keys import in_use

    used, names = in_use(), ring.names()
    for name in [*names, *(key for key in used if key not in names)]:
        here = (
            ("đang dùng" if names and name == names[-1] else "chỉ để mở")
            if name in names
            else "KHÔNG CÓ TRÊN MÁY"
        )
        print(f"{name}: {here}, {used[name]} mục")
    if not names and not used:
        print("Chưa có khóa nào; khóa đầu tiên được tạo khi niêm phong lần đầu.")
    return 0


def _check() -> int:
    from django.utils import timezone

    from chuan.offers.examinations import Looking
    from chuan.petitions.sealed.keys import examine

    at = timezone.now()
    found = list(examine(Looking(at, timezone.localdate(at))))
    for one in found:
        print(f"{one.sentence}{' → ' + one.mend if one.mend else ''}")
    return max(one.grade.weight for one in found)
