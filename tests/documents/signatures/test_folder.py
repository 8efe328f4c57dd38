"""A folder of signed files: each verified and matched, the pictures named, nothing lost when something dies."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from chuan.documents import batch_running
from chuan.documents.actions import batches, matching, trust
from chuan.documents.batch_running import check_batch
from chuan.documents.models import Document, DocumentState, FileBatch, SignatureCheck, SignedFile
from chuan.documents.rechecking import check_again
from chuan.documents.refusals_signatures import AlreadyHasFile, NoFiles, TooManyFiles
from chuan.files.models import Blob
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, ReasonMissing
from chuan.trail.models import Entry
from tests.documents.signatures.conftest import Folder
from tests.people import Ward

PICTURE, UNSEALED, CHANGED = 7, 11, 13


@pytest.fixture
def clerk(registered: Ward) -> Viewer:
    return registered.viewer(registered.clerk, on=timezone.localdate())


def drop(files: list[tuple[str, bytes]], by: Viewer) -> FileBatch:
    return batches.receive_batch(files, by=by, at=timezone.now())


def checked(files: list[tuple[str, bytes]], by: Viewer) -> FileBatch:
    return check_batch(drop(files, by), clock=timezone.now)


def believe(signed: Folder, by: Viewer) -> None:
    """Declare the root that vouches for the papers, and its list."""
    for name, data in (("goc.cer", signed.authority.root.der), ("goc.crl", signed.authority.revoked())):
        trust.add_items(data, name, citation="Biên bản thử nghiệm", by=by, at=timezone.now())


def outcome(batch: FileBatch, name: str) -> SignedFile:
    return SignedFile.objects.get(batch=batch, file_name=name)


def test_each_file_is_verified_and_given_to_its_row(signed: Folder, clerk: Viewer):
    believe(signed, clerk)
    batch = checked(list(signed.files), clerk)
    assert (batch.done, batch.total) == (14, 14)
    assert batch.finished_at is not None
    first = outcome(batch, signed.named(1))
    assert (first.status, first.number) == ("matched", signed.papers[0].full_number.split("/")[0])
    document = first.document
    assert document is not None
    assert document.full_number == signed.papers[0].full_number
    assert document.blob_id == first.blob_id
    state = DocumentState.objects.get(document=document, until_at__isnull=True)
    assert (state.person, state.agency, state.electronic) == ("passed", "passed", True)


def test_pictures_missing_seals_and_changed_files_are_told_apart(signed: Folder, clerk: Viewer):
    believe(signed, clerk)
    batch = checked(list(signed.files), clerk)
    picture = outcome(batch, signed.named(PICTURE))
    assert picture.picture_only
    assert picture.checked is not None
    assert (picture.checked.person, picture.checked.agency) == ("none", "none")
    assert [one.file_name for one in SignedFile.objects.filter(picture_only=True)] == [signed.named(PICTURE)]
    unsealed = outcome(batch, signed.named(UNSEALED)).checked
    assert unsealed is not None
    assert (unsealed.person, unsealed.agency) == ("passed", "none")
    changed = outcome(batch, signed.named(CHANGED)).checked
    assert changed is not None
    assert changed.verdict == "failed"


def test_without_a_declared_root_files_are_intact_and_declaring_it_checks_them_again(
    signed: Folder, clerk: Viewer
):
    checked(list(signed.files[:2]), clerk)
    states = DocumentState.objects.filter(until_at__isnull=True).exclude(person="")
    assert set(states.values_list("person", "agency")) == {("indeterminate", "indeterminate")}
    believe(signed, clerk)
    assert check_again(clerk.unit, clock=timezone.now) == 2
    assert set(states.all().values_list("person", "agency")) == {("passed", "passed")}
    before = SignatureCheck.objects.count()
    assert check_again(clerk.unit, clock=timezone.now) == 0
    assert SignatureCheck.objects.count() == before, "dưới cùng một sự tin cậy thì không kiểm tra lại"


def test_one_hostile_file_stops_no_other(signed: Folder, clerk: Viewer):
    bomb = b"%PDF-1.7\n" + b"1 0 obj << /Length 1e9 >> stream\n" * 2000 + b"startxref\n99999999\n%%EOF"
    batch = checked([("xau.pdf", bomb), *signed.files[:2], ("cut.pdf", signed.files[2][1][:3000])], clerk)
    assert outcome(batch, "xau.pdf").status == "unreadable"
    assert outcome(batch, "xau.pdf").said
    assert {outcome(batch, signed.named(n)).status for n in (1, 2)} == {"matched"}
    assert outcome(batch, "cut.pdf").status in ("unreadable", "unmatched")


def test_a_zip_is_unpacked_and_what_is_no_pdf_stays_out(signed: Folder, clerk: Viewer):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(f"2021/{signed.named(1)}", signed.files[0][1])
        archive.writestr("ghi-chu.txt", b"khong phai PDF")
    batch = drop([("nam-2021.zip", held.getvalue())], clerk)
    assert [one.file_name for one in batch.files.all()] == [signed.named(1)]
    assert "ghi-chu.txt" in Entry.objects.get(verb="file_batch.receive").detail.body


def test_a_folder_without_a_pdf_or_with_too_many_is_refused(clerk: Viewer, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(NoFiles):
        drop([("a.txt", b"x")], clerk)
    monkeypatch.setattr(batches, "MOST_FILES", 1)
    with pytest.raises(TooManyFiles):
        drop([("a.pdf", b"%PDF-1"), ("b.pdf", b"%PDF-2")], clerk)


def test_only_those_of_the_office_drop_folders(registered: Ward, signed: Folder):
    specialist = registered.viewer(registered.specialist, on=timezone.localdate())
    with pytest.raises(NotAllowed):
        drop(list(signed.files[:1]), specialist)


def test_a_check_that_died_half_way_goes_on_where_it_stopped(
    signed: Folder, clerk: Viewer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(batch_running, "PIECE", 2)
    batch = drop(list(signed.files[:5]), clerk)
    true_write, calls = batch_running._write, []

    def dies(*args: object, **kwargs: object) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        true_write(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_running, "_write", dies)
    with pytest.raises(KeyboardInterrupt):
        check_batch(batch, clock=timezone.now)
    assert batch.files.exclude(status="waiting").count() == 2
    batch.refresh_from_db()
    assert (batch.done, batch.finished_at) == (2, None)
    monkeypatch.setattr(batch_running, "_write", true_write)
    check_batch(batch, clock=timezone.now)
    assert batch.files.filter(status="matched").count() == 5
    assert SignatureCheck.objects.count() == 5, "không tệp nào được kiểm tra hai lần"


def test_a_silent_folder_is_taken_up_again(signed: Folder, clerk: Viewer, monkeypatch: pytest.MonkeyPatch):
    begun: list[FileBatch] = []
    monkeypatch.setattr(batch_running, "start", begun.append)
    batch = drop(list(signed.files[:1]), clerk)
    assert batch_running.pick_up_stale(timezone.now()) == 0
    assert batch_running.pick_up_stale(timezone.now() + timedelta(minutes=4)) == 1
    assert begun == [batch]


def test_a_number_that_two_rows_bear_is_left_to_a_person(signed: Folder, clerk: Viewer):
    twin = Document.objects.get(outside_code__startswith="1/")
    Document.objects.create(
        unit=twin.unit, owner_unit=twin.unit, direction="out", type=twin.type, number="1", symbol=twin.symbol,
        issued_on=twin.issued_on, recorded_at=timezone.now(),
    )  # fmt: skip
    file = outcome(checked(list(signed.files[:1]), clerk), signed.named(1))
    assert (file.status, file.document) == ("unmatched", None)
    assert "nhiều văn bản" in file.said
    matched = matching.match(file, twin, by=clerk, at=timezone.now())
    assert matched.document == twin
    assert SignatureCheck.objects.filter(document=twin).count() == 1


def test_a_wrong_match_is_taken_back_with_a_reason(signed: Folder, clerk: Viewer):
    file = outcome(checked(list(signed.files[:1]), clerk), signed.named(1))
    document = file.document
    assert document is not None
    with pytest.raises(ReasonMissing):
        matching.unmatch(file, " ", by=clerk, at=timezone.now())
    back = matching.unmatch(file, "Ghép nhầm", by=clerk, at=timezone.now())
    document.refresh_from_db()
    assert (back.status, back.document, document.blob) == ("unmatched", None, None)
    state = DocumentState.objects.get(document=document, until_at__isnull=True)
    assert (state.person, state.agency) == ("", "")
    matching.match(back, document, by=clerk, at=timezone.now())
    state = DocumentState.objects.get(document=document, until_at__isnull=True)
    assert state.person == "indeterminate"


def test_a_document_with_another_file_keeps_it(signed: Folder, clerk: Viewer):
    batch = checked(list(signed.files[:2]), clerk)
    one, two = (outcome(batch, signed.named(n)) for n in (1, 2))
    taken = one.document
    assert taken is not None
    matching.unmatch(two, "Thử", by=clerk, at=timezone.now())
    two.refresh_from_db()
    with pytest.raises(AlreadyHasFile):
        matching.match(two, taken, by=clerk, at=timezone.now())


def test_a_file_no_row_names_says_so_and_may_be_dropped(signed: Folder, clerk: Viewer):
    Document.objects.filter(outside_code__startswith="1/").update(listed=False)
    file = outcome(checked(list(signed.files[:1]), clerk), signed.named(1))
    assert "chưa có văn bản nào" in file.said
    assert matching.drop(file, by=clerk, at=timezone.now()).status == "dropped"


def test_a_paper_marked_secret_is_not_kept(clerk: Viewer, signed: Folder, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batch_running, "is_marked_secret", lambda text: "Số: 01" in text)
    batch = checked(list(signed.files[:1]), clerk)
    file = batch.files.get()
    assert (file.status, file.blob, file.number, file.subject) == ("dropped", None, "", "")
    assert signed.named(1) not in file.file_name
    assert SignatureCheck.objects.count() == 0
    assert Blob.objects.exclude(let_go_at=None).count() == 1


def test_the_same_folder_twice_matches_the_same_rows(signed: Folder, clerk: Viewer):
    checked(list(signed.files[:2]), clerk)
    again = checked(list(signed.files[:2]), clerk)
    assert again.files.filter(status="matched").count() == 2


def test_the_moment_is_that_of_each_piece(signed: Folder, clerk: Viewer):
    seen: list[datetime] = []

    def clock() -> datetime:
        seen.append(timezone.now())
        return seen[-1]

    check_batch(drop(list(signed.files[:1]), clerk), clock=clock)
    assert len(seen) >= 3
