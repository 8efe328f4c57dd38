"""Every room says what its officials hand over, or the list below says why it need not."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.utils import timezone

from chuan.clocks.models import FeedKey
from chuan.files.models import Blob
from chuan.intake.models import Import
from chuan.objectives.models import ReportLine, ReportRead
from chuan.offers import handover as offers
from chuan.people import handing
from chuan.people.models import Official
from chuan.people.refusals_handing import NotForReceiver
from chuan.people.roles import Role
from chuan.processes.models import Hand, Process
from tests.handing.conftest import Desk

NOTHING_HELD = {
    "trail": "lines of the past belong to nobody",
    "files": "bytes of things of other rooms",
    "ui": "no data of its own",
    "search": "reads what other rooms hold",
    "satisfaction": "every one-stop clerk may go on with a survey",
}
"""Rooms where nobody holds anything by name or post, and why."""


def test_every_room_says_what_passes_over():
    rooms = {one.name.rpartition(".")[2] for one in apps.get_app_configs() if one.name.startswith("chuan.")}
    offering = {type(one).__module__.split(".")[1] for one in offers.holders()}
    assert rooms - offering == set(NOTHING_HELD)


def items(desk: Desk, official: Official) -> list[handing.Item]:
    return handing.items_of(official, desk.on)


def blob() -> Blob:
    return Blob.objects.create(digest="0" * 64, size=1, media_type="text/csv")


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """A file half mapped, a report half confirmed, a process of the post, a calendar key: all of the clerk."""
    unit, clerk, now = desk.ward.unit, desk.ward.clerk, timezone.now()
    kept = blob()
    about = {"unit": unit, "blob": kept, "by": clerk}
    Import.objects.create(**about, file_name="don-mat.csv", status=Import.Status.UNMAPPED, arrived_at=now)
    report = ReportRead.objects.create(
        **about, file_name="bao-cao.docx", state=ReportRead.State.OPEN, recorded_at=now
    )
    ReportLine.objects.create(
        report=report, position=1, state=ReportLine.State.PROPOSED, span_start=0, span_end=1, said_start=0,
        said_end=1, phrase="x", how="level", stage="official",
    )  # fmt: skip
    FeedKey.objects.create(account=clerk.account, digest="1" * 64, since=now)
    return desk


def test_files_reports_and_keys_are_on_the_list_without_names_of_files(waiting: Desk):
    found = {key: one for one in items(waiting, waiting.ward.clerk) if (key := one.key)}
    assert {"intake/waiting", "objectives.reports/waiting", "clocks.keys/feed"} <= set(found)
    assert not any("don-mat" in one.held.what + one.held.note for one in found.values())


def test_they_pass_only_to_who_may_go_on_with_them(waiting: Desk):
    desk = waiting
    with pytest.raises(NotForReceiver):
        desk.hand_over(
            giver=desk.ward.clerk, receiver=desk.ward.specialist,
            keep={f"posts/role:{Role.OFFICE_CLERK}": "còn làm văn phòng"},
        )  # fmt: skip


def test_the_keys_of_the_house_are_with_the_administrator(desk: Desk):
    assert "upkeep/keys" in desk.held(desk.ward.administrator)
    assert "upkeep/keys" not in desk.held(desk.ward.clerk)


def test_a_process_goes_with_the_post(desk: Desk):
    post = desk.ward.specialist.appointments.get().post
    process = Process.objects.create(
        unit=desk.ward.unit, owner_unit=desk.ward.unit, code="p", name="Chứng thực", kind=Process.Kind.SERVE,
        valid_from=desk.on, recorded_at=desk.now,
    )  # fmt: skip
    Hand.objects.create(process=process, post=post, part=Hand.Part.OWNER, valid_from=desk.on)
    held = next(one.held for one in items(desk, desk.ward.specialist) if one.holder == "processes")
    assert (held.passes, held.post) == (offers.Passes.WITH_POST, post.uid)
