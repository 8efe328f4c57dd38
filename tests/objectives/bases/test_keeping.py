"""Which papers are kept, refused and asked about; two that disagree; what came after; where it is said."""

from __future__ import annotations

from datetime import date
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client

from chuan.documents.models import Document, Link, Reading
from chuan.exchange import scans
from chuan.exchange.tables import read_tables
from chuan.objectives.actions import record_figure
from chuan.objectives.bases import actions, kept, packing
from chuan.objectives.bases.handing import Bases
from chuan.objectives.bases.papers import from_reading
from chuan.objectives.bases.refusals import BasisStands, RowMoved
from chuan.objectives.bases.saying import question
from chuan.objectives.bases.subjects import about, bases
from chuan.objectives.models import Basis, BasisMatch, Plan, Target
from chuan.objectives.passports import passport
from chuan.objectives.self_checks import no_basis
from chuan.offers import packing as offers_packing
from chuan.offers.handover import Asked as Handed
from chuan.offers.kept_about import Asked as KeptAsked
from chuan.offers.self_checks import Looked
from chuan.rules.base_compare import Standing
from chuan.rules.refusals import NotAllowed, Refused
from chuan.rules.types import Period
from tests.examine import examine, open_page, sign_in
from tests.objectives.bases.made import keep, now_of, row_of
from tests.objectives.bases.papers import INCOME, REVENUE, resolution
from tests.objectives.made import clerk, decision, given, now, plan_of, read
from tests.people import Ward, make_ward

LIST = "/muc-tieu/can-cu/"
YEAR = "/muc-tieu/?nam=2021"


def dropped(client: Client, text: str | bytes, name: str = "nq.txt", **more: str) -> tuple[int, str]:
    data = text.encode() if isinstance(text, str) else text
    answer = client.post(LIST, {"file": SimpleUploadedFile(name, data), **more})
    return answer.status_code, "" if answer.status_code == 302 else examine(answer, LIST, status=422).text


def the_reading(ward: Ward, *lines: str, number: str = "45") -> Reading:
    found = read(ward, decision(*(lines or (INCOME.format(66),)), number=number))
    return Reading.objects.select_related("document__unit").get(pk=found.pk)


# What may be kept


def test_what_was_dropped_is_kept_once_and_the_second_is_told_who_kept_it(
    client: Client, ward: Ward, plan: Plan
):
    sign_in(client, ward.secretary)
    assert dropped(client, resolution())[0] == 302
    status, said = dropped(client, resolution())
    assert status == 422
    assert "Phạm Thư Ký đã giữ làm căn cứ" in said
    assert Basis.objects.count() == 1


def test_nothing_is_kept_of_what_cannot_be_read_compared_or_may_not_be_here(
    client: Client, ward: Ward, plan: Plan
):
    sign_in(client, ward.secretary)
    for text, name, words in (
        ("Kính gửi các đồng chí.", "a.txt", "Không đọc ra chỉ tiêu nào có mức"),
        ("TUYỆT MẬT\n" + resolution(), "b.txt", "mật"),
        (b"", "c.txt", "Tệp"),
        (b"\x00\x01\x02", "d.pdf", "d.pdf"),
    ):
        status, said = dropped(client, text, name)
        assert status == 422
        assert words.lower() in said.lower()
    with mock.patch.object(scans, "pages_to_read", return_value=9):
        status, said = dropped(client, b"%PDF-1.4", "scan.pdf")
    assert (status, "Nạp bản quét ở Văn bản" in said) == (422, True)
    with mock.patch("chuan.objectives.bases.papers.DEFAULT", mock.Mock(file_bytes=10)):
        status, said = dropped(client, resolution())
    assert status == 422
    assert not Basis.objects.exists()


def test_a_file_and_a_paper_at_once_are_one_too_many_and_what_was_typed_stays(
    client: Client, ward: Ward, plan: Plan
):
    sign_in(client, ward.secretary)
    answer = client.post(
        LIST, {"file": SimpleUploadedFile("nq.txt", b"x"), "text": "Thu nhập đạt 66 triệu đồng."}
    )
    page = examine(answer, LIST, status=422)
    assert "một trong ba" in page.text
    assert page.form(button="So").values["text"] == "Thu nhập đạt 66 triệu đồng."


def test_whoever_does_not_plan_may_compare_and_keeps_nothing(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.one_stop)
    page = open_page(client, LIST)
    assert not page.find("//input[@type='file']")
    found = examine(page.form(button="So").send(client, text=INCOME.format(66)), LIST)
    assert "khác mức" in found.text
    refused = examine(client.post(LIST, {}), LIST, status=422)
    assert "một trong hai" in refused.text
    reading = the_reading(ward)
    assert client.post(LIST, {"reading": str(reading.uid), "do": "giu"}).status_code == 403
    with pytest.raises(NotAllowed):
        keep_as(ward, plan, reading)


