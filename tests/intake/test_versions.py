"""What the sources say of a row: as it stands, and every version with its file."""

from __future__ import annotations

from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import OutsideRow
from chuan.intake.reading import ColumnMap
from chuan.intake.versions import counted, histories, history, standing_values
from tests.intake.engine import BOOK, LATER, LIST, SOURCE, Desk
from tests.people import Ward


def changed_code() -> str:
    return OutsideRow.objects.get(after_due=True).outside_code


def test_every_version_is_told_in_order_with_its_file(desk: Desk) -> None:
    desk.committed(LIST)
    later = desk.committed(LATER)
    first, second = history({desk.ward.unit.pk}, "dossiers", changed_code())
    assert (first.version, first.file_name, first.after_due, first.withdrawn) == (1, LIST, False, False)
    assert (second.version, second.file_name, second.after_due) == (2, LATER, True)
    assert (second.import_uid, second.recorded_at) == (later.uid, later.committed_at)
    assert first.values is not None
    assert second.values is not None
    assert first.values["promised_at"] < second.values["promised_at"]


def test_a_withdrawn_version_stays_told_and_is_marked(desk: Desk) -> None:
    desk.committed(LIST)
    later = desk.committed(LATER)
    code = changed_code()
    desk.withdraw(later)
    assert [one.withdrawn for one in history({desk.ward.unit.pk}, "dossiers", code)] == [False, True]
    (standing,) = standing_values(desk.ward.unit.pk, "dossiers", [code])[code]
    assert (standing.version, standing.source) == (1, SOURCE)


def test_each_source_has_its_own_say(desk: Desk) -> None:
    desk.committed(LIST)
    code = OutsideRow.objects.order_by("pk").first().outside_code
    other = f"Mã hồ sơ;Ngày tiếp nhận;Ghi chú gì đó\n{code};05/01/2021;x\n"
    held = desk.receive("khac.csv", f"Từ ngày 01/01/2021 đến ngày 31/12/2021\n{other}".encode())
    mapping = ColumnMap({"ma ho so": "code", "ngay tiep nhan": "received_at"})
    actions.confirm_layout(
        held,
        mapping,
        name="Khác",
        source="Hệ thống khác",
        register="dossiers",
        by=desk.viewer(),
        at=timezone.now(),
    )
    desk.commit(held)
    assert {one.source for one in standing_values(desk.ward.unit.pk, "dossiers", [code])[code]} == {
        SOURCE,
        "Hệ thống khác",
    }


def test_codes_of_which_nothing_stands_are_absent(desk: Desk) -> None:
    desk.withdraw(desk.committed(LIST))
    codes = list(OutsideRow.objects.values_list("outside_code", flat=True))
    assert standing_values(desk.ward.unit.pk, "dossiers", codes) == {}
    assert history({desk.ward.unit.pk}, "dossiers", "no such") == []


def test_many_codes_are_told_in_few_statements(desk: Desk, django_assert_max_num_queries) -> None:
    desk.committed(LIST)
    desk.committed(BOOK)
    codes = list(OutsideRow.objects.values_list("outside_code", flat=True).distinct())
    with django_assert_max_num_queries(1):
        assert len(standing_values(desk.ward.unit.pk, "dossiers", codes)) == len(codes)
    with django_assert_max_num_queries(1):
        assert len(histories({desk.ward.unit.pk}, "dossiers", codes)) == len(codes)


def test_versions_that_count_are_told_as_they_are_stored(desk: Desk) -> None:
    desk.committed(LIST)
    later = desk.committed(LATER)
    code = changed_code()
    told = sorted(counted([desk.ward.unit.pk], "dossiers", [code])[code], key=lambda one: one.version)
    stored = OutsideRow.objects.filter(outside_code=code).order_by("version")
    assert [(one.version, one.text) for one in told] == list(stored.values_list("version", "fields"))
    assert told[1].recorded_at == later.committed_at


def test_a_withdrawn_version_does_not_count_nor_one_about_to_be(desk: Desk) -> None:
    desk.committed(LIST)
    later = desk.committed(LATER)
    code, unit = changed_code(), desk.ward.unit.pk
    (about_to,) = counted([unit], "dossiers", [code], without=later.uid)[code]
    desk.withdraw(later)
    (withdrawn,) = counted([unit], "dossiers", [code])[code]
    assert about_to == withdrawn
    assert withdrawn.version == 1


def test_versions_of_many_codes_are_read_in_two_statements(desk: Desk, django_assert_num_queries) -> None:
    desk.committed(LIST)
    desk.committed(BOOK)
    codes = list(OutsideRow.objects.values_list("outside_code", flat=True).distinct())
    with django_assert_num_queries(2):
        assert len(counted([desk.ward.unit.pk], "dossiers", codes)) == len(codes)


def test_another_wards_rows_are_not_ours(desk: Desk, other_ward: Ward) -> None:
    desk.committed(LIST)
    code = OutsideRow.objects.first().outside_code
    assert history({other_ward.unit.pk}, "dossiers", code) == []
    assert counted([other_ward.unit.pk], "dossiers", [code]) == {}
    assert standing_values(other_ward.unit.pk, "dossiers", [code]) == {}
