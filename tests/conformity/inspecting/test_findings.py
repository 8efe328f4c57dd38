"""What inspectors find: written, taken back, closed with the minutes; then it is mended within two months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.clocks.models import Clock
from chuan.conformity import actions as sayings
from chuan.conformity.actions import inspecting as actions
from chuan.conformity.actions.inspecting import Coming, Found, Minutes
from chuan.conformity.inspecting.packing import files as earlier_files
from chuan.conformity.inspecting.points import points_of
from chuan.conformity.inspecting.showing import shown
from chuan.conformity.models import Inspection, InspectionFinding
from chuan.conformity.pack.minutes import minutes_paper
from chuan.conformity.refusals_inspecting import (
    DaysBackwards,
    GroundsMissing,
    InspectionClosed,
    MinutesDay,
    NotOfThisVisit,
    TakenBackAlready,
)
from chuan.corrections.models import Nonconformity
from chuan.offers.faults import facts_of
from chuan.offers.packing import Asked
from chuan.offers.subjects import Subject
from chuan.people.actions.guests import Person
from chuan.people.models import Guest
from chuan.rules.refusals import NotFound
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.conformity.inspecting.made import BODY, PAPER, browser, now, today, under_way, viewer
from tests.examine import examine, open_page
from tests.people import Ward

FAULT = Found(
    "minor", "Sổ theo dõi đào tạo chưa ghi kết quả.", "Sổ đào tạo quý 1, quý 2", "audit_review", "7.2"
)


def test_what_has_to_be_mended_is_raised_when_the_minutes_are_closed_and_is_due_two_months_after_them(
    ward: Ward,
):
    """26/2014/TT-BKHCN, Điều 37: corrective action is reported within two months of the minutes."""
    secretary = ward.viewer(ward.secretary, today())
    coming = Coming(BODY, date(2021, 12, 30), date(2021, 12, 31), PAPER)
    inspection = actions.record_inspection(coming, by=secretary, at=now())
    wrong = actions.find(inspection, FAULT, by=secretary, at=now())
    actions.find(inspection, FAULT, by=secretary, at=now())
    mended = Found(
        "major", "Chưa đánh giá nội bộ.", "Không có báo cáo", mended="Báo cáo 12/BC-UBND ngày 01/02/2022"
    )
    actions.find(inspection, mended, by=secretary, at=now())
    actions.find(inspection, Found("strength", "Niêm yết rõ ràng."), by=secretary, at=now())
    actions.take_back(wrong, "ghi trùng", by=secretary, at=now())
    with pytest.raises(TakenBackAlready):
        actions.take_back(wrong, "ghi trùng", by=secretary, at=now())
    raised = actions.close_inspection(
        inspection, Minutes("12/BB-SKHCN", date(2021, 12, 31)), by=secretary, at=now()
    )
    (case,) = raised
    assert (case.due_on, case.found_on, case.source) == (date(2022, 2, 28), date(2021, 12, 31), "inspection")
    assert case.citation == "Biên bản 12/BB-SKHCN ngày 31/12/2021 của Sở Khoa học và Công nghệ"
    clocks = Clock.objects.filter(subject_kind="nonconformity", subject_uid=case.uid)
    assert {one.lawful_due_on for one in clocks} > {case.due_on}
    assert "Sổ đào tạo quý 1, quý 2" in dict(case.fact_lines)["Bằng chứng"]
    (told,) = shown(Inspection.objects.all(), secretary, on=today())
    assert [len(told.findings), len(told.standing), len(told.faults), told.open] == [4, 3, 2, 1]
    assert "28/02/2022" in told.law
    assert told.faults[0].done is not None
    assert told.faults[0].done.is_late
    for late in (
        lambda: actions.find(inspection, FAULT, by=secretary, at=now()),
        lambda: actions.close_inspection(inspection, Minutes("1", date(2022, 1, 4)), by=secretary, at=now()),
    ):
        with pytest.raises(InspectionClosed):
            late()
    verbs = Entry.objects.order_by("seq").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["correction.raise", "inspection.close"]


def test_only_who_came_and_who_keeps_the_system_writes(ward: Ward, other_ward: Ward):
    inspection, guest = under_way(ward)
    _other, stranger = under_way(ward, Person("Trần Văn Khác"))
    him = viewer(guest)
    with pytest.raises(GroundsMissing):
        actions.find(inspection, Found("minor", "Thiếu sổ."), by=him, at=now())
    row = actions.find(inspection, FAULT, by=him, at=now())
    assert (row.guest, row.by, row.author) == (guest, None, guest.name)
    with pytest.raises(NotFound):
        actions.find(inspection, FAULT, by=viewer(stranger), at=now())
    with pytest.raises(NotOfThisVisit):
        actions.find(inspection, FAULT, by=ward.viewer(ward.clerk, today()), at=now())
    theirs = other_ward.viewer(other_ward.secretary, today())
    with pytest.raises(NotFound):
        actions.take_back(row, "x", by=theirs, at=now())
    assert facts_of(Subject("inspection_finding", row.uid), theirs, now()) is None
    with pytest.raises(MinutesDay):
        actions.close_inspection(inspection, Minutes("1", today() + timedelta(days=1)), by=him, at=now())
    days = Coming(BODY, today(), today() - timedelta(days=1), PAPER)
    with pytest.raises(DaysBackwards):
        actions.record_inspection(days, by=ward.viewer(ward.secretary, today()), at=now())


def test_minutes_filled_in_while_inspectors_are_there_hold_who_came_and_what_was_found(ward: Ward):
    inspection, guest = under_way(ward)
    actions.find(inspection, FAULT, by=viewer(guest), at=now())
    secretary = ward.viewer(ward.secretary, today())
    asked = Asked(ward.unit, Period.year(2021), today(), now(), secretary)
    told = repr(minutes_paper(asked, []))
    assert all(words in told for words in (guest.name, PAPER, FAULT.words.rstrip("."), "(điều 7.2)"))
    assert list(earlier_files(asked)) == []
    actions.close_inspection(inspection, Minutes("7/BB-SKHCN", today()), by=secretary, at=now())
    assert FAULT.words.rstrip(".") not in repr(minutes_paper(asked, []))
    later = Asked(ward.unit, Period.year(today().year), today(), now(), secretary)
    assert [one.name for one in earlier_files(later)] == ["cac-lan-truoc.xlsx"]


def test_a_point_that_nothing_is_held_of_says_where_the_paper_is(ward: Ward):
    secretary = ward.viewer(ward.secretary, today())
    sayings.say_of_clause(
        "7.3", "elsewhere", "Sổ họp giao ban, tủ số 2; https://vi-du.vn/hop", citation="",
        valid_from=date(2021, 1, 4), by=secretary, at=now(),
    )  # fmt: skip
    points = {one.point.key: one for one in points_of(ward.unit, 2021, viewer(under_way(ward)[1]), at=now())}
    told = points["dissemination"]
    assert (told.is_applied, [one.clause for one in told.notes]) == (False, ["7.3"])
    assert (points["legal_updates"].page, points["processes"].page) == ("/van-ban/", "/qua-trinh/")
    assert [one.duty.key for one in points["effectiveness"].duties] == ["confirmation"]
    assert len(points) == 12


def test_an_inspection_from_the_letter_that_announces_it_to_the_closed_minutes(
    ward: Ward, other_ward: Ward, client: Client, sign_in, django_assert_max_num_queries
):
    sign_in(client, ward.chairman)
    assert "Chưa ghi lần kiểm tra nào" in open_page(client, "/kiem-tra/").text
    form = open_page(client, "/kiem-tra/mo/").form()
    refused = examine(form.send(client, body=BODY, citation=PAPER), "/kiem-tra/mo/", status=422)
    assert "Chưa ghi người kiểm tra nào" in refused.notice
    assert refused.one("#id_body").get("value") == BODY
    said = examine(refused.form().send(client, people="Đặng Thị Kiểm Tra; Trưởng đoàn"), "/kiem-tra/mo/")
    assert "kiemtra.tra" in said.text
    inspection = Inspection.objects.get()
    here = f"/kiem-tra/{inspection.uid}/"
    assert "tên đăng nhập kiemtra.tra" in open_page(client, here).text
    guest = Guest.objects.select_related("grant__account").get()
    him = browser(guest)
    with django_assert_max_num_queries(150):
        page = open_page(him, "/kiem-tra/")
    assert "/tim/" not in page.html
    form = open_page(him, f"{here}phat-hien/?nd=complaints").form()
    assert form.values["point"] == "complaints"
    assert "mended" not in form.values
    refused = examine(form.send(him, words="Sổ thiếu cột."), f"{here}phat-hien/", status=422)
    assert "phải có bằng chứng" in refused.notice
    assert refused.form().send(him, evidence="Sổ tiếp công dân").headers["Location"] == "/kiem-tra/#phat-hien"
    found = InspectionFinding.objects.get()
    assert "Sổ thiếu cột." in open_page(him, "/kiem-tra/").text
    assert open_page(him, f"/kiem-tra/phat-hien/{found.uid}/rut/").title == "Rút phát hiện"
    form = open_page(him, f"{here}chot/").form()
    assert "Chưa ghi số biên bản" in examine(form.send(him), f"{here}chot/", status=422).notice
    scan = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.7 khong phai")
    assert him.post(f"{here}chot/", {"number": "7", "on": "01/01/2001", "scan": scan}).status_code == 422
    assert form.send(him, number="7/BB-SKHCN").status_code == 302
    case = Nonconformity.objects.get()
    assert case.code in open_page(him, here).text
    assert open_page(him, f"/khac-phuc/{case.uid}/").title
    sign_in(client, ward.clerk)
    assert case.code in open_page(client, "/kiem-tra/").text
    assert client.get("/kiem-tra/mo/").status_code == 403
    assert open_page(client, "/kiem-tra/xem-truoc/").title == "Đoàn kiểm tra sẽ thấy"
    sign_in(client, other_ward.chairman)
    for address in (here, f"{here}chot/", f"/kiem-tra/nguoi/{guest.uid}/ket-thuc/"):
        assert client.get(address).status_code == 404
