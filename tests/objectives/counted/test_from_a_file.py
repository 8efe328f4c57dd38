"""The whole way with the real rooms: a file in, counted, replaced by a person, withdrawn again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from chuan import demo_exports
from chuan.dossiers import measures as dossiers
from chuan.intake import actions as intake
from chuan.intake.models import Import
from chuan.intake.previews import preview_of
from chuan.objectives.actions import record_figure
from chuan.objectives.models import FigureDue, Indicator, LateNotice, Measurement, Plan, Target
from chuan.objectives.tasks import measure_register
from chuan.rules.types import Period
from tests.examine import open_page, sign_in, words
from tests.objectives.made import clerk, given, indicator, now
from tests.people import Ward

MARCH = Period.month(2021, 3)
PAGE = "/muc-tieu/do-tu-so/?nam=2021"


@pytest.fixture
def on_time(plan: Plan) -> Indicator:
    """Objective 3.2, counted by the measure of the dossiers' room."""
    dossiers.register()
    return indicator(plan, "3.2")


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    demo_exports.write(folder, seed=2021, rows=300)
    return folder


def brought(ward: Ward, path: Path) -> Import:
    """The file taken in an hour ago, its layout confirmed as proposed."""
    by = ward.viewer(ward.one_stop, timezone.localdate())
    held = intake.receive_file(path.read_bytes(), path.name, by=by, at=timezone.now())
    held = intake.look(held, at=timezone.now())
    if held.status == Import.Status.UNMAPPED:
        seen = preview_of(held)
        intake.confirm_layout(
            held, seen.mapping, name=seen.layout or "Danh sách", source=seen.source or "Hệ thống một cửa",
            by=by, at=timezone.now(),
        )  # fmt: skip
    intake.commit(held, by=by, at=timezone.now(), keep_gone=True, despite=preview_of(held).must_confirm)
    return held


@pytest.fixture
def _as_if_a_minute_had_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cut lies 60 s back, so that nothing of this very minute is counted: let the cut be now."""
    for room in (
        "chuan.objectives.ready",
        "chuan.objectives.comparing",
        "chuan.objectives.actions.measuring",
    ):
        monkeypatch.setattr(f"{room}.SETTLING", timedelta(0))


@pytest.mark.usefixtures("_as_if_a_minute_had_passed")
def test_a_file_comes_in_and_the_objective_counts_itself(
    client: Client, ward: Ward, on_time: Indicator, exports: Path
):
    typed = record_figure(on_time, MARCH, given(num=156, den=161), by=clerk(ward), at=now())
    held = brought(ward, exports / "danh-sach-ho-so-2021.xls")
    target = Target.objects.get(indicator=on_time)
    sign_in(client, ward.clerk)

    # at once: the live line counts, the official figure stands
    page = open_page(client, f"/muc-tieu/{target.uid}/")
    live = words(page.one("#den-hom-nay").getparent().getparent())
    assert "B đếm từ tệp nhập" in live
    assert "hồ sơ đúng hạn" in live
    assert "156/161" in page.text

    # a minute later: every other month is measured, March waits for a person
    list(measure_register(ward.unit, "dossiers", Period.year(2021)))
    assert Measurement.objects.filter(indicator=on_time, grade="B").count() == 11
    due = FigureDue.objects.get(indicator=on_time, period_start=MARCH.start)
    assert due.settled_by == typed
    form = open_page(client, PAGE).form(button="Thay các số đã chọn")
    assert form.send(client, doi=[str(due.uid)]).status_code == 302
    counted = Measurement.objects.standing().get(indicator=on_time, period_start=MARCH.start)
    assert (counted.grade, counted.corrects, counted.measure_key) == ("B", typed, "dossiers.on_time")

    # the rows behind lead to the dossiers
    rows = open_page(client, f"/muc-tieu/so-lieu/{counted.uid}/")
    links = rows.tree.xpath("//section[.//h2[@id='cac-dong']]//tbody//a/@href")
    assert links
    assert all(link.startswith("/ho-so/") for link in links)

    # withdrawn: the live line is gone at once, the figure is noticed, the typed one may stand again
    by = ward.viewer(ward.one_stop, timezone.localdate())
    intake.withdraw(held, reason="nhập nhầm tệp", by=by, at=timezone.now())
    assert "Chưa đo được: chưa nhập hồ sơ" in open_page(client, f"/muc-tieu/{target.uid}/").text
    list(measure_register(ward.unit, "dossiers", Period.year(2021)))
    assert LateNotice.objects.up().filter(measurement=counted).exists()
    assert "tệp đã rút: trở lại bản 1, 96,89 % (156/161)" in open_page(client, PAGE).text


def test_before_any_file_the_months_are_put_in_by_hand_as_ever(ward: Ward, on_time: Indicator):
    made = record_figure(on_time, MARCH, given(num=156, den=161), by=clerk(ward), at=now())
    assert made.grade == "D"


def test_the_page_of_the_year_asks_no_more_with_the_real_measures(
    client: Client, ward: Ward, on_time: Indicator, exports: Path, django_assert_max_num_queries
):
    brought(ward, exports / "danh-sach-ho-so-2021.xls")
    sign_in(client, ward.clerk)
    open_page(client, "/muc-tieu/?nam=2021")
    with django_assert_max_num_queries(45):
        open_page(client, "/muc-tieu/?nam=2021")


def test_a_day_before_the_year_is_no_fault(client: Client, ward: Ward, on_time: Indicator, plan: Plan):
    sign_in(client, ward.clerk)
    for day in (date(2020, 12, 31), date(2021, 1, 1)):
        open_page(client, f"/muc-tieu/?nam=2021&den={day:%d/%m/%Y}")
