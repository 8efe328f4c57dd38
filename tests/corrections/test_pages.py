"""Nonconformities on their pages: raised, worked on, judged, closed; refused forms keep what was typed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.corrections.models import CorrectiveAction, Nonconformity
from chuan.documents.models import ControlledDocument
from chuan.exchange.sheets import read_sheet
from chuan.files.models import Attachment
from tests.corrections.made import KEY, counted, finished, raised
from tests.examine import open_page

pytestmark = pytest.mark.django_db
LIST = "/khac-phuc/"


def of(case, step=""):
    return f"{LIST}{case.uid}/{step}"


def test_a_late_month_on_the_pages(ward, keeper, client, sign_in, django_assert_max_num_queries):
    sign_in(client, ward.specialist)
    assert "Không có sự không phù hợp nào chưa xong" in open_page(client, LIST).text
    open_page(client, f"{LIST}neu/")
    typed = {"what": "Tháng 7 trễ", "found_on": "02/08/2021", "grade": "minor", "source": "hand"}
    wrong = client.post(f"{LIST}neu/", typed | {"source": "inspection"})
    assert wrong.status_code == 422
    assert "Tháng 7 trễ" in wrong.content.decode()
    assert "biên bản kiểm tra" in wrong.content.decode()
    client.post(f"{LIST}neu/", typed)
    case = Nonconformity.objects.get()
    page = open_page(client, of(case))
    assert "Tiếp theo: ghi việc đã khắc phục ngay" in page.text
    assert "Ghi nguyên nhân" not in page.text
    assert client.get(of(case, "nguyen-nhan/")).status_code == 403

    sign_in(client, ward.secretary)
    open_page(client, of(case, "khac-phuc-ngay/"))
    client.post(of(case, "khac-phuc-ngay/"), {"what": "Xin lỗi 8 người", "on": "03/08/2021"})
    open_page(client, of(case, "nguyen-nhan/"))
    cause = {"on": "05/08/2021", "whys": "Không ai làm\nNgười phụ trách nghỉ", "code_1": "absence"}
    assert client.post(of(case, "nguyen-nhan/"), cause | {"words_1": "Nghỉ phép"}).status_code == 422
    client.post(of(case, "nguyen-nhan/"), cause | {"words_1": "Nghỉ phép", "how_1": "Xem bảng chấm công"})
    with counted({9: (147, 150), 10: (142, 146), 11: (139, 142)}):
        open_page(client, of(case, "ke-hoach/"))
        plan = {
            "on": "05/08/2021", "what_1": "Phân công người thay", "owner_1": str(ward.one_stop.uid),
            "due_1": "04/08/2021", "measure": KEY, "shape": "share", "comparator": "more_than", "target": "95",
            "rhythm": "monthly", "periods": "3",
        }  # fmt: skip
        early = client.post(of(case, "ke-hoach/"), plan)
        assert early.status_code == 422
        assert "đến trước ngày lập kế hoạch" in early.content.decode()
        client.post(of(case, "ke-hoach/"), plan | {"due_1": "30/08/2021"})
        action = CorrectiveAction.objects.get()
        assert Clock.objects.running().get(subject_uid=action.uid).owner_official == ward.one_stop

        sign_in(client, ward.one_stop)
        done = f"{LIST}hanh-dong/{action.uid}/"
        open_page(client, done)
        assert client.post(done, {"words": "", "on": "30/08/2021"}).status_code == 422
        client.post(done, {"words": "Bảng phân công", "on": "30/08/2021"})

        sign_in(client, ward.auditor)
        with django_assert_max_num_queries(40):
            page = open_page(client, of(case))
        assert "98,00 % (147/150)" in page.text.replace("\N{NO-BREAK SPACE}", " ")
        assert "Đánh giá hiệu lực" in page.text
        open_page(client, of(case, "hieu-luc/"))
        open_page(client, of(case, "hieu-luc/ky-0/"))
        assert client.get(of(case, "hieu-luc/ky-9/")).status_code == 404
        client.post(of(case, "hieu-luc/"), {"words": "Ba tháng đều đạt"})

    sign_in(client, ward.secretary)
    open_page(client, of(case, "ket-thuc/"))
    client.post(of(case, "ket-thuc/"), {"words": "Đã ổn định"})
    page = open_page(client, of(case)).text
    assert "Đã kết thúc" in page
    assert "Đã khắc phục và có hiệu lực." in page
    assert client.get(of(case, "ban-in/")).content.startswith(b"%PDF")
    assert "NC-01" not in open_page(client, LIST).text
    assert "NC-01" in open_page(client, f"{LIST}?tt=tat-ca&tim=thang+7").text
    [sheet] = read_sheet(client.get(f"{LIST}tai-excel/?tt=tat-ca").content, name="khac-phuc.xlsx")
    assert any("Tháng 7 trễ" in cell.text for row in sheet.rows for cell in row)


def test_a_document_is_revised_or_waived_before_the_end(ward, keeper, client, sign_in):
    document = ControlledDocument.objects.create(
        unit=ward.unit, code="QT-07", title="Một cửa", kind="service_procedure", recorded_at=timezone.now()
    )
    with counted({9: (1, 1), 10: (1, 1), 11: (1, 1)}):
        case = finished(keeper, ward.one_stop)
        sign_in(client, ward.secretary)
        open_page(client, of(case, "tai-lieu/"))
        client.post(of(case, "tai-lieu/"), {"document": f"controlled.{document.uid}"})
        client.post(of(case, "hieu-luc/"), {"words": "đạt"})
    refused = client.post(of(case, "ket-thuc/"), {"words": "xong"})
    assert refused.status_code == 422
    assert "QT-07 Một cửa bị ảnh hưởng nhưng chưa sửa" in refused.content.decode()
    row = case.documents.get()
    address = f"{LIST}tai-lieu/{row.uid}/"
    open_page(client, address)
    unrevised = client.post(address, {"outcome": "revised", "reason": ""})
    assert "chưa có lần ban hành nào" in unrevised.content.decode()
    client.post(address, {"outcome": "waived", "reason": "Quy trình đúng, chỉ thiếu người"})
    client.post(of(case, "ket-thuc/"), {"words": "xong"})
    case.refresh_from_db()
    assert case.status == "closed"


def test_minutes_say_their_two_months_on_the_page(ward, keeper, client, sign_in):
    case = raised(keeper, source="inspection", citation="Biên bản 05/BB")
    sign_in(client, ward.chairman)
    for step in ("khac-phuc-ngay/", "nguyen-nhan/", "ke-hoach/"):
        assert "trước 02/10/2021" in open_page(client, of(case, step)).text
    assert (
        "trước 02/10/2021: 2 tháng từ ngày lập biên bản (26/2014/TT-BKHCN, Điều 37)"
        in open_page(client, of(case)).text
    )
    client.post(of(case, "khong-phai/"), {"words": "Đoàn đã rút kết luận"})
    assert "Không phải sự không phù hợp" in open_page(client, of(case)).text
    assert not Clock.objects.running().filter(subject_uid=case.uid).exists()


def test_another_ward_finds_nothing(ward, other_ward, keeper, client, sign_in):
    case = raised(keeper)
    sign_in(client, other_ward.secretary)
    for step in ("", "nguyen-nhan/", "ke-hoach/", "ket-thuc/", "ban-in/"):
        assert client.get(of(case, step)).status_code == 404
    assert client.get(f"{LIST}neu/?tu=nonconformity.{case.uid}").status_code == 404
    assert client.get(f"{LIST}neu/?tu=x.y").status_code == 404
    assert Attachment.objects.count() == 0
