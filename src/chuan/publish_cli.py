"""``chuan publish``: the unit's public pages, static and without script, written into a folder for the ward's site."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verb.add_argument("folder", metavar="THƯ-MỤC", help="thư mục mới, trống, hoặc do lệnh này ghi lần trước")
    verb.add_argument("--unit", default="", metavar="ĐƠN-VỊ", help="tên đơn vị, khi máy chủ giữ nhiều đơn vị")


def publish(given: argparse.Namespace) -> int:
    """Write the pages; that they left the house stands in the trail. Raises ``Refused``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()
    from django.utils import timezone

    from chuan.upkeep.actions.publishing import publish_into
    from chuan.upkeep.publishing.contact import contact_of
    from chuan.upkeep.publishing.naming import unit_named

    site = publish_into(Path(given.folder), unit_named(given.unit, on=timezone.localdate(_now())), clock=_now)
    print(f"Đã ghi {len(site.pages) + 1} trang của {site.unit.committee} vào {given.folder}.")
    print(f"Mở {Path(given.folder) / 'index.html'} để xem, rồi chép cả thư mục lên trang của đơn vị.")
    if not contact_of(site.unit, site.on):
        print(
            "Chưa ghi nơi liên hệ: người quản trị ghi ở /he-thong/cong-khai/ rồi chạy lại.", file=sys.stderr
        )
    if not site.pages:
        print("Chưa có gì để công khai: chưa có quyết định mục tiêu đã ban hành, chưa có thủ tục đã xác nhận.",
              file=sys.stderr)  # fmt: skip
    return 0


def _now() -> datetime:
    return datetime.now(UTC)
