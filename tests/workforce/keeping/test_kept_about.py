"""All that is kept about a person on one page: everything for himself, of another only what may be seen."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.apps import apps
from django.utils import timezone

from chuan.documents.models import Dissemination, MustKnow
from chuan.dossiers.models import Cover, HandlerName
from chuan.exchange.sheets import read_sheet
from chuan.people.kept import sections_about
from chuan.people.models import Official
from chuan.rules.refusals import NotFound
from chuan.trail.models import Detail, Entry
from chuan.workforce.models import (
    Council,
    Evidence,
    Initiative,
    Qualification,
    Reward,
    TitleRound,
    ToolAccount,
    ToolUse,
)
from tests.examine import open_page
from tests.people import PAPER, Ward
from tests.workforce.keeping import made
from tests.workforce.made import personnel_clerk

NUMBER = "038012345678"
MINE = "/tai-khoan/luu-ve-toi/"


@pytest.fixture
def kept(ward) -> Ward:
    """The clerk with something in every part."""
    one, unit = ward.clerk, ward.unit
    made.ranked(ward, one)
    made.away(ward, one)
    made.considered(ward, one)
    asked = Qualification.objects.create(
        unit=unit, name="Tin học", kind="certificate", recorded_at=made.MOMENT
    )
    Evidence.objects.create(
        unit=unit, official=one, qualification=asked, held_from=date(2015, 1, 5), recorded_at=made.MOMENT,
        paper=f"Chứng chỉ cấp cho CCCD {NUMBER}",
    )  # fmt: skip
    years = TitleRound.objects.get()
    Reward.objects.create(
        round=years, title="advanced_worker", official=one, decision="90/QĐ-UBND", decided_on=date(2015, 12, 20),
        issuer="UBND thị xã", recorded_at=made.MOMENT,
    )  # fmt: skip
    Council.objects.create(
        round=years, chair=one, secretary=one, citation=PAPER, recorded_at=made.MOMENT
    ).members.add(one)
    idea = Initiative.objects.create(
        unit=unit, name="Sổ hẹn điện tử", level="base", document="5/QĐ-UBND", recognised_by="UBND thị xã",
        recognised_on=date(2015, 9, 1), recorded_at=made.MOMENT,
    )  # fmt: skip
    idea.authors.add(one)
    ToolAccount.objects.create(
        unit=unit, register="mail_use", source="Thư tỉnh", account="vanphong.t@x.example", kind="official",
        official=one, confirmed_by=ward.chairman, confirmed_at=made.MOMENT,
    )  # fmt: skip
    ToolUse.objects.create(
        unit=unit, register="mail_use", source="Thư tỉnh", account="vanphong.t@x.example", month=date(2015, 3, 1),
        count=12, recorded_at=made.MOMENT, import_uid=idea.uid,
    )  # fmt: skip
    told = Dissemination.objects.create(
        unit=unit, subject_kind="document", subject_uid=idea.uid, title="Quy chế làm việc", version_digest="0" * 64,
        started_on=date(2015, 2, 2), recorded_at=made.MOMENT,
    )  # fmt: skip
    MustKnow.objects.create(dissemination=told, official=one, recorded_at=made.MOMENT)
    HandlerName.objects.create(unit=unit, name="TRAN THI VP", folded="tran thi vp", official=one)
    Cover.objects.create(
        unit=unit, official=ward.specialist, by_official=one, first_on=date(2015, 7, 1), last_on=date(2015, 7, 9),
        recorded_at=made.MOMENT,
    )  # fmt: skip
    return ward


def told(viewer, official):
    return {one.key: one for one in sections_about(official, viewer, at=timezone.now())}


def test_himself_is_told_everything_with_how_long_it_is_kept(kept, django_assert_max_num_queries):
    viewer = kept.viewer(kept.clerk, on=timezone.localdate())
    with django_assert_max_num_queries(42):
        found = told(viewer, kept.clerk)
    counted = {key: len(one.lines) for key, one in found.items() if one.lines}
    assert counted == {
        "account": 3, "posts": 1, "roles": 1, "ranking": 1, "ranking_words": 2, "considered": 1, "titles": 3,
        "initiatives": 1,
        "absences": 1, "evidence": 1, "tools": 1, "known": 1,
        "handler_names": 1, "covers": 1,
    }  # fmt: skip
    assert "nghỉ ốm, Giấy ra viện 44" in found["absences"].lines[0].text
    assert found["ranking_words"].lines[1].text == f"{kept.clerk.name}: Lời riêng 2"
    assert "1 tháng có số lượt (03/2015" in found["tools"].lines[0].text
    assert "chưa biết, bảng thời hạn của 10/2022/TT-BNV" in found["absences"].term
    assert "Phiếu kín" in found["titles"].note


def test_many_rows_ask_no_more_statements(kept, django_assert_max_num_queries):
    for year in range(2000, 2012):
        made.away(kept, kept.clerk, year)
        made.ranked(kept, kept.clerk, year)
    viewer = kept.viewer(kept.clerk, on=timezone.localdate())
    with django_assert_max_num_queries(42):
        assert len(told(viewer, kept.clerk)["ranking"].lines) == 13


def test_a_head_and_the_personnel_clerk_see_the_unit_without_sign_ins_and_nobody_else_anything(
    kept, other_ward
):
    keeper = personnel_clerk(kept)
    for reader in (kept.chairman, keeper):
        found = told(kept.viewer(reader, on=timezone.localdate()), kept.clerk)
        assert {"ranking", "considered", "absences", "evidence"} <= set(found)
        assert "sessions" not in found
        assert "Mật khẩu" not in {line.label for line in found["account"].lines}
    strangers = [
        kept.viewer(one) for one in (kept.auditor, kept.secretary, kept.administrator, kept.specialist)
    ]
    for viewer in (*strangers, other_ward.viewer(other_ward.chairman)):
        with pytest.raises(NotFound):
            told(viewer, kept.clerk)


def test_the_page_of_oneself_and_its_files_cover_identity_numbers(kept, client, sign_in):
    sign_in(client, kept.clerk)
    assert "Mọi điều được lưu về tôi" in open_page(client, "/tai-khoan/").text
    page = open_page(client, MINE)
    assert all(
        part in page.text for part in ("Giấy ra viện 44", "Sổ hẹn điện tử", "Quy chế làm việc", NUMBER)
    )
    sheet = client.get(f"{MINE}luu-ve-toi.xlsx")
    cells = _cells(sheet.content)
    assert "•••678" in cells
    assert NUMBER not in cells
    assert client.get(f"{MINE}luu-ve-toi.pdf").content.startswith(b"%PDF")
    assert not Entry.objects.filter(verb="kept.take_out").exists()


def test_whole_numbers_are_taken_out_for_a_reason_that_the_trail_keeps(kept, client, sign_in):
    sign_in(client, kept.clerk)
    open_page(client, f"{MINE}du-so/")
    refused = client.post(f"{MINE}du-so/", {"reason": "", "kind": "xlsx"})
    assert refused.status_code == 422
    taken = client.post(f"{MINE}du-so/", {"reason": "Nộp hồ sơ dự tuyển", "kind": "xlsx"})
    assert NUMBER in _cells(taken.content)
    body = Detail.objects.get(entry=Entry.objects.get(verb="kept.take_out")).body
    assert "Nộp hồ sơ dự tuyển" in body
    assert NUMBER not in body


def test_the_page_of_another_opens_for_a_head_and_is_no_page_for_others(kept, other_ward, client, sign_in):
    page = f"/can-bo/{kept.clerk.uid}/luu-ve/"
    sign_in(client, kept.chairman)
    assert "Giấy ra viện 44" in open_page(client, page).text
    assert "Điều được lưu" in open_page(client, f"/can-bo/{kept.clerk.uid}/").text
    for stranger in (kept.auditor, other_ward.chairman):
        sign_in(client, stranger)
        assert client.get(page).status_code == 404


TOLD = {
    "Absence.official", "Evidence.official", "Assessment.official", "Reward.official", "TitleFact.official",
    "Initiative.authors", "Candidate.official", "Council.members", "Sitting.present", "TeamSaid.people",
    "ToolAccount.official", "OwnUse.official", "Attendance.official",
}  # fmt: skip
DONE_BY = {
    "AssessmentEvent.by", "TitleFact.by", "TeamSaid.by", "Evaluation.by", "ToolAccount.confirmed_by",
    "Council.chair", "Council.secretary",
}  # fmt: skip
"""Columns that name who did something to another's row, or an office within what is told."""


def test_every_column_of_the_room_that_names_an_official_is_told_or_names_who_did_something():
    named = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("workforce").get_models()
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.related_model is Official
    }
    assert named == TOLD | DONE_BY


def _cells(data: bytes) -> str:
    assert io.BytesIO(data).read(2) == b"PK"
    return " ".join(
        str(cell.value)
        for sheet in read_sheet(data, name="luu.xlsx")
        for row in sheet.rows
        for cell in row
        if cell is not None
    )
