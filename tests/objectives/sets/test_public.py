"""Số liệu công khai: the public pages of a year say which figures they hold; a frozen set where one was chosen."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from chuan.clocks.refusals import NothingChanges
from chuan.objectives.models import FigureSet, Measurement, Plan
from chuan.objectives.publishing import pages
from chuan.objectives.sets import public
from chuan.objectives.sets.actions.freezing import Wanted, freeze_set
from chuan.objectives.sets.actions.publishing import choose_public
from chuan.objectives.sets.building import Named
from chuan.offers import public_choices
from chuan.offers.publishing import Asked
from chuan.people.models import UnitSetting
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Entry
from tests.examine import examine, open_page, sign_in
from tests.objectives.reported import AFTER, Year, a_full_year
from tests.people import make_ward

pytestmark = pytest.mark.django_db
PAGE = "/muc-tieu/chot/cong-khai/?nam=2021"
NAMED = Named("Kỳ họp HĐND cuối năm", date(2021, 12, 31), "Báo cáo trình kỳ họp thứ 5")


@pytest.fixture
def full() -> Year:
    """A year on an issued decision, its second figure an estimate."""
    year = a_full_year()
    type(year.plan.decision).objects.filter(pk=year.plan.decision_id).update(stage="issued")
    return year


def today() -> date:
    return timezone.localtime().date()


def frozen(full: Year, name: str = NAMED.name) -> FigureSet:
    named = Named(name, NAMED.on, NAMED.paper)
    return freeze_set(full.plan, Wanted(named), by=full.ward.viewer(full.ward.clerk), at=timezone.now())


def choose(full: Year, found: FigureSet | None, plan: Plan | None = None) -> None:
    by = full.ward.viewer(full.ward.chairman, today())
    choose_public(plan or full.plan, found, by=by, at=timezone.now())


def corrected(full: Year) -> None:
    old = Measurement.objects.get(indicator=full.targets["2"].indicator)
    full.figure("2", 99, 100, grade="C", version=2, corrects=old, reason="Kho bạc gửi bảng kê")


def said(full: Year, on: date | None = None) -> dict[str, str]:
    made = pages(Asked(unit=full.ward.unit, on=on or today()))
    return {
        one.slug: " ".join(html.fromstring(f"<div>{one.body}</div>").text_content().split()) for one in made
    }


def test_without_a_choice_the_figures_in_use_are_published_and_said_to_be_so(full: Year) -> None:
    for page in said(full).values():
        assert "Số đang dùng ngày lập trang, chưa chốt thành bộ." in page


def test_a_chosen_set_is_published_as_it_was_frozen_and_named_on_both_pages(full: Year) -> None:
    made = frozen(full)
    corrected(full)
    assert "99,00 %" in said(full)["muc-tieu-2021"]
    choose(full, made)
    found = said(full)
    for slug in ("muc-tieu-2021", "so-lieu-2021"):
        assert "Công khai theo bộ số “Kỳ họp HĐND cuối năm”: số liệu đến hết ngày 31/12/2021" in found[slug]
        assert "90,00 %" in found[slug]
        assert "99,00 %" not in found[slug]
        assert NAMED.paper not in found[slug]
    entry = Entry.objects.get(verb="figure_set.public")
    assert entry.subject_uid == made.uid
    assert full.ward.clerk.name not in "".join(found.values())


def test_the_choice_is_dated_and_may_be_taken_back(full: Year) -> None:
    made = frozen(full)
    choose(full, made)
    assert public.public_set(full.plan, today()) == made
    assert public.public_set(full.plan, today() - timedelta(days=1)) is None
    with pytest.raises(NothingChanges):
        choose(full, made)
    choose(full, None)
    assert public.public_set(full.plan, today()) is None
    with pytest.raises(NothingChanges):
        choose(full, None)
    kept = UnitSetting.objects.filter(unit=full.ward.unit, key=public.KEY).order_by("version")
    assert [json.loads(one.value) for one in kept] == [{"2021": str(made.uid)}, {}]


def test_a_set_of_a_plan_that_was_replaced_is_no_longer_published(full: Year) -> None:
    made = frozen(full)
    choose(full, made)
    decision = full.plan.decision
    Plan.objects.filter(pk=full.plan.pk).update(status="replaced", closed_on=date(2021, 12, 31))
    newer = Plan.objects.create(
        unit=full.ward.unit, owner_unit=full.ward.unit, year=2021, decision=decision, reading=full.plan.reading,
        effective_from=date(2021, 12, 31), recorded_at=timezone.now(),
    )  # fmt: skip
    assert public.public_set(newer, today()) is None
    with pytest.raises(NotFound):
        choose(full, made, newer)


def test_only_who_publishes_chooses_and_everybody_of_the_unit_reads_what_stands(
    full: Year, client: Client
) -> None:
    made = frozen(full)
    with pytest.raises(NotAllowed):
        choose_public(full.plan, made, by=full.ward.viewer(full.ward.clerk, today()), at=timezone.now())
    other = make_ward("Nam Hồng", code="00124", prefix="nh-")
    with pytest.raises(NotFound):
        choose_public(full.plan, made, by=other.viewer(other.chairman, today()), at=timezone.now())
    page = open_page(sign_in(client, full.ward.specialist), PAGE)
    assert "Số đang dùng ngày lập trang" in page.text
    assert not [one for one in page.forms if one.action.startswith("/muc-tieu/chot/cong-khai/")]
    examine(client.post(PAGE, {"bo": str(made.uid)}), PAGE, status=403)


def test_the_head_chooses_on_a_page_and_the_keeper_sees_it_beside_the_public_pages(
    full: Year, client: Client, django_assert_max_num_queries
) -> None:
    made = frozen(full)
    head = sign_in(client, full.ward.chairman)
    with django_assert_max_num_queries(30):
        page = open_page(head, PAGE)
    form = page.form(button="Ghi lựa chọn")
    assert form.values.get("bo", "") == ""
    assert form.send(head, bo=str(made.uid)).status_code == 302
    after = open_page(head, PAGE)
    assert after.form(button="Ghi lựa chọn").values["bo"] == str(made.uid)
    assert "Công khai theo bộ số" in after.text
    again = examine(after.form(button="Ghi lựa chọn").send(head), PAGE, status=422)
    assert again.notice
    wrong = examine(head.post(PAGE, {"bo": "khong-co"}), PAGE, status=422)
    assert "Bộ này không còn trong danh sách" in wrong.text
    listed = open_page(head, "/muc-tieu/chot/?nam=2021")
    assert listed.link("Chọn bộ để công khai") == PAGE
    assert "Công khai theo bộ số" in open_page(head, "/he-thong/cong-khai/").text
    (told,) = public_choices.chosen(Asked(unit=full.ward.unit, on=today()))
    assert (told.label, told.address) == ("Số liệu năm 2021", PAGE)


def test_nothing_is_asked_of_a_unit_without_a_plan(client: Client) -> None:
    ward = make_ward()
    assert open_page(sign_in(client, ward.chairman), "/muc-tieu/chot/cong-khai/").title
    assert not list(public_choices.chosen(Asked(unit=ward.unit, on=AFTER)))
