"""Which measure counts an indicator is a person's choice: formula and source in sight, dated, trailed."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from chuan.objectives.actions import define_indicator
from chuan.objectives.models import Indicator
from chuan.offers import measures
from chuan.trail.models import Entry
from tests.examine import Page, open_page, sign_in
from tests.objectives.made import clerk, now
from tests.objectives.register import OnTime, Received, Sampled
from tests.people import Ward


@pytest.fixture
def others(register: OnTime) -> None:
    """Another way to answer the same promise, and one that answers another."""
    for one in (Received(), Sampled()):
        measures.register(one)


def page_of(client: Client, indicator: Indicator) -> Page:
    return open_page(client, f"/muc-tieu/chi-tieu/{indicator.uid}/")


def keys(page: Page) -> list[str]:
    return page.tree.xpath("//input[@name='measure_key']/@value")


def test_only_measures_of_the_same_kind_are_offered(
    client: Client, ward: Ward, on_time: Indicator, others: None
):
    page = page_of(sign_in(client, ward.clerk), on_time)
    assert keys(page) == ["", "dossiers.on_time", "dossiers.on_time_received"]


def test_each_is_offered_with_its_formula_its_source_and_its_grade(
    client: Client, ward: Ward, on_time: Indicator, others: None
):
    page = page_of(sign_in(client, ward.clerk), on_time)
    assert (
        "Công thức: đúng hạn / đã giải quyết. Nguồn: 118/2025/NĐ-CP. Cấp A đếm từ sổ của Chuẩn." in page.text
    )


def test_an_indicator_without_a_measure_may_take_any(
    client: Client, ward: Ward, on_time: Indicator, others: None
):
    Indicator.objects.filter(pk=on_time.pk).update(measure_key="")
    page = page_of(sign_in(client, ward.clerk), on_time)
    assert len(keys(page)) == 4


def test_the_choice_is_dated_and_trailed(client: Client, ward: Ward, on_time: Indicator, others: None):
    sign_in(client, ward.clerk)
    form = page_of(client, on_time).form(button="Lưu định nghĩa")
    assert form.send(client, measure_key="dossiers.on_time_received").status_code == 302
    on_time.refresh_from_db()
    assert on_time.measure_since == timezone.localdate()
    body = Entry.objects.get(verb="indicator.define").detail.body
    assert '["dossiers.on_time","dossiers.on_time_received"]' in body.replace(" ", "")
    said = page_of(client, on_time)
    assert "Theo hồ sơ tiếp nhận" in said.text
    assert "chờ đo lại" in said.text


def test_what_was_not_changed_keeps_its_date(ward: Ward, on_time: Indicator, others: None):
    define_indicator(on_time, name="Hồ sơ đúng hạn", by=clerk(ward), at=now())
    assert on_time.measure_since is None


def test_going_back_to_typing_is_a_choice_too(ward: Ward, on_time: Indicator):
    define_indicator(on_time, measure_key="", by=clerk(ward, date(2021, 10, 5)), at=now())
    assert (on_time.measure_key, on_time.measure_since) == ("", date(2021, 10, 5))


def test_the_promises_page_says_which_way_is_used(client: Client, ward: Ward, on_time: Indicator):
    page = open_page(sign_in(client, ward.clerk), f"/muc-tieu/{on_time.targets.get().uid}/")
    assert "Cách đếm Sổ hồ sơ thử nghiệm" in page.text


def test_who_does_not_plan_reads_the_way_but_cannot_choose(client: Client, ward: Ward, on_time: Indicator):
    page = page_of(sign_in(client, ward.specialist), on_time)
    assert "đúng hạn / đã giải quyết" in page.text
    assert keys(page) == []
