"""Draw docs/access.md: every address walked by every role in a throw-away ward. The test of the guard compares."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Found two wards in an empty database, walk, write the page."""
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    with tempfile.TemporaryDirectory(prefix="chuan-access-") as folder:
        os.environ |= {"CHUAN_DATA": folder, "CHUAN_SECRET_KEY": "drawing", "DATABASE_URL": ""}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
        _draw(Path(folder))
    return 0


def _draw(folder: Path) -> None:
    import django

    django.setup()
    from django.db import connections
    from django.test import override_settings
    from tests.guards.rights import table, walking

    from chuan.upkeep import schema

    schema.bring_up_to_date()
    with override_settings(FILES_DIR=folder / "files", ALLOWED_HOSTS=["*"]):
        walked = walking.walk()
    table.PAGE.write_text(table.page(walked), encoding="utf-8", newline="\n")
    sys.stdout.write("".join(f"{line}\n" for line in walked.broken))
    connections.close_all()


if __name__ == "__main__":
    sys.exit(main())
