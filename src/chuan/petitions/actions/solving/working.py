"""The work of verifying: plan, minutes, what was found. Each a line, with its paper where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from chuan.files.models import Attachment, Blob
from chuan.people.viewer import Viewer
from chuan.petitions import permissions
from chuan.petitions.actions.recording import Paper, step, trailed
from chuan.petitions.actions.solving.stepping import named, require_possible, said, work
from chuan.petitions.events import add_event
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.receiving.whole_letters import may_hold_sender
from chuan.petitions.refusals_solving import FileByKeeper, FileUndeclared
from chuan.petitions.solving.cases import case_of
from chuan.petitions.steps import status_after

FILES = "petition_event"
"""The kind of thing a file of the work hangs on."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A file that was looked at and kept: ``ending`` with its dot; its own name is not kept."""

    blob: Blob
    ending: str
    declared: bool = False
    """Somebody looked through it and says that nothing in it tells of a denouncer."""


def plan(
    petition: Petition, text: str, until: date | None, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write the plan of verifying: what, with whom, until when. Raises ``WordsMissing`` and as ``work`` does."""
    data = {"until": until.isoformat()} if until else None
    words = said(text, "nội dung phải xác minh")
    return work(petition, "plan", on=on, paper=paper, text=words, data=data, by=by, at=at)


def minutes(
    petition: Petition, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write down a working session and its minutes. Raises ``WordsMissing`` and as ``work`` does."""
    words = said(text, "làm việc về việc gì")
    return work(petition, "minutes", on=on, paper=paper, text=words, by=by, at=at)


def evidence(
    petition: Petition, text: str, *, on: date, paper: Paper | None, proof: Proof | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write down a document or proof that was received, with its file where there is one.

    Files of a denunciation, and of what came in one letter with one, come from who keeps the register alone, declared
    free of what tells the denouncer (Luật Tố cáo 2018, Điều 56). Raises ``FileByKeeper``, ``FileUndeclared``,
    ``WordsMissing``, and as ``work`` does.
    """
    permissions.require_record(by, petition)
    words, rests_on = said(text, "đã nhận tài liệu gì"), named(paper)
    require_file(petition, by, declared=proof is None or proof.declared, has_file=proof is not None)
    require_possible(case_of(petition, at=at), "evidence", on, at=at)
    with step(petition, "evidence", by=by, at=at) as doing:
        status_after(doing.petition.kind, doing.petition.status, "evidence")
        event = add_event(
            doing.petition, "evidence", on=on, by=by, at=at, document=rests_on.number if rests_on else "",
            document_on=rests_on.on if rests_on else None, text=words,
            data={"declared": "yes"} if proof and proof.declared else None,
        )  # fmt: skip
        if proof is not None:
            _hang(event, proof)
        doing.detail = trailed(event)
    return event


def require_file(petition: Petition, by: Viewer, *, declared: bool, has_file: bool) -> None:
    """Asked before the bytes are kept: of a denunciation, and of what came in one letter with one.

    Raises ``FileByKeeper``, ``FileUndeclared``.
    """
    if not has_file or may_hold_sender(petition):
        return
    if not permissions.may_keep(by):
        raise FileByKeeper()
    if not declared:
        raise FileUndeclared()


def _hang(event: PetitionEvent, proof: Proof) -> None:
    """A file is named by the petition's code and the line's number: its own name may tell who sent it."""
    ending = PurePath(f"x{proof.ending}").suffix.lower()
    Attachment.objects.create(
        blob=proof.blob, unit_uid=event.petition.owner_unit.uid, subject_kind=FILES, subject_uid=event.uid,
        name=f"{event.petition.code}-tai-lieu-{event.seq}{ending}",
    )  # fmt: skip