def keep_as(ward: Ward, plan: Plan, reading: Reading) -> Basis:
    return actions.keep(plan, from_reading(reading), by=ward.viewer(ward.one_stop), at=now())


def test_a_document_read_here_is_compared_first_and_kept_by_a_second_button(
    client: Client, ward: Ward, plan: Plan
):
    reading = the_reading(ward)
    sign_in(client, ward.secretary)
    page = examine(open_page(client, LIST).form(button="So").send(client, reading=str(reading.uid)), LIST)
    assert not Basis.objects.exists()
    page.form(button="Giữ làm căn cứ, xác nhận từng dòng").send(client)
    basis = Basis.objects.get()
    assert (basis.document, basis.reading, basis.attachment) == (reading.document, reading, None)
    assert basis.number == "45/QĐ-UBND"
    shown = open_page(client, f"{LIST}{basis.uid}/")
    assert "Quyết định không dẫn văn bản này" in shown.text
    assert client.get(f"{LIST}{basis.uid}/tep/").status_code == 404
    Link.objects.create(document=plan.decision, target=reading.document, kind="based_on", citation="x")
    assert "Quyết định có dẫn văn bản này" in open_page(client, f"{LIST}{basis.uid}/").text


def test_a_paper_without_a_number_of_its_own_takes_that_of_its_text(ward: Ward, plan: Plan):
    reading = the_reading(ward)
    reading.document.number, reading.document.issuer_name = "", "HĐND"
    found = from_reading(reading)
    assert found.paper.number == "45/QĐ-UBND"
    reading.text = "Thu nhập bình quân đạt 66 triệu đồng."
    assert from_reading(reading).paper.issuer == "HĐND"


def test_nothing_is_confirmed_of_a_plan_that_was_replaced(ward: Ward, plan: Plan):
    basis = keep(ward, plan)
    row = row_of(basis, "Tổng thu")
    Plan.objects.filter(pk=plan.pk).update(status="replaced", closed_on=date(2021, 6, 1))
    basis.refresh_from_db()
    with pytest.raises(Refused, match="đã được thay thế"):
        actions.confirm_plain(basis, [row.key], by=clerk(ward), at=now())


def test_the_rows_of_what_was_kept_and_confirmed_are_never_changed(ward: Ward, plan: Plan):
    basis = keep(ward, plan)
    actions.confirm_plain(basis, [row_of(basis, "Tổng thu").key], by=clerk(ward), at=now())
    actions.accept(basis, "đã hỏi", by=clerk(ward), at=now())
    for rows in (Basis.objects, BasisMatch.objects, basis.sayings):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(recorded_at=now())  # type: ignore[attr-defined]
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.all()._raw_delete(rows.db)  # type: ignore[attr-defined]


def test_a_key_that_nobody_was_shown_is_no_line(ward: Ward, plan: Plan):
    basis = keep(ward, plan)
    for key in ("", "x~1-0", row_of(basis, "Thu nhập").key):
        with pytest.raises(RowMoved):
            actions.confirm_plain(basis, [key], by=clerk(ward), at=now())
    with pytest.raises(RowMoved):
        actions.confirm(basis, "x", "", "", "", by=clerk(ward), at=now())


# Whose paper it is


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (resolution(year=2020), "Văn bản nói về năm 2020, kế hoạch là của năm 2021."),
        (resolution(issuer="HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG NAM HỒNG"),
         "Văn bản của Hội đồng nhân dân phường Nam Hồng, không phải của phường Bắc Hồng."),
        (resolution(issuer="ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN", number="9/QĐ-UBND", kind="QUYẾT ĐỊNH").replace(
            "Bắc Hồng", "Vinh"), "không nhắc đến phường Bắc Hồng"),
        (resolution(day="1 tháng 6 năm 2021"), "Văn bản ban hành ngày 01/06/2021, sau Quyết định ngày 19/02/2021."),
        (INCOME.format(66), "Không đọc ra số hoặc ngày ban hành"),
    ],
)  # fmt: skip
def test_a_paper_of_another_year_ward_province_or_day_is_kept_and_asked_about(
    client: Client, ward: Ward, plan: Plan, text: str, said: str
):
    sign_in(client, ward.secretary)
    assert dropped(client, text)[0] == 302
    basis = Basis.objects.get()
    assert basis.text.strip() == text.strip()
    assert said in open_page(client, f"{LIST}{basis.uid}/").text
    assert said in open_page(client, LIST).text


def test_another_province_is_said_and_an_unknown_question_is_never_hidden():
    facts = {"theirs": "UBND tỉnh Nghệ An", "ours": "tỉnh Hà Tĩnh"}
    assert question("other_province", facts) == "Văn bản của UBND tỉnh Nghệ An, đơn vị thuộc tỉnh Hà Tĩnh."
    assert question("new_code", {}) == "new_code"


