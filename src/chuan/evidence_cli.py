"""``chuan evidence``: the pack for an inspector made from the command line, and checked on another machine.

``verify`` needs neither database nor settings.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from chuan.conformity.pack.archive import PACK, check
from chuan.conformity.pack.refusals import PackOversized
from chuan.rules.refusals import Refused

BROKEN = 2


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = verb.add_subparsers(required=True, metavar="VIỆC")
    pack = verbs.add_parser("pack", help="lập gói hồ sơ cho đoàn kiểm tra")
    pack.add_argument("out", metavar="TỆP.zip")
    pack.add_argument("--period", required=True, metavar="KỲ", help="2021, 2021-06 hoặc 2021-01..2021-06")
    pack.add_argument(
        "--as", dest="username", required=True, metavar="TÊN", help="tên đăng nhập của người lập"
    )
    pack.add_argument("--unit", default="", metavar="ĐƠN-VỊ", help="tên đơn vị, để khỏi lập nhầm")
    pack.set_defaults(run=make)
    verify = verbs.add_parser("verify", help="kiểm một gói trên máy khác, không cần dữ liệu của đơn vị")
    verify.add_argument("pack", metavar="TỆP.zip")
    verify.add_argument("--digest", default="", metavar="MÃ", help="mã kiểm đã in, ít nhất 16 ký tự đầu")
    verify.set_defaults(run=verify_pack)


def make(given: argparse.Namespace) -> int:
    """Make the pack and write it beside; the asking and the trail's heads stand in the trail. Raises ``Refused``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()
    from chuan.conformity.pack.by_command import period_of, write_pack

    made = write_pack(
        Path(given.out), period_of(given.period), username=given.username, unit=given.unit, clock=_now
    )
    print(f"Đã lập {made.files} tệp vào {given.out}.\nMã kiểm của gói: {made.digest}")
    return 0


def verify_pack(given: argparse.Namespace) -> int:
    """Say whether the pack is whole; exit code 2 and the file's name where it is not."""
    path = Path(given.pack)
    try:
        if path.stat().st_size > PACK.file_bytes:
            raise PackOversized(name=path.name)
        verdict = check(path.read_bytes(), name=path.name, printed=given.digest)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return BROKEN
    for line in verdict.sentences:
        print(line, file=sys.stdout if verdict.ok else sys.stderr)
    return 0 if verdict.ok else BROKEN


def _now() -> datetime:
    return datetime.now(UTC)
