"""The map of processes: who writes it, who answers for what, what it tells of itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.law.iso9001 import clauses
from chuan.law.processes import proposed_on, proposed_sets
from chuan.offers import measures, self_checks
from chuan.offers.review_inputs import Asked
from chuan.offers.self_checks import Looked
from chuan.offers.subjects import Subject, describe
from chuan.people.models import Appointment
from chuan.processes import actions, chart, checking, refusals
from chuan.processes.actions import Written, mapping
from chuan.processes.figures import figures_of
from chuan.processes.models import Hand, Process
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.rules.types import Period, Sure
from chuan.search.models import SearchEntry
from chuan.trail.models import Detail, Entry
from tests.examine import examine, open_page
from tests.processes import made

ON = date(2021, 10, 5)
UNTIL = date(2021, 9, 1)


def test_the_proposed_set_names_only_clauses_and_measures_that_there_are():
    assert proposed_on(date(2019, 1, 20)) is None
    for one in proposed_sets():
        assert one.sure is Sure.UNVERIFIED
        for process in one.processes:
            assert set(process.clauses.split()) <= set(clauses())
            assert all(measures.find(key) for key in process.measures.split()), process.code
            assert process.kind in Process.Kind.values


@pytest.mark.django_db
def test_a_process_is_written_found_and_trailed(ward):
    row = made.process(ward, clauses="8.6, 8.5.1", measures="dossiers.on_time")
    assert row.clauses == "8.5.1 8.6"
    assert SearchEntry.objects.get(subject_uid=row.uid).title == row.name
    assert Entry.objects.filter(verb="process.define", subject_uid=row.uid).exists()
    subject = Subject("process", row.uid)
    assert describe([subject], ward.viewer(ward.clerk))[subject].label == f"QT-06 {row.name}"


@pytest.mark.django_db
def test_what_a_process_said_before_it_was_changed_stays_in_the_trail(ward):
    row = made.process(ward, purpose="đúng hẹn")
    written = Written(code="QT-06", name=row.name, kind="serve", purpose="đúng và trước hẹn")
    actions.change_process(row, written, by=ward.viewer(ward.secretary), at=timezone.now())
    body = Detail.objects.get(entry__verb="process.change").body
    assert {word for word in ("đúng hẹn", "đúng và trước hẹn", "kind") if word in body} == {
        "đúng hẹn",
        "đúng và trước hẹn",
    }


@pytest.mark.django_db
def test_nobody_else_writes_the_map_and_no_other_ward_does(ward, other_ward):
    row = made.process(ward)
    with pytest.raises(NotAllowed):
        actions.end_process(row, UNTIL, "", by=ward.viewer(ward.clerk), at=timezone.now())
    with pytest.raises(NotFound):
        actions.end_process(row, UNTIL, "", by=other_ward.viewer(other_ward.secretary), at=timezone.now())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"clauses": "8.5.9 11"}, refusals.ClausesUnknown),
        ({"measures": "dossiers.beauty"}, refusals.MeasureNotOffered),
        ({}, refusals.CodeTaken),
    ],
)
def test_a_process_that_cannot_stand_is_refused(ward, given, refusal):
    made.process(ward)
    with pytest.raises(refusal):
        made.process(ward, **given)
    assert Process.objects.count() == 1


@pytest.mark.django_db
def test_one_post_answers_at_a_time_and_the_former_keeps_its_days(ward):
    row = made.process(ward)
    first = made.part(ward, row, ward.clerk)
    made.part(ward, row, ward.one_stop, since=UNTIL)
    first.refresh_from_db()
    assert first.valid_to == UNTIL
    assert [one.post for one in Hand.objects.on(ON)] == [made.post_of(ward.one_stop)]
    with pytest.raises(refusals.PartHeldAlready):
        made.part(ward, row, ward.one_stop, since=ON)
    with pytest.raises(refusals.EndTooEarly):
        made.part(ward, row, ward.clerk, since=UNTIL)
    with pytest.raises(refusals.PartBeforeProcess):
        made.part(ward, row, ward.clerk, "doer", since=date(2020, 12, 31))


@pytest.mark.django_db
def test_a_process_ends_with_its_parts_and_is_not_taken_up_again(ward):
    row, by, now = made.process(ward), ward.viewer(ward.secretary), timezone.now()
    hand = made.part(ward, row, ward.clerk)
    with pytest.raises(refusals.EndTooEarly):
        actions.end_process(row, made.SINCE, "", by=by, at=now)
    actions.end_process(row, UNTIL, "Thông báo 7/TB-UBND", by=by, at=now)
    hand.refresh_from_db()
    assert hand.valid_to == UNTIL
    assert not SearchEntry.objects.filter(subject_uid=row.uid).exists()
    with pytest.raises(refusals.ProcessEnded):
        actions.end_process(row, ON, "", by=by, at=now)
    made.process(ward, since=UNTIL)


@pytest.mark.django_db
def test_a_part_is_taken_away_from_a_day_on(ward):
    row = made.process(ward)
    hand = made.part(ward, row, ward.clerk, "doer")
    by = ward.viewer(ward.secretary)
    actions.take_part_away(hand, UNTIL, "", by=by, at=timezone.now())
    assert not Hand.objects.on(ON).exists()
    with pytest.raises(NotFound):
        actions.take_part_away(hand, ON, "", by=by, at=timezone.now())


@pytest.mark.django_db
def test_the_proposed_set_is_taken_over_once_line_by_line(ward):
    found, by = proposed_on(ON), ward.viewer(ward.secretary)
    made.process(ward, code=found.processes[0].code)
    made_now = actions.take_over(found.processes[:3], since=made.SINCE, by=by, at=timezone.now())
    assert [one.code for one in made_now] == [one.code for one in found.processes[1:3]]
    with pytest.raises(refusals.NothingTicked):
        actions.take_over([], since=made.SINCE, by=by, at=timezone.now())


@pytest.mark.django_db
def test_a_figure_without_a_denominator_is_not_measured_and_a_count_of_none_is_not_hidden(ward):
    told = figures_of(["documents.acknowledged", "x.y"], ward.unit.uid, Period.year(2021), timezone.now())
    assert not told["documents.acknowledged"].text
    assert "chưa đo được" in told["documents.acknowledged"].sentence
    assert "chưa phần nào đếm" in told["x.y"].sentence
    assert measures.is_plain_count(measures.find("petitions.escalated_past"))


def _gaps(ward, key: str) -> list[str]:
    check = next(one for one in self_checks.checks() if one.key == key)
    return [gap.sentence for gap in check.look(Looked(ward.unit, ON, timezone.now()))]


@pytest.mark.django_db
def test_the_map_names_its_own_gaps(ward):
    assert len(_gaps(ward, "processes.none")) == 1
    row = made.process(ward)
    assert not _gaps(ward, "processes.none")
    for key in ("without_owner", "without_measure", "without_document"):
        assert "QT-06" in _gaps(ward, f"processes.{key}")[0]
    made.part(ward, row, ward.clerk)
    assert not _gaps(ward, "processes.without_owner")
    assert not _gaps(ward, "processes.vacant_owner")
    Appointment.objects.filter(official=ward.clerk).update(valid_to=ON)
    assert "chưa có người giữ" in _gaps(ward, "processes.vacant_owner")[0]


@pytest.mark.django_db
def test_the_review_hears_of_each_process_and_of_who_outside_does_part_of_it(ward):
    asked = Asked(ward.unit, Period.year(2021), ON, timezone.now(), ward.viewer(ward.secretary))
    (none,) = checking.performance(asked)
    assert none.short
    made.process(ward, outside="Bưu điện phường (minh họa)", measures="documents.acknowledged")
    (told,) = checking.performance(asked)
    assert "chưa đo được" in told.sentence
    assert told.short
    assert any("Bưu điện" in one.sentence for one in checking.providers(asked))
    counts = {one.clause: one.count for one in checking.holdings(ward.unit, Period.year(2021))}
    assert counts == {"4.4.1": 1, "4.4.2": 0}


# Pages


@pytest.mark.django_db
def test_the_map_is_read_by_everybody_and_asks_the_same_however_long_it_is(
    client, ward, other_ward, sign_in, django_assert_max_num_queries
):
    page = open_page(sign_in(client, ward.clerk), "/qua-trinh/")
    assert "Chưa ghi quá trình nào" in page.text
    assert "Thêm quá trình" not in page.text
    for number in range(12):
        row = made.process(ward, code=f"QT-{number:02}", measures="documents.acknowledged")
        made.part(ward, row, ward.clerk)
    with django_assert_max_num_queries(26):
        page = open_page(client, "/qua-trinh/")
    assert page.text.count("Trần Thị Văn Phòng") >= 12
    assert client.get("/qua-trinh/qua-trinh.xlsx").status_code == 200
    assert "Chưa có tài liệu mô tả" in open_page(client, f"/qua-trinh/{row.uid}/").text
    sign_in(client, other_ward.secretary)
    for address in ("", "sua/", "ket-thuc/", "giao/", "thoi/"):
        assert client.get(f"/qua-trinh/{row.uid}/{address}").status_code == 404


@pytest.mark.django_db
def test_the_secretary_takes_the_set_over_and_gives_the_first_process_to_somebody(client, ward, sign_in):
    page = open_page(sign_in(client, ward.secretary), "/qua-trinh/de-xuat/")
    chosen = ["QT-06", "QT-07"]
    refused = page.form().send(client, chosen=None, since="1/1/2021")
    assert "Chưa đánh dấu" in examine(refused, "/qua-trinh/de-xuat/", status=422).notice
    page.form().send(client, chosen=chosen, since="1/1/2021")
    assert sorted(Process.objects.values_list("code", flat=True)) == chosen
    row = Process.objects.get(code="QT-06")
    page = open_page(client, f"/qua-trinh/{row.uid}/giao/")
    early = page.form().send(client, since="31/12/2020")
    assert "trước ngày quá trình bắt đầu" in examine(early, page.url, status=422).notice
    page.form().send(client, since="1/1/2021", post=str(made.post_of(ward.one_stop).uid))
    assert "Lê Văn Một Cửa" in open_page(client, f"/qua-trinh/{row.uid}/").text


@pytest.mark.django_db
def test_forms_of_a_process_keep_what_was_typed(client, ward, sign_in):
    row = made.process(ward)
    page = open_page(sign_in(client, ward.secretary), "/qua-trinh/them/")
    refused = examine(
        page.form().send(client, code="QT-06", name="Lại", since="1/2/2021"), page.url, status=422
    )
    assert "đang là mã của quá trình" in refused.notice
    assert refused.one("#id_name").get("value") == "Lại"
    page = open_page(client, f"/qua-trinh/{row.uid}/sua/")
    refused = examine(page.form().send(client, clauses="8.5.1, 99"), page.url, status=422)
    assert "không có điều 99" in refused.notice
    page.form().send(client, clauses="8.5.1", gives="Kết quả")
    made.part(ward, row, ward.clerk)
    page = open_page(client, f"/qua-trinh/{row.uid}/thoi/")
    page.form().send(client, until="1/9/2021")
    page = open_page(client, f"/qua-trinh/{row.uid}/ket-thuc/")
    examine(page.form().send(client, until="1/1/2021"), page.url, status=422)
    page.form().send(client, until="1/10/2021")
    row.refresh_from_db()
    assert (row.clauses, row.gives, row.valid_to) == ("8.5.1", "Kết quả", date(2021, 10, 1))
    assert "đã kết thúc từ 01/10/2021" in open_page(client, f"/qua-trinh/{row.uid}/").text


def test_a_day_after_is_the_day_after():
    assert mapping._next_day(UNTIL) == UNTIL + timedelta(days=1)
    assert chart.KIND_OF_DOCUMENT == "controlled"