# Two papers, and what comes after


def test_two_papers_that_disagree_stand_side_by_side(client: Client, ward: Ward, plan: Plan):
    keep(ward, plan)
    keep(ward, plan, resolution(INCOME.format(70), REVENUE.format("8.550"), number="50/NQ-HĐND"))
    sign_in(client, ward.secretary)
    page = open_page(client, LIST)
    assert "Các căn cứ giao mức khác nhau" in page.text
    (row,) = page.texts("//section[@aria-labelledby='lech']//tbody/tr")
    assert "Thu nhập bình quân" in row
    assert row.index("65 triệu") < row.index("66 triệu") < row.index("70 triệu")
    actions.withdraw(Basis.objects.latest("pk"), "nhầm", by=clerk(ward), at=now())
    assert "Các căn cứ giao mức khác nhau" not in open_page(client, LIST).text
    keep(ward, plan, resolution(INCOME.format(66), number="51/NQ-HĐND"))
    assert "Các căn cứ giao mức khác nhau" not in open_page(client, LIST).text


def test_a_newer_paper_is_told_on_the_plan_and_the_old_matches_stay(client: Client, ward: Ward, plan: Plan):
    old = keep(ward, plan)
    actions.confirm_plain(old, [row_of(old, "Tổng thu").key], by=clerk(ward), at=now())
    sign_in(client, ward.secretary)
    newer = resolution(INCOME.format(70), number="50/NQ-HĐND")
    assert dropped(client, newer, after=str(old.uid))[0] == 302
    for address in (LIST, f"{LIST}{old.uid}/", f"/muc-tieu/ke-hoach/{plan.uid}/"):
        assert (
            "Đã có văn bản mới hơn: Nghị quyết 50/NQ-HĐND ngày 22/12/2020." in open_page(client, address).text
        )
    assert [one.standing for one in kept.matches(old)] == ["same"]


def test_a_document_that_ended_or_was_read_again_is_told(client: Client, ward: Ward, plan: Plan):
    reading = the_reading(ward)
    basis = actions.keep(plan, from_reading(reading), by=clerk(ward), at=now())
    assert kept.newer([basis], date(2021, 5, 1)) == {basis.pk: []}
    later = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="NQ", number="60", symbol="NQ-HĐND", issued_on=date(2021, 4, 1),
        effective_from=date(2021, 4, 1), recorded_at=now(),
    )  # fmt: skip
    Link.objects.create(document=later, target=reading.document, kind="supersedes", citation="x")
    Reading.objects.filter(pk=reading.pk).update(status="replaced")
    held = Basis.objects.select_related("document", "reading").get(pk=basis.pk)
    ended, again = kept.newer([held], date(2021, 5, 1))[basis.pk]
    assert "đã hết hiệu lực từ 01/04/2021" in ended
    assert "60/NQ-HĐND" in ended
    assert again == "Văn bản đã được đọc lại; bản so này theo bản đọc 1."
    sign_in(client, ward.secretary)
    assert "đã hết hiệu lực" in open_page(client, f"/muc-tieu/ke-hoach/{plan.uid}/").text


# Where it is said


def confirmed(ward: Ward, plan: Plan) -> Basis:
    basis = keep(ward, plan)
    actions.confirm_plain(basis, [row_of(basis, "Tổng thu").key], by=clerk(ward), at=now())
    row = row_of(basis, "Thu nhập")
    place = row.key.split("~")[1]
    actions.confirm(basis, row.key, place, "kept", "HĐND cho phép", by=clerk(ward), at=now())
    return basis


def test_the_promise_and_its_passport_say_what_they_rest_on(client: Client, ward: Ward, plan: Plan):
    confirmed(ward, plan)
    income = Target.objects.get(objective__plan=plan, label="1.2")
    revenue = Target.objects.get(objective__plan=plan, text__contains="Tổng thu ngân sách")
    sign_in(client, ward.secretary)
    page = open_page(client, f"/muc-tieu/{income.uid}/")
    assert (
        "Nghị quyết 45/NQ-HĐND ngày 22/12/2020, khác mức giao: ít nhất 66 triệu đồng/người/năm" in page.text
    )
    assert "Trần Thị Văn Phòng; giữ như quyết định; HĐND cho phép" in page.text
    assert revenue.indicator is not None
    period = Period(date(2021, 1, 1), date(2021, 2, 1))
    made = record_figure(revenue.indicator, period, given(value="700"), by=clerk(ward), at=now())
    (said,) = passport(made).bases
    assert "mức giao ít nhất 8.550\xa0triệu đồng, đã đối chiếu ngày" in said
    assert "đã đối chiếu ngày" in open_page(client, f"/muc-tieu/so-lieu/{made.uid}/").text


