"""Reading a register's file of 50,000 rows: from the bytes to the difference that a preview shows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import date

from tests.intake.registers import DOSSIERS

from bench.saying import say
from chuan.demo_exports import formats, invented, sheets
from chuan.exchange.tables import read_tables
from chuan.intake.reading import diff, find_table, read_rows

ROWS, LATE = 50_000, 1_700
PREVIEW_S = 10
MAKERS: dict[str, Callable[[formats.Grid], bytes]] = {
    ".csv": formats.as_csv(";", "utf-8"),
    ".xlsx": formats.as_xlsx,
    ".xls": formats.as_xls,
    ".ods": formats.as_ods,
    ".html": formats.as_html,
}


def main() -> None:
    """Every format once; memory is looked at from outside (a child counts its parent's pages too)."""
    for ending, data in _files():
        began = time.perf_counter()
        _preview(data, f"so{ending}")
        say(
            f"xem trước {ROWS:,} dòng từ {ending}".replace(",", "."),
            time.perf_counter() - began,
            "s",
            PREVIEW_S,
        )


def _files() -> Iterator[tuple[str, bytes]]:
    dossiers = invented.dossiers(random.Random(2021), ROWS, LATE)
    texts, typed = sheets.dossier_list(dossiers), sheets.dossier_list(dossiers, typed=True)
    for ending, make in MAKERS.items():
        yield ending, make(typed if ending in (".xls", ".ods") else texts)


def _preview(data: bytes, name: str) -> None:
    found = find_table(read_tables(data, name=name), [DOSSIERS], name=name)
    result = read_rows(found.table, found.header, found.proposal.mapping, found.register)
    standing = {row.code: row.values for row in result.rows}
    changes = diff(standing, result.rows, DOSSIERS.due_field_changes(), on=date(2022, 1, 7))
    if len(changes.same) != ROWS:
        raise SystemExit(f"{name}: {len(changes.same)} rows")


if __name__ == "__main__":
    main()
