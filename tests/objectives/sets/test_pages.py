"""The pages of sets: frozen by a form, printed, sent, compared, an edited report brought back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.objectives.models import FigureSet, Measurement
from chuan.objectives.sets.actions.freezing import Wanted, freeze_set
from chuan.objectives.sets.building import Named
from chuan.objectives.sets.packet import check
from chuan.trail.models import Entry
from tests.examine import open_page, sign_in
from tests.objectives.reported import Year, a_full_year
from tests.people import make_ward

pytestmark = pytest.mark.django_db

LIST = "/muc-tieu/chot/?nam=2021"


@pytest.fixture
def full(settings: pytest.FixtureRequest, tmp_path: Path) -> Year:
    settings.SEAL_KEYS = str(tmp_path / "seal_keys")  # type: ignore[attr-defined]
    return a_full_year()


@pytest.fixture
def seen(client: Client, full: Year) -> Client:
    return sign_in(client, full.ward.clerk)


def frozen(full: Year, name: str = "Kỳ họp cuối năm", on: date = date(2022, 1, 5)) -> FigureSet:
    wanted = Wanted(Named(name, on, "Báo cáo trình kỳ họp"), FigureSet.objects.last())
    return freeze_set(full.plan, wanted, by=full.ward.viewer(full.ward.clerk), at=timezone.now())


def corrected(full: Year) -> None:
    old = Measurement.objects.get(indicator=full.targets["2"].indicator)
    full.figure("2", 99, 100, grade="C", version=2, corrects=old, reason="Kho bạc gửi bảng kê")


def of(one: FigureSet, then: str = "") -> str:
    return f"/muc-tieu/chot/{one.uid}/{then}"


def test_a_set_is_frozen_by_the_form_and_a_second_one_names_the_first(seen: Client, full: Year) -> None:
    page = open_page(seen, LIST)
    assert "Năm này chưa chốt bộ số liệu nào" in page.text
    form = page.form("/chot/?nam=2021")
    assert form.values["den"] == "31/12/2021"
    wrong = form.send(seen, ten="Kỳ họp cuối năm", den="32/13", van_ban="")
    assert wrong.status_code == 422
    assert "Kỳ họp cuối năm" in wrong.content.decode()
    done = form.send(seen, ten="Kỳ họp cuối năm", den="05/01/2022", van_ban="Báo cáo trình kỳ họp")
    made = FigureSet.objects.get()
    assert done.headers["Location"] == of(made)
    again = form.send(seen, ten="KỲ HỌP cuối năm", den="05/01/2022", van_ban="Báo cáo khác")
    assert again.status_code == 422
    assert f"mã bộ {made.digest[:4]}-" in again.content.decode()
    assert "Báo cáo khác" in again.content.decode()


def test_a_set_shows_its_figures_prints_copies_and_goes_up(seen: Client, full: Year) -> None:
    made = frozen(full)
    with CaptureQueriesContext(connection) as asked:
        page = open_page(seen, of(made))
    assert len(asked) <= 30
    assert "Chưa đo được" in page.text
    (held,) = page.find(".//textarea[@id='bang-chep']")
    assert "1\tHồ sơ đúng hạn" in held.text
    assert page.form("bao-cao.docx").send(seen).content[:2] == b"PK"
    assert page.form("bao-cao.pdf").send(seen).content[:4] == b"%PDF"
    sent = page.form("so-lieu.json").send(seen)
    assert check(sent.content).ok
    assert [one.verb for one in Entry.objects.order_by("-seq")[:3]] == [
        "figure_set.export", "figure_set.report", "figure_set.report",
    ]  # fmt: skip
    assert seen.get(of(made, "bao-cao.pdf")).headers["Location"] == of(made)
    plain = open_page(seen, of(made, "bang/"))
    assert "1 Hồ sơ đúng hạn trên 95 % 96,57 % Đạt B" in plain.text
    live = open_page(seen, f"/muc-tieu/chot/bang/{full.plan.uid}/")
    assert "số liệu chưa chốt" in live.text


def test_what_changed_since_and_between_two_sets_stands_with_its_reason(seen: Client, full: Year) -> None:
    first = frozen(full)
    assert "Hai bên giống nhau" in open_page(seen, of(first, "khac/?bo=hom-nay")).text
    corrected(full)
    assert "Từ khi chốt, 1 số đo đã khác" in open_page(seen, of(first)).text
    today = open_page(seen, of(first, "khac/?bo=hom-nay"))
    assert "Kho bạc gửi bảng kê" in today.text
    assert "2 trong 3 số đo giống nhau" in today.text
    later = frozen(full, "Bộ sau")
    for one in (of(later, "khac/"), of(first, f"khac/?bo={later.uid}")):
        assert "Bộ trước: “Kỳ họp cuối năm”" in open_page(seen, one).text
    for wrong in ("khac/?bo=x", "khac/?bo=0199", f"khac/?bo={full.plan.uid}"):
        assert seen.get(of(first, wrong)).status_code == 404
    assert seen.get(of(first, "khac/")).status_code == 404


def test_an_edited_report_is_looked_at_and_nothing_is_kept(seen: Client, full: Year) -> None:
    made = frozen(full)
    word = seen.post(of(made, "bao-cao.docx")).content
    lines = Entry.objects.count()
    page = open_page(seen, "/muc-tieu/chot/kiem-bao-cao/")
    for bad in (b"", b"gi do"):
        sent = page.form("kiem-bao-cao/").send(seen, file=SimpleUploadedFile("a.docx", bad))
        assert sent.status_code == 422
    good = page.form("kiem-bao-cao/").send(seen, file=SimpleUploadedFile("bao-cao.docx", word))
    assert good.status_code == 200
    assert "con số đều khớp bộ số liệu" in good.content.decode()
    assert Entry.objects.count() == lines


def test_others_of_the_unit_read_and_another_ward_finds_nothing(client: Client, full: Year) -> None:
    made = frozen(full)
    sign_in(client, full.ward.specialist)
    page = open_page(client, LIST)
    assert not page.find(".//input[@name='ten']")
    assert client.post(LIST, {"ten": "x", "den": "05/01/2022", "van_ban": "x"}).status_code == 403
    assert "Xuất cho cấp trên" not in open_page(client, of(made)).text
    assert client.post(of(made, "so-lieu.json")).status_code == 403
    other = make_ward("Đông Mai", "18116", prefix="dm-")
    sign_in(client, other.clerk)
    for then in ("", "khac/", "bang/", "bao-cao.pdf", "bao-cao.docx", "so-lieu.json"):
        assert client.get(of(made, then)).status_code == 404
    assert client.get(f"/muc-tieu/chot/bang/{full.plan.uid}/").status_code == 404
    assert client.get(LIST).status_code == 404
