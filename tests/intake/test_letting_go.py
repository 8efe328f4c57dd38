"""What must not be stored is not stored: an original with dropped columns goes once it is taken in or set aside.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: no more is kept than the purpose needs.
"""

from __future__ import annotations

from django.utils import timezone

from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.intake import actions
from chuan.intake.letting_go import let_go_of_original
from chuan.intake.models import Import
from tests.intake.engine import FORM, LATER, LIST, Desk, demo


def gone(held: Import) -> bool:
    blob = Blob.objects.get(pk=held.blob_id)
    lost = not files.path_of(blob.digest).exists()
    assert lost == (blob.let_go_at is not None), "the row says what the disk holds"
    return lost


def test_a_list_with_names_and_addresses_is_let_go_once_it_is_taken_in(desk: Desk) -> None:
    held = desk.mapped(LIST)
    assert not gone(held), "it is read again when it is taken in"
    desk.commit(held)
    assert gone(held)
    assert len(Blob.objects.get(pk=held.blob_id).digest) == 64


def test_no_kept_file_holds_a_persons_name(desk: Desk, settings) -> None:
    desk.committed(LIST)
    name = "Ví Dụ".encode()
    assert name in demo()[LIST]
    kept = [path for path in settings.FILES_DIR.rglob("*") if path.is_file()]
    assert not [path for path in kept if name in path.read_bytes()]


def test_a_form_of_totals_whose_columns_are_all_kept_stays(desk: Desk) -> None:
    held = desk.committed(FORM)
    assert not gone(held)
    assert files.read(held.blob) == demo()[FORM]


def test_a_file_set_aside_leaves_nothing_behind(desk: Desk) -> None:
    held = desk.mapped(LIST)
    actions.discard(held, by=desk.viewer(), at=timezone.now())
    assert gone(held)


def test_the_next_weeks_file_and_a_withdrawal_need_no_original(desk: Desk) -> None:
    first = desk.committed(LIST)
    second = desk.committed(LATER)
    desk.withdraw(second)
    desk.withdraw(first)
    assert gone(first)
    assert first.status == Import.Status.WITHDRAWN


def test_the_same_file_again_is_read_again_and_changes_nothing(desk: Desk) -> None:
    desk.committed(LIST)
    again = desk.mapped(LIST)
    assert not gone(again)
    assert (again.rows_new, again.rows_changed, again.rows_same) == (0, 0, 60)


def test_the_bytes_stay_while_another_import_of_them_waits(desk: Desk) -> None:
    first = desk.committed(LIST)
    again = desk.mapped(LIST)
    assert not let_go_of_original(first, at=timezone.now())
    desk.commit(again)
    assert gone(again)
