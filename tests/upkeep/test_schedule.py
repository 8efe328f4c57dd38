"""The daily backup: when it is due, what is kept, the second place, what is written down, what a page may ask."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from django.utils import timezone

from chuan import cli
from chuan.people.actions import sessions
from chuan.people.models import KnownComputer, SignInSession, Unit
from chuan.people.viewer import viewer_of
from chuan.rules.refusals import NotAllowed
from chuan.trail.models import Entry
from chuan.upkeep import backups, keys, locks, places, scheduling
from chuan.upkeep.actions.backups import house_unit, make, make_at, make_now
from chuan.upkeep.actions.returning import note_restored
from chuan.upkeep.checking import check
from chuan.upkeep.house import House
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.models import Backup
from chuan.upkeep.places import Rule
from chuan.upkeep.refusals import BackupRuns, FileStands, KeysUnreadable
from chuan.upkeep.restoring import restore
from chuan.upkeep.retention import kept_by, let_go
from tests.people import Ward

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(house: House, settings, tmp_path: Path) -> Iterator[Path]:
    """The folder of backups of the house, which stands for the installation."""
    settings.BACKUPS_DIR = tmp_path / "sao-luu"
    settings.BACKUPS_AT, settings.BACKUPS_SECOND = "12:15", ""
    with patch("chuan.upkeep.actions.backups.standing_house", return_value=house):
        yield settings.BACKUPS_DIR


def at(hour: int, minute: int = 0, day: int = 12) -> datetime:
    """A moment by the clock of Việt Nam."""
    return datetime(2026, 10, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def test_it_is_due_from_its_hour_on_until_one_is_made(folder: Path, ward: Ward):
    assert scheduling.hour_before(at(12, 14)) == at(12, 15, day=11)
    assert scheduling.is_due(at(8)), "what a machine missed that was off at noon is caught up"
    Backup.objects.create(
        begun_at=at(8), touched_at=at(8), made_at=at(8), state="made", asked_by="system/backups"
    )
    assert not scheduling.is_due(at(12, 14))
    assert scheduling.is_due(at(12, 15))


def test_upkeep_is_written_where_people_work_and_not_into_the_closed_chain_of_a_ward_that_merged(
    ward: Ward, other_ward: Ward
):
    assert house_unit() == ward.unit
    Unit.objects.filter(pk=ward.unit.pk).update(valid_to=at(0).date())
    assert house_unit() == other_ward.unit


def test_after_a_failure_it_is_tried_again_an_hour_later(folder: Path, ward: Ward):
    Backup.objects.create(begun_at=at(13), touched_at=at(13), state="failed", asked_by="system/backups")
    assert not scheduling.is_due(at(13, 59))
    assert scheduling.is_due(at(14, 1))


def test_a_killed_backup_is_called_failed_and_its_half_file_swept(folder: Path, ward: Ward):
    half = folder / ".chuan-sao-luu-killed"
    half.mkdir(parents=True)
    (half / "whole").write_bytes(b"half")
    Backup.objects.create(begun_at=at(13), touched_at=at(13), asked_by="system/backups")
    assert scheduling.tick(at(13, 10)) is None
    done = scheduling.tick(at(16))
    assert done is not None
    assert done.state == "made", done.refusal
    assert "dừng giữa chừng" in Backup.objects.get(state="failed").refusal
    assert [one.name for one in folder.iterdir() if one.name.startswith(".chuan")] == []
    assert len(backups.kept()) == 1, "a half archive never counts"


def test_it_may_be_switched_off_and_an_empty_house_makes_none(folder: Path, ward: Ward, settings):
    settings.BACKUPS_AT = "off"
    assert not scheduling.is_due(at(13))
    settings.BACKUPS_AT = "12:15"
    with patch("chuan.upkeep.scheduling.house_unit", return_value=None):
        assert not scheduling.is_due(at(13))


def test_what_was_made_is_read_back_copied_to_the_second_place_and_written_to_the_trail(
    folder: Path, ward: Ward, settings, tmp_path: Path
):
    settings.BACKUPS_SECOND = str(tmp_path / "usb")
    (tmp_path / "usb").mkdir()
    done = make_now(at=timezone.now())
    assert (done.state, done.refusal) == ("made", "")
    latest = backups.latest()
    assert latest is not None
    assert check(latest.path).sha256 == check(Path(latest.second)).sha256 == done.sha256
    assert (latest.units, latest.unwell, backups.last_failure(), backups.second_missing()) == (
        "Bắc Hồng",
        0,
        None,
        "",
    )
    line = Entry.objects.get(verb="backup.make")
    assert (line.actor, line.subject_uid) == ("system/backups", done.uid)
    assert "đã đọc lại và khớp" in done.sentence


def test_a_stick_that_is_not_plugged_in_fails_nothing_and_is_told(
    folder: Path, ward: Ward, settings, tmp_path: Path
):
    settings.BACKUPS_SECOND = str(tmp_path / "usb")
    done = make_now(at=timezone.now())
    assert done.state == "made"
    assert "Cắm lại ổ đĩa" in backups.second_missing()
    assert not (tmp_path / "usb").exists()


def test_a_failure_is_remembered_until_one_goes_well(folder: Path, ward: Ward):
    with patch("chuan.upkeep.backing_up.snapshot", side_effect=sqlite3.OperationalError("disk I/O error")):
        done = make_now(at=timezone.now())
    failure = backups.last_failure()
    assert failure is not None
    assert failure.pk == done.pk
    assert "disk I/O error" in failure.refusal
    assert Entry.objects.filter(verb="backup.fail").count() == 1
    assert backups.kept() == []
    make_now(at=timezone.now())
    assert backups.last_failure() is None


def test_files_that_were_lost_before_are_told_with_the_backup(folder: Path, ward: Ward, house: House):
    next(one for one in house.files.rglob("*") if one.is_file()).unlink()
    assert "1 tệp trong kho đã mất" in make_now(at=timezone.now()).sentence


def test_one_at_a_time(folder: Path, ward: Ward):
    folder.mkdir()
    with locks.alone(folder / ".dang-sao-luu"):
        assert make_now(at=timezone.now()).refusal == BackupRuns().sentence


def test_a_keeper_asks_for_one_and_nobody_else(folder: Path, ward: Ward, django_capture_on_commit_callbacks):
    now = timezone.now()
    with pytest.raises(NotAllowed):
        make(by=viewer_of(ward.clerk.account, on=now.date()), at=now)
    asked = make(by=viewer_of(ward.chairman.account, on=now.date()), at=now)
    assert (asked.state, backups.running(now)) == ("running", asked)
    assert Entry.objects.filter(verb="backup.ask", subject_uid=asked.uid).exists()
    with pytest.raises(BackupRuns):
        make(by=viewer_of(ward.chairman.account, on=now.date()), at=now)


def test_the_last_of_each_day_week_and_month_are_kept_and_all_of_the_last_24_hours():
    each = [at(12, day=1) - timedelta(days=days) for days in range(400)]
    kept = kept_by([*each, each[0] - timedelta(hours=3)], Rule(7, 4, 6))
    assert each[0] in kept
    assert each[0] - timedelta(hours=3) in kept
    assert 13 <= len(kept) <= 18
    assert set(each[:7]) <= kept
    assert len({(one.year, one.month) for one in map(timezone.localtime, kept)}) == 6
    assert kept_by([at(1)], Rule(0, 0, 0)) == {at(1)}, "the newest is never let go"


def test_only_archives_of_this_house_that_are_older_are_let_go(archive: Path, tmp_path: Path):
    ours = check(archive).manifest
    place = tmp_path / "nhieu"
    place.mkdir()

    def lay(name: str, manifest: Manifest) -> Path:
        from tests.upkeep.test_bad_archives import put_together

        return put_together(place / name, [("chuan-backup.json", manifest.as_bytes())])

    def told(days: int) -> str:
        return (ours.moment - timedelta(days=days)).isoformat()

    old = lay("chuan-20200101-000000.tar", replace(ours, made_at=told(300)))
    stranger = lay("chuan-20200102-000000.tar", replace(ours, made_at=told(301), units=(("ff", "Khác"),)))
    named = lay("chuan-quan-trong.tar", replace(ours, made_at=told(302)))
    ahead = lay("chuan-20990101-000000.tar", replace(ours, made_at=told(-9000)))
    unreadable = place / "chuan-20200103-000000.tar"
    unreadable.write_bytes(b"x" * 2000)
    (place / "chuan-20200104-000000.tar").symlink_to(archive)
    assert let_go(place, Rule(1, 1, 1), ours=ours) == [old]
    assert all(os.path.lexists(one) for one in (stranger, named, ahead, unreadable, archive))


def test_choices_that_cannot_be_read_are_our_proposal(settings):
    settings.BACKUPS_KEEP, settings.BACKUPS_AT = "mãi mãi", "25:00"
    assert (places.rule(), places.hour()) == (Rule(7, 4, 6), None)
    settings.BACKUPS_KEEP, settings.BACKUPS_AT = "14, 8,12", "7h30"
    assert places.rule() == Rule(14, 8, 12)
    assert str(places.hour()) == "07:30:00"


def test_a_restored_house_says_so_and_old_sessions_are_over(archive: Path, ward: Ward, client, sign_in):
    sign_in(client, ward.chairman)
    assert client.session.exists(client.session.session_key)
    Backup.objects.create(begun_at=at(13), touched_at=at(13), asked_by="system/backups")
    account = ward.chairman.account
    assert account is not None
    sessions.begin(account, sessions.Coming("key", "10.0.0.1", "Chrome"), at=timezone.now())
    sessions.remember_computer(account, ward.unit, "token", label="Máy", at=timezone.now())
    checked = check(archive)
    note_restored(checked.manifest, checked.sha256, at=timezone.now())
    assert not client.session.exists(client.session.session_key)
    assert not SignInSession.objects.open_at(timezone.now()).exists(), (
        "the page of one's account lists none either"
    )
    assert not KnownComputer.objects.standing(timezone.now()).exists()
    assert checked.sha256 in Entry.objects.get(verb="backup.restore").detail.body
    assert Backup.objects.get().state == "failed"


def test_a_copy_taken_away_by_a_command_leaves_a_line_and_counts_as_long_as_it_is_there(
    folder: Path, ward: Ward, tmp_path: Path
):
    made = make_at(tmp_path / "usb.tar", at=timezone.now())
    assert Entry.objects.filter(verb="backup.make").count() == 1
    latest = backups.latest()
    assert latest is not None
    assert (latest.path, latest.verified_at is not None) == (made.path, True)
    made.path.unlink()
    assert backups.latest() is None


def test_keys_travel_in_a_file_of_their_own(archive: Path, empty: House, settings, tmp_path: Path):
    settings.SEAL_KEYS = tmp_path / "seal_keys"
    settings.SEAL_KEYS.write_text("k1-abc AAAA\n", "ascii")
    (tmp_path / "blind-key").write_bytes(bytes(range(32)))
    (tmp_path / "figures-key").write_bytes(bytes(range(32, 64)))
    keys.write(tmp_path / "khoa")
    assert settings.SECRET_KEY.encode() not in archive.read_bytes()
    with pytest.raises(FileStands):
        keys.write(tmp_path / "khoa")
    (empty.data / "secret_key").write_text("khóa của máy này")
    assert not restore(archive, empty, at=timezone.now(), key_file=tmp_path / "khoa").keys_differ
    assert (empty.data / "secret_key").read_text() == settings.SECRET_KEY
    assert (empty.data / "seal_keys").read_text() == "k1-abc AAAA\n"
    assert (empty.data / "blind-key").read_bytes() == bytes(range(32))
    assert (empty.data / "figures-key").read_bytes() == bytes(range(32, 64))
    assert [one.read_text() for one in empty.data.glob("truoc-*/secret_key")] == ["khóa của máy này"]
    if os.name == "posix":
        assert {(empty.data / name).stat().st_mode & 0o77 for name in ("secret_key", "seal_keys")} == {0}
    for wrong in ("", "{}", '{"kind": "khac"}', "\x00"):
        (tmp_path / "khoa").write_text(wrong)
        with pytest.raises(KeysUnreadable):
            restore(archive, empty, at=timezone.now(), replace=True, key_file=tmp_path / "khoa")


def test_another_machine_without_the_key_is_told_so(archive: Path, empty: House, settings):
    settings.SECRET_KEY = "khóa của máy khác"
    assert restore(archive, empty, at=timezone.now()).keys_differ


def test_a_key_of_the_environment_goes_before_one_laid_back_and_that_is_told(
    archive: Path, empty: House, settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keys.write(tmp_path / "khoa")
    monkeypatch.setenv("CHUAN_SECRET_KEY", "khóa của máy khác")
    settings.SECRET_KEY = "khóa của máy khác"
    assert restore(archive, empty, at=timezone.now(), key_file=tmp_path / "khoa").keys_differ


def test_keys_are_written_only_beside_an_archive_that_was_made(folder: Path, ward: Ward, tmp_path: Path):
    taken, new, third, key_file = (tmp_path / name for name in ("co-roi.tar", "moi.tar", "nua.tar", "khoa"))
    taken.write_bytes(b"of somebody else")
    assert cli.main(["backup", str(taken), "--keys", str(key_file)]) == 2
    assert not key_file.exists()
    assert cli.main(["backup", str(new), "--keys", str(key_file)]) == 0
    assert (new.exists(), key_file.exists()) == (True, True)
    assert cli.main(["backup", str(third), "--keys", str(key_file)]) == 2
    assert not third.exists()
