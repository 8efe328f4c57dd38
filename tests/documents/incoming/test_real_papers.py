"""Signed papers of a city: number and day stand in boxes of their signatures, and are read all the same."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from chuan.documents.actions import incoming
from chuan.documents.incoming.reading import read_file
from chuan.intake.models import RecordSystem
from chuan.people.viewer import Viewer


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "number", "on", "signer"),
    [
        ("hanoi_kh_173_festival.pdf", "173/KH-UBND", date(2026, 4, 28), "Vũ Đại Thắng"),
        ("hanoi_qd_2280_water.pdf", "2280/QĐ-UBND", date(2026, 4, 29), "Trương Việt Dũng"),
    ],
)
def test_a_signed_paper_is_read_and_taken_in(
    shared: Path,
    kept: RecordSystem,
    clerk: Viewer,
    now: datetime,
    name: str,
    number: str,
    on: date,
    signer: str,
):
    data = (shared / "data" / "signed-pdf" / "government" / name).read_bytes()
    read = read_file(data, name, by=clerk, at=now)
    assert (read.facts.number + "/" + read.facts.symbol, read.facts.signer_name) == (number, signer)
    assert (read.facts.issued_on, read.facts.electronic) == (on if on <= clerk.on else None, True)
    document = incoming.take_in(read, by=clerk, at=now)
    check = document.signature_checks.get()
    assert check.verdict == "indeterminate", "intact; nobody is trusted yet"
    assert document.blob is not None
    assert document.blob.size == len(data)


@pytest.mark.shared
def test_a_scan_is_taken_in_to_be_typed_where_nothing_reads_pictures(
    shared: Path, kept: RecordSystem, clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CHUAN_TESSERACT", "/nowhere")
    data = (shared / "data" / "signed-pdf" / "government" / "nq_115_ba_vi.pdf").read_bytes()
    read = read_file(data, "nq_115.pdf", by=clerk, at=now)
    assert read.scanned
    assert read.facts.number == ""
