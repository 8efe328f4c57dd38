"""Days away: who writes them, who sees why, and what bad input is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.rules.refusals import NotAllowed, NotFound
from chuan.trail.models import Detail, Entry
from chuan.workforce import refusals
from chuan.workforce.actions.absences import void_absence, write_absence
from chuan.workforce.models import Absence
from chuan.workforce.permissions import require_see
from tests.examine import open_page
from tests.workforce import made

FIRST, LAST = date(2021, 9, 1), date(2021, 9, 30)


@pytest.fixture
def keeper(ward):
    return ward.viewer(made.personnel_clerk(ward))


def written(ward, by, **more):
    given = {"kind": "maternity", "first": FIRST, "last": LAST, "citation": "Quyết định 12/QĐ-UBND"} | more
    return write_absence(given.pop("official", ward.clerk), **given, by=by, at=timezone.now())


def test_an_absence_is_kept_with_its_days_and_the_trail_does_not_say_why(ward, keeper):
    row = written(ward, keeper)
    assert (row.valid_from, row.last, row.unit) == (FIRST, LAST, ward.unit)
    entry = Entry.objects.get(verb="absence.write")
    body = Detail.objects.get(entry=entry).body
    assert str(ward.clerk.uid) in body
    assert "maternity" not in body + entry.line


def test_only_who_keeps_the_records_writes_and_takes_back(ward, keeper):
    row = written(ward, keeper)
    with pytest.raises(NotAllowed):
        written(ward, ward.viewer(ward.auditor), official=ward.specialist)
    with pytest.raises(NotAllowed):
        void_absence(row, "nhầm", by=ward.viewer(ward.secretary), at=timezone.now())


def test_everybody_sees_his_own_and_who_leads_sees_all_others_none(ward, keeper):
    written(ward, keeper)
    seen = {
        one.name: Absence.objects.seen_by(ward.viewer(one)).count()
        for one in (ward.clerk, ward.chairman, ward.auditor, ward.secretary, ward.administrator)
    }
    assert seen == {
        ward.clerk.name: 1, ward.chairman.name: 1, ward.auditor.name: 0, ward.secretary.name: 0,
        ward.administrator.name: 0,
    }  # fmt: skip
    require_see(ward.viewer(ward.clerk), ward.clerk)
    with pytest.raises(NotFound):
        require_see(ward.viewer(ward.auditor), ward.clerk)


@pytest.mark.parametrize(
    ("more", "refused"),
    [
        ({"last": date(2021, 8, 31)}, refusals.DaysBackwards),
        ({"citation": "  "}, refusals.PaperMissing),
    ],
)
def test_what_makes_no_sense_is_refused(ward, keeper, more, refused):
    with pytest.raises(refused):
        written(ward, keeper, **more)
    assert not Absence.objects.exists()


def test_days_are_not_written_twice_until_the_first_row_is_taken_back(ward, keeper):
    row = written(ward, keeper)
    with pytest.raises(refusals.AwayAlready) as told:
        written(ward, keeper, first=LAST, last=date(2021, 10, 3))
    assert "01/09/2021" in told.value.sentence
    void_absence(row, "ghi nhầm người", by=keeper, at=timezone.now())
    assert written(ward, keeper, first=LAST, last=date(2021, 10, 3)).pk
    with pytest.raises(refusals.VoidAlready):
        void_absence(row, "lần nữa", by=keeper, at=timezone.now())


def test_another_wards_official_is_not_found(ward, other_ward, keeper):
    with pytest.raises(NotFound):
        written(ward, keeper, official=other_ward.clerk)
    row = written(other_ward, other_ward.viewer(other_ward.chairman))
    with pytest.raises(NotFound):
        void_absence(row, "nhầm", by=keeper, at=timezone.now())


def test_a_row_is_written_and_taken_back_on_the_pages(ward, keeper, client, sign_in):
    sign_in(client, keeper.official)
    page = open_page(client, "/nhan-su/vang-mat/")
    assert "Chưa ghi ngày vắng nào" in page.text
    typed = {
        "official": str(ward.clerk.uid), "kind": "study", "first": "30/9/2021", "last": "1/9/2021",
        "citation": "Quyết định 12/QĐ-UBND",
    }  # fmt: skip
    refused = client.post("/nhan-su/vang-mat/ghi/", typed)
    assert refused.status_code == 422
    assert "Quyết định 12/QĐ-UBND" in refused.content.decode()
    assert "Ngày cuối 01/09/2021 trước ngày đầu 30/09/2021" in refused.content.decode()
    assert client.post("/nhan-su/vang-mat/ghi/", typed | {"last": "5/10/2021"}).status_code == 302
    assert "30/09/2021 – 05/10/2021" in open_page(client, "/nhan-su/vang-mat/").text
    row = Absence.objects.get()
    open_page(client, f"/nhan-su/vang-mat/{row.uid}/bo/")
    client.post(f"/nhan-su/vang-mat/{row.uid}/bo/", {"reason": "nhầm người"})
    assert "đã bỏ: nhầm người" in open_page(client, "/nhan-su/vang-mat/").text


def test_one_without_the_right_may_look_at_his_own_page_only(ward, other_ward, keeper, client, sign_in):
    row = written(ward, keeper)
    sign_in(client, ward.clerk)
    assert "Thấy sai, nhờ công chức nội vụ" in open_page(client, "/nhan-su/vang-mat/").text
    assert client.get("/nhan-su/vang-mat/ghi/").status_code == 403
    sign_in(client, other_ward.chairman)
    assert client.get(f"/nhan-su/vang-mat/{row.uid}/bo/").status_code == 404
