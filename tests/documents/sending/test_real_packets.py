"""Packets of real senders, and a real PDF inside one: taken in whole, or their oddness told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from chuan.documents.actions import sending
from chuan.documents.actions.sending import deciding
from chuan.documents.models import Document, Packet, SignatureCheck
from chuan.documents.outgoing.heads import paper_for
from chuan.documents.sending.summary import from_text
from chuan.documents.sending.taking import taking_of
from chuan.exchange.edxml import Attachment
from chuan.intake.models import RecordSystem
from chuan.paper.places import typeset
from chuan.people.viewer import Viewer
from tests.documents.outgoing.conftest import decision
from tests.documents.sending.conftest import from_town
from tests.people import Ward


def test_a_real_pdf_of_a_packet_is_read_checked_and_kept_as_the_paper(
    ward: Ward, kept: RecordSystem, drop: Callable[..., Packet], clerk: Viewer, now: datetime
) -> None:
    draft = Document(unit=ward.unit, owner_unit=ward.unit, type="QĐ", symbol="QĐ-UBND")
    pdf = typeset(paper_for(draft, decision(ward, date(2021, 10, 4)), number="45", on=date(2021, 10, 4))).pdf
    packet = drop(from_town(clerk.on, files_=(Attachment(name="45.pdf", content=pdf),)))
    taking = taking_of(packet, by=clerk, at=now)
    assert taking.said == ""
    document = deciding.take_in(packet, taking, by=clerk, at=now)
    assert document.blob is not None
    assert document.blob.size == len(pdf)
    assert document.file_name == "45.pdf"
    assert SignatureCheck.objects.get(document=document).person == "none", (
        "a paper without a signature says so"
    )


@pytest.mark.shared
def test_every_packet_of_real_senders_is_kept_or_matched_to_nothing_with_a_reason(
    shared: Path, kept: RecordSystem, clerk: Viewer, now: datetime, real_reading: None
) -> None:
    files = sorted((shared / "data" / "edxml").glob("*/*.edxml"))
    given = [(one.name, one.read_bytes()) for one in files]
    taken = sending.receive_packets(given, by=clerk, clock=lambda: now)
    assert [one.refused.sentence for one in taken if one.refused] == []
    for packet in Packet.objects.all():
        told = from_text(packet.summary)
        assert told.full_number or told.subject
        if packet.kind == "status":
            assert packet.status == "ignored", packet.file_name
            assert packet.reason
        else:
            assert packet.status == "waiting", packet.file_name
            taking_of(packet, by=clerk, at=now)
