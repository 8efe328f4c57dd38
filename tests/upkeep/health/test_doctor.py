"""The doctor itself: each examination apart, in its time, and a report that can be kept."""

from __future__ import annotations

import uuid
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.utils import timezone

from chuan.clocks.models import CalendarYear
from chuan.intake.models import RecordSystem
from chuan.law.calendars import proposal_digest
from chuan.offers.examinations import Examination, Finding, Grade, broken, examinations, fine, look
from chuan.search.rebuilding import rebuild
from chuan.upkeep import beats, doctor, reports_kept
from tests.people import at as moment
from tests.upkeep.health.test_kept import archive

pytestmark = pytest.mark.django_db
AT = moment(2021, 10, 5)


def report(*given: Examination) -> doctor.Report:
    return doctor.examine(at=AT, on=timezone.localdate(AT), of=given)


def one(examine, key: str = "thu", mend=None) -> Examination:
    return Examination(key, "Thử", 1, examine, mend)


def test_a_crash_of_one_is_a_finding_and_the_others_go_on(caplog):
    def crash(looking):
        yield fine("đã xem nửa đầu")
        raise ValueError("Nguyễn Thị Hoa")

    found = report(one(crash), one(lambda looking: [fine("còn đây")], "sau"))
    assert [each.grade for each in found.examined] == [Grade.BROKEN, Grade.FINE]
    assert [each.sentence for each in found.examined[0].findings] == [
        "đã xem nửa đầu", "Phép kiểm này gặp lỗi (ValueError).",
    ]  # fmt: skip


def test_a_database_that_fails_is_said_to_fail():
    def away(looking):
        raise DatabaseError("away")

    assert "Cơ sở dữ liệu không trả lời" in report(one(away)).examined[0].findings[0].sentence


@pytest.mark.parametrize(("asked", "words"), [
    ({"side_effect": OperationalError("away")}, "Cơ sở dữ liệu không trả lời (OperationalError)"),
    ({"return_value": []}, "Chưa có dữ liệu ở"),
])  # fmt: skip
def test_without_a_database_that_is_said_once_and_the_rest_goes_on(asked, words):
    with patch("chuan.upkeep.doctor.connection.introspection.table_names", **asked):
        found = doctor.examine(at=AT, on=AT.date())
    ((first, said),) = found.of(Grade.BROKEN)
    assert first.key == "database"
    assert words in said.sentence
    assert {each.key for each in found.examined} == {
        "database", "disk", "rights", "settings", "versions", "outward", "law",
    }  # fmt: skip


def test_an_examination_that_needs_no_database_runs_without_one():
    with patch("chuan.upkeep.time_limits.connection.ensure_connection", side_effect=OperationalError("away")):
        said, found = report(
            Examination("dia", "Đĩa", 1, lambda looking: [fine("a")], needs_data=False)
        ).examined
    assert (said.key, said.grade) == ("database", Grade.BROKEN)
    assert (found.key, found.grade) == ("dia", Grade.FINE)


def test_a_statement_that_takes_too_long_is_broken_off_and_the_connection_lives_on():
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    def slow(looking):
        with connection.cursor() as cursor:
            cursor.execute(endless)
        yield fine("không bao giờ tới")

    with patch("chuan.upkeep.doctor.LONGEST", 0.2):
        (found,) = report(one(slow)).examined
    assert found.grade is Grade.LOOK
    assert "Chưa kiểm xong" in found.findings[0].sentence
    assert found.ms < 5000
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


def test_many_small_steps_that_take_too_long_are_broken_off_too():
    def many(looking):
        while True:
            yield fine("thêm")

    with patch("chuan.upkeep.doctor.LONGEST", 0.05):
        (found,) = report(one(many)).examined
    assert "Chưa kiểm xong" in found.findings[-1].sentence


def test_the_worst_decides():
    found = report(one(lambda looking: [fine("a"), look("b"), broken("c")]), one(lambda looking: [], "trong"))
    assert (found.grade, found.grade.weight) == (Grade.BROKEN, 2)
    assert found.examined[1].grade is Grade.FINE
    assert [each.sentence for _one, each in found.of(Grade.LOOK)] == ["b"]


def test_only_what_is_not_fine_and_can_be_mended_is_mended(monkeypatch):
    done: list[str] = []

    def made(key: str, finding: Finding, *, mends: bool = True) -> Examination:
        def mend() -> str:
            done.append(key)
            return "đã sửa."

        return one(lambda looking: [finding], key, mend if mends else None)

    given = [made("lanh", fine("x")), made("hong", broken("x")), made("kho", broken("x"), mends=False)]
    monkeypatch.setattr(doctor, "examinations", lambda: given)
    assert doctor.mend(doctor.examine(at=AT, on=AT.date())) == ["Thử: đã sửa."]
    assert done == ["hong"]


def test_a_report_is_kept_and_read_back_whole():
    unit = uuid.uuid4()
    made = report(one(lambda looking: [look("b", "sửa b", address="/lich/", unit_uid=unit), fine("a")]))
    reports_kept.keep(made)
    assert reports_kept.last() == made


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"at": "x"}', '{"at": "2021-10-05T08:00:00+07:00"}', "null"]
)
def test_a_report_that_cannot_be_read_is_none(text):
    (reports_kept.folder() / reports_kept.REPORT).write_text(text)
    (reports_kept.folder() / reports_kept.POINTS).write_text(text)
    assert reports_kept.last() is None
    assert reports_kept.points() == {}


def test_a_disk_that_refuses_does_not_stop_the_doctor():
    with patch("chuan.upkeep.reports_kept.os.replace", side_effect=OSError(28, "full")):
        reports_kept.keep(report(one(lambda looking: [fine("a")])))
    assert reports_kept.last() is None


def test_every_room_that_has_something_to_examine_is_asked():
    keys = [each.key for each in examinations()]
    assert len(keys) == len(set(keys))
    assert set(keys) >= {
        "disk", "backups", "database", "integrity", "triggers", "trail", "files", "search", "projections", "worker",
        "clock", "rights", "settings", "versions", "outward", "doors", "units", "calendar", "record_systems",
        "certificates", "law",
    }  # fmt: skip


def test_a_house_that_is_cared_for_is_green(ward, settings):
    settings.BACKUPS_SECOND = "/mnt/usb"
    CalendarYear.objects.create(
        unit=ward.unit, year=2021, version=1, proposal=proposal_digest(2021), citation="TB 1",
        confirmed_by=ward.chairman, recorded_at=AT,
    )  # fmt: skip
    RecordSystem.objects.create(
        unit=ward.unit,
        register="dossiers",
        system="Một cửa",
        valid_from=AT.date(),
        citation="QĐ 1",
        recorded_at=AT,
    )
    assert sum(count for _kind, count in rebuild())
    beats.beat(beats.WORKER)
    with patch("chuan.upkeep.backups.latest", return_value=archive(made_at=AT - timedelta(hours=2))):
        found = doctor.examine(at=AT, on=AT.date())
    assert [finding.sentence for _one, finding in (*found.of(Grade.LOOK), *found.of(Grade.BROKEN))] == []
    assert found.grade is Grade.FINE


def test_every_finding_that_is_not_fine_says_what_mends_it(ward):
    assert sum(count for _kind, count in rebuild())
    found = doctor.examine(at=timezone.now(), on=timezone.localdate(), full=True)
    for each, finding in (*found.of(Grade.LOOK), *found.of(Grade.BROKEN)):
        assert finding.mend, f"{each.key}: {finding.sentence}"
    assert not found.of(Grade.BROKEN)
