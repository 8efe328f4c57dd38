"""A file is received byte for byte; what is wrong with it is said by the look that follows."""

from __future__ import annotations

import pytest
from django.utils import timezone

from chuan.files import actions as files
from chuan.intake import actions
from chuan.intake.models import Import
from chuan.intake.refusals import FileWaits
from chuan.rules.refusals import FileEmpty, NotAllowed, NotFound, TableTooBig, WrongMove
from chuan.trail.models import Entry
from tests.intake.engine import LIST, Desk, demo
from tests.people import Ward


def receive(desk: Desk, data: bytes, name: str = "so.csv", official=None) -> Import:
    return actions.receive_file(data, name, by=desk.viewer(official), at=timezone.now())


def test_the_bytes_are_kept_as_they_are_and_the_trail_names_them(desk: Desk) -> None:
    held = receive(desk, demo()[LIST], LIST)
    assert (held.status, held.file_name) == (Import.Status.READING, LIST)
    assert files.read(held.blob) == demo()[LIST]
    line = Entry.objects.get(verb="import.receive")
    assert (line.subject_uid, line.actor) == (held.uid, desk.viewer().trail_name)


def test_an_empty_file_is_refused_before_anything_is_kept(desk: Desk) -> None:
    with pytest.raises(FileEmpty):
        receive(desk, b"")
    assert not Import.objects.exists()


def test_a_file_over_the_limit_is_refused_by_its_size(desk: Desk) -> None:
    with pytest.raises(TableTooBig) as refused:
        receive(desk, bytes(80_000_001))
    assert "Xuất lại từng quý" in refused.value.sentence
    assert not Import.objects.exists()


def test_the_same_bytes_are_not_received_twice_while_they_wait(desk: Desk) -> None:
    first = receive(desk, b"a,b\n1,2\n")
    with pytest.raises(FileWaits) as refused:
        receive(desk, b"a,b\n1,2\n", "ten-khac.csv")
    assert "so.csv" in refused.value.sentence
    assert str(first.uid) in refused.value.__notes__
    actions.discard(actions.look(first, at=timezone.now()), by=desk.viewer(), at=timezone.now())
    assert receive(desk, b"a,b\n1,2\n").status == Import.Status.READING


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\may\\Tai ve\\so.xlsx", "so.xlsx"),
        ("../../etc/so.csv", "so.csv"),
        ("so\x00\n.csv", "so.csv"),
        ("a" * 400 + ".xlsx", "a" * 200 + "a" * 50 + ".xlsx"),
    ],
)
def test_a_name_is_only_a_name(desk: Desk, given: str, kept: str) -> None:
    assert receive(desk, b"a;b\n1;2\n", given).file_name == kept


@pytest.mark.parametrize("who", ["chairman", "secretary", "auditor", "specialist"])
def test_only_those_who_keep_the_registers_bring_files_in(desk: Desk, who: str) -> None:
    with pytest.raises(NotAllowed):
        receive(desk, b"a;b\n1;2\n", official=getattr(desk.ward, who))


@pytest.mark.parametrize("who", ["clerk", "one_stop", "administrator"])
def test_the_clerks_and_the_administrator_may(desk: Desk, who: str) -> None:
    assert receive(desk, b"a;b\n1;2\n", official=getattr(desk.ward, who)).by == getattr(desk.ward, who)


def test_a_file_set_aside_stays_in_the_list_and_moves_no_more(desk: Desk) -> None:
    held = desk.receive(LIST)
    actions.discard(held, by=desk.viewer(), at=timezone.now())
    assert Import.objects.get().status == Import.Status.DISCARDED
    with pytest.raises(WrongMove):
        actions.look(held, at=timezone.now())


def test_another_ward_cannot_touch_it(desk: Desk, other_ward: Ward) -> None:
    held = desk.receive(LIST)
    stranger = other_ward.viewer(other_ward.one_stop, on=timezone.localdate())
    with pytest.raises(NotFound):
        actions.discard(held, by=stranger, at=timezone.now())
    assert not Import.objects.seen_by(stranger).exists()
