"""What the rooms put in, inside their own acts: it is found at once, and the index agrees."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from chuan.documents import actions as documents
from chuan.documents import searching as documents_searching
from chuan.documents.models import Document
from chuan.dossiers.actions.procedures import load_catalogue
from chuan.objectives.actions import adopt_proposals, plan_fields
from chuan.objectives.models import Objective, Plan
from chuan.people.actions import add_official
from chuan.people.finding import find
from chuan.people.viewer import Viewer
from chuan.search import checks
from tests.documents.papers import REFERENCE
from tests.dossiers.procedures.conftest import catalogue, line
from tests.examine import open_page
from tests.objectives.made import reference_plan
from tests.people import Ward


def labels(viewer: Viewer, typed: str, kind: str = "") -> list[str]:
    return [hit.described.label for hit in find(typed, viewer=viewer, kind=kind).hits]


def stale() -> list[str]:
    """What the index lacks of what these tests do; officials are made without an act by the tests' own cast."""
    return [line for line in checks.stale() if not line.startswith("official")]


def viewer(ward: Ward, name: str = "clerk") -> Viewer:
    return ward.viewer(getattr(ward, name), on=timezone.localdate())


def test_an_official_is_found_as_soon_as_taken_in(ward: Ward):
    by = viewer(ward, "administrator")
    add_official(name="Bùi Thị Mới", by=by, at=timezone.now())
    assert labels(by, "bui thi moi") == ["Bùi Thị Mới"]


def test_a_received_decision_is_found_by_subject_and_by_its_text(ward: Ward):
    by = viewer(ward)
    reading = documents.receive(REFERENCE, "quyet-dinh.md", by=by, at=timezone.now())
    found = find("muc tieu chat luong", viewer=by, kind="document").hits[0]
    assert found.subject.uid == reading.document.uid
    assert labels(by, '"suy dinh duong"', "document") == [reading.document.title]
    assert not stale()


def test_a_number_corrected_in_the_reading_is_the_one_found(ward: Ward):
    by = viewer(ward)
    reading = documents.receive(REFERENCE, "quyet-dinh.md", by=by, at=timezone.now())
    documents.edit_value(reading, "f-number", "77", by=by, at=timezone.now())
    assert find("77/qd-ubnd", viewer=by).hits[0].subject.uid == reading.document.uid
    assert not stale()


def test_acts_that_a_paper_cites_are_found_too(ward: Ward):
    by = viewer(ward)
    documents.receive(REFERENCE, "quyet-dinh.md", by=by, at=timezone.now())
    assert any(
        hit.described.label.startswith("Quyết định 19/2014") for hit in find("19/2014/qd-ttg", viewer=by).hits
    )


@pytest.fixture
def draft(ward: Ward) -> Document:
    """A paper still being written by the specialist; made by hand, as an act of the room would leave it."""
    made = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="KH", stage="draft", subject="Diễn tập phòng cháy",
        drafted_by=ward.specialist, content='{"body": [{"text": "chữa cháy rừng thông"}]}', recorded_at=timezone.now(),
    )  # fmt: skip
    documents_searching.put([made])
    return made


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("specialist", True),
        ("chairman", True),
        ("clerk", True),
        ("secretary", True),
        ("auditor", False),
        ("one_stop", False),
    ],
)
def test_a_draft_is_found_by_its_drafter_and_those_who_review_it(ward: Ward, draft: Document, who, sees):
    found = find("phong chay", viewer=viewer(ward, who))
    assert [hit.subject.uid for hit in found.hits] == [draft.uid] * sees
    assert (found.total, found.more) == (int(sees), False)


def test_a_draft_is_found_by_what_is_written_in_it(ward: Ward, draft: Document):
    assert find("rung thong", viewer=viewer(ward, "specialist")).total == 1


def test_objectives_and_indicators_are_found_and_follow_their_changes(ward: Ward):
    plan = reference_plan(ward)
    by = viewer(ward)
    assert labels(by, "mot cua", "objective")
    assert labels(by, "bao hiem y te", "indicator")
    adopt_proposals(plan, by=by, at=timezone.now())
    objective = Objective.objects.filter(plan=plan).first()
    plan_fields(objective, name="Tên gọi hoàn toàn khác", by=by, at=timezone.now())
    assert labels(by, "hoan toan khac") == [f"{objective.ordinal}. Tên gọi hoàn toàn khác"]
    assert not [line for line in stale() if not line.startswith("document")]


def test_objectives_of_a_plan_that_was_replaced_are_found_no_more(ward: Ward):
    old = reference_plan(ward)
    from chuan.objectives import searching

    Plan.objects.filter(pk=old.pk).update(status=Plan.Status.REPLACED, closed_on=date(2021, 6, 1))
    searching.drop_plan(old)
    assert labels(viewer(ward), "mot cua", "objective") == []
    assert not [line for line in stale() if line.startswith("objective")]


def test_a_catalogue_of_procedures_is_found_by_code_and_name(ward: Ward):
    by = viewer(ward, "one_stop")
    data = catalogue(line(), line("1.000894", "Thủ tục đăng ký kết hôn"))
    load_catalogue(
        data, "danh-muc.jsonl", valid_from=date(2021, 1, 1), citation="1872/QĐ-BTP", by=by, at=timezone.now()
    )
    assert labels(by, "1.000894") == ["1.000894 Thủ tục đăng ký kết hôn"]
    assert labels(by, "khai sinh") == ["1.001193 Thủ tục đăng ký khai sinh"]
    assert not stale()


def test_followed_documents_are_written_in_the_background_after_their_import(ward: Ward):
    Document.objects.bulk_create(
        Document(
            unit=ward.unit, owner_unit=ward.unit, type="CV", number=str(n), symbol="UBND-VP", outside_code=f"r{n}",
            subject=f"Về việc thứ {n}", basis=Document.Basis.REGISTER, recorded_at=timezone.now(),
        )
        for n in range(1, 4)
    )  # fmt: skip
    documents_searching.put_unit.func(str(ward.unit.uid))
    assert labels(viewer(ward), "2/ubnd-vp", "document")[0].startswith("CV 2/UBND-VP") or labels(
        viewer(ward), "2/ubnd-vp", "document"
    )
    assert not stale()


def test_another_ward_finds_nothing_of_any_room(ward: Ward, other_ward: Ward, client: Client, sign_in, draft):
    reference_plan(ward)
    documents.receive(REFERENCE, "quyet-dinh.md", by=viewer(ward), at=timezone.now())
    theirs = viewer(other_ward, "chairman")
    for typed in ("mot cua", "muc tieu", "bao hiem", "phong chay", "quyet dinh", "van phong"):
        assert find(typed, viewer=theirs).total == 0
    assert "Không thấy gì" in open_page(sign_in(client, other_ward.chairman), "/tim/?tim=muc+tieu").text


def test_the_page_shows_number_day_and_the_lines_around(ward: Ward, client: Client, sign_in):
    documents.receive(REFERENCE, "quyet-dinh.md", by=viewer(ward), at=timezone.now())
    page = open_page(sign_in(client, ward.auditor), "/tim/?tim=suy+dinh+duong")
    assert "19/02/2021" in page.text
    assert "văn bản" in page.text
    assert "suy dinh dưỡng" in [text.lower() for text in page.texts("mark")]
