"""What each room tells a review: figures with their denominators, and what is lacking by name, never as 0 or 100 %."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.documents.models import BasisUpdate, Document
from chuan.dossiers.models import Difference, Reconciliation, SurveyTotal
from chuan.objectives.review_said import objectives
from chuan.offers.review_inputs import Asked, Letter, collected_by_room
from chuan.offers.uids import new_uid
from chuan.rules.types import Period
from chuan.ui.measured import days_so_far
from tests.objectives.made import decision, plan_of

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)
ON = date(2021, 12, 15)


@pytest.fixture
def asked(ward):
    return Asked(ward.unit, YEAR, ON, timezone.now() + timedelta(seconds=1), ward.viewer(ward.secretary))


def sentences(asked, room):
    found = collected_by_room(asked)
    return {
        letter.value: [(one.said.sentence, one.said.short) for one in heard if one.room == room]
        for letter, heard in found.items()
        if any(one.room == room for one in heard)
    }


def test_a_ward_without_records_hears_what_is_lacking_and_no_share_of_nothing(
    asked, django_assert_max_num_queries
):
    with django_assert_max_num_queries(165):
        found = collected_by_room(asked)
    said = [one.said for heard in found.values() for one in heard]
    assert not [one.sentence for one in said if "%" in one.sentence]
    assert all(one.sentence.endswith(".") for one in said)
    assert all(one.address.startswith("/") for one in said)
    lacking = " | ".join(one.sentence for one in said if one.short)
    for words in (
        "Tỷ lệ người dân hài lòng: chưa đo được, chưa nhập kết quả khảo sát nào của kỳ.",
        "Chưa có kế hoạch thực hiện mục tiêu chất lượng năm 2021.",
        "Chưa nhập tệp nào từ hệ thống khác.",
        "Chưa lập kế hoạch đào tạo năm 2021.",
        "Chưa đối chiếu số đếm hồ sơ với biểu chính thức nào của kỳ.",
        "Sổ căn cứ chưa có văn bản nào",
        "chưa ghi yêu cầu nào",
    ):
        assert words in lacking
    assert "7 người giữ chức danh; 0 trong 7 chức danh" in " ".join(one.sentence for one in said)


def test_surveys_and_reconciliations_are_told_with_their_counts(ward, asked):
    SurveyTotal.objects.create(
        unit=ward.unit, period_start=date(2021, 3, 1), period_end=date(2021, 4, 1), asked=120, satisfied=114,
        source="Gọi điện thoại, phiếu giấy", recorded_at=timezone.now(),
    )  # fmt: skip
    made = Reconciliation.objects.create(
        unit=ward.unit, period_start=date(2021, 3, 1), period_end=date(2021, 4, 1), import_uid=new_uid(),
        form_name="Biểu", recorded_at=timezone.now(),
    )  # fmt: skip
    Difference.objects.create(reconciliation=made, field="Đất đai", figure="late", ours=2, theirs=1)
    told = sentences(asked, "Hồ sơ")
    assert told["c1"] == [
        (
            "Tỷ lệ người dân hài lòng: 95,00\xa0% (114/120\xa0người được hỏi), từ 01/01/2021 đến 15/12/2021.",
            False,
        ),
        ("1 đợt khảo sát. Gọi điện thoại, phiếu giấy: 114/120 hài lòng.", False),
    ]
    assert (
        "Đối chiếu với biểu chính thức: 1 ô lệch ở 1 lần đối chiếu, 1 ô chưa giải thích.",
        False,
    ) in told["c5"]


def test_acts_that_ended_are_told_with_what_is_still_to_be_done(ward, asked):
    act = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, direction="external", type="NĐ", number="61", subject="x",
        recorded_at=timezone.now(),
    )  # fmt: skip
    [(told, _short), _revisions] = sentences(asked, "Văn bản")["b"]
    assert told.startswith("Không căn cứ nào trong 1 văn bản của sổ căn cứ được ghi là hết hiệu lực")
    BasisUpdate.objects.create(
        unit=ward.unit, act=act, ended_on=date(2021, 6, 1), due_on=date(2021, 9, 1), law="x",
        opened_at=timezone.now(),
    )  # fmt: skip
    [(told, _short), _revisions] = sentences(asked, "Văn bản")["b"]
    assert told == (
        "1 căn cứ hết hiệu lực, từ 01/01/2021 đến 15/12/2021; 1 việc cập nhật chưa xong, trong đó 1 quá hạn."
    )


def test_each_objective_says_its_verdict_as_of_the_day(ward, asked):
    plan_of(ward, decision("Trên 95% hồ sơ được giải quyết đúng hạn.", "Không có đơn thư vượt cấp."))
    summary, first, second = objectives(asked)
    assert summary.sentence == (
        "Năm 2021, đến 15/12/2021: 0 trong 2 mức phải đạt đã đạt, 0 không đạt, 2 chưa đo được."
    )
    assert first.sentence.startswith("Mục tiêu 1, ")
    assert "Chưa đo được" in first.sentence
    assert (first.short, second.short) == (True, True)
    assert first.address == "/muc-tieu/?nam=2021#muc-tieu-1"


def test_nothing_is_said_of_days_that_have_not_begun(ward):
    early = Asked(ward.unit, YEAR, date(2020, 12, 31), timezone.now(), ward.viewer(ward.secretary))
    assert days_so_far(early) is None
    found = collected_by_room(early)
    assert [one.said.sentence for one in found[Letter.MONITORING] if one.room == "Nhập từ tệp"] == []
