"""What the public reads: objectives of issued decisions, figures with their days, what to bring; nobody's name."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html

from chuan import cli
from chuan.objectives.actions import record_figure
from chuan.objectives.models import Indicator, Measurement, Plan
from chuan.objectives.publishing import is_few
from chuan.people.models import Official
from chuan.rules.types import Period
from chuan.trail.models import Detail, Entry
from chuan.upkeep.publishing.site import build
from tests.dossiers.procedures import made as procedures
from tests.examine import examine, open_page, sign_in
from tests.objectives.made import clerk, decision, given, now, plan_of
from tests.people import Ward
from tests.strict_html import strict_faults

pytestmark = pytest.mark.django_db
ON = date(2021, 10, 5)
PAGE = "/he-thong/cong-khai/"


@pytest.fixture
def plan(ward: Ward) -> Plan:
    """Two promises, one with a figure; a procedure; a proposal that nobody has confirmed."""
    plan = plan_of(
        ward,
        decision(
            "Trên 95 % hồ sơ thủ tục hành chính được giải quyết đúng hạn.",
            "100 % đơn thư của công dân được giải quyết đúng hạn.",
        ),
    )
    known = procedures.procedure(ward.unit)
    procedures.version(known, ("", "", 3, "working_day"), papers=["Tờ khai <mẫu>", "Giấy chứng sinh"])
    waiting = procedures.procedure(ward.unit, "2.000815", "Chứng thực bản sao", "Chứng thực")
    procedures.version(waiting, ("", "", 1, "working_day"), status="proposed")
    return plan


def files(ward: Ward) -> dict[str, str]:
    return {name: data.decode() for name, data in build(ward.unit, on=ON).files.items()}


def said(page: str) -> str:
    return " ".join(html.document_fromstring(page).text_content().split())


def test_objectives_and_procedures_are_read_from_strict_pages_whose_links_lead_somewhere(
    ward: Ward, plan: Plan
):
    found = files(ward)
    assert {"index.html", "muc-tieu-2021.html", "so-lieu-2021.html", "thu-tuc.html", "thu-tuc-1.001193.html"} == {
        name for name in found if name.endswith(".html")
    }  # fmt: skip
    for name, page in found.items():
        if name.endswith(".html"):
            assert strict_faults(page) == [], name
            assert page.startswith('<!doctype html>\n<html lang="vi">')
            assert not re.search(r"<script|<form|<img|style=|https?:|href=\"/", page), name
            links = [one for one in re.findall(r'href="([^"]+)"', page) if not one.startswith("#")]
            assert links
            assert set(links) <= set(found), name
    assert "Trên 95 % hồ sơ" in said(found["muc-tieu-2021.html"])
    assert "Quyết định số 31/QĐ-UBND ngày 19/02/2021" in said(found["muc-tieu-2021.html"])
    assert "Chưa đo được" in said(found["muc-tieu-2021.html"])
    bring = said(found["thu-tuc-1.001193.html"])
    assert "Mang theo gì Tờ khai <mẫu>" in bring
    assert "Giấy chứng sinh" in bring
    assert "3 ngày làm việc" in bring
    assert "lập ngày 05/10/2021" in bring


def test_a_figure_stands_with_its_day_grade_and_what_it_is_a_share_of(ward: Ward, plan: Plan):
    first = Indicator.objects.get(targets__objective__plan=plan, targets__text__contains="95 %")
    january = Period.month(2021, 1)
    record_figure(first, january, given(num=97, den=100), by=clerk(ward), at=now())
    found = files(ward)
    for name in ("muc-tieu-2021.html", "so-lieu-2021.html"):
        assert "97,00 % (97/100)" in said(found[name])
        assert "D báo cáo có văn bản" in said(found[name])
    assert "Báo cáo số 12" not in "".join(found.values()), "evidence stays in the house"


def test_no_name_of_anybody_leaves_the_house(ward: Ward, plan: Plan):
    plan.objectives.update(owner_official=ward.specialist)
    every = "".join(files(ward).values())
    assert not [one for one in Official.objects.values_list("name", flat=True) if one in every]


@pytest.mark.parametrize(
    ("stage", "issued_on"), [("draft", date(2021, 2, 19)), ("issued", date(2021, 12, 1))]
)
def test_objectives_of_a_decision_that_is_not_issued_stay_inside(
    ward: Ward, plan: Plan, stage: str, issued_on: date
):
    type(plan.decision).objects.filter(pk=plan.decision_id).update(stage=stage, issued_on=issued_on)
    assert "muc-tieu-2021.html" not in files(ward)


def test_another_wards_pages_hold_nothing_of_ours(ward: Ward, other_ward: Ward, plan: Plan):
    assert [name for name in files(other_ward) if name.endswith(".html")] == ["index.html"]


@pytest.mark.parametrize(
    ("key", "num", "den", "few"),
    [
        ("petitions.on_time", 1, 4, True), ("petitions.on_time", 1, 5, False), ("dossiers.on_time", 1, 2, False),
        ("workforce.advanced_worker", 3, None, True), ("petitions.escalated_past", 0, None, False), ("", 1, 2, False),
    ],
)  # fmt: skip
def test_cases_of_few_people_are_not_said(key: str, num: int, den: int | None, few: bool):
    figures = [Measurement(measure_key=key)]
    assert is_few(Fraction(num), None if den is None else Fraction(den), figures) is few


def test_the_same_day_gives_the_same_bytes(ward: Ward, plan: Plan):
    assert build(ward.unit, on=ON).files == build(ward.unit, on=ON).files
    assert build(ward.unit, on=ON).digest != build(ward.unit, on=ON + timedelta(days=1)).digest


def test_the_command_writes_the_folder_and_a_line_of_the_trail(
    ward: Ward, plan: Plan, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert cli.main(["publish", str(tmp_path / "trang")]) == 0
    told = capsys.readouterr()
    assert "Đã ghi 5 trang của UBND phường Bắc Hồng" in told.out
    assert "Chưa ghi nơi liên hệ" in told.err
    assert (tmp_path / "trang" / "index.html").is_file()
    entry = Entry.objects.get(verb="site.publish")
    assert entry.actor == "system/publishing"
    (tmp_path / "trang" / "them.txt").write_text("x")
    assert cli.main(["publish", str(tmp_path / "trang")]) == 2
    assert "“them.txt”" in capsys.readouterr().err
    assert Entry.objects.filter(verb="site.publish").count() == 1


def test_a_house_of_two_units_asks_which(ward: Ward, other_ward: Ward, tmp_path: Path, capsys):
    assert cli.main(["publish", str(tmp_path / "trang")]) == 2
    assert (
        "--unit với một trong các tên: UBND phường Bắc Hồng, UBND phường Nam Hồng" in capsys.readouterr().err
    )
    assert cli.main(["publish", str(tmp_path / "trang"), "--unit", "nam hong"]) == 0
    assert not (tmp_path / "khac").exists()


def test_the_keeper_writes_the_contact_and_takes_the_archive(ward: Ward, plan: Plan, client: Client):
    sign_in(client, ward.administrator)
    page = open_page(client, PAGE)
    assert "Mục tiêu chất lượng năm 2021" in page.text
    bad = page.form(PAGE).send(client, address="Số 1 đường Chính", mail="khong-phai-thu")
    assert 'value="khong-phai-thu"' in examine(bad, PAGE, status=422).html
    kept = page.form(PAGE).send(client, address="Số 1 đường Chính", telephone="0239 000 000")
    assert kept.status_code == 302
    assert "Số 1 đường Chính" in str(open_page(client, PAGE).form(PAGE).values)
    answer = open_page(client, PAGE).form("/tai-ve/").send(client)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "0239 000 000" in archive.read("index.html").decode()
    by = Entry.objects.get(verb="site.publish").actor
    assert by == ward.viewer(ward.administrator, timezone.localdate()).trail_name
    assert "site_pages" in Detail.objects.get(entry__verb="site.publish").body


def test_only_keepers_open_the_page(ward: Ward, client: Client):
    sign_in(client, ward.clerk)
    open_page(client, PAGE, status=403)
    assert client.post(f"{PAGE}tai-ve/").status_code == 403
