"""An audit from plan to close: who may look at what, nothing typed is lost, findings are passed on first."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from chuan.audits import refusals
from chuan.audits.actions import audits, checklists, findings, reporting, sampling, teams
from chuan.audits.actions.answering import Arriving, Meanwhile, answer, answer_all
from chuan.audits.checking import not_taken_up, own_work, too_old
from chuan.audits.covering import last_months, year_coverage
from chuan.audits.models import Answer, Audit, AuditedProcess, ChecklistItem, Finding
from chuan.audits.review_said import collect
from chuan.audits.telling import facts, proposals
from chuan.clocks.models import Clock
from chuan.offers import auditing
from chuan.offers.auditing import Population
from chuan.offers.review_inputs import Asked
from chuan.offers.self_checks import Looked
from chuan.offers.subjects import Subject
from chuan.people.models import Appointment
from chuan.rules.audits import Grade, Typed
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from chuan.rules.refusals.audits import FindingWithoutEvidence, OwnWorkAudited, SampleLargerThanRegister
from chuan.rules.types import Period
from tests.audits import made
from tests.processes.made import part, process

pytestmark = pytest.mark.django_db
AT = datetime(2021, 12, 1, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def first(audit: Audit, **of: object) -> ChecklistItem:
    return audit.items.filter(**of).select_related("process").order_by("ordinal")[0]


def says(item: ChecklistItem, notes: str, base: int = 0, key: uuid.UUID | None = None) -> Arriving:
    return Arriving(item, Typed("conform", notes), base, key or uuid.uuid4())


def test_who_answers_for_a_process_is_not_given_it_and_who_shows_nothing_is_not_of_the_team(ward):
    row = made.dossiers_process(ward)
    audit = made.planned(ward, row)
    by = ward.viewer(ward.secretary)
    with pytest.raises(refusals.NotCompetent) as refused:
        made.joined(ward, audit, ward.one_stop)
    assert "trang Năng lực" in refused.value.sentence
    made.shows(ward, ward.one_stop)
    member = made.joined(ward, audit, ward.one_stop)
    with pytest.raises(OwnWorkAudited) as refused:
        teams.assign(audit, {row.pk: member}, by=by, at=made.now())
    assert (
        "giữ chức danh Tư pháp – hộ tịch, chịu trách nhiệm quá trình này từ 01/01/2021"
        in refused.value.sentence
    )
    assert not AuditedProcess.objects.filter(auditor=member).exists()
    lent = teams.Lent("Bà Bạn", "UBND phường bạn (minh họa)", "Thỏa thuận 3/TT", "GCN 9/2019")
    friend = teams.add_outsider(audit, lent, lead=True, by=by, at=made.now())
    teams.assign(audit, {row.pk: friend}, by=by, at=made.now())
    assert audit.team.get(is_lead=True) == friend
    teams.leave(friend, "ốm", by=by, at=made.now())
    with pytest.raises(refusals.LeadMissing):
        audits.announce(audit, made.DAY, "", by=by, at=made.now())


def test_work_taken_over_after_the_days_that_are_audited_is_own_work_too(ward):
    row = made.dossiers_process(ward)
    audit = made.planned(ward, row)
    made.shows(ward, ward.auditor)
    member = made.joined(ward, audit, ward.auditor)
    part(ward, row, ward.auditor, "doer", date(2021, 10, 2))
    with pytest.raises(OwnWorkAudited):
        teams.assign(audit, {row.pk: member}, by=ward.viewer(ward.secretary), at=made.now())


def test_nothing_is_announced_before_everything_is_given_and_the_year_approved(ward):
    row = made.dossiers_process(ward)
    made.programme(ward, approved=False)
    audit, by = made.planned(ward, row), ward.viewer(ward.secretary)
    with pytest.raises(refusals.ProgrammeNotApproved):
        audits.announce(audit, made.DAY, "", by=by, at=made.now())
    audit.programme.citation, audit.programme.approved_on = made.PAPER, made.DAY
    audit.programme.save()
    made.shows(ward, ward.auditor)
    made.joined(ward, audit, ward.auditor)
    with pytest.raises(refusals.ProcessWithoutAuditor) as refused:
        audits.announce(audit, made.DAY, "", by=by, at=made.now())
    assert row.name in refused.value.sentence
    with pytest.raises(NotAllowed):
        audits.announce(audit, made.DAY, "", by=ward.viewer(ward.clerk), at=made.now())
    assert Clock.objects.running().get(subject_uid=audit.uid).lawful_due_on == made.DAY


def test_a_checklist_asks_by_process_clause_and_earlier_finding_and_never_twice(ward):
    row = made.dossiers_process(ward)
    audit, by = made.planned(ward, row, clauses=("8.5.1", "8.6", "9.2")), ward.viewer(ward.secretary)
    count = checklists.draw_up(audit, by=by, at=made.now())
    asked = list(audit.items.order_by("ordinal").values_list("clause", "process__code", "source"))
    assert asked[0] == ("8.5.1", "QT-06", "procedure")
    assert ("8.6", "QT-06", "clause") in asked
    assert ("9.2.2", None, "clause") in asked
    assert checklists.draw_up(audit, by=by, at=made.now()) == 0
    own = checklists.add_item(audit, "8.6", row, "Xem sổ ký nhận?", by=by, at=made.now())
    assert own.ordinal == count + 1
    checklists.drop_item(own, by=by, at=made.now())
    assert checklists.add_item(audit, "8.6", None, "Xem tủ?", by=by, at=made.now()).ordinal == count + 2


def test_two_people_at_one_line_see_both_and_words_sent_twice_are_written_once(ward):
    audit = made.under_way(ward, made.dossiers_process(ward))
    item, by, key = first(audit), ward.viewer(ward.auditor), uuid.uuid4()
    assert answer(audit, says(item, "một", key=key), by=by, at=made.now()).version == 1
    assert answer(audit, says(item, "một", key=key), by=by, at=made.now()).version == 1
    assert answer(audit, says(item, "hai", base=1), by=by, at=made.now()).version == 2
    late = answer(audit, says(item, "ba", base=1), by=by, at=made.now())
    assert isinstance(late, Meanwhile)
    assert (late.standing.notes, late.arriving.typed.notes) == ("hai", "ba")
    assert answer(audit, says(item, "ba", base=2), by=by, at=made.now()).version == 3
    assert answer(audit, says(item, "ba", base=1), by=by, at=made.now()).version == 3
    assert [one.notes for one in item.answers.order_by("version")] == ["một", "hai", "ba"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.filter(item=item).update(notes="khác")


def test_only_the_team_writes_and_nobody_about_his_own_work(ward, other_ward):
    row = made.dossiers_process(ward)
    audit = made.under_way(ward, row)
    item = first(audit, process=row)
    with pytest.raises(refusals.NotOfTheTeam):
        answer(audit, says(item, "một"), by=ward.viewer(ward.clerk), at=made.now())
    with pytest.raises(NotFound):
        answer(audit, says(item, "một"), by=other_ward.viewer(other_ward.auditor), at=made.now())
    made.shows(ward, ward.one_stop)
    made.joined(ward, audit, ward.one_stop)
    with pytest.raises(OwnWorkAudited):
        answer(audit, says(item, "một"), by=ward.viewer(ward.one_stop), at=made.now())
    found = findings.Found(Grade.STRENGTH, "tốt", process=row)
    with pytest.raises(OwnWorkAudited):
        findings.raise_finding(audit, found, by=ward.viewer(ward.one_stop), at=made.now())
    whole = first(audit, process=None)
    assert answer(audit, says(whole, "một"), by=ward.viewer(ward.one_stop), at=made.now()).version == 1


def test_a_report_names_what_was_found_and_closes_when_it_is_passed_on(ward, monkeypatch):
    row = made.dossiers_process(ward)
    audit, by = made.under_way(ward, row), ward.viewer(ward.auditor)
    made.answered(ward, audit, wrong=1)
    with pytest.raises(refusals.NotConformUnfound):
        reporting.report(audit, "Áp dụng tốt.", by=by, at=made.now())
    item = first(audit)
    with pytest.raises(FindingWithoutEvidence):
        findings.raise_finding(audit, findings.Found(Grade.MAJOR, "thiếu", "8.6"), by=by, at=made.now())
    found = findings.Found(Grade.MAJOR, "Trả kết quả chưa ký", "8.6", "hồ sơ 12", row, item)
    finding = findings.raise_finding(audit, found, by=by, at=made.now())
    assert not Finding.objects.seen_by(ward.viewer(ward.clerk)).exists()
    audit = reporting.report(audit, "Áp dụng tốt.", by=by, at=made.now())
    assert Finding.objects.seen_by(ward.viewer(ward.clerk)).get() == finding
    told = facts(finding.uid, ward.viewer(ward.clerk), AT)
    assert (told.process, told.clause, told.label) == ("QT-06", "8.6", "ĐGNB 01/2021-1: Trả kết quả chưa ký")
    assert next(proposals(ward.unit, made.DAY, AT)).subject == Subject("finding", finding.uid)
    with pytest.raises(refusals.FindingsUnfollowed):
        reporting.close(audit, by=ward.viewer(ward.secretary), at=made.now())
    monkeypatch.setattr(reporting, "unfollowed", lambda _findings: [])
    assert reporting.close(audit, by=ward.viewer(ward.secretary), at=made.now()).status == Audit.Status.CLOSED
    assert not Clock.objects.running().filter(subject_uid=audit.uid).exists()
    with pytest.raises(WrongMove):
        reporting.reopen(audit, "quên", by=by, at=made.now())


def test_the_next_audit_asks_whether_the_last_findings_are_mended(ward):
    row = made.dossiers_process(ward)
    audit, by = made.under_way(ward, row), ward.viewer(ward.auditor)
    found = findings.Found(Grade.MINOR, "Thiếu chữ ký", "8.6", "hồ sơ 12", row)
    finding = findings.raise_finding(audit, found, by=by, at=made.now())
    made.answered(ward, audit)
    reporting.report(audit, "Áp dụng tốt.", by=by, at=made.now())
    wanted = audits.Planned(
        "", Period(date(2021, 10, 1), date(2021, 12, 1)), date(2021, 12, 6), date(2021, 12, 6), date(2021, 12, 20),
        [row], ["8.6"],
    )  # fmt: skip
    later = audits.plan(audit.programme, wanted, by=ward.viewer(ward.secretary), at=made.now())
    checklists.draw_up(later, by=ward.viewer(ward.secretary), at=made.now())
    item = first(later)
    assert (item.about, item.source, item.process) == (finding, "finding", row)
    with pytest.raises(refusals.NotOfTheTeam):
        findings.look_again(finding, later, settled=True, words="đã ký", by=by, at=made.now())
    made.joined(ward, later, ward.auditor)
    with pytest.raises(refusals.NotAtWork):
        findings.look_again(finding, later, settled=True, words="đã ký", by=by, at=made.now())
    Audit.objects.filter(pk=later.pk).update(status="under_way")
    findings.look_again(finding, later, settled=True, words="đã ký", by=by, at=made.now())
    assert Finding.objects.get(pk=finding.pk).is_settled is True


def test_a_sample_keeps_its_seed_and_gives_the_same_records_again(ward, monkeypatch):
    uids = [uuid.UUID(int=one) for one in range(40)]
    rows = Population(
        "test.rows", "Sổ thử", lambda u, p: 40, lambda u, p, at: [Subject("row", uids[n]) for n in at]
    )
    monkeypatch.setitem(auditing._populations, "test.rows", rows)
    audit, by = made.under_way(ward), ward.viewer(ward.auditor)
    period = audit.period
    row = sampling.draw(audit, "test.rows", period, 5, 2021, by=by, at=made.now())
    taken = [one.position for one in row.records.order_by("ordinal")]
    assert [one.subject_uid for one in row.records.order_by("ordinal")] == [uids[n] for n in taken]
    with pytest.raises(refusals.DrawnAlready):
        sampling.draw(audit, "test.rows", period, 5, 2021, by=by, at=made.now())
    with pytest.raises(SampleLargerThanRegister):
        sampling.draw(audit, "test.rows", period, 41, 1, by=by, at=made.now())
    with pytest.raises(refusals.RegisterUnknown):
        sampling.draw(audit, "test.other", period, 5, 1, by=by, at=made.now())
    again = sampling.draw(
        audit, "test.rows", Period(period.start, date(2021, 9, 1)), 5, 2021, by=by, at=made.now()
    )
    assert [one.position for one in again.records.order_by("ordinal")] == taken


def test_coverage_counts_what_was_seen_and_old_or_missing_audits_are_gaps(ward):
    row, left = made.dossiers_process(ward), process(ward, "QT-09", name="Tiếp dân", clauses="8.2.1")
    looked = Looked(ward.unit, date(2021, 11, 1), AT)
    assert "Chưa có cuộc đánh giá nội bộ nào" in next(iter(too_old(looked))).sentence
    audit = made.under_way(ward, row)
    assert year_coverage(ward.unit, 2021, [audit], made.DAY).processes == {"QT-06": 1, left.code: 0}
    seen = first(audit, process=row)
    answer_all(audit, [says(seen, "đã xem")], by=ward.viewer(ward.auditor), at=made.now())
    audit = reporting.report(audit, "Chưa xem hết.", by=ward.viewer(ward.auditor), at=made.now())
    told = year_coverage(ward.unit, 2021, [audit], made.DAY, done=True)
    assert (told.processes["QT-06"], told.clauses[seen.clause], told.clauses["9.2.2"]) == (1, 1, 0)
    assert last_months(ward.unit, date(2021, 11, 1)).processes_left == ("QT-09",)
    assert not list(too_old(looked))
    assert list(too_old(Looked(ward.unit, date(2022, 10, 7), AT)))
    said = collect(Asked(ward.unit, Period.year(2021), date(2021, 12, 31), AT, ward.viewer(ward.secretary)))
    assert said[0].sentence.startswith("ĐGNB 01/2021")
    assert any("QT-09" in one.sentence and one.short for one in said)


def test_own_work_and_findings_left_lying_are_found_in_old_data(ward):
    row = made.dossiers_process(ward)
    audit = made.under_way(ward, row)
    found = findings.Found(Grade.MAJOR, "Thiếu chữ ký", "8.6", "hồ sơ 12", row)
    findings.raise_finding(audit, found, by=ward.viewer(ward.auditor), at=made.now())
    Audit.objects.filter(pk=audit.pk).update(status="reported")
    looked = Looked(ward.unit, date(2021, 11, 1), AT)
    assert not list(own_work(looked))
    assert "ĐGNB 01/2021-1" in next(iter(not_taken_up(looked))).sentence
    post = ward.one_stop.appointments.get().post
    Appointment.objects.create(
        official=ward.auditor, post=post, valid_from=date(2021, 2, 1), citation=made.PAPER
    )
    [gap] = own_work(looked)
    assert ward.auditor.name in gap.sentence
    assert "từ 01/02/2021" in gap.sentence
