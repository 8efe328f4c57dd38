"""Real public papers, taken in and reviewed: whatever they look like, the page opens and is whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from django.test import Client

from chuan.documents import actions
from chuan.documents.standing import result_of
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused
from tests.examine import open_page

pytestmark = pytest.mark.shared


def papers_of(shared: Path) -> list[Path]:
    """A few of each format, the same ones every time."""
    folders = (shared / "data" / "decisions", shared / "data" / "signed-pdf" / "government")
    found: dict[str, list[Path]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".md", ".txt", ".html", ".docx", ".pdf"}:
                found.setdefault(f"{folder.name}{path.suffix}", []).append(path)
    return [path for paths in found.values() for path in paths[:: max(1, len(paths) // 3)][:3]]


def test_real_papers_open_beside_what_was_read(
    shared: Path, clerks_browser: Client, clerk: Viewer, now: datetime
) -> None:
    opened = 0
    for path in papers_of(shared):
        try:
            reading = actions.receive(path.read_bytes(), path.name, by=clerk, at=datetime.now(now.tzinfo))
        except Refused:  # a letter, a scan: other tests hold what is said of those
            continue
        page = open_page(clerks_browser, f"/van-ban/ban-doc/{reading.uid}/")
        assert ("Không thấy mục tiêu" in page.text) == (not result_of(reading).objectives), path
        open_page(clerks_browser, f"/van-ban/{reading.document.uid}/")
        opened += 1
    assert opened >= 3
