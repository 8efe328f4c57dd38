"""The pages of conformity: clauses and what the unit says of them, the self-check now and as it was kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.conformity import actions
from chuan.conformity.models import CheckRun, ClauseNote
from chuan.conformity.refusals import DayToCome, NothingSaid
from chuan.conformity.running import run
from chuan.offers import measures
from chuan.offers.measures import RowOutcome, Scope
from chuan.offers.subjects import describe
from chuan.rules.refusals import NotAllowed
from chuan.rules.types import Period
from tests.examine import examine, open_page
from tests.people import Ward
from tests.reviews import made

ROOM = "/phu-hop/"
CLAUSES, CHECKS = f"{ROOM}dieu-khoan/", f"{ROOM}tu-kiem/"


def test_a_clause_that_nothing_answers_is_explained_and_the_explanation_is_taken_back(
    ward, other_ward, client, sign_in, django_assert_max_num_queries
):
    sign_in(client, ward.secretary)
    assert open_page(client, open_page(client, ROOM).link("Xem điều khoản"))
    with django_assert_max_num_queries(110):
        page = open_page(client, f"{CLAUSES}?nam=2021&thieu=1")
    assert "8.3.4 Kiểm soát thiết kế" in page.text
    assert "ISO 9001:2026" in page.text
    form = open_page(client, f"{CLAUSES}8-3/ghi/").form()
    refused = examine(
        form.send(client, kind="not_applied", citation="QĐ 9"), f"{CLAUSES}8-3/ghi/", status=422
    )
    assert "Chưa ghi lý do" in refused.notice
    assert "QĐ 9" in str(refused.one("#id_citation").get("value"))
    sent = refused.form().send(client, reason="Thủ tục do cấp trên ban hành.", valid_from="01/01/2021")
    assert sent.status_code == 302
    page = open_page(client, f"{CLAUSES}?nam=2021&thieu=1")
    assert "8.3.4 Kiểm soát thiết kế" not in page.text
    assert "Thủ tục do cấp trên ban hành." in open_page(client, f"{CLAUSES}?nam=2021").text
    sign_in(client, other_ward.secretary)
    assert "Thủ tục do cấp trên ban hành." not in open_page(client, f"{CLAUSES}?nam=2021").text
    sign_in(client, ward.secretary)
    page = open_page(client, f"{CLAUSES}8-3/thoi/")
    assert page.form().send(client, reason="Có đề án mới.").status_code == 302
    assert [one.kind for one in ClauseNote.objects.order_by("pk")] == ["not_applied", "over"]
    assert client.get(f"{CLAUSES}99-1/ghi/").status_code == 404
    with pytest.raises(NothingSaid):
        actions.say_over("8.3", "x", by=ward.viewer(ward.secretary), at=timezone.now())


def test_a_self_check_is_kept_as_it_was_found_and_read_by_who_keeps_the_system(
    ward, other_ward, client, sign_in, django_assert_max_num_queries
):
    sign_in(client, ward.secretary)
    with django_assert_max_num_queries(150):
        page = open_page(client, CHECKS)
    assert "Chưa có cuộc đánh giá nội bộ nào được báo cáo" in page.text
    tomorrow = (made.today() + timedelta(days=1)).strftime("%d/%m/%Y")
    form = page.form(button="Lưu lần tự kiểm tra này")
    refused = examine(form.send(client, on=tomorrow), CHECKS, status=422)
    assert f"Ngày {tomorrow} chưa tới" in refused.notice
    form = refused.form(button="Lưu lần tự kiểm tra này")
    kept = form.send(client, on=made.today().strftime("%d/%m/%Y")).headers["Location"]
    row = CheckRun.objects.get()
    assert row.found.count() == row.breaches + row.warnings + row.hints > 1
    with django_assert_max_num_queries(20):
        assert row.digest[:16] in open_page(client, kept).text
    sign_in(client, ward.clerk)
    assert client.get(CHECKS).status_code == 403
    assert client.get(kept).status_code == 403
    assert "Tự kiểm tra hệ thống" not in open_page(client, ROOM).text
    sign_in(client, other_ward.secretary)
    assert client.get(kept).status_code == 404


def test_only_who_keeps_the_system_keeps_a_check(ward: Ward):
    at = timezone.now()
    with pytest.raises(NotAllowed):
        actions.keep_run(made.today(), by=ward.viewer(ward.auditor), at=at)
    with pytest.raises(DayToCome):
        actions.keep_run(date(2099, 1, 1), by=ward.viewer(ward.secretary), at=at)


def test_a_year_is_counted_by_its_proofs_each_of_which_opens(ward: Ward):
    measure = measures.find("conformity.maintained")
    assert measure is not None
    scope = Scope(ward.unit.uid, Period.year(2021), timezone.now())
    assert [one.code for one in measure.obstacles(scope)] == ["nothing_known"]
    review, _row = made.signed(ward)
    scope = Scope(ward.unit.uid, Period.year(2021), timezone.now())
    counts = measure.counts(scope)
    assert measure.obstacles(scope) == ()
    assert (counts.denominator, counts.numerator < 1) == (1, True)
    rows = measures.all_rows(measure, scope)
    assert [one.subject.uid for one in rows if one.outcome is RowOutcome.HIT] == [review.uid]
    shown = describe([one.subject for one in rows], ward.viewer(ward.secretary))
    assert len(shown) == len(rows) == 5
    assert not [one for one in rows if one.outcome is RowOutcome.MISS and not one.reason]
    month = Scope(ward.unit.uid, Period.month(2021, 5), timezone.now())
    assert [one.code for one in measure.obstacles(month)] == ["not_year"]


def test_rules_of_objectives_and_documents_are_asked_too(ward: Ward):
    found = {one.rule.key: one.gaps for one in run(ward.unit, made.today(), timezone.now()).told}
    assert found["objectives.no_plan"]
    assert {
        "objectives.unplanned",
        "objectives.stale",
        "documents.act_changed",
        "documents.past_review",
    } <= set(found)
