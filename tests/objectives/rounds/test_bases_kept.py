"""The resolution kept for next year: among the legal bases of the draft, on the round's page, beside this year."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chuan.objectives.bases import actions as bases
from chuan.objectives.models import Basis, Plan, Round
from chuan.objectives.rounds import actions
from chuan.objectives.rounds.bases_kept import citation_of, kept_for, with_kept
from chuan.paper.contents_json import from_json
from tests.examine import open_page, sign_in
from tests.objectives.bases.made import keep, kept_for_next
from tests.objectives.bases.papers import resolution
from tests.objectives.made import clerk, now, plan_of, reference_text
from tests.objectives.rounds.conftest import OPENED
from tests.people import Ward

BLANK = "Căn cứ Nghị quyết số …/NQ-HĐND ngày … của Hội đồng nhân dân phường về nhiệm vụ năm 2022"
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương"
ASKING = "Theo đề nghị của Công chức Văn phòng"
FULL = "Căn cứ Nghị quyết số 61/NQ-HĐND ngày 20 tháng 12 năm 2021 của Hội đồng nhân dân phường Bắc Hồng"


def test_the_kept_resolution_takes_the_line_left_blank_for_it(ward: Ward, plan: Plan, opened: Round):
    kept_for_next(ward, plan, opened)
    lines, notes = with_kept((LAW, BLANK, ASKING), opened)
    assert lines == (LAW, FULL, ASKING)
    assert notes == ("Đã ghi Nghị quyết 61/NQ-HĐND ngày 20/12/2021 vào chỗ còn để trống.",)


def test_without_a_blank_line_it_comes_after_the_other_bases_and_never_twice(
    ward: Ward, plan: Plan, opened: Round
):
    kept_for_next(ward, plan, opened)
    lines, notes = with_kept((LAW, ASKING), opened)
    assert lines == (LAW, FULL, ASKING)
    assert notes[0].startswith("Đã thêm căn cứ")
    assert with_kept(lines, opened) == (lines, ())
    assert with_kept((), opened)[0] == (FULL,)


def test_a_paper_that_is_asked_about_has_no_number_or_was_put_away_is_not_written(
    ward: Ward, plan: Plan, opened: Round
):
    doubted = kept_for_next(ward, plan, opened, issuer="HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG NAM HỒNG")
    assert with_kept((LAW,), opened)[0] == (LAW,)
    assert "còn điều cần xem" in with_kept((LAW,), opened)[1][0]
    bases.accept(doubted, "Đơn vị cũ", by=clerk(ward), at=now())
    assert len(with_kept((LAW,), opened)[0]) == 2
    bases.withdraw(doubted, "Nhầm", by=clerk(ward), at=now())
    assert kept_for(opened) == []
    assert with_kept((LAW,), opened) == ((LAW,), ())


def test_the_citation_says_what_is_known(ward: Ward, plan: Plan):
    bare = Basis(name="12/CV", number="12/CV")
    assert citation_of(bare) == "Văn bản số 12/CV"


def test_the_draft_of_the_round_names_it_and_the_page_shows_it(
    client: Client, ward: Ward, plan: Plan, opened: Round
):
    sign_in(client, ward.secretary)
    page = open_page(client, f"/muc-tieu/nam-sau/{opened.uid}/")
    assert "Chưa giữ nghị quyết hay văn bản giao chỉ tiêu của năm 2022" in page.text
    form = open_page(client, "/muc-tieu/can-cu/?nam=2021").form(button="So")
    text = resolution(year=2022, day="20 tháng 12 năm 2021", number="61/NQ-HĐND")
    file = SimpleUploadedFile("nq.txt", text.encode())
    assert form.send(client, file=file, round=str(opened.uid)).status_code == 302
    basis = Basis.objects.get()
    assert (basis.year, basis.round, basis.questions) == (2022, opened, [])
    assert "61/NQ-HĐND" in open_page(client, f"/muc-tieu/nam-sau/{opened.uid}/").text
    assert "Căn cứ để xây dựng năm sau" in open_page(client, "/muc-tieu/can-cu/?nam=2021").text
    by = ward.viewer(ward.secretary, OPENED)
    actions.keep_the_rest(opened, by=by, at=now())
    made = actions.draft(opened, by=by, at=now())
    assert FULL in from_json(made.document.content).bases
    assert any("61/NQ-HĐND" in note for note in made.notes)


def test_the_plan_made_afterwards_is_offered_the_same_paper(
    client: Client, ward: Ward, plan: Plan, opened: Round
):
    basis = kept_for_next(ward, plan, opened)
    after = plan_of(ward, reference_text().replace("2021", "2022"), on=date(2022, 2, 22))
    assert after.year == 2022
    sign_in(client, ward.secretary)
    form = open_page(client, "/muc-tieu/can-cu/?nam=2022").form(button="So")
    choice = f"can-cu-{basis.uid}"
    assert choice in [one.get("value") for one in form.element.iter("option")]
    client.post("/muc-tieu/can-cu/?nam=2022", {"reading": choice, "do": "giu"})
    again = Basis.objects.latest("pk")
    assert (again.plan, again.attachment, again.digest) == (after, basis.attachment, basis.digest)


def test_this_years_papers_are_none_of_next_years(ward: Ward, plan: Plan, opened: Round):
    keep(ward, plan)
    assert kept_for(opened) == []