def test_the_list_is_filtered_by_how_promises_stand_to_their_basis(client: Client, ward: Ward, plan: Plan):
    sign_in(client, ward.secretary)
    assert not open_page(client, YEAR).find("//select[@name='can-cu']")
    confirmed(ward, plan)
    page = open_page(client, YEAR)
    assert page.find("//select[@name='can-cu']/option[@value='different']")
    rows = open_page(client, f"{YEAR}&can-cu=different").texts("//tbody/tr[not(contains(@class, 'group'))]")
    assert len(rows) == 1
    assert "Thu nhập bình quân" in rows[0]
    left = open_page(client, f"{YEAR}&can-cu=chua")
    assert "Tổng thu ngân sách nhà nước" not in " ".join(left.texts("//tbody//th[contains(@class, 'name')]"))
    sheet = client.get(f"/muc-tieu/xuat/{plan.uid}/muc-tieu.xlsx?can-cu=same")
    assert sheet.content[:2] == b"PK"


def test_another_level_weighs_more_than_the_same(ward: Ward, plan: Plan):
    basis = confirmed(ward, plan)
    other = keep(ward, plan, resolution(INCOME.format(65), number="50/NQ-HĐND"))
    income = row_of(other, "Thu nhập")
    assert income.standing == Standing.SAME
    actions.confirm_plain(other, [income.key], by=clerk(ward), at=now())
    assert income.target is not None
    assert kept.standing_by_target(plan)[income.target.pk] == "different"
    actions.withdraw(basis, "nhầm", by=clerk(ward), at=now())
    assert kept.standing_by_target(plan) == {income.target.pk: "same"}


def test_the_pack_holds_the_comparison_as_a_table(ward: Ward, plan: Plan):
    year = Period(date(2021, 1, 1), date(2022, 1, 1))
    asked = offers_packing.Asked(ward.unit, year, date(2021, 12, 31), now(), clerk(ward))
    assert packing.table(asked) is None
    basis = confirmed(ward, plan)
    first = kept.matches(basis)[0]
    actions.undo(first, "Nhầm dòng", by=clerk(ward), at=now())
    made = packing.table(asked)
    assert made is not None
    (table,) = [one for one in read_tables(made, name="can-cu.xlsx") if one.visible]
    words = " ".join(str(cell) for row in table.rows for cell in row)
    for said in ("HĐND cho phép", "khác mức giao", "Nhầm dòng", basis.digest):
        assert said in words


def test_the_self_check_names_what_nobody_held_against_a_paper(ward: Ward, plan: Plan):
    on = Looked(ward.unit, date(2021, 5, 1), now())
    (none,) = no_basis(on)
    assert "Năm 2021 chưa giữ căn cứ nào" in none.sentence
    confirmed(ward, plan)
    (some,) = no_basis(on)
    assert "chỉ tiêu chưa ai đối chiếu" in some.sentence
    assert list(no_basis(Looked(ward.unit, date(2019, 5, 1), now()))) == []
    small = plan_of(
        ward, decision("Thường xuyên vệ sinh công sở.", year=2022, on=date(2022, 1, 5)), on=date(2022, 1, 6)
    )
    keep(ward, small, resolution(year=2022))
    assert list(no_basis(Looked(ward.unit, date(2022, 5, 1), now()))) == []


def test_what_waits_is_handed_over_and_a_person_sees_what_he_kept(ward: Ward, plan: Plan):
    basis = keep(ward, plan)
    viewer = clerk(ward)
    (held,) = Bases().held(Handed(ward.clerk, (), frozenset(), date(2021, 10, 5)))
    assert held.what == "1 căn cứ đã giữ, chưa xác nhận dòng nào"
    assert bases([basis.uid], viewer)[basis.uid].label == "Nghị quyết 45/NQ-HĐND ngày 22/12/2020"
    other = make_ward("Nam Hồng", code="00124", prefix="nh-")
    assert bases([basis.uid], other.viewer(other.clerk)) == {}
    actions.confirm_plain(basis, [row_of(basis, "Tổng thu").key], by=viewer, at=now())
    assert Bases().held(Handed(ward.clerk, (), frozenset(), date(2021, 10, 5))) == []
    (section,) = about(KeptAsked(viewer, ward.clerk, date(2021, 10, 5), now()))
    assert section.lines[0].label == basis.name
    assert about(KeptAsked(viewer, ward.chairman, date(2021, 10, 5), now())) == []


def test_a_basis_kept_twice_at_once_is_refused_the_second_time(ward: Ward, plan: Plan):
    keep(ward, plan)
    with pytest.raises(BasisStands):
        keep(ward, plan)
    assert now_of(Basis.objects.get()).waiting > 0
