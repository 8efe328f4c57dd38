"""Each fault of what is kept is caused, and named: trail, files, index, projections, backups."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connection
from django.utils import timezone

from chuan.files.actions import keep, path_of
from chuan.offers import checks
from chuan.search.models import SearchEntry
from chuan.trail.guarding import missing
from chuan.trail.models import Entry, Head
from chuan.upkeep import reports_kept
from chuan.upkeep.backups import Kept
from chuan.upkeep.models import Backup
from tests.trail.test_act import do
from tests.trail.test_verify import chain_of, tamper
from tests.upkeep.health.looking import BROKEN, LOOK, WELL, examined, said

pytestmark = pytest.mark.django_db


def test_a_trigger_that_is_gone_and_its_mend():
    from chuan.upkeep.findings import trailed

    with connection.cursor() as cursor:
        where = " ON trail_entry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER trail_entry_no_update{where}")
    assert "trail_entry_no_update" in said(examined("triggers"), BROKEN)
    assert "đã lắp lại" in trailed.put_back()
    assert missing() == []
    assert examined("triggers").grade is WELL


def test_a_line_that_was_changed_is_named():
    chain_of(4)
    tamper(3, verb="khac")
    assert "hỏng từ dòng 3" in said(examined("trail"), BROKEN)


def test_a_chain_is_read_on_from_where_it_was_whole():
    chain = chain_of(3)
    assert examined("trail").grade is WELL
    assert reports_kept.points()[chain][0] == 3
    do("noted", k="sau")
    with patch("chuan.trail.verify.line_hash", side_effect=_counting()) as hashed:
        found = examined("trail")
    assert "1 chuỗi nguyên vẹn, 4 dòng" in said(found, WELL)
    assert hashed.call_count == 1


def _counting():
    from chuan.trail.chain import line_hash

    return line_hash


def test_what_was_changed_before_that_point_is_found_in_full():
    chain_of(3)
    examined("trail")
    tamper(2, verb="khac")
    assert examined("trail").grade is WELL
    assert "hỏng từ dòng 2" in said(examined("trail", full=True), BROKEN)


def test_a_chain_set_back_behind_that_point_is_found_though_it_is_whole_in_itself():
    chain = chain_of(3)
    examined("trail")
    with _lifted():
        last = Entry.objects.get(chain=chain, seq=3)
        before = Entry.objects.get(chain=chain, seq=2)
        getattr(last, "detail", last) is last or last.detail.delete()
        last.delete()
    Head.objects.filter(chain=chain).update(seq=2, hash=before.hash)
    found = examined("trail")
    assert "hỏng từ dòng 3" in said(found, BROKEN)
    assert "chuan doctor --full" in said(found, BROKEN)
    assert examined("trail", full=True).grade is WELL
    assert examined("trail").grade is WELL


def _lifted():
    from chuan.trail.guarding import lift

    return lift()


def test_files_that_are_missing_damaged_or_left_over():
    whole, gone, torn = (keep(text.encode(), media_type="text/plain") for text in ("một", "hai", "ba"))
    assert "Đủ 3 tệp; đã đọc lại 3 tệp" in said(examined("files"), WELL)
    path_of(gone.digest).unlink()
    path_of(torn.digest).write_bytes(b"x")
    found = said(examined("files"), BROKEN)
    assert "2 tệp mất hoặc sai cỡ" in found
    path_of(torn.digest).write_bytes(b"bb")
    assert f"1 tệp bị hỏng: {torn.digest[:12]}" in said(examined("files"), BROKEN)
    stranger = path_of("0" * 64)
    stranger.parent.mkdir(parents=True)
    stranger.write_bytes(b"?")
    assert "1 tệp trong thư mục files không thuộc" in said(examined("files"), LOOK)
    assert whole.let_go_at is None


def test_a_sample_of_the_files_is_read_and_in_full_every_one():
    from chuan.files import examining

    for n in range(5):
        keep(str(n).encode(), media_type="text/plain")
    with patch.object(examining, "SAMPLE", 2):
        assert "đã đọc lại 2 tệp" in said(examined("files"), WELL)
        assert "đã đọc lại 5 tệp" in said(examined("files", full=True), WELL)
    with patch.object(examining, "SAMPLE_BYTES", 3):
        assert "đã đọc lại 3 tệp" in said(examined("files"), WELL)


def test_an_index_that_is_stale_and_its_mend(ward):
    from chuan.search import examining

    assert "Tìm có thể thiếu" in said(examined("search"), BROKEN)
    assert "mục." in examining.mend()
    assert examined("search").grade is WELL
    SearchEntry.objects.all()[0].delete()
    assert examined("search").grade is BROKEN


def test_a_projection_that_differs(monkeypatch):
    monkeypatch.setitem(checks._projections, "sổ thử", lambda: [f"dòng {n} sai" for n in range(50)])
    found = said(examined("projections"), BROKEN)
    assert found.count("sổ thử: dòng") == 3
    assert "chuan check projections" in found


def archive(**changed) -> Kept:
    now = timezone.now()
    usual = {
        "path": Path("chuan-x.tar"), "made_at": now - timedelta(hours=2), "size": 1000, "units": "UBND", "second": "",
        "verified_at": now, "unwell": 0,
    }  # fmt: skip
    return Kept(**(usual | changed))


@pytest.mark.parametrize(("kept", "grade", "words"), [
    (None, LOOK, "Chưa có bản sao lưu nào"),
    (archive(), WELL, "làm 2 giờ trước"),
    (archive(made_at=timezone.now() - timedelta(hours=30)), LOOK, "đã 30 giờ tuổi"),
    (archive(made_at=timezone.now() - timedelta(days=4)), BROKEN, "đã 96 giờ tuổi"),
    (archive(verified_at=None), LOOK, "chưa được đọc lại"),
    (archive(unwell=2), BROKEN, "2 tệp đã mất hoặc hỏng"),
])  # fmt: skip
def test_backups_that_are_missing_old_or_unsound(kept, grade, words):
    with patch("chuan.upkeep.backups.latest", return_value=kept):
        found = examined("backups")
    assert found.grade is grade
    assert words in said(found, grade)


def test_a_backup_that_failed_says_why():
    now = timezone.now()
    Backup.objects.create(
        begun_at=now,
        asked_by="system",
        touched_at=now,
        state="failed",
        refusal="Đĩa sao lưu đã đầy. Thay đĩa.",
    )
    with patch("chuan.upkeep.backups.latest", return_value=archive()):
        assert "Đĩa sao lưu đã đầy" in said(examined("backups"), BROKEN)


def test_backups_beside_the_data_are_told(data: Path):
    assert "cùng đĩa với dữ liệu" in said(examined("second_place"), LOOK)


def test_a_second_place_that_is_away_says_why(settings, tmp_path: Path):
    settings.BACKUPS_SECOND = str(tmp_path / "usb")
    assert examined("second_place").grade is WELL
    now = timezone.now()
    Backup.objects.create(
        begun_at=now,
        asked_by="x",
        touched_at=now,
        made_at=now,
        state="made",
        refusal="Không thấy ổ đĩa ngoài.",
    )
    assert "Không thấy ổ đĩa ngoài" in said(examined("second_place"), LOOK)
