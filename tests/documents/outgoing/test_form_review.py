"""Form review: departures beside the text, mended exactly or kept with a reason, before anybody signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.documents.outgoing.blanks import open_places
from chuan.documents.outgoing.departures import key_of, open_departures, shown_departures
from chuan.documents.outgoing.marked_text import marked_lines
from chuan.documents.outgoing.versions import content_of
from chuan.documents.refusals_outgoing import DraftChangedMeanwhile, FormNotMended, MendNotExact, PlacesOpen
from chuan.people.viewer import Viewer
from chuan.rules.refusals import ReasonMissing
from chuan.rules.types import Span
from tests.documents.outgoing.conftest import decision
from tests.people import Ward


@pytest.fixture
def wrong(ward: Ward, specialist: Viewer, now: datetime) -> Document:
    """A draft whose subject begins with V/v and which is kept by the office, not by the registry."""
    content = decision(ward, specialist.on, subject="V/v thành lập Tổ rà soát thủ tục hành chính")
    content = replace(content, recipients=(*content.recipients[:-1], "Lưu: VP"))
    return outgoing.create(content, by=specialist, at=now)


def keys(document: Document, viewer: Viewer) -> dict[str, str]:
    return {one.departure.code: one.key for one in shown_departures(document, viewer.on)}


def test_a_whole_draft_in_the_right_form_has_nothing_open(draft: Document, specialist: Viewer):
    assert open_departures(draft, specialist.on) == []


def test_each_departure_names_its_article_and_its_mend(wrong: Document, specialist: Viewer):
    found = {one.departure.code: one for one in shown_departures(wrong, specialist.on)}
    assert {"subject_vv", "kept_by"} <= set(found)
    for one in found.values():
        assert one.departure.article
        assert one.departure.act.startswith("30/2020") or "30/2020" in one.departure.act
        assert one.departure.mend


def test_a_mend_changes_exactly_that_and_makes_a_version(wrong: Document, specialist: Viewer, now: datetime):
    found = next(one for one in shown_departures(wrong, specialist.on) if one.departure.code == "kept_by")
    assert found.mendable
    assert outgoing.mend(wrong, found.key, based_on=1, by=specialist, at=now) == 2
    assert content_of(wrong).recipients[-1] == "Lưu: VT"
    assert content_of(wrong).subject.startswith("V/v")
    assert wrong.recipients.last().line == "Lưu: VT"
    assert "kept_by" not in keys(wrong, specialist)


def test_a_mend_upon_an_older_version_is_refused(
    wrong: Document, specialist: Viewer, clerk: Viewer, now: datetime
):
    key = keys(wrong, specialist)["kept_by"]
    outgoing.save(wrong, replace(content_of(wrong), bases=("Căn cứ Luật A",)), based_on=1, by=clerk, at=now)
    with pytest.raises(DraftChangedMeanwhile):
        outgoing.mend(wrong, key, based_on=1, by=specialist, at=now)


def test_what_is_not_there_any_more_is_neither_mended_nor_kept(
    draft: Document, specialist: Viewer, now: datetime
):
    with pytest.raises(MendNotExact):
        outgoing.mend(draft, "kept_by:Lưu: VP", based_on=1, by=specialist, at=now)
    with pytest.raises(MendNotExact):
        outgoing.accept(draft, "kept_by:Lưu: VP", "lý do", by=specialist, at=now)


def test_the_form_is_not_confirmed_with_open_departures_but_with_reasons(
    wrong: Document, specialist: Viewer, clerk: Viewer, chairman: Viewer, now: datetime
):
    outgoing.submit(wrong, by=specialist, at=now)
    outgoing.approve_content(wrong, by=chairman, at=now)
    with pytest.raises(FormNotMended):
        outgoing.approve_form(wrong, by=clerk, at=now)
    for one in open_departures(wrong, clerk.on):
        with pytest.raises(ReasonMissing):
            outgoing.accept(wrong, key_of(one), "", by=clerk, at=now)
        outgoing.accept(wrong, key_of(one), "Theo mẫu của Sở", by=clerk, at=now)
    outgoing.approve_form(wrong, by=clerk, at=now)
    assert wrong.stage == "to_sign"
    assert {one.kept.reason for one in shown_departures(wrong, clerk.on) if one.kept} == {"Theo mẫu của Sở"}


def test_the_reviewer_mends_form_without_touching_the_content(
    wrong: Document, specialist: Viewer, clerk: Viewer, chairman: Viewer, now: datetime
):
    outgoing.submit(wrong, by=specialist, at=now)
    outgoing.approve_content(wrong, by=chairman, at=now)
    outgoing.mend(wrong, keys(wrong, clerk)["kept_by"], based_on=1, by=clerk, at=now)
    assert wrong.stage == "form_review"


def test_nothing_left_open_passes_the_review_of_form(
    ward: Ward, specialist: Viewer, clerk: Viewer, chairman: Viewer, now: datetime
):
    base = decision(ward, specialist.on)
    content = replace(base, bases=(*base.bases, "Căn cứ Nghị quyết số …/NQ-HĐND ngày … của HĐND phường"))
    draft = outgoing.create(content, by=specialist, at=now)
    assert open_places(content) == 1
    outgoing.submit(draft, by=specialist, at=now)
    outgoing.approve_content(draft, by=chairman, at=now)
    with pytest.raises(PlacesOpen, match="1 chỗ"):
        outgoing.approve_form(draft, by=clerk, at=now)


def test_departures_are_marked_where_they_stand():
    from tests.documents.outgoing.departing import departure

    lines = marked_lines("Một hai ba\nbốn năm", [departure(4, 7), departure(5, 7), departure(11, 14)])
    assert [(piece.text, piece.number) for piece in lines[0]] == [("Một ", 0), ("hai", 1), (" ba", 0)]
    assert [(piece.text, piece.number) for piece in lines[1]] == [("bốn", 3), (" năm", 0)]
    assert Span(4, 7)
