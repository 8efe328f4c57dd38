"""Next year's objectives Decision from the one that stands, and the right paper for an error."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from chuan.documents import actions as reading_actions
from chuan.documents.actions import outgoing
from chuan.documents.models import Document, Link, Reading
from chuan.documents.outgoing.linking import check_link, drafted_type, proposed, subject_words
from chuan.documents.outgoing.successors import full_citation, next_year, successor_of, written_day
from chuan.documents.outgoing.versions import content_of
from chuan.documents.refusals_outgoing import LinkNotLawful, NothingToCopy, PartMissing
from chuan.documents.validity import Force, validity_of
from chuan.paper.contents import Content, body_to_text
from chuan.people.viewer import Viewer
from tests.people import Ward, at


@pytest.fixture
def standing(answered: Reading, clerk: Viewer, now: datetime) -> Document:
    """The reference Decision with its reading confirmed; its own number is blank."""
    reading_actions.confirm(answered, by=clerk, at=now)
    document = answered.document
    document.refresh_from_db()
    Document.objects.filter(pk=document.pk).update(number="20")
    document.number = "20"
    return document


@pytest.fixture
def made(standing: Document, ward: Ward, clerk: Viewer) -> Content:
    return successor_of(standing, ward.unit, clerk.on).content


def test_the_year_moves_on_and_other_years_stay():
    assert (
        next_year("Mục tiêu năm 2021, theo Quyết định năm 2014", 2021)
        == "Mục tiêu năm 2022, theo Quyết định năm 2014"
    )
    assert next_year("năm 2021 và năm 2022", 2021) == "năm 2022 và năm 2023"
    assert next_year("Số 12021", 2021) == "Số 12021"


def test_days_below_ten_and_the_first_two_months_take_a_zero():
    assert written_day(at(2021, 2, 9).date()) == "09 tháng 02 năm 2021"
    assert written_day(at(2021, 10, 19).date()) == "19 tháng 10 năm 2021"


def test_the_objectives_are_copied_as_lines_of_the_annex_with_the_year_moved_on(made: Content):
    annex = made.annexes[0]
    text = body_to_text(annex.blocks)
    assert annex.title == "MỤC TIÊU CHẤT LƯỢNG NĂM 2022"
    assert "của phường năm 2022 đạt và vượt kế hoạch" in text
    assert "- Thu nhập bình quân đầu người đạt 65 triệu đồng/người/năm" in text
    assert text.count("\n- ") >= 19
    assert "2021" not in text


def test_the_subject_loses_its_v_v_and_gains_the_year(made: Content):
    assert made.subject.startswith("Về việc ban hành “Mục tiêu chất lượng năm 2022”")


def test_the_article_of_effect_names_what_is_replaced_now_not_what_was_replaced_then(made: Content):
    text = body_to_text(made.body)
    assert "thay thế Quyết định số 20/QĐ-UBND ngày 19 tháng 02 năm 2021 của Ủy ban nhân dân phường" in text
    assert "148/QĐ-UBND" not in text
    assert "căn cứ Quyết định thi hành." in text


def test_bases_stay_but_the_resolution_of_the_year_gets_an_open_number(made: Content):
    assert "Căn cứ Luật Tổ chức Chính quyền địa phương ngày 19/6/2015" in made.bases
    last = made.bases[3]
    assert last.startswith("Căn cứ Nghị quyết số …/NQ-HĐND ngày …")
    assert last.endswith("năm 2022")
    assert made.bases[-1] == "Theo đề nghị của công chức Văn phòng phường"


def test_the_draft_proposes_to_supersede_and_does_nothing_until_it_is_issued(
    standing: Document, ward: Ward, clerk: Viewer, now: datetime
):
    found = successor_of(standing, ward.unit, clerk.on)
    draft = outgoing.create(found.content, by=clerk, at=now, links=found.links)
    link = draft.links.get(kind=Link.Kind.SUPERSEDES)
    assert link.target == standing
    assert validity_of(standing, clerk.on).force == Force.IN_FORCE
    Document.objects.filter(pk=draft.pk).update(stage="issued", issued_on=clerk.on, effective_from=clerk.on)
    assert validity_of(standing, clerk.on).force == Force.ENDED
    assert "hết hiệu lực" in validity_of(standing, clerk.on).sentence


def test_saving_the_draft_keeps_what_it_does_to_the_other(
    standing: Document, ward: Ward, clerk: Viewer, now: datetime
):
    found = successor_of(standing, ward.unit, clerk.on)
    draft = outgoing.create(found.content, by=clerk, at=now, links=found.links)
    outgoing.save(draft, content_of(draft), based_on=1, by=clerk, at=now)
    assert draft.links.filter(kind=Link.Kind.SUPERSEDES).count() == 1


def test_without_a_confirmed_reading_there_is_nothing_to_draft_from(
    reading: Reading, ward: Ward, clerk: Viewer
):
    with pytest.raises(NothingToCopy, match="chưa có bản đọc được xác nhận"):
        successor_of(reading.document, ward.unit, clerk.on)


def test_a_paper_drafted_here_is_its_own_source(draft: Document, ward: Ward, specialist: Viewer):
    Document.objects.filter(pk=draft.pk).update(stage="issued", number="05", issued_on=at(2026, 1, 9).date())
    draft.refresh_from_db()
    again = successor_of(draft, ward.unit, specialist.on).content
    assert "thay thế Quyết định số 05/QĐ-UBND ngày 09 tháng 01 năm 2026" in body_to_text(again.body)


@pytest.mark.parametrize("does", ["supersedes", "amends", "repeals", "annuls"])
def test_content_is_changed_only_by_a_paper_of_the_same_kind(draft: Document, does: str):
    check_link("QĐ", does, draft)
    with pytest.raises(LinkNotLawful, match="hình thức tương đương"):
        check_link("CV", does, draft)


def test_form_is_corrected_only_by_a_letter(draft: Document):
    check_link("CV", "corrects", draft)
    with pytest.raises(LinkNotLawful, match="đính chính bằng công văn"):
        check_link("QĐ", "corrects", draft)
    assert (drafted_type("corrects", draft), drafted_type("amends", draft)) == ("CV", "QĐ")


def test_a_part_has_to_be_named(draft: Document):
    assert proposed("amends", draft, whole=False, part=" khoản 1 Điều 2 ").part == "khoản 1 Điều 2"
    with pytest.raises(PartMissing):
        proposed("amends", draft, whole=False, part=" ")


def test_the_subject_of_the_paper_that_mends_says_what_it_does(draft: Document):
    draft.number, draft.issued_on = "05", at(2026, 1, 9).date()
    assert subject_words("amends", draft, "Điều 2") == f"Sửa đổi, bổ sung Điều 2 {full_citation(draft)}"
    assert subject_words("corrects", draft, "").startswith("đính chính Quyết định số 05/QĐ-UBND")


def test_a_link_that_is_not_lawful_makes_no_draft(
    draft: Document, ward: Ward, clerk: Viewer, now: datetime, view: Callable[..., Viewer]
):
    from tests.documents.outgoing.conftest import decision

    with pytest.raises(LinkNotLawful):
        outgoing.create(decision(ward, clerk.on), by=clerk, at=now, links=[proposed("corrects", draft)])
    assert Document.objects.outgoing().count() == 1
