"""Requests to change documents: asked, answered, each document followed until it is done."""

from __future__ import annotations

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import controlled as actions
from chuan.documents.actions.controlled import Asked
from chuan.documents.models import AffectedDocument, ChangeRequest
from chuan.documents.refusals_controlled import (
    AffectedSettled,
    AffectedUnanswered,
    DueBehind,
    NothingAffected,
    OpinionMissing,
)
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, WrongMove
from tests.documents.controlled.conftest import Office
from tests.people import Ward


@pytest.fixture
def specialist(office: Office) -> Viewer:
    return office.viewer(office.ward.specialist)


@pytest.fixture
def request_(office: Office, specialist: Viewer) -> ChangeRequest:
    documents = [office.in_force(), office.in_force(code="QT-02", title="Đánh giá nội bộ")]
    return actions.ask(
        Asked("Thời hạn đã đổi", documents, office.day(30), "NĐ mới"), by=specialist, at=office.now
    )


def affected(request: ChangeRequest, code: str) -> AffectedDocument:
    return request.affected.select_related("controlled", "request__unit").get(controlled__code=code)


def test_any_official_asks_and_the_secretary_is_told(office: Office, request_: ChangeRequest) -> None:
    assert request_.asked_by == office.ward.specialist
    clock = Clock.objects.running().get(subject_uid=request_.uid)
    assert (clock.owner_role, clock.lawful_due_on) == ("iso_secretary", office.day(30))


def test_a_request_needs_a_reason_documents_and_a_day_to_come(office: Office, specialist: Viewer) -> None:
    document = office.in_force()
    for asked, refusal in (
        (Asked(" ", [document], office.day(1)), OpinionMissing),
        (Asked("x", [], office.day(1)), NothingAffected),
        (Asked("x", [document], office.day(-1)), DueBehind),
    ):
        with pytest.raises(refusal):
            actions.ask(asked, by=specialist, at=office.now)
    assert not ChangeRequest.objects.exists()


def test_a_request_declined_says_why_and_is_over(office: Office, request_: ChangeRequest) -> None:
    with pytest.raises(OpinionMissing):
        actions.decline(request_, "", by=office.secretary, at=office.now)
    actions.decline(request_, "Đã có trong mục 5.3", by=office.secretary, at=office.now)
    request_.refresh_from_db()
    assert (request_.status, request_.answer) == ("declined", "Đã có trong mục 5.3")
    assert not Clock.objects.running().filter(subject_uid=request_.uid).exists()
    with pytest.raises(WrongMove):
        actions.accept(request_, "", by=office.chairman, at=office.now)


def test_whoever_asks_does_not_answer(office: Office, request_: ChangeRequest, specialist: Viewer) -> None:
    with pytest.raises(NotAllowed):
        actions.accept(request_, "", by=specialist, at=office.now)
    with pytest.raises(NotAllowed):
        actions.accept(request_, "", by=office.clerk, at=office.now)


def test_it_is_finished_with_its_last_document(office: Office, request_: ChangeRequest) -> None:
    actions.accept(request_, "", by=office.secretary, at=office.now)
    first, second = affected(request_, "QT-01"), affected(request_, "QT-02")
    revision = office.approved(office.next(first.controlled))
    assert actions.revisions_for(first) == [revision, first.controlled.revisions.get(number=1)]
    actions.settle(first, revision=revision, reason="", by=office.clerk, at=office.now)
    request_.refresh_from_db()
    assert request_.status == "accepted"
    actions.settle(second, revision=None, reason="Không nhắc tới thời hạn", by=office.clerk, at=office.now)
    request_.refresh_from_db()
    assert request_.status == "done"
    assert not Clock.objects.running().filter(subject_uid=request_.uid).exists()


def test_one_document_is_answered_once_and_with_words(office: Office, request_: ChangeRequest) -> None:
    actions.accept(request_, "", by=office.secretary, at=office.now)
    one = affected(request_, "QT-01")
    with pytest.raises(AffectedUnanswered):
        actions.settle(one, revision=None, reason=" ", by=office.clerk, at=office.now)
    actions.settle(one, revision=None, reason="Không cần", by=office.clerk, at=office.now)
    with pytest.raises(AffectedSettled):
        actions.settle(one, revision=None, reason="Không cần", by=office.clerk, at=office.now)


def test_nothing_is_settled_before_the_request_was_accepted(office: Office, request_: ChangeRequest) -> None:
    with pytest.raises(WrongMove):
        actions.settle(
            affected(request_, "QT-01"), revision=None, reason="Không cần", by=office.clerk, at=office.now
        )


def test_another_wards_request_is_not_answered(
    office: Office, request_: ChangeRequest, other_ward: Ward
) -> None:
    with pytest.raises(NotFound):
        actions.accept(request_, "", by=office.viewer(other_ward.chairman), at=office.now)
