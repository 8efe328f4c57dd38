"""``chuan figures``: a frozen set of figures written for the level above, and checked on another machine.

``verify`` needs neither database nor settings.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from chuan import carried_cli

FILE = "TỆP.json"


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = carried_cli.verbs_of(verb)
    export = carried_cli.writing(
        verbs, "export", "xuất một bộ số liệu đã chốt cho cấp trên", FILE, "xuất", make
    )
    export.add_argument("--set", dest="wanted", required=True, metavar="BỘ", help="mã bộ hoặc tên bộ")
    verify = carried_cli.checking(verbs, "tệp số liệu", FILE, verify_file)
    verify.add_argument(
        "--fingerprint", default="", metavar="VÂN-TAY", help="vân tay khóa in trên báo cáo của đơn vị"
    )


def make(given: argparse.Namespace) -> int:
    """Write the file; that it left the house stands in the trail. Raises ``Refused``."""
    carried_cli.open_house()
    from chuan.objectives.sets.by_command import write_export
    from chuan.objectives.sets.marking import house_mark

    made = write_export(Path(given.out), given.wanted, username=given.username, clock=carried_cli.now)
    print(f"Đã xuất {given.out} ({len(made.data)} byte).\nVân tay khóa của đơn vị: {house_mark()}")
    return 0


def verify_file(given: argparse.Namespace) -> int:
    """Say whether the file is whole and whose it is; exit code 2 where it may not be used."""
    from chuan.objectives.sets.packet import SIZE, Verdict, check

    def checked() -> Verdict:
        with Path(given.file).open("rb") as file:
            return check(file.read(SIZE + 1), asked=given.fingerprint)

    return carried_cli.said(checked)
