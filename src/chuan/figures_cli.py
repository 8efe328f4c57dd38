"""``chuan figures``: a frozen set of figures written for the level above, and checked on another machine.

``verify`` needs neither database nor settings.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from chuan.rules.refusals import Refused

BROKEN = 2


def arguments(verb: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = verb.add_subparsers(required=True, metavar="VIỆC")
    export = verbs.add_parser("export", help="xuất một bộ số liệu đã chốt cho cấp trên")
    export.add_argument("out", metavar="TỆP.json")
    export.add_argument("--set", dest="wanted", required=True, metavar="BỘ", help="mã bộ hoặc tên bộ")
    export.add_argument(
        "--as", dest="username", required=True, metavar="TÊN", help="tên đăng nhập của người xuất"
    )
    export.set_defaults(run=make)
    verify = verbs.add_parser(
        "verify", help="kiểm một tệp số liệu trên máy khác, không cần dữ liệu của đơn vị"
    )
    verify.add_argument("file", metavar="TỆP.json")
    verify.add_argument(
        "--fingerprint", default="", metavar="VÂN-TAY", help="vân tay khóa in trên báo cáo của đơn vị"
    )
    verify.set_defaults(run=verify_file)


def make(given: argparse.Namespace) -> int:
    """Write the file; that it left the house stands in the trail. Raises ``Refused``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()
    from chuan.objectives.sets.by_command import write_export
    from chuan.objectives.sets.marking import house_mark

    made = write_export(Path(given.out), given.wanted, username=given.username, clock=_now)
    print(f"Đã xuất {given.out} ({len(made.data)} byte).\nVân tay khóa của đơn vị: {house_mark()}")
    return 0


def verify_file(given: argparse.Namespace) -> int:
    """Say whether the file is whole and whose it is; exit code 2 where it may not be used."""
    from chuan.objectives.sets.packet import SIZE, check

    try:
        with Path(given.file).open("rb") as file:
            verdict = check(file.read(SIZE + 1), asked=given.fingerprint)
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return BROKEN
    for line in verdict.sentences:
        print(line, file=sys.stdout if verdict.ok else sys.stderr)
    return 0 if verdict.ok else BROKEN


def _now() -> datetime:
    return datetime.now(UTC)
