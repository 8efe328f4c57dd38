"""The unit's own list of causes: read from lines, by its document, known again when the same cause comes back."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.corrections import actions
from chuan.corrections import refusals as no
from chuan.corrections.actions import CauseGiven
from chuan.corrections.causes import listed, made_of, said_of, words_of, written
from chuan.corrections.recurrence import earlier_of
from chuan.law.causes import causes
from tests.corrections import made
from tests.examine import examine, open_page

DAY = date(2021, 8, 5)
KNOWN = causes(DAY)
ROOM = "/khac-phuc/nguyen-nhan/"


def test_words_that_stay_keep_their_code_and_another_is_always_offered():
    lines = "Người: Chưa ai dạy\nMáy: Mất điện\nNgười:  việc nhiều hơn người làm được trong thời gian đó"
    found = made_of(lines, KNOWN)
    assert [one.branch for one in found] == ["Người", "Người", "Máy", "Khác"]
    assert (found[1].code, found[-1].code) == ("workload", "other")
    assert made_of(written(found), found) == found
    assert made_of(written(KNOWN), KNOWN) == KNOWN


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ("", no.CauseLineUnclear), ("Chưa ai dạy", no.CauseLineUnclear), (": Chưa ai dạy", no.CauseLineUnclear),
        ("Người: Chưa ai dạy\nMáy: chưa ai dạy", no.CauseTwice),
        ("\n".join(f"Người: lý do {n}" for n in range(70)), no.CausesTooMany),
    ],
)  # fmt: skip
def test_what_is_no_list_is_said(lines, refusal):
    with pytest.raises(refusal):
        made_of(lines, KNOWN)


def test_a_unit_sets_its_list_on_a_page_and_a_cause_of_it_is_found_again(ward, other_ward, client, sign_in):
    sign_in(client, ward.secretary)
    page = open_page(client, open_page(client, ROOM).link("Đặt danh mục của đơn vị"))
    given = {"lines": "Người: Chưa ai dạy", "since": "01/01/2021"}
    refused = examine(page.form().send(client, **given), page.url, status=422)
    assert "Chưa ghi văn bản" in refused.notice
    assert "Chưa ai dạy" in refused.text
    assert refused.form().send(client, citation="Quy trình QT-05 ngày 04/01/2021").status_code == 302
    shown = open_page(client, ROOM)
    assert "theo Quy trình QT-05" in shown.text
    assert "Vắng mà không có" not in shown.text
    [own, _other] = listed(ward.unit, DAY).causes
    assert listed(other_ward.unit, DAY).causes == KNOWN
    by = ward.viewer(ward.secretary)
    cause = CauseGiven(own.code, "Cán bộ mới chưa được dạy", "đã hỏi")
    first, again = made.raised(by), made.raised(by)
    for one in (first, again):
        actions.analyse(one, [cause], by=by, at=timezone.now())
    assert [why for _one, why in earlier_of(again)] in (["cause"], ["both"])
    assert said_of(own.code, words_of(ward.unit)) == "Chưa ai dạy"
    with pytest.raises(no.CauseMissing):
        actions.analyse(first, [CauseGiven("absence", "Vắng", "hỏi")], by=by, at=timezone.now())
    sign_in(client, ward.clerk)
    assert client.get(f"{ROOM}dat/").status_code == 403
