"""Drafts: begun full, saved by versions, never over somebody else's words, never secret."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.documents.actions import outgoing
from chuan.documents.actions.outgoing.drafting import Around
from chuan.documents.models import Document, DocumentState
from chuan.documents.outgoing.beginnings import KINDS, beginning_of
from chuan.documents.outgoing.versions import content_of, history_of, latest_version
from chuan.documents.refusals_outgoing import DraftChangedMeanwhile, DraftIncomplete, DraftSecret
from chuan.law.document_types import document_types
from chuan.paper.contents import body_from_text, problems
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, ReasonMissing, WrongMove
from tests.documents.outgoing.conftest import decision
from tests.people import Ward


def test_every_kind_begins_with_its_signer_and_recipients(ward: Ward):
    for kind in document_types():
        content = beginning_of(kind, ward.unit, timezone.localdate())
        assert content.recipients[-1] == "Lưu: VT", kind
        assert content.signer.name == "Người Ký"
        assert content.body, kind


def test_a_decision_begins_with_the_law_of_the_day_and_with_articles(ward: Ward):
    old = beginning_of("QĐ", ward.unit, timezone.localdate().replace(year=2021))
    new = beginning_of("QĐ", ward.unit, timezone.localdate().replace(year=2026))
    assert "19 tháng 6 năm 2015" in old.bases[0]
    assert "16 tháng 6 năm 2025" in new.bases[0]
    assert old.authority == "Ủy ban nhân dân phường Bắc Hồng"


def test_papers_of_an_example_unit_say_so_on_every_page(ward: Ward):
    assert "DỮ LIỆU MINH HỌA" in beginning_of("TB", ward.unit, timezone.localdate()).mark
    ward.unit.example = False
    assert beginning_of("TB", ward.unit, timezone.localdate()).mark == ""


def test_a_new_draft_has_its_symbol_and_no_number(draft: Document, ward: Ward):
    assert (draft.stage, draft.symbol, draft.number) == ("draft", "QĐ-UBND", "")
    assert draft.basis == Document.Basis.DRAFT
    assert draft.drafted_by == ward.specialist
    assert [one.line for one in draft.recipients.all()][-1] == "Lưu: VT"
    assert latest_version(draft) == 1


def test_a_letter_takes_the_symbol_of_agency_and_drafting_part_and_never_cv(
    ward: Ward, clerk: Viewer, now: datetime
):
    letter = outgoing.create(beginning_of("CV", ward.unit, clerk.on), by=clerk, at=now)
    assert letter.symbol == "UBND-VP"
    other = outgoing.create(
        beginning_of("CV", ward.unit, clerk.on), by=clerk, at=now, around=Around(office="ĐCXD")
    )
    assert other.symbol == "UBND-ĐCXD"


def test_a_draft_does_not_count_as_issued(draft: Document):
    state = DocumentState.objects.get(document=draft, until_at__isnull=True)
    assert state.counted is False


def test_saving_makes_a_further_version_and_keeps_the_one_before(
    draft: Document, ward: Ward, specialist: Viewer, now: datetime
):
    changed = decision(ward, specialist.on, subject="Về việc thành lập Tổ công tác")
    assert outgoing.save(draft, changed, based_on=1, by=specialist, at=now) == 2
    assert draft.subject == "Về việc thành lập Tổ công tác"
    assert content_of(draft) == changed
    assert [one.version for one in draft.versions.all()] == [1, 2]
    newest, first = history_of(draft)
    assert (newest.added, newest.removed) == (1, 1)
    assert first.added > 10


def test_saving_nothing_new_makes_no_version(draft: Document, specialist: Viewer, now: datetime):
    assert outgoing.save(draft, content_of(draft), based_on=1, by=specialist, at=now) == 1
    assert draft.versions.count() == 1
    assert draft.steps.count() == 0


def test_a_stale_save_is_refused_and_names_who_saved_meanwhile(
    draft: Document, ward: Ward, specialist: Viewer, clerk: Viewer, now: datetime
):
    outgoing.save(draft, decision(ward, clerk.on, subject="Bản của văn phòng"), based_on=1, by=clerk, at=now)
    with pytest.raises(DraftChangedMeanwhile, match="Trần Thị Văn Phòng vừa lưu phiên bản 2"):
        outgoing.save(draft, decision(ward, clerk.on, subject="Bản cũ"), based_on=1, by=specialist, at=now)
    draft.refresh_from_db()
    assert draft.subject == "Bản của văn phòng"


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "Mật"},
        {"handling": "TỐI MẬT"},
        {"bases": ("Căn cứ Luật A", "tuyệt mật")},
        {"body": body_from_text("Độ mật: Tối mật\nNội dung")},
    ],
)
def test_a_secret_draft_is_refused_with_the_way_to_handle_it(
    ward: Ward, specialist: Viewer, now: datetime, changed: dict[str, object]
):
    with pytest.raises(DraftSecret, match="máy riêng không nối mạng"):
        outgoing.create(decision(ward, specialist.on, **changed), by=specialist, at=now)
    assert not Document.objects.exists()


def test_the_word_inside_a_sentence_is_no_mark(ward: Ward, specialist: Viewer, now: datetime):
    content = decision(ward, specialist.on, subject="Về việc bảo vệ bí mật nhà nước, trừ văn bản mật")
    assert outgoing.create(content, by=specialist, at=now).pk


def test_a_draft_turned_secret_is_not_saved(draft: Document, ward: Ward, specialist: Viewer, now: datetime):
    with pytest.raises(DraftSecret):
        outgoing.save(draft, decision(ward, specialist.on, subject="MẬT"), based_on=1, by=specialist, at=now)
    assert draft.versions.count() == 1


def test_only_the_drafter_and_those_who_review_edit_it(
    draft: Document, ward: Ward, view: Callable[..., Viewer], now
):
    for who in (ward.auditor, ward.one_stop):
        with pytest.raises(NotAllowed):
            outgoing.save(draft, content_of(draft), based_on=1, by=view(who), at=now)


def test_another_wards_official_does_not_find_it(
    draft: Document, other_ward: Ward, view: Callable[..., Viewer], now
):
    with pytest.raises(NotFound):
        outgoing.save(draft, content_of(draft), based_on=1, by=view(other_ward.chairman), at=now)


def test_an_incomplete_draft_is_not_submitted_and_says_what_is_missing(
    ward: Ward, specialist: Viewer, now: datetime
):
    bare = outgoing.create(beginning_of("QĐ", ward.unit, specialist.on), by=specialist, at=now)
    with pytest.raises(DraftIncomplete, match="trích yếu"):
        outgoing.submit(bare, by=specialist, at=now)
    assert problems(content_of(bare))


def test_once_submitted_it_is_not_edited_any_more(
    draft: Document, specialist: Viewer, clerk: Viewer, ward: Ward, now
):
    outgoing.submit(draft, by=specialist, at=now)
    with pytest.raises(WrongMove):
        outgoing.save(draft, decision(ward, clerk.on, subject="Khác"), based_on=1, by=clerk, at=now)


def test_a_dropped_draft_stays_with_its_reason(draft: Document, specialist: Viewer, now: datetime):
    with pytest.raises(ReasonMissing):
        outgoing.drop(draft, " ", by=specialist, at=now)
    outgoing.drop(draft, "Không ban hành nữa", by=specialist, at=now)
    assert draft.stage == "dropped"
    assert draft.steps.get().note == "Không ban hành nữa"


def test_a_deadline_runs_a_clock_for_whoever_holds_it(ward: Ward, specialist: Viewer, now: datetime):
    due = specialist.on + timedelta(days=5)
    made = outgoing.create(decision(ward, specialist.on), by=specialist, at=now, around=Around(due_on=due))
    clock = Clock.objects.get(subject_uid=made.uid)
    assert (clock.owner_official, clock.lawful_due_on) == (ward.specialist, due)
    outgoing.submit(made, by=specialist, at=now)
    running = Clock.objects.running().get(subject_uid=made.uid)
    assert (running.kind, running.owner_role) == ("content_review", "office_clerk")
    assert running.lawful_due_on == specialist.on + timedelta(days=2)


def test_the_kinds_offered_first_are_all_of_the_decree():
    assert set(KINDS) <= set(document_types())


def test_bases_become_links_and_recipients_rows_that_follow_each_save(
    draft: Document, ward: Ward, specialist: Viewer, now: datetime
):
    assert not draft.links.exists() or all(one.kind == "based_on" for one in draft.links.all())
    changed = replace(
        content_of(draft),
        bases=(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        ),
        recipients=("Như Điều 3", "Lưu: VT"),
    )
    outgoing.save(draft, changed, based_on=1, by=specialist, at=now)
    assert "30/2020/NĐ-CP" in draft.links.get(kind="based_on").citation
    assert [one.line for one in draft.recipients.all()] == ["Như Điều 3", "Lưu: VT"]
