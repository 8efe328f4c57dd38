"""``chuan backup`` and ``chuan restore``: the whole house into one file, and back out of it."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from chuan.upkeep.backing_up import Made
    from chuan.upkeep.checking import Checked
    from chuan.upkeep.restoring import Restored


def backup_arguments(verb: argparse.ArgumentParser) -> None:
    """What ``chuan backup`` takes."""
    verb.add_argument("file", nargs="?", default="", help="tệp sẽ ghi; để trống thì ghi vào thư mục sao lưu")
    verb.add_argument("--keys", default="", metavar="TỆP", help="ghi riêng các khóa bí mật vào tệp này")


def restore_arguments(verb: argparse.ArgumentParser) -> None:
    """What ``chuan restore`` takes."""
    verb.add_argument("file", help="bản sao lưu")
    verb.add_argument("--check", action="store_true", help="chỉ kiểm bản sao lưu, không phục hồi")
    verb.add_argument(
        "--replace", action="store_true", help="cất riêng dữ liệu đang có rồi phục hồi vào chỗ đó"
    )
    verb.add_argument("--keys", default="", metavar="TỆP", help="tệp khóa do chuan backup --keys ghi ra")


def backup(given: argparse.Namespace) -> int:
    """Put the house away. Exit code 1 when files of the house itself were missing or damaged."""
    _ready()
    from chuan.upkeep import keys

    if given.keys:
        keys.require_new(Path(given.keys))
    code = _into(Path(given.file).absolute()) if given.file else _into_folder()
    if given.keys and code != _NOT_MADE:
        _keys_apart(Path(given.keys))
    return code


_NOT_MADE = 2


def _keys_apart(path: Path) -> None:
    """After the archive: a second try must not find the keys of the first, which was not made."""
    from chuan.upkeep import keys

    keys.write(path)
    print(f"Đã ghi khóa vào {path}. Cất tệp này ở nơi khác với bản sao lưu: ai có cả hai thì mở được tất cả.")


def _into(path: Path) -> int:
    from chuan.upkeep.actions.backups import make_at

    made = make_at(path, at=_now(), tell=_progress)
    print("\n".join(_told(made)))
    return 1 if made.unwell else 0


def _into_folder() -> int:
    from chuan.upkeep.actions.backups import make_now

    backup = make_now(at=_now(), tell=_progress)
    print(backup.sentence)
    return _NOT_MADE if backup.state != "made" else 1 if backup.unwell else 0


def restore(given: argparse.Namespace) -> int:
    """Check an archive, or bring it back."""
    _ready()
    from django.db import connection

    from chuan.upkeep.actions.returning import note_restored
    from chuan.upkeep.checking import check
    from chuan.upkeep.house import standing_house
    from chuan.upkeep.restoring import restore as bring_back

    path = Path(given.file).absolute()
    if given.check:
        print("\n".join(_checked(check(path))))
        return 0
    key_file = Path(given.keys) if given.keys else None
    done = bring_back(path, standing_house(), at=_now(), replace=given.replace, key_file=key_file)
    connection.close()  # it may look at what was set aside
    note_restored(done.checked.manifest, done.checked.sha256, at=_now())
    print("\n".join(_returned(done)))
    return 0


def _told(made: Made) -> list[str]:
    manifest = made.manifest
    lines = [
        f"Đã sao lưu {manifest.unit_names} vào {made.path} ({_megabytes(made.size)} MB), đã đọc lại và khớp mã băm.",
        f"Bên trong: {sum(manifest.counts.values())} dòng dữ liệu, {made.seal.files} tệp, "
        f"{len(manifest.heads)} chuỗi nhật ký.",
        f"Mã băm SHA-256: {made.sha256}",
        "Khóa bí mật không nằm trong bản sao lưu; muốn có, chạy thêm chuan backup --keys TỆP và cất ở nơi khác.",
    ]
    if made.unwell:
        lines.insert(
            1,
            f"Chú ý: {made.unwell} tệp trong kho đã mất hoặc hỏng từ trước ({_some(made)}). Chạy chuan doctor để xem.",
        )
    return lines


def _some(made: Made) -> str:
    digests = [*made.seal.missing, *made.seal.damaged]
    return ", ".join(one[:12] for one in digests[:3]) + ("…" if len(digests) > 3 else "")


def _checked(checked: Checked) -> list[str]:
    manifest = checked.manifest
    return [
        f"Bản sao lưu nguyên vẹn: {manifest.unit_names}, lập {_local(manifest.moment)} bằng Chuẩn {manifest.version}.",
        f"{manifest.server}; {sum(manifest.counts.values())} dòng dữ liệu, {checked.seal.files} tệp, "
        f"{len(manifest.heads)} chuỗi nhật ký; {_megabytes(checked.size)} MB.",
        f"Mã băm SHA-256: {checked.sha256}",
    ]


def _returned(done: Restored) -> list[str]:
    manifest = done.checked.manifest
    lines = [
        f"Đã phục hồi {manifest.unit_names}, bản lập {_local(manifest.moment)}.",
        f"Khớp bản kê: {sum(manifest.counts.values())} dòng dữ liệu trong {len(manifest.counts)} bảng, "
        f"{done.checked.seal.files} tệp; {done.chains} chuỗi nhật ký nguyên vẹn; bộ chặn sửa đã có.",
    ]
    if done.aside:
        lines.append(
            f"Dữ liệu hoặc khóa có trước đó được cất riêng: {done.aside}. Xem lại rồi tự xóa khi không cần nữa."
        )
    if done.keys_differ:
        lines.append(
            "Khóa bí mật ở đây khác lúc sao lưu: mọi người đăng nhập lại; ai dùng mã xác thực hai lớp phải lập lại. "
            "Nếu còn tệp khóa, phục hồi lại với --keys."
        )
    return [*lines, "Mọi phiên đăng nhập cũ đã kết thúc. Bây giờ chạy chuan serve."]


def _local(moment: datetime) -> str:
    from django.utils import timezone

    return f"{timezone.localtime(moment):%H:%M ngày %d/%m/%Y}"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".replace(".", ",")


def _progress(done: int, total: int) -> None:
    """A line that writes over itself, for whoever sits before a screen."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{_megabytes(done)} / {_megabytes(total)} MB " + ("\n" if done >= total else ""))


def _now() -> datetime:
    return datetime.now(UTC)


def _ready() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    django.setup()
