"""How dossiers, checks and surveys are named elsewhere, and who may see them."""

from __future__ import annotations

from datetime import date

from chuan.dossiers.models import Dossier, Sample, SampleItem, SurveyTotal
from chuan.offers.subjects import Subject, describe
from tests.dossiers.engine.made import bring, row
from tests.people import Ward, at


def test_a_dossier_is_named_by_code_and_procedure_and_seen_by_its_own_ward(
    ward: Ward, other_ward: Ward
) -> None:
    bring(ward.unit, {"H27-0007": row(applicant="Nguyễn Văn Ví Dụ")}, at=at(2021, 5, 4))
    one = Dossier.objects.get()
    subject = Subject("dossier", one.uid)
    found = describe([subject], ward.viewer(ward.one_stop))[subject]
    assert found.label == "H27-0007 Thủ tục đăng ký kết hôn"
    assert (found.address, found.settled) == (f"/ho-so/{one.uid}/", False)
    assert "Ví Dụ" not in found.label + found.note
    assert describe([subject], other_ward.viewer(other_ward.one_stop)) == {}


def test_a_check_and_a_survey_are_named_too(ward: Ward, other_ward: Ward) -> None:
    bring(ward.unit, {"H27-0007": row()}, at=at(2021, 5, 4))
    sample = Sample.objects.create(
        unit=ward.unit, period_start=date(2021, 1, 1), period_end=date(2022, 1, 1), seed=1, size=1, drawn_from=1,
        recorded_at=at(2021, 5, 5),
    )  # fmt: skip
    item = SampleItem.objects.create(
        sample=sample, dossier=Dossier.objects.get(), position=0, recorded_at=at(2021, 5, 5)
    )
    survey = SurveyTotal.objects.create(
        unit=ward.unit, period_start=date(2021, 3, 1), period_end=date(2021, 4, 1), asked=40, satisfied=38,
        source="Phiếu khảo sát tháng 3", recorded_at=at(2021, 4, 2),
    )  # fmt: skip
    asked = [Subject("sample_item", item.uid), Subject("survey_total", survey.uid)]
    checked, surveyed = describe(asked, ward.viewer(ward.one_stop)).values()
    assert (checked.label, checked.note) == ("Hồ sơ kiểm tra H27-0007", "chưa kiểm tra")
    assert surveyed.label == "Khảo sát hài lòng từ 01/03/2021 đến 31/03/2021"
    assert describe(asked, other_ward.viewer(other_ward.one_stop)) == {}
