"""Nguồn chính: followed unless a document says otherwise; legal facts are refused where another system keeps."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import RecordSystem
from chuan.intake.record_systems import require_kept, system_on
from chuan.intake.refusals import FollowedElsewhere, RegisterUnknown, SystemStands
from chuan.people.refusals import BeforeUnit, CitationMissing
from chuan.rules.refusals import NotAllowed, NotFound
from chuan.rules.types import Sure
from chuan.trail.models import Entry
from tests.intake.engine import Desk
from tests.people import Ward

PAPER = "QĐ 15/QĐ-UBND ngày 04/01/2021"


def set_system(desk: Desk, register: str = "dossiers", official=None, **given) -> RecordSystem:
    said = {"system": "Chuẩn", "keeps": True, "valid_from": date(2021, 7, 1), "citation": PAPER} | given
    return actions.set_record_system(
        desk.ward.unit, register, **said, by=desk.viewer(official or desk.ward.chairman), at=timezone.now()
    )


@pytest.mark.parametrize("register", ["dossiers", "documents", "petitions", "dossier_totals", "no_such"])
def test_a_new_unit_follows_every_register(desk: Desk, register: str) -> None:
    system = system_on(desk.ward.unit, register, date(2026, 11, 1))
    assert not system.keeps
    assert system.name


@pytest.mark.parametrize(
    ("on", "name", "act"),
    [
        (date(2021, 4, 1), "một cửa điện tử", "61/2018/NĐ-CP"),
        (date(2023, 1, 1), "giải quyết thủ tục hành chính", "107/2021/NĐ-CP"),
        (date(2025, 7, 1), "giải quyết thủ tục hành chính", "118/2025/NĐ-CP"),
    ],
)
def test_the_lawful_system_is_named_by_the_act_of_the_day(desk: Desk, on: date, name: str, act: str) -> None:
    system = system_on(desk.ward.unit, "dossiers", on)
    assert name in system.name
    assert act in system.citation
    assert system.sure is Sure.REPORTED


def test_before_any_act_it_is_followed_all_the_same(desk: Desk) -> None:
    assert system_on(desk.ward.unit, "documents", date(2012, 1, 1)).sure is Sure.UNVERIFIED


def test_a_number_is_not_given_where_the_document_system_gives_it(desk: Desk) -> None:
    with pytest.raises(FollowedElsewhere) as refused:
        require_kept(desk.ward.unit, "documents", date(2021, 10, 5), fact="number")
    assert refused.value.sentence.startswith(
        "Số văn bản do Hệ thống quản lý văn bản cấp; Chuẩn không cấp số để tránh hai dãy số."
    )


@pytest.mark.parametrize(("fact", "says"), [("dossier_code", "Mã hồ sơ"), ("receipt", "Giấy tiếp nhận")])
def test_no_dossier_code_and_no_receipt_either(desk: Desk, fact: str, says: str) -> None:
    with pytest.raises(FollowedElsewhere, match=says):
        require_kept(desk.ward.unit, "dossiers", date(2021, 10, 5), fact=fact)


def test_a_unit_that_keeps_by_a_document_may_from_that_day_on(desk: Desk) -> None:
    set_system(desk)
    with pytest.raises(FollowedElsewhere):
        require_kept(desk.ward.unit, "dossiers", date(2021, 6, 30), fact="dossier_code")
    require_kept(desk.ward.unit, "dossiers", date(2021, 7, 1), fact="dossier_code")
    system = system_on(desk.ward.unit, "dossiers", date(2021, 8, 1))
    assert (system.name, system.citation, system.since) == ("Chuẩn", PAPER, date(2021, 7, 1))


def test_a_later_document_takes_over_and_the_earlier_stays(desk: Desk) -> None:
    set_system(desk)
    set_system(desk, system="Hệ thống tỉnh", keeps=False, valid_from=date(2021, 10, 1))
    assert system_on(desk.ward.unit, "dossiers", date(2021, 12, 1)).name == "Hệ thống tỉnh"
    assert system_on(desk.ward.unit, "dossiers", date(2021, 9, 30)).keeps


def test_the_trail_names_the_document(desk: Desk) -> None:
    row = set_system(desk)
    line = Entry.objects.get(verb="record_system.set")
    assert (line.subject_uid, PAPER in line.detail.body) == (row.uid, True)


def test_without_a_document_a_day_or_a_register_it_is_refused(desk: Desk) -> None:
    set_system(desk)
    for refused, register, given in (
        (CitationMissing, "documents", {"citation": " "}),
        (BeforeUnit, "documents", {"valid_from": date(2009, 1, 1)}),
        (SystemStands, "dossiers", {"system": "Khác"}),
        (RegisterUnknown, "no_such", {}),
    ):
        with pytest.raises(refused):
            set_system(desk, register, **given)
    assert RecordSystem.objects.count() == 1


def test_only_the_chairman_and_the_administrator_say_it_and_only_of_their_unit(
    desk: Desk, other_ward: Ward
) -> None:
    set_system(desk, official=desk.ward.administrator)
    for who in (desk.ward.clerk, desk.ward.one_stop, desk.ward.secretary):
        with pytest.raises(NotAllowed):
            set_system(desk, official=who, valid_from=date(2022, 1, 1))
    stranger = other_ward.viewer(other_ward.chairman, on=timezone.localdate())
    with pytest.raises(NotFound):
        actions.set_record_system(
            desk.ward.unit, "dossiers", system="x", keeps=False, valid_from=date(2022, 1, 1), citation=PAPER,
            by=stranger, at=timezone.now(),
        )  # fmt: skip
