"""From the scan to what a verifier reads: nothing of the name is left anywhere he, or a thief, may look."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from chuan.clocks.models import Clock
from chuan.files.models import Attachment, Blob, SealedFile
from chuan.people.models import Account, RoleGrant
from chuan.petitions.actions import redacted
from chuan.petitions.models import Redaction, WorkingCopy
from chuan.petitions.refusals_redacting import CopySettled
from chuan.trail.models import Detail, Entry
from tests.examine import examine, open_page, sign_in
from tests.exchange.redacting.papers import NAME, drawing, layers_of, planted, text, words_of
from tests.petitions.made import petition_clerk
from tests.petitions.redacting.conftest import Desk, handled_by

pytestmark = pytest.mark.django_db
ALL_NAMES = ("0 0 1 0.3 ngang", "0 0.3 1 0.9")


def tells(data: bytes) -> bool:
    """Whether the name or a word of it stands there in any spelling, packed or unpacked."""
    words = (NAME, *NAME.split())
    spelled = {
        form for one in words for form in (one.encode(), one.encode("utf-16-be"), one.encode("utf-16-le"))
    }
    spelled |= {one.encode().hex().encode() for one in words}
    return any(form in layer for layer in layers_of(data) for form in spelled)


def on_disk(settings) -> bytes:
    folder = Path(settings.FILES_DIR)
    files = [one for one in folder.rglob("*") if one.is_file()]
    return b"".join(str(one).encode() + one.read_bytes() for one in files)


def test_a_verifier_gets_a_copy_in_which_the_name_is_in_no_byte(desk: Desk, settings):
    scan = planted()
    assert tells(scan)
    desk.confirmed(scan, *ALL_NAMES)
    verifier = handled_by(desk, desk.ward.specialist)
    page = open_page(verifier, f"/don-thu/{desk.petition.uid}/ban-che/")
    assert "Bản gốc ở nơi giữ đơn niêm phong" in page.text
    file = page.form("/tai/").send(verifier)
    assert file.headers["Content-Disposition"] == 'attachment; filename="DT-2021-0001-ban-che.pdf"'
    assert not tells(file.content)
    assert not words_of(file.content).strip()
    assert not tells(on_disk(settings))
    assert not tells(repr(list(Detail.objects.values())).encode())
    assert NAME not in page.html


def test_the_scan_is_destroyed_when_its_copy_is_made(desk: Desk, settings):
    desk.bring(planted(), f"don cua {NAME}.pdf")
    scan = WorkingCopy.objects.get().sealed
    assert not tells(on_disk(settings))
    desk.mark(1, *ALL_NAMES)
    desk.post(f"{desk.address}lam/")
    assert not WorkingCopy.objects.exists()
    assert not SealedFile.objects.filter(pk=scan.pk).exists()
    assert Blob.objects.get(pk=scan.blob_id).let_go_at is not None
    copy = Redaction.objects.get()
    assert (copy.source, copy.blob, copy.pages) == (scan.uid, None, 1)
    assert on_disk(settings).count(b"chuan-seal-1") == 1, "the copy, sealed until it is looked at"


def test_a_copy_is_no_file_before_somebody_looked_at_it(desk: Desk):
    address = desk.covered(drawing(text(NAME)), *ALL_NAMES)
    verifier = handled_by(desk, desk.ward.specialist)
    assert "Chưa có bản đã che nào" in open_page(verifier, f"/don-thu/{desk.petition.uid}/ban-che/").text
    assert verifier.post(f"{address}tai/").status_code == 404
    refused = desk.refused(desk.look(address))
    assert "Chưa đánh dấu đã xem trang 1" in refused.notice
    assert not Attachment.objects.exists()
    assert desk.look(address, xem_1="on").status_code == 302
    assert Attachment.objects.get().name == "DT-2021-0001-ban-che.pdf"
    assert not SealedFile.objects.exists()
    examine(desk.look(address, xem_1="on"), status=422)


def test_a_confirmation_that_fails_leaves_no_file_in_clear(desk: Desk, settings, monkeypatch):
    address = desk.covered(drawing(text(NAME)), *ALL_NAMES)

    def fails(*_, **__):
        raise CopySettled()

    monkeypatch.setattr(redacted, "confirm", fails)
    desk.refused(desk.look(address, xem_1="on"))
    assert b"%PDF" not in on_disk(settings)


def test_who_made_a_copy_does_not_confirm_it_while_somebody_else_can_look(desk: Desk, settings):
    address = desk.covered(drawing(text(NAME)), *ALL_NAMES)
    assert "người làm bản che không tự xác nhận" in open_page(desk.client, address).text
    assert "Nhờ" in desk.refused(desk.post(address, {"xem_1": "on"})).notice
    assert b"%PDF" not in on_disk(settings)
    task = Clock.objects.get(subject_kind="redaction")
    assert task.owner_role == "chairman"
    assert (
        f"Xem lại bản đã che của đơn {desk.petition.code}"
        not in open_page(desk.client, "/viec-cua-toi/").text
    )
    other = sign_in(Client(), petition_clerk(desk.ward, "Lê Xem Lại", "xem-lai"))
    assert "không tự xác nhận" not in open_page(other, address).text
    leads = sign_in(Client(), desk.ward.chairman)
    assert f"Xem lại bản đã che của đơn {desk.petition.code}" in open_page(leads, "/viec-cua-toi/").text
    assert desk.look(address, other, xem_1="on").status_code == 302
    task.refresh_from_db()
    assert task.settled_on is not None
    assert Redaction.objects.get().confirmed_by.name == "Lê Xem Lại"


def test_a_ward_with_nobody_else_says_so_in_the_trail(desk: Desk):
    address = desk.covered(drawing(text(NAME)), *ALL_NAMES)
    RoleGrant.objects.filter(role__in=("chairman", "vice_chairman")).update(official=desk.ward.administrator)
    Account.objects.filter(official=desk.ward.administrator).update(is_active=False)
    assert "không có ai khác" in open_page(desk.client, address).text
    assert desk.post(address, {"xem_1": "on"}).status_code == 302
    line = Entry.objects.get(verb="petition.redact_confirm")
    assert '"own"' in Detail.objects.get(entry=line).body


def test_every_taking_is_a_line_of_the_trail(desk: Desk):
    address = desk.confirmed(drawing(text(NAME)), *ALL_NAMES)
    verifier = handled_by(desk, desk.ward.specialist)
    for _ in range(2):
        assert verifier.post(f"{address}tai/").status_code == 200
    taken = Entry.objects.filter(verb="petition.redact_take", subject_uid=desk.petition.uid)
    assert [one.actor for one in taken] == [desk.ward.viewer(desk.ward.specialist).trail_name] * 2
    verbs = Entry.objects.filter(subject_uid=desk.petition.uid).order_by("seq").values_list("verb", flat=True)
    assert list(verbs)[1:5] == [
        "petition.scan_receive", "petition.scan_mark", "petition.redact", "petition.redact_confirm",
    ]  # fmt: skip


def test_a_withdrawn_copy_is_gone(desk: Desk, settings):
    address = desk.confirmed(drawing(text(NAME)), *ALL_NAMES)
    verifier = handled_by(desk, desk.ward.specialist)
    page = open_page(desk.client, f"{address}rut/")
    desk.refused(desk.post(f"{address}rut/"))
    assert desk.post(f"{address}rut/", page.forms[0].values | {"why": "tells"}).status_code == 302
    assert verifier.post(f"{address}tai/").status_code == 404
    assert not Attachment.objects.exists()
    assert b"%PDF" not in on_disk(settings)
    assert "đã rút" in open_page(desk.client, address).text
    assert (
        "đã được xác nhận hoặc đã rút" in desk.refused(desk.post(f"{address}rut/", {"why": "tells"})).notice
    )


def test_what_was_missed_is_covered_on_the_copy_itself(desk: Desk):
    address = desk.covered(drawing(text(NAME) + text(NAME, at=(100, 300))), "0 0 1 0.3")
    assert desk.post(f"{address}che-them/").headers["Location"] == f"{desk.address}trang/1/"
    copy = WorkingCopy.objects.get()
    assert copy.pages == 1
    assert Redaction.objects.get().why == "more"
    desk.mark(1, "0 0.5 1 0.8")
    second = desk.post(f"{desk.address}lam/").headers["Location"]
    desk.look(second, xem_1="on")
    assert Attachment.objects.get().name == "DT-2021-0001-ban-che-2.pdf"
    copies = open_page(desk.client, f"/don-thu/{desk.petition.uid}/ban-che/")
    assert "che thêm trên bản này" in copies.text


def test_others_learn_nothing(desk: Desk, other_ward, sign_in):
    address = desk.confirmed(drawing(text(NAME)), *ALL_NAMES)
    desk.bring(drawing(text(NAME)))
    ways = (desk.address, f"{desk.address}trang/1/", f"{desk.address}trang/1/anh/", address,
            f"{address}trang/1/", f"/don-thu/{desk.petition.uid}/ban-che/")  # fmt: skip
    others = (desk.ward.specialist, desk.ward.secretary, desk.ward.auditor, other_ward.clerk)
    for official in others:
        client = sign_in(Client(), official)
        assert [client.get(way).status_code for way in ways] == [404] * len(ways), official
        assert client.post(f"{address}tai/").status_code == 404
    verifier = handled_by(desk, desk.ward.specialist)
    assert [verifier.get(way).status_code for way in ways] == [403, 403, 403, 403, 403, 200]
    chairman = sign_in(Client(), desk.ward.chairman)
    assert [chairman.get(way).status_code for way in ways] == [403, 403, 403, 200, 200, 200]


def test_pictures_are_kept_by_no_browser_and_named_by_nothing(desk: Desk):
    desk.bring(drawing(text(NAME)))
    shown = desk.client.get(f"{desk.address}trang/1/anh/")
    assert (shown.headers["Content-Type"], shown.headers["Cache-Control"]) == (
        "image/png",
        "private, no-store",
    )
    assert "Content-Disposition" not in shown.headers
    assert desk.client.get(f"{desk.address}trang/2/anh/").status_code == 404


def test_the_copies_are_listed_in_as_many_questions_however_many_there_are(
    desk: Desk, django_assert_max_num_queries
):
    for _ in range(3):
        desk.confirmed(drawing(text(NAME)), *ALL_NAMES)
    with django_assert_max_num_queries(22):
        open_page(desk.client, f"/don-thu/{desk.petition.uid}/ban-che/")


def test_a_complaint_is_covered_the_same_way(desk: Desk):
    desk.petition.__class__.objects.filter(pk=desk.petition.pk).update(kind="complaint")
    assert desk.confirmed(drawing(text(NAME)), *ALL_NAMES)


@pytest.mark.own_process
def test_the_process_apart_draws_it_too(desk: Desk, settings):
    desk.confirmed(planted(), *ALL_NAMES)
    assert not tells(on_disk(settings))
