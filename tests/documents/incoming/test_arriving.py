"""What comes is taken in, registered once with the next số đến, or sent back; nothing secret passes the door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import incoming
from chuan.documents.actions.incoming import answering
from chuan.documents.models import Document, DocumentState, NumberSeries, Packet
from chuan.documents.refusals_incoming import (
    ArrivalIncomplete,
    ArrivalSecret,
    ArrivedInFuture,
    DueBeforeArrival,
    IssuedAfterArrival,
    SameFileHere,
    SameHere,
)
from chuan.files import actions as files
from chuan.intake.models import RecordSystem
from chuan.intake.refusals import FollowedElsewhere
from chuan.people.models import Official, RoleGrant
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed, NotFound, ReasonMissing, WrongMove
from tests.documents.following.made import bring
from tests.documents.following.made import came as row
from tests.documents.incoming.conftest import PLAN, facts
from tests.people import Ward

View = Callable[[Official], Viewer]


def clock(document: Document, kind: str) -> Clock:
    return Clock.objects.get(subject_kind="incoming", subject_uid=document.uid, kind=kind)


def test_a_document_arrives_and_waits_for_the_registry(came: Document, verbs: Callable[[], list[str]]):
    assert (came.direction, came.stage, came.basis, came.arrival_number) == ("in", "arrived", "typed", "")
    assert (came.type, came.number, came.symbol) == ("KH", "240", "KH-UBND")
    waiting = clock(came, "arrived")
    assert (waiting.owner_role, waiting.legal, waiting.settled_on) == ("office_clerk", True, None)
    assert waiting.lawful_due_on is None or waiting.lawful_due_on > came.arrived_on
    assert verbs()[-1] == "incoming.arrive"
    assert DocumentState.objects.get(document=came).counted


def test_the_registry_clerk_is_waited_for_where_the_ward_has_one(
    ward: Ward, kept: RecordSystem, clerk: Viewer, now: datetime
):
    RoleGrant.objects.create(
        official=ward.specialist,
        unit=ward.unit,
        role=Role.REGISTRY_CLERK,
        valid_from=date(2020, 1, 1),
        citation="QĐ",
    )
    came = incoming.arrive(facts(clerk.on), by=clerk, at=now)
    assert clock(came, "arrived").owner_role == "registry_clerk"


def test_urgent_ones_are_registered_the_day_they_come(kept: RecordSystem, clerk: Viewer, now: datetime):
    came = incoming.arrive(facts(clerk.on, urgency="express"), by=clerk, at=now)
    assert clock(came, "arrived").lawful_due_on == clerk.on
    incoming.register(came, by=clerk, at=now)
    assert clock(came, "registered").lawful_due_on == clerk.on


def test_numbers_run_from_01_and_the_chairman_is_presented_with_it(
    came: Document, clerk: Viewer, now: datetime
):
    assert incoming.register(came, by=clerk, at=now) == "01"
    assert (came.stage, came.series, came.number_year, came.number_value) == (
        "registered",
        "in",
        clerk.on.year,
        1,
    )
    other = incoming.arrive(facts(clerk.on, number="241"), by=clerk, at=now)
    assert incoming.register(other, by=clerk, at=now) == "02"
    assert clock(came, "arrived").settled_on == clerk.on
    assert clock(came, "registered").owner_role == "chairman"
    assert NumberSeries.objects.get(series="in").last == 2


def test_numbers_go_on_from_the_source_whose_register_was_followed_before(
    ward: Ward, clerk: Viewer, now: datetime
):
    day = f"{clerk.on.year}-01-05"
    bring(
        ward.unit,
        "documents_in",
        [row(arrival_number="231", arrived_on=day, issued_on=day, full_number="9/BC-UBND")],
        at=now,
    )
    RecordSystem.objects.create(
        unit=ward.unit, register="documents", system="Chuẩn", keeps=True, valid_from=clerk.on,
        citation="Quyết định số 9/QĐ-UBND", recorded_at=now,
    )  # fmt: skip
    came = incoming.arrive(facts(clerk.on), by=clerk, at=now)
    assert incoming.register(came, by=clerk, at=now) == "232"


def test_what_the_clerk_mends_while_registering_is_what_stands(came: Document, clerk: Viewer, now: datetime):
    typed = facts(
        clerk.on, number="241/KH-UBND", symbol="", subject="Kế hoạch khác", pages=12, note="Kèm 02 phụ lục"
    )
    incoming.register(came, typed, by=clerk, at=now)
    assert (came.number, came.symbol, came.subject, came.pages) == ("241", "KH-UBND", "Kế hoạch khác", 12)
    assert came.note == "Kèm 02 phụ lục"


def test_an_unopened_letter_says_so(kept: RecordSystem, clerk: Viewer, now: datetime):
    letter = replace(
        PLAN, number="", symbol="", subject="Thư gửi đích danh", unopened_for="Hội Cựu chiến binh phường",
        arrived_on=clerk.on, electronic=False,
    )  # fmt: skip
    came = incoming.arrive(letter, by=clerk, at=now)
    assert came.note == "Thư gửi đích danh Hội Cựu chiến binh phường, không bóc bì."
    assert incoming.register(came, by=clerk, at=now) == "01"


def test_registering_needs_an_agency_and_a_subject(kept: RecordSystem, clerk: Viewer, now: datetime):
    came = incoming.arrive(facts(clerk.on, issuer_name=""), by=clerk, at=now)
    with pytest.raises(ArrivalIncomplete, match="cơ quan ban hành"):
        incoming.register(came, by=clerk, at=now)
    assert not NumberSeries.objects.exists()
    with pytest.raises(ArrivalIncomplete, match="trích yếu"):
        incoming.register(came, facts(clerk.on, subject="  "), by=clerk, at=now)


def test_nothing_is_taken_in_where_another_system_keeps_the_register(clerk: Viewer, now: datetime):
    with pytest.raises(FollowedElsewhere, match="Số đến của văn bản"):
        incoming.arrive(facts(clerk.on), by=clerk, at=now)


def test_only_the_registry_takes_in_registers_and_sends_back(
    came: Document, specialist: Viewer, chairman: Viewer, now: datetime
):
    for one in (specialist, chairman):
        with pytest.raises(NotAllowed):
            incoming.arrive(facts(one.on), by=one, at=now)
        with pytest.raises(NotAllowed):
            incoming.register(came, by=one, at=now)
        with pytest.raises(NotAllowed):
            incoming.refuse(came, "sai", by=one, at=now)


def test_another_ward_does_not_find_it(came: Document, other_ward: Ward, view: View, now: datetime):
    with pytest.raises(NotFound):
        incoming.register(came, by=view(other_ward.clerk), at=now)


@pytest.mark.parametrize(
    ("changed", "refused"),
    [
        ({"arrived_on": 1}, ArrivedInFuture),
        ({"issued_on": 1}, IssuedAfterArrival),
        ({"due_on": -1}, DueBeforeArrival),
        ({"issued_on": 0, "arrived_on": -3}, IssuedAfterArrival),
    ],
)
def test_days_that_cannot_be_are_refused(
    kept: RecordSystem, clerk: Viewer, now: datetime, changed: dict[str, int], refused: type[Exception]
):
    days = {name: clerk.on + timedelta(days=add) for name, add in changed.items()}
    with pytest.raises(refused):
        incoming.arrive(replace(facts(clerk.on), **days), by=clerk, at=now)
    assert not Document.objects.incoming().exists()


def test_a_packet_errs_and_comes_in_all_the_same(
    ward: Ward, kept: RecordSystem, clerk: Viewer, now: datetime
):
    blob = files.keep(b"goi tin", media_type="application/xml")
    packet = Packet.objects.create(
        unit=ward.unit, blob=blob, file_name="a.edxml", kind="new", status="waiting", arrived_at=now
    )
    wrong = facts(clerk.on, due_on=clerk.on - timedelta(days=30))
    came = incoming.arrive(
        replace(wrong, issued_on=clerk.on + timedelta(days=900)), packet=packet, by=clerk, at=now
    )
    assert (came.issued_on, came.due_on, came.basis) == (None, None, "packet")
    packet.refresh_from_db()
    assert packet.document == came


@pytest.mark.parametrize("mark", ["MẬT", "Tối mật", "TUYỆT MẬT"])
def test_a_state_secret_is_refused_at_the_door_and_leaves_nothing(
    kept: RecordSystem, clerk: Viewer, now: datetime, mark: str
):
    with pytest.raises(ArrivalSecret):
        incoming.arrive(facts(clerk.on, note=mark), by=clerk, at=now)
    assert not Document.objects.incoming().exists()


def test_a_secret_is_refused_while_registering_too(came: Document, clerk: Viewer, now: datetime):
    with pytest.raises(ArrivalSecret):
        incoming.register(came, facts(clerk.on, note="mật"), by=clerk, at=now)


def test_the_same_file_is_not_taken_in_twice_unless_it_was_sent_back(
    kept: RecordSystem, clerk: Viewer, now: datetime
):
    blob = files.keep(b"%PDF-1.7 ...", media_type="application/pdf")
    first = incoming.arrive(facts(clerk.on), blob=blob, by=clerk, at=now)
    with pytest.raises(SameFileHere, match="240/KH-UBND"):
        incoming.arrive(facts(clerk.on), blob=blob, by=clerk, at=now)
    incoming.refuse(first, "Gửi nhầm nơi nhận", by=clerk, at=now)
    assert incoming.arrive(facts(clerk.on), blob=blob, by=clerk, at=now).stage == "arrived"


@pytest.mark.parametrize(
    ("number", "issuer"),
    [
        ("240/KH-UBND", "UBND thị xã Hồng Lĩnh"),
        ("0240/KH-UBND", "Ủy ban nhân dân thị xã Hồng Lĩnh"),
        ("240 / kh - ubnd", "ỦY BAN NHÂN DÂN THỊ XÃ HỒNG LĨNH"),
    ],
)
def test_a_double_is_warned_of_and_a_person_decides(
    registered: Document, clerk: Viewer, now: datetime, number: str, issuer: str
):
    double = incoming.arrive(facts(clerk.on, number=number, symbol="", issuer_name=issuer), by=clerk, at=now)
    with pytest.raises(SameHere) as refused:
        incoming.register(double, by=clerk, at=now)
    assert "240/KH-UBND" in refused.value.sentence
    assert NumberSeries.objects.get(series="in").last == 1, "a refusal takes no number"
    assert incoming.register(double, despite_same=True, by=clerk, at=now) == "02"


@pytest.mark.parametrize(
    "changed", [{"issuer_name": "Sở Nội vụ"}, {"symbol": "BC-UBND"}, {"number": "24"}, {"number": ""}]
)
def test_another_agency_symbol_or_number_is_no_double(
    registered: Document, clerk: Viewer, now: datetime, changed: dict[str, str]
):
    other = incoming.arrive(facts(clerk.on, **changed), by=clerk, at=now)
    assert incoming.register(other, by=clerk, at=now) == "02"


def test_the_same_number_of_another_year_is_no_double(registered: Document, clerk: Viewer, now: datetime):
    last_year = clerk.on.replace(year=clerk.on.year - 1, day=1)
    other = incoming.arrive(replace(facts(clerk.on), issued_on=last_year), by=clerk, at=now)
    assert incoming.register(other, by=clerk, at=now) == "02"


def test_sent_back_with_the_reason_it_takes_no_number(came: Document, clerk: Viewer, now: datetime):
    with pytest.raises(ReasonMissing):
        incoming.refuse(came, "  ", by=clerk, at=now)
    incoming.refuse(came, "Tệp hỏng", by=clerk, at=now)
    assert (came.stage, came.arrival_number) == ("refused", "")
    assert not DocumentState.objects.get(document=came, until_at=None).counted
    assert clock(came, "arrived").settled_on == clerk.on
    with pytest.raises(WrongMove):
        incoming.register(came, by=clerk, at=now)


def test_registered_once(registered: Document, clerk: Viewer, now: datetime):
    with pytest.raises(WrongMove):
        incoming.register(registered, by=clerk, at=now)
    stale = Document.objects.get(pk=registered.pk)
    stale.stage = "arrived"
    with pytest.raises(WrongMove):
        incoming.register(stale, by=clerk, at=now)
    assert NumberSeries.objects.get(series="in").last == 1


def test_the_sender_is_told_the_same_day(came: Document, clerk: Viewer, now: datetime):
    incoming.register(came, acknowledged=True, by=clerk, at=now)
    assert came.acknowledged_on == clerk.on


def test_the_sender_may_be_told_later_once(registered: Document, clerk: Viewer, now: datetime, verbs):
    assert registered.acknowledged_on is None
    incoming.acknowledge(registered, by=clerk, at=now)
    incoming.acknowledge(registered, by=clerk, at=now)
    assert registered.acknowledged_on == clerk.on
    assert verbs().count("incoming.acknowledge") == 1


def test_the_sender_of_a_packet_is_answered_inside_the_same_act(
    came: Document, ward: Ward, clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    blob = files.keep(b"goi tin", media_type="application/xml")
    Packet.objects.create(
        unit=ward.unit,
        blob=blob,
        file_name="a.edxml",
        kind="new",
        status="taken",
        arrived_at=now,
        document=came,
    )
    said: list[tuple[str, str]] = []

    def answer(packet: Packet, code: str, *, reason: str = "", by: Viewer, at: datetime):
        said.append((code, reason))
        return packet.blob

    monkeypatch.setattr(answering, "_part", lambda name: answer)
    incoming.register(came, by=clerk, at=now)
    assert said == [("03", "")]
    assert came.acknowledged_on == clerk.on


def test_what_the_register_says_is_mended_with_the_reason(registered: Document, clerk: Viewer, now: datetime):
    with pytest.raises(ReasonMissing):
        incoming.mend(registered, facts(clerk.on, subject="Kế hoạch mới"), "", by=clerk, at=now)
    incoming.mend(registered, facts(clerk.on, subject="Kế hoạch mới"), "Gõ nhầm trích yếu", by=clerk, at=now)
    assert (registered.subject, registered.arrival_number) == ("Kế hoạch mới", "01")
    step = registered.steps.last()
    assert (step.verb, step.note) == ("mend", "Gõ nhầm trích yếu")
    assert "Kế hoạch rà soát" in step.data


def test_a_late_registration_is_said_to_be_late(kept: RecordSystem, clerk: Viewer, now: datetime):
    came = incoming.arrive(
        replace(
            facts(clerk.on), issued_on=clerk.on - timedelta(days=40), arrived_on=clerk.on - timedelta(days=30)
        ),
        by=clerk,
        at=now,
    )
    incoming.register(came, by=clerk, at=now)
    late = came.steps.last().data
    assert '"late": true' in late
