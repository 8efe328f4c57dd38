"""How the trail and other rooms name procedures and proposals."""

from __future__ import annotations

from datetime import datetime

from chuan.dossiers.actions import procedure_changes
from chuan.dossiers.subjects_procedures import changes, procedures
from chuan.people.viewer import Viewer
from tests.dossiers.procedures.made import confirmed
from tests.dossiers.procedures.test_changes import paper
from tests.people import Ward


def test_a_procedure_is_named_by_code_and_name(ward: Ward, keeper: Viewer) -> None:
    one = confirmed(ward.unit).procedure

    (said,) = procedures([one.uid], keeper).values()

    assert (said.label, said.address) == ("1.001193 Thủ tục đăng ký khai sinh", f"/thu-tuc/{one.uid}/")


def test_a_proposal_is_named_by_what_it_does(keeper: Viewer, now: datetime) -> None:
    (change,) = procedure_changes.propose(paper(), "qd.txt", by=keeper, at=now)

    (said,) = changes([change.uid], keeper).values()

    assert (said.label, said.settled) == ("bãi bỏ: Thủ tục đăng ký khai sinh", False)


def test_another_ward_is_told_nothing(ward: Ward, other_ward: Ward) -> None:
    one = confirmed(ward.unit).procedure

    assert procedures([one.uid], other_ward.viewer(other_ward.one_stop)) == {}
