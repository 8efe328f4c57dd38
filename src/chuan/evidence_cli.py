"""``chuan evidence``: the pack for an inspector made from the command line, and checked on another machine.

``verify`` needs neither database nor settings.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from chuan import carried_cli
from chuan.conformity.pack.archive import PACK, Verdict, check
from chuan.conformity.pack.refusals import PackOversized

FILE = "TỆP.zip"


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = carried_cli.verbs_of(verb)
    pack = carried_cli.writing(verbs, "pack", "lập gói hồ sơ cho đoàn kiểm tra", FILE, "lập", make)
    pack.add_argument("--period", required=True, metavar="KỲ", help="2021, 2021-06 hoặc 2021-01..2021-06")
    pack.add_argument("--unit", default="", metavar="ĐƠN-VỊ", help="tên đơn vị, để khỏi lập nhầm")
    verify = carried_cli.checking(verbs, "gói", FILE, verify_pack)
    verify.add_argument("--digest", default="", metavar="MÃ", help="mã kiểm đã in, ít nhất 16 ký tự đầu")


def make(given: argparse.Namespace) -> int:
    """Make the pack and write it beside; the asking and the trail's heads stand in the trail. Raises ``Refused``."""
    carried_cli.open_house()
    from chuan.conformity.pack.by_command import period_of, write_pack

    made = write_pack(
        Path(given.out), period_of(given.period), username=given.username, unit=given.unit, clock=carried_cli.now
    )  # fmt: skip
    print(f"Đã lập {made.files} tệp vào {given.out}.\nMã kiểm của gói: {made.digest}")
    return 0


def verify_pack(given: argparse.Namespace) -> int:
    """Say whether the pack is whole; exit code 2 and the file's name where it is not."""
    path = Path(given.file)

    def checked() -> Verdict:
        if path.stat().st_size > PACK.file_bytes:
            raise PackOversized(name=path.name)
        return check(path.read_bytes(), name=path.name, printed=given.digest)

    return carried_cli.said(checked)
