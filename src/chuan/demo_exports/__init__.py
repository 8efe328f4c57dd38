"""Invented exports of phường Bắc Hồng, with every trap that real exports hold; for tests and the example.

    chuan demo-exports thu-muc

Every file says in its title lines that nothing in it is real.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from chuan.demo_exports import broken, escalations, invented, papers, petitions, sheets, tools_used
from chuan.demo_exports.formats import as_csv, as_docx, as_html, as_ods, as_xls, as_xlsx

SOLVED, CERTIFIED, LATE = 1284, 408, 44
"""Dossiers of the list, certifications beside them in the book (together 1,692), late ones of the list."""


def write(folder: Path, *, seed: int = 2021, rows: int = SOLVED) -> list[Path]:
    """Write all files into the folder (and its sub-folder "loi") and return their paths.

    The same seed and number of rows give the same bytes. Certifications and late dossiers keep
    their share of ``rows``, the dossiers of the list.
    """
    written = []
    for name, data in (
        *files(seed=seed, rows=rows),
        *papers.files(),
        *petitions.files(),
        *escalations.files(),
        *tools_used.files(),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(path)
    return written


def files(*, seed: int = 2021, rows: int = SOLVED) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every file, good ones first."""
    rng = random.Random(seed)  # noqa: S311 - invented data, not secrets
    listed = invented.dossiers(rng, rows, max(1, round(rows * LATE / SOLVED)))
    certified = invented.certified(rng, round(rows * CERTIFIED / SOLVED))
    newcomers = invented.newcomers(rng, min(12, rows))
    both = sorted((*listed, *certified), key=lambda one: one.received)
    later = sheets.dossier_list(
        (*invented.moved_after_due(listed), *newcomers), typed=True, last=date(2022, 1, 7)
    )
    yield "so-theo-doi-ho-so-2021.xlsx", as_xlsx(sheets.book(both))
    yield "danh-sach-ho-so-2021.xls", as_html(sheets.dossier_list(listed))
    yield "danh-sach-ho-so-2021-tuan-sau.xls", as_xls(later)
    yield from _one_month(listed)
    yield "so-chung-thuc-2021.xlsx", as_xlsx(sheets.certified(certified))
    yield "phi-dia-gioi-2021.ods", as_ods(sheets.elsewhere(listed[::40]))
    yield "bieu-II.06a-2021.xlsx", as_xlsx(sheets.official_form(listed))
    yield "tong-hop-theo-don-vi-2021.xls", as_html(sheets.by_unit(listed))
    yield "bieu-07a-BTP-2021.xls", as_xls(sheets.certified_totals(certified))
    yield from ((f"loi/{name}", data) for name, data in broken.files(listed[:30]))


def _one_month(listed: tuple[invented.Invented, ...]) -> Iterator[tuple[str, bytes]]:
    """March in every text format: the same rows, so that all of them must read the same."""
    march = tuple(one for one in listed if one.received.month == 3)
    grid = sheets.dossier_list(march, first=date(2021, 3, 1), last=date(2021, 3, 31))
    name = "danh-sach-thang-3"
    yield f"{name}-utf8-bom.csv", as_csv(";", "utf-8-sig")(grid)
    yield f"{name}-utf8.csv", as_csv(",", "utf-8")(grid)
    yield f"{name}-utf16.csv", as_csv("\t", "utf-16")(grid)
    yield f"{name}-windows-1258.csv", as_csv(",", "cp1258")(grid)
    yield f"{name}.ods", as_ods(grid)
    yield f"{name}.docx", as_docx(grid)
