"""Taking a catalogue in: preview, then one act; everything is a proposal until a person confirms."""

from datetime import date, datetime
from pathlib import Path

import pytest

from chuan.dossiers.actions.procedures import Imported, import_catalogue, load_catalogue
from chuan.dossiers.catalogue import preview_catalogue
from chuan.dossiers.limits import limits_of
from chuan.dossiers.models import Procedure, ProcedureVersion, TimeLimit
from chuan.dossiers.refusals_procedures import CatalogueEmpty, CatalogueUnchanged, PreviewStale
from chuan.exchange.sheets import Table, write_sheet
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed
from chuan.trail.models import Entry
from tests.dossiers.procedures.conftest import catalogue, line
from tests.people import Ward

SINCE = date(2021, 1, 1)
NAME = "commune.jsonl"


def bring(keeper: Viewer, now: datetime, *lines: str) -> Imported:
    return import_catalogue(catalogue(*lines), NAME, valid_from=SINCE, by=keeper, at=now)


def test_a_preview_writes_nothing(ward: Ward) -> None:
    preview = preview_catalogue(catalogue(line(), line("1.000894", "Kết hôn")), name=NAME, unit=ward.unit)

    assert (len(preview.new), preview.changed, preview.same) == (2, (), 0)
    assert not Procedure.objects.exists()


def test_every_row_becomes_a_proposal_in_one_act(keeper: Viewer, now: datetime) -> None:
    done = bring(keeper, now, line(), line("1.000894", "Thủ tục đăng ký kết hôn", "Trực tuyến5Miễn phí"))

    assert done == Imported(new=2, changed=0, same=0, unreadable=0)
    assert {one.status for one in ProcedureVersion.objects.all()} == {"proposed"}
    assert [(one.total, one.unit, one.doubt) for one in TimeLimit.objects.order_by("pk")] == [
        (1, "working_day", ""), (5, "", "unit_lost"),
    ]  # fmt: skip
    assert [entry.verb for entry in Entry.objects.all()] == ["procedures.import"]


def test_a_proposal_judges_no_dossier(keeper: Viewer, now: datetime) -> None:
    bring(keeper, now)

    assert limits_of(keeper.unit).find("1.001193", "counter", date(2021, 5, 5)) is None


def test_the_same_file_again_says_that_nothing_changed(keeper: Viewer, now: datetime) -> None:
    bring(keeper, now)

    with pytest.raises(CatalogueUnchanged, match="Không có gì thay đổi"):
        bring(keeper, now)


def test_a_change_makes_a_further_proposal_and_sets_the_waiting_one_aside(
    keeper: Viewer, now: datetime
) -> None:
    bring(keeper, now)
    done = bring(keeper, now, line(ways="Trực tiếp3 Ngày làm việcMiễn phí"))

    assert (done.new, done.changed) == (0, 1)
    assert [(one.number, one.status) for one in ProcedureVersion.objects.order_by("number")] == [
        (1, "rejected"), (2, "proposed"),
    ]  # fmt: skip


def test_a_preview_says_which_fields_change(keeper: Viewer, now: datetime) -> None:
    bring(keeper, now)
    preview = preview_catalogue(
        catalogue(line(name="Đăng ký khai sinh", ket_qua_xu_ly="Giấy khai sinh")), name=NAME, unit=keeper.unit
    )

    assert [row.changed for row in preview.changed] == [("name", "results")]


def test_what_a_later_file_leaves_blank_stays(keeper: Viewer, now: datetime) -> None:
    bring(keeper, now, line(ket_qua_xu_ly="Giấy khai sinh"))
    table = Table(
        title="Danh mục", headers=["Mã thủ tục", "Tên thủ tục", "Lĩnh vực"],
        rows=[["1.001193", "Đăng ký khai sinh", "Hộ tịch"]],
    )  # fmt: skip
    import_catalogue(write_sheet(table), "moi.xlsx", valid_from=SINCE, by=keeper, at=now)

    latest = ProcedureVersion.objects.get(status="proposed")
    assert (latest.name, latest.results) == ("Đăng ký khai sinh", "Giấy khai sinh")
    assert [one.total for one in latest.limits.all()] == [1]


def test_a_preview_that_no_longer_fits_is_refused(keeper: Viewer, now: datetime) -> None:
    mark = preview_catalogue(catalogue(), name=NAME, unit=keeper.unit).mark
    bring(keeper, now)

    with pytest.raises(PreviewStale):
        import_catalogue(catalogue(line(name="Khác")), NAME, valid_from=SINCE, by=keeper, at=now, seen=mark)


def test_rows_that_cannot_be_read_do_not_stop_the_others(keeper: Viewer, now: datetime) -> None:
    assert bring(keeper, now, "{hỏng", line()) == Imported(new=1, changed=0, same=0, unreadable=1)


def test_a_file_without_any_procedure_is_refused(keeper: Viewer, now: datetime) -> None:
    with pytest.raises(CatalogueEmpty):
        import_catalogue(b"Ho ten;Tuoi;Noi\nA;3;B\n", "a.csv", valid_from=SINCE, by=keeper, at=now)


def test_only_keepers_of_the_catalogue_may_take_one_in(ward: Ward, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        import_catalogue(catalogue(), NAME, valid_from=SINCE, by=ward.viewer(ward.auditor), at=now)


def test_a_ward_changes_only_its_own_catalogue(keeper: Viewer, other_ward: Ward, now: datetime) -> None:
    bring(keeper, now)
    bring(other_ward.viewer(other_ward.one_stop), now, line(name="Của phường khác"))

    assert Procedure.objects.get(unit=keeper.unit).name == "Thủ tục đăng ký khai sinh"


def test_an_example_is_loaded_and_confirmed_at_once(keeper: Viewer, now: datetime) -> None:
    data = "Mã thủ tục;Tên thủ tục;Lĩnh vực;Thời hạn giải quyết\n1.001193;Khai sinh;Hộ tịch;1 ngày làm việc\n"
    load_catalogue(
        data.encode(), "thu-tuc.csv", valid_from=SINCE, citation="Danh mục minh họa", by=keeper, at=now
    )

    limit = limits_of(keeper.unit).find("1.001193", "online", date(2021, 5, 5))
    assert limit is not None
    assert limit.total == 1


def test_the_published_catalogue_comes_in_with_few_statements(
    shared: Path, keeper: Viewer, now: datetime, django_assert_max_num_queries
) -> None:
    data = (shared / "data/procedures/commune.jsonl").read_bytes()
    with django_assert_max_num_queries(65):
        done = import_catalogue(data, NAME, valid_from=SINCE, by=keeper, at=now)

    assert done.new == 588
