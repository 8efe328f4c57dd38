"""What audits take from other rooms and give to them: registers to draw from, hands, competence, what is held."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from chuan.audits.actions import findings
from chuan.audits.handing import Teams
from chuan.audits.holding import held
from chuan.audits.models import Audit, Finding
from chuan.audits.succession import Audits
from chuan.dossiers.models import Dossier
from chuan.files import actions as files
from chuan.intake.models import Import
from chuan.offers.auditing import competent, had_in_hand, population
from chuan.offers.handover import Asked, Passes
from chuan.offers.subjects import Subject, describe
from chuan.offers.succession import Passage
from chuan.rules.audits import Grade
from chuan.rules.types import Period
from chuan.workforce.models import Evidence
from tests.audits import made
from tests.dossiers.made import make_dossier
from tests.examine import examine, open_page

pytestmark = pytest.mark.django_db
YEAR = Period.year(2021)


def test_dossiers_are_drawn_by_place_and_whoever_handled_one_is_told(ward):
    for n in range(4):
        row = make_dossier(ward.unit, f"H27-{n}", received_on=date(2021, 5, 1))
        Dossier.objects.filter(pk=row.pk).update(
            settled_on=date(2021, 5, 9 - n), handler_name=ward.one_stop.name
        )
    register = population("dossiers.done")
    assert register.count(ward.unit, YEAR) == 4
    assert register.count(ward.unit, Period.year(2020)) == 0
    subjects = register.pick(ward.unit, YEAR, (0, 3))
    codes = [Dossier.objects.get(uid=one.uid).code for one in subjects]
    assert codes == ["H27-3", "H27-0"]
    assert had_in_hand(subjects, ward.one_stop.uid) == set(subjects)
    assert had_in_hand(subjects, ward.auditor.uid) == set()


def test_files_taken_in_are_a_register_and_whoever_took_them_in_is_told(ward):
    blob = files.keep(b"a;b", media_type="text/csv")
    at = made.now()
    row = Import.objects.create(
        unit=ward.unit, blob=blob, file_name="t7.csv", status="committed", committed_at=at, committed_by=ward.clerk,
        arrived_at=at, register="dossiers",
    )  # fmt: skip
    register, days = population("intake.imports"), Period.year(timezone.localtime(at).year)
    [subject] = register.pick(ward.unit, days, (0,))
    assert (register.count(ward.unit, days), subject) == (1, Subject("import", row.uid))
    assert had_in_hand([subject], ward.clerk.uid) == {subject}
    assert had_in_hand([subject], ward.auditor.uid) == set()
    assert population("documents.issued").count(ward.unit, days) == 0
    assert population("documents.arrived").pick(ward.unit, days, (0,)) == []


def test_evidence_shows_competence_while_it_holds(ward):
    made.shows(ward, ward.auditor)
    Evidence.objects.update(valid_to=date(2021, 6, 1))
    shown = competent([ward.auditor.uid, ward.clerk.uid], date(2021, 5, 31))
    assert shown[ward.auditor.uid].words.endswith("còn hạn đến hết ngày 31/05/2021")
    assert set(shown) == {ward.auditor.uid}
    assert competent([ward.auditor.uid], date(2021, 6, 1)) == {}


def test_what_is_held_what_stays_with_a_person_and_what_moves(ward, other_ward):
    audit = made.under_way(ward, made.dossiers_process(ward))
    made.answered(ward, audit)
    told = {one.label: one.count for one in held(ward.unit, YEAR)}
    assert told["chương trình đánh giá của năm"] == 1
    assert told["câu trả lời trên phiếu, cả các lần sửa"] == audit.items.count()
    [line] = Teams().held(Asked(ward.auditor, (), frozenset(), made.DAY))
    assert (line.passes, line.subject) == (Passes.STAYS, Subject("audit", audit.uid))
    passage = Passage(
        ward.unit, other_ward.unit, made.DAY, made.now(), ward.viewer(ward.chairman), made.PAPER
    )
    assert Audits().move(passage) == {"audits": 1}
    assert Audit.objects.get().owner_unit == other_ward.unit
    assert Audits().matters(other_ward.unit)[0].moves == 1


def test_a_finding_may_be_about_one_record_of_a_sample(ward, client, sign_in):
    audit = made.under_way(ward)
    row = make_dossier(ward.unit, "H27-1", received_on=date(2021, 5, 1), settled_on=date(2021, 5, 9))
    sign_in(client, ward.auditor)
    page = open_page(client, f"/danh-gia/cuoc/{audit.uid}/mau/lay/")
    sent = page.form().send(client, register="dossiers.done", size="1", seed="7")
    page = open_page(client, sent.headers["Location"])
    assert page.form(button="Lưu nơi để và ghi chú").send(client, shelf_1="kệ 3").status_code == 302
    page = open_page(client, page.link("Lập phát hiện từ dòng 1"))
    assert page.one("#id_evidence").text.strip().endswith("kệ 3")
    assert page.form().send(client, grade="observation", words="Bìa rách").status_code == 302
    assert Finding.objects.get().record.subject == Subject("dossier", row.uid)
    assert client.get(f"/danh-gia/cuoc/{audit.uid}/phat-hien/ghi/?mau=x&dong=9").status_code == 200


def test_a_photo_is_looked_at_before_it_hangs_on_a_finding(ward, client, sign_in):
    audit, by = made.under_way(ward), ward.viewer(ward.auditor)
    finding = findings.raise_finding(audit, findings.Found(Grade.OBSERVATION, "Kệ ẩm"), by=by, at=made.now())
    assert describe([Subject("finding", finding.uid)], by)[Subject("finding", finding.uid)].note == "lưu ý"
    sign_in(client, ward.auditor)
    page = open_page(client, f"/danh-gia/phat-hien/{finding.uid}/anh/")
    bad = SimpleUploadedFile("kệ.png", b"<svg>", content_type="image/png")
    assert examine(client.post(page.url, {"file": bad}), page.url, status=422).notice
    good = SimpleUploadedFile("ke.pdf", b"", content_type="application/pdf")
    assert examine(client.post(page.url, {"file": good}), page.url, status=422).notice
    sign_in(client, ward.secretary)
    assert client.get(page.url).status_code == 403
    assert Finding.objects.get().withdrawn_at is None
