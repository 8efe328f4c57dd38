"""What a confirmed, corrected or repealed procedure does to the dossiers that run under it."""

from __future__ import annotations

from datetime import date, datetime

from django.test import Client

from chuan.dossiers.actions import procedure_changes, procedure_versions
from chuan.dossiers.actions.procedures import import_catalogue
from chuan.dossiers.models import Dossier, ProcedureVersion
from chuan.people.viewer import Viewer
from tests.dossiers.engine.made import bring, row, the
from tests.dossiers.procedures.conftest import catalogue, line
from tests.dossiers.procedures.test_changes import paper
from tests.examine import open_page
from tests.people import Ward, at

CODE, LATER = "000.00.18.H27-210428-0007", "000.00.18.H27-211201-0001"
MARRIAGE, NAME = "1.000894", "Thủ tục đăng ký kết hôn"


def running(ward: Ward) -> None:
    """Two dossiers in work: received on 28/04/2021 and on 01/12/2021."""
    rows = {CODE: row(), LATER: row(received_at="2021-12-01T08:00:00", promised_at="2021-12-20T17:00:00")}
    bring(ward.unit, rows, at=at(2021, 12, 1, 9))


def proposed(
    keeper: Viewer, now: datetime, ways: str = "Trực tuyến5 Ngày làm việcMiễn phí"
) -> ProcedureVersion:
    data = catalogue(line(MARRIAGE, NAME, ways))
    import_catalogue(data, "a.jsonl", valid_from=date(2021, 1, 1), by=keeper, at=now)
    return ProcedureVersion.objects.get(status="proposed")


def test_until_it_is_confirmed_a_procedure_judges_nothing(ward: Ward, keeper: Viewer, now: datetime) -> None:
    running(ward)

    proposed(keeper, now)

    assert the(CODE).due_basis == "promise"


def test_confirming_gives_its_dossiers_their_lawful_due_day(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    running(ward)

    count = procedure_versions.confirm(proposed(keeper, now), citation="QĐ 1", by=keeper, at=now)

    assert count == 2
    found = the(CODE)
    assert (found.due_basis, found.lawful_due_on, found.judged_due_on) == (
        "law", date(2021, 5, 7), date(2021, 5, 7),
    )  # fmt: skip


def test_a_repeal_leaves_the_dossiers_received_before_their_due_day(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    running(ward)
    procedure_versions.confirm(proposed(keeper, now), citation="QĐ 1", by=keeper, at=now)
    (change,) = procedure_changes.propose(paper(code=MARRIAGE, name=NAME), "qd.txt", by=keeper, at=now)

    procedure_changes.take(change, by=keeper, at=now)

    assert (the(CODE).due_basis, the(CODE).judged_due_on) == ("law", date(2021, 5, 7))
    assert (the(LATER).due_basis, the(LATER).judged_due_on) == ("promise", date(2021, 12, 20))
    assert Dossier.objects.count() == 2


def test_a_repealed_procedure_shows_what_still_runs_under_it(
    keepers_browser: Client, ward: Ward, keeper: Viewer, now: datetime
) -> None:
    running(ward)
    procedure_versions.confirm(proposed(keeper, now), citation="QĐ 1", by=keeper, at=now)
    (change,) = procedure_changes.propose(paper(code=MARRIAGE, name=NAME), "qd.txt", by=keeper, at=now)
    assert (
        "2 hồ sơ đang giải quyết: vẫn giữ thời hạn cũ" in open_page(keepers_browser, "/thu-tuc/de-xuat/").text
    )

    procedure = procedure_changes.take(change, by=keeper, at=now)

    page = open_page(keepers_browser, f"/thu-tuc/{procedure.uid}/")
    assert "2 hồ sơ đang giải quyết" in page.text
    assert "Hồ sơ nhận trước ngày đó giữ thời hạn cũ." in page.text


def test_a_corrected_limit_moves_the_due_day_of_what_it_judged(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    running(ward)
    first = proposed(keeper, now)
    procedure_versions.confirm(first, citation="QĐ 1", by=keeper, at=now)
    better = procedure_versions.revise(first, by=keeper, at=now)
    better.limits.update(total=3)

    procedure_versions.confirm(better, citation="QĐ 1 (đính chính)", by=keeper, at=now)

    assert the(CODE).judged_due_on == date(2021, 5, 5)


def test_a_procedure_of_the_same_day_makes_its_dossiers_due_on_the_day_of_receipt(
    ward: Ward, keeper: Viewer, now: datetime
) -> None:
    running(ward)
    version = proposed(keeper, now)
    version.limits.update(total=0)

    procedure_versions.confirm(version, citation="QĐ 1", by=keeper, at=now)

    assert (the(CODE).due_basis, the(CODE).lawful_due_on) == ("law", date(2021, 4, 28))


def test_dossiers_whose_code_carries_the_provinces_tail_are_counted_anew_too(
    keepers_browser: Client, ward: Ward, keeper: Viewer, now: datetime
) -> None:
    bring(ward.unit, {CODE: row(procedure_code=f"{MARRIAGE}.000.00.00.H27")}, at=at(2021, 4, 29))
    version = proposed(keeper, now)

    assert procedure_versions.confirm(version, citation="QĐ 1", by=keeper, at=now) == 1

    assert the(CODE).due_basis == "law"
    assert "1 hồ sơ đang giải quyết" in open_page(keepers_browser, f"/thu-tuc/{version.procedure.uid}/").text
