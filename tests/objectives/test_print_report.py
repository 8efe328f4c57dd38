"""Handing out the year's report: the trail's heads on it, on record, and held against the trail later."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from chuan.objectives.actions.printing import print_year_report
from chuan.objectives.year_report import heads_of
from chuan.offers.subjects import Subject
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act
from chuan.trail.models import Anchor, Entry, Head
from chuan.trail.verify import verify_all
from tests.objectives.reported import Year, a_full_year
from tests.paper.samples import flat, page_texts
from tests.people import make_ward

pytestmark = pytest.mark.django_db


@pytest.fixture
def full() -> Year:
    return a_full_year()


def test_heads_of_the_trail_are_printed_in_full(full: Year) -> None:
    head = Head.objects.create(chain=f"{full.ward.unit.uid}/2021", seq=1234, hash="ab" * 32)
    note = full.report(trail_heads=(head,)).footer_note
    assert f"chuỗi nhật ký {full.ward.unit.uid}/2021: dòng 1.234, mã băm {'ab' * 32}." in note
    assert f"Dự thảo do {full.ward.clerk.name} lập ngày 05/01/2022." in note


def test_heads_are_those_of_the_units_chains_from_the_plans_year_on(full: Year) -> None:
    uid = full.ward.unit.uid
    for chain in (f"{uid}/2020", f"{uid}/2021", f"{uid}/2022", f"{uid}/2023", "khac/2021"):
        Head.objects.create(chain=chain, seq=1, hash="0" * 64)
    Head.objects.filter(chain=f"{uid}/2023").update(seq=0)
    chains = [head.chain for head in heads_of(full.plan, on=date(2023, 1, 1))]
    assert chains == [f"{uid}/2021", f"{uid}/2022"]


def test_printing_is_trailed_and_the_printed_heads_are_anchored(full: Year) -> None:
    clerk, now = full.ward.viewer(full.ward.clerk), timezone.now()
    with act("plan.touch", Subject("plan", full.plan.uid), by=clerk, unit_uid=full.ward.unit.uid, at=now):
        pass
    printed = print_year_report(full.plan, form="pdf", by=clerk, at=now)
    entry = Entry.objects.get(verb="plan.report")
    assert entry.subject_uid == full.plan.uid
    anchor = Anchor.objects.get()
    assert (anchor.seq, entry.seq) == (1, 2)
    assert anchor.hash == Entry.objects.get(verb="plan.touch").hash
    assert anchor.hash in flat(" ".join(page_texts(printed.data))).replace(" ", "")
    assert printed.name == "bao-cao-muc-tieu-chat-luong-2021.pdf"
    assert printed.content_type == "application/pdf"
    assert all(one.ok for one in verify_all())


def test_a_chain_rewritten_after_printing_is_caught(full: Year) -> None:
    clerk, now = full.ward.viewer(full.ward.clerk), timezone.now()
    print_year_report(full.plan, form="docx", by=clerk, at=now)
    print_year_report(full.plan, form="docx", by=clerk, at=now)
    anchor = Anchor.objects.get()
    Anchor.objects.create(chain=anchor.chain, seq=2, hash="f" * 64, where="bản in khác", at=now)
    (verdict,) = verify_all()
    assert "mốc đã in" in verdict.sentence


def test_nobody_prints_another_wards_report(full: Year) -> None:
    other = make_ward("Nam Hồng", "99999", "nam-")
    with pytest.raises(NotFound):
        print_year_report(full.plan, form="pdf", by=other.viewer(other.clerk), at=timezone.now())
    assert not Entry.objects.filter(verb="plan.report").exists()
