"""A case that rests, goes on, or ends without a result; and a letter that is withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import Paper
from chuan.petitions.actions.solving.stepping import said, signed, work
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals_solving import WithdrawnAfterStop


def suspend(
    petition: Petition, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write the decision to suspend: the period stands still until the decision to go on."""
    words = said(text, "lý do tạm đình chỉ")
    return signed(petition, "suspend", on=on, paper=paper, text=words, by=by, at=at)


def send(petition: Petition, text: str, *, on: date, by: Viewer, at: datetime) -> PetitionEvent:
    """Write that the decision to suspend or to stop was sent to those it concerns (124/2020/NĐ-CP, Điều 28b)."""
    return work(petition, "send", on=on, text=said(text, "đã gửi những nơi nào"), by=by, at=at)


def resume(
    petition: Petition, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write the decision to go on: the period goes on where it stood, it never begins again."""
    return signed(petition, "resume", on=on, paper=paper, text=text, by=by, at=at)


def stop(
    petition: Petition, text: str, *, on: date, withdrawn_on: date | None, paper: Paper | None, by: Viewer,
    at: datetime,
) -> PetitionEvent:  # fmt: skip
    """Write the decision to stop: of a complaint that was withdrawn whole; of a denunciation by the grounds named.

    Raises ``WithdrawnAfterStop``, ``WordsMissing``, and as ``signed`` does.
    """
    words = said(text, "căn cứ đình chỉ")
    if withdrawn_on and withdrawn_on > on:
        raise WithdrawnAfterStop(stopped=on, withdrawn=withdrawn_on)
    data = {"withdrawn_on": withdrawn_on.isoformat()} if withdrawn_on else None
    return signed(petition, "stop", on=on, paper=paper, text=words, data=data, by=by, at=at)


def withdraw(
    petition: Petition, text: str, signs: Mapping[str, str], *, on: date, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write that a denunciation was withdrawn, and what was looked at: the case goes on all the same.

    156/2026/NĐ-CP, Điều 1. ``signs``: by question of ``words.WITHDRAWAL_QUESTIONS`` one of ``words.SIGNS``.
    """
    return work(petition, "withdraw", on=on, text=text, data=dict(signs), by=by, at=at)


def withdraw_part(
    petition: Petition, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Write which part of a complaint was withdrawn; the rest goes on."""
    words = said(text, "rút phần nào")
    return work(petition, "withdraw_part", on=on, paper=paper, text=words, by=by, at=at)
