"""Taking a decision in: what is stored, what is refused, what is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.documents import actions
from chuan.documents.actions.receiving import confirm_by
from chuan.documents.models import Document, Link, Question, Reading
from chuan.documents.standing import result_of
from chuan.files.actions import read as read_blob
from chuan.files.models import Blob
from chuan.people.models import Official, Succession, UnitSetting
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.trail.models import Detail, Entry
from tests.documents.papers import LETTER, PNG, REFERENCE, WITHOUT_OBJECTIVES, decision
from tests.people import Ward


def test_the_document_takes_its_fields_from_the_paper(reading: Reading, ward: Ward) -> None:
    document = reading.document
    assert (document.type, document.number, document.symbol) == ("QĐ", "", "QĐ-UBND")
    assert (document.issued_on, document.place) == (date(2021, 2, 19), "Bắc Hồng")
    assert document.issuer_name == "ỦY BAN NHÂN DÂN PHƯỜNG"
    assert document.signer_name == "Nguyễn Viết Khanh"
    assert "Mục tiêu chất lượng năm 2021" in document.subject
    assert (document.unit, document.owner_unit) == (ward.unit, ward.unit)
    assert document.state == Document.State.READ
    assert document.title == "Quyết định (chưa có số)/QĐ-UBND ngày 19/02/2021"


def test_a_decision_in_force_from_signing_takes_effect_on_its_own_date(reading: Reading) -> None:
    assert reading.document.effective_from == date(2021, 2, 19)


def test_the_original_is_kept_byte_for_byte(reading: Reading) -> None:
    assert reading.blob is not None
    assert read_blob(reading.blob) == REFERENCE
    assert reading.document.blob == reading.blob
    assert reading.document.file_name == "quyet-dinh.md"


def test_the_text_is_kept_as_it_was_and_every_span_counts_in_it(reading: Reading) -> None:
    assert reading.text == REFERENCE.decode()
    result = result_of(reading)
    assert result.date is not None
    assert result.signer.name is not None
    assert reading.text[result.date.span.start : result.date.span.end] == "19 tháng 02 năm 2021"
    assert reading.text[result.signer.name.span.start : result.signer.name.span.end] == "Nguyễn Viết Khanh"


def test_legal_bases_and_the_superseded_decision_become_links(reading: Reading) -> None:
    told = [(one.kind, one.citation) for one in reading.document.links.order_by("pk")]
    assert [kind for kind, _ in told] == ["based_on"] * 4 + ["supersedes"]
    assert told[0][1] == "Luật Tổ chức Chính quyền địa phương ngày 19/06/2015"
    assert told[1][1].startswith("Quyết định 19/2014/QĐ-TTg ngày 05/03/2014 của Thủ tướng Chính Phủ áp dụng")
    assert told[4][1] == "Quyết định 148/QĐ-UBND ngày 11/08/2020"


def test_recipients_keep_their_lines_and_order(reading: Reading) -> None:
    lines = list(reading.document.recipients.values_list("position", "line"))
    assert [position for position, _ in lines] == [1, 2, 3, 4, 5]
    assert lines[0][1].startswith("UBND thị xã")
    assert "Lưu: VP, BCĐ" in lines[4][1]


def test_the_questions_of_the_reader_wait_unanswered(reading: Reading) -> None:
    asked = reading.questions.all()
    assert {one.code for one in asked} == {"number_missing", "count_mismatch", "decrease_without_figure"}
    assert all(one.answered_at is None and not one.answer for one in asked)
    counted = asked.get(code="count_mismatch")
    assert counted.about == "1"
    assert [value for value, _ in json.loads(counted.choices)] == ["lines", "values", "written"]


def test_the_machines_reading_and_the_persons_begin_alike(reading: Reading) -> None:
    assert reading.version == 1
    assert reading.status == Reading.Status.PROPOSED
    assert reading.proposed == reading.result
    assert reading.reader_version


def test_the_office_clerk_has_until_the_practice_in_force_to_confirm(reading: Reading, clerk: Viewer) -> None:
    clock = Clock.objects.get(subject_kind="reading", subject_uid=reading.uid)
    assert clock.owner_role == "office_clerk"
    assert clock.lawful_due_on == clerk.on + timedelta(days=3) == confirm_by(clerk.unit, clerk.on)
    assert clock.opened_on == clerk.on


def test_receiving_writes_one_line_with_the_digest_of_the_file(reading: Reading) -> None:
    entry = Entry.objects.get(verb="document.receive")
    assert (entry.subject_kind, entry.subject_uid) == ("document", reading.document.uid)
    told = json.loads(Detail.objects.get(entry=entry).body)
    assert reading.blob is not None
    assert told["sha256"] == reading.blob.digest
    assert (told["objectives"], told["questions"], told["file"]) == (7, 3, "quyet-dinh.md")


def test_the_iso_secretary_may_take_a_decision_in(
    ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    assert actions.receive(REFERENCE, "q.md", by=view(ward.secretary), at=now).version == 1


@pytest.mark.parametrize("who", ["one_stop", "auditor", "specialist", "administrator"])
def test_others_may_not(who: str, ward: Ward, view: Callable[[Official], Viewer], now: datetime) -> None:
    with pytest.raises(refusals.NotAllowed, match="công chức văn phòng"):
        actions.receive(REFERENCE, "q.md", by=view(getattr(ward, who)), at=now)
    assert not Document.objects.exists()


def test_the_same_bytes_again_are_refused_and_point_to_the_first(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(refusals.DuplicateDocument) as refused:
        actions.receive(REFERENCE, "ban-sao.md", by=clerk, at=now)
    assert "Quyết định (chưa có số)/QĐ-UBND ngày 19/02/2021 đã có trong Chuẩn" in refused.value.sentence
    assert refused.value.__notes__ == [str(reading.document.uid)]
    assert Document.objects.exclude(direction="external").count() == 1


def test_another_file_of_the_same_number_and_date_is_refused_too(clerk: Viewer, now: datetime) -> None:
    actions.receive(decision(), "mot.txt", by=clerk, at=now)
    with pytest.raises(refusals.DuplicateDocument):
        actions.receive(decision(head="\n"), "hai.txt", by=clerk, at=now)
    assert Document.objects.exclude(direction="external").count() == 1


def test_two_decisions_without_a_number_are_not_taken_for_one_another(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    other = REFERENCE.replace(b"19 th\xc3\xa1ng 02", b"20 th\xc3\xa1ng 02")
    assert other != REFERENCE
    assert actions.receive(other, "khac.md", by=clerk, at=now).document != reading.document


def test_another_ward_may_hold_the_same_file(
    reading: Reading, other_ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    theirs = actions.receive(REFERENCE, "q.md", by=view(other_ward.clerk), at=now)
    assert theirs.document.unit == other_ward.unit
    assert Blob.objects.count() == 1, "the bytes themselves are stored once"


def test_a_superseded_decision_held_here_is_linked(clerk: Viewer, now: datetime) -> None:
    earlier = actions.receive(decision(number="15"), "mot.txt", by=clerk, at=now).document
    newer = decision(
        number="30",
        on="12 tháng 02 năm 2023",
        supersedes=", thay thế Quyết định số 15/QĐ-UBND ngày 10/02/2022",
    )
    later = actions.receive(newer, "hai.txt", by=clerk, at=now).document
    assert Link.objects.get(document=later, kind="supersedes").target == earlier


def test_an_older_decision_that_arrives_later_is_found_by_those_that_name_it(
    clerk: Viewer, now: datetime
) -> None:
    newer = decision(
        number="30",
        on="12 tháng 02 năm 2023",
        supersedes=", thay thế Quyết định số 15/QĐ-UBND ngày 10/02/2022",
    )
    later = actions.receive(newer, "hai.txt", by=clerk, at=now).document
    link = Link.objects.get(document=later, kind="supersedes")
    assert link.target is None
    earlier = actions.receive(decision(number="15"), "mot.txt", by=clerk, at=now).document
    link.refresh_from_db()
    assert link.target == earlier


def test_a_decision_of_another_ward_is_never_linked(
    other_ward: Ward, clerk: Viewer, view: Callable[[Official], Viewer], now: datetime
) -> None:
    actions.receive(decision(number="15"), "mot.txt", by=view(other_ward.clerk), at=now)
    newer = decision(
        number="30",
        on="12 tháng 02 năm 2023",
        supersedes=", thay thế Quyết định số 15/QĐ-UBND ngày 10/02/2022",
    )
    later = actions.receive(newer, "hai.txt", by=clerk, at=now).document
    assert Link.objects.get(document=later, kind="supersedes").target is None


def test_a_state_secret_leaves_nothing_behind(
    clerk: Viewer, now: datetime, settings, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(refusals.StateSecret) as refused:
        actions.receive(decision(head="TỐI MẬT"), "ke-hoach-phong-thu.txt", by=clerk, at=now)
    assert "phong-thu" not in refused.value.sentence
    for model in (Document, Reading, Question, Link, Blob, Entry, Clock):
        assert not model.objects.exists(), model
    folder = Path(settings.FILES_DIR)
    assert not folder.exists() or not any(folder.rglob("*"))
    assert "phong-thu" not in caplog.text


def test_a_paper_that_is_no_decision_is_refused_by_its_kind(clerk: Viewer, now: datetime) -> None:
    with pytest.raises(refusals.NotADecision):
        actions.receive(LETTER, "thu.txt", by=clerk, at=now)
    assert not Document.objects.exists()
    assert not Blob.objects.exists()


def test_a_decision_without_objectives_is_taken_in(clerk: Viewer, now: datetime) -> None:
    reading = actions.receive(WITHOUT_OBJECTIVES, "q.txt", by=clerk, at=now)
    assert result_of(reading).objectives == ()
    assert reading.document.number == "21"


@pytest.mark.parametrize(
    ("data", "name", "refusal"),
    [
        (b"", "rong.md", refusals.FileEmpty),
        (b"   \n\n", "trang.txt", refusals.FileEmpty),
        (PNG, "quyet-dinh.docx", refusals.FileNotWhatItSays),
        (b"x" * 21_000_000, "nang.txt", refusals.FileTooBig),
        (b"%PDF-1.7 half a file", "hong.pdf", refusals.FileUnreadable),
    ],
)
def test_files_that_cannot_be_read_are_refused_before_anything_is_stored(
    data: bytes, name: str, refusal: type[refusals.Refused], clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(refusal):
        actions.receive(data, name, by=clerk, at=now)
    assert not Document.objects.exists()
    assert not Blob.objects.exists()
    assert not Entry.objects.exists()


def test_reading_happens_before_the_transaction(
    clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """spine.md §4: with Python inside the transaction other writers wait for it."""
    from django.db import connection

    from chuan.documents.actions import receiving

    depths = []
    real = receiving.read_file
    outer = len(connection.savepoint_ids)

    def watched(data: bytes, name: str) -> receiving.Read:
        depths.append(len(connection.savepoint_ids) - outer)
        return real(data, name)

    monkeypatch.setattr(receiving, "read_file", watched)
    with CaptureQueriesContext(connection) as queries:
        actions.receive(REFERENCE, "q.md", by=clerk, at=now)
    assert depths == [0]
    assert len(queries) <= 75  # among them what may be found: the paper and each act it cites


def test_an_act_that_began_too_long_ago_stores_nothing(clerk: Viewer) -> None:
    with pytest.raises(refusals.ActionTooOld):
        actions.receive(REFERENCE, "q.md", by=clerk, at=timezone.now() - timedelta(seconds=40))
    assert not Document.objects.exists()
    assert not Entry.objects.exists()


def test_the_successor_reads_the_predecessors_papers_but_does_not_write_in_them(
    reading: Reading, other_ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    Succession.objects.create(
        predecessor=reading.document.unit,
        successor=other_ward.unit,
        on=date(2021, 7, 1),
        citation="Nghị quyết thử",
    )
    heir = view(other_ward.clerk)
    assert Document.objects.seen_by(heir).exclude(direction="external").get() == reading.document
    with pytest.raises(refusals.NotFound):
        actions.edit_value(reading, "f-number", "9", by=heir, at=now)


def test_the_chairman_of_a_unit_just_founded_takes_the_first_decision_in(ward: Ward) -> None:
    reading = actions.receive(REFERENCE, "quyet-dinh.md", by=ward.viewer(ward.chairman), at=timezone.now())
    assert reading.document.recorded_by == ward.chairman
    assert reading.file_name == "quyet-dinh.md"


def test_a_unit_that_names_its_document_sets_its_own_days_to_confirm(
    ward: Ward, clerk: Viewer, now: datetime
) -> None:
    UnitSetting.objects.create(
        unit=ward.unit,
        key="reading.confirm_days",
        value="7",
        valid_from=date(2021, 1, 1),
        citation="Quy chế 5/QC",
    )
    reading = actions.receive(REFERENCE, "q.md", by=clerk, at=now)
    assert Clock.objects.get(subject_uid=reading.uid).lawful_due_on == clerk.on + timedelta(days=7)
